"""Verification of published tables: misprints are found, what was printed honestly is not accused."""
from __future__ import annotations

import pathlib

import numpy as np
import pandas as pd
import pytest

import innoscore
import world
from conftest import EXAMPLES
from innoscore import Framework, Method, Publication, Result, implied_weights, verify


@pytest.fixture
def result() -> Result:
    return world.method().score(world.data())


def printed(result: Result, decimals: int = 2) -> pd.DataFrame:
    """Scores of the aggregates as texts, rounded half up as no tie is among them, and ranks."""
    texts = {node: [f"{score:.{decimals}f}" for score in result.score(node)] for node in ("IDX", "P1", "P2")}
    return pd.DataFrame({**texts, "rank": result.rank()}, index=result.rows)


def test_an_honest_table_agrees(result: Result) -> None:
    made = verify(printed(result), result.method, result)
    assert made.findings().empty
    assert set(made.verified_score.verdict) == {"agrees"} and len(made.verified_score) == 3 * world.UNITS
    assert set(made.verified_rank.verdict) == {"agrees"}
    parts = made.verified_parts.groupby("node").verdict.agg(set)
    assert parts["IDX"] == {"agrees"} and parts["P1"] == {"none"}  # its indicators were not printed
    whole = made.verified_node.iloc[0]
    assert whole.node is None and whole.agreeing == 36 and whole.disagreeing == 0 and whole.rounding == "half_up"


def test_a_planted_misprint_is_found(result: Result) -> None:
    table = printed(result)
    truth = table.loc["U7", "P1"]
    table.loc["U7", "P1"] = truth[1::-1] + truth[2:] if truth[0] != truth[1] else "11.11"
    found = result.verify(table).findings()
    row = found[found.finding == "score_differs"].iloc[0]
    assert (row.node, row.unit, row.severity) == ("P1", "U7", 3) and row.value == float(table.loc["U7", "P1"])
    assert row.threshold == result.scores.loc["U7", "P1"]
    assert table.loc["U7", "P1"] in row.sentence and "U7" in row.sentence


def test_without_a_result_the_table_is_held_against_itself(result: Result) -> None:
    table = printed(result)
    table.loc["U2", "IDX"] = "99.00"
    against_parts = verify(table, result.method).findings()
    assert "parts_differ" in set(against_parts.finding) and set(against_parts.unit) == {"U2"}
    order = verify(table, result.framework).findings()
    assert "rank_order" in set(order.finding)
    row = order[order.finding == "rank_order"].iloc[0]
    assert "U2" in (row.unit, row.other) and row.node == "IDX"


def test_ranks(result: Result) -> None:
    table = printed(result)
    best, second = result.ranking().index[:2]
    table.loc[[best, second], "rank"] = [2.0, 1.0]
    made = result.verify(table)
    assert (made.verified_rank.verdict == "disagrees").sum() == 2
    assert {"rank_differs"} <= set(made.findings().finding)
    only = result.verify(pd.DataFrame({"rank:P1": result.rank("P1"), "P1": result.score("P1").round(1)}))
    assert only.findings().empty and set(only.verified_rank.node) == {"P1"}


def test_decimals_are_those_that_were_printed(result: Result) -> None:
    table = pd.DataFrame({"IDX": ["46.50", "46.5", 46.5, None, ""]}, index=[f"U{k}" for k in range(5)])
    shown = verify(table, result.framework).verified_score
    assert shown.decimals.tolist() == [2, 1, 1] and shown.unit.tolist() == ["U0", "U1", "U2"]
    numbers = pd.DataFrame({"IDX": [46.5, 46.25, 13.0]}, index=["U0", "U1", "U2"])
    assert verify(numbers, result.framework).verified_score.decimals.tolist() == [2, 2, 2]
    assert verify(numbers, result.framework, decimals=4).verified_score.decimals.tolist() == [4, 4, 4]
    assert verify(numbers, result.framework, decimals={"IDX": 3}).verified_score.decimals.tolist() == [3, 3, 3]
    # 46.50 is not 46.5: of 46.52 the one disagrees
    framework = Framework([{"code": "I"}, {"code": "x", "parent": "I"}])
    method = Method(framework, [innoscore.normalize(rule="none"), innoscore.aggregate()])
    scored = method.score(pd.DataFrame({"x": [46.52, 46.52]}, index=["A", "B"]))
    verdicts = scored.verify(pd.DataFrame({"I": ["46.50", "46.5"]}, index=["A", "B"])).verified_score.verdict
    assert verdicts.tolist() == ["disagrees", "agrees"]


def test_roundings(result: Result) -> None:
    cut = pd.DataFrame({"IDX": [f"{np.floor(score * 10) / 10:.1f}" for score in result.score()]}, index=result.units)
    other = result.verify(cut).findings()
    assert other.finding.tolist()[:1] == ["rounding_other"] and other.other[0] == "truncated"
    assert result.verify(cut, rounding="truncated").findings().empty


def test_implied_weights(result: Result) -> None:
    made = implied_weights(printed(result, 6), result.method)
    weights = made.implied_weight.set_index(["parent", "node"])
    assert np.isclose(weights.weight["IDX", "P1"], 2 / 3, atol=1e-6) and np.isclose(weights.share["IDX", "P1"], 2 / 3)
    assert made.findings().empty
    implied = made.implied.set_index("node")
    assert implied.explicable["IDX"] == 1 and implied.status["P1"] == "INNO_E_NODATA"
    claimed = Method(world.framework(), list(result.method.steps), weights={"P1": 5})
    found = implied_weights(printed(result, 6), claimed).findings()
    assert found.finding.tolist() == ["weights_other"] and found.node[0] == "IDX"


def test_published_ranks_of_the_handbook(tai_method: Method, tai_data: pd.DataFrame) -> None:
    scored = tai_method.score(tai_data)
    made = scored.verify(EXAMPLES / "tai/published_equal.csv")
    assert len(made.verified_rank) == 23 and set(made.verified_rank.verdict) == {"agrees"} and made.findings().empty


def test_a_file_is_read_as_texts(result: Result, tmp_path: pathlib.Path) -> None:
    printed(result).rename_axis("unit").assign(name="x", source="y").to_csv(tmp_path / "p.csv")
    made = result.verify(tmp_path / "p.csv")
    assert made.findings().empty and set(made.verified_score.decimals) == {2}
    frame = printed(result).reset_index().assign(note="z")
    pd.testing.assert_frame_equal(result.verify(frame).verified_score, made.verified_score)


def test_units_that_the_result_lacks(result: Result) -> None:
    table = printed(result)
    table.loc["U99"] = ["1.00", "1.00", "1.00", 13.0]
    found = result.verify(table).findings()
    assert "unit_unknown" in set(found.finding) and set(found.unit) == {"U99"}


def test_a_publication_serves_many_questions(result: Result) -> None:
    with Publication(result.framework, printed(result)) as publication:
        assert result.verify(publication).findings().empty
        made = implied_weights(publication, result.method)
        with pytest.raises(TypeError, match="decimals"):
            verify(publication, result.method, decimals=2)
    assert len(made.implied) == 3
    with pytest.raises(innoscore.ClosedError):
        verify(publication, result.method)


def test_vietnamese(result: Result) -> None:
    table = printed(result)
    table.loc["U7", "P1"] = "1.11"
    found = result.verify(table)
    innoscore.set_language("vi")
    try:
        sentence = found.findings().sentence[0]
    finally:
        innoscore.set_language("en")
    assert "U7" in sentence and "1.11" in sentence and sentence != found.findings().sentence[0]


def test_refusals(result: Result) -> None:
    table = printed(result)
    with pytest.raises(ValueError, match="'IDXX' of the published table is no node; did you mean 'IDX'"):
        result.verify(table.rename(columns={"IDX": "IDXX"}))
    with pytest.raises(innoscore.UnknownCodeError, match="did you mean 'IDX'"):
        result.verify(table.rename(columns={"rank": "rank:IDXX"}))
    with pytest.raises(ValueError, match="'rank' and 'rank:IDX' are about the same numbers"):
        result.verify(table.assign(**{"rank:IDX": 1.0}))
    with pytest.raises(innoscore.TextError):
        result.verify(table.assign(IDX="4,5"))
    with pytest.raises(innoscore.NoDataError):
        result.verify(table[[]])
    with pytest.raises(innoscore.DuplicateError):
        result.verify(pd.concat([table, table]))
    with pytest.raises(TypeError, match="DataFrame or the path"):
        result.verify([1, 2])
    with pytest.raises(innoscore.UnknownKeyError, match="rounding"):
        result.verify(table, roundings="truncated")
    with pytest.raises(innoscore.ArgumentError):
        verify(table, Framework([*world.NODES, {"code": "e", "parent": "P2"}]), result)
