/* The flat tier: checking, denomination, screening, imputation; values by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"

#define NONE INT32_MIN
#define SAME(out, ...)                                                                        \
  do {                                                                                        \
    const double expected_[] = {__VA_ARGS__};                                                 \
    for (size_t i_ = 0; i_ < sizeof expected_ / sizeof *expected_; i_++) {                    \
      int equal_ = (out)[i_] == expected_[i_] || (isnan((out)[i_]) && isnan(expected_[i_]));  \
      if (!equal_) fail_msg("place %d: %.17g, not %.17g", (int)i_, (out)[i_], expected_[i_]); \
    }                                                                                         \
  } while (0)

static void check_names_what_is_wrong(void **state) {
  (void)state;
  const double x[] = {1, NAN, 2};
  assert_int_equal(inno_flat_check(x, 3), INNO_OK);
  assert_int_equal(inno_flat_check(x, 2), INNO_E_CONSTANT);
  assert_int_equal(inno_flat_check(x + 1, 1), INNO_E_NODATA);
}

static void denomination(void **state) {
  (void)state;
  const double x[] = {6, 8, 3, NAN, 5, 0}, d[] = {2, 4, 0, 1, NAN, 5};
  double out[6];
  assert_int_equal(inno_flat_denominate(x, d, 6, NAN, out), INNO_OK);
  SAME(out, 3, 2, NAN, NAN, NAN, 0);
  assert_int_equal(inno_flat_denominate(x, d, 6, 10, out), INNO_OK);
  SAME(out, 6 / (2 / 10.0), 8 / (4 / 10.0), NAN, NAN, NAN, 0);
  const double bad[] = {0, -1, INFINITY};
  for (int k = 0; k < 3; k++) {
    assert_int_equal(inno_flat_denominate(x, d, 6, bad[k], out), INNO_E_VALUE);
    SAME(out, NAN, NAN, NAN, NAN, NAN, NAN);
  }
  assert_int_equal(inno_flat_denominate(x, NULL, 6, NAN, out), INNO_E_NULL);
  assert_int_equal(inno_flat_denominate(x, (const double[]){1, 1, 1, 1, 1, INFINITY}, 6, NAN, out), INNO_E_INFINITE);
  SAME(out, NAN, NAN, NAN, NAN, NAN, NAN);
}

static void shares_of_a_unit(void **state) {
  (void)state;
  const double row[] = {1, 0, NAN, 0, 5};
  assert_true(inno_flat_coverage(row, 5) == 1.0 - 1.0 / 5.0);
  assert_true(inno_flat_nonzero(row, 5) == 0.5);
  assert_true(inno_flat_coverage(row + 2, 1) == 0.0);
  assert_true(isnan(inno_flat_nonzero(row + 2, 1)));
}

/* unit 1 complete, 2 one value missing, 3 all zero, 4 empty */
static const double by_row[] = {1, 2, 3, 4, NAN, 5, 0, 0, 0, NAN, NAN, NAN};
static const double by_column[] = {1, 4, 0, NAN, 2, NAN, 0, NAN, 3, 5, 0, NAN};

static void screening(void **state) {
  (void)state;
  double out[4], again[4];
  assert_int_equal(inno_flat_screen(by_row, 4, 3, 0, NULL, NONE, NAN, NAN, out), INNO_OK);
  SAME(out, 1, 1, 1, 0); /* 2/3 is met */
  assert_int_equal(inno_flat_screen(by_column, 4, 3, 1, NULL, NONE, NAN, NAN, again), INNO_OK);
  assert_memory_equal(out, again, sizeof out);
  assert_int_equal(inno_flat_screen(by_row, 4, 3, 0, NULL, INNO_SCREEN_COVERAGE, 0.7, NAN, out), INNO_OK);
  SAME(out, 1, 0, 1, 0);
  assert_int_equal(inno_flat_screen(by_row, 4, 3, 0, NULL, INNO_SCREEN_NONZERO, NAN, NAN, out), INNO_OK);
  SAME(out, 1, 1, 0, 0);
  assert_int_equal(inno_flat_screen(by_row, 4, 3, 0, NULL, INNO_SCREEN_BOTH, 1, 0.5, out), INNO_OK);
  SAME(out, 1, 0, 0, 0);
  const double forced[] = {INNO_FORCE_EXCLUDE, NAN, 0, INNO_FORCE_INCLUDE};
  assert_int_equal(inno_flat_screen(by_row, 4, 3, 0, forced, NONE, NAN, NAN, out), INNO_OK);
  SAME(out, 0, 1, 1, 1);
  assert_int_equal(inno_flat_screen(by_row, 4, 3, 0, forced, INNO_SCREEN_NONE, NAN, NAN, out), INNO_OK);
  SAME(out, 0, 1, 1, 1);
}

static void screening_refuses(void **state) {
  (void)state;
  double out[4];
  assert_int_equal(inno_flat_screen(by_row, 4, 3, 2, NULL, NONE, NAN, NAN, out), INNO_E_ARGUMENT);
  SAME(out, NAN, NAN, NAN, NAN);
  assert_int_equal(inno_flat_screen(by_row, 4, 3, 0, NULL, 77, NAN, NAN, out), INNO_E_RULE);
  assert_int_equal(inno_flat_screen(by_row, 4, 3, 0, NULL, NONE, 1.1, NAN, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_screen(by_row, 4, 3, 0, NULL, NONE, -0.1, NAN, out), INNO_E_VALUE);
  /* min_nonzero is not read by coverage, nor anything by none */
  assert_int_equal(inno_flat_screen(by_row, 4, 3, 0, NULL, INNO_SCREEN_COVERAGE, NAN, 0.1, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_screen(by_row, 4, 3, 0, NULL, INNO_SCREEN_NONE, 0.5, NAN, out), INNO_E_VALUE);
  assert_int_equal(inno_flat_screen(by_row, 4, 3, 0, by_row, NONE, NAN, NAN, out), INNO_E_RULE);
  assert_int_equal(inno_flat_screen(by_row, 4, 0, 0, NULL, NONE, NAN, NAN, out), INNO_E_NODATA);
  assert_int_equal(inno_flat_screen(NULL, 0, 3, 0, NULL, NONE, NAN, NAN, NULL), INNO_OK);
}

static void imputation_of_a_column(void **state) {
  (void)state;
  const double x[] = {1, NAN, 4, 10, NAN, 5}, group[] = {7, 7, 7, -2.5, -2.5, NAN};
  double out[6];
  assert_int_equal(inno_flat_impute_mean(x, 6, out), INNO_OK);
  SAME(out, 1, 5, 4, 10, 5, 5);
  assert_int_equal(inno_flat_impute_median(x, 6, out), INNO_OK);
  SAME(out, 1, 4.5, 4, 10, 4.5, 5);
  assert_int_equal(inno_flat_impute_group_mean(x, group, 6, out), INNO_OK);
  SAME(out, 1, 2.5, 4, 10, 10, 5);
  const double y[] = {NAN, 3, 8, 9, NAN, NAN}, lone[] = {0, -0.0, 0, 0, 1, NAN};
  assert_int_equal(inno_flat_impute_group_median(y, lone, 6, out), INNO_OK);
  SAME(out, 8, 3, 8, 9, NAN, NAN); /* a group without values, and no group, have no source */
  assert_int_equal(inno_flat_impute_group_mean(x, NULL, 6, out), INNO_E_NULL);
  SAME(out, NAN, NAN, NAN, NAN, NAN, NAN);
  assert_int_equal(inno_flat_impute_group_mean(x, (const double[]){1, 1, 1, 1, 1, INFINITY}, 6, out), INNO_E_INFINITE);
}

static void imputation_from_siblings(void **state) {
  (void)state;
  /* columns: 0..10, less is better 100..200, and one with a gap */
  const double rows[] = {0, 200, 1, 10, 100, 3, 5, 175, NAN}, columns[] = {0, 10, 5, 200, 100, 175, 1, 3, NAN};
  const double directions[] = {1, -1, NAN};
  double out[9], again[9];
  assert_int_equal(inno_flat_impute_siblings(rows, 3, 3, 0, directions, out), INNO_OK);
  /* (0.5 + 0.25) / 2 of the way from 1 to 3 */
  SAME(out, 0, 200, 1, 10, 100, 3, 5, 175, 1.75);
  assert_int_equal(inno_flat_impute_siblings(columns, 3, 3, 1, directions, again), INNO_OK);
  SAME(again, 0, 10, 5, 200, 100, 175, 1, 3, 1.75);
  assert_int_equal(inno_flat_impute_siblings(rows, 3, 3, 0, NULL, out), INNO_OK);
  SAME(out, 0, 200, 1, 10, 100, 3, 5, 175, 2.25);
  memcpy(again, rows, sizeof rows);
  assert_int_equal(inno_flat_impute_siblings(again, 3, 3, 0, NULL, again), INNO_OK);
  assert_memory_equal(out, again, sizeof out);
  assert_int_equal(inno_flat_impute_siblings(rows, 3, 3, 0, (const double[]){1, 2, 1}, out), INNO_E_ARGUMENT);
  SAME(out, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN);
  assert_int_equal(inno_flat_impute_siblings(rows, 3, 3, NONE, NULL, out), INNO_E_ARGUMENT);
}

/* Products of sizes are looked at before any memory is. */
static void large_matrices_are_refused(void **state) {
  (void)state;
  double out[1] = {5};
  const double x[1] = {1};
  assert_int_equal(inno_flat_impute_siblings(x, 100000000, 100000, 0, NULL, out), INNO_E_SIZE);
  assert_int_equal(inno_flat_impute_siblings(x, 65536, 65536, 1, NULL, out), INNO_E_SIZE);
  assert_int_equal(inno_flat_impute_siblings(x, 1, 100001, 1, NULL, out), INNO_E_SIZE);
  assert_int_equal(inno_flat_impute_siblings(x, 1, -1, 1, NULL, out), INNO_E_ARGUMENT);
  assert_int_equal(inno_flat_screen(x, 46341, 46341, 0, NULL, NONE, NAN, NAN, out), INNO_E_SIZE);
  assert_true(out[0] == 5);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(check_names_what_is_wrong), cmocka_unit_test(denomination),
      cmocka_unit_test(shares_of_a_unit),          cmocka_unit_test(screening),
      cmocka_unit_test(screening_refuses),         cmocka_unit_test(imputation_of_a_column),
      cmocka_unit_test(imputation_from_siblings),  cmocka_unit_test(large_matrices_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
