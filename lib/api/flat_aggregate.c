/* The flat tier: means of children, places. */
#include "api/flat.h"
#include "base/view.h"
#include "construct/keys.h"
#include "construct/node.h"
#include "construct/rank.h"
#include "numeric/order.h"

/* ---- means ---- */

/* What the means are told; NaN and INT32_MIN as in the header. */
typedef struct {
  int32_t rule;
  double power, min_coverage, floor, shift;
} means;

static inno__aggregate_rule mean_rule(inno_status *s, const means *given) {
  inno__aggregate_rule r = {.nonpositive = INNO_NONPOSITIVE_ERROR};
  r.rule = inno__flat_i32(s, given->rule, INNO_KEY_AGGREGATE_RULE);
  r.aggregator = inno__rule_implementation(INNO_STEP_AGGREGATE, r.rule);
  if (*s == INNO_OK && r.aggregator != &inno__aggregator_means) *s = INNO_E_VALUE;
  inno__flat_unread(s, given->power, r.rule, INNO_KEY_AGGREGATE_POWER);
  inno__flat_unread(s, given->floor, r.rule, INNO_KEY_AGGREGATE_FLOOR);
  inno__flat_unread(s, given->shift, r.rule, INNO_KEY_AGGREGATE_SHIFT);
  if (r.rule == INNO_AGGREGATE_POWER) {
    r.power = inno__flat_required(s, given->power, INNO_KEY_AGGREGATE_POWER);
    if (*s == INNO_OK && r.power == 0.0) *s = INNO_E_VALUE;
  }
  r.min_coverage = inno__flat_f64(s, given->min_coverage, INNO_KEY_AGGREGATE_MIN_COVERAGE);
  r.floor = inno__flat_f64(s, given->floor, INNO_KEY_AGGREGATE_FLOOR);
  r.shift = inno__flat_f64(s, given->shift, INNO_KEY_AGGREGATE_SHIFT);
  if (r.floor == r.floor) r.nonpositive = INNO_NONPOSITIVE_FLOOR;
  if (r.shift == r.shift) {
    if (*s == INNO_OK && r.nonpositive != INNO_NONPOSITIVE_ERROR) *s = INNO_E_VALUE; /* one policy only */
    r.nonpositive = INNO_NONPOSITIVE_SHIFT;
  }
  return r;
}

static size_t aggregate_work(int64_t rows, int32_t columns) {
  return inno__aggregator_means.work_size(columns, rows) + (size_t)columns * sizeof(double);
}

static inno_status aggregate(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                             const double *weights, const means *given, double *out) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, x, rows, columns, column_major, aggregate_work);
  inno__aggregate_rule rule = mean_rule(&s, given);
  if (s == INNO_OK && columns == 0 && rows > 0) s = INNO_E_NODATA;
  if (s == INNO_OK && rows > 0) {
    double *w = t.work;
    inno__flat_weights(&s, weights, columns, w);
    inno__node node = {.columns = (const double *const *)t.column,
                       .weights = w,
                       .k = columns,
                       .n = rows,
                       .rule = &rule,
                       .site = &t.site,
                       .out = out,
                       .work = w + columns};
    if (s == INNO_OK) s = inno__aggregate(&node);
  }
  inno__flat_drop(&t);
  return s;
}

int32_t INNO_CALL inno_flat_aggregate(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                      const double *weights, int32_t rule, double power, double min_coverage,
                                      double floor, double shift, double *out) {
  const means given = {rule, power, min_coverage, floor, shift};
  inno_status shape = inno__flat_check_shape(rows, columns, 0);
  inno_status s = inno__first(shape, inno__flat_check_array(out, rows));
  if (s == INNO_OK) s = aggregate(x, rows, columns, column_major, weights, &given, out);
  return inno__flat_finish(s, out, shape == INNO_OK ? rows : 0);
}

static double one_unit(const double *x, const double *weights, int32_t n, const means *given) {
  double out = inno__nan();
  inno_status s = aggregate(x, 1, n, 0, weights, given, &out);
  return inno__flat_finish(s, &out, 1) == INNO_OK ? out : inno__nan();
}

double INNO_CALL inno_flat_arithmetic_mean(const double *x, const double *weights, int32_t n, double min_coverage) {
  const double nan = inno__nan();
  const means given = {INNO_AGGREGATE_ARITHMETIC, nan, min_coverage, nan, nan};
  return one_unit(x, weights, n, &given);
}

double INNO_CALL inno_flat_geometric_mean(const double *x, const double *weights, int32_t n, double min_coverage,
                                          double floor, double shift) {
  const means given = {INNO_AGGREGATE_GEOMETRIC, inno__nan(), min_coverage, floor, shift};
  return one_unit(x, weights, n, &given);
}

double INNO_CALL inno_flat_harmonic_mean(const double *x, const double *weights, int32_t n, double min_coverage,
                                         double floor, double shift) {
  const means given = {INNO_AGGREGATE_HARMONIC, inno__nan(), min_coverage, floor, shift};
  return one_unit(x, weights, n, &given);
}

double INNO_CALL inno_flat_power_mean(const double *x, const double *weights, int32_t n, double power,
                                      double min_coverage, double floor, double shift) {
  const means given = {INNO_AGGREGATE_POWER, power, min_coverage, floor, shift};
  return one_unit(x, weights, n, &given);
}

double INNO_CALL inno_flat_median(const double *x, const double *weights, int32_t n, double min_coverage) {
  const double nan = inno__nan();
  const means given = {INNO_AGGREGATE_MEDIAN, nan, min_coverage, nan, nan};
  return one_unit(x, weights, n, &given);
}

double INNO_CALL inno_flat_minimum(const double *x, const double *weights, int32_t n, double min_coverage) {
  const double nan = inno__nan();
  const means given = {INNO_AGGREGATE_MINIMUM, nan, min_coverage, nan, nan};
  return one_unit(x, weights, n, &given);
}

/* ---- places ---- */

/* The group numbers, their ranks, their labels, and the kernel's scratch for as many groups as units. */
static size_t rank_work(int64_t rows, int32_t columns) {
  (void)columns;
  size_t kernel = inno__rank_units_work_size(rows, (int32_t)rows), rank = inno__rank_work_size(rows);
  return 3 * (size_t)rows * sizeof(double) + (kernel > rank ? kernel : rank);
}

static inno_status place_units(inno__flat_table *t, const double *group, int32_t ties, double *out) {
  int64_t n = t->rows;
  double *numbers = t->work, *scratch = numbers + n;
  void *work = scratch + 2 * (size_t)n;
  inno__grouping grouping = {NULL, 0};
  if (group != NULL) {
    inno__gather(group, (ptrdiff_t)sizeof *group, n, numbers);
    inno_status s = inno__flat_check_finite(numbers, n);
    if (s != INNO_OK) return s;
    grouping = inno__flat_groups(numbers, n, (int32_t *)(void *)(scratch + n), scratch, work);
  }
  inno__rank_units(t->column[0], n, ties, group != NULL ? &grouping : NULL, out, work);
  return INNO_OK;
}

int32_t INNO_CALL inno_flat_rank(const double *x, const double *group, int32_t n, int32_t direction, int32_t ties,
                                 double *out) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, x, n, 1, 1, rank_work);
  s = inno__first(s, inno__flat_check_array(out, n));
  if (group != NULL) s = inno__first(s, inno__flat_check_array(group, n));
  int32_t d = inno__flat_direction(&s, direction), which = inno__flat_i32(&s, ties, INNO_KEY_RANK_TIES);
  if (s == INNO_OK && n > 0) {
    for (int32_t i = 0; i < n && d < 0; i++) t.column[0][i] = -t.column[0][i]; /* the smallest is best */
    s = place_units(&t, group, which, out);
  }
  inno__flat_drop(&t);
  return inno__flat_finish(s, out, inno__flat_places(n));
}
