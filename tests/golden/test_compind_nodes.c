/* Benefit of the doubt and factor scores against Compind 3.4, through a method: the rules of a node. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/golden.h"

enum { UNITS = 64, INDICATORS = 11 };

typedef struct {
  csv table;
  inno_indicator_set *set;
  inno_dataset *data;
  inno_error *error;
} better_life;

/* The OECD's Better Life Index: eleven indicators right below the index. */
static void open_data(better_life *b) {
  double column[UNITS];
  const char *units[UNITS];
  golden_read(&b->table, "compind/BLI_2017.csv");
  assert_int_equal(b->table.columns, INDICATORS + 1);
  assert_true(b->table.rows <= UNITS);
  assert_int_equal(inno_error_create(NULL, &b->error), INNO_OK);
  assert_int_equal(inno_indicator_set_create(NULL, &b->set, b->error), INNO_OK);
  for (int i = 0; i < b->table.rows; i++) units[i] = csv_text(&b->table, i, 0);
  assert_int_equal(inno_dataset_create(NULL, b->table.rows, units, &b->data, b->error), INNO_OK);
  assert_int_equal(inno_indicator_set_add(b->set, "index", NULL, b->error), INNO_OK);
  for (int j = 1; j <= INDICATORS; j++) {
    const char *code = csv_text(&b->table, -1, j);
    for (int i = 0; i < b->table.rows; i++) column[i] = csv_number(&b->table, i, j);
    assert_int_equal(inno_indicator_set_add(b->set, code, "index", b->error), INNO_OK);
    assert_int_equal(inno_dataset_add_column(b->data, code, column, 8, b->error), INNO_OK);
  }
  assert_int_equal(inno_indicator_set_freeze(b->set, b->error), INNO_OK);
}

static void close_data(better_life *b) {
  inno_dataset_destroy(b->data);
  inno_indicator_set_destroy(b->set);
  inno_error_destroy(b->error);
  csv_free(&b->table);
}

static inno_result *score(better_life *b, const char *settings) {
  const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, settings}, {0, NULL}};
  inno_method *method = golden_method(b->set, steps);
  inno_result *r = golden_result(method, b->data);
  inno_method_destroy(method);
  return r;
}

static double field(const inno_result *r, int64_t index, int32_t which) {
  double value = NAN;
  assert_int_equal(inno_result_record(r, INNO_RECORD_SEARCH, index, which, &value, NULL), INNO_OK);
  return value;
}

/* Every score within 1e-9 of Compind's, and proved by its certificate. any_sign: whichever fits better, and no search.
 */
static void compare(const char *settings, const char *file, int any_sign) {
  better_life b;
  csv expected;
  double got[UNITS], worst = 0.0, along = 0.0;
  golden_read(&expected, file);
  open_data(&b);
  inno_result *r = score(&b, settings);
  int64_t index = inno_result_find_node(r, "index"), searches = inno_result_record_count(r, INNO_RECORD_SEARCH);
  assert_int_equal(inno_result_scores(r, index, got, 8, b.error), INNO_OK);
  for (int i = 0; i < expected.rows; i++) along += got[i] * csv_number(&expected, i, 1);
  double sign = any_sign && along < 0.0 ? -1.0 : 1.0;
  for (int i = 0; i < expected.rows; i++) {
    assert_string_equal(csv_text(&expected, i, 0), csv_text(&b.table, i, 0));
    double off = fabs(got[i] - sign * csv_number(&expected, i, 1));
    if (!(off <= 1e-9)) fail_msg("%s: got %.17g, off by %g", csv_text(&expected, i, 0), got[i], off);
    worst = fmax(worst, off);
  }
  assert_int_equal(searches, any_sign ? 0 : expected.rows);
  for (int64_t i = 0; i < searches; i++) {
    assert_true(field(r, i, INNO_FIELD_CONVERGED) == 1.0 && field(r, i, INNO_FIELD_OBJECTIVE) == got[i]);
    assert_true(field(r, i, INNO_FIELD_PRIMAL) <= 1e-12 && field(r, i, INNO_FIELD_DUAL) <= 1e-12);
    assert_true(field(r, i, INNO_FIELD_GAP) <= 1e-12);
  }
  print_message("%s: largest error %.2g, sign %g\n", file, worst, sign);
  inno_result_destroy(r);
  csv_free(&expected);
  close_data(&b);
}

static void raw(void **state) {
  (void)state;
  compare("rule=benefit_of_doubt", "compind/bod_bli_raw.csv", 0);
}

static void shares_of_5_to_20_percent(void **state) {
  (void)state;
  compare("rule=benefit_of_doubt;share_lower=0.05;share_upper=0.2", "compind/bod_constr_bli_up20_lo05.csv", 0);
}

/* The same bounds, told to each child. */
static void shares_child_by_child(void **state) {
  (void)state;
  better_life b;
  char settings[2048] = "rule=benefit_of_doubt";
  open_data(&b);
  for (int j = 1; j <= INDICATORS; j++) {
    size_t length = strlen(settings);
    const char *code = csv_text(&b.table, -1, j);
    snprintf(settings + length, sizeof settings - length, ";%s.own_share_lower=0.05;%s.own_share_upper=0.2", code,
             code);
  }
  close_data(&b);
  compare(settings, "compind/bod_constr_bli_up20_lo05.csv", 0);
}

static void first_factor(void **state) {
  (void)state;
  compare("rule=factor_scores", "compind/factor_bli_ONE.csv", 1);
}

/* Compind: score 0 for every unit. Here there is no such method. */
static void shares_that_cannot_sum_to_1(void **state) {
  (void)state;
  better_life b;
  inno_method *method = NULL;
  open_data(&b);
  inno_scheme *steps[] = {
      golden_scheme(INNO_STEP_NORMALIZE, "rule=none"),
      golden_scheme(INNO_STEP_AGGREGATE, "rule=benefit_of_doubt;share_lower=0.01;share_upper=0.05")};
  assert_int_equal(inno_method_create(NULL, b.set, NULL, (const inno_scheme *const *)steps, 2, &method, b.error),
                   INNO_E_VALUE);
  assert_null(method);
  assert_non_null(strstr(inno_error_message(b.error), "'index'"));
  assert_non_null(strstr(inno_error_message(b.error), "share_upper"));
  assert_non_null(strstr(inno_error_message(b.error), "0.55"));
  for (int k = 0; k < 2; k++) inno_scheme_destroy(steps[k]);
  close_data(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(raw),
      cmocka_unit_test(shares_of_5_to_20_percent),
      cmocka_unit_test(shares_child_by_child),
      cmocka_unit_test(first_factor),
      cmocka_unit_test(shares_that_cannot_sum_to_1),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
