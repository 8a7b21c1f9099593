"""Writes tests/abi/frozen.c: every constant of the public headers at its present number. No ABI tool sees a renumbered macro."""
import pathlib
import re

root = pathlib.Path(__file__).resolve().parents[2]
lines = []
for header in sorted((root / "include/innoscore").glob("*.h")):
    text = header.read_text(encoding="utf-8")
    for name, value in re.findall(r"^#define (INNO_[A-Z0-9_]+) (\(-\d+\)|-?\d+\b)", text, re.M):
        if not name.startswith(("INNO_VERSION_", "INNO_LIMIT_")):
            lines.append(f'_Static_assert({name} == {value}, "{name}");')
out = root / "tests/abi/frozen.c"
out.write_text("""/* Written by tests/abi/freeze.py. Public numbers never change: a new line is an addition, a changed one a break. */
#include <stddef.h>

#include "innoscore/innoscore.h"

""" + "\n".join(lines) + """

_Static_assert(sizeof(inno_allocator) == 3 * sizeof(void *), "inno_allocator");
_Static_assert(offsetof(inno_allocator, allocate) == 0, "inno_allocator.allocate");
_Static_assert(offsetof(inno_allocator, release) == sizeof(void *), "inno_allocator.release");
_Static_assert(offsetof(inno_allocator, context) == 2 * sizeof(void *), "inno_allocator.context");
_Static_assert(sizeof(inno_status) == 4, "inno_status");

int main(void) { return inno_abi_version() == INNO_ABI ? 0 : 1; }
""", encoding="utf-8")
print(len(lines), "numbers")
