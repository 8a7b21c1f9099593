"""The self-check through ctypes: the second caller of check.h. What a province would do before it submits: its figures,
last year's, and the sentences in both languages. Usage: ctypes_check.py LIBRARY"""
import ctypes as c
import random
import sys

from innoscore import NAN, Library, doubles, numbers

N = numbers()
UNITS = 20


def column(lib, analysis, kind, field):
    count = lib.inno_analysis_record_count(analysis, N["INNO_RECORD_" + kind])
    out = doubles([NAN] * count)
    assert lib.inno_analysis_column(analysis, N["INNO_RECORD_" + kind], N["INNO_FIELD_" + field], out, 8, None) == 0
    return list(out)


def sentence(lib, analysis, index, language):
    needed = c.c_int64()
    lib.inno_analysis_sentence(analysis, index, N["INNO_LANGUAGE_" + language], None, 0, c.byref(needed), None)
    text = c.create_string_buffer(needed.value)
    assert lib.inno_analysis_sentence(analysis, index, N["INNO_LANGUAGE_" + language], text, needed, None, None) == 0
    return text.value.decode()


def main(path):
    chance = random.Random(20261125)
    people = [chance.uniform(500, 3000) for _ in range(UNITS)]
    before = {"people": people, "a": [p * chance.uniform(2, 4) for p in people], "b": [chance.uniform(20, 60) for _ in people]}
    now = {name: [x * chance.uniform(0.95, 1.05) for x in values] for name, values in before.items()}
    now["a"][7] *= 1000
    now["b"][7] = NAN
    units = [f"U{i}".encode() for i in range(UNITS)]
    with Library(path) as library:
        lib = library.lib
        indicators = library.indicator_set([(b"index", None, 1, 1.0), (b"a", b"index", 1, 1.0), (b"b", b"index", 1, 1.0)])
        library.check(lib.inno_indicator_set_denominator(indicators, b"a", b"people", 1000.0, library.error))
        library.check(lib.inno_indicator_set_freeze(indicators, library.error))
        method = library.method(indicators, ())
        datasets = [library.dataset(units, {name.encode(): x for name, x in values.items()}) for values in (now, before)]
        options = library.make("scheme", None, N["INNO_STEP_EXPLAIN"])
        upper = N["INNO_KEY_EXPLAIN_POSSIBLE_UPPER"]
        library.check(lib.inno_scheme_set_f64(options, b"b", upper, 100.0, library.error))
        check = c.c_void_p()
        library.check(lib.inno_analysis_create_check(None, options, method, *datasets, 7, c.byref(check), library.error))
        library.made.append(("analysis", check))
        found = column(lib, check, "FINDING", "FINDING")
        wanted = [N["INNO_FINDING_SLIP_BEFORE"], N["INNO_FINDING_FORGOTTEN"]]
        assert [f for f in found if f != N["INNO_FINDING_GAP"]] == wanted, found
        assert column(lib, check, "CHECK", "POWER")[0] == 3.0
        assert column(lib, check, "CHECK", "COMPARED_VALUE")[0] == before["a"][7]
        assert abs(column(lib, check, "CHECK", "SUGGESTED")[0] / (now["a"][7] / 1000) - 1) < 1e-15
        assert column(lib, check, "CHECK_GAP", "FILL") == [1.0, 2.0, 3.0, 4.0]
        filled = sorted(x for x in now["b"] if x == x)
        values = column(lib, check, "CHECK_GAP", "VALUE")
        assert values[1] == 0.0 and values[3] == filled[len(filled) // 2]
        assert "'a' of unit 'U7'" in sentence(lib, check, 0, "EN") and "đơn vị 'U7'" in sentence(lib, check, 0, "VI")
        print(sentence(lib, check, 0, "EN"), sentence(lib, check, 1, "VI"), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1])
