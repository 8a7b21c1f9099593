/* A table of 60 units with 20 planted errors: all of them are found, and nothing else. The table is generated, printed
 * with two decimals from exactly rounded numbers, and then spoilt. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "support/publication.h"

enum { UNITS = 60, NODES = 13, INDICATORS = 9, PLANTED = 20 };

static const char *const nodes[NODES][2] = {
    {"a1", "A"}, {"a2", "A"}, {"a3", "A"}, {"b1", "B"}, {"b2", "B"}, {"b3", "B"},  {"c1", "C"},
    {"c2", "C"}, {"c3", "C"}, {"A", "IX"}, {"B", "IX"}, {"C", "IX"}, {"IX", NULL},
};
static const double weights[NODES] = {1, 2, 1, 1, 1, 1, 3, 2, 1, 2, 1, 1, 1};

typedef struct {
  const char *node;
  int unit, rank; /* rank = 1: the rank is spoilt, else the score */
  double by;
} error;

/* Last digits changed by one, digits turned round, a digit more; of nodes on every level. */
static const error planted[PLANTED] = {
    {"IX", 3, 0, 0.01},  {"IX", 17, 0, -0.01}, {"IX", 29, 0, 9.0},  {"IX", 41, 0, -0.27}, {"A", 5, 0, 0.02},
    {"A", 22, 0, -1.0},  {"B", 8, 0, 0.09},    {"B", 50, 0, -0.03}, {"C", 11, 0, 0.01},   {"C", 33, 0, 18.0},
    {"a2", 44, 0, 0.01}, {"b3", 14, 0, -10.0}, {"c1", 56, 0, 0.36}, {"IX", 7, 1, 1},      {"IX", 25, 1, -9},
    {"IX", 38, 1, 27},   {"A", 2, 1, -1},      {"B", 47, 1, 2},     {"C", 20, 1, 40},     {"C", 59, 1, -3},
};

typedef struct {
  inno_indicator_set *set;
  inno_method *method;
  inno_dataset *data;
  inno_result *result;
  char codes[UNITS][8];
  const char *unit[UNITS];
} model;

static double uniform(uint64_t *seed) {
  *seed = *seed * 6364136223846793005u + 1442695040888963407u;
  return (double)(*seed >> 11) / 9007199254740992.0;
}

static void make(model *m) {
  uint64_t seed = 2025;
  double x[UNITS];
  assert_int_equal(inno_indicator_set_create(NULL, &m->set, NULL), INNO_OK);
  for (int j = 0; j < NODES; j++) {
    assert_int_equal(inno_indicator_set_add(m->set, nodes[j][0], nodes[j][1], NULL), INNO_OK);
    assert_int_equal(inno_indicator_set_weight(m->set, nodes[j][0], weights[j], NULL), INNO_OK);
  }
  assert_int_equal(inno_indicator_set_freeze(m->set, NULL), INNO_OK);
  const golden_step steps[] = {{INNO_STEP_NORMALIZE, "rule=none"}, {0, NULL}};
  m->method = golden_method(m->set, steps);
  for (int i = 0; i < UNITS; i++) {
    snprintf(m->codes[i], sizeof m->codes[i], "U%d", i);
    m->unit[i] = m->codes[i];
  }
  assert_int_equal(inno_dataset_create(NULL, UNITS, m->unit, &m->data, NULL), INNO_OK);
  for (int j = 0; j < INDICATORS; j++) {
    for (int i = 0; i < UNITS; i++) x[i] = 20.0 + 60.0 * uniform(&seed);
    assert_int_equal(inno_dataset_add_column(m->data, nodes[j][0], x, sizeof *x, NULL), INNO_OK);
  }
  m->result = golden_result(m->method, m->data);
}

static void end(model *m) {
  inno_result_destroy(m->result);
  inno_dataset_destroy(m->data);
  inno_method_destroy(m->method);
  inno_indicator_set_destroy(m->set);
}

/* Printed as printf does, which is exact. */
static double printed(double x) {
  char text[40];
  snprintf(text, sizeof text, "%.2f", x);
  return strtod(text, NULL);
}

/* The whole table with the planted errors that pick says. */
static inno_publication *print(const model *m, int (*pick)(const error *e)) {
  inno_publication *p = publication_of(m->set, UNITS, m->unit);
  for (int j = 0; j < NODES; j++) {
    double score[UNITS], rank[UNITS];
    int64_t node = inno_result_find_node(m->result, nodes[j][0]);
    assert_int_equal(inno_result_scores(m->result, node, score, sizeof *score, NULL), INNO_OK);
    assert_int_equal(inno_result_ranks(m->result, node, NULL, rank, sizeof *rank, NULL), INNO_OK);
    for (int i = 0; i < UNITS; i++) score[i] = printed(score[i]);
    for (int k = 0; k < PLANTED; k++) {
      const error *e = &planted[k];
      if (strcmp(e->node, nodes[j][0]) != 0 || !pick(e)) continue;
      if (e->rank)
        rank[e->unit] += e->by;
      else
        score[e->unit] = printed(score[e->unit] + e->by);
    }
    print_scores(p, nodes[j][0], score, 2);
    if (j >= INDICATORS) print_ranks(p, nodes[j][0], rank);
  }
  return p;
}

static int all(const error *e) { return e != NULL; }
static int none(const error *e) { return e == NULL; }

static void with_data(void **state) {
  model m;
  (void)state;
  make(&m);
  inno_publication *p = print(&m, all);
  inno_analysis *a = verify(p, "", m.method, m.result);
  say_findings(a);
  for (int k = 0; k < PLANTED; k++) {
    const char *node = planted[k].node, *unit = m.unit[planted[k].unit];
    /* one last digit less may be what truncation gives, in a column that is not truncated */
    if (planted[k].rank
            ? !found(a, INNO_FINDING_RANK_DIFFERS, node, unit)
            : !found(a, INNO_FINDING_SCORE_DIFFERS, node, unit) && !found(a, INNO_FINDING_ROUNDING_ODD, node, unit))
      fail_msg("%s of %s is not found", planted[k].node, m.unit[planted[k].unit]);
  }
  assert_int_equal(finding_count(a), PLANTED);
  inno_analysis_destroy(a);
  inno_publication_destroy(p);
  p = print(&m, none);
  a = verify(p, "", m.method, m.result);
  assert_int_equal(finding_count(a), 0);
  inno_analysis_destroy(a);
  inno_publication_destroy(p);
  end(&m);
}

/* Without data a score is found where it is farther off than rounding of it and its parts lets it be: 0.01 here. */
static int visible(const error *e) { return e->rank || fabs(e->by) > 0.0101; }

/* Where the table itself says that something is wrong: an indicator is seen in the aggregate above it. */
static const char *seen_in(const char *node) {
  for (int j = 0; j < INDICATORS; j++)
    if (strcmp(nodes[j][0], node) == 0) return nodes[j][1];
  return node;
}

/* A finding about ranks names the unit, as one or the other of two. */
static int about(const inno_analysis *a, const char *node, const char *unit) {
  for (int64_t k = 0; k < finding_count(a); k++) {
    int64_t n = (int64_t)cell(a, INNO_RECORD_FINDING, k, INNO_FIELD_NODE);
    int64_t first = (int64_t)cell(a, INNO_RECORD_FINDING, k, INNO_FIELD_UNIT);
    int64_t other = (int64_t)cell(a, INNO_RECORD_FINDING, k, INNO_FIELD_OTHER);
    if (cell(a, INNO_RECORD_FINDING, k, INNO_FIELD_FINDING) == INNO_FINDING_PARTS_DIFFER) continue;
    if (strcmp(inno_analysis_node_code(a, n), node) != 0) continue;
    if (strcmp(inno_analysis_unit_code(a, first), unit) == 0) return 1;
    if (other >= 0 && strcmp(inno_analysis_unit_code(a, other), unit) == 0) return 1;
  }
  return 0;
}

static void table_alone(void **state) {
  model m;
  int scores = 0, ranks = 0;
  (void)state;
  make(&m);
  inno_publication *p = print(&m, visible);
  inno_analysis *a = verify(p, "ranked_units=60", m.method, NULL);
  say_findings(a);
  for (int k = 0; k < PLANTED; k++) {
    const error *e = &planted[k];
    if (!visible(e) || e->rank) continue;
    scores++;
    if (!found(a, INNO_FINDING_PARTS_DIFFER, seen_in(e->node), m.unit[e->unit]))
      fail_msg("%s of %s is not found", e->node, m.unit[e->unit]);
  }
  for (int k = 0; k < PLANTED; k++)
    if (planted[k].rank && !about(a, planted[k].node, m.unit[planted[k].unit]))
      fail_msg("the rank of %s in %s is not found", m.unit[planted[k].unit], planted[k].node);
  for (int64_t k = 0; k < finding_count(a); k++) {
    double kind = cell(a, INNO_RECORD_FINDING, k, INNO_FIELD_FINDING);
    ranks +=
        kind == INNO_FINDING_RANK_ORDER || kind == INNO_FINDING_RANK_REPEATED || kind == INNO_FINDING_RANK_IMPOSSIBLE;
  }
  print_message("%d scores and %d ranks found without data\n", scores, ranks);
  assert_int_equal(finding_count(a), scores + ranks);
  assert_int_equal(ranks, 7);
  inno_analysis_destroy(a);
  inno_publication_destroy(p);
  p = print(&m, none);
  a = verify(p, "", m.method, NULL);
  assert_int_equal(finding_count(a), 0);
  inno_analysis_destroy(a);
  inno_publication_destroy(p);
  end(&m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(with_data),
      cmocka_unit_test(table_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
