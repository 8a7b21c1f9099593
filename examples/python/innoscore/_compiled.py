"""Method, data and assumptions, compiled: what replicates and the runs of a design are computed with."""
from __future__ import annotations

import ctypes as c
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Iterator, NamedTuple

import numpy as np
import pandas as pd

from . import _abi
from ._arrays import Doubles, address_of, column
from ._handles import Handle, create
from ._library import library
from ._tables import kept
from .assumptions import Assumptions
from .errors import OutOfMemoryError, check, error_object
from .scheme import Scheme, options_of

if TYPE_CHECKING:
    from .dataset import Dataset
    from .method import Data, Method

KINDS: Final[dict[int, str]] = {
    value: name[len("INNO_ASSUME_"):].lower() for name, value in vars(_abi).items() if name.startswith("INNO_ASSUME_")
}
NOMEM: Final = OutOfMemoryError.status


class Replicate(NamedTuple):
    """What was drawn, and what came out. ``parameters``: a row a parameter (assumption, kind, code and unit it is
    about, value: the number of the alternative of a choice, else a weight or a value); ``scores``, ``ranks``: a unit
    each, NaN where there is none."""

    parameters: pd.DataFrame
    scores: pd.Series
    ranks: pd.Series


class Dimension(NamedTuple):
    assumption: int
    kind: str
    code: str | None


class Compiled(Handle):
    """Immutable; any number of threads may use it."""

    def __init__(self, method: Method, data: Data, assumptions: Assumptions | None, options: Scheme | None,
                 settings: dict[str, Any]) -> None:
        if not method.steps:
            raise ValueError("this method was read from JSON, which does not keep its schemes: make it with "
                             "Method(framework, steps), or read it from METHOD.ini")
        self.method, self.dataset = method, method.dataset(data)
        self.assumptions = Assumptions(assumptions) if assumptions is not None else Assumptions.usual(method.framework)
        super().__init__(_create(method, self.dataset, self.assumptions, options_of("uncertainty", options, settings)))
        functions = library()
        count = functions.inno_uncertainty_unit_count(self._c)
        codes = (functions.inno_uncertainty_unit_code(self._c, unit) or b"" for unit in range(count))
        self.units: tuple[str, ...] = tuple(code.decode() for code in codes)

    @kept
    def index(self) -> pd.Index:
        return pd.Index(self.units, name="unit", dtype=object)

    @cached_property
    def dimensions(self) -> tuple[Dimension, ...]:
        """The inputs of a sensitivity analysis."""
        return tuple(self._dimensions())

    def _dimensions(self) -> Iterator[Dimension]:
        functions, assumption, kind, code = library(), c.c_int64(), c.c_int32(), c.c_char_p()
        for number in range(functions.inno_uncertainty_dimension_count(self._c)):
            check(functions.inno_uncertainty_dimension(
                self._c, number, c.byref(assumption), c.byref(kind), c.byref(code)))
            yield Dimension(assumption.value, KINDS[kind.value], code.value.decode() if code.value else None)

    @kept
    def parameters(self) -> pd.DataFrame:
        """A row a parameter of a replicate: assumption (its name), kind, code, unit."""
        functions, names = library(), self.assumptions.names
        assumption, kind, code, unit = c.c_int64(), c.c_int32(), c.c_char_p(), c.c_int64()
        rows = []
        for number in range(functions.inno_uncertainty_parameter_count(self._c)):
            check(functions.inno_uncertainty_parameter(
                self._c, number, c.byref(assumption), c.byref(kind), c.byref(code), c.byref(unit)))
            rows.append((names[assumption.value], KINDS[kind.value], code.value.decode() if code.value else None,
                         self.units[unit.value] if unit.value >= 0 else None))
        return pd.DataFrame(rows, columns=["assumption", "kind", "code", "unit"], dtype=object)

    @kept
    def nominal(self) -> pd.DataFrame:
        """Scores and ranks of the method without any assumption."""
        out = np.empty((2, len(self.units)))
        check(library().inno_uncertainty_nominal(self._c, address_of(out[0]), address_of(out[1]), error_object()))
        return pd.DataFrame(out.T, index=self.index, columns=["score", "rank"])

    def replay(self, replicate: int) -> Replicate:
        if isinstance(replicate, bool) or not isinstance(replicate, (int, np.integer)):
            raise TypeError(f"a replicate is its number, not {replicate!r}")
        values, out = self._room()
        check(library().inno_uncertainty_replay(
            self._c, int(replicate), address_of(values), address_of(out[0]), address_of(out[1]), error_object()))
        return self._shown(values, out)

    def at_parameters(self, parameters: Any) -> Replicate:
        given = column(parameters, len(self.parameters), "parameters")
        values, out = self._room()
        values[:] = given.keep
        check(library().inno_uncertainty_at_parameters(
            self._c, address_of(values), address_of(out[0]), address_of(out[1]), error_object()))
        return self._shown(values, out)

    def at_points(self, points: Doubles) -> tuple[Doubles, Doubles, int]:
        """Scores and ranks, a row a point, and how many failed: NaN. ``points``: rows one after the other."""
        functions, error, owned = library(), error_object(), self._c
        scores, ranks = np.full((2, len(points), len(self.units)), np.nan)
        from_, to_scores, to_ranks, failed = address_of(points), address_of(scores), address_of(ranks), 0
        for _ in range(len(points)):
            status = functions.inno_uncertainty_at_point(owned, from_, None, to_scores, to_ranks, error)
            if status != 0:  # a run that failed, as a replicate may
                failed += 1
                if status == NOMEM:
                    check(status)
            from_, to_scores, to_ranks = (from_ + points.strides[0], to_scores + scores.strides[0],
                                          to_ranks + ranks.strides[0])
        return scores, ranks, failed

    def _room(self) -> tuple[Doubles, Doubles]:
        return np.empty(len(self.parameters)), np.empty((2, len(self.units)))

    def _shown(self, values: Doubles, out: Doubles) -> Replicate:
        scores, ranks = (pd.Series(row, self.index, name=name) for row, name in zip(out, ("score", "rank")))
        return Replicate(self.parameters.assign(value=values), scores, ranks)


def _create(method: Method, dataset: Dataset, assumptions: Assumptions, options: Any) -> Any:
    functions, owned = library(), [step._c for step in method.steps]
    array = (c.c_void_p * len(owned))(*[one.address for one in owned])
    weights = method.weights._c if method.weights is not None else None
    return create(
        functions.inno_uncertainty_create, functions.inno_uncertainty_destroy, None, method.framework._c, weights,
        array, len(owned), dataset._c, assumptions.build(method), options,
    )
