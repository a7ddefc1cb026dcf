// Makes the Yew that the bundle is built with: Yew's own sources without what the widget does not need.
//   node scripts/lean.mjs FOLDER
// Prints nothing where it is done; ends with 1, and says why, where this Yew is not the expected one.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { EDITS, VERSION } from "../tools/yew/edits.mjs";

const folder = process.argv[2];

try {
  make();
} catch (error) {
  rmSync(folder, { recursive: true, force: true });
  console.error(`lean: ${error.message}`);
  process.exit(1);
}

function make() {
  const ask = ["metadata", "--format-version", "1", "--filter-platform", "wasm32-unknown-unknown"];
  const metadata = execFileSync("cargo", ask, { maxBuffer: 1e9, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const { packages } = JSON.parse(metadata);
  for (const [name, files] of Object.entries(EDITS)) {
    const found = packages.find((crate) => crate.name === name);
    if (found?.version !== VERSION) throw new Error(`the edits are for ${name} ${VERSION}, not ${found?.version}`);
    edit(dirname(found.manifest_path), join(folder, name), files);
  }
  write(join(folder, "yew/src/lean.rs"), readFileSync(new URL("../tools/yew/lean.rs", import.meta.url), "utf8"));
}

function edit(original, copy, files) {
  if (!existsSync(copy)) cpSync(original, copy, { recursive: true });
  for (const [file, edits] of Object.entries(files)) {
    write(join(copy, file), edits.reduce((text, one) => applied(text, one, file), readFileSync(join(original, file), "utf8")));
  }
}

/** Written only where it is new: what is as old as before is not compiled again. */
function write(path, text) {
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
}

function applied(text, [from, to], file) {
  const isText = typeof from === "string";
  const count = isText ? text.split(from).length - 1 : [...text.matchAll(new RegExp(from, "g"))].length;
  if (count !== 1) throw new Error(`${file} has ${count} times: ${from}`);
  return isText ? text.replace(from, () => to) : text.replace(from, to);
}
