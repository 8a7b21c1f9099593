"""Records of results and analyses as DataFrames: a column a field, codes instead of the numbers of nodes and units."""
from __future__ import annotations

import ctypes as c
from functools import lru_cache, update_wrapper
from typing import Any, Callable, Generic, NamedTuple, Sequence, TypeVar, overload

import numpy as np
import pandas as pd

from . import _abi
from ._abi import INNO_TYPE_I64
from ._arrays import NATIVE, Doubles, address_of
from ._handles import Handle
from ._library import library
from .errors import check, error_object


Kept = TypeVar("Kept", pd.DataFrame, pd.Index)


class kept(Generic[Kept]):
    """A property of a handle that is computed once. Whoever asks has a copy of his own: what he does to it changes no
    later answer. Raises ClosedError when the handle was closed."""

    def __init__(self, function: Callable[[Any], Kept]) -> None:
        self.function = function
        update_wrapper(self, function)

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_kept_{name}"

    @overload
    def __get__(self, handle: None, owner: type) -> kept[Kept]: ...

    @overload
    def __get__(self, handle: Handle, owner: type) -> Kept: ...

    def __get__(self, handle: Handle | None, owner: type) -> Kept | kept[Kept]:
        if handle is None:
            return self
        handle._c  # raises when it was closed
        found: Kept | None = vars(handle).get(self._name)
        if found is None:
            found = vars(handle)[self._name] = self.function(handle)
        return found.copy()


class Field(NamedTuple):
    number: int
    name: str
    is_integer: bool


@lru_cache(maxsize=None)
def fields_of(kind: int) -> tuple[Field, ...]:
    functions, found = library(), []
    for index in range(functions.inno_field_count(kind)):
        number, name, type_ = c.c_int32(), c.c_char_p(), c.c_int32()
        check(functions.inno_field_info(kind, index, c.byref(number), c.byref(name), c.byref(type_)))
        found.append(Field(number.value, (name.value or b"").decode(), type_.value == INNO_TYPE_I64))
    return tuple(found)


@lru_cache(maxsize=None)
def kinds() -> dict[str, int]:
    """Every kind of record by its name: INNO_RECORD_UNIT_COVERAGE is "unit_coverage"."""
    prefix = "INNO_RECORD_"
    return {name[len(prefix):].lower(): value for name, value in vars(_abi).items() if name.startswith(prefix)}


NODES = frozenset({"node", "parent"})
UNITS = frozenset({"unit", "reference_unit"})


def table(count: Callable[..., int], read: Callable[..., int], read_column: Callable[..., int] | None, owned: Any,
          kind: int, nodes: Sequence[str], units: Sequence[str]) -> pd.DataFrame:
    """All records of a kind."""
    read_numbers = numbers(count, read, read_column, owned, kind)
    shown = {field.name: _shown(field, read_numbers[field.name], nodes, units) for field in fields_of(kind)}
    return pd.DataFrame(shown)


def numbers(count: Callable[..., int], read: Callable[..., int], read_column: Callable[..., int] | None, owned: Any,
            kind: int) -> dict[str, Doubles]:
    """The fields of all records of a kind as the library has them."""
    records, columns = count(owned, kind), {}
    for field in fields_of(kind):
        values = np.empty(records)
        if read_column is not None and records > 0:
            check(read_column(owned, kind, field.number, address_of(values), NATIVE.itemsize, error_object()))
        elif records > 0:
            first = address_of(values)
            for index in range(records):
                check(read(owned, kind, index, field.number, first + 8 * index, error_object()))
        columns[field.name] = values
    return columns


def _shown(field: Field, values: Any, nodes: Sequence[str], units: Sequence[str]) -> Any:
    if not field.is_integer or np.isnan(values).any():
        return values
    numbers = values.astype(np.int64)
    codes = nodes if field.name in NODES else units if field.name in UNITS else None
    if codes is None or (len(numbers) > 0 and int(numbers.max()) >= len(codes)):
        return numbers
    return [codes[number] if number >= 0 else None for number in numbers.tolist()]
