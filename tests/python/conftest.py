"""What tests share: the examples of examples/data and COINr's ASEM as frames, and the folder of reference tables."""
from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

SOURCE = Path(__file__).resolve().parents[2]
if importlib.util.find_spec("innoscore") is None:  # neither installed nor in PYTHONPATH: what lies here
    sys.path.insert(0, str(SOURCE / "examples/python"))
    os.environ["PYTHONPATH"] = str(SOURCE / "examples/python")  # for the processes that tests start
import innoscore  # noqa: E402

EXAMPLES = SOURCE / "examples/data"


def read(path: Path) -> pd.DataFrame:
    """Every double as it is written; NA is a text."""
    return pd.read_csv(path, keep_default_na=False, na_values=[""], float_precision="round_trip")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the reference tables; without it the test is skipped."""
    folder = Path(os.environ.get("INNO_SHARED_DIR", SOURCE.parent / "shared"))
    if not (folder / "reference").is_dir():
        pytest.skip(f"the reference tables are not there: {folder / 'reference'}")
    return folder


@pytest.fixture(scope="session")
def tai_framework() -> innoscore.Framework:
    """8 indicators below one index, with goalposts."""
    return innoscore.Framework.from_csv(EXAMPLES / "tai/framework.csv")


@pytest.fixture(scope="session")
def tai_data() -> pd.DataFrame:
    """23 units by 8 columns of doubles and integers, as the Handbook prints them."""
    return read(EXAMPLES / "tai/data.csv").set_index("unit")


@pytest.fixture(scope="session")
def tai_method(tai_framework: innoscore.Framework) -> innoscore.Method:
    """Equal weights."""
    return innoscore.Method.from_ini(EXAMPLES / "tai/method_equal.ini", tai_framework)


@pytest.fixture(scope="session")
def pii_framework() -> innoscore.Framework:
    """52 indicators, 26 aggregates."""
    return innoscore.Framework.from_csv(EXAMPLES / "pii-synthetic/framework.csv")


@pytest.fixture(scope="session")
def pii_method(pii_framework: innoscore.Framework) -> innoscore.Method:
    return innoscore.Method.from_ini(EXAMPLES / "pii-synthetic/method.ini", pii_framework)


@pytest.fixture(scope="session")
def pii_data() -> pd.DataFrame:
    """34 units by 52 indicators and 5 denominators, all doubles but "name" and the grouping "region"."""
    frame = read(EXAMPLES / "pii-synthetic/data.csv").set_index("unit").drop(columns="note")
    frame = frame.rename(columns={"group:region": "region"})
    numbers = [column for column in frame.columns if column not in ("name", "region")]
    return frame.astype({column: float for column in numbers})


@pytest.fixture
def asem_meta(shared: Path) -> pd.DataFrame:
    """COINr's iMeta as its own table: aggregates after indicators, groups and denominators last."""
    return read(shared / "reference/coinr/ASEM_iMeta.csv")


@pytest.fixture
def asem_data(shared: Path) -> pd.DataFrame:
    """COINr's iData: 51 units."""
    return read(shared / "reference/coinr/ASEM_iData.csv")


@pytest.fixture
def asem_framework(asem_meta: pd.DataFrame) -> innoscore.Framework:
    """ASEM as a framework: 49 indicators, 8 pillars, 2 sub-indexes."""
    rows = asem_meta[asem_meta["Type"].isin(["Indicator", "Aggregate"])]
    columns = {"iCode": "code", "iName": "name", "Parent": "parent", "Direction": "direction", "Weight": "weight",
               "Denominator": "denominator", "Unit": "unit_of_measure"}
    return innoscore.Framework.from_dataframe(rows[list(columns)].rename(columns=columns))


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
