// Labels lie inside their stands and cross nothing.
import { LANGUAGES, Map, expect, onDesktop, test } from "./map.mjs";

const SIZES = [[1280, 800], [390, 844], [320, 640], [2560, 1440]];

onDesktop();
test.use({ contextOptions: { reducedMotion: "reduce" } });

/** What is wrong with what is written on the map; how many labels there are. */
const faultsOf = (root) => {
  const TOLERANCE = 1;
  const faults = [];
  const boxes = [];
  const of = (element, group, what) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    boxes.push({ left, top, right, bottom, group, what });
    return { left, top, right, bottom };
  };
  const labels = [...root.querySelectorAll(".em-label")];
  for (const label of labels) {
    const stand = root.querySelector(`[data-stand="${label.dataset.label}"]`);
    const fill = stand.querySelector(".em-fill");
    const toPlan = fill.getScreenCTM().inverse();
    for (const text of label.querySelectorAll("text")) {
      const what = `${stand.dataset.id} “${text.textContent}”`;
      const { left, top, right, bottom } = of(text, label, what);
      for (const x of [left + TOLERANCE, right - TOLERANCE]) {
        for (const y of [top + TOLERANCE, bottom - TOLERANCE]) {
          if (!fill.isPointInFill(new DOMPoint(x, y).matrixTransform(toPlan))) {
            const edge = fill.getBoundingClientRect();
            faults.push(`${what} leaves its stand at ${x.toFixed(1)}, ${y.toFixed(1)} (${[edge.left, edge.top, edge.right, edge.bottom].map((n) => n.toFixed(1))})`);
          }
        }
      }
    }
  }
  for (const pin of root.querySelectorAll(".em-pin")) of(pin.querySelector("circle"), pin, `pin “${pin.querySelector("title").textContent}”`);
  for (const door of root.querySelectorAll(".em-door")) {
    of(door.querySelector("rect"), door, `door “${door.querySelector("title").textContent}”`);
    const name = door.querySelector(".em-door-name");
    if (name) of(name, door, `the name of the door “${name.textContent}”`);
  }
  for (const district of root.querySelectorAll(".em-district")) of(district, district, `district “${district.textContent}”`);
  boxes.forEach((a, at) => {
    for (const b of boxes.slice(at + 1)) {
      if (a.group === b.group) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > TOLERANCE && down > TOLERANCE) faults.push(`${a.what} and ${b.what} overlap by ${across.toFixed(1)} x ${down.toFixed(1)}`);
    }
  });
  return { faults, count: labels.length };
};

for (const [width, height] of SIZES) {
  test(`at ${width} x ${height}, in every language, far and near`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const map = await Map.open(page);
    const found = [];
    for (const lang of LANGUAGES) {
      await map.fit();
      await map.speak(lang);
      for (const when of ["the whole plan", "nearer", "nearer still"]) {
        if (when !== "the whole plan") await map.zoomIn();
        const { faults, count } = await map.root.evaluate(faultsOf);
        found.push(...faults.map((fault) => `${lang}, ${when}: ${fault}`));
        if (when === "nearer still" || width >= 1280) expect(count, `${lang}, ${when}`).toBeGreaterThan(3);
      }
    }
    expect(found).toEqual([]);
  });
}

test("a label out of place would be noticed", async ({ page }) => {
  const map = await Map.open(page);
  await map.host.locator(".em-label").first().evaluate((label) => label.setAttribute("transform", "translate(5 5)"));
  const { faults } = await map.root.evaluate(faultsOf);
  expect(faults.some((fault) => fault.includes("leaves its stand"))).toBe(true);
  await map.host.locator(".em-label").nth(1).evaluate((label) => label.setAttribute("transform", "translate(5 5)"));
  const again = await map.root.evaluate(faultsOf);
  expect(again.faults.some((fault) => fault.includes("overlap"))).toBe(true);
});

test("at first every stand has a label where there is room, and some name even on a small phone", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  let map = await Map.open(page);
  await expect(map.host.locator(".em-label")).toHaveCount(36);
  await page.setViewportSize({ width: 320, height: 640 });
  map = await Map.open(page);
  expect(await map.host.locator(".em-label").count()).toBeGreaterThan(5);
});
