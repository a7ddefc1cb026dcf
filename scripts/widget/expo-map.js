// The entry of the embeddable widget:
//   <script type="module" src="https://example.org/widget/expo-map.js"></script>
// It loads the WebAssembly that lies beside it, wherever that is.
import instantiate from "./expo_map.js";
import { prefetch } from "expo-map/browser";

/** Data that comes this soon is waited for: the map is drawn once, with it, and does not flash. */
const SOON_MS = 60;

const url = new URL("./expo_map_bg.wasm", import.meta.url);

/** Compiles while the file arrives, or else when it is there: some servers do not name its type. */
const compile = () => WebAssembly.compileStreaming(fetch(url))
  .catch(async () => WebAssembly.compile(await (await fetch(url)).arrayBuffer()));

const load = async () => {
  const module = compile();
  if (!customElements.get("expo-map")) {
    // The data is asked for at once: it travels beside the WebAssembly, not behind it.
    const maps = [...document.querySelectorAll('expo-map[src]:not([src=""])')];
    const data = Promise.all(maps.map((map) => prefetch(map.getAttribute("src"))));
    await Promise.race([data, new Promise((late) => { setTimeout(late, SOON_MS); })]);
  }
  await instantiate(await module);
};

/** Settles when the widget is loaded; rejects when it could not be. */
export const ready = load();
