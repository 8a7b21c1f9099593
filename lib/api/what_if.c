/* What-ifs: arguments are checked here. */
#include "innoscore/what_if.h"

#include <math.h>
#include <string.h>

#include "api/arguments.h"
#include "explain/what_if.h"
#include "numeric/missing.h"

inno_status INNO_CALL inno_what_if_create(const inno_allocator *allocator, const inno_scheme *options,
                                          const inno_method *method, const inno_dataset *dataset, inno_what_if **out,
                                          inno_error *error) {
  inno_allocator a;
  inno__explain_rule rule;
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (method == NULL) return inno__null(error, "method");
  if (dataset == NULL) return inno__null(error, "dataset");
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  inno_status s = inno__explain_read(options, &rule, error);
  return s == INNO_OK ? inno__what_if_create(&a, &rule, method, dataset, out, error) : s;
}

void INNO_CALL inno_what_if_destroy(inno_what_if *what_if) { inno__what_if_destroy(what_if); }

const inno_result *INNO_CALL inno_what_if_result(const inno_what_if *what_if) {
  return what_if != NULL ? what_if->run->result : NULL;
}

const inno_method *INNO_CALL inno_what_if_method(const inno_what_if *what_if) {
  return what_if != NULL ? what_if->method : NULL;
}

const inno_dataset *INNO_CALL inno_what_if_dataset(const inno_what_if *what_if) {
  return what_if != NULL ? what_if->dataset : NULL;
}

double INNO_CALL inno_what_if_weight(const inno_what_if *what_if, int64_t node) {
  if (what_if == NULL || node < 0 || node >= what_if->method->tree->count) return inno__nan();
  return what_if->run->result->tree->weight[node];
}

static int has_row(const inno_what_if *w, int64_t row) { return row >= 0 && row < w->dataset->rows; }

static int has_column(const inno_what_if *w, int64_t column) {
  return column >= 0 && column < inno__names_count(w->dataset->column_codes);
}

double INNO_CALL inno_what_if_value(const inno_what_if *what_if, int64_t row, int64_t column) {
  if (what_if == NULL || !has_row(what_if, row) || !has_column(what_if, column)) return inno__nan();
  return inno__column(&what_if->dataset->columns[column], 0)[row];
}

int64_t INNO_CALL inno_what_if_edit_count(const inno_what_if *what_if) {
  return what_if != NULL ? what_if->edit_count : 0;
}

/* A cell, and what is to stand in it. */
static inno_status check_cell(const inno_what_if *w, int64_t row, int64_t column, double value, inno_error *error) {
  if (!has_row(w, row)) return inno__bad_argument(error, "row", (double)row);
  if (!has_column(w, column)) return inno__bad_argument(error, "column", (double)column);
  if (!isinf(value)) return INNO_OK;
  return inno__fail(error, INNO_E_INFINITE, INNO__MSG_INFINITE,
                    &(inno__where){.node = inno__names_at(w->dataset->column_codes, column),
                                   .unit = inno__names_at(w->dataset->codes, row % w->dataset->units)});
}

inno_status INNO_CALL inno_what_if_set_value(inno_what_if *what_if, int64_t row, int64_t column, double value,
                                             inno_error *error) {
  inno__error_clear(error);
  if (what_if == NULL) return inno__null(error, "what_if");
  inno_status s = check_cell(what_if, row, column, value, error);
  return s == INNO_OK ? inno__what_if_set_value(what_if, row, column, value, error) : s;
}

inno_status INNO_CALL inno_what_if_set_weight(inno_what_if *what_if, int64_t node, double weight, inno_error *error) {
  inno__error_clear(error);
  if (what_if == NULL) return inno__null(error, "what_if");
  if (node < 0 || node >= what_if->method->tree->count) return inno__bad_argument(error, "node", (double)node);
  if (!isfinite(weight) || weight < 0.0)
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_WEIGHT,
                      &(inno__where){.node = inno__names_at(what_if->method->tree->codes, node), .value = weight});
  return inno__what_if_set_weight(what_if, node, weight, error);
}

inno_status INNO_CALL inno_what_if_set_method(inno_what_if *what_if, const inno_method *method, inno_error *error) {
  inno__error_clear(error);
  if (what_if == NULL) return inno__null(error, "what_if");
  if (method == NULL) return inno__null(error, "method");
  return inno__what_if_set_method(what_if, method, error);
}

inno_status INNO_CALL inno_what_if_undo(inno_what_if *what_if, int64_t count, inno_error *error) {
  inno__error_clear(error);
  if (what_if == NULL) return inno__null(error, "what_if");
  if (count < 0 || count > what_if->edit_count) return inno__bad_argument(error, "count", (double)count);
  return inno__what_if_undo(what_if, count, error);
}

inno_status INNO_CALL inno_what_if_reset(inno_what_if *what_if, inno_error *error) {
  inno__error_clear(error);
  if (what_if == NULL) return inno__null(error, "what_if");
  return inno__what_if_undo(what_if, what_if->edit_count, error);
}

static double value_at(const double *values, ptrdiff_t stride, int64_t i) {
  double value;
  memcpy(&value, (const char *)values + i * stride, sizeof value);
  return value;
}

static void put_at(double *out, ptrdiff_t stride, int64_t i, double value) {
  if (out != NULL) memcpy((char *)out + i * stride, &value, sizeof value);
}

static inno_status check_tries(const inno_what_if *w, int64_t count, const int64_t *rows, const int64_t *columns,
                               const double *values, ptrdiff_t stride, inno_error *error) {
  if (count < 0) return inno__bad_argument(error, "count", (double)count);
  if (rows == NULL && count > 0) return inno__null(error, "rows");
  if (columns == NULL && count > 0) return inno__null(error, "columns");
  inno_status s = inno__check_array(values, stride, count, 0, "values", error);
  for (int64_t i = 0; s == INNO_OK && i < count; i++)
    s = check_cell(w, rows[i], columns[i], value_at(values, stride, i), error);
  return s;
}

inno_status INNO_CALL inno_what_if_try_values(inno_what_if *what_if, int64_t count, const int64_t *rows,
                                              const int64_t *columns, const double *values,
                                              ptrdiff_t values_stride_bytes, int64_t node, double *scores,
                                              ptrdiff_t scores_stride_bytes, double *ranks,
                                              ptrdiff_t ranks_stride_bytes, int32_t *statuses, inno_error *error) {
  inno__error_clear(error);
  if (what_if == NULL) return inno__null(error, "what_if");
  if (node < 0 || node >= what_if->method->tree->count) return inno__bad_argument(error, "node", (double)node);
  inno_status s = check_tries(what_if, count, rows, columns, values, values_stride_bytes, error);
  if (s == INNO_OK && scores != NULL) s = inno__check_array(scores, scores_stride_bytes, count, 1, "scores", error);
  if (s == INNO_OK && ranks != NULL) s = inno__check_array(ranks, ranks_stride_bytes, count, 1, "ranks", error);
  for (int64_t i = 0; s == INNO_OK && i < count; i++) {
    double score = inno__nan(), rank = inno__nan();
    inno_status one = inno__what_if_try(what_if, rows[i], columns[i], value_at(values, values_stride_bytes, i), NULL);
    if (one == INNO_OK) {
      score = what_if->run->result->final[node][rows[i]];
      if (ranks != NULL) rank = inno__what_if_rank(what_if, node, rows[i]);
      inno__what_if_take_back(what_if);
    }
    put_at(scores, scores_stride_bytes, i, score);
    put_at(ranks, ranks_stride_bytes, i, rank);
    if (statuses != NULL) statuses[i] = one;
    if (one == INNO_E_NOMEM) s = inno__no_memory(error);
  }
  return s;
}
