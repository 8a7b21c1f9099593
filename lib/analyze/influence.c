/* Weight against importance, and what a pillar adds to the index. */
#include <math.h>
#include <string.h>

#include "analyze/analyze.h"
#include "analyze/shift.h"
#include "base/block.h"
#include "construct/rank.h"
#include "numeric/correlation.h"
#include "numeric/missing.h"
#include "numeric/moments.h"
#include "numeric/smooth.h"

typedef struct {
  inno_analysis *a;
  const inno__audit_rule *rule;
  const inno_result *r;
  int64_t period;
  int64_t *record; /* first of each node's */
  double *fitted, *rank, *index_rank, *y;
  void *work;
} influence;

static void place(influence *w, inno__block *b) {
  int64_t n = w->r->units;
  size_t ranks = inno__rank_units_work_size(n, 0), smooth = inno__smooth_work_size(n);
  size_t spearman = inno__spearman_work_size(n), most = ranks > smooth ? ranks : smooth;
  w->record = inno__block_take(b, (size_t)w->r->tree->count * sizeof *w->record, 8);
  w->fitted = inno__block_take(b, (size_t)n * sizeof(double), 8);
  w->y = inno__block_take(b, (size_t)n * sizeof(double), 8);
  w->rank = inno__block_take(b, (size_t)n * sizeof(double), 8);
  w->index_rank = inno__block_take(b, (size_t)n * sizeof(double), 8);
  w->work = inno__block_take(b, most > spearman ? most : spearman, 8);
}

static const double *scores(const influence *w, int64_t node) { return inno__analyze_column(w->r, w->period, node); }

/* Var(E(y|x)) / Var(y), E by the smoother, over the units with both. Above the whole variance only by rounding, and
 * then 1. NaN where y does not vary, or x takes one value. */
static double correlation_ratio(const influence *w, const double *x, const double *y, double *freedom) {
  int64_t n = w->r->units;
  inno__smooth_report report;
  inno__moments fitted, whole;
  for (int64_t i = 0; i < n; i++) w->y[i] = inno__is_missing(x[i]) ? inno__nan() : y[i];
  inno__smooth(x, w->y, n, inno__nan(), w->fitted, &report, w->work);
  *freedom = report.order >= INNO__SMOOTH_LINE ? report.freedom : inno__nan();
  inno__moments_of(w->y, n, &whole);
  inno__moments_of(w->fitted, n, &fitted);
  if (report.order < INNO__SMOOTH_LINE || !(whole.s2 > 0.0)) return inno__nan();
  double share = fitted.s2 / whole.s2;
  return share < 1.0 ? share : 1.0;
}

static void write_influence(const influence *w, int64_t node, int64_t other, int64_t record) {
  const inno__tree *t = w->r->tree;
  const double *x = scores(w, node), *y = scores(w, other);
  inno__pair pair;
  double freedom, importance = correlation_ratio(w, x, y, &freedom);
  inno__pair_of(x, y, w->r->units, &pair);
  double r = inno__pair_correlation(&pair);
  const inno__cell fields[] = {
      {INNO_FIELD_NODE, (double)node},
      {INNO_FIELD_OTHER, (double)other},
      {INNO_FIELD_COUNT, (double)pair.count},
      {INNO_FIELD_SHARE, t->share[node]},
      {INNO_FIELD_EFFECTIVE, t->effective[node]},
      {INNO_FIELD_CORRELATION, r},
      {INNO_FIELD_IMPORTANCE_LINEAR, r * r},
      {INNO_FIELD_IMPORTANCE, importance},
      {INNO_FIELD_DEGREES, freedom},
  };
  inno__analysis_put_cells(w->a, INNO_RECORD_INFLUENCE, record, fields, sizeof fields / sizeof fields[0]);
}

/* Its part of the importance of all siblings for the same node; those without one count nothing. */
static void share_importance(const influence *w, int64_t to_index) {
  const inno__tree *t = w->r->tree;
  const double *importance = inno__analysis_values(w->a, INNO_RECORD_INFLUENCE, INNO_FIELD_IMPORTANCE);
  double *share = inno__analysis_cells(w->a, INNO_RECORD_INFLUENCE, INNO_FIELD_IMPORTANCE_SHARE);
  for (int64_t a = 0; a < t->count - t->indicators; a++) {
    double sum = 0.0;
    if (to_index && t->indicators + a == t->count - 1) continue; /* the parent is the index: one record does */
    for (int64_t c = t->first_child[a]; c < t->first_child[a + 1]; c++) {
      double v = importance[w->record[t->children[c]] + to_index];
      sum += v == v ? v : 0.0;
    }
    for (int64_t c = t->first_child[a]; c < t->first_child[a + 1]; c++) {
      int64_t at = w->record[t->children[c]] + to_index;
      share[at] = sum > 0.0 ? importance[at] / sum : inno__nan();
    }
  }
}

static inno_status weigh_importance(const influence *w, inno_error *error) {
  const inno__tree *t = w->r->tree;
  int64_t index = t->count - 1, count = 0, first;
  for (int64_t j = 0; j < index; j++) {
    w->record[j] = count;
    count += t->parent[j] == index ? 1 : 2;
  }
  inno_status s = inno__analysis_grow(w->a, INNO_RECORD_INFLUENCE, count, &first, error);
  if (s != INNO_OK) return s;
  for (int64_t j = 0; j < index; j++) {
    write_influence(w, j, t->parent[j], w->record[j]);
    if (t->parent[j] != index) write_influence(w, j, index, w->record[j] + 1);
  }
  share_importance(w, 0);
  share_importance(w, 1);
  return INNO_OK;
}

/* ---- added value ---- */

/* What an auditor calls a pillar: every aggregate below the index, and what stands directly below the index. */
static int is_pillar(const inno__tree *t, int64_t node) {
  return node + 1 < t->count && (node >= t->indicators || t->parent[node] == t->count - 1);
}

static void write_added(const influence *w, int64_t node, int64_t record) {
  int64_t n = w->r->units, index = w->r->tree->count - 1;
  inno__shift shift;
  inno__rank_units(scores(w, node), n, w->r->ties, NULL, w->rank, w->work);
  inno__shift_of(w->index_rank, w->rank, n, w->rule->places, &shift);
  const inno__cell fields[] = {
      {INNO_FIELD_NODE, (double)node},
      {INNO_FIELD_COUNT, (double)shift.count},
      {INNO_FIELD_DIFFERENT, (double)shift.different},
      {INNO_FIELD_DIFFERENT_SHARE, shift.count > 0 ? (double)shift.different / (double)shift.count : inno__nan()},
      {INNO_FIELD_MEAN_SHIFT, shift.mean},
      {INNO_FIELD_MAX_SHIFT, shift.max},
      {INNO_FIELD_SPEARMAN, inno__spearman(scores(w, node), scores(w, index), n, w->work)},
  };
  inno__analysis_put_cells(w->a, INNO_RECORD_ADDED_VALUE, record, fields, sizeof fields / sizeof fields[0]);
}

static inno_status add_values(const influence *w, inno_error *error) {
  const inno__tree *t = w->r->tree;
  int64_t count = 0, at = 0;
  for (int64_t j = 0; j < t->count; j++) count += is_pillar(t, j);
  inno_status s = inno__analysis_grow(w->a, INNO_RECORD_ADDED_VALUE, count, &at, error);
  if (s != INNO_OK) return s;
  inno__rank_units(scores(w, t->count - 1), w->r->units, w->r->ties, NULL, w->index_rank, w->work);
  for (int64_t j = 0; j < t->count; j++)
    if (is_pillar(t, j)) write_added(w, j, at++);
  return INNO_OK;
}

inno_status inno__analyze_influence(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r,
                                    int64_t period, inno_error *error) {
  influence w = {.a = a, .rule = rule, .r = r, .period = period};
  inno__block b = {NULL, 0, 0};
  place(&w, &b);
  size_t count = b.used / sizeof(double) + 1;
  double *block = inno__analysis_scratch(a, count, error);
  if (block == NULL) return INNO_E_NOMEM;
  b = (inno__block){(unsigned char *)block, 0, b.used};
  place(&w, &b);
  inno_status s = weigh_importance(&w, error);
  if (s == INNO_OK) s = add_values(&w, error);
  inno__analysis_release(a, block, count);
  return s;
}
