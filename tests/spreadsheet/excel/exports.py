"""What an .xll exports and imports. Usage: exports.py OBJDUMP FILE.xll"""

import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
AUTOMATIC = {"xlAutoOpen", "xlAutoClose", "xlAutoRemove", "xlAutoFree12", "xlAddInManagerInfo12"}
names = {one["name"] for one in json.loads((ROOT / "examples/spreadsheet/functions.json").read_text(encoding="utf-8"))["functions"]}
told = subprocess.run([sys.argv[1], "-p", sys.argv[2]], capture_output=True, text=True, check=True).stdout
exports = set(re.findall(r"^\s*\[ *\d+\] (?:\+base\[ *\d+\]  *[0-9a-f]+ )?([A-Za-z_]\S*)$", told, re.M))
libraries = {name.lower() for name in re.findall(r"DLL Name: (\S+)", told)}
expected = AUTOMATIC | {"cell_" + name.lower() for name in names}
wrong = [f"not exported: {name}" for name in sorted(expected - exports)] + [f"should not be exported: {name}" for name in sorted(exports - expected)]
wrong += [f"needs {name}" for name in sorted(libraries - {"kernel32.dll", "msvcrt.dll"})]
for sentence in wrong:
    print(f"{sys.argv[2]}: {sentence}")
print(f"{len(exports)} exports; needs {', '.join(sorted(libraries))}; {pathlib.Path(sys.argv[2]).stat().st_size} bytes")
sys.exit(bool(wrong))
