/* Least squares and its report: against R's lm, and where there is nothing to report. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "golden/statistics_reference.h"
#include "numeric/ols_report.h"

enum { N = sizeof points_x / sizeof *points_x };

static const double *const both[2] = {points_x, points_z};

static void as_lm(void **state) {
  double coefficients[3], covariances[9], work[2], sum = 0;
  int64_t rows[N];
  inno__ols fit;
  inno__ols_report report;
  (void)state;
  void *scratch = malloc(inno__ols_work_size(2));
  for (int i = 0; i < N; i++) rows[i] = i;
  assert_int_equal(inno__ols_fit(&fit, both, 2, points_y, rows, N, scratch), -1);
  inno__ols_report_of(&fit, both, points_y, rows, N, &report);
  inno__ols_covariance(&fit, &report, coefficients, covariances, work);
  assert_true(report.count == N && report.freedom == N - 3);
  assert_true(fabs(report.sd / lm_sd_r2_adjusted[0] - 1) < 1e-13);
  assert_true(fabs(report.r2 - lm_sd_r2_adjusted[1]) < 1e-13 && fabs(report.adjusted - lm_sd_r2_adjusted[2]) < 1e-13);
  for (int i = 0; i < 3; i++) assert_true(fabs(coefficients[i] - lm_coefficients[i]) < 1e-13);
  for (int i = 0; i < 9; i++) {
    assert_true(fabs(covariances[i] - lm_covariances[i]) < 1e-14);
    assert_true(covariances[i] == covariances[i % 3 * 3 + i / 3]);
  }
  for (int i = 0; i < N; i++) {
    double h = inno__ols_leverage(&fit, both, i, N, work);
    assert_true(fabs(h - lm_leverages[i]) < 1e-14);
    /* the same from the covariances: (1, x, z) C (1, x, z)' = sd^2 h */
    const double v[3] = {1, points_x[i], points_z[i]};
    double form = 0;
    for (int j = 0; j < 9; j++) form += v[j / 3] * covariances[j] * v[j % 3];
    assert_true(fabs(form - report.sd * report.sd * h) < 1e-13);
    sum += h;
  }
  assert_true(fabs(sum - 3) < 1e-13);
  free(scratch);
}

/* Some rows of a column, in another order. */
static void rows_that_are_chosen(void **state) {
  const double x[6] = {99, 1, 2, 3, NAN, 4}, y[6] = {-5, 3, 5, 8, 1, 8}, *columns[1] = {x};
  const int64_t rows[4] = {5, 1, 3, 2};
  double scratch[3], coefficients[2], c[4], work[1];
  inno__ols fit;
  inno__ols_report report;
  (void)state;
  assert_true(inno__ols_work_size(1) == sizeof scratch);
  assert_int_equal(inno__ols_fit(&fit, columns, 1, y, rows, 4, scratch), -1);
  inno__ols_report_of(&fit, columns, y, rows, 4, &report); /* 6 + 1.8 (x - 2.5): residuals -0.3 -0.1 1.1 -0.7 */
  inno__ols_covariance(&fit, &report, coefficients, c, work);
  assert_true(fabs(report.residual - 1.8) < 1e-14 && fabs(report.total - 18) < 1e-14 && report.freedom == 2);
  assert_true(fabs(report.sd - sqrt(0.9)) < 1e-15 && fabs(report.r2 - 0.9) < 1e-15);
  assert_true(fabs(report.adjusted - 0.85) < 1e-15);
  assert_true(fabs(coefficients[0] - 1.5) < 1e-14 && fabs(coefficients[1] - 1.8) < 1e-15);
  assert_true(fabs(c[3] - 0.18) < 1e-15 && fabs(c[1] + 0.45) < 1e-15 && fabs(c[0] - 0.9 * (0.25 + 1.25)) < 1e-14);
  assert_true(fabs(inno__ols_leverage(&fit, columns, 1, 4, work) - 0.7) < 1e-15);
}

static void nothing_left_over(void **state) {
  const double x[3] = {1, 2, 4}, y[3] = {1, 5, 2}, flat[3] = {3, 3, 3}, twice[3] = {2, 4, 8};
  const double *one[2] = {x, twice}, *constant[1] = {flat};
  const int64_t rows[3] = {0, 1, 2};
  double scratch[8], c[4], work[2];
  inno__ols fit;
  inno__ols_report report;
  (void)state;
  assert_int_equal(inno__ols_fit(&fit, one, 1, y, rows, 2, scratch), -1); /* two points: a line through them */
  inno__ols_report_of(&fit, one, y, rows, 2, &report);
  assert_true(report.freedom == 0 && isnan(report.sd) && isnan(report.adjusted) && fabs(report.r2 - 1) < 1e-15);
  inno__ols_covariance(&fit, &report, NULL, c, work);
  assert_true(isnan(c[0]) && isnan(c[1]) && isnan(c[2]) && isnan(c[3]));
  assert_true(fabs(inno__ols_leverage(&fit, one, 0, 2, work) - 1) < 1e-15);
  assert_int_equal(inno__ols_fit(&fit, one, 1, flat, rows, 3, scratch), -1); /* y constant */
  inno__ols_report_of(&fit, one, flat, rows, 3, &report);
  assert_true(report.sd == 0 && report.total == 0 && isnan(report.r2) && isnan(report.adjusted));
  assert_int_equal(inno__ols_fit(&fit, one, 0, y, rows, 3, scratch), -1); /* the mean alone */
  inno__ols_report_of(&fit, one, y, rows, 3, &report);
  assert_true(report.freedom == 2 && fabs(report.r2) < 1e-15 && fabs(report.adjusted) < 1e-15);
  assert_true(inno__ols_leverage(&fit, one, 2, 3, work) == 1.0 / 3.0);
  assert_int_equal(inno__ols_fit(&fit, constant, 1, y, rows, 3, scratch), 0);
  assert_int_equal(inno__ols_fit(&fit, one, 2, y, rows, 3, scratch), 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(as_lm),
      cmocka_unit_test(rows_that_are_chosen),
      cmocka_unit_test(nothing_left_over),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
