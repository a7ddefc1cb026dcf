// Installs the packed package beside the frameworks, checks the applications' types and builds them: dist/apps.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(dirname(fileURLToPath(import.meta.url)));

const DIST = "../../dist";
const INSTALLED = "node_modules/expo-map";
const run = (command, ...args) => execFileSync(command, args, { stdio: "inherit" });
const tool = (name) => join("node_modules/.bin", name);

rmSync(INSTALLED, { recursive: true, force: true });
mkdirSync(INSTALLED, { recursive: true });
run("tar", "-xzf", join(DIST, "expo-map.tgz"), "-C", INSTALLED, "--strip-components", "1");

rmSync(join(DIST, "apps"), { recursive: true, force: true });
for (const [name, checker] of [["react", "tsc"], ["vue", "vue-tsc"], ["vite", "tsc"]]) {
  run(tool(checker), "-p", `apps/${name}`);
  run(tool("vite"), "build", "--config", `apps/${name}/vite.config.js`);
  console.log(`built dist/apps/${name}`);
}
cpSync("apps/plain", join(DIST, "apps/plain"), { recursive: true });
cpSync(INSTALLED, join(DIST, "apps/plain/expo-map"), { recursive: true });
cpSync("../../assets/expo-2024.json", join(DIST, "apps/expo-2024.json"));
