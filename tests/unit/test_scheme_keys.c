/* The tables of steps, keys and choices: what must hold of every row. That the public header has the same numbers and
 * sentences is seen to by the gate of cmake/update-keys, which writes it. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "construct/audit.h"
#include "construct/explain.h"
#include "construct/keys.h"
#include "construct/uncertainty.h"
#include "innoscore/scheme.h"

/* Every key and every choice, through one loop each. */
typedef void (*key_check)(const inno__step_entry *e, const inno__key *k);

static void for_every_key(key_check check) {
  for (int32_t i = 0; i < inno__step_entry_count(); i++)
    for (int32_t k = 0; k < inno__step_entry_at(i)->key_count; k++)
      check(inno__step_entry_at(i), &inno__step_entry_at(i)->keys[k]);
}

static void check_number(const inno__step_entry *e, const inno__key *k) {
  int same_number = 0, same_name = 0;
  assert_int_equal(k->key / 100 * 100, e->step); /* that is how a key finds its step */
  assert_ptr_equal(inno__key_find(k->key), k);
  assert_ptr_equal(inno__key_named(e->step, k->name), k);
  for (int32_t i = 0; i < e->key_count; i++) {
    same_number += e->keys[i].key == k->key;
    same_name += strcmp(e->keys[i].name, k->name) == 0;
  }
  assert_int_equal(same_number, 1);
  assert_int_equal(same_name, 1);
}

static void keys_have_numbers_and_names_of_their_own(void **state) {
  (void)state;
  for_every_key(check_number);
  for (int32_t i = 0; i < inno__step_entry_count(); i++) /* the rule's key has the number of the step */
    assert_int_equal(inno__step_entry_at(i)->keys[0].key, inno__step_entry_at(i)->step);
}

static int is_name(const char *name) {
  return name[0] != '\0' && name[strspn(name, "abcdefghijklmnopqrstuvwxyz_0123456789")] == '\0';
}

static void check_choices(const inno__step_entry *e, const inno__key *k) {
  (void)e;
  assert_true(is_name(k->name));
  for (int32_t i = 0; i < k->choice_count; i++) {
    int32_t number = 0;
    assert_true(is_name(k->choices[i].name));
    assert_true(k->choices[i].number > 0);
    assert_true(inno__choice_named(k, k->choices[i].name, &number));
    assert_int_equal(number, k->choices[i].number); /* neither name nor number twice */
    assert_string_equal(inno_choice_name(k->key, number), k->choices[i].name);
  }
  assert_int_equal(k->choice_count > 0, k->type == INNO_TYPE_CHOICE || k->type == INNO_TYPE_CHAIN);
}

static void choices_have_numbers_and_names_of_their_own(void **state) {
  (void)state;
  for_every_key(check_choices);
}

static void check_default(const inno__step_entry *e, const inno__key *k) {
  double low = 0.0, high = 0.0, fallback = 0.0;
  (void)e;
  if (k->type == INNO_TYPE_CHOICE && k->fallback == k->fallback)
    assert_non_null(inno_choice_name(k->key, (int32_t)k->fallback));
  if (k->type != INNO_TYPE_F64 && k->type != INNO_TYPE_I64) return;
  assert_int_equal(inno_key_bounds(k->key, &low, &high, &fallback), INNO_OK);
  assert_true(low < high);
  if (fallback == fallback) assert_true(fallback >= low && fallback <= high);
  if (k->type != INNO_TYPE_I64) return;
  assert_true(low >= INT32_MIN && high <= INT32_MAX);                           /* a rule holds it in 32 bits */
  if (fallback == fallback) assert_true(fallback == (double)(int32_t)fallback); /* NaN: one that must be given */
}

static void defaults_lie_inside_the_bounds(void **state) {
  (void)state;
  for_every_key(check_default);
  assert_string_equal(inno__key_find(INNO_KEY_TREAT_RULES)->text_fallback, "winsorize, log_gii");
}

/* Nothing is there in vain: a key that no rule reads could never be set. Options beside a method have no rules: see below. */
static void check_reader(const inno__step_entry *e, const inno__key *k) {
  int readers = 0;
  if (e->step >= INNO_STEP_AUDIT || e->step == INNO_STEP_RANK || k->scopes == INNO_SCOPE_UNIT) return;
  for (int32_t r = 0; r < e->keys[0].choice_count; r++)
    readers += inno__rule_uses(e->step, e->keys[0].choices[r].number, k->key);
  if (readers == 0) fail_msg("%s: no rule reads %s", e->section, k->name);
}

static void rules_read_keys_of_their_step(void **state) {
  (void)state;
  for_every_key(check_reader);
  for (int32_t i = 0; i < inno__step_entry_count(); i++) {
    const inno__step_entry *e = inno__step_entry_at(i);
    for (int32_t r = 0; r < e->keys[0].choice_count; r++)
      for (const int32_t *k = e->keys[0].choices[r].keys; *k != 0; k++) {
        assert_int_equal(*k / 100 * 100, e->step);
        assert_non_null(inno__key_find(*k));
      }
  }
}

/* What is beside a method: whoever reads its options. */
static inno_status read_options(const inno_scheme *scheme, unsigned char fields[512]) {
  inno__audit_rule audit;
  inno__uncertainty_rule uncertainty;
  inno__explain_rule explain;
  assert_true(sizeof audit <= 512 && sizeof uncertainty <= 512 && sizeof explain <= 512);
  memset(fields, 0, 512);
  inno_status s;
  switch (inno_scheme_step(scheme)) {
    case INNO_STEP_AUDIT:
      s = inno__audit_read(scheme, &audit, NULL);
      memcpy(fields, &audit, sizeof audit);
      return s;
    case INNO_STEP_UNCERTAINTY:
      s = inno__uncertainty_read(scheme, &uncertainty, NULL);
      memcpy(fields, &uncertainty, sizeof uncertainty);
      return s;
    default:
      s = inno__explain_read(scheme, &explain, NULL);
      memcpy(fields, &explain, sizeof explain);
      return s;
  }
}

static inno_scheme *options(int32_t step, const char *const (*settings)[2]) {
  inno_scheme *scheme = NULL;
  assert_int_equal(inno_scheme_create(NULL, step, &scheme, NULL), INNO_OK);
  for (; (*settings)[0] != NULL; settings++) {
    int32_t key = inno_key_from_name(step, (*settings)[0]);
    if (key != 0) assert_int_equal(inno_scheme_set_text(scheme, NULL, key, (*settings)[1], NULL), INNO_OK);
  }
  return scheme;
}

/* Is it seen when the key, beside these settings, gets that value? No: it may be refused as useless. */
static int is_seen(const char *const (*settings)[2], int32_t key, const char *value) {
  inno_scheme *plain = options(key / 100 * 100, settings), *set = options(key / 100 * 100, settings);
  unsigned char before[512], after[512];
  assert_int_equal(read_options(plain, before), INNO_OK);
  int seen = inno_scheme_set_text(set, NULL, key, value, NULL) == INNO_OK && /* else out of bounds */
             read_options(set, after) == INNO_OK && memcmp(before, after, sizeof before) != 0;
  inno_scheme_destroy(plain);
  inno_scheme_destroy(set);
  return seen;
}

static int is_seen_in_any_value(const char *const (*settings)[2], const inno__key *k) {
  int seen = 0;
  for (int32_t i = 0; i < k->choice_count; i++) seen += is_seen(settings, k->key, k->choices[i].name);
  static const char *const values[] = {"0", "1", "3", "0.125"};
  for (size_t i = 0; k->choice_count == 0 && i < sizeof values / sizeof values[0]; i++)
    seen += is_seen(settings, k->key, values[i]);
  return seen > 0;
}

/* Every setting beside a method reaches who reads it, by itself or beside those that it needs. */
static void check_options(const inno__step_entry *e, const inno__key *k) {
  static const char *const bare[][2] = {{NULL, NULL}};
  static const char *const drawn[][2] = {{"parallel_draws", "20"}, {NULL, NULL}};
  static const char *const rich[][2] = {{"rotation", "promax"},    {"retain", "count"},    {"components", "2"},
                                        {"parallel_draws", "20"},  {"strengths", "coinr"}, {"score_bins", "10"},
                                        {"score_low", "-1"},       {"score_high", "2"},    {NULL, NULL}};
  if (e->step < INNO_STEP_AUDIT) return;
  if (!is_seen_in_any_value(bare, k) && !is_seen_in_any_value(drawn, k) && !is_seen_in_any_value(rich, k))
    fail_msg("%s: nothing reads %s", e->section, k->name);
}

static void options_are_all_read(void **state) {
  (void)state;
  for_every_key(check_options);
}

static void what_is_not_there_is_not_found(void **state) {
  (void)state;
  int32_t number = 77;
  static const int32_t nobody[] = {0, -1, -100, -500, 1, 99, 101, 199, 502, 799, 900, 1500, INT32_MAX, INT32_MIN};
  for (size_t i = 0; i < sizeof nobody / sizeof nobody[0]; i++) {
    assert_null(inno__key_find(nobody[i]));
    assert_int_equal(inno_choice_count(nobody[i]), 0);
    assert_int_equal(inno_key_bounds(nobody[i], NULL, NULL, NULL), INNO_E_KEY);
    assert_int_equal(inno_choice_info(nobody[i], 0, NULL, NULL), INNO_E_ARGUMENT);
    assert_null(inno_choice_name(nobody[i], 1));
  }
  assert_null(inno__step_find(0));
  assert_null(inno__step_find(INNO_STEP_TREAT + 1));
  assert_int_equal(inno_key_count(150), 0);
  assert_int_equal(inno_key_info(150, 0, NULL, NULL, NULL, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_key_from_name(150, "rule"), 0);
  assert_int_equal(inno_key_from_name(INNO_STEP_TREAT, "rule"), 0); /* its key is rules */
  assert_int_equal(inno_key_from_name(INNO_STEP_SCREEN, "Rule"), 0);
  assert_int_equal(inno_key_from_name(INNO_STEP_SCREEN, ""), 0);
  assert_false(inno__choice_named(inno__key_find(INNO_KEY_NORMALIZE_RULE), "min-max", &number));
  assert_false(inno__choice_named(inno__key_find(INNO_KEY_NORMALIZE_LOWER), "minmax", &number));
  assert_int_equal(number, 77);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keys_have_numbers_and_names_of_their_own),
      cmocka_unit_test(choices_have_numbers_and_names_of_their_own),
      cmocka_unit_test(defaults_lie_inside_the_bounds),
      cmocka_unit_test(rules_read_keys_of_their_step),
      cmocka_unit_test(options_are_all_read),
      cmocka_unit_test(what_is_not_there_is_not_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
