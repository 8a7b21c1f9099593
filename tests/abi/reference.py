"""Every reference table is read by a test, or the handbook says why not. A test reads a table when its path stands in a
string of the test; %s in a path stands for any other string of the same test. Exit 77 where the tables are absent.
Usage: reference.py [SHARED]"""
import fnmatch
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parents[2]
shared = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else root.parent / "shared") / "reference"
CHECKED = ("coinr/*/*.csv", "compind/*.csv", "published/*.csv")


def strings(source):
    """String literals of a C file, adjacent ones joined, macros for folders put in, comments are gone."""
    text = re.sub(r"/\*.*?\*/|//[^\n]*", "", source, flags=re.S)
    for name, value in re.findall(r'^#define (\w+) ("[^"\n]*")$', text, re.M):
        text = re.sub(rf"\b{name}\b(?=\s*\")", value, text)
    for folder in re.findall(r'"((?:coinr|compind|published)/[^"\n]*)"\s+[a-z]', text):
        text += f'; "{folder}%s";'  # a macro puts its parameter behind a folder
    return set(re.findall(r'"((?:[^"\\\n]|\\.)*)"', re.sub(r'"\s*"', "", text)))


def reads(path, literals):
    if path in literals:
        return True
    for pattern in literals:
        if "%s" not in pattern or "/" not in pattern:
            continue
        match = re.fullmatch(re.escape(pattern).replace("%s", "(.+)"), path)
        if match and all(part in literals for part in match.groups()):
            return True
    return False


tests = {p.name: strings(p.read_text(encoding="utf-8")) for p in (root / "tests").rglob("test_*.c")}
page = (root / "docs/handbook/validation.md").read_text(encoding="utf-8")
compared, left = page.split("## Not compared")


def rows(text):
    return re.findall(r"^\| `([^`]+)` \|", text, re.M)


assert reads("a/b_c.csv", {"a/%s.csv", "b_c"}) and not reads("a/b_c.csv", {"a/%s.csv", "b"})
assert not reads("a/b.csv", strings('/* "a/b.csv" */')) and reads("a/b.csv", strings('f("a/" "b.csv");'))
if not shared.is_dir():
    print("the reference tables are absent")
    sys.exit(77)
tables = sorted(str(p.relative_to(shared)) for pattern in CHECKED for p in shared.glob(pattern))
failed = []
for table in tables:
    read = [name for name, literals in tests.items() if reads(table, literals)]
    said = any(fnmatch.fnmatch(table, row) for row in rows(compared))
    excused = any(fnmatch.fnmatch(table, row) for row in rows(left))
    if not read and not excused:
        failed.append(f"{table}: no test reads it, and validation.md does not say why")
    if read and excused:
        failed.append(f"{table}: not compared says validation.md, but {read[0]} reads it")
    if read and not said:
        failed.append(f"{table}: {read[0]} reads it, but validation.md does not list it")
failed += [f"validation.md: `{row}` is no table" for row in rows(page) if not fnmatch.filter(tables, row)]
if failed:
    sys.exit("\n".join(failed))
print(f"{len(tables)} tables: each is read by a test or excused on the page of validation")
