/* Imputation from siblings and from other units: small cases by hand, ties, groups, refusals and their sentences. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "construct/impute_donor.h"
#include "construct/impute_em.h"
#include "construct/impute_regression.h"
#include "innoscore/innoscore.h"
#include "numeric/em.h"
#include "numeric/missing.h"

enum { MOST = 8 };
#define NA NAN

static double work[4096];
static const inno__site nowhere;
static unsigned char all[MOST] = {1, 1, 1, 1, 1, 1, 1, 1};
static double out_cells[MOST][16];
static unsigned char mark_cells[MOST][16];
static int64_t source_cells[MOST][16];
static double *outs[MOST];
static unsigned char *marks[MOST];
static int64_t *sources[MOST];
static const char *const codes[MOST] = {"patents", "papers", "startups", "grants", "e", "f", "g", "h"};

static inno__family family(const double *const *x, int32_t k, int64_t n) {
  for (int c = 0; c < k; c++) {
    outs[c] = out_cells[c];
    marks[c] = mark_cells[c];
    sources[c] = source_cells[c];
    memset(mark_cells[c], 0, sizeof mark_cells[c]);
  }
  return (inno__family){
      .x = x, .k = k, .n = n, .fill = all, .out = outs, .marks = marks, .source = sources, .codes = codes};
}

static void check(const double *got, const double *want, int n, double tolerance) {
  for (int i = 0; i < n; i++) {
    if (got[i] != got[i] && want[i] != want[i]) continue;
    if (!(fabs(got[i] - want[i]) <= tolerance)) fail_msg("place %d: got %.17g, expected %.17g", i, got[i], want[i]);
  }
}

/* An error object and a site with unit codes. */
static inno_error *error;
static inno__names *units;
static inno__site site;

static int setup(void **state) {
  (void)state;
  inno_allocator a;
  char code[] = "U0";
  inno__allocator_resolve(NULL, &a);
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  assert_int_equal(inno__names_create(&a, &units), INNO_OK);
  for (int i = 0; i < 10; i++) {
    code[1] = (char)('0' + i);
    assert_true(inno__names_add(units, code) >= 0);
  }
  site = (inno__site){error, "output", units};
  return 0;
}

static int teardown(void **state) {
  (void)state;
  inno_error_destroy(error);
  inno__names_destroy(units);
  return 0;
}

static void says(const char *words) {
  if (strstr(inno_error_message(error), words) == NULL) fail_msg("no '%s' in: %s", words, inno_error_message(error));
}

/* ---- EM ---- */

/* Where one column is complete, the maximum is known in closed form (Anderson 1957): the regression of y on x over the
 * pairs. Pairs (0,1) (2,3) (4,8): slope 7/4, through (2,4). x = 6 and 8 give y = 11 and 14.5. */
static void em_with_one_complete_column_is_the_regression_of_the_pairs(void **state) {
  const double x[] = {0.0, 2.0, 4.0, 6.0, 8.0}, y[] = {1.0, 3.0, 8.0, NA, NA}, want[] = {1.0, 3.0, 8.0, 11.0, 14.5};
  const double *columns[] = {x, y};
  inno__family f = family(columns, 2, 5);
  inno__em_progress p = {0};
  (void)state;
  assert_true(inno__impute_em_work_size(2, 5) <= sizeof work);
  assert_int_equal(inno__impute_em_start(&f, 0.0, work, &nowhere), INNO_OK);
  for (int i = 0; i < 500 && !p.converged; i++)
    assert_int_equal(inno__impute_em_step(&f, 1e-15, work, &p, &nowhere), INNO_OK);
  assert_true(p.converged);
  assert_true(p.change <= 1e-15);
  assert_int_equal(inno__impute_em_fill(&f, work, &nowhere), INNO_OK);
  check(outs[0], x, 5, 0.0);
  check(outs[1], want, 5, 1e-13);
  for (int i = 0; i < 5; i++) assert_int_equal(marks[1][i], i >= 3 ? INNO_MARK_IMPUTED : 0);
}

/* Deviations -2 -1 0 1 2 and -3 -1 1 3 0: variances 10/5 and 20/5, covariance 10/5. */
static void em_of_a_complete_table_is_its_mean_and_covariance(void **state) {
  const double x[] = {1.0, 2.0, 3.0, 4.0, 5.0}, y[] = {2.0, 4.0, 6.0, 8.0, 5.0};
  const double *columns[] = {x, y};
  double mean[2], covariance[4];
  const double want_mean[] = {3.0, 5.0}, want[] = {2.0, 2.0, 2.0, 4.0};
  int32_t before;
  inno__em em;
  (void)state;
  assert_true(inno__em_work_size(2, 5) <= sizeof work);
  assert_int_equal(inno__em_start(&em, columns, 2, 5, NULL, 0.0, work), -1);
  assert_int_equal(inno__em_step(&em, columns, &before), -1);
  inno__em_estimates(&em, mean, covariance);
  check(mean, want_mean, 2, 1e-15);
  check(covariance, want, 4, 4e-15);
  assert_int_equal(inno__em_step(&em, columns, &before), -1);
  assert_true(em.change < 1e-14); /* nothing is left to do */
  /* -n/2 (k ln 2 pi + ln det + k): det = 4 */
  assert_true(fabs(em.objective + 2.5 * (2.0 * log(2.0 * 3.14159265358979323846) + log(4.0) + 2.0)) < 1e-13);
}

static void em_leaves_alone_who_has_nothing_who_is_out_and_what_is_not_asked_for(void **state) {
  const double x[] = {0.0, 2.0, 4.0, 6.0, NA, 8.0}, y[] = {1.0, 3.0, 8.0, NA, NA, NA};
  const double want[] = {1.0, 3.0, 8.0, 11.0, NA, NA}, untouched[] = {7.0, 7.0};
  const unsigned char included[] = {1, 1, 1, 1, 1, 0}, only_y[] = {0, 1};
  const double *columns[] = {x, y};
  inno__family f = family(columns, 2, 6);
  inno__em_progress p = {0};
  (void)state;
  f.included = included;
  f.fill = only_y;
  outs[0][0] = outs[0][1] = 7.0;
  assert_int_equal(inno__impute_em_start(&f, 0.0, work, &nowhere), INNO_OK);
  for (int i = 0; i < 500 && !p.converged; i++)
    assert_int_equal(inno__impute_em_step(&f, 1e-15, work, &p, &nowhere), INNO_OK);
  assert_int_equal(inno__impute_em_fill(&f, work, &nowhere), INNO_OK);
  check(outs[1], want, 6, 1e-13);
  check(outs[0], untouched, 2, 0.0);
  assert_int_equal(marks[1][3], INNO_MARK_IMPUTED);
  assert_int_equal(marks[1][4] | marks[1][5], 0);
}

static void em_refuses_what_it_cannot_learn_from(void **state) {
  const double x[] = {1.0, 2.0, 3.0, 5.0, 4.0}, twice[] = {2.0, 4.0, 6.0, 10.0, NA},
               other[] = {5.0, 1.0, 2.0, 7.0, 3.0};
  const double constant[] = {4.0, NA, 4.0, 4.0, 4.0}, empty[] = {NA, NA, NA, NA, NA};
  const double *singular[] = {x, other, twice}, *flat[] = {x, constant}, *nothing[] = {empty, x};
  inno__em_progress p;
  (void)state;
  inno__family f = family(flat, 2, 5);
  assert_int_equal(inno__impute_em_start(&f, 0.0, work, &site), INNO_E_DOMAIN);
  says("'output': 'papers' has no two different values");
  f = family(nothing, 2, 5);
  assert_int_equal(inno__impute_em_start(&f, 0.0, work, &site), INNO_E_DOMAIN);
  says("'patents' has no two different values");
  f = family(singular, 3, 5);
  inno_status s = inno__impute_em_start(&f, 0.0, work, &site);
  for (int i = 0; i < 1000 && s == INNO_OK; i++) s = inno__impute_em_step(&f, 0.0, work, &p, &site);
  assert_int_equal(s, INNO_E_DOMAIN);
  says("'startups' follows from 'patents', 'papers'");
  says("ridge");
  assert_string_equal(inno_error_node(error), "output");
  /* the cure works */
  p.converged = 0;
  assert_int_equal(inno__impute_em_start(&f, 0.01, work, &site), INNO_OK);
  for (int i = 0; i < 1000 && !p.converged; i++)
    assert_int_equal(inno__impute_em_step(&f, 1e-12, work, &p, &site), INNO_OK);
  assert_true(p.converged);
  assert_int_equal(inno__impute_em_fill(&f, work, &site), INNO_OK);
  assert_true(outs[2][4] > 7.0 && outs[2][4] < 8.5); /* near 8, drawn to the mean by the ridge */
}

/* More columns than units: the covariance cannot have an inverse. */
static void em_refuses_more_columns_than_units(void **state) {
  const double a[] = {1.0, 2.0, 4.0}, b[] = {3.0, 1.0, 2.0}, c[] = {0.0, 5.0, 1.0};
  const double *columns[] = {a, b, c};
  inno__em_progress p;
  (void)state;
  inno__family f = family(columns, 3, 3);
  assert_int_equal(inno__impute_em_start(&f, 0.0, work, &site), INNO_OK);
  assert_int_equal(inno__impute_em_step(&f, 0.0, work, &p, &site), INNO_OK);
  assert_int_equal(inno__impute_em_step(&f, 0.0, work, &p, &site), INNO_E_DOMAIN);
  says("'startups' follows from 'patents', 'papers'");
}

/* The objective of an earlier iteration is put too high: the next one must be caught falling. */
static void em_notices_a_likelihood_that_falls(void **state) {
  const double x[] = {0.0, 2.0, 4.0, 6.0, 8.0}, y[] = {1.0, 3.0, 8.0, NA, NA};
  const double *columns[] = {x, y};
  inno__family f = family(columns, 2, 5);
  inno__em_progress p;
  (void)state;
  assert_int_equal(inno__impute_em_start(&f, 0.0, work, &site), INNO_OK);
  assert_int_equal(inno__impute_em_step(&f, 0.0, work, &p, &site), INNO_OK);
  ((inno__em *)(void *)work)->objective += 10.0;
  assert_int_equal(inno__impute_em_step(&f, 0.0, work, &p, &site), INNO_E_DOMAIN);
  says("fell by");
  says("iteration 2");
}

/* Units of measure do not matter, nor the order of units beyond rounding. */
static void em_does_not_depend_on_units_of_measure(void **state) {
  const double x[] = {0.0, 2.0, 4.0, NA, 8.0, 3.0}, y[] = {1.0, 3.0, 8.0, 5.0, NA, NA};
  double big[6], small[6], first[6];
  const double *columns[] = {x, y}, *scaled[] = {big, small};
  (void)state;
  for (int i = 0; i < 6; i++) big[i] = x[i] * 0x1p400, small[i] = y[i] * 0x1p-400;
  for (int pass = 0; pass < 2; pass++) {
    inno__em_progress p;
    inno__family f = family(pass ? scaled : columns, 2, 6);
    assert_int_equal(inno__impute_em_start(&f, 0.0, work, &nowhere), INNO_OK);
    for (int i = 0; i < 20; i++) assert_int_equal(inno__impute_em_step(&f, 0.0, work, &p, &nowhere), INNO_OK);
    assert_int_equal(inno__impute_em_fill(&f, work, &nowhere), INNO_OK);
    if (pass == 0) memcpy(first, outs[1], sizeof first);
  }
  for (int i = 0; i < 6; i++) assert_true(outs[1][i] == first[i] * 0x1p-400); /* powers of two: to the bit */
}

/* ---- regression ---- */

/* All patterns, one after the other. */
static inno_status regress(const inno__family *f, int32_t too_few, void *scratch, const inno__site *where) {
  int64_t place = 0;
  int done = 0;
  inno_status s = INNO_OK;
  inno__impute_regression_start(f, scratch);
  while (!done && s == INNO_OK) s = inno__impute_regression_step(f, too_few, &place, &done, scratch, where);
  return s;
}

/* y = 2 x + 1 exactly among the pairs; the unit without y has x = 10: 21. The one without x has y = 4, and x on y is
 * (y - 1) / 2 = 1.5. */
static void regression_finds_an_exact_line(void **state) {
  const double x[] = {0.0, 1.0, 2.0, 5.0, 10.0, NA, NA}, y[] = {1.0, 3.0, 5.0, 11.0, NA, 4.0, NA};
  const double want_x[] = {0.0, 1.0, 2.0, 5.0, 10.0, 1.5, NA}, want_y[] = {1.0, 3.0, 5.0, 11.0, 21.0, 4.0, NA};
  const double *columns[] = {x, y};
  inno__family f = family(columns, 2, 7);
  (void)state;
  assert_true(inno__impute_regression_work_size(2, 7) <= sizeof work);
  assert_int_equal(regress(&f, INNO_TOO_FEW_REFUSE, work, &nowhere), INNO_OK);
  check(outs[0], want_x, 7, 1e-15);
  check(outs[1], want_y, 7, 4e-15);
  assert_int_equal(marks[1][4], INNO_MARK_IMPUTED);
  assert_int_equal(marks[0][6] | marks[1][6], 0);
}

static void regression_needs_two_units_more_than_predictors(void **state) {
  const double x[] = {0.0, 1.0, 3.0, 7.0}, y[] = {1.0, 3.0, NA, NA}, z[] = {1.0, 1.0, 5.0, 2.0};
  const double *columns[] = {x, y, z};
  inno__family f = family(columns, 3, 4);
  (void)state;
  assert_int_equal(regress(&f, INNO_TOO_FEW_REFUSE, work, &site), INNO_E_DOMAIN);
  says("'papers' of unit 'U2': only 2 units have it and 'patents', 'startups', the regression needs 4");
  assert_string_equal(inno_error_node(error), "output");
  assert_string_equal(inno_error_unit(error), "U2");
  f = family(columns, 3, 4);
  assert_int_equal(regress(&f, INNO_TOO_FEW_SKIP, work, &site), INNO_OK);
  check(outs[1], y, 4, 0.0);
  assert_int_equal(marks[1][2] | marks[1][3], 0);
}

static void regression_refuses_constant_and_collinear_predictors(void **state) {
  const double x[] = {0.1, 0.1, 0.1, 0.7}, y[] = {1.0, 3.0, 2.0, NA};
  const double a[] = {1.0, 2.0, 3.0, 5.0, 4.0}, b[] = {3.0, 5.0, 7.0, 11.0, 9.0}, c[] = {1.0, 4.0, 2.0, 3.0, NA};
  const double *constant[] = {x, y}, *collinear[] = {a, b, c};
  (void)state;
  inno__family f = family(constant, 2, 4);
  assert_int_equal(regress(&f, INNO_TOO_FEW_REFUSE, work, &site), INNO_E_DOMAIN);
  says("'papers' of unit 'U3': among the 3 units of its regression 'patents' is constant");
  f = family(collinear, 3, 5);
  assert_int_equal(regress(&f, INNO_TOO_FEW_REFUSE, work, &site), INNO_E_DOMAIN);
  says("among the 4 units of its regression 'papers' is constant or follows");
  f = family(collinear, 3, 5);
  assert_int_equal(regress(&f, INNO_TOO_FEW_SKIP, work, &site), INNO_OK);
  check(outs[2], c, 5, 0.0);
}

/* ---- donors ---- */

static void run_donor(const inno__family *f, const inno__donor_rule *rule) {
  assert_true(inno__impute_donor_work_size(f->k, f->n, rule) <= sizeof work);
  inno__impute_donor_start(f, rule, work);
  inno__impute_donor_units(f, rule, 0, f->n, work);
}

/* Ranges 10 and 10. From unit 2 (5, ?): distances 0.5, 0.5, -, 0.1, 0.2 in the first column. */
static void neighbors_come_nearest_first_and_ties_in_the_order_of_the_units(void **state) {
  const double a[] = {0.0, 10.0, 5.0, 6.0, 3.0}, b[] = {0.0, 10.0, NA, 4.0, 7.0};
  const double *columns[] = {a, b};
  const double one[] = {0.0, 10.0, 4.0, 4.0, 7.0}, two[] = {0.0, 10.0, 5.5, 4.0, 7.0};
  const double three[] = {0.0, 10.0, 11.0 / 3.0, 4.0, 7.0}, many[] = {0.0, 10.0, 5.25, 4.0, 7.0};
  const double weighted[] = {0.0, 10.0, 5.0, 4.0, 7.0}; /* (4 + 7/2) / (1 + 1/2) */
  inno__family f = family(columns, 2, 5);
  (void)state;
  run_donor(&f, &(inno__donor_rule){INNO_IMPUTE_NEAREST, 1, 0, 1, NULL});
  check(outs[1], one, 5, 0.0);
  assert_int_equal(sources[1][2], 3);
  assert_int_equal(sources[1][0], -1);
  assert_int_equal(marks[1][2], INNO_MARK_IMPUTED);
  run_donor(&f, &(inno__donor_rule){INNO_IMPUTE_NEAREST, 2, 0, 1, NULL});
  check(outs[1], two, 5, 0.0);
  run_donor(&f, &(inno__donor_rule){INNO_IMPUTE_NEAREST, 3, 0, 1, NULL}); /* unit 0 before unit 1 */
  check(outs[1], three, 5, 1e-15);
  run_donor(&f, &(inno__donor_rule){INNO_IMPUTE_NEAREST, 50, 0, 1, NULL}); /* as many as there are */
  check(outs[1], many, 5, 1e-15);
  run_donor(&f, &(inno__donor_rule){INNO_IMPUTE_NEAREST, 2, 1, 1, NULL});
  check(outs[1], weighted, 5, 1e-15);
}

/* A twin at distance 0 counts alone when weighted; an overlap that is too small, or only through a constant, is none.
 */
static void twins_overlap_and_constants(void **state) {
  const double a[] = {1.0, 1.0, 1.5, 9.0, NA}, b[] = {NA, 6.0, 8.0, 2.0, NA}, c[] = {5.0, 5.0, 5.0, 5.0, 5.0};
  const double *columns[] = {a, b, c};
  const double twin[] = {6.0, 6.0, 8.0, 2.0, NA}, none[] = {NA, 6.0, 8.0, 2.0, NA};
  inno__family f = family(columns, 3, 5);
  (void)state;
  run_donor(&f, &(inno__donor_rule){INNO_IMPUTE_NEAREST, 3, 1, 1, NULL});
  check(outs[1], twin, 5, 0.0);
  f = family(columns, 3, 5);
  run_donor(&f, &(inno__donor_rule){INNO_IMPUTE_NEAREST, 3, 1, 2, NULL});
  check(outs[1], none, 5, 0.0);
  assert_int_equal(marks[1][0], 0);
  assert_int_equal(sources[1][0], -1);
}

static void equal_neighbors_give_their_value_exactly(void **state) {
  const double a[] = {0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0}, b[] = {0.1, 0.1, 0.1, 0.1, NA, 0.1, 0.1, 0.1};
  const double *columns[] = {a, b};
  (void)state;
  for (int k = 1; k < 8; k++)
    for (int weighted = 0; weighted < 2; weighted++) {
      inno__family f = family(columns, 2, 8);
      run_donor(&f, &(inno__donor_rule){INNO_IMPUTE_NEAREST, k, weighted, 1, NULL});
      assert_true(outs[1][4] == 0.1);
    }
}

/* Group 0: units 0 1 2 5, group 1: units 3 4, no group: unit 6. Complete: 0, 5; 3. */
static void hot_deck_takes_all_from_one_complete_unit_of_the_group(void **state) {
  const double a[] = {0.0, 4.0, 9.0, 1.0, 0.9, 10.0, 9.5}, b[] = {1.0, NA, 5.0, 2.0, NA, 3.0, NA};
  const double c[] = {7.0, NA, NA, 8.0, NA, 6.0, NA};
  const double *columns[] = {a, b, c};
  const int32_t label[] = {0, 0, 0, 1, 1, 0, -1};
  const inno__grouping grouping = {label, 2};
  const double want_b[] = {1.0, 1.0, 5.0, 2.0, 2.0, 3.0, NA}, want_c[] = {7.0, 7.0, 6.0, 8.0, 8.0, 6.0, NA};
  const int64_t from[] = {-1, 0, 5, -1, 3, -1, -1};
  inno__family f = family(columns, 3, 7);
  (void)state;
  run_donor(&f, &(inno__donor_rule){INNO_IMPUTE_HOT_DECK, 1, 0, 1, &grouping});
  check(outs[1], want_b, 7, 0.0);
  check(outs[2], want_c, 7, 0.0);
  for (int i = 0; i < 7; i++) assert_int_equal(sources[2][i], from[i]);
  assert_int_equal(sources[1][2], -1);
  assert_int_equal(marks[1][6] | marks[2][6], 0);
  const unsigned char included[] = {0, 1, 1, 1, 1, 1, 1}; /* the donor of unit 1 is out: unit 5 gives */
  f = family(columns, 3, 7);
  f.included = included;
  run_donor(&f, &(inno__donor_rule){INNO_IMPUTE_HOT_DECK, 1, 0, 1, NULL}); /* one group of all */
  assert_true(outs[1][1] == 2.0); /* unit 3 is nearer than unit 5 now that groups do not matter */
}

static void a_sequential_hot_deck_takes_the_last_complete_unit_before(void **state) {
  const double a[] = {NA, 4.0, 9.0, 1.0, NA, 10.0, NA}, b[] = {1.0, 2.0, NA, 2.5, NA, 3.0, NA};
  const double *columns[] = {a, b};
  const int32_t label[] = {0, 0, 0, 1, 0, 0, 1};
  const inno__grouping grouping = {label, 2};
  const double want_a[] = {4.0, 4.0, 9.0, 1.0, 4.0, 10.0, 1.0}, want_b[] = {1.0, 2.0, 2.0, 2.5, 2.0, 3.0, 2.5};
  inno__family f = family(columns, 2, 7);
  (void)state;
  run_donor(&f, &(inno__donor_rule){INNO_IMPUTE_HOT_DECK_SEQUENTIAL, 1, 0, 1, &grouping});
  check(outs[0], want_a, 7, 0.0); /* unit 0 comes before the first complete one: that one gives */
  check(outs[1], want_b, 7, 0.0);
  assert_int_equal(sources[0][0], 1);
  assert_int_equal(sources[0][6], 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(em_with_one_complete_column_is_the_regression_of_the_pairs),
      cmocka_unit_test(em_of_a_complete_table_is_its_mean_and_covariance),
      cmocka_unit_test(em_leaves_alone_who_has_nothing_who_is_out_and_what_is_not_asked_for),
      cmocka_unit_test(em_refuses_what_it_cannot_learn_from),
      cmocka_unit_test(em_refuses_more_columns_than_units),
      cmocka_unit_test(em_notices_a_likelihood_that_falls),
      cmocka_unit_test(em_does_not_depend_on_units_of_measure),
      cmocka_unit_test(regression_finds_an_exact_line),
      cmocka_unit_test(regression_needs_two_units_more_than_predictors),
      cmocka_unit_test(regression_refuses_constant_and_collinear_predictors),
      cmocka_unit_test(neighbors_come_nearest_first_and_ties_in_the_order_of_the_units),
      cmocka_unit_test(twins_overlap_and_constants),
      cmocka_unit_test(equal_neighbors_give_their_value_exactly),
      cmocka_unit_test(hot_deck_takes_all_from_one_complete_unit_of_the_group),
      cmocka_unit_test(a_sequential_hot_deck_takes_the_last_complete_unit_before),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
