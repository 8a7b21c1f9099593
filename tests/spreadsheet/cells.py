"""The layer of cells by ctypes: what every test of a plug-in compares with. A cell is None, a number, a bool, a text, NA or
Error(code)."""

from __future__ import annotations

import ctypes
import json
import pathlib
import struct
import sys
from dataclasses import dataclass
from typing import Any, Sequence, Union

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "examples/spreadsheet"))
import table  # noqa: E402

GOLDEN = json.loads((ROOT / "tests/golden/hosts/cases.json").read_text(encoding="utf-8"))
BLANK, NUMBER, TEXT, BOOLEAN, MISSING, ERROR = range(6)
FAULTS = {1: "VALUE", 2: "NUMBER", 3: "NONE", 4: "ERROR", 5: "MEMORY"}
SECTIONS = {"denominate": "denomination", "screen": "screening", "impute": "imputation", "treat": "treatment",
            "normalize": "normalization", "weigh": "weighting", "aggregate": "aggregation", "rank": "ranking"}


class NotAvailable:
    def __repr__(self) -> str:
        return "NA"


NA = NotAvailable()


@dataclass(frozen=True)
class Error:
    code: float


Cell = Union[None, float, bool, str, NotAvailable, Error]
Grid = Sequence[Sequence[Cell]]


class Fault(Exception):
    def __init__(self, kind: str, sentence: str, status: int, code: float) -> None:
        super().__init__(f"{kind}: {sentence}")
        self.kind, self.sentence, self.status, self.code = kind, sentence, status, code


class _Range(ctypes.Structure):
    _fields_ = [("rows", ctypes.c_int32), ("columns", ctypes.c_int32), ("kinds", ctypes.POINTER(ctypes.c_uint8)),
                ("numbers", ctypes.POINTER(ctypes.c_double)), ("texts", ctypes.POINTER(ctypes.c_char_p))]


def grid(value: Any) -> Grid:
    """A single cell, a row (list), or rows (list of lists)."""
    if not isinstance(value, (list, tuple)):
        return [[value]]
    if not value or not isinstance(value[0], (list, tuple)):
        return [[one] for one in value]
    return value


def kind(cell: Cell) -> tuple[int, float, bytes]:
    if cell is None:
        return BLANK, 0.0, b""
    if isinstance(cell, NotAvailable):
        return MISSING, 0.0, b""
    if isinstance(cell, Error):
        return ERROR, cell.code, b""
    if isinstance(cell, bool):
        return BOOLEAN, float(cell), b""
    if isinstance(cell, str):
        return TEXT, 0.0, cell.encode()
    return NUMBER, float(cell), b""


class Cells:
    def __init__(self, library: str) -> None:
        self.library = ctypes.CDLL(library)
        for name, result in {"count": ctypes.c_int32, "find": ctypes.c_int32, "name": ctypes.c_char_p, "least": ctypes.c_int32,
                             "most": ctypes.c_int32, "call": ctypes.c_void_p, "fault": ctypes.c_int32, "error": ctypes.c_double,
                             "status": ctypes.c_int32, "sentence": ctypes.c_char_p, "rows": ctypes.c_int32, "columns": ctypes.c_int32,
                             "kinds": ctypes.POINTER(ctypes.c_uint8), "numbers": ctypes.POINTER(ctypes.c_double),
                             "texts": ctypes.POINTER(ctypes.c_char_p), "free": None}.items():
            function = getattr(self.library, f"cells_{name}")
            function.restype = result
            if name in {"fault", "error", "status", "sentence", "rows", "columns", "kinds", "numbers", "texts", "free"}:
                function.argtypes = [ctypes.c_void_p]

    def __call__(self, name: str, *arguments: Any, language: int = 0) -> list[list[Cell]]:
        """A list is a column, a list of lists rows, ... (Ellipsis) an argument that is left out. Raises Fault."""
        ranges = (_Range * max(len(arguments), 1))()
        for one, given in zip(ranges, arguments):
            if given is ...:
                continue
            rows = grid(given)
            cells = [kind(cell) for row in rows for cell in row]
            one.rows, one.columns = len(rows), len(rows[0])
            one.kinds = (ctypes.c_uint8 * len(cells))(*(cell[0] for cell in cells))
            one.numbers = (ctypes.c_double * len(cells))(*(cell[1] for cell in cells))
            one.texts = (ctypes.c_char_p * len(cells))(*(cell[2] for cell in cells))
        function = self.library.cells_find(name.encode())
        answer = self.library.cells_call(function, ranges, len(arguments), language)
        try:
            fault = self.library.cells_fault(answer)
            if fault:
                raise Fault(FAULTS[fault], self.library.cells_sentence(answer).decode(), self.library.cells_status(answer),
                            self.library.cells_error(answer))
            return self._read(answer)
        finally:
            self.library.cells_free(answer)

    def _read(self, answer: int) -> list[list[Cell]]:
        rows, columns = self.library.cells_rows(answer), self.library.cells_columns(answer)
        kinds, numbers, texts = (getattr(self.library, f"cells_{name}")(answer) for name in ("kinds", "numbers", "texts"))

        def cell(i: int) -> Cell:
            return {BLANK: None, NUMBER: numbers[i], TEXT: (texts[i] or b"").decode(), MISSING: NA}[kinds[i]]
        return [[cell(r * columns + c) for c in range(columns)] for r in range(rows)]


# ---- the golden cases as cells ----


def double(text: str | None) -> Cell:
    return NA if text is None else float.fromhex(text) if text not in ("inf", "-inf") else float(text)


def bits(cell: Cell) -> str:
    """The 64 bits of a number, for comparisons."""
    return struct.pack(">d", cell).hex() if isinstance(cell, (int, float)) else repr(cell)


def data_table(case: dict[str, Any]) -> list[list[Cell]]:
    columns = list(case["columns"])
    head = ["unit", *columns, *(f"group:{name}" for name in case["groups"])]
    rows = [head]
    for i, unit in enumerate(case["units"]):
        values = [double(case["columns"][name][i]) for name in columns]
        rows.append([unit, *(None if value is NA else value for value in values), *(labels[i] for labels in case["groups"].values())])
    return rows


def framework_table(case: dict[str, Any]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [["code", "parent", "direction", "weight", "denominator", "scale"]]
    for node in case["nodes"]:
        scale = double(node["scale"]) if "scale" in node else None
        weight = double(node["weight"]) if "weight" in node else None
        rows.append([node["code"], node["parent"], node.get("direction"), weight, node.get("denominator"), scale])
    return rows


def method_table(case: dict[str, Any]) -> list[list[Cell]]:
    steps = [step["step"] for step in case["steps"] if step["step"] != "rank"]
    rows: list[list[Cell]] = [["pipeline", "steps", ", ".join(steps)]]
    seen: dict[str, int] = {}
    for step in case["steps"]:
        seen[step["step"]] = seen.get(step["step"], 0) + 1
        section = SECTIONS[step["step"]] + (f"#{seen[step['step']]}" if seen[step["step"]] > 1 else "")
        for place, key, value in step["settings"]:
            where = "" if place is None else f".{place}" if isinstance(place, int) else f":{place}"
            rows.append([section + where, key, value])
    for code, weight in (case["weights"] or {}).items():
        rows.append(["weights", code, double(weight)])
    return rows


def same_table(found: list[list[Cell]], expected: dict[str, list[str | None]], units: list[str]) -> None:
    """found: with headers and units, a column for each key of expected."""
    assert found[0] == ["unit", *expected], found[0]
    assert [row[0] for row in found[1:]] == units
    for k, (code, column) in enumerate(expected.items()):
        for i, value in enumerate(column):
            assert bits(found[i + 1][k + 1]) == bits(double(value)), (code, units[i], found[i + 1][k + 1], value)


def flat_call(one: dict[str, Any]) -> tuple[str, list[Any]] | None:
    """A flat call of the golden cases as (name, arguments in the table's order); None: the table has no such function."""
    function = next((each for each in table.read().functions if each.calls == one["function"]), None)
    if function is None:
        return None
    names = [each.name for each in table.prototypes()[one["function"]].parameters if each.name != "out"]
    given = dict(zip(names, one["arguments"]))
    arguments: list[Any] = []
    for argument in function.arguments:
        value = given[argument.parameter]
        if value.get("null") or ("int" in value and value["int"] is None) or ("double" in value and value["double"] is None):
            arguments.append(...)
        elif "array" in value:
            array = [double(each) for each in value["array"]]
            if argument.type in ("matrix", "square"):
                columns = next(given[name]["int"] for name in ("columns", "children", "n") if name in given)
                rows = len(array) // columns
                by_column = given["column_major"]["int"] == 1
                array = [[array[k * rows + i] if by_column else array[i * columns + k] for k in range(columns)] for i in range(rows)]
            arguments.append(array)
        else:
            arguments.append(value["int"] if "int" in value else double(value["double"]))
    while arguments and arguments[-1] is ...:
        arguments.pop()
    return function.name, arguments
