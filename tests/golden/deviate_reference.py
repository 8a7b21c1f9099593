"""Writes deviate_reference.h, exact quantiles of the normal distribution; prints the coefficients of
lib/numeric/deviate.c, and how far the rational functions are from what they stand for.

Numerator and denominator of one degree that meet the quantile of the normal distribution at Chebyshev's points.
Run: python3 deviate_reference.py (needs mpmath)
"""
import pathlib
import random

import mpmath

mpmath.mp.dps = 80


EDGE = mpmath.mpf(0.425 * 0.425)


def middle(x):
    """Quantile of 1/2 + sqrt(r), over sqrt(r), with r = EDGE - x: so no coefficient is below 0 and nothing cancels."""
    r = EDGE - x
    if r == 0:
        return mpmath.sqrt(2 * mpmath.pi)
    return mpmath.sqrt(2) * mpmath.erfinv(2 * mpmath.sqrt(r)) / mpmath.sqrt(r)


def tail(x):
    """Quantile of 1 - exp(-(x + 1.6)^2)."""
    return mpmath.sqrt(2) * mpmath.erfinv(1 - 2 * mpmath.exp(-(x + mpmath.mpf(1.6)) ** 2))


def rational(f, low, high, degree):
    count = 2 * degree + 1
    rows, right = [], []
    for i in range(count):
        x = (low + high) / 2 - (high - low) / 2 * mpmath.cos((2 * i + 1) * mpmath.pi / (2 * count))
        y = f(x)
        rows.append([x**j for j in range(degree + 1)] + [-y * x**j for j in range(1, degree + 1)])
        right.append(y)
    found = mpmath.lu_solve(mpmath.matrix(rows), mpmath.matrix(right))
    return list(found[:degree + 1]), [mpmath.mpf(1)] + list(found[degree + 1:])


def show(name, f, low, high, degree):
    over, under = rational(f, low, high, degree)
    rounded = [[mpmath.mpf(float(c)) for c in part] for part in (over, under)]
    worst = 0
    for i in range(2001):
        x = low + (high - low) * i / 2000
        value = mpmath.polyval(rounded[0][::-1], x) / mpmath.polyval(rounded[1][::-1], x)
        worst = max(worst, abs(value / f(x) - 1))
    print(f"/* {name}: within {mpmath.nstr(worst, 3)} */")
    for part in (over, under):
        print("{" + ", ".join(float(c).hex() for c in part) + "},")
    print("/* least coefficient", mpmath.nstr(min(over + under), 3), "*/")


def shares():
    """Halves and what is between them down to 2^-53, the seam at 0.075, the middle, and some of anywhere."""
    draw = random.Random(7)
    found = [2.0**-e * (1 + i / 8) for e in range(2, 54) for i in range(8)]
    found += [0.075 + i * 2.0**-53 for i in range(-20, 21)] + [0.5 - 2.0**-e for e in range(3, 54)]
    return sorted({u for u in found + [draw.uniform(0, 0.5) for _ in range(400)] if 2.0**-53 <= u < 0.5})


def write():
    rows = [(u, float(-mpmath.sqrt(2) * mpmath.erfinv(1 - 2 * mpmath.mpf(u)))) for u in shares()]
    lines = ["/* Written by deviate_reference.py; do not edit. Shares and quantiles, rounded once. */",
             "#ifndef TESTS_GOLDEN_DEVIATE_REFERENCE_H", "#define TESTS_GOLDEN_DEVIATE_REFERENCE_H", "",
             f"static const double deviates[{len(rows)}][2] = {{"]
    lines += [f"    {{{u.hex()}, {z.hex()}}}," for u, z in rows] + ["};", "", "#endif", ""]
    path = pathlib.Path(__file__).with_name("deviate_reference.h")
    path.write_text("\n".join(lines), encoding="ascii", newline="\n")


def main():
    write()
    show("middle", middle, mpmath.mpf(0), EDGE, 8)
    show("tail", tail, mpmath.mpf(0), mpmath.mpf("4.5"), 9)


if __name__ == "__main__":
    main()
