"""Writes cases.json: inputs and results that every host of the library has to give bit for bit. README.md has the form.
Usage: make.py [--check]   with INNOSCORE_LIBRARY=libinnoscore.so made by gcc on Linux; --check only compares"""
from __future__ import annotations

import ctypes as c
import json
import math
import pathlib
import re
import sys
from typing import Any, Iterable, Mapping

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT / "examples/python"))
try:
    import innoscore
    from innoscore._library import library
except ModuleNotFoundError as error:
    print(f"SKIPPED: python3-{error.name} is missing")
    sys.exit(77)

DATA = ROOT / "examples/data"
DEFAULT = -2**31  # of an integer option
Case = dict[str, Any]


def hexadecimal(value: float | None) -> str | None:
    """As C writes %a, without the zeros that end it; None = missing."""
    return None if value is None or math.isnan(value) else re.sub(r"\.?0+p", "p", float(value).hex())


def column(values: Iterable[float | None]) -> list[str | None]:
    return [hexadecimal(value) for value in values]


# ---- a whole index ---------------------------------------------------------------------------------------------------


def node(code: str, parent: str | None = None, **more: Any) -> Case:
    return {"code": code, "parent": parent, **more}


def written(given: innoscore.Framework) -> list[Case]:
    """The tree with its numbers, without texts for people."""
    nodes = []
    for one in given._order:
        more: Case = {"direction": one.direction, "weight": hexadecimal(one.weight)}
        if one.denominator is not None:
            more |= {"denominator": one.denominator, "scale": hexadecimal(one.scale)}
        nodes.append(node(one.code, one.parent, **more))
    return nodes


def scored(name: str, method: innoscore.Method, columns: Mapping[str, Iterable[float | None]], units: Iterable[str],
           groups: Mapping[str, list[str | None]] | None = None, edits: Iterable[tuple[Any, ...]] = (),
           replicates: int = 0, levels: int = 1) -> Case:
    """What goes in as text and hexadecimal doubles, and what comes out, of the nodes from a level up."""
    framework, names = method.framework, list(units)
    data = innoscore.Dataset({code: list(values) for code, values in columns.items()}, names, groups=groups or {})
    result = method.score(data)
    shown = [code for code in framework.codes if framework.level(code) >= levels]
    aggregates = [code for code in shown if code in framework.aggregates]
    case: Case = {"name": name, "nodes": written(framework), "weights": None, "steps": [
        {"step": step.step, "settings": [[place, key, str(value)] for place, key, value in step.settings]}
        for step in method.steps], "units": names,
        "columns": {code: column(values) for code, values in columns.items()}, "groups": dict(groups or {})}
    if method.weights is not None:
        case["weights"] = {code: hexadecimal(weight) for code, weight in method.weights.to_dict().items()}
    case["scores"] = {code: column(result.scores[code]) for code in shown}
    case["ranks"] = {code: column(result.ranks[code]) for code in shown}
    case["coverage"] = {code: column(result.coverage[code]) for code in aggregates}
    case["effective_weights"] = {code: hexadecimal(value) for code, value in result.weights["effective"].items()}
    if edits:
        with result.what_if() as what_if:
            tried = what_if.try_values(list(edits))
        case["tries"] = [[row.unit, row.column, hexadecimal(row.value), hexadecimal(row.score), hexadecimal(row.rank),
                          row.status] for row in tried.itertuples()]
    if replicates:
        case["uncertainty"] = uncertain(method, data, replicates)
    return case


def uncertain(method: innoscore.Method, data: innoscore.Dataset, replicates: int) -> Case:
    """Every weight of the indicators varies by a quarter; options by their names in the scheme "uncertainty"."""
    result = innoscore.uncertainty(method, data, innoscore.Assumptions().weight_noise(1, 0.25), replicates, seed=7,
                                   workers=1, progress=False)
    summary = result.summary.loc[list(data.units)]
    return {"noise": hexadecimal(0.25), "level": 1, "seed": "7", "replicates": replicates,
            **{name: column(summary[name]) for name in ("median", "lower", "upper", "mean", "sd")}}


def of_files(name: str, folder: str, ini: str | None, **more: Any) -> Case:
    framework = innoscore.Framework.from_csv(DATA / folder / "framework.csv")
    data = innoscore.Dataset.from_csv(DATA / folder / "data.csv", framework)
    method = innoscore.Method.from_ini(DATA / folder / ini, framework) if ini else innoscore.Method(framework)
    values = data.to_dataframe()
    return scored(name, method, {code: list(map(float, values[code])) for code in framework.columns}, data.units,
                  **more)


def missing() -> Case:
    """Gaps, a unit without any value, one that is screened out, denominators that are missing or zero, medians of
    groups, logarithms and geometric means."""
    framework = innoscore.Framework([
        node("index"), node("people", "index", weight=2), node("firms", "index"),
        node("school", "people"), node("health", "people", direction=-1), node("research", "people", weight=0.5,
                                                                                denominator="population", scale=1000),
        node("exports", "firms"), node("start-ups", "firms", weight=3), node("giấy phép", "firms", direction=-1),
    ])
    units = ["An", "Bình", "Châu", "Dung", "Em", "Giang", "Hà", "Không", "Lan", "Minh", "Nga", "Oanh"]
    gap = None
    columns: dict[str, list[float | None]] = {
        "school": [7.5, 8.25, gap, 6.1, 9.9, 7.7, 8.8, gap, 5.3, 7.1, gap, 6.6],
        "health": [0.31, 0.12, 0.44, gap, 0.27, 0.18, 0.39, gap, 0.25, 0.33, gap, 0.21],
        "research": [12, 480, 33, 7, 0, 95, 61, 4, 18, 29, gap, 54],
        "exports": [1e3, 2.5e5, 7e3, 900, 4.2e4, gap, 3.3e4, gap, 120, 5.6e3, gap, 8.1e3],
        "start-ups": [3, 41, gap, 2, 17, 9, 11, gap, 1, 5, 6, 4],
        "giấy phép": [14.5, 3.25, 7.75, 21, gap, 9.5, 6, gap, 30, 12.25, gap, 8],
        "population": [1200, 8000, 900, gap, 1500, 2100, 3000, 0, 800, 1100, 700, 1900],
    }
    groups: dict[str, list[str | None]] = {
        "region": ["north", "north", "south", "south", "north", "south", "north", "south", None, "north", "south",
                   "south"]}
    method = innoscore.Method(framework, [
        innoscore.denominate(), innoscore.screen(min_coverage=0.5),
        innoscore.treat(rules="winsorize, log_gii", limit=2),
        innoscore.normalize(rule="minmax", lower=1, upper=100).at("exports", log="natural"),
        innoscore.impute(rule="group_median", group="region"),
        innoscore.aggregate(rule="geometric", min_coverage=0.6).at_level(3, rule="arithmetic"),
    ])
    return scored("missing", method, columns, units, groups)


def ties(convention: Any) -> Case:
    """Equal scores from unequal and from equal values, and one that differs in its last bit."""
    framework = innoscore.Framework([node("index"), node("a", "index"), node("b", "index", direction=-1)])
    last = 30.0 * (1 + 2**-50)
    columns = {"a": [10.0, 30.0, 20.0, 30.0, last, None, 10.0, 0.0, 100.0],
               "b": [50.0, 70.0, 60.0, 70.0, 70.0, None, 50.0, 100.0, 0.0]}
    method = innoscore.Method(framework, [
        innoscore.normalize(rule="minmax"), innoscore.aggregate(rule="arithmetic"), innoscore.rank(ties=convention)])
    return scored(f"ties_{convention}", method, columns, [f"u{k}" for k in range(9)])


def rules(normalization: Any, aggregation: Any, more: Mapping[str, Any]) -> Case:
    """One of the rules with logarithms, powers, distributions or a search, on the provinces' first pillar."""
    whole = innoscore.Framework.from_csv(DATA / "pii-synthetic/framework.csv")
    data = innoscore.Dataset.from_csv(DATA / "pii-synthetic/data.csv", whole).to_dataframe()
    codes = [code for code in whole.indicators if code.startswith("1.")]
    framework = innoscore.Framework([node("index"), *(node(code, "index") for code in codes)])
    scale: dict[str, Any] = {"lower": 1, "upper": 100} if normalization == "minmax" else {}
    method = innoscore.Method(framework, [
        innoscore.normalize(rule=normalization, **scale), innoscore.aggregate(rule=aggregation, **more)])
    few = data.head(16)
    return scored(f"{normalization}_{aggregation}", method, {code: list(map(float, few[code])) for code in codes},
                  list(map(str, few.index)), levels=2)


# ---- functions on arrays ---------------------------------------------------------------------------------------------


def called(name: str, *arguments: Any, out: int | None = None) -> Case:
    """A function of the flat tier: lists are arrays of doubles, ints are int32, floats are doubles, None = NULL. With
    ``out`` so many doubles are written behind the last argument and the status comes back, else one double does."""
    function, given, kept = getattr(library(), f"inno_flat_{name}"), [], []
    array = None
    for argument in arguments:
        if isinstance(argument, list):
            kept.append((c.c_double * len(argument))(*[math.nan if x is None else x for x in argument]))
            given.append(kept[-1])
        else:
            given.append(argument)
    if out is not None:
        array = (c.c_double * out)()
        given.append(array)
    answer = function(*given)
    shown: list[Case] = [{"array": column(x)} if isinstance(x, list) else {"int": None if x == DEFAULT else x}
             if isinstance(x, int) else {"null": True} if x is None else {"double": hexadecimal(x)} for x in arguments]
    case: Case = {"function": f"inno_flat_{name}", "arguments": shown}
    if array is None:
        return case | {"double": hexadecimal(answer)}
    return case | {"status": answer, "out": column(array)}


def functions(tai: Case) -> list[Case]:
    nan = math.nan
    x: list[float | None] = [3.5, None, 12.0, 7.25, 1e-3, 99.5, 12.0, 0.1, 5.0, 41.0, 2.0, 6.5]
    y: list[float | None] = [1.0, 2.0, 2.5, None, 0.3, 8.0, 2.4, 0.7, 1.5, 4.0, 1.2, 2.2]
    positive = [value for value in x if value is not None]
    weights = [0.1, 0.3, 0.2, 0.05, 0.15, 0.2]
    n = len(x)
    found = [
        called("minmax", x, n, DEFAULT, nan, nan, DEFAULT, out=n), called("minmax", x, n, -1, 1.0, 100.0, 2, out=n),
        called("zscore", x, n, 1, 50.0, 10.0, 2, out=n), called("goalposts", x, n, -1, 1.0, 50.0, 1.0, 1, 1, out=n),
        called("percentile_rank", x, n, DEFAULT, DEFAULT, out=n), called("rank", x, None, n, DEFAULT, DEFAULT, out=n),
        called("rank", x, [1, 1, 1, 2, 2, 2, 2, 2, 1, 1, None, 1], n, -1, 4, out=n),
        called("skewness", x, n, DEFAULT), called("kurtosis", x, n, DEFAULT), called("quantile", x, n, 0.35, DEFAULT),
        called("log_gii", x, n, DEFAULT, nan, out=n),
        called("arithmetic_mean", positive[:6], weights, 6, nan),
        called("geometric_mean", positive[:6], weights, 6, nan, nan, nan),
        called("harmonic_mean", positive[:6], weights, 6, nan, nan, nan),
        called("power_mean", positive[:6], weights, 6, -1.7, nan, nan, nan),
        called("geometric_mean", [4.0, 0.0, 9.0], None, 3, nan, nan, nan),  # a zero: NaN
        called("correlation", x, y, n, DEFAULT), called("correlation", x, y, n, 2), called("correlation", x, y, n, 3),
        called("correlation_p", x, y, n, DEFAULT), called("coverage", x, n),
        called("minmax", [5.0, 5.0, 5.0], 3, DEFAULT, nan, nan, DEFAULT, out=3),  # constant: refused
        called("minmax", [5.0, math.inf, 1.0], 3, DEFAULT, nan, nan, DEFAULT, out=3),  # infinite: refused
    ]
    codes = [one["code"] for one in tai["nodes"] if one["parent"] is not None]
    values = [[float.fromhex(cell) for cell in tai["columns"][code]] for code in codes]
    rows, columns = len(tai["units"]), len(codes)
    matrix = [value for row in zip(*values) for value in row]
    found.append(called("score", matrix, rows, columns, 0, [float(columns + 1)] * columns + [nan], None, None,
                        columns + 1, DEFAULT, nan, nan, DEFAULT, nan, out=rows))
    found.append(called("alpha", matrix, rows, columns, 0, DEFAULT))
    found.append(called("benefit_of_doubt", matrix, rows, columns, 0, nan, nan, out=rows))
    return found


def everything() -> dict[str, Any]:
    tai = of_files("tai_equal", "tai", "method_equal.ini", replicates=1000, edits=[
        ("Finland", "PATENTS", 500.0), ("Japan", "EXPORTS", None), ("Hungary", "SCHOOLING", 12.0)])
    provinces = of_files("pii", "pii-synthetic", "method.ini", levels=3, edits=[
        ("HUE", "1.1.1", 7.5), ("HUE", "population", 2000.0), ("HNO", "1.1.1", None)])
    return {"form": 1, "cases": [
        tai, of_files("tai_budget", "tai", "method_budget.ini"), provinces, missing(),
        *map(ties, ("competition", "modified", "dense", "fractional")),
        rules("minmax", "geometric", {}), rules("zscore", "arithmetic", {}), rules("minmax", "harmonic", {}),
        rules("minmax", "power", {"power": 0.3}), rules("rank", "copeland", {}),
        rules("minmax", "benefit_of_doubt", {}), rules("minmax", "mazziotta_pareto", {}),
    ], "functions": functions(tai)}


def text_of(found: Mapping[str, Any]) -> str:
    """JSON with a line a case's entry: short, and a difference shows where it is."""
    def entry(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    cases = ",\n".join("{\n" + ",\n".join(f" {entry(k)}:{entry(v)}" for k, v in case.items()) + "}"
                       for case in found["cases"])
    calls = ",\n".join(map(entry, found["functions"]))
    return f'{{"form":{found["form"]},\n"cases":[\n{cases}],\n"functions":[\n{calls}]}}\n'


def main(arguments: list[str]) -> None:
    if arguments not in ([], ["--check"]):
        sys.exit(__doc__)
    text, path = text_of(everything()), HERE / "cases.json"
    if not arguments:
        path.write_text(text, encoding="utf-8")
    elif path.read_text(encoding="utf-8") != text:
        sys.exit(f"{path.relative_to(ROOT)} is not what make.py makes with this library")
    found = json.loads(text)
    print(f"{len(found['cases'])} cases, {len(found['functions'])} functions, {len(text)} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
