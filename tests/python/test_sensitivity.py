"""Sensitivity: indices that NumPy confirms from the outputs, the same for any number of threads."""
from __future__ import annotations

import math

import numpy as np
import pytest

import innoscore
from innoscore import Assumptions, normalize

POINTS = 128


@pytest.fixture(scope="module")
def made(tai_method, tai_data):
    return innoscore.uncertainty(tai_method, tai_data, several(), n=0)


def several() -> Assumptions:
    return (Assumptions().weight_range("PATENTS", 0.5, 1.5).weight_range("ROYALTIES", 0.5, 1.5)
            .schemes("normalize", ["own", normalize(rule="rank")], name="scale"))


def test_any_number_of_threads_gives_the_same_outputs(made):
    found = [innoscore.sensitivity(made, base_points=POINTS, workers=workers, progress=False)
             for workers in (1, 2, 3, 8)]
    for other in found[1:]:
        assert other.outputs.tobytes() == found[0].outputs.tobytes()
        assert other.indices.equals(found[0].indices)
    assert found[0].base_points == POINTS and found[0].failed == 0 and not found[0].interrupted


def test_indices_are_those_of_the_formulas(made):
    found = innoscore.sensitivity(made, base_points=POINTS, second_order=True, progress=False)
    runs = found.outputs.reshape(POINTS, 8)  # A, AB of three groups, BA of three groups, B
    a, ab, ba, b = runs[:, 0], runs[:, 1:4].T, runs[:, 4:7].T, runs[:, 7]
    m = (a.mean() + b.mean()) / 2
    v = (((a - m) ** 2).sum() + ((b - m) ** 2).sum()) / (2 * POINTS - 1)
    first = [1 - ((b - one) ** 2).sum() / (2 * POINTS * v) for one in ab]
    total = [((a - one) ** 2).sum() / (2 * POINTS * v) for one in ab]
    assert math.isclose(found.mean, m, rel_tol=1e-13) and math.isclose(found.variance, v, rel_tol=1e-12)
    np.testing.assert_allclose(found.indices["first"], first, rtol=1e-11, atol=1e-13)
    np.testing.assert_allclose(found.indices["total"], total, rtol=1e-11)
    pairs = found.pairs().set_index(["first", "second"])["index"]
    expected = (((ba[0] - m) * (ab[2] - m)).sum() - ((a - m) * (b - m)).sum()) / (POINTS * v) - first[0] - first[2]
    assert math.isclose(pairs[("weight: PATENTS", "scale")], expected, rel_tol=1e-9, abs_tol=1e-12)
    table = found.table(0.5)
    assert (table["first_lower"] >= found.indices["first_lower"]).all()
    assert (table["total_lower"] <= table["total_upper"]).all()


def test_the_output_is_the_mean_shift_of_ranks(made):
    def shift(scores, ranks):
        return np.abs(ranks - made.nominal["rank"].to_numpy()).mean()

    own, same = (innoscore.sensitivity(made, base_points=16, output=output, progress=False)
                 for output in ("rank_shift", shift))
    assert own.outputs.tolist() == same.outputs.tolist()
    score = innoscore.sensitivity(made, base_points=16, output=("score", "Japan"), progress=False).outputs
    japan = made.units.index("Japan")
    assert score.tolist() == innoscore.sensitivity(
        made, base_points=16, output=lambda scores, ranks: scores[japan], progress=False).outputs.tolist()
    rank = innoscore.sensitivity(made, base_points=16, output=("rank", "Japan"), progress=False).outputs
    assert set(rank) <= set(range(1, 24)) and rank.tolist() != score.tolist()


def test_estimators_and_groups(tai_method, tai_data, made):
    frames = {name: innoscore.sensitivity(made, base_points=POINTS, estimator=name, progress=False).indices
              for name in ("jansen", "saltelli", "centered")}
    assert len({tuple(frame["first"]) for frame in frames.values()}) == 3
    assert all(frame["total"].equals(frames["jansen"]["total"]) for frame in frames.values())
    grouped = innoscore.sensitivity(tai_method, tai_data, Assumptions().simplex("TAI").schemes(
        "normalize", ["own", normalize(rule="rank")]), base_points=16, progress=False)
    assert grouped.indices["inputs"].to_dict() == {"weights: TAI": 7, "normalize": 1}


def test_a_screening_finds_the_same(made):
    found = innoscore.screening(made, walks=20, progress=False)
    runs = found.outputs.reshape(20, 4)
    assert found.table["count"].tolist() == [20, 20, 20]
    # every run of a walk moves one group more: the sizes of all effects of a walk are known without its order
    assert math.isclose(found.table["mean_abs"].sum() * 20, np.abs(np.diff(runs, axis=1)).sum() * 2, rel_tol=1e-12)
    assert found.table["mean_abs"].idxmax() == "scale"
    radial = innoscore.screening(made, walks=20, walk="radial", workers=3, progress=False)
    moved = (radial.outputs.reshape(20, 4)[:, 1:] - radial.outputs.reshape(20, 4)[:, :1])
    np.testing.assert_allclose(radial.table["mean_abs"], np.abs(moved).mean(0) * 2, rtol=1e-12)


def test_failed_runs_are_counted(small):
    geometric = innoscore.aggregate(rule="geometric")
    assumptions = Assumptions().simplex("I").schemes("aggregate", ["own", geometric], [9, 1])
    found = innoscore.sensitivity(*small, assumptions, base_points=16, output=("score", "u2"), progress=False)
    assert found.failed == int(np.isnan(found.outputs).sum()) > 0 and found.base_points < 16


def test_an_interrupt_keeps_whole_base_points(made):
    def progress(done: int, total: int) -> None:
        if done > 1000:
            raise KeyboardInterrupt

    found = innoscore.sensitivity(made, base_points=2**18, resamples=10, progress=progress)
    done = int(np.sum(~np.isnan(found.outputs)))
    assert found.interrupted and found.base_points == done // 5 > 1
    again = innoscore.sensitivity(made, base_points=256, progress=False)
    assert found.outputs[:1000].tolist() == again.outputs[:1000].tolist()  # the first base points of a larger design

    def at_once(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        innoscore.sensitivity(made, base_points=10_000, output=slow, progress=at_once, workers=1)


def slow(scores, ranks):
    import time

    time.sleep(0.05)
    return float("nan")


def test_mistakes_are_named(made, tai_method, tai_data):
    for wrong in ({"estimator": "sobol"}, {"output": "score"}, {"output": ("score",)}, {"sequence": "halton"}):
        with pytest.raises(ValueError):
            innoscore.sensitivity(made, base_points=2, **wrong)
    with pytest.raises(innoscore.UnknownCodeError, match="Japan"):
        innoscore.sensitivity(made, base_points=2, output=("score", "Jpan"))
    with pytest.raises(TypeError, match="already"):
        innoscore.sensitivity(made, tai_data)
    with pytest.raises(innoscore.NotKeptError):
        innoscore.sensitivity(made, base_points=8, progress=False).pairs()
    with pytest.raises(innoscore.ConstantError):
        innoscore.sensitivity(made, base_points=8, output=lambda scores, ranks: 1.0, progress=False)
    with pytest.raises(innoscore.ArgumentError):
        innoscore.sensitivity(made, base_points=1)
