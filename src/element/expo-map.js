// The thin shell of <expo-map>: lifecycle, attributes, properties, methods, and what is shown when there
// is no map. It is there before the WebAssembly and outlives it. Everything else is in Rust.
// Documented in src/element/mod.rs.

const ATTRIBUTES = ['src', 'lang', 'selected', 'theme', 'gestures', 'deep-link'];

/** What the page wrote between the tags is seen until there is a map, which is laid out behind it. */
const CSS = `:host{display:block;position:relative;block-size:640px;contain:content;overflow:hidden}:host([hidden]){display:none}
.expo-map-mount{block-size:100%}
.expo-map-light{block-size:100%;overflow:auto}
.expo-map-light+.expo-map-mount{position:absolute;inset:0;visibility:hidden}
.expo-map-light[data-trouble]{box-sizing:border-box;border-block-start:320px solid #0000}
.expo-map-light[data-trouble]+.expo-map-mount{inset:0 0 auto;block-size:320px;visibility:visible}
.expo-map-trouble{all:initial;display:block;color-scheme:inherit;box-sizing:border-box;padding:16px;border-block-end:3px solid light-dark(#c8102e,#ff6b76);background:light-dark(#fff,#1a2027);color:light-dark(#17202b,#eef2f6);font:16px/1.4 var(--expo-map-font,system-ui,sans-serif)}
p{margin:0 0 12px}button{min-block-size:44px;padding:0 16px;font:inherit;cursor:pointer}code{margin-inline-start:12px;font-size:13px}
.expo-map-wait{margin:0;display:grid;place-items:center;block-size:100%;background:light-dark(#e9ebef,#11161b);color:light-dark(#55606e,#a9b4c0);font:16px/1.4 var(--expo-map-font,system-ui,sans-serif)}
.expo-map-plain{all:initial;display:block;color:inherit;font:16px/1.5 var(--expo-map-font,system-ui,sans-serif);padding-block:8px}
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

/** A start that takes longer says so. */
const SLOW_MS = 800;

/** So many lines of the plain list, which is for exhibitions of a usual size. */
const PLAIN_LINES = 3000;

/**
 * Registers the element. `start(died, again)` has a new instance of the WebAssembly module made and
 * gives a promise of its `mount(host, node)`, which mounts a map and returns its handle. It rejects with
 * an error that has a `code`, and calls `died(error)` when the instance cannot go on. `again` is how
 * often that was asked for before.
 */
export function defineExpoMap(start) {
  if (customElements.get('expo-map')) {
    console.info('expo-map: the element is registered already');
    return;
  }

  /** The instance that all maps of the page share, and those that are mounted in it. */
  let running = null;
  let starts = 0;
  const mounted = new Set();

  function run() {
    running ??= start((error) => {
      running = null;
      for (const stop of [...mounted]) stop(error);
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
    /** What was asked for before there was a map, in turn. */
    #calls = [];
    #stop = (error) => this.#fail('stopped', String(error?.message ?? error));
    /** The stand that was open when the map stopped. */
    #open = null;

    constructor() {
      super();
      this.addEventListener('expo-map-ready', () => {
        const focused = this.#root.activeElement?.closest('.expo-map-trouble');
        this.#reveal();
        if (focused) this.#root.querySelector('[data-panel-focus]')?.focus();
      });
      this.addEventListener('expo-map-error', () => {
        // The map tells of its data by itself, above what can be read without it.
        if (this.#handle && this.#light) this.#light.dataset.trouble = '';
      });
      this.addEventListener('expo-map-select', ({ detail }) => { this.#open = detail.id; });
    }

    connectedCallback() {
      // Properties set before the element was known shadow the accessors: hand them over.
      for (const name of [...ATTRIBUTES, 'deepLink']) {
        if (Object.hasOwn(this, name)) {
          const value = this[name];
          delete this[name];
          this[name] = value;
        }
      }
      if (!this.#node) this.#begin();
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

    async #begin() {
      const made = this.ownerDocument;
      const sheet = new made.defaultView.CSSStyleSheet();
      sheet.replaceSync(CSS);
      this.#root.adoptedStyleSheets = [sheet];
      // A fresh node a time: listeners of an unmounted map stay on its own.
      const node = made.createElement('div');
      node.className = 'expo-map-mount';
      this.#node = node;
      if (this.#hasLight()) {
        this.#light = made.createElement('div');
        this.#light.className = 'expo-map-light';
        this.#light.append(made.createElement('slot'));
        this.#root.replaceChildren(this.#light, node);
      } else {
        this.#root.replaceChildren(node);
        setTimeout(() => {
          if (this.#node === node && !this.#handle) this.#wait(node);
        }, SLOW_MS);
      }
      try {
        const mount = await run();
        if (this.#node !== node) return;
        node.replaceChildren();
        this.#handle = mount(this, node);
      } catch (error) {
        if (this.#node === node) this.#fail(error.code ?? 'broken', String(error.message ?? error));
        return;
      }
      mounted.add(this.#stop);
      for (const call of this.#calls.splice(0)) call(this.#handle);
    }

    #unmount() {
      this.#handle?.destroy();
      this.#forget();
      this.#calls = [];
      this.#root.replaceChildren();
    }

    #forget() {
      mounted.delete(this.#stop);
      this.#handle = this.#node = this.#light = null;
    }

    /** Does it now or, in turn, when there is a map. */
    #do(call) {
      if (this.#handle) call(this.#handle);
      else this.#calls.push(call);
    }

    /** Whether the page has written something to be seen without a map. */
    #hasLight() {
      return [...this.childNodes].some((node) => node.nodeType === 1 || node.data?.trim());
    }

    /** Says that it takes a while. */
    #wait(node) {
      const texts = this.#texts();
      const text = this.ownerDocument.createElement('p');
      Object.assign(text, { className: 'expo-map-wait', lang: texts.lang, textContent: texts.wait });
      text.setAttribute('role', 'status');
      node.append(text);
    }

    /** The map is seen, and what stood for it is not. */
    #reveal() {
      this.#root.querySelector('.expo-map-trouble')?.remove();
      this.#light?.remove();
      this.#light = null;
    }

    /** No map: says why, offers another try, and shows what there is without one. */
    #fail(code, detail) {
      const texts = this.#texts();
      const open = this.#open;
      const focused = this.#root.activeElement;
      this.#forget();
      const light = this.ownerDocument.createElement('div');
      light.className = 'expo-map-light';
      light.append(this.ownerDocument.createElement('slot'));
      if (!this.#hasLight()) this.#list(light, texts.lang.slice(0, 2));
      this.#root.replaceChildren(light);
      const message = texts[code] ?? texts.other;
      this.#tell(code, message, () => {
        this.#begin();
        if (open) this.select(open);
      });
      // Who was in the map, or has just asked for it, stays at its place.
      if (focused) this.#root.querySelector('button').focus();
      console.error(`expo-map: ${code}: ${detail}`);
      const view = this.ownerDocument.defaultView ?? globalThis;
      this.dispatchEvent(new view.CustomEvent('expo-map-error', {
        bubbles: true,
        composed: true,
        detail: { code, message, detail, path: null, line: null, column: null },
      }));
    }

    #texts() {
      const page = this.lang || this.closest('[lang]')?.lang || '';
      const known = [page, ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
      return TEXTS[known.find((tag) => Object.hasOwn(TEXTS, tag))] ?? TEXTS.en;
    }

    #tell(code, message, retry) {
      const texts = this.#texts();
      const make = (tag, text) => Object.assign(this.ownerDocument.createElement(tag), { textContent: text });
      const box = make('div', '');
      Object.assign(box, { className: 'expo-map-trouble', lang: texts.lang });
      box.setAttribute('role', 'alert');
      box.dataset.code = code;
      const button = make('button', code === 'stopped' ? texts.restart : texts.retry);
      button.type = 'button';
      button.addEventListener('click', retry);
      box.append(make('p', message), button, make('code', code));
      this.#root.querySelector('.expo-map-trouble')?.remove();
      this.#root.firstElementChild.prepend(box);
    }

    /** Who is at which stand, from the data alone: for who has no map, on a page that wrote nothing itself. */
    async #list(into, lang) {
      try {
        const data = await (await fetch(this.getAttribute('src'))).json();
        const say = (text) => (typeof text === 'string' ? text : text?.[lang] ?? Object.values(text ?? {})[0] ?? '');
        const list = this.ownerDocument.createElement('ul');
        list.className = 'expo-map-plain';
        for (const { id, number, name } of data.stands.slice(0, PLAIN_LINES)) {
          const who = data.participants.filter(({ stands }) => stands?.includes(id)).map((one) => say(one.name));
          const line = this.ownerDocument.createElement('li');
          line.textContent = [number ?? id, who.join(', ') || say(name)].join(' · ');
          list.append(line);
        }
        into.append(list);
      } catch {
        // There was no map, and there is no list: that has been said.
      }
    }

    attributeChangedCallback(name, before, value) {
      // A stand that the visitor has closed meanwhile is opened again.
      if (before !== value || name === 'selected') this.#handle?.set(name, value ?? undefined);
    }

    /** Opens the details of a stand, by id or number. */
    select(id) { this.#do((map) => map.select(String(id))); }

    /** Closes the details. */
    clear() { this.#do((map) => map.clear()); }

    /** Shows the whole plan, without a flight. */
    fit() { this.#do((map) => map.fit()); }

    /** Shows a stand, by id or number, in the middle, so many CSS pixels per metre (as now
     *  without a number), without a flight: once there is data, and after the current task. */
    centerOn(id, pxPerMetre) { this.#do((map) => map.centerOn(String(id), Number(pxPerMetre))); }

    /** Stops the map as a fault of its own would: so that a page can try what it does then. */
    crash() { this.#do((map) => map.crash()); }

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

/** Registers the element with the one instance that runs already. */
export const mounts = (mount) => defineExpoMap(async () => mount);
