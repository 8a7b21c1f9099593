/* Reliability of a matrix: what is NaN and why, the searches, options. */
#include <math.h>
#include <string.h>

#include "analyze/reliability.h"
#include "numeric/correlation.h"
#include "support/golden.h"

static double value(const inno_analysis *a, int32_t kind, int64_t index, int32_t which) {
  double v = 0.0;
  assert_int_equal(inno_analysis_record(a, kind, index, which, &v, NULL), INNO_OK);
  return v;
}
#define FAMILY(f) value(a, INNO_RECORD_RELIABILITY, 0, INNO_FIELD_##f)
#define ITEM(j, f) value(a, INNO_RECORD_ITEM, j, INNO_FIELD_##f)

/* Columns one after the other. */
static inno_analysis *analyze(const char *options, const double *x, int64_t n, int64_t k) {
  inno_analysis *a = NULL;
  inno_scheme *scheme = golden_scheme(INNO_STEP_AUDIT, options);
  assert_int_equal(inno_analysis_create_reliability(NULL, scheme, x, n, k, 8, 8 * n, NULL, &a, NULL), INNO_OK);
  inno_scheme_destroy(scheme);
  return a;
}

static void everything_is_nan(const inno_analysis *a) {
  static const int32_t fields[] = {INNO_FIELD_ALPHA,   INNO_FIELD_ALPHA_STANDARDIZED,
                                   INNO_FIELD_LAMBDA1, INNO_FIELD_LAMBDA2,
                                   INNO_FIELD_LAMBDA3, INNO_FIELD_LAMBDA4,
                                   INNO_FIELD_LAMBDA5, INNO_FIELD_LAMBDA6,
                                   INNO_FIELD_OMEGA,   INNO_FIELD_MEAN_CORRELATION};
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
    assert_true(isnan(value(a, INNO_RECORD_RELIABILITY, 0, fields[i])));
}

/* x = 0 1 2, y = 0 1 2, z = 0 0 3: variances 1 1 3, covariances 1, 1.5, 1.5. Sum 13, trace 5. */
static void by_hand(void **state) {
  static const double x[9] = {0, 1, 2, 0, 1, 2, 0, 0, 3};
  (void)state;
  inno_analysis *a = analyze("", x, 3, 3);
  assert_true(fabs(FAMILY(LAMBDA1) - 8.0 / 13.0) < 1e-15);
  assert_true(fabs(FAMILY(ALPHA) - 12.0 / 13.0) < 1e-15);
  assert_true(FAMILY(LAMBDA3) == FAMILY(ALPHA));
  assert_true(fabs(FAMILY(LAMBDA2) - (8.0 + sqrt(1.5 * 11.0)) / 13.0) < 1e-15);
  assert_true(fabs(FAMILY(LAMBDA4) - 4.0 * 3.0 / 13.0) < 1e-15); /* z against x and y */
  assert_true(fabs(FAMILY(LAMBDA5) - (8.0 + 2.0 * sqrt(4.5)) / 13.0) < 1e-15);
  assert_true(isnan(FAMILY(LAMBDA6))); /* x is y */
  assert_true(FAMILY(STATUS) == INNO_E_DOMAIN);
  const double r = sqrt(3.0) / 2.0; /* of x and z */
  assert_true(fabs(FAMILY(MEAN_CORRELATION) - (1.0 + 2.0 * r) / 3.0) < 1e-15);
  assert_true(fabs(FAMILY(ALPHA_STANDARDIZED) - 1.5 * (2.0 + 4.0 * r) / (5.0 + 4.0 * r)) < 1e-15);
  assert_true(fabs(ITEM(2, ALPHA) - 1.0) < 1e-15);             /* x and y alone */
  assert_true(fabs(ITEM(0, ALPHA) - 2.0 * 3.0 / 7.0) < 1e-15); /* y and z */
  assert_true(fabs(ITEM(2, ITEM_TOTAL) - r) < 1e-15);
  assert_true(fabs(ITEM(0, ITEM_TOTAL) - 2.5 / sqrt(7.0)) < 1e-15);
  inno_analysis_destroy(a);
}

/* Each loading is determined by three correlations: l1^2 = r12 r13 / r23. */
static void omega_of_three(void **state) {
  static const double x[24] = {1, 2, 3, 4, 5, 6, 7, 8, 3, 1, 2, 6, 4, 8, 5, 7, 4, 1, 2, 5, 3, 8, 6, 7};
  double r[3], l[3], sum = 0.0, unique = 0.0;
  (void)state;
  inno_analysis *a = analyze("", x, 8, 3);
  for (int j = 0; j < 3; j++) {
    static const int left[3] = {0, 0, 1}, right[3] = {1, 2, 2};
    double sxy = 0.0;
    for (int i = 0; i < 8; i++) sxy += (x[8 * left[j] + i] - 4.5) * (x[8 * right[j] + i] - 4.5);
    r[j] = sxy / 42.0; /* 0-1, 0-2, 1-2 */
  }
  l[0] = sqrt(r[0] * r[1] / r[2]);
  l[1] = r[0] / l[0];
  l[2] = r[1] / l[0];
  for (int j = 0; j < 3; j++) {
    assert_true(l[j] < 1.0);
    assert_true(fabs(ITEM(j, LOADING) - l[j]) < 1e-12);
    assert_true(fabs(ITEM(j, COMMUNALITY) - l[j] * l[j]) < 1e-12);
    sum += l[j];
    unique += 1.0 - l[j] * l[j];
  }
  assert_true(fabs(FAMILY(OMEGA) - sum * sum / (sum * sum + unique)) < 1e-12);
  assert_true(FAMILY(STATUS) == INNO_OK);
  inno_analysis_destroy(a);
}

static void too_little(void **state) {
  static const double x[8] = {1, 2, 3, 4, 2, 1, 4, 3};
  static const double apart[12] = {1, 2, 3, NAN, NAN, NAN, NAN, NAN, NAN, 5, 4, 6};
  (void)state;
  inno_analysis *a = analyze("", x, 4, 1);
  everything_is_nan(a);
  assert_true(FAMILY(STATUS) == INNO_E_DOMAIN && FAMILY(ITEMS) == 1 && FAMILY(COUNT) == 4);
  assert_true(isnan(ITEM(0, ALPHA)) && ITEM(0, NODE) == 0 && ITEM(0, PARENT) == -1);
  inno_analysis_destroy(a);

  a = analyze("", x, 4, 0);
  everything_is_nan(a);
  assert_true(inno_analysis_record_count(a, INNO_RECORD_ITEM) == 0 && FAMILY(ITEMS) == 0);
  inno_analysis_destroy(a);

  a = analyze("", x, 0, 2);
  everything_is_nan(a);
  assert_true(FAMILY(STATUS) == INNO_E_NODATA && FAMILY(COUNT) == 0);
  inno_analysis_destroy(a);

  a = analyze("", x, 4, 2); /* of two columns there is alpha, but a factor cannot be told */
  assert_true(fabs(FAMILY(ALPHA) - 0.75) < 1e-15 && isnan(FAMILY(OMEGA)) && !isnan(FAMILY(LAMBDA6)));
  assert_true(FAMILY(STATUS) == INNO_E_DOMAIN && isnan(ITEM(0, ALPHA)) && fabs(ITEM(0, ITEM_TOTAL) - 0.6) < 1e-15);
  inno_analysis_destroy(a);

  a = analyze("", apart, 6, 2); /* no unit has both */
  everything_is_nan(a);
  assert_true(FAMILY(STATUS) == INNO_E_NODATA && FAMILY(COUNT) == 6);
  inno_analysis_destroy(a);
  a = analyze("use=complete", apart, 6, 2);
  everything_is_nan(a);
  assert_true(FAMILY(STATUS) == INNO_E_NODATA && FAMILY(COUNT) == 0);
  inno_analysis_destroy(a);
}

/* Two units: every correlation is 1 or -1. */
static void two_units(void **state) {
  static const double same[6] = {1, 2, 3, 5, 0, 1}, against[4] = {1, 2, 2, 1};
  (void)state;
  inno_analysis *a = analyze("", same, 2, 3);
  assert_true(fabs(FAMILY(ALPHA_STANDARDIZED) - 1.0) < 1e-15 && fabs(FAMILY(MEAN_CORRELATION) - 1.0) < 1e-15);
  assert_true(isnan(FAMILY(LAMBDA6)) && FAMILY(STATUS) == INNO_E_DOMAIN);
  assert_true(fabs(FAMILY(OMEGA) - 1.0) < 1e-9); /* all loadings are 1 */
  inno_analysis_destroy(a);
  a = analyze("", against, 2, 2); /* the sum never varies */
  assert_true(isnan(FAMILY(ALPHA)) && isnan(FAMILY(LAMBDA1)) && fabs(FAMILY(MEAN_CORRELATION) + 1.0) < 1e-15);
  assert_true(FAMILY(STATUS) == INNO_E_DOMAIN);
  inno_analysis_destroy(a);
}

/* A constant column adds nothing to the covariances, has no correlations, and is named by the status. */
static void constant_column(void **state) {
  static const double x[20] = {1, 2, 3, 4, 5, 2, 1, 4, 3, 6, 7, 7, 7, 7, 7, 1, 3, 2, 5, 4};
  (void)state;
  inno_analysis *a = analyze("", x, 5, 4);
  assert_true(FAMILY(STATUS) == INNO_E_CONSTANT);
  assert_true(!isnan(FAMILY(ALPHA)) && isnan(FAMILY(ALPHA_STANDARDIZED)) && isnan(FAMILY(OMEGA)));
  assert_true(isnan(FAMILY(LAMBDA6)) && isnan(ITEM(2, ITEM_TOTAL)) && !isnan(ITEM(1, ITEM_TOTAL)));
  assert_true(!isnan(ITEM(2, ALPHA_STANDARDIZED)) && isnan(ITEM(1, ALPHA_STANDARDIZED)));
  inno_analysis_destroy(a);
  static const double flat[6] = {1, 1, 1, 2, 2, 2};
  a = analyze("", flat, 3, 2);
  everything_is_nan(a);
  assert_true(FAMILY(STATUS) == INNO_E_CONSTANT);
  inno_analysis_destroy(a);
}

/* Nothing changes when all is measured in other units, even absurd ones. */
static void free_of_scale(void **state) {
  double x[24], big[24];
  (void)state;
  for (int i = 0; i < 24; i++) {
    x[i] = (double)((i * i * 7 + i % 8 * 11) % 19);
    big[i] = x[i] * ldexp(1.0, 480);
  }
  inno_analysis *a = analyze("", x, 8, 3), *b = analyze("", big, 8, 3);
  for (int32_t f = INNO_FIELD_ALPHA; f <= INNO_FIELD_MEAN_CORRELATION; f++) {
    double p = value(a, INNO_RECORD_RELIABILITY, 0, f), q = value(b, INNO_RECORD_RELIABILITY, 0, f);
    assert_true(p == q || (isnan(p) && isnan(q)));
  }
  assert_true(!isnan(FAMILY(LAMBDA2)));
  inno_analysis_destroy(a);
  inno_analysis_destroy(b);
  for (int i = 0; i < 24; i++) big[i] = x[i] * 1e160;
  a = analyze("", big, 8, 3);
  everything_is_nan(a);
  assert_true(FAMILY(STATUS) == INNO_E_OVERFLOW);
  inno_analysis_destroy(a);
}

/* A communality above 1 is shown, but there is no omega. */
static void heywood(void **state) {
  /* correlations 0.8, 0.8, 0.5: l1^2 = 1.28 */
  double z[3][4] = {{1, 1, -1, -1}, {1, -1, 1, -1}, {1, -1, -1, 1}}, x[12];
  const double r12 = 0.8, r13 = 0.8, r23 = 0.5, a2 = sqrt(1.0 - r12 * r12), b = (r23 - r12 * r13) / a2;
  (void)state;
  for (int i = 0; i < 4; i++) {
    x[i] = z[0][i];
    x[4 + i] = r12 * z[0][i] + a2 * z[1][i];
    x[8 + i] = r13 * z[0][i] + b * z[1][i] + sqrt(1.0 - r13 * r13 - b * b) * z[2][i];
  }
  inno_analysis *a = analyze("", x, 4, 3);
  assert_true(FAMILY(STATUS) == INNO_E_DOMAIN && isnan(FAMILY(OMEGA)) && !isnan(FAMILY(LAMBDA6)));
  assert_true(fabs(ITEM(0, COMMUNALITY) - 1.28) < 1e-9);
  inno_analysis_destroy(a);
}

/* Up to 16 columns every split; above, the search; both against trying all by adding up. */
static double all_splits(const double *c, int k) {
  double best = -INFINITY;
  for (uint32_t set = 1; set < (uint32_t)1 << (k - 1); set++) {
    double sum = 0.0;
    for (int i = 0; i < k; i++)
      for (int j = 0; j < k; j++)
        if ((set >> i & 1) && !(set >> j & 1)) sum += c[i * k + j];
    if (sum > best) best = sum;
  }
  return best;
}

static void best_splits(void **state) {
  double c[18 * 18], work[3 * 18];
  uint32_t seed = 1;
  (void)state;
  for (int k = 2; k <= 18; k += k < 14 ? 3 : 1)
    for (int kind = 0; kind < 3; kind++) {
      for (int i = 0; i < k; i++)
        for (int j = 0; j <= i; j++) {
          seed = seed * 1664525u + 1013904223u;
          double v = (double)(seed >> 8) / 16777216.0;
          c[i * k + j] = c[j * k + i] = kind == 0 ? v : kind == 1 ? v - 0.5 : -v; /* all negative: none may be empty */
        }
      double found = inno__best_split(c, k, work), best = all_splits(c, k);
      if (!(fabs(found - best) <= 1e-13 * k * k)) fail_msg("%d columns, kind %d: %g of %g", k, kind, found, best);
    }
}

static void many_columns(void **state) {
  static double x[2][1001];
  inno_analysis *a = NULL;
  (void)state;
  for (int j = 0; j < 1001; j++) x[0][j] = j, x[1][j] = j + 1.0;
  assert_int_equal(inno_analysis_create_reliability(NULL, NULL, &x[0][0], 2, 1001, sizeof x[0], 8, NULL, &a, NULL),
                   INNO_OK);
  everything_is_nan(a);
  assert_true(FAMILY(STATUS) == INNO_E_SIZE && FAMILY(ITEMS) == 1001 && FAMILY(COUNT) == 2);
  inno_analysis_destroy(a);
}

/* The kernel of the flat tier. */
static void kernel(void **state) {
  static const double columns[3][5] = {{1, 2, 3, 4, NAN}, {2, 1, 4, 3, 6}, {1, NAN, 2, 5, 4}};
  const double *x[3] = {columns[0], columns[1], columns[2]};
  double work[64];
  static const int32_t uses[2] = {INNO_USE_PAIRWISE, INNO_USE_COMPLETE};
  (void)state;
  assert_true(inno__cronbach_alpha_work_size(3, 5) <= sizeof work);
  assert_true(inno__cronbach_alpha_work_size(INT32_MAX, INT64_MAX / 16) == SIZE_MAX);
  for (int u = 0; u < 2; u++) {
    inno_analysis *a = analyze(u == 0 ? "" : "use=complete", &columns[0][0], 5, 3);
    assert_true(fabs(inno__cronbach_alpha(x, 3, 5, uses[u], INNO__COVARIANCES, work) - FAMILY(ALPHA)) < 1e-15);
    assert_true(FAMILY(COUNT) == (u == 0 ? 5 : 3));
    inno_analysis_destroy(a);
  }
  assert_true(isnan(inno__cronbach_alpha(x, 1, 5, INNO_USE_PAIRWISE, INNO__COVARIANCES, work)));
  assert_true(isnan(inno__cronbach_alpha(x, 3, 1, INNO_USE_PAIRWISE, INNO__COVARIANCES, work)));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(by_hand),   cmocka_unit_test(omega_of_three),  cmocka_unit_test(too_little),
      cmocka_unit_test(two_units), cmocka_unit_test(constant_column), cmocka_unit_test(free_of_scale),
      cmocka_unit_test(heywood),   cmocka_unit_test(best_splits),     cmocka_unit_test(many_columns),
      cmocka_unit_test(kernel),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
