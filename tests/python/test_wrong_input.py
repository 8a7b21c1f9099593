"""Whatever is given wrongly: an exception with a sentence that helps, and a process that goes on."""
from __future__ import annotations

import copy
import ctypes
import os
import pickle
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, Callable

import numpy as np
import pandas as pd
import pytest

import innoscore
from innoscore import Dataset, Framework, Method, Scheme, aggregate, normalize, treat
from innoscore._library import library

NODES: list[dict[str, Any]] = [
    {"code": "index"}, {"code": "a", "parent": "index"}, {"code": "b", "parent": "index", "direction": -1},
]
UNITS = ["u", "v", "w"]
COLUMNS = {"a": [1.0, 2.0, 4.0], "b": [3.0, 1.0, 2.0]}


def shown(value: Any) -> str:
    """A name of the case that is the same in every process: no address."""
    return re.sub(r" at 0x[0-9a-f]+", "", repr(value))[:50]


@pytest.fixture
def framework() -> Framework:
    return Framework(NODES)


@pytest.fixture
def method(framework: Framework) -> Method:
    return Method(framework, [normalize(), aggregate()])


@pytest.fixture
def data() -> Dataset:
    return Dataset(COLUMNS, UNITS)


def refused(call: Callable[[], Any], kind: type[BaseException] | tuple[type[BaseException], ...], *words: str) -> str:
    """The sentence; nothing but an exception of this kind, with these words."""
    with pytest.raises(kind) as caught:
        call()
    sentence = str(caught.value)
    assert sentence and all(word in sentence for word in words), sentence
    return sentence


# ---- numbers --------------------------------------------------------------------------------------------------------

COLUMNS_THAT_ARE_NONE: list[tuple[Any, type[BaseException], str]] = [
    (["1", "2", "3"], TypeError, "a: texts, not numbers"),
    ([b"1", b"2", b"3"], TypeError, "a: bytes, not numbers"),
    ([1.0, "x", 3.0], TypeError, "a: texts, not numbers"),
    (np.array([1.0, "x", 3.0], dtype=object), TypeError, "a: row 1 holds 'x'"),
    ([1.0, object(), 3.0], TypeError, "a: row 1 holds <object"),
    ([1j, 2, 3], TypeError, "a: complex numbers"),
    (np.array(["2020-01-01"] * 3, dtype="M8[D]"), TypeError, "a: dates"),
    (pd.Series(pd.date_range("2020", periods=3)), TypeError, "a: dates"),
    (pd.Series(["x", "y", "z"]), TypeError, "a: row 0 holds 'x'"),
    (pd.Series(["x", "y", "z"], dtype="category"), TypeError, "a: row 0 holds 'x'"),
    (np.array([1, 2, 3], dtype=np.longdouble), TypeError, "more than a double"),
    ([2**53 + 1, 1, 2], TypeError, "beyond 2**53"),
    (np.array([2**64 - 1, 0, 1], dtype=np.uint64), TypeError, "beyond 2**53"),
    ([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], ValueError, "a: one value a row is wanted, not an array of shape (3, 2)"),
    ([[1.0], [2.0, 3.0], [4.0]], TypeError, "a: no array of numbers"),
    (5.0, ValueError, "shape ()"),
    (None, (TypeError, ValueError), "a: "),  # type: ignore[list-item]
    ("123", (TypeError, ValueError), "a: "),  # type: ignore[list-item]
    ({"x": 1}, (TypeError, ValueError), "a: "),  # type: ignore[list-item]
    ([1.0, 2.0], ValueError, "a: 2 values for 3 rows"),
    ([], ValueError, "a: 0 values for 3 rows"),
    (np.zeros((3, 0)), ValueError, "shape (3, 0)"),
    ([1.0, float("inf"), 2.0], innoscore.InfiniteError, "'v'"),
    ([1.0, -float("inf"), 2.0], ValueError, "infinite"),
    (np.array([(1.0, 2)] * 3, dtype=[("x", "f8"), ("y", "i4")]), TypeError, "a: values of type"),
]


@pytest.mark.parametrize("values, kind, word", COLUMNS_THAT_ARE_NONE, ids=shown)
def test_columns(values: Any, kind: type[BaseException], word: str) -> None:
    refused(lambda: Dataset({"a": values}, UNITS), kind, word)


@pytest.mark.parametrize("number", [10**400, 2**1024, -(10**309)])
def test_integers_that_no_double_holds(number: int, framework: Framework) -> None:
    refused(lambda: Dataset({"a": [number, 1, 2]}, UNITS), (TypeError, OverflowError), "a: ")
    refused(lambda: normalize(lower=number), (TypeError, ValueError), "lower")
    refused(lambda: innoscore.Weights(framework, "given", {"a": number}), (TypeError, ValueError, OverflowError), "a")
    refused(lambda: treat(limit=number), (TypeError, ValueError), "limit")
    refused(lambda: aggregate().at_level(number, rule="median"), ValueError, "level")


def test_a_number_that_hides_a_text() -> None:
    class Liar:
        def __float__(self) -> float:
            raise RuntimeError("no number after all")

    refused(lambda: Dataset({"a": np.array([Liar(), 1, 2], dtype=object)}, UNITS), RuntimeError, "no number after all")


# ---- units, columns, groups -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("units, kind, word", [
    (["u", "v", "u"], innoscore.DuplicateError, "'u'"),
    (["u", None, "w"], TypeError, "not None (row 1)"),
    (["u", float("nan"), "w"], TypeError, "not nan (row 1)"),
    ([1.5, 2.5, 3.5], TypeError, "not 1.5 (row 0)"),
    ([True, False, True], TypeError, "not True (row 0)"),
    (["u", "", "w"], ValueError, "code"),
    (["u", "v"], ValueError, "values for 2 rows"),
    ([], ValueError, "there are no units"),
    (["u", "a\0b", "w"], innoscore.TextError, "holds a NUL"),
    (["u", "\ud800", "w"], innoscore.TextError, "half of a character"),
    (["u", "a\nb", "w"], innoscore.TextError, "control"),
    (["u", "x" * 100_000, "w"], innoscore.InnoError, ""),
    (5, TypeError, "units"),
    (None, TypeError, "units"),
], ids=shown)
def test_units(units: Any, kind: type[BaseException], word: str) -> None:
    refused(lambda: Dataset({"a": [1.0, 2.0, 3.0]}, units), kind, word)


BAD_TEXTS = ["a\0b", "\0", "\ud800", "a\udfffb", "x" * 100_000, "", "a\tb", "\x7f"]


@pytest.mark.parametrize("text", BAD_TEXTS, ids=ascii)
def test_texts_that_c_would_cut_or_not_understand(text: str, framework: Framework, method: Method,
                                                  data: Dataset) -> None:
    """Everywhere where a text goes to C: refused, and never taken for another."""
    result = method.score(data)
    bad = (ValueError, LookupError)
    refused(lambda: Dataset({text: [1.0, 2.0, 3.0]}, UNITS), bad)
    refused(lambda: Dataset(COLUMNS | {text: [1.0, 2.0, 3.0], "c": [1.0] * 3, "d": [1.0] * 3}, UNITS), bad)
    refused(lambda: Dataset({name: np.array(values) for name, values in
                             (COLUMNS | {text: [1.0, 2.0, 3.0], "c": [1.0] * 3}).items()}, UNITS), bad)
    refused(lambda: Dataset(COLUMNS, UNITS, groups={text: ["x", "x", "y"]}), bad)
    if text:  # "" is no label
        refused(lambda: Dataset(COLUMNS, UNITS, groups={"g": ["x", text, "y"]}), bad)
    refused(lambda: Framework([{"code": text or "\0"}, {"code": "a", "parent": text or "\0"}]), bad)
    if text:
        refused(lambda: Framework([{"code": "i"}, {"code": "a", "parent": "i", "denominator": text}]), bad)
        refused(lambda: Framework([{"code": "i"}, {"code": "a", "parent": text}]), bad)
    refused(lambda: normalize().at(text, rule="none"), (*bad, TypeError))
    refused(lambda: normalize(rule=text), bad)  # type: ignore[arg-type]
    refused(lambda: treat(rules=[text]), bad)  # type: ignore[list-item]
    refused(lambda: innoscore.Weights(framework, "given", {text: 1.0}), bad)
    refused(lambda: result.ranks_by(text), bad)
    refused(lambda: result.score(text), bad)
    refused(lambda: result.values(text), bad)
    refused(lambda: result.unit_number(text), bad)
    refused(lambda: Method.from_json(text), bad)
    refused(lambda: method.score(data, keep=text), bad)  # type: ignore[arg-type]
    refused(lambda: Scheme(text), bad)
    refused(lambda: innoscore.set_language(text), bad)  # type: ignore[arg-type]


def test_a_nul_never_makes_a_shorter_code() -> None:
    assert Dataset({"a": [1.0]}, ["u"]).columns == ("a",)
    for made in (lambda: Dataset({"a\0b": [1.0]}, ["u"]), lambda: Dataset({"a": [1.0]}, ["u\0v"])):
        refused(made, innoscore.TextError, "NUL")


@pytest.mark.parametrize("periods, word", [
    ([2020, 2019], "ascending"), ([2020, 2020], ""), ([float("nan"), 2020], ""), ([float("inf"), 2020], ""), ([], ""),
])
def test_periods(periods: list[float], word: str) -> None:
    refused(lambda: Dataset({"a": np.arange(2.0)}, ["u"], periods=periods), ValueError, word)


def test_groups() -> None:
    refused(lambda: Dataset(COLUMNS, UNITS, groups={"g": ["x"]}), ValueError, "'g': 1 labels for 3 rows")
    refused(lambda: Dataset(COLUMNS, UNITS, groups={"g": 5}), TypeError)  # type: ignore[dict-item]
    refused(lambda: Dataset(COLUMNS, UNITS, names=["x"]), ValueError, "names: 1 for 3 units")


# ---- frames ---------------------------------------------------------------------------------------------------------


def test_frames(method: Method) -> None:
    frame = pd.DataFrame(COLUMNS, index=UNITS)
    twice = pd.concat([frame, frame["a"]], axis=1)
    refused(lambda: method.score(twice), ValueError, "two columns are called 'a'; keep one")
    refused(lambda: method.score(frame.iloc[:0]), ValueError, "unit")
    refused(lambda: method.score(pd.DataFrame()), ValueError)
    refused(lambda: method.score(frame.drop(columns="b")), innoscore.MissingColumnError, "'b'")
    refused(lambda: method.score(frame.set_axis(["u", "v", "u"])), innoscore.DuplicateError, "'u'")
    refused(lambda: method.score(frame.assign(a="x")), TypeError, "a: row 0 holds 'x'")
    refused(lambda: method.score(frame.assign(a=1.0)), innoscore.ConstantError, "'a'")
    refused(lambda: method.score(frame.assign(a=np.nan)), innoscore.NoDataError, "'a'")
    refused(lambda: method.score(frame.assign(a=[1.0, np.inf, 2.0])), innoscore.InfiniteError, "'a'", "'v'")
    refused(lambda: Dataset.from_dataframe(frame, unit="code"), ValueError,
            "unit='code': the DataFrame has no such column")
    refused(lambda: Dataset.from_dataframe(frame, period="year"), ValueError, "period='year'")
    refused(lambda: Dataset.from_dataframe(frame, groups=["region"]), ValueError, "no column 'region' to group by")
    refused(lambda: Dataset.from_dataframe(frame.to_numpy()), TypeError, "not ndarray")  # type: ignore[arg-type]
    panel = pd.concat([frame.assign(unit=UNITS, period=2020), frame.assign(unit=UNITS, period=2020)])
    refused(lambda: method.score(panel), ValueError, "'u' has two rows in period 2020")
    refused(lambda: method.score(panel.assign(period=np.nan)), ValueError, "no period")
    several = frame.set_axis(pd.MultiIndex.from_product([["x"], UNITS]))
    refused(lambda: method.score(several), ValueError, "several levels")


@pytest.mark.parametrize("data", [None, 5, 5.0, [1, 2], object(), np.zeros((3, 2)), {"a"}, b"x", Dataset], ids=shown)
def test_what_are_no_data(method: Method, data: Any) -> None:
    refused(lambda: method.score(data), TypeError, "data is a Dataset, a DataFrame, a mapping of columns or a path")


def test_mappings(method: Method) -> None:
    refused(lambda: method.score({}), ValueError)
    refused(lambda: method.score({"a": [1.0]}), innoscore.InnoError, "'b'")
    refused(lambda: method.score({"a": [1.0, 2.0], "b": [1.0]}), ValueError, "b: 1 values for 2 rows")
    refused(lambda: method.score({"a": 1.0, "b": 2.0}), (TypeError, ValueError), "a")


def test_files(method: Method, tmp_path: Path) -> None:
    refused(lambda: method.score(tmp_path / "none.csv"), innoscore.FormatError, "none.csv")
    refused(lambda: method.score(tmp_path), innoscore.FormatError)
    (tmp_path / "bad.csv").write_bytes(b"unit,a,b\nx,1,\xff\n")
    refused(lambda: method.score(str(tmp_path / "bad.csv")), innoscore.FormatError, "bad.csv:2", '"b"')


# ---- frameworks, options, methods -----------------------------------------------------------------------------------


@pytest.mark.parametrize("nodes, kind, word", [
    ([], ValueError, ""),
    ([{"code": "a"}, {"code": "a"}], innoscore.DuplicateError, "'a'"),
    ([{"code": "a"}, {"code": "b"}], innoscore.TreeError, ""),
    ([{"code": "a", "parent": "a"}], innoscore.TreeError, ""),
    ([{"code": "a", "parent": "b"}, {"code": "b", "parent": "a"}], innoscore.TreeError, ""),
    ([{"code": "i"}, {"code": "a", "parent": "x"}], ValueError, "x"),
    ([{"parent": "x"}], ValueError, "no code"),
    ([{"code": float("nan")}], ValueError, "no code"),
    ([{"code": 1.5}], TypeError, "code wants a text, not 1.5"),
    ([{"code": "i"}, {"code": "a", "parent": "i", "direction": 2}], ValueError, "direction is 1"),
    ([{"code": "i"}, {"code": "a", "parent": "i", "direction": "up"}], TypeError, "a: direction wants a number"),
    ([{"code": "i"}, {"code": "a", "parent": "i", "weight": -1}], ValueError, "a"),
    ([{"code": "i"}, {"code": "a", "parent": "i", "weight": float("inf")}], ValueError, "a"),
    ([{"code": "i"}, {"code": "a", "parent": "i", "denominator": "d", "scale": 0}], ValueError, "a"),
    ([{"code": "i", "direction": -1}, {"code": "a", "parent": "i"}], ValueError, "i"),
    (["a"], (TypeError, AttributeError), ""),
    (5, TypeError, ""),
], ids=shown)
def test_frameworks(nodes: Any, kind: Any, word: str) -> None:
    refused(lambda: Framework(nodes), kind, word)


def test_options(framework: Framework) -> None:
    refused(lambda: normalize(lover=1), TypeError, "lover")  # type: ignore[call-arg]
    refused(lambda: normalize(rule="minimax"), innoscore.UnknownRuleError, "minmax")  # type: ignore[arg-type]
    refused(lambda: normalize().at("a", lover=1), innoscore.UnknownKeyError, "did you mean 'lower'")
    refused(lambda: normalize(lower="x"), ValueError, "x")  # type: ignore[arg-type]
    refused(lambda: normalize(lower=float("nan")), TypeError, "lower wants a finite number")
    refused(lambda: normalize(lower=float("inf")), TypeError, "lower wants a finite number")
    refused(lambda: normalize(lower=[1, 2]), (TypeError, ValueError), "lower")  # type: ignore[arg-type]
    refused(lambda: normalize(lower=object()), TypeError, "lower")  # type: ignore[arg-type]
    refused(lambda: normalize(lower=pd.NA), TypeError, "lower")
    refused(lambda: treat(limit=1.5), TypeError, "limit wants a whole number, not 1.5")  # type: ignore[arg-type]
    refused(lambda: treat(limit=-1), ValueError, "limit")
    refused(lambda: treat(rules=["winsorize", 5]), TypeError, "rules wants a list of texts")  # type: ignore[list-item]
    refused(lambda: treat(rules=["winsorise"]), innoscore.InnoError, "winsorise")  # type: ignore[list-item]
    refused(lambda: normalize().at(5, rule="none"), TypeError, "at() wants the code")  # type: ignore[arg-type]
    refused(lambda: aggregate().at_level("2", rule="median"), TypeError, "level")  # type: ignore[arg-type]
    refused(lambda: aggregate().at_level(1, rule="median"), ValueError, "level from 2 up")
    refused(lambda: aggregate().at_level(2**32 + 2, rule="median"), ValueError, "level")
    refused(lambda: Method(framework, [normalize().at("z", rule="none"), aggregate()]), innoscore.UnknownCodeError,
            "'z'")
    refused(lambda: Scheme("normalise"), innoscore.UnknownKeyError, "did you mean 'normalize'")


def test_methods(framework: Framework, data: Dataset) -> None:
    refused(lambda: Method("f"), TypeError, "framework is a Framework, not str")  # type: ignore[arg-type]
    refused(lambda: Method(framework, normalize()), TypeError, "steps is a list")  # type: ignore[arg-type]
    refused(lambda: Method(framework, ["normalize"]), TypeError, "steps is a list")  # type: ignore[list-item]
    refused(lambda: Method(framework, 5), TypeError)  # type: ignore[arg-type]
    refused(lambda: Method(framework, []), innoscore.OrderError)
    refused(lambda: Method(framework, [aggregate(), normalize()]), innoscore.OrderError)
    refused(lambda: Method(framework, weights="even"), ValueError, "'equal'")
    refused(lambda: Method(framework, weights={"z": 1.0}), innoscore.UnknownCodeError, "'z'")
    refused(lambda: Method(framework, weights={"a": "x"}), TypeError, "'a'")  # type: ignore[dict-item]
    refused(lambda: Method(framework, weights={"a": float("nan")}), ValueError, "'a'")
    refused(lambda: Method(framework, weights={"a": -1.0}), ValueError, "'a'")
    refused(lambda: Method(framework, weights=5), TypeError, "weights are a word")  # type: ignore[arg-type]
    other = innoscore.Weights(Framework([*NODES, {"code": "c", "parent": "index"}]))
    refused(lambda: Method(framework, weights=other), innoscore.InnoError)
    zero = Method(framework, [normalize(), aggregate()], weights={"a": 0.0, "b": 1.0})
    assert zero.score(data).score().notna().all()
    for text in ("", "{", "[]", "null", "{}", '{"format": "innoscore method 1"}', "5" * 100_000, "[" * 100_000):
        refused(lambda: Method.from_json(text), ValueError)
    refused(lambda: Method.from_json(10**9), TypeError, "from_json() wants")  # type: ignore[arg-type]


@pytest.mark.parametrize("step, kind",
                         [(5, ValueError), (-1, ValueError), (2**32, ValueError), (2**70, ValueError), (1.0, TypeError),
                                        (None, TypeError), (True, TypeError), ("treat", ValueError)], ids=shown)
def test_steps_of_a_result(method: Method, data: Dataset, step: Any, kind: type[BaseException]) -> None:
    result = method.score(data)
    refused(lambda: result.values(step), kind, "step")
    refused(lambda: result.marks(step), kind, "step")


def test_what_a_result_does_not_have(method: Method, data: Dataset) -> None:
    result = method.score(data, keep="scores")
    refused(lambda: result.values("normalize"), innoscore.NotKeptError)
    refused(lambda: result.coverage, innoscore.NotKeptError)
    refused(lambda: result.ranks_by("region"), innoscore.MissingGroupError, "region")
    refused(lambda: result.score("A"), innoscore.UnknownCodeError, "'A'")
    refused(lambda: result.ranking(period=2020), ValueError, "no periods")
    refused(lambda: result.score(5), TypeError, "text, not 5")  # type: ignore[arg-type]
    refused(lambda: method.score(data, keep=["all"]), (TypeError, ValueError))  # type: ignore[arg-type]


# ---- life of objects ------------------------------------------------------------------------------------------------


def test_use_after_close(framework: Framework, method: Method, data: Dataset) -> None:
    result = method.score(data)
    for handle, uses in (
        (result, [lambda: result.scores, result.to_json, lambda: result.weights, lambda: result.ranks_by(None)]),
        (data, [lambda: data.columns, data.to_dataframe, lambda: method.score(data), lambda: data.fingerprint]),
        (method, [lambda: method.score(COLUMNS), lambda: method.canonical(), lambda: method.to_json()]),
        (framework, [lambda: framework.level("a"), lambda: Method(framework), lambda: innoscore.Weights(framework)]),
    ):
        handle.close()
        handle.close()
        for use in uses:
            refused(use, innoscore.ClosedError, f"this {type(handle).__name__} was closed")
    with Dataset(COLUMNS, UNITS) as inside:
        assert inside.columns == ("a", "b")
    refused(lambda: inside.columns, innoscore.ClosedError)


def test_a_result_outlives_what_it_was_made_of(framework: Framework, method: Method, data: Dataset) -> None:
    result = method.score(data)
    expected = method.score(data).scores
    for handle in (framework, method, data):
        handle.close()
    pd.testing.assert_frame_equal(result.scores, expected)


def test_closing_while_others_score(framework: Framework) -> None:
    """Eight threads score with methods and data that another closes under their hands: a result or ClosedError."""
    expected = Method(framework, [normalize(), aggregate()]).score(COLUMNS).scores.to_numpy()
    shared: dict[str, Any] = {}
    wrong: list[str] = []
    scored, closed = [0] * 8, [0] * 8

    def renew() -> None:
        shared.update(method=Method(framework, [normalize(), aggregate()]), data=Dataset(COLUMNS, ["1", "2", "3"]))

    def work(number: int) -> None:
        for _ in range(400):
            try:
                with shared["method"].score(shared["data"]) as result:
                    if not np.array_equal(result.scores.to_numpy(), expected):
                        wrong.append("other bits")
                scored[number] += 1
            except innoscore.ClosedError:
                closed[number] += 1
            except Exception as error:
                wrong.append(repr(error))

    renew()
    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        old = dict(shared)
        old["method"].close(), old["data"].close()
        renew()
    for thread in threads:
        thread.join()
    assert not wrong and sum(scored) > 0 and sum(scored) + sum(closed) == 8 * 400


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_fork(method: Method, data: Dataset) -> None:
    expected = method.score(data).scores.to_numpy()
    child = os.fork()
    if child == 0:  # nothing of pytest may run here
        code = 1
        try:
            same = np.array_equal(method.score(data).scores.to_numpy(), expected)
            same &= np.array_equal(method.score(COLUMNS).scores.to_numpy(), expected)
            try:
                method.score({"a": [1.0, 1.0], "b": [1.0, 2.0]})
            except innoscore.ConstantError:
                code = 0 if same else 2
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert np.array_equal(method.score(data).scores.to_numpy(), expected)


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, pickle.dumps], ids=["copy", "deepcopy", "pickle"])
def test_what_cannot_be_copied_says_so(duplicate: Callable[[Any], Any], framework: Framework, method: Method,
                                       data: Dataset) -> None:
    for handle in (data, method.score(data)):
        refused(lambda: duplicate(handle), TypeError, f"a {type(handle).__name__} lives in this process")


@pytest.mark.parametrize("through", [copy.copy, copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))],
                         ids=["copy", "deepcopy", "pickle"])
def test_what_can_be_copied_is_the_same(through: Callable[[Any], Any], framework: Framework, method: Method,
                                        data: Dataset) -> None:
    assert through(framework).nodes == framework.nodes
    weights = innoscore.Weights(framework, "equal", {"a": 3.0})
    pd.testing.assert_frame_equal(through(weights).to_dataframe(), weights.to_dataframe())
    scheme = aggregate(rule="power", power=2).at("index", rule="median").at_level(2, min_coverage=0.5)
    assert through(scheme) == scheme and hash(through(scheme)) == hash(scheme)
    again = through(method)
    assert again == method and hash(again) == hash(method) and again.fingerprint == method.fingerprint
    np.testing.assert_array_equal(again.score(data).scores.to_numpy(), method.score(data).scores.to_numpy())


def test_exceptions_cross_processes() -> None:
    with pytest.raises(innoscore.DuplicateError) as caught:
        Dataset(COLUMNS, ["u", "u", "w"])
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is innoscore.DuplicateError
    assert (again.message, again.node, again.unit, again.status) == (caught.value.message, caught.value.node,
                                                                     caught.value.unit, 8)


def test_the_end_of_the_interpreter() -> None:
    """Objects that live to the end, threads that are still at work: the process ends well."""
    code = (
        "import threading, innoscore\n"
        "f = innoscore.Framework([{'code': 'i'}, {'code': 'a', 'parent': 'i'}])\n"
        "m = innoscore.Method(f, [innoscore.normalize(), innoscore.aggregate()])\n"
        "d = innoscore.Dataset({'a': [1.0, 2.0]}, ['u', 'v'])\n"
        "r = m.score(d)\n"
        "def work():\n"
        "    while True:\n"
        "        m.score(d).scores\n"
        "        try: m.score({'a': [1.0]})\n"
        "        except innoscore.InnoError: pass\n"
        "[threading.Thread(target=work, daemon=True).start() for _ in range(4)]\n"
        "import time; time.sleep(0.2)\n"
    )
    package = str(Path(innoscore.__file__).resolve().parents[1])
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": package},
                              capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr, done.stderr


# ---- beyond scores --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [2**32 + 2, -(2**31) - 1, 2**63, 10**30])
def test_whole_numbers_that_c_cannot_hold(number: int, method: Method, data: Dataset) -> None:
    """ctypes alone would cut 2**32 + 2 to 2; nothing may be computed with another number than was given."""
    functions = library()
    refused(lambda: functions.inno_key_count(number), ctypes.ArgumentError, "bits does not go into")
    refused(lambda: innoscore.optimal_weights(method, data, number), ctypes.ArgumentError, "bits does not go into")
    refused(lambda: innoscore.WhatIf(method.score(data)).undo(number), Exception)
    if abs(number) >= 2**63:
        refused(lambda: functions.inno_dataset_unit_code(data._c, number), ctypes.ArgumentError, "bits does not go into")
        refused(lambda: innoscore.optimal_weights(method, data, 1, limit=number), ctypes.ArgumentError, "bits does not go into")


def test_the_ends_of_what_c_holds(data: Dataset) -> None:
    functions = library()
    assert functions.inno_key_count(-(2**31)) == functions.inno_key_count(2**31 - 1) == 0
    assert functions.inno_dataset_unit_code(data._c, 2**63 - 1) is functions.inno_dataset_unit_code(data._c, -(2**63)) is None


@pytest.mark.parametrize("text", ["a\0b", "\ud800"], ids=ascii)
def test_texts_of_other_calls(text: str, framework: Framework, method: Method, data: Dataset) -> None:
    refused(lambda: innoscore.Regrouping([(text, "new", 1.0)]).build(), innoscore.TextError, "a text")
    refused(lambda: innoscore.Regrouping([("u", text, 1.0)]).build(), innoscore.TextError)
    refused(lambda: innoscore.Regrouping([("u", "new", 1.0)]).sum(text).build(), innoscore.TextError)
    refused(lambda: innoscore.Assumptions().weight_range(text, 0.5, 1.5).build(method), innoscore.TextError)
    refused(lambda: innoscore.optimal_weights(method, data, 1, targets={text: 1.0}), innoscore.TextError)
    refused(lambda: innoscore.WhatIf(method.score(data)).set_value(text, "a", 1.0), (innoscore.InnoError,))
    refused(lambda: innoscore.trace(method.score(data), text), innoscore.InnoError)
    refused(lambda: innoscore.change(method.score(data), method.score(data), node=text), innoscore.InnoError)
