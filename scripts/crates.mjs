// Lists how much of a WebAssembly file each crate is, and its largest functions.
//   node scripts/crates.mjs FILE.wasm
// Before wasm-opt takes the names away: the shares are right, the sum is larger than what ships.
import { readWasm } from "./wasm.mjs";

const LARGEST = 20;

const { imported, bodies, names } = readWasm(process.argv[2]);

/** The crate that a function is written in; of a generic one's instance, the first that is named. */
const crateOf = (name) => /([a-z_][a-z0-9_]*)(?:\[[0-9a-f]+\])?::/.exec(name)?.[1] ?? "glue";

const functions = bodies.map(({ length }, i) => ({ size: length, name: names.get(imported + i) ?? "?" }));
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
