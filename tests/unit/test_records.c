/* Records and marks by hand: a method with two steps of a kind and in an order of its own, every field of every record,
 * every mark of every cell. */
#include <math.h>
#include <string.h>

#include "numeric/special.h"
#include "support/golden.h"

enum { UNITS = 5, A = 0, B = 1, C = 2, INDICATORS = 3 };

static const double raw[INDICATORS][UNITS] = {{0, 1, 2, 3, 100}, {5, 4, 3, 2, -100}, {1, NAN, 3, 4, 5}};
static const double people[UNITS] = {1000, 2000, NAN, 0, 4000};

#define TYPE_1 "skewness_type=1;kurtosis_type=1;skewness=1;kurtosis=0"

/* Winsorize before imputing, treat again behind screening, denominate last, normalize twice. */
static const golden_step steps[] = {
    {INNO_STEP_TREAT, "rules=winsorize;limit=1;" TYPE_1},
    {INNO_STEP_IMPUTE, "rule=median"},
    {INNO_STEP_SCREEN, "rule=none;u4.force=exclude;u0.force=include"},
    {INNO_STEP_TREAT, "rules=winsorize, log_ct_orig;limit=1;force=1;a.rules=none;b.rules=none;" TYPE_1},
    {INNO_STEP_DENOMINATE, "rule=divide"},
    {INNO_STEP_NORMALIZE, "rule=goalposts;lower=0;upper=2.5;points=10"},
    {INNO_STEP_NORMALIZE, "rule=minmax;b.rule=zscore"},
    {INNO_STEP_AGGREGATE, "rule=arithmetic"},
    {0, NULL}};

static inno_indicator_set *new_set(void) {
  static const char *const nodes[][2] = {{"I", NULL}, {"a", "I"}, {"b", "I"}, {"c", "I"}};
  inno_indicator_set *set = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  for (int i = 0; i < 4; i++) assert_int_equal(inno_indicator_set_add(set, nodes[i][0], nodes[i][1], NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_weight(set, "b", 2.0, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_denominator(set, "c", "people", 1000.0, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  return set;
}

static inno_result *compute(const golden_step *with) {
  static const char *const units[] = {"u0", "u1", "u2", "u3", "u4"}, *const codes[] = {"a", "b", "c"};
  inno_dataset *data = NULL;
  inno_indicator_set *set = new_set();
  inno_method *method = golden_method(set, with);
  assert_int_equal(inno_dataset_create(NULL, UNITS, units, &data, NULL), INNO_OK);
  for (int j = 0; j < INDICATORS; j++)
    assert_int_equal(inno_dataset_add_column(data, codes[j], raw[j], sizeof(double), NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(data, "people", people, sizeof(double), NULL), INNO_OK);
  inno_result *r = golden_result(method, data);
  inno_dataset_destroy(data);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  return r;
}

static double field(const inno_result *r, int32_t kind, int64_t index, int32_t which) {
  double value = 0.0;
  assert_int_equal(inno_result_record(r, kind, index, which, &value, NULL), INNO_OK);
  return value;
}

static void check_values(const inno_result *r, int32_t step, int64_t node, const double *want) {
  double got[UNITS];
  assert_int_equal(inno_result_values(r, step, node, got, sizeof *got, NULL), INNO_OK);
  for (int i = 0; i < UNITS; i++)
    if (isnan(want[i]) ? !isnan(got[i]) : got[i] != want[i])
      fail_msg("step %d, node %d, unit %d: %.17g, not %.17g", (int)step, (int)node, i, got[i], want[i]);
}

static void check_marks(const inno_result *r, int32_t step, int64_t node, const int32_t *want) {
  int32_t got[UNITS];
  assert_int_equal(inno_result_marks(r, step, node, got, NULL), INNO_OK);
  for (int i = 0; i < UNITS; i++)
    if (got[i] != want[i])
      fail_msg("step %d, node %d, unit %d: mark %d, not %d", (int)step, (int)node, i, got[i], want[i]);
}

/* ---- marks ---- */

static void every_mark_by_hand(void **state) {
  (void)state;
  enum {
    HIGH = INNO_MARK_WINSORIZED_HIGH,
    LOW = INNO_MARK_WINSORIZED_LOW,
    LOG = INNO_MARK_TRANSFORMED,
    FILLED = INNO_MARK_IMPUTED,
    OUT = INNO_MARK_SCREENED_OUT,
    NO = INNO_MARK_NO_DENOMINATOR,
    ZERO = INNO_MARK_ZERO_DENOMINATOR,
    CUT = INNO_MARK_TRUNCATED
  };
  static const int32_t want[8][INDICATORS][UNITS] = {{{0, 0, 0, 0, HIGH}, {0, 0, 0, 0, LOW}, {0}},
                                                     {{0}, {0}, {0, FILLED, 0, 0, 0}},
                                                     {{0, 0, 0, 0, OUT}, {0, 0, 0, 0, OUT}, {0, 0, 0, 0, OUT}},
                                                     {{0}, {0}, {LOW | LOG, LOG, LOG, LOG, 0}},
                                                     {{0}, {0}, {0, 0, NO, ZERO, 0}}, /* u4 was missing already */
                                                     {{0, 0, 0, CUT, 0}, {CUT, CUT, CUT, 0, 0}, {0}},
                                                     {{0}, {0}, {0}},
                                                     {{0}, {0}, {0}}};
  inno_result *r = compute(steps);
  for (int32_t k = 0; k < 8; k++)
    for (int64_t j = 0; j < INDICATORS; j++) check_marks(r, k, j, want[k][j]);
  inno_result_destroy(r);
}

static void values_after_every_step(void **state) {
  (void)state;
  const double nan = NAN, log_15 = inno__log(1.5), log_2 = inno__log(2.0);
  inno_result *r = compute(steps);
  check_values(r, -1, A, raw[A]);
  check_values(r, 0, A, (const double[]){0, 1, 2, 3, 3});
  check_values(r, 0, B, (const double[]){5, 4, 3, 2, 2});
  check_values(r, 0, C, raw[C]);
  check_values(r, 1, C, (const double[]){1, 3.5, 3, 4, 5});
  check_values(r, 2, A, (const double[]){0, 1, 2, 3, nan});
  check_values(r, 2, C, (const double[]){1, 3.5, 3, 4, nan});
  /* 1 goes up to 3, then ln(x - 3 + 1) */
  check_values(r, 3, C, (const double[]){0, log_15, 0, log_2, nan});
  check_values(r, 3, A, (const double[]){0, 1, 2, 3, nan});
  check_values(r, 4, C, (const double[]){0, log_15 / 2.0, nan, nan, nan});
  check_values(r, 5, A, (const double[]){0, 1 / 2.5 * 10, 2 / 2.5 * 10, 10, nan});
  check_values(r, 5, B, (const double[]){10, 10, 10, 8, nan});
  check_values(r, 6, A, (const double[]){0, 40, 80, 100, nan});
  check_values(r, 6, C, (const double[]){0, 100, nan, nan, nan});
  /* z-scores of 10, 10, 10, 8: mean 9.5, squares 0.25 0.25 0.25 2.25, divisor 3: sd 1 */
  check_values(r, 6, B, (const double[]){0.5, 0.5, 0.5, -1.5, nan});
  check_values(r, 7, B, (const double[]){0.5, 0.5, 0.5, -1.5, nan});
  check_values(r, 7, 3, (const double[]){1.0 / 4.0, 141.0 / 4.0, 81.0 / 3.0, 97.0 / 3.0, nan});
  inno_result_destroy(r);
}

/* ---- records ---- */

/* Type 1: moments with divisor n, by two passes. */
static void moments(const double *x, int n, double *skewness, double *kurtosis) {
  double mean = 0.0, m2 = 0.0, m3 = 0.0, m4 = 0.0;
  for (int i = 0; i < n; i++) mean += x[i] / n;
  for (int i = 0; i < n; i++) {
    double d = x[i] - mean;
    m2 += d * d / n;
    m3 += d * d * d / n;
    m4 += d * d * d * d / n;
  }
  *skewness = m3 / (m2 * sqrt(m2));
  *kurtosis = m4 / (m2 * m2) - 3.0;
}

typedef struct {
  int step, node, stage, rule, passed, kept, high, low;
  int count;
  double x[UNITS]; /* the values there at this stage */
} stage;

static void treatment_records_by_hand(void **state) {
  (void)state;
  const double log_15 = inno__log(1.5), log_2 = inno__log(2.0);
  const stage want[] = {{0, A, 0, 0, 0, 0, 0, 0, 5, {0, 1, 2, 3, 100}},
                        {0, A, 1, INNO_TREAT_WINSORIZE, 1, 1, 1, 0, 5, {0, 1, 2, 3, 3}},
                        {0, B, 0, 0, 0, 0, 0, 0, 5, {5, 4, 3, 2, -100}},
                        {0, B, 1, INNO_TREAT_WINSORIZE, 1, 1, 0, 1, 5, {5, 4, 3, 2, 2}},
                        {0, C, 0, 0, 1, 1, 0, 0, 4, {1, 3, 4, 5}},
                        {3, A, 0, 0, 1, 1, 0, 0, 4, {0, 1, 2, 3}},
                        {3, B, 0, 0, 1, 1, 0, 0, 4, {5, 4, 3, 2}},
                        {3, C, 0, 0, 1, 0, 0, 0, 4, {1, 3.5, 3, 4}}, /* it passes, but the chain is forced */
                        {3, C, 1, INNO_TREAT_WINSORIZE, 1, 0, 0, 1, 4, {3, 3.5, 3, 4}},
                        {3, C, 2, INNO_TREAT_LOG_CT_ORIG, 1, 1, 0, 0, 4, {0, log_15, 0, log_2}}};
  enum { COUNT = sizeof want / sizeof want[0] };
  inno_result *r = compute(steps);
  assert_true(inno_result_record_count(r, INNO_RECORD_TREATMENT) == COUNT);
  for (int k = 0; k < COUNT; k++) {
    const stage *w = &want[k];
    double skewness, kurtosis;
    moments(w->x, w->count, &skewness, &kurtosis);
    assert_true(field(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_STEP) == w->step);
    assert_true(field(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_NODE) == w->node);
    assert_true(field(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_STAGE) == w->stage);
    assert_true(field(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_RULE) == w->rule);
    assert_true(field(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_PASSED) == w->passed);
    assert_true(field(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_KEPT) == w->kept);
    assert_true(field(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_POINTS_HIGH) == w->high);
    assert_true(field(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_POINTS_LOW) == w->low);
    assert_true(isnan(field(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_PARAMETER)));
    assert_true(fabs(field(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_SKEWNESS) - skewness) <= 1e-14);
    assert_true(fabs(field(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_KURTOSIS) - kurtosis) <= 1e-14);
  }
  inno_result_destroy(r);
}

/* What a rule used is in its record; what cannot be tested says so. */
static void parameters_and_tests_that_are_none(void **state) {
  (void)state;
  static const golden_step with[] = {
      {INNO_STEP_TREAT, "rules=boxcox;force=1;lambda=0.5;a.rules=root;a.degree=3;b.rules=log_gii;b.factor=8"},
      {INNO_STEP_SCREEN, "rule=none;u2.force=exclude;u3.force=exclude;u4.force=exclude"},
      {INNO_STEP_TREAT, "rules=winsorize"},
      {0, NULL}};
  static const double parameter[INDICATORS] = {3.0, 8.0, 0.5};
  static const int32_t rules[INDICATORS] = {INNO_TREAT_ROOT, INNO_TREAT_LOG_GII, INNO_TREAT_BOXCOX};
  inno_result *r = compute(with);
  assert_true(inno_result_record_count(r, INNO_RECORD_TREATMENT) == 9);
  for (int j = 0; j < INDICATORS; j++) {
    assert_true(isnan(field(r, INNO_RECORD_TREATMENT, 2 * j, INNO_FIELD_PARAMETER)));
    assert_true(field(r, INNO_RECORD_TREATMENT, 2 * j + 1, INNO_FIELD_PARAMETER) == parameter[j]);
    assert_true(field(r, INNO_RECORD_TREATMENT, 2 * j + 1, INNO_FIELD_RULE) == rules[j]);
    /* two values, or one: type 2 needs three */
    assert_true(field(r, INNO_RECORD_TREATMENT, 6 + j, INNO_FIELD_STEP) == 2.0);
    assert_true(field(r, INNO_RECORD_TREATMENT, 6 + j, INNO_FIELD_PASSED) == -1.0);
    assert_true(isnan(field(r, INNO_RECORD_TREATMENT, 6 + j, INNO_FIELD_SKEWNESS)));
    assert_true(isnan(field(r, INNO_RECORD_TREATMENT, 6 + j, INNO_FIELD_KURTOSIS)));
  }
  inno_result_destroy(r);
}

static void frames_of_both_normalizations(void **state) {
  (void)state;
  const double c = inno__log(1.5) / 2.0 / 2.5 * 10.0;
  static const int fields[] = {INNO_FIELD_STEP,    INNO_FIELD_NODE,   INNO_FIELD_AVAILABLE, INNO_FIELD_MINIMUM,
                               INNO_FIELD_MAXIMUM, INNO_FIELD_CENTER, INNO_FIELD_SCALE};
  const double want[6][7] = {
      {5, A, 4, 0, 3, 0, 2.5}, {5, B, 4, 2, 5, 0, 2.5},  {5, C, 2, 0, inno__log(1.5) / 2.0, 0, 2.5},
      {6, A, 4, 0, 10, 0, 10}, {6, B, 4, 8, 10, 9.5, 1}, {6, C, 2, 0, c, 0, c}};
  inno_result *r = compute(steps);
  assert_true(inno_result_record_count(r, INNO_RECORD_FRAME) == 6);
  assert_int_equal(inno_field_count(INNO_RECORD_FRAME), 8); /* and the period, tests/unit/test_panel.c */
  for (int k = 0; k < 6; k++)
    for (int i = 0; i < 7; i++) assert_true(field(r, INNO_RECORD_FRAME, k, fields[i]) == want[k][i]);
  inno_result_destroy(r);
}

/* Two screenings: the second looks at what the first and the steps between have left; who is out stays out. */
static void screening_records_of_two_steps(void **state) {
  (void)state;
  static const golden_step with[] = {{INNO_STEP_SCREEN, "rule=coverage;min_coverage=1;u1.force=include"},
                                     {INNO_STEP_TREAT, "rules=none"},
                                     {INNO_STEP_SCREEN, "rule=nonzero;min_nonzero=0.9;u4.force=exclude"},
                                     {0, NULL}};
  static const double available[] = {3, 2, 3, 3, 3, 3, 2, 3, 3, 3}, zeros[] = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0},
                      forced[] = {0, 1, 0, 0, 0, 0, 0, 0, 0, 2}, included[] = {1, 1, 1, 1, 1, 0, 1, 1, 1, 0};
  inno_result *r = compute(with);
  assert_true(inno_result_record_count(r, INNO_RECORD_SCREENING) == 2 * UNITS);
  for (int k = 0; k < 2 * UNITS; k++) {
    assert_true(field(r, INNO_RECORD_SCREENING, k, INNO_FIELD_STEP) == (k < UNITS ? 0.0 : 2.0));
    assert_true(field(r, INNO_RECORD_SCREENING, k, INNO_FIELD_UNIT) == k % UNITS);
    assert_true(field(r, INNO_RECORD_SCREENING, k, INNO_FIELD_AVAILABLE) == available[k]);
    assert_true(field(r, INNO_RECORD_SCREENING, k, INNO_FIELD_ZEROS) == zeros[k]);
    assert_true(field(r, INNO_RECORD_SCREENING, k, INNO_FIELD_COVERAGE) == 1.0 - (3.0 - available[k]) / 3.0);
    assert_true(field(r, INNO_RECORD_SCREENING, k, INNO_FIELD_NONZERO) == 1.0 - zeros[k] / available[k]);
    assert_true(field(r, INNO_RECORD_SCREENING, k, INNO_FIELD_FORCED) == forced[k]);
    assert_true(field(r, INNO_RECORD_SCREENING, k, INNO_FIELD_INCLUDED) == included[k]);
  }
  inno_result_destroy(r);
}

static void weight_records_by_hand(void **state) {
  (void)state;
  static const double weight[] = {1, 2, 1, 1}, share[] = {0.25, 0.5, 0.25, 1};
  inno_result *r = compute(steps);
  assert_true(inno_result_record_count(r, INNO_RECORD_WEIGHT) == 4);
  for (int k = 0; k < 4; k++) {
    assert_true(field(r, INNO_RECORD_WEIGHT, k, INNO_FIELD_NODE) == k);
    assert_true(field(r, INNO_RECORD_WEIGHT, k, INNO_FIELD_WEIGHT) == weight[k]);
    assert_true(field(r, INNO_RECORD_WEIGHT, k, INNO_FIELD_SHARE) == share[k]);
    assert_true(field(r, INNO_RECORD_WEIGHT, k, INNO_FIELD_EFFECTIVE) == share[k]);
  }
  inno_result_destroy(r);
}

/* ---- what fuzzing found ---- */

/* A combined chain that winsorizes behind a logarithm moves one point and marks that one. */
static void winsorizing_behind_a_logarithm_marks_what_it_moved(void **state) {
  (void)state;
  enum { LOG = INNO_MARK_TRANSFORMED };
  static const golden_step with[] = {
      {INNO_STEP_TREAT,
       "rules=log_ct_orig, winsorize;limit=1;combine=1;skewness=0.5;kurtosis=-1.5;skewness_type=1;"
       "kurtosis_type=1;b.rules=none;c.rules=none"},
      {0, NULL}};
  inno_result *r = compute(with);
  assert_true(field(r, INNO_RECORD_TREATMENT, 2, INNO_FIELD_RULE) == INNO_TREAT_WINSORIZE);
  assert_true(field(r, INNO_RECORD_TREATMENT, 2, INNO_FIELD_POINTS_HIGH) == 1.0);
  check_values(r, 0, A, (const double[]){0, inno__log(2), inno__log(3), inno__log(4), inno__log(4)});
  check_marks(r, 0, A, (const int32_t[]){LOG, LOG, LOG, LOG, LOG | INNO_MARK_WINSORIZED_HIGH});
  inno_result_destroy(r);
}

/* A ranking computes nothing, so what stands after it is what stood before. */
static void a_ranking_in_the_middle_changes_nothing(void **state) {
  (void)state;
  static const golden_step with[] = {{INNO_STEP_RANK, "ties=dense"},
                                     {INNO_STEP_IMPUTE, "rule=median"},
                                     {INNO_STEP_NORMALIZE, "rule=minmax"},
                                     {INNO_STEP_AGGREGATE, "rule=arithmetic"},
                                     {0, NULL}};
  double x[UNITS];
  inno_result *r = compute(with);
  check_values(r, 0, A, raw[A]);
  check_values(r, 0, C, raw[C]);
  check_values(r, 1, C, (const double[]){1, 3.5, 3, 4, 5});
  assert_int_equal(inno_result_values(r, 0, INDICATORS, x, sizeof *x, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_result_values(r, 3, INDICATORS, x, sizeof *x, NULL), INNO_OK);
  inno_result_destroy(r);
  static const golden_step last[] = {
      {INNO_STEP_NORMALIZE, "rule=minmax"}, {INNO_STEP_AGGREGATE, "rule=arithmetic"}, {INNO_STEP_RANK, ""}, {0, NULL}};
  r = compute(last);
  assert_int_equal(inno_result_scores(r, INDICATORS, x, sizeof *x, NULL), INNO_OK);
  check_values(r, 2, INDICATORS, x);
  inno_result_destroy(r);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_mark_by_hand),
      cmocka_unit_test(values_after_every_step),
      cmocka_unit_test(treatment_records_by_hand),
      cmocka_unit_test(parameters_and_tests_that_are_none),
      cmocka_unit_test(frames_of_both_normalizations),
      cmocka_unit_test(screening_records_of_two_steps),
      cmocka_unit_test(weight_records_by_hand),
      cmocka_unit_test(winsorizing_behind_a_logarithm_marks_what_it_moved),
      cmocka_unit_test(a_ranking_in_the_middle_changes_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
