// Applications built from the packed package, under a path of the server.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test as base } from "@playwright/test";

const APPS = "/some/path";
const STANDS = 36;
const about = JSON.parse(readFileSync(new URL("node_modules/expo-map/custom-elements.json", import.meta.url), "utf8"));

/** Every test fails on an exception or an error in the console. */
const test = base.extend({
  faults: [async ({ page }, use) => {
    const faults = [];
    page.on("pageerror", (error) => faults.push(`exception: ${error.stack ?? error}`));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
    });
    await use(faults);
    expect(faults).toEqual([]);
  }, { auto: true }],
});

for (const app of ["react", "vue", "vite", "plain"]) {
  test(`${app}: the page selects a stand, and the visitor's choice reaches the page`, async ({ page }) => {
    await page.goto(`${APPS}/${app}/index.html`);
    const map = page.locator("expo-map");
    await expect(map.locator(".em-stand")).toHaveCount(STANDS);
    await expect(map, "a property, or the attribute").toHaveJSProperty("deepLink", true);
    const chosen = page.locator("output");
    await expect(chosen).toHaveText("none");

    await page.getByRole("button", { name: "Select A1" }).click();
    await expect(map.locator('[data-details="a1"]')).toBeVisible();
    await expect(chosen, "the page knows what it did itself").toHaveText("none");

    await map.locator(".em-back").click();
    await map.locator('.em-row[data-row="b2"]').click();
    await expect(map.locator('[data-details="b2"]')).toBeVisible();
    await expect(chosen).toHaveText("B2");

    await page.getByRole("button", { name: "Dark" }).click();
    await expect(map.locator(".expo-map")).toHaveAttribute("data-theme", "dark");
  });
}

/** A page beside the plain application, with a script. */
async function openScript(page, script) {
  await page.route("**/script.html", (route) => route.fulfill({
    contentType: "text/html",
    body: `<!doctype html><html lang="en"><link rel="icon" href="data:,"><expo-map src="../expo-2024.json"></expo-map><script type="module">${script}</script></html>`,
  }));
  await page.goto(`${APPS}/plain/script.html`);
}

test("to import it does nothing; to define twice neither", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await openScript(page, 'import { define } from "./expo-map/index.js"; window.define = define;');
  await expect.poll(() => page.evaluate(() => typeof window.define)).toBe("function");
  expect(await page.evaluate(() => Boolean(customElements.get("expo-map")))).toBe(false);
  expect(asked.filter((path) => /core|wasm|json/.test(path))).toEqual([]);
  await page.evaluate(() => {
    window.define();
    window.define();
  });
  await expect(page.locator("expo-map .em-stand")).toHaveCount(STANDS);
});

test("the WebAssembly comes from a folder of the page's own", async ({ page }) => {
  const asked = [];
  await page.route("**/own/expo-map.wasm", (route) => {
    asked.push(new URL(route.request().url()).pathname);
    return route.fulfill({ path: fileURLToPath(new URL("node_modules/expo-map/expo-map.wasm", import.meta.url)), contentType: "application/wasm" });
  });
  await page.route("**/expo-map/expo-map.wasm", (route) => route.abort());
  await openScript(page, 'import { define } from "./expo-map/index.js"; define({ baseUrl: "../own" });');
  await expect(page.locator("expo-map .em-stand")).toHaveCount(STANDS);
  expect(asked).toEqual([`${APPS}/own/expo-map.wasm`]);
});

test("where there is no DOM, nothing happens", () => {
  const code = 'await import("expo-map/define"); const { define } = await import("expo-map"); define(); console.log(typeof define)';
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", code], { cwd: fileURLToPath(new URL(".", import.meta.url)), encoding: "utf8" });
  expect(said.trim()).toBe("function");
});

test("custom-elements.json tells of all attributes, properties and methods", async ({ page }) => {
  await page.goto(`${APPS}/plain/index.html`);
  await page.evaluate(() => customElements.whenDefined("expo-map"));
  const [{ declarations: [element] }] = about.modules;
  const real = await page.evaluate(() => {
    const made = customElements.get("expo-map");
    const parts = Object.entries(Object.getOwnPropertyDescriptors(made.prototype));
    // What the platform calls is nobody else's; `crash` is for tests.
    const own = parts.filter(([name]) => !/^constructor$|Callback$|^crash$/.test(name));
    return {
      attributes: made.observedAttributes.toSorted(),
      fields: own.filter(([, { value }]) => typeof value !== "function").map(([name]) => name).sort(),
      methods: own.filter(([, { value }]) => typeof value === "function").map(([name]) => name).sort(),
    };
  });
  const named = (kind) => element.members.filter((member) => member.kind === kind).map(({ name }) => name).sort();
  // Some are read without being observed.
  expect(element.attributes.map(({ name }) => name)).toEqual(expect.arrayContaining(real.attributes));
  expect(named("field")).toEqual(real.fields);
  expect(named("method")).toEqual(real.methods);
});
