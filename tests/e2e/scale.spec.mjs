// Plans much larger than the reference exhibition: what one step costs does not grow with them.
import { DATA, Map, PAGE, expect, onDesktop, test } from "./map.mjs";

onDesktop();

const COLUMNS = 100;

/** Rows of stands of 4 m by 3 m, every third row an aisle. */
function rows(count) {
  const place = (i) => [4 * (i % COLUMNS) + 2, 4 * Math.floor(i / COLUMNS) + 2];
  const stands = Array.from({ length: count }, (_, i) => {
    const [x, y] = place(i);
    return { id: `s${i}`, number: `${i}`, name: `Company ${i}`, category: `c${i % 3}`, outline: [[x, y], [x + 4, y], [x + 4, y + 3], [x, y + 3]] };
  });
  const [width, height] = [4 * COLUMNS + 4, 4 * Math.ceil(count / COLUMNS) + 4];
  return JSON.stringify({
    format: "expo-map", version: 1, languages: ["en"],
    event: { id: "large", name: "Large", start: "2025-01-01", end: "2025-01-02", timeZone: "UTC" },
    halls: [{ id: "h", name: "Hall", outline: [[0, 0], [width, 0], [width, height], [0, height]] }],
    categories: [{ id: "c0", name: "Red", colour: "#d62728" }, { id: "c1", name: "Dark", colour: "#102030" }, { id: "c2", name: "Palette", colour: 4 }],
    stands,
  });
}

/** Opens the page with another exhibition. */
async function open(page, count) {
  await page.route(DATA, (route) => route.fulfill({ contentType: "application/json", body: rows(count) }));
  const map = new Map(page);
  await page.goto(PAGE);
  await expect(map.rows.first()).toBeVisible();
  await expect.poll(() => map.rows.count()).toBe(Math.min(count, 120));
  await map.still();
  return map;
}

const elements = (map) => map.host.evaluate(({ shadowRoot }) => shadowRoot.querySelectorAll("*").length);

test("ten thousand stands take no more elements than four times those of 36", async ({ page }) => {
  const few = await elements(await open(page, 36));
  await page.unrouteAll();
  const many = await elements(await open(page, 10_000));
  expect(many).toBeLessThan(4 * few);
});

test("a drag over ten thousand stands moves one transform", async ({ page }) => {
  const map = await open(page, 10_000);
  const { x, y, width, height } = await map.stageBox();
  const [cx, cy] = [x + width / 2, y + height / 2];
  await page.mouse.move(cx, cy);
  await page.mouse.down();
  await page.mouse.move(cx + 10, cy);
  await map.host.evaluate(({ shadowRoot }) => {
    window.changes = [];
    new MutationObserver((records) => {
      for (const { target, attributeName } of records) {
        if (attributeName !== "style" || !target.classList.contains("em-picture")) window.changes.push(`${attributeName} of ${target.className}`);
      }
    }).observe(shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  for (let step = 0; step < 100; step += 1) await page.mouse.move(cx + 80 * Math.sin(step / 10), cy + 60 * Math.cos(step / 10));
  expect(await page.evaluate(() => window.changes)).toEqual([]);
  await page.mouse.up();
});

test("any of ten thousand stands is found, shown, clicked and walked to", async ({ page }) => {
  const map = await open(page, 10_000);
  await map.host.evaluate((host) => host.centerOn("s5050", 40));
  await map.still();
  const at = await map.host.evaluate((host) => host.project("s5050"));
  await page.mouse.click(at.x, at.y);
  await expect(map.detailsOf("s5050")).toBeVisible();
  await map.escape();
  await map.search.fill("Company 7777");
  await expect(map.row("s7777")).toBeVisible();
  await map.row("s7777").click();
  await expect(map.detailsOf("s7777")).toBeVisible();
  await map.escape();
  await page.keyboard.press("Escape");
  const stop = map.host.locator('.em-stand[tabindex="0"]');
  await expect(stop).toHaveCount(1);
  await stop.focus();
  const from = Number((await map.focusedStand()).slice(1));
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => map.focusedStand()).toBe(`s${from + 1}`);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => map.focusedStand()).toBe(`s${from + 1 + COLUMNS}`);
});

test("colours that the data brings are on the map and in the list, and read well", async ({ page }) => {
  const map = await open(page, 36);
  const badge = (id) => map.row(id).locator(".em-badge").evaluate((node) => {
    const { backgroundColor, color } = getComputedStyle(node);
    return [backgroundColor, color];
  });
  expect(await badge("s0")).toEqual(["rgb(214, 39, 40)", "rgb(255, 255, 255)"]);
  expect(await badge("s1")).toEqual(["rgb(16, 32, 48)", "rgb(255, 255, 255)"]);
  const { x, y } = await map.host.evaluate((host) => host.project("s1"));
  const { data } = await map.host.evaluate(async (_, [encoded, px, py]) => {
    const image = new Image();
    image.src = `data:image/png;base64,${encoded}`;
    await image.decode();
    const on = new OffscreenCanvas(image.width, image.height).getContext("2d");
    on.drawImage(image, 0, 0);
    return { data: [...on.getImageData(px, py, 1, 1).data] };
  }, [(await page.screenshot()).toString("base64"), x, y]);
  expect(data.slice(0, 3)).toEqual([16, 32, 48]);
});
