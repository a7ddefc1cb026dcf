// No violation that axe-core knows of, in any state. There are no frames, so the quicker legacy
// mode sees as much.
import { AxeBuilder } from "@axe-core/playwright";
import { DATA, LANGUAGES, Map, PAGE, WORDS, expect, test } from "./map.mjs";

test.use({ contextOptions: { reducedMotion: "reduce" } });

async function expectNoViolations(page, state) {
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().include("expo-map").analyze();
  const found = violations.map(({ id, nodes }) => `${state}: ${id}: ${nodes.map(({ target, failureSummary }) => `${target.flat().join(" ")}: ${failureSummary}`).join("; ")}`);
  expect.soft(found).toEqual([]);
  expect(passes.length, "the widget was looked at").toBeGreaterThan(5);
}

const CODE = { ru: "QR-код", zh: "二维码", en: "QR code" };

const LOOKS = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  contrast: { colorScheme: "light", theme: "contrast", languages: ["ru", "zh"] },
  "forced colours": { colorScheme: "dark", forcedColors: "active", languages: ["ru", "zh"] },
};

for (const [look, { colorScheme, theme, forcedColors = "none", languages = LANGUAGES }] of Object.entries(LOOKS)) {
  test.describe(look, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce", forcedColors } });
    const dress = (map) => map.host.evaluate((host, value) => value && host.setAttribute("theme", value), theme);

    for (const lang of languages) {
      test(`${lang}: every state`, async ({ page }) => {
        test.setTimeout(120_000);
        const map = await Map.open(page);
        await dress(map);
        await map.speak(lang);
        await expectNoViolations(page, "list");
        for (const id of ["a1", "f2"]) {
          await map.select(id);
          await expectNoViolations(page, `details of ${id}`);
        }
        await map.host.locator("[data-details] .em-chip").first().click();
        await map.still();
        await expectNoViolations(page, "a bookmark");
        await map.clear();
        const mine = map.host.locator("[data-body=list] .em-chip").first();
        await mine.click();
        await expect(mine).toHaveAttribute("aria-pressed", "true");
        await map.still();
        await expectNoViolations(page, "my list");
        await map.host.evaluate((host) => { host.deepLink = true; });
        await map.host.locator("[data-body=list] .em-chip", { hasText: CODE[lang] }).click();
        await expect(map.host.locator("dialog")).toBeVisible();
        await expectNoViolations(page, "the code");
        await page.keyboard.press("Escape");
        await mine.click();
        await map.host.locator("[data-body=list] .em-chip").nth(2).click();
        await expectNoViolations(page, "one kind");
        await map.host.locator("[data-body=list] .em-chip").nth(2).click();
        await map.find("a");
        await expect(map.host.locator(".em-count .em-link")).toBeAttached();
        await map.still();
        await expectNoViolations(page, "search");
        await map.find("qqqqqqqq");
        await expect(map.status).toHaveText(WORDS[lang].nothing);
        await expectNoViolations(page, "nothing found");
        await map.find("");
        await map.uncover();
        const chip = map.host.locator(".em-legend .em-chip").first();
        await chip.click();
        await expect(chip).toHaveAttribute("aria-pressed", "true");
        await map.still();
        await expectNoViolations(page, "filter");
        await map.tool(WORDS[lang].about).click();
        await expect(map.root).toHaveAttribute("data-view", "about");
        await map.still();
        await expectNoViolations(page, "about");
        await map.tool(WORDS[lang].keys).click();
        await expect(map.host.locator("dialog")).toBeVisible();
        await expectNoViolations(page, "keys");
        await page.keyboard.press("Escape");
        await map.tool(WORDS[lang].programme).click();
        await expect(map.root).toHaveAttribute("data-view", "programme");
        await map.still();
        await expectNoViolations(page, "programme");
        await map.host.locator(".em-time").fill("1");
        await expectNoViolations(page, "a time");
        await map.host.evaluate((host) => host.setAttribute("gestures", "cooperative"));
        const { x, y, width } = await map.stageBox();
        await page.mouse.move(x + width / 2, y + 150);
        await page.mouse.wheel(0, 100);
        await expect(map.host.locator(".em-hint")).toHaveAttribute("data-on", "");
        await expectNoViolations(page, "hint");
      });

      test(`${lang}: error`, async ({ page }) => {
        await page.route(DATA, (route) => route.fulfill({ json: { format: "expo-map", version: 99 } }));
        await page.goto(PAGE);
        const map = new Map(page);
        await expect(map.failure).toBeVisible();
        await dress(map);
        await map.host.evaluate((host, value) => host.setAttribute("lang", value), lang);
        await expect(map.failure).toContainText(WORDS[lang].failed);
        await expectNoViolations(page, "error");
      });
    }

    test("the page around it", async ({ page }) => {
      await page.goto("/");
      await expect(page.locator("expo-map .em-stand")).toHaveCount(36);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" "))}`)).toEqual([]);
    });
  });
}
