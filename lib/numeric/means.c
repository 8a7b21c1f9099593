#include "numeric/means.h"

#include <math.h>

#include "numeric/missing.h"
#include "numeric/order.h"
#include "numeric/special.h"

/* Units are taken in blocks, so that the sums of one block stay in the nearest cache while the children pass by. */
enum { BLOCK = 256 };

typedef struct {
  double sum[BLOCK], weight[BLOCK], available[BLOCK];
} sums;

static int64_t block_length(int64_t begin, int64_t n) { return n - begin < BLOCK ? n - begin : BLOCK; }

static void clear(sums *s, int64_t m) {
  for (int64_t i = 0; i < m; i++) s->sum[i] = s->weight[i] = s->available[i] = 0.0;
}

static void put_available(const sums *s, int64_t m, double *available) {
  if (available != NULL)
    for (int64_t i = 0; i < m; i++) available[i] = s->available[i];
}

/* sum / weight, missing where there is no weight. Selecting after dividing keeps the loop free of branches. */
static void put_quotients(const sums *s, int64_t m, double *out) {
  const double nan = inno__nan();
  for (int64_t i = 0; i < m; i++) {
    double q = s->sum[i] / s->weight[i];
    out[i] = s->weight[i] > 0.0 ? q : nan;
  }
}

/* ---- the means of transformed values ---- */

/* They are arithmetic means of transformed values. A child of weight 0 may be outside the domain: it is left alone. */
typedef double (*transform)(double x, double p);

static void add_transformed(sums *s, const double *x, double w, int64_t m, transform f, double p) {
  for (int64_t i = 0; i < m; i++) {
    if (x[i] != x[i]) continue;
    s->available[i] += 1.0;
    if (!(w > 0.0)) continue;
    s->sum[i] += w * f(x[i], p);
    s->weight[i] += w;
  }
}

static double logarithm(double x, double p) {
  (void)p;
  return inno__log(x);
}

static double reciprocal(double x, double p) {
  (void)p;
  return 1.0 / x;
}

static double power(double x, double p) {
  if (p == 2.0) return x * x;
  if (p == 0.5) return sqrt(x);
  return p == -1.0 ? 1.0 / x : inno__pow(x, p);
}

static double back(double x, double p) {
  if (p == 2.0) return sqrt(x);
  if (p == 0.5) return x * x;
  return p == -1.0 ? 1.0 / x : inno__pow(x, 1.0 / p);
}

static double exponential(double x, double p) {
  (void)p;
  return inno__exp(x);
}

static void transformed_mean(const double *const *columns, const double *weights, int32_t k, int64_t n, double p,
                             transform forward, transform backward, double *out, double *available) {
  const double nan = inno__nan();
  sums s;
  for (int64_t b = 0; b < n; b += BLOCK) {
    int64_t m = block_length(b, n);
    clear(&s, m);
    for (int32_t c = 0; c < k; c++) add_transformed(&s, columns[c] + b, weights[c], m, forward, p);
    put_quotients(&s, m, out + b);
    for (int64_t i = b; i < b + m; i++) {
      if (out[i] == out[i]) out[i] = backward(out[i], p);
      if (out[i] != out[i]) out[i] = nan;
    }
    put_available(&s, m, available != NULL ? available + b : NULL);
  }
}

void inno__mean_geometric(const double *const *columns, const double *weights, int32_t k, int64_t n, double *out,
                          double *available) {
  transformed_mean(columns, weights, k, n, 0.0, logarithm, exponential, out, available);
}

void inno__mean_harmonic(const double *const *columns, const double *weights, int32_t k, int64_t n, double *out,
                         double *available) {
  transformed_mean(columns, weights, k, n, -1.0, reciprocal, reciprocal, out, available);
}

void inno__weighted_product(const double *const *columns, const double *weights, int32_t k, int64_t n, double *out,
                            double *available) {
  const double nan = inno__nan();
  double whole = 0.0;
  sums s;
  for (int32_t c = 0; c < k; c++) whole += weights[c] > 0.0 ? weights[c] : 0.0;
  for (int64_t b = 0; b < n; b += BLOCK) {
    int64_t m = block_length(b, n);
    clear(&s, m);
    for (int32_t c = 0; c < k; c++) add_transformed(&s, columns[c] + b, weights[c], m, logarithm, 0.0);
    for (int64_t i = 0; i < m; i++) {
      double raised = s.weight[i] == whole ? s.sum[i] : s.sum[i] * (whole / s.weight[i]);
      out[b + i] = s.weight[i] > 0.0 && raised == raised ? inno__exp(raised) : nan;
    }
    put_available(&s, m, available != NULL ? available + b : NULL);
  }
}

void inno__mean_power(const double *const *columns, const double *weights, int32_t k, int64_t n, double p, double *out,
                      double *available) {
  if (p == 1.0)
    inno__mean_arithmetic(columns, weights, k, n, out, available);
  else
    transformed_mean(columns, weights, k, n, p, power, back, out, available);
}

void inno__mean_median(const double *const *columns, const double *weights, int32_t k, int64_t n, double *out,
                       double *available, double *sorted) {
  for (int64_t i = 0; i < n; i++) {
    int32_t m = 0, there = 0;
    for (int32_t c = 0; c < k; c++) {
      double x = columns[c][i];
      if (x != x) continue;
      there++;
      if (weights[c] > 0.0) sorted[m++] = x;
    }
    inno__sort(sorted, m, sorted + k);
    out[i] = m == 0 ? inno__nan() : sorted[(m - 1) / 2];
    if (m > 0 && m % 2 == 0 && sorted[m / 2] != out[i]) out[i] = out[i] / 2.0 + sorted[m / 2] / 2.0;
    if (available != NULL) available[i] = there;
  }
}

void inno__mean_minimum(const double *const *columns, const double *weights, int32_t k, int64_t n, double *out,
                        double *available) {
  for (int64_t i = 0; i < n; i++) {
    double least = inno__nan();
    int32_t there = 0;
    for (int32_t c = 0; c < k; c++) {
      double x = columns[c][i];
      there += x == x;
      if (x == x && weights[c] > 0.0 && !(least <= x)) least = x;
    }
    out[i] = least;
    if (available != NULL) available[i] = there;
  }
}
