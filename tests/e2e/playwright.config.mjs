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

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const MEASURES = "slow.spec.mjs";

/** The Firefox that is installed, or null. Playwright speaks WebDriver BiDi with it. */
const { binary: firefox } = programs("firefox").paths;
if (!firefox && !process.env.TEST_WORKER_INDEX) {
  console.log("SKIPPED the end-to-end tests in Firefox: it is not installed (scripts/setup.sh e2e-firefox)");
}

/** What is tested in Firefox: what a page and its visitors rely on. How it looks and what it costs is Chromium's. */
const IN_FIREFOX = ["api", "errors", "faults", "frame", "host", "hostile-data", "hosts", "nested"].map((name) => `${name}.spec.mjs`);
/** But for these, by their titles. */
const NOT_IN_FIREFOX = [
  // Counts listeners and memory by Chromium's own protocol.
  /cycles\.html: over fifty cycles/,
];

/** The projects that are not measured. */
const OTHERS = ["desktop", "phone", firefox && "firefox"].filter(Boolean);

export default defineConfig({
  testDir: ".",
  outputDir: "./report",
  fullyParallel: true,
  workers: 2,
  // A busy machine stops a browser for seconds. What passes only then is named at the end of `make test`.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
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
    firefox && {
      name: "firefox",
      testMatch: IN_FIREFOX,
      grepInvert: NOT_IN_FIREFOX,
      use: {
        browserName: "firefox",
        channel: "moz-firefox",
        viewport: { width: 1280, height: 800 },
        launchOptions: {
          executablePath: firefox,
          // Frames of other origins in the page's process: clicks by WebDriver BiDi do not reach other processes.
          firefoxUserPrefs: { "fission.webContentIsolationStrategy": 0 },
        },
      },
    },
    // Alone on the machine: one file, one test after the other, when all others are done.
    { name: "slow", testMatch: MEASURES, fullyParallel: false, dependencies: OTHERS, use: PHONE },
  ].filter(Boolean),
  webServer: {
    command: `"${process.execPath}" scripts/serve.mjs --port ${process.env.E2E_PORT} dist/site /widget=dist/widget ${MOUNTS.join(" ")}`,
    cwd: ROOT,
    url: baseURL,
    reuseExistingServer: false,
    timeout: 20_000,
  },
});
