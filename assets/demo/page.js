// What the demo page does around its map: it keeps itself for when there is no network, says so then, and gets over
// names of files that a cached page still has after a new version was put on the server.
const map = document.querySelector("expo-map");
const note = document.querySelector(".offline");

/** So often a server that was not there is asked for again. */
const AGAIN_MS = 60_000;

const written = new Intl.DateTimeFormat("ru", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
const warn = (error) => console.warn(`demo: ${error.message}`);

let again;

/** Says of when the data is. */
function say(saved) {
  const why = navigator.onLine ? "Свежие данные не получены" : "Нет связи с интернетом";
  note.textContent = `${why}. Показаны сохранённые ${written.format(new Date(saved))}.`;
  note.hidden = false;
  clearTimeout(again);
  again = setTimeout(refreshed, AGAIN_MS);
}

/** Gives the map other data, with nothing of the visitor's lost. */
async function show(response) {
  if (!response?.ok) return;
  await map.setData(await response.text());
  note.hidden = true;
}

/** Asks for the data of now. */
async function refresh() {
  if (note.hidden || document.visibilityState !== "visible") return;
  const response = await fetch(map.src, { cache: "no-cache" });
  // Kept once more; that has been said.
  if (!response.headers.has("x-expo-map-saved")) await show(response);
}

const refreshed = () => refresh().catch(warn);

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.addEventListener("message", ({ data: { what, saved } }) => {
    if (what === "kept") say(saved);
    // It has come too late, and is kept by now.
    if (what === "fresh" && !note.hidden) caches.match(new URL(map.src, location)).then(show).catch(warn);
  });
  addEventListener("online", refreshed);
  // A server that is there again is told of by nobody.
  document.addEventListener("visibilitychange", refreshed);
  // What is kept comes from the network once more: not before the map.
  map.addEventListener("expo-map-ready", () => navigator.serviceWorker.register("sw.js").catch(warn), { once: true });
}

/** The stand that the address names, in the list that was here before the map. */
function follow() {
  const [, stand] = /-stand-([\w-]+)$/.exec(location.hash) ?? [];
  if (stand) map.select?.(stand).catch(() => {});
}

map.addEventListener("expo-map-ready", follow, { once: true });
addEventListener("hashchange", follow);

/** Asks for the page anew, past all caches; once in a while. */
async function renew() {
  if (Date.now() - (history.state?.renewed ?? 0) < AGAIN_MS) return;
  history.replaceState({ ...history.state, renewed: Date.now() }, "");
  await Promise.all([location.href, "expo-map/expo-map.js"].map((url) => fetch(url, { cache: "reload" })));
  location.reload();
}

map.addEventListener("expo-map-error", ({ detail }) => {
  if (["missing", "script", "integrity", "damaged"].includes(detail.code)) renew().catch(warn);
});
