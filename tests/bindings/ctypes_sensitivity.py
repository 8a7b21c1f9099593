"""Sensitivity through ctypes: the second caller of sensitivity.h. A model in Python, two outputs of each run, the points
column by column as a Fortran array has them. Usage: ctypes_sensitivity.py LIBRARY"""
import ctypes as c
import math
import sys

from innoscore import N, Library, doubles

BASE, INPUTS, RESAMPLES = 2048, 3, 50


def ishigami(u):
    a, b, z = (math.pi * (2 * v - 1) for v in u)
    return math.sin(a) + 7 * math.sin(b) ** 2 + 0.1 * z**4 * math.sin(a)


with Library(sys.argv[1]) as inno:
    lib, check, error = inno.lib, inno.check, inno.error
    design, analysis = c.c_void_p(), c.c_void_p()
    flags = N["INNO_DESIGN_SECOND_ORDER"]
    check(lib.inno_design_create_matrices(None, BASE, INPUTS, None, N["INNO_SEQUENCE_SOBOL"], 2026, flags,
                                          c.byref(design), error))
    runs = lib.inno_design_run_count(design)
    assert runs == BASE * (2 * INPUTS + 2)
    x = (c.c_double * (runs * INPUTS))()
    half = runs // 2  # two workers, each its own range
    for first in (half, 0):
        at = c.cast(c.addressof(x) + 8 * first, c.POINTER(c.c_double))
        check(lib.inno_design_points(design, first, half, at, 8, 8 * runs, error))
    y = (c.c_double * (2 * runs))()
    for r in range(runs):
        u = [x[j * runs + r] for j in range(INPUTS)]
        y[2 * r], y[2 * r + 1] = ishigami(u), u[0] - u[1]

    first, total = doubles([0.0] * INPUTS), doubles([0.0] * INPUTS)
    exact = (([0.3139, 0.4424, 0.0], [0.5576, 0.4424, 0.2437]), ([0.5, 0.5, 0.0], [0.5, 0.5, 0.0]))
    for target, wanted in enumerate(exact):
        at = c.cast(c.addressof(y) + 8 * target, c.POINTER(c.c_double))
        estimator = lib.inno_estimator_from_name(b"jansen")
        check(lib.inno_sensitivity_create(None, design, at, 16, estimator, RESAMPLES, 7, c.byref(analysis), error))
        done, low, high = c.c_int32(), doubles([0.0] * INPUTS), doubles([0.0] * INPUTS)
        while not done.value:
            check(lib.inno_sensitivity_advance(analysis, 20, c.byref(done), error))
        for field, out, want in zip(("FIRST", "TOTAL"), (first, total), wanted):
            field = N["INNO_SENSITIVITY_" + field]
            check(lib.inno_sensitivity_indices(analysis, field, out, 8, error))
            check(lib.inno_sensitivity_intervals(analysis, field, N["INNO_INTERVAL_NORMAL"], 0.95, low, 8, high, 8, error))
            for j in range(INPUTS):
                assert abs(out[j] - want[j]) < 0.02, (target, j, out[j])
                assert low[j] <= out[j] <= high[j]
        pair = c.c_double()
        check(lib.inno_sensitivity_second(analysis, 0, 2, c.byref(pair), error))
        assert abs(pair.value - (0.2437 if target == 0 else 0.0)) < 0.03
        assert lib.inno_sensitivity_number(analysis, N["INNO_SENSITIVITY_USED"]) == BASE
        lib.inno_sensitivity_destroy(analysis)
    assert lib.inno_sensitivity_second(None, 0, 1, c.byref(pair), error) == N["INNO_E_NULL"]
    lib.inno_design_destroy(design)
print("indices through ctypes: two outputs of one design")
