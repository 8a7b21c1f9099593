/* Traces: every pointer NULL, every allocation failing once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <math.h>

#include <cmocka.h>

#include "innoscore/trace.h"
#include "support/allocator.h"
#include "support/family.h"

static const double x[] = {4, 1, 3, 7, 5, NAN}, y[] = {1, 5, 3, 2, 2, 4}, z[] = {2, 9, 4, 4, 8, 1},
                    people[] = {3, 3, 1, 9, 2, 2};

static family make(const char *imputation) {
  static const char *const codes[] = {"u0", "u1", "u2", "u3", "u4", "u5"};
  const golden_step steps[] = {{INNO_STEP_DENOMINATE, ""},
                               {INNO_STEP_IMPUTE, imputation},
                               {INNO_STEP_TREAT, ""},
                               {INNO_STEP_NORMALIZE, ""},
                               {0, NULL}};
  family f = {NULL, NULL, NULL, NULL};
  assert_int_equal(inno_indicator_set_create(NULL, &f.set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(f.set, "index", NULL, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(f.set, "x", "index", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(f.set, "y", "index", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(f.set, "z", "index", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_denominator(f.set, "z", "people", 1.0, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(f.set, NULL), INNO_OK);
  assert_int_equal(inno_dataset_create(NULL, 6, codes, &f.data, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(f.data, "x", x, 8, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(f.data, "y", y, 8, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(f.data, "z", z, 8, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(f.data, "people", people, 8, NULL), INNO_OK);
  f.method = golden_method(f.set, steps);
  f.result = golden_result(f.method, f.data);
  return f;
}

static void fail_once(const family *f) {
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, "node=index");
  for (int64_t permitted = 0;; permitted++) {
    counting counter;
    inno_allocator a = counting_allocator(&counter);
    inno_analysis *out = (inno_analysis *)&counter;
    counter.permitted = permitted;
    inno_status s = inno_analysis_create_trace(&a, options, f->method, f->data, f->result, 5, &out, NULL);
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
}

static void every_allocation_may_fail(void **state) {
  static const char *const rules[] = {"rule=mean", "rule=nearest;neighbors=2", "rule=sibling_mean"};
  (void)state;
  for (int k = 0; k < 3; k++) {
    family f = make(rules[k]);
    fail_once(&f);
    family_end(&f);
  }
}

static void over_time(void **state) {
  static const char *const codes[] = {"a", "b"};
  static const double years[] = {1, 2, 3}, v[] = {1, 2, NAN, 5, 8, 9};
  static const golden_step steps[] = {{INNO_STEP_IMPUTE, "rule=linear"}, {0, NULL}};
  (void)state;
  family f = {NULL, NULL, NULL, NULL};
  assert_int_equal(inno_indicator_set_create(NULL, &f.set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(f.set, "index", NULL, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(f.set, "v", "index", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(f.set, NULL), INNO_OK);
  assert_int_equal(inno_dataset_create_panel(NULL, 2, codes, 3, years, &f.data, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(f.data, "v", v, 8, NULL), INNO_OK);
  f.method = golden_method(f.set, steps);
  f.result = golden_result(f.method, f.data);
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, "period=2");
  for (int64_t permitted = 0;; permitted++) {
    counting counter;
    inno_allocator a = counting_allocator(&counter);
    inno_analysis *out = NULL;
    counter.permitted = permitted;
    inno_status s = inno_analysis_create_trace(&a, options, f.method, f.data, f.result, 0, &out, NULL);
    counter.permitted = -1;
    if (s == INNO_OK) assert_int_equal(inno_analysis_record_count(out, INNO_RECORD_TRACE_SOURCE), 2);
    inno_analysis_destroy(out);
    assert_int_equal(counter.live_blocks, 0);
    if (s == INNO_OK) break;
    assert_int_equal(s, INNO_E_NOMEM);
  }
  inno_scheme_destroy(options);
  family_end(&f);
}

static void nothing_given(void **state) {
  (void)state;
  family f = make("rule=mean");
  inno_error *error = NULL;
  inno_analysis *out = NULL;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  assert_int_equal(inno_analysis_create_trace(NULL, NULL, NULL, f.data, f.result, 0, &out, error), INNO_E_NULL);
  assert_int_equal(inno_analysis_create_trace(NULL, NULL, f.method, NULL, f.result, 0, &out, error), INNO_E_NULL);
  assert_int_equal(inno_analysis_create_trace(NULL, NULL, f.method, f.data, NULL, 0, &out, error), INNO_E_NULL);
  assert_int_equal(inno_analysis_create_trace(NULL, NULL, f.method, f.data, f.result, 0, NULL, error), INNO_E_NULL);
  const inno_allocator none = {0};
  assert_int_equal(inno_analysis_create_trace(&none, NULL, f.method, f.data, f.result, 0, &out, error),
                   INNO_E_ARGUMENT);
  inno_error_destroy(error);
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(over_time),
      cmocka_unit_test(nothing_given),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
