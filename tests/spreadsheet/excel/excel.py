"""Excel as far as an add-in sees it: host.exe under wine. Cells are those of cells.py."""

from __future__ import annotations

import os
import pathlib
import struct
import subprocess
import sys
from typing import Any

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from cells import NA, Cell, Error, grid  # noqa: E402

ROWS, COLUMNS, TEXT = 1048576, 16384, 32767  # limits of Excel
NOT_AVAILABLE = 42


class XlError(Exception):
    """A function gave an error instead of a value."""

    def __init__(self, code: int) -> None:
        super().__init__(f"error {code}")
        self.code = code


class Raw(str):
    """An argument as host.c reads it, for what no cell holds."""


def token(cell: Cell) -> str:
    if cell is None:
        return "z"
    if cell is NA:
        return f"e{NOT_AVAILABLE}"
    if isinstance(cell, Error):
        return f"e{cell.code:.0f}"
    if isinstance(cell, bool):
        return f"b{cell:d}"
    if isinstance(cell, str):
        return "s" + cell.encode("utf-16-be", "surrogatepass").hex()
    return "n" + struct.pack(">d", cell).hex()


def argument(value: Any) -> str:
    if isinstance(value, Raw):
        return value
    if value is ...:
        return "m"
    if not isinstance(value, (list, tuple)):
        return token(value)
    rows = grid(value)
    return " ".join([f"a {len(rows)} {len(rows[0])}", *(token(cell) for row in rows for cell in row)])


def text(word: str) -> str:
    assert word[0] == "s", word
    return bytes.fromhex(word[1:]).decode("utf-16-be", "surrogatepass")


def cell(word: str) -> Cell:
    if word[0] == "n":
        return struct.unpack(">d", bytes.fromhex(word[1:]))[0]
    if word[0] == "s":
        return text(word)
    assert word[0] == "e", f"an answer holds {word}"
    return NA if int(word[1:]) == NOT_AVAILABLE else Error(int(word[1:]))


class Excel:
    def __init__(self, host: str, addin: str, language: str = "en") -> None:
        environment = dict(os.environ, INNOSCORE_LANGUAGE=language)
        self.process = subprocess.Popen(["wine", host, addin], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        env=environment, text=True, encoding="ascii")
        self.registered = [line.split()[1:] for line in self.ask("open", until="open")[:-1]]

    def ask(self, command: str, until: str) -> list[str]:
        """The lines up to the one that begins with until."""
        lines: list[str] = []
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        while not lines or not lines[-1].startswith(until):
            line = self.process.stdout.readline()
            if line == "":
                raise RuntimeError(f"the host ended at {command[:200]}: {self.process.stderr.read()[-2000:]}")
            lines.append(line.rstrip())
        return lines

    def tell(self, command: str) -> list[str]:
        return self.ask(command, command.split()[0])[-1].split()

    def __call__(self, name: str, *arguments: Any) -> list[list[Cell]]:
        """A list is a column, a list of lists rows, ... an argument that is left out."""
        words = self.ask(" ".join([f"call INNO.{name} {len(arguments)}", *(argument(one) for one in arguments)]), "answer")[-1].split()
        assert words[1] == "own", "an answer of the C heap that nobody frees"
        if words[2] != "a":
            found = cell(words[2])
            if found is NA or isinstance(found, Error):
                raise XlError(NOT_AVAILABLE if found is NA else int(found.code))
            return [[found]]
        rows, columns = int(words[3]), int(words[4])
        cells = [cell(word) for word in words[5:]]
        assert len(cells) == rows * columns
        return [cells[row * columns:(row + 1) * columns] for row in range(rows)]

    def end(self) -> None:
        self.process.stdin.close()
        assert self.process.wait(60) == 0, self.process.stderr.read()
        self.process.stdout.close()
        self.process.stderr.close()
