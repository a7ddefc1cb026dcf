// End-to-end tests of the demo page (dist/site, at /) and of the embeddable widget
// (dist/widget, at /widget/), in the Chromium that is installed; and of other people's pages (/hosts/). What a page
// relies on is tested in Firefox, too.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { MOUNTS } from "../../scripts/hosts.mjs";
import { freePort, launchOptions } from "../chromium.mjs";
import { programs } from "../engines/engines.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

// Workers read this file again, and must find the port that was chosen first.
process.env.E2E_PORT ??= String(await freePort());
const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}`;

/** The Firefox that is installed, or null; the protocol is WebDriver BiDi. */
const { binary: firefox } = programs("firefox").paths;
if (!firefox && !process.env.TEST_WORKER_INDEX) {
  console.log("SKIPPED the end-to-end tests in Firefox: it is not installed (scripts/setup.sh e2e-firefox)");
}

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
    launchOptions: launchOptions(),
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "phone",
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    },
    firefox && {
      name: "firefox",
      testMatch: ["faults.spec.mjs", "api.spec.mjs", "errors.spec.mjs", "frame.spec.mjs", "host.spec.mjs", "hostile-data.spec.mjs", "hosts.spec.mjs"],
      use: { browserName: "firefox", channel: "moz-firefox", viewport: { width: 1280, height: 800 }, launchOptions: { executablePath: firefox } },
    },
  ].filter(Boolean),
  webServer: {
    command: `"${process.execPath}" scripts/serve.mjs --port ${process.env.E2E_PORT} dist/site /widget=dist/widget ${MOUNTS.join(" ")}`,
    cwd: ROOT,
    url: baseURL,
    reuseExistingServer: false,
    timeout: 20_000,
  },
});
