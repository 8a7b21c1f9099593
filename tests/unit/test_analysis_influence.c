/* Importance where it is known, what pillars add, and removal with numbers by hand. */
#include <math.h>
#include <string.h>

#include "support/analysis.h"
#include "support/family.h"

#define INFLUENCE(record, field) cell(a, INNO_RECORD_INFLUENCE, record, INNO_FIELD_##field)
#define ADDED(record, field) cell(a, INNO_RECORD_ADDED_VALUE, record, INNO_FIELD_##field)
#define REMOVAL(record, field) cell(a, INNO_RECORD_REMOVAL, record, INNO_FIELD_##field)
#define REMOVED(record, field) cell(a, INNO_RECORD_REMOVED, record, INNO_FIELD_##field)

static const golden_step none[] = {{0, NULL}};

static inno_analysis *influence(const inno_result *r, const char *settings) {
  inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, settings);
  inno_analysis *a = NULL;
  assert_int_equal(inno_analysis_create_influence(NULL, options, r, &a, NULL), INNO_OK);
  inno_scheme_destroy(options);
  return a;
}

static int64_t record_of(const inno_analysis *a, int32_t kind, const char *node, const char *other) {
  for (int64_t i = 0; i < inno_analysis_record_count(a, kind); i++)
    if (strcmp(inno_analysis_node_code(a, (int64_t)cell(a, kind, i, INNO_FIELD_NODE)), node) == 0 &&
        (other == NULL || strcmp(inno_analysis_node_code(a, (int64_t)cell(a, kind, i, INNO_FIELD_OTHER)), other) == 0))
      return i;
  fail_msg("no record of %s", node);
  return -1;
}

/* x from -5 to 6; its square rules p, so a line sees little of x and a curve all of it. */
static const double line[] = {-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6};
static const double bowl[] = {25, 16, 9, 4, 1, 0, 1, 4, 9, 16, 25, 36};
static const double flat[] = {3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3};
static const double ties[] = {1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3};

static const family_node tree[] = {
    {.code = "index"},
    {.code = "p", .parent = "index", .weight = 3.0},
    {.code = "q", .parent = "index", .weight = 1.0},
    {.code = "line", .parent = "p", .x = line, .weight = 1.0},
    {.code = "bowl", .parent = "p", .x = bowl, .weight = 9.0},
    {.code = "flat", .parent = "q", .x = flat},
    {.code = "direct", .parent = "index", .x = ties},
    {0},
};

static void importance(void **state) {
  (void)state;
  family f = family_of(tree, 12, none);
  inno_analysis *a = influence(f.result, "");
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_INFLUENCE), 3 * 2 + 3);
  int64_t i = record_of(a, INNO_RECORD_INFLUENCE, "line", "p"), j = record_of(a, INNO_RECORD_INFLUENCE, "bowl", "p");
  assert_true(INFLUENCE(i, SHARE) == 0.1 && INFLUENCE(i, EFFECTIVE) == 0.1 * 0.6 && INFLUENCE(i, COUNT) == 12.0);
  double r = INFLUENCE(i, CORRELATION);
  assert_true(INFLUENCE(i, IMPORTANCE_LINEAR) == r * r && r * r < 0.2);
  assert_true(INFLUENCE(i, IMPORTANCE) > 0.99 && INFLUENCE(i, IMPORTANCE) <= 1.0 && INFLUENCE(i, DEGREES) > 3.0);
  assert_true(near(INFLUENCE(i, IMPORTANCE_SHARE) + INFLUENCE(j, IMPORTANCE_SHARE), 1.0, 1e-15));
  assert_true(near(INFLUENCE(i, IMPORTANCE_SHARE),
                   INFLUENCE(i, IMPORTANCE) / (INFLUENCE(i, IMPORTANCE) + INFLUENCE(j, IMPORTANCE)), 1e-15));
  int64_t up = record_of(a, INNO_RECORD_INFLUENCE, "line", "index"),
          down = record_of(a, INNO_RECORD_INFLUENCE, "bowl", "index");
  assert_int_equal(up, i + 1);
  assert_true(near(INFLUENCE(up, IMPORTANCE_SHARE) + INFLUENCE(down, IMPORTANCE_SHARE), 1.0, 1e-15));
  assert_true(INFLUENCE(up, SHARE) == 0.1 && INFLUENCE(up, IMPORTANCE) != INFLUENCE(i, IMPORTANCE));
  inno_analysis_destroy(a);
  family_end(&f);
}

/* Nothing to explain, nothing that explains; three values, so a line. */
static void extremes(void **state) {
  (void)state;
  family f = family_of(tree, 12, none);
  inno_analysis *a = influence(f.result, "");
  int64_t i = record_of(a, INNO_RECORD_INFLUENCE, "flat", "q");
  assert_true(isnan(INFLUENCE(i, IMPORTANCE)) && isnan(INFLUENCE(i, CORRELATION)) && isnan(INFLUENCE(i, DEGREES)) &&
              isnan(INFLUENCE(i, IMPORTANCE_SHARE)) && INFLUENCE(i, SHARE) == 1.0);
  i = record_of(a, INNO_RECORD_INFLUENCE, "q", "index");
  assert_true(isnan(INFLUENCE(i, IMPORTANCE)) && isnan(INFLUENCE(i, IMPORTANCE_SHARE)));
  int64_t p = record_of(a, INNO_RECORD_INFLUENCE, "p", "index"),
          d = record_of(a, INNO_RECORD_INFLUENCE, "direct", "index");
  assert_true(near(INFLUENCE(p, IMPORTANCE_SHARE) + INFLUENCE(d, IMPORTANCE_SHARE), 1.0, 1e-15)); /* q counts nothing */
  assert_true(INFLUENCE(d, DEGREES) == 2.0 && near(INFLUENCE(d, IMPORTANCE), INFLUENCE(d, IMPORTANCE_LINEAR), 1e-13));
  inno_analysis_destroy(a);
  family_end(&f);
  static const family_node alone[] = {
      {.code = "index"}, {.code = "p", .parent = "index"}, {.code = "x", .parent = "p", .x = line}, {0}};
  f = family_of(alone, 12, none);
  a = influence(f.result, "");
  for (int64_t k = 0; k < inno_analysis_record_count(a, INNO_RECORD_INFLUENCE); k++)
    assert_true(near(INFLUENCE(k, IMPORTANCE), 1.0, 1e-14) && INFLUENCE(k, IMPORTANCE) <= 1.0 &&
                INFLUENCE(k, CORRELATION) == 1.0 && INFLUENCE(k, IMPORTANCE_SHARE) == 1.0);
  inno_analysis_destroy(a);
  family_end(&f);
  f = family_of(tree, 2, none);
  a = influence(f.result, "");
  i = record_of(a, INNO_RECORD_INFLUENCE, "bowl", "p");
  assert_true(INFLUENCE(i, IMPORTANCE_LINEAR) == 1.0 && near(INFLUENCE(i, IMPORTANCE), 1.0, 1e-14));
  inno_analysis_destroy(a);
  family_end(&f);
}

static void pillars(void **state) {
  (void)state;
  /* p: 1 2 3 4, ranks 4 3 2 1; q: 9 2 1 -, ranks 1 2 3 -; index: 5 2 2 4, ranks 1 3 3 2 */
  static const double x[] = {1, 2, 3, 4}, y[] = {9, 2, 1, NAN};
  static const family_node nodes[] = {{.code = "index"},
                                      {.code = "p", .parent = "index"},
                                      {.code = "x", .parent = "p", .x = x},
                                      {.code = "y", .parent = "index", .x = y},
                                      {0}};
  family f = family_of(nodes, 4, none);
  inno_analysis *a = influence(f.result, "places=1");
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_ADDED_VALUE), 2);
  int64_t p = record_of(a, INNO_RECORD_ADDED_VALUE, "p", NULL), q = record_of(a, INNO_RECORD_ADDED_VALUE, "y", NULL);
  assert_true(ADDED(p, COUNT) == 4.0 && ADDED(p, DIFFERENT) == 3.0 && ADDED(p, DIFFERENT_SHARE) == 0.75);
  assert_true(ADDED(p, MEAN_SHIFT) == 5.0 / 4.0 && ADDED(p, MAX_SHIFT) == 3.0);                    /* 3 0 1 1 */
  assert_true(ADDED(q, COUNT) == 3.0 && ADDED(q, DIFFERENT) == 1.0 && ADDED(q, MAX_SHIFT) == 1.0); /* 0 1 0 */
  inno_analysis_destroy(a);
  a = influence(f.result, "places=3");
  assert_true(ADDED(p, DIFFERENT) == 1.0);
  inno_analysis_destroy(a);
  a = influence(f.result, "");
  assert_true(ADDED(p, DIFFERENT) == 0.0 && ADDED(p, DIFFERENT_SHARE) == 0.0);
  inno_analysis_destroy(a);
  /* without x (its pillar goes too): y alone, and u3 is nowhere */
  assert_int_equal(inno_analysis_create_removal(NULL, NULL, f.method, f.data, &a, NULL), INNO_OK);
  int64_t i = record_of(a, INNO_RECORD_REMOVAL, "x", NULL);
  assert_string_equal(inno_analysis_node_code(a, (int64_t)REMOVAL(i, OTHER)), "p");
  assert_true(REMOVAL(i, COUNT) == 3.0 && REMOVAL(i, MEAN_SHIFT) == 1.0 / 3.0 && REMOVAL(i, UNIT) == 1.0);
  assert_true(REMOVED(i * 4, SCORE) == 9.0 && REMOVED(i * 4, SCORE_BEFORE) == 5.0 && REMOVED(i * 4, DIFFERENCE) == 4.0);
  assert_true(isnan(REMOVED(i * 4 + 3, SCORE)) && isnan(REMOVED(i * 4 + 3, SHIFT)) &&
              REMOVED(i * 4 + 3, RANK_BEFORE) == 2.0);
  assert_true(REMOVED(i * 4 + 1, RANK) == 2.0 && REMOVED(i * 4 + 1, SHIFT) == -1.0 && REMOVED(i * 4 + 1, UNIT) == 1.0);
  inno_analysis_destroy(a);
  family_end(&f);
}

/* Weights that the method takes from data are held: without x, y and z keep the proportion they had. */
static void held_weights(void **state) {
  static const double x[] = {1, 5, 3, 4}, y[] = {9, 2, 1, 7}, z[] = {1, 1, 2, 2};
  static const family_node nodes[] = {{.code = "index"},
                                      {.code = "x", .parent = "index", .x = x},
                                      {.code = "y", .parent = "index", .x = y},
                                      {.code = "z", .parent = "index", .x = z},
                                      {0}};
  static const golden_step critic[] = {
      {INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_WEIGH, "rule=critic"}, {INNO_STEP_AGGREGATE, ""}, {0, NULL}};
  (void)state;
  family f = family_of(nodes, 4, critic);
  double w[3], sum;
  inno_analysis *a = influence(f.result, "");
  for (int k = 0; k < 3; k++) w[k] = INFLUENCE(k, SHARE);
  inno_analysis_destroy(a);
  assert_true(w[1] != w[2] && w[0] > 0.0);
  assert_int_equal(inno_analysis_create_removal(NULL, NULL, f.method, f.data, &a, NULL), INNO_OK);
  sum = w[1] + w[2];
  for (int i = 0; i < 4; i++) assert_true(near(REMOVED(i, SCORE), (w[1] * y[i] + w[2] * z[i]) / sum, 1e-14));
  inno_analysis_destroy(a);
  family_end(&f);
}

/* What is left is more than the rule can do: said by STATUS, and the next node is as it should be. */
static void rules_that_fail(void **state) {
  static const double x[] = {1, 5, 3, 4}, y[] = {9, 2, 1, 7}, z[] = {1, 1, 2, 2};
  static const family_node nodes[] = {{.code = "index"},
                                      {.code = "x", .parent = "index", .x = x},
                                      {.code = "y", .parent = "index", .x = y},
                                      {.code = "z", .parent = "index", .x = z},
                                      {0}};
  static const golden_step doubt[] = {
      {INNO_STEP_NORMALIZE, "rule=none"},
      {INNO_STEP_AGGREGATE, "rule=benefit_of_doubt;share_upper=0.4;z.own_share_upper=0.7"},
      {0, NULL}};
  (void)state;
  family f = family_of(nodes, 4, doubt);
  inno_analysis *a = NULL;
  assert_int_equal(inno_analysis_create_removal(NULL, NULL, f.method, f.data, &a, NULL), INNO_OK);
  assert_true(REMOVAL(0, STATUS) == INNO_OK && REMOVAL(0, COUNT) == 4.0); /* 0.4 + 0.7 */
  assert_true(REMOVAL(1, STATUS) == INNO_OK && REMOVAL(1, COUNT) == 4.0);
  assert_true(REMOVAL(2, STATUS) != INNO_OK && REMOVAL(2, COUNT) == 0.0); /* 0.4 + 0.4 are no whole */
  assert_true(isnan(REMOVAL(2, SPEARMAN)) && isnan(REMOVED(8, SCORE)) && !isnan(REMOVED(8, SCORE_BEFORE)));
  inno_analysis_destroy(a);
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(importance),   cmocka_unit_test(extremes),        cmocka_unit_test(pillars),
      cmocka_unit_test(held_weights), cmocka_unit_test(rules_that_fail),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
