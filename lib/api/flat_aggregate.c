/* The flat tier: children of a node, by any rule; places. */
#include "api/flat_aggregate.h"

#include <string.h>

#include "base/memory.h"
#include "base/view.h"
#include "construct/compile.h"
#include "construct/rank.h"
#include "numeric/order.h"

/* ---- a rule ---- */

inno__aggregate_rule inno__flat_aggregate_rule(inno_status *s, int32_t which, double min_coverage) {
  inno__aggregate_rule r;
  memset(&r, 0, sizeof r);
  inno__flat_defaults(INNO_STEP_AGGREGATE, &r);
  r.rule = inno__flat_i32(s, which, INNO_KEY_AGGREGATE_RULE);
  r.min_coverage = inno__flat_f64(s, min_coverage, INNO_KEY_AGGREGATE_MIN_COVERAGE);
  r.aggregator = inno__rule_implementation(INNO_STEP_AGGREGATE, r.rule);
  return r;
}

/* A parameter without default has NaN, 0 or no list until it is given one. */
static int lacks(const inno__aggregate_rule *rule, const inno__binding *b) {
  const char *at = (const char *)rule + b->offset;
  double number;
  memcpy(&number, at, sizeof number);
  if (!inno__rule_reads(INNO_STEP_AGGREGATE, rule, b->key) || inno__key_is_optional(b->key)) return 0;
  if (b->storage == INNO__AS_LIST) return ((const inno__list *)(const void *)at)->values == NULL;
  double fallback = inno__key_find(b->key)->fallback;
  if (b->storage == INNO__AS_I32) return fallback != fallback && *(const int32_t *)(const void *)at == 0;
  return number != number;
}

/* ---- a run ---- */

/* Weights, what each child is told, outcomes of a search; then the rule's own scratch. */
static size_t work_size(const inno__flat_table *t, const inno__aggregator *how) {
  return (size_t)t->columns * (sizeof(double) + sizeof(inno__own_rule)) +
         (size_t)inno__outcome_count(how, t->rows) * sizeof(inno__outcome) + how->work_size(t->columns, t->rows);
}

/* As a child that was told nothing. */
static void blank_own(inno__own_rule *own, int32_t k) {
  int32_t count = 0;
  const inno__binding *b = inno__own_bindings(&count);
  for (int32_t c = 0; c < k; c++)
    for (int32_t i = 0; i < count; i++)
      memcpy((char *)&own[c] + b[i].offset, &inno__key_find(b[i].key)->fallback, sizeof(double));
}

static inno_status run(const inno__flat_table *t, const double *weights, const inno__aggregate_rule *rule, void *work,
                       double *out) {
  inno_status s = INNO_OK;
  double *w = work;
  inno__own_rule *own = (inno__own_rule *)(void *)(w + t->columns);
  inno__outcome *outcomes = (inno__outcome *)(void *)(own + t->columns);
  inno__flat_weights(&s, weights, t->columns, w);
  blank_own(own, t->columns);
  inno__node node = {.columns = (const double *const *)t->column,
                     .weights = w,
                     .own = own,
                     .k = t->columns,
                     .n = t->rows,
                     .rule = rule,
                     .site = &t->site,
                     .out = out,
                     .outcomes = outcomes,
                     .work = outcomes + inno__outcome_count(rule->aggregator, t->rows)};
  while (s == INNO_OK && !node.done) s = inno__aggregate(&node);
  return s;
}

/* Scratch of small inputs is on the stack. */
static inno_status run_with_scratch(const inno__flat_table *t, const double *weights, const inno__aggregate_rule *rule,
                                    double *out) {
  enum { SMALL = 4096 };
  double small[SMALL / sizeof(double)];
  size_t bytes = work_size(t, rule->aggregator);
  if (bytes <= sizeof small) return run(t, weights, rule, small, out);
  inno_allocator a;
  inno__allocator_resolve(NULL, &a);
  void *work = inno__alloc(&a, bytes);
  inno_status s = work == NULL ? INNO_E_NOMEM : run(t, weights, rule, work, out);
  inno__free(&a, work, bytes);
  return s;
}

static inno_status aggregate(const inno__flat_children *c, const inno__aggregate_rule *rule, inno_status option,
                             double *out) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, c->x, c->rows, c->columns, c->column_major, NULL);
  s = inno__first(s, option);
  int32_t count = 0;
  const inno__binding *b = inno__bindings(INNO_STEP_AGGREGATE, &count);
  for (int32_t i = 1; i < count && s == INNO_OK; i++)
    if (lacks(rule, &b[i])) s = INNO_E_MISSING_PARAMETER;
  if (s == INNO_OK) s = inno__aggregate_check(rule, &t.site);
  if (s == INNO_OK && c->columns == 0 && c->rows > 0) s = INNO_E_NODATA;
  if (s == INNO_OK && c->rows > 0) s = run_with_scratch(&t, c->weights, rule, out);
  inno__flat_drop(&t);
  return s;
}

int32_t inno__flat_aggregate(const inno__flat_children *c, const inno__aggregate_rule *rule, inno_status option,
                             double *out) {
  inno_status shape = inno__flat_check_shape(c->rows, c->columns, 0);
  inno_status s = inno__first(shape, inno__flat_check_array(out, c->rows));
  if (s == INNO_OK) s = aggregate(c, rule, option, out);
  return inno__flat_finish(s, out, shape == INNO_OK ? c->rows : 0);
}

double inno__flat_aggregate_one(const double *x, const double *weights, int32_t n, const inno__aggregate_rule *rule,
                                inno_status option) {
  double out = inno__nan();
  const inno__flat_children c = {x, 1, n, 0, weights};
  inno_status s = aggregate(&c, rule, option, &out);
  return inno__flat_finish(s, &out, 1) == INNO_OK ? out : inno__nan();
}

/* ---- means ---- */

/* What the means are told; NaN and INT32_MIN as in the header. */
typedef struct {
  int32_t rule;
  double power, min_coverage, floor, shift;
} means;

static inno__aggregate_rule mean_rule(inno_status *s, const means *given) {
  inno__aggregate_rule r = inno__flat_aggregate_rule(s, given->rule, given->min_coverage);
  inno__flat_unread(s, given->power, r.rule, INNO_KEY_AGGREGATE_POWER);
  inno__flat_unread(s, given->floor, r.rule, INNO_KEY_AGGREGATE_FLOOR);
  inno__flat_unread(s, given->shift, r.rule, INNO_KEY_AGGREGATE_SHIFT);
  r.power = inno__flat_f64(s, given->power, INNO_KEY_AGGREGATE_POWER);
  if (*s == INNO_OK && r.power == 0.0) *s = INNO_E_VALUE;
  r.floor = inno__flat_f64(s, given->floor, INNO_KEY_AGGREGATE_FLOOR);
  r.shift = inno__flat_f64(s, given->shift, INNO_KEY_AGGREGATE_SHIFT);
  if (r.floor == r.floor) r.nonpositive = INNO_NONPOSITIVE_FLOOR;
  if (r.shift == r.shift) {
    if (*s == INNO_OK && r.nonpositive != INNO_NONPOSITIVE_ERROR) *s = INNO_E_VALUE; /* one policy only */
    r.nonpositive = INNO_NONPOSITIVE_SHIFT;
  }
  return r;
}

int32_t INNO_CALL inno_flat_aggregate(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                      const double *weights, int32_t rule, double power, double min_coverage,
                                      double floor, double shift, double *out) {
  const means given = {rule, power, min_coverage, floor, shift};
  const inno__flat_children c = {x, rows, columns, column_major, weights};
  inno_status s = INNO_OK;
  const inno__aggregate_rule r = mean_rule(&s, &given);
  return inno__flat_aggregate(&c, &r, s, out);
}

static double one_unit(const double *x, const double *weights, int32_t n, const means *given) {
  inno_status s = INNO_OK;
  const inno__aggregate_rule r = mean_rule(&s, given);
  return inno__flat_aggregate_one(x, weights, n, &r, s);
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

double INNO_CALL inno_flat_weighted_product(const double *x, const double *weights, int32_t n, double min_coverage,
                                            double floor, double shift) {
  const means given = {INNO_AGGREGATE_WEIGHTED_PRODUCT, inno__nan(), min_coverage, floor, shift};
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
