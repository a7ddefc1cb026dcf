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

/** JSON as it is meant: a page may give its lists and texts a `toJSON` of old. */
const json = (value) => JSON.stringify(value, function own(key, said) { return this[key]?.at ? this[key] : said; });

/** What is found by a text. Pages take the name `Map` for maps of their own. */
const table = () => ({ __proto__: null });

/** Answers asked for ahead, by address; each serves the first that asks for it in earnest. */
const early = table();
/** Nobody wants them after this time. */
const EARLY_MS = 10_000;

/**
 * Takes over requests that were made before this was there, `{ request, response }` by address; settles when all
 * are answered.
 */
export function prefetch(requests) {
  for (const url in requests) {
    const { request, response } = requests[url];
    early[url] = { request, answer: get(url, request, undefined, response) };
    setTimeout(() => delete early[url], EARLY_MS);
  }
  return Promise.all(Object.values(early).map(({ answer }) => answer));
}

/**
 * Asks for a file, relative to the page. `done(status, bytes)` is called once, unless the
 * controller that is returned is aborted first; there are bytes with status 200 alone.
 */
export function load(url, done) {
  const asked = early[url] ?? ask(url);
  delete early[url];
  const controller = new AbortController();
  controller.signal.addEventListener('abort', () => asked.request.abort());
  asked.answer.then(([status, bytes]) => {
    if (!controller.signal.aborted) done(status, bytes);
  });
  return controller;
}

function ask(url, cache) {
  const request = new AbortController();
  return { request, answer: get(url, request, cache) };
}

/** The text of a data file that was loaded already: the browser need not ask for it again. Data that the page gave is its own address. */
const textOf = async (url) => /^\s*{/.test(url) ? url : new TextDecoder().decode((await ask(url, 'force-cache').answer)[1]);

async function get(url, request, cache, made) {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    request.abort();
  }, TIMEOUT_MS);
  try {
    const response = await (made ?? fetch(url, { signal: request.signal, cache }));
    if (!response.ok) return [response.status];
    if (Number(response.headers.get('content-length')) > MAX_BYTES) {
      request.abort();
      return [TOO_LARGE];
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length > MAX_BYTES ? [TOO_LARGE] : [200, bytes];
  } catch {
    return [isLate ? TIMED_OUT : NETWORK];
  } finally {
    clearTimeout(timer);
  }
}

/** Layout pixels of an element in one of the window's, by its box there: the page may zoom or scale what is around. */
const unitOf = ({ offsetWidth }, { width }) => (width && Math.abs(offsetWidth - width) >= 1 ? offsetWidth / width : 1);

/**
 * Listens until `ends` is aborted. Not by `{ signal }`: some pages have wrapped listeners in what does not know it,
 * and the browser would end theirs with ours.
 */
function listen(ends, node, name, listener, options) {
  node.addEventListener(name, listener, options);
  ends.signal.addEventListener('abort', () => node.removeEventListener(name, listener, options));
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
const FONTS = 9;
const SEARCH = 12;
const ENTER = 13;
/** Wheels that count lines or pages. */
const WHEELS = [WHEEL, 10, 11];
const FILLED = 14;
const SHEET = 15;
const TIME = 16;
const FRAME = 17;

/** A finger that lets go of the sheet throws it as far as in so many times its last milliseconds. */
const THROW = 2;
const LATELY_MS = 100;

/** With Ctrl they are the text box's own. */
const EDITS = /^(Key[ACVXYZ]|Arrow.*|Home|End|Backspace|Delete)$/;

/** A note is kept when nothing was typed for so long. */
const NOTE_MS = 400;

/** Rows of the list are added when less than this is left of those that are there. */
const NEAR_END_PX = 900;

/** Has `watch` tell the browser's next frame, by the controller that it returned; asking twice gets one. */
export const nextFrame = (ends) => ends.frame();

/**
 * Calls `tell(what, flag, id, x, y, value)` until the controller that is returned is aborted, for
 * the first time at once, with the sizes. Pointers: flag is "a finger", value the time in ms.
 * Wheel: flag is "with Ctrl", id the time in ms, value the delta. Events that begin on a control
 * over the map (`[data-chrome]`) are the control's own. Sizes: id and value are the width and
 * height of `root`, x and y those of `stage`: layout sizes, which transforms do not change; once more when the page
 * has begun or ceased to scroll. Near
 * end: the list has been scrolled close to its end. Fonts: the page has others now. Search: the box
 * has the focus. Enter: in the box. Filled: flag is "the map fills the screen". Sheet: id is the
 * height that it was dragged to, from 0. Time: id is where the slider is. Frame: one that was asked for,
 * value is its time in ms.
 *
 * Calls `typed(text)` for what is typed into a box with `data-search` anywhere in `root`, but not
 * while an input method composes; and for a note, when the visitor leaves it or pauses, with a line's
 * end, what it is on (`data-note`), another, and the note.
 */
export function watch(root, stage, tell, typed) {
  const ends = new AbortController();
  const shadow = root.getRootNode();
  const on = (name, listener, node = stage, capture = false) => {
    listen(ends, node, name, listener, { passive: false, capture });
  };
  let told = '';
  const measure = () => {
    // Paper is laid out for itself.
    if (root.querySelector('.em-sheet')) return;
    root.toggleAttribute('data-edge', root.offsetWidth > innerWidth - 8 && root.offsetHeight > innerHeight - 8);
    const sizes = [root.clientWidth, stage.offsetWidth, stage.offsetHeight, root.clientHeight];
    // The observer begins with what is known already.
    if (told !== (told = `${sizes} ${scrolls(root)}`)) tell(SIZES, false, ...sizes);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(root);
  observer.observe(stage);
  // What the page gets later may make it scroll.
  const { body, documentElement } = root.ownerDocument;
  for (const page of [documentElement, body]) if (page) observer.observe(page);
  on('pointerenter', measure);
  let frame;
  ends.frame = () => {
    frame ??= requestAnimationFrame((ms) => {
      frame = null;
      tell(FRAME, false, 0, 0, 0, ms);
    });
  };
  ends.signal.addEventListener('abort', () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  });
  measure();
  on('loadingdone', () => tell(FONTS, false, 0, 0, 0, 0), document.fonts);
  on('fullscreenchange', () => tell(FILLED, fills(root), 0, 0, 0, 0), root);
  // A page in a frame may not have the right to it, and phones may not have it at all.
  root.toggleAttribute('data-unfilled', !document.fullscreenEnabled);
  // Scrolling does not bubble.
  listen(ends, root, 'scroll', ({ target }) => {
    const left = target.scrollHeight - target.scrollTop - target.clientHeight;
    if (left < NEAR_END_PX && target.matches('[data-body=list]')) {
      tell(NEAR_END, false, 0, 0, 0, 0);
    }
  }, { capture: true, passive: true });
  for (const name of ['input', 'compositionend']) {
    on(name, ({ target, isComposing }) => {
      if (target.type === 'range') tell(TIME, false, target.value, 0, 0, 0);
      else if (target.hasAttribute('data-search') && !isComposing) typed(target.value);
    }, root);
  }
  // The box may be gone before the visitor has left it, and the page before they pause.
  let pause;
  let keep;
  for (const [name, delay] of [['input', NOTE_MS], ['change', 0]]) {
    on(name, ({ target }) => {
      const { note } = target.dataset;
      if (!note) return;
      clearTimeout(pause);
      keep = () => {
        keep = null;
        if (!ends.signal.aborted) typed(`\n${note}\n${target.value}`);
      };
      keep.from = target;
      pause = setTimeout(() => keep?.(), delay);
    }, root);
  }
  on('visibilitychange', () => keep?.(), document);
  on('pagehide', () => keep?.(), window);
  on('focusin', ({ target }) => {
    // Another tab may have noted something else meanwhile.
    if (target.dataset.note && keep?.from !== target) target.value = target.dataset.kept;
    if (!target.hasAttribute('data-search')) return;
    target.ariaControlsElements = [root.querySelector('[data-body=list]')];
    // The box shows the focus first; the first key comes later than that.
    setTimeout(() => ends.signal.aborted || tell(SEARCH, false, 0, 0, 0, 0));
  }, root);
  // Safari has no `:focus-visible` for what a script focuses at a key once there was a click.
  for (const name of ['keydown', 'pointerdown']) on(name, () => root.toggleAttribute('data-keys', name === 'keydown'), root, true);
  // From the box to recent searches and the rows of the list, among them, and back; Enter opens the best.
  // Before Yew, which listens at its root already while the event comes down.
  /** Keys that are down of which the page does not hear, by their place. */
  const hidden = table();
  let wasPrevented;
  let isOurs;
  on('keydown', (event) => {
    const { key, code, target, isComposing, keyCode } = event;
    wasPrevented = event.defaultPrevented;
    delete hidden[code];
    // What the page has put into a slot is its own.
    isOurs = root.contains(target);
    if (!isOurs) return;
    const isBox = target.hasAttribute('data-search');
    // Safari tells of the key that ends a composition by its code alone.
    if (isComposing || keyCode === 229 || (!isBox && !target.matches('.em-row, .em-panel > .em-takes > *'))) return;
    const stops = [...root.querySelectorAll('[data-search], .em-panel > .em-takes > *, [data-body=list]:not([hidden]) .em-row')];
    const at = stops.indexOf(target);
    if (key === 'ArrowDown') stops[at + 1]?.focus();
    else if (key === 'ArrowUp') stops[at - 1]?.focus();
    else if (key === 'Escape' && !isBox && (stops[0].value || !target.matches('.em-row'))) stops[0].focus();
    else {
      if (key === 'Enter' && isBox) tell(ENTER, false, 0, 0, 0, 0);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    hidden[code] = true;
  }, shadow, true);
  // To the page keys come from the element, not from a box or a button: what is typed, pressed or used in the map
  // is no shortcut of the page's. Tab, Escape that closes nothing and other shortcuts are.
  if (shadow.host) {
    on('keydown', (event) => {
      const { key, code, target, ctrlKey, metaKey } = event;
      // What had the focus may be gone by now.
      if (!isOurs) return;
      const isText = target.matches('textarea, input:not([type=range])') && !/^(Tab|Escape)$/.test(key) && (!(ctrlKey || metaKey) || EDITS.test(code));
      const isPressed = /^( |Enter)$/.test(key) && target.matches('button, a, input');
      if (event.isComposing || event.keyCode === 229 || isText || isPressed || (event.defaultPrevented && !wasPrevented)) {
        hidden[code] = true;
        event.stopPropagation();
      }
    }, shadow);
    for (const name of ['keypress', 'keyup']) on(name, (event) => hidden[event.code] && event.stopPropagation(), shadow);
  }
  // A drag goes on outside. Fails when the pointer is gone already.
  const capture = (node, event) => {
    try { node.setPointerCapture(event.pointerId); } catch { /* then it ends at the edge */ }
  };
  const onChrome = (event) => event.target.closest?.('[data-chrome]');
  let box;
  let unit;
  const locate = () => {
    box = stage.getBoundingClientRect();
    unit = unitOf(stage, box);
  };
  locate();
  const within = ({ clientX, clientY }) => [(clientX - box.x) * unit, (clientY - box.y) * unit];
  const pointer = (what, event) => {
    // While a finger is down, the map stays where it is on the page; asking costs a layout.
    if (what === DOWN || what === HOVER) locate();
    tell(what, event.pointerType === 'touch', event.pointerId, ...within(event), event.timeStamp);
  };
  on('pointerdown', (event) => {
    if (event.button !== 0 || onChrome(event)) return;
    capture(stage, event);
    pointer(DOWN, event);
  });
  on('pointermove', (event) => {
    if (event.buttons) pointer(MOVE, event);
    else {
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
    locate();
    tell(WHEELS[event.deltaMode], ctrl, event.timeStamp, ...within(event), event.deltaY);
  });
  // The sheet follows the finger on its handle, and goes on to the nearest height.
  let drag;
  let dragged;
  const onHandle = (event) => event.target.matches('.em-handle');
  const pull = (height) => {
    for (const part of root.querySelectorAll('.em-panel, .em-controls')) {
      part.style.setProperty('--sheet', height);
      part.style.transition = height && 'none';
    }
  };
  on('pointerdown', (event) => {
    if (!onHandle(event)) return;
    capture(event.target, event);
    dragged = false;
    locate();
    const [, y] = within(event);
    drag = { by: event.pointerId, y, path: [[event.timeStamp, y]], from: event.target.parentNode.offsetHeight + y };
  }, root);
  on('pointermove', (event) => {
    if (event.pointerId !== drag?.by) return;
    const [, y] = within(event);
    if (!drag.is && Math.abs(y - drag.y) < 6) return;
    drag.is = true;
    drag.path.push([event.timeStamp, y]);
    drag.y = y;
    pull(`min(100% - 60px, ${drag.from - y}px)`);
  }, root);
  for (const name of ['pointerup', 'pointercancel']) {
    on(name, ({ pointerId, timeStamp }) => {
      if (pointerId !== drag?.by) return;
      const { is, path, y, from } = drag;
      drag = null;
      dragged = is;
      if (!is) return;
      pull('');
      const [, lately = y] = path.find(([at]) => at > timeStamp - LATELY_MS) ?? [];
      const share = (from - y + (lately - y) * THROW) / root.clientHeight;
      tell(SHEET, false, (share > 0.3) + (share > 0.72), 0, 0, 0);
    }, root);
  }
  // A link out of the widget: the page may have other plans. The middle button opens it, too.
  for (const name of ['click', 'auxclick']) {
    on(name, (event) => {
      const link = event.target.closest('a[href]');
      if (link && !permits(root, 'navigate', { url: link.href })) event.preventDefault();
    }, root);
  }
  // A drag is no click.
  on('click', (event) => {
    if (dragged && event.detail && onHandle(event)) event.stopPropagation();
  }, shadow, true);
  return ends;
}

/** Scales the painted picture about the map's corner and shifts it: all that a pan step does. */
export function move(picture, scale, x, y) {
  // A property, not an attribute: a strict CSP has nothing against it.
  // Pixels on pixels: a picture that is only shifted is as sharp as one that is drawn anew.
  const snap = (at) => (scale === 1 ? Math.round(at * devicePixelRatio) / devicePixelRatio : at);
  picture.style.transform = `translate(${snap(x)}px,${snap(y)}px) scale(${scale})`;
}

// ---- Painting. A list of marks (crates/floorplan/src/scene/marks.rs) is painted on a bitmap for
// the screen, and written as SVG for paper.

/** What a mark is, in the order of `Kind`. */
const [RECTS, SHAPE, LINE, TEXT, GLYPH, DISC] = [0, 1, 2, 3, 4, 5];

/** Pixels of a picture to take along for one of the drawing. */
const BITMAP_RATIO = 2;

/** A larger bitmap costs more than its sharpness is worth, pixels. */
const MAX_PIXELS = 16_000_000;

/**
 * Hatching for each colour of the palette from 1 on, for who needs more than colours: lines in a tile
 * of 8 pixels. As `--hatching` in the style sheet.
 */
const HATCHES = [
  'M-1 9L9-1', 'M-1-1L9 9', 'M0 3.5H8', 'M3.5 0V8', 'M0 3.5H8M3.5 0V8', 'M-1 9L9-1M-1-1L9 9', 'M3 3.5H5', 'M0 1.5H8M0 4.5H8',
];

/** Follows a list of marks with a canvas's context, or with what is like one. */
function follow(marks, words, on, inks, fonts, hatches) {
  const said = words.split('\n');
  let at = 0;
  let word = 0;
  const next = () => marks[at++];
  /** Corners; the list counts them first. */
  const trace = () => {
    on.beginPath();
    for (let left = next(); left > 0; left -= 1) on.lineTo(next(), next());
  };
  const fill = (ink) => {
    on.fillStyle = inks[ink];
    on.fill();
  };
  const stroke = (ink, width) => {
    on.strokeStyle = inks[ink];
    on.lineWidth = width;
    on.stroke();
  };
  // Whatever the page's is.
  on.direction = 'ltr';
  on.textAlign = 'center';
  on.textBaseline = 'middle';
  while (at < marks.length) {
    const kind = next();
    const ink = next();
    if (kind === RECTS) {
      const [from, end] = [at + 1, at + 1 + 4 * marks[at]];
      for (const style of [inks[ink], hatches[ink]]) {
        on.fillStyle = style;
        for (at = from; style && at < end; at += 4) on.fillRect(marks[at], marks[at + 1], marks[at + 2], marks[at + 3]);
      }
      at = end;
    } else if (kind === SHAPE) {
      trace();
      fill(ink);
      if (hatches[ink]) {
        on.fillStyle = hatches[ink];
        on.fill();
      }
    } else if (kind === LINE) {
      const [width, isClosed] = [next(), next()];
      trace();
      if (isClosed) on.closePath();
      stroke(ink, width);
    } else if (kind === TEXT) {
      const [halo, size, weight] = [next() || hatches.halo, next(), next()];
      on.letterSpacing = `${next()}px`;
      on.font = `${weight} ${size}px ${fonts}`;
      const text = [said[word++], next(), next()];
      if (halo) {
        on.strokeStyle = inks[halo];
        on.lineWidth = 4;
        on.strokeText(...text);
      }
      on.fillStyle = inks[ink];
      on.fillText(...text);
    } else if (kind === GLYPH) {
      on.save();
      on.translate(next(), next());
      const scale = next();
      on.rotate(next());
      on.scale(scale, scale);
      on.translate(-8, -8);
      on.lineCap = 'round';
      on.lineWidth = 1.6;
      on.strokeStyle = inks[ink];
      on.stroke(new Path2D(said[word]), said[word++]);
      on.restore();
    } else {
      const edge = next();
      on.beginPath();
      if (kind === DISC) on.arc(next(), next(), next(), 0, 7);
      else {
        const [x, y, half] = [next(), next(), next()];
        on.roundRect(x - half, y - half, 2 * half, 2 * half, next());
      }
      fill(ink);
      stroke(edge, kind === DISC ? 1 : 2);
    }
  }
}

/** As much of a canvas's context as is needed to write what is drawn as SVG, node by node. */
class Paper {
  nodes = [];
  #d = '';
  #transform = '';

  #add(name, attributes, text = '') {
    const node = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const key in attributes) node.setAttribute(key, attributes[key]);
    node.textContent = text;
    this.nodes.push(node);
  }

  title(text) { this.#add('title', {}, text); }

  /** What was drawn, as an SVG of this size. */
  svg(width, height, look) {
    this.#add('svg', { viewBox: `0 0 ${width} ${height}`, ...look });
    const svg = this.nodes.pop();
    svg.append(...this.nodes);
    return svg;
  }

  save() { this.#transform = ''; }
  restore() { this.save(); }
  translate(x, y) { this.#transform += `translate(${x} ${y})`; }
  rotate(angle) { this.#transform += `rotate(${(angle * 180) / Math.PI})`; }
  scale(x) { this.#transform += `scale(${x})`; }
  beginPath() { this.#d = ''; }
  lineTo(x, y) { this.#d += `${this.#d ? 'L' : 'M'}${x} ${y}`; }
  closePath() { this.#d += 'z'; }
  arc(x, y, r) { this.#d = `M${x - r} ${y}a${r} ${r} 0 0 1 ${2 * r} 0a${r} ${r} 0 0 1 ${-2 * r} 0z`; }
  roundRect(x, y, w, h) { this.#d = `M${x} ${y}h${w}v${h}h${-w}z`; }
  /** A tile's lines as a fill. */
  hatch(d, stroke, id) {
    this.#add('pattern', { id, width: 8, height: 8, patternUnits: 'userSpaceOnUse' });
    const tile = this.nodes.at(-1);
    this.#add('path', { d, stroke });
    tile.append(this.nodes.pop());
    return `url(#${id})`;
  }

  fill() { this.#add('path', { d: this.#d, fill: this.fillStyle }); }

  stroke(_, d = this.#d) {
    this.#add('path', { d, transform: this.#transform, fill: 'none', stroke: this.strokeStyle, 'stroke-width': this.lineWidth });
  }

  fillRect(x, y, width, height) { this.#add('rect', { x, y, width, height, fill: this.fillStyle }); }

  #text(text, x, y, paint) {
    const [weight, size, ...fonts] = this.font.split(' ');
    this.#add('text', {
      x, y, 'font-family': fonts.join(' '), 'font-size': size, 'font-weight': weight,
      'letter-spacing': this.letterSpacing, 'text-anchor': 'middle', 'dominant-baseline': 'central', ...paint,
    }, text);
  }

  fillText(text, x, y) { this.#text(text, x, y, { fill: this.fillStyle }); }
  strokeText(text, x, y) { this.#text(text, x, y, { stroke: this.strokeStyle, 'stroke-width': this.lineWidth }); }
}

/**
 * Paints on the canvas in `picture`. `again(false)` has the last list painted once more, when colours
 * have changed; `again(true)` has the sheet for paper, which takes no bitmap, laid and its floors
 * painted.
 */
export class Painter {
  #picture;
  #canvas;
  #again;
  #ends = new AbortController();
  #hidden;
  #on;
  #shown;
  /** What is printed. */
  #sheet;
  /** The places for its floors, while it is painted. */
  #figures;

  constructor(picture, again) {
    this.#picture = picture;
    this.#again = again;
    this.#canvas = picture.querySelector('canvas');
    // Painted out of sight and handed over: a canvas on the screen that is drawn in software costs
    // the main thread a millisecond a frame, whether anything is drawn or not.
    this.#hidden = globalThis.OffscreenCanvas ? new OffscreenCanvas(1, 1) : null;
    const opaque = { alpha: false };
    this.#on = this.#hidden?.getContext('2d', opaque);
    if (this.#on) this.#shown = this.#canvas.getContext('bitmaprenderer', opaque);
    else {
      this.#hidden = this.#canvas;
      this.#on = this.#canvas.getContext('2d', opaque);
    }
    const on = (target, name, listener, options) => listen(this.#ends, target, name, listener, options);
    // The canvas has a transition for its list of inks, so that their change is an event whatever
    // the reason: an attribute, the system, a class somewhere in the page.
    on(this.#canvas, 'transitionend', () => this.#again(false));
    on(window, 'beforeprint', () => this.#print());
    on(window, 'afterprint', () => {
      this.#sheet?.remove();
      // There may be another picture by now.
      this.#again(false);
    });
    // Another screen, or the browser's zoom: other pixels for the same sizes.
    const watchRatio = () => {
      on(matchMedia(`(resolution: ${devicePixelRatio}dppx)`), 'change', () => {
        this.#again(false);
        watchRatio();
      }, { once: true });
    };
    watchRatio();
  }

  /**
   * Paints a list of marks; `own` are inks of the data's own. `size` is the map's width and height,
   * how far the picture reaches beyond it, and how the plan's centimetres lie on it: scale, x, y.
   */
  paint(marks, words, own, [width, height, margin, scale, x, y]) {
    const [w, h] = [width + 2 * margin, height + 2 * margin];
    if (this.#figures) {
      const paper = new Paper();
      follow(marks, words, paper, ...this.#look(own, paper));
      this.#figures.shift().append(paper.svg(w, h, { class: 'em-paper' }));
      return;
    }
    this.#picture.querySelector('.em-world').setAttribute('transform', `matrix(${scale} 0 0 ${scale} ${x} ${y})`);
    const look = this.#look(own, this);
    const canvas = this.#canvas;
    const ratio = Math.min(devicePixelRatio, Math.sqrt(MAX_PIXELS / (w * h)));
    const [across, down] = [Math.ceil(w * ratio), Math.ceil(h * ratio)];
    if (this.#hidden.width !== across || this.#hidden.height !== down) {
      [this.#hidden.width, this.#hidden.height] = [across, down];
      canvas.style.cssText = `left:${-margin}px;top:${-margin}px;width:${across / ratio}px;height:${down / ratio}px`;
    }
    const on = this.#on;
    // A canvas may be refused: the list and the stands' shapes still serve.
    if (on) {
      on.setTransform(1, 0, 0, 1, 0, 0);
      on.fillStyle = look[0][1];
      on.fillRect(0, 0, across, down);
      on.setTransform(ratio, 0, 0, ratio, margin * ratio, margin * ratio);
      follow(marks, words, on, ...look);
      this.#shown?.transferFromImageBitmap(this.#hidden.transferToImageBitmap());
    }
  }

  /** Offers a list of marks as a file: a PNG, or an SVG that needs nothing else, in the inks of now. */
  save(...of) { laterFile((...drawn) => this.#save(...drawn))(...of); }

  #save(marks, words, own, [width, height], name, title, page) {
    const isBitmap = name.endsWith('png');
    const canvas = document.createElement('canvas');
    const on = isBitmap ? canvas.getContext('2d') : new Paper();
    const look = this.#look(own, isBitmap ? this : on);
    if (isBitmap) {
      const ratio = Math.min(BITMAP_RATIO, Math.sqrt(MAX_PIXELS / (width * height)));
      [canvas.width, canvas.height] = [width * ratio, height * ratio];
      on.scale(ratio, ratio);
    } else on.title(title);
    on.fillStyle = look[0][1];
    on.fillRect(0, 0, width, height);
    follow(marks, words, on, ...look);
    if (isBitmap) canvas.toBlob((blob) => offer(name, 'image/png', blob, page));
    else offer(name, 'image/svg+xml', new XMLSerializer().serializeToString(on.svg(width, height)), page);
  }

  end() {
    this.#ends.abort();
    this.#sheet?.remove();
  }

  /** Puts what is printed into the widget, with copies of what is there; its floors come next. */
  lay(lines) {
    build(this.#sheet, lines);
    const root = this.#sheet.parentNode;
    for (const place of this.#sheet.querySelectorAll('hr')) {
      place.replaceWith(root.querySelector(place.textContent).cloneNode(true));
    }
    const back = this.#sheet.querySelector('aside');
    if (back) {
      const [id, marks] = [...back.children].map((node) => node.textContent);
      const code = codeOf(linkTo(id, marks));
      if (code) back.replaceChildren(code, back.firstChild);
      else back.remove();
    }
    this.#figures = [...this.#sheet.querySelectorAll('figure')];
  }

  /** A tile's lines as a fill. */
  hatch(d, ink) {
    const tile = document.createElement('canvas');
    tile.width = tile.height = 16;
    const on = tile.getContext('2d');
    on.scale(2, 2);
    on.strokeStyle = ink;
    on.stroke(new Path2D(d));
    const pattern = this.#on?.createPattern(tile, 'repeat');
    pattern?.setTransform(new DOMMatrix([0.5, 0, 0, 0.5, 0, 0]));
    return pattern;
  }

  /** The inks by number, the fonts, and hatchings by ink, as the style sheet has them now. */
  #look(own, on) {
    const style = getComputedStyle(this.#canvas);
    const { textShadow, fontFamily } = style;
    const inks = ['none', ...(textShadow.match(/[a-z]+\([^)]*\)/g) ?? []), ...own.split(' ')];
    const hatches = [];
    if (!style.getPropertyValue('--hatched')) return [inks, fontFamily, hatches];
    // In high contrast a stand is a wall's lines around a piece of the ground, and words keep clear
    // of the hatching.
    const isEdge = (i) => (i < 34 ? i > 24 : i % 2);
    for (let i = 17; i < inks.length; i += 1) {
      const hatch = HATCHES[i < 25 ? i - 17 : ((i - 34) / 2) % 8];
      if (hatch && !isEdge(i)) hatches[i] = on.hatch(hatch, inks[5], `em-hatch-${i}`);
    }
    hatches.halo = 2;
    return [inks.map((ink, i) => (i < 14 ? ink : inks[i < 16 ? 8 : isEdge(i) ? 5 : 2])), fontFamily, hatches];
  }

  #print() {
    const root = this.#canvas.closest('.expo-map');
    this.#sheet?.remove();
    this.#sheet = document.createElement('div');
    this.#sheet.className = 'em-sheet';
    root.append(this.#sheet);
    // Paper is light, and is not waited for.
    this.#canvas.style.setProperty('transition', 'none', 'important');
    root.style.colorScheme = 'light';
    this.#again(true);
    // Nothing to print is not an empty sheet.
    if (!this.#sheet.firstChild) this.#sheet.remove();
    root.style.colorScheme = '';
    this.#figures = null;
    this.#look('', this);
    this.#canvas.style.transition = '';
  }
}

// ---- The visitor's marks: kept, in links, as files.

/** What the browser would not keep, by key: other maps of the page have it as well. */
const unkept = table();
/** What was kept when this page looked last, by key. */
const known = table();
/** Tells the maps of this page of what is written; a storage tells other pages alone. */
const page = new EventTarget();

/** The text that is kept; empty for none. */
function recall(key) {
  try {
    return unkept[key] ?? localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** What the page's fragment says for this exhibition. Without one, the address is not looked at. */
function linked(link) {
  const head = link && headOf(link);
  const part = head && location.hash.slice(1).split('&').find((other) => other.startsWith(head));
  return part ? part.slice(head.length) : '';
}

/** A dot ends the id. */
const headOf = (link) => `expo-map=${encodeURIComponent(link).replaceAll('.', '%2E')}.`;
/** What the fragment says besides. */
const othersThan = (link) => location.hash.slice(1).split('&').filter((part) => part && !part.startsWith(headOf(link)));
const pageAddress = (fragment) => location.href.split('#')[0] + (fragment && `#${fragment}`);

/**
 * Tells the marks that are kept under the key (`m` and the text) and those of the page's link for an
 * exhibition (`l`), now and whenever there are others, until the controller that is returned is
 * aborted; likewise recent searches (`q`), empty when they were forgotten; and once, if there are marks, how much
 * changed since the last visit (`s`). Agrees with effects/keep.rs.
 */
export function watchMarks(key, source, link, told) {
  const ends = new AbortController();
  const on = (target, name, listener) => listen(ends, target, name, listener);
  const tell = (text) => {
    known[key] = text;
    if (text) told(`m${text}`);
  };
  const searches = searchesOf(key);
  const tellSearches = (text) => told(`q${known[searches] = text}`);
  for (const target of [window, page]) {
    on(target, 'storage', (event) => {
      // What this page could not write it keeps by itself.
      if (event.key === key && event.newValue && (target === page || !(key in unkept))) tell(event.newValue);
      if (event.key === searches) tellSearches(event.newValue ?? '');
    });
  }
  const follow = () => {
    if (linked(link)) told(`l${linked(link)}`);
  };
  if (link) on(window, 'hashchange', follow);
  tell(recall(key));
  if (recall(key)) setTimeout(() => ends.signal.aborted || compare(key, source, told), CLOCK_MS);
  if (recall(searches)) tellSearches(recall(searches));
  follow();
  return ends;
}

/** The clock and the last visit are looked at so long after the data is there: it costs the browser some time. */
const CLOCK_MS = 400;

/**
 * Tells what the clocks of the event's place show (`t` and minutes since 1970), every minute from the day
 * before its first to its last, both as days since 1970; then once that it is over (`t0`). On other days
 * nothing is told and nothing runs.
 */
export function watchClock(ends, zone, first, last, told) {
  let timer;
  const tick = () => {
    const now = Date.now();
    // No place is further from UTC than this.
    if (now / 864e5 < first - 2 || now / 864e5 > last + 3) return;
    try {
      const minutes = Math.floor((now + ahead(zone, now)) / 60_000);
      const isOver = minutes >= (last + 1) * 1440;
      if (minutes >= (first - 1) * 1440) told(`t${isOver ? 0 : minutes}`);
      if (!isOver) timer = setTimeout(tick, 60_000 - (now % 60_000));
    } catch { /* An unknown zone. */ }
  };
  timer = setTimeout(tick, CLOCK_MS);
  ends.signal.addEventListener('abort', () => clearTimeout(timer));
}

/**
 * Keeps marks and tells whether the browser does (`k`, or `u`); or else what others have written
 * since this page looked last (`m`), and keeps nothing. What a newer version wrote is left alone. What
 * is kept is not needed in the page's link any more. The plan as it is is kept with the marks.
 */
export function keepMarks(key, source, link, text, told) {
  const now = recall(key);
  if (now && now !== known[key]) {
    known[key] = now;
    told(`m${now}`);
    return;
  }
  write(key, text, () => {
    if (linked(link)) history.replaceState(history.state, '', pageAddress(othersThan(link).join('&')));
  });
  told(key in unkept ? 'u' : 'k');
  compare(key, source, told);
  tellPage(key);
}

const tellPage = (key) => page.dispatchEvent(new StorageEvent('storage', { key, newValue: known[key] }));

/**
 * Stores a text and does what comes with it, if anything does and no newer version wrote there; what is not stored
 * is kept by this page. An empty text takes away what is stored.
 */
function write(key, text, also) {
  known[key] = text;
  delete unkept[key];
  try {
    if (!text) return localStorage.removeItem(key);
    if (!also || parseInt(localStorage.getItem(key), 10) > parseInt(text, 10)) throw text;
    localStorage.setItem(key, text);
    also();
  } catch {
    unkept[key] = text;
  }
}

const searchesOf = (key) => key.replace(/marks$/, 'searches');

/**
 * Keeps recent searches beside the marks, stored only if the visitor has allowed that; or tells what others have
 * stored since this page looked last (`q`), and keeps nothing.
 */
export function keepSearches(marks, text, mayStore, told) {
  const key = searchesOf(marks);
  const now = recall(key);
  if (now !== (known[key] ?? '')) return told(`q${known[key] = now}`);
  write(key, text, mayStore && (() => {}));
  tellPage(key);
}

/** What changed, and plans as they are, by the key of the marks. */
const plans = table();
const seenOf = (key) => key.replace(/marks$/, 'plan');

/**
 * Compares the plan with that of the last visit, which is kept with marks, once; tells how much
 * changed. The plan as it is is kept when the visitor has seen that.
 */
async function compare(key, source, told) {
  if (key in plans) return;
  plans[key] = [];
  try {
    const { stands, participants = [], sessions = [] } = JSON.parse(await textOf(source));
    const now = {};
    const names = {};
    const add = (id, place, name) => {
      let hash = 0;
      for (const letter of json(place)) hash = (hash * 31 + letter.charCodeAt()) | 0;
      now[id] = [hash, name];
    };
    for (const { stands: at = [], shortName, name } of participants) for (const id of at) names[`s${id}`] ??= shortName ?? name;
    for (const { id, number, hall, outline, shortName, name } of stands) {
      names[`s${id}`] = shortName ?? name ?? names[`s${id}`];
      add(`s${id}`, [number, hall, outline], number);
    }
    for (const { id, start, end, place, placeName, title } of sessions) add(`S${id}`, [start, end, place, placeName], title);
    const before = JSON.parse(localStorage.getItem(seenOf(key))) ?? now;
    const all = { ...before, ...now };
    // Moved, new, gone.
    const lists = [[], [], []];
    for (const id in all) {
      if (before[id]?.[0] !== now[id]?.[0]) lists[now[id] ? +!before[id] : 2].push([all[id][1], names[id]]);
    }
    plans[key] = [lists, json(now)];
    const { length } = lists.flat();
    if (length) told(`s${length}`);
    else remember(key);
  } catch { /* There is no news then. */ }
}

/** Keeps the plan as it is. Without it nothing is lost but news at the next visit. */
function remember(key) {
  try { localStorage.setItem(seenOf(key), plans[key][1]); } catch { /* No room. */ }
}

/** A link to this page with marks, or to the page alone without any. */
const linkTo = (link, text) => pageAddress([...othersThan(link), text.includes('.') ? headOf(link) + text : ''].filter(Boolean).join('&'));

/**
 * Hands a link to this page with marks to the system where fingers are used, or else copies it (and
 * tells `c`); where that is not allowed, it is in the address bar (`a`).
 */
export async function shareLink(link, text, told) {
  const url = linkTo(link, text);
  let how = 'c';
  if (navigator.share && matchMedia('(pointer: coarse)').matches) {
    try {
      return await navigator.share({ url });
    } catch (error) {
      // The visitor thought better of it.
      if (error.name === 'AbortError') return;
    }
  }
  try {
    await navigator.clipboard.writeText(url);
  } catch {
    how = 'a';
    history.replaceState(history.state, '', url);
  }
  try { told(how); } catch { /* The map has gone on meanwhile. */ }
}

/**
 * Does something once the WebAssembly is done with what it does: an exception in the midst of that would
 * leave every map of the page dead. What is lent is copied.
 */
const later = (does) => (...lent) => {
  const own = lent.map((value) => value?.slice?.() ?? value);
  queueMicrotask(() => does(...own));
};

/** Whom the next file goes to instead of the visitor. */
let receiver;

/** Who the last file was for. */
let received;

/** Has the next file go to who asked, instead of the visitor. */
export function expectFile(to) { receiver = to; }

/** Answers a question of the page, unless a file does. */
export function settle(to, text) {
  if (received !== to) to(text);
  receiver = received = null;
}

/** The same for files, which may be for the page: the last argument is whom then. */
const laterFile = (does) => (...lent) => {
  const own = receiver;
  [receiver, received] = [null, own];
  later(does)(...lent, own);
};

/** Offers a text, or other contents, as a file, or gives it to whom it is for. */
function offer(name, type, text, own) {
  const blob = new Blob([text], { type });
  if (own) return own(blob);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Records of fields, as crates/floorplan/src/export/visit.rs writes them. */
const fieldsOf = (records) => records.split('\x1e').map((record) => record.split('\x1f').slice(0, -1));

/**
 * Offers a table (RFC 4180). A spreadsheet would calculate what begins like a formula: an apostrophe
 * makes it a text. With a byte-order mark, without which spreadsheets take UTF-8 for something else.
 */
export const offerTable = laterFile((event, records, own) => {
  const cell = (text) => `"${text.replace(/^\s*[=+@＝＋－＠-]/, "'$&").replaceAll('"', '""')}"`;
  offer(`${event}.csv`, 'text/csv', `\ufeff${fieldsOf(records).map((row) => row.map(cell).join()).join('\r\n')}\r\n`, own);
});

/**
 * Offers the data file; or outlines of stands as GeoJSON with all that the file says of them, in
 * metres of the plan: it has no place on the earth. With y upwards, and anticlockwise then.
 */
export const offerData = laterFile(async (event, source, isOutlines, own) => {
  try {
    const text = await textOf(source);
    if (!isOutlines) return offer(`${event}.json`, 'application/json', text, own);
    const features = JSON.parse(text).stands.map(({ id, outline, ...properties }) => {
      const ring = outline.map(([x, y]) => [x, -y]);
      const area = ring.reduce((sum, [x, y], i) => sum + ring.at(i - 1)[0] * y - x * ring.at(i - 1)[1], 0);
      if (area < 0) ring.reverse();
      return { type: 'Feature', id, properties, geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] } };
    });
    const coordinates = { units: 'metre', axes: 'x right, y up' };
    offer(`${event}.geojson`, 'application/geo+json', json({ type: 'FeatureCollection', coordinates, features }), own);
  } catch (error) {
    if (own) own('-no-file\x1f');
    else console.warn('expo-map: no file:', error);
  }
});

/** A value of a calendar or a contact. */
const escaped = (value) => value.trim().replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** The lines of a calendar or of contacts; none is longer than 75 bytes. */
function folded(lines) {
  const fold = (line) => (new Blob([line]).size > 75 ? line.replace(/.{18}(?=.)/gu, '$&\r\n ') : line);
  return [...lines, ''].map(fold).join('\r\n');
}

/**
 * Offers a calendar (RFC 5545) of sessions of the place's clocks, in UTC. One without a time of day
 * is an entry of the whole day.
 */
export const offerCalendar = laterFile((event, timeZone, records, own) => {
  const basic = (ms, length) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '').slice(0, length);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//expo-map//expo-map//EN'];
  for (const [id, title, place, about, ...start] of fieldsOf(records).slice(0, -1)) {
    const end = start.splice(4);
    const isDay = !start[3];
    lines.push('BEGIN:VEVENT', `UID:${event}/${id}@expo-map`, `DTSTAMP:${basic(Date.now(), 16)}`);
    const time = (name, [year, month, day, minutes], days) => {
      let [ms, length] = [Date.UTC(year, month - 1, Number(day) + days, 0, minutes), 8];
      if (!isDay) {
        try {
          ms -= ahead(timeZone, ms - ahead(timeZone, ms));
          length = 16;
        } catch {
          // An unknown zone: as the place's clocks show it.
          length = 15;
        }
      }
      lines.push(`${name}${isDay ? ';VALUE=DATE' : ''}:${basic(ms, length)}`);
    };
    time('DTSTART', start, 0);
    // The end is the first day that is no longer in it.
    if (isDay) time('DTEND', end[0] ? end : start, 1);
    else if (end[3]) time('DTEND', end, 0);
    lines.push(`SUMMARY:${escaped(title)}`);
    if (place) lines.push(`LOCATION:${escaped(place)}`);
    lines.push(`DESCRIPTION:${escaped(about)}`, 'END:VEVENT');
  }
  offer(`${event}.ics`, 'text/calendar', folded([...lines, 'END:VCALENDAR']), own);
});

/** Offers contacts (vCard 3.0, RFC 2426): telephones and mail programs all read these. */
export const offerContacts = laterFile((event, records, own) => {
  // An address of links is as it is; one of streets has parts, of which the third is all that is known.
  const line = (text) => (/^U/.test(text) ? text : /^A/.test(text) ? `ADR:;;${escaped(text.slice(4))};;;;` : escaped(text));
  const card = (lines) => ['BEGIN:VCARD', 'VERSION:3.0', 'N:;;;;', ...lines.map(line), 'END:VCARD'];
  offer(`${event}.vcf`, 'text/vcard', folded(fieldsOf(records).slice(0, -1).flatMap(card)), own);
});

/** How many milliseconds a zone's clocks are ahead of UTC; throws where the zone is not known. */
function ahead(timeZone, ms) {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const [, sign, hours, minutes] = /GMT(.)(..):(..)/.exec(format.format(ms)) ?? [];
  return sign ? Number(`${sign}1`) * (hours * 60 + Number(minutes)) * 60_000 : 0;
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
    console.warn('expo-map: no styles:', error);
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
  return [...tags, ...navigator.languages].join(' ');
}

/** Whether the visitor asked for less motion. */
export function reducedMotion() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Whether the page, or a part of it around the map, could scroll by the wheel turns that the map would
 * take: there is more in it than is seen. A map that is the whole page keeps the wheel.
 */
export function scrolls(widget) {
  const isLong = (at) => at.scrollHeight > at.clientHeight + 8;
  for (let at = widget; (at = at.assignedSlot ?? at.parentNode ?? at.host);) {
    if (at.tagName && isLong(at) && /auto|scroll/.test(getComputedStyle(at).overflowY)) return true;
  }
  const { scrollingElement, documentElement } = widget.ownerDocument;
  return isLong(scrollingElement ?? documentElement);
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

/** Fires an event at once that a listener may prevent; whether none did. */
function permits(root, name, detail) {
  const event = new CustomEvent(`expo-map-before-${name}`, { bubbles: true, composed: true, cancelable: true, detail });
  return (root.getRootNode().host ?? root).dispatchEvent(event);
}

/** Asks the page whether it has something against a stand that the visitor has chosen. */
export const propose = (root, id, number) => permits(root, 'select', { id, number });

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

/** The places of texts, each ended by a record separator, in the order of a language. */
export function collate(lines, lang) {
  const texts = lines.split('\x1e').slice(0, -1);
  const { compare } = new Intl.Collator(lang, { numeric: true });
  return Float64Array.from(texts.keys()).sort((a, b) => compare(texts[a], texts[b]) || a - b);
}

/** For measuring, never shown. */
let ruler;
/** Size of the labels: some systems round widths there. */
const RULER_PX = 12;

/**
 * The widths of characters in the fonts of `node`, in parts of the font size; 0 where nothing can be
 * measured.
 */
export function widths(node, characters, weight) {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler) ruler.font = `${weight} ${RULER_PX}px ${getComputedStyle(node).fontFamily}`;
  const width = (character) => (ruler ? ruler.measureText(character).width / RULER_PX : 0);
  return Float64Array.from([...characters], width);
}

/**
 * Focuses an element without scrolling the page; whether there is one. The heading of what was opened
 * has it with the next frame, which lays the page out anyway: at once, that would be done twice. Unless
 * what has the focus is hidden by now: nobody would have it for so long, and a key would be lost.
 */
export function focusOn(element) {
  const isTitle = element?.hasAttribute('data-panel-focus');
  const focus = () => {
    // The programme opens at today, unless it begins there.
    const today = isTitle && element.parentNode.querySelector('h2 ~ h3 ~ [data-today]');
    if (today) {
      const body = today.closest('.em-body');
      body.scrollTop = today.offsetTop - body.offsetTop - 8;
      today.tabIndex = -1;
    }
    (today || element)?.focus({ preventScroll: true });
  };
  const canWait = isTitle && !element.getRootNode().activeElement?.closest('[hidden]');
  if (canWait) requestAnimationFrame(focus);
  else focus();
  return !!element;
}

/** Focuses the first match in `root`; whether there is one. */
export function focusFirst(root, selector) {
  return focusOn(root.querySelector(selector));
}

/** The focused element, if it is inside `root` and not in what was opened there. */
export function focusedIn(root) {
  const active = root.getRootNode().activeElement;
  return root.contains(active) && !active.closest('[data-body]:not([data-body=list])') ? active : null;
}

// ---- What the visitor asks for now and then.

/** Whether `root` fills the screen. */
const fills = (root) => root.getRootNode().fullscreenElement === root;

/** Fills the screen with `root`, or gives the screen back. A browser may refuse. */
export function fillScreen(root) {
  Promise.resolve(fills(root) ? document.exitFullscreen() : root.requestFullscreen()).catch(() => {});
}

/** Has the browser print, after the task at hand. */
export function printPage() {
  setTimeout(print);
}

/**
 * Puts elements into `into`. A line each, parted by tabs: how deep it is, its name, its words, and their
 * language.
 */
function build(into, lines) {
  const open = [into];
  for (const line of lines.split('\n')) {
    const [depth, name, words, lang] = line.split('\t');
    const node = document.createElement(name);
    if (lang) node.lang = lang;
    node.textContent = words;
    open[depth].append(node);
    open[+depth + 1] = node;
  }
}

/**
 * Shows a dialog in `root` with a list of keys: rows end with a semicolon, their first column with a
 * colon.
 */
export const showKeys = later((root, title, keys, close) => {
  const rows = keys.split(/[;；] ?/).map((row) => `1\tli\t\n2\tb\t${row.replace(/[:：] ?/, '\n2\tspan\t')}`);
  show(root, title, `\n0\tul\t\n${rows.join('\n')}`, close);
});

/**
 * Shows a dialog in `root`: a link to this page with marks (`text`) as a code, or `words` where that is
 * too long; or, without marks, what changed since the last visit, under the heads in `words`.
 */
export const showMine = later((root, key, link, text, title, words, lang, close) => {
  if (text) {
    const code = codeOf(linkTo(link, text), title);
    show(root, title, code ? '' : `\n0\tp\t${words}`, close, code ?? '');
    return;
  }
  const [lists] = plans[key];
  // In one language, or in several.
  const say = (name = '') => (name.at ? name : name[lang] ?? Object.values(name)[0]);
  const lines = words.split(/[;；] ?/).flatMap((head, at) => lists[at].map((names, i) => {
    const name = names.map(say).join(' ');
    return `${i ? '' : `\n0\th3\t${head}`}\n0\tp\t${name.replace(/\s/g, ' ')}`;
  }));
  show(root, title, lines.join(''), close);
  remember(key);
});

/** Shows a dialog in `root` with lines for `build`, each after a line's end, and a node. The focus returns by itself. */
export const show = later((root, title, lines, close, node = '') => {
  const dialog = document.createElement('dialog');
  dialog.ariaLabel = title;
  build(dialog, `0\th2\t${title}${lines}\n0\tbutton\t${close}`);
  dialog.lastChild.before(node);
  dialog.lastChild.onclick = () => dialog.close();
  // Keys are the dialog's own here, until it is closed or taken away with all of the widget.
  const tree = root.getRootNode();
  const keep = (event) => {
    if (dialog.isConnected) event.stopPropagation();
    else tree.removeEventListener('keydown', keep, true);
  };
  tree.addEventListener('keydown', keep, true);
  dialog.onclose = () => {
    dialog.remove();
    // What opened it may be gone.
    if (!root.matches(':focus-within')) focusFirst(root, '.em-body:not([hidden]) [data-panel-focus]');
    changes.disconnect();
  };
  // In another language, or with other data, it would be out of place.
  const changes = new MutationObserver(() => dialog.close());
  changes.observe(root, { attributeFilter: ['lang', 'data-view'] });
  root.append(dialog);
  dialog.showModal();
});

// ---- A link as a code for a camera (ISO/IEC 18004): bytes in the thirteenth version with correction
// level L. One version for all needs no tables, and holds a long list; a camera reads it from paper.

const CODE_BYTES = 425;
const CODE_SIZE = 69;
/** Blocks of data, the bytes of each, and those for its errors. */
const [CODE_BLOCKS, CODE_DATA, CODE_ERRORS] = [4, 107, 26];
/** Of the version, and of level and mask; with their own correction. */
const CODE_VERSION = 0xd847;
const CODE_FORMAT = 0x789d;

/** A text as an SVG with its quiet zone, black on white whatever the theme; null where it is too long. */
function codeOf(text, label = text) {
  const bytes = [...new TextEncoder().encode(text)];
  if (bytes.length > CODE_BYTES) return null;
  // What it says, half a byte a digit: that bytes follow, how many, they, the end, and filling.
  const hex = (value, digits) => value.toString(16).padStart(digits, '0');
  const said = `4${hex(bytes.length, 4)}${bytes.map((byte) => hex(byte, 2)).join('')}0`;
  const data = said.padEnd(2 * CODE_BLOCKS * CODE_DATA, 'ec11').match(/../g).map((byte) => parseInt(byte, 16));

  // Codewords for errors (Reed and Solomon).
  const times = (x, y) => {
    let z = 0;
    for (let i = 7; i >= 0; i -= 1) z = (z << 1) ^ ((z >> 7) * 0x11d) ^ (((y >> i) & 1) * x);
    return z;
  };
  const divisor = Array(CODE_ERRORS).fill(0);
  divisor[CODE_ERRORS - 1] = 1;
  for (let i = 0, root = 1; i < CODE_ERRORS; i += 1, root = times(root, 2)) {
    divisor.forEach((by, j) => { divisor[j] = times(by, root) ^ divisor[j + 1]; });
  }
  const stream = [];
  for (let block = 0; block < CODE_BLOCKS; block += 1) {
    const left = Array(CODE_ERRORS).fill(0);
    for (let i = 0; i < CODE_DATA; i += 1) {
      const byte = data[block * CODE_DATA + i];
      // The blocks' bytes alternate.
      stream[i * CODE_BLOCKS + block] = byte;
      const factor = byte ^ left.shift();
      left.push(0);
      divisor.forEach((by, j) => { left[j] ^= times(by, factor); });
    }
    left.forEach((byte, i) => { stream[(CODE_DATA + i) * CODE_BLOCKS + block] = byte; });
  }

  // What every code has: lines, corners, small squares, its version, how it is masked.
  const rows = Array.from({ length: CODE_SIZE }, () => []);
  const set = (x, y, is) => { if (rows[y] && x >= 0 && x < CODE_SIZE) rows[y][x] = is & 1; };
  const both = (x, y, is) => { set(x, y, is); set(y, x, is); };
  const square = (x, y, half, light) => {
    for (let i = -half; i <= half; i += 1) {
      for (let j = -half; j <= half; j += 1) set(x + i, y + j, ![light, 4].includes(Math.max(Math.abs(i), Math.abs(j))));
    }
  };
  for (let i = 0; i < CODE_SIZE; i += 1) both(6, i, i + 1);
  for (const [x, y] of [[34, 6], [6, 34], [34, 34], [62, 34], [34, 62], [62, 62]]) square(x, y, 2, 1);
  for (const [x, y] of [[3, 3], [65, 3], [3, 65]]) square(x, y, 4, 2);
  for (let i = 0; i < 18; i += 1) both(58 + (i % 3), (i / 3) | 0, CODE_VERSION >> i);
  for (let i = 0; i < 15; i += 1) {
    set(8, i < 6 ? i : i < 8 ? i + 1 : 54 + i, CODE_FORMAT >> i);
    set(i < 8 ? 68 - i : i < 9 ? 7 : 14 - i, 8, CODE_FORMAT >> i);
  }
  set(8, 61, 1);

  // What it says, in columns of two from the right, up and down.
  let bit = 0;
  for (let right = 68; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let i = 0; i < 2 * CODE_SIZE; i += 1) {
      const x = right - (i % 2);
      const y = (right + 1) & 2 ? i >> 1 : 68 - (i >> 1);
      if (rows[y][x] === undefined) {
        set(x, y, (stream[bit >> 3] >> (7 - (bit & 7))) ^ ((x + y) % 3 === 0));
        bit += 1;
      }
    }
  }
  const paper = new Paper();
  const full = CODE_SIZE + 8;
  [paper.fillStyle, paper.strokeStyle, paper.lineWidth] = ['#fff', '#000', 1];
  paper.fillRect(0, 0, full, full);
  let d = '';
  rows.forEach((row, y) => row.join('').replace(/1+/g, (run, x) => { d += `M${x + 4} ${y + 4.5}h${run.length}`; }));
  paper.stroke(0, d);
  return paper.svg(full, full, { class: 'em-code', role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges' });
}
