"""The second caller of the ABI: Python through ctypes, nothing but the shared library and the numbers of the headers.
Scores an index by hand and by the library, with strides, and reads errors in both languages.
Usage: ctypes_caller.py LIBRARY"""
import ctypes as c
import re
import sys

from innoscore import N, NAN, Library, doubles



def score(inno):
    lib, error = inno.lib, inno.error
    nodes = inno.indicator_set([(b"PII", None, 1, 1.0), (b"input", b"PII", 1, 1.0), (b"output", b"PII", 1, 1.0),
                                (b"a", b"input", 1, 3.0), (b"b", b"input", -1, 1.0), (b"c", b"output", 1, 1.0)])
    data = inno.dataset([b"HN", b"HCM", b"DN", b"CT"], {})
    rows = doubles([1, 40, 7, 3, 10, 8, 2, 20, NAN, 5, 30, 9])  # row by row: strides of 24 bytes
    for k, code in enumerate((b"a", b"b", b"c")):
        column = c.cast(c.byref(rows, 8 * k), c.POINTER(c.c_double))
        inno.check(lib.inno_dataset_add_column(data, code, column, 24, error))
    result = inno.make("result", None, inno.method(nodes, []), data, N["INNO_KEEP_ALL"])
    inno.destroy_all_but(result)  # a result stands alone
    index = lib.inno_result_find_node(result, b"PII")
    a = [100 * (v - 1) / 4 for v in (1, 3, 2, 5)]
    b = [100 * (40 - v) / 30 for v in (40, 10, 20, 30)]
    third = [0.0, 50.0, None, 100.0]
    first = [(3 * x + y) / 4 for x, y in zip(a, b)]
    expected = [x if y is None else (x + y) / 2 for x, y in zip(first, third)]
    got = inno.column(lib.inno_result_scores, result, index)
    assert all(abs(x - y) < 1e-12 * 100 for x, y in zip(got, expected)), (got, expected)
    ranks = inno.column(lib.inno_result_ranks, result, index, None)
    assert ranks == [1.0 + sum(y > x for y in expected) for x in expected], ranks
    return result


def in_both_languages(inno, call, status, node=b"", unit=b""):
    """The sentences of a failing call: same status and place, other words, diacritics in Vietnamese."""
    lib, found = inno.lib, []
    for language in ("INNO_LANGUAGE_EN", "INNO_LANGUAGE_VI"):
        inno.check(lib.inno_error_set_language(inno.error, N[language]))
        assert call() == N[status] == lib.inno_error_status(inno.error), (status, inno.message())
        assert (lib.inno_error_node(inno.error), lib.inno_error_unit(inno.error)) == (node, unit), inno.message()
        found.append(inno.message())  # decodes strictly
    english, vietnamese = found
    assert english != vietnamese and re.search("[ạảãấầậẩẫắằặẳđẹếềệểễịỉọỏốồộổớờợởụủứừựửữ]", vietnamese), found
    return found


def errors(inno, result):
    lib, out = inno.lib, doubles([0.0] * 4)
    vung = "vùng".encode()
    for sentence in in_both_languages(inno, lambda: lib.inno_result_ranks(result, 0, vung, out, 8, inno.error),
                                      "INNO_E_MISSING_GROUP"):
        assert "vùng" in sentence, sentence
    nodes = inno.indicator_set([(b"index", None, 1, 1.0), ("chỉ tiêu".encode(), b"index", 1, 1.0)])
    huge = doubles([1.0, float("inf"), 2.0])
    data = inno.dataset([b"HN", "Đà Nẵng".encode(), b"CT"], {})
    add = lambda: lib.inno_dataset_add_column(data, "chỉ tiêu".encode(), huge, 8, inno.error)
    for sentence in in_both_languages(inno, add, "INNO_E_INFINITE", "chỉ tiêu".encode(), "Đà Nẵng".encode()):
        assert "Đà Nẵng" in sentence, sentence
    weigh = lambda: lib.inno_indicator_set_weight(nodes, b"index", 0.1234565, inno.error)
    in_both_languages(inno, weigh, "INNO_E_FROZEN")
    other, made = inno.make("indicator_set", None), c.c_void_p()  # not frozen
    inno.check(lib.inno_indicator_set_add(other, b"index", None, inno.error))
    for weight, shown in ((-0.1234565, " -0.1234565"), (-1 / 3, " -0.333333")):  # as typed, else six digits
        weigh = lambda: lib.inno_indicator_set_weight(other, b"index", weight, inno.error)
        for sentence in in_both_languages(inno, weigh, "INNO_E_ARGUMENT", b"index"):
            assert shown + ";" in sentence, sentence
    inno.check(lib.inno_dataset_add_column(data, "chỉ tiêu".encode(), doubles([1.0, 1.0, NAN]), 8, inno.error))
    method = inno.method(nodes, [])
    create = lambda: lib.inno_result_create(None, method, data, 0, c.byref(made), inno.error)
    in_both_languages(inno, create, "INNO_E_CONSTANT", "chỉ tiêu".encode())
    assert made.value is None
    for status in (value for name, value in N.items() if name.startswith("INNO_E_")):
        texts = {lib.inno_status_text(status, N[f"INNO_LANGUAGE_{language}"]).decode() for language in ("EN", "VI")}
        assert len(texts) == 2, texts


with Library(sys.argv[1]) as library:
    version = [N[f"INNO_VERSION_{part}"] for part in ("MAJOR", "MINOR", "PATCH")]
    running = [int(part) for part in library.lib.inno_version().decode().split(".")]
    assert running >= version, running  # that of the headers, or a later one of the same ABI
    errors(library, score(library))
print("scored through ctypes, errors in English and Vietnamese")
