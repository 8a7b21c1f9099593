"""Verification: a published table against the method that it claims, against a result, and against itself."""
from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Any, Final, Mapping, NamedTuple, Union

import pandas as pd

from ._abi import INNO_DECIMALS_FIND
from ._arrays import column
from ._handles import Handle, create
from ._library import library
from ._texts import array_of, utf8
from .analysis import Analysis, held
from .errors import check, error_object
from .explain import explained
from .framework import Framework
from .method import Method
from .result import Result
from .scheme import Scheme, near
from .tables import Dialect, read_table

Published = Union["Publication", pd.DataFrame, str, "PathLike[str]"]
Decimals = Union[None, int, Mapping[str, int]]
BESIDE: Final = frozenset({"name", "source", "note"})  # columns for people


class _Column(NamedTuple):
    """A column of a printed table: the node that it is about, and whether it has its ranks."""

    name: str
    node: str
    is_rank: bool


class Publication(Handle):
    """A printed table: scores of some nodes and units, and ranks.

    ``published``: a row a unit; units are the column "unit", else the index. A column is the code of a node, "score"
    (of the index), "rank" (of the index) or "rank:CODE"; "name", "source" and "note" may stand beside them. Scores that
    are texts count as printed ("46.50" has two decimals); of numbers the decimals are ``decimals``, one for all or node
    -> decimals, or found out. None, NaN and empty texts were not printed. Also the path of a CSV, read as texts."""

    def __init__(self, framework: Framework, published: pd.DataFrame | str | PathLike[str], *,
                 decimals: Decimals = None) -> None:
        frame = _read(published)
        units = [str(unit) for unit in (frame["unit"] if "unit" in frame.columns else frame.index)]
        functions, codes = library(), array_of(tuple(units), "the code of a unit")
        super().__init__(create(functions.inno_publication_create, functions.inno_publication_destroy, None,
                                framework._c, len(units), codes))
        self.framework, self.units = framework, tuple(units)
        for one in _columns(framework, frame):
            values = frame[one.name]
            if one.is_rank:
                self._set_ranks(one, values)
            elif _has_texts(values):
                self._set_texts(one, values)
            else:
                self._set_scores(one, values, _decimals(decimals, one.node))

    def _set_scores(self, one: _Column, values: pd.Series, decimals: int) -> None:
        given = column(values, len(self.units), one.name)
        check(library().inno_publication_set_scores(
            self._c, utf8(one.node), given.address, given.stride, decimals, error_object()))

    def _set_texts(self, one: _Column, values: pd.Series) -> None:
        node, set_text = utf8(one.node), library().inno_publication_set_score_text
        for unit, cell in zip(self.units, values.tolist()):
            check(set_text(self._c, node, utf8(unit), _printed(cell), error_object()))

    def _set_ranks(self, one: _Column, values: pd.Series) -> None:
        try:
            ranks = pd.to_numeric(values.replace("", None)) if _has_texts(values) else values
        except ValueError as error:
            raise ValueError(f"{one.name}: ranks are numbers, empty where there is none: {error}") from None
        given = column(ranks, len(self.units), one.name)
        check(library().inno_publication_set_ranks(
            self._c, utf8(one.node), given.address, given.stride, error_object()))

    def __repr__(self) -> str:
        return f"<Publication for {self.framework.index}: {len(self.units)} units>"


def _read(published: Any) -> pd.DataFrame:
    if isinstance(published, (str, PathLike)):
        table = read_table(Path(published), Dialect())
        return pd.DataFrame(table.rows, columns=table.headers, dtype=object)
    if not isinstance(published, pd.DataFrame):
        raise TypeError(f"a published table is a DataFrame or the path of a CSV, not {type(published).__name__}")
    if not published.columns.is_unique:
        twice = published.columns[published.columns.duplicated()][0]
        raise ValueError(f"two columns are called {twice!r}; keep one")
    return published


def _columns(framework: Framework, frame: pd.DataFrame) -> list[_Column]:
    found = [one for one in (_column(framework, name) for name in frame.columns) if one is not None]
    for k, one in enumerate(found):
        for other in found[:k]:
            if one[1:] == other[1:]:
                raise ValueError(f"the columns {other.name!r} and {one.name!r} are about the same numbers; keep one")
    return found


def _column(framework: Framework, name: Any) -> _Column | None:
    text = str(name)
    if text in framework.codes:
        return _Column(name, text, False)
    if text == "unit" or text in BESIDE:
        return None
    if text in ("score", "rank"):
        return _Column(name, framework.index, text == "rank")
    if text.startswith("rank:"):
        return _Column(name, framework.codes[framework.number(text[len("rank:"):])], True)
    known = [*framework.codes, "score", "rank", "rank:CODE", "unit", *BESIDE]
    raise ValueError(f"column {text!r} of the published table is no node{near(text, known)}")


def _has_texts(values: pd.Series) -> bool:
    return any(isinstance(value, str) for value in values)


def _decimals(decimals: Decimals, node: str) -> int:
    wanted = decimals.get(node) if isinstance(decimals, Mapping) else decimals
    return INNO_DECIMALS_FIND if wanted is None else wanted


def _printed(cell: Any) -> bytes | None:
    """The text of a cell; a number among texts with the digits that it needs."""
    if isinstance(cell, str):
        return utf8(cell, "a printed value")
    return None if cell is None or cell is pd.NA or cell != cell else repr(float(cell)).removesuffix(".0").encode()


# ---- analyses -------------------------------------------------------------------------------------------------------


def verify(published: Published, method: Method | Framework, result: Result | None = None, *,
           decimals: Decimals = None, options: Scheme | None = None, **settings: Any) -> Analysis:
    """Whether every printed number agrees: with ``result`` where one is given, ranks with the printed scores, and (with
    a method, not only a framework) every printed aggregate with its own printed parts.

    ``findings()`` has the errors in sentences; tables ``verified_node``, ``verified_score``, ``verified_rank``,
    ``verified_parts``. ``published`` and ``decimals``: as Publication takes them; ``settings``: period, rounding, ulps,
    ranked_units."""
    return _of_publication("verification", "verification", published, method, result, decimals, options, settings)


def implied_weights(published: Published, method: Method | Framework, result: Result | None = None, *,
                    decimals: Decimals = None, options: Scheme | None = None, **settings: Any) -> Analysis:
    """The weights that a printed table implies, and whether any weights can explain it: tables ``implied`` and
    ``implied_weight``. ``settings``: period, rounding."""
    return _of_publication("implied_weights", "implied weights", published, method, result, decimals, options, settings)


def _of_publication(maker: str, subject: str, published: Published, method: Method | Framework, result: Result | None,
                    decimals: Decimals, options: Scheme | None, settings: Mapping[str, Any]) -> Analysis:
    framework = method if isinstance(method, Framework) else method.framework
    if isinstance(published, Publication):
        if decimals is not None:
            raise TypeError("decimals are what the Publication was made with; give them there")
        publication = published
    else:
        publication = Publication(framework, published, decimals=decimals)
    with held(*([] if result is None else [result])):
        rules = None if isinstance(method, Framework) else method._c
        computed = None if result is None else result._c
        owned = explained(maker, framework, options, settings, publication._c, rules, computed)
    return Analysis(owned, f"{subject} of {framework.index}")
