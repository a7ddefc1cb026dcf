// The widget's bundle on pages that are not its own.
import { CSP, EXPO_TEXT, Map, expect, expectNear, onDesktop, test } from "./map.mjs";


test.use({ contextOptions: { reducedMotion: "reduce" } });
onDesktop();

/** Serves a page with that body at /host.html, and opens it. */
async function openHost(page, body, { css = "", headers = {}, doctype = "<!doctype html>" } = {}) {
  await page.route("**/host.css", (route) => route.fulfill({ body: css, contentType: "text/css" }));
  await page.route("**/host.html", (route) => route.fulfill({
    contentType: "text/html; charset=utf-8",
    headers,
    body: `${doctype}<html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
      <link rel="stylesheet" href="host.css"><script type="module" src="/widget/expo-map.js"></script><body>${body}</body></html>`,
  }));
  await page.goto("/host.html");
}

const widget = (attributes = "") => `<expo-map src="/expo-2024.json" ${attributes}></expo-map>`;

test("under a strict content security policy nothing is violated", async ({ page }) => {
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      window.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`));
  });
  await openHost(page, widget(), { headers: { "content-security-policy": CSP } });
  const map = new Map(page);
  await map.shown();
  await map.row("a1").click();
  await expect(map.detailsOf("a1")).toBeVisible();
  await map.escape();
  await map.zoomIn();
  await map.find("俄铝");
  await expect(map.rows).toHaveCount(1);
  await map.host.locator('.em-langs [lang="zh-Hans"]').click();
  await expect(map.root).toHaveAttribute("lang", "zh-Hans");
  await map.host.evaluate((host) => { host.theme = "dark"; });
  await expect(map.root).toHaveAttribute("data-theme", "dark");
  const color = await map.root.evaluate((root) => getComputedStyle(root).display);
  expect(color, "the style sheet is adopted").toBe("grid");
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

test("asks for nothing but its own files", async ({ page, baseURL }) => {
  const asked = new Set();
  page.on("request", (request) => asked.add(request.url()));
  await openHost(page, widget());
  await new Map(page).shown();
  for (const url of asked) expect(url.startsWith(baseURL) || url.startsWith("data:"), url).toBe(true);
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test("two widgets on one page live apart", async ({ page }) => {
  const other = JSON.parse(EXPO_TEXT);
  other.stands = other.stands.slice(0, 10);
  other.event.shortName = "Other";
  await page.route("**/other.json", (route) => route.fulfill({ json: other }));
  await openHost(page, `${widget('id="one" lang="ru"')}<expo-map id="two" src="/other.json" lang="en"></expo-map>`);
  const [one, two] = ["#one", "#two"].map((id) => new Map(page, page.locator(id)));
  await one.shown();
  await two.shown(10);
  await one.find("росатом");
  await expect(one.rows).toHaveCount(1);
  await expect(two.rows).toHaveCount(10);
  await two.row("a2").click();
  await expect(two.detailsOf("a2")).toBeVisible();
  await expect(one.details).toHaveCount(0);
  await two.escape();
  await expect(two.details).toHaveCount(0);
  await expect(one.search).toHaveValue("росатом");
  await page.evaluate(() => document.querySelector("#one").remove());
  await two.row("a1").click();
  await expect(two.detailsOf("a1")).toBeVisible();
});

test("works after it was removed and inserted again", async ({ page }) => {
  await openHost(page, `<div id="zone">${widget()}</div>`);
  const map = new Map(page);
  await map.shown();
  for (let cycle = 0; cycle < 5; cycle += 1) {
    await page.evaluate(() => {
      const zone = document.querySelector("#zone");
      window.kept = zone.firstElementChild;
      window.kept.remove();
    });
    await page.evaluate(() => document.querySelector("#zone").append(window.kept));
    await map.shown();
    await map.row("a1").click();
    await expect(map.detailsOf("a1")).toBeVisible();
  }
  // As pages do that load parts of themselves anew.
  await page.evaluate((html) => { document.querySelector("#zone").innerHTML = html; }, widget('selected="b1"'));
  await map.shown();
  await expect(map.detailsOf("b1")).toBeVisible();
});

test("loaded twice, the first one stays", async ({ page }) => {
  await openHost(page, widget());
  const map = new Map(page);
  await map.shown();
  // Another copy of everything, as from another version.
  await page.route("**/copy/**", async (route) =>
    route.fulfill({ response: await route.fetch({ url: route.request().url().replace("/copy/", "/widget/") }) }));
  await page.evaluate(async () => {
    const copy = await import("/copy/expo-map.js");
  });
  await map.row("a1").click();
  await expect(map.detailsOf("a1")).toBeVisible();
});

test("a hostile style sheet of the page changes nothing", async ({ page }) => {
  const box = 'style-free class="frame"';
  const frame = ".frame { width: 1100px; height: 700px }";
  const measure = (map) => map.host.evaluate(({ shadowRoot }) =>
    [".em-panel", ".em-stage", ".em-head h2", ".em-search input", ".em-row", ".em-chip", ".em-controls", ".em-stand", ".em-foot"].map((selector) => {
      const { left, top, width, height } = shadowRoot.querySelector(selector).getBoundingClientRect();
      return [selector, left, top, width, height].join(" ");
    }));
  await openHost(page, `<div ${box}>${widget()}</div>`, { css: `body { margin: 0 } ${frame} expo-map { block-size: 100% }` });
  let map = new Map(page);
  await map.shown();
  const before = await measure(map);
  await page.unrouteAll();
  const hostile = `
    * { box-sizing: content-box !important; letter-spacing: 3px; text-transform: uppercase; line-height: 3; font-style: italic; text-align: right; direction: ltr; word-spacing: 9px; text-indent: 20px }
    svg { width: 100%; height: 40px; fill: red } path { fill: none !important; stroke: lime !important } button { display: none } input { border: 9px solid red }
    div, section, ul, li, span, p, h1, h2 { padding: 20px; margin: 30px; color: red; background: lime; font: 40px serif; position: static !important }
    body { margin: 0; font-size: 40px; color: red; text-shadow: 2px 2px blue; white-space: pre; visibility: visible; cursor: help; user-select: none }
    .em-panel, .em-stand, .expo-map { display: none !important } div.frame { padding: 0; margin: 0; font: 16px serif } ${frame} expo-map { block-size: 100% }`;
  await openHost(page, `<div ${box}>${widget()}</div>`, { css: hostile });
  map = new Map(page);
  await map.shown();
  expect(await measure(map)).toEqual(before);
});

test("leaves title, address, scroll position and focus of the page alone", async ({ page }) => {
  await openHost(page, `<input id="own"><p class="tall"></p>${widget()}<p class="tall"></p>`, { css: ".tall { height: 1500px }" });
  const map = new Map(page);
  await map.shown();
  const state = () => page.evaluate(() => ({
    title: document.title, url: location.href, entries: history.length, scroll: [scrollX, scrollY],
    focus: document.activeElement.id, lang: document.documentElement.lang, classes: document.body.className, children: document.body.children.length,
  }));
  await page.locator("#own").focus();
  const before = await state();
  expect(before.focus).toBe("own");
  await map.select("a1");
  await map.host.evaluate((host) => { host.setAttribute("lang", "zh"); host.fit(); host.clear(); });
  await map.still();
  expect(await state()).toEqual(before);
});

test("opening and closing details does not scroll the page", async ({ page }) => {
  await openHost(page, `<p class="tall"></p>${widget()}<p class="tall"></p>`, { css: ".tall { height: 1500px }" });
  const map = new Map(page);
  await map.shown();
  await page.evaluate(() => scrollTo(0, 1600));
  const before = await page.evaluate(() => scrollY);
  await map.host.evaluate((host) => host.shadowRoot.querySelector("[data-row=a3]").click());
  await expect(map.detailsOf("a3").locator("[data-panel-focus]")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(map.details).toHaveCount(0);
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test("the plain wheel scrolls the page, the wheel with Ctrl zooms the map", async ({ page }) => {
  await openHost(page, `${widget()}<p class="tall"></p>`, { css: "body { margin: 0 } .tall { height: 3000px }" });
  const map = new Map(page);
  await map.shown();
  const stage = await map.stageBox();
  await page.mouse.move(stage.x + stage.width / 2, stage.y + stage.height / 2);
  const before = await map.box("g1");
  await page.mouse.wheel(0, 120);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(120);
  expect((await map.box("g1")).width).toBeCloseTo(before.width, 3);
  await expect(map.host.locator(".em-hint[data-on]")).toContainText("Ctrl");
  await expect(map.host.locator(".em-hint[data-on]")).toHaveCount(0);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -300);
  await page.keyboard.up("Control");
  await expect.poll(async () => (await map.box("g1")).width).toBeGreaterThan(before.width * 1.1);
  expect(await page.evaluate(() => [scrollY, devicePixelRatio, visualViewport.scale])).toEqual([120, 1, 1]);
});

test("with gestures=free the map takes the wheel", async ({ page }) => {
  await openHost(page, `${widget('gestures="free"')}<p class="tall"></p>`, { css: "body { margin: 0 } .tall { height: 3000px }" });
  const map = new Map(page);
  await map.shown();
  const stage = await map.stageBox();
  await page.mouse.move(stage.x + stage.width / 2, stage.y + stage.height / 2);
  const before = await map.box("g1");
  await page.mouse.wheel(0, -300);
  await expect.poll(async () => (await map.box("g1")).width).toBeGreaterThan(before.width * 1.1);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test("fires its events up through the page, for the visitor's actions only", async ({ page }) => {
  await openHost(page, widget('lang="en"'));
  const map = new Map(page);
  await map.shown();
  await page.evaluate(() => {
    window.selects = [];
    addEventListener("expo-map-select", ({ target, detail }) => window.selects.push([target.localName, detail.id]));
  });
  await map.select("a1");
  await map.clear();
  await map.row("a2").click();
  await map.escape();
  await expect(map.details).toHaveCount(0);
  expect(await page.evaluate(() => window.selects)).toEqual([["expo-map", "a2"], ["expo-map", null]]);
});

test("fills a box of any size, and follows it", async ({ page }) => {
  await openHost(page, `<div id="box">${widget()}</div>`, { css: "#box { width: 320px; height: 480px } expo-map { block-size: 100% }" });
  const map = new Map(page);
  await map.shown();
  await expect(map.root).toHaveAttribute("data-layout", "narrow");
  for (const [width, layout] of [[700, "medium"], [1200, "wide"], [320, "narrow"]]) {
    await page.evaluate((px) => { document.querySelector("#box").style.width = `${px}px`; }, width);
    await expect(map.root).toHaveAttribute("data-layout", layout);
    await map.still();
    const box = await map.root.boundingBox();
    expect(box.width).toBe(width);
  }
  const before = await map.box("g1");
  await map.fit();
  expectNear(await map.box("g1"), before);
});

test("as high as the page says, else of a sensible height; hidden when hidden", async ({ page }) => {
  await openHost(page, `${widget('id="plain"')}${widget('hidden id="hidden"')}`);
  const map = new Map(page, page.locator("#plain"));
  await map.shown();
  expect((await map.host.boundingBox()).height).toBe(640);
  await expect(page.locator("#hidden")).toBeHidden();
  await page.evaluate(() => { document.querySelector("#hidden").hidden = false; });
  const other = new Map(page, page.locator("#hidden"));
  await other.shown();
  await expect.poll(() => other.host.evaluate((host) => host.visibleLabels)).toBeGreaterThan(0);
});

test("nothing scrolls the map out of its box", async ({ page }) => {
  await openHost(page, widget());
  const map = new Map(page);
  await map.shown();
  for (const part of [map.root, map.stage]) {
    const moved = await part.evaluate((element) => {
      element.scrollTo(150, 150);
      return [element.scrollLeft, element.scrollTop];
    });
    expect(moved).toEqual([0, 0]);
  }
});

test("listeners of the map's events may ask it anything", async ({ page }) => {
  await page.addInitScript(() => {
    window.asked = new Promise((done) => {
      addEventListener("expo-map-ready", ({ target }) => {
        const { x, y } = target.project("a1") ?? {};
        done({ scale: target.scale, labels: target.visibleLabels, x, y, nobody: target.project("nobody") });
      });
    });
  });
  await openHost(page, widget());
  const asked = await page.evaluate(() => window.asked);
  const map = new Map(page);
  await map.shown();
  const box = await map.box("a1");
  expect(asked.scale).toBeGreaterThan(1);
  expect(asked.labels).toBeGreaterThan(20);
  expect(asked.x).toBeGreaterThan(box.left);
  expect(asked.x).toBeLessThan(box.left + box.width);
  expect(asked.y).toBeGreaterThan(box.top);
  expect(asked.y).toBeLessThan(box.top + box.height);
  expect(asked.nobody).toBeNull();
});

test("the page can ask for a stand in the middle, even before there is data", async ({ page }) => {
  await openHost(page, "");
  await page.evaluate(async () => {
    await customElements.whenDefined("expo-map");
    const map = document.createElement("expo-map");
    map.centerOn("f2", 60);
    map.src = "/expo-2024.json";
    document.body.append(map);
  });
  const map = new Map(page);
  await map.shown();
  await expect.poll(() => map.host.evaluate((host) => host.scale)).toBe(60);
  const { place, box } = await map.host.evaluate((host) => ({ place: host.project("f2"), box: host.mapRect() }));
  expect(Math.abs(place.x - box.x - box.width / 2)).toBeLessThan(2);
});

test("in a frame's document it has its styles, and no other map is harmed", async ({ page }) => {
  await openHost(page, `${widget('id="here"')}<iframe id="frame" width="900" height="700"></iframe>`);
  const here = new Map(page, page.locator("#here"));
  await here.shown();
  await page.evaluate(() => {
    const map = document.createElement("expo-map");
    map.setAttribute("src", "/expo-2024.json");
    document.querySelector("#frame").contentDocument.body.append(map);
  });
  const there = new Map(page, page.frameLocator("#frame").locator("expo-map"));
  await there.shown();
  expect(await there.root.evaluate((root) => getComputedStyle(root).display)).toBe("grid");
  // A map that moves there is made anew, with its styles.
  await page.evaluate(() => {
    document.querySelector("#frame").contentDocument.body.append(document.querySelector("#here"));
  });
  const moved = new Map(page, page.frameLocator("#frame").locator("#here"));
  await moved.shown();
  expect(await moved.root.evaluate((root) => getComputedStyle(root).display)).toBe("grid");
});

/** Pages that scroll elsewhere than most, or later. */
const TALL = '<div style="height:3000px"></div>';
const SCROLLERS = {
  "without a doctype": [`${widget()}${TALL}`, { doctype: "" }],
  "whose body scrolls": [`${widget()}${TALL}`, { css: "html,body{height:100%;overflow-x:hidden}" }],
  "with a part that scrolls": [`<main style="height:100vh;overflow:auto">${widget()}${TALL}</main>`, { css: "body{margin:0}" }],
  "with a dialog that scrolls": [`<dialog style="height:400px;width:700px">${widget()}${TALL}</dialog>`, {}],
};
for (const [what, [body, options]] of Object.entries(SCROLLERS)) {
  test(`a page ${what} keeps its wheel`, async ({ page }) => {
    await openHost(page, body, options);
    await page.evaluate(() => document.querySelector("dialog")?.showModal());
    const map = new Map(page);
    await map.shown();
    await expect(map.stage).toHaveAttribute("data-cooperative", "");
    const before = await map.host.evaluate((host) => [host.scale, host.getBoundingClientRect().y]);
    const { x, y } = await map.host.boundingBox();
    await page.mouse.move(x + 500, y + 150);
    await page.mouse.wheel(0, 120);
    await expect.poll(() => map.host.evaluate((host) => host.getBoundingClientRect().y)).toBeLessThan(before[1]);
    expect(await map.host.evaluate((host) => host.scale)).toBe(before[0]);
  });
}

test("a page that grows later, or shrinks, is looked at again", async ({ page }) => {
  await openHost(page, widget('style="height:500px"'));
  const map = new Map(page);
  await map.shown();
  await expect(map.stage).not.toHaveAttribute("data-cooperative");
  await page.evaluate((tall) => document.body.insertAdjacentHTML("beforeend", tall), TALL);
  await expect(map.stage).toHaveAttribute("data-cooperative", "");
  await page.evaluate(() => document.body.lastElementChild.remove());
  await expect(map.stage).not.toHaveAttribute("data-cooperative");
  await map.host.evaluate((host) => { host.gestures = "cooperative"; });
  await expect(map.stage).toHaveAttribute("data-cooperative", "");
});

test.describe("in a language that the map does not have", () => {
  test.use({ locale: "kk-KZ" });
  test("it speaks the next one that the visitor reads", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "languages", { get: () => ["kk-KZ", "ru", "en"] }));
    await page.route("**/kk.html", (route) => route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="kk"><title>Host</title><link rel="icon" href="data:,"><script type="module" src="/widget/expo-map.js"></script>${widget()}`,
    }));
    await page.goto("/kk.html");
    const map = new Map(page);
    await map.shown();
    await expect(map.root).toHaveAttribute("lang", "ru");
  });
});

test("listeners that the page has wrapped outlive the map", async ({ page }) => {
  // As old zone.js does it: one listener of the browser's for all of a target, from whose options the first one's.
  await page.addInitScript(() => {
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    const all = new WeakMap();
    const tasks = (target, name, options) => {
      if (!all.has(target)) all.set(target, {});
      return (all.get(target)[`${name} ${options?.capture ?? options === true}`] ??= { list: [] });
    };
    EventTarget.prototype.addEventListener = function (name, listener, options) {
      const target = this ?? window;
      if (!listener) return;
      const of = tasks(target, name, options);
      if (!of.list.length) {
        of.native = (event) => { for (const task of [...of.list]) task.handleEvent ? task.handleEvent(event) : task.call(target, event); };
        add.call(target, name, of.native, options?.once ? { ...options, once: false } : options);
      }
      of.list.push(listener);
    };
    EventTarget.prototype.removeEventListener = function (name, listener, options) {
      const target = this ?? window;
      const of = tasks(target, name, options);
      of.list = of.list.filter((one) => one !== listener);
      if (!of.list.length && of.native) remove.call(target, name, of.native, options);
    };
  });
  await openHost(page, widget("deep-link"));
  const map = new Map(page);
  await map.shown();
  await page.evaluate(() => {
    window.heard = [];
    for (const name of ["hashchange", "storage", "beforeprint", "pagehide"]) addEventListener(name, () => window.heard.push(name));
    window.map = document.querySelector("expo-map");
    window.map.remove();
  });
  const told = () => page.evaluate(() => {
    for (const name of ["hashchange", "storage", "beforeprint", "pagehide"]) dispatchEvent(new Event(name));
    return window.heard.splice(0);
  });
  expect(await told()).toEqual(["hashchange", "storage", "beforeprint", "pagehide"]);
  await page.evaluate(() => document.body.append(window.map));
  await map.shown();
  await told();
  await expect(map.host.locator(".em-sheet")).toHaveCount(1);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await map.search.focus();
  await page.keyboard.press("ArrowDown");
  await expect(map.rows.first()).toBeFocused();
});

test("where the page has it hit by nothing, what lies behind is", async ({ page }) => {
  await openHost(page, `<button style="position:absolute;inset:0;width:100%;height:640px">Behind</button>${widget()}`, { css: "body{margin:0}expo-map{pointer-events:none}" });
  const map = new Map(page);
  await map.shown();
  await page.evaluate(() => document.querySelector("button").addEventListener("click", () => { window.behind = true; }));
  const { x, y } = await map.host.evaluate((host) => host.project("b3"));
  await page.mouse.click(x, y);
  expect(await page.evaluate(() => window.behind)).toBe(true);
  await map.host.evaluate((host) => { host.style.pointerEvents = "auto"; });
  await page.mouse.click(x, y);
  await expect(map.detailsOf("b3")).toBeVisible();
});

test("an answer fetched ahead is not kept for later", async ({ page }) => {
  await page.clock.install();
  let asked = 0;
  await page.route("**/changing.json", (route) => {
    asked += 1;
    if (asked === 1) route.fulfill({ status: 500, body: "" });
    else route.fulfill({ body: EXPO_TEXT, contentType: "application/json" });
  });
  await openHost(page, '<expo-map src="/changing.json"></expo-map>');
  const map = new Map(page);
  await map.host.evaluate((host) => { host.src = "/expo-2024.json"; });
  await map.shown();
  await page.clock.runFor(15_000);
  await map.host.evaluate((host) => { host.src = "/changing.json"; });
  await map.shown();
  expect(asked).toBeGreaterThan(1);
});

test("a source that is set right after insertion is asked for once", async ({ page }) => {
  let asked = 0;
  await page.route("**/late.json", (route) => {
    asked += 1;
    route.fulfill({ body: EXPO_TEXT, contentType: "application/json" });
  });
  await openHost(page, "");
  await page.evaluate(async () => {
    await customElements.whenDefined("expo-map");
    window.failures = 0;
    addEventListener("expo-map-error", () => { window.failures += 1; });
    const host = document.createElement("expo-map");
    document.body.append(host);
    host.src = "/late.json";
  });
  await new Map(page).shown();
  expect(asked).toBe(1);
  expect(await page.evaluate(() => window.failures)).toBe(0);
});

// On the small stack that the widget has.
for (const [what, text] of [
  ["nested deeper than anything", '{"x":'.repeat(100_000)],
  ["as deep as it may be", `{"format":"expo-map","version":1,"stands":[{"x":${"[".repeat(120)}${"]".repeat(120)}}]}`],
  ["all commas", `{"stands":[${",".repeat(4_000_000)}`],
]) {
  test(`a file ${what} is a failure, not a crash`, async ({ page }) => {
    const crashes = [];
    page.on("pageerror", (error) => crashes.push(error.message));
    await page.route("**/odd.json", (route) => route.fulfill({ body: text, contentType: "application/json" }));
    await openHost(page, '<expo-map src="/odd.json"></expo-map>');
    await expect(new Map(page).failure).toHaveAttribute("data-code", /syntax|type|truncated/);
    expect(crashes).toEqual([]);
  });
}
