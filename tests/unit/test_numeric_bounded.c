/* Uniform weights between bounds, against what rejection finds: uniform points of the simplex that keep the bounds. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "numeric/bounded.h"
#include "numeric/random.h"
#include "numeric/special.h"

enum { MOST = INNO__BOUNDED_MOST, WANTED = 40000 };

typedef struct {
  int k;
  double lower[MOST], upper[MOST];
} bounds;

static const bounds cases[] = {
    {2, {0.1, 0.2}, {0.7, 0.95}},
    {3, {0.1, 0.2, 0.0}, {0.5, 0.4, 0.9}},
    {3, {0.3, 0.3, 0.0}, {0.35, 0.4, 1.0}},
    {4, {0.0, 0.0, 0.0, 0.0}, {1.0, 1.0, 1.0, 1.0}},
    {4, {0.0, 0.1, 0.0, 0.2}, {0.3, 0.4, 0.35, 0.4}}, /* little room above: measured from the upper bounds */
    {6, {0.0, 0.0, 0.0, 0.0, 0.0, 0.0}, {0.5, 0.25, 0.3, 0.4, 0.2, 0.6}},
};

static void simplex(const inno__random *r, int k, double *w) {
  double sum = 0.0;
  for (int i = 0; i < k; i++) sum += w[i] = -inno__log(inno__random_uniform(r, (uint32_t)i));
  for (int i = 0; i < k; i++) w[i] /= sum;
}

typedef struct {
  double mean[MOST], square[MOST], product; /* of the first two */
} sums;

static void add(sums *s, const double *w, int k) {
  for (int i = 0; i < k; i++) {
    s->mean[i] += w[i] / WANTED;
    s->square[i] += w[i] * w[i] / WANTED;
  }
  s->product += w[0] * w[1] / WANTED;
}

static void moments_are_those_of_rejection(void **state) {
  (void)state;
  for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
    const bounds *b = &cases[c];
    inno__bounded *drawn = malloc(inno__bounded_size(b->k));
    sums exact = {{0}, {0}, 0}, found = {{0}, {0}, 0};
    assert_int_equal(inno__bounded_make(drawn, b->lower, b->upper, b->k), 1);
    int64_t taken = 0;
    for (uint64_t n = 0; taken < WANTED; n++) {
      double w[MOST];
      int inside = 1;
      simplex(&(inno__random){3, n, 1}, b->k, w);
      for (int i = 0; i < b->k; i++) inside &= w[i] >= b->lower[i] && w[i] <= b->upper[i];
      if (!inside) continue;
      add(&found, w, b->k);
      taken++;
    }
    for (uint64_t n = 0; n < WANTED; n++) {
      double u[MOST], w[MOST], whole = 0.0;
      inno__random_uniforms(&(inno__random){5, n, 2}, 0, b->k - 1, u);
      inno__bounded_draw(drawn, u, w);
      for (int i = 0; i < b->k; i++) {
        assert_true(w[i] >= b->lower[i] - 1e-15 && w[i] <= b->upper[i] + 1e-15);
        whole += w[i];
      }
      assert_true(fabs(whole - 1.0) < 1e-14);
      add(&exact, w, b->k);
    }
    for (int i = 0; i < b->k; i++) { /* five standard errors of a difference of two means */
      double sd = sqrt(found.square[i] - found.mean[i] * found.mean[i]);
      assert_true(fabs(exact.mean[i] - found.mean[i]) < 5.0 * sd * sqrt(2.0 / WANTED));
      assert_true(fabs(exact.square[i] - found.square[i]) < 5.0 * 2.0 * sd * sqrt(2.0 / WANTED));
    }
    assert_true(fabs(exact.product - found.product) < 0.004);
    free(drawn);
  }
}

/* Without bounds that bind, the law is that of the simplex: the first coordinate is 1 - (1 - u)^(1/m), to the last
 * digits. */
static void wide_bounds_are_the_simplex(void **state) {
  static const double low[MOST] = {0}, high[MOST] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  (void)state;
  for (int k = 2; k <= MOST; k++) {
    inno__bounded *b = malloc(inno__bounded_size(k));
    assert_int_equal(inno__bounded_make(b, low, high, k), 1);
    for (int n = 1; n < 1000; n++) {
      double u[MOST], w[MOST];
      for (int i = 0; i < k; i++) u[i] = n / 1000.0;
      inno__bounded_draw(b, u, w);
      double expected = 1.0 - inno__pow(1.0 - n / 1000.0, 1.0 / (k - 1));
      if (!(fabs(w[0] - expected) < 1e-13))
        fail_msg("%d coordinates, u = %d/1000: %.17g, not %.17g", k, n, w[0], expected);
    }
    free(b);
  }
}

/* Turned round, the law is the same: w between l and u is 1/(k-1) of what is left when it is measured from above. */
static void narrow_widths_are_exact(void **state) {
  /* two tiny widths beside a wide one: the tiny ones are uniform on their own, as if alone */
  static const double low[] = {0.2, 0.3, 0.0}, high[] = {0.2 + 1e-6, 0.3 + 1e-6, 1.0};
  inno__bounded *b = malloc(inno__bounded_size(3));
  (void)state;
  assert_int_equal(inno__bounded_make(b, low, high, 3), 1);
  for (int n = 0; n <= 100; n++) {
    double u[2] = {n / 100.0, 1.0 - n / 100.0}, w[3];
    inno__bounded_draw(b, u, w);
    assert_true(fabs((w[0] - 0.2) / 1e-6 - u[0]) < 1e-9);
    assert_true(fabs((w[1] - 0.3) / 1e-6 - u[1]) < 1e-9);
  }
  free(b);
  static const double apart[] = {0.1, 0.1, 0.1, 0.1, 0.0},
                      close[] = {0.1 + 1e-9, 0.1 + 1e-9, 0.1 + 1e-9, 0.1 + 1e-9, 1.0};
  b = malloc(inno__bounded_size(5));
  assert_int_equal(inno__bounded_make(b, apart, close, 5), 0); /* and says when it cannot be */
  free(b);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(moments_are_those_of_rejection),
                                     cmocka_unit_test(wide_bounds_are_the_simplex),
                                     cmocka_unit_test(narrow_widths_are_exact)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
