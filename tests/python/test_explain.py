"""Explanations: the numbers of a trace arrive at the score, points sum, what is promised comes true when scored."""
from __future__ import annotations

import math
import os
import pathlib
import subprocess
from typing import Iterator

import numpy as np
import pandas as pd
import pytest

import innoscore
import world
from conftest import EXAMPLES
from innoscore import Method, Result, aggregate, change, check, climb, contributions, marginal, normalize, screen, trace
from innoscore.steps import explain_options


@pytest.fixture
def result() -> Result:
    return world.method().score(world.data())


@pytest.fixture
def vietnamese() -> Iterator[None]:
    innoscore.set_language("vi")
    yield
    innoscore.set_language("en")


# ---- the trace ------------------------------------------------------------------------------------------------------


def arrives(traced: innoscore.Trace, result: Result, unit: str) -> None:
    """Steps hand on their values; the parts of an aggregate give its score to the bit; all are the result's."""
    nodes = traced.records
    last: dict[str, float] = {}
    for step in traced.steps.itertuples():
        assert step.node not in last or equal(last[step.node], step.value_before)
        last[step.node] = step.value_after
    for code, row in nodes.iterrows():
        assert equal(row.score, result.scores.loc[unit, code])
        if row.children == 0:
            assert equal(row.score, last[code])
            continue
        parts = nodes[(nodes.parent == code) & nodes.score.notna()]
        if len(parts) > 0:
            assert math.isclose(parts.adds.sum(), row.score, rel_tol=1e-13)
            total = sum((parts.weight * parts.score).tolist()) / sum(parts.weight.tolist())
            assert total == row.score  # the order of the tree, docs/handbook/trace.md


def equal(left: float, right: float) -> bool:
    return left == right or (left != left and right != right)


def test_every_unit_arrives_at_its_score(result: Result) -> None:
    for unit in result.units:
        traced = trace(result, unit)
        assert traced.records.index[0] == "IDX" and len(traced.steps) == 4 * 4
        arrives(traced, result, unit)


def test_viet_nam_arrives(pii_method: Method, pii_data: pd.DataFrame) -> None:
    result = pii_method.score(pii_data)
    for unit in result.units[:4]:
        traced = result.explain(unit)
        assert (traced.records.children == 0).sum() == 52
        arrives(traced, result, unit)


def test_the_way_in_words(result: Result) -> None:
    text = str(result.explain("U3"))
    assert text.startswith("Unit <3>: IDX ")
    alpha = text[text.index("a  Alpha"):text.index("b  Beta")]
    assert "Raw value    90000 cases\n" in alpha and "90000 / (2030 / 1000) = 44335  (people)" in alpha
    treated = result.explain("U3").steps.query("node == 'a' and step_kind == 'treat'").iloc[0]
    assert (treated["rule"], treated["points_high"], treated["marks"]) == ("winsorize", 1, "winsorized_high")
    assert f"fails → winsorize, 1 lowered to {treated.high:.6g}: skewness" in alpha
    assert f"; 44335 → {treated.high:.6g}\n" in alpha and "× 100 = 100.00  (minmax)" in alpha
    assert "Weight       3, 75.00% of P1; adds 75.00 to its" in alpha
    assert "(less is better)" in text


def test_imputed_from_the_group(result: Result) -> None:
    traced = trace(result, "U8")
    filled = traced.sources.query("node == 'c'")
    frame = world.data().query("side == 'south' and c == c")
    assert filled.unit.tolist() == frame.index.tolist() and filled.value.tolist() == frame.c.tolist()
    assert f"mean of its group (group_mean): Unit <0> 5, Unit <2> {frame.c['U2']:.6g}, " in str(traced)
    assert f" = {frame.c.mean():.6g}\n" in str(traced)


def test_missing_siblings() -> None:
    result = world.method(filled=False).score(world.data())
    traced = trace(result, "U8")
    arrives(traced, result, "U8")
    assert "of those there" in str(traced) and "50.00% of P2, 100.00% of what is there" in str(traced)
    assert "P2  Second: –, from 0 of 2 children" in str(trace(result, "U5"))


def test_screened_out() -> None:
    steps = [screen(min_coverage=0.9), normalize(), aggregate()]
    result = Method(world.framework(), steps).score(world.data())
    text = str(trace(result, "U5"))
    assert "IDX –, without a rank; screening: 2 of 4 indicators have a value (50.0%), left out" in text
    assert "Screening  left out" in text


def test_rules_and_their_parameters() -> None:
    steps = [normalize(lower=1, log="natural").at("b", rule="goalposts", lower=2, upper=12, log="none")
             .at("d", rule="percentile_rank", log="none"),
             aggregate(rule="geometric", nonpositive="floor", floor=0.5).at("IDX", rule="copeland")]
    traced = trace(Method(world.framework(), steps).score(world.data()), "U1")
    text = str(traced)
    for words in ("goalposts given: 12 is 0, 2 is full score", "all after the logarithm",
                  "rule copeland; it compares units", "rule geometric, nonpositive = floor, floor = 0.5: exp(sum(weight × ln score) / sum(weight))"):
        assert words in text
    chosen = traced.parameters.query("node == 'a' and parameter_key == 'log'").iloc[0]
    assert chosen.choice == "natural" and traced.records.compares[["IDX", "P1", "d"]].tolist() == [1, 0, 1]


def test_vietnamese(result: Result, vietnamese: None) -> None:
    text = str(trace(result, "U3"))
    for words in ("hạng ", "Số liệu gốc", "Mẫu số", "Xử lý ngoại lai", "Khung chuẩn hóa", "đóng góp", "Thứ nhất"):
        assert words in text


def test_periods() -> None:
    result = world.method().score(world.panel(3))
    text = str(trace(result, "U3", period=2021))
    assert ", 2021\n" in text and "90001 / (2030 / 1000)" in text and "(Unit <3> 2022)" in text
    assert "90002 / (2030 / 1000)" in str(trace(result, "U3"))
    assert "90000 / (2030 / 1000)" in str(trace(result, "U3", options=explain_options(period=2020)))
    assert trace(result, "U3").steps.maximum_period.dropna().isin([2020, 2021, 2022]).all()


def test_a_part_of_the_tree(result: Result) -> None:
    assert trace(result, "U4", "P2").records.index.tolist() == ["P2", "c", "d"]
    only = trace(result, "U4", "c")
    assert only.records.index.tolist() == ["c"] and "50.00% of P2; adds " in str(only)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_as_the_program_tells_it(language: innoscore.errors.Language, pii_method: Method,
                                 tmp_path: pathlib.Path) -> None:
    program = os.environ.get("INNOSCORE_SCOREBOARD", "")
    if not program:
        pytest.skip("INNOSCORE_SCOREBOARD is not set to the path of the program")
    folder = EXAMPLES / "pii-synthetic"
    files = ["--framework", folder / "framework.csv", "--data", folder / "data.csv", "--method", folder / "method.ini"]
    ran = subprocess.run([program, *files, "--explain", "LCH", "--language", language, "--output", tmp_path / "out"],
                         capture_output=True, text=True, check=True)
    told = ran.stdout[ran.stdout.index("\nLai Châu: "):].split("\n")
    result = pii_method.score(str(folder / "data.csv"))
    innoscore.set_language(language)
    try:
        lines = [line.strip() for line in str(trace(result, "LCH")).split("\n") if line.strip()]
    finally:
        innoscore.set_language("en")
    wanted = [line.strip() for line in told if line.strip()]
    assert len(lines) > 300 and sorted(wanted[:len(lines)]) == sorted(lines)


# ---- points ---------------------------------------------------------------------------------------------------------


def test_contributions_sum(result: Result) -> None:
    made = contributions(result, reference="U0")
    parts, whole = made.contribution, made.contribution_unit
    assert set(whole.reference) == {"baseline", "best", "above", "below", "median", "unit"}
    indicators = parts[parts.node.isin(list("abcd"))].groupby(["unit", "reference"]).contribution.apply(math.fsum)
    split = whole[whole.status == "INNO_OK"].set_index(["unit", "reference"])
    largest = parts.assign(size=parts.contribution.abs()).groupby(["unit", "reference"])["size"].max()[split.index]
    off = (indicators[split.index] - split.difference).abs()
    assert len(split) > 50 and (off <= np.spacing(largest) / 2).all()
    assert (off.xs("baseline", level="reference") == 0).all()  # no part is larger than the score
    baseline = split.difference.xs("baseline", level="reference")
    assert (baseline == result.score()[baseline.index]).all()


def test_contributions_of_means_are_weights_times_differences(result: Result) -> None:
    parts = contributions(result, "U7", "U2").contribution.query("reference == 'unit'").set_index("node").contribution
    difference = result.scores.loc["U7"] - result.scores.loc["U2"]
    wanted = result.weights.effective * difference
    np.testing.assert_allclose(parts[list("abcd")], wanted[list("abcd")], atol=1e-13)


def test_contributions_to_a_node(result: Result) -> None:
    made = result.contributions("U1", node="P2", baseline=10)
    first = made.contribution_unit.iloc[0]
    assert (first.node, first.reference_score) == ("P2", 10) and set(made.contribution.node) == {"P2", "c", "d"}


# ---- what would change it -------------------------------------------------------------------------------------------


def rescored(method: Method, unit: str, **values: float) -> pd.Series:
    frame = world.data()
    for code, value in values.items():
        frame.loc[unit, code] = value
    return method.score(frame).scores["IDX"]


def test_marginal_points_come_true(result: Result) -> None:
    made = marginal(result, "U4").marginal
    assert set(made.move) == {"step", "quartile", "median", "best"} and set(made.node) == set("abcd")
    tried = made[made.new_value.notna()]
    assert len(tried) >= 8
    for row in tried.itertuples():
        assert rescored(result.method, "U4", **{row.node: row.new_value})["U4"] == row.score
        assert row.difference == row.score - result.score()["U4"]


def test_climbing_comes_true(result: Result) -> None:
    goal = float(result.score()["U1"]) + 4.0
    made = climb(result, "U1", "score", goal).climb
    reached = made[made.reached == 1]
    assert len(reached) > 0
    for row in reached.itertuples():
        before = np.nextafter(row.new_value, row.value)
        assert rescored(result.method, "U1", **{row.node: row.new_value})["U1"] >= goal
        assert rescored(result.method, "U1", **{row.node: before})["U1"] < goal


def test_climbing_with_costs_and_caps(result: Result) -> None:
    goal = float(result.score()["U1"]) + 8.0
    made = climb(result, "U1", "score", goal, costs={"a": 1, "b": 2, "c": 1, "d": 1}, caps={"d": 2.5})
    mix, plan = made.climb_mix.set_index("node"), made.climb_plan.iloc[0]
    assert mix.cap["d"] == 2.5 and mix.new_value["d"] <= 2.5 and plan.reached == 1
    assert math.isclose(plan.cost, float((mix.value_change.abs() * pd.Series({"a": 1, "b": 2, "c": 1, "d": 1})).sum()))
    assert rescored(result.method, "U1", **mix.new_value.to_dict())["U1"] == plan.score >= goal
    same = climb(result, "U1", "score", goal, costs=[1, 2, 1, 1], caps=pd.Series({"d": 2.5}))
    pd.testing.assert_frame_equal(same.climb_mix, made.climb_mix)


def test_climbing_past_a_unit(result: Result) -> None:
    order = result.ranking().index
    row = climb(result, order[3], "unit", order[2]).climb.query("reached == 1").iloc[0]
    scores = rescored(result.method, order[3], **{row.node: row.new_value})
    assert scores[order[3]] > scores[order[2]]
    ranked = climb(result, order[3], "rank", 3, overtake="tie").climb
    assert (ranked[ranked.reached == 1]["rank"] <= 3).all()


def test_climbing_refuses(result: Result) -> None:
    with pytest.raises(ValueError, match="goal is 'score', 'rank', 'unit', not 'place'"):
        climb(result, "U1", "place", 3)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="code of a unit"):
        climb(result, "U1", "unit", 3)
    with pytest.raises(TypeError, match="a number"):
        climb(result, "U1", "rank", "U3")
    with pytest.raises(ValueError, match="every indicator needs one, and c, d has none"):
        climb(result, "U1", "rank", 1, costs={"a": 1, "b": 1})
    with pytest.raises(innoscore.UnknownCodeError, match="'P3'|'P1'"):
        climb(result, "U1", "rank", 1, caps={"P1": 1})
    with pytest.raises(ValueError, match="4 numbers are wanted"):
        climb(result, "U1", "rank", 1, costs=[1, 2])
    with pytest.raises(innoscore.ArgumentError):
        climb(result, "U1", "unit", "U1")


# ---- what changed it, what to look at -------------------------------------------------------------------------------


def test_change_sums_over_causes(result: Result) -> None:
    after = world.data()
    after.loc["U2", "people"] = 4000.0
    after.loc["U6", "b"] = 4.0
    later = result.method.score(after)
    made = change(result, later)
    table, causes = made.change.set_index("unit"), made.change_cause
    assert (table.score == later.score()[table.index]).all()
    assert (table.score_before == result.score()[table.index]).all()
    sums = causes.groupby("unit").contribution.apply(math.fsum)
    split = table[table.status == "INNO_OK"]
    assert len(split) == world.UNITS
    assert (sums[split.index] == split.difference).all()
    own = causes.set_index(["unit", "cause"]).contribution
    assert own["U2", "denominators"] < 0 and own["U2", "figures"] == 0 and own["U6", "figures"] > 0
    assert own["U6", "denominators"] == 0
    pd.testing.assert_frame_equal(later.change_from(result).change_cause, causes)


def test_change_between_periods() -> None:
    result = world.method().score(world.panel(2))
    made = change(result, result, period=2021, period_before=2020).change
    assert len(made) == world.UNITS and made.score.notna().sum() > 8


def test_check_finds_a_slip(pii_method: Method, pii_data: pd.DataFrame) -> None:
    slipped = pii_data.copy()
    slipped.loc["HUE", "grdp"] *= 1000
    found = check(pii_method, slipped, before=pii_data).findings()
    row = found[(found.finding == "slip_before") & (found.unit == "HUE")].iloc[0]
    assert row.node == "grdp" and math.isclose(row.threshold, pii_data.loc["HUE", "grdp"])
    assert "HUE" in row.sentence and "grdp" in row.sentence
    assert check(pii_method, pii_data, before=pii_data, unit="HUE").findings().query("finding == 'slip_before'").empty


def test_check_with_limits_of_single_columns(result: Result) -> None:
    options = explain_options(min_peers=3).at("b", possible_upper=8)
    found = check(result.method, world.data(), options=options).findings()
    wanted = world.data().query("b > 8").index.tolist()
    assert found[found.finding == "impossible"].unit.tolist() == wanted and len(wanted) > 0
    gaps = result.check(unit="U8").check_gap
    assert set(gaps.unit) == {"U8"} and gaps.fill.tolist() == ["stays", "zero", "mean", "median"]


# ---- refusals -------------------------------------------------------------------------------------------------------


def test_unknown_codes_name_the_near_ones(result: Result) -> None:
    for call in (lambda: trace(result, "U33"), lambda: marginal(result, "U33"),
                 lambda: contributions(result, "U1", "U33"), lambda: climb(result, "U33", "rank", 1), lambda: result.check(unit="U33")):
        with pytest.raises(innoscore.UnknownCodeError, match="did you mean 'U3'") as caught:
            call()
        assert caught.value.unit == "U33"
    for call in (lambda: trace(result, "U3", "IDXX"), lambda: contributions(result, node="IDXX"),
                 lambda: change(result, result, node="IDXX"), lambda: result.check(node="IDXX")):
        with pytest.raises(innoscore.UnknownCodeError, match="did you mean 'IDX'") as caught:
            call()
        assert caught.value.node == "IDXX"


def test_wrong_keywords(result: Result) -> None:
    with pytest.raises(innoscore.UnknownKeyError, match="did you mean 'baseline'"):
        contributions(result, base_line=3)
    with pytest.raises(TypeError, match="not both"):
        trace(result, "U3", "P1", options=explain_options(period=1))
    with pytest.raises(TypeError, match="explain_options"):
        trace(result, "U3", options=normalize())


def test_what_was_not_kept_and_what_is_closed(result: Result) -> None:
    with pytest.raises(innoscore.NotKeptError):
        trace(result.method.score(world.data(), keep="scores"), "U3")
    traced = trace(result, "U3")
    result.close()
    assert "Unit <3>" in str(traced)  # it stands alone
    with pytest.raises(innoscore.ClosedError):
        trace(result, "U3")
    traced.close()
    with pytest.raises(innoscore.ClosedError):
        str(traced)
