/* Cheapest combinations against SciPy's linear programs; all of ASEM: what a province is told is what it gets. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "climb_reference.h"
#include "support/analysis.h"
#include "support/family.h"

enum { CASES = sizeof climb_cases / sizeof climb_cases[0] };

static void check_case(int n) {
  static const char *const codes[] = {"a", "b", "c", "d", "e", "f"};
  static const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=goalposts;lower=0;upper=10"}, {0, NULL}};
  family_node tree[] = {{.code = "index"},
                        {.code = "p", .parent = "index", .weight = climb_cases[n].pillar[0]},
                        {.code = "q", .parent = "index", .weight = climb_cases[n].pillar[1]},
                        {0},
                        {0},
                        {0},
                        {0},
                        {0},
                        {0},
                        {0}};
  for (int j = 0; j < 6; j++)
    tree[3 + j] = (family_node){.code = codes[j],
                                .parent = j % 2 == 0 ? "p" : "q",
                                .x = climb_cases[n].x[j],
                                .weight = climb_cases[n].weight[j],
                                .direction = climb_cases[n].sign[j]};
  family f = family_of(tree, 4, steps);
  inno_analysis *a = NULL;
  double sum = 0.0;
  assert_int_equal(
      inno_analysis_create_climb(NULL, NULL, f.method, f.data, 0, INNO_GOAL_SCORE, climb_cases[n].goal, -1,
                                 climb_cases[n].costs, sizeof(double), climb_cases[n].caps, sizeof(double), &a, NULL),
      INNO_OK);
  double cost = cell(a, INNO_RECORD_CLIMB_PLAN, 0, INNO_FIELD_COST);
  assert_true(cell(a, INNO_RECORD_CLIMB_PLAN, 0, INNO_FIELD_PROVEN) == 1.0);
  assert_true(cell(a, INNO_RECORD_CLIMB_PLAN, 0, INNO_FIELD_REACHED) == (climb_cases[n].cost >= 0.0 ? 1.0 : 0.0));
  if (climb_cases[n].cost >= 0.0) assert_true(near(cost, climb_cases[n].cost, 1e-9));
  for (int j = 0; j < 6; j++) sum += cell(a, INNO_RECORD_CLIMB_MIX, j, INNO_FIELD_COST);
  assert_true(near(sum, cost, 1e-14));
  inno_analysis_destroy(a);
  family_end(&f);
}

static void linear_programs(void **state) {
  (void)state;
  for (int n = 0; n < CASES; n++) check_case(n);
}

/* ---- ASEM ---- */

static const golden_step pipeline[] = {
    {INNO_STEP_DENOMINATE, ""},
    {INNO_STEP_IMPUTE, "rule=group_mean;group=EurAsia_group"},
    {INNO_STEP_TREAT, "rules=winsorize, log_ct;limit=5"},
    {INNO_STEP_NORMALIZE, "rule=minmax"},
    {INNO_STEP_AGGREGATE, "rule=arithmetic"},
    {0, NULL},
};

typedef struct {
  csv table;
  inno_indicator_set *set;
  inno_method *method;
  inno_dataset *data;
} asem;

static double rank_in(const inno_result *r, int64_t unit) {
  double ranks[60];
  assert_true(inno_result_unit_count(r) <= 60);
  assert_int_equal(inno_result_ranks(r, inno_result_node_count(r) - 1, NULL, ranks, sizeof(double), NULL), INNO_OK);
  return ranks[unit];
}

/* The rank with another value in the table, everything computed from the beginning. */
static double rank_with(asem *w, int64_t unit, const char *code, double value) {
  char text[40], **place = &w->table.cells[((int)unit + 1) * w->table.columns + csv_column(&w->table, code)],
                 *kept = *place;
  snprintf(text, sizeof text, "%.17g", value);
  *place = text;
  inno_dataset *d = golden_dataset(&w->table, &w->table);
  inno_result *r = golden_result(w->method, d);
  double rank = rank_in(r, unit);
  inno_result_destroy(r);
  inno_dataset_destroy(d);
  *place = kept;
  return rank;
}

/* How many of n even steps from the present to the new value (not itself) reach the rank. */
static int count_smaller(inno_what_if *f, int64_t unit, int64_t column, double from, double to, int n, double goal) {
  int found = 0;
  for (int k = 0; k < n; k++) {
    double y = from + (to - from) * ((double)k / n);
    if (y == to) continue;
    assert_int_equal(inno_what_if_set_value(f, unit, column, y, NULL), INNO_OK);
    found += rank_in(inno_what_if_result(f), unit) <= goal;
    assert_int_equal(inno_what_if_undo(f, 1, NULL), INNO_OK);
  }
  return found;
}

static void climb_in_asem(asem *w, int64_t unit, int places) {
  inno_analysis *a = NULL;
  inno_what_if *f = NULL;
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, "overtake=tie");
  inno_result *r = golden_result(w->method, w->data);
  int reached = 0, moved = 0, m = (int)inno_result_indicator_count(r);
  double goal = rank_in(r, unit) - places;
  assert_int_equal(inno_what_if_create(NULL, NULL, w->method, w->data, &f, NULL), INNO_OK);
  assert_int_equal(inno_analysis_create_climb(NULL, options, w->method, w->data, unit, INNO_GOAL_RANK, goal, -1, NULL,
                                              0, NULL, 0, &a, NULL),
                   INNO_OK);
  for (int j = 0; j < m; j++) {
    const char *code = inno_result_node_code(r, j);
    double now = cell(a, INNO_RECORD_CLIMB, j, INNO_FIELD_VALUE),
           value = cell(a, INNO_RECORD_CLIMB, j, INNO_FIELD_NEW_VALUE);
    int64_t column = 0;
    while (strcmp(inno_dataset_column_code(w->data, column), code) != 0) column++;
    int here = (int)cell(a, INNO_RECORD_CLIMB, j, INNO_FIELD_REACHED);
    if (isnan(value)) { /* a denominator is missing: no figure helps */
      assert_int_equal(cell(a, INNO_RECORD_CLIMB, j, INNO_FIELD_STATUS), INNO_E_NODATA);
      continue;
    }
    assert_int_equal(cell(a, INNO_RECORD_CLIMB, j, INNO_FIELD_STATUS), INNO_OK);
    double rank = rank_with(w, unit, code, value);
    assert_true(rank == cell(a, INNO_RECORD_CLIMB, j, INNO_FIELD_RANK));
    assert_int_equal(rank <= goal, here);
    if (isnan(now)) continue;
    double end = here ? value : cell(a, INNO_RECORD_CLIMB, j, INNO_FIELD_CAP);
    assert_int_equal(count_smaller(f, unit, column, now, end, j % 7 == 0 ? 2000 : 150, goal), 0);
    if (here) assert_true(rank_with(w, unit, code, nextafter(value, now)) > goal);
    reached += here;
    moved += (int)cell(a, INNO_RECORD_CLIMB, j, INNO_FIELD_FRAME_MOVED);
  }
  print_message("unit %d: rank %g is reached by %d of %d indicators alone, %d move a frame\n", (int)unit, goal, reached,
                m, moved);
  assert_true(reached > 0 && reached < m);
  inno_what_if_destroy(f);
  inno_analysis_destroy(a);
  inno_result_destroy(r);
  inno_scheme_destroy(options);
}

static void all_of_asem(void **state) {
  asem w;
  (void)state;
  w.set = golden_asem_set(1, NULL);
  golden_read(&w.table, "coinr/ASEM_iData.csv");
  w.data = golden_dataset(&w.table, &w.table);
  w.method = golden_method(w.set, pipeline);
  climb_in_asem(&w, 3, 1);
  climb_in_asem(&w, 40, 3);
  inno_method_destroy(w.method);
  inno_dataset_destroy(w.data);
  inno_indicator_set_destroy(w.set);
  csv_free(&w.table);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(linear_programs),
      cmocka_unit_test(all_of_asem),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
