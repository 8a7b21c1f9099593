/* Weights: a set of their own, changed one by one, and what they do to a score. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"

typedef struct {
  inno_indicator_set *set;
  inno_weights *weights;
  inno_error *error;
} fixture;

static void add(const fixture *f, const char *code, const char *parent, double weight) {
  assert_int_equal(inno_indicator_set_add(f->set, code, parent, f->error), INNO_OK);
  assert_int_equal(inno_indicator_set_weight(f->set, code, weight, f->error), INNO_OK);
}

/* Index of pillars P (a, b) and Q (c). */
static int setup(void **state) {
  static fixture f;
  memset(&f, 0, sizeof f);
  assert_int_equal(inno_error_create(NULL, &f.error), INNO_OK);
  assert_int_equal(inno_indicator_set_create(NULL, &f.set, f.error), INNO_OK);
  add(&f, "I", NULL, 1.0);
  add(&f, "P", "I", 3.0);
  add(&f, "Q", "I", 1.0);
  add(&f, "a", "P", 2.0);
  add(&f, "b", "P", 0.5);
  add(&f, "c", "Q", 7.0);
  assert_int_equal(inno_indicator_set_freeze(f.set, f.error), INNO_OK);
  assert_int_equal(inno_weights_create_given(NULL, f.set, &f.weights, f.error), INNO_OK);
  *state = &f;
  return 0;
}

static int teardown(void **state) {
  fixture *f = *state;
  inno_weights_destroy(f->weights);
  inno_indicator_set_destroy(f->set);
  inno_error_destroy(f->error);
  return 0;
}

static double get(const fixture *f, const inno_weights *w, const char *code) {
  double value = 0.0;
  assert_int_equal(inno_weights_get(w, code, &value, f->error), INNO_OK);
  return value;
}

static void given_and_equal(void **state) {
  fixture *f = *state;
  static const char *const codes[] = {"I", "P", "Q", "a", "b", "c"};
  static const double given[] = {1.0, 3.0, 1.0, 2.0, 0.5, 7.0};
  inno_weights *equal = NULL;
  assert_int_equal(inno_weights_create_equal(NULL, f->set, &equal, f->error), INNO_OK);
  for (int i = 0; i < 6; i++) {
    assert_true(get(f, f->weights, codes[i]) == given[i]);
    assert_true(get(f, equal, codes[i]) == 1.0);
  }
  inno_weights_destroy(equal);
}

static void set_changes_one(void **state) {
  fixture *f = *state;
  assert_int_equal(inno_weights_set(f->weights, "a", 0.0, f->error), INNO_OK);
  assert_int_equal(inno_weights_set(f->weights, "c", 1e-300, f->error), INNO_OK);
  assert_true(get(f, f->weights, "a") == 0.0);
  assert_true(get(f, f->weights, "c") == 1e-300);
  assert_true(get(f, f->weights, "b") == 0.5);
}

static void what_is_no_weight_is_refused(void **state) {
  fixture *f = *state;
  static const double wrong[] = {-1.0, -1e-300, NAN, INFINITY, -INFINITY};
  double value = 5.0;
  for (int i = 0; i < 5; i++) {
    assert_int_equal(inno_weights_set(f->weights, "a", wrong[i], f->error), INNO_E_ARGUMENT);
    assert_true(get(f, f->weights, "a") == 2.0);
  }
  assert_int_equal(inno_weights_set(f->weights, "z", 1.0, f->error), INNO_E_CODE);
  assert_non_null(strstr(inno_error_message(f->error), "z"));
  assert_int_equal(inno_weights_get(f->weights, "z", &value, f->error), INNO_E_CODE);
  assert_true(isnan(value));
}

static void an_open_set_has_no_weights(void **state) {
  fixture *f = *state;
  inno_indicator_set *open = NULL;
  inno_weights *w = f->weights;
  assert_int_equal(inno_indicator_set_create(NULL, &open, f->error), INNO_OK);
  assert_int_equal(inno_weights_create_given(NULL, open, &w, f->error), INNO_E_NOT_FROZEN);
  assert_null(w);
  assert_int_equal(inno_weights_create_equal(NULL, open, &w, f->error), INNO_E_NOT_FROZEN);
  inno_indicator_set_destroy(open);
}

/* The index of one unit whose indicators, taken as they are, are 10, 20 and 60. */
static inno_status score(const fixture *f, double *index) {
  static const char *const unit[] = {"u"};
  static const char *const codes[] = {"a", "b", "c"};
  static const double values[] = {10.0, 20.0, 60.0};
  inno_scheme *steps[2] = {NULL, NULL};
  inno_dataset *data = NULL;
  inno_method *method = NULL;
  inno_result *result = NULL;
  assert_int_equal(inno_scheme_create(NULL, INNO_STEP_NORMALIZE, &steps[0], f->error), INNO_OK);
  assert_int_equal(inno_scheme_set_i64(steps[0], NULL, INNO_KEY_NORMALIZE_RULE, INNO_NORMALIZE_NONE, f->error),
                   INNO_OK);
  assert_int_equal(inno_scheme_create(NULL, INNO_STEP_AGGREGATE, &steps[1], f->error), INNO_OK);
  assert_int_equal(inno_dataset_create(NULL, 1, unit, &data, f->error), INNO_OK);
  for (int j = 0; j < 3; j++)
    assert_int_equal(inno_dataset_add_column(data, codes[j], &values[j], 8, f->error), INNO_OK);
  inno_status s = inno_method_create(NULL, f->set, f->weights, (const inno_scheme *const *)steps, 2, &method, f->error);
  if (s == INNO_OK) s = inno_result_create(NULL, method, data, INNO_KEEP_SCORES, &result, f->error);
  if (s == INNO_OK)
    assert_int_equal(inno_result_scores(result, inno_result_find_node(result, "I"), index, 8, f->error), INNO_OK);
  inno_result_destroy(result);
  inno_method_destroy(method);
  inno_dataset_destroy(data);
  inno_scheme_destroy(steps[0]);
  inno_scheme_destroy(steps[1]);
  return s;
}

static void weights_decide_the_score(void **state) {
  fixture *f = *state;
  double index = 0.0;
  assert_int_equal(score(f, &index), INNO_OK);
  assert_true(index == (3.0 * 12.0 + 60.0) / 4.0); /* P = (2 * 10 + 0.5 * 20) / 2.5 = 12, Q = 60 */
  assert_int_equal(inno_weights_set(f->weights, "b", 0.0, f->error), INNO_OK);
  assert_int_equal(score(f, &index), INNO_OK);
  assert_true(index == (3.0 * 10.0 + 60.0) / 4.0);
  assert_int_equal(inno_weights_set(f->weights, "P", 0.0, f->error), INNO_OK);
  assert_int_equal(score(f, &index), INNO_OK);
  assert_true(index == 60.0);
}

static void a_family_without_weight_is_named(void **state) {
  fixture *f = *state;
  double index = 0.0;
  assert_int_equal(inno_weights_set(f->weights, "c", 0.0, f->error), INNO_OK);
  assert_int_equal(score(f, &index), INNO_E_WEIGHTS);
  assert_string_equal(inno_error_node(f->error), "Q");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(given_and_equal, setup, teardown),
      cmocka_unit_test_setup_teardown(set_changes_one, setup, teardown),
      cmocka_unit_test_setup_teardown(what_is_no_weight_is_refused, setup, teardown),
      cmocka_unit_test_setup_teardown(an_open_set_has_no_weights, setup, teardown),
      cmocka_unit_test_setup_teardown(weights_decide_the_score, setup, teardown),
      cmocka_unit_test_setup_teardown(a_family_without_weight_is_named, setup, teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
