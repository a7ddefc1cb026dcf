// The demo's full page with the bundle in place of what the demo is built of, and nothing between the tags: what
// pages elsewhere get is what is tested.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = (name) => fileURLToPath(new URL(`../../dist/site/${name}`, import.meta.url));

/** Its address; the demo's own page where there is no other. */
export function bundledPage() {
  if (!existsSync(file("full.html"))) return "/";
  const built = readFileSync(file("full.html"), "utf8");
  const page = built
    .replace(/<script type="module" src="page.js"><\/script>|<link rel="modulepreload"[^>]*>|<link rel="preload"[^>]*\.wasm"[^>]*>/g, "")
    .replace(/<article class="expo-map-static"[^]*<\/article>/, "")
    .replace('src="expo-map/expo-map.js"', 'src="/widget/expo-map.js"');
  const name = "bundled.html";
  // In one go: others may be reading it.
  writeFileSync(file(`${process.pid}.tmp`), page);
  renameSync(file(`${process.pid}.tmp`), file(name));
  return `/${name}`;
}
