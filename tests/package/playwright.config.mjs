// The npm package in applications (dist/apps), in the Chromium that is installed.
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { freePort, launchOptions } from "../chromium.mjs";

// Workers read this file again, and must find the port that was chosen first.
process.env.PACKAGE_PORT ??= String(await freePort());
const baseURL = `http://127.0.0.1:${process.env.PACKAGE_PORT}`;

export default defineConfig({
  testDir: ".",
  outputDir: "./report",
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    baseURL,
    viewport: { width: 1280, height: 800 },
    launchOptions: launchOptions(),
  },
  webServer: {
    command: `"${process.execPath}" scripts/serve.mjs --port ${process.env.PACKAGE_PORT} /some/path=dist/apps`,
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    url: `${baseURL}/some/path/plain/index.html`,
    reuseExistingServer: false,
    timeout: 20_000,
  },
});
