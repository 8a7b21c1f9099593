/* Tallies of an uncertainty: what they count is what replays say, one by one. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "innoscore/innoscore.h"
#include "innoscore/tally.h"
#include "numeric/order.h"
#include "numeric/quantile.h"
#include "support/error.h"
#include "support/faults.h"
#include "support/golden.h"

enum { U = 6, K = 4, NODES = 5, N = 500 };

typedef struct {
  inno_indicator_set *set;
  inno_dataset *data;
  inno_assumptions *list;
  inno_scheme *aggregate, *ranks;
} bench;

/* Four indicators, weights anywhere; now and then a geometric mean, which fails at the zero of unit C. */
static void open_bench(bench *b, const char *ties) {
  static const char *const units[U] = {"A", "B", "C", "D", "E", "F"}, *const codes[K] = {"p", "q", "r", "s"};
  static const double x[K][U] = {
      {90, 80, 10, 30, 30, 55}, {20, 70, 0, 30, 30, 50}, {10, 20, 95, 30, 30, 45}, {60, 10, 50, 30, 30, NAN}};
  char setting[64];
  *b = (bench){NULL, NULL, NULL, NULL, NULL};
  ok(inno_indicator_set_create(NULL, &b->set, error));
  ok(inno_indicator_set_add(b->set, "index", NULL, error));
  for (int j = 0; j < K; j++) ok(inno_indicator_set_add(b->set, codes[j], "index", error));
  ok(inno_indicator_set_freeze(b->set, error));
  ok(inno_dataset_create(NULL, U, units, &b->data, error));
  for (int j = 0; j < K; j++) ok(inno_dataset_add_column(b->data, codes[j], x[j], sizeof(double), error));
  ok(inno_assumptions_create(NULL, &b->list, error));
  ok(inno_assumptions_add_simplex(b->list, "index", error));
  b->aggregate = golden_scheme(INNO_STEP_AGGREGATE, "rule=arithmetic");
  snprintf(setting, sizeof setting, "ties=%s", ties);
  b->ranks = golden_scheme(INNO_STEP_RANK, setting);
}

static void close_bench(bench *b) {
  inno_scheme_destroy(b->aggregate);
  inno_scheme_destroy(b->ranks);
  inno_assumptions_destroy(b->list);
  inno_dataset_destroy(b->data);
  inno_indicator_set_destroy(b->set);
}

static void may_fail(bench *b) {
  inno_scheme *geometric = golden_scheme(INNO_STEP_AGGREGATE, "rule=geometric");
  const inno_scheme *choices[2] = {b->aggregate, geometric};
  ok(inno_assumptions_add_schemes(b->list, 1, choices, 2, NULL, error));
  inno_scheme_destroy(geometric);
}

static inno_uncertainty *compile(const bench *b, const char *options) {
  inno_scheme *none = golden_scheme(INNO_STEP_NORMALIZE, "rule=none"),
              *settings = golden_scheme(INNO_STEP_UNCERTAINTY, options);
  const inno_scheme *steps[3] = {none, b->aggregate, b->ranks};
  inno_uncertainty *u = NULL;
  ok(inno_uncertainty_create(NULL, b->set, NULL, steps, 3, b->data, b->list, settings, &u, error));
  inno_scheme_destroy(none);
  inno_scheme_destroy(settings);
  return u;
}

#define ALL "seed=5; top=2; score_low=0; score_high=100; score_bins=200; pairs=1; central=1"

static double score[N][U], rank[N][U], weights[N][K + 1];
static inno_status status[N];

static void replay(const inno_uncertainty *u) {
  assert_true(inno_uncertainty_parameter_count(u) <= K + 1);
  for (int r = 0; r < N; r++) status[r] = inno_uncertainty_replay(u, r, weights[r], score[r], rank[r], NULL);
}

static void counts_what_replays_say(const inno_uncertainty *u, const inno_tally *t) {
  double count[U * 2 * U], wins[U * U], mean[U], unranked[U], good = 0.0, failed = 0.0, scores[U];
  int64_t columns = inno_tally_column_count(t, INNO_TALLY_RANK_COUNTS),
          halves = inno_tally_number(t, INNO_TALLY_HALVES);
  ok(inno_tally_matrix(t, INNO_TALLY_RANK_COUNTS, count, 8 * columns, 8, error));
  ok(inno_tally_matrix(t, INNO_TALLY_PAIR_WINS, wins, 8 * U, 8, error));
  ok(inno_tally_unit_values(t, INNO_TALLY_MEAN, mean, 8, error));
  ok(inno_tally_unit_values(t, INNO_TALLY_UNRANKED, unranked, 8, error));
  ok(inno_tally_unit_values(t, INNO_TALLY_SCORE_MEAN, scores, 8, error));
  replay(u);
  for (int r = 0; r < N; r++) *(status[r] == INNO_OK ? &good : &failed) += 1.0;
  assert_true((double)inno_tally_number(t, INNO_TALLY_FAILED) == failed);
  for (int i = 0; i < U; i++) {
    double sum = 0.0, total = 0.0, ranked = 0.0;
    for (int64_t k = 0; k < columns; k++) {
      double expected = 0.0;
      for (int r = 0; r < N; r++)
        expected += status[r] == INNO_OK && rank[r][i] == 1.0 + (double)k * (halves ? 0.5 : 1.0);
      assert_true(count[i * columns + k] == expected);
    }
    for (int r = 0; r < N; r++) {
      if (status[r] != INNO_OK || isnan(rank[r][i])) continue;
      ranked += 1.0;
      sum += rank[r][i];
      total += score[r][i];
    }
    assert_true(unranked[i] == good - ranked && fabs(mean[i] - sum / ranked) < 1e-13);
    assert_true(fabs(scores[i] - total / ranked) < 1e-8);
    for (int j = 0; j < U; j++) {
      double w = 0.0;
      for (int r = 0; r < N; r++) w += status[r] == INNO_OK && rank[r][i] < rank[r][j];
      if (i != j) assert_true(wins[i * U + j] == w / good);
    }
  }
}

static void every_kind_of_ranks(void **state) {
  (void)state;
  static const char *const ties[] = {"competition", "fractional", "dense", "modified"};
  for (int k = 0; k < 4; k++) {
    bench b;
    inno_tally *t = NULL;
    open_bench(&b, ties[k]);
    may_fail(&b);
    inno_uncertainty *u = compile(&b, ALL);
    ok(inno_tally_create(NULL, u, &t, error));
    assert_int_equal(inno_tally_number(t, INNO_TALLY_HALVES), k == 1);
    ok(inno_tally_run(t, u, 0, N, error));
    counts_what_replays_say(u, t);
    double nominal[U], expected[U];
    ok(inno_tally_unit_values(t, INNO_TALLY_NOMINAL, nominal, 8, error));
    ok(inno_uncertainty_nominal(u, NULL, expected, error));
    assert_memory_equal(nominal, expected, sizeof nominal);
    int64_t count, replicate;
    inno_status kind;
    ok(inno_tally_failure(t, 0, &kind, &count, &replicate));
    assert_true(kind == status[replicate] && count == inno_tally_number(t, INNO_TALLY_FAILED) && count > 0);
    assert_int_equal(replicate, inno_tally_number(t, INNO_TALLY_FIRST_FAILED));
    for (int64_t r = 0; r < replicate; r++) assert_int_equal(status[r], INNO_OK);
    inno_uncertainty_destroy(u); /* the tally stays */
    assert_int_equal(inno_tally_number(t, INNO_TALLY_TOP_COUNT), 2);
    inno_tally_destroy(t);
    close_bench(&b);
  }
}

/* The mean of the weights where a unit comes first; a column for each node, the index has 1. */
static void central_weights(void **state) {
  (void)state;
  bench b;
  inno_tally *t = NULL;
  double central[U * NODES];
  open_bench(&b, "competition");
  inno_uncertainty *u = compile(&b, ALL);
  ok(inno_tally_create(NULL, u, &t, error));
  ok(inno_tally_run(t, u, 0, N, error));
  assert_int_equal(inno_tally_column_count(t, INNO_TALLY_CENTRAL), NODES);
  ok(inno_tally_matrix(t, INNO_TALLY_CENTRAL, central, 8 * NODES, 8, error));
  replay(u);
  for (int i = 0; i < U; i++) {
    double sum[K] = {0, 0, 0, 0}, firsts = 0.0, all = 0.0;
    for (int r = 0; r < N; r++) {
      double of = 0.0;
      for (int j = 0; j < K; j++) of += weights[r][j];
      firsts += rank[r][i] == 1.0;
      for (int j = 0; j < K; j++) sum[j] += rank[r][i] == 1.0 ? weights[r][j] / of : 0.0;
    }
    for (int j = 0; j < K; j++) {
      all += central[i * NODES + j];
      assert_true(firsts > 0.0 ? fabs(central[i * NODES + j] - sum[j] / firsts) < 1e-9 : isnan(central[i * NODES + j]));
    }
    if (firsts > 0.0) assert_true(fabs(all - 1.0) < 1e-8 && central[i * NODES + K] == 1.0);
  }
  inno_tally_destroy(t);
  inno_uncertainty_destroy(u);
  close_bench(&b);
}

static void splits_and_the_second_pass(void **state) {
  (void)state;
  bench b;
  inno_tally *t = NULL, *parts = NULL, *other = NULL;
  inno_score_pass *pass = NULL;
  char one[65], two[65];
  double out[3 * U], x[N], work[2 * N];
  static const double asked[3] = {0.05, 0.5, 0.95};
  open_bench(&b, "competition");
  may_fail(&b);
  inno_uncertainty *u = compile(&b, ALL);
  ok(inno_tally_create(NULL, u, &t, error));
  ok(inno_tally_create(NULL, u, &parts, error));
  ok(inno_tally_create(NULL, u, &other, error));
  ok(inno_tally_run(t, u, 0, N, error));
  ok(inno_tally_run(parts, u, 3, 14, error));
  ok(inno_tally_run(parts, u, 0, 3, error));
  ok(inno_tally_run(other, u, 17, N - 17, error));
  ok(inno_tally_merge(other, parts, error));
  ok(inno_tally_digest(t, one, 65, error));
  ok(inno_tally_digest(other, two, 65, error));
  assert_string_equal(one, two);
  ok(inno_score_pass_create(NULL, t, asked, 3, 7, 10000, &pass, error));
  ok(inno_score_pass_run(pass, u, 100, N - 100, error));
  assert_int_equal(inno_score_pass_run(pass, u, 99, 2, error), INNO_E_TALLY);
  ok(inno_score_pass_run(pass, u, 0, 100, error));
  ok(inno_score_pass_quantiles(pass, out, 24, 8, error));
  replay(u);
  for (int i = 0; i < U; i++) {
    int64_t m = 0;
    for (int r = 0; r < N; r++)
      if (status[r] == INNO_OK && !isnan(score[r][i])) x[m++] = score[r][i];
    inno__sort(x, m, work);
    for (int k = 0; k < 3; k++) assert_true(out[3 * i + k] == inno__quantile_sorted(x, m, asked[k], 7));
  }
  inno_score_pass_destroy(pass);
  inno_tally_destroy(t);
  inno_tally_destroy(parts);
  inno_tally_destroy(other);
  inno_uncertainty_destroy(u);
  close_bench(&b);
}

static void another_uncertainty_is_refused(void **state) {
  (void)state;
  static const char *const options[] = {"seed=6; top=2", "seed=5; top=3", "seed=5; top=2; pairs=1"};
  bench b;
  inno_tally *t = NULL, *more = NULL;
  open_bench(&b, "competition");
  inno_uncertainty *u = compile(&b, "seed=5; top=2"), *again = compile(&b, "seed=5; top=2");
  ok(inno_tally_create(NULL, u, &t, error));
  ok(inno_tally_run(t, u, 0, 10, error));
  ok(inno_tally_run(t, again, 10, 10, error)); /* the same, made again */
  for (int k = 0; k < 3; k++) {
    inno_uncertainty *other = compile(&b, options[k]);
    assert_int_equal(inno_tally_run(t, other, 20, 1, error), INNO_E_TALLY);
    ok(inno_tally_create(NULL, other, &more, error));
    assert_int_equal(inno_tally_merge(t, more, error), INNO_E_TALLY);
    inno_tally_destroy(more);
    inno_uncertainty_destroy(other);
  }
  assert_int_equal(inno_tally_run(t, u, -1, 1, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_tally_run(t, u, 20, -1, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_tally_run(t, u, INT64_MAX, INT64_MAX, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_tally_run(t, u, (int64_t)1 << 62, 1, error), INNO_E_ARGUMENT);
  ok(inno_tally_run(t, u, ((int64_t)1 << 62) - 1, 1, error));
  assert_int_equal(inno_tally_number(t, INNO_TALLY_REPLICATES), 21);
  assert_int_equal(inno_tally_number(t, INNO_TALLY_COMPLETE), 20);
  inno_tally_destroy(t);
  inno_uncertainty_destroy(u);
  inno_uncertainty_destroy(again);
  close_bench(&b);
}

/* A run without memory counts nothing. */
static void memory_runs_out(void **state) {
  (void)state;
  bench b;
  char before[65], after[65];
  open_bench(&b, "competition");
  inno_uncertainty *u = compile(&b, ALL);
  faults turn = {0};
  while (faults_again(&turn)) {
    inno_tally *t = NULL;
    inno_status s = inno_tally_create(&turn.allocator, u, &t, error);
    if (s == INNO_OK) {
      inno_tally_digest(t, before, 65, NULL);
      s = inno_tally_run(t, u, 0, 40, error);
      inno_tally_digest(t, after, 65, NULL);
      assert_int_equal(s == INNO_OK, strcmp(before, after) != 0);
    }
    faults_said(&turn, s);
    inno_tally_destroy(t);
  }
  inno_uncertainty_destroy(u);
  close_bench(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(every_kind_of_ranks), cmocka_unit_test(central_weights),
                                     cmocka_unit_test(splits_and_the_second_pass),
                                     cmocka_unit_test(another_uncertainty_is_refused),
                                     cmocka_unit_test(memory_runs_out)};
  return cmocka_run_group_tests(tests, make_error, end_error);
}
