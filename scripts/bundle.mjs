// Makes one small module of the widget's JavaScript: entry, glue and snippets.
//   node scripts/bundle.mjs folder names.json
// `names.json` is what wasm-opt prints when it shortens the names that the WebAssembly file
// imports and exports. They are long, with hashes, and stand both there and in the glue.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/** The file that a snippet of the sources was copied to. */
function snippet(path) {
  const folders = readdirSync(join(folder, "snippets")).map((name) => join(folder, "snippets", name, path));
  const found = folders.find(existsSync);
  if (!found) throw new Error(`no snippet ${path}`);
  return found;
}

const [folder, namesFile] = process.argv.slice(2);
const installed = createRequire(resolve(".tools/build-npm/package.json"));
const { buildSync } = installed("esbuild");
const { minify } = installed("terser");

const GLUE = "./expo_map_bg.js";
const glueFile = join(folder, "expo_map.js");
const names = JSON.parse(readFileSync(namesFile, "utf8"));
let glue = readFileSync(glueFile, "utf8");

/** Replaces, and fails where the glue does not look as expected. */
function replace(pattern, by) {
  const before = glue;
  glue = glue.replace(pattern, by);
  if (glue === before) throw new Error(`nothing in the glue is like ${pattern}`);
}

const exported = new Map(names.exports);
replace(/\bwasm\.(\w+)/g, (all, name) => (exported.has(name) ? `wasm.${exported.get(name)}` : all));

// wasm-opt puts all imports into one module, "a".
const imported = new Map(names.imports.filter(([module]) => module === GLUE).map(([, name, short]) => [name, short]));
replace(/^ {8}(\w+): /gm, (all, name) => {
  const short = imported.get(name);
  imported.delete(name);
  return short ? `        ${short}: ` : all;
});
if (imported.size) throw new Error(`not in the glue: ${[...imported.keys()]}`);
const snippets = new Map([...glue.matchAll(/^ {8}"(.+)": (import[1-9]\d*),$/gm)].map(([, module, name]) => [module, name]));
const rest = names.imports
  .filter(([module]) => module !== GLUE)
  .map(([module, name, short]) => `${short}: ${snippets.get(module)}.${name}`);
replace(/return \{\n +__proto__: null,\n[^}]*\}/, () => `return { a: { ...import0, ${rest.join(", ")} } }`);
// The entry has the module compiled; the glue's own ways to get one are as long as all the rest.
replace(/^async function __wbg_load\([^]*$/m, () => `export default async (module) => {
    const imports = __wbg_get_imports();
    return __wbg_finalize_init(await WebAssembly.instantiate(module, imports), module);
};
`);
writeFileSync(glueFile, glue);

const entry = join(folder, "expo-map.js");
const bundled = buildSync({
  entryPoints: [entry],
  write: false,
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2022",
  legalComments: "none",
  // Snippets lie in folders whose names are hashes.
  alias: { "expo-map/browser": resolve(snippet("src/browser.js")) },
  logLevel: "warning",
});
// Once more, by another: together they find more than each alone (docs/size.md).
const small = await minify(bundled.outputFiles[0].text, { ecma: 2022, module: true, compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true } });
writeFileSync(entry, small.code);
for (const part of ["expo_map.js", "snippets"]) rmSync(join(folder, part), { recursive: true });
