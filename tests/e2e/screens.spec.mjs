// Pictures of every state, for people to look at: tests/e2e/shots.
import { fileURLToPath } from "node:url";
import { LANGUAGES, Map, expect, onDesktop, test } from "./map.mjs";

const SIZES = [[1280, 800], [390, 844], [320, 640], [2560, 1440]];
const SHOTS = fileURLToPath(new URL("./shots/", import.meta.url));

onDesktop();
test.use({ contextOptions: { reducedMotion: "reduce" } });

for (const colorScheme of ["light", "dark"]) {
  for (const [width, height] of SIZES) {
    test(`${colorScheme} at ${width} x ${height}`, async ({ page }) => {
      test.setTimeout(120_000);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height });
      const map = await Map.open(page);
      for (const lang of LANGUAGES) {
        const shot = (state) => page.screenshot({ path: `${SHOTS}${lang}-${colorScheme}-${width}x${height}-${state}.png` });
        await map.speak(lang);
        await shot("list");
        await map.select("f2");
        await shot("details");
        await map.clear();
        await map.fit();
        await map.find({ ru: "банк", zh: "银行", en: "bank" }[lang]);
        await expect(map.row("b4")).toBeAttached();
        await map.still();
        await shot("search");
        await map.find("");
        await expect(map.rows).toHaveCount(36);
        // The sheet folds away, and the next language begins as a visitor does.
        await map.search.press("Escape");
        await map.fit();
      }
    });
  }
}
