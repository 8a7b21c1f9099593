"""Analyses: what an auditor or a reader asks of an index, as DataFrames and as sentences."""
from __future__ import annotations

import ctypes as c
import html
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Callable, Final, Iterator, Mapping, NamedTuple, Sequence, Union

import numpy as np
import pandas as pd

from ._abi import INNO_RECORD_FINDING, INNO_RECORD_TRACE_PARAMETER
from ._arrays import NATIVE, address_of, column, matrix
from ._handles import Handle, Owned, create
from ._library import library
from ._tables import fields_of, kinds, numbers
from ._texts import array_of
from ._words import PERIODS, Labels, Word, choice_of, words
from .dataset import text_of
from .errors import UnknownCodeError, UnknownKeyError, language_number
from .framework import number_of
from .result import Result
from .scheme import Scheme, near, options_of

if TYPE_CHECKING:
    from .method import Data, Method

FINAL_VALUES: Final = -(2**31)  # INT32_MIN: of a coherence, the final values
Named = Union[str, int]


class Analysis(Handle):
    """Tables of one analysis. Immutable; any number of threads may read it. A table is an attribute by its name
    (``analysis.correlation``) or ``table("correlation")``: a DataFrame with a row a record. Nodes and units are codes,
    kinds, choices and statuses words; None and NaN = there is none."""

    def __init__(self, owned: Owned, subject: str, *, nodes: Sequence[Named] | None = None,
                 units: Sequence[Any] | None = None, periods: Sequence[float] | None = None,
                 results: Sequence[str] | None = None) -> None:
        super().__init__(owned)
        self.subject = subject
        self._nodes, self._units, self._periods, self._results = nodes, units, periods, results

    # ---- tables -----------------------------------------------------------------------------------------------------

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of the tables that have records."""
        count, owned = library().inno_analysis_record_count, self._c
        return tuple(name for name, kind in kinds().items() if count(owned, kind) > 0)

    def table(self, name: str, *, words: bool = True) -> pd.DataFrame:
        """All records of a table; without records it is empty. ``words``: False leaves the library's numbers for what
        has a name (nodes, units, kinds, choices, statuses)."""
        known = kinds()
        if name not in known:
            have = ", ".join(self.tables)
            raise UnknownKeyError(f"there is no table {name!r}; this analysis has {have}{near(name, known)}")
        columns = self._numbers(known[name])
        shown = self._shown(known[name], columns) if words else {field: _whole(known[name], field, values)
                                                                 for field, values in columns.items()}
        return pd.DataFrame(shown)

    def _numbers(self, kind: int) -> dict[str, Any]:
        functions = library()
        read_column = functions.inno_analysis_column
        return numbers(functions.inno_analysis_record_count, functions.inno_analysis_record, read_column, self._c, kind)

    def _shown(self, kind: int, columns: Mapping[str, Any]) -> dict[str, Any]:
        labels, shown = Labels(self._node, self._unit, self._period), dict[str, Any]()
        for field, values in columns.items():
            if field in PERIODS and self._periods is None:
                continue
            named = words(kind, field, columns, labels)
            shown[field] = pd.Series(named, dtype=object) if named is not None else _whole(kind, field, values)
        if kind == INNO_RECORD_TRACE_PARAMETER:
            chosen = [choice_of(key, value) for key, value in zip(columns["parameter_key"], columns["value"])]
            shown["choice"] = pd.Series(chosen, dtype=object)
        if "result" in shown and self._results is not None:
            shown["result"] = pd.Series([self._results[int(k)] for k in columns["result"]], dtype=object)
        return shown

    def _node(self, number: float) -> Word:
        return self._label(self._nodes, library().inno_analysis_node_code, int(number))

    def _unit(self, number: float) -> Word:
        return self._label(self._units, library().inno_analysis_unit_code, int(number))

    def _period(self, number: float) -> Word:
        return self._periods[int(number)] if self._periods is not None and number >= 0 else None

    def _label(self, given: Sequence[Any] | None, read: Callable[[Any, int], bytes | None], number: int) -> Word:
        if number < 0:
            return None
        if given is not None:
            return given[number]
        text = read(self._c, number)
        return text.decode() if text is not None else number

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name.startswith("_"):
            raise AttributeError(name)
        return self.table(name)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *(self.tables if self._owned is not None else ())]

    # ---- findings ---------------------------------------------------------------------------------------------------

    def findings(self) -> pd.DataFrame:
        """A row a finding: its kind, severity (1 = to know, 2 = to look at, 3 = to mend), node, other, unit, value,
        threshold, and a sentence in the language of this context (set_language)."""
        found = self.table("finding")
        found["sentence"] = pd.Series(self._sentences(len(found)), dtype=object)
        return found

    def _sentences(self, count: int) -> list[str]:
        functions, owned, language = library(), self._c, language_number()
        return [text_of(functions.inno_analysis_sentence, owned, index, language) for index in range(count)]

    # ---- for people -------------------------------------------------------------------------------------------------

    def __repr__(self) -> str:
        if self._owned is None:
            return f"<{type(self).__name__}: {self.subject}, closed>"
        count = library().inno_analysis_record_count
        sizes = ", ".join(f"{name} {count(self._c, kinds()[name])}" for name in self.tables)
        return f"<{type(self).__name__}: {self.subject}; {sizes or 'no records'}>"

    def _repr_html_(self) -> str:
        parts = [f"<p><b>{html.escape(self.subject)}</b></p>"]
        found = library().inno_analysis_record_count(self._c, INNO_RECORD_FINDING)
        if found:
            sentences = "".join(f"<li>{html.escape(sentence)}</li>" for sentence in self._sentences(found))
            parts.append(f"<ol>{sentences}</ol>")
        for name in self.tables:
            if name != "finding":
                shown = self.table(name).to_html(max_rows=20, float_format="%.4g")
                parts.append(f"<details><summary>{html.escape(name)}</summary>{shown}</details>")
        return "".join(parts)


def _whole(kind: int, field: str, values: Any) -> Any:
    """Integers as such, where none is missing."""
    is_integer = any(known.name == field and known.is_integer for known in fields_of(kind))
    return values.astype(np.int64) if is_integer and not np.isnan(values).any() else values


# ---- of a result, of a method ---------------------------------------------------------------------------------------


def _audited(maker: str, options: Scheme | None, settings: Mapping[str, Any], *arguments: Any) -> Owned:
    """An analysis that is told what audits are told."""
    functions = library()
    function = getattr(functions, f"inno_analysis_create_{maker}")
    return create(function, functions.inno_analysis_destroy, None, options_of("audit", options, settings), *arguments)


@contextmanager
def held(*results: Result) -> Iterator[None]:
    """Results that are read together; locks are taken in one order, so that two threads never wait for each other."""
    for result in results:
        if not isinstance(result, Result):
            raise TypeError(f"a Result is wanted, as Method.score() gives it, not {type(result).__name__}")
    with ExitStack() as stack:
        for lock in sorted((result._held() for result in results), key=id):
            stack.enter_context(lock)
        yield


def audit(method: Method, data: Data, *, options: Scheme | None = None, **settings: Any) -> Analysis:
    """The whole audit in one object: every table of the functions below that look at an index, and findings.

    ``settings``: those of audit_options(), or ``options`` made by it."""
    dataset = method.dataset(data)
    return Analysis(_audited("audit", options, settings, method._c, dataset._c), f"audit of {method.framework.index}")


def coherence(result: Result, *, step: int | str | None = None, denominators: bool = True,
              options: Scheme | None = None, **settings: Any) -> Analysis:
    """How nodes move with their ancestors (``parent``), their siblings (``sibling``) and the denominators
    (``denominator``). ``step``: values of the indicators after this step, by its name or number, or "raw"; None = the
    final ones. ``denominators``: False leaves that table out."""
    number = FINAL_VALUES if step is None else result._step(step)
    with result._held():
        dataset = result.dataset._c if denominators else None
        owned = _audited("coherence", options, settings, result._c, number, dataset)
    return Analysis(owned, f"coherence of {result.framework.index}")


def _of_result(maker: str, result: Result, options: Scheme | None, settings: Mapping[str, Any]) -> Analysis:
    with result._held():
        owned = _audited(maker, options, settings, result._c)
    return Analysis(owned, f"{maker} of {result.framework.index}")


def families(result: Result, *, options: Scheme | None = None, **settings: Any) -> Analysis:
    """Reliability and components of the children of every aggregate that has two or more."""
    return _of_result("families", result, options, settings)


def influence(result: Result, *, options: Scheme | None = None, **settings: Any) -> Analysis:
    """Weight against importance of every node, and what a pillar adds to the index."""
    return _of_result("influence", result, options, settings)


def profile(result: Result, *, options: Scheme | None = None, **settings: Any) -> Analysis:
    """Every unit at every node: rank, gaps, strength or weakness, alone and among its peers (``group=``)."""
    return _of_result("profile", result, options, settings)


def removal(method: Method, data: Data, *, options: Scheme | None = None, **settings: Any) -> Analysis:
    """The index without each node in turn."""
    dataset = method.dataset(data)
    owned = _audited("removal", options, settings, method._c, dataset._c)
    return Analysis(owned, f"removal from {method.framework.index}")


def comparison(results: Sequence[Result] | Mapping[str, Result], *, options: Scheme | None = None,
               **settings: Any) -> Analysis:
    """Two or more results side by side, each with the first. With a mapping the field ``result`` has its names, with a
    sequence positions."""
    names = [str(name) for name in results] if isinstance(results, Mapping) else None
    listed = list(results.values()) if isinstance(results, Mapping) else list(results)
    with held(*listed):
        kept = [result._c for result in listed]
        array = (c.c_void_p * len(kept))(*[owned.address for owned in kept])
        owned = _audited("comparison", options, settings, array, len(kept))
    return Analysis(owned, f"comparison of {len(listed)} results", results=names)


# ---- of a matrix ----------------------------------------------------------------------------------------------------


class _Columns(NamedTuple):
    """A matrix as the calls take it, with the names of its columns and rows; ``keep`` holds the numbers."""

    arguments: tuple[Any, ...]
    nodes: list[Named]
    units: list[Any]
    keep: object


def _columns(values: Any) -> _Columns:
    """A DataFrame with its labels, or any matrix, whose columns and rows are then numbers from 0."""
    numbers_of = matrix(values, "values")
    is_frame = isinstance(values, pd.DataFrame)
    nodes: list[Named] = [str(name) for name in values.columns] if is_frame else list(range(numbers_of.columns))
    units = list(values.index) if is_frame else list(range(numbers_of.rows))
    codes = array_of(tuple(map(str, nodes)))
    arguments = (numbers_of.address, numbers_of.rows, numbers_of.columns, numbers_of.row_stride,
                 numbers_of.column_stride, codes)
    return _Columns(arguments, nodes, units, (numbers_of, codes))


def _of_matrix(maker: str, given: _Columns, options: Scheme | None, settings: Mapping[str, Any],
               *more: Any) -> Analysis:
    owned = _audited(maker, options, settings, *given.arguments, *more)
    return Analysis(owned, f"{maker} of {len(given.nodes)} columns", nodes=given.nodes, units=given.units)


def statistics(values: Any, probabilities: Sequence[float] = (), *, options: Scheme | None = None,
               **settings: Any) -> Analysis:
    """Moments, counts, shares and flags of each column of a DataFrame or matrix (NaN = missing), values beyond a fence,
    coverage of the rows, and the quantiles of ``probabilities``."""
    wanted = np.array(probabilities, dtype=NATIVE)
    address = address_of(wanted) if len(wanted) else None
    return _of_matrix("statistics", _columns(values), options, settings, address, len(wanted))


def correlations(values: Any, unit_weights: Any = None, *, options: Scheme | None = None, **settings: Any) -> Analysis:
    """Correlations of all pairs of columns, with p-values and intervals; with ``unit_weights``, one a row, without."""
    given = _columns(values)
    weights = None
    if unit_weights is not None:
        weights = np.ascontiguousarray(column(unit_weights, len(given.units), "unit_weights").keep, NATIVE)
    address = address_of(weights) if weights is not None else None
    return _of_matrix("correlations", given, options, settings, address)


def partial(values: Any, held: Sequence[Named] | None = None, *, options: Scheme | None = None,
            **settings: Any) -> Analysis:
    """Partial correlations of pairs of columns when those of ``held`` (names, or numbers of a plain matrix) are held;
    None = for each pair all others."""
    if held is None:
        return _of_matrix("partial", _columns(values), options, settings, -1)
    given = _columns(values)
    last = [_place(given.nodes, one) for one in held]
    if len(set(last)) < len(last):
        raise ValueError("held: a column is named twice")
    order = [place for place in range(len(given.nodes)) if place not in last] + last
    moved = _columns(values.iloc[:, order] if hasattr(values, "iloc") else np.asarray(values)[:, order])
    nodes = [given.nodes[place] for place in order]
    return _of_matrix("partial", moved._replace(nodes=nodes), options, settings, len(last))


def _place(nodes: list[Named], wanted: Named) -> int:
    if isinstance(wanted, str):
        return number_of(tuple(map(str, nodes)), wanted, "node")
    if wanted not in nodes:
        raise UnknownCodeError(f"there is no column {wanted!r}", str(wanted))
    return nodes.index(wanted)


def reliability(values: Any, *, options: Scheme | None = None, **settings: Any) -> Analysis:
    """Cronbach's alpha, Guttman's lambdas and omega of columns that should measure one thing, all in one direction."""
    return _of_matrix("reliability", _columns(values), options, settings)


def components(values: Any, *, options: Scheme | None = None, **settings: Any) -> Analysis:
    """Principal components of the correlation matrix: eigenvalues, loadings, rotation, adequacy, scores."""
    return _of_matrix("components", _columns(values), options, settings)


def development(scores: Any, development: Any, *, options: Scheme | None = None, **settings: Any) -> Analysis:
    """Scores against the natural logarithm of a measure of development, one a unit: which units do better than theirs
    lets expect. Two pandas Series are matched by their index."""
    if isinstance(scores, pd.Series) and isinstance(development, pd.Series):
        development = development.reindex(scores.index)
    of_scores = column(scores, None, "scores")
    of_development = column(development, of_scores.length, "development")
    owned = _audited("development", options, settings, of_scores.address, of_scores.stride, of_development.address,
                     of_development.stride, of_scores.length)
    units = list(scores.index) if isinstance(scores, pd.Series) else list(range(of_scores.length))
    return Analysis(owned, f"development of {of_scores.length} units", units=units)
