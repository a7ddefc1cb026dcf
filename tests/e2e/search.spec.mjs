// Search as a visitor meets it: forgiving, explained, by keyboard and on a phone.
import { Map, PAGE, expect, onDesktop, onPhone, test } from "./map.mjs";

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** What was found that is no stand. */
const others = (map) => map.host.locator(".em-row:not([data-row])");
const anyRow = (map) => map.host.locator(".em-row");
const marked = (row) => row.locator("mark").allTextContents();
/** The square around a chosen service or doorway. */
const ring = (map) => map.host.locator('.em-mark[data-mark="chosen"][d]');

/** That the middle of the mark is on the map and nothing lies over it. */
async function expectSeen(map) {
  await map.still();
  const over = await ring(map).evaluate((mark) => {
    const { left, top, width, height } = mark.getBoundingClientRect();
    const at = mark.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
    return [at?.closest(".em-picture") !== null, width, height];
  });
  expect(over[0], "nothing covers it").toBe(true);
  expect(over[1]).toBeGreaterThan(20);
  expect(over[2]).toBeGreaterThan(20);
}

for (const { what, query, id, marks } of [
  { what: "a typing error", query: "расатома", id: "a1", marks: ["Росатом"] },
  { what: "Latin letters", query: "rosteh", id: "a2", marks: ["Ростех"] },
  { what: "the other keyboard layout", query: "hjcnt[", id: "a2", marks: ["Ростех"] },
  { what: "the beginning of a word", query: "башк", id: "e12", marks: ["Башк"] },
]) {
  test(`${what}: ${query} finds ${id} and marks what was meant`, async ({ page }) => {
    const map = await Map.open(page);
    await map.find(query);
    await expect(map.rows).toHaveCount(1);
    expect(await map.listed()).toEqual(await map.bright());
    const row = anyRow(map).first();
    await expect(row).toHaveAttribute("data-row", id);
    expect(await marked(row)).toEqual(marks);
  });
}

test("the text by which something was found is shown, in its own language", async ({ page }) => {
  const map = await Map.open(page);
  await map.find("мёд");
  const honey = map.row("e5").locator(".em-row-about");
  await expect(honey).toHaveText("Продукция: мёд");
  expect(await marked(honey)).toEqual(["мёд"]);
  await map.find("俄铝");
  await expect(map.row("a3").locator(".em-row-about")).toHaveText("Название: 俄铝");
  await expect(map.row("a3").locator(".em-row-about [lang=zh]")).toHaveText("俄铝");
  await expect(map.row("a3").locator(".em-row-name")).toHaveText("ОК «РУСАЛ»");
});

test("pinyin and initials find Chinese names", async ({ page }) => {
  const map = await Map.open(page);
  await map.speak("zh");
  await map.find("elszjtz");
  await expect(map.rows).toHaveCount(1);
  expect(await marked(map.row("b2"))).toEqual(["俄罗斯直接投资"]);
});

for (const [query, lang, first, status] of [
  ["туалет", "ru", "Туалеты у главного входа", "Сервисы и входы: 2"],
  ["WC", "en", "Toilets by the main entrance", "Services and doors: 2"],
  ["洗手间", "zh", "主入口洗手间", "服务设施与出入口：2"],
  ["кафе", "ru", "Кафе", "Сервисы и входы: 1"],
  ["вход", "ru", "Главный вход", "Сервисы и входы: 3"],
]) {
  test(`${query} finds services and fades no stand`, async ({ page }) => {
    const map = await Map.open(page);
    await map.speak(lang);
    await map.find(query);
    await expect(others(map).first().locator(".em-row-name")).toHaveText(first);
    await expect(map.status).toHaveText(status);
    expect(await map.bright()).toHaveLength(36);
    expect((await map.listed()).sort()).toEqual((await map.bright()).sort());
    await others(map).first().click();
    await expect(ring(map)).toHaveCount(1);
    await expectSeen(map);
    await expect(map.status).toContainText(first);
    await map.host.locator(".em-count .em-link").click();
    await expect(ring(map)).toHaveCount(0);
    await expect(map.search).toHaveValue("");
  });
}

test("a session is listed with its time and opens its stand", async ({ page }) => {
  const map = await Map.open(page);
  await map.find("форум");
  await expect(map.status).toHaveText("Найден 1 стенд · Программа: 1");
  const session = others(map).first();
  await expect(session).toContainText("17 мая");
  await expect(session).toContainText("Стенд H1");
  await session.click();
  await expect(map.detailsOf("h1")).toBeVisible();
  await map.escape();
  await expect(map.details).toHaveCount(0);
  await expect(session).toBeFocused();
});

test("nothing found suggests the nearest, which a press puts into the box", async ({ page }) => {
  const map = await Map.open(page);
  await map.find("рахстаком");
  const empty = map.host.locator(".em-empty");
  await expect(empty).toContainText("Возможно, вы искали: Росатом");
  await empty.locator("button").click();
  await expect(map.search).toHaveValue("Росатом");
  await expect(map.search).toBeFocused();
  expect(await map.listed()).toEqual(["a1"]);
});

test("a filter leaves of what was found what it is of, in the list and on the map", async ({ page }) => {
  const map = await Map.open(page);
  await map.find("мед");
  const before = await map.listed();
  await map.uncover();
  await map.host.locator(".em-legend .em-chip", { hasText: "Малый и средний бизнес" }).click();
  await expect.poll(() => map.listed().then((ids) => ids.length)).toBeLessThan(before.length);
  expect((await map.listed()).sort()).toEqual((await map.bright()).sort());
});

test.describe("by keyboard", () => {
  onDesktop();

  test("arrows go from the box to the rows and back, Enter opens, Escape returns", async ({ page }) => {
    const map = await Map.open(page);
    await map.search.focus();
    await page.keyboard.type("университет");
    await expect(map.rows).toHaveCount(3);
    const [first, second] = [anyRow(map).nth(0), anyRow(map).nth(1)];
    await page.keyboard.press("ArrowDown");
    await expect(first).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(second).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect(map.search).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    await expect(map.search).toBeFocused();
    await expect(map.search).toHaveValue("университет");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const id = await second.getAttribute("data-row");
    await page.keyboard.press("Enter");
    await expect(map.detailsOf(id)).toBeVisible();
    await map.escape();
    await expect(second).toBeFocused();
  });

  test("Enter in the box opens the best, Escape clears", async ({ page }) => {
    const map = await Map.open(page);
    await map.search.focus();
    await page.keyboard.press("Enter");
    await expect(map.details).toHaveCount(0);
    await page.keyboard.type("rosatm");
    await page.keyboard.press("Enter");
    await expect(map.detailsOf("a1")).toBeVisible();
    await map.escape();
    await expect(map.details).toHaveCount(0);
    await expect(map.search).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(map.search).toHaveValue("");
    await expect(map.rows).toHaveCount(36);
  });

  test("Enter shows a service on the map", async ({ page }) => {
    const map = await Map.open(page);
    await map.search.focus();
    await page.keyboard.type("туалет");
    await page.keyboard.press("Enter");
    await expectSeen(map);
    await expect(map.search).toBeFocused();
  });

  test("keys of an input method stay its own", async ({ page }) => {
    const map = await Map.open(page);
    await map.search.focus();
    await page.keyboard.type("росатом");
    await map.search.evaluate((box) => {
      for (const key of ["Enter", "ArrowDown"]) {
        box.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, isComposing: true }));
      }
    });
    await expect(map.search).toBeFocused();
    await expect(map.details).toHaveCount(0);
  });

  test("the box names the list that it controls", async ({ page }) => {
    const map = await Map.open(page);
    await map.search.focus();
    const body = await map.search.evaluate((box) => box.ariaControlsElements?.map((list) => list.dataset.body));
    test.skip(body === undefined, "a browser that cannot");
    expect(body).toEqual(["list"]);
  });
});

test.describe("on a phone", () => {
  onPhone();

  test("the sheet lets a chosen service be seen", async ({ page }) => {
    const map = await Map.open(page, PAGE);
    await map.find("кафе");
    // All of it is for the results: keys on the screen hide its lower half.
    await expect(map.root).toHaveAttribute("data-sheet", "full");
    const row = others(map).first();
    const { height } = await row.boundingBox();
    expect(height).toBeGreaterThanOrEqual(44);
    await row.click();
    await expect(map.root).toHaveAttribute("data-sheet", "half");
    await expectSeen(map);
  });
});
