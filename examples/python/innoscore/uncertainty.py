"""Uncertainty: many replicates of a method under assumptions, counted; how firm is a rank?"""
from __future__ import annotations

import ctypes as c
import threading
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Iterator, Literal, Sequence

import numpy as np
import pandas as pd

from . import _abi
from ._abi import INNO_TALLY_CHECKPOINTS, INNO_TALLY_COMPLETE, INNO_TALLY_FAILED, INNO_TALLY_FAILURES
from ._abi import INNO_TALLY_HALVES, INNO_TALLY_RANGES, INNO_TALLY_REPLICATES, INNO_TALLY_TOP_COUNT, INNO_TALLY_UNITS
from ._arrays import NATIVE, Doubles, address_of, column
from ._compiled import Compiled, Replicate
from ._handles import Handle, Owned, create
from ._library import library
from ._ranges import Progress, Range, Run, gaps, run_ranges, workers_of
from .assumptions import Assumptions
from .dataset import text_of
from .errors import BY_STATUS, InnoError, check, error_object, status_text
from .scheme import Scheme

if TYPE_CHECKING:
    from .method import Data, Method

# Columns of the summary: what a tally always counts, and of scores where they are counted.
OF_RANKS: Final = ("NOMINAL", "MEDIAN", "LOWER", "UPPER", "MEAN", "ERROR", "SD", "BEST", "WORST", "UNRANKED", "TOP")
OF_SCORES: Final = ("SCORE_MEAN", "SCORE_SD", "SCORE_ERROR", "SCORE_BELOW", "SCORE_ABOVE")
REPLICATES: Final = 2**62  # that there are: inno_tally_run()
MOST_RANGES: Final = 1000  # separate ranges in a thread's tally before it adds them to the sum: a quarter of the limit


class Uncertainty(Handle):
    """What many replicates said, in whole numbers: the same bits for any number of threads, machines and any order of
    merging. Tables have a row a unit. Any number of threads may read it, also while more() or merge() run: these put a
    new count in place when it is whole.

    ``interrupted``: True when Ctrl-C ended the last run before its end; what was finished is counted, more() goes
    on."""

    def __init__(self, owned: Owned, compiled: Compiled | None, units: Sequence[str] | None = None) -> None:
        super().__init__(owned)
        count = self._number(INNO_TALLY_UNITS)
        given = compiled.units if compiled is not None else tuple(units) if units is not None else None
        if given is not None and len(given) != count:
            raise ValueError(f"{len(given)} codes for a tally of {count} units")
        self.units: tuple[str, ...] = given if given is not None else tuple(map(str, range(1, count + 1)))
        self.interrupted = False
        self._compiled, self._turn, self._has_turn = compiled, threading.Lock(), 0

    # ---- running ----------------------------------------------------------------------------------------------------

    def more(self, n: int, *, workers: int | None = None, progress: Progress = "auto", first: int = 0) -> Uncertainty:
        """Runs the n lowest replicates from ``first`` on that are not counted yet, and gives this object back."""
        if isinstance(n, bool) or not isinstance(n, (int, np.integer)) or n < 0:
            raise ValueError(f"n is a number of replicates, 0 or more, not {n!r}")
        if first + n > REPLICATES:
            raise ValueError(f"first + n is at most 2**62, not {first + n}: there are no more replicates")
        compiled = self._live("more()")
        with self._one_at_a_time("more()"):
            total = _copy(self._c, compiled)
            adder = _Adder(total, compiled)
            wanted = gaps(_ranges_of(total), int(n), first)
            runs = [adder.run_of_thread() for _ in range(min(workers_of(workers), max(int(n), 1)))]
            _, self.interrupted = run_ranges(wanted, runs, progress, "Replicates")
            adder.add_all()
            self._owned = total
        return self

    def merge(self, other: Uncertainty) -> Uncertainty:
        """Adds the replicates of another one of the same uncertainty, in this object, and gives it back. TallyError: it
        is of something else, or a replicate is in both."""
        if not isinstance(other, Uncertainty):
            raise TypeError(f"merge() wants an Uncertainty, not {type(other).__name__}; from_bytes() makes one")
        with self._one_at_a_time("merge()"):
            total = _read(_write(self._c))
            check(library().inno_tally_merge(total, other._c, error_object()))
            self._owned = total
        return self

    # ---- reading ----------------------------------------------------------------------------------------------------

    @property
    def replicates(self) -> int:
        """How many are counted, failed ones too."""
        return self._number(INNO_TALLY_REPLICATES)

    @property
    def complete(self) -> int:
        """Replicates 0 to this - 1 are all there."""
        return self._number(INNO_TALLY_COMPLETE)

    @property
    def failed(self) -> int:
        return self._number(INNO_TALLY_FAILED)

    @property
    def ranges(self) -> list[Range]:
        """(first, count) of the replicates that are counted."""
        return _ranges_of(self._c)

    @property
    def nominal(self) -> pd.DataFrame:
        """Score and rank of the method without any assumption; the score is there while method and data are."""
        ranks = pd.DataFrame({"rank": self._unit_values(_abi.INNO_TALLY_NOMINAL)}, self._index)
        return self._compiled.nominal if self._compiled is not None else ranks

    @property
    def summary(self) -> pd.DataFrame:
        """The table that is published, best nominal rank first: nominal, median, lower and upper (the interval of the
        option confidence, 0.9), mean, error (standard error of the mean), sd, best, worst, unranked (replicates without
        a rank), top (share among the first, option top) with Wilson's 95 % interval; of scores mean, sd, error and how
        many lie beyond the scale where they are counted (options score_bins, score_low, score_high)."""
        found = {name.lower(): self._unit_values(getattr(_abi, f"INNO_TALLY_{name}")) for name in OF_RANKS}
        top = self.top(self._number(INNO_TALLY_TOP_COUNT))
        found |= {"top_lower": top["lower"].to_numpy(), "top_upper": top["upper"].to_numpy()}
        if library().inno_tally_column_count(self._c, _abi.INNO_TALLY_SCORE_COUNTS) > 0:
            found |= {name.lower(): self._unit_values(getattr(_abi, f"INNO_TALLY_{name}")) for name in OF_SCORES}
        return pd.DataFrame(found, self._index).sort_values("nominal", kind="stable", na_position="last")

    @property
    def rank_frequencies(self) -> pd.DataFrame:
        """Share of the replicates (failed ones left out) in which a unit has a rank: a row a unit, a column a rank."""
        return self._of_ranks(_abi.INNO_TALLY_RANK_SHARES)

    @property
    def rank_counts(self) -> pd.DataFrame:
        """The same in replicates."""
        return self._of_ranks(_abi.INNO_TALLY_RANK_COUNTS).astype(np.int64)

    @property
    def rank_within(self) -> pd.DataFrame:
        """Share with this rank or a better one."""
        return self._of_ranks(_abi.INNO_TALLY_RANK_WITHIN)

    @property
    def dominance(self) -> pd.DataFrame:
        """Share in which the row's unit ranks above the column's; wants the option pairs=True (NotKeptError)."""
        return pd.DataFrame(self._matrix(_abi.INNO_TALLY_PAIR_WINS), self._index, list(self.units))

    @property
    def ties(self) -> pd.DataFrame:
        """Share in which both have the same rank; wants pairs=True."""
        return pd.DataFrame(self._matrix(_abi.INNO_TALLY_PAIR_TIES), self._index, list(self.units))

    @property
    def central_weights(self) -> pd.DataFrame:
        """Mean share of each node among its siblings where the unit came first, NaN = it never did; wants
        central=True."""
        matrix = self._matrix(_abi.INNO_TALLY_CENTRAL)
        compiled = self._compiled
        codes = compiled.method.framework.codes if compiled is not None else range(matrix.shape[1])
        return pd.DataFrame(matrix, self._index, list[Any](codes))

    @property
    def score_counts(self) -> pd.DataFrame:
        """Scores in every bin of the scale, from the lowest; wants score_bins."""
        return pd.DataFrame(self._matrix(_abi.INNO_TALLY_SCORE_COUNTS), self._index).astype(np.int64)

    def quantiles(self, probabilities: Any = (0.05, 0.5, 0.95), *, type: int = 7, of: Literal["rank", "score"] = "rank",
                  ) -> pd.DataFrame:
        """Quantiles of types 1 to 9 of Hyndman and Fan, a column a probability. Those of ranks are exact; those of
        scores are the middle of a bin, and ``attrs["error_bound"]`` says how far that is from the exact one at most."""
        given = column(np.atleast_1d(np.asarray(probabilities, NATIVE)).copy(), None, "probabilities")
        out, bound = np.empty((len(self.units), given.length)), c.c_double(0.0)
        where, (down, right) = (self._c, given.address, given.length, type, address_of(out)), out.strides
        if of == "rank":
            check(library().inno_tally_rank_quantiles(*where, down, right, error_object()))
        elif of == "score":
            check(library().inno_tally_score_quantiles(*where, down, right, c.byref(bound), error_object()))
        else:
            raise ValueError(f'of is "rank" or "score", not {of!r}')
        frame = pd.DataFrame(out, self._index, np.asarray(given.keep).tolist())
        frame.attrs["error_bound"] = bound.value
        return frame

    def exact_score_quantiles(self, probabilities: Any = (0.05, 0.5, 0.95), *, type: int = 7, most: int = 100_000_000,
                              workers: int | None = None, progress: Progress = "auto") -> pd.DataFrame:
        """Quantiles of the scores, exactly those of all scores one by one, from a second run of the same replicates, in
        which only scores near the quantiles are kept, 8 bytes each: SizeError when that would be more than ``most``.
        Wants score_bins; the more, the fewer are kept. Ctrl-C raises KeyboardInterrupt."""
        compiled, tally, functions = self._live("exact_score_quantiles()"), self._c, library()
        given = column(np.atleast_1d(np.asarray(probabilities, NATIVE)).copy(), None, "probabilities")
        passes = [create(functions.inno_score_pass_create, functions.inno_score_pass_destroy, None, tally,
                         given.address, given.length, type, most) for _ in range(workers_of(workers))]

        def run_of_thread(own: Owned) -> Run:
            return lambda first, count: check(
                functions.inno_score_pass_run(own, compiled._c, first, count, error_object()))

        ranges = _ranges_of(tally)
        if run_ranges(ranges, [run_of_thread(own) for own in passes], progress, "Second pass")[1]:
            raise KeyboardInterrupt
        for other in passes[1:]:
            check(functions.inno_score_pass_merge(passes[0], other, error_object()))
        out = np.empty((len(self.units), given.length))
        check(functions.inno_score_pass_quantiles(
            passes[0], address_of(out), out.strides[0], out.strides[1], error_object()))
        return pd.DataFrame(out, self._index, np.asarray(given.keep).tolist())

    def intervals(self, *levels: float) -> pd.DataFrame:
        """Ends of the central intervals of the ranks, for each level (0.9 = from the 5 % to the 95 % quantile)."""
        wanted = levels or (0.5, 0.9, 0.95)
        ends = self.quantiles([end for level in wanted for end in ((1 - level) / 2, (1 + level) / 2)])
        ends.columns = pd.MultiIndex.from_product([wanted, ["lower", "upper"]], names=["level", "end"])
        return ends

    def top(self, k: int, confidence: float = 0.95) -> pd.DataFrame:
        """Probability of a rank of k or better, with Wilson's interval."""
        out = np.empty((3, len(self.units)))
        share, lower, upper = map(address_of, out)
        check(library().inno_tally_top(self._c, k, confidence, share, lower, upper, NATIVE.itemsize, error_object()))
        return pd.DataFrame(out.T, self._index, ["share", "lower", "upper"])

    @property
    def failures(self) -> pd.DataFrame:
        """A row a kind of failure: status, name, count, the lowest such replicate and what was wrong there. Failed
        replicates are in no share and no mean."""
        functions, status, count, replicate = library(), c.c_int32(), c.c_int64(), c.c_int64()
        rows = []
        for number in range(self._number(INNO_TALLY_FAILURES)):
            check(functions.inno_tally_failure(
                self._c, number, c.byref(status), c.byref(count), c.byref(replicate)))
            kind = BY_STATUS.get(status.value, InnoError).__name__
            said = self._sentence(status.value, replicate.value)
            rows.append((status.value, kind, count.value, replicate.value, said))
        return pd.DataFrame(rows, columns=["status", "error", "count", "replicate", "message"])

    @property
    def changes(self) -> pd.DataFrame:
        """What changed at each doubling of the replicates, 2048 or more: largest change of a mean rank and of a share
        in the top. They are there as far as the replicates from 0 on are complete."""
        functions, rows = library(), []
        n, of_ranks, of_top = c.c_int64(), c.c_double(), c.c_double()
        for number in range(self._number(INNO_TALLY_CHECKPOINTS)):
            check(functions.inno_tally_change(self._c, number, c.byref(n), c.byref(of_ranks), c.byref(of_top)))
            rows.append((n.value, of_ranks.value, of_top.value))
        return pd.DataFrame(rows, columns=["replicates", "rank_change", "top_change"])

    def stable(self, rank_change: float = 0.1, top_change: float = 0.01) -> int | None:
        """The number of replicates at which the answer had settled: at the doubling to it, nothing changed by more."""
        return library().inno_tally_stable(self._c, rank_change, top_change) or None

    def replicate(self, number: int) -> Replicate:
        """One replicate again, counted or not: what was drawn, and what came out."""
        return self._live("replicate()").replay(number)

    def at_parameters(self, parameters: Any) -> Replicate:
        """What comes out under given parameters, in the order of Replicate.parameters."""
        return self._live("at_parameters()").at_parameters(parameters)

    # ---- bytes ------------------------------------------------------------------------------------------------------

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes: equal for equal counts, on every machine and in the program scoreboard."""
        return text_of(library().inno_tally_digest, self._c, capacity=65)

    def to_bytes(self) -> bytes:
        """The counts, the same on every machine. Codes of units, method and data are not in them."""
        return _write(self._c)

    @classmethod
    def from_bytes(cls, data: bytes, like: Uncertainty | None = None,
                   units: Sequence[str] | None = None) -> Uncertainty:
        """``like``: one of the same uncertainty (uncertainty(..., n=0) makes it), which gives codes, replicates and
        more(); without it the counts can be read and merged, and ``units`` names the units (1, 2, ... without)."""
        owned = _read(data)
        compiled = like._live("like") if like is not None else None
        if compiled is not None:
            check(library().inno_tally_merge(_tally(compiled), owned, error_object()))  # refuses another one
        return cls(owned, compiled, units)

    def save(self, path: str | PathLike[str]) -> None:
        """Writes to_bytes() to a file."""
        Path(path).write_bytes(self.to_bytes())

    @classmethod
    def load(cls, path: str | PathLike[str], like: Uncertainty | None = None,
             units: Sequence[str] | None = None) -> Uncertainty:
        """from_bytes() of a file."""
        return cls.from_bytes(Path(path).read_bytes(), like, units)

    def close(self) -> None:
        super().close()
        self._compiled = None

    # ---- inside -----------------------------------------------------------------------------------------------------

    @property
    def _index(self) -> pd.Index:
        return pd.Index(self.units, name="unit", dtype=object)

    @contextmanager
    def _one_at_a_time(self, what: str) -> Iterator[None]:
        """Other threads wait; a call from the progress of one that runs would wait for itself."""
        if self._has_turn == threading.get_ident():
            raise RuntimeError(f"{what} cannot be called from the progress of a run of the same object; call it "
                               "afterwards")
        with self._turn:
            self._has_turn = threading.get_ident()
            try:
                yield
            finally:
                self._has_turn = 0

    def _live(self, what: str) -> Compiled:
        compiled = self._compiled
        if compiled is None:
            self._c  # raises when it was closed
            raise ValueError(f"{what} wants method and data, which bytes do not hold: read them with "
                             "like=uncertainty(method, data, assumptions, n=0)")
        return compiled

    def _number(self, number: int) -> int:
        return library().inno_tally_number(self._c, number)

    def _unit_values(self, field: int) -> Doubles:
        out = np.empty(len(self.units))
        check(library().inno_tally_unit_values(self._c, field, address_of(out), NATIVE.itemsize, error_object()))
        return out

    def _matrix(self, matrix: int) -> Doubles:
        functions, owned = library(), self._c
        out = np.empty((len(self.units), functions.inno_tally_column_count(owned, matrix)))
        check(functions.inno_tally_matrix(owned, matrix, address_of(out), max(out.strides[0], 8), 8, error_object()))
        return out

    def _of_ranks(self, matrix: int) -> pd.DataFrame:
        values = self._matrix(matrix)
        halves = self._number(INNO_TALLY_HALVES) == 1
        ranks = [1 + k / 2 for k in range(values.shape[1])] if halves else list(range(1, values.shape[1] + 1))
        return pd.DataFrame(values, self._index, pd.Index(ranks, name="rank"))

    def _sentence(self, status: int, replicate: int) -> str:
        if self._compiled is not None:
            try:
                self._compiled.replay(replicate)
            except InnoError as error:
                return error.message
        return status_text(status)

    def __repr__(self) -> str:
        if self._is_closed:
            return f"<Uncertainty: {len(self.units)} units, closed>"
        failed = f", {self.failed:,} failed" if self.failed else ""
        return f"<Uncertainty: {len(self.units)} units, {self.replicates:,} replicates{failed}>"

    def _repr_html_(self) -> str:
        return f"<p>{self.replicates:,} replicates, {self.failed:,} failed</p>" \
               f"{self.summary.to_html(max_rows=20, float_format='%.2f')}"


class _Adder:
    """A tally for each thread, added to the sum when it holds many ranges and at the end, in the order of the
    threads."""

    def __init__(self, total: Owned, compiled: Compiled) -> None:
        self._total, self._compiled, self._lock = total, compiled, threading.Lock()
        self._own: list[Owned] = []

    def run_of_thread(self) -> Run:
        place = len(self._own)
        self._own.append(_tally(self._compiled))
        functions = library()

        def run(first: int, count: int) -> None:
            own = self._own[place]
            check(functions.inno_tally_run(own, self._compiled._c, first, count, error_object()))
            if functions.inno_tally_number(own, INNO_TALLY_RANGES) >= MOST_RANGES:
                self._add(own)
                self._own[place] = _tally(self._compiled)

        return run

    def add_all(self) -> None:
        for own in self._own:
            self._add(own)

    def _add(self, own: Owned) -> None:
        with self._lock:
            check(library().inno_tally_merge(self._total, own, error_object()))


def _tally(compiled: Compiled) -> Owned:
    functions = library()
    return create(functions.inno_tally_create, functions.inno_tally_destroy, None, compiled._c)


def _ranges_of(tally: Owned) -> list[Range]:
    functions, first, count, found = library(), c.c_int64(), c.c_int64(), []
    for number in range(functions.inno_tally_number(tally, INNO_TALLY_RANGES)):
        check(functions.inno_tally_range(tally, number, c.byref(first), c.byref(count)))
        found.append((first.value, count.value))
    return found


def _copy(tally: Owned, compiled: Compiled) -> Owned:
    made = _tally(compiled)
    check(library().inno_tally_merge(made, tally, error_object()))
    return made


def _write(tally: Owned) -> bytes:
    needed, functions = c.c_int64(0), library()
    check(functions.inno_tally_write(tally, None, 0, c.byref(needed), error_object()))
    buffer = c.create_string_buffer(needed.value)
    check(functions.inno_tally_write(tally, buffer, needed.value, c.byref(needed), error_object()))
    return buffer.raw


def _read(data: bytes) -> Owned:
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"a tally is read from bytes, as to_bytes() gives them, not from {type(data).__name__}")
    functions, held = library(), bytes(data)
    return create(functions.inno_tally_read, functions.inno_tally_destroy, None, held, len(held))


def uncertainty(method: Method, data: Data, assumptions: Assumptions | None = None, n: int = 1_000_000, *,
                workers: int | None = None, seed: int | None = None, progress: Progress = "auto", first: int = 0,
                options: Scheme | None = None, **settings: Any) -> Uncertainty:
    """Draws every assumption n times, scores again each time and counts the ranks.

    ``assumptions``: None = every weight varies by a quarter, as in the program scoreboard. ``workers``: threads, None =
    one a processor; their number changes no bit. ``progress``: "auto" = a bar of tqdm where it is installed and there
    is a terminal, True, False, or a function of (done, total), which is called about ten times a second. ``first``: the
    lowest replicate, so that several machines take a range each; n = 0 only prepares. ``options`` or single
    ``settings``: those of uncertainty_options(): seed, sequence, node, period, confidence, top, score_bins, score_low,
    score_high, pairs, central.

    Ctrl-C keeps what is done: threads finish their piece (some 0.05 s), and the result has ``interrupted`` = True. A
    second Ctrl-C, or one before the first replicate is done, raises KeyboardInterrupt. A replicate that fails is
    counted in ``failures``."""
    if seed is not None:
        settings["seed"] = seed
    compiled = Compiled(method, data, assumptions, options, settings)
    made = Uncertainty(_tally(compiled), compiled).more(n, workers=workers, progress=progress, first=first)
    if made.interrupted and made.replicates == 0:
        raise KeyboardInterrupt
    return made
