"""Seconds of a score and of 10,000 replicates of the synthetic provinces, native and as WebAssembly, in turns.
Usage: benchmark.py LIBRARY MODULE.wasm...   the least of several runs each; absolute times belong to this machine"""
from __future__ import annotations

import ctypes as c
import json
import os
import pathlib
import subprocess
import sys
import time
from typing import Callable

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROUNDS, SCORES, REPLICATES = 5, 500, 10_000


def least(work: Callable[[], object], times: int) -> float:
    def once() -> float:
        begin = time.perf_counter()
        work()
        return time.perf_counter() - begin

    return min(once() for _ in range(times))


def native() -> dict[str, float]:
    sys.path.insert(0, str(ROOT / "examples/python"))
    import innoscore
    from innoscore._compiled import Compiled
    from innoscore._library import library

    folder = ROOT / "examples/data/pii-synthetic"
    framework = innoscore.Framework.from_csv(folder / "framework.csv")
    method = innoscore.Method.from_ini(folder / "method.ini", framework)
    data = innoscore.Dataset.from_csv(folder / "data.csv", framework)
    functions, result, tally = library(), c.c_void_p(), c.c_void_p()
    whole = Compiled(method, data, innoscore.Assumptions().weight_noise(1, 0.25), None, {"seed": 7})
    functions.inno_tally_create(None, whole._c, c.byref(tally), None)
    first = iter(range(0, 10**9, REPLICATES))

    def score() -> None:
        functions.inno_result_create(None, method._c, data._c, 1, c.byref(result), None)
        functions.inno_result_destroy(result)

    return {"score": least(score, SCORES),
            "replicates": least(lambda: functions.inno_tally_run(tally, whole._c, next(first), REPLICATES, None), 5)}


def module(path: str) -> dict[str, float]:
    script = ROOT / "tests/wasm/benchmark.mjs"
    done = subprocess.run(["node", str(script), str(SCORES), str(REPLICATES)], check=True, capture_output=True,
                          env={**os.environ, "INNOSCORE_WASM": path})
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    os.environ["INNOSCORE_LIBRARY"] = sys.argv[1]
    best: dict[str, dict[str, float]] = {}
    for _ in range(ROUNDS):
        for name in sys.argv[1:]:
            found = native() if name == sys.argv[1] else module(name)
            seen = best.setdefault(name, found)
            best[name] = {key: min(value, seen[key]) for key, value in found.items()}
    of_native = best[sys.argv[1]]
    for name, found in best.items():
        shown = ", ".join(f"{key} {1e3 * value:.3f} ms ({value / of_native[key]:.2f})" for key, value in found.items())
        print(f"{name} [{os.path.getsize(name)} bytes]: {shown}")


if __name__ == "__main__":
    main()
