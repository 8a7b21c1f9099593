/* The weighted arithmetic mean: what nearly every node of every index is made of. Eight units are taken together, so
 * that their sums stay in registers while the children pass by. */
#include <float.h>
#include <math.h>

#include "numeric/lanes.h"
#include "numeric/means.h"
#include "numeric/missing.h"

enum { GROUP = 8, TWOS = GROUP / 2 };

typedef struct {
  const double *const *columns;
  const double *weights;
  int32_t k;
  double total; /* sum of the weights when each of them counts, else 0 */
} children;

/* Rounding may push a quotient past the smallest or the largest child; held between them, equal children have exactly
 * their value as mean. */
static inline inno__two held(inno__two q, inno__two low, inno__two high) {
  return inno__two_min(inno__two_max(q, low), high);
}

/* Children that are all there and all count, without asking: one that is missing makes its sum NaN, and the group
 * undone. Returns 0 then, as where a sum is beyond the range of a double. */
static int mean_of_whole(const children *w, int64_t at, double *out) {
  inno__two sum[TWOS], low[TWOS], high[TWOS];
  const inno__two total = inno__two_of(w->total), most = inno__two_of(DBL_MAX);
  int whole = 1;
  for (int t = 0; t < TWOS; t++) {
    sum[t] = inno__two_of(0.0);
    low[t] = inno__two_of(INFINITY);
    high[t] = inno__two_of(-INFINITY);
  }
  for (int32_t c = 0; c < w->k; c++) {
    const double *x = w->columns[c] + at;
    const inno__two weight = inno__two_of(w->weights[c]);
    for (int t = 0; t < TWOS; t++) {
      inno__two v = inno__two_load(x + 2 * t);
      sum[t] = inno__two_add(sum[t], inno__two_mul(weight, v));
      low[t] = inno__two_min(v, low[t]);
      high[t] = inno__two_max(v, high[t]);
    }
  }
  for (int t = 0; t < TWOS; t++) {
    inno__two q = inno__two_div(sum[t], total);
    whole &= inno__two_within(inno__two_abs(q), most);
    inno__two_store(out + 2 * t, held(q, low[t], high[t]));
  }
  return whole;
}

/* The same sums in the same order with any pattern of missing children. */
static void mean_of_present(const children *w, int64_t at, double *out) {
  for (int t = 0; t < TWOS; t++) {
    inno__two sum = inno__two_of(0.0), weights = sum, low = inno__two_of(INFINITY), high = inno__two_of(-INFINITY);
    for (int32_t c = 0; c < w->k; c++) {
      if (!(w->weights[c] > 0.0)) continue;
      const inno__two weight = inno__two_of(w->weights[c]), v = inno__two_load(w->columns[c] + at + 2 * t);
      sum = inno__two_add(sum, inno__two_where_present(v, inno__two_mul(weight, v)));
      weights = inno__two_add(weights, inno__two_where_present(v, weight));
      low = inno__two_min(v, low);
      high = inno__two_max(v, high);
    }
    double quotient[2], inside[2];
    inno__two q = inno__two_div(sum, weights); /* 0 / 0: no child, or none with a weight */
    inno__two_store(quotient, q);
    inno__two_store(inside, held(q, low, high));
    for (int i = 0; i < 2; i++) {
      double size = fabs(quotient[i]); /* a sum beyond the range of a double stays infinite */
      out[2 * t + i] = size <= DBL_MAX ? inside[i] : size > DBL_MAX ? quotient[i] : inno__nan();
    }
  }
}

static void mean_of_group(const children *w, int64_t at, double *out) {
  if (!(w->total > 0.0) || !mean_of_whole(w, at, out)) mean_of_present(w, at, out);
}

/* Fewer units than a group: one after the other. */
static double mean_of_one(const children *w, int64_t i) {
  double sum = 0.0, weights = 0.0, low = INFINITY, high = -INFINITY;
  for (int32_t c = 0; c < w->k; c++) {
    double x = w->columns[c][i];
    if (x != x || !(w->weights[c] > 0.0)) continue;
    sum += w->weights[c] * x;
    weights += w->weights[c];
    low = x < low ? x : low;
    high = x > high ? x : high;
  }
  double q = sum / weights, above = q > low ? q : low;
  if (q != q) return inno__nan();
  return fabs(q) > DBL_MAX ? q : above < high ? above : high;
}

static double total_weight(const double *weights, int32_t k) {
  double total = 0.0;
  for (int32_t c = 0; c < k; c++) {
    if (!(weights[c] > 0.0)) return 0.0;
    total += weights[c];
  }
  return total;
}

static void count_present(const children *w, int64_t n, double *available) {
  for (int64_t i = 0; i < n; i++) available[i] = 0.0;
  for (int32_t c = 0; c < w->k; c++) {
    const double *x = w->columns[c];
    for (int64_t i = 0; i < n; i++) available[i] += x[i] == x[i] ? 1.0 : 0.0;
  }
}

void inno__mean_arithmetic(const double *const *columns, const double *weights, int32_t k, int64_t n, double *out,
                           double *available) {
  const children w = {columns, weights, k, total_weight(weights, k)};
  int64_t at = 0;
  for (; at + GROUP <= n; at += GROUP) mean_of_group(&w, at, out + at);
  /* the last group overlaps the one before: a unit's mean is the same in any group */
  if (at < n && n >= GROUP)
    mean_of_group(&w, n - GROUP, out + n - GROUP);
  else
    for (; at < n; at++) out[at] = mean_of_one(&w, at);
  if (available != NULL) count_present(&w, n, available);
}
