// The demo page's service worker, on no other page: without a network its visitors have the page and the data that
// were good last. The network is asked first, but for files that have their hash in the name.
// scripts/site.mjs puts the names of the files in the place of these two.
const VERSION = "";
const FILES = { hashed: [], named: [], data: [] };

/** Who has something kept does not wait longer for the network. */
const PATIENCE_MS = 4000;

const PREFIX = "expo-map-demo-";
const SHELL = PREFIX + VERSION;
/** Data outlives the page's versions. */
const DATA = `${PREFIX}data`;
const SAVED = "x-expo-map-saved";

const scope = self.registration.scope;
const urls = (names) => names.map((name) => new URL(name, scope).href);
const [HASHED, NAMED, KEPT] = [FILES.hashed, FILES.named, FILES.data].map(urls);

/** An address as it is kept: an index page by its folder's name, and nothing after `?`. */
const plain = (url) => url.replace(/[?#].*$/, "").replace(/\/index\.html$/, "/");

/** Keeps data that is an exhibition, with the time. */
async function keep(url, response) {
  const text = await response.text();
  let data = null;
  try {
    data = JSON.parse(text);
  } catch {
    // Half a file, or a page that says that there is none.
  }
  if (!Array.isArray(data?.stands)) return;
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
      if (response.ok) await keep(url, response);
    }),
  ]);
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && ![SHELL, DATA].includes(name)).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** What the network has, or null when it has nothing good. */
async function ask(request) {
  try {
    const response = await fetch(request);
    return response.ok ? response : null;
  } catch {
    return null;
  }
}

/** Like `ask`, but not for ever. */
const askSoon = (asked) => Promise.race([asked, new Promise((late) => { setTimeout(late, PATIENCE_MS, null); })]);

async function tell(id, message) {
  (await self.clients.get(id))?.postMessage(message);
}

async function data(event, url) {
  const asked = ask(event.request);
  // Also what comes too late to be shown is kept, and told of.
  let isLate = false;
  event.waitUntil(asked.then(async (response) => {
    if (!response) return;
    await keep(url, response.clone());
    if (isLate) await tell(event.clientId, { what: "fresh" });
  }));
  const kept = await (await caches.open(DATA)).match(url);
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
  return await (kept ? askSoon(asked) : asked) ?? kept ?? Response.error();
}

async function hashed(request, url) {
  return await (await caches.open(SHELL)).match(url) ?? fetch(request);
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
