/* Symmetric systems: known factors, residuals of the Hilbert matrix, and what is singular. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "numeric/linear.h"

static void factor_of_whole_numbers(void **state) {
  /* L = 2; 6 1; -8 5 3; the upper triangle is not read */
  double a[9] = {4, NAN, NAN, 12, 37, NAN, -16, -43, 98}, b[3] = {1, 2, 3}, back[3];
  (void)state;
  assert_int_equal(inno__cholesky(a, 3, INNO__SINGULAR), -1);
  assert_true(a[0] == 2 && a[3] == 6 && a[4] == 1 && a[6] == -8 && a[7] == 5 && a[8] == 3);
  assert_true(isnan(a[1]) && isnan(a[2]) && isnan(a[5]));
  inno__cholesky_solve(a, 3, b);
  back[0] = 4 * b[0] + 12 * b[1] - 16 * b[2];
  back[1] = 12 * b[0] + 37 * b[1] - 43 * b[2];
  back[2] = -16 * b[0] - 43 * b[1] + 98 * b[2];
  for (int i = 0; i < 3; i++) assert_true(fabs(back[i] - (i + 1)) < 1e-12);
}

/* The inverse of the Hilbert matrix is whole; its condition number, 4.8e5 for k = 5, is what the error may grow by. */
static void inverse_of_hilbert(void **state) {
  static const double whole[25] = {25,     -300,   1050,   -1400,  630,     -300,   4800,  -18900, 26880,
                                   -12600, 1050,   -18900, 79380,  -117600, 56700,  -1400, 26880,  -117600,
                                   179200, -88200, 630,    -12600, 56700,   -88200, 44100};
  double a[25], inverse[25];
  (void)state;
  for (int i = 0; i < 5; i++)
    for (int j = 0; j < 5; j++) a[5 * i + j] = 1.0 / (i + j + 1);
  assert_int_equal(inno__cholesky(a, 5, INNO__SINGULAR), -1);
  inno__cholesky_inverse(a, 5, inverse);
  for (int i = 0; i < 25; i++) assert_true(fabs(inverse[i] - whole[i]) <= 179200 * 4.8e5 * 2.3e-16);
  for (int i = 0; i < 5; i++)
    for (int j = 0; j < 5; j++) assert_true(inverse[5 * i + j] == inverse[5 * j + i]);
}

static void singular_column_is_numbered(void **state) {
  /* third column = first + second; then a constant one; then NaN, infinity */
  double sum[9] = {2, 0, 0, 1, 3, 0, 3, 4, 7}, zero[4] = {1, 0, 0, 0}, nan[4] = {1, 0, NAN, 1},
         huge[4] = {1, 0, 0, INFINITY}, negative[1] = {-1};
  (void)state;
  assert_int_equal(inno__cholesky(sum, 3, INNO__SINGULAR), 2);
  assert_int_equal(inno__cholesky(zero, 2, INNO__SINGULAR), 1);
  assert_int_equal(inno__cholesky(nan, 2, INNO__SINGULAR), 1);
  assert_int_equal(inno__cholesky(huge, 2, INNO__SINGULAR), 1);
  assert_int_equal(inno__cholesky(negative, 1, INNO__SINGULAR), 0);
}

/* 1 - R^2 of the second column is 1 - r^2, whatever the scale. */
static void tolerance_is_one_minus_r_squared(void **state) {
  (void)state;
  for (int e = -100; e <= 100; e += 50) {
    double s = ldexp(1.0, e), r = sqrt(1.0 - 1e-6);
    double a[4] = {s * s, 0, r * s, 1}, b[4] = {s * s, 0, r * s, 1};
    assert_int_equal(inno__cholesky(a, 2, 1.1e-6), 1);
    assert_int_equal(inno__cholesky(b, 2, 0.9e-6), -1);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(factor_of_whole_numbers),
      cmocka_unit_test(inverse_of_hilbert),
      cmocka_unit_test(singular_column_is_numbered),
      cmocka_unit_test(tolerance_is_one_minus_r_squared),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
