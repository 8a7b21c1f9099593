"""Numbered pieces of work on several threads. Pieces are handed out in ascending order; the lock of the interpreter is
free during a call of the library, so the threads run at once."""
from __future__ import annotations

import contextvars
import os
import signal
import sys
import threading
import time
from numbers import Integral
from typing import Any, Callable, Iterable, Literal, Sequence, Union

Range = tuple[int, int]  # first, count
Run = Callable[[int, int], None]
Progress = Union[bool, Literal["auto"], Callable[[int, int], object]]
FIRST_PIECE = 64  # until the time of one is known
PIECES_A_SECOND = 20  # so that Ctrl-C and the bar do not wait
LOOKS_A_SECOND = 10


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def workers_of(workers: int | None) -> int:
    if workers is None:
        return processors()
    if isinstance(workers, bool) or not isinstance(workers, Integral) or not 1 <= workers <= 1024:
        raise ValueError(f"workers is a number of threads from 1 to 1024, or None for one a processor, not {workers!r}")
    return int(workers)


class _Work:
    """What the threads share."""

    def __init__(self, ranges: Sequence[Range]) -> None:
        self.left = list(ranges)
        self.changed = threading.Condition()
        self.stopped = False
        self.done = self.running = 0
        self.failure: BaseException | None = None

    def take(self, wanted: int) -> Range | None:
        with self.changed:
            if self.stopped or not self.left:
                return None
            first, count = self.left[0]
            taken = min(count, wanted)
            self.left[:1] = [(first + taken, count - taken)] if taken < count else []
            return first, taken

    def finish(self, count: int) -> None:
        with self.changed:
            self.done += count

    def stop(self, failure: BaseException | None = None) -> None:
        with self.changed:
            self.stopped = True
            self.failure = self.failure or failure

    def end(self) -> None:
        with self.changed:
            self.running -= 1
            self.changed.notify()


def run_ranges(ranges: Sequence[Range], runs: Sequence[Run], progress: Progress, words: str) -> tuple[int, bool]:
    """Runs every piece of ``ranges`` on as many threads as there are ``runs``: what has been done, and whether Ctrl-C
    (or a KeyboardInterrupt of the progress callback) ended it before. What was begun is then finished, so what is done
    is always the beginning of the ranges. A second Ctrl-C raises KeyboardInterrupt. An exception of a thread ends all
    and is raised here."""
    work, total = _Work([one for one in ranges if one[1] > 0]), sum(count for _, count in ranges)
    threads = [threading.Thread(target=contextvars.copy_context().run, args=(_loop, work, run), daemon=True)
               for run in runs]
    interrupted = threading.Event()

    def on_interrupt(*_: Any) -> None:
        interrupted.set()
        work.stopped = True  # without the lock, which this thread may hold
        signal.signal(signal.SIGINT, signal.default_int_handler)

    work.running = len(threads)
    with _handler(on_interrupt), _Bar(progress, total, words) as bar:
        for thread in threads:
            thread.start()
        try:
            _watch(work, bar)
        except KeyboardInterrupt:
            if interrupted.is_set():  # the second one
                raise
            interrupted.set()
        finally:
            work.stop()
            for thread in threads:
                thread.join()
    if work.failure is not None:
        raise work.failure
    return work.done, interrupted.is_set() and work.done < total


def _watch(work: _Work, bar: _Bar) -> None:
    while True:
        with work.changed:
            if work.running > 0:
                work.changed.wait(1.0 / LOOKS_A_SECOND)
            running, done = work.running, work.done
        bar.show(done)
        if running == 0:
            return


def _loop(work: _Work, run: Run) -> None:
    piece = FIRST_PIECE
    try:
        while (taken := work.take(piece)) is not None:
            before = time.perf_counter()
            run(*taken)
            work.finish(taken[1])
            piece = _next_piece(taken[1], time.perf_counter() - before)
    except BaseException as failure:  # raised again by the thread that waits
        work.stop(failure)
    finally:
        work.end()


def _next_piece(count: int, took: float) -> int:
    """So long that the next piece takes its share of a second; the first ones are no measure, so at most 16 times
    more."""
    return max(1, min(int(count / max(took, 1e-6) / PIECES_A_SECOND), 16 * count, 10**9))


class _handler:
    """Ctrl-C as a call of ``function`` instead of an exception anywhere; only in the main thread, and only where
    Python's own handler stood."""

    def __init__(self, function: Callable[..., None]) -> None:
        self._function = function
        self._mine = (threading.current_thread() is threading.main_thread()
                      and signal.getsignal(signal.SIGINT) is signal.default_int_handler)

    def __enter__(self) -> None:
        if self._mine:
            signal.signal(signal.SIGINT, self._function)

    def __exit__(self, *_: object) -> None:
        if self._mine:
            signal.signal(signal.SIGINT, signal.default_int_handler)


class _Bar:
    """tqdm's bar, a callback (done, total), or nothing."""

    def __init__(self, progress: Progress, total: int, words: str) -> None:
        if not callable(progress) and progress not in (True, False, "auto"):
            raise ValueError(f'progress is True, False, "auto" or a function of (done, total), not {progress!r}')
        self._total, self._last, self._tell = total, 0, progress if callable(progress) else None
        self._bar = None if callable(progress) else _tqdm(progress, total, words)

    def __enter__(self) -> _Bar:
        return self

    def show(self, done: int) -> None:
        if self._bar is not None:
            self._bar.update(done - self._last)
        self._last = done
        if self._tell is not None:
            self._tell(done, self._total)

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()


def _tqdm(progress: bool | str, total: int, words: str) -> Any:
    if progress is False or (progress == "auto" and not (sys.stderr is not None and sys.stderr.isatty())):
        return None
    try:
        from tqdm import tqdm
    except ImportError:
        if progress is True:
            raise ImportError('progress=True wants tqdm: install it, for instance with "pip install tqdm"') from None
        return None
    return tqdm(total=total, desc=words, unit_scale=True)


def gaps(held: Iterable[Range], wanted: int, first: int = 0) -> list[Range]:
    """The ``wanted`` lowest numbers from ``first`` on that no range of ``held``, which ascend, has."""
    found: list[Range] = []
    at = first
    for begin, count in held:
        free = min(begin - at, wanted)
        if free > 0:
            found.append((at, free))
            wanted -= free
        at = max(at, begin + count)
    return [*found, (at, wanted)] if wanted > 0 else found
