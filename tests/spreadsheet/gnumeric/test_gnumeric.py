"""The plug-in in Gnumeric itself, by ssconvert: golden cases bit for bit, what cells mean, errors, sentences, help.
Usage: test_gnumeric.py HOME, a folder with the plug-in in its .gnumeric"""

from __future__ import annotations

import math
import pathlib
import os
import re
import subprocess
import sys
import time
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
from workbook import Gnumeric, Sheet  # noqa: E402
from cells import (  # noqa: E402
    GOLDEN, NA, ROOT, Error, bits, data_table, double, flat_call, framework_table, method_table, same_table, table)

gnumeric = Gnumeric(pathlib.Path(sys.argv[1]).resolve())


def worded(cell):
    """A code or name that may look like a number."""
    return cell if isinstance(cell, str) else f"{cell:.17g}"


def holds_infinity(arguments) -> bool:
    return any(isinstance(one, list) and any(isinstance(cell, float) and math.isinf(cell) for cell in one) for one in arguments)


class Golden(unittest.TestCase):
    def test_whole_indices(self) -> None:
        sheets, expected = [], []
        for case in GOLDEN["cases"]:
            tables = data_table(case), framework_table(case), method_table(case)
            for function, known in (("SCORE", case["scores"]), ("SCORE_RANK", case["ranks"])):
                sheets.append(Sheet(function, (*tables, list(known)), len(case["units"]) + 1, len(known) + 1))
                expected.append((known, case["units"]))
        self.assertGreaterEqual(len(sheets), 30)
        begin = time.perf_counter()
        for found, (known, units) in zip(gnumeric.values(sheets), expected):
            head = [worded(cell) for cell in found[0]]
            same_table([head, *([worded(row[0]), *row[1:]] for row in found[1:])], known, units)
        print(f"{len(sheets)} whole indices in {time.perf_counter() - begin:.1f} s, starting Gnumeric included")

    def test_flat(self) -> None:
        sheets, expected = [], []
        for one in GOLDEN["functions"]:
            call = flat_call(one)
            if call is None or holds_infinity(call[1]):
                why = "no function of cells; SCORE is" if call is None else "no cell holds an infinite number"
                print(f"{one['function']}: left out, {why}")
                continue
            values = [one["double"]] if "double" in one else one["out"]
            is_row = one["function"] in {"inno_flat_weights", "inno_flat_budget"}
            sheets.append(Sheet(call[0], tuple(call[1]), *((1, len(values)) if is_row else (len(values), 1))))
            expected.append((one, values))
        self.assertGreaterEqual(len(sheets), 24)
        for found, (one, values) in zip(gnumeric.values(sheets), expected):
            if one.get("status", 0) != 0 or ("double" in one and one["double"] is None):
                self.assertIn(found[0][0], (NA, "#NUM!"), one["function"])
                continue
            cells = [bits(cell) for row in found for cell in row]
            self.assertEqual(cells, [bits(double(text)) for text in values], one["function"])


def shown(*calls: tuple, rows: int = 1, columns: int = 1, via: str = "", language: str = "C.UTF-8") -> list:
    """Of each call (name, arguments...) the rows that its cells show; one cell: that alone."""
    found = gnumeric.values([Sheet(name, arguments, rows, columns) for name, *arguments in calls], via, language)
    return [one[0][0] for one in found] if rows == columns == 1 else found


class Meaning(unittest.TestCase):
    def test_every_function_is_there(self) -> None:
        functions = table.read().functions
        for function, found in zip(functions, shown(*((one.name,) for one in functions))):
            self.assertNotEqual(found, "#NAME?", function.name)
            self.assertEqual(found == "#VALUE!", function.least > 0, function.name)

    def test_missing(self) -> None:
        forms = (None, "", "  ", "NA", "N/A", "n/a", "..", NA)
        for found, form in zip(shown(*(("MINMAX", [1, form, 3]) for form in forms), rows=3), forms):
            self.assertEqual(found, [[0.0], [NA], [100.0]], form)

    def test_shapes_and_kinds(self) -> None:
        rows = shown(("MINMAX", [[1, 2, 3]]), ("MINMAX", [[False, 0.5, True]]), columns=3)
        self.assertEqual(rows, [[[0.0, 50.0, 100.0]]] * 2)
        self.assertEqual(shown(("RANK", [3, 1, 2], ["Huế", "Huế", "Hà Nội"]), rows=3), [[[1.0], [2.0], [1.0]]])
        mean = ("ARITHMETIC_MEAN", [1, None, 4])
        self.assertEqual(shown(mean, (*mean, ..., 0.9), ("MINMAX", [1, 2], ..., 7)), [2.5, NA, 7.0])

    def test_faults(self) -> None:
        columns = [1, 2, "abc"], [5, 5], [None, None], [1, Error(1.0)], [1, Error(2.0)], [1, Error(3.0)]
        calls = [*(("MINMAX", column) for column in columns), ("MINMAX",), ("MINMAX", [1, 2], 1, 2, 3, 4, 5)]
        errors = ["#VALUE!", "#NUM!", NA, "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#VALUE!"]
        self.assertEqual(shown(*calls), errors)
        sentences = shown(*(("WHY", *call) for call in calls))
        self.assertRegex(sentences[0], "^there is the text 'abc' in row 3, column 1 of values; ")
        for place in sentences[3:6]:
            self.assertEqual(place, "there is an error in row 2, column 1 of values; correct that cell first")
        self.assertEqual(sentences[6:], ["values is left out; MINMAX needs it", "MINMAX has 5 arguments, but 6 are given"])
        for sentence in sentences[1:3]:
            self.assertRegex(sentence, r"^\w+ \w+")
        self.assertEqual(shown(("WHY", "inno.minmax", [1, 2], ..., "low"), ("WHY", "MINMAX", [1, 2])),
                         ["lower is the text 'low'; give a number", ""])

    def test_vietnamese(self) -> None:
        self.assertEqual(shown(("WHY", "MINMAX", [[1, "x"]]), language="vi_VN.UTF-8"),
                         ["có chữ 'x' ở hàng 1, cột 2 của giá trị; hãy nhập số hoặc để ô trống"])

    def test_saved_and_opened_again(self) -> None:
        values = [1 / 3, 0.1, None, 2.0 ** 0.5]
        for via in ("gnumeric", "ods", "xlsx"):
            self.assertEqual(shown(("MINMAX", values), rows=4, via=via), shown(("MINMAX", values), rows=4), via)

    def test_csv_as_typed(self) -> None:
        typed = '1,"=SUM(INNO.MINMAX(A1:A3))"\n3,=INNO.VERSION()\n2,"=Inno.Rank(A1:A3)"\n'
        (gnumeric.home / "typed.csv").write_text(typed, encoding="utf-8")
        gnumeric.convert("typed.csv", "typed.out.csv")
        version = (ROOT / "include/innoscore/version.h").read_text(encoding="utf-8")
        parts = [re.search(rf"INNO_VERSION_{part} (\d+)", version)[1] for part in ("MAJOR", "MINOR", "PATCH")]
        found = (gnumeric.home / "typed.out.csv").read_text(encoding="utf-8")
        self.assertEqual(found, f"1,150\n3,{'.'.join(parts)}\n2,3\n")

    def test_help(self) -> None:
        plugin = next(gnumeric.home.glob(".gnumeric/*/plugins/innoscore/innoscore.so"))
        for language, locale in enumerate(("C.UTF-8", "vi_VN.UTF-8")):
            done = subprocess.run([sys.executable, str(pathlib.Path(__file__).parent / "help.py"), str(plugin)], text=True, check=True,
                                  capture_output=True, encoding="utf-8", env={"PATH": os.environ["PATH"], "LC_ALL": locale, "PYTHONUTF8": "1"})
            expected = []
            for group in table.read().groups:
                for one in (one for one in table.read().functions if one.group == group):
                    name = f"inno.{one.name.lower()}"
                    expected.append(f"{name}\tname\tINNO.{one.name}:{one.help[language]}")
                    expected += [f"{name}\targument\t{each.name[language]}:{each.help[language]}" for each in one.arguments]
            self.assertEqual(done.stdout.splitlines(), expected)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
