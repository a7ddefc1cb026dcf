// Holds the widget's size, as a visitor downloads it, against its budget.
//   node scripts/size.mjs [folder]
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotli, gzip } from "./served.mjs";

/** Bytes, compressed by brotli at its best, of all files of the widget together. */
const BUDGET = 161_000;

const folder = process.argv[2] ?? "dist/widget";

function filesIn(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)],
  );
}

let files;
try {
  files = filesIn(folder);
} catch {
  console.error(`${folder} is not there: run make build first`);
  process.exit(1);
}

const kinds = new Map();
const total = { raw: 0, gzip: 0, brotli: 0 };
for (const file of files) {
  const bytes = readFileSync(file);
  const sizes = {
    raw: bytes.length,
    gzip: gzip(bytes).length,
    brotli: brotli(bytes).length,
  };
  const kind = extname(file).slice(1) || "other";
  const sum = kinds.get(kind) ?? { raw: 0, gzip: 0, brotli: 0 };
  for (const key of Object.keys(total)) {
    sum[key] += sizes[key];
    total[key] += sizes[key];
  }
  kinds.set(kind, sum);
}

const number = (value) => value.toLocaleString("en").padStart(11);
const line = (name, { raw, gzip, brotli }) =>
  console.log(`${name.padEnd(6)}${number(raw)}${number(gzip)}${number(brotli)}`);

console.log(`${folder}, bytes`);
console.log(`${"".padEnd(6)}${"raw".padStart(11)}${"gzip".padStart(11)}${"brotli".padStart(11)}`);
for (const [kind, sizes] of [...kinds].sort((a, b) => b[1].brotli - a[1].brotli)) line(kind, sizes);
line("all", total);

if (!kinds.has("wasm")) {
  console.error(`${folder} has no wasm file: run make build`);
  process.exit(1);
}
const left = BUDGET - total.brotli;
console.log(`budget${number(BUDGET).padStart(33)}`);
if (left < 0) {
  console.error(`over the budget by ${(-left).toLocaleString("en")} bytes`);
  process.exit(1);
}
console.log(`${left.toLocaleString("en")} bytes below the budget`);
