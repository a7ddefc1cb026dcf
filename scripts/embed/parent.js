// The page's end of a map in a frame (frame.js says what goes to and fro):
//
//   import { connect } from "https://maps.example/embed/parent.js";
//   const map = connect(document.querySelector("iframe"), { origin: "https://maps.example" });
//   map.on("expo-map-select", ({ id }) => console.log(id));
//   await map.call("select", "a1");
//   map.on("expo-map-before-navigate", async ({ url }) => confirm(`Leave for ${url}?`));
//
// Changes nothing in the page but the frame's height, and its full screen when the visitor asks for it.
// Pages replace what the language brings (`Map`, `Set`): only plain objects and arrays are used.

const VERSION = 1;
/** Heights that a frame may ask for, CSS pixels. */
const MIN_HEIGHT = 100;
const MAX_HEIGHT = 5000;
/** Events that a page is asked about, if it wants to be. */
const ASKED = ["expo-map-before-select", "expo-map-before-navigate"];

/**
 * A call that has failed. `code`: `unknown-method`, `busy`, `timeout`, `reloaded` (the frame has loaded anew
 * meanwhile), `closed`, `not-cloneable` (an argument cannot be sent), `failed`, or what the map's method says.
 */
export class FrameError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "FrameError";
    this.code = code;
  }
}

/**
 * Speaks with the map in a frame. `origin` is the frame's: `https://maps.example`, or `null` for a frame with
 * `sandbox` and without `allow-same-origin`. With `autoHeight` (the default) the frame is as high as it wants.
 * Throws a TypeError for what is no frame or no origin.
 *
 * - `call(name, ...args)`: a promise of what the element's method gives; rejects with a `FrameError`. Calls
 *   wait until the map is there, `timeoutMs` at most.
 * - `on(event, listener)`: the listener gets the event's detail; returns what takes it off again. What the
 *   visitor is about to do (`expo-map-before-select`, `expo-map-before-navigate`) waits for all listeners, and is
 *   not done if one of them returns `false`, or a promise of it.
 * - `ready`: a promise of the names of the methods that the map has.
 * - `height`: what the frame has last asked for, CSS pixels; 0 before that.
 * - `refused`: messages of the frame that were none, or of another origin.
 * - `close()`: ends it.
 */
export function connect(iframe, { origin, autoHeight = true, timeoutMs = 30_000 } = {}) {
  if (iframe?.localName !== "iframe") throw new TypeError("connect: the first argument is no iframe");
  origin = String(origin);
  if (origin !== "null" && !isOrigin(origin)) throw new TypeError(`connect: "${origin}" is no origin such as https://maps.example`);

  const listeners = { __proto__: null };
  const pending = { __proto__: null };
  let lastId = 0;
  let height = 0;
  let refused = 0;
  let isClosed = false;
  /** Messages that wait for the frame; null once it is there. */
  let waiting = [];
  let setReady;
  const ready = new Promise((done) => { setReady = done; });

  const post = (message) => {
    // A sandboxed frame has no origin that could be named.
    iframe.contentWindow?.postMessage({ expoMap: VERSION, ...message }, origin === "null" ? "*" : origin);
  };
  /** What the frame knows of the events to be asked about. */
  let told = "";
  const asks = () => (isClosed ? [] : ASKED.filter((name) => listeners[name]?.length > 0));
  const hello = () => {
    told = String(asks());
    post({ type: "hello", autoHeight, fullscreen: document.fullscreenEnabled, asks: asks() });
  };
  const tellAsks = () => {
    if (!waiting && String(asks()) !== told) hello();
  };

  const settle = (id) => {
    const one = pending[id];
    delete pending[id];
    if (one) clearTimeout(one.timer);
    return one;
  };
  const rejectAll = (code, message) => {
    for (const id of Object.keys(pending)) settle(id).fail(new FrameError(code, message));
  };
  const send = (message) => {
    try {
      post(message);
    } catch (error) {
      settle(message.id)?.fail(new FrameError("not-cloneable", String(error?.message ?? error)));
    }
  };

  const heard = {
    __proto__: null,
    hello({ methods }) {
      // Strings alone: what is no text may have no way to become one.
      if (!Array.isArray(methods) || !methods.every((name) => typeof name === "string")) return false;
      if (methods.length === 0) {
        // It has just begun: whatever was asked of the one before is lost.
        if (!waiting) {
          waiting = [];
          rejectAll("reloaded", "the frame has loaded anew");
        }
        hello();
        return true;
      }
      const messages = waiting ?? [];
      waiting = null;
      setReady(methods);
      for (let i = 0; i < messages.length; i += 1) send(messages[i]);
      tellAsks();
      return true;
    },
    result({ id, value }) {
      const one = Number.isSafeInteger(id) && settle(id);
      if (!one) return false;
      one.done(value);
      return true;
    },
    error({ id, error }) {
      if (typeof error?.code !== "string" || typeof error.message !== "string") return false;
      const one = Number.isSafeInteger(id) && settle(id);
      if (!one) return false;
      one.fail(new FrameError(error.code, error.message));
      return true;
    },
    event({ name, detail, ask }) {
      const isAsked = Number.isSafeInteger(ask) && ASKED.includes(name);
      if (typeof name !== "string" || (ask !== undefined && !isAsked)) return false;
      const all = [...(listeners[name] ?? [])];
      const answers = [];
      // One listener's fault is told as such, and is not another's.
      const tell = (error) => { setTimeout(() => { throw error; }); };
      for (let i = 0; i < all.length; i += 1) {
        try { answers.push(all[i](detail)); } catch (error) { tell(error); }
      }
      if (isAsked) {
        Promise.all(answers.map((answer) => Promise.resolve(answer).catch(tell)))
          .then((said) => post({ type: "answer", ask, allow: !said.includes(false) }));
      }
      return true;
    },
    height(message) {
      if (!Number.isFinite(message.height)) return false;
      height = Math.min(Math.max(message.height, MIN_HEIGHT), MAX_HEIGHT);
      if (autoHeight) iframe.style.height = `${height}px`;
      return true;
    },
    fullscreen({ on }) {
      if (typeof on !== "boolean") return false;
      const done = on ? iframe.requestFullscreen?.() : document.fullscreenElement === iframe && document.exitFullscreen();
      Promise.resolve(done).catch(tellScreen);
      return true;
    },
  };

  const receive = ({ source, origin: from, data }) => {
    if (source === null || source !== iframe.contentWindow) return;
    const isOurs = from === origin && typeof data === "object" && data !== null && data.expoMap === VERSION
      && typeof data.type === "string" && data.type in heard;
    if (!isOurs || !heard[data.type](data)) refused += 1;
  };
  const tellScreen = () => post({ type: "fullscreen", on: document.fullscreenElement === iframe });
  let wasScreen = false;
  const onScreen = () => {
    const isScreen = document.fullscreenElement === iframe;
    if (isScreen !== wasScreen) tellScreen();
    wasScreen = isScreen;
  };
  addEventListener("message", receive);
  document.addEventListener("fullscreenchange", onScreen);
  // The frame may have been there first; an empty one is of another origin, which browsers complain of.
  if (origin === "null" || !isEmpty(iframe)) hello();

  return {
    ready,
    get height() { return height; },
    get refused() { return refused; },
    call(name, ...args) {
      if (isClosed) return Promise.reject(new FrameError("closed", "the connection is closed"));
      const id = (lastId += 1);
      return new Promise((done, fail) => {
        const timer = setTimeout(() => settle(id)?.fail(new FrameError("timeout", `no answer to ${name}`)), timeoutMs);
        pending[id] = { done, fail, timer };
        const message = { type: "call", id, name: String(name), args };
        if (waiting) waiting.push(message);
        else send(message);
      });
    },
    on(name, listener) {
      (listeners[name] ??= []).push(listener);
      tellAsks();
      return () => {
        listeners[name] = listeners[name].filter((other) => other !== listener);
        tellAsks();
      };
    },
    close() {
      isClosed = true;
      // Nobody answers any more.
      tellAsks();
      removeEventListener("message", receive);
      document.removeEventListener("fullscreenchange", onScreen);
      rejectAll("closed", "the connection is closed");
    },
  };
}

function isOrigin(text) {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
}

/** Whether a frame is where it begins, before its page has come. Those of others cannot be looked into. */
const isEmpty = (iframe) => iframe.contentDocument?.URL === "about:blank";
