/* The minimizer: functions whose minimum is known, inside and at the bounds, walls, and its limit. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "numeric/minimize.h"

static double work[4096];
static const inno__minimize_options often = {100000, 1e-8};

static double banana(const double *x, void *context) {
  (void)context;
  return 100.0 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]) + (1.0 - x[0]) * (1.0 - x[0]);
}

static void curved_valley(void **state) {
  double x[2] = {0.1, 2.0};
  inno__minimize_report r;
  (void)state;
  inno__minimize(banana, NULL, 2, &often, x, &r, work);
  assert_true(r.converged && r.iterations < 100);
  assert_true(fabs(x[0] - 1.0) < 1e-6 && fabs(x[1] - 1.0) < 1e-6);
}

/* (x - c)' A (x - c) with A = 2 on the diagonal, 1 elsewhere; c partly negative, so that bounds hold. */
static double bowl(const double *x, void *context) {
  const double *c = context;
  double sum = 0.0, out = 0.0;
  for (int i = 0; i < 4; i++) sum += x[i] - c[i];
  for (int i = 0; i < 4; i++) out += (x[i] - c[i]) * (x[i] - c[i]);
  return out + sum * sum;
}

static void bounds_hold(void **state) {
  double c[4] = {1.0, -2.0, 0.5, -0.1}, x[4] = {3, 3, 3, 3}, g[4];
  inno__minimize_report r;
  (void)state;
  inno__minimize(bowl, c, 4, &often, x, &r, work);
  assert_true(r.converged);
  for (int i = 0; i < 4; i++) { /* the conditions of Karush, Kuhn and Tucker with the exact gradient */
    double sum = 0.0;
    for (int j = 0; j < 4; j++) sum += x[j] - c[j];
    g[i] = 2.0 * (x[i] - c[i]) + 2.0 * sum;
    if (x[i] > 0.0)
      assert_true(fabs(g[i]) < 1e-6);
    else
      assert_true(x[i] == 0.0 && g[i] >= -1e-6);
  }
  assert_true(x[1] == 0.0);
}

/* Not defined left of 1/2, and lowest just there. */
static double wall(const double *x, void *context) {
  (void)context;
  return x[0] < 0.5 ? INFINITY : x[0] + (x[1] - 2.0) * (x[1] - 2.0);
}

static void walls_are_not_crossed(void **state) {
  double x[2] = {4.0, 0.0};
  inno__minimize_report r;
  (void)state;
  inno__minimize(wall, NULL, 2, &often, x, &r, work);
  assert_true(x[0] >= 0.5 && x[0] < 0.51 && isfinite(r.value));
  assert_false(r.converged); /* and it does not claim a smooth minimum there */
}

static void limit_is_kept_and_goes_on(void **state) {
  double x[2] = {0.1, 2.0};
  inno__minimize_report r;
  const inno__minimize_options few = {130, 1e-8};
  int calls = 0;
  (void)state;
  do {
    double before = banana(x, NULL);
    inno__minimize(banana, NULL, 2, &few, x, &r, work);
    assert_true(r.evaluations <= 130 && r.value <= before);
  } while (!r.converged && ++calls < 300);
  assert_in_range(calls, 1, 299);
  assert_true(fabs(x[0] - 1.0) < 1e-6);
}

static void at_the_minimum_already(void **state) {
  double c[4] = {1.0, 2.0, 0.5, 0.25}, x[4] = {1.0, 2.0, 0.5, 0.25};
  inno__minimize_report r;
  (void)state;
  inno__minimize(bowl, c, 4, &often, x, &r, work);
  assert_true(r.converged && r.iterations == 0 && r.evaluations == 9 && r.value == 0.0);
  for (int i = 0; i < 4; i++) assert_true(x[i] == c[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(curved_valley),          cmocka_unit_test(bounds_hold),
      cmocka_unit_test(walls_are_not_crossed),  cmocka_unit_test(limit_is_kept_and_goes_on),
      cmocka_unit_test(at_the_minimum_already),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
