"""Writes impute_reference.h: imputation of small tables, computed anew with other means than the library's.

EM in decimal arithmetic of 60 digits, on the raw scale, by Gauss-Jordan elimination and sums of products; regression and
neighbors in exact fractions. Only the table, its gaps and the definitions of numeric/em.h, construct/impute_regression.h
and construct/impute_donor.h are shared. Run: python3 impute_reference.py
"""
import decimal
import fractions
import pathlib
import random

decimal.getcontext().prec = 60
D = decimal.Decimal
F = fractions.Fraction
draw = random.Random(20250612)
HALF_LOG_2PI = (2 * D("3.14159265358979323846264338327950288419716939937510582097494459")).ln() / 2


def table(n, k, share, loading):
    """Integers with a common part; every unit but one has a value; None is missing."""
    rows = []
    for _ in range(n):
        common = draw.gauss(0, 1)
        rows.append([round(100 * (c + 1) + 20 * (c + 1) * (loading * common + draw.gauss(0, 1))) for c in range(k)])
    for row in rows[:-1]:
        gaps = [c for c in range(k) if draw.random() < share]
        for c in gaps[: k - 1]:
            row[c] = None
    rows[-1] = [None] * k
    return rows


def solve(matrix, right):
    """Gauss-Jordan with the largest pivot; also the determinant."""
    n = len(matrix)
    a = [list(matrix[i]) + list(right[i]) for i in range(n)]
    determinant = D(1)
    for c in range(n):
        p = max(range(c, n), key=lambda i: abs(a[i][c]))
        if p != c:
            a[c], a[p] = a[p], a[c]
            determinant = -determinant
        determinant *= a[c][c]
        a[c] = [v / a[c][c] for v in a[c]]
        for i in range(n):
            if i != c:
                a[i] = [v - a[i][c] * w for v, w in zip(a[i], a[c])]
    return [row[n:] for row in a], determinant


def identity(n):
    return [[D(int(i == j)) for j in range(n)] for i in range(n)]


def parts(row):
    return [c for c, v in enumerate(row) if v is not None], [c for c, v in enumerate(row) if v is None]


def expectation(row, mean, cov):
    """Completed row, covariance of what was missing, log likelihood of what was there."""
    have, lack = parts(row)
    inverse, determinant = solve([[cov[i][j] for j in have] for i in have], identity(len(have)))
    off = [D(row[c]) - mean[c] for c in have]
    weighted = [sum(inverse[i][j] * off[j] for j in range(len(have))) for i in range(len(have))]
    full = [D(0) if v is None else D(v) for v in row]
    for m in lack:
        full[m] = mean[m] + sum(cov[m][c] * w for c, w in zip(have, weighted))
    rest = {}
    for m in lack:
        for l in lack:
            rest[m, l] = cov[m][l] - sum(
                cov[m][have[i]] * inverse[i][j] * cov[l][have[j]] for i in range(len(have)) for j in range(len(have)))
    likelihood = -len(have) * HALF_LOG_2PI - determinant.ln() / 2 - sum(o * w for o, w in zip(off, weighted)) / 2
    return full, rest, likelihood


def em(rows, ridge, iterations, tolerance=None):
    rows = [r for r in rows if any(v is not None for v in r)]
    k = len(rows[0])
    there = [[D(r[c]) for r in rows if r[c] is not None] for c in range(k)]
    mean = [sum(t) / len(t) for t in there]
    start = [sum((v - m) ** 2 for v in t) / len(t) for t, m in zip(there, mean)]
    cov = [[start[i] if i == j else D(0) for j in range(k)] for i in range(k)]
    done = 0
    while done < iterations:
        one = [D(0)] * k
        two = [[D(0)] * k for _ in range(k)]
        objective = D(0)
        for r in rows:
            full, rest, likelihood = expectation(r, mean, cov)
            objective += likelihood
            for i in range(k):
                one[i] += full[i]
                for j in range(k):
                    two[i][j] += full[i] * full[j] + rest.get((i, j), 0)
        if ridge:
            inverse, _ = solve(cov, identity(k))
            objective -= ridge * len(rows) / 2 * sum(inverse[c][c] * start[c] for c in range(k))
        new = [v / len(rows) for v in one]
        fresh = [[two[i][j] / len(rows) - new[i] * new[j] + (ridge * start[i] if i == j else 0) for j in range(k)]
                 for i in range(k)]
        change = max(max(abs(new[c] - mean[c]) / start[c].sqrt() for c in range(k)),
                     max(abs(fresh[i][j] - cov[i][j]) / (start[i] * start[j]).sqrt() for i in range(k) for j in range(k)))
        mean, cov = new, fresh
        done += 1
        if tolerance is not None and change < tolerance:
            break
    filled = [expectation(r, mean, cov)[0] for r in rows]
    return done, objective, change, mean, cov, filled


def regression(rows):
    """Filled table; a unit without values stays missing."""
    result = [list(r) for r in rows]
    for i, row in enumerate(rows):
        have, lack = parts(row)
        for target in lack if have else []:
            used = [r for r in rows if all(r[c] is not None for c in have + [target])]
            assert len(used) >= len(have) + 2
            design = [[F(1)] + [F(r[c]) for c in have] for r in used]
            left = [[sum(d[a] * d[b] for d in design) for b in range(len(have) + 1)] for a in range(len(have) + 1)]
            right = [[sum(d[a] * r[target] for d, r in zip(design, used))] for a in range(len(have) + 1)]
            slope, _ = solve_fractions(left, right)
            result[i][target] = sum(s[0] * v for s, v in zip(slope, [F(1)] + [F(row[c]) for c in have]))
    return result


def solve_fractions(matrix, right):
    n = len(matrix)
    a = [list(matrix[i]) + list(right[i]) for i in range(n)]
    for c in range(n):
        p = next(i for i in range(c, n) if a[i][c] != 0)
        a[c], a[p] = a[p], a[c]
        a[c] = [v / a[c][c] for v in a[c]]
        for i in range(n):
            if i != c:
                a[i] = [v - a[i][c] * w for v, w in zip(a[i], a[c])]
    return [row[n:] for row in a], None


def squared_distance(a, b, ranges, overlap):
    shared = [c for c in range(len(a)) if a[c] is not None and b[c] is not None]
    if len(shared) < overlap:
        return None
    return sum((F(a[c] - b[c]) / ranges[c]) ** 2 for c in shared) / len(shared)


def root(x):
    return (D(x.numerator) / D(x.denominator)).sqrt()


def neighbors(rows, count, weighted, overlap):
    """Filled table and donors."""
    k = len(rows[0])
    there = [[r[c] for r in rows if r[c] is not None] for c in range(k)]
    ranges = [max(t) - min(t) for t in there]
    result, donors = [list(r) for r in rows], [[-1] * k for _ in rows]
    for i, row in enumerate(rows):
        for target in parts(row)[1]:
            found = []
            for j, other in enumerate(rows):
                d = squared_distance(row, other, ranges, overlap)
                if j != i and other[target] is not None and d is not None:
                    found.append((d, j))
            found = sorted(found)[:count]
            if not found:
                continue
            weights = [1 / root(d) if weighted else D(1) for d, _ in found]
            result[i][target] = sum(w * rows[j][target] for w, (_, j) in zip(weights, found)) / sum(weights)
            donors[i][target] = found[0][1]
    return result, donors


def number(v):
    if v is None:
        return "NAN"
    if isinstance(v, F):
        v = D(v.numerator) / D(v.denominator)
    return repr(float(v))  # the nearest double


def array(name, rows, kind="double"):
    body = ",\n    ".join("{" + ", ".join(number(v) if kind == "double" else str(v) for v in r) + "}" for r in rows)
    return f"static const {kind} {name}[{len(rows)}][{len(rows[0])}] = {{\n    {body}}};\n"


def vector(name, values):
    return f"static const double {name}[{len(values)}] = {{" + ", ".join(number(v) for v in values) + "};\n"


def write_em(out, name, rows, ridge, iterations, tolerance=None):
    done, objective, change, mean, cov, filled = em(rows, ridge, iterations, tolerance)
    out.append(vector(f"{name}_facts", [D(done), objective, change]))
    out.append(vector(f"{name}_mean", mean))
    out.append(array(f"{name}_covariance", cov))
    out.append(array(f"{name}_filled", filled + [[None] * len(mean)]))


small = table(24, 4, 0.22, 1.0)
wide = table(60, 7, 0.15, 1.5)
text = ["/* Written by impute_reference.py. A row is a unit, NAN is missing; facts: iterations, objective, change. */\n"
        "#include <math.h>\n"]
text.append(array("small_table", small))
text.append(array("wide_table", wide))
write_em(text, "small_once", small, D(0), 1)
write_em(text, "small_thrice", small, D(0), 3)
write_em(text, "small_limit", small, D(0), 5000, D("1e-40"))
write_em(text, "small_ridge", small, D("0.25"), 5000, D("1e-40"))
write_em(text, "wide_thrice", wide, D(0), 3)
write_em(text, "wide_limit", wide, D(0), 5000, D("1e-30"))
text.append(array("small_regression", regression(small)))
text.append(array("wide_regression", regression(wide)))
for label, count, weighted, overlap in (("one", 1, 0, 1), ("three", 3, 0, 2), ("weighted", 5, 1, 3)):
    result, donors = neighbors(wide, count, weighted, overlap)
    text.append(array(f"wide_{label}", result))
    text.append(array(f"wide_{label}_donor", donors, "int"))
pathlib.Path(__file__).with_name("impute_reference.h").write_text("".join(text))
