"""Numbers of any shape as C reads them: an address and strides in bytes. What holds doubles already is not copied."""
from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ._arrow import arrow_column, is_arrow

Doubles = NDArray[np.float64]
NATIVE = np.dtype(np.float64)
EXACT = 2**53  # integers up to here are doubles


class Column(NamedTuple):
    """Values one stride apart; ``keep`` must live as long as the address is used."""

    address: int
    stride: int
    length: int
    keep: object


class Matrix(NamedTuple):
    """Rows and columns, each with its own stride."""

    address: int
    row_stride: int
    column_stride: int
    rows: int
    columns: int
    keep: object


def as_doubles(values: Any, what: str) -> Doubles:
    """An array of native doubles: the very same memory where it is one already, else converted. None is NaN."""
    if isinstance(values, np.ndarray) and values.dtype == NATIVE and type(values) is np.ndarray:
        return values if values.flags.aligned else values.copy()
    if is_arrow(values):
        return arrow_column(values, what)
    if isinstance(values, np.ma.MaskedArray):
        mask: NDArray[np.bool_] = np.broadcast_to(np.asarray(values.mask), values.shape)
        return np.where(mask, np.nan, as_doubles(values.data, what))
    if hasattr(values, "to_numpy"):  # pandas: its own missing values become NaN
        values = _of_pandas(values)
    try:
        array = np.asarray(values)
    except (ValueError, TypeError) as error:
        raise TypeError(f"{what}: no array of numbers; every row needs the same number of values") from error
    if array.dtype == NATIVE:
        return array if array.flags.aligned and array.dtype.isnative else array.astype(NATIVE)
    return _converted(array, what)


def _of_pandas(values: Any) -> Any:
    kinds = values.dtypes if hasattr(values, "columns") else [values.dtype]
    if any(hasattr(kind, "na_value") and not isinstance(kind, pd.SparseDtype) for kind in kinds):  # Int64, boolean, ...
        return values.astype(object).where(values.notna(), None).to_numpy()
    return values.to_numpy()


def _converted(array: NDArray[Any], what: str) -> Doubles:
    if array.size == 0:
        return array.astype(NATIVE)
    if array.dtype.kind in "iu":
        if int(array.max()) > EXACT or int(array.min()) < -EXACT:
            raise TypeError(f"{what}: an integer beyond 2**53 has no exact double; convert it yourself with "
                            ".astype(float)")
    elif array.dtype.kind == "O":
        return _of_objects(array, what)
    elif array.dtype.kind not in "fb":
        raise TypeError(f"{what}: {_kind(array)}, not numbers; convert it, for instance with pandas.to_numeric()")
    elif array.dtype.itemsize > NATIVE.itemsize:
        raise TypeError(f"{what}: {array.dtype} is more than a double; convert it yourself with .astype(float)")
    return array.astype(NATIVE)


def _of_objects(array: NDArray[Any], what: str) -> Doubles:
    out = np.empty(array.shape, NATIVE)
    for place, value in np.ndenumerate(array):
        if value is None or type(value).__name__ in ("NAType", "NaTType"):
            out[place] = np.nan
        elif isinstance(value, (str, bytes)) or not hasattr(value, "__float__"):
            raise TypeError(f"{what}: {_at(place)}{value!r}, not a number; write None or NaN for a missing value")
        else:
            out[place] = _as_float(value, place, what)
    return out


def _at(place: tuple[int, ...]) -> str:
    return f"row {place[0]} holds " if place else ""


def _as_float(value: Any, place: tuple[int, ...], what: str) -> float:
    try:
        number = float(value)
    except OverflowError:
        raise TypeError(f"{what}: {_at(place)}a number that is too large for a double") from None
    if isinstance(value, int) and abs(value) > EXACT:
        raise TypeError(f"{what}: an integer beyond 2**53 has no exact double; convert it yourself with float()")
    return number


def _kind(array: NDArray[Any]) -> str:
    return {"U": "texts", "S": "bytes", "M": "dates", "m": "durations", "c": "complex numbers"}.get(
        array.dtype.kind, f"values of type {array.dtype}"
    )


def column(values: Any, length: int | None, what: str) -> Column:
    """One value a row; ``length`` rows are wanted (None = any)."""
    array = as_doubles(values, what)
    if array.ndim != 1:
        raise ValueError(f"{what}: one value a row is wanted, not an array of shape {array.shape}")
    if length is not None and len(array) != length:
        raise ValueError(f"{what}: {len(array)} values for {length} rows")
    return Column(address_of(array), array.strides[0], len(array), array)


def matrix(values: Any, what: str) -> Matrix:
    """Rows and columns."""
    array = as_doubles(values, what)
    if array.ndim != 2:
        raise ValueError(f"{what}: rows and columns are wanted, not an array of shape {array.shape}")
    return Matrix(address_of(array), array.strides[0], array.strides[1], array.shape[0], array.shape[1], array)


def address_of(array: NDArray[Any]) -> int:
    address: int = array.__array_interface__["data"][0]
    return address
