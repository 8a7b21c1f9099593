/* Sums, moments, skewness, kurtosis: the fixed order bit by bit, the values against extended precision and by hand. */
#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "numeric/missing.h"
#include "numeric/moments.h"

enum { MANY = 2000 };

static uint64_t bits_of(double x) {
  uint64_t b;
  memcpy(&b, &x, sizeof b);
  return b;
}

static void assert_same(double got, double want) { assert_int_equal(bits_of(got), bits_of(want)); }
static void assert_nan(double got) { assert_int_equal(bits_of(got), 0x7ff8000000000000u); }
static void assert_near(double got, double want, double tolerance) { assert_true(fabs(got - want) <= tolerance); }

static uint64_t next(uint64_t *s) { /* splitmix64 */
  uint64_t z = *s += 0x9e3779b97f4a7c15u;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
  z = (z ^ z >> 27) * 0x94d049bb133111ebu;
  return z ^ z >> 31;
}

static double uniform(uint64_t *s) { return (double)(next(s) >> 11) * 0x1p-53; }

/* Skewed values around a mean; every gap-th is missing (0 = none). */
static void fill(double *x, int64_t n, int64_t gap, uint64_t seed) {
  for (int64_t i = 0; i < n; i++) {
    double u = uniform(&seed);
    x[i] = gap > 0 && (i + 1) % gap == 0 ? (double)NAN : 50.0 + 30.0 * u * u * u - 7.0 * uniform(&seed);
  }
}

static double combined(const double *l) {
  return ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
}

/* The documented order, one value after the other. */
static double power_sum(const double *x, int64_t n, double mean, int power) {
  double lane[8] = {0};
  for (int64_t i = 0; i < n; i++) {
    double d = x[i] - mean, square = d * d;
    if (x[i] != x[i]) continue;
    lane[i % 8] += power == 1 ? d : power == 2 ? square : power == 3 ? square * d : square * square;
  }
  return combined(lane);
}

static void test_order_is_the_documented_one(void **state) {
  (void)state;
  double x[64];
  for (int64_t gap = 0; gap < 6; gap++)
    for (int64_t n = 0; n <= 64; n++) {
      int64_t count;
      inno__moments m;
      fill(x, n, gap, (uint64_t)(n + 100 * gap));
      double sum = inno__sum(x, n, &count);
      assert_same(sum, power_sum(x, n, 0.0, 1));
      inno__moments_of(x, n, &m);
      assert_int_equal(m.count, count);
      if (count < 2) continue;
      assert_same(m.mean, sum / (double)count);
      assert_same(inno__mean(x, n, &count), m.mean);
      assert_same(m.s2, power_sum(x, n, m.mean, 2));
      assert_same(m.s3, power_sum(x, n, m.mean, 3));
      assert_same(m.s4, power_sum(x, n, m.mean, 4));
    }
}

static void test_against_extended_precision(void **state) {
  (void)state;
  static double x[MANY];
  for (int64_t n = 4; n <= MANY; n = n * 3 / 2 + 1) {
    inno__moments m;
    fill(x, n, n % 2 == 0 ? 7 : 0, (uint64_t)n);
    inno__moments_of(x, n, &m);
    long double sum = 0, s2 = 0, s3 = 0, s4 = 0, size3 = 0;
    int64_t count = 0;
    for (int64_t i = 0; i < n; i++)
      if (x[i] == x[i]) sum += x[i], count++;
    long double mean = sum / (long double)count;
    for (int64_t i = 0; i < n; i++) {
      if (x[i] != x[i]) continue;
      long double d = x[i] - mean;
      s2 += d * d;
      s3 += d * d * d;
      s4 += d * d * d * d;
      size3 += fabsl(d * d * d);
    }
    assert_int_equal(m.count, count);
    assert_near(m.mean, (double)mean, 1e-14 * fabs((double)mean));
    assert_near(m.s2, (double)s2, 1e-13 * (double)s2);
    assert_near(m.s3, (double)s3, 1e-12 * (double)size3);
    assert_near(m.s4, (double)s4, 1e-12 * (double)s4);
  }
}

static void test_range(void **state) {
  (void)state;
  double x[300] = {0}, min, max;
  int64_t count;
  for (int64_t n = 0; n <= 300; n++) {
    fill(x, n, n % 3 == 0 ? 5 : n % 3 == 1 ? 97 : 0, (uint64_t)n + 1);
    if (n % 7 == 0)
      for (int64_t i = 0; i < n; i++) x[i] *= i % 2 == 0 ? 1e306 : -1e306; /* no sum of them is a double */
    double low = INFINITY, high = -INFINITY;
    int64_t seen = 0;
    for (int64_t i = 0; i < n; i++) {
      if (x[i] != x[i]) continue;
      seen++;
      low = x[i] < low ? x[i] : low;
      high = x[i] > high ? x[i] : high;
    }
    inno__range(x, n, &min, &max, &count);
    assert_int_equal(count, seen);
    if (seen == 0) {
      assert_nan(min);
      assert_nan(max);
    } else {
      assert_same(min, low);
      assert_same(max, high);
    }
  }
}

/* Zeros of both signs: the least and the largest are 0, wherever they stand. */
static void test_range_of_zeros(void **state) {
  (void)state;
  double x[20], min, max;
  int64_t count;
  for (int64_t n = 1; n <= 20; n++)
    for (int64_t at = 0; at < n; at++) {
      for (int64_t i = 0; i < n; i++) x[i] = i == at ? 0.0 : -0.0;
      inno__range(x, n, &min, &max, &count);
      assert_same(min, 0.0);
      assert_same(max, 0.0);
      assert_int_equal(count, n);
    }
}

static void test_nothing_there(void **state) {
  (void)state;
  double missing[11], min, max;
  int64_t count = -1;
  inno__moments m;
  for (int i = 0; i < 11; i++) missing[i] = -(double)NAN;
  for (int64_t n = 0; n <= 11; n += 11) {
    assert_same(inno__sum(missing, n, &count), 0.0);
    assert_int_equal(count, 0);
    assert_nan(inno__mean(missing, n, &count));
    inno__range(missing, n, &min, &max, &count);
    assert_nan(min);
    assert_nan(max);
    inno__moments_of(missing, n, &m);
    assert_int_equal(m.count, 0);
    assert_nan(m.mean);
    assert_nan(inno__sd(&m));
    for (int32_t type = 1; type <= 3; type++) {
      assert_nan(inno__skewness(&m, type));
      assert_nan(inno__kurtosis(&m, type));
    }
  }
}

/* 0.1 added up and divided is not 0.1: a constant column must not get a spread from that. */
static void test_constant_column(void **state) {
  (void)state;
  static const double values[] = {0.1, -0.3, 1e150, 1e-300, 0.0, 1.0 / 3.0};
  double x[100];
  for (size_t v = 0; v < sizeof values / sizeof *values; v++)
    for (int64_t n = 1; n <= 100; n++) {
      inno__moments m;
      int64_t count;
      for (int64_t i = 0; i < n; i++) x[i] = i % 6 == 5 ? (double)NAN : values[v];
      inno__moments_of(x, n, &m);
      assert_same(m.mean, values[v]);
      assert_same(inno__mean(x, n, &count), values[v]);
      assert_true(m.s2 == 0.0 && m.s3 == 0.0 && m.s4 == 0.0);
      if (m.count >= 2) assert_same(inno__sd(&m), 0.0);
      else assert_nan(inno__sd(&m));
      for (int32_t type = 1; type <= 3; type++) {
        assert_nan(inno__skewness(&m, type));
        assert_nan(inno__kurtosis(&m, type));
      }
    }
}

/* 1 2 3 4 10: mean 4, sums of powers 50, 180, 1394. */
static void test_by_hand(void **state) {
  (void)state;
  const double x[] = {1.0, 2.0, NAN, 3.0, 4.0, 10.0};
  inno__moments m;
  inno__moments_of(x, 6, &m);
  assert_int_equal(m.count, 5);
  assert_same(m.mean, 4.0);
  assert_same(m.s2, 50.0);
  assert_same(m.s3, 180.0);
  assert_same(m.s4, 1394.0);
  assert_same(inno__sd(&m), sqrt(12.5));
  double g1 = 36.0 / (10.0 * sqrt(10.0)); /* m3 = 36, m2 = 10 */
  assert_near(inno__skewness(&m, 1), g1, 1e-15);
  assert_near(inno__skewness(&m, 2), g1 * sqrt(20.0) / 3.0, 1e-15);
  assert_near(inno__skewness(&m, 3), g1 * 0.8 * sqrt(0.8), 1e-15);
  assert_near(inno__kurtosis(&m, 1), -0.212, 1e-15); /* m4 = 278.8 */
  assert_near(inno__kurtosis(&m, 2), 3.152, 2e-15);
  assert_near(inno__kurtosis(&m, 3), 2.788 * 0.64 - 3.0, 1e-15);
}

static void test_smallest_counts(void **state) {
  (void)state;
  const double x[] = {1.0, 2.0, 4.0, 8.0};
  inno__moments m;
  inno__moments_of(x, 2, &m);
  assert_same(inno__skewness(&m, 1), 0.0);
  assert_same(inno__kurtosis(&m, 1), -2.0);
  assert_nan(inno__skewness(&m, 2));
  assert_nan(inno__kurtosis(&m, 2));
  inno__moments_of(x, 3, &m); /* sums of powers 14/3 and 20/9 */
  assert_near(inno__skewness(&m, 2), sqrt(18.0) * (20.0 / 9.0) / pow(14.0 / 3.0, 1.5), 4e-15);
  assert_nan(inno__kurtosis(&m, 2));
  inno__moments_of(x, 4, &m); /* sums of powers 460/16, 3240/64, 100564/256 */
  assert_near(inno__skewness(&m, 2), sqrt(12.0) * 50.625 / pow(28.75, 1.5), 4e-15);
  assert_near(inno__kurtosis(&m, 2), (5.0 * (4.0 * 392.828125 / (28.75 * 28.75) - 3.0) + 6.0) * 1.5, 4e-15);
}

/* Either the shape of the unscaled column or NaN: never a number from powers that vanished or overflowed. */
static void test_scaling_is_never_silently_wrong(void **state) {
  (void)state;
  double x[30], y[30];
  inno__moments m, scaled;
  fill(x, 30, 0, 5);
  inno__moments_of(x, 30, &m);
  for (int k = -1000; k <= 490; k++) {
    for (int i = 0; i < 30; i++) y[i] = ldexp(x[i], k);
    inno__moments_of(y, 30, &scaled);
    assert_same(scaled.mean, ldexp(m.mean, k));
    if (k > -490) assert_same(inno__sd(&scaled), ldexp(inno__sd(&m), k));
    for (int32_t type = 1; type <= 3; type++) {
      double skewness = inno__skewness(&scaled, type), kurtosis = inno__kurtosis(&scaled, type);
      int inside = k > -230 && k < 230;
      if (inside || skewness == skewness) assert_near(skewness, inno__skewness(&m, type), 1e-13);
      if (inside || kurtosis == kurtosis) assert_near(kurtosis, inno__kurtosis(&m, type), 1e-13);
      if (!inside && skewness != skewness) assert_nan(skewness);
      if (!inside && kurtosis != kurtosis) assert_nan(kurtosis);
    }
  }
}

static void test_order_of_units(void **state) {
  (void)state;
  double x[200];
  uint64_t s = 11;
  inno__moments first, m;
  fill(x, 200, 9, 3);
  inno__moments_of(x, 200, &first);
  for (int round = 0; round < 50; round++) {
    for (int64_t i = 199; i > 0; i--) {
      int64_t k = (int64_t)(next(&s) % (uint64_t)(i + 1));
      double t = x[i];
      x[i] = x[k];
      x[k] = t;
    }
    inno__moments_of(x, 200, &m);
    assert_int_equal(m.count, first.count);
    assert_near(m.mean, first.mean, 1e-13);
    for (int32_t type = 1; type <= 3; type++) {
      assert_near(inno__skewness(&m, type), inno__skewness(&first, type), 1e-12);
      assert_near(inno__kurtosis(&m, type), inno__kurtosis(&first, type), 1e-12);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_order_is_the_documented_one),
      cmocka_unit_test(test_against_extended_precision),
      cmocka_unit_test(test_range),
      cmocka_unit_test(test_range_of_zeros),
      cmocka_unit_test(test_nothing_there),
      cmocka_unit_test(test_constant_column),
      cmocka_unit_test(test_by_hand),
      cmocka_unit_test(test_smallest_counts),
      cmocka_unit_test(test_scaling_is_never_silently_wrong),
      cmocka_unit_test(test_order_of_units),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
