// Makes the npm package of what `scripts/build.sh widget` built, and packs it: dist/package and dist/expo-map.tgz.
//   node scripts/package.mjs          makes it and has it checked by publint and are-the-types-wrong
// Run it through make, which puts .tools first on PATH.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const PACKAGE = "dist/package";
const TOOLS = ".tools/package-npm/node_modules/.bin";
const PACKED = "dist/expo-map.tgz";

if (!existsSync(join(PACKAGE, "core.js"))) throw new Error(`${PACKAGE} is not there: scripts/build.sh widget makes it`);

/** A value of Cargo's `[workspace.package]`. */
function cargo(key) {
  const [, found] = readFileSync("Cargo.toml", "utf8").match(new RegExp(`\\[workspace\\.package\\][^[]*?^${key} = "(.*)"`, "m"));
  return found;
}

cpSync("package", PACKAGE, { recursive: true });
cpSync("types/expo-map.d.ts", join(PACKAGE, "expo-map.d.ts"));
for (const name of ["LICENSE", "LICENSE-MIT", "LICENSE-APACHE"]) cpSync(name, join(PACKAGE, name));
const about = JSON.parse(readFileSync("package/package.json", "utf8"));
Object.assign(about, { version: cargo("version"), license: cargo("license") });
writeFileSync(join(PACKAGE, "package.json"), `${JSON.stringify(about, null, 2)}\n`);

const run = (command, args, options) => execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], ...options });
const [{ filename, size, unpackedSize, files }] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", ".."], { cwd: PACKAGE }));
renameSync(join("dist", filename), PACKED);

// What must be in it for its own entries and typings, and nothing that is left over from a build.
const expected = [
  "LICENSE", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "core.js", "custom-elements.json", "define.d.ts", "define.js",
  "expo-map.d.ts", "expo-map.wasm", "index.d.ts", "index.js", "package.json", "react.d.ts", "types-only.js", "vue.d.ts",
];
const found = files.map(({ path }) => path).sort();
if (String(found) !== String(expected.sort())) throw new Error(`the package has other files than expected:\n  ${found.join("\n  ")}`);

console.log(run(join(TOOLS, "publint"), ["run", PACKED, "--strict"]).trim());
// CommonJS cannot `require` it, and old TypeScript does not know `exports`: the package is for modules.
console.log(run(join(TOOLS, "attw"), [PACKED, "--profile", "esm-only", "--exclude-entrypoints", "./expo-map.wasm", "./custom-elements.json", "--format", "ascii", "--no-emoji", "--no-color"]).trim());
console.log(`packed ${PACKED}: ${found.length} files, ${size.toLocaleString("en")} bytes, ${unpackedSize.toLocaleString("en")} unpacked`);
