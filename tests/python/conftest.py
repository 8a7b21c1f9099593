"""Worlds that several files of tests use."""
from __future__ import annotations

import pathlib
import sys

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
