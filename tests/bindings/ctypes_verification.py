"""Verification through ctypes, and a property test: what the library says of a printed score is what Python's decimal
says of the same doubles, for thousands of numbers on, beside and far from ties. Usage: ctypes_verification.py LIBRARY"""
import ctypes as c
import decimal
import math
import random
import sys

from innoscore import N, Library, doubles

ULPS, COUNT = 8, 4000
decimal.getcontext().prec = 2500
MODES = {N["INNO_ROUNDING_HALF_UP"]: decimal.ROUND_HALF_UP, N["INNO_ROUNDING_HALF_EVEN"]: decimal.ROUND_HALF_EVEN,
         N["INNO_ROUNDING_TRUNCATED"]: decimal.ROUND_DOWN}
CUT = N["INNO_ROUNDING_TRUNCATED"]


def at(x, places, mode):
    return x.quantize(decimal.Decimal(1).scaleb(-places), rounding=mode)


def expected(computed, printed, places):
    """Roundings that explain, and verdict under half_up, from the definitions in the header, on exact decimals."""
    if computed == printed:
        return sum(MODES), N["INNO_VERDICT_AGREES"]
    wanted = at(decimal.Decimal(printed), places, decimal.ROUND_HALF_EVEN)
    if wanted != 0 and computed != 0 and (wanted < 0) != (computed < 0):
        return 0, N["INNO_VERDICT_DISAGREES"]
    x, wanted = abs(decimal.Decimal(computed)), abs(wanted)
    reach = decimal.Decimal(math.ulp(computed)) * ULPS
    low, high = max(decimal.Decimal(0), x - reach), x + reach
    first, last = at(low, places, decimal.ROUND_HALF_DOWN), at(high, places, decimal.ROUND_HALF_UP)
    tie = (first + last) / 2 if last - first == decimal.Decimal(1).scaleb(-places) else None
    explains, near = 0, first <= wanted <= last or at(low, places, MODES[CUT]) <= wanted <= at(high, places, MODES[CUT])
    for bit, mode in MODES.items():
        given = at(x, places, mode) == wanted
        if bit == CUT:
            given |= at(high, places, mode) == wanted
        elif tie is not None:
            given |= at(tie, places, mode) == wanted
        elif last - first > decimal.Decimal(1).scaleb(-places):
            given |= first <= wanted <= last
        explains |= bit if given else 0
    if first == last == wanted:
        return explains, N["INNO_VERDICT_AGREES"]
    return explains, N["INNO_VERDICT_ROUNDED"] if explains or near else N["INNO_VERDICT_DISAGREES"]


def draw(places):
    """A computed number and what somebody might print for it."""
    kind = random.random()
    if kind < 0.35:  # a tie of this many decimals, as near as a double comes
        x = float(decimal.Decimal(2 * random.randint(-10**5, 10**5) + 1).scaleb(-places) / 2)
    elif kind < 0.5:  # a whole last digit
        x = float(decimal.Decimal(random.randint(-10**5, 10**5)).scaleb(-places))
    else:
        x = random.uniform(-1, 1) * 10.0 ** random.randint(-8, 14)
    for _ in range(random.choice((0, 0, 1, 3, 7, 8, 9, 20))):
        x = math.nextafter(x, random.choice((-math.inf, math.inf)))
    printed = at(decimal.Decimal(x), places, random.choice(list(MODES.values())))
    printed += random.choice((0, 0, 0, 0, 1, -1)) * decimal.Decimal(1).scaleb(-places)
    return x, float(printed)


with Library(sys.argv[1]) as inno:
    lib, check, error = inno.lib, inno.check, inno.error
    random.seed(2026)
    units = (c.c_char_p * COUNT)(*(f"U{i}".encode() for i in range(COUNT)))
    indicators = inno.indicator_set([(b"index", None, 1, 1.0), (b"x", b"index", 1, 1.0)])
    method = inno.method(indicators, [("normalize", {"rule": "none"}), ("aggregate", {})])
    data, result, page, tables = (c.c_void_p() for _ in range(4))
    total = 0
    for places in (0, 1, 2, 3, 8):
        pairs = [draw(places) for _ in range(COUNT)]
        check(lib.inno_dataset_create(None, COUNT, units, c.byref(data), error))
        check(lib.inno_dataset_add_column(data, b"x", doubles([x for x, _ in pairs]), 8, error))
        check(lib.inno_result_create(None, method, data, 0, c.byref(result), error))
        check(lib.inno_publication_create(None, indicators, COUNT, units, c.byref(page), error))
        check(lib.inno_publication_set_scores(page, b"index", doubles([p for _, p in pairs]), 8, places, error))
        check(lib.inno_analysis_create_verification(None, None, page, method, result, c.byref(tables), error))
        assert lib.inno_analysis_record_count(tables, N["INNO_RECORD_VERIFIED_SCORE"]) == COUNT
        for (x, printed), got in zip(pairs, inno.table(tables, "VERIFIED_SCORE")):
            assert (got["roundings"], got["verdict"]) == expected(x, printed, places), (x, printed, places)
            exact = at(decimal.Decimal(printed), places, decimal.ROUND_HALF_EVEN) - decimal.Decimal(x)
            exact = float(exact.scaleb(places))
            assert abs(got["last_digits"] - exact) <= 4e-16 * abs(exact), (x, printed, places)
            total += 1
        for name, handle in (("analysis", tables), ("publication", page), ("result", result), ("dataset", data)):
            getattr(lib, f"inno_{name}_destroy")(handle)
    # the table alone: 62 printed below 63
    two = (c.c_char_p * 2)(b"Lai Chau", b"Cao Bang")
    check(lib.inno_publication_create(None, indicators, 2, two, c.byref(page), error))
    for unit, text in zip(two, (b"22.87", b"23.95")):
        check(lib.inno_publication_set_score_text(page, b"index", unit, text, error))
    check(lib.inno_publication_set_ranks(page, b"index", doubles([62, 63]), 8, error))
    check(lib.inno_analysis_create_verification(None, None, page, None, None, c.byref(tables), error))
    assert lib.inno_analysis_record_count(tables, N["INNO_RECORD_FINDING"]) == 1
    sentence = inno.text(lib.inno_analysis_sentence, tables, 0, N["INNO_LANGUAGE_EN"])
    assert b"'Lai Chau' (22.87) is ranked no lower than 'Cao Bang'" in sentence, sentence
    lib.inno_analysis_destroy(tables)
    lib.inno_publication_destroy(page)
print(f"{total} printed scores as Python's decimal says")
