"""Contributions and changes through ctypes: the second caller of contributions.h and change.h beside the tests in C.
Usage: ctypes_contributions.py LIBRARY"""
import ctypes as c
import math
import sys

from innoscore import N, NAN, Library

TREE = [(b"PII", None, 1, 1.0), (b"input", b"PII", 1, 2.0), (b"output", b"PII", 1, 1.0), (b"a", b"input", 1, 3.0),
        (b"b", b"input", 1, 1.0), (b"c", b"output", 1, 1.0)]
UNITS = [b"HN", b"HCM", b"DN", b"CT"]
LAST = {b"a": [10, 40, 25, 5], b"b": [60, 20, 35, 50], b"c": [80, 30, 70, 20]}
NOW = {b"a": [12, 38, 25, 9], b"b": [60, 25, NAN, 50], b"c": [80, 36, 66, 28]}
STEPS = [("normalize", {"rule": "none"}), ("aggregate", {"rule": "arithmetic"})]


def contributions(inno, method, data):
    result, analysis = inno.make("result", None, method, data, 0), c.c_void_p()
    inno.check(inno.lib.inno_analysis_create_contributions(None, None, method, result, 2, 1, c.byref(analysis),
                                                           inno.error))
    rows = inno.table(analysis, "CONTRIBUTION")
    code = inno.lib.inno_analysis_node_code
    named = {code(analysis, int(r["node"])): r for r in rows if r["reference"] == N["INNO_REFERENCE_UNIT"]}
    assert math.isclose(named[b"a"]["contribution"], 0.5 * (25 - 40), rel_tol=1e-14)
    assert math.isclose(named[b"c"]["contribution"], (70 - 30) / 3, rel_tol=1e-14)
    whole = math.fsum(named[k]["contribution"] for k in (b"a", b"b", b"c"))
    distance = [r for r in inno.table(analysis, "CONTRIBUTION_UNIT") if r["reference"] == N["INNO_REFERENCE_UNIT"]]
    assert whole == named[b"PII"]["contribution"] == distance[0]["difference"], (whole, distance)
    assert math.isclose(math.fsum(named[k]["contribution_share"] for k in (b"a", b"b", b"c")), 1.0, rel_tol=1e-14)
    inno.lib.inno_analysis_destroy(analysis)


def change(inno, method, last, now):
    analysis = c.c_void_p()
    inno.check(inno.lib.inno_analysis_create_change(None, None, method, last, method, now, None, c.byref(analysis),
                                                    inno.error))
    scores = inno.table(analysis, "CHANGE")
    causes = inno.table(analysis, "CHANGE_CAUSE")
    parts = inno.table(analysis, "CHANGE_INDICATOR")
    for row in scores:
        own = [r for r in causes if r["unit"] == row["unit"]]
        assert math.fsum(r["contribution"] for r in own) == row["difference"]
        for r in own:
            mine = [p["contribution"] for p in parts if (p["unit"], p["cause"]) == (r["unit"], r["cause"])]
            assert math.fsum(mine) == r["contribution"]
            missing = r["unit"] == 2 and r["cause"] == N["INNO_CAUSE_MISSING"]
            assert missing or r["cause"] == N["INNO_CAUSE_FIGURES"] or r["contribution"] == 0.0, r
    inno.lib.inno_analysis_destroy(analysis)


with Library(sys.argv[1]) as library:
    nodes = library.indicator_set(TREE)
    way = library.method(nodes, STEPS)
    before, after = library.dataset(UNITS, LAST), library.dataset(UNITS, NOW)
    contributions(library, way, before)
    change(library, way, before, after)
print("contributions and changes through ctypes: sums are exact")
