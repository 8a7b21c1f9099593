/* Two criteria, weights uniform on their simplex: acceptabilities, pairs, central weights and quantiles of scores are
 * integrals over one number between 0 and 1, known exactly, and a million replicates must meet them within their
 * sampling error. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"
#include "numeric/order.h"
#include "support/golden.h"

enum { U = 6, N = 1000000, CUTS = U * U };

/* The last is above none; D and E never differ. */
static const double x[U] = {100, 80, 55, 20, 20, 5}, y[U] = {0, 30, 60, 90, 90, 10};

static double exact_rank[U][U], exact_win[U][U], exact_tie[U][U], exact_first[U], exact_center[U];

static double score(int i, double w) { return w * x[i] + (1.0 - w) * y[i]; }

/* Between two neighbouring crossings the order is that in the middle. */
static void integrate(void) {
  double cut[CUTS], work[CUTS];
  int64_t cuts = 0;
  cut[cuts++] = 0.0;
  cut[cuts++] = 1.0;
  for (int i = 0; i < U; i++)
    for (int j = 0; j < i; j++) {
      double w = (y[j] - y[i]) / (x[i] - x[j] + y[j] - y[i]);
      if (w > 0.0 && w < 1.0) cut[cuts++] = w;
    }
  inno__sort(cut, cuts, work);
  for (int64_t k = 0; k + 1 < cuts; k++) {
    double wide = cut[k + 1] - cut[k], middle = (cut[k + 1] + cut[k]) / 2.0;
    for (int i = 0; i < U; i++) {
      int better = 0;
      for (int j = 0; j < U; j++) {
        int same = x[i] == x[j] && y[i] == y[j], wins = !same && score(i, middle) > score(j, middle);
        better += !same && !wins;
        exact_win[i][j] += wins ? wide : 0.0;
        exact_tie[i][j] += same ? wide : 0.0;
      }
      exact_rank[i][better] += wide;
      exact_first[i] += better == 0 ? wide : 0.0;
      exact_center[i] += better == 0 ? wide * middle : 0.0;
    }
  }
}

static void share_is(double sampled, double exact, const char *what) {
  double error = 5.0 * sqrt(exact * (1.0 - exact) / N) + 1e-12;
  if (!(fabs(sampled - exact) <= error)) fail_msg("%s: %.6f, exactly %.6f", what, sampled, exact);
}

static inno_uncertainty *make(const char *options) {
  static const char *const units[U] = {"A", "B", "C", "D", "E", "F"};
  inno_indicator_set *set = NULL;
  inno_dataset *data = NULL;
  inno_assumptions *list = NULL;
  inno_uncertainty *u = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  inno_indicator_set_add(set, "index", NULL, NULL);
  inno_indicator_set_add(set, "x", "index", NULL);
  inno_indicator_set_add(set, "y", "index", NULL);
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  assert_int_equal(inno_dataset_create(NULL, U, units, &data, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(data, "x", x, sizeof *x, NULL), INNO_OK);
  assert_int_equal(inno_dataset_add_column(data, "y", y, sizeof *y, NULL), INNO_OK);
  assert_int_equal(inno_assumptions_create(NULL, &list, NULL), INNO_OK);
  assert_int_equal(inno_assumptions_add_simplex(list, "index", NULL), INNO_OK);
  inno_scheme *steps[3] = {golden_scheme(INNO_STEP_NORMALIZE, "rule=none"),
                           golden_scheme(INNO_STEP_AGGREGATE, "rule=arithmetic"),
                           golden_scheme(INNO_STEP_UNCERTAINTY, options)};
  assert_int_equal(
      inno_uncertainty_create(NULL, set, NULL, (const inno_scheme *const *)steps, 2, data, list, steps[2], &u, NULL),
      INNO_OK);
  for (int k = 0; k < 3; k++) inno_scheme_destroy(steps[k]);
  inno_assumptions_destroy(list);
  inno_dataset_destroy(data);
  inno_indicator_set_destroy(set);
  return u;
}

static void a_million_replicates_meet_the_integrals(void **state) {
  (void)state;
  inno_uncertainty *u = make("seed=11; top=2; score_low=0; score_high=100; score_bins=1000; pairs=1; central=1");
  inno_tally *t = NULL;
  double rank[U * U], win[U * U], tie[U * U], center[U * 3], top[U], lower[U], upper[U];
  integrate();
  assert_int_equal(inno_tally_create(NULL, u, &t, NULL), INNO_OK);
  assert_int_equal(inno_tally_run(t, u, 0, N, NULL), INNO_OK);
  assert_int_equal(inno_tally_matrix(t, INNO_TALLY_RANK_SHARES, rank, 8 * U, 8, NULL), INNO_OK);
  assert_int_equal(inno_tally_matrix(t, INNO_TALLY_PAIR_WINS, win, 8 * U, 8, NULL), INNO_OK);
  assert_int_equal(inno_tally_matrix(t, INNO_TALLY_PAIR_TIES, tie, 8 * U, 8, NULL), INNO_OK);
  assert_int_equal(inno_tally_matrix(t, INNO_TALLY_CENTRAL, center, 8 * 3, 8, NULL), INNO_OK);
  assert_int_equal(inno_tally_top(t, 2, 0.999999, top, lower, upper, 8, NULL), INNO_OK);
  for (int i = 0; i < U; i++) {
    for (int k = 0; k < U; k++) {
      share_is(rank[i * U + k], exact_rank[i][k], "acceptability");
      if (k == i) continue;
      share_is(win[i * U + k], exact_win[i][k], "pair");
      share_is(tie[i * U + k], exact_tie[i][k], "tie");
    }
    double exact = exact_rank[i][0] + exact_rank[i][1];
    assert_true(lower[i] <= exact + 1e-12 && exact - 1e-12 <= upper[i]);
    if (exact_first[i] == 0.0) continue; /* no sd of a uniform weight is above 1/sqrt(12) */
    assert_true(fabs(center[3 * i] - exact_center[i] / exact_first[i]) < 5.0 / sqrt(12.0 * N * exact_first[i]) + 1e-9);
    assert_true(fabs(center[3 * i] + center[3 * i + 1] - 1.0) < 1e-9 && center[3 * i + 2] == 1.0);
  }
  int64_t stable = inno_tally_stable(t, 0.05, 0.02);
  assert_true(stable >= 2048 && stable <= 65536);
  inno_tally_destroy(t);
  inno_uncertainty_destroy(u);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(a_million_replicates_meet_the_integrals)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
