/* The tables of the principal components of a family. */
#include "analyze/components.h"
#include "innoscore/keys.h"
#include "numeric/components.h"
#include "numeric/correlation.h"
#include "numeric/distribution.h"
#include "numeric/missing.h"
#include "numeric/rotation.h"

static inline void put(inno_analysis *a, int32_t kind, int32_t field, int64_t at, double value) {
  inno__analysis_put(a, kind, at, field, value == value ? value : inno__nan());
}

/* ---- room ---- */

static size_t marks_count(int64_t n) { return ((size_t)n + sizeof(double) - 1) / sizeof(double); }

static double *take(double **from, size_t count) {
  double *p = *from;
  *from += count;
  return p;
}

static void place(inno__components *c, double *from) {
  const size_t k = (size_t)c->k, square = k * k;
  c->column = take(&from, (size_t)c->data->n);
  c->r = take(&from, square);
  c->vectors = take(&from, square);
  c->loadings = take(&from, square);
  c->rotated = take(&from, square);
  c->structure = take(&from, square);
  c->turned = take(&from, square);
  c->factors = take(&from, square);
  c->work = take(&from, 2 * square + inno__promax_work_count(c->k));
  c->values = take(&from, k);
  c->mean = take(&from, k);
  c->sd = take(&from, k);
  c->squares = take(&from, k);
  c->weights = take(&from, k);
  c->adequacy = take(&from, k);
  c->random_mean = take(&from, k);
  c->random_upper = take(&from, k);
  c->factor = (int32_t *)(void *)take(&from, k);
}

static size_t room(const inno__components *c) {
  const size_t k = (size_t)c->k;
  return (size_t)c->data->n + 9 * k * k + inno__promax_work_count(c->k) + 9 * k;
}

/* ---- what is always there ---- */

static inno_status open_family(inno_analysis *a, const inno__components *c, int64_t *at, int64_t *item,
                               inno_error *error) {
  const double parent = (double)c->data->parent;
  inno_status s = inno__analysis_grow(a, INNO_RECORD_COMPONENTS, 1, at, error);
  if (s == INNO_OK) s = inno__analysis_grow(a, INNO_RECORD_COMPONENT_ITEM, c->k, item, error);
  if (s != INNO_OK) return s;
  put(a, INNO_RECORD_COMPONENTS, INNO_FIELD_PARENT, *at, parent);
  put(a, INNO_RECORD_COMPONENTS, INNO_FIELD_ITEMS, *at, c->k);
  put(a, INNO_RECORD_COMPONENTS, INNO_FIELD_COUNT, *at, (double)c->count);
  put(a, INNO_RECORD_COMPONENTS, INNO_FIELD_RETAINED, *at, 0.0);
  put(a, INNO_RECORD_COMPONENTS, INNO_FIELD_KAISER, *at, 0.0);
  put(a, INNO_RECORD_COMPONENTS, INNO_FIELD_PARALLEL, *at, -1.0);
  for (int32_t j = 0; j < c->k; j++) {
    put(a, INNO_RECORD_COMPONENT_ITEM, INNO_FIELD_PARENT, *item + j, parent);
    put(a, INNO_RECORD_COMPONENT_ITEM, INNO_FIELD_NODE, *item + j, (double)inno__sample_node(c->data, j));
    put(a, INNO_RECORD_COMPONENT_ITEM, INNO_FIELD_COMPONENT, *item + j, -1.0);
  }
  return INNO_OK;
}

/* ---- what was found ---- */

static void write_family(inno_analysis *a, const inno__components *c, int64_t at) {
  const int32_t kind = INNO_RECORD_COMPONENTS;
  put(a, kind, INNO_FIELD_RETAINED, at, c->m);
  put(a, kind, INNO_FIELD_KAISER, at, c->kaiser);
  put(a, kind, INNO_FIELD_PARALLEL, at, c->parallel);
  put(a, kind, INNO_FIELD_ADEQUACY, at, c->of_all.kmo);
  put(a, kind, INNO_FIELD_CHI_SQUARED, at, c->of_all.bartlett);
  put(a, kind, INNO_FIELD_DEGREES, at, c->of_all.freedom);
  put(a, kind, INNO_FIELD_P_VALUE, at, inno__chi_squared_upper(c->of_all.bartlett, c->of_all.freedom));
}

static void write_items(inno_analysis *a, const inno__components *c, int64_t first) {
  const int32_t kind = INNO_RECORD_COMPONENT_ITEM;
  for (int32_t j = 0; j < c->k; j++) {
    double sum = 0.0;
    for (int32_t f = 0; f < c->m; f++) {
      double l = c->loadings[(size_t)j * (size_t)c->m + (size_t)f];
      sum += l * l;
    }
    put(a, kind, INNO_FIELD_COMMUNALITY, first + j, sum);
    put(a, kind, INNO_FIELD_ADEQUACY, first + j, c->adequacy[j]);
    put(a, kind, INNO_FIELD_COMPONENT, first + j, c->factor[j]);
    put(a, kind, INNO_FIELD_WEIGHT, first + j, c->weights[j]);
  }
}

static inno_status write_components(inno_analysis *a, const inno__components *c, inno_error *error) {
  const int32_t kind = INNO_RECORD_COMPONENT;
  double together = 0.0;
  int64_t first;
  inno_status s = inno__analysis_grow(a, kind, c->k, &first, error);
  for (int32_t f = 0; s == INNO_OK && f < c->k; f++) {
    together += c->values[f];
    put(a, kind, INNO_FIELD_PARENT, first + f, (double)c->data->parent);
    put(a, kind, INNO_FIELD_COMPONENT, first + f, f);
    put(a, kind, INNO_FIELD_EIGENVALUE, first + f, c->values[f]);
    put(a, kind, INNO_FIELD_VARIANCE_SHARE, first + f, c->values[f] / c->k);
    put(a, kind, INNO_FIELD_CUMULATIVE, first + f, together / c->k);
    if (f < c->m) put(a, kind, INNO_FIELD_ROTATED_VARIANCE, first + f, c->squares[f]);
    if (c->parallel < 0) continue;
    put(a, kind, INNO_FIELD_RANDOM_MEAN, first + f, c->random_mean[f]);
    put(a, kind, INNO_FIELD_RANDOM_QUANTILE, first + f, c->random_upper[f]);
  }
  return s;
}

/* Columns one after the other, each with all its components. */
static inno_status write_loadings(inno_analysis *a, const inno__components *c, inno_error *error) {
  const int32_t kind = INNO_RECORD_LOADING;
  const int64_t k = c->k;
  int64_t first;
  inno_status s = inno__analysis_grow(a, kind, k * k, &first, error);
  if (s != INNO_OK) return s;
  double *parent = inno__analysis_cells(a, kind, INNO_FIELD_PARENT) + first;
  double *node = inno__analysis_cells(a, kind, INNO_FIELD_NODE) + first;
  double *component = inno__analysis_cells(a, kind, INNO_FIELD_COMPONENT) + first;
  double *vector = inno__analysis_cells(a, kind, INNO_FIELD_VECTOR) + first;
  double *loading = inno__analysis_cells(a, kind, INNO_FIELD_LOADING) + first;
  double *rotated = inno__analysis_cells(a, kind, INNO_FIELD_ROTATED) + first;
  double *structure = inno__analysis_cells(a, kind, INNO_FIELD_STRUCTURE) + first;
  inno__component_loadings(c->values, c->vectors, c->k, c->k, loading);
  for (int32_t j = 0; j < c->k; j++)
    for (int32_t f = 0; f < c->k; f++) {
      const int64_t at = j * k + f, kept = (int64_t)j * c->m + f;
      parent[at] = (double)c->data->parent;
      node[at] = (double)inno__sample_node(c->data, j);
      component[at] = f;
      vector[at] = c->vectors[f * k + j];
      if (f >= c->m) continue;
      rotated[at] = c->rotated[kept];
      structure[at] = c->structure[kept];
    }
  return INNO_OK;
}

/* Of the rotation and the correlations of the factors: what leads from unrotated scores to scores. */
static const double *turn_of_scores(const inno__components *c) {
  const size_t m = (size_t)c->m;
  for (size_t f = 0; f < m; f++)
    for (size_t g = 0; g < m; g++) {
      double sum = 0.0;
      for (size_t h = 0; h < m; h++) sum += c->turned[f * m + h] * c->factors[h * m + g];
      c->work[f * m + g] = sum;
    }
  return c->work;
}

/* Units one after the other, each with all components that were kept. */
static inno_status write_scores(inno_analysis *a, const inno__components *c, inno_error *error) {
  const int32_t kind = INNO_RECORD_COMPONENT_SCORE;
  const int64_t n = c->data->n, m = c->m;
  int64_t first;
  inno_status s = inno__analysis_grow(a, kind, n * m, &first, error);
  if (s != INNO_OK) return s;
  double *parent = inno__analysis_cells(a, kind, INNO_FIELD_PARENT) + first;
  double *unit = inno__analysis_cells(a, kind, INNO_FIELD_UNIT) + first;
  double *component = inno__analysis_cells(a, kind, INNO_FIELD_COMPONENT) + first;
  double *score = inno__analysis_cells(a, kind, INNO_FIELD_SCORE) + first;
  const double *turn = turn_of_scores(c);
  double *coefficient = c->work + m * m;
  for (int32_t f = 0; f < c->m; f++) {
    inno__score_coefficients(c->values, c->vectors, c->k, c->m, turn, f, coefficient);
    for (int64_t i = 0; i < n; i++) {
      double sum = 0.0;
      for (int32_t j = 0; j < c->k && c->keep[i]; j++)
        sum += (c->data->x[j][i] - c->mean[j]) / c->sd[j] * coefficient[j];
      parent[i * m + f] = (double)c->data->parent;
      unit[i * m + f] = (double)i;
      component[i * m + f] = f;
      score[i * m + f] = c->keep[i] ? sum : inno__nan();
    }
  }
  return INNO_OK;
}

static inno_status write_factor_correlations(inno_analysis *a, const inno__components *c, inno_error *error) {
  const int32_t kind = INNO_RECORD_FACTOR_CORRELATION;
  int64_t at;
  if (c->rule->rotation != INNO_ROTATION_PROMAX) return INNO_OK;
  inno_status s = inno__analysis_grow(a, kind, (int64_t)c->m * (c->m - 1) / 2, &at, error);
  for (int32_t g = 1; s == INNO_OK && g < c->m; g++)
    for (int32_t f = 0; f < g; f++, at++) {
      put(a, kind, INNO_FIELD_PARENT, at, (double)c->data->parent);
      put(a, kind, INNO_FIELD_COMPONENT, at, f);
      put(a, kind, INNO_FIELD_OTHER, at, g);
      put(a, kind, INNO_FIELD_CORRELATION, at, c->factors[(size_t)f * (size_t)c->m + (size_t)g]);
    }
  return s;
}

static inno_status write_all(inno_analysis *a, const inno__components *c, int64_t at, int64_t item, inno_error *error) {
  write_family(a, c, at);
  write_items(a, c, item);
  inno_status s = write_components(a, c, error);
  if (s == INNO_OK) s = write_loadings(a, c, error);
  if (s == INNO_OK) s = write_scores(a, c, error);
  if (s == INNO_OK) s = write_factor_correlations(a, c, error);
  return s;
}

/* ---- a family ---- */

/* Fills the status of the family; a lenient caller wants to go on after a refusal. */
static inno_status analyze(inno_analysis *a, inno__components *c, int lenient, inno_error *error) {
  inno_error *refusal = lenient ? NULL : error;
  int64_t at = 0, item = 0;
  inno_status s = open_family(a, c, &at, &item, error);
  if (s != INNO_OK) return s;
  s = inno__components_check(c, refusal);
  if (s == INNO_OK) {
    const size_t count = room(c);
    double *scratch = inno__analysis_scratch(a, count, error);
    if (scratch == NULL) return INNO_E_NOMEM;
    place(c, scratch);
    s = inno__components_find(a, c, refusal, error);
    if (s == INNO_OK) {
      s = write_all(a, c, at, item, error);
      lenient = 0; /* what fails now is no refusal */
    }
    inno__analysis_release(a, scratch, count);
  }
  if (lenient && s != INNO_OK && s != INNO_E_NOMEM) {
    c->status = s;
    s = INNO_OK;
  }
  put(a, INNO_RECORD_COMPONENTS, INNO_FIELD_STATUS, at, c->status);
  return s;
}

inno_status inno__analyze_components(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data,
                                     int lenient, inno_error *error) {
  const size_t count = marks_count(data->n);
  inno__components c = {.rule = rule, .data = data, .k = data->k};
  double *marks = inno__analysis_scratch(a, count, error);
  if (marks == NULL) return INNO_E_NOMEM;
  c.keep = (unsigned char *)marks;
  c.count = inno__complete_cases(data->x, data->k, data->n, c.keep);
  inno_status s = analyze(a, &c, lenient, error);
  inno__analysis_release(a, marks, count);
  return s;
}
