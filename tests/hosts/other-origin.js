// 127.0.0.1 and localhost are one server and two origins.
{
  const other = new URL("/", location);
  other.hostname = location.hostname === "localhost" ? "127.0.0.1" : "localhost";
  const script = document.createElement("script");
  script.type = "module";
  script.crossOrigin = "anonymous";
  script.src = new URL("/embed/expo-map.js", other);
  const map = document.createElement("expo-map");
  map.setAttribute("src", new URL("/data/expo-2024.json", other));
  map.setAttribute("lang", "en");
  document.body.append(map, script);
}
