"""Explanations: how one unit came to its scores, what each indicator adds, what would raise it, why it changed."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, Mapping

import numpy as np
import pandas as pd

from ._abi import INNO_GOAL_RANK, INNO_GOAL_SCORE, INNO_GOAL_UNIT
from ._arrays import NATIVE, Doubles, as_doubles
from ._handles import Owned, create
from ._library import library
from .analysis import Analysis, held
from .errors import language_number
from .framework import Framework, number_of
from .scheme import Scheme, options_of

if TYPE_CHECKING:
    from .dataset import Dataset
    from .method import Data, Method
    from .result import Result

Goal = Literal["score", "rank", "unit"]
GOALS: Final[dict[str, int]] = {"score": INNO_GOAL_SCORE, "rank": INNO_GOAL_RANK, "unit": INNO_GOAL_UNIT}
EVERY: Final = -1


def explained(maker: str, framework: Framework, options: Scheme | None, settings: Mapping[str, Any],
              *arguments: Any) -> Owned:
    """An analysis that is told what explanations are told; a wrong code of a node is said with the near ones."""
    if settings.get("node") is not None:
        framework.number(settings["node"])
    functions = library()
    function = getattr(functions, f"inno_analysis_create_{maker}")
    return create(function, functions.inno_analysis_destroy, None, options_of("explain", options, settings), *arguments)


class Trace(Analysis):
    """How one unit came to its scores; ``print(trace)`` tells it in the language of this context. ``records``: a row a
    node, its parts after it; ``steps``, ``stages``, ``parameters`` and ``sources``: the way of every indicator
    (docs/handbook/trace.md), with which every score can be computed again by hand."""

    def __init__(self, owned: Owned, result: Result, unit: str, period: float | None) -> None:
        dataset = result.dataset
        super().__init__(owned, f"trace of {unit}", units=dataset.units, periods=dataset.periods)
        self.framework, self.unit, self.period = result.framework, unit, period
        self.unit_names: dict[str, str] = dict(zip(dataset.units, dataset.names))

    @property
    def records(self) -> pd.DataFrame:
        """A row a node: parent, score, weight, share, adds, rank, coverage, rule, ...; first the one asked for."""
        return self.table("trace_node").set_index("node")

    @property
    def steps(self) -> pd.DataFrame:
        """A row an indicator and step: value before and after, and what made the difference."""
        return self.table("trace_step")

    @property
    def stages(self) -> pd.DataFrame:
        """A row an indicator, treatment and stage: what each rule of the chain was tried for and found."""
        return self.table("trace_stage")

    @property
    def parameters(self) -> pd.DataFrame:
        """A row a rule and number that it reads; ``choice`` is the name where the number is a choice."""
        return self.table("trace_parameter")

    @property
    def sources(self) -> pd.DataFrame:
        """A row an imputed value and value that it was made from."""
        return self.table("trace_source")

    def __str__(self) -> str:
        from ._tree import told  # words are long, and few ask for them

        return told(self, "vi" if language_number() else "en")


def trace(result: Result, unit: str, node: str | None = None, *, options: Scheme | None = None,
          **settings: Any) -> Trace:
    """How ``unit`` came to its score of ``node`` (None = the index). The result must keep everything (keep="all").

    ``settings``: period, as explain_options() takes them."""
    number, given = result.unit_number(unit), _with_node(settings, node)
    with result._held():
        owned = explained("trace", result.framework, options, given, result.method._c, result.dataset._c, result._c,
                          number)
        return Trace(owned, result, unit, _period(result, options, settings))


def _period(result: Result, options: Scheme | None, settings: Mapping[str, Any]) -> float | None:
    """The one that was asked for, else the latest; None = the data have none."""
    if result.dataset.periods is None:
        return None
    told = {name: value for _, name, value in options.settings} if options is not None else settings
    wanted: Any = told.get("period")
    return result.dataset.periods[-1] if wanted is None else float(wanted)


def _with_node(settings: Mapping[str, Any], node: str | None) -> Mapping[str, Any]:
    return settings if node is None else {**settings, "node": node}


def contributions(result: Result, unit: str | None = None, reference: str | None = None, *, node: str | None = None,
                  options: Scheme | None = None, **settings: Any) -> Analysis:
    """Points of each node in a score, and in its distance to other units: they sum, exactly. Tables
    ``contribution_unit`` and ``contribution``.

    ``unit``: None = every one; ``reference``: one more unit to compare with, beside baseline, best, above, below and
    median; ``settings``: period, group, baseline."""
    number = EVERY if unit is None else result.unit_number(unit)
    other = EVERY if reference is None else result.unit_number(reference)
    with result._held():
        owned = explained("contributions", result.framework, options, _with_node(settings, node), result.method._c,
                          result._c, number, other)
    return Analysis(owned, f"contributions to {node or result.framework.index}")


def marginal(result: Result, unit: str | None = None, *, node: str | None = None, options: Scheme | None = None,
             **settings: Any) -> Analysis:
    """What an improvement of one indicator of ``unit`` (None = of every unit in turn) would bring: table ``marginal``,
    four moves an indicator: a small step, to the next quartile, the median, the best.

    ``settings``: period, move_step, hold_treatment, hold_normalization, hold_imputation."""
    number = EVERY if unit is None else result.unit_number(unit)
    with result._held():
        owned = explained("marginal", result.framework, options, _with_node(settings, node), result.method._c,
                          result.dataset._c, number)
    return Analysis(owned, f"marginal points in {node or result.framework.index}")


def climb(result: Result, unit: str, goal: Goal, target: float | str, *, costs: Any = None, caps: Any = None,
          node: str | None = None, options: Scheme | None = None, **settings: Any) -> Analysis:
    """The smallest change of each single indicator that brings ``unit`` to a goal (table ``climb``), and with ``costs``
    the cheapest combination (``climb_mix``, ``climb_plan``).

    ``goal`` and ``target``: "score" and the least score, "rank" and the worst rank, "unit" and who is to be overtaken.
    ``costs``: per unit of the raw value of every indicator; ``caps``: the farthest raw value of some. Both: indicator
    -> number, a pandas Series, or one number an indicator in the framework's order. ``settings``: period, overtake,
    cap_ranges, looks, tries, hold_treatment, hold_normalization, hold_imputation."""
    if goal not in GOALS:
        raise ValueError(f"goal is {', '.join(map(repr, GOALS))}, not {goal!r}")
    number, framework = result.unit_number(unit), result.framework
    value, other = _target(result, goal, target)
    costs_of = None if costs is None else _of_indicators(framework, costs, "costs", complete=True)
    caps_of = None if caps is None else _of_indicators(framework, caps, "caps", complete=False)
    with result._held():
        owned = explained("climb", framework, options, _with_node(settings, node), result.method._c, result.dataset._c,
                          number, GOALS[goal], value, other, *_column(costs_of), *_column(caps_of))
    return Analysis(owned, f"climb of {unit}")


def _target(result: Result, goal: str, target: float | str) -> tuple[float, int]:
    if goal == "unit":
        if not isinstance(target, str):
            raise TypeError(f"with the goal 'unit' the target is the code of a unit, not {target!r}")
        return np.nan, result.unit_number(target)
    if isinstance(target, (str, bool)) or not hasattr(target, "__float__"):
        raise TypeError(f"with the goal {goal!r} the target is a number, not {target!r}")
    return float(target), EVERY


def _of_indicators(framework: Framework, given: Any, what: str, complete: bool) -> Doubles:
    """One number an indicator, in their order; NaN where a mapping has none."""
    indicators = framework.indicators
    if not isinstance(given, (Mapping, pd.Series)):
        values = as_doubles(given, what)
        if values.shape != (len(indicators),):
            raise ValueError(f"{what}: {len(indicators)} numbers are wanted, one an indicator, not {values.shape}")
        return np.ascontiguousarray(values)
    out = np.full(len(indicators), np.nan)
    for code, value in given.items():
        out[number_of(indicators, code, "node")] = np.nan if value is None else value
    if complete and np.isnan(out).any():
        lacking = [code for code, value in zip(indicators, out) if np.isnan(value)]
        raise ValueError(f"{what}: every indicator needs one, and {', '.join(lacking)} has none")
    return out


def _column(values: Doubles | None) -> tuple[Any, int]:
    return (None, 0) if values is None else (values.ctypes, NATIVE.itemsize)


def change(before: Result, after: Result, regrouped: Dataset | None = None, *, node: str | None = None,
           options: Scheme | None = None, **settings: Any) -> Analysis:
    """Why scores changed between two results: own figures, own denominators, the others, the method, missing data, and
    with ``regrouped`` (the data before in the new units) regrouping. Tables ``change``, ``change_cause`` and
    ``change_indicator``. ``settings``: period, period_before."""
    new_units = None if regrouped is None else regrouped._c
    with held(before, after):
        owned = explained("change", after.framework, options, _with_node(settings, node), before.method._c,
                          before.dataset._c, after.method._c, after.dataset._c, new_units)
    return Analysis(owned, f"change of {node or after.framework.index}")


def check(method: Method, data: Data, before: Data | None = None, unit: str | None = None, *, node: str | None = None,
          options: Scheme | None = None, **settings: Any) -> Analysis:
    """What to look at in raw data before they are submitted: zeros that may mean missing, forgotten figures, slips of
    the unit of measurement, denominators that moved, and what each gap costs.

    ``before``: the data of the period before; ``unit``: None = all. ``settings``: those of explain_options(); limits of
    single columns by ``options``: ``explain_options().at("1.1.1", possible_upper=100)``."""
    dataset = method.dataset(data)
    earlier = None if before is None else method.dataset(before)
    number = EVERY if unit is None else number_of(dataset.units, unit, "unit")
    owned = explained("check", method.framework, options, _with_node(settings, node), method._c, dataset._c,
                      None if earlier is None else earlier._c, number)
    return Analysis(owned, f"check of {unit or f'{len(dataset.units)} units'}")
