"""innoscore.oxt in LibreOffice: golden cases bit for bit, what cells mean, files, the function wizard, the workbooks.
Usage: check.py FOLDER   with what examples/spreadsheet/calc/build made there"""

from __future__ import annotations

import importlib.util
import pathlib
import sys
import time
import types
import zipfile
from typing import Any, Callable

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import sheets  # noqa: E402, it sets the path for all others
import office  # noqa: E402
import table  # noqa: E402
from cells import GOLDEN, NA, Error, bits, data_table, double, flat_call, framework_table, method_table, same_table  # noqa: E402
from sheets import ARGUMENT, DIVISION, NOT_AVAILABLE, NUM, PARAMETERS, VALUE, Place, missing  # noqa: E402

TABLE = table.read()
TEXT = "there is the text 'abc' in row 6, column 1 of values; put a number there or leave the cell empty"
TEXT_VI = "có chữ 'abc' ở hàng 6, cột 1 của giá trị; hãy nhập số hoặc để ô trống"


# ---- golden cases ----------------------------------------------------------------------------------------------------


def whole_indices(document: Any) -> str:
    for k, case in enumerate(GOLDEN["cases"]):
        place, nodes = Place(document, f"case{k}"), list(case["scores"])
        data, framework, method, chosen = map(place.put, (data_table(case), framework_table(case), method_table(case), nodes))
        size = len(case["units"]) + 1, len(nodes) + 1
        for function, known in (("SCORE", "scores"), ("SCORE_RANK", "ranks")):
            found = place.array(f"=INNO.{function}({data};{framework};{method};{chosen})", *size)
            same_table(missing(found), case[known], case["units"])
    return f"{len(GOLDEN['cases'])} indices"


def edits_and_intervals(document: Any) -> str:
    count = 0
    for k, case in enumerate(GOLDEN["cases"]):
        place = Place(document, f"edits{k}")
        data, framework, method = map(place.put, (data_table(case), framework_table(case), method_table(case)))
        for unit, column, value, score, rank, _ in case.get("tries", ()):
            cell = place.put(None if value is None else double(value))
            found = place.array(f'=INNO.WHAT_IF({data};{framework};"{unit}";"{column}";{cell};{method};;FALSE())', 1, 4)
            assert [bits(one) for one in found[0][:2]] == [bits(double(score)), bits(double(rank))], (unit, column, found)
            count += 1
        known = case.get("uncertainty")
        if known:
            found = place.array(f"=INNO.RANK_INTERVAL({data};{framework};{known['replicates']};{known['level']};{double(known['noise'])};"
                                f"{known['seed']};{method};FALSE())", len(case["units"]), 6)
            for at, name in ((1, "lower"), (2, "median"), (3, "upper"), (4, "mean"), (5, "sd")):
                assert [bits(row[at]) for row in found] == [bits(double(one)) for one in known[name]], name
            count += 1
    assert count == 7
    return f"{count} edits and intervals"


def flat_calls(document: Any) -> str:
    place, left_out, count = Place(document, "flat"), [], 0
    for one in GOLDEN["functions"]:
        call = flat_call(one)
        if call is None or any(cell in (float("inf"), -float("inf")) for given in call[1] if isinstance(given, list) for cell in given):
            left_out.append(f"{one['function']}: {'no such function' if call is None else 'a cell cannot hold infinity'}")
            continue
        name, arguments = call
        expected = one["out"] if "out" in one else [one["double"]]
        arguments = [[None if cell is NA else cell for cell in given] if isinstance(given, list) and not isinstance(given[0], list) else given
                     for given in arguments]
        found = [row[0] for row in place.call(name, *arguments, rows=len(expected))]
        if one.get("status", 0) != 0 or expected == [None]:
            assert all(isinstance(cell, Error) for cell in found), (name, found)
        else:
            assert [bits(NA if cell == "" else cell) for cell in found] == [bits(double(value)) for value in expected], (name, found)
        count += 1
    assert count >= 24 and len(left_out) <= 2, left_out
    return f"{count} flat calls; not in Calc: {', '.join(left_out)}"


# ---- what cells mean -------------------------------------------------------------------------------------------------


def meanings(document: Any) -> str:
    place = Place(document, "meanings")
    place.put([3, None, 13, 8, NA, "abc", "n/a", True])  # A1:A8
    place.put([[1, 2, 4]])  # A9:C9
    place.put(Error(0))  # A10
    # in Formula of the interface | parts the rows of an array, ; the columns
    same = [[0.0], [""], [100.0], [50.0]]
    assert place.array("=INNO.MINMAX(A1:A4)", 4) == same
    assert place.array("=INNO.MINMAX(A9:C9)", 1, 3) == [[0.0, 100 / 3, 100.0]]  # the shape of what was given
    assert place.array("=INNO.MINMAX({1|2|4})", 3) == [[0.0], [100 / 3], [100.0]]
    assert place.array("=INNO.MINMAX(A1:A4;1;0;1)", 4)[2] == [1.0]
    assert place.array("=INNO.MINMAX(A1:A4;;;1)", 4)[2] == [1.0]  # arguments that are left out
    assert place.array("=INNO.MINMAX(A1:A4;;A2:A2;1)", 4)[0] == [0.0]  # an empty cell as well, when it is a range
    assert place.single("=INNO.ARITHMETIC_MEAN(A1:A4)") == 8.0
    assert place.single("=INNO.ARITHMETIC_MEAN(5)") == 5.0
    assert place.single("=INNO.ARITHMETIC_MEAN({1|2|6})") == 3.0
    assert place.single("=INNO.COVERAGE(A6:A6)") == Error(VALUE)
    assert place.single("=INNO.COVERAGE(A7:A8)") == 0.5  # a mark; TRUE is 1
    assert place.single("=INNO.ARITHMETIC_MEAN(A1:A4;;0.9)") == ""  # too little coverage: missing
    # results of functions are arguments, and a block of results is one as well
    assert place.single("=INNO.COVERAGE(INNO.MINMAX(A1:A4))") == 0.75
    block = place.block(20, 0, 4, 1)
    block.setArrayFormula("=INNO.MINMAX(A1:A4)")
    assert place.single("=INNO.COVERAGE(A21:A24)") == 0.75
    assert place.array("=INNO.RANK(A21:A24)", 4) == [[3.0], [""], [1.0], [2.0]]
    assert place.array('=INNO.RANK({3|1|2|2};{"a"|"a"|"b"|"b"};;"fractional")', 4) == [[1.0], [2.0], [1.5], [1.5]]
    # an error in a range: Calc itself refuses it; IFERROR lets it through as missing, and empty cells stay empty
    assert place.single("=INNO.COVERAGE(A1:A5)") == Error(PARAMETERS)
    assert place.single("=INNO.COVERAGE(A10:A10)") == Error(PARAMETERS)
    assert place.array('=INNO.COVERAGE(IFERROR(A1:A5;""))') == [[0.6]]
    assert place.array('=INNO.MINMAX(IFERROR(A1:A5;""))', 5) == [*same, [""]]
    # an error in a cell or in an array stays that error
    assert place.single("=INNO.ARITHMETIC_MEAN(A5)") == Error(NOT_AVAILABLE)
    assert place.single("=INNO.ARITHMETIC_MEAN(A10)") == Error(DIVISION)
    assert place.array("=INNO.MINMAX(1/(A1:A4))", 4) == [[Error(DIVISION)]] * 4
    assert place.single("=INNO.ARITHMETIC_MEAN(A2)") == 0.0  # Calc passes a single empty cell as 0: README.md says what to do
    assert place.single("=INNO.ARITHMETIC_MEAN(A2:A2)") == Error(NOT_AVAILABLE)
    return "blanks, texts, booleans, errors, arrays"


def faults(document: Any) -> str:
    """An error in the cell, and its sentence from WHY."""
    place = Place(document, "faults")
    place.put([1, 2, 3, 4, None, "abc"])  # A1:A6
    for call, code, why in (
            ('"MINMAX";A1:A6', VALUE, TEXT), ('"MINMAX";A1:A4;2', VALUE, ""), ('"MINMAX";{5|5|5}', NUM, ""),
            ('"GEOMETRIC_MEAN";{4|0|9}', NUM, ""), ('"MINMAX";A5:A5', NOT_AVAILABLE, ""), ('"ARITHMETIC_MEAN"', PARAMETERS, ""),
            ('"GOALPOSTS";A1:A4;;5', ARGUMENT, "lower is left out; GOALPOSTS needs it"), ('"RANK";A1:A4;;;"best"', VALUE, ""),
            ('"SCORE";A1:A4;A1:A4', VALUE, "")):
        name, _, arguments = call.partition(";")
        formula = f"=INNO.{name[1:-1]}({arguments})"
        assert place.single(formula) == Error(code), (formula, place.single(formula))
        assert place.array(formula) == [[Error(code)]], formula
        told = place.single(f"=INNO.WHY({call})")
        assert isinstance(told, str) and told and why in told, (call, told)
    assert place.single('=INNO.WHY("MINMAX";A1:A4)') == ""
    assert place.single('=INNO.WHY("NOTHING";A1:A4)') == Error(VALUE)
    assert place.single("=INNO.NOTHING(A1:A4)") == Error(525)  # #NAME?
    assert str(place.single("=INNO.VERSION()")).count(".") == 2
    return "9 faults"


def errors_in_arrays(folder: pathlib.Path) -> str:
    """Calc 7.4 lets no error in, not even in an array; where one may come in, #N/A is missing, another one stays itself."""
    with zipfile.ZipFile(folder / "innoscore.oxt") as archive:
        archive.extractall(folder / "unpacked")
    for name in ("org", "org.innoscore", "org.innoscore.calc"):  # types that only an installed package has
        sys.modules[name] = types.ModuleType(name)
    sys.modules["org.innoscore.calc"].XInnoscore = type("XInnoscore", (), {})
    found = importlib.util.spec_from_file_location("addin", folder / "unpacked/addin.py")
    addin = importlib.util.module_from_spec(found)
    found.loader.exec_module(addin)
    library = addin.load()

    def coverage(*given: Any) -> Any:
        return addin.answer_of(library, library.cells_find(b"COVERAGE"), (tuple((one,) for one in given),), 0)[0][0]
    assert coverage(sheets.nan(NOT_AVAILABLE), 1.0) == coverage("", 1.0) == coverage(sheets.nan(NOT_AVAILABLE), "n/a", 1.0, 1.0) == 0.5
    assert sheets.code_of(coverage(sheets.nan(DIVISION), 1.0)) == sheets.code_of(coverage(sheets.nan(DIVISION), "")) == DIVISION
    assert sheets.code_of(coverage(float("nan"), 1.0)) == VALUE
    return "#N/A is missing, #DIV/0! stays"


# ---- life of a document ----------------------------------------------------------------------------------------------


def recalculation(document: Any) -> str:
    place, case = Place(document, "edit"), GOLDEN["cases"][0]
    data, framework, method = map(place.put, (data_table(case), framework_table(case), method_table(case)))
    value = place.put(500.0)
    units = len(case["units"])
    scores, tried = place.block(0, 200, units, 1), place.block(0, 210, 1, 4)
    scores.setArrayFormula(f'=INNO.SCORE({data};{framework};{method};"TAI";FALSE())')
    tried.setArrayFormula(f'=INNO.WHAT_IF({data};{framework};"Finland";"PATENTS";{value};{method};;FALSE())')
    before, then = scores.getDataArray(), tried.getDataArray()
    place.sheet.getCellRangeByName(value.split(":")[0]).Value = 100.0
    assert tried.getDataArray() != then and scores.getDataArray() == before
    place.sheet.getCellByPosition(1, 1).Value += 50  # the first unit's first indicator
    after = scores.getDataArray()
    assert after[0][0] > before[0][0] and after[1:] == before[1:]
    return "an edit changes SCORE and WHAT_IF"


def files(running: Any, folder: pathlib.Path) -> str:
    document = running.new()
    place = Place(document, "kept")
    place.put([3, None, 13, 8])
    place.put([[1, 2, 4]])
    block = place.block(0, 2, 4, 1)
    block.setArrayFormula("=INNO.MINMAX(A1:A4;1;;10)")
    cell = place.block(0, 3, 1, 1).getCellByPosition(0, 0)
    cell.Formula = "=INNO.ARITHMETIC_MEAN(A1:A4;{1|2|3|4})"
    why = place.block(1, 3, 1, 1).getCellByPosition(0, 0)
    why.Formula = '=INNO.WHY("MINMAX";A1:A4;2)'
    kept, value, told = sheets.read(block), cell.Value, why.String
    assert told and kept[3] == [5.0]
    for ending in (".ods", ".fods", ".xlsx"):
        office.save(document, folder / f"kept{ending}")
        again = running.open(folder / f"kept{ending}")
        sheet = again.Sheets.getByName("kept")
        found = sheet.getCellRangeByName("C1:C4")
        assert found.getCellByPosition(0, 0).Formula == "{=INNO.MINMAX(A1:A4;1;;10)}", (ending, found.getCellByPosition(0, 0).Formula)
        assert sheet.getCellRangeByName("D1").Formula == "=INNO.ARITHMETIC_MEAN(A1:A4;{1|2|3|4})"
        assert abs(sheet.getCellRangeByName("D1").Value - value) < 1e-13 * value  # files have 15 digits of a result
        again.calculateAll()
        assert sheets.read(found) == kept and sheet.getCellRangeByName("D1").Value == value
        assert sheet.getCellRangeByName("D2").String == told
        again.close(True)
    document.close(True)
    with zipfile.ZipFile(folder / "kept.xlsx") as archive:  # as Excel would read it
        assert b">INNO.MINMAX(A1:A4,1,,10)<" in archive.read("xl/worksheets/sheet2.xml")
    return ".ods, .fods, .xlsx"


def speed(document: Any) -> str:
    place, count = Place(document, "speed"), 20000
    place.block(0, 0, count, 3).setDataArray(tuple((k * 0.5, float(k % 97), 3.0) for k in range(count)))
    begin = time.monotonic()
    place.block(0, 4, count, 1).setFormulaArray(tuple((f"=INNO.ARITHMETIC_MEAN(A{k + 1}:C{k + 1})",) for k in range(count)))
    last = place.block(count - 1, 4, 1, 1).getCellByPosition(0, 0).Value
    middle = time.monotonic()
    place.block(0, 6, count, 1).setArrayFormula(f"=INNO.MINMAX(A1:A{count})")
    top = place.block(count - 1, 6, 1, 1).getCellByPosition(0, 0).Value
    end = time.monotonic()
    assert last == ((count - 1) * 0.5 + float((count - 1) % 97) + 3.0) / 3 and top == 100.0
    return f"{count} formulas {middle - begin:.2f} s, a block of {count} cells {end - middle:.2f} s"


# ---- function wizard, package, workbooks -----------------------------------------------------------------------------


def wizard(running: Any, language: int) -> str:
    described = running.context.ServiceManager.createInstanceWithContext("com.sun.star.sheet.FunctionDescriptions", running.context)
    for function in TABLE.functions:
        found = {one.Name: one.Value for one in described.getByName(f"{TABLE.prefix}.{function.name}")}
        assert found["Description"] == f"{TABLE.groups[function.group][language]}. {function.help[language]}", found
        assert [(one.Name, one.Description, one.IsOptional) for one in found["Arguments"] or ()] == [
            (one.name[language], one.help[language], one.optional) for one in function.arguments], function.name
    return f"{len(TABLE.functions)} functions in {('English', 'Vietnamese')[language]}"


def vietnamese(document: Any) -> str:
    place = Place(document, "vi")
    place.put([1, 2, 3, 4, None, "abc"])
    assert place.single('=INNO.WHY("MINMAX";A1:A6)') == TEXT_VI
    assert place.array("=INNO.MINMAX(A1:A4)", 4)[1] == [100 / 3]
    return "sentences in Vietnamese"


def no_library(document: Any) -> str:
    place = Place(document, "none")
    assert place.array("=INNO.MINMAX({1|2|3})", 3) == [[Error(VALUE)]] * 3
    assert place.single("=INNO.ARITHMETIC_MEAN(1)") == Error(VALUE)
    for formula in ("=INNO.VERSION()", '=INNO.WHY("MINMAX";{1|2|3})'):
        assert "this package has no library for linux-" in str(place.single(formula)), place.single(formula)
    return "a package without the library says so"


def workbooks(running: Any, folder: pathlib.Path) -> str:
    case = next(case for case in GOLDEN["cases"] if case["name"] == "pii")
    for ending in (".ods", ".xlsx"):
        document = running.open(folder / f"innoscore-pii{ending}")
        document.calculateAll()
        names = document.Sheets.ElementNames
        assert names == ("Read me", "Framework", "Data", "Method", "Scores", "Chart", "What-if", "Sure"), names
        for name in names:
            wrong = document.Sheets.getByName(name).queryFormulaCells(4).RangeAddressesAsString
            assert not wrong, (ending, wrong)
        scores = document.Sheets.getByName("Scores")
        header, first = scores.getCellRangeByName("B5:K5").getDataArray()[0], len(case["units"])
        found, ranks = (scores.getCellRangeByName(f"{a}6:{b}{5 + first}").getDataArray() for a, b in ("BK", "LU"))
        for k, code in enumerate(header):
            assert [bits(row[k]) for row in found] == [bits(double(one)) for one in case["scores"][code]], (ending, code)
            assert [bits(row[k]) for row in ranks] == [bits(double(one)) for one in case["ranks"][code]], (ending, code)
        unit, code, value, score, rank, _ = case["tries"][0]  # what the sheet What-if begins with
        assert (unit, code, double(value)) == ("HUE", "1.1.1", 7.5)
        sheet = document.Sheets.getByName("What-if")
        assert [bits(sheet.getCellRangeByName(at).Value) for at in ("B11", "C11")] == [bits(double(score)), bits(double(rank))]
        assert document.Sheets.getByName("Chart").Charts.Count == 1
        document.close(True)
    return "innoscore-pii.ods and .xlsx, bit for bit"


def without_library(package: pathlib.Path) -> pathlib.Path:
    """The same package, with an empty place instead of the libraries."""
    bare = package.with_name("bare.oxt")
    with zipfile.ZipFile(package) as source, zipfile.ZipFile(bare, "w") as target:
        for name in source.namelist():
            if not name.endswith((".so", ".dll")):
                target.writestr(name, source.read(name))
    return bare


def all_tests(folder: pathlib.Path) -> None:
    count = 0

    def passed(test: Callable[..., str], *given: Any) -> None:
        nonlocal count
        begin = time.monotonic()
        told = test(*given)
        count += 1
        print(f"ok {test.__name__}: {told} ({time.monotonic() - begin:.1f} s)", flush=True)
    package = folder / "innoscore.oxt"
    passed(errors_in_arrays, folder)
    with office.Office(folder, package) as running:
        document = running.new()
        for test in (whole_indices, edits_and_intervals, flat_calls, meanings, faults, recalculation, speed):
            passed(test, document)
        document.close(True)
        passed(files, running, folder)
        passed(wizard, running, 0)
        passed(workbooks, running, folder)
    with office.Office(folder, package, "vi") as running:
        passed(wizard, running, 1)
        passed(vietnamese, running.new())
    bare = without_library(package)
    with office.Office(folder, bare, "en-GB") as running:
        passed(no_library, running.new())
    print(f"{count} tests passed")


def main(arguments: list[str]) -> None:
    if len(arguments) != 1:
        sys.exit(__doc__)
    folder = pathlib.Path(arguments[0])
    office.in_folder(all_tests, [folder / name for name in ("innoscore.oxt", "innoscore-pii.ods", "innoscore-pii.xlsx")])


main(sys.argv[1:])
