"""One conformance set, two readers: files that must be read, with the structures expected, and files that must be refused, with kind
and place; the C program and the Python reader agree on each, and on files that chance has spoiled."""
import importlib
import json
import math
import random
import re
import shutil
import sys
import types
import unittest

from workbench import SOURCE, Bench



def reader_package():
    """The readers alone, without NumPy and the library; under another name, because the helper of tests/bindings is called
    innoscore too."""
    package = types.ModuleType("innoscore_files")
    package.__path__ = [str(SOURCE / "examples" / "python" / "innoscore")]
    sys.modules[package.__name__] = package
    return importlib.import_module("innoscore_files.files"), importlib.import_module("innoscore_files.tables")


files, tables = reader_package()
FORMATS = SOURCE / "tests" / "golden" / "formats"
MANIFEST = json.loads((FORMATS / "manifest.json").read_text(encoding="utf-8"))
ROLES = {"framework": "framework.csv", "data": "data.csv", "method": "method.ini"}
PLACE = re.compile(r'(?P<file>[^:]+):(?:(?P<line>\d+):)? (?:column "(?P<column>[^"]*)": )?(?P<sentence>.*)')


def structures(folder, dialect):
    """What the Python reader makes of a folder, as JSON has it."""
    framework = files.read_framework(folder / "framework.csv", dialect)
    sections = files.read_method(folder / "method.ini")
    data = files.read_data(folder / "data.csv", framework, dialect)
    return {
        "nodes": [{"code": n.code, "parent": n.parent, "direction": n.direction, "weight": n.weight, "denominator": n.denominator,
                   "scale": n.scale, "texts": n.texts, "settings": n.settings} for n in framework.nodes],
        "units": data.units, "names": data.names, "periods": data.periods,
        "columns": {code: [None if math.isnan(x) else x for x in values] for code, values in data.columns.items()},
        "groups": data.groups, "data": data.fingerprint(),
        "sections": [{"name": s.name, "occurrence": s.occurrence, "level": s.level, "code": s.code, "line": s.line,
                      "entries": s.entries} for s in sections]}


def order(nodes):
    """In the library's order: indicators, then level by level."""
    level, parents = {}, {n["parent"] for n in nodes}
    children = {n["code"]: [c["code"] for c in nodes if c["parent"] == n["code"]] for n in nodes}

    def level_of(code):
        if code not in level:
            level[code] = 1 if code not in parents else 1 + max(map(level_of, children[code]))
        return level[code]
    return sorted(nodes, key=lambda n: level_of(n["code"]))


class Formats(Bench):
    def lay_out(self, case, folder):
        for role, name in ROLES.items():
            source = FORMATS / folder / case[role] if role in case else FORMATS / "base" / name
            shutil.copyfile(source, self.dir / name)
        self.options = [*(["--decimal-comma"] if case.get("decimal_comma") else []), *(["--separator", case["separator"]] if "separator" in case else [])]
        return tables.Dialect(case.get("separator"), case.get("decimal_comma", False))

    def program(self):
        return self.run_program("--framework", "framework.csv", "--data", "data.csv", "--method", "method.ini", "--output", "out", *self.options)

    def written(self, name):
        return json.loads((self.dir / "out" / name).read_text(encoding="utf-8"))

    def check_program(self, expected):
        """The program read the same: units, periods, values, groups and labels are what the fingerprint hashes."""
        result, method = self.written("result.json"), self.written("method.json")
        self.assertEqual(result["data"], expected["data"])
        self.assertEqual(result["units"], expected["units"])
        self.assertEqual(result.get("periods"), expected["periods"])
        nodes = order(expected["nodes"])
        self.assertEqual([(n["code"], n.get("parent"), n["direction"], n["weight"], n.get("denominator"), n.get("scale", 1)) for n in method["nodes"]],
                         [(n["code"], n["parent"], n["direction"], n["weight"], n["denominator"], n["scale"]) for n in nodes])
        for node, raw in zip(nodes, result["raw"]):
            if node["code"] in expected["columns"]:
                self.assertEqual(raw, expected["columns"][node["code"]])
        return method["fingerprint"]

    def test_read(self):
        for case in MANIFEST["read"]:
            with self.subTest(case["name"]):
                dialect = self.lay_out(case, "read")
                expected = json.loads((FORMATS / "read" / f"{case['name']}.json").read_text(encoding="utf-8"))
                method = expected.pop("method")
                self.assertEqual(structures(self.dir, dialect), expected)
                self.assertEqual(self.program(), 0, self.err)
                self.assertEqual(self.check_program(expected), method)

    def place_of(self):
        found = PLACE.fullmatch(self.err.strip().splitlines()[0])
        self.assertIsNotNone(found, self.err)
        return found["file"], int(found["line"] or 0), found["column"], found["sentence"]

    def agree(self, error):
        """The program has refused for the reason that the reader gives."""
        file, line, column, sentence = self.place_of()
        shown = None if error.column is None else re.sub("[\x00-\x1f\x7f-\x9f]", " ", error.column)
        self.assertEqual((file, line), (error.file, error.line), (error, self.err))
        if column is not None and shown is not None and len(shown) < 60:
            self.assertEqual(column, shown, (error, self.err))
        self.assertEqual(column is None, shown is None, (error, self.err))
        self.assertTrue(any(part in sentence for part in MANIFEST["sentences"][error.kind].strip("|").split("|")), (error, self.err))

    def test_refused(self):
        for case in MANIFEST["refused"]:
            with self.subTest(case["name"]):
                dialect = self.lay_out(case, "refused")
                with self.assertRaises(tables.FormatError) as caught:
                    structures(self.dir, dialect)
                error = caught.exception
                self.assertEqual((error.kind, error.file, error.line, error.column), (case["kind"], ROLES[case["at"]], case["line"], case["column"]))
                self.assertEqual(self.program(), 2, self.out)
                self.agree(error)

    def test_every_kind_is_in_the_set_and_in_the_grammar(self):
        page = (SOURCE / "docs" / "formats.md").read_text(encoding="utf-8")
        text = "".join((SOURCE / "examples" / "python" / "innoscore" / name).read_text(encoding="utf-8") for name in ("tables.py", "files.py"))
        tried = {case["kind"] for case in MANIFEST["refused"]} | {"open", "field_length", "file_length"}  # these three: below
        self.assertEqual(tried, set(MANIFEST["sentences"]))
        for kind in tried:
            self.assertIn(f"| `{kind}` |", page)
            self.assertIn(f'"{kind}"', text)

    def test_too_long_and_not_there(self):
        dialect = self.lay_out({}, "read")
        spoiled = {"field_length": ("data.csv", b"unit,a,b,c\nU1,1,2," + b"x" * (1 << 20) + b"9\n"),
                   "file_length": ("method.ini", b"; comment\n" * 110000), "open": ("framework.csv", None)}
        for kind, (name, content) in spoiled.items():
            self.lay_out({}, "read")
            if content is None:
                (self.dir / name).unlink()
            else:
                self.put(name, content)
            with self.assertRaises(tables.FormatError) as caught:
                structures(self.dir, dialect)
            self.assertEqual(caught.exception.kind, kind)
            self.assertEqual(self.program(), 2)
            self.agree(caught.exception)

    def test_chance(self):
        """Files of the set with a few bytes changed: both readers take them, to the same structures, or both refuse at the same place."""
        draw, read, refused = random.Random(6), 0, 0
        alphabet = b',;"\n\r \t.0123456789-abcuUNAE#[]=:\xc3\x00'
        for _ in range(300):
            case = draw.choice(MANIFEST["read"])
            dialect = self.lay_out(case, "read")
            name = draw.choice(["data.csv", "data.csv", "framework.csv"])
            content = bytearray((self.dir / name).read_bytes())
            for _ in range(draw.randrange(1, 4)):
                at = draw.randrange(len(content))
                content[at:at + draw.randrange(2)] = bytes(draw.choice(alphabet) for _ in range(draw.randrange(2)))
            self.put(name, bytes(content))
            shutil.rmtree(self.dir / "out", ignore_errors=True)
            status = self.program()
            try:
                expected = structures(self.dir, dialect)
            except tables.FormatError as error:
                self.assertEqual(status, 2, (case["name"], bytes(content), error))
                if "expected one of code" in self.err or "steps have a key" in self.err:
                    continue  # an unknown column is seen before any row: the names of keys are the program's to know
                with self.subTest(content=bytes(content)):
                    self.agree(error)
                refused += 1
                continue
            if status == 0:
                self.check_program(expected)
                read += 1
        self.assertGreater(min(read, refused), 80)


if __name__ == "__main__":
    unittest.main()
