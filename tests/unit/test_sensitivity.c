/* Indices of models whose indices are known, and what becomes of failed runs, constants and shifts. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/models.h"

static const int32_t estimators[] = {INNO_ESTIMATOR_JANSEN, INNO_ESTIMATOR_SALTELLI, INNO_ESTIMATOR_CENTERED};

static void near(double got, double want, double tolerance) {
  if (!(fabs(got - want) <= tolerance)) fail_msg("got %.17g, expected %.17g", got, want);
}

static void indices(const inno_sensitivity *s, int32_t field, double *out) {
  assert_int_equal(inno_sensitivity_indices(s, field, out, 8, NULL), INNO_OK);
}

/* ---- by hand ---- */

/* Two base points, one input, order A AB B: f(A) = 1, 3; f(AB) = 2, 7; f(B) = 2, 6. m = 3, V = (4+0+1+9)/3 = 14/3. */
static void two_points_by_hand(void **state) {
  static const double y[] = {1, 2, 2, 3, 7, 6};
  double out;
  (void)state;
  inno_design *d = model_design(2, 1, INNO_SEQUENCE_PHILOX, 1, 0);
  assert_int_equal(inno_design_run_count(d), 6);
  for (int e = 0; e < 3; e++) {
    static const double first[3] = {1.0 - 1.0 / (4.0 * 14.0 / 3.0), (2.0 * 1.0 + 6.0 * 4.0) / (2.0 * 14.0 / 3.0),
                                    (-1.0 * 1.0 + 3.0 * 4.0) / (2.0 * 14.0 / 3.0)};
    inno_sensitivity *s = model_analyze(d, y, estimators[e], 0, 0);
    near(inno_sensitivity_number(s, INNO_SENSITIVITY_MEAN), 3.0, 0.0);
    near(inno_sensitivity_number(s, INNO_SENSITIVITY_VARIANCE), 14.0 / 3.0, 1e-15);
    indices(s, INNO_SENSITIVITY_FIRST, &out);
    near(out, first[e], 4e-16);
    indices(s, INNO_SENSITIVITY_TOTAL, &out);
    near(out, (1.0 + 16.0) / (4.0 * 14.0 / 3.0), 4e-16);
    inno_sensitivity_destroy(s);
  }
  inno_design_destroy(d);
}

static void names(void **state) {
  (void)state;
  for (int e = 0; e < 3; e++)
    assert_int_equal(inno_estimator_from_name(inno_estimator_name(estimators[e])), estimators[e]);
  assert_string_equal(inno_estimator_name(INNO_ESTIMATOR_SALTELLI), "saltelli");
  assert_int_equal(inno_estimator_from_name("Jansen"), 0);
  assert_int_equal(inno_estimator_from_name(""), 0);
  assert_null(inno_estimator_name(0));
  assert_null(inno_estimator_name(4));
}

/* ---- exact indices ---- */

static void g_function(void **state) {
  double all = 1.0, out[MODEL_G_INPUTS];
  (void)state;
  for (int64_t j = 0; j < MODEL_G_INPUTS; j++) all *= 1.0 + model_g_part(j);
  inno_design *d = model_design(8192, MODEL_G_INPUTS, INNO_SEQUENCE_SOBOL, 11, 0);
  double *y = model_run(d, model_g);
  for (int e = 0; e < 3; e++) {
    inno_sensitivity *s = model_analyze(d, y, estimators[e], 0, 0);
    near(inno_sensitivity_number(s, INNO_SENSITIVITY_MEAN), 1.0, 1e-3);
    near(inno_sensitivity_number(s, INNO_SENSITIVITY_VARIANCE), all - 1.0, 0.005);
    indices(s, INNO_SENSITIVITY_FIRST, out);
    for (int64_t j = 0; j < MODEL_G_INPUTS; j++) near(out[j], model_g_part(j) / (all - 1.0), 0.01);
    indices(s, INNO_SENSITIVITY_TOTAL, out);
    for (int64_t j = 0; j < MODEL_G_INPUTS; j++)
      near(out[j], model_g_part(j) * all / (1.0 + model_g_part(j)) / (all - 1.0), 0.005);
    inno_sensitivity_destroy(s);
  }
  free(y);
  inno_design_destroy(d);
}

/* a b + c of inputs in (-1/2, 1/2): V_ab = 1/144, V_c = 1/12, nothing else. The second order of (a, b) is 1/13. */
static double product(const double *x, int64_t inputs) {
  (void)inputs;
  return (x[0] - 0.5) * (x[1] - 0.5) + (x[2] - 0.5);
}

static void product_interacts(void **state) {
  double first[3], total[3], pair, same;
  (void)state;
  inno_design *d = model_design(8192, 3, INNO_SEQUENCE_SOBOL, 5, INNO_DESIGN_SECOND_ORDER);
  assert_int_equal(inno_design_run_count(d), 8192 * 8);
  double *y = model_run(d, product);
  for (int e = 0; e < 3; e++) {
    inno_sensitivity *s = model_analyze(d, y, estimators[e], 0, 0);
    indices(s, INNO_SENSITIVITY_FIRST, first);
    indices(s, INNO_SENSITIVITY_TOTAL, total);
    near(first[0], 0.0, 0.005);
    near(first[2], 12.0 / 13.0, 0.005);
    near(total[0], 1.0 / 13.0, 0.002);
    near(total[1], 1.0 / 13.0, 0.002);
    near(total[2], 12.0 / 13.0, 0.002);
    for (int64_t g = 0; g < 3; g++)
      for (int64_t h = 0; h < 3; h++) {
        if (g == h) continue;
        assert_int_equal(inno_sensitivity_second(s, g, h, &pair, NULL), INNO_OK);
        assert_int_equal(inno_sensitivity_second(s, h, g, &same, NULL), INNO_OK);
        assert_true(pair == same);
        near(pair, g + h == 1 ? 1.0 / 13.0 : 0.0, 0.01);
      }
    inno_sensitivity_destroy(s);
  }
  free(y);
  inno_design_destroy(d);
}

/* Inputs 0 and 1 as one group: its first order is all that the product has, and it interacts with nothing. */
static void groups_move_together(void **state) {
  static const int32_t groups[] = {1, 1, 0};
  double first[2], total[2], pair;
  inno_design *d = NULL;
  (void)state;
  assert_int_equal(
      inno_design_create_matrices(NULL, 8192, 3, groups, INNO_SEQUENCE_SOBOL, 5, INNO_DESIGN_SECOND_ORDER, &d, NULL),
      INNO_OK);
  assert_int_equal(inno_design_group_count(d), 2);
  assert_int_equal(inno_design_input_count(d), 3);
  assert_int_equal(inno_design_run_count(d), 8192 * 6);
  double *y = model_run(d, product);
  inno_sensitivity *s = model_analyze(d, y, INNO_ESTIMATOR_CENTERED, 0, 0);
  indices(s, INNO_SENSITIVITY_FIRST, first);
  indices(s, INNO_SENSITIVITY_TOTAL, total);
  near(first[0], 12.0 / 13.0, 0.005);
  near(first[1], 1.0 / 13.0, 0.005);
  near(total[1], 1.0 / 13.0, 0.002);
  assert_int_equal(inno_sensitivity_second(s, 0, 1, &pair, NULL), INNO_OK);
  near(pair, 0.0, 0.01);
  inno_sensitivity_destroy(s);
  free(y);
  inno_design_destroy(d);
}

/* ---- what must not matter, and what does ---- */

/* COINr's measurement: y = X1 + 2 X2 with 1000 added. Uncentered, noise grows with the shift; the others do not move.
 */
static double line(const double *x, int64_t inputs) {
  (void)inputs;
  return x[0] + 2.0 * x[1];
}
static double shifted(const double *x, int64_t inputs) { return line(x, inputs) + 1000.0; }

static void a_shift_is_nothing(void **state) {
  double before[2], after[2];
  (void)state;
  inno_design *d = model_design(500, 2, INNO_SEQUENCE_PHILOX, 3, 0);
  double *y = model_run(d, line), *z = model_run(d, shifted);
  for (int e = 0; e < 3; e++) {
    inno_sensitivity *s = model_analyze(d, y, estimators[e], 0, 0), *t = model_analyze(d, z, estimators[e], 0, 0);
    indices(s, INNO_SENSITIVITY_FIRST, before);
    indices(t, INNO_SENSITIVITY_FIRST, after);
    double moved = fmax(fabs(after[0] - before[0]), fabs(after[1] - before[1]));
    if (estimators[e] == INNO_ESTIMATOR_SALTELLI)
      assert_true(moved > 1.0);
    else
      assert_true(moved < 1e-10);
    inno_sensitivity_destroy(s);
    inno_sensitivity_destroy(t);
  }
  free(y);
  free(z);
  inno_design_destroy(d);
}

/* The two orders of runs are the same runs; outputs may lie anywhere. */
static void order_and_stride(void **state) {
  enum { N = 64, G = 3, EACH = 2 + 2 * G };
  double a[G], b[G], backward[2 * N * EACH];
  (void)state;
  inno_design *d = model_design(N, G, INNO_SEQUENCE_SOBOL, 9, INNO_DESIGN_SECOND_ORDER);
  inno_design *blocks = model_design(N, G, INNO_SEQUENCE_SOBOL, 9, INNO_DESIGN_SECOND_ORDER | INNO_DESIGN_BLOCKS);
  double *y = model_run(d, model_ishigami), *z = model_run(blocks, model_ishigami);
  for (int i = 0; i < N; i++)
    for (int k = 0; k < EACH; k++) {
      int matrix = k == 0 ? 0 : k == EACH - 1 ? 1 : k + 1; /* A, B, AB.., BA.. */
      assert_true(y[i * EACH + k] == z[matrix * N + i]);
    }
  for (int r = 0; r < N * EACH; r++) backward[2 * (N * EACH - 1 - r)] = y[r];
  for (int e = 0; e < 3; e++) {
    inno_sensitivity *s = model_analyze(d, y, estimators[e], 20, 1),
                     *t = model_analyze(blocks, z, estimators[e], 20, 1);
    inno_sensitivity *u = NULL;
    double lower[2], upper[2];
    assert_int_equal(
        inno_sensitivity_create(NULL, d, backward + 2 * (N * EACH - 1), -16, estimators[e], 0, 0, &u, NULL), INNO_OK);
    for (int32_t field = INNO_SENSITIVITY_FIRST; field <= INNO_SENSITIVITY_TOTAL; field++) {
      indices(s, field, a);
      indices(t, field, b);
      assert_memory_equal(a, b, sizeof a);
      indices(u, field, b);
      assert_memory_equal(a, b, sizeof a);
    }
    for (int p = 0; p < 2; p++)
      assert_int_equal(
          inno_sensitivity_second_interval(p ? t : s, 1, 2, INNO_INTERVAL_NORMAL, 0.9, lower + p, upper + p, NULL),
          INNO_OK);
    assert_true(lower[0] == lower[1] && upper[0] == upper[1] && lower[0] < upper[0]);
    inno_sensitivity_destroy(s);
    inno_sensitivity_destroy(t);
    inno_sensitivity_destroy(u);
  }
  free(y);
  free(z);
  inno_design_destroy(d);
  inno_design_destroy(blocks);
}

/* A failed run takes its base point away, and nothing else: the rest is as a smaller design, to the bit. */
static void failed_runs_are_left_out(void **state) {
  enum { N = 40, EACH = 5 };
  double a[3], b[3], rest[N * EACH];
  int kept = 0;
  (void)state;
  inno_design *d = model_design(N, 3, INNO_SEQUENCE_PHILOX, 2, 0), *smaller = model_design(N - 3, 3, 1, 2, 0);
  double *y = model_run(d, model_ishigami);
  y[4 * EACH] = NAN;                         /* A */
  y[17 * EACH + 2] = y[17 * EACH + 4] = NAN; /* AB and B of one point */
  y[N * EACH - 1] = NAN;                     /* B */
  for (int i = 0; i < N; i++) {
    if (i == 4 || i == 17 || i == N - 1) continue;
    memcpy(rest + EACH * kept++, y + EACH * i, EACH * sizeof *y);
  }
  for (int e = 0; e < 3; e++) {
    inno_sensitivity *s = model_analyze(d, y, estimators[e], 0, 0),
                     *t = model_analyze(smaller, rest, estimators[e], 0, 0);
    assert_true(inno_sensitivity_number(s, INNO_SENSITIVITY_USED) == N - 3);
    assert_true(inno_sensitivity_number(s, INNO_SENSITIVITY_LEFT_OUT) == 3.0);
    assert_true(inno_sensitivity_number(t, INNO_SENSITIVITY_LEFT_OUT) == 0.0);
    for (int32_t field = INNO_SENSITIVITY_FIRST; field <= INNO_SENSITIVITY_TOTAL; field++) {
      indices(s, field, a);
      indices(t, field, b);
      assert_memory_equal(a, b, sizeof a);
    }
    inno_sensitivity_destroy(s);
    inno_sensitivity_destroy(t);
  }
  free(y);
  inno_design_destroy(d);
  inno_design_destroy(smaller);
}

static void refused(const inno_design *d, const double *y, inno_status status, const char *word) {
  inno_sensitivity *s = (void *)(uintptr_t)8;
  inno_error *error = NULL;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  assert_int_equal(inno_sensitivity_create(NULL, d, y, 8, INNO_ESTIMATOR_JANSEN, 10, 0, &s, error), status);
  assert_null(s);
  assert_non_null(strstr(inno_error_message(error), word));
  inno_error_destroy(error);
}

static void what_has_no_indices(void **state) {
  double y[9];
  (void)state;
  inno_design *d = model_design(3, 1, INNO_SEQUENCE_PHILOX, 0, 0);
  for (int r = 0; r < 9; r++) y[r] = 0.1;
  refused(d, y, INNO_E_CONSTANT, "0.1");
  y[1] = 5.0; /* AB alone: A and B still have no variance */
  refused(d, y, INNO_E_CONSTANT, "no variance");
  for (int r = 0; r < 9; r++) y[r] = r;
  y[4] = INFINITY;
  refused(d, y, INNO_E_INFINITE, "run 4");
  y[4] = y[8] = NAN;
  refused(d, y, INNO_E_NODATA, "1 of 3");
  for (int r = 0; r < 9; r++) y[r] = NAN;
  refused(d, y, INNO_E_NODATA, "0 of 3");
  for (int r = 0; r < 9; r++) y[r] = r % 2 ? 1e200 : -1e200;
  refused(d, y, INNO_E_OVERFLOW, "too large");
  for (int r = 0; r < 9; r++) y[r] = r;
  y[1] = 1e200; /* the variance is fine, an index is not */
  refused(d, y, INNO_E_OVERFLOW, "too large");
  inno_design_destroy(d);
}

/* ---- bootstrap ---- */

/* Any pieces give the same bits; another seed other ones. */
static void pieces_do_not_matter(void **state) {
  double low[2][3], high[2][3];
  int32_t done = 0;
  inno_sensitivity *t = NULL;
  (void)state;
  inno_design *d = model_design(100, 3, INNO_SEQUENCE_PHILOX, 8, 0);
  double *y = model_run(d, model_ishigami);
  inno_sensitivity *s = model_analyze(d, y, INNO_ESTIMATOR_JANSEN, 25, -4);
  assert_int_equal(inno_sensitivity_create(NULL, d, y, 8, INNO_ESTIMATOR_JANSEN, 25, -4, &t, NULL), INNO_OK);
  for (int64_t piece = 1; !done; piece++) {
    assert_int_equal(inno_sensitivity_intervals(t, 1, INNO_INTERVAL_NORMAL, 0.9, low[0], 8, high[0], 8, NULL),
                     INNO_E_UNFINISHED);
    assert_int_equal(inno_sensitivity_advance(t, piece, &done, NULL), INNO_OK);
  }
  assert_int_equal(inno_sensitivity_advance(t, 1, &done, NULL), INNO_OK); /* nothing is left to do */
  assert_int_equal(done, 1);
  for (int32_t kind = INNO_INTERVAL_PERCENTILE; kind <= INNO_INTERVAL_NORMAL; kind++)
    for (int32_t field = INNO_SENSITIVITY_FIRST; field <= INNO_SENSITIVITY_TOTAL; field++) {
      assert_int_equal(inno_sensitivity_intervals(s, field, kind, 0.9, low[0], 8, high[0], 8, NULL), INNO_OK);
      assert_int_equal(inno_sensitivity_intervals(t, field, kind, 0.9, low[1], 8, high[1], 8, NULL), INNO_OK);
      assert_memory_equal(low[0], low[1], sizeof low[0]);
      assert_memory_equal(high[0], high[1], sizeof high[0]);
      for (int j = 0; j < 3; j++) assert_true(low[0][j] < high[0][j]);
    }
  inno_sensitivity_destroy(t);
  t = model_analyze(d, y, INNO_ESTIMATOR_JANSEN, 25, 4);
  assert_int_equal(inno_sensitivity_intervals(t, 2, 2, 0.9, low[1], 8, high[1], 8, NULL), INNO_OK);
  assert_memory_not_equal(low[0], low[1], sizeof low[0]);
  inno_sensitivity_destroy(s);
  inno_sensitivity_destroy(t);
  inno_design_destroy(d);
  free(y);
}

/* Two base points of which each alone is constant: a resample has variance only when it draws both, half of the time.
 */
static void resamples_without_variance(void **state) {
  static const double y[] = {1, 2, 1, 3, 1, 3};
  double low, high;
  (void)state;
  inno_design *d = model_design(2, 1, INNO_SEQUENCE_PHILOX, 0, 0);
  inno_sensitivity *s = model_analyze(d, y, INNO_ESTIMATOR_JANSEN, 1000, 6);
  double constant = inno_sensitivity_number(s, INNO_SENSITIVITY_CONSTANT);
  assert_true(constant > 420.0 && constant < 580.0); /* five standard deviations */
  /* what is left is the estimate itself, every time */
  assert_int_equal(inno_sensitivity_intervals(s, 2, INNO_INTERVAL_PERCENTILE, 0.95, &low, 8, &high, 8, NULL), INNO_OK);
  double total;
  indices(s, INNO_SENSITIVITY_TOTAL, &total);
  assert_true(low == total && high == total);
  inno_sensitivity_destroy(s);
  inno_design_destroy(d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_points_by_hand),
      cmocka_unit_test(names),
      cmocka_unit_test(g_function),
      cmocka_unit_test(product_interacts),
      cmocka_unit_test(groups_move_together),
      cmocka_unit_test(a_shift_is_nothing),
      cmocka_unit_test(order_and_stride),
      cmocka_unit_test(failed_runs_are_left_out),
      cmocka_unit_test(what_has_no_indices),
      cmocka_unit_test(pieces_do_not_matter),
      cmocka_unit_test(resamples_without_variance),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
