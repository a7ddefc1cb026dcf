// What a visitor and a host page do in a browser, for the tests in Rust.

export const all = (root, selector) => [...root.querySelectorAll(selector)];
export const shadow = (host) => host.shadowRoot;
export const project = (host, id) => {
  const place = host.project(id);
  return place ? [place.x, place.y] : [];
};
export const labels = (host) => host.visibleLabels;
export const active = (root) => root.activeElement ?? undefined;

/** An address that answers with `text`. */
export const blobUrl = (text) => URL.createObjectURL(new Blob([text], { type: 'application/json' }));

/** An address that nothing answers at any more. */
export function deadUrl() {
  const url = blobUrl('');
  URL.revokeObjectURL(url);
  return url;
}

/** Serves whatever `set` was last called with, at one address. */
export class Server {
  #url = `https://data.example/${Math.random()}.json`;
  #text = '';
  #fetch = window.fetch;

  constructor() {
    window.fetch = (url, options) => url === this.#url
      ? Promise.resolve(new Response(this.#text, { headers: { 'content-type': 'application/json' } }))
      : this.#fetch.call(window, url, options);
  }

  url() { return this.#url; }
  set(text) { this.#text = text; }
  close() { window.fetch = this.#fetch; }
}

export const nextEvent = (target, name) =>
  new Promise((done) => target.addEventListener(name, done, { once: true }));
export const nextFrame = () => new Promise((done) => requestAnimationFrame(() => done()));
/** A task later: after everything that is queued now, promises included. */
export const nextTask = () => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => done();
  port2.postMessage(null);
});

/** Collects the events of a name. */
export class Events {
  #seen = [];

  constructor(target, name) { target.addEventListener(name, (event) => this.#seen.push(event)); }

  take() { return this.#seen.splice(0); }
}

const BUBBLES = { bubbles: true, composed: true, cancelable: true };

export const pointer = (target, type, x, y, buttons, id, kind) => target.dispatchEvent(
  new PointerEvent(type, { ...BUBBLES, clientX: x, clientY: y, buttons, pointerId: id, pointerType: kind }),
);
export const wheel = (target, x, y, deltaY, ctrlKey) => target.dispatchEvent(
  new WheelEvent('wheel', { ...BUBBLES, clientX: x, clientY: y, deltaY, ctrlKey }),
);
export const key = (target, name) => target.dispatchEvent(new KeyboardEvent('keydown', { ...BUBBLES, key: name }));
/** What assistive technology does: a click that no pointer made. */
export const click = (target) => target.dispatchEvent(new MouseEvent('click', { ...BUBBLES, detail: 0 }));
export const focus = (target) => target.focus();

export function type(input, text) {
  input.value = text;
  input.dispatchEvent(new InputEvent('input', BUBBLES));
}

/** The middle of what an element draws, in the window. */
export function middle(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

/** Records every change in a tree, in words. */
export class Changes {
  #pending = [];
  #observer;

  constructor(root) {
    this.#observer = new MutationObserver((records) => this.#pending.push(...records));
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  }

  take() {
    const records = [...this.#pending.splice(0), ...this.#observer.takeRecords()];
    return records.map(({ type: kind, target, attributeName }) =>
      [kind, target.getAttribute?.('class') ?? target.nodeName, attributeName].filter(Boolean).join(' '));
  }
}

/** What an input method does while it composes, and at the end. */
export function compose(input, text) {
  input.dispatchEvent(new CompositionEvent('compositionstart', BUBBLES));
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { ...BUBBLES, isComposing: true }));
}
export const endComposing = (input) => input.dispatchEvent(new CompositionEvent('compositionend', BUBBLES));

/** Every text of a tree that is in the tree's own language, with where it is. */
export function texts(root) {
  const found = [];
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.data.trim()) found.push(node.data.trim());
      return;
    }
    for (const name of ['aria-label', 'aria-description', 'title', 'placeholder']) {
      const value = node.getAttribute?.(name);
      if (value) found.push(value);
    }
    for (const child of node.childNodes) if (!child.getAttribute?.('lang')) visit(child);
  };
  visit(root);
  return found;
}

/** An element that is not known yet: in a document without custom elements. */
export const unknownElement = (name) => document.createElement('template').content.ownerDocument.createElement(name);
