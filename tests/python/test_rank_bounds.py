"""Possible ranks: against every sum of weights on a grid, and against what replicates saw."""
from __future__ import annotations

import math
import pickle

import numpy as np
import pandas as pd
import pytest

import innoscore
from innoscore import Assumptions, WeightSet, rank_bounds


@pytest.fixture(scope="module")
def values() -> pd.DataFrame:
    return pd.DataFrame(np.random.default_rng(9).integers(0, 40, (9, 3)).astype(float), columns=["x", "y", "z"],
                        index=[f"u{k}" for k in range(9)])


def grid(steps: int) -> np.ndarray:
    return np.array([(i, j, steps - i - j) for i in range(steps + 1) for j in range(steps + 1 - i)]) / steps


def ranks_at(values: pd.DataFrame, weights: np.ndarray) -> np.ndarray:
    scores = np.round(weights @ values.to_numpy().T, 10)
    return 1 + (scores[:, None, :] > scores[:, :, None]).sum(axis=2)


@pytest.mark.parametrize("restrict", [None, 0.5, WeightSet().bounds(None, 0.1, 0.6), WeightSet().order("y", "x", "z"),
                                      WeightSet().ratio("x", "y", 0.5, 2.0)])
def test_no_weights_of_a_grid_give_other_ranks(values, restrict):
    found = rank_bounds(values, restrict)
    assert found.done
    table, weights = found.table, grid(120)
    x, y, z = weights.T
    inside = {
        "None": x >= 0, "0.5": (np.abs(weights - 1 / 3) <= 1 / 6 + 1e-12).all(axis=1),
        "bounds": ((weights >= 0.1 - 1e-12) & (weights <= 0.6 + 1e-12)).all(axis=1), "order": (y >= x) & (x >= z),
        "ratio": (x >= 0.5 * y - 1e-12) & (x <= 2 * y + 1e-12),
    }[restrict._list[0][0] if isinstance(restrict, WeightSet) else str(restrict)]
    ranks = ranks_at(values, weights[inside])
    assert table["best_proven"].all() and table["worst_proven"].all()
    assert (table["best_lower"] <= ranks.min(0)).all() and (ranks.max(0) <= table["worst_upper"]).all()
    for unit in values.index:  # some weights do give them
        for rank, wanted in (("best", table.loc[unit, "best_upper"]), ("worst", table.loc[unit, "worst_lower"])):
            drawn = found.weights(unit, rank).to_numpy()
            assert math.isclose(drawn.sum(), 1, rel_tol=1e-9)
            assert ranks_at(values, drawn[None])[0][values.index.get_loc(unit)] == wanted
    strict = found.dominance("necessary_strict")
    assert strict.sum(axis=0).tolist() == table["always_above"].tolist()
    assert found.dominance("possible_strict").sum(axis=0).tolist() == table["ever_above"].tolist()


def test_replicates_stay_within(small):
    method, data = small
    result = method.score(data)
    found = rank_bounds(result, WeightSet().ranges({"A": (0.2, 0.8), "B": (0.3, 0.7)}))
    assumptions = Assumptions().weight_range("A", 0.2, 0.8).weight_range("B", 0.3, 0.7)
    drawn = innoscore.uncertainty(method, data, assumptions, 20_000, progress=False).summary.loc[list(result.units)]
    assert found.done and (found.table["best_upper"] <= drawn["best"]).all()
    assert (drawn["worst"] <= found.table["worst_lower"]).all()
    assert (found.table["best_upper"] == drawn["best"]).mean() > 0.5
    below = rank_bounds(result, 0.25, node="A", top="I")
    assert below.codes == ("a1", "a2") and below.done


def test_a_change_that_draws_level(small):
    method, data = small
    result = method.score(data)
    found = rank_bounds(result)
    first, second = result.ranking().index[:2]
    change = found.swap(first, second)
    scores = result.scores[list(found.codes)] @ change.weights
    assert math.isclose(scores[first], scores[second], rel_tol=1e-7)
    assert math.isclose(np.abs(change.weights - [0.4, 0.6]).sum(), change.change, rel_tol=1e-6)
    lost = found.place(first, "lost")
    assert lost.change <= change.change * (1 + 1e-9) and lost.other in result.units
    assert found.place(first, "gained").other is None and math.isinf(found.place(first, "gained").change)
    widest = found.difference(first, second)
    spread = (result.scores.loc[first, list(found.codes)] - result.scores.loc[second, list(found.codes)]).max()
    assert widest.lower <= widest.upper and math.isclose(widest.upper, spread, rel_tol=1e-9)


def test_pieces_change_nothing(values):
    begun = rank_bounds(values, work=1)
    assert not begun.done
    assert (begun.table["best_lower"] <= rank_bounds(values).table["best_lower"]).all()
    assert begun.advance().table.equals(rank_bounds(values).table)


def test_mistakes_are_named(values, small):
    with pytest.raises(innoscore.UnknownCodeError, match="no weight has the code 'w'"):
        rank_bounds(values, WeightSet().bounds("w", 0, 1))
    with pytest.raises(innoscore.DomainError):
        rank_bounds(values, WeightSet().bounds(None, 0.5, 1))
    with pytest.raises(ValueError, match="indicator"):
        rank_bounds(small[0].score(small[1]), node="a1")
    with pytest.raises(TypeError, match="WeightSet"):
        rank_bounds(values, "all")
    with pytest.raises(TypeError, match="of a result"):
        rank_bounds(values, node="x")
    with pytest.raises(innoscore.UnknownRuleError):
        shifted = innoscore.Method(small[0].framework, [innoscore.normalize(lower=1, upper=100),
                                                        innoscore.aggregate(rule="geometric")])
        rank_bounds(shifted.score(small[1]))
    assert repr(pickle.loads(pickle.dumps(WeightSet().around(0.2)))) == "WeightSet().around(0.2, None)"
