/* Scores against development: curves that are known, the band by its definition, classes, refusals. */
#include "support/analysis.h"

#include <math.h>
#include <string.h>

#include "numeric/distribution.h"
#include "support/golden.h"

#define ONE(field) cell(a, INNO_RECORD_DEVELOPMENT, 0, INNO_FIELD_##field)
#define OF(unit, field) cell(a, INNO_RECORD_EXPECTATION, unit, INNO_FIELD_##field)
#define COEFFICIENT(i, field) cell(a, INNO_RECORD_COEFFICIENT, i, INNO_FIELD_##field)

enum { N = 40 };

static inno_status develop(const char *settings, const double *scores, const double *development, int64_t n,
                           inno_analysis **a, inno_error *error) {
  inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, settings);
  inno_status s = inno_analysis_create_development(NULL, options, scores, sizeof *scores, development,
                                                   sizeof *development, n, a, error);
  inno_scheme_destroy(options);
  return s;
}

static double wiggle(int i) { return (double)(i * 7919 % 101) / 101.0 - 0.5; }

/* y on x of the units that have both, by sums. */
static void line(void **state) {
  double y[N], d[N], x[N], mx = 0.0, my = 0.0, xx = 0.0, xy = 0.0, yy = 0.0, rest = 0.0;
  int m = 0;
  inno_analysis *a;
  (void)state;
  for (int i = 0; i < N; i++) {
    d[i] = 500.0 * exp(0.1 * i + wiggle(i + 50));
    y[i] = 30.0 + 4.0 * log(d[i]) + 6.0 * wiggle(i);
  }
  y[3] += 60.0;
  y[5] -= 60.0;
  y[7] = NAN;
  d[9] = NAN;
  for (int i = 0; i < N; i++) {
    x[i] = log(d[i]);
    if (isnan(x[i]) || isnan(y[i])) continue;
    mx += x[i], my += y[i], m++;
  }
  mx /= m, my /= m;
  for (int i = 0; i < N; i++) {
    if (isnan(x[i]) || isnan(y[i])) continue;
    xx += (x[i] - mx) * (x[i] - mx), xy += (x[i] - mx) * (y[i] - my), yy += (y[i] - my) * (y[i] - my);
  }
  double slope = xy / xx, constant = my - slope * mx;
  for (int i = 0; i < N; i++)
    if (!isnan(x[i]) && !isnan(y[i])) rest += (y[i] - constant - slope * x[i]) * (y[i] - constant - slope * x[i]);
  double sd = sqrt(rest / (m - 2)), t = inno__student_critical(0.1, m - 2);
  assert_int_equal(develop("curve=linear; band=0.8", y, d, N, &a, NULL), INNO_OK);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_DEVELOPMENT), 1);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_EXPECTATION), N);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_COEFFICIENT), 2);
  assert_true(ONE(COUNT) == m && ONE(DEGREES) == m - 2 && near(ONE(RESIDUAL_SD), sd, 1e-12));
  assert_true(near(ONE(R_SQUARED), 1.0 - rest / yy, 1e-12));
  assert_true(near(ONE(R_SQUARED_ADJUSTED), 1.0 - rest / yy * (m - 1) / (m - 2), 1e-12));
  assert_true(near(COEFFICIENT(0, COEFFICIENT), constant, 1e-11) && near(COEFFICIENT(1, COEFFICIENT), slope, 1e-12));
  assert_true(near(COEFFICIENT(1, STANDARD_ERROR), sd / sqrt(xx), 1e-12) && isnan(COEFFICIENT(1, VALUE)));
  assert_true(near(COEFFICIENT(0, STANDARD_ERROR), sd * sqrt(1.0 / m + mx * mx / xx), 1e-12));
  for (int i = 0; i < N; i++) {
    double h = 1.0 / m + (x[i] - mx) * (x[i] - mx) / xx, expected = constant + slope * x[i];
    double half = t * sd * sqrt(1.0 + h);
    assert_true(OF(i, UNIT) == i && same(OF(i, SCORE), y[i]));
    if (i == 9) {
      assert_true(isnan(OF(i, EXPECTED)) && isnan(OF(i, LOWER)) && isnan(OF(i, CLASS)) && isnan(OF(i, LEVERAGE)));
      continue;
    }
    assert_true(near(OF(i, EXPECTED), expected, 1e-12));
    assert_true(near(OF(i, LOWER), expected - half, 1e-12) && near(OF(i, UPPER), expected + half, 1e-12));
    if (i == 7) {
      assert_true(isnan(OF(i, RESIDUAL)) && isnan(OF(i, CLASS)) && isnan(OF(i, LEVERAGE)));
      continue;
    }
    assert_true(near(OF(i, LEVERAGE), h, 1e-12) && near(OF(i, RESIDUAL), y[i] - expected, 1e-12));
    assert_true(OF(i, CLASS) == (fabs(y[i] - expected) <= half ? 0.0 : y[i] > expected ? 1.0 : -1.0));
  }
  assert_true(OF(3, CLASS) == 1.0 && OF(5, CLASS) == -1.0 && OF(4, CLASS) == 0.0);
  inno_analysis_destroy(a);
}

static void parabola(void **state) {
  double y[N], d[N];
  inno_analysis *a;
  (void)state;
  for (int i = 0; i < N; i++) {
    d[i] = exp(6.0 + 0.12 * i);
    y[i] = 5.0 - 3.0 * log(d[i]) + 0.5 * log(d[i]) * log(d[i]);
  }
  assert_int_equal(develop("curve=quadratic", y, d, N, &a, NULL), INNO_OK);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_COEFFICIENT), 3);
  assert_true(near(COEFFICIENT(0, COEFFICIENT), 5.0, 1e-9) && near(COEFFICIENT(1, COEFFICIENT), -3.0, 1e-10));
  assert_true(near(COEFFICIENT(2, COEFFICIENT), 0.5, 1e-11) && near(ONE(R_SQUARED), 1.0, 1e-12));
  for (int i = 0; i < N; i++) assert_true(OF(i, CLASS) == 0.0); /* roundings are no performance */
  inno_analysis_destroy(a);
}

/* What a natural spline is: it finds a line and its own kind again, whatever the unit of measure; the leverages sum to
 * the coefficients; outside its knots (which are the ends) nobody is. */
static void spline(void **state) {
  double y[N], d[N], dong[N], sum = 0.0;
  inno_analysis *a, *b;
  (void)state;
  for (int i = 0; i < N; i++) {
    d[i] = 300.0 * exp(0.13 * i + wiggle(i));
    dong[i] = 25000.0 * d[i];
    y[i] = 20.0 + 3.0 * log(d[i]);
  }
  assert_int_equal(develop("", y, d, N, &a, NULL), INNO_OK); /* the default */
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_COEFFICIENT), 4);
  assert_true(ONE(DEGREES) == N - 4 && near(ONE(R_SQUARED), 1.0, 1e-12));
  for (int i = 0; i < N; i++) {
    sum += OF(i, LEVERAGE);
    assert_true(near(OF(i, EXPECTED), y[i], 1e-12) && OF(i, LEVERAGE) > 0.0 && OF(i, LEVERAGE) <= 1.0);
  }
  assert_true(near(sum, 4.0, 1e-11));
  double low = INFINITY, high = -INFINITY;
  for (int i = 0; i < N; i++) low = fmin(low, log(d[i])), high = fmax(high, log(d[i]));
  assert_true(near(COEFFICIENT(0, VALUE), low, 1e-14) && near(COEFFICIENT(3, VALUE), high, 1e-14));
  assert_true(COEFFICIENT(0, VALUE) < COEFFICIENT(1, VALUE) && COEFFICIENT(1, VALUE) < COEFFICIENT(2, VALUE));
  inno_analysis_destroy(a);
  for (int i = 0; i < N; i++) y[i] = 40.0 + 10.0 * sin(log(d[i])) + wiggle(3 * i);
  assert_int_equal(develop("knots=6", y, d, N, &a, NULL), INNO_OK);
  assert_int_equal(develop("knots=6", y, dong, N, &b, NULL), INNO_OK);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_COEFFICIENT), 6);
  for (int i = 0; i < N; i++)
    assert_true(near(OF(i, EXPECTED), cell(b, INNO_RECORD_EXPECTATION, i, INNO_FIELD_EXPECTED), 1e-11));
  double r2 = ONE(R_SQUARED);
  inno_analysis_destroy(b);
  inno_analysis_destroy(a);
  assert_int_equal(develop("curve=linear", y, d, N, &a, NULL), INNO_OK);
  assert_true(ONE(R_SQUARED) < r2);
  inno_analysis_destroy(a);
}

static void refusals(void **state) {
  double y[N], d[N];
  inno_analysis *a;
  inno_error *error;
  (void)state;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  for (int i = 0; i < N; i++) {
    y[i] = wiggle(i);
    d[i] = 10.0 + i;
  }
  assert_int_equal(develop("", y, d, 5, &a, NULL), INNO_OK); /* one more than coefficients */
  assert_true(ONE(DEGREES) == 1.0 && ONE(RESIDUAL_SD) >= 0.0);
  inno_analysis_destroy(a);
  assert_int_equal(develop("", y, d, 4, &a, error), INNO_E_NODATA);
  assert_null(a);
  assert_int_equal(develop("curve=linear", y, d, 2, &a, error), INNO_E_NODATA);
  assert_int_equal(develop("", y, d, 0, &a, error), INNO_E_NODATA);
  d[2] = 0.0;
  assert_int_equal(develop("", y, d, N, &a, error), INNO_E_NONPOSITIVE);
  assert_string_equal(inno_error_unit(error), "3");
  y[2] = NAN; /* a measure without a logarithm is wrong whether it is used or not */
  assert_int_equal(develop("", y, d, N, &a, error), INNO_E_NONPOSITIVE);
  for (int i = 0; i < N; i++) d[i] = 7.0;
  assert_int_equal(develop("curve=linear", y, d, N, &a, error), INNO_E_CONSTANT);
  for (int i = 0; i < N; i++) d[i] = i < 30 ? 7.0 : 8.0 + i;
  assert_int_equal(develop("", y, d, N, &a, error), INNO_E_DOMAIN);
  assert_non_null(strstr(inno_error_message(error), "2 of the 4 knots"));
  for (int i = 0; i < N; i++) d[i] = 1.0 + i % 2;
  assert_int_equal(develop("curve=quadratic", y, d, N, &a, error), INNO_E_DOMAIN); /* two points, three coefficients */
  for (int i = 0; i < N; i++) {
    y[i] = 3.0;
    d[i] = 1.0 + i;
  }
  assert_int_equal(develop("", y, d, N, &a, error), INNO_OK); /* constant scores */
  assert_true(isnan(ONE(R_SQUARED)) && ONE(RESIDUAL_SD) == 0.0 && OF(1, CLASS) == 0.0 && OF(1, EXPECTED) == 3.0);
  inno_analysis_destroy(a);
  inno_error_destroy(error);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(line),
      cmocka_unit_test(parabola),
      cmocka_unit_test(spline),
      cmocka_unit_test(refusals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
