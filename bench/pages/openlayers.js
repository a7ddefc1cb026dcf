// OpenLayers: a vector layer on a canvas, styles and labels by a function.
import { Feature, Map, View } from "ol";
import { getCenter } from "ol/extent.js";
import { Polygon } from "ol/geom.js";
import VectorLayer from "ol/layer/Vector.js";
import { Projection } from "ol/proj.js";
import VectorSource from "ol/source/Vector.js";
import { Fill, Stroke, Style, Text } from "ol/style.js";
import { exhibition, ready, show } from "./common.js";

const { halls, stands, bounds: [x0, y0, x1, y1] } = await exhibition();
const ring = (outline) => new Polygon([[...outline, outline[0]].map(([x, y]) => [x, -y])]);
const edge = new Stroke({ color: "#5a6572", width: 1 });
const fills = {};
const style = (feature, resolution) => {
  const { colour, number } = feature.getProperties();
  const fill = (fills[colour] ??= new Fill({ color: colour }));
  return new Style({ fill, stroke: edge, text: 1 / resolution < 8 ? undefined : new Text({ text: number, font: "11px sans-serif" }) });
};
const source = new VectorSource({ features: [
  ...halls.map((hall) => new Feature({ geometry: ring(hall), colour: "#fcfaf5", number: "" })),
  ...stands.map((stand) => new Feature({ geometry: ring(stand.outline), colour: stand.colour, number: stand.number, stand })),
] });
const extent = [x0, -y1, x1, -y0];
const view = new View({ projection: new Projection({ code: "plan", units: "m", extent }), center: getCenter(extent), resolution: 1, minResolution: 1 / 200, maxResolution: 100 });
const map = new Map({ target: "map", controls: [], layers: [new VectorLayer({ source, style, updateWhileInteracting: true, updateWhileAnimating: true })], view });
view.fit(extent, { padding: [20, 20, 20, 20] });
map.on("click", ({ pixel }) => {
  const stand = map.forEachFeatureAtPixel(pixel, (feature) => feature.get("stand"));
  if (stand) show(stand);
});
map.once("rendercomplete", () => ready(() => 1 / view.getResolution()));
