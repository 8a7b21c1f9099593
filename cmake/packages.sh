# Installs Debian packages that are missing. Sourced by examples/run and tests/run; POSIX sh.
# need_packages NAME...: says what it will install and how large it is, then does it, without questions.
need_packages() {
  missing=
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "Please install (this is not a Debian system):$missing" >&2
    return 1
  fi
  as_root=
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "Please install as root:$missing" >&2; return 1; }
    as_root=sudo
  fi
  DEBIAN_FRONTEND=noninteractive
  export DEBIAN_FRONTEND
  $as_root apt-get update -qq -o DPkg::Lock::Timeout=600 || return 1
  # shellcheck disable=SC2086
  size=$(apt-get install -s --no-install-recommends $missing 2>/dev/null | awk '/^Inst/ { print $2 }' |
    xargs -r apt-cache show --no-all-versions 2>/dev/null | awk '/^Installed-Size:/ { kb += $2 } END { printf "%.0f", kb / 1024 }')
  echo "Installing$missing (about ${size:-?} MB with what they need)"
  # shellcheck disable=SC2086
  $as_root apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=600 $missing >/dev/null || return 1
}
