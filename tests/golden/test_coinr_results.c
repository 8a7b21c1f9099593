/* COINr's tables of results, summaries of units, tree, weights and removed units, from the same run of the example
 * pipeline. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "numeric/correlation.h"
#include "support/golden.h"

static const golden_step pipeline[] = {
    {INNO_STEP_DENOMINATE, ""},
    {INNO_STEP_IMPUTE, "rule=group_mean;group=EurAsia_group"},
    {INNO_STEP_SCREEN, "min_coverage=0.9"},
    {INNO_STEP_TREAT, "rules=winsorize, log_ct;limit=5"},
    {INNO_STEP_NORMALIZE, "rule=minmax"},
    {INNO_STEP_AGGREGATE, "rule=arithmetic"},
    {0, NULL},
};

static inno_result *run(const golden_step *steps) {
  csv data;
  inno_indicator_set *set = golden_asem_set(1, NULL);
  golden_read(&data, "coinr/ASEM_iData.csv");
  inno_dataset *dataset = golden_dataset(&data, &data);
  inno_method *method = golden_method(set, steps);
  inno_result *result = golden_result(method, dataset);
  inno_method_destroy(method);
  inno_dataset_destroy(dataset);
  inno_indicator_set_destroy(set);
  csv_free(&data);
  return result;
}

/* Final scores or ranks of a node, one a unit. */
static void values_of(const inno_result *r, const char *code, int ranks, double *out) {
  int64_t node = inno_result_find_node(r, code);
  assert_true(node >= 0);
  assert_int_equal(ranks ? inno_result_ranks(r, node, NULL, out, sizeof *out, NULL)
                         : inno_result_scores(r, node, out, sizeof *out, NULL),
                   INNO_OK);
}

/* Every column that is a node, printed to some decimals: ours rounds to the same, or is half a unit away at most.
 * Column Rank is the rank of the index, and the rows are in its order. */
static void table(const inno_result *r, const char *file, int ranks, double half_unit) {
  char path[128];
  csv t;
  double x[64];
  int compared = 0;
  snprintf(path, sizeof path, "coinr/07_pipeline/%s", file);
  golden_read(&t, path);
  assert_int_equal(inno_result_unit_count(r), 51);
  assert_int_equal(t.rows, 51);
  for (int c = 0; c < t.columns; c++) {
    const char *name = csv_text(&t, -1, c);
    int rank = strcmp(name, "Rank") == 0;
    if (!rank && inno_result_find_node(r, name) < 0) continue;
    values_of(r, rank ? "Index" : name, rank || ranks, x);
    for (int row = 0; row < t.rows; row++) {
      int64_t unit = inno_result_find_unit(r, csv_text(&t, row, csv_column(&t, "uCode")));
      assert_true(unit >= 0);
      double want = csv_number(&t, row, c);
      double allowed = rank || ranks ? 0.0 : half_unit * (1.0 + 1e-9) + 1e-12 * fabs(want);
      if (!(fabs(x[unit] - want) <= allowed)) fail_msg("%s %s: got %.17g, printed %.17g", file, name, x[unit], want);
      if (rank && row > 0) assert_true(want >= csv_number(&t, row - 1, c));
      compared++;
    }
  }
  print_message("%s: %d values\n", file, compared);
  assert_true(compared >= 51);
  csv_free(&t);
}

static void results(void **state) {
  (void)state;
  inno_result *r = run(pipeline);
  table(r, "results_Summ_scores.csv", 0, 0.5e-10);
  table(r, "results_Summ_ranks.csv", 1, 0.0);
  table(r, "results_Aggs_scores.csv", 0, 0.5e-10);
  table(r, "results_Aggs_ranks.csv", 1, 0.0);
  table(r, "results_Full_scores.csv", 0, 0.5e-10);
  table(r, "results_Full_ranks.csv", 1, 0.0);
  table(r, "results_Aggs_default_rounding.csv", 0, 0.5e-2);
  inno_result_destroy(r);
}

static void unit_summary(const inno_result *r, const char *file, const char *unit) {
  csv t;
  double score[64], rank[64];
  golden_read(&t, file);
  int64_t i = inno_result_find_unit(r, unit);
  assert_int_equal(t.rows, 11);
  for (int row = 0; row < t.rows; row++) {
    values_of(r, csv_text(&t, row, 0), 0, score);
    values_of(r, csv_text(&t, row, 0), 1, rank);
    if (!(fabs(score[i] - csv_number(&t, row, csv_column(&t, "Score"))) <= 0.5001e-10) ||
        rank[i] != csv_number(&t, row, csv_column(&t, "Rank")))
      fail_msg("%s %s: %.17g, rank %g", unit, csv_text(&t, row, 0), score[i], rank[i]);
  }
  csv_free(&t);
}

static void summaries(void **state) {
  (void)state;
  inno_result *r = run(pipeline);
  unit_summary(r, "coinr/07_pipeline/unit_summary_GBR.csv", "GBR");
  unit_summary(r, "coinr/07_pipeline/unit_summary_CHN.csv", "CHN");
  inno_result_destroy(r);
}

/* Strengths and weaknesses: value and rank of an indicator for a unit. COINr ranks the raw data by direction too. */
static void extremes(const inno_result *r, const char *file, const char *unit, int scaled) {
  csv t;
  double value[64], rank[64];
  golden_read(&t, file);
  int64_t i = inno_result_find_unit(r, unit);
  assert_int_equal(t.rows, 5);
  for (int row = 0; row < t.rows; row++) {
    const char *code = csv_text(&t, row, csv_column(&t, "Code"));
    int64_t node = inno_result_find_node(r, code);
    double want = csv_number(&t, row, csv_column(&t, "Value"));
    if (scaled) {
      values_of(r, code, 0, value);
    } else {
      assert_int_equal(inno_result_values(r, -1, node, value, sizeof *value, NULL), INNO_OK);
    }
    values_of(r, code, 1, rank);
    if (!(fabs(value[i] - want) <= 1e-12 * fmax(fabs(want), 100.0)) ||
        rank[i] != csv_number(&t, row, csv_column(&t, "Rank")))
      fail_msg("%s %s: value %.17g, rank %g; COINr %.17g, %s", file, code, value[i], rank[i], want,
               csv_text(&t, row, csv_column(&t, "Rank")));
  }
  csv_free(&t);
}

static void strengths(void **state) {
  static const golden_step raw[] = {{0, NULL}};
  (void)state;
  inno_result *r = run(pipeline);
  extremes(r, "coinr/07_pipeline/str_ESP_Normalised.csv", "ESP", 1);
  extremes(r, "coinr/07_pipeline/weak_ESP_Normalised.csv", "ESP", 1);
  extremes(r, "coinr/07_pipeline/str_GBR_Normalised.csv", "GBR", 1);
  extremes(r, "coinr/07_pipeline/weak_GBR_Normalised.csv", "GBR", 1);
  inno_result_destroy(r);
  r = run(raw);
  extremes(r, "coinr/07_pipeline/str_ESP_Raw.csv", "ESP", 0);
  extremes(r, "coinr/07_pipeline/weak_ESP_Raw.csv", "ESP", 0);
  extremes(r, "coinr/07_pipeline/str_GBR_Raw.csv", "GBR", 0);
  extremes(r, "coinr/07_pipeline/weak_GBR_Raw.csv", "GBR", 0);
  inno_result_destroy(r);
}

/* The units that a screening left out are those of a list, neither more nor less. */
static void removed(const golden_step *steps, const char *file) {
  csv t;
  golden_read(&t, file);
  inno_result *r = run(steps);
  double x[64];
  int out = 0;
  values_of(r, "Index", 0, x);
  for (int64_t i = 0; i < inno_result_unit_count(r); i++) {
    int listed = csv_row(&t, 0, inno_result_unit_code(r, i)) >= 0;
    if ((isnan(x[i]) != 0) != listed) fail_msg("%s: %s", file, inno_result_unit_code(r, i));
    out += listed;
  }
  assert_int_equal(out, t.rows);
  inno_result_destroy(r);
  csv_free(&t);
}

static void screening(void **state) {
  static const golden_step raw[] = {{INNO_STEP_SCREEN, "min_coverage=0.9"}, {0, NULL}};
  (void)state;
  removed(pipeline, "coinr/03_screen/screen_pipeline_removed.csv");
  removed(raw, "coinr/03_screen/screen_raw_byNA90_removed.csv");
}

/* Every indicator's line up to the index, and the weights of all 60 nodes. */
static void tree(void **state) {
  csv lineage, weights;
  (void)state;
  golden_read(&lineage, "coinr/00_struct/lineage.csv");
  golden_read(&weights, "coinr/00_struct/weights_original.csv");
  inno_indicator_set *set = golden_asem_set(1, NULL);
  inno_weights *given = NULL;
  assert_int_equal(inno_indicator_set_node_count(set), weights.rows);
  assert_int_equal(inno_indicator_set_indicator_count(set), lineage.rows);
  assert_int_equal(inno_weights_create_given(NULL, set, &given, NULL), INNO_OK);
  for (int r = 0; r < lineage.rows; r++)
    for (int c = 0; c + 1 < lineage.columns; c++)
      assert_int_equal(inno_indicator_set_parent(set, inno_indicator_set_find(set, csv_text(&lineage, r, c))),
                       inno_indicator_set_find(set, csv_text(&lineage, r, c + 1)));
  for (int r = 0; r < weights.rows; r++) {
    const char *code = csv_text(&weights, r, 0);
    double w;
    assert_int_equal(inno_weights_get(given, code, &w, NULL), INNO_OK);
    assert_true(w == csv_number(&weights, r, csv_column(&weights, "Weight")));
    assert_true(inno_indicator_set_level(set, inno_indicator_set_find(set, code)) ==
                (int32_t)csv_number(&weights, r, csv_column(&weights, "Level")));
  }
  inno_weights_destroy(given);
  inno_indicator_set_destroy(set);
  csv_free(&weights);
  csv_free(&lineage);
}

/* COINr's optimized weights in our index: the correlations of the pillars with it are those that stand beside them. */
static void optimized(void **state) {
  static const golden_step steps[] = {{0, NULL}};
  csv weights, correlations, normalized;
  double index[64], pillar[64];
  (void)state;
  golden_read(&weights, "coinr/10_weights/opt_infomax_L2_tol1e-6_weights.csv");
  golden_read(&correlations, "coinr/10_weights/opt_infomax_L2_tol1e-6.csv");
  golden_read(&normalized, "coinr/07_pipeline/normalised.csv");
  inno_indicator_set *set = golden_asem_set(0, &weights);
  inno_method *method = golden_method(set, steps);
  inno_dataset *data = golden_dataset(&normalized, NULL);
  inno_result *r = golden_result(method, data);
  values_of(r, "Index", 0, index);
  assert_int_equal(correlations.rows, 8);
  for (int row = 0; row < correlations.rows; row++) {
    const char *code = csv_text(&correlations, row, csv_column(&correlations, "iCode_of_weight"));
    double want = csv_number(&correlations, row, csv_column(&correlations, "corr_at_optimum"));
    values_of(r, code, 0, pillar);
    double got = inno__correlation(pillar, index, 51);
    if (!(fabs(got - want) <= 1e-12)) fail_msg("%s: correlation %.17g, expected %.17g", code, got, want);
  }
  inno_result_destroy(r);
  inno_dataset_destroy(data);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  csv_free(&normalized);
  csv_free(&correlations);
  csv_free(&weights);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(results),   cmocka_unit_test(summaries), cmocka_unit_test(strengths),
      cmocka_unit_test(screening), cmocka_unit_test(tree),      cmocka_unit_test(optimized),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
