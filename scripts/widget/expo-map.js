// The entry of the embeddable widget:
//   <script type="module" src="https://example.org/widget/expo-map.js"></script>
// It loads the WebAssembly that lies beside it, wherever that is.
import init from "./expo_map.js";
import { prefetch } from "expo-map/browser";

/** Data that comes this soon is waited for: the map is drawn once, with it, and does not flash. */
const SOON_MS = 60;

const load = async () => {
  const url = new URL("./expo_map_bg.wasm", import.meta.url);
  // Where the server names another type than WebAssembly's, `init` knows a slower way.
  const module = WebAssembly.compileStreaming(fetch(url)).catch(() => url);
  if (!customElements.get("expo-map")) {
    // The data is asked for at once: it travels beside the WebAssembly, not behind it.
    const maps = [...document.querySelectorAll('expo-map[src]:not([src=""])')];
    const data = Promise.all(maps.map((map) => prefetch(map.getAttribute("src"))));
    await Promise.race([data, new Promise((late) => { setTimeout(late, SOON_MS); })]);
  }
  return init({ module_or_path: await module });
};

/** Settles when the widget is loaded; rejects when it could not be. */
export const ready = load();
