/* The flat tier: means, places, a whole index; values by hand and by the objects. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"

#define NONE INT32_MIN
#define NEAR(tolerance, out, ...)                                                                                \
  do {                                                                                                           \
    const double expected_[] = {__VA_ARGS__};                                                                    \
    for (size_t i_ = 0; i_ < sizeof expected_ / sizeof *expected_; i_++) {                                       \
      int equal_ = fabs((out)[i_] - expected_[i_]) <= (tolerance) || (isnan((out)[i_]) && isnan(expected_[i_])); \
      if (!equal_) fail_msg("place %d: %.17g, not %.17g", (int)i_, (out)[i_], expected_[i_]);                    \
    }                                                                                                            \
  } while (0)
#define SAME(out, ...) NEAR(0.0, out, __VA_ARGS__)
#define CLOSE(a, b) assert_true(fabs((a) - (b)) <= 1e-14 * fabs(b))

/* ---- means of one unit ---- */

static const double x[] = {1, 4, NAN, 16}, w[] = {2, 1, 5, NAN}; /* a weight that is missing is 1 */

static void means(void **state) {
  (void)state;
  assert_true(inno_flat_arithmetic_mean(x, NULL, 4, NAN) == 7);
  assert_true(inno_flat_arithmetic_mean(x, w, 4, NAN) == 22 / 4.0);
  CLOSE(inno_flat_geometric_mean(x, NULL, 4, NAN, NAN, NAN), 4.0);
  CLOSE(inno_flat_geometric_mean(x, w, 4, NAN, NAN, NAN), pow(64, 0.25));
  CLOSE(inno_flat_harmonic_mean(x, NULL, 4, NAN, NAN, NAN), 3 / (1 + 1 / 4.0 + 1 / 16.0));
  CLOSE(inno_flat_power_mean(x, NULL, 4, 0.5, NAN, NAN, NAN), 49 / 9.0);
  CLOSE(inno_flat_power_mean(x, w, 4, 2, NAN, NAN, NAN), sqrt((2 + 16 + 256) / 4.0));
  CLOSE(inno_flat_power_mean(x, NULL, 4, -1, NAN, NAN, NAN), inno_flat_harmonic_mean(x, NULL, 4, NAN, NAN, NAN));
  assert_true(inno_flat_median(x, NULL, 4, NAN) == 4);
  assert_true(inno_flat_median(x, (const double[]){1, 0, 1, 1}, 4, NAN) == 8.5);
  assert_true(inno_flat_minimum(x, NULL, 4, NAN) == 1);
  assert_true(inno_flat_minimum(x, (const double[]){0, 1, 1, 1}, 4, NAN) == 4);
}

static void coverage_decides(void **state) {
  (void)state;
  assert_true(inno_flat_arithmetic_mean(x, NULL, 4, 0.75) == 7); /* equality is enough */
  assert_true(isnan(inno_flat_arithmetic_mean(x, NULL, 4, 0.76)));
  assert_true(isnan(inno_flat_geometric_mean(x, NULL, 4, 1, NAN, NAN)));
  assert_true(isnan(inno_flat_harmonic_mean(x, NULL, 4, 1, NAN, NAN)));
  assert_true(isnan(inno_flat_power_mean(x, NULL, 4, 2, 1, NAN, NAN)));
  assert_true(isnan(inno_flat_median(x, NULL, 4, 1)));
  assert_true(isnan(inno_flat_minimum(x, NULL, 4, 1)));
  assert_true(isnan(inno_flat_arithmetic_mean(x, NULL, 4, 1.5)));
  assert_true(isnan(inno_flat_arithmetic_mean(x + 2, NULL, 1, NAN)));
}

static void values_that_are_not_positive(void **state) {
  (void)state;
  const double zero[] = {0, 4}, below[] = {-1, 4};
  assert_true(isnan(inno_flat_geometric_mean(zero, NULL, 2, NAN, NAN, NAN)));
  assert_true(isnan(inno_flat_harmonic_mean(below, NULL, 2, NAN, NAN, NAN)));
  assert_true(isnan(inno_flat_power_mean(below, NULL, 2, 2, NAN, NAN, NAN)));
  CLOSE(inno_flat_power_mean(zero, NULL, 2, 2, NAN, NAN, NAN), sqrt(8));
  CLOSE(inno_flat_geometric_mean(zero, NULL, 2, NAN, 1, NAN), 2.0);
  CLOSE(inno_flat_geometric_mean(zero, NULL, 2, NAN, NAN, 1), sqrt(5) - 1);
  CLOSE(inno_flat_harmonic_mean(below, NULL, 2, NAN, 1, NAN), 1.6);
  CLOSE(inno_flat_harmonic_mean(below, NULL, 2, NAN, NAN, 2), 2 / (1 + 1 / 6.0) - 2);
  assert_true(isnan(inno_flat_geometric_mean(zero, NULL, 2, NAN, 1, 1))); /* one policy only */
  assert_true(isnan(inno_flat_geometric_mean(zero, NULL, 2, NAN, 0, NAN)));
  assert_true(isnan(inno_flat_geometric_mean(below, NULL, 2, NAN, NAN, 1))); /* -1 + 1 is 0 */
  assert_true(isnan(inno_flat_power_mean(zero, NULL, 2, 0, NAN, NAN, NAN)));
  assert_true(isnan(inno_flat_power_mean(zero, NULL, 2, NAN, NAN, NAN, NAN)));
}

/* ---- a node for many units ---- */

static void a_node(void **state) {
  (void)state;
  const double rows[] = {1, 3, 2, NAN, NAN, NAN}, columns[] = {1, 2, NAN, 3, NAN, NAN}, weights[] = {3, 1};
  double out[3], again[3];
  assert_int_equal(inno_flat_aggregate(rows, 3, 2, 0, weights, NONE, NAN, NAN, NAN, NAN, out), INNO_OK);
  SAME(out, 1.5, 2, NAN);
  assert_int_equal(inno_flat_aggregate(columns, 3, 2, 1, weights, NONE, NAN, NAN, NAN, NAN, again), INNO_OK);
  assert_memory_equal(out, again, sizeof out);
  assert_int_equal(inno_flat_aggregate(rows, 3, 2, 0, weights, NONE, NAN, 0.6, NAN, NAN, out), INNO_OK);
  SAME(out, 1.5, NAN, NAN);
  const int32_t rules[] = {INNO_AGGREGATE_GEOMETRIC, INNO_AGGREGATE_HARMONIC, INNO_AGGREGATE_MEDIAN,
                           INNO_AGGREGATE_MINIMUM};
  const double expected[] = {sqrt(3), 1.5, 2, 1};
  for (int k = 0; k < 4; k++) {
    assert_int_equal(inno_flat_aggregate(rows, 3, 2, 0, NULL, rules[k], NAN, NAN, NAN, NAN, out), INNO_OK);
    NEAR(1e-15, out, expected[k], 2, NAN);
  }
  assert_int_equal(inno_flat_aggregate(rows, 3, 2, 0, NULL, INNO_AGGREGATE_POWER, 2, NAN, NAN, NAN, out), INNO_OK);
  NEAR(1e-15, out, sqrt(5), 2, NAN);
}

static void a_node_refuses(void **state) {
  (void)state;
  const double m[] = {1, 3, 2, -4};
  const struct {
    int32_t rule, status;
    double power, coverage, floor, shift, weights[2];
  } cases[] = {
      {99, INNO_E_RULE, NAN, NAN, NAN, NAN, {1, 1}},
      {INNO_AGGREGATE_POWER, INNO_E_MISSING_PARAMETER, NAN, NAN, NAN, NAN, {1, 1}},
      {INNO_AGGREGATE_POWER, INNO_E_VALUE, 0, NAN, NAN, NAN, {1, 1}},
      {NONE, INNO_E_VALUE, 2, NAN, NAN, NAN, {1, 1}}, /* not read by the arithmetic mean */
      {NONE, INNO_E_VALUE, NAN, NAN, 1, NAN, {1, 1}},
      {NONE, INNO_E_VALUE, NAN, -0.5, NAN, NAN, {1, 1}},
      {INNO_AGGREGATE_GEOMETRIC, INNO_E_NONPOSITIVE, NAN, NAN, NAN, NAN, {1, 1}},
      {INNO_AGGREGATE_GEOMETRIC, INNO_E_VALUE, NAN, NAN, 1, 1, {1, 1}},
      {NONE, INNO_E_WEIGHTS, NAN, NAN, NAN, NAN, {0, 0}},
      {NONE, INNO_E_ARGUMENT, NAN, NAN, NAN, NAN, {-1, 2}},
      {NONE, INNO_E_ARGUMENT, NAN, NAN, NAN, NAN, {1, INFINITY}},
  };
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
    double out[2] = {1, 1};
    int32_t s = inno_flat_aggregate(m, 2, 2, 0, cases[k].weights, cases[k].rule, cases[k].power, cases[k].coverage,
                                    cases[k].floor, cases[k].shift, out);
    if (s != cases[k].status) fail_msg("case %d: %d", (int)k, s);
    SAME(out, NAN, NAN);
  }
  double out[2];
  assert_int_equal(inno_flat_aggregate(m, 2, 0, 0, NULL, NONE, NAN, NAN, NAN, NAN, out), INNO_E_NODATA);
  assert_int_equal(inno_flat_aggregate(m, 2, 2, 7, NULL, NONE, NAN, NAN, NAN, NAN, out), INNO_E_ARGUMENT);
}

/* ---- places ---- */

static void places(void **state) {
  (void)state;
  const double v[] = {5, 9, NAN, 5, 1}, group[] = {1, 1, 1, 2, 2}, some[] = {1, NAN, 1, 2, 1};
  double out[5];
  assert_int_equal(inno_flat_rank(v, NULL, 5, NONE, NONE, out), INNO_OK);
  SAME(out, 2, 1, NAN, 2, 4);
  assert_int_equal(inno_flat_rank(v, NULL, 5, -1, INNO_TIES_MODIFIED, out), INNO_OK);
  SAME(out, 3, 4, NAN, 3, 1);
  assert_int_equal(inno_flat_rank(v, NULL, 5, 1, INNO_TIES_DENSE, out), INNO_OK);
  SAME(out, 2, 1, NAN, 2, 3);
  assert_int_equal(inno_flat_rank(v, NULL, 5, 1, INNO_TIES_FRACTIONAL, out), INNO_OK);
  SAME(out, 2.5, 1, NAN, 2.5, 4);
  assert_int_equal(inno_flat_rank(v, group, 5, NONE, NONE, out), INNO_OK);
  SAME(out, 2, 1, NAN, 1, 2);
  assert_int_equal(inno_flat_rank(v, some, 5, NONE, NONE, out), INNO_OK);
  SAME(out, 1, NAN, NAN, 1, 2);
  assert_int_equal(inno_flat_rank(v, NULL, 5, NONE, 9, out), INNO_E_RULE);
  SAME(out, NAN, NAN, NAN, NAN, NAN);
  assert_int_equal(inno_flat_rank(v, NULL, 5, 4, NONE, out), INNO_E_ARGUMENT);
}

/* ---- a whole index: 1, 2, 3 are indicators, 4 = {1, 2}, 5 = the index over 4 and 3 ---- */

enum { UNITS = 4, INDICATORS = 3, NODES = 5 };
static const double parents[] = {4, 4, 5, 5, NAN};
static const double directions[] = {1, -1, NAN, 1, NAN};
static const double weights[] = {3, 1, 1, 1, NAN};
static const double by_row[] = {1, 40, 7, 3, 10, 8, 2, 20, NAN, 5, 30, 9};
static const double by_column[] = {1, 3, 2, 5, 40, 10, 20, 30, 7, 8, NAN, 9};

static int32_t score(int column_major, int32_t treatment, int32_t rule, double *out) {
  return inno_flat_score(column_major ? by_column : by_row, UNITS, INDICATORS, column_major, parents, directions,
                         weights, NODES, treatment, NAN, NAN, rule, NAN, out);
}

static void an_index_by_hand(void **state) {
  (void)state;
  double out[8], again[8];
  assert_int_equal(score(0, NONE, NONE, out), INNO_OK);
  const double pillar[] = {0, (3 * 50 + 100) / 4.0, (3 * 25 + 200 / 3.0) / 4.0, (300 + 100 / 3.0) / 4.0};
  const double third[] = {0, 50, NAN, 100};
  for (int i = 0; i < UNITS; i++) {
    double index = third[i] == third[i] ? (pillar[i] + third[i]) / 2 : pillar[i];
    NEAR(1e-13, out + i * 2, pillar[i], index);
  }
  assert_int_equal(score(1, NONE, NONE, again), INNO_OK);
  for (int i = 0; i < UNITS; i++) assert_true(out[2 * i] == again[i] && out[2 * i + 1] == again[UNITS + i]);
  assert_int_equal(score(0, 0, NONE, again), INNO_OK); /* these columns need no treatment */
  assert_memory_equal(out, again, sizeof out);
}

/* The same tree, data and default method through the handles. */
static void an_index_by_the_objects(void **state) {
  (void)state;
  inno_indicator_set *set = NULL;
  inno_dataset *data = NULL;
  inno_method *method = NULL;
  inno_result *result = NULL;
  const char *nodes[] = {"a", "b", "c", "pillar", "index"}, *up[] = {"pillar", "pillar", "index", "index", ""};
  const char *units[] = {"u1", "u2", "u3", "u4"};
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  for (int k = 0; k < NODES; k++) assert_int_equal(inno_indicator_set_add(set, nodes[k], up[k], NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_direction(set, "b", -1, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_weight(set, "a", 3, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  assert_int_equal(inno_dataset_create(NULL, UNITS, units, &data, NULL), INNO_OK);
  for (int c = 0; c < INDICATORS; c++)
    assert_int_equal(inno_dataset_add_column(data, nodes[c], by_row + c, INDICATORS * sizeof(double), NULL), INNO_OK);
  assert_int_equal(inno_method_create(NULL, set, NULL, NULL, 0, &method, NULL), INNO_OK);
  assert_int_equal(inno_result_create(NULL, method, data, INNO_KEEP_SCORES, &result, NULL), INNO_OK);
  double out[8], expected[8];
  for (int k = 0; k < 2; k++)
    assert_int_equal(inno_result_scores(result, INDICATORS + k, expected + k, 2 * sizeof(double), NULL), INNO_OK);
  assert_int_equal(score(0, NONE, NONE, out), INNO_OK);
  assert_memory_equal(out, expected, sizeof out);
  inno_result_destroy(result);
  inno_method_destroy(method);
  inno_dataset_destroy(data);
  inno_indicator_set_destroy(set);
}

#define SCORE(x, rows, columns, order, parents, directions, weights, nodes, treatment, lower, upper, rule) \
  inno_flat_score(x, rows, columns, order, parents, directions, weights, nodes, treatment, lower, upper, rule, NAN, out)

static void options_of_an_index(void **state) {
  (void)state;
  double out[8];
  assert_int_equal(inno_flat_score(by_row, UNITS, INDICATORS, 0, parents, directions, weights, NODES, 0, 1, 2,
                                   INNO_AGGREGATE_GEOMETRIC, NAN, out),
                   INNO_OK);
  NEAR(1e-15, out, 1, 1, pow(pow(1.5, 3) * 2, 0.25));
  assert_int_equal(
      inno_flat_score(by_row, UNITS, INDICATORS, 0, parents, directions, weights, NODES, 0, NAN, NAN, NONE, 0.6, out),
      INNO_OK);
  assert_true(isnan(out[5])); /* half of the index's children */
  assert_int_equal(SCORE(by_row, UNITS, 3, 0, parents, NULL, NULL, 5, 0, NAN, NAN, NONE), INNO_OK);
  NEAR(1e-13, out, 50);
  assert_int_equal(SCORE(NULL, 0, 3, 0, NULL, NULL, NULL, 5, 0, NAN, NAN, NONE), INNO_OK);
}

/* One indicator below the index: its score is the treated and scaled column. */
static void an_index_treats_by_default(void **state) {
  (void)state;
  const double column[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 100}, chain[] = {2, 0};
  double out[10], expected[10];
  assert_int_equal(SCORE(column, 10, 1, 1, chain, NULL, NULL, 2, NONE, NAN, NAN, NONE), INNO_OK);
  assert_int_equal(inno_flat_treat(column, 10, NONE, NONE, NAN, NONE, NAN, NAN, NAN, NONE, NONE, NONE, NONE, expected),
                   INNO_OK);
  assert_int_equal(inno_flat_minmax(expected, 10, NONE, NAN, NAN, NONE, expected), INNO_OK);
  assert_memory_equal(out, expected, sizeof out);
  assert_true(out[8] == 100); /* the outlier was moved onto it */
  assert_int_equal(SCORE(column, 10, 1, 1, chain, NULL, NULL, 2, 0, NAN, NAN, NONE), INNO_OK);
  assert_int_equal(inno_flat_minmax(column, 10, NONE, NAN, NAN, NONE, expected), INNO_OK);
  assert_memory_equal(out, expected, sizeof out);
}

/* The parents may stand in any order, and the index need not be the last. */
static void any_order_of_aggregates(void **state) {
  (void)state;
  const double turned[] = {5, 5, 4, 0, 4};
  double out[8], usual[8];
  assert_int_equal(score(0, 0, NONE, usual), INNO_OK);
  assert_int_equal(SCORE(by_row, UNITS, 3, 0, turned, directions, weights, 5, 0, NAN, NAN, NONE), INNO_OK);
  for (int i = 0; i < UNITS; i++) NEAR(1e-13, out + 2 * i, usual[2 * i + 1], usual[2 * i]);
}

static void trees_that_are_none(void **state) {
  (void)state;
  const double bad[][NODES] = {
      {4, 4, 5, 5, 4},     /* a cycle */
      {4, 4, 5, NAN, NAN}, /* two roots */
      {4, 4, 4, NAN, 4},   /* 5 has no children */
      {2, 4, 5, 5, NAN},   /* an indicator as parent */
      {6, 4, 5, 5, NAN},   /* no such node */
      {4.5, 4, 5, 5, NAN}, /* between two */
      {-4, 4, 5, 5, NAN},  {INFINITY, 4, 5, 5, NAN},
  };
  for (size_t k = 0; k < sizeof bad / sizeof bad[0]; k++) {
    double out[8] = {1, 1, 1, 1, 1, 1, 1, 1};
    int32_t s = inno_flat_score(by_row, UNITS, INDICATORS, 0, bad[k], NULL, NULL, NODES, 0, NAN, NAN, NONE, NAN, out);
    if (s != INNO_E_TREE) fail_msg("tree %d: %d", (int)k, s);
    SAME(out, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN);
  }
}

static void an_index_refuses(void **state) {
  (void)state;
  double out[8];
  const double turned[] = {1, 1, 1, -1, 1}, two[] = {2, 1, 1, 1, 1};
  const double nothing[] = {0, 0, 1, 1, 1}, less[] = {-1, 1, 1, 1, 1};
  const double *p = parents, *d = directions, *v = weights, *m = by_row;
  assert_int_equal(SCORE(m, 4, 3, 0, p, turned, v, 5, 0, NAN, NAN, NONE), INNO_E_ARGUMENT);
  assert_int_equal(SCORE(m, 4, 3, 0, p, two, v, 5, 0, NAN, NAN, NONE), INNO_E_ARGUMENT);
  assert_int_equal(SCORE(m, 4, 3, 0, p, d, nothing, 5, 0, NAN, NAN, NONE), INNO_E_WEIGHTS);
  assert_int_equal(SCORE(m, 4, 3, 0, p, d, less, 5, 0, NAN, NAN, NONE), INNO_E_ARGUMENT);
  assert_int_equal(SCORE(m, 4, 3, 2, p, d, v, 5, 0, NAN, NAN, NONE), INNO_E_ARGUMENT);
  assert_int_equal(SCORE(m, 4, 3, 0, p, d, v, 5, 2, NAN, NAN, NONE), INNO_E_VALUE);
  assert_int_equal(SCORE(m, 4, 3, 0, p, d, v, 5, 0, 100, NAN, NONE), INNO_E_VALUE);
  assert_int_equal(SCORE(m, 4, 3, 0, p, d, v, 5, 0, NAN, NAN, 99), INNO_E_RULE);
  assert_int_equal(SCORE(m, 4, 3, 0, p, d, v, 5, 0, NAN, NAN, INNO_AGGREGATE_POWER), INNO_E_MISSING_PARAMETER);
  assert_int_equal(SCORE(m, 4, 3, 0, p, d, v, 5, 0, NAN, NAN, INNO_AGGREGATE_GEOMETRIC), INNO_E_NONPOSITIVE);
  assert_int_equal(SCORE(m, 1, 3, 0, p, d, v, 5, 0, NAN, NAN, NONE), INNO_E_CONSTANT);
  assert_int_equal(SCORE(m, 4, 3, 0, NULL, d, v, 5, 0, NAN, NAN, NONE), INNO_E_NULL);
  SAME(out, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN);
}

static void sizes_of_an_index(void **state) {
  (void)state;
  double out[1] = {5};
  const double *p = parents, *m = by_row;
  assert_int_equal(SCORE(m, 4, 3, 0, p, NULL, NULL, 3, 0, NAN, NAN, NONE), INNO_E_ARGUMENT); /* no aggregate */
  assert_int_equal(SCORE(m, 4, 0, 0, p, NULL, NULL, 3, 0, NAN, NAN, NONE), INNO_E_ARGUMENT);
  assert_int_equal(SCORE(m, -4, 3, 0, p, NULL, NULL, 5, 0, NAN, NAN, NONE), INNO_E_ARGUMENT);
  assert_int_equal(SCORE(m, 4, 3, 0, p, NULL, NULL, INT32_MIN, 0, NAN, NAN, NONE), INNO_E_ARGUMENT);
  assert_int_equal(SCORE(m, 4, 3, 0, p, NULL, NULL, INT32_MAX, 0, NAN, NAN, NONE), INNO_E_SIZE);
  assert_int_equal(SCORE(m, 65536, 65536, 0, p, NULL, NULL, 65537, 0, NAN, NAN, NONE), INNO_E_SIZE);
  assert_int_equal(SCORE(m, 100000000, 3, 0, p, NULL, NULL, 100000, 0, NAN, NAN, NONE), INNO_E_SIZE); /* of out */
  assert_true(out[0] == 5);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(means),
      cmocka_unit_test(coverage_decides),
      cmocka_unit_test(values_that_are_not_positive),
      cmocka_unit_test(a_node),
      cmocka_unit_test(a_node_refuses),
      cmocka_unit_test(places),
      cmocka_unit_test(an_index_by_hand),
      cmocka_unit_test(an_index_by_the_objects),
      cmocka_unit_test(options_of_an_index),
      cmocka_unit_test(an_index_treats_by_default),
      cmocka_unit_test(any_order_of_aggregates),
      cmocka_unit_test(trees_that_are_none),
      cmocka_unit_test(an_index_refuses),
      cmocka_unit_test(sizes_of_an_index),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
