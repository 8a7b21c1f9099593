/* The kernels of replicates: every form gives the bits of the plain one, and that gives those of the library's own
 * parts. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/block.h"
#include "numeric/order.h"
#include "numeric/random.h"
#include "robust/rough.h"

enum { L = INNO__LANES, MOST = INNO__NETWORK_MOST };

static const inno__kernel *const kernels[] = {&inno__kernel_plain, NULL}; /* NULL: the best of this processor */

static const inno__kernel *kernel(size_t k) { return kernels[k] != NULL ? kernels[k] : inno__kernel_best(); }

static void numbers_are_those_of_the_generator(void **state) {
  static _Alignas(64) double out[9 * L];
  static const uint64_t firsts[] = {0, 4294967290u, (uint64_t)1 << 61};
  (void)state;
  for (size_t k = 0; k < 2; k++)
    for (size_t f = 0; f < 3; f++)
      for (int64_t count = 1; count <= 9; count++) {
        kernel(k)->numbers(0x123456789ABCDEFu, firsts[f], 77, count, out);
        for (int l = 0; l < L; l++) {
          const inno__random r = {0x123456789ABCDEFu, firsts[f] + (uint64_t)l, 77};
          for (int64_t i = 0; i < count; i++) assert_true(out[i * L + l] == inno__random_uniform(&r, (uint32_t)i));
        }
      }
}

static void fill(double *x, int64_t count, uint32_t stream) {
  inno__random_uniforms(&(inno__random){9, 1, stream}, 0, count, x);
}

static void weights_and_sums_are_the_same_bits(void **state) {
  enum { NODES = 40 };
  static _Alignas(64) double weights[NODES * L], above[L], plain[(MOST + 1) * L], best[(MOST + 1) * L], sum[2][L];
  static const int64_t child[] = {3, 8, 21, 22, 39};
  double middle[NODES], reach[NODES];
  inno_allocator a;
  (void)state;
  fill(weights, NODES * L, 0);
  fill(above, L, 1);
  fill(middle, NODES, 2);
  fill(reach, NODES, 3);
  inno__kernel_plain.noise(middle, reach, NODES, weights, plain);
  inno__kernel_best()->noise(middle, reach, NODES, weights, best);
  assert_memory_equal(plain, best, NODES * L * sizeof *plain);
  for (int l = 0; l < 5; l++) weights[21 * L + l] = weights[3 * L + l] = weights[8 * L + l] = 0.0;
  weights[22 * L] = weights[39 * L] = 0.0; /* lane 0 has no weight, lane 1 too much, lane 2 none that is a number */
  weights[22 * L + 1] = weights[39 * L + 1] = 1.7e308;
  weights[22 * L + 2] = NAN;
  for (size_t k = 0; k < 2; k++) {
    double *out = k == 0 ? plain : best;
    assert_int_equal(kernel(k)->family(weights, child, 5, above, out, sum[k]), 7);
  }
  for (int c = 0; c < 5; c++)
    assert_memory_equal(plain + child[c] * L + 3, best + child[c] * L + 3, (L - 3) * sizeof *plain);
  assert_memory_equal(sum[0] + 3, sum[1] + 3, (L - 3) * sizeof *plain);
  fill(weights, NODES * L, 4);
  assert_int_equal(inno__allocator_resolve(NULL, &a), INNO_OK);
  for (int64_t units = 1; units <= 70; units += units < 8 ? 1 : 31) {
    inno__table terms;
    inno__table columns;
    double lane[72], one[NODES];
    assert_true(inno__table_create(&a, NODES, units, &terms) && inno__table_create(&a, units, NODES, &columns));
    for (int64_t i = 0; i < units; i++) {
      fill(inno__column(&terms, i), NODES, 10 + (uint32_t)i);
      for (int j = 0; j < NODES; j++) inno__column(&columns, j)[i] = inno__column(&terms, i)[j];
    }
    inno__kernel_plain.sums(&terms, weights, plain);
    inno__kernel_best()->sums(&terms, weights, best);
    for (int l = 0; l < L; l++) {
      for (int j = 0; j < NODES; j++) one[j] = weights[j * L + l];
      inno__kernel_sum_lane(&columns, one, lane);
      for (int64_t i = 0; i < units; i++) assert_true(lane[i] == plain[i * L + l]);
    }
    assert_memory_equal(plain, best, (size_t)units * L * sizeof *plain);
    inno__table_destroy(&a, &terms);
    inno__table_destroy(&a, &columns);
  }
}

/* A network sorts every number of rows; ranks are those of inno__rank() in the lanes that are not doubtful, and lanes
 * with equal scores are. */
static void ranks_are_those_of_sorting(void **state) {
  static _Alignas(64) double scores[MOST * L];
  static _Alignas(64) int32_t keys[MOST * L], ranks[MOST * L];
  static double x[MOST], rank[MOST], work[4 * MOST];
  (void)state;
  for (int32_t n = 2; n <= MOST; n += n < 40 ? 1 : 27) {
    inno__ranking r = {.n = n};
    while ((1 << r.bits) < n) r.bits++;
    r.comparisons = inno__network(n, NULL);
    uint32_t *network = malloc(2 * (size_t)r.comparisons * sizeof *network);
    assert_int_equal(inno__network(n, network), r.comparisons);
    r.network = network;
    for (int l = 0; l < L; l++) inno__ranking_scale(&r, l, l == 6 ? -INFINITY : l == 7 ? 1.5 : -0.5 - 0.1 * l, 1.5);
    assert_true(r.scale[6] == 0.0 && r.scale[7] == 0.0);
    fill(scores, n * L, (uint32_t)n);
    for (int32_t i = 0; i < n; i++) {
      if (i % 2 == 0) scores[i * L + 3] = 0.25; /* ties, for n above 2 */
      scores[i * L + 4] = NAN;                  /* has failed */
    }
    scores[5] = 1.5 + 1e-12; /* beyond the ends by rounding */
    scores[L + 5] = -0.5 - 1e-12;
    for (size_t k = 0; k < 2; k++) {
      uint32_t doubtful = kernel(k)->ranks(&r, scores, keys, ranks);
      assert_true(n == 2 || (doubtful >> 3 & 1u));
      assert_true((doubtful >> 4 & 13u) == 13u); /* failed; no scale */
      for (int l = 0; l < L; l++) {
        if (doubtful >> l & 1u) continue;
        for (int32_t i = 0; i < n; i++) x[i] = scores[i * L + l];
        inno__rank(x, n, 1, INNO__TIES_MIN, rank, work);
        for (int32_t i = 0; i < n; i++) assert_true(ranks[i * L + l] == 2.0 * rank[i]);
      }
    }
    free(network);
  }
}

/* Shares of weights. */
static void fill_shares(double *weights, int64_t m, uint32_t stream) {
  fill(weights, m * L, stream);
  for (int l = 0; l < L; l++) {
    double sum = 0.0;
    for (int64_t j = 0; j < m; j++) sum += weights[j * L + l];
    for (int64_t j = 0; j < m; j++) weights[j * L + l] /= sum;
  }
}

/* Rough scores keep to their bound, and the ranks that come of them are those of the scores, near as some are. */
static void rough_ranks_are_those_of_scores(void **state) {
  enum { M = 52, N = 61 };
  static _Alignas(64) double weights[M * L], rough[N * L], full[N * L];
  static _Alignas(64) float term[N * M], room[M * L];
  static _Alignas(64) int32_t keys[N * L], ranks[N * L];
  static double x[N], rank[N], work[4 * N];
  static uint32_t network[2 * N * N];
  const inno__kernel *best = inno__kernel_best();
  inno__ranking r = {.n = N, .bits = 6, .network = network, .comparisons = inno__network(N, network)};
  inno__rough s = {.term = term, .weights = room};
  inno__table terms, columns;
  inno_allocator a;
  int settled = 0, doubted = 0;
  (void)state;
  if (best->rough == NULL) skip();
  assert_int_equal(inno__allocator_resolve(NULL, &a), INNO_OK);
  assert_true(inno__table_create(&a, M, N, &terms) && inno__table_create(&a, N, M, &columns));
  for (uint32_t round = 0; round < 200; round++) {
    double apart = round % 4 == 0 ? 0.0 : round % 4 == 1 ? 1e-13 : round % 4 == 2 ? 1e-6 : 1e-2;
    for (int i = 0; i < N; i++) {
      fill(inno__column(&terms, i), M, 1000 + (uint32_t)i);
      for (int j = 0; j < M; j++) inno__column(&terms, i)[j] = 1e3 + 50.0 * j + 100.0 * inno__column(&terms, i)[j];
    }
    for (int j = 0; j < M; j++) /* two pairs that nearly agree */
      for (int i = 0; i < 2; i++)
        inno__column(&terms, 30 + i)[j] = inno__column(&terms, i)[j] + (j % 2 == 0 ? 2.1 : -2.0) * apart;
    for (int i = 0; i < N; i++)
      for (int j = 0; j < M; j++) inno__column(&columns, j)[i] = inno__column(&terms, i)[j];
    double reach = 0.0;
    for (int j = 0; j < M; j++) {
      double low = INFINITY, high = -INFINITY;
      for (int i = 0; i < N; i++) {
        low = fmin(low, inno__column(&columns, j)[i]);
        high = fmax(high, inno__column(&columns, j)[i]);
      }
      reach = fmax(reach, 0.5 * high - 0.5 * low);
    }
    fill_shares(weights, M, round);
    assert_true(inno__rough_fill(&s, &terms, &columns) && s.error < 1e-5);
    best->rough(&s, weights, rough);
    best->sums(&terms, weights, full);
    inno__rough_scale(&s, &r);
    uint32_t doubtful = best->ranks(&r, rough, keys, ranks);
    for (int l = 0; l < L; l++) {
      double most = -INFINITY, least = INFINITY;
      for (int i = 0; i < N; i++) {
        x[i] = full[i * L + l];
        double off = x[i] / reach - rough[i * L + l]; /* the same for all units, but for errors */
        most = fmax(most, off);
        least = fmin(least, off);
      }
      assert_true(most - least <= 2.0 * s.error && most - least > 0.0);
      if (doubtful >> l & 1u) {
        doubted++;
        if (!inno__rough_settle(&r, &terms, weights, l, keys, ranks)) continue;
        settled++;
      }
      inno__rank(x, N, 1, INNO__TIES_MIN, rank, work);
      for (int i = 0; i < N; i++) assert_true(ranks[i * L + l] == 2.0 * rank[i]);
      assert_true(round % 4 != 0); /* equal scores are never settled */
    }
  }
  print_message("%d doubtful lanes, %d settled\n", doubted, settled);
  assert_true(settled >= 800 && doubted >= settled + 800); /* pairs 1e-6 apart; equal pairs */
  for (int j = 0; j < M; j++)
    for (int i = 0; i < N; i++) inno__column(&columns, j)[i] = 1e12 + 1e-3 * i;
  assert_false(inno__rough_fill(&s, &terms, &columns)); /* too little of the terms differs */
  inno__table_destroy(&a, &terms);
  inno__table_destroy(&a, &columns);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_are_those_of_the_generator), cmocka_unit_test(weights_and_sums_are_the_same_bits),
      cmocka_unit_test(ranks_are_those_of_sorting), cmocka_unit_test(rough_ranks_are_those_of_scores)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
