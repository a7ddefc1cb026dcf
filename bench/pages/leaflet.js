// Leaflet with its canvas renderer: one polygon a stand, labels only near, as its examples do it.
import L from "leaflet";
import { exhibition, ready, show } from "./common.js";

const { halls, stands, bounds: [x0, y0, x1, y1] } = await exhibition();
const at = ([x, y]) => [-y, x];
const map = L.map("map", {
  crs: L.CRS.Simple, renderer: L.canvas(), minZoom: -8, maxZoom: 8, zoomSnap: 0, zoomDelta: 0.125, wheelPxPerZoomLevel: 800,
  attributionControl: false, zoomControl: false, doubleClickZoom: false,
});
map.fitBounds([at([x0, y0]), at([x1, y1])], { animate: false });
for (const hall of halls) L.polygon(hall.map(at), { color: "#6a7482", weight: 2, fillColor: "#fcfaf5", fillOpacity: 1 }).addTo(map);
for (const stand of stands) {
  L.polygon(stand.outline.map(at), { color: "#5a6572", weight: 1, fillColor: stand.colour, fillOpacity: 1 })
    .on("click", () => show(stand))
    .addTo(map);
}
const labels = L.layerGroup().addTo(map);
const label = () => {
  labels.clearLayers();
  if (2 ** map.getZoom() < 8) return;
  const seen = map.getBounds();
  for (const stand of stands) {
    const middle = L.polygon(stand.outline.map(at)).getBounds().getCenter();
    if (seen.contains(middle)) L.marker(middle, { icon: L.divIcon({ className: "label", html: stand.number }), interactive: false }).addTo(labels);
  }
};
map.on("moveend", label);
label();
ready(() => 2 ** map.getZoom());
