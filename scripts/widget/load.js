// Gets what the element needs, and tells why when it cannot.

/** Data that comes this soon is waited for: the map is drawn once, with it, and does not flash. */
const SOON_MS = 60;
/** Everything must be there within this time, headers and bodies. */
const TIMEOUT_MS = 60_000;

class StartError extends Error {
  constructor(code, detail) {
    super(detail);
    this.code = code;
  }
}

/** Why there is no file at an address, where the browser tells nothing; `code` if there is one. */
export async function reasonOf(url, detail, code) {
  if (!navigator.onLine) return new StartError("offline", detail);
  const ask = (options) => fetch(url, { method: "HEAD", ...options }).catch(() => null);
  const answer = await ask({});
  if (answer) return new StartError(answer.ok ? code : "missing", `${detail} (${answer.status})`);
  return new StartError(await ask({ mode: "no-cors" }) ? "cors" : "network", detail);
}

/** Compiles while the file arrives, or else when it is there: some servers do not name its type. */
async function compile(url, { integrity, length }, options) {
  if (!globalThis.WebAssembly?.instantiate) throw new StartError("unsupported", "no WebAssembly");
  let response;
  try {
    response = await fetch(url, { ...options, integrity });
  } catch (error) {
    if (options.signal.aborted) throw error;
    throw await reasonOf(url, `${url}: ${error.message}`, integrity ? "integrity" : "network");
  }
  if (!response.ok) throw new StartError("missing", `${url}: ${response.status}`);
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("text/html")) throw new StartError("missing", `${url}: a page instead of WebAssembly`);
  try {
    return await (type === "application/wasm" && WebAssembly.compileStreaming
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer()));
  } catch (error) {
    const detail = `${url}: ${error.message}`;
    if (/content security policy|\bcsp\b|unsafe-eval/i.test(error.message)) throw new StartError("policy", detail);
    // What else it may be depends: a file that breaks off is out of memory to Firefox.
    if (/^(Type|Abort)/.test(error.name)) throw new StartError("network", detail);
    const again = await fetch(url, options).then((answer) => answer.arrayBuffer()).catch(() => null);
    throw new StartError(again?.byteLength === length ? "unsupported" : "damaged", detail);
  }
}

/**
 * What `defineExpoMap` starts a map with. `core(again)` gives the module that makes instances; `wasm()` the
 * address of the WebAssembly, of which `integrity` and `length` (bytes) may be known.
 */
export function starter({ core, wasm, integrity, length }) {
  /** The data is asked for at once: it travels beside the WebAssembly, not behind it. */
  const ask = () => {
    const asked = { __proto__: null };
    for (const map of document.querySelectorAll('expo-map[src]:not([src=""])')) {
      const url = map.getAttribute("src");
      if (url in asked) continue;
      const request = new AbortController();
      const response = fetch(url, { signal: request.signal });
      response.catch(() => {});
      asked[url] = { request, response };
    }
    return asked;
  };

  return async (died, again) => {
    const request = new AbortController();
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => {
        reject(new StartError("timeout", `not there after ${TIMEOUT_MS / 1000} s`));
        request.abort();
      }, TIMEOUT_MS);
    });
    const load = async () => {
      const module = compile(wasm(), { integrity, length }, { signal: request.signal, cache: again ? "reload" : "default" });
      module.catch(() => {});
      // Later the maps ask themselves.
      const asked = again ? {} : ask();
      const { prefetch, load: instantiate } = (await core(again)).default();
      const data = prefetch(asked);
      const compiled = await module;
      await Promise.race([data, new Promise((soon) => { setTimeout(soon, SOON_MS); })]);
      return instantiate(compiled, died);
    };
    try {
      return await Promise.race([load(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
