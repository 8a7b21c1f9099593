"""Weights of experts, computed and searched ones."""
from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

import innoscore
from innoscore import Method, Weights, optimal_weights


def test_points_of_experts(small):
    weights = Weights(small[0].framework)
    points = pd.DataFrame({"a2": [70, 60, 20], "a1": [30, 40, 80]})
    mean = weights.with_budget("A", points)
    median = weights.with_budget("A", points[["a1", "a2"]].to_numpy(), rule="median")
    assert math.isclose(mean.to_dict()["a1"], 0.5, rel_tol=1e-15)
    assert math.isclose(median.to_dict()["a2"], 0.6, rel_tol=1e-15)
    assert weights.to_dict()["a2"] == 3 and mean.to_dict()["b1"] == 2
    with pytest.raises(innoscore.InconsistentError):
        weights.with_budget("A", points + 1)
    with pytest.raises(innoscore.UnknownCodeError):
        weights.with_budget("A", points.rename(columns={"a1": "b1"}))


def test_judgements_by_the_eigenvector(shared):
    names = list("abcd")
    framework = innoscore.Framework([*({"code": code, "parent": "I"} for code in names), {"code": "I"}])
    matrix = np.array([[1, 3, 5, 7], [1 / 3, 1, 3, 5], [1 / 5, 1 / 3, 1, 3], [1 / 7, 1 / 5, 1 / 3, 1]])
    judged = Weights(framework).with_ahp("I", matrix)
    values, vectors = np.linalg.eig(matrix)
    vector = np.abs(vectors[:, values.real.argmax()].real)
    np.testing.assert_allclose([judged.weights.to_dict()[code] for code in names], vector / vector.sum(), rtol=1e-12)
    assert math.isclose(judged.eigenvalue, values.real.max(), rel_tol=1e-12)
    assert math.isclose(judged.consistency_index, (judged.eigenvalue - 4) / 3, rel_tol=1e-12)
    expected = pd.read_csv(shared / "reference" / "compind" / "ahp_saaty4.csv", index_col=0)
    for rule, row in (("column_mean", "mean"), ("row_geometric", "geometric")):
        found = Weights(framework).with_ahp("I", pd.DataFrame(matrix, names, names), rule, 0.1)
        weights = [found.weights.to_dict()[code] for code in names]
        np.testing.assert_allclose(weights, expected.loc[row, "w1":"w4"], rtol=1e-12)
    matrix[0, 3], matrix[3, 0] = 1 / 9, 9
    with pytest.raises(innoscore.InconsistentError):
        Weights(framework).with_ahp("I", matrix)
    assert Weights(framework).with_ahp("I", matrix, limit=math.inf).consistency_ratio > 0.1


def test_weights_of_a_result_hold(small):
    method, data = small
    result = Method(method.framework, [method.steps[0], innoscore.weigh(rule="deviation"), method.steps[1]]).score(data)
    assert not np.allclose(result.scores, method.score(data).scores)
    again = Method(method.framework, method.steps, weights=Weights.of_result(result)).score(data)
    np.testing.assert_allclose(again.scores, result.scores, rtol=1e-12)


@pytest.mark.parametrize("aim", ["balance", "infomax"])
def test_optimal_weights_are_no_worse(pii_framework, pii_data, aim):
    method = Method(pii_framework)
    level = pii_framework.level(pii_framework.children(pii_framework.index)[0]) - 1
    found = optimal_weights(method, pii_data, level, aim)
    assert found.converged and found.evaluations > 0
    nodes = [code for code in pii_framework.codes if pii_framework.level(code) == level]
    scores = Method(pii_framework, weights=found.weights).score(pii_data).scores
    r = np.array([np.corrcoef(scores[code], scores[pii_framework.index])[0, 1] for code in nodes])
    objective = ((1 / len(nodes) - r / r.sum()) ** 2).mean() if aim == "balance" else r.sum()
    assert math.isclose(objective, found.last, rel_tol=1e-6, abs_tol=1e-12)
    assert found.last <= found.first if aim == "balance" else found.last >= found.first
    assert math.isclose(sum(found.weights.to_dict()[code] for code in nodes), 1, rel_tol=1e-12)
    with pytest.raises(ValueError, match="aim is"):
        optimal_weights(method, pii_data, level, "both")
    with pytest.raises(innoscore.UnknownCodeError):
        optimal_weights(method, pii_data, level, targets={"nothing": 1.0})
