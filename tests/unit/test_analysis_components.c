/* Components of a matrix: what the tables must have in common, how many are kept, what is refused. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/golden.h"

enum { N = 40, K = 6 };
static double x[K][N];

/* Two groups of three columns that hang together a little. */
static int setup(void **state) {
  uint32_t seed = 101;
  (void)state;
  for (int i = 0; i < N; i++) {
    double u[K + 3];
    for (int j = 0; j < K + 3; j++) {
      seed = seed * 1664525u + 1013904223u;
      u[j] = (double)(seed >> 8) / 16777216.0 - 0.5;
    }
    for (int j = 0; j < K; j++) x[j][i] = u[j] + 1.4 * u[K + j / 3] + 0.9 * u[K + 2] + 10.0 * j;
  }
  return 0;
}

static double value(const inno_analysis *a, int32_t kind, int64_t index, int32_t which) {
  double v = 0.0;
  assert_int_equal(inno_analysis_record(a, kind, index, which, &v, NULL), INNO_OK);
  return v;
}
#define FAMILY(f) value(a, INNO_RECORD_COMPONENTS, 0, INNO_FIELD_##f)
#define COMPONENT(i, f) value(a, INNO_RECORD_COMPONENT, i, INNO_FIELD_##f)
#define LOADING(i, f) value(a, INNO_RECORD_LOADING, i, INNO_FIELD_##f)
#define ITEM(i, f) value(a, INNO_RECORD_COMPONENT_ITEM, i, INNO_FIELD_##f)

static inno_status try(const char *options, const double *data, int64_t n, int64_t k, const char *const *codes,
                       inno_analysis **out, inno_error *error) {
  inno_scheme *scheme = golden_scheme(INNO_STEP_AUDIT, options);
  inno_status s = inno_analysis_create_components(NULL, scheme, data, n, k, 8, 8 * n, codes, out, error);
  inno_scheme_destroy(scheme);
  return s;
}

static inno_analysis *analyze(const char *options, const double *data, int64_t n, int64_t k) {
  inno_analysis *a = NULL;
  assert_int_equal(try(options, data, n, k, NULL, &a, NULL), INNO_OK);
  return a;
}

static void near(double got, double want, double tolerance) {
  if (!(fabs(got - want) <= tolerance)) fail_msg("got %.17g, expected %.17g", got, want);
}

static double correlation(const double *p, const double *q) {
  double mp = 0.0, mq = 0.0, pp = 0.0, pq = 0.0, qq = 0.0;
  for (int i = 0; i < N; i++) mp += p[i] / N, mq += q[i] / N;
  for (int i = 0; i < N; i++) {
    pp += (p[i] - mp) * (p[i] - mp);
    pq += (p[i] - mp) * (q[i] - mq);
    qq += (q[i] - mq) * (q[i] - mq);
  }
  return pq / sqrt(pp * qq);
}

/* ---- two columns, by hand ---- */

static void by_hand(void **state) {
  static const double two[10] = {1, 2, 3, 4, 5, 2, 1, 4, 3, 5};
  const double r = 0.8;
  (void)state;
  inno_analysis *a = analyze("", two, 5, 2);
  near(COMPONENT(0, EIGENVALUE), 1.0 + r, 1e-15);
  near(COMPONENT(1, EIGENVALUE), 1.0 - r, 1e-15);
  near(COMPONENT(0, VARIANCE_SHARE), 0.9, 1e-15);
  near(COMPONENT(1, CUMULATIVE), 1.0, 1e-15);
  for (int j = 0; j < 2; j++) {
    near(LOADING(2 * j, VECTOR), sqrt(0.5), 1e-15);
    near(LOADING(2 * j, LOADING), sqrt(0.9), 1e-15);
    near(LOADING(2 * j, ROTATED), sqrt(0.9), 1e-15);
    near(ITEM(j, COMMUNALITY), 0.9, 1e-15);
    near(ITEM(j, ADEQUACY), 0.5, 1e-15);
    near(ITEM(j, WEIGHT), 0.5, 1e-15);
    assert_true(isnan(LOADING(2 * j + 1, ROTATED)) && isnan(LOADING(2 * j + 1, STRUCTURE)));
  }
  assert_true(LOADING(1, VECTOR) > 0.0 && LOADING(3, VECTOR) < 0.0); /* the sum is 0: the first entry is positive */
  near(FAMILY(ADEQUACY), 0.5, 1e-15);
  near(FAMILY(CHI_SQUARED), -(4.0 - 9.0 / 6.0) * log(1.0 - r * r), 1e-14);
  near(FAMILY(P_VALUE), erfc(sqrt(FAMILY(CHI_SQUARED) / 2.0)), 1e-15);
  assert_true(FAMILY(DEGREES) == 1 && FAMILY(COUNT) == 5 && FAMILY(ITEMS) == 2 && FAMILY(PARENT) == -1);
  assert_true(FAMILY(RETAINED) == 1 && FAMILY(KAISER) == 1 && FAMILY(PARALLEL) == -1 && FAMILY(STATUS) == INNO_OK);
  assert_true(isnan(COMPONENT(0, RANDOM_MEAN)) && isnan(COMPONENT(1, ROTATED_VARIANCE)));
  assert_true(inno_analysis_record_count(a, INNO_RECORD_COMPONENT_SCORE) == 5);
  assert_true(inno_analysis_record_count(a, INNO_RECORD_FACTOR_CORRELATION) == 0);
  inno_analysis_destroy(a);
}

/* ---- what must hold for every rotation ---- */

typedef struct {
  double score[K][N], factors[K][K], rotated[K][K], structure[K][K], communality[K];
  int m;
} kept;

static void read_kept(const inno_analysis *a, kept *k) {
  k->m = (int)FAMILY(RETAINED);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_COMPONENT_SCORE), N * k->m);
  for (int i = 0; i < N; i++)
    for (int f = 0; f < k->m; f++) {
      const int at = i * k->m + f;
      assert_true(value(a, INNO_RECORD_COMPONENT_SCORE, at, INNO_FIELD_UNIT) == i);
      assert_true(value(a, INNO_RECORD_COMPONENT_SCORE, at, INNO_FIELD_COMPONENT) == f);
      k->score[f][i] = value(a, INNO_RECORD_COMPONENT_SCORE, at, INNO_FIELD_SCORE);
    }
  for (int j = 0; j < K; j++) {
    k->communality[j] = ITEM(j, COMMUNALITY);
    for (int f = 0; f < K; f++) {
      assert_true(LOADING(j * K + f, NODE) == j && LOADING(j * K + f, COMPONENT) == f);
      k->rotated[j][f] = LOADING(j * K + f, ROTATED);
      k->structure[j][f] = LOADING(j * K + f, STRUCTURE);
      k->factors[j][f] = j == f;
    }
  }
  for (int64_t i = 0; i < inno_analysis_record_count(a, INNO_RECORD_FACTOR_CORRELATION); i++) {
    int f = (int)value(a, INNO_RECORD_FACTOR_CORRELATION, i, INNO_FIELD_COMPONENT);
    int g = (int)value(a, INNO_RECORD_FACTOR_CORRELATION, i, INNO_FIELD_OTHER);
    k->factors[f][g] = k->factors[g][f] = value(a, INNO_RECORD_FACTOR_CORRELATION, i, INNO_FIELD_CORRELATION);
  }
}

/* The scores have mean 0, variance 1 and the correlations of the factors; with columns they correlate as the structure
 * says; pattern times structure sums to the communality. */
static void scores_are_what_the_tables_say(const char *options, int m, int oblique) {
  static kept k;
  double total = 0.0, before = INFINITY;
  inno_analysis *a = analyze(options, &x[0][0], N, K);
  read_kept(a, &k);
  assert_int_equal(k.m, m);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_FACTOR_CORRELATION), oblique ? m * (m - 1) / 2 : 0);
  for (int f = 0; f < m; f++) {
    double sum = 0.0, squares = 0.0, variance = 0.0;
    for (int i = 0; i < N; i++) sum += k.score[f][i], squares += k.score[f][i] * k.score[f][i];
    near(sum / N, 0.0, 1e-13);
    near(squares / (N - 1), 1.0, 1e-12);
    for (int g = 0; g < f; g++) near(correlation(k.score[f], k.score[g]), k.factors[f][g], 1e-12);
    for (int j = 0; j < K; j++) near(correlation(x[j], k.score[f]), k.structure[j][f], 1e-12);
    for (int j = 0; j < K; j++) variance += k.rotated[j][f] * k.rotated[j][f];
    near(COMPONENT(f, ROTATED_VARIANCE), variance, 1e-13);
    assert_true(variance <= before + 1e-13); /* descending */
    before = variance;
  }
  for (int j = 0; j < K; j++) {
    double sum = 0.0;
    int best = 0;
    for (int f = 0; f < m; f++) {
      sum += k.rotated[j][f] * k.structure[j][f];
      if (k.rotated[j][f] * k.rotated[j][f] / COMPONENT(f, ROTATED_VARIANCE) >
          k.rotated[j][best] * k.rotated[j][best] / COMPONENT(best, ROTATED_VARIANCE))
        best = f;
    }
    near(k.communality[j], sum, 1e-12);
    assert_true(ITEM(j, COMPONENT) == best);
    total += k.rotated[j][best] * k.rotated[j][best];
  }
  for (int j = 0; j < K; j++) {
    const double l = k.rotated[j][(int)ITEM(j, COMPONENT)];
    near(ITEM(j, WEIGHT), l * l / total, 1e-13);
  }
  inno_analysis_destroy(a);
}

static void rotations(void **state) {
  (void)state;
  scores_are_what_the_tables_say("rotation=none;retain=count;components=3", 3, 0);
  scores_are_what_the_tables_say("rotation=varimax", 2, 0);
  scores_are_what_the_tables_say("retain=count;components=4", 4, 0);
  scores_are_what_the_tables_say("rotation=promax", 2, 1);
  scores_are_what_the_tables_say("rotation=promax;promax_power=2.5;retain=count;components=3", 3, 1);
  scores_are_what_the_tables_say("rotation=promax;retain=count;components=1", 1, 1);
}

/* Varimax finds the two groups; promax lets them be as correlated as they are. */
static void groups_are_found(void **state) {
  (void)state;
  inno_analysis *a = analyze("rotation=promax", &x[0][0], N, K);
  assert_true(inno_analysis_record_count(a, INNO_RECORD_FACTOR_CORRELATION) == 1);
  assert_true(value(a, INNO_RECORD_FACTOR_CORRELATION, 0, INNO_FIELD_CORRELATION) > 0.1);
  for (int j = 1; j < K; j++) assert_true((ITEM(j, COMPONENT) == ITEM(0, COMPONENT)) == (j < 3));
  inno_analysis_destroy(a);
  a = analyze("rotation=none;retain=count;components=2", &x[0][0], N, K);
  for (int i = 0; i < K * K; i++)
    if (i % K < 2) assert_true(LOADING(i, ROTATED) == LOADING(i, LOADING));
  inno_analysis_destroy(a);
}

/* ---- how many are kept ---- */

static void parallel_analysis(void **state) {
  double sum = 0.0, last = INFINITY;
  (void)state;
  inno_analysis *a = analyze("parallel_draws=60;retain=parallel", &x[0][0], N, K);
  inno_analysis *same = analyze("parallel_draws=60;seed=1;parallel_quantile=0.95", &x[0][0], N, K);
  inno_analysis *other = analyze("parallel_draws=60;seed=2", &x[0][0], N, K);
  inno_analysis *median = analyze("parallel_draws=60;parallel_quantile=0.5", &x[0][0], N, K);
  int above = 0, different = 0;
  while (above < K && COMPONENT(above, EIGENVALUE) > COMPONENT(above, RANDOM_QUANTILE)) above++;
  assert_true(FAMILY(PARALLEL) == above && FAMILY(RETAINED) == above && above == 2);
  for (int f = 0; f < K; f++) {
    double upper = COMPONENT(f, RANDOM_QUANTILE);
    assert_true(COMPONENT(f, RANDOM_MEAN) < last && upper > COMPONENT(f, RANDOM_MEAN));
    last = COMPONENT(f, RANDOM_MEAN);
    sum += last;
    assert_true(value(same, INNO_RECORD_COMPONENT, f, INNO_FIELD_RANDOM_QUANTILE) == upper);
    different += value(other, INNO_RECORD_COMPONENT, f, INNO_FIELD_RANDOM_QUANTILE) != upper;
    assert_true(value(median, INNO_RECORD_COMPONENT, f, INNO_FIELD_RANDOM_QUANTILE) < upper);
  }
  assert_int_equal(different, K);
  near(sum, K, 1e-12); /* each draw's eigenvalues sum to the number of columns */
  assert_true(value(same, INNO_RECORD_COMPONENTS, 0, INNO_FIELD_PARALLEL) == 2);
  inno_analysis_destroy(a);
  inno_analysis_destroy(same);
  inno_analysis_destroy(other);
  inno_analysis_destroy(median);
}

static void first_in_any_case(void **state) {
  static const double square[8] = {1, 1, -1, -1, 1, -1, 1, -1}; /* uncorrelated: every eigenvalue is 1 */
  (void)state;
  inno_analysis *a = analyze("", square, 4, 2);
  assert_true(FAMILY(KAISER) == 0 && FAMILY(RETAINED) == 1 && FAMILY(STATUS) == INNO_OK);
  near(FAMILY(CHI_SQUARED), 0.0, 1e-15);
  near(FAMILY(P_VALUE), 1.0, 1e-15);
  assert_true(isnan(FAMILY(ADEQUACY))); /* there is nothing to compare */
  inno_analysis_destroy(a);
  a = analyze("parallel_draws=20;retain=parallel", square, 4, 2);
  assert_true(FAMILY(PARALLEL) == 0 && FAMILY(RETAINED) == 1);
  inno_analysis_destroy(a);
  a = analyze("", square, 4, 1); /* one column */
  assert_true(FAMILY(RETAINED) == 1 && FAMILY(DEGREES) == 0 && isnan(FAMILY(P_VALUE)) && FAMILY(STATUS) == INNO_OK);
  assert_true(ITEM(0, WEIGHT) == 1.0 && ITEM(0, COMMUNALITY) == 1.0);
  inno_analysis_destroy(a);
}

static void as_many_as_there_are(void **state) {
  double same[3][N];
  (void)state;
  for (int i = 0; i < N; i++) {
    same[0][i] = x[0][i];
    same[1][i] = x[1][i];
    same[2][i] = 3.0 * x[0][i] - 1.0; /* perfectly correlated: two dimensions */
  }
  inno_analysis *a = analyze("retain=count;components=1000", &same[0][0], N, 3);
  assert_true(FAMILY(RETAINED) == 2 && FAMILY(STATUS) == INNO_E_DOMAIN);
  assert_true(isnan(FAMILY(ADEQUACY)) && isnan(FAMILY(CHI_SQUARED)) && isnan(FAMILY(P_VALUE)));
  assert_true(isnan(ITEM(0, ADEQUACY)) && FAMILY(DEGREES) == 3);
  near(ITEM(0, COMMUNALITY), 1.0, 1e-12);
  assert_true(COMPONENT(2, EIGENVALUE) >= 0.0 && COMPONENT(2, EIGENVALUE) < 1e-14);
  inno_analysis_destroy(a);
}

/* As many columns as units, more, and one less. */
static void few_units(void **state) {
  (void)state;
  for (int64_t n = 2; n <= 8; n++) {
    double data[K * 8];
    for (int j = 0; j < K; j++)
      for (int64_t i = 0; i < n; i++) data[j * n + i] = x[j][i];
    inno_analysis *a = analyze("retain=count;components=1000", data, n, K);
    assert_true(FAMILY(STATUS) == (n <= K ? INNO_E_DOMAIN : INNO_OK));
    assert_int_equal(isnan(FAMILY(ADEQUACY)) != 0, n <= K);
    assert_int_equal(isnan(FAMILY(CHI_SQUARED)) != 0, n <= K);
    assert_true(FAMILY(RETAINED) == (double)(n - 1 < K ? n - 1 : K));
    inno_analysis_destroy(a);
  }
}

/* ---- missing values, ties ---- */

static void incomplete_units(void **state) {
  double gaps[K][N];
  (void)state;
  memcpy(gaps, x, sizeof gaps);
  gaps[2][5] = gaps[4][5] = gaps[0][N - 1] = NAN;
  inno_analysis *a = analyze("", &gaps[0][0], N, K);
  assert_true(FAMILY(COUNT) == N - 2);
  for (int i = 0; i < N; i++)
    assert_int_equal(isnan(value(a, INNO_RECORD_COMPONENT_SCORE, 2 * i, INNO_FIELD_SCORE)) != 0, i == 5 || i == N - 1);
  inno_analysis_destroy(a);
}

static void ties_everywhere(void **state) {
  double tied[K][N];
  (void)state;
  for (int j = 0; j < K; j++)
    for (int i = 0; i < N; i++) tied[j][i] = x[j][i] > 10.0 * j ? 1.0 : 0.0;
  inno_analysis *a = analyze("", &tied[0][0], N, K);
  assert_true(FAMILY(STATUS) == INNO_OK && FAMILY(ADEQUACY) > 0.0 && FAMILY(ADEQUACY) < 1.0);
  inno_analysis_destroy(a);
}

/* ---- refusals ---- */

static void refused(const char *options, const double *data, int64_t n, int64_t k, const char *const *codes,
                    inno_status status, const char *says) {
  inno_analysis *a = NULL;
  inno_error *error = NULL;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  assert_int_equal(try(options, data, n, k, codes, &a, error), status);
  assert_null(a);
  assert_int_equal(inno_error_status(error), status);
  if (strstr(inno_error_message(error), says) == NULL) fail_msg("%s", inno_error_message(error));
  inno_error_destroy(error);
}

static void refusals(void **state) {
  static const char *const codes[3] = {"trade", "roads", "schools"};
  static double wide[2][1001];
  double flat[3][4] = {{1, 2, 4, 3}, {5, 5, 5, NAN}, {1, 2, 3, 4}}, huge[4] = {1e200, 2, 3, 4},
         tiny[4] = {0, 0, 0, 1e-150};
  (void)state;
  refused("", &flat[0][0], 4, 3, codes, INNO_E_CONSTANT, "'roads' is 5 for all 3 units");
  refused("", &flat[0][0], 4, 3, NULL, INNO_E_CONSTANT, "'2' is 5");
  refused("", &flat[0][0], 4, 0, NULL, INNO_E_NODATA, "0 columns");
  refused("", &flat[0][0], 1, 3, NULL, INNO_E_NODATA, "1 units have a value in all of the 3 columns");
  for (int i = 0; i < 3; i++) flat[i][i] = NAN;
  refused("", &flat[0][0], 4, 3, codes, INNO_E_NODATA, "0 units");
  refused("", huge, 4, 1, codes, INNO_E_OVERFLOW, "'trade' from 2 to 1e+200");
  refused("", tiny, 4, 1, codes, INNO_E_OVERFLOW, "'trade' from 0 to 1e-150");
  for (int j = 0; j < 1001; j++) wide[0][j] = j, wide[1][j] = j + 1.0;
  refused("", &wide[0][0], 2, 1001, NULL, INNO_E_SIZE, "1000");
  refused("retain=count", &x[0][0], N, K, NULL, INNO_E_MISSING_PARAMETER, "components");
  refused("retain=parallel", &x[0][0], N, K, NULL, INNO_E_MISSING_PARAMETER, "parallel_draws");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(by_hand),           cmocka_unit_test(rotations),         cmocka_unit_test(groups_are_found),
      cmocka_unit_test(parallel_analysis), cmocka_unit_test(first_in_any_case), cmocka_unit_test(as_many_as_there_are),
      cmocka_unit_test(few_units),         cmocka_unit_test(incomplete_units),  cmocka_unit_test(ties_everywhere),
      cmocka_unit_test(refusals),
  };
  return cmocka_run_group_tests(tests, setup, NULL);
}
