// The list's filters and order, and the time at the event, on pages with invented exhibitions.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { EXPO_TEXT, Map, expect, test } from "./map.mjs";

const SMALL = readFileSync(fileURLToPath(new URL("../fixtures/small.json", import.meta.url)), "utf8");

test.use({ contextOptions: { reducedMotion: "reduce" }, timezoneId: "America/New_York" });

/** A page with an exhibition. */
async function open(page, data, lang = "en") {
  await page.route("**/data.json", (route) => route.fulfill({ body: data, contentType: "application/json" }));
  await page.route("**/list.html", (route) => route.fulfill({
    contentType: "text/html; charset=utf-8",
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>List</title><link rel="icon" href="data:,">
      <style>html,body{margin:0;block-size:100%}expo-map{block-size:100vh}</style>
      <script type="module" src="/widget/expo-map.js"></script><body><expo-map src="/data.json" lang="${lang}"></expo-map>`,
  }));
  await page.goto("/list.html");
  const map = new Map(page);
  await expect(map.stands).not.toHaveCount(0);
  return map;
}

/** On a phone the panel is a sheet that has to be drawn up. */
async function lift(map) {
  const handle = map.host.locator(".em-handle");
  while (await handle.isVisible() && await map.root.getAttribute("data-sheet") !== "full") await handle.click();
}

const chip = (map, words) => map.host.locator("[data-body=list] .em-chip", { hasText: words });
const session = (map, words) => map.host.locator(".em-session", { hasText: words }).first();

test("what is on now is told by the clocks at the event, and follows by itself", async ({ page }) => {
  // 11:59:30 in Moscow.
  await page.clock.install({ time: new Date("2025-03-11T08:59:30Z") });
  const map = await open(page, SMALL);
  await lift(map);
  await map.tool("Programme").click();
  await expect(session(map, "Gears today")).toContainText("next");
  await expect(session(map, "Opening")).not.toHaveAttribute("data-now");
  await page.clock.runFor(31_000);
  await expect(session(map, "Gears today")).toContainText("on now");
  await map.host.locator(".em-back:visible").click();
  await chip(map, "With a session now: 1").click();
  await expect.poll(() => map.listed()).toEqual(["a2"]);
  expect(await map.bright()).toEqual(["a2"]);
  await map.row("a2").click();
  await expect(map.details).toContainText("on now");
  await page.clock.runFor(3_600_000);
  await expect(map.details).not.toContainText("on now");
  await map.host.locator(".em-back:visible").click();
  await expect.poll(() => map.listed()).toEqual([]);
  await map.tool("Reset").click();
  await expect.poll(async () => (await map.listed()).length).toBeGreaterThan(2);
});

test("on other days no clock runs and nothing is now", async ({ page }) => {
  await page.addInitScript(() => {
    window.asked = 0;
    const { DateTimeFormat } = Intl;
    Intl.DateTimeFormat = new Proxy(DateTimeFormat, { construct(of, args) { window.asked += 1; return new of(...args); } });
  });
  await page.clock.install({ time: new Date("2031-01-01T00:00:00Z") });
  const map = await open(page, SMALL);
  await page.clock.runFor(600_000);
  expect(await page.evaluate(() => window.asked)).toBe(0);
  await expect(chip(map, "With a session")).toHaveCount(0);
});

test("by theme, too, what is next is the earliest", async ({ page }) => {
  // 11:30 in Moscow.
  await page.clock.install({ time: new Date("2025-03-11T08:30:00Z") });
  const data = JSON.parse(SMALL);
  const at = (time, theme) => ({ ...data.sessions[0], id: time, title: { en: `At ${time}` }, theme: { en: theme }, start: `2025-03-11T${time}`, end: "2025-03-11T12:00" });
  data.sessions = [at("11:55", "Art"), at("11:45", "Steel"), at("11:50", "Steel")];
  const map = await open(page, JSON.stringify(data));
  await lift(map);
  await map.tool("Programme").click();
  await map.host.locator("[data-body=programme] .em-chip", { hasText: "By theme" }).click();
  await expect(map.host.locator("[data-body=programme] h3")).toHaveText(["Art", "Steel"]);
  await expect(map.host.getByText("Nothing is scheduled at this time. Next: 11 March at 11:45–12:00 · At 11:45")).toHaveCount(1);
});

test("the programme opens at today; where nothing is on it says what is next", async ({ page }) => {
  // 11:30 in Moscow.
  await page.clock.install({ time: new Date("2025-03-11T08:30:00Z") });
  const data = JSON.parse(SMALL);
  // Yesterday is longer than the panel is high.
  data.sessions.unshift(...Array.from({ length: 30 }, (_, at) => ({ ...data.sessions[0], id: `long-${at}` })));
  const map = await open(page, JSON.stringify(data));
  await lift(map);
  const body = map.host.locator("[data-body=programme]");
  const today = body.locator("h3", { hasText: "11 March" });
  // The clock is asked for once the map is there.
  await expect(async () => {
    const back = body.locator(".em-back");
    if (await back.isVisible()) await back.click();
    await map.tool("Programme").click();
    await expect(today).toBeFocused({ timeout: 1000 });
  }).toPass();
  await expect(today).toBeInViewport();
  await expect(session(map, "Gears today")).toBeInViewport();
  const lull = body.getByText("Nothing is scheduled at this time. Next: 11 March at 12:00–13:00 · Gears today");
  await expect(lull).toHaveCount(1);
  await page.clock.runFor(1_860_000);
  await expect(session(map, "Gears today")).toContainText("on now");
  await expect(lull).toHaveCount(0);
  // Of a moment that the visitor chooses, too; after the last session nothing is next.
  const slider = map.host.locator("input[type=range]");
  await slider.fill("8");
  await expect(slider).toHaveAttribute("aria-valuetext", /^10 March at .* Nothing is scheduled at this time\. Next: 11 March at 12:00/);
  await slider.fill(await slider.getAttribute("max"));
  await expect(slider).toHaveAttribute("aria-valuetext", /^12 March at .* Nothing is scheduled at this time\.$/);
});

test("the slider shows what runs at a time and dims the rest until it is put back", async ({ page }) => {
  const map = await open(page, SMALL);
  await lift(map);
  await map.tool("Programme").click();
  const slider = map.host.locator("input[type=range]");
  await expect(slider).toHaveAttribute("aria-valuetext", "Time");
  await slider.focus();
  // By keyboard to the moment of the second session.
  for (let step = 0; step < 60 && await slider.getAttribute("aria-valuetext") !== "11 March at 12:15"; step += 1) {
    await page.keyboard.press("ArrowRight");
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await expect(slider).toHaveAttribute("aria-valuetext", "11 March at 12:15");
  await expect(slider).toBeFocused();
  await expect(session(map, "Gears today")).toContainText("on now");
  await expect.poll(() => map.bright()).toEqual(["a2"]);
  await map.host.locator(".em-back:visible").click();
  await expect(chip(map, "With a session 11 March at 12:15: 1")).toHaveAttribute("aria-pressed", "true");
  expect(await map.listed()).toEqual(["a2"]);
  await map.tool("Programme").click();
  await map.host.locator("[data-body=programme] .em-chip", { hasText: "11 March at 12:15" }).first().click();
  await expect(slider).toHaveAttribute("aria-valuetext", "Time");
  await expect.poll(async () => (await map.bright()).length).toBeGreaterThan(2);
});

test("kinds of participants filter list and map, with their counts, and go in one step", async ({ page }) => {
  const map = await open(page, EXPO_TEXT, "ru");
  await lift(map);
  await chip(map, "Университет: 3").click();
  await expect.poll(() => map.listed()).toHaveLength(3);
  expect((await map.bright()).sort()).toEqual((await map.listed()).sort());
  await expect(map.status).toHaveText("Найдено 3 стенда");
  // Words that only a service has do not count the filter's stands.
  await map.find("туалет");
  await expect(map.status).toHaveText(/^Сервисы и входы: \d$/);
  await expect(map.host.locator("[data-body=list] .em-count h2")).toHaveText(/^Сервисы и входы: \d$/);
  await map.tool("Сбросить").click();
  await expect(chip(map, "Университет: 3")).toHaveAttribute("aria-pressed", "false");
  await expect.poll(() => map.bright()).toHaveLength(36);
});

test("the list is sorted as the language sorts, and by the way from a stand", async ({ page }) => {
  const map = await open(page, EXPO_TEXT, "ru");
  await lift(map);
  const names = () => map.host.locator("[data-row] .em-row-name").allTextContents();
  const before = await names();
  await chip(map, "По порядку").click();
  const sorted = [...before].sort(new Intl.Collator("ru", { numeric: true }).compare);
  expect(sorted).not.toEqual(before);
  await expect.poll(names).toEqual(sorted);
  await map.speak("zh");
  const chinese = new Intl.Collator("zh-Hans", { numeric: true }).compare;
  await expect.poll(async () => {
    const now = await names();
    return now.every((name, at) => at === 0 || chinese(now[at - 1], name) <= 0);
  }).toBe(true);
  await map.speak("ru");
  await chip(map, "По названию").click();
  await expect.poll(() => map.listed().then((ids) => ids[0])).toBe("a1");
  await map.select("b2");
  await map.clear();
  await chip(map, "По номеру").click();
  await expect.poll(() => map.listed().then((ids) => ids[0])).toBe("b2");
  await chip(map, "Ближе к стенду").click();
  await expect.poll(names).toEqual(before);
});

test("one message for each search that has settled", async ({ page }) => {
  const map = await open(page, EXPO_TEXT, "ru");
  await lift(map);
  await map.status.evaluate((status) => {
    window.said = [];
    new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
  });
  await map.search.pressSequentially("росатом", { delay: 30 });
  await expect(map.status).toHaveText("Найден 1 стенд");
  expect((await page.evaluate(() => window.said)).filter(Boolean)).toEqual(["Найден 1 стенд"]);
});

test("a stand without a name says its number once, and a stand which floor it is on", async ({ page }) => {
  const data = JSON.parse(SMALL);
  const stand = data.stands.find(({ id }) => id === "a1");
  delete stand.name;
  for (const participant of data.participants) participant.stands = participant.stands?.filter((id) => id !== "a1");
  for (const [lang, called, floor] of [["en", "Stand A1", "Ground floor"], ["ru", "Стенд A1", "Первый этаж"], ["zh", "A1号展位", "一层"]]) {
    await page.unrouteAll();
    const map = await open(page, JSON.stringify(data), lang);
    await lift(map);
    await expect(map.row("a1").locator(".em-badge")).toBeEmpty();
    await expect(map.row("a1").locator(".em-row-name")).toHaveText(called);
    await expect(map.stand("a1")).toHaveAttribute("aria-label", new RegExp(`^${called}, (?!A1)`));
    await map.row("a1").click();
    await expect(map.details.locator("h2")).toHaveText(called);
    await expect(map.status).toHaveText(called);
    await expect(map.details.locator("dd", { hasText: floor })).toHaveCount(1);
  }
});

test("where a stand is, in words, comes below what is there already", async ({ page }) => {
  const map = await open(page, SMALL);
  await lift(map);
  // Where everything is that is there at first.
  await map.host.evaluate(({ shadowRoot }) => {
    window.places = () => [...shadowRoot.querySelectorAll(".em-details > :not(slot)")].map((part) => [part.localName, part.offsetTop].join(" "));
    const observer = new MutationObserver(() => {
      if (!shadowRoot.querySelector(".em-details")) return;
      observer.disconnect();
      window.first = [window.places(), shadowRoot.querySelectorAll(".em-lines").length];
    });
    observer.observe(shadowRoot.querySelector(".em-panel"), { childList: true, subtree: true });
  });
  await map.row("a1").click();
  await expect(map.details.locator(".em-lines")).not.toBeEmpty();
  await expect(map.details.locator(".em-origins")).toBeVisible();
  const [[places, words], now] = await page.evaluate(() => [window.first, window.places()]);
  expect(words).toBe(0);
  expect(places.length).toBeGreaterThan(3);
  expect(now.length).toBe(places.length + 3);
  expect(now.slice(0, places.length)).toEqual(places);
});
