#include "construct/impute_donor.h"

#include <math.h>

#include "base/block.h"
#include "innoscore/keys.h"
#include "numeric/missing.h"
#include "numeric/patterns.h"

typedef struct {
  unsigned char *seen;
  double *range;    /* of each column; 0 = none */
  double *distance; /* of each unit from the one being filled; NaN = no donor */
  double *near;     /* distances of the nearest, ascending, and who they are */
  int64_t *who;
  int64_t *before; /* per group: last complete unit so far; sequential only */
  int64_t *donor;  /* of each unit; sequential only */
} donor_work;

static int32_t group_count(const inno__donor_rule *rule) { return rule->grouping != NULL ? rule->grouping->count : 1; }

static void place(donor_work *w, inno__block *b, int32_t k, int64_t n, const inno__donor_rule *rule) {
  size_t columns = (size_t)k, units = (size_t)n, neighbors = (size_t)rule->neighbors;
  int sequential = rule->rule == INNO_IMPUTE_HOT_DECK_SEQUENTIAL;
  w->range = inno__block_take(b, columns * sizeof *w->range, 8);
  w->distance = inno__block_take(b, units * sizeof *w->distance, 8);
  w->near = inno__block_take(b, neighbors * sizeof *w->near, 8);
  w->who = inno__block_take(b, neighbors * sizeof *w->who, 8);
  w->before = inno__block_take(b, sequential ? (size_t)group_count(rule) * sizeof *w->before : 0, 8);
  w->donor = inno__block_take(b, sequential ? units * sizeof *w->donor : 0, 8);
  w->seen = inno__block_take(b, units > SIZE_MAX / (columns + 1) ? SIZE_MAX : units * columns, 8);
}

size_t inno__impute_donor_work_size(int32_t k, int64_t n, const inno__donor_rule *rule) {
  donor_work w;
  inno__block measure = {NULL, 0, 0};
  place(&w, &measure, k, n, rule);
  return measure.used;
}

static int has(const donor_work *w, const inno__family *f, int32_t c, int64_t unit) {
  return w->seen[(size_t)c * (size_t)f->n + (size_t)unit];
}

static int complete(const donor_work *w, const inno__family *f, int64_t unit) {
  for (int32_t c = 0; c < f->k; c++)
    if (!has(w, f, c, unit)) return 0;
  return f->k > 0;
}

static int32_t group_of(const inno__donor_rule *rule, int64_t unit) {
  return rule->grouping != NULL ? rule->grouping->label[unit] : 0;
}

static double range_of(const double *x, const unsigned char *seen, int64_t n) {
  double low = INFINITY, high = -INFINITY;
  for (int64_t i = 0; i < n; i++) {
    if (!seen[i]) continue;
    low = x[i] < low ? x[i] : low;
    high = x[i] > high ? x[i] : high;
  }
  return low < high ? high - low : 0.0;
}

/* Forward: the last complete unit so far. Backward, for those before the first: the first. */
static void chain_donors(const donor_work *w, const inno__family *f, const inno__donor_rule *rule) {
  for (int32_t g = 0; g < group_count(rule); g++) w->before[g] = -1;
  for (int64_t i = 0; i < f->n; i++) {
    int32_t g = group_of(rule, i);
    w->donor[i] = -1;
    if (g < 0) continue;
    if (complete(w, f, i)) w->before[g] = i;
    w->donor[i] = w->before[g];
  }
  for (int32_t g = 0; g < group_count(rule); g++) w->before[g] = -1;
  for (int64_t i = f->n - 1; i >= 0; i--) {
    int32_t g = group_of(rule, i);
    if (g < 0) continue;
    if (complete(w, f, i)) w->before[g] = i;
    if (w->donor[i] < 0) w->donor[i] = w->before[g];
  }
}

void inno__impute_donor_start(const inno__family *f, const inno__donor_rule *rule, void *work) {
  donor_work w;
  inno__block b = {work, 0, SIZE_MAX};
  place(&w, &b, f->k, f->n, rule);
  inno__patterns_see(f->x, f->k, f->n, f->included, w.seen);
  for (int32_t c = 0; c < f->k; c++) w.range[c] = range_of(f->x[c], w.seen + (size_t)c * (size_t)f->n, f->n);
  if (rule->rule == INNO_IMPUTE_HOT_DECK_SEQUENTIAL) chain_donors(&w, f, rule);
  inno__family_begin(f);
}

/* NaN when they share too little. */
static double distance_between(const donor_work *w, const inno__family *f, int64_t a, int64_t b, int32_t min_overlap) {
  double sum = 0.0;
  int32_t shared = 0;
  for (int32_t c = 0; c < f->k; c++) {
    if (!(w->range[c] > 0.0) || !has(w, f, c, a) || !has(w, f, c, b)) continue;
    double d = (f->x[c][a] - f->x[c][b]) / w->range[c];
    sum += d * d;
    shared++;
  }
  return shared >= min_overlap ? sqrt(sum / (double)shared) : inno__nan();
}

/* Distances to every unit that may give. */
static void measure(const donor_work *w, const inno__family *f, const inno__donor_rule *rule, int64_t unit) {
  int32_t group = group_of(rule, unit);
  int hot = rule->rule == INNO_IMPUTE_HOT_DECK;
  for (int64_t j = 0; j < f->n; j++) {
    int may = j != unit && (!hot || (group >= 0 && group_of(rule, j) == group && complete(w, f, j)));
    w->distance[j] = may ? distance_between(w, f, unit, j, rule->min_overlap) : inno__nan();
  }
}

/* The nearest units that have the column (any column: -1), nearest first; returns how many. */
static int32_t nearest(const donor_work *w, const inno__family *f, int32_t column, int32_t most) {
  int32_t count = 0;
  for (int64_t j = 0; j < f->n; j++) {
    double d = w->distance[j];
    if (d != d || (column >= 0 && !has(w, f, column, j))) continue;
    if (count == most && !(d < w->near[count - 1])) continue;
    int32_t at = count < most ? count++ : count - 1;
    for (; at > 0 && d < w->near[at - 1]; at--) {
      w->near[at] = w->near[at - 1];
      w->who[at] = w->who[at - 1];
    }
    w->near[at] = d;
    w->who[at] = j;
  }
  return count;
}

/* Of the i-th nearest; the nearest has weight 1: no overflow. Units at distance 0 count alone. */
static double weight_of(const donor_work *w, int32_t i, int32_t weighted) {
  if (!weighted) return 1.0;
  if (w->near[0] > 0.0) return w->near[0] / w->near[i];
  return w->near[i] > 0.0 ? 0.0 : 1.0;
}

/* Mean of the donors in the order of nearness, never outside them: equal donors give exactly their value. */
static double mean_of_donors(const donor_work *w, const double *x, int32_t count, int32_t weighted) {
  double sum = 0.0, weights = 0.0, low = INFINITY, high = -INFINITY;
  for (int32_t i = 0; i < count; i++) {
    double value = x[w->who[i]], weight = weight_of(w, i, weighted);
    if (!(weight > 0.0)) break;
    sum += weight * value;
    weights += weight;
    low = value < low ? value : low;
    high = value > high ? value : high;
  }
  double mean = sum / weights;
  return mean < low ? low : mean > high ? high : mean;
}

static void fill_from(const donor_work *w, const inno__family *f, int64_t unit, int64_t donor) {
  for (int32_t c = 0; c < f->k && donor >= 0; c++)
    if (f->fill[c] && !has(w, f, c, unit)) inno__family_put(f, c, unit, f->x[c][donor], donor);
}

static void fill_nearest(const donor_work *w, const inno__family *f, const inno__donor_rule *rule, int64_t unit) {
  for (int32_t c = 0; c < f->k; c++) {
    if (!f->fill[c] || has(w, f, c, unit)) continue;
    int32_t count = nearest(w, f, c, rule->neighbors);
    if (count > 0) inno__family_put(f, c, unit, mean_of_donors(w, f->x[c], count, rule->weighted), w->who[0]);
  }
}

static int lacks_something(const donor_work *w, const inno__family *f, int64_t unit) {
  if (f->included != NULL && !f->included[unit]) return 0;
  for (int32_t c = 0; c < f->k; c++)
    if (f->fill[c] && !has(w, f, c, unit)) return 1;
  return 0;
}

void inno__impute_donor_units(const inno__family *f, const inno__donor_rule *rule, int64_t first, int64_t last,
                              void *work) {
  donor_work w;
  inno__block b = {work, 0, SIZE_MAX};
  place(&w, &b, f->k, f->n, rule);
  for (int64_t i = first; i < last; i++) {
    if (!lacks_something(&w, f, i)) continue;
    if (rule->rule == INNO_IMPUTE_HOT_DECK_SEQUENTIAL) {
      fill_from(&w, f, i, w.donor[i]);
      continue;
    }
    measure(&w, f, rule, i);
    if (rule->rule == INNO_IMPUTE_NEAREST)
      fill_nearest(&w, f, rule, i);
    else if (nearest(&w, f, -1, 1) > 0)
      fill_from(&w, f, i, w.who[0]);
  }
}

int32_t inno__impute_donor_neighbors(const inno__family *f, const inno__donor_rule *rule, int64_t unit, int32_t column,
                                     int64_t *who, double *distance, double *weight, void *work) {
  donor_work w;
  inno__block b = {work, 0, SIZE_MAX};
  place(&w, &b, f->k, f->n, rule);
  measure(&w, f, rule, unit);
  int32_t count = nearest(&w, f, column, rule->neighbors);
  for (int32_t i = 0; i < count; i++) {
    who[i] = w.who[i];
    distance[i] = w.near[i];
    weight[i] = weight_of(&w, i, rule->weighted);
  }
  return count;
}
