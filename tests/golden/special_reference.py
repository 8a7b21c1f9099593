"""Writes special_reference.h: log, log10, exp and pow by Python's decimal module at 80 digits.

Each row holds the arguments, the exact result rounded to a double, the exponent of one ulp of the exact result, and the
part of an ulp that the rounding dropped, so that a test sees errors far below one ulp.
Run: python3 special_reference.py
"""
import decimal
import fractions
import math
import pathlib
import random

decimal.getcontext().prec = 80
decimal.getcontext().Emax = 10**8
decimal.getcontext().Emin = -10**8
LARGEST = fractions.Fraction(2) ** 1024 - fractions.Fraction(2) ** 970  # from here a double rounds to infinity
draw = random.Random(20240611)


def neighbours(x, steps=2):
    """x and a few doubles on both sides."""
    found = [x]
    low = high = x
    for _ in range(steps):
        low, high = math.nextafter(low, -math.inf), math.nextafter(high, math.inf)
        found += [low, high]
    return [v for v in found if math.isfinite(v)]


def around(x):
    """Doubles at growing distances from x."""
    return [x * (1 + sign * 2.0**-k) for k in range(1, 53) for sign in (1, -1)]


def any_positive():
    return math.ldexp(draw.uniform(1, 2), draw.randint(-1022, 1023))


# Found by searching 6e7 arguments with quadruple precision: where this library errs most.
WORST_LOG = ["0x1.65931acaad6bfp+0", "0x1.6872f75ba05e3p-1", "0x1.68caf931d2f54p-1"]
WORST_EXP = ["-0x1.f154fb3fbd22cp+8", "0x1.90d3e434d984ep+1", "0x1.8fa451106a224p+1"]
WORST_POW = [
    ("0x1.e25c9ed01e578p+343", "-0x1.775831af43737p+1"), ("0x1.33e5640893d72p-13", "-0x1.1fd2e622d2c46p+3"),
    ("0x1.05bbcf112f253p+0", "0x1.9711c5d197daep+14"), ("0x1.fffffffffcf9p-1", "-0x1.0d49ac5d23125p+45"),
    ("0x1.4a04c995d8919p+4", "-0x1.d4346c8c1fe31p+7"), ("0x1.b3c756159c9b2p-1", "0x1.12b588075d223p+12"),
]


def log_arguments():
    xs = [float.fromhex(x) for x in WORST_LOG]
    xs += around(1.0) + neighbours(1.0, 8)
    for edge in (math.sqrt(2), math.sqrt(0.5), math.e, 2.0, 0.5, 10.0, 5e-324, 2.0**-1022, 1.7976931348623157e308):
        xs += neighbours(edge, 3)
    xs += [10.0**k for k in range(-22, 23)] + [float(k) for k in range(2, 130)]
    xs += [math.ldexp(draw.uniform(1, 2), draw.randint(-1074, -1022)) for _ in range(40)]
    xs += [draw.uniform(0.5, 2) for _ in range(200)] + [draw.uniform(0, 1000) for _ in range(150)]
    xs += [any_positive() for _ in range(200)]
    return sorted({x for x in xs if x > 0})


def exp_arguments():
    xs = [float.fromhex(x) for x in WORST_EXP] + [float(k) for k in range(-30, 31)]
    for k in range(-12, 13):  # where the reduction changes its multiple of ln 2, and where nothing remains
        xs += neighbours((k + 0.5) * math.log(2), 1) + neighbours(k * math.log(2), 1)
    for k in (-1074, -1022, -1021, -700, 700, 1023):
        xs += neighbours((k + 0.5) * math.log(2), 1) + neighbours(k * math.log(2), 1)
    for edge in (709.782712893384, -708.3964185322641, -744.4400719213812, -745.1332191019411):
        xs += neighbours(edge, 3)
    xs += [sign * 2.0**-k for k in range(0, 60) for sign in (1, -1)]
    xs += [draw.uniform(-1, 1) for _ in range(200)] + [draw.uniform(-10, 10) for _ in range(200)]
    xs += [draw.uniform(-745, 709) for _ in range(300)] + [draw.uniform(-745.2, -708) for _ in range(100)]
    return sorted({x for x in xs})


def pow_arguments():
    pairs = [(float.fromhex(x), float.fromhex(y)) for x, y in WORST_POW]
    pairs += [(float(x), float(y)) for x in range(2, 13) for y in range(-12, 13) if y]
    pairs += [(draw.uniform(0, 100), y) for y in (0.5, -0.5, 1 / 3, 2.0, 3.0, -1.0, 0.1, 0.9, 1.5) for _ in range(30)]
    pairs += [(1 + draw.uniform(-0.3, 0.5), 1.0 / draw.randint(2, 30)) for _ in range(100)]  # growth rates
    pairs += [(-float(draw.randint(1, 50)), float(draw.randint(-40, 40))) for _ in range(60)]
    for _ in range(300):  # x close to 1, y huge
        x = 1 + draw.uniform(-0.5, 0.5) * 2.0 ** -draw.randint(0, 51)
        if x != 1:
            pairs.append((x, draw.uniform(-745, 709.7) / math.log(x)))
    for _ in range(500):  # the whole range of results
        x = any_positive()
        pairs.append((x, draw.uniform(-745, 709.7) / math.log(x)))
    for _ in range(150):  # results near the ends of the range
        x = any_positive()
        pairs.append((x, draw.choice([draw.uniform(-745.1, -708), draw.uniform(709.5, 709.78)]) / math.log(x)))
    for _ in range(100):  # y tiny: results close to 1
        pairs.append((any_positive(), draw.uniform(-1, 1) * 2.0 ** -draw.randint(1, 62)))
    return sorted({p for p in pairs if p[0] != 0})


def row(arguments, exact):
    exact = fractions.Fraction(exact)
    size = abs(exact)
    if size >= LARGEST:
        return None  # the test of special cases has the overflows
    exponent = -1074
    if size:
        top = size.numerator.bit_length() - size.denominator.bit_length()
        if fractions.Fraction(2) ** top > size:
            top -= 1
        exponent = max(top - 52, -1074)
    rounded = exact.numerator / exact.denominator  # Python rounds this division correctly
    part = (exact - fractions.Fraction(rounded)) / fractions.Fraction(2) ** exponent
    cells = [v.hex() for v in arguments] + [rounded.hex(), str(exponent), f"{float(part):.7f}"]
    return "  {" + ", ".join(cells) + "},"


def power(x, y):
    if y == int(y) and abs(y) <= 40:  # exact, so that integers are what they are
        return fractions.Fraction(x) ** int(y)
    return (decimal.Decimal(y) * decimal.Decimal(x).ln()).exp()


def table(name, kind, rows):
    rows = [r for r in rows if r is not None]
    return [f"static const {kind} {name}[{len(rows)}] = {{", *rows, "};", ""]


def main():
    logs, exps, pows = log_arguments(), exp_arguments(), pow_arguments()
    lines = [
        "/* Written by special_reference.py; do not edit. Exact result = result + part * 2^exponent. */",
        "#ifndef TESTS_GOLDEN_SPECIAL_REFERENCE_H", "#define TESTS_GOLDEN_SPECIAL_REFERENCE_H", "",
        "typedef struct {", "  double x, result;", "  int exponent;", "  double part;", "} reference;", "",
        "typedef struct {", "  double x, y, result;", "  int exponent;", "  double part;", "} reference2;", "",
    ]
    lines += table("reference_log", "reference", [row((x,), decimal.Decimal(x).ln()) for x in logs])
    lines += table("reference_log10", "reference", [row((x,), decimal.Decimal(x).log10()) for x in logs])
    lines += table("reference_exp", "reference", [row((x,), decimal.Decimal(x).exp()) for x in exps])
    lines += table("reference_pow", "reference2", [row((x, y), power(x, y)) for x, y in pows])
    lines += ["#endif", ""]
    path = pathlib.Path(__file__).with_name("special_reference.h")
    path.write_text("\n".join(lines), encoding="ascii", newline="\n")


if __name__ == "__main__":
    main()
