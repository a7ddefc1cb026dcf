// Says in which order the functions of a WebAssembly file compress best: what is alike stands
// together. Gives them names that sort so; wasm-opt --reorder-functions-by-name does the rest.
//   node scripts/order.mjs FILE.wasm
import { writeFileSync } from "node:fs";
import { readWasm } from "./wasm.mjs";

/** Numbers of a section, and of its part, in the format. */
const [CUSTOM, FUNCTION_NAMES] = [0, 1];
/** Runs of so many bytes are compared; those that stand in more functions tell nothing. */
const RUN = 4;
const MOST = 400;

/** The bytes of a number in LEB128. */
function leb128(value) {
  const digits = [];
  do digits.push((value & 127) | (value > 127 ? 128 : 0));
  while ((value >>>= 7));
  return digits;
}

const file = process.argv[2];
const { bytes, imported, bodies } = readWasm(file);

const runs = bodies.map((body) => {
  const found = new Set();
  for (let i = 0; i + RUN <= body.length; i += 1) found.add(body.readUIntBE(i, RUN));
  return found;
});
const holders = new Map();
runs.forEach((found, i) => {
  for (const run of found) {
    if (!holders.has(run)) holders.set(run, []);
    if (holders.get(run).length < MOST) holders.get(run).push(i);
  }
});

// From the largest on, always the one that is most like the last.
const left = new Set(bodies.keys());
const order = [];
let next = bodies.reduce((largest, body, i) => (body.length > bodies[largest].length ? i : largest), 0);
while (left.delete(next)) {
  order.push(next);
  const shared = new Map();
  for (const run of runs[next]) {
    for (const i of holders.get(run)) if (left.has(i)) shared.set(i, (shared.get(i) ?? 0) + 1);
  }
  next = left.values().next().value;
  let best = 0;
  for (const [i, count] of shared) {
    const alike = count / runs[i].size ** 0.7;
    if (alike > best) [best, next] = [alike, i];
  }
}

const places = new Map(order.map((function_, place) => [function_, place]));
const names = bodies.flatMap((_, i) => {
  const name = Buffer.from(String(places.get(i)).padStart(5, "0"));
  return [...leb128(imported + i), name.length, ...name];
});
const list = [...leb128(bodies.length), ...names];
const content = [4, ...Buffer.from("name"), FUNCTION_NAMES, ...leb128(list.length), ...list];
writeFileSync(file, Buffer.concat([bytes, Buffer.from([CUSTOM, ...leb128(content.length), ...content])]));
