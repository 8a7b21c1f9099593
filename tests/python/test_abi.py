"""innoscore._abi against the headers, which are read here on their own, and not with Doxygen."""
from __future__ import annotations

import ast
import ctypes
import pathlib
import re
from types import SimpleNamespace

import pytest

from innoscore import _abi

ROOT = pathlib.Path(__file__).resolve().parents[2]

TEXT = "\n".join(p.read_text(encoding="utf-8") for p in sorted((ROOT / "include/innoscore").glob("*.h")))
CODE = re.sub(r"/\*.*?\*/", "", TEXT, flags=re.S)
DECLARED = re.findall(r"INNO_API\s+([\w\s]+?[\s*]+)INNO_CALL\s+(inno_\w+)\s*\(([^;]*)\)\s*;", CODE)
NUMBERS = re.findall(r"^#define (INNO_\w+)\s+\(?(-?\d+)\)?\s*$", CODE, re.M)
TYPES = {"void": None, "double": ctypes.c_double, "int32_t": ctypes.c_int32, "int64_t": ctypes.c_int64,
         "ptrdiff_t": ctypes.c_ssize_t, "inno_status": ctypes.c_int32}
ANNOTATIONS = {None: "None", ctypes.c_double: "float", ctypes.c_int32: "int", ctypes.c_int64: "int",
               ctypes.c_ssize_t: "int", ctypes.c_char_p: "Text", ctypes.c_void_p: "Pointer"}


class Library:
    """A library that has every function but those that are lacking."""

    def __init__(self, lacking: str = "") -> None:
        self._name, self.lacking = "/there/libinnoscore.so.0", lacking

    def __getattr__(self, name: str) -> SimpleNamespace:
        if name == self.lacking:
            raise AttributeError(name)
        return SimpleNamespace()


def kind(declared: str) -> object:
    """The ctypes type of a C type; an unknown one is a KeyError."""
    if "*" not in declared:
        return TYPES[declared.strip()]
    return ctypes.c_char_p if re.fullmatch(r"\s*const char\s*\*\s*", declared) else ctypes.c_void_p


def kinds(given: str) -> list[object]:
    return [] if given.strip() == "void" else [kind(re.sub(r"\w+$", "", part.strip())) for part in given.split(",")]


@pytest.fixture(scope="module")
def functions() -> object:
    return _abi.Functions(Library())  # type: ignore[arg-type]


def test_the_functions_are_those_of_the_headers() -> None:
    names = [name for _, name, _ in DECLARED]
    assert len(names) > 300 and len(names) == TEXT.count("INNO_API ") - TEXT.count("define INNO_API ")
    assert sorted(_abi.Functions.__slots__) == sorted(names)


@pytest.mark.parametrize("result, name, given", DECLARED, ids=[name for _, name, _ in DECLARED])
def test_types(functions: object, result: str, name: str, given: str) -> None:
    function = getattr(functions, name)
    assert [getattr(taken, "kind", taken) for taken in function.argtypes] == kinds(given)
    assert function.restype is kind(result)


def test_annotations_say_the_same() -> None:
    tree = ast.parse(pathlib.Path(_abi.__file__).read_text(encoding="utf-8"))
    found = {node.target.attr: ast.unparse(node.annotation) for node in ast.walk(tree)
             if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Attribute)}
    expected = {name: f"Callable[[{', '.join(ANNOTATIONS[k] for k in kinds(given))}], {ANNOTATIONS[kind(result)]}]"
                for result, name, given in DECLARED}
    assert found == expected


def test_every_number() -> None:
    assert len(NUMBERS) > 900 and len(NUMBERS) == len(dict(NUMBERS))
    assert {name: value for name, value in vars(_abi).items() if name.startswith("INNO_")} == {
        name: int(value) for name, value in NUMBERS}
    assert _abi.ABI == _abi.INNO_ABI


def test_every_status() -> None:
    expected = {int(value): name for name, value in NUMBERS if re.match("INNO_(OK$|E_)", name)}
    assert {value: name for value, (name, _) in _abi.STATUSES.items()} == expected
    assert all(text for _, text in _abi.STATUSES.values())


def test_a_function_that_is_lacking_is_named() -> None:
    with pytest.raises(ImportError, match="libinnoscore.so.0 has no function inno_scheme_create: the library is older"):
        _abi.Functions(Library("inno_scheme_create"))  # type: ignore[arg-type]
