"""What-ifs through ctypes: edits, a batch, marginal points, beside results of edited data.
Usage: ctypes_what_if.py LIBRARY"""
import ctypes as c
import sys

from innoscore import N, NAN, Library, bits, doubles

UNITS = [b"HN", b"HCM", b"DN", b"CT", b"HP"]
A, B, X = [1.0, 3.0, 2.0, 5.0, 4.5], [40.0, 10.0, 20.0, 30.0, 12.0], [7.0, 8.0, NAN, 9.0, 7.5]


def scores(inno, result, node):
    return inno.column(inno.lib.inno_result_scores, result, node)


def of_data(inno, method, index, a):
    data = inno.dataset(UNITS, {b"a": a, b"b": B, b"x": X})
    return scores(inno, inno.make("result", None, method, data, 0), index)


with Library(sys.argv[1]) as inno:
    lib, error = inno.lib, inno.error
    nodes = inno.indicator_set([(b"PII", None, 1, 1.0), (b"input", b"PII", 1, 1.0), (b"output", b"PII", 1, 1.0),
                                (b"a", b"input", 1, 3.0), (b"b", b"input", -1, 1.0), (b"x", b"output", 1, 1.0)])
    method, data = inno.method(nodes, []), inno.dataset(UNITS, {b"a": A, b"b": B, b"x": X})
    what_if = inno.make("what_if", None, None, method, data)
    shown = lib.inno_what_if_result(what_if)
    index = lib.inno_result_find_node(shown, b"PII")
    before = of_data(inno, method, index, A)
    assert bits(scores(inno, shown, index)) == bits(before)

    inno.check(lib.inno_what_if_set_value(what_if, 2, 0, 4.0, error))
    edited = of_data(inno, method, index, [1.0, 3.0, 4.0, 5.0, 4.5])
    assert bits(scores(inno, shown, index)) == bits(edited) and lib.inno_what_if_result(what_if) == shown
    now = inno.make("result", None, lib.inno_what_if_method(what_if), lib.inno_what_if_dataset(what_if), 0)
    assert bits(scores(inno, now, index)) == bits(edited) and lib.inno_what_if_weight(what_if, 0) == 3.0
    assert lib.inno_what_if_edit_count(what_if) == 1 and lib.inno_what_if_value(what_if, 2, 0) == 4.0
    inno.check(lib.inno_what_if_reset(what_if, error))
    assert bits(scores(inno, shown, index)) == bits(before)

    # two edits, each alone
    rows, columns, got, ranks = (c.c_int64 * 2)(2, 0), (c.c_int64 * 2)(0, 0), doubles([0.0] * 2), doubles([0.0] * 2)
    statuses = (c.c_int32 * 2)()
    inno.check(lib.inno_what_if_try_values(what_if, 2, rows, columns, doubles([4.0, NAN]), 8, index, got, 8, ranks, 8,
                                      statuses, error))
    missing = of_data(inno, method, index, [NAN, 3.0, 2.0, 5.0, 4.5])
    assert bits(got) == bits([edited[2], missing[0]]) and list(statuses) == [0, 0]
    assert ranks[0] == 1 + sum(score > edited[2] for score in edited)

    table = c.c_void_p()
    inno.check(lib.inno_analysis_create_marginal(None, None, method, data, 2, c.byref(table), error))
    moves = inno.table(table, "MARGINAL")
    assert lib.inno_analysis_record_count(table, N["INNO_RECORD_MARGINAL"]) == len(moves) == 3 * 4
    best = next(move for move in moves if move["move"] == N["INNO_MOVE_BEST"])
    moved = of_data(inno, method, index, [1.0, 3.0, 5.0, 5.0, 4.5])
    assert best["new_value"] == 5.0 and bits([best["difference"]]) == bits([moved[2] - before[2]])
    lib.inno_analysis_destroy(table)
print("what-ifs: the same through ctypes")
