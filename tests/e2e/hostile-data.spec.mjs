// A data file made to harm, under the policy that a careful host sets: it is shown, and does nothing.
import { CSP, EXPO, EXPO_TEXT, Map, expect, onDesktop, test } from "./map.mjs";


const MARKUP = "\"'><img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script><svg onload=window.hacked=1></style>{{7*7}}:host{display:none}\u202e";
const WORDS = new Set(["name", "shortName", "description", "shows", "products", "tags", "aliases", "title", "theme", "notice", "label", "address", "place", "note"]);
const SCHEMES = [
  "javascript:window.hacked=1", "JaVaScRiPt:window.hacked=1", "java\tscript:window.hacked=1", "java\nscript:window.hacked=1", "\u0001javascript:window.hacked=1",
  "data:text/html,<script>1</script>", "vbscript:1", "//evil.example/", "\\\\evil.example\\", "https:evil.example", "file:///etc/passwd",
];
const ODD_IDS = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"];
const LONG = "x<&>щ".repeat(170_000);

/** The words of every field with something behind them. */
function spoil(value, isWords = false) {
  if (typeof value === "string") return isWords ? value + MARKUP : value;
  if (Array.isArray(value)) return value.map((entry) => spoil(entry, isWords));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) =>
    [key, key === "provenance" ? field : spoil(field, isWords || WORDS.has(key))]));
}

/** The whole of it as text: an object of JavaScript could not hold all of its keys. */
function hostile() {
  const data = spoil(JSON.parse(EXPO_TEXT));
  const renamed = new globalThis.Map(data.stands.slice(0, ODD_IDS.length).map(({ id }, i) => [id, ODD_IDS[i]]));
  const other = (id) => renamed.get(id) ?? id;
  for (const stand of data.stands) stand.id = other(stand.id);
  for (const entry of [...data.participants, ...data.sessions]) {
    if (entry.stand) entry.stand = other(entry.stand);
    if (entry.stands) entry.stands = entry.stands.map(other);
  }
  for (const participant of data.participants) {
    participant.links = [...SCHEMES.map((url) => ({ url, label: `link${MARKUP}` })), { url: "https://ok.example/" }];
    participant.logo = "javascript:window.hacked=1";
    participant.contacts = { email: "javascript:1", phone: "javascript:1" };
  }
  for (const source of data.sources) source.url = "javascript:window.hacked=1";
  const last = data.participants.at(-1);
  last.description = LONG;
  last.name = LONG;
  return JSON.stringify(data).replace(/^\{/, '{"__proto__":{"hacked":1},"constructor":{"prototype":{"hacked":1}},');
}

test.use({ contextOptions: { reducedMotion: "reduce" } });
onDesktop();

test("under a strict policy it is shown, works, and does nothing", async ({ page, baseURL }) => {
  test.slow();
  const dialogs = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    dialog.dismiss();
  });
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      window.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`));
    window.namesBefore = new Set(Object.getOwnPropertyNames(window));
  });
  await page.route("**/hostile.json", (route) => route.fulfill({ body: hostile(), contentType: "application/json" }));
  await page.route("**/hostile.html", (route) => route.fulfill({
    contentType: "text/html; charset=utf-8",
    headers: { "content-security-policy": CSP },
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
      <script type="module" src="/widget/expo-map.js"></script><body><expo-map src="/hostile.json"></expo-map>`,
  }));
  await page.goto("/hostile.html");
  const map = new Map(page);
  await map.shown(EXPO.stands.length);
  // Those whose names are an object's own.
  for (const id of ODD_IDS) {
    await map.select(id);
    await expect(map.details).toBeVisible();
    const links = await map.details.locator(".em-participant a").evaluateAll((list) => list.map((link) => link.getAttribute("href")));
    // Behind `mailto:` anything is an address of nobody.
    expect(new Set(links), id).toEqual(new Set(["https://ok.example/", "mailto:javascript:1", "tel:javascript:1"]));
  }
  // A browser lays out a megabyte for minutes: of a book the beginning is shown, and that it is no more than that.
  await map.select(EXPO.participants.at(-1).stands[0]);
  await expect(map.details.locator("p", { hasText: "x<&>щx" }).first()).toHaveText(/^(x<&>щ){2000}… \[shortened\]$/);
  await map.select("__proto__");
  await expect(map.details).toContainText("<script>window.hacked=1</script>");
  await map.clear();
  await map.find("window.hacked");
  await expect(map.rows.first()).toBeVisible();
  await map.find("");
  await map.fit();
  await map.zoomIn();
  await map.host.getByRole("button", { name: "Programme", exact: true }).click();
  await expect(map.root).toHaveAttribute("data-view", "programme");
  await map.host.getByRole("button", { name: "About the event", exact: true }).click();
  await expect(map.root).toHaveAttribute("data-view", "about");
  await map.speak("zh");

  const made = await map.host.evaluate(({ shadowRoot }) => ({
    scripts: shadowRoot.querySelectorAll("script, iframe, object, embed, style, img").length,
    handlers: [...shadowRoot.querySelectorAll("*")].flatMap((node) => node.getAttributeNames()).filter((name) => name.startsWith("on")),
    links: [...shadowRoot.querySelectorAll("[href]")].map((link) => link.getAttribute("href")).filter((href) => !/^(https?:\/\/|mailto:|tel:|#)/.test(href)),
  }));
  expect(made).toEqual({ scripts: 0, handlers: [], links: [] });
  const left = await page.evaluate(() => ({
    hacked: window.hacked, ofObjects: {}.hacked, ofFunctions: (() => {}).hacked,
    names: Object.getOwnPropertyNames(window).filter((name) => !window.namesBefore.has(name) && name !== "namesBefore"),
  }));
  expect(left).toEqual({ names: [] });
  expect(await page.evaluate(() => window.violations)).toEqual([]);
  expect(dialogs).toEqual([]);
  for (const url of asked) expect(url.startsWith(`${baseURL}/`) || url.startsWith("data:"), url).toBe(true);
});
