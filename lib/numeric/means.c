#include "numeric/means.h"

#include <float.h>
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

/* ---- arithmetic: what nearly every node of every index is made of ---- */

/* Sums of one block, with the smallest and the largest child that counts. */
typedef struct {
  double sum[BLOCK], low[BLOCK], high[BLOCK];
} ranged;

static inline double lesser(double a, double b) { return a < b ? a : b; }
static inline double greater(double a, double b) { return a > b ? a : b; }

/* Rounding may push a quotient past the smallest or the largest child; held between them, equal children have exactly
 * their value as mean. A sum beyond the range of a double stays infinite. */
static inline double held(double q, double low, double high) {
  double inside = lesser(greater(q, low), high);
  return fabs(q) <= DBL_MAX ? inside : q;
}

static void add_present(ranged *restrict s, double *restrict weight, const double *x, double w, int64_t m) {
  for (int64_t i = 0; i < m; i++) { /* comparisons with NaN are false: low and high stay */
    s->sum[i] += x[i] == x[i] ? w * x[i] : 0.0;
    weight[i] += x[i] == x[i] ? w : 0.0;
    s->low[i] = lesser(x[i], s->low[i]);
    s->high[i] = greater(x[i], s->high[i]);
  }
}

static void count_present(double *restrict available, const double *const *columns, int32_t k, int64_t at, int64_t m) {
  for (int64_t i = 0; i < m; i++) available[i] = 0.0;
  for (int32_t c = 0; c < k; c++) {
    const double *x = columns[c] + at;
    for (int64_t i = 0; i < m; i++) available[i] += x[i] == x[i] ? 1.0 : 0.0;
  }
}

/* Any pattern of missing children. */
static void mean_with_missing(const double *const *columns, const double *weights, int32_t k, int64_t at, int64_t m,
                              double *out) {
  const double nan = inno__nan();
  ranged s;
  double weight[BLOCK];
  for (int64_t i = 0; i < m; i++) {
    s.sum[i] = weight[i] = 0.0;
    s.low[i] = INFINITY;
    s.high[i] = -INFINITY;
  }
  for (int32_t c = 0; c < k; c++)
    if (weights[c] > 0.0) add_present(&s, weight, columns[c] + at, weights[c], m);
  for (int64_t i = 0; i < m; i++) {
    double q = held(s.sum[i] / weight[i], s.low[i], s.high[i]);
    out[i] = q == q ? q : nan; /* also 0 / 0: no child, or none with a weight */
  }
}

/* Adds up to four children, one after the other, while the sums are in registers. many is a constant of the call. */
static inline void add_children(ranged *restrict s, const double *const *columns, const double *weights, int64_t at,
                                int64_t m, const int many, const int first) {
  const double *x0 = columns[0] + at, *x1 = many > 1 ? columns[1] + at : x0, *x2 = many > 2 ? columns[2] + at : x0,
               *x3 = many > 3 ? columns[3] + at : x0;
  const double w0 = weights[0], w1 = many > 1 ? weights[1] : 0.0, w2 = many > 2 ? weights[2] : 0.0,
               w3 = many > 3 ? weights[3] : 0.0;
  for (int64_t i = 0; i < m; i++) {
    double sum = first ? 0.0 : s->sum[i], low = first ? x0[i] : s->low[i], high = first ? x0[i] : s->high[i];
    sum += w0 * x0[i];
    if (!first) low = lesser(x0[i], low), high = greater(x0[i], high);
    if (many > 1) sum += w1 * x1[i], low = lesser(x1[i], low), high = greater(x1[i], high);
    if (many > 2) sum += w2 * x2[i], low = lesser(x2[i], low), high = greater(x2[i], high);
    if (many > 3) sum += w3 * x3[i], low = lesser(x3[i], low), high = greater(x3[i], high);
    s->sum[i] = sum;
    s->low[i] = low;
    s->high[i] = high;
  }
}

static void add_all(ranged *s, const double *const *columns, const double *weights, int32_t k, int64_t at, int64_t m) {
  int32_t c = k < 4 ? k : 4;
  switch (c) {
    case 1: add_children(s, columns, weights, at, m, 1, 1); break;
    case 2: add_children(s, columns, weights, at, m, 2, 1); break;
    case 3: add_children(s, columns, weights, at, m, 3, 1); break;
    default: add_children(s, columns, weights, at, m, 4, 1);
  }
  for (; c + 4 <= k; c += 4) add_children(s, columns + c, weights + c, at, m, 4, 0);
  switch (k - c) {
    case 1: add_children(s, columns + c, weights + c, at, m, 1, 0); break;
    case 2: add_children(s, columns + c, weights + c, at, m, 2, 0); break;
    case 3: add_children(s, columns + c, weights + c, at, m, 3, 0); break;
    default: break;
  }
}

/* The same sums in the same order for children that are all there and all count, without asking: one that is missing
 * makes its sum NaN. Whether no sum was lost is the answer. */
static int mean_of_block(const double *const *columns, const double *weights, int32_t k, int64_t at, int64_t m,
                         double total, double *restrict out) {
  ranged s;
  int64_t whole = 0;
  add_all(&s, columns, weights, k, at, m);
  for (int64_t i = 0; i < m; i++) {
    double q = s.sum[i] / total;
    out[i] = lesser(greater(q, s.low[i]), s.high[i]);
    whole += fabs(q) <= DBL_MAX;
  }
  return whole == m;
}

/* The sum of the weights when each of them counts; 0 otherwise. */
static double total_weight(const double *weights, int32_t k) {
  double total = 0.0;
  for (int32_t c = 0; c < k; c++) {
    if (!(weights[c] > 0.0)) return 0.0;
    total += weights[c];
  }
  return total;
}

void inno__mean_arithmetic(const double *const *columns, const double *weights, int32_t k, int64_t n, double *out,
                           double *available) {
  const double total = total_weight(weights, k);
  for (int64_t at = 0; at < n; at += BLOCK) {
    int64_t m = block_length(at, n);
    int whole = total > 0.0 && mean_of_block(columns, weights, k, at, m, total, out + at);
    if (!whole) mean_with_missing(columns, weights, k, at, m, out + at);
    if (available == NULL) continue;
    if (!whole) count_present(available + at, columns, k, at, m);
    for (int64_t i = at; whole && i < at + m; i++) available[i] = (double)k;
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

void inno__mean_power(const double *const *columns, const double *weights, int32_t k, int64_t n, double p, double *out,
                      double *available) {
  if (p == 1.0) inno__mean_arithmetic(columns, weights, k, n, out, available);
  else transformed_mean(columns, weights, k, n, p, power, back, out, available);
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
