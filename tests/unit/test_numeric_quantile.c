/* Quantiles: the nine types by hand on a sample of ten, whole places, ends, and missing values. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "numeric/quantile.h"

static double work[64];

/* Squares 1 4 9 .. 100. The place of p among them by the formula of each type, then the rule of the type, in fractions:
 * p = 1/4: n p = 2.5; types 4 to 9 have the places 2.5, 3, 2.75, 3.25, 2.9166.., 2.9375. */
static void nine_types_by_hand(void **state) {
  double x[10];
  static const double quarter[] = {9.0,
                                   9.0,
                                   4.0,
                                   4.0 + 0.5 * 5.0,
                                   9.0,
                                   4.0 + 0.75 * 5.0,
                                   9.0 + 0.25 * 7.0,
                                   4.0 + 5.0 * 11.0 / 12.0,
                                   4.0 + 0.9375 * 5.0};
  /* p = 1/2: n p = 5 exactly; 4.5 for type 3, rest 1/2, so the fifth; places 5, 5.5 and again 5.5 for types 6 to 9 */
  static const double half[] = {25.0, 30.5, 25.0, 25.0, 30.5, 30.5, 30.5, 30.5, 30.5};
  (void)state;
  for (int i = 0; i < 10; i++) x[i] = (10 - i) * (10 - i);
  for (int32_t type = 1; type <= 9; type++) {
    double q = inno__quantile(x, 10, 0.25, type, work), h = inno__quantile(x, 10, 0.5, type, work);
    if (fabs(q - quarter[type - 1]) > 1e-14 * 9.0) fail_msg("type %d at 1/4: %.17g", type, q);
    if (fabs(h - half[type - 1]) > 1e-14 * 30.0) fail_msg("type %d at 1/2: %.17g", type, h);
    assert_true(inno__quantile(x, 10, 0.0, type, work) == 1.0);
    assert_true(inno__quantile(x, 10, 1.0, type, work) == 100.0);
  }
}

/* Type 3 takes the even neighbour when the place is exactly between: n p - 1/2 = 2 and 3. */
static void nearest_even(void **state) {
  static const double x[] = {10, 20, 30, 40, 50};
  (void)state;
  assert_true(inno__quantile_sorted(x, 5, 0.5, 3) == 20.0); /* 2.5 - .5 = 2, even: the second */
  assert_true(inno__quantile_sorted(x, 5, 0.7, 3) == 40.0); /* 3.5 - .5 = 3, odd: the fourth */
}

/* Stata's rule in its own words: with P = N p / 100, the mean of the P-th and the next when P is whole, else the next.
 */
static void stata_by_its_own_words(void **state) {
  double x[40];
  (void)state;
  for (int n = 1; n <= 40; n++) {
    for (int i = 0; i < n; i++) x[i] = i * i - 3.0 * i + 1.0 / (i + 1);
    double sorted[40];
    for (int i = 0; i < n; i++) sorted[i] = x[i];
    for (int i = 0; i < n; i++)
      for (int j = i; j > 0 && sorted[j] < sorted[j - 1]; j--) {
        double t = sorted[j];
        sorted[j] = sorted[j - 1];
        sorted[j - 1] = t;
      }
    for (int p = 1; p < 100; p++) {
      int hundred = n * p, whole = hundred / 100;
      double want = hundred % 100 == 0 ? (sorted[whole - 1] + sorted[whole]) / 2.0 : sorted[whole];
      double got = inno__quantile(x, n, p / 100.0, INNO__QUANTILE_STATA, work);
      if (fabs(got - want) > 1e-14 * (1.0 + fabs(want))) fail_msg("n %d p %d: %.17g, want %.17g", n, p, got, want);
    }
  }
}

static void missing_values_and_none(void **state) {
  const double x[] = {NAN, 3.0, NAN, 1.0, 2.0, NAN}, none[] = {NAN, NAN}, same[] = {0.1, 0.1, 0.1};
  (void)state;
  for (int32_t type = 1; type <= 9; type++) {
    assert_true(isnan(inno__quantile(none, 2, 0.5, type, work)));
    assert_true(inno__quantile(x, 6, 0.5, type, work) == (type == 4 ? 1.5 : 2.0));
    for (int p = 0; p <= 10; p++) assert_true(inno__quantile(same, 3, p / 10.0, type, work) == 0.1);
    assert_true(inno__quantile(x + 1, 1, 0.3, type, work) == 3.0);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nine_types_by_hand),
      cmocka_unit_test(nearest_even),
      cmocka_unit_test(stata_by_its_own_words),
      cmocka_unit_test(missing_values_and_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
