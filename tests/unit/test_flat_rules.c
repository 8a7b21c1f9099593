/* The flat tier: aggregation rules with parameters of their own. Values by hand; bits as by the objects; refusals. */
#include <math.h>
#include <string.h>

#include "support/rules.h"

#define NONE INT32_MIN
#define CLOSE(a, b) assert_true(fabs((a) - (b)) <= 1e-14 * fabs(b))

static const double x[] = {1, 4, NAN, 16}, w[] = {2, 1, 5, NAN};

static void one_unit(void **state) {
  (void)state;
  CLOSE(inno_flat_weighted_product(x, (const double[]){0.5, 0.5, 0, 0.5}, 4, NAN, NAN, NAN), 8.0);
  CLOSE(inno_flat_weighted_product(x, w, 4, NAN, NAN, NAN), pow(64, 9 / 4.0)); /* a weight of 5 is missing */
  assert_true(inno_flat_sum(x, w, 4, INNO_MISSING_ZERO, NAN) == 22);
  CLOSE(inno_flat_sum(x, w, 4, NONE, NAN), 22 * 9 / 4.0);
  assert_true(isnan(inno_flat_sum(x, w, 4, INNO_MISSING_PROPAGATE, NAN)));
  assert_true(inno_flat_owa(x, NULL, 4, (const double[]){1, 1, 2}, 3, NAN) == 16 / 4.0 + 4 / 4.0 + 2 / 4.0);
  assert_true(inno_flat_mean_of_best(x, NULL, 4, 2, NAN) == 10);
  assert_true(inno_flat_mean_of_worst(x, NULL, 4, 2, NAN) == 2.5);
  CLOSE(inno_flat_mean_min(x, NULL, 4, 0.5, 8, NAN), 7 - 0.5 * (10 - 8));
  CLOSE(inno_flat_mazziotta_pareto(x, NULL, 4, NONE, NONE, NAN), 7 - 42 / 7.0);
  CLOSE(inno_flat_mazziotta_pareto(x, NULL, 4, INNO_PENALTY_POSITIVE, INNO_DEVIATION_SAMPLE, NAN), 7 + 63 / 7.0);
  CLOSE(inno_flat_penalized_cv(x, NULL, 4, 0.5, NONE, NAN), 7 - 0.5 * sqrt(42));
}

static void one_unit_refuses(void **state) {
  const double below[] = {-3, 1};
  (void)state;
  assert_true(isnan(inno_flat_sum(x, w, 4, 9, NAN)));
  assert_true(isnan(inno_flat_sum(x, w, 4, NONE, 0.8)));
  assert_true(isnan(inno_flat_owa(x, NULL, 4, NULL, 2, NAN)));
  assert_true(isnan(inno_flat_owa(x, NULL, 4, w, 0, NAN)));
  assert_true(isnan(inno_flat_owa(x, NULL, 4, w, 4, NAN))); /* a gap in the list */
  assert_true(isnan(inno_flat_owa(x, NULL, 4, below, 2, NAN)));
  assert_true(isnan(inno_flat_owa(x, NULL, 4, (const double[]){0, 0}, 2, NAN)));
  assert_true(isnan(inno_flat_owa(x, NULL, 4, w, INNO_LIMIT_LIST + 1, NAN)));
  assert_true(isnan(inno_flat_mean_of_best(x, NULL, 4, 0, NAN)));
  assert_true(isnan(inno_flat_mean_of_best(x, NULL, 4, NONE, NAN)));
  assert_true(isnan(inno_flat_mean_min(x, NULL, 4, NAN, 1, NAN)));
  assert_true(isnan(inno_flat_mean_min(x, NULL, 4, 1.5, 1, NAN)));
  assert_true(isnan(inno_flat_mean_min(x, NULL, 4, 0.5, -1, NAN)));
  assert_true(isnan(inno_flat_mazziotta_pareto(below, NULL, 2, NONE, NONE, NAN)));
  assert_true(isnan(inno_flat_mazziotta_pareto(x, NULL, 4, 3, NONE, NAN)));
  assert_true(isnan(inno_flat_penalized_cv(x, NULL, 4, -1, NONE, NAN)));
  assert_true(isnan(inno_flat_weighted_product(below, NULL, 2, NAN, NAN, NAN)));
}

/* ---- units compared ---- */

enum { UNITS = 4, KIDS = 3 };
static const double table[UNITS * KIDS] = {1, 5, 2, 2, NAN, 7, 3, 3, 1, 4, 1, 9}; /* row by row */
static const double weights[KIDS] = {1, 2, 0.5};

static void as_by_objects(const double *got, const char *settings) {
  double columns[UNITS * KIDS], out[UNITS];
  for (int i = 0; i < UNITS; i++)
    for (int c = 0; c < KIDS; c++) columns[c * UNITS + i] = table[i * KIDS + c];
  assert_int_equal(rules_run(columns, KIDS, UNITS, weights, settings, out), INNO_OK);
  for (int i = 0; i < UNITS; i++)
    if (memcmp(&got[i], &out[i], sizeof out[i]) != 0)
      fail_msg("%s: unit %d: %.17g, not %.17g", settings, i, got[i], out[i]);
}

#define COMPARED(name, settings, ...)                                                                    \
  do {                                                                                                   \
    double out_[UNITS];                                                                                  \
    assert_int_equal(inno_flat_##name(table, UNITS, KIDS, 0, weights, __VA_ARGS__, NAN, out_), INNO_OK); \
    as_by_objects(out_, settings);                                                                       \
  } while (0)

static void units_compared(void **state) {
  double out[UNITS];
  (void)state;
  assert_int_equal(inno_flat_copeland(table, UNITS, KIDS, 0, weights, NAN, out), INNO_OK);
  as_by_objects(out, "rule=copeland");
  assert_int_equal(inno_flat_copeland(table, UNITS, KIDS, 0, weights, 1, out), INNO_OK);
  as_by_objects(out, "rule=copeland;min_coverage=1");
  assert_int_equal(inno_flat_borda_count(table, UNITS, KIDS, 0, weights, NAN, out), INNO_OK);
  as_by_objects(out, "rule=borda");
  COMPARED(kemeny, "rule=kemeny", NONE);
  COMPARED(topsis, "rule=topsis", NONE);
  COMPARED(topsis, "rule=topsis;scaling=vector", INNO_SCALING_VECTOR);
  COMPARED(vikor, "rule=vikor", NAN);
  COMPARED(vikor, "rule=vikor;compromise=0.25", 0.25);
  COMPARED(promethee, "rule=promethee", NONE, NAN, NAN, NAN);
  COMPARED(promethee, "rule=promethee;preference=linear;indifference=1;strict_preference=3", INNO_PREFERENCE_LINEAR, 1,
           3, NAN);
  COMPARED(promethee, "rule=promethee;preference=gaussian;sigma=2", INNO_PREFERENCE_GAUSSIAN, NAN, NAN, 2);
}

static void units_compared_refuse(void **state) {
  double out[UNITS];
  const double one[] = {1, NAN, NAN};
  (void)state;
  assert_int_equal(inno_flat_copeland(one, 3, 1, 0, NULL, NAN, out), INNO_E_NODATA);
  assert_true(isnan(out[0]) && isnan(out[2]));
  assert_int_equal(inno_flat_kemeny(table, UNITS, KIDS, 0, NULL, -1, NAN, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_topsis(table, UNITS, KIDS, 0, NULL, 4, NAN, out), INNO_E_RULE);
  assert_int_equal(inno_flat_vikor(table, UNITS, KIDS, 0, NULL, 1.5, NAN, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_vikor(table, UNITS, KIDS, 0, (const double[]){0, 0, 0}, NAN, NAN, out), INNO_E_WEIGHTS);
  const struct {
    int32_t preference, status;
    double q, p, sigma;
  } cases[] = {{9, INNO_E_RULE, NAN, NAN, NAN},
               {NONE, INNO_E_VALUE, 1, NAN, NAN},
               {INNO_PREFERENCE_U_SHAPE, INNO_E_VALUE, 1, 2, NAN},
               {INNO_PREFERENCE_LINEAR, INNO_E_VALUE, 1, 2, 3},
               {INNO_PREFERENCE_V_SHAPE, INNO_E_MISSING_PARAMETER, NAN, NAN, NAN},
               {INNO_PREFERENCE_GAUSSIAN, INNO_E_MISSING_PARAMETER, NAN, NAN, NAN},
               {INNO_PREFERENCE_LEVEL, INNO_E_VALUE, 2, 2, NAN}};
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
    int32_t s = inno_flat_promethee(table, UNITS, KIDS, 0, NULL, cases[k].preference, cases[k].q, cases[k].p,
                                    cases[k].sigma, NAN, out);
    if (s != cases[k].status) fail_msg("case %d: status %d", (int)k, (int)s);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_unit),
      cmocka_unit_test(one_unit_refuses),
      cmocka_unit_test(units_compared),
      cmocka_unit_test(units_compared_refuse),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
