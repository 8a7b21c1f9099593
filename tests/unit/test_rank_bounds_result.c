/* Rank bounds of a result: weights of one family on the way up, everything else fixed. The index that is computed again
 * with the weights found has the ranks that were promised. */
#include <math.h>
#include <string.h>

#include "innoscore/innoscore.h"
#include "support/chance.h"
#include "support/faults.h"
#include "support/golden.h"
#include "support/refusal.h"

enum { UNITS = 14, NODES = 12, CHILDREN = 3 };

static const char *const nodes[NODES][2] = {{"IDX", NULL}, {"PA", "IDX"}, {"PB", "IDX"}, {"SA", "PA"},
                                            {"SB", "PA"},  {"a1", "SA"},  {"a2", "SA"},  {"a3", "SA"},
                                            {"a4", "SB"},  {"a5", "SB"},  {"b1", "PB"},  {"b2", "PB"}};
static const double weight[NODES] = {1, 2, 3, 1, 2, 1, 1, 1, 5, 1, 1, 1};
static const char *const units[UNITS] = {"U0", "U1", "U2", "U3", "U4", "U5", "U6",
                                         "U7", "U8", "U9", "UA", "UB", "UC", "UD"};

static inno_indicator_set *tree;
static inno_dataset *data;
static double cells[NODES][UNITS];

static void make_data(void) {
  inno_dataset_destroy(data);
  ok(inno_dataset_create(NULL, UNITS, units, &data, error));
  for (int v = 5; v < NODES; v++) ok(inno_dataset_add_column(data, nodes[v][0], cells[v], 8, error));
}

static int setup(void **state) {
  seed = 7;
  if (make_error(state) != 0) return 1;
  ok(inno_indicator_set_create(NULL, &tree, error));
  for (int v = 0; v < NODES; v++) {
    ok(inno_indicator_set_add(tree, nodes[v][0], nodes[v][1], error));
    ok(inno_indicator_set_weight(tree, nodes[v][0], weight[v], error));
  }
  ok(inno_indicator_set_freeze(tree, error));
  for (int v = 5; v < NODES; v++)
    for (int i = 0; i < UNITS; i++) cells[v][i] = 100.0 * uniform() * (v < 8 ? 3.0 : 1.0);
  make_data();
  return 0;
}
static int teardown(void **state) {
  inno_dataset_destroy(data);
  inno_indicator_set_destroy(tree);
  data = NULL;
  return end_error(state);
}

static inno_method *make_method(const double *shares, const char *settings) {
  inno_method *m = NULL;
  inno_weights *w = NULL;
  inno_scheme *schemes[2] = {golden_scheme(INNO_STEP_NORMALIZE, "rule=none"),
                             golden_scheme(INNO_STEP_AGGREGATE, settings)};
  ok(inno_weights_create_given(NULL, tree, &w, error));
  for (int j = 0; j < CHILDREN && shares != NULL; j++) ok(inno_weights_set(w, nodes[5 + j][0], shares[j], error));
  ok(inno_method_create(NULL, tree, w, (const inno_scheme *const *)schemes, 2, &m, error));
  inno_weights_destroy(w);
  inno_scheme_destroy(schemes[0]);
  inno_scheme_destroy(schemes[1]);
  return m;
}
static inno_result *make_result(const inno_method *m) {
  inno_result *r = NULL;
  ok(inno_result_create(NULL, m, data, INNO_KEEP_SCORES, &r, error));
  return r;
}
static double rank_again(const double *shares, int64_t node, int unit) {
  double ranks[UNITS];
  inno_method *m = make_method(shares, "rule=arithmetic");
  inno_result *r = make_result(m);
  ok(inno_result_ranks(r, node, NULL, ranks, 8, error));
  inno_result_destroy(r);
  inno_method_destroy(m);
  return ranks[unit];
}
static int64_t node_of(const char *code) { return inno_indicator_set_find(tree, code); }

static void run(inno_rank_bounds *b) {
  int32_t done = 0;
  while (!done) ok(inno_rank_bounds_advance(b, 100000, &done, error));
}

static void ranks_come_again(void **state) {
  (void)state;
  static const char *const tops[] = {"IDX", "PA", "SA"};
  inno_weight_set *set = NULL;
  inno_method *m = make_method(NULL, "rule=arithmetic");
  inno_result *r = make_result(m);
  int moved = 0;
  ok(inno_weight_set_create(NULL, CHILDREN, &set, error));
  ok(inno_weight_set_bounds(set, -1, 0.05, 0.7, error));
  for (int t = 0; t < 3; t++) {
    inno_rank_bounds *b = NULL;
    double best[UNITS], worst[UNITS], proven[UNITS], w[CHILDREN];
    int64_t top = node_of(tops[t]);
    ok(inno_rank_bounds_create_result(NULL, set, m, r, node_of("SA"), top, -1, &b, error));
    run(b);
    ok(inno_rank_bounds_values(b, INNO_RANK_BEST_UPPER, best, 8, error));
    ok(inno_rank_bounds_values(b, INNO_RANK_WORST_LOWER, worst, 8, error));
    for (int i = 0; i < UNITS; i++) {
      ok(inno_rank_bounds_weights(b, i, INNO_RANK_BEST_UPPER, w, 8, NULL, error));
      assert_true(rank_again(w, top, i) == best[i]);
      ok(inno_rank_bounds_weights(b, i, INNO_RANK_WORST_LOWER, w, 8, NULL, error));
      assert_true(rank_again(w, top, i) == worst[i]);
      moved += best[i] < worst[i];
    }
    ok(inno_rank_bounds_values(b, INNO_RANK_BEST_PROVEN, proven, 8, error));
    for (int i = 0; i < UNITS; i++) assert_true(proven[i] == 1.0);
    for (int draws = 0; draws < 200; draws++) { /* and no other weights get outside */
      double lower[UNITS], upper[UNITS], sum = 0.0;
      for (int j = 0; j < CHILDREN; j++) sum += w[j] = 0.3 + 0.4 * uniform();
      for (int j = 0; j < CHILDREN; j++) w[j] /= sum;
      ok(inno_rank_bounds_values(b, INNO_RANK_BEST_LOWER, lower, 8, error));
      ok(inno_rank_bounds_values(b, INNO_RANK_WORST_UPPER, upper, 8, error));
      double rank = rank_again(w, top, draws % UNITS);
      assert_true(lower[draws % UNITS] <= rank && rank <= upper[draws % UNITS]);
    }
    inno_rank_bounds_destroy(b);
  }
  assert_true(moved > UNITS);
  inno_weight_set_destroy(set);
  inno_result_destroy(r);
  inno_method_destroy(m);
}

static void expect_refusal(const inno_weight_set *set, const inno_method *m, const inno_result *r, const char *node,
                           const char *top, int64_t period, inno_status status, const char *word) {
  inno_rank_bounds *b = (inno_rank_bounds *)&seed;
  assert_int_equal(inno_rank_bounds_create_result(NULL, set, m, r, node_of(node), node_of(top), period, &b, error),
                   status);
  assert_null(b);
  if (strstr(inno_error_message(error), word) == NULL) fail_msg("'%s' is not in: %s", word, inno_error_message(error));
}

static void what_is_refused(void **state) {
  (void)state;
  inno_weight_set *set = NULL, *two = NULL;
  inno_method *m = make_method(NULL, "rule=arithmetic");
  inno_method *mixed = make_method(NULL, "rule=arithmetic; PA.rule=geometric");
  inno_result *r = make_result(m), *other = make_result(mixed);
  ok(inno_weight_set_create(NULL, CHILDREN, &set, error));
  ok(inno_weight_set_create(NULL, 2, &two, error));
  expect_refusal(set, mixed, other, "SA", "IDX", -1, INNO_E_RULE, "'PA'");
  expect_refusal(set, mixed, r, "SA", "IDX", -1, INNO_E_ARGUMENT, "another method");
  expect_refusal(two, m, r, "SA", "IDX", -1, INNO_E_ARGUMENT, "3 children");
  expect_refusal(set, m, r, "SA", "PB", -1, INNO_E_ARGUMENT, "'PB'");
  expect_refusal(set, m, r, "a1", "IDX", -1, INNO_E_ARGUMENT, "node");
  expect_refusal(set, m, r, "SA", "a1", -1, INNO_E_ARGUMENT, "top");
  expect_refusal(set, m, r, "SA", "IDX", 1, INNO_E_ARGUMENT, "period");
  inno_rank_bounds *b = NULL;
  ok(inno_rank_bounds_create_result(NULL, set, mixed, other, node_of("SA"), node_of("SA"), 0, &b, error));
  inno_rank_bounds_destroy(b); /* nothing above matters then */
  inno_result_destroy(r);
  cells[6][3] = NAN; /* a child */
  make_data();
  r = make_result(m);
  expect_refusal(set, m, r, "SA", "IDX", -1, INNO_E_NODATA, "'a2' of unit 'U3'");
  inno_result_destroy(r);
  cells[6][3] = 1.0;
  cells[10][5] = cells[11][5] = NAN; /* a pillar beside the path */
  make_data();
  r = make_result(m);
  expect_refusal(set, m, r, "SA", "IDX", -1, INNO_E_NODATA, "'PB' of unit 'U5'");
  inno_result_destroy(r);
  for (int v = 5; v < NODES; v++) cells[v][5] = NAN; /* no score at all: takes no part */
  make_data();
  r = make_result(m);
  ok(inno_rank_bounds_create_result(NULL, set, m, r, node_of("SA"), node_of("IDX"), -1, &b, error));
  run(b);
  double worst[UNITS];
  ok(inno_rank_bounds_values(b, INNO_RANK_WORST_UPPER, worst, 8, error));
  assert_true(isnan(worst[5]));
  for (int i = 0; i < UNITS; i++) assert_true(i == 5 || worst[i] <= UNITS - 1);
  inno_rank_bounds_destroy(b);
  inno_result_destroy(r);
  inno_result_destroy(other);
  inno_method_destroy(m);
  inno_method_destroy(mixed);
  inno_weight_set_destroy(set);
  inno_weight_set_destroy(two);
}

static void every_allocation_may_fail(void **state) {
  (void)state;
  inno_weight_set *set = NULL;
  inno_method *m = make_method(NULL, "rule=arithmetic");
  inno_result *r = make_result(m);
  ok(inno_weight_set_create(NULL, CHILDREN, &set, error));
  faults turn = {0};
  while (faults_again(&turn)) {
    inno_rank_bounds *b = NOT_AN_OBJECT;
    inno_status s =
        inno_rank_bounds_create_result(&turn.allocator, set, m, r, node_of("SA"), node_of("IDX"), -1, &b, error);
    FAULTS_MADE(&turn, s, b);
    inno_rank_bounds_destroy(b);
  }
  assert_true(turn.permitted > 3 && turn.permitted < 100);
  inno_weight_set_destroy(set);
  inno_result_destroy(r);
  inno_method_destroy(m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(ranks_come_again, setup, teardown),
      cmocka_unit_test_setup_teardown(what_is_refused, setup, teardown),
      cmocka_unit_test_setup_teardown(every_allocation_may_fail, setup, teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
