"""Workbooks for ssconvert, a sheet a call, and what Gnumeric makes of their formulas."""

from __future__ import annotations

import csv
import io
import os
import pathlib
import re
import subprocess
import sys
from xml.sax.saxutils import escape

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from cells import NA, Cell, Error, Grid, grid  # noqa: E402

VALUE_TYPES = {bool: 20, float: 40, int: 40, str: 60}
ERRORS = {1.0: "#DIV/0!", 2.0: "#REF!", 3.0: "#NAME?"}


def letters(column: int) -> str:
    head = letters(column // 26 - 1) if column >= 26 else ""
    return head + chr(ord("A") + column % 26)


def typed(cell: Cell) -> tuple[int, str]:
    """Of one cell that is not blank: Gnumeric's type and the text, with every digit of a number."""
    if cell is NA:
        return 50, "#N/A"
    if isinstance(cell, Error):
        return 50, ERRORS[cell.code]
    if isinstance(cell, bool):
        return 20, str(cell).upper()
    return VALUE_TYPES[type(cell)], cell if isinstance(cell, str) else f"{cell:.17g}"


class Sheet:
    """One call: its ranges side by side, then the formula in an array below."""

    def __init__(self, name: str, arguments: tuple, rows: int, columns: int) -> None:
        self.cells: list[str] = []
        self.width = 0
        self.height = 0
        words = [self._argument(one) for one in arguments]
        self.cells.append(f'<gnm:Cell Row="0" Col="{self.width}" ValueType="60">top</gnm:Cell>')  # blank rows above it are not written out
        self.first = self.height + 1
        self.rows, self.columns = rows, columns
        formula = escape(f"=inno.{name.lower()}({','.join(words)})")
        self.cells.append(f'<gnm:Cell Row="{self.first}" Col="0" Rows="{rows}" Cols="{columns}">{formula}</gnm:Cell>')

    def _argument(self, value) -> str:
        if value is ...:
            return ""
        if isinstance(value, (list, tuple)):
            return self._range(grid(value))
        if isinstance(value, str):
            return '"' + value.replace('"', '""') + '"'
        if value is None or value is NA or isinstance(value, Error):
            return self._range([[value]])
        return str(value).upper() if isinstance(value, bool) else f"{value:.17g}"

    def _range(self, rows: Grid) -> str:
        left = self.width
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                if cell is not None:
                    kind, text = typed(cell)
                    self.cells.append(f'<gnm:Cell Row="{r}" Col="{left + c}" ValueType="{kind}">{escape(text)}</gnm:Cell>')
        self.width += len(rows[0])
        self.height = max(self.height, len(rows))
        return f"{letters(left)}1:{letters(self.width - 1)}{len(rows)}"

    def xml(self, name: str) -> str:
        return f'<gnm:Sheet><gnm:Name>{name}</gnm:Name><gnm:Cells>{"".join(self.cells)}</gnm:Cells></gnm:Sheet>'

    def read(self, text: str) -> list[list[Cell]]:
        rows = list(csv.reader(io.StringIO(text)))[self.first:self.first + self.rows]
        return [[number(cell) for cell in [*row, *[""] * self.columns][:self.columns]] for row in rows]


def number(text: str) -> Cell:
    if re.fullmatch(r"[-+]?[0-9]+([.][0-9]+)?(e[-+]?[0-9]+)?", text, re.I):
        return float(text)
    return NA if text == "#N/A" else text


class Gnumeric:
    def __init__(self, home: pathlib.Path) -> None:
        self.home = home

    def convert(self, *arguments: str, language: str = "C.UTF-8") -> str:
        environment = {"HOME": str(self.home), "PATH": os.environ["PATH"], "LC_ALL": language}
        done = subprocess.run(["ssconvert", *arguments], env=environment, cwd=self.home, capture_output=True, text=True, timeout=300,
                              check=True)
        return done.stderr

    def values(self, sheets: list[Sheet], via: str = "", language: str = "C.UTF-8") -> list[list[list[Cell]]]:
        """The answers of all sheets. via: the workbook is saved in this form and opened again first."""
        content = "".join(sheet.xml(f"call {k}") for k, sheet in enumerate(sheets))
        book = self.home / "book.gnumeric"
        names = "".join(f"<gnm:SheetName>call {k}</gnm:SheetName>" for k in range(len(sheets)))
        book.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n<gnm:Workbook xmlns:gnm="http://www.gnumeric.org/v10.dtd">'
                        f"<gnm:SheetNameIndex>{names}</gnm:SheetNameIndex><gnm:Sheets>{content}</gnm:Sheets></gnm:Workbook>\n",
                        encoding="utf-8")
        if via:
            self.convert(book.name, f"saved.{via}", language=language)
            book = self.home / f"saved.{via}"
        for old in self.home.glob("out_*.csv"):
            old.unlink()
        self.convert("-S", "--recalc", "-T", "Gnumeric_stf:stf_assistant", "-O", "format=raw separator=, quoting-mode=auto", book.name,
                     "out_%n.csv", language=language)
        return [sheet.read((self.home / f"out_{k}.csv").read_text(encoding="utf-8")) for k, sheet in enumerate(sheets)]
