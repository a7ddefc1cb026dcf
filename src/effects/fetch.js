// Gets data files. In JavaScript, so that the page's script can ask for the data while the
// WebAssembly is still on its way.

/** The whole answer must be there within this time. */
const TIMEOUT_MS = 30_000;
/** A larger file is refused: it would freeze the page. */
const MAX_BYTES = 64 * 1024 * 1024;

/** What is told in place of an HTTP status. */
const NETWORK = 0;
const TIMED_OUT = 1;
const TOO_LARGE = 2;

/** Answers asked for ahead, by address; each serves the first that asks for it in earnest. */
const early = new Map();

/** Asks for a file that will be wanted as soon as somebody can read it. */
export function prefetch(url) {
  if (!early.has(url)) early.set(url, ask(url));
}

/**
 * Asks for a file, relative to the page. `done(status, text)` is called once, unless the
 * controller that is returned is aborted first; there is a text with status 200 alone.
 */
export function load(url, done) {
  const asked = early.get(url) ?? ask(url);
  early.delete(url);
  const controller = new AbortController();
  controller.signal.addEventListener('abort', () => asked.request.abort());
  asked.answer.then(([status, text]) => {
    if (!controller.signal.aborted) done(status, text);
  });
  return controller;
}

function ask(url) {
  const request = new AbortController();
  return { request, answer: get(url, request) };
}

async function get(url, request) {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    request.abort();
  }, TIMEOUT_MS);
  try {
    const response = await fetch(url, { signal: request.signal });
    if (!response.ok) return [response.status];
    if (Number(response.headers.get('content-length')) > MAX_BYTES) {
      request.abort();
      return [TOO_LARGE];
    }
    const text = await response.text();
    return text.length > MAX_BYTES ? [TOO_LARGE] : [200, text];
  } catch {
    return [isLate ? TIMED_OUT : NETWORK];
  } finally {
    clearTimeout(timer);
  }
}
