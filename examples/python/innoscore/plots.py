"""Pictures of results with matplotlib (pip install 'innoscore[plots]').

Every function draws on ``ax``, or on a new figure with a constrained layout, and returns the Axes: save it with
ax.figure.savefig("name.png"). Nothing is shown and no setting of matplotlib is changed. Words, names and decimal marks
follow set_language(). The colours are told apart with every kind of colour vision and in print."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Mapping, NamedTuple, Sequence

import numpy as np
import pandas as pd

from . import _drawing as draw
from ._rings import Ring, rings, write_labels
from .analysis import Analysis
from .analysis import correlations as correlations_of
from .framework import Framework
from .result import Result
from .uncertainty import Uncertainty
from .weights import Weights

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FIGURE_SPACE = "\N{FIGURE SPACE}"  # as wide as a digit
FEW = 15  # a matrix with so many rows has its numbers written into its cells


def ranking(result: Result, uncertainty: Any = None, top: int | None = None, node: str | None = None, *,
            period: float | None = None, of: Literal["rank", "score"] | None = None, level: float = 0.9,
            ax: Axes | None = None) -> Axes:
    """A dot a unit, best first; with an uncertainty a line from the lower to the upper rank (or score).

    ``uncertainty``: an Uncertainty of the same node (for scores with the option score_bins), or a DataFrame, a row a
    unit, with the columns lower, upper and perhaps median. ``level``: of the intervals of an Uncertainty, 0.9 = from
    its 5 % to its 95 % quantile. ``of``: what the axis and the intervals are about, by default the rank where there are
    intervals, else the score. ``top``: only the first so many units. Those without a score come last, without a dot."""
    table = _top(result.ranking(node, period=period), top)
    shown = of if of is not None else "rank" if uncertainty is not None else "score"
    if shown not in ("rank", "score"):
        raise ValueError(f"of is 'rank' or 'score', not {of!r}")
    code = result.framework.index if node is None else node
    values = table["rank" if shown == "rank" else code]
    ax, rows = draw.axes(ax, 7.0, draw.height_of(len(table))), np.arange(len(table))
    names = table["name"] if "name" in table else table.index
    draw.rows_axis(ax, _ranked(table["rank"], names))
    if uncertainty is not None:
        name = draw.word("interval")
        name = f"{name} {draw.percent(level)}" if isinstance(uncertainty, Uncertainty) else name
        _intervals(ax, _bounds(uncertainty, shown, level).reindex(table.index), rows, name)
    else:
        ax.hlines(rows, _left(values), values, color=draw.PALE, linewidth=1.2)
    ax.plot(values, rows, "o", color=draw.BLUE, markersize=5, linestyle="none", label=draw.word(shown))
    _write_values(ax, values, shown == "score" and uncertainty is None)
    ax.set_xlabel(draw.word(shown))
    draw.number_axis(ax.xaxis)
    if shown == "rank":
        _rank_axis(ax, len(result.units))
    draw.title(ax, result.framework.name(code, draw.language()))
    if uncertainty is not None:
        draw.legend_below(ax)
    return ax


def profile(result: Result, unit: str, *, nodes: str | Sequence[str] | None = None,
            strengths: pd.DataFrame | None = None, period: float | None = None, ax: Axes | None = None) -> Axes:
    """A unit's scores beside the lowest, median and best of all units, a row a node.

    ``nodes``: by default the pillars (the children of the index, or where these are one or two, their children); a
    code: its children; else codes. ``strengths``: which have marks of their own: a DataFrame with unit, node and sign
    (1 a strength, -1 a weakness), such as the table "profile" of profile(); None = that table, where the data have no
    periods."""
    number, codes = result.unit_number(unit), _nodes(result.framework, nodes)
    scores, ranks = (_of_period(result, frame, period)[codes] for frame in (result.scores, result.ranks))
    own, lowest, best, digits = scores.loc[unit], scores.min(), scores.max(), draw.digits_of(scores.to_numpy())
    ax, rows = draw.axes(ax, 7.0, 0.5 + draw.height_of(round(1.7 * len(codes)))), np.arange(len(codes))
    names = [result.framework.name(code, draw.language()) for code in codes]
    draw.rows_axis(ax, [draw.shortened(name, 34, 2) for name in names])
    ax.tick_params(axis="y", labelsize=draw.row_size(ax, round(1.7 * len(codes))))
    ax.hlines(rows, lowest, best, color=draw.PALE, linewidth=7, label=draw.word("range"))
    ax.plot(scores.median(), rows, "|", color=draw.INK, markersize=13, markeredgewidth=1.6, label=draw.word("median"))
    ax.plot(best, rows, "D", color=draw.GREY, markersize=4, linestyle="none", label=draw.word("best"))
    _unit_marks(ax, own.to_numpy(float), _signs(result, strengths, unit, codes), result.dataset.names[number])
    for row, code in enumerate(codes):
        text = draw.word("no_score")
        if own[code] == own[code]:
            text = f"{draw.written(own[code], digits)}  ({draw.word('ranked').format(ranks.at[unit, code])})"
        ax.text(1.02, row, text, transform=ax.get_yaxis_transform(), va="center", fontsize=8, color=draw.INK)
    ax.set_xlabel(draw.word("score"))
    draw.number_axis(ax.xaxis)
    draw.title(ax, result.dataset.names[number])
    draw.legend_below(ax)
    return ax


def correlations(data: Result | Analysis | pd.DataFrame, *, nodes: str | Sequence[str] | None = None,
                 method: Literal["pearson", "spearman", "kendall"] = "pearson", period: float | None = None,
                 names: Mapping[str, str] | None = None, ax: Axes | None = None) -> Axes:
    """A heat map of correlations, with the numbers where there are few.

    ``data``: a Result (its indicators' final values, or those of ``nodes``: codes, or a code for its children), an
    analysis with the table "correlation", such a table (node, other, correlation), or a square DataFrame. ``method``:
    of a Result. What is not known (no pairs, a constant) is left grey."""
    if isinstance(data, Result):
        framework = data.framework
        codes = list(framework.indicators) if nodes is None else _nodes(framework, nodes)
        names = {code: framework.name(code, draw.language()) for code in codes} if names is None else names
        pairs = correlations_of(_of_period(data, data.scores, period)[codes], correlation=method)
        matrix = _square(pairs.table("correlation")).reindex(index=codes, columns=codes)
    else:
        matrix = _square(data.table("correlation") if isinstance(data, Analysis) else data)
        matrix = matrix.loc[list(nodes), list(nodes)] if nodes is not None else matrix
    count = len(matrix)
    side = 3.6 + min(count, 60) * (0.42 if count <= FEW else 0.11)
    ax = draw.axes(ax, side + 0.8, side)
    labels = [draw.shortened(text, 34, 2) if count <= FEW else str(code)
              for code, text in zip(matrix.columns, draw.named(matrix.columns, names))]
    image = _matrix(ax, matrix, labels, labels, "RdBu", -1.0, 1.0)
    ax.set_aspect("equal")
    _bar(ax, image, draw.word("correlation"))
    if count <= FEW:
        _write_cells(ax, image, matrix.to_numpy(float), 2)
    return ax


def rank_heat_map(data: Any, *, top: int | None = None, names: Mapping[str, str] | None = None,
                  ax: Axes | None = None) -> Axes:
    """How often each unit has each rank: a row a unit, a column a rank, darker = more often.

    ``data``: an Uncertainty, or a DataFrame of shares (0..1) as its rank_frequencies, a row a unit, a column a rank.
    ``top``: only the first so many units, by mean rank. ``names``: code -> name of the units."""
    frame, names = _shares(data, names)
    ranks = np.array([float(rank) for rank in frame.columns])
    total = frame.sum(axis="columns")
    mean = (frame.to_numpy(float) @ ranks) / total.where(total > 0)
    frame = _top(frame.loc[mean.sort_values(kind="stable", na_position="last").index], top)
    ax = draw.axes(ax, 4.4 + 0.17 * min(frame.shape[1], 60), max(2.8, draw.height_of(len(frame))))
    ticks, rows = [f"{rank:g}" for rank in ranks], [draw.shortened(name, 34) for name in draw.named(frame.index, names)]
    most = max(float(frame.max().max()), 1e-9)
    image = _matrix(ax, frame, rows, ticks, "Blues", 0.0, most, 0.6)
    ax.set_xlabel(draw.word("rank"))
    marked = draw.rank_ticks(int(ranks.max()))
    kept = [k for k, rank in enumerate(ranks) if len(ranks) <= FEW or rank in marked]
    ax.set_xticks(kept, [ticks[k] for k in kept], rotation=0, fontsize=8)
    _bar(ax, image, draw.word("share"))
    if max(frame.shape) <= FEW:
        _write_cells(ax, image, frame.to_numpy(float), 2)
    return ax


def waterfall(data: Any, unit: str | None = None, *, reference: str = "best", result: Result | None = None,
              nodes: str | Sequence[str] | None = None, start: float | None = None, top: int = 12,
              names: Mapping[str, str] | None = None, ends: tuple[str, str] | None = None,
              ax: Axes | None = None) -> Axes:
    """The parts of a difference, one under the other: each begins where the last one ended.

    ``data``: what contributions() gives (the way from a ``reference``, "best", "median", "above", "below", "unit" or
    "baseline", to the score of ``unit``, by ``nodes``, by default the pillars; wants ``result``), what change() gives
    (from the score before to the score after, by cause), or a Series, label -> points. ``start``: where a Series
    begins, so that both ends are shown. ``top``: the largest so many parts in their order, the rest in one.
    ``names``: label -> name; ``ends``: names of the two scores."""
    way = _way(data, unit, reference, result, nodes, start)
    parts = _largest(way.parts, top)
    begins = (way.start or 0.0) + np.concatenate([[0.0], np.cumsum(parts.to_numpy(float))])
    has_ends, shown = way.start is not None, draw.named(parts.index, names if names is not None else way.names)
    first, last = ends if ends is not None else way.ends
    labels = [first, *shown, last] if has_ends else shown
    ax = draw.axes(ax, 7.0, 0.3 + draw.height_of(round(1.4 * len(labels))))
    draw.rows_axis(ax, [draw.shortened(label, 36, 2) for label in labels])
    ax.tick_params(axis="y", labelsize=draw.row_size(ax, round(1.4 * len(labels))))
    rows = np.arange(len(parts)) + has_ends
    ax.barh(rows, parts, left=begins[:-1], height=0.62, edgecolor="white", linewidth=0,
            color=[draw.BLUE if part >= 0 else draw.VERMILLION for part in parts],
            hatch=["" if part >= 0 else "///" for part in parts])
    digits = draw.digits_of(begins)
    for row, part, begin, end in zip(rows, parts, begins, begins[1:]):
        _beside(ax, max(begin, end), row, ("+" if part > 0 else "") + draw.written(part, digits))
    tops = np.arange(len(begins)) + has_ends - 1  # from the row above each joint to the row below
    inner = (tops >= 0) & (tops + 1 < len(labels))
    ax.vlines(begins[inner], tops[inner], tops[inner] + 1, color=draw.GREY, linewidth=0.8)
    if has_ends:
        ax.plot(begins[[0, -1]], [0, len(labels) - 1], "D", color=draw.INK, markersize=6, linestyle="none")
        _beside(ax, begins[0], 0, draw.written(begins[0], digits))
        _beside(ax, begins[-1], len(labels) - 1, draw.written(begins[-1], digits))
    _span(ax, begins, has_ends)
    ax.set_xlabel(draw.word("score" if has_ends else "points"))
    draw.number_axis(ax.xaxis)
    if way.title:
        draw.title(ax, way.title)
    return ax


def sunburst(framework: Framework, result: Result | None = None, unit: str | None = None, *,
             period: float | None = None, ax: Axes | None = None) -> Axes:
    """The framework as rings: the index inside, indicators outside, angles by their share of the index.

    With a result and a unit the colours are the unit's scores, else the pillars. Names that do not fit become codes,
    and codes that do not fit are left out; shares in percent stand at a depth where all have room for them."""
    if (result is None) != (unit is None):
        raise ValueError("a sunburst with scores needs both the result and the unit")
    ax = draw.axes(ax, 8.0 if result is not None else 7.0, 7.0)
    shares = (result.weights if result is not None else Weights(framework).to_dataframe())["effective"]
    drawn = rings(framework, shares)
    ax.set(xlim=(-1.01, 1.01), ylim=(-1.01, 1.01), aspect="equal")
    ax.set_axis_off()
    if result is not None and unit is not None:
        title = result.dataset.names[result.unit_number(unit)]
        colours = _score_colours(ax, drawn, _of_period(result, result.scores, period), unit)
        draw.title(ax, title)
    else:
        colours = _branch_colours(framework, drawn)
    _wedges(ax, drawn, colours)
    write_labels(ax, framework, drawn, {code: draw.ink_on(colour or draw.MISSING) for code, colour in colours.items()})
    return ax


# ---- rows and values ------------------------------------------------------------------------------------------------


def _top(table: pd.DataFrame, top: int | None) -> pd.DataFrame:
    if top is None:
        return table
    if isinstance(top, bool) or not isinstance(top, int) or top < 1:
        raise ValueError(f"top is a number of rows from 1 on, not {top!r}")
    return table.head(top)


def _ranked(ranks: pd.Series, names: Any) -> list[str]:
    """Names with their ranks, one under the other."""
    shown = ["\N{EN DASH}" if rank != rank else f"{rank:g}" for rank in ranks]
    wide = max(map(len, shown), default=0)
    return [f"{draw.shortened(str(name), 34)}  {rank.rjust(wide, FIGURE_SPACE)}" for name, rank in zip(names, shown)]


def _rank_axis(ax: Axes, count: int) -> None:
    ax.set_xlim(0.3, count + 0.7)
    ax.set_xticks(draw.rank_ticks(count))


def _left(values: pd.Series) -> float:
    """Where the axis of scores begins: 0 where it is not far away."""
    low, high = values.min(), values.max()
    return 0.0 if low >= 0 and low < 0.8 * high or low != low else float(low - 0.05 * (high - low))


def _write_values(ax: Axes, values: pd.Series, written: bool) -> None:
    size, digits = draw.row_size(ax, len(values)), draw.digits_of(values)
    for row, value in enumerate(values):
        if value != value:
            ax.text(0.01, row, draw.word("no_score"), transform=ax.get_yaxis_transform(), va="center", fontsize=size,
                    color=draw.GREY)
        elif written:
            _beside(ax, value, row, draw.written(value, digits), 0.9 * size)
    if written and values.notna().any():
        left, high = _left(values), float(values.max())
        ax.set_xlim(left, high + 0.14 * (high - left) if high > left else high + 1.0)


def _intervals(ax: Axes, bounds: pd.DataFrame, rows: Any, name: str) -> None:
    ax.hlines(rows, bounds["lower"], bounds["upper"], color=draw.SKY, linewidth=4.5, alpha=0.75, label=name)
    if "median" in bounds:
        ax.plot(bounds["median"], rows, "|", color=draw.INK, markersize=8, markeredgewidth=1.4,
                label=draw.word("median"))


def _bounds(uncertainty: Any, shown: Literal["rank", "score"], level: float) -> pd.DataFrame:
    """lower, upper and perhaps median of each unit."""
    if isinstance(uncertainty, Uncertainty):
        ends = uncertainty.quantiles((0.5 - level / 2, 0.5, 0.5 + level / 2), of=shown)
        return ends.set_axis(["lower", "median", "upper"], axis="columns")
    if not isinstance(uncertainty, pd.DataFrame):
        raise TypeError(f"uncertainty is an Uncertainty or a DataFrame, not {type(uncertainty).__name__}")
    table = uncertainty.set_index("unit") if "unit" in uncertainty.columns else uncertainty
    if not {"lower", "upper"} <= set(table.columns):
        raise ValueError(f"uncertainty has no columns lower and upper; it has {', '.join(map(str, table.columns))}")
    return table[[name for name in ("lower", "median", "upper") if name in table.columns]]


def _of_period(result: Result, frame: pd.DataFrame, period: float | None) -> pd.DataFrame:
    if result.dataset.periods is None:
        if period is not None:
            raise ValueError("these data have no periods")
        return frame
    return frame.xs(result._period(period), level="period")


def _nodes(framework: Framework, nodes: str | Sequence[str] | None) -> list[str]:
    if nodes is None:
        return pillars(framework)
    if isinstance(nodes, str):
        found = list(framework.children(nodes))
        if not found:
            raise ValueError(f"{nodes!r} is an indicator, and has no children to show")
        return found
    return [framework.codes[framework.number(code)] for code in nodes]


def pillars(framework: Framework) -> list[str]:
    """The children of the index, or where these are one or two aggregates, their children."""
    found = list(framework.children(framework.index))
    below = [child for code in found for child in framework.children(code)]
    return below if len(found) <= 2 and below else found


def _signs(result: Result, strengths: pd.DataFrame | None, unit: str, codes: list[str]) -> Any:
    if strengths is None:
        if result.dataset.periods is not None:
            return np.zeros(len(codes))
        strengths = result.profile().table("profile")
    of_unit = strengths[strengths["unit"] == unit].drop_duplicates("node").set_index("node")["sign"]
    return of_unit.reindex(codes).fillna(0).to_numpy(float)


def _unit_marks(ax: Axes, own: Any, signs: Any, name: str) -> None:
    kinds = ((0, "o", draw.BLUE, draw.shortened(name, 24)), (1, "^", draw.GREEN, draw.word("strength")),
             (-1, "v", draw.VERMILLION, draw.word("weakness")))
    for sign, mark, colour, label in kinds:
        rows = np.flatnonzero(signs == sign)
        if len(rows) > 0:
            ax.plot(own[rows], rows, mark, color=colour, markersize=8, markeredgecolor="white", linestyle="none",
                    label=label)


# ---- matrices -------------------------------------------------------------------------------------------------------


def _square(data: Any) -> pd.DataFrame:
    if not isinstance(data, pd.DataFrame):
        raise TypeError(f"correlations() wants a Result, an Analysis or a DataFrame, not {type(data).__name__}")
    if {"node", "other", "correlation"} <= set(data.columns):
        codes = list(dict.fromkeys([*data["node"], *data["other"]]))
        matrix = pd.DataFrame(np.eye(len(codes)), index=codes, columns=codes)
        for node, other, value in zip(data["node"], data["other"], data["correlation"]):
            matrix.at[node, other] = matrix.at[other, node] = value
        return matrix
    if list(data.index) != list(data.columns):
        raise ValueError("the DataFrame is neither square with equal labels nor a table of node, other, correlation")
    return data


def _shares(data: Any, names: Mapping[str, str] | None) -> tuple[pd.DataFrame, Mapping[str, str] | None]:
    if isinstance(data, Uncertainty):
        if names is None and data._compiled is not None:
            names = dict(zip(data._compiled.dataset.units, data._compiled.dataset.names))
        return data.rank_frequencies, names
    if not isinstance(data, pd.DataFrame):
        raise TypeError(f"rank_heat_map() wants an Uncertainty or a DataFrame of shares, not {type(data).__name__}")
    frame = data.set_index("unit") if "unit" in data.columns else data
    if bool((frame < 0).any().any()) or bool((frame.sum(axis="columns") > 1 + 1e-9).any()):
        raise ValueError("shares of ranks are not below 0 and sum to at most 1 a unit; divide counts by the replicates")
    return frame, names


def _matrix(ax: Axes, frame: pd.DataFrame, rows: list[str], columns: list[str], colours: str, low: float, high: float,
            power: float = 1.0) -> Any:
    """``power``: below 1 gives small values more colour than their share."""
    from matplotlib.colors import PowerNorm

    scale = PowerNorm(power, low, high)
    image = ax.imshow(frame.to_numpy(float), cmap=colours, norm=scale, aspect="auto", interpolation="nearest")
    ax.set_facecolor(draw.MISSING)
    size = draw.row_size(ax, len(rows))
    ax.set_yticks(np.arange(len(rows)), rows, fontsize=size)
    ax.set_xticks(np.arange(len(columns)), columns, fontsize=size, rotation=90)
    ax.tick_params(length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)
    return image


def _bar(ax: Axes, image: Any, label: str) -> None:
    bar = ax.figure.colorbar(image, ax=ax, shrink=0.7, pad=0.02)
    bar.set_label(label)
    bar.outline.set_visible(False)
    draw.number_axis(bar.ax.yaxis)


def _write_cells(ax: Axes, image: Any, values: Any, digits: int) -> None:
    size = 0.85 * draw.row_size(ax, len(values))
    for (row, column), value in np.ndenumerate(values):
        if value == value:
            ink = draw.ink_on(image.cmap(image.norm(value))[:3])
            ax.text(column, row, draw.written(value, digits), ha="center", va="center", fontsize=size, color=ink)


# ---- waterfall ------------------------------------------------------------------------------------------------------


class Way(NamedTuple):
    """What a waterfall shows; start None = from 0 without ends."""

    parts: pd.Series
    names: Mapping[str, str]
    start: float | None
    ends: tuple[str, str]
    title: str = ""


def _way(data: Any, unit: str | None, reference: str, result: Result | None, nodes: str | Sequence[str] | None,
         start: float | None) -> Way:
    if isinstance(data, Analysis):
        if unit is None:
            raise ValueError("the parts of which unit? give unit=")
        if "change_cause" in data.tables:
            return _of_change(data, unit, result)
        if "contribution" in data.tables:
            return _of_contributions(data, unit, reference, result, nodes)
        raise ValueError(f"waterfall() wants contributions or a change; this analysis has {', '.join(data.tables)}")
    if isinstance(data, Mapping):
        data = pd.Series(dict(data), dtype=float)
    if not isinstance(data, pd.Series):
        raise TypeError(f"waterfall() wants an Analysis or a Series, label -> points, not {type(data).__name__}")
    return Way(_known(data), {}, start, (draw.word("start"), draw.word("end")))


def _known(parts: pd.Series) -> pd.Series:
    found = parts.dropna()
    if len(found) == 0:
        raise ValueError("there are no parts: every value is missing")
    return found


def _record(table: pd.DataFrame, **wanted: str) -> pd.Series:
    """The one record with these values; its status says whether there are parts."""
    found = table[np.logical_and.reduce([table[name] == value for name, value in wanted.items()])]
    if len(found) == 0:
        asked = ", ".join(f"{name} {value!r}" for name, value in wanted.items())
        raise ValueError(f"the analysis has no record of {asked}")
    if found.iloc[0]["status"] != "INNO_OK":
        raise ValueError(f"there are no parts of {', '.join(map(repr, wanted.values()))}: {found.iloc[0]['status']}")
    return found.iloc[0]


def _of_change(change: Analysis, unit: str, result: Result | None) -> Way:
    whole, causes = _record(change.table("change"), unit=unit), change.table("change_cause")
    parts = causes[causes["unit"] == unit].set_index("cause")["contribution"]
    begin = whole["score_before"] if whole["score_before"] == whole["score_before"] else whole["score_regrouped"]
    names = {cause: draw.word("others_data" if cause == "others" else cause) for cause in parts.index}
    return Way(_known(parts), names, float(begin), (draw.word("start"), draw.word("end")), _unit_name(result, unit))


def _of_contributions(split: Analysis, unit: str, reference: str, result: Result | None,
                      nodes: str | Sequence[str] | None) -> Way:
    if result is None:
        raise ValueError("which nodes, and what are they called? give result=")
    whole = _record(split.table("contribution_unit"), unit=unit, reference=reference)
    parts = split.table("contribution")
    chosen = parts[(parts["unit"] == unit) & (parts["reference"] == reference)].set_index("node")["contribution"]
    codes = _nodes(result.framework, nodes)
    names = {code: result.framework.name(code, draw.language()) for code in codes}
    other = whole["reference_unit"]
    begin = _unit_name(result, other) if other is not None else draw.word(reference)
    return Way(_known(chosen.reindex(codes)), names, float(whole["reference_score"]), (begin, _unit_name(result, unit)))


def _unit_name(result: Result | None, unit: str) -> str:
    return unit if result is None else result.dataset.names[result.unit_number(unit)]


def _largest(parts: pd.Series, top: int) -> pd.Series:
    """The largest parts in their order, and the sum of the others."""
    if isinstance(top, bool) or not isinstance(top, int) or top < 1:
        raise ValueError(f"top is a number of parts from 1 on, not {top!r}")
    if len(parts) <= top + 1:  # one other would take as much room as itself
        return parts
    order = np.argsort(-np.abs(parts.to_numpy(float)), kind="stable")
    kept, rest = np.sort(order[:top]), order[top:]
    others = pd.Series([parts.iloc[rest].sum()], index=[draw.word("others").format(len(rest))])
    return pd.concat([parts.iloc[kept], others])


def _beside(ax: Axes, x: float, row: int, text: str, size: float = 8.0) -> None:
    ax.annotate(text, (x, row), (6, 0), textcoords="offset points", va="center", fontsize=size)


def _span(ax: Axes, begins: Any, has_ends: bool) -> None:
    """Room for the numbers; parts alone are seen from 0."""
    low, high = float(begins.min()), float(begins.max())
    wide = high - low if high > low else 1.0
    ax.set_xlim(low - (0.05 * wide if has_ends or low < 0 else 0.0), high + 0.18 * wide)
    if low < 0 < high:
        ax.axvline(0.0, color=draw.INK, linewidth=0.8)


# ---- sunburst -------------------------------------------------------------------------------------------------------


def _branch_colours(framework: Framework, drawn: list[Ring]) -> dict[str, Any]:
    """Each pillar has a colour, what is below it a lighter one, what is above is grey."""
    own = {code: draw.BRANCHES[k % len(draw.BRANCHES)] for k, code in enumerate(pillars(framework))}
    parents, colours = {node.code: node.parent for node in framework.nodes}, {}
    for ring in drawn:
        steps, code = 0, ring.code
        while code not in own and parents[code] is not None:
            steps, code = steps + 1, str(parents[code])
        colours[ring.code] = draw.lighter(own[code], min(0.3 * steps, 0.75)) if code in own else draw.PALE
    return colours


def _score_colours(ax: Axes, drawn: list[Ring], scores: pd.DataFrame, unit: str) -> dict[str, Any]:
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import Normalize

    known = scores.to_numpy(float)
    known = known[np.isfinite(known)]
    low, high = (float(known.min()), float(known.max())) if len(known) > 0 else (0.0, 1.0)
    scale = ScalarMappable(Normalize(low, high if high > low else low + 1.0), "cividis")
    _bar(ax, scale, draw.word("score"))
    own = scores.loc[unit].dropna()
    return {ring.code: scale.to_rgba(own[ring.code])[:3] if ring.code in own else None for ring in drawn}


def _wedges(ax: Axes, drawn: list[Ring], colours: Mapping[str, Any]) -> None:
    from matplotlib.patches import Patch, Wedge

    missing = {"facecolor": draw.MISSING, "hatch": "////", "edgecolor": "#C4C4C4", "linewidth": 0.0}
    for ring in drawn:
        at = (0.0, 0.0), ring.outer, 90.0 - np.degrees(ring.end), 90.0 - np.degrees(ring.begin)
        if colours[ring.code] is None:
            ax.add_patch(Wedge(*at, width=ring.outer - ring.inner, gid=ring.code, **missing))
        else:
            ax.add_patch(Wedge(*at, width=ring.outer - ring.inner, gid=ring.code, facecolor=colours[ring.code],
                               edgecolor="white", linewidth=0.8))
    if any(colour is None for colour in colours.values()):
        ax.legend(handles=[Patch(label=draw.word("no_value"), **missing)], loc="lower left", fontsize=8, frameon=False)
