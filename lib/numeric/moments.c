#include "numeric/moments.h"

#include <float.h>
#include <math.h>

#include "numeric/lanes.h"
#include "numeric/missing.h"

enum { LANES = 8 };

static double combine(const double *lane) {
  return ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
}

/* One group of eight lanes: a missing value drops out. */
static inline void range_of_group(const double *x, inno__two *low, inno__two *high, inno__two *seen) {
  const inno__two one = inno__two_of(1.0);
  for (int t = 0; t < LANES / 2; t++) {
    inno__two v = inno__two_load(x + 2 * t);
    low[t] = inno__two_min(v, low[t]);
    high[t] = inno__two_max(v, high[t]);
    seen[t] = inno__two_add(seen[t], inno__two_where_present(v, one));
  }
}

static inno__two least(const inno__two *v) {
  return inno__two_min(inno__two_min(v[0], v[1]), inno__two_min(v[2], v[3]));
}
static inno__two most(const inno__two *v) {
  return inno__two_max(inno__two_max(v[0], v[1]), inno__two_max(v[2], v[3]));
}

void inno__range(const double *x, int64_t n, double *min, double *max, int64_t *count) {
  inno__two low[LANES / 2], high[LANES / 2], seen[LANES / 2];
  double l[2], h[2], s[2];
  int64_t i = 0;
  for (int t = 0; t < LANES / 2; t++) {
    low[t] = inno__two_of(INFINITY);
    high[t] = inno__two_of(-INFINITY);
    seen[t] = inno__two_of(0.0);
  }
  for (; i + LANES <= n; i += LANES) range_of_group(x + i, low, high, seen);
  inno__two_store(l, least(low));
  inno__two_store(h, most(high));
  inno__two_store(s, inno__two_add(inno__two_add(seen[0], seen[1]), inno__two_add(seen[2], seen[3])));
  for (; i < n; i++) {
    l[0] = x[i] < l[0] ? x[i] : l[0];
    h[0] = x[i] > h[0] ? x[i] : h[0];
    s[0] += x[i] == x[i] ? 1.0 : 0.0;
  }
  *count = (int64_t)(s[0] + s[1]);
  *min = *count > 0 ? (l[0] < l[1] ? l[0] : l[1]) : inno__nan();
  *max = *count > 0 ? (h[0] > h[1] ? h[0] : h[1]) : inno__nan();
}

int inno__all_finite(const double *x, int64_t n) {
  inno__two size[LANES / 2];
  int64_t i = 0;
  for (int t = 0; t < LANES / 2; t++) size[t] = inno__two_of(0.0);
  for (; i + LANES <= n; i += LANES)
    for (int t = 0; t < LANES / 2; t++) size[t] = inno__two_max(inno__two_abs(inno__two_load(x + i + 2 * t)), size[t]);
  for (; i < n; i++)
    if (fabs(x[i]) > DBL_MAX) return 0;
  return inno__two_within(most(size), inno__two_of(DBL_MAX));
}

double inno__sum(const double *x, int64_t n, int64_t *count) {
  double lane[LANES] = {0}, seen[LANES] = {0};
  int64_t i = 0;
  for (; i + LANES <= n; i += LANES)
    for (int k = 0; k < LANES; k++) {
      double v = x[i + k];
      lane[k] += v == v ? v : 0.0;
      seen[k] += v == v ? 1.0 : 0.0;
    }
  for (int k = 0; i < n; i++, k++) {
    lane[k] += x[i] == x[i] ? x[i] : 0.0;
    seen[k] += x[i] == x[i] ? 1.0 : 0.0;
  }
  *count = (int64_t)combine(seen);
  return combine(lane);
}

double inno__mean(const double *x, int64_t n, int64_t *count) {
  double min, max, sum;
  inno__range(x, n, &min, &max, count);
  if (*count == 0 || min == max) return min;
  sum = inno__sum(x, n, count);
  return sum / (double)*count;
}

/* One group of eight: lanes of the powers of the distance from the mean; a missing value adds 0. */
static inline void add_powers(double v, double mean, double *s2, double *s3, double *s4) {
  double d = v == v ? v - mean : 0.0, square = d * d;
  *s2 += square;
  *s3 += square * d;
  *s4 += square * square;
}

void inno__moments_of(const double *x, int64_t n, inno__moments *out) {
  double min, max, s2[LANES] = {0}, s3[LANES] = {0}, s4[LANES] = {0};
  inno__range(x, n, &min, &max, &out->count);
  out->mean = min;
  out->s2 = out->s3 = out->s4 = 0.0;
  if (out->count == 0 || min == max) return; /* a sum could round away from a constant */
  double mean = inno__sum(x, n, &out->count) / (double)out->count;
  int64_t i = 0;
  for (; i + LANES <= n; i += LANES)
    for (int k = 0; k < LANES; k++) add_powers(x[i + k], mean, &s2[k], &s3[k], &s4[k]);
  for (int k = 0; i < n; i++, k++) add_powers(x[i], mean, &s2[k], &s3[k], &s4[k]);
  out->mean = mean;
  out->s2 = combine(s2);
  out->s3 = combine(s3);
  out->s4 = combine(s4);
}

double inno__sd(const inno__moments *m) { return m->count < 2 ? inno__nan() : sqrt(m->s2 / (double)(m->count - 1)); }

/* Where the fourth powers neither vanish nor overflow; a shape computed from what is left of them would be wrong. */
static int has_shape(const inno__moments *m) {
  double square = m->s2 * m->s2;
  return square > 1e-290 && square < 1e290;
}

double inno__skewness(const inno__moments *m, int32_t type) {
  double n = (double)m->count;
  if (m->count < (type == 2 ? 3 : 2) || !has_shape(m)) return inno__nan();
  double g = sqrt(n) * m->s3 / (m->s2 * sqrt(m->s2));
  if (type == 2) g = g * sqrt(n * (n - 1.0)) / (n - 2.0);
  if (type == 3) g = g * ((n - 1.0) / n) * sqrt((n - 1.0) / n);
  return g == g ? g : inno__nan();
}

double inno__kurtosis(const inno__moments *m, int32_t type) {
  double n = (double)m->count;
  if (m->count < (type == 2 ? 4 : 2) || !has_shape(m)) return inno__nan();
  double r = n * m->s4 / (m->s2 * m->s2), g = r - 3.0;
  if (type == 2) g = ((n + 1.0) * (r - 3.0) + 6.0) * (n - 1.0) / ((n - 2.0) * (n - 3.0));
  if (type == 3) g = r * ((n - 1.0) / n) * ((n - 1.0) / n) - 3.0;
  return g == g ? g : inno__nan();
}
