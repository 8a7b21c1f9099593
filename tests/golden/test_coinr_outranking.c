/* COINr's outranking matrix and Copeland scores, and where its power mean and its order of rows go wrong. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "construct/compare.h"
#include "support/golden.h"

#define FOLDER "coinr/06_aggregate/"

/* Scores of the ASEM tree whose indicators are normalized already. */
static inno_result *aggregated(const char *input_file, const char *weights_file, const char *settings) {
  csv input, data, weights;
  golden_read(&input, input_file);
  golden_read(&data, "coinr/ASEM_iData.csv");
  if (weights_file != NULL) golden_read(&weights, weights_file);
  inno_indicator_set *set = golden_asem_set(0, weights_file != NULL ? &weights : NULL);
  inno_dataset *dataset = golden_dataset(&input, &data);
  const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, settings}, {0, NULL}};
  inno_method *method = golden_method(set, steps);
  inno_result *result = golden_result(method, dataset);
  inno_method_destroy(method);
  inno_dataset_destroy(dataset);
  inno_indicator_set_destroy(set);
  if (weights_file != NULL) csv_free(&weights);
  csv_free(&data);
  csv_free(&input);
  return result;
}

static void compare(const char *weights_file, const char *settings, const char *file) {
  csv expected;
  golden_read(&expected, file);
  inno_result *r = aggregated(FOLDER "input_complete.csv", weights_file, settings);
  print_message("%s: largest error %.2g\n", file, golden_compare(r, -2, &expected, 1e-12, NULL));
  inno_result_destroy(r);
  csv_free(&expected);
}

static void copeland(void **state) {
  (void)state;
  compare(NULL, "rule=copeland", FOLDER "agg_complete_copeland.csv");
  compare(FOLDER "weights_unequal.csv", "rule=copeland", FOLDER "agg_complete_copeland_wu.csv");
  compare(NULL, "rule=arithmetic;@4.rule=copeland", FOLDER "agg_complete_copeland_top_only.csv");
}

/* The five pillars of connectivity with weights 1, 2, 1, 0.5, 1: the matrix, its summary, Copeland scores. */
static void outranking_matrix(void **state) {
  enum { KIDS = 5, MOST = 64 };
  static const double weights[KIDS] = {1, 2, 1, 0.5, 1};
  static const char *const pillars[KIDS] = {"Physical", "ConEcFin", "Political", "Instit", "P2P"};
  static double x[KIDS][MOST], matrix[KIDS * MOST], margin[MOST], weight[MOST], scores[MOST];
  csv input, expected, summary, copeland_scores;
  (void)state;
  golden_read(&input, FOLDER "agg_complete_amean.csv");
  golden_read(&expected, FOLDER "outrank_matrix_conn_w.csv");
  golden_read(&summary, FOLDER "outrank_matrix_conn_w_summary.csv");
  golden_read(&copeland_scores, FOLDER "copeland_conn_w.csv");
  int n = input.rows, dominant = 0;
  const double *columns[KIDS];
  for (int p = 0; p < KIDS; p++) {
    for (int i = 0; i < n; i++) x[p][i] = csv_number(&input, i, csv_column(&input, pillars[p]));
    columns[p] = x[p];
  }
  const inno__node node = {.columns = columns, .weights = weights, .k = KIDS, .n = n};
  for (int i = 0; i < n; i++) {
    inno__compare_row(&node, i, 0, margin, weight);
    for (int j = 0; j < n; j++) {
      double got = i == j ? 0.0 : (1.0 + margin[j] / INNO__MARGIN_ONE) / 2.0;
      if (fabs(got - csv_number(&expected, i, j + 1)) > 1e-12) fail_msg("row %d column %d: %.17g", i, j, got);
      dominant += got == 1.0;
    }
    for (int c = 0; c < KIDS; c++) matrix[i * KIDS + c] = x[c][i];
  }
  assert_int_equal(dominant, (int)csv_number(&summary, 0, csv_column(&summary, "nDominant")));
  assert_int_equal(inno_flat_copeland(matrix, n, KIDS, 0, weights, NAN, scores), INNO_OK);
  for (int i = 0; i < n; i++) assert_true(scores[i] == csv_number(&copeland_scores, i, 1));
  csv_free(&copeland_scores);
  csv_free(&summary);
  csv_free(&expected);
  csv_free(&input);
}

/* COINr's way with a missing value: no weight for the row that stands first, all of it for the other (B3). */
static void coinr_copeland(const double *x, int n, int k, double *out) {
  for (int i = 0; i < n; i++) out[i] = 0.0;
  for (int i = 0; i < n; i++)
    for (int j = i + 1; j < n; j++) {
      double o = 0.0;
      for (int c = 0; c < k; c++) o += x[c * n + i] > x[c * n + j] ? 1.0 : x[c * n + i] == x[c * n + j] ? 0.5 : 0.0;
      double won = (o > k / 2.0) - (o < k / 2.0);
      out[i] += won;
      out[j] -= won;
    }
}

static void turn(const double *x, int n, int k, double *out) {
  for (int c = 0; c < k; c++)
    for (int i = 0; i < n; i++) out[c * n + i] = x[c * n + n - 1 - i];
}

/* All indicators of the example with their gaps, top to bottom and bottom to top: COINr's scores change, ours do not.
 */
static void missing_values_do_not_depend_on_rows(void **state) {
  csv input;
  (void)state;
  golden_read(&input, FOLDER "input_withNA.csv");
  int n = input.rows, k = 0, differ[2] = {0, 0}, gaps = 0;
  double *x = test_malloc(sizeof *x * (size_t)n * (size_t)input.columns),
         *turned = test_malloc(sizeof *x * (size_t)n * (size_t)input.columns);
  double *ours[2], *theirs[2];
  for (int way = 0; way < 2; way++) {
    ours[way] = test_malloc(sizeof *x * (size_t)n);
    theirs[way] = test_malloc(sizeof *x * (size_t)n);
  }
  for (int c = 0; c < input.columns; c++) {
    if (c == csv_column(&input, "uCode")) continue;
    for (int i = 0; i < n; i++) gaps += isnan(x[k * n + i] = csv_number(&input, i, c)) != 0;
    k++;
  }
  turn(x, n, k, turned);
  for (int way = 0; way < 2; way++) {
    assert_int_equal(inno_flat_copeland(way ? turned : x, n, k, 1, NULL, NAN, ours[way]), INNO_OK);
    coinr_copeland(way ? turned : x, n, k, theirs[way]);
  }
  for (int i = 0; i < n; i++) {
    differ[0] += ours[0][i] != ours[1][n - 1 - i];
    differ[1] += theirs[0][i] != theirs[1][n - 1 - i];
  }
  print_message("%d gaps: turning the rows changes %d scores, %d by COINr's way\n", gaps, differ[0], differ[1]);
  assert_true(k == 49 && gaps > 0 && differ[0] == 0 && differ[1] > 0);
  for (int way = 0; way < 2; way++) {
    test_free(ours[way]);
    test_free(theirs[way]);
  }
  test_free(turned);
  test_free(x);
  csv_free(&input);
}

/* COINr's power mean is missing where any child is (B4); with power 1 it ought to be its arithmetic mean, and ours is.
 */
static void power_mean_with_missing_children(void **state) {
  csv expected;
  (void)state;
  golden_read(&expected, FOLDER "agg_na_amean.csv");
  inno_result *r = aggregated(FOLDER "input_withNA.csv", NULL, "rule=power;power=1");
  print_message("power 1: largest error %.2g\n", golden_compare(r, -2, &expected, 1e-12, NULL));
  inno_result_destroy(r);
  r = aggregated(FOLDER "input_withNA.csv", NULL, "rule=power;power=2");
  double *a = test_malloc((size_t)inno_result_unit_count(r) * sizeof *a);
  for (int64_t node = inno_result_indicator_count(r); node < inno_result_node_count(r); node++) {
    assert_int_equal(inno_result_scores(r, node, a, sizeof *a, NULL), INNO_OK);
    for (int64_t i = 0; i < inno_result_unit_count(r); i++) assert_true(a[i] == a[i]);
  }
  test_free(a);
  inno_result_destroy(r);
  csv_free(&expected);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(copeland),
      cmocka_unit_test(outranking_matrix),
      cmocka_unit_test(missing_values_do_not_depend_on_rows),
      cmocka_unit_test(power_mean_with_missing_children),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
