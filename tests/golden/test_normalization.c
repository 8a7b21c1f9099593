/* Normalization against tables that others published or computed: the Handbook's Table 15, Compind, COINr's panel. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "construct/normalize.h"
#include "innoscore/keys.h"
#include "numeric/missing.h"
#include "support/golden.h"

enum { ROWS = 300 };

static double work[8 * ROWS];
static const inno__site nowhere = {NULL, NULL, NULL};

static void normalize(const double *x, int n, const inno__normalize_rule *rule, double *out) {
  inno__frame frame;
  assert_true(inno__normalize_work_size(n) <= sizeof work);
  assert_int_equal(inno__normalize_fit(x, n, rule, &frame, work, &nowhere), INNO_OK);
  assert_int_equal(inno__normalize_apply(x, n, rule, &frame, out, NULL, work, &nowhere), INNO_OK);
}

/* ---- Handbook, Table 15: mean years of schooling ---- */

static const double cuts[] = {5, 15, 35, 65, 85, 95}, classes[] = {0, 20, 40, 50, 60, 80, 100};

static const struct {
  const char *column;
  inno__normalize_rule rule;
  double printed; /* half a unit of the last digit */
} table15[] = {
    {"rank_highest_is_top", {.rule = INNO_NORMALIZE_RANK, .ties = INNO_TIES_COMPETITION, .direction = 1}, 0.0},
    {"zscore", {.rule = INNO_NORMALIZE_ZSCORE, .sd = 1.0, .direction = 1}, 0.005},
    {"minmax", {.rule = INNO_NORMALIZE_MINMAX, .upper = 1.0, .direction = 1}, 0.005},
    {"ratio_to_mean", {.rule = INNO_NORMALIZE_RATIO_TO_MEAN, .direction = 1}, 0.005},
    {"ratio_to_best", {.rule = INNO_NORMALIZE_FRACTION_OF_MAX, .direction = 1}, 0.005},
    {"ratio_to_worst", {.rule = INNO_NORMALIZE_RATIO_TO_WORST, .direction = 1}, 0.005},
    {"above_below_mean_p20", {.rule = INNO_NORMALIZE_ABOVE_BELOW_MEAN, .threshold = 0.2, .direction = 1}, 0.0},
    {"percentile", {.rule = INNO_NORMALIZE_PERCENTILE, .ties = INNO_TIES_COMPETITION, .direction = 1}, 0.05},
    {"categorical",
     {.rule = INNO_NORMALIZE_CATEGORICAL, .cuts = {cuts, 6}, .scores = {classes, 7}, .direction = 1},
     0.0},
};

static void the_table_of_the_handbook(void **state) {
  csv raw, printed;
  double x[ROWS], out[ROWS];
  (void)state;
  golden_read(&raw, "published/tai_oecd_handbook_raw.csv");
  golden_read(&printed, "published/tai_oecd_handbook_table15_schooling.csv");
  for (int i = 0; i < printed.rows; i++) {
    int r = csv_row(&raw, 0, csv_text(&printed, i, 0));
    assert_true(r >= 0);
    x[i] = csv_number(&raw, r, csv_column(&raw, "SCHOOLING"));
  }
  for (size_t k = 0; k < sizeof table15 / sizeof table15[0]; k++) {
    int column = csv_column(&printed, table15[k].column);
    normalize(x, printed.rows, &table15[k].rule, out);
    for (int i = 0; i < printed.rows; i++) {
      double want = csv_number(&printed, i, column);
      if (fabs(out[i] - want) > table15[k].printed * (1.0 + 1e-9))
        fail_msg("%s of %s: got %.6f, printed %.6f", table15[k].column, csv_text(&printed, i, 0), out[i], want);
    }
  }
  csv_free(&raw), csv_free(&printed);
}

/* ---- Compind 3.3, normalise_ci ---- */

static void compare(const char *input, const char *file, const inno__normalize_rule *rule) {
  csv in, expected;
  double worst = 0.0;
  golden_read(&in, input);
  golden_read(&expected, file);
  for (int c = 1; c < expected.columns; c++) {
    double x[ROWS], out[ROWS], scale = 1e-300;
    int from = csv_column(&in, csv_text(&expected, -1, c));
    assert_true(from >= 0);
    for (int i = 0; i < in.rows; i++) x[i] = csv_number(&in, i, from);
    for (int i = 0; i < in.rows; i++) scale = fmax(scale, fabs(csv_number(&expected, i, c)));
    normalize(x, in.rows, rule, out);
    for (int i = 0; i < in.rows; i++) worst = fmax(worst, fabs(out[i] - csv_number(&expected, i, c)) / scale);
  }
  print_message("%-48s largest error %.2g\n", file, worst);
  assert_true(worst <= 1e-12);
  csv_free(&in), csv_free(&expected);
}

static void compind(void **state) {
  const inno__normalize_rule unit = {.rule = INNO_NORMALIZE_MINMAX, .upper = 1.0, .direction = 1};
  const inno__normalize_rule z = {.rule = INNO_NORMALIZE_ZSCORE, .mean = 100.0, .sd = 10.0, .direction = 1};
  (void)state;
  compare("compind/EU_NUTS1.csv", "compind/nuts1_norm_minmax_pospos.csv", &unit);
  compare("compind/BLI_2017.csv", "compind/bli_norm_minmax.csv", &unit);
  compare("compind/BLI_2017.csv", "compind/bli_norm_z100_10.csv", &z);
}

/* ---- COINr's example purse: screening and treatment by period, one min-max over all ---- */

enum { UNITS = 51, PERIODS = 5 };

static inno_dataset *panel(const csv *raw) {
  static const char *codes[UNITS];
  double years[PERIODS], column[UNITS * PERIODS];
  inno_dataset *d = NULL;
  assert_int_equal(raw->rows, UNITS * PERIODS);
  for (int i = 0; i < UNITS; i++) codes[i] = csv_text(raw, i, 1);
  for (int p = 0; p < PERIODS; p++) years[p] = csv_number(raw, p * UNITS, 0);
  assert_int_equal(inno_dataset_create_panel(NULL, UNITS, codes, PERIODS, years, &d, NULL), INNO_OK);
  for (int c = 2; c < raw->columns; c++) {
    for (int r = 0; r < raw->rows; r++) {
      assert_string_equal(csv_text(raw, r, 1), codes[r % UNITS]);
      column[r] = csv_number(raw, r, c);
    }
    assert_int_equal(inno_dataset_add_column(d, csv_text(raw, -1, c), column, sizeof(double), NULL), INNO_OK);
  }
  return d;
}

static inno_method *purse_method(void) {
  static const golden_step steps[] = {{INNO_STEP_SCREEN, "rule=coverage;min_coverage=0.9"},
                                      {INNO_STEP_TREAT, "rules=winsorize, log_ct;frame=period"},
                                      {INNO_STEP_NORMALIZE, "frame=pooled"},
                                      {INNO_STEP_AGGREGATE, ""},
                                      {0, NULL}};
  csv parameters;
  inno_indicator_set *set = NULL;
  golden_read(&parameters, "coinr/05_normalise/params_iMeta.csv");
  inno_indicator_set_create(NULL, &set, NULL);
  inno_indicator_set_add(set, "index", NULL, NULL);
  for (int r = 0; r < parameters.rows; r++) {
    const char *code = csv_text(&parameters, r, csv_column(&parameters, "iCode"));
    double direction = csv_number(&parameters, r, csv_column(&parameters, "Direction"));
    inno_indicator_set_add(set, code, "index", NULL);
    inno_indicator_set_direction(set, code, (int32_t)direction, NULL);
  }
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  inno_method *m = golden_method(set, steps);
  inno_indicator_set_destroy(set);
  csv_free(&parameters);
  return m;
}

static void the_purse_of_coinr(void **state) {
  csv raw, expected;
  double got[UNITS * PERIODS], worst = 0.0;
  int left = 0;
  (void)state;
  golden_read(&raw, "coinr/14_panel/purse_raw.csv");
  golden_read(&expected, "coinr/14_panel/purse_normalised.csv");
  inno_dataset *d = panel(&raw);
  inno_method *m = purse_method();
  inno_result *r = golden_result(m, d);
  for (int c = 2; c < expected.columns; c++) {
    int64_t node = inno_result_find_node(r, csv_text(&expected, -1, c));
    assert_true(node >= 0);
    assert_int_equal(inno_result_values(r, 2, node, got, sizeof(double), NULL), INNO_OK);
    int at = 0;
    for (int row = 0; row < raw.rows; row++) {
      int there = at < expected.rows && csv_number(&raw, row, 0) == csv_number(&expected, at, 0) &&
                  strcmp(csv_text(&raw, row, 1), csv_text(&expected, at, 1)) == 0;
      if (!there) { /* screened out in this year */
        assert_true(isnan(got[row]));
        continue;
      }
      double want = csv_number(&expected, at++, c);
      assert_true(!isnan(want) == !isnan(got[row]));
      if (want == want) worst = fmax(worst, fabs(got[row] - want) / 100.0);
    }
    assert_int_equal(at, expected.rows);
    left = at;
  }
  print_message("coinr/14_panel/purse_normalised.csv: %d rows left, largest error %.2g\n", left, worst);
  assert_true(worst <= 1e-12);
  inno_result_destroy(r);
  inno_method_destroy(m);
  inno_dataset_destroy(d);
  csv_free(&raw), csv_free(&expected);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_table_of_the_handbook),
      cmocka_unit_test(compind),
      cmocka_unit_test(the_purse_of_coinr),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
