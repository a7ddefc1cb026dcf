// A visit from the search box to paper, by keyboard alone and by pointer alone.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { extractText, getDocumentProxy } from "unpdf";
import { EXPO, EXPO_TEXT, Map, expect, test } from "./map.mjs";

const PAGE = `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <title>Host</title><link rel="icon" href="data:,"><style>body { margin: 0; block-size: 100vh; }</style>
  <script type="module" src="/widget/expo-map.js"></script><expo-map src="/visit.json" deep-link></expo-map></html>`;

const SESSION = EXPO.sessions.find(({ start }) => start);
const STANDS = ["a1", "a2", "a4"];
const numberOf = (id) => EXPO.stands.find((stand) => stand.id === id).number;

async function open(page, fragment = "") {
  await page.route("**/visit.json", (route) => route.fulfill({ body: EXPO_TEXT, contentType: "application/json" }));
  await page.route("**/visit.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: PAGE }));
  await page.goto(`/visit.html${fragment}`);
  const map = new Map(page);
  await map.shown();
  return map;
}

/** Presses something as a visitor does who has nothing but keys. */
const byKeys = (page) => async (locator) => {
  const isFocused = () => locator.evaluate((node) => node.getRootNode().activeElement === node);
  for (let steps = 0; !(await isFocused()); steps += 1) {
    expect(steps, "Tab leads there").toBeLessThan(250);
    await page.keyboard.press("Tab");
  }
  const isBox = await locator.evaluate((node) => node.localName === "input");
  if (!isBox) await page.keyboard.press("Enter");
};

/** The same for one who has only fingers, or a mouse. */
const byPointer = (isMobile) => (locator) => (isMobile ? locator.tap() : locator.click());

/** Rows of a table (RFC 4180). */
function cells(text) {
  expect(text.startsWith("\ufeff")).toBe(true);
  const rows = text.slice(1).split("\r\n");
  expect(rows.pop()).toBe("");
  return rows.map((row) => [...row.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, cell]) => cell.replaceAll('""', '"')));
}

for (const way of ["keyboard", "pointer"]) {
  test(`a whole visit by ${way}`, async ({ page, browser, isMobile }) => {
    test.setTimeout(120_000);
    const map = await open(page);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const press = way === "keyboard" ? byKeys(page) : byPointer(isMobile);
    const button = (name) => map.host.getByRole("button", { name, exact: true });
    const saved = async (name) => {
      const [file] = await Promise.all([page.waitForEvent("download"), press(button(name))]);
      return readFileSync(await file.path(), "utf8");
    };

    // Found with a letter wrong.
    await press(map.search);
    await page.keyboard.type("росотом");
    await expect(map.row("a1")).toBeVisible();
    if (way === "keyboard") await page.keyboard.press("Enter");
    else await press(map.row("a1"));
    await expect(map.detailsOf("a1")).toBeAttached();
    await press(button("Избранное").first());
    await expect(map.status).toHaveText("Добавлено. В моём списке: 1");

    // Two more.
    await press(map.host.locator(".em-back"));
    await press(button("Очистить поиск"));
    for (const id of STANDS.slice(1)) {
      await press(map.row(id));
      await expect(map.detailsOf(id)).toBeAttached();
      await press(button("Избранное").first());
      await press(map.host.locator(".em-back"));
    }

    // A session.
    await press(button("Программа"));
    await press(button(`Избранное: ${SESSION.title.ru}`));
    await press(map.host.locator("[data-body=programme] .em-back"));

    // A link to all of them, in a fresh profile.
    await press(button("Мой список: 4"));
    expect((await map.listed()).sort()).toEqual(STANDS);
    await press(button("Поделиться ссылкой"));
    await expect(map.status).toHaveText("Ссылка скопирована");
    const url = await page.evaluate(() => navigator.clipboard.readText());
    const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
    const there = await open(await context.newPage(), new URL(url).hash);
    await there.host.getByRole("button", { name: "Мой список: 4", exact: true }).click();
    expect((await there.listed()).sort()).toEqual(STANDS);
    await expect(there.host.locator("[data-body=list] .em-session")).toContainText(SESSION.title.ru);
    await context.close();

    // Files, as other programs read them.
    const calendar = new ICAL.Component(ICAL.parse(await saved("В календарь (.ics)")));
    const [entry, ...others] = calendar.getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
    expect(others).toEqual([]);
    expect(entry.summary).toBe(SESSION.title.ru);
    expect(entry.uid).toBe(`${EXPO.event.id}/${SESSION.id}@expo-map`);
    expect(entry.startDate.toJSDate().toISOString().slice(0, 10)).toBe(SESSION.start.slice(0, 10));
    const [heads, ...rows] = cells(await saved("Таблица (.csv)"));
    expect(heads.slice(0, 3)).toEqual(["номер стенда", "название", "Избранное"]);
    expect(rows.map(([number, , star]) => [number, star])).toEqual(STANDS.map((id) => [numberOf(id), "✓"]));
    const picture = await saved("План (.svg)");
    const texts = await page.evaluate((svg) => {
      const { documentElement: root } = new DOMParser().parseFromString(svg, "image/svg+xml");
      return root.querySelector("parsererror") ? null : [...root.querySelectorAll("text")].map((node) => node.textContent);
    }, picture);
    expect(texts).toEqual(expect.arrayContaining(["★"]));
    expect(texts.join(" ")).toContain("A1");

    // On paper: all stands, and which of them are mine.
    await press(button("Мой список: 4"));
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: "A4" })));
    const { totalPages, text } = await extractText(pdf, { mergePages: true });
    expect(totalPages).toBe(2);
    const words = text.replace(/\s+/g, " ");
    expect(words).toContain("Росатом");
    for (const id of STANDS) expect(words).toContain(`★ ${numberOf(id)}`);
    // The stands, and the session at its stand.
    expect(words.match(/★ [A-ZА-Я]/g)).toHaveLength(STANDS.length + 1);
  });
}
