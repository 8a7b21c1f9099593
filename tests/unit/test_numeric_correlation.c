/* Covariance, correlation, ranks' correlation and their matrices: by hand, missing by missing, and where there is none.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "numeric/correlation.h"

static double work[1024];

static void by_hand(void **state) {
  /* deviations of x: -2 -1 0 1 2, of y: -3 0 -1 2 2; products 6 + 0 + 0 + 2 + 4 = 12, squares 10 and 18 */
  static const double x[] = {1, 2, 3, 4, 5}, y[] = {1, 4, 3, 6, 6};
  inno__pair p;
  (void)state;
  inno__pair_of(x, y, 5, &p);
  assert_true(p.count == 5 && p.mean_x == 3.0 && p.mean_y == 4.0 && p.xx == 10.0 && p.xy == 12.0 && p.yy == 18.0);
  assert_true(inno__pair_covariance(&p) == 3.0);
  assert_true(fabs(inno__pair_correlation(&p) - 12.0 / sqrt(180.0)) < 1e-15);
  /* ranks of y: 1 3 2 4.5 4.5; products of deviations 4 + 0 + 0 + 1.5 + 3 = 8.5, squares 10 and 9.5 */
  assert_true(fabs(inno__spearman(x, y, 5, work) - 8.5 / sqrt(95.0)) < 1e-15);
}

static void missing_leaves_the_pair_out(void **state) {
  static const double x[] = {1, NAN, 2, 3, 99, 4, 5}, y[] = {1, 50, 4, 3, NAN, 6, 6};
  static const double cx[] = {1, 2, 3, 4, 5}, cy[] = {1, 4, 3, 6, 6};
  (void)state;
  assert_true(fabs(inno__correlation(x, y, 7) - inno__correlation(cx, cy, 5)) < 1e-15);
  assert_true(fabs(inno__spearman(x, y, 7, work) - inno__spearman(cx, cy, 5, work)) < 1e-15);
}

static void where_there_is_none(void **state) {
  static const double x[] = {1, 2, NAN}, constant[] = {0.1, 0.1, 0.1}, y[] = {NAN, 5, 6}, none[] = {NAN, NAN, NAN};
  inno__pair p;
  (void)state;
  assert_true(isnan(inno__correlation(x, y, 3)));
  assert_true(isnan(inno__correlation(x, none, 3)));
  assert_true(isnan(inno__correlation(x, constant, 3)));
  assert_true(isnan(inno__spearman(x, constant, 3, work)));
  inno__pair_of(x, constant, 3, &p);
  assert_true(p.yy == 0.0 && inno__pair_covariance(&p) == 0.0);
  assert_true(inno__correlation(x, x, 3) <= 1.0 && inno__correlation(x, x, 3) > 1.0 - 1e-15);
}

/* Column c, unit i: values without a pattern that a sum of few terms could hide. */
static double value(int c, int i) { return (double)((i * i * (c + 3) + 7 * i + 11 * c) % 101) + 0.25 * c; }

static void matrices_of_pairs_and_of_complete_cases(void **state) {
  enum { K = 4, N = 37 };
  double data[K][N], pairs[K * K], complete[K * K], dense[K][N];
  const double *x[K];
  unsigned char keep[N];
  int m = 0;
  (void)state;
  for (int c = 0; c < K; c++) {
    x[c] = data[c];
    for (int i = 0; i < N; i++) data[c][i] = i % 9 == 2 * c ? NAN : value(c, i);
  }
  int64_t count = inno__complete_cases(x, K, N, keep);
  for (int i = 0; i < N; i++) {
    assert_int_equal(keep[i], i % 9 % 2 == 1 || i % 9 == 8);
    for (int c = 0; c < K && keep[i]; c++) dense[c][m] = data[c][i];
    m += keep[i];
  }
  assert_int_equal(count, m);
  assert_true(inno__correlation_matrix_work_size(N) <= sizeof work);
  inno__correlation_matrix(x, K, N, NULL, INNO__CORRELATIONS, pairs, work);
  for (int i = 0; i < K; i++)
    for (int j = 0; j < K; j++) {
      assert_true(pairs[i * K + j] == pairs[j * K + i]);
      double want = i == j ? 1.0 : inno__correlation(x[i], x[j], N);
      assert_true(fabs(pairs[i * K + j] - want) < 1e-15);
    }
  inno__correlation_matrix(x, K, N, keep, INNO__COVARIANCES, complete, work);
  for (int i = 0; i < K; i++)
    for (int j = 0; j < K; j++) { /* the textbook's one pass, in long double */
      long double si = 0, sj = 0, sij = 0;
      for (int u = 0; u < m; u++) {
        si += dense[i][u];
        sj += dense[j][u];
        sij += (long double)dense[i][u] * dense[j][u];
      }
      assert_true(fabs(complete[i * K + j] - (double)((sij - si * sj / m) / (m - 1))) < 1e-10);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(by_hand),
      cmocka_unit_test(missing_leaves_the_pair_out),
      cmocka_unit_test(where_there_is_none),
      cmocka_unit_test(matrices_of_pairs_and_of_complete_cases),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
