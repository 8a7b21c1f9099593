#!/bin/sh
# The ABI of the tree against the baseline. Usage: abi-gate.sh [TREE [BASELINE]]. Any difference fails; an intended one gets a new
# baseline (sh cmake/update-abi) and a line in the CHANGELOG.
# Exit: 0 same, 77 no abigail here (77 counts as skipped), 90 no debug information, 91 exports and map differ, 92 ABI changed.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
tree=${1:-$here}
baseline=${2:-$here/cmake/abi/innoscore-0.1-$(uname -m).abi}
command -v abidw >/dev/null || { echo "abigail-tools is not installed"; exit 77; }
[ -f "$baseline" ] || { echo "no baseline for $(uname -m)"; exit 77; }
work=${ABI_WORK:-} # a folder with the objects of the last call; without it all is made anew
if [ -z "$work" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi
sh "$here/cmake/abi-dump.sh" "$tree" "$work" || exit $?
abidiff --no-added-syms --suppressions "$here/cmake/abi/private.suppr" "$baseline" "$work/new.abi" || exit 92
echo "ABI as in $(basename "$baseline")"
