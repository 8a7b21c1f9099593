"""Uncertainty through ctypes: the second caller of assumptions.h, uncertainty.h and tally.h. The Technology Achievement
Index of 23 countries: ranges of replicates in two threads, merged, equal to the bit to one run; bytes; quantiles into a
Fortran array and into part of a wider one; replicates against a recount in Python.
Usage: ctypes_uncertainty.py LIBRARY"""
import csv
import ctypes as c
import math
import pathlib
import sys
import threading

from innoscore import N, Library, bits, doubles

TAI = pathlib.Path(__file__).resolve().parents[2] / "examples/data/tai"
REPLICATES, RANGE = 6000, 250
PILLARS = [b"PATENTS", b"ROYALTIES", b"INTERNET", b"EXPORTS"]


def table(name):
    with open(TAI / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def scheme(inno, step, settings):
    made = inno.make("scheme", None, N["INNO_STEP_" + step])
    for code, key, text in settings:
        number = inno.lib.inno_key_from_name(N["INNO_STEP_" + step], key.encode())
        inno.check(inno.lib.inno_scheme_set_text(made, code, number, str(text).encode(), inno.error))
    return made


def handles(*made):
    return (c.c_void_p * len(made))(*made)


def tai(inno, frame, data):
    """The set and the dataset; the index is last, and its weights sum to 8."""
    nodes = [(row["code"].encode(), (row["parent"] or None) and row["parent"].encode(), int(row["direction"] or 1),
              float(row["weight"] or 1)) for row in frame]
    made = inno.indicator_set(nodes)
    columns = {row["code"].encode(): [float(d[row["code"]] or "nan") for d in data] for row in frame if row["parent"]}
    return made, inno.dataset([row["unit"].encode() for row in data], columns), columns


def assume(inno, aggregation):
    lib, check, made = inno.lib, inno.check, inno.make("assumptions", None)
    geometric = scheme(inno, "AGGREGATE", [(None, "rule", "geometric"), (None, "nonpositive", "floor"),
                                           (None, "floor", 0.01)])
    check(lib.inno_assumptions_add_schemes(made, 1, handles(aggregation, geometric), 2, doubles([3, 1]), inno.error))
    for code in PILLARS:
        check(lib.inno_assumptions_add_weight_range(made, code, 0.5, 1.5, inno.error))
    check(lib.inno_assumptions_add_removal(made, (c.c_char_p * 1)(b"UNIVERSITY"), 1, 1, inno.error))
    return made


def run_in_threads(inno, uncertainty, tallies):
    """Every thread takes the next range that nobody has; each has an error of its own."""
    lib, todo, lock, failed = inno.lib, list(range(0, REPLICATES, RANGE)), threading.Lock(), []

    def work(tally):
        error = c.c_void_p()
        lib.inno_error_create(None, c.byref(error))
        while True:
            with lock:
                first = todo.pop() if todo else None
            if first is None:
                break
            if lib.inno_tally_run(tally, uncertainty, first, RANGE, error) != 0:
                failed.append(lib.inno_error_message(error))
        lib.inno_error_destroy(error)

    threads = [threading.Thread(target=work, args=(tally,)) for tally in tallies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed, failed


def digest(inno, tally):
    text = c.create_string_buffer(65)
    inno.check(inno.lib.inno_tally_digest(tally, text, 65, inno.error))
    return text.value


def copy_by_bytes(inno, tally):
    """A tally of another process: written, sent, read; a changed byte is refused by name."""
    lib, needed, out = inno.lib, c.c_int64(), c.c_void_p()
    inno.check(lib.inno_tally_write(tally, None, 0, c.byref(needed), inno.error))
    buffer = c.create_string_buffer(needed.value)
    inno.check(lib.inno_tally_write(tally, buffer, needed, c.byref(needed), inno.error))
    sent = bytearray(buffer.raw)
    assert sent[:8] == b"INNTALLY" and sent[8] == 1
    sent[len(sent) // 2] ^= 1
    changed = (c.c_char * len(sent)).from_buffer(sent)
    assert lib.inno_tally_read(None, changed, len(sent), c.byref(out), inno.error) == N["INNO_E_TALLY"]
    assert "checksum" in inno.message() and not out.value
    inno.check(lib.inno_tally_read(None, buffer, needed, c.byref(out), inno.error))
    inno.made.append(("tally", out))
    return out


def quantiles_anywhere(inno, tally, units):
    """The same quantiles row by row, as a Fortran array, and inside a wider table, whose other cells stay."""
    p, got = doubles([0.05, 0.5, 0.95]), []
    for rows, columns, cells in ((24, 8, 3 * units), (8, 8 * units, 3 * units), (80, 16, 10 * units)):
        out = doubles([-7.0] * cells)
        inno.check(inno.lib.inno_tally_rank_quantiles(tally, p, 3, 7, out, rows, columns, inno.error))
        places = [(i * rows + k * columns) // 8 for i in range(units) for k in range(3)]
        got.append([out[at] for at in places])
        assert all(out[at] == -7.0 for at in set(range(cells)) - set(places))
    assert bits(got[0]) == bits(got[1]) == bits(got[2])
    return got[0]


def recount(frame, columns, parameters, units):
    """Scores of one replicate by hand: goalposts, weights, arithmetic or geometric mean over what is there."""
    choice, drawn, removed = int(parameters[0]), parameters[1:5], int(parameters[5]) == 0
    out = []
    for i in range(units):
        top = bottom = 0.0
        for row in frame:
            x = columns.get(row["code"].encode())
            if x is None or math.isnan(x[i]) or (removed and row["code"] == "UNIVERSITY"):
                continue
            low, high = float(row["lower"]), float(row["upper"])
            code = row["code"].encode()
            w = drawn[PILLARS.index(code)] if code in PILLARS else 1.0
            value = min(max((x[i] - low) / (high - low), 0.0), 1.0)
            top += w * (math.log(max(value, 0.01)) if choice else value)
            bottom += w
        out.append(math.exp(top / bottom) if choice else top / bottom)
    return out


def check_replay(inno, uncertainty, frame, columns, units):
    lib, seen = inno.lib, set()
    assert lib.inno_uncertainty_parameter_count(uncertainty) == lib.inno_uncertainty_dimension_count(uncertainty) == 6
    for replicate in [*range(40), 812345]:
        parameters, scores, ranks, again = (doubles([0.0] * n) for n in (6, units, units, units))
        inno.check(lib.inno_uncertainty_replay(uncertainty, replicate, parameters, scores, ranks, inno.error))
        inno.check(lib.inno_uncertainty_at_parameters(uncertainty, parameters, again, None, inno.error))
        assert bits(scores) == bits(again)
        wanted = recount(frame, columns, list(parameters), units)
        assert all(abs(a - b) < 1e-14 for a, b in zip(scores, wanted)), replicate
        assert all(ranks[i] == 1 + sum(s > scores[i] for s in scores) for i in range(units))
        seen.add((parameters[0], parameters[5]))
    assert len(seen) == 4, "the replicates do not show every alternative"


def check_numbers(inno, tally, units):
    """Counts, means, quantiles and the top of every unit follow from the counts of ranks."""
    lib, counts = inno.lib, doubles([0.0] * units * units)
    inno.check(lib.inno_tally_matrix(tally, N["INNO_TALLY_RANK_COUNTS"], counts, 8 * units, 8, inno.error))
    mean, top = doubles([0.0] * units), doubles([0.0] * units)
    inno.check(lib.inno_tally_unit_values(tally, N["INNO_TALLY_MEAN"], mean, 8, inno.error))
    inno.check(lib.inno_tally_unit_values(tally, N["INNO_TALLY_TOP"], top, 8, inno.error))
    found = quantiles_anywhere(inno, tally, units)
    for i in range(units):
        row = [int(x) for x in counts[i * units:(i + 1) * units]]
        ranks = [k + 1 for k, times in enumerate(row) for _ in range(times)]
        assert len(ranks) == REPLICATES
        assert abs(mean[i] - sum(ranks) / REPLICATES) < 1e-12 and top[i] == sum(row[:5]) / REPLICATES
        for k, p in enumerate((0.05, 0.5, 0.95)):
            at = p * (REPLICATES - 1)
            low, part = ranks[int(at)], at - int(at)
            assert abs(found[3 * i + k] - (low + part * (ranks[int(at) + 1] - low))) < 1e-9
    assert max(top) == 1.0 and min(top) == 0.0 and any(0.0 < t < 1.0 for t in top)


with Library(sys.argv[1]) as library:
    framework, rows = table("framework.csv"), table("data.csv")
    indicator_set, dataset, values = tai(library, framework, rows)
    posts = [(row["code"].encode(), key, row[key]) for row in framework if row["parent"] for key in ("lower", "upper")]
    normalization = scheme(library, "NORMALIZE", [(None, "rule", "goalposts"), (None, "points", 1)] + posts)
    arithmetic = scheme(library, "AGGREGATE", [(None, "rule", "arithmetic")])
    options = scheme(library, "UNCERTAINTY", [(None, "seed", 2026), (None, "top", 5), (None, "pairs", 1)])
    made = library.make("uncertainty", None, indicator_set, None, handles(normalization, arithmetic), 2, dataset,
                        assume(library, arithmetic), options)
    count = library.lib.inno_uncertainty_unit_count(made)
    assert count == len(rows) == 23
    check_replay(library, made, framework, values, count)

    whole, one, other = (library.make("tally", None, made) for _ in range(3))
    library.check(library.lib.inno_tally_run(whole, made, 0, REPLICATES, library.error))
    run_in_threads(library, made, (one, other))
    received = copy_by_bytes(library, other)
    assert digest(library, received) == digest(library, other)
    library.check(library.lib.inno_tally_merge(received, one, library.error))
    assert digest(library, received) == digest(library, whole) and len(digest(library, whole)) == 64
    assert library.lib.inno_tally_merge(received, one, library.error) == N["INNO_E_TALLY"]
    assert library.lib.inno_tally_number(received, N["INNO_TALLY_REPLICATES"]) == REPLICATES
    check_numbers(library, received, count)
print(f"{REPLICATES} replicates in two threads, merged through bytes: equal to one run")
