"""Arrows between the rooms of lib/ point down only, and rooms side by side do not know each other. What is below the
API does not call its functions, which are declared where everybody sees them."""
import pathlib
import re
import sys

below = {"base": set(), "numeric": {"base"}, "construct": {"numeric", "base"}}
for room in ("analyze", "robust", "frontier", "explain"):
    below[room] = {"construct", "numeric", "base"}
below["api"] = set(below)
root = pathlib.Path(__file__).resolve().parents[2] / "lib"
exported = set(re.findall(r"\binno_\w+(?=;)", (root.parent / "cmake/innoscore.map").read_text(encoding="utf-8")))
comment = re.compile(r"/\*.*?\*/", re.DOTALL)
count = 0
for path in sorted(root.rglob("*.[ch]")):
    room = path.relative_to(root).parts[0]
    if room not in below:
        sys.exit(f"lib/{room} is no room of the house")
    text = comment.sub("", path.read_text(encoding="utf-8"))
    calls = exported & set(re.findall(r"\b(inno_\w+)\(", text)) if room != "api" else None
    if calls:
        sys.exit(f"{path.relative_to(root)} calls {', '.join(sorted(calls))}: upward")
    for target in re.findall(r'#include "(\w+)/', text):
        count += 1
        if target not in below[room] | {room, "innoscore"}:
            sys.exit(f"{path.relative_to(root)} includes {target}: upward or sideways")
print(f"{count} includes, all downward")
