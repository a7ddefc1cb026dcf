// After a switch of the language nothing of the old one is left, in whatever state the map is.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DATA, EXPO, LANGUAGES, Map, PAGE, WORDS, expect, onDesktop, test } from "./map.mjs";

test.use({ contextOptions: { reducedMotion: "reduce" } });
onDesktop();

// What the interface says in English and in nothing else: script does not tell it from names.
const TABLE = readFileSync(fileURLToPath(new URL("../../crates/floorplan/src/messages/table.rs", import.meta.url)), "utf8");
const ROWS = [...TABLE.matchAll(/^ {4}\w+: "(.*?)", "(.*?)", "(.*?)";$/gm)].map((row) => row.slice(1));
const ENGLISH = ROWS.flatMap(([ru, zh, en]) => en.split(/\{\}|\\u\{a0\}|; /).map((part) => part.trim())
  .filter((part) => /^[A-Z]?[a-z][a-z ,:.]{2,}$/.test(part) && ![ru, zh].some((other) => other.includes(part))));

// Names of the data that stand for themselves in Chinese: within a sentence or a label they cannot say
// which language they are in.
const NAMES = EXPO.participants.flatMap(({ name, shortName }) => [name, shortName])
  .filter((name) => name?.en && !Object.keys(name).some((tag) => tag.startsWith("zh"))).map((name) => name.en);

const ALIASES = EXPO.participants.flatMap(({ aliases = [] }) => aliases);

/** Texts that a visitor can see or hear and that are of a language. */
function textsIn(host, { old, english, names, aliases }) {
  const isOld = {
    ru: (text) => /\p{Script=Cyrillic}/u.test(text),
    zh: (text) => /\p{Script=Han}/u.test(text),
    en: (text) => english.some((words) => new RegExp(`(^|[^\\p{L}])${words.replaceAll(".", "\\.")}($|[^\\p{L}])`, "u").test(text)),
  }[old];
  const root = host.shadowRoot.querySelector(".expo-map");
  const left = [];
  const look = (text, element, where) => {
    // Data that lacks the language says which one it is in, and so do the names of languages.
    const own = element.closest("[lang]");
    const isMarked = own && own !== root && own !== host && own.getRootNode() !== document;
    // The other names by which something is found have no language in the data.
    const whole = element.localName === "mark" ? element.parentElement : element;
    if (whole.querySelector("mark") && aliases.includes(whole.textContent)) return;
    const others = names.reduce((rest, name) => rest.replaceAll(name, ""), text ?? "");
    if (!isMarked && isOld(others)) left.push(`${where}: ${text.trim().slice(0, 80)}`);
    if (isMarked && own.lang === "") left.push(`${where}: lang is empty`);
  };
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return look(node.data, node.parentElement ?? host, node.parentElement?.className || "text");
    if (node.nodeType === Node.ELEMENT_NODE) {
      for (const name of ["aria-label", "aria-description", "aria-valuetext", "aria-roledescription", "title", "placeholder", "alt"]) {
        look(node.getAttribute(name), node, `${node.className?.baseVal ?? node.className} ${name}`);
      }
      if (node.localName === "style") return;
      if (node.shadowRoot) visit(node.shadowRoot);
    }
    // What is in the tag besides is the page's, and not shown.
    if (node !== host) for (const child of node.childNodes) visit(child);
  };
  visit(host);
  return left;
}

/** Switches to each language from each other one; `is` says what must still hold. */
async function expectNothingLeft(map, state, is = async () => {}) {
  let old = "ru";
  for (const lang of ["zh", "ru", "en", "zh", "en", "ru"]) {
    await map.host.evaluate((host, value) => host.setAttribute("lang", value), lang);
    await expect(map.root).toHaveAttribute("lang", { ru: "ru", zh: "zh-Hans", en: "en" }[lang]);
    await is(lang);
    const left = await map.host.evaluate(textsIn, { old, english: ENGLISH, names: NAMES, aliases: ALIASES });
    expect.soft(left, `${state}: of ${old} in ${lang}`).toEqual([]);
    old = lang;
  }
}

test("the words that are looked for", () => {
  expect(ROWS.length).toBeGreaterThan(80);
  expect(ENGLISH).toEqual(expect.arrayContaining(["Search the exhibition", "Back to list", "Area", "The plan in words"]));
});

test("what is left over is found", async ({ page }) => {
  const map = await Map.open(page);
  for (const [lang, text] of [["ru", "Площадь"], ["zh", "面积"], ["en", "Area"]]) {
    const left = await map.host.evaluate((host, words) => {
      host.shadowRoot.querySelector(".em-sr[role=status]").title = words;
    }, text).then(() => map.host.evaluate(textsIn, { old: lang, english: ENGLISH, names: NAMES, aliases: ALIASES }));
    expect(left, lang).toContain(`em-sr title: ${text}`);
  }
});

test("list, search, nothing found, legend", async ({ page }) => {
  test.setTimeout(90_000);
  const map = await Map.open(page);
  await expectNothingLeft(map, "list");
  for (const query of ["росатом", "кафе", "а"]) {
    await map.find(query);
    await expect(map.status).toHaveText(/Найден|: \d/);
    await expectNothingLeft(map, `search for ${query}`);
  }
  await map.find("росстандар");
  await expectNothingLeft(map, "few or none");
  await map.find("qqqqqqqq");
  await expectNothingLeft(map, "nothing found", (lang) => expect(map.status).toHaveText(WORDS[lang].nothing));
  await map.find("");
  const chip = map.host.locator(".em-legend .em-chip").first();
  await chip.click();
  await expectNothingLeft(map, "legend", () => expect(chip).toHaveAttribute("aria-pressed", "true"));
  const [order, kind] = [0, 1].map((at) => map.host.locator("[data-body=list] .em-chip").nth(at));
  await kind.click();
  for (const sorted of ["by name", "by number"]) {
    await order.click();
    await expectNothingLeft(map, `one kind, ${sorted}`, () => expect(kind).toHaveAttribute("aria-pressed", "true"));
  }
});

test("details, about, programme, my list", async ({ page }) => {
  test.setTimeout(120_000);
  const map = await Map.open(page);
  for (const id of ["a1", "b5", "h1"]) {
    await map.select(id);
    await expectNothingLeft(map, `details of ${id}`, () => expect(map.detailsOf(id)).toBeAttached());
  }
  await map.select("h1");
  await map.tool("Избранное").first().click();
  await map.host.locator(".em-details .em-session .em-chip").first().click();
  await expectNothingLeft(map, "a bookmark");
  await map.clear();
  const mine = map.host.getByRole("button", { name: /^Мой список/ });
  await mine.click();
  await expect(mine).toHaveAttribute("aria-pressed", "true");
  await expectNothingLeft(map, "my list");
  for (const page of ["about", "programme"]) {
    await map.tool(WORDS.ru[page]).click();
    await expectNothingLeft(map, page, () => expect(map.root).toHaveAttribute("data-view", page));
  }
  await map.host.locator(".em-time").fill("1");
  await expectNothingLeft(map, "a time", () => expect(map.host.locator(".em-time")).toHaveValue("1"));
});

test("a step of the arrow keys, the keys, the hint", async ({ page }) => {
  test.setTimeout(90_000);
  const map = await Map.open(page);
  await map.host.locator('.em-stand[tabindex="0"]').focus();
  await page.keyboard.press("ArrowRight");
  await expect(map.status).not.toBeEmpty();
  await expectNothingLeft(map, "a step");
  for (const lang of LANGUAGES) {
    await map.speak(lang);
    await map.host.locator('.em-stand[tabindex="0"]').focus();
    await page.keyboard.press("?");
    await expect(map.host.locator("dialog")).toBeVisible();
    const others = LANGUAGES.filter((other) => other !== lang);
    for (const old of others) {
      expect.soft(await map.host.evaluate(textsIn, { old, english: ENGLISH, names: NAMES, aliases: ALIASES }), `keys in ${lang}`).toEqual([]);
    }
    await map.host.evaluate((host, value) => host.setAttribute("lang", value), others[0]);
    await expect(map.host.locator("dialog"), "gone with its language").toHaveCount(0);
    expect.soft(await map.host.evaluate(textsIn, { old: lang, english: ENGLISH, names: NAMES, aliases: ALIASES }), `after the keys in ${lang}`).toEqual([]);
  }
  await map.speak("ru");
  await map.host.evaluate((host) => host.setAttribute("gestures", "cooperative"));
  const { x, y, width, height } = await map.stageBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.wheel(0, 100);
  await expect(map.host.locator(".em-hint")).toHaveAttribute("data-on", "");
  await expectNothingLeft(map, "hint");
});

test("loading, and an error", async ({ page }) => {
  let answer;
  await page.route(DATA, async (route) => {
    await new Promise((done) => { answer = done; });
    await route.fulfill({ json: { format: "expo-map", version: 99 } });
  });
  await page.goto(PAGE);
  const map = new Map(page);
  await expect(map.host.locator(".em-loading")).toBeVisible();
  await map.host.evaluate((host) => host.setAttribute("lang", "ru"));
  await expectNothingLeft(map, "loading");
  await expect.poll(() => typeof answer).toBe("function");
  answer();
  await expect(map.failure).toBeVisible();
  await expectNothingLeft(map, "error", (lang) => expect(map.failure).toContainText(WORDS[lang].failed));
});
