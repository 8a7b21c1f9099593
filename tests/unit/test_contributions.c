/* Contributions to a score: closed forms, the definition itself on small trees, references. */
#include <math.h>
#include <string.h>

#include "numeric/twofold.h"
#include "support/analysis.h"
#include "support/family.h"

enum { REFERENCES = 5, NODES = 8 };

/* Weighted: a 1, b 3 below p; p 2, q (c 1, d 1) 1, e 1 below the index. Normalized already. */
static const double a[] = {10, 40, 30, 20}, b[] = {5, 50, 10, 20}, c[] = {70, 20, 40, 40}, d[] = {10, 90, 30, 80},
                    e[] = {60, 80, 20, 30};
static const family_node two_levels[] = {{.code = "index"},
                                         {.code = "p", .parent = "index", .weight = 2},
                                         {.code = "q", .parent = "index"},
                                         {.code = "a", .parent = "p", .x = a},
                                         {.code = "b", .parent = "p", .x = b, .weight = 3},
                                         {.code = "c", .parent = "q", .x = c},
                                         {.code = "d", .parent = "q", .x = d},
                                         {.code = "e", .parent = "index", .x = e},
                                         {0}};

static inno_analysis *contributions(const family *f, const inno_scheme *options, int64_t unit, int64_t other) {
  inno_analysis *out;
  inno_error *error;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  inno_status s = inno_analysis_create_contributions(NULL, options, f->method, f->result, unit, other, &out, error);
  if (s != INNO_OK) fail_msg("%s", inno_error_message(error));
  inno_error_destroy(error);
  return out;
}

/* Record of a node in the table of contributions. */
static int64_t record_of(const inno_analysis *an, int64_t unit, int32_t reference, const char *node) {
  int64_t n = inno_analysis_record_count(an, INNO_RECORD_CONTRIBUTION);
  for (int64_t i = 0; i < n; i++)
    if (cell(an, INNO_RECORD_CONTRIBUTION, i, INNO_FIELD_UNIT) == (double)unit &&
        cell(an, INNO_RECORD_CONTRIBUTION, i, INNO_FIELD_REFERENCE) == reference &&
        strcmp(inno_analysis_node_code(an, (int64_t)cell(an, INNO_RECORD_CONTRIBUTION, i, INNO_FIELD_NODE)), node) == 0)
      return i;
  fail_msg("no record of %s", node);
  return -1;
}

static double points(const inno_analysis *an, int64_t unit, int32_t reference, const char *node) {
  return cell(an, INNO_RECORD_CONTRIBUTION, record_of(an, unit, reference, node), INNO_FIELD_CONTRIBUTION);
}

static int64_t distance_of(const inno_analysis *an, int64_t unit, int32_t reference) {
  for (int64_t i = 0; i < inno_analysis_record_count(an, INNO_RECORD_CONTRIBUTION_UNIT); i++)
    if (cell(an, INNO_RECORD_CONTRIBUTION_UNIT, i, INNO_FIELD_UNIT) == (double)unit &&
        cell(an, INNO_RECORD_CONTRIBUTION_UNIT, i, INNO_FIELD_REFERENCE) == reference)
      return i;
  fail_msg("no distance");
  return -1;
}

static double distance(const inno_analysis *an, int64_t unit, int32_t reference, int32_t field) {
  return cell(an, INNO_RECORD_CONTRIBUTION_UNIT, distance_of(an, unit, reference), field);
}

/* The parts of the children of every aggregate sum to its own, exactly; that of the node is the difference. */
static void check_sums(const inno_analysis *an, const family *f, int64_t node) {
  int64_t n = inno_analysis_record_count(an, INNO_RECORD_CONTRIBUTION), at = 0;
  for (int64_t r = 0; r < inno_analysis_record_count(an, INNO_RECORD_CONTRIBUTION_UNIT); r++) {
    double parts[64], sum[64] = {0}, low[64] = {0};
    int64_t nodes[64], count = 0;
    do {
      nodes[count] = (int64_t)cell(an, INNO_RECORD_CONTRIBUTION, at, INNO_FIELD_NODE);
      parts[count++] = cell(an, INNO_RECORD_CONTRIBUTION, at, INNO_FIELD_CONTRIBUTION);
    } while (nodes[count - 1] != node && ++at < n);
    at++;
    if (cell(an, INNO_RECORD_CONTRIBUTION_UNIT, r, INNO_FIELD_STATUS) != INNO_OK) {
      for (int64_t i = 0; i < count; i++) assert_true(isnan(parts[i]));
      continue;
    }
    assert_true(parts[count - 1] == cell(an, INNO_RECORD_CONTRIBUTION_UNIT, r, INNO_FIELD_DIFFERENCE));
    for (int64_t i = 0; i < count - 1; i++) {
      int64_t parent = inno_result_node_parent(f->result, nodes[i]);
      inno__twofold t = inno__twofold_plus((inno__twofold){sum[parent], low[parent]}, inno__twofold_of(parts[i]));
      sum[parent] = t.hi, low[parent] = t.lo;
    }
    for (int64_t i = 0; i < count; i++)
      if (nodes[i] >= inno_result_indicator_count(f->result)) {
        assert_true(sum[nodes[i]] == parts[i]);
        assert_true(low[nodes[i]] == 0.0);
      }
  }
  assert_int_equal(at, n);
}

static void means_by_hand(void **state) {
  static const struct {
    const char *node;
    double weight;
    const double *x;
  } leaf[] = {{"a", 0.125, a}, {"b", 0.375, b}, {"c", 0.125, c}, {"d", 0.125, d}, {"e", 0.25, e}};
  (void)state;
  family f = family_of(two_levels, 4, (golden_step[]){{0, NULL}});
  inno_analysis *an = contributions(&f, NULL, -1, 3);
  check_sums(an, &f, inno_result_node_count(f.result) - 1);
  for (int i = 0; i < 4; i++)
    for (int k = 0; k < 5; k++) {
      assert_true(near(points(an, i, INNO_REFERENCE_BASELINE, leaf[k].node), leaf[k].weight * leaf[k].x[i], 1e-14));
      assert_true(near(points(an, i, INNO_REFERENCE_UNIT, leaf[k].node), leaf[k].weight * (leaf[k].x[i] - leaf[k].x[3]),
                       1e-14));
    }
  assert_true(near(points(an, 0, INNO_REFERENCE_BASELINE, "p"), 0.125 * 10 + 0.375 * 5, 1e-14));
  inno_analysis_destroy(an);
  family_end(&f);
}

static void references(void **state) {
  static const char *const groups[] = {"w", "w", "z", NULL};
  (void)state;
  family f = family_of(two_levels, 4, (golden_step[]){{0, NULL}});
  inno_result_destroy(f.result);
  assert_int_equal(inno_dataset_add_group(f.data, "g", groups, NULL), INNO_OK);
  f.result = golden_result(f.method, f.data);
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, "group=g");
  inno_analysis *an = contributions(&f, options, -1, -1);
  double score[4], values[4];
  int64_t index = inno_result_node_count(f.result) - 1;
  assert_int_equal(inno_result_scores(f.result, index, score, 8, NULL), INNO_OK);
  /* u1 is the best, then u3, u0, u2 */
  assert_true(score[1] > score[3] && score[3] > score[0] && score[0] > score[2]);
  assert_true(distance(an, 0, INNO_REFERENCE_BEST, INNO_FIELD_REFERENCE_UNIT) == 1.0);
  assert_true(distance(an, 0, INNO_REFERENCE_ABOVE, INNO_FIELD_REFERENCE_UNIT) == 3.0);
  assert_true(distance(an, 0, INNO_REFERENCE_BELOW, INNO_FIELD_REFERENCE_UNIT) == 2.0);
  assert_true(distance(an, 0, INNO_REFERENCE_MEDIAN, INNO_FIELD_REFERENCE_UNIT) == -1.0);
  assert_true(distance(an, 0, INNO_REFERENCE_ABOVE, INNO_FIELD_REFERENCE_SCORE) == score[3]);
  assert_true(distance(an, 0, INNO_REFERENCE_ABOVE, INNO_FIELD_DIFFERENCE) == score[0] - score[3]);
  assert_true(distance(an, 0, INNO_REFERENCE_ABOVE, INNO_FIELD_RANK) == 3.0);
  assert_true(distance(an, 1, INNO_REFERENCE_ABOVE, INNO_FIELD_STATUS) == INNO_E_NODATA);
  assert_true(distance(an, 2, INNO_REFERENCE_BELOW, INNO_FIELD_STATUS) == INNO_E_NODATA);
  assert_true(distance(an, 1, INNO_REFERENCE_BEST, INNO_FIELD_DIFFERENCE) == 0.0);
  assert_true(isnan(
      cell(an, INNO_RECORD_CONTRIBUTION, record_of(an, 1, INNO_REFERENCE_BEST, "a"), INNO_FIELD_CONTRIBUTION_SHARE)));
  /* medians of u0 and u1; u3 has no label */
  assert_true(cell(an, INNO_RECORD_CONTRIBUTION, record_of(an, 0, INNO_REFERENCE_MEDIAN, "a"),
                   INNO_FIELD_REFERENCE_VALUE) == 25.0);
  assert_true(cell(an, INNO_RECORD_CONTRIBUTION, record_of(an, 2, INNO_REFERENCE_MEDIAN, "a"),
                   INNO_FIELD_REFERENCE_VALUE) == 30.0);
  assert_true(distance(an, 3, INNO_REFERENCE_MEDIAN, INNO_FIELD_STATUS) == INNO_E_NODATA);
  check_sums(an, &f, index);
  inno_analysis_destroy(an);
  inno_scheme_destroy(options);
  /* one unit, an inner node, an indicator */
  options = golden_scheme(INNO_STEP_EXPLAIN, "node=p; baseline=5");
  an = contributions(&f, options, 2, -1);
  assert_int_equal(inno_analysis_record_count(an, INNO_RECORD_CONTRIBUTION_UNIT), REFERENCES);
  assert_int_equal(inno_analysis_record_count(an, INNO_RECORD_CONTRIBUTION), 3 * REFERENCES);
  assert_int_equal(inno_result_scores(f.result, inno_result_find_node(f.result, "p"), values, 8, NULL), INNO_OK);
  assert_true(distance(an, 2, INNO_REFERENCE_BASELINE, INNO_FIELD_DIFFERENCE) == values[2] - 5.0);
  check_sums(an, &f, inno_result_find_node(f.result, "p"));
  inno_analysis_destroy(an);
  inno_scheme_destroy(options);
  options = golden_scheme(INNO_STEP_EXPLAIN, "node=e");
  an = contributions(&f, options, 2, 1);
  assert_true(points(an, 2, INNO_REFERENCE_UNIT, "e") == -60.0);
  inno_analysis_destroy(an);
  inno_scheme_destroy(options);
  family_end(&f);
}

static void geometric_by_hand(void **state) {
  static const double x[] = {4, 9}, y[] = {25, 16}, z[] = {8, 27};
  static const family_node two[] = {
      {.code = "index"}, {.code = "x", .parent = "index", .x = x}, {.code = "y", .parent = "index", .x = y}, {0}};
  static const family_node three[] = {{.code = "index"},
                                      {.code = "x", .parent = "index", .x = x},
                                      {.code = "y", .parent = "index", .x = y},
                                      {.code = "z", .parent = "index", .x = z},
                                      {0}};
  static const golden_step steps[] = {
      {INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, "rule=geometric"}, {0, NULL}};
  (void)state;
  family f = family_of(two, 2, steps);
  inno_analysis *an = contributions(&f, NULL, 0, 1);
  /* roots of 4 25, 9 25, 4 16, 9 16: 10, 15, 8, 12 */
  assert_true(near(points(an, 0, INNO_REFERENCE_UNIT, "x"), ((8 - 12) + (10 - 15)) / 2.0, 1e-14));
  assert_true(near(points(an, 0, INNO_REFERENCE_UNIT, "y"), ((15 - 12) + (10 - 8)) / 2.0, 1e-14));
  assert_true(distance(an, 0, INNO_REFERENCE_UNIT, INNO_FIELD_SPLIT) == INNO_SPLIT_COALITIONS);
  /* a geometric mean refuses a baseline of 0 */
  assert_true(distance(an, 0, INNO_REFERENCE_BASELINE, INNO_FIELD_STATUS) == INNO_E_NONPOSITIVE);
  assert_true(isnan(points(an, 0, INNO_REFERENCE_BASELINE, "x")));
  check_sums(an, &f, inno_result_node_count(f.result) - 1);
  inno_analysis_destroy(an);
  family_end(&f);
  f = family_of(three, 2, steps);
  an = contributions(&f, NULL, 0, 1);
#define G(p, q, r) cbrt((double)(p) * (q) * (r))
  double hand = (G(4, 16, 27) - G(9, 16, 27)) / 3 + (G(4, 25, 27) - G(9, 25, 27)) / 6 +
                (G(4, 16, 8) - G(9, 16, 8)) / 6 + (G(4, 25, 8) - G(9, 25, 8)) / 3;
  assert_true(near(points(an, 0, INNO_REFERENCE_UNIT, "x"), hand, 1e-14));
  check_sums(an, &f, inno_result_node_count(f.result) - 1);
  inno_analysis_destroy(an);
  family_end(&f);
}

/* Equal indicators of equal weight have equal parts; one that does not differ, and one without weight, have none. */
static void symmetry_and_null(void **state) {
  static const double x[] = {4, 9}, y[] = {4, 9}, z[] = {7, 7}, v[] = {1, 5};
  static const family_node nodes[] = {{.code = "index"},
                                      {.code = "x", .parent = "index", .x = x},
                                      {.code = "p", .parent = "index"},
                                      {.code = "y", .parent = "p", .x = y},
                                      {.code = "z", .parent = "index", .x = z},
                                      {.code = "v", .parent = "index", .x = v},
                                      {0}};
  static const char *const rules[] = {"rule=geometric", "rule=arithmetic", "rule=median",
                                      "rule=mean_min;alpha=0.5;beta=1"};
  (void)state;
  for (int r = 0; r < 4; r++) {
    const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, rules[r]}, {0, NULL}};
    family f = family_of(nodes, 2, steps);
    inno_weights *weights;
    inno_method *method;
    assert_int_equal(inno_weights_create_given(NULL, f.set, &weights, NULL), INNO_OK);
    assert_int_equal(inno_weights_set(weights, "v", 0.0, NULL), INNO_OK);
    inno_scheme *normalize = golden_scheme(INNO_STEP_NORMALIZE, "rule=none"),
                *aggregate = golden_scheme(INNO_STEP_AGGREGATE, rules[r]);
    const inno_scheme *both[] = {normalize, aggregate};
    assert_int_equal(inno_method_create(NULL, f.set, weights, both, 2, &method, NULL), INNO_OK);
    inno_method_destroy(f.method);
    inno_result_destroy(f.result);
    f.method = method;
    f.result = golden_result(method, f.data);
    inno_analysis *an = contributions(&f, NULL, 0, 1);
    assert_true(fabs(points(an, 0, INNO_REFERENCE_UNIT, "x") - points(an, 0, INNO_REFERENCE_UNIT, "y")) <=
                fabs(distance(an, 0, INNO_REFERENCE_UNIT, INNO_FIELD_ROUNDING_LEFT)));
    assert_true(points(an, 0, INNO_REFERENCE_UNIT, "x") < 0.0);
    assert_true(points(an, 0, INNO_REFERENCE_UNIT, "z") == 0.0);
    assert_true(points(an, 0, INNO_REFERENCE_UNIT, "v") == 0.0);
    check_sums(an, &f, inno_result_node_count(f.result) - 1);
    inno_analysis_destroy(an);
    inno_scheme_destroy(normalize);
    inno_scheme_destroy(aggregate);
    inno_weights_destroy(weights);
    family_end(&f);
  }
}

/* Cells that one side lacks: by hand, weights 1, 1, 2. */
static void missing_by_hand(void **state) {
  static const double x[] = {6, 2}, y[] = {NAN, 8}, z[] = {4, 10};
  static const family_node nodes[] = {{.code = "index"},
                                      {.code = "x", .parent = "index", .x = x},
                                      {.code = "y", .parent = "index", .x = y},
                                      {.code = "z", .parent = "index", .x = z, .weight = 2},
                                      {0}};
  (void)state;
  family f = family_of(nodes, 2, (golden_step[]){{0, NULL}});
  inno_analysis *an = contributions(&f, NULL, 0, 1);
  /* y leaves before or after x and z: x counts 1/3 or 1/4 */
  assert_true(near(points(an, 0, INNO_REFERENCE_UNIT, "x"), (6 - 2) * (1 / 3.0 + 1 / 4.0) / 2, 1e-14));
  assert_true(near(points(an, 0, INNO_REFERENCE_UNIT, "z"), (4 - 10) * (2 / 3.0 + 2 / 4.0) / 2, 1e-14));
  /* without each other they are half way on the average: x at 4, z at 7 */
  assert_true(near(points(an, 0, INNO_REFERENCE_UNIT, "y"), (4 + 14) / 3.0 - (4 + 14 + 8) / 4.0, 1e-14));
  assert_true(distance(an, 0, INNO_REFERENCE_UNIT, INNO_FIELD_SPLIT) == INNO_SPLIT_STRAIGHT);
  check_sums(an, &f, inno_result_node_count(f.result) - 1);
  /* the baseline lacks what the unit lacks */
  assert_true(near(points(an, 0, INNO_REFERENCE_BASELINE, "x"), 6 / 3.0, 1e-14));
  assert_true(points(an, 0, INNO_REFERENCE_BASELINE, "y") == 0.0);
  inno_analysis_destroy(an);
  family_end(&f);
}

/* A coalition without a score is said, not filled. */
static void coalition_without_score(void **state) {
  static const double x[] = {6, NAN}, y[] = {NAN, 8}, z[] = {4, 10};
  static const family_node nodes[] = {{.code = "index"},
                                      {.code = "x", .parent = "index", .x = x},
                                      {.code = "y", .parent = "index", .x = y},
                                      {.code = "z", .parent = "index", .x = z},
                                      {0}};
  static const family_node bare[] = {
      {.code = "index"}, {.code = "x", .parent = "index", .x = x}, {.code = "y", .parent = "index", .x = y}, {0}};
  (void)state;
  const golden_step covered[] = {
      {INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, "min_coverage=0.6"}, {0, NULL}};
  family f = family_of(nodes, 2, covered);
  inno_analysis *an = contributions(&f, NULL, 0, 1);
  assert_true(distance(an, 0, INNO_REFERENCE_UNIT, INNO_FIELD_STATUS) == INNO_E_NODATA);
  assert_true(distance(an, 0, INNO_REFERENCE_UNIT, INNO_FIELD_DIFFERENCE) == -4.0);
  check_sums(an, &f, inno_result_node_count(f.result) - 1);
  inno_analysis_destroy(an);
  family_end(&f);
  f = family_of(bare, 2, (golden_step[]){{0, NULL}});
  an = contributions(&f, NULL, 0, 1);
  assert_true(distance(an, 0, INNO_REFERENCE_UNIT, INNO_FIELD_STATUS) == INNO_E_NODATA);
  inno_analysis_destroy(an);
  family_end(&f);
}

static void refused(void **state) {
  inno_error *error;
  inno_analysis *out;
  (void)state;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, "q.rule=copeland"}, {0, NULL}};
  family f = family_of(two_levels, 4, steps), other = family_of(two_levels, 4, (golden_step[]){{0, NULL}});
  assert_int_equal(inno_analysis_create_contributions(NULL, NULL, f.method, f.result, -1, -1, &out, error),
                   INNO_E_RULE);
  assert_string_equal(inno_error_node(error), "q");
  assert_int_equal(inno_analysis_create_contributions(NULL, NULL, other.method, f.result, -1, -1, &out, error),
                   INNO_E_ARGUMENT);
  assert_int_equal(inno_analysis_create_contributions(NULL, NULL, f.method, f.result, 4, -1, &out, error),
                   INNO_E_ARGUMENT);
  assert_non_null(strstr(inno_error_message(error), "unit = 4"));
  assert_int_equal(inno_analysis_create_contributions(NULL, NULL, f.method, f.result, -2, -1, &out, error),
                   INNO_E_ARGUMENT);
  assert_int_equal(inno_analysis_create_contributions(NULL, NULL, f.method, f.result, -1, 4, &out, error),
                   INNO_E_ARGUMENT);
  assert_non_null(strstr(inno_error_message(error), "reference = 4"));
  assert_int_equal(inno_analysis_create_contributions(NULL, NULL, f.method, f.result, -1, -2, &out, error),
                   INNO_E_ARGUMENT);
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, "node=p"); /* beside q, and allowed */
  inno_analysis *an = contributions(&f, options, -1, -1);
  check_sums(an, &f, inno_result_find_node(f.result, "p"));
  inno_analysis_destroy(an);
  inno_scheme_destroy(options);
  options = golden_scheme(INNO_STEP_EXPLAIN, "node=nowhere");
  assert_int_equal(inno_analysis_create_contributions(NULL, options, f.method, f.result, -1, -1, &out, error),
                   INNO_E_CODE);
  inno_scheme_destroy(options);
  options = golden_scheme(INNO_STEP_EXPLAIN, "group=nowhere");
  assert_int_equal(inno_analysis_create_contributions(NULL, options, f.method, f.result, -1, -1, &out, error),
                   INNO_E_MISSING_GROUP);
  inno_scheme_destroy(options);
  options = golden_scheme(INNO_STEP_EXPLAIN, "period=1999");
  assert_int_equal(inno_analysis_create_contributions(NULL, options, f.method, f.result, -1, -1, &out, error),
                   INNO_E_VALUE);
  inno_scheme_destroy(options);
  family_end(&f);
  family_end(&other);
  inno_error_destroy(error);
}

static void panels(void **state) {
  static const double periods[] = {2001, 2002};
  static const char *const units[] = {"m", "n"};
  static const double x[] = {1, 2, 30, 40}, y[] = {5, 6, 7, 8};
  inno_indicator_set *set;
  inno_dataset *data;
  (void)state;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "i", NULL, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "x", "i", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "y", "i", NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  assert_int_equal(inno_dataset_create_panel(NULL, 2, units, 2, periods, &data, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(data, "x", x, 8, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(data, "y", y, 8, NULL), INNO_OK);
  family f = {set, data, golden_method(set, (golden_step[]){{0, NULL}}), NULL};
  f.result = golden_result(f.method, data);
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, "period=2001");
  inno_analysis *an = contributions(&f, options, 0, -1);
  assert_true(points(an, 0, INNO_REFERENCE_BASELINE, "x") == 0.5);
  inno_analysis_destroy(an);
  inno_scheme_destroy(options);
  an = contributions(&f, NULL, 0, -1); /* the latest */
  assert_true(points(an, 0, INNO_REFERENCE_BASELINE, "x") == 15.0);
  assert_true(points(an, 0, INNO_REFERENCE_BEST, "x") == -5.0);
  inno_analysis_destroy(an);
  family_end(&f);
}

/* Two scores whose difference is no double: said, not written as infinite. */
static void beyond_doubles(void **state) {
  static const double huge[] = {1.5e308, -1.5e308, 0.0};
  static const family_node tree[] = {{.code = "index"}, {.code = "v", .parent = "index", .x = huge}, {0}};
  static const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {0, NULL}};
  (void)state;
  family f = family_of(tree, 3, steps);
  inno_analysis *an = contributions(&f, NULL, 1, -1);
  assert_true(distance(an, 1, INNO_REFERENCE_BEST, INNO_FIELD_STATUS) == INNO_E_OVERFLOW);
  assert_true(isnan(distance(an, 1, INNO_REFERENCE_BEST, INNO_FIELD_DIFFERENCE)));
  assert_true(isnan(distance(an, 1, INNO_REFERENCE_BEST, INNO_FIELD_ROUNDING_LEFT)));
  assert_true(distance(an, 1, INNO_REFERENCE_BEST, INNO_FIELD_SPLIT) == 0.0);
  assert_true(isnan(points(an, 1, INNO_REFERENCE_BEST, "v")));
  assert_true(distance(an, 1, INNO_REFERENCE_BASELINE, INNO_FIELD_STATUS) == INNO_OK);
  assert_true(points(an, 1, INNO_REFERENCE_BASELINE, "v") == -1.5e308);
  inno_analysis_destroy(an);
  an = NULL;
  assert_int_equal(inno_analysis_create_marginal(NULL, NULL, f.method, f.data, 1, &an, NULL), INNO_OK);
  int seen = 0;
  for (int64_t i = 0; i < inno_analysis_record_count(an, INNO_RECORD_MARGINAL); i++) {
    if (cell(an, INNO_RECORD_MARGINAL, i, INNO_FIELD_MOVE) != INNO_MOVE_BEST) continue;
    assert_true(cell(an, INNO_RECORD_MARGINAL, i, INNO_FIELD_STATUS) == INNO_E_OVERFLOW);
    assert_true(isnan(cell(an, INNO_RECORD_MARGINAL, i, INNO_FIELD_DIFFERENCE)));
    assert_true(isnan(cell(an, INNO_RECORD_MARGINAL, i, INNO_FIELD_PER_UNIT)));
    assert_true(cell(an, INNO_RECORD_MARGINAL, i, INNO_FIELD_RANK) == 1.0);
    seen++;
  }
  assert_int_equal(seen, 1);
  inno_analysis_destroy(an);
  family_end(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(means_by_hand),     cmocka_unit_test(references),      cmocka_unit_test(geometric_by_hand),
      cmocka_unit_test(symmetry_and_null), cmocka_unit_test(missing_by_hand), cmocka_unit_test(coalition_without_score),
      cmocka_unit_test(refused),           cmocka_unit_test(panels),          cmocka_unit_test(beyond_doubles),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
