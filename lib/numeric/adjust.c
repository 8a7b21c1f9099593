#include "numeric/adjust.h"

#include "numeric/missing.h"
#include "numeric/order.h"

/* Scratch: sorted values, ranks, then what sorting and ranking need, one after the other. */
size_t inno__adjust_work_size(int64_t n) {
  size_t column = (size_t)n * sizeof(double), rank = inno__rank_work_size(n);
  return 2 * column + (rank > column ? rank : column);
}

static double at_most_one(double p) { return p > 1.0 ? 1.0 : p; }

/* Falling from the largest: p times tests over its place, times factor. */
static void step_up(double *p, int64_t m, double factor) {
  double least = 1.0;
  for (int64_t i = m; i > 0; i--) {
    double v = factor * (double)m / (double)i * p[i - 1];
    if (v < least) least = v;
    p[i - 1] = least;
  }
}

/* Rising from the smallest: p times the tests that are left. */
static void step_down(double *p, int64_t m) {
  double most = 0.0;
  for (int64_t i = 0; i < m; i++) {
    double v = (double)(m - i) * p[i];
    if (v > most) most = v;
    p[i] = at_most_one(most);
  }
}

static double harmonic(int64_t m) {
  double sum = 0.0;
  for (int64_t i = 1; i <= m; i++) sum += 1.0 / (double)i;
  return sum;
}

void inno__adjust(const double *p, int64_t n, int32_t how, double *out, void *work) {
  double *sorted = work, *rank = sorted + n, *rest = rank + n;
  int64_t m = 0;
  inno__rank(p, n, 0, INNO__TIES_MIN, rank, rest);
  for (int64_t i = 0; i < n; i++)
    if (p[i] == p[i]) sorted[m++] = p[i];
  inno__sort(sorted, m, rest);
  if (how == INNO__ADJUST_BENJAMINI_HOCHBERG)
    step_up(sorted, m, 1.0);
  else if (how == INNO__ADJUST_BENJAMINI_YEKUTIELI)
    step_up(sorted, m, harmonic(m));
  else if (how == INNO__ADJUST_HOLM)
    step_down(sorted, m);
  else
    for (int64_t i = 0; i < m; i++) sorted[i] = at_most_one((double)m * sorted[i]);
  /* equal p-values have equal results, so any place among them will do */
  for (int64_t i = 0; i < n; i++) out[i] = rank[i] == rank[i] ? sorted[(int64_t)rank[i] - 1] : inno__nan();
}
