/* p-values, intervals, adjusted p-values, weighted and partial correlations: against R (correlation_reference.R),
 * against all permutations, and where there is nothing to say. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "golden/correlation_reference.h"
#include "numeric/adjust.h"
#include "numeric/correlation.h"
#include "numeric/correlation_test.h"
#include "numeric/distribution.h"
#include "numeric/kendall.h"

#define COUNT(rows) ((int)(sizeof(rows) / sizeof *(rows)))

static double z_of(double level) { return inno__normal_critical((1.0 - level) / 2.0); }

static double work[64 * 2048];

/* Both NaN, or within the part of the size that rounding explains, or within the absolute error of R's 1 - p. */
static void near(double got, double want, double relative, double absolute, int row) {
  if (isnan(got) && isnan(want)) return;
  if (!(fabs(got - want) <= relative * fabs(want) + absolute))
    fail_msg("row %d: %.17g, expected %.17g", row, got, want);
}

static void samples_of_r(void **state) {
  (void)state;
  for (int i = 0; i < COUNT(samples); i++) {
    const sample *s = &samples[i];
    const double *x = sample_x + s->first, *y = sample_y + s->first;
    inno__pair p;
    inno__spearman_result ranks;
    inno__kendall k;
    inno__pair_of(x, y, s->count, &p);
    const double r = inno__pair_correlation(&p);
    near(r, s->pearson, 1e-14, 1e-15, i);
    /* 1 - r^2 has lost digits in R where r is 1 but for rounding */
    if (s->pearson_p > 1e-20 || isnan(s->pearson_p))
      near(inno__pearson_p(r, p.count, 0), s->pearson_p, 1e-12, 2e-15, i);
    inno__interval ends = inno__pearson_interval(r, p.count, 0, z_of(0.9));
    near(ends.low, s->low, 1e-13, 1e-15, i);
    near(ends.high, s->high, 1e-13, 1e-15, i);
    inno__spearman_of(x, y, s->count, &ranks, work);
    assert_int_equal(ranks.count, p.count);
    near(ranks.r, s->spearman, 1e-14, 1e-15, i);
    near(inno__spearman_p(ranks.r, ranks.count, ranks.tied), s->spearman_p, 1e-12, 4e-16, i);
    inno__kendall_of(x, y, NULL, s->count, &k, work);
    assert_int_equal(k.count, p.count);
    assert_true((k.ties_x.pairs + k.ties_y.pairs > 0.0) == (ranks.tied == 1));
    near(inno__kendall_tau(&k), s->kendall, 1e-14, 1e-15, i);
    near(inno__kendall_p(&k), s->kendall_p, 1e-12, 5e-15, i);
  }
}

static void series_of_r(void **state) {
  (void)state;
  for (int i = 0; i < COUNT(spearman_rows); i++) {
    near(inno__spearman_p(spearman_rows[i].r, spearman_rows[i].n, 0), spearman_rows[i].p, 1e-11, 1e-16, i);
    near(inno__spearman_p(-spearman_rows[i].r, spearman_rows[i].n, 0), spearman_rows[i].p, 1e-11, 1e-16, i);
  }
}

/* Of the n! permutations, the share at least as far out as r on either side. */
static void permute(int *p, int at, int n, const double *sums, double *found) {
  if (at == n) {
    int sum = 0;
    for (int i = 0; i < n; i++) sum += (p[i] - i) * (p[i] - i);
    for (int s = 0; sums[s] >= 0.0; s++) found[s] += sum <= sums[s];
    return;
  }
  for (int i = at; i < n; i++) {
    int t = p[at];
    p[at] = p[i], p[i] = t;
    permute(p, at + 1, n, sums, found);
    t = p[at];
    p[at] = p[i], p[i] = t;
  }
}

static void spearman_by_all_permutations(void **state) {
  (void)state;
  for (int n = 2; n <= 9; n++) {
    int p[9], most = (n * n * n - n) / 3, count = 0;
    double sums[80], found[80] = {0}, all = 1.0;
    for (int i = 0; i < n; i++) {
      p[i] = i;
      all *= i + 1;
    }
    for (int s = 0; s <= most / 2; s += 2) sums[count++] = s;
    sums[count] = -1.0;
    permute(p, 0, n, sums, found);
    for (int s = 0; s < count; s++) {
      double r = 1.0 - 2.0 * sums[s] / most, want = fmin(1.0, 2.0 * found[s] / all);
      assert_true(inno__spearman_p(r, n, 0) == want && inno__spearman_p(-r, n, 0) == want);
    }
  }
}

static void ends_of_p_values(void **state) {
  (void)state;
  assert_true(inno__pearson_p(1.0, 3, 0) == 0.0 && inno__pearson_p(-1.0, 50, 0) == 0.0);
  assert_true(inno__pearson_p(0.0, 3, 0) == 1.0 && isnan(inno__pearson_p(0.5, 2, 0)));
  assert_true(isnan(inno__pearson_p(0.5, 5, 3)) && inno__pearson_p(0.5, 5, 2) == inno__pearson_p(0.5, 3, 0));
  assert_true(isnan(inno__pearson_p(NAN, 9, 0)) && isnan(inno__pearson_p(1.0000001, 9, 0)));
  assert_true(isnan(inno__spearman_p(1.0, 1, 0)) && inno__spearman_p(1.0, 2, 0) == 1.0);
  assert_true(isnan(inno__spearman_p(NAN, 9, 0)) && isnan(inno__spearman_p(0.5, 2, 1)));
  assert_true(inno__spearman_p(1.0, 5, 1) == 0.0 && inno__spearman_p(1.0, 100000, 0) == 0.0);
  assert_true(inno__spearman_p(0.3, 1291, 0) == inno__pearson_p(0.3, 1291, 0));
  /* one sign of t with 1 degree of freedom: 1 - 2 atan(t) / pi */
  near(inno__pearson_p(0.6, 3, 0), 1.0 - 2.0 * atan(0.75) / (4.0 * atan(1.0)), 1e-15, 0.0, 0);
}

static void intervals(void **state) {
  const double z = 1.95996398454005423552;
  (void)state;
  inno__interval a = inno__pearson_interval(0.5, 20, 2, z_of(0.95)), b = inno__spearman_interval(0.5, 20, z_of(0.95));
  inno__interval c = inno__kendall_interval(-0.5, 20, z_of(0.95));
  near(a.low, tanh(atanh(0.5) - z / sqrt(15.0)), 1e-14, 0.0, 0);
  near(a.high, tanh(atanh(0.5) + z / sqrt(15.0)), 1e-14, 0.0, 0);
  near(b.low, tanh(atanh(0.5) - z * sqrt(1.125 / 17.0)), 1e-14, 0.0, 1);
  near(b.high, tanh(atanh(0.5) + z * sqrt(1.125 / 17.0)), 1e-14, 0.0, 1);
  near(c.low, tanh(atanh(-0.5) - z * sqrt(0.437 / 16.0)), 1e-14, 0.0, 2);
  near(c.high, tanh(atanh(-0.5) + z * sqrt(0.437 / 16.0)), 1e-14, 1e-15, 2);
  a = inno__pearson_interval(-1.0, 4, 0, z_of(0.95));
  assert_true(a.low == -1.0 && a.high == -1.0);
  assert_true(isnan(inno__pearson_interval(0.5, 3, 0, z_of(0.95)).low) &&
              isnan(inno__pearson_interval(0.5, 5, 2, z_of(0.95)).high));
  assert_true(isnan(inno__spearman_interval(0.5, 3, z_of(0.95)).low) &&
              isnan(inno__kendall_interval(0.5, 4, z_of(0.95)).low));
  assert_true(isnan(inno__pearson_interval(NAN, 9, 0, z_of(0.95)).low) &&
              isnan(inno__pearson_interval(0.5, 9, 0, z_of(1.0)).low));
  a = inno__pearson_interval(1.0 - 0x1p-53, 4, 0, z_of(0.999999));
  assert_true(a.low > -1.0 && a.low < a.high && a.high <= 1.0);
}

static void adjusted(void **state) {
  enum { N = COUNT(adjust_p) };
  static const double *const want[] = {adjust_bh, adjust_by, adjust_holm, adjust_bonferroni};
  double out[N];
  (void)state;
  assert_true(inno__adjust_work_size(N) <= sizeof work);
  for (int how = INNO__ADJUST_BENJAMINI_HOCHBERG; how <= INNO__ADJUST_BONFERRONI; how++) {
    memcpy(out, adjust_p, sizeof out);
    inno__adjust(out, N, how, out, work);
    for (int i = 0; i < N; i++) near(out[i], want[how - 1][i], 4e-16, 0.0, i);
    inno__adjust(out, 0, how, out, work);
    out[0] = 0.75, out[1] = NAN;
    inno__adjust(out, 2, how, out, work);
    assert_true(out[0] == 0.75 && isnan(out[1]));
  }
}

static void weighted(void **state) {
  enum { N = COUNT(weighted_x) };
  double scaled[N], ones[N];
  inno__weighted_pair p;
  inno__kendall k;
  inno__pair plain;
  (void)state;
  inno__weighted_pair_of(weighted_x, weighted_y, weighted_w, N, &p);
  assert_int_equal(p.count, N - 2);
  near(p.products.mean_x, weighted_mean_x, 1e-14, 0.0, 0);
  near(p.products.mean_y, weighted_mean_y, 1e-14, 0.0, 0);
  near(inno__weighted_covariance(&p), weighted_covariance, 1e-14, 0.0, 0);
  near(inno__pair_correlation(&p.products), weighted_pearson, 1e-14, 0.0, 0);
  near(inno__weighted_spearman(weighted_x, weighted_y, weighted_w, N, work), weighted_spearman, 1e-14, 0.0, 0);
  inno__kendall_of(weighted_x, weighted_y, weighted_w, N, &k, work);
  near(inno__kendall_tau(&k), weighted_kendall, 1e-14, 0.0, 0);
  for (int i = 0; i < N; i++) {
    scaled[i] = weighted_w[i] * 0x1p-700;
    ones[i] = 1.0;
  }
  assert_true(inno__weighted_correlation(weighted_x, weighted_y, scaled, N) ==
              inno__weighted_correlation(weighted_x, weighted_y, weighted_w, N));
  inno__pair_of(weighted_x, weighted_y, N, &plain);
  inno__weighted_pair_of(weighted_x, weighted_y, ones, N, &p);
  assert_memory_equal(&plain, &p.products, sizeof plain);
  near(inno__weighted_covariance(&p), inno__pair_covariance(&plain), 1e-15, 0.0, 0);
  assert_true(inno__weighted_spearman(weighted_x, weighted_y, ones, N, work) ==
              inno__spearman(weighted_x, weighted_y, N, work));
}

static void weights_that_leave_nothing(void **state) {
  static const double x[] = {1, 2, 3, NAN}, y[] = {4, 4, 9, 1}, w[] = {1, 1, 0, 1}, no[] = {0, NAN, 0, 5};
  static const double big[] = {1e150, -1e150, 5e149, 0}, mix[] = {3e149, 1e150, -1e150, 1},
                      heavy[] = {1e300, 1, 1e300, 0};
  inno__weighted_pair p;
  (void)state;
  inno__weighted_pair_of(x, y, w, 4, &p);
  assert_true(p.count == 2 && p.products.yy == 0.0 && isnan(inno__pair_correlation(&p.products)));
  inno__weighted_pair_of(x, y, no, 4, &p);
  assert_true(p.count == 0 && isnan(inno__weighted_covariance(&p)) && isnan(p.products.mean_x));
  assert_true(isnan(inno__weighted_correlation(x, y, no, 4)) && isnan(inno__weighted_spearman(x, y, no, 4, work)));
  assert_true(isnan(inno__weighted_spearman(x, y, w, 0, work)) && isnan(inno__weighted_correlation(x, y, w, 1)));
  assert_true(isfinite(inno__weighted_correlation(big, mix, heavy, 4)) && isfinite(inno__correlation(big, mix, 3)));
}

static void spearman_sees_ties(void **state) {
  static const double up[] = {1, 2, 3, 4, 5}, pairs[] = {1, 2, 2, 4, 5}, triple[] = {7, 2, 7, 7, 1};
  inno__spearman_result s;
  (void)state;
  inno__spearman_of(up, up, 5, &s, work);
  assert_true(s.count == 5 && s.tied == 0 && s.r == 1.0);
  inno__spearman_of(up, pairs, 5, &s, work);
  assert_true(s.tied == 1);
  inno__spearman_of(triple, up, 5, &s, work);
  assert_true(s.tied == 1);
  inno__spearman_of(up, up, 0, &s, work);
  assert_true(s.count == 0 && s.tied == 0 && isnan(s.r));
}

static void partial(void **state) {
  static const int32_t third[] = {2}, three[] = {0, 1, 2}, swapped[] = {2, 0, 1};
  double out, again, m[25], w[25];
  (void)state;
  assert_int_equal(inno__partial_correlation(partial_matrix, 5, 0, 1, NULL, 0, &out, w), -1);
  near(out, partial_of[0], 1e-14, 0.0, 0);
  assert_int_equal(inno__partial_correlation(partial_matrix, 5, 0, 1, third, 1, &out, w), -1);
  near(out, partial_of[1], 1e-13, 0.0, 1);
  assert_int_equal(inno__partial_correlation(partial_matrix, 5, 3, 4, three, 3, &out, w), -1);
  near(out, partial_of[2], 1e-12, 0.0, 2);
  assert_int_equal(inno__partial_correlation(partial_matrix, 5, 4, 3, three, 3, &again, w), -1);
  assert_true(out == again);
  assert_int_equal(inno__partial_correlation(partial_matrix, 5, 4, 3, swapped, 3, &again, w), -1);
  near(again, out, 1e-12, 0.0, 3);
  memcpy(m, partial_matrix, sizeof m); /* column 1 becomes twice column 0 */
  for (int i = 0; i < 5; i++) m[i * 5 + 1] = 2.0 * m[i * 5];
  for (int i = 0; i < 5; i++) m[5 + i] = i == 1 ? 4.0 * m[0] : m[i * 5 + 1];
  assert_int_equal(inno__partial_correlation(m, 5, 3, 4, three, 3, &out, w), 1);
  assert_true(isnan(out));
  assert_int_equal(inno__partial_correlation(m, 5, 3, 1, (const int32_t[]){0}, 1, &out, w), 1);
  assert_int_equal(inno__partial_correlation(m, 5, 1, 3, (const int32_t[]){0}, 1, &out, w), 1);
  assert_true(isnan(out));
  assert_int_equal(inno__partial_correlation(m, 5, 0, 1, third, 1, &out, w), -1); /* perfectly correlated */
  assert_true(out > 1.0 - 1e-14 && out <= 1.0);
  m[3 * 5 + 4] = m[4 * 5 + 3] = NAN;
  assert_true(inno__partial_correlation(m, 5, 3, 4, third, 1, &out, w) >= 0 && isnan(out));
  assert_true(inno__partial_correlation(m, 5, 0, 2, (const int32_t[]){3, 4}, 2, &out, w) >= 0 && isnan(out));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(samples_of_r),
      cmocka_unit_test(series_of_r),
      cmocka_unit_test(spearman_by_all_permutations),
      cmocka_unit_test(ends_of_p_values),
      cmocka_unit_test(intervals),
      cmocka_unit_test(adjusted),
      cmocka_unit_test(weighted),
      cmocka_unit_test(weights_that_leave_nothing),
      cmocka_unit_test(spearman_sees_ties),
      cmocka_unit_test(partial),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
