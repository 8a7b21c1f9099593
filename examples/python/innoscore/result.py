"""The result: scores, ranks and every value on the way, as pandas frames."""
from __future__ import annotations

import html
from contextlib import nullcontext
from functools import cached_property
from typing import TYPE_CHECKING, Any, Callable, ContextManager, Final, Literal, Sequence

import numpy as np
import pandas as pd

from ._abi import INNO_KEEP_ALL, INNO_KEEP_COVERAGE, INNO_KEEP_SCORES, INNO_KEEP_STEPS
from ._abi import INNO_RECORD_FRAME, INNO_RECORD_SCREENING, INNO_RECORD_SEARCH, INNO_RECORD_TREATMENT
from ._abi import INNO_RECORD_WEIGHT
from ._arrays import NATIVE, Doubles, address_of
from ._handles import Handle, Owned
from ._library import library
from ._texts import utf8
from ._tables import kept, table
from .dataset import Dataset, row_index, text_of
from .errors import check, error_object
from .framework import Framework, number_of

if TYPE_CHECKING:
    from .analysis import Analysis
    from .assumptions import Assumptions
    from .explain import Goal, Trace
    from .method import Data, Method
    from .uncertainty import Uncertainty
    from .verify import Published
    from .what_if import WhatIf

Keep = Literal["all", "steps", "coverage", "scores"]
KEEP: Final[dict[str, int]] = {
    "all": INNO_KEEP_ALL, "steps": INNO_KEEP_STEPS, "coverage": INNO_KEEP_COVERAGE, "scores": INNO_KEEP_SCORES,
}
MARKS: Final[dict[int, str]] = {
    1: "no denominator", 2: "zero denominator", 4: "imputed", 8: "winsorized high", 16: "winsorized low",
    32: "transformed", 64: "truncated", 128: "screened out",
}


class Result(Handle):
    """What Method.score() gives. Immutable; any number of threads may read it. Frames have a row a unit (with periods:
    a row a period and unit) and a column a node: the indicators first, the index last; NaN = missing or left out. Every
    frame is a copy of your own: changing it changes nothing here."""

    def __init__(self, owned: Owned, method: Method, dataset: Dataset, keep: str) -> None:
        super().__init__(owned)
        self.method, self.dataset, self.keep = method, dataset, keep

    @property
    def framework(self) -> Framework:
        return self.method.framework

    @property
    def units(self) -> tuple[str, ...]:
        return self.dataset.units

    @kept
    def rows(self) -> pd.Index:
        return row_index(self.units, self.dataset.periods)

    # ---- values -----------------------------------------------------------------------------------------------------

    @kept
    def scores(self) -> pd.DataFrame:
        """Final values: scores of aggregates, normalized values of indicators."""
        return self._frame(library().inno_result_scores)

    @kept
    def ranks(self) -> pd.DataFrame:
        """Ranks among all units of a period, 1 = best, by unrounded values; ties as the method says."""
        return self.ranks_by(None)

    def ranks_by(self, group: str | None) -> pd.DataFrame:
        """Ranks among the units with the same label in a grouping of the data; None = among all."""
        name = utf8(group, "the name of a grouping") if group is not None else None

        def read(c: Any, node: int, out: int, stride: int, error: Any) -> int:
            status: int = library().inno_result_ranks(c, node, name, out, stride, error)
            return status

        return self._frame(read)

    @kept
    def coverage(self) -> pd.DataFrame:
        """Of an indicator 1 or 0, of an aggregate the share of its direct children with a value."""
        return self._frame(library().inno_result_coverage)

    def score(self, node: str | None = None) -> pd.Series:
        """Final values of one node; None = the index."""
        return self.scores[self._code(node)]

    def rank(self, node: str | None = None) -> pd.Series:
        """Ranks of one node; None = the index."""
        return self.ranks[self._code(node)]

    def values(self, step: int | str) -> pd.DataFrame:
        """Values of the indicators after a step: its name (the first of that name), its number from 0, or "raw"."""
        number, functions = self._step(step), library()
        out = np.empty((len(self.framework.indicators), len(self.rows)))
        for node, place in enumerate(out):
            check(functions.inno_result_values(
                self._c, number, node, address_of(place), NATIVE.itemsize, error_object()))
        return pd.DataFrame(out.T, index=self.rows, columns=list(self.framework.indicators))

    def marks(self, step: int | str) -> pd.DataFrame:
        """What a step did to each value, as sums of MARKS: 4 = imputed, 8 and 16 = winsorized, ..."""
        number, functions = self._step(step), library()
        out = np.empty((len(self.framework.indicators), len(self.rows)), np.int32)
        for node, place in enumerate(out):
            check(functions.inno_result_marks(self._c, number, node, address_of(place), error_object()))
        return pd.DataFrame(out.T, index=self.rows, columns=list(self.framework.indicators))

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """Names of the steps, in their order."""
        from .scheme import known_steps

        functions, names = library(), {step.number: name for name, step in known_steps().items()}
        count = functions.inno_result_step_count(self._c)
        return tuple(names[functions.inno_result_step(self._c, k)] for k in range(count))

    def _frame(self, read: Callable[[Any, int, int, int, Any], int]) -> pd.DataFrame:
        out, error = np.empty((len(self.framework), len(self.rows))), error_object()
        first, apart, owned = address_of(out), out.strides[0], self._c
        for node in range(len(out)):
            check(read(owned, node, first + node * apart, NATIVE.itemsize, error))
        return pd.DataFrame(out.T, index=self.rows, columns=list(self.framework.codes))

    def _code(self, node: str | None) -> str:
        return self.framework.index if node is None else self.framework.codes[self.framework.number(node)]

    def _step(self, step: int | str) -> int:
        if step == "raw":
            return -1
        if isinstance(step, str):
            if step not in self.steps:
                raise ValueError(f"the method has no step {step!r}; its steps are {', '.join(self.steps)}")
            return self.steps.index(step)
        if isinstance(step, bool) or not isinstance(step, int):
            raise TypeError(f"a step is its name or its number, not {step!r}")
        if not 0 <= step < len(self.steps):
            raise ValueError(f"the method has no step {step}; its steps are 0 to {len(self.steps) - 1}")
        return step

    def unit_number(self, unit: str) -> int:
        """Number of a unit; UnknownCodeError names the near ones."""
        return number_of(self.units, unit, "unit")

    def _held(self) -> ContextManager[object]:
        """To be held while an analysis reads: nothing, as nobody changes a result. That of a what-if has a lock."""
        return nullcontext()

    # ---- records ----------------------------------------------------------------------------------------------------

    def _records(self, kind: int) -> pd.DataFrame:
        return table(library().inno_result_record_count, library().inno_result_record, None, self._c, kind,
                     self.framework.codes, self.units)

    @kept
    def weights(self) -> pd.DataFrame:
        """A row a node: weight as given, share among its siblings, effective share of the index."""
        return self._records(INNO_RECORD_WEIGHT).set_index("node")

    @kept
    def frames(self) -> pd.DataFrame:
        """The constants of every normalization: center, scale, minimum, maximum."""
        return self._records(INNO_RECORD_FRAME)

    @kept
    def treatment(self) -> pd.DataFrame:
        """A row an indicator and stage of every treatment: skewness, kurtosis, passed, winsorized points, ..."""
        return self._records(INNO_RECORD_TREATMENT)

    @kept
    def screening(self) -> pd.DataFrame:
        """A row a unit and screening step: available values, coverage, included."""
        return self._records(INNO_RECORD_SCREENING)

    @kept
    def searches(self) -> pd.DataFrame:
        """How every linear program and iteration ended."""
        return self._records(INNO_RECORD_SEARCH)

    # ---- for people -------------------------------------------------------------------------------------------------

    def ranking(self, node: str | None = None, *, period: float | None = None) -> pd.DataFrame:
        """The table that is published: rank, name, score of the node and scores of its children, best first. Units
        without a score come last. With periods: the one that is given, else the latest."""
        code = self._code(node)
        children = [child for child in self.framework.children(code)]
        frame = self.scores[[code, *children]].copy()
        frame.insert(0, "rank", self.ranks[code])
        if self.dataset.periods is not None:
            frame = frame.xs(self._period(period), level="period")
        elif period is not None:
            raise ValueError("these data have no periods")
        if self.dataset.names != self.units:
            frame.insert(1, "name", [self.dataset.names[self.units.index(unit)] for unit in frame.index])
        return frame.sort_values("rank", kind="stable", na_position="last")

    def _period(self, period: float | None) -> float:
        periods = self.rows.levels[0]
        wanted = periods[-1] if period is None else period
        if wanted not in periods:
            raise ValueError(f"no period {wanted!r}; the periods are {', '.join(map(str, periods))}")
        return float(wanted)

    @property
    def fingerprint(self) -> str:
        """SHA-256 over method and data: equal fingerprints, equal bits."""
        return text_of(library().inno_inputs_fingerprint, self.method._c, self.dataset._c, capacity=65)

    def to_json(self) -> str:
        """The result as canonical JSON (docs/handbook/json.md)."""
        return text_of(library().inno_result_write_json, self._c, self.method._c, self.dataset._c)

    def __repr__(self) -> str:
        if self._is_closed:
            return f"<Result for {self.framework.index}: closed>"
        return f"<Result for {self.framework.index}: {len(self.rows)} rows, {len(self.framework)} nodes>"

    def _repr_html_(self) -> str:
        title = html.escape(self.framework.name(self.framework.index))
        table = self.ranking().to_html(max_rows=20, float_format="%.2f")
        return f"<p><b>{title}</b>, {len(self.units)} units</p>{table}"

    # ---- what varies ------------------------------------------------------------------------------------------------

    def uncertainty(self, assumptions: Assumptions | None = None, n: int = 1_000_000, **options: Any) -> Uncertainty:
        """How firm the ranks are: uncertainty() of this method and these data."""
        from .uncertainty import uncertainty

        return uncertainty(self.method, self.dataset, assumptions, n, **options)

    # ---- questions: each is a function of the module that its call names --------------------------------------------

    def explain(self, unit: str, node: str | None = None, **settings: Any) -> Trace:
        """How a unit came to its score of a node: explain.trace(). ``print()`` it."""
        from .explain import trace

        return trace(self, unit, node, **settings)

    def contributions(self, unit: str | None = None, reference: str | None = None, **settings: Any) -> Analysis:
        """Points of each node in scores and distances: explain.contributions()."""
        from .explain import contributions

        return contributions(self, unit, reference, **settings)

    def marginal(self, unit: str | None = None, **settings: Any) -> Analysis:
        """What an improvement of each indicator would bring: explain.marginal()."""
        from .explain import marginal

        return marginal(self, unit, **settings)

    def climb(self, unit: str, goal: Goal, target: float | str, **settings: Any) -> Analysis:
        """What has to change for a unit to reach a score or rank, or to overtake another: explain.climb()."""
        from .explain import climb

        return climb(self, unit, goal, target, **settings)

    def change_from(self, before: Result, regrouped: Dataset | None = None, **settings: Any) -> Analysis:
        """Why scores changed since an earlier result: explain.change()."""
        from .explain import change

        return change(before, self, regrouped, **settings)

    def check(self, before: Data | None = None, unit: str | None = None, **settings: Any) -> Analysis:
        """What to look at in the raw data: explain.check()."""
        from .explain import check as checked

        with self._held():
            return checked(self.method, self.dataset, before, unit, **settings)

    def what_if(self, **settings: Any) -> WhatIf:
        """Edits of this result, each followed at once: what_if.WhatIf."""
        from .what_if import WhatIf

        return WhatIf(self, **settings)

    def verify(self, published: Published, **settings: Any) -> Analysis:
        """A published table against this result: verify.verify()."""
        from .verify import verify

        return verify(published, self.method, self, **settings)

    def audit(self, **settings: Any) -> Analysis:
        """Every audit of this method and these data, with findings: analysis.audit()."""
        from .analysis import audit

        with self._held():
            return audit(self.method, self.dataset, **settings)

    def profile(self, **settings: Any) -> Analysis:
        """Ranks, gaps, strengths and weaknesses of every unit: analysis.profile()."""
        from .analysis import profile

        return profile(self, **settings)

    def coherence(self, **settings: Any) -> Analysis:
        """How nodes move with their parents, siblings and denominators: analysis.coherence()."""
        from .analysis import coherence

        return coherence(self, **settings)

    def influence(self, **settings: Any) -> Analysis:
        """Weight against importance: analysis.influence()."""
        from .analysis import influence

        return influence(self, **settings)
