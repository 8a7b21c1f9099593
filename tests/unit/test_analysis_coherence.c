/* Correlations inside a tree: which pairs there are, what is flagged, how the options change it. */
#include <math.h>
#include <string.h>

#include "support/analysis.h"
#include "support/family.h"

#define PARENT(record, field) cell(a, INNO_RECORD_PARENT, record, INNO_FIELD_##field)
#define SIBLING(record, field) cell(a, INNO_RECORD_SIBLING, record, INNO_FIELD_##field)
#define DENOMINATOR(record, field) cell(a, INNO_RECORD_DENOMINATOR, record, INNO_FIELD_##field)

enum { N = 6 };
static const double up[N] = {1, 2, 3, 4, 5, 6}, down[N] = {6, 5, 4, 3, 2, 1}, twice[N] = {2, 4, 6, 8, 10, 12};
static const double wave[N] = {3, 1, 2, 1, 2, 3}, flat[N] = {4, 4, 4, 4, 4, 4}, gap[N] = {1, NAN, 3, 4, NAN, 7};

static const golden_step none[] = {{0, NULL}};
static const golden_step scaled[] = {{INNO_STEP_NORMALIZE, "rule=minmax"}, {0, NULL}};

static inno_analysis *coherence(const family *f, const char *settings, int32_t step, const inno_dataset *data) {
  inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, settings);
  inno_analysis *a = NULL;
  assert_int_equal(inno_analysis_create_coherence(NULL, options, f->result, step, data, &a, NULL), INNO_OK);
  inno_scheme_destroy(options);
  return a;
}

static int64_t record_of(const inno_analysis *a, int32_t kind, const char *one, const char *other) {
  for (int64_t i = 0; i < inno_analysis_record_count(a, kind); i++)
    if (strcmp(inno_analysis_node_code(a, (int64_t)cell(a, kind, i, INNO_FIELD_NODE)), one) == 0 &&
        strcmp(inno_analysis_node_code(a, (int64_t)cell(a, kind, i, INNO_FIELD_OTHER)), other) == 0)
      return i;
  fail_msg("no pair %s and %s", one, other);
  return -1;
}

static int flag_of(const inno_analysis *a, int32_t kind, const char *one, const char *other) {
  return (int)cell(a, kind, record_of(a, kind, one, other), INNO_FIELD_FLAG);
}

/* index: P (up, twice, down, wave), Q (flat), R (up again alone) */
static const family_node tree[] = {
    {.code = "index"},
    {.code = "P", .parent = "index"},
    {.code = "Q", .parent = "index"},
    {.code = "R", .parent = "index"},
    {.code = "up", .parent = "P", .x = up, .weight = 5.0},
    {.code = "twice", .parent = "P", .x = twice, .weight = 5.0},
    {.code = "down", .parent = "P", .x = down, .weight = 1.0},
    {.code = "wave", .parent = "P", .x = wave, .weight = 1.0},
    {.code = "flat", .parent = "Q", .x = flat},
    {.code = "alone", .parent = "R", .x = up},
    {.code = "size", .parent = "", .x = twice, .weight = -1.0},
    {.code = "R2", .parent = "", .x = wave, .weight = -1.0},
    {0},
};

static void every_pair(void **state) {
  (void)state;
  family f = family_of(tree, N, none);
  inno_analysis *a = coherence(&f, "", INT32_MIN, f.data);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_PARENT), 6 * 2 + 3);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_SIBLING), 6 + 3);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_DENOMINATOR), 6 * 2);
  for (int64_t i = 0; i < inno_analysis_record_count(a, INNO_RECORD_SIBLING); i++)
    assert_true(SIBLING(i, PARENT) == (double)inno_result_node_parent(f.result, (int64_t)SIBLING(i, NODE)) &&
                SIBLING(i, NODE) < SIBLING(i, OTHER));
  /* columns of the dataset come after the nodes */
  assert_true(DENOMINATOR(0, OTHER) == 10.0 && DENOMINATOR(6, OTHER) == 11.0);
  assert_string_equal(inno_analysis_node_code(a, 10), "size");
  assert_string_equal(inno_analysis_node_code(a, 11), "R2");
  assert_null(inno_analysis_node_code(a, 12));
  inno_analysis_destroy(a);
  a = coherence(&f, "", INT32_MIN, NULL);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_DENOMINATOR), 0);
  inno_analysis_destroy(a);
  family_end(&f);
}

static void flags(void **state) {
  (void)state;
  family f = family_of(tree, N, none);
  inno_analysis *a = coherence(&f, "", INT32_MIN, f.data);
  assert_int_equal(flag_of(a, INNO_RECORD_PARENT, "up", "P"), INNO_FLAG_DOMINANT);
  assert_int_equal(flag_of(a, INNO_RECORD_PARENT, "down", "P"), INNO_FLAG_WRONG_SIGN);
  assert_int_equal(flag_of(a, INNO_RECORD_PARENT, "wave", "P"), INNO_FLAG_SILENT);
  assert_int_equal(flag_of(a, INNO_RECORD_PARENT, "flat", "Q"), 0);     /* there is no number */
  assert_int_equal(flag_of(a, INNO_RECORD_PARENT, "alone", "R"), 0);    /* it is its parent, and has to be */
  assert_int_equal(flag_of(a, INNO_RECORD_PARENT, "down", "index"), 0); /* only the own parent */
  assert_true(PARENT(record_of(a, INNO_RECORD_PARENT, "alone", "R"), CORRELATION) == 1.0);
  int64_t i = record_of(a, INNO_RECORD_PARENT, "flat", "Q");
  assert_true(isnan(PARENT(i, CORRELATION)) && isnan(PARENT(i, P_VALUE)) && isnan(PARENT(i, P_ADJUSTED)));
  assert_true(PARENT(i, COUNT) == N && PARENT(i, P_RULE) == INNO_P_NONE);
  assert_int_equal(flag_of(a, INNO_RECORD_SIBLING, "up", "twice"), INNO_FLAG_REDUNDANT);
  assert_int_equal(flag_of(a, INNO_RECORD_SIBLING, "up", "down"), INNO_FLAG_CONFLICT);
  assert_int_equal(flag_of(a, INNO_RECORD_SIBLING, "up", "wave"), 0);
  assert_int_equal(flag_of(a, INNO_RECORD_DENOMINATOR, "down", "size"), INNO_FLAG_BIAS);
  assert_int_equal(flag_of(a, INNO_RECORD_DENOMINATOR, "wave", "size"), 0);
  inno_analysis_destroy(a);
  /* limits as they are: strictly above; at or below the negative */
  a = coherence(&f, "redundant=1;silent=1;bias=1", INT32_MIN, f.data);
  assert_int_equal(flag_of(a, INNO_RECORD_SIBLING, "up", "twice"), 0);
  assert_int_equal(flag_of(a, INNO_RECORD_SIBLING, "up", "down"), INNO_FLAG_CONFLICT);
  assert_int_equal(flag_of(a, INNO_RECORD_DENOMINATOR, "down", "size"), 0);
  assert_int_equal(flag_of(a, INNO_RECORD_PARENT, "alone", "R"), 0);
  assert_int_equal(flag_of(a, INNO_RECORD_PARENT, "wave", "P"), INNO_FLAG_SILENT);
  inno_analysis_destroy(a);
  family_end(&f);
}

/* Less is better in the second: turned round before a normalization, as it is where that is not wanted. */
static void orientation(void **state) {
  static const family_node nodes[] = {
      {.code = "index"},
      {.code = "up", .parent = "index", .x = up},
      {.code = "down", .parent = "index", .x = down, .direction = -1},
      {0},
  };
  (void)state;
  family f = family_of(nodes, N, scaled);
  const struct {
    const char *settings;
    int32_t step;
    double correlation;
  } cases[] = {{"", -1, 1.0}, {"orient=0", -1, -1.0}, {"", 0, 1.0},         {"orient=0", 0, 1.0},
               {"", 1, 1.0},  {"orient=0", 1, 1.0},   {"", INT32_MIN, 1.0}, {"orient=0", INT32_MIN, 1.0}};
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++) {
    inno_analysis *a = coherence(&f, cases[k].settings, cases[k].step, f.data);
    assert_true(SIBLING(0, CORRELATION) == cases[k].correlation);
    assert_true(PARENT(record_of(a, INNO_RECORD_PARENT, "down", "index"), CORRELATION) == cases[k].correlation);
    inno_analysis_destroy(a);
  }
  family_end(&f);
}

static void complete_units(void **state) {
  static const double index_gap[N] = {9, 8, 1, 5, 2, 4};
  static const family_node nodes[] = {
      {.code = "index"},
      {.code = "up", .parent = "index", .x = up},
      {.code = "wave", .parent = "index", .x = wave},
      {.code = "gap", .parent = "index", .x = gap},
      {.code = "size", .parent = "", .x = index_gap, .weight = -1.0},
      {0},
  };
  (void)state;
  family f = family_of(nodes, N, none);
  inno_analysis *a = coherence(&f, "use=pairwise", INT32_MIN, f.data);
  int64_t pair = record_of(a, INNO_RECORD_SIBLING, "up", "wave");
  assert_true(SIBLING(pair, COUNT) == 6.0 && DENOMINATOR(0, COUNT) == 6.0 && PARENT(0, COUNT) == 6.0);
  assert_true(SIBLING(record_of(a, INNO_RECORD_SIBLING, "up", "gap"), COUNT) == 4.0);
  inno_analysis_destroy(a);
  a = coherence(&f, "use=complete", INT32_MIN, f.data);
  assert_true(SIBLING(pair, COUNT) == 4.0 && DENOMINATOR(0, COUNT) == 4.0 && PARENT(0, COUNT) == 4.0);
  /* 1 3 4 6 against 3 2 1 3: deviations -5/2 -1/2 1/2 5/2, 3/4 -1/4 -5/4 3/4; sum -1/2, squares 13 and 11/4 */
  assert_true(near(SIBLING(pair, CORRELATION), -0.5 / sqrt(13.0 * 2.75), 1e-14));
  inno_analysis_destroy(a);
  family_end(&f);
}

/* Each table has its own number of tests. */
static void adjusted(void **state) {
  (void)state;
  family f = family_of(tree, N, none);
  inno_analysis *a = coherence(&f, "adjust=bonferroni", INT32_MIN, f.data);
  static const int32_t kinds[] = {INNO_RECORD_PARENT, INNO_RECORD_SIBLING, INNO_RECORD_DENOMINATOR};
  for (int k = 0; k < 3; k++) {
    int64_t count = inno_analysis_record_count(a, kinds[k]), tests = 0;
    for (int64_t i = 0; i < count; i++) tests += !isnan(cell(a, kinds[k], i, INNO_FIELD_P_VALUE));
    assert_true(tests > 0 && tests < count);
    for (int64_t i = 0; i < count; i++) {
      double p = cell(a, kinds[k], i, INNO_FIELD_P_VALUE), adjusted = cell(a, kinds[k], i, INNO_FIELD_P_ADJUSTED);
      assert_true(isnan(p) ? isnan(adjusted) : near(adjusted, fmin(1.0, p * (double)tests), 1e-14));
    }
  }
  inno_analysis_destroy(a);
  family_end(&f);
}

static void two_units(void **state) {
  static const family_node nodes[] = {
      {.code = "index"},
      {.code = "up", .parent = "index", .x = up},
      {.code = "down", .parent = "index", .x = down},
      {.code = "gap", .parent = "index", .x = gap},
      {0},
  };
  (void)state;
  family f = family_of(nodes, 2, none);
  inno_analysis *a = coherence(&f, "", INT32_MIN, NULL);
  assert_true(SIBLING(0, CORRELATION) == -1.0 && isnan(SIBLING(0, P_VALUE)) && isnan(SIBLING(0, LOWER)));
  assert_true(isnan(SIBLING(1, CORRELATION)) && SIBLING(1, COUNT) == 1.0 && SIBLING(1, FLAG) == 0.0);
  inno_analysis_destroy(a);
  family_end(&f);
}

static void refused(void **state) {
  static const family_node nodes[] = {{.code = "index"},
                                      {.code = "up", .parent = "index", .x = up},
                                      {.code = "down", .parent = "index", .x = down},
                                      {0}};
  static const family_node other[] = {{.code = "index"},
                                      {.code = "up", .parent = "index", .x = up},
                                      {.code = "wave", .parent = "index", .x = wave},
                                      {0}};
  (void)state;
  family f = family_of(nodes, N, none), g = family_of(other, N, none), h = family_of(nodes, N - 1, none);
  inno_error *error = NULL;
  inno_analysis *a = (inno_analysis *)&f;
  inno_error_create(NULL, &error);
  assert_int_equal(inno_analysis_create_coherence(NULL, NULL, f.result, INT32_MIN, h.data, &a, error), INNO_E_ARGUMENT);
  assert_null(a);
  /* values are those of the result: the dataset gives the other columns only */
  assert_int_equal(inno_analysis_create_coherence(NULL, NULL, f.result, INT32_MIN, g.data, &a, error), INNO_OK);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_DENOMINATOR), 2);
  inno_analysis_destroy(a);
  assert_int_equal(inno_analysis_create_coherence(NULL, NULL, f.result, 2, NULL, &a, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_analysis_create_coherence(NULL, NULL, f.result, -2, NULL, &a, error), INNO_E_ARGUMENT);
  inno_result *thin = NULL;
  assert_int_equal(inno_result_create(NULL, f.method, f.data, INNO_KEEP_SCORES, &thin, NULL), INNO_OK);
  assert_int_equal(inno_analysis_create_coherence(NULL, NULL, thin, -1, NULL, &a, error), INNO_E_NOT_KEPT);
  assert_int_equal(inno_analysis_create_coherence(NULL, NULL, thin, INT32_MIN, f.data, &a, error), INNO_OK);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_SIBLING), 1);
  inno_analysis_destroy(a);
  inno_result_destroy(thin);
  inno_error_destroy(error);
  family_end(&f);
  family_end(&g);
  family_end(&h);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_pair),     cmocka_unit_test(flags),    cmocka_unit_test(orientation),
      cmocka_unit_test(complete_units), cmocka_unit_test(adjusted), cmocka_unit_test(two_units),
      cmocka_unit_test(refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
