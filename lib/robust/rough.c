#include "robust/rough.h"

enum { L = INNO__LANES };

size_t inno__rough_terms(const inno__table *terms) { return (size_t)terms->rows * (size_t)terms->columns; }

size_t inno__rough_weights(const inno__table *terms) { return (size_t)terms->rows * L; }

static void ends_of(const double *x, int64_t n, double *low, double *high) {
  *low = *high = x[0];
  for (int64_t i = 1; i < n; i++) {
    *low = x[i] < *low ? x[i] : *low;
    *high = x[i] > *high ? x[i] : *high;
  }
}

/* Weights are 0 or more and sum to 1, up to rounding. A sum of m products that is rounded once a step, of factors that
 * are rounded themselves, is off by at most m + 2 roundings of the sum of sizes, which is at most 1 here; the score in
 * double precision by twice as many of its own, of which the largest term decides the size. */
static double error_of(double m, double largest, double reach) {
  return 1.01 * ((m + 3.0) * 0x1p-24 + (2.0 * m + 4.0) * 0x1p-53 * (largest / reach + 1.0));
}

int inno__rough_fill(inno__rough *r, const inno__table *terms, const inno__table *columns) {
  double reach = 0.0, largest = 0.0, low, high;
  r->units = terms->columns;
  r->terms = terms->rows;
  for (int64_t j = 0; j < r->terms; j++) {
    ends_of(inno__column(columns, j), r->units, &low, &high);
    double half = 0.5 * high - 0.5 * low, size = high > -low ? high : -low;
    if (half > reach) reach = half;
    if (size > largest) largest = size;
  }
  r->error = reach > 1e-300 && largest < 1e300 ? error_of((double)r->terms, largest, reach) : 1.0;
  if (!(r->error < 1e-4)) return 0;
  for (int64_t j = 0; j < r->terms; j++) {
    const double *x = inno__column(columns, j);
    ends_of(x, r->units, &low, &high);
    double middle = 0.5 * high + 0.5 * low;
    for (int64_t i = 0; i < r->units; i++) r->term[i * r->terms + j] = (float)((x[i] - middle) / reach);
  }
  return 1;
}

/* A number is cut to a whole one: two of them may be nearer to each other than what they stand for, by less than 1. */
void inno__rough_scale(const inno__rough *r, inno__ranking *k) {
  for (int32_t l = 0; l < L; l++) inno__ranking_scale(k, l, -1.0, 1.0);
  k->near = (int32_t)(2.0 * r->error * k->scale[0]) + 3;
}

/* As the kernels sum. */
static double score_of(const inno__table *terms, int32_t unit, const double *weights, int32_t lane) {
  const double *x = inno__column(terms, unit);
  double sum = 0.0;
  for (int64_t j = 0; j < terms->rows; j++) sum += x[j] * weights[j * L + lane];
  return sum;
}

enum { LONGEST = 8 };

/* Units of a run, the best first; 0 = two are equal, or not numbers. */
static int sort_run(const inno__table *terms, const double *weights, int32_t lane, int32_t *unit, int32_t count) {
  double score[LONGEST];
  for (int32_t k = 0; k < count; k++) {
    int32_t at = k, one = unit[k];
    double x = score_of(terms, one, weights, lane);
    for (; at > 0 && !(score[at - 1] > x); at--) {
      if (!(score[at - 1] < x)) return 0;
      score[at] = score[at - 1];
      unit[at] = unit[at - 1];
    }
    score[at] = x;
    unit[at] = one;
  }
  return 1;
}

int inno__rough_settle(const inno__ranking *k, const inno__table *terms, const double *weights, int32_t lane,
                       const int32_t *keys, int32_t *ranks) {
  const int32_t mask = (int32_t)((1u << k->bits) - 1u);
  for (int32_t p = 0, end = 1; p < k->n; p = end++) {
    int32_t unit[LONGEST];
    while (end < k->n && (keys[end * L + lane] >> k->bits) - (keys[(end - 1) * L + lane] >> k->bits) <= k->near) end++;
    if (end - p == 1) continue;
    if (end - p > LONGEST) return 0;
    for (int32_t i = p; i < end; i++) unit[i - p] = keys[i * L + lane] & mask;
    if (!sort_run(terms, weights, lane, unit, end - p)) return 0;
    for (int32_t i = p; i < end; i++) ranks[unit[i - p] * L + lane] = 2 * (i + 1);
  }
  return 1;
}
