/* Replicates and tallies at the edges: few units, missing ones, ties that the nominal method alone has, concentrations
 * beyond every gamma quantile, errors elsewhere, scales too narrow; and every kernel from numbers to ranks. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"
#include "robust/kernel.h"
#include "robust/replicate.h"
#include "support/golden.h"

enum { K = 4, MOST = 70, L = INNO__LANES };

static const char *const codes[K] = {"p", "q", "r", "s"}; /* two of each of the pillars A and B */

static inno_error *error;

static void ok(inno_status s) {
  if (s != INNO_OK) fail_msg("%s", inno_error_message(error));
}

static void refused(inno_status s, inno_status expected, const char *said) {
  assert_int_equal(s, expected);
  if (strstr(inno_error_message(error), said) == NULL) fail_msg("%s", inno_error_message(error));
}

typedef struct {
  inno_indicator_set *set;
  inno_dataset *data;
  inno_assumptions *list;
  inno_scheme *steps[4]; /* imputation, normalization, aggregation, ranking */
} bench;

/* x: columns, one after the other. */
static void open_bench(bench *b, int units, const double *x) {
  static char name[MOST][8];
  const char *names[MOST];
  for (int i = 0; i < units; i++) {
    snprintf(name[i], sizeof name[i], "u%d", i);
    names[i] = name[i];
  }
  ok(inno_indicator_set_create(NULL, &b->set, error));
  ok(inno_indicator_set_add(b->set, "index", NULL, error));
  ok(inno_indicator_set_add(b->set, "A", "index", error));
  ok(inno_indicator_set_add(b->set, "B", "index", error));
  for (int j = 0; j < K; j++) ok(inno_indicator_set_add(b->set, codes[j], j < 2 ? "A" : "B", error));
  ok(inno_indicator_set_freeze(b->set, error));
  ok(inno_dataset_create(NULL, units, names, &b->data, error));
  for (int j = 0; j < K; j++) ok(inno_dataset_add_column(b->data, codes[j], x + j * units, sizeof(double), error));
  ok(inno_assumptions_create(NULL, &b->list, error));
  b->steps[0] = golden_scheme(INNO_STEP_IMPUTE, "rule=none");
  b->steps[1] = golden_scheme(INNO_STEP_NORMALIZE, "rule=none");
  b->steps[2] = golden_scheme(INNO_STEP_AGGREGATE, "rule=arithmetic");
  b->steps[3] = golden_scheme(INNO_STEP_RANK, "ties=competition");
}

static void close_bench(bench *b) {
  for (int k = 0; k < 4; k++) inno_scheme_destroy(b->steps[k]);
  inno_assumptions_destroy(b->list);
  inno_dataset_destroy(b->data);
  inno_indicator_set_destroy(b->set);
}

static void vary(const bench *b, int position, int32_t step, const char *one, const char *other) {
  inno_scheme *both[2] = {golden_scheme(step, one), golden_scheme(step, other)};
  ok(inno_assumptions_add_schemes(b->list, position, (const inno_scheme *const *)both, 2, NULL, error));
  for (int k = 0; k < 2; k++) inno_scheme_destroy(both[k]);
}

static inno_status compile(const bench *b, const char *options, inno_uncertainty **out) {
  inno_scheme *settings = golden_scheme(INNO_STEP_UNCERTAINTY, options);
  inno_status s = inno_uncertainty_create(NULL, b->set, NULL, (const inno_scheme *const *)b->steps, 4, b->data, b->list,
                                          settings, out, error);
  inno_scheme_destroy(settings);
  return s;
}

static inno_tally *run(const inno_uncertainty *u, int64_t replicates) {
  inno_tally *t = NULL;
  ok(inno_tally_create(NULL, u, &t, error));
  ok(inno_tally_run(t, u, 0, replicates, error));
  return t;
}

/* ---- few units ---- */

/* One of two units has nothing: where nothing is imputed it has no rank, in a block of many replicates as alone. */
static void two_units_one_missing(void **state) {
  static const double x[2 * K] = {NAN, 3, NAN, 4, NAN, 5, NAN, 6};
  bench b;
  inno_uncertainty *u = NULL;
  double unranked[2], best[2], expected = 0.0;
  (void)state;
  open_bench(&b, 2, x);
  vary(&b, 0, INNO_STEP_IMPUTE, "rule=none", "rule=mean");
  ok(compile(&b, "seed=3", &u));
  inno_tally *t = run(u, 64);
  for (int64_t r = 0; r < 64; r++) {
    double rank[2];
    ok(inno_uncertainty_replay(u, r, NULL, NULL, rank, error));
    expected += isnan(rank[0]) != 0;
    assert_true(rank[1] == 1.0);
  }
  ok(inno_tally_unit_values(t, INNO_TALLY_UNRANKED, unranked, 8, error));
  ok(inno_tally_unit_values(t, INNO_TALLY_WORST, best, 8, error));
  assert_true(unranked[0] == expected && expected > 16.0 && unranked[1] == 0.0);
  assert_true(best[0] == 1.0 && best[1] == 1.0);
  inno_tally_destroy(t);
  inno_uncertainty_destroy(u);
  close_bench(&b);
}

static void one_unit(void **state) {
  static const double x[K] = {1, 2, 3, 4};
  bench b;
  inno_uncertainty *u = NULL;
  double out[1];
  (void)state;
  open_bench(&b, 1, x);
  ok(inno_assumptions_add_simplex(b.list, "A", error));
  ok(compile(&b, "pairs=1; central=1; top=5", &u));
  inno_tally *t = run(u, 33);
  static const int32_t ones[] = {INNO_TALLY_NOMINAL, INNO_TALLY_MEAN,  INNO_TALLY_BEST,  INNO_TALLY_WORST,
                                 INNO_TALLY_TOP,     INNO_TALLY_LOWER, INNO_TALLY_MEDIAN};
  for (size_t k = 0; k < sizeof ones / sizeof ones[0]; k++) {
    ok(inno_tally_unit_values(t, ones[k], out, 8, error));
    assert_true(out[0] == 1.0);
  }
  ok(inno_tally_matrix(t, INNO_TALLY_PAIR_WINS, out, 8, 8, error));
  assert_true(isnan(out[0]));
  inno_tally_destroy(t);
  inno_uncertainty_destroy(u);
  close_bench(&b);
}

/* ---- what is counted ---- */

/* The nominal method shares ranks, no alternative does: its halves are kept. */
static void nominal_ranks_in_halves(void **state) {
  static const double x[4 * K] = {1, 1, 2, 0, 2, 2, 4, 0, 3, 3, 5, 0, 4, 4, 6, 0};
  bench b;
  inno_uncertainty *u = NULL;
  double nominal[4], expected[4];
  (void)state;
  open_bench(&b, 4, x);
  inno_scheme_destroy(b.steps[3]);
  b.steps[3] = golden_scheme(INNO_STEP_RANK, "ties=fractional");
  vary(&b, 3, INNO_STEP_RANK, "ties=competition", "ties=dense");
  ok(compile(&b, "", &u));
  inno_tally *t = run(u, 10);
  ok(inno_tally_unit_values(t, INNO_TALLY_NOMINAL, nominal, 8, error));
  ok(inno_uncertainty_nominal(u, NULL, expected, error));
  assert_true(expected[0] == 2.5);
  assert_memory_equal(nominal, expected, sizeof nominal);
  inno_tally_destroy(t);
  inno_uncertainty_destroy(u);
  close_bench(&b);
}

/* The option decides the lower and the upper rank, here and in a tally that was read; other options do not merge. */
static void confidence_of_ranks(void **state) {
  static const double x[5 * K] = {5, 4, 3, 2, 1, 1, 5, 2, 4, 3, 2, 3, 4, 5, 1, 3, 1, 2, 5, 4};
  bench b;
  inno_uncertainty *u[2] = {NULL, NULL};
  inno_tally *t[2], *read = NULL;
  double lower[2][5], quantile[5], again[5];
  (void)state;
  open_bench(&b, 5, x);
  ok(inno_assumptions_add_simplex(b.list, "A", error));
  ok(inno_assumptions_add_simplex(b.list, "index", error));
  for (int k = 0; k < 2; k++) {
    ok(compile(&b, k == 0 ? "" : "confidence=0.2", &u[k]));
    ok(inno_tally_create(NULL, u[k], &t[k], error));
    ok(inno_tally_run(t[k], u[k], 500 * k, 500, error)); /* no replicate is in both */
    ok(inno_tally_unit_values(t[k], INNO_TALLY_LOWER, lower[k], 8, error));
    ok(inno_tally_rank_quantiles(t[k], (double[]){k == 0 ? (1.0 - 0.9) / 2.0 : 0.4}, 1, 7, quantile, 8, 8, error));
    assert_memory_equal(lower[k], quantile, sizeof quantile);
    ok(inno_tally_unit_values(t[k], INNO_TALLY_UPPER, again, 8, error));
    ok(inno_tally_rank_quantiles(t[k], (double[]){k == 0 ? (1.0 + 0.9) / 2.0 : 0.6}, 1, 7, quantile, 8, 8, error));
    assert_memory_equal(again, quantile, sizeof quantile);
  }
  assert_memory_not_equal(lower[0], lower[1], sizeof quantile);
  int64_t size = 0;
  ok(inno_tally_write(t[1], NULL, 0, &size, error));
  unsigned char *bytes = malloc((size_t)size);
  ok(inno_tally_write(t[1], bytes, size, &size, error));
  ok(inno_tally_read(NULL, bytes, size, &read, error));
  ok(inno_tally_unit_values(read, INNO_TALLY_LOWER, again, 8, error));
  assert_memory_equal(lower[1], again, sizeof again);
  assert_int_equal(inno_tally_merge(t[0], read, error), INNO_E_TALLY);
  free(bytes);
  inno_tally_destroy(read);
  for (int k = 0; k < 2; k++) {
    inno_tally_destroy(t[k]);
    inno_uncertainty_destroy(u[k]);
  }
  close_bench(&b);
}

/* So narrow a scale has no steps that are numbers; both zeros are one end. */
static void scales_of_scores(void **state) {
  static const double x[2 * K] = {1e-301, 2e-301, 0, 0, 3e-301, 0, 1e-301, 1e-301};
  bench b;
  inno_uncertainty *u = NULL;
  inno_tally *t[2];
  char digest[2][65];
  (void)state;
  open_bench(&b, 2, x);
  ok(inno_assumptions_add_simplex(b.list, "A", error));
  refused(compile(&b, "score_low=0; score_high=1e-300; score_bins=10", &u), INNO_E_VALUE, "score_high = 1e-300");
  refused(compile(&b, "score_low=-1e301; score_high=0; score_bins=10", &u), INNO_E_VALUE, "score_low = -1e+301");
  for (int k = 0; k < 2; k++) {
    ok(compile(&b, k == 0 ? "score_low=0; score_high=1; score_bins=10" : "score_low=-0; score_high=1; score_bins=10",
               &u));
    t[k] = run(u, 20);
    ok(inno_tally_digest(t[k], digest[k], 65, error));
    inno_uncertainty_destroy(u);
  }
  assert_string_equal(digest[0], digest[1]);
  for (int k = 0; k < 2; k++) inno_tally_destroy(t[k]);
  close_bench(&b);
}

/* ---- what is drawn ---- */

/* Nearly all the weight is one child's, whichever of them; beyond what can be drawn it is refused. */
static void small_concentrations(void **state) {
  static const double x[3 * K] = {1, 2, 3, 3, 1, 2, 2, 3, 1, 4, 1, 2};
  enum { N = 4000 };
  static const double concentration[] = {1e-3, 1e-6, 1e-250};
  bench b;
  inno_uncertainty *u = NULL;
  (void)state;
  for (int k = 0; k < 3; k++) {
    double mean = 0.0, corner = 0.0, w[2];
    open_bench(&b, 3, x);
    ok(inno_assumptions_add_dirichlet(b.list, "A", concentration[k], error));
    ok(compile(&b, "", &u));
    for (int64_t r = 0; r < N; r++) {
      ok(inno_uncertainty_replay(u, r, w, NULL, NULL, error));
      assert_true(w[0] >= 0.0 && w[1] >= 0.0 && fabs(w[0] + w[1] - 1.0) < 1e-15);
      mean += w[0] / N;
      corner += w[0] < 1e-3 || w[1] < 1e-3;
    }
    assert_true(fabs(mean - 0.5) < 4.0 * 0.5 / sqrt(N));
    /* Beta(a, a), a = 5e-4: 0.00345 lie within 0.001 .. 0.999 */
    assert_true(k > 0 ? corner == N : fabs(corner / N - (1.0 - 0.00345)) < 4.0 * sqrt(0.00345 / N));
    inno_uncertainty_destroy(u);
    close_bench(&b);
  }
  static const double beyond[] = {1e-300, 1.1e10};
  for (int k = 0; k < 2; k++) {
    open_bench(&b, 3, x);
    ok(inno_assumptions_add_dirichlet(b.list, "A", beyond[k], error));
    refused(compile(&b, "", &u), INNO_E_VALUE, "assumption 1 (dirichlet)");
    close_bench(&b);
  }
}

/* An error of an indicator outside of what is ranked: refused, unless it changes what is imputed. */
static void errors_elsewhere(void **state) {
  static const double x[6 * K] = {1, 2, 3, 4, 5, NAN, 2, 1, 4, 3, 6, 5, 3, 1, 2, 6, 4, 5, 1, 4, 2, 5, 3, 6};
  bench b;
  inno_uncertainty *u = NULL;
  (void)state;
  open_bench(&b, 6, x);
  ok(inno_assumptions_add_error(b.list, "r", NULL, INNO_ERROR_NORMAL, 0.3, INNO_ERROR_ABSOLUTE, error));
  refused(compile(&b, "node=A", &u), INNO_E_VALUE, "'r' is no part of 'A', whose scores are ranked");
  ok(compile(&b, "node=B", &u));
  inno_uncertainty_destroy(u);
  inno_scheme_destroy(b.steps[0]);
  b.steps[0] = golden_scheme(INNO_STEP_IMPUTE, "rule=em; level=0; ridge=0.5");
  ok(compile(&b, "node=A", &u));
  inno_uncertainty_destroy(u);
  close_bench(&b);
}

/* Ways to fill what is not missing: refused. Conventions of ties change ranks and no score: not for scores to tell. */
static void schemes_without_effect(void **state) {
  double x[3 * K] = {1, 2, 3, 3, 1, 2, 2, 3, 1, 4, 1, 2};
  (void)state;
  for (int missing = 0; missing < 2; missing++) {
    bench b;
    inno_uncertainty *u = NULL;
    if (missing) x[4] = NAN;
    open_bench(&b, 3, x);
    ok(inno_assumptions_add_simplex(b.list, "A", error));
    vary(&b, 3, INNO_STEP_RANK, "ties=competition", "ties=dense");
    ok(compile(&b, "", &u));
    inno_uncertainty_destroy(u);
    vary(&b, 0, INNO_STEP_IMPUTE, "rule=mean", "rule=none");
    if (missing)
      ok(compile(&b, "", &u));
    else
      refused(compile(&b, "", &u), INNO_E_VALUE, "assumption 3 (schemes): its alternatives give the same scores");
    if (missing) inno_uncertainty_destroy(u);
    close_bench(&b);
  }
}

/* Two columns that normalize to the same scores, with the same value and error of one unit: but the error counts twice
 * as much in the narrower one. Their tallies do not mix. */
static void raw_values_tell_uncertainties_apart(void **state) {
  static const double x[2][3 * K] = {{0, 5, 10, 2, 1, 4, 3, 1, 2, 1, 4, 2}, {-5, 5, 15, 2, 1, 4, 3, 1, 2, 1, 4, 2}};
  inno_tally *t[2];
  double score[2][3];
  (void)state;
  for (int k = 0; k < 2; k++) {
    bench b;
    inno_uncertainty *u = NULL;
    open_bench(&b, 3, x[k]);
    inno_scheme_destroy(b.steps[1]);
    b.steps[1] = golden_scheme(INNO_STEP_NORMALIZE, "rule=minmax");
    ok(inno_assumptions_add_error(b.list, "p", "u1", INNO_ERROR_UNIFORM, 1.0, INNO_ERROR_ABSOLUTE, error));
    ok(compile(&b, "", &u));
    ok(inno_uncertainty_replay(u, 0, NULL, score[k], NULL, error));
    ok(inno_tally_create(NULL, u, &t[k], error));
    ok(inno_tally_run(t[k], u, 100 * k, 20, error)); /* no replicate is in both */
    inno_uncertainty_destroy(u);
    close_bench(&b);
  }
  assert_true(score[0][1] != score[1][1]);
  assert_int_equal(inno_tally_merge(t[0], t[1], error), INNO_E_TALLY);
  for (int k = 0; k < 2; k++) inno_tally_destroy(t[k]);
}

/* ---- every kernel ---- */

typedef struct {
  inno__replicate_block at;
  int64_t next;
  int32_t *ranks; /* replicates x units, of the other kernel; NULL = none yet */
  double *scores, *weights;
  int64_t units, nodes;
  int compares;
} record;

static inno_status keep(void *context, const inno__replicate_block *block) {
  record *r = context;
  for (int32_t l = 0; l < block->count; l++, r->next++) {
    for (int64_t i = 0; i < r->units; i++) {
      int32_t rank = block->ranks[i * L + l], *kept = &r->ranks[r->next * r->units + i];
      if (r->compares) assert_int_equal(rank, *kept);
      *kept = rank;
      if (block->scores == NULL) continue;
      double *score = &r->scores[r->next * r->units + i];
      if (r->compares) assert_memory_equal(score, &block->scores[i * L + l], sizeof *score);
      *score = block->scores[i * L + l];
    }
    for (int64_t j = 0; block->weights != NULL && j < r->nodes; j++) {
      double *weight = &r->weights[r->next * r->nodes + j];
      if (r->compares) assert_memory_equal(weight, &block->weights[j * L + l], sizeof *weight);
      *weight = block->weights[j * L + l];
    }
  }
  return INNO_OK;
}

/* The plain one first, then the quickest; ranks alone, which may come from rough scores, last: all agree. */
static void compare_kernels(const inno_uncertainty *u, int64_t first) {
  enum { N = 1003 };
  record r = {.units = u->units, .nodes = u->tree->count};
  r.ranks = malloc((size_t)(N * r.units) * sizeof *r.ranks);
  r.scores = malloc((size_t)(N * r.units) * sizeof *r.scores);
  r.weights = malloc((size_t)(N * r.nodes) * sizeof *r.weights);
  assert_true(r.ranks != NULL && r.scores != NULL && r.weights != NULL);
  static const int32_t wants[2] = {INNO__WANT_SCORES | INNO__WANT_WEIGHTS, 0};
  for (int k = 0; k < 4; k++) {
    const inno__kernel *kernel = k % 2 == 0 ? &inno__kernel_plain : inno__kernel_best();
    r.next = 0;
    ok(inno__replicates_by(kernel, u, first, N, wants[k / 2], keep, &r, error));
    assert_int_equal(r.next, N);
    r.compares = 1;
  }
  free(r.ranks);
  free(r.scores);
  free(r.weights);
}

static void fill(double *x, int units, int ties) {
  for (int k = 0; k < units * K; k++) {
    x[k] = 1.0 + (double)((k * 7919 + k * k * 31) % 1009) / (ties ? 200.0 : 7.0);
    if (ties) x[k] = floor(x[k]);
  }
}

static void kernels_agree_from_numbers_to_ranks(void **state) {
  static const int counts[] = {2, 3, 17, 64, MOST};
  double x[MOST * K];
  (void)state;
  for (int c = 0; c < 5; c++)
    for (int how = 0; how < 5; how++) {
      bench b;
      inno_uncertainty *u = NULL;
      int units = counts[c];
      fill(x, units, how == 1);
      if (how == 3) x[1] = NAN;
      open_bench(&b, units, x);
      if (how == 2) vary(&b, 2, INNO_STEP_AGGREGATE, "rule=arithmetic", "rule=geometric");
      if (how == 3) vary(&b, 0, INNO_STEP_IMPUTE, "rule=none", "rule=mean");
      if (how == 4)
        ok(inno_assumptions_add_error(b.list, "q", NULL, INNO_ERROR_LOGNORMAL, 0.1, INNO_ERROR_RELATIVE, error));
      if (how == 2) ok(inno_assumptions_add_removal(b.list, codes, 3, 1, error));
      ok(inno_assumptions_add_weight_noise(b.list, 1, 0.5, error));
      ok(inno_assumptions_add_simplex(b.list, "index", error));
      ok(compile(&b, how % 2 == 0 ? "seed=9" : "seed=9; sequence=sobol", &u));
      compare_kernels(u, how % 2 == 0 ? ((int64_t)1 << 62) - 1003 : 77);
      inno_uncertainty_destroy(u);
      close_bench(&b);
    }
}

/* The last replicate that there is. */
static void the_last_replicate(void **state) {
  static const double x[3 * K] = {1, 2, 3, 3, 1, 2, 2, 3, 1, 4, 1, 2};
  const int64_t end = (int64_t)1 << 62;
  bench b;
  inno_uncertainty *u = NULL;
  inno_tally *t = NULL;
  int64_t first, count;
  (void)state;
  open_bench(&b, 3, x);
  ok(inno_assumptions_add_simplex(b.list, "A", error));
  ok(compile(&b, "", &u));
  ok(inno_tally_create(NULL, u, &t, error));
  ok(inno_tally_run(t, u, end - 20, 20, error));
  ok(inno_tally_run(t, u, end, 0, error));
  assert_int_equal(inno_tally_run(t, u, end - 1, 2, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_tally_run(t, u, end - 1, 1, error), INNO_E_TALLY);
  assert_int_equal(inno_tally_run(t, u, INT64_MAX, INT64_MAX, error), INNO_E_ARGUMENT);
  ok(inno_tally_run(t, u, end - 40, 20, error)); /* they meet */
  assert_int_equal(inno_tally_number(t, INNO_TALLY_RANGES), 1);
  ok(inno_tally_range(t, 0, &first, &count));
  assert_true(first == end - 40 && count == 40);
  ok(inno_uncertainty_replay(u, end - 1, NULL, NULL, NULL, error));
  assert_int_equal(inno_uncertainty_replay(u, end, NULL, NULL, NULL, error), INNO_E_ARGUMENT);
  inno_tally_destroy(t);
  inno_uncertainty_destroy(u);
  close_bench(&b);
}

static int begin(void **state) {
  (void)state;
  return inno_error_create(NULL, &error) == INNO_OK ? 0 : -1;
}

static int end(void **state) {
  (void)state;
  inno_error_destroy(error);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(two_units_one_missing),
                                     cmocka_unit_test(one_unit),
                                     cmocka_unit_test(schemes_without_effect),
                                     cmocka_unit_test(nominal_ranks_in_halves),
                                     cmocka_unit_test(confidence_of_ranks),
                                     cmocka_unit_test(scales_of_scores),
                                     cmocka_unit_test(small_concentrations),
                                     cmocka_unit_test(errors_elsewhere),
                                     cmocka_unit_test(raw_values_tell_uncertainties_apart),
                                     cmocka_unit_test(kernels_agree_from_numbers_to_ranks),
                                     cmocka_unit_test(the_last_replicate)};
  return cmocka_run_group_tests(tests, begin, end);
}
