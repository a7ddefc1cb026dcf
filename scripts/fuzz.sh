#!/usr/bin/env bash
# Feeds the core with what nobody thought of, for a bounded time, and says what came of it.
#   scripts/fuzz.sh [SECONDS [TARGET...]]     by default 60 seconds in all, every target
# Needs no nightly compiler and no cargo-fuzz: the flags are those that cargo-fuzz gives, but for the address
# sanitizer, as the core has no unsafe code. Findings are kept in fuzz/artifacts.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
shift || true
targets=("$@")
[ "${#targets[@]}" -gt 0 ] || targets=(format messages)
each=$((seconds / ${#targets[@]}))

host=$(rustc -vV | sed -n 's/^host: //p')
flags=(
  --cfg fuzzing
  -Cpasses=sancov-module
  -Cllvm-args=-sanitizer-coverage-level=4
  -Cllvm-args=-sanitizer-coverage-inline-8bit-counters
  -Cllvm-args=-sanitizer-coverage-pc-table
  -Cllvm-args=-sanitizer-coverage-trace-compares
  -Ccodegen-units=1
)
# With a target named, what runs while building is built without the flags.
RUSTFLAGS="${flags[*]}" cargo build --quiet --release --manifest-path fuzz/Cargo.toml --target-dir target/fuzz --target "$host"

# What is known already: good files, broken ones, findings of before.
seed() {
  local corpus=fuzz/corpus/$1 file
  mkdir -p "$corpus" "fuzz/artifacts/$1"
  case $1 in
    format)
      cp tests/fixtures/small.json tests/fixtures/export/*.json tests/fixtures/broken/*.json "$corpus"
      cp tests/fixtures/fuzz/format-* "$corpus" 2>/dev/null || true
      ;;
    messages)
      printf '\001%s' '1.ba1.nAsk.ba2.bb4.Binterregional-forum' >"$corpus/link"
      printf '\003%s' '1.ba1.nAsk.wa2' >"$corpus/marks"
      printf '\002%s' '1' >"$corpus/snapshot"
      cut -f1 tests/fixtures/queries.ru-zh-en.tsv | head -n 60 | while IFS= read -r query; do
        file=$(printf '%s' "$query" | cksum)
        printf '\000%s' "$query" >"$corpus/query-${file%% *}"
      done
      cp tests/fixtures/fuzz/messages-* "$corpus" 2>/dev/null || true
      ;;
  esac
}

total=0
found=0
for target in "${targets[@]}"; do
  seed "$target"
  log=target/fuzz/$target.log
  # A slow input, one that takes much memory, and one that panics are findings alike.
  code=0
  "target/fuzz/$host/release/$target" "fuzz/corpus/$target" -dict="fuzz/$target.dict" -artifact_prefix="fuzz/artifacts/$target/" \
    -max_total_time="$each" -timeout=5 -rss_limit_mb=1024 -max_len=16384 -print_final_stats=1 -reload=0 >"$log" 2>&1 || code=$?
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -n 1)
  covered=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)
  total=$((total + ${runs:-0}))
  if [ "$code" -ne 0 ]; then
    found=$((found + 1))
    grep -E -A3 "panicked at|ERROR: libFuzzer|Test unit written" "$log" | sed 's/^/  | /' || tail -n 5 "$log"
  fi
  echo "fuzz: $target: ${runs:-0} executions in $each s, ${covered:-0} edges covered, $([ "$code" -eq 0 ] && echo "no finding" || echo "A FINDING: $log")"
done
echo "fuzz: $total executions, $found findings"
[ "$found" -eq 0 ]
