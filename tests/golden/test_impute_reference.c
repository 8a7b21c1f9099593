/* Imputation of a family of columns against an independent computation in 60 digits and in fractions
 * (impute_reference.py). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "construct/impute_donor.h"
#include "construct/impute_em.h"
#include "construct/impute_regression.h"
#include "golden/impute_reference.h"
#include "innoscore/keys.h"
#include "innoscore/result.h"
#include "numeric/em.h"

enum { ROWS = 64, COLUMNS = 8 };

static const inno__site nowhere;

/* A table as a family that fills all of its columns, in place or not. */
typedef struct {
  double x[COLUMNS][ROWS], out[COLUMNS][ROWS];
  unsigned char marks[COLUMNS][ROWS], fill[COLUMNS];
  int64_t source[COLUMNS][ROWS];
  const double *columns[COLUMNS];
  double *outs[COLUMNS];
  unsigned char *mark_columns[COLUMNS];
  int64_t *sources[COLUMNS];
  inno__family f;
} fixture;

static void take(fixture *t, const double *table, int n, int k, int in_place) {
  for (int c = 0; c < k; c++) {
    for (int i = 0; i < n; i++) {
      t->x[c][i] = table[i * k + c];
      t->marks[c][i] = 0;
    }
    t->fill[c] = 1;
    t->columns[c] = t->x[c];
    t->outs[c] = in_place ? t->x[c] : t->out[c];
    t->mark_columns[c] = t->marks[c];
    t->sources[c] = t->source[c];
  }
  t->f = (inno__family){
      .x = t->columns, .k = k, .n = n, .fill = t->fill, .out = t->outs, .marks = t->mark_columns, .source = t->sources};
}

static double worst;

static void near(double got, double want, double scale, double tolerance) {
  if (got != got && want != want) return;
  double error = fabs(got - want) / (fabs(want) > scale ? fabs(want) : scale);
  if (!(error <= tolerance)) fail_msg("got %.17g, expected %.17g, error %.2g", got, want, error);
  if (error > worst) worst = error;
}

/* Scale of the columns: hundreds. What was there keeps every bit; what was not is marked where it was filled. */
static void compare(const fixture *t, const double *table, const double *want, double tolerance) {
  for (int c = 0; c < t->f.k; c++)
    for (int i = 0; i < t->f.n; i++) {
      int at = i * t->f.k + c, there = table[at] == table[at], filled = !there && want[at] == want[at];
      double got = t->outs[c][i];
      if (there) assert_memory_equal(&got, &table[at], sizeof got);
      near(got, want[at], 100.0, tolerance);
      assert_int_equal(t->marks[c][i], filled ? INNO_MARK_IMPUTED : 0);
    }
}

/* ---- EM ---- */

static void run_em(const double *table, int n, int k, double ridge, const double *facts, const double *mean,
                   const double *covariance, const double *filled, int exact_steps, double tolerance) {
  static fixture t;
  double got_mean[COLUMNS], got_covariance[COLUMNS * COLUMNS];
  inno__em_progress p = {0};
  inno__em em;
  take(&t, table, n, k, 0);
  void *work = malloc(inno__impute_em_work_size(k, n)), *again = malloc(inno__em_work_size(k, n));
  assert_int_equal(inno__impute_em_start(&t.f, ridge, work, &nowhere), INNO_OK);
  assert_int_equal(inno__em_start(&em, t.columns, k, n, NULL, ridge, again), -1);
  worst = 0.0;
  double last = -HUGE_VAL;
  int32_t before;
  for (int i = 0; i < (exact_steps > 0 ? exact_steps : 5000) && !p.converged; i++) {
    assert_int_equal(inno__impute_em_step(&t.f, exact_steps > 0 ? 0.0 : 1e-14, work, &p, &nowhere), INNO_OK);
    assert_int_equal(inno__em_step(&em, t.columns, &before), -1);
    assert_true(p.likelihood >= last - 1e-12 * fabs(p.likelihood)); /* it climbs */
    last = p.likelihood;
  }
  if (exact_steps > 0) {
    assert_int_equal(p.iterations, exact_steps);
    near(p.change, facts[2], 1.0, 1e-13);
  } else {
    assert_true(p.converged);
  }
  near(p.likelihood, facts[1], 1.0, 1e-13);
  inno__em_estimates(&em, got_mean, got_covariance);
  for (int c = 0; c < k; c++) {
    near(got_mean[c], mean[c], 100.0, tolerance);
    for (int d = 0; d < k; d++)
      near(got_covariance[c * k + d], covariance[c * k + d], sqrt(covariance[c * k + c] * covariance[d * k + d]),
           tolerance);
  }
  assert_int_equal(inno__impute_em_fill(&t.f, work, &nowhere), INNO_OK);
  compare(&t, table, filled, tolerance);
  print_message("EM, %d columns, ridge %g, %lld iterations: largest error %.2g\n", k, ridge, (long long)p.iterations,
                worst);
  free(work), free(again);
}

#define EM(table, n, k, ridge, name, steps, tolerance) \
  run_em(table[0], n, k, ridge, name##_facts, name##_mean, name##_covariance[0], name##_filled[0], steps, tolerance)

static void em(void **state) {
  (void)state;
  EM(small_table, 24, 4, 0.0, small_once, 1, 1e-13);
  EM(small_table, 24, 4, 0.0, small_thrice, 3, 1e-13);
  EM(wide_table, 60, 7, 0.0, wide_thrice, 3, 1e-13);
  EM(small_table, 24, 4, 0.0, small_limit, 0, 1e-12);
  EM(small_table, 24, 4, 0.25, small_ridge, 0, 1e-12);
  EM(wide_table, 60, 7, 0.0, wide_limit, 0, 1e-12);
}

/* ---- regression, neighbors ---- */

/* All patterns, one after the other. */
static inno_status regress(const inno__family *f, int32_t too_few, void *scratch, const inno__site *where) {
  int64_t place = 0;
  int done = 0;
  inno_status s = INNO_OK;
  inno__impute_regression_start(f, scratch);
  while (!done && s == INNO_OK) s = inno__impute_regression_step(f, too_few, &place, &done, scratch, where);
  return s;
}

static void run_regression(const double *table, int n, int k, const double *want) {
  static fixture t;
  void *work = malloc(inno__impute_regression_work_size(k, n));
  for (int in_place = 0; in_place < 2; in_place++) {
    take(&t, table, n, k, in_place);
    worst = 0.0;
    assert_int_equal(regress(&t.f, INNO_TOO_FEW_REFUSE, work, &nowhere), INNO_OK);
    compare(&t, table, want, 1e-12);
  }
  print_message("regression, %d columns: largest error %.2g\n", k, worst);
  free(work);
}

static void regression(void **state) {
  (void)state;
  run_regression(small_table[0], 24, 4, small_regression[0]);
  run_regression(wide_table[0], 60, 7, wide_regression[0]);
}

static void run_neighbors(int count, int weighted, int overlap, const double *want, const int *donors) {
  static fixture t;
  const inno__donor_rule rule = {INNO_IMPUTE_NEAREST, count, weighted, overlap, NULL};
  void *work = malloc(inno__impute_donor_work_size(7, 60, &rule));
  for (int pieces = 1; pieces < 61; pieces += 13) { /* in one go, and in pieces, in place */
    take(&t, wide_table[0], 60, 7, pieces > 1);
    worst = 0.0;
    inno__impute_donor_start(&t.f, &rule, work);
    for (int64_t first = 0, size = 60 / pieces; first < 60; first += size)
      inno__impute_donor_units(&t.f, &rule, first, first + size < 60 ? first + size : 60, work);
    compare(&t, wide_table[0], want, 1e-13);
    for (int c = 0; c < 7; c++)
      for (int i = 0; i < 60; i++) assert_int_equal(t.source[c][i], donors[i * 7 + c]);
  }
  print_message("neighbors, %d: largest error %.2g\n", count, worst);
  free(work);
}

static void neighbors(void **state) {
  (void)state;
  run_neighbors(1, 0, 1, wide_one[0], wide_one_donor[0]);
  run_neighbors(3, 0, 2, wide_three[0], wide_three_donor[0]);
  run_neighbors(5, 1, 3, wide_weighted[0], wide_weighted_donor[0]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(em),
      cmocka_unit_test(regression),
      cmocka_unit_test(neighbors),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
