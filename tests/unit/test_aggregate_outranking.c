/* Rules that compare units pair by pair or place by place: Copeland, Borda, Kemeny, PROMETHEE. By hand, and with the
 * numbers of the Handbook (step 6). */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/rules.h"

#define N NAN

/* Handbook: 21 indicators in four groups that rank a, b, c, d alike; places from below are their values. */
static const double handbook[] = {4, 3, 2, 1,  /* a > b > c > d, three */
                                  4, 2, 3, 1,  /* a > c > b > d, five */
                                  1, 4, 2, 3,  /* b > d > c > a, seven */
                                  1, 3, 4, 2}; /* c > b > d > a, six */
static const double voters[] = {3, 5, 7, 6};

/* Handbook: 60 indicators and a cycle: a beats b 33 to 27, b beats c 42 to 18, c beats a 35 to 25. */
static const double cycle[] = {3, 2, 1,  /* abc, 23 */
                               1, 3, 2,  /* bca, 17 */
                               2, 3, 1,  /* bac, 2 */
                               2, 1, 3,  /* cab, 10 */
                               1, 2, 3}; /* cba, 8 */
static const double sixty[] = {23, 17, 2, 10, 8};

static void borda_of_the_handbook(void **state) {
  (void)state;
  rules_expect(handbook, 4, 4, voters, "rule=borda", 0.0, RULES_VALUES(24, 44, 38, 20));
  rules_expect(cycle, 5, 3, sixty, "rule=borda", 0.0, RULES_VALUES(58, 69, 53));
}

static void condorcet_of_the_handbook(void **state) {
  (void)state;
  rules_expect(handbook, 4, 4, voters, "rule=kemeny", 0.0, RULES_VALUES(0, 2, 3, 1)); /* c > b > d > a */
  assert_true(rules_search(INNO_FIELD_CONVERGED) == 1 && rules_search(INNO_FIELD_ITERATIONS) == 16);
  /* c over b 11, b over d 21, d over a 13, c over d 14, c over a 13, b over a 13 of 21 */
  assert_true(fabs(rules_search(INNO_FIELD_OBJECTIVE) - 85 / 21.) <= 1e-11);
  assert_true(rules_search(INNO_FIELD_GAP) == 0.0);
  rules_expect(handbook, 4, 4, voters, "rule=copeland", 0.0, RULES_VALUES(-3, 1, 3, -1));
}

static void a_cycle_is_cut_where_it_costs_least(void **state) {
  (void)state;
  rules_expect(cycle, 5, 3, sixty, "rule=copeland", 0.0, RULES_VALUES(0, 0, 0));
  rules_expect(cycle, 5, 3, sixty, "rule=kemeny", 0.0, RULES_VALUES(0, 2, 1)); /* b > c > a: 42 + 35 + 27 */
  assert_true(fabs(rules_search(INNO_FIELD_OBJECTIVE) - 104 / 60.) <= 1e-11);
}

/* COINr gives (2, 0, -2) here: whoever stands later gets the weight of what is missing (B3). */
static void a_missing_value_favors_nobody(void **state) {
  (void)state;
  const double x[] = {1, N, 2, 2, 1, 3}, turned[] = {2, N, 1, 3, 1, 2};
  rules_expect(x, 2, 3, NULL, "rule=copeland", 0.0, RULES_VALUES(0, -2, 2));
  rules_expect(turned, 2, 3, NULL, "rule=copeland", 0.0, RULES_VALUES(2, -2, 0));
  /* units that share no child are not compared; one that shares none with anybody has no score */
  const double apart[] = {1, 2, N, N, N, N, 5, N};
  rules_expect(apart, 2, 4, NULL, "rule=copeland", 0.0, RULES_VALUES(-1, 1, N, N));
  rules_expect(apart, 2, 4, NULL, "rule=promethee", 0.0, RULES_VALUES(-1, 1, N, N));
  rules_expect(apart, 2, 4, NULL, "rule=kemeny", 0.0, RULES_VALUES(0, 1, N, N));
  rules_expect(apart, 2, 4, NULL, "rule=borda", 0.0, RULES_VALUES(0, 4, N, N)); /* 1 of 1 stretched to 2 of 2, twice */
}

/* 0.1 + 0.2 against 0.3: a tie, though their doubles differ; so with thirds. */
static void weights_that_tie_do_tie(void **state) {
  (void)state;
  const double x[] = {1, 0, 1, 0, 0, 1}, w[] = {0.1, 0.2, 0.3}, thirds[] = {1 / 3., 1 / 3., 2 / 3.};
  assert_true(w[0] + w[1] != w[2]);
  rules_expect(x, 3, 2, w, "rule=copeland", 0.0, RULES_VALUES(0, 0));
  rules_expect(x, 3, 2, thirds, "rule=copeland", 0.0, RULES_VALUES(0, 0));
  rules_expect(x, 3, 2, RULES_VALUES(0.1, 0.2, 0.3000001), "rule=copeland", 0.0, RULES_VALUES(-1, 1));
}

static void ties_share_points(void **state) {
  (void)state;
  const double x[] = {5, 5, 5, 1, 2, 2, N, 3};
  rules_expect(x, 1, 4, NULL, "rule=borda", 0.0, RULES_VALUES(2, 2, 2, 0));
  rules_expect(x, 2, 4, NULL, "rule=borda", 1e-15, RULES_VALUES(2 + 0.75, 2 + 0.75, 4, 3));
  rules_expect(x, 1, 4, NULL, "rule=kemeny", 0.0, RULES_VALUES(1, 1, 1, 0));
}

static void equal_units_stand_together(void **state) {
  (void)state;
  const double same[] = {1, 1, 1, 2, 2, 2}, mixed[] = {2, 1, 2, 1, 2, 1, 2, 1};
  rules_expect(same, 2, 3, NULL, "rule=kemeny", 0.0, RULES_VALUES(0, 0, 0));
  rules_expect(same, 2, 3, NULL, "rule=copeland", 0.0, RULES_VALUES(0, 0, 0));
  rules_expect(same, 2, 3, NULL, "rule=borda", 0.0, RULES_VALUES(2, 2, 2));
  rules_expect(same, 2, 3, NULL, "rule=promethee", 0.0, RULES_VALUES(0, 0, 0));
  /* a tie of orders: the larger value of the first child comes first */
  rules_expect(mixed, 2, 4, NULL, "rule=kemeny", 0.0, RULES_VALUES(2, 0, 2, 0));
}

/* ---- Kemeny against all orders, and the search against the exact way ---- */

static uint64_t seed;

static int below(int n) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (int)((seed >> 33) % (uint64_t)n);
}

/* Twice the agreement of an order of n units, in indicators of weight 1. */
static int agreement(const double *x, int k, int n, const int *order) {
  int sum = 0;
  for (int p = 0; p < n; p++)
    for (int q = p + 1; q < n; q++)
      for (int c = 0; c < k; c++) {
        double a = x[c * n + order[p]], b = x[c * n + order[q]];
        sum += a > b ? 2 : a == b ? 1 : 0;
      }
  return sum;
}

static int best_agreement(const double *x, int k, int n, int *order, int at) {
  int most = at == n ? agreement(x, k, n, order) : 0;
  for (int p = at; p < n; p++) {
    int keep = order[at];
    order[at] = order[p], order[p] = keep;
    int found = best_agreement(x, k, n, order, at + 1);
    if (found > most) most = found;
    order[p] = order[at], order[at] = keep;
  }
  return most;
}

static void order_of(const double *score, int n, int *order) {
  for (int i = 0; i < n; i++) {
    int at = i;
    for (; at > 0 && score[order[at - 1]] < score[i]; at--) order[at] = order[at - 1];
    order[at] = i;
  }
}

static void no_order_agrees_more(void **state) {
  enum { UNITS = 6, KIDS = 5 };
  (void)state;
  for (seed = 1; seed < 60; seed++) {
    uint64_t begun = seed;
    double x[UNITS * KIDS], out[UNITS];
    int order[UNITS] = {0, 1, 2, 3, 4, 5};
    for (int i = 0; i < UNITS * KIDS; i++) x[i] = below(5);
    assert_int_equal(rules_run(x, KIDS, UNITS, NULL, "rule=kemeny", out), INNO_OK);
    int most = best_agreement(x, KIDS, UNITS, order, 0);
    order_of(out, UNITS, order);
    assert_int_equal(agreement(x, KIDS, UNITS, order), most);
    assert_true(fabs(rules_search(INNO_FIELD_OBJECTIVE) * 2 * KIDS - most) <= 1e-9);
    seed = begun;
  }
}

/* 17 units are one too many for the exact way. A 17th that beats everybody leaves a problem of 16 with the answer
 * known. */
static void the_search_finds_what_the_exact_way_finds(void **state) {
  enum { UNITS = 17, KIDS = 5 };
  int best = 0, stopped = 0;
  (void)state;
  for (seed = 1; seed < 30; seed++) {
    uint64_t begun = seed;
    double x[UNITS * KIDS], fewer[(UNITS - 1) * KIDS], out[UNITS], again[UNITS], exact[UNITS];
    for (int c = 0; c < KIDS; c++)
      for (int i = 0; i < UNITS; i++) {
        x[c * UNITS + i] = i == 16 ? 100 : below(90);
        if (i < 16) fewer[c * 16 + i] = x[c * UNITS + i];
      }
    assert_int_equal(rules_run(x, KIDS, UNITS, NULL, "rule=kemeny", out), INNO_OK);
    double searched = rules_search(INNO_FIELD_OBJECTIVE), gap = rules_search(INNO_FIELD_GAP);
    assert_true(rules_search(INNO_FIELD_CONVERGED) == (gap == 0.0) && gap >= 0.0 && gap < 1.0);
    assert_true(out[16] == 16);
    assert_int_equal(rules_run(fewer, KIDS, 16, NULL, "rule=kemeny", exact), INNO_OK);
    double optimum = rules_search(INNO_FIELD_OBJECTIVE) + 16; /* the 17th agrees with every order */
    assert_true(searched <= optimum + 1e-9 && searched >= 0.98 * optimum);
    best += searched >= optimum - 1e-9;
    /* nothing looked at: the order of the mean margins */
    assert_int_equal(rules_run(x, KIDS, UNITS, NULL, "rule=kemeny;search_limit=0", again), INNO_OK);
    assert_true(rules_search(INNO_FIELD_ITERATIONS) == 0 && rules_search(INNO_FIELD_OBJECTIVE) <= searched + 1e-9);
    assert_int_equal(rules_run(x, KIDS, UNITS, NULL, "rule=kemeny;search_limit=40", again), INNO_OK);
    stopped += rules_search(INNO_FIELD_ITERATIONS) == 40;
    seed = begun;
  }
  print_message("the search found the best order in %d of 29 cases\n", best);
  assert_true(best >= 20 && stopped == 29);
}

/* ---- PROMETHEE ---- */

static void preferences(void **state) {
  (void)state;
  const double x[] = {0, 1, 3};
  const double g1 = 1 - exp(-1 / 8.), g2 = 1 - exp(-0.5), g3 = 1 - exp(-9 / 8.);
  rules_expect(x, 1, 3, NULL, "rule=promethee", 0.0, RULES_VALUES(-1, 0, 1));
  rules_expect(x, 1, 3, NULL, "rule=promethee;preference=u_shape;indifference=1", 0.0, RULES_VALUES(-0.5, -0.5, 1));
  rules_expect(x, 1, 3, NULL, "rule=promethee;preference=v_shape;strict_preference=4", 1e-15,
               RULES_VALUES(-0.5, -1 / 8., 5 / 8.));
  rules_expect(x, 1, 3, NULL, "rule=promethee;preference=level;indifference=1;strict_preference=2", 0.0,
               RULES_VALUES(-0.5, -0.25, 0.75));
  rules_expect(x, 1, 3, NULL, "rule=promethee;preference=linear;indifference=1;strict_preference=5", 1e-15,
               RULES_VALUES(-0.25, -1 / 8., 3 / 8.));
  rules_expect(x, 1, 3, NULL, "rule=promethee;preference=gaussian;sigma=2", 1e-15,
               RULES_VALUES(-(g1 + g3) / 2, (g1 - g2) / 2, (g2 + g3) / 2));
  /* weights 3 and 1, against each other */
  rules_expect(RULES_VALUES(0, 1, 1, 0), 2, 2, RULES_VALUES(3, 1), "rule=promethee", 1e-15, RULES_VALUES(-0.5, 0.5));
}

static void thresholds_that_nobody_reads_or_that_cross(void **state) {
  (void)state;
  const double x[] = {0, 1, 3};
  rules_refuse(x, 1, 3, "rule=promethee;indifference=1", INNO_E_VALUE, RULES_WORDS("indifference", "no effect"));
  rules_refuse(x, 1, 3, "rule=promethee;preference=v_shape", INNO_E_MISSING_PARAMETER,
               RULES_WORDS("IDX", "strict_preference"));
  rules_refuse(x, 1, 3, "rule=promethee;preference=gaussian", INNO_E_MISSING_PARAMETER, RULES_WORDS("IDX", "sigma"));
  rules_refuse(x, 1, 3, "rule=promethee;preference=linear;indifference=2;strict_preference=2", INNO_E_VALUE,
               RULES_WORDS("IDX", "strict_preference = 2", "indifference = 2"));
}

/* ---- all of them ---- */

static void nobody_to_compare_with(void **state) {
  static const char *const rules[] = {"rule=copeland", "rule=borda", "rule=kemeny", "rule=promethee"};
  static const int32_t numbers[] = {INNO_AGGREGATE_COPELAND, INNO_AGGREGATE_BORDA, INNO_AGGREGATE_KEMENY,
                                    INNO_AGGREGATE_PROMETHEE};
  double out[3];
  const double one[] = {N, 1, N}, none[] = {N, N, N, N, N, N};
  (void)state;
  for (int r = 0; r < 4; r++) {
    rules_refuse(one, 1, 3, rules[r], INNO_E_NODATA, RULES_WORDS("IDX", "1 unit"));
    assert_int_equal(inno_flat_aggregate(none, 3, 2, 0, NULL, numbers[r], N, N, N, N, out), INNO_OK);
    assert_true(isnan(out[0]) && isnan(out[1]) && isnan(out[2]));
  }
}

/* A unit below the coverage has no score and changes nobody's. */
static void who_lacks_coverage_takes_no_part(void **state) {
  static const char *const rules[] = {"rule=copeland;min_coverage=0.6", "rule=borda;min_coverage=0.6",
                                      "rule=kemeny;min_coverage=0.6", "rule=promethee;min_coverage=0.6"};
  const double all[] = {1, 2, 3, 9, 3, 1, 2, N}, without[] = {1, 2, 3, N, 3, 1, 2, N};
  double a[4], b[4];
  (void)state;
  for (int r = 0; r < 4; r++) {
    assert_int_equal(rules_run(all, 2, 4, NULL, rules[r], a), INNO_OK);
    assert_int_equal(rules_run(without, 2, 4, NULL, rules[r], b), INNO_OK);
    assert_memory_equal(a, b, sizeof a);
    assert_true(isnan(a[3]) && !isnan(a[0]));
  }
}

/* 2001 units are more than kemeny takes; the sentence says so. */
static void kemeny_has_a_limit(void **state) {
  enum { UNITS = 2001 };
  static double x[UNITS], out[UNITS];
  (void)state;
  for (int i = 0; i < UNITS; i++) x[i] = i;
  assert_int_equal(inno_flat_kemeny(x, UNITS, 1, 1, NULL, INT32_MIN, NAN, out), INNO_E_SIZE);
  assert_int_equal(inno_flat_kemeny(x, UNITS - 1, 1, 1, NULL, INT32_MIN, NAN, out), INNO_OK);
  for (int i = 0; i < UNITS - 1; i++) assert_true(out[i] == i);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(borda_of_the_handbook),
      cmocka_unit_test(condorcet_of_the_handbook),
      cmocka_unit_test(a_cycle_is_cut_where_it_costs_least),
      cmocka_unit_test(a_missing_value_favors_nobody),
      cmocka_unit_test(weights_that_tie_do_tie),
      cmocka_unit_test(ties_share_points),
      cmocka_unit_test(equal_units_stand_together),
      cmocka_unit_test(no_order_agrees_more),
      cmocka_unit_test(the_search_finds_what_the_exact_way_finds),
      cmocka_unit_test(preferences),
      cmocka_unit_test(thresholds_that_nobody_reads_or_that_cross),
      cmocka_unit_test(nobody_to_compare_with),
      cmocka_unit_test(who_lacks_coverage_takes_no_part),
      cmocka_unit_test(kemeny_has_a_limit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
