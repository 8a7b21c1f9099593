#!/bin/sh
# Installs, moves the prefix, and builds a consumer in every supported way; each one scores something and is run.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake -S "$root" -B "$work/build" -DCMAKE_BUILD_TYPE=Release -DINNO_EXAMPLES=OFF -DCMAKE_INSTALL_PREFIX="$work/first" >"$work/log"
cmake --build "$work/build" -j2 >>"$work/log"
cmake --install "$work/build" >>"$work/log"
mv "$work/first" "$work/moved"
prefix=$work/moved
libdir=$(dirname "$(find "$prefix" -name libinnoscore.a)")
pc=$libdir/pkgconfig
say() { echo "$1: $("$2")"; }
LD_LIBRARY_PATH=$libdir
export LD_LIBRARY_PATH

for kind in shared static; do
  cmake -S "$here" -B "$work/find-$kind" -DKIND=$kind -DCMAKE_PREFIX_PATH="$prefix" >>"$work/log"
  cmake --build "$work/find-$kind" >>"$work/log"
  say "find_package $kind" "$work/find-$kind/consumer"
  say "find_package $kind, C++" "$work/find-$kind/consumer_cpp"
done
cmake -S "$here" -B "$work/sub" -DKIND=subdirectory -DSOURCE="$root" >>"$work/log"
cmake --build "$work/sub" -j2 --target consumer >>"$work/log"
say "add_subdirectory" "$work/sub/consumer"

PKG_CONFIG_PATH=$pc
export PKG_CONFIG_PATH
# shellcheck disable=SC2046
cc -o "$work/shared" "$here/consumer.c" $(pkg-config --cflags --libs innoscore)
say "pkg-config" "$work/shared"
# shellcheck disable=SC2046
cc -static -o "$work/static" "$here/consumer.c" $(pkg-config --static --cflags --libs innoscore)
say "pkg-config --static" "$work/static"
[ "$(pkg-config --modversion innoscore)" = 0.1.0 ]
