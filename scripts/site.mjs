// Makes the demo page of what Trunk has built; Trunk.toml calls it. The map gets there as it gets to any page: by
// the loader, in `expo-map/`. Both pages, index.html and full.html, have the exhibition written into them, to be
// seen before there is a map and where there is none; and a service worker keeps all of it for when there is no network.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compress, integrityOf } from "./served.mjs";

const DATA = "expo-2024.json";
const site = process.env.TRUNK_STAGING_DIR;
const built = readFileSync(join(site, "index.html"), "utf8");

/** Replaces once, and fails where the page does not look as expected. */
function replace(page, pattern, by) {
  const replaced = page.replace(pattern, () => by);
  if (replaced === page) throw new Error(`site: nothing in the page is like ${pattern}`);
  return replaced;
}

/** Makes of Trunk's script and WebAssembly the loader's folder. */
function makeLoader(folder) {
  const [, hash] = built.match(/'\.\/expo-map-(\w+)\.js'/) ?? [];
  if (!hash) throw new Error("site: no script in the built index.html");
  const parts = join(site, "parts");
  mkdirSync(parts);
  renameSync(join(site, `expo-map-${hash}.js`), join(parts, "expo_map.js"));
  renameSync(join(site, `expo-map-${hash}_bg.wasm`), join(parts, "expo_map_bg.wasm"));
  renameSync(join(site, "snippets"), join(parts, "snippets"));
  execFileSync(process.execPath, ["scripts/bundle.mjs", parts, folder], { stdio: "inherit" });
  rmSync(parts, { recursive: true });
}

const folder = join(site, "expo-map");
makeLoader(folder);
const [core, wasm] = [/-core-\w+\.js$/, /\.wasm$/].map((name) => readdirSync(folder).find((file) => name.test(file)));
const integrity = integrityOf(readFileSync(join(folder, core)));
const style = built.match(/<style>[^]*?<\/style>/)?.[0];
if (!style) throw new Error("site: no style sheet in the built index.html");

// What Trunk adds for its own start; and our head, where the page listens before there is something to hear.
const trunk = /<script type="module">[^]*?<\/script>|<link rel="(?:modulepreload|preload)" href="\.\/[^>]*>/g;
const head = `<link rel="modulepreload" href="expo-map/${core}" integrity="${integrity}" crossorigin>
  <link rel="preload" href="expo-map/${wasm}" as="fetch" fetchpriority="low" crossorigin>
  <script type="module" src="page.js"></script>
  <script type="module" src="expo-map/expo-map.js"></script>
</head>`;
const render = ["run", "--quiet", "-p", "expo-map-cli", "--", "render", `assets/${DATA}`, "--format", "html", "--lang", "ru"];
const exhibition = execFileSync("cargo", render, { encoding: "utf8", maxBuffer: 1e8 });

function finish(page) {
  return replace(replace(page, "</head>", `  ${head}`), /<!-- The exhibition[^]*?-->/, `\n${exhibition}`);
}

const pages = {
  "index.html": finish(replace(built, trunk, "")),
  "full.html": finish(replace(readFileSync("full.html", "utf8"), /<!-- The styles[^]*?-->/, style)),
};
for (const [name, page] of Object.entries(pages)) writeFileSync(join(site, name), page);

// Names with a hash are taken from what is kept; all others are asked for first.
const hashed = [core, wasm].map((name) => `expo-map/${name}`);
const named = ["./", "full.html", "page.js", "emblem.svg", "expo-map/expo-map.js"];
const files = { hashed, named, data: [DATA] };
const worker = readFileSync("assets/demo/sw.js", "utf8");
const version = createHash("sha256").update(JSON.stringify([files, pages, worker]));
for (const name of ["page.js", "emblem.svg", "expo-map/expo-map.js"]) version.update(readFileSync(join(site, name)));
writeFileSync(join(site, "sw.js"), replace(
  worker,
  /const VERSION = .*\nconst FILES = .*/,
  `const VERSION = "${version.digest("hex").slice(0, 12)}";\nconst FILES = ${JSON.stringify(files)};`,
));
compress(site);
