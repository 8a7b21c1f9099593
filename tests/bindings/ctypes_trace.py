"""Traces through ctypes: the second caller of trace.h. Every score of a small index again in Python, from the records
alone and to the same bits. Usage: ctypes_trace.py LIBRARY"""
import ctypes as c
import random
import sys

from innoscore import N, NAN, Library, bits

UNITS, EPSILON = 21, sys.float_info.epsilon


def tables(analysis):
    return {kind: inno.table(analysis, "TRACE_" + kind) for kind in ("NODE", "STEP", "STAGE", "PARAMETER", "SOURCE")}


def get(record, field):
    return record[field.lower()]


class Again:
    def __init__(self, trace):
        self.trace = trace
        self.parameters = {(get(p, "STEP"), get(p, "NODE"), get(p, "PARAMETER_KEY")): get(p, "VALUE")
                           for p in trace["PARAMETER"]}

    def imputed(self, step):
        """The mean of a column: eight lanes, as docs/handbook/numbers.md says."""
        lanes, values = [0.0] * 8, []
        for source in self.trace["SOURCE"]:
            if get(source, "NODE") == get(step, "NODE"):
                lanes[int(get(source, "UNIT")) % 8] += get(source, "VALUE")
                values.append(get(source, "VALUE"))
        assert len(values) == get(step, "SOURCES") > 0
        a, b, d, e, f, g, h, i = lanes
        return (((a + f) + (d + h)) + ((b + g) + (e + i))) / len(values)

    def treated(self, step, x):
        for stage in self.trace["STAGE"]:
            if get(stage, "NODE") == get(step, "NODE") and get(stage, "APPLIED") == 1:
                assert get(stage, "RULE") == N["INNO_TREAT_WINSORIZE"]
                x = min(x, get(stage, "HIGH")) if get(stage, "HIGH") == get(stage, "HIGH") else x
                x = max(x, get(stage, "LOW")) if get(stage, "LOW") == get(stage, "LOW") else x
        return x

    def normalized(self, step, x):
        key = (get(step, "STEP"), get(step, "NODE"))
        lower = self.parameters[key + (N["INNO_KEY_NORMALIZE_LOWER"],)]
        factor = self.parameters[key + (N["INNO_KEY_NORMALIZE_UPPER"],)] - lower
        d, scale = x - get(step, "CENTER"), get(step, "SCALE")
        rate = factor / scale
        if scale * rate > factor:
            rate -= rate * EPSILON
        rest = (factor - scale * rate) / scale
        return (d * rate + d * rest) + lower

    def indicator(self, node):
        x = None
        for step in self.trace["STEP"]:
            if get(step, "NODE") != node:
                continue
            kind = get(step, "STEP_KIND")
            x = get(step, "VALUE_BEFORE") if x is None else x
            if kind == N["INNO_STEP_IMPUTE"] and int(get(step, "MARKS")) & N["INNO_MARK_IMPUTED"]:
                x = self.imputed(step)
            elif kind == N["INNO_STEP_TREAT"]:
                x = self.treated(step, x)
            elif kind == N["INNO_STEP_NORMALIZE"]:
                x = self.normalized(step, x)
            assert bits([x]) == bits([get(step, "VALUE_AFTER")])
        return x

    def node(self, record):
        if get(record, "CHILDREN") == 0:
            return self.indicator(get(record, "NODE"))
        total = weights = 0.0
        values = []
        for child in self.trace["NODE"]:
            if get(child, "PARENT") == get(record, "NODE"):
                values.append(self.node(child))
                total += get(child, "WEIGHT") * values[-1]
                weights += get(child, "WEIGHT")
        return min(max(total / weights, min(values)), max(values))


with Library(sys.argv[1]) as inno:
    lib, chance = inno.lib, random.Random(6)
    nodes = [(b"index", None, 1, 1.0), (b"p", b"index", 1, 2.0), (b"q", b"index", 1, 1.0)]
    nodes += [(code, parent, direction, weight) for code, parent, direction, weight in
              ((b"a", b"p", 1, 3.0), (b"b", b"p", -1, 1.0), (b"c", b"q", 1, 1.5), (b"d", b"q", -1, 0.7))]
    columns = {code: [chance.gauss(50, 9) for _ in range(UNITS)] for code in (b"a", b"b", b"c", b"d")}
    columns[b"b"][4], columns[b"c"][7], columns[b"d"][11] = 4000.0, NAN, -3000.0
    indicators = inno.indicator_set(nodes)
    data = inno.dataset([f"u{i}".encode() for i in range(UNITS)], columns)
    method = inno.method(indicators, [("impute", {"rule": "mean"}), ("treat", {"rules": "winsorize"}),
                                      ("normalize", {"lower": "1", "upper": "90"}), ("aggregate", {})])
    result, options = inno.make("result", None, method, data, N["INNO_KEEP_ALL"]), c.c_void_p()
    inno.check(lib.inno_scheme_create(None, N["INNO_STEP_EXPLAIN"], c.byref(options), inno.error))
    scores = inno.column(lib.inno_result_scores, result, 6)
    for unit in range(UNITS):
        trace = c.c_void_p()
        inno.check(lib.inno_analysis_create_trace(None, options, method, data, result, unit, c.byref(trace), inno.error))
        read = tables(trace)
        top = read["NODE"][0]
        assert lib.inno_analysis_node_code(trace, int(get(top, "NODE"))) == b"index"
        assert bits([Again(read).node(top)]) == bits([scores[unit]]) == bits([get(top, "SCORE")])
        for step in read["STEP"]:
            if get(step, "STEP_KIND") == N["INNO_STEP_NORMALIZE"]:
                setter = lib.inno_analysis_unit_code(trace, int(get(step, "MAXIMUM_UNIT")))
                assert setter is not None and setter.startswith(b"u")
        lib.inno_analysis_destroy(trace)
    trace = c.c_void_p()
    inno.check(lib.inno_scheme_set_text(options, None, N["INNO_KEY_EXPLAIN_NODE"], b"q", inno.error))
    inno.check(lib.inno_analysis_create_trace(None, options, method, data, result, 7, c.byref(trace), inno.error))
    read = tables(trace)
    assert [lib.inno_analysis_node_code(trace, int(get(r, "NODE"))) for r in read["NODE"]] == [b"q", b"c", b"d"]
    assert len(read["SOURCE"]) == UNITS - 1
    lib.inno_analysis_destroy(trace)
    assert lib.inno_analysis_create_trace(None, None, method, data, result, UNITS, c.byref(trace), inno.error) == \
        N["INNO_E_ARGUMENT"] and "unit" in inno.message()
    lib.inno_scheme_destroy(options)
print(f"traces through ctypes: {UNITS} units again, the same bits")
