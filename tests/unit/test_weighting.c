/* The step weigh in a run, weights taken from a result, optimal weights of a level: the public functions. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/faults.h"
#include "support/golden.h"

enum { N = 12, LEAVES = 5, NODES = 8 };

static const char *const leaves[LEAVES] = {"a", "b", "c", "d", "e"};
static double values[LEAVES][N];

typedef struct {
  inno_indicator_set *set;
  inno_dataset *data;
  inno_error *error;
} fixture;

/* Index of pillars P (a, b, c) and Q (d, e). */
static int setup(void **state) {
  static fixture f;
  static const char *const codes[NODES] = {"I", "P", "Q", "a", "b", "c", "d", "e"};
  static const char *const parents[NODES] = {NULL, "I", "I", "P", "P", "P", "Q", "Q"};
  static const char *const units[N] = {"u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9", "u10", "u11"};
  assert_int_equal(inno_error_create(NULL, &f.error), INNO_OK);
  assert_int_equal(inno_indicator_set_create(NULL, &f.set, f.error), INNO_OK);
  for (int j = 0; j < NODES; j++) {
    assert_int_equal(inno_indicator_set_add(f.set, codes[j], parents[j], f.error), INNO_OK);
    assert_int_equal(inno_indicator_set_weight(f.set, codes[j], 1.0 + j, f.error), INNO_OK);
  }
  assert_int_equal(inno_indicator_set_freeze(f.set, f.error), INNO_OK);
  assert_int_equal(inno_dataset_create(NULL, N, units, &f.data, f.error), INNO_OK);
  for (int j = 0; j < LEAVES; j++) {
    for (int i = 0; i < N; i++) values[j][i] = 1.0 + (double)((i * i * (2 * j + 1) + 7 * i * (j + 2) + 5 * j) % 31);
    assert_int_equal(inno_dataset_add_column(f.data, leaves[j], values[j], 8, f.error), INNO_OK);
  }
  *state = &f;
  return 0;
}

static int teardown(void **state) {
  const fixture *f = *state;
  inno_dataset_destroy(f->data);
  inno_indicator_set_destroy(f->set);
  inno_error_destroy(f->error);
  return 0;
}

/* Steps: weigh with settings (NULL = no such step), normalization none, arithmetic means. */
static inno_status make(const fixture *f, const inno_weights *weights, const char *settings, inno_method **out) {
  inno_scheme *steps[3];
  int count = 0;
  steps[count++] = golden_scheme(INNO_STEP_NORMALIZE, "rule=none");
  if (settings != NULL) steps[count++] = golden_scheme(INNO_STEP_WEIGH, settings);
  steps[count++] = golden_scheme(INNO_STEP_AGGREGATE, "rule=arithmetic");
  inno_status s = inno_method_create(NULL, f->set, weights, (const inno_scheme *const *)steps, count, out, f->error);
  for (int k = 0; k < count; k++) inno_scheme_destroy(steps[k]);
  return s;
}

static inno_result *run(const fixture *f, const inno_weights *weights, const char *settings, int32_t keep) {
  inno_method *method = NULL;
  inno_result *result = NULL;
  inno_status s = make(f, weights, settings, &method);
  if (s == INNO_OK) s = inno_result_create(NULL, method, f->data, keep, &result, f->error);
  if (s != INNO_OK) fail_msg("%s", inno_error_message(f->error));
  inno_method_destroy(method);
  return result;
}

static double record(const inno_result *r, const char *code, int32_t field) {
  double value = 0.0;
  assert_int_equal(inno_result_record(r, INNO_RECORD_WEIGHT, inno_result_find_node(r, code), field, &value, NULL),
                   INNO_OK);
  return value;
}

static void scores(const inno_result *r, const char *code, double *x) {
  assert_int_equal(inno_result_scores(r, inno_result_find_node(r, code), x, 8, NULL), INNO_OK);
}

static double deviation(const double *x) {
  double mean = 0.0, sum = 0.0;
  for (int i = 0; i < N; i++) mean += x[i] / N;
  for (int i = 0; i < N; i++) sum += (x[i] - mean) * (x[i] - mean);
  return sqrt(sum / (N - 1));
}

/* Deviations of the indicators decide the pillars, those of the pillars so computed decide the index. */
static void levels_from_below_upwards(void **state) {
  const fixture *f = *state;
  double p[N], q[N], index[N], s[LEAVES], sum_p, sum_q;
  inno_result *r = run(f, NULL, "rule=deviation;scaling=none", INNO_KEEP_ALL);
  for (int j = 0; j < LEAVES; j++) s[j] = deviation(values[j]);
  sum_p = s[0] + s[1] + s[2];
  sum_q = s[3] + s[4];
  for (int j = 0; j < LEAVES; j++) {
    double want = s[j] / (j < 3 ? sum_p : sum_q);
    assert_true(fabs(record(r, leaves[j], INNO_FIELD_WEIGHT) - want) < 1e-15);
    assert_true(fabs(record(r, leaves[j], INNO_FIELD_SHARE) - want) < 1e-15);
  }
  scores(r, "P", p);
  scores(r, "Q", q);
  scores(r, "I", index);
  double sp = deviation(p), sq = deviation(q);
  assert_true(fabs(record(r, "P", INNO_FIELD_WEIGHT) - sp / (sp + sq)) < 1e-14);
  assert_true(fabs(record(r, "a", INNO_FIELD_EFFECTIVE) - s[0] / sum_p * sp / (sp + sq)) < 1e-14);
  for (int i = 0; i < N; i++) {
    assert_true(fabs(p[i] - (s[0] * values[0][i] + s[1] * values[1][i] + s[2] * values[2][i]) / sum_p) < 1e-13);
    assert_true(fabs(index[i] - (sp * p[i] + sq * q[i]) / (sp + sq)) < 1e-13);
  }
  inno_result_destroy(r);
}

static void scopes_and_given_weights(void **state) {
  const fixture *f = *state;
  inno_result *r = run(f, NULL, "@2.rule=equal;Q.rule=given", INNO_KEEP_SCORES);
  assert_true(fabs(record(r, "b", INNO_FIELD_WEIGHT) - 1.0 / 3.0) < 1e-16); /* by the level */
  assert_true(record(r, "d", INNO_FIELD_WEIGHT) == 7.0);                    /* by the node */
  assert_true(record(r, "P", INNO_FIELD_WEIGHT) == 2.0);                    /* nothing was said */
  assert_true(fabs(record(r, "b", INNO_FIELD_EFFECTIVE) - 2.0 / 5.0 / 3.0) < 1e-16);
  inno_result_destroy(r);
}

/* Taken from the result and given to a method without the step: the same bits. */
static void held_weights_give_the_same_result(void **state) {
  const fixture *f = *state;
  static const char *const rules[] = {"rule=entropy",       "rule=critic",
                                      "rule=merec",         "rule=first_component;loadings=squared",
                                      "rule=factors",       "rule=gini;scaling=none",
                                      "rule=all_components"};
  for (size_t k = 0; k < sizeof rules / sizeof rules[0]; k++) {
    inno_result *computed = run(f, NULL, rules[k], INNO_KEEP_SCORES), *held;
    inno_weights *weights = NULL;
    double x[N], y[N];
    assert_int_equal(inno_weights_create_from_result(NULL, computed, &weights, f->error), INNO_OK);
    held = run(f, weights, NULL, INNO_KEEP_SCORES);
    scores(computed, "I", x);
    scores(held, "I", y);
    assert_memory_equal(x, y, sizeof x);
    assert_true(record(computed, "a", INNO_FIELD_EFFECTIVE) == record(held, "a", INNO_FIELD_EFFECTIVE));
    inno_weights_destroy(weights);
    inno_result_destroy(computed);
    inno_result_destroy(held);
  }
}

/* The method stays as it is: another dataset, other weights; in pieces, the same bits. */
static void every_run_computes_anew(void **state) {
  const fixture *f = *state;
  inno_method *method = NULL;
  inno_result *first = NULL, *second = NULL, *pieces = NULL;
  inno_dataset *other = NULL;
  inno_run *run_in_pieces = NULL;
  static const char *const units[3] = {"x", "y", "z"};
  static const double three[LEAVES][3] = {{1, 2, 9}, {4, 4.5, 5}, {7, 1, 3}, {2, 8, 5}, {6, 5, 1}};
  double x[N], y[N];
  int32_t done = 0;
  assert_int_equal(make(f, NULL, "rule=deviation;scaling=none", &method), INNO_OK);
  assert_int_equal(inno_dataset_create(NULL, 3, units, &other, f->error), INNO_OK);
  for (int j = 0; j < LEAVES; j++)
    assert_int_equal(inno_dataset_add_column(other, leaves[j], three[j], 8, f->error), INNO_OK);
  assert_int_equal(inno_result_create(NULL, method, f->data, INNO_KEEP_SCORES, &first, f->error), INNO_OK);
  assert_int_equal(inno_result_create(NULL, method, other, INNO_KEEP_SCORES, &second, f->error), INNO_OK);
  assert_true(record(first, "b", INNO_FIELD_WEIGHT) > 0.2 && record(second, "b", INNO_FIELD_WEIGHT) < 0.07);
  assert_int_equal(inno_run_create(NULL, method, f->data, INNO_KEEP_SCORES, &run_in_pieces, f->error), INNO_OK);
  while (!done) assert_int_equal(inno_run_advance(run_in_pieces, 1, &done, f->error), INNO_OK);
  assert_int_equal(inno_run_finish(run_in_pieces, &pieces, f->error), INNO_OK);
  scores(first, "I", x);
  scores(pieces, "I", y);
  assert_memory_equal(x, y, sizeof x);
  assert_true(record(first, "a", INNO_FIELD_EFFECTIVE) == record(pieces, "a", INNO_FIELD_EFFECTIVE));
  inno_run_destroy(run_in_pieces);
  inno_result_destroy(first);
  inno_result_destroy(second);
  inno_result_destroy(pieces);
  inno_dataset_destroy(other);
  inno_method_destroy(method);
}

static void values_pass_through_the_step(void **state) {
  const fixture *f = *state;
  inno_result *r = run(f, NULL, "rule=equal", INNO_KEEP_ALL);
  double x[N];
  assert_int_equal(inno_result_step(r, 1), INNO_STEP_WEIGH);
  assert_int_equal(inno_result_values(r, 1, inno_result_find_node(r, "c"), x, 8, f->error), INNO_OK);
  assert_memory_equal(x, values[2], sizeof x);
  assert_int_equal(inno_result_values(r, 1, inno_result_find_node(r, "P"), x, 8, f->error), INNO_E_ARGUMENT);
  inno_result_destroy(r);
}

static void fingerprint(const fixture *f, const inno_weights *w, const char *settings, char *out) {
  inno_method *method = NULL;
  assert_int_equal(make(f, w, settings, &method), INNO_OK);
  assert_int_equal(inno_method_fingerprint(method, out, INNO_FINGERPRINT_BYTES, f->error), INNO_OK);
  inno_method_destroy(method);
}

/* What is computed is no choice; what is given everywhere is the same as no step. */
static void fingerprints(void **state) {
  const fixture *f = *state;
  char none[65], given[65], entropy[65], other[65], scaled[65];
  inno_weights *w = NULL;
  assert_int_equal(inno_weights_create_equal(NULL, f->set, &w, f->error), INNO_OK);
  fingerprint(f, NULL, NULL, none);
  fingerprint(f, NULL, "rule=given", given);
  assert_string_equal(none, given);
  fingerprint(f, NULL, "rule=entropy", entropy);
  assert_string_not_equal(none, entropy);
  assert_int_equal(inno_weights_set(w, "I", 1.0, f->error), INNO_OK);
  fingerprint(f, w, "rule=entropy", other);
  assert_string_equal(entropy, other);
  fingerprint(f, w, "rule=entropy;scaling=none", scaled);
  assert_string_not_equal(entropy, scaled);
  fingerprint(f, w, NULL, other);
  assert_string_not_equal(none, other);
  inno_weights_destroy(w);
}

static void refuse(const fixture *f, const char *settings, inno_status status, const char *word) {
  inno_method *method = NULL;
  inno_result *result = NULL;
  inno_status s = make(f, NULL, settings, &method);
  if (s == INNO_OK) s = inno_result_create(NULL, method, f->data, INNO_KEEP_SCORES, &result, f->error);
  if (s != status) fail_msg("%s: status %d: %s", settings, s, inno_error_message(f->error));
  if (strstr(inno_error_message(f->error), word) == NULL)
    fail_msg("'%s' is not in: %s", word, inno_error_message(f->error));
  assert_null(result);
  inno_method_destroy(method);
}

static void what_is_refused(void **state) {
  const fixture *f = *state;
  refuse(f, "a.rule=equal", INNO_E_CODE, "'a'");
  refuse(f, "z.rule=equal", INNO_E_CODE, "'z'");
  refuse(f, "rule=equal;scaling=none", INNO_E_VALUE, "scaling");
  refuse(f, "rule=factors;min_eigenvalue=1", INNO_E_VALUE, "min_eigenvalue"); /* retain is share */
  refuse(f, "rule=factors;retain=count", INNO_E_MISSING_PARAMETER, "components");
  refuse(f, "rule=factors;retain=count;components=9", INNO_E_DOMAIN, "'P'");
  refuse(f, "rule=factors;retain=eigenvalue;min_eigenvalue=7", INNO_E_DOMAIN, "7");
  refuse(f, "P.rule=first_component", INNO_E_DOMAIN, "squared");
  inno_scheme *steps[] = {golden_scheme(INNO_STEP_NORMALIZE, "rule=none"), golden_scheme(INNO_STEP_WEIGH, "rule=equal"),
                          golden_scheme(INNO_STEP_WEIGH, "rule=equal"),
                          golden_scheme(INNO_STEP_AGGREGATE, "rule=arithmetic")};
  inno_method *method = NULL;
  assert_int_equal(inno_method_create(NULL, f->set, NULL, (const inno_scheme *const *)steps, 4, &method, f->error),
                   INNO_E_ORDER);
  inno_scheme *late[] = {steps[0], steps[3], steps[1]};
  assert_int_equal(inno_method_create(NULL, f->set, NULL, (const inno_scheme *const *)late, 3, &method, f->error),
                   INNO_E_ORDER);
  for (int k = 0; k < 4; k++) inno_scheme_destroy(steps[k]);
}

static void what_the_data_refuse(void **state) {
  fixture *f = *state;
  inno_dataset_destroy(f->data);
  static const char *const units[4] = {"Hue", "Vinh", "Pleiku", "Hoi An"};
  static const double x[LEAVES][4] = {{1, 2, 3, 5}, {4, 4, 4, 4}, {7, 1, 3, 2}, {2, -8, 5, 1}, {6, 5, 1, 3}};
  assert_int_equal(inno_dataset_create(NULL, 4, units, &f->data, f->error), INNO_OK);
  for (int j = 0; j < LEAVES; j++)
    assert_int_equal(inno_dataset_add_column(f->data, leaves[j], x[j], 8, f->error), INNO_OK);
  refuse(f, "rule=deviation", INNO_E_CONSTANT, "'b'");
  assert_string_equal(inno_error_node(f->error), "P");
  refuse(f, "Q.rule=merec", INNO_E_NONPOSITIVE, "'d'");
  assert_string_equal(inno_error_unit(f->error), "Vinh");
}

/* Periods: one set of weights, from all rows. */
static void periods_share_their_weights(void **state) {
  const fixture *f = *state;
  static const char *const units[6] = {"u0", "u1", "u2", "u3", "u4", "u5"};
  const double periods[] = {2023, 2024};
  inno_dataset *panel = NULL;
  inno_method *method = NULL;
  inno_result *pooled = NULL, *flat = run(f, NULL, "rule=deviation;scaling=none", INNO_KEEP_SCORES);
  assert_int_equal(inno_dataset_create_panel(NULL, 6, units, 2, periods, &panel, f->error), INNO_OK);
  for (int j = 0; j < LEAVES; j++)
    assert_int_equal(inno_dataset_add_column(panel, leaves[j], values[j], 8, f->error), INNO_OK);
  assert_int_equal(make(f, NULL, "rule=deviation;scaling=none", &method), INNO_OK);
  assert_int_equal(inno_result_create(NULL, method, panel, INNO_KEEP_SCORES, &pooled, f->error), INNO_OK);
  for (int j = 0; j < LEAVES; j++)
    assert_true(record(pooled, leaves[j], INNO_FIELD_WEIGHT) == record(flat, leaves[j], INNO_FIELD_WEIGHT));
  inno_result_destroy(pooled);
  inno_result_destroy(flat);
  inno_method_destroy(method);
  inno_dataset_destroy(panel);
}

/* ---- optimal weights ---- */

static inno_status optimal(const fixture *f, const inno_method *m, int32_t level, int32_t aim, const char *const *codes,
                           const double *targets, int64_t count, int64_t limit, inno_weights **out) {
  return inno_weights_create_optimal(NULL, m, f->data, level, aim, codes, targets, count, limit, out, NULL, NULL, NULL,
                                     NULL, f->error);
}

/* Two pillars have equal correlations with the index where weight times deviation is the same. */
static void two_pillars_in_balance(void **state) {
  const fixture *f = *state;
  inno_method *method = NULL;
  inno_weights *w = NULL;
  double p[N], q[N], a = 0.0, b = 0.0, first, last;
  int64_t evaluations;
  int32_t converged;
  assert_int_equal(make(f, NULL, NULL, &method), INNO_OK);
  assert_int_equal(inno_weights_create_optimal(NULL, method, f->data, 3 - 1, INNO_OPTIMAL_BALANCE, NULL, NULL, 0, 10000,
                                               &w, &first, &last, &evaluations, &converged, f->error),
                   INNO_OK);
  inno_result *r = run(f, w, NULL, INNO_KEEP_SCORES);
  scores(r, "P", p);
  scores(r, "Q", q);
  assert_int_equal(inno_weights_get(w, "P", &a, f->error), INNO_OK);
  assert_int_equal(inno_weights_get(w, "Q", &b, f->error), INNO_OK);
  assert_true(fabs(a + b - 1.0) < 1e-15 && fabs(a * deviation(p) - b * deviation(q)) < 1e-6);
  assert_true(converged == 1 && last < 1e-15 && first > last && evaluations > 5);
  assert_int_equal(inno_weights_get(w, "c", &a, f->error), INNO_OK);
  assert_true(a == 6.0); /* others as the method has them */
  inno_result_destroy(r);
  inno_weights_destroy(w);
  inno_method_destroy(method);
}

/* Targets come by code: in whatever order they are given, the same. A geometric mean above works as well. */
static void targets_by_code(void **state) {
  const fixture *f = *state;
  static const char *const one[] = {"a", "b", "c", "d", "e"}, *const other[] = {"e", "c", "a", "b", "d"};
  static const double targets[] = {2, 2, 2, 2, 3}, sorted[] = {3, 2, 2, 2, 2};
  inno_scheme *steps[] = {golden_scheme(INNO_STEP_NORMALIZE, "rule=none"),
                          golden_scheme(INNO_STEP_AGGREGATE, "rule=arithmetic;I.rule=geometric")};
  inno_method *method = NULL;
  inno_weights *x = NULL, *y = NULL;
  assert_int_equal(inno_method_create(NULL, f->set, NULL, (const inno_scheme *const *)steps, 2, &method, f->error),
                   INNO_OK);
  assert_int_equal(optimal(f, method, 1, INNO_OPTIMAL_BALANCE, one, targets, 5, 20000, &x), INNO_OK);
  assert_int_equal(optimal(f, method, 1, INNO_OPTIMAL_BALANCE, other, sorted, 5, 20000, &y), INNO_OK);
  for (int j = 0; j < LEAVES; j++) {
    double u = -1.0, v = -2.0;
    assert_int_equal(inno_weights_get(x, leaves[j], &u, f->error), INNO_OK);
    assert_int_equal(inno_weights_get(y, leaves[j], &v, f->error), INNO_OK);
    assert_true(u == v);
  }
  inno_weights_destroy(x);
  inno_weights_destroy(y);
  inno_method_destroy(method);
  inno_scheme_destroy(steps[0]);
  inno_scheme_destroy(steps[1]);
}

static void optimal_weights_refuse(void **state) {
  const fixture *f = *state;
  static const char *const two[] = {"P", "Q"}, *const twice[] = {"P", "P"}, *const wrong[] = {"P", "a"};
  static const double targets[] = {1, 2}, negative[] = {1, -2}, nan[] = {NAN, 1};
  inno_method *method = NULL, *weighing = NULL;
  inno_weights *w = NULL;
  assert_int_equal(make(f, NULL, NULL, &method), INNO_OK);
  assert_int_equal(make(f, NULL, "I.rule=equal", &weighing), INNO_OK);
  assert_int_equal(optimal(f, method, 2, INNO_OPTIMAL_BALANCE, twice, targets, 2, 100, &w), INNO_E_CODE);
  assert_int_equal(optimal(f, method, 2, INNO_OPTIMAL_BALANCE, wrong, targets, 2, 100, &w), INNO_E_CODE);
  assert_int_equal(optimal(f, method, 2, INNO_OPTIMAL_BALANCE, two, targets, 1, 100, &w), INNO_E_CODE);
  assert_string_equal(inno_error_node(f->error), "Q");
  assert_int_equal(optimal(f, method, 2, INNO_OPTIMAL_BALANCE, two, negative, 2, 100, &w), INNO_E_ARGUMENT);
  assert_int_equal(optimal(f, method, 2, INNO_OPTIMAL_BALANCE, two, nan, 2, 100, &w), INNO_E_ARGUMENT);
  assert_int_equal(optimal(f, method, 2, INNO_OPTIMAL_BALANCE, two, NULL, 2, 100, &w), INNO_E_NULL);
  assert_int_equal(optimal(f, method, 2, INNO_OPTIMAL_INFOMAX, two, targets, 2, 100, &w), INNO_E_ARGUMENT);
  assert_int_equal(optimal(f, method, 2, 3, NULL, NULL, 0, 100, &w), INNO_E_RULE);
  assert_int_equal(optimal(f, method, 3, INNO_OPTIMAL_BALANCE, NULL, NULL, 0, 100, &w),
                   INNO_E_ARGUMENT); /* the index */
  assert_int_equal(optimal(f, method, 2, INNO_OPTIMAL_BALANCE, NULL, NULL, 0, 0, &w), INNO_E_ARGUMENT);
  assert_int_equal(optimal(f, weighing, 2, INNO_OPTIMAL_BALANCE, NULL, NULL, 0, 100, &w), INNO_E_VALUE);
  assert_null(w);
  assert_int_equal(optimal(f, weighing, 1, INNO_OPTIMAL_INFOMAX, NULL, NULL, 0, 5000, &w),
                   INNO_OK); /* computed above it only */
  inno_weights_destroy(w);
  assert_int_equal(optimal(f, NULL, 2, INNO_OPTIMAL_BALANCE, NULL, NULL, 0, 100, &w), INNO_E_NULL);
  inno_method_destroy(method);
  inno_method_destroy(weighing);
}

/* Every allocation of a call fails in turn; nothing stays behind. */
static void memory_runs_out(void **state) {
  const fixture *f = *state;
  inno_method *method = NULL;
  assert_int_equal(make(f, NULL, NULL, &method), INNO_OK);
  faults turn = {0};
  while (faults_again(&turn)) {
    inno_weights *w = NOT_AN_OBJECT;
    inno_status s = inno_weights_create_optimal(&turn.allocator, method, f->data, 2, INNO_OPTIMAL_BALANCE, NULL, NULL,
                                                0, 1000, &w, NULL, NULL, NULL, NULL, f->error);
    FAULTS_MADE(&turn, s, w);
    inno_weights_destroy(w);
  }
  assert_true(turn.permitted < 200);
  inno_method_destroy(method);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(levels_from_below_upwards),
      TEST(scopes_and_given_weights),
      TEST(held_weights_give_the_same_result),
      TEST(every_run_computes_anew),
      TEST(values_pass_through_the_step),
      TEST(fingerprints),
      TEST(what_is_refused),
      TEST(what_the_data_refuse),
      TEST(periods_share_their_weights),
      TEST(two_pillars_in_balance),
      TEST(targets_by_code),
      TEST(optimal_weights_refuse),
      TEST(memory_runs_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
