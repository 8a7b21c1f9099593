/* How nodes move with their ancestors, their siblings and the denominators. */
#include <math.h>
#include <string.h>

#include "analyze/correlation.h"
#include "numeric/correlation.h"
#include "numeric/missing.h"

/* Columns of a table of pairs: copies, so that they can be turned round and blanked. */
typedef struct {
  inno_analysis *a;
  const inno__audit_rule *rule;
  int64_t n, columns;
  double *values, *work;
  size_t count; /* doubles that were taken */
} pairs;

static inno_status open_pairs(pairs *p, int64_t columns, inno_error *error) {
  size_t work = inno__association_work_size(p->n);
  p->columns = columns;
  p->count = (size_t)columns * (size_t)p->n + work;
  p->values = inno__analysis_scratch(p->a, p->count, error);
  if (p->values == NULL) return INNO_E_NOMEM;
  p->work = p->values + (size_t)columns * (size_t)p->n;
  return INNO_OK;
}

static void close_pairs(const pairs *p) { inno__analysis_release(p->a, p->values, p->count); }

static double *column(const pairs *p, int64_t j) { return p->values + j * p->n; }

static void take(const pairs *p, int64_t j, const double *x, int turned) {
  double *out = column(p, j);
  for (int64_t i = 0; i < p->n; i++) out[i] = turned ? -x[i] : x[i];
}

/* Only units that have every value, where that is asked for. */
static void blank_incomplete(const pairs *p) {
  if (p->rule->use != INNO_USE_COMPLETE) return;
  for (int64_t i = 0; i < p->n; i++) {
    int complete = 1;
    for (int64_t j = 0; j < p->columns; j++) complete &= !inno__is_missing(column(p, j)[i]);
    for (int64_t j = 0; !complete && j < p->columns; j++) column(p, j)[i] = inno__nan();
  }
}

/* One record; returns the correlation. */
static double write_pair(const pairs *p, int32_t kind, int64_t record, int64_t node, int64_t other, const double *x,
                         const double *y) {
  inno__association found;
  inno__associate(p->rule, x, y, NULL, p->n, p->work, &found);
  inno__association_write(p->a, kind, record, &found);
  inno__analysis_put(p->a, kind, record, INNO_FIELD_NODE, (double)node);
  inno__analysis_put(p->a, kind, record, INNO_FIELD_OTHER, (double)other);
  return found.r;
}

static void flag(const pairs *p, int32_t kind, int64_t record, int32_t value) {
  inno__analysis_put(p->a, kind, record, INNO_FIELD_FLAG, value);
}

/* ---- ancestors ---- */

static int32_t parent_flag(const inno__audit_rule *rule, double r, int alone) {
  if (r <= -rule->silent) return INNO_FLAG_WRONG_SIGN;
  if (fabs(r) < rule->silent) return INNO_FLAG_SILENT;
  return r > rule->redundant && !alone ? INNO_FLAG_DOMINANT : 0; /* NaN is none of them */
}

static inno_status with_ancestors(const pairs *p, const inno__tree *t, inno_error *error) {
  static const int32_t kind = INNO_RECORD_PARENT;
  int64_t records = 0, at = 0;
  for (int64_t j = 0; j < t->count; j++)
    for (int64_t up = t->parent[j]; up >= 0; up = t->parent[up]) records++;
  inno_status s = inno__analysis_grow(p->a, kind, records, &at, error);
  for (int64_t j = 0; s == INNO_OK && j < t->count; j++)
    for (int64_t up = t->parent[j]; up >= 0; up = t->parent[up], at++) {
      double r = write_pair(p, kind, at, j, up, column(p, j), column(p, up));
      int own = up == t->parent[j];
      flag(p, kind, at, own ? parent_flag(p->rule, r, inno__child_count(t, up - t->indicators) == 1) : 0);
    }
  return s == INNO_OK ? inno__association_adjust(p->a, p->rule, kind, error) : s;
}

/* ---- siblings ---- */

static inno_status with_siblings(const pairs *p, const inno__tree *t, inno_error *error) {
  static const int32_t kind = INNO_RECORD_SIBLING;
  int64_t records = 0, at = 0;
  for (int64_t a = 0; a < t->count - t->indicators; a++)
    records += inno__child_count(t, a) * (inno__child_count(t, a) - 1) / 2;
  inno_status s = inno__analysis_grow(p->a, kind, records, &at, error);
  for (int64_t a = 0; s == INNO_OK && a < t->count - t->indicators; a++) {
    const int64_t *child = t->children + t->first_child[a];
    int64_t k = inno__child_count(t, a);
    for (int64_t j = 1; j < k; j++)
      for (int64_t i = 0; i < j; i++, at++) {
        double r = write_pair(p, kind, at, child[i], child[j], column(p, child[i]), column(p, child[j]));
        int32_t conflict = r <= -p->rule->silent ? INNO_FLAG_CONFLICT : 0;
        flag(p, kind, at, r > p->rule->redundant ? INNO_FLAG_REDUNDANT : conflict);
        inno__analysis_put(p->a, kind, at, INNO_FIELD_PARENT, (double)(t->indicators + a));
      }
  }
  return s == INNO_OK ? inno__association_adjust(p->a, p->rule, kind, error) : s;
}

/* 1 = up to this step nothing has made more to be better. */
static int before_normalization(const inno_result *r, int32_t step) {
  for (int32_t k = 0; k < r->step_count && (step == INT32_MIN || k <= step); k++)
    if (r->steps[k].kind == INNO_STEP_NORMALIZE) return 0;
  return 1;
}

static const double *values_of(const inno_result *r, int32_t step, int64_t node) {
  return node >= r->tree->indicators || step == INT32_MIN ? r->final[node] : inno__result_after(r, step, node);
}

static inno_status in_tree(pairs *p, const inno_result *r, int64_t period, int32_t step, inno_error *error) {
  const inno__tree *t = r->tree;
  int turns = p->rule->orient && before_normalization(r, step);
  inno_status s = open_pairs(p, t->count, error);
  if (s != INNO_OK) return s;
  for (int64_t j = 0; j < t->count; j++) {
    take(p, j, values_of(r, step, j) + period * r->units, j < t->indicators && turns && t->direction[j] < 0);
  }
  blank_incomplete(p);
  s = with_ancestors(p, t, error);
  if (s == INNO_OK) s = with_siblings(p, t, error);
  close_pairs(p);
  return s;
}

/* ---- denominators ---- */

/* The column's number among the codes of the analysis, which takes it in after the nodes. */
static inno_status number_of(inno_analysis *a, const char *code, int64_t *number, inno_error *error) {
  *number = inno__names_find(a->nodes, code);
  if (*number < 0) *number = inno__names_add(a->nodes, code);
  return *number >= 0 ? INNO_OK : inno__no_memory(error);
}

static int64_t node_of(const inno__tree *t, const inno_dataset *d, int64_t c) {
  int64_t node = inno__names_find_near(t->codes, inno__names_at(d->column_codes, c), c);
  return node < t->indicators ? node : -1; /* an aggregate's name is free for a column */
}

/* A column that is no indicator. That of development has an analysis of its own: it is meant to move with the index. */
static int is_other(const pairs *p, const inno__tree *t, const inno_dataset *d, int64_t c) {
  const char *development = p->rule->development_code;
  return node_of(t, d, c) < 0 && (development == NULL || strcmp(inno__names_at(d->column_codes, c), development) != 0);
}

/* Indicators first, as in the tree; then the columns that are none. */
static void take_others(const pairs *p, const inno_result *r, const inno_dataset *d, int64_t period, int32_t step) {
  int64_t other = r->tree->indicators;
  for (int64_t j = 0; j < other; j++) take(p, j, values_of(r, step, j) + period * p->n, 0);
  for (int64_t c = 0; c < inno__names_count(d->column_codes); c++)
    if (is_other(p, r->tree, d, c)) take(p, other++, inno__column(&d->columns[c], 0) + period * p->n, 0);
}

static inno_status pair_denominators(const pairs *p, const inno__tree *t, const inno_dataset *d, inno_error *error) {
  static const int32_t kind = INNO_RECORD_DENOMINATOR;
  int64_t at = 0, other = t->indicators;
  inno_status s = inno__analysis_grow(p->a, kind, t->indicators * (p->columns - t->indicators), &at, error);
  for (int64_t c = 0; s == INNO_OK && c < inno__names_count(d->column_codes); c++) {
    int64_t number;
    if (!is_other(p, t, d, c)) continue;
    s = number_of(p->a, inno__names_at(d->column_codes, c), &number, error);
    for (int64_t j = 0; s == INNO_OK && j < t->indicators; j++, at++) {
      double r = write_pair(p, kind, at, j, number, column(p, j), column(p, other));
      flag(p, kind, at, fabs(r) > p->rule->bias ? INNO_FLAG_BIAS : 0);
    }
    other++;
  }
  return s == INNO_OK ? inno__association_adjust(p->a, p->rule, kind, error) : s;
}

static inno_status with_denominators(pairs *p, const inno_result *r, const inno_dataset *d, int64_t period,
                                     int32_t step, inno_error *error) {
  const inno__tree *t = r->tree;
  int64_t others = 0;
  for (int64_t c = 0; c < inno__names_count(d->column_codes); c++) others += is_other(p, t, d, c);
  inno_status s = open_pairs(p, t->indicators + others, error);
  if (s != INNO_OK) return s;
  take_others(p, r, d, period, step);
  blank_incomplete(p);
  s = pair_denominators(p, t, d, error);
  close_pairs(p);
  return s;
}

inno_status inno__analyze_coherence(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r,
                                    int64_t period, int32_t step, const inno_dataset *dataset, inno_error *error) {
  pairs p = {.a = a, .rule = rule, .n = r->units};
  inno_status s = in_tree(&p, r, period, step, error);
  return s == INNO_OK && dataset != NULL ? with_denominators(&p, r, dataset, period, step, error) : s;
}
