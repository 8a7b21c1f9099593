/* Datasets with periods: rows, frames, ranks and records by hand. */
#include <math.h>
#include <string.h>

#include "innoscore/innoscore.h"
#include "support/error.h"

enum { UNITS = 3, PERIODS = 2, ROWS = UNITS * PERIODS };

static const char *const codes[] = {"a", "b", "c"};
static const double years[] = {2023, 2024};
static const double x[ROWS] = {0, 5, 10, 10, 30, 20}; /* 2023: a b c, 2024: a b c */

static inno_dataset *panel(const double *values) {
  inno_dataset *d = NULL;
  assert_int_equal(inno_dataset_create_panel(NULL, UNITS, codes, PERIODS, years, &d, error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(d, "x", values, sizeof(double), error), INNO_OK);
  return d;
}

/* index <- x, with these steps before the aggregation; each scheme is taken and destroyed. */
static inno_method *method_of(inno_scheme *first, inno_scheme *second) {
  inno_indicator_set *set = NULL;
  inno_method *m = NULL;
  inno_scheme *mean = NULL;
  const inno_scheme *steps[3];
  int32_t count = 0;
  inno_indicator_set_create(NULL, &set, NULL);
  inno_indicator_set_add(set, "index", NULL, NULL);
  inno_indicator_set_add(set, "x", "index", NULL);
  assert_int_equal(inno_indicator_set_freeze(set, error), INNO_OK);
  assert_int_equal(inno_scheme_create(NULL, INNO_STEP_AGGREGATE, &mean, error), INNO_OK);
  steps[count++] = first;
  if (second != NULL) steps[count++] = second;
  steps[count++] = mean;
  assert_int_equal(inno_method_create(NULL, set, NULL, steps, count, &m, error), INNO_OK);
  inno_scheme_destroy(first);
  inno_scheme_destroy(second);
  inno_scheme_destroy(mean);
  inno_indicator_set_destroy(set);
  return m;
}

static inno_scheme *normalization(const char *frame, const char *base) {
  inno_scheme *s = NULL;
  assert_int_equal(inno_scheme_create(NULL, INNO_STEP_NORMALIZE, &s, error), INNO_OK);
  assert_int_equal(inno_scheme_set_text(s, NULL, INNO_KEY_NORMALIZE_FRAME, frame, error), INNO_OK);
  if (base != NULL)
    assert_int_equal(inno_scheme_set_text(s, NULL, INNO_KEY_NORMALIZE_BASE_PERIOD, base, error), INNO_OK);
  return s;
}

static inno_result *result_of(inno_method *m, inno_dataset *d) {
  inno_result *r = NULL;
  inno_status s = inno_result_create(NULL, m, d, INNO_KEEP_ALL, &r, error);
  if (s != INNO_OK) fail_msg("%s", inno_error_message(error));
  inno_method_destroy(m);
  inno_dataset_destroy(d);
  return r;
}

static void expect_scores(const inno_result *r, const double *expected) {
  double out[ROWS];
  assert_int_equal(inno_result_scores(r, 1, out, sizeof(double), error), INNO_OK);
  for (int i = 0; i < ROWS; i++)
    if (fabs(out[i] - expected[i]) > 1e-13 && !(isnan(out[i]) && isnan(expected[i])))
      fail_msg("row %d: %.17g, expected %.17g", i, out[i], expected[i]);
}

static double field(const inno_result *r, int32_t kind, int64_t index, int32_t which) {
  double value = -1.0;
  assert_int_equal(inno_result_record(r, kind, index, which, &value, error), INNO_OK);
  return value;
}

static void rows_are_period_by_period(void **state) {
  (void)state;
  inno_dataset *d = panel(x);
  double out[ROWS];
  assert_int_equal(inno_dataset_unit_count(d), UNITS);
  assert_int_equal(inno_dataset_period_count(d), PERIODS);
  assert_true(inno_dataset_period(d, 1) == 2024.0);
  assert_true(isnan(inno_dataset_period(d, 2)) && isnan(inno_dataset_period(d, -1)) &&
              isnan(inno_dataset_period(NULL, 0)));
  assert_int_equal(inno_dataset_column(d, "x", out, sizeof(double), error), INNO_OK);
  assert_memory_equal(out, x, sizeof x);
  inno_dataset_destroy(d);
  inno_dataset_create(NULL, UNITS, codes, &d, NULL);
  assert_int_equal(inno_dataset_period_count(d), 1);
  assert_true(isnan(inno_dataset_period(d, 0)));
  inno_dataset_destroy(d);
}

static void frames_are_pooled_of_each_period_or_of_one(void **state) {
  (void)state;
  static const double pooled[] = {0, 500.0 / 30, 1000.0 / 30, 1000.0 / 30, 100, 2000.0 / 30};
  static const double single[] = {0, 50, 100, 0, 100, 50};
  static const double base[] = {0, 50, 100, 100, 300, 200};
  inno_result *r = result_of(method_of(normalization("pooled", NULL), NULL), panel(x));
  expect_scores(r, pooled);
  assert_int_equal(inno_result_record_count(r, INNO_RECORD_FRAME), 1);
  inno_result_destroy(r);
  r = result_of(method_of(normalization("period", NULL), NULL), panel(x));
  expect_scores(r, single);
  assert_int_equal(inno_result_record_count(r, INNO_RECORD_FRAME), PERIODS);
  assert_true(field(r, INNO_RECORD_FRAME, 1, INNO_FIELD_PERIOD) == 1.0);
  assert_true(field(r, INNO_RECORD_FRAME, 1, INNO_FIELD_MAXIMUM) == 30.0);
  inno_result_destroy(r);
  r = result_of(method_of(normalization("base", "2023"), NULL), panel(x));
  expect_scores(r, base);
  assert_true(field(r, INNO_RECORD_FRAME, 0, INNO_FIELD_MAXIMUM) == 10.0);
  assert_true(inno_result_period(r, 0) == 2023.0 && inno_result_period_count(r) == PERIODS);
  inno_result_destroy(r);
}

static void ranks_are_inside_a_period(void **state) {
  (void)state;
  static const double expected[] = {3, 2, 1, 3, 1, 2};
  double rank[ROWS];
  inno_result *r = result_of(method_of(normalization("pooled", NULL), NULL), panel(x));
  assert_int_equal(inno_result_unit_count(r), UNITS);
  assert_int_equal(inno_result_ranks(r, 1, NULL, rank, sizeof(double), error), INNO_OK);
  assert_memory_equal(rank, expected, sizeof rank);
  inno_result_destroy(r);
}

static void a_mean_is_imputed_inside_its_frame(void **state) {
  (void)state;
  static const double holes[ROWS] = {0, NAN, 10, 10, 30, NAN};
  static const double single[] = {0, 500.0 / 30, 1000.0 / 30, 1000.0 / 30, 100, 2000.0 / 30};
  static const double pooled[] = {0, 1250.0 / 30, 1000.0 / 30, 1000.0 / 30, 100, 1250.0 / 30};
  for (int all = 0; all < 2; all++) {
    inno_scheme *mean = NULL;
    inno_scheme_create(NULL, INNO_STEP_IMPUTE, &mean, NULL);
    inno_scheme_set_text(mean, NULL, INNO_KEY_IMPUTE_RULE, "mean", NULL);
    if (all) assert_int_equal(inno_scheme_set_text(mean, NULL, INNO_KEY_IMPUTE_FRAME, "pooled", error), INNO_OK);
    inno_result *r = result_of(method_of(mean, normalization("pooled", NULL)), panel(holes));
    expect_scores(r, all ? pooled : single);
    inno_result_destroy(r);
  }
}

static void units_are_screened_in_each_period(void **state) {
  (void)state;
  static const double holes[ROWS] = {0, NAN, 10, 10, 30, 20};
  static const double expected[] = {0, NAN, 1000.0 / 30, 1000.0 / 30, 100, 2000.0 / 30};
  inno_scheme *screen = NULL;
  inno_scheme_create(NULL, INNO_STEP_SCREEN, &screen, NULL);
  inno_result *r = result_of(method_of(screen, normalization("pooled", NULL)), panel(holes));
  expect_scores(r, expected);
  assert_int_equal(inno_result_record_count(r, INNO_RECORD_SCREENING), ROWS);
  assert_true(field(r, INNO_RECORD_SCREENING, 1, INNO_FIELD_INCLUDED) == 0.0);
  assert_true(field(r, INNO_RECORD_SCREENING, 4, INNO_FIELD_UNIT) == 1.0);
  assert_true(field(r, INNO_RECORD_SCREENING, 4, INNO_FIELD_PERIOD) == 1.0);
  inno_result_destroy(r);
}

static void wrong_periods_are_refused(void **state) {
  (void)state;
  static const double twice[] = {2023, 2023}, backward[] = {2024, 2023}, endless[] = {2023, INFINITY},
                      none[] = {NAN, 1};
  static const double *const wrong[] = {twice, backward, endless, none};
  inno_dataset *d = NULL;
  inno_result *r = NULL;
  for (int i = 0; i < 4; i++) {
    assert_int_equal(inno_dataset_create_panel(NULL, UNITS, codes, 2, wrong[i], &d, error), INNO_E_ARGUMENT);
    assert_null(d);
  }
  assert_int_equal(inno_dataset_create_panel(NULL, UNITS, codes, 0, years, &d, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_dataset_create_panel(NULL, UNITS, codes, 2, NULL, &d, error), INNO_E_NULL);
  assert_int_equal(inno_dataset_create_panel(NULL, UNITS, codes, INT64_MAX, years, &d, error), INNO_E_SIZE);
  inno_method *m = method_of(normalization("base", "2020"), NULL);
  d = panel(x);
  assert_int_equal(inno_result_create(NULL, m, d, INNO_KEEP_ALL, &r, error), INNO_E_VALUE);
  assert_non_null(strstr(inno_error_message(error), "2020"));
  inno_method_destroy(m);
  inno_dataset_destroy(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rows_are_period_by_period),         cmocka_unit_test(frames_are_pooled_of_each_period_or_of_one),
      cmocka_unit_test(ranks_are_inside_a_period),         cmocka_unit_test(a_mean_is_imputed_inside_its_frame),
      cmocka_unit_test(units_are_screened_in_each_period), cmocka_unit_test(wrong_periods_are_refused),
  };
  return cmocka_run_group_tests(tests, make_error, end_error);
}
