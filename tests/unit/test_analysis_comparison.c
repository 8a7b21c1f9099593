/* Results side by side: units that only one has, nodes that both have, periods, numbers counted by hand. */
#include <math.h>
#include <string.h>

#include "support/analysis.h"
#include "support/golden.h"

#define ONE(record, field) cell(a, INNO_RECORD_COMPARED, record, INNO_FIELD_##field)
#define ALL(record, field) cell(a, INNO_RECORD_COMPARISON, record, INNO_FIELD_##field)

static const golden_step none[] = {{0, NULL}};
static const golden_step average[] = {{INNO_STEP_RANK, "ties=fractional"}, {0, NULL}};

/* An index of one or two indicators. */
static inno_result *result_of(const char *const *units, int64_t n, const char *one, const double *x, const char *other,
                              const double *y, const golden_step *steps, const char *index) {
  inno_indicator_set *set = NULL;
  inno_dataset *data = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, index, NULL, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, one, index, NULL), INNO_OK);
  if (other != NULL) assert_int_equal(inno_indicator_set_add(set, other, index, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  assert_int_equal(inno_dataset_create(NULL, n, units, &data, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(data, one, x, sizeof *x, NULL), INNO_OK);
  if (other != NULL) assert_int_equal(inno_dataset_add_column(data, other, y, sizeof *y, NULL), INNO_OK);
  inno_method *method = golden_method(set, steps);
  inno_result *r = golden_result(method, data);
  inno_method_destroy(method);
  inno_dataset_destroy(data);
  inno_indicator_set_destroy(set);
  return r;
}

static inno_analysis *compare(const inno_result *const *results, int64_t count) {
  inno_analysis *a = NULL;
  assert_int_equal(inno_analysis_create_comparison(NULL, NULL, results, count, &a, NULL), INNO_OK);
  return a;
}

/* First: A B C D with x and y. Second: D, E, A, B with z and x. In common: x and the index. */
static void by_hand(void **state) {
  static const char *const first[] = {"A", "B", "C", "D"}, *const second[] = {"D", "E", "A", "B"};
  static const double x[] = {1, 2, 3, 4}, y[] = {1, 2, 3, NAN}, z[] = {9, 9, 9, 9}, again[] = {5, 7, 3, 4};
  (void)state;
  const inno_result *results[] = {result_of(first, 4, "x", x, "y", y, none, "index"),
                                  result_of(second, 4, "z", z, "x", again, none, "index")};
  inno_analysis *a = compare(results, 2);
  static const char *const units[] = {"A", "B", "C", "D", "E"};
  static const double before[] = {1, 2, 3, 4, NAN}, after[] = {3, 4, NAN, 5, 7};
  static const double rank_before[] = {4, 3, 2, 1, NAN}, rank[] = {4, 3, NAN, 2, 1};
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_COMPARISON), 2);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_COMPARED), 10);
  assert_string_equal(inno_analysis_node_code(a, 0), "x");
  assert_string_equal(inno_analysis_node_code(a, 1), "index");
  assert_null(inno_analysis_node_code(a, 2));
  for (int64_t i = 0; i < 5; i++) {
    assert_string_equal(inno_analysis_unit_code(a, i), units[i]);
    assert_true(ONE(i, NODE) == 0.0 && ONE(i, UNIT) == (double)i && ONE(i, RESULT) == 1.0);
    assert_true(same(ONE(i, SCORE_BEFORE), before[i]) && same(ONE(i, SCORE), after[i]));
    assert_true(same(ONE(i, DIFFERENCE), after[i] - before[i]));
    assert_true(same(ONE(i, RANK_BEFORE), rank_before[i]) && same(ONE(i, RANK), rank[i]));
    assert_true(same(ONE(i, SHIFT), rank[i] - rank_before[i]));
  }
  /* A, B, D: 1 2 4 against 3 4 5; ranks 4 3 1 against 4 3 2 */
  assert_true(ALL(0, NODE) == 0.0 && ALL(0, RESULT) == 1.0 && ALL(0, COUNT) == 3.0);
  assert_true(ALL(0, MEAN_SHIFT) == 1.0 / 3.0 && ALL(0, MAX_SHIFT) == 1.0 && ALL(0, UNIT) == 3.0);
  assert_true(near(ALL(0, PEARSON), 3.0 / sqrt(14.0 / 3.0 * 2.0), 1e-14));
  assert_true(near(ALL(0, RANK_PEARSON), 3.0 / sqrt(14.0 / 3.0 * 2.0), 1e-14));
  assert_true(ALL(0, SPEARMAN) == 1.0 && ALL(0, KENDALL) == 1.0);
  inno_analysis_destroy(a);
  inno_result_destroy((inno_result *)results[0]);
  inno_result_destroy((inno_result *)results[1]);
}

/* Ties by each method's own rule; three results; a constant one. */
static void three_results(void **state) {
  static const char *const units[] = {"A", "B", "C"};
  static const double x[] = {5, 5, 1}, flat[] = {2, 2, 2};
  (void)state;
  const inno_result *results[] = {result_of(units, 3, "x", x, NULL, NULL, none, "index"),
                                  result_of(units, 3, "x", x, NULL, NULL, average, "index"),
                                  result_of(units, 3, "x", flat, NULL, NULL, none, "index")};
  inno_analysis *a = compare(results, 3);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_COMPARISON), 4);
  assert_true(ALL(0, RESULT) == 1.0 && ALL(1, RESULT) == 2.0 && ALL(1, NODE) == 0.0 && ALL(2, NODE) == 1.0);
  assert_true(ONE(0, RANK_BEFORE) == 1.0 && ONE(0, RANK) == 1.5 && ONE(0, SHIFT) == 0.5 && ONE(2, SHIFT) == 0.0);
  assert_true(ALL(0, PEARSON) == 1.0 && near(ALL(0, RANK_PEARSON), 1.0, 1e-15) && ALL(0, MAX_SHIFT) == 0.5);
  assert_true(ONE(5, RANK) == 1.0 && ONE(5, RANK_BEFORE) == 3.0 && ONE(5, RESULT) == 2.0);
  assert_true(isnan(ALL(1, PEARSON)) && isnan(ALL(1, RANK_PEARSON)) && isnan(ALL(1, SPEARMAN)) &&
              isnan(ALL(1, KENDALL)));
  assert_true(ALL(1, COUNT) == 3.0 && ALL(1, MAX_SHIFT) == 2.0 && ALL(1, UNIT) == 2.0);
  inno_analysis_destroy(a);
  for (int k = 0; k < 3; k++) inno_result_destroy((inno_result *)results[k]);
}

static void nothing_in_common(void **state) {
  static const char *const units[] = {"A", "B"}, *const others[] = {"C", "D"};
  static const double x[] = {1, 2};
  (void)state;
  inno_error *error = NULL;
  inno_analysis *a = NULL;
  inno_error_create(NULL, &error);
  const inno_result *results[] = {result_of(units, 2, "x", x, NULL, NULL, none, "index"),
                                  result_of(others, 2, "x", x, NULL, NULL, none, "index"),
                                  result_of(units, 2, "y", x, NULL, NULL, none, "other")};
  assert_int_equal(inno_analysis_create_comparison(NULL, NULL, results, 3, &a, error), INNO_E_CODE);
  assert_null(a);
  assert_non_null(strstr(inno_error_message(error), "in common"));
  assert_int_equal(inno_analysis_create_comparison(NULL, NULL, results, 1, &a, error), INNO_E_ARGUMENT);
  /* no unit in common: all of them, and no number that needs both */
  a = compare(results, 2);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_COMPARED), 2 * 4);
  assert_true(ALL(0, COUNT) == 0.0 && isnan(ALL(0, MEAN_SHIFT)) && isnan(ALL(0, MAX_SHIFT)) && ALL(0, UNIT) == -1.0);
  assert_true(isnan(ALL(0, PEARSON)) && isnan(ALL(0, KENDALL)) && isnan(ONE(0, SHIFT)) && isnan(ONE(2, SCORE_BEFORE)));
  inno_analysis_destroy(a);
  for (int k = 0; k < 3; k++) inno_result_destroy((inno_result *)results[k]);
  inno_error_destroy(error);
}

/* The latest period of each, or the one that is named, which each must have. */
static void periods(void **state) {
  static const char *const units[] = {"A", "B"};
  static const double years[] = {2020, 2021}, later[] = {2021, 2022}, x[] = {1, 2, 8, 4};
  (void)state;
  const inno_result *results[2];
  for (int k = 0; k < 2; k++) {
    inno_indicator_set *set = NULL;
    inno_dataset *data = NULL;
    inno_indicator_set_create(NULL, &set, NULL);
    inno_indicator_set_add(set, "index", NULL, NULL);
    inno_indicator_set_add(set, "x", "index", NULL);
    inno_indicator_set_freeze(set, NULL);
    assert_int_equal(inno_dataset_create_panel(NULL, 2, units, 2, k ? later : years, &data, NULL), INNO_OK);
    assert_int_equal(inno_dataset_add_column(data, "x", x, sizeof *x, NULL), INNO_OK);
    inno_method *method = golden_method(set, none);
    results[k] = golden_result(method, data);
    inno_method_destroy(method);
    inno_dataset_destroy(data);
    inno_indicator_set_destroy(set);
  }
  inno_analysis *a = compare(results, 2);
  assert_true(ONE(0, SCORE_BEFORE) == 8.0 && ONE(0, SCORE) == 8.0);
  inno_analysis_destroy(a);
  inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, "period=2021");
  assert_int_equal(inno_analysis_create_comparison(NULL, options, results, 2, &a, NULL), INNO_OK);
  assert_true(ONE(0, SCORE_BEFORE) == 8.0 && ONE(0, SCORE) == 1.0 && ONE(1, RANK_BEFORE) == 2.0 && ONE(1, RANK) == 1.0);
  inno_analysis_destroy(a);
  inno_scheme_destroy(options);
  options = golden_scheme(INNO_STEP_AUDIT, "period=2020");
  assert_int_equal(inno_analysis_create_comparison(NULL, options, results, 2, &a, NULL), INNO_E_VALUE);
  assert_null(a);
  inno_scheme_destroy(options);
  inno_result_destroy((inno_result *)results[0]);
  inno_result_destroy((inno_result *)results[1]);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(by_hand), cmocka_unit_test(three_results),
                                     cmocka_unit_test(nothing_in_common), cmocka_unit_test(periods)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
