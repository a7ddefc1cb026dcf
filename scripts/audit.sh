#!/usr/bin/env bash
# Checks what is depended on: licences, sources, bans, and faults that are known. Run it through make.
# What the network does not allow is said, loudly, and is no failure: nothing was found because nothing could
# be looked up.
set -uo pipefail
cd "$(dirname "$0")/.."

failed=""
log=.tools/log
mkdir -p "$log"

loud() { printf '\naudit: !!!! %s\naudit: !!!! %s\n\n' "NOT CHECKED: $1" "$2"; }

if cargo deny --version >/dev/null 2>&1; then
  if cargo deny check licenses bans sources >"$log/deny.log" 2>&1; then
    echo "audit: licences, bans and sources of crates: ok"
  else
    failed="$failed crates"
    cat "$log/deny.log"
  fi
  if timeout 60 cargo deny check advisories >"$log/advisories.log" 2>&1; then
    echo "audit: known faults of crates: none"
  elif grep -q "^error\[" "$log/advisories.log"; then
    failed="$failed advisories"
    cat "$log/advisories.log"
  else
    loud "known faults of crates" "the database of advisories could not be had: see $log/advisories.log"
  fi
else
  loud "crates" "cargo-deny is not installed: scripts/setup.sh audit"
fi

# npm answers with an object of counts, or with an error where the registry has no audits.
for folder in tests/e2e tests/package tools/build bench; do
  answer=$(cd "$folder" && npm audit --package-lock-only --json 2>/dev/null)
  counts=$(printf '%s' "$answer" | node -e '
    try {
      const { vulnerabilities: v } = JSON.parse(require("fs").readFileSync(0, "utf8")).metadata;
      console.log(v.high + v.critical, v.total);
    } catch {}')
  if [ -z "$counts" ]; then
    loud "known faults of npm packages in $folder" "the registry gives no audits"
  elif [ "${counts%% *}" != 0 ]; then
    failed="$failed $folder"
    (cd "$folder" && npm audit --package-lock-only)
  else
    echo "audit: npm packages in $folder: ${counts##* } known faults, none of them high"
  fi
done

[ -z "$failed" ] || { echo "audit: FAILED:$failed"; exit 1; }
