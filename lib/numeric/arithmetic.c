/* The weighted arithmetic mean: what nearly every node of every index is made of. Eight units are taken together, so
 * that their sums stay in registers while the children pass by. */
#include <float.h>
#include <math.h>

#include "numeric/lanes.h"
#include "numeric/means.h"
#include "numeric/missing.h"

enum { GROUP = INNO__EIGHT };

typedef struct {
  const double *const *columns;
  const double *weights;
  int32_t k;
  double total; /* sum of the weights when each of them counts, else 0 */
} children;

/* Rounding may push a quotient past the smallest or the largest child; held between them, equal children have exactly
 * their value as mean. Of two zeros the mean is 0, never -0: which of them came first, the lanes do not know. */
static inline inno__two held(inno__two q, inno__two low, inno__two high) {
  return inno__two_add(inno__two_min(high, inno__two_max(low, q)), inno__two_of(0.0));
}

/* Two units with any pattern of missing children: a missing one adds 0 to both sums. Returns 0 where a sum is beyond
 * the range of a double: it stays infinite. */
static int mean_of_present(const children *w, int64_t at, double *out) {
  inno__two sum = inno__two_of(0.0), weights = sum, low = inno__two_of(INFINITY), high = inno__two_of(-INFINITY);
  for (int32_t c = 0; c < w->k; c++) {
    if (!(w->weights[c] > 0.0)) continue;
    const inno__two weight = inno__two_of(w->weights[c]), v = inno__two_load(w->columns[c] + at);
    sum = inno__two_add(sum, inno__two_where_present(v, inno__two_mul(weight, v)));
    weights = inno__two_add(weights, inno__two_where_present(v, weight));
    low = inno__two_min(v, low);
    high = inno__two_max(v, high);
  }
  const inno__two q = inno__two_div(sum, weights); /* 0 / 0: no child, or none with a weight */
  inno__two_store(out, held(q, low, high));
  if (inno__two_finite(q)) return 1;
  double quotient[2];
  int finite = 1;
  inno__two_store(quotient, q);
  for (int i = 0; i < 2; i++) {
    if (quotient[i] != quotient[i]) out[i] = inno__nan();
    if (fabs(quotient[i]) > DBL_MAX) out[i] = quotient[i], finite = 0;
  }
  return finite;
}

/* One child of two units. Two by two, because compilers then get by with the registers there are. */
static inline void add_child(const double *x, inno__two weight, inno__two *sum, inno__two *low, inno__two *high) {
  const inno__two v = inno__two_load(x);
  *sum = inno__two_add(*sum, inno__two_mul(weight, v));
  *low = inno__two_min(*low, v);
  *high = inno__two_max(*high, v);
}

/* Children that are all there and all count, without asking: one that is missing makes its sum NaN, and its unit is
 * done again. The sums are the same in the same order. */
static inline int mean_of_whole(const children *w, int64_t at, double *out) {
  inno__eight low = inno__eight_load(w->columns[0] + at), high = low;
  inno__eight sum = inno__eight_mul(inno__eight_of(w->weights[0]), low);
  for (int32_t c = 1; c < w->k; c++) {
    const double *x = w->columns[c] + at;
    const inno__two weight = inno__two_of(w->weights[c]);
    add_child(x, weight, &sum.a, &low.a, &high.a);
    add_child(x + 2, weight, &sum.b, &low.b, &high.b);
    add_child(x + 4, weight, &sum.c, &low.c, &high.c);
    add_child(x + 6, weight, &sum.d, &low.d, &high.d);
  }
  const inno__eight q = inno__eight_div(sum, inno__eight_of(w->total));
  inno__two_store(out, held(q.a, low.a, high.a));
  inno__two_store(out + 2, held(q.b, low.b, high.b));
  inno__two_store(out + 4, held(q.c, low.c, high.c));
  inno__two_store(out + 6, held(q.d, low.d, high.d));
  if (inno__eight_surely_finite(q)) return 1;
  int finite = 1;
  if (!inno__two_finite(q.a)) finite &= mean_of_present(w, at, out);
  if (!inno__two_finite(q.b)) finite &= mean_of_present(w, at + 2, out + 2);
  if (!inno__two_finite(q.c)) finite &= mean_of_present(w, at + 4, out + 4);
  if (!inno__two_finite(q.d)) finite &= mean_of_present(w, at + 6, out + 6);
  return finite;
}

static inline int mean_of_group(const children *w, int64_t at, double *out) {
  if (w->total > 0.0) return mean_of_whole(w, at, out);
  int finite = 1;
  for (int64_t i = 0; i < GROUP; i += 2) finite &= mean_of_present(w, at + i, out + i);
  return finite;
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
  double q = sum / weights, above = low > q ? low : q;
  if (q != q) return inno__nan();
  return fabs(q) > DBL_MAX ? q : (high < above ? high : above) + 0.0;
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

int inno__mean_arithmetic(const double *const *columns, const double *weights, int32_t k, int64_t n, double *out,
                          double *available) {
  const children w = {columns, weights, k, total_weight(weights, k)};
  int64_t at = 0;
  int finite = 1;
  for (; at + GROUP <= n; at += GROUP) finite &= mean_of_group(&w, at, out + at);
  /* the last group overlaps the one before: a unit's mean is the same in any group */
  if (at < n && n >= GROUP) finite &= mean_of_group(&w, n - GROUP, out + n - GROUP);
  for (; at < n && n < GROUP; at++) {
    out[at] = mean_of_one(&w, at);
    finite &= !(fabs(out[at]) > DBL_MAX);
  }
  if (available != NULL) count_present(&w, n, available);
  return finite;
}
