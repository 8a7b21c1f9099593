"""Analyses: their numbers beside NumPy's and pandas', words for what has a name, sentences in two languages."""
from __future__ import annotations

import pathlib
import pickle
from typing import Any, Iterator

import numpy as np
import pandas as pd
import pytest

import innoscore
import world
from innoscore import Analysis, Method, Result, analysis, audit, normalize
from innoscore.steps import audit_options


@pytest.fixture(scope="module")
def audited(pii_method: Method) -> Analysis:
    from conftest import EXAMPLES

    return audit(pii_method, str(EXAMPLES / "pii-synthetic/data.csv"))


@pytest.fixture
def pii(pii_method: Method, pii_data: pd.DataFrame) -> Result:
    return pii_method.score(pii_data)


@pytest.fixture
def vietnamese() -> Iterator[None]:
    innoscore.set_language("vi")
    yield
    innoscore.set_language("en")


@pytest.fixture
def matrix() -> pd.DataFrame:
    random = np.random.default_rng(5)
    common = random.normal(size=(40, 1))
    values = common + random.normal(size=(40, 5))
    return pd.DataFrame(values, columns=list("vwxyz"), index=[f"unit {k}" for k in range(40)])


# ---- matrices beside NumPy ------------------------------------------------------------------------------------------


def test_correlations(matrix: pd.DataFrame) -> None:
    table = innoscore.correlations(matrix).correlation
    wanted = np.corrcoef(matrix.to_numpy(), rowvar=False)
    place = {code: k for k, code in enumerate(matrix.columns)}
    got = [wanted[place[row.node], place[row.other]] for row in table.itertuples()]
    assert len(table) == 10 and (table["count"] == 40).all() and set(table.p_rule) == {"t"}
    np.testing.assert_allclose(table.correlation, got, atol=1e-15)


@pytest.mark.parametrize("kind", ["pearson", "spearman", "kendall"])
def test_correlations_with_gaps(matrix: pd.DataFrame, kind: str) -> None:
    matrix.iloc[[3, 9], 1] = np.nan
    matrix.iloc[[9, 20], 4] = np.nan
    table = innoscore.correlations(matrix, correlation=kind, adjust="none").correlation
    if kind == "kendall":
        wanted = [kendall(matrix[row.node], matrix[row.other]) for row in table.itertuples()]
    else:
        ranked = [(matrix[[row.node, row.other]].dropna(), kind) for row in table.itertuples()]
        wanted = [np.corrcoef((pair.rank() if kind == "spearman" else pair).to_numpy().T)[0, 1] for pair, _ in ranked]
    np.testing.assert_allclose(table.correlation, wanted, atol=1e-14)
    assert table.set_index(["node", "other"])["count"]["w", "z"] == 37
    assert (table.p_adjusted == table.p_value).all()


def kendall(left: pd.Series, right: pd.Series) -> float:
    """Without ties: concordant minus discordant pairs."""
    both = pd.concat([left, right], axis=1).dropna().to_numpy()
    signs = [np.sign((both[:, k, None] - both[None, :, k])) for k in (0, 1)]
    return float((signs[0] * signs[1]).sum() / (len(both) * (len(both) - 1)))


def test_weighted_correlations(matrix: pd.DataFrame) -> None:
    weights = np.arange(1.0, 41.0)
    table = innoscore.correlations(matrix, unit_weights=weights).correlation
    covariance = np.cov(matrix.to_numpy(), rowvar=False, aweights=weights)
    first = table.iloc[0]
    assert np.isclose(first.correlation, covariance[0, 1] / np.sqrt(covariance[0, 0] * covariance[1, 1]), atol=1e-14)
    assert np.isnan(first.p_value) and first.p_rule == "none"
    again = innoscore.correlations(matrix, unit_weights=weights[::-1][::-1].tolist()).correlation
    pd.testing.assert_frame_equal(again, table)


def test_partial_correlations(matrix: pd.DataFrame) -> None:
    table = innoscore.partial(matrix).partial.set_index(["node", "other"]).correlation
    precision = np.linalg.inv(np.corrcoef(matrix.to_numpy(), rowvar=False))
    wanted = -precision[0, 3] / np.sqrt(precision[0, 0] * precision[3, 3])
    assert np.isclose(table["v", "y"], wanted, atol=1e-13)
    held = innoscore.partial(matrix, ["v", "z"]).partial
    rest = {code: residual(matrix[code], matrix[["v", "z"]]) for code in "wxy"}
    assert held[["node", "other"]].to_numpy().tolist() == [["w", "x"], ["w", "y"], ["x", "y"]]
    np.testing.assert_allclose(held.correlation, [np.corrcoef(rest[a], rest[b])[0, 1] for a, b in ("wx", "wy", "xy")],
                               atol=1e-13)
    plain = innoscore.partial(matrix.to_numpy(), [0, 4]).partial
    assert plain[["node", "other"]].to_numpy().tolist() == [[1, 2], [1, 3], [2, 3]]
    assert plain.correlation.tolist() == held.correlation.tolist()
    with pytest.raises(innoscore.UnknownCodeError, match="no column 9"):
        innoscore.partial(matrix.to_numpy(), [9])
    with pytest.raises(ValueError, match="twice"):
        innoscore.partial(matrix, ["v", "v"])


def residual(values: pd.Series, held: pd.DataFrame) -> Any:
    design = np.column_stack([np.ones(len(held)), held.to_numpy()])
    return values - design @ np.linalg.lstsq(design, values, rcond=None)[0]


def alpha(values: pd.DataFrame) -> float:
    count = values.shape[1]
    return count / (count - 1) * (1 - values.var().sum() / values.sum(axis=1).var())


def test_reliability(matrix: pd.DataFrame) -> None:
    made = innoscore.reliability(matrix)
    row = made.reliability.iloc[0]
    assert np.isclose(row.alpha, alpha(matrix), rtol=1e-13) and row.parent is None and row.status == "INNO_OK"
    items = made.item.set_index("node")
    for code in matrix.columns:
        assert np.isclose(items.alpha[code], alpha(matrix.drop(columns=code)), rtol=1e-13)
    assert np.isclose(items.item_total["w"], np.corrcoef(matrix.w, matrix.drop(columns="w").sum(axis=1))[0, 1])


def test_components(matrix: pd.DataFrame) -> None:
    made = innoscore.components(matrix, rotation="none", retain="count", components=2)
    eigenvalues = np.linalg.eigvalsh(np.corrcoef(matrix.to_numpy(), rowvar=False))[::-1]
    np.testing.assert_allclose(made.component.eigenvalue, eigenvalues, rtol=1e-13)
    scores = made.component_score
    assert set(scores.unit) == set(matrix.index) and len(scores) == 80 and made.components.retained[0] == 2
    promax = innoscore.components(matrix, rotation="promax", retain="count", components=2).factor_correlation
    assert promax[["component", "other"]].to_numpy().tolist() == [[0, 1]]  # components, no columns


def test_statistics(matrix: pd.DataFrame) -> None:
    matrix.iloc[0, 0] = np.nan
    made = innoscore.statistics(matrix, [0.1, 0.9])
    table = made.statistics.set_index("node")
    np.testing.assert_allclose(table["mean"], matrix.mean(), rtol=1e-14)
    np.testing.assert_allclose(table.sd, matrix.std(), rtol=1e-14)
    np.testing.assert_allclose(table.skewness, matrix.skew(), rtol=1e-12)
    np.testing.assert_allclose(table["kurtosis"], matrix.kurt(), rtol=1e-12)
    wanted = matrix.quantile([0.1, 0.9]).T.to_numpy().ravel()
    np.testing.assert_allclose(made.quantile.value, wanted, rtol=1e-13)
    assert made.unit_coverage.unit.tolist() == matrix.index.tolist() and made.unit_coverage.coverage[0] == 0.8


def test_development() -> None:
    random = np.random.default_rng(2)
    wealth = pd.Series(random.lognormal(3, 1, 30), index=[f"U{k}" for k in range(30)])
    scores = 10 + 5 * np.log(wealth) + random.normal(size=30)
    made = innoscore.development(scores, wealth[::-1], curve="linear")
    slope, constant = np.polyfit(np.log(wealth), scores, 1)
    np.testing.assert_allclose(made.coefficient.coefficient, [constant, slope], rtol=1e-12)
    table = made.expectation
    assert table.unit.tolist() == wealth.index.tolist()
    np.testing.assert_allclose(table.residual, scores - constant - slope * np.log(wealth), atol=1e-12)
    with pytest.raises(ValueError, match="development: 2 values for 30 rows"):
        innoscore.development(scores, [1.0, 2.0])


def test_any_layout(matrix: pd.DataFrame) -> None:
    wanted = innoscore.correlations(matrix).correlation.correlation
    values = matrix.to_numpy()
    for given in (np.asfortranarray(values), np.repeat(values, 2, axis=0)[::2], values.tolist(),
                  matrix.astype("Float64"), np.ma.masked_invalid(values)):
        assert innoscore.correlations(given).correlation.correlation.tolist() == wanted.tolist()
    with pytest.raises(ValueError, match="rows and columns are wanted"):
        innoscore.correlations([1.0, 2.0])
    with pytest.raises(TypeError, match="not a number|not numbers"):
        innoscore.correlations(matrix.assign(v="text"))
    with pytest.raises(innoscore.InfiniteError) as caught:
        innoscore.correlations(matrix.replace(matrix.iloc[4, 2], np.inf))
    assert caught.value.node == "x"


# ---- an index -------------------------------------------------------------------------------------------------------


def test_audit_beside_numpy(audited: Analysis, pii: Result) -> None:
    scores = pii.scores
    table = audited.parent
    got = [np.corrcoef(scores[row.node], scores[row.other])[0, 1] for row in table.itertuples()
           if scores[[row.node, row.other]].notna().all().all()]
    whole = [scores[[row.node, row.other]].notna().all().all() for row in table.itertuples()]
    assert sum(whole) > 200
    np.testing.assert_allclose(table.correlation[whole], got, atol=1e-13)
    family = audited.reliability.set_index("parent")
    for parent in ("1.1", "1.2", "INPUT"):
        children = scores[list(pii.framework.children(parent))]
        assert np.isclose(family.alpha[parent], alpha(children), rtol=1e-12)


def test_removal_beside_scoring_without(audited: Analysis, pii: Result) -> None:
    removed = audited.removed.query("node == '7'").set_index("unit")
    without = pii.score("6") * 0.5 + pii.score("INPUT") * 0.5  # OUTPUT is its only child then
    np.testing.assert_allclose(removed.score, without[removed.index], rtol=1e-14)
    assert (removed["shift"] == removed["rank"] - removed.rank_before).all()
    alone = innoscore.removal(pii.method, pii.dataset)
    pd.testing.assert_frame_equal(alone.removal, audited.removal)


def test_profile_beside_ranks(pii: Result) -> None:
    table = pii.profile(group="region").profile
    ranks = [pii.ranks.loc[row.unit, row.node] for row in table.itertuples()]
    np.testing.assert_array_equal(table["rank"], ranks)
    peers = [pii.ranks_by("region").loc[row.unit, row.node] for row in table.itertuples()]
    np.testing.assert_array_equal(table.group_rank, peers)


def test_coherence_of_steps_and_denominators(pii: Result) -> None:
    raw = pii.coherence(step="raw", orient=False).sibling.iloc[0]
    values = pii.values("raw")[[raw.node, raw.other]]
    assert np.isclose(raw.correlation, np.corrcoef(values.to_numpy().T)[0, 1], atol=1e-13)
    assert set(pii.coherence().denominator.other) == set(pii.framework.denominators)
    assert pii.coherence(denominators=False).denominator.empty
    with pytest.raises(ValueError, match="no step 'impute'"):
        pii.coherence(step="impute")


def test_influence_and_families(pii: Result, audited: Analysis) -> None:
    pd.testing.assert_frame_equal(pii.influence().influence, audited.influence)
    alone = innoscore.families(pii).reliability
    pd.testing.assert_frame_equal(alone, audited.reliability[audited.reliability.parent.notna()].reset_index(drop=True))


def test_comparison(pii: Result) -> None:
    steps = [innoscore.denominate(), innoscore.treat(), normalize(rule="zscore"), innoscore.aggregate()]
    other = Method(pii.framework, steps)
    scored = other.score(pii.dataset)
    made = innoscore.comparison({"official": pii, "z": scored})
    row = made.comparison.set_index("node").loc["PII"]
    assert row["result"] == "z"
    assert np.isclose(row.pearson, np.corrcoef(pii.score(), scored.score())[0, 1], rtol=1e-13)
    assert row.max_shift == (pii.rank() - scored.rank()).abs().max()
    assert innoscore.comparison([pii, scored]).comparison["result"].unique().tolist() == [1]
    with pytest.raises(innoscore.ArgumentError):
        innoscore.comparison([pii])


def test_correlations_of_coinr(shared: pathlib.Path) -> None:
    folder = shared / "reference/coinr"
    wanted = pd.read_csv(folder / "09_corr/cor_raw_pearson.csv", index_col=0, float_precision="round_trip")
    data = pd.read_csv(folder / "ASEM_iData.csv", float_precision="round_trip")[list(wanted.columns)].astype(float)
    table = innoscore.correlations(data).correlation
    got = [wanted.loc[row.node, row.other] for row in table.itertuples()]
    assert len(got) == 49 * 48 / 2
    np.testing.assert_allclose(table.correlation, got, atol=1e-14)


# ---- words, tables, people ------------------------------------------------------------------------------------------


def test_findings(audited: Analysis) -> None:
    found = audited.findings()
    assert found.columns.tolist() == ["finding", "severity", "node", "other", "unit", "value", "threshold", "sentence"]
    assert {"dominant", "silent", "same_values"} <= set(found.finding) and found.severity.isin([1, 2, 3]).all()
    first = found[found.finding == "dominant"].iloc[0]
    assert f"'{first.node}' almost is '{first.other}'" in first.sentence
    flagged = audited.parent[audited.parent.flag == "dominant"].groupby("other").node.agg(list)
    alone = {nodes[0] for nodes in flagged if len(nodes) == 1}  # docs/handbook/audit.md
    assert set(found[found.finding == "dominant"].node) == alone


def test_findings_in_vietnamese(audited: Analysis, vietnamese: None) -> None:
    sentences = audited.findings().sentence
    assert sentences.str.contains("tương quan").any() and not sentences.str.contains("almost is").any()
    assert "tương quan" in audited._repr_html_()


def test_tables_and_attributes(audited: Analysis) -> None:
    assert "removal" in audited.tables and "removal" in dir(audited) and "climb" not in audited.tables
    pd.testing.assert_frame_equal(audited.removal, audited.table("removal"))
    assert audited.climb.empty and "node" in audited.climb.columns
    numbers = audited.table("finding", words=False)
    assert numbers.finding.dtype == np.int64 and numbers.node.dtype == np.int64
    assert len(audited.removed) == 77 * 34 and audited.removed.node.iloc[0] == "1.1.1"
    with pytest.raises(AttributeError, match="did you mean 'removal'"):
        audited.removals
    with pytest.raises(innoscore.UnknownKeyError):
        audited.table("correlatio")
    assert not hasattr(audited, "_nothing")


def test_for_people(audited: Analysis) -> None:
    assert "audit of PII; statistics 52" in repr(audited)
    page = audited._repr_html_()
    assert page.startswith("<p><b>audit of PII</b></p><ol><li>") and page.count("<details>") == len(audited.tables) - 1
    assert page.count("<li>") == len(audited.findings())


def test_options(pii: Result) -> None:
    strict = pii.audit(redundant=0.5, min_alpha=0.9)
    assert (strict.findings().finding == "redundant").sum() > (pii.audit().findings().finding == "redundant").sum()
    again = audit(pii.method, pii.dataset, options=audit_options(redundant=0.5, min_alpha=0.9))
    pd.testing.assert_frame_equal(again.findings(), strict.findings())
    with pytest.raises(innoscore.UnknownKeyError, match="did you mean 'redundant'"):
        pii.audit(redundent=0.5)
    with pytest.raises(innoscore.OptionValueError):
        pii.audit(redundant=7)
    with pytest.raises(innoscore.MissingColumnError):
        pii.audit(development="nothing")
    assert "development" in pii.audit(development="grdp").tables


def test_life(matrix: pd.DataFrame) -> None:
    with innoscore.correlations(matrix) as made:
        assert len(made.correlation) == 10
    for call in (lambda: made.correlation, lambda: made.tables, lambda: made.findings(), lambda: made._repr_html_()):
        with pytest.raises(innoscore.ClosedError, match="Analysis was closed"):
            call()
    assert "closed" in repr(made) and isinstance(dir(made), list)
    with pytest.raises(TypeError, match="pickled"):
        pickle.dumps(innoscore.correlations(matrix))


def test_every_number_that_has_a_name_gets_it() -> None:
    """No kind, cause or status stays a number in any table that this file and its neighbours can make."""
    result = world.method().score(world.data())
    made = [result.audit(), result.explain("U8"), result.contributions(), result.marginal(),
            result.climb("U1", "rank", 3), result.change_from(result), result.check(), result.verify(result.ranking()[["rank", "IDX"]])]
    named = {*analysis.PERIODS, *innoscore._words.FAMILIES, *innoscore._words.SUMS, *innoscore._words.STATUSES,
             *innoscore._words.NODES, *innoscore._words.UNITS, "rule", "step_kind", "weight_rule", "parameter_key"}
    for one in made:
        for name in one.tables:
            table = one.table(name)
            for column in named & set(table.columns):
                assert all(cell is None or isinstance(cell, str) for cell in table[column]), (name, column)
