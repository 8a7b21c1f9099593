"""Prints the golden cases as calls of functions, in JSON for the tests in node. A cell is null, a number, a text, a boolean,
{"error": "#N/A"} or {"infinite": 1}; an argument that is left out is {"left_out": true}."""

import json
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from cells import GOLDEN, NA, data_table, double, flat_call, framework_table, method_table  # noqa: E402


def plain(value):
    if value is ...:
        return {"left_out": True}
    if value is NA:
        return {"error": "#N/A"}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return {"infinite": 1 if value > 0 else -1}
    return value


def doubles(columns):
    return {code: [double(text) for text in column] for code, column in columns.items()}


def whole(case):
    columns = {name: doubles(case[name]) for name in ("scores", "ranks", "coverage")}
    return {"name": case["name"], "data": data_table(case), "framework": framework_table(case), "method": method_table(case),
            "units": case["units"], **columns}


def flat(one):
    call = flat_call(one)
    if call is None:
        return {"function": one["function"], "name": None}
    expected = [one["double"]] if "double" in one else one["out"]
    return {"function": one["function"], "name": call[0], "arguments": call[1], "refused": one.get("status", 0) != 0,
            "expected": [double(text) for text in expected]}


cases = {"indices": [whole(case) for case in GOLDEN["cases"]], "flat": [flat(one) for one in GOLDEN["functions"]]}
json.dump(plain(cases), sys.stdout, allow_nan=False)
