// Says in which order the functions of a WebAssembly file compress best: what is alike stands
// together. Gives them names that sort so; wasm-opt --reorder-functions-by-name does the rest.
//   node scripts/order.mjs FILE.wasm
import { readFileSync, writeFileSync } from "node:fs";

const [IMPORTS, CODE, CUSTOM] = [2, 10, 0];
const FUNCTION_NAMES = 1;
/** Runs of so many bytes are compared; those that stand in more functions tell nothing. */
const RUN = 4;
const MOST = 400;

const file = process.argv[2];
const bytes = readFileSync(file);
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

function leb128(value) {
  const digits = [];
  do digits.push((value & 127) | (value > 127 ? 128 : 0));
  while ((value >>>= 7));
  return digits;
}

const skipText = () => { at = number() + at; };

/** Passes over an import; whether it is a function, which counts in the functions' numbers. */
function isFunctionImport() {
  skipText();
  skipText();
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
const bodies = [];
while (at < bytes.length) {
  const section = bytes[at++];
  const end = number() + at;
  if (section === IMPORTS) for (let left = number(); left > 0; left -= 1) imported += isFunctionImport();
  if (section === CODE) {
    for (let left = number(); left > 0; left -= 1) {
      const size = number();
      bodies.push(bytes.subarray(at, at + size));
      at += size;
    }
  }
  at = end;
}

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
    const alike = count / (runs[i].size + 20) ** 0.75;
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
