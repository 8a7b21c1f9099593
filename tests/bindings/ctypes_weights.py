"""Weights from experts through ctypes: the second caller of weights.h beside the tests in C."""
import ctypes as c
import subprocess
import sys

path = sys.argv[1]
needed = subprocess.run(["nm", "-D", "--undefined-only", path], check=True, capture_output=True, text=True).stdout
if any(word in needed for word in ("__asan", "__ubsan", "__tsan", "__msan")):
    print("instrumented build: cannot be loaded here")
    sys.exit(77)
lib = c.CDLL(path)
lib.inno_error_message.restype = c.c_char_p
lib.inno_error_message.argtypes = [c.c_void_p]
p, i64, f64 = c.c_void_p, c.c_int64, c.c_double
lib.inno_weights_set_ahp.argtypes = [p, p, c.c_char_p, p, i64, p, c.c_ssize_t, c.c_ssize_t, c.c_int32, f64, p, p, p, p]
lib.inno_weights_set_budget.argtypes = [p, p, c.c_char_p, p, i64, p, i64, c.c_ssize_t, c.c_ssize_t, f64, c.c_int32, p]
lib.inno_weights_effective.argtypes = [p, p, p, c.c_ssize_t, p]

error, nodes, weights = p(), p(), p()
assert lib.inno_error_create(None, c.byref(error)) == 0


def ok(status):
    assert status == 0, lib.inno_error_message(error).decode()


ok(lib.inno_indicator_set_create(None, c.byref(nodes), error))
for code, parent in ((b"PII", None), (b"input", b"PII"), (b"output", b"PII"), (b"a", b"input"), (b"b", b"input"), (b"x", b"output"),
                     (b"y", b"output"), (b"z", b"output")):
    ok(lib.inno_indicator_set_add(nodes, code, parent, error))
ok(lib.inno_indicator_set_freeze(nodes, error))
ok(lib.inno_weights_create_equal(None, nodes, c.byref(weights), error))


def weight(code):
    out = f64()
    ok(lib.inno_weights_get(weights, code, c.byref(out), error))
    return out.value


# Saaty's own habit: a list of lists of judgements, flattened; codes in the order of the rows
judgements = [[1, 2, 4], [1 / 2, 1, 2], [1 / 4, 1 / 2, 1]]
flat = (f64 * 9)(*sum(judgements, []))
codes = (c.c_char_p * 3)(b"z", b"y", b"x")
ratio = f64()
ok(lib.inno_weights_set_ahp(weights, nodes, b"output", codes, 3, flat, 24, 8, 1, 0.1, None, None, c.byref(ratio), error))
assert abs(weight(b"z") - 4 / 7) < 1e-14 and abs(weight(b"x") - 1 / 7) < 1e-14 and abs(ratio.value) < 1e-12
flat[2], flat[6] = 1 / 4, 4.0
assert lib.inno_weights_set_ahp(weights, nodes, b"output", codes, 3, flat, 24, 8, 1, 0.1, None, None, c.byref(ratio), error) == 107
assert "consistency ratio" in lib.inno_error_message(error).decode() and ratio.value > 0.1
assert abs(weight(b"z") - 4 / 7) < 1e-14

# three experts, two children
points = (f64 * 6)(70, 30, 50, 50, 60, 40)
ok(lib.inno_weights_set_budget(weights, nodes, b"input", None, 2, points, 3, 16, 8, 100, 1, error))
assert abs(weight(b"a") - 0.6) < 1e-14
points[3] = 49
assert lib.inno_weights_set_budget(weights, nodes, b"input", None, 2, points, 3, 16, 8, 100, 1, error) == 107
assert "expert 2" in lib.inno_error_message(error).decode()

effective = (f64 * 8)()
ok(lib.inno_weights_effective(weights, nodes, effective, 8, error))
assert abs(sum(effective[:5]) - 1) < 1e-14 and effective[7] == 1 and abs(effective[0] - 0.3) < 1e-14
lib.inno_weights_destroy(weights)
lib.inno_indicator_set_destroy(nodes)
lib.inno_error_destroy(error)
print("weights from experts: the same through ctypes")
