/* The flat tier: imputation of a column, of a matrix of siblings, of one unit's series. */
#include "api/flat.h"

#include <math.h>

#include "base/memory.h"
#include "base/view.h"
#include "construct/impute_donor.h"
#include "construct/impute_em.h"
#include "construct/impute_regression.h"
#include "construct/impute_time.h"
#include "construct/keys.h"
#include "numeric/order.h"

/* ---- a column ---- */

/* A copy of the group numbers, their ranks and labels, and the kernel's scratch for as many groups as units. */
static size_t impute_work(int64_t rows, int32_t columns) {
  (void)columns;
  size_t kernel = inno__impute_work_size(rows, (int32_t)rows), rank = inno__rank_work_size(rows);
  return 3 * (size_t)rows * sizeof(double) + (kernel > rank ? kernel : rank);
}

static int32_t impute(const double *x, const double *group, int32_t n, int32_t rule, double *out) {
  inno__flat_table t;
  inno__grouping grouping = {NULL, 0};
  inno_status s = inno__flat_take(&t, x, n, 1, 1, impute_work);
  int grouped = rule == INNO_IMPUTE_GROUP_MEAN || rule == INNO_IMPUTE_GROUP_MEDIAN;
  if (grouped) s = inno__first(s, inno__flat_check_array(group, n));
  s = inno__first(s, inno__flat_check_array(out, n));
  if (s == INNO_OK && n > 0) {
    double *numbers = t.work, *scratch = numbers + n;
    int32_t *labels = (int32_t *)(void *)(scratch + n);
    void *work = scratch + 2 * (size_t)n;
    if (grouped) {
      inno__gather(group, (ptrdiff_t)sizeof *group, n, numbers);
      s = inno__flat_check_finite(numbers, n);
      grouping = inno__flat_groups(numbers, n, labels, scratch, work);
    }
    if (s == INNO_OK) inno__impute_column(t.column[0], n, rule, &grouping, NULL, out, NULL, work);
  }
  inno__flat_drop(&t);
  return inno__flat_finish(s, out, inno__flat_places(n));
}

int32_t INNO_CALL inno_flat_impute_mean(const double *x, int32_t n, double *out) {
  return impute(x, NULL, n, INNO_IMPUTE_MEAN, out);
}

int32_t INNO_CALL inno_flat_impute_median(const double *x, int32_t n, double *out) {
  return impute(x, NULL, n, INNO_IMPUTE_MEDIAN, out);
}

int32_t INNO_CALL inno_flat_impute_group_mean(const double *x, const double *group, int32_t n, double *out) {
  return impute(x, group, n, INNO_IMPUTE_GROUP_MEAN, out);
}

int32_t INNO_CALL inno_flat_impute_group_median(const double *x, const double *group, int32_t n, double *out) {
  return impute(x, group, n, INNO_IMPUTE_GROUP_MEDIAN, out);
}

/* ---- a matrix of siblings ---- */

/* A rule with its parameters, as the caller gave them. */
typedef struct {
  int32_t rule, too_few, neighbors;
  double ridge;
  const double *group, *directions;
} siblings;

/* What lies beside the rule's own scratch: directions, what is to be filled, groups. */
typedef struct {
  int32_t *directions;
  unsigned char *fill;
  inno__grouping grouping;
  void *kernel;
} beside;

static inno__donor_rule donor_of(const siblings *given, const inno__grouping *grouping) {
  int nearest = given->rule == INNO_IMPUTE_NEAREST;
  return (inno__donor_rule){.rule = given->rule,
                            .neighbors = nearest ? given->neighbors : 1,
                            .weighted = 0,
                            .min_overlap = (int32_t)inno__key_find(INNO_KEY_IMPUTE_MIN_OVERLAP)->fallback,
                            .grouping = grouping};
}

static size_t kernel_size(const inno__flat_table *t, const siblings *given) {
  const inno__grouping most = {NULL, (int32_t)t->rows};
  const inno__donor_rule donor = donor_of(given, given->group != NULL ? &most : NULL);
  if (given->rule == INNO_IMPUTE_SIBLING_MEAN) return inno__impute_siblings_work_size(t->rows, t->columns);
  if (given->rule == INNO_IMPUTE_REGRESSION) return inno__impute_regression_work_size(t->columns, t->rows);
  if (given->rule == INNO_IMPUTE_EM) return inno__impute_em_work_size(t->columns, t->rows);
  return inno__impute_donor_work_size(t->columns, t->rows, &donor);
}

/* The group numbers, their ranks and the ranking's scratch, and last the labels, which stay. */
static size_t group_size(int64_t rows) {
  return 2 * (size_t)rows * sizeof(double) + inno__rank_work_size(rows) + (size_t)rows * sizeof(int32_t);
}

static inno_status take_groups(const double *group, int64_t n, void *memory, inno__grouping *out) {
  double *numbers = memory, *scratch = numbers + n;
  int32_t *labels = (int32_t *)(void *)((char *)(scratch + n) + inno__rank_work_size(n));
  inno__gather(group, (ptrdiff_t)sizeof *group, n, numbers);
  inno_status s = inno__flat_check_finite(numbers, n);
  if (s == INNO_OK) *out = inno__flat_groups(numbers, n, labels, scratch, scratch + n);
  return s;
}

/* At the limits of the scheme; where they are reached there is no result. */
static inno_status run_em(const inno__family *f, double ridge, void *work, const inno__site *site) {
  double tolerance = inno__key_find(INNO_KEY_IMPUTE_TOLERANCE)->fallback;
  int64_t most = (int64_t)inno__key_find(INNO_KEY_IMPUTE_MAX_ITERATIONS)->fallback;
  inno__em_progress p = {0};
  inno_status s = inno__impute_em_start(f, ridge, work, site);
  while (s == INNO_OK && !p.converged && p.iterations < most) s = inno__impute_em_step(f, tolerance, work, &p, site);
  if (s != INNO_OK) return s;
  return p.converged ? inno__impute_em_fill(f, work, site) : INNO_E_CONVERGENCE;
}

static inno_status run_regression(const inno__family *f, int32_t too_few, void *work, const inno__site *site) {
  int64_t place = 0;
  int done = 0;
  inno_status s = INNO_OK;
  inno__impute_regression_start(f, work);
  while (s == INNO_OK && !done) s = inno__impute_regression_step(f, too_few, &place, &done, work, site);
  return s;
}

static inno_status fill_table(inno__flat_table *t, const siblings *given, const beside *b) {
  const inno__family f = {
      .x = (const double *const *)t->column, .k = t->columns, .n = t->rows, .fill = b->fill, .out = t->column};
  if (given->rule == INNO_IMPUTE_REGRESSION) return run_regression(&f, given->too_few, b->kernel, &t->site);
  if (given->rule == INNO_IMPUTE_EM) return run_em(&f, given->ridge, b->kernel, &t->site);
  if (given->rule == INNO_IMPUTE_SIBLING_MEAN) {
    inno__impute_siblings(f.x, b->directions, b->fill, f.k, f.n, NULL, f.out, NULL, b->kernel);
    return INNO_OK;
  }
  const inno__donor_rule donor = donor_of(given, given->group != NULL ? &b->grouping : NULL);
  inno__impute_donor_start(&f, &donor, b->kernel);
  inno__impute_donor_units(&f, &donor, 0, f.n, b->kernel);
  return INNO_OK;
}

static inno_status fill_with_scratch(inno__flat_table *t, const siblings *given) {
  size_t columns = (size_t)t->columns, kernel = kernel_size(t, given);
  size_t groups = given->group != NULL ? group_size(t->rows) : 0;
  size_t more = groups + columns * sizeof(int32_t) + columns;
  if (kernel > SIZE_MAX / 2 || more > SIZE_MAX / 2) return INNO_E_NOMEM;
  inno_allocator a;
  inno__allocator_resolve(NULL, &a);
  kernel = (kernel + 7) / 8 * 8;
  char *block = inno__alloc(&a, kernel + more);
  if (block == NULL) return INNO_E_NOMEM;
  beside b = {.kernel = block, .directions = (int32_t *)(void *)(block + kernel + groups)};
  b.fill = (unsigned char *)(b.directions + columns);
  for (size_t c = 0; c < columns; c++) b.fill[c] = 1;
  inno_status s = INNO_OK;
  inno__flat_directions(&s, given->directions, t->columns, b.directions);
  if (s == INNO_OK && given->group != NULL) s = take_groups(given->group, t->rows, block + kernel, &b.grouping);
  if (s == INNO_OK) s = fill_table(t, given, &b);
  inno__free(&a, block, kernel + more);
  return s;
}

static int32_t impute_siblings(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                               const siblings *given, inno_status option, double *out) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, x, rows, columns, column_major, NULL);
  int64_t cells = inno__flat_check_shape(rows, columns, 0) == INNO_OK ? (int64_t)rows * columns : 0;
  s = inno__first(s, inno__flat_check_array(out, cells));
  if (given->group != NULL) s = inno__first(s, inno__flat_check_array(given->group, rows));
  s = inno__first(s, option);
  if (s == INNO_OK && cells > 0) {
    s = fill_with_scratch(&t, given);
    ptrdiff_t stride = (ptrdiff_t)sizeof *out * (column_major ? 1 : columns);
    for (int32_t c = 0; c < columns && s == INNO_OK; c++)
      inno__scatter(t.column[c], rows, out + (column_major ? (int64_t)c * rows : c), stride);
  }
  inno__flat_drop(&t);
  return inno__flat_finish(s, out, cells);
}

int32_t INNO_CALL inno_flat_impute_siblings(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                            const double *directions, double *out) {
  const siblings given = {.rule = INNO_IMPUTE_SIBLING_MEAN, .directions = directions};
  return impute_siblings(x, rows, columns, column_major, &given, INNO_OK, out);
}

int32_t INNO_CALL inno_flat_impute_regression(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                              int32_t too_few, double *out) {
  inno_status s = INNO_OK;
  siblings given = {.rule = INNO_IMPUTE_REGRESSION};
  given.too_few = inno__flat_i32(&s, too_few, INNO_KEY_IMPUTE_TOO_FEW);
  return impute_siblings(x, rows, columns, column_major, &given, s, out);
}

int32_t INNO_CALL inno_flat_impute_em(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                      double ridge, double *out) {
  inno_status s = INNO_OK;
  siblings given = {.rule = INNO_IMPUTE_EM};
  given.ridge = inno__flat_f64(&s, ridge, INNO_KEY_IMPUTE_RIDGE);
  return impute_siblings(x, rows, columns, column_major, &given, s, out);
}

int32_t INNO_CALL inno_flat_impute_nearest(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                           int32_t neighbors, double *out) {
  inno_status s = INNO_OK;
  siblings given = {.rule = INNO_IMPUTE_NEAREST};
  given.neighbors = inno__flat_i32(&s, neighbors, INNO_KEY_IMPUTE_NEIGHBORS);
  return impute_siblings(x, rows, columns, column_major, &given, s, out);
}

int32_t INNO_CALL inno_flat_impute_hot_deck(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                            const double *group, double *out) {
  const siblings given = {.rule = INNO_IMPUTE_HOT_DECK, .group = group};
  return impute_siblings(x, rows, columns, column_major, &given, INNO_OK, out);
}

/* ---- one unit's series ---- */

static size_t one_column(int64_t rows, int32_t columns) {
  (void)columns;
  return (size_t)rows * sizeof(double);
}

/* Strictly ascending, and the first and the last no further apart than a double. */
static inno_status check_times(const double *times, int64_t n) {
  inno_status s = inno__flat_check_finite(times, n);
  for (int64_t i = 0; i < n && s == INNO_OK; i++)
    if (times[i] != times[i] || (i > 0 && !(times[i] > times[i - 1]))) s = INNO_E_ARGUMENT;
  if (s == INNO_OK && times[n - 1] - times[0] > 1.7976931348623157e308) s = INNO_E_DOMAIN;
  return s;
}

static int32_t impute_series(const double *values, const double *times, int32_t n, double max_age, int32_t rule,
                             double *out) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, values, n, 1, 1, one_column);
  s = inno__first(s, inno__flat_check_array(times, n));
  s = inno__first(s, inno__flat_check_array(out, n));
  double age = inno__flat_f64(&s, max_age, INNO_KEY_IMPUTE_MAX_AGE);
  const inno__time_rule r = {rule, age == age ? age : (double)INFINITY, INT32_MAX};
  if (s == INNO_OK && n > 0) {
    inno__gather(times, (ptrdiff_t)sizeof *times, n, t.work);
    s = check_times(t.work, n);
    if (s == INNO_OK) inno__impute_time(t.column[0], t.work, n, 1, &r, NULL, out, NULL, NULL, NULL);
  }
  inno__flat_drop(&t);
  return inno__flat_finish(s, out, inno__flat_places(n));
}

int32_t INNO_CALL inno_flat_impute_latest(const double *values, const double *times, int32_t n, double max_age,
                                          double *out) {
  return impute_series(values, times, n, max_age, INNO_IMPUTE_LATEST, out);
}

int32_t INNO_CALL inno_flat_impute_linear(const double *values, const double *times, int32_t n, double max_age,
                                          double *out) {
  return impute_series(values, times, n, max_age, INNO_IMPUTE_LINEAR, out);
}

int32_t INNO_CALL inno_flat_impute_constant(const double *values, const double *times, int32_t n, double max_age,
                                            double *out) {
  return impute_series(values, times, n, max_age, INNO_IMPUTE_CONSTANT, out);
}

int32_t INNO_CALL inno_flat_impute_linear_constant(const double *values, const double *times, int32_t n, double max_age,
                                                   double *out) {
  return impute_series(values, times, n, max_age, INNO_IMPUTE_LINEAR_CONSTANT, out);
}
