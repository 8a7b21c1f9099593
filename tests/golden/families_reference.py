"""Writes families_reference.h: reliability and adequacy of small tables, computed anew with other means than the
library's, with NumPy and the definitions only.

Alpha and Guttman's lambdas from sums of columns and their variances (lambda 4 by trying every split of the columns and
adding up the units; lambda 6 by regressions), not from sums of a covariance matrix; where values are missing from the
covariances of each pair of columns. One factor by iterated communalities (principal axes), which rests where the least
squares of the library do. KMO by regressions: a partial correlation is the correlation of residuals. Bartlett's
chi squared from the determinant, its p-value by the finite sums that whole degrees of freedom have.
Run: python3 families_reference.py (needs NumPy)
"""
import itertools
import math
import pathlib
import random

import numpy

draw = random.Random(20261126)


def table(n, loadings, scales, gaps=0.0):
    rows = []
    for _ in range(n):
        f = draw.gauss(0, 1)
        row = []
        for l, s in zip(loadings, scales):
            there = draw.random() >= gaps
            row.append(round(s * (l * f + (1 - l * l) ** 0.5 * draw.gauss(0, 1)), 3) if there else math.nan)
        rows.append(row)
    return numpy.array(rows)


def both(x, i, j):
    use = ~numpy.isnan(x[:, i]) & ~numpy.isnan(x[:, j])
    return x[use, i], x[use, j]


def pairwise(x, what):
    k = x.shape[1]
    return numpy.array([[what(*both(x, i, j)) for j in range(k)] for i in range(k)])


def covariance(p, q):
    return float(numpy.dot(p - p.mean(), q - q.mean()) / (len(p) - 1))


def correlation(p, q):
    return covariance(p, q) / math.sqrt(covariance(p, p) * covariance(q, q))


def variance(x):
    return covariance(x, x)


def without(x, j):
    return numpy.delete(x, j, axis=1)


# ---- complete data ----

def alpha(x):
    k = x.shape[1]
    return k / (k - 1) * (1 - sum(variance(x[:, j]) for j in range(k)) / variance(x.sum(axis=1)))


def standardized(x):
    return (x - x.mean(axis=0)) / numpy.array([math.sqrt(variance(c)) for c in x.T])


def residual(x, y):
    design = numpy.column_stack([numpy.ones(len(x)), x])
    return y - design @ numpy.linalg.lstsq(design, y, rcond=None)[0]


def halves(x):
    k, best = x.shape[1], -math.inf
    total = variance(x.sum(axis=1))
    for size in range(1, k // 2 + 1):
        for part in itertools.combinations(range(k), size):
            rest = [j for j in range(k) if j not in part]
            a, b = x[:, list(part)].sum(axis=1), x[:, rest].sum(axis=1)
            best = max(best, 2 * (1 - (variance(a) + variance(b)) / total))
    return best


def lambdas(x):
    k, total = x.shape[1], variance(x.sum(axis=1))
    c = numpy.array([[covariance(x[:, i], x[:, j]) for j in range(k)] for i in range(k)])
    off = c - numpy.diag(numpy.diag(c))
    one = 1 - sum(variance(x[:, j]) for j in range(k)) / total
    left = sum((residual(without(x, j), x[:, j]) ** 2).sum() for j in range(k)) / (len(x) - 1)
    return [one, one + math.sqrt(k / (k - 1) * (off ** 2).sum()) / total, alpha(x), halves(x),
            one + 2 * math.sqrt(max((off ** 2).sum(axis=0))) / total, 1 - left / total]


# ---- one factor ----

def axes(r):
    """Communalities put on the diagonal until they stay."""
    common = numpy.full(len(r), 0.5)
    for _ in range(20000):
        values, vectors = numpy.linalg.eigh(r - numpy.diag(numpy.diag(r)) + numpy.diag(common))
        loading = vectors[:, -1] * math.sqrt(values[-1])
        if abs(loading ** 2 - common).max() < 1e-16:
            break
        common = loading ** 2
    return loading if loading.sum() > 0 else -loading


def omega(loading):
    """None where a communality is above 1."""
    if (loading ** 2).max() > 1:
        return math.nan
    return loading.sum() ** 2 / (loading.sum() ** 2 + (1 - loading ** 2).sum())


# ---- adequacy ----

def partial(x, i, j):
    rest = numpy.delete(x, [i, j], axis=1)
    return correlation(residual(rest, x[:, i]), residual(rest, x[:, j]))


def kmo(x):
    k = x.shape[1]
    r2 = numpy.array([[correlation(x[:, i], x[:, j]) ** 2 if i != j else 0 for j in range(k)] for i in range(k)])
    q2 = numpy.array([[partial(x, i, j) ** 2 if i != j else 0 for j in range(k)] for i in range(k)])
    return r2.sum() / (r2.sum() + q2.sum()), r2.sum(axis=0) / (r2.sum(axis=0) + q2.sum(axis=0))


def chi_squared_above(x, df):
    """Even: e^-y times a partial exponential series, y = x / 2. Odd: erfc(sqrt y) and one more sum."""
    y = x / 2
    if df % 2 == 0:
        return math.exp(-y) * sum(y ** i / math.factorial(i) for i in range(df // 2))
    return math.erfc(math.sqrt(y)) + math.exp(-y) * sum(y ** (i - 0.5) / math.gamma(i + 0.5)
                                                        for i in range(1, (df + 1) // 2))


def bartlett(r, n):
    k = len(r)
    chi = -(n - 1 - (2 * k + 5) / 6) * math.log(numpy.linalg.det(r))
    df = k * (k - 1) // 2
    return [chi, df, chi_squared_above(chi, df)]


# ---- missing values ----

def alpha_of(c):
    k = len(c)
    return k / (k - 1) * (1 - numpy.trace(c) / c.sum())


# ---- a split of many columns: every one of 2^19, as COINr never would ----

def best_of_many(c):
    k, best = len(c), -math.inf
    signs = numpy.array(list(itertools.product([1, -1], repeat=10)), dtype=float)
    for head in itertools.product([1, -1], repeat=k - 10):
        s = numpy.hstack([numpy.tile(numpy.array((1,) + head[1:], dtype=float), (len(signs), 1)), signs])
        if head[0] < 0:
            break
        crossed = (c.sum() - ((s @ c) * s).sum(axis=1)) / 4  # sum over i < j on different sides
        best = max(best, crossed.max())
    return 4 * best / c.sum()


def write(out, name, values):
    flat = numpy.array(values, dtype=float).ravel()
    cells = ["NAN" if math.isnan(v) else repr(float(v)) for v in flat]
    lines = [", ".join(cells[i:i + 5]) for i in range(0, len(cells), 5)]
    out.append("static const double %s[%d] = {\n    %s,\n};" % (name, len(flat), ",\n    ".join(lines)))


def main():
    out = ["/* Written by families_reference.py. A row of a table is a unit, NAN is missing. Lambdas are the first to",
           " * the sixth; items: alpha without it, the same standardized, correlation with the sum of the others, "
           "loading. */",
           "#include <math.h>"]
    x = table(25, [0.9, 0.8, 0.7, 0.6, 0.3], [1, 2, 1, 5, 3])
    z = standardized(x)
    r = numpy.array([[correlation(p, q) for q in x.T] for p in x.T])
    loading = axes(r)
    write(out, "full_table", x)
    write(out, "full_lambdas", lambdas(x))
    write(out, "full_alpha_standardized", [alpha(z)])
    write(out, "full_mean_correlation", [(r.sum() - 5) / 20])
    write(out, "full_omega", [omega(loading)])
    write(out, "full_items", [[alpha(without(x, j)), alpha(without(z, j)),
                               correlation(x[:, j], without(x, j).sum(axis=1)), loading[j]] for j in range(5)])
    overall, each = kmo(x)
    write(out, "full_kmo", [overall])
    write(out, "full_kmo_each", each)
    write(out, "full_bartlett", bartlett(r, 25))
    write(out, "three_bartlett", bartlett(r[:3, :3], 25))
    write(out, "full_eigenvalues", sorted(numpy.linalg.eigvalsh(r), reverse=True))

    g = table(30, [0.8, 0.8, 0.7, 0.6], [1, 1, 2, 1], gaps=0.15)
    c, r = pairwise(g, covariance), pairwise(g, correlation)
    whole = g[~numpy.isnan(g).any(axis=1)]
    write(out, "gaps_table", g)
    write(out, "gaps_pairwise", [alpha_of(c), alpha_of(r), omega(axes(r)), (~numpy.isnan(g).all(axis=1)).sum()])
    write(out, "gaps_complete", [alpha(whole), alpha(standardized(whole)), omega(axes(numpy.corrcoef(whole.T))),
                                 len(whole)])

    several = [table(30, [0.8, 0.7, 0.6, 0.4], [1, 1, 2, 1]) for _ in range(12)]
    write(out, "several_tables", several)
    write(out, "several_omegas", [omega(axes(numpy.corrcoef(t.T))) for t in several])

    wide = table(40, [0.7, 0.2, 0.5, 0.9] * 5, [1, 3, 2, 1, 1] * 4)
    write(out, "wide_table", wide)
    write(out, "wide_lambda4", [best_of_many(numpy.cov(wide.T))])
    pathlib.Path(__file__).with_name("families_reference.h").write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
