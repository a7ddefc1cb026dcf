// What the pages of the libraries share: the exhibition, what is clicked, and what is asked of them.

/** Reads an expo-map file; colours by category, outlines as they are. */
export async function exhibition() {
  const file = await (await fetch(new URLSearchParams(location.search).get("data"))).json();
  const colours = ["#aac3f6", "#f0c287", "#dac8ed", "#a3d19b", "#ade6e5", "#f1bebb", "#f6dd78", "#cecfd4"];
  const places = new Map(file.categories.map(({ id }, at) => [id, at]));
  const points = file.halls.flatMap((hall) => hall.outline);
  const across = points.map(([x]) => x);
  const down = points.map(([, y]) => y);
  return {
    halls: file.halls.map((hall) => hall.outline),
    stands: file.stands.map((stand) => ({ ...stand, colour: colours[places.get(stand.category) % 8] })),
    bounds: [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)],
  };
}

/** Shows a stand in the panel. */
export function show(stand) {
  document.getElementById("panel").textContent = `${stand.id} ${stand.number}`;
}

/** Everything is drawn; `scale()` tells pixels per metre. */
export function ready(scale) {
  window.scale = scale;
  requestAnimationFrame(() => setTimeout(() => performance.mark("ready")));
}
