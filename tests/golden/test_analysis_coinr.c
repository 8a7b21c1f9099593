/* COINr's correlations inside the tree, strengths and weaknesses, comparisons of coins and removed elements, from the
 * same methods here. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/golden.h"
#include "support/analysis.h"

#define STEPS(normalize, aggregate)                                                                 \
  {INNO_STEP_DENOMINATE, ""}, {INNO_STEP_IMPUTE, "rule=group_mean;group=EurAsia_group"},            \
      {INNO_STEP_SCREEN, "min_coverage=0.9"}, {INNO_STEP_TREAT, "rules=winsorize, log_ct;limit=5"}, \
      {INNO_STEP_NORMALIZE, normalize}, {INNO_STEP_AGGREGATE, aggregate}, {                         \
    0, NULL                                                                                         \
  }

static const golden_step nominal[] = {STEPS("rule=minmax", "rule=arithmetic")};
static const golden_step percentile[] = {STEPS("rule=percentile_rank", "rule=arithmetic")};
static const golden_step geometric[] = {STEPS("rule=minmax;lower=1;upper=100", "rule=geometric")};
static const golden_step none[] = {{0, NULL}};

static int two(const char *code) { return strcmp(code, "LPI") == 0 || strcmp(code, "Flights") == 0; }

static inno_dataset *asem(void) {
  csv data;
  golden_read(&data, "coinr/ASEM_iData.csv");
  inno_dataset *dataset = golden_dataset(&data, &data);
  csv_free(&data);
  return dataset;
}

static inno_method *method_of(const golden_step *steps, golden_skip leave) {
  inno_indicator_set *set = golden_asem_set_without(1, NULL, leave);
  inno_method *method = golden_method(set, steps);
  inno_indicator_set_destroy(set);
  return method;
}

static inno_result *run(const golden_step *steps, golden_skip leave) {
  inno_dataset *dataset = asem();
  inno_method *method = method_of(steps, leave);
  inno_result *result = golden_result(method, dataset);
  inno_method_destroy(method);
  inno_dataset_destroy(dataset);
  return result;
}

/* The record in which these fields have these values; it must be there. */
static int64_t record_of(const inno_analysis *a, int32_t kind, int32_t field, double value, int32_t field2,
                         double value2) {
  for (int64_t i = 0; i < inno_analysis_record_count(a, kind); i++)
    if (cell(a, kind, i, field) == value && cell(a, kind, i, field2) == value2) return i;
  fail_msg("no record with %g and %g", value, value2);
  return -1;
}

/* ---- correlations ---- */

static inno_analysis *coherence(const inno_result *r, const char *settings) {
  inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, settings);
  inno_analysis *a = NULL;
  assert_int_equal(inno_analysis_create_coherence(NULL, options, r, INT32_MIN, NULL, &a, NULL), INNO_OK);
  inno_scheme_destroy(options);
  return a;
}

/* Var1 is above Var2; every row of the table is a record. */
static void pairs(const inno_result *r, const char *settings, const char *file) {
  csv t;
  double worst = 0.0;
  golden_read(&t, file);
  inno_analysis *a = coherence(r, settings);
  assert_true(t.rows > 0);
  for (int row = 0; row < t.rows; row++) {
    double above = (double)inno_result_find_node(r, csv_text(&t, row, 0));
    double below = (double)inno_result_find_node(r, csv_text(&t, row, 1));
    int64_t i = record_of(a, INNO_RECORD_PARENT, INNO_FIELD_NODE, below, INNO_FIELD_OTHER, above);
    double error = fabs(cell(a, INNO_RECORD_PARENT, i, INNO_FIELD_CORRELATION) - csv_number(&t, row, 2));
    if (!(error <= 1e-12)) fail_msg("%s %s: off by %g", file, csv_text(&t, row, 1), error);
    if (error > worst) worst = error;
  }
  print_message("%s: %d pairs, largest error %.1e\n", file, t.rows, worst);
  inno_analysis_destroy(a);
  csv_free(&t);
}

static void ancestors(void **state) {
  (void)state;
  inno_result *r = run(nominal, NULL);
  pairs(r, "correlation=pearson", "coinr/09_corr/corr_L1_parent_pearson.csv");
  pairs(r, "correlation=spearman", "coinr/09_corr/corr_L2_L4_spearman.csv");
  pairs(r, "correlation=kendall", "coinr/09_corr/corr_L2_L4_kendall.csv");
  inno_result_destroy(r);
}

/* Pairs above the threshold inside one pillar: those of the table and no others. */
static void redundant(void **state) {
  (void)state;
  csv t;
  golden_read(&t, "coinr/09_corr/corr_flags_high_0.75.csv");
  inno_result *r = run(nominal, NULL);
  inno_analysis *a = coherence(r, "redundant=0.75");
  int found = 0, flagged = 0;
  for (int64_t i = 0; i < inno_analysis_record_count(a, INNO_RECORD_SIBLING); i++) {
    int64_t parent = (int64_t)cell(a, INNO_RECORD_SIBLING, i, INNO_FIELD_PARENT);
    if (inno_result_node_level(r, parent) != 2) continue;
    flagged += cell(a, INNO_RECORD_SIBLING, i, INNO_FIELD_FLAG) == INNO_FLAG_REDUNDANT;
    for (int row = 0; row < t.rows; row++) {
      const char *one = inno_analysis_node_code(a, (int64_t)cell(a, INNO_RECORD_SIBLING, i, INNO_FIELD_NODE));
      const char *other = inno_analysis_node_code(a, (int64_t)cell(a, INNO_RECORD_SIBLING, i, INNO_FIELD_OTHER));
      const char *first = csv_text(&t, row, 1), *second = csv_text(&t, row, 2);
      if (!((strcmp(one, first) == 0 && strcmp(other, second) == 0) ||
            (strcmp(one, second) == 0 && strcmp(other, first) == 0)))
        continue;
      assert_string_equal(inno_analysis_node_code(a, parent), csv_text(&t, row, 0));
      assert_true(cell(a, INNO_RECORD_SIBLING, i, INNO_FIELD_FLAG) == INNO_FLAG_REDUNDANT);
      assert_true(fabs(cell(a, INNO_RECORD_SIBLING, i, INNO_FIELD_CORRELATION) - csv_number(&t, row, 3)) <= 1e-12);
      found++;
    }
  }
  assert_int_equal(found, t.rows);
  assert_int_equal(flagged, t.rows);
  inno_analysis_destroy(a);
  inno_result_destroy(r);
  csv_free(&t);
}

/* ---- strengths and weaknesses ---- */

/* The five of the table are those with the sign. Where the fifth and the sixth have the same rank, COINr takes the
 * order of its columns: here the ranks must be the same, there are as many of each. */
static void signs(const inno_result *r, const char *file, const char *unit, double sign) {
  csv t;
  golden_read(&t, file);
  inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, "strengths=coinr");
  inno_analysis *a = NULL;
  int64_t nodes = inno_result_node_count(r), first = inno_result_find_unit(r, unit) * nodes;
  assert_int_equal(inno_analysis_create_profile(NULL, options, r, &a, NULL), INNO_OK);
  double wanted = 0.0, got = 0.0;
  int count = 0, same_codes = 0;
  for (int row = 0; row < t.rows; row++) {
    int64_t node = inno_result_find_node(r, csv_text(&t, row, csv_column(&t, "Code")));
    double rank = csv_number(&t, row, csv_column(&t, "Rank"));
    assert_true(cell(a, INNO_RECORD_PROFILE, first + node, INNO_FIELD_NODE) == (double)node);
    assert_true(cell(a, INNO_RECORD_PROFILE, first + node, INNO_FIELD_RANK) == rank);
    same_codes += cell(a, INNO_RECORD_PROFILE, first + node, INNO_FIELD_SIGN) == sign;
    wanted += rank;
  }
  for (int64_t j = 0; j < nodes; j++) {
    if (cell(a, INNO_RECORD_PROFILE, first + j, INNO_FIELD_SIGN) != sign) continue;
    got += cell(a, INNO_RECORD_PROFILE, first + j, INNO_FIELD_RANK);
    count++;
  }
  print_message("%s: %d of %d\n", file, same_codes, t.rows);
  assert_int_equal(count, t.rows);
  assert_true(got == wanted);
  assert_true(same_codes >= 4);
  inno_analysis_destroy(a);
  inno_scheme_destroy(options);
  csv_free(&t);
}

static void strengths(void **state) {
  (void)state;
  inno_result *r = run(nominal, NULL);
  signs(r, "coinr/07_pipeline/str_ESP_Normalised.csv", "ESP", 1.0);
  signs(r, "coinr/07_pipeline/weak_ESP_Normalised.csv", "ESP", -1.0);
  signs(r, "coinr/07_pipeline/str_GBR_Normalised.csv", "GBR", 1.0);
  signs(r, "coinr/07_pipeline/weak_GBR_Normalised.csv", "GBR", -1.0);
  inno_result_destroy(r);
  r = run(none, NULL);
  signs(r, "coinr/07_pipeline/str_ESP_Raw.csv", "ESP", 1.0);
  signs(r, "coinr/07_pipeline/weak_ESP_Raw.csv", "ESP", -1.0);
  signs(r, "coinr/07_pipeline/str_GBR_Raw.csv", "GBR", 1.0);
  signs(r, "coinr/07_pipeline/weak_GBR_Raw.csv", "GBR", -1.0);
  inno_result_destroy(r);
}

/* ---- comparison ---- */

enum { COINS = 4 };

static inno_analysis *compare(inno_result **results) {
  inno_analysis *a = NULL;
  results[0] = run(nominal, NULL);
  results[1] = run(percentile, NULL);
  results[2] = run(geometric, NULL);
  results[3] = run(nominal, two);
  assert_int_equal(inno_analysis_create_comparison(NULL, NULL, (const inno_result *const *)results, COINS, &a, NULL),
                   INNO_OK);
  return a;
}

static void release(inno_analysis *a, inno_result **results) {
  for (int k = 0; k < COINS; k++) inno_result_destroy(results[k]);
  inno_analysis_destroy(a);
}

/* The methods are COINr's: every node of the other three coins. */
static void coins(void **state) {
  static const char *const files[] = {"coinr/12_compare/coin2_prank_aggregated.csv",
                                      "coinr/12_compare/coin3_gmean_aggregated.csv",
                                      "coinr/12_compare/coin4_drop_LPI_Flights_aggregated.csv"};
  (void)state;
  inno_result *results[COINS];
  inno_analysis *a = compare(results);
  for (int k = 0; k < 3; k++) {
    csv t;
    golden_read(&t, files[k]);
    double worst = golden_compare(results[k + 1], -2, &t, 1e-12, NULL);
    print_message("%s: %.1e\n", files[k], worst);
    csv_free(&t);
  }
  /* nodes of all: the tree without the two; units of all */
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_COMPARISON), 58 * 3);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_COMPARED), 58 * 3 * 51);
  assert_null(inno_analysis_node_code(a, 58));
  release(a, results);
}

/* Position of the index among the nodes in common. */
static int64_t node_of(const inno_analysis *a, const char *code) {
  int64_t j = 0;
  while (inno_analysis_node_code(a, j) != NULL && strcmp(inno_analysis_node_code(a, j), code) != 0) j++;
  assert_non_null(inno_analysis_node_code(a, j));
  return j;
}

/* Value of a field for the index, a unit and a result: 0 = the first, of which there is what it had before. */
static double compared(const inno_analysis *a, const char *unit, int result, int32_t field, int32_t before) {
  int64_t index = node_of(a, "Index"), i = (index * 3 + (result == 0 ? 0 : result - 1)) * 51;
  for (int64_t last = i + 51; i < last; i++) {
    assert_true(cell(a, INNO_RECORD_COMPARED, i, INNO_FIELD_NODE) == (double)index);
    if (strcmp(inno_analysis_unit_code(a, (int64_t)cell(a, INNO_RECORD_COMPARED, i, INNO_FIELD_UNIT)), unit) != 0)
      continue;
    assert_true(cell(a, INNO_RECORD_COMPARED, i, INNO_FIELD_RESULT) == (double)(result == 0 ? 1 : result));
    return result > 0    ? cell(a, INNO_RECORD_COMPARED, i, field)
           : before != 0 ? cell(a, INNO_RECORD_COMPARED, i, before)
                         : 0.0;
  }
  fail_msg("no unit %s", unit);
  return NAN;
}

/* A table of four columns, one a coin. */
static void multi(const inno_analysis *a, const char *file, int32_t field, int32_t before, int absolute) {
  static const char *const names[COINS] = {"Nominal", "Prank", "Gmean", "Dropped"};
  csv t;
  golden_read(&t, file);
  assert_int_equal(t.rows, 51);
  for (int row = 0; row < t.rows; row++)
    for (int k = 0; k < COINS; k++) {
      double got = compared(a, csv_text(&t, row, 0), k, field, before);
      double want = csv_number(&t, row, csv_column(&t, names[k]));
      if (absolute) got = fabs(got);
      if (!(fabs(got - want) <= 1e-12 * 100.0))
        fail_msg("%s %s %s: got %.17g, expected %.17g", file, csv_text(&t, row, 0), names[k], got, want);
    }
  csv_free(&t);
}

/* compare_coins() subtracts the second from the first, we the first from the second. */
static void pair_table(const inno_analysis *a, const char *file, int32_t field, int32_t before, int32_t difference) {
  csv t;
  golden_read(&t, file);
  assert_int_equal(t.rows, 51);
  for (int row = 0; row < t.rows; row++) {
    const char *unit = csv_text(&t, row, 0);
    double one = csv_number(&t, row, csv_column(&t, "coin.1")), other = csv_number(&t, row, csv_column(&t, "coin.2"));
    double diff = csv_number(&t, row, csv_column(&t, "Diff"));
    double size = csv_number(&t, row, csv_column(&t, "Abs.diff"));
    double shift = compared(a, unit, 1, difference, 0);
    assert_true(fabs(compared(a, unit, 0, field, before) - one) <= 1e-10);
    assert_true(fabs(compared(a, unit, 1, field, before) - other) <= 1e-10);
    assert_true(fabs(-shift - diff) <= 1e-10 && fabs(fabs(shift) - size) <= 1e-10);
  }
  csv_free(&t);
}

static void comparisons(void **state) {
  (void)state;
  inno_result *results[COINS];
  inno_analysis *a = compare(results);
  multi(a, "coinr/12_compare/multi_ranks_Values.csv", INNO_FIELD_RANK, INNO_FIELD_RANK_BEFORE, 0);
  multi(a, "coinr/12_compare/multi_scores_Values.csv", INNO_FIELD_SCORE, INNO_FIELD_SCORE_BEFORE, 0);
  multi(a, "coinr/12_compare/multi_ranks_Diffs.csv", INNO_FIELD_SHIFT, 0, 0);
  multi(a, "coinr/12_compare/multi_scores_Diffs.csv", INNO_FIELD_DIFFERENCE, 0, 0);
  multi(a, "coinr/12_compare/multi_ranks_AbsDiffs.csv", INNO_FIELD_SHIFT, 0, 1);
  multi(a, "coinr/12_compare/multi_scores_AbsDiffs.csv", INNO_FIELD_DIFFERENCE, 0, 1);
  pair_table(a, "coinr/12_compare/compare_coin_prank_ranks.csv", INNO_FIELD_RANK, INNO_FIELD_RANK_BEFORE,
             INNO_FIELD_SHIFT);
  pair_table(a, "coinr/12_compare/compare_coin_prank_scores.csv", INNO_FIELD_SCORE, INNO_FIELD_SCORE_BEFORE,
             INNO_FIELD_DIFFERENCE);
  release(a, results);
}

static void correlations(const inno_analysis *a, const char *file, int32_t field) {
  csv t;
  golden_read(&t, file);
  assert_int_equal(t.rows, 3);
  for (int row = 0; row < t.rows; row++) {
    int64_t i = record_of(a, INNO_RECORD_COMPARISON, INNO_FIELD_NODE, (double)node_of(a, csv_text(&t, row, 0)),
                          INNO_FIELD_RESULT, 1.0);
    double got = cell(a, INNO_RECORD_COMPARISON, i, field), want = csv_number(&t, row, 1);
    if (!(fabs(got - want) <= 1e-12)) fail_msg("%s row %d: got %.17g, expected %.17g", file, row, got, want);
  }
  csv_free(&t);
}

static void compared_correlations(void **state) {
  (void)state;
  inno_result *results[COINS];
  inno_analysis *a = compare(results);
  correlations(a, "coinr/12_compare/compare_corr_ranks.csv", INNO_FIELD_RANK_PEARSON);
  correlations(a, "coinr/12_compare/compare_corr_scores.csv", INNO_FIELD_PEARSON);
  release(a, results);
}

/* ---- removed elements ---- */

/* Field of the index without a pillar for a unit; the column Nominal holds what was before. */
static double removed(const inno_analysis *a, const inno_result *r, const char *pillar, const char *unit, int32_t field,
                      int32_t before) {
  int nothing = strcmp(pillar, "Nominal") == 0;
  int64_t node = nothing ? 0 : inno_result_find_node(r, pillar), i = node * 51 + inno_result_find_unit(r, unit);
  assert_true(cell(a, INNO_RECORD_REMOVED, i, INNO_FIELD_NODE) == (double)node);
  if (!nothing) return cell(a, INNO_RECORD_REMOVED, i, field);
  return before != 0 ? cell(a, INNO_RECORD_REMOVED, i, before) : 0.0;
}

static void removed_table(const inno_analysis *a, const inno_result *r, const char *file, int32_t field, int32_t before,
                          double sign) {
  csv t;
  double worst = 0.0;
  golden_read(&t, file);
  assert_int_equal(t.rows, 51);
  assert_int_equal(t.columns, 10);
  for (int row = 0; row < t.rows; row++)
    for (int c = 1; c < t.columns; c++) {
      double got = removed(a, r, csv_text(&t, -1, c), csv_text(&t, row, 0), field, before);
      double want = csv_number(&t, row, c), error = fabs((sign != 0.0 ? sign * got : fabs(got)) - want) / 100.0;
      if (!(error <= 1e-12))
        fail_msg("%s %s %s: got %.17g, expected %.17g", file, csv_text(&t, row, 0), csv_text(&t, -1, c), got, want);
      if (error > worst) worst = error;
    }
  print_message("%s: largest error %.1e\n", file, worst);
  csv_free(&t);
}

static void removals(void **state) {
  (void)state;
  csv t;
  inno_dataset *data = asem();
  inno_method *method = method_of(nominal, NULL);
  inno_result *r = golden_result(method, data);
  inno_analysis *a = NULL;
  assert_int_equal(inno_analysis_create_removal(NULL, NULL, method, data, &a, NULL), INNO_OK);
  removed_table(a, r, "coinr/13_remove/remove_L2_Scores.csv", INNO_FIELD_SCORE, INNO_FIELD_SCORE_BEFORE, 1.0);
  removed_table(a, r, "coinr/13_remove/remove_L2_Ranks.csv", INNO_FIELD_RANK, INNO_FIELD_RANK_BEFORE, 1.0);
  removed_table(a, r, "coinr/13_remove/remove_L2_RankDiffs.csv", INNO_FIELD_SHIFT, 0, -1.0);
  removed_table(a, r, "coinr/13_remove/remove_L2_RankAbsDiffs.csv", INNO_FIELD_SHIFT, 0, 0.0);
  golden_read(&t, "coinr/13_remove/remove_L2_MeanAbsDiff.csv");
  assert_int_equal(t.rows, 9);
  for (int row = 1; row < t.rows; row++) {
    int64_t node = inno_result_find_node(r, csv_text(&t, row, 0));
    assert_true(fabs(cell(a, INNO_RECORD_REMOVAL, node, INNO_FIELD_MEAN_SHIFT) - csv_number(&t, row, 1)) <= 1e-12);
    assert_true(cell(a, INNO_RECORD_REMOVAL, node, INNO_FIELD_COUNT) == 51.0);
  }
  csv_free(&t);
  inno_analysis_destroy(a);
  inno_result_destroy(r);
  inno_method_destroy(method);
  inno_dataset_destroy(data);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ancestors), cmocka_unit_test(redundant),   cmocka_unit_test(strengths),
      cmocka_unit_test(coins),     cmocka_unit_test(comparisons), cmocka_unit_test(compared_correlations),
      cmocka_unit_test(removals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
