// What libraries of the last twenty years did to pages, before any script of ours runs.
(() => {
  // Prototype.js 1.6
  Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };
  Array.prototype.toJSON = function () { return `[${this.map((item) => JSON.stringify(item)).join(", ")}]`; };
  String.prototype.toJSON = function () { return `"${this}"`; };
  Array.prototype.each = function (work) { for (let i = 0; i < this.length; i += 1) work(this[i], i); return this; };
  Array.prototype.clear = function () { this.length = 0; return this; };
  Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
  Element.prototype.select = function (query) { return [...this.querySelectorAll(query)]; };
  Element.prototype.update = function (html) { this.innerHTML = html; return this; };
  Element.prototype.show = Element.prototype.hide = function () { return this; };
  // MooTools 1.4
  Array.from = (item) => (item == null ? [] : typeof item === "object" && "length" in item ? [].slice.call(item) : [item]);
  Element.prototype.set = Element.prototype.get = function () { return this; };
  Function.prototype.bind = function (self) { const it = this; return function (...rest) { return it.apply(self, rest); }; };
  // Somebody's helpers, enumerable
  Object.prototype.extend = function (other) { for (const key in other) this[key] = other[key]; return this; };
  Array.prototype.last = function () { return this[this.length - 1]; };
  // Names that a page takes for itself
  window.Map = function GeoMap() { this.layers = []; };
  window.Set = function Setter() {};
  window.Reflect = undefined;
  window.name = "host";
  // Old polyfills
  Array.prototype.map = function (work, self) { const out = []; for (let i = 0; i < this.length; i += 1) out[i] = work.call(self, this[i], i, this); return out; };
  Array.prototype.includes = function (item) { return this.indexOf(item) >= 0; };
  Element.prototype.closest = function (query) { let at = this; while (at && !(at.matches && at.matches(query))) at = at.parentNode; return at; };
  window.requestAnimationFrame = (work) => setTimeout(() => work(performance.now()), 16);
  window.cancelAnimationFrame = clearTimeout;
  // Zones and counters wrap what is asynchronous
  const { then } = Promise.prototype;
  Promise.prototype.then = function (...work) { return then.apply(this, work); };
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (...all) { return addEventListener.apply(this, all); };
  const { fetch } = window;
  window.fetch = (...all) => fetch(...all).then((answer) => answer);
  const { setTimeout: later } = window;
  window.setTimeout = (...all) => later(...all);
})();
