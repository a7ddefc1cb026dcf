// Search as a visitor meets it: forgiving, explained, by keyboard and on a phone.
import { EXPO, Map, PAGE, expect, onDesktop, onPhone, test } from "./map.mjs";

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

test.describe("recent searches", () => {
  const KEY = `expo-map:${EXPO.event.id}`;
  const offered = (map) => map.host.locator(".em-panel > .em-takes > .em-chip");
  const stored = (page) => page.evaluate(() => Object.keys(localStorage).sort().map((key) => [key, localStorage[key]]));
  const CLEAR = "Очистить недавние запросы";

  /** Looks for something and opens it. */
  async function lookUp(map, query, id) {
    await map.find(query);
    await map.row(id).click();
    await expect(map.detailsOf(id)).toBeVisible();
    // Another tab may be before this one.
    await map.page.bringToFront();
    await expect.poll(() => map.host.evaluate((host) => !!host.shadowRoot.activeElement?.closest("[data-details]"))).toBe(true);
    await map.page.keyboard.press("Escape");
    await expect(map.details).toHaveCount(0);
  }

  /** Comes to the empty box. */
  async function come(map) {
    await map.find("");
    await map.search.blur();
    await map.search.focus();
  }

  test("are offered in the empty box, for the session alone as long as nothing is marked", async ({ page }) => {
    const map = await Map.open(page);
    await come(map);
    await expect(offered(map)).toHaveCount(0);
    // A prefix is not a search, nor is what found nothing.
    for (const query of ["рос", "щщщщщщ"]) await map.find(query);
    await lookUp(map, "расатома", "a1");
    await lookUp(map, "俄铝", "a3");
    await expect(offered(map)).toHaveCount(0);
    await come(map);
    await expect(offered(map)).toHaveText(["俄铝", "расатома", CLEAR]);
    await expect(map.status).toHaveText("Недавние запросы");
    await offered(map).nth(1).click();
    await expect(map.search).toHaveValue("расатома");
    await expect(map.status).toHaveText("Найден 1 стенд");
    expect(await map.listed()).toEqual(["a1"]);
    await expect(offered(map)).toHaveCount(0);
    expect(await stored(page)).toEqual([]);
    await page.reload();
    await map.shown();
    await come(map);
    await expect(offered(map)).toHaveCount(0);
    expect(await stored(page)).toEqual([]);
  });

  test("are kept once the visitor has marked something, in all tabs, and cleared in one step", async ({ page }) => {
    const map = await Map.open(page);
    await lookUp(map, "расатома", "a1");
    await map.select("a1");
    await map.tool("Избранное").first().click();
    await map.clear();
    await expect.poll(() => stored(page)).toContainEqual([`${KEY}:searches`, "1\nрасатома"]);
    await lookUp(map, "俄铝", "a3");
    await page.reload();
    await map.shown();
    await come(map);
    await expect(offered(map)).toHaveText(["俄铝", "расатома", CLEAR]);
    const tab = await page.context().newPage();
    const other = await Map.open(tab, PAGE);
    await come(other);
    await expect(offered(other)).toHaveText(["俄铝", "расатома", CLEAR]);
    await lookUp(map, "rosteh", "a2");
    await expect(offered(other)).toHaveText(["rosteh", "俄铝", "расатома", CLEAR]);
    // What a newer version wrote is not written over, but cleared.
    await page.evaluate((key) => localStorage.setItem(key, "2\nnew"), `${KEY}:searches`);
    await lookUp(map, "мёд", "e5");
    expect(await stored(page)).toContainEqual([`${KEY}:searches`, "2\nnew"]);
    await come(map);
    await expect(offered(map)).toHaveText(["new", "мёд", "rosteh", "俄铝", "расатома", CLEAR]);
    await offered(map).last().click();
    await expect(offered(map)).toHaveCount(0);
    await expect(map.status).toHaveText("Недавние запросы удалены");
    await expect(offered(other)).toHaveCount(0);
    expect((await stored(page)).map(([key]) => key)).not.toContain(`${KEY}:searches`);
    await page.reload();
    await map.shown();
    await come(map);
    await expect(offered(map)).toHaveCount(0);
    // The marks are there still.
    await expect(map.row("a1")).toContainText("★");
  });

  test("without a storage they live on in the page, for all of its maps", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
    });
    const map = await Map.open(page);
    await lookUp(map, "расатома", "a1");
    await map.select("a1");
    await map.tool("Избранное").first().click();
    await map.clear();
    await lookUp(map, "俄铝", "a3");
    await map.host.evaluate((host) => {
      const other = host.cloneNode();
      other.id = "other";
      other.style.cssText = "display: block; height: 600px";
      document.body.append(other);
      host.remove();
    });
    const other = new Map(page, page.locator("#other"));
    await other.shown();
    await come(other);
    await expect(offered(other)).toHaveText(["俄铝", "расатома", CLEAR]);
    await offered(other).last().click();
    await expect(offered(other)).toHaveCount(0);
  });

  test("in the other languages", async ({ page }) => {
    const map = await Map.open(page);
    await lookUp(map, "RUSAL", "a3");
    for (const [lang, name, clear] of [["zh", "最近搜索", "清除最近搜索"], ["en", "Recent searches", "Clear recent searches"]]) {
      await map.speak(lang);
      await come(map);
      await expect(offered(map)).toHaveText(["RUSAL", clear]);
      await expect(map.tool(`RUSAL: ${name}`)).toBeVisible();
    }
  });

  test.describe("by keyboard alone", () => {
    onDesktop();

    test("arrows lead to them and back, Enter searches, Escape closes", async ({ page }) => {
      const map = await Map.open(page);
      await map.search.focus();
      for (const query of ["rosatm", "俄铝"]) {
        await map.search.fill("");
        await page.keyboard.type(query);
        await page.keyboard.press("Enter");
        await expect(map.details).toBeVisible();
        await map.escape();
        await expect(map.search).toBeFocused();
      }
      await page.keyboard.press("Escape");
      await expect(map.search).toHaveValue("");
      await expect(offered(map)).toHaveCount(3);
      await page.keyboard.press("ArrowDown");
      await expect(offered(map).nth(0)).toBeFocused();
      await page.keyboard.press("ArrowDown");
      await expect(offered(map).nth(1)).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(map.search).toBeFocused();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await expect(map.search).toHaveValue("rosatm");
      await expect(map.search).toBeFocused();
      await expect(map.rows).toHaveCount(1);
      await page.keyboard.press("ArrowDown");
      await expect(map.row("a1")).toBeFocused();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await expect(offered(map)).toHaveText(["rosatm", "俄铝", CLEAR]);
      // The last of them clears; what comes next is the list.
      for (let i = 0; i < 3; i += 1) await page.keyboard.press("ArrowDown");
      await expect(offered(map).nth(2)).toBeFocused();
      await page.keyboard.press("ArrowDown");
      await expect(anyRow(map).first()).toBeFocused();
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Space");
      await expect(offered(map)).toHaveCount(0);
      await expect(map.search).toBeFocused();
    });

    test("Escape in the box takes them away", async ({ page }) => {
      const map = await Map.open(page);
      await map.search.focus();
      await page.keyboard.type("rosatm");
      await page.keyboard.press("Enter");
      await map.escape();
      await expect(map.search).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(offered(map)).toHaveCount(2);
      await page.keyboard.press("Escape");
      await expect(offered(map)).toHaveCount(0);
      await expect(map.search).toBeFocused();
    });
  });

  test.describe("on a phone", () => {
    onPhone();

    test("they are as large as a finger, and the keys stay away", async ({ page }) => {
      const map = await Map.open(page, PAGE);
      await lookUp(map, "расатома", "a1");
      await come(map);
      const { height } = await offered(map).first().boundingBox();
      expect(height).toBeGreaterThanOrEqual(44);
      await offered(map).first().click();
      await expect(map.rows).toHaveCount(1);
      await expect(map.search).not.toBeFocused();
    });
  });
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
