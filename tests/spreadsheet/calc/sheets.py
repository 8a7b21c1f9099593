"""Cells of Calc for tests: grids go in as cells.py has them, and come back so."""

from __future__ import annotations

import pathlib
import struct
import sys
from typing import Any

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parents[1]), str(pathlib.Path(__file__).resolve().parents[3] / "examples/spreadsheet/calc")]
from cells import NA, Cell, Error, Grid, grid  # noqa: E402

# Calc's codes
VALUE, NUM, NOT_AVAILABLE, DIVISION, ARGUMENT, PARAMETERS = 519, 503, 32767, 532, 502, 504


def nan(code: int) -> float:
    """An error in an array."""
    return struct.unpack("<d", struct.pack("<Q", 0x7FF8 << 48 | code))[0]


def code_of(number: float) -> int:
    return struct.unpack("<Q", struct.pack("<d", number))[0] & 0xFFFFFFFF


def column_name(column: int) -> str:
    return (column_name(column // 26 - 1) if column >= 26 else "") + chr(65 + column % 26)


class Place:
    """A sheet; arguments are put one below the other, formulas right of them."""

    def __init__(self, document: Any, name: str) -> None:
        document.Sheets.insertNewByName(name, document.Sheets.Count)
        self.document, self.sheet = document, document.Sheets.getByName(name)
        self.row, self.column = 0, 100

    def block(self, row: int, column: int, rows: int, columns: int) -> Any:
        return self.sheet.getCellRangeByPosition(column, row, column + columns - 1, row + rows - 1)

    def put(self, value: Any) -> str:
        """The address of an argument, always as a range, A1:A1: a single empty cell would be a 0."""
        rows = grid(value)
        block = self.block(self.row, 0, len(rows), len(rows[0]))
        block.setDataArray(tuple(tuple(cell if type(cell) in (int, float, str) else "" for cell in row) for row in rows))
        for i, row in enumerate(rows):
            for k, cell in enumerate(row):
                if isinstance(cell, bool):
                    block.getCellByPosition(k, i).Formula = f"={str(cell).upper()}()"
                elif cell is NA:
                    block.getCellByPosition(k, i).Formula = "=NA()"
                elif isinstance(cell, Error):
                    block.getCellByPosition(k, i).Formula = "=1/0"
        address = f"A{self.row + 1}:{column_name(len(rows[0]) - 1)}{self.row + len(rows)}"
        self.row += len(rows)
        return address

    def array(self, formula: str, rows: int = 1, columns: int = 1) -> list[list[Cell]]:
        """What a block with this formula has."""
        block = self.block(0, self.column, rows, columns)
        self.column += columns
        block.setArrayFormula(formula)
        return read(block)

    def single(self, formula: str) -> Cell:
        block = self.block(0, self.column, 1, 1)
        self.column += 1
        block.getCellByPosition(0, 0).Formula = formula
        return read(block)[0][0]

    def call(self, name: str, *arguments: Any, rows: int = 1, columns: int = 1) -> list[list[Cell]]:
        """... (Ellipsis) is an argument that is left out."""
        given = ";".join("" if one is ... else self.put(one) for one in arguments)
        return self.array(f"=INNO.{name}({given})", rows, columns)


def read(block: Any) -> list[list[Cell]]:
    """Numbers as cell.Value has them, texts, and Error(Calc's code)."""
    found = [list(row) for row in block.getDataArray()]
    for i, row in enumerate(found):
        for k, cell in enumerate(row):
            if cell is None:
                row[k] = Error(block.getCellByPosition(k, i).getError())
            elif not isinstance(cell, str):
                assert cell == block.getCellByPosition(k, i).Value
    return found


def missing(found: Grid) -> list[list[Cell]]:
    """A missing result is an empty text in Calc."""
    return [[NA if cell == "" else cell for cell in row] for row in found]

