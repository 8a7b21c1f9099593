/* Eigenvalues alone against pairs; what noise has, against NumPy; parallel analysis cut anywhere. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "golden/statistics_reference.h"
#include "numeric/eigen.h"
#include "numeric/eigen_values.h"
#include "numeric/parallel.h"
#include "numeric/random.h"

#define SEED UINT64_C(0x0123456789ABCDEF)
enum { K = 49 };

/* Correlations of n draws of k uniform numbers: positive semidefinite, of rank n - 1 at most. */
static void correlations(int k, int n, double mix, double *out) {
  const inno__random r = {(uint64_t)k, (uint64_t)n, 1};
  double *x = malloc((size_t)(k * n) * sizeof *x);
  inno__random_uniforms(&r, 0, k * n, x);
  for (int j = 0; j < k; j++) {
    double mean = 0, length = 0;
    for (int i = 0; i < n; i++) x[j * n + i] = mix * x[i] + (1 - mix) * x[j * n + i];
    for (int i = 0; i < n; i++) mean += x[j * n + i] / n;
    for (int i = 0; i < n; i++) length += (x[j * n + i] - mean) * (x[j * n + i] - mean);
    for (int i = 0; i < n; i++) x[j * n + i] = (x[j * n + i] - mean) / sqrt(length);
  }
  for (int p = 0; p < k; p++)
    for (int q = 0; q <= p; q++) {
      double sum = 0;
      for (int i = 0; i < n; i++) sum += x[p * n + i] * x[q * n + i];
      out[p * k + q] = out[q * k + p] = sum;
    }
  free(x);
}

static void same_as_pairs(void **state) {
  static const int size[] = {1, 2, 3, 4, 7, 8, 9, 16, 31, K};
  double *a = malloc(K * K * sizeof *a), *copy = malloc(K * K * sizeof *a), *vectors = malloc(K * K * sizeof *a);
  double *work = malloc(inno__eigen_values_work_count(K) * sizeof *work), values[K], pairs[K];
  (void)state;
  for (size_t s = 0; s < sizeof size / sizeof *size; s++)
    for (int n = 2; n <= 100; n += 7)
      for (int mix = 0; mix < 3; mix++) {
        int k = size[s];
        correlations(k, n, 0.5 * mix * 0.9, a);
        memcpy(copy, a, (size_t)(k * k) * sizeof *a);
        assert_true(inno__eigen_symmetric(copy, k, pairs, vectors) >= 0);
        for (int i = 0; i < k; i++) /* the upper triangle is not read */
          for (int j = i + 1; j < k; j++) a[i * k + j] = NAN;
        assert_true(inno__eigen_values(a, k, values, work) >= 0);
        for (int j = 0; j < k; j++)
          if (!(fabs(values[j] - pairs[j]) < 1e-13 * (pairs[0] + 1)))
            fail_msg("k %d n %d: %d: %.17g, want %.17g", k, n, j, values[j], pairs[j]);
      }
  free(a);
  free(copy);
  free(vectors);
  free(work);
}

static void known_spectra(void **state) {
  double a[144] = {0}, values[12], work[300], zero[9] = {0}, d[9] = {1, 0, 0, 0, 3, 0, 0, 0, -2}, one = -5;
  const double pi = 3.14159265358979323846;
  (void)state;
  assert_true(inno__eigen_values_work_count(12) <= 300);
  for (int e = -900; e <= 900; e += 300) { /* second differences, of any size */
    const double scale = ldexp(1.0, e);
    for (int i = 0; i < 12; i++) {
      a[i * 12 + i] = 2 * scale;
      if (i > 0) a[i * 12 + i - 1] = -scale;
    }
    assert_true(inno__eigen_values(a, 12, values, work) > 0);
    for (int j = 0; j < 12; j++) assert_true(fabs(values[j] / scale - (2 - 2 * cos((12 - j) * pi / 13))) < 2e-15);
  }
  for (int i = 0; i < 144; i++) a[i] = 1; /* all alike: 12, and 11 times 0 */
  assert_true(inno__eigen_values(a, 12, values, work) >= 0);
  assert_true(fabs(values[0] - 12) < 1e-14);
  for (int j = 1; j < 12; j++) assert_true(fabs(values[j]) < 1e-14);
  assert_int_equal(inno__eigen_values(zero, 3, values, work), 0);
  assert_true(values[0] == 0 && values[1] == 0 && values[2] == 0);
  assert_int_equal(inno__eigen_values(d, 3, values, work), 0);
  assert_true(values[0] == 3 && values[1] == 1 && values[2] == -2);
  assert_int_equal(inno__eigen_values(&one, 1, values, work), 0);
  assert_true(values[0] == -5);
  d[3] = INFINITY;
  assert_int_equal(inno__eigen_values(d, 3, values, work), -1);
  assert_true(isnan(values[0]) && isnan(values[2]));
}

static void *scratch_for(const inno__parallel *p) {
  size_t size = inno__parallel_work_size(p);
  assert_true(size > 0);
  return malloc(size);
}

static void noise_as_numpy_has_it(void **state) {
  const inno__parallel wide = {20, 5, SEED, 7}, flat = {5, 9, SEED, 7};
  double values[27];
  void *work = scratch_for(&wide);
  (void)state;
  inno__parallel_draws(&wide, 0, 3, values, work);
  for (int i = 0; i < 15; i++) assert_true(fabs(values[i] - noise_20_5[i]) < 1e-13);
  free(work);
  work = scratch_for(&flat);
  inno__parallel_draws(&flat, 0, 3, values, work);
  for (int i = 0; i < 27; i++) {
    assert_true(fabs(values[i] - noise_5_9[i]) < 1e-13);
    if (i % 9 >= 4) assert_true(values[i] == 0);
  }
  free(work);
}

static void edges(void **state) {
  const inno__parallel shapes[] = {{2, 1, 1, 0}, {2, 2, 1, 0}, {2, 7, 1, 0}, {9, 1, 1, 0},
                                   {8, 8, 1, 0}, {7, 8, 1, 0}, {9, 8, 1, 0}, {3, 17, 1, 0}};
  const inno__parallel bad[] = {
      {1, 3, 0, 0}, {0, 3, 0, 0}, {5, 0, 0, 0}, {INT64_MAX, 3, 0, 0}, {1 << 20, 1 << 11, 0, 0}};
  double values[17];
  (void)state;
  for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++) {
    const inno__parallel *p = &shapes[s];
    double sum = 0;
    void *work = scratch_for(p);
    inno__parallel_draws(p, 3, 1, values, work);
    for (int j = 0; j < p->k; j++) {
      sum += values[j];
      assert_true(j == 0 || values[j] <= values[j - 1]);
      if (j >= p->n - 1)
        assert_true(values[j] == 0);
      else
        assert_true(values[j] > 0);
    }
    assert_true(fabs(sum - p->k) < 1e-14 * p->k); /* the trace of correlations */
    free(work);
  }
  for (size_t s = 0; s < sizeof bad / sizeof *bad; s++) assert_true(inno__parallel_work_size(&bad[s]) == 0);
}

static void cut_mean_and_quantile(void **state) {
  enum { DRAWS = 201, P = 6 };
  const inno__parallel p = {30, P, 42, 3};
  double all[DRAWS * P], part[DRAWS * P], mean[P], upper[P], work[2 * DRAWS];
  void *scratch = scratch_for(&p);
  (void)state;
  inno__parallel_draws(&p, 0, DRAWS, all, scratch);
  for (int d = DRAWS - 1; d >= 0; d--) inno__parallel_draws(&p, (uint64_t)d, 1, part + d * P, scratch);
  assert_memory_equal(all, part, sizeof all);
  inno__parallel_reference(all, DRAWS, P, 0.95, mean, upper, work);
  for (int j = 0; j < P; j++) {
    int below = 0;
    double sum = 0;
    for (int d = 0; d < DRAWS; d++) {
      sum += all[d * P + j];
      below += all[d * P + j] < upper[j];
    }
    assert_true(fabs(mean[j] - sum / DRAWS) < 1e-15);
    assert_int_equal(below, 190); /* 0.95 of 200 steps: the 191st value itself */
  }
  /* the sample has one strong component; a tail that rises above again does not count */
  const double observed[P] = {2.5, 1.2, 0.9, 0.9, 0.9, 0.9}, noise[P] = {1.8, 1.3, 1.0, 0.8, 0.6, 0.5};
  assert_int_equal(inno__parallel_count(observed, noise, P), 1);
  assert_int_equal(inno__parallel_count(noise, noise, P), 0);
  assert_int_equal(inno__parallel_count(observed, mean, 0), 0);
  inno__parallel_reference(all, 1, P, 0.95, NULL, upper, work);
  assert_memory_equal(upper, all, sizeof upper);
  free(scratch);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(same_as_pairs), cmocka_unit_test(known_spectra),         cmocka_unit_test(noise_as_numpy_has_it),
      cmocka_unit_test(edges),         cmocka_unit_test(cut_mean_and_quantile),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
