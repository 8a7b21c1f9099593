/* Traces: every pointer NULL, every allocation failing once. */
#include <math.h>

#include "innoscore/trace.h"
#include "support/family.h"
#include "support/faults.h"
#include "support/refusal.h"

static const double x[] = {4, 1, 3, 7, 5, NAN}, y[] = {1, 5, 3, 2, 2, 4}, z[] = {2, 9, 4, 4, 8, 1},
                    people[] = {3, 3, 1, 9, 2, 2};

static family make(const char *imputation) {
  static const family_node tree[] = {{.code = "index"},
                                     {.code = "x", .parent = "index", .x = x},
                                     {.code = "y", .parent = "index", .x = y},
                                     {.code = "z", .parent = "index", .x = z, .denominator = "people"},
                                     {.code = "people", .x = people, .weight = -1.0},
                                     {0}};
  const golden_step steps[] = {{INNO_STEP_DENOMINATE, ""},
                               {INNO_STEP_IMPUTE, imputation},
                               {INNO_STEP_TREAT, ""},
                               {INNO_STEP_NORMALIZE, ""},
                               {0, NULL}};
  return family_of(tree, 6, steps);
}

static void fail_once(const family *f) {
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, "node=index");
  faults turn = {0};
  while (faults_again(&turn)) {
    inno_analysis *out = NOT_AN_OBJECT;
    inno_status s = inno_analysis_create_trace(&turn.allocator, options, f->method, f->data, f->result, 5, &out, NULL);
    FAULTS_MADE(&turn, s, out);
    inno_analysis_destroy(out);
  }
  assert_true(turn.permitted > 10);
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
  faults turn = {0};
  while (faults_again(&turn)) {
    inno_analysis *out = NOT_AN_OBJECT;
    inno_status s = inno_analysis_create_trace(&turn.allocator, options, f.method, f.data, f.result, 0, &out, NULL);
    if (FAULTS_MADE(&turn, s, out)) assert_int_equal(inno_analysis_record_count(out, INNO_RECORD_TRACE_SOURCE), 2);
    inno_analysis_destroy(out);
  }
  inno_scheme_destroy(options);
  family_end(&f);
}

static void nothing_given(void **state) {
  (void)state;
  family f = make("rule=mean");
  inno_analysis *out;
  NOT_MADE(out, inno_analysis_create_trace(NULL, NULL, NULL, f.data, f.result, 0, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_trace(NULL, NULL, f.method, NULL, f.result, 0, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_trace(NULL, NULL, f.method, f.data, NULL, 0, &out, error), INNO_E_NULL);
  NULLED(inno_analysis_create_trace(NULL, NULL, f.method, f.data, f.result, 0, NULL, error));
  const inno_allocator none = {0};
  NOT_MADE(out, inno_analysis_create_trace(&none, NULL, f.method, f.data, f.result, 0, &out, error), INNO_E_ARGUMENT);
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(over_time),
      cmocka_unit_test(nothing_given),
  };
  return cmocka_run_group_tests(tests, make_error, end_error);
}
