#!/bin/sh
# Every public header compiles alone as C99, C11 and C++17.
set -eu
cd "$(dirname "$0")/../.."
for header in include/innoscore/*.h; do
  name=innoscore/$(basename "$header")
  for standard in c99 c11; do
    printf '#include "%s"\nextern int unit_is_not_empty;\n' "$name" |
      ${CC:-cc} -std=$standard -Wall -Wextra -Wpedantic -Werror -Iinclude -x c -fsyntax-only -
  done
  printf '#include "%s"\n' "$name" | ${CXX:-c++} -std=c++17 -Wall -Wextra -Wpedantic -Werror -Iinclude -x c++ -fsyntax-only -
done
echo "$(ls include/innoscore/*.h | wc -l) headers, three languages"
