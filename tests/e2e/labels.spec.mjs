// Labels lie inside their stands and cross nothing.
import { LANGUAGES, Map, expect, onDesktop, test } from "./map.mjs";

const SIZES = [[1280, 800], [390, 844], [320, 640], [2560, 1440]];

onDesktop();
test.use({ contextOptions: { reducedMotion: "reduce" } });

/**
 * Notes what is painted: the texts, the discs and the blocks of the last picture, where each is on the
 * bitmap.
 */
const record = () => {
  const painted = globalThis.OffscreenCanvasRenderingContext2D.prototype;
  const around = (name, note) => {
    const original = painted[name];
    painted[name] = function (...given) {
      note(this, ...given);
      return original.apply(this, given);
    };
  };
  // Each picture begins so.
  around("setTransform", (on, a, b, c, d, x, y) => {
    if (a === 1 && x === 0 && y === 0) [window.painted, window.bitmapWidth] = [[], on.canvas.width];
  });
  const add = (on, left, top, right, bottom, what) => {
    const { a, d, e, f } = on.getTransform();
    window.painted.push({ left: left * a + e, right: right * a + e, top: top * d + f, bottom: bottom * d + f, ...what });
  };
  around("fillText", (on, text, x, y) => {
    const { width, fontBoundingBoxAscent, fontBoundingBoxDescent } = on.measureText(text);
    const isSpaced = on.letterSpacing !== "0px";
    add(on, x - width / 2, y - fontBoundingBoxAscent, x + width / 2, y + fontBoundingBoxDescent, { text, x, y, isSpaced });
  });
  around("strokeText", (on, text, x, y) => window.painted.push({ halo: `${x} ${y}` }));
  around("arc", (on, x, y, r) => add(on, x - r, y - r, x + r, y + r, { isPin: true }));
  around("roundRect", (on, x, y, w, h) => add(on, x, y, x + w, y + h, { isPin: true }));
};

test.beforeEach(({ page }) => page.addInitScript(record));

/**
 * What is wrong with what is written on the map; how many stands have a label. `astray` moves one of
 * the texts.
 */
const faultsOf = (root, astray) => {
  const TOLERANCE = 1;
  const faults = [];
  const boxes = [];
  const canvas = root.querySelector(".em-canvas");
  const place = canvas.getBoundingClientRect();
  const scale = place.width / window.bitmapWidth;
  const onPage = (mark) => ({
    ...mark,
    left: place.left + mark.left * scale,
    right: place.left + mark.right * scale,
    top: place.top + mark.top * scale,
    bottom: place.top + mark.bottom * scale,
  });
  const of = (mark, group, what) => {
    boxes.push({ ...mark, group, what });
    return mark;
  };
  const within = (stand, x, y) => stand.isPointInFill(new DOMPoint(x, y).matrixTransform(stand.getScreenCTM().inverse()));
  const stands = [...root.querySelectorAll(".em-stand")];
  // The name of a door is painted twice: its halo, then itself.
  const halos = new Set(window.painted.map(({ halo }) => halo));
  const texts = window.painted.filter(({ text }) => text !== undefined).map(onPage);
  const labelled = new Set();
  const isOnAStand = ({ x, y, isSpaced }) => !halos.has(`${x} ${y}`) && !isSpaced;
  const owners = texts.map(({ left, top, right, bottom }) => stands.find((stand) => within(stand, (left + right) / 2, (top + bottom) / 2)));
  if (astray !== undefined) Object.assign(texts.filter(isOnAStand)[astray], { left: 5, right: 45, top: 5, bottom: 20 });
  texts.forEach((text, at) => {
    const what = `“${text.text}”`;
    if (!isOnAStand(text)) {
      of(text, text, what);
      return;
    }
    const stand = owners[at];
    if (!stand) {
      faults.push(`${what} is on no stand`);
      return;
    }
    if (!labelled.has(stand) && !stand.getAttribute("aria-label").includes(text.text.split(" ")[0])) {
      faults.push(`${what} is on ${stand.dataset.id}`);
    }
    labelled.add(stand);
    const { left, top, right, bottom } = of(text, stand, what);
    for (const x of [left + TOLERANCE, right - TOLERANCE]) {
      for (const y of [top + TOLERANCE, bottom - TOLERANCE]) {
        if (!within(stand, x, y)) faults.push(`${what} leaves its stand ${stand.dataset.id} at ${x.toFixed(1)}, ${y.toFixed(1)}`);
      }
    }
  });
  const pins = window.painted.filter(({ isPin }) => isPin).map(onPage);
  for (const [at, pin] of pins.entries()) of(pin, pin, `pin ${at}`);
  if (pins.length < 5) faults.push("where are the pins?");
  boxes.forEach((a, at) => {
    for (const b of boxes.slice(at + 1)) {
      if (a.group === b.group) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > TOLERANCE && down > TOLERANCE) faults.push(`${a.what} and ${b.what} overlap by ${across.toFixed(1)} x ${down.toFixed(1)}`);
    }
  });
  return { faults, count: labelled.size };
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
  const { faults } = await map.root.evaluate(faultsOf, 0);
  expect(faults.some((fault) => fault.includes("leaves its stand"))).toBe(true);
});

test("at first every stand has a label where there is room, and some name even on a small phone", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  let map = await Map.open(page);
  expect((await map.root.evaluate(faultsOf)).count).toBe(36);
  expect(await map.host.evaluate((host) => host.visibleLabels)).toBe(36);
  await page.setViewportSize({ width: 320, height: 640 });
  map = await Map.open(page);
  expect((await map.root.evaluate(faultsOf)).count).toBeGreaterThan(5);
});

test("a dark map is light on paper, under Trusted Types too", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const map = await Map.open(page);
  const ground = await map.root.evaluate((root) => {
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "require-trusted-types-for 'script'";
    document.head.append(policy);
    window.dispatchEvent(new Event("beforeprint"));
    const fill = root.querySelector(".em-paper path").getAttribute("fill");
    window.dispatchEvent(new Event("afterprint"));
    return fill;
  });
  expect(ground).toBe("rgb(252, 250, 245)");
  await expect(map.root).not.toHaveAttribute("data-theme");
  await map.zoomIn();
});

test("the bitmap shows every stand in its colour, in the light and in the dark", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const map = await Map.open(page);
  await map.speak("en");
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    // Painted anew with the frame after the change of inks has ended.
    await map.host.locator(".em-canvas").evaluate(async (canvas) => {
      await Promise.all(canvas.getAnimations().map((change) => change.finished));
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    });
    const picture = (await page.screenshot()).toString("base64");
    const wrong = await map.root.evaluate(async (root, data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const on = canvas.getContext("2d");
      on.drawImage(image, 0, 0);
      const colours = {};
      for (const chip of root.querySelectorAll(".em-legend .em-chip")) {
        const name = chip.querySelector("span").textContent;
        colours[name] = getComputedStyle(chip.querySelector(".em-dot")).backgroundColor.match(/\d+/g).map(Number);
      }
      return [...root.querySelectorAll(".em-stand")].filter((stand) => {
        const { left, top, width, height } = stand.getBoundingClientRect();
        // Of the whole stand, most has its colour: edges and words are few.
        let [right, all] = [0, 0];
        const wanted = colours[stand.getAttribute("aria-label").split(", ").at(-1)];
        for (let x = left + 2; x < left + width - 2; x += 3) {
          for (let y = top + 2; y < top + height - 2; y += 3) {
            const point = new DOMPoint(x, y).matrixTransform(stand.getScreenCTM().inverse());
            if (!stand.isPointInFill(point)) continue;
            const [r, g, b] = on.getImageData(x, y, 1, 1).data;
            all += 1;
            if ([r, g, b].every((part, i) => Math.abs(part - wanted[i]) < 6)) right += 1;
          }
        }
        return right < all * 0.6;
      }).map((stand) => stand.getAttribute("aria-label"));
    }, picture);
    expect(wrong, colorScheme).toEqual([]);
  }
});
