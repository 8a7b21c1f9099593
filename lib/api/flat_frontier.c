/* The flat tier: benefit of the doubt and order-m. */
#include "api/flat.h"
#include "construct/benefit_of_doubt.h"
#include "innoscore/frontier.h"
#include "numeric/missing.h"

static inno_status check_shape(int32_t rows, int32_t columns, int32_t column_major) {
  inno_status s = inno__flat_check_shape(rows, columns, column_major);
  if (s == INNO_OK && columns > INNO_LIMIT_FRONTIER_INDICATORS) s = INNO_E_SIZE;
  return s == INNO_OK && columns == 0 && rows > 0 ? INNO_E_NODATA : s;
}

/* NaN = fallback; else 0 to 1. */
static double share(inno_status *s, double given, double fallback) {
  if (inno__is_missing(given)) return fallback;
  if (!(given >= 0.0 && given <= 1.0)) *s = inno__first(*s, INNO_E_VALUE);
  return given;
}

/* With shares of the contribution the bounds are no rows: the size does not depend on them. */
static size_t bod_work(int64_t rows, int32_t columns) {
  const inno__bod_rule rule = {.share_of = INNO__BOD_SHARE_CONTRIBUTION};
  return inno__bod_work_size(columns, rows, &rule) + 2 * (size_t)columns * sizeof(double);
}

static inno_status score_units(inno__flat_table *t, double share_lower, double share_upper, double *out) {
  inno__bod_rule rule = {
      .share_of = INNO__BOD_SHARE_CONTRIBUTION, .zero = INNO__BOD_ZERO_ERROR, .iterations = INNO__BOD_ITERATIONS};
  inno__bod b;
  inno__bod_result r;
  double *lower = t->work, *upper = lower + t->columns;
  for (int32_t j = 0; j < t->columns; j++) lower[j] = share_lower, upper[j] = share_upper;
  if (share_lower > 0.0) rule.bounds.share_lower = lower;
  if (share_upper < 1.0) rule.bounds.share_upper = upper;
  inno_status s = inno__bod_begin(&b, (const double *const *)t->column, t->columns, t->rows, &rule, upper + t->columns,
                                  NULL, &t->site);
  for (int64_t i = 0; i < t->rows && s == INNO_OK; i++) {
    s = inno__bod_unit(&b, i, &r, NULL, NULL, NULL);
    out[i] = r.score;
  }
  return s;
}

int32_t INNO_CALL inno_flat_benefit_of_doubt(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                             double share_lower, double share_upper, double *out) {
  inno_status s = check_shape(rows, columns, column_major);
  if (s != INNO_OK && s != INNO_E_NODATA) return s;
  s = inno__first(inno__flat_check_array(out, rows), s);
  double lower = share(&s, share_lower, 0.0), upper = share(&s, share_upper, 1.0);
  if (s == INNO_OK && lower > upper) s = INNO_E_VALUE;
  inno__flat_table t;
  if (s == INNO_OK && rows > 0) {
    s = inno__flat_take(&t, x, rows, columns, column_major, bod_work);
    if (s == INNO_OK) s = score_units(&t, lower, upper, out);
    inno__flat_drop(&t);
  }
  return inno__flat_finish(s, out, rows);
}

static inno_status order_m(const double *x, int32_t rows, int32_t columns, int32_t column_major, int32_t draws,
                           double *out) {
  const ptrdiff_t one = (ptrdiff_t)sizeof *x;
  ptrdiff_t down = column_major ? one : one * columns, right = column_major ? one * rows : one;
  inno_frontier_options *options = NULL;
  inno_frontier *frontier = NULL;
  int32_t done = 0;
  inno_status s = inno_frontier_options_create(NULL, &options, NULL);
  if (s == INNO_OK) s = inno_frontier_options_set_i64(options, -1, INNO_KEY_FRONTIER_RULE, INNO_FRONTIER_ORDER_M, NULL);
  if (s == INNO_OK) s = inno_frontier_options_set_i64(options, -1, INNO_KEY_FRONTIER_DRAWS, draws, NULL);
  if (s == INNO_OK) s = inno_frontier_create(NULL, options, x, rows, columns, down, right, NULL, NULL, &frontier, NULL);
  if (s == INNO_OK) s = inno_frontier_advance(frontier, INT64_MAX, &done, NULL);
  if (s == INNO_OK) s = inno_frontier_unit_values(frontier, INNO_FRONTIER_SCORE, out, one, NULL);
  inno_frontier_destroy(frontier);
  inno_frontier_options_destroy(options);
  return s;
}

int32_t INNO_CALL inno_flat_order_m(const double *x, int32_t rows, int32_t columns, int32_t column_major, int32_t draws,
                                    double *out) {
  inno_status s = check_shape(rows, columns, column_major);
  if (s != INNO_OK && s != INNO_E_NODATA) return s;
  s = inno__first(inno__flat_check_array(out, rows), s);
  if (draws == INT32_MIN) s = inno__first(s, INNO_E_MISSING_PARAMETER);
  if (s == INNO_OK && rows > 0) s = order_m(x, rows, columns, column_major, draws, out);
  return inno__flat_finish(s, out, rows);
}
