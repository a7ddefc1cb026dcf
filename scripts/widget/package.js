// The module of the npm package: it does nothing until it is asked to. `scripts/bundle.mjs` leaves the core a file
// of its own, which bundlers load when it is needed, as the WebAssembly.
import { starter } from "./load.js";
import { defineExpoMap } from "./element/expo-map.js";

/** Registers the element. The WebAssembly is in `baseUrl`, an address relative to the page; by default beside this. */
export function define({ baseUrl } = {}) {
  // Where a server renders the page, there are no elements.
  if (!globalThis.customElements) return;
  // As bundlers know it, so that they copy the file.
  const beside = () => new URL("./expo-map.wasm", import.meta.url);
  const wasm = () => (baseUrl ? new URL("expo-map.wasm", new URL(`${baseUrl}`.replace(/\/?$/, "/"), document.baseURI)) : beside()).href;
  defineExpoMap(starter({ core: () => import("expo-map-core"), wasm, length: WASM_LENGTH }), VERSION);
}
