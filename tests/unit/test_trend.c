/* Trends by hand: exact cases, every reason, windows, interpolation, strides, refusals. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"

#define NA NAN
#define DEFAULT INT32_MIN

static const double years[] = {2018, 2019, 2020, 2021, 2022};

static int32_t reason_of(const double *x, int percentage, double *rate) {
  int32_t reason = -1;
  inno_status s = percentage ? inno_trend_percentage_change(x, 0, 8, 1, years, 5, 0, 1.0, rate, 8, &reason, NULL)
                             : inno_trend_cagr(x, 0, 8, 1, years, 5, 0, rate, 8, &reason, NULL);
  assert_int_equal(s, INNO_OK);
  assert_int_equal(*rate == *rate, reason == INNO_TREND_OK);
  return reason;
}

static void near(double got, double want) {
  if (!(fabs(got - want) <= 2e-15 * fmax(1.0, fabs(want)))) fail_msg("got %.17g, expected %.17g", got, want);
}

static void growth_by_hand(void **state) {
  const double doubles[] = {1, 2, 4, 8, 16}, ends[] = {NA, 5, 100, NA, 40}, falls[] = {8, NA, NA, NA, 0};
  const double debt[] = {-1, 0, 7, 0, -16};
  (void)state;
  near(inno_flat_cagr(doubles, years, 5, DEFAULT), 1.0);
  near(inno_flat_cagr(ends, years, 5, DEFAULT), 1.0); /* 5 to 40 in three years */
  near(inno_flat_cagr(falls, years, 5, DEFAULT), -1.0);
  near(inno_flat_cagr(debt, years, 5, DEFAULT), 1.0); /* what lies between does not count */
}

static void percentages_by_hand(void **state) {
  const double two[] = {NA, 50, NA, NA, 65}, line[] = {10, 12, 14, 16, 18}, bent[] = {0, 3, NA, 3, NA};
  const double debt[] = {-10, NA, NA, NA, -5}, through[] = {10, NA, NA, NA, -5};
  (void)state;
  near(inno_flat_percentage_change(two, years, 5, DEFAULT, NA), 10.0); /* 30 % in three years */
  near(inno_flat_percentage_change(two, years, 5, DEFAULT, 3.0), 30.0);
  near(inno_flat_percentage_change(line, years, 5, DEFAULT, NA), 20.0);
  /* (0,0) (1,3) (3,3): mean time 4/3, slope 4 / (14/3) = 6/7, line at 0: 2 - 8/7 = 6/7, so 100 % a year */
  near(inno_flat_percentage_change(bent, years, 5, DEFAULT, NA), 100.0);
  near(inno_flat_percentage_change(debt, years, 5, DEFAULT, NA), -12.5);
  near(inno_flat_percentage_change(through, years, 5, DEFAULT, NA), -37.5);
}

static void every_reason(void **state) {
  static const struct {
    double x[5];
    int32_t growth, percentage;
  } cases[] = {
      {{NA, NA, NA, NA, NA}, INNO_TREND_TOO_FEW, INNO_TREND_TOO_FEW},
      {{NA, 3, NA, NA, NA}, INNO_TREND_TOO_FEW, INNO_TREND_TOO_FEW},
      {{0, NA, NA, NA, 5}, INNO_TREND_FROM_ZERO, INNO_TREND_FROM_ZERO},
      {{0, NA, NA, NA, 0}, INNO_TREND_OK, INNO_TREND_OK},
      {{-0.0, NA, NA, NA, 0}, INNO_TREND_OK, INNO_TREND_OK},
      {{-2, NA, NA, NA, 5}, INNO_TREND_SIGN_CHANGE, INNO_TREND_SIGN_CHANGE},
      {{2, NA, NA, NA, -5}, INNO_TREND_SIGN_CHANGE, INNO_TREND_OK},
      {{-2, NA, NA, NA, 0}, INNO_TREND_OK, INNO_TREND_OK},
      {{5e-324, 1e300, NA, NA, NA}, INNO_TREND_OVERFLOW, INNO_TREND_OVERFLOW},
      {{7, 7, 7, NA, 7}, INNO_TREND_OK, INNO_TREND_OK},
      {{0, 0, 0, 0, 0}, INNO_TREND_OK, INNO_TREND_OK},
      {{-1, 0, 1, NA, NA}, INNO_TREND_SIGN_CHANGE, INNO_TREND_SIGN_CHANGE},
      {{7, 9, 7, NA, 7}, INNO_TREND_OK, INNO_TREND_OK}, /* ends equal, a line that is not level */
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    double rate;
    assert_int_equal(reason_of(cases[i].x, 0, &rate), cases[i].growth);
    if (i == 3 || i == 4 || i == 9 || i == 10 || i == 12) assert_true(rate == 0.0);
    assert_int_equal(reason_of(cases[i].x, 1, &rate), cases[i].percentage);
    if (i == 3 || i == 4 || i == 9 || i == 10) assert_true(rate == 0.0);
    if (i == 12) assert_true(rate < 0.0);
  }
}

/* COINr B7: with exactly as many observations as are asked for there is a result. */
static void the_latest_observations(void **state) {
  const double x[] = {1, 100, NA, 2, 8};
  double rate;
  int32_t reason;
  (void)state;
  near(inno_flat_cagr(x, years, 5, 2), 3.0);
  near(inno_flat_cagr(x, years, 5, 4), inno_flat_cagr(x, years, 5, 0));
  assert_int_equal(inno_trend_cagr(x, 8, 8, 1, years, 5, 5, &rate, 8, &reason, NULL), INNO_OK);
  assert_int_equal(reason, INNO_TREND_TOO_FEW);
  assert_true(isnan(inno_flat_cagr(x, years, 5, 1)));
  assert_true(isnan(inno_flat_cagr(x, years, 5, -3)));
}

static void values_between_the_periods(void **state) {
  const double x[] = {NA, 10, NA, 40, NA}, at[] = {2019, 2020, 2019.5, 2021, 2018, 2021.5}, one[] = {NA, NA, 6, NA, NA};
  const double want[] = {10, 25, 17.5, 40, NA, NA};
  double out[6];
  (void)state;
  assert_int_equal(inno_trend_interpolate(x, 0, 8, 1, years, 5, at, 6, out, 8, 8, NULL), INNO_OK);
  for (int i = 0; i < 6; i++) assert_true(out[i] == want[i] || (isnan(out[i]) && isnan(want[i])));
  assert_true(inno_flat_interpolate(one, years, 5, 2020) == 6.0);
  assert_true(isnan(inno_flat_interpolate(one, years, 5, 2020.5)));
  assert_true(isnan(inno_flat_interpolate(x, years, 5, INFINITY)));
}

/* Period-major, unit-major and backward give the same bits. */
static void strides(void **state) {
  double rows[5][3], columns[3][5], a[3], b[6], c[3], at_a[3][2], at_b[2][3];
  const double at[] = {2018.25, 2021.5};
  (void)state;
  for (int u = 0; u < 3; u++)
    for (int p = 0; p < 5; p++) rows[p][u] = columns[u][p] = 1.0 + u + p * p * 0.3 + (u == 1 && p == 2 ? NA : 0.0);
  assert_int_equal(inno_trend_percentage_change(rows[0], 8, 24, 3, years, 5, 0, 2.0, a, 8, NULL, NULL), INNO_OK);
  assert_int_equal(inno_trend_percentage_change(columns[0], 40, 8, 3, years, 5, 0, 2.0, b, 16, NULL, NULL), INNO_OK);
  assert_int_equal(inno_trend_percentage_change(columns[2], -40, 8, 3, years, 5, 0, 2.0, c, 8, NULL, NULL), INNO_OK);
  for (int u = 0; u < 3; u++) assert_true(a[u] == b[2 * u] && a[u] == c[2 - u]);
  assert_int_equal(inno_trend_interpolate(rows[0], 8, 24, 3, years, 5, at, 2, at_a[0], 16, 8, NULL), INNO_OK);
  assert_int_equal(inno_trend_interpolate(columns[0], 40, 8, 3, years, 5, at, 2, at_b[0], 8, 24, NULL), INNO_OK);
  for (int u = 0; u < 3; u++)
    for (int k = 0; k < 2; k++) assert_true(at_a[u][k] == at_b[k][u]);
}

static void what_is_refused(void **state) {
  const double x[] = {1, 2, 3, 4, 5}, infinite[] = {1, 2, INFINITY, 4, 5}, unsorted[] = {2018, 2020, 2019, 2021, 2022};
  const double twice[] = {2018, 2019, 2019, 2021, 2022}, gap[] = {2018, 2019, NA, 2021, 2022};
  double out = 7.0;
  inno_error *error = NULL;
  (void)state;
  inno_error_create(NULL, &error);
  assert_int_equal(inno_trend_cagr(x, 0, 8, 1, unsorted, 5, 0, &out, 8, NULL, error), INNO_E_ARGUMENT);
  assert_non_null(strstr(inno_error_message(error), "times: place 2 holds 2019"));
  assert_int_equal(inno_trend_cagr(x, 0, 8, 1, twice, 5, 0, &out, 8, NULL, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_trend_cagr(x, 0, 8, 1, gap, 5, 0, &out, 8, NULL, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_trend_cagr(infinite, 0, 8, 1, years, 5, 0, &out, 8, NULL, error), INNO_E_INFINITE);
  assert_non_null(strstr(inno_error_message(error), "time 2020"));
  assert_int_equal(inno_trend_cagr(x, 0, 8, 1, years, 5, 1, &out, 8, NULL, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_trend_cagr(x, 0, 4, 1, years, 5, 0, &out, 8, NULL, error), INNO_E_ALIGN);
  assert_int_equal(inno_trend_cagr(x, 0, 8, -1, years, 5, 0, &out, 8, NULL, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_trend_cagr(x, 0, 8, 1, years, INT64_MAX, 0, &out, 8, NULL, error), INNO_E_SIZE);
  assert_int_equal(inno_trend_cagr(x, 8, 8, 2, years, 4, 0, &out, 0, NULL, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_trend_cagr(NULL, 0, 8, 1, years, 5, 0, &out, 8, NULL, error), INNO_E_NULL);
  assert_int_equal(inno_trend_cagr(x, 0, 8, 1, NULL, 5, 0, &out, 8, NULL, error), INNO_E_NULL);
  assert_int_equal(inno_trend_cagr(x, 0, 8, 1, years, 5, 0, NULL, 8, NULL, error), INNO_E_NULL);
  assert_int_equal(inno_trend_percentage_change(x, 0, 8, 1, years, 5, 0, 0.0, &out, 8, NULL, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_trend_percentage_change(x, 0, 8, 1, years, 5, 0, NA, &out, 8, NULL, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_trend_percentage_change(NULL, 0, 8, 1, years, 5, 0, 1.0, &out, 8, NULL, error), INNO_E_NULL);
  assert_int_equal(inno_trend_interpolate(x, 0, 8, 1, years, 5, gap, 5, &out, 8, 8, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_trend_interpolate(x, 0, 8, 1, years, 5, NULL, 1, &out, 8, 8, error), INNO_E_NULL);
  assert_int_equal(inno_trend_interpolate(x, 0, 8, 1, years, 5, years, 1, NULL, 8, 8, error), INNO_E_NULL);
  assert_true(out == 7.0);
  assert_int_equal(inno_trend_cagr(NULL, 0, 8, 0, NULL, 0, 0, NULL, 8, NULL, error), INNO_OK);
  assert_true(isnan(inno_flat_cagr(NULL, years, 5, 0)) && isnan(inno_flat_cagr(x, NULL, 5, 0)));
  assert_true(isnan(inno_flat_cagr(x, years, -1, 0)) && isnan(inno_flat_cagr(x, years, 0, 0)));
  assert_true(isnan(inno_flat_percentage_change(NULL, years, 5, 0, NA)));
  assert_true(isnan(inno_flat_interpolate(NULL, years, 5, 2019)));
  inno_error_destroy(error);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(growth_by_hand),
      cmocka_unit_test(percentages_by_hand),
      cmocka_unit_test(every_reason),
      cmocka_unit_test(the_latest_observations),
      cmocka_unit_test(values_between_the_periods),
      cmocka_unit_test(strides),
      cmocka_unit_test(what_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
