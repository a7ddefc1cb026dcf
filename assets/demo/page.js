// What the demo page does around its map: it keeps itself for when there is no network, says so then, and gets over
// names of files that a cached page still has after a new version was put on the server.
const map = document.querySelector("expo-map");
const note = document.querySelector(".offline");

const written = new Intl.DateTimeFormat("ru", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });

/** Says of when the data is. */
function say(saved) {
  const why = navigator.onLine ? "Сервер не отвечает" : "Нет связи с интернетом";
  note.textContent = `${why}. Показаны данные, сохранённые ${written.format(new Date(saved))}.`;
  note.hidden = false;
}

/** Gives the map the data of now, with nothing of the visitor's lost. */
async function refresh() {
  if (note.hidden) return;
  const response = await fetch(map.src, { cache: "no-cache" });
  if (!response.ok || response.headers.has("x-expo-map-saved")) return;
  await map.setData(await response.text());
  note.hidden = true;
}

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.addEventListener("message", ({ data: { what, saved } }) => {
    if (what === "kept") say(saved);
    if (what === "fresh") refresh();
  });
  addEventListener("online", refresh);
  // A server that is there again is told of by nobody.
  document.addEventListener("visibilitychange", refresh);
  // What is kept comes from the network once more: not before the map.
  const register = () => navigator.serviceWorker.register("sw.js");
  map.addEventListener("expo-map-ready", register, { once: true });
}

/** Asks for the page anew, past all caches; once. */
async function renew() {
  if (performance.getEntriesByType("navigation")[0]?.type === "reload") return;
  await Promise.all([location.href, "expo-map/expo-map.js"].map((url) => fetch(url, { cache: "reload" })));
  location.reload();
}

map.addEventListener("expo-map-error", ({ detail }) => {
  if (["missing", "script", "integrity", "damaged"].includes(detail.code)) renew();
});
