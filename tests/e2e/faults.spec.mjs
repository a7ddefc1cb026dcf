// Whatever keeps the interactive map away: the visitor reads why, can try again, and has what the page wrote in the
// meantime. The table of these faults is in docs/faults.md.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { EXPO, LANGUAGES, Map, expect, onDesktop, test } from "./map.mjs";

onDesktop();

const manifest = JSON.parse(readFileSync(fileURLToPath(new URL("../../dist/embed/manifest.json", import.meta.url)), "utf8"));
const names = Object.keys(manifest.files);
const WASM = `**/${names.find((name) => name.endsWith(".wasm"))}*`;
const CORE = `**/${names.find((name) => name.includes("core"))}*`;

/** The same in one file and unchecked, as it can be put on a page, too. */
const WIDGET = "/widget/expo-map.js";
const BARE = "**/expo_map_bg.wasm*";

const LIGHT = '<p id="light">The stands in a list</p>';

const noteErrors = (page) => page.addInitScript(() => {
  window.errors = [];
  addEventListener("expo-map-error", ({ detail }) => window.errors.push(detail));
});

/** A page with a map that comes by the loader. */
async function open(page, { light = LIGHT, lang = "en", script = "/embed/expo-map.js", policy, attributes = "" } = {}) {
  await noteErrors(page);
  await page.route("**/faults.html", (route) => route.fulfill({
    contentType: "text/html; charset=utf-8",
    headers: policy ? { "content-security-policy": policy } : {},
    body: `<!doctype html><html lang="${lang}"><title>faults</title>
      <script type="module" src="${script}"></script><expo-map src="/expo-2024.json" ${attributes}>${light}</expo-map>`,
  }));
  await page.goto("/faults.html");
  return new Map(page);
}

const trouble = (map) => map.host.locator(".expo-map-trouble");

/** The loader tells who looks at the console, too; and browsers tell what they have refused, Firefox as an exception. */
const TOLD = [
  "console: expo-map: ",
  "console: (Failed to find a valid digest|Fetch API cannot load|Access to |Refused to |.*Content Security Policy)",
  "exception: (None of the .sha384. hashes in the integrity attribute|Loading module from .* was blocked|Content-Security-Policy: |Cross-Origin Request Blocked: )",
  "exception: RuntimeError: unreachable",
];

function expected(faults) {
  const rest = faults.filter((fault) => !new RegExp(`^(${TOLD.join("|")})`).test(fault));
  expect(rest).toEqual([]);
  faults.length = 0;
}

const bytes = (name) => readFileSync(fileURLToPath(new URL(`../../dist/embed/${name}`, import.meta.url)));
const wasm = () => bytes(names.find((name) => name.endsWith(".wasm")));

/** A module that browsers refuse: an opcode that does not exist, and the right length. */
function unknownFeature() {
  const file = Buffer.from(wasm());
  file[4] = 9;
  return file;
}

const FAULTS = [
  { what: "the core script is blocked", files: CORE, answer: (route) => route.abort("blockedbyclient"), code: "network" },
  { what: "the core script is not there", files: CORE, answer: (route) => route.fulfill({ status: 404, body: "" }), code: "missing" },
  { what: "the core script is a web page", files: CORE, answer: (route) => route.fulfill({ contentType: "text/html", body: "<p>" }), code: "script" },
  { what: "the core script was changed", files: CORE, answer: async (route) => route.fulfill({ response: await route.fetch(), body: `${bytes(names.find((name) => name.includes("core")))};` }), code: "script" },
  { what: "the WebAssembly is not there", files: WASM, answer: (route) => route.fulfill({ status: 404, body: "" }), code: "missing", says: "something is wrong with this site" },
  { what: "the server fails", files: WASM, answer: (route) => route.fulfill({ status: 500, body: "" }), code: "missing" },
  { what: "a web page in place of the WebAssembly", files: WASM, answer: (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }), code: "integrity" },
  { what: "the WebAssembly breaks off", files: WASM, answer: (route) => route.fulfill({ contentType: "application/wasm", body: wasm().subarray(0, 90_000) }), code: "integrity" },
  { what: "the WebAssembly was changed", files: WASM, answer: (route) => route.fulfill({ contentType: "application/wasm", body: unknownFeature() }), code: "integrity" },
  { what: "unchecked, a web page in place of the WebAssembly", script: WIDGET, files: BARE, answer: (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }), code: "missing" },
  { what: "unchecked, a web page that says it is WebAssembly", script: WIDGET, files: BARE, answer: (route) => route.fulfill({ contentType: "application/wasm", body: "<!doctype html>" }), code: "damaged" },
  { what: "unchecked, the WebAssembly breaks off", script: WIDGET, files: BARE, answer: (route) => route.fulfill({ contentType: "application/wasm", body: wasm().subarray(0, 90_000) }), code: "damaged" },
  { what: "unchecked, the WebAssembly breaks off in its code", script: WIDGET, files: BARE, answer: (route) => route.fulfill({ contentType: "application/wasm", body: wasm().subarray(0, 200_000) }), code: "damaged" },
  { what: "unchecked, WebAssembly of another day", script: WIDGET, files: BARE, answer: (route) => route.fulfill({ contentType: "application/wasm", body: unknownFeature() }), code: "unsupported", says: "cannot show the interactive map" },
  { what: "the connection breaks off", files: WASM, answer: (route) => route.abort("connectionreset"), code: "network", says: "the server does not answer" },
];

for (const { what, script, files, answer, code, says } of FAULTS) {
  test(`${what}: says so, keeps the page's own list, and tries again`, async ({ page, faults }) => {
    let mended = false;
    await page.route(files, (route) => (mended ? route.continue() : answer(route)));
    const map = await open(page, { script });
    await expect(trouble(map)).toHaveAttribute("data-code", code);
    await expect(trouble(map)).toHaveAttribute("role", "alert");
    if (says) await expect(trouble(map)).toContainText(says);
    await expect(page.locator("#light")).toBeVisible();
    expect(await page.evaluate(() => window.errors.map((error) => error.code))).toEqual([code]);

    // Again without luck, then with.
    await trouble(map).getByRole("button").click();
    await expect.poll(() => page.evaluate(() => window.errors.length)).toBe(2);
    await expect(trouble(map).getByRole("button")).toBeFocused();
    mended = true;
    await trouble(map).getByRole("button").click();
    await map.shown();
    await expect(trouble(map)).toHaveCount(0);
    await expect(page.locator("#light")).toBeHidden();
    expected(faults);
  });
}

test.describe("on another origin", () => {
  let server;
  let elsewhere;
  const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

  test.beforeAll(async () => {
    // It sends no header: neither does many a server.
    server = spawn(process.execPath, ["scripts/serve.mjs", "--plain", "--port", "0", "dist/embed", "/data=assets"], { cwd: file(""), stdio: ["ignore", "pipe", "inherit"] });
    elsewhere = await new Promise((done, fail) => {
      server.on("exit", (code) => fail(new Error(`the server ended with ${code}`)));
      server.stdout.setEncoding("utf8").on("data", (text) => {
        const [origin] = text.match(/http:\/\/[\d.:]+/) ?? [];
        if (origin) done(origin);
      });
    });
  });
  test.afterAll(() => server.kill());

  /** Answers with what is there, and with leave for everybody to have it. */
  const allow = async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
  };

  /** A page that comes over the network: those that do not, Chromium keeps away from servers of this machine. */
  async function openReal(page, { script = "/embed/expo-map.js", source = "/expo-2024.json", base = "" }) {
    await noteErrors(page);
    await page.goto("/hosts/");
    await page.evaluate(([light, src, data, folder]) => {
      document.body.innerHTML = `<expo-map lang="en" src="${data}" base-url="${folder}">${light}</expo-map>`;
      const loader = Object.assign(document.createElement("script"), { type: "module", src });
      loader.onerror = () => window.errors.push({ code: "no loader" });
      document.head.append(loader);
    }, [LIGHT, script, source, base]);
    return new Map(page);
  }
  const codes = (page) => page.evaluate(() => window.errors.map((error) => error.code));

  for (const [what, isOther] of [
    ["the core script", (path) => path.includes("-core-")],
    ["the WebAssembly", (path) => path.endsWith(".wasm")],
    ["all but the loader", () => true],
  ]) {
    test(`${what}: says so, keeps the page's own list, and tries again`, async ({ page, faults }) => {
      let mended = false;
      await page.route(`${elsewhere}/**`, (route) => (mended || !isOther(new URL(route.request().url()).pathname) ? allow(route) : route.continue()));
      const map = await openReal(page, { base: elsewhere });
      await expect(trouble(map)).toHaveAttribute("data-code", "cors");
      await expect(trouble(map)).toContainText("something is wrong with this site");
      await expect(page.locator("#light")).toBeVisible();
      expect(await codes(page)).toEqual(["cors"]);
      await trouble(map).getByRole("button").click();
      await expect.poll(() => codes(page)).toEqual(["cors", "cors"]);
      mended = true;
      await trouble(map).getByRole("button").click();
      await map.shown();
      await expect(page.locator("#light")).toBeHidden();
      expected(faults);
    });
  }

  test("the loader: the page keeps its own list", async ({ page, faults }) => {
    await openReal(page, { script: `${elsewhere}/expo-map.js` });
    await expect.poll(() => codes(page)).toEqual(["no loader"]);
    await expect(page.locator("#light")).toBeVisible();
    expect(await page.evaluate(() => customElements.get("expo-map"))).toBeUndefined();
    expected(faults);
  });

  test("unchecked, a connection that breaks off on the way: says so", async ({ page, faults }) => {
    const breaking = createServer((request, response) => {
      const name = request.url.slice(1);
      const body = readFileSync(file(`dist/widget/${name}`));
      response.writeHead(200, { "content-type": name.endsWith(".js") ? "text/javascript" : "application/wasm", "content-length": body.length, "access-control-allow-origin": "*" });
      if (name.endsWith(".js")) response.end(body);
      else response.write(body.subarray(0, 200_000), () => response.destroy());
    });
    await new Promise((done) => { breaking.listen(0, "127.0.0.1", done); });
    const map = await openReal(page, { script: `http://127.0.0.1:${breaking.address().port}/expo-map.js` });
    await expect(trouble(map)).toHaveAttribute("data-code", "network");
    await expect(trouble(map)).toContainText("the server does not answer");
    await expect(page.locator("#light")).toBeVisible();
    breaking.close();
    expected(faults);
  });

  test("the data: the map says so, above the page's own list", async ({ page, faults }) => {
    const map = await openReal(page, { source: `${elsewhere}/data/expo-2024.json` });
    await expect(map.failure).toHaveAttribute("data-code", "network");
    await expect(page.locator("#light")).toBeInViewport();
    await page.route(`${elsewhere}/**`, allow);
    await map.failure.getByRole("button").click();
    await map.shown();
    expected(faults);
  });
});

test("offline: says so, and is there when one is online again", async ({ page, context, faults }) => {
  let map;
  await page.route(WASM, async (route) => {
    await context.setOffline(true);
    await route.abort("internetdisconnected");
  }, { times: 1 });
  map = await open(page);
  await expect(trouble(map)).toHaveAttribute("data-code", "offline");
  await expect(page.locator("#light")).toBeVisible();
  await context.setOffline(false);
  // Nobody needs to press anything.
  await map.shown();
  expected(faults);
});

test("a policy without wasm-unsafe-eval: says so", async ({ page, faults }) => {
  const map = await open(page, { policy: "default-src 'none'; script-src 'self'; connect-src 'self'" });
  await expect(trouble(map)).toHaveAttribute("data-code", "policy");
  await expect(page.locator("#light")).toBeVisible();
  expected(faults);
});

test("a browser without WebAssembly: says so, and shows who is where", async ({ page, faults }) => {
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  const map = await open(page, { light: "", lang: "ru" });
  await expect(trouble(map)).toHaveAttribute("data-code", "unsupported");
  // The page wrote nothing itself: the data has all the names.
  const lines = map.host.locator(".expo-map-plain li");
  await expect(lines).toHaveCount(EXPO.stands.length);
  await expect(lines.first()).toContainText("Росатом");
  expected(faults);
});

test("an answer that never comes, or stalls after its headers, is given up", async ({ page, faults }) => {
  await page.clock.install();
  const held = [];
  await page.route(WASM, (route) => { held.push(route); });
  const asked = page.waitForRequest(WASM);
  const map = await open(page);
  await asked;
  await expect(page.locator("#light")).toBeVisible();
  await page.clock.fastForward(61_000);
  await expect(trouble(map)).toHaveAttribute("data-code", "timeout");
  await expect(trouble(map)).toContainText("too long");
  for (const route of held) await route.abort().catch(() => {});
  expected(faults);
});

test("WebAssembly without its type is compiled all the same", async ({ page }) => {
  await page.route(WASM, async (route) => route.fulfill({ body: wasm(), contentType: "application/octet-stream" }));
  const map = await open(page);
  await map.shown();
});

for (const lang of LANGUAGES) {
  test(`the loader speaks the page's language: ${lang}`, async ({ page, faults }) => {
    await page.route(WASM, (route) => route.fulfill({ status: 404, body: "" }));
    const map = await open(page, { lang });
    const words = { ru: ["не загрузился", "Повторить", "ru"], zh: ["未能加载", "重试", "zh-Hans"], en: ["did not load", "Try again", "en"] }[lang];
    await expect(trouble(map)).toContainText(words[0]);
    await expect(trouble(map).getByRole("button")).toHaveText(words[1]);
    await expect(trouble(map)).toHaveAttribute("lang", words[2]);
    expected(faults);
  });
}

test("data that cannot be shown leaves the page's own list below the reason", async ({ page }) => {
  await page.route("**/expo-2024.json", (route) => route.fulfill({ body: "{", contentType: "application/json" }));
  const map = await open(page);
  await expect(map.failure).toBeVisible();
  await expect(page.locator("#light")).toBeInViewport();
  const [failure, light] = [await map.failure.boundingBox(), await page.locator("#light").boundingBox()];
  expect(failure.y + failure.height).toBeLessThanOrEqual(light.y + 1);
  await page.unroute("**/expo-2024.json");
  await map.failure.getByRole("button").click();
  await map.shown();
  await expect(page.locator("#light")).toBeHidden();
});

test("a map that stops says so on every map within a second, and starts again where one was", async ({ page, faults }) => {
  const map = await open(page, { light: "" });
  await map.shown();
  await page.evaluate(() => {
    const other = document.querySelector("expo-map").cloneNode();
    other.id = "other";
    document.body.append(other);
  });
  const [first, other] = [new Map(page, page.locator("expo-map").first()), new Map(page, page.locator("#other"))];
  await other.shown();
  await first.row("a2").click();
  await expect(first.detailsOf("a2")).toBeVisible();
  // It is kept of itself, too, a moment after the last thing that one does.
  await first.host.evaluate((element) => element.getState());
  const ms = await page.evaluate(() => new Promise((done) => {
    const from = performance.now();
    let left = 2;
    addEventListener("expo-map-error", ({ detail }) => { if (detail.code === "stopped" && --left === 0) done(performance.now() - from); });
    try { document.querySelector("expo-map").crash(); } catch {}
  }));
  expect(ms).toBeLessThan(1000);
  for (const one of [first, other]) await expect(trouble(one)).toHaveAttribute("data-code", "stopped");
  await expect(first.host.locator(".expo-map-plain li")).toHaveCount(36);
  await trouble(first).getByRole("button").click();
  await first.shown();
  await expect(first.detailsOf("a2")).toBeVisible();
  // The other is still told of, and starts in the same new instance.
  await trouble(other).getByRole("button").click();
  await other.shown();
  await other.row("a1").click();
  await expect(other.detailsOf("a1")).toBeVisible();
  await expect(first.detailsOf("a2")).toBeVisible();
  expected(faults);
});

test("a fault that comes out of the host's own functions stops the map, not the page", async ({ page, faults }) => {
  const map = await open(page);
  await map.shown();
  await page.evaluate(() => { Element.prototype.setAttribute = () => { throw new Error("of the page"); }; });
  await map.row("a2").dispatchEvent("click");
  await expect(trouble(map)).toHaveAttribute("data-code", "stopped");
  await expect(page.locator("#light")).toBeVisible();
  expected(faults);
});

test("only what is asked for is loaded, once", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.route("**/empty.html", (route) => route.fulfill({ contentType: "text/html", body: '<script type="module" src="/embed/expo-map.js"></script>' }));
  await page.goto("/empty.html");
  await page.waitForFunction(() => customElements.get("expo-map"));
  // A page without a map asks for the loader alone.
  expect(asked.filter((path) => path.startsWith("/embed/"))).toEqual(["/embed/expo-map.js"]);
  await page.evaluate(() => { document.body.innerHTML = '<expo-map src="/expo-2024.json"></expo-map><expo-map src="/expo-2024.json"></expo-map>'; });
  await new Map(page, page.locator("expo-map").first()).shown();
  for (const name of names.filter((name) => /^expo-map/.test(name))) expect(asked.filter((path) => path === `/embed/${name}`), name).toHaveLength(1);
});
