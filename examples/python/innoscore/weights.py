"""Weights beside those of the framework."""
from __future__ import annotations

from typing import Any, Mapping, Union

import numpy as np
import pandas as pd

from ._arrays import NATIVE, address_of
from ._handles import Handle, create
from ._library import library
from ._texts import utf8
from .errors import check, error_object
from .framework import Framework

WeightsLike = Union["Weights", str, Mapping[str, float]]


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

    def to_dataframe(self) -> pd.DataFrame:
        """weight, share (among siblings) and effective (share of the index), a row a node."""
        functions, count = library(), len(self.framework)
        out = np.empty((3, count))
        for number, code in enumerate(self.framework.codes):
            place = out[0, number:].ctypes.data
            check(functions.inno_weights_get(self._c, utf8(code), place, error_object()))
        for row, read in ((1, functions.inno_weights_shares), (2, functions.inno_weights_effective)):
            check(read(self._c, self.framework._c, address_of(out[row]), NATIVE.itemsize, error_object()))
        index = pd.Index(self.framework.codes, name="node")
        return pd.DataFrame(out.T, index=index, columns=["weight", "share", "effective"])

    def __repr__(self) -> str:
        return f"<Weights of {self.framework.index}>"


def _weight(code: Any, weight: Any) -> float:
    try:
        return float(weight)
    except (TypeError, ValueError, OverflowError):
        raise TypeError(f"the weight of {code!r} is a number, not {weight!r}") from None
