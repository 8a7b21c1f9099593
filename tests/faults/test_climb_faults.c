/* Climbing: every pointer NULL, every allocation failing once. */
#include "support/family.h"
#include "support/faults.h"
#include "support/refusal.h"

static const double x[] = {4, 1, 3, 7, 5, 6}, y[] = {1, 5, 3, 2, 2, 4}, z[] = {2, 9, 4, 4, 8, 1};
static const family_node tree[] = {FAMILY_XYZ(x, y, z), {0}};
static const golden_step steps[] = {{INNO_STEP_TREAT, ""}, {INNO_STEP_NORMALIZE, ""}, {0, NULL}};
static const double costs[] = {1, 2, 3}, caps[] = {9, 0, 20};

static void every_allocation_may_fail(void **state) {
  (void)state;
  family f = family_of(tree, 6, steps);
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, "looks=1;tries=50");
  faults turn = {0};
  while (faults_again(&turn)) {
    inno_analysis *out = NOT_AN_OBJECT;
    inno_status s = inno_analysis_create_climb(&turn.allocator, options, f.method, f.data, 1, INNO_GOAL_RANK, 2.0, -1,
                                               costs, sizeof(double), caps, sizeof(double), &out, NULL);
    FAULTS_MADE(&turn, s, out);
    inno_analysis_destroy(out);
  }
  assert_true(turn.permitted > 10);
  inno_scheme_destroy(options);
  family_end(&f);
}

static void nothing_given(void **state) {
  (void)state;
  family f = family_of(tree, 6, steps);
  inno_analysis *out;
  const inno_allocator empty = {0};
  const inno_method *m = f.method;
  const inno_dataset *d = f.data;
  NOT_MADE(out, inno_analysis_create_climb(NULL, NULL, NULL, d, 0, 1, 1.0, -1, NULL, 0, NULL, 0, &out, error),
           INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_climb(NULL, NULL, m, NULL, 0, 1, 1.0, -1, NULL, 0, NULL, 0, &out, error),
           INNO_E_NULL);
  NULLED(inno_analysis_create_climb(NULL, NULL, m, d, 0, 1, 1.0, -1, NULL, 0, NULL, 0, NULL, error));
  NOT_MADE(out, inno_analysis_create_climb(&empty, NULL, m, d, 0, 1, 1.0, -1, NULL, 0, NULL, 0, &out, error),
           INNO_E_ARGUMENT);
  inno_scheme *other = golden_scheme(INNO_STEP_AUDIT, "");
  NOT_MADE(out, inno_analysis_create_climb(NULL, other, m, d, 0, 1, 1.0, -1, NULL, 0, NULL, 0, &out, error),
           INNO_E_ARGUMENT);
  inno_scheme_destroy(other);
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
  return cmocka_run_group_tests(tests, make_error, end_error);
}
