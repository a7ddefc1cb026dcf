export * from "./expo-map.js";

/** Where the files of the package are. */
export interface DefineOptions {
  /**
   * The folder that has `expo-map.wasm`, as an absolute address or relative to the page. By default the file
   * that lies beside the module, which bundlers find and copy.
   */
  baseUrl?: string | URL;
}

/** Registers `<expo-map>`, unless the page has an element of that name already. Without a DOM it does nothing. */
export declare function define(options?: DefineOptions): void;
