#!/bin/sh
# The gate tests itself: every break must turn it red, every neutral edit must leave it green.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
command -v abidw >/dev/null || { echo "abigail-tools is not installed"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=0
mkdir "$work/tree" "$work/build"
ABI_WORK=$work/build
export ABI_WORK
fresh() { # undoes the last edit; only what it touched is new, so that only that is compiled
  cd "$here"
  find include lib cmake -type f | while read -r file; do
    cmp -s "$file" "$work/tree/$file" && continue
    mkdir -p "$work/tree/$(dirname "$file")"
    cp "$file" "$work/tree/$file"
  done
  cd "$work/tree"
}
expect() { # NAME WANTED: runs the gate on the changed copy
  code=0
  sh "$here/cmake/abi-gate.sh" "$work/tree" >"$work/log" 2>&1 || code=$?
  if [ "$code" = "$2" ]; then echo "$1: $code"; else
    echo "$1: $code where $2 was wanted"
    tail -5 "$work/log"
    wrong=1
  fi
}
fresh && expect "untouched" 0
fresh && sed -i 's/int64_t work_limit, int32_t \*done/int32_t work_limit, int32_t *done/' include/innoscore/result.h lib/api/result.c &&
  expect "narrowed parameter" 92
fresh && sed -i '/inno_method_step_count;/d' cmake/innoscore.map && expect "dropped function" 92
fresh && sed -i 's/    inno_version;/    inno_version;\n    inno_nowhere;/' cmake/innoscore.map && expect "listed but not there" 91
fresh && sed -i 's/^  void \*context; .*/  void *context;\n  void *more;/' include/innoscore/allocator.h && expect "grown public struct" 92
fresh && ABI_STRIP=1 && export ABI_STRIP && expect "no debug information" 90 && unset ABI_STRIP
# edits that break nobody, all at once: a field of a private struct, a new key, and a key renumbered, which is the frozen
# numbers' to catch
fresh && sed -i 's/^  int32_t ties;$/  int32_t ties;\n  int32_t private_addition;/' lib/construct/method.h &&
  echo '#define INNO_KEY_TREAT_FUTURE 499' >>include/innoscore/limits.h &&
  sed -i 's/#define INNO_KEY_TREAT_LIMIT 420/#define INNO_KEY_TREAT_LIMIT 421/' include/innoscore/keys.h
for edited in lib/construct/method.h include/innoscore/limits.h include/innoscore/keys.h; do
  if cmp -s "$here/$edited" "$edited"; then
    echo "$edited: the edit did not take"
    wrong=1
  fi
done
expect "private field, new key, renumbered key" 0
if gcc -std=c11 -Iinclude -fsyntax-only "$here/tests/abi/frozen.c" 2>/dev/null; then
  echo "renumbered key: the frozen numbers did not notice"
  wrong=1
fi
exit $wrong
