// What a visitor notes, what changed since the last visit, the code of the link, and files, as other
// programs read them.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ICAL from "ical.js";
import jsQR from "jsqr";
import { CSP, Map, expect, onDesktop, test } from "./map.mjs";

const SMALL = readFileSync(fileURLToPath(new URL("../fixtures/small.json", import.meta.url)), "utf8");
const KEY = "expo-map:small-expo:marks";
const SEEN = "expo-map:small-expo:plan";

test.use({ contextOptions: { reducedMotion: "reduce" } });
onDesktop();

/** A page with the small exhibition, or another, under a strict policy. */
async function open(page, { data = SMALL, attributes = "deep-link", fragment = "" } = {}) {
  await page.unrouteAll();
  await page.route("**/small.json", (route) => route.fulfill({ body: data, contentType: "application/json" }));
  await page.route("**/take.html", (route) => route.fulfill({
    contentType: "text/html; charset=utf-8",
    headers: { "content-security-policy": CSP },
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
      <script type="module" src="/widget/expo-map.js"></script><body><expo-map src="/small.json" lang="en" ${attributes}></expo-map>`,
  }));
  await page.goto("about:blank");
  await page.goto(`/take.html${fragment}`);
  const map = new Map(page);
  await expect(map.rows.first()).toBeVisible();
  await map.still();
  return map;
}

const press = (map, name) => map.host.getByRole("button", { name, exact: true });
const kept = (page, key = KEY) => page.evaluate((name) => localStorage.getItem(name), key);

async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** What a camera reads. */
async function decoded(page, code) {
  const svg = await code.evaluate((node) => new XMLSerializer().serializeToString(node));
  const blank = await page.context().newPage();
  const { data, width } = await blank.evaluate(async (text) => {
    const image = new Image(308, 308);
    image.src = `data:image/svg+xml,${encodeURIComponent(text.replace("<svg ", '<svg width="308" height="308" '))}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [308, 308];
    const on = canvas.getContext("2d");
    on.drawImage(image, 0, 0, 308, 308);
    return { data: [...on.getImageData(0, 0, 308, 308).data], width: 308 };
  }, svg);
  await blank.close();
  return jsQR(new Uint8ClampedArray(data), width, width, { inversionAttempts: "dontInvert" })?.data;
}

test("a note is kept when the visitor leaves it, and seen in the list and the table", async ({ page }) => {
  const map = await open(page);
  await map.row("a1").click();
  const box = map.detailsOf("a1").getByRole("textbox", { name: "Note" });
  await box.fill("Ask about prices");
  await map.escape();
  await expect(map.row("a1")).toContainText("★ Favourite ✎ Ask about prices");
  expect(await kept(page)).toBe("1.ba1.nAsk about prices");
  await page.reload();
  await map.row("a1").click();
  await expect(box).toHaveValue("Ask about prices");
  // Another stand has another note, and the box is not the same.
  await map.escape();
  await map.row("a2").click();
  await expect(map.detailsOf("a2").getByRole("textbox").first()).toHaveValue("");
  await press(map, "Favourite: Gears today").click();
  await map.host.getByRole("textbox", { name: "Note Gears today" }).fill("Row 1");
  await expect.poll(() => kept(page)).toBe("1.ba1.nAsk about prices.Bgears.nRow 1");
  await map.escape();
  await press(map, "My list: 2").click();
  const { bytes } = await download(page, press(map, "Table (.csv)"));
  expect(bytes.toString()).toContain('"A1","Lathe Works","✓","","Ask about prices"');
  const calendar = await download(page, press(map, "To calendar (.ics)"));
  expect(calendar.bytes.toString()).toContain("DESCRIPTION:Row 1");
});

test("a note of another tab is in the box when the visitor comes to it", async ({ page, context }) => {
  const map = await open(page);
  await map.row("a1").click();
  const box = map.detailsOf("a1").getByRole("textbox", { name: "Note" });
  await expect(box).toHaveValue("");
  const other = await context.newPage();
  const there = await open(other);
  await there.row("a1").click();
  await there.detailsOf("a1").getByRole("textbox", { name: "Note" }).fill("Ask about prices");
  await expect.poll(() => kept(other)).toBe("1.ba1.nAsk about prices");
  await expect(press(map, "Favourite").first()).toHaveAttribute("aria-pressed", "true");
  await box.focus();
  await expect(box).toHaveValue("Ask about prices");
  await page.keyboard.press("End");
  await page.keyboard.type("!");
  await expect.poll(() => kept(page)).toBe("1.ba1.nAsk about prices!");
});

test("a note is kept when the page is left at once", async ({ page }) => {
  const map = await open(page);
  await map.row("a1").click();
  await map.detailsOf("a1").getByRole("textbox", { name: "Note" }).fill("Quick");
  // In the same task: sooner than any pause.
  await page.evaluate(() => dispatchEvent(new Event("pagehide")));
  expect(await kept(page)).toBe("1.ba1.nQuick");
});

test("contacts of who is on bookmarked stands are read by others", async ({ page }) => {
  const data = JSON.parse(SMALL);
  const lathe = data.participants.find(({ id }) => id === "lathe");
  lathe.name.en = "Lathe Works, Ltd \\ with a name that is longer than a line of a card may be";
  lathe.links = [{ url: "https://lathe.example/a,b" }];
  const map = await open(page, { data: JSON.stringify(data) });
  for (const id of ["a1", "b1"]) {
    await map.row(id).click();
    await press(map, "Favourite").first().click();
    await map.escape();
  }
  await press(map, "My list: 2").click();
  const { name, bytes } = await download(page, press(map, "Contacts (.vcf)"));
  expect(name).toBe("small-expo.vcf");
  for (const line of bytes.toString().split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const cards = ICAL.parse(bytes.toString()).map((card) => new ICAL.Component(card));
  const all = (field) => cards.map((card) => card.getFirstPropertyValue(field));
  expect(all("fn")).toEqual([lathe.name.en, "Honey"]);
  expect(all("email")).toEqual(["expo@lathe.example", null]);
  expect(all("url")).toEqual(["https://lathe.example/a,b", null]);
  expect(all("note")).toEqual(["Small Expo\nStand A1", "Small Expo\nStand B1"]);
});

test("the programme by theme has each session once, under what it is about", async ({ page }) => {
  const data = JSON.parse(SMALL);
  data.sessions[1].theme = { en: "Machines" };
  data.sessions.push({ id: "more", title: { en: "More of it" }, theme: { en: "Machines" } });
  const map = await open(page, { data: JSON.stringify(data) });
  await map.host.evaluate((host) => host.setAttribute("lang", "zh"));
  await press(map, "日程").click();
  const page1 = map.host.locator("[data-body=programme]");
  const chip = page1.getByRole("button", { name: "按主题" });
  await expect(chip).toHaveAttribute("aria-pressed", "false");
  const days = await page1.locator("h3").allTextContents();
  await chip.click();
  await expect(chip).toHaveAttribute("aria-pressed", "true");
  await expect(page1.locator("h3")).toHaveText(["Machines", "未设主题"]);
  await expect(page1.locator("h3").first().locator("[lang=en]")).toHaveText("Machines");
  await expect(page1.locator(".em-session")).toHaveCount(3);
  await expect(page1.locator(".em-sessions").first().locator(".em-session")).toHaveCount(2);
  await chip.click();
  expect(await page1.locator("h3").allTextContents()).toEqual(days);
});

test("what changed since the last visit is told once, to those who have marks", async ({ page }) => {
  let map = await open(page);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await map.row("a1").click();
  await press(map, "Favourite").first().click();
  await expect.poll(() => kept(page, SEEN)).not.toBeNull();
  const data = JSON.parse(SMALL);
  data.stands.find(({ id }) => id === "a1").number = "A9";
  data.stands.find(({ id }) => id === "a3").id = "a33";
  data.participants.find(({ id }) => id === "honey").stands = ["a33", "b1"];
  data.sessions.find(({ id }) => id === "gears").start = "2025-03-11T12:30";
  map = await open(page, { data: JSON.stringify(data) });
  const notice = press(map, "Changed since your last visit: 4");
  await expect(notice).toBeVisible();
  await expect(map.status).toHaveText("Changed since your last visit: 4");
  // The mark has followed.
  await expect(map.row("a1")).toContainText("★");
  await notice.click();
  const dialog = map.host.getByRole("dialog", { name: "Changes" });
  await expect(dialog.locator("h3, p")).toHaveText([
    "Another place, number or time", "A9 Lathe Works", "Gears today", "New", "A3 Honey", "No longer there", "A3",
  ]);
  await dialog.getByRole("button", { name: "Close" }).click();
  // The button that opened it is gone.
  await expect(map.host.locator("[data-body=list] [data-panel-focus]")).toBeFocused();
  await expect(notice).toHaveCount(0);
  map = await open(page, { data: JSON.stringify(data) });
  await expect(press(map, "My list: 1")).toBeVisible();
  await page.waitForTimeout(500);
  await expect(map.host.getByRole("button", { name: /Changed/ })).toHaveCount(0);
});

test("no room for the plan is no reason to lose marks", async ({ page }) => {
  await page.addInitScript((seen) => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function set(key, text) {
      if (key === seen) throw new DOMException("full", "QuotaExceededError");
      setItem.call(this, key, text);
    };
  }, SEEN);
  const map = await open(page);
  await map.row("a1").click();
  await press(map, "Favourite").first().click();
  await expect(map.status).toHaveText("Added. In my list: 1");
  expect(await kept(page)).toBe("1.ba1");
  expect(await kept(page, SEEN)).toBeNull();
});

test("the link as a code that a camera reads, black on white in a dark theme", async ({ page }) => {
  test.slow();
  const map = await open(page, { fragment: "#part&expo-map=small-expo.1.ba1.Bgears", attributes: 'deep-link theme="dark"' });
  await press(map, "My list: 2").click();
  await press(map, "QR code").click();
  const dialog = map.host.getByRole("dialog", { name: "QR code" });
  const code = dialog.getByRole("img", { name: "QR code" });
  expect(await decoded(page, code)).toBe(page.url());
  await page.keyboard.press("Escape");
  await expect(press(map, "QR code")).toBeFocused();
  // Longer than a camera likes.
  const data = JSON.parse(SMALL);
  data.stands[0].id = "a".repeat(420);
  data.participants[0].stands = [data.stands[0].id];
  const long = await open(page, { data: JSON.stringify(data), fragment: `#expo-map=small-expo.1.b${data.stands[0].id}` });
  await press(long, "My list: 1").click();
  await press(long, "QR code").click();
  await expect(long.host.getByRole("dialog")).toContainText("The link is too long for a QR code");
});

test("paper leads back, with marks or without", async ({ page }) => {
  test.slow();
  const onPaper = async (options) => {
    const map = await open(page, options);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    return map.host.locator(".em-sheet aside");
  };
  const marked = await onPaper({ fragment: "#expo-map=small-expo.1.ba1" });
  expect(await decoded(page, marked.locator("svg"))).toBe(page.url());
  await expect(marked).toHaveText("Floor plan");
  const plain = await onPaper();
  expect(await decoded(page, plain.locator("svg"))).toBe(page.url());
  await expect(await onPaper({ attributes: "" })).toHaveCount(0);
});

test("paper has the sessions of my list, and what was noted", async ({ page }) => {
  const map = await open(page, { fragment: "#expo-map=small-expo.1.wa1.vb1.nRing_Gbtwice.Bgears.nRow_Gbone" });
  await expect(press(map, "My list: 2")).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const rows = map.host.locator(".em-sheet li");
  const row = (words) => rows.filter({ hasText: words });
  await expect(row("Lathe Works")).toContainText("★\u{a0}✓\u{a0}A1");
  await expect(row("Ring twice")).toContainText("✓\u{a0}B1");
  await expect(row("Gears today")).toContainText("11 March");
  await expect(row("Gears today")).toContainText("★\u{a0}A2");
  await expect(row("Gears today")).toContainText("✎\u{a0}Row one");
  await expect(row("Opening")).toHaveCount(0);
});

test("names in another language say so within sentences", async ({ page }) => {
  const map = await open(page);
  await map.host.evaluate((host) => host.setAttribute("lang", "zh"));
  await map.row("a1").click();
  const told = map.detailsOf("a1").locator(".em-lines");
  await expect(told.locator("[lang=en]")).toHaveText(["Honey"]);
  await expect(told).toContainText("（Honey）");
  // Nothing is seen of the marks.
  expect(await told.textContent()).not.toMatch(/[\0-\x09\x0b-\x1f]/);
});

test("open data, as other programs read it", async ({ page }) => {
  const map = await open(page);
  await press(map, "About the event").click();
  const data = await download(page, press(map, "JSON"));
  expect(data.name).toBe("small-expo.json");
  expect(JSON.parse(data.bytes)).toEqual(JSON.parse(SMALL));
  const { name, bytes } = await download(page, press(map, "GeoJSON"));
  expect(name).toBe("small-expo.geojson");
  const { type, features } = JSON.parse(bytes);
  expect(type).toBe("FeatureCollection");
  expect(features.map(({ id }) => id)).toEqual(JSON.parse(SMALL).stands.map(({ id }) => id));
  for (const { geometry } of features) {
    const [ring] = geometry.coordinates;
    expect(geometry.type).toBe("Polygon");
    expect(ring.length).toBeGreaterThan(3);
    expect(ring.at(-1)).toEqual(ring[0]);
    const area = ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0);
    expect(area, "anticlockwise").toBeGreaterThan(0);
  }
  const table = await download(page, press(map, "Table (.csv)"));
  expect(table.bytes.toString().trim().split("\r\n")).toHaveLength(features.length + 1);
  const png = await download(page, press(map, "PNG"));
  expect(png.name).toBe("small-expo.png");
  expect(png.bytes.toString("latin1", 1, 4)).toBe("PNG");
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1000);
  // All sessions with a day.
  await map.host.locator(".em-back").click();
  await press(map, "Programme").click();
  const programme = await download(page, press(map, "To calendar (.ics)"));
  const calendar = new ICAL.Component(ICAL.parse(programme.bytes.toString()));
  const dated = JSON.parse(SMALL).sessions.filter(({ start }) => start);
  const entries = calendar.getAllSubcomponents("vevent").map((entry) => new ICAL.Event(entry));
  expect(entries.map(({ uid }) => uid).sort()).toEqual(dated.map(({ id }) => `small-expo/${id}@expo-map`).sort());
});

test("each session's buttons are told apart, and one without a day says so in my list", async ({ page }) => {
  const data = JSON.parse(SMALL);
  const { start, end, ...session } = data.sessions[0];
  void [start, end];
  data.sessions[0] = session;
  const map = await open(page, { data: JSON.stringify(data), fragment: `#expo-map=small-expo.1.B${session.id}` });
  await press(map, "Programme").click();
  const names = await map.host.locator("[data-body=programme] .em-session .em-chip").evaluateAll((all) => all.map((node) => node.ariaLabel));
  expect(new Set(names).size).toBe(names.length);
  await map.host.locator("[data-body=programme] .em-back").click();
  await press(map, "My list: 1").click();
  await expect(map.host.locator("[data-body=list] .em-session")).toContainText(/date and time not published/i);
});

test("a link that may not be shared is copied", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => {
    navigator.share = () => Promise.reject(new DOMException("", window.refusal));
  });
  const map = await open(page, { fragment: "#expo-map=small-expo.1.ba1" });
  await press(map, "My list: 1").click();
  await page.evaluate(() => { window.refusal = "AbortError"; });
  await press(map, "Share link").click();
  await page.evaluate(() => { window.refusal = "NotAllowedError"; });
  await expect(map.status).not.toHaveText("Link copied");
  await press(map, "Share link").click();
  await expect(map.status).toHaveText("Link copied");
  await context.close();
});
