"""Data: units with columns of numbers and groupings, one year or many."""
from __future__ import annotations

import ctypes as c
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Iterable, Mapping, NamedTuple, Sequence

import numpy as np
import pandas as pd

from ._arrays import EXACT, NATIVE, Doubles, address_of, as_doubles, column
from ._handles import Handle, Owned, create
from ._library import library
from ._texts import array_of, utf8
from .errors import check, error_object
from .files import FrameworkFile, read_data
from .framework import Framework
from .tables import Dialect, Table

if TYPE_CHECKING:
    from .coinr import TableLike
    from .regroup import Regrouping

Labels = Sequence["str | None"]
FEW, SMALL = 4, 1 << 16  # columns; numbers in all


class Block(NamedTuple):
    """A matrix of doubles, a row a unit, and the codes of its columns."""

    values: Doubles
    codes: tuple[str, ...]


class Dataset(Handle):
    """Units and their columns. C copies the values once, straight from the arrays that are given (many short ones are
    first put together); NaN (and None) is missing, infinite values are refused.

    A row is a unit, or with periods a unit in a period: row = period * units + unit."""

    def __init__(self, columns: Mapping[str, Any] | Block, units: Sequence[Any], *,
                 periods: Sequence[float] | None = None, groups: Mapping[str, Labels] | None = None,
                 names: Sequence[str | None] | None = None) -> None:
        """``columns``: code -> one number a row (NumPy of any layout, list, tuple, pandas, Arrow); ``units``: codes;
        ``periods``: ascending numbers; ``groups``: name -> one label a row (None = in no group); ``names``: of the
        units, for people (None = the code)."""
        codes = _codes(units)
        self.units: tuple[str, ...] = tuple(codes)
        self.names: tuple[str, ...] = _names(names, codes) if names is not None else self.units
        self.periods: tuple[float, ...] | None = tuple(_periods(periods)) if periods is not None else None
        super().__init__(_create(codes, self.periods))
        rows = len(codes) * (len(self.periods) if self.periods is not None else 1)
        if not isinstance(columns, Block):
            columns = _together(columns, rows) or columns
        if isinstance(columns, Block):
            self._add_block(columns, rows)
        else:
            for code, values in columns.items():
                self._add_column(code, column(values, rows, str(code)))
        for name, labels in (groups or {}).items():
            self._add_group(name, labels, rows)

    def _add_column(self, code: Any, values: Any) -> None:
        functions = library()
        name = utf8(str(code), "the code of a column")
        check(functions.inno_dataset_add_column(self._c, name, values.address, values.stride, error_object()))

    def _add_block(self, block: Block, rows: int) -> None:
        values, codes = block.values, block.codes
        if len(values) != rows:
            raise ValueError(f"{len(values)} rows of numbers for {rows} units and periods")
        (down, right), functions, first = values.strides, library(), address_of(values)
        array = array_of(codes, "the code of a column")
        check(functions.inno_dataset_add_columns(self._c, array, len(codes), first, down, right, error_object()))

    def _add_group(self, name: str, labels: Labels, rows: int) -> None:
        given = list(map(_label, labels))
        if len(given) != rows:
            raise ValueError(f"group {name!r}: {len(given)} labels for {rows} rows")
        array = (c.c_char_p * rows)(*given)
        check(library().inno_dataset_add_group(self._c, utf8(name, "the name of a grouping"), array, error_object()))

    @classmethod
    def from_dataframe(cls, frame: pd.DataFrame, framework: Framework | None = None, *, unit: str | None = None,
                       period: str | None = None, groups: Iterable[str] | None = None) -> Dataset:
        """A row a unit. Codes of the units are the column ``unit`` (default: "unit" where there is one), else the
        index; periods the column or index level ``period`` (default: "period" where there is one). Columns of numbers
        are columns, those of texts groupings; "name" holds the names for people. With a framework no other numbers are
        taken than it needs; with ``groups`` no other groupings. Units without a row in a period are missing there."""
        return cls(**_parts(frame, framework, unit, period, groups))

    @classmethod
    def from_csv(cls, path: str | PathLike[str], framework: Framework, *, separator: str | None = None,
                 decimal_comma: bool = False) -> Dataset:
        """Reads DATA.csv as the program scoreboard does (docs/formats.md); FormatError names line and column."""
        plain = FrameworkFile(Table("framework", headers=["code"], lines=[[0]] * len(framework)), list(framework.nodes))
        data = read_data(Path(path), plain, Dialect(separator, decimal_comma))
        return cls(data.columns, data.units, periods=data.periods, groups=data.groups, names=data.names)

    @classmethod
    def from_coinr(cls, idata: TableLike, imeta: TableLike | Framework) -> Dataset:
        """The table iData of the R package COINr, as DataFrame or as R's write.csv() wrote it: uCode, uName, Time (a
        panel where there are several), what the framework needs, and the columns of Type Group as groupings (with a
        Framework instead of an iMeta: every column of texts). ValueError names row and column."""
        from .coinr import dataset_parts

        return cls(**dataset_parts(idata, imeta))

    @classmethod
    def _made(cls, owned: Owned) -> Dataset:
        """Data that the library made; the codes of units are their names."""
        made, functions = cls.__new__(cls), library()
        Handle.__init__(made, owned)
        codes = (functions.inno_dataset_unit_code(owned, k) for k in range(functions.inno_dataset_unit_count(owned)))
        count = functions.inno_dataset_period_count(owned)
        periods = tuple(functions.inno_dataset_period(owned, k) for k in range(count))
        made.units = made.names = tuple((code or b"").decode() for code in codes)
        made.periods = None if np.isnan(periods[0]) else periods
        return made

    def regroup(self, regrouping: Regrouping) -> Dataset:
        """The data of new units that were merged from these, or split (Regrouping)."""
        from .regroup import regroup

        return regroup(self, regrouping)

    @property
    def columns(self) -> tuple[str, ...]:
        functions = library()
        count = functions.inno_dataset_column_count(self._c)
        return tuple((functions.inno_dataset_column_code(self._c, k) or b"").decode() for k in range(count))

    @property
    def rows(self) -> pd.Index:
        """Labels of the rows: units, or (period, unit)."""
        return row_index(self.units, self.periods)

    def to_dataframe(self) -> pd.DataFrame:
        """The values, a row a unit (and period)."""
        functions, codes, rows = library(), self.columns, len(self.rows)
        out = np.empty((len(codes), rows))
        for place, code in zip(out, codes):
            check(functions.inno_dataset_column(
                self._c, utf8(code), address_of(place), NATIVE.itemsize, error_object()))
        return pd.DataFrame(out.T, index=self.rows, columns=list(codes))

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the canonical form, the same on every platform."""
        return text_of(library().inno_dataset_fingerprint, self._c, capacity=65)

    def __repr__(self) -> str:
        if self._is_closed:
            return f"<Dataset: {len(self.units)} units, closed>"
        periods = f", {len(self.periods)} periods" if self.periods is not None else ""
        return f"<Dataset: {len(self.units)} units{periods}, {len(self.columns)} columns>"


def row_index(units: Sequence[str], periods: Sequence[float] | None) -> pd.Index:
    if periods is None:
        return pd.Index(units, name="unit", dtype=object)
    shown = [int(period) if period == int(period) else period for period in periods]
    return pd.MultiIndex.from_product([shown, list(units)], names=["period", "unit"])


def text_of(function: Any, *arguments: Any, capacity: int | None = None) -> str:
    """A text that a function writes into a buffer. Without a capacity the function says how much it needs."""
    needed = c.c_int64(0)
    if capacity is not None:
        fixed = c.create_string_buffer(capacity)
        check(function(*arguments, fixed, capacity, error_object()))
        return fixed.value.decode()
    function(*arguments, None, 0, c.byref(needed), error_object())
    buffer = c.create_string_buffer(max(needed.value, 1))
    check(function(*arguments, buffer, len(buffer), c.byref(needed), error_object()))
    return buffer.value.decode()


def _create(codes: list[str], periods: tuple[float, ...] | None) -> Any:
    functions = library()
    array = array_of(tuple(codes), "the code of a unit")
    destroy = functions.inno_dataset_destroy
    if periods is None:
        return create(functions.inno_dataset_create, destroy, None, len(codes), array)
    values = (c.c_double * len(periods))(*periods)
    return create(functions.inno_dataset_create_panel, destroy, None, len(codes), array, len(periods), values)


def _codes(units: Sequence[Any]) -> list[str]:
    if isinstance(units, str) or not isinstance(units, Iterable):
        raise TypeError(f"units are the codes of the units, a list of texts, not {units!r}")
    codes: list[Any] = units.tolist() if hasattr(units, "tolist") else list(units)
    if not codes:
        raise ValueError("there are no units; at least one row is needed")
    for place, code in enumerate(codes):
        if type(code) is str:
            continue
        if isinstance(code, (int, np.integer)) and not isinstance(code, bool):
            codes[place] = str(code)
        elif not isinstance(code, str):
            raise TypeError(f"the code of a unit is a text, not {code!r} (row {place}); name the column with unit=...")
    return codes


def _names(names: Sequence[Any], codes: Sequence[str]) -> tuple[str, ...]:
    """The names for people; where one is missing, the code."""
    if len(names) != len(codes):
        raise ValueError(f"names: {len(names)} for {len(codes)} units")
    return tuple(code if _is_missing(name) else str(name) for name, code in zip(names, codes))


def _periods(periods: Iterable[Any]) -> list[float]:
    """Years and the like as numbers; texts of numbers are numbers."""
    found = []
    for place, period in enumerate(periods):
        if _is_missing(period):
            raise ValueError(f"row {place} has no period; drop it or fill it in")
        try:
            if isinstance(period, (bool, np.bool_)):
                raise TypeError
            found.append(float(period))
        except (TypeError, ValueError):
            raise TypeError(f"a period is a number, such as a year, not {period!r} (row {place}); of dates take the "
                            "year, as .dt.year gives it") from None
    return found


def _is_missing(value: Any) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or value == "" or value != value


def _label(label: Any) -> bytes | None:
    if _is_missing(label):
        return None
    return utf8(label if type(label) is str else str(label), "a label")


def _together(columns: Mapping[str, Any], rows: int) -> Block | None:
    """Many short columns of doubles in one matrix: copying them is quicker than a call for each."""
    arrays = list(columns.values())
    if len(arrays) < FEW or len(arrays) * rows > SMALL or rows == 0:
        return None
    shape = (rows,)
    for values in arrays:
        if type(values) is not np.ndarray or values.dtype is not NATIVE or values.shape != shape:
            return None
    return Block(np.concatenate(arrays).reshape(len(arrays), rows).T, tuple(map(str, columns)))


# ---- from a DataFrame -----------------------------------------------------------------------------------------------


def _parts(frame: pd.DataFrame, framework: Framework | None, unit: str | None, period: str | None,
           groups: Iterable[str] | None) -> dict[str, Any]:
    if not isinstance(frame, pd.DataFrame):
        raise TypeError(f"data is a pandas DataFrame, not {type(frame).__name__}")
    if not frame.columns.is_unique:
        twice = frame.columns[frame.columns.duplicated()][0]
        raise ValueError(f"two columns are called {twice!r}; keep one")
    own = framework.needed if framework is not None else frozenset[str]()
    units, at_unit = _axis(frame, unit, "unit", own)
    if units is None:
        if isinstance(frame.index, pd.MultiIndex):
            raise ValueError('the index has several levels; call them "unit" and "period", or name them with unit= and '
                             "period=")
        units = frame.index
    periods, at_period = _axis(frame, period, "period", own)
    apart = {name for name in (at_unit, at_period, "name") if name is not None}
    columns, labels = _columns(frame, framework, groups, apart)
    names = frame["name"] if "name" in apart and "name" in frame.columns else None
    if periods is None:
        return {"columns": columns, "units": units, "groups": labels, "names": names}
    return panel_parts(columns, labels, names, units, periods)


def _axis(frame: pd.DataFrame, wanted: str | None, usual: str, own: frozenset[str]) -> tuple[Any, str | None]:
    """Units or periods: (values or None, the column that holds them or None). A column of the framework's ``own`` that
    happens to have the usual name is an indicator or a denominator."""
    if wanted is None and usual in own:
        return None, None
    name = wanted if wanted is not None else usual
    if name in frame.columns:
        return frame[name], name
    if name in frame.index.names:
        return frame.index.get_level_values(name), None
    if wanted is not None:
        raise ValueError(f"{usual}={wanted!r}: the DataFrame has no such column or index level")
    return None, None


def _columns(frame: pd.DataFrame, framework: Framework | None, groups: Iterable[str] | None,
             apart: set[str]) -> tuple[Block | dict[str, Any], dict[str, Any]]:
    """What are columns of numbers and what are groupings."""
    labels = frame.columns.tolist()
    codes = tuple(map(str, labels))
    needed = framework.needed if framework is not None else None
    if needed is not None and needed.issuperset(codes):  # numbers, all of them
        return _numbers(frame, codes), {}
    wanted, kept, others = set(groups) if groups is not None else None, [], {}
    for k, code in enumerate(codes):
        if needed is not None and code in needed:
            kept.append(k)
        elif code not in apart:
            values = frame[labels[k]]
            is_number = bool(pd.api.types.is_numeric_dtype(values.dtype))
            if needed is None and is_number and (wanted is None or code not in wanted):
                kept.append(k)
            elif code in wanted if wanted is not None else not is_number:
                others[code] = values.tolist()
    for name in (wanted or set()).difference(others):
        raise ValueError(f"groups: the DataFrame has no column {name!r} to group by")
    whole = len(kept) == len(codes)
    return _numbers(frame if whole else frame.take(kept, axis=1), tuple(codes[k] for k in kept)), others


def _numbers(frame: pd.DataFrame, codes: tuple[str, ...]) -> Block | dict[str, Any]:
    """The frame's own block where all are doubles; one matrix where they are NumPy's numbers; else column by column."""
    values = frame.to_numpy()
    if values.dtype.kind in "iuf" and values.dtype.itemsize <= NATIVE.itemsize and values.size > 0:
        own = _is_own(frame, values) and values.flags.aligned
        doubles = values if own else values.astype(NATIVE, copy=False)
        if own or not (np.abs(doubles) >= EXACT).any():  # beyond it, integers may have been rounded
            return Block(doubles, codes)
    return {code: frame.iloc[:, k] for k, code in enumerate(codes)}


def _is_own(frame: pd.DataFrame, values: Any) -> bool:
    """Whether the values are the frame's own memory: what pandas put together from columns of several types is
    elsewhere each time, and its integers may have been rounded."""
    return values.dtype == NATIVE and values.base is not None and address_of(values) == address_of(frame.to_numpy())


def panel_parts(columns: Block | dict[str, Any], labels: dict[str, Any], names: Any, units: Any,
                periods: Any) -> dict[str, Any]:
    """Arguments of Dataset from a row a unit and period, in any order."""
    codes, years = _codes(units), _periods(periods)
    order, number = list(dict.fromkeys(codes)), {year: k for k, year in enumerate(sorted(set(years)))}
    place = {code: k for k, code in enumerate(order)}
    rows = np.array([number[year] * len(order) + place[code] for code, year in zip(codes, years)])
    if len(set(rows.tolist())) != len(rows):
        twice = next(k for k in range(len(rows)) if rows[k] in rows[:k])
        raise ValueError(f"unit {codes[twice]!r} has two rows in period {years[twice]:g}; keep one")
    total = len(order) * len(number)
    label = {code: name for code, name in zip(codes, names) if not _is_missing(name)} if names is not None else None
    return {
        "columns": _spread_columns(columns, rows, total),
        "groups": {name: _spread_labels(given, rows, total) for name, given in labels.items()},
        "units": order, "periods": sorted(number), "names": [label.get(code) for code in order] if label else None,
    }


def _spread_columns(columns: Block | dict[str, Any], rows: Any, total: int) -> Block | dict[str, Any]:
    """Every value to its row; nothing moves where the rows are in order already."""
    if len(rows) == total and bool((rows == np.arange(total)).all()):
        return columns
    if isinstance(columns, Block):
        values = np.full((total, len(columns.codes)), np.nan)
        values[rows] = columns.values
        return Block(values, columns.codes)
    out = {code: np.full(total, np.nan) for code in columns}
    for code, values in columns.items():
        out[code][rows] = as_doubles(values, code)
    return out


def _spread_labels(labels: list[Any], rows: Any, total: int) -> list[Any]:
    out: list[Any] = [None] * total
    for row, label in zip(rows.tolist(), labels):
        out[row] = label
    return out
