/* Means of children across units, against the formulas one unit at a time, whatever is missing or has no weight. */
#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "numeric/means.h"
#include "numeric/missing.h"

enum { CHILDREN = 13, UNITS = 520 };

typedef struct {
  double x[CHILDREN][UNITS], weights[CHILDREN], out[UNITS], available[UNITS];
  const double *columns[CHILDREN];
} fixture;

static fixture f; /* too large for the stack of some platforms */

static uint64_t bits_of(double x) {
  uint64_t b;
  memcpy(&b, &x, sizeof b);
  return b;
}

static void assert_same(double got, double want) { assert_int_equal(bits_of(got), bits_of(want)); }
static void assert_nan(double got) { assert_int_equal(bits_of(got), 0x7ff8000000000000u); }

static uint64_t next(uint64_t *s) { /* splitmix64 */
  uint64_t z = *s += 0x9e3779b97f4a7c15u;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
  z = (z ^ z >> 27) * 0x94d049bb133111ebu;
  return z ^ z >> 31;
}

static double uniform(uint64_t *s) { return (double)(next(s) >> 11) * 0x1p-53; }

/* Positive values; gap: about one in gap is missing (0 = none); idle: about one weight in idle is 0 (0 = none). */
static void fill(uint64_t gap, uint64_t idle, uint64_t seed) {
  for (int c = 0; c < CHILDREN; c++) {
    f.columns[c] = f.x[c];
    f.weights[c] = idle > 0 && next(&seed) % idle == 0 ? 0.0 : 0.1 + uniform(&seed);
    for (int i = 0; i < UNITS; i++) {
      double v = 0.01 + 100.0 * uniform(&seed);
      f.x[c][i] = gap > 0 && next(&seed) % gap == 0 ? -(double)NAN : v;
    }
  }
}

typedef void (*kernel)(const double *const *, const double *, int32_t, int64_t, double *, double *);

static double count_of(int32_t k, int64_t i) {
  double n = 0.0;
  for (int32_t c = 0; c < k; c++) n += f.x[c][i] == f.x[c][i];
  return n;
}

/* The definition of the arithmetic mean in the promised order, to the bit. */
static double arithmetic(int32_t k, int64_t i) {
  double sum = 0.0, weight = 0.0, low = INFINITY, high = -INFINITY;
  for (int32_t c = 0; c < k; c++) {
    double x = f.x[c][i], w = f.weights[c];
    if (x != x || w == 0.0) continue;
    sum += w * x;
    weight += w;
    low = x < low ? x : low;
    high = x > high ? x : high;
  }
  if (weight == 0.0) return inno__nan();
  double q = sum / weight;
  return q < low ? low : q > high ? high : q;
}

/* Power means by libm in extended precision; p = 0 is the geometric mean. */
static double general(int32_t k, int64_t i, long double p) {
  long double sum = 0, weight = 0;
  for (int32_t c = 0; c < k; c++) {
    long double x = f.x[c][i], w = f.weights[c];
    if (f.x[c][i] != f.x[c][i] || f.weights[c] == 0.0) continue;
    sum += w * (p == 0 ? logl(x) : powl(x, p));
    weight += w;
  }
  if (!(weight > 0)) return inno__nan();
  return (double)(p == 0 ? expl(sum / weight) : powl(sum / weight, 1 / p));
}

static void assert_close(double got, double want, double tolerance) {
  if (want != want) assert_nan(got);
  else assert_true(fabs(got - want) <= tolerance * fabs(want));
}

static const int64_t lengths[] = {0, 1, 2, 3, 7, 8, 9, 63, 255, 256, 257, 511, 512, 513, 520};
static const uint64_t gaps[] = {0, 50, 5, 2, 1}; /* 1: nothing is there */

#define EACH_CASE(body)                                                            \
  for (size_t g = 0; g < sizeof gaps / sizeof *gaps; g++)                          \
    for (uint64_t idle = 0; idle <= 3; idle++) {                                   \
      fill(gaps[g], idle, 1000 * g + idle);                                        \
      for (int32_t k = 0; k <= CHILDREN; k++)                                      \
        for (size_t l = 0; l < sizeof lengths / sizeof *lengths; l++) {            \
          int64_t n = lengths[l];                                                  \
          body                                                                     \
        }                                                                          \
    }

static void clear_out(void) {
  for (int i = 0; i < UNITS; i++) f.out[i] = f.available[i] = -7.0;
}

static void assert_untouched_from(int64_t n) {
  for (int64_t i = n; i < UNITS; i++) assert_true(f.out[i] == -7.0 && f.available[i] == -7.0);
}

static void test_arithmetic(void **state) {
  (void)state;
  EACH_CASE({
    clear_out();
    inno__mean_arithmetic(f.columns, f.weights, k, n, f.out, f.available);
    assert_untouched_from(n);
    for (int64_t i = 0; i < n; i++) {
      assert_same(f.out[i], arithmetic(k, i));
      assert_true(f.available[i] == count_of(k, i));
    }
    double again[UNITS];
    inno__mean_arithmetic(f.columns, f.weights, k, n, again, NULL);
    assert_memory_equal(again, f.out, (size_t)n * sizeof *again);
  })
}

static void check_general(kernel mean, long double p) {
  const double tolerance = 4e-15 * (p == 0 ? 1.0 : 1.0 + 1.0 / fabs((double)p)); /* the root 1/p magnifies */
  EACH_CASE({
    if (l % 3 != 1 && n > 0) continue; /* the slow ones see a third of the lengths */
    clear_out();
    mean(f.columns, f.weights, k, n, f.out, f.available);
    assert_untouched_from(n);
    for (int64_t i = 0; i < n; i += 1 + n / 30) {
      assert_close(f.out[i], general(k, i, p), tolerance);
      assert_true(f.available[i] == count_of(k, i));
    }
    double again[UNITS];
    mean(f.columns, f.weights, k, n, again, NULL);
    assert_memory_equal(again, f.out, (size_t)n * sizeof *again);
  })
}

static void test_geometric(void **state) {
  (void)state;
  check_general(inno__mean_geometric, 0);
}

static void test_harmonic(void **state) {
  (void)state;
  check_general(inno__mean_harmonic, -1);
}

static double exponent; /* of power_kernel */

static void power_kernel(const double *const *columns, const double *weights, int32_t k, int64_t n, double *out,
                         double *available) {
  inno__mean_power(columns, weights, k, n, exponent, out, available);
}

static void test_power(void **state) {
  (void)state;
  static const double exponents[] = {2.0, 0.5, -1.0, 3.0, 0.1, -2.5};
  for (size_t e = 0; e < sizeof exponents / sizeof *exponents; e++) {
    exponent = exponents[e];
    check_general(power_kernel, exponent);
  }
}

/* p = 1 is the arithmetic mean and p = -1 the harmonic one, to the bit. */
static void test_power_meets_its_relatives(void **state) {
  (void)state;
  static double other[UNITS];
  fill(7, 4, 99);
  inno__mean_power(f.columns, f.weights, CHILDREN, UNITS, 1.0, f.out, NULL);
  inno__mean_arithmetic(f.columns, f.weights, CHILDREN, UNITS, other, NULL);
  assert_memory_equal(f.out, other, sizeof other);
  inno__mean_power(f.columns, f.weights, CHILDREN, UNITS, -1.0, f.out, NULL);
  inno__mean_harmonic(f.columns, f.weights, CHILDREN, UNITS, other, NULL);
  assert_memory_equal(f.out, other, sizeof other);
}

/* Harmonic <= geometric <= square root mean <= arithmetic <= quadratic, and all between the children. */
static void test_inequality_of_means(void **state) {
  (void)state;
  static double m[5][UNITS];
  fill(6, 5, 123);
  inno__mean_harmonic(f.columns, f.weights, CHILDREN, UNITS, m[0], NULL);
  inno__mean_geometric(f.columns, f.weights, CHILDREN, UNITS, m[1], NULL);
  inno__mean_power(f.columns, f.weights, CHILDREN, UNITS, 0.5, m[2], NULL);
  inno__mean_arithmetic(f.columns, f.weights, CHILDREN, UNITS, m[3], NULL);
  inno__mean_power(f.columns, f.weights, CHILDREN, UNITS, 2.0, m[4], NULL);
  for (int i = 0; i < UNITS; i++)
    for (int r = 1; r < 5; r++) assert_true(m[r - 1][i] <= m[r][i] * (1.0 + 1e-14));
}

/* 0.1 three times must not become 0.10000000000000002: such a unit would rank above one that has 0.1 itself. */
static void test_equal_children(void **state) {
  (void)state;
  static const double values[] = {0.1, 1.0 / 3.0, -0.7, 0.0, 1e300, 5e-324, 99.99};
  for (uint64_t idle = 0; idle <= 3; idle += 3)
    for (size_t v = 0; v < sizeof values / sizeof *values; v++)
      for (int32_t k = 1; k <= CHILDREN; k++) {
        fill(0, idle, 31 * v + (uint64_t)k);
        for (int c = 0; c < CHILDREN && v == 0; c++) f.weights[c] = 1.0;
        for (int c = 0; c < CHILDREN; c++)
          for (int i = 0; i < UNITS; i++) f.x[c][i] = i % 3 == 0 && c % 4 == 1 && i > 255 ? (double)NAN : values[v];
        inno__mean_arithmetic(f.columns, f.weights, k, UNITS, f.out, NULL);
        for (int i = 0; i < UNITS; i++)
          if (arithmetic(k, i) == arithmetic(k, i)) assert_same(f.out[i], values[v]);
      }
}

static void plain_mean(const double *const *columns, const double *weights, int32_t k, int64_t n, double *out,
                       double *available) {
  assert_true(inno__mean_arithmetic(columns, weights, k, n, out, available));
}

/* A child of weight 0 is counted but has no say, whatever its value. */
static void test_weight_zero(void **state) {
  (void)state;
  const double a[] = {-5.0, INFINITY, 1.0}, b[] = {2.0, 3.0, NAN}, c[] = {4.0, NAN, NAN}, weights[] = {0.0, 1.0, 2.0};
  const double *const columns[] = {a, b, c};
  double out[3], available[3], sorted[6];
  kernel const kernels[] = {plain_mean, inno__mean_geometric, inno__mean_harmonic, inno__mean_minimum};
  const double want[] = {10.0 / 3.0, 0.0, 3.0, 2.0}; /* the geometric one is a root: tested elsewhere */
  for (int m = 0; m < 4; m++) {
    kernels[m](columns, weights, 3, 3, out, available);
    if (m != 1) assert_close(out[0], want[m], 1e-15);
    assert_close(out[1], 3.0, 1e-15);
    assert_nan(out[2]);
    assert_true(available[0] == 3.0 && available[1] == 2.0 && available[2] == 1.0);
  }
  inno__mean_median(columns, weights, 3, 3, out, available, sorted);
  assert_same(out[0], 3.0);
  assert_same(out[1], 3.0);
  assert_nan(out[2]);
  assert_true(available[0] == 3.0 && available[1] == 2.0 && available[2] == 1.0);
}

static int ascending(const void *a, const void *b) {
  double x, y;
  memcpy(&x, a, sizeof x);
  memcpy(&y, b, sizeof y);
  return (x > y) - (x < y);
}

static void test_median_and_minimum(void **state) {
  (void)state;
  EACH_CASE({
    double sorted[2 * CHILDREN];
    double least[UNITS];
    double values[CHILDREN];
    clear_out();
    inno__mean_minimum(f.columns, f.weights, k, n, least, f.available);
    for (int64_t i = 0; i < n; i++) assert_true(f.available[i] == count_of(k, i));
    clear_out();
    inno__mean_median(f.columns, f.weights, k, n, f.out, f.available, sorted);
    assert_untouched_from(n);
    for (int64_t i = 0; i < n; i++) {
      int32_t m = 0;
      for (int32_t c = 0; c < k; c++)
        if (f.x[c][i] == f.x[c][i] && f.weights[c] > 0.0) values[m++] = f.x[c][i];
      assert_true(f.available[i] == count_of(k, i));
      if (m == 0) {
        assert_nan(f.out[i]);
        assert_nan(least[i]);
        continue;
      }
      qsort(values, (size_t)m, sizeof *values, ascending);
      assert_same(least[i], values[0]);
      assert_same(f.out[i], values[(m - 1) / 2] / 2.0 + values[m / 2] / 2.0);
    }
  })
}

/* The same unit among others, alone, or in another block: the same bits. */
static void test_partition_does_not_matter(void **state) {
  (void)state;
  static double parts[UNITS];
  for (uint64_t gap = 0; gap <= 300; gap += 100) {
    fill(gap, 0, gap + 1);
    inno__mean_arithmetic(f.columns, f.weights, CHILDREN, UNITS, f.out, NULL);
    for (int64_t step = 1; step <= 100; step += 33)
      for (int64_t begin = 0; begin < UNITS; begin += step) {
        const double *columns[CHILDREN];
        for (int c = 0; c < CHILDREN; c++) columns[c] = f.x[c] + begin;
        int64_t n = begin + step < UNITS ? step : UNITS - begin;
        inno__mean_arithmetic(columns, f.weights, CHILDREN, n, parts + begin, NULL);
        if (begin + step >= UNITS) assert_memory_equal(parts, f.out, sizeof parts);
      }
  }
}

/* Zeros of both signs, among others or alone, with a missing neighbor or without: 0, never -0. */
static void test_zeros_have_no_sign(void **state) {
  (void)state;
  static double x[3][11];
  const double *const columns[] = {x[0], x[1], x[2]}, weights[] = {1.0, 0.5, 2.0};
  double out[11];
  for (int signs = 0; signs < 8; signs++)
    for (int gap = -1; gap < 11; gap++)
      for (int64_t n = 1; n <= 11; n++) {
        for (int c = 0; c < 3; c++)
          for (int i = 0; i < 11; i++) x[c][i] = c == 1 && i == gap ? (double)NAN : signs >> c & 1 ? -0.0 : 0.0;
        assert_true(inno__mean_arithmetic(columns, weights, 3, n, out, NULL));
        for (int64_t i = 0; i < n; i++) assert_same(out[i], 0.0);
      }
}

/* One sum that leaves the range of a double is told of, wherever it stands and whatever is missing beside it. */
static void test_a_sum_too_large(void **state) {
  (void)state;
  static double x[2][19];
  const double *const columns[] = {x[0], x[1]}, weights[] = {1.0, 1.0}, idle[] = {1.0, 0.0};
  double out[19];
  for (int64_t n = 1; n <= 19; n++)
    for (int64_t at = 0; at < n; at++)
      for (int gap = 0; gap < 2; gap++) {
        for (int64_t i = 0; i < 19; i++)
          x[0][i] = x[1][i] = i == at ? 1e308 : gap > 0 && i % 3 == 0 ? (double)NAN : 5.0;
        assert_false(inno__mean_arithmetic(columns, weights, 2, n, out, NULL));
        for (int64_t i = 0; i < n; i++) {
          if (i != at && x[0][i] != x[0][i]) assert_nan(out[i]);
          else assert_same(out[i], i == at ? INFINITY : 5.0);
        }
        assert_true(inno__mean_arithmetic(columns, idle, 2, n, out, NULL));
        assert_same(out[at], 1e308);
      }
}

static void test_outside_the_domain(void **state) {
  (void)state;
  const double a[] = {-1.0, 0.0, 1e308}, b[] = {4.0, 4.0, 1e308}, weights[] = {1.0, 1.0};
  const double *const columns[] = {a, b};
  double out[3];
  inno__mean_geometric(columns, weights, 2, 3, out, NULL);
  assert_nan(out[0]);
  inno__mean_power(columns, weights, 2, 3, 0.3, out, NULL);
  assert_nan(out[0]);
  inno__mean_arithmetic(columns, weights, 2, 3, out, NULL);
  assert_same(out[0], 1.5);
  assert_same(out[2], INFINITY); /* the sum left the range: not hidden behind the largest child */
  const double up[] = {INFINITY}, down[] = {-INFINITY};
  inno__mean_arithmetic((const double *const[]){up, down}, weights, 2, 1, out, NULL);
  assert_nan(out[0]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_arithmetic),
      cmocka_unit_test(test_geometric),
      cmocka_unit_test(test_harmonic),
      cmocka_unit_test(test_power),
      cmocka_unit_test(test_power_meets_its_relatives),
      cmocka_unit_test(test_inequality_of_means),
      cmocka_unit_test(test_equal_children),
      cmocka_unit_test(test_zeros_have_no_sign),
      cmocka_unit_test(test_a_sum_too_large),
      cmocka_unit_test(test_weight_zero),
      cmocka_unit_test(test_median_and_minimum),
      cmocka_unit_test(test_partition_does_not_matter),
      cmocka_unit_test(test_outside_the_domain),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
