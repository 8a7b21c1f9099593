"""docs/coinr.md: every exported function of COINr is there, and what it names in C, in Python and beside it exists."""
from __future__ import annotations

import re
from pathlib import Path

import pytest

import innoscore
from conftest import EXAMPLES, SOURCE
from innoscore import _abi

PAGE = (SOURCE / "docs/coinr.md").read_text(encoding="utf-8")
QUOTED = re.findall(r"`([^`\n]+)`", PAGE)


def test_every_exported_function(shared: Path) -> None:
    text = (shared / "methods/coinr.md").read_text(encoding="utf-8")
    section = text.split("## 16. Exported functions", 1)[1].split("## 17.", 1)[0]
    listed = re.sub(r"\b(Construction|Functions inside steps|Analysis|Results and utilities|Plots|print methods)\b",
                    "", section)
    names = set(re.findall(r"[A-Za-z_][\w.]*[A-Za-z\w]", "\n".join(listed.splitlines()[1:])))
    there = {re.split(r"[( ]", word)[0] for word in QUOTED}
    assert len(names) > 90 and names <= there, sorted(names - there)


def test_functions_and_numbers_of_c() -> None:
    functions = {word[:-2] for word in QUOTED if word.startswith("inno_")}
    numbers = {word for word in QUOTED if word.startswith("INNO_")}
    assert len(functions) > 40 and functions <= set(_abi.Functions.__slots__), functions - set(_abi.Functions.__slots__)
    assert numbers and all(hasattr(_abi, name) for name in numbers)


def test_members_of_classes() -> None:
    """Those of modules that this package does not have are not looked at."""
    found = 0
    for word in QUOTED:
        match = re.match(r"([A-Z][A-Za-z]+)\.([a-z_]+)", word)
        kind = getattr(innoscore, match.group(1), None) if match is not None else None
        if match is not None and kind is not None and match.group(2) != "names":  # set in __init__()
            assert hasattr(kind, match.group(2)), word
            found += 1
    assert found > 8


def test_files_and_rules() -> None:
    for word in QUOTED:
        if word.startswith("methods/"):
            assert (EXAMPLES / word).is_file(), word
        if word.startswith("examples/"):
            assert (SOURCE / word).is_file(), word
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE):
        assert (SOURCE / "docs" / target).is_file(), target


def test_the_examples_run(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                          capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("iMeta", "iData"):
        (tmp_path / f"{name}.csv").write_bytes((shared / f"reference/coinr/ASEM_{name}.csv").read_bytes())
    monkeypatch.chdir(tmp_path)
    first, second = re.findall(r"```python\n(.*?)```", PAGE, flags=re.S)
    names: dict[str, object] = {"innoscore": innoscore}
    exec(second.replace("framework", "innoscore.Framework.from_coinr('iMeta.csv')", 1), names)
    method = names["method"]
    assert isinstance(method, innoscore.Method)
    result = method.score(innoscore.Dataset.from_coinr("iData.csv", "iMeta.csv"))
    assert result.rank().min() == 1.0
    exec(first, names)
    printed = capsys.readouterr().out.splitlines()
    assert "rank" in printed[0] and len(printed) > 51
