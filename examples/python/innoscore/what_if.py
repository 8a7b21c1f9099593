"""What if: a result that follows changes of its data, weights and rules, by computing again only what they reach."""
from __future__ import annotations

import ctypes as c
import threading
from functools import cached_property
from typing import Any, Callable, ContextManager, Iterable, Sequence

import numpy as np
import pandas as pd

from ._arrays import NATIVE, address_of, as_doubles
from ._handles import Handle, Owned, create
from ._library import library
from ._tables import kept
from ._words import status_name
from .dataset import Dataset
from .errors import check, error_object
from .framework import Framework, number_of
from .method import Method
from .result import Result
from .scheme import Scheme, options_of
from .weights import Weights

ANY_PERIOD = "period"


class WhatIf(Handle):
    """Edits of one result, each followed at once: what ``result`` shows is then, bit for bit, what Method.score() would
    make of the edited data and method.

    ``settings``: hold_treatment, hold_normalization, hold_imputation: what goes on with what it took from the first
    data. Belongs to one thread at a time: calls of others wait for the one that runs."""

    def __init__(self, result: Result, *, options: Scheme | None = None, **settings: Any) -> None:
        functions = library()
        with result._held():
            super().__init__(create(functions.inno_what_if_create, functions.inno_what_if_destroy, None,
                                    options_of("explain", options, settings), result.method._c, result.dataset._c))
            self._dataset, self._columns = result.dataset, result.dataset.columns
            self._methods: list[Method] = [result.method]  # in force at first, and after each edit
        self._lock = threading.RLock()

    # ---- edits ------------------------------------------------------------------------------------------------------

    def set_value(self, unit: str, column: str, value: float | None, period: float | None = None) -> None:
        """A raw value of an indicator or any other column, in its own units; None or NaN makes it missing. ``period``:
        None = the latest."""
        row, place = self._row(unit, period), self._column(column)
        with self._lock:
            check(library().inno_what_if_set_value(self._c, row, place, _number(value), error_object()))
            self._methods.append(self._methods[-1])

    def set_weight(self, node: str, weight: float) -> None:
        """The weight of a node inside its parent."""
        number = self._framework.number(node)
        with self._lock:
            check(library().inno_what_if_set_weight(self._c, number, _number(weight), error_object()))
            self._methods.append(self._methods[-1])

    def set_method(self, method: Method) -> None:
        """Another method for the same tree; weights that were set before go with the method before."""
        if not isinstance(method, Method):
            raise TypeError(f"set_method() wants a Method, not {type(method).__name__}")
        with self._lock:
            check(library().inno_what_if_set_method(self._c, method._c, error_object()))
            self._methods.append(method)

    def undo(self, count: int = 1) -> None:
        """Takes the last edits back, the latest first."""
        with self._lock:
            self._taken_back(library().inno_what_if_undo(self._c, count, error_object()))

    def reset(self) -> None:
        """Takes all edits back."""
        with self._lock:
            self._taken_back(library().inno_what_if_reset(self._c, error_object()))

    def _taken_back(self, status: int) -> None:
        del self._methods[1 + self.edits:]  # also after a failure: some may be undone then
        check(status)

    @property
    def edits(self) -> int:
        """Edits that were made and not undone."""
        count: int = library().inno_what_if_edit_count(self._c)
        return count

    # ---- the present state ------------------------------------------------------------------------------------------

    @property
    def result(self) -> Result:
        """The result of the present state. It follows: the same object shows other numbers after an edit, and is closed
        with this one. Frames that were taken from it are yours and stay as they are."""
        return _Following(self)

    @property
    def scores(self) -> pd.DataFrame:
        """Result.scores of the present state."""
        return self.result.scores

    @property
    def ranks(self) -> pd.DataFrame:
        """Result.ranks of the present state."""
        return self.result.ranks

    def score(self, node: str | None = None) -> pd.Series:
        """Scores of one node as they are now; None = the index."""
        return self.result.score(node)

    def rank(self, node: str | None = None) -> pd.Series:
        """Ranks of one node as they are now; None = the index."""
        return self.result.rank(node)

    def value(self, unit: str, column: str, period: float | None = None) -> float:
        """A raw value as it is now; NaN = missing."""
        row, place = self._row(unit, period), self._column(column)
        with self._lock:
            value: float = library().inno_what_if_value(self._c, row, place)
        return value

    def weight(self, node: str) -> float:
        """A weight as it is now: given, set, or computed by the method from the present data."""
        with self._lock:
            weight: float = library().inno_what_if_weight(self._c, self._framework.number(node))
        return weight

    # ---- many edits, each alone -------------------------------------------------------------------------------------

    def try_values(self, edits: pd.DataFrame | Iterable[Sequence[Any]], node: str | None = None) -> pd.DataFrame:
        """Many edits of one value, each alone on the present state, which stays as it is.

        ``edits``: a DataFrame with the columns unit, column, value and, where wanted, period; or a list of such tuples.
        The same rows come back with score and rank of ``node`` (None = the index) of the unit that is edited, and
        status: "INNO_OK", or why the edited data cannot be computed; score and rank are NaN then."""
        given = _edits(edits)
        rows, places = self._rows(given), _numbers_of(given["column"], self._columns, "column")
        values = np.ascontiguousarray(as_doubles(given["value"], "value"))
        number = self._framework.number(self._framework.index if node is None else node)
        out, statuses = np.empty((2, len(given))), np.empty(len(given), np.int32)
        apart = NATIVE.itemsize
        with self._lock:
            check(library().inno_what_if_try_values(
                self._c, len(given), address_of(rows), address_of(places), address_of(values), apart, number,
                address_of(out[0]), apart, address_of(out[1]), apart, address_of(statuses), error_object()))
        said = {status: status_name(status) for status in np.unique(statuses).tolist()}
        words = [said[status] for status in statuses.tolist()]
        return given.assign(score=out[0], rank=out[1], status=pd.Series(words, index=given.index, dtype=object))

    def _rows(self, edits: pd.DataFrame) -> Any:
        units = self._dataset.units
        rows = _numbers_of(edits["unit"], units, "unit")
        if ANY_PERIOD in edits.columns:
            return rows + len(units) * np.array([self._period(period) for period in edits[ANY_PERIOD]], np.int64)
        return rows + len(units) * self._period(None)

    # ---- numbers of things ------------------------------------------------------------------------------------------

    @property
    def _framework(self) -> Framework:
        return self._methods[0].framework

    def _row(self, unit: str, period: float | None) -> int:
        units = self._dataset.units
        return self._period(period) * len(units) + number_of(units, unit, "unit")

    def _period(self, period: float | None) -> int:
        periods = self._dataset.periods
        if period is None or period is pd.NA or period != period:
            return 0 if periods is None else len(periods) - 1
        if periods is None:
            raise ValueError("these data have no periods")
        if period not in periods:
            raise ValueError(f"no period {period!r}; the periods are {', '.join(f'{one:g}' for one in periods)}")
        return periods.index(period)

    def _column(self, column: str) -> int:
        return number_of(self._columns, column, "column")

    def __repr__(self) -> str:
        if self._owned is None:
            return "<WhatIf: closed>"
        return f"<WhatIf for {self._framework.index}: {self.edits} edit{'' if self.edits == 1 else 's'}>"

    def _repr_html_(self) -> str:
        return f"<p>{self.edits} edits</p>{self.result._repr_html_()}"


def _number(value: Any) -> float:
    if value is None or value is pd.NA:
        return float("nan")
    if isinstance(value, (str, bool)) or not hasattr(value, "__float__"):
        raise TypeError(f"a value is a number, None or NaN, not {value!r}")
    return float(value)


def _edits(edits: pd.DataFrame | Iterable[Sequence[Any]]) -> pd.DataFrame:
    names = ["unit", "column", "value", ANY_PERIOD]
    if not isinstance(edits, pd.DataFrame):
        listed = [tuple(edit) for edit in edits]
        wide = max((len(edit) for edit in listed), default=3)
        if any(len(edit) not in (3, 4) for edit in listed):
            raise ValueError("an edit is (unit, column, value) or (unit, column, value, period)")
        edits = pd.DataFrame([edit + (None,) * (wide - len(edit)) for edit in listed], columns=names[:wide])
    missing = [name for name in names[:3] if name not in edits.columns]
    if missing:
        raise ValueError(f"edits: the column {missing[0]!r} is missing; unit, column and value are wanted")
    return edits


def _numbers_of(codes: pd.Series, known: tuple[str, ...], kind: str) -> Any:
    """Places of many codes at once; the first that is unknown is named."""
    places = np.ascontiguousarray(pd.Index(known, dtype=object).get_indexer(pd.Index(codes, dtype=object)), np.int64)
    if (places < 0).any():
        number_of(known, codes.iloc[int(np.argmin(places))], kind)  # raises
    return places


# ---- what a what-if shows -------------------------------------------------------------------------------------------


class _Lent(Owned):
    __slots__ = ("_owner",)

    def __init__(self, pointer: c.c_void_p, owner: Owned) -> None:
        super().__init__(pointer, _keep)
        self._owner = owner


def _keep(_: Any) -> None:
    """In place of destroying."""


def _borrowed(what_if: WhatIf, read: Any) -> Owned:
    """An object that the what-if owns, as it is now: it keeps the what-if's own memory alive, and destroys nothing.
    Only an open what-if lends it."""
    owner = what_if._c
    return _Lent(c.c_void_p(read(owner)), owner)


class _FollowingMethod(Method):
    """The method in force, with the weights that were set."""

    def __init__(self, what_if: WhatIf) -> None:
        self._what_if = what_if

    @property
    def _c(self) -> Owned:
        return _borrowed(self._what_if, library().inno_what_if_method)

    def close(self) -> None:
        """Does nothing: it is the what-if's."""

    @property
    def _now(self) -> Method:
        return self._what_if._methods[-1]

    def __getattr__(self, name: str) -> Any:
        """What a method says of itself, of the one in force."""
        if name in ("framework", "steps"):
            return getattr(self._now, name)
        if name == "weights":
            framework, weight = self._now.framework, self._what_if.weight
            return Weights(framework, "given", {code: weight(code) for code in framework.codes})
        raise AttributeError(name)


class _FollowingDataset(Dataset):
    """The data with the edits."""

    def __init__(self, what_if: WhatIf) -> None:
        first = what_if._dataset
        self._what_if, self.units, self.names, self.periods = what_if, first.units, first.names, first.periods

    @property
    def _c(self) -> Owned:
        return _borrowed(self._what_if, library().inno_what_if_dataset)

    def close(self) -> None:
        """Does nothing: it is the what-if's."""


class _Following(Result):
    """Nothing is cached: every frame is of the moment in which it is asked for."""

    def __init__(self, what_if: WhatIf) -> None:
        self._what_if = what_if
        self.method, self.dataset, self.keep = _FollowingMethod(what_if), _FollowingDataset(what_if), "all"

    @property
    def _c(self) -> Owned:
        return _borrowed(self._what_if, library().inno_what_if_result)

    def close(self) -> None:
        """Does nothing: it is the what-if's."""

    def _held(self) -> ContextManager[object]:
        return self._what_if._lock

    def _frame(self, read: Callable[[Any, int, int, int, Any], int]) -> pd.DataFrame:
        with self._held():
            return super()._frame(read)

    def _records(self, kind: int) -> pd.DataFrame:
        with self._held():
            return super()._records(kind)

    def values(self, step: int | str) -> pd.DataFrame:
        with self._held():
            return super().values(step)

    def marks(self, step: int | str) -> pd.DataFrame:
        with self._held():
            return super().marks(step)

    def to_json(self) -> str:
        with self._held():
            return super().to_json()


def _never_cached(kind: type[Result]) -> None:
    """What a Result remembers is computed anew here; only the rows stay the same."""
    for name, member in vars(Result).items():
        if isinstance(member, kept) and name != "rows":
            setattr(kind, name, property(member.function))
        elif isinstance(member, cached_property):
            setattr(kind, name, property(member.func))


_never_cached(_Following)
