#include "numeric/moments.h"

#include <float.h>
#include <math.h>

#include "numeric/lanes.h"
#include "numeric/missing.h"

/* WHOLE: values of one look for a missing one. */
enum { LANES = INNO__EIGHT, WHOLE = 64 };

static double combine(const double *lane) {
  return ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
}

static inno__two least(inno__eight v) { return inno__two_min(inno__two_min(v.a, v.b), inno__two_min(v.c, v.d)); }
static inno__two most(inno__eight v) { return inno__two_max(inno__two_max(v.a, v.b), inno__two_max(v.c, v.d)); }

/* Two values, two by two because compilers then get by with the registers there are. One missing: the sum is NaN. */
static inline void widen(const double *x, inno__two *low, inno__two *high, inno__two *sum) {
  const inno__two v = inno__two_load(x);
  *low = inno__two_min(*low, v);
  *high = inno__two_max(*high, v);
  *sum = inno__two_add(*sum, v);
}

/* The same, but a missing one drops out. */
static inline void widen_present(const double *x, inno__two *low, inno__two *high, inno__two *seen) {
  const inno__two v = inno__two_load(x);
  *low = inno__two_min(v, *low);
  *high = inno__two_max(v, *high);
  *seen = inno__two_add(*seen, inno__two_where_present(v, inno__two_of(1.0)));
}

/* m values, 8 at least, of which none is missing; 0 where one is, and nothing done. The last group overlaps the one
 * before. */
static int range_of_whole(const double *x, int64_t m, inno__eight *low, inno__eight *high) {
  inno__eight l = *low, h = *high, sum = inno__eight_of(0.0);
  for (int64_t i = 0; i < m; i += LANES) {
    const double *group = x + (i + LANES <= m ? i : m - LANES);
    widen(group, &l.a, &h.a, &sum.a);
    widen(group + 2, &l.b, &h.b, &sum.b);
    widen(group + 4, &l.c, &h.c, &sum.c);
    widen(group + 6, &l.d, &h.d, &sum.d);
  }
  if (!inno__eight_surely_finite(sum)) return 0;
  *low = l;
  *high = h;
  return 1;
}

/* Quick as long as nothing is missing, then value by value. */
void inno__range(const double *x, int64_t n, double *min, double *max, int64_t *count) {
  inno__eight low = inno__eight_of(INFINITY), high = inno__eight_of(-INFINITY);
  inno__two odd = inno__two_of(0.0), even = odd;
  double l[2], h[2], s[2];
  int64_t i = 0;
  for (int64_t m = 0; n - i >= LANES; i += m) {
    m = n - i < WHOLE ? n - i : WHOLE;
    if (!range_of_whole(x + i, m, &low, &high)) break;
  }
  *count = i;
  for (; n - i >= LANES; i += LANES) {
    widen_present(x + i, &low.a, &high.a, &even);
    widen_present(x + i + 2, &low.b, &high.b, &odd);
    widen_present(x + i + 4, &low.c, &high.c, &even);
    widen_present(x + i + 6, &low.d, &high.d, &odd);
  }
  inno__two_store(l, least(low));
  inno__two_store(h, most(high));
  inno__two_store(s, inno__two_add(even, odd));
  for (; i < n; i++) {
    l[0] = x[i] < l[0] ? x[i] : l[0];
    h[0] = x[i] > h[0] ? x[i] : h[0];
    s[0] += x[i] == x[i] ? 1.0 : 0.0;
  }
  *count += (int64_t)(s[0] + s[1]);
  *min = *count > 0 ? (l[0] < l[1] ? l[0] : l[1]) + 0.0 : inno__nan(); /* -0 becomes 0: which of the two came first, */
  *max = *count > 0 ? (h[0] > h[1] ? h[0] : h[1]) + 0.0 : inno__nan(); /* the lanes do not know */
}

int inno__all_finite(const double *x, int64_t n) {
  inno__eight size = inno__eight_of(0.0);
  int64_t i = 0;
  for (; i + LANES <= n; i += LANES) {
    inno__eight v = inno__eight_load(x + i);
    size = inno__eight_max(
        (inno__eight){inno__two_abs(v.a), inno__two_abs(v.b), inno__two_abs(v.c), inno__two_abs(v.d)}, size);
  }
  for (; i < n; i++)
    if (fabs(x[i]) > DBL_MAX) return 0;
  return inno__two_finite(most(size));
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
