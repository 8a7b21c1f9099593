"""The shared library: found, loaded and checked once, at the first call of library().

It is looked for in this order, and nothing after the first that is there:
1. the environment variable INNOSCORE_LIBRARY: a path, or the word "system" for step 3;
2. beside the files of this package, where a wheel has it;
3. where the system's loader looks."""
from __future__ import annotations

import ctypes
import ctypes.util
import os
import pathlib
import sys
import threading

from ._abi import ABI, Functions

VARIABLE = "INNOSCORE_LIBRARY"
if sys.platform == "win32":
    _NAME, _PATTERN = f"innoscore-{ABI}.dll", "innoscore-*.dll"
elif sys.platform == "darwin":
    _NAME, _PATTERN = f"libinnoscore.{ABI}.dylib", "libinnoscore*.dylib"
else:
    _NAME, _PATTERN = f"libinnoscore.so.{ABI}", "libinnoscore.so*"

_lock = threading.Lock()
_loaded: tuple[Functions, str] | None = None


class LibraryError(ImportError):
    """The shared library is not there, cannot be loaded, or is of another ABI; `path` says which one was tried."""


def library() -> Functions:
    """The functions of the library, the same object at every call. Raises LibraryError. Threads: any."""
    return _once()[0]


def library_path() -> str:
    """What was loaded: an absolute path, or the name by which the system's loader found it. Raises LibraryError."""
    return _once()[1]


def _once() -> tuple[Functions, str]:
    global _loaded
    if _loaded is None:
        with _lock:
            if _loaded is None:
                _loaded = _load()
    return _loaded


def _load() -> tuple[Functions, str]:
    opened, path = _open()
    _check_abi(opened, path)
    try:
        return Functions(opened), path
    except ImportError as error:
        raise LibraryError(str(error), path=path) from error


def _open() -> tuple[ctypes.CDLL, str]:
    wanted = os.environ.get(VARIABLE, "")
    if wanted == "system":
        return _open_system()
    if wanted:
        path = pathlib.Path(wanted).absolute()
        if not path.is_file():
            raise LibraryError(f"{VARIABLE} is {wanted!r}, but there is no such file: set it to the path of {_NAME}, "
                               'to "system", or not at all', path=str(path))
        return _open_file(path)
    beside = _beside()
    return _open_file(beside) if beside else _open_system()


def _beside() -> pathlib.Path | None:
    """The library in the package's folder: that of this ABI, else any, which the check then names."""
    folder = pathlib.Path(__file__).resolve().parent
    found = [path for path in (folder / _NAME, *sorted(folder.glob(_PATTERN))) if path.is_file()]
    return found[0] if found else None


def _open_file(path: pathlib.Path) -> tuple[ctypes.CDLL, str]:
    try:
        return ctypes.CDLL(str(path)), str(path)
    except OSError as error:
        raise LibraryError(f"{path} cannot be loaded ({error}): it must be the shared library innoscore, built for "
                           "this system and processor", path=str(path)) from error


def _open_system() -> tuple[ctypes.CDLL, str]:
    """By its name with the ABI, which every loader knows; else by the search of ctypes."""
    for name in (_NAME, ctypes.util.find_library(f"innoscore-{ABI}" if sys.platform == "win32" else "innoscore")):
        try:
            if name:
                return ctypes.CDLL(name), name
        except OSError:
            continue
    raise LibraryError(f"{_NAME} is neither beside the package nor where the system looks: install the library "
                       f"innoscore, or set {VARIABLE} to its path", path=_NAME)


def _check_abi(opened: ctypes.CDLL, path: str) -> None:
    """Before any other call: a library of another ABI would misread the arguments."""
    try:
        function = opened.inno_abi_version
    except AttributeError:
        raise LibraryError(f"{path} is not the library innoscore: it has no inno_abi_version(); correct {VARIABLE}, "
                           f"or install {_NAME}", path=path) from None
    function.argtypes, function.restype = [], ctypes.c_int32
    found = function()
    if found != ABI:
        raise LibraryError(f"{path} has ABI {found}, this package is for ABI {ABI}: install the package and the "
                           f"library of the same release, or set {VARIABLE} to a library of ABI {ABI}", path=path)
