/* A scheme without memory: every allocation of create and of every setter fails in turn; the scheme stays as it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "construct/scheme.h"
#include "support/allocator.h"

static counting counter;
static inno_allocator allocator;

static int setup(void **state) {
  (void)state;
  allocator = counting_allocator(&counter);
  return 0;
}

/* Nothing is left, and every block came back with its size. */
static int teardown(void **state) {
  (void)state;
  return counter.live_blocks == 0 && counter.live_bytes == 0 && counter.wrong_size == 0 ? 0 : 1;
}

static void creation_fails_whole(void **state) {
  (void)state;
  inno_scheme *s = NULL;
  inno_error *error = NULL;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  for (int64_t permitted = 0;; permitted++) {
    counter.calls = 0;
    counter.permitted = permitted;
    s = (inno_scheme *)&counter;
    if (inno_scheme_create(&allocator, INNO_STEP_TREAT, &s, error) == INNO_OK) break;
    assert_int_equal(inno_error_status(error), INNO_E_NOMEM);
    assert_null(s);
    assert_int_equal(counter.live_blocks, 0);
    assert_true(permitted < 100);
  }
  assert_true(counter.calls > 0);
  inno_scheme_destroy(s);
  inno_error_destroy(error);
}

/* Settings 0, 1, 2 ... of every kind: numbers and texts, for all, for nodes and for levels. */
static inno_status set(inno_scheme *s, int i) {
  char text[32];
  snprintf(text, sizeof text, "node.%d", i);
  switch (i % 4) {
    case 0:
      return inno_scheme_set_f64(s, text, INNO_KEY_NORMALIZE_LOWER, i, NULL);
    case 1:
      return inno_scheme_set_text(s, text, INNO_KEY_NORMALIZE_REFERENCE, text, NULL);
    case 2:
      return inno_scheme_set_i64(s, text, INNO_KEY_NORMALIZE_CAP, 1, NULL);
    default:
      return inno_scheme_set_text(s, NULL, INNO_KEY_NORMALIZE_REFERENCE, text, NULL);
  }
}

/* The first count settings and no more. */
static void check(const inno_scheme *s, int count) {
  char text[32], got[32];
  double lower;
  int64_t cap;
  for (int i = 0; i < count; i++) {
    snprintf(text, sizeof text, "node.%d", i);
    assert_int_equal(inno_scheme_get_f64(s, text, INNO_KEY_NORMALIZE_LOWER, &lower, NULL), INNO_OK);
    assert_int_equal(inno_scheme_get_i64(s, text, INNO_KEY_NORMALIZE_CAP, &cap, NULL), INNO_OK);
    assert_int_equal(inno_scheme_get_text(s, text, INNO_KEY_NORMALIZE_REFERENCE, got, sizeof got, NULL, NULL), INNO_OK);
    assert_true((i % 4 == 0) == (lower == i));
    assert_int_equal(cap, i % 4 == 2);
    if (i % 4 == 1) assert_string_equal(got, text);
  }
  snprintf(text, sizeof text, "node.%d", (count - 4) / 4 * 4 + 3);
  assert_int_equal(inno_scheme_get_text(s, NULL, INNO_KEY_NORMALIZE_REFERENCE, got, sizeof got, NULL, NULL), INNO_OK);
  assert_string_equal(got, count >= 4 ? text : "");
  assert_int_equal(s->count, count - (count >= 4 ? count / 4 - 1 : 0));
  assert_int_equal(inno__names_count(s->codes), count - count / 4); /* a failed setting leaves no code */
}

/* Far enough for every table inside to grow several times. */
static void a_setting_fails_whole_and_can_be_repeated(void **state) {
  (void)state;
  enum { SETTINGS = 300 };
  inno_scheme *s = NULL;
  int failures = 0;
  assert_int_equal(inno_scheme_create(&allocator, INNO_STEP_NORMALIZE, &s, NULL), INNO_OK);
  for (int i = 0; i < SETTINGS; i++) {
    inno_status status = INNO_E_NOMEM;
    for (int64_t more = 0; status != INNO_OK; more++) {
      counter.permitted = counter.calls + more;
      status = set(s, i);
      counter.permitted = -1;
      if (status == INNO_OK) break;
      assert_int_equal(status, INNO_E_NOMEM);
      assert_true(more < 20);
      failures++;
      check(s, i);
    }
  }
  check(s, SETTINGS);
  assert_true(failures > 10);
  inno_scheme_destroy(s);
}

static void levels_fail_whole_too(void **state) {
  (void)state;
  inno_scheme *s = NULL;
  assert_int_equal(inno_scheme_create(&allocator, INNO_STEP_AGGREGATE, &s, NULL), INNO_OK);
  for (int32_t level = 2; level <= INNO_LIMIT_LEVELS; level++) {
    counter.permitted = counter.calls;
    inno_status status = inno_scheme_set_level_text(s, level, INNO_KEY_AGGREGATE_RULE, "median", NULL);
    counter.permitted = -1;
    if (status != INNO_OK) {
      assert_int_equal(status, INNO_E_NOMEM);
      assert_int_equal(s->count, level - 2);
      assert_int_equal(inno_scheme_set_level_text(s, level, INNO_KEY_AGGREGATE_RULE, "median", NULL), INNO_OK);
    }
    assert_int_equal(s->count, level - 1);
  }
  inno_scheme_destroy(s);
}

/* Reading and refusing take no memory, and an error object needs none to report. */
static void nothing_else_allocates(void **state) {
  (void)state;
  inno_scheme *s = NULL;
  inno_error *error = NULL;
  char text[64];
  double value;
  int64_t number;
  assert_int_equal(inno_error_create(&allocator, &error), INNO_OK);
  assert_int_equal(inno_scheme_create(&allocator, INNO_STEP_TREAT, &s, error), INNO_OK);
  counter.permitted = 0;
  assert_int_equal(inno_scheme_get_f64(s, "x", INNO_KEY_TREAT_SKEWNESS, &value, error), INNO_OK);
  assert_int_equal(inno_scheme_get_i64(s, "x", INNO_KEY_TREAT_LIMIT, &number, error), INNO_OK);
  assert_int_equal(inno_scheme_get_text(s, "x", INNO_KEY_TREAT_RULES, text, sizeof text, NULL, error), INNO_OK);
  assert_int_equal(inno_scheme_set_text(s, "x", INNO_KEY_TREAT_RULES, "loggg", error), INNO_E_RULE);
  assert_int_equal(inno_scheme_set_f64(s, "x", INNO_KEY_TREAT_SKEWNESS, -1.0, error), INNO_E_VALUE);
  assert_int_equal(inno_scheme_set_f64(s, "x", INNO_KEY_TREAT_SKEWNESS, 1.0, error), INNO_E_NOMEM);
  assert_int_equal(inno_error_status(error), INNO_E_NOMEM);
  assert_non_null(strstr(inno_error_message(error), "memory"));
  counter.permitted = -1;
  inno_scheme_destroy(s);
  inno_error_destroy(error);
}

/* Replacing a number again and again holds no more memory than setting it once. */
static void replacing_takes_no_room(void **state) {
  (void)state;
  inno_scheme *s = NULL;
  assert_int_equal(inno_scheme_create(&allocator, INNO_STEP_TREAT, &s, NULL), INNO_OK);
  assert_int_equal(inno_scheme_set_f64(s, "x", INNO_KEY_TREAT_SKEWNESS, 1.0, NULL), INNO_OK);
  int64_t calls = counter.calls;
  for (int i = 1; i < 1000; i++)
    assert_int_equal(inno_scheme_set_f64(s, "x", INNO_KEY_TREAT_SKEWNESS, i, NULL), INNO_OK);
  assert_int_equal(counter.calls, calls);
  inno_scheme_destroy(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(creation_fails_whole, setup, teardown),
      cmocka_unit_test_setup_teardown(a_setting_fails_whole_and_can_be_repeated, setup, teardown),
      cmocka_unit_test_setup_teardown(levels_fail_whole_too, setup, teardown),
      cmocka_unit_test_setup_teardown(nothing_else_allocates, setup, teardown),
      cmocka_unit_test_setup_teardown(replacing_takes_no_room, setup, teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
