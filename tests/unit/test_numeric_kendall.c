/* Kendall's tau-b: against all pairs, with ties and weights, its p-value's ends, and its cost. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "numeric/kendall.h"

static inno__kendall of(const double *x, const double *y, const double *weights, int64_t n) {
  inno__kendall k;
  void *work = malloc(inno__kendall_work_size(n) + 1);
  assert_non_null(work);
  inno__kendall_of(x, y, weights, n, &k, work);
  free(work);
  return k;
}

static uint64_t seed = 7;
static double draw(void) { /* 0 .. 1 */
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (double)(seed >> 11) * 0x1p-53;
}

static int sign(double v) { return (v > 0.0) - (v < 0.0); }

typedef struct {
  double concordant, discordant, untied_x, untied_y;
} pairs;

static pairs by_all_pairs(const double *x, const double *y, const double *w, int n) {
  pairs p = {0, 0, 0, 0};
  for (int i = 0; i < n; i++)
    for (int j = 0; j < i; j++) {
      double both = w == NULL ? 1.0 : w[i] * w[j];
      if (isnan(x[i]) || isnan(y[i]) || isnan(x[j]) || isnan(y[j]) || isnan(both)) continue;
      int s = sign(x[i] - x[j]), t = sign(y[i] - y[j]);
      if (s * t > 0) p.concordant += both;
      if (s * t < 0) p.discordant += both;
      if (s != 0) p.untied_x += both;
      if (t != 0) p.untied_y += both;
    }
  return p;
}

static int near(double got, double want) { return fabs(got - want) <= 1e-13 * fabs(want); }
static int same(double a, double b) { return memcmp(&a, &b, sizeof a) == 0; }

static void counts_of_all_pairs(void **state) {
  enum { N = 150 };
  double x[N], y[N], w[N];
  (void)state;
  for (int round = 0; round < 200; round++) {
    int n = round % N + 1, levels = 1 + round % 37;
    for (int i = 0; i < n; i++) {
      x[i] = draw() < 0.1 ? NAN : floor(draw() * levels) / 8.0;
      y[i] = draw() < 0.1 ? NAN : round % 3 == 0 ? draw() : floor(draw() * levels) - x[i];
      w[i] = draw() < 0.1 ? 0.0 : draw() < 0.1 ? NAN : draw() * 1e3;
    }
    pairs want = by_all_pairs(x, y, NULL, n);
    inno__kendall k = of(x, y, NULL, n), swapped = of(y, x, NULL, n);
    assert_true(k.concordant == want.concordant && k.discordant == want.discordant);
    assert_true(k.untied_x == want.untied_x && k.untied_y == want.untied_y);
    assert_true(k.ties_x.pairs == (double)k.count * (double)(k.count - 1) - 2.0 * k.untied_x);
    assert_true(same(inno__kendall_tau(&k), inno__kendall_tau(&swapped)));
    assert_true(same(inno__kendall_p(&k), inno__kendall_p(&swapped)));
    want = by_all_pairs(x, y, w, n);
    k = of(x, y, w, n);
    swapped = of(y, x, w, n);
    assert_true(near(k.concordant, want.concordant) && near(k.discordant, want.discordant));
    assert_true(near(k.untied_x, want.untied_x) && near(k.untied_y, want.untied_y));
    assert_true(same(inno__kendall_tau(&k), inno__kendall_tau(&swapped)));
  }
}

/* x 1 1 2 3 3 3, y 1 2 2 3 1 4: the pairs by hand */
static void by_hand(void **state) {
  static const double x[] = {1, 1, 2, 3, 3, 3}, y[] = {1, 2, 2, 3, 1, 4};
  (void)state;
  inno__kendall k = of(x, y, NULL, 6);
  assert_true(k.count == 6 && k.concordant == 7.0 && k.discordant == 2.0);
  assert_true(k.untied_x == 11.0 && k.untied_y == 13.0);
  assert_true(k.ties_x.pairs == 2.0 + 6.0 && k.ties_x.triples == 6.0 && k.ties_x.spread == 2.0 * 9.0 + 6.0 * 11.0);
  assert_true(k.ties_y.pairs == 2.0 + 2.0 && k.ties_y.triples == 0.0 && k.ties_y.spread == 2.0 * 9.0 + 2.0 * 9.0);
  assert_true(fabs(inno__kendall_tau(&k) - 5.0 / sqrt(143.0)) < 1e-16);
}

static void small_and_constant(void **state) {
  static const double up[] = {1, 2, 3}, constant[] = {5, 5, 5}, none[] = {NAN, NAN, NAN}, half[] = {NAN, 2, NAN};
  static const double zero[] = {0, 0, 0}, down[] = {3e150, -1e150, -2e150};
  (void)state;
  for (int n = 0; n <= 3; n++) {
    inno__kendall k = of(up, up, NULL, n), c = of(up, constant, NULL, n), m = of(up, none, NULL, n);
    assert_true(n < 2 ? isnan(inno__kendall_tau(&k)) : inno__kendall_tau(&k) == 1.0);
    assert_true(n < 2 ? isnan(inno__kendall_p(&k)) : inno__kendall_p(&k) == (n == 2 ? 1.0 : 1.0 / 3.0));
    assert_true(isnan(inno__kendall_tau(&c)) && isnan(inno__kendall_p(&c)));
    assert_true(m.count == 0 && isnan(inno__kendall_tau(&m)) && isnan(inno__kendall_p(&m)));
  }
  inno__kendall k = of(constant, constant, NULL, 3);
  assert_true(k.untied_x == 0.0 && isnan(inno__kendall_tau(&k)));
  k = of(half, up, NULL, 3);
  assert_true(k.count == 1 && isnan(inno__kendall_tau(&k)));
  k = of(up, up, zero, 3);
  assert_true(k.count == 0 && isnan(inno__kendall_tau(&k)));
  k = of(up, down, NULL, 3);
  assert_true(inno__kendall_tau(&k) == -1.0);
}

/* Shares of permutations that number them exactly: 1 of 49! is a double, and so is what 2 of them more are. */
static void exact_tail_keeps_its_digits(void **state) {
  double x[49], y[49], permutations = 1.0;
  (void)state;
  for (int i = 0; i < 49; i++) {
    x[i] = y[i] = i;
    permutations *= i + 1;
  }
  inno__kendall k = of(x, y, NULL, 49);
  assert_true(near(inno__kendall_p(&k), 2.0 / permutations));
  y[0] = 1, y[1] = 0; /* one inversion: 1 + 48 permutations have no more */
  k = of(x, y, NULL, 49);
  assert_true(k.discordant == 1.0 && near(inno__kendall_p(&k), 2.0 * 49.0 / permutations));
}

static void equal_weights_are_no_weights(void **state) {
  enum { N = 60 };
  double x[N], y[N], w[N];
  (void)state;
  for (int i = 0; i < N; i++) {
    x[i] = floor(draw() * 20);
    y[i] = floor(draw() * 20) + x[i];
    w[i] = 0.25;
  }
  inno__kendall plain = of(x, y, NULL, N), weighted = of(x, y, w, N);
  assert_true(same(inno__kendall_tau(&plain), inno__kendall_tau(&weighted)));
}

/* 100,000 units: all pairs would be 5e9. The count of a permutation i -> i * s mod n is known from a tree of sums. */
static void many_units(void **state) {
  enum { N = 100000, STEP = 31849 };
  double *x = malloc(N * sizeof *x), *y = malloc(N * sizeof *y);
  int32_t *tree = calloc(N + 1, sizeof *tree);
  double inversions = 0.0;
  (void)state;
  assert_true(x != NULL && y != NULL && tree != NULL);
  for (int64_t i = 0; i < N; i++) {
    int64_t v = i * STEP % N;
    x[i] = (double)i;
    y[i] = (double)v;
    int32_t not_above = 0;
    for (int64_t k = v + 1; k > 0; k -= k & -k) not_above += tree[k];
    for (int64_t k = v + 1; k <= N; k += k & -k) tree[k]++;
    inversions += (double)(i - not_above);
  }
  inno__kendall k = of(x, y, NULL, N);
  assert_true(k.discordant == inversions && k.concordant == (double)N * (N - 1) / 2 - inversions);
  free(tree);
  free(y);
  free(x);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(counts_of_all_pairs),          cmocka_unit_test(by_hand),
      cmocka_unit_test(small_and_constant),           cmocka_unit_test(exact_tail_keeps_its_digits),
      cmocka_unit_test(equal_weights_are_no_weights), cmocka_unit_test(many_units),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
