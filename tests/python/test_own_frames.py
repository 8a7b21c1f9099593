"""Frames that a user gets are his: what he does to them changes no later answer."""
from __future__ import annotations

from typing import Any, Callable

import numpy as np
import pandas as pd
import pytest

import innoscore
import world

FRAMES: dict[str, Callable[[innoscore.Result], Any]] = {
    name: (lambda result, name=name: getattr(result, name))
    for name in ("scores", "ranks", "coverage", "weights", "frames", "treatment")
} | {
    "values": lambda result: result.values("normalize"),
    "ranking": lambda result: result.ranking(),
    "score": lambda result: result.score(),
    "rank": lambda result: result.rank(),
}


def assert_equal(given: Any, expected: Any) -> None:
    """Values, labels and their names."""
    compare = pd.testing.assert_frame_equal if isinstance(expected, pd.DataFrame) else pd.testing.assert_series_equal
    compare(given, expected)


@pytest.mark.parametrize("name", FRAMES)
def test_changing_a_frame_changes_nothing_else(name: str) -> None:
    take, result = FRAMES[name], world.method().score(world.data())
    expected = {other: read(result).copy() for other, read in FRAMES.items()}
    frame = take(result)
    frame.index.name = "another"
    frame.iloc[0] = np.nan
    for other, read in FRAMES.items():
        assert_equal(read(result), expected[other])
    if isinstance(frame, pd.DataFrame):
        taken = take(result)
        taken.drop(columns=taken.columns[0], inplace=True)
        assert_equal(take(result), expected[name])


def test_the_rows_keep_their_names() -> None:
    result = world.method().score(world.panel(2))
    result.rows.names = ["year", "province"]
    result.dataset.rows.names = ["year", "province"]
    assert list(result.scores.index.names) == ["period", "unit"]
    assert len(result.ranking()) == world.UNITS


def test_the_frames_of_an_uncertainty_are_copies() -> None:
    uncertainty = world.method().score(world.data()).uncertainty(n=20, progress=False)
    before = uncertainty.nominal
    uncertainty.nominal.iloc[:] = 0
    uncertainty.replicate(0).parameters.iloc[:, 0] = None
    pd.testing.assert_frame_equal(uncertainty.nominal, before)
    assert uncertainty.replicate(0).parameters["assumption"].notna().all()


def test_a_closed_result_gives_no_frame_that_it_gave_before() -> None:
    result = world.method().score(world.data())
    kept = result.scores
    result.close()
    with pytest.raises(innoscore.ClosedError):
        result.scores
    assert kept.shape == (world.UNITS, len(world.NODES))


def test_what_is_closed_still_says_what_it_was() -> None:
    method, dataset = world.method(), innoscore.Dataset.from_dataframe(world.data(), world.framework())
    result = method.score(dataset)
    uncertainty = result.uncertainty(n=1, progress=False)
    what_if = result.what_if()
    following = what_if.result
    for handle in (what_if, uncertainty, result, dataset):
        handle.close()
        assert "closed" in repr(handle)
    assert "closed" in repr(following) and "closed" in repr(following.dataset)
