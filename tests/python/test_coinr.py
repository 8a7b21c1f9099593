"""COINr's own tables: read as they are, written by R, and wrong in every way that happens."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import innoscore
from innoscore import coinr

META = """Level,iCode,Parent,Direction,Weight,Type,Denominator,Unit,iName
3,Index,NA,1,1,Aggregate,NA,Score,The index
2,A,Index,1,2,Aggregate,NA,Score,First
2,B,Index,1,1,Aggregate,NA,Score,Second
1,a1,A,1,1,Indicator,Pop,per head,"One, of A"
1,a2,A,-1,3,Indicator,NA,km,Two of A
1,b1,B,1,1,Indicator,NA,%,One of B
NA,Pop,NA,NA,NA,Denominator,NA,heads,People
NA,Region,NA,NA,NA,Group,NA,NA,Region
NA,Note,NA,NA,NA,Other,NA,NA,Note
"""
DATA = """uCode,uName,Time,Region,Note,Pop,a1,a2,b1
NA,Namibia,2020,South,x,2,1.5,10,3
VN,"Viet Nam",2020,East,y,4,NA,20,1
FR,France,2020,NA,z,5,10,30,2
"""


def frame(text: str, path: Path) -> pd.DataFrame:
    path.write_text(text)
    return pd.read_csv(path, keep_default_na=False, na_values=["NA"])


@pytest.fixture
def meta(tmp_path: Path) -> pd.DataFrame:
    return frame(META, tmp_path / "frame.csv")


def as_r(text: str, *, semicolons: bool = False) -> str:
    """As write.csv() writes it: row names, texts and headers in quotes, NA bare."""
    import csv
    import io

    rows = list(csv.reader(io.StringIO(text)))
    mark = ";" if semicolons else ","

    def cell(value: str) -> str:
        try:
            float(value)
        except ValueError:
            return value if value == "NA" else f'"{value}"'
        return value.replace(".", ",") if semicolons else value

    lines = [mark.join(['""', *(f'"{name}"' for name in rows[0])])]
    lines += [mark.join([f'"{number}"', *map(cell, row)]) for number, row in enumerate(rows[1:], 1)]
    return "\n".join(lines) + "\n"


def test_the_tables_of_the_package(asem_meta: pd.DataFrame, asem_data: pd.DataFrame,
                                   asem_framework: innoscore.Framework,
                                   shared: Path) -> None:
    framework = innoscore.Framework.from_coinr(asem_meta)
    assert framework.codes == asem_framework.codes and framework.nodes == asem_framework.nodes
    assert framework.codes == innoscore.Framework.from_coinr(shared / "reference/coinr/ASEM_iMeta.csv").codes
    data = innoscore.Dataset.from_coinr(asem_data, asem_meta)
    assert len(data.units) == 51 and data.names[0] == "Austria" and data.periods is None  # one Time is no panel
    assert set(data.columns) == set(framework.columns)
    again = innoscore.Dataset.from_coinr(shared / "reference/coinr/ASEM_iData.csv",
                                         shared / "reference/coinr/ASEM_iMeta.csv")
    assert again.fingerprint == data.fingerprint
    of_framework = innoscore.Dataset.from_coinr(asem_data, framework)
    assert of_framework.fingerprint == data.fingerprint


def test_a_panel_in_any_order(asem_meta: pd.DataFrame, shared: Path) -> None:
    path = shared / "reference/coinr/ASEM_iData_p.csv"
    data = innoscore.Dataset.from_coinr(path, asem_meta)
    assert data.periods == (2018.0, 2019.0, 2020.0, 2021.0, 2022.0) and len(data.units) == 51
    table = pd.read_csv(path, float_precision="round_trip").sample(frac=1.0, random_state=1)
    shuffled = innoscore.Dataset.from_coinr(table, asem_meta).to_dataframe()
    pd.testing.assert_frame_equal(shuffled.loc[data.rows], data.to_dataframe())


@pytest.mark.parametrize("semicolons", [False, True], ids=["write.csv", "write.csv2"])
def test_files_that_r_wrote(tmp_path: Path, semicolons: bool) -> None:
    (tmp_path / "meta.csv").write_text(as_r(META, semicolons=semicolons))
    (tmp_path / "data.csv").write_text("\ufeff" + as_r(DATA, semicolons=semicolons), encoding="utf-8")
    framework = innoscore.Framework.from_coinr(tmp_path / "meta.csv")
    assert framework.indicators == ("a1", "a2", "b1") and framework.aggregates == ("A", "B", "Index")
    assert framework.name("a1") == "One, of A" and framework.denominators == ("Pop",)
    assert [node.weight for node in framework.nodes] == [1, 3, 1, 2, 1, 1]
    assert [node.direction for node in framework.nodes] == [1, -1, 1, 1, 1, 1]
    data = innoscore.Dataset.from_coinr(tmp_path / "data.csv", tmp_path / "meta.csv")
    assert data.units == ("NA", "VN", "FR") and data.names == ("Namibia", "Viet Nam", "France")
    values = data.to_dataframe()
    assert values["a1"].tolist()[0] == 1.5 and np.isnan(values["a1"].iloc[1]) and values["Pop"].tolist() == [2, 4, 5]
    plain = innoscore.Dataset({code: values[code] for code in values}, data.units,
                              groups={"Region": ["South", "East", None]})
    assert plain.fingerprint == data.fingerprint  # Note is of Type Other and stays out


def test_the_same_result_from_frame_and_file(meta: pd.DataFrame, tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text(DATA)
    framework = innoscore.Framework.from_coinr(meta)
    method = innoscore.Method(framework)
    table = pd.read_csv(tmp_path / "data.csv", keep_default_na=False)
    first = method.score(innoscore.Dataset.from_coinr(table, meta))
    second = method.score(innoscore.Dataset.from_coinr(tmp_path / "data.csv", framework))
    np.testing.assert_array_equal(first.scores.to_numpy(), second.scores.to_numpy())


def test_denominators_with_a_scale(meta: pd.DataFrame) -> None:
    denomby = pd.DataFrame({"iCode": ["a2", "b1"], "Denominator": ["Pop", "Pop"], "ScaleFactor": [1000.0, 1.0]})
    nodes = {node.code: node for node in innoscore.Framework.from_coinr(meta, denomby=denomby).nodes}
    assert (nodes["a2"].denominator, nodes["a2"].scale) == ("Pop", 1000.0)
    assert (nodes["b1"].denominator, nodes["b1"].scale) == ("Pop", 1.0) and nodes["a1"].denominator is None
    with pytest.raises(ValueError, match="denomby, row 1: no indicator has the iCode 'a3'"):
        innoscore.Framework.from_coinr(meta, denomby=denomby.assign(iCode=["a3", "b1"]))
    with pytest.raises(ValueError, match="ScaleFactor of a2 is above 0"):
        innoscore.Framework.from_coinr(meta, denomby=denomby.assign(ScaleFactor=[0.0, 1.0]))


WRONG: list[tuple[str, int, Any, str]] = [
    ("Type", 3, "indicator", r"row 4: Type is Indicator, Aggregate.*not 'indicator'; did you mean 'Indicator'"),
    ("iCode", 4, "a1", r"row 5: iCode 'a1' is in row 4 too"),
    ("iCode", 4, np.nan, r"row 5: iCode is missing"),
    ("Parent", 3, "AA", r"row 4: Parent 'AA' of a1 is no iCode of Type Aggregate; did you mean 'A'"),
    ("Parent", 3, "b1", r"row 6: b1 is the Parent of a1, so its Type is Aggregate"),
    ("Parent", 3, "Index", r"row 4: a1 has Level 1 and its Parent Index Level 3; a parent is exactly one level above"),
    ("Parent", 1, np.nan, r"2 elements have none: Index, A"),
    ("Parent", 5, "A", r"row 3: aggregate B has no child"),
    ("Level", 3, 2, r"row 4: a1 has Level 2 and Type Indicator"),
    ("Level", 1, 1, r"row 2: A has Level 1 and Type Aggregate"),
    ("Level", 1, 1.5, r"Level of A is a whole number from 1 up, not 1.5"),
    ("Level", 1, np.nan, r"Level of A is a whole number from 1 up, not NA"),
    ("Weight", 4, np.nan, r"row 5: Weight of a2 is missing; every indicator and aggregate has one"),
    ("Direction", 4, np.nan, r"row 5: Direction of a2 is 1 or -1, not NA"),
    ("Direction", 4, 0, r"Direction of a2 is 1 or -1, not 0"),
    ("Direction", 4, "up", r"Direction is a number, not 'up'"),
    ("Weight", 4, "1,5", r"Weight is a number, not '1,5'"),
]


@pytest.mark.parametrize("column, row, value, sentence", WRONG, ids=[f"{w[0]}-{w[1]}-{w[2]}" for w in WRONG])
def test_what_is_wrong_in_imeta(meta: pd.DataFrame, column: str, row: int, value: Any, sentence: str) -> None:
    wrong = meta.astype({column: object})
    wrong.iat[row, wrong.columns.get_loc(column)] = value
    with pytest.raises(ValueError, match=sentence):
        innoscore.Framework.from_coinr(wrong)


def test_tables_that_are_no_tables(meta: pd.DataFrame, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="iMeta is a DataFrame or a path, not dict"):
        innoscore.Framework.from_coinr({"iCode": []})  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no column 'Weight'; did you mean 'weight'"):
        innoscore.Framework.from_coinr(meta.rename(columns={"Weight": "weight"}))
    with pytest.raises(ValueError, match="from_dataframe"):
        innoscore.Framework.from_coinr(pd.DataFrame({"code": ["a"], "parent": [None]}))
    with pytest.raises(ValueError, match="two columns are called 'Level'"):
        innoscore.Framework.from_coinr(pd.concat([meta, meta[["Level"]]], axis=1))
    with pytest.raises(ValueError, match="iMeta: no rows"):
        innoscore.Framework.from_coinr(meta.iloc[:0])
    with pytest.raises(ValueError, match="no row has Type Indicator"):
        innoscore.Framework.from_coinr(meta[meta["Type"] != "Indicator"])
    with pytest.raises(ValueError, match="none.csv"):
        innoscore.Framework.from_coinr(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes(META.replace("First", "Fürst").encode("latin-1"))
    with pytest.raises(ValueError, match="not UTF-8; write it with"):
        innoscore.Framework.from_coinr(tmp_path / "latin.csv")
    (tmp_path / "ragged.csv").write_text(META + "1,2,3,4,5,6,7,8,9,10,11\n")
    with pytest.raises(ValueError, match="ragged.csv: .*line 11"):
        innoscore.Framework.from_coinr(tmp_path / "ragged.csv")


def test_a_direction_of_an_aggregate_has_no_effect(meta: pd.DataFrame) -> None:
    meta.loc[1, "Direction"] = -1
    with pytest.warns(UserWarning, match="row 2: Direction -1 of the aggregate A has no effect"):
        framework = innoscore.Framework.from_coinr(meta)
    assert all(node.direction == 1 for node in framework.nodes if node.code in framework.aggregates)


@pytest.mark.parametrize("change, sentence", [
    (("VN,", ","), "row 2: uCode is missing"),
    ((",10,3\n", ",ten,3\n"), "row 1: a2 is a number, not 'ten'"),
    ((",10,3\n", ",Inf,3\n"), "row 1: a2 is a number, not 'Inf'"),
    (("a2", "A2"), "no column 'a2', an indicator of iMeta"),
    (("Pop", "People"), "no column 'Pop', a denominator of iMeta"),
    (("Region", "region"), "no column 'Region', a Group of iMeta; did you mean 'region'"),
    (("France,2020", "France,NA"), "row 3: Time is missing"),
    (("uCode", "code"), "no column 'uCode'"),
])
def test_what_is_wrong_in_idata(meta: pd.DataFrame, tmp_path: Path, change: tuple[str, str], sentence: str) -> None:
    (tmp_path / "data.csv").write_text(DATA.replace(*change))
    with pytest.raises(ValueError, match=sentence):
        innoscore.Dataset.from_coinr(tmp_path / "data.csv", meta)


def test_a_unit_twice(meta: pd.DataFrame, tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text(DATA.replace("VN,", "FR,"))
    with pytest.raises(innoscore.DuplicateError, match="FR"):
        innoscore.Dataset.from_coinr(tmp_path / "data.csv", meta)
    twice = DATA.replace('VN,"Viet Nam",2020', "FR,France,2020").replace("Namibia,2020", "Namibia,2021")
    (tmp_path / "data.csv").write_text(twice)
    with pytest.raises(ValueError, match="'FR' has two rows in period 2020"):
        innoscore.Dataset.from_coinr(tmp_path / "data.csv", meta)


def test_parameters_of_normalization(meta: pd.DataFrame) -> None:
    meta["goalpost_lower"], meta["goalpost_upper"], meta["goalpost_scale"] = 0.0, 10.0, 100.0
    meta["goalpost_trunc2posts"] = [True] * 9
    scheme = coinr.normalization(meta, "n_goalposts")
    assert ("a2", "upper", 10.0) in scheme.settings and ("a2", "truncate", 1) in scheme.settings
    meta.loc[4, "goalpost_upper"] = np.nan
    with pytest.raises(ValueError, match="row 5: goalpost_upper of a2 is missing, and n_goalposts needs it"):
        coinr.normalization(meta, "n_goalposts")
    with pytest.raises(ValueError, match="f_n is one of n_minmax"):
        coinr.normalization(meta, "n_rank")
    with pytest.raises(ValueError, match="no column 'Target'"):
        coinr.normalization(meta, "n_dist2targ")
