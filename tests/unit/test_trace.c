/* Traces: numbers that can be counted by hand, panels, held frames, who set a minimum, and what is refused. */
#include <math.h>
#include <string.h>

#include "innoscore/trace.h"
#include "support/analysis.h"
#include "support/family.h"
#include "support/refusal.h"
#include "support/retrace.h"

#define NODE(record, field) cell(a, INNO_RECORD_TRACE_NODE, record, INNO_FIELD_##field)
#define STEP(record, field) cell(a, INNO_RECORD_TRACE_STEP, record, INNO_FIELD_##field)
#define STAGE(record, field) cell(a, INNO_RECORD_TRACE_STAGE, record, INNO_FIELD_##field)
#define SOURCE(record, field) cell(a, INNO_RECORD_TRACE_SOURCE, record, INNO_FIELD_##field)

static inno_analysis *trace(const inno_method *m, const inno_dataset *d, const inno_result *r, int64_t unit,
                            const char *settings) {
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, settings);
  inno_analysis *a = NULL;
  inno_status s = inno_analysis_create_trace(NULL, options, m, d, r, unit, &a, error);
  if (s != INNO_OK) fail_msg("%s", inno_error_message(error));
  inno_scheme_destroy(options);
  return a;
}

/* index: p (weight 2) = x (3), y (1, less is better); z (1). x is 0 10 20 40 of 1 1 2 2 people. */
static const double x[] = {0, 10, 40, 80}, y[] = {4, NAN, 0, 8}, z[] = {1, 3, 2, 5}, people[] = {1, 1, 2, 2};

static family small(const golden_step *steps) {
  static const family_node tree[] = {
      {.code = "index"},
      {.code = "p", .parent = "index", .weight = 2},
      {.code = "x", .parent = "p", .x = x, .weight = 3, .denominator = "people", .scale = 10.0},
      {.code = "y", .parent = "p", .x = y, .direction = -1},
      {.code = "z", .parent = "index", .x = z},
      {.code = "people", .x = people, .weight = -1.0},
      {0}};
  return family_of(tree, 4, steps);
}

static const golden_step plain[] = {{INNO_STEP_DENOMINATE, ""}, {INNO_STEP_NORMALIZE, ""}, {0, NULL}};

static void by_hand(void **state) {
  (void)state;
  family f = small(plain);
  inno_analysis *a = trace(f.method, f.data, f.result, 1, "");
  /* index, z, p, x, y: the children of a node by their numbers, indicators first */
  static const char *const order[] = {"index", "z", "p", "x", "y"};
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_TRACE_NODE), 5);
  for (int i = 0; i < 5; i++) assert_string_equal(inno_analysis_node_code(a, (int64_t)NODE(i, NODE)), order[i]);
  assert_true(NODE(0, PARENT) == -1.0 && NODE(2, PARENT) == NODE(0, NODE) && NODE(3, PARENT) == NODE(2, NODE));
  /* x: 10 / (1 / 10) = 100 of 0 .. 400: 25; y is missing, so x is all of p; z: 50 */
  assert_true(NODE(3, SCORE) == 25.0 && isnan(NODE(4, SCORE)) && NODE(2, SCORE) == 25.0 && NODE(1, SCORE) == 50.0);
  assert_true(NODE(0, SCORE) == 100.0 / 3.0);
  assert_true(NODE(3, WEIGHT) == 3.0 && NODE(3, SHARE) == 0.75 && NODE(3, PRESENT_SHARE) == 1.0);
  assert_true(NODE(4, SHARE) == 0.25 && isnan(NODE(4, PRESENT_SHARE)) && isnan(NODE(4, ADDS)));
  assert_true(NODE(3, EFFECTIVE) == 0.75 * (2.0 / 3.0) && NODE(0, PRESENT_SHARE) == 1.0 && isnan(NODE(0, ADDS)));
  assert_true(NODE(2, ADDS) == 50.0 / 3.0 && NODE(1, ADDS) == 50.0 / 3.0 && NODE(3, ADDS) == 25.0);
  assert_true(NODE(2, COVERAGE) == 0.5 && NODE(2, AVAILABLE) == 1.0 && NODE(2, CHILDREN) == 2.0);
  assert_true(NODE(4, COVERAGE) == 0.0 && NODE(3, COVERAGE) == 1.0 && NODE(3, CHILDREN) == 0.0);
  assert_true(NODE(1, RANK) == 2.0 && NODE(1, COUNT) == 4.0 && isnan(NODE(4, RANK)) && NODE(4, COUNT) == 3.0);
  assert_true(NODE(0, RULE) == INNO_AGGREGATE_ARITHMETIC && NODE(3, RULE) == 0.0 && NODE(0, COMPARES) == 0.0);
  /* steps of x */
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_TRACE_STEP), 6);
  assert_true(STEP(2, STEP_KIND) == INNO_STEP_DENOMINATE && STEP(2, VALUE_BEFORE) == 10.0 &&
              STEP(2, VALUE_AFTER) == 100.0 && STEP(2, DENOMINATOR) == 1.0 && STEP(2, DENOMINATOR_SCALE) == 10.0);
  assert_string_equal(inno_analysis_node_code(a, (int64_t)STEP(2, DENOMINATOR_COLUMN)), "people");
  assert_true(STEP(3, RULE) == INNO_NORMALIZE_MINMAX && STEP(3, CENTER) == 0.0 && STEP(3, SCALE) == 400.0);
  assert_true(STEP(3, MINIMUM) == 0.0 && STEP(3, MINIMUM_UNIT) == 0.0 && STEP(3, MAXIMUM_UNIT) == 3.0);
  assert_true(STEP(3, ORIGIN) == INNO_ORIGIN_DATA && STEP(3, COUNT) == 4.0 && STEP(3, PERIOD) == -1.0);
  /* y: undivided; the best is the smallest */
  assert_true(STEP(4, DENOMINATOR_COLUMN) == -1.0 && isnan(STEP(4, DENOMINATOR)) && STEP(5, DIRECTION) == -1.0);
  assert_true(STEP(5, CENTER) == 8.0 && STEP(5, SCALE) == -8.0 && STEP(5, MINIMUM_UNIT) == 2.0 &&
              STEP(5, COUNT) == 3.0);
  inno_analysis_destroy(a);
  /* below p only */
  a = trace(f.method, f.data, f.result, 3, "node=p");
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_TRACE_NODE), 3);
  assert_true(NODE(0, PARENT) == 4.0 && NODE(0, SHARE) == 2.0 / 3.0);
  inno_analysis_destroy(a);
  family_end(&f);
}

/* Ties: the first unit; a column of whose values many are the maximum. */
static void first_of_many(void **state) {
  static const double same[] = {7, 1, 9, 9, 1, 9};
  static const family_node tree[] = {{.code = "index"}, {.code = "s", .parent = "index", .x = same}, {0}};
  static const golden_step steps[] = {{INNO_STEP_NORMALIZE, "log=natural"}, {0, NULL}};
  (void)state;
  family f = family_of(tree, 6, steps);
  inno_analysis *a = trace(f.method, f.data, f.result, 0, "");
  assert_true(STEP(0, MINIMUM_UNIT) == 1.0 && STEP(0, MAXIMUM_UNIT) == 2.0 && STEP(0, MINIMUM) == 0.0);
  inno_analysis_destroy(a);
  family_end(&f);
}

/* Origins of constants, and frames of another run. */
static void where_from(void **state) {
  static const golden_step steps[] = {
      {INNO_STEP_NORMALIZE, "rule=goalposts;lower=0;upper=100;y.rule=distance_to_target;y.target=-1;z.rule=rank"},
      {0, NULL}};
  (void)state;
  family f = small(steps);
  inno_analysis *a = trace(f.method, f.data, f.result, 0, "");
  assert_true(STEP(1, ORIGIN) == INNO_ORIGIN_GIVEN && STEP(2, ORIGIN) == INNO_ORIGIN_BOTH &&
              STEP(0, ORIGIN) == INNO_ORIGIN_NONE && STEP(0, COMPARES) == 1.0);
  assert_true(NODE(1, COMPARES) == 1.0 && NODE(3, COMPARES) == 0.0 && NODE(0, COMPARES) == 0.0);
  inno_analysis_destroy(a);
  family_end(&f);
  f = small(plain);
  inno_frames *frames = NULL;
  inno_result *held = NULL;
  inno_dataset *other = NULL;
  static const char *const codes[] = {"a", "b"};
  static const double few[] = {10, 30}, mean[] = {2, 3}, one[] = {1, 1};
  assert_int_equal(inno_frames_create_from_result(NULL, f.result, f.method, &frames, NULL), INNO_OK);
  assert_int_equal(inno_dataset_create(NULL, 2, codes, &other, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(other, "people", one, 8, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(other, "x", few, 8, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(other, "y", mean, 8, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(other, "z", mean, 8, NULL), INNO_OK);
  assert_int_equal(inno_result_create_with_frames(NULL, f.method, other, frames, INNO_KEEP_ALL, &held, NULL), INNO_OK);
  a = trace(f.method, other, held, 1, "");
  assert_true(STEP(3, ORIGIN) == INNO_ORIGIN_HELD && STEP(3, MINIMUM_UNIT) == -1.0 && STEP(3, MAXIMUM) == 400.0 &&
              STEP(3, VALUE_AFTER) == 75.0);
  inno_analysis_destroy(a);
  retraced counts = retrace_all(f.method, other, held);
  assert_int_equal(counts.nodes, 10);
  inno_result_destroy(held);
  inno_dataset_destroy(other);
  inno_frames_destroy(frames);
  family_end(&f);
}

/* Held constants that these data could have made, but did not: the ends are theirs, the mean is not. */
static void held_within_the_ends(void **state) {
  static const double first[] = {1, 2, 3, 1.5}, then[] = {1, 2, 3, 2.9};
  static const char *const codes[] = {"u0", "u1", "u2", "u3"};
  static const family_node tree[] = {{.code = "index"}, {.code = "v", .parent = "index", .x = first}, {0}};
  static const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=zscore"}, {0, NULL}};
  (void)state;
  family f = family_of(tree, 4, steps);
  inno_frames *frames = NULL;
  inno_dataset *other = NULL;
  inno_result *held = NULL;
  assert_int_equal(inno_frames_create_from_result(NULL, f.result, f.method, &frames, NULL), INNO_OK);
  assert_int_equal(inno_dataset_create(NULL, 4, codes, &other, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(other, "v", then, 8, NULL), INNO_OK);
  assert_int_equal(inno_result_create_with_frames(NULL, f.method, other, frames, INNO_KEEP_ALL, &held, NULL), INNO_OK);
  inno_analysis *a = trace(f.method, other, held, 3, "");
  assert_true(STEP(0, ORIGIN) == INNO_ORIGIN_HELD && STEP(0, CENTER) == 1.875);
  assert_true(STEP(0, MINIMUM_UNIT) == 0.0 && STEP(0, MAXIMUM_UNIT) == 2.0);
  inno_analysis_destroy(a);
  a = trace(f.method, f.data, f.result, 3, "");
  assert_true(STEP(0, ORIGIN) == INNO_ORIGIN_DATA && STEP(0, CENTER) == 1.875);
  inno_analysis_destroy(a);
  inno_result_destroy(held);
  inno_dataset_destroy(other);
  inno_frames_destroy(frames);
  family_end(&f);
}

/* What is filled stays as it was filled: the sources may be others by now, so none is named. */
static void held_imputation(void **state) {
  static const double gaps[] = {1, 2, 3, NAN};
  static const family_node tree[] = {{.code = "index"}, {.code = "v", .parent = "index", .x = gaps}, {0}};
  static const golden_step steps[] = {{INNO_STEP_IMPUTE, "rule=mean"}, {INNO_STEP_NORMALIZE, "rule=none"}, {0, NULL}};
  (void)state;
  family f = family_of(tree, 4, steps);
  for (int holds = 0; holds < 2; holds++) {
    inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, holds ? "hold_imputation=1" : "hold_imputation=0");
    inno_what_if *w = NULL;
    assert_int_equal(inno_what_if_create(NULL, options, f.method, f.data, &w, NULL), INNO_OK);
    assert_int_equal(inno_what_if_set_value(w, 0, 0, 4.0, NULL), INNO_OK);
    inno_analysis *a = trace(inno_what_if_method(w), inno_what_if_dataset(w), inno_what_if_result(w), 3, "");
    assert_true(STEP(0, VALUE_AFTER) == (holds ? 2.0 : 3.0) && STEP(0, COMPARES) == (double)holds);
    assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_TRACE_SOURCE), holds ? 0 : 3);
    inno_analysis_destroy(a);
    inno_what_if_destroy(w);
    inno_scheme_destroy(options);
  }
  family_end(&f);
}

/* A chain: which stage was kept, why, and which stages the value went through. */
static void stages(void **state) {
  static const double heavy[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2000, 90000};
  static const family_node tree[] = {{.code = "index"}, {.code = "h", .parent = "index", .x = heavy}, {0}};
  static const golden_step steps[] = {{INNO_STEP_TREAT, "limit=1;kurtosis=1"}, {0, NULL}};
  static const golden_step combined[] = {{INNO_STEP_TREAT, "limit=1;kurtosis=1;combine=1"}, {0, NULL}};
  (void)state;
  for (int both = 0; both < 2; both++) {
    family f = family_of(tree, 12, both ? combined : steps);
    inno_analysis *a = trace(f.method, f.data, f.result, 11, "");
    assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_TRACE_STAGE), 3);
    assert_true(STAGE(0, RULE) == 0.0 && STAGE(0, PASSED) == 0.0 && STAGE(0, APPLIED) == 0.0);
    assert_true(STAGE(1, RULE) == INNO_TREAT_WINSORIZE && STAGE(1, POINTS_HIGH) == 1.0 && STAGE(1, HIGH) == 2000.0);
    assert_true(STAGE(1, APPLIED) == (double)both && isnan(STAGE(1, LOW)) && STAGE(1, KEPT) == 0.0);
    assert_true(STAGE(2, RULE) == INNO_TREAT_LOG_GII && STAGE(2, APPLIED) == 1.0 && STAGE(2, KEPT) == 1.0);
    assert_true(STAGE(2, MAXIMUM) == (both ? 2000.0 : 90000.0) && STAGE(2, PARAMETER) == 1.0);
    assert_true(STEP(0, STAGE) == 2.0 && STEP(0, SKEWNESS) == STAGE(0, SKEWNESS) && STEP(0, SKEWNESS) > 2.0);
    assert_true(STEP(0, SKEWNESS_AFTER) == STAGE(2, SKEWNESS) && STEP(0, PASSED) == 0.0);
    inno_analysis_destroy(a);
    retraced counts = retrace_all(f.method, f.data, f.result);
    assert_int_equal(counts.treated, both ? 24 : 12);
    family_end(&f);
  }
}

/* ---- panels ---- */

enum { UNITS = 4, PERIODS = 3, ROWS = UNITS * PERIODS };

static void panel(const golden_step *steps, int64_t imputed, double frame_period) {
  static const char *const codes[] = {"a", "b", "c", "d"};
  static const double years[] = {2020, 2021, 2024};
  static const double v[ROWS] = {1, 5, NAN, 8, NAN, 6, 3, NAN, 4, 9, 7, 700},
                      u[ROWS] = {3, 2, 9, 4, 5, 7, 1, 8, 2, 6, 4, 9};
  static const char *const groups[ROWS] = {"g", "g", "h", "h", "g", "g", "h", "h", "g", "g", "h", "h"};
  inno_indicator_set *set = NULL;
  inno_dataset *d = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "index", NULL, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "v", "index", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "u", "index", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_direction(set, "u", -1, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  assert_int_equal(inno_dataset_create_panel(NULL, UNITS, codes, PERIODS, years, &d, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(d, "v", v, 8, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(d, "u", u, 8, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_group(d, "group", groups, NULL), INNO_OK);
  inno_method *m = golden_method(set, steps);
  inno_result *r = golden_result(m, d);
  retraced counts = retrace_all(m, d, r);
  assert_int_equal(counts.nodes, 3 * ROWS);
  assert_int_equal(counts.imputed, imputed);
  /* without the key the latest period */
  retrace(m, d, r, 2, -1, NULL, &counts);
  inno_analysis *a = trace(m, d, r, 0, "period=2021");
  int64_t last = inno_analysis_record_count(a, INNO_RECORD_TRACE_STEP) / 2 - 1;
  assert_true(STEP(last, STEP_KIND) == INNO_STEP_NORMALIZE && STEP(last, PERIOD) == frame_period);
  if (frame_period < 0.0 && imputed > 0) /* 700 in the last period, and 1 in the first */
    assert_true(STEP(last, MAXIMUM_UNIT) == 3.0 && STEP(last, MAXIMUM_PERIOD) == 2.0 &&
                STEP(last, MINIMUM_UNIT) == 0.0 && STEP(last, MINIMUM_PERIOD) == 0.0);
  inno_analysis_destroy(a);
  inno_result_destroy(r);
  inno_method_destroy(m);
  inno_dataset_destroy(d);
  inno_indicator_set_destroy(set);
}

static void panels(void **state) {
  static const golden_step pooled[] = {
      {INNO_STEP_IMPUTE, "rule=linear_constant"}, {INNO_STEP_NORMALIZE, ""}, {0, NULL}};
  static const golden_step latest[] = {{INNO_STEP_IMPUTE, "rule=latest"},
                                       {INNO_STEP_TREAT, "limit=1"},
                                       {INNO_STEP_NORMALIZE, "frame=period"},
                                       {0, NULL}};
  static const golden_step mean[] = {{INNO_STEP_IMPUTE, "rule=mean;frame=pooled"},
                                     {INNO_STEP_TREAT, "limit=1;frame=pooled;rules=winsorize"},
                                     {INNO_STEP_NORMALIZE, "frame=base;base_period=2020"},
                                     {INNO_STEP_AGGREGATE, "rule=power;power=1"},
                                     {0, NULL}};
  static const golden_step group[] = {{INNO_STEP_IMPUTE, "rule=group_mean;group=group"},
                                      {INNO_STEP_TREAT, "limit=1;frame=base;base_period=2024;rules=winsorize"},
                                      {INNO_STEP_NORMALIZE, "rule=zscore;frame=period"},
                                      {INNO_STEP_WEIGH, "rule=deviation"},
                                      {0, NULL}};
  static const golden_step nearest[] = {
      {INNO_STEP_IMPUTE, "rule=nearest;frame=pooled;neighbors=2"}, {INNO_STEP_NORMALIZE, ""}, {0, NULL}};
  static const golden_step constant[] = {{INNO_STEP_SCREEN, "min_coverage=0.9"},
                                         {INNO_STEP_IMPUTE, "rule=constant"},
                                         {INNO_STEP_NORMALIZE, ""},
                                         {0, NULL}};
  (void)state;
  panel(pooled, 3, -1.0);
  panel(latest, 2, 1.0);
  panel(mean, 3, 0.0);
  panel(group, 3, 1.0);
  panel(nearest, 3, -1.0);
  panel(constant, 0, -1.0);
}

/* ---- refusals ---- */

static void refusals(void **state) {
  static const double changed[] = {0, 10, 40, 81}, crowd[] = {1, 2, 2, 2};
  static const golden_step zscore[] = {{INNO_STEP_DENOMINATE, ""}, {INNO_STEP_NORMALIZE, "rule=zscore"}, {0, NULL}};
  (void)state;
  family f = small(plain);
  inno_analysis *a;
  inno_result *scores = NULL;
  inno_dataset *others[5] = {NULL};
  NOT_MADE_BECAUSE(a, inno_analysis_create_trace(NULL, NULL, f.method, f.data, f.result, 4, &a, error), INNO_E_ARGUMENT,
                   "unit");
  NOT_MADE_BECAUSE(a, inno_analysis_create_trace(NULL, NULL, f.method, f.data, f.result, -1, &a, error),
                   INNO_E_ARGUMENT, "unit");
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, "node=q");
  NOT_MADE_BECAUSE(a, inno_analysis_create_trace(NULL, options, f.method, f.data, f.result, 0, &a, error), INNO_E_CODE,
                   "'q'");
  inno_scheme_destroy(options);
  options = golden_scheme(INNO_STEP_EXPLAIN, "period=2020");
  NOT_MADE_BECAUSE(a, inno_analysis_create_trace(NULL, options, f.method, f.data, f.result, 0, &a, error), INNO_E_VALUE,
                   "2020");
  inno_scheme_destroy(options);
  options = golden_scheme(INNO_STEP_AUDIT, "");
  NOT_MADE_BECAUSE(a, inno_analysis_create_trace(NULL, options, f.method, f.data, f.result, 0, &a, error),
                   INNO_E_ARGUMENT, "audit");
  inno_scheme_destroy(options);
  for (int32_t keep = 0; keep < INNO_KEEP_ALL; keep++) {
    assert_int_equal(inno_result_create(NULL, f.method, f.data, keep, &scores, NULL), INNO_OK);
    NOT_MADE_BECAUSE(a, inno_analysis_create_trace(NULL, NULL, f.method, f.data, scores, 0, &a, error), INNO_E_NOT_KEPT,
                     "INNO_KEEP_ALL");
    inno_result_destroy(scores);
  }
  family g = small(zscore);
  NOT_MADE_BECAUSE(a, inno_analysis_create_trace(NULL, NULL, g.method, f.data, f.result, 0, &a, error), INNO_E_ARGUMENT,
                   "method");
  /* another value, another denominator, other units, a column more, and one that is not there */
  static const char *const codes[] = {"u0", "u1", "u2", "u3"}, *const names[] = {"u0", "u1", "u2", "v"};
  for (int k = 0; k < 5; k++) {
    assert_int_equal(inno_dataset_create(NULL, 4, k == 2 ? names : codes, &others[k], NULL), INNO_OK);
    if (k == 3) assert_int_equal(inno_dataset_add_column(others[k], "more", z, 8, NULL), INNO_OK);
    if (k < 4)
      assert_int_equal(inno_dataset_add_column(others[k], "people", k == 1 ? crowd : people, 8, NULL), INNO_OK);
    assert_int_equal(inno_dataset_add_column(others[k], "x", k == 0 ? changed : x, 8, NULL), INNO_OK);
    assert_int_equal(inno_dataset_add_column(others[k], "y", y, 8, NULL), INNO_OK);
    assert_int_equal(inno_dataset_add_column(others[k], "z", z, 8, NULL), INNO_OK);
  }
  for (int k = 0; k < 5; k++) {
    NOT_MADE_BECAUSE(a, inno_analysis_create_trace(NULL, NULL, f.method, others[k], f.result, 0, &a, error),
                     INNO_E_ARGUMENT, "dataset");
    inno_dataset_destroy(others[k]);
  }
  family_end(&g);
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(by_hand),         cmocka_unit_test(first_of_many),
      cmocka_unit_test(where_from),      cmocka_unit_test(held_within_the_ends),
      cmocka_unit_test(held_imputation), cmocka_unit_test(stages),
      cmocka_unit_test(panels),          cmocka_unit_test(refusals),
  };
  return cmocka_run_group_tests(tests, make_error, end_error);
}
