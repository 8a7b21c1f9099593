/* Analyses of a matrix: checks, and columns gathered from wherever they lie. */
#include "innoscore/analysis_data.h"

#include <string.h>

#include "analyze/analyze.h"
#include "api/analysis.h"
#include "base/checked.h"
#include "numeric/missing.h"
#include "numeric/moments.h"

/* What the caller gave, and its columns one after the other. */
typedef struct {
  const double *values;
  int64_t units, columns;
  ptrdiff_t row_stride, column_stride;
  const char *const *codes;
  const char *argument;
  double *cells;
  const double **x;
  size_t cell_bytes, pointer_bytes;
  inno__names *names; /* NULL = none were given */
  inno_allocator allocator;
  inno__audit_rule rule;
} matrix;

static matrix matrix_of(const double *values, int64_t units, int64_t columns, ptrdiff_t row_stride,
                        ptrdiff_t column_stride, const char *const *codes) {
  return (matrix){.values = values,
                  .units = units,
                  .columns = columns,
                  .row_stride = row_stride,
                  .column_stride = column_stride,
                  .codes = codes,
                  .argument = "values"};
}

static void release(matrix *m) {
  inno__free(&m->allocator, m->cells, m->cell_bytes);
  inno__free(&m->allocator, (void *)m->x, m->pointer_bytes);
  if (m->names != NULL) inno__names_destroy(m->names);
}

static inno_status check_counts(const matrix *m, inno_error *error) {
  if (m->units < 0) return inno__bad_argument(error, "units", (double)m->units);
  if (m->columns < 0) return inno__bad_argument(error, "columns", (double)m->columns);
  if (m->units > INNO_LIMIT_UNITS)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE, &(inno__where){.what = "units", .value = INNO_LIMIT_UNITS});
  if (m->columns > INNO_LIMIT_NODES)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE, &(inno__where){.what = "columns", .value = INNO_LIMIT_NODES});
  if (m->units == 0 || m->columns == 0) return INNO_OK;
  return inno__check_matrix(m->values, m->units, m->columns, m->row_stride, m->column_stride, 0, m->argument, error);
}

static inno_status take_codes(matrix *m, inno_error *error) {
  if (m->codes == NULL) return INNO_OK;
  if (inno__names_create(&m->allocator, &m->names) != INNO_OK) return inno__no_memory(error);
  for (int64_t c = 0; c < m->columns; c++) {
    inno_status s = inno__check_code(m->codes[c], "codes", error);
    if (s != INNO_OK) return s;
    if (inno__names_find(m->names, m->codes[c]) >= 0)
      return inno__fail(error, INNO_E_DUPLICATE, INNO__MSG_DUPLICATE_CODE, &(inno__where){.what = m->codes[c]});
    if (inno__names_add(m->names, m->codes[c]) < 0) return inno__no_memory(error);
  }
  return INNO_OK;
}

static inno_status infinite_at(const matrix *m, int64_t column, inno_error *error) {
  int64_t unit = 0;
  while (m->x[column][unit] - m->x[column][unit] == 0.0 || m->x[column][unit] != m->x[column][unit]) unit++;
  char row[24], place[24];
  inno__text t;
  inno__text_init(&t, row, sizeof row);
  inno__text_int(&t, unit + 1);
  inno__text_init(&t, place, sizeof place);
  inno__text_int(&t, column + 1);
  return inno__fail(error, INNO_E_INFINITE, INNO__MSG_INFINITE,
                    &(inno__where){.node = m->codes != NULL ? m->codes[column] : place, .unit = row});
}

static inno_status gather(matrix *m, inno_error *error) {
  size_t cells, columns = (size_t)m->columns, units = (size_t)m->units;
  if (!inno__mul_size(columns, units, &cells) || !inno__mul_size(cells, sizeof(double), &m->cell_bytes)) {
    m->cell_bytes = 0;
    return inno__no_memory(error);
  }
  m->cells = inno__alloc(&m->allocator, m->cell_bytes);
  m->pointer_bytes = columns * sizeof *m->x;
  m->x = inno__alloc(&m->allocator, m->pointer_bytes);
  if (m->cells == NULL || m->x == NULL) return inno__no_memory(error);
  for (int64_t c = 0; c < m->columns; c++) {
    double *column = m->cells + (size_t)c * units;
    m->x[c] = column;
    if (m->units > 0) inno__gather((const char *)m->values + c * m->column_stride, m->row_stride, m->units, column);
    if (!inno__all_finite(column, m->units)) return infinite_at(m, c, error);
  }
  return INNO_OK;
}

/* Everything that comes before an analysis; release() is needed whatever it returns. */
static inno_status prepare(matrix *m, const inno_allocator *allocator, const inno_scheme *options, inno_analysis **out,
                           inno_error *error) {
  inno_status s = inno__analysis_begin(allocator, &m->allocator, out, error);
  if (s == INNO_OK) s = inno__audit_read(options, &m->rule, error);
  if (s == INNO_OK) s = check_counts(m, error);
  if (s == INNO_OK) s = take_codes(m, error);
  if (s == INNO_OK) s = gather(m, error);
  if (s == INNO_OK) s = inno__analysis_create(&m->allocator, &inno__audit_kinds, m->names, NULL, out, error);
  return s;
}

static inno_status finish(matrix *m, inno_status s, inno_analysis **out) {
  release(m);
  return inno__analysis_end(s, out);
}

static inno__sample sample(const matrix *m) {
  return (inno__sample){.x = m->x, .k = (int32_t)m->columns, .n = m->units, .parent = -1};
}

inno_status INNO_CALL inno_analysis_create_statistics(const inno_allocator *allocator, const inno_scheme *options,
                                                      const double *values, int64_t units, int64_t columns,
                                                      ptrdiff_t row_stride, ptrdiff_t column_stride,
                                                      const char *const *codes, const double *probabilities,
                                                      int64_t probability_count, inno_analysis **out,
                                                      inno_error *error) {
  matrix m = matrix_of(values, units, columns, row_stride, column_stride, codes);
  inno_status s = prepare(&m, allocator, options, out, error);
  if (s == INNO_OK && probability_count < 0)
    s = inno__bad_argument(error, "probability_count", (double)probability_count);
  if (s == INNO_OK && probability_count > 0)
    s = inno__check_array(probabilities, sizeof(double), probability_count, 0, "probabilities", error);
  for (int64_t i = 0; s == INNO_OK && i < probability_count; i++)
    if (!(probabilities[i] >= 0.0 && probabilities[i] <= 1.0))
      s = inno__bad_argument(error, "probabilities", probabilities[i]);
  const inno__sample data = sample(&m);
  if (s == INNO_OK) s = inno__analyze_statistics(*out, &m.rule, &data, probabilities, probability_count, error);
  return finish(&m, s, out);
}

inno_status INNO_CALL inno_analysis_create_correlations(const inno_allocator *allocator, const inno_scheme *options,
                                                        const double *values, int64_t units, int64_t columns,
                                                        ptrdiff_t row_stride, ptrdiff_t column_stride,
                                                        const char *const *codes, const double *unit_weights,
                                                        inno_analysis **out, inno_error *error) {
  matrix m = matrix_of(values, units, columns, row_stride, column_stride, codes);
  inno_status s = prepare(&m, allocator, options, out, error);
  if (s == INNO_OK && unit_weights != NULL)
    s = inno__check_array(unit_weights, sizeof(double), units, 0, "unit_weights", error);
  for (int64_t i = 0; s == INNO_OK && unit_weights != NULL && i < units; i++)
    if (!(unit_weights[i] >= 0.0 && unit_weights[i] - unit_weights[i] == 0.0))
      s = inno__fail(error, INNO_E_WEIGHTS, INNO__MSG_UNIT_WEIGHT,
                     &(inno__where){.count = i + 1, .value = unit_weights[i]});
  const inno__sample data = sample(&m);
  if (s == INNO_OK) s = inno__analyze_correlations(*out, &m.rule, &data, unit_weights, error);
  return finish(&m, s, out);
}

inno_status INNO_CALL inno_analysis_create_partial(const inno_allocator *allocator, const inno_scheme *options,
                                                   const double *values, int64_t units, int64_t columns,
                                                   ptrdiff_t row_stride, ptrdiff_t column_stride,
                                                   const char *const *codes, int64_t held, inno_analysis **out,
                                                   inno_error *error) {
  matrix m = matrix_of(values, units, columns, row_stride, column_stride, codes);
  inno_status s = prepare(&m, allocator, options, out, error);
  if (s == INNO_OK && (held < -1 || held > columns)) s = inno__bad_argument(error, "held", (double)held);
  const inno__sample data = sample(&m);
  if (s == INNO_OK) s = inno__analyze_partial(*out, &m.rule, &data, held, error);
  return finish(&m, s, out);
}

inno_status INNO_CALL inno_analysis_create_reliability(const inno_allocator *allocator, const inno_scheme *options,
                                                       const double *values, int64_t units, int64_t columns,
                                                       ptrdiff_t row_stride, ptrdiff_t column_stride,
                                                       const char *const *codes, inno_analysis **out,
                                                       inno_error *error) {
  matrix m = matrix_of(values, units, columns, row_stride, column_stride, codes);
  inno_status s = prepare(&m, allocator, options, out, error);
  const inno__sample data = sample(&m);
  if (s == INNO_OK) s = inno__analyze_reliability(*out, &m.rule, &data, error);
  return finish(&m, s, out);
}

inno_status INNO_CALL inno_analysis_create_components(const inno_allocator *allocator, const inno_scheme *options,
                                                      const double *values, int64_t units, int64_t columns,
                                                      ptrdiff_t row_stride, ptrdiff_t column_stride,
                                                      const char *const *codes, inno_analysis **out,
                                                      inno_error *error) {
  matrix m = matrix_of(values, units, columns, row_stride, column_stride, codes);
  inno_status s = prepare(&m, allocator, options, out, error);
  const inno__sample data = sample(&m);
  if (s == INNO_OK) s = inno__analyze_components(*out, &m.rule, &data, 0, error);
  return finish(&m, s, out);
}

inno_status INNO_CALL inno_analysis_create_development(const inno_allocator *allocator, const inno_scheme *options,
                                                       const double *scores, ptrdiff_t scores_stride,
                                                       const double *development, ptrdiff_t development_stride,
                                                       int64_t units, inno_analysis **out, inno_error *error) {
  static const char *const codes[] = {"scores", "development"};
  matrix m = matrix_of(scores, units, 1, scores_stride, 0, codes);
  matrix d = matrix_of(development, units, 1, development_stride, 0, codes + 1);
  m.argument = codes[0];
  d.argument = codes[1];
  inno_status s = prepare(&m, allocator, options, out, error);
  d.allocator = m.allocator;
  if (s == INNO_OK) s = check_counts(&d, error);
  if (s == INNO_OK) s = gather(&d, error);
  if (s == INNO_OK) s = inno__analyze_development(*out, &m.rule, m.x[0], d.x[0], units, error);
  release(&d);
  return finish(&m, s, out);
}
