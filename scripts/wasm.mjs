// What the build's scripts need to know of a WebAssembly file: its functions.
import { readFileSync } from "node:fs";

const [IMPORTS, CODE, CUSTOM, FUNCTION_NAMES] = [2, 10, 0, 1];

/**
 * The file's bytes, how many functions it imports (their numbers come first), the bodies of its own, and
 * the names that there are, by number.
 */
export function readWasm(file) {
  const bytes = readFileSync(file);
  let at = 8;

  /** A number in LEB128. */
  const number = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const text = () => {
    const end = number() + at;
    const words = bytes.toString("utf8", at, end);
    at = end;
    return words;
  };
  /** Passes over an import; whether it is a function. */
  const isFunctionImport = () => {
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
  };

  let imported = 0;
  const bodies = [];
  const names = new Map();
  while (at < bytes.length) {
    const section = bytes[at++];
    const end = number() + at;
    if (section === IMPORTS) {
      for (let left = number(); left > 0; left -= 1) imported += isFunctionImport();
    } else if (section === CODE) {
      for (let left = number(); left > 0; left -= 1) {
        const size = number();
        bodies.push(bytes.subarray(at, at + size));
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
  return { bytes, imported, bodies, names };
}
