"""Compares the cases of this folder with what a host makes of them, bit for bit: writes cases.json in the runner's form,
one thing a line, runs COMMAND with it and compares the lines that it prints. Every missing value has to be the one NaN of
the library.
Usage: compare.py [--flat] COMMAND...    --flat: the functions of the flat tier alone"""
from __future__ import annotations

import json
import pathlib
import struct
import subprocess
import sys
from typing import Any

Case = dict[str, Any]
MISSING = "7ff8000000000000"
CUT = 300  # where the replicates are cut into two runs


def bits(value: str | None) -> str:
    return MISSING if value is None else struct.pack(">d", float.fromhex(value)).hex()


def line(*words: Any) -> str:
    texts = ["" if word is None else str(word) for word in words]
    if any(set(text) & set("\t\r\n") for text in texts):
        sys.exit(f"a tab or the end of a line in {texts}")
    return "\t".join(texts)


def setting(place: Any, option: str, value: str) -> str:
    if place is None:
        return line("every", option, value)
    return line("level" if isinstance(place, int) else "at", place, option, value)


def index(case: Case) -> tuple[list[str], list[str]]:
    """What goes in and what has to come out."""
    given = [line("case", case["name"])]
    for node in case["nodes"]:
        more = [node["denominator"], bits(node["scale"])] if "denominator" in node else []
        given.append(line("node", node["code"], node["parent"], node.get("direction", 1), bits(node["weight"]), *more))
    given.append("freeze")
    given += [line("weight", code, bits(weight)) for code, weight in (case["weights"] or {}).items()]
    for step in case["steps"]:
        given.append(line("step", step["step"]))
        given += [setting(*one) for one in step["settings"]]
    given.append(line("units", *case["units"]))
    given += [line("column", code, *map(bits, values)) for code, values in case["columns"].items()]
    given += [line("group", name, *labels) for name, labels in case["groups"].items()]
    given.append("score")
    expected = [line("case", case["name"])]
    for code, values in case["scores"].items():
        given.append(line("show", code))
        expected += [line("score", code, *map(bits, values)), line("rank", code, *map(bits, case["ranks"][code]))]
    for code, values in case["coverage"].items():
        given.append(line("coverage", code))
        expected.append(line("coverage", code, *map(bits, values)))
    given.append(line("effective", *case["effective_weights"]))
    expected.append(line("effective", *map(bits, case["effective_weights"].values())))
    top = next(node["code"] for node in case["nodes"] if node["parent"] is None)
    for unit, column, value, score, rank, status in case.get("tries", []):
        given.append(line("try", unit, column, bits(value)))
        before = case["scores"][top][case["units"].index(unit)]
        expected.append(line("try", status, bits(score), bits(rank), bits(score), bits(before)))
    if "uncertainty" in case:
        found = case["uncertainty"]
        given.append(line("replicates", found["level"], bits(found["noise"]), found["seed"], found["replicates"], CUT))
        expected += [line("tally", name, *map(bits, found[name])) for name in ("median", "lower", "upper", "mean", "sd")]
    return [*given, "end"], expected


def argument(one: Case) -> str:
    (kind, value), = one.items()
    if kind == "array":
        return "a=" + ",".join(map(bits, value))
    if kind == "int":
        return f"i={-2**31 if value is None else value}"
    return "n" if kind == "null" else f"d={bits(value)}"


def call(one: Case) -> tuple[list[str], list[str]]:
    words = ["call", one["function"], *map(argument, one["arguments"])]
    if "double" in one:
        return [line(*words)], [line("call", one["function"], bits(one["double"]))]
    expected = line("call", one["function"], one["status"], *map(bits, one["out"]))
    return [line(*words, f"out={len(one['out'])}")], [expected]


def main(arguments: list[str]) -> None:
    flat = arguments[:1] == ["--flat"]
    command = arguments[flat:]
    if not command:
        sys.exit(__doc__)
    cases = json.loads(pathlib.Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))
    given, expected = [], []
    for work, those in ((index, [] if flat else cases["cases"]), (call, cases["functions"])):
        for one in those:
            into, out_of = work(one)
            given += into
            expected += out_of
    done = subprocess.run(command, input="\n".join([*given, ""]).encode(), stdout=subprocess.PIPE)
    found = done.stdout.decode().splitlines()
    for k, (wanted, got) in enumerate(zip(expected, found)):
        if wanted != got:
            sys.exit(f"result {k + 1} differs:\nexpected {wanted}\nfound    {got}")
    if done.returncode != 0 or len(found) != len(expected):
        sys.exit(f"{len(found)} results of {len(expected)}, exit status {done.returncode}: {command[-1]}")
    numbers = sum(len(word) == 16 for wanted in expected for word in wanted.split("\t"))
    print(f"{0 if flat else len(cases['cases'])} cases, {len(cases['functions'])} functions: {len(expected)} results with "
          f"{numbers} doubles are the same, bit for bit")


if __name__ == "__main__":
    main(sys.argv[1:])
