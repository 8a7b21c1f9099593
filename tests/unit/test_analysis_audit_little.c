/* The audit of data that say little: few units, missing values, an only child, units left out. Nothing is said that
 * such data cannot show. */
#include <math.h>

#include "support/planted.h"

static const golden_step none[] = {{0, NULL}};
static const char usual[] = "places=2"; /* of 12 units */

/* A single value has no distribution that could be found wanting. */
static void one_value_is_not_constant(void **state) {
  double x[LEAVES][UNITS];
  (void)state;
  take_clean(x);
  for (int i = 1; i < UNITS; i++) x[2][i] = NAN;
  family f = plant(x, UNITS, 1.0, NULL);
  inno_analysis *a = audit(&f, "places=2;silent=0;min_alpha=0;max_shift=100;redundant=1");
  found(a, "1 c - -; 32 P I -; ");
  inno_analysis_destroy(a);
  family_end(&f);
}

/* An index of a, d and c, over some years; c with a weight. */
static family of_three(double x[3][2 * UNITS], int64_t years, double weight) {
  static const char *const units[UNITS] = {"u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9", "u10", "u11"};
  static const double year[2] = {2023, 2024};
  static const char *const codes[] = {"a", "d", "c"};
  family f = {NULL, NULL, NULL, NULL};
  assert_int_equal(inno_indicator_set_create(NULL, &f.set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(f.set, "I", NULL, NULL), INNO_OK);
  assert_int_equal(inno_dataset_create_panel(NULL, UNITS, units, years, year, &f.data, NULL), INNO_OK);
  for (int j = 0; j < 3; j++) {
    assert_int_equal(inno_indicator_set_add(f.set, codes[j], "I", NULL), INNO_OK);
    assert_int_equal(inno_dataset_add_column(f.data, codes[j], x[j], sizeof(double), NULL), INNO_OK);
  }
  assert_int_equal(inno_indicator_set_weight(f.set, "c", weight, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(f.set, NULL), INNO_OK);
  f.method = golden_method(f.set, none);
  return f;
}

static void take_three(double x[3][2 * UNITS]) {
  static const int column[] = {0, 3, 2};
  for (int j = 0; j < 3; j++)
    for (int i = 0; i < 2 * UNITS; i++) x[j][i] = clean[column[j]][i % UNITS];
}

/* A year in which an indicator was not collected: its values are missing, not zero and not few. */
static void missing_is_not_zero(void **state) {
  double x[3][2 * UNITS];
  (void)state;
  take_three(x);
  for (int i = UNITS; i < 2 * UNITS; i++) x[2][i] = NAN;
  family f = of_three(x, 2, 1.0);
  for (int year = 0; year < 2; year++) {
    inno_analysis *a = audit(&f, year == 0 ? "places=1;redundant=1;period=2023" : "places=1;redundant=1");
    found(a, year == 0 ? "" : "1 c - -; ");
    assert_true(cell(a, INNO_RECORD_STATISTICS, 2, INNO_FIELD_AVAILABLE) == (year == 0 ? UNITS : 0));
    inno_analysis_destroy(a);
  }
  family_end(&f);
}

/* What has no weight is no part of its parent: that it does not move with it says nothing about the index. */
static void without_weight(void **state) {
  static const char *const expected[] = {"", "11 c I -; 14 a c -; 14 d c -; "};
  double x[3][2 * UNITS];
  (void)state;
  take_three(x);
  for (int i = 0; i < UNITS; i++) x[2][i] = 100.0 - x[2][i];
  for (int weight = 0; weight < 2; weight++) {
    family f = of_three(x, 1, weight);
    inno_analysis *a = audit(&f, "places=1;redundant=1;min_alpha=0;max_shift=100;importance_ratio=100;min_adequacy=0");
    char text[400];
    list(a, text);
    for (char *at = text; (at = strstr(at, "20 I - -; ")) != NULL;) memmove(at, at + 10, strlen(at + 10) + 1);
    assert_string_equal(text, expected[weight]);
    inno_analysis_destroy(a);
    family_end(&f);
  }
  for (int i = 0; i < UNITS; i++) x[2][i] = x[0][i] + i % 2; /* nor is it one that says the same */
  family f = of_three(x, 1, 0.0);
  inno_analysis *a = audit(&f, "places=1");
  found(a, "13 a d -; ");
  inno_analysis_destroy(a);
  family_end(&f);
}

/* Of two units every correlation is 1 or -1, and of three no rank is ten places away. */
static void few_units(void **state) {
  double x[LEAVES][UNITS];
  static const char *const expected[] = {"", "", "22 P - -; 22 Q - -; 22 I - -; "};
  (void)state;
  take_clean(x);
  x[2][0] = 1.0;
  for (int n = 1; n < 3; n++) {
    family f = plant(x, n, 1.0, NULL);
    inno_analysis *a = audit(&f, "");
    found(a, expected[n]);
    inno_analysis_destroy(a);
    family_end(&f);
  }
}

/* As many places as there are units apart: 3 units, 2 places. */
static void places_that_exist(void **state) {
  static const char *const options[] = {"silent=0;places=3;redundant=1", "silent=0;places=2;redundant=1"};
  static const char *const expected[] = {"22 P - -; ", "22 P - -; 32 P I -; 32 Q I -; "};
  double x[LEAVES][UNITS];
  (void)state;
  take_clean(x);
  for (int k = 0; k < 2; k++) {
    family f = plant(x, 3, 1.0, NULL);
    inno_analysis *a = audit(&f, options[k]);
    found(a, expected[k]);
    inno_analysis_destroy(a);
    family_end(&f);
  }
}

/* The index is nothing but its only child. */
static void only_child(void **state) {
  static const family_node nodes[] = {{.code = "I"},
                                      {.code = "P", .parent = "I"},
                                      {.code = "d", .parent = "P", .x = clean[3]},
                                      {.code = "e", .parent = "P", .x = clean[4]},
                                      {0}};
  static const family_node one[] = {{.code = "I"}, {.code = "a", .parent = "I", .x = clean[0]}, {0}};
  (void)state;
  const family_node *const trees[] = {nodes, one};
  for (int k = 0; k < 2; k++) {
    family f = family_of(trees[k], UNITS, none);
    inno_analysis *a = audit(&f, usual);
    found(a, "");
    assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_ADDED_VALUE), 1);
    assert_true(cell(a, INNO_RECORD_ADDED_VALUE, 0, INNO_FIELD_DIFFERENT_SHARE) == 0.0);
    inno_analysis_destroy(a);
    family_end(&f);
  }
}

/* A unit that screening left out has no score, and is named. */
static void a_unit_that_was_left_out(void **state) {
  static const golden_step steps[] = {{INNO_STEP_SCREEN, "min_coverage=0.5"}, {0, NULL}};
  double x[LEAVES][UNITS];
  (void)state;
  take_clean(x);
  for (int j = 0; j < 4; j++) x[j][3] = NAN;
  const family_node nodes[] = {{.code = "I"},
                               {.code = "a", .parent = "I", .x = x[0]},
                               {.code = "b", .parent = "I", .x = x[1]},
                               {.code = "c", .parent = "I", .x = x[2]},
                               {.code = "d", .parent = "I", .x = x[3]},
                               {.code = "e", .parent = "I", .x = x[4]},
                               {0}};
  family f = family_of(nodes, UNITS, steps);
  inno_analysis *a = audit(&f, "places=2;redundant=1");
  found(a, "2 - - u3; ");
  for (int64_t i = 0; i < inno_analysis_record_count(a, INNO_RECORD_PROFILE); i++)
    if (cell(a, INNO_RECORD_PROFILE, i, INNO_FIELD_UNIT) == 3.0)
      assert_true(isnan(cell(a, INNO_RECORD_PROFILE, i, INNO_FIELD_SCORE)));
  inno_analysis_destroy(a);
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_value_is_not_constant),
      cmocka_unit_test(missing_is_not_zero),
      cmocka_unit_test(without_weight),
      cmocka_unit_test(few_units),
      cmocka_unit_test(places_that_exist),
      cmocka_unit_test(only_child),
      cmocka_unit_test(a_unit_that_was_left_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
