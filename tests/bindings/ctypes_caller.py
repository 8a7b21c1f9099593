"""The second caller of the ABI: Python through ctypes, nothing but the shared library and the numbers of the headers."""
import ctypes as c
import subprocess
import sys

path = sys.argv[1]
needed = subprocess.run(["nm", "-D", "--undefined-only", path], check=True, capture_output=True, text=True).stdout
if any(word in needed for word in ("__asan", "__ubsan", "__tsan", "__msan")):
    print("instrumented build: cannot be loaded here")
    sys.exit(77)
lib = c.CDLL(path)
lib.inno_version.restype = c.c_char_p
lib.inno_error_message.restype = c.c_char_p
lib.inno_error_message.argtypes = [c.c_void_p]
lib.inno_error_node.restype = c.c_char_p
lib.inno_error_node.argtypes = [c.c_void_p]
lib.inno_result_find_node.restype = c.c_int64
assert lib.inno_abi_version() == 0 and lib.inno_version() == b"0.1.0"

error = c.c_void_p()
assert lib.inno_error_create(None, c.byref(error)) == 0


def ok(status):
    assert status == 0, lib.inno_error_message(error).decode()


made, p = c.c_void_p(), c.c_void_p
ok(lib.inno_indicator_set_create(None, c.byref(made), error))
nodes = made
for code, parent in ((b"PII", None), (b"input", b"PII"), (b"output", b"PII"), (b"a", b"input"), (b"b", b"input"),
                     (b"c", b"output")):
    ok(lib.inno_indicator_set_add(nodes, code, parent, error))
ok(lib.inno_indicator_set_direction(nodes, b"b", -1, error))
ok(lib.inno_indicator_set_weight(nodes, b"a", c.c_double(3.0), error))
ok(lib.inno_indicator_set_freeze(nodes, error))

data = p()
units = (c.c_char_p * 4)(b"HN", b"HCM", b"DN", b"CT")
ok(lib.inno_dataset_create(None, c.c_int64(4), units, c.byref(data), error))
nan = float("nan")
rows = (c.c_double * 12)(1, 40, 7, 3, 10, 8, 2, 20, nan, 5, 30, 9)  # row-major, strides of 24 bytes
for k, code in enumerate((b"a", b"b", b"c")):
    ok(lib.inno_dataset_add_column(data, code, c.byref(rows, 8 * k), c.c_ssize_t(24), error))

method, result = p(), p()
ok(lib.inno_method_create(None, nodes, None, None, 0, c.byref(method), error))
ok(lib.inno_result_create(None, method, data, 3, c.byref(result), error))
for handle, name in ((method, "method"), (data, "dataset"), (nodes, "indicator_set")):
    getattr(lib, f"inno_{name}_destroy")(handle)  # a result stands alone
out = (c.c_double * 4)()
index = lib.inno_result_find_node(result, b"PII")
ok(lib.inno_result_scores(result, c.c_int64(index), out, c.c_ssize_t(8), error))
# by hand
c_scores = [100 * (v - 7) / 2 for v in (7, 8)] + [None, 100.0]
a_scores = [100 * (v - 1) / 4 for v in (1, 3, 2, 5)]
b_scores = [100 * (40 - v) / 30 for v in (40, 10, 20, 30)]
expected = []
for a, b, s in zip(a_scores, b_scores, c_scores):
    first = (3 * a + b) / 4
    expected.append(first if s is None else (first + s) / 2)
assert all(abs(x - y) < 1e-12 * 100 for x, y in zip(out, expected)), (list(out), expected)
ok(lib.inno_result_ranks(result, c.c_int64(index), None, out, c.c_ssize_t(8), error))
assert list(out) == [1.0 + sum(y > x for y in expected) for x in expected]
status = lib.inno_result_ranks(result, c.c_int64(index), "vùng".encode(), out, c.c_ssize_t(8), error)
assert status == 104 and "vùng" in lib.inno_error_message(error).decode()
lib.inno_result_destroy(result)
lib.inno_error_destroy(error)
print("scored through ctypes")
