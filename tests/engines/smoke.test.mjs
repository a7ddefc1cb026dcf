// The same short visit in the three engines, by WebDriver. `make test-engines` runs it; the pictures it takes
// are in tests/engines/shots.
//   ENGINES=webkit,firefox     only these
//   PACKED=path/to/plan.html   opens that file from disk instead of dist/pack/expo-2024.html
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ENGINES, programs, startEngine } from "./engines.mjs";
import { Map } from "./map.mjs";
import { servePages } from "./pages.mjs";
import { readPng, survey } from "./png.mjs";
import { until } from "./webdriver.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const EXPO = JSON.parse(readFileSync(here("../../assets/expo-2024.json"), "utf8"));
const SHOTS = here("shots/");
const wanted = process.env.ENGINES ? process.env.ENGINES.split(",") : Object.keys(ENGINES);
const packed = resolve(process.env.PACKED ?? here("../../dist/pack/expo-2024.html"));
const unpacked = !process.env.PACKED && !existsSync(packed) && "no packed file: dist/pack/expo-2024.html is not there";
if (unpacked) console.log(`SKIPPED ${unpacked}`);
// A visit has an order: what one test leaves, the next begins with.
const options = { timeout: 120_000 };

mkdirSync(SHOTS, { recursive: true });

for (const engine of wanted) {
  const { missing } = programs(engine);
  const skip = missing.length > 0 && `not installed: ${missing.join(", ")}`;
  if (skip) console.log(`SKIPPED ${engine}: ${skip}`);

  describe(engine, { skip }, () => {
    let browser;
    let map;
    let pages;
    let close = () => {};

    before(async () => {
      pages = await servePages();
      ({ browser, close } = await startEngine(engine));
      console.log(`${engine}: ${browser.version}`);
      await browser.resize(1280, 900);
      map = new Map(browser);
    }, { timeout: 120_000 });

    after(async () => {
      await close();
      pages?.end();
    });

    /** Takes a picture, keeps it, and gives what is in the map's part of it. */
    async function picture(name) {
      const { stage } = await map.still();
      const file = await browser.shot();
      writeFileSync(`${SHOTS}${engine}-${name}.png`, file);
      const png = readPng(file);
      const ratio = png.width / await browser.run(() => innerWidth);
      const part = Object.fromEntries(Object.entries(stage).map(([side, value]) => [side, value * ratio]));
      return survey(png, part);
    }

    function isDrawn({ colours, commonest }) {
      // Categories, inks, letters and their soft edges; no colour has the picture to itself.
      assert.ok(colours > 100 && commonest < 0.9, `the picture is nearly empty: ${colours} colours, the commonest ${commonest}`);
    }

    const step = (name, visit) => test(`${engine}: ${name}`, options, async () => {
      await visit();
      const faults = await map.faults();
      assert.deepEqual(faults, [], "the page's faults");
    });

    step("the map is ready on the demo page, and a stand opens by a click on the plan", async () => {
      await browser.open(`${pages.address}/index.html`);
      await map.until("all stands are there", ({ stands }) => stands === EXPO.stands.length);
      // WebKit's driver takes the top of the page, wherever that is scrolled to.
      await browser.run(() => scrollTo(0, 0));
      isDrawn(await picture("demo"));
      await browser.run(() => document.querySelector("expo-map").scrollIntoView({ block: "center", behavior: "instant" }));
      await map.still();
      await browser.click(await map.placeOf("a1"));
      await map.until("the details of a1", ({ details }) => details === "a1");
      assert.equal((await map.look()).failure, null);
    });

    step("the widget is ready on a bare page under a strict policy", async () => {
      await browser.open(`${pages.address}/bare.html`);
      const { stands, failure, lang } = await map.still();
      assert.deepEqual([stands, failure, lang], [EXPO.stands.length, null, "en"]);
      const told = await map.told();
      assert.deepEqual(told.map(({ name, detail }) => [name, detail.stands]), [["expo-map-ready", EXPO.stands.length]]);
      isDrawn(await picture("light"));
    });

    step("a click on the plan selects a stand and tells the page", async () => {
      await browser.click(await map.placeOf("b2"));
      await map.until("the details of b2", ({ details }) => details === "b2");
      const [{ name, detail }] = await map.told();
      assert.deepEqual([name, detail.id], ["expo-map-select", "b2"]);
    });

    step("the page selects a stand, and is told nothing", async () => {
      await browser.run(() => document.querySelector("expo-map").select("A1"));
      await map.until("the details of a1", ({ details }) => details === "a1");
      await map.still();
      isDrawn(await picture("details"));
      assert.deepEqual(await map.told(), []);
      await browser.run(() => document.querySelector("expo-map").clear());
      await map.until("no details", ({ details }) => details === null);
    });

    step("the wheel zooms where the mouse is", async () => {
      await browser.run(() => document.querySelector("expo-map").fit());
      const { stage, scale } = await map.still();
      const at = { x: stage.x + stage.width / 2, y: stage.y + stage.height / 2 };
      await browser.move(at);
      await browser.wheel(-300);
      await map.until("the map is larger", (now) => now.scale > scale * 1.1);
      await browser.run(() => document.querySelector("expo-map").fit());
      await map.until("the whole plan again", (now) => Math.abs(now.scale - scale) < scale / 100);
    });

    step("the search finds by what is typed", async () => {
      const { search } = await map.still();
      await browser.click({ x: search.x + search.width / 2, y: search.y + search.height / 2 });
      await browser.type("rosatom");
      const { rows } = await map.until("few rows", (now) => now.rows.length > 0 && now.rows.length < 5);
      assert.equal(rows[0], "a1");
      await picture("search");
      await browser.type("Escape");
      await map.until("all rows", (now) => now.rows.length > 5);
    });

    step("arrow keys walk from stand to stand, Enter opens, Escape closes", async () => {
      await browser.run(() => document.querySelector("expo-map").shadowRoot.querySelector('.em-stand[tabindex="0"]').focus());
      const { focused: first } = await map.until("a stand has the focus", (now) => now.focused);
      await browser.type("ArrowRight");
      await map.until("the next stand has the focus", (now) => now.focused && now.focused !== first);
      await browser.type("ArrowDown");
      const { focused, ringed } = await map.still();
      assert.ok(ringed, "the focus is seen, although the mouse was used before");
      await picture("keyboard");
      await browser.type("Enter");
      await map.until("its details", (now) => now.details === focused);
      await until("the focus is in them", () => browser.run(() => Boolean(document.querySelector("expo-map").shadowRoot.activeElement?.closest("[data-details]"))));
      await browser.type("Escape");
      await map.until("no details, and the focus is back", (now) => now.details === null && now.focused === focused);
    });

    step("speaks three languages", async () => {
      const said = new Set();
      for (const [lang, locale] of [["ru", "ru"], ["zh", "zh-Hans"], ["en", "en"]]) {
        await browser.run((value) => { document.querySelector("expo-map").lang = value; }, lang);
        const { placeholder } = await map.until(`the map speaks ${lang}`, (now) => now.lang === locale);
        said.add(placeholder);
        if (lang !== "en") isDrawn(await picture(lang));
      }
      assert.equal(said.size, 3, "each has words of its own");
    });

    step("becomes dark", async () => {
      const { brightness: light } = await picture("light-again");
      await browser.run(() => { document.querySelector("expo-map").theme = "dark"; });
      await map.until("the theme is dark", (now) => now.theme === "dark");
      const dark = await picture("dark");
      isDrawn(dark);
      assert.ok(light > 180 && dark.brightness < 80, `brightness ${light}, then ${dark.brightness}`);
    });

    step("a frame of no origin, under its own policy, is ready and does what the page asks", async () => {
      await browser.open(`${pages.address}/framed.html`);
      const told = await until("the frame has a map", () => browser.run(() => window.told.length > 0 && window.told));
      assert.deepEqual(told.map(({ name, detail }) => [name, detail.stands ?? detail.code]), [["expo-map-ready", EXPO.stands.length]]);
      await browser.run(() => { window.map.call("describe", "a1").then((words) => { window.words = words; }, (error) => { window.words = error.code; }); });
      const words = await until("it answers", () => browser.run(() => window.words));
      assert.ok(words.length > 20, `it says ${words}`);
    });

    test(`${engine}: a packed file opens from disk`, { ...options, skip: unpacked }, async () => {
      assert.ok(existsSync(packed), `${packed} is not there`);
      await browser.open(pathToFileURL(packed).href);
      const { failure } = await map.still();
      assert.equal(failure, null);
      isDrawn(await picture("packed"));
      await browser.click(await map.placeOf(await browser.run(() => document.querySelector("expo-map").shadowRoot.querySelector(".em-stand").dataset.id)));
      await map.until("details", ({ details }) => details !== null);
    });
  });
}
