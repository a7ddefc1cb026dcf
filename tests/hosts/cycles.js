// Puts a map into the page, uses it and takes it away. Finds the memory of the widget's WebAssembly.
{
  const memories = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...all) => {
    const made = await instantiate.apply(WebAssembly, all);
    const { exports } = made.instance ?? made;
    memories.push(...Object.values(exports).filter((value) => value instanceof WebAssembly.Memory));
    return made;
  };
  const ready = (map) => new Promise((done, fail) => {
    map.addEventListener("expo-map-ready", done, { once: true });
    map.addEventListener("expo-map-error", ({ detail }) => fail(new Error(detail.message)), { once: true });
  });
  const frame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
  const until = async (is) => { while (!is()) await frame(); };

  window.host = Object.assign(window.host ?? {}, {
    /** Pages of 64 KiB. */
    pages: () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength / 65536, 0),
    async cycle() {
      const zone = document.querySelector("#zone");
      const map = document.createElement("expo-map");
      map.setAttribute("src", "/data/expo-2024.json");
      map.setAttribute("lang", "en");
      const shown = ready(map);
      zone.append(map);
      await shown;
      const find = (query) => map.shadowRoot.querySelector(query);
      await until(() => find('[data-row="a1"]'));
      find('[data-row="a1"]').click();
      await until(() => find('[data-details="a1"]'));
      map.fit();
      zone.replaceChildren();
      await frame();
    },
  });
  addEventListener("click", async ({ target }) => {
    if (target.id !== "go") return;
    const figures = document.querySelector("#figures");
    for (let cycle = 1; cycle <= 50; cycle += 1) {
      await window.host.cycle();
      figures.textContent = `${cycle} cycles, ${window.host.pages()} pages of memory`;
    }
  });
}
