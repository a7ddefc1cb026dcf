// What a visitor does beside finding stands: the programme, paper, the whole screen, the keys, high
// contrast.
import { EXPO, LANGUAGES, Map, PAGE, WORDS, expect, onDesktop, test } from "./map.mjs";

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** A page with the map and nothing else. */
async function bare(page) {
  await page.route("**/bare.html", (route) => route.fulfill({
    contentType: "text/html",
    body: `<!doctype html><html lang="ru"><title>map</title><script type="module" src="/widget/expo-map.js"></script><expo-map src="/expo-2024.json"></expo-map></html>`,
  }));
  return Map.open(page, "/bare.html");
}

async function about(map, lang = "ru") {
  await map.tool(WORDS[lang].about).click();
  await expect(map.root).toHaveAttribute("data-view", "about");
}

test.describe("the programme", () => {
  test("has every session once, by day, and says what is not published", async ({ page, isMobile }) => {
    const map = await Map.open(page);
    if (isMobile) await map.host.locator(".em-handle").click();
    await map.tool(WORDS.ru.programme).click();
    const body = map.host.locator("[data-body=programme]");
    await expect(body.locator("h2")).toBeFocused();
    await expect(body.locator("h3")).toContainText(["17 мая", "Дата и время не опубликованы"]);
    const days = body.locator(".em-sessions");
    const dated = EXPO.sessions.filter(({ start }) => start).length;
    await expect(days.first().locator("li")).toHaveCount(dated);
    await expect(days.first()).toContainText("17 мая, время не опубликовано");
    await expect(days.last().locator("li")).toHaveCount(EXPO.sessions.length - dated);
    for (const { title } of EXPO.sessions) await expect(body).toContainText(title.ru);
    await expect(body.locator(".em-origins")).toContainText("место проведения");
    await map.speak("zh");
    await expect(body).toContainText(EXPO.sessions[0].title.zh);
    await expect(body).not.toContainText(/[а-яё]/i);
    await map.host.locator("[data-body=programme] .em-session button").first().click();
    await expect(map.detailsOf(EXPO.sessions[0].place)).toBeVisible();
  });

  test("begins with the session that begins first, and leads to a service", async ({ page }) => {
    const data = structuredClone(EXPO);
    const [a, b, c] = data.sessions;
    Object.assign(a, { start: "2024-05-18T12:00", end: "2024-05-18T13:30" });
    Object.assign(b, { start: "2024-05-18" });
    Object.assign(c, { start: "2024-05-18T09:30", place: data.halls[0].services[0].id });
    data.sessions = [b, a, c];
    await page.route("**/expo-2024.json", (route) => route.fulfill({ json: data }));
    const map = await Map.open(page);
    await map.speak("en");
    await map.host.locator(".em-head .em-tool[title=Programme]").evaluate((button) => button.click());
    const rows = map.host.locator("[data-body=programme] .em-session");
    await expect(rows).toContainText(["18 May at 09:30", "18 May at 12:00–13:30", "18 May, time not published"]);
    const before = await map.host.evaluate((host) => host.scale);
    await rows.first().locator("button").first().evaluate((button) => button.click());
    await map.still();
    expect(await map.host.evaluate((host) => host.scale)).toBeGreaterThan(before);
    await expect(map.root).toHaveAttribute("data-view", "programme");
  });

  test("has no button where there is none", async ({ page }) => {
    await page.route("**/expo-2024.json", (route) => route.fulfill({ json: { ...EXPO, sessions: [] } }));
    const map = await Map.open(page);
    await expect(map.host.locator(".em-head .em-tool[title='Программа']")).toHaveCount(0);
  });
});

test.describe("paper", () => {
  onDesktop();

  for (const landscape of [false, true]) {
    test(`is a plan and an index, ${landscape ? "landscape" : "portrait"}`, async ({ page }) => {
      const map = await bare(page);
      const url = page.url();
      // Wherever the visitor is, paper has the whole plan.
      await map.zoomIn();
      const pdf = (await page.pdf({ format: "A4", landscape })).toString("latin1");
      expect(Number(pdf.match(/\/Count (\d+)/)[1])).toBe(2);
      expect(pdf, "text is text").toContain("/ToUnicode");
      await expect(map.host.locator(".em-sheet")).toHaveCount(0);
      expect(page.url()).toBe(url);
    });
  }

  for (const lang of LANGUAGES) {
    test(`has title, legend, scale, index and notice: ${lang}`, async ({ page }) => {
      const map = await Map.open(page);
      await map.speak(lang);
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      const sheet = map.host.locator(".em-sheet");
      await expect(sheet.locator("h1")).toHaveText(EXPO.event.name[lang]);
      await expect(sheet).toContainText(WORDS[lang].area);
      await expect(sheet).toContainText(EXPO.event.notice[lang]);
      await expect(sheet.locator(".em-legend span")).toHaveText(EXPO.categories.map(({ name }) => name[lang]));
      await expect(sheet.locator("figure svg text").filter({ hasText: /^10\s*(м|米|m)$/ })).toHaveCount(1);
      const index = sheet.locator("ol").first().locator("li");
      await expect(index.locator("b")).toHaveText(EXPO.stands.map(({ number }) => number));
      // Told by words, too: paper may have no colours.
      await expect(index.locator("small")).toHaveCount(EXPO.stands.length);
      const foreign = { ru: /[\u4e00-\u9fff]/, zh: /[а-яё]/i, en: /[\u4e00-\u9fffа-яё]/i }[lang];
      await expect(sheet.locator("figure svg")).not.toContainText(foreign);
      await expect(map.host.locator(".em-panel")).toBeHidden();
      const beyond = await sheet.evaluate((node) => node.scrollWidth - node.clientWidth);
      expect(beyond).toBeLessThanOrEqual(0);
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await page.emulateMedia({ media: "screen" });
      await expect(sheet).toHaveCount(0);
      await expect(map.host.locator(".em-panel")).toBeVisible();
    });
  }

  test("has what the visitor found, and its button prints", async ({ page }) => {
    await page.addInitScript(() => { window.print = () => { window.printed = (window.printed ?? 0) + 1; }; });
    const map = await Map.open(page);
    await map.find("банк");
    await expect(map.row("b4")).toBeAttached();
    const found = await map.listed();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(map.host.locator(".em-sheet ol").first().locator("li")).toHaveCount(found.length);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await about(map);
    await map.tool(WORDS.ru.print).click();
    await expect.poll(() => page.evaluate(() => window.printed)).toBe(1);
  });
});

test.describe("the keys", () => {
  onDesktop();

  test("are told at a question mark on the map, and the focus returns", async ({ page }) => {
    const map = await Map.open(page);
    await map.stand("a1").focus();
    await page.keyboard.press("?");
    const dialog = map.host.getByRole("dialog", { name: WORDS.ru.keys });
    await expect(dialog).toBeVisible();
    await expect(dialog.locator("li")).toHaveCount(7);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    expect(await map.focusedStand()).toBe("a1");
    // A search box takes it as a letter.
    await map.search.press("?");
    await expect(dialog).toHaveCount(0);
  });

  test("end with another language, and with the widget", async ({ page }) => {
    const map = await Map.open(page);
    const dialog = map.host.locator("dialog");
    await map.stand("a1").focus();
    await page.keyboard.press("?");
    await expect(dialog).toBeVisible();
    await map.host.evaluate((host) => host.setAttribute("lang", "zh"));
    await expect(dialog).toHaveCount(0);
    await map.stand("a1").focus();
    await page.keyboard.press("?");
    await expect(dialog).toBeVisible();
    await map.host.evaluate((host) => {
      const { parentNode } = host;
      host.remove();
      return new Promise((later) => { setTimeout(() => { parentNode.append(host); later(); }); });
    });
    await map.row("a1").click();
    await expect(map.root).toHaveAttribute("data-view", "details");
    await map.escape();
    await expect(map.root).toHaveAttribute("data-view", "list");
  });

  for (const lang of LANGUAGES) {
    test(`are told from the page about the event: ${lang}`, async ({ page }) => {
      const map = await Map.open(page);
      await map.speak(lang);
      await about(map, lang);
      await map.tool(WORDS[lang].keys).click();
      const dialog = map.host.getByRole("dialog", { name: WORDS[lang].keys });
      for (const row of await dialog.locator("li").all()) {
        await expect(row.locator("b")).not.toBeEmpty();
        await expect(row.locator("span")).not.toBeEmpty();
      }
      await page.keyboard.press("Escape");
      await expect(dialog).toHaveCount(0);
      // Escape closed the dialog alone.
      await expect(map.root).toHaveAttribute("data-view", "about");
      await expect(map.tool(WORDS[lang].keys)).toBeFocused();
      await map.tool(WORDS[lang].keys).click();
      await dialog.getByRole("button").click();
      await expect(dialog).toHaveCount(0);
    });
  }
});

test("the map fills the screen with free gestures, keeps its state, and gives the screen back", async ({ page, isMobile }) => {
  test.skip(isMobile, "one window size is enough");
  const map = await Map.open(page, "/");
  await map.host.scrollIntoViewIfNeeded();
  await expect(map.stage).toHaveAttribute("data-cooperative", "");
  await map.select("a1");
  const fills = () => page.evaluate(() => document.fullscreenElement?.localName ?? null);
  await map.tool(WORDS.ru.fill).click();
  await expect.poll(fills).toBe("expo-map");
  await expect(map.stage).not.toHaveAttribute("data-cooperative");
  await expect(map.detailsOf("a1")).toBeVisible();
  await expect.poll(() => map.root.evaluate((root) => [root.clientWidth - innerWidth, root.clientHeight - innerHeight])).toEqual([0, 0]);
  await page.evaluate(() => document.exitFullscreen());
  await expect.poll(fills).toBe(null);
  await expect(map.stage).toHaveAttribute("data-cooperative", "");
  await expect(map.detailsOf("a1")).toBeVisible();
});

test("where the browser does not allow it there is no button for the whole screen", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Document.prototype, "fullscreenEnabled", { get: () => false }));
  const map = await Map.open(page);
  await expect(map.host.locator(".em-fill")).toBeHidden();
});

test.describe("high contrast", () => {
  onDesktop();

  /** The colours in the middle of stands, as shares: how much is ink, how much is neither. */
  const looks = async (page, map) => {
    await map.host.locator(".em-canvas").evaluate(async (canvas) => {
      await Promise.all(canvas.getAnimations().map((change) => change.finished));
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    });
    const picture = (await page.screenshot()).toString("base64");
    return map.root.evaluate(async (root, data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const on = new OffscreenCanvas(image.width, image.height).getContext("2d");
      on.drawImage(image, 0, 0);
      return [...root.querySelectorAll(".em-stand")].map((stand) => {
        const { left, top, width, height } = stand.getBoundingClientRect();
        const inner = on.getImageData(left + width * 0.3, top + height * 0.2, width * 0.4, height * 0.6).data;
        let [ink, colour] = [0, 0];
        for (let i = 0; i < inner.length; i += 4) {
          const [r, g, b] = inner.slice(i, i + 3);
          if (r + g + b < 300) ink += 1;
          if (Math.max(r, g, b) - Math.min(r, g, b) > 4) colour += 1;
        }
        return { id: stand.dataset.id, ink: ink / (inner.length / 4), colour: colour / (inner.length / 4) };
      });
    }, picture);
  };

  const contrasts = {
    "by attribute": (page, map) => map.host.evaluate((host) => host.setAttribute("theme", "contrast")),
    "by the system": (page) => page.emulateMedia({ contrast: "more" }),
    "forced colours": (page) => page.emulateMedia({ forcedColors: "active" }),
  };
  for (const [name, choose] of Object.entries(contrasts)) {
    test(`every stand is hatched and none is coloured: ${name}`, async ({ page }) => {
      const map = await Map.open(page);
      expect((await looks(page, map)).every(({ colour }) => colour > 0.3), "coloured before").toBe(true);
      await choose(page, map);
      const after = await looks(page, map);
      expect(after.filter(({ ink, colour }) => ink < 0.02 || ink > 0.9 || colour > 0)).toEqual([]);
      const hatchings = await map.host.locator(".em-dot").evaluateAll((dots) => dots.map((dot) => getComputedStyle(dot).backgroundImage));
      expect(new Set(hatchings).size).toBe(EXPO.categories.length);
    });
  }

  test("paper is hatched as well", async ({ page }) => {
    const map = await Map.open(page);
    await map.host.evaluate((host) => host.setAttribute("theme", "contrast"));
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const patterns = map.host.locator(".em-sheet pattern");
    await expect(patterns).not.toHaveCount(0);
    const ids = await patterns.evaluateAll((all) => all.map(({ id }) => id));
    const used = await map.host.locator(".em-paper [fill^=url]").evaluateAll((all) => [...new Set(all.map((node) => node.getAttribute("fill").slice(5, -1)))]);
    expect(used.length).toBe(EXPO.categories.length);
    expect(used.every((id) => ids.includes(id))).toBe(true);
  });
});
