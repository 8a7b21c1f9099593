/* Methods: what they say of themselves, what tells two of them apart, and what they refuse to be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"
#include "support/allocator.h"

enum { TEXT = 8192, HEX = 65 };

typedef struct {
  inno_indicator_set *set;
  inno_error *error;
} fixture;

static inno_indicator_set *make_set(inno_error *error, double weight) {
  inno_indicator_set *set = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, error), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "I", NULL, error), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "a", "I", error), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "b", "I", error), INNO_OK);
  assert_int_equal(inno_indicator_set_weight(set, "b", weight, error), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(set, error), INNO_OK);
  return set;
}

static int setup(void **state) {
  static fixture f;
  assert_int_equal(inno_error_create(NULL, &f.error), INNO_OK);
  f.set = make_set(f.error, 1.0);
  *state = &f;
  return 0;
}

static int teardown(void **state) {
  fixture *f = *state;
  inno_indicator_set_destroy(f->set);
  inno_error_destroy(f->error);
  return 0;
}

static inno_scheme *scheme(const fixture *f, int32_t step) {
  inno_scheme *s = NULL;
  assert_int_equal(inno_scheme_create(NULL, step, &s, f->error), INNO_OK);
  return s;
}

/* A method of these schemes, which it destroys. */
static inno_status make(const fixture *f, inno_scheme **s, int32_t count, inno_method **out) {
  inno_status status = inno_method_create(NULL, f->set, NULL, (const inno_scheme *const *)s, count, out, f->error);
  for (int32_t k = 0; k < count; k++) inno_scheme_destroy(s[k]);
  return status;
}

static void fingerprint_of(const fixture *f, const inno_method *m, char *hex) {
  assert_int_equal(inno_method_fingerprint(m, hex, HEX, f->error), INNO_OK);
  assert_int_equal(strlen(hex), HEX - 1);
  assert_int_equal(strspn(hex, "0123456789abcdef"), HEX - 1);
}

static void no_steps_are_the_default_steps(void **state) {
  fixture *f = *state;
  static const int32_t kinds[] = {INNO_STEP_DENOMINATE, INNO_STEP_TREAT, INNO_STEP_NORMALIZE, INNO_STEP_AGGREGATE,
                                  INNO_STEP_RANK};
  char plain[HEX], spelled[HEX];
  inno_method *m = NULL;
  assert_int_equal(make(f, NULL, 0, &m), INNO_OK);
  int32_t count = inno_method_step_count(m);
  inno_scheme *s[8];
  assert_true(count >= 4 && count <= 5);
  for (int32_t k = 0; k < count; k++) {
    assert_int_equal(inno_method_step(m, k), kinds[k]);
    s[k] = scheme(f, kinds[k]);
  }
  assert_int_equal(inno_method_step(m, count), 0);
  assert_int_equal(inno_method_step(m, -1), 0);
  fingerprint_of(f, m, plain);
  inno_method_destroy(m);
  assert_int_equal(make(f, s, count, &m), INNO_OK);
  fingerprint_of(f, m, spelled);
  assert_string_equal(spelled, plain);
  inno_method_destroy(m);
}

/* A setting that says the default anew is no other method; any other setting is. */
static void the_fingerprint_is_of_the_choices(void **state) {
  fixture *f = *state;
  static const struct {
    const char *code;
    int32_t key;
    double value;
  } settings[] = {{NULL, INNO_KEY_NORMALIZE_UPPER, 100.0}, /* the default */
                  {NULL, INNO_KEY_NORMALIZE_UPPER, 10.0},
                  {NULL, INNO_KEY_NORMALIZE_LOWER, 1.0},
                  {"a", INNO_KEY_NORMALIZE_UPPER, 10.0},
                  {"b", INNO_KEY_NORMALIZE_UPPER, 10.0},
                  {"b", INNO_KEY_NORMALIZE_UPPER, 10.000000000000002}};
  enum { MANY = sizeof settings / sizeof settings[0] };
  char hex[MANY + 1][HEX];
  for (int i = -1; i < MANY; i++) {
    inno_scheme *s[2] = {scheme(f, INNO_STEP_NORMALIZE), scheme(f, INNO_STEP_AGGREGATE)};
    inno_method *m = NULL;
    if (i >= 0)
      assert_int_equal(inno_scheme_set_f64(s[0], settings[i].code, settings[i].key, settings[i].value, f->error),
                       INNO_OK);
    assert_int_equal(make(f, s, 2, &m), INNO_OK);
    fingerprint_of(f, m, hex[i + 1]);
    inno_method_destroy(m);
  }
  assert_string_equal(hex[0], hex[1]);
  for (int i = 1; i <= MANY; i++)
    for (int k = 1; k < i; k++) assert_string_not_equal(hex[i], hex[k]);
}

static void weights_and_nodes_belong_to_the_fingerprint(void **state) {
  fixture *f = *state;
  char one[HEX], other[HEX];
  inno_method *m = NULL;
  assert_int_equal(make(f, NULL, 0, &m), INNO_OK);
  fingerprint_of(f, m, one);
  inno_method_destroy(m);
  fixture g = {make_set(f->error, 2.0), f->error};
  assert_int_equal(make(&g, NULL, 0, &m), INNO_OK);
  fingerprint_of(f, m, other);
  assert_string_not_equal(one, other);
  inno_method_destroy(m);
  inno_indicator_set_destroy(g.set);
}

static void the_canonical_form_is_whole_or_not_written(void **state) {
  fixture *f = *state;
  static char text[TEXT], again[TEXT + 1];
  int64_t needed = 0, length = 0;
  char hex[HEX];
  inno_method *m = NULL;
  assert_int_equal(make(f, NULL, 0, &m), INNO_OK);
  assert_int_equal(inno_method_canonical(m, text, TEXT, &needed, f->error), INNO_OK);
  length = (int64_t)strlen(text);
  assert_true(needed == length + 1);
  for (int64_t room = 0; room < needed; room += 37) {
    memset(again, '#', TEXT);
    assert_int_equal(inno_method_canonical(m, again, room, &needed, f->error), INNO_E_BUFFER);
    assert_true(needed == length + 1);
    assert_int_equal(strspn(again, "#"), TEXT); /* untouched */
  }
  assert_int_equal(inno_method_canonical(m, again, needed, &needed, f->error), INNO_OK);
  assert_string_equal(again, text);
  assert_int_equal(inno_method_fingerprint(m, hex, HEX - 1, f->error), INNO_E_BUFFER);
  inno_method_destroy(m);
}

static void what_is_no_method_is_refused(void **state) {
  fixture *f = *state;
  inno_method *m = NULL;
  inno_scheme *no_end[1] = {scheme(f, INNO_STEP_NORMALIZE)};
  assert_int_not_equal(make(f, no_end, 1, &m), INNO_OK);
  assert_null(m);
  inno_scheme *unknown[2] = {scheme(f, INNO_STEP_NORMALIZE), scheme(f, INNO_STEP_AGGREGATE)};
  assert_int_equal(inno_scheme_set_f64(unknown[0], "z", INNO_KEY_NORMALIZE_UPPER, 9.0, f->error), INNO_OK);
  assert_int_equal(make(f, unknown, 2, &m), INNO_E_CODE);
  assert_string_equal(inno_error_node(f->error), "z");
  assert_null(m);
  inno_scheme *unused[2] = {scheme(f, INNO_STEP_NORMALIZE), scheme(f, INNO_STEP_AGGREGATE)};
  assert_int_equal(inno_scheme_set_f64(unused[0], NULL, INNO_KEY_NORMALIZE_TARGET, 9.0, f->error), INNO_OK);
  assert_int_equal(make(f, unused, 2, &m), INNO_E_VALUE); /* min-max has no target: silently ignored would be worse */
  assert_null(m);
  assert_non_null(strstr(inno_error_message(f->error), "normalization"));
  assert_string_equal(inno_error_unit(f->error), ""); /* it is about no unit */
}

/* What a method keeps of its schemes, forced units too, it takes from its own allocator. */
static void every_block_goes_back_to_where_it_came_from(void **state) {
  fixture *f = *state;
  counting of_scheme, of_method;
  inno_allocator a = counting_allocator(&of_scheme), b = counting_allocator(&of_method);
  inno_scheme *s[3] = {NULL, scheme(f, INNO_STEP_NORMALIZE), scheme(f, INNO_STEP_AGGREGATE)};
  inno_method *m = NULL;
  assert_int_equal(inno_scheme_create(&a, INNO_STEP_SCREEN, &s[0], f->error), INNO_OK);
  assert_int_equal(inno_scheme_set_i64(s[0], "u", INNO_KEY_SCREEN_FORCE, INNO_FORCE_EXCLUDE, f->error), INNO_OK);
  assert_int_equal(inno_method_create(&b, f->set, NULL, (const inno_scheme *const *)s, 3, &m, f->error), INNO_OK);
  for (int k = 0; k < 3; k++) inno_scheme_destroy(s[k]);
  assert_true(of_scheme.live_blocks == 0 && of_scheme.live_bytes == 0);
  assert_true(of_method.live_blocks > 0);
  inno_method_destroy(m);
  assert_true(of_method.live_blocks == 0 && of_method.live_bytes == 0 && !of_method.wrong_size);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(no_steps_are_the_default_steps, setup, teardown),
      cmocka_unit_test_setup_teardown(the_fingerprint_is_of_the_choices, setup, teardown),
      cmocka_unit_test_setup_teardown(weights_and_nodes_belong_to_the_fingerprint, setup, teardown),
      cmocka_unit_test_setup_teardown(the_canonical_form_is_whole_or_not_written, setup, teardown),
      cmocka_unit_test_setup_teardown(what_is_no_method_is_refused, setup, teardown),
      cmocka_unit_test_setup_teardown(every_block_goes_back_to_where_it_came_from, setup, teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
