"""Merged units, by pandas; trends, by their formulas."""
from __future__ import annotations

import math
import pickle

import numpy as np
import pandas as pd
import pytest

import innoscore
from innoscore import Dataset, Regrouping, cagr, interpolate, percentage_change

MAP = {"a": "A", "b": "A", "c": "C"}


@pytest.fixture()
def data() -> pd.DataFrame:
    return pd.DataFrame({"unit": ["a", "b", "c"], "patents": [3.0, 4.0, 5.0], "people": [10.0, 30.0, 50.0],
                         "grade": [6.0, 8.0, 7.0], "rate": [0.0, 0.0, 0.0], "kind": ["x", "x", "y"]})


def rules(units=MAP) -> Regrouping:
    return Regrouping(units).sum("patents", "people").mean("grade", "people").ratio("rate", "patents", "people", 100)


def test_figures_are_those_of_pandas(data):
    made = Dataset.from_dataframe(data).regroup(pickle.loads(pickle.dumps(rules())))
    frame = made.to_dataframe()
    assert made.units == ("A", "C") and made.columns == ("patents", "people", "grade", "rate")
    assert frame.loc["A"].tolist() == [7.0, 40.0, (6 * 10 + 8 * 30) / 40, 7 / (40 / 100)]
    assert frame.loc["C"].tolist() == [5.0, 50.0, 7.0, 10.0]


def test_a_unit_is_split_by_shares(data):
    units = pd.DataFrame([("a", "A", 0.25), ("a", "B", 0.75), ("b", "B", 1), ("c", "C", 1)])
    frame = Dataset.from_dataframe(data).regroup(
        Regrouping(units, expected=["C", "B", "A"]).sum().leave_out("grade", "rate").leave_out_group("kind")).to_dataframe()
    assert frame.index.tolist() == ["C", "B", "A"] and frame.columns.tolist() == ["patents", "people"]
    assert frame.loc["B"].tolist() == [0.75 * 3 + 4, 0.75 * 10 + 30]


def test_panels_and_missing_parts(data):
    panel = pd.concat([data.assign(period=2020), data.assign(period=2021)], ignore_index=True)
    panel.loc[0, "patents"] = np.nan
    dataset = Dataset.from_dataframe(panel)
    whole = Regrouping(MAP).sum()
    assert dataset.regroup(whole).to_dataframe()["patents"].isna().tolist() == [True, False, False, False]
    part = Regrouping(MAP).sum("patents", missing="available").sum()
    made = dataset.regroup(part)
    assert made.periods == (2020.0, 2021.0) and made.to_dataframe()["patents"].tolist() == [4, 5, 7, 5]
    assert part.parts(dataset)[("patents", "missing")].tolist() == [1, 0, 0, 0]
    assert part.parts(dataset)[("patents", "parts")].tolist() == [2, 1, 2, 1]


def test_mistakes_of_maps_are_named(data):
    dataset = Dataset.from_dataframe(data)
    with pytest.raises(innoscore.UnknownCodeError, match="c"):
        dataset.regroup(rules({"a": "A", "b": "A"}))
    with pytest.raises(innoscore.MissingParameterError, match="grade"):
        dataset.regroup(Regrouping(MAP).sum("patents", "people", "rate"))
    made = Regrouping(MAP).sum("patents")
    with pytest.raises(innoscore.DuplicateError):
        made.sum("patents")
    assert len(made._rules) == 1
    with pytest.raises(ValueError, match="missing is"):
        made.sum("people", missing="zero")
    with pytest.raises(innoscore.DomainError, match="kind"):
        dataset.regroup(rules({"a": "A", "b": "B", "c": "A"}))


def test_trends_by_their_formulas():
    values = pd.DataFrame([[100, 110, np.nan, 150], [0, 1, 2, 3], [-1, 2, 3, 4], [5, np.nan, np.nan, np.nan]],
                          index=list("abcd"), columns=[2018, 2019, 2020, 2022])
    rates = cagr(values)
    assert math.isclose(rates.loc["a", "value"], 1.5 ** (1 / 4) - 1, rel_tol=1e-14)
    assert rates["reason"].tolist() == ["", "from zero", "sign change", "too few"]
    assert math.isclose(cagr(values, latest=2).loc["a", "value"], (150 / 110) ** (1 / 3) - 1, rel_tol=1e-14)
    slope, level = np.polyfit([0, 1, 4], [100, 110, 150], 1)
    assert math.isclose(percentage_change(values, per=2).loc["a", "value"], 100 * slope * 2 / level, rel_tol=1e-12)
    between = interpolate(values, [2020, 2021, 2017])
    assert math.isclose(between.loc["a", 2020], 110 + 40 / 3, rel_tol=1e-14) and np.isnan(between.loc["a", 2017])
    assert between.loc["b", 2021] == 2.5


def test_trends_of_a_panel():
    frame = pd.DataFrame({"unit": ["n", "m", "n", "m"], "period": [2020, 2020, 2022, 2022], "x": [1.0, 2.0, 4.0, 2.0]})
    found = cagr(Dataset.from_dataframe(frame).to_dataframe()["x"])
    assert found.index.tolist() == ["n", "m"] and found["value"].tolist() == [1.0, 0.0]
    with pytest.raises(ValueError, match="times"):
        cagr(pd.DataFrame({"one": [1.0], "two": [2.0]}))
    with pytest.raises(innoscore.ArgumentError):
        cagr(pd.DataFrame([[1.0, 2.0]], columns=[2021, 2020]))
