/* Rules that look at one unit at a time: points, products, ordered means, penalties for imbalance. By hand. */
#include <math.h>
#include <string.h>

#include "support/rules.h"

#define N NAN

static const double x[] = {1, 4, N, N,  /* c0 */
                           2, N, N, 8,  /* c1 */
                           4, 9, N, 2}; /* c2 */
static const double w[] = {1, 2, 0.5};

static void sums_of_points(void **state) {
  (void)state;
  rules_expect(x, 3, 4, w, "rule=sum", 1e-14, RULES_VALUES(7, 8.5 * 3.5 / 1.5, N, 17 * 3.5 / 2.5));
  rules_expect(x, 3, 4, w, "rule=sum;missing=zero", 0.0, RULES_VALUES(7, 8.5, N, 17));
  rules_expect(x, 3, 4, w, "rule=sum;missing=propagate", 0.0, RULES_VALUES(7, N, N, N));
  rules_expect(x, 3, 4, w, "rule=sum;missing=zero;min_coverage=0.7", 0.0, RULES_VALUES(7, N, N, N));
  /* a child of weight 0 has no points, and nobody misses it */
  rules_expect(x, 3, 4, RULES_VALUES(1, 0, 1), "rule=sum;missing=propagate", 0.0, RULES_VALUES(5, 13, N, N));
}

/* Points of a form: 2.5 of 3, 4 of 4, 0 of 3. Maxima as goalposts with as many points, or as weights of shares. */
static void maxima_of_points(void **state) {
  double a[1], b[1];
  (void)state;
  const double shares[] = {2.5 / 3, 4 / 4., 0 / 3.}, points[] = {2.5, 4, 0}, maxima[] = {3, 4, 3};
  assert_int_equal(rules_run(shares, 3, 1, maxima, "rule=sum", a), INNO_OK);
  assert_int_equal(rules_run(points, 3, 1, NULL, "rule=sum", b), INNO_OK);
  assert_true(fabs(a[0] - 6.5) <= 1e-15 && b[0] == 6.5);
}

static void weighted_products(void **state) {
  (void)state;
  double first = 1 * 4 * sqrt(4.0), second = pow(4 * sqrt(9.0), 3.5 / 1.5), fourth = pow(64 * sqrt(2.0), 3.5 / 2.5);
  rules_expect(x, 3, 4, w, "rule=weighted_product", 1e-11, RULES_VALUES(first, second, N, fourth));
  /* weights that sum to 1: the geometric mean */
  double geometric[4], product[4];
  const double ones[] = {0.5, 0.25, 0.25};
  assert_int_equal(rules_run(x, 3, 4, ones, "rule=geometric", geometric), INNO_OK);
  assert_int_equal(rules_run(x, 3, 4, ones, "rule=weighted_product", product), INNO_OK);
  for (int i = 0; i < 4; i++)
    assert_true(fabs(product[i] - geometric[i]) <= 1e-14 || (isnan(product[i]) && isnan(geometric[i])));
  rules_refuse(RULES_VALUES(1, 0, 2, 3), 2, 2, "rule=weighted_product", INNO_E_NONPOSITIVE,
               RULES_WORDS("IDX", "c0", "u1", "nonpositive"));
  rules_expect(RULES_VALUES(1, 0, 2, 3), 2, 2, NULL, "rule=weighted_product;nonpositive=floor;floor=0.5", 1e-15,
               RULES_VALUES(2, 1.5));
}

static void ordered_weights(void **state) {
  (void)state;
  rules_expect(
      x, 3, 4, NULL, "rule=owa;order_weights=0.5, 0.3, 0.2", 1e-15,
      RULES_VALUES(2 + 0.6 + 0.2, (9 * 0.65 + 4 * 0.35), N, 8 * 0.65 + 2 * 0.35)); /* half of the middle each */
  rules_expect(x, 3, 4, NULL, "rule=owa;order_weights=1", 1e-15, RULES_VALUES(7 / 3., 6.5, N, 5));
  rules_expect(x, 3, 4, NULL, "rule=owa;order_weights=7, 0, 0", 1e-15, RULES_VALUES(4, 9, N, 8));
  rules_expect(x, 3, 4, NULL, "rule=owa;order_weights=0, 0, 1", 0.0, RULES_VALUES(1, 4, N, 2));
  rules_refuse(x, 3, 4, "rule=owa", INNO_E_MISSING_PARAMETER, RULES_WORDS("IDX", "order_weights"));
  rules_refuse(x, 3, 4, "rule=owa;order_weights=0, 0", INNO_E_WEIGHTS, RULES_WORDS("IDX", "order_weights", "2"));
  rules_refuse(x, 3, 4, "order_weights=1, 2", INNO_E_VALUE, RULES_WORDS("order_weights", "no effect"));
}

static void best_and_worst(void **state) {
  (void)state;
  rules_expect(x, 3, 4, NULL, "rule=mean_of_best;count=2", 0.0, RULES_VALUES(3, 6.5, N, 5));
  rules_expect(x, 3, 4, NULL, "rule=mean_of_worst;count=2", 0.0, RULES_VALUES(1.5, 6.5, N, 5));
  rules_expect(x, 3, 4, NULL, "rule=mean_of_worst;count=1", 0.0, RULES_VALUES(1, 4, N, 2));
  rules_expect(x, 3, 4, NULL, "rule=mean_of_best;count=99", 1e-15, RULES_VALUES(7 / 3., 6.5, N, 5));
  rules_expect(x, 3, 4, RULES_VALUES(1, 1, 0), "rule=mean_of_best;count=1", 0.0, RULES_VALUES(2, 4, N, 8));
  rules_refuse(x, 3, 4, "rule=mean_of_best", INNO_E_MISSING_PARAMETER, RULES_WORDS("IDX", "count"));
}

static void mean_and_minimum(void **state) {
  (void)state;
  const double m = 7 / 3., apart = m - 1;
  rules_expect(x, 3, 4, NULL, "rule=mean_min;alpha=0;beta=1", 1e-15, RULES_VALUES(m, 6.5, N, 5));
  rules_expect(x, 3, 4, NULL, "rule=mean_min;alpha=1;beta=0", 1e-15, RULES_VALUES(1, 4, N, 2));
  rules_expect(
      x, 3, 4, NULL, "rule=mean_min;alpha=0.5;beta=1", 1e-14,
      RULES_VALUES(m - 0.5 * (sqrt(apart * apart + 1) - 1), 6.5 - 0.5 * (sqrt(7.25) - 1), N, 5 - 0.5 * (sqrt(10) - 1)));
  rules_refuse(x, 3, 4, "rule=mean_min;alpha=0.5", INNO_E_MISSING_PARAMETER, RULES_WORDS("IDX", "beta"));
}

static void penalties(void **state) {
  (void)state;
  /* 1, 2, 4: mean 7/3, variance 14/9 (population), 7/3 (sample) */
  rules_expect(x, 3, 4, NULL, "rule=mazziotta_pareto", 1e-14,
               RULES_VALUES(7 / 3. - 14 / 9. / (7 / 3.), 6.5 - 6.25 / 6.5, N, 5 - 9 / 5.));
  rules_expect(x, 3, 4, NULL, "rule=mazziotta_pareto;penalty=positive;deviation=sample", 1e-14,
               RULES_VALUES(7 / 3. + 1, 6.5 + 12.5 / 6.5, N, 5 + 18 / 5.));
  rules_expect(x, 3, 4, NULL, "rule=penalized_cv;coefficient=0.5", 1e-14,
               RULES_VALUES(7 / 3. - 0.5 * sqrt(14 / 9.), 6.5 - 1.25, N, 5 - 1.5));
  rules_expect(x, 3, 4, NULL, "rule=penalized_cv;deviation=sample", 1e-14,
               RULES_VALUES(7 / 3. - sqrt(7 / 3.), 6.5 - sqrt(12.5), N, 5 - sqrt(18)));
  /* a weight of 2 is a child that stands there twice */
  const double twice[] = {1, 1, 4}, once[] = {1, 4};
  double a[1], b[1];
  assert_int_equal(rules_run(twice, 3, 1, NULL, "rule=mazziotta_pareto", a), INNO_OK);
  assert_int_equal(rules_run(once, 2, 1, RULES_VALUES(2, 1), "rule=mazziotta_pareto", b), INNO_OK);
  assert_true(fabs(a[0] - b[0]) <= 1e-15);
  /* children that agree cost nothing, not even a last bit */
  rules_expect(RULES_VALUES(0.1, 0.1, 0.1), 3, 1, w, "rule=mazziotta_pareto;deviation=sample", 0.0, RULES_VALUES(0.1));
  rules_expect(RULES_VALUES(0.1, 0.1, 0.1), 3, 1, w, "rule=penalized_cv", 0.0, RULES_VALUES(0.1));
  rules_expect(RULES_VALUES(0.1, 0.1, 0.1), 3, 1, w, "rule=mean_min;alpha=1;beta=0.3", 0.0, RULES_VALUES(0.1));
}

static void a_penalty_needs_a_positive_mean(void **state) {
  (void)state;
  const double z[] = {1, -1, 2, 0.5};
  rules_refuse(z, 2, 2, "rule=mazziotta_pareto", INNO_E_NONPOSITIVE, RULES_WORDS("IDX", "u1", "-0.25", "zscore"));
  rules_refuse(z, 2, 2, "rule=penalized_cv", INNO_E_NONPOSITIVE, RULES_WORDS("IDX", "u1", "-0.25"));
  rules_expect(z, 2, 2, NULL, "rule=mean_min;alpha=1;beta=0", 1e-15, RULES_VALUES(1, -1));
}

/* Handbook, step 6: what a geometric mean rewards; the book cuts, it does not round. */
static void geometric_examples(void **state) {
  (void)state;
  const double units[] = {21, 6, 21, 6, 1, 6, 2, 7, 1, 6, 1, 6, 1, 6, 1, 6};
  rules_expect(units, 4, 4, NULL, "rule=geometric", 5e-5, RULES_VALUES(2.1407, 6, 2.5457, 6.2357));
}

static void sums_too_large_are_refused(void **state) {
  (void)state;
  const double big[] = {1.5e308, 1.5e308, 1.5e308};
  static const char *const rules[] = {"rule=sum", "rule=mean_of_best;count=3", "rule=mazziotta_pareto",
                                      "rule=mean_min;alpha=1;beta=1", "rule=weighted_product"};
  for (size_t k = 0; k < sizeof rules / sizeof rules[0]; k++)
    rules_refuse(big, 3, 1, rules[k], INNO_E_OVERFLOW, RULES_WORDS("IDX", "u0"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sums_of_points),     cmocka_unit_test(maxima_of_points),
      cmocka_unit_test(weighted_products),  cmocka_unit_test(ordered_weights),
      cmocka_unit_test(best_and_worst),     cmocka_unit_test(mean_and_minimum),
      cmocka_unit_test(penalties),          cmocka_unit_test(a_penalty_needs_a_positive_mean),
      cmocka_unit_test(geometric_examples), cmocka_unit_test(sums_too_large_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
