// The map in a browser that is driven by WebDriver.
import { until } from "./webdriver.mjs";

/** Where the map and its stands are, in CSS pixels, and what it says of itself; `null` before it is drawn. */
function look() {
  const host = document.querySelector("expo-map");
  const root = host?.shadowRoot;
  const map = root?.querySelector(".expo-map");
  const box = (node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return { x, y, width, height };
  };
  if (!map || root.querySelectorAll(".em-stand").length === 0) return null;
  const picture = root.querySelector(".em-picture");
  const moving = map.getAnimations({ subtree: true }).some((one) => one.effect.getComputedTiming().iterations !== Infinity);
  return {
    lang: map.lang,
    theme: map.dataset.theme ?? null,
    scale: host.scale,
    stands: root.querySelectorAll(".em-stand").length,
    stage: box(root.querySelector(".em-stage")),
    search: box(root.querySelector(".em-search input")),
    rows: [...root.querySelectorAll(".em-row[data-row]")].map((row) => row.dataset.row),
    details: root.querySelector("[data-details]")?.dataset.details ?? null,
    focused: root.activeElement?.dataset.id ?? null,
    ringed: Boolean(root.querySelector('[data-mark="focus"]')?.getAttribute("d")),
    placeholder: root.querySelector(".em-search input").placeholder,
    failure: root.querySelector(".em-failure")?.dataset.code ?? null,
    rests: !moving && picture.style.transform.endsWith("scale(1)"),
    place: `${picture.style.transform} ${root.querySelector(".em-world")?.getAttribute("transform")}`,
  };
}

/** What a page's visitor does with the map on it. */
export class Map {
  constructor(browser) {
    this.browser = browser;
  }

  look() { return this.browser.run(look); }

  /** Waits until the map is as wanted. */
  until(what, isSo) {
    return until(what, async () => {
      const now = await this.look();
      return now && isSo(now) ? now : null;
    });
  }

  /** Waits until nothing moves and the picture is drawn for where the map is. */
  async still() {
    let before = null;
    let calm = 0;
    return this.until("the map rests", (now) => {
      calm = now.rests && now.place === before ? calm + 1 : 0;
      before = now.place;
      return calm >= 3;
    });
  }

  /** A point in the window that is on the stand and under nothing else. */
  placeOf(id) {
    return this.browser.run((wanted) => {
      const root = document.querySelector("expo-map").shadowRoot;
      const fill = root.querySelector(`.em-stand[data-id="${wanted}"]`);
      const { left, top, width, height } = fill.getBoundingClientRect();
      for (const down of [0.5, 0.35, 0.65, 0.25, 0.75]) {
        for (const across of [0.5, 0.35, 0.65, 0.25, 0.75]) {
          const [x, y] = [left + across * width, top + down * height];
          const inside = fill.isPointInFill(new DOMPoint(x, y).matrixTransform(fill.getScreenCTM().inverse()));
          if (inside && root.elementFromPoint(x, y)?.closest(".em-picture")) return { x, y };
        }
      }
      return null;
    }, id);
  }

  /** What the page noted since it was last asked. */
  faults() { return this.browser.run(() => window.faults.splice(0)); }

  /** The events of the element since they were last asked for. */
  told() { return this.browser.run(() => window.told.splice(0)); }
}
