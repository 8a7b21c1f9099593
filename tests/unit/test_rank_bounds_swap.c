/* The nearest weights at which two units are level, against closed forms: moving weight greedily, halving. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"
#include "support/bounds.h"

static double score(const double *w, int k, int i) {
  double sum = 0.0;
  for (int j = 0; j < k; j++) sum += w[j] * x[i * k + j];
  return sum;
}

/* Largest c.w between bounds with the sum 1: what is left above the floors goes to the largest first. */
static double largest_by_filling(const double *c, const double *lower, const double *upper, int k) {
  double left = 1.0, sum = 0.0, room[K];
  for (int j = 0; j < k; j++) {
    left -= lower[j];
    sum += c[j] * lower[j];
    room[j] = upper[j] - lower[j];
  }
  for (int step = 0; step < k; step++) {
    int best = -1;
    for (int j = 0; j < k; j++)
      if (room[j] > 0.0 && (best < 0 || c[j] > c[best])) best = j;
    if (best < 0) break;
    double more = fmin(left, room[best]);
    sum += more * c[best];
    left -= more;
    room[best] = 0.0;
  }
  return left > 1e-12 ? -INFINITY : sum;
}

/* Sum of changes between bounds: weight moves from the columns where it helps least to those where it helps most. */
static double swap_by_moving(const double *c, const double *from, const double *lower, const double *upper, int k) {
  double need = 0.0, moved = 0.0, down[K], up[K];
  for (int j = 0; j < k; j++) {
    need -= c[j] * from[j];
    down[j] = from[j] - lower[j];
    up[j] = upper[j] - from[j];
  }
  while (need > 0.0) {
    int to = -1, out = -1;
    for (int j = 0; j < k; j++) {
      if (up[j] > 0.0 && (to < 0 || c[j] > c[to])) to = j;
      if (down[j] > 0.0 && (out < 0 || c[j] < c[out])) out = j;
    }
    if (to < 0 || out < 0 || !(c[to] > c[out])) return INFINITY;
    double step = fmin(fmin(up[to], down[out]), need / (c[to] - c[out]));
    up[to] -= step;
    down[out] -= step;
    moved += step;
    if (step == need / (c[to] - c[out])) break;
    need -= step * (c[to] - c[out]);
  }
  return 2.0 * moved;
}

/* Largest change: the least size whose bounds let the difference reach 0. */
static double swap_by_halving(const double *c, const double *from, const double *lower, const double *upper, int k) {
  double few = 0.0, enough = 1.0, l[K], u[K];
  for (int step = 0; step < 60; step++) {
    double size = step == 0 ? enough : (few + enough) / 2.0;
    for (int j = 0; j < k; j++) {
      l[j] = fmax(lower[j], from[j] - size);
      u[j] = fmin(upper[j], from[j] + size);
    }
    if (largest_by_filling(c, l, u, k) >= 0.0)
      enough = size;
    else if (step == 0)
      return INFINITY;
    else
      few = size;
  }
  return enough;
}

static void swaps_between_bounds(void **state) {
  (void)state;
  int none = 0;
  for (int trial = 0; trial < 30; trial++) {
    int n = 4, k = 2 + trial % 4;
    double from[K], lower[K], upper[K], c[K], w[K], change, off;
    for (int i = 0; i < n * k; i++) x[i] = uniform();
    make_set(k);
    for (int j = 0; j < k; j++) {
      from[j] = 1.0 / k;
      lower[j] = 0.5 / k;
      upper[j] = fmin(1.0, 1.6 / k);
      ok(inno_weight_set_bounds(set, j, lower[j], upper[j], error));
    }
    open_bounds(n, k);
    for (int i = 0; i < n; i++)
      for (int o = 0; o < n; o++)
        for (int32_t measure = INNO_MEASURE_SUM; measure <= INNO_MEASURE_LARGEST; measure++) {
          if (i == o) continue;
          double sign = score(from, k, i) > score(from, k, o) ? 1.0 : -1.0;
          for (int j = 0; j < k; j++) c[j] = sign * (x[o * k + j] - x[i * k + j]);
          double wanted = measure == INNO_MEASURE_SUM ? swap_by_moving(c, from, lower, upper, k)
                                                      : swap_by_halving(c, from, lower, upper, k);
          ok(inno_rank_bounds_swap(bounds, from, 8, i, o, measure, &change, w, 8, error));
          if (wanted == INFINITY) {
            assert_true(change == INFINITY && isnan(w[0]));
            none++;
            continue;
          }
          if (fabs(change - wanted) > 1e-9) fail_msg("trial %d: %.17g for %.17g", trial, change, wanted);
          ok(inno_weight_set_violation(set, w, 8, &off, error));
          assert_true(off < 1e-10 && fabs(score(w, k, i) - score(w, k, o)) < 1e-9);
        }
  }
  assert_true(none > 20);
}

static void places(void **state) {
  (void)state;
  static const double from[2] = {7, 3}; /* shares 0.7 and 0.3 */
  static const double rows[] = {10, 0, 6, 6, 0, 10, 5, 5};
  double change, w[2];
  int64_t other;
  memcpy(x, rows, sizeof rows);
  make_set(2);
  open_bounds(4, 2);
  /* scores 7, 6, 3, 5: the first is caught at w = 0.6 by the second, at 0.5 by the last, at 0.5 by the third */
  ok(inno_rank_bounds_place(bounds, from, 8, 0, INNO_PLACE_LOST, INNO_MEASURE_LARGEST, &change, &other, w, 8, error));
  assert_true(fabs(change - 0.1) < 1e-12 && other == 1 && fabs(w[0] - 0.6) < 1e-12);
  ok(inno_rank_bounds_place(bounds, from, 8, 0, INNO_PLACE_GAINED, INNO_MEASURE_SUM, &change, &other, w, 8, error));
  assert_true(change == INFINITY && other == -1 && isnan(w[0]));
  ok(inno_rank_bounds_place(bounds, from, 8, 1, INNO_PLACE_LOST, INNO_MEASURE_SUM, &change, &other, w, 8, error));
  assert_true(fabs(change - 0.6) < 1e-12 && other == 2 && fabs(w[0] - 0.4) < 1e-12);
  ok(inno_rank_bounds_place(bounds, from, 8, 2, INNO_PLACE_GAINED, INNO_MEASURE_SUM, &change, &other, w, 8, error));
  assert_true(fabs(change - 0.4) < 1e-12 && other == 0 && fabs(w[0] - 0.5) < 1e-12);
  ok(inno_rank_bounds_swap(bounds, from, 8, 3, 1, INNO_MEASURE_SUM, &change, NULL, 8, error));
  assert_true(change == INFINITY);
  refused(inno_rank_bounds_swap(bounds, from, 8, 3, 1, 3, &change, NULL, 8, error), INNO_E_ARGUMENT, "measure");
  refused(inno_rank_bounds_place(bounds, from, 8, 3, 3, 1, &change, NULL, NULL, 8, error), INNO_E_ARGUMENT, "place");
}

/* Weights that are not in the set have a way to go before anything else. */
static void from_outside(void **state) {
  (void)state;
  static const double from[2] = {0.9, 0.1};
  static const double rows[] = {10, 0, 9.5, 2, 5, 5};
  double change, w[2];
  memcpy(x, rows, sizeof rows);
  make_set(2);
  ok(inno_weight_set_bounds(set, -1, 0.0, 0.6, error));
  open_bounds(3, 2);
  for (int32_t measure = INNO_MEASURE_SUM; measure <= INNO_MEASURE_LARGEST; measure++) {
    double each = measure == INNO_MEASURE_SUM ? 2.0 : 1.0;
    ok(inno_rank_bounds_swap(bounds, from, 8, 0, 1, measure, &change, w, 8, error)); /* level at 0.8: not in the set */
    assert_true(fabs(change - 0.3 * each) < 1e-12 && fabs(w[0] - 0.6) < 1e-12);
    ok(inno_rank_bounds_swap(bounds, from, 8, 2, 0, measure, &change, w, 8, error));
    assert_true(fabs(change - 0.4 * each) < 1e-12 && fabs(w[0] - 0.5) < 1e-12);
    ok(inno_rank_bounds_swap(bounds, from, 8, 1, 1, measure, &change, w, 8, error)); /* with itself: only the way in */
    assert_true(fabs(change - 0.3 * each) < 1e-12);
  }
  /* what has to leave the first column goes where it turns the two round */
  static const double three[3] = {0.9, 0.06, 0.04}, pair[] = {0, 1, 0, 0, 0, 1};
  double v[3];
  memcpy(x, pair, sizeof pair);
  make_set(3);
  ok(inno_weight_set_bounds(set, 0, 0.0, 0.6, error));
  open_bounds(2, 3);
  ok(inno_rank_bounds_swap(bounds, three, 8, 0, 1, INNO_MEASURE_SUM, &change, v, 8, error));
  assert_true(fabs(change - 0.6) < 1e-12 && v[2] >= v[1] && v[0] <= 0.6);
}

/* Units with the same values, or as good as level where the change begins, have next to no way to go; and no proof
 * fails over the rounding of it. */
static void level_already(void **state) {
  (void)state;
  static const double gaps[] = {0.0, 1e-17, 1e-15, 1e-13, 1e-12, 1e-11, 1e-10, 1e-8};
  for (int trial = 0; trial < 200; trial++) {
    int k = 2 + trial % 6;
    double from[K], c[K], sum = 0.0, at = 0.0, lower[K] = {0}, upper[K], change, w[K];
    double gap = gaps[(size_t)trial % (sizeof gaps / sizeof gaps[0])];
    int64_t other;
    for (int j = 0; j < k; j++) sum += from[j] = 0.1 + uniform();
    for (int j = 0; j < k; j++) {
      x[j] = x[2 * k + j] = uniform(); /* the third is the first once more */
      x[k + j] = uniform();
      at += from[j] / sum * (x[j] - x[k + j]);
      upper[j] = 1.0;
    }
    for (int j = 0; j < k; j++) c[j] = x[j] - (x[k + j] += at + gap);
    make_set(k);
    if (trial % 2) ok(inno_weight_set_add_order(set, from[0] < from[1], from[0] >= from[1], error));
    open_bounds(3, k);
    for (int j = 0; j < k; j++) from[j] /= sum;
    for (int32_t measure = INNO_MEASURE_SUM; measure <= INNO_MEASURE_LARGEST; measure++) {
      double wanted = measure == INNO_MEASURE_SUM ? swap_by_moving(c, from, lower, upper, k)
                                                  : swap_by_halving(c, from, lower, upper, k);
      ok(inno_rank_bounds_swap(bounds, from, 8, 0, 1, measure, &change, w, 8, error));
      if (!(trial % 2) && fabs(change - wanted) > 1e-10) fail_msg("gap %g: %.17g for %.17g", gap, change, wanted);
      ok(inno_rank_bounds_swap(bounds, from, 8, 0, 2, measure, &change, w, 8, error));
      if (!(change <= 1e-15)) fail_msg("twins: %.17g", change);
      ok(inno_rank_bounds_place(bounds, from, 8, 0, INNO_PLACE_LOST, measure, &change, &other, w, 8, error));
      assert_true(change <= 1e-10 && other >= 1);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(swaps_between_bounds, make_error, teardown),
      cmocka_unit_test_setup_teardown(places, make_error, teardown),
      cmocka_unit_test_setup_teardown(from_outside, make_error, teardown),
      cmocka_unit_test_setup_teardown(level_already, make_error, teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
