"""method.json and result.json: what Python reads out of them is what the tables say, and the library reads the method back."""
import ctypes as c
import json
import os
import sys
import unittest

import test_methods
from workbench import SOURCE, Bench

sys.path.insert(0, str(SOURCE / "tests" / "bindings"))


class Json(Bench):
    def written(self, name, folder="out"):
        text = (self.dir / folder / name).read_text(encoding="utf-8")
        self.assertTrue(text.endswith("}\n"))
        return json.loads(text)

    def test_result_is_what_the_tables_say(self):
        self.put("m.ini", "[pipeline]\nsteps = impute, treat, normalize, aggregate\n[imputation]\nrule = median\n")
        self.put("d.csv", "unit,period,a,b,c,group:side\nU1,2023,1,10,,x\nU2,2023,2,30,6,y\nU3,2023,4,20,9,x\nU1,2024,2,12,5,x\nU2,2024,,31,7,y\nU3,2024,3,20,1,x\n")
        self.accepted()
        result = self.written("result.json")
        self.assertEqual(result["periods"], [2023, 2024])
        for name, values in (("scores.csv", result["scores"]), ("ranks.csv", result["ranks"]), ("coverage.csv", result["coverage"]),
                             ("imputed.csv", result["steps"][0]["values"]), ("normalized.csv", result["steps"][2]["values"])):
            rows = [line.split(",") for line in (self.dir / "out" / name).read_text(encoding="utf-8").splitlines()]
            for column, values_of in zip(rows[0][2:], values, strict=False):
                j = [node["code"] for node in result["nodes"]].index(column)
                for row, line in enumerate(rows[1:]):
                    cell = line[rows[0].index(column)]
                    place = (float(line[1]) == 2024) * 3 + int(line[0][1]) - 1
                    self.assertEqual(float(cell) if cell else None, values[j][place], (name, column, row))
        method = self.written("method.json")
        self.assertEqual(method["fingerprint"], result["method"])
        self.assertIn(result["method"], (self.dir / "out" / "method.txt").read_text(encoding="utf-8"))

    def test_every_example_method_is_read_back(self):
        from innoscore import Library, load
        try:
            load(os.environ["INNO_LIBRARY"])
        except SystemExit:
            self.skipTest("no shared library, or an instrumented one that cannot be loaded here")
        bench = test_methods.Methods()
        with Library(os.environ["INNO_LIBRARY"]) as library:
            for folder, methods in (("tai", test_methods.ON_TAI), ("pii-synthetic", test_methods.ON_PII)):
                for name in methods:
                    with self.subTest(name):
                        bench.dir = self.dir
                        bench.take(folder, name)
                        self.accepted(output=name)
                        raw = (self.dir / name / "method.json").read_bytes().rstrip(b"\n")
                        handle, needed = c.c_void_p(), c.c_int64()
                        library.check(library.lib.inno_method_read_json(None, raw, len(raw), c.byref(handle), library.error))
                        library.made.append(("method", handle))
                        buffer = c.create_string_buffer(len(raw) + 1)
                        library.check(library.lib.inno_method_write_json(handle, buffer, len(raw) + 1, c.byref(needed), library.error))
                        self.assertEqual(buffer.value, raw)


if __name__ == "__main__":
    unittest.main()
