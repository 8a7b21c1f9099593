/* The kernels that prepare data and read it at the end: denominate, screen, impute, rank. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "construct/denominate.h"
#include "construct/impute.h"
#include "construct/rank.h"
#include "construct/screen.h"
#include "innoscore/result.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"

static double work[4096];

static void check(const double *got, const double *want, int n) {
  for (int i = 0; i < n; i++)
    if (!(got[i] == want[i] || (got[i] != got[i] && want[i] != want[i])))
      fail_msg("place %d: got %.17g, expected %.17g", i, got[i], want[i]);
}

/* Every missing value has the one pattern. */
static void check_nan(const double *x, int n) {
  const double nan = inno__nan();
  for (int i = 0; i < n; i++)
    if (x[i] != x[i]) assert_memory_equal(&x[i], &nan, sizeof nan);
}

/* ---- denominate ---- */

static void a_denominator_divides_in_units_of_its_scale(void **state) {
  const double x[] = {6.0, 7.0}, d[] = {3000.0, 500.0}, want[] = {6.0 / (3000.0 / 1000.0), 7.0 / (500.0 / 1000.0)};
  double out[2];
  (void)state;
  inno__denominate(x, d, 1000.0, 2, out, NULL);
  check(out, want, 2);
}

static void a_value_without_a_denominator_is_missing_and_marked(void **state) {
  const double nan = inno__nan(), d[] = {nan, 0.0, -0.0, 2.0, nan, 0.0}, want[] = {nan, nan, nan, 2.0, nan, nan};
  const unsigned char zero = INNO_MARK_ZERO_DENOMINATOR,
                      marked[] = {64 | INNO_MARK_NO_DENOMINATOR, zero, zero, 0, 0, 0};
  double x[] = {1.0, 2.0, 0.0, 4.0, nan, nan};
  unsigned char marks[6] = {64, 0, 0, 0, 0, 0};
  (void)state;
  inno__denominate(x, d, 1.0, 6, x, marks);
  check(x, want, 6);
  check_nan(x, 6);
  assert_memory_equal(marks, marked, sizeof marks);
}

/* 5e-324 / 1000 is 0 as a double, but the denominator is not: nothing by something is 0, not missing without a mark. */
static void nothing_by_a_tiny_denominator_is_nothing(void **state) {
  const double x[] = {0.0, -0.0, 0.0}, d[] = {0x1p-1074, 0x1p-1074, -0x1p-1074}, want[] = {0.0, 0.0, 0.0};
  unsigned char marks[3] = {0}, none[3] = {0};
  double out[3];
  (void)state;
  inno__denominate(x, d, 1000.0, 3, out, marks);
  check(out, want, 3);
  assert_memory_equal(marks, none, sizeof marks);
}

/* ---- screen ---- */

static void counts_add_up_over_columns(void **state) {
  const double nan = inno__nan(), a[] = {1.0, 0.0, nan}, b[] = {-0.0, 2.0, nan};
  int32_t available[3] = {0}, zeros[3] = {0};
  (void)state;
  inno__screen_count(a, 3, available, zeros);
  inno__screen_count(b, 3, available, zeros);
  for (int i = 0; i < 3; i++) {
    assert_int_equal(available[i], i < 2 ? 2 : 0);
    assert_int_equal(zeros[i], i < 2 ? 1 : 0);
  }
  assert_true(inno__screen_coverage(3, 4) == 0.75);
  assert_true(inno__screen_nonzero(1, 4) == 0.75);
  double undefined = inno__screen_nonzero(0, 0);
  check_nan(&undefined, 1);
  assert_true(undefined != undefined);
}

static void a_unit_stays_at_the_threshold_itself(void **state) {
  inno__screen_rule rule = {INNO_SCREEN_COVERAGE, 2.0 / 3.0, 0.05};
  (void)state;
  assert_true(inno__screen_keep(&rule, 2, 0, 3, 0));
  assert_false(inno__screen_keep(&rule, 1, 0, 3, 0));
  rule.min_coverage = 0.9;
  assert_true(inno__screen_keep(&rule, 9, 9, 10, 0)); /* zeros do not matter here */
  rule.rule = INNO_SCREEN_NONZERO;
  assert_true(inno__screen_keep(&rule, 20, 19, 1000, 0)); /* nor does coverage here */
  assert_false(inno__screen_keep(&rule, 20, 20, 20, 0));
  rule.rule = INNO_SCREEN_BOTH;
  assert_true(inno__screen_keep(&rule, 9, 0, 10, 0));
  assert_false(inno__screen_keep(&rule, 8, 0, 10, 0));
  assert_false(inno__screen_keep(&rule, 10, 10, 10, 0));
}

static void a_unit_without_any_value_fails_both_tests(void **state) {
  inno__screen_rule rule = {INNO_SCREEN_NONZERO, 0.0, 0.0};
  (void)state;
  assert_false(inno__screen_keep(&rule, 0, 0, 10, 0)); /* COINr: NA, undecided */
  rule.rule = INNO_SCREEN_NONE;
  assert_true(inno__screen_keep(&rule, 0, 0, 10, 0));
}

static void force_wins(void **state) {
  inno__screen_rule rule = {INNO_SCREEN_BOTH, 1.0, 1.0};
  (void)state;
  assert_true(inno__screen_keep(&rule, 0, 0, 10, INNO_FORCE_INCLUDE));
  assert_false(inno__screen_keep(&rule, 10, 0, 10, INNO_FORCE_EXCLUDE));
  rule.rule = INNO_SCREEN_NONE;
  assert_false(inno__screen_keep(&rule, 10, 0, 10, INNO_FORCE_EXCLUDE));
}

/* ---- impute ---- */

static void a_column_takes_its_mean_or_median(void **state) {
  const double nan = inno__nan(), x[] = {1.0, nan, 2.0, 9.0, nan};
  const double mean[] = {1.0, 4.0, 2.0, 9.0, 4.0}, median[] = {1.0, 2.0, 2.0, 9.0, 2.0};
  double out[5];
  unsigned char marks[5] = {0};
  (void)state;
  inno__impute_column(x, 5, INNO_IMPUTE_MEAN, NULL, NULL, out, marks, work);
  check(out, mean, 5);
  for (int i = 0; i < 5; i++) assert_int_equal(marks[i], x[i] == x[i] ? 0 : INNO_MARK_IMPUTED);
  inno__impute_column(x, 5, INNO_IMPUTE_MEDIAN, NULL, NULL, out, NULL, work);
  check(out, median, 5);
}

static void an_empty_column_and_a_unit_that_is_out_stay_missing(void **state) {
  const double nan = inno__nan(), empty[] = {nan, nan}, x[] = {5.0, nan, nan}, want[] = {5.0, nan, 5.0};
  const unsigned char included[] = {1, 0, 1};
  double out[3];
  unsigned char marks[3] = {0};
  (void)state;
  inno__impute_column(empty, 2, INNO_IMPUTE_MEAN, NULL, NULL, out, marks, work);
  check(out, empty, 2);
  inno__impute_column(empty, 2, INNO_IMPUTE_MEDIAN, NULL, NULL, out, marks, work);
  check(out, empty, 2);
  assert_int_equal(marks[0] | marks[1], 0);
  inno__impute_column(x, 3, INNO_IMPUTE_MEAN, NULL, included, out, marks, work);
  check(out, want, 3);
  assert_int_equal(marks[1], 0);
  assert_int_equal(marks[2], INNO_MARK_IMPUTED);
}

static void groups_fill_their_own_and_nobody_else(void **state) {
  const double nan = inno__nan();
  const double x[] = {1.0, nan, 10.0, 2.0, nan, nan, nan, 6.0}, want[] = {1.0, 3.0, 10.0, 2.0, 10.0, nan, nan, 6.0};
  const double medians[] = {1.0, 2.0, 10.0, 2.0, 10.0, nan, nan, 6.0};
  const int32_t label[] = {0, 0, 1, 0, 1, 2, -1, 0}; /* group 2 has no data; one unit has no group */
  const inno__grouping grouping = {label, 3};
  double out[8];
  (void)state;
  inno__impute_column(x, 8, INNO_IMPUTE_GROUP_MEAN, &grouping, NULL, out, NULL, work);
  check(out, want, 8);
  check_nan(out, 8);
  inno__impute_column(x, 8, INNO_IMPUTE_GROUP_MEDIAN, &grouping, NULL, out, NULL, work);
  check(out, medians, 8);
}

/* An imputed unit must tie with those it was copied from: 0.1 + 0.1 + 0.1 divided by 3 is not 0.1. */
static void a_group_of_equal_values_gives_that_value(void **state) {
  (void)state;
  for (int equal = 1; equal <= 20; equal++) {
    double x[32], out[32];
    int32_t label[32];
    for (int i = 0; i <= equal; i++) {
      x[i] = i < equal ? 0.1 : inno__nan();
      label[i] = 0;
    }
    const inno__grouping grouping = {label, 1};
    inno__impute_column(x, equal + 1, INNO_IMPUTE_GROUP_MEAN, &grouping, NULL, out, NULL, work);
    assert_true(out[equal] == 0.1);
    inno__impute_column(x, equal + 1, INNO_IMPUTE_MEAN, NULL, NULL, out, NULL, work);
    assert_true(out[equal] == 0.1);
  }
}

/* By hand: a spans 0..10 upward, b (a bad) 0..4. The third unit lacks a and has b = 1, which is 0.75 of the way to the
 * best: a = 7.5. The fourth lacks b and has a = 5, halfway: b = 2. */
static void siblings_speak_for_each_other(void **state) {
  const double nan = inno__nan(), a[] = {0.0, 10.0, nan, 5.0, nan}, b[] = {4.0, 0.0, 1.0, nan, nan};
  const double constant[] = {3.0, 3.0, 3.0, nan, 3.0}, want_a[] = {0.0, 10.0, 7.5, 5.0, nan};
  const double want_b[] = {4.0, 0.0, 1.0, 2.0, nan};
  const double *columns[] = {a, b, constant};
  const int32_t directions[] = {1, -1, 1};
  unsigned char fill[] = {1, 1, 1}, marks_a[5] = {0};
  double out_a[5], out_b[5], out_c[5];
  double *outs[] = {out_a, out_b, out_c};
  unsigned char *marks[] = {marks_a, NULL, NULL};
  (void)state;
  inno__impute_siblings(columns, directions, fill, 3, 5, NULL, outs, marks, work);
  check(out_a, want_a, 5);
  check(out_b, want_b, 5);
  check(out_c, constant, 5); /* a constant column has no scale: it neither helps nor is filled */
  check_nan(out_a, 5);
  check_nan(out_b, 5);
  assert_int_equal(marks_a[2], INNO_MARK_IMPUTED);
  assert_int_equal(marks_a[4], 0);

  double untouched[5] = {7.0, 7.0, 7.0, 7.0, 7.0};
  const double sevens[5] = {7.0, 7.0, 7.0, 7.0, 7.0};
  const unsigned char included[] = {1, 1, 0, 1, 1};
  outs[1] = untouched;
  fill[1] = 0;
  inno__impute_siblings(columns, directions, fill, 3, 5, included, outs, NULL, work);
  check(untouched, sevens, 5);
  assert_true(out_a[2] != out_a[2]); /* unit 3 is out */
}

/* ---- rank ---- */

static void the_highest_is_first_and_the_missing_have_no_rank(void **state) {
  static const struct {
    int32_t ties;
    double want[6];
  } cases[] = {{INNO_TIES_COMPETITION, {4, 2, 0, 2, 1, 5}},
               {INNO_TIES_MODIFIED, {4, 3, 0, 3, 1, 5}},
               {INNO_TIES_DENSE, {3, 2, 0, 2, 1, 4}},
               {INNO_TIES_FRACTIONAL, {4, 2.5, 0, 2.5, 1, 5}}};
  const double x[] = {1.0, 5.0, inno__nan(), 5.0, 9.0, -3.0};
  (void)state;
  for (int k = 0; k < 4; k++) {
    double out[6], want[6];
    memcpy(want, cases[k].want, sizeof want);
    want[2] = inno__nan();
    inno__rank_units(x, 6, cases[k].ties, NULL, out, work);
    check(out, want, 6);
  }
}

static void groups_rank_their_own(void **state) {
  const double nan = inno__nan(), x[] = {1.0, 5.0, 2.0, 5.0, nan, 9.0, 0.0};
  const double want[] = {2.0, 1.0, 1.0, 1.0, nan, nan, 3.0};
  const int32_t label[] = {1, 0, 1, 0, 0, -1, 1};
  const inno__grouping grouping = {label, 3}, none = {label, 0};
  double out[7];
  (void)state;
  inno__rank_units(x, 7, INNO_TIES_COMPETITION, &grouping, out, work);
  check(out, want, 7);
  check_nan(out, 7);
  inno__rank_units(x, 0, INNO_TIES_COMPETITION, &none, out, work);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_denominator_divides_in_units_of_its_scale),
      cmocka_unit_test(a_value_without_a_denominator_is_missing_and_marked),
      cmocka_unit_test(nothing_by_a_tiny_denominator_is_nothing),
      cmocka_unit_test(counts_add_up_over_columns),
      cmocka_unit_test(a_unit_stays_at_the_threshold_itself),
      cmocka_unit_test(a_unit_without_any_value_fails_both_tests),
      cmocka_unit_test(force_wins),
      cmocka_unit_test(a_column_takes_its_mean_or_median),
      cmocka_unit_test(an_empty_column_and_a_unit_that_is_out_stay_missing),
      cmocka_unit_test(groups_fill_their_own_and_nobody_else),
      cmocka_unit_test(a_group_of_equal_values_gives_that_value),
      cmocka_unit_test(siblings_speak_for_each_other),
      cmocka_unit_test(the_highest_is_first_and_the_missing_have_no_rank),
      cmocka_unit_test(groups_rank_their_own),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
