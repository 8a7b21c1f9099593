"""Every field of every table has the name of its constant: INNO_FIELD_SCORE_BEFORE is "score_before". A program that
reads columns by their names and one that reads them by numbers then speak of the same thing.
Usage: fields.py LIBRARY"""
import ctypes as c
import pathlib
import sys

root = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(root / "tests/bindings"))
from innoscore import N, Library  # noqa: E402

BEYOND = 2000  # kinds are looked for up to here


def constants(prefix):
    """Number -> names of the constants that begin with the prefix."""
    found = {}
    for name, number in N.items():
        if name.startswith(prefix):
            found.setdefault(number, []).append(name[len(prefix):].lower())
    return found


def fields(inno, kind):
    """Number and name of each field of a table."""
    for index in range(inno.lib.inno_field_count(kind)):
        number, name = c.c_int32(), c.c_char_p()
        inno.check(inno.lib.inno_field_info(kind, index, c.byref(number), c.byref(name), None))
        yield number.value, name.value.decode()


def faults(named, kinds, tables):
    """tables: kind -> its fields; named, kinds: number -> constants."""
    for what, known in (("field", named), ("table", kinds)):
        yield from (f"{what} {number}: {' and '.join(names)}" for number, names in known.items() if len(names) > 1)
    yield from (f"table {kind}: no INNO_RECORD_ constant" for kind in tables if kind not in kinds)
    yield from (f"INNO_RECORD_{names[0].upper()}: no fields" for kind, names in kinds.items() if kind not in tables)
    for kind, listed in tables.items():
        yield from (f"table {kind}, field {number}: '{name}' is not {named.get(number)}"
                    for number, name in listed if named.get(number) != [name])
        if len({number for number, _ in listed}) != len(listed):
            yield f"table {kind}: a field twice"
    used = {number for listed in tables.values() for number, _ in listed}
    yield from (f"INNO_FIELD_{names[0].upper()}: in no table" for number, names in named.items() if number not in used)


def check_itself():
    good = {1: ["a"], 2: ["b"]}, {7: ["t"]}, {7: [(1, "a"), (2, "b")]}
    assert not list(faults(*good))
    for bad in (({1: ["a"], 2: ["c"]}, *good[1:]), ({1: ["a", "x"], 2: ["b"]}, *good[1:]), ({1: ["a"]}, *good[1:]),
                (*good[:2], {7: [(1, "a"), (2, "b"), (1, "a")]}), (*good[:2], {7: [(1, "a")]}),
                (*good[:2], {**good[2], 8: [(1, "a")]}), (good[0], {7: ["t"], 9: ["u"]}, good[2])):
        assert list(faults(*bad)), f"unseen: {bad}"


check_itself()
with Library(sys.argv[1]) as library:
    tables = {kind: list(fields(library, kind)) for kind in range(BEYOND) if library.lib.inno_field_count(kind)}
wrong = list(faults(constants("INNO_FIELD_"), constants("INNO_RECORD_"), tables))
print("\n".join(wrong) or f"{len(tables)} tables, {sum(map(len, tables.values()))} fields")
sys.exit(1 if wrong else 0)
