#include <string.h>

#include "analyze/profile.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"
#include "numeric/order.h"

static int64_t number_of_each(const inno__audit_rule *rule, int64_t there) {
  int64_t asked = rule->strength_count > 0 ? rule->strength_count : rule->strengths == INNO_STRENGTHS_GII ? 10 : 5;
  return asked < there / 2 ? asked : there / 2;
}

/* ---- by percentile rank, bounds included ---- */

static double sign_between(double percent, double low, double high) {
  int strong = percent >= high, weak = percent <= low; /* NaN is neither */
  return strong == weak ? 0.0 : strong ? 1.0 : -1.0;
}

static void by_bounds(const inno__audit_rule *rule, const inno__tree *t, const inno__profile_indicators *indicators,
                      const double *rank, const double *percent, double *sign) {
  int64_t there = 0, m = t->indicators;
  double *sorted = indicators->work, low = inno__nan(), high = inno__nan();
  for (int64_t j = 0; j < m; j++)
    if (!inno__is_missing(percent[j])) sorted[there++] = percent[j];
  inno__sort(sorted, there, sorted + m);
  int64_t each = number_of_each(rule, there);
  if (each > 0) {
    low = sorted[each - 1];
    high = sorted[there - each];
  }
  for (int64_t j = 0; j + 1 < t->count; j++) {
    sign[j] = sign_between(percent[j], low, high);
    if (j < m && rank[j] <= 3.0 && percent[j] > 0.5) sign[j] = 1.0;
  }
}

/* ---- just so many ---- */

static int looked_at(const inno__audit_rule *rule, const inno__profile_indicators *indicators, int64_t j, double rank,
                     double percent) {
  if (rule->strengths == INNO_STRENGTHS_COUNT) return !inno__is_missing(percent);
  return rank < indicators->worst[j] && indicators->distinct[j] > rule->min_distinct;
}

/* The first of the smallest keys and the last of the largest, so many of each, in the tree's order. */
static void mark_ends(const double *key, const double *sorted, int64_t m, int64_t there, int64_t each, double *sign) {
  int64_t first = each, last = each;
  double small = sorted[each - 1], large = sorted[there - each];
  for (int64_t j = 0; j < m; j++) {
    first -= key[j] < small;
    last -= key[j] > large;
  }
  for (int64_t j = 0; j < m; j++)
    if (key[j] < small || (key[j] == small && first-- > 0)) sign[j] = 1.0;
  for (int64_t j = m - 1; j >= 0; j--)
    if (key[j] > large || (key[j] == large && last-- > 0)) sign[j] = -1.0;
}

static void by_number(const inno__audit_rule *rule, const inno__tree *t, const inno__profile_indicators *indicators,
                      const double *rank, const double *percent, double *sign) {
  int64_t m = t->indicators, there = 0;
  double *key = indicators->work, *sorted = key + m; /* the smaller the better */
  for (int64_t j = 0; j < m; j++) {
    int counts = looked_at(rule, indicators, j, rank[j], percent[j]);
    key[j] = !counts ? inno__nan() : rule->strengths == INNO_STRENGTHS_COUNT ? -percent[j] : rank[j];
    there += counts;
  }
  memcpy(sorted, key, (size_t)m * sizeof *sorted);
  inno__sort(sorted, m, sorted + m);
  int64_t each = number_of_each(rule, there);
  if (each > 0) mark_ends(key, sorted, m, there, each, sign);
}

void inno__profile_signs(const inno__audit_rule *rule, const inno__tree *tree,
                         const inno__profile_indicators *indicators, const double *rank, const double *percent,
                         double *sign) {
  for (int64_t j = 0; j < tree->count; j++) sign[j] = 0.0;
  if (rule->strengths == INNO_STRENGTHS_GII)
    by_bounds(rule, tree, indicators, rank, percent, sign);
  else
    by_number(rule, tree, indicators, rank, percent, sign);
}
