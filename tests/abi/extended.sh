#!/bin/sh
# The promise of growth: a deliberately extended release (extended/extend.py) still runs programs that were compiled against
# today's headers, and today's library refuses what only that release knows, with a status and a sentence.
# Usage: sh tests/abi/extended.sh LIBRARY [SCOREBOARD]
# Exit 77: LIBRARY is instrumented, so that a plain program cannot load it; or a tool is missing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
library=$(realpath "$1")
scoreboard=${2:-}
LC_ALL=C.UTF-8
PYTHONDONTWRITEBYTECODE=1
export LC_ALL PYTHONDONTWRITEBYTECODE
python=/usr/bin/python3
if nm -D --undefined-only "$library" | grep -qE '__(asan|ubsan|tsan|msan|gcov)'; then echo "SKIPPED: instrumented build" && exit 77; fi
command -v abidw >/dev/null || { echo "SKIPPED: abigail-tools is not installed"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
today=$work/today
extended=$work/extended
copy=$work/copy
mkdir "$today" "$extended" "$copy" "$work/bin" "$work/older" "$work/newer" "$work/only_new"
cp "$library" "$today/libinnoscore.so.0"
ln -s libinnoscore.so.0 "$today/libinnoscore.so"
ln -s libinnoscore.so "$extended/libinnoscore.so.0"

fail() {
  echo "WRONG: $*"
  exit 1
}
with() { # FOLDER COMMAND...: with the library of that folder
  folder=$1
  shift
  LD_LIBRARY_PATH=$folder "$@"
}
quietly() { # COMMAND...: what it prints only when it fails
  "$@" >"$work/log" 2>&1 || { cat "$work/log" && fail "$*"; }
}
says() { # WORDS FILE: and shows the sentence
  grep -m1 -F "$1" "$2" || { cat "$2" && fail "no word of '$1'"; }
}

echo "-- the extended release"
cp -r "$root/cmake" "$root/include" "$root/lib" "$copy"
mkdir -p "$copy/tests/abi"
cp "$here"/*.py "$copy/tests/abi"
$python "$here/extended/extend.py" "$copy"
$python "$copy/cmake/update-keys"
sh "$copy/cmake/update-map"
# what the gates ask of any release; the dump compiles it
sh "$copy/cmake/abi-dump.sh" "$copy" "$extended" || fail "abi-dump.sh: $?"
for gate in "exports.py $extended/libinnoscore.so" documented.py sources.py; do
  # shellcheck disable=SC2086
  quietly $python "$copy/tests/abi/"$gate
done
sed -n '/^INNO_0.2 {/,$p' "$copy/cmake/innoscore.map" | tr -d '\n ' | grep -qxF 'INNO_0.2{global:inno_version_number;}INNO_0.1;' ||
  fail "the function is not alone under a node of its own"

echo "-- only additions"
baseline=$root/cmake/abi/innoscore-0.1-$(uname -m).abi
if [ -f "$baseline" ]; then
  private=$root/cmake/abi/private.suppr
  quietly abidiff --no-added-syms --suppressions "$private" "$baseline" "$extended/new.abi"
  code=0
  abidiff --suppressions "$private" "$baseline" "$extended/new.abi" >"$work/diff" || code=$?
  [ $code = 4 ] || fail "abidiff says $code where 4, for an added symbol, was wanted"
  grep -E "^(Functions|Variables) changes summary: 0 Removed, 0 Changed[^,]*, [01] Added|\[A\]" "$work/diff" >"$work/added"
  cat "$work/added"
  [ "$(grep -c . "$work/added")" = 3 ] || fail "other changes than one added function"
else
  echo "no baseline for $(uname -m): not compared"
fi
$python "$copy/tests/abi/freeze.py"
sort "$here/frozen.c" >"$work/numbers"
sort "$copy/tests/abi/frozen.c" | comm -23 "$work/numbers" - >"$work/lost"
[ ! -s "$work/lost" ] || { cat "$work/lost" && fail "numbers that changed"; }

echo "-- programs of today, compiled against today's headers and library, with the extended one"
compile() { # TREE OPTIONS...: against the headers of that tree
  tree=$1
  shift
  quietly gcc -std=c11 -O0 -Wall -Wextra -Wconversion -Wshadow -Werror -I"$tree/include" -I"$root/tests" \
    -DINNO_SHARED_DIR="\"$root/../shared\"" -DINNO_SOURCE_DIR="\"$root\"" "$@"
}
for part in rich golden csv allocator faults; do compile "$root" -c "$root/tests/support/$part.c" -o "$work/$part.o"; done
build() { # NAME SOURCE [OBJECTS...]
  program=$1
  shift
  compile "$root" "$@" -L"$today" -linnoscore -lcmocka -lm -o "$work/bin/$program"
}
both() { # NAME COMMAND...: the same output with both
  name=$1
  shift
  with "$today" "$@" >"$work/expected" 2>&1 || { cat "$work/expected" && fail "$name with today's library"; }
  with "$extended" "$@" >"$work/got" 2>&1 || { cat "$work/got" && fail "$name with the extended library"; }
  diff "$work/expected" "$work/got" || fail "$name: other output"
  echo "$name: the same $(wc -l <"$work/got") lines"
}
build frozen "$here/frozen.c"
both "frozen numbers" "$work/bin/frozen"
build tai "$root/examples/linking/c/tai.c"
both "examples/linking/c, bits of scores" "$work/bin/tai"
build numbers "$here/extended/numbers.c"
both "numbers" "$work/bin/numbers"
for test in dataset indicator_set scheme method result frames panel impute_pipeline frontier flat_contract flat_aggregate flat_normalize \
  flat_treat weights; do
  build "$test" "$root/tests/unit/test_$test.c" "$work"/*.o
  both "test_$test" "$work/bin/$test"
done
for caller in "$root"/tests/bindings/ctypes_*.py; do
  case $caller in *_json.py) continue ;; esac # takes half a minute; exchange.c below has texts
  with "$extended" quietly $python "$caller" "$extended/libinnoscore.so.0"
  echo "$(basename "$caller"): passes"
done
code=0
INNOSCORE_LIBRARY=$extended/libinnoscore.so $python "$root/tests/golden/hosts/make.py" --check >"$work/log" 2>&1 || code=$?
[ $code = 0 ] || [ $code = 77 ] || { cat "$work/log" && fail "bits of tests/golden/hosts"; }
tail -1 "$work/log"

echo "-- what one release writes, the other reads"
build exchange "$here/extended/exchange.c" "$work"/*.o
release() { # TREE: as its headers say
  sed -n 's/^#define INNO_VERSION_[A-Z]* //p' "$1/include/innoscore/version.h" | paste -sd.
}
exchange() { # FOLDER TREE WORDS...: and the library says the release of its headers
  folder=$1
  release=$(release "$2")
  shift 2
  with "$folder" "$work/bin/exchange" "$@" >"$work/log" || { cat "$work/log" && fail "exchange $*"; }
  cat "$work/log"
  grep -q "^$release: " "$work/log" || fail "the release is not $release"
}
exchange "$today" "$root" write "$work/older"
exchange "$extended" "$copy" read "$work/older"
exchange "$extended" "$copy" write "$work/newer"
exchange "$today" "$root" read "$work/newer"

echo "-- programs of the extended release with today's library"
for program in newer needs_new; do
  compile "$copy" "$here/extended/$program.c" -L"$extended" -linnoscore -ldl -o "$work/bin/$program"
done
quietly with "$extended" "$work/bin/newer" extended "$work/only_new"
with "$today" "$work/bin/newer" today "$work/only_new"
[ "$(with "$extended" "$work/bin/needs_new")" = 2 ] || fail "the new function"
if with "$today" "$work/bin/needs_new" >"$work/log" 2>&1; then fail "a program that needs the new function was started"; fi
says "version \`INNO_0.2' not found" "$work/log"
if [ -n "$scoreboard" ]; then
  for words in "aggregation rule cautious" "normalization lift 5"; do
    # shellcheck disable=SC2086
    set -- $words
    sed "s/^\[$1\]\$/&\n$2 = $3/" "$root/examples/data/tai/method_equal.ini" | awk -v key="$2" '
      /^\[/ { seen = 0 } $1 == key && seen++ { next } { print }' >"$work/method.ini"
    if "$scoreboard" --framework "$root/examples/data/tai/framework.csv" --data "$root/examples/data/tai/data.csv" \
      --method "$work/method.ini" --output "$work/board" >"$work/log" 2>&1; then fail "METHOD.ini with $2 = $3 was taken"; fi
    says "'$([ "$2" = rule ] && echo "$3" || echo "$2")'" "$work/log"
  done
fi
echo "the promise of growth holds"
