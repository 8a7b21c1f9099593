/* The flat tier: every normalization rule; values by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"

#define NONE INT32_MIN
#define SAME(out, ...) NEAR(0.0, out, __VA_ARGS__)
#define NEAR(tolerance, out, ...)                                                                                \
  do {                                                                                                           \
    const double expected_[] = {__VA_ARGS__};                                                                    \
    for (size_t i_ = 0; i_ < sizeof expected_ / sizeof *expected_; i_++) {                                       \
      int equal_ = fabs((out)[i_] - expected_[i_]) <= (tolerance) || (isnan((out)[i_]) && isnan(expected_[i_])); \
      if (!equal_) fail_msg("place %d: %.17g, not %.17g", (int)i_, (out)[i_], expected_[i_]);                    \
    }                                                                                                            \
  } while (0)

static const double x[] = {2, 10, NAN, 4, 4};
static double out[5];

static void no_rule(void **state) {
  (void)state;
  assert_int_equal(inno_flat_orient(x, 5, NONE, NONE, out), INNO_OK);
  SAME(out, 2, 10, NAN, 4, 4);
  assert_int_equal(inno_flat_orient(x, 5, -1, NONE, out), INNO_OK);
  SAME(out, -2, -10, NAN, -4, -4);
  assert_int_equal(inno_flat_orient((const double[]){1, 100}, 2, -1, INNO_LOG_BASE10, out), INNO_OK);
  SAME(out, 0, -2);
}

static void minmax(void **state) {
  (void)state;
  assert_int_equal(inno_flat_minmax(x, 5, NONE, NAN, NAN, NONE, out), INNO_OK);
  SAME(out, 0, 100, NAN, 25, 25);
  assert_int_equal(inno_flat_minmax(x, 5, -1, 1, 5, NONE, out), INNO_OK);
  SAME(out, 5, 1, NAN, 4, 4);
  assert_int_equal(inno_flat_minmax((const double[]){1, 10, 100}, 3, 1, NAN, NAN, INNO_LOG_BASE10, out), INNO_OK);
  SAME(out, 0, 50, 100);
  assert_int_equal(inno_flat_minmax(x, 5, NONE, 5, 5, NONE, out), INNO_E_VALUE);
  SAME(out, NAN, NAN, NAN, NAN, NAN);
  assert_int_equal(inno_flat_minmax(x, 5, NONE, 100, NAN, NONE, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_minmax(x, 5, NONE, INFINITY, NAN, NONE, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_minmax(x, 5, 0, NAN, NAN, NONE, out), INNO_E_ARGUMENT);
  assert_int_equal(inno_flat_minmax(x, 5, 2, NAN, NAN, NONE, out), INNO_E_ARGUMENT);
  assert_int_equal(inno_flat_minmax(x, 5, 1, NAN, NAN, 9, out), INNO_E_RULE);
  assert_int_equal(inno_flat_minmax(x + 3, 2, 1, NAN, NAN, NONE, out), INNO_E_CONSTANT);
  assert_int_equal(inno_flat_minmax(x, 1, 1, NAN, NAN, NONE, out), INNO_E_CONSTANT);
  assert_int_equal(inno_flat_minmax((const double[]){0, 1}, 2, 1, NAN, NAN, INNO_LOG_NATURAL, out), INNO_E_NONPOSITIVE);
  SAME(out, NAN, NAN);
}

static void zscore(void **state) {
  (void)state;
  const double y[] = {1, 2, 3}; /* mean 2, sd 1 */
  assert_int_equal(inno_flat_zscore(y, 3, NONE, NAN, NAN, NONE, out), INNO_OK);
  SAME(out, -1, 0, 1);
  assert_int_equal(inno_flat_zscore(y, 3, -1, 10, 2, NONE, out), INNO_OK);
  SAME(out, 12, 10, 8);
  assert_int_equal(inno_flat_zscore((const double[]){1, 10, 100}, 3, 1, NAN, NAN, INNO_LOG_BASE10, out), INNO_OK);
  NEAR(1e-15, out, -1, 0, 1);
  assert_int_equal(inno_flat_zscore(y, 3, 1, NAN, 0, NONE, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_zscore(x + 3, 2, 1, NAN, NAN, NONE, out), INNO_E_CONSTANT);
}

static void given_ranges(void **state) {
  (void)state;
  assert_int_equal(inno_flat_fixed_range(x, 5, NONE, NAN, NAN, NAN, NONE, out), INNO_OK);
  NEAR(1e-14, out, 2, 10, NAN, 4, 4);
  assert_int_equal(inno_flat_fixed_range(x, 5, -1, 0, 8, 10, NONE, out), INNO_OK);
  SAME(out, 7.5, -2.5, NAN, 5, 5); /* never cut */
  assert_int_equal(inno_flat_goalposts(x, 5, NONE, 3, 8, 1, NONE, NONE, out), INNO_OK);
  NEAR(1e-16, out, 0, 1, NAN, 0.2, 0.2);
  assert_int_equal(inno_flat_goalposts(x, 5, -1, 3, 8, NAN, NONE, NONE, out), INNO_OK);
  SAME(out, 100, 0, NAN, 80, 80);
  assert_int_equal(inno_flat_goalposts(x, 5, 1, 4, 8, NAN, 0, NONE, out), INNO_OK);
  SAME(out, -50, 150, NAN, 0, 0);
  /* the income index: posts in raw units, logarithms inside */
  const double income[] = {100, 75000, 1e6};
  assert_int_equal(inno_flat_goalposts(income, 3, 1, 100, 75000, 1, NONE, INNO_LOG_NATURAL, out), INNO_OK);
  SAME(out, 0, 1, 1);
}

static void given_ranges_refuse(void **state) {
  (void)state;
  assert_int_equal(inno_flat_goalposts(x, 5, 1, NAN, 8, NAN, NONE, NONE, out), INNO_E_MISSING_PARAMETER);
  assert_int_equal(inno_flat_goalposts(x, 5, 1, 3, NAN, NAN, NONE, NONE, out), INNO_E_MISSING_PARAMETER);
  assert_int_equal(inno_flat_goalposts(x, 5, 1, 8, 3, NAN, NONE, NONE, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_goalposts(x, 5, 1, 0, 3, NAN, NONE, INNO_LOG_NATURAL, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_goalposts(x, 5, 1, 3, 8, 0, NONE, NONE, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_goalposts(x, 5, 1, 3, 8, NAN, 2, NONE, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_fixed_range(x, 5, 1, 0, 8, -1, NONE, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_fixed_range(x, 5, 1, 0, 0, NAN, NONE, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_fixed_range(x, 5, 1, NAN, NAN, NAN, INNO_LOG_BASE10, out), INNO_E_VALUE); /* log of 0 */
}

static void rank_scores(void **state) {
  (void)state;
  assert_int_equal(inno_flat_rank_from_below(x, 5, NONE, NONE, out), INNO_OK);
  SAME(out, 1, 4, NAN, 2, 2);
  assert_int_equal(inno_flat_rank_from_below(x, 5, -1, INNO_TIES_FRACTIONAL, out), INNO_OK);
  SAME(out, 4, 1, NAN, 2.5, 2.5);
  assert_int_equal(inno_flat_rank_from_below(x, 5, 1, INNO_TIES_MODIFIED, out), INNO_OK);
  SAME(out, 1, 4, NAN, 3, 3);
  assert_int_equal(inno_flat_rank_from_below(x, 5, 1, INNO_TIES_DENSE, out), INNO_OK);
  SAME(out, 1, 3, NAN, 2, 2);
  assert_int_equal(inno_flat_percentile_rank(x, 5, NONE, NONE, out), INNO_OK);
  SAME(out, 0, 1, NAN, 1 / 3.0, 1 / 3.0);
  assert_int_equal(inno_flat_borda(x, 5, -1, NONE, out), INNO_OK);
  SAME(out, 3, 0, NAN, 1, 1);
  assert_int_equal(inno_flat_borda(x, 5, 1, 5, out), INNO_E_RULE);
  assert_int_equal(inno_flat_percentile_rank(x, 1, 1, NONE, out), INNO_E_NODATA);
  assert_int_equal(inno_flat_rank_from_below(x, 1, 1, NONE, out), INNO_OK);
  SAME(out, 1);
}

static void distances(void **state) {
  (void)state;
  assert_int_equal(inno_flat_distance_to_max(x, 5, NONE, NONE, out), INNO_OK);
  SAME(out, 0, 1, NAN, 0.25, 0.25);
  assert_int_equal(inno_flat_distance_to_max(x, 5, -1, NONE, out), INNO_OK);
  SAME(out, 1, 0, NAN, 0.75, 0.75);
  assert_int_equal(inno_flat_distance_to_reference(x, 5, NONE, 4, NONE, NONE, out), INNO_OK);
  SAME(out, 0, 4, NAN, 1, 1);
  assert_int_equal(inno_flat_distance_to_reference(x, 5, NONE, 4, 1, NONE, out), INNO_OK);
  SAME(out, 0, 1, NAN, 1, 1);
  assert_int_equal(inno_flat_distance_to_reference(x, 5, -1, 1, NONE, NONE, out), INNO_OK);
  SAME(out, 1, 0, NAN, 0.75, 0.75);
  assert_int_equal(inno_flat_distance_to_target(x, 5, NONE, 6, NONE, NONE, out), INNO_OK);
  SAME(out, 0, 2, NAN, 0.5, 0.5);
  assert_int_equal(inno_flat_distance_to_target(x, 5, NONE, 6, 1, NONE, out), INNO_OK);
  SAME(out, 0, 1, NAN, 0.5, 0.5);
  assert_int_equal(inno_flat_distance_to_target(x, 5, -1, 6, NONE, NONE, out), INNO_OK);
  SAME(out, 2, 0, NAN, 1.5, 1.5);
  const double powers[] = {1, 10};
  assert_int_equal(inno_flat_distance_to_target(powers, 2, 1, 100, NONE, INNO_LOG_BASE10, out), INNO_OK);
  SAME(out, 0, 0.5);
}

static void distances_refuse(void **state) {
  (void)state;
  assert_int_equal(inno_flat_distance_to_reference(x, 5, 1, NONE, NONE, NONE, out), INNO_E_MISSING_PARAMETER);
  assert_int_equal(inno_flat_distance_to_reference(x, 5, 1, 0, NONE, NONE, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_distance_to_reference(x, 5, 1, 6, NONE, NONE, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_distance_to_reference(x, 5, 1, 3, NONE, NONE, out), INNO_E_NODATA);
  assert_int_equal(inno_flat_distance_to_reference(x, 5, 1, 1, NONE, NONE, out), INNO_E_DOMAIN);
  assert_int_equal(inno_flat_distance_to_reference(x, 5, 1, 2, 3, NONE, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_distance_to_target(x, 5, 1, NAN, NONE, NONE, out), INNO_E_MISSING_PARAMETER);
  assert_int_equal(inno_flat_distance_to_target(x, 5, 1, 2, NONE, NONE, out), INNO_E_DOMAIN);
  assert_int_equal(inno_flat_distance_to_target(x, 5, -1, 10, NONE, NONE, out), INNO_E_DOMAIN);
  assert_int_equal(inno_flat_distance_to_target(x, 5, 1, -6, NONE, INNO_LOG_NATURAL, out), INNO_E_VALUE);
  SAME(out, NAN, NAN, NAN, NAN, NAN);
  assert_int_equal(inno_flat_distance_to_max(x + 3, 2, 1, NONE, out), INNO_E_CONSTANT);
}

static void fractions(void **state) {
  (void)state;
  assert_int_equal(inno_flat_fraction_of_max(x, 5, NONE, NONE, out), INNO_OK);
  SAME(out, 0.2, 1, NAN, 0.4, 0.4);
  assert_int_equal(inno_flat_fraction_of_max(x, 5, -1, NONE, out), INNO_OK);
  SAME(out, 1, 0.2, NAN, 0.5, 0.5);
  assert_int_equal(inno_flat_fraction_of_max((const double[]){-1, 0}, 2, 1, NONE, out), INNO_E_DOMAIN);
  assert_int_equal(inno_flat_fraction_of_max((const double[]){1, 0}, 2, -1, NONE, out), INNO_E_NONPOSITIVE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_rule),
      cmocka_unit_test(minmax),
      cmocka_unit_test(zscore),
      cmocka_unit_test(given_ranges),
      cmocka_unit_test(given_ranges_refuse),
      cmocka_unit_test(rank_scores),
      cmocka_unit_test(distances),
      cmocka_unit_test(distances_refuse),
      cmocka_unit_test(fractions),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
