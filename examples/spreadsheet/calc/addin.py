"""The functions of innoscore as an add-in of LibreOffice Calc: cells in, one call of the C layer, cells out.

Calc passes a range or an array as rows of numbers and texts, where an empty cell is an empty text; a single cell as a
number (an empty one as 0) or a text; what is left out as None. An error in an array, and in an answer, is a NaN whose
low bits are the error's code. A range with an error never gets here: Calc answers Err:504 itself."""
from __future__ import annotations

import ctypes
import math
import os
import struct
import sysconfig
from array import array
from typing import Any

import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import XServiceInfo
from org.innoscore.calc import XInnoscore

SERVICE = "inno"  # the formulas of saved files begin with it
PLACES = {"linux-x86_64": "linux-x86_64/libinnoscore-cells.so", "win-amd64": "windows-x86_64/innoscore-cells.dll",
          "macos-arm64": "macos-arm64/libinnoscore-cells.dylib", "macos-x86_64": "macos-x86_64/libinnoscore-cells.dylib"}
# Those of cells.h
BLANK, NUMBER, TEXT, MISSING, ERROR = 0, 1, 2, 4, 5
FAULT_VALUE, FAULT_NUMBER, FAULT_NONE, FAULT_ERROR = 1, 2, 3, 4
ENGLISH, VIETNAMESE = 0, 1
# Calc's own codes of #VALUE!, #NUM!, #N/A
NO_VALUE, NOT_A_NUMBER, NOT_AVAILABLE = 519, 503, 32767
CODES = {FAULT_NUMBER: NOT_A_NUMBER, FAULT_NONE: NOT_AVAILABLE}
NOT_THERE = ("this package has no library for {0}: build it there and put it into lib/{1} of the package",
             "gói này không có thư viện cho {0}: hãy dựng trên máy đó rồi đặt vào lib/{1} của gói")


class Range(ctypes.Structure):
    """struct cells_range"""
    _fields_ = [("rows", ctypes.c_int32), ("columns", ctypes.c_int32), ("kinds", ctypes.c_void_p),
                ("numbers", ctypes.c_void_p), ("texts", ctypes.c_void_p)]


def system() -> str:
    """Of the Python that Calc runs, which need not be the machine's own."""
    name = sysconfig.get_platform()
    return f"macos-{name.rsplit('-', 1)[1]}" if name.startswith("macosx") else name


def load() -> ctypes.CDLL:
    """OSError when there is no library for this system."""
    here = os.path.dirname(os.path.abspath(__file__))
    library = ctypes.CDLL(os.path.join(here, "lib", PLACES.get(system(), f"{system()}/libinnoscore-cells.so")))
    number, pointer = ctypes.c_int32, ctypes.c_void_p
    for name, result, arguments in (
            ("find", number, [ctypes.c_char_p]), ("call", pointer, [number, pointer, number, number]),
            ("fault", number, [pointer]), ("error", ctypes.c_double, [pointer]), ("rows", number, [pointer]),
            ("columns", number, [pointer]), ("kinds", pointer, [pointer]), ("numbers", pointer, [pointer]),
            ("texts", pointer, [pointer]), ("free", None, [pointer])):
        function = getattr(library, f"cells_{name}")
        function.restype, function.argtypes = result, arguments
    return library


# ---- Calc's values and the layer's -----------------------------------------------------------------------------------


def failure(code: int) -> float:
    """The double that Calc shows as an error."""
    return struct.unpack("<d", struct.pack("<Q", 0x7FF8 << 48 | code))[0]


def code_of(number: float) -> int:
    """The other way round, of a NaN; one that no error made is #VALUE! as in Calc."""
    code = struct.unpack("<Q", struct.pack("<d", number))[0] & 0xFFFFFFFF
    return code if 0 < code <= 0xFFFF else NO_VALUE


def fill(out: Range, value: Any, kept: list[Any]) -> None:
    """Describes an argument; the arrays that it points to go into kept."""
    if value is None:
        return
    rows = value if isinstance(value, tuple) else ((value,),)
    flat = [cell for row in rows for cell in row]
    if not flat:
        return
    count = len(flat)
    kinds, texts = array("B", bytes((NUMBER,)) * count), None
    try:
        numbers = array("d", flat)
    except TypeError:  # texts among them
        numbers, texts = array("d", bytes(8 * count)), (ctypes.c_char_p * count)()
        for k, cell in enumerate(flat):
            if cell is None:
                kinds[k] = MISSING
            elif not isinstance(cell, str):
                numbers[k] = cell
            elif cell:
                kinds[k], texts[k] = TEXT, cell.encode("utf-8", "replace")
            else:
                kinds[k] = BLANK
    for k, number in enumerate(numbers):
        if number != number:
            code = code_of(number)
            kinds[k], numbers[k] = (MISSING, 0.0) if code == NOT_AVAILABLE else (ERROR, code)
    kept += [kinds, numbers, texts]
    out.rows, out.columns = len(rows), len(rows[0])
    out.kinds, out.numbers = kinds.buffer_info()[0], numbers.buffer_info()[0]
    out.texts = ctypes.addressof(texts) if texts is not None else None


def read(library: ctypes.CDLL, answer: int) -> tuple[tuple[Any, ...], ...]:
    """Rows of numbers and texts. A missing result is an empty text: Calc lets no range with #N/A in."""
    fault = library.cells_fault(answer)
    if fault:
        return ((failure(int(library.cells_error(answer)) if fault == FAULT_ERROR else CODES.get(fault, NO_VALUE)),),)
    rows, columns = library.cells_rows(answer), library.cells_columns(answer)
    count = rows * columns
    kinds = ctypes.string_at(library.cells_kinds(answer), count)
    cells: list[Any] = (ctypes.c_double * count).from_address(library.cells_numbers(answer))[:]
    texts = (ctypes.c_char_p * count).from_address(library.cells_texts(answer))
    for k, kind in enumerate(kinds):
        if kind == NUMBER:
            if not math.isfinite(cells[k]):
                cells[k] = failure(NOT_A_NUMBER)
        else:
            cells[k] = (texts[k] or b"").decode("utf-8", "replace") if kind == TEXT else ""
    return tuple(tuple(cells[k:k + columns]) for k in range(0, count, columns))


def answer_of(library: ctypes.CDLL, function: int, arguments: tuple[Any, ...], language: int) -> tuple[tuple[Any, ...], ...]:
    kept: list[Any] = []
    ranges = (Range * max(len(arguments), 1))()
    for out, value in zip(ranges, arguments):
        fill(out, value, kept)
    answer = library.cells_call(function, ctypes.addressof(ranges), len(arguments), language)
    try:
        return read(library, answer)
    finally:
        library.cells_free(answer)


# ---- the component ---------------------------------------------------------------------------------------------------


def language_of(context: Any) -> int:
    """That of the menus."""
    provider = context.ServiceManager.createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
    place = PropertyValue()
    place.Name, place.Value = "nodepath", "/org.openoffice.Setup/L10N"
    access = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", (place,))
    return VIETNAMESE if str(access.getByName("ooLocale")).split("-")[0] == "vi" else ENGLISH


def singles(context: Any) -> frozenset[str]:
    """The functions whose answer is one value: any in the interface, where the others have rows."""
    types = context.getByName("/singletons/com.sun.star.reflection.theTypeDescriptionManager")
    members = types.getByHierarchicalName("org.innoscore.calc.XInnoscore").Members
    return frozenset(one.MemberName for one in members if one.ReturnType.Name == "any")


class Innoscore(unohelper.Base, XInnoscore, XServiceInfo):
    """Each function of the interface by its name; Calc asks for them one by one."""

    def __init__(self, context: Any) -> None:
        self._language, self._singles = language_of(context), singles(context)
        self._library: ctypes.CDLL | None = None
        try:
            self._library = load()
        except OSError:
            place = os.path.dirname(PLACES.get(system(), system() + "/"))
            self._why = NOT_THERE[self._language].format(system(), place)

    def __getattr__(self, name: str) -> Any:
        if not name.isupper():
            raise AttributeError(name)
        single, library = name in self._singles, self._library
        function = library.cells_find(name.encode("ascii")) if library is not None else -1

        def call(*arguments: Any) -> Any:
            if library is None:
                rows: Any = ((self._why if name in {"WHY", "VERSION"} else failure(NO_VALUE),),)
            else:  # the last argument of WHY is all the others
                rows = answer_of(library, function, (arguments[0], *arguments[1]) if name == "WHY" else arguments, self._language)
            return rows[0][0] if single else rows
        setattr(self, name, call)  # found without this function from now on
        return call

    def getImplementationName(self) -> str:  # noqa: N802
        return SERVICE

    def supportsService(self, name: str) -> bool:  # noqa: N802
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self) -> tuple[str, ...]:  # noqa: N802
        return ("com.sun.star.sheet.AddIn", SERVICE)


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Innoscore, SERVICE, ("com.sun.star.sheet.AddIn", SERVICE))
