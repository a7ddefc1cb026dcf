// Whatever the server answers, the visitor gets an explanation and a way on, and the page no exception.
import { DATA, EXPO_TEXT, LANGUAGES, Map, PAGE, WORDS, expect, test } from "./map.mjs";

const half = EXPO_TEXT.slice(0, EXPO_TEXT.indexOf('"participants": ['));
const without = (key) => JSON.stringify({ ...JSON.parse(EXPO_TEXT), [key]: [] }, null, 2);
const json = (body) => (route) => route.fulfill({ body, contentType: "application/json" });

/** What the server does; the code; what the visitor reads; the line, where there is one. */
const FAULTS = [
  { what: "404", answer: (route) => route.fulfill({ status: 404, body: "not found" }), code: "http-status", says: "не найден" },
  { what: "500", answer: (route) => route.fulfill({ status: 500, body: "oops" }), code: "http-status", says: "500" },
  { what: "no connection", answer: (route) => route.abort("connectionrefused"), code: "network", says: "Нет связи" },
  { what: "an answer that breaks off", answer: (route) => route.abort("timedout"), code: "network", says: "Нет связи" },
  { what: "a web page", answer: (route) => route.fulfill({ body: "<!doctype html><title>Login</title>", contentType: "text/html" }), code: "html", says: "веб-страница" },
  { what: "nothing", answer: json(""), code: "empty", says: "пуст" },
  { what: "a truncated file", answer: json(half), code: "truncated", says: "обрывается", line: half.split("\n").length },
  { what: "invalid JSON", answer: json(EXPO_TEXT.replace('"version": 1,', '"version": 1;')), code: "syntax", says: "JSON", line: 4 },
  { what: "a wrong type", answer: json(EXPO_TEXT.replace('"stands": [', '"stands": 5, "x": [')), code: "type", says: "не того типа", path: "stands" },
  { what: "a wrong version", answer: json(EXPO_TEXT.replace('"version": 1,', '"version": 2,')), code: "wrong-version", says: "Версия", line: 4, path: "version" },
  { what: "another format", answer: json('{"type": "FeatureCollection"}'), code: "wrong-format", says: "не файл expo-map" },
  { what: "no stands", answer: json(without("stands")), code: "no-stands", says: "ни одного стенда" },
  { what: "an event that ends before it begins", answer: json(EXPO_TEXT.replace('"end": "2024-05-21"', '"end": "2024-05-01"')), code: "event", says: "Даты выставки", path: "event.end" },
  { what: "more than 64 MB", answer: (route) => route.fulfill({ body: EXPO_TEXT, headers: { "content-type": "application/json", "content-length": "67108865" } }), code: "too-large", says: "слишком большой" },
  { what: "no halls", answer: json(without("halls")), code: "no-halls", says: "ни одного зала" },
];

/** Opens the page with the element's errors recorded from the first moment. */
async function openFailing(page) {
  await page.addInitScript(() => {
    window.errors = [];
    addEventListener("expo-map-error", ({ detail }) => window.errors.push(detail));
  });
  await page.goto(PAGE);
  const map = new Map(page);
  await expect(map.failure).toBeVisible();
  return map;
}

for (const { what, answer, code, says, line, path } of FAULTS) {
  test(`${what}: says what and where, and recovers`, async ({ page, isMobile }) => {
    test.skip(isMobile && code !== "syntax", "one with a place is enough");
    let mended = false;
    await page.route(DATA, (route) => (mended ? route.continue() : answer(route)));
    const map = await openFailing(page);
    await expect(map.failure).toHaveAttribute("data-code", code);
    await expect(map.failure).toHaveAttribute("role", "alert");
    await expect(map.failure).toContainText(WORDS.ru.failed);
    await expect(map.failure).toContainText(says);
    if (line) await expect(map.failure.locator(".em-place").first()).toContainText(`Строка ${line},`);
    if (path) await expect(map.failure.locator(".em-place").first()).toContainText(path);
    const [error, ...more] = await page.evaluate(() => window.errors);
    expect(more).toEqual([]);
    expect(error.code).toBe(code);
    expect(error.message).toContain(says);
    if (line) expect(error.line).toBe(line);
    if (path) expect(error.path).toContain(path);

    // Again without luck, then with.
    await map.tool(WORDS.ru.retry).click();
    await expect.poll(() => page.evaluate(() => window.errors.length)).toBe(2);
    await expect(map.failure).toBeVisible();
    mended = true;
    await map.tool(WORDS.ru.retry).click();
    await map.shown();
    await expect(map.failure).toHaveCount(0);
    await expect(map.rows).toHaveCount(36);
  });
}

test("a map without an address says so, until there is one", async ({ page, isMobile }) => {
  test.skip(isMobile, "the same on all screens");
  const map = await Map.open(page);
  const address = await map.host.evaluate((host) => {
    const { src } = host;
    host.removeAttribute("src");
    return src;
  });
  await expect(map.failure).toHaveAttribute("data-code", "no-source");
  await expect(map.failure).toContainText("Не указан файл");
  await map.host.evaluate((host, src) => { host.src = src; }, address);
  await map.shown();
});

test("a server that never answers is given up", async ({ page }) => {
  await page.clock.install();
  let release;
  const held = new Promise((done) => { release = done; });
  await page.route(DATA, async (route) => {
    await held;
    await route.abort().catch(() => {});
  });
  await page.addInitScript(() => { window.asked = new Promise((done) => {
    const { fetch } = window;
    window.fetch = (url, options) => {
      if (String(url).includes("expo-2024")) done();
      return fetch(url, options);
    };
  }); });
  await page.goto(PAGE, { waitUntil: "commit" });
  await page.evaluate(() => window.asked);
  const map = new Map(page);
  // The bundle asks before the widget is there.
  await expect(map.root).toBeVisible();
  // Again, if the widget took it over only then: it has a time of its own.
  await expect(async () => {
    await page.clock.fastForward(31_000);
    await expect(map.failure).toHaveAttribute("data-code", "timeout", { timeout: 1000 });
  }).toPass();
  await expect(map.failure).toContainText("слишком долго");
  release();
});

for (const lang of LANGUAGES) {
  test(`the message is in the page's language: ${lang}`, async ({ page }) => {
    await page.route(DATA, (route) => route.fulfill({ status: 503 }));
    const map = await openFailing(page);
    await map.host.evaluate((host, value) => host.setAttribute("lang", value), lang);
    await expect(map.failure).toContainText(WORDS[lang].failed);
    await expect(map.failure).toContainText("503");
    await expect(map.tool(WORDS[lang].retry)).toBeVisible();
  });
}

test("one bad stand and one bad participant are warnings; the rest works", async ({ page }) => {
  const data = JSON.parse(EXPO_TEXT);
  const [a, b, c, ...more] = data.stands[0].outline;
  data.stands[0].outline = [a, c, b, ...more];
  data.participants[1].name = 7;
  await page.route(DATA, json(JSON.stringify(data, null, 2)));
  await page.addInitScript(() => {
    window.ready = new Promise((done) => addEventListener("expo-map-ready", ({ detail }) => done(detail)));
  });
  const lines = [];
  page.on("console", (message) => {
    if (message.type() === "warning") lines.push(message.text());
  });
  await page.goto(PAGE);
  const map = new Map(page);
  await map.shown(35);
  const { stands, warnings } = await page.evaluate(() => window.ready);
  expect(stands).toBe(35);
  expect(warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(["bad-polygon", "bad-entry"]));
  const bad = warnings.find(({ code }) => code === "bad-polygon");
  expect(bad.path).toBe("stands[0].outline");
  expect(bad.message).not.toBe("");
  expect(lines.some((line) => line.includes("stands[0].outline") && line.includes("bad-polygon"))).toBe(true);
  await map.find("альфа");
  await map.row("b4").click();
  await expect(map.detailsOf("b4")).toBeVisible();
});

test("data that tries to be markup stays text", async ({ page }) => {
  const nasty = '<img src=x onerror="window.hacked=1"><b>bold</b>';
  const data = JSON.parse(EXPO_TEXT);
  data.participants[0].name = nasty;
  data.participants[0].description = nasty;
  data.participants[0].links = [{ url: "javascript:alert(1)" }, { url: "JaVaScRiPt\t:alert(1)" }, { url: "data:text/html,x" }, { url: "https://ok.example/" }];
  await page.route(DATA, json(JSON.stringify(data)));
  await page.goto(PAGE);
  const map = new Map(page);
  await map.shown();
  await map.select("a1");
  await expect(map.details).toContainText("<b>bold</b>");
  await expect(map.details.locator("b", { hasText: "bold" })).toHaveCount(0);
  const links = await map.details.locator(".em-participant a").evaluateAll((list) => list.map(({ href }) => href));
  expect(links).toEqual(["https://ok.example/"]);
  expect(await page.evaluate(() => window.hacked)).toBeUndefined();
});

test("bytes that are not UTF-8 cost only themselves", async ({ page }) => {
  const bytes = Buffer.from(EXPO_TEXT);
  bytes[bytes.indexOf("Росатом")] = 0xff;
  await page.route(DATA, json(Buffer.concat([Buffer.from("\ufeff"), bytes])));
  await page.goto(PAGE);
  const map = new Map(page);
  await map.shown();
  await expect(map.rows.filter({ hasText: "\ufffd" })).toHaveCount(1);
});
