// The entry of the embeddable widget:
//   <script type="module" src="https://example.org/widget/expo-map.js"></script>
// It loads the WebAssembly that lies beside it, wherever that is.
import init from "./expo_map.js";
import { prefetch } from "expo-map/browser";

// The data is asked for at once: it travels beside the WebAssembly, not behind it.
if (!customElements.get("expo-map")) {
  for (const map of document.querySelectorAll('expo-map[src]:not([src=""])')) prefetch(map.getAttribute("src"));
}

/** Settles when the widget is loaded; rejects when it could not be. */
export const ready = init({ module_or_path: new URL("./expo_map_bg.wasm", import.meta.url) });
