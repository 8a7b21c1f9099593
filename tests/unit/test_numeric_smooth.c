/* Smoothing and regression splines: against a dense solution and R, and by the conditions that a minimum must satisfy.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "golden/statistics_reference.h"
#include "numeric/ols.h"
#include "numeric/smooth.h"
#include "numeric/spline.h"

enum { N = sizeof points_x / sizeof *points_x };

static void smooth(const double *x, const double *y, int n, double lambda, double *fitted,
                   inno__smooth_report *report) {
  void *work = malloc(inno__smooth_work_size(n));
  inno__smooth(x, y, n, lambda, fitted, report, work);
  free(work);
}

/* SciPy's numbers, and R's but for its constant: lambda, freedom, GCV, fitted values */
static void check_lambda(double lambda, const double *want) {
  inno__smooth_report report;
  double fitted[N], residual = 0;
  smooth(points_x, points_y, N, lambda, fitted, &report);
  assert_true(report.order == INNO__SMOOTH_CUBIC && report.lambda == lambda && report.count == N);
  if (!(fabs(report.freedom / want[1] - 1) < 1e-9)) fail_msg("freedom %.17g, want %.17g", report.freedom, want[1]);
  if (!(fabs(report.gcv / want[2] - 1) < 1e-9)) fail_msg("gcv %.17g, want %.17g", report.gcv, want[2]);
  for (int i = 0; i < N; i++) {
    if (!(fabs(fitted[i] - want[3 + i]) < 1e-9)) fail_msg("%d: %.17g, want %.17g", i, fitted[i], want[3 + i]);
    residual += (points_y[i] - fitted[i]) * (points_y[i] - fitted[i]);
  }
  assert_true(fabs(residual - report.residual) < 1e-12 * residual);
}

static void as_dense_for_the_same_lambda(void **state) {
  (void)state;
  check_lambda(1e-3, smooth_1e_3);
  check_lambda(1e-6, smooth_1e_6);
}

/* Ours is as low as SciPy's, and no lambda around does better. */
static void as_dense_by_cross_validation(void **state) {
  inno__smooth_report report, other;
  double fitted[N], away[N];
  (void)state;
  smooth(points_x, points_y, N, NAN, fitted, &report);
  assert_int_equal(report.at_end, 0);
  assert_true(report.gcv <= smooth_gcv[2] * (1 + 1e-10) && fabs(report.gcv / smooth_gcv[2] - 1) < 1e-8);
  assert_true(fabs(log(report.lambda / smooth_gcv[0])) < 1e-3 && fabs(report.freedom - smooth_gcv[1]) < 1e-3);
  for (int i = 0; i < N; i++) assert_true(fabs(fitted[i] - smooth_gcv[3 + i]) < 1e-3);
  for (int e = -40; e <= 40; e++) {
    smooth(points_x, points_y, N, report.lambda * pow(10, e / 10.0), away, &other);
    assert_true(other.gcv >= report.gcv * (1 - 1e-12));
  }
}

/* The trace is what it is called: the sum over i of d fitted_i / d y_i. */
static void freedom_is_a_trace(void **state) {
  inno__smooth_report report;
  double y[N] = {0}, fitted[N], trace = 0;
  (void)state;
  for (int i = 0; i < N; i++) {
    y[i] = 1;
    smooth(points_x, y, N, 1e-4, fitted, &report);
    trace += fitted[i];
    y[i] = 0;
  }
  assert_true(fabs(trace - report.freedom) < 1e-10);
}

static void limits(void **state) {
  inno__smooth_report report;
  double x[9], y[9], fitted[9], slope = 0, xx = 0;
  (void)state;
  for (int i = 0; i < 9; i++) {
    x[i] = 3 * i * i + 1;
    y[i] = (i * 7) % 5;
  }
  smooth(x, y, 9, 0, fitted, &report); /* through every point */
  for (int i = 0; i < 9; i++) assert_true(fitted[i] == y[i]);
  assert_true(fabs(report.freedom - 9) < 1e-12 && report.residual == 0);
  smooth(x, y, 9, 1e9, fitted, &report); /* the line of least squares: sum of x 621, of y 17 */
  for (int i = 0; i < 9; i++) slope += (x[i] - 69) * (y[i] - 17.0 / 9), xx += (x[i] - 69) * (x[i] - 69);
  for (int i = 0; i < 9; i++) assert_true(fabs(fitted[i] - 17.0 / 9 - slope / xx * (x[i] - 69)) < 1e-6);
  assert_true(fabs(report.freedom - 2) < 1e-6);
  for (int i = 0; i < 9; i++) y[i] = 2 * x[i] - 7; /* a line is found whatever lambda, and the smoothest is taken */
  smooth(x, y, 9, NAN, fitted, &report);
  for (int i = 0; i < 9; i++) assert_true(fabs(fitted[i] - y[i]) < 1e-9);
  assert_true(report.gcv == 0 && report.at_end == 1 && fabs(report.freedom - 2) < 1e-3);
}

/* Order of points, unit of x and y, and ties that are nearly ties change nothing that they should not. */
static void same_fit_however_given(void **state) {
  inno__smooth_report report, other;
  double x[N], y[N], fitted[N], again[N];
  (void)state;
  smooth(points_x, points_y, N, NAN, fitted, &report);
  for (int i = 0; i < N; i++) x[i] = 1024 * points_x[N - 1 - i], y[i] = 0.5 * points_y[N - 1 - i];
  smooth(x, y, N, NAN, again, &other);
  assert_true(fabs(other.freedom - report.freedom) < 1e-4 && other.distinct == report.distinct);
  for (int i = 0; i < N; i++) assert_true(fabs(2 * again[N - 1 - i] - fitted[i]) < 1e-4);
  for (int i = 0; i < N; i++) x[i] = points_x[i] + (i % 2) * 1e-9;
  smooth(x, points_y, N, 1e-5, again, &other);
  smooth(points_x, points_y, N, 1e-5, fitted, &report);
  assert_int_equal(other.distinct, report.distinct);
  for (int i = 0; i < N; i++) assert_true(fabs(again[i] - fitted[i]) < 1e-7);
}

static void few_distinct_or_missing(void **state) {
  const double x[7] = {1, 1, 3, NAN, 2, 2, 3}, y[7] = {1, 3, 4, 5, NAN, 9, 6}, same[3] = {4, 4, 4}, z[3] = {1, 2, 6};
  const double none[2] = {NAN, 1}, gone[2] = {1, NAN};
  inno__smooth_report report;
  double fitted[7];
  (void)state;
  smooth(x, y, 7, NAN, fitted, &report); /* (1, 2) twice, (2, 9) once, (3, 5) twice: slope 1.5 about (2, 4.6) */
  assert_true(report.order == INNO__SMOOTH_LINE && report.count == 5 && report.distinct == 3 && report.freedom == 2);
  assert_true(isnan(fitted[3]) && isnan(fitted[4]) && isnan(report.lambda));
  assert_true(fabs(fitted[0] - 3.1) < 1e-14 && fabs(fitted[2] - 6.1) < 1e-14 && fabs(fitted[5] - 4.6) < 1e-14);
  assert_true(fabs(report.residual - 4.41 - 0.01 - 4.41 - 0.01 - 19.36) < 1e-12);
  assert_true(fabs(report.gcv - report.residual / 5 / 0.36) < 1e-12);
  smooth(x, y, 3, NAN, fitted, &report);
  assert_true(report.order == INNO__SMOOTH_LINE && report.distinct == 2 && fitted[0] == 2 && fitted[2] == 4);
  smooth(same, z, 3, NAN, fitted, &report);
  assert_true(report.order == INNO__SMOOTH_MEAN && report.freedom == 1 && fitted[0] == 3 && report.residual == 14);
  smooth(same, z, 1, NAN, fitted, &report);
  assert_true(report.order == INNO__SMOOTH_MEAN && fitted[0] == 1 && isnan(report.gcv));
  smooth(none, gone, 2, NAN, fitted, &report);
  assert_true(report.order == INNO__SMOOTH_NONE && report.count == 0 && isnan(fitted[0]) && isnan(fitted[1]));
  smooth(none, gone, 0, NAN, fitted, &report);
  assert_int_equal(report.order, INNO__SMOOTH_NONE);
}

/* Many points: the residuals' scatter, 0.1, is what is left. */
static void many_points(void **state) {
  enum { MANY = 20000 };
  double *x = malloc(MANY * sizeof *x), *y = malloc(MANY * sizeof *y), *fitted = malloc(MANY * sizeof *fitted), far = 0;
  uint32_t random = 1;
  inno__smooth_report report;
  (void)state;
  for (int i = 0; i < MANY; i++) {
    random = random * 1664525u + 1013904223u;
    x[i] = (random >> 8) / 16777216.0;
    random = random * 1664525u + 1013904223u;
    y[i] = sin(6 * x[i]) + 0.1 * sqrt(12) * ((random >> 8) / 16777216.0 - 0.5);
  }
  smooth(x, y, MANY, NAN, fitted, &report);
  for (int i = 0; i < MANY; i++) far = fmax(far, fabs(fitted[i] - sin(6 * x[i])));
  assert_true(report.order == INNO__SMOOTH_CUBIC && report.at_end == 0);
  assert_true(report.freedom > 5 && report.freedom < 60 && far < 0.03);
  assert_true(fabs(sqrt(report.residual / MANY) - 0.1) < 0.002);
  free(x);
  free(y);
  free(fitted);
}

/* ---- regression splines ---- */

static void knots_at_quantiles(void **state) {
  static const double shares[] = {0.05, 0.275, 0.5, 0.725, 0.95}, two[] = {1, 1, 1, 1, NAN, 2};
  double knots[5], work[2 * N];
  (void)state;
  assert_int_equal(inno__spline_knots(points_x, N, shares, 5, knots, work), 5);
  for (int j = 0; j < 5; j++) assert_true(fabs(knots[j] - spline_knots[j]) < 1e-13);
  assert_int_equal(inno__spline_knots(two, 6, shares, 5, knots, work), 2);
  assert_true(knots[0] == 1 && fabs(knots[1] - 1.8) < 1e-15);
  assert_int_equal(inno__spline_knots(two, 4, shares, 5, knots, work), 1);
  assert_int_equal(inno__spline_knots(two + 4, 1, shares, 5, knots, work), 0);
}

/* A basis of the same functions as R's ns(): the same fitted values. */
static void same_space_as_r(void **state) {
  double basis[4][N], *columns[4] = {basis[0], basis[1], basis[2], basis[3]};
  const double *x[4] = {basis[0], basis[1], basis[2], basis[3]};
  int64_t rows[N];
  inno__ols fit;
  (void)state;
  void *work = malloc(inno__ols_work_size(4));
  for (int i = 0; i < N; i++) rows[i] = i;
  inno__spline_basis(points_x, N, spline_knots, 5, columns);
  assert_int_equal(inno__ols_fit(&fit, x, 4, points_y, rows, N, work), -1);
  for (int i = 0; i < N; i++) assert_true(fabs(inno__ols_predict(&fit, x, i) - lm_spline_fitted[i]) < 1e-10);
  free(work);
}

/* Outside the knots a line, inside twice differentiable: second differences of small steps. */
static void natural(void **state) {
  static const double knots[4] = {10, 12, 17, 20};
  enum { STEPS = 4000 };
  double basis[3][STEPS + 1], *columns[3] = {basis[0], basis[1], basis[2]}, x[STEPS + 1], h = 20.0 / STEPS;
  (void)state;
  for (int i = 0; i <= STEPS; i++) x[i] = 5 + h * i;
  inno__spline_basis(x, STEPS + 1, knots, 4, columns);
  for (int j = 1; j < 3; j++) {
    double before = 0;
    for (int i = 1; i < STEPS; i++) {
      double second = (basis[j][i - 1] - 2 * basis[j][i] + basis[j][i + 1]) / (h * h);
      if (x[i] < knots[j - 1] || x[i] > knots[3] + h) assert_true(fabs(second) < 1e-9);
      assert_true(fabs(second - before) < 0.01);
      before = second;
    }
    assert_true(basis[j][0] == 0);
    assert_true(fabs((basis[j][STEPS] - basis[j][STEPS - 100]) / (100 * h) - 0.1) < 1e-12); /* slope 1 in t */
  }
  x[0] = NAN;
  inno__spline_basis(x, 1, knots, 4, columns);
  assert_true(isnan(basis[0][0]) && isnan(basis[1][0]) && isnan(basis[2][0]));
  basis[0][0] = 7;
  inno__spline_basis(x, 1, knots, 1, columns);
  assert_true(basis[0][0] == 7);
  x[0] = 11;
  inno__spline_basis(x, 1, knots, 2, columns);
  assert_true(basis[0][0] == 0.5);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(as_dense_for_the_same_lambda),
      cmocka_unit_test(as_dense_by_cross_validation),
      cmocka_unit_test(freedom_is_a_trace),
      cmocka_unit_test(limits),
      cmocka_unit_test(same_fit_however_given),
      cmocka_unit_test(few_distinct_or_missing),
      cmocka_unit_test(many_points),
      cmocka_unit_test(knots_at_quantiles),
      cmocka_unit_test(same_space_as_r),
      cmocka_unit_test(natural),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
