/* Imputation over time by hand: each rule, ages, sources, series with one observation, units that are out. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "construct/impute_time.h"
#include "innoscore/keys.h"
#include "innoscore/result.h"

#define NA NAN
enum { PERIODS = 6, UNITS = 4, ROWS = PERIODS * UNITS };

/* Years with a gap between 2016 and 2020. Units: gaps inside; one observation; none; all but the ends. */
static const double years[PERIODS] = {2014, 2015, 2016, 2020, 2021, 2024};
static const double panel[ROWS] = {
    NA, NA,  NA, NA,  /* 2014 */
    10, NA,  NA, 1.5, /* 2015 */
    NA, NA,  NA, 3,   /* 2016 */
    NA, 7.5, NA, 4,   /* 2020 */
    16, NA,  NA, 9,   /* 2021 */
    NA, NA,  NA, NA,  /* 2024 */
};
static const inno__time_rule latest = {INNO_IMPUTE_LATEST, INFINITY, INT32_MAX};

static void check(const inno__time_rule *rule, const unsigned char *included, const double *want, const int *sources) {
  for (int in_place = 0; in_place < 2; in_place++) {
    double x[ROWS], y[ROWS], *out = in_place ? x : y;
    unsigned char marks[ROWS];
    int32_t from[ROWS], to[ROWS];
    memcpy(x, panel, sizeof x);
    memset(marks, 64, sizeof marks);
    inno__impute_time(x, years, PERIODS, UNITS, rule, included, out, marks, from, to);
    for (int i = 0; i < ROWS; i++) {
      if (!(out[i] == want[i] || (out[i] != out[i] && want[i] != want[i])))
        fail_msg("row %d: got %.17g, expected %.17g", i, out[i], want[i]);
      int filled = panel[i] != panel[i] && want[i] == want[i];
      assert_int_equal(marks[i], 64 + (filled ? INNO_MARK_IMPUTED : 0));
      if (!filled) assert_int_equal(from[i], -1);
      if (!filled) assert_int_equal(to[i], -1);
      if (filled && sources != NULL) assert_int_equal(from[i] * 10 + to[i], sources[i]);
    }
  }
}

static void latest_looks_back_only(void **state) {
  const double want[ROWS] = {NA, NA,  NA, NA, 10, NA,  NA, 1.5, 10, NA,  NA, 3,
                             10, 7.5, NA, 4,  16, 7.5, NA, 9,   16, 7.5, NA, 9};
  const int sources[ROWS] = {0, 0, 0, 0, 0, 0, 0, 0, 11, 0, 0, 0, 11, 0, 0, 0, 0, 33, 0, 0, 44, 33, 0, 44};
  (void)state;
  check(&latest, NULL, want, sources);
}

static void latest_forgets_what_is_too_old(void **state) {
  /* 2020 is 5 years after 2015, 2016 one; 2021 is 1 after 2020; 2024 is 3 after 2021 and 4 after 2020 */
  const double in_years[ROWS] = {NA, NA,  NA, NA, 10, NA,  NA, 1.5, 10, NA, NA, 3,
                                 NA, 7.5, NA, 4,  16, 7.5, NA, 9,   16, NA, NA, 9};
  const double in_periods[ROWS] = {NA, NA,  NA, NA, 10, NA,  NA, 1.5, 10, NA, NA, 3,
                                   NA, 7.5, NA, 4,  16, 7.5, NA, 9,   16, NA, NA, 9};
  const double nothing[ROWS] = {NA, NA,  NA, NA, 10, NA, NA, 1.5, NA, NA, NA, 3,
                                NA, 7.5, NA, 4,  16, NA, NA, 9,   NA, NA, NA, NA};
  (void)state;
  check(&(inno__time_rule){INNO_IMPUTE_LATEST, 3.0, INT32_MAX}, NULL, in_years, NULL);
  check(&(inno__time_rule){INNO_IMPUTE_LATEST, INFINITY, 1}, NULL, in_periods, NULL);
  check(&(inno__time_rule){INNO_IMPUTE_LATEST, 0.5, INT32_MAX}, NULL, nothing, NULL);
}

/* Unit 0: 10 in 2015, 16 in 2021: one a year. The ends take the nearest. */
static void linear_follows_the_line_and_not_the_periods(void **state) {
  const double want[ROWS] = {10, NA,  NA, 1.5, 10, NA, NA, 1.5, 11, NA, NA, 3,
                             15, 7.5, NA, 4,   16, NA, NA, 9,   16, NA, NA, 9};
  const int sources[ROWS] = {11, 0, 0, 11, 0, 0, 0, 0, 14, 0, 0, 0, 14, 0, 0, 0, 0, 0, 0, 0, 44, 0, 0, 44};
  const double both[ROWS] = {10, 7.5, NA, 1.5, 10, 7.5, NA, 1.5, 11, 7.5, NA, 3,
                             15, 7.5, NA, 4,   16, 7.5, NA, 9,   16, 7.5, NA, 9};
  const double near[ROWS] = {10, NA,  NA, 1.5, 10, NA, NA, 1.5, NA, NA, NA, 3,
                             NA, 7.5, NA, 4,   16, NA, NA, 9,   16, NA, NA, 9};
  (void)state;
  check(&(inno__time_rule){INNO_IMPUTE_LINEAR, INFINITY, INT32_MAX}, NULL, want, sources);
  check(&(inno__time_rule){INNO_IMPUTE_LINEAR_CONSTANT, INFINITY, INT32_MAX}, NULL, both, NULL);
  check(&(inno__time_rule){INNO_IMPUTE_LINEAR, 4.0, INT32_MAX}, NULL, near, NULL); /* both ends must be in reach */
}

static void constant_steps_and_reaches_back_to_the_first(void **state) {
  const double want[ROWS] = {10, 7.5, NA, 1.5, 10, 7.5, NA, 1.5, 10, 7.5, NA, 3,
                             10, 7.5, NA, 4,   16, 7.5, NA, 9,   16, 7.5, NA, 9};
  (void)state;
  check(&(inno__time_rule){INNO_IMPUTE_CONSTANT, INFINITY, INT32_MAX}, NULL, want, NULL);
}

/* Unit 0 is out in 2015 and in 2020: neither a source nor filled. */
static void a_row_that_is_out_neither_helps_nor_is_filled(void **state) {
  unsigned char included[ROWS];
  const double want[ROWS] = {NA, NA,  NA, NA, 10, NA,  NA, 1.5, NA, NA,  NA, 3,
                             NA, 7.5, NA, 4,  16, 7.5, NA, 9,   16, 7.5, NA, 9};
  (void)state;
  memset(included, 1, sizeof included);
  included[4] = included[12] = 0;
  check(&latest, included, want, NULL);
}

static void a_line_between_equal_or_huge_values_stays_between_them(void **state) {
  const double t[] = {0.0, 0.1, 1.0}, x[] = {0.1, NA, 0.1}, big[] = {-1.7e308, NA, 1.7e308};
  const inno__time_rule linear = {INNO_IMPUTE_LINEAR, INFINITY, INT32_MAX};
  double out[3];
  (void)state;
  inno__impute_time(x, t, 3, 1, &linear, NULL, out, NULL, NULL, NULL);
  assert_true(out[1] == 0.1);
  inno__impute_time(big, t, 3, 1, &linear, NULL, out, NULL, NULL, NULL);
  assert_true(fabs(out[1] / -1.36e308 - 1.0) < 1e-15);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(latest_looks_back_only),
      cmocka_unit_test(latest_forgets_what_is_too_old),
      cmocka_unit_test(linear_follows_the_line_and_not_the_periods),
      cmocka_unit_test(constant_steps_and_reaches_back_to_the_first),
      cmocka_unit_test(a_row_that_is_out_neither_helps_nor_is_filled),
      cmocka_unit_test(a_line_between_equal_or_huge_values_stays_between_them),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
