// The folder on servers of others: nginx as docs/serving.md says, and one that sends no special header.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { MOUNTS } from "../../scripts/hosts.mjs";
import { freePort } from "../chromium.mjs";
import { Map, expect, onDesktop, test } from "./map.mjs";
import { answers, ask, serve, stop } from "./servers.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const HASHED = "copy-0123456789abcdef.wasm";

test.use({ contextOptions: { reducedMotion: "reduce" } });
onDesktop();

/** The program, and its module for brotli where there is one. */
function nginx() {
  const unpacked = join(ROOT, ".tools/nginx/usr");
  const program = [join(unpacked, "sbin/nginx"), "/usr/sbin/nginx"].find((path) => {
    try {
      execFileSync(path, ["-v"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
  const brotli = [unpacked, "/usr"].map((folder) => join(folder, "lib/nginx/modules/ngx_http_brotli_static_module.so")).find(existsSync);
  return { program, brotli };
}

/** What docs/serving.md shows: for `http`, for `server`, and the line for brotli. */
function recipe() {
  const text = readFileSync(join(ROOT, "docs/serving.md"), "utf8");
  const blocks = [...text.matchAll(/^```nginx\n([^]*?)^```/gm)].map(([, block]) => block);
  expect(blocks).toHaveLength(3);
  return blocks;
}

test.describe("nginx as docs/serving.md says", () => {
  // One server for all of them.
  test.describe.configure({ mode: "serial" });
  const { program, brotli } = nginx();
  let child;
  let origin;
  let folder;

  test.beforeAll(async () => {
    if (!program) {
      console.warn("\n  SKIPPED: nginx is not there (scripts/setup.sh nginx): its recipe in docs/serving.md is not tested\n");
      test.skip(true, "nginx is not there: scripts/setup.sh nginx");
    }
    folder = mkdtempSync(join(tmpdir(), "expo-map-nginx-"));
    const www = join(folder, "www/expo-map");
    mkdirSync(www, { recursive: true });
    // The folder that page owners get.
    cpSync(join(ROOT, "dist/embed"), www, { recursive: true });
    cpSync(join(ROOT, "assets/expo-2024.json"), join(www, "expo-2024.json"));
    const wasm = readdirSync(www).find((name) => name.endsWith(".wasm"));
    cpSync(join(www, wasm), join(www, HASHED));
    for (const name of readdirSync(www).filter((file) => /\.(js|wasm|json)$/.test(file))) {
      const bytes = readFileSync(join(www, name));
      writeFileSync(join(www, `${name}.gz`), gzipSync(bytes));
      writeFileSync(join(www, `${name}.br`), brotliCompressSync(bytes, { params: {} }));
    }
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    let [inHttp, inServer, more] = recipe();
    inServer = inServer.replaceAll("/srv/www", join(folder, "www"));
    if (brotli) inServer = inServer.replace(/\}\s*$/, () => `${more}}\n`);
    writeFileSync(join(folder, "nginx.conf"), `
${brotli ? `load_module ${brotli};` : ""}
daemon off;
pid ${folder}/nginx.pid;
error_log stderr warn;
worker_processes 1;
events { worker_connections 64; }
http {
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join("\n  ")}
  ${inHttp}
  server {
    listen 127.0.0.1:${port};
    ${inServer}
    location / { return 404; }
  }
}`);
    // Never with more rights than it needs.
    const isRoot = process.getuid() === 0;
    if (isRoot) {
      execFileSync("chown", ["-R", "65534:65534", folder]);
      chmodSync(folder, 0o755);
    }
    let said = "";
    child = spawn(program, ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"], {
      stdio: ["ignore", "ignore", "pipe"],
      ...(isRoot && { uid: 65534, gid: 65534 }),
    });
    child.stderr.on("data", (chunk) => { said += chunk; });
    child.on("error", (error) => { said += error.message; });
    await answers(`${origin}/expo-map/expo-map.js`, child, () => said);
  });

  test.afterAll(async () => {
    await stop(child);
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test("types, headers, caching and compressed files are right", async () => {
    for (const [name, type, cache] of [
      ["expo-map.js", "text/javascript; charset=utf-8", "no-cache"],
      ["expo-2024.json", "application/json", "no-cache"],
      [HASHED, "application/wasm", "public, max-age=31536000, immutable"],
    ]) {
      const url = `${origin}/expo-map/${name}`;
      const plain = await ask(url);
      expect(plain.status, name).toBe(200);
      expect(plain.headers, name).toMatchObject({
        "content-type": type,
        "cache-control": cache,
        "access-control-allow-origin": "*",
        "cross-origin-resource-policy": "cross-origin",
        "x-content-type-options": "nosniff",
      });
      expect(plain.headers["content-encoding"]).toBeUndefined();
      const packed = await ask(url, { "accept-encoding": "gzip" });
      expect(packed.headers).toMatchObject({ "content-encoding": "gzip", "content-type": type, vary: "Accept-Encoding", "access-control-allow-origin": "*" });
      expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
      if (brotli) {
        const smaller = await ask(url, { "accept-encoding": "gzip, br" });
        expect(smaller.headers["content-encoding"]).toBe("br");
        expect(brotliDecompressSync(smaller.body).equals(plain.body)).toBe(true);
        expect(smaller.body.length).toBeLessThan(packed.body.length);
      }
    }
    // A failure must be readable from another origin, too, and is not kept.
    const missing = await ask(`${origin}/expo-map/gone-0123456789abcdef.js`);
    expect(missing.status).toBe(404);
    expect(missing.headers["access-control-allow-origin"]).toBe("*");
    expect(missing.headers["cache-control"]).toBeUndefined();
  });

  test("without the module for brotli, that is said", () => {
    if (!brotli) console.warn("\n  SKIPPED: nginx's module for brotli is not there: its line in docs/serving.md is not tested\n");
    test.skip(!brotli, "no libnginx-mod-http-brotli-static");
    expect(brotli).toContain("brotli_static");
  });

  test("a page of another origin has its map from there, compiled while it arrives", async ({ page }) => {
    const wasm = [];
    page.on("response", async (answer) => {
      if (answer.url().includes(".wasm")) wasm.push(answer);
    });
    await page.goto("/hosts/");
    await page.evaluate((folder) => {
      const script = Object.assign(document.createElement("script"), { type: "module", src: `${folder}expo-map.js` });
      const map = document.createElement("expo-map");
      map.setAttribute("src", `${folder}expo-2024.json`);
      document.body.append(map, script);
    }, `${origin}/expo-map/`);
    const map = new Map(page);
    await map.shown();
    await map.row("a1").click();
    await expect(map.detailsOf("a1")).toBeVisible();
    expect(wasm.length, "asked for once").toBe(1);
    expect(await wasm[0].allHeaders()).toMatchObject({ "content-type": "application/wasm", "content-encoding": brotli ? "br" : "gzip" });
  });
});

test("a server that sends no special header is enough", async ({ page }) => {
  const { child, origin } = await serve("/embed/expo-map.js", "--plain", ...MOUNTS);
  try {
    const { headers } = await ask(`${origin}/one-file/expo_map_bg.wasm`);
    expect(Object.keys(headers).sort()).toEqual(["connection", "content-length", "content-type", "date"]);
    expect(headers["content-type"]).toBe("application/octet-stream");
    await page.goto(`${origin}/ru/press/2024/map.html`);
    const map = new Map(page);
    await map.shown();
    await map.row("a1").click();
    await expect(map.detailsOf("a1")).toBeVisible();
  } finally {
    await stop(child);
  }
});
