/* The whole audit: every analysis of one method and dataset in one object, and what follows from them. */
#include "analyze/analyze.h"
#include "analyze/findings.h"

/* The indicators of a period as columns: raw, or final. */
typedef struct {
  const double **x;
  size_t bytes;
  inno__sample sample;
} columns;

static inno_status open_columns(const inno_analysis *a, const inno_result *r, int64_t period, int raw, columns *c,
                                inno_error *error) {
  int64_t k = r->tree->indicators;
  c->bytes = (size_t)k * sizeof *c->x;
  c->x = inno__alloc(&a->allocator, c->bytes);
  if (c->x == NULL) return inno__no_memory(error);
  for (int64_t i = 0; i < k; i++)
    c->x[i] = raw ? inno__result_after(r, -1, i) + period * r->units : inno__analyze_column(r, period, i);
  c->sample = (inno__sample){.x = c->x, .k = (int32_t)k, .n = r->units, .parent = -1};
  return INNO_OK;
}

static void close_columns(const inno_analysis *a, columns *c) { inno__free(&a->allocator, (void *)c->x, c->bytes); }

/* ---- the data ---- */

/* Children that an aggregate has for each unit, beside the coverage by indicators that the statistics gave. */
static inno_status aggregates_coverage(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r,
                                       int64_t period, inno_error *error) {
  const inno__tree *t = r->tree;
  int64_t count = t->count - t->indicators, at;
  inno_status s = inno__analysis_grow(a, INNO_RECORD_UNIT_COVERAGE, count * r->units, &at, error);
  if (s != INNO_OK) return s;
  double *unit = inno__analysis_cells(a, INNO_RECORD_UNIT_COVERAGE, INNO_FIELD_UNIT);
  double *node = inno__analysis_cells(a, INNO_RECORD_UNIT_COVERAGE, INNO_FIELD_NODE);
  double *available = inno__analysis_cells(a, INNO_RECORD_UNIT_COVERAGE, INNO_FIELD_AVAILABLE);
  double *children = inno__analysis_cells(a, INNO_RECORD_UNIT_COVERAGE, INNO_FIELD_COUNT);
  double *coverage = inno__analysis_cells(a, INNO_RECORD_UNIT_COVERAGE, INNO_FIELD_COVERAGE);
  double *low = inno__analysis_cells(a, INNO_RECORD_UNIT_COVERAGE, INNO_FIELD_LOW_COVERAGE);
  for (int64_t g = 0; g < count; g++) {
    const double *share = inno__column(&r->coverage, g) + period * r->units;
    double k = (double)inno__child_count(t, g);
    for (int64_t i = 0; i < r->units; i++, at++) {
      unit[at] = (double)i;
      node[at] = (double)(t->indicators + g);
      children[at] = k;
      coverage[at] = share[i];
      available[at] = (double)(int64_t)(share[i] * k + 0.5);
      low[at] = share[i] < rule->min_coverage;
    }
  }
  return INNO_OK;
}

static inno_status audit_data(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r, int64_t period,
                              inno_error *error) {
  columns c;
  inno_status s = open_columns(a, r, period, 1, &c, error);
  if (s == INNO_OK) s = inno__analyze_statistics(a, rule, &c.sample, NULL, 0, error);
  close_columns(a, &c);
  return s == INNO_OK ? aggregates_coverage(a, rule, r, period, error) : s;
}

/* ---- all indicators together ---- */

static inno_status audit_indicators(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r,
                                    int64_t period, inno_error *error) {
  columns c;
  inno_status s = open_columns(a, r, period, 0, &c, error);
  if (s == INNO_OK) s = inno__analyze_correlations(a, rule, &c.sample, NULL, error);
  if (s == INNO_OK) s = inno__analyze_reliability(a, rule, &c.sample, error);
  if (s == INNO_OK) s = inno__analyze_components(a, rule, &c.sample, 1, error);
  close_columns(a, &c);
  return s;
}

/* ---- the index against development ---- */

static inno_status audit_development(inno_analysis *a, const inno__audit_rule *rule, const inno_dataset *d,
                                     const inno_result *r, int64_t period, inno_error *error) {
  if (rule->development_code == NULL) return INNO_OK;
  int64_t column = inno__names_find(d->column_codes, rule->development_code);
  if (column < 0)
    return inno__fail(error, INNO_E_MISSING_COLUMN, INNO__MSG_AUDIT_COLUMN,
                      &(inno__where){.what = rule->development_code});
  return inno__analyze_development(a, rule, inno__analyze_column(r, period, r->tree->count - 1),
                                   inno__column(&d->columns[column], 0) + period * r->units, r->units, error);
}

inno_status inno__analyze_audit(inno_analysis *a, const inno__audit_rule *rule, const inno_method *method,
                                const inno_dataset *dataset, const inno_result *r, int64_t period, inno_error *error) {
  inno_status s = audit_data(a, rule, r, period, error);
  if (s == INNO_OK) s = audit_indicators(a, rule, r, period, error);
  if (s == INNO_OK) s = inno__analyze_coherence(a, rule, r, period, INT32_MIN, dataset, error);
  if (s == INNO_OK) s = inno__analyze_families(a, rule, r, period, error);
  if (s == INNO_OK) s = inno__analyze_influence(a, rule, r, period, error);
  if (s == INNO_OK) s = inno__analyze_removal(a, rule, method, dataset, r, period, error);
  if (s == INNO_OK) s = inno__analyze_profile(a, rule, r, period, error);
  if (s == INNO_OK) s = audit_development(a, rule, dataset, r, period, error);
  return s == INNO_OK ? inno__audit_findings(a, rule, r, period, error) : s;
}
