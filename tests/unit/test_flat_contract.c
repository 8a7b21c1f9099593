/* The flat tier: what every function promises alike. Each function is one row of a table. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"

#define NONE INT32_MIN

/* ---- the functions of one column, everything else at its default or at a value that suits 1, 2, 3, ... ---- */

typedef int32_t (*column_function)(const double *x, int32_t n, double *out);
typedef double (*scalar_function)(const double *x, int32_t n);

#define COLUMN(name, call) \
  static int32_t name(const double *x, int32_t n, double *out) { return call; }
#define SCALAR(name, call) \
  static double name(const double *x, int32_t n) { return call; }

static const double ones[6] = {1, 1, 1, 1, 1, 1};

COLUMN(denominate, inno_flat_denominate(x, x, n, NAN, out))
COLUMN(impute_mean, inno_flat_impute_mean(x, n, out))
COLUMN(impute_median, inno_flat_impute_median(x, n, out))
COLUMN(impute_group_mean, inno_flat_impute_group_mean(x, x, n, out))
COLUMN(impute_group_median, inno_flat_impute_group_median(x, x, n, out))
COLUMN(impute_siblings, inno_flat_impute_siblings(x, n, 1, 1, NULL, out))
COLUMN(screen, inno_flat_screen(x, n, 1, 0, NULL, NONE, NAN, NAN, out))
COLUMN(winsorize, inno_flat_winsorize(x, n, NONE, NAN, NAN, NONE, NONE, NONE, out))
COLUMN(plain_log, inno_flat_log(x, n, out))
COLUMN(log_gii, inno_flat_log_gii(x, n, NONE, NAN, out))
COLUMN(log_ct, inno_flat_log_ct(x, n, out))
COLUMN(log_ct_plus, inno_flat_log_ct_plus(x, n, NONE, out))
COLUMN(log_ct_orig, inno_flat_log_ct_orig(x, n, out))
COLUMN(boxcox, inno_flat_boxcox(x, n, 0.5, out))
COLUMN(root, inno_flat_root(x, n, NAN, out))
COLUMN(treat, inno_flat_treat(x, n, NONE, NONE, NAN, NONE, NAN, NAN, NAN, NONE, NONE, NONE, NONE, out))
COLUMN(orient, inno_flat_orient(x, n, NONE, NONE, out))
COLUMN(minmax, inno_flat_minmax(x, n, NONE, NAN, NAN, NONE, out))
COLUMN(zscore, inno_flat_zscore(x, n, NONE, NAN, NAN, NONE, out))
COLUMN(fixed_range, inno_flat_fixed_range(x, n, NONE, NAN, NAN, NAN, NONE, out))
COLUMN(goalposts, inno_flat_goalposts(x, n, NONE, 0, 10, NAN, NONE, NONE, out))
COLUMN(rank_from_below, inno_flat_rank_from_below(x, n, NONE, NONE, out))
COLUMN(percentile_rank, inno_flat_percentile_rank(x, n, NONE, NONE, out))
COLUMN(borda, inno_flat_borda(x, n, NONE, NONE, out))
COLUMN(distance_to_max, inno_flat_distance_to_max(x, n, NONE, NONE, out))
COLUMN(distance_to_reference, inno_flat_distance_to_reference(x, n, NONE, n > 3 ? 4 : 1, NONE, NONE, out))
COLUMN(distance_to_target, inno_flat_distance_to_target(x, n, NONE, 10, NONE, NONE, out))
COLUMN(fraction_of_max, inno_flat_fraction_of_max(x, n, NONE, NONE, out))
static const double classes[] = {30, 60, 1, 2, 3};
COLUMN(minmax_percentile, inno_flat_minmax_percentile(x, n, NONE, NAN, NAN, NAN, NAN, NONE, NONE, NONE, out))
COLUMN(minmax_sd, inno_flat_minmax_sd(x, n, NONE, NAN, NAN, NAN, NONE, NONE, out))
COLUMN(minmax_inner, inno_flat_minmax_inner(x, n, NONE, NAN, NAN, NONE, NAN, NONE, NONE, out))
COLUMN(ampi, inno_flat_ampi(x, n, NONE, NAN, NONE, out))
COLUMN(percentile, inno_flat_percentile(x, n, NONE, NONE, out))
COLUMN(categorical, inno_flat_categorical(x, n, NONE, classes, 2, classes + 2, out))
COLUMN(ratio_to_mean, inno_flat_ratio_to_mean(x, n, NONE, NONE, out))
COLUMN(ratio_to_worst, inno_flat_ratio_to_worst(x, n, NONE, NONE, out))
COLUMN(above_below_mean, inno_flat_above_below_mean(x, n, NONE, NAN, NONE, out))
COLUMN(fence, inno_flat_fence(x, n, NAN, NONE, out))
COLUMN(sd_fence, inno_flat_sd_fence(x, n, NAN, out))
COLUMN(winsorize_quantiles, inno_flat_winsorize_quantiles(x, n, NAN, NAN, NONE, out))
COLUMN(root_search, inno_flat_root_search(x, n, NONE, NAN, NONE, out))
COLUMN(aggregate, inno_flat_aggregate(x, n, 1, 0, NULL, NONE, NAN, NAN, NAN, NAN, out))
COLUMN(copeland, inno_flat_copeland(x, n, 1, 0, NULL, NAN, out))
COLUMN(borda_count, inno_flat_borda_count(x, n, 1, 0, NULL, NAN, out))
COLUMN(topsis, inno_flat_topsis(x, n, 1, 0, NULL, NONE, NAN, out))
COLUMN(vikor, inno_flat_vikor(x, n, 1, 0, NULL, NAN, NAN, out))
COLUMN(promethee, inno_flat_promethee(x, n, 1, 0, NULL, NONE, NAN, NAN, NAN, NAN, out))
COLUMN(rank, inno_flat_rank(x, NULL, n, NONE, NONE, out))
COLUMN(rank_in_groups, inno_flat_rank(x, x, n, NONE, NONE, out))

/* one indicator below an index */
static int32_t score(const double *x, int32_t n, double *out) {
  const double parents[] = {2, 0};
  return inno_flat_score(x, n, 1, 1, parents, NULL, NULL, 2, NONE, NAN, NAN, NONE, NAN, out);
}

/* fills: a missing value may become a value; place: out may be x */
static const struct {
  const char *name;
  column_function call;
  int fills, place;
} columns[] = {
    {"denominate", denominate, 0, 1},
    {"impute_mean", impute_mean, 1, 1},
    {"impute_median", impute_median, 1, 1},
    {"impute_group_mean", impute_group_mean, 1, 1},
    {"impute_group_median", impute_group_median, 1, 1},
    {"impute_siblings", impute_siblings, 1, 1},
    {"screen", screen, 1, 0},
    {"winsorize", winsorize, 0, 1},
    {"log", plain_log, 0, 1},
    {"log_gii", log_gii, 0, 1},
    {"log_ct", log_ct, 0, 1},
    {"log_ct_plus", log_ct_plus, 0, 1},
    {"log_ct_orig", log_ct_orig, 0, 1},
    {"boxcox", boxcox, 0, 1},
    {"root", root, 0, 1},
    {"treat", treat, 0, 1},
    {"orient", orient, 0, 1},
    {"minmax", minmax, 0, 1},
    {"zscore", zscore, 0, 1},
    {"fixed_range", fixed_range, 0, 1},
    {"goalposts", goalposts, 0, 1},
    {"rank_from_below", rank_from_below, 0, 1},
    {"percentile_rank", percentile_rank, 0, 1},
    {"borda", borda, 0, 1},
    {"distance_to_max", distance_to_max, 0, 1},
    {"distance_to_reference", distance_to_reference, 0, 1},
    {"distance_to_target", distance_to_target, 0, 1},
    {"fraction_of_max", fraction_of_max, 0, 1},
    {"minmax_percentile", minmax_percentile, 0, 1},
    {"minmax_sd", minmax_sd, 0, 1},
    {"minmax_inner", minmax_inner, 0, 1},
    {"ampi", ampi, 0, 1},
    {"percentile", percentile, 0, 1},
    {"categorical", categorical, 0, 1},
    {"ratio_to_mean", ratio_to_mean, 0, 1},
    {"ratio_to_worst", ratio_to_worst, 0, 1},
    {"above_below_mean", above_below_mean, 0, 1},
    {"fence", fence, 0, 1},
    {"sd_fence", sd_fence, 0, 1},
    {"winsorize_quantiles", winsorize_quantiles, 0, 1},
    {"root_search", root_search, 0, 1},
    {"aggregate", aggregate, 0, 0},
    {"copeland", copeland, 0, 0},
    {"borda_count", borda_count, 0, 0},
    {"topsis", topsis, 0, 0},
    {"vikor", vikor, 0, 0},
    {"promethee", promethee, 0, 0},
    {"rank", rank, 0, 1},
    {"rank_in_groups", rank_in_groups, 0, 1},
    {"score", score, 0, 0},
};
enum { COLUMNS = (int)(sizeof columns / sizeof columns[0]) };

SCALAR(coverage, inno_flat_coverage(x, n))
SCALAR(nonzero, inno_flat_nonzero(x, n))
SCALAR(skewness, inno_flat_skewness(x, n, NONE))
SCALAR(kurtosis, inno_flat_kurtosis(x, n, NONE))
SCALAR(quantile, inno_flat_quantile(x, n, 0.3, NONE))
SCALAR(correlation, inno_flat_correlation(x, x, n, NONE))
SCALAR(correlation_p, inno_flat_correlation_p(x, x, n, NONE))
SCALAR(root_search_degree, inno_flat_root_search_degree(x, n, NONE, NAN, NONE))
SCALAR(passes, inno_flat_passes(x, n, NAN, NAN, NONE, NONE))
SCALAR(winsorize_points, inno_flat_winsorize_points(x, n, NONE, NAN, NAN, NONE, NONE, NONE))
SCALAR(log_gii_factor, inno_flat_log_gii_factor(x, n))
SCALAR(treat_rule, inno_flat_treat_rule(x, n, NONE, NONE, NAN, NONE, NAN, NAN, NAN, NONE, NONE, NONE, NONE))
SCALAR(arithmetic_mean, inno_flat_arithmetic_mean(x, NULL, n, NAN))
SCALAR(geometric_mean, inno_flat_geometric_mean(x, NULL, n, NAN, NAN, NAN))
SCALAR(harmonic_mean, inno_flat_harmonic_mean(x, NULL, n, NAN, NAN, NAN))
SCALAR(power_mean, inno_flat_power_mean(x, NULL, n, 2, NAN, NAN, NAN))
SCALAR(median, inno_flat_median(x, NULL, n, NAN))
SCALAR(minimum, inno_flat_minimum(x, NULL, n, NAN))
SCALAR(sum, inno_flat_sum(x, NULL, n, NONE, NAN))
SCALAR(owa, inno_flat_owa(x, NULL, n, ones, 3, NAN))
SCALAR(mean_of_best, inno_flat_mean_of_best(x, NULL, n, 2, NAN))
SCALAR(mean_of_worst, inno_flat_mean_of_worst(x, NULL, n, 2, NAN))
SCALAR(mean_min, inno_flat_mean_min(x, NULL, n, 0.5, 1, NAN))
SCALAR(mazziotta_pareto, inno_flat_mazziotta_pareto(x, NULL, n, NONE, NONE, NAN))
SCALAR(penalized_cv, inno_flat_penalized_cv(x, NULL, n, NAN, NONE, NAN))

static const struct {
  const char *name;
  scalar_function call;
} scalars[] = {
    {"coverage", coverage},
    {"nonzero", nonzero},
    {"skewness", skewness},
    {"kurtosis", kurtosis},
    {"quantile", quantile},
    {"correlation", correlation},
    {"correlation_p", correlation_p},
    {"root_search_degree", root_search_degree},
    {"passes", passes},
    {"winsorize_points", winsorize_points},
    {"log_gii_factor", log_gii_factor},
    {"treat_rule", treat_rule},
    {"arithmetic_mean", arithmetic_mean},
    {"geometric_mean", geometric_mean},
    {"harmonic_mean", harmonic_mean},
    {"power_mean", power_mean},
    {"median", median},
    {"minimum", minimum},
    {"sum", sum},
    {"owa", owa},
    {"mean_of_best", mean_of_best},
    {"mean_of_worst", mean_of_worst},
    {"mean_min", mean_min},
    {"mazziotta_pareto", mazziotta_pareto},
    {"penalized_cv", penalized_cv},
};
enum { SCALARS = (int)(sizeof scalars / sizeof scalars[0]) };

/* ---- help ---- */

static void fill(double *x, int n, double value) {
  for (int i = 0; i < n; i++) x[i] = value;
}

static int all(const double *x, int n, double value) {
  for (int i = 0; i < n; i++)
    if (memcmp(&x[i], &value, sizeof value) != 0) return 0;
  return 1;
}

static int all_missing(const double *x, int n) {
  for (int i = 0; i < n; i++)
    if (x[i] == x[i]) return 0;
  return 1;
}

/* Says which function failed: the tables have many rows. */
#define CHECK(name, condition)                                            \
  do {                                                                    \
    if (!(condition)) fail_msg("%s: %s does not hold", name, #condition); \
  } while (0)

/* ---- the contract ---- */

static void usual_input_gives_numbers(void **state) {
  (void)state;
  const double x[] = {3, 1, 2, 5, 4};
  for (int k = 0; k < COLUMNS; k++) {
    double out[5];
    fill(out, 5, -7);
    CHECK(columns[k].name, columns[k].call(x, 5, out) == INNO_OK);
    for (int i = 0; i < 5; i++) CHECK(columns[k].name, out[i] == out[i] && out[i] != -7);
  }
  for (int k = 0; k < SCALARS; k++) CHECK(scalars[k].name, scalars[k].call(x, 5) == scalars[k].call(x, 5));
}

static void null_is_refused_and_out_is_missing(void **state) {
  (void)state;
  for (int k = 0; k < COLUMNS; k++) {
    double out[6];
    fill(out, 6, 1.0);
    CHECK(columns[k].name, columns[k].call(NULL, 6, out) == INNO_E_NULL);
    CHECK(columns[k].name, all_missing(out, 6));
    CHECK(columns[k].name, columns[k].call(ones, 6, NULL) == INNO_E_NULL);
  }
  for (int k = 0; k < SCALARS; k++) CHECK(scalars[k].name, isnan(scalars[k].call(NULL, 6)));
  assert_int_equal(inno_flat_check(NULL, 6), INNO_E_NULL);
}

static void wrong_sizes_write_nothing(void **state) {
  (void)state;
  for (int k = 0; k < COLUMNS; k++) {
    double out[2] = {5, 5};
    CHECK(columns[k].name, columns[k].call(ones, -1, out) == INNO_E_ARGUMENT);
    CHECK(columns[k].name, columns[k].call(ones, INT32_MIN, out) == INNO_E_ARGUMENT);
    CHECK(columns[k].name, columns[k].call(ones, INT32_MAX, out) == INNO_E_SIZE);
    CHECK(columns[k].name, columns[k].call(ones, INNO_LIMIT_UNITS + 1, out) == INNO_E_SIZE);
    CHECK(columns[k].name, all(out, 2, 5.0));
  }
  for (int k = 0; k < SCALARS; k++) {
    CHECK(scalars[k].name, isnan(scalars[k].call(ones, -1)));
    CHECK(scalars[k].name, isnan(scalars[k].call(ones, INT32_MAX)));
  }
  assert_int_equal(inno_flat_check(ones, -1), INNO_E_ARGUMENT);
  assert_int_equal(inno_flat_check(ones, INT32_MAX), INNO_E_SIZE);
}

static void nothing_is_legal(void **state) {
  (void)state;
  for (int k = 0; k < COLUMNS; k++) CHECK(columns[k].name, columns[k].call(NULL, 0, NULL) == INNO_OK);
  for (int k = 0; k < SCALARS; k++) {
    double value = scalars[k].call(NULL, 0);
    int none = isnan(value) || scalars[k].call == winsorize_points || scalars[k].call == treat_rule;
    CHECK(scalars[k].name, none);
  }
  assert_int_equal(inno_flat_check(NULL, 0), INNO_E_NODATA);
}

static void misaligned_arrays_are_refused(void **state) {
  (void)state;
  double room[8] = {1, 2, 3, 4, 5, 6, 7, 8}, out[6];
  const double *x = (const double *)(const void *)((const char *)room + 4);
  for (int k = 0; k < COLUMNS; k++) {
    fill(out, 6, 1.0);
    CHECK(columns[k].name, columns[k].call(x, 6, out) == INNO_E_ALIGN);
    CHECK(columns[k].name, all_missing(out, 6));
    CHECK(columns[k].name, columns[k].call(ones, 6, (double *)(void *)((char *)room + 4)) == INNO_E_ALIGN);
  }
  for (int k = 0; k < SCALARS; k++) CHECK(scalars[k].name, isnan(scalars[k].call(x, 6)));
  assert_int_equal(inno_flat_check(x, 6), INNO_E_ALIGN);
}

static void infinite_values_are_refused(void **state) {
  (void)state;
  const double wrong[] = {INFINITY, -INFINITY};
  for (int w = 0; w < 2; w++) {
    const double x[] = {3, 1, 2, wrong[w], 4};
    for (int k = 0; k < COLUMNS; k++) {
      double out[5];
      fill(out, 5, 1.0);
      CHECK(columns[k].name, columns[k].call(x, 5, out) == INNO_E_INFINITE);
      CHECK(columns[k].name, all_missing(out, 5));
    }
    for (int k = 0; k < SCALARS; k++) CHECK(scalars[k].name, isnan(scalars[k].call(x, 5)));
    assert_int_equal(inno_flat_check(x, 5), INNO_E_INFINITE);
  }
}

/* A NaN comes in with any bits and any sign, and goes out with one pattern. */
static void missing_stays_missing_with_one_pattern(void **state) {
  (void)state;
  const uint64_t odd[] = {0xfff8000000000123u, 0x7ff0000000000001u}, one = 0x7ff8000000000000u;
  double strange, missing;
  memcpy(&missing, &one, sizeof missing);
  for (int w = 0; w < 2; w++) {
    memcpy(&strange, &odd[w], sizeof strange);
    const double x[] = {3, 1, strange, 5, 4, strange};
    for (int k = 0; k < COLUMNS; k++) {
      double out[6];
      CHECK(columns[k].name, columns[k].call(x, 6, out) == INNO_OK);
      if (columns[k].fills) continue;
      CHECK(columns[k].name, memcmp(&out[2], &missing, 8) == 0 && memcmp(&out[5], &missing, 8) == 0);
      CHECK(columns[k].name, out[0] == out[0] && out[1] == out[1] && out[3] == out[3] && out[4] == out[4]);
    }
  }
}

static void a_column_without_values_stays_missing_or_is_refused(void **state) {
  (void)state;
  const double x[] = {NAN, NAN, NAN, NAN};
  for (int k = 0; k < COLUMNS; k++) {
    double out[4];
    fill(out, 4, 1.0);
    int32_t s = columns[k].call(x, 4, out);
    CHECK(columns[k].name, s == INNO_OK || s == INNO_E_NODATA);
    CHECK(columns[k].name, columns[k].call == screen ? all(out, 4, 0.0) : all_missing(out, 4));
  }
  assert_int_equal(inno_flat_check(x, 4), INNO_E_NODATA);
}

static void one_value_and_constant_columns_never_give_infinity(void **state) {
  (void)state;
  const double x[] = {2, 2, 2, 2, 2, 2};
  for (int k = 0; k < COLUMNS; k++)
    for (int32_t n = 1; n <= 6; n += 5) {
      double out[6];
      fill(out, 6, -7);
      int32_t s = columns[k].call(x, n, out);
      for (int i = 0; i < n; i++) CHECK(columns[k].name, !isinf(out[i]) && out[i] != -7);
      CHECK(columns[k].name, s == INNO_OK || all_missing(out, n));
    }
  assert_int_equal(inno_flat_check(x, 1), INNO_E_CONSTANT);
  assert_int_equal(inno_flat_check(x, 6), INNO_E_CONSTANT);
}

static void in_place_gives_the_same_bits(void **state) {
  (void)state;
  const double x[] = {3, 1, NAN, 250, 4, 2, 2};
  for (int k = 0; k < COLUMNS; k++) {
    double apart[7], same[7];
    if (!columns[k].place) continue;
    memcpy(same, x, sizeof x);
    CHECK(columns[k].name, columns[k].call(x, 7, apart) == columns[k].call(same, 7, same));
    CHECK(columns[k].name, memcmp(apart, same, sizeof apart) == 0);
  }
}

/* Beyond some size scratch comes from malloc; the values at the front must not notice. */
static void large_columns_work(void **state) {
  (void)state;
  enum { N = 4001 };
  double *x = malloc(N * sizeof *x), *out = malloc(N * sizeof *out), *again = malloc(N * sizeof *again);
  assert_true(x != NULL && out != NULL && again != NULL);
  for (int i = 0; i < N; i++) x[i] = 1 + (i * 37) % 4001 / 500.0;
  for (int k = 0; k < COLUMNS; k++) {
    CHECK(columns[k].name, columns[k].call(x, N, out) == INNO_OK);
    CHECK(columns[k].name, columns[k].call(x, N, again) == INNO_OK);
    CHECK(columns[k].name, memcmp(out, again, N * sizeof *out) == 0);
    for (int i = 0; i < N; i++) CHECK(columns[k].name, out[i] - out[i] == 0.0);
  }
  for (int k = 0; k < SCALARS; k++) CHECK(scalars[k].name, scalars[k].call(x, N) == scalars[k].call(x, N));
  free(x);
  free(out);
  free(again);
}

static void results_beyond_a_double_are_an_error(void **state) {
  (void)state;
  double x[] = {1e300, 2e300}, out[2];
  assert_int_equal(inno_flat_denominate(x, (const double[]){1e-300, 1}, 2, NAN, out), INNO_E_OVERFLOW);
  assert_true(all_missing(out, 2));
  assert_int_equal(inno_flat_fixed_range(x, 2, NONE, NAN, NAN, 1e100, NONE, out), INNO_E_OVERFLOW);
  assert_true(all_missing(out, 2));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(usual_input_gives_numbers),
      cmocka_unit_test(null_is_refused_and_out_is_missing),
      cmocka_unit_test(wrong_sizes_write_nothing),
      cmocka_unit_test(nothing_is_legal),
      cmocka_unit_test(misaligned_arrays_are_refused),
      cmocka_unit_test(infinite_values_are_refused),
      cmocka_unit_test(missing_stays_missing_with_one_pattern),
      cmocka_unit_test(a_column_without_values_stays_missing_or_is_refused),
      cmocka_unit_test(one_value_and_constant_columns_never_give_infinity),
      cmocka_unit_test(in_place_gives_the_same_bits),
      cmocka_unit_test(large_columns_work),
      cmocka_unit_test(results_beyond_a_double_are_an_error),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
