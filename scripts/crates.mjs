// Lists how much of a WebAssembly file each crate is, and its largest functions.
//   node scripts/crates.mjs FILE.wasm
// Before wasm-opt takes the names away: the shares are right, the sum is larger than what ships.
import { readFileSync } from "node:fs";

const LARGEST = 20;
const [IMPORTS, CODE, CUSTOM, FUNCTION_NAMES] = [2, 10, 0, 1];

const bytes = readFileSync(process.argv[2]);
let at = 8;

/** A number in LEB128. */
function number() {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * scale;
    if (byte < 128) return value;
  }
}

function text() {
  const end = number() + at;
  const words = bytes.toString("utf8", at, end);
  at = end;
  return words;
}

/** Passes over an import; whether it is a function, which counts in the functions' numbers. */
function isFunctionImport() {
  text();
  text();
  const kind = bytes[at++];
  if (kind === 1) at += 1;
  if (kind === 1 || kind === 2) {
    if (number() & 1) number();
    number();
  } else if (kind === 3) at += 2;
  else number();
  return kind === 0;
}

let imported = 0;
const sizes = [];
const names = new Map();
while (at < bytes.length) {
  const section = bytes[at++];
  const end = number() + at;
  if (section === IMPORTS) {
    for (let left = number(); left > 0; left -= 1) imported += isFunctionImport();
  } else if (section === CODE) {
    for (let left = number(); left > 0; left -= 1) {
      const size = number();
      sizes.push(size);
      at += size;
    }
  } else if (section === CUSTOM && text() === "name") {
    while (at < end) {
      const part = bytes[at++];
      const partEnd = number() + at;
      if (part === FUNCTION_NAMES) {
        for (let left = number(); left > 0; left -= 1) {
          const function_ = number();
          names.set(function_, text());
        }
      }
      at = partEnd;
    }
  }
  at = end;
}

/** The crate that a function is written in; of a generic one's instance, the first that is named. */
const crateOf = (name) => /([a-z_][a-z0-9_]*)(?:\[[0-9a-f]+\])?::/.exec(name)?.[1] ?? "glue";

const functions = sizes.map((size, i) => ({ size, name: names.get(imported + i) ?? "?" }));
const all = functions.reduce((sum, { size }) => sum + size, 0);
const crates = new Map();
for (const { size, name } of functions) crates.set(crateOf(name), (crates.get(crateOf(name)) ?? 0) + size);

const line = (size, name) => `${size.toLocaleString("en").padStart(9)} ${((100 * size) / all).toFixed(1).padStart(5)} %  ${name}`;
console.log(`code by crate, bytes before wasm-opt (${functions.length} functions)`);
const sorted = [...crates].sort(([, a], [, b]) => b - a);
for (const [name, size] of sorted.slice(0, 12)) console.log(line(size, name));
console.log(line(sorted.slice(12).reduce((sum, [, size]) => sum + size, 0), "the others"));
console.log("the largest functions");
const short = (name) => name.replaceAll(/\[[0-9a-f]+\]/g, "").slice(0, 100);
for (const { size, name } of functions.toSorted((a, b) => b.size - a.size).slice(0, LARGEST)) console.log(line(size, short(name)));
