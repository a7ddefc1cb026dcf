// End-to-end tests of the demo page (dist/site, at /) and of the embeddable widget
// (dist/widget, at /widget/), in the Chromium that is installed; and of other people's pages (/hosts/).
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { MOUNTS } from "../../scripts/hosts.mjs";
import { freePort, launchOptions } from "../chromium.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

// Workers read this file again, and must find the port that was chosen first.
process.env.E2E_PORT ??= String(await freePort());
const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}`;

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const MEASURES = "slow.spec.mjs";

export default defineConfig({
  testDir: ".",
  outputDir: "./report",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  globalTimeout: 40 * 60 * 1000,
  reporter: "list",
  use: {
    baseURL,
    screenshot: "only-on-failure",
    // Of the demo page: they would answer in place of what tests put in its way.
    serviceWorkers: "block",
    launchOptions: launchOptions(),
  },
  projects: [
    { name: "desktop", testIgnore: MEASURES, use: { viewport: { width: 1280, height: 800 } } },
    { name: "phone", testIgnore: MEASURES, use: PHONE },
    // Alone on the machine: one file, one test after the other, when all others are done.
    { name: "slow", testMatch: MEASURES, fullyParallel: false, dependencies: ["desktop", "phone"], use: PHONE },
  ],
  webServer: {
    command: `"${process.execPath}" scripts/serve.mjs --port ${process.env.E2E_PORT} dist/site /widget=dist/widget ${MOUNTS.join(" ")}`,
    cwd: ROOT,
    url: baseURL,
    reuseExistingServer: false,
    timeout: 20_000,
  },
});
