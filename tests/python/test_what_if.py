"""What-ifs: after every edit the result is, bit for bit, what scoring the edited data would give."""
from __future__ import annotations

import gc
import math
import threading
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

import innoscore
import world
from innoscore import Method, Result, WhatIf, aggregate, normalize, trace

COLUMNS = ["a", "b", "c", "d", "people"]


@pytest.fixture
def result() -> Result:
    return world.method().score(world.data())


def same(left: pd.DataFrame, right: pd.DataFrame) -> bool:
    """The same bits; a missing value is as a missing value."""
    return left.shape == right.shape and left.to_numpy().tobytes() == right.to_numpy().tobytes()


def edited(**values: float) -> pd.DataFrame:
    """The world's data with values by "unit_column"."""
    frame = world.data()
    for place, value in values.items():
        unit, column = place.split("_")
        frame.loc[unit, column] = value
    return frame


class Mirror:
    """The same edits made to a DataFrame and to weights."""

    def __init__(self) -> None:
        self.method, self.frame = world.method(), world.data()
        self.weights: dict[str, float] = {node["code"]: node.get("weight", 1) for node in world.NODES}
        self.states: list[tuple[pd.DataFrame, dict[str, float]]] = []

    def remember(self) -> None:
        self.states.append((self.frame.copy(), dict(self.weights)))

    def undo(self) -> None:
        self.frame, self.weights = self.states.pop()

    def score(self) -> Result:
        return Method(world.framework(), list(self.method.steps), weights=self.weights).score(self.frame)


def random_edit(random: np.random.Generator, what_if: WhatIf, mirror: Mirror) -> None:
    kind = random.integers(10)
    if kind == 0 and what_if.edits:
        what_if.undo()
        mirror.undo()
        return
    mirror.remember()
    if kind == 1:
        node, weight = str(random.choice(["P1", "P2", "a", "b", "c", "d"])), float(random.integers(1, 5))
        what_if.set_weight(node, weight)
        mirror.weights[node] = weight
        return
    unit, column = f"U{random.integers(world.UNITS)}", str(random.choice(COLUMNS))
    value = None if kind == 2 else float(np.round(random.lognormal(3, 2), 3))
    what_if.set_value(unit, column, value)
    mirror.frame.loc[unit, column] = np.nan if value is None else value


def test_200_random_edits_bit_for_bit(result: Result) -> None:
    random, mirror, what_if = np.random.default_rng(7), Mirror(), result.what_if()
    shown = what_if.result
    for _ in range(200):
        random_edit(random, what_if, mirror)
        again = mirror.score()
        assert same(shown.scores, again.scores) and same(what_if.ranks, again.ranks)
        assert same(shown.coverage, again.coverage) and same(shown.values("treat"), again.values("treat"))
    assert shown.dataset.to_dataframe()[COLUMNS].equals(mirror.frame[COLUMNS])
    assert shown.fingerprint == mirror.score().fingerprint
    what_if.reset()
    assert what_if.edits == 0 and same(what_if.scores, result.scores)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=some.lists(some.tuples(some.integers(0, world.UNITS - 1), some.sampled_from(COLUMNS),
                                    some.one_of(some.none(), some.floats(0.001, 1e9)))))
def test_any_edits(edits: list[tuple[int, str, float | None]]) -> None:
    what_if, frame = WhatIf(world.method().score(world.data())), world.data()
    for unit, column, value in edits:
        what_if.set_value(f"U{unit}", column, value)
        frame.loc[f"U{unit}", column] = np.nan if value is None else value
    assert same(what_if.scores, world.method().score(frame).scores)


# ---- the result that follows ----------------------------------------------------------------------------------------


def test_nothing_shown_is_stale(result: Result) -> None:
    what_if = result.what_if()
    shown = what_if.result
    names = ["scores", "ranks", "coverage", "weights", "frames", "treatment", "searches"]
    before = {name: getattr(shown, name) for name in names}
    copies = {name: frame.copy() for name, frame in before.items()}
    what_if.set_value("U3", "a", 30.0)
    what_if.set_weight("P1", 5)
    again = Method(world.framework(), list(result.method.steps), weights={"P1": 5}).score(edited(U3_a=30.0))
    for name in names:
        pd.testing.assert_frame_equal(getattr(shown, name), getattr(again, name))
        pd.testing.assert_frame_equal(before[name], copies[name])  # what was taken earlier is the user's
    assert not same(before["scores"], shown.scores) and len(before["treatment"]) != len(shown.treatment)
    assert shown.ranking().equals(again.ranking()) and shown.to_json() == again.to_json()


def test_explanations_of_the_present_state(result: Result) -> None:
    what_if = result.what_if()
    shown = what_if.result
    what_if.set_value("U8", "c", 14.0)
    what_if.set_weight("c", 3)
    again = Method(world.framework(), list(result.method.steps), weights={"c": 3}).score(edited(U8_c=14.0))
    assert str(trace(shown, "U8")) == str(trace(again, "U8"))
    for table in ("contribution", "contribution_unit"):
        pd.testing.assert_frame_equal(shown.contributions("U8").table(table), again.contributions("U8").table(table))
    pd.testing.assert_frame_equal(shown.profile().profile, again.profile().profile)
    pd.testing.assert_frame_equal(shown.audit().findings(), again.audit().findings())
    pd.testing.assert_frame_equal(shown.marginal("U8").marginal, again.marginal("U8").marginal)
    changed = shown.change_from(result).change_cause
    pd.testing.assert_frame_equal(changed, again.change_from(result).change_cause)
    nested = shown.what_if()
    nested.set_value("U8", "c", 2.0)
    assert what_if.value("U8", "c") == 14.0 and nested.value("U8", "c") == 2.0


def test_method_and_weights_follow(result: Result) -> None:
    what_if = result.what_if()
    shown = what_if.result
    other = Method(world.framework(), [normalize(rule="zscore"), aggregate()], weights="equal")
    what_if.set_weight("P1", 9)
    what_if.set_method(other)
    assert shown.method == other and shown.steps == ("normalize", "aggregate", "rank")[:len(shown.steps)]
    assert shown.method.steps == other.steps and same(shown.scores, other.score(world.data()).scores)
    what_if.undo()
    assert what_if.weight("P1") == 9 and shown.method.steps == result.method.steps
    assert shown.method.weights is not None and shown.method.weights.to_dataframe().weight["P1"] == 9
    what_if.undo()
    assert shown.method == result.method and same(shown.scores, result.scores)


def test_it_lives_as_long_as_its_result() -> None:
    shown = world.method().score(world.data()).what_if().result
    gc.collect()
    assert same(shown.scores, world.method().score(world.data()).scores)


def test_closed(result: Result) -> None:
    with result.what_if() as what_if:
        shown = what_if.result
        shown.close()  # it is the what-if's
        assert same(shown.scores, result.scores)
    for call in (lambda: shown.scores, lambda: shown.ranks_by(None), lambda: what_if.set_value("U1", "a", 1.0),
                 lambda: trace(shown, "U1"), lambda: shown.dataset.columns, lambda: shown.method.canonical(),
                 lambda: what_if.try_values([("U1", "a", 1.0)]), lambda: what_if.edits):
        with pytest.raises(innoscore.ClosedError, match="WhatIf was closed"):
            call()
    assert repr(what_if) == "<WhatIf: closed>"


# ---- holding, periods -----------------------------------------------------------------------------------------------


def test_held_constants_leave_the_others_alone(result: Result) -> None:
    free, held = result.what_if(), result.what_if(hold_normalization=True, hold_treatment=True)
    for what_if in (free, held):
        what_if.set_value("U11", "b", 11.0)
    others = [unit for unit in result.units if unit != "U11"]
    assert same(held.scores.loc[others], result.scores.loc[others])
    assert not same(free.scores.loc[others], result.scores.loc[others])
    frame = result.frames.query("node == 'b'").iloc[0]
    assert math.isclose(held.scores.loc["U11", "b"], (11.0 - frame.center) / frame.scale * 100, rel_tol=4e-16)


def test_periods() -> None:
    frame = world.panel(2)
    result = world.method().score(frame)
    what_if = result.what_if()
    what_if.set_value("U1", "d", 3.5, period=2020)
    what_if.set_value("U2", "d", 0.5)  # the latest
    frame.loc[(frame.unit == "U1") & (frame.period == 2020), "d"] = 3.5
    frame.loc[(frame.unit == "U2") & (frame.period == 2021), "d"] = 0.5
    assert same(what_if.scores, world.method().score(frame).scores)
    assert (what_if.value("U1", "d", 2020), what_if.value("U1", "d")) == (3.5, 2.0)
    tried = what_if.try_values([("U4", "b", 1.0, 2020), ("U4", "b", 1.0)])
    for k, period in enumerate((2020, 2021)):
        alone = frame.copy()
        alone.loc[(alone.unit == "U4") & (alone.period == period), "b"] = 1.0
        assert tried.score[k] == world.method().score(alone).scores.loc[(period, "U4"), "IDX"]
    with pytest.raises(ValueError, match="no period 2019; the periods are 2020, 2021"):
        what_if.set_value("U1", "d", 1.0, period=2019)


# ---- many at once ---------------------------------------------------------------------------------------------------


def test_each_tried_alone(result: Result) -> None:
    random, what_if = np.random.default_rng(3), result.what_if()
    what_if.set_value("U0", "b", 2.0)
    edits = pd.DataFrame({
        "unit": [f"U{k}" for k in random.integers(0, world.UNITS, 60)], "column": random.choice(COLUMNS, 60),
        "value": np.where(random.random(60) < 0.1, np.nan, random.lognormal(3, 2, 60)),
    }, index=[f"edit {k}" for k in range(60)])
    tried = what_if.try_values(edits, "P1")
    assert tried.index.equals(edits.index) and tried[edits.columns].equals(edits)
    assert what_if.edits == 1 and same(what_if.scores, result.method.score(edited(U0_b=2.0)).scores)
    for row in tried.itertuples():
        again = result.method.score(edited(**{"U0_b": 2.0, f"{row.unit}_{row.column}": row.value}))
        wanted = [again.scores.loc[row.unit, "P1"], again.ranks.loc[row.unit, "P1"]]
        assert np.array_equal([row.score, row.rank], wanted, equal_nan=True)
    assert set(tried.status) == {"INNO_OK"}


def test_what_cannot_be_computed_has_a_status() -> None:
    method = Method(world.framework(), [normalize(rule="none"), aggregate(rule="geometric")])
    frame = world.data().assign(b=-world.data()["b"])
    what_if = WhatIf(method.score(frame))
    tried = what_if.try_values([("U1", "a", -1.0), ("U1", "a", 50.0)])
    assert tried.status.tolist() == ["INNO_E_NONPOSITIVE", "INNO_OK"] and np.isnan(tried.score[0])
    before = what_if.scores
    with pytest.raises(innoscore.NonpositiveError) as caught:
        what_if.set_value("U1", "a", -1.0)
    assert caught.value.unit == "U1" and what_if.edits == 0 and same(what_if.scores, before)


def test_nothing_to_try(result: Result) -> None:
    assert result.what_if().try_values([]).columns.tolist() == ["unit", "column", "value", "score", "rank", "status"]


# ---- refusals, threads ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("call, near", [
    (lambda what_if: what_if.set_value("U33", "a", 1.0), "U3"),
    (lambda what_if: what_if.set_value("U3", "peopl", 1.0), "people"),
    (lambda what_if: what_if.set_weight("IDXX", 1.0), "IDX"),
    (lambda what_if: what_if.try_values([("U3", "a", 1.0), ("U33", "a", 1.0)]), "U3"),
    (lambda what_if: what_if.try_values([("U3", "peopl", 1.0)]), "people"),
    (lambda what_if: what_if.try_values([("U3", "a", 1.0)], "IDXX"), "IDX"),
])
def test_unknown_codes(result: Result, call: Any, near: str) -> None:
    with pytest.raises(innoscore.UnknownCodeError, match=f"did you mean '{near}'"):
        call(result.what_if())


def test_refusals(result: Result) -> None:
    what_if = result.what_if()
    with pytest.raises(innoscore.InfiniteError):
        what_if.set_value("U1", "a", float("inf"))
    with pytest.raises(innoscore.InfiniteError):
        what_if.try_values([("U1", "a", float("inf"))])
    with pytest.raises(TypeError, match="a value is a number"):
        what_if.set_value("U1", "a", "3")  # type: ignore[arg-type]
    with pytest.raises(innoscore.ArgumentError):
        what_if.undo(1)
    with pytest.raises(innoscore.WeightsError):
        what_if.set_weight("c", 0)
        what_if.set_weight("d", 0)
    with pytest.raises(ValueError, match="no periods"):
        what_if.set_value("U1", "a", 1.0, period=2020)
    with pytest.raises(ValueError, match="'value' is missing"):
        what_if.try_values(pd.DataFrame({"unit": ["U1"], "column": ["a"]}))
    with pytest.raises(ValueError, match="an edit is"):
        what_if.try_values([("U1", "a")])
    with pytest.raises(innoscore.UnknownKeyError, match="hold_normalization"):
        result.what_if(hold_normalisation=True)
    with pytest.raises(TypeError, match="pickled"):
        import copy

        copy.copy(what_if)


def test_a_frame_is_of_one_state_whatever_other_threads_do(result: Result) -> None:
    what_if = result.what_if()
    known = {result.scores.to_numpy().tobytes(), result.method.score(edited(U3_a=30.0)).scores.to_numpy().tobytes()}
    shown, seen, done = what_if.result, set[bytes](), threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.add(shown.scores.to_numpy().tobytes())

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for _ in range(300):
        what_if.set_value("U3", "a", 30.0)
        what_if.undo()
    done.set()
    for reader in readers:
        reader.join()
    assert seen <= known and what_if.edits == 0
