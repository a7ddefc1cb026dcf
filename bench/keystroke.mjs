// What a key in the search box costs the main thread at 10,000 stands, the repainting included.
//   node bench/keystroke.mjs [URL of a server with dist/site and /widget]
// Needs a built widget; by default it serves the build itself. Prints the median.
import { execFileSync, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const { chromium } = createRequire(join(ROOT, "tests/e2e/package.json"))("@playwright/test");
const STANDS = 10_000;
const WORDS = ["сталь север", "vector en", "晨光 钢"];
const PORT = 8_097;

const data = execFileSync("cargo", ["run", "-q", "-p", "expo-map-cli", "--", "generate", "--stands", String(STANDS)], {
  cwd: ROOT, maxBuffer: 1 << 28,
});
const server = process.argv[2] ? null : spawn(process.execPath, ["scripts/serve.mjs", "--port", String(PORT), "dist/site", "/widget=dist/widget"], { cwd: ROOT });
const base = process.argv[2] ?? `http://127.0.0.1:${PORT}`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.route("**/large.json", (route) => route.fulfill({ body: data, contentType: "application/json" }));
  await page.route("**/keys.html", (route) => route.fulfill({
    contentType: "text/html; charset=utf-8",
    body: `<!doctype html><meta charset="utf-8"><style>html,body{margin:0;height:100%}expo-map{height:100vh}</style>
      <script type="module" src="/widget/expo-map.js"></script><body><input id="plain"><expo-map src="/large.json" lang="ru"></expo-map>`,
  }));
  for (let attempt = 0; ; attempt += 1) {
    try { await page.goto(`${base}/keys.html`); break; } catch (error) { if (attempt > 20) throw error; await new Promise((r) => setTimeout(r, 200)); }
  }
  const box = page.locator("expo-map .em-search input");
  await page.locator("expo-map .em-row").first().waitFor({ timeout: 60_000 });
  await box.focus();
  await page.waitForTimeout(1_500);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const spent = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return ["TaskDuration", "ScriptDuration", "LayoutDuration", "RecalcStyleDuration"].map((name) => 1_000 * metrics.find((m) => m.name === name).value);
  };
  /** The costs of keys typed into a box. */
  const typed = async (into) => {
    const costs = [];
    await into.focus();
    for (const text of WORDS) {
      for (const key of text) {
        const before = await spent();
        await page.keyboard.insertText(key);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const after = await spent();
        costs.push(after.map((value, i) => value - before[i]));
        await page.waitForTimeout(700);
      }
      await into.fill("");
      await page.waitForTimeout(700);
    }
    const median = (column) => costs.map((cost) => cost[column]).toSorted((a, b) => a - b)[costs.length >> 1];
    return [0, 1, 2, 3].map(median);
  };
  // What two frames and the measuring take by themselves.
  const plain = await typed(page.locator("#plain"));
  const key = (await typed(box)).map((value, i) => Math.max(0, value - plain[i]).toFixed(1));
  console.log(`${STANDS} stands, median of a key: ${key[0]} ms of the main thread (script ${key[1]}, layout ${key[2]}, styles ${key[3]}), beyond ${plain[0].toFixed(1)} ms of a key in a plain box`);
} finally {
  await browser.close();
  server?.kill();
}
