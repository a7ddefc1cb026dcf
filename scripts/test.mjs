// Runs test suites one after the other and sums them up; a failing one stops none of the others.
//   node scripts/test.mjs SUITE...
// Run it through make, which puts .tools first on PATH. Full output: .tools/log/SUITE.log
import { spawn } from "node:child_process";
import { accessSync, constants, createWriteStream, existsSync, mkdirSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LOGS = ".tools/log";
process.chdir(ROOT);

/** The first group of each match, once. */
const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, what]) => what.trim()))];

/** Sums what cargo and wasm-bindgen's test runner print at the end of each test binary. */
function countRust(text) {
  const counts = { passed: 0, failed: 0, failures: found(text, /^test (.+?) \.\.\. FAIL(?:ED)?$/gm) };
  for (const [, passed, failed] of text.matchAll(/^test result: .*?(\d+) passed; (\d+) failed/gm)) {
    counts.passed += Number(passed);
    counts.failed += Number(failed);
  }
  return counts;
}

/** What the tests say of the programs that are not there. */
const skippedIn = (text) => found(text, /^(?:# | *)SKIPPED:? (.*)$/gm);

/** Reads the summary of Playwright's list reporter; what did not run did not pass. */
function countPlaywright(text) {
  const counts = { passed: 0, failed: 0, skipped: skippedIn(text), failures: [], unsteady: [] };
  let names = [];
  for (const [, number, what, name] of text.matchAll(/^(?: {2}(\d+) (passed|failed|flaky|interrupted|did not run)\b| {4}(\[[^\]]+\] › .+?)(?: ─*)?$)/gm)) {
    if (name) {
      names.push(name);
      continue;
    }
    counts[what === "passed" || what === "flaky" ? "passed" : "failed"] += Number(number);
    names = what === "flaky" ? counts.unsteady : counts.failures;
  }
  return counts;
}

/** Reads the summary of Node's test runner. */
function countNode(text) {
  const count = (what) => Number(text.match(new RegExp(`^(?:#|\u2139) ${what} (\\d+)`, "m"))?.[1] ?? 0);
  const failures = found(text, /^ *(?:not ok \d+ -|✖) (?!failing tests)(.+)$/gm);
  return { passed: count("pass"), failed: count("fail") + count("cancelled"), skipped: skippedIn(text), failures };
}

function onPath(name) {
  for (const folder of name.includes("/") ? [""] : process.env.PATH.split(delimiter)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {}
  }
  return null;
}

// wasm-pack would otherwise download a driver of its own.
function wasmPack(browser, variable, driver) {
  return () => {
    const path = onPath(process.env[variable] ?? driver);
    if (!path) throw new Error(`${driver} is not on PATH: see what scripts/setup.sh ${browser} says`);
    return [
      "wasm-pack", "test", "--headless", `--${browser}`, `--${driver}`, path, "--mode", "no-install",
      "--", "--test", "web",
    ];
  };
}

/** Why the npm package cannot be tried here. */
function noPackageTools() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const isNew = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (!isNew) return `npm package: Vite needs Node 20.19 or newer, this is ${process.versions.node}`;
  return existsSync("tests/package/node_modules/vite") ? null : "npm package: its tools are not installed (scripts/setup.sh package)";
}

const CLIPPY_DENY = ["--", "-D", "warnings"];
const SUITES = {
  fmt: { run: () => ["cargo", "fmt", "--all", "--check"] },
  "clippy-host": {
    run: () => ["cargo", "clippy", "--workspace", "--all-targets", "--all-features", ...CLIPPY_DENY],
  },
  "clippy-wasm": {
    run: () => ["cargo", "clippy", "-p", "expo-map", "--all-targets", "--target", "wasm32-unknown-unknown", ...CLIPPY_DENY],
  },
  native: { run: () => ["cargo", "test", "--workspace", "--no-fail-fast"], count: countRust },
  chrome: { run: wasmPack("chrome", "CHROMEDRIVER", "chromedriver"), count: countRust },
  firefox: { run: wasmPack("firefox", "GECKODRIVER", "geckodriver"), count: countRust },
  build: { run: () => ["scripts/build.sh", "site", "widget", "hosts", "pack"] },
  e2e: {
    after: "build",
    cwd: "tests/e2e",
    run: () => ["node_modules/.bin/playwright", "test"],
    count: countPlaywright,
  },
  engines: {
    after: "build",
    run: () => [process.execPath, "--test", "tests/engines/smoke.test.mjs"],
    count: countNode,
  },
  package: { after: "build", skip: noPackageTools, run: () => [process.execPath, "scripts/package.mjs"] },
  "build-apps": { after: "package", skip: noPackageTools, run: () => [process.execPath, "tests/package/build.mjs"] },
  apps: {
    after: "build-apps",
    skip: noPackageTools,
    cwd: "tests/package",
    run: () => ["node_modules/.bin/playwright", "test"],
    count: countPlaywright,
  },
  size: { after: "build", run: () => [process.execPath, "scripts/size.mjs"] },
};

const ENV = {
  ...process.env,
  // A browser's first start on a slow machine takes longer than the runner's five seconds.
  WASM_BINDGEN_TEST_DRIVER_TIMEOUT: process.env.WASM_BINDGEN_TEST_DRIVER_TIMEOUT ?? "60",
  WASM_BINDGEN_TEST_TIMEOUT: process.env.WASM_BINDGEN_TEST_TIMEOUT ?? "300",
};

/** Runs a command; what it prints is shown, logged and returned. */
function execute([command, ...args], cwd, log) {
  return new Promise((done) => {
    let text = "";
    const take = (chunk) => {
      text += chunk;
      log.write(chunk);
      process.stdout.write(chunk);
    };
    const child = spawn(command, args, { cwd, env: ENV, stdio: ["ignore", "pipe", "pipe"] });
    const stop = (signal) => {
      child.kill(signal);
      process.exit(130);
    };
    const stopInt = () => stop("SIGINT");
    const stopTerm = () => stop("SIGTERM");
    process.on("SIGINT", stopInt).on("SIGTERM", stopTerm);
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    child.on("error", (error) => take(`cannot run ${command}: ${error.message}\n`));
    child.on("close", (code) => {
      process.off("SIGINT", stopInt).off("SIGTERM", stopTerm);
      done({ ok: code === 0, text: text.replace(/\x1b\[[0-9;]*[A-Za-z]/g, "") });
    });
  });
}

async function runSuite(name, results) {
  const suite = SUITES[name];
  const started = Date.now();
  const result = { name, ok: false, passed: 0, failed: 0, skipped: [], failures: [], unsteady: [], note: "" };
  console.log(`\n==== ${name}`);
  if (suite.after && results.some((other) => other.name === suite.after && !other.ok)) {
    result.note = `not run: ${suite.after} failed`;
    console.log(result.note);
  } else if (suite.skip?.()) {
    Object.assign(result, { ok: true, skipped: [suite.skip()], note: `SKIPPED ${suite.skip()}` });
    console.log(result.note);
  } else {
    const log = createWriteStream(join(LOGS, `${name}.log`));
    try {
      const { ok, text } = await execute(suite.run(), suite.cwd ?? ".", log);
      Object.assign(result, { ok }, suite.count?.(text));
      if (suite.count && ok && result.passed === 0 && result.skipped.length === 0) {
        // A filter or a configuration that finds no tests must not look like success.
        Object.assign(result, { ok: false, note: "no tests ran" });
      }
    } catch (error) {
      log.write(`${error.message}\n`);
      console.log(error.message);
      result.note = error.message;
    }
    await new Promise((done) => log.end(done));
    if (result.skipped.length > 0) result.note = `SKIPPED ${result.skipped.join("; ")}`;
    if (!result.ok && !result.note) result.note = `${LOGS}/${name}.log`;
    result.logged = true;
  }
  // A suite can fail without a failed test (it does not compile, a check says no): that is one.
  if (!result.ok && result.failed === 0) result.failed = 1;
  result.seconds = Math.round((Date.now() - started) / 1000);
  return result;
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in SUITES));
if (names.length === 0 || unknown.length > 0) {
  console.error(`suites: ${Object.keys(SUITES).join(" ")}${unknown.length ? `; unknown: ${unknown.join(" ")}` : ""}`);
  process.exit(2);
}

mkdirSync(LOGS, { recursive: true });
const results = [];
for (const name of names) results.push(await runSuite(name, results));

// The first failure may be a thousand lines up by now.
if (results.length > 1) {
  for (const { name } of results.filter(({ ok, logged }) => !ok && logged)) {
    console.log(`\n---- the end of ${LOGS}/${name}.log`);
    console.log(readFileSync(join(LOGS, `${name}.log`), "utf8").trimEnd().split("\n").slice(-40).join("\n"));
  }
}

console.log("\n==== summary");
for (const { name, ok, passed, failed, skipped, seconds, note } of results) {
  const tests = SUITES[name].count ? `${passed} passed, ${failed} failed` : "";
  const verdict = !ok ? "FAILED" : skipped.length > 0 && passed === 0 ? "SKIPPED" : "ok";
  console.log(`${name.padEnd(13)}${verdict.padEnd(8)}${tests.padEnd(24)}${`${seconds} s`.padStart(6)}  ${note}`.trimEnd());
}
// Some that run this keep only the last lines of what it prints: they must name what failed.
for (const { name, failures, unsteady } of results) {
  for (const failure of failures) console.log(`${name}: ${failure}`);
  for (const test of unsteady) console.log(`${name}: UNSTEADY, passed at the second try: ${test}`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const skips = [...new Set(results.flatMap(({ skipped }) => skipped))];
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed${skips.length > 0 ? `; SKIPPED: ${skips.join("; ")}` : ""}`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
