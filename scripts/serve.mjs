// A static file server for development and tests; no dependencies.
//   node scripts/serve.mjs --port 8080 dist/site [/prefix=other/folder ...]
//   node scripts/serve.mjs --port 8080 --check     only tells whether the port is free
// A prefix may have several folders, with commas between: each file comes from the first that has it.
// The first folder's headers.json tells the headers of files: {"page.html": {"name": "value", "other": null}}.
// A file that lies compressed beside the one that is asked for (.br, .gz) is sent to who takes it.
//   --plain     no header but what the oldest of servers send: no CORS, and wasm without its type
//   --show /x/  names that address as the one to open
import { createReadStream, readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { pipeline } from "node:stream";
import { extname, join, resolve, sep } from "node:path";

const HOST = "127.0.0.1";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".geojson": "application/geo+json",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

function fail(message) {
  console.error(message);
  process.exit(1);
}

let port = 8080;
let checkOnly = false;
let isPlain = false;
let shown = "/";
/** Longest prefix first, so that the root folder is asked last. */
const mounts = [];
const args = process.argv.slice(2);
while (args.length > 0) {
  const arg = args.shift();
  if (arg === "--check") checkOnly = true;
  else if (arg === "--plain") isPlain = true;
  else if (arg === "--show") shown = args.shift();
  else if (arg === "--port") {
    port = Number(args.shift());
    if (!Number.isInteger(port) || port < 0 || port > 65535) fail("PORT must be a number from 0 to 65535");
  } else {
    const [prefix, folders] = arg.startsWith("/") && arg.includes("=") ? arg.split("=") : ["", arg];
    mounts.push({ prefix, folders: folders.split(",").map((folder) => resolve(folder)) });
  }
}
mounts.sort((a, b) => b.prefix.length - a.prefix.length);

/** The file a URL path names, or null. */
async function fileOf(urlPath) {
  let path;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (path.includes("\0")) return null;
  const mount = mounts.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
  if (!mount) return null;
  const inside = path.slice(mount.prefix.length) + (path.endsWith("/") ? "index.html" : "");
  for (const folder of mount.folders) {
    const name = join(folder, inside);
    if (!name.startsWith(folder + sep)) continue;
    const info = await stat(name).catch(() => null);
    if (info?.isFile()) return { name, size: info.size, headers: headersOf(mount.folders[0])[inside.slice(1)] };
  }
  return null;
}

/** Read anew each time: a changed header must show at the next reload. */
function headersOf(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, "headers.json"), "utf8"));
  } catch (error) {
    if (error.code !== "ENOENT") console.error(`${folder}/headers.json: ${error.message}`);
    return {};
  }
}

const ENCODINGS = [["br", ".br"], ["gzip", ".gz"]];

/** What is sent of a file: itself, or as it was compressed. */
async function sentOf(file, accepted) {
  for (const [encoding, ending] of ENCODINGS) {
    if (!accepted.split(/[,;\s]+/).includes(encoding)) continue;
    const name = file.name + ending;
    const info = await stat(name).catch(() => null);
    if (info?.isFile()) return { name, size: info.size, encoding };
  }
  return file;
}

const server = createServer(async (request, response) => {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  const file = await fileOf(request.url.split(/[?#]/, 1)[0]);
  if (!file) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("not found\n");
    return;
  }
  const type = TYPES[extname(file.name)];
  const sent = isPlain ? file : await sentOf(file, request.headers["accept-encoding"] ?? "");
  const headers = isPlain ? {
    "content-type": type === TYPES[".wasm"] || !type ? "application/octet-stream" : type,
    "content-length": file.size,
  } : {
    "content-type": type ?? "application/octet-stream",
    "content-length": sent.size,
    ...(sent.encoding ? { "content-encoding": sent.encoding } : {}),
    vary: "accept-encoding",
    // A rebuilt page must show at the next reload.
    "cache-control": "no-cache",
    // The widget is made to be loaded by other sites.
    "access-control-allow-origin": "*",
    "x-content-type-options": "nosniff",
    ...file.headers,
  };
  response.writeHead(200, Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== null)));
  if (request.method === "HEAD") response.end();
  else pipeline(createReadStream(sent.name), response, () => {});
});

server.on("error", (error) => {
  if (error.code === "EADDRINUSE") fail(`port ${port} is taken: choose another with PORT=..., for example make serve PORT=${port + 1}`);
  if (error.code === "EACCES") fail(`port ${port} needs more rights: choose one above 1023 with PORT=...`);
  fail(`cannot serve: ${error.message}`);
});

server.listen(port, HOST, () => {
  if (checkOnly) {
    server.close();
    return;
  }
  console.log(`\n  Serving on http://${HOST}:${server.address().port}${shown}   (Ctrl-C stops)\n`);
});

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections?.();
  });
}
