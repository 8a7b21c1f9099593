/* Weights of a family that sum to 1, from a fixed number of uniform numbers. */
#include <math.h>

#include "numeric/distribution.h"
#include "numeric/gamma.h"
#include "numeric/missing.h"
#include "numeric/special.h"
#include "robust/draw.h"

enum { L = INNO__LANES };

/* What is left is broken so that the rest of m weights is uniform too: the piece is a Beta(1, m) share of it. The m-th
 * root of what is not taken is left. */
static void simplex(const double *u, int64_t k, double *w) {
  double rest = 1.0;
  for (int64_t i = 0; i + 1 < k; i++) {
    int64_t m = k - 1 - i;
    double left = m == 1 ? 1.0 - u[i * L] : inno__pow(1.0 - u[i * L], 1.0 / (double)m);
    w[i * L] = rest * (1.0 - left);
    rest *= left;
  }
  w[(k - 1) * L] = rest;
}

/* Gamma quantiles so small that they are no numbers, each over the largest. There the share below x is
 * x^a / gamma(a + 1), to the last digit. Returns their sum. */
static double tiny(const inno__draw *d, const double *u, double *w) {
  double largest = -INFINITY, sum = 0.0;
  for (int64_t i = 0; i < d->count; i++) {
    double a = d->lower[i];
    w[i * L] = (inno__log(u[i * L]) + inno__log_gamma(a + 1.0)) / a;
    if (w[i * L] > largest) largest = w[i * L];
  }
  for (int64_t i = 0; i < d->count; i++) sum += w[i * L] = inno__exp(w[i * L] - largest);
  return sum;
}

/* Gamma quantiles over their sum: a gamma variable of shape a is half a chi-squared one of 2 a degrees of freedom. */
static void dirichlet(const inno__draw *d, const double *u, double *w) {
  double sum = 0.0;
  for (int64_t i = 0; i < d->count; i++) sum += w[i * L] = inno__chi_squared_quantile(u[i * L], 2.0 * d->lower[i]);
  if (!(sum > 1e-200)) sum = tiny(d, u, w);
  for (int64_t i = 0; i < d->count; i++) w[i * L] /= sum;
}

static void descending(double *w, int64_t k) {
  for (int64_t i = 1; i < k; i++) {
    double moved = w[i * L];
    int64_t j = i;
    for (; j > 0 && w[(j - 1) * L] < moved; j--) w[j * L] = w[(j - 1) * L];
    w[j * L] = moved;
  }
}

static void bounded(const inno__draw *d, const double *u, double *w) {
  double from[INNO__BOUNDED_MOST], to[INNO__BOUNDED_MOST];
  for (int64_t i = 0; i + 1 < d->count; i++) from[i] = u[i * L];
  inno__bounded_draw(d->bounded, from, to);
  for (int64_t i = 0; i < d->count; i++) w[i * L] = to[i];
}

void inno__draw_family(const inno__draw *d, const double *u, double *w) {
  if (d->kind == INNO_ASSUME_DIRICHLET) {
    dirichlet(d, u, w);
  } else if (d->kind == INNO_ASSUME_BOUNDED) {
    bounded(d, u, w);
  } else {
    simplex(u, d->count, w);
    if (d->kind == INNO_ASSUME_ORDER) descending(w, d->count);
  }
}
