/* Panels against COINr (reference folder 14): impute_panel and the growth rates of get_trends. */
#include <math.h>
#include <string.h>

#include "construct/impute_time.h"
#include "innoscore/innoscore.h"
#include "support/golden.h"

enum { MOST = 300 };

static double times[MOST];
static int64_t periods, units;

/* Rows are period-major and every period has the same units in the same order; checked, not assumed. */
static void take_layout(const csv *t) {
  int code = csv_column(t, "uCode"), time = csv_column(t, "Time");
  units = periods = 0;
  while (units < t->rows && csv_number(t, (int)units, time) == csv_number(t, 0, time)) units++;
  for (int r = 0; r < t->rows; r++) {
    if (r % units == 0) times[periods++] = csv_number(t, r, time);
    assert_true(csv_number(t, r, time) == times[periods - 1]);
    assert_string_equal(csv_text(t, r, code), csv_text(t, (int)(r % units), code));
  }
  assert_int_equal(t->rows, periods * units);
  assert_true(t->rows <= MOST);
}

static void take(const csv *t, const char *name, double *x) {
  int c = csv_column(t, name);
  if (c < 0) fail_msg("no column %s", name);
  for (int r = 0; r < t->rows; r++) x[r] = csv_number(t, r, c);
}

static int is_indicator(const csv *meta, const char *code) {
  int r = csv_row(meta, csv_column(meta, "iCode"), code);
  return r >= 0 && strcmp(csv_text(meta, r, csv_column(meta, "Type")), "Indicator") == 0;
}

static void compare_panel(int32_t rule, const char *file) {
  csv in, meta, expected;
  double worst = 0.0;
  int columns = 0, filled = 0;
  const inno__time_rule r = {rule, INFINITY, INT32_MAX};
  golden_read(&in, "coinr/14_panel/impute_panel_input.csv");
  golden_read(&meta, "coinr/ASEM_iMeta.csv");
  golden_read(&expected, file);
  take_layout(&in);
  for (int c = 0; c < in.columns; c++) {
    const char *code = csv_text(&in, -1, c);
    double x[MOST], want[MOST], out[MOST], scale = 0.0;
    unsigned char marks[MOST] = {0};
    if (!is_indicator(&meta, code)) continue;
    columns++;
    take(&in, code, x);
    take(&expected, code, want);
    inno__impute_time(x, times, periods, units, &r, NULL, out, marks, NULL, NULL);
    for (int i = 0; i < in.rows; i++)
      if (fabs(want[i]) > scale) scale = fabs(want[i]);
    for (int i = 0; i < in.rows; i++) {
      assert_int_equal(marks[i], x[i] != x[i] && want[i] == want[i] ? INNO_MARK_IMPUTED : 0);
      filled += marks[i] != 0;
      if (want[i] != want[i] && out[i] != out[i]) continue;
      double error = fabs(out[i] - want[i]) / scale;
      if (!(error <= 1e-12)) fail_msg("%s, row %d: got %.17g, expected %.17g", code, i, out[i], want[i]);
      if (error > worst) worst = error;
    }
  }
  assert_int_equal(columns, 49);
  assert_true(filled > 1000);
  print_message("%s: %d cells filled, largest error %.2g\n", file, filled, worst);
  csv_free(&in), csv_free(&meta), csv_free(&expected);
}

static void impute_panel(void **state) {
  (void)state;
  compare_panel(INNO_IMPUTE_LATEST, "coinr/14_panel/impute_panel_latest.csv");
  compare_panel(INNO_IMPUTE_LINEAR_CONSTANT, "coinr/14_panel/impute_panel_linear-constant.csv");
}

/* COINr gives Inf for a growth from zero; here that is missing with its reason. */
static void growth(void **state) {
  csv raw, trends;
  double worst = 0.0;
  int compared = 0, from_zero = 0, sign_changes = 0, missing = 0;
  (void)state;
  golden_read(&raw, "coinr/14_panel/purse_raw.csv");
  golden_read(&trends, "coinr/14_panel/trends_CAGR.csv");
  take_layout(&raw);
  for (int r = 0; r < trends.rows; r++) {
    double x[MOST], rate;
    int32_t reason;
    take(&raw, csv_text(&trends, r, csv_column(&trends, "iCode")), x);
    int unit = csv_row(&raw, csv_column(&raw, "uCode"), csv_text(&trends, r, csv_column(&trends, "uCode")));
    assert_int_equal(
        inno_trend_cagr(x + unit, 8, (ptrdiff_t)(8 * units), 1, times, periods, 0, &rate, 8, &reason, NULL), INNO_OK);
    double want = csv_number(&trends, r, csv_column(&trends, "CAGR"));
    int available = csv_number(&trends, r, csv_column(&trends, "Avail")) > 0.0;
    if (isinf(want)) {
      assert_int_equal(reason, INNO_TREND_FROM_ZERO);
      from_zero++;
    } else if (isnan(want)) {
      assert_int_equal(reason, available ? INNO_TREND_SIGN_CHANGE : INNO_TREND_TOO_FEW);
      *(available ? &sign_changes : &missing) += 1;
    } else {
      double error = fabs(rate - want) / fmax(1.0, fabs(want));
      assert_int_equal(reason, INNO_TREND_OK);
      if (!(error <= 1e-12)) fail_msg("row %d: got %.17g, expected %.17g", r, rate, want);
      if (error > worst) worst = error;
      compared++;
    }
  }
  print_message("CAGR: %d rates, largest error %.2g; from zero %d, sign change %d, too few %d\n", compared, worst,
                from_zero, sign_changes, missing);
  assert_int_equal(compared + from_zero + sign_changes + missing, 2499);
  assert_int_equal(from_zero, 71);
  assert_int_equal(sign_changes, 1);
  csv_free(&raw), csv_free(&trends);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(impute_panel),
      cmocka_unit_test(growth),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
