// The widget as it ships.
const map = document.querySelector("expo-map");
map.addEventListener("expo-map-ready", () => {
  window.scale = () => map.scale;
  requestAnimationFrame(() => setTimeout(() => performance.mark("ready")));
}, { once: true });
map.src = new URLSearchParams(location.search).get("data");
import("./widget/expo-map.js");
