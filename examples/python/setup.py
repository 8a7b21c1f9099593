"""Builds the wheel: the package with the shared library inside, compiled by CMake from the sources around this folder
(the checkout) or in it (a source distribution). INNOSCORE_BUILD_LIBRARY names a library that is already built, to be
taken as it is; CMAKE_TOOLCHAIN_FILE is CMake's and makes a wheel of another system; CMAKE_BUILD_TYPE is Release
without a word. The rest is in pyproject.toml."""
from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from setuptools import Distribution, setup
from setuptools.command.build_py import build_py
from setuptools.command.sdist import sdist
from setuptools.errors import ExecError, SetupError

try:
    from setuptools.command.bdist_wheel import bdist_wheel
except ImportError:  # setuptools before 70
    from wheel.bdist_wheel import bdist_wheel

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # a build front end does not put it there
from library_file import LibraryError, LibraryFile, describe  # noqa: E402

SOURCE = HERE if (HERE / "CMakeLists.txt").is_file() else HERE.parents[1]
BUILD = SOURCE / "build" / "python"
# What a source distribution has of this folder beside the package, what of the checkout, and what never: anything
# compiled, and tools of developers.
PACKAGING = ("pyproject.toml", "setup.py", "library_file.py", "README.md")
C_SOURCES = ("CMakeLists.txt", "LICENSE", "cmake", "include", "lib")
LEFT_OUT = ("__pycache__", "*.pyc", "*.so*", "*.dll", "abi*", "update-*", "packages.sh")


def version_number(name: str) -> str:
    """A number of include/innoscore/version.h."""
    text = (SOURCE / "include/innoscore/version.h").read_text(encoding="utf-8")
    return re.search(rf"define INNO_{name} (\d+)", text)[1]


# ---- the library -----------------------------------------------------------------------------------------------------


@functools.cache
def library() -> tuple[Path, LibraryFile | None]:
    """The file and what it says about itself (None: a Mac's, which is not read). The second call compiles nothing."""
    named = os.environ.get("INNOSCORE_BUILD_LIBRARY")
    if named and not Path(named).is_file():
        raise SetupError(f"INNOSCORE_BUILD_LIBRARY names {named}, which is no file: give the whole path of a library")
    path = Path(named).resolve() if named else compile_library()
    if sys.platform == "darwin" and path.suffix == ".dylib":
        return path, None
    try:
        described = describe(path)
    except LibraryError as error:
        raise SetupError(str(error)) from None
    if described.name not in library_names():
        raise SetupError(f"{path} calls itself {described.name}; the package looks for {' or '.join(library_names())}")
    return path, described


def library_names() -> tuple[str, ...]:
    """File names by which the package finds the library, of every system: see lib/CMakeLists.txt."""
    abi = version_number("ABI")
    return f"libinnoscore.so.{abi}", f"innoscore-{abi}.dll", f"libinnoscore.{abi}.dylib"


def compile_library() -> Path:
    if not shutil.which("cmake"):
        raise ExecError("cmake is missing: install it (cmake >= 3.18 and a C compiler build the library), "
                        "or take a wheel, which has the library inside")
    toolchain = os.environ.get("CMAKE_TOOLCHAIN_FILE")
    folder = BUILD / ("library-" + Path(toolchain).stem if toolchain else "library")
    folder.mkdir(parents=True, exist_ok=True)
    kind = os.environ.get("CMAKE_BUILD_TYPE", "Release")  # CMake's own variable; -s: stripped
    options = [f"-DCMAKE_BUILD_TYPE={kind}", "-DCMAKE_SHARED_LINKER_FLAGS_RELEASE=-s"]
    options += [f"-DINNO_{part}=OFF" for part in ("TESTS", "EXAMPLES", "DOCS", "INSTALL")]
    run_cmake(["-S", str(SOURCE), "-B", str(folder), *options])
    run_cmake(["--build", str(folder), "--config", "Release", "--target", "innoscore_shared",
               "--parallel", str(os.cpu_count() or 1)])
    for name in library_names():
        for found in (folder / "lib").rglob(name):
            return found.resolve()
    raise ExecError(f"cmake has built none of {', '.join(library_names())} in {folder}")


def run_cmake(arguments: list[str]) -> None:
    done = subprocess.run(["cmake", *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          errors="replace")
    if done.returncode == 0:
        return
    print(done.stdout[-4000:], file=sys.stderr)
    if "CMAKE_C_COMPILER" in done.stdout:
        raise ExecError("a C compiler is missing, or does not work: install one (Debian: gcc libc6-dev), "
                        "or take a wheel, which has the library inside")
    raise ExecError("cmake could not build the library; what it said is above")


# ---- the commands of setuptools --------------------------------------------------------------------------------------


class Package(Distribution):
    def has_ext_modules(self) -> bool:
        return True  # the wheel is not for every system


class BuildPackage(build_py):
    """Adds the library to the modules. Not to an editable installation: there INNOSCORE_LIBRARY names it."""

    def run(self) -> None:
        editable = getattr(self, "editable_mode", False)
        if not editable:
            shutil.rmtree(self.build_lib, ignore_errors=True)  # a module that was deleted must not come back
        super().run()
        if not editable:
            path, described = library()
            name = described.name if described else path.name
            self.copy_file(str(path), str(Path(self.build_lib, "innoscore", name)))


class BuildWheel(bdist_wheel):
    """One wheel for all Pythons of a system, which the library decides."""

    def get_tag(self) -> tuple[str, str, str]:
        _, described = library()
        platform = described.platform if described else super().get_tag()[2]
        if self.plat_name_supplied and self.plat_name.replace("-", "_").replace(".", "_") != platform:
            raise SetupError(f"--plat-name {self.plat_name} was asked for, but the library inside is for {platform}")
        return "py3", "none", platform


class BuildSource(sdist):
    """Carries the C sources, in the root of the archive."""

    def make_release_tree(self, base_dir: str, files: list[str]) -> None:
        base = Path(base_dir)
        for name in PACKAGING:
            self._copy(HERE / name, base / name)
        self._copy(HERE / "innoscore", base / "innoscore")
        for name in C_SOURCES:
            self._copy(SOURCE / name, base / name)
        self.distribution.metadata.write_pkg_info(base_dir)

    @staticmethod
    def _copy(source: Path, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns(*LEFT_OUT))
        else:
            shutil.copyfile(source, target)


BUILD.mkdir(parents=True, exist_ok=True)
build_folder = os.path.relpath(BUILD, HERE)
setup(
    version=".".join(version_number(f"VERSION_{part}") for part in ("MAJOR", "MINOR", "PATCH")),
    distclass=Package,
    cmdclass={"build_py": BuildPackage, "bdist_wheel": BuildWheel, "sdist": BuildSource},
    options={"build": {"build_base": build_folder}, "egg_info": {"egg_base": build_folder}},
)
