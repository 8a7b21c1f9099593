/* Leaving a node out by aggregating again gives, bit by bit, the method that was built without the node. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/analysis.h"
#include "support/chance.h"
#include "support/golden.h"

enum { UNITS = 23, PILLARS = 4, MOST = 24 };

/* A framework as text: a node's parent stands before it. */
typedef struct {
  int count, indicators; /* indicators come last */
  char code[MOST][16];
  int parent[MOST];
  double weight[MOST], x[MOST][UNITS];
} framework;

static void add(framework *f, const char *kind, int number, int parent) {
  snprintf(f->code[f->count], sizeof f->code[0], "%s%d", kind, number);
  f->parent[f->count] = parent;
  f->weight[f->count++] = uniform() < 0.2 ? 0.0 : 0.25 + uniform();
}

/* index; two halves, of which the second may have one pillar alone; 1 to 4 indicators a pillar, one below the index */
static void draw(framework *f, uint64_t start) {
  seed = start;
  memset(f, 0, sizeof *f);
  add(f, "index", 0, -1);
  add(f, "h", 0, 0);
  add(f, "h", 1, 0);
  for (int p = 0; p < PILLARS; p++) add(f, "p", p, p < PILLARS - 1 ? 1 : 2);
  int first = f->count, j = 0;
  for (int p = 0; p < PILLARS; p++)
    for (int c = 1 + (int)(uniform() * 4.0); c > 0; c--) add(f, "i", j++, 3 + p);
  add(f, "i", j++, 0);
  f->indicators = j;
  for (int k = first; k < f->count; k++)
    for (int i = 0; i < UNITS; i++)
      f->x[k][i] = uniform() < 0.1 ? NAN : uniform() < 0.3 ? floor(5.0 * uniform()) + 1.0 : 1.0 + 99.0 * uniform();
}

static int is_below(const framework *f, int node, int top) {
  while (node >= 0 && node != top) node = f->parent[node];
  return node >= 0;
}

/* 1 = every family has weight: what the method asks for. */
static int weighs(const framework *f) {
  for (int a = 0; a < f->count - f->indicators; a++) {
    double sum = 0.0;
    for (int k = 0; k < f->count; k++) sum += f->parent[k] == a ? f->weight[k] : 0.0;
    if (!(sum > 0.0)) return 0;
  }
  return 1;
}

/* The set without a node and all below it; -1 = all. */
static inno_indicator_set *set_of(const framework *f, int without) {
  inno_indicator_set *set = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  for (int k = 0; k < f->count; k++) {
    if (without >= 0 && is_below(f, k, without)) continue;
    const char *parent = k > 0 ? f->code[f->parent[k]] : NULL;
    assert_int_equal(inno_indicator_set_add(set, f->code[k], parent, NULL), INNO_OK);
    assert_int_equal(inno_indicator_set_weight(set, f->code[k], k > 0 ? f->weight[k] : 1.0, NULL), INNO_OK);
  }
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  return set;
}

static inno_dataset *data_of(const framework *f) {
  static char codes[UNITS][16];
  const char *list[UNITS];
  inno_dataset *data = NULL;
  for (int i = 0; i < UNITS; i++) {
    snprintf(codes[i], sizeof codes[i], "u%d", i);
    list[i] = codes[i];
  }
  assert_int_equal(inno_dataset_create(NULL, UNITS, list, &data, NULL), INNO_OK);
  for (int k = f->count - f->indicators; k < f->count; k++)
    assert_int_equal(inno_dataset_add_column(data, f->code[k], f->x[k], sizeof(double), NULL), INNO_OK);
  return data;
}

/* Which node really goes, said again: the first on the way up that has a sibling with weight. */
static int leaving(const framework *f, int node) {
  for (; node > 0; node = f->parent[node])
    for (int k = 1; k < f->count; k++)
      if (k != node && f->parent[k] == f->parent[node] && f->weight[k] > 0.0) return node;
  return -1;
}

static int number_of(const framework *f, const char *code) {
  int k = 0;
  while (strcmp(f->code[k], code) != 0) k++;
  return k;
}

/* The index of the method without the node, and its ranks, against the records. */
static void compare(const framework *f, const golden_step *steps, const inno_dataset *data, const inno_analysis *a,
                    int64_t node, int without) {
  inno_indicator_set *set = set_of(f, without);
  inno_method *method = golden_method(set, steps);
  inno_result *r = golden_result(method, data);
  double score[UNITS], rank[UNITS];
  int64_t index = inno_result_node_count(r) - 1;
  inno_result_scores(r, index, score, sizeof *score, NULL);
  inno_result_ranks(r, index, NULL, rank, sizeof *rank, NULL);
  for (int64_t i = 0; i < UNITS; i++) {
    int64_t at = node * UNITS + i;
    double got = cell(a, INNO_RECORD_REMOVED, at, INNO_FIELD_SCORE);
    if (!same(got, score[i]))
      fail_msg("without %s, unit %d: %.17g, the method gives %.17g", inno_analysis_node_code(a, node), (int)i, got,
               score[i]);
    assert_true(same(cell(a, INNO_RECORD_REMOVED, at, INNO_FIELD_RANK), rank[i]));
    double shift = rank[i] - cell(a, INNO_RECORD_REMOVED, at, INNO_FIELD_RANK_BEFORE);
    assert_true(same(cell(a, INNO_RECORD_REMOVED, at, INNO_FIELD_SHIFT), shift));
  }
  inno_result_destroy(r);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
}

/* Returns how many nodes took an ancestor along. */
static int one_framework(const framework *f, const golden_step *steps) {
  inno_indicator_set *set = set_of(f, -1);
  inno_method *method = golden_method(set, steps);
  inno_dataset *data = data_of(f);
  inno_analysis *a = NULL;
  int taken = 0;
  assert_int_equal(inno_analysis_create_removal(NULL, NULL, method, data, &a, NULL), INNO_OK);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_REMOVAL), f->count - 1);
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_REMOVED), (f->count - 1) * UNITS);
  for (int64_t node = 0; node < f->count - 1; node++) {
    int k = number_of(f, inno_analysis_node_code(a, node)), gone = leaving(f, k);
    double other = cell(a, INNO_RECORD_REMOVAL, node, INNO_FIELD_OTHER);
    if (gone < 0) {
      assert_true(other == -1.0 && isnan(cell(a, INNO_RECORD_REMOVAL, node, INNO_FIELD_MEAN_SHIFT)));
      assert_true(isnan(cell(a, INNO_RECORD_REMOVED, node * UNITS, INNO_FIELD_SCORE)));
      assert_true(cell(a, INNO_RECORD_REMOVAL, node, INNO_FIELD_STATUS) == INNO_E_NODATA);
      continue;
    }
    assert_string_equal(inno_analysis_node_code(a, (int64_t)other), f->code[gone]);
    assert_true(cell(a, INNO_RECORD_REMOVAL, node, INNO_FIELD_STATUS) == INNO_OK);
    compare(f, steps, data, a, node, gone);
    taken += gone != k;
  }
  inno_analysis_destroy(a);
  inno_dataset_destroy(data);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  return taken;
}

static void agrees(const golden_step *steps) {
  static framework f;
  int done = 0, taken = 0;
  for (uint64_t start = 1; start <= 60; start++) {
    draw(&f, start * 7919u);
    if (!weighs(&f)) continue;
    taken += one_framework(&f, steps);
    done++;
  }
  print_message("%d frameworks, %d nodes took an ancestor along\n", done, taken);
  assert_true(done >= 10 && taken >= 10);
}

static void arithmetic(void **state) {
  static const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=minmax"}, {INNO_STEP_AGGREGATE, ""}, {0, NULL}};
  (void)state;
  agrees(steps);
}

static void geometric(void **state) {
  static const golden_step steps[] = {
      {INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, "rule=geometric;min_coverage=0.4"}, {0, NULL}};
  (void)state;
  agrees(steps);
}

/* Others too: what a rule does with fewer children is its own business. */
static void of_other_rules(void **state) {
  static const golden_step steps[] = {
      {INNO_STEP_NORMALIZE, "rule=none"},
      {INNO_STEP_AGGREGATE, "rule=median;@3.rule=copeland;@4.rule=mean_of_best;@4.count=1"},
      {INNO_STEP_RANK, "ties=fractional"},
      {0, NULL}};
  (void)state;
  agrees(steps);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(arithmetic),
      cmocka_unit_test(geometric),
      cmocka_unit_test(of_other_rules),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
