"""Climbing through ctypes: the second caller of climb.h beside the tests in C. Usage: ctypes_climb.py LIBRARY"""
import ctypes as c
import math
import sys

from innoscore import N, NAN, Library, doubles

TREE = [(b"PII", None, 1, 1.0), (b"research", b"PII", 1, 2.0), (b"permits", b"PII", -1, 1.0)]
UNITS = [b"HN", b"HCM", b"DN", b"CT"]
VALUES = {b"research": [2.0, 5.0, 8.0, 1.0], b"permits": [30.0, 20.0, 25.0, 60.0]}
STEPS = [("normalize", {"rule": "goalposts", "lower": "0", "upper": "100"}), ("aggregate", {"rule": "arithmetic"})]


def climb(inno, method, data):
    analysis, make = c.c_void_p(), inno.lib.inno_analysis_create_climb
    inno.check(make(None, None, method, data, 0, N["INNO_GOAL_RANK"], 2.0, -1, doubles([1.0, 0.1]), 8,
                    doubles([50.0, NAN]), 8, c.byref(analysis), inno.error))
    research, permits = inno.table(analysis, "CLIMB")
    # scores: (2 research + (100 - permits)) / 3; second place has (10 + 80) / 3, HN (4 + 70) / 3
    assert research["reached"] == 1 and math.isclose(research["new_value"], 10.0, rel_tol=1e-12) and research["rank"] == 2
    assert permits["reached"] == 1 and math.isclose(permits["new_value"], 14.0, rel_tol=1e-12) and permits["cap"] == 0
    plan, = inno.table(analysis, "CLIMB_PLAN")
    assert plan["proven"] == 1 and plan["reached"] == 1 and math.isclose(plan["cost"], 1.6, rel_tol=1e-12), plan
    mix = inno.table(analysis, "CLIMB_MIX")
    assert math.isclose(mix[1]["value_change"], -16.0, rel_tol=1e-12) and mix[0]["value_change"] == 0
    inno.lib.inno_analysis_destroy(analysis)
    status = make(None, None, method, data, 1, N["INNO_GOAL_UNIT"], NAN, 1, None, 0, None, 0, c.byref(analysis),
                  inno.error)
    assert status == N["INNO_E_ARGUMENT"] and not analysis.value and "HCM" in inno.message()


with Library(sys.argv[1]) as library:
    nodes = library.indicator_set(TREE)
    climb(library, library.method(nodes, STEPS), library.dataset(UNITS, VALUES))
print("climbing through ctypes: by hand")
