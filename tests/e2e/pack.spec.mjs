// The packed page (dist/pack, by `expo-map pack`), opened from the disk as a visitor does.
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { EXPO, Map, WORDS, expect, test } from "./map.mjs";

const FILE = fileURLToPath(new URL("../../dist/pack/expo-2024.html", import.meta.url));
const PACKED = pathToFileURL(FILE).href;

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** What the page asks for from now on, but for what is within it. */
function requestsOf(page) {
  const asked = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url());
  });
  return asked;
}

const violationsOf = (page) => page.evaluate(() => window.violations);

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      window.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`));
  });
});

test("from the disk: the whole map, no request, nothing that its policy forbids", async ({ page }) => {
  const asked = requestsOf(page);
  const map = await Map.open(page, PACKED);
  expect(asked).toEqual([PACKED]);
  await expect(page).toHaveTitle(/ЭКСПО/);
  await expect(map.root).toHaveAttribute("lang", "ru");
  const size = page.viewportSize();
  expect(await map.host.boundingBox()).toEqual({ x: 0, y: 0, ...size });
  expect(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]))
    .toEqual([size.width, size.height]);

  await map.select("a1");
  await expect(map.detailsOf("a1")).toBeVisible();
  await map.clear();
  await map.find("росатом");
  await expect(map.rows).toHaveCount(1);
  await map.rows.first().click();
  await expect(map.details).toBeVisible();
  await map.speak("zh");
  await map.host.evaluate((host) => { host.theme = "dark"; });
  await expect(map.root).toHaveAttribute("data-theme", "dark");
  expect(asked).toEqual([PACKED]);
  expect(await violationsOf(page)).toEqual([]);
});

test("the policy is in force: neither a request nor a script of others", async ({ page, baseURL, faults }) => {
  await Map.open(page, PACKED);
  const outcome = await page.evaluate(async (url) => {
    const answer = await fetch(url).then(() => "answered", () => "refused");
    const script = document.createElement("script");
    let isTaken = true;
    try { script.textContent = "window.intruder = 1"; } catch { isTaken = false; }
    if (isTaken) document.body.append(script);
    const image = new Image();
    const shown = new Promise((done) => { image.onload = () => done(true); image.onerror = () => done(false); });
    image.src = `${url}emblem.svg`;
    return { answer, isShown: await shown, intruder: window.intruder };
  }, `${baseURL}/`);
  expect(outcome).toEqual({ answer: "refused", isShown: false, intruder: undefined });
  const kinds = (await violationsOf(page)).map((violation) => violation.split(" ")[0]);
  expect(kinds).toEqual(expect.arrayContaining(["connect-src", "img-src"]));
  // The browser tells of each on the console: that is what is tested here.
  expect(faults.splice(0).every((fault) => /Content Security Policy|TrustedScript|Trusted Type/i.test(fault))).toBe(true);
});

test("the data file can be taken along", async ({ page, isMobile }) => {
  test.skip(isMobile, "once is enough");
  const map = await Map.open(page, PACKED);
  await map.tool(WORDS.ru.about).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    map.host.getByRole("button", { name: /JSON/ }).first().click(),
  ]);
  const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(saved).toEqual(EXPO);
  expect(await violationsOf(page)).toEqual([]);
});

test("what is marked is there again when the file is opened again", async ({ page, isMobile }) => {
  test.skip(isMobile, "once is enough");
  const map = await Map.open(page, PACKED);
  await map.select("a1");
  await map.detailsOf("a1").locator("button[aria-pressed]").first().click();
  await expect(map.detailsOf("a1").locator("button[aria-pressed=true]")).toHaveCount(1);
  await page.reload();
  await map.shown();
  await map.select("a1");
  await expect(map.detailsOf("a1").locator("button[aria-pressed=true]")).toHaveCount(1);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("plan, stands and programme are read", async ({ page }) => {
    const asked = requestsOf(page);
    await page.goto(PACKED);
    const size = page.viewportSize();
    const plan = page.locator("svg.expo-map-plan");
    await expect(plan).toBeVisible();
    const box = await plan.boundingBox();
    expect(box.width).toBeGreaterThan(Math.min(size.width, 960) * 0.8);
    expect(box.x + box.width, "no part beside the window").toBeLessThanOrEqual(size.width);
    expect(box.height).toBeGreaterThan(box.width / 4);
    await expect(page.getByRole("heading", { level: 2 }).first()).toContainText("ЭКСПО");
    for (const stand of EXPO.stands.slice(0, 5)) {
      await expect(page.getByText(stand.number, { exact: true }).first()).toBeAttached();
    }
    await expect(page.getByText("Росатом").first()).toBeAttached();
    await expect(page.getByRole("heading", { name: WORDS.ru.programme, exact: true })).toBeVisible();
    expect(asked).toEqual([PACKED]);
  });
});
