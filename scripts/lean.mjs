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
  const yew = JSON.parse(metadata).packages.find(({ name }) => name === "yew");
  if (yew?.version !== VERSION) throw new Error(`the edits are for Yew ${VERSION}, not ${yew?.version}`);
  const original = dirname(yew.manifest_path);
  if (!existsSync(folder)) cpSync(original, folder, { recursive: true });
  for (const [file, edits] of Object.entries(EDITS)) {
    write(file, edits.reduce((text, edit) => applied(text, edit, file), readFileSync(join(original, file), "utf8")));
  }
  write("src/lean.rs", readFileSync(new URL("../tools/yew/lean.rs", import.meta.url), "utf8"));
}

/** Written only where it is new: what is as old as before is not compiled again. */
function write(file, text) {
  const path = join(folder, file);
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
}

function applied(text, [from, to], file) {
  const isText = typeof from === "string";
  const count = isText ? text.split(from).length - 1 : [...text.matchAll(new RegExp(from, "g"))].length;
  if (count !== 1) throw new Error(`${file} has ${count} times: ${from}`);
  return isText ? text.replace(from, () => to) : text.replace(from, to);
}
