// The map in a frame, by messages: scripts/embed, tests/hosts/iframe.html.
import { EXPO, EXPO_TEXT, Map, expect, onDesktop, test as base } from "./map.mjs";

/** Whatever happens in a frame, its policy (frame.html, `restrict` in frame.js) has nothing against it. */
const test = base.extend({
  lawful: [
    async ({ page }, use) => {
      await page.addInitScript(() => {
        window.violations = [];
        addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
          window.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`));
      });
      await use();
      // A test that is skipped has opened nothing.
      if (page.url() === "about:blank") return;
      for (const frame of page.frames()) expect(await frame.evaluate(() => window.violations), `violations in ${frame.url()}`).toEqual([]);
    },
    { auto: true },
  ],
});

// These pages have no worker, and what blocks it throws in frames of no origin.
test.use({ contextOptions: { reducedMotion: "reduce" }, serviceWorkers: "allow" });
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
  await button.click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
  await button.click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.id)).toBe("other");
  await page.evaluate(() => document.exitFullscreen());
  await expect.poll(async () => (await other.root.boundingBox()).height).toBe(720);
});

for (const frame of ["other", "sandboxed"]) {
  test(`${frame}: a visitor's choice waits for the page's leave`, async ({ page, faults }) => {
    const map = (await open(page))[frame];
    const selected = () => page.evaluate((name) => window.host.events.filter(([from, event]) => from === name && event === "expo-map-select").map(([, , { id }]) => id), frame);
    const asked = () => page.evaluate(() => window.asked.map(({ detail }) => detail.id));
    const answer = (at, allow) => page.evaluate(([question, said]) => window.asked[question].done(said), [at, allow]);
    await page.evaluate((name) => {
      window.asked = [];
      window.off = window.host[name].on("expo-map-before-select", (detail) => new Promise((done) => { window.asked.push({ detail, done }); }));
    }, frame);
    // What is said later is heard later.
    await call(page, frame, "status");

    await map.row("a1").click();
    await expect.poll(asked).toEqual(["a1"]);
    expect(await page.evaluate(() => window.asked[0].detail)).toEqual({ id: "a1", number: "A1" });
    await answer(0, false);
    await call(page, frame, "status");
    await map.still();
    await expect(map.details).toHaveCount(0);
    expect(await selected()).toEqual([]);

    // As if there had been no question: with the focus, and back again.
    await map.row("b4").click();
    await expect.poll(asked).toEqual(["a1", "b4"]);
    await expect(map.details).toHaveCount(0);
    await answer(1, true);
    await expect(map.detailsOf("b4").locator("[data-panel-focus]")).toBeFocused();
    await expect.poll(selected).toEqual(["b4"]);
    await map.escape();
    await expect(map.row("b4")).toBeFocused();

    // Who has chosen something else meanwhile no longer wants the first.
    await map.row("a1").click();
    await map.row("c1").click();
    await expect.poll(asked).toEqual(["a1", "b4", "a1", "c1"]);
    await answer(2, true);
    await answer(3, true);
    await expect(map.detailsOf("c1")).toBeVisible();
    expect(await selected()).toEqual(["b4", null, "c1"]);
    // The page's own calls are not asked about, nor is anything once nobody wants to be asked.
    await call(page, frame, "select", "a2");
    await expect(map.detailsOf("a2")).toBeVisible();
    await call(page, frame, "clear");
    await page.evaluate(() => window.off());
    await call(page, frame, "status");
    await map.row("a1").click();
    await expect(map.detailsOf("a1")).toBeVisible();
    expect(await asked()).toHaveLength(4);

    // All are asked; a listener's fault is the page's, and no answer.
    await call(page, frame, "clear");
    await page.evaluate((name) => {
      window.host[name].on("expo-map-before-select", () => { throw new Error("the page's own"); });
      window.host[name].on("expo-map-before-select", async () => { throw new Error("the page's own, later"); });
    }, frame);
    await call(page, frame, "status");
    await map.row("b1").click();
    await expect(map.detailsOf("b1")).toBeVisible();
    await expect.poll(() => faults.length).toBe(2);
    expect(faults.splice(0).join()).toMatch(/the page's own[^]*the page's own, later/);
    expect((await call(page, frame, "status")).value.refused).toEqual({ source: 0, origin: 0, malformed: 0, version: 0 });
  });
}

test("a choice waits also where the stand is one of very many, or the frame loads anew", async ({ page }) => {
  const many = { ...EXPO, participants: [], sessions: [], stands: Array.from({ length: 600 }, (_, i) => {
    const [x, y] = [1 + (i % 30), 1 + Math.floor(i / 30)];
    return { id: `s${i}`, number: `${i}`, name: `Company ${i}`, hall: EXPO.halls[0].id, outline: [[x, y], [x + 0.9, y], [x + 0.9, y + 0.9], [x, y + 0.9]] };
  }) };
  await page.route("**/data/expo-2024.json", (route) => route.fulfill({ json: many, headers: { "access-control-allow-origin": "*" } }));
  await page.setViewportSize({ width: 1280, height: 1800 });
  await page.goto("/hosts/iframe.html");
  const map = new Map(page, page.frameLocator("#other").locator("expo-map"));
  await expect(map.rows.first()).toBeVisible();
  await page.evaluate(() => {
    window.asked = [];
    window.host.other.on("expo-map-before-select", ({ id }) => { window.asked.push(id); });
    const frame = document.querySelector("#other");
    frame.src += "&again";
  });
  await expect.poll(() => page.evaluate(() => window.host.events.filter(([from, event]) => from === "other" && event === "expo-map-ready").length)).toBe(2);
  await expect(map.rows.first()).toBeVisible();
  await map.still();
  // On the plan, which has no element for it; nor has the list.
  const { x, y } = (await call(page, "other", "project", "s599")).value;
  await expect(map.stand("s599")).toHaveCount(0);
  await expect(map.row("s599")).toHaveCount(0);
  const frame = await page.locator("#other").boundingBox();
  await page.mouse.click(frame.x + x, frame.y + y);
  await expect(map.detailsOf("s599").locator("[data-panel-focus]")).toBeFocused();
  expect(await page.evaluate(() => window.asked)).toEqual(["s599"]);
  await expect.poll(() => page.evaluate(() => window.host.events.filter(([from, event]) => from === "other" && event === "expo-map-select").map(([, , { id }]) => id))).toEqual(["s599"]);
});

test("a link out waits for the page's leave", async ({ page, context }) => {
  await context.route(/^https:/, (route) => route.fulfill({ contentType: "text/html", body: "<title>elsewhere</title>" }));
  const { other } = await open(page);
  const withLink = EXPO.participants.find(({ links, stands }) => links?.length && stands?.length);
  await call(page, "other", "select", withLink.stands[0]);
  await page.evaluate(() => {
    window.urls = [];
    window.isAllowed = false;
    window.host.other.on("expo-map-before-navigate", async ({ url }) => {
      window.urls.push(url);
      return window.isAllowed;
    });
  });
  await call(page, "other", "status");
  const link = other.details.locator(".em-participant a[href^=http]").first();
  const href = await link.evaluate(({ href: to }) => to);
  let opened = 0;
  context.on("page", () => { opened += 1; });
  await link.click();
  await expect.poll(() => page.evaluate(() => window.urls)).toEqual([href]);
  await call(page, "other", "status");
  await page.evaluate(() => { window.isAllowed = true; });
  const popup = context.waitForEvent("page");
  await link.click();
  await expect.poll(async () => (await popup).url()).toBe(href);
  // The first was not followed.
  expect(opened).toBe(1);
  expect(await page.evaluate(() => window.urls)).toEqual([href, href]);
});

test("the page asks its visitor by itself", async ({ page }) => {
  const { sandboxed } = await open(page);
  const said = [];
  page.on("dialog", (dialog) => {
    said.push(dialog.message());
    if (said.length === 1) dialog.dismiss();
    else dialog.accept();
  });
  await page.locator("#ask").check();
  await call(page, "sandboxed", "status");
  await sandboxed.row("a1").click();
  await expect.poll(() => said.length).toBe(1);
  await call(page, "sandboxed", "status");
  await expect(sandboxed.details).toHaveCount(0);
  await sandboxed.row("a1").click();
  await expect(sandboxed.detailsOf("a1")).toBeVisible();
  expect(said).toEqual(["expo-map-before-select: A1?", "expo-map-before-select: A1?"]);
});

for (const [what, sandbox] of [["a frame", ""], ["a sandboxed frame", "allow-scripts allow-popups allow-downloads"]]) {
  test(`the policy of ${what} allows what the map needs, and nothing else`, async ({ page, baseURL, faults }) => {
    test.slow();
    const elsewhere = baseURL.replace("127.0.0.1", "localhost");
    const data = JSON.parse(EXPO_TEXT);
    const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
    const stand = data.stands.find(({ id }) => id === "a1");
    const participant = data.participants.find(({ stands }) => stands?.includes(stand.id));
    const asked = [];
    await page.route("**/logos/**", (route) => {
      asked.push(route.request().url());
      route.fulfill({ body: PNG, contentType: "image/png" });
    });
    await page.route("**/with-logos.json", (route) => route.fulfill({ json: data, headers: { "access-control-allow-origin": "*" } }));
    const names = { own: `${baseURL}/logos/own.png`, data: `${elsewhere}/logos/data.png`, from: "https://logos.example/logos/a.png", other: "https://tracker.example/logos/b.png" };
    await page.goto("/hosts/iframe.html");
    const logo = async (name) => {
      participant.logo = names[name];
      await page.evaluate(([src, flags]) => {
        document.body.innerHTML = `<iframe id="one" width="1200" height="700"></iframe>`;
        if (flags) document.querySelector("#one").setAttribute("sandbox", flags);
        document.querySelector("#one").src = src;
      }, [`/embed/frame.html?src=${elsewhere}/with-logos.json&lang=en&from=https://logos.example&from=https://*&from=https://a;img-src`, sandbox]);
      const map = new Map(page, page.frameLocator("#one").locator("expo-map"));
      await map.shown();
      await map.row("a1").click();
      const image = map.details.locator("img").first();
      await image.scrollIntoViewIfNeeded();
      await expect.poll(() => image.evaluate(({ complete }) => complete)).toBe(true);
      return { map, width: await image.evaluate(({ naturalWidth }) => naturalWidth) };
    };
    const frame = () => page.frames().find((one) => one.url().includes("/frame.html"));
    const violations = () => frame().evaluate(() => window.violations.splice(0));
    for (const name of ["own", "data", "from"]) {
      const { map, width } = await logo(name);
      expect(width, name).toBe(1);
      if (name !== "own") continue;
      await map.find("俄铝");
      await expect(map.rows).toHaveCount(1);
      for (const format of ["png", "json", "csv"]) expect(await map.host.evaluate((host, kind) => host.exportPlan(kind).then(({ size }) => size > 100), format), format).toBe(true);
      expect(await violations()).toEqual([]);
    }
    expect((await logo("other")).width).toBe(0);
    await expect.poll(async () => (await violations()).join()).toContain("img-src https://tracker.example");
    // Nor does anything else get in or out, whoever asks.
    await frame().evaluate(async () => {
      const tries = [
        () => fetch("https://tracker.example/logos/c"),
        () => document.body.append(Object.assign(document.createElement("script"), { src: "https://tracker.example/logos/d.js" })),
        () => { document.body.setAttribute("onclick", "window.hacked = 1"); document.body.click(); },
        () => { document.body.append(Object.assign(document.createElement("script"), { textContent: "window.hacked = 2" })); },
      ];
      for (const attempt of tries) {
        try { await attempt(); } catch {}
      }
    });
    await expect.poll(violations).toEqual(expect.arrayContaining([expect.stringContaining("connect-src https://tracker.example")]));
    expect(await frame().evaluate(() => window.hacked)).toBeUndefined();
    expect(asked.filter((url) => url.includes("tracker"))).toEqual([]);
    faults.length = 0;
  });
}

/** A small generator of numbers that are always the same. */
const HOSTILE = `(seed) => {
  const next = () => ((seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const text = () => pick(["", "hello", "call", "result", "error", "event", "height", "fullscreen", "answer", "__proto__", "constructor", "prototype", "toString", "<img src=x onerror=alert(1)>", "x".repeat(10000), "\\u202e\\0", "select", "remove", "expo-map-select", "expo-map-before-select"]);
  const deep = (levels) => { let value = {}; for (let i = 0; i < levels; i += 1) value = i % 2 ? [value] : { x: value }; return value; };
  const value = (depth = 0) => pick([
    () => null, () => undefined, () => true, () => next() * 1e9, () => NaN, () => -0, () => Infinity, () => 1n, () => text(), () => new Date(NaN),
    () => new Map([[text(), 1]]), () => new Set([1]), () => new ArrayBuffer(8), () => /x/g, () => new Error(text()),
    () => (depth > 3 ? [] : Array.from({ length: Math.floor(next() * 12) }, () => value(depth + 1))),
    () => { const object = {}; for (let i = next() * 5; i > 0 && depth < 4; i -= 1) Object.defineProperty(object, text(), { value: value(depth + 1), enumerable: true, configurable: true, writable: true }); return object; },
    () => { const loop = {}; loop.self = loop; return loop; },
    () => deep(pick([50, 500])), () => JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
    () => new Array(1000), () => new Uint8Array(1000), () => new Blob(["x"]), () => new DOMRect(1, 2, 3, 4),
  ])();
  const field = (likely) => (next() < 0.6 ? likely() : value());
  const message = () => (next() < 0.25 ? value() : {
    expoMap: field(() => 1), type: field(() => pick(["hello", "call", "result", "error", "event", "height", "fullscreen", "answer"])), id: field(() => Math.floor(next() * 100)),
    name: field(text), args: field(() => [value(), value()]), value: value(), error: value(), detail: value(), height: value(), on: value(), methods: value(),
    ask: field(() => Math.floor(next() * 3)), allow: field(() => next() < 0.5), asks: field(() => [text(), text()]), fullscreen: value(), autoHeight: value(),
  });
  /** What goes along with a message and is gone here. */
  const along = () => (next() < 0.9 ? [] : pick([() => [new MessageChannel().port1], () => [new ArrayBuffer(8)], () => [new ReadableStream()], () => [new OffscreenCanvas(1, 1)]])());
  /** Says it to a window; what cannot be sent is not. */
  const send = (to, what, more = along()) => { try { to.postMessage(what, "*", more); return true; } catch { return false; } };
  return { message, value, deep, send };
}`;

test("hostile messages to the frame are refused and counted, and the map goes on", async ({ page }) => {
  const { other } = await open(page);
  await page.evaluate((source) => {
    const hostile = eval(source)(7);
    const frame = document.querySelector("#other").contentWindow;
    for (let sent = 0; sent < 2000;) {
      const message = hostile.message();
      // Names of methods are the page's to call; here only what is none.
      if (message?.type === "call" && ["select"].includes(message.name)) message.name = "eval";
      if (message?.type === "hello") message.autoHeight = true;
      sent += hostile.send(frame, message);
    }
    // As deep as can be sent at all.
    for (let levels = 64_000; levels > 1000; levels /= 4) {
      const value = hostile.deep(levels);
      for (const type of ["call", "answer", "hello", "fullscreen"]) hostile.send(frame, { expoMap: 1, type, id: 1, name: "status", args: value, ask: value, asks: value, on: value });
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

test("methods with hostile arguments answer each time, and the map goes on", async ({ page }) => {
  test.slow();
  const { other } = await open(page);
  const answers = await page.evaluate(async (source) => {
    const hostile = eval(source)(5);
    const methods = await window.host.other.ready;
    const ends = {};
    for (let round = 0; round < 12; round += 1) {
      await Promise.all(methods.map(async (name) => {
        const args = [hostile.value(), hostile.value()].slice(0, 1 + (round % 2));
        const end = await window.host.other.call(name, ...args).then(() => "done", ({ code }) => code);
        ends[end] = (ends[end] ?? 0) + 1;
      }));
    }
    for (const value of [hostile.deep(3000), JSON.parse('{"__proto__":{"polluted":1}}'), "[".repeat(100_000)]) {
      for (const name of ["setData", "setState", "setFilter", "select", "flyTo", "nearest", "search"]) {
        const end = await window.host.other.call(name, value).then(() => "done", ({ code }) => code);
        ends[end] = (ends[end] ?? 0) + 1;
      }
    }
    return ends;
  }, HOSTILE);
  console.log("calls with hostile arguments:", JSON.stringify(answers));
  expect(Object.keys(answers).filter((code) => !["done", "failed", "not-cloneable", "unknown-id", "bad-argument", "bad-state", "empty", "syntax", "truncated", "type", "wrong-format", "html"].includes(code))).toEqual([]);
  expect(await call(page, "other", "setData", EXPO)).toHaveProperty("value");
  await call(page, "other", "setFilter", null);
  await call(page, "other", "search", "");
  await call(page, "other", "clear");
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
  // A message of the frame's own comes after it.
  await map.host.evaluate(() => new Promise((done) => {
    addEventListener("message", ({ data }) => data === "mine" && done());
    postMessage("mine", "*");
  }));
  await map.still();
  await expect(map.details).toHaveCount(0);
  expect(await page.evaluate(() => window.told)).toEqual([]);
});

test("hostile messages of a frame are refused and counted, and the page goes on", async ({ page }) => {
  await open(page);
  const hostile = page.frames().find((frame) => frame.url().includes("lang=ru"));
  const before = await page.evaluate(() => {
    // The frame, too, may tell of its height: it is narrower where the page gets a scroll bar.
    window.heights = [];
    const frame = document.querySelector("#sandboxed");
    new MutationObserver(() => window.heights.push(frame.style.height)).observe(frame, { attributeFilter: ["style"] });
    return window.host.sandboxed.refused;
  });
  await hostile.evaluate((source) => {
    const hostile = eval(source)(11);
    for (let sent = 0; sent < 2000;) {
      const message = hostile.message();
      if (message?.type === "fullscreen") message.on = "yes";
      sent += hostile.send(parent, message);
    }
    for (let levels = 64_000; levels > 1000; levels /= 4) {
      const value = hostile.deep(levels);
      for (const type of ["result", "error", "event", "hello", "height"]) hostile.send(parent, { expoMap: 1, type, id: 1, name: "expo-map-select", value, error: { code: "x", message: "y", value }, detail: value, methods: [value], height: value });
    }
    parent.postMessage({ expoMap: 1, type: "height", height: 1e9 }, "*");
  }, HOSTILE);
  await expect.poll(() => page.evaluate(() => window.heights)).toContain("5000px");
  expect(await page.evaluate(() => window.heights.filter((height) => !(parseInt(height) <= 5000)))).toEqual([]);
  const refused = await page.evaluate(() => window.host.sandboxed.refused) - before;
  console.log("refused by the page, of 2000:", refused);
  expect(refused).toBeGreaterThan(1000);
  expect(await page.evaluate(() => [Object.keys(Object.prototype), window.host.other.refused])).toEqual([[], 0]);
  // The other connection heard nothing of it.
  expect(await call(page, "other", "select", "a1")).toEqual({ value: undefined });
});
