// The visitor's own: marks, where they are kept, links, and what is taken along.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CSP, Map, expect, onDesktop, test } from "./map.mjs";

const SMALL = readFileSync(fileURLToPath(new URL("../fixtures/small.json", import.meta.url)), "utf8");
const KEY = "expo-map:small-expo:marks";

test.use({ contextOptions: { reducedMotion: "reduce" } });
onDesktop();

const widget = (attributes = "") => `<expo-map src="/small.json" lang="en" ${attributes}></expo-map>`;

/** A page with the small exhibition, under a strict policy. */
async function open(page, { body = widget("deep-link"), fragment = "" } = {}) {
  await page.route("**/small.json", (route) => route.fulfill({ body: SMALL, contentType: "application/json" }));
  await page.route("**/mine.html", (route) => route.fulfill({
    contentType: "text/html; charset=utf-8",
    headers: { "content-security-policy": CSP },
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
      <script type="module" src="/widget/expo-map.js"></script><body>${body}</body></html>`,
  }));
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => window.violations.push(effectiveDirective));
  });
  await page.goto(`/mine.html${fragment}`);
  const map = new Map(page);
  if (!body.includes("two")) await map.shown(3);
  return map;
}

const press = (map, name) => map.host.getByRole("button", { name, exact: true });
const kept = (page) => page.evaluate((key) => localStorage.getItem(key), KEY);

/** Bookmarks the chosen stands, and the session on the second one. */
async function mark(map) {
  for (const id of ["a1", "a2"]) {
    await map.row(id).click();
    await press(map, "Favourite").first().click();
    if (id === "a2") await map.host.locator(".em-session .em-chip").first().click();
    await map.escape();
  }
  await expect(press(map, "My list: 3")).toBeVisible();
}

async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

test("a bookmark is made by pointer, seen in list and details, announced, and kept", async ({ page }) => {
  const map = await open(page);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await map.row("a1").click();
  const star = press(map, "Favourite");
  await expect(star).toHaveAttribute("aria-pressed", "false");
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await expect(map.status).toHaveText("Added. In my list: 1");
  await press(map, "Visited").click();
  await expect(map.status).toHaveText("Visited");
  expect(await kept(page)).toBe("1.wa1");
  await map.escape();
  await expect(map.row("a1")).toContainText("★ Favourite ✓ Visited");
  await page.reload();
  await map.shown(3);
  await expect(map.row("a1")).toContainText("★ Favourite");
  await map.row("a1").click();
  await expect(press(map, "Visited")).toHaveAttribute("aria-pressed", "true");
  await star.click();
  await expect(map.status).toHaveText("Mark removed. In my list: 0");
  expect(await kept(page)).toBe("1.va1");
  expect(await page.evaluate(() => window.violations)).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

test("by keyboard alone: bookmark, see only that, and everything again", async ({ page }) => {
  const map = await open(page);
  await map.row("a2").focus();
  await page.keyboard.press("Enter");
  await expect(map.detailsOf("a2").locator("[data-panel-focus]")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(press(map, "Favourite").first()).toBeFocused();
  await page.keyboard.press("Space");
  await expect(press(map, "Favourite").first()).toHaveAttribute("aria-pressed", "true");
  await expect(press(map, "Favourite").first()).toBeFocused();
  await page.keyboard.press("Escape");
  const mine = press(map, "My list: 1");
  await mine.focus();
  await page.keyboard.press("Enter");
  await expect(mine).toHaveAttribute("aria-pressed", "true");
  expect(await map.listed()).toEqual(["a2"]);
  expect(await map.bright()).toEqual(["a2"]);
  await page.keyboard.press("Enter");
  await expect(map.rows).toHaveCount(4);
  await expect(mine).toBeFocused();
});

test("a link gives the same marks in another profile, and takes nothing away", async ({ page, browser }) => {
  const map = await open(page);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await mark(map);
  await press(map, "My list: 3").click();
  await press(map, "Share link").click();
  await expect(map.status).toHaveText("Link copied");
  const url = await page.evaluate(() => navigator.clipboard.readText());
  const fragment = new URL(url).hash;
  expect(fragment).toBe("#expo-map=small-expo.1.ba1.ba2.Bgears");

  const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const other = await context.newPage();
  const there = await open(other, { fragment });
  await expect(press(there, "Added from the link: 3. Keep")).toBeVisible();
  await expect(there.status).toHaveText("Added from the link: 3. Keep");
  expect(await other.evaluate(() => localStorage.length), "nothing is kept before a mark").toBe(0);
  await press(there, "Added from the link: 3. Keep").click();
  await expect(press(there, "Added from the link: 3. Keep")).toHaveCount(0);
  // Whoever wants them has them, and the link has done its work.
  await expect.poll(() => kept(other)).toBe("1.ba1.ba2.Bgears");
  await expect.poll(() => other.url()).not.toContain("#");
  await press(there, "My list: 3").click();
  expect(await there.listed()).toEqual(["a1", "a2"]);
  await expect(there.host.locator("[data-body=list] .em-session")).toContainText("Gears today");
  await there.row("a1").click();
  await press(there, "Visited").click();
  await expect.poll(() => kept(other)).toBe("1.wa1.ba2.Bgears");
  // Another link into the same page adds.
  await other.evaluate(() => { location.hash = "expo-map=small-expo.1.ba3.na1"; });
  await expect(press(there, "Added from the link: 1. Keep")).toBeVisible();
  await press(there, "Visited").click();
  await expect.poll(() => kept(other)).toBe("1.ba1.ba2.ba3.na1.Bgears");
  await context.close();
});

test("a link of another exhibition, or without the attribute, is nobody's", async ({ page }) => {
  let map = await open(page, { fragment: "#expo-map=other.1.ba1" });
  await expect(map.host.getByRole("button", { name: /^My list/ })).toHaveCount(0);
  await page.goto("about:blank");
  map = await open(page, { body: widget(), fragment: "#expo-map=small-expo.1.ba1" });
  await expect(map.host.getByRole("button", { name: /^My list/ })).toHaveCount(0);
  const before = page.url();
  await mark(map);
  await press(map, "My list: 3").click();
  await expect(press(map, "Table (.csv)")).toBeVisible();
  await expect(press(map, "Share link")).toHaveCount(0);
  expect(page.url()).toBe(before);
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(4);
});

test("two maps of one exhibition agree, and another tab too", async ({ page }) => {
  await open(page, { body: widget('id="one"') + widget('id="two"') });
  const [one, two] = ["#one", "#two"].map((id) => new Map(page, page.locator(id)));
  await one.shown(3);
  await two.shown(3);
  await one.row("a1").click();
  await press(one, "Favourite").click();
  await expect(two.row("a1")).toContainText("★");
  const tab = await page.context().newPage();
  const third = await open(tab);
  await expect(third.row("a1")).toContainText("★");
  await third.row("a3").click();
  await press(third, "Favourite").click();
  await expect(two.row("a3")).toContainText("★");
  await third.escape();
  await press(one, "Favourite").click();
  await expect(third.row("a1")).not.toContainText("★");
  expect(await kept(page)).toBe("1.ba3");
});

test("what somebody else wrote meanwhile is merged, what a newer version wrote is left alone", async ({ page }) => {
  const map = await open(page);
  await page.evaluate((key) => localStorage.setItem(key, "1.ba3"), KEY);
  await map.row("a1").click();
  await press(map, "Favourite").click();
  await expect.poll(() => kept(page)).toBe("1.ba1.ba3");
  await page.evaluate((key) => localStorage.setItem(key, "2.ba2.zx"), KEY);
  await press(map, "Visited").click();
  await expect(map.status).toHaveText("The browser does not keep the marks");
  await expect(press(map, "Visited")).toHaveAttribute("aria-pressed", "true");
  expect(await kept(page)).toBe("2.ba2.zx");
});

test("without a storage the marks live on, and one notice says so", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
  });
  const map = await open(page);
  await map.row("a1").click();
  await press(map, "Favourite").click();
  const notice = press(map, "The browser does not keep the marks");
  await expect(notice).toBeVisible();
  await notice.click();
  await press(map, "Visited").click();
  await expect(map.status).toHaveText("Visited");
  await expect(notice).toHaveCount(0);
  await map.escape();
  await expect(map.row("a1")).toContainText("★ Favourite ✓ Visited");
});

test("sessions go into a calendar, in UTC", async ({ page }) => {
  const map = await open(page);
  await mark(map);
  await press(map, "My list: 3").click();
  const mine = map.host.locator("[data-body=list] > .em-takes");
  const { name, text } = await download(page, mine.getByRole("button", { name: "To calendar (.ics)" }));
  expect(name).toBe("small-expo.ics");
  expect(text.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")).toBe(true);
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
  // Moscow is three hours ahead.
  expect(lines).toContain("DTSTART:20250311T090000Z");
  expect(lines).toContain("DTEND:20250311T100000Z");
  expect(lines).toContain("SUMMARY:Gears today");
  expect(lines).toContain("LOCATION:Stand A2");
  expect(lines).toContain("UID:small-expo/gears@expo-map");
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  // One alone, whatever is bookmarked.
  await press(map, "Programme").click();
  const one = await download(page, map.host.locator("[data-body=programme] .em-session").first().getByRole("button", { name: "To calendar (.ics)" }));
  expect(one.text).toContain("DTSTART:20250310T070000Z");
  expect(one.text).not.toContain("Gears");
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

test("stands go into a table, the plan into a picture", async ({ page }) => {
  const map = await open(page);
  await mark(map);
  await press(map, "My list: 3").click();
  const table = await download(page, press(map, "Table (.csv)"));
  expect(table.text).toBe('\ufeff"stand number","name","Favourite","Visited","Note"\r\n"A1","Lathe Works","✓","",""\r\n"A2","Pump Ltd, Gear Ltd","✓","",""\r\n');
  const { name, text } = await download(page, press(map, "Plan (.svg)"));
  expect(name).toBe("small-expo.svg");
  // A page without a policy, to read it.
  const blank = await page.context().newPage();
  const { error, title, texts, foreign } = await blank.evaluate((svg) => {
    const { documentElement: root } = new DOMParser().parseFromString(svg, "image/svg+xml");
    return {
      error: root.querySelector("parsererror")?.textContent,
      title: root.querySelector("title").textContent,
      texts: [...root.querySelectorAll("text")].map((node) => node.textContent),
      foreign: [...root.querySelectorAll("*")].filter((node) => /var\(|light-dark/.test(node.outerHTML)).length,
    };
  }, text);
  expect(error).toBeUndefined();
  expect(title).toBe("Small Expo");
  expect(texts).toEqual(expect.arrayContaining(["A1", "A2", "★"]));
  expect(foreign).toBe(0);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

test("a switch of the language leaves nothing of the old one", async ({ page }) => {
  const map = await open(page, { fragment: "#expo-map=small-expo.1.wa1.Bgears" });
  await press(map, "My list: 2").click();
  await map.speak("ru");
  await expect(press(map, "Мой список: 2")).toBeVisible();
  await expect(map.row("a1")).toContainText("★ Избранное ✓ Посещено");
  const words = await map.host.evaluate((host) => host.shadowRoot.querySelector(".em-panel").innerText);
  expect(words).not.toMatch(/Favourite|Visited|My list|Share|calendar|Table|Plan|Added/);
});

test("a calendar and a picture with whatever the data and the theme hold", async ({ page }) => {
  const odd = SMALL.replaceAll("Gears today", "Gears \\u001f\\u001e today");
  const map = await open(page, { body: widget('theme="contrast"') });
  await page.route("**/small.json", (route) => route.fulfill({ body: odd, contentType: "application/json" }));
  await page.reload();
  await map.shown(3);
  await mark(map);
  await press(map, "My list: 3").click();
  const mine = map.host.locator("[data-body=list] > .em-takes");
  const { text } = await download(page, mine.getByRole("button", { name: "To calendar (.ics)" }));
  expect(text).toContain("SUMMARY:Gears  today\r\n");
  const picture = await download(page, press(map, "Plan (.svg)"));
  expect(picture.text).toContain("<pattern");
  // The map is still alive.
  await map.row("a1").click();
  await expect(map.root).toHaveAttribute("data-view", "details");
});

test("an exhibition whose id goes on where another's ends keeps its own links", async ({ page }) => {
  const longer = SMALL.replace('"small-expo"', '"small-expo.two"');
  await page.route("**/longer.json", (route) => route.fulfill({ body: longer, contentType: "application/json" }));
  const map = await open(page, { fragment: "#part&expo-map=small-expo%2Etwo.1.ba1.ba2" });
  await expect(map.host.getByRole("button", { name: /My list/ })).toHaveCount(0);
  await map.row("a1").click();
  await press(map, "Favourite").first().click();
  expect(await page.evaluate(() => location.hash)).toBe("#part&expo-map=small-expo%2Etwo.1.ba1.ba2");
  await map.host.evaluate((host) => host.setAttribute("src", "/longer.json"));
  await expect(press(map, "My list: 2")).toBeVisible();
});

test("what one map adds another takes away, even where nothing can be stored", async ({ page }) => {
  await page.addInitScript(() => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; });
  const map = await open(page, { body: `${widget('id="one"')}${widget('id="two"')}` });
  const [one, two] = ["#one", "#two"].map((id) => page.locator(id));
  const toggle = async (host) => {
    await host.locator("[data-row=a1]").click();
    await host.getByRole("button", { name: "Favourite", exact: true }).first().click();
    await host.locator(".em-back").click();
  };
  await toggle(one);
  await expect(two.locator("[data-row=a1]")).toContainText("★");
  await toggle(two);
  for (const host of [one, two]) await expect(host.locator("[data-row=a1]")).not.toContainText("★");
  void map;
});

test("a session taken off my list leaves the focus in the list", async ({ page }) => {
  const map = await open(page);
  await mark(map);
  await press(map, "My list: 3").click();
  const session = map.host.locator("[data-body=list] .em-session");
  await session.getByRole("button", { name: "Favourite: Gears today", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(session).toHaveCount(0);
  await expect.poll(() => map.host.evaluate(({ shadowRoot }) => shadowRoot.activeElement?.closest("[data-body=list]") !== null)).toBe(true);
});
