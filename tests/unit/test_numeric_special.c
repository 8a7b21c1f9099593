/* log, log10, exp, pow: against exact references, their special cases, monotonicity, and the same bits everywhere. */
#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "golden/special_reference.h"
#include "numeric/missing.h"
#include "numeric/special.h"

/* The bounds that numeric/special.h promises, in ulp; below DBL_MIN a result is rounded a second time. */
static const double log_bound = 0.87, log10_bound = 0.51, exp_bound = 0.65, pow_bound = 0.65, subnormal_bound = 0.85;

static uint64_t bits_of(double x) {
  uint64_t b;
  memcpy(&b, &x, sizeof b);
  return b;
}

static void assert_same(double got, double want) { assert_int_equal(bits_of(got), bits_of(want)); }

static void assert_nan(double got) { assert_int_equal(bits_of(got), 0x7ff8000000000000u); }

/* Distance from the exact result = result + part ulp, in ulp. The scaling by powers of two is exact. */
static double error_in_ulp(double got, double result, int exponent, double part) {
  return fabs(ldexp(got, -exponent) - ldexp(result, -exponent) - part);
}

typedef struct {
  double normal, subnormal;
} worst;

static void note(worst *w, double got, double result, int exponent, double part) {
  double *at = fabs(result) < DBL_MIN ? &w->subnormal : &w->normal, e = error_in_ulp(got, result, exponent, part);
  if (!(e <= *at)) *at = e; /* a NaN is kept, and fails */
}

static worst worst_of(double (*f)(double), const reference *rows, size_t n) {
  worst w = {0.0, 0.0};
  for (size_t i = 0; i < n; i++) note(&w, f(rows[i].x), rows[i].result, rows[i].exponent, rows[i].part);
  return w;
}

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void assert_bound(const char *name, worst w, double bound) {
  print_message("%s: at most %.4f ulp, subnormal results %.4f\n", name, w.normal, w.subnormal);
  assert_true(w.normal <= bound);
  assert_true(w.subnormal <= subnormal_bound);
}

static void test_log_error(void **state) {
  (void)state;
  assert_bound("log", worst_of(inno__log, reference_log, COUNT(reference_log)), log_bound);
}

static void test_log10_error(void **state) {
  (void)state;
  assert_bound("log10", worst_of(inno__log10, reference_log10, COUNT(reference_log10)), log10_bound);
}

static void test_exp_error(void **state) {
  (void)state;
  assert_bound("exp", worst_of(inno__exp, reference_exp, COUNT(reference_exp)), exp_bound);
}

static void test_pow_error(void **state) {
  (void)state;
  worst w = {0.0, 0.0};
  for (size_t i = 0; i < COUNT(reference_pow); i++) {
    const reference2 *r = &reference_pow[i];
    note(&w, inno__pow(r->x, r->y), r->result, r->exponent, r->part);
  }
  assert_bound("pow", w, pow_bound);
}

static void test_exact_results(void **state) {
  (void)state;
  assert_same(inno__log(1.0), 0.0);
  assert_same(inno__log10(1.0), 0.0);
  assert_same(inno__exp(0.0), 1.0);
  assert_same(inno__exp(-0.0), 1.0);
  static const double ten[] = {1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                               1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  for (int k = 1; k <= 22; k++) {
    assert_same(inno__log10(ten[k - 1]), (double)k);
    assert_same(inno__pow(10.0, (double)k), ten[k - 1]);
  }
  for (int k = -1074; k <= 1023; k++) assert_same(inno__pow(2.0, (double)k), ldexp(1.0, k));
  for (int a = 1; a <= 1000; a++) {
    double x = (double)a;
    assert_same(inno__pow(x, 1.0), x);
    assert_same(inno__pow(x, 2.0), x * x);
    assert_same(inno__pow(-x, 3.0), -x * x * x);
    assert_same(inno__pow(x * x, 0.5), x);
  }
}

static void test_log_special_cases(void **state) {
  (void)state;
  double (*const both[])(double) = {inno__log, inno__log10};
  for (int i = 0; i < 2; i++) {
    assert_same(both[i](0.0), -INFINITY);
    assert_same(both[i](-0.0), -INFINITY);
    assert_same(both[i](INFINITY), INFINITY);
    assert_nan(both[i](-1.0));
    assert_nan(both[i](-DBL_TRUE_MIN));
    assert_nan(both[i](-INFINITY));
    assert_nan(both[i](NAN));
    assert_nan(both[i](-(double)NAN));
  }
}

static void test_exp_special_cases(void **state) {
  (void)state;
  assert_same(inno__exp(INFINITY), INFINITY);
  assert_same(inno__exp(-INFINITY), 0.0);
  assert_same(inno__exp(0x1.62e42fefa39efp+9), 0x1.fffffffffff2ap+1023); /* the last that is finite */
  assert_same(inno__exp(0x1.62e42fefa39f0p+9), INFINITY);
  assert_same(inno__exp(-0x1.74910d52d3051p+9), DBL_TRUE_MIN); /* the last that is not 0 */
  assert_same(inno__exp(-0x1.74910d52d3052p+9), 0.0);
  assert_same(inno__exp(1e300), INFINITY);
  assert_same(inno__exp(-1e300), 0.0);
  assert_same(inno__exp(1e-300), 1.0);
  assert_nan(inno__exp(NAN));
  assert_nan(inno__exp(-(double)NAN));
}

/* C99, F.9.4.4, line by line. */
static void test_pow_special_cases(void **state) {
  (void)state;
  static const double odd[] = {1.0, 3.0, 9007199254740991.0}, even[] = {2.0, 0.5, 2.5, 9007199254740992.0, 1e300};
  for (size_t i = 0; i < COUNT(odd); i++) {
    double y = odd[i];
    assert_same(inno__pow(0.0, -y), INFINITY);
    assert_same(inno__pow(-0.0, -y), -INFINITY);
    assert_same(inno__pow(0.0, y), 0.0);
    assert_same(inno__pow(-0.0, y), -0.0);
    assert_same(inno__pow(-INFINITY, -y), -0.0);
    assert_same(inno__pow(-INFINITY, y), -INFINITY);
    assert_same(inno__pow(-1.0, y), -1.0);
  }
  for (size_t i = 0; i < COUNT(even); i++) {
    double y = even[i];
    assert_same(inno__pow(0.0, -y), INFINITY);
    assert_same(inno__pow(-0.0, -y), INFINITY);
    assert_same(inno__pow(0.0, y), 0.0);
    assert_same(inno__pow(-0.0, y), 0.0);
    assert_same(inno__pow(-INFINITY, -y), 0.0);
    assert_same(inno__pow(-INFINITY, y), INFINITY);
    assert_same(inno__pow(INFINITY, -y), 0.0);
    assert_same(inno__pow(INFINITY, y), INFINITY);
  }
  static const double all[] = {0.0, -0.0, 1.0, -1.0, 0.3, -7.5, 1e300, INFINITY, -INFINITY, NAN};
  for (size_t i = 0; i < COUNT(all); i++) {
    assert_same(inno__pow(all[i], 0.0), 1.0);
    assert_same(inno__pow(all[i], -0.0), 1.0);
    assert_same(inno__pow(1.0, all[i]), 1.0);
  }
  assert_same(inno__pow(-1.0, INFINITY), 1.0);
  assert_same(inno__pow(-1.0, -INFINITY), 1.0);
  assert_same(inno__pow(0.5, -INFINITY), INFINITY);
  assert_same(inno__pow(-0.5, INFINITY), 0.0);
  assert_same(inno__pow(-2.0, -INFINITY), 0.0);
  assert_same(inno__pow(2.0, INFINITY), INFINITY);
  assert_nan(inno__pow(-2.0, 0.5));
  assert_nan(inno__pow(-2.0, -1e-10));
  assert_nan(inno__pow(NAN, 1.0));
  assert_nan(inno__pow(2.0, -(double)NAN));
  assert_same(inno__pow(10.0, 400.0), INFINITY);
  assert_same(inno__pow(-10.0, 401.0), -INFINITY);
  assert_same(inno__pow(10.0, -400.0), 0.0);
  assert_same(inno__pow(-10.0, -401.0), -0.0);
  assert_same(inno__pow(2.0, 1e300), INFINITY);
  assert_same(inno__pow(-2.0, 1e300), INFINITY); /* so large a number is even */
  assert_same(inno__pow(-1.0, 0x1p63), 1.0);
  assert_same(inno__pow(-1.0, 9007199254740993.0), 1.0); /* is 2^53 as a double */
  assert_same(inno__pow(-0.5, 1e300), 0.0);
  assert_same(inno__pow(1.0 + DBL_EPSILON, -1e300), 0.0);
}

/* ---- sweeps: arguments made of integers only, so that every platform has the same ones ---- */

static uint64_t next(uint64_t *s) { /* splitmix64 */
  uint64_t z = *s += 0x9e3779b97f4a7c15u;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
  z = (z ^ z >> 27) * 0x94d049bb133111ebu;
  return z ^ z >> 31;
}

static double uniform(uint64_t *s) { return (double)(next(s) >> 11) * 0x1p-53; }

static double any_positive(uint64_t *s) {
  uint64_t b = next(s) % 0x7ff0000000000000u;
  double x;
  memcpy(&x, &b, sizeof x);
  return x;
}

static void mix(uint64_t *hash, double x) { /* FNV-1a by words */
  *hash = (*hash ^ bits_of(x)) * 0x100000001b3u;
  *hash ^= *hash >> 29;
}

static void test_same_bits_everywhere(void **state) {
  (void)state;
  uint64_t s = 1, h[4] = {0};
  for (int i = 0; i < 200000; i++) {
    double x = any_positive(&s), near = 0.25 + 4.0 * uniform(&s), z = 1500.0 * uniform(&s) - 750.0;
    mix(&h[0], inno__log(x));
    mix(&h[0], inno__log(near));
    mix(&h[1], inno__log10(x));
    mix(&h[1], inno__log10(near));
    mix(&h[2], inno__exp(z));
    mix(&h[2], inno__exp(near - 2.0));
    mix(&h[3], inno__pow(near, z));
    mix(&h[3], inno__pow(x, near - 2.0));
  }
  static const uint64_t want[4] = {0xdd5d8bef3252068du, 0xf84e85d4a06b5b32u, 0x7f42a1136951e818u,
                                   0x13b138ade7074e10u};
  for (int k = 0; k < 4; k++) {
    if (h[k] != want[k]) print_message("sweep %d: 0x%016llxu\n", k, (unsigned long long)h[k]);
  }
  assert_memory_equal(h, want, sizeof h);
}

static double power_of_share(double x) { return inno__pow(x, 0.37); }

/* Neighbouring doubles never change places: a transformed indicator ranks as the raw one did. */
static void assert_monotone_from(double (*f)(double), double start, int steps) {
  double x = start, last = f(x);
  for (int i = 0; i < steps; i++) {
    x = nextafter(x, INFINITY);
    double now = f(x);
    assert_true(now >= last);
    last = now;
  }
}

static void test_monotone(void **state) {
  (void)state;
  static const double edges[] = {1.0, 2.0, 0.5, 0x1.6a09e667f3bcdp0, 0x1.6a09e667f3bcdp-1, 10.0, 0x1p-1022, 100.0};
  for (size_t i = 0; i < COUNT(edges); i++) {
    double start = edges[i] * (1.0 - 500.0 * DBL_EPSILON);
    assert_monotone_from(inno__log, start, 2000);
    assert_monotone_from(inno__log10, start, 2000);
    assert_monotone_from(power_of_share, start, 2000);
  }
  uint64_t s = 7;
  for (int i = 0; i < 500; i++) {
    double x = 0.1 + 10.0 * uniform(&s), half_step = (floor(40.0 * uniform(&s)) - 19.5) * 0x1.62e42fefa39efp-1;
    assert_monotone_from(inno__log, x, 200);
    assert_monotone_from(inno__log10, x, 200);
    assert_monotone_from(power_of_share, x, 200);
    assert_monotone_from(inno__exp, x - 5.0, 200);
    assert_monotone_from(inno__exp, half_step - 1e-14 * fabs(half_step), 200);
  }
}

static void test_inverse(void **state) {
  (void)state;
  uint64_t s = 3;
  for (int i = 0; i < 20000; i++) {
    double x = 0.01 + 100.0 * uniform(&s);
    assert_true(fabs(inno__exp(inno__log(x)) / x - 1.0) < 8.0 * DBL_EPSILON);
    assert_true(fabs(inno__pow(inno__pow(x, 3.0), 1.0 / 3.0) / x - 1.0) < 4.0 * DBL_EPSILON);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_log_error),           cmocka_unit_test(test_log10_error),
      cmocka_unit_test(test_exp_error),           cmocka_unit_test(test_pow_error),
      cmocka_unit_test(test_exact_results),       cmocka_unit_test(test_log_special_cases),
      cmocka_unit_test(test_exp_special_cases),   cmocka_unit_test(test_pow_special_cases),
      cmocka_unit_test(test_same_bits_everywhere), cmocka_unit_test(test_monotone),
      cmocka_unit_test(test_inverse),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
