#include "innoscore/frontier.h"

#include "api/arguments.h"
#include "frontier/frontier.h"
#include "numeric/missing.h"

/* ---- making ---- */

static inno_status check_counts(int64_t units, int64_t indicators, inno_error *error) {
  if (units < 1) return inno__bad_argument(error, "units", (double)units);
  if (indicators < 1) return inno__bad_argument(error, "indicators", (double)indicators);
  if (units > INNO_LIMIT_UNITS)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE, &(inno__where){.what = "units", .value = INNO_LIMIT_UNITS});
  if (indicators > INNO_LIMIT_FRONTIER_INDICATORS)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE,
                      &(inno__where){.what = "indicators", .value = INNO_LIMIT_FRONTIER_INDICATORS});
  return INNO_OK;
}

inno_status INNO_CALL inno_frontier_create(const inno_allocator *allocator, const inno_frontier_options *options,
                                           const double *values, int64_t units, int64_t indicators,
                                           ptrdiff_t row_stride, ptrdiff_t column_stride, const char *const *unit_codes,
                                           const char *const *indicator_codes, inno_frontier **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (options == NULL) return inno__null(error, "options");
  inno_status s = check_counts(units, indicators, error);
  if (s == INNO_OK) s = inno__check_matrix(values, units, indicators, row_stride, column_stride, 0, "values", error);
  if (s == INNO_OK) s = inno__check_codes(unit_codes, units, "unit_codes", error);
  if (s == INNO_OK) s = inno__check_codes(indicator_codes, indicators, "indicator_codes", error);
  if (s != INNO_OK) return s;
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  const inno__frontier_data data = {values,        units,      (int32_t)indicators, row_stride,
                                    column_stride, unit_codes, indicator_codes};
  return inno__frontier_create(&a, options, &data, out, error);
}

void INNO_CALL inno_frontier_destroy(inno_frontier *frontier) { inno__frontier_destroy(frontier); }

inno_status INNO_CALL inno_frontier_advance(inno_frontier *frontier, int64_t work_limit, int32_t *done,
                                            inno_error *error) {
  inno__error_clear(error);
  if (done == NULL) return inno__null(error, "done");
  *done = 0;
  if (frontier == NULL) return inno__null(error, "frontier");
  if (work_limit < 1) return inno__bad_argument(error, "work_limit", (double)work_limit);
  if (frontier->finished) {
    *done = 1;
    return INNO_OK;
  }
  inno_status s = inno__frontier_advance(frontier, work_limit, error);
  *done = frontier->finished;
  return s;
}

/* ---- reading ---- */

static inno_status check_done(const inno_frontier *frontier, const char *argument, inno_error *error) {
  if (frontier == NULL) return inno__null(error, argument);
  if (!frontier->finished)
    return inno__fail(error, INNO_E_UNFINISHED, INNO__MSG_UNFINISHED, &(inno__where){.what = "frontier"});
  return INNO_OK;
}

static inno_status check_unit(const inno_frontier *frontier, int64_t unit, inno_error *error) {
  inno_status s = check_done(frontier, "frontier", error);
  if (s == INNO_OK && (unit < 0 || unit >= frontier->n)) s = inno__bad_argument(error, "unit", (double)unit);
  return s;
}

inno_status INNO_CALL inno_frontier_unit_values(const inno_frontier *frontier, int32_t field, double *out,
                                                ptrdiff_t stride, inno_error *error) {
  inno__error_clear(error);
  inno_status s = check_done(frontier, "frontier", error);
  if (s != INNO_OK) return s;
  int known = (field >= INNO_FRONTIER_SCORE && field <= INNO_FRONTIER_AVAILABLE) ||
              (field >= INNO_FRONTIER_PRIMAL && field <= INNO_FRONTIER_ITERATIONS);
  if (!known) return inno__bad_argument(error, "field", field);
  s = inno__check_array(out, stride, frontier->n, 1, "out", error);
  for (int64_t i = 0; i < frontier->n && s == INNO_OK; i++)
    *(double *)(void *)((char *)out + i * stride) = inno__frontier_unit_value(frontier, field, i);
  return s;
}

inno_status INNO_CALL inno_frontier_indicator_values(const inno_frontier *frontier, int32_t field, double *out,
                                                     ptrdiff_t row_stride, ptrdiff_t column_stride, inno_error *error) {
  inno__error_clear(error);
  inno_status s = check_done(frontier, "frontier", error);
  if (s != INNO_OK) return s;
  if (field < INNO_FRONTIER_MULTIPLIER || field > INNO_FRONTIER_INDICATOR_SCORE)
    return inno__bad_argument(error, "field", field);
  s = inno__check_matrix(out, frontier->n, frontier->k, row_stride, column_stride, 1, "out", error);
  for (int64_t i = 0; i < frontier->n && s == INNO_OK; i++)
    for (int32_t j = 0; j < frontier->k; j++)
      *(double *)(void *)((char *)out + i * row_stride + j * column_stride) =
          inno__frontier_indicator_value(frontier, field, i, j);
  return s;
}

inno_status INNO_CALL inno_frontier_unit_status(inno_frontier *frontier, int64_t unit, inno_error *error) {
  inno__error_clear(error);
  inno_status s = check_unit(frontier, unit, error);
  return s == INNO_OK ? inno__frontier_ask_again(frontier, unit, error) : s;
}

int64_t INNO_CALL inno_frontier_peer_count(const inno_frontier *frontier, int64_t unit) {
  if (frontier == NULL || !frontier->finished || unit < 0 || unit >= frontier->n) return 0;
  return frontier->rule->has_peers ? frontier->peer_count[unit] : 0;
}

inno_status INNO_CALL inno_frontier_peer(const inno_frontier *frontier, int64_t unit, int64_t index, int64_t *peer,
                                         double *weight, inno_error *error) {
  inno__error_clear(error);
  if (peer != NULL) *peer = -1;
  if (weight != NULL) *weight = inno__nan();
  if (peer == NULL) return inno__null(error, "peer");
  if (weight == NULL) return inno__null(error, "weight");
  inno_status s = check_unit(frontier, unit, error);
  if (s != INNO_OK) return s;
  if (index < 0 || index >= inno_frontier_peer_count(frontier, unit))
    return inno__bad_argument(error, "index", (double)index);
  int64_t at = unit * ((int64_t)frontier->k + 1) + index;
  *peer = frontier->peer[at];
  *weight = frontier->peer_weight[at];
  return INNO_OK;
}

inno_status INNO_CALL inno_frontier_change(const inno_frontier *before, const inno_frontier *after, int32_t factor,
                                           double *out, ptrdiff_t stride, inno_error *error) {
  inno__error_clear(error);
  inno_status s = check_done(before, "before", error);
  if (s == INNO_OK) s = check_done(after, "after", error);
  if (s != INNO_OK) return s;
  if (factor < INNO_CHANGE_OVERALL || factor > INNO_CHANGE_WEIGHT) return inno__bad_argument(error, "factor", factor);
  if (before->rule->number != INNO_FRONTIER_GEOMETRIC || after->rule->number != INNO_FRONTIER_GEOMETRIC ||
      before->n != after->n || before->k != after->k)
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_FRONTIER_MATCH, NULL);
  s = inno__check_array(out, stride, before->n, 1, "out", error);
  for (int64_t i = 0; i < before->n && s == INNO_OK; i++)
    *(double *)(void *)((char *)out + i * stride) = inno__frontier_factor(before, after, factor, i);
  return s;
}
