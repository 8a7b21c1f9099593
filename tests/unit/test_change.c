/* Change over time: planted causes, the definition itself on a small index, regrouping, refusals. */
#include <math.h>
#include <string.h>

#include "numeric/twofold.h"
#include "support/analysis.h"
#include "support/golden.h"

enum { UNITS = 5, COLUMNS = 4, CAUSES = 5, INDICATORS = 3 };
static const char *const names[UNITS] = {"u0", "u1", "u2", "u3", "u4"};
static const char *const columns[COLUMNS] = {"x", "y", "z", "people"};

/* One year: x and y per head of people, z as it is. */
typedef struct {
  double v[COLUMNS][UNITS];
} year;
static const year old_year = {{{40, 90, 30, 70, 55}, {8, 3, 9, 5, 6}, {120, 140, 180, 110, 150}, {10, 20, 15, 12, 18}}};

static inno_dataset *data_of(const year *y) {
  inno_dataset *d;
  assert_int_equal(inno_dataset_create(NULL, UNITS, names, &d, NULL), INNO_OK);
  for (int c = 0; c < COLUMNS; c++)
    assert_int_equal(inno_dataset_add_column(d, columns[c], y->v[c], sizeof(double), NULL), INNO_OK);
  return d;
}

static inno_indicator_set *set_of(double weight) {
  inno_indicator_set *s;
  assert_int_equal(inno_indicator_set_create(NULL, &s, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(s, "index", NULL, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(s, "p", "index", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_weight(s, "p", weight, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(s, "x", "p", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_denominator(s, "x", "people", 1.0, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(s, "y", "p", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(s, "z", "index", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(s, NULL), INNO_OK);
  return s;
}

static inno_method *method_of(double weight, const char *normalization, const char *aggregation) {
  inno_indicator_set *s = set_of(weight);
  inno_method *m = golden_method(s, (golden_step[]){{INNO_STEP_DENOMINATE, "rule=divide"},
                                                    {INNO_STEP_NORMALIZE, normalization},
                                                    {INNO_STEP_AGGREGATE, aggregation},
                                                    {0, NULL}});
  inno_indicator_set_destroy(s);
  return m;
}

static inno_analysis *change(const inno_scheme *options, const inno_method *m0, const year *y0, const inno_method *m1,
                             const year *y1) {
  inno_dataset *d0 = data_of(y0), *d1 = data_of(y1);
  inno_analysis *out;
  inno_error *error;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  inno_status s = inno_analysis_create_change(NULL, options, m0, d0, m1, d1, NULL, &out, error);
  if (s != INNO_OK) fail_msg("%s", inno_error_message(error));
  inno_error_destroy(error);
  inno_dataset_destroy(d0);
  inno_dataset_destroy(d1);
  return out;
}

static double cause(const inno_analysis *a, int64_t unit, int32_t which) {
  for (int64_t i = 0; i < inno_analysis_record_count(a, INNO_RECORD_CHANGE_CAUSE); i++)
    if (cell(a, INNO_RECORD_CHANGE_CAUSE, i, INNO_FIELD_UNIT) == (double)unit &&
        cell(a, INNO_RECORD_CHANGE_CAUSE, i, INNO_FIELD_CAUSE) == which)
      return cell(a, INNO_RECORD_CHANGE_CAUSE, i, INNO_FIELD_CONTRIBUTION);
  fail_msg("no cause %d of unit %d", which, (int)unit);
  return NAN;
}

static double part(const inno_analysis *a, int64_t unit, int32_t which, double node) {
  for (int64_t i = 0; i < inno_analysis_record_count(a, INNO_RECORD_CHANGE_INDICATOR); i++)
    if (cell(a, INNO_RECORD_CHANGE_INDICATOR, i, INNO_FIELD_UNIT) == (double)unit &&
        cell(a, INNO_RECORD_CHANGE_INDICATOR, i, INNO_FIELD_CAUSE) == which &&
        cell(a, INNO_RECORD_CHANGE_INDICATOR, i, INNO_FIELD_NODE) == node)
      return cell(a, INNO_RECORD_CHANGE_INDICATOR, i, INNO_FIELD_CONTRIBUTION);
  fail_msg("no part");
  return NAN;
}

static double field(const inno_analysis *a, int64_t record, int32_t which) {
  return cell(a, INNO_RECORD_CHANGE, record, which);
}

/* Exact sums: indicators to causes, causes to the difference; or to the multiple of the quantum next to it, where a
 * part is larger than a score. */
static void check_sums(const inno_analysis *a) {
  int64_t n = inno_analysis_record_count(a, INNO_RECORD_CHANGE), causes, per_cause;
  causes = inno_analysis_record_count(a, INNO_RECORD_CHANGE_CAUSE) / n;
  per_cause = inno_analysis_record_count(a, INNO_RECORD_CHANGE_INDICATOR) / n / causes;
  for (int64_t i = 0; i < n; i++) {
    inno__twofold all = {0.0, 0.0};
    double largest = 0.0, before = field(a, i, INNO_FIELD_SCORE_BEFORE), size = fabs(field(a, i, INNO_FIELD_SCORE));
    if (before == before) size = fmin(size, fabs(before));
    if (field(a, i, INNO_FIELD_STATUS) != INNO_OK) continue;
    for (int64_t c = i * causes; c < (i + 1) * causes; c++) {
      inno__twofold sum = {0.0, 0.0};
      double points = cell(a, INNO_RECORD_CHANGE_CAUSE, c, INNO_FIELD_CONTRIBUTION);
      if (points != points) continue; /* a new unit has no regrouping */
      all = inno__twofold_plus(all, inno__twofold_of(points));
      largest = fmax(largest, fabs(points));
      if (field(a, i, INNO_FIELD_INDICATOR_STATUS) != INNO_OK) continue;
      for (int64_t k = c * per_cause; k < (c + 1) * per_cause; k++) {
        double v = cell(a, INNO_RECORD_CHANGE_INDICATOR, k, INNO_FIELD_CONTRIBUTION);
        sum = inno__twofold_plus(sum, inno__twofold_of(v));
        largest = fmax(largest, fabs(v));
      }
      assert_true(sum.hi == points && sum.lo == 0.0);
    }
    double rest = (all.hi - field(a, i, INNO_FIELD_DIFFERENCE)) + all.lo;
    assert_true(fabs(rest) <= (largest < size ? 0.0 : largest * 0x1p-53));
    assert_true(fabs(field(a, i, INNO_FIELD_ROUNDING_LEFT)) <= 1e-12);
  }
}

/* Every cause but these is exactly 0 for every unit. */
static void only(const inno_analysis *a, int64_t unit, int bits) {
  for (int32_t c = 1; c <= CAUSES; c++)
    if (!(bits >> c & 1))
      assert_true(cause(a, unit, c) == 0.0);
    else
      assert_true(cause(a, unit, c) != 0.0);
}

static void nothing_changed(void **state) {
  (void)state;
  inno_method *m = method_of(2.0, "rule=minmax", "rule=arithmetic"),
              *n = method_of(2.0, "rule=minmax", "rule=arithmetic");
  inno_analysis *a = change(NULL, m, &old_year, n, &old_year);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CHANGE), UNITS);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CHANGE_CAUSE), UNITS * CAUSES);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CHANGE_INDICATOR), UNITS * CAUSES * (INDICATORS + 1));
  for (int u = 0; u < UNITS; u++) {
    only(a, u, 0);
    assert_true(field(a, u, INNO_FIELD_SHIFT) == 0.0);
    assert_true(field(a, u, INNO_FIELD_SCORE_REGROUPED) == field(a, u, INNO_FIELD_SCORE_BEFORE));
  }
  inno_analysis_destroy(a);
  inno_method_destroy(m);
  inno_method_destroy(n);
}

/* Fixed goalposts: what one unit does moves nobody else. */
static void own_data(void **state) {
  static const char goalposts[] = "rule=goalposts;lower=0;upper=200";
  (void)state;
  inno_method *m = method_of(2.0, goalposts, "rule=arithmetic");
  year now = old_year;
  now.v[0][2] = 60.0;
  inno_analysis *a = change(NULL, m, &old_year, m, &now);
  for (int u = 0; u < UNITS; u++) only(a, u, u == 2 ? 1 << INNO_CAUSE_FIGURES : 0);
  assert_true(part(a, 2, INNO_CAUSE_FIGURES, 0.0) == field(a, 2, INNO_FIELD_DIFFERENCE));
  assert_true(part(a, 2, INNO_CAUSE_FIGURES, 1.0) == 0.0);
  assert_true(near(field(a, 2, INNO_FIELD_DIFFERENCE), (4.0 - 2.0) / 200 * 100 / 3, 1e-13));
  check_sums(a);
  inno_analysis_destroy(a);
  /* the population alone: 30 of 15 to 30 of 20 */
  now = old_year;
  now.v[3][2] = 20.0;
  a = change(NULL, m, &old_year, m, &now);
  for (int u = 0; u < UNITS; u++) only(a, u, u == 2 ? 1 << INNO_CAUSE_DENOMINATORS : 0);
  check_sums(a);
  inno_analysis_destroy(a);
  /* both: a x from 30 to 60, people from 15 to 20: 2 to 3 by hand */
  now.v[0][2] = 60.0;
  a = change(NULL, m, &old_year, m, &now);
  only(a, 2, 1 << INNO_CAUSE_DENOMINATORS | 1 << INNO_CAUSE_FIGURES);
  assert_true(near(cause(a, 2, INNO_CAUSE_FIGURES), ((4.0 - 2.0) + (3.0 - 1.5)) / 2 / 6, 1e-13));
  assert_true(near(cause(a, 2, INNO_CAUSE_DENOMINATORS), ((1.5 - 2.0) + (3.0 - 4.0)) / 2 / 6, 1e-13));
  check_sums(a);
  inno_analysis_destroy(a);
  inno_method_destroy(m);
}

/* u1 has the largest z: when it grows, the others fall behind; nobody's own data changed. */
static void others(void **state) {
  (void)state;
  inno_method *m = method_of(2.0, "rule=minmax", "rule=arithmetic");
  year now = old_year;
  now.v[2][2] = 250.0;
  inno_analysis *a = change(NULL, m, &old_year, m, &now);
  for (int u = 0; u < UNITS; u++) {
    int moves = u != 3 && u != 2; /* u3 has the lowest z: 0 in any frame */
    only(a, u, moves ? 1 << INNO_CAUSE_OTHERS : 0);
    if (moves) assert_true(part(a, u, INNO_CAUSE_OTHERS, 2.0) == field(a, u, INNO_FIELD_DIFFERENCE));
  }
  assert_true(field(a, 2, INNO_FIELD_DIFFERENCE) == 0.0); /* the best in z before and after */
  check_sums(a);
  inno_analysis_destroy(a);
  inno_method_destroy(m);
}

static void method(void **state) {
  (void)state;
  inno_method *m = method_of(2.0, "rule=minmax", "rule=arithmetic"),
              *n = method_of(1.0, "rule=minmax", "rule=arithmetic"),
              *g = method_of(1.0, "rule=zscore", "rule=arithmetic");
  inno_analysis *a = change(NULL, m, &old_year, n, &old_year);
  for (int u = 0; u < UNITS; u++) {
    if (field(a, u, INNO_FIELD_DIFFERENCE) != 0.0) only(a, u, 1 << INNO_CAUSE_METHOD);
    assert_true(part(a, u, INNO_CAUSE_METHOD, -1.0) == field(a, u, INNO_FIELD_DIFFERENCE));
    assert_true(part(a, u, INNO_CAUSE_METHOD, 0.0) == 0.0);
  }
  check_sums(a);
  inno_analysis_destroy(a);
  a = change(NULL, n, &old_year, g, &old_year); /* another normalization: by indicator */
  for (int u = 0; u < UNITS; u++) {
    only(a, u, 1 << INNO_CAUSE_METHOD);
    assert_true(part(a, u, INNO_CAUSE_METHOD, -1.0) == 0.0);
    assert_true(part(a, u, INNO_CAUSE_METHOD, 0.0) != 0.0);
  }
  check_sums(a);
  inno_analysis_destroy(a);
  inno_method_destroy(m);
  inno_method_destroy(n);
  inno_method_destroy(g);
}

static void missing(void **state) {
  (void)state;
  inno_method *m = method_of(2.0, "rule=minmax", "rule=arithmetic");
  year now = old_year;
  now.v[1][4] = NAN;
  inno_analysis *a = change(NULL, m, &old_year, m, &now);
  for (int u = 0; u < UNITS; u++) only(a, u, u == 4 ? 1 << INNO_CAUSE_MISSING : 0);
  /* x takes the weight of y: x in 0..1 of p, which has two thirds */
  assert_true(part(a, 4, INNO_CAUSE_MISSING, 1.0) != 0.0);
  check_sums(a);
  inno_analysis_destroy(a);
  a = change(NULL, m, &now, m, &old_year);
  only(a, 4, 1 << INNO_CAUSE_MISSING);
  check_sums(a);
  inno_analysis_destroy(a);
  inno_method_destroy(m);
}

/* ---- by definition ---- */

static year new_year(void) {
  year now = {{{44, 80, 36, 75, 55}, {8, 4, 7, 5, 7}, {125, 150, 170, 118, 144}, {11, 21, 15, 14, 17}}};
  now.v[1][1] = NAN;
  now.v[2][3] = NAN;
  return now;
}

/* The score of a unit in a state: bits own figures, own denominators, others, method, missing. */
static double worth(const inno_method *const *m, const year *y0, const year *y1, int unit, int state) {
  year h;
  double score[UNITS];
  for (int c = 0; c < COLUMNS; c++)
    for (int u = 0; u < UNITS; u++) {
      double b = y0->v[c][u], a = y1->v[c][u];
      int from = u != unit ? state >> 2 & 1 : c == 3 ? state >> 1 & 1 : state & 1;
      if (isnan(a) || isnan(b)) from = state >> 4 & 1;
      h.v[c][u] = from ? a : b;
    }
  inno_dataset *d = data_of(&h);
  inno_result *r = golden_result(m[state >> 3 & 1], d);
  assert_int_equal(inno_result_scores(r, inno_result_node_count(r) - 1, score, 8, NULL), INNO_OK);
  inno_result_destroy(r);
  inno_dataset_destroy(d);
  return score[unit];
}

/* Orders of own (0), others (1), method (2), missing (3), with own's two ways. */
static void by_orders(const double *v, double *sum) {
  static const int bit[] = {0, 4, 8, 16};
  int count = 0;
  for (int c = 0; c < CAUSES; c++) sum[c] = 0.0;
  for (int p = 0; p < 256; p++) {
    int order[4] = {p & 3, p >> 2 & 3, p >> 4 & 3, p >> 6 & 3}, seen = 0;
    for (int i = 0; i < 4; i++) seen |= 1 << order[i];
    if (seen != 15) continue;
    for (int first = 1; first <= 2; first++, count++) {
      int at = 0;
      for (int i = 0; i < 4; i++) {
        if (order[i] > 0) {
          sum[order[i] + 1] += v[at | bit[order[i]]] - v[at];
          at |= bit[order[i]];
        } else {
          sum[first - 1] += v[at | first] - v[at];
          sum[2 - first] += v[at | 3] - v[at | first];
          at |= 3;
        }
      }
    }
  }
  assert_int_equal(count, 48);
  for (int c = 0; c < CAUSES; c++) sum[c] /= count;
}

static void definition(void **state) {
  (void)state;
  const year now = new_year();
  static const char *const pairs[][4] = {
      {"rule=minmax", "rule=arithmetic", "rule=minmax", "rule=arithmetic"},
      {"rule=minmax", "rule=arithmetic", "rule=zscore", "rule=arithmetic"},
      {"rule=minmax;lower=1;upper=100", "rule=geometric", "rule=minmax;lower=10;upper=110", "rule=arithmetic"},
      {"rule=rank", "rule=geometric;p.rule=arithmetic", "rule=minmax;lower=1", "rule=harmonic"},
      {"rule=minmax", "rule=copeland", "rule=minmax", "rule=arithmetic"}};
  for (int k = 0; k < 5; k++) {
    const inno_method *const m[] = {method_of(2.0, pairs[k][0], pairs[k][1]),
                                    method_of(k % 2 + 1.0, pairs[k][2], pairs[k][3])};
    inno_analysis *a = change(NULL, m[0], &old_year, m[1], &now), *back = change(NULL, m[1], &now, m[0], &old_year);
    check_sums(a);
    check_sums(back);
    for (int u = 0; u < UNITS; u++) {
      double v[32], sum[CAUSES];
      for (int s = 0; s < 32; s++) v[s] = worth(m, &old_year, &now, u, s);
      by_orders(v, sum);
      assert_true(field(a, u, INNO_FIELD_STATUS) == INNO_OK);
      assert_true(field(a, u, INNO_FIELD_INDICATOR_STATUS) == (k == 4 ? INNO_E_RULE : INNO_OK));
      assert_true(field(a, u, INNO_FIELD_SCORE_BEFORE) == v[0] && field(a, u, INNO_FIELD_SCORE) == v[31]);
      for (int32_t c = 1; c <= CAUSES; c++) {
        assert_true(near(cause(a, u, c), sum[c - 1], 1e-13 * 100));
        assert_true(near(cause(back, u, c), -sum[c - 1], 1e-13 * 100));
        for (int j = -1; j < INDICATORS && k < 4; j++) assert_true(near(part(a, u, c, j), -part(back, u, c, j), 1e-12));
        if (k == 4) assert_true(isnan(part(a, u, c, 0.0)));
      }
    }
    inno_analysis_destroy(a);
    inno_analysis_destroy(back);
    inno_method_destroy((inno_method *)(uintptr_t)m[0]);
    inno_method_destroy((inno_method *)(uintptr_t)m[1]);
  }
}

/* Indicators in another order and other aggregates: the same codes are the same indicators. */
static void other_tree(void **state) {
  (void)state;
  static const char *const order[] = {"z", "y", "x"};
  const year now = new_year();
  inno_method *same = method_of(3.0, "rule=minmax", "rule=arithmetic");
  for (int grouped = 0; grouped < 2; grouped++) {
    inno_indicator_set *set;
    assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
    assert_int_equal(inno_indicator_set_add(set, "index", NULL, NULL), INNO_OK);
    if (grouped) {
      assert_int_equal(inno_indicator_set_add(set, "p", "index", NULL), INNO_OK);
      assert_int_equal(inno_indicator_set_weight(set, "p", 3.0, NULL), INNO_OK);
    }
    for (int j = 0; j < INDICATORS; j++)
      assert_int_equal(inno_indicator_set_add(set, order[j], grouped && j > 0 ? "p" : "index", NULL), INNO_OK);
    assert_int_equal(inno_indicator_set_denominator(set, "x", "people", 1.0, NULL), INNO_OK);
    assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
    inno_method *m = golden_method(set, (golden_step[]){{INNO_STEP_DENOMINATE, "rule=divide"},
                                                        {INNO_STEP_NORMALIZE, "rule=minmax"},
                                                        {INNO_STEP_AGGREGATE, "rule=arithmetic"},
                                                        {0, NULL}});
    const inno_method *const both[] = {same, m};
    inno_analysis *a = change(NULL, same, &old_year, m, &now), *b = change(NULL, same, &old_year, same, &now);
    check_sums(a);
    for (int u = 0; u < UNITS; u++) {
      double v[32], sum[CAUSES];
      for (int k = 0; k < 32; k++) v[k] = worth(both, &old_year, &now, u, k);
      by_orders(v, sum);
      for (int32_t c = 1; c <= CAUSES; c++) {
        assert_true(near(cause(a, u, c), sum[c - 1], 1e-13 * 100));
        if (!grouped) continue; /* the same index in another order: the same parts */
        for (int j = 0; j < INDICATORS; j++) {
          assert_string_equal(inno_analysis_node_code(a, j), order[j]);
          assert_true(near(part(a, u, c, j), part(b, u, c, INDICATORS - 1 - j), 1e-12));
        }
        assert_true(near(part(a, u, c, -1.0), 0.0, 1e-12));
      }
      if (!grouped) assert_true(part(a, u, INNO_CAUSE_METHOD, -1.0) != 0.0);
      if (!grouped) assert_true(part(a, u, INNO_CAUSE_FIGURES, -1.0) == 0.0);
    }
    inno_analysis_destroy(a);
    inno_analysis_destroy(b);
    inno_method_destroy(m);
    inno_indicator_set_destroy(set);
  }
  inno_method_destroy(same);
}

/* Weights that the data make: who moves the data moves the weights, and that is said apart. */
static void computed_weights(void **state) {
  (void)state;
  const year now = new_year();
  inno_indicator_set *set = set_of(2.0);
  inno_method *m = golden_method(set, (golden_step[]){{INNO_STEP_DENOMINATE, "rule=divide"},
                                                      {INNO_STEP_NORMALIZE, "rule=minmax"},
                                                      {INNO_STEP_WEIGH, "rule=deviation"},
                                                      {INNO_STEP_AGGREGATE, "rule=arithmetic"},
                                                      {0, NULL}});
  const inno_method *const both[] = {m, m};
  inno_analysis *a = change(NULL, m, &old_year, m, &now);
  check_sums(a);
  for (int u = 0; u < UNITS; u++) {
    double v[32], sum[CAUSES];
    for (int k = 0; k < 32; k++) v[k] = worth(both, &old_year, &now, u, k);
    by_orders(v, sum);
    for (int32_t c = 1; c <= CAUSES; c++) assert_true(near(cause(a, u, c), sum[c - 1], 1e-13 * 100));
    assert_true(cause(a, u, INNO_CAUSE_METHOD) == 0.0);
    assert_true(part(a, u, INNO_CAUSE_OTHERS, -1.0) != 0.0);
  }
  inno_analysis_destroy(a);
  inno_method_destroy(m);
  inno_indicator_set_destroy(set);
}

/* A change that is no double: said, not written as infinite. */
static void beyond_doubles(void **state) {
  year low = old_year, high = old_year;
  (void)state;
  low.v[2][0] = -1.7e308;
  high.v[2][0] = 1.7e308;
  inno_method *m = method_of(1e-9, "rule=none", "rule=arithmetic");
  inno_analysis *a = change(NULL, m, &low, m, &high);
  assert_true(field(a, 0, INNO_FIELD_STATUS) == INNO_E_OVERFLOW && isnan(field(a, 0, INNO_FIELD_DIFFERENCE)));
  assert_true(field(a, 0, INNO_FIELD_SPLIT) == 0.0 && isnan(field(a, 0, INNO_FIELD_ROUNDING_LEFT)));
  assert_true(isnan(cause(a, 0, INNO_CAUSE_FIGURES)));
  assert_true(field(a, 1, INNO_FIELD_STATUS) == INNO_OK && field(a, 1, INNO_FIELD_DIFFERENCE) == 0.0);
  inno_analysis_destroy(a);
  inno_method_destroy(m);
}

/* A combination that the method refuses is said for the unit, and the others go on. */
static void combination_refused(void **state) {
  (void)state;
  year now = old_year;
  inno_method *m = method_of(1.0, "rule=none", "rule=arithmetic"), *g = method_of(1.0, "rule=none", "rule=geometric");
  now.v[1][0] = 4.0;
  year before = old_year;
  before.v[1][0] = -4.0; /* of the old data the new method has no score */
  inno_analysis *a = change(NULL, m, &before, g, &now);
  assert_true(field(a, 0, INNO_FIELD_STATUS) == INNO_E_NONPOSITIVE);
  assert_true(isnan(cause(a, 0, INNO_CAUSE_FIGURES)));
  assert_true(field(a, 0, INNO_FIELD_DIFFERENCE) ==
              field(a, 0, INNO_FIELD_SCORE) - field(a, 0, INNO_FIELD_SCORE_BEFORE));
  inno_analysis_destroy(a);
  inno_method_destroy(m);
  inno_method_destroy(g);
}

/* What the pipeline refuses: the sentence says of which scores it speaks, and names node and unit. */
static void say_which_scores(const inno_method *m0, const year *y0, const inno_method *m1, const year *y1,
                             const year *regrouped, const char *en, const char *vi) {
  inno_dataset *d0 = data_of(y0), *d1 = data_of(y1), *r = regrouped != NULL ? data_of(regrouped) : NULL;
  for (int32_t language = INNO_LANGUAGE_EN; language <= INNO_LANGUAGE_VI; language++) {
    const char *wanted = language == INNO_LANGUAGE_VI ? vi : en;
    inno_analysis *a;
    inno_error *error;
    assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
    inno_error_set_language(error, language);
    assert_int_equal(inno_analysis_create_change(NULL, NULL, m0, d0, m1, d1, r, &a, error), INNO_E_NONPOSITIVE);
    assert_null(a);
    if (strncmp(inno_error_message(error), wanted, strlen(wanted)) != 0) fail_msg("%s", inno_error_message(error));
    assert_non_null(strstr(inno_error_message(error) + strlen(wanted), "'u1'"));
    assert_int_equal(inno_error_status(error), INNO_E_NONPOSITIVE);
    assert_string_equal(inno_error_node(error), "p");
    assert_string_equal(inno_error_unit(error), "u1");
    inno_error_destroy(error);
  }
  inno_dataset_destroy(d0);
  inno_dataset_destroy(d1);
  inno_dataset_destroy(r);
}

static void run_refused(void **state) {
  static const char *const before[] = {"the scores before: ", "điểm kỳ trước: "};
  static const char *const grouped[] = {"the scores before, regrouped: ", "điểm kỳ trước, đã ghép: "};
  static const char *const after[] = {"the scores after: ", "điểm kỳ sau: "};
  year bad = old_year;
  (void)state;
  bad.v[1][1] = -4.0; /* y of u1 */
  inno_method *g = method_of(1.0, "rule=none", "rule=geometric"), *h = method_of(2.0, "rule=none", "rule=geometric");
  say_which_scores(g, &bad, g, &old_year, NULL, before[0], before[1]);
  say_which_scores(g, &old_year, g, &bad, NULL, after[0], after[1]);
  say_which_scores(g, &bad, h, &old_year, NULL, before[0], before[1]);
  say_which_scores(g, &old_year, h, &bad, NULL, after[0], after[1]);
  say_which_scores(g, &bad, h, &old_year, &old_year, before[0], before[1]);
  say_which_scores(g, &old_year, h, &old_year, &bad, grouped[0], grouped[1]);
  say_which_scores(g, &old_year, g, &bad, &old_year, after[0], after[1]);
  inno_method_destroy(g);
  inno_method_destroy(h);
}

/* A group that a method names and one of the datasets lacks: each method with each data. */
static void binding_refused(void **state) {
  static const char *const labels[] = {"a", "a", "a", "b", "b"};
  static const char *const said[2][2] = {{"the scores before: ", "the data after by the method before: "},
                                         {"the data before by the method after: ", "the scores after: "}};
  inno_indicator_set *set = set_of(1.0);
  inno_method *plain = method_of(1.0, "rule=none", "rule=arithmetic");
  inno_method *grouped = golden_method(set, (golden_step[]){{INNO_STEP_IMPUTE, "rule=group_mean;group=region"},
                                                            {INNO_STEP_NORMALIZE, "rule=none"},
                                                            {INNO_STEP_AGGREGATE, "rule=arithmetic"},
                                                            {0, NULL}});
  inno_error *error;
  (void)state;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  for (int later = 0; later < 2; later++)     /* whose method names the group */
    for (int lacks = 0; lacks < 2; lacks++) { /* whose data lack it */
      inno_dataset *d[2] = {data_of(&old_year), data_of(&old_year)};
      inno_analysis *a;
      assert_int_equal(inno_dataset_add_group(d[1 - lacks], "region", labels, NULL), INNO_OK);
      assert_int_equal(inno_analysis_create_change(NULL, NULL, later ? plain : grouped, d[0], later ? grouped : plain,
                                                   d[1], NULL, &a, error),
                       INNO_E_MISSING_GROUP);
      const char *wanted = said[later][lacks];
      if (strncmp(inno_error_message(error), wanted, strlen(wanted)) != 0) fail_msg("%s", inno_error_message(error));
      assert_non_null(strstr(inno_error_message(error), "'region'"));
      inno_dataset_destroy(d[0]);
      inno_dataset_destroy(d[1]);
    }
  inno_error_destroy(error);
  inno_method_destroy(plain);
  inno_method_destroy(grouped);
  inno_indicator_set_destroy(set);
}

/* ---- units and periods ---- */

/* u0 and u1 become one; u2 to u4 stay; and a unit that only one side has. */
static void regrouping(void **state) {
  (void)state;
  static const char *const after_names[] = {"u2", "u01", "u4", "u3", "u9"};
  inno_method *m = method_of(2.0, "rule=minmax", "rule=arithmetic");
  inno_dataset *before = data_of(&old_year), *regrouped, *after;
  const year merged = {{{30, 130, 55, 70, 0}, {9, 11, 6, 5, 0}, {180, 130, 150, 110, 0}, {15, 30, 18, 12, 1}}};
  const year now = {{{36, 140, 50, 75, 10}, {9, 12, 6, 5, 1}, {180, 130, 155, 110, 130}, {15, 31, 18, 14, 9}}};
  assert_int_equal(inno_dataset_create(NULL, 4, after_names, &regrouped, NULL), INNO_OK);
  assert_int_equal(inno_dataset_create(NULL, 5, after_names, &after, NULL), INNO_OK);
  for (int c = 0; c < COLUMNS; c++) {
    assert_int_equal(inno_dataset_add_column(regrouped, columns[c], merged.v[c], 8, NULL), INNO_OK);
    assert_int_equal(inno_dataset_add_column(after, columns[c], now.v[c], 8, NULL), INNO_OK);
  }
  inno_analysis *a;
  assert_int_equal(inno_analysis_create_change(NULL, NULL, m, before, m, after, regrouped, &a, NULL), INNO_OK);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CHANGE), 4); /* u9 is new */
  check_sums(a);
  inno_result *old = golden_result(m, before), *middle = golden_result(m, regrouped);
  double score[UNITS], between[4];
  assert_int_equal(inno_result_scores(old, 4, score, 8, NULL), INNO_OK);
  assert_int_equal(inno_result_scores(middle, 4, between, 8, NULL), INNO_OK);
  assert_true(field(a, 0, INNO_FIELD_SCORE_BEFORE) == score[2]);
  assert_true(field(a, 0, INNO_FIELD_SCORE_REGROUPED) == between[0]);
  assert_true(near(cause(a, 0, INNO_CAUSE_REGROUPING), between[0] - score[2], 1e-13));
  assert_true(isnan(field(a, 1, INNO_FIELD_SCORE_BEFORE)));
  assert_true(isnan(cause(a, 1, INNO_CAUSE_REGROUPING)));
  assert_true(isnan(part(a, 1, INNO_CAUSE_REGROUPING, 0.0)));
  assert_true(field(a, 1, INNO_FIELD_DIFFERENCE) ==
              field(a, 1, INNO_FIELD_SCORE) - field(a, 1, INNO_FIELD_SCORE_REGROUPED));
  inno_analysis_destroy(a);
  inno_result_destroy(old);
  inno_result_destroy(middle);
  /* only merged: nothing but regrouping */
  assert_int_equal(inno_analysis_create_change(NULL, NULL, m, before, m, regrouped, regrouped, &a, NULL), INNO_OK);
  for (int32_t c = 1; c <= CAUSES; c++)
    for (int u = 0; u < 4; u++) assert_true(cause(a, u, c) == 0.0);
  assert_true(cause(a, 0, INNO_CAUSE_REGROUPING) == field(a, 0, INNO_FIELD_DIFFERENCE));
  check_sums(a);
  inno_analysis_destroy(a);
  /* without the regrouped dataset: the units of both, the rest are others */
  assert_int_equal(inno_analysis_create_change(NULL, NULL, m, before, m, after, NULL, &a, NULL), INNO_OK);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CHANGE), 3);
  assert_string_equal(inno_analysis_unit_code(a, (int64_t)field(a, 1, INNO_FIELD_UNIT)), "u4");
  check_sums(a);
  inno_analysis_destroy(a);
  inno_dataset_destroy(before);
  inno_dataset_destroy(regrouped);
  inno_dataset_destroy(after);
  inno_method_destroy(m);
}

static void panel(void **state) {
  static const double periods[] = {2021, 2022};
  inno_dataset *d;
  inno_analysis *a;
  (void)state;
  const year now = new_year();
  inno_method *m = method_of(2.0, "rule=minmax", "rule=arithmetic");
  assert_int_equal(inno_dataset_create_panel(NULL, UNITS, names, 2, periods, &d, NULL), INNO_OK);
  for (int c = 0; c < COLUMNS; c++) {
    double both[2 * UNITS];
    memcpy(both, old_year.v[c], sizeof old_year.v[c]);
    memcpy(both + UNITS, now.v[c], sizeof now.v[c]);
    assert_int_equal(inno_dataset_add_column(d, columns[c], both, 8, NULL), INNO_OK);
  }
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, "period_before=2021;period=2022;node=p");
  assert_int_equal(inno_analysis_create_change(NULL, options, m, d, m, d, NULL, &a, NULL), INNO_OK);
  inno_scheme *node = golden_scheme(INNO_STEP_EXPLAIN, "node=p");
  inno_analysis *apart = change(node, m, &old_year, m, &now);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_CHANGE_INDICATOR), UNITS * CAUSES * 3); /* x, y, -1 */
  for (int64_t i = 0; i < UNITS * CAUSES * 3; i++)
    assert_true(cell(a, INNO_RECORD_CHANGE_INDICATOR, i, INNO_FIELD_CONTRIBUTION) ==
                cell(apart, INNO_RECORD_CHANGE_INDICATOR, i, INNO_FIELD_CONTRIBUTION));
  inno_analysis_destroy(a);
  inno_analysis_destroy(apart);
  inno_scheme_destroy(options);
  inno_scheme_destroy(node);
  inno_dataset_destroy(d);
  inno_method_destroy(m);
}

static void refused(void **state) {
  inno_error *error;
  inno_analysis *a;
  inno_indicator_set *small;
  (void)state;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  inno_method *m = method_of(2.0, "rule=minmax", "rule=arithmetic");
  inno_dataset *d = data_of(&old_year), *few, *strange;
  static const char *const others_names[] = {"v0", "v1"};
  assert_int_equal(inno_indicator_set_create(NULL, &small, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(small, "index", NULL, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(small, "x", "index", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(small, NULL), INNO_OK);
  inno_method *n = golden_method(small, (golden_step[]){{0, NULL}});
  assert_int_equal(inno_analysis_create_change(NULL, NULL, m, d, n, d, NULL, &a, error), INNO_E_CODE);
  assert_string_equal(inno_error_node(error), "y");
  assert_int_equal(inno_dataset_create(NULL, UNITS, names, &few, NULL), INNO_OK);
  assert_int_equal(inno_dataset_create(NULL, 2, others_names, &strange, NULL), INNO_OK);
  for (int c = 0; c < COLUMNS; c++) {
    if (c < 3) assert_int_equal(inno_dataset_add_column(few, columns[c], old_year.v[c], 8, NULL), INNO_OK);
    assert_int_equal(inno_dataset_add_column(strange, columns[c], old_year.v[c], 8, NULL), INNO_OK);
  }
  assert_int_equal(inno_analysis_create_change(NULL, NULL, m, d, m, few, NULL, &a, error), INNO_E_MISSING_COLUMN);
  assert_int_equal(inno_analysis_create_change(NULL, NULL, m, d, m, strange, NULL, &a, error), INNO_E_NODATA);
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, "period_before=1990");
  assert_int_equal(inno_analysis_create_change(NULL, options, m, d, m, d, NULL, &a, error), INNO_E_VALUE);
  inno_scheme_destroy(options);
  options = golden_scheme(INNO_STEP_EXPLAIN, "node=q");
  assert_int_equal(inno_analysis_create_change(NULL, options, m, d, m, d, NULL, &a, error), INNO_E_CODE);
  inno_scheme_destroy(options);
  inno_dataset_destroy(d);
  inno_dataset_destroy(few);
  inno_dataset_destroy(strange);
  inno_method_destroy(m);
  inno_method_destroy(n);
  inno_indicator_set_destroy(small);
  inno_error_destroy(error);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_changed), cmocka_unit_test(own_data),
      cmocka_unit_test(others),          cmocka_unit_test(method),
      cmocka_unit_test(missing),         cmocka_unit_test(definition),
      cmocka_unit_test(beyond_doubles),  cmocka_unit_test(combination_refused),
      cmocka_unit_test(run_refused),     cmocka_unit_test(binding_refused),
      cmocka_unit_test(regrouping),      cmocka_unit_test(panel),
      cmocka_unit_test(other_tree),      cmocka_unit_test(computed_weights),
      cmocka_unit_test(refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
