"""Tables of the R package COINr as they are: iMeta (the framework) and iData (the data), as DataFrames or as the files
that R's write.csv() and write.csv2() make of them. Framework.from_coinr() and Dataset.from_coinr() read them.

A file may begin with a column of row names; NA, NaN and empty cells are missing; in a file with semicolons a comma
may be the decimal mark. uCode and iCode are texts, so that NA is Namibia there."""
from __future__ import annotations

import re
import warnings
from os import PathLike
from pathlib import Path
from typing import Any, Final, NamedTuple, Union

import numpy as np
import pandas as pd

from ._arrays import Doubles
from .dataset import panel_parts
from .files import Node
from .framework import Framework
from .scheme import Scheme, near
from .tables import detect_separator, read_bytes

TableLike = Union[pd.DataFrame, str, "PathLike[str]"]
TYPES: Final = ("Indicator", "Aggregate", "Group", "Denominator", "Other")
CODES: Final = ("iCode", "uCode", "uName")  # never missing by the word NA
MISSING: Final = ("", "NA", "NaN")
_DECIMAL: Final = re.compile(r"[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?")
# COINr's function -> our rule, and columns of iMeta -> our keys
PARAMETERS: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "n_minmax": ("minmax", {"minmax_lower": "lower", "minmax_upper": "upper"}),
    "n_scaled": ("fixed_range", {"scaled_lower": "lower", "scaled_upper": "upper", "scale_factor": "points"}),
    "n_zscore": ("zscore", {"zscore_mean": "mean", "zscore_sd": "sd"}),
    "n_dist2targ": ("distance_to_target", {"Target": "target", "dist2targ_cap_max": "cap"}),
    "n_goalposts": ("goalposts", {"goalpost_lower": "lower", "goalpost_upper": "upper", "goalpost_scale": "points",
                                  "goalpost_trunc2posts": "truncate"}),
}
_OPTIONAL: Final = ("dist2targ_cap_max",)
_FLAGS: Final = ("dist2targ_cap_max", "goalpost_trunc2posts")


class _Table(NamedTuple):
    """A table and what errors call it."""

    frame: pd.DataFrame
    name: str
    comma: bool = False  # the decimal mark may be a comma

    def where(self, row: int) -> str:
        return f"{self.name}, row {row + 1}"  # without the line of headers, as R counts

    def missing(self, row: int, column: str) -> bool:
        return column not in self.frame.columns or _is_missing(self.frame[column].iat[row], column)

    def text(self, row: int, column: str) -> str | None:
        return _text(self.frame[column].iat[row], column) if column in self.frame.columns else None

    def number(self, row: int, column: str) -> float:
        """NaN where it is missing."""
        return _number(self.frame[column].iat[row], column, f"{self.where(row)}: {column}", self.comma)

    def texts(self, column: str) -> list[str | None]:
        return [_text(value, column) for value in self.frame[column].tolist()]

    def numbers(self, column: str) -> Doubles:
        values = self.frame[column].tolist()
        return np.array([_number(value, column, f"{self.where(row)}: {column}", self.comma)
                         for row, value in enumerate(values)], dtype=np.float64)


def framework_nodes(imeta: TableLike, denomby: TableLike | None = None) -> list[Node]:
    """What Framework.from_coinr() is made of: the rows of Type Indicator and Aggregate, in their order."""
    table = _read(imeta, "iMeta", ("Level", "iCode", "Parent", "Direction", "Type", "Weight"))
    types = _types(table)
    rows = [row for row, kind in enumerate(types) if kind in ("Indicator", "Aggregate")]
    codes = _codes(table, rows)
    _check_tree(table, rows, codes, types)
    indicators = [codes[row] for row in rows if types[row] == "Indicator"]
    scales = _denominators(denomby, indicators) if denomby is not None else None
    nodes = []
    for row in rows:
        node = _node(table, row, codes[row], types[row])
        if scales is not None:
            node.denominator, node.scale = scales.get(node.code, (None, 1.0))
        nodes.append(node)
    return nodes


def dataset_parts(idata: TableLike, imeta: TableLike | Framework) -> dict[str, Any]:
    """What Dataset.from_coinr() is made of: uCode, uName, Time, the columns that the framework needs, and groupings."""
    table = _read(idata, "iData", ("uCode",))
    framework = imeta if isinstance(imeta, Framework) else Framework.from_coinr(imeta)
    units = table.texts("uCode")
    for row, unit in enumerate(units):
        if unit is None:
            raise ValueError(f"{table.where(row)}: uCode is missing; every unit needs a code")
    columns = {code: _column(table, code, framework) for code in framework.columns}
    groups = {name: table.texts(name) for name in _groups(table, framework, imeta)}
    named = table.texts("uName") if "uName" in table.frame.columns else None
    names = [name or unit for name, unit in zip(named, units)] if named is not None else None
    times = _times(table)
    if times is not None:
        return panel_parts(columns, groups, names, units, times)
    return {"columns": columns, "units": units, "groups": groups, "names": names}


def normalization(imeta: TableLike, f_n: str) -> Scheme:
    """COINr's ``f_n_para = "use_iMeta"``: normalize() with the parameters that stand in iMeta for each indicator.

    ``f_n``: "n_minmax", "n_scaled", "n_zscore", "n_dist2targ" or "n_goalposts". As with COINr, bounds and targets are
    those of the indicator in its own direction. Logical columns are TRUE and FALSE; only dist2targ_cap_max may be
    absent."""
    if f_n not in PARAMETERS:
        raise ValueError(f"f_n is one of {', '.join(PARAMETERS)}, which have parameters in iMeta, not {f_n!r}")
    rule, columns = PARAMETERS[f_n]
    table = _read(imeta, "iMeta", ("iCode", "Type", *(name for name in columns if name not in _OPTIONAL)))
    scheme = Scheme("normalize", {"rule": rule})
    for row, kind in enumerate(_types(table)):
        if kind != "Indicator":
            continue
        settings: dict[str, Any] = {}
        for column, key in columns.items():
            if column not in table.frame.columns:
                continue
            if table.missing(row, column):
                code = table.text(row, "iCode")
                raise ValueError(f"{table.where(row)}: {column} of {code} is missing, and {f_n} needs it")
            settings[key] = _flag(table, row, column) if column in _FLAGS else table.number(row, column)
        scheme = scheme.at(str(table.text(row, "iCode")), **settings)
    return scheme


# ---- iMeta ----------------------------------------------------------------------------------------------------------


def _types(table: _Table) -> list[str]:
    types = []
    for row in range(len(table.frame)):
        kind = table.text(row, "Type") or ""
        if kind not in TYPES:
            raise ValueError(f"{table.where(row)}: Type is {', '.join(TYPES)}, not {kind!r}{near(kind, TYPES)}")
        types.append(kind)
    if "Indicator" not in types:
        raise ValueError(f"{table.name}: no row has Type Indicator")
    return types


def _codes(table: _Table, rows: list[int]) -> dict[int, str]:
    codes: dict[int, str] = {}
    first: dict[str, int] = {}
    for row in range(len(table.frame)):
        code = table.text(row, "iCode")
        if code is None:
            raise ValueError(f"{table.where(row)}: iCode is missing")
        if first.setdefault(code, row) != row:
            raise ValueError(f"{table.where(row)}: iCode {code!r} is in row {first[code] + 1} too; rename one")
        if row in rows:
            codes[row] = code
    return codes


def _check_tree(table: _Table, rows: list[int], codes: dict[int, str], types: list[str]) -> None:
    row_of = {code: row for row, code in codes.items()}
    levels = {row: _level(table, row, codes[row], types[row]) for row in rows}
    roots, parents = [], set[str]()
    for row in rows:
        parent = table.text(row, "Parent")
        if parent is None:
            roots.append(codes[row])
            continue
        if parent not in row_of:
            raise ValueError(f"{table.where(row)}: Parent {parent!r} of {codes[row]} is no iCode of Type Aggregate"
                             f"{near(parent, row_of)}")
        above = row_of[parent]
        if types[above] != "Aggregate":
            raise ValueError(f"{table.where(above)}: {parent} is the Parent of {codes[row]}, so its Type is Aggregate")
        if levels[above] != levels[row] + 1:
            raise ValueError(f"{table.where(row)}: {codes[row]} has Level {levels[row]} and its Parent {parent} Level "
                             f"{levels[above]}; a parent is exactly one level above")
        parents.add(parent)
    if len(roots) != 1:
        named = f"{len(roots)} elements have none: {', '.join(roots[:5])}" if roots else "every element has one"
        raise ValueError(f"{table.name}: Parent is NA for the index and for nothing else, but {named}")
    for row in rows:
        if types[row] == "Aggregate" and codes[row] not in parents:
            raise ValueError(f"{table.where(row)}: aggregate {codes[row]} has no child; take the row out")


def _level(table: _Table, row: int, code: str, kind: str) -> int:
    level = table.number(row, "Level")
    if not 1 <= level <= 1000 or level != int(level):  # NaN too
        raise ValueError(f"{table.where(row)}: Level of {code} is a whole number from 1 up, not {_shown(level)}")
    if (level == 1) != (kind == "Indicator"):
        raise ValueError(f"{table.where(row)}: {code} has Level {level:g} and Type {kind}; indicators, and they alone, "
                         "have Level 1")
    return int(level)


def _node(table: _Table, row: int, code: str, kind: str) -> Node:
    direction, weight = table.number(row, "Direction"), table.number(row, "Weight")
    if direction not in (1.0, -1.0):
        raise ValueError(f"{table.where(row)}: Direction of {code} is 1 or -1, not {_shown(direction)}")
    if weight != weight:
        raise ValueError(f"{table.where(row)}: Weight of {code} is missing; every indicator and aggregate has one "
                         "(1 where all are alike)")
    if kind == "Aggregate" and direction < 0:
        warnings.warn(f"{table.where(row)}: Direction -1 of the aggregate {code} has no effect, as in COINr",
                      stacklevel=5)
        direction = 1.0
    texts = {"name": table.text(row, "iName"), "unit_of_measure": table.text(row, "Unit")}
    denominator = table.text(row, "Denominator") if kind == "Indicator" else None
    return Node(code, table.text(row, "Parent"), int(direction), weight, denominator,
                texts={name: text for name, text in texts.items() if text is not None})


def _denominators(denomby: TableLike, indicators: list[str]) -> dict[str, tuple[str, float]]:
    """COINr's argument denomby: a row an indicator that is divided."""
    table = _read(denomby, "denomby", ("iCode", "Denominator"))
    found: dict[str, tuple[str, float]] = {}
    for row in range(len(table.frame)):
        code, denominator = table.text(row, "iCode") or "", table.text(row, "Denominator")
        if code not in indicators:
            raise ValueError(f"{table.where(row)}: no indicator has the iCode {code!r}{near(code, indicators)}")
        scale = 1.0 if table.missing(row, "ScaleFactor") else table.number(row, "ScaleFactor")
        if scale <= 0.0:
            raise ValueError(f"{table.where(row)}: ScaleFactor of {code} is above 0, not {scale:g}")
        if denominator is not None:
            found[code] = (denominator, scale)
    return found


# ---- iData ----------------------------------------------------------------------------------------------------------


def _column(table: _Table, code: str, framework: Framework) -> Any:
    if code not in table.frame.columns:
        what = "indicator" if code in framework.indicators else "denominator"
        raise ValueError(f"{table.name}: no column {code!r}, an {what} of iMeta{near(code, table.frame.columns)}"
                         .replace("an denominator", "a denominator"))
    values = table.frame[code]
    return table.numbers(code) if values.dtype == object else values


def _groups(table: _Table, framework: Framework, imeta: TableLike | Framework) -> list[str]:
    """Those of Type Group; without an iMeta every column of texts."""
    if not isinstance(imeta, Framework):
        meta = _read(imeta, "iMeta", ("iCode", "Type"))
        groups = [str(meta.text(row, "iCode")) for row, kind in enumerate(_types(meta)) if kind == "Group"]
        for group in groups:
            if group not in table.frame.columns:
                hint = near(group, table.frame.columns)
                raise ValueError(f"{table.name}: no column {group!r}, a Group of iMeta{hint}")
        return groups
    others = [name for name in table.frame.columns if name not in ("uCode", "uName", "Time", *framework.columns)]
    return [name for name in others if not all(_looks_number(value) for value in table.frame[name])]


def _looks_number(value: Any) -> bool:
    if isinstance(value, str):
        return value in MISSING or _DECIMAL.fullmatch(value.replace(",", ".")) is not None
    return True


def _times(table: _Table) -> Doubles | None:
    """One time is no panel, as in COINr."""
    if "Time" not in table.frame.columns:
        return None
    times = table.numbers("Time")
    if np.isnan(times).any():
        raise ValueError(f"{table.where(int(np.isnan(times).argmax()))}: Time is missing")
    return times if len(set(times.tolist())) > 1 else None


# ---- tables and cells -----------------------------------------------------------------------------------------------


def _read(source: TableLike, what: str, needed: tuple[str, ...]) -> _Table:
    table = _Table(source, what) if isinstance(source, pd.DataFrame) else _file(source, what)
    headers = table.frame.columns
    if not headers.is_unique:
        raise ValueError(f"{table.name}: two columns are called {headers[headers.duplicated()][0]!r}; keep one")
    for column in needed:
        if column not in headers:
            own = "code" in headers or "unit" in headers
            hint = "; this is innoscore's own table, which from_csv() or from_dataframe() reads" if own else ""
            raise ValueError(f"{table.name}: no column {column!r}{near(column, list(map(str, headers)))}{hint}")
    if len(table.frame) == 0:
        raise ValueError(f"{table.name}: no rows")
    return table


def _file(source: Any, what: str) -> _Table:
    if not isinstance(source, (str, PathLike)):
        raise TypeError(f"{what} is a DataFrame or a path, not {type(source).__name__}")
    path = Path(source)
    separator = detect_separator(read_bytes(path))
    try:
        frame = pd.read_csv(path, sep=separator, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f'{path.name}: not UTF-8; write it with write.csv(..., fileEncoding = "UTF-8")') from error
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    if str(frame.columns[0]) in ("", "Unnamed: 0"):  # R's row names
        frame = frame.iloc[:, 1:]
    return _Table(frame, path.name, separator == ";")


def _is_missing(value: Any, column: str) -> bool:
    if isinstance(value, str):
        return value == "" if column in CODES else value in MISSING
    return value is None or value is pd.NA or value is pd.NaT or bool(value != value)


def _text(value: Any, column: str) -> str | None:
    if _is_missing(value, column):
        return None
    if isinstance(value, (float, np.floating)) and value == int(value):  # codes 1, 2, 3 beside a gap
        value = int(value)
    return str(value)


def _number(value: Any, column: str, where: str, comma: bool) -> float:
    if _is_missing(value, column):
        return np.nan
    if isinstance(value, str):
        text = value.strip()
        text = text.replace(",", ".") if comma and "." not in text else text
        if _DECIMAL.fullmatch(text) is None:
            raise ValueError(f"{where} is a number, not {value!r}")
        return float(text)
    if isinstance(value, (bool, np.bool_)) or not hasattr(value, "__float__"):
        raise ValueError(f"{where} is a number, not {value!r}")
    return float(value)


def _flag(table: _Table, row: int, column: str) -> int:
    value = str(table.frame[column].iat[row]).upper()
    if value not in ("TRUE", "FALSE"):
        raise ValueError(f"{table.where(row)}: {column} is TRUE or FALSE, not {value!r}")
    return int(value == "TRUE")


def _shown(number: float) -> str:
    return "NA" if number != number else f"{number:g}"
