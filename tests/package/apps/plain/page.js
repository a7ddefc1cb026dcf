(function () {
  var map = document.querySelector("expo-map");
  document.querySelector("#select").addEventListener("click", function () { map.select("A1"); });
  document.querySelector("#dark").addEventListener("click", function () { map.setAttribute("theme", "dark"); });
  map.addEventListener("expo-map-select", function (event) {
    document.querySelector("output").value = event.detail.number || "none";
  });
})();
