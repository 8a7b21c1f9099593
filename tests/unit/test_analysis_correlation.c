/* Correlations of a matrix: against their definitions, how p-values are found, edges; partial correlations. */
#include "support/analysis.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "numeric/correlation_test.h"
#include "support/golden.h"

#define CELL(field) cell(a, INNO_RECORD_CORRELATION, record, INNO_FIELD_##field)
#define PARTIAL(field) cell(a, INNO_RECORD_PARTIAL, record, INNO_FIELD_##field)

enum { MOST = 1300 };

static uint64_t seed;
static double draw(void) { /* 0 .. 1 */
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (double)(seed >> 11) * 0x1p-53;
}

static inno_analysis *correlations(const char *settings, const double *x, int64_t n, int64_t k, const double *weights) {
  inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, settings);
  inno_analysis *a;
  assert_int_equal(inno_analysis_create_correlations(NULL, options, x, n, k, sizeof *x, n * (ptrdiff_t)sizeof *x, NULL,
                                                     weights, &a, NULL),
                   INNO_OK);
  inno_scheme_destroy(options);
  return a;
}

static inno_status partial(const char *settings, const double *x, int64_t n, int64_t k, int64_t held, inno_analysis **a,
                           inno_error *error) {
  inno_scheme *options = golden_scheme(INNO_STEP_AUDIT, settings);
  inno_status s =
      inno_analysis_create_partial(NULL, options, x, n, k, sizeof *x, n * (ptrdiff_t)sizeof *x, NULL, held, a, error);
  inno_scheme_destroy(options);
  return s;
}

/* ---- definitions ---- */

static int sign(double v) { return (v > 0.0) - (v < 0.0); }

static double tau_b(const double *x, const double *y, int n) {
  double score = 0.0, p = 0.0, q = 0.0;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < i; j++) {
      int s = sign(x[i] - x[j]), t = sign(y[i] - y[j]);
      if (isnan(x[i]) || isnan(y[i]) || isnan(x[j]) || isnan(y[j])) continue;
      score += s * t;
      p += s * s;
      q += t * t;
    }
  return score / sqrt(p * q);
}

static double pearson(const double *x, const double *y, int n) {
  double mx = 0.0, my = 0.0, xx = 0.0, xy = 0.0, yy = 0.0;
  int m = 0;
  for (int i = 0; i < n; i++)
    if (!isnan(x[i]) && !isnan(y[i])) mx += x[i], my += y[i], m++;
  mx /= m, my /= m;
  for (int i = 0; i < n; i++) {
    if (isnan(x[i]) || isnan(y[i])) continue;
    xx += (x[i] - mx) * (x[i] - mx);
    xy += (x[i] - mx) * (y[i] - my);
    yy += (y[i] - my) * (y[i] - my);
  }
  return xy / sqrt(xx * yy);
}

/* Ranks among the units that have both. */
static double spearman(const double *x, const double *y, int n) {
  double r[MOST], q[MOST];
  for (int i = 0; i < n; i++) {
    r[i] = q[i] = 0.5;
    for (int j = 0; j < n; j++) {
      if (isnan(x[j]) || isnan(y[j])) continue;
      r[i] += x[j] < x[i] ? 1.0 : x[j] == x[i] ? 0.5 : 0.0;
      q[i] += y[j] < y[i] ? 1.0 : y[j] == y[i] ? 0.5 : 0.0;
    }
    if (isnan(x[i]) || isnan(y[i])) r[i] = q[i] = NAN;
  }
  return pearson(r, q, n);
}

/* 5 columns: all different, many ties, missing values, and both. */
static void fill(double *x, int n, int k, double missing) {
  for (int c = 0; c < k; c++)
    for (int i = 0; i < n; i++) {
      double v = draw();
      v = c % 2 == 1 ? floor(v * 6.0) : v + (c > 0 ? 0.5 * x[i] : 0.0);
      x[c * n + i] = c >= 2 && draw() < missing ? NAN : v;
    }
}

static const struct {
  const char *name;
  int32_t rule;
  double (*of)(const double *x, const double *y, int n);
} kinds[] = {{"pearson", INNO_CORRELATION_PEARSON, pearson},
             {"spearman", INNO_CORRELATION_SPEARMAN, spearman},
             {"kendall", INNO_CORRELATION_KENDALL, tau_b}};

/* Every pair against its definition, and its bits against those of the pair alone. */
static void compare(const double *x, int n, int k, int kind, const char *use, const double *alone) {
  char settings[64];
  snprintf(settings, sizeof settings, "correlation=%s; use=%s", kinds[kind].name, use);
  inno_analysis *a = correlations(settings, x, n, k, NULL);
  int64_t record = 0;
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CORRELATION), k * (k - 1) / 2);
  for (int j = 1; j < k; j++)
    for (int i = 0; i < j; i++, record++) {
      const double *p = alone + i * n, *q = alone + j * n;
      assert_true(CELL(NODE) == i && CELL(OTHER) == j);
      assert_true(near(CELL(CORRELATION), kinds[kind].of(p, q, n), 1e-13));
      assert_true(same(CELL(CORRELATION), inno_flat_correlation(p, q, n, kinds[kind].rule)));
      assert_true(same(CELL(P_VALUE), inno_flat_correlation_p(p, q, n, kinds[kind].rule)));
    }
  inno_analysis_destroy(a);
}

static void every_pair(void **state) {
  enum { K = 5 };
  static double x[MOST * K], complete[MOST * K];
  static const int sizes[] = {3, 9, 10, 17, 49, 50, 100, 257};
  (void)state;
  seed = 1;
  for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++)
    for (int missing = 0; missing < 2 && (missing == 0 || sizes[s] > 10); missing++) {
      const int n = sizes[s];
      fill(x, n, K, 0.2 * missing);
      memcpy(complete, x, sizeof x);
      for (int i = 0; i < n; i++) {
        int there = 1;
        for (int c = 0; c < K; c++) there &= !isnan(x[c * n + i]);
        for (int c = 0; c < K && !there; c++) complete[c * n + i] = NAN;
      }
      for (int kind = 0; kind < 3; kind++) {
        compare(x, n, K, kind, "pairwise", x);
        compare(x, n, K, kind, "complete", complete);
      }
    }
}

/* ---- p-values and intervals ---- */

static int32_t p_rule(const char *kind, int n, int tied) {
  double x[2 * MOST];
  char settings[64];
  const int64_t record = 0;
  for (int i = 0; i < n; i++) {
    x[i] = i;
    x[n + i] = i * 7 % 11 + 0.01 * i;
  }
  if (tied) x[1] = x[0];
  snprintf(settings, sizeof settings, "correlation=%s", kind);
  inno_analysis *a = correlations(settings, x, n, 2, NULL);
  double p = CELL(P_VALUE), rule = CELL(P_RULE);
  assert_true(rule == INNO_P_NONE ? isnan(p) : p >= 0.0 && p <= 1.0);
  inno_analysis_destroy(a);
  return (int32_t)rule;
}

static void how_p_is_found(void **state) {
  (void)state;
  assert_int_equal(p_rule("pearson", 2, 0), INNO_P_NONE);
  assert_int_equal(p_rule("pearson", 3, 0), INNO_P_T);
  assert_int_equal(p_rule("spearman", 2, 0), INNO_P_EXACT);
  assert_int_equal(p_rule("spearman", 9, 0), INNO_P_EXACT);
  assert_int_equal(p_rule("spearman", 9, 1), INNO_P_T);
  assert_int_equal(p_rule("spearman", 10, 0), INNO_P_SERIES);
  assert_int_equal(p_rule("spearman", 1290, 0), INNO_P_SERIES);
  assert_int_equal(p_rule("spearman", 1291, 0), INNO_P_T);
  assert_int_equal(p_rule("kendall", 2, 0), INNO_P_EXACT);
  assert_int_equal(p_rule("kendall", 49, 0), INNO_P_EXACT);
  assert_int_equal(p_rule("kendall", 49, 1), INNO_P_NORMAL);
  assert_int_equal(p_rule("kendall", 50, 0), INNO_P_NORMAL);
  assert_int_equal(p_rule("kendall", 2, 1), INNO_P_NONE); /* constant */
}

/* r = 0.5 of 28 units: tanh(atanh(0.5) -+ z / 5). */
static void intervals(void **state) {
  (void)state;
  double x[56];
  const int64_t record = 0;
  seed = 3;
  for (int i = 0; i < 56; i++) x[i] = draw();
  inno_analysis *a = correlations("confidence=0.9", x, 28, 2, NULL);
  double middle = atanh(CELL(CORRELATION)), half = 1.6448536269514722 / 5.0;
  assert_true(near(CELL(LOWER), tanh(middle - half), 1e-14) && near(CELL(UPPER), tanh(middle + half), 1e-14));
  assert_true(CELL(COUNT) == 28.0);
  inno_analysis_destroy(a);
}

static void adjusted(void **state) {
  (void)state;
  double x[4 * 12];
  seed = 5;
  for (int i = 0; i < 36; i++) x[i] = draw();
  for (int i = 0; i < 12; i++) x[36 + i] = 1.0; /* constant: three pairs without a p-value */
  inno_analysis *a = correlations("", x, 12, 4, NULL);
  double p[3], least = 1.0;
  int order[3] = {0, 1, 2};
  for (int64_t record = 0; record < 3; record++) p[record] = CELL(P_VALUE);
  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 2; j++)
      if (p[order[j]] > p[order[j + 1]]) {
        int t = order[j];
        order[j] = order[j + 1];
        order[j + 1] = t;
      }
  for (int i = 2; i >= 0; i--) { /* Benjamini and Hochberg */
    int64_t record = order[i];
    least = fmin(least, p[record] * 3.0 / (i + 1));
    assert_true(near(CELL(P_ADJUSTED), least, 1e-15));
  }
  for (int64_t record = 3; record < 6; record++)
    assert_true(isnan(CELL(P_ADJUSTED)) && isnan(CELL(CORRELATION)) && CELL(COUNT) == 12.0 && CELL(P_RULE) == 0.0);
  inno_analysis_destroy(a);
  static const char *const choices[] = {"adjust=none", "adjust=bonferroni", "adjust=holm"};
  for (int c = 0; c < 3; c++) {
    a = correlations(choices[c], x, 12, 4, NULL);
    int64_t record = order[0];
    assert_true(near(CELL(P_ADJUSTED), fmin(1.0, p[record] * (c == 0 ? 1.0 : 3.0)), 1e-15));
    inno_analysis_destroy(a);
  }
}

/* ---- edges ---- */

static void edges(void **state) {
  (void)state;
  const double apart[] = {1.0, 2.0, 3.0, NAN, NAN, NAN, NAN, NAN, NAN, 4.0, 5.0, 6.0};
  const double two[] = {1.0, 2.0, 5.0, 3.0}, line[] = {1.0, 2.0, 3.0, 5.0, -2.0, -4.0, -6.0, -10.0};
  const double ties[] = {1.0, 1.0, 1.0, 2.0, 2.0, 2.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0};
  const int64_t record = 0;
  for (int kind = 0; kind < 3; kind++) {
    char settings[64];
    snprintf(settings, sizeof settings, "correlation=%s", kinds[kind].name);
    inno_analysis *a = correlations(settings, apart, 6, 2, NULL); /* no unit has both */
    assert_true(CELL(COUNT) == 0.0 && isnan(CELL(CORRELATION)) && isnan(CELL(P_VALUE)) && CELL(P_RULE) == 0.0);
    assert_true(isnan(CELL(LOWER)) && isnan(CELL(UPPER)) && isnan(CELL(P_ADJUSTED)));
    inno_analysis_destroy(a);
    a = correlations(settings, two, 2, 2, NULL);
    assert_true(CELL(COUNT) == 2.0 && near(CELL(CORRELATION), -1.0, 1e-15));
    inno_analysis_destroy(a);
    a = correlations(settings, line, 4, 2, NULL);
    assert_true(CELL(CORRELATION) == -1.0);
    if (kind == 0) assert_true(CELL(P_VALUE) == 0.0 && CELL(LOWER) == -1.0 && CELL(UPPER) == -1.0);
    if (kind > 0) assert_true(near(CELL(P_VALUE), 2.0 / 24.0, 1e-14)); /* two of the 24 orders */
    inno_analysis_destroy(a);
    a = correlations(settings, ties, 6, 2, NULL); /* groups of three against a constant */
    assert_true(isnan(CELL(CORRELATION)) && isnan(CELL(P_VALUE)));
    inno_analysis_destroy(a);
    a = correlations(settings, ties, 4, 3, NULL); /* columns 1112, 2233, 3333: ties everywhere */
    assert_true(near(CELL(CORRELATION), 1.0 / sqrt(3.0), 1e-14));
    inno_analysis_destroy(a);
    a = correlations(settings, line, 0, 3, NULL);
    assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CORRELATION), 3);
    assert_true(CELL(COUNT) == 0.0 && isnan(CELL(CORRELATION)));
    inno_analysis_destroy(a);
    a = correlations(settings, line, 4, 1, NULL);
    assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CORRELATION), 0);
    inno_analysis_destroy(a);
    a = correlations(settings, line, 4, 0, NULL);
    assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CORRELATION), 0);
    inno_analysis_destroy(a);
  }
}

static void weights_of_units(void **state) {
  enum { N = 30 };
  double x[3 * N], w[N], twice[2 * 2 * N];
  const int64_t record = 0;
  (void)state;
  seed = 11;
  fill(x, N, 3, 0.2);
  for (int kind = 0; kind < 3; kind++) {
    char settings[64];
    snprintf(settings, sizeof settings, "correlation=%s", kinds[kind].name);
    for (int i = 0; i < N; i++) w[i] = 1.0;
    inno_analysis *a = correlations(settings, x, N, 3, w);
    assert_true(near(CELL(CORRELATION), kinds[kind].of(x, x + N, N), 1e-13) && CELL(COUNT) == N);
    assert_true(isnan(CELL(P_VALUE)) && isnan(CELL(LOWER)) && isnan(CELL(P_ADJUSTED)) && CELL(P_RULE) == 0.0);
    inno_analysis_destroy(a);
    int m = 0; /* a weight of 2 is a unit that is there twice, if ties of the two do not count against it: Pearson */
    for (int i = 0; i < N; i++) {
      w[i] = (i % 3) * 0x1p300;
      for (int t = 0; t < i % 3; t++, m++) twice[m] = x[i], twice[2 * N + m] = x[N + i];
    }
    a = correlations(settings, x, N, 3, w);
    assert_true(CELL(COUNT) == 20.0);
    double expected = kinds[kind].of(twice, twice + 2 * N, m);
    assert_true(near(CELL(CORRELATION), expected, kind == 1 ? 0.05 : 1e-13));
    inno_analysis_destroy(a);
    for (int i = 0; i < N; i++) w[i] = 0.0;
    a = correlations(settings, x, N, 3, w);
    assert_true(CELL(COUNT) == 0.0 && isnan(CELL(CORRELATION)));
    inno_analysis_destroy(a);
  }
  inno_analysis *a;
  w[4] = -1.0;
  assert_int_equal(inno_analysis_create_correlations(NULL, NULL, x, N, 3, 8, 8 * N, NULL, w, &a, NULL), INNO_E_WEIGHTS);
  assert_null(a);
}

/* ---- partial ---- */

static double without(double xy, double xz, double yz) { return (xy - xz * yz) / sqrt((1 - xz * xz) * (1 - yz * yz)); }

/* Of four columns by the formula of one, twice; a column with gaps takes its units out of all. */
static void partial_by_formula(void **state) {
  enum { N = 25 };
  double x[4 * N], whole[4 * N], r[4][4];
  inno_analysis *a;
  (void)state;
  seed = 17;
  for (int kind = 0; kind < 2; kind++) {
    fill(x, N, 4, 0.15);
    int m = 0;
    for (int i = 0; i < N; i++) m += !isnan(x[2 * N + i]) && !isnan(x[3 * N + i]);
    for (int c = 0; c < 4; c++)
      for (int i = 0; i < N; i++) whole[c * N + i] = isnan(x[2 * N + i] + x[3 * N + i]) ? NAN : x[c * N + i];
    for (int i = 0; i < 4; i++)
      for (int j = 0; j < 4; j++) r[i][j] = kinds[kind].of(whole + i * N, whole + j * N, N);
    const char *settings = kind == 0 ? "adjust=none" : "adjust=none; correlation=spearman";
    assert_int_equal(partial(settings, x, N, 4, 2, &a, NULL), INNO_OK);
    int64_t record = 0;
    double expected = without(without(r[0][1], r[0][3], r[1][3]), without(r[0][2], r[0][3], r[2][3]),
                              without(r[1][2], r[1][3], r[2][3]));
    assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_PARTIAL), 1);
    assert_true(near(PARTIAL(CORRELATION), expected, 1e-12) && PARTIAL(COUNT) == m);
    assert_true(PARTIAL(P_RULE) == INNO_P_T && PARTIAL(P_ADJUSTED) == PARTIAL(P_VALUE));
    double p = PARTIAL(P_VALUE);
    assert_true(same(p, inno__pearson_p(PARTIAL(CORRELATION), m, 2)) && p > 0.0 && p < 1.0);
    inno_analysis_destroy(a);
    assert_int_equal(partial(settings, x, N, 4, -1, &a, NULL), INNO_OK);
    assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_PARTIAL), 6);
    assert_true(near(PARTIAL(CORRELATION), expected, 1e-12) && near(PARTIAL(P_VALUE), p, 1e-11));
    inno_analysis_destroy(a);
    assert_int_equal(partial(settings, x, N, 4, 1, &a, NULL), INNO_OK);
    assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_PARTIAL), 3);
    record = 2;
    assert_true(PARTIAL(NODE) == 1.0 && PARTIAL(OTHER) == 2.0);
    assert_true(near(PARTIAL(CORRELATION), without(r[1][2], r[1][3], r[2][3]), 1e-12));
    inno_analysis_destroy(a);
    assert_int_equal(partial(settings, x, N, 4, 0, &a, NULL), INNO_OK);
    record = 0;
    assert_true(near(PARTIAL(CORRELATION), r[0][1], 1e-13));
    inno_analysis_destroy(a);
  }
}

static void partial_edges(void **state) {
  enum { N = 8 };
  double x[5 * N];
  inno_analysis *a;
  inno_error *error;
  const int64_t record = 0;
  (void)state;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  seed = 23;
  for (int i = 0; i < 5 * N; i++) x[i] = draw();
  memcpy(x + N, x, N * sizeof *x); /* the first two the same */
  assert_int_equal(partial("", x, N, 3, 1, &a, NULL), INNO_OK);
  assert_true(PARTIAL(CORRELATION) == 1.0 && PARTIAL(P_VALUE) == 0.0 && PARTIAL(LOWER) == 1.0);
  inno_analysis_destroy(a);
  assert_int_equal(partial("", x, N, 2, -1, &a, NULL), INNO_OK); /* nothing is held */
  assert_true(PARTIAL(CORRELATION) == 1.0);
  inno_analysis_destroy(a);
  assert_int_equal(partial("", x, N, 3, -1, &a, error), INNO_E_DOMAIN);
  assert_null(a);
  assert_string_equal(inno_error_node(error), "2");
  assert_int_equal(partial("", x + N, 5, 4, -1, &a, NULL), INNO_OK); /* as few units as will do */
  inno_analysis_destroy(a);
  assert_int_equal(partial("", x + N, 4, 4, -1, &a, error), INNO_E_DOMAIN); /* columns = units */
  assert_non_null(strstr(inno_error_message(error), "5 units"));
  assert_int_equal(partial("correlation=kendall", x, N, 3, 1, &a, error), INNO_E_RULE);
  for (int i = 0; i < N; i++) x[3 * N + i] = 2.0;
  assert_int_equal(partial("", x + N, N, 3, 1, &a, error), INNO_E_DOMAIN); /* a constant is held */
  assert_string_equal(inno_error_node(error), "3");
  assert_int_equal(partial("", x, N, 3, 4, &a, error), INNO_E_ARGUMENT);
  assert_int_equal(partial("", x, N, 3, 2, &a, NULL), INNO_OK); /* one column is left */
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_PARTIAL), 0);
  inno_analysis_destroy(a);
  assert_int_equal(partial("", x, N, 3, 3, &a, NULL), INNO_OK);
  inno_analysis_destroy(a);
  inno_error_destroy(error);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_pair),         cmocka_unit_test(how_p_is_found), cmocka_unit_test(intervals),
      cmocka_unit_test(adjusted),           cmocka_unit_test(edges),          cmocka_unit_test(weights_of_units),
      cmocka_unit_test(partial_by_formula), cmocka_unit_test(partial_edges),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
