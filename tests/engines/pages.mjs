// Serves the pages of the smoke. WebDriver shows nobody's console, so each page notes for itself what goes wrong.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
/** The folder under dist with the bundle that is embedded. */
export const BUNDLE = "embed";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".wasm": "application/wasm" };

/** The headers of the strict page among those of others. */
const STRICT = JSON.parse(await readFile(new URL("../hosts/headers.json", import.meta.url), "utf8"))["csp.html"];

const WATCH = `
window.faults = [];
addEventListener("error", ({ message, filename, lineno, target }) => faults.push(message ? message + " " + filename + ":" + lineno : "not loaded: " + (target.src || target.href)), true);
addEventListener("unhandledrejection", ({ reason }) => faults.push("rejected: " + (reason && reason.stack || reason)));
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => faults.push("policy: " + effectiveDirective + " " + blockedURI + " " + sample));
for (const kind of ["error", "warn"]) {
  const say = console[kind];
  console[kind] = (...words) => { faults.push(kind + ": " + words.join(" ")); say.apply(console, words); };
}
window.told = [];
for (const name of ["expo-map-ready", "expo-map-select", "expo-map-error"]) addEventListener(name, ({ detail }) => told.push({ name, detail }));
`;
const NOTED = '<script src="/watch.js"></script>';

const BARE = `<!doctype html><html lang="en"><head><meta charset="utf-8">${NOTED}<title>Bare page</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/bare.css"><script type="module" src="/${BUNDLE}/expo-map.js"></script></head>
<body><expo-map src="/expo-2024.json"></expo-map></body></html>`;

/** A page that speaks with a map in a frame of no origin. */
const FRAMED = `<!doctype html><html lang="en"><head><meta charset="utf-8">${NOTED}<title>Framed</title><link rel="icon" href="data:,">
<script type="module" src="/framed.js"></script></head>
<body><iframe width="900" sandbox="allow-scripts allow-popups allow-downloads" src="/${BUNDLE}/frame.html?src=/expo-2024.json&lang=en"></iframe></body></html>`;
const SPEAKS = `import { connect } from "/${BUNDLE}/parent.js";
window.map = connect(document.querySelector("iframe"), { origin: "null" });
for (const name of ["expo-map-ready", "expo-map-select", "expo-map-error"]) map.on(name, (detail) => told.push({ name, detail }));`;

const MADE = {
  "/watch.js": [".js", WATCH],
  "/bare.css": [".css", "body { margin: 0 } expo-map { block-size: 100vh }"],
  "/bare.html": [".html", BARE],
  "/framed.html": [".html", FRAMED],
  "/framed.js": [".js", SPEAKS],
};

/** Serves them; gives the address they are at, and a way to end. */
export function servePages() {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://local").pathname));
    try {
      let [type, body] = MADE[path] ?? [extname(path), null];
      body ??= await readFile(path.startsWith(`/${BUNDLE}/`) ? join(DIST, path) : join(DIST, "site", path));
      if (type === ".html" && !MADE[path]) body = body.toString().replace("<head>", `<head>${NOTED}`);
      response.writeHead(200, {
        "content-type": TYPES[type] ?? "application/octet-stream",
        "x-content-type-options": "nosniff",
        "access-control-allow-origin": "*",
        ...(path === "/bare.html" && STRICT),
      }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => done({
      address: `http://127.0.0.1:${server.address().port}`,
      end: () => {
        server.close();
        server.closeAllConnections();
      },
    }));
  });
}
