"""A small index that has everything which explanations tell of: denominators, gaps, a heavy tail, groups."""
from __future__ import annotations

import pandas as pd

from innoscore import Framework, Method, aggregate, denominate, impute, normalize, treat

UNITS = 12
NODES = [
    {"code": "IDX", "name": "The index", "name_vi": "Chỉ số"},
    {"code": "P1", "name": "First", "name_vi": "Thứ nhất", "parent": "IDX", "weight": 2},
    {"code": "P2", "name": "Second", "name_vi": "Thứ hai", "parent": "IDX"},
    {"code": "a", "name": "Alpha", "parent": "P1", "weight": 3, "denominator": "people", "scale": 1000,
     "unit_of_measure": "cases"},
    {"code": "b", "name": "Beta", "parent": "P1", "direction": -1},
    {"code": "c", "name": "Gamma", "parent": "P2"},
    {"code": "d", "name": "Delta", "parent": "P2"},
]


def framework() -> Framework:
    return Framework(NODES)


def data() -> pd.DataFrame:
    """12 units: a has one far value, c lacks two, U5 lacks both of P2."""
    frame = pd.DataFrame({
        "name": [f"Unit <{i}>" for i in range(UNITS)],
        "side": ["north" if i % 2 else "south" for i in range(UNITS)],
        "a": [90000.0 if i == 3 else 20.0 + 7 * i for i in range(UNITS)],
        "b": [3.0 + (i * 3) % 7 for i in range(UNITS)],
        "c": [None if i in (5, 8) else 5.0 + (i * 5) % 11 for i in range(UNITS)],
        "d": [None if i == 5 else 1.0 + i % 4 for i in range(UNITS)],
        "people": [2000.0 + 10 * i for i in range(UNITS)],
    }, index=pd.Index([f"U{i}" for i in range(UNITS)], name="unit"))
    return frame.astype({code: float for code in "abcd"})


def method(*, filled: bool = True) -> Method:
    """Gaps filled by the mean of the group, or left."""
    fill = [impute(rule="group_mean", group="side")] if filled else []
    return Method(framework(), [denominate(), *fill, treat(limit=1), normalize(), aggregate()])


def panel(periods: int) -> pd.DataFrame:
    """The same data a year apart, a one more each year."""
    parts = [data().assign(period=2020 + k, a=data()["a"] + k).reset_index() for k in range(periods)]
    return pd.concat(parts, ignore_index=True)
