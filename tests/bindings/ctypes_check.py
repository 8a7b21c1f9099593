"""The self-check through ctypes: the second caller of check.h. What a province would do before it submits: its figures,
last year's, and the sentences in both languages. Usage: ctypes_check.py LIBRARY"""
import ctypes as c
import random
import sys

from innoscore import N, NAN, Library

UNITS = 20


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
        indicators = library.indicator_set([(b"index", None, 1, 1.0), (b"a", b"index", 1, 1.0), (b"b", b"index", 1, 1.0)],
                                           [(b"a", b"people", 1000.0)])
        method = library.method(indicators, ())
        datasets = [library.dataset(units, {name.encode(): x for name, x in values.items()}) for values in (now, before)]
        options = library.make("scheme", None, N["INNO_STEP_EXPLAIN"])
        upper = N["INNO_KEY_EXPLAIN_POSSIBLE_UPPER"]
        library.check(lib.inno_scheme_set_f64(options, b"b", upper, 100.0, library.error))
        check = c.c_void_p()
        library.check(lib.inno_analysis_create_check(None, options, method, *datasets, 7, c.byref(check), library.error))
        library.made.append(("analysis", check))
        found = [r["finding"] for r in library.table(check, "FINDING")]
        wanted = [N["INNO_FINDING_SLIP_BEFORE"], N["INNO_FINDING_FORGOTTEN"]]
        assert [f for f in found if f != N["INNO_FINDING_GAP"]] == wanted, found
        slip, gaps = library.table(check, "CHECK")[0], library.table(check, "CHECK_GAP")
        assert slip["power"] == 3.0 and slip["compared_value"] == before["a"][7]
        assert abs(slip["suggested"] / (now["a"][7] / 1000) - 1) < 1e-15
        assert [gap["fill"] for gap in gaps] == [1.0, 2.0, 3.0, 4.0]
        filled = sorted(x for x in now["b"] if x == x)
        assert gaps[1]["value"] == 0.0 and gaps[3]["value"] == filled[len(filled) // 2]
        english, vietnamese, second = (
            library.text(lib.inno_analysis_sentence, check, index, N["INNO_LANGUAGE_" + language]).decode()
            for index, language in ((0, "EN"), (0, "VI"), (1, "VI")))
        assert "'a' of unit 'U7'" in english and "đơn vị 'U7'" in vietnamese
        print(english, second, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1])
