/* Benefit of the doubt of a node: by hand, bounds, missing values, zeros, refusals; order and units change nothing. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "construct/benefit_of_doubt.h"
#include "numeric/missing.h"

enum { MOST = 200, K = 7 };

static inno_error *error;
static inno__names *names;
static const char *const children[] = {"a", "b", "c", "d", "e", "f", "g"};
static double x[K][MOST], score[MOST], u[MOST][K], share[MOST][K], peer[MOST][MOST];
static inno__bod_result result[MOST];
static inno_status status[MOST];
static double low[K], high[K];

static int setup(void **state) {
  (void)state;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  assert_int_equal(inno__names_create(&error->allocator, &names), INNO_OK);
  for (int i = 0; i < MOST; i++) {
    char name[16] = {'U', (char)('0' + i / 100), (char)('0' + i / 10 % 10), (char)('0' + i % 10), '\0'};
    inno__names_add(names, name);
  }
  return 0;
}
static int teardown(void **state) {
  (void)state;
  inno__names_destroy(names);
  inno_error_destroy(error);
  return 0;
}

static inno__bod_rule plain(void) {
  return (inno__bod_rule){
      .share_of = INNO__BOD_SHARE_CONTRIBUTION, .zero = INNO__BOD_ZERO_ERROR, .iterations = INNO__BOD_ITERATIONS};
}

/* Status of the beginning; every unit is asked, in the order given or 0, 1, ... */
static inno_status run(int k, int n, const inno__bod_rule *rule, const int *order) {
  const double *columns[K];
  inno__bod b;
  inno__site site = {error, "index", names};
  for (int j = 0; j < k; j++) columns[j] = x[j];
  void *work = malloc(inno__bod_work_size(k, n, rule));
  inno_status s = inno__bod_begin(&b, columns, k, n, rule, work, children, &site);
  for (int t = 0; t < n && s == INNO_OK; t++) {
    int i = order != NULL ? order[t] : t;
    status[i] = inno__bod_unit(&b, i, &result[i], u[i], share[i], peer[i]);
    score[i] = result[i].score;
    if (status[i] == INNO_OK && !isnan(result[i].certificate.gap))
      assert_true(result[i].certificate.primal < 1e-12 && result[i].certificate.dual < 1e-12 &&
                  result[i].certificate.gap < 1e-12);
  }
  free(work);
  return s;
}

static void set(int j, int n, const double *values) { memcpy(x[j], values, (size_t)n * sizeof *values); }
#define NEAR(got, want) assert_true(fabs((got) - (want)) <= 1e-13)

static void three_units_by_hand(void **state) {
  (void)state;
  set(0, 3, (const double[]){2, 1, 1});
  set(1, 3, (const double[]){1, 2, 1});
  inno__bod_rule rule = plain();
  assert_int_equal(run(2, 3, &rule, NULL), INNO_OK);
  assert_true(score[0] == 1.0 && score[1] == 1.0);
  NEAR(score[2], 2.0 / 3.0);
  NEAR(u[2][0], 1.0 / 3.0);
  NEAR(u[2][1], 1.0 / 3.0);
  NEAR(share[2][0] + share[2][1], 1.0);
  NEAR(peer[2][0], 0.5);
  NEAR(peer[2][1], 0.5);
  assert_true(peer[2][2] == 0.0 && result[2].available == 2);
}

static void one_unit_and_one_indicator(void **state) {
  (void)state;
  inno__bod_rule rule = plain();
  set(0, 1, (const double[]){3});
  set(1, 1, (const double[]){5});
  assert_int_equal(run(2, 1, &rule, NULL), INNO_OK);
  assert_true(score[0] == 1.0);
  set(0, 4, (const double[]){3, 6, 0, 1.5});
  assert_int_equal(run(1, 4, &rule, NULL), INNO_OK);
  NEAR(score[0], 0.5);
  assert_true(score[1] == 1.0 && score[2] == 0.0);
  NEAR(score[3], 0.25);
  assert_true(isnan(share[2][0]) && u[2][0] == 0.0);
}

static void bounds_on_multipliers_ratios_and_orders(void **state) {
  (void)state;
  set(0, 3, (const double[]){4, 1, 2});
  set(1, 3, (const double[]){1, 4, 1});
  inno__bod_rule rule = plain();
  high[0] = 0.1, high[1] = 0.05;
  rule.bounds.multiplier_upper = high;
  assert_int_equal(run(2, 3, &rule, NULL), INNO_OK);
  NEAR(score[0], 0.45); /* both multipliers at their bounds: below 1 everywhere */
  NEAR(score[2], 0.25);
  rule.bounds.multiplier_upper = NULL;
  low[0] = 0.0, low[1] = 0.2;
  rule.bounds.multiplier_lower = low;
  assert_int_equal(run(2, 3, &rule, NULL), INNO_OK);
  NEAR(score[0], 1.0);
  NEAR(score[2], 0.6); /* u = 0.2, 0.2: 4 u + 0.2 <= 1, 0.8 + u <= 1 */
  NEAR(u[2][1], 0.2);
  rule.bounds.multiplier_lower = NULL;
  const inno__bod_ratio ratio = {0, 1, 2.0, 3.0};
  rule.bounds.ratios = &ratio;
  rule.bounds.ratio_count = 1;
  assert_int_equal(run(2, 3, &rule, NULL), INNO_OK);
  for (int i = 0; i < 3; i++) assert_true(u[i][0] / u[i][1] >= 2.0 - 1e-12 && u[i][0] / u[i][1] <= 3.0 + 1e-12);
  NEAR(score[1], 2.0 / 3.0); /* u = 2/9, 1/9 */
  rule.bounds.ratio_count = 0;
  const inno__bod_order order = {1, 0};
  rule.bounds.orders = &order;
  rule.bounds.order_count = 1;
  assert_int_equal(run(2, 3, &rule, NULL), INNO_OK);
  for (int i = 0; i < 3; i++) assert_true(share[i][1] >= share[i][0] - 1e-12);
  NEAR(score[0], 8.0 / 17.0); /* u_2 >= 4 u_1 and u_1 + 4 u_2 <= 1: u = 1/17, 4/17 */
}

static void missing_values(void **state) {
  (void)state;
  const double nan = inno__nan();
  inno__bod_rule rule = plain();
  set(0, 4, (const double[]){nan, 2, 1, nan});
  set(1, 4, (const double[]){4, 1, 2, nan});
  assert_int_equal(run(2, 4, &rule, NULL), INNO_OK);
  assert_true(score[0] == 1.0 && result[0].available == 1 && isnan(u[0][0]) && isnan(share[0][0]));
  NEAR(u[0][1], 0.25);
  NEAR(score[2], 0.875); /* 4 u_2 <= 1, 2 u_1 + u_2 <= 1 */
  assert_int_equal(status[3], INNO_OK);
  assert_true(isnan(score[3]) && result[3].available == 0);
  /* what is not known of others lowers nobody: knowing it can only lower a score */
  double before = score[2];
  x[0][0] = 1.0;
  run(2, 4, &rule, NULL);
  assert_true(score[2] <= before + 1e-13);
}

static void zeros_under_a_floor(void **state) {
  (void)state;
  inno__bod_rule rule = plain();
  set(0, 3, (const double[]){0, 2, 1});
  set(1, 3, (const double[]){3, 1, 2});
  set(2, 3, (const double[]){3, 2, 1});
  for (int j = 0; j < 3; j++) low[j] = 0.1, high[j] = 0.6;
  rule.bounds.share_lower = low;
  rule.bounds.share_upper = high;
  assert_int_equal(run(3, 3, &rule, NULL), INNO_OK);
  assert_int_equal(status[0], INNO_E_NONPOSITIVE);
  assert_true(isnan(score[0]) && status[1] == INNO_OK && status[2] == INNO_OK);
  rule.zero = INNO__BOD_ZERO_RELEASE;
  assert_int_equal(run(3, 3, &rule, NULL), INNO_OK);
  assert_true(status[0] == INNO_OK && score[0] == 1.0 && share[0][0] == 0.0);
  assert_true(share[0][1] <= 0.6 + 1e-12 && share[0][2] <= 0.6 + 1e-12);
  rule.zero = INNO__BOD_ZERO_LIMIT;
  assert_int_equal(run(3, 3, &rule, NULL), INNO_OK);
  assert_true(status[0] == INNO_OK && score[0] == 0.0);
  x[0][0] = 1e-7; /* and that is where the score goes */
  assert_int_equal(run(3, 3, &rule, NULL), INNO_OK);
  assert_true(score[0] > 0.0 && score[0] < 1e-5);
}

static void what_cannot_be_is_named(void **state) {
  (void)state;
  inno__bod_rule rule = plain();
  set(0, 2, (const double[]){1, 2});
  set(1, 2, (const double[]){2, inno__nan()});
  rule.bounds.share_upper = high;
  high[0] = high[1] = 0.5; /* the sum is 1 for two indicators, but one unit has one only */
  assert_int_equal(run(2, 2, &rule, NULL), INNO_OK);
  assert_int_equal(status[0], INNO_OK);
  assert_int_equal(status[1], INNO_E_DOMAIN);
  assert_string_equal(inno_error_unit(error), "U001");
  assert_non_null(strstr(inno_error_message(error), "share_upper"));
  high[1] = 0.4;
  assert_int_equal(run(2, 2, &rule, NULL), INNO_E_VALUE);
  assert_non_null(strstr(inno_error_message(error), "0.9"));
  rule.bounds.share_upper = NULL;
  rule.bounds.share_lower = low;
  low[0] = 0.7, low[1] = 0.6;
  assert_int_equal(run(2, 2, &rule, NULL), INNO_E_VALUE);
  low[1] = 0.2, high[0] = 0.6, high[1] = 1.0;
  rule.bounds.share_upper = high;
  assert_int_equal(run(2, 2, &rule, NULL), INNO_E_VALUE); /* 0.7 > 0.6 */
  assert_non_null(strstr(inno_error_message(error), "'a'"));
  x[1][1] = -1.0;
  rule = plain();
  assert_int_equal(run(2, 2, &rule, NULL), INNO_E_NONPOSITIVE);
  assert_non_null(strstr(inno_error_message(error), "U001"));
  x[1][1] = 1.0;
  const inno__bod_ratio contradiction[] = {{0, 1, 2.0, INFINITY}, {1, 0, 2.0, INFINITY}};
  rule.bounds.ratios = contradiction;
  rule.bounds.ratio_count = 2;
  assert_int_equal(run(2, 2, &rule, NULL), INNO_OK);
  assert_int_equal(status[0], INNO_E_DOMAIN);
  assert_non_null(strstr(inno_error_message(error), "ratio"));
  rule = plain();
  rule.iterations = 0;
  assert_int_equal(run(2, 2, &rule, NULL), INNO_OK);
  assert_int_equal(status[1], INNO_E_UNFINISHED);
}

static void ten_times_a_tenth_is_one(void **state) {
  (void)state;
  inno__bod_rule rule = plain();
  for (int j = 0; j < K; j++) {
    for (int i = 0; i < 5; i++) x[j][i] = 1.0 + (i * 3 + j * 5) % 7;
    low[j] = high[j] = 1.0 / 7.0;
  }
  rule.bounds.share_lower = low;
  rule.bounds.share_upper = high;
  assert_int_equal(run(K, 5, &rule, NULL), INNO_OK);
  for (int i = 0; i < 5; i++) { /* shares that leave no choice: the harmonic mean of y_i / y_k decides */
    double level = 0.0;
    assert_int_equal(status[i], INNO_OK);
    for (int k = 0; k < 5; k++) {
      double sum = 0.0;
      for (int j = 0; j < K; j++) sum += x[j][k] / x[j][i] / 7.0;
      level = fmax(level, sum);
    }
    NEAR(score[i], 1.0 / level);
  }
}

/* Units in another order, asked in another order, indicators in other units: the same. */
static void order_and_units_change_nothing(void **state) {
  (void)state;
  static double before[MOST], shuffled[K][MOST];
  int order[MOST], n = 150;
  uint64_t seed = 12345;
  for (int j = 0; j < K; j++)
    for (int i = 0; i < n; i++) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      x[j][i] = 0.5 + (double)(seed >> 11) * 0x1p-53;
      low[j] = 0.05, high[j] = 0.3;
    }
  for (int bounded = 0; bounded < 2; bounded++) {
    inno__bod_rule rule = plain();
    if (bounded) rule.bounds.share_lower = low, rule.bounds.share_upper = high;
    assert_int_equal(run(K, n, &rule, NULL), INNO_OK);
    memcpy(before, score, sizeof before);
    for (int i = 0; i < n; i++) order[i] = n - 1 - i;
    assert_int_equal(run(K, n, &rule, order), INNO_OK);
    assert_memory_equal(before, score, (size_t)n * sizeof *score); /* asked in another order: the same bits */
    for (int i = 0; i < n; i++) order[i] = i * 7 % n;
    for (int j = 0; j < K; j++)
      for (int i = 0; i < n; i++) shuffled[j][i] = x[j][order[i]];
    memcpy(x, shuffled, sizeof x);
    assert_int_equal(run(K, n, &rule, NULL), INNO_OK);
    for (int i = 0; i < n; i++) assert_true(fabs(score[i] - before[order[i]]) <= 1e-11);
    memcpy(before, score, sizeof before);
    for (int j = 0; j < K; j++)
      for (int i = 0; i < n; i++) x[j][i] *= pow(10.0, 3 * j - 9);
    assert_int_equal(run(K, n, &rule, NULL), INNO_OK);
    for (int i = 0; i < n; i++) assert_true(fabs(score[i] - before[i]) <= 1e-11);
    for (int j = 0; j < K; j++)
      for (int i = 0; i < n; i++) x[j][i] *= pow(10.0, 9 - 3 * j);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(three_units_by_hand),
      cmocka_unit_test(one_unit_and_one_indicator),
      cmocka_unit_test(bounds_on_multipliers_ratios_and_orders),
      cmocka_unit_test(missing_values),
      cmocka_unit_test(zeros_under_a_floor),
      cmocka_unit_test(what_cannot_be_is_named),
      cmocka_unit_test(ten_times_a_tenth_is_one),
      cmocka_unit_test(order_and_units_change_nothing),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
