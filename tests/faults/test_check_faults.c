/* The self-check: every pointer NULL, every allocation failing once. */
#include <math.h>

#include "support/family.h"
#include "support/faults.h"
#include "support/refusal.h"

/* A figure that is missing, one that slipped, one that is 0. */
static const double x[] = {4, 1, 3, 7, 5, 6, 2, 8, 3, 4}, y[] = {1, 5, 3, 2, NAN, 4, 2, 3000, 2, 4},
                    z[] = {2, 9, 4, 4, 8, 1, 3, 5, 0, 7}, v[] = {3, 3, 1, 9, 2, 2, 4, 5, 6, 3};
static const family_node tree[] = {{.code = "index"},
                                   {.code = "p", .parent = "index"},
                                   {.code = "x", .parent = "p", .x = x},
                                   {.code = "y", .parent = "p", .x = y, .direction = -1, .denominator = "people"},
                                   {.code = "z", .parent = "index", .x = z},
                                   {.code = "people", .parent = "", .x = v, .weight = -1.0},
                                   {0}};
static const golden_step per_head[] = {{INNO_STEP_DENOMINATE, ""}, {0, NULL}};

static void every_allocation_may_fail(void **state) {
  (void)state;
  family f = family_of(tree, 10, per_head);
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, "y.possible_upper=1000");
  faults turn = {0};
  while (faults_again(&turn)) {
    inno_analysis *out = NOT_AN_OBJECT;
    inno_status s = inno_analysis_create_check(&turn.allocator, options, f.method, f.data, f.data, -1, &out, NULL);
    if (FAULTS_MADE(&turn, s, out)) assert_true(inno_analysis_record_count(out, INNO_RECORD_FINDING) > 0);
    inno_analysis_destroy(out);
  }
  assert_true(turn.permitted > 10);
  inno_scheme_destroy(options);
  family_end(&f);
}

static void nothing_given(void **state) {
  (void)state;
  inno_analysis *out;
  const inno_allocator half = {0};
  family f = family_of(tree, 10, per_head);
  NOT_MADE(out, inno_analysis_create_check(NULL, NULL, NULL, f.data, NULL, -1, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_check(NULL, NULL, f.method, NULL, NULL, -1, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_check(&half, NULL, f.method, f.data, NULL, -1, &out, error), INNO_E_ARGUMENT);
  NULLED(inno_analysis_create_check(NULL, NULL, f.method, f.data, NULL, -1, NULL, error));
  inno_scheme *other = golden_scheme(INNO_STEP_NORMALIZE, "");
  NOT_MADE(out, inno_analysis_create_check(NULL, other, f.method, f.data, NULL, -1, &out, error), INNO_E_ARGUMENT);
  inno_scheme_destroy(other);
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(nothing_given),
  };
  return cmocka_run_group_tests(tests, make_error, end_error);
}
