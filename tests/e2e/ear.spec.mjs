// The map by ear: what is announced in a visit with nothing but the keyboard, and the plan in words.
//
// The virtual screen reader sees only the tree it is given, so it is put into the shadow root, where
// it follows the focus and the live regions. It does not say how a real one sounds.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Map, expect, onDesktop, test } from "./map.mjs";

const READER = createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader/browser.js");

test.use({ contextOptions: { reducedMotion: "reduce" } });
onDesktop();

/** Begins to read the widget aloud; gives what was said since it was last asked. */
async function listen(map) {
  await map.page.route("**/reader.js", (route) => route.fulfill({ body: readFileSync(READER), contentType: "text/javascript" }));
  await map.root.evaluate(async (container) => {
    const { virtual } = await import("/reader.js");
    window.reader = virtual;
    await virtual.start({ container });
  });
  return () => map.page.evaluate(async () => {
    const said = await window.reader.spokenPhraseLog();
    await window.reader.clearSpokenPhraseLog();
    return said.map((phrase) => phrase.replaceAll(/\s/g, " ").trim());
  });
}

/** Goes to an element as a visitor without a mouse does. */
async function tabTo(page, element, key = "Tab") {
  for (let i = 0; i < 80; i += 1) {
    if (await element.evaluate((node) => node.getRootNode().activeElement === node)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${element} is not reached by ${key}`);
}

/** Waits until something is said, and gives all that was. */
async function until(heard, words) {
  const said = [];
  await expect.poll(async () => {
    said.push(...await heard());
    return said.some((phrase) => phrase.includes(words));
  }, { message: `"${words}" is announced`, timeout: 4000 }).toBe(true).catch((error) => {
    throw new Error(`${error.message}; said: ${said.join(" | ")}`);
  });
  return said;
}

const VISITS = {
  ru: {
    query: "росатом", found: "polite: Найден 1 стенд", opened: "polite: Открыт стенд A1: Росатом", place: "Соседи: стенд B1 (РЭЦ), 4 м выше, через проход",
    star: "Избранное", added: "polite: Добавлено. В моём списке: 1", programme: "Программа",
    step: "polite: вплотную правее", label: "Стенд A2, Ростех, Промышленность",
  },
  zh: {
    query: "俄罗斯国家原子能", found: "polite: 找到1个展位", opened: "polite: 已打开A1号展位：俄罗斯国家原子能集团公司", place: "周边：B1号展位（",
    star: "收藏", added: "polite: 已加入。我的列表：1", programme: "日程",
    step: "polite: 右侧紧邻", label: "A2号展位, ",
  },
};

for (const [lang, words] of Object.entries(VISITS)) {
  test(`${lang}: search, open, bookmark, programme, walk, close, by keyboard and by ear`, async ({ page }) => {
    test.setTimeout(90_000);
    const map = await Map.open(page);
    await map.speak(lang);
    const heard = await listen(map);
    await page.locator("body").evaluate((body) => body.focus());
    await tabTo(page, map.search);
    await page.keyboard.insertText(words.query);
    await until(heard, words.found);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const opened = await until(heard, words.opened);
    expect(opened.filter((phrase) => phrase.startsWith("polite: ")), "one message").toHaveLength(1);
    await expect(map.detailsOf("a1")).toContainText(words.place.replaceAll(" м", "\u{a0}м"));

    const star = map.tool(words.star);
    await tabTo(page, star);
    expect((await heard()).some((phrase) => phrase.includes(words.star) && phrase.includes("button"))).toBe(true);
    await page.keyboard.press("Space");
    await until(heard, words.added);
    await expect(star).toHaveAttribute("aria-pressed", "true");

    await tabTo(page, map.tool(words.programme), "Shift+Tab");
    await page.keyboard.press("Enter");
    await until(heard, `heading, ${words.programme}`);
    await page.keyboard.press("Escape");
    await expect(map.root).toHaveAttribute("data-view", "list");

    const stop = map.host.locator('.em-stand[tabindex="0"]');
    await tabTo(page, stop);
    expect(await map.focusedStand()).toBe("a1");
    await heard();
    await page.keyboard.press("ArrowRight");
    const step = await until(heard, words.step);
    expect(step.filter((phrase) => phrase.includes(words.label)), "the name once").toHaveLength(1);
    expect(await map.focusedStand()).toBe("a2");
    await page.keyboard.press("Enter");
    await expect(map.detailsOf("a2")).toBeVisible();
    await map.escape();
    await expect(map.details).toHaveCount(0);
    expect(await map.focusedStand()).toBe("a2");
  });
}

test("what a step tells is said anew when the next one is alike", async ({ page }) => {
  const map = await Map.open(page);
  await map.host.locator('.em-stand[tabindex="0"]').focus();
  const said = [];
  for (const way of ["ArrowRight", "ArrowDown", "ArrowRight", "ArrowLeft", "ArrowUp", "Home", "End"]) {
    const from = await map.focusedStand();
    await page.keyboard.press(way);
    if (await map.focusedStand() === from) continue;
    await expect(map.status).toHaveText(/\d\sм (выше|ниже|правее|левее)|вплотную/);
    said.push(await map.status.evaluate((status) => status.textContent));
  }
  expect(said.length).toBeGreaterThan(4);
  for (let i = 1; i < said.length; i += 1) expect(said[i]).not.toBe(said[i - 1]);
});

test("the plan in words: of the whole, and of a stand", async ({ page }) => {
  const map = await Map.open(page);
  await map.tool("О выставке").click();
  const about = map.host.locator("[data-body=about] .em-lines");
  await expect(about).toContainText("Российская экспозиция: 72 × 52,5\u{a0}м, 36 стендов.");
  await expect(about).toContainText("Зоны: Регионы — слева, 16 стендов;");
  await expect(about).toContainText("Входы и выходы: Главный вход — внизу, рядом стенд G1");
  await map.speak("en");
  await expect(about).toContainText("Services: Toilets by the main entrance at the bottom;");
  await map.select("a1");
  const place = map.detailsOf("a1").locator(".em-lines");
  await expect(place).toContainText("Neighbours: stand B1 (REC), 4\u{a0}m above, across the aisle; stand A2 (Rostec), next to it, to the right;");
  await expect(place).toContainText("In a straight line: Main entrance, 23\u{a0}m below;");
  await map.speak("zh");
  await expect(place).toContainText("平面图位置：中部，“工业”区域。");
});
