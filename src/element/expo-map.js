// The thin shell of <expo-map>: lifecycle, attributes, properties, methods. Everything else is
// in Rust. Documented in src/element/mod.rs.

const ATTRIBUTES = ['src', 'lang', 'selected', 'theme', 'gestures', 'deep-link', 'filter'];

// ---- What methods ask and answer: floorplan::state::State::ask, of which the numbers are, in a page's form.

const SELECT = 0;
const CLEAR = 1;
const FIT = 2;
const FLY = 3;
const SEARCH = 4;
const FILTER = 5;
const FACTS = 6;
const LIST = 7;
const DESCRIBE = 8;
const TAKE = 9;
const GIVE = 10;
const SNAPSHOT = 11;
const RESTORE = 12;
const FILES = ['svg', 'png', 'json', 'geojson', 'csv', 'ics', 'vcf'];
const FOUND = ['stand', 'entrance', 'service', 'participant', 'session'];
const FIELDS = ['number', 'name', 'alias', 'kind', 'abbreviation', 'product', 'category', 'tag', 'title', 'theme', 'shows', 'description'];
const SERVICES = ['information', 'cloakroom', 'toilets', 'cafe', 'firstAid', 'stage', 'meetingRoom', 'other'];
const KINDS = ['', 'region', 'corporation', 'bank', 'developmentInstitute', 'university', 'smallBusiness', 'crafts', 'organiser'];
/** What came before the data is asked again after this time. */
const AGAIN_MS = 50;
const FLAGS = ['bookmarked', 'visited', 'now'];
/** Lengths and scales come in thousandths, from a point far to the left and above. */
const far = (number) => Math.round(number * 1000 + 1e9);

const records = (text) => text.split('\x1e').slice(0, -1).map((record) => record.split('\x1f').slice(0, -1));
const lines = (text) => text.split('\n').filter(Boolean);

/** Why a method did nothing. */
class ExpoMapError extends Error {
  name = 'ExpoMapError';

  constructor(code, message, path = '', line = 0, column = 0) {
    super(`${code}: ${message}`);
    Object.assign(this, { code, path, line: +line, column: +column });
  }
}

/** Something on the plan, with the rectangle around it, in metres: left and right, top and bottom. */
function place([kind, id, floor, corners, ...more]) {
  const all = corners.split(' ').slice(0, -1).map((length) => (length - 1e9) / 1000);
  const box = [0, 1].map((axis) => all.filter((_, i) => i % 2 === axis)).map((axis) => [Math.min(...axis), Math.max(...axis)]);
  return { kind: +kind, id, floor, box, more };
}

const listed = ({ id, more: [number, name, category, hall, participants] }) => ({ id, number, name, participants: lines(participants), category, hall });

/** How far apart two are. */
const apart = (a, b) => Math.hypot(...[0, 1].map((axis) => Math.max(0, a.box[axis][0] - b.box[axis][1], b.box[axis][0] - a.box[axis][1])));

/** What differs by id: `of` gives the id, what makes it another place, and all of it. */
function compare(before, after, of) {
  const [old, now] = [before, after].map((list) => new Map(list.map((entry) => {
    const [id, ...parts] = of(entry);
    return [id, parts.map(String)];
  })));
  const ids = [...now.keys()];
  const differ = (part) => ids.filter((id) => old.has(id) && old.get(id)[part] !== now.get(id)[part]);
  return {
    added: ids.filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
    moved: differ(0),
    changed: differ(1),
  };
}

/** Registers the element. `mount(host, root)` mounts a map and returns its handle. */
export function defineExpoMap(mount, version) {
  if (customElements.get('expo-map')) {
    console.info('expo-map: the element is registered already');
    return;
  }

  class ExpoMapElement extends HTMLElement {
    static observedAttributes = ATTRIBUTES;

    #root = this.attachShadow({ mode: 'open' });
    #handle = null;
    #center = null;

    connectedCallback() {
      // Properties set before the element was known shadow the accessors: hand them over.
      for (const name of [...ATTRIBUTES, 'deepLink', 'controls', 'data']) {
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
        if (this.#center !== null) this.#handle.centerOn(...this.#center);
        this.#center = null;
        this.#begin();
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
      if (name === 'filter' || name === 'src') this.#applyFilter();
    }

    // ---- Methods that answer, and what is built on them. Of the rest of the class they need `#handle`, a call
    // of `#begin` when there is one, and a call of `#applyFilter` when `filter` or `src` has changed.

    /** What is not answered yet, in its order. */
    #asked = new Set();
    #timer = null;
    #data = null;
    #isFiltered = false;

    /** Asks, as soon as there is a map, and again until there is data or none; its answer's text or file. */
    #ask(what, argument = '', canFail = false) {
      return new Promise((done, fail) => {
        const question = [what, `${argument}`, (answer) => {
          const isError = answer[0] === '-';
          if (!answer && !canFail) {
            question.isEarly = true;
            this.#timer ??= setTimeout(() => this.#put(), AGAIN_MS);
            return;
          }
          this.#asked.delete(question);
          if (!isError || canFail) done(answer.size ? answer : isError ? '' : answer.slice(1));
          else fail(new ExpoMapError(...answer.slice(1).split('\x1f')));
        }];
        question.isEarly = true;
        this.#asked.add(question);
        // What was asked earlier is answered earlier.
        if (!this.#timer) this.#put();
      });
    }

    #put() {
      this.#timer = null;
      for (const question of this.#asked) {
        if (this.#handle && question.isEarly) {
          question.isEarly = false;
          this.#handle.ask(...question);
        }
      }
    }

    /** There is a map now. */
    #begin() {
      this.#give();
      this.#applyFilter();
      for (const question of this.#asked) question.isEarly = true;
      this.#put();
    }

    async #facts() { return records((await this.#ask(FACTS)).split('\x1d')[0]).map(place); }

    /** A stand, an entrance or a service, or a point on the floor that is shown. */
    #find(facts, wanted) {
      if (Number.isFinite(wanted?.x + wanted?.y)) {
        return { box: [[wanted.x, wanted.x], [wanted.y, wanted.y]], floor: facts.find(({ kind }) => kind === 9).floor };
      }
      const id = String(wanted?.id ?? wanted);
      const found = facts.find((fact) => fact.id === id) ?? facts.find(({ more }) => more[0]?.toLowerCase() === id.toLowerCase() && more[1]);
      if (!found) throw new ExpoMapError('unknown-id', id);
      return found;
    }

    /** Opens the details of a stand, by id or number. */
    select(id) { return this.#ask(SELECT, id); }

    /** Closes the details. */
    clear() { return this.#ask(CLEAR); }

    /** Shows the whole plan, without a flight. */
    fit() { return this.#ask(FIT); }

    /** Flies to something by id, or to a point. */
    async flyTo(to, { scale = 0 } = {}) {
      const found = this.#find(await this.#facts(), to);
      return this.#ask(FLY, [found.floor, ...[...found.box.map(([from, to]) => (from + to) / 2), scale].map(far)].join(' '));
    }

    /** Searches as if it were typed; what was found, the best first. */
    async search(query) {
      return records(await this.#ask(SEARCH, query)).map(([kind, id, field]) => ({ kind: FOUND[kind], id, field: FIELDS[field] }));
    }

    /** Filters by what is named, and leaves the rest as it is; by nothing without an argument. */
    async setFilter(filter) {
      const state = (await this.#ask(SNAPSHOT)).split('\x1f');
      const { categories, kind, ...flags } = filter ?? { categories: [], kind: '' };
      if (!filter) state[2] = 0;
      if (categories) state[11] = categories.join('\n');
      if (kind !== undefined) state[1] = KINDS.indexOf(kind);
      if (state[1] < 0) throw new ExpoMapError('bad-argument', kind);
      FLAGS.forEach((flag, i) => { if (flag in flags) state[2] = (state[2] & ~(1 << i)) | (!!flags[flag] << i); });
      return this.#ask(FILTER, state.join('\x1f'));
    }

    /** The nearest of what is wanted, with its distance in metres. */
    async nearest(to, { what, limit = 1 } = {}) {
      const facts = await this.#facts();
      const from = this.#find(facts, to);
      if (what && ![...FOUND.slice(0, 3), ...SERVICES].includes(what)) throw new ExpoMapError('bad-argument', what);
      return facts.filter((fact) => fact !== from && fact.floor === from.floor && fact.kind < 9
        // What is only a way out is no entrance.
        && !(fact.kind === 1 && fact.more[0] > 1)
        && [undefined, FOUND[fact.kind], fact.kind === 2 && SERVICES[fact.more[0]]].includes(what))
        .map((fact) => ({ kind: FOUND[fact.kind], id: fact.id, metres: Math.round(apart(fact, from) * 100) / 100 }))
        .sort((a, b) => a.metres - b.metres).slice(0, limit);
    }

    /** A stand, or the floor that is shown, in words. */
    describe(id) { return this.#ask(DESCRIBE, id); }

    /** The stands of the list, as search and filter have them. */
    async list() { return records(await this.#ask(LIST)).map(place).map(listed); }

    /** A file. */
    async exportPlan(format) {
      const file = FILES.indexOf(format);
      if (file < 0) throw new ExpoMapError('bad-argument', format);
      return this.#ask(TAKE, file);
    }

    /** Shows other data, an object or its text; what is different in it. */
    async setData(data) {
      const text = typeof data === 'string' ? data : JSON.stringify(data);
      // In one go: whatever else is asked comes before or after.
      const [before, , after] = await Promise.all([this.#ask(FACTS, '', true), this.#ask(GIVE, text), this.#ask(FACTS)]);
      const [[was, old], [is, now]] = [before, after].map((all) => all.split('\x1d').map(records));
      const stands = (facts) => facts.filter(([kind]) => kind === '0');
      return {
        stands: compare(stands(was), stands(is), ([, id, floor, corners, number, name, category, hall, ...more]) => [id, [floor, corners, hall], [number, name, category, more]]),
        sessions: compare(old ?? [], now, ([id, title, at, about, ...times]) => [id, [at, times], [title, about]]),
      };
    }

    /** What can be given to `setState`, here or elsewhere: a text. */
    async getState() {
      return JSON.stringify((await this.#ask(SNAPSHOT)).split('\x1f'));
    }

    /** Takes it up; what this data does not have. */
    async setState(text) {
      let state = '';
      try { state = JSON.parse(text).join('\x1f'); } catch { /* Refused as one of no version. */ }
      return { dropped: lines(await this.#ask(RESTORE, state)) };
    }

    #give() {
      if (this.#handle && this.#data) this.setData(this.#data).catch((error) => this.#report(error));
    }

    #applyFilter() {
      const filter = this.getAttribute('filter');
      if (this.#handle && (filter || this.#isFiltered)) {
        this.#isFiltered = !!filter;
        this.setFilter({ categories: (filter ?? '').split(/[\s,]+/).filter(Boolean) }).catch((error) => {
          // Of data that did not come the page has heard already.
          if (error.code === 'unknown-id') this.#report(error);
        });
      }
    }

    /** What came of an attribute or a property has nobody to be told but by an event. */
    #report(error) {
      const { message } = error;
      const detail = { ...error, message, detail: '' };
      this.dispatchEvent(new CustomEvent('expo-map-error', { bubbles: true, composed: true, detail }));
    }

    /** The data itself, an object or its JSON text, in place of its address. */
    get data() { return this.#data; }

    set data(value) {
      this.#data = value;
      this.#give();
    }

    get version() { return version; }

    /** The files that `exportPlan` gives. */
    get capabilities() { return { files: [...FILES] }; }

    // ---- The end of that.

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

  for (const name of [...ATTRIBUTES, 'controls']) {
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
