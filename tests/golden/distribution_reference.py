"""Writes distribution_reference.h: shares of the normal, t, chi squared and F distributions, and ln Gamma, by mpmath.

The incomplete gamma and beta functions are power series of positive terms, summed here to 376 digits, so that 1 less a
sum has digits even where 1e-300 is left. Shares below 1e-305 are written as 0.
Run: python3 distribution_reference.py (needs mpmath; about a minute)
"""
import fractions
import math
import pathlib

import mpmath
from mpmath import mp, mpf

BITS = 1250  # of the fixed point below: 1e-305, 60 bits of it, and a reserve
SMALLEST = mpf(10) ** -305


def whole(*values):
    """The doubles as integers over one power of 2."""
    ratios = [fractions.Fraction(float(v)) for v in values]
    scale = max(r.denominator for r in ratios)
    return [int(r * scale) for r in ratios] + [scale]


def series(top, place, step, x):
    """1 + x top / place + x^2 top (top + 1) / (place (place + 1)) + ..., in fixed point; top None: without it."""
    factor = int(x * mpf(2) ** BITS)
    term = total = 1 << BITS
    while term:
        term = (term * factor >> BITS) * (step if top is None else top) // place
        place += step
        top = None if top is None else top + step
        total += term
    return mpf(total) / mpf(2) ** BITS


def gamma_parts(a, x):
    """P(a, x), Q(a, x): x^a e^-x / Gamma(a + 1) times the sum of x^k / ((a + 1) ... (a + k))."""
    start, scale = whole(a)
    lower = mpmath.exp(a * mpmath.log(x) - x - mpmath.loggamma(a + 1)) * series(None, start + scale, scale, x)
    return lower, 1 - lower


def beta_series(a, b, x, y):
    """I_x(a, b): x^a y^b / (a B(a, b)) times the sum of ((a + b) ... (a + b + k - 1)) / ((a + 1) ... (a + k)) x^k."""
    first, second, scale = whole(a, b)
    size = a * mpmath.log(x) + b * mpmath.log(y) + mpmath.loggamma(a + b) - mpmath.loggamma(a + 1) - mpmath.loggamma(b)
    return mpmath.exp(size) * series(first + second, first + scale, scale, x)


def steps(a, b, x):
    """About how many terms that takes."""
    a, b, x = float(a), float(b), float(x)
    peak = max(0.0, (x * (a + b) - a) / max(1 - x, 1e-300))
    return peak + 40 * min(1 / max(1 - x, 1e-300), math.sqrt((a + peak + 1) / max(1 - x, 1e-300)) + 10)


def beta_parts(a, b, x, y):
    if steps(a, b, x) <= steps(b, a, y):
        lower = beta_series(a, b, x, y)
        return lower, 1 - lower
    upper = beta_series(b, a, y, x)
    return 1 - upper, upper


def written(*shares):
    return ["0" if v < SMALLEST else float(v).hex() for v in shares]


def normal_rows():
    sizes = (0.0, 1e-9, 0.001, 0.3, 0.67, 1.0, 1.5, 1.7320508, 1.7320509, 1.96, 2.5, 3.0, 4.7, 6.5, 10.0, 20.0, 37.3)
    for z in sizes:
        for s in (1, -1):
            share = mpmath.erfc(-s * mpf(z) / mpmath.sqrt(2)) / 2, mpmath.erfc(s * mpf(z) / mpmath.sqrt(2)) / 2
            yield [(s * z).hex()] + written(*share)


def student_rows():
    sizes = (1e-8, 0.01, 0.5, 1.0, 1.96, 2.75, 5.0, 12.0, 25.0, 36.5, 1e3, 1e10, 1e50, 1e140, 1e300)
    for df in (0.1, 0.5, 1.0, 2.0, 3.5, 10.0, 30.0, 100.0, 1e3, 1e4, 99998.0, 1e6, 1e10):
        for t in sizes:
            d, square = mpf(df), mpf(t) ** 2
            lower, upper = beta_parts(d / 2, mpf(1) / 2, d / (d + square), square / (d + square))
            if lower / 2 < SMALLEST and df > 2:
                break
            yield [t.hex(), df.hex()] + written(lower / 2, 1 - lower / 2)[::-1]


def chi_rows():
    for df in (0.1, 0.5, 1.0, 2.0, 3.0, 7.5, 30.0, 100.0, 1e3, 1e4, 1e6, 1e8):
        xs = [df + c * math.sqrt(2 * df) for c in (-30, -10, -3, -1, -0.1, 0, 0.1, 1, 1.5, 3, 10, 25)]
        if df <= 1e3:
            xs += [df * f for f in (1e-250, 1e-50, 1e-9, 0.01, 0.3, 5.0)] + [700.0, 1300.0]
        for x in sorted(set(xs)):
            if x > 0:
                yield [x.hex(), df.hex()] + written(*gamma_parts(mpf(df) / 2, mpf(x) / 2))


def f_rows():
    pairs = [(0.1, 0.1), (1, 1), (1, 10), (5, 2), (3.5, 7.25), (10, 10), (30, 100), (100, 3), (0.5, 1e4), (1e3, 1e3),
             (99999, 7), (7, 99999), (1e6, 1e6), (3, 1e10)]
    for d1, d2 in pairs:
        scale = math.sqrt(2 / d1 + 2 / d2)
        fs = [math.exp(c * scale) for c in (-25, -5, -1, -0.1, 0, 0.1, 1, 5, 25) if abs(c * scale) < 600]
        if d1 + d2 < 200:
            fs += [1e-300, 1e-200, 1e-20, 1e-3, 0.5, 1.1, 2.0, 1e3, 1e20, 1e200, 1e300]
        for f in sorted(set(fs)):
            a, b, w = mpf(d2) / 2, mpf(d1) / 2, mpf(d1) * mpf(f)
            upper, lower = beta_parts(a, b, d2 / (d2 + w), w / (d2 + w))
            yield [f.hex(), float(d1).hex(), float(d2).hex()] + written(lower, upper)


def gamma_rows():
    for x in (1e-300, 1e-10, 0.1, 0.5, 0.9, 0.999, 1.0, 1.001, 1.5, 1.99, 2.0, 2.01, 3.7, 9.5, 15.9, 16.0, 100.25, 1e5,
              1e17, 1e19, 1e200):
        yield [x.hex(), float(mpmath.loggamma(mpf(x))).hex()]


def table(name, kind, rows):
    lines = ["  {" + ", ".join(r) + "}," for r in rows]
    return [f"static const {kind} {name}[{len(lines)}] = {{", *lines, "};", ""]


def main():
    lines = ["/* Written by distribution_reference.py; do not edit. Shares below 1e-305 are 0. */",
             "#ifndef TESTS_GOLDEN_DISTRIBUTION_REFERENCE_H", "#define TESTS_GOLDEN_DISTRIBUTION_REFERENCE_H", "",
             "typedef struct {", "  double x, lower, upper;", "} share1;", "",
             "typedef struct {", "  double x, df, lower, upper;", "} share2;", "",
             "typedef struct {", "  double x, df1, df2, lower, upper;", "} share3;", "",
             "typedef struct {", "  double x, result;", "} value1;", ""]
    mp.dps = 400
    lines += table("reference_log_gamma", "value1", gamma_rows())
    lines += table("reference_normal", "share1", normal_rows())
    lines += table("reference_chi_squared", "share2", chi_rows())
    lines += table("reference_student", "share2", student_rows())
    lines += table("reference_f", "share3", f_rows())
    lines += ["#endif", ""]
    path = pathlib.Path(__file__).with_name("distribution_reference.h")
    path.write_text("\n".join(lines), encoding="ascii", newline="\n")


if __name__ == "__main__":
    main()
