#include "numeric/moments.h"

#include <math.h>
#include <string.h>

#include "numeric/missing.h"

enum { LANES = 8 };

static double combine(const double *lane) {
  return ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
}

#if defined(__GNUC__)
/* The lanes as four pairs, because compilers do not see that the selects below can be done two at a time. Same lanes, same order,
 * same bits as the plain loop. */
typedef double two __attribute__((vector_size(16)));
typedef int64_t mask __attribute__((vector_size(16)));

static inline two choose(mask m, two yes, two no) { return (two)(((mask)yes & m) | ((mask)no & ~m)); }

static int64_t range_of_groups(const double *x, int64_t n, double *low, double *high, double *seen) {
  two l[4], h[4], s[4];
  memcpy(l, low, sizeof l);
  memcpy(h, high, sizeof h);
  memcpy(s, seen, sizeof s);
  const two one = {1.0, 1.0}, none = {0.0, 0.0};
  int64_t i = 0;
  for (; i + LANES <= n; i += LANES)
    for (int k = 0; k < 4; k++) {
      two v;
      memcpy(&v, x + i + 2 * k, sizeof v);
      l[k] = choose((mask)(v < l[k]), v, l[k]);
      h[k] = choose((mask)(v > h[k]), v, h[k]);
      s[k] += choose((mask)(v == v), one, none); /* NOLINT(misc-redundant-expression): false for NaN */
    }
  memcpy(low, l, sizeof l);
  memcpy(high, h, sizeof h);
  memcpy(seen, s, sizeof s);
  return i;
}
#else
static int64_t range_of_groups(const double *x, int64_t n, double *low, double *high, double *seen) {
  int64_t i = 0;
  for (; i + LANES <= n; i += LANES)
    for (int k = 0; k < LANES; k++) {
      double v = x[i + k]; /* comparisons with NaN are false: it drops out */
      low[k] = v < low[k] ? v : low[k];
      high[k] = v > high[k] ? v : high[k];
      seen[k] += v == v ? 1.0 : 0.0;
    }
  return i;
}
#endif

void inno__range(const double *x, int64_t n, double *min, double *max, int64_t *count) {
  double low[LANES], high[LANES], seen[LANES] = {0};
  for (int k = 0; k < LANES; k++) {
    low[k] = INFINITY;
    high[k] = -INFINITY;
  }
  int64_t i = range_of_groups(x, n, low, high, seen);
  for (int k = 0; i < n; i++, k++) {
    low[k] = x[i] < low[k] ? x[i] : low[k];
    high[k] = x[i] > high[k] ? x[i] : high[k];
    seen[k] += x[i] == x[i] ? 1.0 : 0.0;
  }
  for (int k = 1; k < LANES; k++) {
    low[0] = low[k] < low[0] ? low[k] : low[0];
    high[0] = high[k] > high[0] ? high[k] : high[0];
  }
  *count = (int64_t)combine(seen);
  *min = *count > 0 ? low[0] : inno__nan();
  *max = *count > 0 ? high[0] : inno__nan();
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

double inno__sd(const inno__moments *m) {
  return m->count < 2 ? inno__nan() : sqrt(m->s2 / (double)(m->count - 1));
}

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
