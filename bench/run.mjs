// Measures the widget beside Leaflet and OpenLayers, on the same generated plans, in headless
// Chromium, in one interleaved run, and writes ratios into docs/performance.md.
//   node bench/run.mjs [--stands 36,1000,10000,50000] [--runs 5]
// Run it through make bench, which installs and builds what it needs.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize, resolve } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";

const { values: options } = parseArgs({ options: {
  stands: { type: "string", default: "36,1000,10000,50000" },
  runs: { type: "string", default: "5" },
} });
const SIZES = options.stands.split(",").map(Number);
const RUNS = Number(options.runs);
/** Halls of the generated plan. */
const hallsOf = (stands) => (stands < 5_000 ? 1 : stands < 20_000 ? 3 : 6);
const PAGES = ["expo-map", "leaflet", "openlayers"];
const PEERS = PAGES.slice(1);
const OUT = "dist/bench";
const REPORT = "docs/performance.md";
const DRAG_STEPS = 120;
const WHEEL_STEPS = 40;

const { buildSync } = createRequire(resolve(".tools/build-npm/package.json"))("esbuild");
const { chromium } = createRequire(resolve(".tools/e2e-npm/package.json"))("@playwright/test");

// ---- The pages and their data.

function build() {
  rmSync(OUT, { recursive: true, force: true });
  for (const page of PAGES) {
    buildSync({
      entryPoints: [`bench/pages/${page}.js`], outfile: join(OUT, page, "main.js"),
      bundle: true, minify: true, format: "esm", target: "es2022", external: ["./widget/*"], logLevel: "warning",
      nodePaths: [resolve(".tools/bench-npm/node_modules")],
    });
    const map = page === "expo-map" ? "<expo-map id=map></expo-map>" : "<div id=map></div><p id=panel></p>";
    const size = "html,body{margin:0;height:100%}#map{display:block;width:100%;height:100%}#panel{position:fixed;margin:0}";
    writeFileSync(join(OUT, page, "index.html"), `<!doctype html><meta charset=utf-8><title>${page}</title><style>${size}.label{font:11px sans-serif}</style>${map}<script type=module src=main.js></script>`);
  }
  cpSync("dist/widget", join(OUT, "expo-map/widget"), { recursive: true });
  mkdirSync(join(OUT, "data"));
  for (const stands of SIZES) {
    const args = ["run", "--quiet", "--release", "-p", "expo-map-cli", "--", "generate", "--stands", `${stands}`, "--halls", `${hallsOf(stands)}`, "--seed", "1"];
    writeFileSync(join(OUT, "data", `${stands}.json`), execFileSync("cargo", args, { maxBuffer: 1 << 28 }));
  }
}

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };
/** Packed before anything is measured. */
const packed = new Map();

function serve() {
  for (const file of readdirSync(OUT, { recursive: true }).map((name) => join(OUT, name))) {
    if (statSync(file).isFile()) packed.set(file, brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
  const server = createServer(({ url }, answer) => {
    let path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname)).replace(/^[/\\]+/, "");
    if (path.endsWith("/")) path += "index.html";
    const file = join(OUT, path);
    if (!packed.has(file)) {
      answer.writeHead(404).end();
      return;
    }
    answer.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-encoding": "br" });
    answer.end(packed.get(file));
  });
  return new Promise((done) => { server.listen(0, "127.0.0.1", () => done(server)); });
}

// ---- One page, once.

const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

async function measure(origin, page, stands) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const faults = [];
    tab.on("pageerror", (error) => faults.push(String(error)));
    const cdp = await tab.context().newCDPSession(tab);
    // Time of the page's own thread: other work on the machine does not count.
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    const busy = async () => (await cdp.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
    await tab.goto("about:blank");
    await pause(300);
    await tab.goto(`${origin}/${page}/?data=/data/${stands}.json`, { waitUntil: "commit" });
    await tab.waitForFunction(() => performance.getEntriesByName("ready").length > 0, null, { polling: 50, timeout: 60_000 });
    const ready = await tab.evaluate(() => performance.getEntriesByName("ready")[0].startTime);
    await pause(300);
    const mouse = (type, x, y, held) => cdp.send("Input.dispatchMouseEvent", { type, x, y, button: held ? "left" : "none", buttons: held ? 1 : 0, clickCount: 1 });
    const [cx, cy] = [800, 400];
    await mouse("mouseMoved", cx, cy, false);
    await mouse("mousePressed", cx, cy, true);
    await mouse("mouseMoved", cx + 8, cy, true);
    let before = await busy();
    for (let step = 1; step <= DRAG_STEPS; step += 1) {
      const angle = (4 * Math.PI * step) / DRAG_STEPS;
      await mouse("mouseMoved", Math.round(cx + 150 * Math.sin(angle)), Math.round(cy + 100 * Math.sin(angle / 2)), true);
    }
    await pause(100);
    await cdp.send("Input.dispatchMouseEvent", { type: "mouseReleased", x: cx, y: cy, button: "left", buttons: 0, clickCount: 1 });
    await pause(400);
    const pan = ((await busy()) - before) / DRAG_STEPS;
    const scale = await tab.evaluate(() => window.scale());
    before = await busy();
    for (let step = 0; step < WHEEL_STEPS; step += 1) {
      await cdp.send("Input.dispatchMouseEvent", { type: "mouseWheel", x: cx, y: cy, deltaX: 0, deltaY: -100 });
    }
    await pause(500);
    const octaves = Math.log2((await tab.evaluate(() => window.scale())) / scale);
    const zoom = ((await busy()) - before) / Math.max(octaves, 0.1);
    await cdp.send("HeapProfiler.enable");
    await cdp.send("HeapProfiler.collectGarbage");
    const { metrics } = await cdp.send("Performance.getMetrics");
    const heap = metrics.find(({ name }) => name === "JSHeapUsedSize").value / 1e6;
    if (faults.length) throw new Error(`${page}: ${faults[0]}`);
    return { ready, pan, zoom, heap };
  } finally {
    await browser.close();
  }
}

// ---- All of them, and the report.

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

build();
const server = await serve();
const origin = `http://127.0.0.1:${server.address().port}`;
const figures = { ready: "time to ready", pan: "main thread per pan step", zoom: "main thread per doubling of the scale", heap: "JavaScript heap (without WebAssembly memory)" };
const rows = [];
for (const stands of SIZES) {
  const found = Object.fromEntries(PAGES.map((page) => [page, []]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const page of PAGES) {
      const one = await measure(origin, page, stands);
      found[page].push(one);
      console.log(`${stands} stands, run ${run + 1}, ${page}: ${Object.entries(one).map(([name, value]) => `${name} ${value.toFixed(2)}`).join(", ")}`);
    }
  }
  for (const [key, name] of Object.entries(figures)) {
    const of = (page) => median(found[page].map((one) => one[key]));
    const ratios = PEERS.map((peer) => (of("expo-map") / of(peer)).toFixed(2));
    rows.push(`| ${stands.toLocaleString("en")} | ${name} | ${of("expo-map").toFixed(key === "pan" ? 2 : 0)} ${key === "heap" ? "MB" : "ms"} | ${ratios.join(" | ")} |`);
  }
}
server.close();
const table = [
  `| stands | figure | expo-map | ${PEERS.map((peer) => `ratio to ${peer}`).join(" | ")} |`,
  `|---|---|---|${PEERS.map(() => "---|").join("")}`,
  ...rows,
].join("\n");
console.log(`\n${table}`);
const [START, END] = ["<!-- make bench writes from here -->", "<!-- to here -->"];
const report = readFileSync(REPORT, "utf8");
const [head, rest] = report.split(START);
writeFileSync(REPORT, `${head}${START}\n\nMedians of ${RUNS} interleaved runs.\n\n${table}\n\n${END}${rest.split(END)[1]}`);
