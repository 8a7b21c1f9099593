/* The flat tier of analyses: the bits of the handles, numbers known by hand, NaN where there is no number. */
#include <math.h>
#include <stdio.h>

#include "support/analysis.h"
#include "support/golden.h"

#define NONE INT32_MIN

enum { N = 12, K = 4 };

/* Four columns that move together. */
static void fill(double *x) {
  for (int i = 0; i < N; i++)
    for (int c = 0; c < K; c++) x[c * N + i] = i + (double)((i * i * 37 + c * c * 101 + i * c * 53) % 97) * 0.1;
}

static void by_rows(const double *x, double *out) {
  for (int i = 0; i < N; i++)
    for (int c = 0; c < K; c++) out[i * K + c] = x[c * N + i];
}

static void quantiles(void **state) {
  const double x[] = {4.0, NAN, 1.0, 3.0, 2.0}, p[] = {0.4};
  inno_analysis *a;
  (void)state;
  assert_true(inno_flat_quantile(x, 5, 0.5, NONE) == 2.5 && inno_flat_quantile(x, 5, 0.0, NONE) == 1.0);
  assert_true(inno_flat_quantile(x, 5, 0.5, 1) == 2.0 && inno_flat_quantile(x, 5, 1.0, 6) == 4.0);
  for (int32_t type = 1; type <= 9; type++) {
    char settings[32];
    snprintf(settings, sizeof settings, "quantile_type=%d", (int)type);
    inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, settings);
    assert_int_equal(inno_analysis_create_statistics(NULL, options, x, 5, 1, 8, 40, NULL, p, 1, &a, NULL), INNO_OK);
    assert_true(same(cell(a, INNO_RECORD_QUANTILE, 0, INNO_FIELD_VALUE), inno_flat_quantile(x, 5, 0.4, type)));
    inno_analysis_destroy(a);
    inno_scheme_destroy(options);
  }
  assert_true(isnan(inno_flat_quantile(x, 5, 1.5, NONE)) && isnan(inno_flat_quantile(x, 5, NAN, NONE)));
  assert_true(isnan(inno_flat_quantile(x, 5, 0.5, 0)) && isnan(inno_flat_quantile(x, 5, 0.5, 10)));
  assert_true(isnan(inno_flat_quantile(x + 1, 1, 0.5, NONE)));
}

static void correlations(void **state) {
  const double x[] = {1.0, 2.0, 3.0, NAN, 4.0}, y[] = {1.0, 3.0, 2.0, 5.0, 4.0};
  (void)state;
  assert_true(near(inno_flat_correlation(x, y, 5, NONE), 0.8, 1e-15));
  assert_true(near(inno_flat_correlation(x, y, 5, INNO_CORRELATION_SPEARMAN), 0.8, 1e-15));
  assert_true(near(inno_flat_correlation(x, y, 5, INNO_CORRELATION_KENDALL), 4.0 / 6.0, 1e-15));
  /* 8 of the 24 orders have so few inversions or so many */
  assert_true(near(inno_flat_correlation_p(x, y, 5, INNO_CORRELATION_KENDALL), 8.0 / 24.0, 1e-15));
  assert_true(near(inno_flat_correlation_p(x, y, 5, INNO_CORRELATION_SPEARMAN), 8.0 / 24.0, 1e-15));
  assert_true(near(inno_flat_correlation_p(x, y, 5, NONE), 0.2, 1e-14)); /* t of 2 degrees: 1 - r */
  assert_true(isnan(inno_flat_correlation(x, y, 5, 0)) && isnan(inno_flat_correlation_p(x, y, 5, 4)));
  assert_true(isnan(inno_flat_correlation(x, NULL, 5, NONE)) && isnan(inno_flat_correlation(NULL, y, 5, NONE)));
  assert_true(isnan(inno_flat_correlation(x, y, 1, NONE)) && isnan(inno_flat_correlation(NULL, NULL, 0, NONE)));
  assert_true(isnan(inno_flat_correlation_p(x, y, 2, NONE)) && isnan(inno_flat_correlation(x, y, -1, NONE)));
}

static void families(void **state) {
  double x[N * K], rows[N * K];
  inno_analysis *a;
  (void)state;
  fill(x);
  for (int missing = 0; missing < 2; missing++) {
    if (missing) x[5] = x[N + 2] = NAN;
    by_rows(x, rows);
    assert_int_equal(inno_analysis_create_reliability(NULL, NULL, x, N, K, 8, 8 * N, NULL, &a, NULL), INNO_OK);
    double alpha = cell(a, INNO_RECORD_RELIABILITY, 0, INNO_FIELD_ALPHA);
    double standardized = cell(a, INNO_RECORD_RELIABILITY, 0, INNO_FIELD_ALPHA_STANDARDIZED);
    inno_analysis_destroy(a);
    assert_true(alpha > 0.5 && alpha < 1.0 && standardized > 0.5 && alpha != standardized);
    assert_true(same(inno_flat_alpha(x, N, K, 1, NONE), alpha) && same(inno_flat_alpha(rows, N, K, 0, 0), alpha));
    assert_true(same(inno_flat_alpha(rows, N, K, 0, 1), standardized));
    assert_int_equal(inno_analysis_create_components(NULL, NULL, x, N, K, 8, 8 * N, NULL, &a, NULL), INNO_OK);
    double kmo = cell(a, INNO_RECORD_COMPONENTS, 0, INNO_FIELD_ADEQUACY);
    inno_analysis_destroy(a);
    assert_true(kmo > 0.0 && kmo < 1.0);
    assert_true(same(inno_flat_kmo(x, N, K, 1), kmo) && same(inno_flat_kmo(rows, N, K, 0), kmo));
  }
}

static void no_number(void **state) {
  double x[N * K];
  (void)state;
  fill(x);
  assert_true(isnan(inno_flat_alpha(x, N, 1, 1, NONE)) && isnan(inno_flat_alpha(NULL, 0, 0, 1, NONE)));
  assert_true(isnan(inno_flat_alpha(x, N, K, 2, NONE)) && isnan(inno_flat_alpha(x, N, K, 1, 2)));
  assert_true(isnan(inno_flat_alpha(x, 1, K, 1, NONE)) && isnan(inno_flat_alpha(NULL, N, K, 1, NONE)));
  assert_true(isnan(inno_flat_kmo(x, N, 1, 1)) && isnan(inno_flat_kmo(NULL, N, K, 1)));
  assert_true(isnan(inno_flat_kmo(x, K, K, 1)));                    /* as many units as columns */
  for (int i = 0; i < N; i++) x[N + i] = 2.0 * x[i] - x[2 * N + i]; /* one follows from two others */
  assert_true(isnan(inno_flat_kmo(x, N, K, 1)));
  for (int i = 0; i < N; i++) x[i] = 3.0;
  assert_true(isnan(inno_flat_kmo(x, N, K, 1)) && isnan(inno_flat_alpha(x, N, K, 1, 1)));
  assert_true(!isnan(inno_flat_alpha(x, N, K, 1, 0)));
  x[0] = INFINITY;
  assert_true(isnan(inno_flat_kmo(x, N, K, 1)) && isnan(inno_flat_alpha(x, N, K, 1, 0)));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(quantiles),
      cmocka_unit_test(correlations),
      cmocka_unit_test(families),
      cmocka_unit_test(no_number),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
