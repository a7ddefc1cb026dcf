#!/usr/bin/env bash
# Builds the demo page and the embeddable widget.
#   scripts/build.sh [site] [widget]
# Run it through make, which puts .tools first on PATH.
set -euo pipefail
cd "$(dirname "$0")/.."

# Trunk takes only true or false here, and others write 1.
unset NO_COLOR

site() {
  TRUNK_SKIP_VERSION_CHECK=true trunk build --release
}

# A page elsewhere needs one module script; the wasm lies beside it.
widget() {
  local target out=dist/widget.tmp
  # The same call as Trunk's own, so that neither compiles what the other has.
  cargo build --target=wasm32-unknown-unknown --manifest-path Cargo.toml --release
  target=$(cargo metadata --format-version 1 --no-deps |
    node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).target_directory')
  rm -rf "$out"
  mkdir -p dist
  wasm-bindgen --target web --no-typescript --out-dir "$out" --out-name expo_map \
    "$target/wasm32-unknown-unknown/release/expo_map.wasm"
  # The features rustc emits for this target without being asked.
  wasm-opt -Oz --one-caller-inline-max-function-size=1 --strip-producers \
    --enable-bulk-memory --enable-multivalue --enable-mutable-globals \
    --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext \
    --minify-imports-and-exports-and-modules \
    -o "$out/expo_map_bg.wasm" "$out/expo_map_bg.wasm" >dist/names.tmp
  cp scripts/widget/expo-map.js "$out/"
  node scripts/bundle.mjs "$out" dist/names.tmp
  rm dist/names.tmp
  rm -rf dist/widget
  mv "$out" dist/widget
  echo "built dist/widget"
}

for part in "$@"; do
  case $part in
    site | widget) "$part" ;;
    *) echo "unknown part: $part" >&2; exit 2 ;;
  esac
done
