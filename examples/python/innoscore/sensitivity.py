"""Sensitivity: which assumption moves the result, and by how much."""
from __future__ import annotations

import ctypes as c
from typing import TYPE_CHECKING, Any, Callable, Final, Literal, Sequence, Tuple, Union

import numpy as np
import pandas as pd

from . import _abi
from ._abi import INNO_LIMIT_SOBOL_INPUTS, INNO_SEQUENCE_PHILOX, INNO_SEQUENCE_SOBOL, INNO_SEQUENCE_SOBOL_PLAIN
from ._arrays import NATIVE, Doubles, address_of
from ._compiled import Compiled
from ._handles import Handle, Owned, create
from ._library import library
from ._ranges import Progress, Run, run_ranges, workers_of
from ._texts import utf8
from .assumptions import Assumptions
from .errors import NoDataError, check, error_object
from .framework import number_of
from .scheme import Scheme, choice
from .uncertainty import Uncertainty

if TYPE_CHECKING:
    from .method import Data, Method

Estimator = Literal["jansen", "saltelli", "centered"]
Interval = Literal["percentile", "normal"]
Sequences = Literal["auto", "philox", "sobol", "sobol_plain"]
Output = Union[Literal["rank_shift"], Tuple[Literal["score", "rank"], str], Callable[[Doubles, Doubles], float]]
INTERVALS: Final[dict[str, int]] = {"percentile": _abi.INNO_INTERVAL_PERCENTILE, "normal": _abi.INNO_INTERVAL_NORMAL}
WALKS: Final[dict[str, int]] = {"trajectory": _abi.INNO_WALK_TRAJECTORY, "radial": _abi.INNO_WALK_RADIAL}
ORDERS: Final = (("first", _abi.INNO_SENSITIVITY_FIRST), ("total", _abi.INNO_SENSITIVITY_TOTAL))
BOOTSTRAP_PIECE: Final = 10  # resamples between two chances for Ctrl-C


class Groups:
    """The inputs of a design: dimensions of one assumption are one group."""

    def __init__(self, compiled: Compiled) -> None:
        self.names: list[str] = []
        self.inputs: list[int] = []
        self.of_input: list[int] = []
        names, last = compiled.assumptions.names, -1
        for dimension in compiled.dimensions:
            if dimension.assumption != last:
                self.names.append(names[dimension.assumption])
                self.inputs.append(0)
                last = dimension.assumption
            self.inputs[-1] += 1
            self.of_input.append(len(self.names) - 1)

    @property
    def array(self) -> Any:
        return (c.c_int32 * len(self.of_input))(*self.of_input)

    @property
    def index(self) -> pd.Index:
        return pd.Index(self.names, name="assumption", dtype=object)


class Sensitivity(Handle):
    """Indices of one output. First order: the share of its variance that an assumption explains alone; total: that it
    has a part in. Estimates may leave 0..1: that is their error.

    ``outputs``: of every run of the design, NaN = it failed or, when ``interrupted``, was not done. ``failed``: how
    many runs failed."""

    def __init__(self, owned: Owned, groups: Groups, outputs: Doubles, estimator: str, failed: int,
                 interrupted: bool) -> None:
        super().__init__(owned)
        self.outputs, self.estimator, self.failed, self.interrupted = outputs, estimator, failed, interrupted
        self._groups = groups

    @property
    def indices(self) -> pd.DataFrame:
        """As table(): intervals of 95 % from quantiles of the resamples."""
        return self.table()

    def table(self, level: float = 0.95, interval: Interval = "percentile") -> pd.DataFrame:
        """A row an assumption: inputs (its dimensions), first and total, each with the ends of its interval."""
        kind = choice(interval, INTERVALS, "interval")
        frame = pd.DataFrame({"inputs": self._groups.inputs}, self._groups.index)
        for name, field in ORDERS:
            out = np.empty((3, len(frame)))
            value, lower, upper = map(address_of, out)
            check(library().inno_sensitivity_indices(self._c, field, value, NATIVE.itemsize, error_object()))
            check(library().inno_sensitivity_intervals(
                self._c, field, kind, level, lower, NATIVE.itemsize, upper, NATIVE.itemsize, error_object()))
            frame[name], frame[f"{name}_lower"], frame[f"{name}_upper"] = out
        return frame

    def pairs(self, level: float = 0.95, interval: Interval = "percentile") -> pd.DataFrame:
        """Indices of second order: the share that only the two together explain. NotKeptError without
        second_order=True."""
        kind, names, rows = choice(interval, INTERVALS, "interval"), self._groups.names, []
        value, lower, upper = c.c_double(), c.c_double(), c.c_double()
        for one in range(len(names)):
            for two in range(one + 1, len(names)):
                check(library().inno_sensitivity_second(self._c, one, two, c.byref(value), error_object()))
                check(library().inno_sensitivity_second_interval(
                    self._c, one, two, kind, level, c.byref(lower), c.byref(upper), error_object()))
                rows.append((names[one], names[two], value.value, lower.value, upper.value))
        return pd.DataFrame(rows, columns=["first", "second", "index", "lower", "upper"])

    @property
    def mean(self) -> float:
        """Mean of the output."""
        return library().inno_sensitivity_number(self._c, _abi.INNO_SENSITIVITY_MEAN)

    @property
    def variance(self) -> float:
        return library().inno_sensitivity_number(self._c, _abi.INNO_SENSITIVITY_VARIANCE)

    @property
    def base_points(self) -> int:
        """Base points all of whose runs have an output; the others take no part."""
        return int(library().inno_sensitivity_number(self._c, _abi.INNO_SENSITIVITY_USED))

    def __repr__(self) -> str:
        names, points = self._groups.names, self.base_points
        return f"<Sensitivity: {len(names)} assumptions, {points:,} base points, {self.estimator}>"

    def _repr_html_(self) -> str:
        return f"<p>{self.base_points:,} base points</p>{self.table().to_html(max_rows=20, float_format='%.3f')}"


class Effects:
    """Elementary effects (Morris): a screening with few runs. ``table``: a row an assumption: mean (NaN for one of
    several inputs: they move apart), mean_abs, sd (likewise) and count of the effects. ``outputs``, ``failed`` and
    ``interrupted`` as of Sensitivity."""

    def __init__(self, table: pd.DataFrame, outputs: Doubles, failed: int, interrupted: bool) -> None:
        self.table, self.outputs, self.failed, self.interrupted = table, outputs, failed, interrupted

    def __repr__(self) -> str:
        return f"<Effects: {len(self.table)} assumptions, {len(self.outputs):,} runs>"


def sensitivity(method: Method | Uncertainty, data: Data | None = None, assumptions: Assumptions | None = None, *,
                base_points: int = 1024, estimator: Estimator = "jansen", output: Output = "rank_shift",
                second_order: bool = False, resamples: int = 500, sequence: Sequences = "auto", seed: int = 1,
                bootstrap_seed: int = 1, workers: int | None = None, progress: Progress = "auto",
                options: Scheme | None = None, **settings: Any) -> Sensitivity:
    """Indices of Sobol' of first order and total over base_points x (assumptions + 2) runs, or with ``second_order`` x
    (2 assumptions + 2).

    Give method, data and assumptions as to uncertainty(), or an Uncertainty that has them. ``output``: "rank_shift"
    (mean absolute change of the ranks), ("score", unit), ("rank", unit), or a function of arrays of scores and ranks of
    all units that gives a number, NaN = none. ``sequence``: "auto" = scrambled Sobol' points up to 512 inputs
    (base_points should be a power of 2), else independent random ones. ``workers`` and ``progress`` as in
    uncertainty(); threads change no bit.

    Ctrl-C keeps the base points that are done (``interrupted``); with fewer than two of them, and in the bootstrap, it
    raises KeyboardInterrupt. ConstantError: no run moves the output, so there is nothing to explain."""
    compiled = _compiled(method, data, assumptions, options, settings)
    functions, groups = library(), Groups(compiled)
    number = functions.inno_estimator_from_name(utf8(str(estimator), "estimator"))
    if number == 0:
        raise ValueError(f'estimator is "jansen", "saltelli" or "centered", not {estimator!r}')
    design = create(
        functions.inno_design_create_matrices, functions.inno_design_destroy, None, base_points, len(groups.of_input),
        groups.array, _sequence(sequence, len(groups.of_input)), seed,
        _abi.INNO_DESIGN_SECOND_ORDER * bool(second_order),
    )
    outputs, failed, interrupted = _outputs(compiled, design, output, workers, progress)
    try:
        owned = create(functions.inno_sensitivity_create, functions.inno_sensitivity_destroy, None, design,
                       address_of(outputs), NATIVE.itemsize, number, resamples, bootstrap_seed)
    except NoDataError:
        if interrupted:
            raise KeyboardInterrupt from None
        raise
    done = c.c_int32(0)
    while not done.value:
        check(functions.inno_sensitivity_advance(owned, BOOTSTRAP_PIECE, c.byref(done), error_object()))
    return Sensitivity(owned, groups, outputs, estimator, failed, interrupted)


def screening(method: Method | Uncertainty, data: Data | None = None, assumptions: Assumptions | None = None, *,
              walks: int = 30, walk: Literal["trajectory", "radial"] = "trajectory", levels: int = 4,
              output: Output = "rank_shift", seed: int = 1, workers: int | None = None, progress: Progress = "auto",
              options: Scheme | None = None, **settings: Any) -> Effects:
    """Elementary effects over walks x (assumptions + 1) runs: which assumptions matter at all. Arguments as of
    sensitivity(); ``levels``: of every input, an even number."""
    compiled = _compiled(method, data, assumptions, options, settings)
    functions, groups = library(), Groups(compiled)
    design = create(functions.inno_design_create_walks, functions.inno_design_destroy, None, walks,
                    len(groups.of_input), groups.array, choice(walk, WALKS, "walk"), levels, seed)
    outputs, failed, interrupted = _outputs(compiled, design, output, workers, progress)
    frame = pd.DataFrame({"inputs": groups.inputs}, groups.index)
    for name, field in (("mean", _abi.INNO_EFFECT_MEAN), ("mean_abs", _abi.INNO_EFFECT_MEAN_ABS),
                        ("sd", _abi.INNO_EFFECT_SD), ("count", _abi.INNO_EFFECT_COUNT)):
        out = np.empty(len(frame))
        check(functions.inno_design_effects(
            design, address_of(outputs), NATIVE.itemsize, field, address_of(out), NATIVE.itemsize, error_object()))
        frame[name] = out
    return Effects(frame.astype({"count": np.int64}), outputs, failed, interrupted)


def _compiled(method: Method | Uncertainty, data: Data | None, assumptions: Assumptions | None, options: Scheme | None,
              settings: dict[str, Any]) -> Compiled:
    if isinstance(method, Uncertainty):
        if data is not None or assumptions is not None or options is not None or settings:
            raise TypeError("an Uncertainty has its data, assumptions and options already; give them with a Method")
        return method._live("sensitivity()")
    if data is None:
        raise TypeError("sensitivity() and screening() want method and data, or an Uncertainty")
    return Compiled(method, data, assumptions, options, settings)


def _sequence(name: str, inputs: int) -> int:
    known = {"philox": INNO_SEQUENCE_PHILOX, "sobol": INNO_SEQUENCE_SOBOL, "sobol_plain": INNO_SEQUENCE_SOBOL_PLAIN}
    if name == "auto":
        return INNO_SEQUENCE_SOBOL if inputs <= INNO_LIMIT_SOBOL_INPUTS else INNO_SEQUENCE_PHILOX
    return choice(name, known, "sequence")


# ---- the runs -------------------------------------------------------------------------------------------------------


def _outputs(compiled: Compiled, design: Owned, output: Output, workers: int | None,
             progress: Progress) -> tuple[Doubles, int, bool]:
    """The output of every run; how many failed; whether Ctrl-C ended them."""
    runs, reduce = library().inno_design_run_count(design), _reduction(compiled, output)
    outputs, failed = np.full(runs, np.nan), [0] * workers_of(workers)

    def run_of_thread(place: int) -> Run:
        def run(first: int, count: int) -> None:
            points = np.empty((count, len(compiled.dimensions)))
            check(library().inno_design_points(
                design, first, count, address_of(points), points.strides[0], points.strides[1], error_object()))
            scores, ranks, bad = compiled.at_points(points)
            outputs[first: first + count] = reduce(scores, ranks)
            failed[place] += bad

        return run

    threads = [run_of_thread(place) for place in range(len(failed))]
    _, interrupted = run_ranges([(0, runs)], threads, progress, "Runs of the design")
    return outputs, sum(failed), interrupted


def _reduction(compiled: Compiled, output: Output) -> Callable[[Doubles, Doubles], Sequence[float] | Doubles]:
    """From scores and ranks, a row a run, to a number a run."""
    if output == "rank_shift":
        nominal = compiled.nominal["rank"].to_numpy()
        return lambda scores, ranks: _mean_shift(ranks - nominal)
    if callable(output):
        function = output
        return lambda scores, ranks: [float(function(*of_run)) for of_run in zip(scores, ranks)]
    if isinstance(output, tuple) and len(output) == 2 and output[0] in ("score", "rank"):
        unit, take_rank = number_of(compiled.units, output[1], "unit"), output[0] == "rank"
        return lambda scores, ranks: (ranks if take_rank else scores)[:, unit]
    raise ValueError('output is "rank_shift", ("score", unit), ("rank", unit) or a function of scores and ranks, not '
                     f"{output!r}")


def _mean_shift(shifts: Doubles) -> Doubles:
    """Mean size of the shifts over units that have one; NaN where none has."""
    there = ~np.isnan(shifts)
    count = there.sum(axis=1)
    sums = np.where(there, np.abs(shifts), 0.0).sum(axis=1)
    return np.divide(sums, count, out=np.full(len(shifts), np.nan), where=count > 0)
