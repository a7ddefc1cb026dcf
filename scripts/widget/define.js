// Registers the element without its glue, which comes when there is a map in the page. It has its hash in its
// name and is checked by it, like the WebAssembly; `scripts/bundle.mjs` puts the names here.
import { reasonOf, starter } from "./load.js";
import { defineExpoMap } from "./element/expo-map.js";

/**
 * Has a module checked: what was preloaded is what an import then runs. Browsers that cannot preload modules
 * do not check them either.
 */
async function checked(href, integrity) {
  const link = document.createElement("link");
  if (!link.relList.supports("modulepreload")) return;
  Object.assign(link, { rel: "modulepreload", href, integrity, crossOrigin: "anonymous" });
  try {
    await new Promise((done, failed) => {
      link.onload = done;
      link.onerror = () => failed(new Error("not loaded"));
      document.head.append(link);
    });
  } finally {
    link.remove();
  }
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
      try {
        await checked(url, CORE_INTEGRITY);
        return await import(url);
      } catch (error) {
        throw await reasonOf(url, `${url}: ${error.message}`, "script");
      }
    },
    wasm: () => place(WASM),
    integrity: WASM_INTEGRITY,
    length: WASM_LENGTH,
  }), VERSION);
}
