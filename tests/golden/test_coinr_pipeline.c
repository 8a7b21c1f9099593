/* COINr's example pipeline on ASEM, every step, every node, every rank. */
#include "support/golden.h"

#include <math.h>
#include <string.h>

static const golden_step pipeline[] = {
    {INNO_STEP_DENOMINATE, ""},
    {INNO_STEP_IMPUTE, "rule=group_mean;group=EurAsia_group"},
    {INNO_STEP_SCREEN, "min_coverage=0.9"},
    {INNO_STEP_TREAT, "rules=winsorize, log_ct;limit=5"},
    {INNO_STEP_NORMALIZE, "rule=minmax"},
    {INNO_STEP_AGGREGATE, "rule=arithmetic"},
    {0, NULL},
};

static inno_result *result;

static int run(void **state) {
  (void)state;
  csv data;
  result = NULL;
  inno_indicator_set *set = golden_asem_set(1, NULL);
  golden_read(&data, "coinr/ASEM_iData.csv");
  inno_dataset *dataset = golden_dataset(&data, &data);
  inno_method *method = golden_method(set, pipeline);
  result = golden_result(method, dataset);
  inno_method_destroy(method);
  inno_dataset_destroy(dataset);
  inno_indicator_set_destroy(set);
  csv_free(&data);
  return 0;
}

static void compare(const char *file, int32_t step) {
  csv expected;
  golden_read(&expected, file);
  double error = golden_compare(result, step, &expected, 1e-12, NULL);
  print_message("%s: largest error %.2g\n", file, error);
  csv_free(&expected);
}

static void denominated(void **state) { run(state), compare("coinr/01_denominate/denominated.csv", 0), inno_result_destroy(result); }
static void imputed(void **state) { run(state), compare("coinr/07_pipeline/imputed.csv", 1), inno_result_destroy(result); }
static void screened(void **state) { run(state), compare("coinr/07_pipeline/screened.csv", 2), inno_result_destroy(result); }
static void treated(void **state) { run(state), compare("coinr/07_pipeline/treated.csv", 3), inno_result_destroy(result); }
static void normalized(void **state) { run(state), compare("coinr/07_pipeline/normalised.csv", 4), inno_result_destroy(result); }
static void aggregated(void **state) { run(state), compare("coinr/07_pipeline/aggregated.csv", -2), inno_result_destroy(result); }

static void ranks(void **state) {
  csv expected;
  run(state);
  golden_read(&expected, "coinr/07_pipeline/ranks_all.csv");
  golden_compare_ranks(result, NULL, &expected, NULL);
  csv_free(&expected);
  inno_result_destroy(result);
}

static void ranks_within_groups(void **state) {
  csv expected;
  run(state);
  golden_read(&expected, "coinr/07_pipeline/results_Aggs_groupranks_GDP.csv");
  golden_compare_ranks(result, "GDP_group", &expected, NULL);
  csv_free(&expected);
  inno_result_destroy(result);
}

/* The details of the treatment: COINr's columns beside our records. */
static void details(void **state) {
  csv expected;
  run(state);
  golden_read(&expected, "coinr/04_treat/treat_default_details.csv");
  static const struct {
    const char *column;
    int stage, field;
  } pairs[] = {
      {"check_SkewKurt0.Pass", 0, INNO_FIELD_PASSED},   {"check_SkewKurt0.Skew", 0, INNO_FIELD_SKEWNESS},
      {"check_SkewKurt0.Kurt", 0, INNO_FIELD_KURTOSIS}, {"check_SkewKurt1.Pass", 1, INNO_FIELD_PASSED},
      {"check_SkewKurt1.Skew", 1, INNO_FIELD_SKEWNESS}, {"check_SkewKurt1.Kurt", 1, INNO_FIELD_KURTOSIS},
      {"winsorise.nwin", 1, INNO_FIELD_POINTS_HIGH},
  };
  int compared = 0;
  for (int64_t k = 0; k < inno_result_record_count(result, INNO_RECORD_TREATMENT); k++) {
    double node, stage, got, low;
    inno_result_record(result, INNO_RECORD_TREATMENT, k, INNO_FIELD_NODE, &node, NULL);
    inno_result_record(result, INNO_RECORD_TREATMENT, k, INNO_FIELD_STAGE, &stage, NULL);
    inno_result_record(result, INNO_RECORD_TREATMENT, k, INNO_FIELD_POINTS_LOW, &low, NULL);
    int row = csv_row(&expected, 0, inno_result_node_code(result, (int64_t)node));
    assert_true(row >= 0);
    for (int p = 0; p < 7; p++) {
      if (pairs[p].stage != (int)stage) continue;
      double want = csv_number(&expected, row, csv_column(&expected, pairs[p].column));
      inno_result_record(result, INNO_RECORD_TREATMENT, k, pairs[p].field, &got, NULL);
      if (pairs[p].field == INNO_FIELD_POINTS_HIGH) got += low;
      if (!(fabs(got - want) <= 1e-12 * fmax(fabs(want), 1.0)))
        fail_msg("%s %s: got %.17g, expected %.17g", csv_text(&expected, row, 0), pairs[p].column, got, want);
      compared++;
    }
  }
  assert_true(compared > 49 * 3);
  csv_free(&expected);
  inno_result_destroy(result);
}

static void points(void **state) {
  csv expected;
  run(state);
  golden_read(&expected, "coinr/04_treat/treat_default_points.csv");
  int32_t marks[64];
  for (int c = 0; c < expected.columns; c++) {
    int64_t node = inno_result_find_node(result, csv_text(&expected, -1, c));
    if (node < 0) continue;
    assert_int_equal(inno_result_marks(result, 3, node, marks, NULL), INNO_OK);
    for (int r = 0; r < expected.rows; r++) {
      const char *label = csv_text(&expected, r, c);
      int64_t unit = inno_result_find_unit(result, csv_text(&expected, r, csv_column(&expected, "uCode")));
      int32_t want = strstr(label, "log_CT") != NULL      ? INNO_MARK_TRANSFORMED
                     : strcmp(label, "winhi") == 0        ? INNO_MARK_WINSORIZED_HIGH
                     : strcmp(label, "winlo") == 0        ? INNO_MARK_WINSORIZED_LOW
                                                          : 0;
      if (marks[unit] != want) fail_msg("%s %s: label '%s', mark %d", csv_text(&expected, -1, c), csv_text(&expected, r, 0), label, marks[unit]);
    }
  }
  csv_free(&expected);
  inno_result_destroy(result);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(denominated), cmocka_unit_test(imputed),    cmocka_unit_test(screened),
      cmocka_unit_test(treated),     cmocka_unit_test(normalized), cmocka_unit_test(aggregated),
      cmocka_unit_test(ranks),       cmocka_unit_test(ranks_within_groups),
      cmocka_unit_test(details),     cmocka_unit_test(points),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
