#!/usr/bin/env python3
"""Writes implied_reference.h: weights that printed tables imply, by programs that share nothing with the library.

Least squares: every set of weights above 0 in turn, in exact fractions, the best feasible one; SciPy's lsq_linear with a
heavy row for the sum must agree to 1e-6. Programs: SciPy's linprog (HiGHS). Usage: implied_reference.py > implied_reference.h
Needs python3 with numpy and scipy (written with SciPy 1.10.1); the tests need neither."""
import itertools
import math
from fractions import Fraction

import numpy as np
from scipy.optimize import linprog, lsq_linear

N = 14


def uniform(seed):
    while True:
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        yield (seed >> 11) / 2**53


def solve(a, b):
    """Gauss in fractions; None when singular."""
    n = len(b)
    m = [row[:] + [x] for row, x in zip(a, b)]
    for c in range(n):
        p = next((r for r in range(c, n) if m[r][c] != 0), None)
        if p is None:
            return None
        m[c], m[p] = m[p], m[c]
        for r in range(n):
            if r != c and m[r][c] != 0:
                f = m[r][c] / m[c][c]
                m[r] = [x - f * y for x, y in zip(m[r], m[c])]
    return [m[r][n] / m[r][r] for r in range(n)]


def least_squares(x, y):
    """Exact: weights, sum of squares, variances of the weights above 0."""
    k, best = len(x), None
    d = [[Fraction(v) - Fraction(t) for v, t in zip(col, y)] for col in x]
    q = [[sum(a * b for a, b in zip(d[i], d[j])) for j in range(k)] for i in range(k)]
    for size in range(1, k + 1):
        for s in itertools.combinations(range(k), size):
            # minimize w'Qw with sum w = 1: Q w = mu 1
            kkt = [[q[i][j] for j in s] + [Fraction(-1)] for i in s] + [[Fraction(1)] * size + [Fraction(0)]]
            w = solve(kkt, [Fraction(0)] * size + [Fraction(1)])
            if w is None or any(v <= 0 for v in w[:size]):
                continue
            square = sum(w[a] * w[b] * q[s[a]][s[b]] for a in range(size) for b in range(size))
            if best is None or square < best[0]:
                # the inverse's upper left block is the covariance for errors of variance 1
                cov = [solve(kkt, [Fraction(int(r == c)) for r in range(size)] + [Fraction(0)])[c] for c in range(size)]
                best = (square, s, w[:size], cov)
    square, s, w, cov = best
    weights, variance = [0.0] * k, [math.nan] * k
    for at, i in enumerate(s):
        weights[i], variance[i] = float(w[at]), float(cov[at])
    heavy = 1e4
    a = np.vstack([np.array(x).T, heavy * np.ones(k)])
    check = lsq_linear(a, np.append(np.array(y), heavy), bounds=(0, 1), tol=1e-15, max_iter=1000).x
    assert np.allclose(check, weights, atol=1e-5), (check, weights)
    return weights, variance, float(square), len(s)


def programs(low, high, y_low, y_high):
    """Least excess in widths, and the ends of every weight at an excess of 0."""
    k, n = len(low), len(y_low)
    width = [b - a for a, b in zip(y_low, y_high)]
    rows, bounds = [], []
    for i in range(n):
        rows.append([-high[c][i] for c in range(k)] + [-width[i]])
        bounds.append(-y_low[i])
        rows.append([low[c][i] for c in range(k)] + [-width[i]])
        bounds.append(y_high[i])
    equal = [[1.0] * k + [0.0]]
    def run(cost, t):
        return linprog(cost, A_ub=rows, b_ub=bounds, A_eq=equal, b_eq=[1.0], bounds=[(0, 1)] * k + [t], method="highs")
    excess = run([0.0] * k + [1.0], (None, None)).fun
    lower, upper = [math.nan] * k, [math.nan] * k
    for c in range(k) if excess <= 0 else ():
        cost = [float(j == c) for j in range(k)] + [0.0]
        lower[c] = run(cost, (0, 0)).fun
        upper[c] = -run([-v for v in cost], (0, 0)).fun
    return excess, lower, upper


def number(v):
    return "NAN" if math.isnan(v) else repr(float(v))


def case(name, weights, decimals, geometric=False, spoil=None, twin=False, seed=7):
    u = uniform(seed)
    k = len(weights)
    raw = [[20 + 60 * next(u) for _ in range(N)] for _ in range(k)]
    if twin:
        raw[1] = raw[0][:]
    if geometric:
        y = [math.exp(sum(w * math.log(raw[c][i]) for c, w in enumerate(weights))) for i in range(N)]
    else:
        y = [sum(w * raw[c][i] for c, w in enumerate(weights)) for i in range(N)]
    if spoil:
        y[spoil[0]] += spoil[1]
    half = 0.5 * 10**-decimals
    x, y = [[round(v, decimals) for v in col] for col in raw], [round(v, decimals) for v in y]
    f = math.log if geometric else float
    fx, fy = [[f(v) for v in col] for col in x], [f(v) for v in y]
    low, high = [[f(v - half) for v in col] for col in x], [[f(v + half) for v in col] for col in x]
    w, variance, square, free = least_squares(fx, fy) if not twin else ([math.nan] * k, [math.nan] * k, math.nan, 0)
    if twin:  # the weight of the pair together is unique
        pair, _, square, free = least_squares([fx[0]] + fx[2:], fy)
        w[0], w[2:] = pair[0], pair[1:]
    sd = math.sqrt(square / (N - (free - 1)))
    excess, lower, upper = programs(low, high, [f(v - half) for v in y], [f(v + half) for v in y])
    print(f"    {{\"{name}\", {k}, {decimals}, {int(geometric)}, {int(twin)},")
    print("     {" + ",\n      ".join("{" + ", ".join(map(repr, col)) + "}" for col in x) + "},")
    print("     {" + ", ".join(map(repr, y)) + "},")
    for values in (w, [sd * math.sqrt(v) if not math.isnan(v) else math.nan for v in variance], lower, upper):
        print("     {" + ", ".join(map(number, values)) + "},")
    print(f"     {sd!r}, {excess!r}}},")


print("/* Written by implied_reference.py: exact fractions and SciPy's linprog. Do not edit. */")
print("#ifndef TESTS_IMPLIED_REFERENCE_H\n#define TESTS_IMPLIED_REFERENCE_H\n\n#include <math.h>\n")
print(f"enum {{ IMPLIED_UNITS = {N}, IMPLIED_PARTS = 6 }};\n")
print("""/* pair: the first two parts are the same, weight[0] is that of both together. */
typedef struct {
  const char *name;
  int k, decimals, geometric, pair;
  double x[IMPLIED_PARTS][IMPLIED_UNITS], y[IMPLIED_UNITS];
  double weight[IMPLIED_PARTS], error[IMPLIED_PARTS], lower[IMPLIED_PARTS], upper[IMPLIED_PARTS];
  double sd, excess;
} implied_case;
""")
print("static const implied_case implied_cases[] = {")
case("inner", [0.4, 0.35, 0.25], 1)
case("six parts, two decimals", [0.1, 0.1, 0.1, 0.2, 0.25, 0.25], 2, seed=11)
case("a weight of 0", [0.5, 0.0, 0.3, 0.2], 1, seed=3)
case("two weights that least squares push below 0", [0.97, 0.02, 0.0, 0.01], 0, seed=19)
case("a misprint", [0.4, 0.35, 0.25], 1, spoil=(5, 2.0))
case("other weights than any", [1.3, -0.3], 2, seed=5)
case("one part twice", [0.3, 0.3, 0.4], 1, twin=True)
case("geometric", [1 / 3, 1 / 3, 1 / 3], 2, geometric=True, seed=23)
case("geometric with a misprint", [0.5, 0.25, 0.25], 1, geometric=True, spoil=(0, -1.5), seed=29)
print("};\n\n#endif")
