/* What must hold for every kernel and any column: permuting the units moves results by rounding only, and in place
 * gives the bits of out of place. Columns come from a fixed generator. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "construct/denominate.h"
#include "construct/impute.h"
#include "construct/normalize.h"
#include "construct/rank.h"
#include "construct/treat.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"

enum { MOST = 300, ROUNDS = 60 };

static double work[16384];
static const inno__site nowhere;

static uint64_t seed = 20240607;

static uint64_t draw(void) {
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return seed;
}

static double uniform(void) { return (double)(draw() >> 11) / 9007199254740992.0; }

/* Positive, skewed, with ties and missing values. */
static void fill(double *x, int n) {
  for (int i = 0; i < n; i++) {
    double u = uniform();
    x[i] = 0.5 + 40.0 * u * u * u * u;
    if (draw() % 5 == 0) x[i] = 1.0 + (double)(draw() % 4);
    if (draw() % 9 == 0) x[i] = inno__nan();
  }
  x[0] = 1.0;
  x[n - 1] = 17.0;
}

static void shuffle(int *order, int n) {
  for (int i = 0; i < n; i++) order[i] = i;
  for (int i = n - 1; i > 0; i--) {
    int j = (int)(draw() % (uint64_t)(i + 1)), t = order[i];
    order[i] = order[j];
    order[j] = t;
  }
}

static int length_of(int round) { return round < 20 ? 5 + round : 5 + (int)(draw() % (MOST - 5)); }

/* a[order[i]] and b[i] belong to the same unit */
static void same_but_for_rounding(const double *a, const double *b, const int *order, int n, double tolerance) {
  double scale = 0.0;
  for (int i = 0; i < n; i++) scale = fabs(a[i]) > scale ? fabs(a[i]) : scale;
  for (int i = 0; i < n; i++) {
    double p = a[order[i]], q = b[i];
    if (!(fabs(p - q) <= tolerance * scale) && !(p != p && q != q)) fail_msg("unit %d: %.17g and %.17g", i, p, q);
  }
}

/* A kernel on one column; label: groups. Returns 0 when the column is refused. */
typedef int (*kernel)(const double *x, int n, const int32_t *label, double *out, int variant);

static int denominate(const double *x, int n, const int32_t *label, double *out, int variant) {
  double d[MOST];
  for (int i = 0; i < n; i++) d[i] = label[i] + 1.0;
  inno__denominate(x, d, variant + 1.0, n, out, NULL);
  return 1;
}

static int impute(const double *x, int n, const int32_t *label, double *out, int variant) {
  static const int32_t rules[] = {INNO_IMPUTE_MEAN, INNO_IMPUTE_MEDIAN, INNO_IMPUTE_GROUP_MEAN,
                                  INNO_IMPUTE_GROUP_MEDIAN};
  const inno__grouping grouping = {label, 3};
  inno__impute_column(x, n, rules[variant % 4], &grouping, NULL, out, NULL, work);
  return 1;
}

static int treat(const double *x, int n, const int32_t *label, double *out, int variant) {
  static const int32_t second[] = {INNO_TREAT_LOG_GII, INNO_TREAT_LOG_CT, INNO_TREAT_LOG_CT_PLUS,
                                   INNO_TREAT_BOXCOX,  INNO_TREAT_ROOT,   INNO_TREAT_LOG};
  inno__treat_log log;
  const inno__treat_rule rule = {.rules = {INNO_TREAT_WINSORIZE, second[variant % 6]},
                                 .rule_count = 2,
                                 .direction = variant & 8 ? -1 : 1,
                                 .skewness = 1.0,
                                 .kurtosis = 1.0,
                                 .skewness_type = 1 + variant % 3,
                                 .kurtosis_type = 1 + variant % 3,
                                 .limit = variant % 7,
                                 .combine = variant & 1,
                                 .force = (variant & 6) == 6,
                                 .factor = inno__nan(),
                                 .lambda = 0.4,
                                 .degree = 3.0};
  (void)label;
  return inno__treat(x, n, &rule, out, NULL, &log, work, &nowhere) == INNO_OK;
}

static int normalize(const double *x, int n, const int32_t *label, double *out, int variant) {
  static const int32_t rules[] = {INNO_NORMALIZE_NONE,
                                  INNO_NORMALIZE_MINMAX,
                                  INNO_NORMALIZE_ZSCORE,
                                  INNO_NORMALIZE_FIXED_RANGE,
                                  INNO_NORMALIZE_GOALPOSTS,
                                  INNO_NORMALIZE_RANK,
                                  INNO_NORMALIZE_PERCENTILE_RANK,
                                  INNO_NORMALIZE_BORDA,
                                  INNO_NORMALIZE_DISTANCE_TO_MAX,
                                  INNO_NORMALIZE_DISTANCE_TO_TARGET,
                                  INNO_NORMALIZE_FRACTION_OF_MAX};
  inno__frame frame;
  const int32_t direction = variant & 1 ? -1 : 1;
  const inno__normalize_rule rule = {.rule = rules[(variant / 2) % 11],
                                     .direction = direction,
                                     .log = variant % 3 + 1,
                                     .ties = 1 + variant % 4,
                                     .truncate = 1,
                                     .lower = 0.6,
                                     .upper = 30.0,
                                     .points = 10.0,
                                     .sd = 2.0,
                                     .mean = 5.0,
                                     .reference = -1,
                                     .target = direction > 0 ? 16.5 : 1.1};
  (void)label;
  if (inno__normalize_fit(x, n, &rule, &frame, work, &nowhere) != INNO_OK) return 0;
  return inno__normalize_apply(x, n, &rule, &frame, out, NULL, work, &nowhere) == INNO_OK;
}

static int rank_groups(const double *x, int n, const int32_t *label, double *out, int variant) {
  const inno__grouping grouping = {label, 3};
  double copy[MOST];
  memcpy(copy, x, (size_t)n * sizeof copy[0]); /* ranks may not overwrite what they rank */
  inno__rank_units(copy, n, 1 + variant % 4, variant & 4 ? &grouping : NULL, out, work);
  return 1;
}

static void check_kernel(kernel run, int variants, double tolerance) {
  int done = 0;
  for (int round = 0; round < ROUNDS; round++) {
    double x[MOST], moved[MOST], out[MOST], out_moved[MOST], place[MOST];
    int32_t label[MOST], label_moved[MOST];
    int order[MOST], n = length_of(round);
    fill(x, n);
    shuffle(order, n);
    for (int i = 0; i < n; i++) label[i] = (int32_t)(draw() % 4) - 1;
    for (int i = 0; i < n; i++) {
      moved[i] = x[order[i]];
      label_moved[i] = label[order[i]];
    }
    for (int variant = 0; variant < variants; variant++) {
      int accepted = run(x, n, label, out, variant);
      assert_int_equal(run(moved, n, label_moved, out_moved, variant), accepted);
      if (!accepted) continue;
      same_but_for_rounding(out, out_moved, order, n, tolerance);
      memcpy(place, x, sizeof place);
      assert_true(run(place, n, label, place, variant));
      assert_memory_equal(place, out, (size_t)n * sizeof out[0]);
      done++;
    }
  }
  assert_true(done >= ROUNDS);
}

static void denomination(void **state) {
  (void)state;
  check_kernel(denominate, 2, 0.0);
}

static void imputation(void **state) {
  (void)state;
  check_kernel(impute, 4, 1e-13);
}

static void treatment(void **state) {
  (void)state;
  check_kernel(treat, 48, 1e-13);
}

static void normalization(void **state) {
  (void)state;
  check_kernel(normalize, 66, 1e-12);
}

static void ranking(void **state) {
  (void)state;
  check_kernel(rank_groups, 8, 0.0);
}

/* Siblings in place: each column is read before it is written. */
static void sibling_means(void **state) {
  enum { K = 4 };
  (void)state;
  for (int round = 0; round < ROUNDS; round++) {
    static double x[K][MOST], out[K][MOST], place[K][MOST];
    const double *columns[K], *places[K];
    double *outs[K], *written[K];
    const int32_t directions[K] = {1, -1, 1, -1};
    const unsigned char all[K] = {1, 1, 1, 1};
    int n = length_of(round);
    for (int c = 0; c < K; c++) {
      fill(x[c], n);
      memcpy(place[c], x[c], sizeof place[c]);
      columns[c] = x[c];
      outs[c] = out[c];
      places[c] = written[c] = place[c];
    }
    assert_true(inno__impute_siblings_work_size(n, K) <= sizeof work);
    inno__impute_siblings(columns, directions, all, K, n, NULL, outs, NULL, work);
    inno__impute_siblings(places, directions, all, K, n, NULL, written, NULL, work);
    for (int c = 0; c < K; c++) {
      assert_memory_equal(place[c], out[c], (size_t)n * sizeof(double));
      for (int i = 0; i < n; i++) assert_true(x[c][i] != x[c][i] || out[c][i] == x[c][i]);
    }
  }
}

/* Winsorizing only moves the ends: never more than was asked for but for ties, never beyond the values that are there.
 */
static void winsorizing_moves_only_the_ends(void **state) {
  (void)state;
  for (int round = 0; round < ROUNDS * 4; round++) {
    double x[MOST], out[MOST], low = INFINITY, high = -INFINITY;
    int64_t points_high, points_low, moved = 0;
    int n = length_of(round % ROUNDS);
    inno__treat_rule rule = {
        .skewness = 0.5, .kurtosis = 0.5, .skewness_type = 2, .kurtosis_type = 2, .limit = round % 9};
    fill(x, n);
    inno__winsorize(x, n, &rule, out, NULL, &points_high, &points_low, work);
    for (int i = 0; i < n; i++) {
      low = out[i] < low ? out[i] : low;
      high = out[i] > high ? out[i] : high;
      moved += out[i] < x[i] || out[i] > x[i];
    }
    assert_int_equal(moved, points_high + points_low);
    assert_true(low < high);
    for (int i = 0; i < n; i++) assert_true(x[i] != x[i] || out[i] == (x[i] > high ? high : x[i] < low ? low : x[i]));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(denomination),
      cmocka_unit_test(imputation),
      cmocka_unit_test(treatment),
      cmocka_unit_test(normalization),
      cmocka_unit_test(ranking),
      cmocka_unit_test(sibling_means),
      cmocka_unit_test(winsorizing_moves_only_the_ends),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
