// The three engines and how each is started, without a screen.
import { spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { ARGS, NAMES } from "../chromium.mjs";
import { Browser } from "./webdriver.mjs";

function found(names) {
  for (const name of names.filter(Boolean)) {
    for (const folder of name.includes("/") ? [""] : process.env.PATH.split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {}
    }
  }
  return null;
}

/** Each engine: the programs it needs (the first name that is there), and how they are started. */
export const ENGINES = {
  webkit: {
    needs: {
      driver: [process.env.WEBKITDRIVER, "WebKitWebDriver", "/usr/lib/webkit2gtk-4.1/WebKitWebDriver"],
      binary: [process.env.MINIBROWSER, ...["x86_64", "aarch64"].map((cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`), "/usr/libexec/webkit2gtk-4.1/MiniBrowser"],
      screen: ["Xvfb"],
    },
    start: ({ driver, binary, display }) => ({
      command: driver,
      args: (port) => [`--port=${port}`],
      env: { DISPLAY: display, GDK_BACKEND: "x11", NO_AT_BRIDGE: "1", GTK_A11Y: "none", LIBGL_ALWAYS_SOFTWARE: "1", LC_ALL: "C.UTF-8" },
      capabilities: { "webkitgtk:browserOptions": { binary, args: ["--automation"] } },
    }),
  },
  firefox: {
    needs: {
      driver: [process.env.GECKODRIVER, "geckodriver"],
      binary: [process.env.FIREFOX, "firefox-esr", "firefox"],
    },
    start: ({ driver, binary }) => ({
      command: driver,
      args: (port) => ["--port", String(port)],
      env: { MOZ_HEADLESS: "1" },
      capabilities: { "moz:firefoxOptions": { binary, args: ["-headless"] } },
    }),
  },
  chromium: {
    needs: {
      driver: [process.env.CHROMEDRIVER, "chromedriver"],
      binary: [process.env.CHROMIUM, ...NAMES],
    },
    start: ({ driver, binary }) => ({
      command: driver,
      args: (port) => [`--port=${port}`],
      env: {},
      capabilities: {
        "goog:chromeOptions": {
          binary,
          args: ["--headless=new", ...ARGS],
        },
      },
    }),
  },
};

/** Where each program of an engine is; `missing` names those that are nowhere. */
export function programs(engine) {
  const paths = {};
  const missing = [];
  for (const [what, names] of Object.entries(ENGINES[engine].needs)) {
    paths[what] = found(names);
    if (!paths[what]) missing.push(names.filter(Boolean).find((name) => !name.includes("/")) ?? names.filter(Boolean).at(-1));
  }
  return { paths, missing };
}

/** A screen in memory; what it is called, and how to end it. */
function startScreen(command) {
  return new Promise((done, fail) => {
    const folder = mkdtempSync(join(tmpdir(), "expo-map-screen-"));
    const screen = spawn(command, ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-fbdir", folder], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    const end = () => {
      screen.kill();
      rmSync(folder, { recursive: true, force: true });
    };
    screen.on("error", fail);
    screen.on("exit", (code) => fail(new Error(`${command} ended with ${code}`)));
    screen.stdio[3].setEncoding("utf8").on("data", (number) => done({ display: `:${number.trim()}`, end }));
  });
}

/** Starts an engine's browser; `close` ends all that was started. */
export async function startEngine(engine) {
  const { paths } = programs(engine);
  const screen = paths.screen ? await startScreen(paths.screen) : null;
  try {
    const browser = await Browser.start(ENGINES[engine].start({ ...paths, display: screen?.display }));
    return { browser, close: async () => { await browser.close(); screen?.end(); } };
  } catch (error) {
    screen?.end();
    throw error;
  }
}
