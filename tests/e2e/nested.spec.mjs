// The map in pages that are programs in Rust themselves (tests/hosts/rust).
import { existsSync } from "node:fs";
import { Map, expect, onDesktop, test } from "./map.mjs";

test.use({ contextOptions: { reducedMotion: "reduce" } });
onDesktop();

test.beforeEach(() => {
  const built = new URL("../../dist/hosts/nested/nested.js", import.meta.url);
  if (!existsSync(built)) throw new Error("dist/hosts is not there: run scripts/build.sh hosts");
});

/** What the host's own handlers have counted. */
const counts = (page) => page.evaluate(() => ({
  before: Number(document.querySelector("#before b").textContent),
  around: Number(document.querySelector("#clicks").textContent),
  after: Number(document.querySelector("#after b").textContent),
  keys: Number(document.querySelector("#keys").textContent),
  named: Number(document.querySelector("#named").textContent),
}));

test("in a Yew page each hears of its own events, and the page of clicks on the map as on anything", async ({ page }) => {
  await page.goto("/hosts/rust-nested.html");
  const map = new Map(page);
  await map.shown();
  const told = { before: 0, around: 0, after: 0, keys: 0, named: 0 };
  expect(await counts(page)).toEqual(told);

  // The page's own.
  await page.locator("#before").click();
  await page.locator("#after").click();
  await page.locator("#own").fill("x");
  Object.assign(told, { before: 1, after: 1, named: 1 });
  await expect.poll(() => counts(page)).toEqual(told);
  await expect(map.details).toHaveCount(0);

  // Everything in the map that listens: the page's handler around it is told once each, no other of the page.
  const press = async (part) => {
    await part.click();
    told.around += 1;
    await expect.poll(() => counts(page)).toEqual(told);
  };
  await press(map.row("a1"));
  await expect(map.detailsOf("a1")).toBeVisible();
  const parts = await map.host.evaluate(({ shadowRoot }) => {
    const all = [...shadowRoot.querySelectorAll("[data-details] button, .em-controls button, .em-foot button, .em-chip, .em-head button, .em-langs button")];
    all.forEach((part, at) => part.setAttribute("data-part", at));
    return all.length;
  });
  expect(parts).toBeGreaterThan(8);
  const click = (at) => map.host.evaluate(({ shadowRoot }, number) => {
    const part = shadowRoot.querySelector(`[data-part="${number}"]`);
    if (!part || part.title === "Print the plan" || part.ariaLabel === "Print the plan") return false;
    part.click();
    return true;
  }, at);
  await page.evaluate(() => { window.print = () => {}; });
  for (let at = 0; at < parts; at += 1) {
    if (await click(at)) told.around += 1;
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); }));
  }
  await expect.poll(() => counts(page)).toEqual(told);

  // What is typed in the map is not the page's, and reaches the handler around it as keys.
  await page.reload();
  await map.shown();
  await map.search.focus();
  await page.keyboard.type("rosat");
  await expect(map.rows).toHaveCount(1);
  await expect.poll(() => counts(page)).toEqual({ before: 0, around: 0, after: 0, keys: 5, named: 0 });
});

test("a second map in a Yew page is heard by the page, too", async ({ page }) => {
  await page.goto("/hosts/rust-nested.html");
  const one = new Map(page);
  await one.shown();
  await page.evaluate(() => {
    const map = document.createElement("expo-map");
    map.id = "second";
    map.setAttribute("src", "/data/expo-2024.json");
    document.querySelector("#around").append(map);
  });
  const two = new Map(page, page.locator("#second"));
  await two.shown();
  for (const map of [two, new Map(page, page.locator("expo-map").first()), two]) {
    const { around } = await counts(page);
    await map.row("b1").click();
    await expect(map.detailsOf("b1")).toBeVisible();
    await expect.poll(() => counts(page)).toEqual({ before: 0, around: around + 1, after: 0, keys: 0, named: 0 });
    await map.clear();
  }
});

test("a listener outside hears of a click on the map, as pages do that close what is open", async ({ page }) => {
  await page.goto("/hosts/rust-nested.html");
  const map = new Map(page);
  await map.shown();
  await page.evaluate(() => {
    window.heard = [];
    for (const name of ["pointerdown", "click", "focusin", "expo-map-select"]) {
      document.addEventListener(name, ({ target }) => window.heard.push(`${name} ${target.localName}`));
    }
  });
  await map.row("a1").click();
  await expect(map.detailsOf("a1")).toBeVisible();
  await expect.poll(() => page.evaluate(() => [...new Set(window.heard)].sort())).toEqual(
    ["click expo-map", "expo-map-select expo-map", "focusin expo-map", "pointerdown expo-map"]);
});

test("a program in Rust uses the component itself", async ({ page }) => {
  await page.goto("/hosts/rust-direct.html");
  const map = new Map(page, page.locator(".map"));
  await map.shown();
  await expect(page.locator("#stands")).toHaveText("36");
  await map.row("a1").click();
  await expect(map.detailsOf("a1")).toBeVisible();
  await expect(page.locator("#chosen")).toHaveText("a1");
  await expect(page.locator("#clicks")).toHaveText("1");
  await page.locator("#choose").click();
  await expect(map.detailsOf("b1")).toBeVisible();
  // The page's own choice is not told to it.
  await expect(page.locator("#chosen")).toHaveText("a1");
  await expect(page.locator("#clicks")).toHaveText("1");
});
