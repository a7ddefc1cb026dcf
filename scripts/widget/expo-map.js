// The embeddable widget, its JavaScript in one file:
//   <script type="module" src="https://example.org/widget/expo-map.js"></script>
// It loads the WebAssembly that lies beside it, wherever that is.
import core from "./core.js";
import { starter } from "./load.js";
import { defineExpoMap } from "./element/expo-map.js";

const wasm = () => new URL("./expo_map_bg.wasm", import.meta.url).href;

defineExpoMap(starter({ core: async () => ({ default: core }), wasm, length: WASM_LENGTH }), VERSION);
