// The map in a frame, for pages that want nothing of ours in their own:
//   <iframe src="frame.html?src=expo.json&lang=ru&parent=https://ministry.example"></iframe>
// `src`, `lang`, `theme`, `selected`, `gestures` are the tag's attributes; `parent` (as many as wanted) names the
// origins that may speak with it, `from` those that data and logos may come from, besides its own and that of `src`.
// parent.js is the other end of what is said:
//
//   to the frame    { expoMap: 1, type: "hello", autoHeight, fullscreen, asks }
//                                                                     `asks`: events it is to be asked about
//                   { expoMap: 1, type: "call", id, name, args }
//                   { expoMap: 1, type: "answer", ask, allow }        to an event that asks
//                   { expoMap: 1, type: "fullscreen", on }            what became of it
//   from the frame  { expoMap: 1, type: "hello", methods }
//                   { expoMap: 1, type: "result", id, value }   or   { expoMap: 1, type: "error", id, error }
//                   { expoMap: 1, type: "event", name, detail }  and, of one that waits for an answer,  ask
//                   { expoMap: 1, type: "height", height }
//                   { expoMap: 1, type: "fullscreen", on }            what the visitor asks for
//
// What is no such message, or not of the page around by one of those origins, is counted and not answered.

const VERSION = 1;
/** Methods of the element that a page may call: those that it has. `status` is the frame's own. */
const METHODS = [
  "select", "clear", "fit", "centerOn", "project", "flyTo", "search", "setFilter", "getState", "setState",
  "setData", "nearest", "describe", "exportPlan", "list",
];
const EVENTS = ["expo-map-ready", "expo-map-select", "expo-map-error"];
/** What the visitor is about to do: a page that wants to be asked is waited for. What is done then, if it allows it. */
const ASKED = { __proto__: null, "expo-map-before-select": choose, "expo-map-before-navigate": follow };
const ATTRIBUTES = ["src", "lang", "theme", "selected", "gestures"];
/** Calls at a time. */
const MAX_CALLS = 64;
const MAX_ARGS = 8;

const STYLE = `
html, body { margin: 0; block-size: 100%; overflow: hidden }
expo-map { block-size: 100% }
html[data-natural] { block-size: auto }
html[data-natural] body { block-size: auto }
/* By its width alone: the page around sets the height by what it is told. */
html[data-natural] expo-map { block-size: clamp(520px, 62vi, 720px) }`;

const map = document.querySelector("expo-map");
const asked = new URLSearchParams(location.search);
const own = new URL(location.href).origin;
const origins = [own, ...asked.getAll("parent").filter(isOrigin)];
/** Who speaks with us: known from the first hello on. */
let page = null;
let calls = 0;
let isNatural = false;
/** Events that the page wants to be asked about, and what it has been asked last of each. */
let asks = [];
const questions = { __proto__: null };
let lastAsk = 0;
/** What has been allowed and is being done: its event is not asked about again. */
let allowed = "";
const refused = { source: 0, origin: 0, malformed: 0, version: 0 };

function isOrigin(text) {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
}

/** Has nothing asked for but the frame's own files, the data, and logos that come from where it does. */
function restrict() {
  const src = asked.get("src") ?? "";
  const all = [own, ...asked.getAll("from").filter(isOrigin)];
  if (URL.canParse(src, location.href)) all.push(new URL(src, location.href).origin);
  // A policy has words of its own in which an origin could speak.
  const sources = all.filter((origin) => /^https?:\/\/[\w.-]+(:\d+)?$/.test(origin)).join(" ");
  const policy = document.createElement("meta");
  policy.httpEquiv = "content-security-policy";
  policy.content = `script-src ${own} 'wasm-unsafe-eval'; connect-src ${sources}; img-src data: ${sources}`;
  document.head.append(policy);
}

function post(message, transfer = page) {
  if (transfer) window.parent.postMessage({ expoMap: VERSION, ...message }, transfer);
}

const methods = () => ["status", ...METHODS.filter((name) => typeof map[name] === "function")];

/** Why a message is not heard, or null. */
function fault({ source, origin, data }) {
  if (source !== window.parent || source === window) return "source";
  if (!origins.includes(origin)) return "origin";
  if (typeof data !== "object" || data === null || !Object.hasOwn(data, "expoMap") || typeof data.type !== "string") return "malformed";
  if (data.expoMap !== VERSION) return "version";
  switch (data.type) {
    case "hello":
    case "fullscreen":
      return null;
    case "answer":
      return Number.isSafeInteger(data.ask) && typeof data.allow === "boolean" ? null : "malformed";
    case "call": {
      const { id, name, args } = data;
      const isCall = Number.isSafeInteger(id) && typeof name === "string" && Array.isArray(args) && args.length <= MAX_ARGS;
      return isCall ? null : "malformed";
    }
    default:
      return "malformed";
  }
}

addEventListener("message", (event) => {
  const why = fault(event);
  if (why) {
    refused[why] += 1;
    return;
  }
  const { data } = event;
  page = event.origin;
  if (data.type === "hello") greet(data);
  else if (data.type === "call") call(data);
  else if (data.type === "answer") answered(data);
  else filled(data.on === true);
});

function greet({ autoHeight, fullscreen, asks: wanted }) {
  isNatural = autoHeight === true;
  asks = Object.keys(ASKED).filter((name) => Array.isArray(wanted) && wanted.includes(name));
  document.documentElement.toggleAttribute("data-natural", isNatural);
  if (fullscreen === true && !document.fullscreenEnabled) askForScreen();
  customElements.whenDefined("expo-map").then(() => post({ type: "hello", methods: methods() }));
  tellHeight();
}

async function call({ id, name, args }) {
  const fail = (error) => post({ type: "error", id, error });
  if (name === "status") {
    post({ type: "result", id, value: { version: VERSION, methods: methods(), refused: { ...refused } } });
    return;
  }
  if (!METHODS.includes(name)) {
    fail({ name: "TypeError", code: "unknown-method", message: `no method ${name.slice(0, 80)}` });
    return;
  }
  if (calls >= MAX_CALLS) {
    fail({ name: "Error", code: "busy", message: `more than ${MAX_CALLS} calls at a time` });
    return;
  }
  calls += 1;
  try {
    await customElements.whenDefined("expo-map");
    if (typeof map[name] !== "function") {
      fail({ name: "TypeError", code: "unknown-method", message: `this version has no method ${name}` });
      return;
    }
    const value = await map[name](...args);
    post({ type: "result", id, value });
  } catch (error) {
    fail({
      name: String(error?.name ?? "Error"),
      code: typeof error?.code === "string" ? error.code : "failed",
      message: String(error?.message ?? error),
    });
  } finally {
    calls -= 1;
  }
}

for (const name of EVENTS) {
  map.addEventListener(name, ({ detail }) => post({ type: "event", name, detail }));
}

// ---- What the page allows. A message cannot prevent what is happening: it is prevented, and done when the answer
// is there.

for (const name of Object.keys(ASKED)) {
  map.addEventListener(name, (event) => {
    const isAllowed = allowed === keyOf(name, event.detail);
    allowed = "";
    if (isAllowed || !asks.includes(name)) return;
    event.preventDefault();
    lastAsk += 1;
    // Who does something else meanwhile no longer wants what they did before.
    questions[name] = { ask: lastAsk, detail: event.detail };
    post({ type: "event", name, detail: event.detail, ask: lastAsk });
  });
}

function answered({ ask, allow }) {
  const name = Object.keys(questions).find((other) => questions[other].ask === ask);
  if (!name) return;
  const { detail } = questions[name];
  delete questions[name];
  if (allow) ASKED[name](detail);
}

const keyOf = (name, { id, url }) => `${name} ${id ?? url}`;

/** Chooses a stand as the visitor does, who finds themselves at its details and of whom the page is told. */
async function choose({ id }) {
  const part = () => map.shadowRoot?.querySelector(`.em-stand[data-id="${CSS.escape(id)}"], .em-row[data-row="${CSS.escape(id)}"]`);
  if (!part()) {
    // A floor of very many stands has elements for few of them, that of the one last chosen among them.
    // One that is gone meanwhile cannot be chosen.
    await map.select(id).then(() => map.clear(), () => {});
    await drawn();
  }
  const found = part();
  if (!found) return;
  allowed = keyOf("expo-map-before-select", { id });
  found.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
}

/** Follows a link that the visitor has pressed, whatever the button. */
function follow({ url }) {
  const link = [...map.shadowRoot?.querySelectorAll("a[href]") ?? []].find(({ href }) => href === url);
  if (!link) return;
  allowed = keyOf("expo-map-before-navigate", { url });
  link.click();
}

/** Once what has been done is on the screen. */
const drawn = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });

function tellHeight() {
  if (isNatural) post({ type: "height", height: Math.ceil(map.getBoundingClientRect().height) });
}

// ---- The full screen, where the browser lets only the page around have it.

let screen = null;

function askForScreen() {
  Object.defineProperty(document, "fullscreenEnabled", { configurable: true, value: true });
  Object.defineProperty(ShadowRoot.prototype, "fullscreenElement", {
    configurable: true,
    get() { return screen?.isFilled && this.contains(screen.root) ? screen.root : null; },
  });
  Element.prototype.requestFullscreen = async function () {
    screen = { root: this, isFilled: false };
    post({ type: "fullscreen", on: true });
  };
  document.exitFullscreen = async () => post({ type: "fullscreen", on: false });
  // A map that is there already has hidden its button.
  map.shadowRoot?.querySelector("[data-unfilled]")?.removeAttribute("data-unfilled");
}

function filled(on) {
  if (!screen) return;
  screen.isFilled = on;
  document.documentElement.toggleAttribute("data-natural", isNatural && !on);
  screen.root.dispatchEvent(new Event("fullscreenchange", { bubbles: true, composed: true }));
}

// ---- What the address says.

restrict();
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
document.adoptedStyleSheets = [sheet];
for (const name of ATTRIBUTES) {
  if (asked.has(name)) map.setAttribute(name, asked.get(name));
}
if (asked.has("lang")) document.documentElement.lang = asked.get("lang");
// The page around scrolls, which a frame does not see.
if (!asked.has("gestures")) map.setAttribute("gestures", "cooperative");
new ResizeObserver(tellHeight).observe(map);

// The page around may have been there first. It is greeted if it is one of those, as far as can be known.
const around = location.ancestorOrigins?.[0] ?? (isOrigin(document.referrer.slice(0, -1)) ? document.referrer.slice(0, -1) : null);
if (window.parent !== window) {
  for (const origin of origins) {
    if (around === null || around === origin) post({ type: "hello", methods: [] }, origin);
  }
}
