"""The flat tier through ctypes: every group of functions gives the bits of the handle tier, with NaN among the values
and every option at its default (NaN, INT32_MIN) or given. Usage: ctypes_flat.py LIBRARY"""
import ctypes as c
import sys

from innoscore import DEFAULT, N, NAN, Library, bits, doubles

A = [3.5, 1.25, NAN, 9.0, 4.0, 2.0, 400.0, 7.5, NAN, 6.0, 5.0, 2.5]  # one outlier
B = [40.0, 0.0, 20.0, 30.0, 25.0, NAN, 35.0, 31.0, 22.0, 28.0, 10.0, 15.0]
C = [7.0, 8.0, NAN, 9.0, NAN, 7.0, 8.5, 8.0, 7.25, 10.0, 9.5, 7.0]
POPULATION = [100.0, 250.0, 80.0, NAN, 0.0, 120.0, 90.0, 300.0, 75.0, 60.0, 500.0, 1.0]
GROUP = [0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, NAN, 2.0, 2.0, 2.0, 2.0]
UNITS = len(A)
CODES = [b"u%d" % i for i in range(UNITS)]
NO_SCALE, MEAN = ("normalize", {"rule": "none"}), ("aggregate", {})
compared = 0


def same(name, ours, theirs):
    global compared
    assert bits(ours) == bits(theirs), (name, list(ours), list(theirs))
    assert any(v == v for v in ours), (name, "nothing but missing values was compared")
    compared += 1


def flat(name, *arguments, size=UNITS):
    """The array that a function writes; a status is an error."""
    out = doubles([0.0] * size)
    status = getattr(lib, f"inno_flat_{name}")(*arguments, out)
    assert status == 0, (name, lib.inno_status_name(status))
    return list(out)


def run(columns, steps, directions=(1, 1, 1), weights=(1.0, 1.0, 1.0), denominator=None):
    """A result whose index has the columns as its only children."""
    names = [b"x%d" % k for k in range(len(columns))]
    children = [(name, b"index", d, w) for name, d, w in zip(names, directions, weights)]
    divided = [(b"x0", denominator, 10.0)] if denominator is not None else []
    nodes = inno.indicator_set([(b"index", None, 1, 1.0), *children], divided)
    data = inno.dataset(CODES, {**dict(zip(names, columns)), b"population": POPULATION})
    labels = (c.c_char_p * UNITS)(*[None if g != g else b"g%d" % g for g in GROUP])
    inno.check(lib.inno_dataset_add_group(data, b"region", labels, inno.error))
    return inno.make("result", None, inno.method(nodes, steps), data, N["INNO_KEEP_ALL"])


def after_first(result, indicator=0):
    return inno.column(lib.inno_result_values, result, 0, indicator)


def record(result, kind, index, field):
    value = c.c_double()
    inno.check(lib.inno_result_record(result, N[f"INNO_RECORD_{kind}"], index, N[f"INNO_FIELD_{field}"], c.byref(value),
                                      inno.error))
    return value.value


def denomination_and_screening():
    same("denominate", flat("denominate", a, doubles(POPULATION), UNITS, 10.0),
         after_first(run([A], [("denominate", {}), NO_SCALE, MEAN], denominator=b"population")))
    settings = {"rule": "both", "min_coverage": "0.6", "min_nonzero": "0.7"}
    screened = run([A, B, C], [("screen", settings), NO_SCALE, MEAN])
    rows = [doubles(row) for row in zip(A, B, C)]
    for name in ("coverage", "nonzero"):
        same(name, [getattr(lib, f"inno_flat_{name}")(row, 3) for row in rows],
             [record(screened, "SCREENING", i, name.upper()) for i in range(UNITS)])
    stays = flat("screen", everything, UNITS, 3, 1, None, N["INNO_SCREEN_BOTH"], 0.6, 0.7)
    same("screen", stays, [record(screened, "SCREENING", i, "INCLUDED") for i in range(UNITS)])
    assert 0.0 < sum(stays) < UNITS
    by_default = run([A, B, C], [("screen", {}), NO_SCALE, MEAN])
    same("screen", flat("screen", everything, UNITS, 3, 1, None, DEFAULT, NAN, NAN),
         [record(by_default, "SCREENING", i, "INCLUDED") for i in range(UNITS)])


def imputation():
    for rule in ("mean", "median"):
        same(rule, flat(f"impute_{rule}", a, UNITS),
             after_first(run([A], [("impute", {"rule": rule}), NO_SCALE, MEAN])))
        settings = {"rule": f"group_{rule}", "group": "region"}
        same(f"group_{rule}", flat(f"impute_group_{rule}", a, doubles(GROUP), UNITS),
             after_first(run([A], [("impute", settings), NO_SCALE, MEAN])))
    filled = flat("impute_siblings", everything, UNITS, 3, 1, doubles([NAN, -1.0, 1.0]), size=3 * UNITS)
    theirs = run([A, B, C], [("impute", {"rule": "sibling_mean"}), NO_SCALE, MEAN], directions=(1, -1, 1))
    for k in range(3):
        same("siblings", filled[k * UNITS:(k + 1) * UNITS], after_first(theirs, k))


def imputation_of_a_matrix():
    for rule, options, settings in (("nearest", (2,), {"neighbors": "2"}), ("em", (0.1,), {"ridge": "0.1"}),
                                    ("hot_deck", (doubles(GROUP),), {"group": "region"}),
                                    ("regression", (N["INNO_TOO_FEW_SKIP"],), {"too_few": "skip"})):
        filled = flat(f"impute_{rule}", everything, UNITS, 3, 1, *options, size=3 * UNITS)
        theirs = run([A, B, C], [("impute", {"rule": rule, "level": "0", **settings}), NO_SCALE, MEAN])
        for k in range(3):
            same(rule, filled[k * UNITS:(k + 1) * UNITS], after_first(theirs, k))


def weights():
    names = (b"x0", b"x1", b"x2")
    for rule in ("deviation", "critic", "entropy"):
        theirs = run([A, B, C], [NO_SCALE, ("weigh", {"rule": rule}), MEAN])
        found, value = c.c_void_p(), c.c_double()
        inno.check(lib.inno_weights_create_from_result(None, theirs, c.byref(found), inno.error))
        inno.made.append(("weights", found))
        expected = []
        for name in names:
            inno.check(lib.inno_weights_get(found, name, c.byref(value), inno.error))
            expected.append(value.value)
        same(rule, flat("weights", everything, UNITS, 3, 1, N[f"INNO_WEIGH_{rule.upper()}"], size=3), expected)
    judgements = doubles([1.0, 2.0, 4.0, 0.5, 1.0, 2.0, 0.25, 0.5, 1.0])
    assert max(abs(w - v / 7) for w, v in zip(flat("ahp", judgements, 3, 0, DEFAULT, size=3), (4, 2, 1))) < 1e-14
    assert abs(lib.inno_flat_ahp_ratio(judgements, 3, 0)) < 1e-14


def treatment():
    treated = run([A], [("treat", {}), NO_SCALE, MEAN])
    ours = flat("treat", a, UNITS, DEFAULT, DEFAULT, NAN, DEFAULT, NAN, NAN, NAN, DEFAULT, DEFAULT, DEFAULT, DEFAULT)
    same("treat", ours, after_first(treated))
    assert ours[6] < A[6], "the outlier was not treated"
    same("statistics", [lib.inno_flat_skewness(a, UNITS, DEFAULT), lib.inno_flat_kurtosis(a, UNITS, DEFAULT),
                        lib.inno_flat_passes(a, UNITS, NAN, NAN, DEFAULT, DEFAULT)],
         [record(treated, "TREATMENT", 0, field) for field in ("SKEWNESS", "KURTOSIS", "PASSED")])
    other_types = run([A], [("treat", {"skewness_type": "1", "kurtosis_type": "3"}), NO_SCALE, MEAN])
    same("statistics", [lib.inno_flat_skewness(a, UNITS, 1), lib.inno_flat_kurtosis(a, UNITS, 3)],
         [record(other_types, "TREATMENT", 0, field) for field in ("SKEWNESS", "KURTOSIS")])
    for limit, text in ((DEFAULT, "5"), (0, "0")):
        same("winsorize", flat("winsorize", a, UNITS, limit, NAN, NAN, DEFAULT, DEFAULT, DEFAULT),
             after_first(run([A], [("treat", {"rules": "winsorize", "limit": text}), NO_SCALE, MEAN])))
    for rule, options, settings in (("log_gii", (DEFAULT, NAN), {}), ("log_ct", (), {}), ("log_ct_orig", (), {}),
                                    ("log_ct_plus", (DEFAULT,), {}), ("log", (), {}), ("root", (NAN,), {}),
                                    ("root", (3.0,), {"degree": "3"}), ("boxcox", (0.5,), {"lambda": "0.5"})):
        same(rule, flat(rule, a, UNITS, *options),
             after_first(run([A], [("treat", {"rules": rule, "force": "1", **settings}), NO_SCALE, MEAN])))


def normalization():
    for rule, options, settings in (
            ("minmax", (NAN, NAN, DEFAULT), {}), ("minmax", (1.0, 7.0, DEFAULT), {"lower": "1", "upper": "7"}),
            ("minmax", (NAN, NAN, N["INNO_LOG_BASE10"]), {"log": "base10"}),
            ("zscore", (NAN, NAN, DEFAULT), {}), ("zscore", (50.0, 10.0, DEFAULT), {"mean": "50", "sd": "10"}),
            ("fixed_range", (NAN, NAN, NAN, DEFAULT), {}),
            ("fixed_range", (-5.0, 4.0, 10.0, DEFAULT), {"lower": "-5", "upper": "4", "points": "10"}),
            ("goalposts", (2.0, 9.0, NAN, DEFAULT, DEFAULT), {"lower": "2", "upper": "9"}),
            ("goalposts", (2.0, 9.0, 7.0, 0, DEFAULT), {"lower": "2", "upper": "9", "points": "7", "truncate": "0"}),
            ("rank", (DEFAULT,), {}), ("percentile_rank", (N["INNO_TIES_FRACTIONAL"],), {"ties": "fractional"}),
            ("borda", (N["INNO_TIES_DENSE"],), {"ties": "dense"}), ("distance_to_max", (DEFAULT,), {}),
            ("distance_to_reference", (4, 1, DEFAULT), {"reference": "u3", "cap": "1"}),
            ("fraction_of_max", (DEFAULT,), {}), ("none", (DEFAULT,), {})):
        function = {"rank": "rank_from_below", "none": "orient"}.get(rule, rule)
        for direction in (1, -1):
            same(rule, flat(function, a, UNITS, direction, *options),
                 after_first(run([A], [("normalize", {"rule": rule, **settings}), MEAN], directions=(direction,))))
    same("default direction", flat("minmax", a, UNITS, DEFAULT, NAN, NAN, DEFAULT),
         after_first(run([A], [("normalize", {}), MEAN])))
    for direction, target in ((1, 8.0), (-1, 1.5)):
        settings = {"rule": "distance_to_target", "target": str(target)}
        same("distance_to_target", flat("distance_to_target", a, UNITS, direction, target, DEFAULT, DEFAULT),
             after_first(run([A], [("normalize", settings), MEAN], directions=(direction,))))


def aggregation():
    weights = (2.0, 0.5, 1.0)
    shifted = [[v + 1.0 for v in column] for column in (A, B, C)]
    matrix = doubles([v for row in zip(*shifted) for v in row])  # row by row
    rows = [doubles(row) for row in zip(*shifted)]
    w = doubles(weights)
    for rule, function, power in (("arithmetic", lib.inno_flat_arithmetic_mean, ()),
                                  ("geometric", lib.inno_flat_geometric_mean, (NAN, NAN)),
                                  ("harmonic", lib.inno_flat_harmonic_mean, (NAN, NAN)),
                                  ("power", lib.inno_flat_power_mean, (NAN, NAN)), ("median", lib.inno_flat_median, ()),
                                  ("minimum", lib.inno_flat_minimum, ())):
        p = (-0.5,) if rule == "power" else ()
        settings = {"rule": rule, "min_coverage": "0.6", **({"power": "-0.5"} if p else {})}
        theirs = run(shifted, [NO_SCALE, ("aggregate", settings)], weights=weights)
        theirs = inno.column(lib.inno_result_scores, theirs, 3)
        same(rule, [function(row, w, 3, *p, 0.6, *power) for row in rows], theirs)
        number = N[f"INNO_AGGREGATE_{rule.upper()}"]
        same(rule, flat("aggregate", matrix, UNITS, 3, 0, w, number, p[0] if p else NAN, 0.6, NAN, NAN), theirs)
    plain = inno.column(lib.inno_result_scores, run(shifted, [NO_SCALE, MEAN]), 3)
    same("defaults", flat("aggregate", matrix, UNITS, 3, 0, None, DEFAULT, NAN, NAN, NAN, NAN), plain)


def ranks_and_score():
    result = run([A, B, C], [], directions=(1, -1, 1), weights=(2.0, 0.5, 1.0))
    index = inno.column(lib.inno_result_scores, result, 3)
    scores = flat("score", everything, UNITS, 3, 1, doubles([4.0, 4.0, 4.0, NAN]), doubles([1.0, -1.0, NAN, NAN]),
                  doubles([2.0, 0.5, NAN, NAN]), 4, DEFAULT, NAN, NAN, DEFAULT, NAN)
    same("score", scores, index)
    for group, labels in ((None, None), (b"region", doubles(GROUP))):
        theirs = inno.column(lib.inno_result_ranks, result, 3, group)
        same("rank", flat("rank", doubles(scores), labels, UNITS, DEFAULT, DEFAULT), theirs)


def errors():
    """What a flat function says of a wrong column, and that it leaves nothing in the output."""
    assert lib.inno_flat_check(a, UNITS) == 0
    assert lib.inno_flat_check(doubles([5.0, NAN, 5.0]), 3) == N["INNO_E_CONSTANT"]
    out = doubles([1.0] * 3)
    assert lib.inno_flat_minmax(doubles([5.0, NAN, 5.0]), 3, DEFAULT, NAN, NAN, DEFAULT, out) == N["INNO_E_CONSTANT"]
    assert all(v != v for v in out)
    assert lib.inno_flat_goalposts(a, UNITS, DEFAULT, NAN, 3.0, NAN, DEFAULT, DEFAULT, doubles(A)) == \
        N["INNO_E_MISSING_PARAMETER"]


with Library(sys.argv[1]) as inno:
    lib = inno.lib
    a, everything = doubles(A), doubles(A + B + C)
    for part in (denomination_and_screening, imputation, imputation_of_a_matrix, weights, treatment, normalization,
                 aggregation, ranks_and_score, errors):
        part()
print(f"{compared} comparisons of the flat tier with the handle tier: the same bits")
