/* The index without each node in turn. */
#include <math.h>
#include <string.h>

#include "analyze/analyze.h"
#include "analyze/shift.h"
#include "base/block.h"
#include "construct/again.h"
#include "construct/rank.h"
#include "numeric/correlation.h"
#include "numeric/kendall.h"
#include "numeric/missing.h"

typedef struct {
  inno_analysis *a;
  const inno_result *r; /* with every node */
  inno_run *run;        /* the same, to be aggregated again */
  int64_t period;
  const double *before, *after; /* scores of the index */
  double *rank_before, *rank;
  void *work;
} removal;

static void place(removal *w, inno__block *b, int64_t n) {
  size_t ranks = inno__rank_units_work_size(n, 0), kendall = inno__kendall_work_size(n);
  size_t spearman = inno__spearman_work_size(n), most = ranks > kendall ? ranks : kendall;
  w->rank_before = inno__block_take(b, (size_t)n * sizeof(double), 8);
  w->rank = inno__block_take(b, (size_t)n * sizeof(double), 8);
  w->work = inno__block_take(b, most > spearman ? most : spearman, 8);
}

/* What lies above a node gets its values of the result again. */
static void restore(const removal *w, int64_t node) {
  const inno__tree *t = w->r->tree;
  for (int64_t p = t->parent[node]; p >= 0; p = t->parent[p])
    memcpy(inno__column(&w->run->result->aggregates, p - t->indicators), w->r->final[p],
           (size_t)w->r->rows * sizeof(double));
}

static void write_units(const removal *w, int64_t first) {
  static const int32_t table = INNO_RECORD_REMOVED;
  double *score = inno__analysis_cells(w->a, table, INNO_FIELD_SCORE) + first;
  double *difference = inno__analysis_cells(w->a, table, INNO_FIELD_DIFFERENCE) + first;
  double *rank = inno__analysis_cells(w->a, table, INNO_FIELD_RANK) + first;
  double *shift = inno__analysis_cells(w->a, table, INNO_FIELD_SHIFT) + first;
  for (int64_t i = 0; i < w->r->units; i++) {
    score[i] = w->after[i];
    difference[i] = w->after[i] - w->before[i];
    rank[i] = w->rank[i];
    shift[i] = w->rank[i] - w->rank_before[i];
  }
}

static void write_node(const removal *w, int64_t record) {
  static const int32_t table = INNO_RECORD_REMOVAL;
  int64_t n = w->r->units;
  inno__shift shift;
  inno__kendall kendall;
  inno__shift_of(w->rank_before, w->rank, n, INFINITY, &shift);
  inno__kendall_of(w->before, w->after, NULL, n, &kendall, w->work);
  inno__analysis_put(w->a, table, record, INNO_FIELD_COUNT, (double)shift.count);
  inno__analysis_put(w->a, table, record, INNO_FIELD_MEAN_SHIFT, shift.mean);
  inno__analysis_put(w->a, table, record, INNO_FIELD_MAX_SHIFT, shift.max);
  inno__analysis_put(w->a, table, record, INNO_FIELD_UNIT, (double)shift.unit);
  inno__analysis_put(w->a, table, record, INNO_FIELD_SPEARMAN, inno__spearman(w->before, w->after, n, w->work));
  inno__analysis_put(w->a, table, record, INNO_FIELD_KENDALL, inno__kendall_tau(&kendall));
}

/* What is known of a node's records before it is left out. */
static void open_records(const removal *w, int64_t node, int64_t first) {
  static const int32_t table = INNO_RECORD_REMOVED;
  double *of = inno__analysis_cells(w->a, table, INNO_FIELD_NODE) + first;
  double *unit = inno__analysis_cells(w->a, table, INNO_FIELD_UNIT) + first;
  size_t bytes = (size_t)w->r->units * sizeof(double);
  for (int64_t i = 0; i < w->r->units; i++) {
    of[i] = (double)node;
    unit[i] = (double)i;
  }
  memcpy(inno__analysis_cells(w->a, table, INNO_FIELD_SCORE_BEFORE) + first, w->before, bytes);
  memcpy(inno__analysis_cells(w->a, table, INNO_FIELD_RANK_BEFORE) + first, w->rank_before, bytes);
  inno__analysis_put(w->a, INNO_RECORD_REMOVAL, node, INNO_FIELD_NODE, (double)node);
  inno__analysis_put(w->a, INNO_RECORD_REMOVAL, node, INNO_FIELD_COUNT, 0.0);
  inno__analysis_put(w->a, INNO_RECORD_REMOVAL, node, INNO_FIELD_UNIT, -1.0);
}

static void leave_out(const removal *w, int64_t node) {
  int64_t leaving = inno__again_leaving(w->run->result->tree, node), first = node * w->r->units;
  inno_status s = leaving < 0 ? INNO_E_NODATA : inno__again_without(w->run, leaving);
  open_records(w, node, first);
  inno__analysis_put(w->a, INNO_RECORD_REMOVAL, node, INNO_FIELD_OTHER, (double)leaving);
  inno__analysis_put(w->a, INNO_RECORD_REMOVAL, node, INNO_FIELD_STATUS, s);
  if (s == INNO_OK) {
    inno__rank_units(w->after, w->r->units, w->r->ties, NULL, w->rank, w->work);
    write_units(w, first);
    write_node(w, node);
  }
  if (leaving >= 0) restore(w, leaving);
}

static inno_status every_node(removal *w, inno_error *error) {
  const inno__tree *t = w->r->tree;
  int64_t n = w->r->units, nodes = t->count - 1, first = 0;
  inno_status s = inno__analysis_grow(w->a, INNO_RECORD_REMOVAL, nodes, &first, error);
  if (s == INNO_OK) s = inno__analysis_grow(w->a, INNO_RECORD_REMOVED, nodes * n, &first, error);
  if (s != INNO_OK) return s;
  w->before = inno__analyze_column(w->r, w->period, nodes);
  w->after = inno__analyze_column(w->run->result, w->period, nodes);
  inno__rank_units(w->before, n, w->r->ties, NULL, w->rank_before, w->work);
  for (int64_t node = 0; node < nodes; node++) leave_out(w, node);
  return INNO_OK;
}

inno_status inno__analyze_removal(inno_analysis *a, const inno__audit_rule *rule, const inno_method *method,
                                  const inno_dataset *dataset, const inno_result *r, int64_t period,
                                  inno_error *error) {
  (void)rule; /* no key changes what is computed */
  removal w = {.a = a, .r = r, .period = period};
  inno__block b = {NULL, 0, 0};
  place(&w, &b, r->units);
  size_t count = b.used / sizeof(double) + 1;
  double *block = inno__analysis_scratch(a, count, error);
  if (block == NULL) return INNO_E_NOMEM;
  b = (inno__block){(unsigned char *)block, 0, b.used};
  place(&w, &b, r->units);
  inno_status s = inno__run_create(&a->allocator, method, dataset, NULL, INNO_KEEP_SCORES, &w.run, error);
  if (s == INNO_OK) s = inno__run_advance(w.run, INT64_MAX, error);
  if (s == INNO_OK) {
    w.run->held = 1;
    s = every_node(&w, error);
  }
  inno__run_destroy(w.run);
  inno__analysis_release(a, block, count);
  return s;
}
