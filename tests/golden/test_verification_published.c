/* Published tables verified: nothing is found in HDI 2022, TAI and GII 2025; the misprint of the press table is. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "support/publication.h"

enum { MOST = 256 };

static inno_indicator_set *set_of(const char *const (*nodes)[2]) {
  inno_indicator_set *set = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  for (int k = 0; nodes[k][0] != NULL; k++)
    assert_int_equal(inno_indicator_set_add(set, nodes[k][0], nodes[k][1], NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  return set;
}

static void take_column(const csv *t, const char *column, double *out) {
  assert_true(t->rows <= MOST);
  for (int r = 0; r < t->rows; r++) out[r] = csv_number(t, r, csv_column(t, column));
}

static const char **codes_of(const csv *t, const char *column) {
  static const char *codes[MOST];
  assert_true(t->rows <= MOST);
  for (int r = 0; r < t->rows; r++) codes[r] = csv_text(t, r, csv_column(t, column));
  return codes;
}

static inno_dataset *dataset_of(const csv *t, const char *unit, const char *const *columns, int count) {
  inno_dataset *data = NULL;
  double x[MOST];
  assert_int_equal(inno_dataset_create(NULL, t->rows, codes_of(t, unit), &data, NULL), INNO_OK);
  for (int c = 0; c < count; c++) {
    take_column(t, columns[c], x);
    assert_int_equal(inno_dataset_add_column(data, columns[c], x, sizeof *x, NULL), INNO_OK);
  }
  return data;
}

static void hdi_2022(void **state) {
  static const char *const columns[] = {"life_expectancy", "exp_years_schooling", "mean_years_schooling",
                                        "gni_pc_ppp2017"};
  static const char *const nodes[][2] = {{"HDI", NULL},
                                         {"life_expectancy", "HDI"},
                                         {"education", "HDI"},
                                         {"exp_years_schooling", "education"},
                                         {"mean_years_schooling", "education"},
                                         {"gni_pc_ppp2017", "HDI"},
                                         {NULL, NULL}};
  const golden_step steps[] = {
      {INNO_STEP_NORMALIZE,
       "rule=goalposts;points=1;life_expectancy.lower=20;life_expectancy.upper=85;exp_years_schooling.lower=0;"
       "exp_years_schooling.upper=18;mean_years_schooling.lower=0;mean_years_schooling.upper=15;"
       "gni_pc_ppp2017.lower=100;gni_pc_ppp2017.upper=75000;gni_pc_ppp2017.log=natural"},
      {INNO_STEP_AGGREGATE, "rule=arithmetic;HDI.rule=geometric"},
      {0, NULL}};
  csv t;
  double x[MOST];
  (void)state;
  golden_read(&t, "published/hdi_2022.csv");
  inno_indicator_set *set = set_of(nodes);
  inno_method *method = golden_method(set, steps);
  inno_dataset *data = dataset_of(&t, "iso3", columns, 4);
  inno_result *result = golden_result(method, data);
  inno_publication *p = publication_of(set, t.rows, codes_of(&t, "iso3"));
  take_column(&t, "hdi_published", x);
  print_scores(p, "HDI", x, INNO_DECIMALS_FIND);
  inno_analysis *a = verify(p, "", method, result);
  say_findings(a);
  assert_int_equal(finding_count(a), 0);
  assert_true(cell(a, INNO_RECORD_VERIFIED_NODE, 0, INNO_FIELD_DECIMALS) == 3);
  assert_true(cell(a, INNO_RECORD_VERIFIED_NODE, 0, INNO_FIELD_ROUNDING) == INNO_ROUNDING_HALF_UP);
  double all = cell(a, INNO_RECORD_VERIFIED_NODE, 0, INNO_FIELD_COUNT);
  assert_true(all > 190 && cell(a, INNO_RECORD_VERIFIED_NODE, 0, INNO_FIELD_AGREEING) == all);
  print_message("HDI 2022: %g printed scores agree, %g of them would if truncated\n", all,
                cell(a, INNO_RECORD_VERIFIED_NODE, 0, INNO_FIELD_TRUNCATED));
  inno_analysis_destroy(a);
  inno_publication_destroy(p);
  inno_result_destroy(result);
  inno_dataset_destroy(data);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  csv_free(&t);
}

static const char *const pillars[] = {
    "institutions",          "human_capital_research",  "infrastructure",
    "market_sophistication", "business_sophistication", "knowledge_technology_outputs",
    "creative_outputs"};

/* The table alone: scores, ranks and pillars, with the method but without data. */
static void gii_2025(void **state) {
  const char *nodes[11][2] = {{"GII", NULL}, {"input", "GII"}, {"output", "GII"}};
  const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {0, NULL}};
  csv t;
  double x[MOST];
  (void)state;
  golden_read(&t, "published/gii_2025_scores_pillars.csv");
  for (int c = 0; c < 7; c++) {
    nodes[3 + c][0] = pillars[c];
    nodes[3 + c][1] = c < 5 ? "input" : "output";
  }
  nodes[10][0] = NULL;
  inno_indicator_set *set = set_of((const char *const(*)[2])nodes);
  inno_method *method = golden_method(set, steps);
  inno_publication *p = publication_of(set, t.rows, codes_of(&t, "economy"));
  take_column(&t, "gii_score", x);
  print_scores(p, "GII", x, INNO_DECIMALS_FIND);
  take_column(&t, "rank_from_score", x);
  print_ranks(p, "GII", x);
  for (int c = 0; c < 7; c++) {
    take_column(&t, pillars[c], x);
    print_scores(p, pillars[c], x, INNO_DECIMALS_FIND);
  }
  inno_analysis *a = verify(p, "", method, NULL);
  say_findings(a);
  assert_int_equal(finding_count(a), 0);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_VERIFIED_PARTS), 139);
  for (int64_t k = 0; k < 139; k++)
    assert_true(cell(a, INNO_RECORD_VERIFIED_PARTS, k, INNO_FIELD_VERDICT) == INNO_VERDICT_AGREES);
  inno_analysis_destroy(a);

  /* and the weights it implies: 1/10 for the pillars of the inputs, 1/4 for those of the outputs */
  assert_int_equal(inno_analysis_create_implied_weights(NULL, NULL, p, method, NULL, &a, NULL), INNO_OK);
  assert_int_equal(finding_count(a), 0);
  assert_true(cell(a, INNO_RECORD_IMPLIED, 0, INNO_FIELD_EXPLICABLE) == 1.0);
  assert_true(cell(a, INNO_RECORD_IMPLIED, 0, INNO_FIELD_UNIQUE) == 1.0);
  for (int64_t k = 0; k < 7; k++) {
    double share = cell(a, INNO_RECORD_IMPLIED_WEIGHT, k, INNO_FIELD_SHARE);
    double lower = cell(a, INNO_RECORD_IMPLIED_WEIGHT, k, INNO_FIELD_LOWER);
    double upper = cell(a, INNO_RECORD_IMPLIED_WEIGHT, k, INNO_FIELD_UPPER);
    double weight = cell(a, INNO_RECORD_IMPLIED_WEIGHT, k, INNO_FIELD_WEIGHT);
    double error = cell(a, INNO_RECORD_IMPLIED_WEIGHT, k, INNO_FIELD_STANDARD_ERROR);
    print_message("  %-30s %.6f +- %.6f in %.6f..%.6f\n", pillars[k], weight, error, lower, upper);
    assert_true(near(share, k < 5 ? 0.1 : 0.25, 1e-15));
    assert_true(lower <= share && share <= upper && upper - lower < 0.02);
    assert_true(fabs(weight - share) < 5.0 * error);
  }
  print_message("GII 2025: excess %.4f last digits, residual sd %.4f\n",
                cell(a, INNO_RECORD_IMPLIED, 0, INNO_FIELD_EXCESS),
                cell(a, INNO_RECORD_IMPLIED, 0, INNO_FIELD_RESIDUAL_SD));
  inno_analysis_destroy(a);
  inno_publication_destroy(p);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  csv_free(&t);
}

/* The Handbook's ranks under equal weights and under those of the budget allocation. */
static void tai_with(const char *weights, const char *column) {
  static const char *const codes[] = {"PATENTS",        "ROYALTIES",       "INTERNET",  "EXPORTS",
                                      "TELEPHONES_LOG", "ELECTRICITY_LOG", "SCHOOLING", "UNIVERSITY"};
  char settings[2048] = "rule=goalposts;points=1", path[512];
  csv raw, framework, ranks, w;
  double x[MOST];
  golden_read(&raw, "published/tai_oecd_handbook_raw.csv");
  golden_read(&ranks, "published/tai_oecd_handbook_published_ranks.csv");
  golden_read(&w, "published/tai_oecd_handbook_weights.csv");
  snprintf(path, sizeof path, "%s/examples/data/tai/framework.csv", INNO_SOURCE_DIR);
  assert_true(csv_read(&framework, path));
  inno_indicator_set *set = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "TAI", NULL, NULL), INNO_OK);
  for (int c = 0; c < 8; c++) {
    int row = csv_row(&framework, 0, codes[c]);
    size_t used = strlen(settings);
    snprintf(settings + used, sizeof settings - used, ";%s.lower=%s;%s.upper=%s", codes[c],
             csv_text(&framework, row, csv_column(&framework, "lower")), codes[c],
             csv_text(&framework, row, csv_column(&framework, "upper")));
    assert_int_equal(inno_indicator_set_add(set, codes[c], "TAI", NULL), INNO_OK);
    double weight = csv_number(&w, csv_row(&w, 0, weights), csv_column(&w, codes[c]));
    assert_int_equal(inno_indicator_set_weight(set, codes[c], weight, NULL), INNO_OK);
  }
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  const golden_step steps[] = {{INNO_STEP_NORMALIZE, settings}, {0, NULL}};
  inno_method *method = golden_method(set, steps);
  inno_dataset *data = dataset_of(&raw, "country", codes, 8);
  inno_result *result = golden_result(method, data);
  inno_publication *p = publication_of(set, ranks.rows, codes_of(&ranks, "country"));
  take_column(&ranks, column, x);
  print_ranks(p, "TAI", x);
  inno_analysis *a = verify(p, "", method, result);
  say_findings(a);
  assert_int_equal(finding_count(a), 0);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_VERIFIED_RANK), 23);
  for (int64_t k = 0; k < 23; k++)
    assert_true(cell(a, INNO_RECORD_VERIFIED_RANK, k, INNO_FIELD_VERDICT) == INNO_VERDICT_AGREES);
  inno_analysis_destroy(a);
  inno_publication_destroy(p);
  inno_result_destroy(result);
  inno_dataset_destroy(data);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  csv_free(&raw);
  csv_free(&ranks);
  csv_free(&w);
  csv_free(&framework);
}

static void tai(void **state) {
  (void)state;
  tai_with("EW", "rank_EW");
  tai_with("BAP", "rank_BAP");
}

/* Press figures of one edition, without method or data. */
static int64_t press(const char *edition, inno_analysis **out) {
  static const char *const nodes[][2] = {{"PII", NULL}, {"input_score", "PII"}, {"output_score", "PII"}, {NULL, NULL}};
  csv t;
  const char *codes[MOST];
  double score[MOST], rank[MOST], input[MOST], output[MOST];
  int n = 0;
  golden_read(&t, "published/pii_press_reported.csv");
  for (int r = 0; r < t.rows; r++) {
    if (strcmp(csv_text(&t, r, csv_column(&t, "edition")), edition) != 0) continue;
    codes[n] = csv_text(&t, r, csv_column(&t, "province"));
    score[n] = csv_number(&t, r, csv_column(&t, "score"));
    input[n] = csv_number(&t, r, csv_column(&t, "input_score"));
    output[n] = csv_number(&t, r, csv_column(&t, "output_score"));
    rank[n++] = csv_number(&t, r, csv_column(&t, "rank"));
  }
  inno_indicator_set *set = set_of(nodes);
  inno_publication *p = publication_of(set, n, codes);
  print_scores(p, "PII", score, 2);
  print_scores(p, "input_score", input, 2);
  print_scores(p, "output_score", output, 2);
  print_ranks(p, "PII", rank);
  const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {0, NULL}};
  inno_method *method = golden_method(set, steps);
  *out = verify(p, "", method, NULL);
  say_findings(*out);
  inno_method_destroy(method);
  inno_publication_destroy(p);
  inno_indicator_set_destroy(set);
  csv_free(&t);
  return finding_count(*out);
}

static void pii_press(void **state) {
  inno_analysis *a;
  (void)state;
  assert_int_equal(press("2023", &a), 0);
  inno_analysis_destroy(a);
  assert_int_equal(press("2025", &a), 0);
  inno_analysis_destroy(a);
  assert_int_equal(press("2024", &a), 1);
  assert_true(found(a, INNO_FINDING_RANK_ORDER, "PII", "Lai Châu"));
  double other = cell(a, INNO_RECORD_FINDING, 0, INNO_FIELD_OTHER);
  assert_string_equal(inno_analysis_unit_code(a, (int64_t)other), "Cao Bằng");
  inno_analysis_destroy(a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(hdi_2022),
      cmocka_unit_test(gii_2025),
      cmocka_unit_test(tai),
      cmocka_unit_test(pii_press),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
