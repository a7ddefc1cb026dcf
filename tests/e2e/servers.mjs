// Servers of their own, for tests of what is served.
import { spawn } from "node:child_process";
import { createServer, get } from "node:http";
import { fileURLToPath } from "node:url";
import { freePort } from "../chromium.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** An answer as it is on the wire. */
export const ask = (url, headers = {}) => new Promise((done, fail) => {
  // A connection of its own: one that is kept may be closed by the server as the next request goes out.
  get(url, { headers, agent: false }, (answer) => {
    const parts = [];
    answer.on("data", (part) => parts.push(part));
    answer.on("error", fail);
    answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
  }).on("error", fail);
});

/** Settles when it answers; fails when the process ends before. */
export async function answers(url, child, said) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said()}`);
    const is = await ask(url).then(() => true, () => false);
    if (is) return;
    await new Promise((done) => { setTimeout(done, 50); });
  }
}

export async function stop(child) {
  if (!child || child.exitCode !== null || child.signalCode) return;
  const ended = new Promise((done) => { child.on("exit", done); });
  child.kill("SIGTERM");
  await ended;
}

/** `scripts/serve.mjs` at a port of its own; settles when it has `path`. */
export async function serve(path, ...args) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let said = "";
  const child = spawn(process.execPath, ["scripts/serve.mjs", "--port", String(port), ...args], { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
  child.stderr.on("data", (chunk) => { said += chunk; });
  await answers(`${origin}${path}`, child, () => said);
  return { child, origin };
}

/**
 * A server in front of another, as it fails in life. `answer(path)` tells what to do with a request: nothing (pass
 * it on), "down", "stalls" (after the headers and a part), or an object with `delay` (milliseconds), `status`, `body` and
 * `headers` in place of the real ones.
 */
export async function failing(origin, answer) {
  const server = createServer(async ({ url, headers }, response) => {
    const what = answer(url) ?? {};
    if (what === "down") {
      response.destroy();
      return;
    }
    if (what.delay) await new Promise((done) => { setTimeout(done, what.delay); });
    const encodings = what.body === undefined ? headers["accept-encoding"] ?? "" : "";
    const real = await ask(`${origin}${url}`, { "accept-encoding": encodings }).catch(() => null);
    if (!real) {
      // The test has ended, and the other server with it, while a page still asked.
      response.destroy();
      return;
    }
    const body = what.body ?? real.body;
    response.writeHead(what.status ?? real.status, { ...real.headers, "content-length": Buffer.byteLength(body), ...what.headers });
    if (what === "stalls") response.write(body.subarray(0, 1000));
    else response.end(body);
  });
  await new Promise((done) => { server.listen(0, "127.0.0.1", done); });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}
