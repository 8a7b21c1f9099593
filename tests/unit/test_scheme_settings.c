/* A scheme's settings: where they may stand, which one holds, how they are written, and what a refusal leaves behind.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "construct/scheme.h"
#include "support/error.h"

static inno_scheme *make(int32_t step) {
  inno_scheme *s = NULL;
  assert_int_equal(inno_scheme_create(NULL, step, &s, error), INNO_OK);
  return s;
}

/* The call fails with the status, and says so in both languages. */
#define REFUSED(call, status)                                                             \
  do {                                                                                    \
    for (int32_t language = INNO_LANGUAGE_VI; language >= INNO_LANGUAGE_EN; language--) { \
      inno_error_set_language(error, language);                                           \
      assert_int_equal((call), (status));                                                 \
      assert_int_equal(inno_error_status(error), (status));                               \
      assert_true(strlen(inno_error_message(error)) > 10);                                \
      assert_null(strchr(inno_error_message(error), '{'));                                \
    }                                                                                     \
  } while (0)

#define SAYS(words) assert_non_null(strstr(inno_error_message(error), (words)))

/* A value that the key accepts, as text. */
static const char *some_value(const inno__key *k) {
  static char text[32];
  double value = k->fallback == k->fallback ? k->fallback : k->lower > 0.0 ? 1.0 : 0.5;
  if (k->type == INNO_TYPE_TEXT) return "name";
  if (k->type == INNO_TYPE_CHAIN || k->type == INNO_TYPE_CHOICE) return k->choices[0].name;
  snprintf(text, sizeof text, "%.17g", value);
  return text;
}

/* ---- scopes ---- */

static void a_key_stands_where_its_scopes_allow(void **state) {
  (void)state;
  for (int32_t i = 0; i < inno__step_entry_count(); i++) {
    const inno__step_entry *e = inno__step_entry_at(i);
    for (int32_t j = 0; j < e->key_count; j++) {
      const inno__key *k = &e->keys[j];
      const char *value = some_value(k);
      inno_scheme *s = make(e->step);
      int32_t got = 0;
      got |= inno_scheme_set_text(s, NULL, k->key, value, error) == INNO_OK ? INNO_SCOPE_ALL : 0;
      got |= inno_scheme_set_level_text(s, 2, k->key, value, error) == INNO_OK ? INNO_SCOPE_LEVEL : 0;
      if (inno_scheme_set_text(s, "x", k->key, value, error) == INNO_OK)
        got |= k->scopes & (INNO_SCOPE_UNIT | INNO_SCOPE_NODE | INNO_SCOPE_CHILD); /* a code is one of the three */
      assert_int_equal(got, k->scopes);
      if (!(got & INNO_SCOPE_ALL)) REFUSED(inno_scheme_set_text(s, NULL, k->key, value, error), INNO_E_ARGUMENT);
      if (!(got & INNO_SCOPE_LEVEL)) REFUSED(inno_scheme_set_level_text(s, 2, k->key, value, error), INNO_E_ARGUMENT);
      if (got == INNO_SCOPE_ALL) REFUSED(inno_scheme_set_text(s, "x", k->key, value, error), INNO_E_ARGUMENT);
      inno_scheme_destroy(s);
    }
  }
}

static void levels_have_limits(void **state) {
  (void)state;
  inno_scheme *s = make(INNO_STEP_AGGREGATE);
  static const int32_t wrong[] = {1, 0, -1, INNO_LIMIT_LEVELS + 1, INT32_MAX, INT32_MIN};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
    REFUSED(inno_scheme_set_level_text(s, wrong[i], INNO_KEY_AGGREGATE_RULE, "median", error), INNO_E_ARGUMENT);
  assert_int_equal(inno_scheme_set_level_text(s, 2, INNO_KEY_AGGREGATE_RULE, "median", error), INNO_OK);
  assert_int_equal(inno_scheme_set_level_text(s, INNO_LIMIT_LEVELS, INNO_KEY_AGGREGATE_RULE, "median", error), INNO_OK);
  assert_int_equal(s->count, 2);
  inno_scheme_destroy(s);
}

/* ---- which setting holds ---- */

static double resolved(const inno_scheme *s, const char *code, int32_t level, unsigned char *used) {
  const inno__setting *found = inno__scheme_resolve(s, code, level, INNO_KEY_AGGREGATE_MIN_COVERAGE, used);
  return found != NULL ? found->number : -1.0;
}

static void a_node_wins_over_its_level_and_a_level_over_all(void **state) {
  (void)state;
  inno_scheme *s = make(INNO_STEP_AGGREGATE);
  const int32_t key = INNO_KEY_AGGREGATE_MIN_COVERAGE;
  unsigned char used[4] = {0};
  double value = 0.0;
  assert_true(resolved(s, "p", 2, NULL) == -1.0);
  assert_int_equal(inno_scheme_set_f64(s, NULL, key, 0.1, error), INNO_OK);
  assert_int_equal(inno_scheme_set_level_text(s, 2, key, "0.2", error), INNO_OK);
  assert_int_equal(inno_scheme_set_level_text(s, 3, key, "0.3", error), INNO_OK);
  assert_int_equal(inno_scheme_set_f64(s, "p", key, 0.4, error), INNO_OK);
  assert_true(resolved(s, "q", 4, used) == 0.1);
  assert_true(resolved(s, "q", 2, used) == 0.2);
  assert_true(resolved(s, NULL, 3, NULL) == 0.3);
  assert_memory_equal(used, "\1\1\0\0", 4);
  assert_true(resolved(s, "p", 2, used) == 0.4);
  assert_memory_equal(used, "\1\1\0\1", 4);
  assert_int_equal(inno_scheme_get_f64(s, "q", key, &value, error), INNO_OK);
  assert_true(value == 0.1); /* levels aside */
  assert_int_equal(inno_scheme_get_f64(s, "p", key, &value, error), INNO_OK);
  assert_true(value == 0.4);
  inno_scheme_destroy(s);
}

static void setting_again_replaces(void **state) {
  (void)state;
  inno_scheme *s = make(INNO_STEP_AGGREGATE);
  for (int i = 0; i <= 1000; i++) {
    double value = i / 1000.0;
    assert_int_equal(inno_scheme_set_f64(s, NULL, INNO_KEY_AGGREGATE_MIN_COVERAGE, value, error), INNO_OK);
    assert_int_equal(inno_scheme_set_f64(s, "p", INNO_KEY_AGGREGATE_MIN_COVERAGE, 1.0 - value, error), INNO_OK);
    assert_int_equal(inno_scheme_set_level_text(s, 3, INNO_KEY_AGGREGATE_MIN_COVERAGE, i % 2 ? "0" : "1", error),
                     INNO_OK);
  }
  assert_int_equal(s->count, 3);
  assert_true(resolved(s, NULL, 0, NULL) == 1.0);
  assert_true(resolved(s, "p", 3, NULL) == 0.0);
  assert_true(resolved(s, NULL, 3, NULL) == 1.0);
  inno_scheme_destroy(s);
}

/* One setting for each node of the largest indicator set: found by its code, so this ends at once. */
static void many_nodes_are_found_fast(void **state) {
  (void)state;
  inno_scheme *s = make(INNO_STEP_NORMALIZE);
  char code[32];
  for (int i = 0; i < INNO_LIMIT_NODES; i++) {
    snprintf(code, sizeof code, "indicator.%d", i);
    assert_int_equal(inno_scheme_set_f64(s, code, INNO_KEY_NORMALIZE_LOWER, i, error), INNO_OK);
    assert_int_equal(inno_scheme_set_i64(s, code, INNO_KEY_NORMALIZE_CAP, i % 2, error), INNO_OK);
  }
  for (int i = INNO_LIMIT_NODES - 1; i >= 0; i--) {
    double lower = -1.0;
    int64_t cap = -1;
    snprintf(code, sizeof code, "indicator.%d", i);
    assert_int_equal(inno_scheme_get_f64(s, code, INNO_KEY_NORMALIZE_LOWER, &lower, error), INNO_OK);
    assert_int_equal(inno_scheme_get_i64(s, code, INNO_KEY_NORMALIZE_CAP, &cap, error), INNO_OK);
    assert_true(lower == i && cap == i % 2);
  }
  inno_scheme_destroy(s);
}

/* ---- values ---- */

static void a_key_has_one_type(void **state) {
  (void)state;
  for (int32_t i = 0; i < inno__step_entry_count(); i++) {
    const inno__step_entry *e = inno__step_entry_at(i);
    inno_scheme *s = make(e->step);
    for (int32_t j = 0; j < e->key_count; j++) {
      int32_t key = e->keys[j].key, type = e->keys[j].type;
      const char *code = e->keys[j].scopes == INNO_SCOPE_UNIT ? "x" : NULL;
      int integer = type == INNO_TYPE_I64 || type == INNO_TYPE_CHOICE;
      int text = type == INNO_TYPE_TEXT || type == INNO_TYPE_CHAIN || type == INNO_TYPE_LIST;
      double f = 0.0;
      int64_t n = 0;
      char buffer[64];
      if (type != INNO_TYPE_F64) REFUSED(inno_scheme_set_f64(s, code, key, 1.0, error), INNO_E_TYPE);
      if (type != INNO_TYPE_F64) REFUSED(inno_scheme_get_f64(s, code, key, &f, error), INNO_E_TYPE);
      if (!integer) REFUSED(inno_scheme_set_i64(s, code, key, 1, error), INNO_E_TYPE);
      if (!integer) REFUSED(inno_scheme_get_i64(s, code, key, &n, error), INNO_E_TYPE);
      if (!text) REFUSED(inno_scheme_get_text(s, code, key, buffer, 64, &n, error), INNO_E_TYPE);
      assert_true(isnan(f) || f == 0.0);
      assert_int_equal(n, 0);
    }
    assert_int_equal(s->count, 0);
    inno_scheme_destroy(s);
  }
}

static void a_key_of_another_step_is_refused(void **state) {
  (void)state;
  inno_scheme *s = make(INNO_STEP_TREAT);
  double f;
  int64_t n;
  static const int32_t wrong[] = {
      INNO_KEY_NORMALIZE_LOWER, INNO_KEY_SCREEN_RULE, 401, 499, 0, -400, INT32_MIN, INT32_MAX};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    REFUSED(inno_scheme_set_f64(s, NULL, wrong[i], 1.0, error), INNO_E_KEY);
    REFUSED(inno_scheme_set_i64(s, NULL, wrong[i], 1, error), INNO_E_KEY);
    REFUSED(inno_scheme_set_text(s, NULL, wrong[i], "1", error), INNO_E_KEY);
    REFUSED(inno_scheme_set_level_text(s, 2, wrong[i], "1", error), INNO_E_KEY);
    REFUSED(inno_scheme_get_f64(s, NULL, wrong[i], &f, error), INNO_E_KEY);
    REFUSED(inno_scheme_get_i64(s, NULL, wrong[i], &n, error), INNO_E_KEY);
    REFUSED(inno_scheme_get_text(s, NULL, wrong[i], NULL, 0, &n, error), INNO_E_KEY);
    SAYS("treatment");
  }
  inno_scheme_destroy(s);
}

static void numbers_are_read_from_text(void **state) {
  (void)state;
  inno_scheme *s = make(INNO_STEP_TREAT);
  double value = 0.0;
  int64_t limit = 0;
  assert_int_equal(inno_scheme_set_text(s, "x", INNO_KEY_TREAT_LAMBDA, " -0.1 ", error), INNO_OK);
  assert_int_equal(inno_scheme_get_f64(s, "x", INNO_KEY_TREAT_LAMBDA, &value, error), INNO_OK);
  assert_true(value == -0.1);
  assert_int_equal(inno_scheme_set_text(s, "x", INNO_KEY_TREAT_LAMBDA, "1e-3", error), INNO_OK);
  assert_int_equal(inno_scheme_get_f64(s, "x", INNO_KEY_TREAT_LAMBDA, &value, error), INNO_OK);
  assert_true(value == 1e-3);
  assert_int_equal(inno_scheme_set_text(s, NULL, INNO_KEY_TREAT_LIMIT, "100000000", error), INNO_OK);
  assert_int_equal(inno_scheme_get_i64(s, "x", INNO_KEY_TREAT_LIMIT, &limit, error), INNO_OK);
  assert_int_equal(limit, 100000000);
  static const char *const no_numbers[] = {"0,1", "1 2", "0x1p3", "inf", "nan", "1e999", "1e", ".", "-", " ", "một"};
  for (size_t i = 0; i < sizeof no_numbers / sizeof no_numbers[0]; i++)
    REFUSED(inno_scheme_set_text(s, "x", INNO_KEY_TREAT_LAMBDA, no_numbers[i], error), INNO_E_VALUE);
  REFUSED(inno_scheme_set_text(s, "x", INNO_KEY_TREAT_LAMBDA, "-1e400", error), INNO_E_VALUE);
  SAYS("'-1e400' goes beyond the range of doubles");
  REFUSED(inno_scheme_set_text(s, "x", INNO_KEY_TREAT_LAMBDA, "1e400x", error), INNO_E_VALUE);
  SAYS("is not a number");
  static const char *const no_integers[] = {"5.0", "5e0", "99999999999999999999", "100000001", "-1", "five"};
  for (size_t i = 0; i < sizeof no_integers / sizeof no_integers[0]; i++)
    REFUSED(inno_scheme_set_text(s, NULL, INNO_KEY_TREAT_LIMIT, no_integers[i], error), INNO_E_VALUE);
  REFUSED(inno_scheme_set_i64(s, NULL, INNO_KEY_TREAT_LIMIT, INT64_MAX, error), INNO_E_VALUE);
  REFUSED(inno_scheme_set_i64(s, NULL, INNO_KEY_TREAT_LIMIT, INT64_MIN, error), INNO_E_VALUE);
  assert_int_equal(inno_scheme_get_i64(s, "x", INNO_KEY_TREAT_LIMIT, &limit, error), INNO_OK);
  assert_int_equal(limit, 100000000);
  inno_scheme_destroy(s);
}

static void a_range_is_said_in_words(void **state) {
  (void)state;
  inno_scheme *a = make(INNO_STEP_AGGREGATE), *t = make(INNO_STEP_TREAT);
  REFUSED(inno_scheme_set_f64(a, "p", INNO_KEY_AGGREGATE_POWER, -0.0, error), INNO_E_VALUE);
  SAYS("other than 0");
  assert_string_equal(inno_error_node(error), "p");
  REFUSED(inno_scheme_set_f64(a, NULL, INNO_KEY_AGGREGATE_FLOOR, 0.0, error), INNO_E_VALUE);
  SAYS("above 0");
  REFUSED(inno_scheme_set_f64(a, NULL, INNO_KEY_AGGREGATE_MIN_COVERAGE, 1.5, error), INNO_E_VALUE);
  SAYS("min_coverage = 1.5");
  SAYS("from 0 to 1");
  REFUSED(inno_scheme_set_f64(t, NULL, INNO_KEY_TREAT_DEGREE, 0.5, error), INNO_E_VALUE);
  SAYS("at least 1");
  REFUSED(inno_scheme_set_f64(t, NULL, INNO_KEY_TREAT_KURTOSIS, INFINITY, error), INNO_E_VALUE);
  SAYS("a finite number");
  assert_int_equal(inno_scheme_set_f64(t, NULL, INNO_KEY_TREAT_SKEWNESS, 4.9406564584124654e-324, error), INNO_OK);
  inno_scheme_destroy(a);
  inno_scheme_destroy(t);
}

static void a_choice_is_named_or_numbered(void **state) {
  (void)state;
  inno_scheme *s = make(INNO_STEP_SCREEN);
  int64_t force = -1;
  assert_int_equal(inno_scheme_get_i64(s, "U", INNO_KEY_SCREEN_FORCE, &force, error), INNO_OK);
  assert_int_equal(force, 0); /* unset */
  static const int64_t wrong[] = {0, 3, -1, INT64_MAX, INT64_MIN, (int64_t)1 << 32 | 1};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
    REFUSED(inno_scheme_set_i64(s, "U", INNO_KEY_SCREEN_FORCE, wrong[i], error), INNO_E_RULE);
  assert_string_equal(inno_error_unit(error), "U");
  assert_string_equal(inno_error_node(error), "");
  static const char *const names[] = {"1", "Include", "includ", "includes", "include, exclude", " include"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    REFUSED(inno_scheme_set_text(s, "U", INNO_KEY_SCREEN_FORCE, names[i], error), INNO_E_RULE);
    SAYS("include, exclude");
  }
  assert_int_equal(s->count, 0);
  assert_int_equal(inno_scheme_set_text(s, "U", INNO_KEY_SCREEN_FORCE, "exclude", error), INNO_OK);
  assert_int_equal(inno_scheme_get_i64(s, "U", INNO_KEY_SCREEN_FORCE, &force, error), INNO_OK);
  assert_int_equal(force, INNO_FORCE_EXCLUDE);
  assert_string_equal(inno_error_message(error), "");
  inno_scheme_destroy(s);
}

/* ---- chains ---- */

static void chains_are_parsed(void **state) {
  (void)state;
  const inno__key *k = inno__key_find(INNO_KEY_TREAT_RULES);
  int32_t rules[INNO_LIMIT_CHAIN];
  const char *bad = NULL;
  int64_t length = 0;
  assert_int_equal(inno__chain_parse(k, "winsorize, log_gii", rules, &bad, &length), 2);
  assert_int_equal(rules[0], INNO_TREAT_WINSORIZE);
  assert_int_equal(rules[1], INNO_TREAT_LOG_GII);
  assert_int_equal(inno__chain_parse(k, "  root  ,log,log_ct ", rules, &bad, &length), 3);
  assert_int_equal(rules[2], INNO_TREAT_LOG_CT);
  assert_int_equal(inno__chain_parse(k, "none", rules, &bad, &length), 1);
  assert_int_equal(inno__chain_parse(k, "log,log,log,log,log,log,log,boxcox", rules, &bad, &length), INNO_LIMIT_CHAIN);
  assert_int_equal(rules[7], INNO_TREAT_BOXCOX);
  const char *text = "log, loo, root";
  assert_int_equal(inno__chain_parse(k, text, rules, &bad, &length), -1);
  assert_ptr_equal(bad, text + 5);
  assert_int_equal(length, 3);
  assert_int_equal(inno__chain_parse(k, "log,", rules, &bad, &length), -1);
  assert_int_equal(length, 0);
  assert_int_equal(inno__chain_parse(k, "", rules, &bad, &length), -1);
}

static void a_wrong_chain_is_explained(void **state) {
  (void)state;
  inno_scheme *s = make(INNO_STEP_TREAT);
  static const char *const not_strung[] = {"winsorize log", "log,",     ",log", "log,,root",
                                           "none, log",     "log,none", ",",    "log,log,log,log,log,log,log,log,log",
                                           "log ; log"};
  for (size_t i = 0; i < sizeof not_strung / sizeof not_strung[0]; i++) {
    REFUSED(inno_scheme_set_text(s, "x", INNO_KEY_TREAT_RULES, not_strung[i], error), INNO_E_RULE);
    SAYS("chain");
    SAYS(not_strung[i]);
  }
  REFUSED(inno_scheme_set_text(s, "x", INNO_KEY_TREAT_RULES, "log, logg, root", error), INNO_E_RULE);
  SAYS("'logg'");
  SAYS("log_ct_orig");
  assert_string_equal(inno_error_node(error), "x");
  assert_int_equal(s->count, 0);
  inno_scheme_destroy(s);
}

/* ---- texts ---- */

static void texts_are_checked_and_copied(void **state) {
  (void)state;
  inno_scheme *s = make(INNO_STEP_NORMALIZE);
  const int32_t key = INNO_KEY_NORMALIZE_REFERENCE;
  char text[INNO_LIMIT_TEXT + 2], out[INNO_LIMIT_TEXT + 2];
  int64_t needed = -1;
  memset(text, 'a', sizeof text);
  text[INNO_LIMIT_TEXT + 1] = '\0';
  REFUSED(inno_scheme_set_text(s, NULL, key, text, error), INNO_E_TEXT);
  REFUSED(inno_scheme_set_text(s, text, key, "U", error), INNO_E_TEXT);
  text[INNO_LIMIT_TEXT] = '\0';
  assert_int_equal(inno_scheme_set_text(s, text, key, text, error), INNO_OK);
  assert_int_equal(inno_scheme_get_text(s, text, key, out, sizeof out, &needed, error), INNO_OK);
  assert_int_equal(needed, INNO_LIMIT_TEXT + 1);
  assert_string_equal(out, text);
  memset(text, 'b', 10);
  text[10] = '\0'; /* the scheme has its own copy */
  assert_int_equal(inno_scheme_get_text(s, text, key, out, sizeof out, &needed, error), INNO_OK);
  assert_string_equal(out, "");
  static const char *const wrong[] = {"",         "a\tb",         "a\n",  "\x7f",    "\xc3",
                                      "\xc0\x80", "\xed\xa0\x80", "\xff", "\xc2\x85"};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    REFUSED(inno_scheme_set_text(s, NULL, key, wrong[i], error), INNO_E_TEXT);
    REFUSED(inno_scheme_set_text(s, wrong[i], key, "U", error), INNO_E_TEXT);
    REFUSED(inno_scheme_set_f64(s, wrong[i], INNO_KEY_NORMALIZE_LOWER, 1.0, error), INNO_E_TEXT);
    REFUSED(inno_scheme_set_i64(s, wrong[i], INNO_KEY_NORMALIZE_CAP, 1, error), INNO_E_TEXT);
  }
  inno_scheme_destroy(s);
}

static void a_buffer_is_filled_or_left_alone(void **state) {
  (void)state;
  inno_scheme *s = make(INNO_STEP_TREAT);
  const int32_t key = INNO_KEY_TREAT_RULES;
  char out[32];
  int64_t needed = -1;
  memset(out, '#', sizeof out);
  assert_int_equal(inno_scheme_get_text(s, NULL, key, NULL, 0, &needed, error), INNO_E_BUFFER);
  assert_int_equal(needed, 19); /* "winsorize, log_gii" */
  SAYS("19");
  assert_int_equal(inno_scheme_get_text(s, NULL, key, out, 18, NULL, error), INNO_E_BUFFER);
  REFUSED(inno_scheme_get_text(s, NULL, key, out, -1, &needed, error), INNO_E_ARGUMENT);
  for (size_t i = 0; i < sizeof out; i++) assert_int_equal(out[i], '#');
  assert_int_equal(inno_scheme_get_text(s, NULL, key, out, 19, &needed, error), INNO_OK);
  assert_string_equal(out, "winsorize, log_gii");
  assert_int_equal(out[19], '#');
  assert_int_equal(inno_scheme_set_text(s, "x", key, " log ,root", error), INNO_OK);
  assert_int_equal(inno_scheme_get_text(s, "x", key, out, sizeof out, NULL, error), INNO_OK);
  assert_string_equal(out, " log ,root"); /* as it was written */
  inno_scheme_destroy(s);
}

/* ---- failures ---- */

/* A refused setting leaves no trace, not even its code: a method would take the code for a misspelt one. */
static void a_refusal_changes_nothing(void **state) {
  (void)state;
  inno_scheme *s = make(INNO_STEP_NORMALIZE);
  double lower = 0.0;
  assert_int_equal(inno_scheme_set_f64(s, "x", INNO_KEY_NORMALIZE_LOWER, 7.0, error), INNO_OK);
  REFUSED(inno_scheme_set_f64(s, "x", INNO_KEY_NORMALIZE_LOWER, NAN, error), INNO_E_VALUE);
  REFUSED(inno_scheme_set_text(s, "x", INNO_KEY_NORMALIZE_LOWER, "seven", error), INNO_E_VALUE);
  REFUSED(inno_scheme_set_text(s, "ghost", INNO_KEY_NORMALIZE_RULE, "none at all", error), INNO_E_RULE);
  REFUSED(inno_scheme_set_f64(s, "ghost", INNO_KEY_NORMALIZE_SD, -1.0, error), INNO_E_VALUE);
  REFUSED(inno_scheme_set_i64(s, "ghost", INNO_KEY_NORMALIZE_SD, 1, error), INNO_E_TYPE);
  REFUSED(inno_scheme_set_f64(s, "ghost", INNO_KEY_TREAT_LAMBDA, 1.0, error), INNO_E_KEY);
  assert_int_equal(s->count, 1);
  assert_int_equal(inno__names_count(s->codes), 1);
  assert_int_equal(inno_scheme_get_f64(s, "x", INNO_KEY_NORMALIZE_LOWER, &lower, error), INNO_OK);
  assert_true(lower == 7.0);
  inno_scheme_destroy(s);
}

static void only_steps_make_schemes(void **state) {
  (void)state;
  static const int32_t wrong[] = {0, 1, -100, 101, 150, 900, INT32_MAX, INT32_MIN};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    inno_scheme *s = (inno_scheme *)&error;
    REFUSED(inno_scheme_create(NULL, wrong[i], &s, error), INNO_E_ARGUMENT);
    assert_null(s);
  }
  inno_allocator half;
  memset(&half, 0, sizeof half);
  inno_scheme *s = (inno_scheme *)&error;
  REFUSED(inno_scheme_create(&half, INNO_STEP_TREAT, &s, error), INNO_E_ARGUMENT);
  assert_null(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_key_stands_where_its_scopes_allow),
      cmocka_unit_test(levels_have_limits),
      cmocka_unit_test(a_node_wins_over_its_level_and_a_level_over_all),
      cmocka_unit_test(setting_again_replaces),
      cmocka_unit_test(many_nodes_are_found_fast),
      cmocka_unit_test(a_key_has_one_type),
      cmocka_unit_test(a_key_of_another_step_is_refused),
      cmocka_unit_test(numbers_are_read_from_text),
      cmocka_unit_test(a_range_is_said_in_words),
      cmocka_unit_test(a_choice_is_named_or_numbered),
      cmocka_unit_test(chains_are_parsed),
      cmocka_unit_test(a_wrong_chain_is_explained),
      cmocka_unit_test(texts_are_checked_and_copied),
      cmocka_unit_test(a_buffer_is_filled_or_left_alone),
      cmocka_unit_test(a_refusal_changes_nothing),
      cmocka_unit_test(only_steps_make_schemes),
  };
  return cmocka_run_group_tests(tests, make_error, end_error);
}
