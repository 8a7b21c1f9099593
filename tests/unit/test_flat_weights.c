/* The flat tier: weights from data and from judgements; by hand, and against the handle tier's bits. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/golden.h"

enum { N = 9, K = 3 };
#define NONE INT32_MIN

static const double by_column[K * N] = {3, 1, 4, 1, 5, 9,  2, 6, 5,  /* a */
                                        2, 7, 1, 8, 2, 8,  1, 8, 4,  /* b */
                                        9, 6, 8, 2, 8, 14, 3, 9, 8}; /* c */
static const char *const codes[K] = {"a", "b", "c"};

static int all_missing(const double *x, int n) {
  for (int i = 0; i < n; i++)
    if (x[i] == x[i]) return 0;
  return 1;
}

static inno_indicator_set *family(void) {
  inno_indicator_set *set = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "I", NULL, NULL), INNO_OK);
  for (int j = 0; j < K; j++) assert_int_equal(inno_indicator_set_add(set, codes[j], "I", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  return set;
}

static void take(const inno_weights *w, double *out) {
  for (int j = 0; j < K; j++) assert_int_equal(inno_weights_get(w, codes[j], &out[j], NULL), INNO_OK);
}

/* What the pipeline finds for the same values; the status of the run. */
static inno_status by_handles(const double *columns, const char *settings, double *out) {
  static const char *const units[N] = {"u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8"};
  inno_indicator_set *set = family();
  inno_dataset *data = NULL;
  inno_method *method = NULL;
  inno_result *result = NULL;
  inno_weights *found = NULL;
  inno_scheme *steps[] = {golden_scheme(INNO_STEP_NORMALIZE, "rule=none"), golden_scheme(INNO_STEP_WEIGH, settings),
                          golden_scheme(INNO_STEP_AGGREGATE, "rule=arithmetic")};
  assert_int_equal(inno_dataset_create(NULL, N, units, &data, NULL), INNO_OK);
  for (int j = 0; j < K; j++)
    assert_int_equal(inno_dataset_add_column(data, codes[j], columns + (size_t)j * N, 8, NULL), INNO_OK);
  assert_int_equal(inno_method_create(NULL, set, NULL, (const inno_scheme *const *)steps, 3, &method, NULL), INNO_OK);
  inno_status s = inno_result_create(NULL, method, data, INNO_KEEP_SCORES, &result, NULL);
  if (s == INNO_OK) {
    assert_int_equal(inno_weights_create_from_result(NULL, result, &found, NULL), INNO_OK);
    take(found, out);
  }
  inno_weights_destroy(found);
  inno_result_destroy(result);
  inno_method_destroy(method);
  for (int i = 0; i < 3; i++) inno_scheme_destroy(steps[i]);
  inno_dataset_destroy(data);
  inno_indicator_set_destroy(set);
  return s;
}

static const struct {
  int32_t number;
  const char *settings;
} rules[] = {{INNO_WEIGH_EQUAL, "rule=equal"},
             {INNO_WEIGH_DEVIATION, "rule=deviation"},
             {INNO_WEIGH_ENTROPY, "rule=entropy"},
             {INNO_WEIGH_GINI, "rule=gini"},
             {INNO_WEIGH_CRITIC, "rule=critic"},
             {INNO_WEIGH_MEREC, "rule=merec"},
             {INNO_WEIGH_FIRST_COMPONENT, "rule=first_component"},
             {INNO_WEIGH_ALL_COMPONENTS, "rule=all_components"},
             {INNO_WEIGH_FACTORS, "rule=factors"}};
enum { RULES = sizeof rules / sizeof rules[0] };

/* Both orders of the matrix, with and without gaps; a refusal is the same refusal. */
static void every_rule_has_the_bits_of_the_pipeline(void **state) {
  (void)state;
  double columns[K * N], rows[N * K];
  int computed = 0;
  for (int gaps = 0; gaps < 2; gaps++) {
    memcpy(columns, by_column, sizeof columns);
    if (gaps) columns[2] = columns[N + 5] = NAN;
    for (int i = 0; i < N * K; i++) rows[i] = columns[i % K * N + i / K];
    for (int r = 0; r < RULES; r++) {
      double theirs[K], ours[K], again[K];
      inno_status s = by_handles(columns, rules[r].settings, theirs);
      assert_int_equal(inno_flat_weights(columns, N, K, 1, rules[r].number, ours), s);
      assert_int_equal(inno_flat_weights(rows, N, K, 0, rules[r].number, again), s);
      if (s == INNO_OK && memcmp(ours, theirs, sizeof ours) != 0) fail_msg("%s: other bits", rules[r].settings);
      if (s == INNO_OK && memcmp(ours, again, sizeof ours) != 0) fail_msg("%s: the order counts", rules[r].settings);
      if (s != INNO_OK) assert_true(all_missing(ours, K) && all_missing(again, K));
      computed += s == INNO_OK;
    }
  }
  assert_true(computed >= 2 * (RULES - 1));
}

static void by_hand(void **state) {
  (void)state;
  /* scaled to 0..1: 0 1 0 1 and 0 1/2 1/2 1: variances 1/3 and 1/6 */
  const double x[] = {0, 0, 10, 1, 0, 1, 10, 2};
  double w[2];
  assert_int_equal(inno_flat_weights(x, 4, 2, 0, INNO_WEIGH_DEVIATION, w), INNO_OK);
  assert_true(fabs(w[0] - sqrt(2.0) / (1.0 + sqrt(2.0))) < 1e-15 && fabs(w[0] + w[1] - 1.0) < 1e-15);
  assert_int_equal(inno_flat_weights(x, 4, 2, 0, INNO_WEIGH_EQUAL, w), INNO_OK);
  assert_true(w[0] == 0.5 && w[1] == 0.5);
  assert_int_equal(inno_flat_weights((const double[]){5, 5}, 2, 1, 0, INNO_WEIGH_CRITIC, w), INNO_OK);
  assert_true(w[0] == 1.0);
}

static void what_weights_refuse(void **state) {
  (void)state;
  double x[K * N], out[K] = {7, 7, 7};
  memcpy(x, by_column, sizeof x);
  const double *misaligned = (const double *)(const void *)((const char *)x + 4);
#define WEIGHTS(x, rows, columns, rule) inno_flat_weights(x, rows, columns, 1, rule, out)
  assert_int_equal(WEIGHTS(x, -1, K, INNO_WEIGH_GINI), INNO_E_ARGUMENT);
  assert_int_equal(WEIGHTS(x, N, -1, INNO_WEIGH_GINI), INNO_E_ARGUMENT);
  assert_int_equal(WEIGHTS(x, N, INNO_LIMIT_NODES + 1, INNO_WEIGH_GINI), INNO_E_SIZE);
  assert_true(out[0] == 7 && out[1] == 7 && out[2] == 7); /* wrong sizes: nothing is written */
  assert_int_equal(inno_flat_weights(NULL, 0, 0, 0, INNO_WEIGH_GINI, NULL), INNO_OK);
  assert_int_equal(inno_flat_weights(x, N, K, 1, INNO_WEIGH_GINI, NULL), INNO_E_NULL);
  assert_int_equal(inno_flat_weights(x, N, K, 1, INNO_WEIGH_GINI, (double *)(void *)((char *)x + 4)), INNO_E_ALIGN);
#define REFUSED(status, call)                   \
  do {                                          \
    for (int i_ = 0; i_ < K; i_++) out[i_] = 7; \
    assert_int_equal(call, status);             \
    assert_true(all_missing(out, K));           \
  } while (0)
  REFUSED(INNO_E_NULL, WEIGHTS(NULL, N, K, INNO_WEIGH_GINI));
  REFUSED(INNO_E_ALIGN, WEIGHTS(misaligned, N, K, INNO_WEIGH_GINI));
  REFUSED(INNO_E_ARGUMENT, inno_flat_weights(x, N, K, 2, INNO_WEIGH_GINI, out));
  REFUSED(INNO_E_MISSING_PARAMETER, WEIGHTS(x, N, K, NONE));
  REFUSED(INNO_E_RULE, WEIGHTS(x, N, K, INNO_WEIGH_GIVEN));
  REFUSED(INNO_E_RULE, WEIGHTS(x, N, K, 99));
  for (int r = 0; r < RULES; r++) REFUSED(INNO_E_NODATA, WEIGHTS(x, 0, K, rules[r].number));
  for (int i = 0; i < N; i++) x[i] = 2;
  REFUSED(INNO_E_CONSTANT, WEIGHTS(x, N, K, INNO_WEIGH_CRITIC));
  x[4] = INFINITY;
  REFUSED(INNO_E_INFINITE, WEIGHTS(x, N, K, INNO_WEIGH_GINI));
  x[4] = 0;
  REFUSED(INNO_E_NONPOSITIVE, WEIGHTS(x, N, K, INNO_WEIGH_MEREC));
}

/* ---- judgements ---- */

static void judgements_have_the_bits_of_the_handle_tier(void **state) {
  (void)state;
  const double rows[] = {1, 3, 5, 1 / 3.0, 1, 2, 0.2, 0.5, 1};
  const double columns[] = {1, 1 / 3.0, 0.2, 3, 1, 0.5, 5, 2, 1};
  inno_indicator_set *set = family();
  inno_weights *w = NULL;
  assert_int_equal(inno_weights_create_equal(NULL, set, &w, NULL), INNO_OK);
  for (int32_t rule = INNO_AHP_EIGENVECTOR; rule <= INNO_AHP_COLUMN_MEAN; rule++) {
    double theirs[K], ours[K], again[K], ratio = 0;
    assert_int_equal(inno_weights_set_ahp(w, set, "I", NULL, K, rows, 24, 8, rule, INFINITY, NULL, NULL, &ratio, NULL),
                     INNO_OK);
    take(w, theirs);
    assert_int_equal(inno_flat_ahp(rows, K, 0, rule, ours), INNO_OK);
    assert_int_equal(inno_flat_ahp(columns, K, 1, rule, again), INNO_OK);
    assert_memory_equal(ours, theirs, sizeof ours);
    assert_memory_equal(again, theirs, sizeof ours);
    if (rule != INNO_AHP_EIGENVECTOR) continue;
    assert_int_equal(inno_flat_ahp(rows, K, 0, NONE, ours), INNO_OK);
    assert_memory_equal(ours, theirs, sizeof ours);
    assert_true(inno_flat_ahp_ratio(rows, K, 0) == ratio && inno_flat_ahp_ratio(columns, K, 1) == ratio && ratio > 0);
  }
  const double points[] = {60, 30, 10, 50, 20, 30};
  for (int32_t rule = INNO_BUDGET_MEAN; rule <= INNO_BUDGET_MEDIAN; rule++) {
    double theirs[K], ours[K], again[K];
    const double turned[] = {60, 50, 30, 20, 10, 30};
    assert_int_equal(inno_weights_set_budget(w, set, "I", NULL, K, points, 2, 24, 8, 100, rule, NULL), INNO_OK);
    take(w, theirs);
    assert_int_equal(inno_flat_budget(points, 2, K, 0, 100, rule, ours), INNO_OK);
    assert_int_equal(inno_flat_budget(turned, 2, K, 1, 100, rule, again), INNO_OK);
    assert_memory_equal(ours, theirs, sizeof ours);
    assert_memory_equal(again, theirs, sizeof ours);
    assert_true(fabs(ours[0] - 0.55) < 1e-15 && fabs(ours[1] - 0.25) < 1e-15 && fabs(ours[2] - 0.2) < 1e-15);
  }
  inno_weights_destroy(w);
  inno_indicator_set_destroy(set);
}

static void what_judgements_refuse(void **state) {
  (void)state;
  double a[] = {1, 3, 5, 1 / 3.0, 1, 2, 0.2, 0.5, 1}, out[K] = {7, 7, 7};
  double large[16 * 16];
  for (int i = 0; i < 256; i++) large[i] = 1;
  assert_int_equal(inno_flat_ahp(a, -1, 0, NONE, out), INNO_E_ARGUMENT);
  assert_int_equal(inno_flat_ahp(large, 16, 0, NONE, out), INNO_E_SIZE);
  assert_int_equal(inno_flat_budget(a, -1, K, 0, 1, NONE, out), INNO_E_ARGUMENT);
  assert_true(out[0] == 7 && out[1] == 7 && out[2] == 7);
  assert_int_equal(inno_flat_ahp(NULL, 0, 0, NONE, NULL), INNO_OK);
  assert_int_equal(inno_flat_budget(NULL, 0, 0, 0, 1, NONE, NULL), INNO_OK);
  assert_int_equal(inno_flat_ahp(a, K, 0, NONE, NULL), INNO_E_NULL);
  assert_true(inno_flat_ahp_ratio(large, 15, 0) == 0.0 || fabs(inno_flat_ahp_ratio(large, 15, 0)) < 1e-12);
  assert_true(isnan(inno_flat_ahp_ratio(large, 16, 0)) && isnan(inno_flat_ahp_ratio(NULL, K, 0)));
  assert_true(isnan(inno_flat_ahp_ratio(NULL, 0, 0)) && inno_flat_ahp_ratio(a, 1, 0) == 0.0);
  REFUSED(INNO_E_NULL, inno_flat_ahp(NULL, K, 0, NONE, out));
  REFUSED(INNO_E_RULE, inno_flat_ahp(a, K, 0, 4, out));
  REFUSED(INNO_E_ARGUMENT, inno_flat_ahp(a, K, 2, NONE, out));
  a[1] = NAN;
  REFUSED(INNO_E_INCONSISTENT, inno_flat_ahp(a, K, 0, NONE, out));
  a[1] = 4;
  REFUSED(INNO_E_INCONSISTENT, inno_flat_ahp(a, K, 0, NONE, out));
  assert_true(isnan(inno_flat_ahp_ratio(a, K, 0)));
  a[1] = INFINITY;
  REFUSED(INNO_E_INFINITE, inno_flat_ahp(a, K, 0, NONE, out));
  const double points[] = {60, 30, 10, 50, 20, 31}, alone[] = {1, 0, 0, 0, 1, 0, 0, 0, 1};
  REFUSED(INNO_E_INCONSISTENT, inno_flat_budget(points, 2, K, 0, 100, NONE, out));
  REFUSED(INNO_E_MISSING_PARAMETER, inno_flat_budget(points, 1, K, 0, NAN, NONE, out));
  REFUSED(INNO_E_VALUE, inno_flat_budget(points, 1, K, 0, 0, NONE, out));
  REFUSED(INNO_E_VALUE, inno_flat_budget(points, 1, K, 0, INFINITY, NONE, out));
  REFUSED(INNO_E_RULE, inno_flat_budget(points, 1, K, 0, 100, 3, out));
  REFUSED(INNO_E_NODATA, inno_flat_budget(points, 0, K, 0, 100, NONE, out));
  REFUSED(INNO_E_WEIGHTS, inno_flat_budget(alone, 3, K, 0, 1, INNO_BUDGET_MEDIAN, out));
}

/* ---- the aggregation that has its own weights ---- */

/* A child that runs against the component is refused, and nothing else about sound data is. */
static void factor_scores_of_a_cell(void **state) {
  (void)state;
  double x[K * N], out[N];
  memcpy(x, by_column, sizeof x);
  for (int i = 0; i < N; i++) x[N + i] = x[i] * 2 + i % 2; /* now all three go together */
#define SCORES inno_flat_aggregate(x, N, K, 1, NULL, INNO_AGGREGATE_FACTOR_SCORES, NAN, NAN, NAN, NAN, out)
  assert_int_equal(SCORES, INNO_OK);
  double sum = 0, squares = 0;
  for (int i = 0; i < N; i++) sum += out[i], squares += out[i] * out[i];
  assert_true(fabs(sum) < 1e-13 && fabs(squares - (N - 1)) < 1e-12);
  for (int i = 0; i < N; i++) x[N + i] = -x[N + i];
  assert_int_equal(SCORES, INNO_E_DOMAIN);
  assert_true(all_missing(out, N));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_rule_has_the_bits_of_the_pipeline),
      cmocka_unit_test(by_hand),
      cmocka_unit_test(what_weights_refuse),
      cmocka_unit_test(judgements_have_the_bits_of_the_handle_tier),
      cmocka_unit_test(what_judgements_refuse),
      cmocka_unit_test(factor_scores_of_a_cell),
  };
  return cmocka_run_group_tests_name("flat weights", tests, NULL, NULL);
}
