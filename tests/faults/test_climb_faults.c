/* Climbing: every pointer NULL, every allocation failing once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/allocator.h"
#include "support/family.h"

static const double x[] = {4, 1, 3, 7, 5, 6}, y[] = {1, 5, 3, 2, 2, 4}, z[] = {2, 9, 4, 4, 8, 1};
static const family_node tree[] = {{.code = "index"},
                                   {.code = "p", .parent = "index"},
                                   {.code = "x", .parent = "p", .x = x},
                                   {.code = "y", .parent = "p", .x = y, .direction = -1},
                                   {.code = "z", .parent = "index", .x = z},
                                   {0}};
static const golden_step steps[] = {{INNO_STEP_TREAT, ""}, {INNO_STEP_NORMALIZE, ""}, {0, NULL}};
static const double costs[] = {1, 2, 3}, caps[] = {9, 0, 20};

static void every_allocation_may_fail(void **state) {
  (void)state;
  family f = family_of(tree, 6, steps);
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, "looks=1;tries=50");
  for (int64_t permitted = 0;; permitted++) {
    counting counter;
    inno_allocator a = counting_allocator(&counter);
    inno_analysis *out = (inno_analysis *)&counter;
    counter.permitted = permitted;
    inno_status s = inno_analysis_create_climb(&a, options, f.method, f.data, 1, INNO_GOAL_RANK, 2.0, -1, costs,
                                               sizeof(double), caps, sizeof(double), &out, NULL);
    if (s != INNO_OK) {
      assert_int_equal(s, INNO_E_NOMEM);
      assert_null(out);
    }
    counter.permitted = -1;
    inno_analysis_destroy(out);
    assert_int_equal(counter.live_blocks, 0);
    assert_int_equal(counter.live_bytes, 0);
    assert_int_equal(counter.wrong_size, 0);
    if (s != INNO_OK) continue;
    print_message("%lld allocations, each failed once\n", (long long)permitted);
    assert_true(permitted > 10);
    break;
  }
  inno_scheme_destroy(options);
  family_end(&f);
}

static void nothing_given(void **state) {
  (void)state;
  inno_error *error;
  family f = family_of(tree, 6, steps);
  inno_analysis *out = (inno_analysis *)&f;
  const inno_allocator empty = {0};
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  assert_int_equal(inno_analysis_create_climb(NULL, NULL, NULL, f.data, 0, 1, 1.0, -1, NULL, 0, NULL, 0, &out, error),
                   INNO_E_NULL);
  assert_int_equal(inno_error_status(error), INNO_E_NULL);
  assert_null(out);
  assert_int_equal(inno_analysis_create_climb(NULL, NULL, f.method, NULL, 0, 1, 1.0, -1, NULL, 0, NULL, 0, &out, error),
                   INNO_E_NULL);
  assert_int_equal(
      inno_analysis_create_climb(NULL, NULL, f.method, f.data, 0, 1, 1.0, -1, NULL, 0, NULL, 0, NULL, error),
      INNO_E_NULL);
  assert_int_equal(
      inno_analysis_create_climb(&empty, NULL, f.method, f.data, 0, 1, 1.0, -1, NULL, 0, NULL, 0, &out, error),
      INNO_E_ARGUMENT);
  inno_scheme *other = golden_scheme(INNO_STEP_AUDIT, "");
  assert_int_equal(
      inno_analysis_create_climb(NULL, other, f.method, f.data, 0, 1, 1.0, -1, NULL, 0, NULL, 0, &out, error),
      INNO_E_ARGUMENT);
  assert_null(out);
  inno_scheme_destroy(other);
  inno_error_destroy(error);
  family_end(&f);
}

/* What the data do not give is said as by inno_result_create(). */
static void no_first_result(void **state) {
  static const double same[] = {3, 3, 3, 3, 3, 3};
  static const family_node constant[] = {{.code = "index"}, {.code = "x", .parent = "index", .x = x}, {0}};
  (void)state;
  inno_dataset *d = NULL;
  inno_analysis *out = NULL;
  static const char *const codes[] = {"a", "b", "c", "d", "e", "f"};
  family f = family_of(constant, 6, steps);
  assert_int_equal(inno_dataset_create(NULL, 6, codes, &d, NULL), INNO_OK);
  assert_int_equal(inno_analysis_create_climb(NULL, NULL, f.method, d, 0, 1, 1.0, -1, NULL, 0, NULL, 0, &out, NULL),
                   INNO_E_MISSING_COLUMN);
  assert_int_equal(inno_dataset_add_column(d, "x", same, sizeof(double), NULL), INNO_OK);
  assert_int_equal(inno_analysis_create_climb(NULL, NULL, f.method, d, 0, 1, 1.0, -1, NULL, 0, NULL, 0, &out, NULL),
                   INNO_E_CONSTANT);
  assert_null(out);
  inno_dataset_destroy(d);
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(nothing_given),
      cmocka_unit_test(no_first_result),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
