/* Statistics and correlations of a matrix against COINr's get_stats, get_corr and get_pvals on its ASEM example, and
 * against the correlations that the OECD/JRC Handbook prints. */
#include "support/golden.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/analysis.h"

/* The columns of t from first on, one after the other. */
static double *columns_of(const csv *t, int first, int64_t *k) {
  *k = t->columns - first;
  double *x = malloc((size_t)t->rows * (size_t)*k * sizeof *x);
  assert_non_null(x);
  for (int c = first; c < t->columns; c++)
    for (int i = 0; i < t->rows; i++) x[(c - first) * t->rows + i] = csv_number(t, i, c);
  return x;
}

static inno_analysis *correlations(const char *settings, const double *x, int64_t n, int64_t k) {
  inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, settings);
  inno_analysis *a;
  assert_int_equal(inno_analysis_create_correlations(NULL, options, x, n, k, sizeof *x, n * (ptrdiff_t)sizeof *x, NULL,
                                                     NULL, &a, NULL),
                   INNO_OK);
  inno_scheme_destroy(options);
  return a;
}

static int64_t pair(int64_t i, int64_t j) { return i < j ? j * (j - 1) / 2 + i : i * (i - 1) / 2 + j; }

/* COINr's columns that are numbers, and those that are words. */
static const struct {
  const char *name;
  int32_t field;
} numbers[] = {{"Min", INNO_FIELD_MINIMUM},
               {"Max", INNO_FIELD_MAXIMUM},
               {"Mean", INNO_FIELD_MEAN},
               {"Median", INNO_FIELD_MEDIAN},
               {"Std", INNO_FIELD_SD},
               {"Skew", INNO_FIELD_SKEWNESS},
               {"Kurt", INNO_FIELD_KURTOSIS},
               {"N.Avail", INNO_FIELD_AVAILABLE},
               {"N.NonZero", INNO_FIELD_NONZERO_COUNT},
               {"N.Unique", INNO_FIELD_DISTINCT},
               {"N.Same", INNO_FIELD_SAME},
               {"Frc.Avail", INNO_FIELD_COVERAGE},
               {"Frc.NonZero", INNO_FIELD_NONZERO},
               {"Frc.Unique", INNO_FIELD_DISTINCT_SHARE},
               {"Frc.Same", INNO_FIELD_SAME_SHARE}},
  flags[] = {{"Flag.Avail", INNO_FIELD_LOW_COVERAGE},
             {"Flag.NonZero", INNO_FIELD_LOW_NONZERO},
             {"Flag.Unique", INNO_FIELD_LOW_DISTINCT},
             {"Flag.SkewKurt", INNO_FIELD_OUTLYING}};

#define COUNT(list) (sizeof list / sizeof list[0])

static void statistics_of_the_treated(void **state) {
  (void)state;
  csv values, expected;
  golden_read(&values, "coinr/07_pipeline/treated.csv");
  golden_read(&expected, "coinr/08_stats/stats_treated.csv");
  int64_t k;
  double *x = columns_of(&values, 1, &k);
  inno_analysis *a;
  assert_int_equal(inno_analysis_create_statistics(NULL, NULL, x, values.rows, k, sizeof *x,
                                                   values.rows * (ptrdiff_t)sizeof *x, NULL, NULL, 0, &a, NULL),
                   INNO_OK);
  assert_int_equal(k, expected.rows);
  double worst = 0.0;
  for (int row = 0; row < expected.rows; row++) {
    int64_t c = csv_column(&values, csv_text(&expected, row, 0)) - 1;
    assert_true(c >= 0);
    for (size_t f = 0; f < COUNT(numbers); f++) {
      double e = csv_number(&expected, row, csv_column(&expected, numbers[f].name));
      double v = cell(a, INNO_RECORD_STATISTICS, c, numbers[f].field);
      worst = fmax(worst, fabs(v - e) / fmax(1.0, fabs(e)));
      if (!near(v, e, 1e-12)) fail_msg("%s %s: %.17g, not %.17g", csv_text(&expected, row, 0), numbers[f].name, v, e);
    }
    for (size_t f = 0; f < COUNT(flags); f++) {
      int raised = strcmp(csv_text(&expected, row, csv_column(&expected, flags[f].name)), "ok") != 0;
      if (cell(a, INNO_RECORD_STATISTICS, c, flags[f].field) != raised)
        fail_msg("%s %s", csv_text(&expected, row, 0), flags[f].name);
    }
  }
  printf("largest error %.2g\n", worst);
  inno_analysis_destroy(a);
  free(x);
  csv_free(&values);
  csv_free(&expected);
}

/* A square table with codes in its first column against a field of every pair. */
static void compare_square(const char *file, const csv *values, const inno_analysis *a, int32_t field,
                           double tolerance) {
  csv expected;
  golden_read(&expected, file);
  int compared = 0;
  double worst = 0.0;
  for (int row = 0; row < expected.rows; row++)
    for (int c = 1; c < expected.columns; c++) {
      int i = csv_column(values, csv_text(&expected, row, 0)) - 1;
      int j = csv_column(values, csv_text(&expected, -1, c)) - 1;
      if (i == j) continue;
      double e = csv_number(&expected, row, c), v = cell(a, INNO_RECORD_CORRELATION, pair(i, j), field);
      worst = fmax(worst, fabs(v - e));
      if (!near(v, e, tolerance)) fail_msg("%d %d: %.17g, not %.17g", i, j, v, e);
      compared++;
    }
  assert_int_equal(compared, 49 * 48);
  printf("%s: largest error %.2g\n", file, worst);
  csv_free(&expected);
}

static void pearson_of_the_raw(void **state) {
  (void)state;
  csv values;
  golden_read(&values, "coinr/00_struct/raw.csv");
  int64_t k;
  double *x = columns_of(&values, 1, &k);
  inno_analysis *a = correlations("adjust=none", x, values.rows, k);
  compare_square("coinr/09_corr/cor_raw_pearson.csv", &values, a, INNO_FIELD_CORRELATION, 1e-12);
  compare_square("coinr/09_corr/pval_raw_pearson.csv", &values, a, INNO_FIELD_P_VALUE, 1e-12);
  inno_analysis_destroy(a);
  free(x);
  csv_free(&values);
}

/* Sub-pillars with the index. */
static void compare_with_index(const char *kind, const char *file) {
  csv values, expected;
  golden_read(&values, "coinr/07_pipeline/aggregated.csv");
  golden_read(&expected, file);
  int64_t k;
  double *x = columns_of(&values, 1, &k), worst = 0.0;
  inno_analysis *a = correlations(kind, x, values.rows, k);
  assert_int_equal(expected.rows, 8);
  for (int row = 0; row < expected.rows; row++) {
    int i = csv_column(&values, csv_text(&expected, row, 0)) - 1,
        j = csv_column(&values, csv_text(&expected, row, 1)) - 1;
    double e = csv_number(&expected, row, 2), v = cell(a, INNO_RECORD_CORRELATION, pair(i, j), INNO_FIELD_CORRELATION);
    worst = fmax(worst, fabs(v - e));
    if (!near(v, e, 1e-12)) fail_msg("%s: %.17g, not %.17g", csv_text(&expected, row, 1), v, e);
  }
  printf("%s: largest error %.2g\n", file, worst);
  inno_analysis_destroy(a);
  free(x);
  csv_free(&values);
  csv_free(&expected);
}

static void ranks_with_the_index(void **state) {
  (void)state;
  compare_with_index("correlation=spearman", "coinr/09_corr/corr_L2_L4_spearman.csv");
  compare_with_index("correlation=kendall", "coinr/09_corr/corr_L2_L4_kendall.csv");
}

/* The data are printed with few digits too (logarithms with two): the correlations of what is printed are within 0.01
 * of those printed, royalties with telephones within 0.02. */
static void handbook(void **state) {
  (void)state;
  csv values, expected;
  golden_read(&values, "published/tai_oecd_handbook_raw.csv");
  golden_read(&expected, "published/tai_oecd_handbook_correlations.csv");
  int64_t k;
  double *x = columns_of(&values, 1, &k);
  inno_analysis *a = correlations("", x, values.rows, k);
  int compared = 0;
  assert_int_equal(k, 8);
  for (int i = 0; i < 8; i++)
    for (int j = i + 1; j < 8; j++) {
      assert_string_equal(csv_text(&values, -1, j + 1), csv_text(&expected, -1, j + 1));
      double e = csv_number(&expected, i, j + 1),
             v = cell(a, INNO_RECORD_CORRELATION, pair(i, j), INNO_FIELD_CORRELATION);
      int telephones = i == 1 && j == 4;
      if (!(fabs(v - e) <= (telephones ? 0.02 : 0.0101))) fail_msg("%d %d: %.4f, not %.2f", i, j, v, e);
      compared += fabs(v - e) <= 0.00501;
    }
  assert_true(compared >= 20); /* most to every printed digit */
  inno_analysis_destroy(a);
  free(x);
  csv_free(&values);
  csv_free(&expected);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(statistics_of_the_treated),
      cmocka_unit_test(pearson_of_the_raw),
      cmocka_unit_test(ranks_with_the_index),
      cmocka_unit_test(handbook),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
