"""Numbers in any array: the same bits as a plain copy, and no copy where they are doubles already."""
from __future__ import annotations

import array
import ctypes as c
import gc
import sys
from typing import Any, Callable

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

import innoscore
from innoscore import _arrays, _arrow
from innoscore._library import library

UNITS = 12
doubles = st.one_of(st.just(float("nan")), st.floats(allow_nan=False, allow_infinity=False, width=64))
columns = arrays.arrays(np.float64, st.integers(1, UNITS), elements=doubles)


def through_c(values: Any, length: int) -> Any:
    """The values as the library has them, as bits."""
    data = innoscore.Dataset({"x": values}, [f"u{k}" for k in range(length)])
    return data.to_dataframe()["x"].to_numpy().copy().view(np.int64)


# ---- layouts of NumPy -----------------------------------------------------------------------------------------------


def strided(x: Any, step: int) -> Any:
    wide = np.full(abs(step) * len(x), 7.0)
    view = wide[:: abs(step)]
    view[:] = x if step > 0 else x[::-1]
    return view if step > 0 else view[::-1]


def of_fortran(x: Any) -> Any:
    block = np.asfortranarray(np.tile(x, (3, 1)))  # a row lies three doubles apart
    return block[1]


def of_rows(x: Any) -> Any:
    return np.ascontiguousarray(np.tile(x[:, None], (1, 5)))[:, 3]


def of_records(x: Any) -> Any:
    records = np.zeros(len(x), dtype=[("code", "S8"), ("value", "<f8")])
    records["value"] = x
    return records["value"]


def misaligned(x: Any) -> Any:
    raw = np.zeros(8 * len(x) + 8, np.uint8)
    view = raw[3: 3 + 8 * len(x)].view(np.float64)
    view[:] = x
    return view


def packed(x: Any) -> Any:
    records = np.zeros(len(x), dtype=[("flag", "u1"), ("value", "<f8")])  # nine bytes apart
    records["value"] = x
    return records["value"]


def read_only(x: Any) -> Any:
    x = x.copy()
    x.flags.writeable = False
    return x


WITHOUT_COPY: dict[str, Callable[[Any], Any]] = {
    "plain": lambda x: x.copy(), "reversed": lambda x: strided(x, -1), "every third": lambda x: strided(x, 3),
    "every second, backwards": lambda x: strided(x, -2), "row of a Fortran block": of_fortran,
    "column of a block": of_rows,
    "field of records": of_records, "read only": read_only,
}
WITH_COPY: dict[str, Callable[[Any], Any]] = {
    "misaligned": misaligned, "packed": packed, "other byte order": lambda x: x.astype(x.dtype.newbyteorder()),
    "object": lambda x: x.astype(object), "subclass": lambda x: x.view(np.recarray),
    "series": pd.Series, "nullable": lambda x: pd.Series(x).astype("Float64"),
    "sparse": lambda x: pd.Series(pd.arrays.SparseArray(x)),
    "list": lambda x: x.tolist(), "tuple": lambda x: tuple(x.tolist()),
    "list with None": lambda x: [None if v != v else v for v in x.tolist()],
    "array.array": lambda x: array.array("d", x.tolist()), "memoryview": lambda x: memoryview(x.copy()),
    "index": pd.Index,
    "ctypes": lambda x: (c.c_double * len(x))(*x.tolist()),
}


@pytest.mark.parametrize("layout", [*WITHOUT_COPY, *WITH_COPY])
@settings(max_examples=25, deadline=None)
@given(x=columns)
def test_any_layout_gives_the_same_bits(layout: str, x: Any) -> None:
    values = (WITHOUT_COPY | WITH_COPY)[layout](x)
    np.testing.assert_array_equal(through_c(values, len(x)), through_c(x.copy(), len(x)))


@pytest.mark.parametrize("layout", WITHOUT_COPY)
def test_the_address_that_c_gets_is_the_array_s_own(layout: str, monkeypatch: pytest.MonkeyPatch) -> None:
    x = np.arange(1.0, 10.0)
    values, seen = WITHOUT_COPY[layout](x), []
    functions = library()
    real = functions.inno_dataset_add_column

    def spy(data: Any, code: bytes, address: int, stride: int, error: Any) -> int:
        seen.append((address, stride))
        status: int = real(data, code, address, stride, error)
        return status

    monkeypatch.setattr(functions, "inno_dataset_add_column", spy)
    innoscore.Dataset({"x": values}, list(range(9)))
    assert seen == [(values.__array_interface__["data"][0], values.strides[0])]


@pytest.mark.parametrize("order", ["C", "F"])
def test_a_frame_of_doubles_goes_as_it_lies(order: Any, pii_data: pd.DataFrame,
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = pii_data.drop(columns=["name", "region"])
    block = np.array(numbers.to_numpy(), order=order)
    frame, seen = pd.DataFrame(block, index=numbers.index, columns=numbers.columns), []
    functions = library()
    real = functions.inno_dataset_add_columns

    def spy(*arguments: Any) -> int:
        seen.append(arguments[3:6])
        status: int = real(*arguments)
        return status

    monkeypatch.setattr(functions, "inno_dataset_add_columns", spy)
    innoscore.Dataset.from_dataframe(frame)
    assert seen == [(block.__array_interface__["data"][0], *block.strides)]


@settings(max_examples=25, deadline=None)
@given(value=doubles, length=st.integers(1, UNITS))
def test_one_value_for_all_rows(value: float, length: int) -> None:
    """A stride of 0."""
    values = np.broadcast_to(np.array(value), length)
    assert _arrays.column(values, length, "x").stride == 0
    np.testing.assert_array_equal(through_c(values, length), through_c(np.full(length, value), length))


KINDS = ["f2", "f4", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "?"]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.data_too_large])  # a draw of it may be
@given(data=st.data())
def test_other_numbers_become_the_double_that_is_equal(kind: str, data: st.DataObject) -> None:
    dtype = np.dtype(kind)
    bounds: dict[str, dict[str, Any]] = {"f2": {"allow_infinity": False}, "f4": {"allow_infinity": False},
                                         "u8": {"max_value": 2**53}, "i8": {"min_value": -(2**53), "max_value": 2**53}}
    elements = arrays.from_dtype(dtype, **bounds.get(kind, {}))
    x = data.draw(arrays.arrays(dtype, st.integers(1, UNITS), elements=elements))
    np.testing.assert_array_equal(through_c(x, len(x)), through_c(x.astype(float), len(x)))
    np.testing.assert_array_equal(through_c(x[::-1], len(x)), through_c(x.astype(float)[::-1].copy(), len(x)))


@settings(max_examples=50, deadline=None)
@given(x=columns, data=st.data())
def test_masked_values_are_missing(x: Any, data: st.DataObject) -> None:
    mask = data.draw(arrays.arrays(bool, len(x)))
    expected = through_c(np.where(mask, np.nan, x), len(x))
    np.testing.assert_array_equal(through_c(np.ma.MaskedArray(x, mask), len(x)), expected)
    np.testing.assert_array_equal(through_c(np.ma.MaskedArray(x), len(x)), through_c(x, len(x)))


@settings(max_examples=50, deadline=None)
@given(x=arrays.arrays(np.int64, st.integers(1, UNITS), elements=st.integers(-(2**53), 2**53)), data=st.data())
def test_nullable_columns_of_pandas(x: Any, data: st.DataObject) -> None:
    mask = data.draw(arrays.arrays(bool, len(x)))
    expected = through_c(np.where(mask, np.nan, x.astype(float)), len(x))
    np.testing.assert_array_equal(through_c(pd.Series(x).astype("Int64").mask(mask), len(x)), expected)
    as_objects = pd.Series([None if gone else int(value) for value, gone in zip(x, mask)], dtype=object)
    np.testing.assert_array_equal(through_c(as_objects, len(x)), expected)


@settings(max_examples=30, deadline=None)
@given(block=arrays.arrays(np.float64, (6, 3), elements=doubles), rows=st.permutations(range(6)), data=st.data())
def test_parts_of_frames(block: Any, rows: list[int], data: st.DataObject) -> None:
    frame = pd.DataFrame(block, columns=["a", "b", "c"])
    part = frame.iloc[rows].iloc[::data.draw(st.sampled_from([1, -1, 2]))][data.draw(st.permutations(["a", "b", "c"]))]
    mixed = part.assign(b=part["b"].astype("Float64"))
    units = [str(k) for k in range(len(part))]
    expected = {name: part[name].to_numpy().copy() for name in part}
    fingerprint = innoscore.Dataset(expected, units).fingerprint
    for one in (part, mixed, part.astype(object)):
        table = one.set_axis(units, axis="index")
        whole = one.dtypes.iloc[0] != object  # columns of objects would be groupings
        dataset = innoscore.Dataset.from_dataframe(table) if whole else innoscore.Dataset(dict(table.items()), units)
        assert dataset.fingerprint == fingerprint


# ---- Arrow ----------------------------------------------------------------------------------------------------------

_new = c.PYFUNCTYPE(c.py_object, c.c_void_p, c.c_char_p, c.c_void_p)(("PyCapsule_New", c.pythonapi))
_get = c.PYFUNCTYPE(c.c_void_p, c.c_void_p, c.c_char_p)(("PyCapsule_GetPointer", c.pythonapi))
_released: list[str] = []
_keep: dict[int, Any] = {}


@c.CFUNCTYPE(None, c.c_void_p)
def _release_schema(address: int) -> None:
    _released.append("schema")
    _keep.pop(address)


@c.CFUNCTYPE(None, c.c_void_p)
def _release_array(address: int) -> None:
    _released.append("array")
    _keep.pop(address)


@c.PYFUNCTYPE(None, c.c_void_p)
def _drop_schema(capsule: int) -> None:
    address = _get(capsule, b"arrow_schema")
    _release_schema(address)


@c.PYFUNCTYPE(None, c.c_void_p)
def _drop_array(capsule: int) -> None:
    address = _get(capsule, b"arrow_array")
    _release_array(address)


class Exporter:
    """A column of an Arrow producer: values, perhaps a bitmap, both from an offset on."""

    def __init__(self, values: Any, format_: bytes, valid: Any = None, offset: int = 0, dictionary: int = 0) -> None:
        self.data = np.concatenate([np.zeros(offset, values.dtype), values])
        self.length, self.offset, self.format, self.dictionary = len(values), offset, format_, dictionary
        bits = np.concatenate([np.ones(offset, bool), valid]) if valid is not None else None
        self.bitmap = np.packbits(bits, bitorder="little") if bits is not None else None
        self.nulls = int((~valid).sum()) if valid is not None else 0

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        schema, column = _arrow.ArrowSchema(), _arrow.ArrowArray()
        buffers = (c.c_void_p * 2)(self.bitmap.ctypes.data if self.bitmap is not None else None, self.data.ctypes.data)
        schema.format, schema.dictionary = self.format, self.dictionary
        column.length, column.null_count, column.offset, column.n_buffers = self.length, self.nulls, self.offset, 2
        column.buffers = c.cast(buffers, c.POINTER(c.c_void_p))
        _keep[c.addressof(schema)] = schema
        _keep[c.addressof(column)] = (column, buffers, self.data, self.bitmap)
        return _new(c.addressof(schema), b"arrow_schema", c.cast(_drop_schema, c.c_void_p)), \
            _new(c.addressof(column), b"arrow_array", c.cast(_drop_array, c.c_void_p))


FORMATS = {b"g": "f8", b"f": "f4", b"c": "i1", b"C": "u1", b"s": "i2", b"S": "u2", b"i": "i4", b"I": "u4", b"l": "i8",
           b"L": "u8"}


@settings(max_examples=60, deadline=None)
@given(format_=st.sampled_from(sorted(FORMATS)), length=st.integers(1, 40), offset=st.integers(0, 20), data=st.data())
def test_arrow(format_: bytes, length: int, offset: int, data: st.DataObject) -> None:
    values = np.asarray(data.draw(st.lists(st.integers(0, 100), min_size=length, max_size=length)), FORMATS[format_])
    valid = data.draw(st.one_of(st.none(), arrays.arrays(bool, length)))
    expected = values.astype(float)
    if valid is not None:
        expected[~valid] = np.nan
    before = len(_released)
    np.testing.assert_array_equal(through_c(Exporter(values, format_, valid, offset), length),
                                  through_c(expected, length))
    gc.collect()
    assert sorted(_released[before:]) == ["array", "schema"] and not _keep


def test_arrow_with_an_unknown_count_of_nulls() -> None:
    exporter = Exporter(np.arange(9.0), b"g", np.arange(9) % 2 == 0)
    exporter.nulls = -1
    assert np.isnan(_arrays.as_doubles(exporter, "x")).sum() == 4


def test_arrow_without_a_copy() -> None:
    exporter = Exporter(np.arange(9.0), b"g", offset=3)
    taken = _arrays.column(exporter, 9, "x")
    assert (taken.address, taken.stride) == (exporter.data.ctypes.data + 24, 8)
    del exporter
    gc.collect()
    assert np.asarray(taken.keep).tolist() == list(range(9))
    assert _keep  # the producer's memory lives as long as it is used
    del taken
    gc.collect()
    assert not _keep


def test_arrow_that_is_no_number() -> None:
    texts = Exporter(np.zeros(3, np.int32), b"u")
    with pytest.raises(TypeError, match="x: an Arrow column of format 'u', not numbers"):
        innoscore.Dataset({"x": texts}, ["a", "b", "c"])
    with pytest.raises(TypeError, match="not numbers"):
        innoscore.Dataset({"x": Exporter(np.zeros(3, np.int32), b"i", dictionary=1)}, ["a", "b", "c"])
    with pytest.raises(TypeError, match="beyond 2"):
        innoscore.Dataset({"x": Exporter(np.array([2**53 + 1]), b"l")}, ["a"])
    with pytest.raises(ValueError, match="x: 3 values for 2 rows"):
        innoscore.Dataset({"x": Exporter(np.zeros(3), b"g")}, ["a", "b"])
    gc.collect()
    assert not _keep


# ---- what is kept ---------------------------------------------------------------------------------------------------


def test_inputs_are_neither_changed_nor_kept() -> None:
    for values in (np.arange(5.0), np.arange(5), [1.0, None, 3.0, 4.0, 5.0], pd.Series([1.0, 2.0, 3.0, 4.0, 5.0])):
        before, count = repr(values), sys.getrefcount(values)
        data = innoscore.Dataset({"x": values}, list("abcde"))
        assert repr(values) == before and sys.getrefcount(values) == count
        del data


def test_results_do_not_follow_the_input() -> None:
    values = np.arange(5.0)
    data = innoscore.Dataset({"x": values}, list("abcde"))
    values[:] = 7.0
    assert data.to_dataframe()["x"].tolist() == [0.0, 1.0, 2.0, 3.0, 4.0]
