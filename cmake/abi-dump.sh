#!/bin/sh
# Builds a tree with debug information and writes WORK/new.abi. Usage: abi-dump.sh TREE WORK
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tree=$1
work=$2
cd "$tree"
# one compiler for both sides, so that only the sources can differ; ABI_STRIP is for the test that a blind gate is noticed
rm -f "$work/libinnoscore.so" # an earlier one may be stripped
make -s -j"$(nproc)" -f "$here/abi.mk" "WORK=$work" "TREE=$tree" || exit 91
[ -z "${ABI_STRIP:-}" ] || strip -g "$work/libinnoscore.so"
readelf -SW "$work/libinnoscore.so" | grep -q '\.debug_info' || { echo "no debug information"; exit 90; }
nm -D --defined-only "$work/libinnoscore.so" | awk '$2 != "A" { sub(/@.*/, "", $3); print $3 }' | LC_ALL=C sort >"$work/exported"
sed -n 's/^    \(inno_[a-z0-9_]*\);$/\1/p' cmake/innoscore.map | LC_ALL=C sort >"$work/listed"
cmp -s "$work/exported" "$work/listed" || { echo "exports and map differ"; exit 91; }
abidw --headers-dir include --drop-private-types --no-corpus-path --no-comp-dir-path --short-locs \
  --out-file "$work/new.abi" "$work/libinnoscore.so"
