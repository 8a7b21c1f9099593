/* Rules of normalization and treatment that are tables of constants: by hand, both directions, and what they refuse. */
#include <math.h>
#include <string.h>

#include "construct/normalize.h"
#include "construct/outliers.h"
#include "construct/treat.h"
#include "innoscore/innoscore.h"
#include "innoscore/keys.h"
#include "numeric/missing.h"
#include "support/error.h"

enum { N = 10 };

static double work[64 * N];
static const double ten[N] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 100};

static inno__site site(void) { return (inno__site){error, "x", NULL}; }

/* ---- normalization ---- */

static inno__normalize_rule rule_of(int32_t which, int32_t direction) {
  return (inno__normalize_rule){.rule = which,
                                .direction = direction,
                                .log = INNO_LOG_NONE,
                                .ties = INNO_TIES_COMPETITION,
                                .upper = 100.0,
                                .truncate = 1,
                                .ceiling = 100.0,
                                .sd = 1.0,
                                .sds = 1.0,
                                .reach = 1.5,
                                .quantile_type = 7,
                                .lower_percentile = 25.0,
                                .upper_percentile = 75.0,
                                .outliers = INNO_OUTLIERS_FENCE,
                                .threshold = 0.2,
                                .reference_value = inno__nan(),
                                .reference = -1};
}

static inno_status normalize(const double *x, int n, const inno__normalize_rule *rule, double *out,
                             unsigned char *marks) {
  inno__frame frame;
  const inno__site at = site();
  inno_status s = inno__normalize_check(rule, &at);
  if (s == INNO_OK) s = inno__normalize_fit(x, n, rule, &frame, work, &at);
  if (s == INNO_OK) assert_true(inno__frame_usable(rule, &frame) || !inno__normalize_holds(rule->rule));
  return s == INNO_OK ? inno__normalize_apply(x, n, rule, &frame, out, marks, work, &at) : s;
}

static void expect(const inno__normalize_rule *rule, const double *x, int n, const double *want, double tolerance) {
  double out[N];
  assert_int_equal(normalize(x, n, rule, out, NULL), INNO_OK);
  for (int i = 0; i < n; i++)
    if (!(fabs(out[i] - want[i]) <= tolerance) && !(isnan(out[i]) && isnan(want[i])))
      fail_msg("rule %d direction %d place %d: got %.17g, expected %.17g", rule->rule, rule->direction, i, out[i],
               want[i]);
}

static void bounds_that_outliers_do_not_move(void **state) {
  (void)state;
  unsigned char marks[N] = {0};
  double out[N];
  inno__normalize_rule rule = rule_of(INNO_NORMALIZE_MINMAX_PERCENTILE, 1);
  /* quartiles of type 7: 3.25 and 7.75 */
  const double quartiles[N] = {0,   0,   0,  0.75 / 4.5 * 100, 1.75 / 4.5 * 100, 2.75 / 4.5 * 100, 3.75 / 4.5 * 100,
                               100, 100, 100};
  expect(&rule, ten, N, quartiles, 1e-12);
  assert_int_equal(normalize(ten, N, &rule, out, marks), INNO_OK);
  for (int i = 0; i < N; i++) assert_int_equal(marks[i] != 0, ten[i] < 3.25 || ten[i] > 7.75);
  rule.truncate = 0;
  assert_int_equal(normalize(ten, N, &rule, out, NULL), INNO_OK);
  assert_true(fabs(out[9] - (100.0 - 3.25) / 4.5 * 100.0) < 1e-11);
  /* type 2, Stata's: the third and the eighth value */
  rule.quantile_type = 2;
  rule.direction = -1;
  assert_int_equal(normalize(ten, N, &rule, out, NULL), INNO_OK);
  assert_true(out[2] == 100.0 && out[7] == 0.0 && out[0] == 140.0);
  /* EIS: the range without outliers, here 1..9 of both tests; the outlier is cut */
  const double inner[N] = {0, 12.5, 25, 37.5, 50, 62.5, 75, 87.5, 100, 100};
  rule = rule_of(INNO_NORMALIZE_MINMAX_INNER, 1);
  expect(&rule, ten, N, inner, 1e-12);
  rule.outliers = INNO_OUTLIERS_SD;
  rule.sds = 2.0;
  expect(&rule, ten, N, inner, 1e-12);
  const double mirrored[N] = {100, 87.5, 75, 62.5, 50, 37.5, 25, 12.5, 0, 0};
  rule.direction = -1;
  expect(&rule, ten, N, mirrored, 1e-12);
  /* mean 3, sd sqrt(2.5): one sd on either side */
  const double five[] = {1, 2, 3, 4, 5};
  const double sd = sqrt(2.5), between[] = {0, (2 - 3 + sd) / (2 * sd) * 100, 50, (4 - 3 + sd) / (2 * sd) * 100, 100};
  rule = rule_of(INNO_NORMALIZE_MINMAX_SD, 1);
  expect(&rule, five, 5, between, 1e-12);
}

static void goalposts_around_a_reference(void **state) {
  (void)state;
  const double x[] = {10, 20, 30, NAN};
  const double centered[] = {70, 100, 130, NAN}, moved[] = {85, 115, 145, NAN}, bad[] = {115, 85, 55, NAN};
  inno__normalize_rule rule = rule_of(INNO_NORMALIZE_AMPI, 1);
  expect(&rule, x, 4, centered, 1e-12); /* the mean is the reference */
  rule.reference_value = 15.0;
  expect(&rule, x, 4, moved, 1e-12);
  rule.direction = -1;
  expect(&rule, x, 4, bad, 1e-12);
}

static void ratios_and_classes(void **state) {
  (void)state;
  const double x[] = {2, 4, 4, 6, NAN};
  const double mean[] = {0.5, 1, 1, 1.5, NAN}, mean_bad[] = {2, 1, 1, 4.0 / 6.0, NAN};
  const double worst[] = {1, 2, 2, 3, NAN}, worst_bad[] = {3, 1.5, 1.5, 1, NAN};
  const double around[] = {-1, 0, 0, 1, NAN}, around_bad[] = {1, 0, 0, -1, NAN};
  const double percent[] = {25, 50, 50, 100, NAN}, percent_bad[] = {100, 50, 50, 25, NAN};
  const double cuts[] = {30, 60}, scores[] = {0, 5, 10};
  const double class[] = {0, 5, 5, 10, NAN}, class_bad[] = {10, 5, 5, 0, NAN};
  const struct {
    int32_t rule;
    const double *good, *bad;
  } cases[] = {{INNO_NORMALIZE_RATIO_TO_MEAN, mean, mean_bad},
               {INNO_NORMALIZE_RATIO_TO_WORST, worst, worst_bad},
               {INNO_NORMALIZE_ABOVE_BELOW_MEAN, around, around_bad},
               {INNO_NORMALIZE_PERCENTILE, percent, percent_bad},
               {INNO_NORMALIZE_CATEGORICAL, class, class_bad}};
  for (size_t k = 0; k < sizeof cases / sizeof cases[0]; k++)
    for (int32_t direction = 1; direction >= -1; direction -= 2) {
      inno__normalize_rule rule = rule_of(cases[k].rule, direction);
      rule.cuts = (inno__list){cuts, 2};
      rule.scores = (inno__list){scores, 3};
      expect(&rule, x, 5, direction > 0 ? cases[k].good : cases[k].bad, 1e-15);
    }
}

static void z_scores_with_an_end(void **state) {
  (void)state;
  const double x[] = {1, 2, 3}, want[] = {25, 45, 60};
  inno__normalize_rule rule = rule_of(INNO_NORMALIZE_ZSCORE, 1);
  rule.mean = 45.0;
  rule.sd = 20.0;
  rule.ceiling = 60.0;
  expect(&rule, x, 3, want, 0.0);
}

#define REFUSED(x, n, status, words)                                    \
  do {                                                                  \
    double out_[N];                                                     \
    assert_int_equal(normalize((x), (n), &rule, out_, NULL), (status)); \
    assert_non_null(strstr(inno_error_message(error), (words)));        \
    assert_string_equal(inno_error_node(error), "x");                   \
  } while (0)

static void what_has_no_score_is_refused(void **state) {
  (void)state;
  const double around_zero[] = {-3, 1, 2}, from_zero[] = {0, 1, 2}, most_equal[] = {1, 1, 1, 1, 1, 1, 1, 9};
  const double down[] = {60, 30}, scores[] = {1, 2, 3};
  inno__normalize_rule rule = rule_of(INNO_NORMALIZE_RATIO_TO_MEAN, 1);
  REFUSED(around_zero, 3, INNO_E_DOMAIN, "mean");
  rule.direction = -1;
  REFUSED(from_zero, 3, INNO_E_NONPOSITIVE, "above 0");
  rule = rule_of(INNO_NORMALIZE_ABOVE_BELOW_MEAN, 1);
  REFUSED(around_zero, 3, INNO_E_DOMAIN, "mean");
  rule = rule_of(INNO_NORMALIZE_RATIO_TO_WORST, 1);
  REFUSED(from_zero, 3, INNO_E_DOMAIN, "worst");
  rule = rule_of(INNO_NORMALIZE_MINMAX_PERCENTILE, 1);
  REFUSED(most_equal, 8, INNO_E_CONSTANT, "widen");
  rule.lower_percentile = 80.0;
  REFUSED(ten, N, INNO_E_VALUE, "lower_percentile");
  rule = rule_of(INNO_NORMALIZE_MINMAX_INNER, 1);
  REFUSED(most_equal, 8, INNO_E_CONSTANT, "widen");
  rule = rule_of(INNO_NORMALIZE_ZSCORE, 1);
  rule.floor = 100.0;
  REFUSED(ten, N, INNO_E_VALUE, "ceiling");
  rule = rule_of(INNO_NORMALIZE_CATEGORICAL, 1);
  rule.cuts = (inno__list){down, 2};
  rule.scores = (inno__list){scores, 3};
  REFUSED(ten, N, INNO_E_VALUE, "ascending");
  rule.cuts.count = 1;
  REFUSED(ten, N, INNO_E_VALUE, "one score more");
  rule = rule_of(INNO_NORMALIZE_AMPI, 1);
  rule.log = INNO_LOG_NATURAL;
  rule.reference_value = -1.0;
  REFUSED(ten, N, INNO_E_VALUE, "reference_value");
}

/* ---- treatment ---- */

static inno__treat_rule chain_of(int32_t rule, int32_t test) {
  return (inno__treat_rule){.rules = {rule},
                            .rule_count = 1,
                            .direction = 1,
                            .test = test,
                            .skewness = 2.0,
                            .kurtosis = 3.5,
                            .skewness_type = 2,
                            .kurtosis_type = 2,
                            .reach = 1.5,
                            .sds = 2.0,
                            .quantile_type = 7,
                            .limit = 5,
                            .lower_percentile = 10.0,
                            .upper_percentile = 90.0,
                            .max_degree = 10,
                            .factor = inno__nan(),
                            .lambda = inno__nan(),
                            .degree = inno__nan(),
                            .limit_share = inno__nan()};
}

static void treat(const inno__treat_rule *rule, double *out, unsigned char *marks, inno__treat_log *log) {
  const inno__site at = site();
  assert_true(inno__treat_work_size(N) <= sizeof work);
  memset(marks, 0, N);
  assert_int_equal(inno__treat(ten, N, rule, out, marks, log, work, &at), INNO_OK);
  assert_true(inno__treat_log_usable(rule, log));
}

static void fences(void **state) {
  (void)state;
  double out[N];
  unsigned char marks[N];
  inno__treat_log log;
  /* quartiles 3.25 and 7.75: the fence ends at 14.5 */
  inno__treat_rule rule = chain_of(INNO_TREAT_FENCE, INNO_TEST_FENCE);
  treat(&rule, out, marks, &log);
  assert_int_equal(log.stage[0].passed, 0);
  assert_int_equal(log.kept, 1);
  assert_true(out[9] == 14.5 && out[8] == 9.0 && log.stage[1].high == 14.5 && log.stage[1].points_high == 1);
  assert_int_equal(marks[9], INNO_MARK_WINSORIZED_HIGH);
  assert_int_equal(log.stage[1].passed, 1);
  /* mean 14.5, sd 30.1...: two of them end at 74.8 */
  rule = chain_of(INNO_TREAT_SD_FENCE, INNO_TEST_SD);
  treat(&rule, out, marks, &log);
  double low, high;
  inno__sd_limits(ten, N, 2.0, &low, &high);
  assert_true(out[9] == high && log.stage[1].parameter == 2.0 && isinf(log.stage[1].low));
  /* winsorizing under the test of fences: one point moves to 9 */
  rule = chain_of(INNO_TREAT_WINSORIZE, INNO_TEST_FENCE);
  treat(&rule, out, marks, &log);
  assert_true(out[9] == 9.0 && log.stage[1].points_high == 1 && log.stage[1].high == 9.0);
  /* to percentiles of type 7: 1.9 and 18.1 */
  rule = chain_of(INNO_TREAT_QUANTILES, INNO_TEST_MOMENTS);
  treat(&rule, out, marks, &log);
  assert_true(fabs(out[0] - 1.9) < 1e-12 && fabs(out[9] - 18.1) < 1e-12);
  assert_int_equal(log.stage[1].points_low, 1);
  assert_int_equal(marks[0], INNO_MARK_WINSORIZED_LOW);
}

static void a_column_that_passes_stays(void **state) {
  (void)state;
  double out[N], lesser[N] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  unsigned char marks[N] = {0};
  inno__treat_log log;
  const inno__site at = site();
  for (int32_t test = INNO_TEST_MOMENTS; test <= INNO_TEST_SD; test++) {
    inno__treat_rule rule = chain_of(INNO_TREAT_FENCE, test);
    assert_int_equal(inno__treat(lesser, N, &rule, out, marks, &log, work, &at), INNO_OK);
    assert_int_equal(log.stage[0].passed, 1);
    assert_int_equal(log.kept, 0);
    assert_memory_equal(out, lesser, sizeof out);
  }
  const double flat[N] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 9}; /* quartiles that are equal make no fence */
  inno__treat_rule rule = chain_of(INNO_TREAT_FENCE, INNO_TEST_FENCE);
  assert_int_equal(inno__treat(flat, N, &rule, out, marks, &log, work, &at), INNO_OK);
  assert_int_equal(log.stage[0].passed, -1);
  assert_memory_equal(out, flat, sizeof out);
}

static void a_share_of_the_units(void **state) {
  (void)state;
  double x[N] = {1, 2, 3, 4, 5, 6, 400, 500, 800, NAN}, out[N];
  unsigned char marks[N] = {0};
  inno__treat_rule rule = chain_of(INNO_TREAT_WINSORIZE, INNO_TEST_MOMENTS);
  int64_t high = 0, low = 0;
  rule.skewness = 0.01;
  rule.kurtosis = -100.0;
  static const double shares[] = {0.1, 1.0 / 9.0, 0.23, 0.34};
  static const int64_t points[] = {0, 1, 2, 3}; /* each round takes those along that moved before */
  for (int k = 0; k < 4; k++) {
    rule.limit_share = shares[k];
    inno__winsorize(x, N, &rule, out, marks, &high, &low, work);
    assert_int_equal(high + low, points[k]);
  }
}

static void the_smallest_root(void **state) {
  (void)state;
  double out[N], skewness, kurtosis;
  unsigned char marks[N];
  inno__treat_log log;
  inno__treat_rule rule = chain_of(INNO_TREAT_ROOT_SEARCH, INNO_TEST_SD);
  rule.skewness = 2.0;
  treat(&rule, out, marks, &log);
  double degree = log.stage[1].parameter;
  assert_true(degree >= 3.0 && degree <= 10.0);
  assert_true(fabs(log.stage[1].skewness) < 2.0);
  inno__treat_rule one = chain_of(INNO_TREAT_ROOT, INNO_TEST_SD);
  one.degree = degree - 1.0;
  treat(&one, out, marks, &log);
  inno__treat_test(out, N, &one, &skewness, &kurtosis, work);
  assert_true(fabs(skewness) >= 2.0); /* one degree less is not enough */
  rule.skewness = 1e-9;
  rule.max_degree = 4;
  treat(&rule, out, marks, &log);
  assert_true(log.stage[1].parameter == 4.0); /* the last that may be tried */
}

/* What was done to a column, done again from the log, gives the same bits. */
static void again_is_the_same(void **state) {
  (void)state;
  static const int32_t rules[] = {INNO_TREAT_WINSORIZE, INNO_TREAT_FENCE,       INNO_TREAT_SD_FENCE,
                                  INNO_TREAT_QUANTILES, INNO_TREAT_LOG,         INNO_TREAT_LOG_GII,
                                  INNO_TREAT_LOG_CT,    INNO_TREAT_LOG_CT_PLUS, INNO_TREAT_LOG_CT_ORIG,
                                  INNO_TREAT_BOXCOX,    INNO_TREAT_ROOT,        INNO_TREAT_ROOT_SEARCH};
  const inno__site at = site();
  for (int a = 0; a < 12; a++)
    for (int b = 0; b < 12; b++)
      for (int how = 0; how < 8; how++) {
        inno__treat_rule rule = chain_of(rules[a], INNO_TEST_MOMENTS);
        double out[N], again[N], mirror[N];
        unsigned char marks[N] = {0}, more[N] = {0};
        inno__treat_log log;
        rule.rules[1] = rules[b];
        rule.rule_count = 2;
        rule.combine = how & 1;
        rule.force = how >> 1 & 1;
        rule.direction = how & 4 ? -1 : 1;
        rule.lambda = 0.3;
        rule.limit = 1;
        for (int i = 0; i < N; i++) mirror[i] = how & 4 ? 101.0 - ten[i] : ten[i];
        inno_status s = inno__treat(mirror, N, &rule, out, marks, &log, work, &at);
        if (s != INNO_OK) continue; /* the logarithm of a logarithm */
        assert_true(inno__treat_log_usable(&rule, &log));
        assert_int_equal(inno__treat_again(mirror, N, &rule, &log, again, more, work, &at), INNO_OK);
        assert_memory_equal(out, again, sizeof out);
        assert_memory_equal(marks, more, sizeof marks);
      }
}

static void outside_the_frame(void **state) {
  (void)state;
  double out[N];
  unsigned char marks[N];
  inno__treat_log log;
  const inno__site at = site();
  inno__treat_rule rule = chain_of(INNO_TREAT_LOG_CT, INNO_TEST_SD);
  treat(&rule, out, marks, &log);
  const double below[] = {0.02}, within[] = {0.5}, above[] = {1000.0};
  assert_int_equal(inno__treat_again(below, 1, &rule, &log, out, NULL, work, &at), INNO_OK); /* step is 0.99 */
  assert_int_equal(inno__treat_again(within, 1, &rule, &log, out, NULL, work, &at), INNO_OK);
  assert_int_equal(inno__treat_again(above, 1, &rule, &log, out, NULL, work, &at), INNO_OK);
  const double far_below[] = {-5.0};
  assert_int_equal(inno__treat_again(far_below, 1, &rule, &log, out, NULL, work, &at), INNO_E_DOMAIN);
  assert_non_null(strstr(inno_error_message(error), "log_ct"));
  log.stage[1].minimum = inno__nan();
  assert_false(inno__treat_log_usable(&rule, &log));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(bounds_that_outliers_do_not_move),
      cmocka_unit_test(goalposts_around_a_reference),
      cmocka_unit_test(ratios_and_classes),
      cmocka_unit_test(z_scores_with_an_end),
      cmocka_unit_test(what_has_no_score_is_refused),
      cmocka_unit_test(fences),
      cmocka_unit_test(a_column_that_passes_stays),
      cmocka_unit_test(a_share_of_the_units),
      cmocka_unit_test(the_smallest_root),
      cmocka_unit_test(again_is_the_same),
      cmocka_unit_test(outside_the_frame),
  };
  return cmocka_run_group_tests(tests, make_error, end_error);
}
