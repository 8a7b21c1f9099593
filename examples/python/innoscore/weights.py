"""Weights beside those of the framework."""
from __future__ import annotations

import ctypes as c
from typing import TYPE_CHECKING, Any, Final, Literal, Mapping, NamedTuple, Union

import numpy as np
import pandas as pd

from . import _abi
from ._arrays import NATIVE, address_of, matrix
from ._handles import Handle, Owned, create
from ._library import library
from ._texts import array_of, utf8
from .errors import check, error_object
from .framework import Framework
from .scheme import choice

if TYPE_CHECKING:
    from .method import Data, Method
    from .result import Result

WeightsLike = Union["Weights", str, Mapping[str, float]]
AhpRule = Literal["eigenvector", "row_geometric", "column_mean"]
BUDGET: Final[dict[str, int]] = {"mean": _abi.INNO_BUDGET_MEAN, "median": _abi.INNO_BUDGET_MEDIAN}
AHP: Final[dict[str, int]] = {
    "eigenvector": _abi.INNO_AHP_EIGENVECTOR, "row_geometric": _abi.INNO_AHP_ROW_GEOMETRIC,
    "column_mean": _abi.INNO_AHP_COLUMN_MEAN,
}
AIMS: Final[dict[str, int]] = {"balance": _abi.INNO_OPTIMAL_BALANCE, "infomax": _abi.INNO_OPTIMAL_INFOMAX}


class Judged(NamedTuple):
    """Weights from pairwise judgements, and how consistent these are (ratio: 0 = perfectly, Saaty advises at most
    0.1)."""

    weights: Weights
    eigenvalue: float
    consistency_index: float
    consistency_ratio: float


class Optimal(NamedTuple):
    """Weights that were searched for; the objective under the method's weights and under these; how many evaluations it
    took; whether it came to its end (a method with the weights found goes on from there)."""

    weights: Weights
    first: float
    last: float
    evaluations: int
    converged: bool


class Weights(Handle):
    """Weights of the nodes inside their parents; they need not sum to 1.

    ``start``: "given" (those of the framework), "equal" (all siblings alike) or "equal_indicators" (every indicator has
    the same share of the index); ``weights``: code -> number, over those."""

    def __init__(self, framework: Framework, start: str = "given", weights: Mapping[str, float] | None = None) -> None:
        functions = library()
        makers = {
            "given": functions.inno_weights_create_given,
            "equal": functions.inno_weights_create_equal,
            "equal_indicators": functions.inno_weights_create_equal_indicators,
        }
        if start not in makers:
            raise ValueError(f"weights start as {', '.join(map(repr, makers))}, not {start!r}")
        self.framework = framework
        super().__init__(create(makers[start], functions.inno_weights_destroy, None, framework._c))
        for code, weight in (weights or {}).items():
            check(functions.inno_weights_set(self._c, utf8(str(code), "a code"), _weight(code, weight), error_object()))

    @classmethod
    def of(cls, framework: Framework, weights: WeightsLike) -> Weights:
        """Weights as they are, a word ("equal", "equal_indicators", "given"), or a mapping or pandas Series."""
        if isinstance(weights, Weights):
            return weights
        if isinstance(weights, str):
            return cls(framework, weights)
        if isinstance(weights, pd.Series):
            return cls(framework, "given", {str(code): value for code, value in weights.items()})
        if isinstance(weights, Mapping):
            return cls(framework, "given", weights)
        raise TypeError(f"weights are a word, a mapping of codes to numbers or Weights, not {weights!r}")

    @classmethod
    def of_result(cls, result: Result) -> Weights:
        """The weights that a result was made with: given ones, and those that its method computed from the data. Give
        them to a method without the step weigh to hold those of one year."""
        functions = library()
        return cls._made(result.framework, create(
            functions.inno_weights_create_from_result, functions.inno_weights_destroy, None, result._c))

    @classmethod
    def _made(cls, framework: Framework, owned: Owned) -> Weights:
        made = cls.__new__(cls)
        Handle.__init__(made, owned)
        made.framework = framework
        return made

    def with_budget(self, node: str, points: Any, total: float = 100.0,
                    rule: Literal["mean", "median"] = "mean") -> Weights:
        """New weights: those of a node's children are what experts distributed among them. ``points``: a row an expert,
        a column a child; a DataFrame names its columns, else they are in the order of framework.children(node). Each
        row sums to ``total``."""
        given, codes, made = matrix(points, "points"), _columns(points), self._copy()
        check(library().inno_weights_set_budget(
            made._c, self.framework._c, utf8(node), codes, given.columns, given.address, given.rows,
            given.row_stride, given.column_stride, total, choice(rule, BUDGET, "rule"), error_object()))
        return made

    def with_ahp(self, node: str, judgements: Any, rule: AhpRule = "eigenvector", limit: float = 0.1) -> Judged:
        """New weights: those of a node's children come from pairwise judgements: how many times more the child of the
        row matters than that of the column. ``judgements``: a square matrix; a DataFrame names rows and columns, else
        they are in the order of framework.children(node). InconsistentError: the consistency ratio is above ``limit``
        (infinite = every one is accepted)."""
        if isinstance(judgements, pd.DataFrame) and list(judgements.index) != list(judgements.columns):
            raise ValueError("judgements: rows and columns name the same children in the same order")
        given, codes, made = matrix(judgements, "judgements"), _columns(judgements), self._copy()
        if given.rows != given.columns:
            raise ValueError(f"judgements: a square matrix is wanted, not {given.rows} rows of {given.columns}")
        value, index, ratio = c.c_double(), c.c_double(), c.c_double()
        check(library().inno_weights_set_ahp(
            made._c, self.framework._c, utf8(node), codes, given.columns, given.address, given.row_stride,
            given.column_stride, choice(rule, AHP, "rule"), limit, c.byref(value), c.byref(index), c.byref(ratio),
            error_object()))
        return Judged(made, value.value, index.value, ratio.value)

    def _copy(self) -> Weights:
        return Weights(self.framework, "given", self.to_dict())

    def to_dataframe(self) -> pd.DataFrame:
        """weight, share (among siblings) and effective (share of the index), a row a node."""
        functions, count = library(), len(self.framework)
        out = np.empty((3, count))
        out[0] = list(self.to_dict().values())
        for row, read in ((1, functions.inno_weights_shares), (2, functions.inno_weights_effective)):
            check(read(self._c, self.framework._c, address_of(out[row]), NATIVE.itemsize, error_object()))
        index = pd.Index(self.framework.codes, name="node")
        return pd.DataFrame(out.T, index=index, columns=["weight", "share", "effective"])

    def to_dict(self) -> dict[str, float]:
        """The weight of every node."""
        functions, weight, found = library(), c.c_double(), {}
        for code in self.framework.codes:
            check(functions.inno_weights_get(self._c, utf8(code), c.byref(weight), error_object()))
            found[code] = weight.value
        return found

    def __reduce__(self) -> Any:
        return Weights, (self.framework, "given", self.to_dict())

    def __repr__(self) -> str:
        return f"<Weights of {self.framework.index}>"


def _weight(code: Any, weight: Any) -> float:
    try:
        return float(weight)
    except (TypeError, ValueError, OverflowError):
        raise TypeError(f"the weight of {code!r} is a number, not {weight!r}") from None


def optimal_weights(method: Method, data: Data, level: int, aim: Literal["balance", "infomax"] = "balance",
                    targets: Mapping[str, float] | None = None, limit: int = 10_000) -> Optimal:
    """Weights of a whole level (1 = indicators), chosen for the correlations of its nodes with the index: "balance" =
    shares of the correlations as near to ``targets`` (code -> importance, None = equal) as can be; "infomax" = the
    largest sum of correlations. ``limit``: most evaluations."""
    functions, given = library(), dict(targets or {})
    codes = array_of(tuple(map(str, given))) if given else None
    wanted = (c.c_double * len(given))(*map(float, given.values())) if given else None
    first, last, evaluations, converged = c.c_double(), c.c_double(), c.c_int64(), c.c_int32()
    owned = Owned(made := c.c_void_p(), functions.inno_weights_destroy)
    check(functions.inno_weights_create_optimal(
        None, method._c, method.dataset(data)._c, level, choice(aim, AIMS, "aim"), codes, wanted, len(given), limit,
        c.byref(made), c.byref(first), c.byref(last), c.byref(evaluations), c.byref(converged), error_object()))
    made_weights = Weights._made(method.framework, owned)
    return Optimal(made_weights, first.value, last.value, evaluations.value, bool(converged.value))


def _columns(values: Any) -> Any:
    """The children that the columns of a DataFrame name; None = they are in the framework's order."""
    if not isinstance(values, pd.DataFrame):
        return None
    return array_of(tuple(map(str, values.columns)))
