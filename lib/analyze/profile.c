/* Every unit at every node: ranks, gaps, and what it is good and bad at. The signs of indicators and aggregates come
 * from profile_signs.c. */
#include "analyze/profile.h"

#include <string.h>

#include "base/block.h"
#include "construct/rank.h"
#include "numeric/missing.h"
#include "numeric/moments.h"
#include "numeric/order.h"

typedef struct {
  inno_analysis *a;
  const inno__audit_rule *rule;
  const inno_result *r;
  int64_t period, nodes;
  inno__grouping groups; /* of the period; label NULL = none was asked for */
  int64_t *start, *unit; /* units of group g: unit[start[g]] to unit[start[g + 1] - 1] */
  double *rank, *value, *work;
  inno__profile_indicators indicators;
} profile;

static void place(profile *w, inno__block *b) {
  size_t n = (size_t)w->r->units, groups = (size_t)w->groups.count, j = (size_t)w->r->tree->indicators;
  size_t ranks = inno__rank_units_work_size(w->r->units, w->groups.count), sorts = 2 * n * sizeof(double);
  w->start = inno__block_take(b, (groups + 2) * sizeof *w->start, 8);
  w->unit = inno__block_take(b, n * sizeof *w->unit, 8);
  w->rank = inno__block_take(b, n * sizeof *w->rank, 8);
  w->value = inno__block_take(b, n * sizeof *w->value, 8);
  w->indicators.worst = inno__block_take(b, j * sizeof *w->indicators.worst, 8);
  w->indicators.distinct = inno__block_take(b, j * sizeof *w->indicators.distinct, 8);
  w->indicators.work = inno__block_take(b, 3 * j * sizeof(double), 8);
  w->work = inno__block_take(b, ranks > sorts ? ranks : sorts, 8);
}

static void sort_units(profile *w) {
  memset(w->start, 0, ((size_t)w->groups.count + 2) * sizeof *w->start);
  for (int64_t i = 0; i < w->r->units; i++)
    if (w->groups.label[i] >= 0) w->start[w->groups.label[i] + 2]++;
  for (int32_t g = 0; g < w->groups.count; g++) w->start[g + 2] += w->start[g + 1];
  for (int64_t i = 0; i < w->r->units; i++)
    if (w->groups.label[i] >= 0) w->unit[w->start[w->groups.label[i] + 1]++] = i;
}

/* Field of a node, unit after unit. */
typedef struct {
  double *cells;
  int64_t stride;
} series;

static series field_of(const profile *w, int64_t node, int32_t field) {
  return (series){inno__analysis_cells(w->a, INNO_RECORD_PROFILE, field) + node, w->nodes};
}

static void put(const profile *w, int64_t node, int32_t field, const double *values) {
  series s = field_of(w, node, field);
  for (int64_t i = 0; i < w->r->units; i++) s.cells[i * s.stride] = values[i];
}

/* Share of the other units that are worse, ties half: from average ranks upwards. */
static void percent_ranks(const profile *w, int64_t node, const double *x, int64_t there) {
  inno__rank(x, w->r->units, 0, INNO__TIES_AVERAGE, w->value, w->work);
  for (int64_t i = 0; i < w->r->units; i++)
    w->value[i] = there > 1 ? (w->value[i] - 1.0) / (double)(there - 1) : inno__nan();
  put(w, node, INNO_FIELD_PERCENT_RANK, w->value);
}

/* What the rules of strengths ask of an indicator: its last rank, the share of its values that differ. */
static void note_indicator(profile *w, int64_t node, const double *x, int64_t there) {
  double worst = 0.0, most = 0.0;
  for (int64_t i = 0; i < w->r->units; i++)
    if (w->rank[i] > worst) worst = w->rank[i];
  inno__rank(x, w->r->units, 0, INNO__TIES_DENSE, w->value, w->work);
  for (int64_t i = 0; i < w->r->units; i++)
    if (w->value[i] > most) most = w->value[i];
  w->indicators.worst[node] = worst;
  w->indicators.distinct[node] = there > 0 ? most / (double)there : 0.0;
}

static void among_all(profile *w, int64_t node) {
  const double *x = inno__analyze_column(w->r, w->period, node);
  int64_t n = w->r->units, there;
  double low, best;
  inno__range(x, n, &low, &best, &there);
  double median = inno__median(x, n, w->work);
  put(w, node, INNO_FIELD_SCORE, x);
  inno__rank_units(x, n, w->r->ties, NULL, w->rank, w->work);
  put(w, node, INNO_FIELD_RANK, w->rank);
  percent_ranks(w, node, x, there);
  if (node < w->r->tree->indicators) note_indicator(w, node, x, there);
  series gap_best = field_of(w, node, INNO_FIELD_GAP_BEST), gap_median = field_of(w, node, INNO_FIELD_GAP_MEDIAN);
  series count = field_of(w, node, INNO_FIELD_GROUP_COUNT), sign = field_of(w, node, INNO_FIELD_GROUP_SIGN);
  series nodes = field_of(w, node, INNO_FIELD_NODE), units = field_of(w, node, INNO_FIELD_UNIT);
  for (int64_t i = 0; i < n; i++) {
    gap_best.cells[i * gap_best.stride] = best - x[i];
    gap_median.cells[i * gap_median.stride] = x[i] - median;
    count.cells[i * count.stride] = sign.cells[i * sign.stride] = 0.0;
    nodes.cells[i * nodes.stride] = (double)node;
    units.cells[i * units.stride] = (double)i;
  }
}

static void among_peers(profile *w, int64_t node, int32_t group) {
  const double *x = inno__analyze_column(w->r, w->period, node);
  const int64_t *unit = w->unit + w->start[group];
  int64_t n = w->start[group + 1] - w->start[group], there;
  double low, best;
  inno__moments m;
  for (int64_t i = 0; i < n; i++) w->value[i] = x[unit[i]];
  inno__range(w->value, n, &low, &best, &there);
  inno__moments_of(w->value, n, &m);
  double sd = inno__sd(&m), median = inno__median(w->value, n, w->work); /* of one unit there is no sd, and no sign */
  series count = field_of(w, node, INNO_FIELD_GROUP_COUNT), sign = field_of(w, node, INNO_FIELD_GROUP_SIGN);
  series gap_best = field_of(w, node, INNO_FIELD_GROUP_GAP_BEST);
  series gap_median = field_of(w, node, INNO_FIELD_GROUP_GAP_MEDIAN);
  for (int64_t i = 0; i < n; i++) {
    double v = w->value[i];
    count.cells[unit[i] * count.stride] = (double)there;
    gap_best.cells[unit[i] * gap_best.stride] = best - v;
    gap_median.cells[unit[i] * gap_median.stride] = v - median;
    sign.cells[unit[i] * sign.stride] = v > m.mean + sd ? 1.0 : v < m.mean - sd ? -1.0 : 0.0;
  }
}

static void of_node(profile *w, int64_t node) {
  among_all(w, node);
  if (w->groups.label == NULL) return;
  inno__rank_units(inno__analyze_column(w->r, w->period, node), w->r->units, w->r->ties, &w->groups, w->rank, w->work);
  put(w, node, INNO_FIELD_GROUP_RANK, w->rank);
  for (int32_t g = 0; g < w->groups.count; g++) among_peers(w, node, g);
}

/* Aggregates that stand on too little have no sign of either kind. */
static void blank_thin(const profile *w) {
  const inno__tree *t = w->r->tree;
  for (int64_t j = t->indicators; j < t->count; j++) {
    const double *coverage = inno__column(&w->r->coverage, j - t->indicators) + w->period * w->r->units;
    series sign = field_of(w, j, INNO_FIELD_SIGN), group_sign = field_of(w, j, INNO_FIELD_GROUP_SIGN);
    for (int64_t i = 0; i < w->r->units; i++)
      if (coverage[i] < w->rule->strength_coverage)
        sign.cells[i * sign.stride] = group_sign.cells[i * group_sign.stride] = 0.0;
  }
}

static inno_status of_all(profile *w, inno_error *error) {
  int64_t first;
  inno_status s = inno__analysis_grow(w->a, INNO_RECORD_PROFILE, w->r->units * w->nodes, &first, error);
  if (s != INNO_OK) return s;
  if (w->groups.label != NULL) sort_units(w);
  for (int64_t node = 0; node < w->nodes; node++) of_node(w, node);
  for (int64_t i = 0; i < w->r->units; i++) {
    int64_t at = i * w->nodes;
    inno__profile_signs(w->rule, w->r->tree, &w->indicators,
                        inno__analysis_values(w->a, INNO_RECORD_PROFILE, INNO_FIELD_RANK) + at,
                        inno__analysis_values(w->a, INNO_RECORD_PROFILE, INNO_FIELD_PERCENT_RANK) + at,
                        inno__analysis_cells(w->a, INNO_RECORD_PROFILE, INNO_FIELD_SIGN) + at);
  }
  if (w->rule->strength_coverage > 0.0) blank_thin(w);
  return INNO_OK;
}

static inno_status find_groups(profile *w, inno_error *error) {
  const char *name = w->rule->group_name;
  if (w->rule->strength_coverage > 0.0 && !(w->r->keep & INNO_KEEP_COVERAGE))
    return inno__fail(error, INNO_E_NOT_KEPT, INNO__MSG_NOT_KEPT, &(inno__where){.what = "INNO_KEEP_COVERAGE"});
  if (name == NULL) return INNO_OK;
  int64_t g = inno__names_find(w->r->group_names, name);
  if (g < 0) return inno__fail(error, INNO_E_MISSING_GROUP, INNO__MSG_MISSING_GROUP, &(inno__where){.what = name});
  w->groups = (inno__grouping){w->r->groups[g].label + w->period * w->r->units, w->r->groups[g].count};
  return INNO_OK;
}

inno_status inno__analyze_profile(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r, int64_t period,
                                  inno_error *error) {
  profile w = {.a = a, .rule = rule, .r = r, .period = period, .nodes = r->tree->count};
  inno__block b = {NULL, 0, 0};
  inno_status s = find_groups(&w, error);
  if (s != INNO_OK) return s;
  place(&w, &b);
  size_t count = b.used / sizeof(double) + 1;
  double *block = inno__analysis_scratch(a, count, error);
  if (block == NULL) return INNO_E_NOMEM;
  b = (inno__block){(unsigned char *)block, 0, b.used};
  place(&w, &b);
  s = of_all(&w, error);
  inno__analysis_release(a, block, count);
  return s;
}
