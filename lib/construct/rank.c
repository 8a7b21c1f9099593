#include "construct/rank.h"

#include <string.h>

#include "base/block.h"
#include "numeric/missing.h"
#include "numeric/order.h"

typedef struct {
  int64_t *next, *unit; /* unit: the units of each group next to each other */
  double *value, *rank;
  void *work;
} group_work;

static void place(group_work *w, inno__block *b, int64_t n, int32_t groups) {
  size_t rows = (size_t)n;
  w->work = inno__block_take(b, inno__rank_work_size(n), 8);
  if (groups == 0) return;
  w->next = inno__block_take(b, ((size_t)groups + 1) * sizeof *w->next, 8);
  w->unit = inno__block_take(b, rows * sizeof *w->unit, 8);
  w->value = inno__block_take(b, rows * sizeof *w->value, 8);
  w->rank = inno__block_take(b, rows * sizeof *w->rank, 8);
}

size_t inno__rank_units_work_size(int64_t n, int32_t group_count) {
  group_work w;
  inno__block measure = {NULL, 0, 0};
  place(&w, &measure, n, group_count);
  return measure.used;
}

/* The constants of the public header and of numeric/order.h are the same numbers. */
void inno__rank_units(const double *x, int64_t n, int32_t ties, const inno__grouping *grouping, double *out,
                      void *work) {
  group_work w = {0};
  inno__block b = {work, 0, SIZE_MAX};
  int32_t groups = grouping != NULL ? grouping->count : 0;
  place(&w, &b, n, groups);
  if (grouping == NULL) {
    inno__rank(x, n, 1, ties, out, w.work);
    return;
  }
  for (int64_t i = 0; i < n; i++) out[i] = inno__nan();
  if (groups == 0) return;
  memset(w.next, 0, ((size_t)groups + 1) * sizeof *w.next);
  for (int64_t i = 0; i < n; i++)
    if (grouping->label[i] >= 0) w.next[grouping->label[i] + 1]++;
  for (int32_t g = 0; g < groups; g++) w.next[g + 1] += w.next[g];
  for (int64_t i = 0; i < n; i++) {
    if (grouping->label[i] < 0) continue;
    int64_t at = w.next[grouping->label[i]]++;
    w.unit[at] = i;
    w.value[at] = x[i];
  }
  for (int64_t g = 0, begin = 0; g < groups; begin = w.next[g++]) {
    inno__rank(w.value + begin, w.next[g] - begin, 1, ties, w.rank, w.work);
    for (int64_t k = begin; k < w.next[g]; k++) out[w.unit[k]] = w.rank[k - begin];
  }
}

/* Different values above v: each is counted where it comes first. */
static double classes_above(const double *x, int64_t n, double v) {
  double classes = 0.0;
  for (int64_t i = 0; i < n; i++) {
    if (!(x[i] > v)) continue;
    int64_t first = 0;
    while (x[first] != x[i]) first++;
    classes += first == i ? 1.0 : 0.0;
  }
  return classes;
}

double inno__rank_of(const double *x, int64_t n, int32_t ties, int64_t unit) {
  const double v = x[unit];
  double above = 0.0, reached = 0.0;
  if (v != v) return inno__nan();
  if (ties == INNO__TIES_DENSE) return classes_above(x, n, v) + 1.0;
  for (int64_t i = 0; i < n; i++) {
    above += x[i] > v ? 1.0 : 0.0;
    reached += x[i] >= v ? 1.0 : 0.0;
  }
  if (ties == INNO__TIES_MAX) return reached;
  return ties == INNO__TIES_AVERAGE ? (above + 1.0 + reached) / 2.0 : above + 1.0;
}
