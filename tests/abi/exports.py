"""Three lists of names must agree: declared in the headers, listed in the map, exported by the library."""
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parents[2]
headers = "\n".join(p.read_text(encoding="utf-8") for p in sorted((root / "include/innoscore").glob("*.h")))
declared = set(re.findall(r"INNO_API\s[^;{]*?INNO_CALL\s+(inno_\w+)\s*\(", headers))
listed = set(re.findall(r"^\s+(inno_\w+);", (root / "cmake/innoscore.map").read_text(), re.M))
windows = set(re.findall(r"^\s+(inno_\w+)$", (root / "cmake/innoscore.def").read_text(), re.M))
symbols = subprocess.run(["nm", "-D", "--defined-only", sys.argv[1]], check=True, capture_output=True, text=True).stdout
exported = {line.split()[-1].split("@")[0] for line in symbols.splitlines() if " A " not in line}
for name, other in (("map", listed), ("def", windows), ("library", exported)):
    if declared != other:
        sys.exit(f"headers and {name} differ: only declared {sorted(declared - other)}, only in {name} {sorted(other - declared)}")
print(f"{len(declared)} functions, declared = listed = exported")
