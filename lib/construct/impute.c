#include "construct/impute.h"

#include <string.h>

#include "base/block.h"
#include "innoscore/result.h"
#include "numeric/missing.h"
#include "numeric/moments.h"
#include "numeric/order.h"

int inno__impute_is_family(int32_t rule) {
  return rule >= INNO_IMPUTE_SIBLING_MEAN && rule <= INNO_IMPUTE_HOT_DECK_SEQUENTIAL;
}

int inno__impute_is_over_time(int32_t rule) {
  return rule >= INNO_IMPUTE_LATEST && rule <= INNO_IMPUTE_LINEAR_CONSTANT;
}

int inno__impute_has_sources(int32_t rule) {
  return inno__impute_is_over_time(rule) || rule == INNO_IMPUTE_NEAREST || rule == INNO_IMPUTE_HOT_DECK ||
         rule == INNO_IMPUTE_HOT_DECK_SEQUENTIAL;
}

/* Fills a missing cell of a unit that is still in; what has no source stays missing. */
static inline double fill_cell(double x, double source, int in, unsigned char *mark) {
  if (x == x || !in || source != source) return x;
  if (mark != NULL) *mark |= INNO_MARK_IMPUTED;
  return source;
}

static void fill_column(const double *x, int64_t n, const double *source, const int32_t *label,
                        const unsigned char *included, double *out, unsigned char *marks) {
  for (int64_t i = 0; i < n; i++) {
    int32_t g = label != NULL ? label[i] : 0;
    double value = g >= 0 ? source[g] : inno__nan();
    out[i] = fill_cell(x[i], value, included == NULL || included[i], marks != NULL ? marks + i : NULL);
  }
}

/* ---- groups: scratch is two values and two counters a group, and thrice the column ---- */

typedef struct {
  double *value, *rest;
  int64_t *start, *next;
  double *sorted, *work;
} group_work;

static void place_groups(group_work *w, inno__block *b, int64_t n, int32_t groups) {
  size_t g = (size_t)groups + 1, rows = (size_t)n;
  w->value = inno__block_take(b, g * sizeof *w->value, 8);
  w->rest = inno__block_take(b, g * sizeof *w->rest, 8);
  w->start = inno__block_take(b, g * sizeof *w->start, 8);
  w->next = inno__block_take(b, g * sizeof *w->next, 8);
  w->sorted = inno__block_take(b, rows * sizeof *w->sorted, 8);
  w->work = inno__block_take(b, 2 * rows * sizeof *w->work, 8);
}

size_t inno__impute_work_size(int64_t n, int32_t group_count) {
  group_work w;
  inno__block measure = {NULL, 0, 0};
  place_groups(&w, &measure, n, group_count);
  return measure.used;
}

/* In the order of the units. The mean of what the first mean left over is added, so that units which all have the same
 * value give that value to the last bit: an imputed unit must tie with them. */
static void group_means(const group_work *w, const double *x, int64_t n, const inno__grouping *g) {
  for (int32_t k = 0; k < g->count; k++) {
    w->value[k] = w->rest[k] = 0.0;
    w->start[k] = 0;
  }
  for (int64_t i = 0; i < n; i++)
    if (g->label[i] >= 0 && x[i] == x[i]) {
      w->value[g->label[i]] += x[i];
      w->start[g->label[i]]++;
    }
  for (int32_t k = 0; k < g->count; k++)
    w->value[k] = w->start[k] > 0 ? w->value[k] / (double)w->start[k] : inno__nan();
  for (int64_t i = 0; i < n; i++)
    if (g->label[i] >= 0 && x[i] == x[i]) w->rest[g->label[i]] += x[i] - w->value[g->label[i]];
  for (int32_t k = 0; k < g->count; k++)
    if (w->start[k] > 0) w->value[k] += w->rest[k] / (double)w->start[k];
}

static void group_medians(const group_work *w, const double *x, int64_t n, const inno__grouping *g) {
  int64_t at = 0;
  for (int32_t k = 0; k < g->count; k++) w->next[k] = 0;
  for (int64_t i = 0; i < n; i++)
    if (g->label[i] >= 0 && x[i] == x[i]) w->next[g->label[i]]++;
  for (int32_t k = 0; k < g->count; k++) {
    int64_t here = w->next[k];
    w->start[k] = w->next[k] = at;
    at += here;
  }
  for (int64_t i = 0; i < n; i++)
    if (g->label[i] >= 0 && x[i] == x[i]) w->sorted[w->next[g->label[i]]++] = x[i];
  for (int32_t k = 0; k < g->count; k++)
    w->value[k] = inno__median(w->sorted + w->start[k], w->next[k] - w->start[k], w->work);
}

void inno__impute_column(const double *x, int64_t n, int32_t rule, const inno__grouping *grouping,
                         const unsigned char *included, double *out, unsigned char *marks, void *work) {
  group_work w;
  int grouped = rule == INNO_IMPUTE_GROUP_MEAN || rule == INNO_IMPUTE_GROUP_MEDIAN;
  inno__block place = {work, 0, SIZE_MAX};
  place_groups(&w, &place, n, grouped ? grouping->count : 0);
  int64_t count = 0;
  if (rule == INNO_IMPUTE_MEAN) w.value[0] = inno__mean(x, n, &count);
  if (rule == INNO_IMPUTE_MEDIAN) w.value[0] = inno__median(x, n, w.work);
  if (rule == INNO_IMPUTE_GROUP_MEAN) group_means(&w, x, n, grouping);
  if (rule == INNO_IMPUTE_GROUP_MEDIAN) group_medians(&w, x, n, grouping);
  fill_column(x, n, w.value, grouped ? grouping->label : NULL, included, out, marks);
}

/* ---- siblings ---- */

size_t inno__impute_siblings_work_size(int64_t n, int32_t k) {
  return (2 * (size_t)k + 2 * (size_t)n) * sizeof(double);
}

/* Adds the unit's scaled values of one column to its sum. */
static void add_scaled(const double *x, double direction, double low, double high, int64_t n, double *sum,
                       double *count) {
  for (int64_t i = 0; i < n; i++) {
    double y = (x[i] * direction - low) / (high - low);
    sum[i] += y == y ? y : 0.0;
    count[i] += y == y ? 1.0 : 0.0;
  }
}

void inno__impute_siblings(const double *const *x, const int32_t *directions, const unsigned char *fill, int32_t k,
                           int64_t n, const unsigned char *included, double *const *out, unsigned char *const *marks,
                           void *work) {
  double *low = work, *high = low + k, *sum = high + k, *count = sum + n;
  memset(sum, 0, 2 * (size_t)n * sizeof *sum);
  for (int32_t c = 0; c < k; c++) {
    int64_t there = 0;
    double min, max, d = directions[c];
    inno__range(x[c], n, &min, &max, &there);
    low[c] = d > 0.0 ? min : -max;
    high[c] = d > 0.0 ? max : -min;
    if (there > 0 && low[c] < high[c]) add_scaled(x[c], d, low[c], high[c], n, sum, count);
  }
  for (int32_t c = 0; c < k; c++) {
    if (!fill[c]) continue;
    int usable = low[c] < high[c]; /* false for NaN as well */
    for (int64_t i = 0; i < n; i++) {
      double mean = count[i] > 0.0 && usable ? sum[i] / count[i] : inno__nan();
      double value = (mean * (high[c] - low[c]) + low[c]) * directions[c];
      unsigned char *mark = marks != NULL && marks[c] != NULL ? marks[c] + i : NULL;
      out[c][i] = fill_cell(x[c][i], value, included == NULL || included[i], mark);
    }
  }
}
