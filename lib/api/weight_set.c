/* Sets of weights: their restrictions. */
#include <math.h>

#include "api/arguments.h"
#include "numeric/missing.h"
#include "robust/weight_set.h"

static inno_status outside(inno_error *error, const char *what, double value, double from, double to) {
  return inno__fail(error, INNO_E_VALUE, INNO__MSG_WEIGHT_SET_VALUE,
                    &(inno__where){.what = what, .value = value, .value2 = from, .number = to});
}

inno_status INNO_CALL inno_weight_set_create(const inno_allocator *allocator, int64_t count, inno_weight_set **out,
                                             inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (count < 1) return inno__bad_argument(error, "count", (double)count);
  if (count > INNO_LIMIT_RANK_BOUNDS_WEIGHTS)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE,
                      &(inno__where){.what = "weights", .value = INNO_LIMIT_RANK_BOUNDS_WEIGHTS});
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  return inno__weight_set_create(&a, (int32_t)count, out) == INNO_OK ? INNO_OK : inno__no_memory(error);
}

void INNO_CALL inno_weight_set_destroy(inno_weight_set *set) { inno__weight_set_destroy(set); }

inno_status INNO_CALL inno_weight_set_bounds(inno_weight_set *set, int64_t index, double lower, double upper,
                                             inno_error *error) {
  inno__error_clear(error);
  if (set == NULL) return inno__null(error, "set");
  if (index < -1 || index >= set->count) return inno__bad_argument(error, "index", (double)index);
  if (!(lower >= 0.0 && lower <= 1.0)) return outside(error, "lower", lower, 0.0, 1.0);
  if (!(upper >= lower && upper <= 1.0)) return outside(error, "upper", upper, lower, 1.0);
  for (int64_t j = index < 0 ? 0 : index; j < (index < 0 ? set->count : index + 1); j++) {
    set->lower[j] = lower;
    set->upper[j] = upper;
  }
  return INNO_OK;
}

inno_status INNO_CALL inno_weight_set_around(inno_weight_set *set, const double *weights, ptrdiff_t stride,
                                             double relative, inno_error *error) {
  inno__error_clear(error);
  if (set == NULL) return inno__null(error, "set");
  inno_status s = inno__check_array(weights, stride, set->count, 0, "weights", error);
  if (s != INNO_OK) return s;
  if (!(relative >= 0.0 && relative <= 1.0)) return outside(error, "relative", relative, 0.0, 1.0);
  double shares[INNO_LIMIT_RANK_BOUNDS_WEIGHTS];
  s = inno__take_shares(weights, stride, set->count, shares, error);
  for (int32_t j = 0; j < set->count && s == INNO_OK; j++) {
    double change = relative * shares[j];
    set->lower[j] = shares[j] - change;
    set->upper[j] = inno__smaller(shares[j] + change, 1.0);
  }
  return s;
}

/* ---- rows ---- */

static inno_status check_two(const inno_weight_set *set, int64_t first, int64_t second, inno_error *error) {
  if (set == NULL) return inno__null(error, "set");
  if (first < 0 || first >= set->count) return inno__bad_argument(error, "first", (double)first);
  if (second < 0 || second >= set->count || second == first) return inno__bad_argument(error, "second", (double)second);
  return INNO_OK;
}

inno_status INNO_CALL inno_weight_set_add_order(inno_weight_set *set, int64_t first, int64_t second,
                                                inno_error *error) {
  inno__error_clear(error);
  inno_status s = check_two(set, first, second, error);
  if (s != INNO_OK) return s;
  const inno__weight_row row = {(int32_t)first, (int32_t)second, 1.0, -1.0};
  return inno__weight_set_add(set, &row) == INNO_OK ? INNO_OK : inno__no_memory(error);
}

inno_status INNO_CALL inno_weight_set_add_ratio(inno_weight_set *set, int64_t first, int64_t second, double lower,
                                                double upper, inno_error *error) {
  inno__error_clear(error);
  inno_status s = check_two(set, first, second, error);
  if (s != INNO_OK) return s;
  if (!(lower >= 0.0 && lower <= 1e100)) return outside(error, "lower", lower, 0.0, 1e100);
  if (!(upper >= lower && (upper <= 1e100 || upper > 1.7976931348623157e308)))
    return outside(error, "upper", upper, lower, 1e100);
  int capped = upper <= 1e100;
  if (lower == 0.0 && !capped) return outside(error, "upper", upper, lower, 1e100);
  int32_t before = set->rows;
  const inno__weight_row least = {(int32_t)first, (int32_t)second, 1.0, -lower};
  const inno__weight_row most = {(int32_t)first, (int32_t)second, -1.0, upper};
  if (lower > 0.0) s = inno__weight_set_add(set, &least);
  if (s == INNO_OK && capped) s = inno__weight_set_add(set, &most);
  if (s == INNO_OK) return INNO_OK;
  set->rows = before;
  return inno__no_memory(error);
}

/* ---- reading ---- */

int64_t INNO_CALL inno_weight_set_count(const inno_weight_set *set) { return set != NULL ? set->count : 0; }

inno_status INNO_CALL inno_weight_set_violation(const inno_weight_set *set, const double *weights, ptrdiff_t stride,
                                                double *violation, inno_error *error) {
  inno__error_clear(error);
  if (violation == NULL) return inno__null(error, "violation");
  *violation = inno__nan();
  if (set == NULL) return inno__null(error, "set");
  inno_status s = inno__check_array(weights, stride, set->count, 0, "weights", error);
  if (s != INNO_OK) return s;
  double w[INNO_LIMIT_RANK_BOUNDS_WEIGHTS];
  inno__gather(weights, stride, set->count, w);
  for (int32_t j = 0; j < set->count; j++)
    if (!(fabs(w[j]) < INFINITY)) return outside(error, "weights", w[j], 0.0, 1.0);
  const inno__weights view = {set->count, set->rows, 0, set->lower, set->upper, set->row};
  *violation = inno__weight_set_violation(&view, w);
  return INNO_OK;
}
