/* Tallies: every number against a plain recount of the same replicates. */
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
#include "numeric/quantile.h"
#include "support/allocator.h"
#include "support/tallies.h"

enum { U = TALLIES_UNITS, S = TALLIES_SHARES, N = 3000, MOST = 2 * U };

static tallies_replicate all[N];
static double work[2 * N];

static void recount(int32_t half, int wild) {
  for (int r = 0; r < N; r++) all[r] = tallies_replicate_of(r, half, wild);
}

/* The ranks (or scores) of a unit in the replicates that are well. */
static int64_t column(int unit, int of_scores, double *out) {
  int64_t m = 0;
  for (int r = 0; r < N; r++)
    if (all[r].status == INNO_OK && !isnan(all[r].rank[unit]))
      out[m++] = of_scores ? all[r].score[unit] : all[r].rank[unit];
  return m;
}

static double good_count(void) {
  double good = 0.0;
  for (int r = 0; r < N; r++) good += all[r].status == INNO_OK;
  return good;
}

static void moments(const double *x, int64_t m, double *mean, double *sd) {
  long double sum = 0.0L, square = 0.0L;
  for (int64_t i = 0; i < m; i++) sum += x[i];
  for (int64_t i = 0; i < m; i++) square += (x[i] - sum / m) * (x[i] - sum / m);
  *mean = (double)(sum / m);
  *sd = (double)sqrtl(square / (m - 1));
}

/* Of ranks, which are whole or half numbers: every sum here is exact, so that only the last steps round. */
static void rank_moments(const double *x, int64_t m, double *mean, double *sd) {
  double sum = 0.0, squares = 0.0, count = (double)m;
  for (int64_t i = 0; i < m; i++) sum += x[i];
  for (int64_t i = 0; i < m; i++) squares += x[i] * x[i];
  *mean = sum / count;
  *sd = sqrt((count * squares - sum * sum) / (count * (count - 1.0)));
}

static double field_of(const inno_tally *t, int32_t field, int unit) {
  double out[U];
  assert_int_equal(inno_tally_unit_values(t, field, out, sizeof(double), NULL), INNO_OK);
  return out[unit];
}

static void near(double x, double expected, double tolerance) {
  if (isnan(expected)) {
    assert_true(isnan(x));
    return;
  }
  if (!(fabs(x - expected) <= tolerance)) fail_msg("%.17g is not %.17g within %g", x, expected, tolerance);
}

static inno_tally *whole(int32_t half, int wild) {
  inno_tally *t = tallies_create(NULL, half);
  assert_non_null(t);
  recount(half, wild);
  assert_int_equal(tallies_run(t, NULL, 0, N, 100, wild, NULL), INNO_OK);
  return t;
}

/* ---- ranks ---- */

static void check_unit(const inno_tally *t, int i) {
  double x[N], mean, sd;
  int64_t m = column(i, 0, x);
  rank_moments(x, m, &mean, &sd);
  near(field_of(t, INNO_TALLY_MEAN, i), mean, 1e-14);
  near(field_of(t, INNO_TALLY_SD, i), sd, 1e-14);
  near(field_of(t, INNO_TALLY_ERROR, i), sd / sqrt((double)m), 1e-15);
  near(field_of(t, INNO_TALLY_UNRANKED, i), good_count() - (double)m, 0.0);
  inno__sort(x, m, work);
  near(field_of(t, INNO_TALLY_BEST, i), x[0], 0.0);
  near(field_of(t, INNO_TALLY_WORST, i), x[m - 1], 0.0);
  for (int32_t type = 1; type <= 9; type++)
    for (int k = 0; k <= 40; k++) {
      double p[1] = {k / 40.0}, out[U];
      assert_int_equal(inno_tally_rank_quantiles(t, p, 1, type, out, 8, 8, NULL), INNO_OK);
      near(out[i], inno__quantile_sorted(x, m, p[0], type), 0.0);
    }
}

static void statistics_of_ranks(void **state) {
  (void)state;
  for (int32_t half = 0; half < 2; half++) {
    inno_tally *t = whole(half, 0);
    for (int i = 0; i < U; i++) check_unit(t, i);
    near(field_of(t, INNO_TALLY_NOMINAL, 0), 7.0, 0.0);
    near(field_of(t, INNO_TALLY_NOMINAL, 5), 2.0, 0.0);
    near(field_of(t, INNO_TALLY_NOMINAL, 6), NAN, 0.0);
    assert_int_equal(inno_tally_number(t, INNO_TALLY_HALVES), half);
    inno_tally_destroy(t);
  }
}

static void histogram_and_shares(void **state) {
  (void)state;
  for (int32_t half = 0; half < 2; half++) {
    inno_tally *t = whole(half, 0);
    int64_t columns = inno_tally_column_count(t, INNO_TALLY_RANK_COUNTS);
    double count[U * MOST], share[U * MOST], within[U * MOST], good = good_count();
    assert_int_equal(columns, half ? 2 * U - 1 : U);
    assert_int_equal(inno_tally_matrix(t, INNO_TALLY_RANK_COUNTS, count, 8 * columns, 8, NULL), INNO_OK);
    assert_int_equal(inno_tally_matrix(t, INNO_TALLY_RANK_SHARES, share, 8, 8 * U, NULL), INNO_OK);
    assert_int_equal(inno_tally_matrix(t, INNO_TALLY_RANK_WITHIN, within, 8 * columns, 8, NULL), INNO_OK);
    for (int i = 0; i < U; i++) {
      double x[N], sum = 0.0;
      int64_t m = column(i, 0, x);
      for (int64_t k = 0; k < columns; k++) {
        double expected = 0.0, rank = 1.0 + (double)k * (half ? 0.5 : 1.0);
        for (int64_t r = 0; r < m; r++) expected += x[r] == rank;
        sum += expected;
        near(count[i * columns + k], expected, 0.0);
        near(share[k * U + i], expected / good, 0.0);
        near(within[i * columns + k], sum / good, 0.0);
      }
      near(sum, (double)m, 0.0);
    }
    inno_tally_destroy(t);
  }
}

/* Wilson's bounds are where |p - k / n| = z sqrt(p (1 - p) / n). */
static void top_and_its_interval(void **state) {
  (void)state;
  inno_tally *t = whole(0, 0);
  double share[U], lower[U], upper[U], good = good_count();
  for (int64_t k = 1; k <= U; k++) {
    assert_int_equal(inno_tally_top(t, k, 0.95, share, lower, upper, sizeof(double), NULL), INNO_OK);
    for (int i = 0; i < U; i++) {
      double x[N], in = 0.0;
      int64_t m = column(i, 0, x);
      for (int64_t r = 0; r < m; r++) in += x[r] <= (double)k;
      near(share[i], in / good, 0.0);
      if (k == 3) near(field_of(t, INNO_TALLY_TOP, i), in / good, 0.0);
      if (in > 0.0) near((in / good - lower[i]) / sqrt(lower[i] * (1.0 - lower[i]) / good), 1.959963984540054, 1e-9);
      if (in < good) near((upper[i] - in / good) / sqrt(upper[i] * (1.0 - upper[i]) / good), 1.959963984540054, 1e-9);
      if (in == 0.0) near(lower[i], 0.0, 0.0);
      if (in == good) near(upper[i], 1.0, 0.0);
      assert_true(lower[i] >= 0.0 && lower[i] <= share[i] && share[i] <= upper[i] && upper[i] <= 1.0);
    }
  }
  inno_tally_destroy(t);
}

static void failures_are_named(void **state) {
  (void)state;
  inno_tally *t = whole(0, 0);
  int64_t counts[2] = {0, 0}, first[2] = {-1, -1}, count, replicate;
  inno_status status;
  static const inno_status kinds[2] = {INNO_E_WEIGHTS, INNO_E_NONPOSITIVE};
  for (int r = N - 1; r >= 0; r--)
    for (int k = 0; k < 2; k++)
      if (all[r].status == kinds[k]) {
        counts[k]++;
        first[k] = r;
      }
  assert_true(counts[0] > 0 && counts[1] > 0);
  assert_int_equal(inno_tally_number(t, INNO_TALLY_FAILURES), 2);
  assert_int_equal(inno_tally_number(t, INNO_TALLY_FAILED), counts[0] + counts[1]);
  assert_int_equal(inno_tally_number(t, INNO_TALLY_FIRST_FAILED), first[0] < first[1] ? first[0] : first[1]);
  for (int k = 0; k < 2; k++) {
    assert_int_equal(inno_tally_failure(t, k, &status, &count, &replicate), INNO_OK);
    assert_int_equal(status, kinds[k]);
    assert_int_equal(count, counts[k]);
    assert_int_equal(replicate, first[k]);
  }
  assert_int_equal(inno_tally_failure(t, 2, &status, &count, &replicate), INNO_E_ARGUMENT);
  assert_int_equal(replicate, -1);
  inno_tally_destroy(t);
}

/* ---- what is counted on request ---- */

static void pairs_and_central_weights(void **state) {
  (void)state;
  for (int32_t half = 0; half < 2; half++) {
    inno_tally *t = whole(half, 0);
    double wins[U * U], ties[U * U], central[U * S], good = good_count();
    assert_int_equal(inno_tally_matrix(t, INNO_TALLY_PAIR_WINS, wins, 8 * U, 8, NULL), INNO_OK);
    assert_int_equal(inno_tally_matrix(t, INNO_TALLY_PAIR_TIES, ties, 8 * U, 8, NULL), INNO_OK);
    assert_int_equal(inno_tally_matrix(t, INNO_TALLY_CENTRAL, central, 8 * S, 8, NULL), INNO_OK);
    for (int i = 0; i < U; i++) {
      double share[S] = {0, 0, 0}, firsts = 0.0;
      for (int j = 0; j < U; j++) {
        double w = 0.0, e = 0.0;
        for (int r = 0; r < N; r++) {
          if (all[r].status != INNO_OK) continue;
          w += all[r].rank[i] < all[r].rank[j]; /* only where both have one */
          e += all[r].rank[i] == all[r].rank[j];
        }
        near(wins[i * U + j], i == j ? NAN : w / good, 0.0);
        near(ties[i * U + j], i == j ? NAN : e / good, 0.0);
      }
      for (int r = 0; r < N; r++) {
        double best = NAN;
        for (int j = 0; j < U; j++) best = fmin(best, all[r].rank[j]);
        if (all[r].status != INNO_OK || all[r].rank[i] != best) continue;
        firsts += 1.0;
        for (int j = 0; j < S; j++) share[j] += all[r].share[j];
      }
      for (int j = 0; j < S; j++) near(central[i * S + j], firsts > 0.0 ? share[j] / firsts : NAN, 2e-10);
    }
    inno_tally_destroy(t);
  }
}

static void statistics_of_scores(void **state) {
  (void)state;
  inno_tally *t = whole(0, 0);
  double bins[U * 50], step = 100.0 / 68719476700.0; /* 50 bins of 1374389534 steps */
  assert_int_equal(inno_tally_column_count(t, INNO_TALLY_SCORE_COUNTS), 50);
  assert_int_equal(inno_tally_matrix(t, INNO_TALLY_SCORE_COUNTS, bins, 50 * 8, 8, NULL), INNO_OK);
  for (int i = 0; i < U; i++) {
    double x[N], mean, sd, expected[50] = {0};
    int64_t m = column(i, 1, x);
    moments(x, m, &mean, &sd);
    near(field_of(t, INNO_TALLY_SCORE_MEAN, i), mean, step / 2.0);
    near(field_of(t, INNO_TALLY_SCORE_SD, i), sd, step);
    near(field_of(t, INNO_TALLY_SCORE_ERROR, i), sd / sqrt((double)m), step);
    for (int64_t r = 0; r < m; r++) expected[x[r] >= 100.0 ? 49 : (int)(x[r] / 2.0)]++;
    for (int b = 0; b < 50; b++) near(bins[i * 50 + b], expected[b], 0.0);
    inno__sort(x, m, work);
    for (int k = 0; k <= 20; k++) {
      double p[1] = {k / 20.0}, out[U], bound = 0.0;
      assert_int_equal(inno_tally_score_quantiles(t, p, 1, 7, out, 8, 8, &bound, NULL), INNO_OK);
      near(bound, 1.0, 1e-8);
      near(out[i], inno__quantile_sorted(x, m, p[0], 7), bound);
    }
  }
  inno_tally_destroy(t);
}

static void scores_beyond_the_scale(void **state) {
  (void)state;
  inno_tally *t = whole(0, 1);
  for (int i = 0; i < U; i++) {
    double x[N], below = 0.0, above = 0.0, out[U], p[3] = {0.0, 0.5, 1.0};
    int64_t m = column(i, 1, x);
    for (int64_t r = 0; r < m; r++) {
      below += x[r] < 0.0;
      above += x[r] > 100.0;
    }
    assert_true(below + above > 0.0);
    near(field_of(t, INNO_TALLY_SCORE_BELOW, i), below, 0.0);
    near(field_of(t, INNO_TALLY_SCORE_ABOVE, i), above, 0.0);
    near(field_of(t, INNO_TALLY_SCORE_MEAN, i), NAN, 0.0);
    inno__sort(x, m, work);
    for (int k = 0; k < 3; k++) {
      assert_int_equal(inno_tally_score_quantiles(t, p + k, 1, 7, out, 8, 8, NULL, NULL), INNO_OK);
      double exact = inno__quantile_sorted(x, m, p[k], 7);
      near(out[i], exact < 0.0 || exact > 100.0 ? NAN : exact, 1.0 + 1e-8);
    }
  }
  inno_tally_destroy(t);
}

/* ---- has it settled? ---- */

static void changes_at_doublings(void **state) {
  (void)state;
  inno_tally *t = whole(0, 0);
  double rank_change, top_change, expected_rank = 0.0, expected_top = 0.0;
  int64_t n = 0;
  assert_int_equal(inno_tally_number(t, INNO_TALLY_CHECKPOINTS), 1); /* 2048 of 3000 */
  assert_int_equal(inno_tally_change(t, 0, &n, &rank_change, &top_change), INNO_OK);
  assert_int_equal(n, 2048);
  for (int i = 0; i < U; i++) {
    double sum[2] = {0, 0}, ranked[2] = {0, 0}, in[2] = {0, 0}, good[2] = {0, 0};
    for (int r = 0; r < 2048; r++)
      for (int k = r < 1024 ? 0 : 1; k < 2; k++) {
        if (all[r].status != INNO_OK) continue;
        good[k]++;
        if (isnan(all[r].rank[i])) continue;
        ranked[k]++;
        sum[k] += all[r].rank[i];
        in[k] += all[r].rank[i] <= 3.0;
      }
    expected_rank = fmax(expected_rank, fabs(sum[1] / ranked[1] - sum[0] / ranked[0]));
    expected_top = fmax(expected_top, fabs(in[1] / good[1] - in[0] / good[0]));
  }
  near(rank_change, expected_rank, 0.0);
  near(top_change, expected_top, 0.0);
  assert_int_equal(inno_tally_stable(t, expected_rank, expected_top), 2048);
  assert_int_equal(inno_tally_stable(t, expected_rank / 2.0, expected_top), 0);
  assert_int_equal(inno_tally_stable(t, NAN, 1.0), 0);
  assert_int_equal(inno_tally_change(t, 1, &n, &rank_change, &top_change), INNO_E_ARGUMENT);
  assert_true(isnan(rank_change) && n == 0);
  /* the same at 4096, and what lies beyond a gap does not help: 0..2999 and 3001.. cannot be judged there */
  assert_int_equal(tallies_run(t, NULL, 3001, 3000, 77, 0, NULL), INNO_OK);
  assert_int_equal(inno_tally_number(t, INNO_TALLY_CHECKPOINTS), 1);
  assert_int_equal(inno_tally_number(t, INNO_TALLY_COMPLETE), 3000);
  assert_int_equal(tallies_run(t, NULL, 3000, 1, 77, 0, NULL), INNO_OK);
  assert_int_equal(inno_tally_number(t, INNO_TALLY_CHECKPOINTS), 2);
  assert_int_equal(inno_tally_change(t, 0, &n, &rank_change, &top_change), INNO_OK);
  near(rank_change, expected_rank, 0.0);
  inno_tally_destroy(t);
}

/* ---- refusals ---- */

static void nothing_is_counted_twice(void **state) {
  (void)state;
  inno_tally *t = tallies_create(NULL, 0);
  char before[65], after[65];
  int64_t first, count;
  inno_error *error = NULL;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  assert_int_equal(tallies_run(t, NULL, 100, 50, 16, 0, error), INNO_OK);
  inno_tally_digest(t, before, 65, NULL);
  static const int64_t wrong[][2] = {{100, 50}, {0, 101}, {149, 1}, {120, 3}, {0, 1000}};
  for (int k = 0; k < 5; k++) {
    assert_int_equal(tallies_run(t, NULL, wrong[k][0], wrong[k][1], 16, 0, error), INNO_E_TALLY);
    assert_non_null(strstr(inno_error_message(error), k == 2 ? "149" : k == 3 ? "120" : "100"));
    inno_tally_digest(t, after, 65, NULL);
    assert_string_equal(before, after);
  }
  assert_int_equal(tallies_run(t, NULL, 100, 0, 16, 0, error), INNO_OK); /* nothing is in nothing */
  assert_int_equal(inno_tally_merge(t, t, error), INNO_E_TALLY);
  inno_tally_digest(t, after, 65, NULL);
  assert_string_equal(before, after);
  assert_int_equal(tallies_run(t, NULL, 150, 10, 16, 0, error), INNO_OK); /* a neighbour */
  assert_int_equal(inno_tally_number(t, INNO_TALLY_RANGES), 1);
  assert_int_equal(inno_tally_range(t, 0, &first, &count), INNO_OK);
  assert_true(first == 100 && count == 60);
  assert_int_equal(inno_tally_range(t, 1, &first, &count), INNO_E_ARGUMENT);
  inno_tally_destroy(t);
  inno_error_destroy(error);
}

static void too_many_ranges_and_replicates(void **state) {
  (void)state;
  inno_tally *t = tallies_create(NULL, 0), *other = tallies_create(NULL, 0);
  inno__ranges with;
  for (int64_t k = 0; k < INNO_LIMIT_TALLY_RANGES; k++)
    assert_int_equal(tallies_run(t, NULL, 2 * k, 1, 1, 0, NULL), INNO_OK);
  assert_int_equal(tallies_run(t, NULL, 100000, 1, 1, 0, NULL), INNO_E_SIZE);
  assert_int_equal(tallies_run(other, NULL, 100000, 1, 1, 0, NULL), INNO_OK);
  assert_int_equal(inno_tally_merge(t, other, NULL), INNO_E_SIZE);
  assert_int_equal(tallies_run(t, NULL, 1, 1, 1, 0, NULL), INNO_OK); /* the cure: fill a gap */
  assert_int_equal(inno_tally_merge(t, other, NULL), INNO_OK);
  assert_int_equal(inno_tally_number(t, INNO_TALLY_RANGES), INNO_LIMIT_TALLY_RANGES);
  inno_tally_destroy(t);
  assert_int_equal(inno__tally_open(other, 0, INNO__REPLICATE_COUNT, &with, NULL), INNO_E_TALLY);
  assert_int_equal(inno__tally_open(other, 200000, INNO__REPLICATE_COUNT, &with, NULL), INNO_E_OVERFLOW);
  assert_int_equal(inno__tally_open(other, 200000, INNO__REPLICATE_COUNT - 1, &with, NULL), INNO_OK);
  inno__ranges_free(&other->allocator, &with);
  inno_tally_destroy(other);
}

static void batches_that_are_none(void **state) {
  (void)state;
  inno_tally *t = tallies_create(NULL, 0);
  char before[65], after[65];
  int32_t ranks[U];
  double scores[U], shares[S] = {0.2, 0.3, 0.5};
  inno__batch b = {0, 1, 1, ranks, scores, shares, NULL};
  inno_tally_digest(t, before, 65, NULL);
  for (int wrong = 0; wrong < 8; wrong++) {
    for (int i = 0; i < U; i++) ranks[i] = 2 * (i + 1);
    for (int i = 0; i < U; i++) scores[i] = 50.0 - i;
    shares[1] = wrong == 5 ? -0.1 : wrong == 6 ? 1.5 : wrong == 7 ? NAN : 0.3;
    if (wrong == 0) ranks[3] = -2;
    if (wrong == 1) ranks[3] = 2 * U + 2;
    if (wrong == 2) ranks[3] = 1;
    if (wrong == 3) ranks[3] = 3; /* halves are not counted */
    if (wrong == 4) scores[3] = NAN;
    assert_int_equal(inno__tally_count(t, &b, NULL), INNO_E_VALUE);
    inno_tally_digest(t, after, 65, NULL);
    assert_string_equal(before, after);
  }
  inno_tally_destroy(t);
}

static void other_things_do_not_merge(void **state) {
  (void)state;
  inno_tally *t = tallies_create(NULL, 0);
  for (int k = 0; k < 10; k++) {
    inno_tally *other = tallies_create(NULL, 0);
    inno__tally_shape *s = &other->shape;
    if (k == 0) s->digest[63] = '0';
    if (k == 1) s->top++;
    if (k == 2) s->half = 1;
    if (k == 3) s->bins--;
    if (k == 4) s->score_low = -1.0;
    if (k == 5) s->score_high = 101.0;
    if (k == 6) s->shares--;
    if (k == 7) other->nominal[2]++;
    if (k == 8) s->confidence = 0.9;
    assert_int_equal(inno_tally_merge(t, other, NULL), k == 9 ? INNO_OK : INNO_E_TALLY);
    inno_tally_destroy(other);
  }
  inno_tally_destroy(t);
}

static void what_is_not_counted_is_not_given(void **state) {
  (void)state;
  inno__tally_shape shape = {.units = 2, .top = 1, .confidence = 0.9};
  inno_allocator a;
  inno_tally *t = NULL;
  double out[8];
  inno__allocator_resolve(NULL, &a);
  assert_int_equal(inno__tally_create(&a, &shape, NULL, &t, NULL), INNO_OK);
  for (int32_t m = INNO_TALLY_PAIR_WINS; m <= INNO_TALLY_SCORE_COUNTS; m++) {
    assert_int_equal(inno_tally_column_count(t, m), 0);
    assert_int_equal(inno_tally_matrix(t, m, out, 8, 8, NULL), INNO_E_NOT_KEPT);
  }
  assert_int_equal(inno_tally_matrix(t, 99, out, 8, 8, NULL), INNO_E_ARGUMENT);
  for (int32_t f = INNO_TALLY_SCORE_MEAN; f <= INNO_TALLY_SCORE_ERROR; f++) near(field_of(t, f, 0), NAN, 0.0);
  assert_int_equal(inno_tally_unit_values(t, 9, out, 8, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_tally_matrix(t, INNO_TALLY_RANK_SHARES, out, 16, 8, NULL), INNO_OK);
  for (int k = 0; k < 4; k++) near(out[k], NAN, 0.0); /* nothing was run */
  near(field_of(t, INNO_TALLY_MEAN, 0), NAN, 0.0);
  near(field_of(t, INNO_TALLY_BEST, 0), NAN, 0.0);
  near(field_of(t, INNO_TALLY_TOP, 0), NAN, 0.0);
  inno_score_pass *p = NULL;
  assert_int_equal(inno_score_pass_create(NULL, t, out, 1, 7, 10, &p, NULL), INNO_E_ARGUMENT);
  out[0] = 0.5;
  assert_int_equal(inno_score_pass_create(NULL, t, out, 1, 7, 10, &p, NULL), INNO_E_NOT_KEPT);
  inno_tally_destroy(t);
  static const inno__tally_shape wrong[] = {
      {.units = 0, .confidence = 0.9, .top = 1},
      {.units = 2, .confidence = 0.9, .top = 3},
      {.units = 2, .confidence = 0.9, .top = 1, .shares = -1},
      {.units = 2, .confidence = 0.9, .top = 1, .scores = 1, .score_high = 1.0},
      {.units = 2, .confidence = 0.9, .top = 1, .scores = 1, .bins = 4, .score_low = 1.0, .score_high = 1.0},
      {.units = 2, .confidence = 0.9, .top = 1, .scores = 1, .bins = 4, .score_low = 1.0, .score_high = INFINITY},
      {.units = 2, .confidence = 0.9, .top = 1, .scores = 1, .bins = 4, .score_high = 1e-300},
      {.units = 2, .top = 1},
      {.units = 2, .confidence = 1.0, .top = 1},
      {.units = 2, .confidence = NAN, .top = 1},
  };
  for (size_t k = 0; k < sizeof wrong / sizeof wrong[0]; k++) {
    assert_int_equal(inno__tally_create(&a, &wrong[k], NULL, &t, NULL), INNO_E_ARGUMENT);
    assert_null(t);
  }
  counting counter; /* more than any machine has is asked for once, and refused */
  a = counting_allocator(&counter);
  counter.permitted = 0;
  shape = (inno__tally_shape){.units = 100000000,
                              .confidence = 0.9,
                              .top = 1,
                              .scores = 1,
                              .bins = 1000000,
                              .score_high = 1.0,
                              .shares = 100000000};
  inno_status s = inno__tally_create(&a, &shape, NULL, &t, NULL);
  assert_true(s == INNO_E_NOMEM || s == INNO_E_SIZE);
  assert_null(t);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(statistics_of_ranks),
                                     cmocka_unit_test(histogram_and_shares),
                                     cmocka_unit_test(top_and_its_interval),
                                     cmocka_unit_test(failures_are_named),
                                     cmocka_unit_test(pairs_and_central_weights),
                                     cmocka_unit_test(statistics_of_scores),
                                     cmocka_unit_test(scores_beyond_the_scale),
                                     cmocka_unit_test(changes_at_doublings),
                                     cmocka_unit_test(nothing_is_counted_twice),
                                     cmocka_unit_test(too_many_ranges_and_replicates),
                                     cmocka_unit_test(batches_that_are_none),
                                     cmocka_unit_test(other_things_do_not_merge),
                                     cmocka_unit_test(what_is_not_counted_is_not_given)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
