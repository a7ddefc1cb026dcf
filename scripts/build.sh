#!/usr/bin/env bash
# Builds the demo page, the embeddable widget, the pages of tests/hosts that are built, and the demo's exhibition
# with the widget in one file.
#   scripts/build.sh [site] [widget] [hosts] [pack]
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
  local wasm out=dist/widget.tmp names=dist/names.tmp
  wasm=$(small_wasm)
  rm -rf "$out"
  mkdir -p dist
  wasm-bindgen --target web --no-typescript --out-dir "$out" --out-name expo_map "$wasm"
  # While the functions still have their names.
  node scripts/crates.mjs "$out/expo_map_bg.wasm" >dist/crates.txt
  # The features rustc emits for this target without being asked.
  local features=(
    --enable-bulk-memory --enable-multivalue --enable-mutable-globals
    --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext
  )
  wasm-opt "${features[@]}" --converge --low-memory-unused --gufa-optimizing --coalesce-locals-learning -Os --dealign \
    --one-caller-inline-max-function-size=20 --always-inline-max-function-size=4 --reorder-locals --strip-producers \
    -o "$out/expo_map_bg.wasm" "$out/expo_map_bg.wasm"
  # By itself: while it converges, it would shorten what is short already.
  node scripts/order.mjs "$out/expo_map_bg.wasm"
  wasm-opt "${features[@]}" --reorder-functions-by-name --minify-imports-and-exports-and-modules \
    -o "$out/expo_map_bg.wasm" "$out/expo_map_bg.wasm" >"$names"
  node scripts/bundle.mjs "$out" dist/embed.tmp dist/package.tmp "$names"
  rm "$names"
  node scripts/embed.mjs dist/embed.tmp
  rm -rf dist/widget dist/embed dist/package
  mv "$out" dist/widget
  mv dist/embed.tmp dist/embed
  mv dist/package.tmp dist/package
  echo "built dist/widget dist/embed"
}

# Where cargo builds.
target_folder() {
  cargo metadata --format-version 1 --no-deps |
    node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).target_directory'
}

# The widget is compiled together with the standard library: without the texts of panics and the
# places in the sources they name, the bundle is a tenth smaller. And with a Yew that is without what the
# widget does not use. (docs/size.md) The flags for the first are not stable yet, so the compiler is told to
# take them all the same.
small_wasm() {
  local target yew=() flags="-Zmir-opt-level=3 -Zinline-mir-threshold=100 -Clink-arg=-zstack-size=196608 -Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort"
  target=$(target_folder)/widget
  if node scripts/lean.mjs "$target/lean" >&2; then
    yew=(--config "paths=[\"$target/lean/yew\", \"$target/lean/yew-macro\"]")
  else
    echo "build: taking Yew as it is, which makes the widget larger" >&2
  fi
  if ! RUSTC_BOOTSTRAP=1 RUSTFLAGS="${RUSTFLAGS:-} $flags" cargo build "${yew[@]}" --target-dir "$target" \
    --target wasm32-unknown-unknown --features allocator --release \
    -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size >&2; then
    echo "build: that failed; trying with the ordinary standard library, which makes the widget larger" >&2
    cargo build --target-dir "$target" --target wasm32-unknown-unknown --features allocator --release >&2 || return 1
  fi
  echo "$target/wasm32-unknown-unknown/release/expo_map.wasm"
}

# Pages of others that are not just files: with prerendered content, and in Rust with a Yew of their own.
hosts() {
  local target name
  cargo run --quiet -p expo-map-cli -- render assets/expo-2024.json --format html --lang en |
    node scripts/hosts.mjs prerender
  target=$(target_folder)
  cargo build --profile hosts --target wasm32-unknown-unknown -p expo-map-hosts --bins
  for name in nested direct; do
    wasm-bindgen --target web --no-typescript --out-dir "dist/hosts/$name" \
      "$target/wasm32-unknown-unknown/hosts/$name.wasm"
  done
  echo "built dist/hosts"
}

# The widget and the data in one page that opens from a disk.
pack() {
  mkdir -p dist/pack
  cargo run --quiet -p expo-map-cli -- pack assets/expo-2024.json --lang ru --output dist/pack/expo-2024.html
  echo "built dist/pack/expo-2024.html"
}

for part in "$@"; do
  case $part in
    site | widget | hosts | pack) "$part" ;;
    *) echo "unknown part: $part" >&2; exit 2 ;;
  esac
done
