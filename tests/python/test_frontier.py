"""Frontiers: Compind's scores, the duality of linear programs, and single cases that are known."""
from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

import innoscore
from innoscore import benefit_of_doubt, frontier


@pytest.fixture(scope="module")
def values() -> pd.DataFrame:
    return pd.DataFrame(np.random.default_rng(2).uniform(10, 90, (12, 3)), columns=["x", "y", "z"],
                        index=[f"u{k}" for k in range(12)])


@pytest.mark.parametrize("name, options", [("bod_bli_raw", {}), ("bod_constr_bli_up20_lo05", {"share_lower": 0.05,
                                                                                             "share_upper": 0.2})])
def test_scores_are_those_of_compind(shared, name, options):
    found = benefit_of_doubt(pd.read_csv(shared / "reference" / "compind" / "BLI_2017.csv", index_col=0), **options)
    expected = pd.read_csv(shared / "reference" / "compind" / f"{name}.csv", index_col=0)["score"]
    np.testing.assert_allclose(found.score, expected, rtol=1e-9)
    assert (found.units[["primal", "dual", "gap"]] <= 1e-9).all().all() and found.units["error"].isna().all()


def test_multipliers_prove_the_score(values):
    found = benefit_of_doubt(values)
    sums = values.to_numpy() @ found.multipliers.to_numpy().T  # unit's values under the weights of each
    assert (sums <= 1 + 1e-9).all()
    np.testing.assert_allclose(np.diag(sums), found.score, rtol=1e-9)
    np.testing.assert_allclose(found.shares.sum(axis=1), 1, rtol=1e-9)
    mixed = {unit: (values.loc[rows["peer"]].to_numpy() * rows["weight"].to_numpy()[:, None]).sum(0)
             for unit, rows in found.peers.groupby("unit")}
    for unit in values.index:  # duality: a mixture of others is 1 / score times as good
        assert (mixed[unit] >= values.loc[unit] / found.score[unit] * (1 - 1e-9)).all()
        assert math.isclose(found.peers.loc[found.peers["unit"] == unit, "weight"].sum(), 1, rel_tol=1e-9)
    np.testing.assert_allclose(found.targets, values.div(found.score, axis=0), rtol=1e-9)


def test_bounds_of_one_indicator_and_orders_hold(values):
    found = benefit_of_doubt(values, share_lower={"x": 0.3}, share_upper=pd.Series({"y": 0.25}), orders=[("x", "z")])
    assert (found.shares["x"] >= 0.3 - 1e-9).all() and (found.shares["y"] <= 0.25 + 1e-9).all()
    assert (found.shares["x"] >= found.shares["z"] - 1e-9).all()
    assert (found.score <= benefit_of_doubt(values).score + 1e-12).all()
    tied = benefit_of_doubt(values, ratios=[("x", "y", 1, 1), ("y", "z", 1, 1)])  # the plain sum, scaled
    np.testing.assert_allclose(tied.score, values.sum(axis=1) / values.sum(axis=1).max(), rtol=1e-9)


def test_other_rules(values):
    common = frontier(values, "common_weights")
    assert np.ptp(common.multipliers.to_numpy(), axis=0).max() == 0
    assert (common.score <= benefit_of_doubt(values).score + 1e-9).all()
    order = frontier(values, "order_m", draws=5)
    assert (order.score >= frontier(values, "order_m", draws=500).score - 1e-12).all()
    directional = frontier(values, "directional")
    np.testing.assert_allclose(directional.score, 1 / (1 + directional.units["distance"]), rtol=1e-12)
    bads = frontier(values, "undesirable", less_is_better={"z": 1})
    assert bads.score.between(0, 1 + 1e-9).all()
    before, after = (frontier(one, "geometric", benchmark="u3", share_lower=0.1)
                     for one in (values, values * [1.1, 1, 0.9]))
    assert math.isclose(before.score["u3"], 1, rel_tol=1e-12)
    change = before.change(after)
    np.testing.assert_allclose(change["overall"], after.score / before.score, rtol=1e-9)
    np.testing.assert_allclose(change["own"] * change["benchmark"] * change["weight"], change["overall"], rtol=1e-9)


def test_a_unit_that_cannot_be_scored_does_not_stop_the_others(values):
    holed = values.copy()
    holed.loc["u0"] = np.nan
    holed.loc["u1", "x"] = 0.0
    units = benefit_of_doubt(holed, share_lower=0.1).units
    assert units["error"].dropna().to_dict() == {"u0": "NoDataError", "u1": "NonpositiveError"}
    assert units["score"].isna().sum() == 2 and "u1" in units.loc["u1", "message"]


def test_mistakes_are_named(values):
    with pytest.raises(innoscore.UnknownKeyError, match="did you mean 'share_lower'"):
        benefit_of_doubt(values, share_lowr=0.1)
    with pytest.raises(ValueError, match="rule is"):
        frontier(values, "bod")
    with pytest.raises(innoscore.UnknownCodeError, match="no indicator has the code 'w'"):
        benefit_of_doubt(values, share_lower={"w": 0.1})
    with pytest.raises(innoscore.OptionValueError):
        benefit_of_doubt(values, draws=5)  # the rule does not read it
    with pytest.raises(TypeError, match="for all indicators"):
        frontier(values, "order_m", draws={"x": 5})
    with pytest.raises(innoscore.MissingParameterError):
        frontier(values, "order_m")
    with pytest.raises(innoscore.NonpositiveError):
        benefit_of_doubt(-values)
