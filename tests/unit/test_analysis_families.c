/* Families of a result: which there are, their numbers, what a family that cannot be analyzed leaves, periods. */
#include <math.h>

#include "support/golden.h"

enum { N = 9, LEAVES = 7, NODES = 12 };

static const char *const codes[NODES] = {"I", "P", "Q", "R", "S", "a", "b", "c", "d", "e", "f", "g"};
static const char *const parents[NODES] = {NULL, "I", "I", "I", "I", "P", "P", "P", "Q", "Q", "R", "S"};
static double values[LEAVES][2 * N];

typedef struct {
  inno_result *result;
  inno_error *error;
} fixture;

static double value(const inno_analysis *a, int32_t kind, int64_t index, int32_t which) {
  double v = 0.0;
  assert_int_equal(inno_analysis_record(a, kind, index, which, &v, NULL), INNO_OK);
  return v;
}

/* P of a, b, c; Q of d and e, which is constant; R and S of one each. Two periods. */
static int setup(void **state) {
  static fixture f;
  static const char *const units[N] = {"u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8"};
  static const double periods[2] = {2023, 2024};
  inno_indicator_set *set = NULL;
  inno_dataset *data = NULL;
  inno_method *method = NULL;
  assert_int_equal(inno_error_create(NULL, &f.error), INNO_OK);
  assert_int_equal(inno_indicator_set_create(NULL, &set, f.error), INNO_OK);
  for (int j = 0; j < NODES; j++) assert_int_equal(inno_indicator_set_add(set, codes[j], parents[j], f.error), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(set, f.error), INNO_OK);
  assert_int_equal(inno_dataset_create_panel(NULL, N, units, 2, periods, &data, f.error), INNO_OK);
  for (int j = 0; j < LEAVES; j++) {
    for (int i = 0; i < 2 * N; i++)
      values[j][i] = j == 4 ? 3.0 : (double)((i * i * (2 * j + 1) + 7 * i * (j + 2) + 5 * j) % 31);
    if (j == 1) values[j][N + 4] = NAN; /* only in the second period */
    assert_int_equal(inno_dataset_add_column(data, codes[NODES - LEAVES + j], values[j], 8, f.error), INNO_OK);
  }
  inno_scheme *steps[2] = {golden_scheme(INNO_STEP_NORMALIZE, "rule=none"),
                           golden_scheme(INNO_STEP_AGGREGATE, "rule=arithmetic")};
  assert_int_equal(inno_method_create(NULL, set, NULL, (const inno_scheme *const *)steps, 2, &method, f.error),
                   INNO_OK);
  assert_int_equal(inno_result_create(NULL, method, data, INNO_KEEP_SCORES, &f.result, f.error), INNO_OK);
  for (int k = 0; k < 2; k++) inno_scheme_destroy(steps[k]);
  inno_method_destroy(method);
  inno_dataset_destroy(data);
  inno_indicator_set_destroy(set);
  *state = &f;
  return 0;
}

static int teardown(void **state) {
  const fixture *f = *state;
  inno_result_destroy(f->result);
  inno_error_destroy(f->error);
  return 0;
}

static inno_analysis *analyze(const fixture *f, const char *options) {
  inno_analysis *a = NULL;
  inno_scheme *scheme = golden_scheme(INNO_STEP_AUDIT, options);
  assert_int_equal(inno_analysis_create_families(NULL, scheme, f->result, &a, f->error), INNO_OK);
  inno_scheme_destroy(scheme);
  return a;
}

static int64_t node(const fixture *f, const char *code) { return inno_result_find_node(f->result, code); }

static int64_t find(const fixture *f, const inno_analysis *a, int32_t kind, const char *parent) {
  for (int64_t i = 0; i < inno_analysis_record_count(a, kind); i++)
    if (value(a, kind, i, INNO_FIELD_PARENT) == (double)node(f, parent)) return i;
  fail_msg("no family %s", parent);
  return -1;
}

/* Same bits, NaN equal to NaN. */
static void same_record(const inno_analysis *a, int64_t i, const inno_analysis *b, int32_t kind, int skip) {
  for (int32_t f = 0;; f++) {
    int32_t which = 0;
    if (inno_field_info(kind, f, &which, NULL, NULL) != INNO_OK) return;
    double p = value(a, kind, i, which), q = value(b, kind, 0, which);
    if (which == skip) continue;
    if (p != q && !(isnan(p) && isnan(q))) fail_msg("kind %d field %d: %g and %g", (int)kind, (int)which, p, q);
  }
}

/* P is what its matrix is, of the period asked for; a group of one is no family. */
static void same_as_the_matrix(void **state) {
  const fixture *f = *state;
  for (int period = 0; period < 2; period++) {
    inno_analysis *a = analyze(f, period == 0 ? "period=2023" : ""), *r = NULL, *c = NULL;
    assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_RELIABILITY), 3); /* P, Q, I */
    assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_COMPONENTS), 3);
    assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_ITEM), 3 + 2 + 4);
    assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_COMPONENT_ITEM), 3 + 2 + 4);
    assert_int_equal(
        inno_analysis_create_reliability(NULL, NULL, &values[0][period * N], N, 3, 8, sizeof values[0], NULL, &r, NULL),
        INNO_OK);
    assert_int_equal(
        inno_analysis_create_components(NULL, NULL, &values[0][period * N], N, 3, 8, sizeof values[0], NULL, &c, NULL),
        INNO_OK);
    same_record(a, find(f, a, INNO_RECORD_RELIABILITY, "P"), r, INNO_RECORD_RELIABILITY, INNO_FIELD_PARENT);
    same_record(a, find(f, a, INNO_RECORD_COMPONENTS, "P"), c, INNO_RECORD_COMPONENTS, INNO_FIELD_PARENT);
    same_record(a, find(f, a, INNO_RECORD_COMPONENT, "P"), c, INNO_RECORD_COMPONENT, INNO_FIELD_PARENT);
    assert_true(value(a, INNO_RECORD_COMPONENTS, find(f, a, INNO_RECORD_COMPONENTS, "P"), INNO_FIELD_COUNT) ==
                N - period);
    assert_string_equal(inno_analysis_node_code(a, node(f, "P")), "P");
    inno_analysis_destroy(a);
    inno_analysis_destroy(r);
    inno_analysis_destroy(c);
  }
}

static void items_have_their_nodes(void **state) {
  static const char *const below[4] = {"P", "Q", "R", "S"};
  const fixture *f = *state;
  inno_analysis *a = analyze(f, "");
  int64_t at = find(f, a, INNO_RECORD_ITEM, "I");
  for (int j = 0; j < 4; j++) {
    assert_true(value(a, INNO_RECORD_ITEM, at + j, INNO_FIELD_NODE) == (double)node(f, below[j]));
    assert_true(value(a, INNO_RECORD_ITEM, at + j, INNO_FIELD_PARENT) == (double)node(f, "I"));
  }
  at = find(f, a, INNO_RECORD_LOADING, "I");
  for (int j = 0; j < 16; j++)
    assert_true(value(a, INNO_RECORD_LOADING, at + j, INNO_FIELD_NODE) == (double)node(f, below[j / 4]));
  inno_analysis_destroy(a);
}

/* Q has a constant child: what can be said is said, the rest is NaN with the reason. The error stays clean. */
static void constant_child(void **state) {
  const fixture *f = *state;
  inno_analysis *a = analyze(f, "");
  assert_int_equal(inno_error_status(f->error), INNO_OK);
  int64_t r = find(f, a, INNO_RECORD_RELIABILITY, "Q"), c = find(f, a, INNO_RECORD_COMPONENTS, "Q");
  int64_t item = find(f, a, INNO_RECORD_COMPONENT_ITEM, "Q");
  assert_true(value(a, INNO_RECORD_RELIABILITY, r, INNO_FIELD_STATUS) == INNO_E_CONSTANT);
  assert_true(value(a, INNO_RECORD_COMPONENTS, c, INNO_FIELD_STATUS) == INNO_E_CONSTANT);
  assert_true(value(a, INNO_RECORD_RELIABILITY, r, INNO_FIELD_ALPHA) == 0.0);
  assert_true(isnan(value(a, INNO_RECORD_COMPONENTS, c, INNO_FIELD_ADEQUACY)));
  assert_true(value(a, INNO_RECORD_COMPONENTS, c, INNO_FIELD_RETAINED) == 0.0);
  assert_true(value(a, INNO_RECORD_COMPONENTS, c, INNO_FIELD_PARALLEL) == -1.0);
  assert_true(value(a, INNO_RECORD_COMPONENTS, c, INNO_FIELD_COUNT) == N);
  for (int j = 0; j < 2; j++) {
    assert_true(isnan(value(a, INNO_RECORD_COMPONENT_ITEM, item + j, INNO_FIELD_WEIGHT)));
    assert_true(value(a, INNO_RECORD_COMPONENT_ITEM, item + j, INNO_FIELD_COMPONENT) == -1.0);
  }
  for (int64_t i = 0; i < inno_analysis_record_count(a, INNO_RECORD_COMPONENT); i++)
    assert_true(value(a, INNO_RECORD_COMPONENT, i, INNO_FIELD_PARENT) != (double)node(f, "Q"));
  inno_analysis_destroy(a);
}

static void options_are_for_every_family(void **state) {
  const fixture *f = *state;
  inno_analysis *a = analyze(f, "retain=count;components=2;rotation=promax;parallel_draws=10");
  static const char *const names[2] = {"P", "I"};
  for (int j = 0; j < 2; j++) {
    int64_t c = find(f, a, INNO_RECORD_COMPONENTS, names[j]);
    assert_true(value(a, INNO_RECORD_COMPONENTS, c, INNO_FIELD_RETAINED) == 2.0);
    assert_true(value(a, INNO_RECORD_COMPONENTS, c, INNO_FIELD_PARALLEL) >= 0.0);
    find(f, a, INNO_RECORD_FACTOR_CORRELATION, names[j]);
    find(f, a, INNO_RECORD_COMPONENT_SCORE, names[j]);
  }
  inno_analysis_destroy(a);
  inno_scheme *scheme = golden_scheme(INNO_STEP_AUDIT, "period=1999");
  assert_int_equal(inno_analysis_create_families(NULL, scheme, f->result, &a, f->error), INNO_E_VALUE);
  assert_null(a);
  inno_scheme_destroy(scheme);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(same_as_the_matrix),
      cmocka_unit_test(items_have_their_nodes),
      cmocka_unit_test(constant_child),
      cmocka_unit_test(options_are_for_every_family),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
