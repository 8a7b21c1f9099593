/* Bounds of ranks over a set of weights. */
#include <math.h>

#include "api/arguments.h"
#include "numeric/missing.h"
#include "robust/rank_bounds.h"

/* ---- making ---- */

inno_status INNO_CALL inno_rank_bounds_create(const inno_allocator *allocator, const inno_weight_set *set,
                                              const double *values, int64_t units, ptrdiff_t row_stride,
                                              ptrdiff_t column_stride, const char *const *unit_codes,
                                              inno_rank_bounds **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (set == NULL) return inno__null(error, "set");
  if (units < 1) return inno__bad_argument(error, "units", (double)units);
  if (units > INNO_LIMIT_RANK_BOUNDS_UNITS)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE,
                      &(inno__where){.what = "units", .value = INNO_LIMIT_RANK_BOUNDS_UNITS});
  inno_status s = inno__check_matrix(values, units, set->count, row_stride, column_stride, 0, "values", error);
  if (s == INNO_OK) s = inno__check_codes(unit_codes, units, "unit_codes", error);
  if (s != INNO_OK) return s;
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  const inno__rank_data data = {values, units, row_stride, column_stride, unit_codes, NULL};
  return inno__rank_bounds_create(&a, set, &data, out, error);
}

static inno_status check_nodes(const inno_result *r, int64_t node, int64_t top, int64_t period, inno_error *error) {
  int64_t first = r->tree->indicators, count = r->tree->count;
  if (node < first || node >= count) return inno__bad_argument(error, "node", (double)node);
  if (top < first || top >= count) return inno__bad_argument(error, "top", (double)top);
  if (period < -1 || period >= r->period_count) return inno__bad_argument(error, "period", (double)period);
  if (r->units > INNO_LIMIT_RANK_BOUNDS_UNITS)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE,
                      &(inno__where){.what = "units", .value = INNO_LIMIT_RANK_BOUNDS_UNITS});
  return INNO_OK;
}

inno_status INNO_CALL inno_rank_bounds_create_result(const inno_allocator *allocator, const inno_weight_set *set,
                                                     const inno_method *method, const inno_result *result, int64_t node,
                                                     int64_t top, int64_t period, inno_rank_bounds **out,
                                                     inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (set == NULL) return inno__null(error, "set");
  if (method == NULL) return inno__null(error, "method");
  if (result == NULL) return inno__null(error, "result");
  inno_status s = check_nodes(result, node, top, period, error);
  if (s == INNO_OK) s = inno__rank_values_check(set, method, result, node, top, error);
  if (s != INNO_OK) return s;
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  size_t row = (size_t)set->count * sizeof(double), bytes = (size_t)result->units * row; /* 1e4 x 256 at most */
  double *values = inno__alloc(&a, bytes);
  if (values == NULL) return inno__no_memory(error);
  s = inno__rank_values(result, node, top, period < 0 ? result->period_count - 1 : period, values, error);
  const inno__rank_data data = {values, result->units, (ptrdiff_t)row, sizeof(double), NULL, result->unit_codes};
  if (s == INNO_OK) s = inno__rank_bounds_create(&a, set, &data, out, error);
  inno__free(&a, values, bytes);
  return s;
}

void INNO_CALL inno_rank_bounds_destroy(inno_rank_bounds *bounds) { inno__rank_bounds_destroy(bounds); }

inno_status INNO_CALL inno_rank_bounds_advance(inno_rank_bounds *bounds, int64_t work_limit, int32_t *done,
                                               inno_error *error) {
  inno__error_clear(error);
  if (done == NULL) return inno__null(error, "done");
  *done = 0;
  if (bounds == NULL) return inno__null(error, "bounds");
  if (work_limit < 1) return inno__bad_argument(error, "work_limit", (double)work_limit);
  inno__rank_bounds_advance(bounds, work_limit);
  *done = bounds->finished;
  return INNO_OK;
}

/* ---- reading ---- */

static double *at(double *out, ptrdiff_t stride, int64_t i) { return (double *)(void *)((char *)out + i * stride); }

static void put(const double *x, int64_t n, double *out, ptrdiff_t stride) {
  for (int64_t j = 0; j < n && out != NULL; j++) *at(out, stride, j) = x != NULL ? x[j] : inno__nan();
}

static double value_of(const inno_rank_bounds *b, int32_t field, int64_t i) {
  const inno__rank_side *best = &b->side[2 * i + INNO__BEST], *worst = &b->side[2 * i + INNO__WORST];
  switch (field) {
    case INNO_RANK_BEST_LOWER:
      return (double)best->limit;
    case INNO_RANK_BEST_UPPER:
      return (double)best->attained;
    case INNO_RANK_BEST_PROVEN:
      return best->limit == best->attained;
    case INNO_RANK_WORST_LOWER:
      return (double)worst->attained;
    case INNO_RANK_WORST_UPPER:
      return (double)worst->limit;
    case INNO_RANK_WORST_PROVEN:
      return worst->limit == worst->attained;
    case INNO_RANK_ALWAYS_ABOVE:
      return (double)b->always[i];
    case INNO_RANK_EVER_ABOVE:
      return (double)b->ever[i];
    default:
      return inno__nan();
  }
}

inno_status INNO_CALL inno_rank_bounds_values(const inno_rank_bounds *bounds, int32_t field, double *out,
                                              ptrdiff_t stride, inno_error *error) {
  inno__error_clear(error);
  if (bounds == NULL) return inno__null(error, "bounds");
  int known = (field >= INNO_RANK_BEST_LOWER && field <= INNO_RANK_BEST_PROVEN) ||
              (field >= INNO_RANK_WORST_LOWER && field <= INNO_RANK_WORST_PROVEN) || field == INNO_RANK_ALWAYS_ABOVE ||
              field == INNO_RANK_EVER_ABOVE;
  if (!known) return inno__bad_argument(error, "field", field);
  inno_status s = inno__check_array(out, stride, bounds->given, 1, "out", error);
  for (int64_t i = 0; i < bounds->given && s == INNO_OK; i++)
    *at(out, stride, i) = bounds->place[i] >= 0 ? value_of(bounds, field, bounds->place[i]) : inno__nan();
  return s;
}

static inno_status unfinished(inno_error *error) {
  return inno__fail(error, INNO_E_UNFINISHED, INNO__MSG_UNFINISHED, &(inno__where){.what = "comparison of all pairs"});
}

static int pairs_are_done(const inno_rank_bounds *b) { return b->pair == b->n * b->n; }

inno_status INNO_CALL inno_rank_bounds_weights(const inno_rank_bounds *bounds, int64_t unit, int32_t field,
                                               double *weights, ptrdiff_t stride, double *violation,
                                               inno_error *error) {
  inno__error_clear(error);
  if (violation != NULL) *violation = inno__nan();
  if (bounds == NULL) return inno__null(error, "bounds");
  inno_status s = inno__check_array(weights, stride, bounds->k, 1, "weights", error);
  if (s != INNO_OK) return s;
  put(NULL, bounds->k, weights, stride);
  if (unit < 0 || unit >= bounds->given) return inno__bad_argument(error, "unit", (double)unit);
  if (field != INNO_RANK_BEST_UPPER && field != INNO_RANK_WORST_LOWER) return inno__bad_argument(error, "field", field);
  if (!pairs_are_done(bounds)) return unfinished(error);
  int64_t i = bounds->place[unit];
  if (i < 0) return INNO_OK;
  int64_t side = 2 * i + (field == INNO_RANK_BEST_UPPER ? INNO__BEST : INNO__WORST);
  put(bounds->witness + side * bounds->k, bounds->k, weights, stride);
  if (violation != NULL) *violation = bounds->side[side].violation;
  return INNO_OK;
}

/* first - second >= 0 for all weights is: the largest of second - first is not above 0; and so on. */
static double relation_of(const inno_rank_bounds *b, int32_t relation, int64_t first, int64_t second) {
  int necessary = relation == INNO_DOMINANCE_NECESSARY || relation == INNO_DOMINANCE_NECESSARY_STRICT;
  int signs = necessary ? inno__rank_signs(b, second, first) : inno__rank_signs(b, first, second);
  int yes = relation == INNO_DOMINANCE_NECESSARY          ? INNO__NEGATIVE | INNO__ZERO
            : relation == INNO_DOMINANCE_NECESSARY_STRICT ? INNO__NEGATIVE
            : relation == INNO_DOMINANCE_POSSIBLE         ? INNO__ZERO | INNO__POSITIVE
                                                          : INNO__POSITIVE;
  return (signs & ~yes) == 0 ? 1.0 : (signs & yes) == 0 ? 0.0 : inno__nan();
}

inno_status INNO_CALL inno_rank_bounds_dominance(const inno_rank_bounds *bounds, int32_t relation, double *out,
                                                 ptrdiff_t row_stride, ptrdiff_t column_stride, inno_error *error) {
  inno__error_clear(error);
  if (bounds == NULL) return inno__null(error, "bounds");
  if (relation < INNO_DOMINANCE_NECESSARY || relation > INNO_DOMINANCE_POSSIBLE_STRICT)
    return inno__bad_argument(error, "relation", relation);
  int64_t n = bounds->given;
  inno_status s = inno__check_matrix(out, n, n, row_stride, column_stride, 1, "out", error);
  if (s == INNO_OK && !pairs_are_done(bounds)) s = unfinished(error);
  for (int64_t i = 0; i < n && s == INNO_OK; i++)
    for (int64_t j = 0; j < n; j++) {
      int64_t first = bounds->place[i], second = bounds->place[j];
      *at(at(out, row_stride, i), column_stride, j) =
          first >= 0 && second >= 0 ? relation_of(bounds, relation, first, second) : inno__nan();
    }
  return s;
}

/* ---- questions ---- */

static inno_status check_unit(const inno_rank_bounds *b, int64_t unit, const char *argument, inno_error *error) {
  if (unit < 0 || unit >= b->given) return inno__bad_argument(error, argument, (double)unit);
  if (b->place[unit] < 0)
    return inno__fail(error, INNO_E_NODATA, INNO__MSG_RANK_ABSENT,
                      &(inno__where){.unit = inno__names_at(b->units, unit)});
  return INNO_OK;
}

/* Weights that come back are NaN until they are known. */
static inno_status check_weights(const inno_rank_bounds *b, double *weights, ptrdiff_t stride, inno_error *error) {
  if (b == NULL) return inno__null(error, "bounds");
  if (weights == NULL) return INNO_OK;
  inno_status s = inno__check_array(weights, stride, b->k, 1, "weights", error);
  if (s == INNO_OK) put(NULL, b->k, weights, stride);
  return s;
}

inno_status INNO_CALL inno_rank_bounds_difference(inno_rank_bounds *bounds, int64_t first, int64_t second,
                                                  double *lower, double *upper, double *weights, ptrdiff_t stride,
                                                  inno_error *error) {
  inno__error_clear(error);
  if (lower != NULL) *lower = inno__nan();
  if (upper != NULL) *upper = inno__nan();
  if (lower == NULL) return inno__null(error, "lower");
  if (upper == NULL) return inno__null(error, "upper");
  inno_status s = check_weights(bounds, weights, stride, error);
  if (s == INNO_OK) s = check_unit(bounds, first, "first", error);
  if (s == INNO_OK) s = check_unit(bounds, second, "second", error);
  if (s != INNO_OK) return s;
  inno__largest l;
  int64_t work = 0;
  if (!inno__rank_largest(bounds, bounds->place[first], bounds->place[second], &l, bounds->w, &work))
    return inno__fail(error, INNO_E_OVERFLOW, INNO__MSG_RANK_UNPROVEN, NULL);
  *lower = l.lower;
  *upper = l.upper;
  put(bounds->w, bounds->k, weights, stride);
  return INNO_OK;
}

static inno_status begin_swap(inno_rank_bounds *b, const double *from, ptrdiff_t from_stride, int32_t measure,
                              double *change, double *weights, ptrdiff_t stride, inno_error *error) {
  if (change == NULL) return inno__null(error, "change");
  inno_status s = check_weights(b, weights, stride, error);
  if (s == INNO_OK) s = inno__check_array(from, from_stride, b->k, 0, "from", error);
  if (s != INNO_OK) return s;
  if (measure != INNO_MEASURE_SUM && measure != INNO_MEASURE_LARGEST)
    return inno__bad_argument(error, "measure", measure);
  return inno__take_shares(from, from_stride, b->k, b->from, error);
}

inno_status INNO_CALL inno_rank_bounds_swap(inno_rank_bounds *bounds, const double *from, ptrdiff_t from_stride,
                                            int64_t first, int64_t second, int32_t measure, double *change,
                                            double *weights, ptrdiff_t stride, inno_error *error) {
  inno__error_clear(error);
  if (change != NULL) *change = inno__nan();
  inno_status s = begin_swap(bounds, from, from_stride, measure, change, weights, stride, error);
  if (s == INNO_OK) s = check_unit(bounds, first, "first", error);
  if (s == INNO_OK) s = check_unit(bounds, second, "second", error);
  if (s != INNO_OK) return s;
  int64_t a = bounds->place[first], c = bounds->place[second];
  int above = inno__rank_sign(bounds, a, c, bounds->from) > 0;
  s = inno__rank_swap(bounds, above ? a : c, above ? c : a, measure, change, bounds->w, error);
  if (s != INNO_OK) *change = inno__nan();
  if (s == INNO_OK && *change < INFINITY) put(bounds->w, bounds->k, weights, stride);
  return s;
}

inno_status INNO_CALL inno_rank_bounds_place(inno_rank_bounds *bounds, const double *from, ptrdiff_t from_stride,
                                             int64_t unit, int32_t place, int32_t measure, double *change,
                                             int64_t *other, double *weights, ptrdiff_t stride, inno_error *error) {
  inno__error_clear(error);
  if (change != NULL) *change = inno__nan();
  if (other != NULL) *other = -1;
  inno_status s = begin_swap(bounds, from, from_stride, measure, change, weights, stride, error);
  if (s == INNO_OK) s = check_unit(bounds, unit, "unit", error);
  if (s != INNO_OK) return s;
  if (place != INNO_PLACE_LOST && place != INNO_PLACE_GAINED) return inno__bad_argument(error, "place", place);
  double least = INFINITY;
  int64_t i = bounds->place[unit];
  for (int64_t o = 0; o < bounds->given; o++) {
    int64_t p = bounds->place[o];
    double size = INFINITY;
    if (p < 0 || p == i) continue;
    int above = inno__rank_sign(bounds, p, i, bounds->from) > 0;
    if (above != (place == INNO_PLACE_GAINED)) continue;
    s = inno__rank_swap(bounds, above ? p : i, above ? i : p, measure, &size, bounds->w, error);
    if (s != INNO_OK) {
      if (other != NULL) *other = -1;
      put(NULL, bounds->k, weights, stride);
      return s;
    }
    if (!(size < least)) continue;
    least = size;
    if (other != NULL) *other = o;
    put(bounds->w, bounds->k, weights, stride);
  }
  *change = least;
  return INNO_OK;
}
