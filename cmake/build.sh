# Builds for this and other systems, each in one folder that all scripts share. Sourced, with $root set; POSIX sh.
# build_for SYSTEM TARGET...: native, windows-x86_64, windows-i686 or wasm; the folder is then $built. Two scripts may ask at
# once. The folders lie in $INNO_BUILDS, by default build/systems; $INNO_NATIVE is a folder where native ones are built already.
build_for() {
  system=$1
  shift
  if [ "$system" = native ] && [ -n "${INNO_NATIVE:-}" ]; then
    built=$INNO_NATIVE
    return
  fi
  built=${INNO_BUILDS:-$root/build/systems}/$system
  mkdir -p "$built"
  (
    if command -v flock >/dev/null; then flock 9; fi
    compile_for "$@" >"$built.log" 2>&1 || { tail -30 "$built.log" && exit 1; }
  ) 9>"$built.lock"
}
compile_for() { # a folder that is there keeps its options
  if [ ! -e "$built/CMakeCache.txt" ]; then
    toolchain=
    case $system in
    windows-*) toolchain=mingw-w64-${system#windows-} ;;
    wasm) toolchain=wasm32-wasi ;;
    esac
    strip=
    case $system in windows-*) strip=-DCMAKE_SHARED_LINKER_FLAGS_RELEASE=-s ;; esac
    cmake -S "$root" -B "$built" -DCMAKE_BUILD_TYPE=Release -DINNO_EXAMPLES=OFF -DINNO_WERROR=ON \
      ${toolchain:+"-DCMAKE_TOOLCHAIN_FILE=$root/cmake/$toolchain.cmake"} $strip || return 1
  fi
  cmake --build "$built" -j"$(nproc)" --target "$@"
}
