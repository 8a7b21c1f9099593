"""Innoscore.bas without Excel: every declaration against the headers, the form of the module, and its parts that
need neither the library nor Excel, run in LibreOffice's Basic."""

from __future__ import annotations

import json
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

import office
from basic import BUILT_IN, KEYWORDS, Module

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
PATH = ROOT / "examples/spreadsheet/excel/vba/Innoscore.bas"
MODULE = Module(PATH.read_text(encoding="ascii"))
TABLE = json.loads((ROOT / "examples/spreadsheet/functions.json").read_text(encoding="utf-8"))


def headers() -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """Result and (kind, name) of the parameters of every function of the flat tier, read word by word."""
    found = {}
    for path in sorted((ROOT / "include/innoscore").glob("flat*.h")):
        text = re.sub(r"/\*.*?\*/", " ", path.read_text(encoding="utf-8"), flags=re.S)
        text = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
        for statement in text.split(";"):
            words = re.findall(r"\w+|[*(),]", statement)
            if "INNO_API" not in words:
                continue
            words = words[words.index("INNO_API"):]
            result, name, bracket = words[1], words[3], words[4]
            assert words[2] == "INNO_CALL" and bracket == "(" and words[-1] == ")", statement
            parameters, one = [], []
            for word in words[5:-1] + [","]:
                if word == ",":
                    kind = "pointer" if "*" in one else one[-2]
                    parameters.append((kind, one[-1]))
                    one = []
                else:
                    one.append(word)
            found[name] = result, parameters
    return found


class Declarations(unittest.TestCase):
    def test_both_branches(self) -> None:
        types = {"pointer": "LongPtr", "double": "Double", "int32_t": "Long"}
        abi = re.search(r"define INNO_ABI (\d+)", (ROOT / "include/innoscore/version.h").read_text(encoding="utf-8"))[1]
        for win64, dll in ((True, f"innoscore-{abi}.dll"), (False, f"innoscore32-{abi}.dll")):
            declared = {found[2]: found for found in MODULE.declares[win64] if found[3] != "kernel32"}
            self.assertEqual(set(declared), set(headers()))
            for name, (result, parameters) in headers().items():
                with self.subTest(name, win64=win64):
                    found = declared[name]
                    self.assertEqual(found[3], dll)
                    self.assertEqual(found[5], types[result])
                    given = [re.fullmatch(r"ByVal (\w+?)_? As (\w+)", each).groups() for each in found[4].split(", ")]
                    self.assertEqual(given, [(own, types[kind]) for kind, own in parameters])

    def test_name_of_the_library(self) -> None:
        self.assertEqual(re.findall(r'Public Const INNO_DLL As String = "(.*)"', MODULE.text), ["innoscore-0.dll", "innoscore32-0.dll"])


class Form(unittest.TestCase):
    def test_lines(self) -> None:
        self.assertEqual(MODULE.lines[0][2], 'Attribute VB_Name = "Innoscore"')
        for number, more, line in MODULE.lines:
            self.assertLessEqual(more, 24, f"line {number}: continuations")
            self.assertLess(len(line), 1023, f"line {number}")
        self.assertLess(len(MODULE.lines), 65000)
        self.assertNotIn("\t", MODULE.text)

    def test_blocks(self) -> None:
        self.assertEqual(MODULE.unbalanced, [])

    def test_names(self) -> None:
        self.assertEqual({name: count for name, count in MODULE.names.items() if count > 1}, {}, "defined twice")
        for one in MODULE.procedures.values():
            self.assertLess(len(one.name), 255)
            self.assertLessEqual(len(one.parameters), 60, one.name)
            self.assertEqual(len(set(one.parameters)), len(one.parameters), one.name)
            self.assertEqual(set(one.parameters) & (KEYWORDS - {"longptr"}), set(), one.name)
        self.assertEqual(set(MODULE.names) & (KEYWORDS | BUILT_IN), set())
        self.assertEqual(MODULE.undeclared(), [])

    def test_calls(self) -> None:
        counts = {name: (len(one.parameters) - one.optional, 99 if one.rest else len(one.parameters)) for name, one in MODULE.procedures.items()}
        counts |= {found[2].lower(): (found[4].count(",") + 1,) * 2 for found in MODULE.declares[True]}
        seen = 0
        for where, what, given in MODULE.calls():
            if what.lower() not in counts or where == what:
                continue
            least, most = counts[what.lower()]
            seen += 1
            with self.subTest(where=where, what=what):
                self.assertTrue(least <= given <= most, f"{given} arguments, {least} to {most} are needed")
        self.assertGreater(seen, 800)

    def test_size_of_procedures(self) -> None:
        for one in MODULE.procedures.values():  # 64 KB compiled; texts are the largest part
            self.assertLess(sum(len(line) for line in one.body), 60000, one.name)

    def test_every_function_is_there(self) -> None:
        flat = [one for one in TABLE["functions"] if "calls" in one]
        for one in flat:
            found = MODULE.procedures[f"inno_{one['name'].lower()}"]
            with self.subTest(one["name"]):
                names = [each for each in one["args"].split(", ")]
                self.assertEqual(len(found.parameters), len(names))
                self.assertEqual(found.optional, sum(each.endswith("?") for each in names))
                self.assertEqual(sum(f" {one['calls']}(" in line or f"({one['calls']}(" in line for line in found.body) > 0, True)
                self.assertIn(f'InnoDescribe "{one["name"]}", ', MODULE.text)
        self.assertIn("inno_score", MODULE.procedures)


class InBasic(unittest.TestCase):
    @unittest.skipUnless(shutil.which("soffice"), "libreoffice-calc-nogui is missing")
    def test_parts(self) -> None:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            said = office.run(pathlib.Path(folder), MODULE.text, (pathlib.Path(__file__).parent / "parts.bas").read_text(encoding="ascii"))
        self.assertEqual([line.strip() for line in said], [
            "Huế, Đắk Lắk|có", "yes|x has 3 cells", "TrueTrueTrueFalse", "3|1.5|True|1", "2|3|1|True|True|6", "4|1|2|1|3"])


class Checker(unittest.TestCase):
    """What is spoiled is seen."""

    def spoiled(self, old: str, new: str) -> Module:
        self.assertIn(old, MODULE.text)
        return Module(MODULE.text.replace(old, new, 1))

    def test_blocks(self) -> None:
        for old, new in (("    End If\n", ""), ("    Next i\n", ""), ("    Loop\n", ""), ("    End Select\n", ""), ("End Function\n", "End Sub\n")):
            self.assertNotEqual(self.spoiled(old, new).unbalanced, [], old)

    def test_names(self) -> None:
        for old, new in (("InnoLike(values, result)", "InnoLike(values, reslt)"), ("v1 = InnoInteger(", "w1 = InnoInteger("),
                         ("InnoText(vietnamese)", "InnoTxt(vietnamese)"), ("VarPtr(result(1))", "VarPtrs(result(1))")):
            self.assertNotEqual(self.spoiled(old, new).undeclared(), [], new)

    def test_texts(self) -> None:
        self.assertRaises(AssertionError, self.spoiled, "InnoSay(\"", "InnoSay(")

    def test_calls(self) -> None:
        def count(module: Module) -> dict[int, int]:
            found: dict[int, int] = {}
            for _, what, given in module.calls():
                if what == "inno_flat_minmax":
                    found[given] = found.get(given, 0) + 1
            return found
        self.assertEqual(count(MODULE), {7: 1})
        self.assertEqual(count(self.spoiled("inno_flat_minmax(InnoAddress(a0, n0), n0, v1", "inno_flat_minmax(InnoAddress(a0, n0), v1")), {6: 1})


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
