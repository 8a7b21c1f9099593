"""The functions of cells: golden cases bit for bit, what cells mean, and what is said about faults."""

from __future__ import annotations

import json
import os
import re
import sys
import pathlib

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import pytest
from cells import GOLDEN, NA, Cells, Error, Fault, bits, data_table, double, flat_call, framework_table, method_table, same_table

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = json.loads((ROOT / "examples/spreadsheet/functions.json").read_text(encoding="utf-8"))
cells = Cells(os.environ["INNOSCORE_CELLS"])


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: case["name"])
def test_whole_index(case):
    tables = data_table(case), framework_table(case), method_table(case)
    nodes = list(case["scores"])
    same_table(cells("SCORE", *tables, nodes), case["scores"], case["units"])
    same_table(cells("SCORE_RANK", *tables, nodes), case["ranks"], case["units"])
    if case["coverage"]:
        same_table(cells("SCORE_COVERAGE", *tables, list(case["coverage"])), case["coverage"], case["units"])
    weights = cells("SCORE_WEIGHTS", *tables[1:])
    if not any(step["step"] == "weigh" for step in case["steps"]):  # such weights come from the data
        assert {row[0]: bits(row[3]) for row in weights[1:]} == {code: bits(double(value)) for code, value in case["effective_weights"].items()}


@pytest.mark.parametrize("case", [case for case in GOLDEN["cases"] if "tries" in case], ids=lambda case: case["name"])
def test_what_if(case):
    tables = data_table(case), framework_table(case), method_table(case)
    scores = cells("SCORE", *tables)
    for unit, column, value, score, rank, status in case["tries"]:
        arguments = (*tables[:2], unit, column, [None if double(value) is NA else double(value)], tables[2])
        if status != "INNO_OK":
            with pytest.raises(Fault, match="row 1 of value"):
                cells("WHAT_IF", *arguments)
            continue
        found = cells("WHAT_IF", *arguments)
        assert found[0] == ["unit", "score", "rank", "score_change", "rank_change"]
        assert [bits(each) for each in found[1][1:3]] == [bits(double(score)), bits(double(rank))]
        now = next(row[1] for row in scores if row[0] == unit)
        if now is not NA and found[1][1] is not NA:
            assert found[1][3] == found[1][1] - now


@pytest.mark.parametrize("case", [case for case in GOLDEN["cases"] if "uncertainty" in case], ids=lambda case: case["name"])
def test_rank_interval(case):
    known = case["uncertainty"]
    found = cells("RANK_INTERVAL", data_table(case), framework_table(case), known["replicates"], known["level"], double(known["noise"]),
                  known["seed"], method_table(case))
    assert found[0] == ["unit", "rank", "lower", "median", "upper", "mean", "sd"]
    for k, name in ((2, "lower"), (3, "median"), (4, "upper"), (5, "mean"), (6, "sd")):
        assert [bits(row[k]) for row in found[1:]] == [bits(double(value)) for value in known[name]], name


@pytest.mark.parametrize("one", GOLDEN["functions"], ids=lambda one: one["function"])
def test_flat(one):
    call = flat_call(one)
    if call is None:
        assert one["function"] in {"inno_flat_score", "inno_flat_check"}
        return
    try:
        found = cells(call[0], *call[1])
    except Fault as fault:
        assert one.get("status", 0) == fault.status if "status" in one else one["double"] is None
        return
    expected = [one["double"]] if "double" in one else one["out"]
    assert [bits(cell) for row in found for cell in row] == [bits(double(value)) for value in expected]


def test_every_call_of_the_flat_tier_has_a_function():
    declared = set()
    for header in (ROOT / "include/innoscore").glob("flat*.h"):
        declared |= set(re.findall(r"INNO_CALL (inno_flat_\w+)\(", header.read_text(encoding="utf-8")))
    assert declared - {one.get("calls") for one in TABLE["functions"]} == {"inno_flat_check", "inno_flat_score"}  # WHY, SCORE


DATA = [["unit", "A", "B", "group:region"], ["Hà Nội", 1.0, 10.0, "north"], ["Huế", 2.0, None, "centre"], ["Cần Thơ", 4.0, 30.0, "south"]]
FRAMEWORK = [["code", "parent", "weight"], ["I", None, None], ["A", "I", 1], ["B", "I", 3]]


def test_what_cells_mean():
    same = cells("MINMAX", [1, 2, 4])
    assert same == [[0.0], [100 / 3], [100.0]]
    assert cells("MINMAX", [[1, 2, 4]]) == [[0.0, 100 / 3, 100.0]]  # the shape of what was given
    for missing in (None, "", "  ", "NA", "N/A", "n/a", "..", " .. ", NA):
        assert cells("MINMAX", [1, missing, 2, 4]) == [same[0], [NA], *same[1:]], missing
    assert cells("MINMAX", [False, 0.5, True]) == [[0.0], [50.0], [100.0]]
    assert cells("ARITHMETIC_MEAN", [1, None, 4]) == [[2.5]]
    assert cells("ARITHMETIC_MEAN", [1, None, 4], ..., 0.9) == [[NA]]  # below the coverage: missing, not wrong
    assert cells("RANK", [3, 1, 2, 2], ["a", "a", "b", "b"]) == [[1.0], [2.0], [1.0], [1.0]]
    assert cells("RANK", [3, 1, 2, 2], ["a", "a", None, "b"]) == [[1.0], [2.0], [NA], [1.0]]
    assert cells("RANK", [3, 1, 2, 2], ..., ..., "fractional") == [[1.0], [4.0], [2.5], [2.5]]
    assert cells("RANK", [3, 1, 2, 2], ..., ..., 1) == [[1.0], [4.0], [2.0], [2.0]]  # a choice by its number
    assert cells("SUM", [1, None, 3], ..., "propagate") == [[NA]]
    assert cells("MINMAX", ["\u00a0", "\u200b ", 1, 3])[2:] == [[0.0], [100.0]]  # blanks that nobody sees
    assert cells("RANK", [1, 2, 3], ["Bắc", "Bắc\u00a0", " Bắc"]) == [[3.0], [2.0], [1.0]]
    assert cells("COPELAND", [[1, 2], [2, 1], [None, None], [3, 3], [None, ""], ["", None]])[2:] == [[NA], [2.0], [NA], [NA]]
    assert cells("IMPUTE_EM", [[1, 2], [2, 3], [3, 4.5], [4, 5], [None, None]])[4] == [NA, NA]
    assert cells("CORRELATIONS", [[1, 2], [2, 4], [3, 7]])[0][1] == cells("CORRELATION", [1, 2, 3], [2, 4, 7])[0][0]
    assert cells("WEIGHTS", [[1, 2, 3], [2, 4, 1], [3, 7, 2]], "equal") == [[1 / 3] * 3]
    assert cells("VERSION") == [[cells("VERSION")[0][0]]] and re.fullmatch(r"\d+\.\d+\.\d+", cells("VERSION")[0][0])


def said(name, *arguments, language=0):
    with pytest.raises(Fault) as caught:
        cells(name, *arguments, language=language)
    told = cells("WHY", name, *arguments, language=language)
    assert told == [[caught.value.sentence]] and told[0][0]
    return f"{caught.value.kind}: {caught.value.sentence}"


def test_faults_say_where():
    assert said("MINMAX", [1, 2, "abc"]) == "VALUE: there is the text 'abc' in row 3, column 1 of values; put a number there or leave the cell empty"
    assert said("MINMAX", [[1, "x"]], language=1) == "VALUE: có chữ 'x' ở hàng 1, cột 2 của giá trị; hãy nhập số hoặc để ô trống"
    assert said("MINMAX", [1, Error(7.0), 2]) == "ERROR: there is an error in row 2, column 1 of values; correct that cell first"
    assert said("MINMAX", [[1, 2], [3, 4]]).startswith("VALUE: values is a range of 2 rows and 2 columns; give one row or one column")
    assert said("MINMAX") == "VALUE: values is left out; MINMAX needs it"
    assert said("MINMAX", [1, 2], 2).startswith("VALUE: ")
    assert said("MINMAX", [1, 2], 1.5) == "VALUE: direction is 1.5; give a whole number"
    assert said("MINMAX", [1, 2], [1, 1]) == "VALUE: direction is a range of 2 rows and 1 columns; give one cell"
    assert said("MINMAX", [1, 2], 1, "low") == "VALUE: lower is the text 'low'; give a number"
    assert said("MINMAX", [1, 1]).startswith("NUMBER: ")
    assert said("MINMAX", [None, None]).startswith("NONE: ")
    assert said("RANK", [1, 2], ..., ..., "best").startswith("VALUE: ties is 'best'; it is one of competition, ")
    assert said("RANK", [1, 2], ["a"]) == "VALUE: group has 1 cells, but 2 are needed"
    assert said("GEOMETRIC_MEAN", [1, 0]) == "NUMBER: cell 2 of values is 0; GEOMETRIC_MEAN needs values above 0"
    assert said("LOG", [[1, 2, -3]]) == "NUMBER: cell 3 of values is -3; LOG needs values above 0"
    assert said("KURTOSIS", [1, 1, 1, 1]).startswith("NUMBER: KURTOSIS has no result for these values and options. It is: ")
    assert said("MINMAX", [1, 2], 0) == "VALUE: direction is 0; give 1 (more is better) or -1 (less is better)"
    assert said("ARITHMETIC_MEAN", [1, 2], ..., 80) == "VALUE: min_coverage is 80; give a number from 0 to 1"
    assert said("ZSCORE", [1, 2], 1, 0, 0) == "VALUE: sd is 0; give a number above 0"
    assert said("WINSORIZE", [1, 2], -1) == "VALUE: limit is -1; give 0 or more"
    assert said("ARITHMETIC_MEAN", [1, 2], [3, None]) == "VALUE: cell 2 of weights is empty or below 0; give 0 to leave a value out"
    assert said("AGGREGATE", [[1, 2]], [[0, 0]]) == "VALUE: all weights are 0; one at least must be above 0"
    for wrong in (9, True, 0.5, "best"):  # a choice is a word or its number
        assert "it is one of pearson, spearman, kendall" in said("CORRELATIONS", [[1, 2], [2, 1], [3, 3]], wrong)
    assert said("GOALPOSTS", [1, 2]) == "VALUE: lower is left out; GOALPOSTS needs it"
    assert said("AHP", [[1, 2, 3], [1, 2, 3]]) == "VALUE: judgements has 2 rows and 3 columns; give as many rows as columns"
    assert said("VERSION", 1) == "VALUE: VERSION has 0 arguments, but 1 are given"
    assert cells("WHY", "inno.minmax", [1, 2]) == [[""]]
    with pytest.raises(Fault, match="there is no function 'MINMAXX'"):
        cells("WHY", "MINMAXX", [1])
    with pytest.raises(Fault, match="not itself"):
        cells("WHY", "WHY", "MINMAX")


def test_faults_of_tables():
    other = [*FRAMEWORK[:-1], ["B", "J", 3]]
    assert "'J'" in said("SCORE", DATA, other)
    assert said("SCORE", DATA, [["kode", "parent"], ["I", None]]).startswith("VALUE: framework has no column 'code'; its first row must be headers")
    assert "direction is 3; it is 1 or -1" in said("SCORE", DATA, [["code", "parent", "direction"], ["I", None, None], ["A", "I", 3]])
    assert "the header 'loer' of framework is neither" in said("SCORE", DATA, [["code", "parent", "loer"], ["I", None, None], ["A", "I", 3]])
    assert "several steps have a key 'rule'" in said("SCORE", DATA, [["code", "parent", "rule"], ["I", None, None], ["A", "I", 1]])
    text = [list(row) for row in DATA]
    text[2][1] = "12,5"
    assert said("SCORE", text, FRAMEWORK) == "VALUE: there is the text '12,5' in row 3, column 2 of data; put a number there or leave the cell empty"
    assert "'B'" in said("SCORE", [row[:2] for row in DATA], FRAMEWORK)  # a column that the index needs
    assert said("SCORE", [row[1:] for row in DATA], FRAMEWORK).startswith("VALUE: data has no column 'unit'")
    assert said("SCORE", DATA[:1], FRAMEWORK).startswith("NONE: data has no unit")
    assert "period" in said("SCORE", [[*DATA[0], "period"], *([*row, 2025] for row in DATA[1:])], FRAMEWORK)
    for rows, words in (([["normalisation", "rule", "minmax"]], "there is no 'normalisation'"), ([["normalization", "rul", "minmax"]], "no key 'rul'"),
                        ([["normalization", "rule", "minmx"]], "row 1 of method: "), ([["normalization", "rule", None]], "no value for the key 'rule'"),
                        ([[None, "rule", "minmax"]], "section is missing"), ([["pipeline", "steps", "treat, normalise"]], "there is no 'normalise'"),
                        ([["screening", "rule", "both"], ["pipeline", "steps", "normalize, aggregate"]], "name it in pipeline"),
                        ([["weights", "rule", "fair"]], "not 'fair'"), ([["weights:A", "rule", "equal"]], "stands for itself"),
                        ([["weights", "Z", 1]], "row 1 of method: "), ([["audit", "x", 1]], "there is no 'audit'")):
        assert words in said("SCORE", DATA, FRAMEWORK, rows), rows
    assert said("SCORE", DATA, FRAMEWORK, [["a", "b"]]).startswith("VALUE: method has 2 columns; it has three")
    assert "no code 'Z'" in said("SCORE", DATA, FRAMEWORK, ..., "Z")
    assert cells("SCORE_COVERAGE", DATA, FRAMEWORK, ..., "B", False) == [[1.0], [0.0], [1.0]]
    for rows, words in (([["normalization", "lower", 0], ["normalization", "lower", 1]], "row 2 of method: this is set twice: 'lower'"),
                        ([["pipeline.2", "steps", "normalize, aggregate"]], "stands for itself"), ([["pipeline", "order", "x"]], "key steps only"),
                        ([["ranking.2", "group", "region"]], "stands for itself"), ([["screening:A", "exclude", "Huế"]], "stands for itself"),
                        ([["explain", "ulps", 4]], "no function of cells reads the key 'ulps'")):
        assert words in said("SCORE", DATA, FRAMEWORK, rows), rows
    assert said("SCORE", DATA, FRAMEWORK, [["imputation", "rule", "latest"]]).endswith("a cell scores one period; choose another rule")
    grouped = [["ranking", "group", "region"]]
    for name, more in (("WHAT_IF", ("Huế", "A", 1)), ("NEXT_RANK", ("Huế", ...)), ("RANK_INTERVAL", (..., ..., ..., ...))):
        assert f"row 1 of method: ranks inside groups are given by SCORE_RANK only; give {name} a method" in said(name, DATA, FRAMEWORK, *more, grouped)
    assert "in a sheet: a column with the header group:NAME" in said("SCORE_RANK", DATA, FRAMEWORK, [["ranking", "group", "part"]])
    assert "shows those that are given" in said("SCORE_WEIGHTS", FRAMEWORK, [["weighting", "rule", "entropy"]])
    assert "row 4 of framework has no code" in said("SCORE", DATA, [*FRAMEWORK[:3], [None, "I", 3]])
    assert "typed as text" in said("SCORE", DATA, [*FRAMEWORK, ["B", "I", 3]])
    assert "a scale but no denominator" in said("SCORE", DATA, [["code", "parent", "scale"], ["I", None, None], ["A", "I", 10]])
    assert "the later one is 'normalization.lower'" in said("SCORE", DATA, [["code", "parent", "lower", "normalization.lower"], ["I", None, None, None], ["A", "I", 1, 2]])
    assert "row 2 of data has more than one line" in said("SCORE", [DATA[0], ["Hà\nNội", 1, 2, "x"]], FRAMEWORK)
    assert said("CONTRIBUTION", DATA, FRAMEWORK, "Cần Thơ", "above").startswith("NONE: no unit has a score above this one's")
    assert said("NEXT_RANK", DATA, FRAMEWORK, "Huế", 0) == "VALUE: rank is 0; give 1 or more"
    assert said("RANK_INTERVAL", DATA, FRAMEWORK, ..., 2) == "VALUE: level is 2; give a number from 1 to 1"
    assert said("RANK_INTERVAL", DATA, FRAMEWORK, ..., ..., 0) == "VALUE: noise is 0; give a number above 0"
    assert "no unit 'Hue'" in said("CONTRIBUTION", DATA, FRAMEWORK, "Hue")
    assert "it is baseline, best" in said("CONTRIBUTION", DATA, FRAMEWORK, "Huế", "worst")
    assert "no column 'C'" in said("WHAT_IF", DATA, FRAMEWORK, "Huế", "C", 1)
    assert "give one, or one a new value (3)" in said("WHAT_IF", DATA, FRAMEWORK, ["Huế", "Hà Nội"], "A", [1, 2, 3])
    assert said("RANK_INTERVAL", DATA, FRAMEWORK, ..., ..., ..., 99999999999).endswith("seed = 99999999999 is not allowed; it must be a number from 0 to 2147483647")
    assert said("RANK_INTERVAL", DATA, FRAMEWORK, 0) == "VALUE: replicates is 0; give 1 to 100000000"


def test_tables_of_an_index():
    plain = [["normalization", "rule", "minmax"], ["", "lower", 0], ["pipeline", "steps", "normalize, aggregate"]]
    score = cells("SCORE", DATA, FRAMEWORK, plain)
    assert score == [["unit", "I"], ["Hà Nội", 0.0], ["Huế", 100 / 3], ["Cần Thơ", 100.0]]
    assert cells("SCORE", DATA, FRAMEWORK, [["section", "key", "value"], *plain]) == score  # headers are fine, so are rows of nothing
    assert cells("SCORE", [DATA[0], [None] * 4, *DATA[1:], [""] * 4], [*FRAMEWORK, [None] * 3], plain) == score
    assert cells("SCORE", DATA, FRAMEWORK, [["mục", "khóa", "giá trị"], *plain]) == score
    assert cells("SCORE", [[*row, note] for row, note in zip(DATA, (None, "a note", 7, None))], FRAMEWORK, plain) == score  # no header
    assert cells("SCORE", DATA, FRAMEWORK, plain, ..., False) == [row[1:] for row in score[1:]]
    assert cells("SCORE", DATA, FRAMEWORK, plain, [["I", "A", "B"]])[0] == ["unit", "I", "A", "B"]
    assert cells("SCORE_RANK", DATA, FRAMEWORK, plain, ..., False) == [[3.0], [2.0], [1.0]]
    assert cells("SCORE_RANK", DATA, FRAMEWORK, [*plain, ["ranking", "group", "region"]], ..., False) == [[1.0]] * 3
    unknown = [[*row[:3], "NA" if row[3] == "south" else row[3]] for row in DATA]  # a mark is no group
    assert cells("SCORE_RANK", unknown, FRAMEWORK, [*plain, ["ranking", "group", "region"]], ..., False) == [[1.0], [1.0], [NA]]
    assert cells("SCORE_COVERAGE", DATA, FRAMEWORK, plain, ..., False) == [[1.0], [0.5], [1.0]]
    assert cells("SCORE_WEIGHTS", FRAMEWORK, ..., False) != [] and [row[2] for row in cells("SCORE_WEIGHTS", FRAMEWORK)[1:]] == [0.25, 0.75, 1.0]
    equal = cells("SCORE_WEIGHTS", FRAMEWORK, [["weights", "A", 2], ["weights", "rule", "equal"]])
    assert {row[0]: row[1] for row in equal[1:]} == {"A": 2.0, "B": 1.0, "I": 1.0}
    parts = cells("CONTRIBUTION", DATA, FRAMEWORK, "Cần Thơ", ..., plain)
    assert {row[0]: row[3] for row in parts[1:]} == {"A": 25.0, "B": 75.0, "I": 100.0}
    assert cells("CONTRIBUTION", DATA, FRAMEWORK, "Hà Nội", "Cần Thơ", plain) == cells("CONTRIBUTION", DATA, FRAMEWORK, "Hà Nội", "best", plain)
    climb = cells("NEXT_RANK", DATA, FRAMEWORK, "Hà Nội", ..., plain)
    assert climb[0] == ["indicator", "value", "needed", "change", "reached", "score", "rank"] and [row[0] for row in climb[1:]] == ["A", "B"]
    assert all(row[4] in (0.0, 1.0) for row in climb[1:]) and any(row[4] == 1.0 and row[6] <= 2.0 for row in climb[1:])
    assert cells("NEXT_RANK", DATA, FRAMEWORK, "Cần Thơ", ..., plain, ..., False)[0][2] == 0.0  # the first has nothing to do
    two = cells("WHAT_IF", DATA, FRAMEWORK, "Huế", "A", [4, None], plain)
    assert two[1][1:3] == [100.0, 1.0] and two[2][0] == "Huế"
    keyed = [["code", "parent", "normalization", "lower"], ["I", None, None, None], ["A", "I", "goalposts", 0], ["B", "I", None, None]]
    assert "upper" in said("SCORE", DATA, keyed, plain)


def test_codes_that_are_numbers():
    data = [["unit", 1.1, "1.2"], ["a", 1, 2], ["b", 3, 4]]
    framework = [["code", "parent"], [1, None], [1.1, 1], ["1.2", 1]]
    assert cells("SCORE", data, framework)[0] == ["unit", "1"]


def test_calls_from_threads():
    from concurrent.futures import ThreadPoolExecutor
    case = next(case for case in GOLDEN["cases"] if case["name"] == "pii")
    tables = data_table(case), framework_table(case), method_table(case)
    expected = cells("SCORE", *tables)
    with ThreadPoolExecutor(8) as pool:
        assert all(found == expected for found in pool.map(lambda _: cells("SCORE", *tables), range(32)))
