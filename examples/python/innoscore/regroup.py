"""Regrouping of units: provinces that were merged or split, from raw numerators and denominators."""
from __future__ import annotations

import ctypes as c
from typing import Any, Final, Iterable, Literal, Mapping, Sequence, Union

import pandas as pd

from . import _abi
from ._handles import Owned, create
from ._library import library
from ._texts import utf8
from .dataset import Dataset
from .errors import check, error_object
from .scheme import choice

Missing = Literal["missing", "available"]
UnitMap = Union[Mapping[str, str], pd.Series, pd.DataFrame, Iterable[Sequence[Any]]]
MISSING: Final[dict[str, int]] = {"missing": _abi.INNO_REGROUP_MISSING, "available": _abi.INNO_REGROUP_AVAILABLE}


class Regrouping:
    """Which old unit goes into which new one, and a rule for each column. Every rule gives the regrouping back:

        Regrouping({"HUE": "HUE", "QTR": "QTR", "QBI": "QTR"}).sum("patents", "population").leave_out()

    ``units``: a mapping or Series old -> new, or rows (old, new, share) of a list or DataFrame, where a share below 1
    is a unit that is split. ``expected``: the whole list of new units, in their order. ``missing`` of a rule: a new
    unit that lacks a part is "missing", or made from what is "available". Plain Python data: it can be pickled."""

    def __init__(self, units: UnitMap, expected: Iterable[str] | None = None) -> None:
        self.units = _rows(units)
        self.expected = tuple(map(str, expected)) if expected is not None else None
        self._rules: list[tuple[str, tuple[Any, ...]]] = []

    def sum(self, *columns: str, missing: Missing = "missing") -> Regrouping:
        """Columns of amounts are summed; no column = every one without a rule of its own."""
        return self._add("sum", columns or (None,), choice(missing, MISSING, "missing"))

    def mean(self, column: str, weight: str, missing: Missing = "missing") -> Regrouping:
        """Averages: their mean, weighted by another column."""
        return self._add("mean", (column,), utf8(weight), choice(missing, MISSING, "missing"))

    def ratio(self, column: str, numerator: str, denominator: str, scale: float = 1.0,
              missing: Missing = "missing") -> Regrouping:
        """A rate, anew from the sums of two columns of amounts; ``scale``: 100 for a percentage."""
        return self._add("ratio", (column,), utf8(numerator), utf8(denominator), float(scale),
                         choice(missing, MISSING, "missing"))

    def leave_out(self, *columns: str) -> Regrouping:
        """Columns that the new data do not have; no column = every one without a rule of its own."""
        return self._add("leave_out", columns or (None,))

    def leave_out_group(self, *groups: str) -> Regrouping:
        """Groupings that the new data do not have; all others are carried over, and the old units of a new one
        agree."""
        return self._add("leave_out_group", groups)

    def _add(self, rule: str, places: tuple[str | None, ...], *arguments: Any) -> Regrouping:
        before = len(self._rules)
        self._rules += [(rule, (None if place is None else utf8(str(place)), *arguments)) for place in places]
        try:
            self.build()  # the library's own checks, now
        except Exception:
            del self._rules[before:]
            raise
        return self

    def build(self) -> Owned:
        """The library's object."""
        functions = library()
        owned = create(functions.inno_regrouping_create, functions.inno_regrouping_destroy, None)
        for old, new, share in self.units:
            check(functions.inno_regrouping_add(owned, utf8(old), utf8(new), share, error_object()))
        for new in self.expected or ():
            check(functions.inno_regrouping_expect(owned, utf8(new), error_object()))
        for rule, arguments in self._rules:
            check(getattr(functions, f"inno_regrouping_{rule}")(owned, *arguments, error_object()))
        return owned

    def parts(self, dataset: Dataset) -> pd.DataFrame:
        """How much of each new figure there was: a row a new unit (and period), for each column of the new data that is
        made of old ones "parts" and how many of these are "missing"."""
        functions, owned, made = library(), self.build(), regroup(dataset, self)
        parts, missing = c.c_int64(), c.c_int64()
        found: dict[tuple[str, str], list[int]] = {}
        for column in made.columns:
            of_parts, of_missing = found.setdefault((column, "parts"), []), found.setdefault((column, "missing"), [])
            for period in range(len(made.periods or (0.0,))):
                for unit in made.units:
                    check(functions.inno_regrouping_parts(
                        owned, dataset._c, utf8(column), utf8(unit), period, c.byref(parts), c.byref(missing),
                        error_object()))
                    of_parts.append(parts.value)
                    of_missing.append(missing.value)
        return pd.DataFrame(found, index=made.rows)

    def __repr__(self) -> str:
        return f"<Regrouping: {len({row[0] for row in self.units})} units to {len({row[1] for row in self.units})}>"


def regroup(dataset: Dataset, regrouping: Regrouping) -> Dataset:
    """The data of the new units; as Dataset.regroup()."""
    functions = library()
    owned = create(functions.inno_dataset_regroup, functions.inno_dataset_destroy, None, dataset._c, regrouping.build())
    return Dataset._made(owned)


def _rows(units: UnitMap) -> tuple[tuple[str, str, float], ...]:
    if isinstance(units, (Mapping, pd.Series)):
        return tuple((str(old), str(new), 1.0) for old, new in units.items())
    rows = units.itertuples(index=False, name=None) if isinstance(units, pd.DataFrame) else units
    return tuple(_row(row) for row in rows)


def _row(row: Sequence[Any]) -> tuple[str, str, float]:
    if isinstance(row, str) or not 2 <= len(row) <= 3:
        raise ValueError(f"a row of the map is (old unit, new unit) or (old unit, new unit, share), not {row!r}")
    return str(row[0]), str(row[1]), float(row[2]) if len(row) == 3 else 1.0
