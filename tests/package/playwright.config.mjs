// The npm package in applications (dist/apps), in the Chromium that is installed.
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { programs } from "../engines/engines.mjs";

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

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
    launchOptions: {
      executablePath: programs("chromium").paths.binary,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  webServer: {
    command: `"${process.execPath}" scripts/serve.mjs --port ${process.env.PACKAGE_PORT} /some/path=dist/apps`,
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    url: `${baseURL}/some/path/plain/index.html`,
    reuseExistingServer: false,
    timeout: 20_000,
  },
});
