/* Wroclaw taxonomic measure: by hand, at its edges, and Compind's numbers on the Better Life data. */
#include <math.h>

#include "support/rules.h"

#define N NAN

static void by_hand(void **state) {
  (void)state;
  /* pattern (3, 4); squares of distances 16, 9, 4 + 9 */
  const double d[] = {4, 3, sqrt(13)}, mean = (d[0] + d[1] + d[2]) / 3;
  double squares = 0.0;
  for (int i = 0; i < 3; i++) squares += (d[i] - mean) * (d[i] - mean);
  const double far = mean + 2 * sqrt(squares / 2);
  rules_expect(RULES_VALUES(3, 0, 1, 0, 4, 1), 2, 3, NULL, "rule=wroclaw", 1e-15,
               RULES_VALUES(1 - d[0] / far, 1 - d[1] / far, 1 - d[2] / far));
  /* distances 0 and 2 on one child: mean 1, sd sqrt 2 */
  rules_expect(RULES_VALUES(5, 3), 1, 2, NULL, "rule=wroclaw", 1e-15, RULES_VALUES(1, 1 - 2 / (1 + 2 * sqrt(2))));
}

/* A weight of 3 is a child that stands there three times; a unit is measured over the children that it has. */
static void weights_and_gaps(void **state) {
  double a[3], b[3];
  (void)state;
  const double twice[] = {3, 0, 1, 0, 4, 1, 0, 4, 1, 0, 4, 1}, once[] = {3, 0, 1, 0, 4, 1};
  assert_int_equal(rules_run(twice, 4, 3, NULL, "rule=wroclaw", a), INNO_OK);
  assert_int_equal(rules_run(once, 2, 3, RULES_VALUES(1, 3), "rule=wroclaw", b), INNO_OK);
  for (int i = 0; i < 3; i++) assert_true(fabs(a[i] - b[i]) <= 1e-15);
  const double gap[] = {5, 3, 5, 3, 5, N};
  const double one = 1 - sqrt(2) / (2 * sqrt(2) / 3 + 2 * sqrt(2 / 3.)); /* distances root 2, root 2, 0 */
  rules_expect(gap, 2, 3, NULL, "rule=wroclaw;min_coverage=0.5", 1e-15, RULES_VALUES(one, one, 1));
}

static void at_its_edges(void **state) {
  (void)state;
  rules_expect(RULES_VALUES(2, 2, 7, 7), 2, 2, NULL, "rule=wroclaw", 0.0, RULES_VALUES(1, 1)); /* 0/0 */
  rules_expect(RULES_VALUES(1, 2, N, 5, 5, N), 2, 3, NULL, "rule=wroclaw", 1.0, RULES_VALUES(0, 1, N));
  rules_expect(RULES_VALUES(1e200, 3e200), 1, 2, NULL, "rule=wroclaw", 1e-15, RULES_VALUES(1 - 1 / (0.5 + sqrt(2)), 1));
  rules_refuse(RULES_VALUES(N, 1), 1, 2, "rule=wroclaw", INNO_E_NODATA, RULES_WORDS("IDX", "1 unit"));
  rules_refuse(RULES_VALUES(-1.5e308, 1.5e308), 1, 2, "rule=wroclaw", INNO_E_DOMAIN, RULES_WORDS("c0"));
}

/* Compind's best is 0. */
static void compind(void **state) {
  csv input, expected;
  double x[35 * 11], out[35], worst = 0.0;
  (void)state;
  golden_read(&input, "compind/bli_norm_minmax.csv");
  golden_read(&expected, "compind/wroclaw_bli_minmax.csv");
  for (int r = 0; r < 35; r++)
    for (int c = 0; c < 11; c++) x[r * 11 + c] = csv_number(&input, r, c + 1);
  assert_int_equal(inno_flat_aggregate(x, 35, 11, 0, NULL, INNO_AGGREGATE_WROCLAW, NAN, NAN, NAN, NAN, out), INNO_OK);
  for (int r = 0; r < 35; r++) worst = fmax(worst, fabs(1 - out[r] - csv_number(&expected, r, 1)));
  print_message("35 units of Compind: largest error %.2g\n", worst);
  assert_true(worst <= 1e-12);
  csv_free(&expected);
  csv_free(&input);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(by_hand),
      cmocka_unit_test(weights_and_gaps),
      cmocka_unit_test(at_its_edges),
      cmocka_unit_test(compind),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
