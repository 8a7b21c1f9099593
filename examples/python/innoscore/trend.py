"""Change over time of series with gaps: growth rates, slopes and values between the periods."""
from __future__ import annotations

import ctypes as c
from typing import Any, Callable, Final, Sequence, Union

import numpy as np
import pandas as pd

from . import _abi
from ._arrays import NATIVE, Doubles, Matrix, address_of, matrix
from ._library import library
from .errors import check, error_object

Panel = Union[pd.DataFrame, pd.Series]
REASONS: Final[dict[int, str]] = {
    value: name[len("INNO_TREND_"):].lower().replace("_", " ") for name, value in vars(_abi).items()
    if name.startswith("INNO_TREND_")
}


def cagr(values: Panel, *, latest: int = 0) -> pd.DataFrame:
    """Compound growth rate per unit of time, a share: (last / first)^(1 / (t_last - t_first)) - 1.

    ``values``: a row a unit, a column a time, ascending; or a Series by period and unit, as result.score() and a column
    of dataset.to_dataframe() are. NaN = missing. ``latest``: 0 = all observations, k = the latest k of each unit. A row
    a unit: value, and where it is NaN the reason: "too few", "from zero", "sign change" or "overflow"."""
    return _trend(library().inno_trend_cagr, values, latest)


def percentage_change(values: Panel, *, per: float = 1.0, latest: int = 0) -> pd.DataFrame:
    """Change in percent of the first value for ``per`` units of time; of three observations and more that of the line
    of least squares. Arguments and table as of cagr()."""
    return _trend(library().inno_trend_percentage_change, values, latest, float(per))


def interpolate(values: Panel, at: Sequence[float]) -> pd.DataFrame:
    """Values at other times, on the straight lines between observations; NaN before the first and after the last. A row
    a unit, a column a time."""
    frame, given, times = _panel(values)
    wanted = np.asarray(at, NATIVE).copy()
    out = np.empty((given.rows, len(wanted)))
    check(library().inno_trend_interpolate(
        given.address, given.row_stride, given.column_stride, given.rows, address_of(times), len(times),
        address_of(wanted), len(wanted), address_of(out), out.strides[0], out.strides[1], error_object()))
    return pd.DataFrame(out, frame.index, list(at))


def _trend(function: Callable[..., int], values: Panel, latest: int, *more: float) -> pd.DataFrame:
    frame, given, times = _panel(values)
    out, reasons = np.empty(given.rows), (c.c_int32 * given.rows)()
    check(function(
        given.address, given.row_stride, given.column_stride, given.rows, address_of(times), len(times), latest, *more,
        address_of(out), NATIVE.itemsize, reasons, error_object()))
    said = [REASONS[reason] if reason != _abi.INNO_TREND_OK else "" for reason in reasons]
    return pd.DataFrame({"value": out, "reason": said}, frame.index)


def _panel(values: Any) -> tuple[pd.DataFrame, Matrix, Doubles]:
    """Rows of units, and their times."""
    if isinstance(values, pd.Series):
        if set(values.index.names) != {"period", "unit"}:
            raise ValueError('a Series of values has the index levels "period" and "unit"; else give a DataFrame')
        order = values.index.get_level_values("unit").unique()
        values = values.unstack("period").reindex(order)
    if not isinstance(values, pd.DataFrame):
        raise TypeError(f"values is a DataFrame, a row a unit and a column a time, not {type(values).__name__}")
    try:
        times = np.array([float(time) for time in values.columns])
    except (TypeError, ValueError):
        raise ValueError("the columns are times, that is numbers; choose the columns that are") from None
    return values, matrix(values, "values"), times
