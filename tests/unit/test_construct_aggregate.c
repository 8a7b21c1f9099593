/* Aggregation of the children of a node: means by hand, coverage, weights of 0, and what is done with values <= 0. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "construct/node.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"

/* One node, all units at once, by the rule's own implementation. */
static inno_status aggregate_all(const double *const *columns, const double *weights, int32_t k, int64_t n,
                                 const inno__aggregate_rule *rule, double *out, double *coverage, void *work,
                                 const char *const *children, const inno__site *site) {
  inno__aggregate_rule full = *rule;
  full.aggregator = &inno__aggregator_means;
  inno__node node = {.columns = columns,
                     .weights = weights,
                     .k = k,
                     .n = n,
                     .rule = &full,
                     .children = children,
                     .site = site,
                     .out = out,
                     .coverage = coverage,
                     .work = work};
  return inno__aggregate(&node);
}

static double work[8192];

typedef struct {
  inno_error *error;
  inno__names *units;
  inno__site site;
} fixture;

static int setup(void **state) {
  static fixture f;
  static const char *const names[] = {"Ha Noi", "Hue", "Da Nang", "Can Tho"};
  assert_int_equal(inno_error_create(NULL, &f.error), INNO_OK);
  assert_int_equal(inno__names_create(&f.error->allocator, &f.units), INNO_OK);
  for (int i = 0; i < 4; i++) assert_int_equal(inno__names_add(f.units, names[i]), i);
  f.site = (inno__site){f.error, "PII", f.units};
  *state = &f;
  return 0;
}

static int teardown(void **state) {
  fixture *f = *state;
  inno__names_destroy(f->units);
  inno_error_destroy(f->error);
  return 0;
}

static inno__aggregate_rule rule_of(int32_t which) {
  return (inno__aggregate_rule){.rule = which, .nonpositive = INNO_NONPOSITIVE_ERROR, .power = 2.0};
}

/* Children a, b, c of four units. */
static void aggregate(const fixture *f, const double x[3][4], const double *weights, const inno__aggregate_rule *rule,
                      double *out, double *coverage) {
  const double *columns[] = {x[0], x[1], x[2]};
  assert_true(inno__aggregator_means.work_size(3, INT64_MAX) <= sizeof work);
  inno_status s = aggregate_all(columns, weights, 3, 4, rule, out, coverage, work, NULL, &f->site);
  if (s != INNO_OK) fail_msg("%s", inno_error_message(f->error));
}

static void near(const double *got, double a, double b, double c, double d) {
  const double want[] = {a, b, c, d};
  for (int i = 0; i < 4; i++)
    if (!(fabs(got[i] - want[i]) <= 1e-14 * fabs(want[i])) && !(got[i] != got[i] && want[i] != want[i]))
      fail_msg("unit %d: got %.17g, expected %.17g", i, got[i], want[i]);
}

#define NAN_HERE inno__nan()

static void means_by_hand(void **state) {
  const fixture *f = *state;
  const double nan = NAN_HERE, weights[] = {1.0, 1.0, 2.0};
  const double x[3][4] = {{1, 2, nan, nan}, {2, 8, 4, nan}, {4, 4, 9, nan}};
  double out[4];
  static const struct {
    int32_t rule;
    double power, want[3];
  } cases[] = {{INNO_AGGREGATE_ARITHMETIC, 0, {11 / 4., 18 / 4., 22 / 3.}},
               {INNO_AGGREGATE_GEOMETRIC, 0, {2.3784142300054421, 4.0, 6.868285455319991}},
               {INNO_AGGREGATE_HARMONIC, 0, {2.0, 4 / 1.125, 3 / (0.25 + 2 / 9.)}},
               {INNO_AGGREGATE_POWER, -1.0, {2.0, 4 / 1.125, 3 / (0.25 + 2 / 9.)}},
               {INNO_AGGREGATE_POWER, 2.0, {3.0413812651491097, 5.0, 7.7028133388608964}},
               {INNO_AGGREGATE_POWER, 1.0, {11 / 4., 18 / 4., 22 / 3.}},
               {INNO_AGGREGATE_MEDIAN, 0, {2, 4, 6.5}},
               {INNO_AGGREGATE_MINIMUM, 0, {1, 2, 4}}};
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
    inno__aggregate_rule rule = rule_of(cases[k].rule);
    rule.power = cases[k].power;
    aggregate(f, x, weights, &rule, out, NULL);
    near(out, cases[k].want[0], cases[k].want[1], cases[k].want[2], nan);
    assert_memory_equal(&out[3], &nan, sizeof nan);
  }
}

static void a_child_of_weight_0_counts_but_does_not_speak(void **state) {
  const fixture *f = *state;
  const double nan = NAN_HERE, weights[] = {1.0, 0.0, 1.0};
  const double x[3][4] = {{1, 3, nan, nan}, {-50, -50, -50, nan}, {4, 3, nan, 2}};
  for (int32_t which = INNO_AGGREGATE_ARITHMETIC; which <= INNO_AGGREGATE_MINIMUM; which++) {
    double out[4], coverage[4];
    if (which > INNO_AGGREGATE_POWER && which < INNO_AGGREGATE_MEDIAN) continue;
    inno__aggregate_rule rule = rule_of(which);
    aggregate(f, x, weights, &rule, out, coverage);
    near(coverage, 1.0, 1.0, 1 / 3., 1 / 3.);
    assert_true(out[0] >= 1.0 && out[0] <= 4.0);
    assert_true(out[2] != out[2]); /* only the silent child is there */
    assert_true(fabs(out[3] - 2.0) <= 1e-14);
    assert_true(fabs(out[1] - 3.0) <= 1e-14);
  }
}

static void too_little_coverage_gives_no_score(void **state) {
  const fixture *f = *state;
  const double nan = NAN_HERE, weights[] = {1.0, 1.0, 1.0};
  const double x[3][4] = {{1, nan, nan, nan}, {2, 2, nan, nan}, {3, 4, 5, nan}};
  double out[4], coverage[4];
  inno__aggregate_rule rule = rule_of(INNO_AGGREGATE_ARITHMETIC);
  rule.min_coverage = 2.0 / 3.0; /* met by two of three: the share itself passes */
  aggregate(f, x, weights, &rule, out, coverage);
  near(out, 2.0, 3.0, nan, nan);
  near(coverage, 1.0, 2 / 3., 1 / 3., 0.0);
  assert_memory_equal(&out[2], &nan, sizeof nan);
  rule.min_coverage = 0.67;
  aggregate(f, x, weights, &rule, out, NULL);
  near(out, 2.0, nan, nan, nan);
}

static void nonpositive_values_are_refused_by_name(void **state) {
  const fixture *f = *state;
  const double nan = NAN_HERE, weights[] = {1.0, 1.0, 1.0};
  const double zero[3][4] = {{1, 2, 3, 4}, {1, 2, 0, 4}, {nan, 2, 3, 4}},
               minus[3][4] = {{1, 2, 3, -4}, {1, 2, 3, 4}, {1, 2, 3, 4}};
  const char *const children[] = {"INST", "HC", "INFR"};
  const struct {
    int32_t rule;
    double power;
    int zero_allowed;
  } cases[] = {{INNO_AGGREGATE_GEOMETRIC, 0, 0}, {INNO_AGGREGATE_HARMONIC, 0, 0}, {INNO_AGGREGATE_POWER, -1.0, 0},
               {INNO_AGGREGATE_POWER, -0.5, 0},  {INNO_AGGREGATE_POWER, 0.5, 1},  {INNO_AGGREGATE_POWER, 2.5, 1}};
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
    inno__aggregate_rule rule = rule_of(cases[k].rule);
    rule.power = cases[k].power;
    double out[4];
    for (int negative = 0; negative <= 1; negative++) {
      const double *columns[] = {negative ? minus[0] : zero[0], negative ? minus[1] : zero[1],
                                 negative ? minus[2] : zero[2]};
      inno_status s = aggregate_all(columns, weights, 3, 4, &rule, out, NULL, work, children, &f->site);
      if (!negative && cases[k].zero_allowed) {
        assert_int_equal(s, INNO_OK);
        continue;
      }
      assert_int_equal(s, INNO_E_NONPOSITIVE);
      assert_string_equal(f->error->node, "PII");
      assert_string_equal(f->error->unit, negative ? "Can Tho" : "Da Nang");
      assert_non_null(strstr(inno_error_message(f->error), negative ? "INST" : "HC"));
      assert_non_null(strstr(inno_error_message(f->error), "1..100"));
    }
  }
}

static void the_arithmetic_mean_takes_any_value(void **state) {
  const fixture *f = *state;
  const double weights[] = {1.0, 1.0, 1.0}, x[3][4] = {{-1, 0, 3, -6}, {1, 0, -3, 0}, {3, 0, 3, 0}};
  double out[4];
  inno__aggregate_rule rule = rule_of(INNO_AGGREGATE_ARITHMETIC);
  rule.nonpositive = INNO_NONPOSITIVE_FLOOR; /* not read by this rule */
  rule.floor = 100.0;
  aggregate(f, x, weights, &rule, out, NULL);
  near(out, 1.0, 0.0, 1.0, -2.0);
}

static void a_floor_lifts_what_lies_below(void **state) {
  const fixture *f = *state;
  const double nan = NAN_HERE, weights[] = {1.0, 1.0, 1.0};
  const double x[3][4] = {{0, -7, 4, nan}, {4, 9, 4, nan}, {2, nan, 0.5, nan}};
  double out[4], coverage[4];
  inno__aggregate_rule rule = rule_of(INNO_AGGREGATE_GEOMETRIC);
  rule.nonpositive = INNO_NONPOSITIVE_FLOOR;
  rule.floor = 1.0;
  aggregate(f, x, weights, &rule, out, coverage);
  near(out, 2.0, 3.0, cbrt(16.0), nan);
  near(coverage, 1.0, 2 / 3., 1.0, 0.0);
}

static void a_shift_is_taken_back(void **state) {
  const fixture *f = *state;
  const double nan = NAN_HERE, weights[] = {1.0, 1.0, 0.0};
  const double x[3][4] = {{0, 3, 7, nan}, {3, 0, 7, nan}, {-9, -9, -9, nan}};
  double out[4];
  inno__aggregate_rule rule = rule_of(INNO_AGGREGATE_GEOMETRIC);
  rule.nonpositive = INNO_NONPOSITIVE_SHIFT;
  rule.shift = 1.0;
  aggregate(f, x, weights, &rule, out, NULL);
  near(out, 1.0, 1.0, 7.0, nan);
  const double low[] = {-1, 1, 1, 1}, *columns[] = {low, x[1]};
  assert_int_equal(aggregate_all(columns, weights, 2, 4, &rule, out, NULL, work, NULL, &f->site), INNO_E_NONPOSITIVE);
  assert_string_equal(f->error->unit, "Ha Noi");
}

/* Blocks, coverage and policies are ways to the same numbers. */
static void every_way_gives_the_same_bits(void **state) {
  enum { UNITS = 1000, K = 3 };
  static double x[K][UNITS], direct[UNITS], blocked[UNITS], floored[UNITS], coverage[UNITS];
  const fixture *f = *state;
  const double weights[K] = {0.3, 1.7, 1.0}, *columns[K] = {x[0], x[1], x[2]};
  for (int c = 0; c < K; c++)
    for (int i = 0; i < UNITS; i++)
      x[c][i] = (i * 7 + c * 13) % 11 == 0 ? inno__nan() : 1.0 + (double)((i * 37 + c * 101) % 991) / 10.0;
  for (int32_t which = INNO_AGGREGATE_ARITHMETIC; which <= INNO_AGGREGATE_MINIMUM; which++) {
    if (which > INNO_AGGREGATE_POWER && which < INNO_AGGREGATE_MEDIAN) continue;
    inno__aggregate_rule rule = rule_of(which);
    assert_int_equal(aggregate_all(columns, weights, K, UNITS, &rule, direct, NULL, work, NULL, &f->site), INNO_OK);
    assert_int_equal(aggregate_all(columns, weights, K, UNITS, &rule, blocked, coverage, work, NULL, &f->site),
                     INNO_OK);
    assert_memory_equal(direct, blocked, sizeof direct);
    rule.nonpositive = INNO_NONPOSITIVE_FLOOR;
    rule.floor = 0.5; /* below every value */
    assert_int_equal(aggregate_all(columns, weights, K, UNITS, &rule, floored, NULL, work, NULL, &f->site), INNO_OK);
    assert_memory_equal(direct, floored, sizeof direct);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(means_by_hand),
      cmocka_unit_test(a_child_of_weight_0_counts_but_does_not_speak),
      cmocka_unit_test(too_little_coverage_gives_no_score),
      cmocka_unit_test(nonpositive_values_are_refused_by_name),
      cmocka_unit_test(the_arithmetic_mean_takes_any_value),
      cmocka_unit_test(a_floor_lifts_what_lies_below),
      cmocka_unit_test(a_shift_is_taken_back),
      cmocka_unit_test(every_way_gives_the_same_bits),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
