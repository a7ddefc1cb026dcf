// The Chromium that is installed, and a port for whatever it is to talk to.
import { accessSync, constants } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";

/** What it is called; `CHROMIUM` may name another. */
export const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Nothing but the pages: no sandbox, which root has none of, and no talk of its own. */
export const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function chromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of NAMES) {
    for (const folder of ["/usr/bin", ...process.env.PATH.split(delimiter)]) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {}
    }
  }
  throw new Error("no Chromium found: install it, or set CHROMIUM to its path");
}

/** How Playwright starts it. */
export const launchOptions = () => ({ executablePath: chromium(), args: ARGS });

/** A port of this machine that nobody listens at. */
export function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
