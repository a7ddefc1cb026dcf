// The demo page's map in the hands of the page's own scripts, and in windows of many widths.
import { Map, PAGE, WORDS, expect, onDesktop, test } from "./map.mjs";

test.use({ contextOptions: { reducedMotion: "reduce" } });
onDesktop();

test("`selected` holds for other data too, whichever is set first, and opens again what the visitor closed", async ({ page }) => {
  const map = await Map.open(page, "/");
  const src = await map.host.getAttribute("src");
  await map.host.evaluate((host, src) => {
    host.selected = "e7";
    host.src = `${src}?again`;
  }, src);
  await expect(map.detailsOf("e7")).toBeVisible();
  await map.host.evaluate((host) => {
    host.clear();
    host.selected = "b2";
  });
  await expect(map.detailsOf("b2")).toBeVisible();
  await expect(map.detailsOf("b2").locator("[data-panel-focus]")).toBeAttached();
  await map.search.fill("банк");
  await expect(map.details).toHaveCount(0);
  await map.host.evaluate((host) => { host.selected = "b2"; });
  await expect(map.detailsOf("b2")).toBeVisible();
});

test("the host hears when a search closes the details", async ({ page }) => {
  const map = await Map.open(page, "/");
  await map.host.evaluate((host) => {
    window.heard = [];
    host.addEventListener("expo-map-select", ({ detail }) => window.heard.push(detail.id));
  });
  await map.row("b2").click();
  await expect(map.detailsOf("b2")).toBeVisible();
  await map.search.fill("банк");
  await expect(map.details).toHaveCount(0);
  await map.search.fill("");
  await map.row("b2").click();
  await map.tool(WORDS.ru.about).click();
  await expect(map.root).toHaveAttribute("data-view", "about");
  expect(await page.evaluate(() => window.heard)).toEqual(["b2", null, "b2", null]);
  await expect(map.host.locator(".em-stand[aria-current=true]")).toHaveCount(0);
});

test("the legend of a narrower page is one row and cuts no chip", async ({ page }) => {
  for (const [width, rows] of [[900, 1], [1000, 1], [1184, 1], [1280, 2], [1400, 2]]) {
    await page.setViewportSize({ width, height: 800 });
    const map = await Map.open(page, PAGE);
    const tops = await map.host.locator(".em-legend").evaluate((list) => {
      const box = list.getBoundingClientRect();
      const chips = [...list.querySelectorAll(".em-chip")].map((chip) => chip.getBoundingClientRect());
      return chips.map(({ top, bottom }) => (bottom <= box.bottom + 0.5 ? Math.round(top) : -1));
    });
    expect(tops).not.toContain(-1);
    expect(new Set(tops).size, `${width}`).toBe(rows);
  }
});
