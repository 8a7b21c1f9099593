"""Columns that come through the Arrow C data interface (an object with ``__arrow_c_array__``), without pyarrow.

The structures are those of the Arrow specification, "The Arrow C data interface"."""
from __future__ import annotations

import ctypes as c
from typing import Any

import numpy as np
from numpy.typing import NDArray


class ArrowSchema(c.Structure):
    """struct ArrowSchema, up to what is read here."""


class ArrowArray(c.Structure):
    """struct ArrowArray."""


_Release = c.CFUNCTYPE(None, c.c_void_p)
ArrowSchema._fields_ = [
    ("format", c.c_char_p), ("name", c.c_char_p), ("metadata", c.c_void_p), ("flags", c.c_int64),
    ("n_children", c.c_int64), ("children", c.c_void_p), ("dictionary", c.c_void_p), ("release", c.c_void_p),
    ("private_data", c.c_void_p),
]
ArrowArray._fields_ = [
    ("length", c.c_int64), ("null_count", c.c_int64), ("offset", c.c_int64), ("n_buffers", c.c_int64),
    ("n_children", c.c_int64), ("buffers", c.POINTER(c.c_void_p)), ("children", c.c_void_p), ("dictionary", c.c_void_p),
    ("release", c.c_void_p), ("private_data", c.c_void_p),
]
# the letters of the format, as NumPy types
FORMATS = {
    b"g": np.float64, b"f": np.float32, b"c": np.int8, b"C": np.uint8, b"s": np.int16, b"S": np.uint16, b"i": np.int32,
    b"I": np.uint32, b"l": np.int64, b"L": np.uint64,
}
# a prototype of one's own: types that are set on ctypes.pythonapi hold for every package of the process
_pointer = c.PYFUNCTYPE(c.c_void_p, c.py_object, c.c_char_p)(("PyCapsule_GetPointer", c.pythonapi))


def is_arrow(values: Any) -> bool:
    return hasattr(values, "__arrow_c_array__") and not hasattr(values, "__array__")


class _Exported:
    """Holds the two capsules: their destructors give the producer's memory back."""

    def __init__(self, values: Any) -> None:
        self.capsules = values.__arrow_c_array__()
        schema, array = self.capsules
        self.schema = ArrowSchema.from_address(_pointer(schema, b"arrow_schema"))
        self.array = ArrowArray.from_address(_pointer(array, b"arrow_array"))


class _Buffer:
    """A piece of memory for NumPy, and who owns it."""

    def __init__(self, address: int, length: int, kind: type[Any], owner: object) -> None:
        self.owner = owner
        self.__array_interface__ = {
            "data": (address, True), "shape": (length,), "typestr": np.dtype(kind).str, "version": 3,
        }


def arrow_column(values: Any, what: str) -> NDArray[np.float64]:
    """The doubles of the producer themselves where nothing is missing; else a copy with NaN."""
    exported = _Exported(values)
    schema, array = exported.schema, exported.array
    kind = FORMATS.get(schema.format)
    if kind is None or schema.dictionary:
        raise TypeError(f"{what}: an Arrow column of format {schema.format.decode()!r}, not numbers; cast it to "
                        "float64")
    if array.length == 0:
        return np.empty(0)
    size = np.dtype(kind).itemsize
    data = np.asarray(_Buffer((array.buffers[1] or 0) + array.offset * size, array.length, kind, exported))
    if kind in (np.int64, np.uint64) and (int(data.max()) > 2**53 or int(data.min()) < -(2**53)):
        raise TypeError(f"{what}: an integer beyond 2**53 has no exact double; cast it to float64")
    if array.null_count == 0 or not array.buffers[0]:
        return data.astype(np.float64, copy=False)
    bits = np.asarray(_Buffer(array.buffers[0], (array.offset + array.length + 7) // 8, np.uint8, exported))
    valid = np.unpackbits(bits, bitorder="little")[array.offset:array.offset + array.length].astype(bool)
    out = data.astype(np.float64)
    out[~valid] = np.nan
    return out
