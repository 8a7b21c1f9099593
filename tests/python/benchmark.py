#!/usr/bin/env python3
"""What Method.score() takes beyond the C calls that it makes, on 63 units and 52 indicators of the synthetic example.

Each way and the bare C calls take turns in one run; the least of many repetitions counts, so that other work on the
machine does not. Usage: benchmark.py [REPETITIONS]"""
from __future__ import annotations

import ctypes as c
import gc
import importlib.util
import sys
import time
from pathlib import Path
from typing import Any, Callable

import numpy as np
import pandas as pd

SOURCE = Path(__file__).resolve().parents[2]
if importlib.util.find_spec("innoscore") is None:  # neither installed nor in PYTHONPATH: what lies here
    sys.path.insert(0, str(SOURCE / "examples/python"))
import innoscore  # noqa: E402
from innoscore._library import library  # noqa: E402

UNITS = 63
Call = Callable[[], Any]


def example() -> tuple[innoscore.Method, pd.DataFrame]:
    folder = SOURCE / "examples/data/pii-synthetic"
    framework = innoscore.Framework.from_csv(folder / "framework.csv")
    method = innoscore.Method.from_ini(folder / "method.ini", framework)
    few = pd.read_csv(folder / "data.csv").set_index("unit")
    rows = np.arange(UNITS) % len(few)
    noise = np.random.default_rng(1).uniform(0.9, 1.1, (UNITS, len(framework.columns)))
    block = few[list(framework.columns)].to_numpy(dtype=float)[rows] * noise
    frame = pd.DataFrame(block, index=[f"U{k:02}" for k in range(UNITS)], columns=list(framework.columns))
    return method, frame


def bare(method: innoscore.Method, frame: pd.DataFrame) -> tuple[Call, Call]:
    """The C calls with every argument at hand: from a matrix, and from a dataset that is there."""
    functions, block = library(), np.ascontiguousarray(frame.to_numpy())
    units = (c.c_char_p * len(frame))(*[code.encode() for code in frame.index])
    codes = (c.c_char_p * frame.shape[1])(*[code.encode() for code in frame.columns])
    data, result = c.c_void_p(), c.c_void_p()
    of_data, of_result = c.byref(data), c.byref(result)
    keep, address = innoscore.result.KEEP["all"], block.ctypes.data
    of_method, (down, right) = method._c._as_parameter_, block.strides

    def whole() -> None:
        functions.inno_dataset_create(None, len(units), units, of_data, None)
        functions.inno_dataset_add_columns(data, codes, len(codes), address, down, right, None)
        functions.inno_result_create(None, of_method, data, keep, of_result, None)
        functions.inno_result_destroy(result)
        functions.inno_dataset_destroy(data)

    ready = innoscore.Dataset.from_dataframe(frame)
    of_ready = ready._c

    def score() -> None:
        functions.inno_result_create(None, of_method, of_ready, keep, of_result, None)
        functions.inno_result_destroy(result)

    return whole, score


def ways(method: innoscore.Method, frame: pd.DataFrame) -> dict[str, tuple[Call, bool]]:
    """name -> call, and whether it makes the dataset too."""
    mapping = {code: frame[code].to_numpy() for code in frame}
    texts = frame.assign(name=[f"Unit {k}" for k in range(UNITS)], region=["north", "south", "east"] * (UNITS // 3),
                         note="a remark")
    fortran = pd.DataFrame(np.asfortranarray(frame.to_numpy()), index=frame.index, columns=frame.columns)
    integers = (frame * 1000).round().fillna(1).astype(np.int64)
    ready = method.dataset(frame)
    return {
        "DataFrame of doubles": (lambda: method.score(frame), True),
        "DataFrame, Fortran order": (lambda: method.score(fortran), True),
        "DataFrame with name, region, note": (lambda: method.score(texts), True),
        "DataFrame of integers": (lambda: method.score(integers), True),
        "dict of arrays": (lambda: method.score(mapping), True),
        "Dataset": (lambda: method.score(ready), False),
    }


def least(calls: list[Call], repetitions: int) -> list[float]:
    """Microseconds of each, taking turns."""
    best = [float("inf")] * len(calls)
    gc.disable()
    for _ in range(repetitions):
        for k, call in enumerate(calls):
            begun = time.perf_counter_ns()
            call()
            best[k] = min(best[k], (time.perf_counter_ns() - begun) / 1000)
    gc.enable()
    return best


def main(repetitions: int) -> None:
    method, frame = example()
    whole, score = bare(method, frame)
    named = ways(method, frame)
    times = least([whole, score, *(call for call, _ in named.values())], repetitions)
    print(f"{UNITS} x {len(method.framework.indicators)}, least of {repetitions}, microseconds")
    print(f"{'C: create, add_columns, score':40}{times[0]:9.1f}\n{'C: score':40}{times[1]:9.1f}")
    for (name, (_, makes)), taken in zip(named.items(), times[2:]):
        print(f"{name:40}{taken:9.1f}   {taken - times[0 if makes else 1]:+8.1f} over C")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
