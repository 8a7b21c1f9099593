/* Eigenvalues and rotations: known spectra, residuals, signs, the optimum of varimax found another way. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "numeric/eigen.h"
#include "numeric/rotation.h"

enum { K = 12 };

static void assert_pairs(const double *a, int k, const double *values, const double *vectors, double size) {
  for (int j = 0; j < k; j++) {
    double sum = 0.0;
    assert_true(j == 0 || values[j] <= values[j - 1]);
    for (int i = 0; i < k; i++) {
      double residual = -values[j] * vectors[j * k + i];
      for (int m = 0; m < k; m++) residual += a[i * k + m] * vectors[j * k + m];
      if (fabs(residual) > 1e-14 * k * size) fail_msg("pair %d, entry %d: %g", j, i, residual);
      sum += vectors[j * k + i];
    }
    assert_true(sum >= -1e-12);
    for (int h = 0; h < k; h++) {
      double dot = h == j ? -1.0 : 0.0;
      for (int m = 0; m < k; m++) dot += vectors[j * k + m] * vectors[h * k + m];
      assert_true(fabs(dot) < 1e-14 * k);
    }
  }
}

/* 2 on the diagonal, -1 beside it: 2 - 2 cos(j pi / (k + 1)). */
static void second_differences(void **state) {
  double a[K * K] = {0}, copy[K * K], values[K], vectors[K * K];
  const double pi = 3.14159265358979323846;
  (void)state;
  for (int i = 0; i < K; i++) {
    a[i * K + i] = 2.0;
    if (i > 0) a[i * K + i - 1] = a[(i - 1) * K + i] = -1.0;
  }
  memcpy(copy, a, sizeof a);
  assert_in_range(inno__eigen_symmetric(copy, K, values, vectors), 1, 12);
  assert_pairs(a, K, values, vectors, 4.0);
  for (int j = 0; j < K; j++) assert_true(fabs(values[j] - (2.0 - 2.0 * cos((K - j) * pi / (K + 1)))) < 1e-14);
}

/* Hilbert 4 x 4: the smallest eigenvalue, 9.67e-5, to 14 digits of its own (values from the literature). */
static void small_ones_are_exact_too(void **state) {
  double a[16], values[4], vectors[16];
  static const double known[] = {1.5002142800592428, 0.16914122022144996, 0.0067382736057607486, 9.6702304022585890e-5};
  (void)state;
  for (int i = 0; i < 4; i++)
    for (int j = 0; j < 4; j++) a[4 * i + j] = 1.0 / (i + j + 1);
  assert_true(inno__eigen_symmetric(a, 4, values, vectors) > 0);
  for (int j = 0; j < 4; j++) assert_true(fabs(values[j] - known[j]) < 1e-12 * known[j]);
}

static void what_is_diagonal_equal_or_negative(void **state) {
  double d[9] = {1, 0, 0, 0, 3, 0, 0, 0, 1}, zero[4] = {0}, swap[4] = {0, 1, 1, 0}, nan[4] = {1, NAN, NAN, 1}, v[9],
         w[3];
  (void)state;
  assert_int_equal(inno__eigen_symmetric(d, 3, w, v), 0);
  assert_true(w[0] == 3 && w[1] == 1 && w[2] == 1);
  assert_true(v[1] == 1 && v[3] == 1 && v[8] == 1); /* equal ones keep their order */
  assert_int_equal(inno__eigen_symmetric(zero, 2, w, v), 0);
  assert_true(w[0] == 0 && w[1] == 0);
  assert_true(inno__eigen_symmetric(swap, 2, w, v) > 0);
  assert_true(fabs(w[0] - 1) < 1e-15 && fabs(w[1] + 1) < 1e-15);
  assert_true(v[2] > 0.7 && v[3] < -0.7); /* sum 0: the first entry is positive */
  assert_int_equal(inno__eigen_symmetric(nan, 2, w, v), -1);
}

/* Of any size the same vectors, and the values scaled. */
static void scale_changes_nothing(void **state) {
  double a[K * K], one[K], v[K * K], many[K], u[K * K];
  (void)state;
  for (int e = -900; e <= 900; e += 300) {
    double s = ldexp(1.0, e);
    for (int i = 0; i < K; i++)
      for (int j = 0; j < K; j++) a[i * K + j] = 1.0 / (1 + abs(i - j));
    assert_true(inno__eigen_symmetric(a, K, one, v) > 0);
    for (int i = 0; i < K; i++)
      for (int j = 0; j < K; j++) a[i * K + j] = s / (1 + abs(i - j));
    assert_true(inno__eigen_symmetric(a, K, many, u) > 0);
    for (int j = 0; j < K; j++) assert_true(fabs(many[j] / s - one[j]) < 1e-14);
    for (int j = 0; j < K * K; j++) assert_true(fabs(u[j] - v[j]) < 1e-13);
  }
}

static void powers(void **state) {
  /* consistent judgements: rank one, eigenvalue k, vector the weights */
  static const double w[] = {0.5, 0.25, 0.125, 0.125};
  double a[16], value, vector[4], scratch[4], two[4] = {2, 1, 1, 2}, turn[4] = {1e-9, 1, 1, 1e-9};
  (void)state;
  for (int i = 0; i < 4; i++)
    for (int j = 0; j < 4; j++) a[4 * i + j] = w[i] / w[j];
  assert_in_range(inno__eigen_positive(a, 4, 100, &value, vector, scratch), 1, 3);
  assert_true(fabs(value - 4) < 1e-13);
  for (int i = 0; i < 4; i++) assert_true(fabs(vector[i] - w[i]) < 1e-15);
  two[1] = 8;
  two[2] = 0.5; /* 2 +- 2, vector (4, 1) / 5 */
  assert_true(inno__eigen_positive(two, 2, 100, &value, vector, scratch) > 0);
  assert_true(fabs(value - 4) < 1e-13 && fabs(vector[0] - 0.8) < 1e-13);
  turn[1] = 4; /* nearly periodic: the limit is reported, not passed over */
  assert_int_equal(inno__eigen_positive(turn, 2, 50, &value, vector, scratch), -1);
}

/* ---- varimax ---- */

/* The criterion: variance of the squares of loadings whose rows have length 1, summed over factors. */
static double criterion(const double *a, int k, int m) {
  double total = 0.0;
  for (int f = 0; f < m; f++) {
    double s2 = 0.0, s4 = 0.0;
    for (int i = 0; i < k; i++) {
      double length = 0.0;
      for (int g = 0; g < m; g++) length += a[i * m + g] * a[i * m + g];
      double u = a[i * m + f] * a[i * m + f] / length;
      s2 += u;
      s4 += u * u;
    }
    total += (s4 - s2 * s2 / k) / k;
  }
  return total;
}

/* Two factors have one angle: no other angle of a fine grid does better. */
static void two_factors_against_every_angle(void **state) {
  static const double given[] = {0.8, 0.3, 0.7, 0.4, 0.2, 0.9, 0.1, 0.6, -0.3, 0.5, 0.6, -0.2};
  double a[12], turned[4], scratch[6], best = 0.0;
  inno__rotation_report report;
  (void)state;
  for (int t = 0; t < 20000; t++) {
    double c = cos(t * 1.57079632679489662 / 20000), s = sin(t * 1.57079632679489662 / 20000), b[12];
    for (int i = 0; i < 6; i++) {
      b[2 * i] = given[2 * i] * c + given[2 * i + 1] * s;
      b[2 * i + 1] = given[2 * i + 1] * c - given[2 * i] * s;
    }
    best = fmax(best, criterion(b, 6, 2));
  }
  memcpy(a, given, sizeof a);
  inno__varimax(a, 6, 2, 100, turned, &report, scratch);
  assert_true(report.converged && report.sweeps <= 3);
  assert_true(criterion(a, 6, 2) >= best && criterion(a, 6, 2) < best + 1e-7);
  for (int i = 0; i < 6; i++)
    for (int f = 0; f < 2; f++)
      assert_true(fabs(given[2 * i] * turned[f] + given[2 * i + 1] * turned[2 + f] - a[2 * i + f]) < 1e-14);
}

/* Several factors: what was simple before it was turned is found again, in the order of its sums of squares. */
static void simple_structure_is_found_again(void **state) {
  enum { R = 9, M = 3 };
  double simple[R * M] = {0}, a[R * M], scratch[R], turned[M * M];
  const double c = 0.6, s = 0.8;
  inno__rotation_report report;
  (void)state;
  for (int i = 0; i < R; i++) simple[i * M + i / 3] = 0.9 - 0.1 * (i / 3) + 0.02 * i;
  memcpy(a, simple, sizeof a);
  for (int f = 0; f < M; f++) /* turned away by known angles, then columns moved and one reversed */
    for (int i = 0; i < R; i++) {
      double *p = a + i * M + f, *q = a + i * M + (f + 1) % M, x = *p, y = *q;
      *p = -(c * x + s * y);
      *q = c * y - s * x;
    }
  inno__varimax(a, R, M, 100, turned, &report, scratch);
  assert_true(report.converged);
  for (int i = 0; i < R * M; i++)
    if (fabs(a[i] - simple[i]) > 1e-12) fail_msg("%d: %.17g, want %.17g", i, a[i], simple[i]);
}

static void limit_and_rows_of_zeros(void **state) {
  double a[] = {0.9, 0.4, 0.0, 0.0, 0.3, 0.8, 0.5, 0.6}, one[] = {0.5, -0.9}, scratch[4];
  inno__rotation_report report;
  (void)state;
  inno__varimax(one, 2, 1, 10, NULL, &report, scratch);
  assert_true(report.converged && one[0] == -0.5 && one[1] == 0.9);
  inno__varimax(a, 4, 2, 1, NULL, &report, scratch);
  assert_int_equal(report.sweeps, 1);
  assert_false(report.converged);
  assert_true(report.angle > 0.0 && a[2] == 0.0 && a[3] == 0.0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(second_differences),
      cmocka_unit_test(small_ones_are_exact_too),
      cmocka_unit_test(what_is_diagonal_equal_or_negative),
      cmocka_unit_test(scale_changes_nothing),
      cmocka_unit_test(powers),
      cmocka_unit_test(two_factors_against_every_angle),
      cmocka_unit_test(simple_structure_is_found_again),
      cmocka_unit_test(limit_and_rows_of_zeros),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
