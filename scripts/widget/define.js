// Registers the element without its glue, which comes when there is a map in the page. It has its hash in its
// name and is checked by it, like the WebAssembly; `scripts/bundle.mjs` puts the names here.
import { starter } from "./load.js";
import { defineExpoMap } from "./element/expo-map.js";

/** A module that fails its check is not run: the browser remembers that for the import that follows. */
function preload(href, integrity) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "modulepreload", href, integrity, crossOrigin: "anonymous" });
  return new Promise((done) => {
    link.onload = link.onerror = () => {
      link.remove();
      done();
    };
    document.head.append(link);
  });
}

/**
 * Registers the element. Its files are at `baseUrl`, an address relative to the page; by default where the first map
 * with the attribute `base-url` says, or else beside this module.
 */
export function define({ baseUrl } = {}) {
  const place = (file) => {
    const base = baseUrl ?? document.querySelector("expo-map[base-url]")?.getAttribute("base-url");
    // A folder, with or without a slash.
    return new URL(file, base ? new URL(base.replace(/\/?$/, "/"), document.baseURI) : import.meta.url).href;
  };
  defineExpoMap(starter({
    core: async (again) => {
      // Browsers remember a module that was not there.
      const url = place(CORE) + (again ? `?${again}` : "");
      await preload(url, CORE_INTEGRITY);
      return import(url);
    },
    wasm: () => place(WASM),
    integrity: WASM_INTEGRITY,
    length: WASM_LENGTH,
  }));
}
