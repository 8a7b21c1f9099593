"""Plots: what is drawn is what the tables say, and every word lies inside of the picture."""
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

import innoscore  # noqa: E402
from innoscore import _drawing, _rings, plots  # noqa: E402
from matplotlib import pyplot  # noqa: E402
from matplotlib.axes import Axes  # noqa: E402
from matplotlib.patches import Wedge  # noqa: E402
from matplotlib.text import Text  # noqa: E402

SOURCE = Path(__file__).resolve().parents[2]
DATA = SOURCE / "examples/data"
LONG = "Thành phố trực thuộc Trung ương Thừa Thiên Huế mở rộng"


@pytest.fixture(autouse=True)
def figures():
    """Settings of matplotlib and the language are as before; figures are closed."""
    before = dict(matplotlib.rcParams)
    yield
    assert dict(matplotlib.rcParams) == before
    pyplot.close("all")
    innoscore.set_language("en")


@pytest.fixture(scope="module")
def tai(tai_method) -> innoscore.Result:
    return tai_method.score(DATA / "tai/data.csv")


@pytest.fixture(scope="module")
def pii(pii_framework) -> innoscore.Result:
    return innoscore.Method(pii_framework).score(DATA / "pii-synthetic/data.csv")


@pytest.fixture(scope="module")
def drawn_pii(pii) -> innoscore.Uncertainty:
    return pii.uncertainty(n=400, seed=3, score_bins=100, score_low=0.0, score_high=100.0, progress=False)


def world(units: int, gaps: bool = False, names: list[str] | None = None) -> innoscore.Result:
    """Seven pillars of two indicators with as many units as wanted; with gaps one unit has no figures at all."""
    nodes = [{"code": f"{p}.{k}", "parent": str(p), "name_vi": f"Chỉ tiêu thứ {k} của trụ cột {p}"}
             for p in range(1, 8) for k in (1, 2)]
    nodes += [{"code": str(p), "parent": "I", "name_vi": f"Trụ cột số {p}: trình độ phát triển"} for p in range(1, 8)]
    framework = innoscore.Framework([*nodes, {"code": "I", "name": "Index", "name_vi": "Chỉ số"}])
    random = np.random.default_rng(units)
    values = random.uniform(10, 90, (units, 14))
    if gaps:
        values[random.uniform(size=values.shape) < 0.2] = np.nan
        values[0] = np.nan
    frame = pd.DataFrame(values, columns=list(framework.indicators))
    frame.insert(0, "unit", [f"u{k}" for k in range(units)])
    frame.insert(1, "name", names or [f"Tỉnh {k}" for k in range(units)])
    steps = [innoscore.normalize(rule="goalposts", lower=0, upper=100), innoscore.aggregate()]
    return innoscore.Method(framework, steps).score(frame)


def texts_inside(ax: Axes) -> list[str]:
    """All visible texts; each must lie inside of its figure."""
    figure = ax.figure
    figure.canvas.draw()
    renderer, (width, height), seen = figure.canvas.get_renderer(), figure.canvas.get_width_height(), []
    ticks = {id(tick) for one in figure.axes for axis in (one.xaxis, one.yaxis)
             for tick in _labels_of(axis) if not _shown(axis, tick)}
    for text in figure.findobj(Text):
        if not text.get_visible() or not text.get_text().strip() or id(text) in ticks:
            continue
        box = text.get_window_extent(renderer)
        assert box.x0 > -1 and box.y0 > -1 and box.x1 < width + 1 and box.y1 < height + 1, (text.get_text(), box)
        seen.append(text.get_text())
    return seen


def _labels_of(axis) -> list[Text]:
    return [label for tick in (*axis.get_major_ticks(), *axis.get_minor_ticks()) for label in (tick.label1, tick.label2)]


def _shown(axis, label: Text) -> bool:
    """Whether a tick is drawn: those beyond the limits and those of a hidden axis are not."""
    low, high = sorted(axis.get_view_interval())
    at = label.get_position()[0 if axis.axis_name == "x" else 1]
    return axis.axes.axison and low - 1e-9 <= at <= high + 1e-9


def apart(labels: list[Text]) -> bool:
    """Whether no label of rows lies over the next one."""
    boxes = sorted((label.get_window_extent() for label in labels if label.get_text()), key=lambda box: box.y0)
    return all(low.y1 <= high.y0 + 0.5 for low, high in zip(boxes, boxes[1:]))


def line(ax: Axes, label: str):
    return next(one for one in ax.lines if one.get_label() == label)


# ---- every function, many worlds ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("units, gaps, language", [
    (1, False, "vi"), (2, False, "en"), (5, True, "vi"), (34, False, "vi"), (34, True, "en"), (150, True, "vi"),
])
def test_every_function_returns_axes_with_texts_inside(units, gaps, language):
    innoscore.set_language(language)
    result = world(units, gaps, [LONG] + [f"Tỉnh số {k}" for k in range(1, units)])
    shares = pd.DataFrame(np.full((units, units), 1 / units), index=list(result.units), columns=range(1, units + 1))
    drawn = [
        plots.ranking(result), plots.profile(result, result.units[-1]), plots.profile(result, "u0", nodes="1"),
        plots.rank_heat_map(shares, names=dict(zip(result.units, result.dataset.names))),
        plots.sunburst(result.framework), plots.sunburst(result.framework, result, result.units[0]),
        plots.waterfall(pd.Series({LONG: 1.0, "b": -2.0}), start=3.0),
    ]
    if units > 2:
        drawn.append(plots.correlations(result))
    for ax in drawn:
        assert isinstance(ax, Axes)
        assert texts_inside(ax)


def test_given_axes_are_used_and_their_names_are_kept_apart(pii, drawn_pii):
    figure, axes = pyplot.subplots(2, 2, figsize=(16, 14), layout="constrained")
    assert plots.ranking(pii, drawn_pii, ax=axes[0, 0]) is axes[0, 0]
    assert plots.rank_heat_map(drawn_pii, ax=axes[0, 1]) is axes[0, 1]
    assert plots.profile(pii, "HNO", ax=axes[1, 0]) is axes[1, 0]
    assert plots.sunburst(pii.framework, ax=axes[1, 1]) is axes[1, 1]
    texts_inside(axes[0, 0])
    assert apart(axes[0, 0].get_yticklabels()) and apart(axes[1, 0].get_yticklabels())
    assert pyplot.get_fignums() == [figure.number]


# ---- ranking -----------------------------------------------------------------------------------------------------------


def test_ranking_has_scores_best_first_and_all_names(pii):
    ax, table = plots.ranking(pii), pii.ranking()
    assert line(ax, "Score").get_xdata().tolist() == table["PII"].tolist()
    words = [label.get_text() for label in ax.get_yticklabels()]
    assert len(words) == 34 and apart(ax.get_yticklabels())
    assert words[0].split() == [*table["name"].iloc[0].split(), "1"]


def test_ranking_with_intervals_shows_the_quantiles(pii, drawn_pii):
    ax, order = plots.ranking(pii, drawn_pii, top=10), pii.ranking().index[:10]
    quantiles = drawn_pii.quantiles((0.05, 0.5, 0.95)).loc[order].to_numpy()
    ends = np.array([segment[:, 0] for segment in ax.collections[0].get_segments()])
    assert np.array_equal(ends, quantiles[:, [0, 2]])
    assert line(ax, "Median").get_xdata().tolist() == quantiles[:, 1].tolist()
    assert line(ax, "Rank").get_xdata().tolist() == list(range(1, 11))
    assert "Interval 90 %" in texts_inside(ax)


def test_ranking_of_scores_with_intervals(pii, drawn_pii):
    ax = plots.ranking(pii, drawn_pii, of="score", level=0.5)
    wanted = drawn_pii.quantiles((0.25, 0.75), of="score").loc[pii.ranking().index].to_numpy()
    assert np.array_equal([segment[:, 0] for segment in ax.collections[0].get_segments()], wanted)


def test_ranking_takes_a_frame_and_leaves_unknown_units_without_a_line(tai):
    frame = pd.DataFrame({"unit": ["Finland", "Japan"], "lower": [1.0, 2.0], "upper": [3.0, 5.0]})
    segments = plots.ranking(tai, frame).collections[0].get_segments()
    drawn = {int(segment[0, 1]): segment[:, 0].tolist() for segment in segments if len(segment) > 0}
    assert drawn == {0: [1, 3], 3: [2, 5]}


def test_ranking_says_who_has_no_score():
    innoscore.set_language("vi")
    ax = plots.ranking(world(5, gaps=True))
    assert [text.get_text() for text in ax.texts if text.get_text() == "không có điểm"] == ["không có điểm"]
    assert ax.get_yticklabels()[-1].get_text().startswith("Tỉnh 0")


def test_ranking_of_a_period(pii):
    data = pii.dataset.to_dataframe().reset_index()
    result = pii.method.score(pd.concat([data.assign(period=2024), data.iloc[::-1].assign(period=2025)]))
    assert line(plots.ranking(result, period=2024), "Score").get_xdata()[0] == result.score()[2024].max()
    assert texts_inside(plots.profile(result, "HNO", period=2024))
    with pytest.raises(ValueError, match="2024, 2025"):
        plots.ranking(result, period=2020)


# ---- profile -----------------------------------------------------------------------------------------------------------


def test_profile_shows_the_unit_beside_the_others(pii):
    pillars = [str(k) for k in range(1, 8)]
    assert plots.pillars(pii.framework) == pillars
    ax, scores = plots.profile(pii, "HUE"), pii.scores[pillars]
    assert line(ax, "Median").get_xdata().tolist() == scores.median().tolist()
    assert line(ax, "Best").get_xdata().tolist() == scores.max().tolist()
    table = pii.profile().table("profile")
    signs = table[table["unit"] == "HUE"].set_index("node")["sign"].loc[pillars]
    weak = scores.loc["HUE", signs.index[signs == -1]]
    assert len(weak) > 0 and line(ax, "Weakness").get_xdata().tolist() == weak.tolist()
    shown = sum(len(one.get_xdata()) for one in ax.lines if one.get_label() in ("Huế", "Strength", "Weakness"))
    assert shown == 7


def test_profile_takes_strengths(tai):
    given = pd.DataFrame({"unit": ["Japan"], "node": ["PATENTS"], "sign": [1]})
    ax = plots.profile(tai, "Japan", strengths=given)
    assert line(ax, "Strength").get_xdata().tolist() == [tai.scores.at["Japan", "PATENTS"]]
    assert len(line(ax, "Japan").get_xdata()) == 7


# ---- matrices ----------------------------------------------------------------------------------------------------------


def test_correlations_are_those_of_the_values(tai):
    ax = plots.correlations(tai)
    wanted = tai.scores[list(tai.framework.indicators)].corr()
    assert np.allclose(ax.images[0].get_array(), wanted, rtol=0, atol=1e-12)
    assert [text.get_text() for text in ax.texts][1] == f"{wanted.iloc[0, 1]:.2f}"
    spearman = plots.correlations(tai, method="spearman").images[0].get_array()
    assert np.allclose(spearman, tai.scores[list(tai.framework.indicators)].corr("spearman"), rtol=0, atol=1e-12)


def test_many_correlations_have_no_numbers(pii):
    ax = plots.correlations(pii)
    assert ax.images[0].get_array().shape == (52, 52) and len(ax.texts) == 0
    assert len(plots.correlations(pii, nodes=plots.pillars(pii.framework)).texts) == 49


def test_correlations_take_analyses_tables_and_squares(tai):
    codes = ["PATENTS", "ROYALTIES", "INTERNET"]
    analysis = innoscore.correlations(tai.scores[codes])
    square = tai.scores[codes].corr()
    for data in (analysis, analysis.table("correlation"), square):
        assert np.allclose(plots.correlations(data).images[0].get_array(), square, rtol=0, atol=1e-12)
    square.iloc[0, 1] = np.nan
    assert np.ma.getmaskarray(plots.correlations(square).images[0].get_array())[0].tolist() == [False, True, False]


def test_rank_heat_map_equals_the_shares_of_the_tally(pii, drawn_pii):
    ax, shares = plots.rank_heat_map(drawn_pii), drawn_pii.rank_frequencies
    mean = (shares * np.arange(1, 35)).sum(axis="columns").sort_values(kind="stable")
    assert np.array_equal(ax.images[0].get_array(), shares.loc[mean.index].to_numpy())
    names = dict(zip(pii.units, pii.dataset.names))
    assert [label.get_text() for label in ax.get_yticklabels()] == [names[unit] for unit in mean.index]
    assert plots.rank_heat_map(drawn_pii, top=5).images[0].get_array().shape == (5, 34)


# ---- waterfall ---------------------------------------------------------------------------------------------------------


def bars(ax: Axes) -> list[tuple[float, float]]:
    return [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in ax.patches]


def test_a_waterfall_goes_from_end_to_end(pii):
    ax = plots.waterfall(pii.contributions("HUE"), "HUE", result=pii)
    found, score = bars(ax), pii.score()
    assert len(found) == 7 and found[0][0] == score.max()
    assert found[-1][1] == pytest.approx(score["HUE"], abs=1e-11)
    assert all(end == pytest.approx(begin, abs=1e-11) for (_, end), (begin, _) in zip(found, found[1:]))
    words = [label.get_text() for label in ax.get_yticklabels()]
    assert words[0] == "TP. Hồ Chí Minh" and words[-1] == "Huế" and len(words) == 9


def test_a_waterfall_of_a_change_has_its_causes(pii):
    data = pii.dataset.to_dataframe()
    data.loc["HUE"] *= 1.2
    after = pii.method.score(data)
    innoscore.set_language("vi")
    ax = plots.waterfall(after.change_from(pii), "HUE", result=pii)
    assert bars(ax)[0][0] == pii.score()["HUE"] and bars(ax)[-1][1] == pytest.approx(after.score()["HUE"], abs=1e-11)
    assert "Mẫu số của đơn vị" in texts_inside(ax)


def test_small_parts_become_one():
    parts = pd.Series(np.arange(1.0, 31.0), index=[f"p{k}" for k in range(30)])
    ax = plots.waterfall(parts, top=5)
    assert len(bars(ax)) == 6 and bars(ax)[-1][1] == parts.sum()
    assert ax.get_yticklabels()[-1].get_text() == "25 others"
    assert len(bars(plots.waterfall(parts, top=29))) == 30


# ---- sunburst ----------------------------------------------------------------------------------------------------------


def wedges(ax: Axes) -> dict[str, Wedge]:
    return {patch.get_gid(): patch for patch in ax.patches if isinstance(patch, Wedge)}


def test_a_sunburst_has_a_wedge_a_node_with_its_share(pii):
    found, shares = wedges(plots.sunburst(pii.framework)), pii.weights["effective"]
    assert set(found) == set(pii.framework.codes)
    for code, wedge in found.items():
        assert (wedge.theta2 - wedge.theta1) / 360 == pytest.approx(shares[code], abs=1e-12)


def test_nodes_without_weight_have_no_wedge(pii):
    method = innoscore.Method(pii.framework, weights={"1.1.1": 0})
    ax = plots.sunburst(pii.framework, method.score(pii.dataset), "HNO")
    assert set(pii.framework.codes) - set(wedges(ax)) == {"1.1.1"}


@pytest.mark.parametrize("language", ["en", "vi"])
def test_labels_lie_inside_of_their_wedges(pii, language):
    """The four corners of each label, measured by the renderer, against radii and angles of its wedge."""
    innoscore.set_language(language)
    ax = plots.sunburst(pii.framework, pii, "HUE")
    ax.figure.canvas.draw()
    found, labels = wedges(ax), [text for text in ax.texts if text.get_gid()]
    assert len(labels) >= 70
    renderer = ax.figure.canvas.get_renderer()
    unit = np.hypot(*(ax.transData.transform((0, 1)) - ax.transData.transform((0, 0))))
    for label in labels:
        wedge, (x, y), turn = found[label.get_gid()], label.get_position(), np.radians(label.get_rotation())
        label.set_rotation(0)
        box = label.get_window_extent(renderer)
        half = np.array([[box.width, box.height]]) / 2 / unit * np.array([[1, 1], [1, -1], [-1, 1], [-1, -1]])
        corners = np.array([x, y]) + half @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        radii, slack = np.hypot(*corners.T), 0.004
        assert (radii <= wedge.r + slack).all(), label.get_text()
        if wedge.width < wedge.r:
            middle = np.radians((wedge.theta1 + wedge.theta2) / 2)
            off = np.angle(np.exp(1j * (np.arctan2(corners[:, 1], corners[:, 0]) - middle)))
            allowed = np.radians(wedge.theta2 - wedge.theta1) / 2
            assert (np.abs(off) * radii <= allowed * radii + slack).all(), label.get_text()
            assert (corners @ [np.cos(middle), np.sin(middle)] >= wedge.r - wedge.width - slack).all(), label.get_text()


def test_a_missing_value_has_a_hatch(pii):
    found = wedges(plots.sunburst(pii.framework, pii, "HUE"))
    missing = [code for code in pii.framework.codes if np.isnan(pii.scores.at["HUE", code])]
    assert missing and [code for code, wedge in found.items() if wedge.get_hatch()] == missing


def test_rings_of_a_flat_framework_leave_no_hole_unfilled(tai_framework):
    found = _rings.rings(tai_framework, innoscore.Weights(tai_framework).to_dataframe()["effective"])
    assert found[0].inner == 0 and {ring.outer for ring in found[1:]} == {1.0}
    assert sum(ring.end - ring.begin for ring in found[1:]) == pytest.approx(2 * np.pi)


# ---- words and refusals ------------------------------------------------------------------------------------------------


def test_numbers_follow_the_language(tai):
    innoscore.set_language("vi")
    assert _drawing.written(-1.25, 2) == "\N{MINUS SIGN}1,25" and _drawing.percent(0.125) == "12,5 %"
    words = texts_inside(plots.ranking(tai))
    assert "0,745" in words and "Điểm" in words and not any("." in word for word in words if word[0].isdigit())


@pytest.mark.parametrize("call, kind, words", [
    (lambda r: plots.ranking(r, of="place"), ValueError, "'rank' or 'score'"),
    (lambda r: plots.ranking(r, top=0), ValueError, "from 1 on"),
    (lambda r: plots.ranking(r, pd.DataFrame({"low": [1]})), ValueError, "lower and upper"),
    (lambda r: plots.ranking(r, [1, 2]), TypeError, "not list"),
    (lambda r: plots.ranking(r, period=2020), ValueError, "no periods"),
    (lambda r: plots.ranking(r, node="TAJ"), innoscore.InnoError, "TAI"),
    (lambda r: plots.profile(r, "Finlan"), innoscore.InnoError, "Finland"),
    (lambda r: plots.profile(r, "Finland", nodes="PATENTS"), ValueError, "no children"),
    (lambda r: plots.correlations(pd.DataFrame({"a": [1.0]})), ValueError, "neither square"),
    (lambda r: plots.correlations([[1.0]]), TypeError, "not list"),
    (lambda r: plots.rank_heat_map(pd.DataFrame({1: [3.0]})), ValueError, "divide counts"),
    (lambda r: plots.rank_heat_map({}), TypeError, "not dict"),
    (lambda r: plots.waterfall([1, 2]), TypeError, "not list"),
    (lambda r: plots.waterfall({"a": float("nan")}), ValueError, "no parts"),
    (lambda r: plots.waterfall({"a": 1.0}, top=0), ValueError, "from 1 on"),
    (lambda r: plots.waterfall(r.contributions("Japan")), ValueError, "give unit="),
    (lambda r: plots.waterfall(r.contributions("Japan"), "Japan"), ValueError, "give result="),
    (lambda r: plots.waterfall(r.contributions("Finland"), "Finland", reference="above", result=r), ValueError, "NODATA"),
    (lambda r: plots.waterfall(r.influence(), "Japan"), ValueError, "contributions or a change"),
    (lambda r: plots.sunburst(r.framework, r), ValueError, "both the result and the unit"),
])
def test_refusals(tai, call, kind, words):
    with pytest.raises(kind, match=words):
        call(tai)


def run(code: str) -> str:
    """What a new interpreter prints."""
    there = {**os.environ, "PYTHONPATH": str(Path(innoscore.__file__).parents[1])}
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=there).stdout


def test_without_matplotlib_the_sentence_says_what_to_install():
    said = run("import sys; sys.modules['matplotlib'] = None\nimport innoscore\n"
               "framework = innoscore.Framework([{'code': 'a', 'parent': 'I'}, {'code': 'I'}])\n"
               "try: innoscore.plots.sunburst(framework)\nexcept ImportError as error: print(error)")
    assert "pip install 'innoscore[plots]'" in said


def test_importing_innoscore_does_not_import_matplotlib():
    assert run("import innoscore, sys; print('matplotlib' in sys.modules)").strip() == "False"
