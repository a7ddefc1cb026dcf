// What eyes and fingers need: the sheet that follows a finger, targets, odd names, contrast, less motion.
import { DATA, EXPO, Map, PAGE, expect, onDesktop, onPhone, test } from "./map.mjs";

test.describe("the sheet", () => {
  onPhone();

  /** Drags the handle with a finger to a place, at a speed; whatever is seen on the way. */
  async function drag(page, map, to, { steps = 12, pauseMs = 16, hold = false } = {}) {
    const client = await page.context().newCDPSession(page);
    const box = await map.host.locator(".em-handle").boundingBox();
    const [x, from] = [box.x + box.width / 2, box.y + 12];
    // The finger's own clock: a busy machine makes it no slower.
    let clock = Date.now() / 1000;
    const touch = (type, y) => client.send("Input.dispatchTouchEvent", { type, timestamp: clock, touchPoints: y === null ? [] : [{ x, y }] });
    await touch("touchStart", from);
    for (let step = 1; step <= steps; step += 1) {
      clock += Math.max(pauseMs, 16) / 1000;
      await touch("touchMove", from + ((to - from) * step) / steps);
      await page.waitForTimeout(pauseMs);
    }
    // A finger that rests throws nothing.
    if (hold) {
      clock += 0.3;
      await touch("touchMove", to + 0.5);
    }
    const seen = await map.host.locator(".em-panel").boundingBox();
    await touch("touchEnd", null);
    return seen;
  }

  test("follows the finger and goes on to the nearest height", async ({ page }) => {
    const map = await Map.open(page);
    const { height } = page.viewportSize();
    // The finger holds the sheet 12 px below its upper side.
    const seen = await drag(page, map, height * 0.6 + 12, { pauseMs: 40, hold: true });
    expect(Math.abs(seen.y - height * 0.6)).toBeLessThan(4);
    await expect(map.root).toHaveAttribute("data-sheet", "half");
    await map.still();
    await drag(page, map, height * 0.12, { pauseMs: 40, hold: true });
    await expect(map.root).toHaveAttribute("data-sheet", "full");
    await map.still();
    const top = async (part) => (await part.boundingBox()).y;
    await expect.poll(async () => await top(map.host.locator(".em-panel")) - await top(map.root), "the search box stays").toBeCloseTo(60, 0);
    await drag(page, map, height * 0.5, { pauseMs: 40, hold: true });
    await expect(map.root).toHaveAttribute("data-sheet", "half");
    await map.still();
    await drag(page, map, height - 20, { pauseMs: 40, hold: true });
    await expect(map.root).toHaveAttribute("data-sheet", "peek");
  });

  test("a fast drag throws it, and no drag is a tap", async ({ page }) => {
    const map = await Map.open(page);
    const { height } = page.viewportSize();
    // As far as this, slowly, it would fall back.
    await drag(page, map, height - 150, { steps: 3, pauseMs: 0 });
    await expect(map.root).toHaveAttribute("data-sheet", /half|full/);
    await map.still();
    const before = await map.root.getAttribute("data-sheet");
    await map.host.locator(".em-handle").click();
    await expect(map.root).not.toHaveAttribute("data-sheet", before);
  });

  test("a finger that was on the handle is forgotten", async ({ page }) => {
    const map = await Map.open(page);
    const { height, width } = page.viewportSize();
    await drag(page, map, height * 0.55, { pauseMs: 40, hold: true });
    await expect(map.root).toHaveAttribute("data-sheet", "half");
    await map.still();
    const cdp = await page.context().newCDPSession(page);
    const touch = (type, y) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints: y === null ? [] : [{ x: width / 2, y }] });
    await touch("touchStart", 300);
    for (const y of [270, 240, 210, 180]) await touch("touchMove", y);
    await touch("touchEnd", null);
    await map.still();
    await expect(map.root).toHaveAttribute("data-sheet", "half");
    const panel = await map.host.locator(".em-panel").boundingBox();
    expect(Math.abs(panel.y - height / 2), "where it was").toBeLessThan(height * 0.12);
  });

  test("keyboard and screen reader have its button", async ({ page }) => {
    const map = await Map.open(page);
    const handle = map.host.locator(".em-handle");
    await expect(handle).toHaveAttribute("aria-expanded", "false");
    await handle.focus();
    await page.keyboard.press("Enter");
    await expect(map.root).toHaveAttribute("data-sheet", "half");
    await expect(handle).toHaveAttribute("aria-expanded", "true");
  });

  test("choosing in the full sheet shows the stand", async ({ page }) => {
    const map = await Map.open(page);
    const handle = map.host.locator(".em-handle");
    await handle.click();
    await handle.click();
    await expect(map.root).toHaveAttribute("data-sheet", "full");
    await map.still();
    await map.row("a1").click();
    await expect(map.detailsOf("a1")).toBeAttached();
    await map.still();
    const stand = await map.box("a1");
    const sheet = await map.host.locator(".em-panel").boundingBox();
    expect(stand.top + stand.height).toBeLessThanOrEqual(sheet.y);
    const controls = await map.host.locator(".em-controls").boundingBox();
    expect(controls.y + controls.height, "the buttons stay above it").toBeLessThanOrEqual(sheet.y);
  });

  test("what a finger presses is 44 px at least", async ({ page }) => {
    const map = await Map.open(page);
    const small = () => map.root.evaluate((root) => [...root.querySelectorAll("button, .em-links a, .em-origins a")]
      .filter((node) => node.checkVisibility())
      .map((node) => [node.className || node.textContent, node.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 43.9 || height < 43.9)
      .map(([name, { width, height }]) => `${name}: ${width} x ${height}`));
    expect(await small(), "first view").toEqual([]);
    await map.select("f2");
    expect(await small(), "details").toEqual([]);
    await map.clear();
    await map.host.locator(".em-handle").click();
    await map.find("zzzzzzzz");
    expect(await small(), "nothing found").toEqual([]);
    for (const tool of [0, 1]) {
      await map.host.locator(".em-head > .em-tool").nth(tool).click();
      await expect(map.host.locator("[data-body=programme], [data-body=about]")).toBeVisible();
      await map.still();
      expect(await small(), `page ${tool}`).toEqual([]);
    }
  });

  test("a narrow phone has the whole title, and the languages in reach", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const map = await Map.open(page);
    const title = map.host.locator(".em-event h2");
    expect(await title.evaluate((node) => node.scrollHeight <= node.clientHeight + 1 && node.scrollWidth <= node.clientWidth)).toBe(true);
    await map.host.locator(".em-handle").click();
    await map.still();
    await map.host.locator(".em-langs .em-tool").nth(1).click();
    await expect(map.root).toHaveAttribute("lang", "zh-Hans");
  });
});

test.describe("odd names", () => {
  onDesktop();

  test("a book in place of a name does not bury the interface", async ({ page }) => {
    const odd = structuredClone(EXPO);
    const book = "Верхнекамское объединение ".repeat(640);
    for (const [at, stand] of odd.stands.entries()) {
      stand.name = { ru: [book, "Ъ".repeat(16_000), `\u202eמילה ${"א".repeat(500)}`][at % 3] };
    }
    odd.stands[0].name.ru = `${book} Выхухоль`;
    for (const category of odd.categories) category.name = book;
    await page.route(DATA, (route) => route.fulfill({ json: odd }));
    const map = await Map.open(page);
    const box = await map.rows.first().boundingBox();
    expect(box.height, "a row").toBeLessThan(260);
    expect(await map.rows.first().innerText()).toContain("…");
    const wide = await map.root.evaluate((root) => [...root.querySelectorAll(".em-row, .em-chip, h2")]
      .filter((node) => node.scrollWidth > node.clientWidth + 1).length);
    expect(wide, "nothing runs over its side").toBe(0);
    // All of it is searched.
    await map.find("Выхухоль");
    await expect(map.rows).toHaveCount(1);
    await map.select(odd.stands[0].id);
    expect((await map.details.locator("h2").innerText()).length).toBeLessThan(240);
  });
});

test("less motion: nothing is animated, and the sheet is there at once", async ({ page, isMobile }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.route(DATA, () => {});
  await page.goto(PAGE);
  const map = new Map(page);
  await expect(map.host.locator(".em-loading")).toBeVisible();
  const moving = () => map.root.evaluate((root) => root.getAnimations({ subtree: true }).length);
  expect(await moving(), "the skeleton").toBe(0);
  await page.unroute(DATA);
  await page.reload();
  await map.shown();
  if (isMobile) await map.host.locator(".em-handle").click();
  else await map.row("a1").click();
  expect(await moving()).toBe(0);
});

test("words and buttons can be read in each theme", async ({ page }) => {
  const map = await Map.open(page);
  await map.select("f2");
  for (const theme of ["light", "dark", "contrast"]) {
    await map.host.evaluate((host, value) => host.setAttribute("theme", value), theme);
    await expect(map.root).toHaveAttribute("data-theme", theme);
    const ratios = await map.root.evaluate((root) => {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      const light = (colour) => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
      const of = (selector) => getComputedStyle(root.querySelector(selector));
      const panel = of(".em-panel").backgroundColor;
      return {
        title: ratio(of(".em-event h2").color, panel),
        tool: ratio(of(".em-head .em-tool").color, panel),
        zoom: ratio(of(".em-group .em-tool").color, of(".em-group .em-tool").backgroundColor),
        back: ratio(of(".em-back").color, panel),
        chip: ratio(of(".em-legend .em-chip").color, of(".em-legend .em-chip").backgroundColor),
        handle: ratio(getComputedStyle(root.querySelector(".em-handle"), "::before").backgroundColor, panel),
      };
    });
    for (const [what, ratio] of Object.entries(ratios)) {
      expect(ratio, `${theme}: ${what}`).toBeGreaterThanOrEqual(theme === "contrast" ? 7 : what === "handle" ? 3 : 4.5);
    }
  }
});
