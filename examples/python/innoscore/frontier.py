"""Frontiers: every unit scored with the weights that suit it best."""
from __future__ import annotations

import ctypes as c
from functools import lru_cache
from typing import Any, Final, Iterable, Literal, Mapping, NamedTuple

import numpy as np
import pandas as pd

from . import _abi
from ._abi import INNO_TYPE_CHOICE, INNO_TYPE_F64
from ._arrays import NATIVE, Doubles, address_of, matrix
from ._handles import Handle, Owned, create
from ._library import library
from ._texts import array_of
from .errors import InnoError, UnknownKeyError, check, error_object
from .framework import number_of
from .scheme import choice, near

Rule = Literal["benefit_of_doubt", "directional", "multidirectional", "undesirable", "common_weights", "order_m",
               "directional_order_m", "geometric"]
Ratio = tuple[str, str, float, float]
WORK: Final = 10_000  # iterations between two chances for Ctrl-C
OF_UNITS: Final = ("score", "distance", "available", "primal", "dual", "gap", "iterations")
FACTORS: Final = ("overall", "own", "benchmark", "weight")


class _Key(NamedTuple):
    number: int
    type: int
    per_indicator: bool
    choices: dict[str, int]


@lru_cache(maxsize=None)
def _keys() -> dict[str, _Key]:
    functions, found = library(), {}
    for index in range(functions.inno_frontier_key_count()):
        number, name, type_, single = c.c_int32(), c.c_char_p(), c.c_int32(), c.c_int32()
        check(functions.inno_frontier_key_info(index, c.byref(number), c.byref(name), c.byref(type_), c.byref(single)))
        choices = _choices(number.value) if type_.value == INNO_TYPE_CHOICE else {}
        found[(name.value or b"").decode()] = _Key(number.value, type_.value, bool(single.value), choices)
    return found


def _choices(key: int) -> dict[str, int]:
    functions, number, name = library(), c.c_int32(), c.c_char_p()
    found: dict[str, int] = {}
    while functions.inno_frontier_choice_info(key, len(found), c.byref(number), c.byref(name)) == 0:
        found[(name.value or b"").decode()] = number.value
    return found


class Frontier(Handle):
    """What frontier() found. Tables have a row a unit; NaN where there is none, never 0. Any number of threads may read
    it, but for ``units``, which one may read at a time."""

    def __init__(self, owned: Owned, units: tuple[str, ...], indicators: tuple[str, ...], rule: str) -> None:
        super().__init__(owned)
        self.codes, self.indicators, self.rule = units, indicators, rule

    @property
    def score(self) -> pd.Series:
        """1 = on the frontier; order-m and geometric scores can exceed it."""
        return pd.Series(self._unit_values("score"), self._index, name="score")

    @property
    def units(self) -> pd.DataFrame:
        """score, distance (directional rules: 0 = on the frontier), available (indicators that it has), certificate:
        primal and dual (largest relative violations) and gap; iterations; error and message where it could not be
        scored."""
        frame = pd.DataFrame({name: self._unit_values(name) for name in OF_UNITS}, self._index)
        failures = [self._failure(unit) for unit in range(len(self.codes))]
        return frame.assign(error=[type(one).__name__ if one else None for one in failures],
                            message=[one.message if one else "" for one in failures])

    @property
    def multipliers(self) -> pd.DataFrame:
        """The weights of each unit; not unique: another optimum may have others."""
        return self._indicator_values(_abi.INNO_FRONTIER_MULTIPLIER)

    @property
    def shares(self) -> pd.DataFrame:
        """As the option share_of says; they sum to 1."""
        return self._indicator_values(_abi.INNO_FRONTIER_SHARE)

    @property
    def targets(self) -> pd.DataFrame:
        """The values on the frontier, in the indicators' own units."""
        return self._indicator_values(_abi.INNO_FRONTIER_TARGET)

    @property
    def indicator_scores(self) -> pd.DataFrame:
        """Value / target, of a bad target / value."""
        return self._indicator_values(_abi.INNO_FRONTIER_INDICATOR_SCORE)

    @property
    def peers(self) -> pd.DataFrame:
        """A row a unit and peer, with the peer's weight: the mixture that holds the unit's score down."""
        functions, peer, weight, rows = library(), c.c_int64(), c.c_double(), []
        for unit, code in enumerate(self.codes):
            for index in range(functions.inno_frontier_peer_count(self._c, unit)):
                check(functions.inno_frontier_peer(
                    self._c, unit, index, c.byref(peer), c.byref(weight), error_object()))
                rows.append((code, self.codes[peer.value], weight.value))
        return pd.DataFrame(rows, columns=["unit", "peer", "weight"])

    def change(self, after: Frontier) -> pd.DataFrame:
        """Factors of the change of geometric scores to those of a later period, of the same units and indicators:
        overall = own (values) x benchmark (below 1 when it moved ahead) x weight (shares)."""
        if (after.codes, after.indicators) != (self.codes, self.indicators):
            raise ValueError("the two frontiers have other units or indicators, or another order; give both the same "
                             "rows and columns")
        frame = pd.DataFrame(index=self._index)
        for name in FACTORS:
            out = np.empty(len(self.codes))
            check(library().inno_frontier_change(self._c, after._c, getattr(_abi, f"INNO_CHANGE_{name.upper()}"),
                                                 address_of(out), NATIVE.itemsize, error_object()))
            frame[name] = out
        return frame

    @property
    def _index(self) -> pd.Index:
        return pd.Index(self.codes, name="unit", dtype=object)

    def _unit_values(self, name: str) -> Doubles:
        out = np.empty(len(self.codes))
        check(library().inno_frontier_unit_values(
            self._c, getattr(_abi, f"INNO_FRONTIER_{name.upper()}"), address_of(out), NATIVE.itemsize, error_object()))
        return out

    def _indicator_values(self, field: int) -> pd.DataFrame:
        out = np.empty((len(self.codes), len(self.indicators)))
        check(library().inno_frontier_indicator_values(
            self._c, field, address_of(out), out.strides[0], out.strides[1], error_object()))
        return pd.DataFrame(out, self._index, list(self.indicators))

    def _failure(self, unit: int) -> InnoError | None:
        status = library().inno_frontier_unit_status(self._c, unit, error_object())
        try:
            check(status)
        except InnoError as error:
            return error
        return None

    def __repr__(self) -> str:
        return f"<Frontier: {self.rule}, {len(self.codes)} units, {len(self.indicators)} indicators>"

    def _repr_html_(self) -> str:
        return f"<p>{self.rule}</p>{self.score.to_frame().to_html(max_rows=20, float_format='%.3f')}"


def frontier(values: pd.DataFrame, rule: Rule = "benefit_of_doubt", *, ratios: Iterable[Ratio] = (),
             orders: Iterable[tuple[str, str]] = (), **options: Any) -> Frontier:
    """Scores every unit (row) from its indicators (columns): 0 or more, finite, NaN = missing; for instance
    result.scores[list(framework.children(node))].

    ``options``: share_lower, share_upper, share_of, zero, multiplier_lower, multiplier_upper, direction,
    less_is_better, draws, compromise, benchmark (code of a unit), iterations, as docs/handbook/frontier.md tells; those
    of an indicator may be a mapping of its code to the value. What the rule does not read is refused. ``ratios``:
    (first, second, lower, upper): lower <= multiplier of first / that of second <= upper; 0 and infinite = no bound.
    ``orders``: (first, second): the share of first is at least that of second. Ctrl-C raises KeyboardInterrupt."""
    if not isinstance(values, pd.DataFrame):
        raise TypeError(f"values is a DataFrame, a row a unit and a column an indicator, not {type(values).__name__}")
    functions, given = library(), matrix(values, "values")
    units, indicators = tuple(map(str, values.index)), tuple(map(str, values.columns))
    told = create(functions.inno_frontier_options_create, functions.inno_frontier_options_destroy, None)
    for name, value in {"rule": rule, **options}.items():
        _set(told, name, value, units, indicators)
    for first, second, lower, upper in ratios:
        places = _places(indicators, first, second)
        check(functions.inno_frontier_options_add_ratio(told, *places, lower, upper, error_object()))
    for first, second in orders:
        check(functions.inno_frontier_options_add_order(told, *_places(indicators, first, second), error_object()))
    owned = create(
        functions.inno_frontier_create, functions.inno_frontier_destroy, None, told, given.address, given.rows,
        given.columns, given.row_stride, given.column_stride, _texts(units), _texts(indicators),
    )
    done = c.c_int32(0)
    while not done.value:
        check(functions.inno_frontier_advance(owned, WORK, c.byref(done), error_object()))
    return Frontier(owned, units, indicators, rule)


def benefit_of_doubt(values: pd.DataFrame, *, ratios: Iterable[Ratio] = (), orders: Iterable[tuple[str, str]] = (),
                     **options: Any) -> Frontier:
    """frontier() of the rule benefit_of_doubt: the best weighted sum, 1 = no unit is better under the unit's own
    weights."""
    return frontier(values, "benefit_of_doubt", ratios=ratios, orders=orders, **options)


def _set(told: Owned, name: str, value: Any, units: tuple[str, ...], indicators: tuple[str, ...]) -> None:
    key = _keys().get(name)
    if key is None:
        known = _keys()
        raise UnknownKeyError(f"a frontier has no option {name!r}; its options are {', '.join(known)}"
                              f"{near(name, known)}")
    if isinstance(value, (Mapping, pd.Series)):
        if not key.per_indicator:
            raise TypeError(f"{name} is for all indicators; give one value, not {value!r}")
        for code, one in value.items():
            _set_one(told, number_of(indicators, str(code), "indicator"), name, key, one)
    elif value is not None:
        _set_one(told, -1, name, key, number_of(units, value, "unit") if name == "benchmark" else value)


def _set_one(told: Owned, place: int, name: str, key: _Key, value: Any) -> None:
    functions = library()
    if key.type == INNO_TYPE_CHOICE:
        number = choice(value, key.choices, name)
        check(functions.inno_frontier_options_set_i64(told, place, key.number, number, error_object()))
    elif isinstance(value, str) or not hasattr(value, "__float__"):
        raise TypeError(f"{name} wants a number, not {value!r}")
    elif key.type == INNO_TYPE_F64:
        check(functions.inno_frontier_options_set_f64(told, place, key.number, float(value), error_object()))
    elif float(value) != int(value):
        raise TypeError(f"{name} wants a whole number, not {value!r}")
    else:
        check(functions.inno_frontier_options_set_i64(told, place, key.number, int(value), error_object()))


def _places(indicators: tuple[str, ...], first: str, second: str) -> tuple[int, int]:
    return number_of(indicators, first, "indicator"), number_of(indicators, second, "indicator")


def _texts(codes: tuple[str, ...]) -> Any:
    return array_of(tuple(codes))
