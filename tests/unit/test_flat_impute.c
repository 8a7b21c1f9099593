/* The flat tier: imputation of a matrix and of a series; by hand, and against the handle tier's bits. */
#include <math.h>
#include <string.h>

#include "support/golden.h"

enum { N = 10, K = 3, CELLS = N * K };
#define NONE INT32_MIN
#define NA NAN

static const double by_column[CELLS] = {3,  1, NA, 1, 5,  9,  2, 6, 5, NA,   /* a */
                                        2,  7, 1,  8, NA, 8,  1, 8, 4, NA,   /* b */
                                        NA, 6, 8,  2, 8,  14, 3, 9, 8, 7.5}; /* c */
static const double group[N] = {1, 1, 1, 1, 2, 2, 2, 2, NA, 2};
static const char *const labels[N] = {"g1", "g1", "g1", "g1", "g2", "g2", "g2", "g2", NULL, "g2"};
static const char *const codes[K] = {"a", "b", "c"};

static int all_missing(const double *x, int n) {
  for (int i = 0; i < n; i++)
    if (x[i] == x[i]) return 0;
  return 1;
}

/* Bit by bit, but every NaN is one. */
static int same(const double *a, const double *b, int n) {
  for (int i = 0; i < n; i++)
    if (memcmp(&a[i], &b[i], sizeof *a) != 0 && !(isnan(a[i]) && isnan(b[i]))) return 0;
  return 1;
}

/* What the imputation of the pipeline leaves of k columns. */
static inno_status after_imputation(inno_dataset *data, const char *settings, int k, int rows, double *out) {
  inno_indicator_set *set = NULL;
  inno_method *method = NULL;
  inno_result *result = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "I", NULL, NULL), INNO_OK);
  for (int j = 0; j < k; j++) assert_int_equal(inno_indicator_set_add(set, codes[j], "I", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  inno_scheme *steps[] = {golden_scheme(INNO_STEP_IMPUTE, settings), golden_scheme(INNO_STEP_NORMALIZE, "rule=none"),
                          golden_scheme(INNO_STEP_AGGREGATE, "rule=arithmetic")};
  assert_int_equal(inno_method_create(NULL, set, NULL, (const inno_scheme *const *)steps, 3, &method, NULL), INNO_OK);
  inno_status s = inno_result_create(NULL, method, data, INNO_KEEP_ALL, &result, NULL);
  for (int j = 0; j < k && s == INNO_OK; j++) {
    int64_t node = inno_result_find_node(result, codes[j]);
    assert_int_equal(inno_result_values(result, 0, node, out + (size_t)j * (size_t)rows, 8, NULL), INNO_OK);
  }
  inno_result_destroy(result);
  inno_method_destroy(method);
  for (int i = 0; i < 3; i++) inno_scheme_destroy(steps[i]);
  inno_indicator_set_destroy(set);
  return s;
}

static inno_dataset *units_of(const double *columns) {
  static const char *const units[N] = {"u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9"};
  inno_dataset *data = NULL;
  assert_int_equal(inno_dataset_create(NULL, N, units, &data, NULL), INNO_OK);
  for (int j = 0; j < K; j++)
    assert_int_equal(inno_dataset_add_column(data, codes[j], columns + (size_t)j * N, 8, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_group(data, "region", labels, NULL), INNO_OK);
  return data;
}

/* ---- a matrix ---- */

typedef int32_t (*matrix_function)(const double *x, int32_t rows, int32_t columns, int32_t major, double *out);
#define MATRIX(name, call) \
  static int32_t name(const double *x, int32_t rows, int32_t columns, int32_t major, double *out) { return call; }
#define X x, rows, columns, major
MATRIX(regression, inno_flat_impute_regression(X, NONE, out))
MATRIX(regression_leave, inno_flat_impute_regression(X, INNO_TOO_FEW_SKIP, out))
MATRIX(em, inno_flat_impute_em(X, NAN, out))
MATRIX(em_ridge, inno_flat_impute_em(X, 0.25, out))
MATRIX(nearest, inno_flat_impute_nearest(X, NONE, out))
MATRIX(nearest_one, inno_flat_impute_nearest(X, 1, out))
MATRIX(hot_deck, inno_flat_impute_hot_deck(X, group, out))
MATRIX(siblings, inno_flat_impute_siblings(X, NULL, out))

static const struct {
  matrix_function call;
  const char *settings;
} matrices[] = {{regression, "rule=regression; level=0"},
                {regression_leave, "rule=regression; level=0; too_few=skip"},
                {em, "rule=em; level=0"},
                {em_ridge, "rule=em; level=0; ridge=0.25"},
                {nearest, "rule=nearest; level=0"},
                {nearest_one, "rule=nearest; level=0; neighbors=1"},
                {hot_deck, "rule=hot_deck; level=0; group=region"},
                {siblings, "rule=sibling_mean; level=0"}};
enum { MATRICES = sizeof matrices / sizeof matrices[0] };

static void a_matrix_has_the_bits_of_the_pipeline(void **state) {
  (void)state;
  double rows[CELLS];
  inno_dataset *data = units_of(by_column);
  for (int i = 0; i < CELLS; i++) rows[i] = by_column[i % K * N + i / K];
  for (int m = 0; m < MATRICES; m++) {
    double theirs[CELLS], ours[CELLS], again[CELLS];
    int filled = 0;
    assert_int_equal(after_imputation(data, matrices[m].settings, K, N, theirs), INNO_OK);
    assert_int_equal(matrices[m].call(by_column, N, K, 1, ours), INNO_OK);
    if (!same(ours, theirs, CELLS)) fail_msg("%s: other bits", matrices[m].settings);
    for (int i = 0; i < CELLS; i++) {
      filled += isnan(by_column[i]) && !isnan(ours[i]);
      assert_true(isnan(by_column[i]) || ours[i] == by_column[i]);
    }
    if (filled < 2) fail_msg("%s: only %d cells were filled", matrices[m].settings, filled);
    memcpy(again, rows, sizeof again); /* the other order, in place */
    assert_int_equal(matrices[m].call(again, N, K, 0, again), INNO_OK);
    for (int i = 0; i < CELLS; i++) assert_true(same(&again[i], &ours[i % K * N + i / K], 1));
  }
  inno_dataset_destroy(data);
}

/* b = 2 a + 1 exactly, but for the gap. */
static void a_matrix_by_hand(void **state) {
  (void)state;
  const double x[] = {1, 3, 2, 5, 4, 9, 3, NA}, unlike[] = {1, 1, 1, 2};
  double out[8];
  assert_int_equal(inno_flat_impute_regression(x, 4, 2, 0, NONE, out), INNO_OK);
  assert_true(fabs(out[7] - 7) < 1e-13);
  assert_int_equal(inno_flat_impute_nearest(x, 4, 2, 0, 1, out), INNO_OK);
  assert_true(out[7] == 5); /* 2 and 4 are equally near: the first */
  assert_int_equal(inno_flat_impute_nearest(x, 4, 2, 0, 3, out), INNO_OK);
  assert_true(out[7] == (5.0 + 9.0 + 3.0) / 3.0);
  assert_int_equal(inno_flat_impute_hot_deck(x, 4, 2, 0, NULL, out), INNO_OK);
  assert_true(out[7] == 5);
  assert_int_equal(inno_flat_impute_hot_deck(x, 4, 2, 0, unlike, out), INNO_OK);
  assert_true(isnan(out[7])); /* alone in its group */
}

static void what_a_matrix_refuses(void **state) {
  (void)state;
  double x[CELLS], out[CELLS];
  for (int m = 0; m < MATRICES; m++) {
    matrix_function call = matrices[m].call;
    memcpy(x, by_column, sizeof x);
    for (int i = 0; i < CELLS; i++) out[i] = 7;
    assert_int_equal(call(x, -1, K, 1, out), INNO_E_ARGUMENT);
    assert_int_equal(call(x, N, INNO_LIMIT_NODES + 1, 1, out), INNO_E_SIZE);
    for (int i = 0; i < CELLS; i++) assert_true(out[i] == 7);
    assert_int_equal(call(NULL, 0, 0, 0, NULL), INNO_OK);
    assert_int_equal(call(x, N, K, 1, NULL), INNO_E_NULL);
    assert_int_equal(call(x, N, K, 1, (double *)(void *)((char *)out + 4)), INNO_E_ALIGN);
    assert_int_equal(call(NULL, N, K, 1, out), INNO_E_NULL);
    assert_true(all_missing(out, CELLS));
    out[3] = 7;
    assert_int_equal(call(x, N, K, 2, out), INNO_E_ARGUMENT);
    assert_true(all_missing(out, CELLS));
    x[4] = -INFINITY;
    out[3] = 7;
    assert_int_equal(call(x, N, K, 1, out), INNO_E_INFINITE);
    assert_true(all_missing(out, CELLS));
  }
  memcpy(x, by_column, sizeof x);
#define REFUSED(status, call)             \
  do {                                    \
    out[0] = out[CELLS - 1] = 7;          \
    assert_int_equal(call, status);       \
    assert_true(all_missing(out, CELLS)); \
  } while (0)
  REFUSED(INNO_E_RULE, inno_flat_impute_regression(x, N, K, 1, 99, out));
  REFUSED(INNO_E_VALUE, inno_flat_impute_em(x, N, K, 1, -1, out));
  REFUSED(INNO_E_VALUE, inno_flat_impute_nearest(x, N, K, 1, 0, out));
  REFUSED(INNO_E_VALUE, inno_flat_impute_nearest(x, N, K, 1, 1001, out));
  const double infinite[N] = {1, 1, 1, 1, INFINITY};
  REFUSED(INNO_E_INFINITE, inno_flat_impute_hot_deck(x, N, K, 1, infinite, out));
  for (int i = 0; i < N; i++) x[i] = 4;
  REFUSED(INNO_E_DOMAIN, inno_flat_impute_em(x, N, K, 1, NAN, out));
}

/* One unit of 200 has both values: a round of EM gains next to nothing. */
static void em_that_is_not_done_gives_nothing(void **state) {
  (void)state;
  enum { M = 200 };
  double x[2 * M], out[2 * M];
  for (int i = 0; i < M; i++) {
    x[2 * i] = i < 101 ? (double)((i * 7) % 11) : NA;
    x[2 * i + 1] = i < 100 ? NA : (double)((i * 5) % 13) + 0.5 * i;
  }
  for (int i = 0; i < 2 * M; i++) out[i] = 7;
  int32_t s = inno_flat_impute_em(x, M, 2, 0, NAN, out);
  assert_int_equal(s, INNO_E_CONVERGENCE);
  assert_true(all_missing(out, 2 * M));
  assert_int_equal(inno_flat_impute_em(x, M, 2, 0, 0.5, out), INNO_OK);
}

/* ---- a series ---- */

typedef int32_t (*series_function)(const double *values, const double *times, int32_t n, double max_age, double *out);
static const struct {
  series_function call;
  const char *rule;
} series[] = {{inno_flat_impute_latest, "rule=latest"},
              {inno_flat_impute_linear, "rule=linear"},
              {inno_flat_impute_constant, "rule=constant"},
              {inno_flat_impute_linear_constant, "rule=linear_constant"}};
enum { SERIES = 4, T = 7 };
static const double years[T] = {2000, 2001, 2004, 2005, 2006, 2010, 2011};

static void a_series_has_the_bits_of_the_pipeline(void **state) {
  (void)state;
  static const double values[2][T] = {{NA, 3, NA, 7.5, NA, NA, 2}, {NA, NA, NA, 4, NA, NA, NA}};
  const char *const unit[] = {"u"};
  for (int v = 0; v < 2; v++) {
    inno_dataset *data = NULL;
    assert_int_equal(inno_dataset_create_panel(NULL, 1, unit, T, years, &data, NULL), INNO_OK);
    assert_int_equal(inno_dataset_add_column(data, "a", values[v], 8, NULL), INNO_OK);
    for (int r = 0; r < SERIES; r++)
      for (int aged = 0; aged < 2; aged++) {
        char settings[64];
        double theirs[T], ours[T], place[T];
        double age = aged ? 3.5 : (double)NAN;
        strcpy(settings, series[r].rule);
        if (aged) strcat(settings, "; max_age=3.5");
        assert_int_equal(after_imputation(data, settings, 1, T, theirs), INNO_OK);
        assert_int_equal(series[r].call(values[v], years, T, age, ours), INNO_OK);
        if (!same(ours, theirs, T)) fail_msg("%s: other bits", settings);
        memcpy(place, values[v], sizeof place);
        assert_int_equal(series[r].call(place, years, T, age, place), INNO_OK);
        assert_true(same(place, ours, T));
      }
    inno_dataset_destroy(data);
  }
}

static void a_series_by_hand(void **state) {
  (void)state;
  const double x[] = {NA, 3, NA, 7, NA}, t[] = {0, 1, 2, 5, 6};
  const double want[SERIES][5] = {{NA, 3, 3, 7, 7}, {3, 3, 4, 7, 7}, {3, 3, 3, 7, 7}, {3, 3, 4, 7, 7}};
  double out[5];
  for (int r = 0; r < SERIES; r++) {
    assert_int_equal(series[r].call(x, t, 5, NAN, out), INNO_OK);
    assert_true(same(out, want[r], 5));
  }
}

static void what_a_series_refuses(void **state) {
  (void)state;
  double x[T] = {1, NA, 3, NA, 5, NA, 7}, out[T];
  const double equal[T] = {1, 2, 2, 3, 4, 5, 6}, gap[T] = {1, 2, NA, 3, 4, 5, 6}, far[] = {-1e308, 0, 1e308};
  for (int r = 0; r < SERIES; r++) {
    series_function call = series[r].call;
    for (int i = 0; i < T; i++) out[i] = 7;
    assert_int_equal(call(x, years, -1, NAN, out), INNO_E_ARGUMENT);
    assert_int_equal(call(x, years, INT32_MAX, NAN, out), INNO_E_SIZE);
    for (int i = 0; i < T; i++) assert_true(out[i] == 7);
    assert_int_equal(call(NULL, NULL, 0, NAN, NULL), INNO_OK);
    assert_int_equal(call(x, years, T, NAN, NULL), INNO_E_NULL);
    const struct {
      const double *x, *t;
      double age;
      int32_t n, status;
    } wrong[] = {{NULL, years, NAN, T, INNO_E_NULL},
                 {x, NULL, NAN, T, INNO_E_NULL},
                 {x, (const double *)(const void *)((const char *)years + 4), NAN, T - 1, INNO_E_ALIGN},
                 {x, equal, NAN, T, INNO_E_ARGUMENT},
                 {x, gap, NAN, T, INNO_E_ARGUMENT},
                 {x, far, NAN, 3, INNO_E_DOMAIN},
                 {x, years, 0, T, INNO_E_VALUE},
                 {x, years, INFINITY, T, INNO_E_VALUE}};
    for (size_t w = 0; w < sizeof wrong / sizeof wrong[0]; w++) {
      for (int i = 0; i < T; i++) out[i] = 7;
      assert_int_equal(call(wrong[w].x, wrong[w].t, wrong[w].n, wrong[w].age, out), wrong[w].status);
      assert_true(all_missing(out, wrong[w].n));
    }
  }
  x[2] = INFINITY;
  assert_int_equal(inno_flat_impute_linear(x, years, T, NAN, out), INNO_E_INFINITE);
  assert_true(all_missing(out, T));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_matrix_has_the_bits_of_the_pipeline),
      cmocka_unit_test(a_matrix_by_hand),
      cmocka_unit_test(what_a_matrix_refuses),
      cmocka_unit_test(em_that_is_not_done_gives_nothing),
      cmocka_unit_test(a_series_has_the_bits_of_the_pipeline),
      cmocka_unit_test(a_series_by_hand),
      cmocka_unit_test(what_a_series_refuses),
  };
  return cmocka_run_group_tests_name("flat imputation", tests, NULL, NULL);
}
