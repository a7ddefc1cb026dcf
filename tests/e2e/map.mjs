// The map as a visitor meets it: what every spec begins with.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test as base, expect } from "@playwright/test";
import { bundledPage } from "./bundled.mjs";

const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
/** The page where the map fills the window. */
export const PAGE = bundledPage();

/** The address of the data file, whatever page asks for it. */
export const DATA = "**/expo-2024.json";

export const EXPO_TEXT = readFileSync(file("assets/expo-2024.json"), "utf8");
export const EXPO = JSON.parse(EXPO_TEXT);

export const LANGUAGES = ["ru", "zh", "en"];
export const LOCALE = { ru: "ru", zh: "zh-Hans", en: "en" };

/** The strictest policy that a page may have. */
export const CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";

/** The words of the interface that tests look for. */
export const WORDS = {
  ru: { whole: "Весь план", programme: "Программа", keys: "Клавиши", print: "Напечатать план", fill: "Полноэкранный режим", about: "О выставке", failed: "План не загрузился", retry: "Повторить", nothing: "Ничего не найдено", area: "3 500 м²", stands: "36 стендов" },
  zh: { whole: "显示全图", programme: "日程", keys: "快捷键", print: "打印平面图", fill: "全屏模式", about: "展会介绍", failed: "平面图加载失败", retry: "重试", nothing: "未找到结果", area: "3,500平方米", stands: "36个展位" },
  en: { whole: "Whole plan", programme: "Programme", keys: "Keyboard shortcuts", print: "Print the plan", fill: "Full screen", about: "About the event", failed: "The plan could not be loaded", retry: "Try again", nothing: "Nothing found", area: "3,500 m²", stands: "36 stands" },
};

// The browser's own lines about the network are not the widget's.
const OF_THE_BROWSER = /^Failed to load resource/;

/** Every test fails on an exception, a rejected promise or an error in the console. */
export const test = base.extend({
  faults: [
    async ({ page }, use) => {
      const faults = [];
      page.on("pageerror", (error) => faults.push(`exception: ${error.stack ?? error}`));
      page.on("console", (message) => {
        if (message.type() === "error" && !OF_THE_BROWSER.test(message.text())) faults.push(`console: ${message.text()}`);
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** For tests that set their own window size: once is enough. */
export const onDesktop = () => test.skip(({ isMobile }) => isMobile, "sets the window's size itself");
export const onPhone = () => test.skip(({ isMobile }) => !isMobile, "needs fingers");

/** One map on a page. */
export class Map {
  constructor(page, host = page.locator("expo-map")) {
    this.page = page;
    this.host = host;
    this.root = host.locator(".expo-map");
    this.stage = host.locator(".em-stage");
    this.picture = host.locator(".em-picture");
    this.stands = host.locator(".em-stand");
    this.rows = host.locator(".em-row[data-row]");
    this.search = host.locator(".em-search input");
    this.details = host.locator("[data-details]");
    this.status = host.locator("[role=status]");
    this.failure = host.locator(".em-failure");
  }

  /** Opens a page and waits for the map on it. */
  static async open(page, address = PAGE) {
    const map = new Map(page);
    await page.goto(address);
    await map.shown();
    return map;
  }

  async shown(count = EXPO.stands.length) {
    await expect(this.stands).toHaveCount(count);
    await this.still();
  }

  stand(id) {
    return this.host.locator(`.em-stand[data-id="${id}"]`);
  }

  row(id) {
    return this.host.locator(`.em-row[data-row="${id}"]`);
  }

  detailsOf(id) {
    return this.host.locator(`[data-details="${id}"]`);
  }

  /** Lowers a sheet that lies over all of the map. */
  async uncover() {
    if (await this.root.getAttribute("data-sheet") !== "full" || await this.root.getAttribute("data-layout") !== "narrow") return;
    await this.host.locator(".em-handle").click();
    await this.still();
  }

  /** Escape, once the focus is in what the widget shows: it comes a task after what was opened, or a frame. */
  async escape() {
    await expect.poll(() => this.host.evaluate((host) => {
      const focused = host.matches(":focus-within") && (host.shadowRoot ?? host).querySelector(":focus");
      return Boolean(focused) && !focused.closest("[hidden]");
    })).toBe(true);
    await this.page.keyboard.press("Escape");
  }

  tool(words) {
    return this.host.getByRole("button", { name: words, exact: true });
  }

  /** The ids in the list. */
  listed() {
    return this.rows.evaluateAll((rows) => rows.map((row) => row.dataset.row));
  }

  /** The ids of the stands in full colour. */
  bright() {
    return this.host.locator(".em-stand:not([data-faded])").evaluateAll((stands) => stands.map((stand) => stand.dataset.id));
  }

  /** Waits until nothing moves and the picture is drawn for where the map is. */
  async still() {
    await this.root.evaluate((root) => new Promise((done, fail) => {
      let calm = 0;
      let frames = 0;
      let before = "";
      const look = () => {
        const picture = root.querySelector(".em-picture");
        const world = root.querySelector(".em-world")?.getAttribute("transform");
        const transitions = root.getAnimations({ subtree: true })
          .filter((animation) => animation.effect.getComputedTiming().iterations !== Infinity);
        const now = `${picture?.style.transform} ${world}`;
        // A picture that was only shifted is as sharp as a new one.
        const stands = picture?.style.transform.endsWith(" scale(1)") && now === before && transitions.length === 0;
        calm = stands ? calm + 1 : 0;
        before = now;
        frames += 1;
        if (calm > 4) done();
        else if (frames > 1200) fail(new Error(`the map does not come to rest: ${now}`));
        else requestAnimationFrame(look);
      };
      look();
    }));
  }

  /** The whole plan. */
  async fit() {
    await this.host.locator(".em-controls .em-group").last().locator("button").last().click();
    await this.still();
  }

  async zoomIn() {
    await this.host.locator(".em-controls .em-group").last().locator("button").first().click();
    await this.still();
  }

  /** Where a stand is in the window. */
  async box(id) {
    return this.stand(id).evaluate((fill) => {
      const { left, top, width, height } = fill.getBoundingClientRect();
      return { left, top, width, height };
    });
  }

  /** A point in the window that is on the stand and under nothing else. */
  async placeOf(id) {
    const place = await this.stand(id).evaluate((fill) => {
      const { left, top, width, height } = fill.getBoundingClientRect();
      const tree = fill.getRootNode();
      const shares = [0.5, 0.35, 0.65, 0.25, 0.75, 0.15, 0.85];
      for (const down of shares) {
        for (const across of shares) {
          const [x, y] = [left + across * width, top + down * height];
          const toPlan = fill.getScreenCTM().inverse();
          // Not on a side that two stands share.
          const isInside = [-2, 2].every((dx) => [-2, 2].every((dy) => fill.isPointInFill(new DOMPoint(x + dx, y + dy).matrixTransform(toPlan))));
          const over = tree.elementFromPoint(x, y);
          if (isInside && over?.closest(".em-picture")) return { x, y };
        }
      }
      return null;
    });
    expect(place, `${id} has a free place in the window`).not.toBeNull();
    return place;
  }

  /** Sets the interface language as the page would. */
  async speak(lang) {
    await this.host.evaluate((host, value) => host.setAttribute("lang", value), lang);
    await expect(this.root).toHaveAttribute("lang", LOCALE[lang]);
    await this.still();
  }

  /** Opens the details of a stand as the page would. */
  async select(id) {
    await this.host.evaluate((host, value) => host.select(value), id);
    await expect(this.detailsOf(id)).toBeAttached();
    await this.still();
  }

  async clear() {
    await this.host.evaluate((host) => host.clear());
    await expect(this.details).toHaveCount(0);
    await this.still();
  }

  /** Types into the search box. */
  async find(query) {
    await this.search.fill(query);
  }

  /** Where the map begins and how large it is. */
  async stageBox() {
    return this.stage.boundingBox();
  }

  /** The stand that has the focus. */
  focusedStand() {
    return this.host.evaluate((host) => host.shadowRoot.activeElement?.getAttribute("data-id") ?? null);
  }

  /** Events of the element, from now on. */
  async record(name) {
    await this.host.evaluate((host, event) => {
      host.recorded ??= {};
      host.recorded[event] = [];
      host.addEventListener(event, ({ detail }) => host.recorded[event].push(detail));
    }, name);
    return () => this.host.evaluate((host, event) => host.recorded[event], name);
  }
}

/** Where a box went when its plane was scaled by `k` about a point. */
export const scaled = ({ left, top, width, height }, { x, y }, k) => ({
  left: x + (left - x) * k,
  top: y + (top - y) * k,
  width: width * k,
  height: height * k,
});

/** Asserts that two boxes are the same within a pixel or so. */
export function expectNear(box, other, within = 1) {
  for (const side of ["left", "top", "width", "height"]) {
    expect(Math.abs(box[side] - other[side]), `${side}: ${JSON.stringify([box, other])}`).toBeLessThanOrEqual(within);
  }
}
