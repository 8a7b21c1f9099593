/* The indicator set: building, freezing, numbering, and every way a tree can be wrong. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"

typedef struct {
  inno_indicator_set *set;
  inno_error *error;
} fixture;

static int setup(void **state) {
  static fixture f;
  assert_int_equal(inno_error_create(NULL, &f.error), INNO_OK);
  assert_int_equal(inno_indicator_set_create(NULL, &f.set, f.error), INNO_OK);
  *state = &f;
  return 0;
}

static int teardown(void **state) {
  fixture *f = *state;
  inno_indicator_set_destroy(f->set);
  inno_error_destroy(f->error);
  return 0;
}

static void add(fixture *f, const char *code, const char *parent) {
  assert_int_equal(inno_indicator_set_add(f->set, code, parent, f->error), INNO_OK);
}

static void nodes_are_numbered_by_level_in_the_order_of_adding(void **state) {
  fixture *f = *state;
  add(f, "PII", NULL);
  add(f, "B", "PII");
  add(f, "b1", "B");
  add(f, "A", "PII");
  add(f, "a1", "A");
  add(f, "deep", "A");
  add(f, "d1", "deep");
  add(f, "direct", "PII");
  assert_int_equal(inno_indicator_set_freeze(f->set, f->error), INNO_OK);
  const char *expected[] = {"b1", "a1", "d1", "direct", "B", "deep", "A", "PII"};
  const int32_t level[] = {1, 1, 1, 1, 2, 2, 3, 4};
  const int64_t parent[] = {4, 6, 5, 7, 7, 6, 7, -1};
  assert_int_equal(inno_indicator_set_node_count(f->set), 8);
  assert_int_equal(inno_indicator_set_indicator_count(f->set), 4);
  for (int64_t j = 0; j < 8; j++) {
    assert_string_equal(inno_indicator_set_code(f->set, j), expected[j]);
    assert_int_equal(inno_indicator_set_level(f->set, j), level[j]);
    assert_int_equal(inno_indicator_set_parent(f->set, j), parent[j]);
    assert_int_equal(inno_indicator_set_find(f->set, expected[j]), j);
  }
  assert_int_equal(inno_indicator_set_find(f->set, "none"), -1);
  assert_null(inno_indicator_set_code(f->set, 8));
  assert_null(inno_indicator_set_code(f->set, -1));
  assert_int_equal(inno_indicator_set_freeze(f->set, f->error), INNO_OK);
}

static void refused(fixture *f, inno_status status, const char *node) {
  assert_int_equal(inno_indicator_set_freeze(f->set, f->error), status);
  assert_int_equal(inno_error_status(f->error), status);
  assert_string_equal(inno_error_node(f->error), node);
  assert_true(strlen(inno_error_message(f->error)) > 10);
  assert_int_equal(inno_indicator_set_indicator_count(f->set), 0);
}

static void an_empty_set_has_no_index(void **state) { refused(*state, INNO_E_TREE, ""); }

static void a_set_of_one_node_has_no_indicator(void **state) {
  fixture *f = *state;
  add(f, "PII", NULL);
  refused(f, INNO_E_TREE, "PII");
}

static void two_roots_are_named(void **state) {
  fixture *f = *state;
  add(f, "one", NULL);
  add(f, "two", "");
  add(f, "x", "one");
  refused(f, INNO_E_TREE, "two");
  assert_non_null(strstr(inno_error_message(f->error), "one"));
}

static void no_root_is_refused(void **state) {
  fixture *f = *state;
  add(f, "a", "b");
  add(f, "b", "a");
  refused(f, INNO_E_TREE, "");
}

static void an_orphan_names_its_parent(void **state) {
  fixture *f = *state;
  add(f, "PII", NULL);
  add(f, "x", "PII");
  add(f, "lost", "nowhere");
  refused(f, INNO_E_TREE, "lost");
  assert_non_null(strstr(inno_error_message(f->error), "nowhere"));
}

static void a_cycle_is_named(void **state) {
  fixture *f = *state;
  add(f, "PII", NULL);
  add(f, "x", "PII");
  add(f, "a", "b");
  add(f, "b", "c");
  add(f, "c", "a");
  add(f, "leaf", "a");
  assert_int_equal(inno_indicator_set_freeze(f->set, f->error), INNO_E_TREE);
  const char *node = inno_error_node(f->error);
  assert_true(strcmp(node, "a") == 0 || strcmp(node, "b") == 0 || strcmp(node, "c") == 0);
}

static void a_node_that_is_its_own_parent_is_a_cycle(void **state) {
  fixture *f = *state;
  add(f, "PII", NULL);
  add(f, "x", "PII");
  add(f, "self", "self");
  refused(f, INNO_E_TREE, "self");
}

static void a_duplicate_code_is_refused_at_once(void **state) {
  fixture *f = *state;
  add(f, "PII", NULL);
  assert_int_equal(inno_indicator_set_add(f->set, "PII", NULL, f->error), INNO_E_DUPLICATE);
  assert_string_equal(inno_error_node(f->error), "PII");
  assert_int_equal(inno_indicator_set_node_count(f->set), 1);
}

static void codes_are_text(void **state) {
  fixture *f = *state;
  char longest[INNO_LIMIT_TEXT + 2];
  memset(longest, 'x', sizeof longest);
  longest[INNO_LIMIT_TEXT + 1] = '\0';
  assert_int_equal(inno_indicator_set_add(f->set, "", NULL, f->error), INNO_E_TEXT);
  assert_int_equal(inno_indicator_set_add(f->set, "a\nb", NULL, f->error), INNO_E_TEXT);
  assert_int_equal(inno_indicator_set_add(f->set, "\xff", NULL, f->error), INNO_E_TEXT);
  assert_int_equal(inno_indicator_set_add(f->set, longest, NULL, f->error), INNO_E_TEXT);
  longest[INNO_LIMIT_TEXT] = '\0';
  add(f, longest, NULL);
  add(f, "Thể chế", longest);
}

static void numbers_are_checked(void **state) {
  fixture *f = *state;
  add(f, "PII", NULL);
  add(f, "x", "PII");
  assert_int_equal(inno_indicator_set_direction(f->set, "x", 0, f->error), INNO_E_ARGUMENT);
  assert_string_equal(inno_error_node(f->error), "x");
  assert_int_equal(inno_indicator_set_direction(f->set, "x", 2, f->error), INNO_E_ARGUMENT);
  assert_int_equal(inno_indicator_set_direction(f->set, "y", 1, f->error), INNO_E_CODE);
  const double bad[] = {-1.0, NAN, INFINITY, -INFINITY};
  for (int i = 0; i < 4; i++) {
    assert_int_equal(inno_indicator_set_weight(f->set, "x", bad[i], f->error), INNO_E_ARGUMENT);
    assert_int_equal(inno_indicator_set_denominator(f->set, "x", "d", bad[i], f->error), INNO_E_ARGUMENT);
  }
  assert_int_equal(inno_indicator_set_denominator(f->set, "x", "d", 0.0, f->error), INNO_E_ARGUMENT);
  assert_int_equal(inno_indicator_set_weight(f->set, "x", 0.0, f->error), INNO_OK);
  assert_int_equal(inno_indicator_set_denominator(f->set, "x", NULL, 1.0, f->error), INNO_OK);
}

static void an_aggregate_has_no_direction_and_no_denominator(void **state) {
  fixture *f = *state;
  add(f, "PII", NULL);
  add(f, "x", "PII");
  assert_int_equal(inno_indicator_set_direction(f->set, "PII", -1, f->error), INNO_OK);
  refused(f, INNO_E_ARGUMENT, "PII");
  assert_int_equal(inno_indicator_set_direction(f->set, "PII", 1, f->error), INNO_OK);
  assert_int_equal(inno_indicator_set_denominator(f->set, "PII", "d", 1.0, f->error), INNO_OK);
  refused(f, INNO_E_ARGUMENT, "PII");
}

static void a_frozen_set_refuses_changes(void **state) {
  fixture *f = *state;
  add(f, "PII", NULL);
  add(f, "x", "PII");
  assert_int_equal(inno_indicator_set_freeze(f->set, f->error), INNO_OK);
  assert_int_equal(inno_indicator_set_add(f->set, "y", "PII", f->error), INNO_E_FROZEN);
  assert_int_equal(inno_indicator_set_direction(f->set, "x", -1, f->error), INNO_E_FROZEN);
  assert_int_equal(inno_indicator_set_weight(f->set, "x", 2.0, f->error), INNO_E_FROZEN);
  assert_int_equal(inno_indicator_set_denominator(f->set, "x", "d", 1.0, f->error), INNO_E_FROZEN);
}

static void too_many_levels_are_refused(void **state) {
  fixture *f = *state;
  char code[16], parent[16] = "";
  for (int k = 0; k <= INNO_LIMIT_LEVELS; k++) {
    snprintf(code, sizeof code, "n%d", k);
    add(f, code, parent);
    memcpy(parent, code, sizeof parent);
  }
  refused(f, INNO_E_SIZE, "n0");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(nodes_are_numbered_by_level_in_the_order_of_adding),
      TEST(an_empty_set_has_no_index),
      TEST(a_set_of_one_node_has_no_indicator),
      TEST(two_roots_are_named),
      TEST(no_root_is_refused),
      TEST(an_orphan_names_its_parent),
      TEST(a_cycle_is_named),
      TEST(a_node_that_is_its_own_parent_is_a_cycle),
      TEST(a_duplicate_code_is_refused_at_once),
      TEST(codes_are_text),
      TEST(numbers_are_checked),
      TEST(an_aggregate_has_no_direction_and_no_denominator),
      TEST(a_frozen_set_refuses_changes),
      TEST(too_many_levels_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
