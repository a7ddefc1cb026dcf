// Pages of others with the widget in them (tests/hosts): what they are served of, and those that are built.
//   node scripts/hosts.mjs             prints what scripts/serve.mjs mounts
//   node scripts/hosts.mjs prerender   puts the fragment on standard input into the strict page
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder that a page's owner gets. */
const EMBED = "dist/embed";

export const MOUNTS = [
  "/hosts=tests/hosts,dist/hosts",
  `/embed=${EMBED}`,
  // The same again, as from elsewhere; and always the bundle in one file.
  `/copy=${EMBED}`,
  "/one-file=dist/widget",
  "/data=assets",
  // Below a path, with relative addresses.
  "/ru/press/2024=tests/hosts/prefix",
  `/ru/press/2024/embed=${EMBED}`,
  "/ru/press/2024/data=assets",
];

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

function prerender() {
  const strict = readFileSync(file("tests/hosts/csp.html"), "utf8");
  const page = strict
    .replace("<title>Strict policy", "<title>Strict policy, prerendered")
    .replace("></expo-map>", () => `>\n${readFileSync(0, "utf8")}</expo-map>`);
  if (page.length < strict.length + 1000) throw new Error("nothing was prerendered");
  mkdirSync(file("dist/hosts"), { recursive: true });
  writeFileSync(file("dist/hosts/prerendered.html"), page);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === "prerender") prerender();
  else console.log(MOUNTS.join("\n"));
}
