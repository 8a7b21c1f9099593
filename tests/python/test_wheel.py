"""What the wheels and the source distribution hold and say, and that what is installed is what they hold. The archives
are named by tests/python/run: INNOSCORE_WHEEL, INNOSCORE_WINDOWS_WHEEL, INNOSCORE_SDIST, and INNOSCORE_INSTALLED, the
environment in which one of them is installed."""
from __future__ import annotations

import base64
import csv
import ctypes
import hashlib
import importlib.metadata
import importlib.util
import io
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "examples/python/innoscore"
VERSION_TEXT = (ROOT / "include/innoscore/version.h").read_text(encoding="utf-8")
VERSION = ".".join(re.search(rf"INNO_VERSION_{part} (\d+)", VERSION_TEXT)[1] for part in ("MAJOR", "MINOR", "PATCH"))
ABI = int(re.search(r"define INNO_ABI (\d+)", VERSION_TEXT)[1])
LINUX_LIBRARY, WINDOWS_LIBRARY = f"libinnoscore.so.{ABI}", f"innoscore-{ABI}.dll"
FUNCTIONS = set(re.findall(r"^\s+(inno_\w+);", (ROOT / "cmake/innoscore.map").read_text(encoding="utf-8"), re.M))
DIST_INFO = f"innoscore-{VERSION}.dist-info"


def named(variable: str) -> Path:
    path = os.environ.get(variable)
    if not path:
        pytest.skip(f"{variable} is not set: tests/python/run builds what it names")
    return Path(path)


def printed(*command: str | Path) -> str:
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout


def modules() -> set[str]:
    return {f"innoscore/{path.relative_to(PACKAGE).as_posix()}" for path in PACKAGE.rglob("*.py")}


def library_name(wheel: Path) -> str:
    return WINDOWS_LIBRARY if wheel.name.endswith("win_amd64.whl") else LINUX_LIBRARY


def library_in(wheel: Path, name: str, folder: Path) -> Path:
    with zipfile.ZipFile(wheel) as archive:
        return Path(archive.extract(f"innoscore/{name}", folder))


@pytest.fixture(params=["INNOSCORE_WHEEL", "INNOSCORE_WINDOWS_WHEEL"])
def wheel(request: pytest.FixtureRequest) -> Path:
    return named(request.param)


@pytest.fixture
def linux_library(tmp_path: Path) -> Path:
    return library_in(named("INNOSCORE_WHEEL"), LINUX_LIBRARY, tmp_path)


@pytest.fixture
def windows_library(tmp_path: Path) -> Path:
    return library_in(named("INNOSCORE_WINDOWS_WHEEL"), WINDOWS_LIBRARY, tmp_path)


@pytest.fixture
def library_file() -> ModuleType:
    """The reader of libraries that setup.py uses."""
    spec = importlib.util.spec_from_file_location("library_file", PACKAGE.parent / "library_file.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["library_file"] = module  # dataclasses look there
    spec.loader.exec_module(module)
    return module


# ---- both wheels -----------------------------------------------------------------------------------------------------


def test_wheel_holds_package_library_and_licence_alone(wheel: Path) -> None:
    expected = modules() | {"innoscore/py.typed", f"innoscore/{library_name(wheel)}"}
    expected |= {f"{DIST_INFO}/{name}" for name in ("METADATA", "WHEEL", "RECORD", "top_level.txt", "LICENSE")}
    with zipfile.ZipFile(wheel) as archive:
        assert sorted(archive.namelist()) == sorted(expected)
        for name in modules():
            assert archive.read(name) == (PACKAGE.parent / name).read_bytes()
        assert archive.read(f"{DIST_INFO}/LICENSE") == (ROOT / "LICENSE").read_bytes()


def test_record_has_every_file_with_its_digest(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        record = {row[0]: row[1:] for row in csv.reader(io.StringIO(archive.read(f"{DIST_INFO}/RECORD").decode()))}
        assert record.pop(f"{DIST_INFO}/RECORD") == ["", ""]
        assert set(record) == set(archive.namelist()) - {f"{DIST_INFO}/RECORD"}
        for name, (digest, size) in record.items():
            content = archive.read(name)
            assert int(size) == len(content)
            assert digest == "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")


def check_metadata(metadata: Message) -> None:
    assert (metadata["Name"], metadata["Version"]) == ("innoscore", VERSION)
    assert (metadata["License"], metadata["License-File"]) == ("MIT", "LICENSE")
    assert metadata["Requires-Python"] == ">=3.10"
    assert set(metadata.get_all("Provides-Extra")) == {"plots", "progress"}
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert (PACKAGE.parent / "README.md").read_text(encoding="utf-8").strip() == metadata.get_payload().strip()


def test_metadata(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = Parser().parsestr(archive.read(f"{DIST_INFO}/METADATA").decode())
        wheel_file = Parser().parsestr(archive.read(f"{DIST_INFO}/WHEEL").decode())
    check_metadata(metadata)
    required = {text.replace(" ", "").replace('"', "'") for text in metadata.get_all("Requires-Dist")}
    assert required == {"numpy", "pandas", "matplotlib;extra=='plots'", "tqdm;extra=='progress'"}
    assert wheel_file["Root-Is-Purelib"] == "false"
    assert wheel.name == f"innoscore-{VERSION}-{wheel_file['Tag']}.whl"


# ---- Linux -----------------------------------------------------------------------------------------------------------


def test_tag_is_the_highest_symbol_of_glibc(linux_library: Path) -> None:
    needed = printed("readelf", "-W", "--version-info", linux_library).split("Version needs section")[1]
    minors = [int(minor) for minor in re.findall(r"Name: GLIBC_2\.(\d+)", needed)]
    assert minors and len(minors) == len(re.findall(r"  Name: ", needed))
    machine = re.search(r"architecture: \w+:?([\w-]*)", printed("objdump", "-f", linux_library))[1].replace("-", "_")
    oldest = 5 if machine == "x86_64" else 17
    machine = machine or os.uname().machine
    assert named("INNOSCORE_WHEEL").name.split("-")[-1] == f"manylinux_2_{max(oldest, *minors)}_{machine}.whl"


def test_library_is_stripped_and_keeps_its_name(linux_library: Path) -> None:
    dynamic = printed("readelf", "-W", "--dynamic", linux_library)
    assert re.findall(r"\(SONAME\).*\[(.*)\]", dynamic) == [LINUX_LIBRARY]
    assert set(re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic)) <= {"libc.so.6", "libm.so.6"}
    assert not re.search(r"\(R(UN)?PATH\)", dynamic)
    sections = printed("readelf", "-W", "--section-headers", linux_library)
    assert ".dynsym" in sections and ".symtab" not in sections and ".debug" not in sections


def test_library_that_needs_more_is_refused(library_file: ModuleType, tmp_path: Path) -> None:
    source = tmp_path / "more.c"
    source.write_text("int more(void) { return 1; }\n")
    other, library = tmp_path / "libother.so", tmp_path / "libmore.so"
    printed("gcc", "-shared", "-fPIC", "-Wl,-soname,libother.so.1", "-o", other, source)
    printed("gcc", "-shared", "-fPIC", "-Wl,-soname,libmore.so.1", "-Wl,--no-as-needed", "-o", library, source, other)
    assert library_file.describe(other).name == "libother.so.1"
    with pytest.raises(library_file.LibraryError, match="needs libother.so.1"):
        library_file.describe(library)


@pytest.mark.parametrize("content, sentence", [
    (b"", "neither"), (b"#!/bin/sh\n", "neither"), (b"\x7fELF", "damaged"),
    (b"\x7fELF\2\1" + bytes(200), "no shared library"), (b"MZ" + bytes(20), "damaged"),
    (b"MZ" + bytes(200), "no library of a known machine")])
def test_what_is_no_library_is_refused(library_file: ModuleType, tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(library_file.LibraryError, match=sentence):
        library_file.describe(path)


def test_library_without_its_end_is_refused(library_file: ModuleType, tmp_path: Path, wheel: Path) -> None:
    library = library_in(wheel, library_name(wheel), tmp_path)
    whole = library.read_bytes()
    library_file.describe(library)
    for length in [*range(0, 1024, 7), *range(1024, len(whole) - 8192, len(whole) // 40)]:
        library.write_bytes(whole[:length])
        with pytest.raises(library_file.LibraryError):
            library_file.describe(library)


# ---- Windows ---------------------------------------------------------------------------------------------------------


def test_windows_library_needs_the_system_alone(windows_library: Path, library_file: ModuleType) -> None:
    headers = printed("x86_64-w64-mingw32-objdump", "-p", windows_library)
    assert set(re.findall(r"DLL Name: (\S+)", headers)) == {"KERNEL32.dll", "msvcrt.dll"}
    described = library_file.describe(windows_library)
    assert described.name == WINDOWS_LIBRARY and described.platform == "win_amd64"
    assert set(described.needs) == {"KERNEL32.dll", "msvcrt.dll"}


def test_windows_library_exports_the_public_functions(windows_library: Path) -> None:
    headers = printed("x86_64-w64-mingw32-objdump", "-p", windows_library)
    assert re.findall(r"^Name\s+[0-9a-f]+ (\S+)$", headers, re.M) == [WINDOWS_LIBRARY]
    table = headers.split("[Ordinal/Name Pointer] Table")[1].split("\n\n")[0]
    exported = re.findall(r"^\s*\[ *\d+\]\s+(?:\+base\[ *\d+\]\s+)?(?:[0-9a-f]+ )?(\S+)$", table, re.M)
    assert len(exported) == len(set(exported)) and set(exported) == FUNCTIONS


def test_windows_library_is_stripped_and_has_no_date(windows_library: Path) -> None:
    assert "no symbols" in printed("x86_64-w64-mingw32-objdump", "--syms", windows_library)
    headers = printed("x86_64-w64-mingw32-objdump", "-p", windows_library)
    assert re.search(r"^Time/Date\s+(0{8}|Thu Jan  1 \d\d:00:00 1970)", headers, re.M)


def test_windows_library_asks_no_alignment_of_wide_registers(windows_library: Path) -> None:
    """The stack of Windows is aligned to 16 bytes, and some compilers forget it when they spill registers of 32."""
    code = printed("x86_64-w64-mingw32-objdump", "-d", "--no-show-raw-insn", windows_library)
    wide = [line for line in code.splitlines() if "ymm" in line and "(" in line]
    assert wide and not [line for line in wide if re.search(r"\bvmov(dqa|aps|apd)\b", line)]


# ---- the source distribution -----------------------------------------------------------------------------------------


def test_source_distribution_holds_package_and_c_sources() -> None:
    with tarfile.open(named("INNOSCORE_SDIST")) as archive:
        held = {member.name: member for member in archive.getmembers() if not member.isdir()}
        top = f"innoscore-{VERSION}/"
        c_sources = {str(path.relative_to(ROOT)) for room in ("lib", "include") for path in (ROOT / room).rglob("*")
                     if path.is_file() and "__pycache__" not in path.parts}
        packaging = {"pyproject.toml", "setup.py", "library_file.py", "README.md", "PKG-INFO", "innoscore/py.typed"}
        cmake = {name.removeprefix(top) for name in held if name.startswith(f"{top}cmake/")}
        copied = c_sources | cmake | {"CMakeLists.txt", "LICENSE"}
        assert set(held) == {top + name for name in modules() | packaging | copied}
        assert all(member.isfile() for member in held.values())
        for name in copied:
            assert archive.extractfile(held[top + name]).read() == (ROOT / name).read_bytes()
        check_metadata(Parser().parsestr(archive.extractfile(held[f"{top}PKG-INFO"]).read().decode()))


def set_up(folder: Path, environment: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    """A wheel from the source distribution, unpacked in the folder."""
    with tarfile.open(named("INNOSCORE_SDIST")) as archive:
        archive.extractall(folder)
    return subprocess.run([sys.executable, "setup.py", "bdist_wheel", *options], env=environment, capture_output=True,
                          cwd=folder / f"innoscore-{VERSION}", text=True)


@pytest.mark.parametrize("missing, sentence", [("cmake", "cmake is missing"), ("compiler", "C compiler is missing")])
def test_source_distribution_says_what_is_missing(tmp_path: Path, missing: str, sentence: str) -> None:
    environment = {"PATH": os.environ["PATH"], "CC": str(tmp_path / "no-such-compiler")}
    if missing == "cmake":
        environment["PATH"] = str(tmp_path)
    done = set_up(tmp_path, environment)
    assert done.returncode != 0 and sentence in done.stderr
    assert not list(tmp_path.rglob("*.whl"))


def test_other_platform_than_the_library_is_refused(tmp_path: Path, linux_library: Path) -> None:
    done = set_up(tmp_path, {**os.environ, "INNOSCORE_BUILD_LIBRARY": str(linux_library)}, "--plat-name", "win_amd64")
    assert done.returncode != 0 and "library inside is for manylinux" in done.stderr


# ---- what is installed -----------------------------------------------------------------------------------------------


def test_installed_package_is_the_one_tested() -> None:
    environment = named("INNOSCORE_INSTALLED").resolve()
    import innoscore
    import innoscore.files

    for module in (innoscore, innoscore.files):
        assert environment in Path(module.__file__).resolve().parents
    assert Path(sys.prefix).resolve() == environment


def test_installed_files_have_their_record() -> None:
    named("INNOSCORE_INSTALLED")
    distribution = importlib.metadata.distribution("innoscore")
    assert distribution.version == VERSION
    assert {"innoscore/py.typed", f"innoscore/{LINUX_LIBRARY}"} <= {str(path) for path in distribution.files}


def test_library_is_this_version() -> None:
    """The one that INNOSCORE_LIBRARY names, or the one installed."""
    path = os.environ.get("INNOSCORE_LIBRARY") or installed_library()
    library = ctypes.CDLL(str(path))
    library.inno_version.restype = ctypes.c_char_p
    assert library.inno_abi_version() == ABI
    assert library.inno_version().decode() == VERSION
    assert [name for name in FUNCTIONS if not hasattr(library, name)] == []


def installed_library() -> Path:
    named("INNOSCORE_INSTALLED")
    import innoscore

    return Path(innoscore.__file__).parent / LINUX_LIBRARY
