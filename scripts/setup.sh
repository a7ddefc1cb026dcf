#!/usr/bin/env bash
# Installs what a command needs, and nothing more, into .tools. Safe to run again.
#   scripts/setup.sh GROUP...     groups: node native lint build widget chrome firefox e2e e2e-firefox engines package nginx bench audit test
# Run it through make, which puts .tools first on PATH.
set -euo pipefail
cd "$(dirname "$0")/.."

TRUNK=0.21.14
WASM_PACK=0.15.1
GECKODRIVER=0.37.1
CARGO_DENY=0.20.2

failed=""
locked=""
updated=""

say() { echo "setup: $*"; }

# ---- what is there already -------------------------------------------------

have() { command -v "$1" >/dev/null 2>&1; }

# The version a crate has in Cargo.lock.
locked_version() {
  awk -v name="\"$1\"" '$1 == "name" { hit = ($3 == name) }
    $1 == "version" && hit { gsub(/"/, "", $3); print $3; exit }' Cargo.lock 2>/dev/null
}

# The first line of `TOOL --version` is "TOOL VERSION", perhaps with more after it.
is_version() {
  local line
  line=$("$1" --version 2>/dev/null </dev/null | sed -n 1p) || return 1
  [[ "$line " == "$1 $2 "* ]]
}

same_lock() { cmp -s "$1/package-lock.json" "$2/package-lock.json" && [ -f "$2/node_modules/.package-lock.json" ]; }

binaryen_version() { sed -n 's/.*"binaryen": "\([0-9]*\)\..*/\1/p' tools/build/package.json; }

have_node() { have node && have npm && node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)'; }
have_cargo() { have cargo && have cc; }
have_wasm_target() {
  local libs
  libs=$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null) || return 1
  compgen -G "$libs/libstd-*.rlib" >/dev/null
}
have_rust_src() { [ -f "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ]; }
have_lints() { cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1; }
have_wasm_bindgen() { is_version wasm-bindgen "$(locked_version wasm-bindgen)" && have wasm-bindgen-test-runner; }
have_trunk() { is_version trunk "$TRUNK"; }
have_bundlers() { same_lock tools/build .tools/build-npm; }
have_wasm_pack() { is_version wasm-pack "$WASM_PACK"; }
have_cargo_deny() { is_version cargo-deny "$CARGO_DENY"; }
have_geckodriver() { is_version geckodriver "$GECKODRIVER"; }
have_chromium() {
  local name
  have "${CHROMEDRIVER:-chromedriver}" || return 1
  for name in "${CHROMIUM:-chromium}" chromium-browser google-chrome google-chrome-stable; do
    if have "$name"; then return 0; fi
  done
  return 1
}
# The plan has Chinese names: without a font every glyph is the same empty box.
have_cjk_font() { ! have fc-list || [ -n "$(fc-list :lang=zh 2>/dev/null | sed -n 1p)" ]; }
have_webkit() { { have WebKitWebDriver || [ -n "${WEBKITDRIVER:-}" ]; } && have Xvfb; }
have_firefox() { have firefox || have firefox-esr; }
have_e2e() { same_lock tests/e2e .tools/e2e-npm && [ -f tests/e2e/node_modules/@playwright/test/package.json ]; }

# Vite wants a newer Node than all the rest.
have_vite_node() { node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1)'; }
have_package() { same_lock tests/package .tools/package-npm && [ -f tests/package/node_modules/vite/package.json ]; }
have_nginx() { have nginx || .tools/nginx/usr/sbin/nginx -v >/dev/null 2>&1; }
have_bench() { same_lock bench .tools/bench-npm; }

# ---- how to get it ---------------------------------------------------------

# The tools run for seconds: a light profile installs them in half the time.
cargo_install() {
  env -u RUSTFLAGS -u CARGO_BUILD_TARGET \
    CARGO_TARGET_DIR="$PWD/.tools/build" \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install "$1" --version "=$2" --root "$PWD/.tools" --force "${@:3}"
}

npm_install() {
  mkdir -p "$2" &&
    cp "$1/package.json" "$1/package-lock.json" "$1/.npmrc" "$2/" &&
    (cd "$2" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --ignore-scripts --no-progress)
}

apt_install() {
  if [ "$(id -u)" != 0 ] || ! have apt-get; then
    echo "please install: on Debian, sudo apt-get install --no-install-recommends $*"
    return 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  if [ -z "$updated" ]; then apt-get update && updated=1 || return 1; fi
  apt-get install -y --no-install-recommends "$@"
}

rustup_add() {
  if ! have rustup; then
    echo "please install rustup (https://rustup.rs), or this with your Rust: $*"
    return 1
  fi
  rustup "$@"
}

get_node() { apt_install nodejs npm; }
get_cargo() {
  if ! have cargo; then
    echo "please install Rust by https://rustup.rs"
    return 1
  fi
  apt_install gcc libc6-dev
}
get_wasm_target() { rustup_add target add wasm32-unknown-unknown; }
get_rust_src() { rustup_add component add rust-src; }
get_lints() { rustup_add component add rustfmt clippy; }
# Without --locked: the published lock file may name versions a registry mirror does not have yet.
get_wasm_bindgen() { cargo_install wasm-bindgen-cli "$(locked_version wasm-bindgen)"; }
get_trunk() { cargo_install trunk "$TRUNK" --locked; }
get_bundlers() { npm_install tools/build .tools/build-npm; }
get_wasm_pack() { cargo_install wasm-pack "$WASM_PACK" --locked; }
get_geckodriver() { cargo_install geckodriver "$GECKODRIVER" --locked; }
get_cargo_deny() { cargo_install cargo-deny "$CARGO_DENY" --locked; }
get_bench() { npm_install bench .tools/bench-npm; }
get_chromium() { apt_install chromium chromium-driver; }
get_cjk_font() { apt_install fonts-noto-cjk; }
get_firefox() { apt_install firefox-esr; }
get_vite_node() { echo "please install Node 20.19 or newer: Vite needs it"; return 1; }
get_package() {
  same_lock tests/package .tools/package-npm || npm_install tests/package .tools/package-npm || return 1
  ln -sfn ../../.tools/package-npm/node_modules tests/package/node_modules
}
get_webkit() { apt_install webkit2gtk-driver xvfb; }
get_e2e() {
  same_lock tests/e2e .tools/e2e-npm || npm_install tests/e2e .tools/e2e-npm || return 1
  # Node looks for packages beside the tests, and everything installed lives in .tools.
  [ -d tests/e2e/node_modules ] && [ ! -L tests/e2e/node_modules ] && rm -rf tests/e2e/node_modules
  ln -sfn ../../.tools/e2e-npm/node_modules tests/e2e/node_modules
}
# Unpacked and not installed: it runs as whoever tests, and no service starts with it. The module is for
# files that brotli has compressed ahead; not every system has it.
get_nginx() {
  have apt-get && have dpkg-deb || { echo "please install nginx"; return 1; }
  local folder="$PWD/.tools/nginx" package
  rm -rf "$folder" && mkdir -p "$folder"
  if ! apt-cache show nginx >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then apt-get update; fi
  (
    cd "$folder" || exit 1
    apt-get download nginx || exit 1
    apt-get download libnginx-mod-http-brotli-static || echo "without brotli"
    for package in *.deb; do dpkg-deb -x "$package" . || exit 1; done
    rm -f -- *.deb
  )
}

# ---- steps -----------------------------------------------------------------

# Two setups at once would remove each other's build folder.
take_turn() {
  local pid said=""
  [ -z "$locked" ] || return 0
  mkdir -p .tools/log
  while ! mkdir .tools/setup.lock 2>/dev/null; do
    pid=$(cat .tools/setup.lock/pid 2>/dev/null) || pid=""
    if [ -n "$pid" ] && ! kill -0 "$pid" 2>/dev/null; then
      rm -rf .tools/setup.lock
      continue
    fi
    if [ -z "$said" ]; then
      said=1
      say "another setup is running (process ${pid:-unknown}, .tools/setup.lock): waiting for it"
    fi
    sleep 1
  done
  locked=1
  trap 'rm -rf .tools/setup.lock' EXIT
  trap 'exit 130' INT TERM
  echo $$ >.tools/setup.lock/pid
}

# step NAME TEXT: have_NAME tells whether it is there, get_NAME installs it.
step() {
  local name=$1 text=$2 log=.tools/log/setup-$1.log from
  [[ " $done_steps " != *" $name "* ]] || return 0
  done_steps="$done_steps $name"
  if "have_$name"; then return 0; fi
  take_turn
  hash -r
  if "have_$name"; then return 0; fi
  say "installing $text"
  from=$SECONDS
  if "get_$name" >"$log" 2>&1 </dev/null && hash -r && "have_$name"; then
    say "  done in $((SECONDS - from)) s"
    return 0
  fi
  failed="$failed $name"
  say "  FAILED; the end of $log:"
  tail -n 12 "$log" | sed 's/^/  | /'
}

# Trunk looks for tools of exactly the versions in its own file, and would download others.
check_trunk_toml() {
  local bindgen opt
  bindgen=$(locked_version wasm-bindgen)
  opt=version_$(binaryen_version)
  if [ -z "$bindgen" ]; then
    failed="$failed Cargo.lock"
    say "Cargo.lock names no wasm-bindgen: run cargo generate-lockfile"
  elif ! grep -q "^wasm_bindgen = \"$bindgen\"" Trunk.toml || ! grep -q "^wasm_opt = \"$opt\"" Trunk.toml; then
    failed="$failed Trunk.toml"
    say "Trunk.toml must say wasm_bindgen = \"$bindgen\" (as Cargo.lock) and wasm_opt = \"$opt\" (as tools/build/package.json)"
  fi
}

done_steps=""
group() {
  case $1 in
    node) step node "node and npm (about 1 min, once)" ;;
    native) step cargo "a C linker for Rust (about 1 min, once)" ;;
    lint)
      group native
      step wasm_target "Rust's WebAssembly target (about 10 s, once)"
      step lints "rustfmt and clippy (about 10 s, once)"
      ;;
    bindgen)
      group node
      group native
      check_trunk_toml
      step wasm_target "Rust's WebAssembly target (about 10 s, once)"
      step wasm_bindgen "wasm-bindgen-cli $(locked_version wasm-bindgen) (about 2 min, once)"
      ;;
    build)
      group bindgen
      step bundlers "binaryen $(binaryen_version) esbuild and terser, which make the files small (about 10 s, once)"
      step trunk "trunk $TRUNK (about 4 min, once)"
      ;;
    widget)
      group build
      step rust_src "the sources of Rust's standard library (about 10 s, once)"
      ;;
    browser)
      step chromium "Chromium and its driver (about 1 min, once)"
      step cjk_font "a font for Chinese names (about 30 s, once)"
      ;;
    chrome)
      group bindgen
      group browser
      step wasm_pack "wasm-pack $WASM_PACK (about 2 min, once)"
      ;;
    firefox)
      group bindgen
      step firefox "Firefox (about 1 min, once)"
      step wasm_pack "wasm-pack $WASM_PACK (about 2 min, once)"
      step geckodriver "geckodriver $GECKODRIVER, Firefox's driver (about 1 min, once)"
      ;;
    e2e)
      group widget
      group browser
      step e2e "Playwright and axe for the end-to-end tests (about 10 s, once)"
      ;;
    e2e-firefox) step firefox "Firefox (about 1 min, once)" ;;
    engines)
      group widget
      group browser
      step firefox "Firefox (about 1 min, once)"
      step geckodriver "geckodriver $GECKODRIVER, Firefox's driver (about 1 min, once)"
      step webkit "WebKit's browser and driver, and a screen in memory for it (about 1 min, once)"
      ;;
    package)
      group widget
      group browser
      step vite_node "Node for Vite"
      step package "what checks the npm package, and React, Vue and Vite to use it in (about 20 s, once)"
      ;;
    nginx) step nginx "Debian's nginx, unpacked (about 5 s, once)" ;;
    bench)
      group e2e
      step bench "Leaflet and OpenLayers, to be measured beside the widget (about 10 s, once)"
      ;;
    audit)
      group node
      group native
      step cargo_deny "cargo-deny $CARGO_DENY, which checks licences (about 8 min, once)"
      ;;
    test)
      group widget
      group lint
      group chrome
      group firefox
      group e2e
      group engines
      group package
      group nginx
      ;;
    *)
      say "unknown group: $1"
      exit 2
      ;;
  esac
}

for name in "$@"; do group "$name"; done

if [ -n "$failed" ]; then
  say "not complete:$failed"
  exit 1
fi
if [ -n "$locked" ]; then
  # A gigabyte nobody needs again; a cargo still at work in it holds the lock file.
  if ! have flock || [ ! -f .tools/build/release/.cargo-lock ] ||
    flock -n .tools/build/release/.cargo-lock true; then
    rm -rf .tools/build
  fi
fi
# Node alone is only the first half of a command's setup.
[ "$*" = node ] || say "all is there for: $*"
