"""Which shared library innoscore._library takes, and what it says of one that it cannot take."""
from __future__ import annotations

import ctypes
import os
import pathlib
import shutil
import subprocess
import sys
import threading
from types import ModuleType

import pytest

from innoscore import _abi, _library


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module as before its first call, without the environment's choice."""
    monkeypatch.delenv(_library.VARIABLE, raising=False)
    monkeypatch.setattr(_library, "_loaded", None)
    return _library


@pytest.fixture
def built() -> str:
    path = os.environ.get(_library.VARIABLE, "")
    if not path or path == "system":
        pytest.skip(f"{_library.VARIABLE} is not set to the path of a built library")
    return path


def compiled(folder: pathlib.Path, name: str, code: str) -> pathlib.Path:
    compiler = shutil.which("cc")
    if compiler is None or sys.platform == "win32":
        pytest.skip("no C compiler")
    path = folder / name
    subprocess.run([compiler, "-shared", "-fPIC", "-x", "c", "-", "-o", str(path)], input=code, text=True, check=True)
    return path


def refused(path: object, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv(_library.VARIABLE, str(path))
    with pytest.raises(_library.LibraryError) as caught:
        _library.library()
    assert isinstance(caught.value, ImportError) and caught.value.path
    return str(caught.value)


def test_a_path_without_a_file(fresh: ModuleType, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = refused(tmp_path / "none.so", monkeypatch)
    assert str(tmp_path / "none.so") in sentence and "no such file" in sentence


def test_a_file_that_is_no_library(fresh: ModuleType, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "text.so").write_text("text")
    assert "text.so cannot be loaded" in refused(tmp_path / "text.so", monkeypatch)


def test_another_library(fresh: ModuleType, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = compiled(tmp_path, "other.so", "int other(void) { return 0; }")
    assert "has no inno_abi_version()" in refused(path, monkeypatch)


def test_another_abi(fresh: ModuleType, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = compiled(tmp_path, "new.so", "int inno_abi_version(void) { return 7; }")
    assert f"{path} has ABI 7, this package is for ABI {_abi.ABI}: install" in refused(path, monkeypatch)


def test_an_older_library(fresh: ModuleType, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = compiled(tmp_path, "old.so", f"int inno_abi_version(void) {{ return {_abi.ABI}; }}")
    sentence = refused(path, monkeypatch)
    assert f"{path} has no function inno_" in sentence and "older than the package" in sentence


def test_the_order(fresh: ModuleType, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the package before the system's; the variable before both; the ABI's own name before another."""
    opened: list[str] = []
    monkeypatch.setattr(_library, "__file__", str(tmp_path / "_library.py"))

    def load(name: str) -> object:
        opened.append(name)
        raise OSError("not here")

    def tried() -> list[str]:
        opened.clear()
        with pytest.raises(_library.LibraryError):
            _library.library()
        return opened[:1]

    monkeypatch.setattr(ctypes, "CDLL", load)
    assert tried() == [_library._NAME]
    another = tmp_path / _library._PATTERN.replace("*", "9" if sys.platform == "win32" else ".9")
    another.touch()
    assert tried() == [str(another)]
    (tmp_path / _library._NAME).touch()
    assert tried() == [str(tmp_path / _library._NAME)]
    monkeypatch.setenv(_library.VARIABLE, "system")
    assert tried() == [_library._NAME]
    monkeypatch.setenv(_library.VARIABLE, str(another))
    assert tried() == [str(another)]


def test_one_instance_for_all_threads(built: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_library, "_loaded", None)
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(_library.library())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8 and all(one is _library.library() for one in found)
    assert _library.library_path() == str(pathlib.Path(built).absolute())


def test_the_built_library_speaks(built: str) -> None:
    functions = _library.library()
    assert functions.inno_abi_version() == _abi.ABI
    for number, (name, text) in _abi.STATUSES.items():
        assert functions.inno_status_name(number) == name.encode()
        assert functions.inno_status_text(number, _abi.INNO_LANGUAGE_EN) == text.encode()
