"""JSON and fingerprints through ctypes: Python's json reads every text that the library writes, gives the same doubles and
writes the same bytes; hashlib hashes the canonical form, built here a second time, to the same fingerprint."""
import ctypes as c
import hashlib
import json
import math
import random
import re
import struct
import sys
from decimal import Decimal

from innoscore import N, NAN, Library, bits

UNITS = [b"H\xc3\xa0 N\xe1\xbb\x99i", b'quote " and \\', b"C", b"D", b"E", b"F", b"G"]
COLUMNS = {b"a": [1, 2, NAN, 5, 7, 0.1, -0.0], b"b": [3, 1, 4, 1, 5, 9, 2.5], b"d": [10, 20, 30, 40, 50, 60, 70]}
GROUPS = {b"region": [b"north", b"north", b"south", None, b"south", b"north", b"east"], b"coast": [b"1", b"", b"1", b"0", b"0", b"1", b"1"]}


def number(value):
    """A double as RFC 8785 writes it, from Python's own shortest digits; but minus zero keeps its sign."""
    if value == 0:
        return "-0.0" if math.copysign(1, value) < 0 else "0"
    sign, digits, exponent = Decimal(repr(value)).normalize().as_tuple()
    text, point = "".join(map(str, digits)), len(digits) + exponent
    if point > 21 or point <= -6:
        text = text[0] + ("." + text[1:] if len(text) > 1 else "") + f"e{point - 1:+d}"
    elif point <= 0:
        text = "0." + "0" * -point + text
    else:
        text = text.ljust(point, "0")
        text = text[:point] + ("." + text[point:] if len(text) > point else "")
    return "-" * sign + text


def dumps(value):
    if isinstance(value, dict):
        return "{" + ",".join(dumps(k) + ":" + dumps(v) for k, v in sorted(value.items())) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(dumps, value)) + "]"
    return number(value) if isinstance(value, float) else json.dumps(value, ensure_ascii=False)


def fingerprint(library, function, *arguments):
    buffer = c.create_string_buffer(N["INNO_FINGERPRINT_BYTES"])
    library.check(function(*arguments, buffer, len(buffer), library.error))
    return buffer.value.decode()


def canonical_json(raw):
    """Parsed, after the bytes were written the same by Python."""
    text = raw.decode("utf-8")
    value = json.loads(text)
    assert dumps(value) == text
    plain = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert plain == text or re.search(r"\de[+-]\d|-0\.0", plain)  # where Python writes exponents in its own way
    return value


def read(library, raw):
    handle = c.c_void_p()
    status = library.lib.inno_method_read_json(None, raw, len(raw), c.byref(handle), library.error)
    if status == 0:
        library.made.append(("method", handle))
    return status, handle


def same_method(library, method):
    lib = library.lib
    raw = library.text(lib.inno_method_write_json, method)
    value = canonical_json(raw)
    status, again = read(library, raw)
    library.check(status)
    assert fingerprint(library, lib.inno_method_fingerprint, again) == value["fingerprint"]
    assert fingerprint(library, lib.inno_method_fingerprint, method) == value["fingerprint"]
    assert library.text(lib.inno_method_write_json, again) == raw
    # as another program would write it: other white space, order of names, escapes
    other = json.dumps(dict(reversed(value.items())), indent=3).encode()
    status, again = read(library, other)
    library.check(status)
    assert library.text(lib.inno_method_write_json, again) == raw
    return value


def hard_doubles():
    draw = random.Random(8785)
    for power in range(-1074, 1024):
        yield math.ldexp(1.0, power)
        if power > -1000:
            yield math.nextafter(math.ldexp(1.0, power), 0.0)
            yield math.nextafter(math.ldexp(1.0, power), math.inf)
    for power in range(-323, 309):
        yield float(f"1e{power}")
        yield float(f"9.5e{min(power, 307)}")
    for _ in range(20000):
        value = struct.unpack("d", struct.pack("Q", draw.getrandbits(63)))[0]
        if 0 < value < math.inf:
            yield value
    for _ in range(5000):
        yield round(draw.uniform(0.001, 100), draw.randrange(1, 17)) or 1.0
        yield float(draw.getrandbits(draw.randrange(1, 70)) + 1)


def test_doubles(library):
    """Every double is in a text as the scale of a denominator; the text is Python's, digit for digit."""
    values = list(hard_doubles())
    nodes = library.make("indicator_set", None)
    library.check(library.lib.inno_indicator_set_add(nodes, b"index", None, library.error))
    for i, value in enumerate(values):
        code = b"x%d" % i
        library.check(library.lib.inno_indicator_set_add(nodes, code, b"index", library.error))
        library.check(library.lib.inno_indicator_set_denominator(nodes, code, b"people", value, library.error))
    library.check(library.lib.inno_indicator_set_freeze(nodes, library.error))
    value = same_method(library, library.method(nodes, []))
    assert [float(node["scale"]) for node in value["nodes"][:-1]] == values
    return len(values)


def data_canonical(units, columns, groups):
    def hexfloat(value):
        if value != value:
            return "nan"
        mantissa, _, power = float(value + 0.0 if value else 0.0).hex().partition("p")
        head, _, tail = mantissa.partition(".")
        tail = tail.rstrip("0")
        return head + ("." + tail if tail else "") + "p" + power
    lines = ["innoscore data 1"] + [f"unit\t{unit.decode()}" for unit in units]
    lines += ["\t".join(["column", code.decode(), *map(hexfloat, x)]) for code, x in sorted(columns.items())]
    lines += ["\t".join(["group", name.decode(), *((label or b"").decode() for label in x)]) for name, x in sorted(groups.items())]
    return "".join(line + "\n" for line in lines).encode()


def dataset(library, columns, groups, units=UNITS):
    made = library.dataset(units, columns)
    for name, labels in groups.items():
        library.check(library.lib.inno_dataset_add_group(made, name, (c.c_char_p * len(labels))(*labels), library.error))
    return made


def test_data(library):
    of = library.lib.inno_dataset_fingerprint
    data = dataset(library, COLUMNS, GROUPS)
    wanted = hashlib.sha256(data_canonical(UNITS, COLUMNS, GROUPS)).hexdigest()
    assert fingerprint(library, of, data) == wanted
    turned = dataset(library, dict(reversed(COLUMNS.items())), dict(reversed(GROUPS.items())))
    assert fingerprint(library, of, turned) == wanted
    zero = {**COLUMNS, b"a": [0.0 if x == 0 else x for x in COLUMNS[b"a"]]}
    assert fingerprint(library, of, dataset(library, zero, GROUPS)) == wanted
    changed = {k: list(v) for k, v in COLUMNS.items()}
    changed[b"b"][3] = math.nextafter(1.0, 2.0)
    for other in (dataset(library, changed, GROUPS), dataset(library, COLUMNS, {}), dataset(library, COLUMNS, GROUPS, UNITS[:5] + [b"f", b"G"]),
                  dataset(library, COLUMNS, {**GROUPS, b"region": [b"North", *GROUPS[b"region"][1:]]})):
        assert fingerprint(library, of, other) != wanted
    return data


def test_result(library, data):
    lib = library.lib
    nodes = library.indicator_set([(b"index", None, 1, 1.0), (b"p", b"index", 1, 0.1), (b"a", b"p", -1, 2.5), (b"b", b"p", 1, 1e-7),
                                   (b"d", b"index", 1, 1e21)])
    method = library.method(nodes, [("impute", {"rule": "median"}), ("treat", {"rules": "winsorize, log_ct"}), ("normalize", {}),
                                    ("aggregate", {}), ("rank", {"ties": "fractional"})])
    same_method(library, method)
    result = library.make("result", None, method, data, N["INNO_KEEP_ALL"])
    value = canonical_json(library.text(lib.inno_result_write_json, result, method, data))
    assert value["format"] == "innoscore result 1" and value["held_frames"] is False
    assert [unit.encode() for unit in value["units"]] == UNITS
    assert [node["code"] for node in value["nodes"]] == ["a", "b", "d", "p", "index"]
    for j, (scores, ranks, coverage) in enumerate(zip(value["scores"], value["ranks"], value["coverage"], strict=True)):
        for got, function, more in ((scores, lib.inno_result_scores, ()), (ranks, lib.inno_result_ranks, (None,)),
                                    (coverage, lib.inno_result_coverage, ())):
            want = library.column(function, result, j, *more)
            assert bits(NAN if x is None else float(x) for x in got) == bits(want), (j, got, want)
    assert [step["step"] for step in value["steps"]] == ["impute", "treat", "normalize", "aggregate", "rank"]
    for k, step in enumerate(value["steps"][:3]):
        for j, values in enumerate(step["values"]):
            assert bits(NAN if x is None else float(x) for x in values) == bits(library.column(lib.inno_result_values, result, k, j))
    assert value["raw"][0][2] is None and value["steps"][0]["marks"][0][2] == N["INNO_MARK_IMPUTED"]
    for name, kind in (("frame", "FRAME"), ("treatment", "TREATMENT"), ("weight", "WEIGHT")):
        table, count = value["records"][name], lib.inno_result_record_count(result, N["INNO_RECORD_" + kind])
        assert count > 0 and all(len(column) == count for column in table.values())
        assert len(table) == lib.inno_field_count(N["INNO_RECORD_" + kind])
    canonical = library.text(lib.inno_method_canonical, method)
    assert value["method"] == hashlib.sha256(canonical).hexdigest()
    assert value["data"] == fingerprint(library, lib.inno_dataset_fingerprint, data)
    both = hashlib.sha256(canonical + data_canonical(UNITS, COLUMNS, GROUPS)).hexdigest()
    assert value["fingerprint"] == both == fingerprint(library, lib.inno_inputs_fingerprint, method, data)
    other = dataset(library, {**COLUMNS, b"b": [3.5, 1, 4, 1, 5, 9, 2.5]}, GROUPS)
    needed = c.c_int64()
    assert lib.inno_result_write_json(result, method, other, None, 0, c.byref(needed), library.error) == N["INNO_E_ARGUMENT"]
    assert "dataset" in library.message()
    bare = canonical_json(library.text(lib.inno_result_write_json, library.make("result", None, method, data, 0), method, data))
    assert "coverage" not in bare and "raw" not in bare and bare["scores"] == value["scores"] and "frame" not in bare["records"]


def test_refused(library):
    nodes = library.indicator_set([(b"index", None, 1, 1.0), (b"a", b"index", 1, 1.0)])
    raw = library.text(library.lib.inno_method_write_json, library.method(nodes, []))
    for wanted, old, new in (("ends too early", raw, raw[:-1]), ("line 1, column 1:", raw, b"x"), ("there twice", b'{"code":"a"', b'{"code":"a","code":"a"'),
                             ("no meaning", b'"direction"', b'"directio"'), ("missing", b'"format":"innoscore method 1",', b""),
                             ("follows", raw, raw + b"]"), ("nested", raw, b"[" * 100), ("fingerprint", b'"upper":100', b'"upper":101'),
                             ("double", b'"upper":100', b'"upper":1e999'), ("direction", b'"direction":1', b'"direction":2'),
                             ("must be a list", b'"nodes":["a"]', b'"nodes":7'), ("integer", b'"truncate":0', b'"truncate":0.5'),
                             ("format", b"method 1", b"method 2"), ("line 2, column 3:", raw, b"{\n  x")):
        assert old in raw, old
        status, handle = read(library, raw.replace(old, new, 1))
        assert status != 0 and not handle and wanted in library.message(), (new[:60], library.message())


if __name__ == "__main__":
    with Library(sys.argv[1]) as library:
        made = test_data(library)
        test_result(library, made)
        test_refused(library)
        tried = test_doubles(library)
        print(f"JSON and fingerprints: Python agrees, on {tried} doubles digit for digit")
