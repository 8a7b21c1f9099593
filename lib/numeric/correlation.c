#include "numeric/correlation.h"

#include <math.h>

#include "numeric/missing.h"
#include "numeric/order.h"

enum { LANES = 8 };

static double combine(const double *lane) {
  return ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
}

typedef struct {
  double min, max, lane[LANES];
} spread;

static void note(spread *s, double v, int k) {
  if (v < s->min) s->min = v;
  if (v > s->max) s->max = v;
  s->lane[k] += v;
}

static double mean_of(const spread *s, int64_t count) {
  return s->min == s->max ? s->min : combine(s->lane) / (double)count;
}

void inno__pair_of(const double *x, const double *y, int64_t n, inno__pair *out) {
  spread a = {INFINITY, -INFINITY, {0}}, b = {INFINITY, -INFINITY, {0}};
  double xx[LANES] = {0}, xy[LANES] = {0}, yy[LANES] = {0};
  out->count = 0;
  for (int64_t i = 0; i < n; i++) {
    if (x[i] != x[i] || y[i] != y[i]) continue;
    note(&a, x[i], (int)(i % LANES));
    note(&b, y[i], (int)(i % LANES));
    out->count++;
  }
  out->mean_x = out->mean_y = inno__nan();
  out->xx = out->xy = out->yy = 0.0;
  if (out->count == 0) return;
  out->mean_x = mean_of(&a, out->count);
  out->mean_y = mean_of(&b, out->count);
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
  double r = p->xy / (sqrt(p->xx) * sqrt(p->yy));
  return r > 1.0 ? 1.0 : r < -1.0 ? -1.0 : r;
}

double inno__correlation(const double *x, const double *y, int64_t n) {
  inno__pair p;
  inno__pair_of(x, y, n, &p);
  return inno__pair_correlation(&p);
}

/* ---- ranks: scratch is two columns of values, then what ranking needs ---- */

size_t inno__spearman_work_size(int64_t n) { return 4 * (size_t)n * sizeof(double) + inno__rank_work_size(n); }

double inno__spearman(const double *x, const double *y, int64_t n, void *work) {
  double *a = work, *b = a + n, *rank_a = b + n, *rank_b = rank_a + n;
  int64_t m = 0;
  for (int64_t i = 0; i < n; i++) {
    if (x[i] != x[i] || y[i] != y[i]) continue;
    a[m] = x[i];
    b[m++] = y[i];
  }
  inno__rank(a, m, 0, INNO__TIES_AVERAGE, rank_a, rank_b + n);
  inno__rank(b, m, 0, INNO__TIES_AVERAGE, rank_b, rank_b + n);
  return inno__correlation(rank_a, rank_b, m);
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
