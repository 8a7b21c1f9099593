"""What the DLLs say about themselves: exports, imports, name, arithmetic. Usage: libraries.py PACKAGE"""
from __future__ import annotations

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DECLARED = re.compile(r"INNO_API\s[^;{]*?INNO_CALL\s+(inno_\w+)\s*\(")
X87_ARITHMETIC = re.compile(r"\tf(i?add|i?mul|i?subr?|i?divr?|sqrt|prem1?|scale|yl2xp?1?|2xm1|patan|ptan|sin|cos|sincos)[a-z]*\b")
LEAST = 1000  # instructions for scalar doubles that the flat tier has at least: it does compute


def printed(tool: str, *arguments: object) -> str:
    return subprocess.run([tool, *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def declared() -> set[str]:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "include/innoscore").glob("*.h")))
    return set(DECLARED.findall(text))


def check(path: pathlib.Path, objdump: str, expected: set[str]) -> None:
    """The table of exports has the names and no other, as they are written, and nothing has to lie beside the file."""
    headers = printed(objdump, "-p", path)
    exported = re.findall(r"^\s*\[ *\d+\] (\S+)$", headers.split("[Ordinal/Name Pointer] Table")[1], re.M)
    if sorted(exported) != sorted(expected):
        sys.exit(f"{path.name}: only exported {sorted(set(exported) - expected)}, only declared "
                 f"{sorted(expected - set(exported))}")
    imported = set(re.findall(r"DLL Name: (\S+)", headers))
    if imported != {"KERNEL32.dll", "msvcrt.dll"}:
        sys.exit(f"{path.name}: needs {sorted(imported)}")
    if re.findall(r"^Name\s+[0-9a-f]+ (\S+)$", headers, re.M) != [path.name]:
        sys.exit(f"{path.name}: has another name inside")
    print(f"{path.name}: {len(exported)} functions, needs {' and '.join(sorted(imported))}")


def check_imports(path: pathlib.Path, nm: str, expected: set[str], decorated: bool) -> None:
    """The import library offers what a compiled caller asks for: with the @n of __stdcall where it is that."""
    names = re.findall(r" T (\S+)$", printed(nm, path), re.M)
    if decorated:
        names = [re.sub(r"^_(\w+)@\d+$", r"\1", name) for name in names]
    if sorted(names) != sorted(expected):
        sys.exit(f"{path.name}: other names than the DLL: {sorted(set(names) ^ expected)}")


def check_defined(path: pathlib.Path, expected: set[str]) -> None:
    if set(re.findall(r"^ +(\w+)$", path.read_text(encoding="utf-8"), re.M)) != expected:
        sys.exit(f"{path.name}: other names than the DLL")


def check_arithmetic(path: pathlib.Path, objdump: str) -> None:
    """The old unit rounds to other widths. A double comes back from a function in it, which moves but does not compute."""
    code = printed(objdump, "-d", "--no-show-raw-insn", path)
    found = [line for line in code.splitlines() if X87_ARITHMETIC.search(line)]
    if found:
        sys.exit(f"{path.name}: {len(found)} instructions compute in the old unit, the first {found[0].strip()}")
    count = len(re.findall(r"\t(?:add|sub|mul|div|sqrt)[sp]d\b", code))
    if count < LEAST or not re.search(r"\tsqrtsd\b", code):
        sys.exit(f"{path.name}: only {count} instructions compute with doubles")
    print(f"{path.name}: {count} instructions compute with doubles, none of them in the old unit")


def main(package: pathlib.Path) -> None:
    names = declared()
    flat = {name for name in names if name.startswith("inno_flat_")}
    wide, narrow = "x86_64-w64-mingw32-", "i686-w64-mingw32-"
    (library,) = set(package.glob("innoscore-*.dll"))
    (flat_library,) = set(package.glob("innoscore32-*.dll"))
    check(library, wide + "objdump", names)
    check_imports(package / "libinnoscore.dll.a", wide + "nm", names, decorated=False)
    check_defined(package / "innoscore.def", names)
    check(flat_library, narrow + "objdump", flat)
    check_imports(package / "libinnoscore32.dll.a", narrow + "nm", flat, decorated=True)
    check_defined(package / "innoscore32.def", flat)
    check_arithmetic(flat_library, narrow + "objdump")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
