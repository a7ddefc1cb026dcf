// What is shorter, faster or only possible in JavaScript. One file, so that a page that loads the
// parts one by one has one request; the rest of the widget is in Rust.

// ---- Data files. A page's script can ask for them while the WebAssembly is still on its way.

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
/** Nobody wants them after this time. */
const EARLY_MS = 10_000;

/** Asks for a file that will be wanted as soon as somebody can read it. */
export function prefetch(url) {
  if (early.has(url)) return;
  early.set(url, ask(url));
  setTimeout(() => early.delete(url), EARLY_MS);
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

// ---- Pointer and wheel on the map, and the picture that they move. Each event has many fields, and
// each field that WebAssembly asks for is a call.

/** What `tell` is told; agrees with effects/listeners.rs. */
const DOWN = 0;
const MOVE = 1;
const UP = 2;
const CANCEL = 3;
const HOVER = 4;
const LEAVE = 5;
const WHEEL = 6;
const SIZES = 7;
const NEAR_END = 8;

/** Rows of the list are added when less than this is left of those that are there. */
const NEAR_END_PX = 900;

/**
 * Calls `tell(what, flag, id, x, y, value)` until the controller that is returned is aborted, for
 * the first time at once, with the sizes. Pointers: flag is "a finger", value the time in ms.
 * Wheel: flag is "with Ctrl", id the delta's mode, value the delta. Events that begin on a control
 * over the map (`[data-chrome]`) are the control's own. Sizes: id and value are the width and
 * height of `root`, x and y those of `stage`: layout sizes, which transforms do not change. Near
 * end: the list has been scrolled close to its end.
 *
 * Calls `typed(text)` for what is typed into a box with `data-search` anywhere in `root`, but not
 * while an input method composes.
 */
export function watch(root, stage, tell, typed) {
  const ends = new AbortController();
  const on = (name, listener, node = stage) => {
    node.addEventListener(name, listener, { signal: ends.signal, passive: false });
  };
  const measure = () => {
    tell(SIZES, false, root.offsetWidth, stage.offsetWidth, stage.offsetHeight, root.offsetHeight);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(root);
  observer.observe(stage);
  ends.signal.addEventListener('abort', () => observer.disconnect());
  measure();
  // Scrolling does not bubble.
  root.addEventListener('scroll', ({ target }) => {
    const left = target.scrollHeight - target.scrollTop - target.clientHeight;
    if (left < NEAR_END_PX && target.matches('[data-body=list]')) {
      tell(NEAR_END, false, 0, 0, 0, 0);
    }
  }, { signal: ends.signal, capture: true, passive: true });
  for (const name of ['input', 'compositionend']) {
    on(name, ({ target, isComposing }) => {
      if (target.hasAttribute('data-search') && !isComposing) typed(target.value);
    }, root);
  }
  const onChrome = (event) => event.target.closest?.('[data-chrome]');
  let box;
  const pointer = (what, event) => {
    // While a finger is down, the map stays where it is on the page.
    if (what !== MOVE) box = stage.getBoundingClientRect();
    const isTouch = event.pointerType === 'touch';
    tell(what, isTouch, event.pointerId, event.clientX - box.x, event.clientY - box.y, event.timeStamp);
  };
  on('pointerdown', (event) => {
    if (event.button !== 0 || onChrome(event)) return;
    // The drag goes on outside the map. Fails when the pointer is gone already.
    try { stage.setPointerCapture(event.pointerId); } catch { /* then it ends at the edge */ }
    pointer(DOWN, event);
  });
  on('pointermove', (event) => {
    if (event.buttons && box) pointer(MOVE, event);
    else if (!event.buttons) {
      const isOver = event.pointerType !== 'touch' && !onChrome(event);
      pointer(isOver ? HOVER : LEAVE, event);
    }
  });
  on('pointerup', (event) => pointer(UP, event));
  on('pointercancel', (event) => pointer(CANCEL, event));
  on('pointerleave', (event) => pointer(LEAVE, event));
  on('touchend', (event) => {
    // The browser would turn a tap into a click on whatever the tap has just put there.
    if (event.cancelable && !onChrome(event)) event.preventDefault();
  });
  on('wheel', (event) => {
    if (onChrome(event)) return;
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl || !stage.hasAttribute('data-cooperative')) event.preventDefault();
    box = stage.getBoundingClientRect();
    tell(WHEEL, ctrl, event.deltaMode, event.clientX - box.x, event.clientY - box.y, event.deltaY);
  });
  return ends;
}

/** Scales the drawn picture about its corner and shifts it: the one thing that a pan step does. */
export function move(picture, scale, x, y) {
  // A property, not an attribute: a strict CSP has nothing against it.
  picture.style.transform = `translate(${x}px,${y}px) scale(${scale})`;
}

// ---- What the page says, and what it is given.

/** Adopts a style sheet in the tree of `node`, until the controller that is returned is aborted. */
export function adopt(node, css) {
  const ends = new AbortController();
  const tree = node.getRootNode();
  // No <style>: a strict CSP forbids it. The list is assigned anew: changing it in place is not
  // understood by every engine.
  try {
    // The tree may be in a frame's document, and takes only that document's own sheets.
    const sheet = new node.ownerDocument.defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
    ends.signal.addEventListener('abort', () => {
      // Empty where the tree has moved to another document.
      const others = [...tree.adoptedStyleSheets].filter((other) => other !== sheet);
      if (others.length < tree.adoptedStyleSheets.length) tree.adoptedStyleSheets = others;
    });
  } catch (error) {
    console.warn('expo-map: without its styles:', error);
  }
  return ends;
}

/**
 * Language tags by preference, with blanks between: of the elements around `widget` from the
 * nearest outwards, then the browser's. Every one on the way out: the nearest may be in a language
 * that the interface lacks.
 */
export function languages(widget) {
  const tags = [];
  for (let at = widget; (at = at.parentElement ?? at.getRootNode().host);) {
    tags.push(at.getAttribute('lang') ?? '');
  }
  return [...tags, navigator.language].join(' ');
}

/** Whether the visitor asked for less motion. */
export function reducedMotion() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Whether the page could scroll by the wheel turns that the map would take: it is taller than the
 * window. A map that is the whole page keeps the wheel.
 */
export function scrolls() {
  const root = document.documentElement;
  return root.scrollHeight > root.clientHeight + 8;
}

/**
 * Fires an event of the element; `keys` and `values` make its detail. Once the widget has done what
 * it is doing: a listener may ask it anything.
 */
export function fire(host, name, keys, values) {
  const detail = object(keys, values);
  queueMicrotask(() => {
    host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  });
}

/** An object of `keys`, with blanks between, and `values`. */
export function object(keys, values) {
  return Object.fromEntries(keys.split(' ').map((key, at) => [key, values[at]]));
}

/** Marks the chosen stand and the one that Tab leads to, by their `data-stand`. */
export function markStands(root, chosen, stop) {
  const mark = (name, off, on, stand) => {
    const now = root.querySelector(`[data-stand="${stand}"]`);
    for (const old of root.querySelectorAll(`.em-stand[${name}="${on}"]`)) {
      if (old === now) return;
      if (off) old.setAttribute(name, off);
      else old.removeAttribute(name);
    }
    now?.setAttribute(name, on);
  };
  mark('aria-current', '', 'true', chosen);
  mark('tabindex', '-1', '0', stop);
}

/** Measures characters in the fonts of `node`, with a canvas that is never shown. */
export class Ruler {
  #context = document.createElement('canvas').getContext('2d');
  #fonts;

  constructor(node) {
    this.#fonts = getComputedStyle(node).fontFamily;
  }

  /**
   * The width of a character in parts of the font size; 0 where nothing can be measured. Measured
   * at the size of the labels, where some systems round widths up to whole pixels, and at a large
   * one, where none does; the wider counts.
   */
  em(character, weight) {
    const widths = [12, 100].map((size) => {
      this.#context.font = `${weight} ${size}px ${this.#fonts}`;
      return this.#context.measureText(character).width / size;
    });
    return Math.max(...widths);
  }
}

/** Focuses an element without scrolling the page; whether there is one. */
export function focusOn(element) {
  element?.focus({ preventScroll: true });
  return !!element;
}

/** Focuses the first match in `root`; whether there is one. */
export function focusFirst(root, selector) {
  return focusOn(root.querySelector(selector));
}

/** The focused element, if it is inside `root`. */
export function focusedIn(root) {
  const active = root.getRootNode().activeElement;
  return root.contains(active) ? active : null;
}

// ---- Numbers, plural forms and dates by the browser's `Intl`: locale data without its bytes. The
// event's times are local to its place: formatted as if UTC, they stay as written.

const DAY = { day: 'numeric', month: 'long', timeZone: 'UTC' };

export class Formats {
  #isChinese;
  #number;
  #plural;
  #day;
  #time;

  constructor(locale) {
    this.#isChinese = locale.startsWith('zh');
    this.#number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    this.#plural = new Intl.PluralRules(locale);
    this.#day = new Intl.DateTimeFormat(locale, { ...DAY, year: 'numeric' });
    this.#time = new Intl.DateTimeFormat(locale, { ...DAY, hour: '2-digit', minute: '2-digit' });
  }

  /** A number with at most one decimal. */
  number(value) { return this.#number.format(value); }

  /** The plural category of a count. */
  plural(count) { return this.#plural.select(count); }

  /** From a day to another; months from 0. */
  days(year, month, day, toYear, toMonth, toDay) {
    const [from, to] = [Date.UTC(year, month, day), Date.UTC(toYear, toMonth, toDay)];
    if (!this.#isChinese) return this.#day.formatRange(from, to);
    // Browsers' data for ranges falls back to bare figures here.
    const isSameMonth = year === toYear && month === toMonth;
    return `${this.#day.format(from)}至${isSameMonth ? `${toDay}日` : this.#day.format(to)}`;
  }

  /** A day, with the time of day from `minutes` on, unless that is below zero. */
  time(year, month, day, minutes) {
    if (minutes < 0) return this.#day.format(Date.UTC(year, month, day));
    return this.#time.format(Date.UTC(year, month, day, 0, minutes));
  }
}
