/* The treatment kernels against COINr's: statistics, winsorizing, the chain's values, details and treated points,
 * every transformation (reference folder 04). */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "construct/treat.h"
#include "numeric/missing.h"
#include "support/golden.h"

enum { ROWS = 64 };

static const inno__site nowhere;

static void take(const csv *t, const char *name, double *x) {
  int c = csv_column(t, name);
  if (c < 0) fail_msg("no column %s", name);
  assert_true(t->rows <= ROWS);
  for (int r = 0; r < t->rows; r++) x[r] = csv_number(t, r, c);
}

static double difference(double got, double want, double scale) {
  if (want != want && got != got) return 0.0;
  return fabs(got - want) / fmax(scale, fabs(want));
}

static void compare(const csv *expected, const char *name, const double *got, double *worst) {
  double want[ROWS], scale = 1e-300;
  take(expected, name, want);
  for (int r = 0; r < expected->rows; r++)
    if (fabs(want[r]) > scale) scale = fabs(want[r]);
  for (int r = 0; r < expected->rows; r++) {
    double error = difference(got[r], want[r], scale);
    if (!(error <= 1e-12)) fail_msg("%s, row %d: got %.17g, expected %.17g", name, r, got[r], want[r]);
    if (error > *worst) *worst = error;
  }
}

static void report(const char *file, double worst) { print_message("%-48s largest error %.2g\n", file, worst); }

static double work[4 * ROWS];

static inno__treat_rule default_rule(int32_t limit, int32_t second) {
  return (inno__treat_rule){.rules = {INNO_TREAT_WINSORIZE, second},
                            .rule_count = second != 0 ? 2 : 1,
                            .direction = 1,
                            .skewness = 2.0,
                            .kurtosis = 3.5,
                            .skewness_type = 2,
                            .kurtosis_type = 2,
                            .limit = limit,
                            .factor = inno__nan(),
                            .lambda = inno__nan(),
                            .degree = inno__nan()};
}

static void statistics(void **state) {
  csv raw, expected;
  double worst = 0.0;
  (void)state;
  golden_read(&raw, "coinr/00_struct/raw.csv");
  golden_read(&expected, "coinr/04_treat/fn_skew_kurt_raw.csv");
  inno__treat_rule rule = default_rule(0, 0);
  for (int r = 0; r < expected.rows; r++) {
    double x[ROWS], got[2], want[2] = {csv_number(&expected, r, 1), csv_number(&expected, r, 2)};
    take(&raw, csv_text(&expected, r, 0), x);
    assert_int_equal(inno__treat_test(x, raw.rows, &rule, &got[0], &got[1], work), (int)csv_number(&expected, r, 3));
    for (int k = 0; k < 2; k++) {
      double error = difference(got[k], want[k], 1.0);
      assert_true(error <= 1e-12);
      worst = fmax(worst, error);
    }
  }
  report("fn_skew_kurt_raw", worst);
  csv_free(&raw), csv_free(&expected);
}

static void winsorizing(void **state) {
  csv raw, expected, counts;
  double worst = 0.0;
  (void)state;
  golden_read(&raw, "coinr/00_struct/raw.csv");
  golden_read(&expected, "coinr/04_treat/fn_winsorise_3.csv");
  golden_read(&counts, "coinr/04_treat/fn_winsorise_3_nwin.csv");
  inno__treat_rule rule = default_rule(3, 0);
  for (int r = 0; r < counts.rows; r++) {
    double x[ROWS], out[ROWS];
    int64_t high = -1, low = -1, moved = 0;
    take(&raw, csv_text(&counts, r, 0), x);
    inno__winsorize(x, raw.rows, &rule, out, NULL, &high, &low, work);
    assert_int_equal(high + low, (int)csv_number(&counts, r, 1));
    for (int i = 0; i < raw.rows; i++) moved += out[i] < x[i] || out[i] > x[i];
    assert_int_equal(moved, high + low);
    compare(&expected, csv_text(&counts, r, 0), out, &worst);
  }
  report("fn_winsorise_3", worst);
  csv_free(&raw), csv_free(&expected), csv_free(&counts);
}

static void transformations(void **state) {
  static const struct {
    int32_t which;
    const char *file;
  } tables[] = {{INNO_TREAT_LOG_CT, "coinr/04_treat/fn_log_CT.csv"},
                {INNO_TREAT_LOG_CT_PLUS, "coinr/04_treat/fn_log_CT_plus.csv"},
                {INNO_TREAT_LOG_CT_ORIG, "coinr/04_treat/fn_log_CT_orig.csv"},
                {INNO_TREAT_BOXCOX, "coinr/04_treat/fn_boxcox_0.5.csv"}};
  (void)state;
  for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
    csv raw, expected;
    double worst = 0.0;
    golden_read(&raw, "coinr/00_struct/raw.csv");
    golden_read(&expected, tables[i].file);
    inno__treat_rule rule = default_rule(0, 0);
    rule.lambda = 0.5;
    for (int c = 0; c < raw.columns; c++) {
      double x[ROWS], out[ROWS], parameter;
      if (strcmp(csv_text(&raw, -1, c), "uCode") == 0) continue;
      take(&raw, csv_text(&raw, -1, c), x);
      assert_int_equal(inno__transform(x, raw.rows, tables[i].which, &rule, out, &parameter, work, &nowhere), INNO_OK);
      compare(&expected, csv_text(&raw, -1, c), out, &worst);
    }
    report(tables[i].file, worst);
    csv_free(&raw), csv_free(&expected);
  }
}

/* ---- the chain: values, details and treated points of one column ---- */

static void check_stage(const inno__treat_stage *stage, int number, const csv *details, int row) {
  char name[3][40];
  const char *const parts[3] = {"Pass", "Skew", "Kurt"};
  for (int k = 0; k < 3; k++) snprintf(name[k], sizeof name[k], "check_SkewKurt%d.%s", number, parts[k]);
  if (csv_column(details, name[0]) < 0 || csv_text(details, row, csv_column(details, name[0]))[0] == '\0')
    fail_msg("%s: stage %d is not in COINr's table", csv_text(details, row, 0), number);
  assert_int_equal(stage->passed, (int)csv_number(details, row, csv_column(details, name[0])));
  double skewness = csv_number(details, row, csv_column(details, name[1]));
  double kurtosis = csv_number(details, row, csv_column(details, name[2]));
  if (!(difference(stage->skewness, skewness, 1.0) <= 1e-12) || !(difference(stage->kurtosis, kurtosis, 1.0) <= 1e-12))
    fail_msg("%s stage %d: %.17g %.17g, expected %.17g %.17g", csv_text(details, row, 0), number, stage->skewness,
             stage->kurtosis, skewness, kurtosis);
  double points = csv_number(details, row, csv_column(details, "winsorise.nwin")); /* NaN where nothing was tried */
  if (number == 1) assert_true((double)(stage->points_high + stage->points_low) == points);
}

/* Stages that COINr has and we have not would be as wrong as the reverse. */
static int stages_in(const csv *details, int row) {
  int count = 1, second = csv_column(details, "check_SkewKurt2.Pass");
  count += csv_text(details, row, csv_column(details, "check_SkewKurt1.Pass"))[0] != '\0';
  return count + (second >= 0 && csv_text(details, row, second)[0] != '\0');
}

/* "winhi", "winlo", "winhi+log_CT", "+log_CT". COINr keeps the winsorized label also where the logarithm began anew
 * from the original; ours tells what the values went through. Missing cells carry COINr's "+log_CT" too. */
static void check_marks(const unsigned char *marks, const double *x, const csv *points, const char *code,
                        int combined) {
  for (int r = 0; r < points->rows; r++) {
    const char *label = csv_text(points, r, csv_column(points, code));
    int log = strchr(label, '+') != NULL, want = log ? INNO_MARK_TRANSFORMED : 0;
    if (strncmp(label, "winhi", 5) == 0 && (combined || !log)) want |= INNO_MARK_WINSORIZED_HIGH;
    if (strncmp(label, "winlo", 5) == 0 && (combined || !log)) want |= INNO_MARK_WINSORIZED_LOW;
    if (marks[r] != (x[r] == x[r] ? want : 0)) fail_msg("%s, row %d: marks %d for '%s'", code, r, marks[r], label);
  }
}

static void check_chain(const char *input, const char *stem, const inno__treat_rule *rule) {
  csv in, expected, details, points;
  char file[3][128];
  const char *const parts[3] = {"data", "details", "points"};
  double worst = 0.0;
  for (int k = 0; k < 3; k++) snprintf(file[k], sizeof file[k], "coinr/04_treat/%s_%s.csv", stem, parts[k]);
  golden_read(&in, input);
  golden_read(&expected, file[0]);
  golden_read(&details, file[1]);
  golden_read(&points, file[2]);
  for (int row = 0; row < details.rows; row++) {
    const char *code = csv_text(&details, row, 0);
    double x[ROWS], out[ROWS];
    unsigned char marks[ROWS] = {0};
    inno__treat_log log;
    take(&in, code, x);
    assert_int_equal(inno__treat(x, in.rows, rule, out, marks, &log, work, &nowhere), INNO_OK);
    assert_int_equal(log.count, stages_in(&details, row));
    assert_int_equal(log.kept, log.count - 1);
    for (int k = 0; k < log.count; k++) check_stage(&log.stage[k], k, &details, row);
    check_marks(marks, x, &points, code, rule->combine);
    compare(&expected, code, out, &worst);
  }
  report(file[0], worst);
  csv_free(&in), csv_free(&expected), csv_free(&details), csv_free(&points);
}

static void chains(void **state) {
  (void)state;
  inno__treat_rule rule = default_rule(5, INNO_TREAT_LOG_CT);
  check_chain("coinr/03_screen/screen_pipeline_data.csv", "treat_default", &rule);
  rule = default_rule(1, INNO_TREAT_LOG_CT_PLUS);
  check_chain("coinr/00_struct/raw.csv", "treat_raw_win1_logCTplus", &rule);
  rule = default_rule(2, INNO_TREAT_LOG_CT);
  rule.combine = 1;
  check_chain("coinr/00_struct/raw.csv", "treat_raw_win2_combine", &rule);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(statistics),
      cmocka_unit_test(winsorizing),
      cmocka_unit_test(transformations),
      cmocka_unit_test(chains),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
