// Makes a folder of the loader and its files ready to be served: the frame beside them, everything compressed ahead,
// and a page with what to copy into one's own, hashes and all.
//   node scripts/embed.mjs dist/embed
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { compress, integrityOf } from "./served.mjs";

const folder = process.argv[2];
const read = (name) => readFileSync(join(folder, name));

cpSync("scripts/embed", folder, { recursive: true });
const files = Object.fromEntries(readdirSync(folder).map((name) => {
  const bytes = read(name);
  return [name, { bytes: bytes.length, integrity: integrityOf(bytes) }];
}));

const named = (test) => Object.keys(files).find(test);
const core = named((name) => name.includes("-core-"));
const wasm = named((name) => name.endsWith(".wasm"));
const { integrity } = files["expo-map.js"];
const at = "https://example.org/expo-map/";
const snippets = {
  "In a page": `<script type="module" src="${at}expo-map.js"></script>
<expo-map src="expo.json" lang="ru">What can be read without the map</expo-map>`,
  "The same, checked: it is this very version or none": `<script type="module" src="${at}expo-map.js"
  integrity="${integrity}" crossorigin></script>`,
  "Sooner on a slow network, in the page's head; names with a hash are other ones in each version": `<link rel="modulepreload" href="${at}${core}" integrity="${files[core].integrity}" crossorigin>
<link rel="preload" href="${at}${wasm}" as="fetch" fetchpriority="low" crossorigin>
<link rel="preload" href="expo.json" as="fetch" crossorigin>`,
  "The policy that it needs, if the files are the page's own": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'",
  "In a frame, where a page takes no scripts of others": `<iframe src="${at}frame.html?src=expo.json&parent=https://www.example.org" title="Exhibition map" sandbox="allow-scripts allow-popups allow-downloads"></iframe>`,
};
const text = (value) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const style = "body{max-inline-size:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color-scheme:light dark}pre{padding:1rem;overflow:auto;background:light-dark(#f3f4f6,#242c35)}table{border-collapse:collapse}td,th{padding:.25rem .75rem;text-align:start;border-block-end:1px solid #8884;overflow-wrap:anywhere}";
const rows = Object.entries(files).map(([name, file]) => `<tr><td>${name}<td>${file.bytes.toLocaleString("en")}<td><code>${file.integrity}</code>`);
writeFileSync(join(folder, "index.html"), `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'">
<title>expo-map: put it on a page</title>
<style>${style}</style>
<h1>Put expo-map on a page</h1>
<p>Serve this folder from your own server, or from another that allows it (<code>Access-Control-Allow-Origin</code>). Files
with a hash in their name never change; the others must be asked for anew. <code>.br</code> and <code>.gz</code> are the same, compressed ahead.</p>
${Object.entries(snippets).map(([title, code]) => `<h2>${title}</h2>\n<pre><code>${text(code)}</code></pre>`).join("\n")}
<h2>Files</h2>
<table><tr><th>file<th>bytes<th>integrity
${rows.join("\n")}
</table>
</html>
`);
writeFileSync(join(folder, "manifest.json"), `${JSON.stringify({ files }, null, 2)}\n`);
compress(folder);
