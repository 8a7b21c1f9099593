/* Normal, Student, chi squared and F: both shares against exact references, the ends, and the way back. */
#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "golden/distribution_reference.h"
#include "numeric/distribution.h"
#include "numeric/gamma.h"

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* What numeric/distribution.h promises, relative: measured 9e-15 and 9e-13. */
static const double bound = 1e-13, large_bound = 1e-11;
static double worst, worst_large;

static void check(double got, double want, double df, const char *what, double x) {
  double e = want == 0.0 ? (got < 2e-305 ? 0.0 : INFINITY) : fabs(got - want) / want;
  double *at = df > 1e6 ? &worst_large : &worst;
  if (!(e <= (df > 1e6 ? large_bound : bound)))
    fail_msg("%s at %.17g, df %g: %.17g, expected %.17g, error %.2g", what, x, df, got, want, e);
  if (e > *at) *at = e;
}

static void report(const char *what) {
  print_message("%s: error at most %.2g, for more than 1e6 degrees of freedom %.2g\n", what, worst, worst_large);
  worst = worst_large = 0.0;
}

static void log_gamma_error(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(reference_log_gamma); i++) {
    const value1 *r = &reference_log_gamma[i];
    assert_true(fabs(inno__log_gamma(r->x) - r->result) <= fmax(2.3e-16 * fabs(r->result), 1e-18));
  }
  assert_true(inno__log_gamma(0.0) == INFINITY && inno__log_gamma(INFINITY) == INFINITY);
  assert_true(isnan(inno__log_gamma(-1.5)) && isnan(inno__log_gamma(NAN)));
}

static void normal_error(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(reference_normal); i++) {
    const share1 *r = &reference_normal[i];
    check(inno__normal_lower(r->x), r->lower, 1.0, "lower", r->x);
    check(inno__normal_upper(r->x), r->upper, 1.0, "upper", r->x);
  }
  report("normal");
}

static void student_error(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(reference_student); i++) {
    const share2 *r = &reference_student[i];
    check(inno__student_lower(r->x, r->df), r->lower, r->df, "lower", r->x);
    check(inno__student_upper(r->x, r->df), r->upper, r->df, "upper", r->x);
    assert_true(inno__student_lower(-r->x, r->df) == inno__student_upper(r->x, r->df));
  }
  report("t");
}

static void chi_squared_error(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(reference_chi_squared); i++) {
    const share2 *r = &reference_chi_squared[i];
    check(inno__chi_squared_lower(r->x, r->df), r->lower, r->df, "lower", r->x);
    check(inno__chi_squared_upper(r->x, r->df), r->upper, r->df, "upper", r->x);
  }
  report("chi squared");
}

static void f_error(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(reference_f); i++) {
    const share3 *r = &reference_f[i];
    check(inno__f_lower(r->x, r->df1, r->df2), r->lower, fmax(r->df1, r->df2), "lower", r->x);
    check(inno__f_upper(r->x, r->df1, r->df2), r->upper, fmax(r->df1, r->df2), "upper", r->x);
  }
  report("F");
}

static void ends(void **state) {
  (void)state;
  assert_true(inno__normal_lower(INFINITY) == 1.0 && inno__normal_upper(INFINITY) == 0.0);
  assert_true(inno__normal_lower(-INFINITY) == 0.0 && inno__normal_upper(-INFINITY) == 1.0);
  assert_true(inno__normal_upper(0.0) == 0.5 && inno__student_upper(0.0, 3.0) == 0.5);
  assert_true(inno__student_upper(INFINITY, 3.0) == 0.0 && inno__student_upper(-INFINITY, 3.0) == 1.0);
  assert_true(inno__student_upper(DBL_MAX, 1e10) == 0.0 && inno__student_upper(DBL_MIN, 1e10) == 0.5);
  assert_true(inno__chi_squared_lower(0.0, 3.0) == 0.0 && inno__chi_squared_upper(-1.0, 3.0) == 1.0);
  assert_true(inno__chi_squared_lower(INFINITY, 3.0) == 1.0 && inno__chi_squared_upper(DBL_MAX, 3.0) == 0.0);
  assert_true(inno__f_lower(0.0, 3.0, 4.0) == 0.0 && inno__f_upper(INFINITY, 3.0, 4.0) == 0.0);
  assert_true(inno__f_upper(DBL_MIN, 1e10, 1e10) == 1.0 && inno__f_lower(DBL_MAX, 1e10, 1e10) == 1.0);
}

static void infinite_degrees_of_freedom(void **state) {
  (void)state;
  for (double x = 0.1; x < 30.0; x *= 1.7) {
    assert_true(inno__student_upper(x, INFINITY) == inno__normal_upper(x));
    assert_true(inno__student_lower(-x, INFINITY) == inno__normal_upper(x));
    assert_true(inno__f_upper(x, 4.0, INFINITY) == inno__chi_squared_upper(4.0 * x, 4.0));
    assert_true(fabs(inno__f_upper(x, INFINITY, 4.0) / inno__chi_squared_lower(4.0 / x, 4.0) - 1.0) < 1e-14);
    assert_true(fabs(inno__f_upper(x, 4.0, 1e10) / inno__f_upper(x, 4.0, INFINITY) - 1.0) < 1e-6);
  }
  assert_true(inno__f_lower(0.999, INFINITY, INFINITY) == 0.0 && inno__f_lower(1.0, INFINITY, INFINITY) == 1.0);
  assert_true(inno__f_quantile(0.3, INFINITY, INFINITY) == 1.0);
  assert_true(inno__student_critical(0.025, INFINITY) == inno__normal_critical(0.025));
}

static void refused(void **state) {
  static const double bad[] = {0.0, -1.0, 1.1e10, NAN, -INFINITY}, no_share[] = {-1e-9, 1.0 + 1e-9, NAN};
  (void)state;
  assert_true(isnan(inno__normal_upper(NAN)) && isnan(inno__student_upper(NAN, 2.0)));
  assert_true(isnan(inno__chi_squared_upper(NAN, 2.0)) && isnan(inno__f_upper(NAN, 2.0, 2.0)));
  assert_true(isnan(inno__chi_squared_upper(1.0, INFINITY)) && isnan(inno__chi_squared_quantile(0.1, INFINITY)));
  for (size_t i = 0; i < COUNT(bad); i++) {
    assert_true(isnan(inno__student_lower(1.0, bad[i])) && isnan(inno__student_quantile(0.3, bad[i])));
    assert_true(isnan(inno__chi_squared_lower(1.0, bad[i])) && isnan(inno__chi_squared_critical(0.3, bad[i])));
    assert_true(isnan(inno__f_lower(1.0, bad[i], 2.0)) && isnan(inno__f_lower(1.0, 2.0, bad[i])));
    assert_true(isnan(inno__f_quantile(0.3, bad[i], 2.0)) && isnan(inno__f_critical(0.3, INFINITY, bad[i])));
  }
  for (size_t i = 0; i < COUNT(no_share); i++) {
    assert_true(isnan(inno__normal_quantile(no_share[i])) && isnan(inno__student_critical(no_share[i], 2.0)));
    assert_true(isnan(inno__chi_squared_quantile(no_share[i], 2.0)) && isnan(inno__f_critical(no_share[i], 2.0, 2.0)));
  }
}

static void near(double got, double want, double tolerance) {
  if (!(fabs(got - want) <= tolerance * fabs(want))) fail_msg("%.17g, expected %.17g", got, want);
}

/* z of the doubles next to some shares (mpmath, 30 digits), and back from the references */
static void quantiles(void **state) {
  (void)state;
  near(inno__normal_quantile(0.975), 1.95996398454005385560, 2e-15);
  near(inno__normal_critical(0.3), 0.524400512708040815969, 2e-15);
  near(inno__normal_critical(1e-300), 37.0470962993611992, 2e-15);
  near(inno__normal_critical(0.5 - 0x1p-40), 0x1p-40 * sqrt(8.0 * atan(1.0)), 2e-15);
  for (size_t i = 0; i < COUNT(reference_normal); i++) {
    const share1 *r = &reference_normal[i];
    if (r->upper < 0.4 && r->upper > 0.0) near(inno__normal_critical(r->upper), r->x, 3e-15);
    if (r->lower < 0.4 && r->lower > 0.0) near(inno__normal_quantile(r->lower), r->x, 3e-15);
  }
  for (size_t i = 0; i < COUNT(reference_student); i++) {
    const share2 *r = &reference_student[i];
    if (r->df <= 1e6 && r->upper > 0.0 && r->upper < 0.4 && r->x < 1e3)
      near(inno__student_critical(r->upper, r->df), r->x, 1e-13);
  }
  for (size_t i = 0; i < COUNT(reference_chi_squared); i++) {
    const share2 *r = &reference_chi_squared[i];
    if (r->df < 0.5 || r->df > 1e6) continue;
    if (r->lower > 0.0 && r->lower <= 0.5) near(inno__chi_squared_quantile(r->lower, r->df), r->x, 1e-13);
    if (r->upper > 0.0 && r->upper < 0.5) near(inno__chi_squared_critical(r->upper, r->df), r->x, 1e-13);
  }
  for (size_t i = 0; i < COUNT(reference_f); i++) {
    const share3 *r = &reference_f[i];
    if (r->df1 < 1.0 || r->df2 < 1.0 || r->df2 > 1e6) continue;
    if (r->lower > 0.0 && r->lower <= 0.5) near(inno__f_quantile(r->lower, r->df1, r->df2), r->x, 1e-13);
    if (r->upper > 0.0 && r->upper < 0.5) near(inno__f_critical(r->upper, r->df1, r->df2), r->x, 1e-13);
  }
}

static void quantiles_at_the_ends(void **state) {
  (void)state;
  assert_true(inno__normal_quantile(0.0) == -INFINITY && inno__normal_quantile(1.0) == INFINITY);
  assert_true(inno__normal_quantile(0.5) == 0.0 && inno__student_quantile(0.5, 4.0) == 0.0);
  assert_true(inno__student_critical(0.0, 4.0) == INFINITY && inno__student_critical(1.0, 4.0) == -INFINITY);
  assert_true(inno__student_quantile(0.1, 4.0) == -inno__student_quantile(0.9, 4.0));
  assert_true(inno__chi_squared_quantile(0.0, 4.0) == 0.0 && inno__chi_squared_quantile(1.0, 4.0) == INFINITY);
  assert_true(inno__f_critical(0.0, 4.0, 5.0) == INFINITY && inno__f_critical(1.0, 4.0, 5.0) == 0.0);
  /* the first double whose share reaches p */
  double x = inno__chi_squared_quantile(0.2, 7.0);
  assert_true(inno__chi_squared_lower(x, 7.0) >= 0.2 && inno__chi_squared_lower(nextafter(x, 0.0), 7.0) < 0.2);
}

static void shares_rise(void **state) {
  (void)state;
  for (double df = 0.3; df < 1e5; df *= 9.0) {
    double t = 1.0, c = 0.0, f = 0.0;
    for (double x = 1e-4; x < 1e5; x *= 1.1) {
      assert_true(inno__student_upper(x, df) <= t * (1.0 + 1e-14) && inno__chi_squared_lower(x, df) >= c - 1e-14 * c);
      assert_true(inno__f_lower(x, df, 2.0 * df) >= f - 1e-14 * f);
      t = inno__student_upper(x, df);
      c = inno__chi_squared_lower(x, df);
      f = inno__f_lower(x, df, 2.0 * df);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(log_gamma_error),
      cmocka_unit_test(normal_error),
      cmocka_unit_test(student_error),
      cmocka_unit_test(chi_squared_error),
      cmocka_unit_test(f_error),
      cmocka_unit_test(ends),
      cmocka_unit_test(infinite_degrees_of_freedom),
      cmocka_unit_test(refused),
      cmocka_unit_test(quantiles),
      cmocka_unit_test(quantiles_at_the_ends),
      cmocka_unit_test(shares_rise),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
