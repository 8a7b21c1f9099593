"""Writes statistics_reference.h: what R and SciPy say about small data that this script makes.

R: promax, smooth.spline, lm on a natural spline. SciPy and NumPy: least squares for one factor, the inverse for KMO.
Python alone: Philox from its paper, and the correlation matrices of its normal draws.
Run: python3 statistics_reference.py (needs NumPy, SciPy and Rscript)
"""
import pathlib
import random
import subprocess

import numpy
import scipy.interpolate
import scipy.optimize
import scipy.special

draw = random.Random(20261125)


def sample():
    """30 units of 6 indicators with one common factor, and a second one for the last three."""
    rows = []
    for _ in range(30):
        f, g = draw.gauss(0, 1), draw.gauss(0, 1)
        own = [draw.gauss(0, 1) for _ in range(6)]
        mix = [(0.8, 0.0, 0.6), (0.7, 0.0, 0.7), (0.6, 0.1, 0.8), (0.5, 0.5, 0.7), (0.4, 0.6, 0.7), (-0.5, 0.4, 0.8)]
        rows.append([round(a * f + b * g + c * e, 3) for (a, b, c), e in zip(mix, own)])
    return numpy.array(rows)


# ---- one factor ----

def outside(r, loading):
    left = r - numpy.outer(loading, loading)
    return left[numpy.tril_indices(len(r), -1)]


def minres(r):
    values, vectors = numpy.linalg.eigh(r)
    start = vectors[:, -1] * values[-1] ** 0.5
    found = scipy.optimize.least_squares(lambda x: outside(r, x), start, xtol=1e-15, ftol=1e-15, gtol=1e-15).x
    return found if found.sum() > 0 else -found


def by_uniqueness(r):
    """psych's way to the same: over uniquenesses within 0.005 .. 1, with the leading component of what they leave."""
    def loading_of(unique):
        values, vectors = numpy.linalg.eigh(r - numpy.diag(unique))
        return vectors[:, -1] * max(values[-1], 0.0) ** 0.5

    found = scipy.optimize.minimize(lambda u: (outside(r, loading_of(u)) ** 2).sum(), numpy.full(len(r), 0.5),
                                    method="L-BFGS-B", bounds=[(0.005, 1)] * len(r),
                                    options={"ftol": 1e-15, "gtol": 1e-10, "maxiter": 10000})
    loading = loading_of(found.x)
    return loading if loading.sum() > 0 else -loading


# ---- KMO ----

def kmo(r):
    inverse = numpy.linalg.inv(r)
    partial = -inverse / numpy.sqrt(numpy.outer(numpy.diag(inverse), numpy.diag(inverse)))
    a, b = r ** 2, partial ** 2
    numpy.fill_diagonal(a, 0)
    numpy.fill_diagonal(b, 0)
    return a.sum() / (a.sum() + b.sum()), a.sum(0) / (a.sum(0) + b.sum(0))


# ---- Philox ----

def philox(counter, key):
    c, k = list(counter), list(key)
    for _ in range(10):
        p, q = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(q >> 32) ^ c[1] ^ k[0], q & 0xFFFFFFFF, (p >> 32) ^ c[3] ^ k[1], p & 0xFFFFFFFF]
        k = [(k[0] + 0x9E3779B9) & 0xFFFFFFFF, (k[1] + 0xBB67AE85) & 0xFFFFFFFF]
    return c


def uniform(seed, replicate, stream, dimension):
    words = philox((dimension // 2, stream, replicate & 0xFFFFFFFF, replicate >> 32), (seed & 0xFFFFFFFF, seed >> 32))
    low, high = words[2 * (dimension % 2):2 * (dimension % 2) + 2]
    return (2 * ((high << 32 | low) >> 12) + 1) / 2**53


def noise_eigenvalues(seed, number, stream, n, k):
    z = numpy.array([[scipy.special.ndtri(uniform(seed, number, stream, i * k + j)) for j in range(k)]
                     for i in range(n)])
    found = numpy.linalg.eigvalsh(numpy.corrcoef(z, rowvar=False))[::-1].copy()
    found[n - 1:] = 0
    return found


# ---- R ----

def r_says(code):
    """The numbers that a piece of R leaves in `out`."""
    code += '\ncat(sprintf("%.17g", unlist(out)), sep = "\\n")'
    done = subprocess.run(["Rscript", "--vanilla", "-"], input=code, capture_output=True, text=True, check=True)
    return [float(line) for line in done.stdout.split()]


def vector(values):
    return "c(" + ", ".join(repr(float(v)) for v in values) + ")"


def points():
    """Unequal gaps, ties, and a bend."""
    x = sorted(round(draw.uniform(0, 10) ** 1.3, 1) for _ in range(45))
    x[5] = x[4]
    x[20] = x[21] = x[22]
    draw.shuffle(x)
    return x, [round(numpy.sin(v / 3) * 4 + 0.2 * v + draw.gauss(0, 0.6), 2) for v in x]


class Smoother:
    """The minimum over all cubic splines with a knot at every x, in the basis of B-splines, densely. The integral of
    the square of a second derivative that goes from a to a + d over an interval is its length times (a a + a d +
    third d d). R's code has 0.333 for the third: with it the dense solution must be R's, without it is the exact one."""

    def __init__(self, x, y):
        self.x, self.y = numpy.array(x), numpy.array(y)
        self.low, self.range = self.x.min(), self.x.max() - self.x.min()
        t = numpy.unique((self.x - self.low) / self.range)
        splines = scipy.interpolate.BSpline(numpy.r_[[0.0] * 3, t, [1.0] * 3], numpy.eye(len(t) + 2), 3)
        self.design = splines((self.x - self.low) / self.range)
        bend = splines.derivative(2)(t)
        self.first, self.change = bend[:-1], bend[1:] - bend[:-1]
        self.gap = numpy.diff(t)[:, None]

    def fit(self, lam, third=1 / 3):
        a, d = self.first, self.change
        cross = (a * self.gap).T @ d
        penalty = (a * self.gap).T @ a + (cross + cross.T) / 2 + third * (d * self.gap).T @ d
        inner = self.design.T @ self.design + lam * penalty
        hat = self.design @ numpy.linalg.solve(inner, self.design.T)
        n, freedom, fitted = len(self.y), numpy.trace(hat), hat @ self.y
        gcv = ((self.y - fitted) ** 2).mean() / (1 - freedom / n) ** 2
        return [lam, freedom, gcv, *fitted]


def smooth_by_r(x, y, choice):
    return r_says(f"""
x <- {vector(x)}; y <- {vector(y)}
s <- smooth.spline(x, y, all.knots = TRUE, cv = FALSE, {choice}, tol = 1e-9 * diff(range(x)),
                   control.spar = list(low = -1.5, high = 1.5, tol = 1e-10))
out <- list(s$lambda, s$df, s$cv.crit, predict(s, x)$y)""")


def smooth(x, y, lam=None):
    """Exact, after R has been found to agree but for its constant; without lambda the least GCV."""
    exact = Smoother(x, y)
    said = smooth_by_r(x, y, "spar = NULL" if lam is None else f"lambda = {lam!r}")
    assert numpy.allclose(said, exact.fit(said[0], 0.333), rtol=1e-8, atol=1e-8)
    if lam is None:
        near = numpy.log10(said[0])
        lam = 10 ** scipy.optimize.minimize_scalar(lambda e: exact.fit(10 ** e)[2], bounds=(near - 1, near + 1),
                                                   method="bounded", options={"xatol": 1e-9}).x
    found = exact.fit(lam)
    print("smooth.spline differs by", abs(numpy.array(said) - found).max(), "at lambda", lam)
    return found


def regression(x, z, y, knots):
    return r_says(f"""
x <- {vector(x)}; z <- {vector(z)}; y <- {vector(y)}
m <- lm(y ~ x + z); s <- summary(m)
out <- list(coef(m), vcov(m), s$sigma, s$r.squared, s$adj.r.squared, hatvalues(m),
  fitted(lm(y ~ splines::ns(x, knots = {vector(knots[1:-1])}, Boundary.knots = {vector([knots[0], knots[-1]])}))))""")


def table(name, values):
    cells = [repr(float(v)) for v in numpy.ravel(values)]
    lines = [f"static const double {name}[{len(cells)}] = {{"]
    lines += ["    " + ", ".join(cells[i:i + 5]) + "," for i in range(0, len(cells), 5)]
    return lines + ["};", ""]


def main():
    lines = ["/* Written by statistics_reference.py; do not edit. */", "/* clang-format off */",
             "#ifndef TESTS_GOLDEN_STATISTICS_REFERENCE_H", "#define TESTS_GOLDEN_STATISTICS_REFERENCE_H", ""]
    data = sample()
    r = numpy.corrcoef(data, rowvar=False)
    r = (r + r.T) / 2
    numpy.fill_diagonal(r, 1)
    loading = minres(r)
    assert abs(loading - by_uniqueness(r)).max() < 1e-4, (loading, by_uniqueness(r))
    overall, each = kmo(r.copy())
    lines += table("sample_correlations", r) + table("one_factor", loading)
    lines += table("one_factor_residual", [(outside(r, loading) ** 2).sum()])
    lines += table("kmo_overall", [overall]) + table("kmo_each", each)
    lines += table("log_determinant", [numpy.linalg.slogdet(r)[1]])

    loadings = [[0.8, 0.1, 0.2], [0.7, 0.2, -0.1], [0.75, -0.05, 0.15], [0.2, 0.6, 0.1], [0.1, 0.7, 0.3],
                [-0.1, 0.65, 0.05], [0.3, 0.1, 0.6], [0.05, 0.25, 0.55]]
    flat = numpy.ravel(loadings)
    # promax turns by varimax first, which stops early: begun again until it stays where it is
    flat = r_says(f"""
l <- matrix({vector(flat)}, ncol = 3, byrow = TRUE)
for (i in 1:100) l <- unclass(varimax(l, eps = 1e-15)$loadings)
out <- t(l)""")
    lines += table("varimax_loadings", flat)
    for power in (4, 2.5):
        said = r_says(f"""
l <- matrix({vector(flat)}, ncol = 3, byrow = TRUE); p <- promax(l, m = {power})
out <- list(t(unclass(p$loadings)), solve(t(p$rotmat) %*% p$rotmat))""")
        name = f"promax_{power}".replace(".", "_")
        lines += table(name + "_pattern", said[:24]) + table(name + "_factors", said[24:])

    x, y = points()
    lines += table("points_x", x) + table("points_y", y)
    lines += ["/* lambda, freedom, GCV, fitted values */"]
    lines += table("smooth_1e_3", smooth(x, y, 1e-3)) + table("smooth_1e_6", smooth(x, y, 1e-6))
    lines += table("smooth_gcv", smooth(x, y))

    z = [round(draw.gauss(0, 2), 2) for _ in x]
    knots = numpy.quantile(x, [0.05, 0.275, 0.5, 0.725, 0.95])
    said = regression(x, z, y, knots)
    n = len(x)
    lines += table("points_z", z) + table("spline_knots", knots) + table("lm_coefficients", said[:3])
    lines += table("lm_covariances", said[3:12]) + table("lm_sd_r2_adjusted", said[12:15])
    lines += table("lm_leverages", said[15:15 + n]) + table("lm_spline_fitted", said[15 + n:])

    seed, stream = 0x0123456789ABCDEF, 7
    lines += ["/* seed 0x0123456789ABCDEF, stream 7 */"]
    lines += table("uniforms", [uniform(seed, 2**40 + 3, stream, d) for d in range(9)])
    lines += table("noise_20_5", [noise_eigenvalues(seed, d, stream, 20, 5) for d in range(3)])
    lines += table("noise_5_9", [noise_eigenvalues(seed, d, stream, 5, 9) for d in range(3)])
    lines += ["#endif", ""]
    path = pathlib.Path(__file__).with_name("statistics_reference.h")
    path.write_text("\n".join(lines), encoding="ascii", newline="\n")


if __name__ == "__main__":
    main()
