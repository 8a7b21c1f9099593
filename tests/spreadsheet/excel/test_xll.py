"""innoscore.xll in a stand-in for Excel: what it registers, golden cases bit for bit, every kind of value, threads, memory.
Usage: test_xll.py HOST.exe ADDIN.xll LIMITS.exe CELLS-LIBRARY"""

from __future__ import annotations

import functools
import json
import subprocess
import sys
import unittest
from typing import Any

from excel import COLUMNS, NA, ROWS, Error, Excel, Raw, XlError, argument, text
from cells import GOLDEN, ROOT, Cells, Fault, bits, data_table, double, flat_call, framework_table, method_table, same_table

HOST, ADDIN, LIMITS, LIBRARY = sys.argv[1:5]
TABLE = json.loads((ROOT / "examples/spreadsheet/functions.json").read_text(encoding="utf-8"))
VALUE, NUM = 15, 36
CODES = {"VALUE": VALUE, "NUMBER": NUM, "NONE": 42, "MEMORY": VALUE}
PII = next(case for case in GOLDEN["cases"] if case["name"] == "pii")
TABLES = data_table(PII), framework_table(PII), method_table(PII)


@functools.lru_cache(maxsize=None)
def excel(language: str = "en") -> Excel:
    return Excel(HOST, ADDIN, language)


def arguments_of(one: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """From the table itself, not through the code that writes the registration."""
    names = [name for name in one["args"].replace("?", "").replace("...", "").split(", ") if name]
    known = TABLE["arguments"]
    return [(name, known.get(f"{one['name']}.{name.split('.')[0]}") or known[name]) for name in names]


class Registration(unittest.TestCase):
    def check(self, language: str, number: int) -> None:
        registered = excel(language).registered
        self.assertEqual(len(registered), len(TABLE["functions"]))
        most = max(len(arguments_of(one)) for one in TABLE["functions"])
        for one, (exported, module, procedure, types, name, names, kind, category, key, topic, about, *helps) in zip(TABLE["functions"], registered):
            arguments = arguments_of(one)
            rest = one["args"].endswith("...")
            count = most + 1 if rest else len(arguments)
            with self.subTest(one["name"]):
                self.assertEqual(exported, "1", "the procedure is not exported")
                self.assertTrue(text(module).endswith("innoscore.xll"))
                self.assertEqual(text(procedure), "cell_" + one["name"].lower())
                self.assertEqual(text(name), "INNO." + one["name"])
                self.assertEqual(text(types), "Q" * (count + 1) + "$")
                self.assertEqual(text(names).split(",")[:len(arguments)] if arguments else [text(names)],
                                 [described["name"][number] for _, described in arguments] or [""])
                self.assertEqual(len(text(names).split(",")) if count else 0, count)
                self.assertEqual(kind, "n3ff0000000000000")  # a function for cells
                self.assertEqual(text(category), "Innoscore: " + TABLE["groups"][one["group"]][number])
                self.assertEqual((text(key), text(topic)), ("", ""))
                self.assertEqual(text(about), one["help"][number])
                self.assertEqual(len(helps), count)
                for told, (_, described) in zip(helps, arguments):
                    self.assertEqual(text(told).rstrip(), described["help"][number])
                self.assertLessEqual(len(helps), 20)
                for word in (module, procedure, types, name, names, category, about, *helps):
                    self.assertLessEqual(len(text(word).encode("utf-16-le")) // 2, 255)

    def test_english(self) -> None:
        self.check("en", 0)

    def test_vietnamese(self) -> None:
        self.check("vi", 1)

    def test_manager(self) -> None:
        self.assertEqual([text(excel().tell(f"info {action}")[1]) for action in ("i1", "n3ff0000000000000")], ["Innoscore"] * 2)
        self.assertEqual(excel().tell("info i2")[1], f"e{VALUE}")

    def test_coming_and_going(self) -> None:
        one = Excel(HOST, ADDIN)
        self.assertEqual(one.tell("close"), ["close", "1", "excel", "0"])  # Excel's own block was given back
        self.assertEqual(one("VERSION"), excel()("VERSION"))  # a quit that the user took back
        lines = one.ask("remove", "remove")
        self.assertEqual([text(line.split()[1]) for line in lines[:-1]], ["INNO." + each["name"] for each in TABLE["functions"]])
        one.end()


class Golden(unittest.TestCase):
    def test_whole_indices(self) -> None:
        for case in GOLDEN["cases"]:
            tables = data_table(case), framework_table(case), method_table(case)
            with self.subTest(case["name"]):
                nodes = list(case["scores"])
                same_table(excel()("SCORE", *tables, nodes), case["scores"], case["units"])
                same_table(excel()("SCORE_RANK", *tables, nodes), case["ranks"], case["units"])
                if case["coverage"]:
                    same_table(excel()("SCORE_COVERAGE", *tables, list(case["coverage"])), case["coverage"], case["units"])

    def test_what_if(self) -> None:
        for case in GOLDEN["cases"]:
            tables = data_table(case), framework_table(case), method_table(case)
            for unit, column, value, score, rank, status in case.get("tries", []):
                given = (*tables[:2], unit, column, None if double(value) is NA else double(value), tables[2])
                with self.subTest(case["name"], unit=unit, column=column):
                    if status != "INNO_OK":
                        with self.assertRaises(XlError):
                            excel()("WHAT_IF", *given)
                        continue
                    self.assertEqual([bits(each) for each in excel()("WHAT_IF", *given)[1][1:3]], [bits(double(score)), bits(double(rank))])

    def test_rank_intervals(self) -> None:
        for case in (each for each in GOLDEN["cases"] if "uncertainty" in each):
            known = case["uncertainty"]
            found = excel()("RANK_INTERVAL", data_table(case), framework_table(case), known["replicates"], known["level"],
                            double(known["noise"]), known["seed"], method_table(case))
            for k, name in ((2, "lower"), (3, "median"), (4, "upper"), (5, "mean"), (6, "sd")):
                self.assertEqual([bits(row[k]) for row in found[1:]], [bits(double(value)) for value in known[name]], name)

    def test_flat_calls(self) -> None:
        left_out = []
        for one in GOLDEN["functions"]:
            call = flat_call(one)
            if call is None:
                left_out.append(one["function"])
                continue
            with self.subTest(one["function"]):
                expected = [one["double"]] if "double" in one else one["out"]
                try:
                    found = [bits(cell) for row in excel()(call[0], *call[1]) for cell in row]
                except XlError as error:
                    self.assertTrue(one.get("status") or one.get("double", 0) is None, error)
                    continue
                self.assertEqual(found, [bits(double(value)) for value in expected])
        self.assertLessEqual(set(left_out), {"inno_flat_score", "inno_flat_check"})  # INNO.SCORE and INNO.WHY stand for them


class SameAsCells(unittest.TestCase):
    """Whatever is given, the add-in says what the layer of cells says on Linux."""

    def test_every_function(self) -> None:
        native = Cells(LIBRARY)
        square = [[1.0, 2.0, 4.0], [0.5, 1.0, 2.0], [0.25, 0.5, 1.0]]
        by_type = {"column": [3.5, None, 12, 7.25, "n/a", 99.5], "matrix": [[1, 2.5, 3], [2, 1, NA], [4, 4, 9], [3, 7, 1.5], [8, 2, 5]], "square": square,
                   "group": ["a", "b", "a", "b", "a", "a"], "list": [20, 80], "after_list": [[1, 2, 3]], "number": 0.5, "integer": 1, "flag": True,
                   "choice": 1, "words": 1, "text": "x", "table": [["unit", "A"], ["u", 1], ["v", 2]], "rest": ...}
        for one in TABLE["functions"]:
            described = arguments_of(one)
            usual = [by_type[each["type"]] for _, each in described]
            for k in range(len(described) + 1):
                for given in (usual[:k], [*usual[:k], "what"], [*usual[:k], Error(7)], [..., *usual[1:k]], [*usual[:max(k - 1, 0)], [1, True, None, "x"]]):
                    given = given[:len(described)]
                    self.same(native, one["name"], given)

    def same(self, native: Cells, name: str, given: list[Any]) -> None:
        def shown(cells: list[list[Any]]) -> Any:
            """An empty cell of an answer is an empty text in Excel, and #N/A alone is an error."""
            return 42 if cells == [[NA]] else [["" if cell in (None, "") else bits(cell) for cell in row] for row in cells]
        try:
            expected = shown(native(name, *given))
        except Fault as fault:
            expected = int(fault.code) if fault.kind == "ERROR" else CODES[fault.kind]
        try:
            found = shown(excel()(name, *given))
        except XlError as error:
            found = error.code
        with self.subTest(name, given=given):
            self.assertEqual(found, expected)


class Values(unittest.TestCase):
    def test_kinds(self) -> None:
        same = excel()("MINMAX", [1, 2, 4])
        self.assertEqual(same, [[0.0], [100 / 3], [100.0]])
        self.assertEqual(excel()("MINMAX", [[1, 2, 4]]), [[0.0, 100 / 3, 100.0]])
        for missing in (None, "", " ", "NA", "n/a", "..", NA):
            self.assertEqual(excel()("MINMAX", [1, missing, 2, 4]), [same[0], [NA], *same[1:]], missing)
        self.assertEqual(excel()("MINMAX", Raw("a 3 1 i1 i2 i4"), Raw("i1"), Raw("z"), Raw("m")), same)
        self.assertEqual(excel()("MINMAX", [False, 0.5, True]), [[0.0], [50.0], [100.0]])
        self.assertEqual(excel()("ARITHMETIC_MEAN", 3), [[3.0]])  # a single cell is a column of one
        self.assertEqual(excel()("ARITHMETIC_MEAN", [1, None, 4]), [[2.5]])
        self.assertEqual(excel()("RANK", [3, 1, 2, 2], ..., ..., "fractional"), [[1.0], [4.0], [2.5], [2.5]])

    def error(self, code: int, name: str, *arguments: Any) -> None:
        with self.assertRaises(XlError) as caught:
            excel()(name, *arguments)
        self.assertEqual(caught.exception.code, code)

    def test_errors(self) -> None:
        for code in (0, 7, 15, 23, 29, 36, 43):
            self.error(code, "MINMAX", [1, Error(code), 3])
        self.error(VALUE, "MINMAX", [1, "abc", 3])
        self.error(VALUE, "MINMAX")
        self.error(VALUE, "MINMAX", Raw("r"))  # a reference that Excel did not resolve
        self.error(NUM, "MINMAX", [1, 1])
        self.error(42, "MINMAX", [None, None])
        self.error(42, "ARITHMETIC_MEAN", [1, None, 4], ..., 0.9)  # a missing result

    def test_sentences(self) -> None:
        self.assertEqual(excel()("WHY", "MINMAX", [1, "abc"]),
                         [["there is the text 'abc' in row 2, column 1 of values; put a number there or leave the cell empty"]])
        self.assertEqual(excel("vi")("WHY", "INNO.MINMAX", [[1, "x"]]), [["có chữ 'x' ở hàng 1, cột 2 của giá trị; hãy nhập số hoặc để ô trống"]])
        self.assertEqual(excel()("WHY", "MINMAX", [1, 2]), [[""]])
        longest = max(TABLE["functions"], key=lambda one: len(arguments_of(one)))
        self.assertIn("what", excel()("WHY", longest["name"], [1, 2], *[...] * (len(arguments_of(longest)) - 2), "what")[0][0])

    def test_letters(self) -> None:
        for letters in ("Thừa Thiên Huế", "Đắk Lắk", "\U0001F600 a\U00020000", "a" * 32, "½€"):
            self.assertIn(f"'{letters}'", excel()("WHY", "MINMAX", [1, letters])[0][0])
        for broken in (Raw("sd83d"), Raw("sde00"), Raw("sd83d0041"), Raw("s0000")):
            self.assertIn("\ufffd", excel()("WHY", "MINMAX", Raw(f"a 2 1 {broken} i1"))[0][0])

    def test_sizes(self) -> None:
        found = excel()("MINMAX", Raw(f"f 1 {COLUMNS}"))
        self.assertEqual((len(found[0]), found[0][0], found[0][-1]), (COLUMNS, 0.0, 100.0))
        self.error(VALUE, "MINMAX", Raw(f"f 1 {COLUMNS + 1}"))  # such a row fits on no sheet
        self.assertEqual(excel()("ARITHMETIC_MEAN", Raw("f 100000 1")), [[49999.5]])
        self.error(VALUE, "MINMAX", Raw(f"f {ROWS + 1} 1"))

    def test_limits(self) -> None:
        done = subprocess.run(["wine", LIMITS], capture_output=True, text=True, timeout=600, check=False)
        self.assertEqual((done.returncode, done.stdout.strip()), (0, "limits: all well"), done.stdout)


class Together(unittest.TestCase):
    def test_threads_and_memory(self) -> None:
        one = Excel(HOST, ADDIN)
        one("SCORE", *TABLES)
        one("MINMAX", [1, 2, None, "n/a", NA, 4])
        one("WHY", "MINMAX", [1, "Huế"])
        one("WEIGHTS", [[1, 2, 3], [2, 4, 1], [3, 7, 2]], "equal")
        for bad in (("MINMAX", [1, Error(7)]), ("MINMAX",)):
            self.assertRaises(XlError, one, *bad)
        _, threads, _, calls, _, wrong = one.tell("threads 8 6")
        self.assertEqual((threads, calls, wrong), ("8", str(8 * 6 * 6), "0"))
        _, _, kept, _, leaked, _, of = one.tell("heap 20")
        self.assertLessEqual(int(kept), 6, "blocks that stay behind after 120 calls")
        self.assertEqual((int(leaked), int(of)), (6, 6), "an answer that is not freed must be seen")
        one.end()

    def test_speed(self) -> None:
        one = Excel(HOST, ADDIN)
        for name, rounds, given in (("MINMAX", 2000, [[float(k * k % 63) for k in range(63)]]), ("SCORE", 20, TABLES)):
            one(name, *given)
            print(f"INNO.{name}: {one.tell(f'time {rounds}')[1]} microseconds a call ({len(argument(given[0]).split()) - 3} cells)")
        one.end()


def tearDownModule() -> None:
    for language in ("en", "vi"):
        excel(language).end()


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
