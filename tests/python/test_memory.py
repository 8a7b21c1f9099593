"""Memory and reference counts stay as they are over many calls, however they end."""
from __future__ import annotations

import gc
import os
import sys
import tracemalloc
import weakref
from pathlib import Path
from typing import Any, Callable

import numpy as np
import pandas as pd
import pytest

import innoscore

CALLS = int(os.environ.get("INNOSCORE_MEMORY_CALLS", "100000"))
ALLOWED = 2 << 20  # bytes: arenas of the allocators, not one object a call
UNITS = ["u", "v", "w"]
COLUMNS = {"a": np.array([1.0, 2.0, 4.0]), "b": np.array([3.0, 1.0, 2.0])}


def resident() -> int:
    """Bytes that the process holds now."""
    path = Path("/proc/self/statm")
    if not path.exists():
        pytest.skip("no /proc/self/statm")
    return int(path.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.fixture(scope="module")
def method() -> innoscore.Method:
    nodes = [{"code": "index"}, {"code": "a", "parent": "index"}, {"code": "b", "parent": "index"}]
    return innoscore.Method(innoscore.Framework(nodes), [innoscore.normalize(), innoscore.aggregate()])


def flat(call: Callable[[], Any], calls: int) -> None:
    """No growth once it runs; of 100,000 calls, 21 bytes lost in each would be seen."""
    for _ in range(calls // 10):
        call()
    gc.collect()
    before = resident()
    for _ in range(calls):
        call()
    gc.collect()
    assert resident() - before < ALLOWED, f"{resident() - before} bytes after {calls} calls"


def test_scores(method: innoscore.Method) -> None:
    data = innoscore.Dataset(COLUMNS, UNITS)
    flat(lambda: method.score(data), CALLS)


def test_scores_that_are_closed(method: innoscore.Method) -> None:
    data = innoscore.Dataset(COLUMNS, UNITS)

    def call() -> None:
        with method.score(data):
            pass

    flat(call, CALLS)


def test_data(method: innoscore.Method) -> None:
    flat(lambda: innoscore.Dataset(COLUMNS, UNITS, groups={"g": ["x", "y", None]}), CALLS)


def test_errors(method: innoscore.Method) -> None:
    short = innoscore.Dataset({"a": COLUMNS["a"]}, UNITS)

    def call() -> None:
        try:
            method.score(short)
        except innoscore.MissingColumnError:
            return
        raise AssertionError("not refused")

    flat(call, CALLS)


def test_objects_that_fail_half_way(method: innoscore.Method) -> None:
    """The dataset is there, a column of it is refused."""

    def call() -> None:
        try:
            innoscore.Dataset({"a": COLUMNS["a"], "b": np.array([1.0, np.inf, 2.0])}, UNITS)
        except innoscore.InfiniteError:
            return
        raise AssertionError("not refused")

    flat(call, CALLS // 2)


def test_methods_and_frames(method: innoscore.Method) -> None:
    frame = pd.DataFrame(COLUMNS, index=UNITS)

    def call() -> None:
        made = innoscore.Method(method.framework,
                                [innoscore.normalize(lower=1), innoscore.aggregate().at("index", rule="median")])
        result = made.score(frame)
        result.scores, result.ranks, result.weights, result.frames, result.to_json(), made.fingerprint

    flat(call, CALLS // 100)


def test_many_different_codes_are_not_kept(method: innoscore.Method) -> None:
    """What is at hand of the last codes is bounded."""
    numbers = iter(range(10**9))
    units = [[f"{next(numbers)}-{'x' * 200}" for _ in range(3)] for _ in range(2000)]
    places = iter(units * (CALLS // 1000))
    flat(lambda: innoscore.Dataset(COLUMNS, next(places)), CALLS // 10)


def test_no_object_of_python_is_left(method: innoscore.Method) -> None:
    data = innoscore.Dataset(COLUMNS, UNITS)

    def call() -> None:
        method.score(data).scores
        try:
            method.score({"a": [1.0]})
        except innoscore.InnoError:
            pass

    for _ in range(50):
        call()
    tracemalloc.start()
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(1000):
        call()
    gc.collect()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert after - before < 16 << 10, after - before


def test_references_to_inputs(method: innoscore.Method) -> None:
    values, units, labels = np.array([1.0, 2.0, 4.0]), list(UNITS), ["x", "y", "z"]
    frame = pd.DataFrame(COLUMNS, index=UNITS)
    watched: list[Any] = [values, units, labels, frame, frame.index, method, method.framework]
    before = list(map(sys.getrefcount, watched))
    for _ in range(100):
        data = innoscore.Dataset({"a": values, "b": values}, units, groups={"g": labels})
        method.score(data)
        method.score(frame)
        with pytest.raises(innoscore.InnoError):
            method.score({"a": values})
        with pytest.raises(innoscore.DuplicateError):
            innoscore.Dataset({"a": values}, ["u", "u", "w"])
    del data
    gc.collect()
    assert list(map(sys.getrefcount, watched)) == before


def test_objects_go_when_nobody_holds_them(method: innoscore.Method) -> None:
    """Without the collector: no handle is part of a cycle."""
    gc.disable()
    try:
        data = innoscore.Dataset(COLUMNS, UNITS)
        result = method.score(data)
        owned = [weakref.ref(data._c), weakref.ref(result._c)]
        result.scores, result.ranks, data.to_dataframe()
        del data
        assert owned[0]() is not None  # the result reads names of units from it
        del result
        assert [one() for one in owned] == [None, None]
    finally:
        gc.enable()


def test_close_gives_the_memory_back(method: innoscore.Method) -> None:
    rows = 200_000
    column = np.arange(float(rows))
    units = [f"{k:06}" for k in range(rows)]
    data = innoscore.Dataset({"a": column, "b": column[::-1]}, units)
    result = method.score(data)
    gc.collect()
    before = resident()
    result.close()
    data.close()
    gc.collect()
    assert before - resident() > rows * 8 * 4
