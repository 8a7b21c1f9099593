"""The source lists of the build name exactly the files on the disk."""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parents[2] / "lib"
listed = set()
for text in root.glob("*/sources.cmake"):
    listed |= set(re.findall(r"^\s+(\S+\.c)$", text.read_text(), re.M))
present = {str(p.relative_to(root)) for p in root.rglob("*.c")}
if listed != present:
    sys.exit(f"only listed: {sorted(listed - present)}; only on disk: {sorted(present - listed)}")
print(f"{len(present)} files")
