// What the steps of real gestures change in the document: one transform.
import { Map, expect, onDesktop, onPhone, test } from "./map.mjs";

/** Counts all changes in the shadow tree from now on, but for the picture's transform. */
const watch = (map) => map.host.evaluate((host) => {
  host.moves = 0;
  host.changes = [];
  host.watching = new MutationObserver((records) => {
    for (const { type, target, attributeName } of records) {
      if (type === "attributes" && attributeName === "style" && target.classList.contains("em-picture")) host.moves += 1;
      else host.changes.push(`${type} ${attributeName ?? ""} of ${target.getAttribute?.("class") ?? target.nodeName}`);
    }
  });
  host.watching.observe(host.shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
});

const seen = (map) => map.host.evaluate(({ moves, changes }) => ({ moves, changes }));

/** Points of a circle. */
const circle = ({ x, y }, radius, steps) => Array.from({ length: steps }, (_, step) => {
  const angle = (2 * Math.PI * step) / steps;
  return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
});

const middleOf = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });

test.describe("with the mouse", () => {
  onDesktop();

  test("a drag of 200 steps", async ({ page }) => {
    const map = await Map.open(page);
    await map.zoomIn();
    const path = circle(middleOf(await map.stageBox()), 80, 201);
    await page.mouse.move(path[0].x, path[0].y);
    await map.still();
    await page.mouse.down();
    await watch(map);
    for (const { x, y } of path.slice(1)) await page.mouse.move(x, y);
    const { moves, changes } = await seen(map);
    expect(changes).toEqual([]);
    expect(moves).toBeGreaterThan(150);
    await page.mouse.up();
  });

  test("a drag across the hall draws no stand", async ({ page }) => {
    const map = await Map.open(page);
    await map.zoomIn();
    await map.zoomIn();
    const { x, y } = middleOf(await map.stageBox());
    await map.host.evaluate(({ shadowRoot }) => {
      window.drawn = [];
      new MutationObserver((records) => window.drawn.push(...records.map(({ type }) => type)))
        .observe(shadowRoot.querySelector(".em-stands"), { subtree: true, childList: true, characterData: true, attributes: true });
    });
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 200; step += 1) await page.mouse.move(x - 6 * step, y - 2 * step);
    await page.mouse.up();
    await map.still();
    expect(await page.evaluate(() => window.drawn)).toEqual([]);
  });

  test("the wheel draws no stand", async ({ page }) => {
    const map = await Map.open(page);
    await map.host.evaluate(({ shadowRoot }) => {
      window.drawn = [];
      new MutationObserver((records) => window.drawn.push(...records.map(({ type }) => type)))
        .observe(shadowRoot.querySelector(".em-stands"), { subtree: true, childList: true, characterData: true, attributes: true });
    });
    const { x, y } = middleOf(await map.stageBox());
    await page.mouse.move(x, y);
    for (let step = 0; step < 30; step += 1) await page.mouse.wheel(0, step < 15 ? -100 : 100);
    await map.still();
    expect(await page.evaluate(() => window.drawn)).toEqual([]);
  });
});

test.describe("with fingers", () => {
  onPhone();

  test("a pinch", async ({ page }) => {
    const map = await Map.open(page);
    const stage = await map.stageBox();
    const at = { x: stage.x + stage.width / 2, y: stage.y + stage.height * 0.45 };
    const cdp = await page.context().newCDPSession(page);
    const touch = (type, apart) => cdp.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: apart === null ? [] : [{ id: 0, x: at.x - apart, y: at.y }, { id: 1, x: at.x + apart, y: at.y }],
    });
    await touch("touchStart", 60);
    await watch(map);
    for (let apart = 61; apart <= 90; apart += 1) await touch("touchMove", apart);
    const { moves, changes } = await seen(map);
    expect(changes).toEqual([]);
    expect(moves).toBeGreaterThan(15);
    await touch("touchEnd", null);
    await map.still();
  });
});
