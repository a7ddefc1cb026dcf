import { define } from "expo-map";

define();

const map = document.querySelector("expo-map")!;
document.querySelector("#select")!.addEventListener("click", () => map.select("A1"));
document.querySelector("#dark")!.addEventListener("click", () => { map.theme = "dark"; });
map.addEventListener("expo-map-select", ({ detail }) => {
  document.querySelector("output")!.value = detail.number ?? "none";
});
