// The thin shell of <expo-map>: lifecycle, attributes, properties, methods. Everything else is
// in Rust. Documented in src/element/mod.rs.

const ATTRIBUTES = ['src', 'lang', 'selected', 'theme', 'gestures', 'deep-link'];

/** Registers the element. `mount(host, root)` mounts a map and returns its handle. */
export function defineExpoMap(mount) {
  if (customElements.get('expo-map')) {
    console.info('expo-map: the element is registered already');
    return;
  }

  class ExpoMapElement extends HTMLElement {
    static observedAttributes = ATTRIBUTES;

    #root = this.attachShadow({ mode: 'open' });
    #handle = null;
    // A choice made before the element was in a document.
    #wanted = null;
    #center = null;

    connectedCallback() {
      // Properties set before the element was known shadow the accessors: hand them over.
      for (const name of [...ATTRIBUTES, 'deepLink']) {
        if (Object.hasOwn(this, name)) {
          const value = this[name];
          delete this[name];
          this[name] = value;
        }
      }
      if (!this.#handle) {
        // A fresh node a time: listeners of an unmounted map stay on its own.
        const node = document.createElement('div');
        node.className = 'expo-map-mount';
        this.#root.append(node);
        this.#handle = mount(this, node);
        if (this.#wanted !== null) this.#handle.select(this.#wanted);
        if (this.#center !== null) this.#handle.centerOn(...this.#center);
        this.#wanted = null;
        this.#center = null;
      }
    }

    adoptedCallback() {
      // In another document the map is made anew: style sheets belong to theirs.
      this.#unmount();
    }

    disconnectedCallback() {
      // A move in the document disconnects and connects at once: wait and see.
      queueMicrotask(() => {
        if (!this.isConnected) this.#unmount();
      });
    }

    #unmount() {
      this.#handle?.destroy();
      this.#handle = null;
      this.#root.replaceChildren();
    }

    attributeChangedCallback(name, before, value) {
      // A stand that the visitor has closed meanwhile is opened again.
      if (before !== value || name === 'selected') this.#handle?.set(name, value ?? undefined);
    }

    /** Opens the details of a stand, by id or number. */
    select(id) {
      if (this.#handle) this.#handle.select(String(id));
      else this.#wanted = String(id);
    }

    /** Closes the details. */
    clear() {
      this.#wanted = null;
      this.#handle?.clear();
    }

    /** Shows the whole plan, without a flight. */
    fit() { this.#handle?.fit(); }

    /** Shows a stand, by id or number, in the middle, so many CSS pixels per metre (as now
     *  without a number), without a flight: once there is data, and after the current task. */
    centerOn(id, pxPerMetre) {
      const wanted = [String(id), Number(pxPerMetre)];
      if (this.#handle) this.#handle.centerOn(...wanted);
      else this.#center = wanted;
    }

    /** Client coordinates of the middle of a stand's label; null for one that is not shown. */
    project(id) {
      const place = this.#handle?.place(String(id));
      if (!place) return null;
      const { x, y } = this.mapRect();
      return { x: x + place[0], y: y + place[1] };
    }

    /** The map's box without the panel beside it, in client coordinates. */
    mapRect() { return (this.#root.querySelector('.em-stage') ?? this).getBoundingClientRect(); }

    /** The panel: list, details, event. */
    panelRoot() { return this.#root.querySelector('.em-panel'); }

    /** The words in the panel. */
    panelText() { return this.panelRoot()?.innerText ?? ''; }

    /** Whether links to the page may carry the visitor's marks. */
    get deepLink() { return this.hasAttribute('deep-link'); }

    set deepLink(value) { this.toggleAttribute('deep-link', !!value); }

    /** CSS pixels per metre; 0 while there is no map. */
    get scale() { return this.#handle?.scale() ?? 0; }

    /** How many stands have a label on the map now. */
    get visibleLabels() { return this.#handle?.labels() ?? 0; }

    /** The id of the stand under the pointer, or null. */
    get hoveredId() { return this.#handle?.hovered() ?? null; }
  }

  for (const name of ATTRIBUTES) {
    // `lang` is every element's own property already.
    if (name === 'lang' || name === 'deep-link') continue;
    Object.defineProperty(ExpoMapElement.prototype, name, {
      configurable: true,
      enumerable: true,
      get() { return this.getAttribute(name); },
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
    });
  }
  customElements.define('expo-map', ExpoMapElement);
}
