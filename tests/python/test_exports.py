"""Public names are re-exported so that a user's mypy --strict, which wants "as", takes them."""
from __future__ import annotations

import ast
from pathlib import Path

import innoscore


def test_names_are_exported_by_as() -> None:
    tree = ast.parse(Path(innoscore.__file__).read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names = [name for node in imports for name in node.names if name.name != "*"]
    assert len(names) > 20
    assert [name.name for name in names if name.asname != name.name] == []


def test_nothing_of_other_packages_is_exported() -> None:
    names = {name: value for name, value in vars(innoscore).items() if not name.startswith("_")}
    strangers = [name for name, value in names.items()
                 if getattr(value, "__module__", "innoscore").partition(".")[0] not in ("innoscore", "typing")]
    assert strangers == []
    assert not {"Literal", "Sequence", "TypeAlias", "by_keyword", "Any"} & set(names)


def test_modules_of_topics_can_be_reached() -> None:
    assert callable(innoscore.coinr.normalization)
