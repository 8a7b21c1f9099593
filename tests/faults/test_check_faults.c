/* The self-check: every pointer NULL, every allocation failing once. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/allocator.h"
#include "support/family.h"

/* A figure that is missing, one that slipped, one that is 0. */
static const double x[] = {4, 1, 3, 7, 5, 6, 2, 8, 3, 4}, y[] = {1, 5, 3, 2, NAN, 4, 2, 3000, 2, 4},
                    z[] = {2, 9, 4, 4, 8, 1, 3, 5, 0, 7}, v[] = {3, 3, 1, 9, 2, 2, 4, 5, 6, 3};
static const family_node tree[] = {{.code = "index"},
                                   {.code = "p", .parent = "index"},
                                   {.code = "x", .parent = "p", .x = x},
                                   {.code = "y", .parent = "p", .x = y, .direction = -1},
                                   {.code = "z", .parent = "index", .x = z},
                                   {.code = "people", .parent = "", .x = v, .weight = -1.0},
                                   {0}};
static const golden_step none[] = {{0, NULL}};

static void every_allocation_may_fail(void **state) {
  (void)state;
  family f = family_of(tree, 10, none);
  inno_indicator_set *set = NULL;
  inno_method *method = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  for (const family_node *node = tree; node->code != NULL; node++)
    if (node->weight >= 0.0) assert_int_equal(inno_indicator_set_add(set, node->code, node->parent, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_denominator(set, "y", "people", 1.0, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  method = golden_method(set, (const golden_step[]){{INNO_STEP_DENOMINATE, ""}, {0, NULL}});
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, "y.possible_upper=1000");
  for (int64_t permitted = 0;; permitted++) {
    counting counter;
    inno_allocator a = counting_allocator(&counter);
    inno_analysis *out = (inno_analysis *)&counter;
    counter.permitted = permitted;
    inno_status s = inno_analysis_create_check(&a, options, method, f.data, f.data, -1, &out, NULL);
    if (s != INNO_OK) {
      assert_int_equal(s, INNO_E_NOMEM);
      assert_null(out);
    }
    counter.permitted = -1;
    if (s == INNO_OK) assert_true(inno_analysis_record_count(out, INNO_RECORD_FINDING) > 0);
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
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  family_end(&f);
}

#define REFUSED(call, status)                           \
  do {                                                  \
    out = (inno_analysis *)&f;                          \
    assert_int_equal((call), status);                   \
    assert_int_equal(inno_error_status(error), status); \
    assert_null(out);                                   \
  } while (0)

static void nothing_given(void **state) {
  (void)state;
  inno_error *error = NULL;
  inno_analysis *out;
  const inno_allocator half = {0};
  family f = family_of(tree, 10, none);
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  REFUSED(inno_analysis_create_check(NULL, NULL, NULL, f.data, NULL, -1, &out, error), INNO_E_NULL);
  REFUSED(inno_analysis_create_check(NULL, NULL, f.method, NULL, NULL, -1, &out, error), INNO_E_NULL);
  REFUSED(inno_analysis_create_check(&half, NULL, f.method, f.data, NULL, -1, &out, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_analysis_create_check(NULL, NULL, f.method, f.data, NULL, -1, NULL, error), INNO_E_NULL);
  inno_scheme *other = golden_scheme(INNO_STEP_NORMALIZE, "");
  REFUSED(inno_analysis_create_check(NULL, other, f.method, f.data, NULL, -1, &out, error), INNO_E_ARGUMENT);
  inno_scheme_destroy(other);
  inno_error_destroy(error);
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(nothing_given),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
