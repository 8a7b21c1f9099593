/* The flat tier: statistics, winsorizing, transformations, the whole treatment. */
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

/* one outlier, which winsorizing cures */
static const double one[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 100, NAN};
enum { N = 11 };
/* half of it far away: winsorizing 5 points does not help */
static const double many[] = {1,   1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8,  1.9,  2,    2.1,  2.2,  2.3,   2.4,  2.5,
                              2.6, 2.7, 2.8, 2.9, 3,   3.1, 3.2, 3.3, 3.4,  3.5,  3.6,  3.7,  3.8,  3.9,   4,    4.1,
                              4.2, 4.3, 4.4, 4.5, 4.6, 4.7, 4.8, 4.9, 5000, 6000, 7000, 8000, 9000, 10000, 11000};
enum { M = (int)(sizeof many / sizeof many[0]) };
static double out[64], again[64];

static int32_t treat_with(const double *x, int32_t n, int32_t first, double p1, int32_t second, double p2) {
  return inno_flat_treat(x, n, NONE, first, p1, second, p2, NAN, NAN, NONE, NONE, NONE, NONE, out);
}

static double rule_with(const double *x, int32_t n, int32_t first, int32_t second) {
  return inno_flat_treat_rule(x, n, NONE, first, NAN, second, NAN, NAN, NAN, NONE, NONE, NONE, NONE);
}

static void statistics(void **state) {
  (void)state;
  const double x[] = {1, 2, 3, 6}; /* deviations -2 -1 0 3: s2 14, s3 18, s4 98 */
  double g1 = 2 * 18 / pow(14, 1.5), r = 4 * 98 / 196.0;
  assert_true(fabs(inno_flat_skewness(x, 4, 1) - g1) < 1e-15);
  assert_true(fabs(inno_flat_skewness(x, 4, NONE) - g1 * sqrt(12) / 2) < 1e-15);
  assert_true(inno_flat_skewness(x, 4, NONE) == inno_flat_skewness(x, 4, 2));
  assert_true(fabs(inno_flat_skewness(x, 4, 3) - g1 * pow(0.75, 1.5)) < 1e-15);
  assert_true(fabs(inno_flat_kurtosis(x, 4, 1) - (r - 3)) < 1e-15);
  assert_true(fabs(inno_flat_kurtosis(x, 4, NONE) - (5 * (r - 3) + 6) * 3 / 2) < 1e-14);
  assert_true(fabs(inno_flat_kurtosis(x, 4, 3) - (r * 0.5625 - 3)) < 1e-15);
  assert_true(isnan(inno_flat_skewness(x, 2, NONE)) && isnan(inno_flat_kurtosis(x, 3, NONE)));
  assert_true(isnan(inno_flat_skewness(x, 4, 0)) && isnan(inno_flat_kurtosis(x, 4, 4)));
  assert_true(isnan(inno_flat_skewness((const double[]){2, 2, 2, 2}, 4, NONE)));
}

static void the_test(void **state) {
  (void)state;
  assert_true(inno_flat_passes(one, N - 2, NAN, NAN, NONE, NONE) == 1);
  assert_true(inno_flat_passes(one, N, NAN, NAN, NONE, NONE) == 0);
  assert_true(inno_flat_passes(one, N, 4, NAN, NONE, NONE) == 1);
  assert_true(inno_flat_passes(one, N, NAN, 100, NONE, NONE) == 1);
  assert_true(isnan(inno_flat_passes(one, N, 0, NAN, NONE, NONE)));
  assert_true(isnan(inno_flat_passes(one, N, INFINITY, NAN, NONE, NONE)));
  assert_true(isnan(inno_flat_passes(one, N, NAN, NAN, 4, NONE)));
  assert_true(isnan(inno_flat_passes(one, N, NAN, NAN, NONE, 0)));
  assert_true(isnan(inno_flat_passes(one, 3, NAN, NAN, NONE, NONE))); /* no kurtosis of 3 values */
}

static void winsorizing(void **state) {
  (void)state;
  assert_int_equal(inno_flat_winsorize(one, N, NONE, NAN, NAN, NONE, NONE, NONE, out), INNO_OK);
  SAME(out, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, NAN);
  assert_true(inno_flat_winsorize_points(one, N, NONE, NAN, NAN, NONE, NONE, NONE) == 1);
  assert_int_equal(inno_flat_winsorize(one, N, 0, NAN, NAN, NONE, NONE, NONE, out), INNO_OK);
  SAME(out, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100, NAN);
  assert_true(inno_flat_winsorize_points(one, N, 0, NAN, NAN, NONE, NONE, NONE) == 0);
  /* by force, up to a limit of one */
  assert_int_equal(inno_flat_winsorize(one, N, 1, NAN, NAN, NONE, NONE, 1, out), INNO_OK);
  SAME(out, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, NAN);
  const double low[] = {-100, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  assert_int_equal(inno_flat_winsorize(low, 10, NONE, NAN, NAN, NONE, NONE, NONE, out), INNO_OK);
  SAME(out, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  assert_int_equal(inno_flat_winsorize(one, N, -1, NAN, NAN, NONE, NONE, NONE, out), INNO_E_VALUE);
  SAME(out, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN);
  assert_int_equal(inno_flat_winsorize(one, N, 5, NAN, NAN, NONE, NONE, 2, out), INNO_E_VALUE);
  assert_true(isnan(inno_flat_winsorize_points(one, N, -1, NAN, NAN, NONE, NONE, NONE)));
}

static void logarithms(void **state) {
  (void)state;
  const double x[] = {1, 3, NAN, 11};
  assert_int_equal(inno_flat_log(x, 4, out), INNO_OK);
  NEAR(1e-15, out, 0, log(3), NAN, log(11));
  assert_int_equal(inno_flat_log_gii(x, 4, NONE, NAN, out), INNO_OK); /* f 1: (11 - 1)(x - 1)/10 + 1 = x */
  NEAR(1e-15, out, 0, log(3), NAN, log(11));
  assert_int_equal(inno_flat_log_gii(x, 4, -1, NAN, out), INNO_OK);
  NEAR(1e-15, out, -log(11), -log(9), NAN, 0);
  assert_int_equal(inno_flat_log_gii(x, 4, 1, 10, out), INNO_OK);
  NEAR(1e-15, out, 0, log(109 * 0.2 + 1), NAN, log(110));
  assert_int_equal(inno_flat_log_ct(x, 4, out), INNO_OK);
  NEAR(1e-15, out, log(0.1), log(2.1), NAN, log(10.1));
  assert_int_equal(inno_flat_log_ct_plus(x, 4, NONE, out), INNO_OK);
  NEAR(1e-15, out, log(0.1), log(2.1), NAN, log(10.1));
  const double left[] = {-11, -3, -1};
  assert_int_equal(inno_flat_log_ct_plus(left, 3, NONE, out), INNO_OK);
  NEAR(1e-15, out, -log(10.1), -log(2.1), -log(0.1));
  assert_int_equal(inno_flat_log_ct_orig(x, 4, out), INNO_OK);
  NEAR(1e-15, out, 0, log(3), NAN, log(11));
}

static void logarithms_refuse(void **state) {
  (void)state;
  const double zero[] = {0, 1, 2}, same[] = {4, 4, 4}, below[] = {-3, -2, -1};
  assert_int_equal(inno_flat_log(zero, 3, out), INNO_E_NONPOSITIVE);
  SAME(out, NAN, NAN, NAN);
  assert_int_equal(inno_flat_log_gii(same, 3, 1, NAN, out), INNO_E_CONSTANT);
  assert_int_equal(inno_flat_log_gii(below, 3, 1, NAN, out), INNO_E_DOMAIN);
  assert_int_equal(inno_flat_log_gii(zero, 3, 1, 0.5, out), INNO_E_DOMAIN);
  assert_int_equal(inno_flat_log_gii(zero, 3, 1, -2, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_log_gii(zero, 3, 3, NAN, out), INNO_E_ARGUMENT);
  assert_int_equal(inno_flat_log_ct(same, 3, out), INNO_E_CONSTANT);
  assert_int_equal(inno_flat_log_ct_plus(zero, 3, 4, out), INNO_E_VALUE);
  SAME(out, NAN, NAN, NAN);
}

static void the_factor(void **state) {
  (void)state;
  assert_true(inno_flat_log_gii_factor((const double[]){0, 11}, 2) == 1);
  assert_true(inno_flat_log_gii_factor((const double[]){0, 0.02}, 2) == 100);
  assert_true(inno_flat_log_gii_factor((const double[]){0, 1}, 2) == 10);
  assert_true(isnan(inno_flat_log_gii_factor((const double[]){-2, -1}, 2)));
  assert_true(isnan(inno_flat_log_gii_factor((const double[]){3, 3}, 2)));
}

static void powers(void **state) {
  (void)state;
  const double x[] = {0, 3, 8, NAN};
  assert_int_equal(inno_flat_boxcox(x, 4, 0.5, out), INNO_OK);
  NEAR(1e-15, out, 0, 2, 4, NAN);
  assert_int_equal(inno_flat_boxcox(x, 4, 0, out), INNO_OK);
  NEAR(1e-15, out, 0, log(4), log(9), NAN);
  assert_int_equal(inno_flat_boxcox(x, 4, NAN, out), INNO_E_MISSING_PARAMETER);
  SAME(out, NAN, NAN, NAN, NAN);
  assert_int_equal(inno_flat_root(x, 4, NAN, out), INNO_OK);
  NEAR(1e-15, out, 0, sqrt(3), sqrt(8), NAN);
  assert_int_equal(inno_flat_root(x, 4, 3, out), INNO_OK);
  NEAR(1e-15, out, 0, cbrt(3), 2, NAN);
  assert_int_equal(inno_flat_root(x, 4, 0.5, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_root((const double[]){-1, 4}, 2, NAN, out), INNO_E_DOMAIN);
}

static void treatment(void **state) {
  (void)state;
  assert_int_equal(treat_with(one, N - 2, NONE, NAN, NONE, NAN), INNO_OK); /* passes: untouched */
  SAME(out, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  assert_true(rule_with(one, N - 2, NONE, NONE) == INNO_TREAT_NONE);
  assert_int_equal(treat_with(one, N, NONE, NAN, NONE, NAN), INNO_OK); /* winsorizing is enough */
  SAME(out, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, NAN);
  assert_true(rule_with(one, N, NONE, NONE) == INNO_TREAT_WINSORIZE);
  assert_true(inno_flat_passes(many, M, 0.5, -3, NONE, NONE) == 0);
  /* a limit of 0 cannot help, so the logarithm of the original is what stays */
  assert_int_equal(treat_with(one, N, INNO_TREAT_WINSORIZE, 0, NONE, NAN), INNO_OK);
  assert_int_equal(inno_flat_log_gii(one, N, NONE, NAN, again), INNO_OK);
  assert_memory_equal(out, again, N * sizeof *out);
  /* the first rule may be any */
  assert_int_equal(treat_with(one, N, INNO_TREAT_LOG_CT, NAN, NONE, NAN), INNO_OK);
  assert_int_equal(inno_flat_log_ct(one, N, again), INNO_OK);
  assert_memory_equal(out, again, N * sizeof *out);
  assert_true(rule_with(one, N, INNO_TREAT_LOG_CT, NONE) == INNO_TREAT_LOG_CT);
  assert_int_equal(treat_with(one, N, INNO_TREAT_NONE, NAN, NONE, NAN), INNO_OK);
  SAME(out, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100, NAN);
  assert_true(rule_with(one, N, INNO_TREAT_NONE, NONE) == INNO_TREAT_NONE);
  assert_int_equal(treat_with(one, N, INNO_TREAT_BOXCOX, 0.5, INNO_TREAT_NONE, NAN), INNO_OK);
  assert_int_equal(inno_flat_boxcox(one, N, 0.5, again), INNO_OK);
  assert_memory_equal(out, again, N * sizeof *out);
}

static void treatment_goes_on_to_the_second_rule(void **state) {
  (void)state;
  /* strict limits: five points are not enough */
  assert_int_equal(inno_flat_treat(many, M, NONE, NONE, NAN, NONE, NAN, 0.5, -3, NONE, NONE, NONE, NONE, out), INNO_OK);
  assert_int_equal(inno_flat_log_gii(many, M, NONE, NAN, again), INNO_OK);
  assert_memory_equal(out, again, M * sizeof *out);
  double kept = inno_flat_treat_rule(many, M, NONE, NONE, NAN, NONE, NAN, 0.5, -3, NONE, NONE, NONE, NONE);
  assert_true(kept == INNO_TREAT_LOG_GII);
  /* combined: the logarithm of what winsorizing left */
  assert_int_equal(inno_flat_treat(many, M, NONE, NONE, NAN, NONE, NAN, 0.5, -3, NONE, NONE, 1, NONE, out), INNO_OK);
  assert_int_equal(inno_flat_winsorize(many, M, NONE, 0.5, -3, NONE, NONE, NONE, again), INNO_OK);
  assert_int_equal(inno_flat_log_gii(again, M, NONE, NAN, again), INNO_OK);
  assert_memory_equal(out, again, M * sizeof *out);
  /* only winsorizing */
  assert_int_equal(inno_flat_treat(many, M, 1, NONE, 2, INNO_TREAT_NONE, NAN, 0.5, -3, NONE, NONE, NONE, NONE, out),
                   INNO_OK);
  assert_int_equal(inno_flat_winsorize(many, M, 2, 0.5, -3, NONE, NONE, NONE, again), INNO_OK);
  assert_memory_equal(out, again, M * sizeof *out);
  /* forced on a column that needs nothing */
  assert_int_equal(inno_flat_treat(one, 9, -1, INNO_TREAT_ROOT, NAN, NONE, NAN, NAN, NAN, NONE, NONE, NONE, 1, out),
                   INNO_OK);
  NEAR(1e-15, out, 1, sqrt(2), sqrt(3), 2, sqrt(5), sqrt(6), sqrt(7), sqrt(8), 3);
}

static void treatment_refuses(void **state) {
  (void)state;
  assert_int_equal(treat_with(one, N, 99, NAN, NONE, NAN), INNO_E_RULE);
  SAME(out, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN);
  assert_int_equal(treat_with(one, N, NONE, NAN, 99, NAN), INNO_E_RULE);
  assert_int_equal(treat_with(one, N, NONE, 2.5, NONE, NAN), INNO_E_VALUE); /* half a point */
  assert_int_equal(treat_with(one, N, NONE, -1, NONE, NAN), INNO_E_VALUE);
  assert_int_equal(treat_with(one, N, NONE, NAN, INNO_TREAT_WINSORIZE, NAN), INNO_E_VALUE); /* twice */
  assert_int_equal(treat_with(one, N, INNO_TREAT_NONE, NAN, INNO_TREAT_LOG, NAN), INNO_E_VALUE);
  assert_int_equal(treat_with(one, N, INNO_TREAT_LOG_CT, 3, NONE, NAN), INNO_E_VALUE); /* has no parameter */
  assert_int_equal(treat_with(one, N, NONE, NAN, INNO_TREAT_NONE, 3), INNO_E_VALUE);
  assert_int_equal(treat_with(one, N, INNO_TREAT_BOXCOX, NAN, NONE, NAN), INNO_E_MISSING_PARAMETER);
  assert_int_equal(inno_flat_treat(one, N, 0, NONE, NAN, NONE, NAN, NAN, NAN, NONE, NONE, NONE, NONE, out),
                   INNO_E_ARGUMENT);
  assert_int_equal(inno_flat_treat(one, N, 1, NONE, NAN, NONE, NAN, NAN, NAN, NONE, NONE, 2, NONE, out), INNO_E_VALUE);
  const double negative[] = {-1, 2, 3, 4, 5, 6, 7, 8, 9, 500};
  assert_int_equal(treat_with(negative, 10, INNO_TREAT_LOG, NAN, NONE, NAN), INNO_E_NONPOSITIVE);
  assert_true(isnan(rule_with(negative, 10, INNO_TREAT_LOG, NONE)));
  assert_true(isnan(rule_with(one, N, 99, NONE)));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(statistics),
      cmocka_unit_test(the_test),
      cmocka_unit_test(winsorizing),
      cmocka_unit_test(logarithms),
      cmocka_unit_test(logarithms_refuse),
      cmocka_unit_test(the_factor),
      cmocka_unit_test(powers),
      cmocka_unit_test(treatment),
      cmocka_unit_test(treatment_goes_on_to_the_second_rule),
      cmocka_unit_test(treatment_refuses),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
