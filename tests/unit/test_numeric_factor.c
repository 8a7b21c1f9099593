/* One factor, adequacy and promax: against SciPy, NumPy and R, and by what they must satisfy. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "golden/statistics_reference.h"
#include "numeric/adequacy.h"
#include "numeric/factor.h"
#include "numeric/rotation.h"

enum { K = 6, MOST = 50 };

static void one(const double *r, int k, double *loadings, inno__factor_report *report) {
  void *work = malloc(inno__factor_work_size(k));
  inno__factor_one(r, k, 200, loadings, report, work);
  free(work);
}

static void from_loadings(const double *loading, int k, double *r) {
  for (int i = 0; i < k; i++)
    for (int j = 0; j < k; j++) r[i * k + j] = i == j ? 1 : loading[i] * loading[j];
}

static void minres_as_scipy(void **state) {
  double loading[K];
  inno__factor_report report;
  (void)state;
  one(sample_correlations, K, loading, &report);
  assert_int_equal(report.status, INNO__FACTOR_FOUND);
  assert_true(report.steps < 30 && report.gradient <= 1e-12 * K && report.heywood == -1);
  for (int i = 0; i < K; i++) assert_true(fabs(loading[i] - one_factor[i]) < 1e-7); /* SciPy stops there */
  /* a minimum is flat: SciPy's can not be below ours, and ours is at its rounding */
  assert_true(report.residual <= one_factor_residual[0] * (1 + 1e-14));
  assert_true(fabs(report.residual - one_factor_residual[0]) < 1e-13);
}

static void exact_models_are_found(void **state) {
  static const double given[3][5] = {{0.9, 0.8, 0.7, 0.6, 0.5}, {0.9, -0.3, 0.7, -0.2, 0.5}, {1, 1, 0.5, 0.5, 0.2}};
  double r[MOST * MOST], loading[MOST], many[MOST];
  inno__factor_report report;
  (void)state;
  for (int g = 0; g < 3; g++)
    for (int k = 3; k <= 5; k++) { /* the last: perfectly correlated columns, communality 1, no Heywood case */
      from_loadings(given[g], k, r);
      one(r, k, loading, &report);
      assert_int_equal(report.status, INNO__FACTOR_FOUND);
      for (int i = 0; i < k; i++) assert_true(fabs(loading[i] - given[g][i]) < 1e-10);
    }
  for (int i = 0; i < MOST; i++) many[i] = 0.3 + 0.012 * i;
  from_loadings(many, MOST, r);
  one(r, MOST, loading, &report);
  assert_int_equal(report.status, INNO__FACTOR_FOUND);
  for (int i = 0; i < MOST; i++) assert_true(fabs(loading[i] - many[i]) < 1e-12);
}

/* Three indicators: loading 1 is sqrt(r12 r13 / r23), here above 1; and one that would have to be infinite. */
static void heywood(void **state) {
  static const double above[9] = {1, 0.8, 0.8, 0.8, 1, 0.5, 0.8, 0.5, 1};
  static const double endless[9] = {1, 0.5, 0.5, 0.5, 1, 0, 0.5, 0, 1};
  double loading[3];
  inno__factor_report report;
  (void)state;
  one(above, 3, loading, &report);
  assert_int_equal(report.status, INNO__FACTOR_HEYWOOD);
  assert_int_equal(report.heywood, 0);
  assert_true(fabs(loading[0] - sqrt(1.28)) < 1e-12);
  one(endless, 3, loading, &report);
  assert_int_equal(report.status, INNO__FACTOR_HEYWOOD);
  assert_int_equal(report.heywood, 0);
}

static void what_has_no_factor(void **state) {
  double r[9] = {1, 0, 0, 0, 1, 0, 0, 0, 1}, pair[4] = {1, 0.5, 0.5, 1}, alone[1] = {1}, loading[6];
  inno__factor_report report;
  (void)state;
  one(alone, 1, loading, &report);
  assert_true(report.status == INNO__FACTOR_UNDETERMINED && isnan(loading[0]));
  one(pair, 2, loading, &report);
  assert_true(report.status == INNO__FACTOR_UNDETERMINED && isnan(loading[1]));
  one(r, 3, loading, &report);
  assert_true(report.status == INNO__FACTOR_UNDETERMINED && isnan(loading[0]));
  r[1] = r[3] = 0.6; /* only their product has a value */
  one(r, 3, loading, &report);
  assert_true(report.status == INNO__FACTOR_UNDETERMINED || report.status == INNO__FACTOR_HEYWOOD);
  r[5] = r[7] = NAN;
  one(r, 3, loading, &report);
  assert_true(report.status == INNO__FACTOR_INVALID && isnan(loading[0]));
  void *work = malloc(inno__factor_work_size(K));
  inno__factor_one(sample_correlations, K, 1, loading, &report, work);
  assert_true(report.status == INNO__FACTOR_LIMIT && report.steps == 1 && report.gradient > 1e-12 * K);
  free(work);
}

/* ---- adequacy ---- */

static void adequacy_as_numpy(void **state) {
  inno__adequacy a;
  double each[K], work[2 * K * K];
  (void)state;
  assert_int_equal(inno__adequacy_of(sample_correlations, K, 30, each, &a, work), -1);
  assert_true(fabs(a.kmo - kmo_overall[0]) < 1e-14);
  for (int i = 0; i < K; i++) assert_true(fabs(each[i] - kmo_each[i]) < 1e-14);
  assert_true(fabs(a.log_determinant - log_determinant[0]) < 1e-14);
  assert_true(fabs(a.bartlett + (29 - 17.0 / 6) * log_determinant[0]) < 1e-12 && a.freedom == 15);
}

/* Equal correlations r of three: partial ones r / (1 + r), determinant (1 - r)^2 (1 + 2 r). */
static void adequacy_by_hand(void **state) {
  const double r = 0.5, q = r / (1 + r);
  const double a[9] = {1, r, r, r, 1, r, r, r, 1}, b[4] = {1, r, r, 1}, c[1] = {1}, d[4] = {1, 0, 0, 1};
  inno__adequacy out;
  double each[3], work[18];
  (void)state;
  assert_int_equal(inno__adequacy_of(a, 3, 100, each, &out, work), -1);
  assert_true(fabs(out.kmo - r * r / (r * r + q * q)) < 1e-15 && fabs(each[2] - out.kmo) < 1e-15);
  assert_true(fabs(out.log_determinant - log(0.5)) < 1e-15);
  assert_int_equal(inno__adequacy_of(b, 2, 10, each, &out, work), -1); /* two: nothing is left out, so q = r */
  assert_true(fabs(out.kmo - 0.5) < 1e-15 && fabs(out.bartlett + 7.5 * log(0.75)) < 1e-14 && out.freedom == 1);
  assert_int_equal(inno__adequacy_of(b, 2, 2, NULL, &out, work), -1);
  assert_true(isnan(out.bartlett) && !isnan(out.kmo));
  assert_int_equal(inno__adequacy_of(c, 1, 10, each, &out, work), -1);
  assert_true(isnan(out.kmo) && isnan(each[0]) && out.freedom == 0 && out.bartlett == 0);
  assert_int_equal(inno__adequacy_of(d, 2, 10, each, &out, work), -1);
  assert_true(isnan(out.kmo) && out.bartlett == 0);
}

static void what_is_singular_has_no_number(void **state) {
  double a[9] = {1, 0.5, 1, 0.5, 1, 0.5, 1, 0.5, 1}, each[3], work[18];
  inno__adequacy out;
  (void)state;
  assert_int_equal(inno__adequacy_of(a, 3, 100, each, &out, work), 2);
  assert_true(isnan(out.kmo) && isnan(out.log_determinant) && isnan(out.bartlett) && isnan(each[0]));
  a[4] = a[1] = a[3] = a[5] = a[7] = NAN; /* correlations of a constant column */
  assert_int_equal(inno__adequacy_of(a, 3, 100, each, &out, work), 1);
  assert_true(isnan(out.kmo));
}

/* ---- promax ---- */

/* R leaves the columns as they come: here sums of squares fall and sums are positive, so both have one order. */
static void check_promax(double power, const double *pattern, const double *factors) {
  double a[24], structure[24], phi[9], turned[9], work[21];
  assert_int_equal(inno__promax_work_count(3), 21);
  memcpy(a, varimax_loadings, sizeof a);
  assert_int_equal(inno__promax(a, 8, 3, power, structure, phi, turned, work), -1);
  for (int i = 0; i < 24; i++) assert_true(fabs(a[i] - pattern[i]) < 2e-14);
  for (int i = 0; i < 9; i++) assert_true(fabs(phi[i] - factors[i]) < 2e-14);
  for (int i = 0; i < 8; i++)
    for (int f = 0; f < 3; f++) {
      double by_turn = 0, by_factors = 0;
      for (int g = 0; g < 3; g++) {
        by_turn += varimax_loadings[3 * i + g] * turned[3 * g + f];
        by_factors += a[3 * i + g] * phi[3 * g + f];
      }
      assert_true(fabs(by_turn - a[3 * i + f]) < 1e-14 && fabs(by_factors - structure[3 * i + f]) < 1e-15);
      /* correlations of indicators do not change: pattern factors pattern' = loadings loadings' */
      for (int j = 0; j < 8; j++) {
        double before = 0, after = 0;
        for (int g = 0; g < 3; g++) {
          before += varimax_loadings[3 * i + g] * varimax_loadings[3 * j + g];
          after += structure[3 * i + g] * a[3 * j + g];
        }
        assert_true(fabs(before - after) < 1e-14);
      }
    }
}

static void promax_as_r(void **state) {
  (void)state;
  check_promax(4, promax_4_pattern, promax_4_factors);
  check_promax(2.5, promax_2_5_pattern, promax_2_5_factors);
}

/* Columns moved and one reversed: the same answer. */
static void order_and_signs(void **state) {
  static const int from[3] = {2, 0, 1};
  double a[24], b[24], structure[24], phi[9], other[9], turned[9], work[21];
  (void)state;
  memcpy(a, varimax_loadings, sizeof a);
  for (int i = 0; i < 8; i++)
    for (int f = 0; f < 3; f++) b[3 * i + f] = (f == 1 ? -1 : 1) * a[3 * i + from[f]];
  double given[24];
  memcpy(given, b, sizeof b);
  assert_int_equal(inno__promax(a, 8, 3, 4, structure, phi, NULL, work), -1);
  assert_int_equal(inno__promax(b, 8, 3, 4, structure, other, turned, work), -1);
  for (int i = 0; i < 24; i++) assert_true(fabs(a[i] - b[i]) < 1e-14);
  for (int i = 0; i < 9; i++) assert_true(fabs(phi[i] - other[i]) < 1e-14);
  for (int i = 0; i < 24; i++) {
    double sum = 0;
    for (int g = 0; g < 3; g++) sum += given[i / 3 * 3 + g] * turned[3 * g + i % 3];
    assert_true(fabs(sum - b[i]) < 1e-14);
  }
}

static void promax_edges(void **state) {
  double single[3] = {-0.5, -0.6, 0.2}, a[24], structure[24], phi[9], turned[9], work[21];
  double twin[8] = {0.5, 0.5, 0.6, 0.6, 0.7, 0.7, 0.1, 0.1};
  (void)state;
  assert_int_equal(inno__promax(single, 3, 1, 4, structure, phi, turned, work), -1);
  assert_true(fabs(single[0] - 0.5) < 1e-15 && fabs(single[2] + 0.2) < 1e-15 && phi[0] == 1 &&
              fabs(turned[0] + 1) < 1e-15);
  memcpy(a, varimax_loadings, sizeof a);
  assert_int_equal(inno__promax(a, 8, 3, 1, structure, phi, turned, work), -1);
  for (int i = 0; i < 24; i++) assert_true(fabs(a[i] - varimax_loadings[i]) < 1e-15);
  for (int i = 0; i < 9; i++) assert_true(fabs(phi[i] - (i % 4 == 0)) < 1e-15);
  assert_int_equal(inno__promax(twin, 4, 2, 4, structure, phi, turned, work), 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(minres_as_scipy),
      cmocka_unit_test(exact_models_are_found),
      cmocka_unit_test(heywood),
      cmocka_unit_test(what_has_no_factor),
      cmocka_unit_test(adequacy_as_numpy),
      cmocka_unit_test(adequacy_by_hand),
      cmocka_unit_test(what_is_singular_has_no_number),
      cmocka_unit_test(promax_as_r),
      cmocka_unit_test(order_and_signs),
      cmocka_unit_test(promax_edges),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
