"""CSV files as tables of texts that know their lines, and the numbers in them. The grammar is in docs/formats.md."""
from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from pathlib import Path

from ._file_sentences import sentence
from .errors import language_number

MISSING = ("", "NA", "N/A", "n/a", "..")
FIELD_LIMIT, TEXT_LIMIT = 1 << 20, 1000
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


class FormatError(ValueError):
    """A mistake in a file: ``kind`` (a word of docs/formats.md) and where; line 0 and column None: not known or not
    meaningful. ``message`` is a sentence in the language of this context; str() has the place before it."""

    def __init__(self, kind: str, file: str, line: int = 0, column: str | None = None, what: str = "") -> None:
        self.message = sentence(kind, what, language_number())
        place = f"{file}:{line}:" if line else f"{file}:"
        super().__init__(f"{place} column \"{column}\": {self.message}" if column is not None else f"{place} {self.message}")
        self.kind, self.file, self.line, self.column, self.what = kind, file, line, column, what

    def __reduce__(self) -> tuple[object, ...]:  # so that it crosses from one process to another whole
        return type(self), (self.kind, self.file, self.line, self.column, self.what)


@dataclass(frozen=True)
class Dialect:
    separator: str | None = None  # None: the more frequent one of the header line
    decimal_comma: bool = False


@dataclass
class Table:
    file: str
    header_line: int = 0
    headers: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    lines: list[list[int]] = field(default_factory=list)  # of each cell: where it begins

    def error(self, kind: str, row: int, header: str) -> FormatError:
        return FormatError(kind, self.file, self.lines[row][self.headers.index(header)], header, self.cell(row, header))

    def cell(self, row: int, header: str) -> str:
        return self.rows[row][self.headers.index(header)] if header in self.headers else ""


def plain(text: str) -> str:
    """A name for people, on one line."""
    return CONTROL.sub(lambda found: " " if found.group() in "\n\r\t" else "\ufffd", text)


def read_bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FormatError("open", path.name, what=error.strerror or str(error)) from error
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise FormatError("utf16", path.name, 1)
    return data.removeprefix(b"\xef\xbb\xbf")


# ---- CSV ----------------------------------------------------------------------------------------------------------------


def detect_separator(data: bytes) -> str:
    header = re.match(rb'(?:[^"\r\n]|"[^"]*(?:"|\Z))*', data)
    bare = re.sub(rb'"[^"]*(?:"|\Z)', b"", header.group() if header else b"")
    return ";" if bare.count(b";") > bare.count(b",") else ","


def split_rows(table: Table, data: bytes, separator: str) -> list[list[tuple[bytes, int]]]:
    """Rows of (bytes, line) as far as quotes and separators go; headers of the table are set as soon as they are known."""
    delimiter, rows, row = ord(separator), list[list[tuple[bytes, int]]](), list[tuple[bytes, int]]()
    cell, state, quoted, spaces, line, begun, fed = bytearray(), "row", False, 0, 1, 1, 0

    def column() -> str | None:
        return table.headers[len(row)] if len(row) < len(table.headers) else None

    def end_field() -> None:
        nonlocal state, quoted, spaces, begun, fed
        text = bytes(cell[:len(cell) - spaces - (state == "quote")] if state == "quote" or not quoted else cell)
        check_field(table, text, begun, len(row))
        row.append((text, begun))
        cell.clear()
        state, quoted, spaces, begun, fed = "field", False, 0, line, 0

    def end_row() -> None:
        nonlocal state, row
        if not table.headers:
            take_header(table, row)
        else:
            check_row(table, row)
            rows.append(row)
        state, row = "row", []

    for at, c in enumerate(data):
        fed += 1
        if fed > 2 * FIELD_LIMIT:
            raise FormatError("field_length", table.file, begun, column())
        end = c in b"\r\n"
        if state in ("row", "field"):
            if state == "row":
                begun = line
            if c in b" \t" and c != delimiter:
                pass
            elif end:
                if state == "field":
                    end_field()
                    end_row()
            elif c == delimiter:
                end_field()
            elif c == 0x22:
                state, quoted = "begun", True
            else:
                state = "begun"
                cell.append(c)
        elif not quoted or state == "quote":
            if c == 0x22 and state == "quote" and spaces == 0:
                state = "begun"  # two quotes are one
            elif c == delimiter or end:
                end_field()
                if end:
                    end_row()
            elif c in b" \t":
                cell.append(c)
                spaces += 1
            elif c == 0x22 or state == "quote":
                raise FormatError("stray_quote", table.file, line, column())
            else:
                cell.append(c)
                spaces = 0
        else:
            cell.append(c)
            state = "quote" if c == 0x22 else "begun"
        if end and not (c == 0x0D and data[at + 1:at + 2] == b"\n"):
            line += 1
        fed = 0 if state == "row" else fed
    if state == "begun" and quoted:
        raise FormatError("open_quote", table.file, begun, column())
    if state != "row":
        end_field()
        end_row()
    return rows


def check_field(table: Table, text: bytes, line: int, position: int) -> None:
    column = table.headers[position] if position < len(table.headers) else None
    if len(text) > FIELD_LIMIT:
        raise FormatError("field_length", table.file, line, column)
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FormatError("utf8", table.file, line, column) from error
    if b"\0" in text:
        raise FormatError("nul", table.file, line, column)


def take_header(table: Table, row: list[tuple[bytes, int]]) -> None:
    table.headers, table.header_line = [text.decode("utf-8") for text, _ in row], row[0][1]
    for header in table.headers:
        kind = ("column_name" if not header else "tabs" if len(row) == 1 and "\t" in header else
                "column_control" if CONTROL.search(header) else None)
        if kind is not None:
            raise FormatError(kind, table.file, table.header_line)
    for k, header in enumerate(table.headers):
        if header in table.headers[:k]:
            raise FormatError("column_twice", table.file, table.header_line, header)


def check_row(table: Table, row: list[tuple[bytes, int]]) -> None:
    if len(row) != len(table.headers):
        raise FormatError("fields", table.file, row[0][1])


def read_table(path: Path, dialect: Dialect = Dialect()) -> Table:
    data, table = read_bytes(path), Table(path.name)
    for row in split_rows(table, data, dialect.separator or detect_separator(data)):
        if any(text for text, _ in row):  # spreadsheets leave empty rows at the end
            table.rows.append([text.decode("utf-8") for text, _ in row])
            table.lines.append([line for _, line in row])
    if not table.headers:
        raise FormatError("empty_file", table.file, 1)
    if not table.rows:
        raise FormatError("no_rows", table.file, table.header_line)
    return table


def read_number(table: Table, row: int, header: str, dialect: Dialect) -> float:
    text, mark = table.cell(row, header), "," if dialect.decimal_comma else "."

    def is_decimal(sign: str) -> bool:
        return re.fullmatch(rf"[+-]?([0-9]+[{sign}]?[0-9]*|[{sign}][0-9]+)([eE][+-]?[0-9]+)?", text) is not None

    if not is_decimal(mark):
        raise table.error("not_finite" if re.fullmatch("[+-]?(inf|infinity|nan)", text, re.I | re.A) else
                          "decimal_mark" if is_decimal("." if mark == "," else ",") else "number", row, header)
    value = float(text.replace(",", "."))
    if math.isinf(value):
        raise table.error("too_large", row, header)
    return value + 0.0


def check_code(table: Table, row: int, header: str, may_be_empty: bool = False) -> str:
    code = table.cell(row, header)
    if not code and not may_be_empty:
        raise table.error("empty_code", row, header)
    if len(code.encode()) > TEXT_LIMIT or CONTROL.search(code):
        raise table.error("bad_code", row, header)
    return code
