/* Frontiers by the public functions: every rule by hand or by enumeration, pieces, strides, statuses, options. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"

enum { MOST = 64, K = 8 };

static inno_error *error;
static inno_frontier_options *options;
static inno_frontier *frontier;
static double score[MOST], distance[MOST], table[MOST * K];

static int setup(void **state) {
  (void)state;
  return inno_error_create(NULL, &error) != INNO_OK || inno_frontier_options_create(NULL, &options, error) != INNO_OK;
}
static int teardown(void **state) {
  (void)state;
  inno_frontier_destroy(frontier);
  inno_frontier_options_destroy(options);
  inno_error_destroy(error);
  frontier = NULL;
  return 0;
}

static void ok(inno_status s) {
  if (s != INNO_OK) fail_msg("%s: %s", inno_status_name(s), inno_error_message(error));
}
static void choose(int32_t rule) {
  ok(inno_frontier_options_set_i64(options, -1, INNO_KEY_FRONTIER_RULE, rule, error));
}

static inno_status begin(const double *rows, int64_t n, int64_t k) {
  inno_frontier_destroy(frontier);
  return inno_frontier_create(NULL, options, rows, n, k, (ptrdiff_t)(k * 8), 8, NULL, NULL, &frontier, error);
}
static void run(const double *rows, int64_t n, int64_t k) {
  int32_t done = 0;
  ok(begin(rows, n, k));
  ok(inno_frontier_advance(frontier, INT64_MAX, &done, error));
  assert_int_equal(done, 1);
  ok(inno_frontier_unit_values(frontier, INNO_FRONTIER_SCORE, score, 8, error));
  ok(inno_frontier_unit_values(frontier, INNO_FRONTIER_DISTANCE, distance, 8, error));
}
static double cell(int32_t field, int64_t unit, int64_t indicator, int64_t k) {
  ok(inno_frontier_indicator_values(frontier, field, table, (ptrdiff_t)(k * 8), 8, error));
  return table[unit * k + indicator];
}
static void certified(int64_t n) {
  double v[MOST];
  for (int32_t field = INNO_FRONTIER_PRIMAL; field <= INNO_FRONTIER_GAP; field++) {
    ok(inno_frontier_unit_values(frontier, field, v, 8, error));
    for (int i = 0; i < n; i++)
      if (!(v[i] <= 1e-12) && !isnan(v[i])) fail_msg("unit %d, certificate %d: %g", i, field, v[i]);
  }
}
#define NEAR(got, want) assert_true(fabs((got) - (want)) <= 1e-12)

static const double three[] = {2, 1, 1, 2, 1, 1};

/* Units x indicators, 1..100, the same in every run. */
static void draw(double *rows, int n, int k, uint64_t seed) {
  for (int c = 0; c < n * k; c++) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    rows[c] = 1.0 + 99.0 * ((double)(seed >> 11) * 0x1p-53);
  }
}

static void benefit_of_doubt(void **state) {
  (void)state;
  int64_t peer;
  double weight;
  run(three, 3, 2);
  NEAR(score[2], 2.0 / 3.0);
  assert_true(isnan(distance[2]));
  NEAR(cell(INNO_FRONTIER_MULTIPLIER, 2, 0, 2), 1.0 / 3.0);
  NEAR(cell(INNO_FRONTIER_SHARE, 2, 1, 2), 0.5);
  NEAR(cell(INNO_FRONTIER_TARGET, 2, 1, 2), 1.5);
  NEAR(cell(INNO_FRONTIER_INDICATOR_SCORE, 2, 1, 2), 2.0 / 3.0);
  assert_int_equal(inno_frontier_peer_count(frontier, 2), 2);
  ok(inno_frontier_peer(frontier, 2, 1, &peer, &weight, error));
  assert_int_equal(peer, 1);
  NEAR(weight, 0.5);
  assert_int_equal(inno_frontier_peer(frontier, 2, 2, &peer, &weight, error), INNO_E_ARGUMENT);
  certified(3);
}

/* With the direction 1 it is benefit of the doubt; in any direction times y no change of units matters. */
static void directional(void **state) {
  (void)state;
  double rows[MOST * K], before[MOST], bod[MOST];
  int n = 40, k = 5;
  draw(rows, n, k, 7);
  run(rows, n, k);
  memcpy(bod, score, sizeof bod);
  choose(INNO_FRONTIER_DIRECTIONAL);
  run(rows, n, k);
  certified(n);
  for (int i = 0; i < n; i++) NEAR(score[i], bod[i]);
  ok(inno_frontier_options_set_f64(options, 0, INNO_KEY_FRONTIER_DIRECTION, 0.0, error));
  ok(inno_frontier_options_set_f64(options, 3, INNO_KEY_FRONTIER_DIRECTION, 2.5, error));
  run(rows, n, k);
  certified(n);
  memcpy(before, score, sizeof before);
  int moved = 0;
  for (int i = 0; i < n; i++) moved += fabs(score[i] - bod[i]) > 1e-6;
  assert_true(moved > 5); /* those on the frontier stay */
  /* the target is on the frontier: nothing is left when it takes the unit's place */
  ok(inno_frontier_indicator_values(frontier, INNO_FRONTIER_TARGET, table, k * 8, 8, error));
  for (int i = 0; i < n; i++) NEAR(table[i * k + 3], rows[i * k + 3] * (1 + 2.5 * distance[i]));
  for (int c = 0; c < n * k; c++) rows[c] *= pow(10.0, c % k * 2 - 4);
  run(rows, n, k);
  for (int i = 0; i < n; i++) NEAR(score[i], before[i]);
}

static void directional_of_zeros_is_a_status(void **state) {
  (void)state;
  const double rows[] = {0, 0, 1, 2};
  choose(INNO_FRONTIER_DIRECTIONAL);
  run(rows, 2, 2);
  assert_true(isnan(score[0]) && score[1] == 1.0);
  assert_int_equal(inno_frontier_unit_status(frontier, 0, error), INNO_E_DOMAIN);
  assert_non_null(strstr(inno_error_message(error), "'1'"));
  assert_int_equal(inno_frontier_unit_status(frontier, 1, error), INNO_OK);
}

static void multidirectional(void **state) {
  (void)state;
  choose(INNO_FRONTIER_MULTIDIRECTIONAL);
  run(three, 3, 2);
  certified(3);
  assert_true(score[0] == 1.0 && score[1] == 1.0 && distance[0] == 0.0);
  NEAR(distance[2], 0.5); /* potential 2 in both, the frontier is half way */
  NEAR(score[2], 2.0 / 3.0);
  NEAR(cell(INNO_FRONTIER_TARGET, 2, 0, 2), 1.5);
  /* D has potential in the first indicator only */
  const double rows[] = {2, 1, 1, 2, 0.5, 2};
  run(rows, 3, 2);
  NEAR(cell(INNO_FRONTIER_TARGET, 2, 0, 2), 1.0);
  NEAR(cell(INNO_FRONTIER_TARGET, 2, 1, 2), 2.0);
  NEAR(cell(INNO_FRONTIER_INDICATOR_SCORE, 2, 0, 2), 0.5);
  assert_true(cell(INNO_FRONTIER_INDICATOR_SCORE, 2, 1, 2) == 1.0);
  NEAR(score[2], 0.75);
}

static void undesirable(void **state) {
  (void)state;
  const double rows[] = {2, 1, 1, 1, 4, 3};
  choose(INNO_FRONTIER_UNDESIRABLE);
  assert_int_equal(begin(rows, 3, 2), INNO_E_VALUE);
  assert_non_null(strstr(inno_error_message(error), "less_is_better"));
  ok(inno_frontier_options_set_i64(options, 1, INNO_KEY_FRONTIER_LESS_IS_BETTER, 1, error));
  run(rows, 3, 2);
  certified(3);
  assert_true(score[0] == 1.0 && distance[0] == 0.0);
  NEAR(distance[1], 1.0 / 3.0); /* 4/3 good and 2/3 bad: the ratio of unit 1 */
  NEAR(score[1], 0.75);
  NEAR(cell(INNO_FRONTIER_TARGET, 1, 0, 2), 4.0 / 3.0);
  NEAR(cell(INNO_FRONTIER_TARGET, 1, 1, 2), 2.0 / 3.0);
  NEAR(distance[2], 0.2); /* 4 (1 + b) / (3 (1 - b)) = 2 */
  /* a floor on the mean unit and an order */
  double many[MOST * K];
  draw(many, 30, 4, 3);
  inno_frontier_options_destroy(options);
  ok(inno_frontier_options_create(NULL, &options, error));
  choose(INNO_FRONTIER_UNDESIRABLE);
  ok(inno_frontier_options_set_i64(options, 2, INNO_KEY_FRONTIER_LESS_IS_BETTER, 1, error));
  ok(inno_frontier_options_set_i64(options, 3, INNO_KEY_FRONTIER_LESS_IS_BETTER, 1, error));
  run(many, 30, 4);
  double free_distance[MOST];
  memcpy(free_distance, distance, sizeof free_distance);
  ok(inno_frontier_options_set_i64(options, -1, INNO_KEY_FRONTIER_SHARE_OF, INNO_SHARE_OF_MEAN, error));
  ok(inno_frontier_options_set_f64(options, -1, INNO_KEY_FRONTIER_SHARE_LOWER, 0.1, error));
  ok(inno_frontier_options_add_order(options, 0, 1, error));
  run(many, 30, 4);
  certified(30);
  ok(inno_frontier_indicator_values(frontier, INNO_FRONTIER_SHARE, table, 32, 8, error));
  for (int i = 0; i < 30; i++) {
    assert_true(distance[i] >= free_distance[i] - 1e-12); /* bounds leave less doubt */
    for (int j = 0; j < 4; j++) assert_true(table[i * 4 + j] >= 0.1 - 1e-12);
    assert_true(table[i * 4] >= table[i * 4 + 1] - 1e-12);
  }
}

static void common_weights(void **state) {
  (void)state;
  double rows[MOST * K], bod[MOST], mean[MOST], worst[2] = {0, 0}, sum[2] = {0, 0};
  run(three, 3, 2);
  choose(INNO_FRONTIER_COMMON_WEIGHTS);
  run(three, 3, 2);
  NEAR(score[0], 1.0);
  NEAR(score[2], 2.0 / 3.0);
  NEAR(cell(INNO_FRONTIER_MULTIPLIER, 0, 1, 2), 1.0 / 3.0);
  draw(rows, 40, 5, 11);
  choose(INNO_FRONTIER_BENEFIT_OF_DOUBT);
  run(rows, 40, 5);
  memcpy(bod, score, sizeof bod);
  choose(INNO_FRONTIER_COMMON_WEIGHTS);
  for (int t = 0; t < 2; t++) { /* 0: the largest distance, 1: their mean */
    ok(inno_frontier_options_set_f64(options, -1, INNO_KEY_FRONTIER_COMPROMISE, t, error));
    run(rows, 40, 5);
    certified(40);
    for (int i = 0; i < 40; i++) {
      assert_true(score[i] <= bod[i] + 1e-12);
      worst[t] = fmax(worst[t], bod[i] - score[i]);
      sum[t] += bod[i] - score[i];
    }
    if (t == 1) memcpy(mean, score, sizeof mean);
  }
  assert_true(worst[0] < worst[1] && sum[1] < sum[0]); /* each is best at what it is for */
  rows[7] = NAN;
  assert_int_equal(begin(rows, 40, 5), INNO_E_NODATA);
  assert_non_null(strstr(inno_error_message(error), "'3' of unit '2'"));
}

/* Every draw of m units out of n, each as likely as the other. */
static double enumerate(const double *value, int n, int m) {
  int at[8] = {0};
  double sum = 0.0, count = 0.0;
  for (;;) {
    double most = -INFINITY;
    for (int d = 0; d < m; d++) most = fmax(most, value[at[d]]);
    sum += most;
    count += 1.0;
    int d = 0;
    while (d < m && ++at[d] == n) at[d++] = 0;
    if (d == m) return sum / count;
  }
}

static void order_m(void **state) {
  (void)state;
  double rows[MOST * K], value[MOST], bod[MOST];
  int n = 7, k = 3;
  draw(rows, n, k, 5);
  run(rows, n, k);
  memcpy(bod, score, sizeof bod);
  for (int directional = 0; directional < 2; directional++) {
    inno_frontier_options_destroy(options);
    ok(inno_frontier_options_create(NULL, &options, error));
    choose(directional ? INNO_FRONTIER_DIRECTIONAL_ORDER_M : INNO_FRONTIER_ORDER_M);
    assert_int_equal(begin(rows, n, k), INNO_E_MISSING_PARAMETER);
    assert_non_null(strstr(inno_error_message(error), "draws"));
    if (directional) ok(inno_frontier_options_set_f64(options, 1, INNO_KEY_FRONTIER_DIRECTION, 0.5, error));
    for (int m = 1; m <= 5; m++) {
      ok(inno_frontier_options_set_i64(options, -1, INNO_KEY_FRONTIER_DRAWS, m, error));
      run(rows, n, k);
      for (int i = 0; i < n; i++) {
        for (int p = 0; p < n; p++) {
          value[p] = INFINITY;
          for (int j = 0; j < k; j++) {
            double y = rows[i * k + j], more = rows[p * k + j] - y, g = j == 1 ? 0.5 : 1.0;
            value[p] = fmin(value[p], directional ? more / (g * y) : rows[p * k + j] / y);
          }
        }
        double expected = enumerate(value, n, m), want = directional ? 1.0 / (1.0 + expected) : 1.0 / expected;
        if (expected > -1.0)
          NEAR(score[i] / want, 1.0);
        else
          assert_int_equal(inno_frontier_unit_status(frontier, i, error), INNO_E_DOMAIN);
      }
    }
  }
  choose(INNO_FRONTIER_ORDER_M); /* many draws: the hull of those that are as good in everything */
  inno_frontier_options_destroy(options);
  ok(inno_frontier_options_create(NULL, &options, error));
  choose(INNO_FRONTIER_ORDER_M);
  ok(inno_frontier_options_set_i64(options, -1, INNO_KEY_FRONTIER_DRAWS, 1000000, error));
  run(rows, n, k);
  for (int i = 0; i < n; i++) assert_true(score[i] >= bod[i] - 1e-12 && score[i] <= 1.0 + 1e-12);
}

static void order_m_with_zeros_and_missing(void **state) {
  (void)state;
  const double rows[] = {0, 2, 4, 1, NAN, 4, 0, 0};
  choose(INNO_FRONTIER_ORDER_M);
  ok(inno_frontier_options_set_i64(options, -1, INNO_KEY_FRONTIER_DRAWS, 1, error));
  run(rows, 4, 2);
  NEAR(score[0], 1.0 / ((1.0 + 0.5 + 0.0) / 3.0)); /* its 0 is no limit; who lacks the first indicator is not drawn */
  NEAR(score[2], 1.0 / ((0.5 + 0.25 + 1.0 + 0.0) / 4.0));
  assert_true(score[3] == 0.0);
}

static void geometric_and_its_change(void **state) {
  (void)state;
  double before_rows[MOST * K], after_rows[MOST * K], factor[4][MOST], before_score[MOST];
  int n = 20, k = 4, moved = 0;
  draw(before_rows, n, k, 1);
  draw(after_rows, n, k, 2);
  choose(INNO_FRONTIER_GEOMETRIC);
  assert_int_equal(begin(before_rows, n, k), INNO_E_MISSING_PARAMETER);
  ok(inno_frontier_options_set_i64(options, -1, INNO_KEY_FRONTIER_BENCHMARK, 3, error));
  ok(inno_frontier_options_set_f64(options, -1, INNO_KEY_FRONTIER_SHARE_LOWER, 0.1, error));
  run(before_rows, n, k);
  assert_true(score[3] == 1.0);
  memcpy(before_score, score, sizeof before_score);
  for (int i = 0; i < n; i++) {
    double want = 1.0;
    for (int j = 0; j < k; j++)
      want *= pow(before_rows[i * k + j] / before_rows[3 * k + j], cell(INNO_FRONTIER_SHARE, i, j, k));
    NEAR(score[i] / want, 1.0);
  }
  inno_frontier *before = frontier;
  frontier = NULL;
  run(after_rows, n, k);
  for (int f = 0; f < 4; f++) ok(inno_frontier_change(before, frontier, f + 1, factor[f], 8, error));
  for (int i = 0; i < n; i++) {
    NEAR(factor[0][i] / (score[i] / before_score[i]), 1.0);
    NEAR(factor[0][i] / (factor[1][i] * factor[2][i] * factor[3][i]), 1.0);
    moved += fabs(factor[3][i] - 1.0) > 1e-6;
  }
  assert_true(moved > 0); /* shares moved: what Compind leaves out of its overall change */
  assert_int_equal(inno_frontier_change(before, frontier, 5, factor[0], 8, error), INNO_E_ARGUMENT);
  choose(INNO_FRONTIER_BENEFIT_OF_DOUBT);
  inno_frontier_destroy(before);
}

static void pieces_and_strides(void **state) {
  (void)state;
  static const int32_t rules[] = {INNO_FRONTIER_BENEFIT_OF_DOUBT, INNO_FRONTIER_DIRECTIONAL,
                                  INNO_FRONTIER_MULTIDIRECTIONAL, INNO_FRONTIER_COMMON_WEIGHTS};
  double rows[MOST * K], columns[MOST * K], whole[MOST], spread[2 * MOST], u[MOST * K], v[MOST * K];
  int n = 25, k = 4;
  draw(rows, n, k, 21);
  for (int c = 0; c < n * k; c++) columns[(k - 1 - c % k) * n + (n - 1 - c / k)] = rows[c];
  for (size_t r = 0; r < sizeof rules / sizeof rules[0]; r++) {
    int32_t done = 0, pieces = 0;
    choose(rules[r]);
    run(rows, n, k);
    memcpy(whole, score, sizeof whole);
    ok(inno_frontier_indicator_values(frontier, INNO_FRONTIER_MULTIPLIER, u, k * 8, 8, error));
    inno_frontier_destroy(frontier);
    /* from the last value backwards */
    ok(inno_frontier_create(NULL, options, columns + n * k - 1, n, k, -8, -8 * n, NULL, NULL, &frontier, error));
    assert_int_equal(inno_frontier_unit_values(frontier, INNO_FRONTIER_SCORE, score, 8, error), INNO_E_UNFINISHED);
    while (!done) {
      ok(inno_frontier_advance(frontier, 1, &done, error));
      pieces++;
    }
    assert_true(pieces >= n);
    ok(inno_frontier_unit_values(frontier, INNO_FRONTIER_SCORE, spread, 16, error));
    for (int i = 0; i < n; i++) assert_memory_equal(&spread[2 * i], &whole[i], sizeof *whole);
    ok(inno_frontier_indicator_values(frontier, INNO_FRONTIER_MULTIPLIER, v, 8, 8 * n, error));
    for (int c = 0; c < n * k; c++) assert_memory_equal(&v[c % k * n + c / k], &u[c], sizeof *u);
  }
}

static void what_a_unit_cannot_have(void **state) {
  (void)state;
  const double rows[] = {0, 2, 2, 1, 1, NAN, NAN, NAN};
  const char *const units[] = {"Ha Noi", "Hue", "Da Nang", "Can Tho"}, *const indicators[] = {"patents", "schools"};
  int32_t done = 0;
  ok(inno_frontier_options_set_f64(options, 0, INNO_KEY_FRONTIER_SHARE_LOWER, 0.2, error));
  ok(inno_frontier_options_set_f64(options, -1, INNO_KEY_FRONTIER_SHARE_UPPER, 0.7, error));
  ok(inno_frontier_create(NULL, options, rows, 4, 2, 16, 8, units, indicators, &frontier, error));
  ok(inno_frontier_advance(frontier, INT64_MAX, &done, error));
  ok(inno_frontier_unit_values(frontier, INNO_FRONTIER_SCORE, score, 8, error));
  assert_true(isnan(score[0]) && score[1] == 1.0 && isnan(score[2]) && isnan(score[3]));
  assert_int_equal(inno_frontier_unit_status(frontier, 0, error), INNO_E_NONPOSITIVE);
  assert_string_equal(inno_error_unit(error), "Ha Noi");
  assert_non_null(strstr(inno_error_message(error), "patents"));
  assert_int_equal(inno_frontier_unit_status(frontier, 2, error), INNO_E_DOMAIN);
  assert_non_null(strstr(inno_error_message(error), "share_upper"));
  assert_int_equal(inno_frontier_unit_status(frontier, 3, error), INNO_E_NODATA);
  assert_int_equal(inno_frontier_unit_status(frontier, 4, error), INNO_E_ARGUMENT);
  assert_true(isnan(cell(INNO_FRONTIER_SHARE, 0, 1, 2)) && !isnan(cell(INNO_FRONTIER_SHARE, 1, 1, 2)));
  assert_int_equal(inno_frontier_peer_count(frontier, 0), 0);
}

static void nothing_is_ignored(void **state) {
  (void)state;
  double value;
  choose(INNO_FRONTIER_MULTIDIRECTIONAL);
  ok(inno_frontier_options_set_f64(options, -1, INNO_KEY_FRONTIER_SHARE_LOWER, 0.1, error));
  assert_int_equal(begin(three, 3, 2), INNO_E_VALUE);
  assert_non_null(strstr(inno_error_message(error), "share_lower"));
  choose(INNO_FRONTIER_BENEFIT_OF_DOUBT);
  ok(inno_frontier_options_set_f64(options, 2, INNO_KEY_FRONTIER_SHARE_LOWER, 0.1, error));
  assert_int_equal(begin(three, 3, 2), INNO_E_ARGUMENT); /* there is no third indicator */
  assert_int_equal(inno_frontier_options_set_f64(options, 256, 910, 0.1, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_frontier_options_set_f64(options, -1, 999, 0.1, error), INNO_E_KEY);
  assert_int_equal(inno_frontier_options_set_f64(options, -1, 900, 0.1, error), INNO_E_TYPE);
  assert_int_equal(inno_frontier_options_set_i64(options, -1, 910, 1, error), INNO_E_TYPE);
  assert_int_equal(inno_frontier_options_set_f64(options, -1, 910, 1.1, error), INNO_E_VALUE);
  assert_int_equal(inno_frontier_options_set_f64(options, -1, 910, NAN, error), INNO_E_VALUE);
  assert_int_equal(inno_frontier_options_set_i64(options, -1, 900, 11, error), INNO_E_RULE);
  assert_int_equal(inno_frontier_options_set_i64(options, 0, 940, 11, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_frontier_options_add_ratio(options, 0, 0, 1, 2, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_frontier_options_add_ratio(options, 0, 1, 3, 2, error), INNO_E_VALUE);
  assert_int_equal(inno_frontier_options_add_ratio(options, 0, 1, 0, INFINITY, error), INNO_E_VALUE);
  ok(inno_frontier_options_get(options, 2, 910, &value, error));
  assert_true(value == 0.1);
  ok(inno_frontier_options_get(options, -1, 940, &value, error));
  assert_true(isnan(value));
  for (int32_t i = 0; i < inno_frontier_key_count(); i++) {
    int32_t key, type, read = 0;
    const char *name;
    ok(inno_frontier_key_info(i, &key, &name, &type, NULL));
    assert_int_equal(inno_frontier_key_from_name(name), key);
    for (int32_t r = 10; r <= 60; r++) read += inno_frontier_rule_uses(r, key);
    assert_true(read > 0 && key >= 900 && key < 1000);
  }
  const double bad[] = {1, 2, -1, 2}, infinite[] = {1, INFINITY, 1, 2};
  inno_frontier_options_destroy(options);
  ok(inno_frontier_options_create(NULL, &options, error));
  assert_int_equal(begin(bad, 2, 2), INNO_E_NONPOSITIVE);
  assert_int_equal(begin(infinite, 2, 2), INNO_E_INFINITE);
  assert_int_equal(begin(three, 0, 2), INNO_E_ARGUMENT);
  assert_int_equal(begin(three, 1, 257), INNO_E_SIZE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(benefit_of_doubt, setup, teardown),
      cmocka_unit_test_setup_teardown(directional, setup, teardown),
      cmocka_unit_test_setup_teardown(directional_of_zeros_is_a_status, setup, teardown),
      cmocka_unit_test_setup_teardown(multidirectional, setup, teardown),
      cmocka_unit_test_setup_teardown(undesirable, setup, teardown),
      cmocka_unit_test_setup_teardown(common_weights, setup, teardown),
      cmocka_unit_test_setup_teardown(order_m, setup, teardown),
      cmocka_unit_test_setup_teardown(order_m_with_zeros_and_missing, setup, teardown),
      cmocka_unit_test_setup_teardown(geometric_and_its_change, setup, teardown),
      cmocka_unit_test_setup_teardown(pieces_and_strides, setup, teardown),
      cmocka_unit_test_setup_teardown(what_a_unit_cannot_have, setup, teardown),
      cmocka_unit_test_setup_teardown(nothing_is_ignored, setup, teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
