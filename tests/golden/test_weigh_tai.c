/* The Handbook's own example, the Technology Achievement Index: correlations, eigenvalues, loadings, varimax, factor
 * weights and AHP, against what the book prints. Its data are printed with the logarithms of telephones and electricity
 * rounded to two decimals; the book computed with all of them. Cells that these two columns touch are therefore held to
 * 0.02, others to the print. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "construct/weigh_children.h"
#include "construct/weigh_judgement.h"
#include "numeric/correlation.h"
#include "numeric/eigen.h"
#include "numeric/rotation.h"
#include "support/golden.h"

enum { K = 8, N = 23, F = 4, WORK = 4096 };

static const char *const codes[K] = {"PATENTS",        "ROYALTIES",       "INTERNET",  "EXPORTS",
                                     "TELEPHONES_LOG", "ELECTRICITY_LOG", "SCHOOLING", "UNIVERSITY"};
static double data[K][N], work[WORK];
static const double *columns[K];
static const inno__site site = {NULL, "TAI", NULL};

static int rounded(int j) { return j == 4 || j == 5; }

static void read_data(void) {
  csv t;
  golden_read(&t, "published/tai_oecd_handbook_raw.csv");
  assert_int_equal(t.rows, N);
  for (int j = 0; j < K; j++) {
    for (int i = 0; i < N; i++) data[j][i] = csv_number(&t, i, csv_column(&t, codes[j]));
    columns[j] = data[j];
  }
  csv_free(&t);
}

static void correlations(double *out) {
  read_data();
  assert_true(inno__correlation_matrix_work_size(N) <= sizeof work);
  inno__correlation_matrix(columns, K, N, NULL, INNO__CORRELATIONS, out, work);
}

/* Within the print (half a unit of its last digit), or within 0.02; returns whether the former. */
static int agrees(double got, double printed, int touched, const char *what) {
  double error = fabs(got - printed);
  if (error > (touched ? 0.02 : 0.005) + 1e-9) fail_msg("%s: %.4f, printed %.2f", what, got, printed);
  return error <= 0.005 + 1e-9;
}

static void table_of_correlations(void **state) {
  csv t;
  double r[K * K];
  int exact = 0;
  (void)state;
  golden_read(&t, "published/tai_oecd_handbook_correlations.csv");
  correlations(r);
  for (int i = 0; i < K; i++)
    for (int j = i; j < K; j++)
      exact += agrees(r[i * K + j], csv_number(&t, i, j + 1), rounded(i) || rounded(j), codes[i]);
  print_message("correlations: %d of 36 within the print\n", exact);
  assert_true(exact >= 33);
  csv_free(&t);
}

static void table_of_eigenvalues(void **state) {
  csv t;
  double r[K * K], value[K], vector[K * K];
  (void)state;
  golden_read(&t, "published/tai_oecd_handbook_eigen.csv");
  correlations(r);
  assert_true(inno__eigen_symmetric(r, K, value, vector) > 0);
  for (int j = 0; j < K; j++) {
    double printed = csv_number(&t, j, csv_column(&t, "eigenvalue_published"));
    assert_true(fabs(value[j] - printed) <= 0.06); /* 3.354 is printed 3.3 */
    assert_true(fabs(100.0 * value[j] / K - csv_number(&t, j, csv_column(&t, "pct_variance"))) <= 0.15);
  }
  csv_free(&t);
}

/* Loadings k x m, unturned; each column compared with the column of the table that it is most like, up to its sign. */
static void loadings_of(int m, double *out) {
  double r[K * K], value[K], vector[K * K];
  correlations(r);
  assert_true(inno__eigen_symmetric(r, K, value, vector) > 0);
  for (int j = 0; j < K; j++)
    for (int f = 0; f < m; f++) out[j * m + f] = vector[f * K + j] * sqrt(value[f]);
}

static int compare_columns(const csv *t, const double *got, int m, double tolerance) {
  int within = 0, used = 0;
  for (int f = 0; f < m; f++) {
    double best = 0.0;
    int at = 0;
    for (int c = 0; c < m; c++) {
      double dot = 0.0;
      for (int j = 0; j < K; j++) dot += got[j * m + f] * csv_number(t, j, c + 1);
      if (fabs(dot) > fabs(best)) {
        best = dot;
        at = c;
      }
    }
    assert_false(used & 1 << at);
    used |= 1 << at;
    for (int j = 0; j < K; j++) {
      double printed = csv_number(t, j, at + 1) * (best < 0.0 ? -1.0 : 1.0), error = fabs(got[j * m + f] - printed);
      if (error > tolerance) fail_msg("%s, factor %d: %.4f, printed %.2f", codes[j], at + 1, got[j * m + f], printed);
      within += error <= 0.005 + 1e-9;
    }
  }
  return within;
}

static void table_of_loadings(void **state) {
  csv t;
  double loadings[K * K];
  (void)state;
  golden_read(&t, "published/tai_oecd_handbook_pca_loadings.csv");
  loadings_of(K, loadings);
  int within = compare_columns(&t, loadings, K, 0.02);
  print_message("loadings: %d of 64 within the print\n", within);
  assert_true(within >= 39);
  csv_free(&t);
}

static void table_of_varimax(void **state) {
  csv t;
  double loadings[K * F];
  inno__rotation_report report;
  (void)state;
  golden_read(&t, "published/tai_oecd_handbook_varimax.csv");
  loadings_of(F, loadings);
  inno__varimax(loadings, K, F, 100, NULL, &report, work);
  assert_true(report.converged);
  int within = compare_columns(&t, loadings, F, 0.02);
  print_message("varimax: %d of 32 within the print, %d sweeps\n", within, report.sweeps);
  assert_true(within >= 20);
  for (int j = 0; j < K; j++) {
    double sum = 0.0;
    for (int f = 0; f < F; f++) sum += loadings[j * F + f] * loadings[j * F + f];
    agrees(sum, csv_number(&t, j, F + 1), 1, codes[j]);
  }
  csv_free(&t);
}

/* Four factors by "more than 10 % each", as in the book; the third has the eigenvalue 0.98. Five of eight weights are
 * as printed. TELEPHONES_LOG is 0.086 for 0.08 because of the rounded data: its loading is 0.69 here and 0.68 in the
 * book. ELECTRICITY_LOG and SCHOOLING are printed 0.13 and 0.13, but the book's own loadings 0.82 and 0.88 give 0.12
 * and 0.14. */
static void factor_weights(void **state) {
  static const double printed_loading[K] = {0.97, 0.93, 0.79, 0.56, 0.68, 0.82, 0.88, 0.96};
  const inno__weigh_rule rule = {
      .rule = INNO_WEIGH_FACTORS, .retain = INNO_RETAIN_SHARE, .min_share = 0.1, .sweeps = 100};
  csv t;
  double w[K], total = 0.0;
  int as_printed = 0;
  (void)state;
  golden_read(&t, "published/tai_oecd_handbook_weights.csv");
  read_data();
  assert_true(inno__weigher_factors.work_size(K, N) <= sizeof work);
  const inno__weigh_job job = {columns, K, N, &rule, codes, &site, work};
  assert_int_equal(inno__weigh_factors(&job, w), INNO_OK);
  int row = csv_row(&t, 0, "FA");
  for (int j = 0; j < K; j++) total += printed_loading[j] * printed_loading[j];
  for (int j = 0; j < K; j++) {
    double printed = csv_number(&t, row, csv_column(&t, codes[j]));
    double from_print = printed_loading[j] * printed_loading[j] / total;
    int same = fabs(w[j] - printed) <= 0.005;
    print_message("%-16s %.4f, from the printed loadings %.4f, printed %.2f%s\n", codes[j], w[j], from_print, printed,
                  same ? "" : " differs");
    as_printed += same;
    assert_true(same || j == 4 || j == 5 || j == 6);
    assert_true(fabs(w[j] - printed) <= 0.0115);
    assert_true(fabs(w[j] - from_print) <= 0.004);
  }
  assert_int_equal(as_printed, 5);
  csv_free(&t);
}

/* One respondent's matrix: vector, largest eigenvalue and ratio recomputed by hand for the reference; not the printed
 * mean weights of all respondents. */
static void ahp_of_one_respondent(void **state) {
  static const double known[K] = {0.229, 0.135, 0.059, 0.176, 0.039, 0.039, 0.252, 0.072};
  inno__ahp_consistency c;
  csv t;
  double a[K * K], w[K];
  (void)state;
  golden_read(&t, "published/tai_oecd_handbook_ahp_matrix.csv");
  for (int i = 0; i < K; i++)
    for (int j = 0; j < K; j++) {
      double over = 1.0, under = 1.0;
      assert_true(sscanf(csv_text(&t, i, j + 1), "%lf/%lf", &over, &under) >= 1);
      a[i * K + j] = over / under;
    }
  assert_int_equal(inno__weigh_ahp(a, K, INNO_AHP_EIGENVECTOR, 0.1, codes, &site, w, &c, work), INNO_OK);
  for (int j = 0; j < K; j++) assert_true(fabs(w[j] - known[j]) <= 0.0005 + 1e-9);
  assert_true(fabs(c.lambda - 8.211) <= 0.0005 && fabs(c.ratio - 0.021) <= 0.0005);
  csv_free(&t);
}

/* Each method's weights and its consistency ratio, by pyDecision's published formula. */
static void ahp_of_saaty(void **state) {
  static const double a[16] = {1, 3, 5, 7, 1.0 / 3, 1, 3, 5, 1.0 / 5, 1.0 / 3, 1, 3, 1.0 / 7, 1.0 / 5, 1.0 / 3, 1};
  static const struct {
    const char *name;
    int32_t rule;
  } rules[] = {
      {"mean", INNO_AHP_COLUMN_MEAN}, {"geometric", INNO_AHP_ROW_GEOMETRIC}, {"max_eigen", INNO_AHP_EIGENVECTOR}};
  csv t;
  double worst = 0.0;
  (void)state;
  golden_read(&t, "compind/ahp_saaty4.csv");
  for (int k = 0; k < 3; k++) {
    inno__ahp_consistency c;
    double w[4];
    int row = csv_row(&t, 0, rules[k].name);
    assert_int_equal(inno__weigh_ahp(a, 4, rules[k].rule, 0.1, NULL, &site, w, &c, work), INNO_OK);
    for (int j = 0; j < 4; j++) worst = fmax(worst, fabs(w[j] - csv_number(&t, row, j + 1)));
    worst = fmax(worst, fabs(c.ratio - csv_number(&t, row, csv_column(&t, "CR"))));
  }
  print_message("compind/ahp_saaty4: largest error %.2g\n", worst);
  assert_true(worst <= 1e-12);
  csv_free(&t);
}

/* ---- ranks under the printed weights, through the whole library ---- */

typedef struct {
  const char *country;
  int ours, printed;
} miss;

/* Two countries in the wrong order: could weights that are printed the same turn them round? Each weight may be off by
 * 0.005, so the sum of weighted differences by 0.005 times the sum of absolute ones. */
static void assert_print_explains(double v[K][N], const double *w, int first, int second, const char *what) {
  double lead = 0.0, room = 0.0;
  for (int j = 0; j < K; j++) {
    lead += w[j] * (v[j][first] - v[j][second]);
    room += 0.005 * fabs(v[j][first] - v[j][second]);
  }
  assert_true(lead >= 0.0); /* we rank them so */
  if (lead > room) fail_msg("%s: %d before %d by %g, more than the %g of rounding", what, first, second, lead, room);
}

static void ranks_under(const char *weights, const char *column, const miss *known, int misses) {
  char path[512], settings[2048] = "rule=goalposts;points=1";
  csv framework, t, w, ranks;
  double rank[N];
  inno_indicator_set *set = NULL;
  inno_weights *given = NULL;
  inno_dataset *dataset = NULL;
  inno_method *method = NULL;
  const char *units[N];
  int agree = 0;
  double value[K][N], used_weight[K], printed_rank[N];
  snprintf(path, sizeof path, "%s/examples/data/tai/framework.csv", INNO_SOURCE_DIR);
  assert_true(csv_read(&framework, path));
  golden_read(&t, "published/tai_oecd_handbook_raw.csv");
  golden_read(&w, "published/tai_oecd_handbook_weights.csv");
  golden_read(&ranks, "published/tai_oecd_handbook_published_ranks.csv");
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "TAI", NULL, NULL), INNO_OK);
  for (int i = 0; i < N; i++) units[i] = csv_text(&t, i, 0);
  assert_int_equal(inno_dataset_create(NULL, N, units, &dataset, NULL), INNO_OK);
  for (int j = 0; j < K; j++) {
    int row = csv_row(&framework, 0, codes[j]);
    size_t used = strlen(settings);
    double x[N];
    assert_int_equal(inno_indicator_set_add(set, codes[j], "TAI", NULL), INNO_OK);
    snprintf(settings + used, sizeof settings - used, ";%s.lower=%s;%s.upper=%s", codes[j],
             csv_text(&framework, row, csv_column(&framework, "lower")), codes[j],
             csv_text(&framework, row, csv_column(&framework, "upper")));
    double lower = csv_number(&framework, row, csv_column(&framework, "lower"));
    double upper = csv_number(&framework, row, csv_column(&framework, "upper"));
    used_weight[j] = csv_number(&w, csv_row(&w, 0, weights), csv_column(&w, codes[j]));
    for (int i = 0; i < N; i++) {
      x[i] = csv_number(&t, i, csv_column(&t, codes[j]));
      value[j][i] = fmin(fmax((x[i] - lower) / (upper - lower), 0.0), 1.0);
    }
    assert_int_equal(inno_dataset_add_column(dataset, codes[j], x, sizeof *x, NULL), INNO_OK);
  }
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  assert_int_equal(inno_weights_create_equal(NULL, set, &given, NULL), INNO_OK);
  for (int j = 0; j < K; j++) assert_int_equal(inno_weights_set(given, codes[j], used_weight[j], NULL), INNO_OK);
  inno_scheme *steps[] = {golden_scheme(INNO_STEP_NORMALIZE, settings),
                          golden_scheme(INNO_STEP_AGGREGATE, "rule=arithmetic")};
  assert_int_equal(inno_method_create(NULL, set, given, (const inno_scheme *const *)steps, 2, &method, NULL), INNO_OK);
  inno_result *result = golden_result(method, dataset);
  assert_int_equal(inno_result_ranks(result, inno_result_find_node(result, "TAI"), NULL, rank, sizeof *rank, NULL),
                   INNO_OK);
  for (int r = 0; r < N; r++) {
    const char *country = csv_text(&ranks, r, 0);
    int ours = (int)rank[inno_result_find_unit(result, country)],
        printed = (int)csv_number(&ranks, r, csv_column(&ranks, column));
    int listed = 0;
    for (int k = 0; k < misses; k++)
      listed |= strcmp(known[k].country, country) == 0 && known[k].ours == ours && known[k].printed == printed;
    agree += ours == printed;
    if (ours != printed && !listed) fail_msg("%s: %s has rank %d, printed %d", weights, country, ours, printed);
  }
  for (int i = 0; i < N; i++)
    printed_rank[i] = csv_number(&ranks, csv_row(&ranks, 0, units[i]), csv_column(&ranks, column));
  for (int a = 0; a < N; a++)
    for (int b = 0; b < N; b++)
      if (rank[a] < rank[b] && printed_rank[a] > printed_rank[b])
        assert_print_explains(value, used_weight, a, b, weights);
  print_message("%s: %d of 23 ranks as printed, the others within the rounding of the printed weights\n", weights,
                agree);
  assert_int_equal(agree, N - misses);
  inno_result_destroy(result);
  inno_dataset_destroy(dataset);
  inno_method_destroy(method);
  inno_weights_destroy(given);
  inno_scheme_destroy(steps[0]);
  inno_scheme_destroy(steps[1]);
  inno_indicator_set_destroy(set);
  csv_free(&framework);
  csv_free(&t);
  csv_free(&w);
  csv_free(&ranks);
}

static void ranks_by_factor_weights(void **state) {
  static const miss known[] = {
      {"Singapore", 10, 11}, {"Canada", 11, 10}, {"Czech Republic", 22, 21}, {"Slovenia", 21, 22}};
  (void)state;
  ranks_under("FA", "rank_FA", known, 4);
}

static void ranks_by_ahp_weights(void **state) {
  static const miss known[] = {{"New Zealand", 19, 18}, {"Israel", 18, 17}, {"Spain", 17, 19}};
  (void)state;
  ranks_under("AHP", "rank_AHP", known, 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(table_of_correlations), cmocka_unit_test(table_of_eigenvalues),
      cmocka_unit_test(table_of_loadings),     cmocka_unit_test(table_of_varimax),
      cmocka_unit_test(factor_weights),        cmocka_unit_test(ahp_of_one_respondent),
      cmocka_unit_test(ahp_of_saaty),          cmocka_unit_test(ranks_by_factor_weights),
      cmocka_unit_test(ranks_by_ahp_weights),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
