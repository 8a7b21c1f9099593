"""Worlds that several files of tests use."""
from __future__ import annotations

import pathlib
import sys

import numpy as np
import pandas as pd
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "examples" / "python"))

import innoscore  # noqa: E402

DATA = ROOT / "examples" / "data"


@pytest.fixture(scope="session")
def shared() -> pathlib.Path:
    """Reference values; what needs them is skipped where they are absent."""
    path = ROOT.parent / "shared" / "reference"
    if not path.is_dir():
        pytest.skip("the reference values are not beside the project")
    return path


@pytest.fixture(scope="session")
def tai_framework() -> innoscore.Framework:
    return innoscore.Framework.from_csv(DATA / "tai" / "framework.csv")


@pytest.fixture(scope="session")
def tai_data() -> pd.DataFrame:
    return pd.read_csv(DATA / "tai" / "data.csv")


@pytest.fixture(scope="session")
def tai_method(tai_framework: innoscore.Framework) -> innoscore.Method:
    return innoscore.Method.from_ini(DATA / "tai" / "method_equal.ini", tai_framework)


@pytest.fixture(scope="session")
def pii_framework() -> innoscore.Framework:
    return innoscore.Framework.from_csv(DATA / "pii-synthetic" / "framework.csv")


@pytest.fixture(scope="session")
def pii_data() -> pd.DataFrame:
    return pd.read_csv(DATA / "pii-synthetic" / "data.csv")


@pytest.fixture(scope="session")
def small() -> tuple[innoscore.Method, pd.DataFrame]:
    """Two families of two indicators, seven units."""
    framework = innoscore.Framework([
        {"code": "a1", "parent": "A", "weight": 1}, {"code": "a2", "parent": "A", "weight": 3},
        {"code": "b1", "parent": "B", "weight": 2}, {"code": "b2", "parent": "B", "weight": 2},
        {"code": "A", "parent": "I", "weight": 0.4}, {"code": "B", "parent": "I", "weight": 0.6}, {"code": "I"},
    ])
    data = pd.DataFrame(np.random.default_rng(4).normal(50, 9, (7, 4)), columns=["a1", "a2", "b1", "b2"],
                        index=[f"u{k}" for k in range(7)])
    return innoscore.Method(framework, [innoscore.normalize(lower=0, upper=100), innoscore.aggregate()]), data
