#!/bin/sh
# Builds a tree with debug information in one compiler call and writes WORK/new.abi. Usage: abi-dump.sh TREE WORK
set -eu
tree=$1
work=$2
cd "$tree"
# one compiler for both sides, so that only the sources can differ; ABI_STRIP is for the test that a blind gate is noticed
gcc -std=c11 -g -Og -fPIC -shared -ffp-contract=off -fvisibility=hidden -DINNO_BUILDING "-ffile-prefix-map=$tree=." \
  -Iinclude -Ilib lib/*/*.c -Wl,--version-script=cmake/innoscore.map -Wl,--no-undefined-version -Wl,-soname,libinnoscore.so.0 \
  -o "$work/libinnoscore.so" -lm || exit 91
[ -z "${ABI_STRIP:-}" ] || strip -g "$work/libinnoscore.so"
readelf -SW "$work/libinnoscore.so" | grep -q '\.debug_info' || { echo "no debug information"; exit 90; }
nm -D --defined-only "$work/libinnoscore.so" | awk '$2 != "A" { sub(/@.*/, "", $3); print $3 }' | LC_ALL=C sort >"$work/exported"
sed -n 's/^    \(inno_[a-z0-9_]*\);$/\1/p' cmake/innoscore.map | LC_ALL=C sort >"$work/listed"
cmp -s "$work/exported" "$work/listed" || { echo "exports and map differ"; exit 91; }
abidw --headers-dir include --drop-private-types --no-corpus-path --no-comp-dir-path --short-locs \
  --out-file "$work/new.abi" "$work/libinnoscore.so"
