// The demo page's service worker, on no other page: without a network its visitors have the page and the data that
// were good last. The network is asked first, but for files that have their hash in the name.
// scripts/site.mjs puts the names of the files in the place of these two.
const VERSION = "";
const FILES = { hashed: [], named: [], data: [] };

/** Who has something kept does not wait longer for the network. */
const PATIENCE_MS = 4000;
/** Nor once more for the rest of the same visit: its server has not answered in time. */
const AGAIN_MS = 500;
/** The time that a page needs to ask for the rest. */
const PAGE_MS = 10_000;
let slowUntil = 0;

const scope = self.registration.scope;
/** What is kept is this page's: others of the same origin may have theirs. */
const PREFIX = `expo-map-demo ${new URL(scope).pathname} `;
const SHELL = PREFIX + VERSION;
/** Data outlives the page's versions. */
const DATA = `${PREFIX}data`;
const SAVED = "x-expo-map-saved";

const urls = (names) => names.map((name) => new URL(name, scope).href);
const [HASHED, NAMED, KEPT] = [FILES.hashed, FILES.named, FILES.data].map(urls);
const LOADER = new URL("expo-map/expo-map.js", scope).href;

/** An address as it is kept: an index page by its folder's name, and nothing after `?`. */
const plain = (url) => url.replace(/[?#].*$/, "").replace(/\/index\.html$/, "/");

/** Whether a text is an exhibition, and not half of one, or a page that says that there is none. */
function isGood(text) {
  try {
    const { format, version, stands } = JSON.parse(text);
    return format === "expo-map" && version === 1 && stands.length > 0;
  } catch {
    return false;
  }
}

/** Keeps data with the time. */
async function keep(url, text) {
  const headers = { "content-type": "application/json", [SAVED]: new Date().toISOString() };
  await (await caches.open(DATA)).put(url, new Response(text, { headers }));
}

async function install() {
  const shell = await caches.open(SHELL);
  await Promise.all([
    // They are in the browser's cache: the page has just used them.
    shell.addAll(HASHED.map((url) => new Request(url, { cache: "force-cache" }))),
    shell.addAll(NAMED.map((url) => new Request(url, { cache: "no-cache" }))),
    ...KEPT.map(async (url) => {
      const response = await fetch(url, { cache: "no-cache" });
      const text = await response.text();
      if (response.ok && isGood(text)) await keep(url, text);
    }),
  ]);
  // A version that is on the server by halves is not kept; another try comes with another visit.
  const loader = await (await shell.match(LOADER)).text();
  if (!HASHED.every((url) => loader.includes(url.split("/").pop()))) throw new Error("files of two versions");
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && ![SHELL, DATA].includes(name)).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** What the network has, all of it; null where it has nothing, or the server fails. */
async function ask(request) {
  try {
    const response = await fetch(request);
    // A page that has moved: the browser follows.
    if (response.type === "opaqueredirect") return response;
    const { status, statusText, headers } = response;
    const body = await response.arrayBuffer();
    return status < 500 ? new Response(body.byteLength ? body : null, { status, statusText, headers }) : null;
  } catch {
    return null;
  }
}

/** Like `ask`, but not for ever. */
async function askSoon(asked) {
  const isSlow = Date.now() < slowUntil;
  let timer;
  const late = new Promise((done) => {
    timer = setTimeout(() => {
      if (!isSlow) slowUntil = Date.now() + PAGE_MS;
      done(null);
    }, isSlow ? AGAIN_MS : PATIENCE_MS);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function tell(id, message) {
  (await self.clients.get(id))?.postMessage(message);
}

async function data(event, url) {
  const kept = await (await caches.open(DATA)).match(url);
  /** Also what comes too late to be shown is kept, and told of. */
  let isLate = false;
  const asked = ask(event.request).then(async (response) => {
    const text = await response?.clone().text();
    if (!response?.ok || !isGood(text)) return kept ? null : response;
    // Without room for them they are shown all the same.
    const isKept = await keep(url, text).then(() => true, () => false);
    if (isLate && isKept) await tell(event.clientId, { what: "fresh" });
    return response;
  });
  event.waitUntil(asked);
  const response = await (kept ? askSoon(asked) : asked);
  if (response) return response;
  if (!kept) return Response.error();
  isLate = true;
  event.waitUntil(tell(event.clientId, { what: "kept", saved: kept.headers.get(SAVED) }));
  return kept;
}

async function named(request, url) {
  const kept = await (await caches.open(SHELL)).match(url);
  const asked = ask(request);
  const response = await (kept ? askSoon(asked) : asked);
  // That a page is gone is an answer; that a file of it is, is a fault.
  if (response && (response.status < 400 || request.mode === "navigate" || !kept)) return response;
  if (!kept) return Response.error();
  // What a server has led to from elsewhere is no answer to a visit.
  return kept.redirected ? new Response(kept.body, { headers: kept.headers }) : kept;
}

async function hashed(request, url) {
  const shell = await caches.open(SHELL);
  // Asked for again: what is kept may be damaged.
  const response = request.cache === "reload" ? await ask(request) : null;
  if (response?.ok) await shell.put(url, response.clone());
  return response?.ok ? response : await shell.match(url) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = plain(request.url);
  if (request.method !== "GET") return;
  if (HASHED.includes(url)) event.respondWith(hashed(request, url));
  else if (KEPT.includes(url)) event.respondWith(data(event, url));
  else if (NAMED.includes(url)) event.respondWith(named(request, url));
});
