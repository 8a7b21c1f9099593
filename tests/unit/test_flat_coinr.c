/* The flat tier on COINr's columns: reference folders 04 and 05, each column in one call. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/golden.h"

#define NONE INT32_MIN
enum { MOST = 64 };

/* What a call needs to know of a column. */
typedef struct {
  const double *x;
  int32_t n, direction;
  const csv *parameters; /* the row of params_iMeta.csv */
  int row;
} column;

typedef int32_t (*column_call)(const column *c, double *out);

static double parameter(const column *c, const char *name) {
  return csv_number(c->parameters, c->row, csv_column(c->parameters, name));
}

#define CALL(name, expression) \
  static int32_t name(const column *c, double *out) { return expression; }

CALL(log_ct, inno_flat_log_ct(c->x, c->n, out))
CALL(log_ct_plus, inno_flat_log_ct_plus(c->x, c->n, NONE, out))
CALL(log_ct_orig, inno_flat_log_ct_orig(c->x, c->n, out))
CALL(boxcox, inno_flat_boxcox(c->x, c->n, 0.5, out))
CALL(winsorize, inno_flat_winsorize(c->x, c->n, 3, NAN, NAN, NONE, NONE, NONE, out))
CALL(treat_plus,
     inno_flat_treat(c->x, c->n, NONE, NONE, 1, INNO_TREAT_LOG_CT_PLUS, NAN, NAN, NAN, NONE, NONE, NONE, NONE, out))
CALL(treat_combined,
     inno_flat_treat(c->x, c->n, NONE, NONE, 2, INNO_TREAT_LOG_CT, NAN, NAN, NAN, NONE, NONE, 1, NONE, out))
CALL(minmax, inno_flat_minmax(c->x, c->n, c->direction, NAN, NAN, NONE, out))
CALL(minmax_1, inno_flat_minmax(c->x, c->n, c->direction, 1, 100, NONE, out))
CALL(zscore, inno_flat_zscore(c->x, c->n, c->direction, NAN, NAN, NONE, out))
CALL(zscore_10, inno_flat_zscore(c->x, c->n, c->direction, 10, 2, NONE, out))
CALL(rank, inno_flat_rank_from_below(c->x, c->n, c->direction, NONE, out))
CALL(percentile_rank, inno_flat_percentile_rank(c->x, c->n, c->direction, NONE, out))
CALL(percentile_rank_average, inno_flat_percentile_rank(c->x, c->n, c->direction, INNO_TIES_FRACTIONAL, out))
CALL(borda, inno_flat_borda(c->x, c->n, c->direction, NONE, out))
CALL(distance_to_max, inno_flat_distance_to_max(c->x, c->n, c->direction, NONE, out))
CALL(goalposts,
     inno_flat_goalposts(c->x, c->n, c->direction, parameter(c, "goalpost_lower"), parameter(c, "goalpost_upper"),
                         parameter(c, "goalpost_scale"), parameter(c, "goalpost_trunc2posts") > 0, NONE, out))

/* ---- comparison ---- */

static void read_column(const csv *t, const csv *units, int at, double *out) {
  for (int i = 0; i < units->rows; i++) {
    int row = csv_row(t, csv_column(t, "uCode"), csv_text(units, i, csv_column(units, "uCode")));
    assert_true(row >= 0);
    out[i] = csv_number(t, row, at);
  }
}

static double compare(const double *out, const double *expected, int n, const char *code) {
  double scale = 0.0, worst = 0.0;
  for (int i = 0; i < n; i++)
    if (fabs(expected[i]) > scale) scale = fabs(expected[i]);
  for (int i = 0; i < n; i++) {
    if (isnan(out[i]) && isnan(expected[i])) continue;
    double error = fabs(out[i] - expected[i]) / scale;
    if (!(error <= 1e-12)) fail_msg("%s, row %d: %.17g, not %.17g", code, i, out[i], expected[i]);
    if (error > worst) worst = error;
  }
  return worst;
}

static int32_t direction_of(const csv *parameters, int row) {
  return csv_number(parameters, row, csv_column(parameters, "Direction")) < 0 ? -1 : 1;
}

/* Every indicator that both tables have. */
static void check_table(const char *input, const char *expected, column_call call) {
  csv in, want, parameters;
  char path[200];
  snprintf(path, sizeof path, "coinr/%s", expected);
  golden_read(&parameters, "coinr/05_normalise/params_iMeta.csv");
  golden_read(&in, input);
  golden_read(&want, path);
  double worst = 0.0;
  int compared = 0;
  assert_true(in.rows <= MOST);
  for (int j = 0; j < want.columns; j++) {
    const char *code = csv_text(&want, -1, j);
    int row = csv_row(&parameters, csv_column(&parameters, "iCode"), code);
    if (row < 0) continue;
    double x[MOST], y[MOST], out[MOST];
    read_column(&in, &in, csv_column(&in, code), x);
    read_column(&want, &in, j, y);
    const column c = {x, in.rows, direction_of(&parameters, row), &parameters, row};
    int32_t s = call(&c, out);
    if (s != INNO_OK) fail_msg("%s: %s", code, inno_status_name(s));
    double error = compare(out, y, in.rows, code);
    if (error > worst) worst = error;
    compared++;
  }
  print_message("%s: %d columns, largest error %.2g\n", expected, compared, worst);
  assert_int_equal(compared, 49);
  csv_free(&in);
  csv_free(&want);
  csv_free(&parameters);
}

#define RAW "coinr/ASEM_iData.csv"
#define TREATED "coinr/07_pipeline/treated.csv"

static void treatment_functions(void **state) {
  (void)state;
  check_table(RAW, "04_treat/fn_log_CT.csv", log_ct);
  check_table(RAW, "04_treat/fn_log_CT_plus.csv", log_ct_plus);
  check_table(RAW, "04_treat/fn_log_CT_orig.csv", log_ct_orig);
  check_table(RAW, "04_treat/fn_boxcox_0.5.csv", boxcox);
  check_table(RAW, "04_treat/fn_winsorise_3.csv", winsorize);
}

static void whole_treatments(void **state) {
  (void)state;
  check_table(RAW, "04_treat/treat_raw_win1_logCTplus_data.csv", treat_plus);
  check_table(RAW, "04_treat/treat_raw_win2_combine_data.csv", treat_combined);
}

static void normalizations(void **state) {
  (void)state;
  check_table(TREATED, "05_normalise/minmax_0_100_treated.csv", minmax);
  check_table(TREATED, "05_normalise/minmax_1_100_treated.csv", minmax_1);
  check_table(TREATED, "05_normalise/zscore_0_1_treated.csv", zscore);
  check_table(TREATED, "05_normalise/zscore_10_2_treated.csv", zscore_10);
  check_table(TREATED, "05_normalise/rank_treated.csv", rank);
  check_table(TREATED, "05_normalise/prank_treated.csv", percentile_rank);
  check_table(TREATED, "05_normalise/prank_avg_treated.csv", percentile_rank_average);
  check_table(TREATED, "05_normalise/borda_treated.csv", borda);
  check_table(TREATED, "05_normalise/dist2max_treated.csv", distance_to_max);
  check_table(RAW, "05_normalise/goalposts_iMeta_raw.csv", goalposts);
}

static void statistics_and_points(void **state) {
  (void)state;
  csv data, moments, points;
  golden_read(&data, RAW);
  golden_read(&moments, "coinr/04_treat/fn_skew_kurt_raw.csv");
  golden_read(&points, "coinr/04_treat/fn_winsorise_3_nwin.csv");
  for (int r = 0; r < moments.rows; r++) {
    const char *code = csv_text(&moments, r, 0);
    double x[MOST];
    read_column(&data, &data, csv_column(&data, code), x);
    double g = csv_number(&moments, r, 1), k = csv_number(&moments, r, 2), passed = csv_number(&moments, r, 3);
    assert_true(fabs(inno_flat_skewness(x, data.rows, NONE) - g) <= 1e-12 * fmax(1.0, fabs(g)));
    assert_true(fabs(inno_flat_kurtosis(x, data.rows, NONE) - k) <= 1e-12 * fmax(1.0, fabs(k)));
    assert_true(inno_flat_passes(x, data.rows, NAN, NAN, NONE, NONE) == passed);
    double moved = csv_number(&points, csv_row(&points, 0, code), 1);
    assert_true(inno_flat_winsorize_points(x, data.rows, 3, NAN, NAN, NONE, NONE, NONE) == moved);
  }
  csv_free(&data);
  csv_free(&moments);
  csv_free(&points);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(treatment_functions),
      cmocka_unit_test(whole_treatments),
      cmocka_unit_test(normalizations),
      cmocka_unit_test(statistics_and_points),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
