// Makes small modules of the widget's JavaScript: of entry, element, glue and snippets one file in `folder`; and
// in `embed` a loader, which is the same without the glue, with the rest in files that have their hash in the name.
//   node scripts/bundle.mjs folder embed package names.json
//   node scripts/bundle.mjs folder embed                      only the loader and its files
// `package` gets the modules of the npm package (scripts/package.mjs adds the rest).
// `names.json` is what wasm-opt prints when it shortens the names that the WebAssembly file
// imports and exports. They are long, with hashes, and stand both there and in the glue.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { integrityOf } from "./served.mjs";

/** The file that a snippet of the sources was copied to. */
function snippet(path) {
  const folders = readdirSync(join(folder, "snippets")).map((name) => join(folder, "snippets", name, path));
  const found = folders.find(existsSync);
  if (!found) throw new Error(`no snippet ${path}`);
  return found;
}

const [folder, embed, packed, namesFile] = process.argv.slice(2);
const installed = createRequire(resolve(".tools/build-npm/package.json"));
const { buildSync } = installed("esbuild");
const { minify } = installed("terser");

/** wasm-bindgen names a snippet once for each function that is taken from it. */
const logOverride = { "duplicate-object-key": "silent" };

const GLUE = "./expo_map_bg.js";
const glueFile = join(folder, "expo_map.js");
let glue = readFileSync(glueFile, "utf8");

/** Replaces, and fails where the glue does not look as expected. */
function replace(pattern, by) {
  const before = glue;
  glue = glue.replace(pattern, by);
  if (glue === before) throw new Error(`nothing in the glue is like ${pattern}`);
}

/** Has the glue use the short names. */
function shorten(names) {
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
}

if (namesFile) shorten(JSON.parse(readFileSync(namesFile, "utf8")));
// The entry has the module compiled; the glue's own ways to get one are as long as all the rest. What is thrown
// through WebAssembly leaves it halfway through something: it is told, and not entered any more.
replace(/^async function __wbg_load\([^]*$/m, () => `export default async (module, died) => {
    const imports = __wbg_get_imports();
    const { exports } = await WebAssembly.instantiate(module, imports);
    const guarded = {};
    let isDead = false;
    for (const [name, what] of Object.entries(exports)) {
        guarded[name] = typeof what !== 'function' ? what : (...lent) => {
            if (isDead) return;
            try {
                return what(...lent);
            } catch (error) {
                isDead = true;
                died(error);
                throw error;
            }
        };
    }
    return __wbg_finalize_init({ exports: guarded }, module);
};
`);
writeFileSync(glueFile, glue);

// Snippets lie in folders whose names are hashes.
const alias = {
  "expo-map/browser": resolve(snippet("src/browser.js")),
  "expo-map/element": resolve(snippet("src/element/expo-map.js")),
};
cpSync(alias["expo-map/element"], join(folder, "element/expo-map.js"));
cpSync("scripts/widget/element.js", alias["expo-map/element"]);
for (const name of ["core", "load", "expo-map", "define", "embed", "package"]) cpSync(`scripts/widget/${name}.js`, join(folder, `${name}.js`));

/** Two minifiers: together they find more than each alone (docs/size.md). */
async function bundle(entry, define) {
  const options = { write: false, bundle: true, minify: true, target: "es2022", legalComments: "none", logLevel: "warning", logOverride, alias, define, external: ["expo-map-core"] };
  const { outputFiles } = buildSync({ ...options, entryPoints: [join(folder, entry)], format: "esm" });
  const compress = { passes: 3, unsafe_arrows: true, unsafe_methods: true };
  return (await minify(outputFiles[0].text, { ecma: 2022, module: true, compress })).code;
}

// One instance of the module is one call of a function: what it exports is returned.
const core = buildSync({ write: false, bundle: true, minifySyntax: true, format: "esm", target: "es2022", logLevel: "warning",
  logOverride, alias, entryPoints: [join(folder, "core.js")] });
const instance = core.outputFiles[0].text.replace(/export \{([^}]*)\};\s*$/, (all, names) => `return {${names.replace(/(\w+) as (\w+)/g, "$2: $1")}};`);
writeFileSync(join(folder, "core.js"), `export default () => {\n${instance}};\n`);

const wasm = readFileSync(join(folder, "expo_map_bg.wasm"));
const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 12);
const WASM_LENGTH = String(wasm.length);
const VERSION = JSON.stringify(/^version = "(.*)"/m.exec(readFileSync("Cargo.toml", "utf8"))[1]);

rmSync(embed, { recursive: true, force: true });
mkdirSync(embed, { recursive: true });
const wasmName = `expo-map-${hashOf(wasm)}.wasm`;
const coreCode = Buffer.from(await bundle("core.js", {}));
const coreName = `expo-map-core-${hashOf(coreCode)}.js`;
const text = (value) => JSON.stringify(value);
writeFileSync(join(embed, wasmName), wasm);
writeFileSync(join(embed, coreName), coreCode);
writeFileSync(join(embed, "expo-map.js"), await bundle("embed.js", {
  CORE: text(`./${coreName}`), CORE_INTEGRITY: text(integrityOf(coreCode)),
  WASM: text(`./${wasmName}`), WASM_INTEGRITY: text(integrityOf(wasm)), WASM_LENGTH, VERSION,
}));

if (packed) {
  rmSync(packed, { recursive: true, force: true });
  mkdirSync(packed, { recursive: true });
  writeFileSync(join(packed, "expo-map.wasm"), wasm);
  writeFileSync(join(packed, "core.js"), coreCode);
  writeFileSync(join(packed, "index.js"), (await bundle("package.js", { WASM_LENGTH, VERSION })).replace("expo-map-core", "./core.js"));

  const entry = await bundle("expo-map.js", { WASM_LENGTH, VERSION });
  for (const part of readdirSync(folder)) if (part !== "expo_map_bg.wasm") rmSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, "expo-map.js"), entry);
}
