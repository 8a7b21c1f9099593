"""Bounds of ranks: what holds for every set of weights, proved and not sampled."""
from __future__ import annotations

import ctypes as c
import math
import threading
from typing import Any, Final, Literal, Mapping, NamedTuple, Sequence

import numpy as np
import pandas as pd

from . import _abi
from ._arrays import NATIVE, Doubles, address_of, matrix
from ._handles import Handle, Owned, create
from ._library import library
from ._texts import array_of
from .errors import check, error_object
from .framework import number_of
from .result import Result
from .scheme import choice

Relation = Literal["necessary", "necessary_strict", "possible", "possible_strict"]
Measure = Literal["sum", "largest"]
FIELDS: Final[dict[str, int]] = {
    name: getattr(_abi, f"INNO_RANK_{name.upper()}") for name in (
        "best_lower", "best_upper", "best_proven", "worst_lower", "worst_upper", "worst_proven", "always_above",
        "ever_above")
}
RELATIONS: Final[dict[str, int]] = {
    "necessary": _abi.INNO_DOMINANCE_NECESSARY, "necessary_strict": _abi.INNO_DOMINANCE_NECESSARY_STRICT,
    "possible": _abi.INNO_DOMINANCE_POSSIBLE, "possible_strict": _abi.INNO_DOMINANCE_POSSIBLE_STRICT,
}
MEASURES: Final[dict[str, int]] = {"sum": _abi.INNO_MEASURE_SUM, "largest": _abi.INNO_MEASURE_LARGEST}
PLACES: Final[dict[str, int]] = {"lost": _abi.INNO_PLACE_LOST, "gained": _abi.INNO_PLACE_GAINED}
PIECE: Final = 500  # work between two chances for Ctrl-C
MOST_PIECES: Final = 4000
OUTSIDE: Final = 1e-12  # ends of a share, a little outside: the ratios imply them


class WeightSet:
    """Which weights are meant: those of the children of one node, or of the columns of a table. They sum to 1. Without
    any restriction all weights of 0 or more. Every method restricts further and gives the set back.

    Plain Python data, by codes; it can be pickled and used with any result."""

    def __init__(self) -> None:
        self._list: list[tuple[str, tuple[Any, ...]]] = []

    def around(self, relative: float, weights: Mapping[str, float] | None = None) -> WeightSet:
        """Every share within its nominal one times 1 - relative to 1 + relative; ``weights``: other nominal ones."""
        return self._add("around", float(relative), None if weights is None else dict(weights))

    def bounds(self, code: str | None, lower: float, upper: float) -> WeightSet:
        """A share lies between two bounds of 0..1; None = every one."""
        return self._add("bounds", code, float(lower), float(upper))

    def order(self, *codes: str) -> WeightSet:
        """Weights in an order, the most important first."""
        return self._add("order", codes)

    def ratio(self, first: str, second: str, lower: float = 0.0, upper: float = math.inf) -> WeightSet:
        """lower x second <= first <= upper x second; 0 and infinite = no bound."""
        return self._add("ratio", first, second, float(lower), float(upper))

    def ranges(self, bounds: Mapping[str, tuple[float, float]]) -> WeightSet:
        """Each weight lies between its own bounds, independent of the others, and then they are divided by their sum:
        what Assumptions.weight_range() and weight_noise() draw. Every code has bounds."""
        return self._add("ranges", {str(code): (float(low), float(high)) for code, (low, high) in bounds.items()})

    def _add(self, kind: str, *arguments: Any) -> WeightSet:
        self._list.append((kind, arguments))
        return self

    def build(self, codes: Sequence[str], nominal: Doubles) -> Owned:
        """The library's object for these codes, whose nominal shares are given."""
        functions = library()
        owned = create(functions.inno_weight_set_create, functions.inno_weight_set_destroy, None, len(codes))
        for kind, arguments in self._list:
            _RESTRICT[kind](_Family(owned, tuple(codes), nominal), *arguments)
        return owned

    def __repr__(self) -> str:
        return "WeightSet()" + "".join(f".{kind}{arguments!r}" for kind, arguments in self._list)


class _Family(NamedTuple):
    owned: Owned
    codes: tuple[str, ...]
    nominal: Doubles

    def place(self, code: str) -> int:
        return number_of(self.codes, code, "weight")


def _around(family: _Family, relative: float, weights: dict[str, float] | None) -> None:
    values = family.nominal if weights is None else np.array([float(weights[code]) for code in family.codes])
    check(library().inno_weight_set_around(family.owned, address_of(values), NATIVE.itemsize, relative, error_object()))


def _bounds(family: _Family, code: str | None, lower: float, upper: float) -> None:
    place = -1 if code is None else family.place(code)
    check(library().inno_weight_set_bounds(family.owned, place, lower, upper, error_object()))


def _order(family: _Family, codes: tuple[str, ...]) -> None:
    for first, second in zip(codes, codes[1:]):
        places = family.place(first), family.place(second)
        check(library().inno_weight_set_add_order(family.owned, *places, error_object()))


def _ratio(family: _Family, first: str, second: str, lower: float, upper: float) -> None:
    check(library().inno_weight_set_add_ratio(
        family.owned, family.place(first), family.place(second), lower, upper, error_object()))


def _ranges(family: _Family, bounds: dict[str, tuple[float, float]]) -> None:
    if set(bounds) != set(family.codes) or not all(0 <= low <= high < math.inf for low, high in bounds.values()):
        raise ValueError(f"ranges() wants bounds of 0 or more, lower and upper, for each of {', '.join(family.codes)}")
    for code, (low, high) in bounds.items():
        others = [bounds[other] for other in bounds if other != code]
        least, most = sum(other[0] for other in others), sum(other[1] for other in others)
        ends = (low / (low + most) if low > 0 else 0.0), (high / (high + least) if high > 0 else 0.0)
        _bounds(family, code, max(0.0, ends[0] - OUTSIDE), min(1.0, ends[1] + OUTSIDE))
    for place, first in enumerate(family.codes):
        for second in family.codes[place + 1:]:
            (low, high), (other_low, other_high) = bounds[first], bounds[second]
            if high > 0 and other_high > 0 and (low > 0 or other_low > 0):
                _ratio(family, first, second, low / other_high, high / other_low if other_low > 0 else math.inf)


_RESTRICT: Final[dict[str, Any]] = {
    "around": _around, "bounds": _bounds, "order": _order, "ratio": _ratio, "ranges": _ranges,
}


class Change(NamedTuple):
    """The smallest change of weights at which two units draw level: its size (infinite = no weights of the set do it),
    the unit that is met (None = none) and the weights."""

    change: float
    other: str | None
    weights: pd.Series


class Difference(NamedTuple):
    """The largest difference of two scores lies in lower..upper, which differ by rounding; weights that give it."""

    lower: float
    upper: float
    weights: pd.Series


class RankBounds(Handle):
    """The best and the worst rank that each unit can have. Rank = 1 + number of units that are strictly above. Any
    number of threads may use it, one after the other."""

    def __init__(self, owned: Owned, units: Sequence[str], codes: Sequence[str], nominal: Doubles) -> None:
        super().__init__(owned)
        self.units, self.codes = tuple(units), tuple(codes)
        self.done = False
        self._nominal, self._turn = nominal, threading.RLock()

    def advance(self, work: int | None = None) -> RankBounds:
        """Works on, until everything is proved (``done``) or the work is used up. Comparisons of two units and
        iterations of linear programs are counted; None = as much as takes seconds. Ctrl-C keeps what is proved."""
        left, finished = self._usual_work() if work is None else work, c.c_int32(0)
        with self._turn:
            while left > 0 and not finished.value:
                check(library().inno_rank_bounds_advance(self._c, min(left, PIECE), c.byref(finished), error_object()))
                left -= PIECE
            self.done = bool(finished.value)
        return self

    def _usual_work(self) -> int:
        children, units = len(self.codes), len(self.units)
        cells = children * (children * (children - 1) + units)
        return PIECE * min(MOST_PIECES, max(1, int(1e7 / cells)))

    @property
    def table(self) -> pd.DataFrame:
        """A row a unit: the best rank lies in best_lower..best_upper, the worst in worst_lower..worst_upper, proven =
        the two are equal; always_above, ever_above: units that are strictly above for all, for some weights. NaN = the
        unit takes no part. What is not proved yet are intervals that hold."""
        out = np.empty((len(FIELDS), len(self.units)))
        with self._turn:
            for place, field in zip(out, FIELDS.values()):
                check(library().inno_rank_bounds_values(
                    self._c, field, address_of(place), NATIVE.itemsize, error_object()))
        return pd.DataFrame(dict(zip(FIELDS, out)), self._index)

    def weights(self, unit: str, rank: Literal["best", "worst"] = "best") -> pd.Series:
        """Weights that give a unit the rank best_upper or worst_lower."""
        field = {"best": FIELDS["best_upper"], "worst": FIELDS["worst_lower"]}
        out = np.empty(len(self.codes))
        with self._turn:
            check(library().inno_rank_bounds_weights(
                self._c, self._unit(unit), choice(rank, field, "rank"), address_of(out), NATIVE.itemsize, None,
                error_object()))
        return self._weights(out)

    def dominance(self, relation: Relation = "necessary") -> pd.DataFrame:
        """Row against column: 1 = at least as good ("strict": better) for all weights (necessary) or for some
        (possible), 0 = not, NaN = undecided within rounding, or a unit that takes no part."""
        out = np.empty((len(self.units), len(self.units)))
        with self._turn:
            check(library().inno_rank_bounds_dominance(
                self._c, choice(relation, RELATIONS, "relation"), address_of(out), out.strides[0], out.strides[1],
                error_object()))
        return pd.DataFrame(out, self._index, list(self.units))

    def difference(self, first: str, second: str) -> Difference:
        """The largest that score(first) - score(second) can be."""
        lower, upper, out = c.c_double(), c.c_double(), np.empty(len(self.codes))
        with self._turn:
            check(library().inno_rank_bounds_difference(
                self._c, self._unit(first), self._unit(second), c.byref(lower), c.byref(upper), address_of(out),
                NATIVE.itemsize, error_object()))
        return Difference(lower.value, upper.value, self._weights(out))

    def swap(self, first: str, second: str, measure: Measure = "sum",
             start: Mapping[str, float] | None = None) -> Change:
        """The smallest change from the nominal weights (or ``start``) to weights where the two draw level; measured as
        the sum of the sizes of all changes, or the largest."""
        change, out, begin = c.c_double(), np.empty(len(self.codes)), self._start(start)
        with self._turn:
            check(library().inno_rank_bounds_swap(
                self._c, address_of(begin), NATIVE.itemsize, self._unit(first), self._unit(second),
                choice(measure, MEASURES, "measure"), c.byref(change), address_of(out), NATIVE.itemsize,
                error_object()))
        return Change(change.value, second if math.isfinite(change.value) else None, self._weights(out))

    def place(self, unit: str, place: Literal["lost", "gained"] = "lost", measure: Measure = "sum",
              start: Mapping[str, float] | None = None) -> Change:
        """The smallest change at which a unit's place is no longer safe: a unit that is not above draws level ("lost"),
        or one that is above no longer is ("gained")."""
        change, other, out, begin = c.c_double(), c.c_int64(), np.empty(len(self.codes)), self._start(start)
        with self._turn:
            check(library().inno_rank_bounds_place(
                self._c, address_of(begin), NATIVE.itemsize, self._unit(unit), choice(place, PLACES, "place"),
                choice(measure, MEASURES, "measure"), c.byref(change), c.byref(other), address_of(out), NATIVE.itemsize,
                error_object()))
        return Change(change.value, self.units[other.value] if other.value >= 0 else None, self._weights(out))

    @property
    def _index(self) -> pd.Index:
        return pd.Index(self.units, name="unit", dtype=object)

    def _unit(self, unit: str) -> int:
        return number_of(self.units, unit, "unit")

    def _start(self, start: Mapping[str, float] | None) -> Doubles:
        return self._nominal if start is None else np.array([float(start[code]) for code in self.codes])

    def _weights(self, values: Doubles) -> pd.Series:
        return pd.Series(values, pd.Index(self.codes, name="node", dtype=object), name="weight")

    def __repr__(self) -> str:
        state = "proved" if self.done else "not all proved"
        return f"<RankBounds: {len(self.units)} units, {len(self.codes)} weights, {state}>"


def rank_bounds(of: Result | pd.DataFrame, weights: WeightSet | float | None = None, *, node: str | None = None,
                top: str | None = None, period: float | None = None, work: int | None = None) -> RankBounds:
    """Possible ranks of a result while the weights of one family vary, or of a table of values (a row a unit, a column
    a weight, more is better, complete).

    ``weights``: a WeightSet, a number (every share plus and minus so much of itself: 0.25 = a quarter) or None = all
    weights. Of a result: ``node``, whose children's weights vary (None = the index), ``top``, whose ranks are wanted
    (None = the index; only arithmetic means on the way), ``period`` (None = the latest). ``work``: see
    RankBounds.advance()."""
    if weights is not None and not isinstance(weights, (WeightSet, int, float)):
        raise TypeError(f"weights is a WeightSet, a number or None, not {weights!r}")
    given = weights if isinstance(weights, WeightSet) else WeightSet()
    if isinstance(weights, (int, float)):
        given.around(weights)
    if isinstance(of, Result):
        return _of_result(of, given, node, top, period).advance(work)
    if node is not None or top is not None or period is not None:
        raise TypeError("node, top and period are of a result, not of a table of values")
    return _of_values(of, given).advance(work)


def _of_result(result: Result, weights: WeightSet, node: str | None, top: str | None,
               period: float | None) -> RankBounds:
    framework, functions, periods = result.framework, library(), result.dataset.periods
    varied = framework.number(framework.index if node is None else node)
    ranked = framework.number(framework.index if top is None else top)
    codes = framework.children(framework.codes[varied])
    if not codes:
        raise ValueError(f"node={node!r} is an indicator; give an aggregate, whose children have weights")
    if period is not None and period not in (periods or ()):
        raise ValueError(f"the data have no period {period!r}")
    place = -1 if period is None else (periods or ()).index(period)
    nominal = result.weights["share"].reindex(codes).to_numpy(NATIVE).copy()
    owned = create(
        functions.inno_rank_bounds_create_result, functions.inno_rank_bounds_destroy, None,
        weights.build(codes, nominal), result.method._c, result._c, varied, ranked, place,
    )
    return RankBounds(owned, result.units, codes, nominal)


def _of_values(frame: pd.DataFrame, weights: WeightSet) -> RankBounds:
    if not isinstance(frame, pd.DataFrame):
        raise TypeError(f"rank_bounds() wants a Result or a DataFrame, not {type(frame).__name__}")
    functions, values = library(), matrix(frame, "values")
    units, codes = list(map(str, frame.index)), list(map(str, frame.columns))
    nominal = np.full(len(codes), 1.0 / max(len(codes), 1))
    array = array_of(tuple(units))
    owned = create(
        functions.inno_rank_bounds_create, functions.inno_rank_bounds_destroy, None, weights.build(codes, nominal),
        values.address, len(units), values.row_stride, values.column_stride, array,
    )
    return RankBounds(owned, units, codes, nominal)
