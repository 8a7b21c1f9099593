/* Ranks, sorting and medians against their definitions, on every path: pairs, insertion, bytes. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "numeric/missing.h"
#include "numeric/order.h"

enum { LIMIT = 200, MANY = 100000 };

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

/* Kinds of columns: 0 distinct, 1 many ties and gaps, 2 every bit pattern, 3 constant, 4 ascending, 5 descending, 6 all
 * missing, 7 extremes and both zeros. */
enum { KINDS = 8 };

static double value(int kind, int64_t i, uint64_t *s) {
  static const double odd[] = {0.0, -0.0, 1.0, -1.0, 1e308, -1e308, 5e-324, -5e-324, INFINITY, -INFINITY, NAN};
  uint64_t r = next(s);
  double x;
  switch (kind) {
    case 0: return (double)(r >> 11) * 0x1p-53 - 0.5;
    case 1: return r % 5 == 0 ? (double)NAN : (double)(r / 5 % 7) - 3.0;
    case 2: memcpy(&x, &r, sizeof x); return x;
    case 3: return 0.1;
    case 4: return (double)i;
    case 5: return -(double)i;
    case 6: return -(double)NAN;
    default: return odd[r % (sizeof odd / sizeof *odd)];
  }
}

static void fill(double *x, int64_t n, int kind, uint64_t seed) {
  for (int64_t i = 0; i < n; i++) x[i] = value(kind, i, &seed);
}

/* By the definition: count what is better, equal, and how many different values are better. */
static double rank_of(const double *x, int64_t n, int64_t at, int32_t descending, int32_t ties) {
  int64_t better = 0, equal = 0, groups = 0;
  if (x[at] != x[at]) return inno__nan();
  for (int64_t i = 0; i < n; i++) {
    equal += x[i] == x[at];
    if (!(descending ? x[i] > x[at] : x[i] < x[at])) continue;
    better++;
    int64_t first = 0;
    while (x[first] != x[i]) first++;
    groups += first == i;
  }
  switch (ties) {
    case INNO__TIES_MAX: return (double)(better + equal);
    case INNO__TIES_DENSE: return (double)(groups + 1);
    case INNO__TIES_AVERAGE: return (double)better + (double)(equal + 1) / 2.0;
    default: return (double)(better + 1);
  }
}

static void test_ranks_by_definition(void **state) {
  (void)state;
  double x[LIMIT], out[LIMIT];
  for (int64_t n = 0; n <= LIMIT; n++) {
    void *work = malloc(inno__rank_work_size(n) + 1);
    assert_non_null(work);
    for (int kind = 0; kind < KINDS; kind++) {
      fill(x, n, kind, (uint64_t)(n * KINDS + kind));
      for (int32_t ties = INNO__TIES_MIN; ties <= INNO__TIES_AVERAGE; ties++)
        for (int32_t descending = 0; descending <= 1; descending++) {
          inno__rank(x, n, descending, ties, out, work);
          for (int64_t i = 0; i < n; i += 1 + n / 40) assert_same(out[i], rank_of(x, n, i, descending, ties));
        }
    }
    free(work);
  }
}

static void assert_ranks(const double *x, int64_t n, int32_t descending, int32_t ties, const double *want) {
  double out[8], work[8 * 4];
  assert_true(inno__rank_work_size(n) <= sizeof work);
  inno__rank(x, n, descending, ties, out, work);
  for (int64_t i = 0; i < n; i++) assert_same(out[i], want[i]);
}

static void test_conventions_by_hand(void **state) {
  (void)state;
  const double x[] = {7.0, 3.0, NAN, 3.0, 1.0}, m = inno__nan();
  assert_ranks(x, 5, 0, INNO__TIES_MIN, (const double[]){4.0, 2.0, m, 2.0, 1.0});
  assert_ranks(x, 5, 0, INNO__TIES_MAX, (const double[]){4.0, 3.0, m, 3.0, 1.0});
  assert_ranks(x, 5, 0, INNO__TIES_DENSE, (const double[]){3.0, 2.0, m, 2.0, 1.0});
  assert_ranks(x, 5, 0, INNO__TIES_AVERAGE, (const double[]){4.0, 2.5, m, 2.5, 1.0});
  assert_ranks(x, 5, 1, INNO__TIES_MIN, (const double[]){1.0, 2.0, m, 2.0, 4.0});
  assert_ranks(x, 5, 1, INNO__TIES_MAX, (const double[]){1.0, 3.0, m, 3.0, 4.0});
  assert_ranks(x, 5, 1, INNO__TIES_DENSE, (const double[]){1.0, 2.0, m, 2.0, 3.0});
  assert_ranks(x, 5, 1, INNO__TIES_AVERAGE, (const double[]){1.0, 2.5, m, 2.5, 4.0});
  const double zeros[] = {0.0, -0.0, -1.0};
  assert_ranks(zeros, 3, 0, INNO__TIES_MIN, (const double[]){2.0, 2.0, 1.0});
  assert_ranks(zeros, 3, 1, INNO__TIES_DENSE, (const double[]){1.0, 1.0, 2.0});
}

/* Few different values: the counts of each give every rank. */
static void test_many_units_with_ties(void **state) {
  (void)state;
  enum { LEVELS = 1000 };
  double *x = malloc(MANY * sizeof *x), *out = malloc(MANY * sizeof *out);
  void *work = malloc(inno__rank_work_size(MANY));
  int64_t count[LEVELS] = {0}, below[LEVELS + 1] = {0}, groups[LEVELS + 1] = {0};
  uint64_t s = 17;
  assert_true(x != NULL && out != NULL && work != NULL);
  for (int64_t i = 0; i < MANY; i++) {
    uint64_t level = next(&s) % (LEVELS + 50);
    x[i] = level < LEVELS ? (double)level / 8.0 - 40.0 : (double)NAN;
    if (level < LEVELS) count[level]++;
  }
  for (int k = 0; k < LEVELS; k++) {
    below[k + 1] = below[k] + count[k];
    groups[k + 1] = groups[k] + (count[k] > 0);
  }
  for (int32_t ties = INNO__TIES_MIN; ties <= INNO__TIES_AVERAGE; ties++)
    for (int32_t descending = 0; descending <= 1; descending++) {
      inno__rank(x, MANY, descending, ties, out, work);
      for (int64_t i = 0; i < MANY; i++) {
        if (x[i] != x[i]) {
          assert_nan(out[i]);
          continue;
        }
        int64_t k = (int64_t)((x[i] + 40.0) * 8.0);
        int64_t better = descending ? below[LEVELS] - below[k + 1] : below[k];
        int64_t group = descending ? groups[LEVELS] - groups[k + 1] : groups[k];
        double want = ties == INNO__TIES_MIN     ? (double)(better + 1)
                      : ties == INNO__TIES_MAX   ? (double)(better + count[k])
                      : ties == INNO__TIES_DENSE ? (double)(group + 1)
                                                 : (double)better + (double)(count[k] + 1) / 2.0;
        assert_true(out[i] == want);
      }
    }
  free(x);
  free(out);
  free(work);
}

/* Different values: the ranks are a permutation that puts them in order. */
static void test_many_units_without_ties(void **state) {
  (void)state;
  double *x = malloc(MANY * sizeof *x), *out = malloc(MANY * sizeof *out), *place = malloc(MANY * sizeof *place);
  void *work = malloc(inno__rank_work_size(MANY));
  assert_true(x != NULL && out != NULL && place != NULL && work != NULL);
  fill(x, MANY, 0, 23);
  inno__rank(x, MANY, 0, INNO__TIES_MIN, out, work);
  for (int64_t i = 0; i < MANY; i++) place[i] = inno__nan();
  for (int64_t i = 0; i < MANY; i++) place[(int64_t)out[i] - 1] = x[i];
  for (int64_t i = 1; i < MANY; i++) assert_true(place[i - 1] < place[i]);
  free(x);
  free(out);
  free(place);
  free(work);
}

/* What a unit gets does not depend on where it stands. */
static void test_order_of_units(void **state) {
  (void)state;
  double x[150], y[150], out[150], moved[150];
  int64_t from[150];
  static double work[4 * 150];
  uint64_t s = 29;
  assert_true(inno__rank_work_size(150) <= sizeof work);
  for (int64_t n = 20; n <= 150; n += 65) {
    fill(x, n, 1, (uint64_t)n);
    for (int64_t i = 0; i < n; i++) from[i] = i;
    for (int64_t i = n - 1; i > 0; i--) {
      int64_t k = (int64_t)(next(&s) % (uint64_t)(i + 1)), t = from[i];
      from[i] = from[k];
      from[k] = t;
    }
    for (int64_t i = 0; i < n; i++) y[i] = x[from[i]];
    for (int32_t ties = INNO__TIES_MIN; ties <= INNO__TIES_AVERAGE; ties++) {
      inno__rank(x, n, 1, ties, out, work);
      inno__rank(y, n, 1, ties, moved, work);
      for (int64_t i = 0; i < n; i++) assert_same(moved[i], out[from[i]]);
    }
  }
}

static int compare(const void *a, const void *b) {
  double x, y;
  memcpy(&x, a, sizeof x);
  memcpy(&y, b, sizeof y);
  if (x != x || y != y) return (x != x) - (y != y);
  return (x > y) - (x < y);
}

static void assert_sorted(double *x, double *want, int64_t n, double *work) {
  memcpy(want, x, (size_t)n * sizeof *x);
  if (n > 0) qsort(want, (size_t)n, sizeof *want, compare);
  inno__sort(x, n, work);
  for (int64_t i = 0; i < n; i++) {
    if (want[i] != want[i]) assert_nan(x[i]);
    else assert_true(x[i] == want[i]);
  }
}

static void test_sort(void **state) {
  (void)state;
  double x[LIMIT], want[LIMIT], work[LIMIT];
  for (int64_t n = 0; n <= LIMIT; n++)
    for (int kind = 0; kind < KINDS; kind++) {
      fill(x, n, kind, (uint64_t)(n * KINDS + kind));
      assert_sorted(x, want, n, work);
    }
  double *block = malloc(3 * MANY * sizeof *block);
  assert_non_null(block);
  for (int kind = 0; kind < KINDS; kind++) {
    fill(block, MANY, kind, (uint64_t)kind);
    assert_sorted(block, block + MANY, MANY, block + 2 * MANY);
  }
  free(block);
}

static void test_median(void **state) {
  (void)state;
  double x[LIMIT], sorted[LIMIT], work[2 * LIMIT];
  for (int64_t n = 0; n <= LIMIT; n++)
    for (int kind = 0; kind < KINDS; kind++) {
      if (kind == 2) continue; /* the mean of two of any pattern may leave the range */
      int64_t m = 0;
      fill(x, n, kind, (uint64_t)(n * KINDS + kind));
      for (int64_t i = 0; i < n; i++)
        if (x[i] == x[i]) sorted[m++] = x[i];
      double got = inno__median(x, n, work);
      if (m == 0) {
        assert_nan(got);
        continue;
      }
      qsort(sorted, (size_t)m, sizeof *sorted, compare);
      double low = sorted[(m - 1) / 2], high = sorted[m / 2];
      if (low == -INFINITY && high == INFINITY) continue;
      double want = low == high ? low : low / 2.0 + high / 2.0;
      assert_true(got == want);
      assert_true(got >= low && got <= high);
    }
  assert_same(inno__median((const double[]){3.0, NAN, 1.0, 2.0}, 4, work), 2.0);
  assert_same(inno__median((const double[]){4.0, 1.0, 2.0, 3.0}, 4, work), 2.5);
  assert_same(inno__median((const double[]){1e308, 1.5e308}, 2, work), 1.25e308);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_ranks_by_definition),     cmocka_unit_test(test_conventions_by_hand),
      cmocka_unit_test(test_many_units_with_ties),    cmocka_unit_test(test_many_units_without_ties),
      cmocka_unit_test(test_order_of_units),          cmocka_unit_test(test_sort),
      cmocka_unit_test(test_median),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
