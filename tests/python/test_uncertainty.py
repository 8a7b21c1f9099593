"""Uncertainty: the same bits for any number of threads, replays that NumPy confirms, Ctrl-C that keeps what is done."""
from __future__ import annotations

import os
import pathlib
import pickle
import signal
import subprocess
import sys
import textwrap
import threading
import time

import numpy as np
import pandas as pd
import pytest

import innoscore
from innoscore import Assumptions, aggregate, normalize
from innoscore._ranges import gaps

N = 20_000
ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def counted(small: tuple[innoscore.Method, pd.DataFrame]) -> innoscore.Uncertainty:
    options = {"pairs": True, "central": True, "score_bins": 1000, "score_low": 0, "score_high": 100}
    return innoscore.uncertainty(*small, several(), N, progress=False, **options)


def several() -> Assumptions:
    return (Assumptions().schemes("normalize", ["own", normalize(rule="zscore", mean=50, sd=10)], [2, 1],
                                  name="scale").weight_range("A", 0.2, 0.8).simplex("B").removal(["a1", "a2"]))


# ---- bits -----------------------------------------------------------------------------------------------------------


def test_any_number_of_threads_gives_the_same_bits(tai_method, tai_data):
    made = [innoscore.uncertainty(tai_method, tai_data, n=N, workers=workers, progress=False)
            for workers in (1, 2, 3, 8)]
    assert len({one.digest for one in made}) == 1
    assert len({one.to_bytes() for one in made}) == 1
    assert made[0].ranges == [(0, N)] and made[0].complete == N


def test_any_split_gives_the_same_bits(small, counted):
    options = {"pairs": True, "central": True, "score_bins": 1000, "score_low": 0, "score_high": 100}
    late = innoscore.uncertainty(*small, several(), 5_000, first=15_000, progress=False, **options)
    early = innoscore.uncertainty(*small, several(), 4_000, progress=False, **options)
    assert late.ranges == [(15_000, 5_000)] and late.complete == 0
    early.merge(late)
    assert early.ranges == [(0, 4_000), (15_000, 5_000)]
    early.more(11_000, workers=3, progress=False)  # fills the gap
    assert early.ranges == [(0, N)] and early.digest == counted.digest


def test_gaps_are_the_lowest_numbers_that_are_free():
    assert gaps([(2, 3), (7, 1)], 6) == [(0, 2), (5, 2), (8, 2)]
    assert gaps([(0, 5)], 3) == [(5, 3)] and gaps([], 0) == []
    assert gaps([(0, 5), (9, 1)], 9, first=4) == [(5, 4), (10, 5)]


def test_bytes_come_back(tmp_path, small, counted):
    counted.save(tmp_path / "tally")
    alone = innoscore.Uncertainty.load(tmp_path / "tally", units=counted.units)
    assert alone.digest == counted.digest
    pd.testing.assert_frame_equal(alone.summary, counted.summary)
    with pytest.raises(ValueError, match="like="):
        alone.replicate(0)
    back = innoscore.Uncertainty.load(tmp_path / "tally", like=counted)
    assert back.replicate(7).scores.equals(counted.replicate(7).scores)
    other = innoscore.uncertainty(*small, n=0)
    with pytest.raises(innoscore.TallyError):
        innoscore.Uncertainty.load(tmp_path / "tally", like=other)
    with pytest.raises(innoscore.TallyError):
        innoscore.Uncertainty.from_bytes(counted.to_bytes()[:-1])
    with pytest.raises(innoscore.TallyError):
        back.merge(counted)  # the same replicates


def test_a_seed_and_an_assumption_change_the_digest(small):
    made = [innoscore.uncertainty(*small, Assumptions().simplex(node), 500, seed=seed, progress=False).digest
            for node in ("A", "B") for seed in (1, 2)]
    assert len(set(made)) == 4


def test_methods_and_assumptions_can_be_sent(small):
    method, data = small
    again, assumptions = pickle.loads(pickle.dumps((method, several())))
    assert assumptions == several() and again == method
    one, two = (innoscore.uncertainty(m, data, a, 500, progress=False)
                for m, a in ((method, several()), (again, assumptions)))
    assert one.digest == two.digest


# ---- replays, by NumPy ----------------------------------------------------------------------------------------------


def by_numpy(data: pd.DataFrame, parameters: pd.DataFrame) -> np.ndarray:
    """The index of the small world from what a replicate drew."""
    scale, of_a, of_b1, of_b2, removed = parameters["value"].tolist()
    x = data.to_numpy()
    y = (x - x.min(0)) / (x.max(0) - x.min(0)) * 100 if scale == 0 else 50 + 10 * (x - x.mean(0)) / x.std(0, ddof=1)
    a = np.average(y[:, :2], axis=1, weights=[(0, 3), (1, 0), (1, 3)][int(removed)])
    b = np.average(y[:, 2:], axis=1, weights=[of_b1, of_b2])
    return np.average(np.column_stack([a, b]), axis=1, weights=[of_a, 0.6])


def test_replicates_are_those_of_numpy(small, counted):
    _, data = small
    seen = set()
    for number in range(300):
        replicate = counted.replicate(number)
        assert replicate.parameters["code"].tolist() == [None, "A", "b1", "b2", None]
        seen.add((replicate.parameters["value"][0], replicate.parameters["value"][4]))
        expected = by_numpy(data, replicate.parameters)
        np.testing.assert_allclose(replicate.scores.to_numpy(), expected, rtol=1e-13)
        assert replicate.ranks.tolist() == pd.Series(expected).rank(ascending=False, method="min").tolist()
    assert seen == {(scale, removed) for scale in (0, 1) for removed in (0, 1, 2)}


def test_weight_sets_are_those_that_were_given(small):
    method, data = small
    given = innoscore.Weights(method.framework, "equal")
    assumptions = Assumptions().weight_sets(["own", {"a1": 9.0}, given])
    made = innoscore.uncertainty(method, data, assumptions, 100, progress=False)
    expected = [method.score(data), innoscore.Method(method.framework, method.steps, weights={"a1": 9.0}).score(data),
                innoscore.Method(method.framework, method.steps, weights="equal").score(data)]
    for number in range(20):
        replicate = made.replicate(number)
        of_set = expected[int(replicate.parameters["value"][0])]
        np.testing.assert_allclose(replicate.scores, of_set.score(), rtol=1e-13)


def test_the_tally_is_the_count_of_its_replicates(small):
    made = innoscore.uncertainty(*small, several(), 400, progress=False, pairs=True)
    ranks = np.array([made.replicate(number).ranks for number in range(400)])
    counts = np.array([[np.sum(ranks[:, unit] == rank) for rank in range(1, 8)] for unit in range(7)])
    assert made.rank_counts.to_numpy().tolist() == counts.tolist()
    table = made.summary.loc[list(made.units)]
    np.testing.assert_allclose(table["mean"], ranks.mean(0), rtol=1e-14)
    np.testing.assert_allclose(table["sd"], ranks.std(0, ddof=1), rtol=1e-12)
    assert table["best"].tolist() == ranks.min(0).tolist() and table["worst"].tolist() == ranks.max(0).tolist()
    expected = np.quantile(ranks, [0.05, 0.3, 0.5, 0.95], axis=0).T
    np.testing.assert_allclose(made.quantiles([0.05, 0.3, 0.5, 0.95]).to_numpy(), expected, rtol=1e-14)
    wins = (ranks[:, :, None] < ranks[:, None, :]).mean(0)
    np.testing.assert_allclose(made.dominance.fillna(0).to_numpy(), wins, rtol=1e-14)
    np.testing.assert_allclose(made.top(3)["share"], (ranks <= 3).mean(0), rtol=1e-14)


def test_a_second_pass_gives_exact_quantiles(small):
    options = {"score_bins": 50, "score_low": 0, "score_high": 100, "progress": False}
    made = innoscore.uncertainty(*small, several(), 500, **options)
    scores = np.array([made.replicate(number).scores for number in range(500)])
    wanted, found = [0.1, 0.5, 0.77], [made.exact_score_quantiles([0.1, 0.5, 0.77], workers=workers, progress=False)
                                       for workers in (1, 3)]
    np.testing.assert_allclose(found[0].to_numpy(), np.quantile(scores, wanted, axis=0).T, rtol=1e-13)
    assert found[0].equals(found[1])
    rough = made.quantiles(wanted, of="score")
    assert ((rough - found[0]).abs() <= rough.attrs["error_bound"]).all().all()
    with pytest.raises(innoscore.SizeError):
        made.exact_score_quantiles(wanted, most=1)


def test_given_parameters_repeat_a_replicate(counted):
    drawn = counted.replicate(11)
    again = counted.at_parameters(drawn.parameters["value"])
    assert again.scores.equals(drawn.scores) and again.ranks.equals(drawn.ranks)


# ---- tables ---------------------------------------------------------------------------------------------------------


def test_tables_agree_with_each_other(small, counted):
    table, result = counted.summary, small[0].score(small[1])
    assert table["nominal"].tolist() == sorted(result.rank().tolist())
    assert counted.nominal["score"].equals(result.score().rename("score")) or np.allclose(
        counted.nominal["score"], result.score(), rtol=1e-13)
    np.testing.assert_allclose(counted.rank_frequencies.sum(axis=1), 1, rtol=1e-12)
    assert (counted.rank_within.diff(axis=1).iloc[:, 1:] >= 0).all().all()
    ends = counted.intervals(0.5, 0.9, 0.99)
    for wide, narrow in ((0.99, 0.9), (0.9, 0.5)):
        assert (ends[(wide, "lower")] <= ends[(narrow, "lower")]).all()
        assert (ends[(narrow, "upper")] <= ends[(wide, "upper")]).all()
    assert ends[(0.9, "lower")].tolist() == table.loc[list(counted.units), "lower"].tolist()
    both = counted.dominance + counted.dominance.T + counted.ties
    np.testing.assert_allclose(both.to_numpy()[~np.eye(7, dtype=bool)], 1, rtol=1e-12)
    scores = counted.quantiles([0.25, 0.75], of="score")
    assert (scores[0.25] < scores[0.75]).all() and 0 < scores.attrs["error_bound"] <= 0.051
    shares = counted.central_weights.dropna()
    np.testing.assert_allclose(shares["A"] + shares["B"], 1, rtol=1e-6)
    assert int(counted.score_counts.sum(axis=1).iloc[0]) == N - counted.failed


def test_more_replicates_than_there_are(tai_method, tai_data):
    counted = innoscore.uncertainty(tai_method, tai_data, n=100, progress=False)
    for n, first in ((2**62 + 1, 0), (2**63, 0), (1, 2**62)):
        with pytest.raises(ValueError, match="no more replicates"):
            counted.more(n, first=first, progress=False)
    assert counted.more(5, first=2**62 - 5, progress=False).ranges == [(0, 100), (2**62 - 5, 5)]


def test_what_was_not_counted_is_refused(tai_method, tai_data):
    made = innoscore.uncertainty(tai_method, tai_data, n=100, progress=False)
    for read in (lambda: made.dominance, lambda: made.central_weights, lambda: made.quantiles(of="score")):
        with pytest.raises(innoscore.NotKeptError):
            read()


def test_failures_are_counted_and_said(small):
    _, data = small
    method = innoscore.Method(small[0].framework, [normalize(lower=0, upper=100), aggregate(rule="arithmetic")])
    assumptions = Assumptions().schemes(1, ["own", aggregate(rule="geometric")]).simplex("I")
    made = innoscore.uncertainty(method, data, assumptions, N, progress=False)
    assert made.replicates == N and 0.4 * N < made.failed < 0.6 * N
    assert made.failures["count"].sum() == made.failed
    row = made.failures.iloc[0]
    assert row["error"] == "NonpositiveError" and row["message"]
    with pytest.raises(innoscore.NonpositiveError) as caught:
        made.replicate(int(row["replicate"]))
    assert caught.value.message == row["message"]
    np.testing.assert_allclose(made.rank_frequencies.sum(axis=1), 1, rtol=1e-12)


def test_errors_of_values_and_removals(small):
    assumptions = Assumptions().error("a1", size=0.2).removal(["b1", "b2"])
    assumptions.bounded("I", {"A": (0.3, 0.5), "B": (0.5, 0.7)})
    made = innoscore.uncertainty(*small, assumptions, 500, progress=False)
    drawn = pd.DataFrame({k: made.replicate(k).parameters["value"] for k in range(200)})
    kinds = made.replicate(0).parameters["kind"]
    assert kinds.tolist() == ["error"] * 7 + ["removal"] + ["bounded"] * 2
    assert set(drawn[kinds == "removal"].to_numpy().ravel()) == {0, 1, 2}
    shares = drawn[kinds == "bounded"]
    np.testing.assert_allclose(shares.sum(), 1, rtol=1e-12)
    assert shares.iloc[0].between(0.3, 0.5).all()


def test_result_delegates(small):
    method, data = small
    assert method.score(data).uncertainty(several(), 500, progress=False).digest == \
        innoscore.uncertainty(method, data, several(), 500, progress=False).digest


def test_mistakes_are_named(small):
    method, data = small
    with pytest.raises(ValueError, match="no step 'treat'"):
        innoscore.uncertainty(method, data, Assumptions().schemes("treat", ["own", "own"]), 1)
    with pytest.raises(innoscore.OptionValueError):
        Assumptions().weight_range("A", 0.5, 0.5)
    with pytest.raises(innoscore.OptionValueError, match="assumptions 1 and 2"):
        innoscore.uncertainty(method, data, Assumptions().simplex("A").weight_range("a1", 0.1, 0.2), 1)
    with pytest.raises(innoscore.UnknownKeyError, match="confidence"):
        innoscore.uncertainty(method, data, n=1, confidance=0.9)
    with pytest.raises(ValueError, match="read from JSON"):
        innoscore.uncertainty(innoscore.Method.from_json(method.to_json()), data, n=1)
    for wrong in ({"n": -1}, {"n": 1.5}, {"n": 1, "workers": 0}, {"n": 1, "progress": "yes"}):
        with pytest.raises(ValueError):
            innoscore.uncertainty(method, data, **wrong)
    made = innoscore.uncertainty(method, data, n=10, progress=False)
    made.close()
    with pytest.raises(innoscore.errors.ClosedError):
        made.summary


# ---- threads and Ctrl-C ---------------------------------------------------------------------------------------------


def test_many_threads_read_one(counted):
    expected, found = (counted.summary, counted.replicate(5).scores), []

    def read() -> None:
        for _ in range(20):
            found.append(counted.summary.equals(expected[0]) and counted.replicate(5).scores.equals(expected[1]))

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 160 and all(found)


def test_an_interrupt_keeps_what_is_done(small):
    told = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        if done > 0:
            raise KeyboardInterrupt

    made = innoscore.uncertainty(*small, several(), 10**9, workers=2, progress=progress)
    assert made.interrupted and 0 < made.replicates < 10**9
    assert made.ranges == [(0, made.replicates)] and told[-1][1] == 10**9
    fresh = innoscore.uncertainty(*small, several(), 1000, progress=False)
    assert not fresh.interrupted
    done = made.replicates
    made.more(1000, progress=False)
    assert not made.interrupted and made.ranges == [(0, done + 1000)]


def test_an_error_of_the_callback_ends_all(small):
    def progress(done: int, total: int) -> None:
        raise LookupError("mine")

    before = threading.active_count()
    with pytest.raises(LookupError, match="mine"):
        innoscore.uncertainty(*small, n=10**9, progress=progress)
    assert threading.active_count() == before


@pytest.mark.skipif(os.name == "nt", reason="signals of a terminal")
def test_ctrl_c_keeps_what_is_done():
    program = textwrap.dedent("""
        import innoscore, signal, time
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background inherits that it is ignored
        framework = innoscore.Framework([{"code": "a", "parent": "I"}, {"code": "b", "parent": "I"}, {"code": "I"}])
        data = {"a": [1, 2, 3, 4, 5], "b": [5, 3, 4, 1, 2]}
        print("begin", flush=True)
        made = innoscore.uncertainty(innoscore.Method(framework), data, n=10**12, progress=False)
        try:
            print(made.interrupted, made.ranges == [(0, made.replicates)], made.replicates > 0, flush=True)
            time.sleep(30)
        except KeyboardInterrupt:  # Python's own handler is back
            print("again")
    """)
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout is not None and running.stdout.readline() == "begin\n"
            time.sleep(0.5)
            running.send_signal(signal.SIGINT)
            flags = running.stdout.readline().split()
            running.send_signal(signal.SIGINT)
            assert running.stdout.readline() == "again\n"
        finally:
            running.kill()
    assert flags == ["True", "True", "True"]


def test_a_run_cannot_be_begun_from_its_own_progress(small: tuple[innoscore.Method, pd.DataFrame]) -> None:
    uncertainty = innoscore.uncertainty(*small, n=10, progress=False)
    with pytest.raises(RuntimeError, match="call it afterwards"):
        uncertainty.more(1000, progress=lambda done, total: uncertainty.more(10, progress=False))
    with pytest.raises(RuntimeError, match="call it afterwards"):
        uncertainty.more(1000, progress=lambda done, total: uncertainty.merge(uncertainty))
    assert uncertainty.more(10, progress=False).replicates == 20
