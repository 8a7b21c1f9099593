"""FRAMEWORK.csv, DATA.csv and METHOD.ini as plain structures: the same decisions and the same errors, by kind and place, as the
program scoreboard. The grammar is in docs/formats.md. Names and values of settings are the library's to check, not these readers'."""
from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from .tables import CONTROL, MISSING, TEXT_LIMIT, Dialect, FormatError, Table, check_code, plain, read_bytes, read_number, read_table

FRAMEWORK_COLUMNS = ("code", "name", "parent", "direction", "weight", "denominator", "scale", "name_vi", "unit_of_measure", "source", "note")

# ---- FRAMEWORK.csv ------------------------------------------------------------------------------------------------------


@dataclass
class Node:
    code: str
    parent: str | None
    direction: int = 1
    weight: float = 1.0
    denominator: str | None = None
    scale: float = 1.0
    texts: dict[str, str] = field(default_factory=dict)  # name, name_vi, unit_of_measure, source, note
    settings: dict[str, str] = field(default_factory=dict)  # any other column with something in it


@dataclass
class FrameworkFile:
    table: Table
    nodes: list[Node]  # in the order of the file

    def indicators(self) -> list[Node]:
        parents = {node.parent for node in self.nodes}
        return [node for node in self.nodes if node.code not in parents]


def read_framework(path: Path, dialect: Dialect = Dialect()) -> FrameworkFile:
    table = read_table(path, dialect)
    for needed in ("code", "parent"):
        if needed not in table.headers:
            raise FormatError("missing_column", table.file, table.header_line, needed, needed)
    nodes = [Node(check_code(table, r, "code"), check_code(table, r, "parent", True) or None) for r in range(len(table.rows))]
    codes = set[str]()
    for r, node in enumerate(nodes):
        if node.code in codes:
            raise table.error("code_twice", r, "code")
        codes.add(node.code)
    roots = 0
    for r, node in enumerate(nodes):
        roots += node.parent is None
        if node.parent is None and roots > 1:
            raise table.error("second_index", r, "parent")
        if node.parent is not None and node.parent not in codes:
            raise table.error("unknown_parent", r, "parent")
    if roots == 0:
        raise FormatError("no_index", table.file, table.header_line, "parent")
    for r, node in enumerate(nodes):
        take_node(table, r, node, dialect)
    for r, node in enumerate(nodes):
        take_denominator(table, r, node, dialect)
    check_tree(table, nodes)
    return FrameworkFile(table, nodes)


def take_node(table: Table, r: int, node: Node, dialect: Dialect) -> None:
    node.texts = {name: plain(table.cell(r, name)) for name in ("name", "name_vi", "unit_of_measure", "source", "note") if table.cell(r, name)}
    node.settings = {name: table.cell(r, name) for name in table.headers if name not in FRAMEWORK_COLUMNS and table.cell(r, name)}
    if table.cell(r, "direction"):
        direction = read_number(table, r, "direction", dialect)
        if direction not in (1.0, -1.0):
            raise table.error("direction", r, "direction")
        node.direction = int(direction)
    if table.cell(r, "weight"):
        node.weight = read_number(table, r, "weight", dialect)
        if node.weight < 0:
            raise table.error("weight", r, "weight")


def take_denominator(table: Table, r: int, node: Node, dialect: Dialect) -> None:
    node.denominator = table.cell(r, "denominator") or None
    if table.cell(r, "scale"):
        node.scale = read_number(table, r, "scale", dialect)
        if node.scale <= 0:
            raise table.error("scale", r, "scale")
        if node.denominator is None:
            raise table.error("scale_alone", r, "scale")
    if node.denominator is not None:
        check_code(table, r, "denominator")


def check_tree(table: Table, nodes: list[Node]) -> None:
    row_of = {node.code: r for r, node in enumerate(nodes)}
    children = Counter(node.parent for node in nodes)
    pending = [children[node.code] for node in nodes]
    inner = [count > 0 for count in pending]
    ready = [r for r, count in enumerate(pending) if count == 0]
    root = next(r for r, node in enumerate(nodes) if node.parent is None)
    if not inner[root]:
        raise table.error("empty_index", root, "parent")
    for r in ready:
        parent = nodes[r].parent
        if parent is not None:
            pending[row_of[parent]] -= 1
            if pending[row_of[parent]] == 0:
                ready.append(row_of[parent])
    if len(ready) < len(nodes):  # as many steps up as there are nodes end inside the cycle
        at = next(r for r, count in enumerate(pending) if count > 0)
        for _ in nodes:
            at = row_of[nodes[at].parent or nodes[at].code]
        raise table.error("cycle", at, "parent")
    for r, node in enumerate(nodes):
        if inner[r] and (node.direction < 0 or node.denominator is not None):
            kind = "aggregate_direction" if node.direction < 0 else "aggregate_denominator"
            raise FormatError(kind, table.file, table.lines[r][table.headers.index("code")])


# ---- DATA.csv -----------------------------------------------------------------------------------------------------------


@dataclass
class DataFile:
    units: list[str]
    names: list[str]
    periods: list[float] | None
    columns: dict[str, list[float]]  # NaN = missing; a value a row: period * units + unit
    groups: dict[str, list[str | None]]

    def canonical(self) -> bytes:
        """What the fingerprint of the library's dataset hashes."""
        lines = ["innoscore data 1", *(f"unit\t{unit}" for unit in self.units)]
        lines += [f"period\t{hexfloat(period)}" for period in self.periods or ()]
        lines += ["\t".join(["column", code, *map(hexfloat, self.columns[code])]) for code in sorted(self.columns, key=str.encode)]
        lines += ["\t".join(["group", name, *(label or "" for label in self.groups[name])]) for name in sorted(self.groups, key=str.encode)]
        return "".join(line + "\n" for line in lines).encode()

    def fingerprint(self) -> str:
        return hashlib.sha256(self.canonical()).hexdigest()


def hexfloat(value: float) -> str:
    mantissa, _, power = (value + 0.0).hex().partition("p")
    return f"{mantissa.rstrip('0').rstrip('.') if '.' in mantissa else mantissa}p{power}" if power else "nan"


def read_data(path: Path, framework: FrameworkFile, dialect: Dialect = Dialect()) -> DataFile:
    table = read_table(path, dialect)
    if "unit" not in table.headers:
        raise FormatError("missing_column", table.file, table.header_line, what="unit")
    codes = [check_code(table, r, "unit") for r in range(len(table.rows))]
    units = list(dict.fromkeys(codes))
    periods = read_periods(table, dialect) if "period" in table.headers else None
    values = sorted(set(periods)) if periods is not None else [math.nan]
    place, number_of = {unit: u for u, unit in enumerate(units)}, {value: p for p, value in enumerate(values)}
    places = [place[code] + len(units) * (number_of[periods[r]] if periods is not None else 0) for r, code in enumerate(codes)]
    seen: dict[int, int] = {}
    for r, at in enumerate(places):
        if seen.setdefault(at, r) != r:
            raise table.error("unit_twice", r, "unit")
    data = DataFile(units, list(units), values if periods is not None else None, {}, {})
    for r, at in enumerate(places):
        if table.cell(r, "name"):
            data.names[at % len(units)] = plain(table.cell(r, "name"))
    check_complete(table, framework)
    wanted = {node.code for node in framework.indicators()} | {node.denominator for node in framework.nodes}
    nearest = nearest_rows(seen, len(units), len(units) * len(values))
    for header in table.headers:
        if header in wanted:
            column = data.columns[header] = [math.nan] * len(nearest)
            for r, at in enumerate(places):
                if table.cell(r, header) not in MISSING:
                    column[at] = read_number(table, r, header, dialect)
        elif header not in ("unit", "name", "period"):
            take_group(table, header, [table.cell(r, header) for r in nearest], data)
    return data


def read_periods(table: Table, dialect: Dialect) -> list[float]:
    periods = []
    for r in range(len(table.rows)):
        if table.cell(r, "period") in MISSING:
            raise table.error("no_period", r, "period")
        periods.append(read_number(table, r, "period", dialect))
    return periods


def nearest_rows(seen: dict[int, int], units: int, count: int) -> list[int]:
    """Of each place its row; without one the unit's last row before, else its next one."""
    nearest = [seen.get(at, -1) for at in range(count)]
    for at in range(units, count):
        nearest[at] = nearest[at - units] if nearest[at] < 0 else nearest[at]
    for at in reversed(range(count - units)):
        nearest[at] = nearest[at + units] if nearest[at] < 0 else nearest[at]
    return nearest


def check_complete(table: Table, framework: FrameworkFile) -> None:
    indicators = framework.indicators()
    for own in ("unit", "name", "period"):
        for r, node in enumerate(framework.nodes):
            if (node.code == own and node in indicators) or node.denominator == own:
                line = framework.table.lines[r][framework.table.headers.index("code")]
                raise FormatError("reserved_code", framework.table.file, line)
    for node in indicators:
        if node.code not in table.headers:
            raise FormatError("missing_column", table.file, table.header_line, what=node.code)


def take_group(table: Table, header: str, cells: list[str], data: DataFile) -> None:
    """A column that is not called group:NAME and cannot be a grouping is mere information."""
    declared, name = header.startswith("group:"), header.removeprefix("group:")
    labels = [None if cell in MISSING else cell for cell in cells]
    fits = all(text and len(text.encode()) <= TEXT_LIMIT and not CONTROL.search(text) for text in [name, *filter(None, labels)])
    if fits and name not in data.groups:
        data.groups[name] = labels
    elif declared:
        raise FormatError("group_twice" if fits else "bad_group", table.file, table.header_line, header)


# ---- METHOD.ini ---------------------------------------------------------------------------------------------------------


@dataclass
class Section:
    name: str
    occurrence: int
    level: int  # 0 = none
    code: str | None
    line: int
    entries: dict[str, str] = field(default_factory=dict)  # values without comment and outer quotes


def bare_line(line: str) -> str:
    quoted = False
    for at, c in enumerate(line):
        if c == '"':
            quoted = not quoted
        elif not quoted and c in ";#" and (at == 0 or line[at - 1] in " \t"):
            line = line[:at]
            break
    return line.strip(" \t")


def read_word(text: str, stop: str) -> tuple[str, str] | None:
    """A word, perhaps in quotes, up to a character of stop, and what follows it; None: a quote is not closed in time."""
    text = text.lstrip(" \t")
    if not text.startswith('"'):
        end = min((text.index(c) for c in stop if c in text), default=len(text))
        return text[:end].rstrip(" \t"), text[end:]
    found = re.match(r'"((?:[^"]|"")*)"[ \t]*', text)
    if found is None or text[found.end():found.end() + 1] not in ("", *stop):
        return None
    return found.group(1).replace('""', '"'), text[found.end():]


def read_section(line: str) -> Section | None:
    head = re.match(r"\[([^#.:\]]+)(?:#([0-9]{1,4}))?(?:\.([0-9]{1,4})\]\Z|(:)|\]\Z)", line)
    if head is None or any(number is not None and int(number) == 0 for number in head.group(2, 3)):
        return None
    section = Section(head.group(1), int(head.group(2) or 1), int(head.group(3) or 0), None, 0)
    if head.group(4):
        word = read_word(line[head.end():], "]")
        if word is None or not word[0] or word[1] != "]":
            return None
        section.code = word[0]
    return section


def read_method(path: Path) -> list[Section]:
    data, sections = read_bytes(path), list[Section]()
    if len(data) > 1 << 20:
        raise FormatError("file_length", path.name)
    for number, raw in enumerate(data.split(b"\n"), 1):
        if b"\0" in raw:
            raise FormatError("nul", path.name, number)
        try:
            bare = bare_line(raw.removesuffix(b"\r").decode("utf-8"))
        except UnicodeDecodeError as error:
            raise FormatError("utf8", path.name, number) from error
        if not bare:
            continue
        if bare.startswith("["):
            section = read_section(bare)
            if section is None:
                raise FormatError("section", path.name, number, what=bare)
            same = (section.name, section.occurrence, section.level, section.code or "")
            if any((s.name, s.occurrence, s.level, s.code or "") == same for s in sections):
                raise FormatError("section_twice", path.name, number, what=bare)
            section.line = number
            sections.append(section)
            continue
        word = read_word(bare, "=")
        if word is None or not word[0] or not word[1].startswith("="):
            raise FormatError("entry", path.name, number, what=bare)
        value = word[1][1:].lstrip(" \t")
        if not value:
            raise FormatError("no_value", path.name, number, what=word[0])
        if not sections:
            raise FormatError("no_section", path.name, number, what=word[0])
        if word[0] in sections[-1].entries:
            raise FormatError("key_twice", path.name, number, what=word[0])
        quoted = read_word(value, "") if value.startswith('"') else None
        sections[-1].entries[word[0]] = quoted[0] if quoted is not None else value
    return sections
