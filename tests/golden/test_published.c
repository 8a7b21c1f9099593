/* Published tables recomputed: HDI 2022, GII 2025, GII 2017, TAI. Read from ../shared; TAI also from examples/data. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/golden.h"

static inno_indicator_set *new_set(void) {
  inno_indicator_set *set = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  return set;
}

static void add(inno_indicator_set *set, const char *code, const char *parent) {
  assert_int_equal(inno_indicator_set_add(set, code, parent, NULL), INNO_OK);
}

/* Units of a table by one column; values of others as columns of the dataset. */
static inno_dataset *dataset_of(const csv *t, const char *unit, const char *const *columns, int count) {
  inno_dataset *data = NULL;
  const char **codes = test_malloc((size_t)t->rows * sizeof *codes);
  double *x = test_malloc((size_t)t->rows * sizeof *x);
  for (int r = 0; r < t->rows; r++) codes[r] = csv_text(t, r, csv_column(t, unit));
  assert_int_equal(inno_dataset_create(NULL, t->rows, codes, &data, NULL), INNO_OK);
  for (int c = 0; c < count; c++) {
    for (int r = 0; r < t->rows; r++) x[r] = csv_number(t, r, csv_column(t, columns[c]));
    assert_int_equal(inno_dataset_add_column(data, columns[c], x, sizeof *x, NULL), INNO_OK);
  }
  test_free(x);
  test_free(codes);
  return data;
}

static double *scores_of(const inno_result *r, const char *code) {
  double *x = test_malloc((size_t)inno_result_unit_count(r) * sizeof *x);
  assert_int_equal(inno_result_scores(r, inno_result_find_node(r, code), x, sizeof *x, NULL), INNO_OK);
  return x;
}

/* UNDP technical note 1: goalposts, logarithm of income with goalposts in dollars, education arithmetic, the whole geometric. */
static void hdi_2022(void **state) {
  static const char *const columns[] = {"life_expectancy", "exp_years_schooling", "mean_years_schooling", "gni_pc_ppp2017"};
  csv t;
  (void)state;
  golden_read(&t, "published/hdi_2022.csv");
  inno_indicator_set *set = new_set();
  add(set, "HDI", NULL);
  add(set, "life_expectancy", "HDI");
  add(set, "education", "HDI");
  add(set, "exp_years_schooling", "education");
  add(set, "mean_years_schooling", "education");
  add(set, "gni_pc_ppp2017", "HDI");
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  const golden_step steps[] = {
      {INNO_STEP_NORMALIZE, "rule=goalposts;points=1;life_expectancy.lower=20;life_expectancy.upper=85;exp_years_schooling.lower=0;"
                            "exp_years_schooling.upper=18;mean_years_schooling.lower=0;mean_years_schooling.upper=15;"
                            "gni_pc_ppp2017.lower=100;gni_pc_ppp2017.upper=75000;gni_pc_ppp2017.log=natural"},
      {INNO_STEP_AGGREGATE, "rule=arithmetic;HDI.rule=geometric"},
      {0, NULL}};
  inno_method *method = golden_method(set, steps);
  inno_dataset *data = dataset_of(&t, "iso3", columns, 4);
  inno_result *result = golden_result(method, data);
  double *x = scores_of(result, "HDI");
  int compared = 0;
  for (int r = 0; r < t.rows; r++) {
    double published = csv_number(&t, r, csv_column(&t, "hdi_published"));
    if (isnan(published)) continue;
    compared++;
    if (fabs(floor(x[r] * 1000.0 + 0.5) / 1000.0 - published) > 1e-9)
      fail_msg("%s: %.6f, published %.3f", csv_text(&t, r, 0), x[r], published);
  }
  print_message("HDI 2022: %d of %d equal at 3 decimals\n", compared, compared);
  assert_true(compared > 190);
  test_free(x);
  inno_result_destroy(result);
  inno_dataset_destroy(data);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  csv_free(&t);
}

/* Pillars printed to 1 decimal: each enters with an error of 0.05 at most, so the index is within 0.05 of the exact one, and its own
 * print adds 0.05. */
static void gii_2025(void **state) {
  static const char *const columns[] = {"institutions", "human_capital_research", "infrastructure", "market_sophistication",
                                        "business_sophistication", "knowledge_technology_outputs", "creative_outputs"};
  csv t;
  (void)state;
  golden_read(&t, "published/gii_2025_scores_pillars.csv");
  inno_indicator_set *set = new_set();
  add(set, "GII", NULL);
  add(set, "input", "GII");
  add(set, "output", "GII");
  for (int c = 0; c < 7; c++) add(set, columns[c], c < 5 ? "input" : "output");
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {0, NULL}};
  inno_method *method = golden_method(set, steps);
  inno_dataset *data = dataset_of(&t, "economy", columns, 7);
  inno_result *result = golden_result(method, data);
  double *x = scores_of(result, "GII"), worst = 0.0;
  int exact = 0;
  for (int r = 0; r < t.rows; r++) {
    double error = fabs(x[r] - csv_number(&t, r, csv_column(&t, "gii_score")));
    if (error > 0.1) fail_msg("%s: %.4f", csv_text(&t, r, 0), x[r]);
    worst = error > worst ? error : worst;
    exact += error <= 0.05 + 1e-9;
  }
  print_message("GII 2025: %d economies, largest difference %.3f, %d within the print of the score alone\n", t.rows, worst, exact);
  assert_int_equal(t.rows, 139);
  test_free(x);
  inno_result_destroy(result);
  inno_dataset_destroy(data);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  csv_free(&t);
}

/* Each inner node from its printed children with weights 1 and 0.5; four nodes have children that the table lacks. */
static void gii_2017(void **state) {
  csv t;
  int complete = 0;
  (void)state;
  golden_read(&t, "published/gii_2017_full_tree_usa_australia.csv");
  int code = csv_column(&t, "code"), parent = csv_column(&t, "parent"), weight = csv_column(&t, "fitted_weight");
  for (int node = 0; node < t.rows; node++) {
    const char *name = csv_text(&t, node, code);
    inno_indicator_set *set = new_set();
    double x[2], *got;
    int children = 0, weighted = 1;
    const char *const units[] = {"USA", "AUS"};
    inno_dataset *data = NULL;
    if (strcmp(name, "2.1") == 0 || strcmp(name, "5.1") == 0 || strcmp(name, "6.1") == 0 || strcmp(name, "6.2") == 0) {
      inno_indicator_set_destroy(set);
      continue;
    }
    add(set, "node", NULL);
    assert_int_equal(inno_dataset_create(NULL, 2, units, &data, NULL), INNO_OK);
    for (int c = 0; c < t.rows; c++) {
      if (strcmp(csv_text(&t, c, parent), name) != 0) continue;
      double w = csv_number(&t, c, weight);
      add(set, csv_text(&t, c, code), "node");
      weighted &= !isnan(w);
      if (!isnan(w)) assert_int_equal(inno_indicator_set_weight(set, csv_text(&t, c, code), w, NULL), INNO_OK);
      x[0] = csv_number(&t, c, csv_column(&t, "score_usa"));
      x[1] = csv_number(&t, c, csv_column(&t, "score_australia"));
      assert_int_equal(inno_dataset_add_column(data, csv_text(&t, c, code), x, sizeof *x, NULL), INNO_OK);
      children++;
    }
    if (children > 0 && weighted) {
      const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {0, NULL}};
      assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
      inno_method *method = golden_method(set, steps);
      inno_result *result = golden_result(method, data);
      got = scores_of(result, "node");
      double usa = csv_number(&t, node, csv_column(&t, "score_usa")), aus = csv_number(&t, node, csv_column(&t, "score_australia"));
      if (fabs(got[0] - usa) > 0.07 || fabs(got[1] - aus) > 0.07) fail_msg("%s: %.3f %.3f, published %.1f %.1f", name, got[0], got[1], usa, aus);
      complete++;
      test_free(got);
      inno_result_destroy(result);
      inno_method_destroy(method);
    }
    inno_dataset_destroy(data);
    inno_indicator_set_destroy(set);
  }
  print_message("GII 2017: %d nodes within 0.07\n", complete);
  assert_int_equal(complete, 24);
  csv_free(&t);
}

/* The product's own TAI files: a user's checkout has this test too. */
static void tai_with(const char *weights, const char *published) {
  char path[512], settings[2048] = "rule=goalposts;points=1";
  csv framework, data_table, ranks, w;
  snprintf(path, sizeof path, "%s/examples/data/tai/framework.csv", INNO_SOURCE_DIR);
  assert_true(csv_read(&framework, path));
  snprintf(path, sizeof path, "%s/examples/data/tai/data.csv", INNO_SOURCE_DIR);
  assert_true(csv_read(&data_table, path));
  snprintf(path, sizeof path, "%s/examples/data/tai/%s", INNO_SOURCE_DIR, published);
  assert_true(csv_read(&ranks, path));
  inno_indicator_set *set = new_set();
  const char *columns[8];
  add(set, "TAI", NULL);
  for (int r = 1; r < framework.rows; r++) {
    const char *code = columns[r - 1] = csv_text(&framework, r, 0);
    size_t used = strlen(settings);
    add(set, code, "TAI");
    snprintf(settings + used, sizeof settings - used, ";%s.lower=%s;%s.upper=%s", code,
             csv_text(&framework, r, csv_column(&framework, "lower")), code, csv_text(&framework, r, csv_column(&framework, "upper")));
  }
  if (weights != NULL) {
    golden_read(&w, "published/tai_oecd_handbook_weights.csv");
    int row = csv_row(&w, 0, weights);
    for (int c = 0; c < 8; c++)
      assert_int_equal(inno_indicator_set_weight(set, columns[c], csv_number(&w, row, csv_column(&w, columns[c])), NULL), INNO_OK);
    csv_free(&w);
  }
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  const golden_step steps[] = {{INNO_STEP_NORMALIZE, settings}, {0, NULL}};
  inno_method *method = golden_method(set, steps);
  inno_dataset *data = dataset_of(&data_table, "unit", columns, 8);
  inno_result *result = golden_result(method, data);
  double rank[23];
  assert_int_equal(inno_result_unit_count(result), 23);
  assert_int_equal(inno_result_ranks(result, inno_result_find_node(result, "TAI"), NULL, rank, sizeof *rank, NULL), INNO_OK);
  for (int r = 0; r < ranks.rows; r++) {
    int64_t unit = inno_result_find_unit(result, csv_text(&ranks, r, 0));
    assert_true(unit >= 0);
    if (rank[unit] != csv_number(&ranks, r, 1)) fail_msg("%s: rank %g", csv_text(&ranks, r, 0), rank[unit]);
  }
  inno_result_destroy(result);
  inno_dataset_destroy(data);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  csv_free(&framework);
  csv_free(&data_table);
  csv_free(&ranks);
}

static void tai_equal(void **state) {
  (void)state;
  tai_with(NULL, "published_equal.csv");
}

static void tai_budget(void **state) {
  (void)state;
  tai_with("BAP", "published_budget.csv");
}

/* The only published row of the Provincial Innovation Index with both halves: the index is their mean. */
static void pii_halves(void **state) {
  static const char *const columns[] = {"input_score", "output_score"};
  csv t;
  int whole = 0;
  (void)state;
  golden_read(&t, "published/pii_press_reported.csv");
  inno_indicator_set *set = new_set();
  add(set, "PII", NULL);
  for (int c = 0; c < 2; c++) add(set, columns[c], "PII");
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, "rule=arithmetic"}, {0, NULL}};
  inno_method *method = golden_method(set, steps);
  for (int r = 0; r < t.rows; r++) {
    double x[2] = {csv_number(&t, r, csv_column(&t, columns[0])), csv_number(&t, r, csv_column(&t, columns[1]))};
    const char *province = csv_text(&t, r, csv_column(&t, "province"));
    inno_dataset *data = NULL;
    if (isnan(x[0]) || isnan(x[1])) continue;
    assert_int_equal(inno_dataset_create(NULL, 1, &province, &data, NULL), INNO_OK);
    for (int c = 0; c < 2; c++) assert_int_equal(inno_dataset_add_column(data, columns[c], &x[c], sizeof *x, NULL), INNO_OK);
    inno_result *result = golden_result(method, data);
    double *got = scores_of(result, "PII");
    assert_true(fabs(got[0] - 49.365) <= 1e-12 * 49.365);
    assert_true(fabs(got[0] - csv_number(&t, r, csv_column(&t, "score"))) <= 0.005 + 1e-9);
    whole++;
    test_free(got);
    inno_result_destroy(result);
    inno_dataset_destroy(data);
  }
  assert_int_equal(whole, 1);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  csv_free(&t);
}

/* UNDP's own index of 2001: its goalposts, telephones and electricity as logarithms and capped. The Handbook's logarithms have two
 * decimals: 0.0015. UNDP had no royalties of Singapore and counted 0; the Handbook has a value there. */
static void tai_undp(void **state) {
  char settings[2048] = "rule=goalposts;points=1";
  const char *columns[8];
  csv t, raw;
  int count = 0, compared = 0;
  (void)state;
  golden_read(&t, "published/tai_undp2001_goalposts_and_scores.csv");
  golden_read(&raw, "published/tai_oecd_handbook_raw.csv");
  inno_indicator_set *set = new_set();
  add(set, "TAI", NULL);
  static const char *const pairs[] = {"invention", "diffusion", "spread", "skills"};
  for (int p = 0; p < 4; p++) add(set, pairs[p], "TAI");
  for (int r = 0; r < t.rows && count < 8; r++) {
    char name[32];
    snprintf(name, sizeof name, "%s", csv_text(&t, r, csv_column(&t, "name")));
    if (strcmp(csv_text(&t, r, 0), "goalpost") != 0) continue;
    char *antilog = strstr(name, " (antilog)");
    if (antilog != NULL) memcpy(antilog, "_LOG", 5);
    int column = csv_column(&raw, name);
    if (column < 0) fail_msg("no column %s", name);
    columns[count] = csv_text(&raw, -1, column);
    add(set, columns[count], pairs[count / 2]);
    double lower = csv_number(&t, r, 2), upper = csv_number(&t, r, 3);
    size_t used = strlen(settings);
    if (antilog != NULL) lower = log10(lower), upper = log10(upper); /* the Handbook's data are logarithms already */
    snprintf(settings + used, sizeof settings - used, ";%s.lower=%.17g;%s.upper=%.17g", name, lower, name, upper);
    count++;
  }
  assert_int_equal(count, 8);
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  const golden_step steps[] = {{INNO_STEP_NORMALIZE, settings}, {INNO_STEP_AGGREGATE, "rule=arithmetic"}, {0, NULL}};
  inno_method *method = golden_method(set, steps);
  inno_dataset *data = dataset_of(&raw, csv_text(&raw, -1, 0), columns, 8);
  inno_result *result = golden_result(method, data);
  double *x = scores_of(result, "TAI"), *royalties = scores_of(result, "ROYALTIES"), worst = 0.0;
  for (int r = 0; r < t.rows; r++) {
    if (strcmp(csv_text(&t, r, 0), "score") != 0) continue;
    int64_t unit = inno_result_find_unit(result, csv_text(&t, r, 1));
    if (unit < 0) fail_msg("no unit %s", csv_text(&t, r, 1));
    if (strcmp(csv_text(&t, r, 1), "Singapore") == 0) x[unit] -= royalties[unit] / 8.0;
    double error = fabs(x[unit] - csv_number(&t, r, 2));
    if (error > 0.0015) fail_msg("%s: %.4f", csv_text(&t, r, 1), x[unit]);
    worst = error > worst ? error : worst;
    compared++;
  }
  print_message("TAI 2001: %d scores, largest difference %.4f\n", compared, worst);
  assert_int_equal(compared, 23);
  test_free(royalties);
  test_free(x);
  inno_result_destroy(result);
  inno_dataset_destroy(data);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  csv_free(&raw);
  csv_free(&t);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(tai_equal), cmocka_unit_test(tai_budget), cmocka_unit_test(hdi_2022),
      cmocka_unit_test(gii_2025),  cmocka_unit_test(gii_2017),
      cmocka_unit_test(pii_halves), cmocka_unit_test(tai_undp),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
