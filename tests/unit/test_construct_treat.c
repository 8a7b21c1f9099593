/* Outlier treatment: the test, winsorizing, the chain and its log, every transformation and what it refuses. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "construct/treat.h"
#include "innoscore/result.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"
#include "numeric/special.h"

enum { N = 40 };

static double work[4096];

typedef struct {
  inno_error *error;
  inno__names *units;
  inno__site site;
} fixture;

static int setup(void **state) {
  static fixture f;
  static const char *const names[] = {"Ha Noi", "Hue", "Da Nang", "Can Tho"};
  assert_int_equal(inno_error_create(NULL, &f.error), INNO_OK);
  assert_int_equal(inno__names_create(&f.error->allocator, &f.units), INNO_OK);
  for (int i = 0; i < 4; i++) assert_int_equal(inno__names_add(f.units, names[i]), i);
  f.site = (inno__site){f.error, "X.1", f.units};
  *state = &f;
  return 0;
}

static int teardown(void **state) {
  fixture *f = *state;
  inno__names_destroy(f->units);
  inno_error_destroy(f->error);
  return 0;
}

static inno__treat_rule chain_of(int32_t first, int32_t second) {
  return (inno__treat_rule){.rules = {first, second},
                            .rule_count = second != 0 ? 2 : 1,
                            .direction = 1,
                            .skewness = 2.0,
                            .kurtosis = 3.5,
                            .skewness_type = 2,
                            .kurtosis_type = 2,
                            .limit = 5,
                            .factor = inno__nan(),
                            .lambda = inno__nan(),
                            .degree = inno__nan()};
}

/* 0, 1, .. with outliers at the end */
static void ramp(double *x, double outlier, int outliers) {
  for (int i = 0; i < N; i++) x[i] = i;
  for (int i = 0; i < outliers; i++) x[N - 1 - i] = outlier + i;
}

/* ---- the test and the log ---- */

static void a_column_that_passes_is_left_alone(void **state) {
  const fixture *f = *state;
  double x[N], out[N];
  unsigned char marks[N] = {0};
  inno__treat_log log;
  inno__treat_rule rule = chain_of(INNO_TREAT_WINSORIZE, INNO_TREAT_LOG_CT);
  ramp(x, 0.0, 0);
  assert_int_equal(inno__treat(x, N, &rule, out, marks, &log, work, &f->site), INNO_OK);
  assert_memory_equal(out, x, sizeof x);
  assert_int_equal(log.count, 1);
  assert_int_equal(log.kept, 0);
  assert_int_equal(log.stage[0].passed, 1);
  assert_int_equal(log.stage[0].rule, 0);
  for (int i = 0; i < N; i++) assert_int_equal(marks[i], 0);
}

static void one_limit_is_enough_to_pass(void **state) {
  double x[N], skewness, kurtosis;
  inno__treat_rule rule = chain_of(INNO_TREAT_WINSORIZE, 0);
  (void)state;
  ramp(x, 1000.0, 1);
  assert_int_equal(inno__treat_test(x, N, &rule, &skewness, &kurtosis, work), 0);
  rule.kurtosis = kurtosis; /* strictly */
  assert_int_equal(inno__treat_test(x, N, &rule, &skewness, &kurtosis, work), 0);
  rule.kurtosis = kurtosis + 1.0;
  assert_int_equal(inno__treat_test(x, N, &rule, &skewness, &kurtosis, work), 1);
  rule.kurtosis = 3.5;
  rule.skewness = skewness + 1.0;
  assert_int_equal(inno__treat_test(x, N, &rule, &skewness, &kurtosis, work), 1);
}

static void what_cannot_be_tested_is_left_alone(void **state) {
  const fixture *f = *state;
  const double nan = inno__nan();
  const double columns[][5] = {{7, 7, 7, 7, 7}, {nan, 1, 2, 100, nan}, {nan, nan, nan, nan, nan}};
  inno__treat_rule rule = chain_of(INNO_TREAT_WINSORIZE, INNO_TREAT_LOG);
  for (int k = 0; k < 3; k++) {
    double out[5];
    inno__treat_log log;
    assert_int_equal(inno__treat(columns[k], 5, &rule, out, NULL, &log, work, &f->site), INNO_OK);
    assert_memory_equal(out, columns[k], sizeof out);
    assert_int_equal(log.count, 1);
    assert_int_equal(log.stage[0].passed, -1);
  }
  rule = chain_of(INNO_TREAT_NONE, 0);
  double x[N], out[N];
  inno__treat_log log;
  ramp(x, 1000.0, 1);
  assert_int_equal(inno__treat(x, N, &rule, out, NULL, &log, work, &f->site), INNO_OK);
  assert_memory_equal(out, x, sizeof x);
  assert_int_equal(log.stage[0].passed, 0);
  assert_int_equal(log.kept, 0);
}

/* ---- winsorizing ---- */

static void the_extreme_takes_the_next_value(void **state) {
  const fixture *f = *state;
  double x[N], out[N];
  unsigned char marks[N] = {0};
  inno__treat_log log;
  inno__treat_rule rule = chain_of(INNO_TREAT_WINSORIZE, INNO_TREAT_LOG_CT);
  ramp(x, 1000.0, 2);
  x[3] = inno__nan();
  assert_int_equal(inno__treat(x, N, &rule, out, marks, &log, work, &f->site), INNO_OK);
  assert_int_equal(log.count, 2);
  assert_int_equal(log.kept, 1);
  assert_int_equal(log.stage[1].passed, 1);
  assert_int_equal(log.stage[1].points_high, 2);
  assert_int_equal(log.stage[1].points_low, 0);
  for (int i = 0; i < N; i++) {
    if (i != 3) assert_true(out[i] == (i < N - 2 ? i : N - 3));
    assert_int_equal(marks[i], i < N - 2 ? 0 : INNO_MARK_WINSORIZED_HIGH);
  }
}

static void low_outliers_are_raised(void **state) {
  double x[N], out[N];
  int64_t high, low;
  unsigned char marks[N] = {0};
  inno__treat_rule rule = chain_of(INNO_TREAT_WINSORIZE, 0);
  (void)state;
  ramp(x, 1000.0, 1);
  for (int i = 0; i < N; i++) x[i] = -x[i];
  inno__winsorize(x, N, &rule, out, marks, &high, &low, work);
  assert_int_equal(high, 0);
  assert_int_equal(low, 1);
  assert_true(out[N - 1] == -(N - 2));
  assert_int_equal(marks[N - 1], INNO_MARK_WINSORIZED_LOW);
}

static void ties_move_together_past_the_limit(void **state) {
  double x[N], out[N];
  int64_t high, low;
  inno__treat_rule rule = chain_of(INNO_TREAT_WINSORIZE, 0);
  (void)state;
  ramp(x, 0.0, 0);
  x[N - 1] = 1e6;
  x[N - 2] = x[N - 3] = x[N - 4] = 5e5;
  rule.limit = 2;
  inno__winsorize(x, N, &rule, out, NULL, &high, &low, work); /* 1, then the 3 tied below it with it: COINr's nwin is 4 */
  assert_int_equal(high, 4);
  assert_int_equal(low, 0);
  assert_true(out[N - 1] == N - 5 && out[N - 4] == N - 5);
  rule.limit = 0;
  inno__winsorize(x, N, &rule, out, NULL, &high, &low, work);
  assert_int_equal(high + low, 0);
  assert_memory_equal(out, x, sizeof x);
}

/* One rare 1 among zeros fails the test, and the next value of the 1 is 0. */
static void two_distinct_values_are_never_made_one(void **state) {
  const fixture *f = *state;
  double x[N] = {0}, out[N];
  inno__treat_log log;
  inno__treat_rule rule = chain_of(INNO_TREAT_WINSORIZE, 0);
  x[7] = 1.0;
  rule.limit = INT32_MAX;
  for (rule.force = 0; rule.force <= 1; rule.force++) {
    assert_int_equal(inno__treat(x, N, &rule, out, NULL, &log, work, &f->site), INNO_OK);
    assert_memory_equal(out, x, sizeof x);
    assert_int_equal(log.stage[1].passed, 0);
    assert_int_equal(log.stage[1].points_high, 0);
  }
}

/* ---- the chain ---- */

static void rules_start_from_the_original_unless_combined(void **state) {
  const fixture *f = *state;
  double x[N], out[N], log_of_x[N], parameter;
  unsigned char marks[N] = {0};
  inno__treat_log log;
  inno__treat_rule rule = chain_of(INNO_TREAT_WINSORIZE, INNO_TREAT_LOG_CT_ORIG);
  ramp(x, 1e6, 3);
  rule.limit = 1;
  assert_int_equal(inno__treat(x, N, &rule, out, marks, &log, work, &f->site), INNO_OK);
  assert_int_equal(inno__transform(x, N, INNO_TREAT_LOG_CT_ORIG, &rule, log_of_x, &parameter, work, &f->site), INNO_OK);
  assert_memory_equal(out, log_of_x, sizeof out);
  assert_int_equal(log.count, 3);
  assert_int_equal(log.kept, 2); /* the last one tried, also when it fails */
  for (int i = 0; i < N; i++) assert_int_equal(marks[i], INNO_MARK_TRANSFORMED);

  rule.combine = 1;
  memset(marks, 0, sizeof marks);
  assert_int_equal(inno__treat(x, N, &rule, out, marks, &log, work, &f->site), INNO_OK);
  assert_true(out[N - 3] == log_of_x[N - 2]); /* the largest took the next value, and that was transformed */
  int winsorized = 0;
  for (int i = 0; i < N; i++) winsorized += (marks[i] & INNO_MARK_WINSORIZED_HIGH) != 0;
  assert_int_equal(winsorized, 1);
}

static void force_applies_everything_without_asking(void **state) {
  const fixture *f = *state;
  double x[N], out[N], two[] = {1.0, 10.0}, same[] = {5.0, 5.0, 5.0};
  inno__treat_log log;
  inno__treat_rule rule = chain_of(INNO_TREAT_LOG_CT_ORIG, INNO_TREAT_ROOT);
  rule.force = 1;
  ramp(x, 0.0, 0);
  assert_int_equal(inno__treat(x, N, &rule, out, NULL, &log, work, &f->site), INNO_OK);
  assert_int_equal(log.count, 3);
  assert_int_equal(log.kept, 2);
  for (int i = 0; i < N; i++) assert_true(out[i] == sqrt(inno__log((double)i + 1.0)));
  assert_true(log.stage[2].parameter == 2.0);

  rule = chain_of(INNO_TREAT_LOG, 0); /* two units cannot be tested, but force does not ask for that */
  rule.force = 1;
  assert_int_equal(inno__treat(two, 2, &rule, out, NULL, &log, work, &f->site), INNO_OK);
  assert_true(out[0] == 0.0 && out[1] == inno__log(10.0));
  assert_int_equal(inno__treat(same, 3, &rule, out, NULL, &log, work, &f->site), INNO_OK);
  assert_memory_equal(out, same, sizeof same);
  assert_int_equal(log.count, 1);
}

static void in_place_gives_the_same_bits(void **state) {
  const fixture *f = *state;
  const int32_t chains[][2] = {{INNO_TREAT_WINSORIZE, 0},
                               {INNO_TREAT_WINSORIZE, INNO_TREAT_LOG_GII},
                               {INNO_TREAT_LOG_CT, 0},
                               {INNO_TREAT_WINSORIZE, INNO_TREAT_LOG_CT_PLUS},
                               {INNO_TREAT_BOXCOX, INNO_TREAT_ROOT}};
  for (int k = 0; k < 5; k++)
    for (int mode = 0; mode < 4; mode++) {
      double x[N], out[N];
      unsigned char marks[2][N] = {{0}};
      inno__treat_log log;
      inno__treat_rule rule = chain_of(chains[k][0], chains[k][1]);
      rule.limit = 2;
      rule.lambda = 0.3;
      rule.direction = mode & 1 ? -1 : 1;
      rule.combine = mode >> 1;
      ramp(x, 1e5, 3);
      x[5] = inno__nan();
      assert_int_equal(inno__treat(x, N, &rule, out, marks[0], &log, work, &f->site), INNO_OK);
      assert_int_equal(inno__treat(x, N, &rule, x, marks[1], &log, work, &f->site), INNO_OK);
      assert_memory_equal(x, out, sizeof x);
      assert_memory_equal(marks[0], marks[1], sizeof marks[0]);
    }
}

/* ---- transformations ---- */

static void transform_to(const fixture *f, const double *x, int n, int32_t which, const inno__treat_rule *rule,
                         double *out, double parameter) {
  double used = 0.0;
  assert_int_equal(inno__transform(x, n, which, rule, out, &used, work, &f->site), INNO_OK);
  assert_true(used == parameter || (used != used && parameter != parameter));
}

static void formulas(void **state) {
  const fixture *f = *state;
  const double x[] = {2.0, 4.0, 10.0}, nan = inno__nan();
  inno__treat_rule rule = chain_of(INNO_TREAT_LOG, 0);
  double out[3];
  rule.lambda = 0.5;
  transform_to(f, x, 3, INNO_TREAT_LOG, &rule, out, nan);
  assert_true(out[1] == inno__log(4.0));
  transform_to(f, x, 3, INNO_TREAT_LOG_CT, &rule, out, nan);
  assert_true(out[0] == inno__log(0.01 * 8.0) && out[2] == inno__log(10.0 - 2.0 + 0.01 * 8.0));
  transform_to(f, x, 3, INNO_TREAT_LOG_CT_ORIG, &rule, out, nan);
  assert_true(out[0] == 0.0 && out[1] == inno__log(3.0));
  transform_to(f, x, 3, INNO_TREAT_BOXCOX, &rule, out, 0.5);
  assert_true(out[0] == 0.0 && fabs(out[1] - (sqrt(3.0) - 1.0) / 0.5) < 1e-15);
  rule.lambda = 0.0;
  transform_to(f, x, 3, INNO_TREAT_BOXCOX, &rule, out, 0.0);
  assert_true(out[1] == inno__log(3.0));
  transform_to(f, x, 3, INNO_TREAT_ROOT, &rule, out, 2.0);
  assert_true(out[1] == 2.0);
  rule.degree = 4.0;
  transform_to(f, x, 3, INNO_TREAT_ROOT, &rule, out, 4.0);
  assert_true(fabs(out[2] - sqrt(sqrt(10.0))) < 1e-15);
}

/* Goods: 0 at the minimum, ln(f max) at the maximum. Bads: GII turns the column; ours stays in its own direction, so
 * that the normalization turns it: 0 at the maximum, -ln(f max) at the minimum. Together they are GII's formula. */
static void log_gii_for_goods_and_bads(void **state) {
  const fixture *f = *state;
  const double x[] = {0.0, 5.0, 20.0}, small[] = {0.0, 0.0005, 0.002};
  inno__treat_rule rule = chain_of(INNO_TREAT_LOG_GII, 0);
  double out[3];
  transform_to(f, x, 3, INNO_TREAT_LOG_GII, &rule, out, 1.0);
  assert_true(out[0] == 0.0 && out[1] == inno__log(19.0 * 5.0 / 20.0 + 1.0) && out[2] == inno__log(20.0));
  transform_to(f, small, 3, INNO_TREAT_LOG_GII, &rule, out, 1000.0); /* 0.002 * 1000 is above 1, 0.002 * 100 not */
  assert_true(out[0] == 0.0 && fabs(out[2] - inno__log(2.0)) < 1e-15);
  const double ones[] = {0.0, 0.5, 1.0}; /* f max must be above 1, not 1: its logarithm is 0 */
  transform_to(f, ones, 3, INNO_TREAT_LOG_GII, &rule, out, 10.0);
  rule.direction = -1;
  transform_to(f, x, 3, INNO_TREAT_LOG_GII, &rule, out, 1.0);
  assert_true(out[2] == 0.0 && out[1] == -inno__log(19.0 * 15.0 / 20.0 + 1.0) && out[0] == -inno__log(20.0));
  rule.factor = 10.0;
  transform_to(f, x, 3, INNO_TREAT_LOG_GII, &rule, out, 10.0);
  assert_true(out[0] == -inno__log(200.0));
}

static void log_ct_plus_follows_the_skewness(void **state) {
  const fixture *f = *state;
  const double right[] = {0.0, 1.0, 2.0, 50.0}, left[] = {0.0, -1.0, -2.0, -50.0};
  inno__treat_rule rule = chain_of(INNO_TREAT_LOG_CT_PLUS, 0);
  double a[4], b[4];
  transform_to(f, right, 4, INNO_TREAT_LOG_CT_PLUS, &rule, a, inno__nan());
  transform_to(f, left, 4, INNO_TREAT_LOG_CT_PLUS, &rule, b, inno__nan());
  for (int i = 0; i < 4; i++) assert_true(a[i] == -b[i]);
  assert_true(b[0] > b[1] && b[2] > b[3]); /* the order of the units stays */
}

static void missing_stays_missing_with_one_pattern(void **state) {
  const fixture *f = *state;
  const double nan = inno__nan(), x[] = {1.0, nan, 3.0, 90.0}, left[] = {-1.0, nan, -3.0, -90.0};
  inno__treat_rule rule = chain_of(INNO_TREAT_LOG, 0);
  rule.lambda = 0.5;
  for (int direction = -1; direction <= 1; direction += 2)
    for (int32_t which = INNO_TREAT_LOG; which <= INNO_TREAT_ROOT; which++) {
      double out[4], parameter;
      if (which > INNO_TREAT_LOG_CT_ORIG && which < INNO_TREAT_BOXCOX) continue;
      rule.direction = direction;
      assert_int_equal(inno__transform(x, 4, which, &rule, out, &parameter, work, &f->site), INNO_OK);
      assert_memory_equal(&out[1], &nan, sizeof nan);
      if (which != INNO_TREAT_LOG_CT_PLUS) continue;
      assert_int_equal(inno__transform(left, 4, which, &rule, out, &parameter, work, &f->site), INNO_OK);
      assert_memory_equal(&out[1], &nan, sizeof nan);
    }
}

/* ---- refusals ---- */

static void refuse(const fixture *f, const double *x, int32_t which, const inno__treat_rule *rule, inno_status status,
                   const char *unit, const char *cure) {
  double out[4] = {7.0, 7.0, 7.0, 7.0}, parameter;
  inno__error_clear(f->error);
  assert_int_equal(inno__transform(x, 4, which, rule, out, &parameter, work, &f->site), status);
  assert_int_equal(inno_error_status(f->error), status);
  assert_string_equal(f->error->node, "X.1");
  assert_string_equal(f->error->unit, unit);
  if (strstr(inno_error_message(f->error), cure) == NULL)
    fail_msg("no '%s' in: %s", cure, inno_error_message(f->error));
  assert_true(out[0] == 7.0 && out[3] == 7.0);
}

static void refusals_name_node_unit_and_cure(void **state) {
  const fixture *f = *state;
  const double nan = inno__nan(), zero[] = {1, 2, 0, 4}, negative[] = {1, -2, 3, 4}, below[] = {-4, -3, -2, 0};
  const double same[] = {3, 3, nan, 3}, empty[] = {nan, nan, nan, nan}, tiny[] = {0.1, 0.2, 0.3, 0.4};
  const double wide[] = {-1.7e308, 0, 1, 1.7e308};
  inno__treat_rule rule = chain_of(INNO_TREAT_LOG, 0);
  refuse(f, zero, INNO_TREAT_LOG, &rule, INNO_E_NONPOSITIVE, "Da Nang", "log_ct");
  refuse(f, negative, INNO_TREAT_ROOT, &rule, INNO_E_DOMAIN, "Hue", "log_ct");
  refuse(f, below, INNO_TREAT_LOG_GII, &rule, INNO_E_DOMAIN, "", "log_ct");
  refuse(f, same, INNO_TREAT_LOG_GII, &rule, INNO_E_CONSTANT, "", "goalposts");
  refuse(f, same, INNO_TREAT_LOG_CT, &rule, INNO_E_CONSTANT, "", "3");
  refuse(f, same, INNO_TREAT_LOG_CT_PLUS, &rule, INNO_E_CONSTANT, "", "3");
  refuse(f, empty, INNO_TREAT_LOG_CT_ORIG, &rule, INNO_E_NODATA, "", "impute");
  refuse(f, zero, INNO_TREAT_BOXCOX, &rule, INNO_E_MISSING_PARAMETER, "", "lambda");
  refuse(f, wide, INNO_TREAT_LOG_CT, &rule, INNO_E_DOMAIN, "", "unit of measure");
  rule.factor = 2.0;
  refuse(f, tiny, INNO_TREAT_LOG_GII, &rule, INNO_E_DOMAIN, "", "raise factor");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_column_that_passes_is_left_alone),
      cmocka_unit_test(one_limit_is_enough_to_pass),
      cmocka_unit_test(what_cannot_be_tested_is_left_alone),
      cmocka_unit_test(the_extreme_takes_the_next_value),
      cmocka_unit_test(low_outliers_are_raised),
      cmocka_unit_test(ties_move_together_past_the_limit),
      cmocka_unit_test(two_distinct_values_are_never_made_one),
      cmocka_unit_test(rules_start_from_the_original_unless_combined),
      cmocka_unit_test(force_applies_everything_without_asking),
      cmocka_unit_test(in_place_gives_the_same_bits),
      cmocka_unit_test(formulas),
      cmocka_unit_test(log_gii_for_goods_and_bads),
      cmocka_unit_test(log_ct_plus_follows_the_skewness),
      cmocka_unit_test(missing_stays_missing_with_one_pattern),
      cmocka_unit_test(refusals_name_node_unit_and_cure),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
