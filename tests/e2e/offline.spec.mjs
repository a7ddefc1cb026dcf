// The demo page without a network, and after a new version was put on its server.
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { integrityOf } from "../../scripts/served.mjs";
import { EXPO_TEXT, Map, expect, onDesktop, test as base } from "./map.mjs";
import { failing, serve, stop } from "./servers.mjs";

const SITE = fileURLToPath(new URL("../../dist/site", import.meta.url));
const NAME = "Росатом";
const OTHER = "Росатом-2";

onDesktop();

/** A copy of the demo page on a server of its own, which does what `site.answer` says. */
const test = base.extend({
  site: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "expo-map-site-"));
    cpSync(SITE, folder, { recursive: true });
    const { child, origin } = await serve("/", folder);
    const site = { folder, answer: () => undefined };
    const server = await failing(origin, (path) => site.answer(path));
    site.origin = server.origin;
    await use(site);
    await server.close();
    await stop(child);
    rmSync(folder, { recursive: true });
  },
});

const isData = (path) => path.startsWith("/expo-2024.json");
const note = (page) => page.locator(".offline");

/** Waits until all that is to be kept is. */
const kept = (page) => page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) await new Promise((done) => { navigator.serviceWorker.oncontrollerchange = done; });
});

/** A new version on the server: the script has another name, the old one is gone. */
function redeploy({ folder }) {
  const files = join(folder, "expo-map");
  const core = readdirSync(files).find((name) => /-core-\w+\.js$/.test(name));
  const code = `${readFileSync(join(files, core), "utf8")}\n// another version\n`;
  const next = "expo-map-core-000000000000.js";
  const replaced = (text) => text.replaceAll(core, next).replaceAll(integrityOf(readFileSync(join(files, core))), integrityOf(Buffer.from(code)));
  for (const name of ["index.html", "full.html", "sw.js", "expo-map/expo-map.js"]) {
    const before = readFileSync(join(folder, name), "utf8");
    const text = replaced(before);
    expect(text, name).not.toBe(before);
    writeFileSync(join(folder, name), text.replace(/const VERSION = "\w+"/, 'const VERSION = "next"'));
    for (const ending of [".br", ".gz"]) rmSync(join(folder, name + ending));
  }
  for (const ending of [".br", ".gz"]) rmSync(join(files, core + ending));
  renameSync(join(files, core), join(files, next));
  writeFileSync(join(files, next), code);
  return next;
}

test.describe("with what is kept", () => {
  test.use({ serviceWorkers: "allow" });

  test("the last good data is shown without a network, which is said, until there is one", async ({ page, site }) => {
    const map = await Map.open(page, site.origin);
    await expect(note(page)).toBeHidden();
    await kept(page);
    site.answer = () => "down";
    await page.reload();
    await map.shown();
    await expect(note(page)).toHaveText(/^Свежие данные не получены\. Показаны сохранённые \d+ \p{L}+/u);
    await page.goto(`${site.origin}/full.html?again#x`);
    await map.shown();
    await expect(note(page)).toBeVisible();
    await map.row("a1").click();
    await expect(map.detailsOf("a1")).toContainText(NAME);

    site.answer = (path) => (isData(path) ? { body: EXPO_TEXT.replaceAll(`"${NAME}"`, `"${OTHER}"`) } : undefined);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await expect(map.detailsOf("a1")).toContainText(OTHER);
    await expect(note(page)).toBeHidden();
  });

  test("a slow server's data comes after what is kept, and takes its place", async ({ page, site }) => {
    const map = await Map.open(page, site.origin);
    await kept(page);
    let requests = 0;
    site.answer = (path) => {
      if (!isData(path)) return undefined;
      requests += 1;
      return { delay: 5000, body: EXPO_TEXT.replaceAll(`"${NAME}"`, `"${OTHER}"`) };
    };
    await page.reload();
    await expect(note(page)).toBeVisible({ timeout: 10_000 });
    await map.shown();
    await expect(map.row("a1")).toContainText(OTHER, { timeout: 10_000 });
    await expect(note(page)).toBeHidden();
    expect(requests).toBe(1);
  });

  test("what is no exhibition is not kept, and what is kept is shown in its place", async ({ page, site }) => {
    const map = await Map.open(page, site.origin);
    await kept(page);
    const none = [EXPO_TEXT.slice(0, 50_000), "<p>Sorry</p>", "[]", '{"format":"expo-map","version":99,"stands":[]}'];
    for (const answer of [...none.map((body) => ({ body })), { status: 404, body: "" }, { status: 503, body: "" }, "down"]) {
      site.answer = (path) => (isData(path) ? answer : undefined);
      await page.reload();
      await map.shown();
      await expect(note(page)).toBeVisible();
    }
  });

  test("connections that stall after their headers are not waited for", async ({ page, site }) => {
    const map = await Map.open(page, site.origin);
    await kept(page);
    let asked;
    site.answer = (path) => {
      if (isData(path)) asked ??= Date.now();
      return isData(path) || path === "/" ? "stalls" : undefined;
    };
    await page.reload();
    await expect(note(page)).toBeVisible({ timeout: 15_000 });
    // The page has had its four seconds; its data has not as many again.
    expect(Date.now() - asked).toBeLessThan(3500);
    await map.shown();
  });

  test("a page that has moved or is gone is what the server says", async ({ page, site }) => {
    await Map.open(page, site.origin);
    await kept(page);
    site.answer = (path) => (path === "/" ? { status: 301, headers: { location: "/full.html" } } : undefined);
    await page.goto(site.origin);
    expect(page.url()).toBe(`${site.origin}/full.html`);
    await new Map(page).shown();
    site.answer = (path) => (path === "/full.html" ? { status: 410, body: "gone" } : undefined);
    await page.goto(`${site.origin}/full.html`);
    await expect(page.locator("body")).toHaveText("gone");
  });

  test("a page from before a new version starts its map again; the next visit has the new one, also offline", async ({ page, site, context, faults }) => {
    const map = await Map.open(page, site.origin);
    await kept(page);
    const next = redeploy(site);
    await map.host.evaluate((host) => {
      try {
        host.crash();
      } catch {
        // It goes through here.
      }
    });
    await map.host.locator(".expo-map-trouble button").click();
    await map.shown();
    faults.length = 0;

    const scripts = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.includes("-core-")));
    await page.reload();
    await map.shown();
    expect((await scripts()).join()).toContain(next);
    // The new worker waits for the end of the pages that have the old one.
    await expect.poll(() => page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration()).waiting), { timeout: 20_000 }).toBe(true);
    await page.close();
    const other = await context.newPage();
    const later = await Map.open(other, site.origin);
    await expect.poll(() => other.evaluate(async () => (await caches.keys()).sort()), { timeout: 20_000 }).toEqual(["expo-map-demo / data", "expo-map-demo / next"]);
    site.answer = () => "down";
    await other.reload();
    await later.shown();
    await expect(note(other)).toBeVisible();
  });
});

/** The page while its map is not there yet, and what lets it come. */
async function early(page, site) {
  let release;
  const held = new Promise((done) => { release = done; });
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site.origin}/full.html`);
  await expect(page.locator(".expo-map-static li[id$=-stand-b2]")).toBeAttached();
  return release;
}

test("who is in what was there before the map goes on in the map", async ({ page, site }) => {
  const release = await early(page, site);
  await page.locator(".expo-map-static nav a").first().focus();
  release();
  const map = new Map(page);
  await map.shown();
  await expect.poll(() => page.evaluate(() => document.activeElement.localName)).toBe("expo-map");
});

test("a stand that the address names is open in the map, too", async ({ page, site }) => {
  const release = await early(page, site);
  await page.locator(".expo-map-plan a[href$=-stand-b2]:visible").click();
  release();
  const map = new Map(page);
  await map.shown();
  await expect(map.detailsOf("b2")).toBeVisible();
  await page.evaluate(() => { location.hash = location.hash.replace("b2", "a1"); });
  await expect(map.detailsOf("a1")).toBeVisible();
  await page.goBack();
  await expect(map.detailsOf("b2")).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the exhibition is printed below what is before it, and nothing over it", async ({ page, site }) => {
    await page.goto(site.origin);
    await page.emulateMedia({ media: "print" });
    const [static_, next] = await Promise.all([".expo-map-static", "figcaption"].map((name) => page.locator(name).boundingBox()));
    expect(static_.height).toBeGreaterThan(2000);
    expect(next.y).toBeGreaterThanOrEqual(static_.y + static_.height - 1);
  });
});

test("a cached page that names files of an old version asks for the new one, once", async ({ page, site, faults }) => {
  const old = (path) => (/^\/$|\/expo-map\.js$/.test(path) ? { headers: { "cache-control": "max-age=3600" } } : undefined);
  site.answer = old;
  await Map.open(page, site.origin);
  const next = redeploy(site);
  let navigations = 0;
  page.on("request", (request) => { if (request.isNavigationRequest()) navigations += 1; });
  const seen = [];
  page.on("response", (response) => { if (response.url().includes("-core-")) seen.push(`${response.status()} ${response.url().split("/").pop()}`); });
  await page.goto("about:blank");
  navigations = 0;
  const map = await Map.open(page, site.origin);
  expect(seen[0]).toMatch(/^404 /);
  expect(seen.at(-1)).toBe(`200 ${next}`);
  expect(navigations).toBe(2);
  faults.length = 0;

  // What is not there at all is not asked for again and again.
  rmSync(join(site.folder, "expo-map", next));
  await page.goto("about:blank");
  navigations = 0;
  await page.goto(site.origin);
  const trouble = map.host.locator(".expo-map-trouble");
  await expect.poll(() => navigations).toBe(2);
  await page.waitForLoadState();
  await expect(trouble).toBeVisible();
  expect(navigations).toBe(2);
  // And the exhibition can be read.
  await expect(map.host.locator(".expo-map-static")).toBeVisible();
  faults.length = 0;
});
