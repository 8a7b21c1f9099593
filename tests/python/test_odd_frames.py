"""Frames as analysts have them: read as they mean, or refused with a sentence that says what to do."""
from __future__ import annotations

import datetime
from typing import Any, Callable

import numpy as np
import pandas as pd
import pytest

import innoscore
import world

EVERY = ["a", "b", "c", "d", "people"]


def test_an_integer_without_an_exact_double_is_refused_beside_doubles() -> None:
    frame = world.data()[EVERY].assign(b=np.full(world.UNITS, 2**53 + 1, np.int64))
    with pytest.raises(TypeError, match="b: an integer beyond 2"):
        innoscore.Dataset.from_dataframe(frame, world.framework())
    frame["b"] = np.full(world.UNITS, 2**53, np.int64)
    data = innoscore.Dataset.from_dataframe(frame, world.framework()).to_dataframe()
    assert (data["b"] == 2.0**53).all()


@pytest.mark.parametrize("convert", [
    pd.to_datetime, lambda years: pd.PeriodIndex(years, freq="Y"), lambda years: years + "Q1",
    lambda years: years == "2020",
    lambda years: [datetime.date(int(year), 1, 1) for year in years],
])
def test_a_period_that_is_no_number_is_refused(convert: Callable[[Any], Any]) -> None:
    frame = world.panel(2)
    frame["period"] = convert(frame["period"].astype(str))
    with pytest.raises(TypeError, match=r"a period is a number, such as a year, not .*\(row 0\)"):
        world.method().score(frame)


@pytest.mark.parametrize("missing", [None, pd.NA, np.nan, pd.NaT])
def test_a_row_without_a_period_is_named(missing: Any) -> None:
    frame = world.panel(2).astype({"period": object})
    frame.at[3, "period"] = missing
    with pytest.raises(ValueError, match="row 3 has no period"):
        world.method().score(frame)


@pytest.mark.parametrize("kind", ["str", "category", "Int64", "float"])
def test_years_of_any_type_are_years(kind: str) -> None:
    expected = world.method().score(world.panel(2)).scores
    given = world.method().score(world.panel(2).astype({"period": kind})).scores
    pd.testing.assert_frame_equal(given, expected)


@pytest.mark.parametrize("missing", [None, np.nan, pd.NA, ""])
def test_a_unit_without_a_name_is_called_by_its_code(missing: Any) -> None:
    frame = world.data()
    frame["name"] = [missing, *frame["name"].tolist()[1:]]
    result = world.method().score(frame)
    assert result.dataset.names[:2] == ("U0", "Unit <1>")


def test_a_name_in_any_year_is_the_name() -> None:
    frame = world.panel(2)
    frame.loc[frame["period"] == 2021, "name"] = None
    assert world.method().score(frame).dataset.names[1] == "Unit <1>"


@pytest.mark.parametrize("code", ["unit", "period", "name"])
def test_an_indicator_may_be_called_as_a_column_is(code: str) -> None:
    framework = innoscore.Framework([{"code": code, "parent": "I"}, {"code": "x", "parent": "I"}, {"code": "I"}])
    frame = pd.DataFrame({code: [1.0, 2, 3], "x": [1.0, 2, 5]}, index=["u", "v", "w"])
    result = innoscore.Method(framework).score(frame)
    assert result.units == ("u", "v", "w")
    assert result.score(code).tolist() == [0, 50, 100]


def test_steps_may_come_one_by_one() -> None:
    steps = [innoscore.normalize(rule="rank"), innoscore.aggregate()]
    assert innoscore.Method(world.framework(), iter(steps)) == innoscore.Method(world.framework(), steps)
    with pytest.raises(innoscore.OrderError):
        innoscore.Method(world.framework(), iter([]))


def test_a_number_of_numpy_is_a_number() -> None:
    assert innoscore.normalize(lower=np.array(1.0)) == innoscore.normalize(lower=1.0)  # type: ignore[arg-type]
    assert world.method().score(world.data()).uncertainty(n=9, workers=np.int64(2), progress=False).replicates == 9


REFUSED: dict[str, tuple[Callable[[], Any], str]] = {
    "nodes": (lambda: innoscore.Framework("framework.csv"), "from_csv"),
    "node": (lambda: innoscore.Framework([3]), "a node is a mapping"),  # type: ignore[list-item]
    "infinite code": (lambda: innoscore.Framework([{"code": float("inf")}]), "code wants a text"),
    "scalar column": (lambda: world.method().score({"a": 5}), "a: one value a row is wanted"),
    "keep": (lambda: world.method().score(world.data(), keep=["all"]), "keep is"),  # type: ignore[arg-type]
    "step": (lambda: innoscore.Scheme(3), "there is no step 3"),  # type: ignore[arg-type]
    "steps": (lambda: innoscore.Method(world.framework(), 3), "steps is a list"),  # type: ignore[arg-type]
    "option": (lambda: innoscore.normalize(loer=1), "normalize.. has no option 'loer'.*did you mean 'lower'"),  # type: ignore
    "assumptions": (lambda: _result().uncertainty(3, n=1), "assumptions are what"),  # type: ignore[arg-type]
    "assumption": (lambda: innoscore.Assumptions("xy"), "assumptions are what"),  # type: ignore[arg-type]
    "kept": (lambda: world.method().score(world.data(), keep="scores").coverage, 'keep="coverage"'),
    "printed rank": (lambda: _result().verify(pd.DataFrame({"unit": ["U1"], "rank": ["x"]})), "rank: ranks are numbers"),
    "language": (lambda: innoscore.set_language(["vi"]), "language is"),  # type: ignore[arg-type]
    "method of a what-if": (lambda: _result().what_if().set_method(None), "wants a Method"),  # type: ignore[arg-type]
    "result before": (lambda: _result().change_from(3), "a Result is wanted"),  # type: ignore[arg-type]
    "tally": (lambda: innoscore.Uncertainty.from_bytes(10**15), "read from bytes"),  # type: ignore[arg-type]
    "merge": (lambda: _result().uncertainty(n=1, progress=False).merge(b""), "wants an Uncertainty"),  # type: ignore
}


def _result() -> innoscore.Result:
    return world.method().score(world.data())


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_such_thing_is_refused_with_a_sentence(name: str) -> None:
    call, sentence = REFUSED[name]
    with pytest.raises((TypeError, ValueError, innoscore.InnoError), match=sentence):
        call()
