// What a page can ask of the element and is told by it: docs/api.md, line by line. What is named "weakness"
// is one that the documentation of another system admits.
import { EXPO, EXPO_TEXT, Map, expect, onDesktop, test } from "./map.mjs";

onDesktop();

/** Where the widget's files are. */
const WIDGET = "/widget/expo-map.js";
const DATA = "/expo-2024.json";

/** Opens a page of somebody's with that body. */
async function openHost(page, body, script = WIDGET) {
  await page.route("**/host.html", (route) => route.fulfill({
    contentType: "text/html; charset=utf-8",
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
      <script type="module" src="${script}"></script><body>${body}</body></html>`,
  }));
  await page.goto("/host.html");
  return new Map(page);
}

const widget = (attributes = `src="${DATA}"`) => `<expo-map ${attributes}></expo-map>`;

async function openMap(page, attributes) {
  const map = await openHost(page, widget(attributes));
  await map.shown();
  return map;
}

/** Calls a method; what it gives, or what its error says. */
const call = (map, method, ...given) => map.host.evaluate(
  (host, [name, args]) => host[name](...args).then(
    (value) => ({ value }),
    (error) => ({ name: error.name, code: error.code, message: error.message, path: error.path, line: error.line, column: error.column }),
  ),
  [method, given],
);
const value = async (...of) => {
  const { value: given, ...error } = await call(...of);
  expect(error).toEqual({});
  return given;
};
const ids = (list) => list.map(({ id }) => id);
const dimmed = async (map) => map.host.locator(".em-stand[data-faded]").count();

test.describe("with the map there", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("select opens a stand by id or number, and clear closes it", async ({ page }) => {
    const map = await openMap(page);
    await value(map, "select", "b4");
    await expect(map.detailsOf("b4")).toBeVisible();
    await call(map, "select", "A1");
    await expect(map.detailsOf("a1")).toBeVisible();
    await call(map, "clear");
    await expect(map.details).toHaveCount(0);
  });

  test("weakness: an unknown id does nothing, silently", async ({ page }) => {
    const map = await openMap(page);
    await map.select("a1");
    for (const [method, ...given] of [["select", "nope"], ["flyTo", "nope"], ["nearest", "nope"], ["describe", "nope"], ["setFilter", { categories: ["nope"] }]]) {
      const error = await call(map, method, ...given);
      expect(error, method).toMatchObject({ name: "ExpoMapError", code: "unknown-id" });
      expect(error.message, method).toContain("nope");
    }
    // And nothing else happened.
    await expect(map.detailsOf("a1")).toBeVisible();
    expect(await dimmed(map)).toBe(0);
  });

  test("fit shows the whole plan, flyTo a stand, a service, a point", async ({ page }) => {
    const map = await openMap(page);
    const whole = await map.host.evaluate((host) => host.scale);
    // Without motion it is there at once; not every browser can be asked for that.
    const scale = (wanted) => expect.poll(() => map.host.evaluate((host) => host.scale)).toBeCloseTo(wanted, 1);
    await value(map, "flyTo", "a1", { scale: 40 });
    await scale(40);
    const middle = async (id) => map.host.evaluate((host, stand) => {
      const [{ x, y }, box] = [host.project(stand), host.mapRect()];
      return [x - box.x - box.width / 2, y - box.y - box.height / 2];
    }, id);
    for (const off of await middle("a1")) expect(Math.abs(off)).toBeLessThan(60);
    const [service] = EXPO.halls[0].services;
    expect(await call(map, "flyTo", service.id)).toHaveProperty("value");
    await value(map, "flyTo", { x: 20, y: 20 }, { scale: 30 });
    await scale(30);
    await value(map, "fit");
    expect(await map.host.evaluate((host) => host.scale)).toBeCloseTo(whole, 3);
  });

  test("search shows the words in the box, and gives what it found, the best first", async ({ page }) => {
    const map = await openMap(page);
    const found = await value(map, "search", "a1");
    expect(found[0]).toEqual({ kind: "stand", id: "a1", field: "number" });
    await expect(map.search).toHaveValue("a1");
    const services = await value(map, "search", "toilet");
    expect(services.map(({ kind }) => kind)).toContain("service");
    expect(services[0].field).toBe("kind");
    expect(await value(map, "search", "qqqqqqqq")).toEqual([]);
    await value(map, "search", "");
    await expect(map.rows).toHaveCount(36);
  });

  test("setFilter filters list and map, part by part, and null resets", async ({ page }) => {
    const map = await openMap(page);
    const [{ id: category }] = EXPO.categories;
    const wanted = EXPO.stands.filter((stand) => stand.category === category).map(({ id }) => id);
    await value(map, "setFilter", { categories: [category] });
    expect((await map.listed()).sort()).toEqual(wanted.sort());
    await expect.poll(() => dimmed(map)).toBe(36 - wanted.length);
    await value(map, "setFilter", { kind: "university" });
    const both = ids(await value(map, "list"));
    for (const id of both) expect(wanted).toContain(id);
    await value(map, "setFilter", { categories: [] });
    expect((await value(map, "list")).length).toBeGreaterThan(0);
    expect(await call(map, "setFilter", { kind: "dragons" })).toMatchObject({ code: "bad-argument" });
    await value(map, "setFilter", null);
    await expect(map.rows).toHaveCount(36);
  });

  test("list tells of the stands that match now", async ({ page }) => {
    const map = await openMap(page);
    const all = await value(map, "list");
    expect(ids(all)).toEqual(EXPO.stands.map(({ id }) => id));
    const stand = EXPO.stands.find(({ id }) => id === "a1");
    expect(all.find(({ id }) => id === "a1")).toEqual({ id: "a1", number: stand.number, name: expect.any(String), participants: [expect.any(String)], category: stand.category, hall: stand.hall });
    await value(map, "search", "альфа");
    expect(ids(await value(map, "list"))).toEqual(await map.listed());
  });

  test("nearest measures from a stand and from a point", async ({ page }) => {
    const map = await openMap(page);
    const [entrance] = await value(map, "nearest", "a1", { what: "entrance" });
    expect(entrance).toEqual({ kind: "entrance", id: expect.any(String), metres: expect.any(Number) });
    const three = await value(map, "nearest", "a1", { what: "stand", limit: 3 });
    expect(three).toHaveLength(3);
    expect(ids(three)).not.toContain("a1");
    const metres = three.map((near) => near.metres);
    expect(metres).toEqual(metres.toSorted((a, b) => a - b));
    const [toilet] = await value(map, "nearest", { x: 1, y: 1 }, { what: "toilets" });
    const { kind } = EXPO.halls.flatMap(({ services }) => services).find(({ id }) => id === toilet.id);
    expect(kind).toBe("toilets");
    expect(await call(map, "nearest", "a1", { what: "dragons" })).toMatchObject({ code: "bad-argument" });
  });

  test("describe tells of a stand and of the floor in the interface's language", async ({ page }) => {
    const map = await openMap(page, `src="${DATA}" lang="ru"`);
    expect(await value(map, "describe", "a1")).toMatch(/[а-я]{4}/);
    const floor = await value(map, "describe");
    await map.host.evaluate((host) => { host.lang = "en"; });
    await expect.poll(() => value(map, "describe")).toMatch(/entrance/i);
    expect(await value(map, "describe")).not.toBe(floor);
  });

  test("exportPlan gives the files that a visitor can take", async ({ page }) => {
    const map = await openMap(page);
    const { files } = await map.host.evaluate((host) => host.capabilities);
    const begin = { svg: "<svg", json: "{", geojson: "{", csv: "\ufeff", ics: "BEGIN:VCALENDAR", png: "\ufffdPNG" };
    for (const [format, head] of Object.entries(begin)) {
      expect(files).toContain(format);
      const [type, text] = await map.host.evaluate(async (host, name) => {
        const file = await host.exportPlan(name);
        return [file.type, await file.text()];
      }, format);
      expect(text.startsWith(head) || (format === "csv" && text.startsWith('"')), `${format}: ${type} ${text.slice(0, 20)}`).toBe(true);
      if (format === "geojson") expect(JSON.parse(text).features).toHaveLength(36);
    }
    expect(await call(map, "exportPlan", "docx")).toMatchObject({ code: "bad-argument" });
    // Several at once each get their own, and the visitor's download is the visitor's.
    const types = await map.host.evaluate(async (host) => {
      const all = await Promise.all(["csv", "json", "svg", "ics"].map((format) => host.exportPlan(format)));
      return all.map(({ type }) => type);
    });
    expect(types).toEqual(["text/csv", "application/json", "image/svg+xml", "text/calendar"]);
  });

  test("getState and setState go round, also by another map", async ({ page }) => {
    const map = await openMap(page);
    const [{ id: category }] = EXPO.categories;
    await value(map, "setFilter", { categories: [category] });
    await value(map, "search", "а");
    await value(map, "flyTo", { x: 20, y: 20 }, { scale: 33 });
    await value(map, "select", "a1");
    const state = await value(map, "getState");
    expect(JSON.parse(state)[0]).toBe("1");
    const listed = ids(await value(map, "list"));

    const fresh = await openMap(page);
    expect(await value(fresh, "setState", state)).toEqual({ dropped: [] });
    await expect(fresh.detailsOf("a1")).toBeVisible();
    await expect(fresh.search).toHaveValue("а");
    expect(ids(await value(fresh, "list"))).toEqual(listed);
    expect(await value(fresh, "getState")).toBe(state);

    for (const wrong of ["", "{}", "[]", '["9"]', "null", "[[["]) {
      expect(await call(fresh, "setState", wrong), wrong).toMatchObject({ code: "bad-state" });
    }
    expect(await value(fresh, "getState")).toBe(state);
  });

  test("weakness: internal ids change between loads", async ({ page }) => {
    const map = await openMap(page);
    await value(map, "select", "a1");
    const state = await value(map, "getState");
    const other = JSON.parse(EXPO_TEXT);
    other.stands = other.stands.filter(({ id }) => id !== "a2").toReversed();
    expect(await value(map, "setData", other)).toMatchObject({ stands: { removed: ["a2"] } });
    await expect(map.detailsOf("a1")).toBeVisible();
    const { dropped } = await value(map, "setState", state.replace('"a1"', '"a2"'));
    expect(dropped).toEqual(["stand a2"]);
  });

  test("setData shows other data, says what is different, and keeps what can be kept", async ({ page }) => {
    const map = await openMap(page);
    await value(map, "search", "а");
    await value(map, "select", "a1");
    await value(map, "flyTo", "a1", { scale: 50 });
    const before = await value(map, "getState");
    const data = JSON.parse(EXPO_TEXT);
    const [first] = data.stands.filter(({ id }) => id !== "a1");
    first.number = "Z9";
    const gone = data.stands.pop();
    const moved = data.stands.at(-1);
    moved.outline = moved.outline.map(([x, y]) => [x + 0.1, y]);
    data.sessions = data.sessions.slice(1);
    const diff = await value(map, "setData", data);
    expect(diff.stands).toEqual({ added: [], removed: [gone.id], moved: [moved.id], changed: [first.id] });
    expect(diff.sessions.added).toEqual([]);
    await expect(map.stands).toHaveCount(35);
    expect(await value(map, "getState")).toBe(before);
    await expect(map.detailsOf("a1")).toBeVisible();
    // And back, as a text; the files of what was given are of what was given.
    expect((await value(map, "setData", EXPO_TEXT)).stands).toMatchObject({ added: [gone.id], removed: [] });
    await value(map, "setData", data);
    const text = await map.host.evaluate(async (host) => (await host.exportPlan("json")).text());
    expect(JSON.parse(text)).toEqual(data);
  });

  test("data that is bad is refused with its place, and the map stays", async ({ page }) => {
    const map = await openMap(page);
    const broken = EXPO_TEXT.replace('"version": 1,', '"version": 1;');
    expect(await call(map, "setData", broken)).toMatchObject({ code: "syntax", line: 4, column: expect.any(Number) });
    expect(await call(map, "setData", { ...EXPO, version: 7 })).toMatchObject({ code: "wrong-version", path: "version" });
    expect(await call(map, "setData", "")).toMatchObject({ code: "empty" });
    await expect(map.stands).toHaveCount(36);
    await map.row("a1").click();
    await expect(map.detailsOf("a1")).toBeVisible();
  });

  test("version and capabilities can be read, not set", async ({ page }) => {
    const map = await openMap(page);
    expect(await map.host.evaluate((host) => host.version)).toMatch(/^\d+\.\d+\.\d+/);
    expect(await map.host.evaluate((host) => { host.capabilities.files.length = 0; return host.capabilities.files.length; })).toBe(7);
  });

  test("filter is an attribute, too, and follows", async ({ page }) => {
    const [{ id: category }] = EXPO.categories;
    const wanted = EXPO.stands.filter((stand) => stand.category === category).length;
    const map = await openMap(page, `src="${DATA}" filter="${category}"`);
    await expect(map.rows).toHaveCount(wanted);
    await map.host.evaluate((host) => { host.filter = null; });
    await expect(map.rows).toHaveCount(36);
    // What is wrong with it is told by an event.
    const errors = await map.record("expo-map-error");
    await map.host.evaluate((host) => { host.filter = "nope"; });
    await expect.poll(errors).toMatchObject([{ code: "unknown-id" }]);
  });

  test("filter holds for data that comes after none came", async ({ page }) => {
    const [{ id: category }] = EXPO.categories;
    const wanted = EXPO.stands.filter((stand) => stand.category === category).length;
    const map = new Map(page);
    await openHost(page, widget(`filter="${category}"`));
    await map.host.evaluate((host) => customElements.whenDefined("expo-map").then(() => new Promise((done) => {
      if (host.shadowRoot.querySelector(".em-failure, [role=alert]")) done();
      else host.addEventListener("expo-map-error", done, { once: true });
    })));
    await map.host.evaluate((host, src) => fetch(src).then((answer) => answer.json()).then((data) => { host.data = data; }), DATA);
    await expect(map.rows).toHaveCount(wanted);
  });

  test("a selected stand that is not there is told of once, for each data, and opens nothing", async ({ page }) => {
    const map = await openMap(page);
    await page.evaluate(() => {
      window.heard = [];
      addEventListener("expo-map-error", ({ detail }) => window.heard.push(detail.message));
      addEventListener("expo-map-ready", () => window.heard.push("ready"));
    });
    /** What was told since, once all is done that was asked for. */
    const heard = async () => {
      await map.host.evaluate((host) => host.list());
      return page.evaluate(() => window.heard.splice(0).sort());
    };
    await map.host.evaluate((host, src) => {
      const next = document.createElement("expo-map");
      next.append("Without a map");
      host.replaceWith(next);
      Object.assign(next, { selected: "before", src });
      next.selected = "nope";
      new MutationObserver((changes) => {
        if (changes.some(({ target }) => "trouble" in target.dataset)) window.heard.push("trouble");
      }).observe(next, { attributes: true, subtree: true });
    }, DATA);
    await map.shown();
    expect(await heard()).toEqual(["ready", "unknown-id: nope"]);
    await map.host.evaluate((host) => { host.selected = "A1"; });
    await expect(map.detailsOf("a1")).toBeVisible();
    expect(await heard()).toEqual([]);
    await map.host.evaluate((host) => { host.selected = "away"; });
    await expect(map.details).toHaveCount(0);
    expect(await heard()).toEqual(["unknown-id: away"]);
    await map.host.evaluate((host) => { host.selected = "away"; });
    expect(await heard()).toEqual([]);
    // A method tells who calls it.
    expect(await call(map, "select", "gone")).toMatchObject({ code: "unknown-id" });
    await map.host.evaluate((host) => { host.selected = null; });
    expect(await heard()).toEqual([]);
    await map.host.evaluate((host) => Object.assign(host, { src: `${host.src}?other`, selected: "nope" }));
    await expect.poll(() => page.evaluate(() => window.heard.length)).toBe(2);
    expect(await heard()).toEqual(["ready", "unknown-id: nope"]);
  });

  test("controls says what is shown", async ({ page }) => {
    const map = await openMap(page);
    const parts = { search: ".em-search", legend: ".em-legend", zoom: ".em-controls", list: ".em-panel", language: ".em-langs" };
    for (const part of Object.values(parts)) await expect(map.host.locator(part).first()).toBeVisible();
    await map.host.evaluate((host) => { host.controls = "search list"; });
    for (const [name, part] of Object.entries(parts)) {
      await expect(map.host.locator(part).first(), name).toBeVisible({ visible: ["search", "list"].includes(name) });
    }
    await map.host.evaluate((host) => { host.controls = ""; });
    await expect(map.host.locator(".em-panel")).toBeHidden();
    await expect(map.picture).toBeVisible();
  });

  for (const width of [390, 700, 1280]) {
    test(`without a panel there is a map all the same, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const map = await openMap(page, `src="${DATA}" controls="zoom"`);
      await expect(map.host.locator(".em-panel")).toBeHidden();
      expect(await map.host.evaluate((host) => host.scale)).toBeGreaterThan(0);
    });
  }

  test("before-select can prevent a visitor's choice, wherever it is made", async ({ page }) => {
    const map = await openMap(page);
    const selected = await map.record("expo-map-select");
    await map.host.evaluate((host) => {
      window.asked = [];
      host.addEventListener("expo-map-before-select", (event) => {
        window.asked.push(event.detail);
        if (window.prevents) event.preventDefault();
      });
      window.prevents = true;
    });
    const { x, y } = await map.placeOf("a1");
    await page.mouse.click(x, y);
    await map.row("b4").click();
    expect(await page.evaluate(() => window.asked)).toEqual([{ id: "a1", number: "A1" }, { id: "b4", number: expect.any(String) }]);
    await expect(map.details).toHaveCount(0);
    expect(await selected()).toEqual([]);
    await page.evaluate(() => { window.prevents = false; });
    await map.row("a1").click();
    await expect(map.detailsOf("a1")).toBeVisible();
    expect(await selected()).toHaveLength(1);
  });

  test("any number of listeners; one of them may ask the map, throw, or take it away", async ({ page, faults }) => {
    const map = await openMap(page);
    await map.host.evaluate((host) => {
      window.heard = 0;
      for (let i = 0; i < 5; i += 1) host.addEventListener("expo-map-before-select", () => { window.heard += 1; });
      host.addEventListener("expo-map-before-select", () => { window.scale = host.scale; host.select("b4"); });
      host.addEventListener("expo-map-before-select", () => { throw new Error("the page's own"); }, { once: true });
    });
    await map.row("a1").click();
    await expect.poll(() => page.evaluate(() => window.heard)).toBe(5);
    await expect(map.details).toBeVisible();
    expect(faults.splice(0).join()).toContain("the page's own");
    await map.host.evaluate((host) => host.addEventListener("expo-map-before-select", () => host.remove()));
    await map.host.evaluate((host) => host.shadowRoot.querySelector('.em-stand[data-id="c2"]').dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true })));
    await expect(map.host).toHaveCount(0);
  });

  test("before-navigate can prevent a link out", async ({ page }) => {
    const map = await openMap(page);
    await map.host.evaluate((host) => {
      window.urls = [];
      host.addEventListener("expo-map-before-navigate", (event) => {
        window.urls.push(event.detail.url);
        event.preventDefault();
      });
    });
    const withLink = EXPO.participants.find(({ links, stands }) => links?.length && stands?.length);
    await map.select(withLink.stands[0]);
    let opened = 0;
    page.context().on("page", () => { opened += 1; });
    const link = map.details.locator(".em-participant a[href^=http]").first();
    const href = await link.evaluate(({ href: to }) => to);
    await link.click();
    await link.click({ button: "middle" });
    expect(await page.evaluate(() => window.urls)).toEqual([href, href]);
    expect(opened).toBe(0);
    expect(page.url()).toContain("/host.html");
  });

  test("what the page does fires nothing, and leaves the focus where it is", async ({ page }) => {
    const map = await openHost(page, `<input id="own">${widget()}`);
    await map.shown();
    await page.locator("#own").focus();
    await map.host.evaluate((host) => {
      window.fired = [];
      for (const name of ["select", "before-select", "before-navigate"]) host.addEventListener(`expo-map-${name}`, () => window.fired.push(name));
    });
    const state = await value(map, "getState");
    await value(map, "select", "a1");
    await value(map, "search", "альфа");
    await value(map, "select", "a1");
    await value(map, "setFilter", { bookmarked: true });
    await value(map, "setFilter", null);
    await value(map, "setState", state);
    await value(map, "select", "b4");
    await value(map, "setData", EXPO);
    await value(map, "clear");
    await value(map, "select", "b4");
    await map.host.evaluate((host) => { host.selected = "a1"; });
    await expect(map.detailsOf("a1")).toBeVisible();
    await map.still();
    expect(await page.evaluate(() => window.fired)).toEqual([]);
    await expect(page.locator("#own")).toBeFocused();
  });
});

test("flyTo flies", async ({ page }) => {
  const map = await openMap(page);
  const scales = await map.host.evaluate(async (host) => {
    const seen = [host.scale];
    await host.flyTo("a1", { scale: 60 });
    while (Math.abs(seen.at(-1) - 60) > 0.1 && seen.length < 600) {
      await new Promise(requestAnimationFrame);
      seen.push(host.scale);
    }
    return seen;
  });
  expect(Math.abs(scales.at(-1) - 60)).toBeLessThan(0.2);
  expect(scales.filter((scale) => scale > scales[0] * 1.02 && scale < 59).length, "seen on its way").toBeGreaterThan(0);
});

test("weakness: methods throw before ready", async ({ page }) => {
  let release;
  const held = new Promise((done) => { release = done; });
  await page.route(`**${DATA}`, async (route) => { await held; await route.continue(); });
  const map = await openHost(page, widget());
  await expect(map.root).toBeVisible();
  await map.host.evaluate((host) => {
    window.done = [];
    const note = (name) => [(v) => window.done.push([name, typeof v]), (e) => window.done.push([name, e.code])];
    host.select("a1").then(...note("select"));
    host.select("nope").then(...note("unknown"));
    host.list().then(...note("list"));
    host.getState().then(...note("getState"));
  });
  expect(await page.evaluate(() => window.done)).toEqual([]);
  release();
  await expect.poll(() => page.evaluate(() => window.done)).toEqual([["select", "undefined"], ["unknown", "unknown-id"], ["list", "object"], ["getState", "string"]]);
  await expect(map.detailsOf("a1")).toBeVisible();
});

test("what is called before there is data is done first, also on a map that nobody sees", async ({ page }) => {
  const map = await openHost(page, `<div hidden>${widget()}</div>`);
  await page.evaluate(() => customElements.whenDefined("expo-map"));
  // A search closes the details: were it done last, they would not be open.
  await map.host.evaluate((host) => Promise.all([host.select("a1"), host.search("b"), host.select("b4")]));
  await page.evaluate(() => { document.querySelector("div").hidden = false; });
  await map.shown();
  await expect(map.detailsOf("b4")).toBeVisible();
  await expect(map.search).toHaveValue("b");
});

test("calls on an element that is in no document yet are queued", async ({ page }) => {
  const map = await openHost(page, "");
  await page.evaluate(async (src) => {
    await customElements.whenDefined("expo-map");
    const host = document.createElement("expo-map");
    host.setAttribute("src", src);
    window.chosen = host.select("a1").then(() => host.list());
    document.body.append(host);
  }, DATA);
  expect(await page.evaluate(async () => (await window.chosen).length)).toBe(36);
  await expect(map.detailsOf("a1")).toBeVisible();
});

test("weakness: errors only in the console", async ({ page }) => {
  await page.route(`**${DATA}`, (route) => route.fulfill({ status: 503 }));
  const map = await openHost(page, widget());
  await expect(map.failure).toBeVisible();
  expect(await call(map, "list")).toMatchObject({ name: "ExpoMapError", code: "http-status", message: expect.stringContaining("503") });
  expect(await call(map, "select", "a1")).toMatchObject({ code: "http-status" });
  // Data of the page's own mends it.
  expect((await value(map, "setData", EXPO)).stands.added).toHaveLength(36);
  await map.shown();
});

test("data in place of an address: no failure, no request, ready once", async ({ page }) => {
  const map = await openHost(page, "");
  await page.evaluate((data) => {
    window.fired = [];
    const host = document.createElement("expo-map");
    host.data = data;
    for (const name of ["ready", "error"]) host.addEventListener(`expo-map-${name}`, ({ detail }) => window.fired.push([name, detail.stands ?? detail.code]));
    document.body.append(host);
  }, EXPO);
  await map.shown();
  await expect.poll(() => page.evaluate(() => window.fired)).toEqual([["ready", 36]]);
  expect(await map.host.evaluate((host) => host.data.event.id)).toBe(EXPO.event.id);
  await map.host.evaluate((host) => { host.data = "{"; });
  await expect.poll(() => page.evaluate(() => window.fired.at(-1)[0])).toBe("error");
  await expect(map.stands).toHaveCount(36);
});

test("weakness: the host element goes full screen unless overridden", async ({ page }) => {
  const map = await openMap(page);
  expect((await map.host.boundingBox()).height).toBe(640);
});

test("weakness: it rewrites the page's URL and title", async ({ page }) => {
  const map = await openMap(page);
  const before = await page.evaluate(() => [location.href, document.title, history.length]);
  await map.row("a1").click();
  await value(map, "setState", await value(map, "getState"));
  await value(map, "select", "b4");
  await map.find("альфа");
  expect(await page.evaluate(() => [location.href, document.title, history.length])).toEqual(before);
});

test("weakness: data is evaluated as JavaScript", async ({ page }) => {
  const map = await openMap(page);
  const nasty = JSON.parse(EXPO_TEXT);
  nasty.stands[0].name = "</script><img src=x onerror=window.hacked=1>";
  await value(map, "setData", nasty);
  expect(await call(map, "setData", "window.hacked = 1")).toMatchObject({ code: "syntax" });
  await value(map, "select", nasty.stands[0].id);
  await expect(map.details).toContainText("<img");
  expect(await page.evaluate(() => window.hacked)).toBeUndefined();
});

test("weakness: controls at a high z-index cover the host's dialogs", async ({ page }) => {
  const map = await openHost(page, `${widget()}<div id="over" style="position:absolute;inset:0;z-index:1;background:#000"></div>`);
  await map.shown();
  const covered = await page.evaluate(() => {
    const { left, top, width, height } = document.querySelector("expo-map").getBoundingClientRect();
    return [0.05, 0.5, 0.98].every((across) => [0.05, 0.5, 0.95].every((down) => document.elementFromPoint(left + width * across, top + height * down).id === "over"));
  });
  expect(covered).toBe(true);
});

test("parts can be dressed, and slots filled", async ({ page }) => {
  const map = await openHost(page, `<style>expo-map::part(panel){outline:3px solid rgb(1, 2, 3)}</style>
    <expo-map src="${DATA}"><p slot="header">Ours</p><p slot="details-footer">Below</p></expo-map>`);
  await map.shown();
  for (const part of ["map", "panel", "search", "list", "legend", "controls"]) await expect(map.host.locator(`[part~=${part}]`), part).not.toHaveCount(0);
  expect(await map.host.locator("[part=panel]").evaluate((panel) => getComputedStyle(panel).outlineColor)).toBe("rgb(1, 2, 3)");
  await expect(page.getByText("Ours")).toBeVisible();
  await map.select("a1");
  await expect(map.host.locator("[part~=details]")).toBeVisible();
  await page.getByText("Below", { exact: true }).scrollIntoViewIfNeeded();
  await expect(page.getByText("Below", { exact: true })).toBeVisible();
});
