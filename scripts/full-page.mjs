// Trunk builds one page. This gives full.html the same wasm, glue and styles, hashes and all: the
// tags come from the index.html that was just built. Trunk.toml calls it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR;
const index = readFileSync(join(folder, "index.html"), "utf8");
const tags = index.match(/<script\b[^>]*>[^]*?<\/script>|<link rel="(?:stylesheet|preload|modulepreload)"[^>]*>/g) ?? [];
if (!tags.some((tag) => tag.startsWith("<script"))) throw new Error("full-page: no script in the built index.html");
const page = readFileSync("full.html", "utf8").replace(/ *<!--[^]*?-->\n/, "").replace("</head>", () => `${tags.join("\n")}\n</head>`);
writeFileSync(join(folder, "full.html"), page);
