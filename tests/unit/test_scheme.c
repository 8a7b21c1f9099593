/* Schemes: every key and choice by text and by number, scopes, bounds, replacement, and what a method refuses of them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"

static inno_error *error;

static int setup(void **state) {
  (void)state;
  return inno_error_create(NULL, &error) == INNO_OK ? 0 : 1;
}

static int teardown(void **state) {
  (void)state;
  inno_error_destroy(error);
  return 0;
}

static inno_scheme *make(int32_t step) {
  inno_scheme *s = NULL;
  assert_int_equal(inno_scheme_create(NULL, step, &s, error), INNO_OK);
  assert_int_equal(inno_scheme_step(s), step);
  return s;
}

/* What is set by text comes back by number, for every choice of every key of every step. */
static void every_choice_goes_round(void **state) {
  (void)state;
  int choices = 0;
  for (int32_t k = 0; k < inno_step_count(); k++) {
    int32_t step, key, type, scopes, number;
    const char *name, *text;
    assert_int_equal(inno_step_info(k, &step, NULL, NULL), INNO_OK);
    inno_scheme *s = make(step);
    for (int32_t i = 0; i < inno_key_count(step); i++) {
      assert_int_equal(inno_key_info(step, i, &key, &name, &type, &scopes), INNO_OK);
      assert_int_equal(inno_key_from_name(step, name), key);
      const char *code = scopes == INNO_SCOPE_UNIT ? "U" : NULL;
      for (int32_t c = 0; c < inno_choice_count(key); c++, choices++) {
        int64_t got = 0;
        assert_int_equal(inno_choice_info(key, c, &number, &text), INNO_OK);
        assert_string_equal(inno_choice_name(key, number), text);
        assert_int_equal(inno_scheme_set_text(s, code, key, text, error), INNO_OK);
        if (type != INNO_TYPE_CHOICE) continue;
        assert_int_equal(inno_scheme_get_i64(s, code, key, &got, error), INNO_OK);
        assert_int_equal(got, number);
        assert_int_equal(inno_scheme_set_i64(s, code, key, number, error), INNO_OK);
      }
    }
    inno_scheme_destroy(s);
  }
  assert_true(choices > 40);
}

/* The bounds are what a setter holds to: their ends pass, what lies beyond does not. */
static void bounds_hold(void **state) {
  (void)state;
  for (int32_t k = 0; k < inno_step_count(); k++) {
    int32_t step, key, type, scopes;
    inno_step_info(k, &step, NULL, NULL);
    inno_scheme *s = make(step);
    for (int32_t i = 0; i < inno_key_count(step); i++) {
      double low, high, fallback, value;
      inno_key_info(step, i, &key, NULL, &type, &scopes);
      if (type != INNO_TYPE_F64 || !(scopes & INNO_SCOPE_ALL)) continue;
      assert_int_equal(inno_key_bounds(key, &low, &high, &fallback), INNO_OK);
      assert_int_equal(inno_scheme_get_f64(s, NULL, key, &value, error), INNO_OK);
      assert_true(value == fallback || (isnan(value) && isnan(fallback)));
      if (isfinite(low) && low != 0.0) assert_int_equal(inno_scheme_set_f64(s, NULL, key, low, error), INNO_OK);
      if (isfinite(high)) assert_int_equal(inno_scheme_set_f64(s, NULL, key, high, error), INNO_OK);
      if (isfinite(low)) assert_int_equal(inno_scheme_set_f64(s, NULL, key, low - 1.0, error), INNO_E_VALUE);
      if (isfinite(high)) assert_int_equal(inno_scheme_set_f64(s, NULL, key, high + 1.0, error), INNO_E_VALUE);
      assert_int_equal(inno_scheme_set_f64(s, NULL, key, NAN, error), INNO_E_VALUE);
      assert_int_equal(inno_scheme_set_f64(s, NULL, key, INFINITY, error), INNO_E_VALUE);
      assert_int_equal(inno_scheme_set_i64(s, NULL, key, 1, error), INNO_E_TYPE);
    }
    inno_scheme_destroy(s);
  }
}

static void mistakes_are_named(void **state) {
  (void)state;
  inno_scheme *s = make(INNO_STEP_TREAT);
  assert_int_equal(inno_scheme_set_text(s, NULL, INNO_KEY_TREAT_RULES, "winsorise", error), INNO_E_RULE);
  assert_non_null(strstr(inno_error_message(error), "winsorise"));
  assert_non_null(strstr(inno_error_message(error), "winsorize"));
  assert_int_equal(inno_scheme_set_text(s, NULL, INNO_KEY_TREAT_RULES, "winsorize, none", error), INNO_E_RULE);
  assert_int_equal(inno_scheme_set_text(s, NULL, INNO_KEY_TREAT_RULES, "winsorize,", error), INNO_E_RULE);
  assert_int_equal(inno_scheme_set_text(s, NULL, INNO_KEY_TREAT_LIMIT, "2.5", error), INNO_E_VALUE);
  assert_int_equal(inno_scheme_set_text(s, NULL, INNO_KEY_TREAT_SKEWNESS, "2,5", error), INNO_E_VALUE);
  assert_int_equal(inno_scheme_set_text(s, NULL, INNO_KEY_NORMALIZE_LOWER, "1", error), INNO_E_KEY);
  assert_int_equal(inno_scheme_set_level_text(s, 2, INNO_KEY_TREAT_LIMIT, "1", error), INNO_E_ARGUMENT);
  inno_scheme_destroy(s);
  s = make(INNO_STEP_SCREEN);
  assert_int_equal(inno_scheme_set_text(s, NULL, INNO_KEY_SCREEN_FORCE, "include", error), INNO_E_ARGUMENT);
  assert_int_equal(inno_scheme_set_text(s, "U", INNO_KEY_SCREEN_RULE, "both", error), INNO_E_ARGUMENT);
  assert_int_equal(inno_scheme_set_text(s, "a\nb", INNO_KEY_SCREEN_FORCE, "include", error), INNO_E_TEXT);
  inno_scheme_destroy(s);
}

static void a_code_wins_over_the_default_and_may_change(void **state) {
  (void)state;
  inno_scheme *s = make(INNO_STEP_NORMALIZE);
  double value = 0.0;
  assert_int_equal(inno_scheme_set_f64(s, NULL, INNO_KEY_NORMALIZE_LOWER, 1.0, error), INNO_OK);
  assert_int_equal(inno_scheme_set_f64(s, "x", INNO_KEY_NORMALIZE_LOWER, 2.0, error), INNO_OK);
  assert_int_equal(inno_scheme_set_f64(s, "x", INNO_KEY_NORMALIZE_LOWER, 3.0, error), INNO_OK);
  inno_scheme_get_f64(s, "x", INNO_KEY_NORMALIZE_LOWER, &value, error);
  assert_true(value == 3.0);
  inno_scheme_get_f64(s, "y", INNO_KEY_NORMALIZE_LOWER, &value, error);
  assert_true(value == 1.0);
  char text[8];
  int64_t needed = 0;
  assert_int_equal(inno_scheme_set_text(s, "x", INNO_KEY_NORMALIZE_REFERENCE, "Hà Nội", error), INNO_OK);
  assert_int_equal(inno_scheme_get_text(s, "x", INNO_KEY_NORMALIZE_REFERENCE, text, 8, &needed, error), INNO_E_BUFFER);
  assert_int_equal(needed, 10);
  inno_scheme_destroy(s);
}

/* A method refuses settings that could have no effect, codes that are not there, and parameters that are lacking. */
static inno_status method_with(int32_t step, const char *code, int32_t key, const char *value) {
  inno_indicator_set *set = NULL;
  inno_method *method = NULL;
  inno_scheme *steps[3] = {make(step == INNO_STEP_IMPUTE ? step : INNO_STEP_TREAT), make(INNO_STEP_NORMALIZE),
                           make(INNO_STEP_AGGREGATE)};
  inno_indicator_set_create(NULL, &set, NULL);
  inno_indicator_set_add(set, "index", NULL, NULL);
  inno_indicator_set_add(set, "x", "index", NULL);
  inno_indicator_set_add(set, "y", "index", NULL);
  inno_indicator_set_freeze(set, NULL);
  for (int k = 0; k < 3; k++)
    if (inno_scheme_step(steps[k]) == step)
      assert_int_equal(inno_scheme_set_text(steps[k], code, key, value, error), INNO_OK);
  inno_status s = inno_method_create(NULL, set, NULL, (const inno_scheme *const *)steps, 3, &method, error);
  inno_method_destroy(method);
  for (int k = 0; k < 3; k++) inno_scheme_destroy(steps[k]);
  inno_indicator_set_destroy(set);
  return s;
}

static void methods_ignore_nothing(void **state) {
  (void)state;
  assert_int_equal(method_with(INNO_STEP_NORMALIZE, "x", INNO_KEY_NORMALIZE_LOWER, "5"), INNO_OK);
  assert_int_equal(method_with(INNO_STEP_NORMALIZE, "x", INNO_KEY_NORMALIZE_TARGET, "5"), INNO_E_VALUE);
  assert_non_null(strstr(inno_error_message(error), "target"));
  assert_int_equal(method_with(INNO_STEP_NORMALIZE, "z", INNO_KEY_NORMALIZE_LOWER, "5"), INNO_E_CODE);
  assert_string_equal(inno_error_node(error), "z");
  assert_int_equal(method_with(INNO_STEP_NORMALIZE, "index", INNO_KEY_NORMALIZE_LOWER, "5"), INNO_E_CODE);
  assert_int_equal(method_with(INNO_STEP_NORMALIZE, "x", INNO_KEY_NORMALIZE_LOWER, "100"), INNO_E_VALUE);
  assert_int_equal(method_with(INNO_STEP_NORMALIZE, "x", INNO_KEY_NORMALIZE_RULE, "goalposts"), INNO_E_MISSING_PARAMETER);
  assert_string_equal(inno_error_node(error), "x");
  assert_int_equal(method_with(INNO_STEP_AGGREGATE, NULL, INNO_KEY_AGGREGATE_RULE, "power"), INNO_E_MISSING_PARAMETER);
  assert_int_equal(method_with(INNO_STEP_AGGREGATE, NULL, INNO_KEY_AGGREGATE_FLOOR, "1"), INNO_E_VALUE);
  assert_int_equal(method_with(INNO_STEP_IMPUTE, NULL, INNO_KEY_IMPUTE_RULE, "group_mean"), INNO_E_MISSING_PARAMETER);
  assert_int_equal(method_with(INNO_STEP_TREAT, NULL, INNO_KEY_TREAT_RULES, "boxcox"), INNO_E_MISSING_PARAMETER);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_choice_goes_round),
      cmocka_unit_test(bounds_hold),
      cmocka_unit_test(mistakes_are_named),
      cmocka_unit_test(a_code_wins_over_the_default_and_may_change),
      cmocka_unit_test(methods_ignore_nothing),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
