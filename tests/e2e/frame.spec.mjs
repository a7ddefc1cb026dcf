// The map in a frame, by messages: scripts/embed, tests/hosts/iframe.html.
import { Map, expect, onDesktop, test } from "./map.mjs";

test.use({ contextOptions: { reducedMotion: "reduce" } });
onDesktop();

/** Opens the page and gives the map in each frame. */
async function open(page) {
  // Both in view: browsers give frames elsewhere no time to draw.
  await page.setViewportSize({ width: 1280, height: 1800 });
  await page.goto("/hosts/iframe.html");
  const [other, sandboxed] = ["other", "sandboxed"].map((id) => new Map(page, page.frameLocator(`#${id}`).locator("expo-map")));
  await other.shown();
  await sandboxed.shown();
  return { other, sandboxed };
}

const call = (page, frame, ...call) => page.evaluate(([name, args]) =>
  window.host[name].call(...args).then((value) => ({ value }), ({ name: kind, code, message }) => ({ kind, code, message })), [frame, call]);

for (const frame of ["other", "sandboxed"]) {
  test(`${frame}: methods, events, errors`, async ({ page }) => {
    const map = (await open(page))[frame];
    const methods = await page.evaluate((name) => window.host[name].ready, frame);
    expect(methods).toEqual(expect.arrayContaining(["status", "select", "clear", "fit", "centerOn", "project"]));
    expect(await call(page, frame, "select", "b1")).toEqual({ value: undefined });
    await expect(map.detailsOf("b1")).toBeVisible();
    await call(page, frame, "clear");
    await expect(map.details).toHaveCount(0);
    const { value: place } = await call(page, frame, "project", "b1");
    expect(place).toEqual({ x: expect.any(Number), y: expect.any(Number) });
    await map.row("a1").click();
    await expect(map.detailsOf("a1")).toBeVisible();
    // The page's own calls are no events.
    await expect.poll(() => page.evaluate((name) => window.host.events.filter(([from]) => from === name).map(([, event, detail]) => [event, detail.id ?? detail.stands]), frame))
      .toEqual([["expo-map-ready", 36], ["expo-map-select", "a1"]]);
    for (const name of ["remove", "constructor", "__proto__", "innerHTML", "toString", "attachShadow", ""]) {
      expect(await call(page, frame, name), name).toMatchObject({ kind: "FrameError", code: "unknown-method" });
    }
    // What cannot be sent, and what the element throws, are errors of the one call.
    expect(await page.evaluate((name) => window.host[name].call("select", () => {}).catch(({ code }) => code), frame)).toBe("not-cloneable");
    expect(await call(page, frame, "select", { toString: null })).toMatchObject({ kind: "FrameError", code: "failed" });
    expect((await call(page, frame, "status")).value).toMatchObject({ version: 1, refused: { source: 0, origin: 0, malformed: 0, version: 0 } });
  });
}

test("the sandboxed frame is of no origin", async ({ page }) => {
  const { sandboxed } = await open(page);
  expect(await sandboxed.host.evaluate(() => self.origin)).toBe("null");
});

test("calls before the frame is there wait for it; without an answer they end", async ({ page }) => {
  await page.goto("/hosts/iframe.html");
  const early = await page.evaluate(() => window.host.other.call("select", "c1").then(() => "done"));
  expect(early).toBe("done");
  await expect(new Map(page, page.frameLocator("#other").locator("expo-map")).detailsOf("c1")).toBeVisible();
  const late = await page.evaluate(async () => {
    const { connect } = await import("/embed/parent.js");
    const frame = document.createElement("iframe");
    frame.src = "/hosts/host.css";
    document.body.append(frame);
    const connection = connect(frame, { origin: location.origin, timeoutMs: 200 });
    const code = await connection.call("fit").catch((error) => error.code);
    const waits = connection.call("fit").catch((error) => error.code);
    connection.close();
    return [code, await waits, await connection.call("fit").catch((error) => error.code)];
  });
  expect(late).toEqual(["timeout", "closed", "closed"]);
  const wrong = await page.evaluate(async () => {
    const { connect } = await import("/embed/parent.js");
    return [[document.body, { origin: "null" }], [document.querySelector("#other"), {}], [document.querySelector("#other"), { origin: "https://a.example/path" }], [document.querySelector("#other"), { origin: "*" }]]
      .map(([frame, options]) => { try { connect(frame, options); return "connected"; } catch (error) { return error.name; } });
  });
  expect(wrong).toEqual(["TypeError", "TypeError", "TypeError", "TypeError"]);
});

test("a frame that loads anew is spoken with again", async ({ page }) => {
  const { other } = await open(page);
  await page.evaluate(() => { const frame = document.querySelector("#other"); frame.src += "&again"; });
  await expect.poll(() => page.evaluate(() => window.host.events.filter(([from, event]) => from === "other" && event === "expo-map-ready").length)).toBe(2);
  expect(await call(page, "other", "select", "a2")).toEqual({ value: undefined });
  await expect(other.detailsOf("a2")).toBeVisible();
});

test("the frame is as high as it wants, by its width", async ({ page }) => {
  await open(page);
  const heights = () => page.evaluate(() => ["other", "sandboxed"].map((id) => [window.host[id].height, document.getElementById(id).getBoundingClientRect().height]));
  await expect.poll(heights).toEqual([[720, 720], [720, 720]]);
  await page.setViewportSize({ width: 1000, height: 1800 });
  await expect.poll(async () => (await heights())[0][0]).toBeLessThan(700);
  await page.setViewportSize({ width: 400, height: 1800 });
  await expect.poll(heights).toEqual([[520, 520], [520, 520]]);
});

test("the page fills the screen with a frame that may not", async ({ page }) => {
  const { other } = await open(page);
  const button = other.tool("Full screen");
  await button.click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.id)).toBe("other");
  const size = await page.evaluate(() => innerHeight);
  await expect.poll(async () => (await other.root.boundingBox()).height).toBe(size);
  const leave = other.host.locator(".em-controls button[aria-pressed=true], .em-foot button[aria-pressed=true], button[aria-pressed=true]").first();
  await leave.click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
  await button.click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.id)).toBe("other");
  await page.evaluate(() => document.exitFullscreen());
  await expect.poll(async () => (await other.root.boundingBox()).height).toBe(720);
});

/** A small generator of numbers that are always the same. */
const HOSTILE = `(seed) => {
  const next = () => ((seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const text = () => pick(["", "hello", "call", "result", "error", "event", "height", "fullscreen", "__proto__", "constructor", "toString", "<img src=x onerror=alert(1)>", "x".repeat(10000), "\\u202e\\0", "select", "remove", "expo-map-select"]);
  const value = (depth = 0) => pick([
    () => null, () => undefined, () => true, () => next() * 1e9, () => NaN, () => -0, () => Infinity, () => 1n, () => text(), () => new Date(NaN),
    () => new Map([[text(), 1]]), () => new Set([1]), () => new ArrayBuffer(8), () => /x/g, () => new Error(text()),
    () => (depth > 3 ? [] : Array.from({ length: Math.floor(next() * 12) }, () => value(depth + 1))),
    () => { const object = {}; for (let i = next() * 5; i > 0 && depth < 4; i -= 1) Object.defineProperty(object, text(), { value: value(depth + 1), enumerable: true, configurable: true, writable: true }); return object; },
    () => { const loop = {}; loop.self = loop; return loop; },
  ])();
  const field = (likely) => (next() < 0.6 ? likely() : value());
  return () => (next() < 0.25 ? value() : {
    expoMap: field(() => 1), type: field(() => pick(["hello", "call", "result", "error", "event", "height", "fullscreen"])), id: field(() => Math.floor(next() * 100)),
    name: field(text), args: field(() => [value(), value()]), value: value(), error: value(), detail: value(), height: value(), on: value(), methods: value(),
  });
}`;

test("hostile messages to the frame are refused and counted, and the map goes on", async ({ page }) => {
  const { other } = await open(page);
  await page.evaluate((source) => {
    const hostile = eval(source)(7);
    const frame = document.querySelector("#other").contentWindow;
    for (let sent = 0; sent < 2000; sent += 1) {
      const message = hostile();
      // Names of methods are the page's to call; here only what is none.
      if (message?.type === "call" && ["select"].includes(message.name)) message.name = "eval";
      if (message?.type === "hello") message.autoHeight = true;
      frame.postMessage(message, "*");
    }
  }, HOSTILE);
  const { value: { refused } } = await call(page, "other", "status");
  console.log("refused by the frame, of 2000:", JSON.stringify(refused));
  expect(refused.malformed).toBeGreaterThan(500);
  expect(refused.version).toBeGreaterThan(100);
  expect(refused).toMatchObject({ source: 0, origin: 0 });
  // From a window that is not the page around, and from a page of another origin than those named.
  await page.evaluate(() => {
    const stranger = document.createElement("iframe");
    stranger.srcdoc = "<script>parent.frames[0].postMessage({ expoMap: 1, type: 'call', id: 1, name: 'select', args: ['a1'] }, '*')</script>";
    document.body.append(stranger);
  });
  await expect.poll(async () => (await call(page, "other", "status")).value.refused.source).toBe(1);
  await expect(other.details).toHaveCount(0);
  await other.row("a1").click();
  await expect(other.detailsOf("a1")).toBeVisible();
  expect(await other.host.evaluate(() => [Object.keys(Object.prototype), "polluted" in {}])).toEqual([[], false]);
});

test("a page that is not named cannot speak with the frame", async ({ page }) => {
  await page.goto("/hosts/iframe.html");
  await page.evaluate(() => {
    const before = document.querySelector("#other");
    const frame = Object.assign(before.cloneNode(), {
      src: before.src.replace(/&parent=.*/, "&parent=https://ministry.example&parent=nonsense&parent=null&parent=*"),
    });
    window.told = [];
    addEventListener("message", ({ source, data }) => source === frame.contentWindow && window.told.push(data));
    before.replaceWith(frame);
  });
  const map = new Map(page, page.frameLocator("#other").locator("expo-map"));
  await map.shown();
  await page.evaluate(() => document.querySelector("#other").contentWindow.postMessage({ expoMap: 1, type: "call", id: 1, name: "select", args: ["a1"] }, "*"));
  // The map has had its turn when it answers to what is done in it.
  await map.row("b1").click();
  await expect(map.detailsOf("b1")).toBeVisible();
  expect(await page.evaluate(() => window.told)).toEqual([]);
});

test("hostile messages of a frame are refused and counted, and the page goes on", async ({ page }) => {
  await open(page);
  const hostile = page.frames().find((frame) => frame.url().includes("lang=ru"));
  const before = await page.evaluate(() => window.host.sandboxed.refused);
  await hostile.evaluate((source) => {
    const next = eval(source)(11);
    for (let sent = 0; sent < 2000; sent += 1) {
      const message = next();
      if (message?.type === "fullscreen") message.on = "yes";
      parent.postMessage(message, "*");
    }
    parent.postMessage({ expoMap: 1, type: "height", height: 1e9 }, "*");
  }, HOSTILE);
  await expect.poll(() => page.evaluate(() => window.host.sandboxed.height)).toBe(5000);
  const refused = await page.evaluate(() => window.host.sandboxed.refused) - before;
  console.log("refused by the page, of 2000:", refused);
  expect(refused).toBeGreaterThan(1000);
  expect(await page.evaluate(() => [Object.keys(Object.prototype), window.host.other.refused])).toEqual([[], 0]);
  // The other connection heard nothing of it.
  expect(await call(page, "other", "select", "a1")).toEqual({ value: undefined });
});
