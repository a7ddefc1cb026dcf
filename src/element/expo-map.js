// The thin shell of <expo-map>: lifecycle, attributes, properties, methods, and what is shown when there
// is no map. It is there before the WebAssembly and outlives it. Everything else is in Rust.
// Documented in docs/api.md; what it tells of faults, in docs/faults.md.

const ATTRIBUTES = ['src', 'lang', 'selected', 'theme', 'gestures', 'deep-link', 'filter'];

/**
 * What the page wrote between the tags is seen until there is a map, which is laid out behind it. Like a frame, the
 * element has a size of its own where the page around gives it none; what is in it never makes it larger.
 */
const CSS = `:host{display:block;position:relative;block-size:640px;contain:content;overflow:hidden}:host([hidden]){display:none}
.expo-map-mount{block-size:100%}
@media screen{.expo-map-mount{position:relative;inline-size:100%;min-block-size:inherit;contain:size;contain-intrinsic-size:320px 640px}.expo-map{position:absolute!important;inset:0}}
.expo-map-light{block-size:100%;overflow:auto}
.expo-map-light+.expo-map-mount{position:absolute;inset:0;visibility:hidden}
.expo-map-light[data-trouble]{box-sizing:border-box;border-block-start:320px solid #0000}
.expo-map-light[data-trouble]+.expo-map-mount{inset:0 0 auto;block-size:320px;visibility:visible}
.expo-map-trouble{all:initial;display:block;color-scheme:inherit;box-sizing:border-box;padding:16px;border-block-end:3px solid light-dark(#c8102e,#ff6b76);background:light-dark(#fff,#1a2027);color:light-dark(#17202b,#eef2f6);font:16px/1.4 var(--expo-map-font,system-ui,sans-serif)}
p{margin:0 0 12px}button{min-block-size:44px;padding:0 16px;border:1px solid #0000;border-radius:10px;background:light-dark(#17202b,#eef2f6);color:light-dark(#fff,#17202b);font:inherit;cursor:pointer}code{margin-inline-start:12px;font-size:13px}
.expo-map-wait{margin:0;display:grid;place-items:center;block-size:100%;background:light-dark(#e9ebef,#11161b);color:light-dark(#55606e,#a9b4c0);font:16px/1.4 var(--expo-map-font,system-ui,sans-serif)}
.expo-map-plain{all:initial;display:block;color:inherit;font:16px/1.5 var(--expo-map-font,system-ui,sans-serif);padding:8px 16px}
@media print{:host{block-size:auto!important;contain:none!important;overflow:visible!important}}`;

/** What is told of a start that failed, by its code; of all other codes the last. A button's word follows. */
const TEXTS = {
  ru: {
    lang: 'ru', wait: 'Загружается план…', retry: 'Повторить', restart: 'Запустить снова',
    offline: 'Нет связи с интернетом. Интерактивный план появится, когда связь восстановится.',
    network: 'Интерактивный план не загрузился: сервер не отвечает.',
    timeout: 'Интерактивный план загружается слишком долго.',
    policy: 'Правила безопасности этой страницы не разрешают показать интерактивный план.',
    unsupported: 'Этот браузер не может показать интерактивный план. Обновите его или откройте страницу в другом.',
    stopped: 'В интерактивном плане произошёл сбой. Его можно запустить снова.',
    other: 'Интерактивный план не загрузился: на сайте что-то не в порядке.',
  },
  zh: {
    lang: 'zh-Hans', wait: '平面图加载中…', retry: '重试', restart: '重新启动',
    offline: '没有网络连接。恢复连接后即可显示互动平面图。',
    network: '互动平面图未能加载：服务器没有响应。',
    timeout: '互动平面图加载时间过长。',
    policy: '本页面的安全策略不允许显示互动平面图。',
    unsupported: '此浏览器无法显示互动平面图。请更新浏览器，或换用其他浏览器。',
    stopped: '互动平面图出现故障，可以重新启动。',
    other: '互动平面图未能加载：网站出了问题。',
  },
  en: {
    lang: 'en', wait: 'Loading the map…', retry: 'Try again', restart: 'Start again',
    offline: 'There is no connection. The interactive map will be here once you are online again.',
    network: 'The interactive map did not load: the server does not answer.',
    timeout: 'The interactive map takes too long to load.',
    policy: 'The security rules of this page do not allow the interactive map.',
    unsupported: 'This browser cannot show the interactive map. Please update it or use another one.',
    stopped: 'The interactive map has stopped because of a fault. You can start it again.',
    other: 'The interactive map did not load: something is wrong with this site.',
  },
};

/** JSON as it is meant: a page may give its lists and texts a `toJSON` of old. */
const json = (value) => JSON.stringify(value, function own(key, said) { return this[key]?.at ? this[key] : said; });

/** A start that takes longer says so. */
const SLOW_MS = 800;

/** What was done last is kept after this time. */
const KEEP_MS = 50;

/** So many lines of the plain list, which is for exhibitions of a usual size. */
const PLAIN_LINES = 3000;

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
const FLAGS = ['bookmarked', 'visited', 'now'];
/** What came before the data is asked again after this time. */
const AGAIN_MS = 50;
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
  // Pages take the names `Map` and `Set` for things of their own.
  const [old, now] = [before, after].map((list) => {
    const table = { __proto__: null };
    for (const entry of list) {
      const [id, ...parts] = of(entry);
      table[id] = parts.map(String);
    }
    return table;
  });
  const ids = Object.keys(now);
  const differ = (part) => ids.filter((id) => id in old && old[id][part] !== now[id][part]);
  return {
    added: ids.filter((id) => !(id in old)),
    removed: Object.keys(old).filter((id) => !(id in now)),
    moved: differ(0),
    changed: differ(1),
  };
}

/**
 * Registers the element. `start(died, again)` has a new instance of the WebAssembly module made and
 * gives a promise of its `mount(host, node)`, which mounts a map and returns its handle. It rejects with
 * an error that has a `code`, and calls `died(error)` when the instance cannot go on. `again` is how
 * often that was asked for before.
 */
export function defineExpoMap(start, version) {
  if (customElements.get('expo-map')) {
    console.info('expo-map: the element is registered already');
    return;
  }

  /** The instance that all maps of the page share, and those that are mounted in it. */
  let running = null;
  let starts = 0;
  let mounted = [];

  function run() {
    running ??= start((error) => {
      running = null;
      for (const stop of mounted) stop(error);
    }, starts++);
    const mine = running;
    mine.catch(() => {
      if (running === mine) running = null;
    });
    return mine;
  }

  class ExpoMapElement extends HTMLElement {
    static observedAttributes = ATTRIBUTES;

    #root = this.attachShadow({ mode: 'open' });
    /** Where the map is or will be; another for each life of it. */
    #node = null;
    #light = null;
    #handle = null;
    #center = null;
    #stop = (error) => this.#fail('stopped', String(error?.message ?? error));
    #retry = () => {
      if (this.#node || !this.isConnected) return;
      removeEventListener('online', this.#retry);
      this.#isAwaited = !!this.#root.activeElement;
      this.#start();
      if (this.#kept) this.#ask(RESTORE, this.#kept).catch(() => {});
    };
    /** What the visitor had before them lately, for a map that takes the place of this one. */
    #kept = '';
    #keeping = null;
    #slow = null;
    /** Whether who pressed the button here is to find themselves at what comes of it. */
    #isAwaited = false;

    constructor() {
      super();
      this.addEventListener('expo-map-ready', () => {
        // Who has gone into what the page wrote goes on in the map.
        const isInside = this.#light && this.contains(this.ownerDocument.activeElement);
        this.#reveal();
        if (isInside || this.#isFocusFree()) this.#root.querySelector('[data-panel-focus]')?.focus();
        this.#isAwaited = false;
      });
      this.addEventListener('expo-map-error', ({ detail }) => {
        // The map tells of its data by itself, above what can be read without it.
        if (this.#handle && this.#light && detail.code !== 'unknown-id') this.#light.dataset.trouble = '';
      });
      const keep = () => {
        clearTimeout(this.#keeping);
        this.#keeping = setTimeout(() => {
          if (this.#handle) this.#snapshot().catch(() => {});
        }, KEEP_MS);
      };
      for (const name of ['click', 'keyup', 'pointerup', 'wheel', 'change']) this.#root.addEventListener(name, keep, { passive: true });
    }

    connectedCallback() {
      // Properties set before the element was known shadow the accessors: hand them over.
      for (const name of [...ATTRIBUTES, 'deepLink', 'controls', 'data']) {
        if (Object.hasOwn(this, name)) {
          const value = this[name];
          delete this[name];
          this[name] = value;
        }
      }
      if (!this.#node) this.#start();
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

    async #start() {
      const sheet = new this.ownerDocument.defaultView.CSSStyleSheet();
      sheet.replaceSync(CSS);
      this.#root.adoptedStyleSheets = [sheet];
      // A fresh node a time: listeners of an unmounted map stay on its own.
      const node = this.#make('div', { className: 'expo-map-mount' });
      this.#node = node;
      if (this.#hasLight()) {
        this.#light = this.#makeLight();
        this.#root.replaceChildren(this.#light, node);
      } else {
        this.#root.replaceChildren(node);
        this.#slow = setTimeout(() => this.#wait(node), SLOW_MS);
      }
      try {
        const mount = await run();
        if (this.#node !== node) return;
        clearTimeout(this.#slow);
        node.replaceChildren();
        this.#handle = mount(this, node);
      } catch (error) {
        if (this.#node === node) this.#fail(error.code ?? 'stopped', String(error.message ?? error));
        return;
      }
      mounted.push(this.#stop);
      if (this.#center !== null) this.#handle.centerOn(...this.#center);
      this.#center = null;
      this.#begin();
    }

    #unmount() {
      this.#handle?.destroy();
      this.#forget();
      this.#root.replaceChildren();
    }

    #forget() {
      // What waits would keep all of it.
      clearTimeout(this.#slow);
      clearTimeout(this.#keeping);
      removeEventListener('online', this.#retry);
      mounted = mounted.filter((stop) => stop !== this.#stop);
      this.#handle = this.#node = this.#light = null;
    }

    /** Whether the page has written something to be seen without a map. */
    #hasLight() {
      return [...this.childNodes].some((node) => (node.nodeType === 1 ? !node.slot : node.nodeType === 3 && node.data.trim()));
    }

    #make(tag, properties) { return Object.assign(this.ownerDocument.createElement(tag), properties); }

    /** Where what the page has written is seen. */
    #makeLight() {
      const light = this.#make('div', { className: 'expo-map-light' });
      light.append(this.#make('slot'));
      return light;
    }

    /** Says that it takes a while. */
    #wait(node) {
      const { lang, wait } = this.#texts();
      node.append(this.#make('p', { className: 'expo-map-wait', lang, role: 'status', textContent: wait }));
    }

    /** The map is seen, and what stood for it is not. */
    #reveal() {
      this.#light?.remove();
      this.#light = null;
    }

    /** No map: says why, offers another try, and shows what there is without one. */
    #fail(code, detail) {
      const texts = this.#texts();
      const isFocused = this.#root.activeElement || this.#isFocusFree();
      this.#forget();
      const light = this.#makeLight();
      if (!this.#hasLight()) this.#list(light, texts.lang.slice(0, 2));
      this.#root.replaceChildren(light);
      const message = texts[code] ?? texts.other;
      const box = this.#make('div', { className: 'expo-map-trouble', lang: texts.lang, role: 'alert' });
      box.dataset.code = code;
      const button = this.#make('button', { type: 'button', textContent: code === 'stopped' ? texts.restart : texts.retry });
      button.addEventListener('click', this.#retry);
      box.append(this.#make('p', { textContent: message }), button, this.#make('code', { textContent: code }));
      light.prepend(box);
      if (code === 'offline') addEventListener('online', this.#retry);
      for (const question of this.#asked) question[2](['-' + code, message].join('\x1f'));
      // Who was in the map, or has just asked for it, stays at its place.
      if (isFocused) button.focus();
      console.error(`expo-map: ${code}: ${detail}`);
      this.#report({ code, message, detail, path: null, line: null, column: null });
    }

    #isFocusFree() {
      const { activeElement, body } = this.ownerDocument;
      return this.#isAwaited && (!activeElement || activeElement === body);
    }

    #texts() {
      const page = this.lang || this.closest('[lang]')?.lang || '';
      const known = [page, ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
      return TEXTS[known.find((tag) => Object.hasOwn(TEXTS, tag))] ?? TEXTS.en;
    }

    /** Who is at which stand, from the data alone: for who has no map, on a page that wrote nothing itself. */
    async #list(into, lang) {
      try {
        const data = await (await fetch(this.getAttribute('src'))).json();
        const say = (text) => (typeof text === 'string' ? text : text?.[lang] ?? Object.values(text ?? {})[0] ?? '');
        const list = this.#make('ul', { className: 'expo-map-plain' });
        for (const { id, number, name } of data.stands.slice(0, PLAIN_LINES)) {
          const who = data.participants.filter(({ stands }) => stands?.includes(id)).map((one) => say(one.name));
          list.append(this.#make('li', { textContent: [number ?? id, who.join(', ') || say(name)].join(' · ') }));
        }
        into.append(list);
      } catch {
        // There was no map, and there is no list: that has been said.
      }
    }

    attributeChangedCallback(name, before, value) {
      // A stand that the visitor has closed meanwhile is opened again.
      if (before !== value || name === 'selected') this.#handle?.set(name, value ?? undefined);
      if (name === 'filter' || name === 'src') this.#applyFilter();
    }

    // ---- Methods that answer, and what is built on them. Of the rest of the class they need `#handle`, a call
    // of `#begin` when there is one, and a call of `#applyFilter` when `filter` or `src` has changed.

    /** What is not answered yet, in its order. */
    #asked = [];
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
          this.#asked = this.#asked.filter((other) => other !== question);
          if (!isError || canFail) done(answer.size ? answer : isError ? '' : answer.slice(1));
          else fail(new ExpoMapError(...answer.slice(1).split('\x1f')));
        }];
        question.isEarly = true;
        this.#asked.push(question);
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

    async #snapshot() {
      this.#kept = await this.#ask(SNAPSHOT);
      return this.#kept;
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
    async select(id) { await this.#ask(SELECT, id); }

    /** Closes the details. */
    async clear() { await this.#ask(CLEAR); }

    /** Shows the whole plan, without a flight. */
    async fit() { await this.#ask(FIT); }

    /** Flies to something by id, or to a point. */
    async flyTo(to, { scale = 0 } = {}) {
      const found = this.#find(await this.#facts(), to);
      await this.#ask(FLY, [found.floor, ...[...found.box.map(([from, to]) => (from + to) / 2), scale].map(far)].join(' '));
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
      await this.#ask(FILTER, state.join('\x1f'));
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
      const text = typeof data === 'string' ? data : json(data);
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
    async getState() { return json((await this.#snapshot()).split('\x1f')); }

    /** Takes it up; what this data does not have. */
    async setState(text) {
      let state = '';
      try { state = JSON.parse(text).join('\x1f'); } catch { /* Refused as one of no version. */ }
      return { dropped: lines(await this.#ask(RESTORE, state)) };
    }

    #give() {
      if (this.#handle && this.#data) this.setData(this.#data).catch((error) => this.#refused(error));
    }

    #applyFilter() {
      const filter = this.getAttribute('filter');
      if (this.#handle && (filter || this.#isFiltered)) {
        this.#isFiltered = !!filter;
        this.setFilter({ categories: (filter ?? '').split(/[\s,]+/).filter(Boolean) }).catch((error) => {
          if (error.code === 'unknown-id') this.#refused(error);
          // Of data that did not come the page has heard already: it may come yet.
          else this.addEventListener('expo-map-ready', () => this.#applyFilter(), { once: true });
        });
      }
    }

    /** What came of an attribute or a property has nobody to be told but by an event. */
    #refused(error) { this.#report({ ...error, message: error.message, detail: '' }); }

    #report(detail) {
      // Of the document that it is in now.
      const { CustomEvent } = this.ownerDocument.defaultView ?? globalThis;
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

    /** Stops the map as a fault of its own would: so that a page can try what it does then. */
    crash() { this.#handle?.crash(); }

    /** Client coordinates of the middle of a stand's label; null for one that is not shown. */
    project(id) {
      const place = this.#handle?.place(String(id));
      if (!place) return null;
      const { x, y, width } = this.mapRect();
      // The page may zoom or scale what is around the map.
      const { offsetWidth } = this.#root.querySelector('.em-stage');
      const unit = Math.abs(offsetWidth - width) >= 1 ? width / offsetWidth : 1;
      return { x: x + place[0] * unit, y: y + place[1] * unit };
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

/** Registers the element with the one instance that runs already. */
export const mounts = (mount, version) => defineExpoMap(async () => mount, version);
