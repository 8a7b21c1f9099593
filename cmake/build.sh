# Builds for this and other systems, each in one folder that all scripts share. Sourced, with $root set; POSIX sh.
#   build_for SYSTEM TARGET...       native, windows-x86_64, windows-i686 or wasm; the folder is then $built
#   configure_for SYSTEM OPTION...   the same folder, with more options of cmake from then on
# Two scripts may ask at once. The folders lie in $INNO_BUILDS, by default build/systems; $INNO_NATIVE is a folder where
# native ones are built already.
built_in() {
  built=${INNO_BUILDS:-$root/build/systems}/$1
  mkdir -p "$built"
}
locked() { # COMMAND...: what it prints only when it fails
  (
    if command -v flock >/dev/null; then flock 9; fi
    "$@" >"$built.log" 2>&1 || { tail -30 "$built.log" && exit 1; }
  ) 9>"$built.lock"
}
configure_for() {
  system=$1
  shift
  built_in "$system"
  if [ ! -e "$built/CMakeCache.txt" ]; then
    set -- -DCMAKE_BUILD_TYPE=Release -DINNO_EXAMPLES=OFF -DINNO_WERROR=ON "$@"
    case $system in
    windows-*)
      set -- -DCMAKE_TOOLCHAIN_FILE="$root/cmake/mingw-w64-${system#windows-}.cmake" -DCMAKE_SHARED_LINKER_FLAGS_RELEASE=-s \
        -DCMAKE_EXE_LINKER_FLAGS_RELEASE=-s "$@"
      ;;
    wasm) set -- -DCMAKE_TOOLCHAIN_FILE="$root/cmake/wasm32-wasi.cmake" "$@" ;;
    esac
  fi
  locked cmake -S "$root" -B "$built" "$@"
}
build_for() {
  if [ "$1" = native ] && [ -n "${INNO_NATIVE:-}" ]; then
    built=$INNO_NATIVE
    return
  fi
  built_in "$1"
  [ -e "$built/CMakeCache.txt" ] || configure_for "$1"
  shift
  locked cmake --build "$built" -j"$(nproc)" --target "$@"
}
