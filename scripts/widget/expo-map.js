// The entry of the embeddable widget:
//   <script type="module" src="https://example.org/widget/expo-map.js"></script>
// It loads the WebAssembly that lies beside it, wherever that is.
import init from "./expo_map.js";

/** Settles when the widget is loaded; rejects when it could not be. */
export const ready = init({ module_or_path: new URL("./expo_map_bg.wasm", import.meta.url) });
