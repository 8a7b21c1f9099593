"""Weights from experts through ctypes: the second caller of weights.h beside the tests in C.
Usage: ctypes_weights.py LIBRARY"""
import ctypes as c
import sys

from innoscore import N, Library, doubles

TREE = [(b"PII", None), (b"input", b"PII"), (b"output", b"PII"), (b"a", b"input"), (b"b", b"input"), (b"x", b"output"),
        (b"y", b"output"), (b"z", b"output")]


def weight(inno, weights, code):
    out = c.c_double()
    inno.check(inno.lib.inno_weights_get(weights, code, c.byref(out), inno.error))
    return out.value


with Library(sys.argv[1]) as inno:
    lib, error = inno.lib, inno.error
    nodes, weights = inno.indicator_set([(code, parent, 1, 1.0) for code, parent in TREE]), c.c_void_p()
    inno.check(lib.inno_weights_create_equal(None, nodes, c.byref(weights), error))
    inno.made.append(("weights", weights))

    # Saaty's own habit: a list of lists of judgements, flattened; codes in the order of the rows
    judgements = [[1, 2, 4], [1 / 2, 1, 2], [1 / 4, 1 / 2, 1]]
    flat, codes, ratio = doubles(sum(judgements, [])), (c.c_char_p * 3)(b"z", b"y", b"x"), c.c_double()

    def judge():
        return lib.inno_weights_set_ahp(weights, nodes, b"output", codes, 3, flat, 24, 8, 1, 0.1, None, None,
                                        c.byref(ratio), error)

    inno.check(judge())
    assert abs(weight(inno, weights, b"z") - 4 / 7) < 1e-14 and abs(weight(inno, weights, b"x") - 1 / 7) < 1e-14
    assert abs(ratio.value) < 1e-12
    flat[2], flat[6] = 1 / 4, 4.0
    assert judge() == N["INNO_E_INCONSISTENT"]
    assert "consistency ratio" in inno.message() and ratio.value > 0.1
    assert abs(weight(inno, weights, b"z") - 4 / 7) < 1e-14

    # three experts, two children
    points = doubles([70, 30, 50, 50, 60, 40])
    inno.check(lib.inno_weights_set_budget(weights, nodes, b"input", None, 2, points, 3, 16, 8, 100, 1, error))
    assert abs(weight(inno, weights, b"a") - 0.6) < 1e-14
    points[3] = 49
    assert lib.inno_weights_set_budget(weights, nodes, b"input", None, 2, points, 3, 16, 8, 100, 1, error) == \
        N["INNO_E_INCONSISTENT"]
    assert "expert 2" in inno.message()

    effective = doubles([0.0] * len(TREE))
    inno.check(lib.inno_weights_effective(weights, nodes, effective, 8, error))
    assert abs(sum(effective[:5]) - 1) < 1e-14 and effective[7] == 1 and abs(effective[0] - 0.3) < 1e-14
print("weights from experts: the same through ctypes")
