/* Rank bounds by the public functions, against enumeration: vertices, cells of small arrangements, closed forms. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"
#include "support/bounds.h"

static void run(void) {
  int32_t done = 0;
  for (int piece = 0; !done; piece++) {
    assert_true(piece < 1000);
    ok(inno_rank_bounds_advance(bounds, 100000, &done, error));
  }
}
static double value(int32_t field, int unit) {
  double all[MOST];
  ok(inno_rank_bounds_values(bounds, field, all, 8, error));
  return all[unit];
}
static double relation(int32_t which, int n, int i, int j) {
  double all[MOST * MOST];
  ok(inno_rank_bounds_dominance(bounds, which, all, n * 8, 8, error));
  return all[i * n + j];
}
static void expect_ranks(int unit, int best, int worst) {
  double v[4] = {value(INNO_RANK_BEST_LOWER, unit), value(INNO_RANK_BEST_UPPER, unit),
                 value(INNO_RANK_WORST_LOWER, unit), value(INNO_RANK_WORST_UPPER, unit)};
  if (v[0] != best || v[1] != best || v[2] != worst || v[3] != worst)
    fail_msg("unit %d: best %g..%g for %d, worst %g..%g for %d", unit, v[0], v[1], best, v[2], v[3], worst);
  assert_true(value(INNO_RANK_BEST_PROVEN, unit) == 1.0 && value(INNO_RANK_WORST_PROVEN, unit) == 1.0);
}
static double score(const double *w, int k, int i) {
  double sum = 0.0;
  for (int j = 0; j < k; j++) sum += w[j] * x[i * k + j];
  return sum;
}
static int rank_at(const double *w, int n, int k, int i) {
  int rank = 1;
  for (int o = 0; o < n; o++) rank += score(w, k, o) > score(w, k, i);
  return rank;
}
static void expect_witnesses(int n, int k) {
  for (int i = 0; i < n; i++)
    for (int32_t field = INNO_RANK_BEST_UPPER; field <= INNO_RANK_WORST_LOWER;
         field += INNO_RANK_WORST_LOWER - INNO_RANK_BEST_UPPER) {
      double w[K], off, again;
      ok(inno_rank_bounds_weights(bounds, i, field, w, 8, &off, error));
      ok(inno_weight_set_violation(set, w, 8, &again, error));
      assert_true(off <= 1e-10 && again <= 1e-10);
      assert_int_equal(rank_at(w, n, k, i), (int)value(field, i));
    }
}

/* ---- by hand ---- */

static void two_criteria(void **state) {
  (void)state;
  /* (10, 0), (6, 6), (0, 10), (5, 5): the second is first between w = 0.4 and 0.6; the last never gets by it */
  static const double rows[] = {10, 0, 6, 6, 0, 10, 5, 5};
  memcpy(x, rows, sizeof rows);
  make_set(2);
  open_bounds(4, 2);
  run();
  expect_ranks(0, 1, 4);
  expect_ranks(1, 1, 2);
  expect_ranks(2, 1, 4);
  expect_ranks(3, 2, 3);
  assert_true(relation(INNO_DOMINANCE_NECESSARY_STRICT, 4, 1, 3) == 1.0);
  assert_true(relation(INNO_DOMINANCE_POSSIBLE, 4, 3, 1) == 0.0);
  assert_true(relation(INNO_DOMINANCE_NECESSARY, 4, 0, 1) == 0.0);
  assert_true(relation(INNO_DOMINANCE_POSSIBLE_STRICT, 4, 0, 1) == 1.0);
  assert_true(value(INNO_RANK_ALWAYS_ABOVE, 3) == 1.0 && value(INNO_RANK_EVER_ABOVE, 3) == 3.0);
  ok(inno_weight_set_add_order(set, 0, 1, error)); /* w from 0.5 to 1 */
  open_bounds(4, 2);
  run();
  expect_ranks(0, 1, 2);
  expect_ranks(1, 1, 2);
  expect_ranks(2, 2, 4); /* at w = 0.5 it draws level with the first and the last */
  expect_ranks(3, 2, 3);
  assert_true(relation(INNO_DOMINANCE_NECESSARY, 4, 0, 2) == 1.0);
  assert_true(relation(INNO_DOMINANCE_NECESSARY_STRICT, 4, 0, 2) == 0.0);
  assert_true(relation(INNO_DOMINANCE_POSSIBLE, 4, 2, 0) == 1.0);
  assert_true(relation(INNO_DOMINANCE_POSSIBLE_STRICT, 4, 2, 0) == 0.0);
}

/* Two criteria with whole numbers: ranks change only where two units are level, so exact fractions decide. */
static void two_criteria_by_breakpoints(void **state) {
  (void)state;
  int proven = 0, sides = 0;
  for (int trial = 0; trial < 60; trial++) {
    int64_t v[12][2], at[2 * 12 * 12 + 4][2];
    int n = 4 + trial % 9, points = 0, best[12], worst[12];
    for (int i = 0; i < 2 * n; i++) x[i] = (double)(v[i / 2][i % 2] = (int64_t)(uniform() * (trial % 3 ? 1000 : 12)));
    at[points][0] = 0, at[points++][1] = 1;
    at[points][0] = 1, at[points++][1] = 1;
    for (int i = 0; i < n; i++)
      for (int o = 0; o < i; o++) {
        int64_t a = v[o][1] - v[i][1], b = v[i][0] - v[o][0] + v[o][1] - v[i][1]; /* level at w = a / b */
        if (b < 0) a = -a, b = -b;
        if (b > 0 && a >= 0 && a <= b) at[points][0] = a, at[points++][1] = b;
      }
    for (int i = 0; i < n; i++) best[i] = n, worst[i] = 1;
    for (int p = 0; p < points; p++)
      for (int q = 0; q <= p; q++) { /* the breakpoint, and between two of them */
        int64_t num = at[p][0] * at[q][1] + at[q][0] * at[p][1], den = 2 * at[p][1] * at[q][1];
        for (int i = 0; i < n; i++) {
          int64_t own = v[i][0] * num + v[i][1] * (den - num);
          int above = 1;
          for (int o = 0; o < n; o++) above += v[o][0] * num + v[o][1] * (den - num) > own;
          if (above < best[i]) best[i] = above;
          if (above > worst[i]) worst[i] = above;
        }
      }
    make_set(2);
    open_bounds(n, 2);
    run();
    for (int i = 0; i < n; i++, sides += 2) {
      assert_true(value(INNO_RANK_BEST_LOWER, i) <= best[i] && best[i] <= value(INNO_RANK_BEST_UPPER, i));
      assert_true(value(INNO_RANK_WORST_LOWER, i) <= worst[i] && worst[i] <= value(INNO_RANK_WORST_UPPER, i));
      proven += (value(INNO_RANK_BEST_PROVEN, i) == 1.0) + (value(INNO_RANK_WORST_PROVEN, i) == 1.0);
    }
  }
  assert_true(sides - proven <= sides / 100); /* where three units are level in one point only, rounding may decide */
}

static void ties_and_small_sizes(void **state) {
  (void)state;
  static const double rows[] = {0.1, 0.3, 0.1, 0.3, 0.3, 0.1};
  memcpy(x, rows, sizeof rows);
  make_set(2);
  open_bounds(3, 2);
  run();
  for (int i = 0; i < 3; i++) expect_ranks(i, 1, i < 2 ? 2 : 3);
  assert_true(relation(INNO_DOMINANCE_NECESSARY, 3, 0, 1) == 1.0 && relation(INNO_DOMINANCE_NECESSARY, 3, 0, 0) == 1.0);
  assert_true(relation(INNO_DOMINANCE_POSSIBLE_STRICT, 3, 0, 1) == 0.0);
  ok(inno_weight_set_bounds(set, -1, 0.5, 0.5, error)); /* 0.1 + 0.3 on both sides */
  open_bounds(3, 2);
  run();
  for (int i = 0; i < 3; i++) expect_ranks(i, 1, 1);
  make_set(2);
  open_bounds(1, 2);
  run();
  expect_ranks(0, 1, 1);
  make_set(1);
  static const double one[] = {3, 1, 3, 2};
  memcpy(x, one, sizeof one);
  open_bounds(4, 1);
  run();
  expect_ranks(0, 1, 1);
  expect_ranks(1, 4, 4);
  expect_ranks(2, 1, 1);
  expect_ranks(3, 3, 3);
}

static void single_points(void **state) {
  (void)state;
  for (int k = 1; k <= 7; k++) { /* thirds and sevenths do not sum to 1 in doubles, and are points all the same */
    double w[K], nominal[K];
    for (int j = 0; j < k; j++) nominal[j] = 1.0 + j % 3;
    for (int i = 0; i < 9 * k; i++) x[i] = uniform();
    make_set(k);
    ok(inno_weight_set_around(set, nominal, 8, 0.0, error));
    open_bounds(9, k);
    run();
    for (int j = 0; j < k; j++) w[j] = nominal[j];
    for (int i = 0; i < 9; i++) expect_ranks(i, rank_at(w, 9, k, i), rank_at(w, 9, k, i));
  }
}

static void sets_without_weights(void **state) {
  (void)state;
  for (int i = 0; i < 6; i++) x[i] = i;
  make_set(3);
  ok(inno_weight_set_bounds(set, -1, 0.4, 0.5, error));
  inno_rank_bounds *b = (inno_rank_bounds *)&seed;
  refused(inno_rank_bounds_create(NULL, set, x, 2, 24, 8, NULL, &b, error), INNO_E_DOMAIN, "lower");
  assert_null(b);
  assert_non_null(strstr(inno_error_message(error), "1.2"));
  ok(inno_weight_set_bounds(set, -1, 0.1, 0.2, error));
  refused(inno_rank_bounds_create(NULL, set, x, 2, 24, 8, NULL, &b, error), INNO_E_DOMAIN, "upper");
  ok(inno_weight_set_bounds(set, -1, 0.0, 1.0, error));
  ok(inno_weight_set_bounds(set, 2, 0.5, 1.0, error));
  ok(inno_weight_set_add_order(set, 0, 1, error));
  ok(inno_weight_set_add_ratio(set, 1, 2, 1.5, INFINITY, error));
  refused(inno_rank_bounds_create(NULL, set, x, 2, 24, 8, NULL, &b, error), INNO_E_DOMAIN, "w[2] >= 0.5");
  assert_non_null(strstr(inno_error_message(error), "w[0] >= w[1]"));
  assert_non_null(strstr(inno_error_message(error), "w[1] >= 1.5 w[2]"));
  refused(inno_weight_set_bounds(set, 0, 0.6, 0.5, error), INNO_E_VALUE, "upper");
  refused(inno_weight_set_bounds(set, 0, NAN, 0.5, error), INNO_E_VALUE, "lower");
  refused(inno_weight_set_bounds(set, 3, 0.0, 0.5, error), INNO_E_ARGUMENT, "index");
  refused(inno_weight_set_add_order(set, 1, 1, error), INNO_E_ARGUMENT, "second");
  refused(inno_weight_set_add_ratio(set, 0, 1, 0.0, INFINITY, error), INNO_E_VALUE, "upper");
  refused(inno_weight_set_add_ratio(set, 0, 1, 2.0, 1.0, error), INNO_E_VALUE, "upper");
  static const double zeros[3] = {0, 0, 0}, negative[3] = {1, -1, 1};
  refused(inno_weight_set_around(set, zeros, 8, 0.1, error), INNO_E_WEIGHTS, "0");
  refused(inno_weight_set_around(set, negative, 8, 0.1, error), INNO_E_VALUE, "weight");
  refused(inno_weight_set_around(set, negative, 8, 1.1, error), INNO_E_VALUE, "relative");
}

static void missing_values(void **state) {
  (void)state;
  static const char *const codes[] = {"North", "Middle", "South"};
  static const double rows[] = {1, 2, NAN, NAN, 3, 0}, bad[] = {1, 2, NAN, 5, 3, 0}, wide[] = {1, 2, 1e151, 0, 3, 0};
  memcpy(x, rows, sizeof rows);
  make_set(2);
  open_bounds(3, 2);
  assert_true(value(INNO_RANK_BEST_LOWER, 0) == 1.0 && value(INNO_RANK_WORST_UPPER, 0) == 2.0); /* before any work */
  double w[2], change, lower, upper, all[9];
  refused(inno_rank_bounds_dominance(bounds, INNO_DOMINANCE_POSSIBLE, all, 24, 8, error), INNO_E_UNFINISHED, "pairs");
  refused(inno_rank_bounds_weights(bounds, 0, INNO_RANK_BEST_UPPER, w, 8, NULL, error), INNO_E_UNFINISHED, "pairs");
  run();
  expect_ranks(0, 1, 2);
  expect_ranks(2, 1, 2);
  assert_true(isnan(value(INNO_RANK_BEST_LOWER, 1)) && isnan(value(INNO_RANK_WORST_PROVEN, 1)));
  assert_true(isnan(relation(INNO_DOMINANCE_POSSIBLE, 3, 0, 1)));
  ok(inno_rank_bounds_weights(bounds, 1, INNO_RANK_BEST_UPPER, w, 8, NULL, error));
  assert_true(isnan(w[0]));
  w[0] = w[1] = 1.0;
  refused(inno_rank_bounds_swap(bounds, w, 8, 0, 1, INNO_MEASURE_SUM, &change, NULL, 8, error), INNO_E_NODATA, "1");
  refused(inno_rank_bounds_difference(bounds, 1, 0, &lower, &upper, NULL, 8, error), INNO_E_NODATA, "1");
  assert_true(isnan(change) && isnan(lower) && isnan(upper));
  inno_rank_bounds *b = NULL;
  refused(inno_rank_bounds_create(NULL, set, bad, 3, 16, 8, codes, &b, error), INNO_E_NODATA, "Middle");
  refused(inno_rank_bounds_create(NULL, set, wide, 3, 16, 8, codes, &b, error), INNO_E_OVERFLOW, "Middle");
  refused(inno_rank_bounds_create(NULL, set, rows + 2, 1, 16, 8, NULL, &b, error), INNO_E_NODATA, "no unit");
}

/* ---- pairs, against all vertices ---- */

/* Largest c.w over the vertices of bounds and sum: all but one weight at a bound. */
static double largest_by_vertices(const double *c, const double *lower, const double *upper, int k) {
  double largest = -INFINITY;
  for (int r = 0; r < k; r++)
    for (int mask = 0; mask < 1 << (k - 1); mask++) {
      double rest = 1.0, sum = 0.0;
      for (int j = 0, bit = 0; j < k; j++) {
        if (j == r) continue;
        double w = mask >> bit++ & 1 ? upper[j] : lower[j];
        rest -= w;
        sum += w * c[j];
      }
      if (rest >= lower[r] - 1e-12 && rest <= upper[r] + 1e-12 && sum + rest * c[r] > largest)
        largest = sum + rest * c[r];
    }
  return largest;
}

static void expect_difference(int i, int o, double wanted) {
  double lower, upper;
  ok(inno_rank_bounds_difference(bounds, i, o, &lower, &upper, NULL, 8, error));
  assert_true(lower <= upper && upper - lower <= 1e-11);
  if (!(lower <= wanted + 1e-12 && wanted <= upper + 1e-12))
    fail_msg("%d %d: %.17g..%.17g for %.17g", i, o, lower, upper, wanted);
}

static void pairs_between_bounds(void **state) {
  (void)state;
  for (int trial = 0; trial < 40; trial++) {
    int n = 5, k = 2 + trial % 5;
    double lower[K], upper[K], c[K], w[K], low, high;
    for (int i = 0; i < n * k; i++) x[i] = uniform();
    make_set(k);
    for (int j = 0; j < k; j++) {
      lower[j] = uniform() / k;
      upper[j] = fmin(1.0, 1.0 / k + uniform() / 2.0);
      ok(inno_weight_set_bounds(set, j, lower[j], upper[j], error));
    }
    open_bounds(n, k);
    run();
    for (int i = 0; i < n; i++)
      for (int o = 0; o < n; o++) {
        for (int j = 0; j < k; j++) c[j] = x[i * k + j] - x[o * k + j];
        double most = largest_by_vertices(c, lower, upper, k);
        for (int j = 0; j < k; j++) c[j] = -c[j];
        double least = -largest_by_vertices(c, lower, upper, k);
        expect_difference(i, o, most);
        ok(inno_rank_bounds_difference(bounds, i, o, &low, &high, w, 8, error));
        assert_true(fabs(score(w, k, i) - score(w, k, o) - most) < 1e-12);
        if (i == o) continue;
        assert_true(relation(INNO_DOMINANCE_NECESSARY, n, i, o) == (least >= 0.0));
        assert_true(relation(INNO_DOMINANCE_NECESSARY_STRICT, n, i, o) == (least > 0.0));
        assert_true(relation(INNO_DOMINANCE_POSSIBLE, n, i, o) == (most >= 0.0));
        assert_true(relation(INNO_DOMINANCE_POSSIBLE_STRICT, n, i, o) == (most > 0.0));
      }
  }
}

/* Weights in descending order are mixtures of the means of the first m: these are the vertices. */
static void pairs_in_order(void **state) {
  (void)state;
  for (int trial = 0; trial < 20; trial++) {
    int n = 6, k = 2 + trial % 5;
    for (int i = 0; i < n * k; i++) x[i] = uniform();
    make_set(k);
    for (int j = 0; j + 1 < k; j++) ok(inno_weight_set_add_order(set, j, j + 1, error));
    open_bounds(n, k);
    run();
    for (int i = 0; i < n; i++)
      for (int o = 0; o < n; o++) {
        double largest = -INFINITY, sum = 0.0;
        for (int j = 0; j < k; j++) {
          sum += x[i * k + j] - x[o * k + j];
          largest = fmax(largest, sum / (j + 1));
        }
        expect_difference(i, o, largest);
        assert_true(relation(INNO_DOMINANCE_POSSIBLE_STRICT, n, i, o) == (i != o && largest > 0.0));
      }
    expect_witnesses(n, k);
  }
}

/* ---- ranks, against all cells of an arrangement in the plane ---- */

static int inside(const double *w, const double *lower, const double *upper) {
  for (int j = 0; j < 3; j++)
    if (w[j] < lower[j] || w[j] > upper[j]) return 0;
  return 1;
}

/* Every cell that is bounded has a corner: looks around all crossings of two lines. */
static void extremes_by_cells(int n, const double *lower, const double *upper, int *best, int *worst) {
  double line[MOST][3]; /* a w0 + b w1 = c */
  for (int i = 0; i < n; i++) best[i] = n, worst[i] = 1;
  for (int i = 0; i < n; i++) { /* lines of one unit at a time: only its own rank changes there */
    int lines = 0;
    for (int o = 0; o < n; o++) {
      if (o == i) continue;
      const double *p = x + 3 * (ptrdiff_t)i, *q = x + 3 * (ptrdiff_t)o;
      line[lines][0] = p[0] - q[0] - p[2] + q[2];
      line[lines][1] = p[1] - q[1] - p[2] + q[2];
      line[lines++][2] = q[2] - p[2];
    }
    for (int j = 0; j < 3; j++)
      for (int side = 0; side < 2; side++) {
        double bound = side ? upper[j] : lower[j];
        line[lines][0] = j == 0 || j == 2 ? 1.0 : 0.0;
        line[lines][1] = j >= 1 ? 1.0 : 0.0;
        line[lines++][2] = j < 2 ? bound : 1.0 - bound;
      }
    for (int a = 0; a < lines; a++)
      for (int b = 0; b < a; b++) {
        double det = line[a][0] * line[b][1] - line[a][1] * line[b][0];
        if (fabs(det) < 1e-12) continue;
        double u = (line[a][2] * line[b][1] - line[a][1] * line[b][2]) / det;
        double v = (line[a][0] * line[b][2] - line[a][2] * line[b][0]) / det;
        for (int step = 0; step < 720; step++) {
          double w[3] = {u + 1e-7 * cos(step * 0.00872664), v + 1e-7 * sin(step * 0.00872664), 0};
          w[2] = 1.0 - w[0] - w[1];
          if (!inside(w, lower, upper)) continue;
          int rank = rank_at(w, n, 3, i);
          if (rank < best[i]) best[i] = rank;
          if (rank > worst[i]) worst[i] = rank;
        }
      }
  }
}

static void ranks_of_three_columns(void **state) {
  (void)state;
  for (int trial = 0; trial < 40; trial++) {
    int n = 3 + trial % 5, best[MOST], worst[MOST];
    double lower[3], upper[3];
    for (int i = 0; i < n * 3; i++) x[i] = uniform();
    make_set(3);
    for (int j = 0; j < 3; j++) {
      lower[j] = trial % 2 ? 0.0 : 0.3 * uniform();
      upper[j] = trial % 2 ? 1.0 : 0.4 + 0.4 * uniform();
      ok(inno_weight_set_bounds(set, j, lower[j], upper[j], error));
    }
    open_bounds(n, 3);
    run();
    extremes_by_cells(n, lower, upper, best, worst);
    for (int i = 0; i < n; i++) expect_ranks(i, best[i], worst[i]);
    expect_witnesses(n, 3);
  }
}

/* Four columns: a fine grid cannot find more than is proved, and with six units finds all of it. */
static void ranks_of_four_columns(void **state) {
  (void)state;
  enum { STEPS = 60 };
  int found = 0, sides = 0;
  for (int trial = 0; trial < 12; trial++) {
    int n = 6, best[6], worst[6];
    for (int i = 0; i < n * 4; i++) x[i] = uniform();
    for (int i = 0; i < n; i++) best[i] = n, worst[i] = 1;
    make_set(4);
    open_bounds(n, 4);
    run();
    for (int a = 0; a <= STEPS; a++)
      for (int b = 0; a + b <= STEPS; b++)
        for (int c = 0; a + b + c <= STEPS; c++) {
          double w[4] = {a, b, c, STEPS - a - b - c};
          for (int i = 0; i < n; i++) {
            int rank = rank_at(w, n, 4, i);
            if (rank < best[i]) best[i] = rank;
            if (rank > worst[i]) worst[i] = rank;
          }
        }
    for (int i = 0; i < n; i++, sides += 2) {
      assert_true(value(INNO_RANK_BEST_PROVEN, i) == 1.0 && value(INNO_RANK_WORST_PROVEN, i) == 1.0);
      assert_true(best[i] >= value(INNO_RANK_BEST_LOWER, i) && worst[i] <= value(INNO_RANK_WORST_UPPER, i));
      found += (best[i] == value(INNO_RANK_BEST_LOWER, i)) + (worst[i] == value(INNO_RANK_WORST_UPPER, i));
    }
    expect_witnesses(n, 4);
  }
  assert_true(found >= sides - 2); /* a cell may be smaller than the grid */
}

/* ---- pieces, strides, results ---- */

static void pieces_change_nothing(void **state) {
  (void)state;
  enum { N = 24, COLUMNS = 5 };
  double whole[4][N], w[COLUMNS], again[COLUMNS], from[COLUMNS] = {1, 1, 1, 1, 1}, change, low, high;
  for (int i = 0; i < N * COLUMNS; i++) x[i] = uniform();
  make_set(COLUMNS);
  open_bounds(N, COLUMNS);
  run();
  for (int f = 0; f < 4; f++) ok(inno_rank_bounds_values(bounds, f < 2 ? 10 + f : 18 + f, whole[f], 8, error));
  ok(inno_rank_bounds_weights(bounds, 7, INNO_RANK_BEST_UPPER, w, 8, NULL, error));
  double turned[N * COLUMNS]; /* by columns, from the last unit to the first */
  for (int i = 0; i < N; i++)
    for (int j = 0; j < COLUMNS; j++) turned[j * N + N - 1 - i] = x[i * COLUMNS + j];
  inno_rank_bounds_destroy(bounds);
  ok(inno_rank_bounds_create(NULL, set, turned + N - 1, N, -8, N * 8, NULL, &bounds, error));
  int32_t done = 0;
  for (int piece = 0; !done; piece++) {
    ok(inno_rank_bounds_advance(bounds, 1, &done, error));
    if (piece % 5 == 0) { /* other questions in between */
      ok(inno_rank_bounds_swap(bounds, from, 8, piece % N, (piece + 1) % N, 1 + piece % 2, &change, NULL, 8, error));
      ok(inno_rank_bounds_difference(bounds, piece % N, 3, &low, &high, NULL, 8, error));
    }
    double last[4];
    for (int f = 0; f < 4; f++) last[f] = value(f < 2 ? 10 + f : 18 + f, piece % N);
    assert_true(last[0] <= whole[0][piece % N] && last[1] >= whole[1][piece % N]); /* what is read always holds */
    assert_true(last[2] <= whole[2][piece % N] && last[3] >= whole[3][piece % N]);
  }
  for (int f = 0; f < 4; f++)
    for (int i = 0; i < N; i++) assert_true(value(f < 2 ? 10 + f : 18 + f, i) == whole[f][i]);
  ok(inno_rank_bounds_weights(bounds, 7, INNO_RANK_BEST_UPPER, again, 8, NULL, error));
  assert_memory_equal(w, again, sizeof w);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(two_criteria, make_error, teardown),
      cmocka_unit_test_setup_teardown(two_criteria_by_breakpoints, make_error, teardown),
      cmocka_unit_test_setup_teardown(ties_and_small_sizes, make_error, teardown),
      cmocka_unit_test_setup_teardown(single_points, make_error, teardown),
      cmocka_unit_test_setup_teardown(sets_without_weights, make_error, teardown),
      cmocka_unit_test_setup_teardown(missing_values, make_error, teardown),
      cmocka_unit_test_setup_teardown(pairs_between_bounds, make_error, teardown),
      cmocka_unit_test_setup_teardown(pairs_in_order, make_error, teardown),
      cmocka_unit_test_setup_teardown(ranks_of_three_columns, make_error, teardown),
      cmocka_unit_test_setup_teardown(ranks_of_four_columns, make_error, teardown),
      cmocka_unit_test_setup_teardown(pieces_change_nothing, make_error, teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
