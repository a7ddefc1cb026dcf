// A small WebDriver client: what the smoke needs of https://www.w3.org/TR/webdriver2/.
import { spawn } from "node:child_process";
import { freePort } from "../chromium.mjs";

/** Longest wait for an answer of the driver, in ms: a browser's first start is slow. */
const ANSWER_MS = 90_000;

/** Keys without a character, as WebDriver names them. */
export const KEYS = { Enter: "\uE007", Escape: "\uE00C", Tab: "\uE004", Control: "\uE009", ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015" };

export const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

/** Waits until `look` gives something true, and returns it. */
export async function until(what, look, ms = 30_000) {
  const end = Date.now() + ms;
  let last;
  for (;;) {
    const found = await look().catch((error) => { last = error; });
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${ms / 1000} s in vain: ${what}${last ? ` (${last.message})` : ""}`);
    await pause(50);
  }
}

/** A browser with one window. */
export class Browser {
  #process;
  #base;
  #pointer = { x: 0, y: 0 };

  /** Starts a driver, as `command port` arguments, and a session in it. */
  static async start({ command, args, env, capabilities }) {
    const port = await freePort();
    const browser = new Browser();
    // A group of its own: a browser that its driver leaves behind is ended with it.
    browser.#process = spawn(command, args(port), { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"], detached: true });
    browser.said = "";
    for (const stream of [browser.#process.stdout, browser.#process.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => { browser.said = (browser.said + text).slice(-200_000); });
    }
    browser.#process.on("error", (error) => { browser.said += error.message; });
    browser.#base = `http://127.0.0.1:${port}`;
    try {
      await until(`${command} answers`, async () => (await fetch(`${browser.#base}/status`)).ok);
      const { sessionId, capabilities: got } = await browser.#ask("POST", "/session", { capabilities: { alwaysMatch: capabilities } });
      browser.#base += `/session/${sessionId}`;
      browser.version = `${got.browserName} ${got.browserVersion}`;
      await browser.#ask("POST", "/timeouts", { script: 60_000, pageLoad: 60_000 });
    } catch (error) {
      await browser.close();
      throw new Error(`${error.message}\n${browser.said.slice(-2000)}`);
    }
    return browser;
  }

  async #ask(method, path, body, ms = ANSWER_MS) {
    const response = await fetch(this.#base + path, {
      method,
      body: body && JSON.stringify(body),
      headers: body && { "content-type": "application/json" },
      signal: AbortSignal.timeout(ms),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  }

  async close() {
    if (this.#base.includes("/session/")) await this.#ask("DELETE", "", undefined, 10_000).catch(() => {});
    const { pid, exitCode } = this.#process;
    if (!pid) return;
    const gone = exitCode !== null || new Promise((done) => { this.#process.once("exit", done); });
    try { process.kill(-pid, "SIGTERM"); } catch { /* It has gone. */ }
    await Promise.race([gone, pause(5000)]);
    try { process.kill(-pid, "SIGKILL"); } catch { /* It has gone. */ }
  }

  open(url) { return this.#ask("POST", "/url", { url }); }

  resize(width, height) { return this.#ask("POST", "/window/rect", { width, height }); }

  /** Calls a function in the page; it may not use anything around it. */
  run(call, ...args) { return this.#ask("POST", "/execute/sync", { script: `return (${call})(...arguments)`, args }); }

  /** The window as PNG. */
  async shot() { return Buffer.from(await this.#ask("GET", "/screenshot"), "base64"); }

  #act(type, actions, more) { return this.#ask("POST", "/actions", { actions: [{ type, id: type, actions, ...more }] }); }

  /** Moves the mouse there, as a hand would, and clicks. */
  async click({ x, y }) {
    await this.move({ x, y });
    await this.#act("pointer", [{ type: "pointerDown", button: 0 }, { type: "pause", duration: 30 }, { type: "pointerUp", button: 0 }], { parameters: { pointerType: "mouse" } });
  }

  async move({ x, y }) {
    this.#pointer = { x: Math.round(x), y: Math.round(y) };
    await this.#act("pointer", [{ type: "pointerMove", duration: 30, ...this.#pointer }], { parameters: { pointerType: "mouse" } });
  }

  /** Turns the wheel where the mouse is. */
  wheel(deltaY) { return this.#act("wheel", [{ type: "scroll", deltaX: 0, deltaY, duration: 0, ...this.#pointer }]); }

  /** Types a text, or presses one key of `KEYS`. */
  type(text) {
    const values = KEYS[text] ? [KEYS[text]] : [...text];
    return this.#act("key", values.flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]));
  }
}
