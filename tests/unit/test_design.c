/* Designs: every point where it must be, by number, in any pieces; walks and their effects. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "numeric/random.h"
#include "numeric/sobol.h"
#include "robust/design.h"
#include "support/models.h"

static void points(const inno_design *d, int64_t first, int64_t count, double *out) {
  int64_t inputs = inno_design_input_count(d);
  assert_int_equal(inno_design_points(d, first, count, out, 8 * inputs, 8, NULL), INNO_OK);
}

/* ---- matrices ---- */

/* Base point i of A and B is point i of 2 D dimensions; AB_g and BA_g exchange the columns of a group. */
static void matrices_of(int32_t sequence, int32_t flags) {
  enum { N = 5, D = 4, G = 3, EACH = 2 + 2 * G };
  static const int32_t groups[D] = {0, 2, 0, 1};
  double x[N * EACH][D], base[2 * D];
  inno_design *d = NULL;
  assert_int_equal(inno_design_create_matrices(NULL, N, D, groups, sequence, sequence == 3 ? 0 : 42,
                                               flags | INNO_DESIGN_SECOND_ORDER, &d, NULL),
                   INNO_OK);
  points(d, 0, N * EACH, x[0]);
  for (int i = 0; i < N; i++) {
    const inno__random r = {42, (uint64_t)i, INNO__STREAM_DESIGN};
    for (int k = 0; k < 2 * D; k++) {
      uint64_t v[INNO__SOBOL_BITS];
      inno__sobol_directions(k, v);
      base[k] = sequence == INNO_SEQUENCE_PHILOX  ? inno__random_uniform(&r, (uint32_t)k)
                : sequence == INNO_SEQUENCE_SOBOL ? inno__sobol_scrambled((uint64_t)i, k, 42)
                                                  : inno__sobol_middle(inno__sobol_digits(v, (uint64_t)i));
      assert_true(base[k] > 0.0 && base[k] < 1.0);
    }
    for (int k = 0; k < EACH; k++) {
      int matrix = k == 0 ? INNO__MATRIX_A : k == 1 ? INNO__MATRIX_B : k < 2 + G ? INNO__MATRIX_AB : INNO__MATRIX_BA;
      int g = k < 2 ? -1 : (k - 2) % G, of_b = matrix == INNO__MATRIX_B || matrix == INNO__MATRIX_BA;
      int run = flags & INNO_DESIGN_BLOCKS ? k * N + i : i * EACH + (k == 0 ? 0 : k == 1 ? EACH - 1 : k - 1);
      assert_int_equal(inno__design_run(d, i, matrix, g), run);
      for (int j = 0; j < D; j++) assert_true(x[run][j] == base[(groups[j] == g) != of_b ? D + j : j]);
    }
  }
  inno_design_destroy(d);
}

static void matrices(void **state) {
  (void)state;
  for (int32_t sequence = INNO_SEQUENCE_PHILOX; sequence <= INNO_SEQUENCE_SOBOL_PLAIN; sequence++) {
    matrices_of(sequence, 0);
    matrices_of(sequence, INNO_DESIGN_BLOCKS);
  }
}

static void any_piece(void **state) {
  enum { D = 3, RUNS = 7 * (D + 2) };
  double all[RUNS * D], columns[D][RUNS], back[RUNS * D];
  (void)state;
  inno_design *d = model_design(7, D, INNO_SEQUENCE_SOBOL, 1, 0);
  points(d, 0, RUNS, all);
  for (int64_t first = 0; first <= RUNS; first++) {
    double part[RUNS * D];
    points(d, first, RUNS - first, part);
    assert_memory_equal(part, all + first * D, (size_t)(RUNS - first) * D * sizeof *part);
  }
  assert_int_equal(inno_design_points(d, 0, RUNS, columns[0], 8, 8 * RUNS, NULL), INNO_OK); /* column by column */
  assert_int_equal(inno_design_points(d, 0, RUNS, back + (RUNS - 1) * D, -8 * D, 8, NULL), INNO_OK);
  for (int r = 0; r < RUNS; r++)
    for (int j = 0; j < D; j++)
      assert_true(columns[j][r] == all[r * D + j] && back[(RUNS - 1 - r) * D + j] == all[r * D + j]);
  inno_design_destroy(d);
}

/* ---- walks ---- */

enum { WALKS = 200, INPUTS = 5, GROUPS = 4, STEPS = GROUPS + 1 };
static const int32_t walk_groups[INPUTS] = {3, 0, 1, 0, 2};

static inno_design *walks(int32_t walk, int32_t levels, int64_t seed) {
  inno_design *d = NULL;
  assert_int_equal(inno_design_create_walks(NULL, WALKS, INPUTS, walk_groups, walk, levels, seed, &d, NULL), INNO_OK);
  assert_int_equal(inno_design_run_count(d), WALKS * STEPS);
  return d;
}

/* Which group moved between two runs: all its inputs by a half, no other at all. */
static int moved(const double *from, const double *to) {
  int group = -1;
  for (int j = 0; j < INPUTS; j++) {
    if (from[j] == to[j]) continue;
    assert_true(fabs(fabs(from[j] - to[j]) - 0.5) < 1e-15);
    assert_true(group == -1 || group == walk_groups[j]);
    group = walk_groups[j];
  }
  assert_true(group >= 0);
  for (int j = 0; j < INPUTS; j++) assert_true((from[j] != to[j]) == (walk_groups[j] == group));
  return group;
}

/* Each group moves once; levels are as often as each other; on trajectories each group comes at each place. */
static void walks_move_every_group(void **state) {
  double x[STEPS][INPUTS];
  (void)state;
  for (int32_t walk = INNO_WALK_TRAJECTORY; walk <= INNO_WALK_RADIAL; walk++)
    for (int32_t levels = 2; levels <= 6; levels += 2) {
      int at[GROUPS][GROUPS] = {{0}}, level[6] = {0};
      inno_design *d = walks(walk, levels, levels);
      for (int w = 0; w < WALKS; w++) {
        int seen[GROUPS] = {0};
        points(d, w * STEPS, STEPS, x[0]);
        for (int k = 1; k < STEPS; k++) {
          int g = moved(x[walk == INNO_WALK_RADIAL ? 0 : k - 1], x[k]);
          seen[g]++;
          at[g][k - 1]++;
        }
        for (int g = 0; g < GROUPS; g++) assert_int_equal(seen[g], 1);
        for (int k = 0; k < STEPS; k++)
          for (int j = 0; j < INPUTS; j++) {
            double l = (x[k][j] * 2.0 * levels - 1.0) / 2.0;
            assert_true(fabs(l - floor(l + 0.5)) < 1e-12 && x[k][j] > 0.0 && x[k][j] < 1.0);
            if (k == 0) level[(int)floor(l + 0.5)]++;
          }
      }
      for (int l = 0; l < levels; l++) assert_true(fabs(level[l] - (double)WALKS * INPUTS / levels) < 160.0);
      for (int g = 0; g < GROUPS; g++)
        for (int k = 0; k < GROUPS; k++)
          if (walk == INNO_WALK_TRAJECTORY)
            assert_true(fabs(at[g][k] - WALKS / 4.0) < 5.0 * sqrt(WALKS * 3.0 / 16.0));
          else
            assert_int_equal(at[g][k], g == k ? WALKS : 0);
      inno_design_destroy(d);
    }
}

/* 3 a - 2 b + 4 c d (group 2 is input 4, group 0 inputs 1 and 3 together) */
static double linear(const double *x, int64_t inputs) {
  (void)inputs;
  return 3.0 * x[0] - 2.0 * x[2] + 4.0 * (x[1] + x[3]) + 0.0 * x[4];
}

static void effects(const inno_design *d, const double *y, int32_t field, double *out) {
  assert_int_equal(inno_design_effects(d, y, 8, field, out, 8, NULL), INNO_OK);
}

/* A linear model has its slopes as effects, without spread; a group of two slopes of 4 moves by 8 or by 0. */
static void linear_effects(void **state) {
  double mean[GROUPS], size[GROUPS], sd[GROUPS], count[GROUPS];
  static const double slope[GROUPS] = {0, -2.0, 0.0, 3.0};
  (void)state;
  for (int32_t walk = INNO_WALK_TRAJECTORY; walk <= INNO_WALK_RADIAL; walk++) {
    inno_design *d = walks(walk, 4, 17);
    double *y = model_run(d, linear);
    y[7] = NAN; /* walk 1, step 2 */
    effects(d, y, INNO_EFFECT_MEAN, mean);
    effects(d, y, INNO_EFFECT_MEAN_ABS, size);
    effects(d, y, INNO_EFFECT_SD, sd);
    effects(d, y, INNO_EFFECT_COUNT, count);
    assert_true(mean[0] != mean[0] && sd[0] != sd[0]);
    assert_true(fabs(size[0] - 4.0) < 5.0 * 4.0 / sqrt(WALKS)); /* 0 or 8, half of the time each */
    double lost = 0.0;
    for (int g = 0; g < GROUPS; g++) {
      lost += WALKS - count[g];
      if (g == 0) continue;
      assert_true(fabs(mean[g] - slope[g]) < 1e-13 && fabs(size[g] - fabs(slope[g])) < 1e-13 && sd[g] < 1e-13);
    }
    assert_true(lost == (walk == INNO_WALK_TRAJECTORY ? 2.0 : 1.0)); /* a run in the middle ends two effects */
    free(y);
    inno_design_destroy(d);
  }
}

/* x y: the effect of x is y. On 4 levels y is 1/8, 3/8, 5/8, 7/8 alike: mean 1/2, variance 5/64. */
static double times(const double *x, int64_t inputs) { return x[0] * x[inputs - 1]; }

static void interacting_effects(void **state) {
  enum { N = 20000 };
  double mean[2], sd[2], size[2];
  (void)state;
  for (int32_t walk = INNO_WALK_TRAJECTORY; walk <= INNO_WALK_RADIAL; walk++) {
    inno_design *d = NULL;
    assert_int_equal(inno_design_create_walks(NULL, N, 2, NULL, walk, 4, 3, &d, NULL), INNO_OK);
    double *y = model_run(d, times);
    effects(d, y, INNO_EFFECT_MEAN, mean);
    effects(d, y, INNO_EFFECT_SD, sd);
    effects(d, y, INNO_EFFECT_MEAN_ABS, size);
    for (int g = 0; g < 2; g++) {
      assert_true(fabs(mean[g] - 0.5) < 5.0 * sqrt(5.0 / 64.0 / N) && fabs(size[g] - mean[g]) < 1e-12);
      assert_true(fabs(sd[g] - sqrt(5.0 / 64.0)) < 0.005);
    }
    free(y);
    inno_design_destroy(d);
  }
}

static void effects_that_are_none(void **state) {
  double y[3] = {1.0, NAN, NAN}, out[2] = {7, 7};
  inno_design *d = NULL;
  (void)state;
  assert_int_equal(inno_design_create_walks(NULL, 1, 2, NULL, INNO_WALK_RADIAL, 2, 0, &d, NULL), INNO_OK);
  for (int32_t field = INNO_EFFECT_MEAN; field <= INNO_EFFECT_SD; field++) {
    effects(d, y, field, out);
    assert_true(out[0] != out[0] && out[1] != out[1]);
  }
  effects(d, y, INNO_EFFECT_COUNT, out);
  assert_true(out[0] == 0.0 && out[1] == 0.0);
  y[1] = 2.0; /* one effect: a mean, no spread */
  effects(d, y, INNO_EFFECT_MEAN_ABS, out);
  assert_true(out[0] == 2.0 && out[1] != out[1]);
  effects(d, y, INNO_EFFECT_SD, out);
  assert_true(out[0] != out[0]);
  y[0] = -1.7e308;
  y[1] = 1.7e308;
  for (int32_t field = INNO_EFFECT_MEAN; field <= INNO_EFFECT_MEAN_ABS; field++) {
    assert_int_equal(inno_design_effects(d, y, 8, field, out, 8, NULL), INNO_E_OVERFLOW);
    assert_true(out[0] != out[0] && out[1] != out[1]);
  }
  y[1] = INFINITY;
  out[0] = 7;
  assert_int_equal(inno_design_effects(d, y, 8, INNO_EFFECT_MEAN, out, 8, NULL), INNO_E_INFINITE);
  assert_true(out[0] == 7.0);
  inno_design_destroy(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(matrices),       cmocka_unit_test(any_piece),           cmocka_unit_test(walks_move_every_group),
      cmocka_unit_test(linear_effects), cmocka_unit_test(interacting_effects), cmocka_unit_test(effects_that_are_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
