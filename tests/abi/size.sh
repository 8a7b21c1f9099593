#!/bin/sh
# The stripped shared library with every method, analysis and the engine of replicates stays below 1 MB.
set -eu
if nm -D --undefined-only "$1" | grep -qE '__(asan|ubsan|tsan|msan|gcov)'; then
  echo "instrumented build: not measured"
  exit 77
fi
out=$(mktemp)
trap 'rm -f "$out"' EXIT
strip -o "$out" "$1"
bytes=$(wc -c <"$out")
echo "stripped: $bytes bytes"
[ "$bytes" -lt 1000000 ]
