/* Imputation rules in a method: the same values as the kernels, whatever is kept and however the work is cut; records
 * of searches; what is refused and in which words; panels. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"

#define NA NAN
enum { UNITS = 9, COLUMNS = 5 };

static inno_error *error;
static inno_indicator_set *set;
static const char *const codes[UNITS] = {"A", "B", "C", "D", "E", "F", "G", "H", "I"};
static const char *const names[COLUMNS] = {"x", "y", "z", "u", "v"};

/* x y z below p, u v below q. y = 2 x + 1 where both are there, but for a little. Unit I has nothing in p. */
static const double table[COLUMNS][UNITS] = {
    {0, 1, 2, 5, 10, NA, 3, 4, NA}, {1, 3.1, 5, 10.9, NA, 4, 7, 9, NA}, {3, 1, 4, 1, 5, 9, 2, NA, NA},
    {1, 2, 3, 4, 5, 6, 7, 8, NA},   {NA, 1, 4, 2, 8, 5, 7, 6, 3},
};

static int begin(void **state) {
  (void)state;
  inno_error_create(NULL, &error);
  inno_indicator_set_create(NULL, &set, NULL);
  inno_indicator_set_add(set, "index", NULL, NULL);
  inno_indicator_set_add(set, "p", "index", NULL);
  inno_indicator_set_add(set, "q", "index", NULL);
  for (int c = 0; c < COLUMNS; c++) inno_indicator_set_add(set, names[c], c < 3 ? "p" : "q", NULL);
  inno_indicator_set_direction(set, "z", -1, NULL);
  return inno_indicator_set_freeze(set, error) != INNO_OK;
}

static int end(void **state) {
  (void)state;
  inno_indicator_set_destroy(set);
  inno_error_destroy(error);
  return 0;
}

/* settings: "key=value; CODE.key=value" */
static inno_status make(const char *settings, inno_method **out) {
  static const int32_t kinds[] = {INNO_STEP_IMPUTE, INNO_STEP_NORMALIZE, INNO_STEP_AGGREGATE};
  inno_scheme *steps[3];
  inno_status s = INNO_OK;
  char text[256];
  strcpy(text, settings);
  for (int i = 0; i < 3; i++) assert_int_equal(inno_scheme_create(NULL, kinds[i], &steps[i], error), INNO_OK);
  inno_scheme_set_text(steps[1], NULL, INNO_KEY_NORMALIZE_RULE, "none", error);
  for (char *item = strtok(text, "; "); item != NULL && s == INNO_OK; item = strtok(NULL, "; ")) {
    char *value = strchr(item, '='), *dot = strchr(item, '.');
    int32_t key = 0;
    *value++ = '\0';
    const char *code = dot != NULL && dot < value ? item : NULL;
    if (code != NULL) *dot++ = '\0';
    key = inno_key_from_name(INNO_STEP_IMPUTE, code != NULL ? dot : item);
    assert_true(key > 0);
    s = inno_scheme_set_text(steps[0], code, key, value, error);
  }
  if (s == INNO_OK) s = inno_method_create(NULL, set, NULL, (const inno_scheme *const *)steps, 3, out, error);
  for (int i = 0; i < 3; i++) inno_scheme_destroy(steps[i]);
  return s;
}

static inno_dataset *dataset(void) {
  static const char *const region[UNITS] = {"n", "n", "s", "s", "n", "n", "s", "n", "s"};
  inno_dataset *d = NULL;
  assert_int_equal(inno_dataset_create(NULL, UNITS, codes, &d, error), INNO_OK);
  for (int c = 0; c < COLUMNS; c++) inno_dataset_add_column(d, names[c], table[c], 8, error);
  inno_dataset_add_group(d, "region", region, error);
  return d;
}

static inno_result *compute(const char *settings, int32_t keep, int64_t piece) {
  inno_dataset *d = dataset();
  inno_method *m = NULL;
  inno_run *run = NULL;
  inno_result *r = NULL;
  int32_t done = 0;
  if (make(settings, &m) != INNO_OK) fail_msg("%s: %s", settings, inno_error_message(error));
  assert_int_equal(inno_run_create(NULL, m, d, keep, &run, error), INNO_OK);
  while (!done)
    if (inno_run_advance(run, piece, &done, error) != INNO_OK) fail_msg("%s: %s", settings, inno_error_message(error));
  assert_int_equal(inno_run_finish(run, &r, error), INNO_OK);
  inno_run_destroy(run);
  inno_method_destroy(m);
  inno_dataset_destroy(d);
  return r;
}

static const char *const families[] = {"rule=em; max_iterations=5000",
                                       "rule=em; ridge=0.1; level=0",
                                       "rule=regression; too_few=skip",
                                       "rule=nearest",
                                       "rule=nearest; neighbors=2; weighting=distance; min_overlap=2",
                                       "rule=hot_deck; group=region",
                                       "rule=hot_deck; group=region; level=0",
                                       "rule=hot_deck_sequential; group=region",
                                       "rule=sibling_mean",
                                       "rule=nearest; u.rule=none; v.rule=median"};

/* Observed values keep every bit, marks say what was filled, and neither what is kept nor the pieces change a bit. */
static void every_rule_is_the_same_however_it_is_run(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof families / sizeof families[0]; i++) {
    inno_result *all = compute(families[i], INNO_KEEP_ALL, INT64_MAX);
    inno_result *pieces = compute(families[i], INNO_KEEP_ALL, 1), *scores = compute(families[i], INNO_KEEP_SCORES, 1);
    int filled = 0;
    for (int c = 0; c < COLUMNS; c++) {
      double a[UNITS], b[UNITS], s[UNITS];
      int32_t marks[UNITS];
      int64_t node = inno_result_find_node(all, names[c]);
      assert_int_equal(inno_result_values(all, 0, node, a, 8, error), INNO_OK);
      assert_int_equal(inno_result_values(pieces, 0, node, b, 8, error), INNO_OK);
      assert_int_equal(inno_result_marks(all, 0, node, marks, error), INNO_OK);
      assert_int_equal(inno_result_scores(scores, node, s, 8, error), INNO_OK);
      assert_memory_equal(a, b, sizeof a);
      for (int u = 0; u < UNITS; u++) {
        double back = c == 2 ? -s[u] : s[u]; /* rule none turns bads round */
        assert_true(back == a[u] || (isnan(back) && isnan(a[u])));
        if (!isnan(table[c][u])) assert_true(a[u] == table[c][u]);
        assert_int_equal(marks[u], isnan(table[c][u]) && !isnan(a[u]) ? INNO_MARK_IMPUTED : 0);
        filled += marks[u] != 0;
      }
    }
    if (filled == 0) fail_msg("%s filled nothing", families[i]);
    inno_result_destroy(all), inno_result_destroy(pieces), inno_result_destroy(scores);
  }
}

static void value_of(const inno_result *r, int c, double *x) {
  assert_int_equal(inno_result_values(r, 0, inno_result_find_node(r, names[c]), x, 8, error), INNO_OK);
}

/* In q: u 1 2 3 4 5 6 7 8 -, v - 1 4 2 8 5 7 6 3. Unit A is nearest to B in u: v = 1. Unit I (v = 3) is as near to C
 * (4) as to D (2); C comes first: u = 3. */
static void families_are_those_below_one_ancestor(void **state) {
  double u[UNITS], v[UNITS], x[UNITS];
  (void)state;
  inno_result *r = compute("rule=nearest; neighbors=1", INNO_KEEP_ALL, INT64_MAX);
  value_of(r, 3, u);
  value_of(r, 4, v);
  value_of(r, 0, x);
  assert_true(v[0] == 1.0);
  assert_true(u[8] == 3.0);
  assert_true(isnan(x[8])); /* nothing in p to be near by */
  inno_result_destroy(r);
  r = compute("rule=nearest; neighbors=1; level=0", INNO_KEEP_ALL, INT64_MAX);
  value_of(r, 0, x);
  assert_true(x[8] == 2.0); /* by v, C is the nearest that has x */
  inno_result_destroy(r);
}

/* Where there is a source, it was observed and the cell was not; a single donor gives its value. */
static void sources_are_kept(void **state) {
  static const char *const single[] = {"rule=nearest; neighbors=1", "rule=hot_deck; group=region",
                                       "rule=hot_deck_sequential; group=region",
                                       "rule=hot_deck; group=region; level=0"};
  int64_t source[UNITS];
  double x[UNITS];
  (void)state;
  for (size_t i = 0; i < sizeof single / sizeof single[0]; i++) {
    inno_result *r = compute(single[i], INNO_KEEP_ALL, 1);
    int filled = 0;
    for (int c = 0; c < COLUMNS; c++) {
      int64_t node = inno_result_find_node(r, names[c]);
      value_of(r, c, x);
      assert_int_equal(inno_result_imputation_sources(r, 0, node, source, error), INNO_OK);
      for (int u = 0; u < UNITS; u++) {
        assert_int_equal(source[u] >= 0, isnan(table[c][u]) && !isnan(x[u]));
        if (source[u] >= 0) assert_true(table[c][source[u]] == x[u]);
        filled += source[u] >= 0;
      }
      assert_int_equal(inno_result_imputation_sources(r, 1, node, source, error), INNO_OK);
      for (int u = 0; u < UNITS; u++) assert_int_equal(source[u], -1); /* a normalization imputes nothing */
    }
    assert_true(filled > 0);
    inno_result_destroy(r);
  }
  inno_result *r = compute("rule=nearest; neighbors=1", INNO_KEEP_ALL, INT64_MAX);
  inno_result_imputation_sources(r, 0, inno_result_find_node(r, "v"), source, error);
  assert_int_equal(source[0], 1);
  inno_result_imputation_sources(r, 0, inno_result_find_node(r, "u"), source, error);
  assert_int_equal(source[8], 2);
  assert_int_equal(inno_result_imputation_sources(r, 3, 0, source, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_result_imputation_sources(r, 0, COLUMNS, source, error), INNO_E_ARGUMENT);
  inno_result_destroy(r);
  r = compute("rule=sibling_mean", INNO_KEEP_ALL, INT64_MAX);
  inno_result_imputation_sources(r, 0, inno_result_find_node(r, "v"), source, error);
  for (int u = 0; u < UNITS; u++) assert_int_equal(source[u], -1);
  inno_result_destroy(r);
  r = compute("rule=nearest", INNO_KEEP_SCORES, INT64_MAX);
  assert_int_equal(inno_result_imputation_sources(r, 0, 0, source, error), INNO_E_NOT_KEPT);
  inno_result_destroy(r);
}

static double field(const inno_result *r, int64_t index, int32_t which) {
  double value = -7.0;
  assert_int_equal(inno_result_record(r, INNO_RECORD_SEARCH, index, which, &value, error), INNO_OK);
  return value;
}

static void a_search_leaves_its_record(void **state) {
  (void)state;
  inno_result *r = compute("rule=em; max_iterations=5000; tolerance=1e-10", INNO_KEEP_ALL, INT64_MAX);
  assert_int_equal(inno_result_record_count(r, INNO_RECORD_SEARCH), 2);
  for (int i = 0; i < 2; i++) {
    assert_true(field(r, i, INNO_FIELD_STEP) == 0.0);
    assert_true(field(r, i, INNO_FIELD_NODE) == (double)inno_result_find_node(r, i == 0 ? "p" : "q"));
    assert_true(field(r, i, INNO_FIELD_UNIT) == -1.0);
    assert_true(field(r, i, INNO_FIELD_CONVERGED) == 1.0);
    assert_true(field(r, i, INNO_FIELD_ITERATIONS) > 3.0);
    assert_true(field(r, i, INNO_FIELD_PRIMAL) <= 1e-10);
    assert_true(field(r, i, INNO_FIELD_OBJECTIVE) < 0.0);
  }
  inno_result_destroy(r);
  r = compute("rule=em; max_iterations=3; u.rule=none; v.rule=none", INNO_KEEP_ALL, 1);
  assert_int_equal(inno_result_record_count(r, INNO_RECORD_SEARCH), 1);
  assert_true(field(r, 0, INNO_FIELD_CONVERGED) == 0.0);
  assert_true(field(r, 0, INNO_FIELD_ITERATIONS) == 3.0);
  assert_true(field(r, 0, INNO_FIELD_PRIMAL) > 1e-9);
  inno_result_destroy(r);
  r = compute("rule=mean", INNO_KEEP_ALL, 1);
  assert_int_equal(inno_result_record_count(r, INNO_RECORD_SEARCH), 0);
  inno_result_destroy(r);
}

/* ---- refusals ---- */

static void refused(const char *settings, inno_status status, const char *words) {
  inno_method *m = NULL;
  assert_int_equal(make(settings, &m), status);
  if (strstr(inno_error_message(error), words) == NULL) fail_msg("no '%s' in: %s", words, inno_error_message(error));
  assert_null(m);
}

static void what_a_method_refuses(void **state) {
  (void)state;
  refused("rule=em; y.rule=nearest", INNO_E_VALUE, "'x' and 'y' are siblings that are imputed together");
  refused("rule=nearest; z.neighbors=2", INNO_E_VALUE, "'x' and 'z'");
  refused("rule=hot_deck", INNO_E_MISSING_PARAMETER, "group");
  refused("rule=em; neighbors=3", INNO_E_VALUE, "neighbors");
  refused("rule=latest; level=3", INNO_E_VALUE, "level");
  refused("rule=mean; max_age=3", INNO_E_VALUE, "max_age");
  refused("rule=nearest; neighbors=0", INNO_E_VALUE, "neighbors");
  refused("rule=em; ridge=-1", INNO_E_VALUE, "ridge");
  refused("rule=latest; max_age=0", INNO_E_VALUE, "max_age");
  inno_method *m = NULL; /* two families may differ */
  assert_int_equal(make("rule=em; u.rule=nearest; v.rule=nearest", &m), INNO_OK);
  inno_method_destroy(m);
}

static void stopped(const char *settings, inno_status status, const char *words, const char *node) {
  inno_dataset *d = dataset();
  inno_method *m = NULL;
  inno_result *r = NULL;
  assert_int_equal(make(settings, &m), INNO_OK);
  assert_int_equal(inno_result_create(NULL, m, d, INNO_KEEP_ALL, &r, error), status);
  if (strstr(inno_error_message(error), words) == NULL) fail_msg("no '%s' in: %s", words, inno_error_message(error));
  assert_string_equal(inno_error_node(error), node);
  inno_method_destroy(m);
  inno_dataset_destroy(d);
}

static void what_a_run_refuses(void **state) {
  (void)state;
  stopped("rule=latest", INNO_E_VALUE, "the dataset has no periods", "x");
  stopped("rule=hot_deck; group=climate", INNO_E_MISSING_GROUP, "climate", "");
  stopped("rule=regression; level=0", INNO_E_DOMAIN, "'v' of unit 'A'", "index");
  stopped("rule=em; level=0; max_iterations=5000", INNO_E_DOMAIN, "follows from", "index");
}

/* ---- panels ---- */

/* Three years, two units; by hand. */
static void rules_over_time(void **state) {
  static const struct {
    const char *settings;
    double want[6];
    int64_t source[6]; /* a line between two years is of no single one */
  } cases[] = {{"rule=latest", {NA, 4, NA, 4, 7, 8}, {-1, -1, -1, 1, -1, -1}},
               {"rule=linear", {NA, 4, NA, 5, 7, 8}, {-1, -1, -1, -1, -1, -1}},
               {"rule=constant", {7, 4, 7, 4, 7, 8}, {4, -1, 4, 1, -1, -1}},
               {"rule=linear_constant", {7, 4, 7, 5, 7, 8}, {4, -1, 4, -1, -1, -1}},
               {"rule=linear_constant; max_age=3", {NA, 4, 7, 5, 7, 8}, {-1, -1, 4, -1, -1, -1}},
               {"rule=linear_constant; max_periods=1", {NA, 4, 7, 5, 7, 8}, {-1, -1, 4, -1, -1, -1}},
               {"rule=latest; max_age=0.5", {NA, 4, NA, NA, 7, 8}, {-1, -1, -1, -1, -1, -1}}};
  const double years[] = {2020, 2021, 2024}, x[] = {NA, 4, NA, NA, 7, 8};
  static const char *const two[] = {"A", "B"};
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    inno_dataset *d = NULL;
    inno_method *m = NULL;
    inno_result *r = NULL;
    double got[6];
    assert_int_equal(inno_dataset_create_panel(NULL, 2, two, 3, years, &d, error), INNO_OK);
    for (int c = 0; c < COLUMNS; c++) inno_dataset_add_column(d, names[c], x, 8, error);
    assert_int_equal(make(cases[i].settings, &m), INNO_OK);
    for (int32_t keep = INNO_KEEP_SCORES; keep <= INNO_KEEP_ALL; keep++) {
      assert_int_equal(inno_result_create(NULL, m, d, keep, &r, error), INNO_OK);
      assert_int_equal(inno_result_scores(r, inno_result_find_node(r, "x"), got, 8, error), INNO_OK);
      for (int k = 0; k < 6; k++)
        if (!(got[k] == cases[i].want[k] || (isnan(got[k]) && isnan(cases[i].want[k]))))
          fail_msg("%s, row %d: %.17g", cases[i].settings, k, got[k]);
      if (keep == INNO_KEEP_ALL) {
        int64_t source[6];
        assert_int_equal(inno_result_imputation_sources(r, 0, 0, source, error), INNO_OK);
        assert_memory_equal(source, cases[i].source, sizeof source);
      }
      inno_result_destroy(r);
    }
    inno_method_destroy(m);
    inno_dataset_destroy(d);
  }
}

/* A period by itself gives what a dataset of that period gives; pooled rows are other units. */
static void families_in_panels(void **state) {
  double values[3 * UNITS], alone[UNITS], both[2 * UNITS];
  const double years[] = {2023, 2024};
  inno_dataset *d = NULL;
  inno_method *m = NULL;
  inno_result *r = NULL;
  (void)state;
  for (int pooled = 0; pooled < 2; pooled++) {
    assert_int_equal(inno_dataset_create_panel(NULL, UNITS, codes, 2, years, &d, error), INNO_OK);
    for (int c = 0; c < COLUMNS; c++) {
      for (int u = 0; u < UNITS; u++) values[u] = table[c][UNITS - 1 - u], values[UNITS + u] = table[c][u];
      inno_dataset_add_column(d, names[c], values, 8, error);
    }
    assert_int_equal(make(pooled ? "rule=em; frame=pooled" : "rule=em", &m), INNO_OK);
    assert_int_equal(inno_result_create(NULL, m, d, INNO_KEEP_ALL, &r, error), INNO_OK);
    assert_int_equal(inno_result_record_count(r, INNO_RECORD_SEARCH), pooled ? 2 : 4);
    if (!pooled) assert_true(field(r, 1, INNO_FIELD_PERIOD) == 1.0 && field(r, 2, INNO_FIELD_PERIOD) == 0.0);
    assert_int_equal(inno_result_scores(r, inno_result_find_node(r, "v"), both, 8, error), INNO_OK);
    inno_result_destroy(r);
    inno_method_destroy(m);
    inno_dataset_destroy(d);
    r = compute("rule=em", INNO_KEEP_SCORES, INT64_MAX);
    assert_int_equal(inno_result_scores(r, inno_result_find_node(r, "v"), alone, 8, error), INNO_OK);
    if (!pooled) assert_memory_equal(alone, both + UNITS, sizeof alone);
    for (int u = 0; u < UNITS; u++) /* every row twice, so pooled rows say the same */
      assert_true(fabs(alone[u] - both[UNITS + u]) < 1e-6);
    inno_result_destroy(r);
  }
}

/* Sources are rows of the whole panel, whatever frame the donors were looked for in. */
static void sources_in_panels(void **state) {
  double values[2 * UNITS];
  int64_t source[2 * UNITS];
  const double years[] = {2023, 2024};
  (void)state;
  for (int pooled = 0; pooled < 2; pooled++) {
    inno_dataset *d = NULL;
    inno_method *m = NULL;
    inno_result *r = NULL;
    assert_int_equal(inno_dataset_create_panel(NULL, UNITS, codes, 2, years, &d, error), INNO_OK);
    for (int c = 0; c < COLUMNS; c++) {
      for (int u = 0; u < UNITS; u++) values[u] = table[c][u], values[UNITS + u] = table[c][UNITS - 1 - u];
      inno_dataset_add_column(d, names[c], values, 8, error);
    }
    assert_int_equal(make(pooled ? "rule=nearest; neighbors=1; frame=pooled" : "rule=nearest; neighbors=1", &m),
                     INNO_OK);
    assert_int_equal(inno_result_create(NULL, m, d, INNO_KEEP_ALL, &r, error), INNO_OK);
    assert_int_equal(inno_result_imputation_sources(r, 0, inno_result_find_node(r, "v"), source, error), INNO_OK);
    assert_int_equal(source[0], 1); /* B */
    /* A is the last unit of the second period; B there is one before it, B of the first is as near and comes first */
    assert_int_equal(source[2 * UNITS - 1], pooled ? 1 : 2 * UNITS - 2);
    inno_result_destroy(r);
    inno_method_destroy(m);
    inno_dataset_destroy(d);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_rule_is_the_same_however_it_is_run),
      cmocka_unit_test(families_are_those_below_one_ancestor),
      cmocka_unit_test(sources_are_kept),
      cmocka_unit_test(a_search_leaves_its_record),
      cmocka_unit_test(what_a_method_refuses),
      cmocka_unit_test(what_a_run_refuses),
      cmocka_unit_test(rules_over_time),
      cmocka_unit_test(families_in_panels),
      cmocka_unit_test(sources_in_panels),
  };
  return cmocka_run_group_tests(tests, begin, end);
}
