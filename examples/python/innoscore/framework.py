"""The framework: the tree of indicators and aggregates with directions, weights and denominators."""
from __future__ import annotations

from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Iterable, Mapping

import pandas as pd

from ._handles import Handle, create
from ._library import library
from ._texts import utf8
from .errors import UnknownCodeError, check, error_object
from .files import FRAMEWORK_COLUMNS, Node, read_framework
from .scheme import near
from .tables import Dialect

if TYPE_CHECKING:
    from .coinr import TableLike


class Framework(Handle):
    """A tree with one index. Immutable; any number of threads may use it. ``nodes`` are in the library's order: the
    indicators first, then the aggregates level by level, the index last."""

    def __init__(self, nodes: Iterable[Node | Mapping[str, Any]]) -> None:
        if isinstance(nodes, str) or not isinstance(nodes, Iterable):
            raise TypeError(f"nodes is a list of nodes, not {nodes!r}; from_csv() reads a file, from_dataframe() a "
                            "DataFrame")
        given = [node if isinstance(node, Node) else _node(node) for node in nodes]
        functions = library()
        super().__init__(create(functions.inno_indicator_set_create, functions.inno_indicator_set_destroy, None))
        for node in given:
            self._add(node)
        check(functions.inno_indicator_set_freeze(self._c, error_object()))
        by_code = {node.code: node for node in given}
        count = functions.inno_indicator_set_node_count(self._c)
        codes = [(functions.inno_indicator_set_code(self._c, number) or b"").decode() for number in range(count)]
        self.nodes: tuple[Node, ...] = tuple(by_code[code] for code in codes)
        self.codes: tuple[str, ...] = tuple(codes)
        self._indicators: int = functions.inno_indicator_set_indicator_count(self._c)
        self._order: tuple[Node, ...] = tuple(given)

    def _add(self, node: Node) -> None:
        functions, code = library(), utf8(node.code, "the code of a node")
        parent = utf8(node.parent, "the code of a parent") if node.parent is not None else None
        check(functions.inno_indicator_set_add(self._c, code, parent, error_object()))
        check(functions.inno_indicator_set_direction(self._c, code, node.direction, error_object()))
        check(functions.inno_indicator_set_weight(self._c, code, node.weight, error_object()))
        if node.denominator is not None:
            column = utf8(node.denominator, "the code of a denominator")
            check(functions.inno_indicator_set_denominator(self._c, code, column, node.scale, error_object()))

    @classmethod
    def from_csv(cls, path: str | PathLike[str], *, separator: str | None = None,
                 decimal_comma: bool = False) -> Framework:
        """Reads FRAMEWORK.csv as the program scoreboard does (docs/formats.md); FormatError names line and column."""
        return cls(read_framework(Path(path), Dialect(separator, decimal_comma)).nodes)

    @classmethod
    def from_dataframe(cls, frame: pd.DataFrame) -> Framework:
        """A row a node, with the columns of FRAMEWORK.csv: code and parent, and as wanted name, direction, weight,
        denominator, scale, ...; missing cells take their defaults. Without a column "code" the index has the codes."""
        if not isinstance(frame, pd.DataFrame):
            raise TypeError(f"from_dataframe() wants a pandas DataFrame, not {type(frame).__name__}")
        rows = frame if "code" in frame.columns else frame.rename_axis("code").reset_index()
        return cls(_node({str(k): v for k, v in row.items()}) for row in rows.to_dict("records"))

    @classmethod
    def from_coinr(cls, imeta: TableLike, *, denomby: TableLike | None = None) -> Framework:
        """The table iMeta of the R package COINr, as DataFrame or as R's write.csv() wrote it: its indicators and
        aggregates. ``denomby``: COINr's table iCode, Denominator, ScaleFactor, instead of iMeta's column Denominator.
        ValueError names row and column."""
        from .coinr import framework_nodes

        return cls(framework_nodes(imeta, denomby))

    @property
    def indicators(self) -> tuple[str, ...]:
        return self.codes[: self._indicators]

    @property
    def aggregates(self) -> tuple[str, ...]:
        return self.codes[self._indicators:]

    @property
    def index(self) -> str:
        """Code of the index."""
        return self.codes[-1]

    @cached_property
    def encoded(self) -> dict[str, bytes]:
        """Codes as the library takes them."""
        return {code: utf8(code) for code in (*self.columns, *self.aggregates)}

    @property
    def denominators(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(node.denominator for node in self.nodes if node.denominator is not None))

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """What data need: indicators and denominators."""
        return tuple(dict.fromkeys((*self.indicators, *self.denominators)))

    @cached_property
    def needed(self) -> frozenset[str]:
        """The columns as a set."""
        return frozenset(self.columns)

    def number(self, code: str) -> int:
        """Number of a node; UnknownCodeError names the near ones."""
        return number_of(self.codes, code, "node")

    def children(self, code: str) -> tuple[str, ...]:
        self.number(code)
        return tuple(node.code for node in self.nodes if node.parent == code)

    def level(self, code: str) -> int:
        """1 = indicator, of an aggregate one more than its highest child."""
        level: int = library().inno_indicator_set_level(self._c, self.number(code))
        return level

    def name(self, code: str, language: str = "en") -> str:
        """The name for people; the code where the framework has none."""
        texts = self.nodes[self.number(code)].texts
        return texts.get("name_vi" if language == "vi" else "name") or texts.get("name") or code

    def to_dataframe(self) -> pd.DataFrame:
        """As from_dataframe() takes it, with the level of each node."""
        rows = [
            {
                "code": node.code, "parent": node.parent, "level": self.level(node.code), "direction": node.direction,
                "weight": node.weight, "denominator": node.denominator, "scale": node.scale, **node.texts,
                **node.settings,
            }
            for node in self.nodes
        ]
        return pd.DataFrame(rows).set_index("code")

    def __len__(self) -> int:
        return len(self.nodes)

    def __reduce__(self) -> Any:
        return Framework, (self._order,)

    def __repr__(self) -> str:
        return f"<Framework {self.index}: {len(self.indicators)} indicators, {len(self.aggregates)} aggregates>"

    def _repr_html_(self) -> str:
        shown = self.to_dataframe().dropna(axis="columns", how="all")
        return f"<p><b>{self.index}</b>: {len(self.indicators)} indicators</p>{shown.to_html(max_rows=20)}"


def number_of(codes: tuple[str, ...], code: str, kind: str) -> int:
    if not isinstance(code, str):
        raise TypeError(f"a {kind} is named by its code, a text, not {code!r}")
    try:
        return codes.index(code)
    except ValueError:
        raise UnknownCodeError(f"no {kind} has the code {code!r}{near(code, codes)}", code if kind == "node" else "",
                               code if kind == "unit" else "") from None


def _missing(value: Any) -> bool:
    return value is None or value == "" or value is pd.NA or (isinstance(value, float) and value != value)


def _text(value: Any, name: str) -> str | None:
    if _missing(value):
        return None
    if isinstance(value, float) and value.is_integer():  # a column of codes 1, 2, 3 with a gap becomes floats
        value = int(value)
    if isinstance(value, (str, int)):
        return str(value)
    raise TypeError(f"{name} wants a text, not {value!r}")


def _number(value: Any, name: str, default: float) -> float:
    if _missing(value):
        return default
    try:
        return float(value)
    except (TypeError, ValueError):
        raise TypeError(f"{name} wants a number, not {value!r}") from None


def _node(row: Mapping[str, Any]) -> Node:
    if not isinstance(row, Mapping):
        raise TypeError(f"a node is a mapping such as {{'code': 'a', 'parent': 'A'}}, not {row!r}")
    code = _text(row.get("code"), "code")
    if code is None:
        raise ValueError(f"a node has no code: {dict(row)!r}")
    direction = _number(row.get("direction"), f"{code}: direction", 1)
    if direction not in (1, -1):
        raise ValueError(f"{code}: direction is 1 (more is better) or -1 (less is better), not {direction:g}")
    texts = {name: _text(row.get(name), name) for name in ("name", "name_vi", "unit_of_measure", "source", "note")}
    others = {name: value for name, value in row.items() if name not in FRAMEWORK_COLUMNS and name != "level"}
    settings = {name: _setting(value) for name, value in others.items() if not _missing(value)}
    return Node(
        code, _text(row.get("parent"), "parent"), int(direction), _number(row.get("weight"), f"{code}: weight", 1.0),
        _text(row.get("denominator"), "denominator"), _number(row.get("scale"), f"{code}: scale", 1.0),
        {name: text for name, text in texts.items() if text is not None}, settings,
    )


def _setting(value: Any) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(float(value))
    return str(value)
