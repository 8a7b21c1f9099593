/* Rules that measure distances to the best and worst values: TOPSIS, VIKOR. By hand. */
#include <math.h>

#include "support/rules.h"

#define N NAN

/* Three units, two children. */
static const double x[] = {3, 0, 1, 0, 4, 1};

static void topsis_by_hand(void **state) {
  (void)state;
  /* best (3, 4), worst (0, 0) */
  const double to_best = sqrt(4 + 9), to_worst = sqrt(2);
  rules_expect(x, 2, 3, NULL, "rule=topsis", 1e-15, RULES_VALUES(3 / 7., 4 / 7., to_worst / (to_best + to_worst)));
  /* weights 2 and 1: 3 and 4 become 6 and 4 */
  rules_expect(x, 2, 3, RULES_VALUES(2, 1), "rule=topsis", 1e-15,
               RULES_VALUES(6 / 10., 4 / 10., sqrt(5) / (sqrt(5) + 5)));
  /* by the range of each child: every distance 1 */
  const double best = sqrt(4 / 9. + 9 / 16.), worst = sqrt(1 / 9. + 1 / 16.);
  rules_expect(x, 2, 3, NULL, "rule=topsis;scaling=minmax", 1e-15, RULES_VALUES(0.5, 0.5, worst / (best + worst)));
  /* by norms: sqrt 10 and sqrt 17 */
  const double a = 3 / sqrt(10), b = 4 / sqrt(17), c = sqrt(4 / 10. + 9 / 17.), d = sqrt(1 / 10. + 1 / 17.);
  rules_expect(x, 2, 3, NULL, "rule=topsis;scaling=vector", 1e-15, RULES_VALUES(a / (a + b), b / (a + b), d / (c + d)));
}

static void topsis_at_its_edges(void **state) {
  static const char *const rules[] = {"rule=topsis", "rule=topsis;scaling=vector", "rule=topsis;scaling=minmax"};
  (void)state;
  for (int r = 0; r < 3; r++) {
    rules_expect(RULES_VALUES(2, 2, 7, 7), 2, 2, NULL, rules[r], 0.0, RULES_VALUES(0.5, 0.5)); /* 0/0 */
    rules_expect(RULES_VALUES(0, 0, 1, 3), 2, 2, NULL, rules[r], 0.0, RULES_VALUES(0, 1));     /* a constant child */
    rules_expect(RULES_VALUES(1, 2, N, 5, 1, N, N, 1, N), 3, 3, NULL, rules[r], 1.0, RULES_VALUES(0, 1, N));
    rules_expect(RULES_VALUES(1e200, 3e200, 1e-200, 3e-200), 2, 2, NULL, rules[r], 1e-15, RULES_VALUES(0, 1));
  }
  /* over the children that a unit has: u1 lacks c1 and is best on c0 */
  rules_expect(RULES_VALUES(1, 2, 1, 3, N, 1), 2, 3, NULL, "rule=topsis", 0.0, RULES_VALUES(2 / 3., 1, 0));
  rules_refuse(RULES_VALUES(-1.5e308, 1.5e308), 1, 2, "rule=topsis", INNO_E_DOMAIN, RULES_WORDS("c0", "1.5e+308"));
}

static void vikor_by_hand(void **state) {
  (void)state;
  /* regrets: c0 0, 1, 2/3; c1 1, 0, 3/4; halves: S = 1/2, 1/2, 17/24; R = 1/2, 1/2, 3/8 */
  rules_expect(x, 2, 3, NULL, "rule=vikor", 1e-15, RULES_VALUES(0.5, 0.5, 0.5));
  rules_expect(x, 2, 3, NULL, "rule=vikor;compromise=1", 1e-15, RULES_VALUES(1, 1, 0));
  rules_expect(x, 2, 3, NULL, "rule=vikor;compromise=0", 1e-15, RULES_VALUES(0, 0, 1));
  /* weights 3 and 1: S = 1/4, 3/4, 11/16; R = 1/4, 3/4, 1/2 */
  rules_expect(x, 2, 3, RULES_VALUES(3, 1), "rule=vikor", 1e-15, RULES_VALUES(1, 0, 1 - (0.875 + 0.5) / 2));
}

static void vikor_at_its_edges(void **state) {
  (void)state;
  rules_expect(RULES_VALUES(2, 2, 7, 7), 2, 2, NULL, "rule=vikor", 0.0, RULES_VALUES(1, 1));
  rules_expect(RULES_VALUES(0, 0, 1, 3), 2, 2, NULL, "rule=vikor", 0.0, RULES_VALUES(0, 1));
  /* sums of thirds that differ in their last bits only are equal */
  const double thirds[] = {1, 0, 0, 0, 1, 0, 0, 0, 1};
  rules_expect(thirds, 3, 3, RULES_VALUES(0.1, 0.1, 0.1), "rule=vikor", 0.0, RULES_VALUES(1, 1, 1));
  rules_expect(RULES_VALUES(1, 2, N, 5, 1, N), 2, 3, NULL, "rule=vikor", 0.0, RULES_VALUES(1, 1, N));
  rules_expect(RULES_VALUES(1, 2, 1, 3, N, 1), 2, 3, NULL, "rule=vikor;compromise=1", 1e-15, RULES_VALUES(0.5, 1, 0));
}

static void nobody_to_compare_with(void **state) {
  (void)state;
  rules_refuse(RULES_VALUES(N, 1), 1, 2, "rule=topsis", INNO_E_NODATA, RULES_WORDS("IDX", "1 unit"));
  rules_refuse(RULES_VALUES(N, 1), 1, 2, "rule=vikor", INNO_E_NODATA, RULES_WORDS("IDX", "1 unit"));
  double out[2] = {1, 1};
  assert_int_equal(inno_flat_topsis(RULES_VALUES(N, N), 2, 1, 0, NULL, INT32_MIN, N, out), INNO_OK);
  assert_true(isnan(out[0]) && isnan(out[1]));
  assert_int_equal(inno_flat_vikor(RULES_VALUES(N, N), 2, 1, 0, NULL, N, N, out), INNO_OK);
  assert_true(isnan(out[0]) && isnan(out[1]));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(topsis_by_hand),     cmocka_unit_test(topsis_at_its_edges),    cmocka_unit_test(vikor_by_hand),
      cmocka_unit_test(vikor_at_its_edges), cmocka_unit_test(nobody_to_compare_with),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
