import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What the applications have in common: each works under whatever path it is put. */
export const settings = (name) => ({
  root: here(name),
  base: "./",
  cacheDir: here(`../../../dist/apps/.vite-${name}`),
  logLevel: "warn",
  optimizeDeps: { exclude: ["expo-map"] },
  build: { outDir: here(`../../../dist/apps/${name}`), emptyOutDir: true },
});
