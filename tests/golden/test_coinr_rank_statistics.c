/* COINr's uncertainty analysis of ASEM: the scores of its hundred replicates, ranked and counted, give its every
 * statistic of a rank. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "numeric/order.h"
#include "support/golden.h"
#include "support/tallies.h"

enum { REPLICATES = 100, MOST = 64 };

#define FOLDER "coinr/11_sensitivity/"

static inno_tally *tally_of(const csv *scores) {
  static int32_t ranks[MOST * REPLICATES];
  static double work[16 * MOST];
  double x[MOST], rank[MOST];
  int32_t nominal[MOST];
  int n = scores->rows;
  assert_true(n <= MOST && inno__rank_work_size(n) <= sizeof work);
  for (int r = -1; r < REPLICATES; r++) {
    char name[16] = "Nominal";
    if (r >= 0) snprintf(name, sizeof name, "r_%d", r + 1);
    int column = csv_column(scores, name);
    assert_true(column >= 0);
    for (int i = 0; i < n; i++) x[i] = csv_number(scores, i, column);
    inno__rank(x, n, 1, INNO__TIES_MIN, rank, work);
    for (int i = 0; i < n; i++) *(r < 0 ? &nominal[i] : &ranks[i * REPLICATES + r]) = (int32_t)(2.0 * rank[i]);
  }
  inno__tally_shape shape = {.units = n, .top = 10, .confidence = 0.9};
  inno__batch b = {.count = REPLICATES, .stride = REPLICATES, .ranks = ranks};
  inno_allocator a;
  inno_tally *t = NULL;
  inno__ranges with;
  inno__allocator_resolve(NULL, &a);
  assert_int_equal(inno__tally_create(&a, &shape, nominal, &t, NULL), INNO_OK);
  assert_int_equal(inno__tally_open(t, 0, REPLICATES, &with, NULL), INNO_OK);
  assert_int_equal(inno__tally_count(t, &b, NULL), INNO_OK);
  inno__tally_close(t, &with);
  return t;
}

static void every_statistic_of_a_rank(void **state) {
  (void)state;
  csv scores, expected;
  golden_read(&scores, FOLDER "ua_N100_seed100_scores.csv");
  golden_read(&expected, FOLDER "ua_N100_seed100_rankstats.csv");
  inno_tally *t = tally_of(&scores);
  static const double p[3] = {0.5, 0.05, 0.95};
  static const char *const names[5] = {"Nominal", "Mean", "Median", "Q5", "Q95"};
  double value[MOST][5];
  assert_int_equal(inno_tally_unit_values(t, INNO_TALLY_NOMINAL, &value[0][0], sizeof value[0], NULL), INNO_OK);
  assert_int_equal(inno_tally_unit_values(t, INNO_TALLY_MEAN, &value[0][1], sizeof value[0], NULL), INNO_OK);
  assert_int_equal(inno_tally_rank_quantiles(t, p, 3, 7, &value[0][2], sizeof value[0], 8, NULL), INNO_OK);
  assert_int_equal(expected.rows, scores.rows);
  for (int i = 0; i < expected.rows; i++) {
    assert_string_equal(csv_text(&expected, i, 0), csv_text(&scores, i, 0));
    for (int k = 0; k < 5; k++) {
      double x = csv_number(&expected, i, csv_column(&expected, names[k]));
      if (!(fabs(value[i][k] - x) <= 1e-12)) fail_msg("%s: %s %.17g", csv_text(&expected, i, 0), names[k], value[i][k]);
    }
  }
  inno_tally_destroy(t);
  csv_free(&scores);
  csv_free(&expected);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(every_statistic_of_a_rank)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
