#!/bin/sh
# The build system carries no weight: one compiler line makes the library.
set -eu
cd "$(dirname "$0")/../.."
out=$(mktemp)
trap 'rm -f "$out"' EXIT
${CC:-cc} -std=c11 -O1 -ffp-contract=off -fPIC -shared -Iinclude -Ilib lib/*/*.c -o "$out" -lm
echo "$(ls lib/*/*.c | wc -l) files, one line"
