/* What-ifs: arguments are checked here. */
#include "innoscore/what_if.h"

#include <math.h>

#include "api/check.h"
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
