/* Sobol' points: SciPy's numbers, nets before and after scrambling, what scrambling leaves to chance. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "golden/sobol_reference.h"
#include "numeric/sobol.h"

enum { BITS = INNO__SOBOL_BITS, CHOSEN = sizeof sobol_chosen / sizeof sobol_chosen[0] };

static uint64_t hash_of(uint64_t hash, uint64_t word) {
  for (int byte = 0; byte < 8; byte++) hash = (hash ^ (word >> (8 * byte) & 255u)) * UINT64_C(0x100000001B3);
  return hash;
}

static void every_direction_number(void **state) {
  uint64_t v[BITS], hash[BITS];
  (void)state;
  for (int k = 0; k < BITS; k++) hash[k] = UINT64_C(0xCBF29CE484222325);
  for (int32_t d = 0; d < INNO__SOBOL_DIMENSIONS; d++) {
    inno__sobol_directions(d, v);
    for (int k = 0; k < BITS; k++) hash[k] = hash_of(hash[k], v[k]);
  }
  for (int k = 0; k < BITS; k++)
    if (hash[k] != sobol_directions_hash[k]) fail_msg("direction numbers %d differ from SciPy's", k);
}

static void points_of_scipy(void **state) {
  uint64_t v[BITS];
  (void)state;
  for (int c = 0; c < CHOSEN; c++) {
    inno__sobol_directions(sobol_chosen[c], v);
    for (uint64_t n = 0; n < 64; n++) assert_true(inno__sobol_digits(v, n ^ n >> 1) == sobol_few[n][c]);
  }
}

/* Coordinates of the first 2^m points; seed 0 = as they are. */
static void coordinates(int32_t dimension, int m, uint64_t seed, uint64_t *out) {
  uint64_t v[BITS];
  inno__sobol_directions(dimension, v);
  for (uint64_t i = 0; i < UINT64_C(1) << m; i++) {
    out[i] = inno__sobol_digits(v, i);
    if (seed != 0) out[i] = inno__owen_scramble(out[i], seed, (uint32_t)dimension);
  }
}

enum { M = 8, POINTS = 1 << M };

/* Every elementary interval of volume 2^-(m-t) holds 2^t points, in the projection on two dimensions. */
static int is_net(const uint64_t *x, const uint64_t *y, int t) {
  for (int a = 0; a <= M - t; a++) {
    int held[POINTS] = {0};
    int b = M - t - a;
    for (int i = 0; i < POINTS; i++) held[(a > 0 ? x[i] >> (BITS - a) : 0) << b | (b > 0 ? y[i] >> (BITS - b) : 0)]++;
    for (int cell = 0; cell < POINTS >> t; cell++)
      if (held[cell] != 1 << t) return 0;
  }
  return 1;
}

static void nets_stay_nets(void **state) {
  static const uint64_t seeds[] = {0, 1, 2, UINT64_C(0xFFFFFFFFFFFFFFFF)};
  uint64_t x[3][POINTS];
  (void)state;
  for (size_t s = 0; s < sizeof seeds / sizeof seeds[0]; s++) {
    for (int32_t d = 0; d < 3; d++) coordinates(d, M, seeds[s], x[d]);
    assert_true(is_net(x[0], x[1], 0)); /* t = 0: one point in each */
    assert_true(is_net(x[0], x[2], 1) && is_net(x[1], x[2], 1));
    assert_false(is_net(x[0], x[0], 0)); /* the test can fail */
  }
}

/* The first 2^m points of any one dimension fall one into each of 2^m cells. */
static void every_dimension_is_even(void **state) {
  uint64_t x[POINTS];
  (void)state;
  for (int32_t d = 0; d < INNO__SOBOL_DIMENSIONS; d++) {
    unsigned char held[POINTS] = {0};
    coordinates(d, M, 77, x);
    for (int i = 0; i < POINTS; i++) held[x[i] >> (BITS - M)]++;
    for (int cell = 0; cell < POINTS; cell++) assert_int_equal(held[cell], 1);
  }
}

/* Nested: two coordinates that share k digits share exactly k after it, digit for digit of any seed. */
static void prefixes_stay_together(void **state) {
  const uint64_t base = UINT64_C(0x9876543210ABC);
  (void)state;
  for (uint64_t seed = 1; seed < 50; seed++)
    for (int k = 0; k < BITS; k++) {
      uint64_t other = base ^ UINT64_C(1) << (BITS - 1 - k) ^ (seed * 7919u & ((UINT64_C(1) << (BITS - 1 - k)) - 1));
      uint64_t a = inno__owen_scramble(base, seed, 5), b = inno__owen_scramble(other, seed, 5);
      assert_true(a >> BITS == 0);
      assert_true((a ^ b) >> (BITS - 1 - k) == 1);
    }
}

/* Over seeds each digit is flipped half of the time, alone and together with each other one; siblings differ too. */
static void flips_are_fair(void **state) {
  enum { SEEDS = 4096 };
  static int one[BITS], both[BITS][BITS];
  int sibling[BITS] = {0}, dimension[BITS] = {0};
  const double limit = 5.0 * sqrt(SEEDS / 4.0); /* five standard deviations */
  (void)state;
  for (uint64_t seed = 0; seed < SEEDS; seed++) {
    uint64_t flips = inno__owen_scramble(0, seed, 3);
    uint64_t other = inno__owen_scramble(UINT64_C(1) << (BITS - 1), seed, 3), next = inno__owen_scramble(0, seed, 4);
    for (int k = 0; k < BITS; k++) {
      one[k] += (int)(flips >> k & 1u);
      sibling[k] += (int)((flips ^ other) >> k & 1u);
      dimension[k] += (int)((flips ^ next) >> k & 1u);
      for (int j = 0; j < k; j++) both[k][j] += (int)((flips >> k ^ flips >> j) & 1u);
    }
  }
  for (int k = 0; k < BITS; k++) {
    assert_true(fabs(one[k] - SEEDS / 2.0) < limit);
    assert_true(fabs(dimension[k] - SEEDS / 2.0) < limit);
    if (k < BITS - 1) assert_true(fabs(sibling[k] - SEEDS / 2.0) < limit);
    for (int j = 0; j < k; j++) assert_true(fabs(both[k][j] - SEEDS / 2.0) < limit);
  }
  assert_int_equal(sibling[BITS - 1], SEEDS); /* the digit that tells them apart goes the same way for both */
}

/* A smooth integrand: the error of the mean over seeds is of order n^-3/2, a hundredth of that of independent draws. */
static void smooth_means_are_sharp(void **state) {
  enum { SEEDS = 100, N = 256 };
  double squares = 0.0;
  uint64_t v[2][BITS];
  (void)state;
  inno__sobol_directions(4, v[0]);
  inno__sobol_directions(9, v[1]);
  for (uint64_t seed = 0; seed < SEEDS; seed++) {
    double sum = 0.0;
    for (uint64_t i = 0; i < N; i++) {
      double x = inno__sobol_middle(inno__owen_scramble(inno__sobol_digits(v[0], i), seed, 4));
      double y = inno__sobol_scrambled(i, 9, seed);
      assert_true(y == inno__sobol_middle(inno__owen_scramble(inno__sobol_digits(v[1], i), seed, 9)));
      sum += x * y;
    }
    squares += (sum / N - 0.25) * (sum / N - 0.25);
  }
  double independent = sqrt(7.0 / 144.0 / N); /* variance of x y is 1/9 - 1/16 */
  assert_true(sqrt(squares / SEEDS) < independent / 15.0);
}

static void strictly_inside(void **state) {
  (void)state;
  assert_true(inno__sobol_middle(0) == ldexp(1.0, -53));
  assert_true(inno__sobol_middle((UINT64_C(1) << BITS) - 1) == 1.0 - ldexp(1.0, -53));
  assert_true(inno__sobol_middle(UINT64_C(1) << (BITS - 1)) == 0.5 + ldexp(1.0, -53));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_direction_number), cmocka_unit_test(points_of_scipy),
      cmocka_unit_test(nets_stay_nets),         cmocka_unit_test(every_dimension_is_even),
      cmocka_unit_test(prefixes_stay_together), cmocka_unit_test(flips_are_fair),
      cmocka_unit_test(smooth_means_are_sharp), cmocka_unit_test(strictly_inside),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
