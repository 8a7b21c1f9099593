/* Contributions and changes on COINr's examples: sums for every unit and reference, and two years of its panel. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "numeric/twofold.h"
#include "support/analysis.h"
#include "support/golden.h"

#define STEPS(normalize, aggregate)                                                                 \
  {INNO_STEP_DENOMINATE, ""}, {INNO_STEP_IMPUTE, "rule=group_mean;group=EurAsia_group"},            \
      {INNO_STEP_SCREEN, "min_coverage=0.9"}, {INNO_STEP_TREAT, "rules=winsorize, log_ct;limit=5"}, \
      {INNO_STEP_NORMALIZE, normalize}, {INNO_STEP_AGGREGATE, aggregate}, {                         \
    0, NULL                                                                                         \
  }

static const golden_step arithmetic[] = {STEPS("rule=minmax", "rule=arithmetic")};
/* geometric down to the sub-indices, whose pillars are means */
static const golden_step mixed[] = {STEPS("rule=minmax;lower=1;upper=100",
                                          "rule=arithmetic;Index.rule=geometric;"
                                          "Conn.rule=geometric;Sust.rule=harmonic")};
static const golden_step gaps[] = {
    {INNO_STEP_DENOMINATE, ""}, {INNO_STEP_NORMALIZE, "rule=minmax"}, {INNO_STEP_AGGREGATE, ""}, {0, NULL}};

static inno_dataset *asem(void) {
  csv data;
  golden_read(&data, "coinr/ASEM_iData.csv");
  inno_dataset *dataset = golden_dataset(&data, &data);
  csv_free(&data);
  return dataset;
}

static inno_method *method_of(const golden_step *steps) {
  inno_indicator_set *set = golden_asem_set(1, NULL);
  inno_method *method = golden_method(set, steps);
  inno_indicator_set_destroy(set);
  return method;
}

static double *column(const inno_analysis *a, int32_t kind, int32_t field) {
  double *out = malloc((size_t)inno_analysis_record_count(a, kind) * sizeof *out);
  assert_non_null(out);
  assert_int_equal(inno_analysis_column(a, kind, field, out, sizeof(double), NULL), INNO_OK);
  return out;
}

/* The children of every aggregate sum to its part, and the node's is the difference of two results' scores. */
static int64_t check_sums(const inno_analysis *a, const inno_result *r, int32_t split) {
  int64_t nodes = inno_result_node_count(r), records = inno_analysis_record_count(a, INNO_RECORD_CONTRIBUTION_UNIT),
          good = 0;
  double *points = column(a, INNO_RECORD_CONTRIBUTION, INNO_FIELD_CONTRIBUTION);
  double *status = column(a, INNO_RECORD_CONTRIBUTION_UNIT, INNO_FIELD_STATUS);
  double *difference = column(a, INNO_RECORD_CONTRIBUTION_UNIT, INNO_FIELD_DIFFERENCE);
  double *rounding = column(a, INNO_RECORD_CONTRIBUTION_UNIT, INNO_FIELD_ROUNDING_LEFT);
  double *how = column(a, INNO_RECORD_CONTRIBUTION_UNIT, INNO_FIELD_SPLIT);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CONTRIBUTION), nodes * records);
  for (int64_t i = 0; i < records; i++) {
    const double *part = points + i * nodes;
    if (status[i] != INNO_OK) continue;
    good++;
    assert_true(part[nodes - 1] == difference[i]);
    assert_true(fabs(rounding[i]) <= 1e-13);
    assert_true(how[i] == split || difference[i] == 0.0);
    for (int64_t n = inno_result_indicator_count(r); n < nodes; n++) {
      inno__twofold sum = {0.0, 0.0};
      for (int64_t c = 0; c < n; c++)
        if (inno_result_node_parent(r, c) == n) sum = inno__twofold_plus(sum, inno__twofold_of(part[c]));
      assert_true(sum.hi == part[n] && sum.lo == 0.0);
    }
  }
  free(points), free(status), free(difference), free(rounding), free(how);
  return good;
}

static void sums(const golden_step *steps, int32_t split, int64_t expected) {
  inno_dataset *data = asem();
  inno_method *method = method_of(steps);
  inno_result *r = golden_result(method, data);
  inno_analysis *a;
  clock_t begin = clock();
  assert_int_equal(
      inno_analysis_create_contributions(NULL, NULL, method, r, -1, inno_result_find_unit(r, "SGP"), &a, NULL),
      INNO_OK);
  double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
  int64_t good = check_sums(a, r, split);
  print_message("%d splits of %d units, %.3f s\n", (int)good, (int)inno_result_unit_count(r), seconds);
  assert_int_equal(good, expected);
  inno_analysis_destroy(a);
  inno_result_destroy(r);
  inno_method_destroy(method);
  inno_dataset_destroy(data);
}

/* 51 units and 6 references: nobody is above the best or below the last. */
static void means(void **state) {
  (void)state;
  sums(arithmetic, INNO_SPLIT_STRAIGHT, 51 * 6 - 2);
}
static void not_straight(void **state) {
  (void)state;
  sums(mixed, INNO_SPLIT_COALITIONS, 51 * 6 - 2 - 51); /* no baseline of 0 */
}
static void with_gaps(void **state) {
  (void)state;
  sums(gaps, INNO_SPLIT_STRAIGHT, 51 * 6 - 2);
}

/* Effective weight times value, by another way through the arithmetic. */
static void points_of_scores(void **state) {
  (void)state;
  inno_dataset *data = asem();
  inno_method *method = method_of(arithmetic);
  inno_result *r = golden_result(method, data);
  inno_analysis *a;
  int64_t nodes = inno_result_node_count(r), m = inno_result_indicator_count(r);
  double score[64], effective;
  assert_int_equal(inno_analysis_create_contributions(NULL, NULL, method, r, -1, -1, &a, NULL), INNO_OK);
  double *points = column(a, INNO_RECORD_CONTRIBUTION, INNO_FIELD_CONTRIBUTION);
  for (int64_t j = 0; j < m; j++) {
    assert_int_equal(inno_result_scores(r, j, score, 8, NULL), INNO_OK);
    assert_int_equal(inno_result_record(r, INNO_RECORD_WEIGHT, j, INNO_FIELD_EFFECTIVE, &effective, NULL), INNO_OK);
    for (int64_t i = 0; i < 51; i++)
      assert_true(fabs(points[i * 5 * nodes + j] - effective * score[i]) <= 1e-14 * 100.0);
  }
  free(points);
  inno_analysis_destroy(a);
  inno_result_destroy(r);
  inno_method_destroy(method);
  inno_dataset_destroy(data);
}

/* ---- two years ---- */

/* One year of the panel as a dataset. */
static inno_dataset *year_of(const csv *t, double year) {
  const char *codes[64];
  double x[64];
  int code = csv_column(t, "uCode"), time = csv_column(t, "Time"), units = 0;
  inno_dataset *d;
  for (int r = 0; r < t->rows; r++)
    if (csv_number(t, r, time) == year) codes[units++] = csv_text(t, r, code);
  assert_true(units > 40 && units <= 64);
  assert_int_equal(inno_dataset_create(NULL, units, codes, &d, NULL), INNO_OK);
  for (int c = 0; c < t->columns; c++) {
    int at = 0, known = 0;
    if (c <= time) continue; /* names and groups */
    for (int r = 0; r < t->rows; r++)
      if (csv_number(t, r, time) == year) known += !isnan(x[at++] = csv_number(t, r, c));
    /* the panel has the same denominators in every year: these are made to move */
    for (int i = 0; i < at && year == 2022 && strcmp(csv_text(t, -1, c), "GDP") == 0; i++) x[i] *= 1.02 + 0.001 * i;
    if (known > 0) assert_int_equal(inno_dataset_add_column(d, csv_text(t, -1, c), x, 8, NULL), INNO_OK);
  }
  return d;
}

/* What is missing is filled by means, so every cause is there but the method, and then it is too. */
static void years(void **state) {
  static const golden_step now[] = {{INNO_STEP_DENOMINATE, ""},
                                    {INNO_STEP_IMPUTE, "rule=mean"},
                                    {INNO_STEP_TREAT, "rules=winsorize, log_gii;limit=5"},
                                    {INNO_STEP_NORMALIZE, "rule=minmax"},
                                    {INNO_STEP_AGGREGATE, "rule=arithmetic"},
                                    {0, NULL}};
  static const golden_step then[] = {{INNO_STEP_DENOMINATE, ""},
                                     {INNO_STEP_NORMALIZE, "rule=minmax"},
                                     {INNO_STEP_AGGREGATE, "rule=arithmetic"},
                                     {0, NULL}};
  csv raw;
  (void)state;
  golden_read(&raw, "coinr/14_panel/impute_panel_input.csv");
  inno_dataset *before = year_of(&raw, 2020), *after = year_of(&raw, 2022);
  inno_method *old = method_of(then), *new = method_of(now);
  for (int pass = 0; pass < 2; pass++) {
    inno_analysis *a;
    inno_error *error;
    double *points, *difference, *status, *rounding;
    assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
    clock_t begin = clock();
    inno_status s = inno_analysis_create_change(NULL, NULL, pass ? old : new, before, new, after, NULL, &a, error);
    if (s != INNO_OK) fail_msg("%s", inno_error_message(error));
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC, sizes[5] = {0};
    int64_t units = inno_analysis_record_count(a, INNO_RECORD_CHANGE);
    int64_t each = inno_analysis_record_count(a, INNO_RECORD_CHANGE_INDICATOR) / (5 * units);
    points = column(a, INNO_RECORD_CHANGE_INDICATOR, INNO_FIELD_CONTRIBUTION);
    difference = column(a, INNO_RECORD_CHANGE, INNO_FIELD_DIFFERENCE);
    status = column(a, INNO_RECORD_CHANGE, INNO_FIELD_STATUS);
    rounding = column(a, INNO_RECORD_CHANGE, INNO_FIELD_ROUNDING_LEFT);
    for (int64_t u = 0; u < units; u++) {
      inno__twofold all = {0.0, 0.0};
      assert_true(status[u] == INNO_OK);
      for (int32_t c = 0; c < 5; c++) {
        inno__twofold sum = {0.0, 0.0};
        for (int64_t j = 0; j < each; j++)
          sum = inno__twofold_plus(sum, inno__twofold_of(points[(u * 5 + c) * each + j]));
        assert_true(sum.hi == cell(a, INNO_RECORD_CHANGE_CAUSE, u * 5 + c, INNO_FIELD_CONTRIBUTION) && sum.lo == 0.0);
        all = inno__twofold_plus(all, sum);
        sizes[c] += fabs(sum.hi) / (double)units;
      }
      assert_true(all.hi == difference[u] && all.lo == 0.0);
      assert_true(fabs(rounding[u]) <= 1e-12);
    }
    print_message(
        "%d units, mean size of figures %.3f, denominators %.3f, others %.3f, method %.3f, missing %.3f; %.3f s\n",
        (int)units, sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], seconds);
    for (int c = 0; c < 5; c++) assert_true(c == 3 && pass == 0 ? sizes[c] == 0.0 : sizes[c] > 0.0);
    free(points), free(difference), free(status), free(rounding);
    inno_analysis_destroy(a);
    inno_error_destroy(error);
  }
  inno_dataset_destroy(before), inno_dataset_destroy(after);
  inno_method_destroy(old), inno_method_destroy(new);
  csv_free(&raw);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(means),     cmocka_unit_test(not_straight),
      cmocka_unit_test(with_gaps), cmocka_unit_test(points_of_scores),
      cmocka_unit_test(years),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
