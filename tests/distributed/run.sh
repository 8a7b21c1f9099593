#!/bin/sh
# One run of replicates split over MPI ranks or Dask workers has the digest of `scoreboard --uncertainty`, on 1, 2 and 4.
# Usage: run.sh mpi|dask SCOREBOARD STATIC-LIBRARY SHARED-LIBRARY. Ends with 77 where the engine cannot be had.
set -eu
kind=$1 scoreboard=$2 static=$3 shared=$4
root=$(cd "$(dirname "$0")/../.." && pwd)
tai=$root/examples/data/tai
replicates=50000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$root/cmake/packages.sh"

skip() {
  echo "skipped: $1"
  exit 77
}
digest() { sed -n 's/^Digest: \([0-9a-f]\{64\}\)$/\1/p'; }
same() { # NAME DIGEST
  echo "$1: $2"
  [ "$2" = "$wanted" ] || { echo "expected $wanted" && exit 1; }
}

cp "$tai/method_equal.ini" "$work/method.ini"
wanted=$("$scoreboard" --framework "$tai/framework.csv" --data "$tai/data.csv" --method "$work/method.ini" --uncertainty $replicates | digest)
[ ${#wanted} = 64 ]
other=$("$scoreboard" --framework "$tai/framework.csv" --data "$tai/data.csv" --method "$work/method.ini" --uncertainty 49999 | digest)
[ "$other" != "$wanted" ] # else equal digests would say nothing

case $kind in
  mpi)
    need_packages libopenmpi-dev openmpi-bin || skip "MPI cannot be installed here"
    readers=
    for name in assume catalog data framework frontier_rule ini judgement lookup memory number optimal panel plan session table utf8; do
      readers="$readers $root/examples/scoreboard/$name.c"
    done
    # shellcheck disable=SC2086
    mpicc -std=c11 -O2 -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Werror -D_XOPEN_SOURCE=700 -DINNO_STATIC -I"$root/include" -I"$root/examples/scoreboard" \
      "$root/examples/distributed/replicates_mpi.c" $readers "$static" -lcsv -lm -o "$work/replicates_mpi"
    OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
    export OMPI_ALLOW_RUN_AS_ROOT OMPI_ALLOW_RUN_AS_ROOT_CONFIRM
    for ranks in 1 2 4; do
      same "$ranks ranks" "$(mpirun --oversubscribe -n $ranks "$work/replicates_mpi" "$tai/framework.csv" "$tai/data.csv" "$work/method.ini" $replicates | digest)"
    done
    if mpirun --oversubscribe -n 2 "$work/replicates_mpi" "$work/none.csv" "$tai/data.csv" "$work/method.ini" 10 2>"$work/err"; then exit 1; fi
    [ "$(grep -c 'none.csv' "$work/err")" = 1 ] # said once, not by every rank
    ;;
  dask)
    need_packages python3-distributed || skip "Dask cannot be installed here"
    if nm -D --undefined-only "$shared" | grep -qE '__(asan|ubsan|tsan|msan)'; then skip "instrumented build: cannot be loaded by Python"; fi
    for workers in 1 2 4; do
      same "$workers workers" "$(/usr/bin/python3 "$root/examples/distributed/replicates_dask.py" "$shared" "$tai/framework.csv" "$tai/data.csv" $replicates $workers | digest)"
    done
    ;;
esac
