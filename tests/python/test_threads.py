"""One method and many threads: every result has the same bits, and an error stays with its thread."""
from __future__ import annotations

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Callable

import numpy as np
import pandas as pd
import pytest

import innoscore

THREADS = 8


def together(work: Callable[[int], Any]) -> list[Any]:
    """Results of work(0..7), begun at once; the first exception is raised here."""
    barrier = threading.Barrier(THREADS)

    def begin(number: int) -> Any:
        barrier.wait()
        return work(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(begin, range(THREADS)))


def bits(result: innoscore.Result) -> bytes:
    return bytes(result.scores.to_numpy().tobytes() + result.ranks.to_numpy().tobytes())


def test_one_method_and_eight_threads(pii_method: innoscore.Method, pii_data: pd.DataFrame) -> None:
    frames = [pii_data.sample(frac=1.0, random_state=number) for number in range(THREADS)]
    expected = [bits(pii_method.score(frame)) for frame in frames]
    shared = pii_method.dataset(pii_data)
    of_shared = bits(pii_method.score(shared))

    def work(number: int) -> bool:
        return all(bits(pii_method.score(frames[number])) == expected[number]
                   and bits(pii_method.score(shared)) == of_shared for _ in range(25))

    assert together(work) == [True] * THREADS


def test_one_result_and_eight_readers(pii_method: innoscore.Method, pii_data: pd.DataFrame) -> None:
    expected = pii_method.score(pii_data)
    known = (bits(expected), expected.values("treat").to_numpy().tobytes(), expected.to_json(),
             expected.weights.to_json())
    for _ in range(10):
        result = pii_method.score(pii_data)  # nothing of it is read yet
        read = together(lambda number: (bits(result), result.values("treat").to_numpy().tobytes(), result.to_json(),
                                        result.weights.to_json()))
        assert read == [known] * THREADS


def test_an_error_in_one_thread_does_not_show_in_another(tai_method: innoscore.Method, tai_data: pd.DataFrame) -> None:
    """Four threads fail, each in its own way; four succeed."""
    expected = bits(tai_method.score(tai_data))

    def fail(number: int) -> None:
        code = tai_data.columns[number]
        with pytest.raises(innoscore.NoDataError) as caught:
            tai_method.score(tai_data.assign(**{code: np.nan}))
        assert caught.value.node == code and code in caught.value.message
        unit = tai_data.index[number]
        with pytest.raises(innoscore.DuplicateError) as other:
            innoscore.Dataset({}, [unit, "x", unit])
        assert other.value.unit == unit and unit in str(other.value)

    def work(number: int) -> None:
        for _ in range(200):
            if number % 2 == 0:
                fail(number)
            else:
                assert bits(tai_method.score(tai_data)) == expected

    together(work)


def test_the_language_belongs_to_a_thread(tai_method: innoscore.Method, tai_data: pd.DataFrame) -> None:
    wrong = tai_data.assign(PATENTS=np.nan)

    def sentence(number: int) -> str:
        innoscore.set_language("vi" if number % 2 == 0 else "en")
        said = set()
        for _ in range(50):
            with pytest.raises(innoscore.NoDataError) as caught:
                tai_method.score(wrong)
            said.add(str(caught.value))
        assert len(said) == 1
        return said.pop()

    said = together(sentence)
    assert len(set(said[0::2])) == len(set(said[1::2])) == 1 and said[0] != said[1]
    with pytest.raises(innoscore.NoDataError) as caught:
        tai_method.score(wrong)
    assert str(caught.value) == said[1]  # here nothing changed


def test_threads_that_come_and_go(tai_method: innoscore.Method, tai_data: pd.DataFrame) -> None:
    """Each has an error object of its own, which goes with it."""
    data = tai_method.dataset(tai_data)
    failures: list[str] = []

    def once() -> None:
        try:
            tai_method.score(data)
            with pytest.raises(innoscore.InnoError):
                tai_method.score({"PATENTS": [1.0]})
        except BaseException as error:
            failures.append(repr(error))

    for _ in range(100):
        threads = [threading.Thread(target=once) for _ in range(THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not failures


def test_others_run_during_a_call(pii_framework: innoscore.Framework, pii_data: pd.DataFrame) -> None:
    """The interpreter lock is given up: while C is at work, Python counts on."""
    many = pd.concat([pii_data.drop(columns=["name", "region"])] * 300, ignore_index=True)
    many.index = many.index.astype(str)
    method = innoscore.Method(pii_framework)
    data = method.dataset(many)
    counted, done, interval = [0], threading.Event(), sys.getswitchinterval()

    def count() -> None:
        while not done.is_set():
            counted[0] += 1
            time.sleep(0)

    thread = threading.Thread(target=count)
    sys.setswitchinterval(60.0)  # from here on the lock goes to the other thread only where it is given up
    try:
        thread.start()
        before = counted[0]
        method.score(data)
        after = counted[0]
    finally:
        sys.setswitchinterval(interval)
        done.set()
        thread.join()
    assert after - before > 50
