/* Climbing: answers that can be worked out by hand, what the steps do on the way, combinations against a grid,
 * refusals. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/analysis.h"
#include "support/family.h"

#define AT(j, field) cell(a, INNO_RECORD_CLIMB, j, INNO_FIELD_##field)
#define MIX(j, field) cell(a, INNO_RECORD_CLIMB_MIX, j, INNO_FIELD_##field)
#define PLAN(field) cell(a, INNO_RECORD_CLIMB_PLAN, 0, INNO_FIELD_##field)

static const golden_step plain[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {0, NULL}};

static inno_analysis *climb(const family *f, const char *settings, int64_t unit, int32_t goal, double value,
                            const double *costs, const double *caps) {
  const int64_t other = goal == INNO_GOAL_UNIT ? (int64_t)value : -1;
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, settings);
  inno_analysis *a = NULL;
  if (other >= 0) value = NAN;
  assert_int_equal(inno_analysis_create_climb(NULL, options, f->method, f->data, unit, goal, value, other, costs,
                                              sizeof(double), caps, sizeof(double), &a, NULL),
                   INNO_OK);
  inno_scheme_destroy(options);
  return a;
}

/* x 2, y 4, less z 3 is better: 3 = (2 + 4 + 3) / 3 with z counted as -z: (2 + 4 - 3) / 3 = 1 */
static const double x[] = {2, 5, 8, 1}, y[] = {4, 6, 3, 2}, z[] = {3, 2, 2, 9};
static const family_node tree[] = {{.code = "index"},
                                   {.code = "x", .parent = "index", .x = x},
                                   {.code = "y", .parent = "index", .x = y},
                                   {.code = "z", .parent = "index", .x = z, .direction = -1},
                                   {0}};

static void scores_by_hand(void **state) {
  static const double caps[] = {20, 5, -1};
  (void)state;
  family f = family_of(tree, 4, plain);
  inno_analysis *a = climb(&f, "", 0, INNO_GOAL_SCORE, 2.0, NULL, caps);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CLIMB), 3);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CLIMB_MIX), 0);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CLIMB_PLAN), 1);
  assert_true(PLAN(SCORE_BEFORE) == 1.0 && PLAN(RANK_BEFORE) == 3.0 && PLAN(UNIT) == 0.0 && isnan(PLAN(COST)));
  /* x and z need 3 more; the cap of y gives 1 */
  assert_true(AT(0, VALUE) == 2.0 && near(AT(0, NEW_VALUE), 5.0, 1e-15) && near(AT(0, VALUE_CHANGE), 3.0, 1e-15));
  assert_true(AT(0, REACHED) == 1.0 && AT(0, SCORE) >= 2.0 && AT(0, CAP) == 20.0 && AT(0, STATUS) == INNO_OK);
  assert_true(AT(1, REACHED) == 0.0 && AT(1, NEW_VALUE) == 5.0 && near(AT(1, SCORE), 4.0 / 3.0, 1e-15));
  assert_true(near(AT(2, NEW_VALUE), 0.0, 1e-15) && near(AT(2, VALUE_CHANGE), -3.0, 1e-15) && AT(2, REACHED) == 1.0);
  assert_true(AT(0, FRAME_MOVED) == 0.0 && AT(0, TREATMENT_CHANGE) == INNO_TREATMENT_SAME && isnan(AT(0, COST)) &&
              AT(0, TRIES) > 1.0);
  inno_analysis_destroy(a);
  family_end(&f);
}

/* Scores 1, 3, 3, -2: two are ahead, and level with each other. */
static void ranks_and_units_by_hand(void **state) {
  static const double caps[] = {20, 20, -20};
  (void)state;
  family f = family_of(tree, 4, plain);
  inno_analysis *a = climb(&f, "overtake=tie", 0, INNO_GOAL_RANK, 1.0, NULL, caps);
  assert_true(near(AT(0, NEW_VALUE), 8.0, 1e-15) && AT(0, SCORE) == 3.0 && AT(0, RANK) == 1.0);
  inno_analysis_destroy(a);
  a = climb(&f, "", 0, INNO_GOAL_RANK, 1.0, NULL, caps); /* level does not count */
  assert_true(AT(0, NEW_VALUE) > 8.0 && near(AT(0, NEW_VALUE), 8.0, 1e-14) && AT(0, SCORE) > 3.0);
  inno_analysis_destroy(a);
  a = climb(&f, "", 0, INNO_GOAL_UNIT, 2.0, NULL, caps);
  assert_true(AT(2, NEW_VALUE) < -3.0 && near(AT(2, NEW_VALUE), -3.0, 1e-14) && AT(2, SCORE) > 3.0 &&
              AT(2, RANK) == 1.0);
  inno_analysis_destroy(a);
  a = climb(&f, "", 0, INNO_GOAL_UNIT, 3.0, (const double[]){1, 1, 1}, caps); /* ahead already */
  for (int j = 0; j < 3; j++)
    assert_true(AT(j, REACHED) == 1.0 && AT(j, VALUE_CHANGE) == 0.0 && AT(j, COST) == 0.0 &&
                MIX(j, VALUE_CHANGE) == 0.0);
  assert_true(PLAN(REACHED) == 1.0 && PLAN(COST) == 0.0 && PLAN(PROVEN) == 1.0);
  inno_analysis_destroy(a);
  a = climb(&f, "node=x", 0, INNO_GOAL_RANK, 2.0, NULL,
            caps); /* of one indicator: the others have nothing to do with it */
  assert_true(AT(0, REACHED) == 1.0 && AT(0, NEW_VALUE) == nextafter(5.0, 6.0));
  assert_true(AT(1, REACHED) == 0.0 && AT(1, VALUE_CHANGE) == 0.0 && AT(1, TRIES) == 0.0);
  inno_analysis_destroy(a);
  family_end(&f);
}

static void caps_without_being_told(void **state) {
  static const double u[] = {5, 9, 7, 6}, v[] = {3, NAN, 4, 4};
  static const family_node nodes[] = {{.code = "index"},
                                      {.code = "u", .parent = "index", .x = u},
                                      {.code = "z", .parent = "index", .x = z, .direction = -1},
                                      {.code = "v", .parent = "index", .x = v},
                                      {0}};
  static const golden_step posts[] = {{INNO_STEP_NORMALIZE, "u.rule=goalposts;u.lower=0;u.upper=10"}, {0, NULL}};
  (void)state;
  family f = family_of(nodes, 4, posts);
  inno_analysis *a = climb(&f, "", 0, INNO_GOAL_SCORE, 1000.0, NULL, NULL);
  assert_true(AT(0, CAP) == 10.0 && AT(1, CAP) == 0.0 && AT(2, CAP) == 5.0); /* 2 - 7 stops at 0 */
  inno_analysis_destroy(a);
  a = climb(&f, "cap_ranges=0.25", 1, INNO_GOAL_SCORE, 1000.0, NULL, (const double[]){NAN, NAN, 7.0});
  assert_true(AT(1, CAP) == 0.25 && AT(2, CAP) == 7.0 && isnan(AT(2, VALUE)) && isnan(AT(2, VALUE_CHANGE)));
  inno_analysis_destroy(a);
  family_end(&f);
}

/* Out of reach: the whole way is walked, as closely as is told. */
static void closer_looks(void **state) {
  static const double caps[] = {20, 5, -1};
  double tries[2];
  (void)state;
  family f = family_of(tree, 4, plain);
  for (int k = 0; k < 2; k++) {
    inno_analysis *a = climb(&f, k == 0 ? "" : "looks=8", 0, INNO_GOAL_SCORE, 100.0, NULL, caps);
    tries[k] = AT(0, TRIES);
    assert_true(AT(0, REACHED) == 0.0);
    inno_analysis_destroy(a);
  }
  assert_true(tries[1] > tries[0]);
  family_end(&f);
}

/* A value that is missing: from the least good one that anybody has. v: 3 of 3..4 gets 0, 3.5 gets 50. */
static void missing_values(void **state) {
  static const double u[] = {0, 10, 5, 5}, v[] = {3, NAN, 4, 4};
  static const family_node nodes[] = {
      {.code = "index"}, {.code = "u", .parent = "index", .x = u}, {.code = "v", .parent = "index", .x = v}, {0}};
  static const golden_step steps[] = {{INNO_STEP_NORMALIZE, ""}, {INNO_STEP_AGGREGATE, "min_coverage=0.5"}, {0, NULL}};
  (void)state;
  family f = family_of(nodes, 4, steps);
  inno_analysis *a = climb(&f, "", 1, INNO_GOAL_SCORE, 75.0, (const double[]){1, 1}, NULL); /* has 100 now */
  assert_true(AT(0, REACHED) == 1.0 && AT(0, VALUE_CHANGE) == 0.0 && AT(0, COST) == 0.0);
  assert_true(isnan(AT(1, VALUE)) && isnan(AT(1, COST)) && isnan(MIX(1, VALUE_CHANGE)) && PLAN(COST) == 0.0);
  assert_true(AT(1, REACHED) == 1.0 && isnan(AT(1, NEW_VALUE)) && isnan(AT(1, VALUE_CHANGE)));
  inno_analysis_destroy(a);
  a = climb(&f, "", 1, INNO_GOAL_SCORE, 101.0, (const double[]){1, 1}, NULL);
  assert_true(AT(1, REACHED) == 0.0 && near(AT(1, SCORE), 100.0, 1e-9) && isnan(AT(1, COST)));
  assert_true(isnan(MIX(1, VALUE)) && isnan(MIX(1, VALUE_CHANGE)) && isnan(MIX(1, COST)) && PLAN(REACHED) == 0.0);
  inno_analysis_destroy(a);
  family_end(&f);
}

/* u0 lies so far out that it is moved to the next value; once it is back, nothing is treated any more. v4 beyond all
 * others stretches the frame. */
static void treatment_and_frames(void **state) {
  static const double u[] = {1000, 3, 2.5, 3.5, 4, 3.2, 2.8, 3.7, 2.2, 3.1}, v[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  static const family_node nodes[] = {{.code = "index"},
                                      {.code = "u", .parent = "index", .x = u, .direction = -1},
                                      {.code = "v", .parent = "index", .x = v},
                                      {0}};
  static const golden_step steps[] = {{INNO_STEP_TREAT, "limit=1"}, {INNO_STEP_NORMALIZE, ""}, {0, NULL}};
  (void)state;
  family f = family_of(nodes, 10, steps);
  inno_analysis *a = climb(&f, "", 0, INNO_GOAL_SCORE, 25.0, NULL, NULL);
  assert_true(AT(0, REACHED) == 1.0 && AT(0, TREATMENT_CHANGE) == INNO_TREATMENT_ENDS && AT(0, FRAME_MOVED) == 0.0);
  assert_true(near(AT(0, NEW_VALUE), 3.1, 1e-12)); /* half way between 4 and 2.2 */
  assert_true(AT(1, REACHED) == 1.0 && AT(1, TREATMENT_CHANGE) == INNO_TREATMENT_SAME && AT(1, FRAME_MOVED) == 1.0);
  assert_true(near(AT(1, NEW_VALUE), 6.0, 1e-12)); /* half way between 2 and 10: it leaves the lower end */
  inno_analysis_destroy(a);
  a = climb(&f, "", 9, INNO_GOAL_RANK, 1.0, NULL, NULL);
  assert_true(PLAN(RANK_BEFORE) == 2.0 && AT(1, REACHED) == 1.0 && AT(1, NEW_VALUE) > 10.0 &&
              AT(1, FRAME_MOVED) == 1.0);
  inno_analysis_destroy(a);
  a = climb(&f, "hold_treatment=1;hold_normalization=1", 9, INNO_GOAL_RANK, 1.0, NULL, NULL);
  assert_true(AT(1, REACHED) == 1.0 && AT(1, NEW_VALUE) > 10.0 && AT(1, FRAME_MOVED) == 0.0 &&
              AT(1, TREATMENT_CHANGE) == INNO_TREATMENT_SAME);
  inno_analysis_destroy(a);
  family_end(&f);
}

/* Near the cap there is no logarithm: that is no answer, and the record says so. */
static void values_that_cannot_be(void **state) {
  static const golden_step logs[] = {{INNO_STEP_NORMALIZE, "log=natural"}, {0, NULL}};
  (void)state;
  family f = family_of(tree, 4, logs);
  inno_analysis *a = climb(&f, "", 0, INNO_GOAL_SCORE, 1000.0, (const double[]){1, 1, 1}, (const double[]){9, 9, -5});
  assert_true(AT(2, REACHED) == 0.0 && AT(2, STATUS) == INNO_E_NONPOSITIVE && AT(2, NEW_VALUE) > 0.0);
  assert_true(AT(0, REACHED) == 0.0 && AT(0, STATUS) == INNO_OK && PLAN(REACHED) == 0.0 && PLAN(PROVEN) == 0.0);
  inno_analysis_destroy(a);
  a = climb(&f, "", 0, INNO_GOAL_SCORE, 55.0, (const double[]){1, 1, 1}, (const double[]){9, 9, -5});
  assert_true(AT(2, REACHED) == 1.0 && AT(2, STATUS) == INNO_OK && AT(2, NEW_VALUE) > 0.0 && PLAN(REACHED) == 1.0);
  inno_analysis_destroy(a);
  family_end(&f);
}

/* Two years in one frame: the latest climbs unless a period is named, against the units of its own year. */
static void panels(void **state) {
  static const double years[] = {2020, 2021}, u[] = {1, 2, 3, 9, 2, 4, 6, 8}, v[] = {5, 5, 6, 7, 4, 4, 5, 7};
  static const char *const codes[] = {"a", "b", "c", "d"};
  static const golden_step minmax[] = {{INNO_STEP_NORMALIZE, ""}, {0, NULL}};
  static const family_node nodes[] = {
      {.code = "index"}, {.code = "u", .parent = "index", .x = u}, {.code = "v", .parent = "index", .x = v}, {0}};
  (void)state;
  family f = family_of(nodes, 4, minmax);
  inno_dataset *d = NULL;
  assert_int_equal(inno_dataset_create_panel(NULL, 4, codes, 2, years, &d, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(d, "u", u, sizeof(double), NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(d, "v", v, sizeof(double), NULL), INNO_OK);
  for (int year = 0; year < 2; year++) {
    inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, year == 0 ? "period=2020" : "");
    inno_analysis *a = NULL;
    inno_what_if *w = NULL;
    double ranks[8];
    assert_int_equal(
        inno_analysis_create_climb(NULL, options, f.method, d, 1, INNO_GOAL_RANK, 2.0, -1, NULL, 0, NULL, 0, &a, NULL),
        INNO_OK);
    assert_int_equal(inno_what_if_create(NULL, NULL, f.method, d, &w, NULL), INNO_OK);
    assert_true(AT(0, VALUE) == u[4 * year + 1] && AT(0, CAP) == 17.0 && AT(0, REACHED) == 1.0);
    for (int step = 0; step < 2; step++) { /* the double before, and the answer */
      double value = step == 0 ? nextafter(AT(0, NEW_VALUE), 0.0) : AT(0, NEW_VALUE);
      assert_int_equal(inno_what_if_set_value(w, 4 * year + 1, 0, value, NULL), INNO_OK);
      assert_int_equal(inno_result_ranks(inno_what_if_result(w), 2, NULL, ranks, sizeof(double), NULL), INNO_OK);
      /* level would not do */
      if (step == 1) assert_true(ranks[4 * year + 1] == 2.0 && AT(0, RANK) == 2.0);
      if (step == 0) assert_true(ranks[4 * year + 1] == 3.0 || ranks[4 * year + 1] == ranks[4 * year + 2]);
    }
    inno_what_if_destroy(w);
    inno_analysis_destroy(a);
    inno_scheme_destroy(options);
  }
  inno_dataset_destroy(d);
  family_end(&f);
}

/* ---- combinations ---- */

/* By points per cost; held steps make it provable. */
static void straight_and_held(void **state) {
  static const double costs[] = {1, 1.01, 10}, caps[] = {8, 6, 2};
  (void)state;
  family f = family_of(tree, 4, plain);
  inno_analysis *a = climb(&f, "overtake=tie", 0, INNO_GOAL_SCORE, 2.5, costs, caps);
  /* 4.5 thirds of a point are wanted: x gives them for the least */
  assert_true(PLAN(PROVEN) == 1.0 && PLAN(REACHED) == 1.0 && near(PLAN(COST), 4.5, 1e-14));
  assert_true(near(MIX(0, VALUE_CHANGE), 4.5, 1e-14) && MIX(1, VALUE_CHANGE) == 0.0 && MIX(2, VALUE_CHANGE) == 0.0);
  assert_true(PLAN(SCORE) >= 2.5 && near(PLAN(SCORE), 2.5, 1e-14) && MIX(0, CAP) == 8.0 && PLAN(TRIES) > 0.0);
  inno_analysis_destroy(a);
  a = climb(&f, "", 0, INNO_GOAL_SCORE, 100.0, costs, caps);
  assert_true(PLAN(PROVEN) == 1.0 && PLAN(REACHED) == 0.0 && MIX(0, NEW_VALUE) == 8.0 && MIX(2, NEW_VALUE) == 2.0);
  inno_analysis_destroy(a);
  family_end(&f);
  static const golden_step gii[] = {{INNO_STEP_TREAT, ""}, {INNO_STEP_NORMALIZE, ""}, {0, NULL}};
  f = family_of(tree, 4, gii);
  a = climb(&f, "", 0, INNO_GOAL_SCORE, 60.0, costs, caps);
  assert_true(PLAN(PROVEN) == 0.0 && PLAN(REACHED) == 1.0);
  double cost = PLAN(COST);
  inno_analysis_destroy(a);
  a = climb(&f, "hold_treatment=1;hold_normalization=1", 0, INNO_GOAL_SCORE, 60.0, costs, caps);
  assert_true(PLAN(PROVEN) == 1.0 && PLAN(REACHED) == 1.0 && near(PLAN(COST), cost, 1e-9));
  inno_analysis_destroy(a);
  family_end(&f);
  /* without a treatment, between the other units' values: nothing moves there either */
  static const golden_step minmax[] = {{INNO_STEP_NORMALIZE, ""}, {0, NULL}};
  f = family_of(tree, 4, minmax);
  a = climb(&f, "", 0, INNO_GOAL_SCORE, 60.0, costs, caps);
  assert_true(PLAN(PROVEN) == 1.0 && near(PLAN(COST), cost, 1e-9));
  inno_analysis_destroy(a);
  a = climb(&f, "", 0, INNO_GOAL_SCORE, 60.0, costs, (const double[]){8.5, 6, 2});
  assert_true(PLAN(PROVEN) == 0.0 && near(PLAN(COST), cost, 1e-9));
  inno_analysis_destroy(a);
  family_end(&f);
}

/* Geometric means of three: no cheaper plan on a grid of 60^3, and what is said is what it costs. */
static void curved_against_a_grid(void **state) {
  enum { GRID = 60 };
  static const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=goalposts;lower=-10;upper=10;points=20"},
                                      {INNO_STEP_AGGREGATE, "rule=geometric"},
                                      {0, NULL}};
  static const double costs[] = {1, 2, 0.7}, caps[] = {9, 9, -8};
  (void)state;
  family f = family_of(tree, 4, steps);
  inno_what_if *w = NULL;
  double least = INFINITY, score[4];
  assert_int_equal(inno_what_if_create(NULL, NULL, f.method, f.data, &w, NULL), INNO_OK);
  inno_result_scores(f.result, 3, score, sizeof(double), NULL);
  double goal = 1.25 * score[0], from[] = {2, 4, 3};
  for (int i = 0; i <= GRID; i++)
    for (int j = 0; j <= GRID; j++)
      for (int k = 0; k <= GRID; k++) {
        double at[] = {from[0] + (caps[0] - from[0]) * i / GRID, from[1] + (caps[1] - from[1]) * j / GRID,
                       from[2] + (caps[2] - from[2]) * k / GRID};
        double cost = 0.0, product = 1.0;
        for (int c = 0; c < 3; c++) cost += costs[c] * fabs(at[c] - from[c]);
        product = (at[0] + 10) * (at[1] + 10) * (10 - at[2]);
        if (cost < least && cbrt(product) >= goal) least = cost;
      }
  inno_analysis *a = climb(&f, "tries=50", 0, INNO_GOAL_SCORE, goal, costs, caps);
  const double hasty = PLAN(COST), few = PLAN(TRIES);
  inno_analysis_destroy(a);
  a = climb(&f, "", 0, INNO_GOAL_SCORE, goal, costs, caps);
  assert_true(few < PLAN(TRIES) && hasty >= PLAN(COST)); /* what is looked for less long is not better */
  print_message("grid %g, found %g in %g tries\n", least, PLAN(COST), PLAN(TRIES));
  assert_true(PLAN(PROVEN) == 0.0 && PLAN(REACHED) == 1.0 && PLAN(COST) <= least);
  for (int j = 0; j < 3; j++) assert_int_equal(inno_what_if_set_value(w, 0, j, MIX(j, NEW_VALUE), NULL), INNO_OK);
  inno_result_scores(inno_what_if_result(w), 3, score, sizeof(double), NULL);
  assert_true(score[0] == PLAN(SCORE) && score[0] >= goal);
  for (int j = 0; j < 3; j++) { /* less of any does not do */
    if (MIX(j, VALUE_CHANGE) == 0.0) continue;
    assert_int_equal(inno_what_if_set_value(w, 0, j, nextafter(MIX(j, NEW_VALUE), from[j]), NULL), INNO_OK);
    inno_result_scores(inno_what_if_result(w), 3, score, sizeof(double), NULL);
    assert_true(score[0] < goal);
    assert_int_equal(inno_what_if_undo(w, 1, NULL), INNO_OK);
  }
  inno_analysis_destroy(a);
  inno_what_if_destroy(w);
  family_end(&f);
}

/* ---- strides ---- */

static void strides(void **state) {
  static const double costs[] = {1, 9, 2, 9, 4}, caps[] = {-1, 5, 20}, dense_costs[] = {1, 2, 4},
                      dense_caps[] = {20, 5, -1};
  const ptrdiff_t step = sizeof(double);
  inno_analysis *a = NULL, *b;
  (void)state;
  family f = family_of(tree, 4, plain);
  b = climb(&f, "", 0, INNO_GOAL_SCORE, 2.0, dense_costs, dense_caps);
  assert_int_equal(inno_analysis_create_climb(NULL, NULL, f.method, f.data, 0, INNO_GOAL_SCORE, 2.0, -1, costs,
                                              2 * step, caps + 2, -step, &a, NULL),
                   INNO_OK);
  for (int j = 0; j < 3; j++) {
    const double cost = cell(b, INNO_RECORD_CLIMB, j, INNO_FIELD_COST);
    assert_true(AT(j, CAP) == dense_caps[j] && AT(j, COST) == cost && cost > 0.0);
  }
  assert_true(PLAN(COST) == cell(b, INNO_RECORD_CLIMB_PLAN, 0, INNO_FIELD_COST));
  inno_analysis_destroy(b);
  inno_analysis_destroy(a);
  assert_int_equal(inno_analysis_create_climb(NULL, NULL, f.method, f.data, 0, INNO_GOAL_SCORE, 2.0, -1, costs, 4, NULL,
                                              0, &a, NULL),
                   INNO_E_ALIGN);
  assert_null(a);
  assert_int_equal(
      inno_analysis_create_climb(NULL, NULL, f.method, f.data, 0, INNO_GOAL_SCORE, 2.0, -1, NULL, 4, caps, 4, &a, NULL),
      INNO_E_ALIGN);
  assert_int_equal(inno_analysis_create_climb(NULL, NULL, f.method, f.data, 0, INNO_GOAL_SCORE, 2.0, -1, costs, 0, NULL,
                                              4, &a, NULL),
                   INNO_OK); /* all cost the same; no caps, no stride */
  assert_true(AT(0, COST) == AT(0, VALUE_CHANGE) && AT(0, VALUE_CHANGE) > 0.0);
  inno_analysis_destroy(a);
  family_end(&f);
}

/* ---- what is refused ---- */

static void refused(const family *f, const char *settings, int64_t unit, int32_t goal, double value, int64_t other,
                    const double *costs, const double *caps, inno_status status, const char *words) {
  inno_error *error = NULL;
  inno_analysis *a = (inno_analysis *)&error;
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, settings);
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  assert_int_equal(inno_analysis_create_climb(NULL, options, f->method, f->data, unit, goal, value, other, costs,
                                              sizeof(double), caps, sizeof(double), &a, error),
                   status);
  assert_null(a);
  assert_non_null(strstr(inno_error_message(error), words));
  inno_scheme_destroy(options);
  inno_error_destroy(error);
}

static void bad_input(void **state) {
  static const double u[] = {NAN, 1, 2, 4}, v[] = {NAN, NAN, 4, 5};
  static const family_node nodes[] = {
      {.code = "index"}, {.code = "u", .parent = "index", .x = u}, {.code = "v", .parent = "index", .x = v}, {0}};
  static const golden_step screening[] = {{INNO_STEP_SCREEN, "min_coverage=0.4"}, {0, NULL}};
  (void)state;
  family f = family_of(tree, 4, plain);
  const int32_t s = INNO_GOAL_SCORE;
  refused(&f, "", -1, s, 1, -1, NULL, NULL, INNO_E_ARGUMENT, "unit = -1");
  refused(&f, "", 4, s, 1, -1, NULL, NULL, INNO_E_ARGUMENT, "unit = 4");
  refused(&f, "", 0, 0, 1, -1, NULL, NULL, INNO_E_ARGUMENT, "goal = 0");
  refused(&f, "", 0, 4, 1, -1, NULL, NULL, INNO_E_ARGUMENT, "goal = 4");
  refused(&f, "", 0, s, NAN, -1, NULL, NULL, INNO_E_ARGUMENT, "value");
  refused(&f, "", 0, s, INFINITY, -1, NULL, NULL, INNO_E_ARGUMENT, "value");
  refused(&f, "", 0, INNO_GOAL_RANK, 0.5, -1, NULL, NULL, INNO_E_ARGUMENT, "value = 0.5");
  refused(&f, "", 0, INNO_GOAL_UNIT, 1, 1, NULL, NULL, INNO_E_ARGUMENT, "value = 1");
  refused(&f, "", 0, INNO_GOAL_UNIT, NAN, -1, NULL, NULL, INNO_E_ARGUMENT, "other = -1");
  refused(&f, "", 0, s, 1, 1, NULL, NULL, INNO_E_ARGUMENT, "other = 1");
  refused(&f, "", 0, INNO_GOAL_RANK, 1, -2, NULL, NULL, INNO_E_ARGUMENT, "other = -2");
  refused(&f, "", 0, INNO_GOAL_UNIT, NAN, 4, NULL, NULL, INNO_E_ARGUMENT, "other = 4");
  refused(&f, "", 2, INNO_GOAL_UNIT, NAN, 2, NULL, NULL, INNO_E_ARGUMENT, "'u2' cannot overtake itself");
  refused(&f, "", 0, s, 1, -1, (const double[]){1, -1, 1}, NULL, INNO_E_ARGUMENT, "cost of 'y' is -1");
  refused(&f, "", 0, s, 1, -1, (const double[]){1, 1, NAN}, NULL, INNO_E_ARGUMENT, "cost of 'z'");
  refused(&f, "", 0, s, 1, -1, (const double[]){INFINITY, 1, 1}, NULL, INNO_E_ARGUMENT, "cost of 'x'");
  refused(&f, "", 0, s, 1, -1, NULL, (const double[]){1, NAN, NAN}, INNO_E_ARGUMENT, "cap of 'x' is 1, and 'u0' has 2");
  refused(&f, "", 0, s, 1, -1, NULL, (const double[]){NAN, NAN, 4}, INNO_E_ARGUMENT, "cap of 'z' is 4");
  refused(&f, "", 0, s, 1, -1, NULL, (const double[]){NAN, INFINITY, NAN}, INNO_E_ARGUMENT, "cap of 'y'");
  refused(&f, "node=nobody", 0, s, 1, -1, NULL, NULL, INNO_E_CODE, "'nobody'");
  refused(&f, "period=2020", 0, s, 1, -1, NULL, NULL, INNO_E_VALUE, "2020");
  family_end(&f);
  f = family_of(nodes, 4, screening);
  refused(&f, "", 0, s, 1, -1, NULL, NULL, INNO_E_NODATA, "'u0' has no score of 'index'");
  refused(&f, "", 1, INNO_GOAL_UNIT, NAN, 0, NULL, NULL, INNO_E_NODATA, "'u0' has no score of 'index'");
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(scores_by_hand),
      cmocka_unit_test(ranks_and_units_by_hand),
      cmocka_unit_test(caps_without_being_told),
      cmocka_unit_test(closer_looks),
      cmocka_unit_test(missing_values),
      cmocka_unit_test(treatment_and_frames),
      cmocka_unit_test(panels),
      cmocka_unit_test(values_that_cannot_be),
      cmocka_unit_test(straight_and_held),
      cmocka_unit_test(curved_against_a_grid),
      cmocka_unit_test(bad_input),
      cmocka_unit_test(strides),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
