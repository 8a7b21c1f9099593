/* Weights from data: every rule by another road than the kernel takes, and everything that it refuses. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "construct/keys.h"
#include "construct/weigh_children.h"
#include "construct/weigh_optimal.h"
#include "innoscore/weighting.h"

enum { K = 4, N = 17 };

static double data[K][N];
static const double *columns[K];
static const char *const children[] = {"a", "b", "c", "d"};
static double work[8192];

typedef struct {
  inno_error *error;
  inno__names *units;
  inno__site site;
} fixture;

/* Values from 1 to about 60 without a pattern; unit u7 has the code "u7". */
static void fill(void) {
  for (int j = 0; j < K; j++) {
    columns[j] = data[j];
    for (int i = 0; i < N; i++)
      data[j][i] = 1.0 + (double)((i * i * (2 * j + 3) + 13 * i * (j + 1) + 29 * j) % 59) + 0.125 * j;
  }
}

static int setup(void **state) {
  static fixture f;
  char name[8] = "u";
  assert_int_equal(inno_error_create(NULL, &f.error), INNO_OK);
  assert_int_equal(inno__names_create(&f.error->allocator, &f.units), INNO_OK);
  for (int i = 0; i < N; i++) {
    name[1] = i < 10 ? (char)('0' + i) : '1';
    name[2] = i < 10 ? '\0' : (char)('0' + i - 10);
    name[3] = '\0';
    assert_int_equal(inno__names_add(f.units, name), i);
  }
  f.site = (inno__site){f.error, "P", f.units};
  fill();
  *state = &f;
  return 0;
}

static int teardown(void **state) {
  fixture *f = *state;
  inno__names_destroy(f->units);
  inno_error_destroy(f->error);
  return 0;
}

static inno__weigh_job job_for(const fixture *f, inno__weigh_rule *rule, int32_t k) {
  rule->weigher = inno__rule_implementation(INNO_STEP_WEIGH, rule->rule);
  assert_true(rule->weigher == NULL || rule->weigher->work_size(k, N) <= sizeof work);
  return (inno__weigh_job){columns, k, N, rule, children, &f->site, work};
}

static void weigh(const fixture *f, inno__weigh_rule rule, double *weights) {
  inno__weigh_job job = job_for(f, &rule, K);
  double sum = 0.0;
  assert_int_equal(inno__weigh_children(&job, weights), INNO_OK);
  for (int j = 0; j < K; j++) {
    assert_true(weights[j] >= 0.0);
    sum += weights[j];
  }
  assert_true(fabs(sum - 1.0) < 1e-15);
}

/* Fails; returns what the sentence says. */
static const char *refused(const fixture *f, inno__weigh_rule rule, int32_t k, inno_status status) {
  double weights[K];
  inno__weigh_job job = job_for(f, &rule, k);
  inno_status s = inno__weigh_children(&job, weights);
  if (s != status) fail_msg("status %d, wanted %d: %s", s, status, inno_error_message(f->error));
  return inno_error_message(f->error);
}

static void assert_says(const char *sentence, const char *word) {
  if (strstr(sentence, word) == NULL) fail_msg("'%s' is not in: %s", word, sentence);
}

static void assert_weights(const double *got, const long double *raw, const char *what) {
  long double sum = 0.0L;
  for (int j = 0; j < K; j++) sum += raw[j];
  for (int j = 0; j < K; j++)
    if (fabsl((long double)got[j] - raw[j] / sum) > 1e-15L)
      fail_msg("%s, %d: %.17g, want %.17Lg", what, j, got[j], raw[j] / sum);
}

/* ---- formulas, in long double and from their definitions ---- */

static long double scaled(int j, int i) {
  long double low = data[j][0], high = data[j][0];
  for (int u = 0; u < N; u++) {
    if (data[j][u] < low) low = data[j][u];
    if (data[j][u] > high) high = data[j][u];
  }
  return (data[j][i] - low) / (high - low);
}

/* One pass: sum of squares less square of the sum. */
static long double deviation(int j, int minmax) {
  long double s = 0.0L, q = 0.0L;
  for (int i = 0; i < N; i++) {
    long double v = minmax ? scaled(j, i) : (long double)data[j][i];
    s += v;
    q += v * v;
  }
  return sqrtl((q - s * s / N) / (N - 1));
}

static long double entropy(int j, int minmax) {
  long double s = 0.0L, e = 0.0L;
  for (int i = 0; i < N; i++) s += minmax ? scaled(j, i) : (long double)data[j][i];
  for (int i = 0; i < N; i++) {
    long double p = (minmax ? scaled(j, i) : (long double)data[j][i]) / s;
    if (p > 0.0L) e -= p * logl(p);
  }
  return 1.0L - e / logl(N);
}

static long double gini(int j, int minmax) {
  long double s = 0.0L, d = 0.0L;
  for (int i = 0; i < N; i++) s += minmax ? scaled(j, i) : (long double)data[j][i];
  for (int i = 0; i < N; i++)
    for (int h = 0; h < N; h++)
      d += fabsl(minmax ? scaled(j, i) - scaled(j, h) : (long double)data[j][i] - (long double)data[j][h]);
  return d / (2.0L * N * s);
}

static void rules_of_one_child_at_a_time(void **state) {
  const fixture *f = *state;
  for (int minmax = 0; minmax <= 1; minmax++) {
    const int32_t scaling = minmax ? INNO_SCALING_MINMAX : INNO_SCALING_NONE;
    long double raw[3][K];
    double w[K];
    for (int j = 0; j < K; j++) {
      raw[0][j] = deviation(j, minmax);
      raw[1][j] = entropy(j, minmax);
      raw[2][j] = gini(j, minmax);
    }
    weigh(f, (inno__weigh_rule){.rule = INNO_WEIGH_DEVIATION, .scaling = scaling}, w);
    assert_weights(w, raw[0], "deviation");
    weigh(f, (inno__weigh_rule){.rule = INNO_WEIGH_ENTROPY, .scaling = scaling}, w);
    assert_weights(w, raw[1], "entropy");
    weigh(f, (inno__weigh_rule){.rule = INNO_WEIGH_GINI, .scaling = scaling}, w);
    assert_weights(w, raw[2], "gini");
  }
}

static void critic(void **state) {
  const fixture *f = *state;
  long double raw[K];
  double w[K];
  for (int j = 0; j < K; j++) {
    long double conflict = 0.0L;
    for (int h = 0; h < K; h++) {
      long double sx = 0, sy = 0, xx = 0, yy = 0, xy = 0;
      for (int i = 0; i < N; i++) {
        sx += data[j][i];
        sy += data[h][i];
        xx += (long double)data[j][i] * data[j][i];
        yy += (long double)data[h][i] * data[h][i];
        xy += (long double)data[j][i] * data[h][i];
      }
      if (h != j) conflict += 1.0L - (xy - sx * sy / N) / sqrtl((xx - sx * sx / N) * (yy - sy * sy / N));
    }
    raw[j] = deviation(j, 1) * conflict;
  }
  weigh(f, (inno__weigh_rule){.rule = INNO_WEIGH_CRITIC}, w);
  assert_weights(w, raw, "critic");
}

static void merec(void **state) {
  const fixture *f = *state;
  long double raw[K] = {0};
  double w[K];
  for (int i = 0; i < N; i++)
    for (int j = 0; j < K; j++) {
      long double all = 0.0L, without = 0.0L;
      for (int h = 0; h < K; h++) {
        long double low = data[h][0];
        for (int u = 0; u < N; u++) low = data[h][u] < low ? (long double)data[h][u] : low;
        long double term = fabsl(logl(low / data[h][i]));
        all += term;
        without += h != j ? term : 0.0L;
      }
      raw[j] += fabsl(logl(1.0L + without / K) - logl(1.0L + all / K));
    }
  weigh(f, (inno__weigh_rule){.rule = INNO_WEIGH_MEREC}, w);
  assert_weights(w, raw, "merec");
}

/* Two children: the first component of r is (1, 1) / sqrt 2, or (1, -1) / sqrt 2. */
static void first_component_of_two(void **state) {
  const fixture *f = *state;
  inno__weigh_rule rule = {.rule = INNO_WEIGH_FIRST_COMPONENT, .loadings = INNO_LOADINGS_SIGNED};
  inno__weigh_job job = job_for(f, &rule, 2);
  double w[K];
  for (int i = 0; i < N; i++) data[1][i] = data[0][i] + (i % 3);
  assert_int_equal(inno__weigh_first_component(&job, w), INNO_OK);
  assert_true(fabs(w[0] - sqrt(0.5)) < 1e-15 && fabs(w[1] - sqrt(0.5)) < 1e-15);
  assert_int_equal(inno__weigh_children(&job, w), INNO_OK);
  assert_true(fabs(w[0] - 0.5) < 1e-15);
  for (int i = 0; i < N; i++) data[1][i] = -data[1][i];
  assert_int_equal(inno__weigh_first_component(&job, w), INNO_OK);
  assert_true(w[0] > 0.7 && w[1] < -0.7); /* sum 0: the first is positive */
  const char *sentence = refused(f, rule, 2, INNO_E_DOMAIN);
  assert_says(sentence, "'b'");
  assert_says(sentence, "squared");
  rule.loadings = INNO_LOADINGS_ABSOLUTE;
  assert_int_equal(inno__weigh_children(&job, w), INNO_OK);
  assert_true(fabs(w[0] - 0.5) < 1e-15);
  rule.loadings = INNO_LOADINGS_SQUARED;
  assert_int_equal(inno__weigh_children(&job, w), INNO_OK);
  assert_true(fabs(w[0] - 0.5) < 1e-15);
}

/* Two children have a covariance matrix whose pairs are known: tan of twice the angle = 2 cov / (var - var). */
static void all_components_of_two(void **state) {
  const fixture *f = *state;
  inno__weigh_rule rule = {.rule = INNO_WEIGH_ALL_COMPONENTS};
  inno__weigh_job job = job_for(f, &rule, 2);
  double w[K];
  long double mean[2] = {0, 0}, s[2][2] = {{0, 0}, {0, 0}};
  for (int j = 0; j < 2; j++)
    for (int i = 0; i < N; i++) mean[j] += scaled(j, i) / N;
  for (int i = 0; i < N; i++)
    for (int j = 0; j < 2; j++)
      for (int h = 0; h < 2; h++) s[j][h] += (scaled(j, i) - mean[j]) * (scaled(h, i) - mean[h]) / (N - 1);
  long double angle = 0.5L * atan2l(2.0L * s[0][1], s[0][0] - s[1][1]), c = cosl(angle), t = sinl(angle);
  long double first = c * c * s[0][0] + 2 * c * t * s[0][1] + t * t * s[1][1], second = s[0][0] + s[1][1] - first;
  long double raw[2] = {fabsl(c) * first + fabsl(t) * second, fabsl(t) * first + fabsl(c) * second};
  assert_int_equal(inno__weigh_children(&job, w), INNO_OK);
  assert_true(fabsl(w[0] - raw[0] / (raw[0] + raw[1])) < 1e-15L);
}

/* Two blocks of two that know nothing of each other: a factor each, all weights equal whatever rule keeps the two. */
static void factors_of_two_blocks(void **state) {
  const fixture *f = *state;
  static const int32_t retain[] = {INNO_RETAIN_EIGENVALUE, INNO_RETAIN_SHARE, INNO_RETAIN_CUMULATIVE,
                                   INNO_RETAIN_COUNT};
  double w[K];
  for (int i = 0; i < N; i++)
    for (int j = 0; j < K; j++) /* units 0..15 are four times four: x by row, y by column; the last is in the middle */
      data[j][i] = i == 16
                       ? 1.5
                       : (j < 2 ? i / 4 : i % 4) +
                             (j % 2 == 1 ? 0.001 * (i % 2 == i / 4 % 2 ? 1 : -1) * (i / 8 == i / 2 % 2 ? 1 : -1) : 0.0);
  for (int k = 0; k < 4; k++) {
    weigh(f,
          (inno__weigh_rule){.rule = INNO_WEIGH_FACTORS,
                             .retain = retain[k],
                             .min_eigenvalue = 1.0,
                             .min_share = 0.3,
                             .min_cumulative = 0.6,
                             .components = 2,
                             .sweeps = 100},
          w);
    for (int j = 0; j < K; j++) assert_true(fabs(w[j] - 0.25) < 1e-3);
  }
}

/* ---- what they refuse ---- */

static void one_child_and_equal(void **state) {
  const fixture *f = *state;
  static const int32_t rules[] = {
      INNO_WEIGH_EQUAL, INNO_WEIGH_DEVIATION,       INNO_WEIGH_ENTROPY,        INNO_WEIGH_GINI,   INNO_WEIGH_CRITIC,
      INNO_WEIGH_MEREC, INNO_WEIGH_FIRST_COMPONENT, INNO_WEIGH_ALL_COMPONENTS, INNO_WEIGH_FACTORS};
  double w[K];
  for (int i = 0; i < N; i++) data[0][i] = NAN;
  for (size_t k = 0; k < sizeof rules / sizeof rules[0]; k++) {
    inno__weigh_rule rule = {.rule = rules[k]};
    inno__weigh_job job = job_for(f, &rule, 1);
    assert_int_equal(inno__weigh_children(&job, w), INNO_OK);
    assert_true(w[0] == 1.0);
  }
  weigh(f, (inno__weigh_rule){.rule = INNO_WEIGH_EQUAL}, w);
  for (int j = 0; j < K; j++) assert_true(w[j] == 0.25);
}

static inno__weigh_rule every[] = {
    {.rule = INNO_WEIGH_DEVIATION, .scaling = INNO_SCALING_MINMAX},
    {.rule = INNO_WEIGH_ENTROPY, .scaling = INNO_SCALING_MINMAX},
    {.rule = INNO_WEIGH_GINI, .scaling = INNO_SCALING_MINMAX},
    {.rule = INNO_WEIGH_CRITIC},
    {.rule = INNO_WEIGH_FIRST_COMPONENT, .loadings = INNO_LOADINGS_SQUARED},
    {.rule = INNO_WEIGH_ALL_COMPONENTS},
    {.rule = INNO_WEIGH_FACTORS, .retain = INNO_RETAIN_SHARE, .min_share = 0.1, .sweeps = 100},
};
enum { EVERY = sizeof every / sizeof every[0] };

static void constant_children(void **state) {
  const fixture *f = *state;
  double w[K];
  for (int i = 0; i < N; i++) data[2][i] = 0.1;
  for (int k = 0; k < EVERY; k++) assert_says(refused(f, every[k], K, INNO_E_CONSTANT), "'c'");
  for (int32_t rule = INNO_WEIGH_DEVIATION; rule <= INNO_WEIGH_GINI; rule++) { /* not scaled: it carries nothing */
    weigh(f, (inno__weigh_rule){.rule = rule, .scaling = INNO_SCALING_NONE}, w);
    assert_true(w[2] == 0.0 && w[0] > 0.0);
  }
  weigh(f, (inno__weigh_rule){.rule = INNO_WEIGH_MEREC}, w);
  assert_true(w[2] == 0.0);
  for (int j = 0; j < K; j++)
    for (int i = 0; i < N; i++) data[j][i] = 3.0;
  for (int32_t rule = INNO_WEIGH_DEVIATION; rule <= INNO_WEIGH_GINI; rule++)
    refused(f, (inno__weigh_rule){.rule = rule, .scaling = INNO_SCALING_NONE}, K, INNO_E_WEIGHTS);
  refused(f, (inno__weigh_rule){.rule = INNO_WEIGH_MEREC}, K, INNO_E_WEIGHTS);
}

/* A unit with a missing value: left out where children are compared, where it is missing only otherwise. */
static void missing_values(void **state) {
  const fixture *f = *state;
  double with[K], without[K];
  for (int k = 0; k < EVERY; k++) {
    fill();
    for (int j = 0; j < K; j++) data[j][3] = NAN;
    weigh(f, every[k], with);
    for (int j = 0; j < K; j++) { /* the same without the place */
      double *x = data[j];
      memmove(x + 3, x + 4, (N - 4) * sizeof *x);
    }
    inno__weigh_job job = job_for(f, &every[k], K);
    job.n = N - 1;
    assert_int_equal(inno__weigh_children(&job, without), INNO_OK);
    for (int j = 0; j < K; j++) assert_true(fabs(with[j] - without[j]) < 1e-14);
  }
  for (int j = 0; j < K; j++)
    for (int i = 0; i < N; i++)
      if (i > 1 || (j == 1 && i > 0)) data[j][i] = NAN;
  for (int k = 0; k < EVERY; k++) refused(f, every[k], K, INNO_E_NODATA);
  assert_says(refused(f, every[0], K, INNO_E_NODATA), "'b'");
  refused(f, (inno__weigh_rule){.rule = INNO_WEIGH_MEREC}, K, INNO_E_NODATA);
}

static void negative_values_and_zeros(void **state) {
  const fixture *f = *state;
  double w[K];
  data[1][7] = 0.0;
  weigh(f, (inno__weigh_rule){.rule = INNO_WEIGH_ENTROPY, .scaling = INNO_SCALING_NONE}, w); /* 0 ln 0 = 0 */
  weigh(f, (inno__weigh_rule){.rule = INNO_WEIGH_GINI, .scaling = INNO_SCALING_NONE}, w);
  const char *sentence = refused(f, (inno__weigh_rule){.rule = INNO_WEIGH_MEREC}, K, INNO_E_NONPOSITIVE);
  assert_says(sentence, "'b'");
  assert_says(sentence, "'u7'");
  assert_string_equal(inno_error_unit(f->error), "u7");
  data[1][7] = -1e-9;
  refused(f, (inno__weigh_rule){.rule = INNO_WEIGH_ENTROPY, .scaling = INNO_SCALING_NONE}, K, INNO_E_NONPOSITIVE);
  refused(f, (inno__weigh_rule){.rule = INNO_WEIGH_GINI, .scaling = INNO_SCALING_NONE}, K, INNO_E_NONPOSITIVE);
  for (int k = 0; k < EVERY; k++) weigh(f, every[k], w); /* scaled ones do not mind */
}

static void values_too_far_apart(void **state) {
  const fixture *f = *state;
  data[3][0] = 1e200;
  for (int k = 0; k < EVERY; k++) assert_says(refused(f, every[k], K, INNO_E_DOMAIN), "'d'");
  fill();
  for (int i = 0; i < N; i++) data[3][i] *= 1e-200;
  for (int k = 0; k < EVERY; k++) assert_says(refused(f, every[k], K, INNO_E_DOMAIN), "'d'");
}

static void children_that_are_one(void **state) {
  const fixture *f = *state;
  double w[K];
  for (int j = 1; j < K; j++)
    for (int i = 0; i < N; i++) data[j][i] = 2.0 * data[0][i] + j;
  assert_says(refused(f, (inno__weigh_rule){.rule = INNO_WEIGH_CRITIC}, K, INNO_E_WEIGHTS), "'P'");
  inno__weigh_rule rule = {.rule = INNO_WEIGH_FACTORS, .retain = INNO_RETAIN_COUNT, .components = 2, .sweeps = 100};
  assert_says(refused(f, rule, K, INNO_E_DOMAIN), "have 1"); /* the correlations have rank 1 */
  rule.components = 1;
  weigh(f, rule, w);
  for (int j = 0; j < K; j++) assert_true(fabs(w[j] - 0.25) < 1e-14);
}

static void thresholds_and_limits(void **state) {
  const fixture *f = *state;
  inno__weigh_rule rule = {
      .rule = INNO_WEIGH_FACTORS, .retain = INNO_RETAIN_EIGENVALUE, .min_eigenvalue = 4.5, .sweeps = 100};
  assert_says(refused(f, rule, K, INNO_E_DOMAIN), "4.5");
  rule.retain = INNO_RETAIN_CUMULATIVE;
  rule.min_cumulative = 1.0;
  refused(f, rule, K, INNO_E_DOMAIN);
  rule.retain = INNO_RETAIN_COUNT;
  rule.components = 0;
  refused(f, rule, K, INNO_E_DOMAIN);
  rule.components = 3;
  rule.sweeps = 1;
  const char *sentence = refused(f, rule, K, INNO_E_CONVERGENCE);
  assert_says(sentence, "varimax");
  assert_says(sentence, "within 1 rounds");
}

/* ---- scores ---- */

/* Turned or not, the scores of all components are uncorrelated with variance 1, and shares sum to what is explained. */
static void scores_are_standardized(void **state) {
  const fixture *f = *state;
  inno__weigh_rule rule = {.sweeps = 200};
  double columns_of[3][N], share[3], total = 0.0;
  double *scores[] = {columns_of[0], columns_of[1], columns_of[2]};
  data[0][5] = NAN;
  inno__weigh_job job = job_for(f, &rule, K);
  assert_true(inno__factor_scores_work_size(K, N) <= sizeof work);
  assert_int_equal(inno__factor_scores(&job, 3, scores, share, NULL), INNO_OK);
  for (int a = 0; a < 3; a++) {
    total += share[a];
    assert_true(isnan(scores[a][5]));
    assert_true(a == 0 || share[a] <= share[a - 1]);
    for (int b = 0; b < 3; b++) {
      double sum = 0.0, products = 0.0;
      for (int i = 0; i < N; i++) {
        if (i == 5) continue;
        sum += scores[a][i];
        products += scores[a][i] * scores[b][i];
      }
      assert_true(fabs(sum) < 1e-12);
      assert_true(fabs(products / (N - 2) - (a == b ? 1.0 : 0.0)) < 1e-12);
    }
  }
  assert_true(total < 1.0 && total > 0.75);
  assert_int_equal(inno__factor_scores(&job, 5, scores, share, NULL), INNO_E_DOMAIN);
  assert_int_equal(inno__factor_scores(&job, 0, scores, share, NULL), INNO_E_DOMAIN);
}

/* ---- optimal weights ---- */

typedef struct {
  int geometric, calls;
} index_kind;

static inno_status mean_of_children(void *context, const double *weights, double *index) {
  index_kind *kind = context;
  double sum = 0.0;
  kind->calls++;
  for (int j = 0; j < K; j++) sum += weights[j];
  if (fabs(sum - K) > 1e-12) return INNO_E_ARGUMENT; /* what the header promises */
  for (int i = 0; i < N; i++) {
    double s = 0.0;
    for (int j = 0; j < K; j++) s += weights[j] / sum * (kind->geometric ? log(data[j][i]) : data[j][i]);
    index[i] = kind->geometric ? exp(s) : s;
  }
  return INNO_OK;
}

static inno__optimal_job optimal(const fixture *f, int32_t kind, const double *targets, index_kind *context) {
  assert_true(inno__weigh_optimal_work_size(K, N) <= sizeof work);
  return (inno__optimal_job){columns,          K,       N,    children, kind,     targets,
                             mean_of_children, context, 1e-8, 100000,   &f->site, work};
}

/* One family, arithmetic: the sum of correlations is largest where the index is the sum of standardized children, that
 * is for weights that are one over the standard deviations. */
static void infomax_standardizes(void **state) {
  const fixture *f = *state;
  index_kind kind = {0, 0};
  double w[K] = {5, 1, 1, 2}, sum = 0.0;
  inno__optimal_report report;
  inno__optimal_job job = optimal(f, INNO_OPTIMAL_INFOMAX, NULL, &kind);
  assert_int_equal(inno__weigh_optimal(&job, w, &report), INNO_OK);
  assert_true(report.converged && report.last >= report.first);
  assert_int_equal(kind.calls, report.evaluations);
  for (int j = 0; j < K; j++) sum += 1.0 / (double)deviation(j, 0);
  for (int j = 0; j < K; j++) assert_true(fabs(w[j] - 1.0 / (double)deviation(j, 0) / sum) < 1e-6);
}

/* Targets that known weights have are met again, and by the same weights; also with a geometric mean. */
static void balance_is_met(void **state) {
  const fixture *f = *state;
  for (int geometric = 0; geometric <= 1; geometric++) {
    index_kind kind = {geometric, 0};
    const double known[K] = {0.8, 1.6, 0.4, 1.2};
    double targets[K], w[K] = {1, 1, 1, 1}, index[N];
    inno__optimal_report report;
    inno__optimal_job job = optimal(f, INNO_OPTIMAL_BALANCE, targets, &kind);
    assert_int_equal(mean_of_children(&kind, known, index), INNO_OK);
    inno__weigh_correlations(&job, index, targets);
    assert_int_equal(inno__weigh_optimal(&job, w, &report), INNO_OK);
    assert_true(report.converged && report.first > 1e-3 && report.last < 1e-15);
    for (int j = 0; j < K; j++)
      if (fabs(w[j] - known[j] / K) > 1e-6) fail_msg("%d: %g, want %g", j, w[j], known[j] / K);
  }
}

static void limits_targets_and_starts(void **state) {
  const fixture *f = *state;
  index_kind kind = {0, 0};
  const double negative[K] = {1, -1, 1, 1}, none[K] = {0}, some[K] = {5, 1, 1, 1};
  double w[K] = {1, 1, 1, 1}, zero[K] = {0};
  inno__optimal_report report;
  inno__optimal_job job = optimal(f, INNO_OPTIMAL_BALANCE, negative, &kind);
  assert_int_equal(inno__weigh_optimal(&job, w, &report), INNO_E_ARGUMENT);
  assert_string_equal(inno_error_node(f->error), "b");
  job.targets = none;
  assert_int_equal(inno__weigh_optimal(&job, w, &report), INNO_E_ARGUMENT);
  job.targets = some;
  assert_int_equal(inno__weigh_optimal(&job, zero, &report), INNO_E_DOMAIN);
  job.limit = 150; /* stops, says so, and goes on from there */
  int rounds = 0;
  double last = INFINITY;
  do {
    assert_int_equal(inno__weigh_optimal(&job, w, &report), INNO_OK);
    assert_true(report.evaluations <= 151 && report.last <= last + 1e-15);
    last = report.last;
  } while (!report.converged && ++rounds < 200);
  assert_in_range(rounds, 1, 199);
  for (int i = 0; i < N; i++) data[1][i] = 4.0;
  assert_int_equal(inno__weigh_optimal(&job, w, &report), INNO_E_CONSTANT);
  assert_says(inno_error_message(f->error), "'b'");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(rules_of_one_child_at_a_time),
      TEST(critic),
      TEST(merec),
      TEST(first_component_of_two),
      TEST(all_components_of_two),
      TEST(factors_of_two_blocks),
      TEST(one_child_and_equal),
      TEST(constant_children),
      TEST(missing_values),
      TEST(negative_values_and_zeros),
      TEST(values_too_far_apart),
      TEST(children_that_are_one),
      TEST(thresholds_and_limits),
      TEST(scores_are_standardized),
      TEST(infomax_standardizes),
      TEST(balance_is_met),
      TEST(limits_targets_and_starts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
