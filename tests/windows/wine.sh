# A wine of its own for the tests of a folder. Sourced; POSIX sh.
# start_wine FOLDER: its files are in FOLDER/wine. stop_wine ends what was started and removes them.
# Wine's services are started beforehand with their output away: a test that started them would be waited for until they end.
start_wine() {
  unset DISPLAY
  WINEPREFIX=$(realpath "$1")/wine
  WINEDEBUG=-all
  WINEDLLOVERRIDES="mscoree,mshtml="
  export WINEPREFIX WINEDEBUG WINEDLLOVERRIDES
  rm -rf "$WINEPREFIX"
  mkdir -p "$WINEPREFIX"
  wineserver -p60 >/dev/null 2>&1 </dev/null
  wineboot -i >/dev/null 2>&1 </dev/null
}
stop_wine() {
  if [ -n "${WINEPREFIX:-}" ]; then
    wineserver -k >/dev/null 2>&1 </dev/null || true
    wineserver -w >/dev/null 2>&1 </dev/null || true
    rm -rf "$WINEPREFIX" # 700 MB
  fi
}
