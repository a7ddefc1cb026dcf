// One instance of the WebAssembly module with its glue: bundled into a function, so that another call makes
// another instance.
import instantiate from "./expo_map.js";
import { prefetch } from "expo-map/browser";
import { given } from "expo-map/element";

export { prefetch };

/** Gives the function that mounts a map. `died(error)` is called when the instance cannot go on. */
export async function load(module, died) {
  await instantiate(module, died);
  return given();
}
