/* Results side by side, matched by codes. */
#include <math.h>
#include <string.h>

#include "analyze/analyze.h"
#include "analyze/shift.h"
#include "base/block.h"
#include "construct/rank.h"
#include "numeric/correlation.h"
#include "numeric/kendall.h"
#include "numeric/missing.h"

/* Scores and ranks of a node in one result, in the order of the analysis' units. */
typedef struct {
  double *score, *rank;
} side;

typedef struct {
  inno_analysis *a;
  const inno_result *const *results;
  int64_t count, units, nodes;
  int64_t *periods;
  int64_t *unit; /* count x units: position of the unit in each result; -1 = it is not there */
  side before, after;
  double *own; /* ranks in the order of a result */
  void *work;
} comparison;

/* ---- units of all, nodes that all have ---- */

static inno_status unite_units(const inno_result *const *results, int64_t count, inno__names *units,
                               inno_error *error) {
  for (int64_t k = 0; k < count; k++)
    for (int64_t i = 0; i < results[k]->units; i++) {
      const char *code = inno__names_at(results[k]->unit_codes, i);
      if (inno__names_find_near(units, code, i) >= 0) continue;
      if (inno__names_add(units, code) < 0) return inno__no_memory(error);
    }
  return INNO_OK;
}

static inno_status common_nodes(const inno_result *const *results, int64_t count, inno__names *nodes,
                                inno_error *error) {
  const inno__names *first = results[0]->tree->codes;
  for (int64_t j = 0; j < inno__names_count(first); j++) {
    const char *code = inno__names_at(first, j);
    int64_t k = 1;
    while (k < count && inno__names_find_near(results[k]->tree->codes, code, j) >= 0) k++;
    if (k == count && inno__names_add(nodes, code) < 0) return inno__no_memory(error);
  }
  return inno__names_count(nodes) > 0 ? INNO_OK : inno__fail(error, INNO_E_CODE, INNO__MSG_NO_COMMON_NODE, NULL);
}

static inno_status create(const inno_allocator *allocator, const inno_result *const *results, int64_t count,
                          inno_analysis **out, inno_error *error) {
  inno__names *units = NULL, *nodes = NULL;
  inno_status s = INNO_OK;
  if (inno__names_create(allocator, &units) != INNO_OK || inno__names_create(allocator, &nodes) != INNO_OK)
    s = inno__no_memory(error);
  if (s == INNO_OK) s = common_nodes(results, count, nodes, error);
  if (s == INNO_OK) s = unite_units(results, count, units, error);
  if (s == INNO_OK) s = inno__analysis_create(allocator, &inno__audit_kinds, nodes, units, out, error);
  inno__names_destroy(units);
  inno__names_destroy(nodes);
  return s;
}

/* ---- one node in one result ---- */

static void place(comparison *w, inno__block *b, int64_t most) {
  size_t n = (size_t)w->units, ranks = inno__rank_units_work_size(most, 0);
  size_t kendall = inno__kendall_work_size(w->units), spearman = inno__spearman_work_size(w->units);
  size_t larger = ranks > kendall ? ranks : kendall;
  w->periods = inno__block_take(b, (size_t)w->count * sizeof *w->periods, 8);
  w->unit = inno__block_take(b, (size_t)w->count * n * sizeof *w->unit, 8);
  w->before.score = inno__block_take(b, n * sizeof(double), 8);
  w->before.rank = inno__block_take(b, n * sizeof(double), 8);
  w->after.score = inno__block_take(b, n * sizeof(double), 8);
  w->after.rank = inno__block_take(b, n * sizeof(double), 8);
  w->own = inno__block_take(b, (size_t)most * sizeof(double), 8);
  w->work = inno__block_take(b, larger > spearman ? larger : spearman, 8);
}

static void find_units(const comparison *w) {
  for (int64_t k = 0; k < w->count; k++)
    for (int64_t i = 0; i < w->units; i++)
      w->unit[k * w->units + i] = inno__names_find_near(w->results[k]->unit_codes, inno__names_at(w->a->units, i), i);
}

static void take(const comparison *w, int64_t k, int64_t node, const side *out) {
  const inno_result *r = w->results[k];
  int64_t own = inno__names_find_near(r->tree->codes, inno__names_at(w->a->nodes, node), node);
  const double *x = inno__analyze_column(r, w->periods[k], own);
  inno__rank_units(x, r->units, r->ties, NULL, w->own, w->work);
  for (int64_t i = 0; i < w->units; i++) {
    int64_t at = w->unit[k * w->units + i];
    out->score[i] = at >= 0 ? x[at] : inno__nan();
    out->rank[i] = at >= 0 ? w->own[at] : inno__nan();
  }
}

/* ---- records ---- */

static double *cells(const comparison *w, int32_t field, int64_t first) {
  return inno__analysis_cells(w->a, INNO_RECORD_COMPARED, field) + first;
}

static void write_units(const comparison *w, int64_t node, int64_t k, int64_t first) {
  const side *p = &w->before, *q = &w->after;
  double *of = cells(w, INNO_FIELD_NODE, first), *unit = cells(w, INNO_FIELD_UNIT, first);
  double *result = cells(w, INNO_FIELD_RESULT, first);
  for (int64_t i = 0; i < w->units; i++) {
    of[i] = (double)node;
    unit[i] = (double)i;
    result[i] = (double)k;
  }
  memcpy(cells(w, INNO_FIELD_SCORE_BEFORE, first), p->score, (size_t)w->units * sizeof(double));
  memcpy(cells(w, INNO_FIELD_SCORE, first), q->score, (size_t)w->units * sizeof(double));
  memcpy(cells(w, INNO_FIELD_RANK_BEFORE, first), p->rank, (size_t)w->units * sizeof(double));
  memcpy(cells(w, INNO_FIELD_RANK, first), q->rank, (size_t)w->units * sizeof(double));
  double *difference = cells(w, INNO_FIELD_DIFFERENCE, first), *shift = cells(w, INNO_FIELD_SHIFT, first);
  for (int64_t i = 0; i < w->units; i++) {
    difference[i] = q->score[i] - p->score[i];
    shift[i] = q->rank[i] - p->rank[i];
  }
}

static void write_node(const comparison *w, int64_t node, int64_t k, int64_t record) {
  const side *p = &w->before, *q = &w->after;
  inno__shift shift;
  inno__kendall kendall;
  inno__shift_of(p->rank, q->rank, w->units, INFINITY, &shift);
  inno__kendall_of(p->score, q->score, NULL, w->units, &kendall, w->work);
  const inno__cell fields[] = {
      {INNO_FIELD_NODE, (double)node},
      {INNO_FIELD_RESULT, (double)k},
      {INNO_FIELD_COUNT, (double)shift.count},
      {INNO_FIELD_PEARSON, inno__correlation(p->score, q->score, w->units)},
      {INNO_FIELD_RANK_PEARSON, inno__correlation(p->rank, q->rank, w->units)},
      {INNO_FIELD_SPEARMAN, inno__spearman(p->score, q->score, w->units, w->work)},
      {INNO_FIELD_KENDALL, inno__kendall_tau(&kendall)},
      {INNO_FIELD_MEAN_SHIFT, shift.mean},
      {INNO_FIELD_MAX_SHIFT, shift.max},
      {INNO_FIELD_UNIT, (double)shift.unit},
  };
  inno__analysis_put_cells(w->a, INNO_RECORD_COMPARISON, record, fields, sizeof fields / sizeof fields[0]);
}

static inno_status compare_all(comparison *w, const inno__audit_rule *rule, inno_error *error) {
  int64_t others = w->count - 1, records = w->nodes * others, first;
  inno_status s = INNO_OK;
  for (int64_t k = 0; k < w->count && s == INNO_OK; k++)
    s = inno__result_find_period(w->results[k], rule->period, &w->periods[k], error);
  if (s == INNO_OK) s = inno__analysis_grow(w->a, INNO_RECORD_COMPARISON, records, &first, error);
  if (s == INNO_OK) s = inno__analysis_grow(w->a, INNO_RECORD_COMPARED, records * w->units, &first, error);
  if (s != INNO_OK) return s;
  find_units(w);
  for (int64_t node = 0; node < w->nodes; node++) {
    take(w, 0, node, &w->before);
    for (int64_t k = 1; k < w->count; k++) {
      int64_t record = node * others + k - 1;
      take(w, k, node, &w->after);
      write_units(w, node, k, record * w->units);
      write_node(w, node, k, record);
    }
  }
  return INNO_OK;
}

inno_status inno__analyze_comparison(const inno_allocator *allocator, const inno__audit_rule *rule,
                                     const inno_result *const *results, int64_t count, inno_analysis **out,
                                     inno_error *error) {
  comparison w = {.results = results, .count = count};
  inno__block b = {NULL, 0, 0};
  int64_t most = 0;
  inno_status s = create(allocator, results, count, out, error);
  if (s != INNO_OK) return s;
  for (int64_t k = 0; k < count; k++)
    if (results[k]->units > most) most = results[k]->units;
  w.a = *out;
  w.units = inno__names_count(w.a->units);
  w.nodes = inno__names_count(w.a->nodes);
  place(&w, &b, most);
  size_t doubles = b.used / sizeof(double) + 1;
  double *block = inno__analysis_scratch(w.a, doubles, error);
  if (block == NULL) return INNO_E_NOMEM;
  b = (inno__block){(unsigned char *)block, 0, b.used};
  place(&w, &b, most);
  s = compare_all(&w, rule, error);
  inno__analysis_release(w.a, block, doubles);
  return s;
}
