/* Runs and results: their life, what is kept, and every record of a small index against sums done by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"

enum { UNITS = 5, NODES = 5, STEPS = 3 };

/* Node numbers: indicators a, b, c, then pillar P (a, b), then the index I (P, c). */
enum { A, B, C, P, I };

typedef struct {
  inno_indicator_set *set;
  inno_dataset *data;
  inno_method *method;
  inno_error *error;
} fixture;

static const char *const units[UNITS] = {"u0", "u1", "u2", "u3", "u4"};
/* u4 has one value of three, so that screening at 0.5 leaves it out; c of u1 is missing; b is better when lower */
static const double values[3][UNITS] = {
    {0.0, 10.0, 5.0, 2.5, 7.0}, {8.0, 4.0, 0.0, 4.0, NAN}, {1.0, NAN, 3.0, 2.0, NAN}};

static inno_scheme *scheme(const fixture *f, int32_t step) {
  inno_scheme *s = NULL;
  assert_int_equal(inno_scheme_create(NULL, step, &s, f->error), INNO_OK);
  return s;
}

static void add_node(const fixture *f, const char *code, const char *parent, double weight, int32_t direction) {
  assert_int_equal(inno_indicator_set_add(f->set, code, parent, f->error), INNO_OK);
  assert_int_equal(inno_indicator_set_weight(f->set, code, weight, f->error), INNO_OK);
  assert_int_equal(inno_indicator_set_direction(f->set, code, direction, f->error), INNO_OK);
}

static void add_method(fixture *f) {
  inno_scheme *s[STEPS] = {scheme(f, INNO_STEP_SCREEN), scheme(f, INNO_STEP_NORMALIZE), scheme(f, INNO_STEP_AGGREGATE)};
  assert_int_equal(inno_scheme_set_f64(s[0], NULL, INNO_KEY_SCREEN_MIN_COVERAGE, 0.5, f->error), INNO_OK);
  assert_int_equal(inno_method_create(NULL, f->set, NULL, (const inno_scheme *const *)s, STEPS, &f->method, f->error),
                   INNO_OK);
  for (int k = 0; k < STEPS; k++) inno_scheme_destroy(s[k]);
}

static int setup(void **state) {
  static fixture f;
  static const char *const labels[UNITS] = {"x", "x", "y", "", "y"};
  static const char *const codes[] = {"a", "b", "c"};
  memset(&f, 0, sizeof f);
  assert_int_equal(inno_error_create(NULL, &f.error), INNO_OK);
  assert_int_equal(inno_indicator_set_create(NULL, &f.set, f.error), INNO_OK);
  add_node(&f, "I", NULL, 1.0, 1);
  add_node(&f, "P", "I", 3.0, 1);
  add_node(&f, "a", "P", 1.0, 1);
  add_node(&f, "b", "P", 1.0, -1);
  add_node(&f, "c", "I", 1.0, 1);
  assert_int_equal(inno_indicator_set_freeze(f.set, f.error), INNO_OK);
  assert_int_equal(inno_dataset_create(NULL, UNITS, units, &f.data, f.error), INNO_OK);
  for (int j = 0; j < 3; j++)
    assert_int_equal(inno_dataset_add_column(f.data, codes[j], values[j], sizeof(double), f.error), INNO_OK);
  assert_int_equal(inno_dataset_add_group(f.data, "side", labels, f.error), INNO_OK);
  add_method(&f);
  *state = &f;
  return 0;
}

static void destroy_inputs(fixture *f) {
  inno_method_destroy(f->method);
  inno_dataset_destroy(f->data);
  inno_indicator_set_destroy(f->set);
  f->method = NULL;
  f->data = NULL;
  f->set = NULL;
}

static int teardown(void **state) {
  fixture *f = *state;
  destroy_inputs(f);
  inno_error_destroy(f->error);
  return 0;
}

static inno_result *compute(const fixture *f, int32_t keep) {
  inno_result *r = NULL;
  assert_int_equal(inno_result_create(NULL, f->method, f->data, keep, &r, f->error), INNO_OK);
  return r;
}

static void check_column(const double *got, const double *expected) {
  for (int i = 0; i < UNITS; i++) {
    if (isnan(expected[i]))
      assert_true(isnan(got[i]));
    else
      assert_true(got[i] == expected[i]);
  }
}

/* ---- numbers ---- */

/* Without u4: a from 0 to 10, b from 8 (worst) to 0, c from 1 to 3; P = (a + b) / 2, I = (3 P + c) / 4, or P alone. */
static const double expected[NODES][UNITS] = {{0.0, 100.0, 50.0, 25.0, NAN},
                                              {0.0, 50.0, 100.0, 50.0, NAN},
                                              {0.0, NAN, 100.0, 50.0, NAN},
                                              {0.0, 75.0, 75.0, 37.5, NAN},
                                              {0.0, 75.0, 81.25, 40.625, NAN}};

static void scores_by_hand_and_outliving_everything(void **state) {
  fixture *f = *state;
  inno_result *r = compute(f, INNO_KEEP_SCORES);
  destroy_inputs(f);
  assert_true(inno_result_unit_count(r) == UNITS && inno_result_node_count(r) == NODES);
  assert_true(inno_result_indicator_count(r) == 3);
  for (int64_t j = 0; j < NODES; j++) {
    double got[UNITS], apart[3 * UNITS];
    assert_int_equal(inno_result_scores(r, j, got, sizeof *got, f->error), INNO_OK);
    check_column(got, expected[j]);
    for (int i = 0; i < 3 * UNITS; i++) apart[i] = -1.0;
    assert_int_equal(inno_result_scores(r, j, apart + 3 * (UNITS - 1), -3 * (ptrdiff_t)sizeof *got, f->error), INNO_OK);
    for (int i = 0; i < UNITS; i++) {
      got[UNITS - 1 - i] = apart[3 * i];
      assert_true(apart[3 * i + 1] == -1.0 && apart[3 * i + 2] == -1.0);
    }
    check_column(got, expected[j]);
  }
  inno_result_destroy(r);
}

static void ranks_among_all_and_in_groups(void **state) {
  fixture *f = *state;
  static const double all[UNITS] = {4, 2, 1, 3, NAN}, in_side[UNITS] = {2, 1, 1, NAN, NAN},
                      of_p[UNITS] = {4, 1, 1, 3, NAN};
  double got[UNITS];
  inno_result *r = compute(f, INNO_KEEP_SCORES);
  assert_int_equal(inno_result_ranks(r, I, NULL, got, sizeof *got, f->error), INNO_OK);
  check_column(got, all);
  assert_int_equal(inno_result_ranks(r, P, NULL, got, sizeof *got, f->error), INNO_OK);
  check_column(got, of_p);
  assert_int_equal(inno_result_ranks(r, I, "side", got, sizeof *got, f->error), INNO_OK);
  check_column(got, in_side);
  assert_int_equal(inno_result_ranks(r, I, "other", got, sizeof *got, f->error), INNO_E_MISSING_GROUP);
  check_column(got, in_side); /* untouched */
  inno_result_destroy(r);
}

static void coverage_values_and_marks(void **state) {
  fixture *f = *state;
  static const double of_i[UNITS] = {1, 0.5, 1, 1, 0}, of_c[UNITS] = {1, 0, 1, 1, 0};
  double got[UNITS];
  int32_t marks[UNITS];
  inno_result *r = compute(f, INNO_KEEP_ALL);
  assert_int_equal(inno_result_coverage(r, I, got, sizeof *got, f->error), INNO_OK);
  check_column(got, of_i);
  assert_int_equal(inno_result_coverage(r, C, got, sizeof *got, f->error), INNO_OK);
  check_column(got, of_c);
  assert_int_equal(inno_result_values(r, -1, A, got, sizeof *got, f->error), INNO_OK);
  check_column(got, values[A]);
  assert_int_equal(inno_result_values(r, 0, A, got, sizeof *got, f->error), INNO_OK);
  check_column(got, (const double[UNITS]){0.0, 10.0, 5.0, 2.5, NAN});
  assert_int_equal(inno_result_values(r, 1, B, got, sizeof *got, f->error), INNO_OK);
  check_column(got, expected[B]);
  assert_int_equal(inno_result_values(r, 2, P, got, sizeof *got, f->error), INNO_OK);
  check_column(got, expected[P]);
  assert_int_equal(inno_result_values(r, 1, P, got, sizeof *got, f->error), INNO_E_ARGUMENT);
  assert_int_equal(inno_result_marks(r, 0, A, marks, f->error), INNO_OK);
  for (int i = 0; i < UNITS; i++) assert_int_equal(marks[i], i == 4 ? INNO_MARK_SCREENED_OUT : 0);
  inno_result_destroy(r);
}

static void what_was_not_kept_is_refused(void **state) {
  fixture *f = *state;
  for (int32_t keep = INNO_KEEP_SCORES; keep <= INNO_KEEP_ALL; keep++) {
    double got[UNITS] = {7, 7, 7, 7, 7};
    int32_t marks[UNITS];
    inno_result *r = compute(f, keep);
    inno_status coverage = keep & INNO_KEEP_COVERAGE ? INNO_OK : INNO_E_NOT_KEPT;
    inno_status steps = keep & INNO_KEEP_STEPS ? INNO_OK : INNO_E_NOT_KEPT;
    assert_int_equal(inno_result_coverage(r, I, got, sizeof *got, f->error), coverage);
    assert_int_equal(inno_result_values(r, 1, A, got, sizeof *got, f->error), steps);
    assert_int_equal(inno_result_marks(r, 0, A, marks, f->error), steps);
    if (keep == INNO_KEEP_SCORES) assert_true(got[0] == 7.0);
    assert_int_equal(inno_result_scores(r, I, got, sizeof *got, f->error), INNO_OK);
    check_column(got, expected[I]); /* whatever is kept beside them */
    inno_result_destroy(r);
  }
}

/* ---- records ---- */

static double field(const fixture *f, const inno_result *r, int32_t kind, int64_t index, int32_t which) {
  double value = 0.0;
  assert_int_equal(inno_result_record(r, kind, index, which, &value, f->error), INNO_OK);
  return value;
}

static void records_by_hand(void **state) {
  fixture *f = *state;
  static const double share[NODES] = {0.5, 0.5, 0.25, 0.75, 1.0}, effective[NODES] = {0.375, 0.375, 0.25, 0.75, 1.0};
  static const double available[UNITS] = {3, 2, 3, 3, 1}, zeros[UNITS] = {1, 0, 1, 0, 0};
  static const double center[3] = {0.0, 8.0, 1.0}, scale[3] = {10.0, -8.0, 2.0};
  inno_result *r = compute(f, INNO_KEEP_ALL);
  assert_true(inno_result_record_count(r, INNO_RECORD_WEIGHT) == NODES);
  for (int j = 0; j < NODES; j++) {
    assert_true(field(f, r, INNO_RECORD_WEIGHT, j, INNO_FIELD_NODE) == j);
    assert_true(field(f, r, INNO_RECORD_WEIGHT, j, INNO_FIELD_WEIGHT) == (j == P ? 3.0 : 1.0));
    assert_true(field(f, r, INNO_RECORD_WEIGHT, j, INNO_FIELD_SHARE) == share[j]);
    assert_true(field(f, r, INNO_RECORD_WEIGHT, j, INNO_FIELD_EFFECTIVE) == effective[j]);
  }
  assert_true(inno_result_record_count(r, INNO_RECORD_SCREENING) == UNITS);
  for (int i = 0; i < UNITS; i++) {
    assert_true(field(f, r, INNO_RECORD_SCREENING, i, INNO_FIELD_UNIT) == i);
    assert_true(field(f, r, INNO_RECORD_SCREENING, i, INNO_FIELD_AVAILABLE) == available[i]);
    assert_true(field(f, r, INNO_RECORD_SCREENING, i, INNO_FIELD_ZEROS) == zeros[i]);
    /* one minus the lacking share, to the bits that the threshold is held against */
    assert_true(field(f, r, INNO_RECORD_SCREENING, i, INNO_FIELD_COVERAGE) == 1.0 - (3.0 - available[i]) / 3.0);
    assert_true(field(f, r, INNO_RECORD_SCREENING, i, INNO_FIELD_NONZERO) == 1.0 - zeros[i] / available[i]);
    assert_true(field(f, r, INNO_RECORD_SCREENING, i, INNO_FIELD_INCLUDED) == (i == 4 ? 0.0 : 1.0));
    assert_true(field(f, r, INNO_RECORD_SCREENING, i, INNO_FIELD_FORCED) == 0.0);
  }
  assert_true(inno_result_record_count(r, INNO_RECORD_FRAME) == 3);
  for (int j = 0; j < 3; j++) {
    assert_true(field(f, r, INNO_RECORD_FRAME, j, INNO_FIELD_STEP) == 1.0);
    assert_true(field(f, r, INNO_RECORD_FRAME, j, INNO_FIELD_CENTER) == center[j]);
    assert_true(field(f, r, INNO_RECORD_FRAME, j, INNO_FIELD_SCALE) == scale[j]);
  }
  assert_true(inno_result_record_count(r, INNO_RECORD_TREATMENT) == 0); /* the method does not treat */
  inno_result_destroy(r);
}

static void records_refuse_what_they_do_not_have(void **state) {
  fixture *f = *state;
  double value = 1.0;
  inno_result *r = compute(f, INNO_KEEP_ALL);
  assert_int_equal(inno_result_record(r, INNO_RECORD_WEIGHT, 0, INNO_FIELD_SKEWNESS, &value, f->error), INNO_E_KEY);
  assert_true(isnan(value));
  assert_int_equal(inno_result_record(r, INNO_RECORD_WEIGHT, NODES, INNO_FIELD_NODE, &value, f->error),
                   INNO_E_ARGUMENT);
  assert_int_equal(inno_result_record(r, INNO_RECORD_WEIGHT, -1, INNO_FIELD_NODE, &value, f->error), INNO_E_ARGUMENT);
  assert_int_not_equal(inno_result_record(r, 11, 0, INNO_FIELD_NODE, &value, f->error), INNO_OK);
  assert_true(inno_result_record_count(r, 11) == 0);
  inno_result_destroy(r);
}

/* ---- runs ---- */

static void a_run_in_pieces_gives_the_same(void **state) {
  fixture *f = *state;
  static const int64_t limits[] = {1, 7, 12, INT64_MAX};
  for (int l = 0; l < 4; l++) {
    inno_run *run = NULL;
    inno_result *r = NULL;
    int32_t done = 0;
    int calls = 0;
    double got[UNITS];
    assert_int_equal(inno_run_create(NULL, f->method, f->data, INNO_KEEP_ALL, &run, f->error), INNO_OK);
    assert_int_equal(inno_run_finish(run, &r, f->error), INNO_E_UNFINISHED);
    assert_null(r);
    for (; !done; calls++) assert_int_equal(inno_run_advance(run, limits[l], &done, f->error), INNO_OK);
    /* 3 + 1 + 3 pieces of screening, 3 of normalization, 2 of aggregation */
    if (limits[l] == 1) assert_int_equal(calls, 12);
    if (limits[l] == INT64_MAX) assert_int_equal(calls, 1);
    assert_int_equal(inno_run_finish(run, &r, f->error), INNO_OK);
    inno_run_destroy(run);
    for (int64_t j = 0; j < NODES; j++) {
      assert_int_equal(inno_result_scores(r, j, got, sizeof *got, f->error), INNO_OK);
      check_column(got, expected[j]);
    }
    inno_result_destroy(r);
  }
}

static void a_finished_run_gives_its_result_once(void **state) {
  fixture *f = *state;
  inno_run *run = NULL;
  inno_result *r = NULL, *again = NULL;
  int32_t done = 0;
  assert_int_equal(inno_run_create(NULL, f->method, f->data, INNO_KEEP_SCORES, &run, f->error), INNO_OK);
  assert_int_equal(inno_run_advance(run, INT64_MAX, &done, f->error), INNO_OK);
  assert_int_equal(inno_run_advance(run, 0, &done, f->error), INNO_E_ARGUMENT);
  assert_int_equal(inno_run_finish(run, &r, f->error), INNO_OK);
  assert_int_equal(inno_run_finish(run, &again, f->error), INNO_E_UNFINISHED);
  assert_null(again);
  inno_run_destroy(run);
  inno_result_destroy(r);
}

static void a_failure_names_the_node_and_stays(void **state) {
  fixture *f = *state;
  static const double same[UNITS] = {3, 3, 3, 3, 9}; /* constant, once u4 is out */
  inno_dataset *d = NULL;
  inno_run *run = NULL;
  int32_t done = 1;
  assert_int_equal(inno_dataset_create(NULL, UNITS, units, &d, f->error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(d, "a", same, sizeof *same, f->error), INNO_OK);
  assert_int_equal(inno_dataset_add_column(d, "b", values[B], sizeof *same, f->error), INNO_OK);
  assert_int_equal(inno_run_create(NULL, f->method, d, INNO_KEEP_SCORES, &run, f->error), INNO_E_MISSING_COLUMN);
  assert_string_equal(inno_error_node(f->error), "c");
  assert_null(run);
  assert_int_equal(inno_dataset_add_column(d, "c", values[C], sizeof *same, f->error), INNO_OK);
  assert_int_equal(inno_run_create(NULL, f->method, d, INNO_KEEP_SCORES, &run, f->error), INNO_OK);
  for (int k = 0; k < 2; k++) {
    assert_int_equal(inno_run_advance(run, INT64_MAX, &done, f->error), INNO_E_CONSTANT);
    assert_int_equal(done, 0);
    if (k == 0) assert_string_equal(inno_error_node(f->error), "a");
  }
  inno_run_destroy(run);
  inno_dataset_destroy(d);
}

/* After a normalization more is better in every column: what follows must not turn b round once more. */
static void the_direction_is_applied_once(void **state) {
  fixture *f = *state;
  inno_scheme *s[4] = {scheme(f, INNO_STEP_NORMALIZE), scheme(f, INNO_STEP_IMPUTE), scheme(f, INNO_STEP_NORMALIZE),
                       scheme(f, INNO_STEP_AGGREGATE)};
  inno_method *method = NULL;
  inno_result *r = NULL;
  double got[UNITS];
  assert_int_equal(inno_scheme_set_i64(s[1], NULL, INNO_KEY_IMPUTE_RULE, INNO_IMPUTE_SIBLING_MEAN, f->error), INNO_OK);
  assert_int_equal(inno_method_create(NULL, f->set, NULL, (const inno_scheme *const *)s, 4, &method, f->error),
                   INNO_OK);
  assert_int_equal(inno_result_create(NULL, method, f->data, INNO_KEEP_ALL, &r, f->error), INNO_OK);
  assert_int_equal(inno_result_values(r, 1, B, got, sizeof *got, f->error), INNO_OK);
  assert_true(fabs(got[4] - 70.0) < 1e-12); /* u4: a is 7 of 0 to 10, so b becomes 70 of 0 to 100, and not 30 */
  assert_int_equal(inno_result_values(r, 2, B, got, sizeof *got, f->error), INNO_OK);
  assert_true(got[0] == 0.0 && got[1] == 50.0 && got[2] == 100.0); /* 8, 4 and 0, less is better */
  inno_result_destroy(r);
  inno_method_destroy(method);
  for (int k = 0; k < 4; k++) inno_scheme_destroy(s[k]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(scores_by_hand_and_outliving_everything, setup, teardown),
      cmocka_unit_test_setup_teardown(ranks_among_all_and_in_groups, setup, teardown),
      cmocka_unit_test_setup_teardown(coverage_values_and_marks, setup, teardown),
      cmocka_unit_test_setup_teardown(what_was_not_kept_is_refused, setup, teardown),
      cmocka_unit_test_setup_teardown(records_by_hand, setup, teardown),
      cmocka_unit_test_setup_teardown(records_refuse_what_they_do_not_have, setup, teardown),
      cmocka_unit_test_setup_teardown(a_run_in_pieces_gives_the_same, setup, teardown),
      cmocka_unit_test_setup_teardown(a_finished_run_gives_its_result_once, setup, teardown),
      cmocka_unit_test_setup_teardown(a_failure_names_the_node_and_stays, setup, teardown),
      cmocka_unit_test_setup_teardown(the_direction_is_applied_once, setup, teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
