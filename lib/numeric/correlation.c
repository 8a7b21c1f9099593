#include "numeric/correlation.h"

#include <math.h>

#include "numeric/lanes.h"
#include "numeric/missing.h"
#include "numeric/moments.h"
#include "numeric/order.h"

enum { LANES = 8 };

static double combine(const double *lane) {
  return ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
}

typedef struct {
  double min, max, lane[LANES];
} spread;

static void note(spread *s, double v, double weight, int k) {
  if (v < s->min) s->min = v;
  if (v > s->max) s->max = v;
  s->lane[k] += weight * v;
}

static double mean_of(const spread *s, double weight) { return s->min == s->max ? s->min : combine(s->lane) / weight; }

void inno__pair_of(const double *x, const double *y, int64_t n, inno__pair *out) {
  spread a = {INFINITY, -INFINITY, {0}}, b = {INFINITY, -INFINITY, {0}};
  double xx[LANES] = {0}, xy[LANES] = {0}, yy[LANES] = {0};
  out->count = 0;
  for (int64_t i = 0; i < n; i++) {
    if (x[i] != x[i] || y[i] != y[i]) continue;
    note(&a, x[i], 1.0, (int)(i % LANES));
    note(&b, y[i], 1.0, (int)(i % LANES));
    out->count++;
  }
  out->mean_x = out->mean_y = inno__nan();
  out->xx = out->xy = out->yy = 0.0;
  if (out->count == 0) return;
  out->mean_x = mean_of(&a, (double)out->count);
  out->mean_y = mean_of(&b, (double)out->count);
  for (int64_t i = 0; i < n; i++) {
    double p = x[i] - out->mean_x, q = y[i] - out->mean_y;
    int there = p == p && q == q, k = (int)(i % LANES);
    xx[k] += there ? p * p : 0.0;
    xy[k] += there ? p * q : 0.0;
    yy[k] += there ? q * q : 0.0;
  }
  out->xx = combine(xx);
  out->xy = combine(xy);
  out->yy = combine(yy);
}

double inno__pair_covariance(const inno__pair *p) {
  return p->count < 2 ? inno__nan() : p->xy / (double)(p->count - 1);
}

double inno__pair_correlation(const inno__pair *p) {
  if (p->count < 2 || !(p->xx > 0.0) || !(p->yy > 0.0)) return inno__nan();
  /* of equal sums the root of the product is no root: ranks in the same order have exactly 1 */
  double r = p->xy / (p->xx == p->yy ? p->xx : sqrt(p->xx) * sqrt(p->yy));
  return r > 1.0 ? 1.0 : r < -1.0 ? -1.0 : r;
}

double inno__correlation(const double *x, const double *y, int64_t n) {
  inno__pair p;
  inno__pair_of(x, y, n, &p);
  return inno__pair_correlation(&p);
}

void inno__center(const double *x, int64_t n, double *out) {
  int64_t count;
  const double mean = inno__mean(x, n, &count);
  for (int64_t i = 0; i < n; i++) out[i] = x[i] == x[i] ? x[i] - mean : 0.0;
}

double inno__products(const double *p, const double *q, int64_t n) {
  double lane[LANES];
  inno__eight sum = inno__eight_of(0.0);
  int64_t i = 0;
  for (; n - i >= LANES; i += LANES)
    sum = inno__eight_add(sum, inno__eight_mul(inno__eight_load(p + i), inno__eight_load(q + i)));
  inno__eight_store(lane, sum);
  for (int k = 0; i < n; i++, k++) lane[k] += p[i] * q[i];
  return combine(lane);
}

/* ---- ranks: scratch is two columns of values, then what ranking needs ---- */

size_t inno__spearman_work_size(int64_t n) { return 4 * (size_t)n * sizeof(double) + inno__rank_work_size(n); }

/* Average ranks of m values: a half is shared by an even number, a whole one twice seen by an odd one. */
int32_t inno__ranks_tied(const double *rank, int64_t m, double *seen) {
  for (int64_t i = 0; i < m; i++) seen[i] = 0.0;
  for (int64_t i = 0; i < m; i++) {
    const int64_t place = (int64_t)rank[i];
    if ((double)place != rank[i] || seen[place - 1] != 0.0) return 1;
    seen[place - 1] = 1.0;
  }
  return 0;
}

void inno__spearman_of(const double *x, const double *y, int64_t n, inno__spearman_result *out, void *work) {
  double *a = work, *b = a + n, *rank_a = b + n, *rank_b = rank_a + n;
  int64_t m = 0;
  for (int64_t i = 0; i < n; i++) {
    if (x[i] != x[i] || y[i] != y[i]) continue;
    a[m] = x[i];
    b[m++] = y[i];
  }
  inno__rank(a, m, 0, INNO__TIES_AVERAGE, rank_a, rank_b + n);
  inno__rank(b, m, 0, INNO__TIES_AVERAGE, rank_b, rank_b + n);
  out->count = m;
  out->tied = inno__ranks_tied(rank_a, m, a) || inno__ranks_tied(rank_b, m, a);
  out->r = inno__correlation(rank_a, rank_b, m);
}

double inno__spearman(const double *x, const double *y, int64_t n, void *work) {
  inno__spearman_result s;
  inno__spearman_of(x, y, n, &s, work);
  return s.r;
}

/* ---- weights ---- */

static int counts(double x, double y, double w) { return x == x && y == y && w > 0.0; }

double inno__weight_scale(const double *weights, int64_t n) {
  double most = 0.0, scale = 1.0;
  for (int64_t i = 0; i < n; i++)
    if (weights[i] > most) most = weights[i];
  while (most * scale > 1.0) scale *= 0.25;
  while (most > 0.0 && most * scale <= 0.25 && scale < 0x1p1020) scale *= 4.0;
  return scale;
}

void inno__weighted_pair_of(const double *x, const double *y, const double *weights, int64_t n,
                            inno__weighted_pair *out) {
  spread a = {INFINITY, -INFINITY, {0}}, b = {INFINITY, -INFINITY, {0}};
  double total[LANES] = {0}, square[LANES] = {0}, xx[LANES] = {0}, xy[LANES] = {0}, yy[LANES] = {0};
  const double scale = inno__weight_scale(weights, n);
  int64_t count = 0;
  for (int64_t i = 0; i < n; i++) {
    const int k = (int)(i % LANES);
    if (!counts(x[i], y[i], weights[i])) continue;
    const double w = weights[i] * scale;
    note(&a, x[i], w, k);
    note(&b, y[i], w, k);
    total[k] += w;
    square[k] += w * w;
    count++;
  }
  *out = (inno__weighted_pair){count, combine(total), combine(square), {.count = count}};
  inno__pair *p = &out->products;
  p->mean_x = count == 0 ? inno__nan() : mean_of(&a, out->total);
  p->mean_y = count == 0 ? inno__nan() : mean_of(&b, out->total);
  for (int64_t i = 0; i < n; i++) {
    const int k = (int)(i % LANES);
    if (!counts(x[i], y[i], weights[i])) continue;
    const double w = weights[i] * scale, u = x[i] - p->mean_x, v = y[i] - p->mean_y;
    xx[k] += w * (u * u);
    xy[k] += w * (u * v);
    yy[k] += w * (v * v);
  }
  p->xx = combine(xx);
  p->xy = combine(xy);
  p->yy = combine(yy);
}

double inno__weighted_covariance(const inno__weighted_pair *p) {
  return p->count < 2 ? inno__nan() : p->products.xy / (p->total - p->square / p->total);
}

double inno__weighted_correlation(const double *x, const double *y, const double *weights, int64_t n) {
  inno__weighted_pair p;
  inno__weighted_pair_of(x, y, weights, n, &p);
  return inno__pair_correlation(&p.products);
}

/* Scratch: values and weights of the units that count, ranks of both, weight and number of a tie, ranking. */
size_t inno__weighted_spearman_work_size(int64_t n) { return 7 * (size_t)n * sizeof(double) + inno__rank_work_size(n); }

/* x becomes its weighted ranks. work: 3 m doubles, then what ranking needs. */
static void weighted_ranks(double *x, const double *weights, int64_t m, double *work) {
  double *rank = work, *group = rank + m, *number = group + m, below = 0.0;
  inno__rank(x, m, 0, INNO__TIES_MIN, rank, number + m);
  for (int64_t i = 0; i < m; i++) group[i] = number[i] = 0.0;
  for (int64_t i = 0; i < m; i++) {
    const int64_t first = (int64_t)rank[i] - 1;
    group[first] += weights[i];
    number[first] += 1.0;
  }
  for (int64_t r = 0; r < m; r++) {
    if (number[r] == 0.0) continue;
    const double weight = group[r];
    group[r] = below + weight * (number[r] + 1.0) / (2.0 * number[r]);
    below += weight;
  }
  for (int64_t i = 0; i < m; i++) x[i] = group[(int64_t)rank[i] - 1];
}

double inno__weighted_spearman(const double *x, const double *y, const double *weights, int64_t n, void *work) {
  double *a = work, *b = a + n, *w = b + n;
  const double scale = inno__weight_scale(weights, n);
  int64_t m = 0;
  for (int64_t i = 0; i < n; i++) {
    if (!counts(x[i], y[i], weights[i])) continue;
    a[m] = x[i];
    b[m] = y[i];
    w[m++] = weights[i] * scale;
  }
  weighted_ranks(a, w, m, w + n);
  weighted_ranks(b, w, m, w + n);
  return inno__weighted_correlation(a, b, w, m);
}

/* ---- matrices: scratch is one column ---- */

int64_t inno__complete_cases(const double *const *x, int32_t k, int64_t n, unsigned char *keep) {
  int64_t count = 0;
  for (int64_t i = 0; i < n; i++) keep[i] = 1;
  for (int32_t c = 0; c < k; c++)
    for (int64_t i = 0; i < n; i++) keep[i] &= x[c][i] == x[c][i];
  for (int64_t i = 0; i < n; i++) count += keep[i];
  return count;
}

size_t inno__correlation_matrix_work_size(int64_t n) { return (size_t)n * sizeof(double); }

/* Masking one column of a pair takes the unit out of both. */
static const double *masked(const double *x, int64_t n, const unsigned char *keep, double *work) {
  if (keep == NULL) return x;
  for (int64_t i = 0; i < n; i++) work[i] = keep[i] ? x[i] : inno__nan();
  return work;
}

void inno__correlation_matrix(const double *const *x, int32_t k, int64_t n, const unsigned char *keep, int32_t kind,
                              double *out, void *work) {
  for (int32_t i = 0; i < k; i++) {
    const double *column = masked(x[i], n, keep, work);
    for (int32_t j = 0; j <= i; j++) {
      inno__pair p;
      inno__pair_of(column, x[j], n, &p);
      double v = kind == INNO__CORRELATIONS ? inno__pair_correlation(&p) : inno__pair_covariance(&p);
      if (i == j && kind == INNO__CORRELATIONS && v == v) v = 1.0;
      out[(size_t)i * (size_t)k + (size_t)j] = out[(size_t)j * (size_t)k + (size_t)i] = v;
    }
  }
}
