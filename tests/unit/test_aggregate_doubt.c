/* Benefit of the doubt and factor scores as rules of a node: by hand, in pieces, period by period, refused. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/error.h"
#include "support/golden.h"

enum { UNITS = 6, CHILDREN = 3 };

static const char *const units[UNITS] = {"A", "B", "C", "D", "E", "F"};
static const char *const names[CHILDREN] = {"a", "b", "c"};

/* The frontier of a and b goes from A to B. c has the weight 0: what it holds is nobody's business. */
static const double plain[CHILDREN][UNITS] = {{4, 1, 2, 1, 2, NAN}, {1, 4, 2, 1, NAN, NAN}, {-5, 90, NAN, 0, 7, 3}};

/* index <- P <- a, b, c */
static inno_indicator_set *tree(double third) {
  inno_indicator_set *set = NULL;
  inno_indicator_set_create(NULL, &set, NULL);
  inno_indicator_set_add(set, "index", NULL, NULL);
  inno_indicator_set_add(set, "P", "index", NULL);
  for (int j = 0; j < CHILDREN; j++) inno_indicator_set_add(set, names[j], "P", NULL);
  inno_indicator_set_weight(set, "a", 3.0, NULL);
  inno_indicator_set_weight(set, "c", third, NULL);
  assert_int_equal(inno_indicator_set_freeze(set, error), INNO_OK);
  return set;
}

static inno_status make(const char *weighting, const char *settings, double third, inno_method **out) {
  inno_indicator_set *set = tree(third);
  inno_scheme *steps[3];
  int count = 0;
  steps[count++] = golden_scheme(INNO_STEP_NORMALIZE, "rule=none");
  if (weighting != NULL) steps[count++] = golden_scheme(INNO_STEP_WEIGH, weighting);
  steps[count++] = golden_scheme(INNO_STEP_AGGREGATE, settings);
  inno_status s = inno_method_create(NULL, set, NULL, (const inno_scheme *const *)steps, count, out, error);
  for (int k = 0; k < count; k++) inno_scheme_destroy(steps[k]);
  inno_indicator_set_destroy(set);
  return s;
}

static inno_dataset *data_of(const double (*values)[UNITS]) {
  inno_dataset *d = NULL;
  assert_int_equal(inno_dataset_create(NULL, UNITS, units, &d, error), INNO_OK);
  for (int j = 0; j < CHILDREN; j++)
    assert_int_equal(inno_dataset_add_column(d, names[j], values[j], 8, error), INNO_OK);
  return d;
}

/* Scores of P, or the status of the failure. */
static inno_status scores_of(const char *settings, const double (*values)[UNITS], double *out) {
  inno_method *m = NULL;
  inno_result *r = NULL;
  inno_dataset *d = data_of(values);
  inno_status s = make(NULL, settings, 0.0, &m);
  if (s == INNO_OK) s = inno_result_create(NULL, m, d, INNO_KEEP_SCORES, &r, error);
  if (s == INNO_OK) s = inno_result_scores(r, inno_result_find_node(r, "P"), out, 8, error);
  inno_result_destroy(r);
  inno_method_destroy(m);
  inno_dataset_destroy(d);
  return s;
}

static void expect(const char *settings, const double *wanted) {
  double got[UNITS];
  char all[256];
  snprintf(all, sizeof all, "P.rule=benefit_of_doubt;%s", settings);
  if (scores_of(all, plain, got) != INNO_OK) fail_msg("%s: %s", settings, inno_error_message(error));
  for (int i = 0; i < UNITS; i++)
    if (!(fabs(got[i] - wanted[i]) <= 1e-14) && !(isnan(got[i]) && isnan(wanted[i])))
      fail_msg("%s: %s has %.17g, not %.17g", settings, units[i], got[i], wanted[i]);
}

static void refused(const char *settings, const double (*values)[UNITS], inno_status status, const char *const *words) {
  double got[UNITS];
  for (int32_t language = INNO_LANGUAGE_VI; language >= INNO_LANGUAGE_EN; language--) {
    inno_error_set_language(error, language);
    if (scores_of(settings, values, got) != status) fail_msg("%s: %s", settings, inno_error_message(error));
    assert_null(strchr(inno_error_message(error), '{'));
    for (int w = 0; words[w] != NULL; w++)
      if (strstr(inno_error_message(error), words[w]) == NULL)
        fail_msg("no '%s' in: %s", words[w], inno_error_message(error));
  }
}

#define REFUSED(settings, values, status, ...) \
  refused(settings, values, status, (const char *const[]){__VA_ARGS__, NULL})

/* ---- benefit of the doubt ---- */

/* u = (1/5, 1/5) prices the edge from A to B; E has a alone, where 4 is best; F has nothing. */
static void by_hand(void **state) {
  (void)state;
  static const double open[UNITS] = {1, 1, 0.8, 0.4, 0.5, NAN};
  /* u y = 1/2 each: A needs u = (t, 4t), of which B has 17 t */
  static const double halves[UNITS] = {8.0 / 17, 8.0 / 17, 0.8, 0.4, 0.5, NAN};
  static const double own[UNITS] = {1, 8.0 / 17, 0.8, 0.4, 0.5, NAN};
  static const double capped[UNITS] = {0.5, 0.5, 0.4, 0.2, 0.2, NAN};
  static const double between[UNITS] = {1, 1, 0.8, 0.4, 0.4, NAN};
  static const double covered[UNITS] = {1, 1, NAN, 0.4, NAN, NAN}; /* of three children */
  expect("", open);
  expect("P.share_lower=0.5", halves);
  expect("a.own_share_lower=0.5", own);
  expect("P.share_lower=0.5;b.own_share_lower=0", own);
  expect("P.multiplier_upper=0.1", capped);
  expect("P.multiplier_lower=0.1;P.multiplier_upper=0.2", between);
  expect("P.share_of=weight;P.share_lower=0.5", open);
  expect("P.min_coverage=0.7", covered);
}

static void zeros_under_a_floor(void **state) {
  (void)state;
  static const double values[CHILDREN][UNITS] = {{4, 1, 0, 0, 2, 1}, {1, 4, 4, 0, 2, 1}, {1, 1, 1, 1, 1, 1}};
  double got[UNITS];
  REFUSED("P.rule=benefit_of_doubt;P.share_lower=0.1", values, INNO_E_NONPOSITIVE, "'P'", "'C'", "'a'", "release",
          "limit");
  assert_int_equal(scores_of("P.rule=benefit_of_doubt;P.share_lower=0.1;P.zero=release", values, got), INNO_OK);
  assert_true(fabs(got[2] - 1.0) < 1e-14); /* by b alone, where 4 is best */
  assert_true(got[3] == 0.0);
  assert_int_equal(scores_of("P.rule=benefit_of_doubt;P.share_lower=0.1;P.zero=limit", values, got), INNO_OK);
  assert_true(got[2] == 0.0 && got[3] == 0.0 && got[0] > 0.9);
}

static void weights_say_who_takes_part_only(void **state) {
  (void)state;
  static const double values[CHILDREN][UNITS] = {{4, 1, 2, 1, 2, 3}, {1, 4, 2, 1, 3, 1}, {1, 1, 9, 2, 3, 1}};
  double x[UNITS], y[UNITS];
  for (int pass = 0; pass < 2; pass++) {
    inno_method *m = NULL;
    inno_result *r = NULL;
    inno_dataset *d = data_of(values);
    assert_int_equal(make(pass ? "rule=entropy" : NULL, "P.rule=benefit_of_doubt", 5.0, &m), INNO_OK);
    assert_int_equal(inno_result_create(NULL, m, d, INNO_KEEP_SCORES, &r, error), INNO_OK);
    assert_int_equal(inno_result_scores(r, inno_result_find_node(r, "P"), pass ? y : x, 8, error), INNO_OK);
    inno_result_destroy(r), inno_method_destroy(m), inno_dataset_destroy(d);
  }
  assert_memory_equal(x, y, sizeof x);
  assert_true(x[2] == 1.0); /* c counts now */
}

/* ---- pieces, order, periods ---- */

enum { MANY = 24, PERIODS = 2 };
static double panel[CHILDREN][MANY * PERIODS];
static const char *many[MANY];

static void fill(void) {
  static char code[MANY][16];
  for (int j = 0; j < CHILDREN; j++)
    for (int i = 0; i < MANY * PERIODS; i++)
      panel[j][i] =
          (i * 7 + j * 3) % 11 == 0 ? NAN : 1.0 + (double)((i * i * (2 * j + 3) + 13 * i * (j + 1)) % 97) / 9.0;
  for (int i = 0; i < MANY; i++) {
    snprintf(code[i], sizeof code[i], "u%d", i);
    many[i] = code[i];
  }
}

static inno_dataset *panel_data(int periods, int first, const int *order) {
  static const double years[PERIODS] = {2023, 2024};
  const char *codes[MANY];
  double column[MANY * PERIODS];
  inno_dataset *d = NULL;
  for (int i = 0; i < MANY; i++) codes[i] = many[order != NULL ? order[i] : i];
  assert_int_equal(inno_dataset_create_panel(NULL, MANY, codes, periods, years, &d, error), INNO_OK);
  for (int j = 0; j < CHILDREN; j++) {
    for (int i = 0; i < MANY * periods; i++) {
      int unit = i % MANY;
      column[i] = panel[j][first + i - unit + (order != NULL ? order[unit] : unit)];
    }
    assert_int_equal(inno_dataset_add_column(d, names[j], column, 8, error), INNO_OK);
  }
  return d;
}

static const char *const settings[] = {"P.rule=benefit_of_doubt",
                                       "P.rule=benefit_of_doubt;P.share_lower=0.1;P.share_upper=0.7",
                                       "P.rule=benefit_of_doubt;P.share_of=mean;a.own_share_lower=0.3",
                                       "P.rule=benefit_of_doubt;P.multiplier_lower=0.001;P.share_lower=0.05"};

/* P of every row; in pieces another error object is handed in each time. Returns how many pieces there were. */
static int run(const char *setting, inno_dataset *d, int32_t keep, int64_t piece, double *out, inno_result **result) {
  inno_method *m = NULL;
  inno_run *run = NULL;
  inno_result *r = NULL;
  int32_t done = 0, pieces = 0;
  assert_int_equal(make(NULL, setting, 1.0, &m), INNO_OK);
  assert_int_equal(inno_run_create(NULL, m, d, keep, &run, error), INNO_OK);
  for (; !done; pieces++) {
    inno_error *own = NULL;
    inno_error_create(NULL, &own);
    if (inno_run_advance(run, piece, &done, own) != INNO_OK) fail_msg("%s: %s", setting, inno_error_message(own));
    inno_error_destroy(own);
  }
  assert_int_equal(inno_run_finish(run, &r, error), INNO_OK);
  assert_int_equal(inno_result_scores(r, inno_result_find_node(r, "P"), out, 8, error), INNO_OK);
  inno_run_destroy(run);
  inno_method_destroy(m);
  inno_dataset_destroy(d);
  if (result != NULL)
    *result = r;
  else
    inno_result_destroy(r);
  return pieces;
}

static void pieces_periods_and_what_is_kept_change_no_bit(void **state) {
  (void)state;
  fill();
  for (size_t k = 0; k < sizeof settings / sizeof settings[0]; k++) {
    double whole[MANY * PERIODS], cut[MANY * PERIODS], kept[MANY * PERIODS], alone[MANY];
    int once = run(settings[k], panel_data(PERIODS, 0, NULL), INNO_KEEP_SCORES, INT64_MAX, whole, NULL);
    int often = run(settings[k], panel_data(PERIODS, 0, NULL), INNO_KEEP_SCORES, 1, cut, NULL);
    assert_int_equal(once, 1);
    assert_true(often >= MANY * PERIODS); /* stops after every unit */
    run(settings[k], panel_data(PERIODS, 0, NULL), INNO_KEEP_ALL, 500, kept, NULL);
    assert_memory_equal(whole, cut, sizeof whole);
    assert_memory_equal(whole, kept, sizeof whole);
    for (int t = 0; t < PERIODS; t++) {
      run(settings[k], panel_data(1, t * MANY, NULL), INNO_KEEP_SCORES, INT64_MAX, alone, NULL);
      assert_memory_equal(alone, whole + t * MANY, sizeof alone);
    }
  }
}

static void order_of_units_does_not_matter(void **state) {
  (void)state;
  int order[MANY];
  fill();
  for (int i = 0; i < MANY; i++) order[i] = (i * 7 + 5) % MANY;
  for (size_t k = 0; k < sizeof settings / sizeof settings[0]; k++) {
    double x[MANY], y[MANY];
    run(settings[k], panel_data(1, 0, NULL), INNO_KEEP_SCORES, INT64_MAX, x, NULL);
    run(settings[k], panel_data(1, 0, order), INNO_KEEP_SCORES, INT64_MAX, y, NULL);
    for (int i = 0; i < MANY; i++)
      if (!(fabs(y[i] - x[order[i]]) <= 1e-13))
        fail_msg("%s: %s: %.17g, %.17g", settings[k], many[order[i]], x[order[i]], y[i]);
  }
}

static double field(const inno_result *r, int64_t index, int32_t which) {
  double value = -7.0;
  assert_int_equal(inno_result_record(r, INNO_RECORD_SEARCH, index, which, &value, error), INNO_OK);
  return value;
}

/* One record a unit and period, with the proof of its score. */
static void records(void **state) {
  (void)state;
  inno_result *r = NULL;
  double x[MANY * PERIODS];
  fill();
  for (int j = 0; j < CHILDREN; j++) panel[j][5] = NAN; /* u5 has nothing in 2023 */
  run(settings[1], panel_data(PERIODS, 0, NULL), INNO_KEEP_ALL, 1, x, &r);
  assert_int_equal(inno_result_record_count(r, INNO_RECORD_SEARCH), MANY * PERIODS);
  for (int i = 0; i < MANY * PERIODS; i++) {
    assert_true(field(r, i, INNO_FIELD_STEP) == 1.0 &&
                field(r, i, INNO_FIELD_NODE) == (double)inno_result_find_node(r, "P"));
    assert_true(field(r, i, INNO_FIELD_PERIOD) == i / MANY && field(r, i, INNO_FIELD_UNIT) == i % MANY);
    assert_true(field(r, i, INNO_FIELD_CONVERGED) == 1.0);
    double objective = field(r, i, INNO_FIELD_OBJECTIVE);
    if (i == 5) {
      assert_true(isnan(x[i]) && isnan(objective) && isnan(field(r, i, INNO_FIELD_GAP)));
      continue;
    }
    assert_true(objective == x[i] && x[i] > 0.0 && x[i] <= 1.0);
    assert_true(field(r, i, INNO_FIELD_PRIMAL) <= 1e-12 && field(r, i, INNO_FIELD_DUAL) <= 1e-12);
    assert_true(field(r, i, INNO_FIELD_GAP) <= 1e-12);
    assert_true(field(r, i, INNO_FIELD_ITERATIONS) >= 0.0);
  }
  inno_result_destroy(r);
}

/* ---- refusals ---- */

/* What needs no data is refused when the method is made. */
static void of_the_method(const char *setting, inno_status status, const char *const *words) {
  for (int32_t language = INNO_LANGUAGE_VI; language >= INNO_LANGUAGE_EN; language--) {
    inno_method *m = NULL;
    inno_error_set_language(error, language);
    assert_int_equal(make(NULL, setting, 0.0, &m), status);
    assert_null(m);
    for (int w = 0; words[w] != NULL; w++)
      if (strstr(inno_error_message(error), words[w]) == NULL)
        fail_msg("no '%s' in: %s", words[w], inno_error_message(error));
  }
}

#define NO_METHOD(settings, status, ...) of_the_method(settings, status, (const char *const[]){__VA_ARGS__, NULL})

static void bounds_that_no_unit_can_meet(void **state) {
  (void)state;
  NO_METHOD("P.rule=benefit_of_doubt;P.share_upper=0.4", INNO_E_VALUE, "'P'", "share_upper", "0.8"); /* of two */
  NO_METHOD("P.rule=benefit_of_doubt;P.share_lower=0.6", INNO_E_VALUE, "'P'", "share_lower", "1.2");
  NO_METHOD("P.rule=benefit_of_doubt;P.share_lower=0.4;P.share_upper=0.3", INNO_E_VALUE, "'P'", "share_lower", "'a'");
  NO_METHOD("P.rule=benefit_of_doubt;P.share_upper=0.5;b.own_share_upper=0.3", INNO_E_VALUE, "'P'", "0.8");
  NO_METHOD("P.rule=benefit_of_doubt;P.multiplier_lower=2;P.multiplier_upper=1", INNO_E_VALUE, "'P'",
            "multiplier_lower");
  NO_METHOD("P.rule=benefit_of_doubt;P.share_of=weight;P.zero=limit", INNO_E_VALUE, "'P'", "zero");
  NO_METHOD("P.rule=arithmetic;P.share_lower=0.1", INNO_E_VALUE, "'P'", "share_lower");
  NO_METHOD("P.rule=arithmetic;a.own_share_lower=0.1", INNO_E_VALUE, "'a'", "own_share_lower");
  NO_METHOD("P.rule=factor_scores;a.own_share_lower=0.1", INNO_E_VALUE, "'a'", "own_share_lower");
}

static void what_the_data_do_not_bear(void **state) {
  (void)state;
  static const double below[CHILDREN][UNITS] = {{4, 1, 2, 1, 2, 3}, {1, 4, 2, -1, 3, 1}, {1, 1, 9, 2, 3, 1}};
  double got[UNITS];
  REFUSED("P.rule=benefit_of_doubt", below, INNO_E_NONPOSITIVE, "'P'", "'D'", "'b'", "-1", "1..100");
  REFUSED("P.rule=benefit_of_doubt;P.share_upper=0.6", plain, INNO_E_DOMAIN, "'P'", "'E'", "share_upper", "0.6");
  REFUSED("P.rule=benefit_of_doubt;P.multiplier_lower=0.3", plain, INNO_E_DOMAIN, "'P'", "'A'", "multiplier_lower");
  /* a unit that has too little for a score is not asked whether it could have one */
  assert_int_equal(scores_of("P.rule=benefit_of_doubt;P.share_upper=0.6;P.min_coverage=0.67", plain, got), INNO_OK);
  assert_true(isnan(got[4]) && got[0] > 0.5);
}

static void a_search_that_may_not_go_on(void **state) {
  (void)state;
  inno_method *m = NULL;
  inno_result *r = NULL;
  fill();
  inno_dataset *d = panel_data(PERIODS, 0, NULL);
  assert_int_equal(make(NULL, "P.rule=benefit_of_doubt;P.share_lower=0.2;P.share_upper=0.7;P.iterations=1", 1.0, &m),
                   INNO_OK);
  for (int32_t language = INNO_LANGUAGE_VI; language >= INNO_LANGUAGE_EN; language--) {
    inno_error_set_language(error, language);
    assert_int_equal(inno_result_create(NULL, m, d, INNO_KEEP_ALL, &r, error), INNO_E_UNFINISHED);
    assert_null(r);
    assert_non_null(strstr(inno_error_message(error), "'P'"));
    assert_non_null(strstr(inno_error_message(error), "iterations"));
    assert_non_null(strstr(inno_error_message(error), "'u"));
  }
  inno_method_destroy(m);
  inno_dataset_destroy(d);
}

/* ---- factor scores ---- */

/* Of two children with the correlation r: (z1 + z2) / sqrt(2 (1 + r)). */
static void factor_of_two(void **state) {
  (void)state;
  static const double values[CHILDREN][UNITS] = {{1, 2, 3, 4, 5, 6}, {2, 1, 4, 3, 6, NAN}, {9, 1, 9, 1, 9, 1}};
  double got[UNITS], r = 0.8, z1, z2; /* of the first five: sums of squares 10 and 14.8, of products 10 */
  r = 10.0 / sqrt(10.0 * 14.8);
  assert_int_equal(scores_of("P.rule=factor_scores", values, got), INNO_OK);
  for (int i = 0; i < 5; i++) {
    z1 = (values[0][i] - 3.0) / sqrt(10.0 / 4.0);
    z2 = (values[1][i] - 3.2) / sqrt(14.8 / 4.0);
    assert_true(fabs(got[i] - (z1 + z2) / sqrt(2.0 * (1.0 + r))) < 1e-14);
  }
  assert_true(isnan(got[5]));
}

static void factors_are_of_each_period(void **state) {
  (void)state;
  double both[MANY * PERIODS], alone[MANY];
  fill();
  for (int i = 0; i < MANY * PERIODS; i++) panel[1][i] = panel[0][i] + panel[1][i], panel[2][i] += panel[0][i];
  run("P.rule=factor_scores", panel_data(PERIODS, 0, NULL), INNO_KEEP_ALL, 1, both, NULL);
  for (int t = 0; t < PERIODS; t++) {
    run("P.rule=factor_scores", panel_data(1, t * MANY, NULL), INNO_KEEP_SCORES, INT64_MAX, alone, NULL);
    assert_memory_equal(alone, both + t * MANY, sizeof alone);
  }
}

static void factors_refused(void **state) {
  (void)state;
  static const double against[CHILDREN][UNITS] = {{1, 2, 3, 4, 5, 6}, {6, 5, 4, 3, 2, 2}, {1, 2, 3, 4, 5, 6}};
  static const double constant[CHILDREN][UNITS] = {{1, 2, 3, 4, 5, 6}, {2, 2, 2, 2, 2, 2}, {1, 2, 3, 4, 5, 6}};
  static const double few[CHILDREN][UNITS] = {{1, 2, NAN, NAN, NAN, 6}, {6, 5, 4, 3, 2, NAN}, {1, 2, 3, 4, 5, 6}};
  REFUSED("P.rule=factor_scores", against, INNO_E_DOMAIN, "'P'", "0");
  REFUSED("P.rule=factor_scores", constant, INNO_E_CONSTANT, "'P'", "'b'", "2");
  REFUSED("P.rule=factor_scores", few, INNO_E_NODATA, "'P'", "3");
}

/* A cell asks for the rule at its defaults. */
static void in_a_cell(void **state) {
  (void)state;
  const double x[] = {4, 1, 1, 4, 2, 2, 1, 1}, wanted[] = {1, 1, 0.8, 0.4};
  double out[4] = {7, 7, 7, 7};
  assert_int_equal(inno_flat_aggregate(x, 4, 2, 0, NULL, INNO_AGGREGATE_BENEFIT_OF_DOUBT, NAN, NAN, NAN, NAN, out),
                   INNO_OK);
  for (int i = 0; i < 4; i++) assert_true(fabs(out[i] - wanted[i]) < 1e-14);
  const double y[] = {1, 2, 2, 4, 3, 6};
  assert_int_equal(inno_flat_aggregate(y, 3, 2, 0, NULL, INNO_AGGREGATE_FACTOR_SCORES, NAN, NAN, NAN, NAN, out),
                   INNO_OK);
  for (int i = 0; i < 3; i++) assert_true(fabs(out[i] - (i - 1.0)) < 1e-14);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(by_hand),
      cmocka_unit_test(zeros_under_a_floor),
      cmocka_unit_test(weights_say_who_takes_part_only),
      cmocka_unit_test(pieces_periods_and_what_is_kept_change_no_bit),
      cmocka_unit_test(order_of_units_does_not_matter),
      cmocka_unit_test(records),
      cmocka_unit_test(bounds_that_no_unit_can_meet),
      cmocka_unit_test(what_the_data_do_not_bear),
      cmocka_unit_test(a_search_that_may_not_go_on),
      cmocka_unit_test(factor_of_two),
      cmocka_unit_test(factors_are_of_each_period),
      cmocka_unit_test(factors_refused),
      cmocka_unit_test(in_a_cell),
  };
  return cmocka_run_group_tests(tests, make_error, end_error);
}
