/* The flat tier: bytes choose the function, its arrays (NULL and misaligned ones too), sizes and options. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"

enum { MOST = 64, SIDE = 8 };

typedef struct {
  const double *x, *second, *third, *weights; /* x of n or rows x columns; the others as a function wants them */
  int32_t n, rows, columns, major, nodes;
  int32_t i[6];
  double d[4];
} arguments;

typedef int32_t (*array_function)(const arguments *a, double *out);
typedef double (*number_function)(const arguments *a);

#define ARRAY(name, call) \
  static int32_t name(const arguments *a, double *out) { return call; }
#define NUMBER(name, call) \
  static double name(const arguments *a) { return call; }
#define COLUMN a->x, a->n
#define MATRIX a->x, a->rows, a->columns, a->major
#define TEST a->d[0], a->d[1], a->i[0], a->i[1]
#define CHAIN a->i[2], a->i[3], a->d[2], a->i[4], a->d[3]

ARRAY(denominate, inno_flat_denominate(a->x, a->second, a->n, a->d[0], out))
ARRAY(impute_mean, inno_flat_impute_mean(COLUMN, out))
ARRAY(impute_median, inno_flat_impute_median(COLUMN, out))
ARRAY(impute_group_mean, inno_flat_impute_group_mean(a->x, a->second, a->n, out))
ARRAY(impute_group_median, inno_flat_impute_group_median(a->x, a->second, a->n, out))
ARRAY(winsorize, inno_flat_winsorize(COLUMN, a->i[2], TEST, a->i[3], out))
ARRAY(plain_log, inno_flat_log(COLUMN, out))
ARRAY(log_gii, inno_flat_log_gii(COLUMN, a->i[0], a->d[0], out))
ARRAY(log_ct, inno_flat_log_ct(COLUMN, out))
ARRAY(log_ct_plus, inno_flat_log_ct_plus(COLUMN, a->i[0], out))
ARRAY(log_ct_orig, inno_flat_log_ct_orig(COLUMN, out))
ARRAY(boxcox, inno_flat_boxcox(COLUMN, a->d[0], out))
ARRAY(root, inno_flat_root(COLUMN, a->d[0], out))
ARRAY(treat, inno_flat_treat(COLUMN, CHAIN, TEST, a->i[5], a->i[1], out))
ARRAY(orient, inno_flat_orient(COLUMN, a->i[0], a->i[1], out))
ARRAY(minmax, inno_flat_minmax(COLUMN, a->i[0], a->d[0], a->d[1], a->i[1], out))
ARRAY(zscore, inno_flat_zscore(COLUMN, a->i[0], a->d[0], a->d[1], a->i[1], out))
ARRAY(fixed_range, inno_flat_fixed_range(COLUMN, a->i[0], a->d[0], a->d[1], a->d[2], a->i[1], out))
ARRAY(goalposts, inno_flat_goalposts(COLUMN, a->i[0], a->d[0], a->d[1], a->d[2], a->i[1], a->i[2], out))
ARRAY(rank_from_below, inno_flat_rank_from_below(COLUMN, a->i[0], a->i[1], out))
ARRAY(percentile_rank, inno_flat_percentile_rank(COLUMN, a->i[0], a->i[1], out))
ARRAY(borda, inno_flat_borda(COLUMN, a->i[0], a->i[1], out))
ARRAY(distance_to_max, inno_flat_distance_to_max(COLUMN, a->i[0], a->i[1], out))
ARRAY(distance_to_reference, inno_flat_distance_to_reference(COLUMN, a->i[0], a->i[1], a->i[2], a->i[3], out))
ARRAY(distance_to_target, inno_flat_distance_to_target(COLUMN, a->i[0], a->d[0], a->i[1], a->i[2], out))
ARRAY(fraction_of_max, inno_flat_fraction_of_max(COLUMN, a->i[0], a->i[1], out))
ARRAY(minmax_percentile,
      inno_flat_minmax_percentile(COLUMN, a->i[0], a->d[0], a->d[1], a->d[2], a->d[3], a->i[1], a->i[2], a->i[3], out))
ARRAY(minmax_sd, inno_flat_minmax_sd(COLUMN, a->i[0], a->d[0], a->d[1], a->d[2], a->i[2], a->i[3], out))
ARRAY(minmax_inner, inno_flat_minmax_inner(COLUMN, a->i[0], a->d[0], a->d[1], a->i[1], a->d[2], a->i[2], a->i[3], out))
ARRAY(ampi, inno_flat_ampi(COLUMN, a->i[0], a->d[0], a->i[1], out))
ARRAY(percentile, inno_flat_percentile(COLUMN, a->i[0], a->i[1], out))
ARRAY(categorical, inno_flat_categorical(COLUMN, a->i[0], a->d, 1, a->d + 1, out))
ARRAY(ratio_to_mean, inno_flat_ratio_to_mean(COLUMN, a->i[0], a->i[1], out))
ARRAY(ratio_to_worst, inno_flat_ratio_to_worst(COLUMN, a->i[0], a->i[1], out))
ARRAY(above_below_mean, inno_flat_above_below_mean(COLUMN, a->i[0], a->d[0], a->i[1], out))
ARRAY(fence, inno_flat_fence(COLUMN, a->d[0], a->i[0], out))
ARRAY(sd_fence, inno_flat_sd_fence(COLUMN, a->d[0], out))
ARRAY(winsorize_quantiles, inno_flat_winsorize_quantiles(COLUMN, a->d[0], a->d[1], a->i[0], out))
ARRAY(root_search, inno_flat_root_search(COLUMN, a->i[0], a->d[0], a->i[1], out))
ARRAY(rank, inno_flat_rank(a->x, a->second, a->n, a->i[0], a->i[1], out))
ARRAY(screen, inno_flat_screen(MATRIX, a->second, a->i[0], a->d[0], a->d[1], out))
ARRAY(impute_siblings, inno_flat_impute_siblings(MATRIX, a->second, out))
ARRAY(impute_regression, inno_flat_impute_regression(MATRIX, a->i[0], out))
ARRAY(impute_em, inno_flat_impute_em(MATRIX, a->d[0], out))
ARRAY(impute_nearest, inno_flat_impute_nearest(MATRIX, a->i[0], out))
ARRAY(impute_hot_deck, inno_flat_impute_hot_deck(MATRIX, a->second, out))
ARRAY(impute_latest, inno_flat_impute_latest(a->x, a->second, a->n, a->d[0], out))
ARRAY(impute_linear, inno_flat_impute_linear(a->x, a->second, a->n, a->d[0], out))
ARRAY(impute_constant, inno_flat_impute_constant(a->x, a->second, a->n, a->d[0], out))
ARRAY(impute_linear_constant, inno_flat_impute_linear_constant(a->x, a->second, a->n, a->d[0], out))
ARRAY(weights_of_data, inno_flat_weights(MATRIX, a->i[0], out))

/* second holds the largest matrix; a ratio is there whenever the weights of the same rule are */
static int32_t ahp(const arguments *a, double *out) {
  int32_t n = a->rows < 0 ? -1 : a->columns, s = inno_flat_ahp(a->second, n, a->major, a->i[0], out);
  double ratio = inno_flat_ahp_ratio(a->second, n, a->major);
  fuzz_check_doubles(&ratio, 1);
  FUZZ_CHECK(s != INNO_OK || n == 0 || a->i[0] != INT32_MIN || !isnan(ratio));
  return s;
}

ARRAY(budget, inno_flat_budget(MATRIX, a->d[0], a->i[0], out))
ARRAY(aggregate, inno_flat_aggregate(MATRIX, a->weights, a->i[0], a->d[0], a->d[1], a->d[2], a->d[3], out))
ARRAY(copeland, inno_flat_copeland(MATRIX, a->weights, a->d[0], out))
ARRAY(borda_count, inno_flat_borda_count(MATRIX, a->weights, a->d[0], out))
ARRAY(kemeny, inno_flat_kemeny(MATRIX, a->weights, a->i[0], a->d[0], out))
ARRAY(topsis, inno_flat_topsis(MATRIX, a->weights, a->i[0], a->d[0], out))
ARRAY(vikor, inno_flat_vikor(MATRIX, a->weights, a->d[1], a->d[0], out))
ARRAY(promethee, inno_flat_promethee(MATRIX, a->weights, a->i[0], a->d[1], a->d[2], a->d[3], a->d[0], out))
ARRAY(score, inno_flat_score(MATRIX, a->third, a->second, a->weights, a->nodes, a->i[0], a->d[0], a->d[1], a->i[1],
                             a->d[2], out))

NUMBER(coverage, inno_flat_coverage(COLUMN))
NUMBER(nonzero, inno_flat_nonzero(COLUMN))
NUMBER(skewness, inno_flat_skewness(COLUMN, a->i[0]))
NUMBER(kurtosis, inno_flat_kurtosis(COLUMN, a->i[0]))
NUMBER(quantile, inno_flat_quantile(COLUMN, a->d[0], a->i[0]))
NUMBER(correlation, inno_flat_correlation(a->x, a->second, a->n, a->i[0]))
NUMBER(correlation_p, inno_flat_correlation_p(a->x, a->second, a->n, a->i[0]))
NUMBER(alpha, inno_flat_alpha(MATRIX, a->i[0]))
NUMBER(kmo, inno_flat_kmo(MATRIX))
NUMBER(root_search_degree, inno_flat_root_search_degree(COLUMN, a->i[0], a->d[0], a->i[1]))
NUMBER(passes, inno_flat_passes(COLUMN, TEST))
NUMBER(winsorize_points, inno_flat_winsorize_points(COLUMN, a->i[2], TEST, a->i[3]))
NUMBER(log_gii_factor, inno_flat_log_gii_factor(COLUMN))
NUMBER(treat_rule, inno_flat_treat_rule(COLUMN, CHAIN, TEST, a->i[5], a->i[1]))
NUMBER(arithmetic_mean, inno_flat_arithmetic_mean(a->x, a->weights, a->n, a->d[0]))
NUMBER(geometric_mean, inno_flat_geometric_mean(a->x, a->weights, a->n, a->d[0], a->d[1], a->d[2]))
NUMBER(harmonic_mean, inno_flat_harmonic_mean(a->x, a->weights, a->n, a->d[0], a->d[1], a->d[2]))
NUMBER(power_mean, inno_flat_power_mean(a->x, a->weights, a->n, a->d[3], a->d[0], a->d[1], a->d[2]))
NUMBER(median, inno_flat_median(a->x, a->weights, a->n, a->d[0]))
NUMBER(weighted_product, inno_flat_weighted_product(a->x, a->weights, a->n, a->d[0], a->d[1], a->d[2]))
NUMBER(sum, inno_flat_sum(a->x, a->weights, a->n, a->i[0], a->d[0]))
NUMBER(owa, inno_flat_owa(a->x, a->weights, a->n, a->second, a->nodes, a->d[0]))
NUMBER(mean_of_best, inno_flat_mean_of_best(a->x, a->weights, a->n, a->i[0], a->d[0]))
NUMBER(mean_of_worst, inno_flat_mean_of_worst(a->x, a->weights, a->n, a->i[0], a->d[0]))
NUMBER(mean_min, inno_flat_mean_min(a->x, a->weights, a->n, a->d[1], a->d[2], a->d[0]))
NUMBER(mazziotta_pareto, inno_flat_mazziotta_pareto(a->x, a->weights, a->n, a->i[0], a->i[1], a->d[0]))
NUMBER(penalized_cv, inno_flat_penalized_cv(a->x, a->weights, a->n, a->d[1], a->i[0], a->d[0]))
NUMBER(minimum, inno_flat_minimum(a->x, a->weights, a->n, a->d[0]))

/* How many values out has; KEEPS: a missing value stays missing; PLACE: out may be x. */
enum { OF_N, OF_ROWS, OF_CELLS, OF_SCORES, OF_COLUMNS, SHAPE = 7, KEEPS = 8, PLACE = 16 };
/* Statuses beside those that every array function may return. */
enum {
  NODATA = 1,
  CONSTANT = 2,
  NONPOSITIVE = 4,
  PARAMETER = 8,
  WEIGHTS = 16,
  TREE = 32,
  CONVERGENCE = 64,
  INCONSISTENT = 128
};

static const struct {
  array_function call;
  int32_t flags, particular;
} arrays[] = {
    {denominate, KEEPS | PLACE, 0},
    {impute_mean, PLACE, 0},
    {impute_median, PLACE, 0},
    {impute_group_mean, PLACE, 0},
    {impute_group_median, PLACE, 0},
    {winsorize, KEEPS | PLACE, 0},
    {plain_log, KEEPS | PLACE, NODATA | NONPOSITIVE},
    {log_gii, KEEPS | PLACE, NODATA | CONSTANT},
    {log_ct, KEEPS | PLACE, NODATA | CONSTANT},
    {log_ct_plus, KEEPS | PLACE, NODATA | CONSTANT},
    {log_ct_orig, KEEPS | PLACE, NODATA},
    {boxcox, KEEPS | PLACE, NODATA | PARAMETER},
    {root, KEEPS | PLACE, NODATA},
    {treat, KEEPS | PLACE, PARAMETER | NONPOSITIVE | CONSTANT},
    {orient, KEEPS | PLACE, NODATA | NONPOSITIVE},
    {minmax, KEEPS | PLACE, NODATA | CONSTANT | NONPOSITIVE},
    {zscore, KEEPS | PLACE, NODATA | CONSTANT | NONPOSITIVE},
    {fixed_range, KEEPS | PLACE, NODATA | NONPOSITIVE},
    {goalposts, KEEPS | PLACE, NODATA | NONPOSITIVE | PARAMETER},
    {rank_from_below, KEEPS | PLACE, NODATA},
    {percentile_rank, KEEPS | PLACE, NODATA},
    {borda, KEEPS | PLACE, NODATA},
    {distance_to_max, KEEPS | PLACE, NODATA | CONSTANT | NONPOSITIVE},
    {distance_to_reference, KEEPS | PLACE, NODATA | CONSTANT | NONPOSITIVE | PARAMETER},
    {distance_to_target, KEEPS | PLACE, NODATA | NONPOSITIVE | PARAMETER},
    {fraction_of_max, KEEPS | PLACE, NODATA | NONPOSITIVE},
    {minmax_percentile, KEEPS | PLACE, NODATA | CONSTANT | NONPOSITIVE},
    {minmax_sd, KEEPS | PLACE, NODATA | CONSTANT | NONPOSITIVE},
    {minmax_inner, KEEPS | PLACE, NODATA | CONSTANT | NONPOSITIVE},
    {ampi, KEEPS | PLACE, NODATA | CONSTANT | NONPOSITIVE},
    {percentile, KEEPS | PLACE, NODATA},
    {categorical, KEEPS | PLACE, NODATA | PARAMETER},
    {ratio_to_mean, KEEPS | PLACE, NODATA | NONPOSITIVE},
    {ratio_to_worst, KEEPS | PLACE, NODATA | NONPOSITIVE},
    {above_below_mean, KEEPS | PLACE, NODATA | NONPOSITIVE},
    {fence, KEEPS | PLACE, NODATA},
    {sd_fence, KEEPS | PLACE, NODATA},
    {winsorize_quantiles, KEEPS | PLACE, NODATA},
    {root_search, KEEPS | PLACE, NODATA},
    {rank, KEEPS | PLACE, 0},
    {screen, OF_ROWS, NODATA},
    {impute_siblings, OF_CELLS | PLACE, 0},
    {impute_regression, OF_CELLS | PLACE, 0},
    {impute_em, OF_CELLS | PLACE, CONVERGENCE},
    {impute_nearest, OF_CELLS | PLACE, 0},
    {impute_hot_deck, OF_CELLS | PLACE, 0},
    {impute_latest, PLACE, 0},
    {impute_linear, PLACE, 0},
    {impute_constant, PLACE, 0},
    {impute_linear_constant, PLACE, 0},
    {weights_of_data, OF_COLUMNS, NODATA | CONSTANT | NONPOSITIVE | PARAMETER | WEIGHTS | CONVERGENCE},
    {ahp, OF_COLUMNS, CONVERGENCE | INCONSISTENT},
    {budget, OF_COLUMNS, NODATA | PARAMETER | WEIGHTS | INCONSISTENT},
    {aggregate, OF_ROWS, NODATA | PARAMETER | WEIGHTS | NONPOSITIVE},
    {copeland, OF_ROWS, NODATA | WEIGHTS},
    {borda_count, OF_ROWS, NODATA | WEIGHTS},
    {kemeny, OF_ROWS, NODATA | WEIGHTS},
    {topsis, OF_ROWS, NODATA | WEIGHTS},
    {vikor, OF_ROWS, NODATA | WEIGHTS},
    {promethee, OF_ROWS, NODATA | WEIGHTS | PARAMETER},
    {score, OF_SCORES, TREE | WEIGHTS | NODATA | CONSTANT | NONPOSITIVE | PARAMETER},
};

static const number_function numbers[] = {coverage,
                                          nonzero,
                                          skewness,
                                          kurtosis,
                                          quantile,
                                          correlation,
                                          correlation_p,
                                          alpha,
                                          kmo,
                                          root_search_degree,
                                          passes,
                                          minimum,
                                          winsorize_points,
                                          log_gii_factor,
                                          treat_rule,
                                          arithmetic_mean,
                                          median,
                                          geometric_mean,
                                          harmonic_mean,
                                          power_mean,
                                          sum,
                                          weighted_product,
                                          owa,
                                          mean_of_best,
                                          mean_of_worst,
                                          mean_min,
                                          mazziotta_pareto,
                                          penalized_cv};

enum { ARRAYS = sizeof arrays / sizeof arrays[0], NUMBERS = sizeof numbers / sizeof numbers[0] };

/* ---- arguments ---- */

static int32_t integer_option(fuzz_input *in) {
  static const int32_t numbers_of_rules[] = {10,        11, 12, 13, 20, 21, 22, 23, 24, 30, 31,
                                             INT32_MAX, 14, 15, 25, 40, 41, 42, 50, 51, 52, 53};
  switch (fuzz_below(in, 8)) {
    case 0:
      return fuzz_below(in, 16) - 4;
    case 1:
    case 2:
      return numbers_of_rules[fuzz_below(in, 22)];
    case 3:
      return 1;
    case 4:
      return fuzz_below(in, 3) - 1;
    default:
      return INT32_MIN;
  }
}

static double number_option(fuzz_input *in) {
  switch (fuzz_below(in, 8)) {
    case 0:
      return fuzz_number(in);
    case 1:
      return fuzz_byte(in) / 128.0;
    case 2:
      return fuzz_byte(in);
    default:
      return NAN;
  }
}

/* A block of exactly so many doubles, or NULL, or a pointer that is not aligned (and must not be read). */
static double *array(fuzz_input *in, int64_t count, double **block) {
  *block = malloc(((size_t)count + 1) * sizeof **block);
  FUZZ_CHECK(*block != NULL);
  double *p = *block + 1; /* it ends where the block does */
  int32_t wrong = fuzz_below(in, 64);
  for (int64_t i = 0; i < count; i++) p[i] = fuzz_one_in(in, 64) ? fuzz_number(in) : fuzz_cell(in);
  (*block)[0] = 0.0;
  if (wrong == 62) return NULL;
  return wrong == 63 ? (double *)(void *)((char *)*block + 4) : p;
}

static void small_integers(fuzz_input *in, double *x, int64_t count, int32_t below) {
  for (int64_t i = 0; i < count; i++) x[i] = fuzz_one_in(in, 8) ? (double)NAN : fuzz_below(in, below);
}

/* ---- checks ---- */

static int is_documented(inno_status s, int32_t particular) {
  static const inno_status common[] = {
      INNO_OK,      INNO_E_NULL, INNO_E_ARGUMENT, INNO_E_SIZE, INNO_E_ALIGN, INNO_E_INFINITE, INNO_E_OVERFLOW,
      INNO_E_VALUE, INNO_E_RULE, INNO_E_DOMAIN,   -1};
  static const inno_status more[] = {INNO_E_NODATA,  INNO_E_CONSTANT, INNO_E_NONPOSITIVE, INNO_E_MISSING_PARAMETER,
                                     INNO_E_WEIGHTS, INNO_E_TREE,     INNO_E_CONVERGENCE, INNO_E_INCONSISTENT};
  if (fuzz_is_among(s, common)) return 1;
  for (int k = 0; k < 8; k++)
    if (more[k] == s) return (particular >> k & 1) != 0;
  return 0;
}

static int64_t places(const arguments *a, int32_t shape) {
  if (a->rows < 0) return 0;
  if (shape == OF_ROWS) return a->rows;
  if (shape == OF_COLUMNS) return a->columns;
  if (shape == OF_CELLS) return (int64_t)a->rows * a->columns;
  if (shape == OF_SCORES) return (int64_t)a->rows * (a->nodes > a->columns ? a->nodes - a->columns : 0);
  return a->n;
}

static void check_out(const arguments *a, int32_t which, inno_status s, const double *out, int64_t count, int whole) {
  int64_t nan = 0, untouched = 0;
  for (int64_t i = 0; i < count; i++) {
    nan += isnan(out[i]) != 0;
    untouched += out[i] == 77.25;
  }
  if (s != INNO_OK) {
    FUZZ_CHECK(nan == count || (untouched == count && !whole)); /* never partly */
    return;
  }
  fuzz_check_doubles(out, count);
  if (arrays[which].flags & KEEPS)
    for (int64_t i = 0; i < count; i++) FUZZ_CHECK(!isnan(a->x[i]) || isnan(out[i]));
}

static void call_array(const arguments *a, int32_t which) {
  double out[MOST + 2], again[MOST + 2];
  int32_t shape = arrays[which].flags & SHAPE;
  int64_t count = places(a, shape);
  if (count > MOST) return;
  /* wrong sizes: the caller may have given any out, so nothing is written */
  int sized =
      shape == OF_N ? a->n >= 0 : a->rows >= 0 && a->columns >= 0 && (shape != OF_SCORES || a->nodes > a->columns);
  int shaped = a->major == 0 || a->major == 1;
  for (int64_t i = 0; i < MOST + 2; i++) out[i] = again[i] = 77.25;
  inno_status s = arrays[which].call(a, out + 1);
  FUZZ_CHECK(is_documented(s, arrays[which].particular));
  FUZZ_CHECK(out[0] == 77.25 && out[count + 1] == 77.25);
  check_out(a, which, s, out + 1, count, sized && (shape == OF_N || shaped) && shape != OF_SCORES);
  FUZZ_CHECK(arrays[which].call(a, again + 1) == s && memcmp(out, again, sizeof out) == 0);
  FUZZ_CHECK(arrays[which].call(a, NULL) != INNO_OK || count == 0);
  int64_t cells = shape == OF_N ? count : (int64_t)a->rows * a->columns;
  if (!(arrays[which].flags & PLACE) || s != INNO_OK || count != cells) return;
  arguments in_place = *a;
  if (count > 0) memcpy(again + 1, a->x, (size_t)count * sizeof *again);
  in_place.x = again + 1;

  FUZZ_CHECK(arrays[which].call(&in_place, again + 1) == s);
  FUZZ_CHECK(memcmp(out + 1, again + 1, (size_t)count * sizeof *out) == 0);
}

static void call_number(const arguments *a, int32_t which) {
  double first = numbers[which](a), second = numbers[which](a);
  inno_status s = inno_flat_check(a->x, a->n);
  fuzz_check_doubles(&first, 1);
  FUZZ_CHECK(memcmp(&first, &second, sizeof first) == 0);
  int readable = s == INNO_OK || s == INNO_E_CONSTANT || s == INNO_E_NODATA;
  FUZZ_CHECK(readable || isnan(first));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz_input in = {data, size};
  double *blocks[4];
  arguments a = {0};
  int32_t which = fuzz_below(&in, ARRAYS + NUMBERS);
  a.major = fuzz_one_in(&in, 32) ? 2 : fuzz_below(&in, 2);
  a.rows = fuzz_below(&in, SIDE + 1);
  a.columns = fuzz_below(&in, SIDE + 1);
  a.n = a.rows * a.columns;
  a.nodes = a.columns + fuzz_below(&in, 4);
  for (int k = 0; k < 6; k++) a.i[k] = integer_option(&in);
  for (int k = 0; k < 4; k++) a.d[k] = number_option(&in);
  int32_t kind = fuzz_below(&in, 4);
  a.x = array(&in, a.n, &blocks[0]);
  a.second = array(&in, MOST, &blocks[1]);
  a.third = array(&in, MOST, &blocks[2]);
  a.weights = array(&in, MOST, &blocks[3]);
  if (kind == 1) small_integers(&in, blocks[1] + 1, MOST, 3); /* groups, forces */
  if (kind >= 2) {
    for (int64_t i = 0; i < MOST; i++)
      blocks[1][i + 1] = i < a.columns && fuzz_one_in(&in, 3) ? -1.0 : 1.0;         /* directions */
    small_integers(&in, blocks[2] + 1, a.nodes > 0 ? a.nodes - 1 : 0, a.nodes + 1); /* parents */
    if (a.nodes > 0 && kind == 3) { /* a tree: everything below the last, which is the index */
      for (int32_t j = 0; j < a.nodes; j++) blocks[2][j + 1] = j + 1 < a.nodes ? a.nodes : 0.0;
    }
  }
  if (fuzz_one_in(&in, 32)) a.n = a.rows = -1;
  if (which < ARRAYS)
    call_array(&a, which);
  else
    call_number(&a, which - ARRAYS);
  for (int k = 0; k < 4; k++) free(blocks[k]);
  return 0;
}
