/* Statistics of a matrix: numbers that can be counted by hand, thresholds at their edges, columns in which a statistic
 * does not exist, and layouts. */
#include "support/analysis.h"

#include <math.h>

#include "support/golden.h"

#define CELL(field) cell(a, INNO_RECORD_STATISTICS, record, INNO_FIELD_##field)

static inno_analysis *statistics(const inno_scheme *options, const double *x, int64_t n, int64_t k) {
  inno_analysis *a;
  assert_int_equal(inno_analysis_create_statistics(NULL, options, x, n, k, sizeof *x, n * (ptrdiff_t)sizeof *x, NULL,
                                                   NULL, 0, &a, NULL),
                   INNO_OK);
  return a;
}

static void counts_and_shares(void **state) {
  (void)state;
  const double x[] = {3.0, 0.0, -0.0, NAN, 1.0, 3.0, 3.0, NAN};
  inno_analysis *a = statistics(NULL, x, 8, 1);
  const int64_t record = 0;
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_STATISTICS), 1);
  assert_true(CELL(NODE) == 0.0 && CELL(COUNT) == 8.0 && CELL(AVAILABLE) == 6.0);
  assert_true(CELL(NONZERO_COUNT) == 4.0 && CELL(DISTINCT) == 3.0 && CELL(SAME) == 3.0); /* -0 is 0 */
  assert_true(CELL(COVERAGE) == 6.0 / 8.0 && CELL(NONZERO) == 4.0 / 6.0);
  assert_true(CELL(DISTINCT_SHARE) == 3.0 / 6.0 && CELL(SAME_SHARE) == 3.0 / 6.0);
  assert_true(CELL(NONZERO_OF_UNITS) == 4.0 / 8.0 && CELL(DISTINCT_OF_UNITS) == 3.0 / 8.0);
  assert_true(CELL(LOW_COVERAGE) == 0.0 && CELL(LOW_NONZERO) == 0.0 && CELL(LOW_DISTINCT) == 1.0);
  assert_true(CELL(MINIMUM) == 0.0 && CELL(MAXIMUM) == 3.0 && CELL(MEDIAN) == 2.0);
  assert_true(CELL(MEAN) == 10.0 / 6.0);
  assert_true(near(CELL(SD), sqrt((28.0 - 100.0 / 6.0) / 5.0), 1e-15));
  inno_analysis_destroy(a);
}

/* The same column is too thin of all units and not of those with a value. */
static void shares_of_what(void **state) {
  (void)state;
  const double x[] = {1.0, 2.0, 0.0, NAN, NAN, NAN};
  const int64_t record = 0;
  inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, "share_of=available");
  inno_analysis *a = statistics(NULL, x, 6, 1);
  assert_true(CELL(LOW_NONZERO) == 1.0 && CELL(LOW_DISTINCT) == 0.0); /* 2 of 6; 3 of 6 is not below one half */
  inno_analysis_destroy(a);
  a = statistics(options, x, 6, 1);
  assert_true(CELL(LOW_NONZERO) == 0.0 && CELL(LOW_DISTINCT) == 0.0 && CELL(LOW_COVERAGE) == 1.0);
  inno_analysis_destroy(a);
  inno_scheme_destroy(options);
  options = golden_scheme(INNO_STEP_AUDIT, "share_of=available; min_coverage=0.5; min_nonzero=0.7; min_unique=1");
  a = statistics(options, x, 6, 1);
  assert_true(CELL(LOW_COVERAGE) == 0.0 && CELL(LOW_NONZERO) == 1.0 && CELL(LOW_DISTINCT) == 0.0);
  inno_analysis_destroy(a);
  inno_scheme_destroy(options);
}

static void outliers(void **state) {
  (void)state;
  const double x[] = {4.0, -100.0, 1.0, 2.0, NAN, 3.0, 50.0, 5.0}; /* -100 1 2 3 4 5 50: quartiles 1.5 and 4.5 */
  inno_analysis *a = statistics(NULL, x, 8, 1);
  const int64_t record = 0;
  assert_true(CELL(LOWER_QUARTILE) == 1.5 && CELL(UPPER_QUARTILE) == 4.5);
  assert_true(CELL(OUTLIERS_LOW) == 1.0 && CELL(OUTLIERS_HIGH) == 1.0);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_OUTLIER), 2);
  for (int64_t i = 0; i < 2; i++) {
    assert_true(cell(a, INNO_RECORD_OUTLIER, i, INNO_FIELD_UNIT) == (i == 0 ? 1.0 : 6.0));
    assert_true(cell(a, INNO_RECORD_OUTLIER, i, INNO_FIELD_VALUE) == (i == 0 ? -100.0 : 50.0));
    assert_true(cell(a, INNO_RECORD_OUTLIER, i, INNO_FIELD_LOWER) == -3.0);
    assert_true(cell(a, INNO_RECORD_OUTLIER, i, INNO_FIELD_UPPER) == 9.0);
  }
  inno_analysis_destroy(a);
  inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, "fence=20; quantile_type=1");
  a = statistics(options, x, 8, 1); /* 1 and 5: beyond 85 and -79 */
  assert_true(CELL(LOWER_QUARTILE) == 1.0 && CELL(UPPER_QUARTILE) == 5.0);
  assert_true(CELL(OUTLIERS_LOW) == 1.0 && CELL(OUTLIERS_HIGH) == 0.0);
  inno_analysis_destroy(a);
  inno_scheme_destroy(options);
}

/* Skewness above its limit in size, and kurtosis above its own; equality is not above. */
static void outlying(void **state) {
  (void)state;
  const int64_t record = 0;
  double x[20];
  for (int i = 0; i < 20; i++) x[i] = i < 19 ? i % 3 : -100.0;
  inno_analysis *a = statistics(NULL, x, 20, 1);
  double skewness = CELL(SKEWNESS), kurtosis = CELL(KURTOSIS);
  assert_true(skewness < -2.0 && kurtosis > 3.5 && CELL(OUTLYING) == 1.0);
  inno_analysis_destroy(a);
  inno_scheme *options;
  assert_int_equal(inno_scheme_create(NULL, INNO_STEP_AUDIT, &options, NULL), INNO_OK);
  inno_scheme_set_f64(options, NULL, INNO_KEY_AUDIT_MAX_SKEWNESS, -skewness, NULL);
  a = statistics(options, x, 20, 1);
  assert_true(CELL(OUTLYING) == 0.0);
  inno_analysis_destroy(a);
  inno_scheme_set_f64(options, NULL, INNO_KEY_AUDIT_MAX_SKEWNESS, 1.0, NULL);
  inno_scheme_set_f64(options, NULL, INNO_KEY_AUDIT_MAX_KURTOSIS, kurtosis, NULL);
  inno_scheme_set_i64(options, NULL, INNO_KEY_AUDIT_SKEWNESS_TYPE, 1, NULL);
  a = statistics(options, x, 20, 1);
  assert_true(CELL(OUTLYING) == 0.0);
  assert_true(near(CELL(SKEWNESS), skewness * 18.0 / sqrt(20.0 * 19.0), 1e-13)); /* G1 and g1 */
  inno_analysis_destroy(a);
  inno_scheme_destroy(options);
}

static void what_does_not_exist(void **state) {
  (void)state;
  const double x[] = {NAN, NAN, 7.0, 7.0, NAN, 5.0, 1e308, -1e308};
  inno_analysis *a = statistics(NULL, x, 2, 4);
  int64_t record = 0; /* no value */
  assert_true(CELL(AVAILABLE) == 0.0 && CELL(DISTINCT) == 0.0 && CELL(SAME) == 0.0 && CELL(NONZERO_COUNT) == 0.0);
  assert_true(CELL(COVERAGE) == 0.0 && CELL(LOW_COVERAGE) == 1.0 && CELL(OUTLIERS_LOW) == 0.0);
  assert_true(isnan(CELL(MEAN)) && isnan(CELL(MINIMUM)) && isnan(CELL(MEDIAN)) && isnan(CELL(SD)));
  assert_true(isnan(CELL(NONZERO)) && isnan(CELL(SAME_SHARE)) && isnan(CELL(SKEWNESS)) && CELL(OUTLYING) == 0.0);
  record = 1; /* constant */
  assert_true(CELL(SD) == 0.0 && CELL(MEAN) == 7.0 && CELL(DISTINCT) == 1.0 && CELL(SAME_SHARE) == 1.0);
  assert_true(isnan(CELL(SKEWNESS)) && isnan(CELL(KURTOSIS)) && CELL(OUTLIERS_HIGH) == 0.0);
  record = 2; /* one value */
  assert_true(CELL(MEDIAN) == 5.0 && isnan(CELL(SD)) && CELL(COVERAGE) == 0.5);
  record = 3; /* a range that is no double */
  assert_true(isnan(CELL(SD)) && CELL(OUTLIERS_LOW) + CELL(OUTLIERS_HIGH) == 0.0);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_OUTLIER), 0);
  inno_analysis_destroy(a);
  a = statistics(NULL, x, 0, 2);
  record = 1;
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_STATISTICS), 2);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_UNIT_COVERAGE), 0);
  assert_true(CELL(COUNT) == 0.0 && isnan(CELL(COVERAGE)) && CELL(LOW_COVERAGE) == 0.0);
  inno_analysis_destroy(a);
  a = statistics(NULL, x, 3, 0);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_UNIT_COVERAGE), 3);
  assert_true(isnan(cell(a, INNO_RECORD_UNIT_COVERAGE, 2, INNO_FIELD_COVERAGE)));
  inno_analysis_destroy(a);
}

/* Rows of C, turned round by negative strides: the same numbers, the units from the end. */
static void layouts_and_coverage(void **state) {
  (void)state;
  const double rows[] = {1.0, NAN, 3.0, 4.0, 5.0, NAN, NAN, NAN, 9.0, 2.0, 2.0, 4.0}; /* 4 units, 3 columns */
  inno_analysis *a;
  const char *const codes[] = {"c", "b", "a"};
  assert_int_equal(inno_analysis_create_statistics(NULL, NULL, rows + 11, 4, 3, -3 * (ptrdiff_t)sizeof *rows,
                                                   -(ptrdiff_t)sizeof *rows, codes, NULL, 0, &a, NULL),
                   INNO_OK);
  static const double available[] = {3.0, 1.0, 2.0, 2.0};
  for (int64_t i = 0; i < 4; i++) {
    assert_true(cell(a, INNO_RECORD_UNIT_COVERAGE, i, INNO_FIELD_UNIT) == (double)i);
    assert_true(cell(a, INNO_RECORD_UNIT_COVERAGE, i, INNO_FIELD_NODE) == -1.0);
    assert_true(cell(a, INNO_RECORD_UNIT_COVERAGE, i, INNO_FIELD_COUNT) == 3.0);
    assert_true(cell(a, INNO_RECORD_UNIT_COVERAGE, i, INNO_FIELD_AVAILABLE) == available[i]);
    assert_true(near(cell(a, INNO_RECORD_UNIT_COVERAGE, i, INNO_FIELD_COVERAGE), available[i] / 3.0, 1e-15));
    assert_true(cell(a, INNO_RECORD_UNIT_COVERAGE, i, INNO_FIELD_LOW_COVERAGE) == (available[i] < 2.0));
  }
  int64_t record = 2;
  assert_string_equal(inno_analysis_node_code(a, 2), "a");
  assert_true(CELL(AVAILABLE) == 3.0 && CELL(MEAN) == 7.0 / 3.0);
  inno_analysis_destroy(a);
}

static void quantiles(void **state) {
  (void)state;
  const double x[] = {5.0, 1.0, 2.0, 4.0, 3.0, NAN, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0}, p[] = {0.0, 0.1, 1.0};
  inno_analysis *a;
  inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, "quantile_type=6");
  assert_int_equal(
      inno_analysis_create_statistics(NULL, options, x, 6, 2, sizeof *x, 6 * sizeof *x, NULL, p, 3, &a, NULL), INNO_OK);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_QUANTILE), 6);
  for (int64_t i = 0; i < 6; i++) {
    assert_true(cell(a, INNO_RECORD_QUANTILE, i, INNO_FIELD_NODE) == (double)(i / 3));
    assert_true(cell(a, INNO_RECORD_QUANTILE, i, INNO_FIELD_PROBABILITY) == p[i % 3]);
    double expected = i >= 3 ? 9.0 : i == 2 ? 5.0 : 1.0; /* type 6: 0.1 of 5 values is below the first */
    assert_true(cell(a, INNO_RECORD_QUANTILE, i, INNO_FIELD_VALUE) == expected);
  }
  inno_analysis_destroy(a);
  const double wrong[] = {0.5, NAN};
  assert_int_equal(
      inno_analysis_create_statistics(NULL, NULL, x, 6, 2, sizeof *x, 6 * sizeof *x, NULL, wrong, 2, &a, NULL),
      INNO_E_ARGUMENT);
  assert_null(a);
  inno_scheme_destroy(options);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(counts_and_shares),
      cmocka_unit_test(shares_of_what),
      cmocka_unit_test(outliers),
      cmocka_unit_test(outlying),
      cmocka_unit_test(what_does_not_exist),
      cmocka_unit_test(layouts_and_coverage),
      cmocka_unit_test(quantiles),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
