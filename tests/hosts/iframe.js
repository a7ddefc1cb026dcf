import { connect } from "/embed/parent.js";

const EVENTS = ["expo-map-ready", "expo-map-select", "expo-map-error"];
const ASKED = ["expo-map-before-select", "expo-map-before-navigate"];

// 127.0.0.1 and localhost are one server and two origins.
const other = new URL("/", location);
other.hostname = location.hostname === "localhost" ? "127.0.0.1" : "localhost";
const address = (lang) => `/embed/frame.html?src=/data/expo-2024.json&lang=${lang}&parent=${location.origin}`;
const by = (id) => document.getElementById(id);

by("other").src = new URL(address("en"), other);
by("sandboxed").src = address("ru");
const host = Object.assign(window.host ?? {}, {
  events: [],
  other: connect(by("other"), { origin: other.origin }),
  sandboxed: connect(by("sandboxed"), { origin: "null" }),
});
window.host = host;
for (const name of ["other", "sandboxed"]) {
  for (const event of EVENTS) {
    host[name].on(event, (detail) => {
      host.events.push([name, event, detail]);
      by("told").textContent = `${name}: ${event} ${detail.id ?? ""}`;
    });
  }
}
by("choose").onclick = () => Promise.all([host.other.call("select", "b1"), host.sandboxed.call("select", "b1")]);
const questions = [];
by("ask").onchange = () => {
  while (questions.length > 0) questions.pop()();
  if (!by("ask").checked) return;
  for (const name of ["other", "sandboxed"]) {
    for (const event of ASKED) questions.push(host[name].on(event, (detail) => confirm(`${event}: ${detail.number ?? detail.url}?`)));
  }
};
by("tell").onclick = async () => {
  by("told").textContent = JSON.stringify([await host.other.call("status"), await host.sandboxed.call("status")]);
};
