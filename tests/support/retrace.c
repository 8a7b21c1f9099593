#include "support/retrace.h"

#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/trace.h"
#include "numeric/special.h"

/* The same bits; missing is missing. */
static int same_bits(double a, double b) { return (a != a && b != b) || memcmp(&a, &b, sizeof a) == 0; }

static double get(const inno_analysis *a, int32_t kind, int64_t record, int32_t field) {
  double value;
  if (inno_analysis_record(a, kind, record, field, &value, NULL) != INNO_OK) fail_msg("no field %d in %d", field, kind);
  return value;
}

#define NODE(i, field) get(a, INNO_RECORD_TRACE_NODE, i, INNO_FIELD_##field)
#define STEP(i, field) get(a, INNO_RECORD_TRACE_STEP, i, INNO_FIELD_##field)
#define STAGE(i, field) get(a, INNO_RECORD_TRACE_STAGE, i, INNO_FIELD_##field)
#define SOURCE(i, field) get(a, INNO_RECORD_TRACE_SOURCE, i, INNO_FIELD_##field)

/* The table of parameters, read once a trace: it is looked through for every number of every rule. */
enum { PARAMETER_FIELDS = 5 };
static double *parameters[PARAMETER_FIELDS];
static int64_t parameter_count;

static void read_parameters(const inno_analysis *a) {
  static const int32_t fields[PARAMETER_FIELDS] = {INNO_FIELD_STEP, INNO_FIELD_NODE, INNO_FIELD_PARAMETER_KEY,
                                                   INNO_FIELD_PARAMETER_POSITION, INNO_FIELD_VALUE};
  parameter_count = inno_analysis_record_count(a, INNO_RECORD_TRACE_PARAMETER);
  for (int f = 0; f < PARAMETER_FIELDS; f++) {
    parameters[f] = malloc((size_t)parameter_count * sizeof(double) + 1);
    assert_int_equal(inno_analysis_column(a, INNO_RECORD_TRACE_PARAMETER, fields[f], parameters[f], 8, NULL), INNO_OK);
  }
}

static void free_parameters(void) {
  for (int f = 0; f < PARAMETER_FIELDS; f++) free(parameters[f]);
}

/* A parameter of a step's rule for a node; NaN = unset. */
static double parameter(double step, double node, int32_t key, int64_t position) {
  for (int64_t i = 0; i < parameter_count; i++)
    if (parameters[0][i] == step && parameters[1][i] == node && parameters[2][i] == key &&
        parameters[3][i] == (double)position)
      return parameters[4][i];
  return NAN;
}

#define PARAMETER(key) parameter(STEP(i, STEP), STEP(i, NODE), INNO_KEY_##key, 0)

/* ---- denominate, screen ---- */

static double denominated(const inno_analysis *a, int64_t i, double x) {
  if (STEP(i, DENOMINATOR_COLUMN) < 0.0) return x;
  double d = STEP(i, DENOMINATOR);
  if (x != x || d != d || d == 0.0) return NAN;
  double q = x / (d / STEP(i, DENOMINATOR_SCALE));
  return q == q ? q : 0.0;
}

static double screened(const inno_analysis *a, int64_t i, double x) {
  int32_t rule = (int32_t)STEP(i, RULE);
  double coverage = parameter(STEP(i, STEP), -1.0, INNO_KEY_SCREEN_MIN_COVERAGE, 0);
  double nonzero = parameter(STEP(i, STEP), -1.0, INNO_KEY_SCREEN_MIN_NONZERO, 0);
  int stays = rule == INNO_SCREEN_NONE || ((rule == INNO_SCREEN_NONZERO || STEP(i, COVERAGE) >= coverage) &&
                                           (rule == INNO_SCREEN_COVERAGE || STEP(i, NONZERO) >= nonzero));
  if (STEP(i, FORCED) != 0.0) stays = (int32_t)STEP(i, FORCED) == INNO_FORCE_INCLUDE;
  assert_true(stays == (STEP(i, INCLUDED) > 0.0) || x != x); /* one that was left out before stays out */
  return STEP(i, INCLUDED) > 0.0 ? x : NAN;
}

/* ---- impute ---- */

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median_of(double *x, int64_t n) {
  qsort(x, (size_t)n, sizeof *x, ascending);
  double low = x[(n - 1) / 2], high = x[n / 2];
  return low == high ? low : low / 2.0 + high / 2.0;
}

/* Sources first .. first + n - 1; units: of the dataset, for the place in a pooled frame. */
static double mean_in_lanes(const inno_analysis *a, int64_t first, int64_t n, int64_t units, int pooled) {
  double lane[8] = {0}, low = INFINITY, high = -INFINITY;
  for (int64_t i = first; i < first + n; i++) {
    double x = SOURCE(i, VALUE);
    int64_t place = (int64_t)SOURCE(i, UNIT) + (pooled ? (int64_t)SOURCE(i, PERIOD) * units : 0);
    lane[place % 8] += x;
    low = x < low ? x : low;
    high = x > high ? x : high;
  }
  double sum = ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
  return low == high ? low + 0.0 : sum / (double)n;
}

static double mean_of_group(const inno_analysis *a, int64_t first, int64_t n) {
  double mean = 0.0, rest = 0.0;
  for (int64_t i = first; i < first + n; i++) mean += SOURCE(i, VALUE);
  mean = mean / (double)n;
  for (int64_t i = first; i < first + n; i++) rest += SOURCE(i, VALUE) - mean;
  return mean + rest / (double)n;
}

static double mean_of_siblings(const inno_analysis *a, int64_t step, int64_t first, int64_t n) {
  double sum = 0.0, direction = get(a, INNO_RECORD_TRACE_STEP, step, INNO_FIELD_DIRECTION);
  for (int64_t i = first; i < first + n; i++) {
    double d = SOURCE(i, DIRECTION), low = d > 0.0 ? SOURCE(i, MINIMUM) : -SOURCE(i, MAXIMUM);
    double high = d > 0.0 ? SOURCE(i, MAXIMUM) : -SOURCE(i, MINIMUM);
    sum += (SOURCE(i, VALUE) * d - low) / (high - low);
  }
  int64_t i = step;
  double low = direction > 0.0 ? STEP(i, MINIMUM) : -STEP(i, MAXIMUM);
  double high = direction > 0.0 ? STEP(i, MAXIMUM) : -STEP(i, MINIMUM);
  return (sum / (double)n * (high - low) + low) * direction;
}

static double mean_of_neighbors(const inno_analysis *a, int64_t first, int64_t n) {
  double sum = 0.0, weights = 0.0, low = INFINITY, high = -INFINITY;
  for (int64_t i = first; i < first + n && SOURCE(i, WEIGHT) > 0.0; i++) {
    double x = SOURCE(i, VALUE);
    sum += SOURCE(i, WEIGHT) * x;
    weights += SOURCE(i, WEIGHT);
    low = x < low ? x : low;
    high = x > high ? x : high;
  }
  double mean = sum / weights;
  return mean < low ? low : mean > high ? high : mean;
}

static double on_a_line(const inno_analysis *a, int64_t first, int64_t n) {
  double from = SOURCE(first, VALUE), to = SOURCE(first + n - 1, VALUE);
  return n == 1 || from == to ? from : from * SOURCE(first, WEIGHT) + to * SOURCE(first + 1, WEIGHT);
}

static double imputed(const inno_analysis *a, int64_t i, double x, int64_t units, retraced *counts) {
  if (!((int32_t)STEP(i, MARKS) & INNO_MARK_IMPUTED)) return x;
  int64_t first = 0, n = (int64_t)STEP(i, SOURCES);
  while (SOURCE(first, NODE) != STEP(i, NODE) || SOURCE(first, STEP) != STEP(i, STEP)) first++;
  counts->imputed++;
  assert_true(x != x && n > 0);
  switch ((int32_t)STEP(i, RULE)) {
    case INNO_IMPUTE_MEAN:
      return mean_in_lanes(a, first, n, units, (int32_t)PARAMETER(IMPUTE_FRAME) == INNO_FRAME_POOLED);
    case INNO_IMPUTE_GROUP_MEAN:
      return mean_of_group(a, first, n);
    case INNO_IMPUTE_SIBLING_MEAN:
      return mean_of_siblings(a, i, first, n);
    case INNO_IMPUTE_NEAREST:
      return mean_of_neighbors(a, first, n);
    case INNO_IMPUTE_MEDIAN:
    case INNO_IMPUTE_GROUP_MEDIAN: {
      double *all = malloc((size_t)n * sizeof *all);
      for (int64_t k = 0; k < n; k++) all[k] = SOURCE(first + k, VALUE);
      double median = median_of(all, n);
      free(all);
      return median;
    }
    default: /* one donor, or the unit's own other periods */
      assert_true(n <= 2);
      return on_a_line(a, first, n);
  }
}

/* ---- treat ---- */

static double transformed(const inno_analysis *a, int64_t i, double x) {
  double low = STAGE(i, MINIMUM), high = STAGE(i, MAXIMUM), p = STAGE(i, PARAMETER), y;
  int mirrored = STAGE(i, MIRRORED) > 0.0;
  switch ((int32_t)STAGE(i, RULE)) {
    case INNO_TREAT_LOG:
      return inno__log(x);
    case INNO_TREAT_LOG_GII:
      y = inno__log((p * high - 1.0) * (mirrored ? high - x : x - low) / (high - low) + 1.0);
      return mirrored ? -y : y;
    case INNO_TREAT_LOG_CT:
    case INNO_TREAT_LOG_CT_PLUS:
      y = inno__log(mirrored ? high + 0.01 * (high - low) - x : x - low + 0.01 * (high - low));
      return mirrored ? -y : y;
    case INNO_TREAT_LOG_CT_ORIG:
      return inno__log(x - low + 1.0);
    case INNO_TREAT_BOXCOX:
      y = x - low + 1.0;
      return p == 0.0 ? inno__log(y) : (inno__pow(y, p) - 1.0) / p;
    case INNO_TREAT_ROOT:
    case INNO_TREAT_ROOT_SEARCH:
      return p == 2.0 ? sqrt(x) : inno__pow(x, 1.0 / p);
    default: /* points are moved to bounds */
      return x > STAGE(i, HIGH) ? STAGE(i, HIGH) : x < STAGE(i, LOW) ? STAGE(i, LOW) : x;
  }
}

static double treated(const inno_analysis *a, int64_t i, double x, retraced *counts) {
  for (int64_t k = 0; k < inno_analysis_record_count(a, INNO_RECORD_TRACE_STAGE); k++) {
    if (STAGE(k, NODE) != STEP(i, NODE) || STAGE(k, STEP) != STEP(i, STEP)) continue;
    if (STAGE(k, KEPT) > 0.0) assert_true(STAGE(k, RULE) == STEP(i, RULE) && STAGE(k, STAGE) == STEP(i, STAGE));
    if (!(STAGE(k, APPLIED) > 0.0) || x != x) continue;
    x = transformed(a, k, x);
    counts->treated++;
  }
  return x;
}

/* ---- normalize ---- */

static double cut(double x, double low, double high) { return x < low ? low : x > high ? high : x; }

/* Times factor / scale without a division: docs/handbook/normalization.md. */
static double between(double d, double scale, double lower, double upper) {
  double factor = upper - lower, rate = factor / scale;
  if (scale * rate > factor) rate -= rate * DBL_EPSILON;
  double rest = (factor - scale * rate) / scale;
  if (!(scale * rate + scale * rest == factor)) return d / scale * factor + lower;
  return (d * rate + d * rest) + lower;
}

static double normalized(const inno_analysis *a, int64_t i, double x) {
  int32_t rule = (int32_t)STEP(i, RULE), log = (int32_t)PARAMETER(NORMALIZE_LOG);
  double center = STEP(i, CENTER), scale = STEP(i, SCALE), direction = STEP(i, DIRECTION), y;
  double lower = PARAMETER(NORMALIZE_LOWER), upper = PARAMETER(NORMALIZE_UPPER);
  int truncate = PARAMETER(NORMALIZE_TRUNCATE) > 0.0, cap = PARAMETER(NORMALIZE_CAP) > 0.0;
  if (x != x) return x;
  if (log == INNO_LOG_NATURAL) x = inno__log(x);
  if (log == INNO_LOG_BASE10) x = inno__log10(x);
  switch (rule) {
    case INNO_NORMALIZE_NONE:
      return x * direction + 0.0;
    case INNO_NORMALIZE_MINMAX:
    case INNO_NORMALIZE_MINMAX_PERCENTILE:
    case INNO_NORMALIZE_MINMAX_SD:
    case INNO_NORMALIZE_MINMAX_INNER:
      y = between(x - center, scale, lower, upper);
      return truncate ? cut(y, lower, upper) : y;
    case INNO_NORMALIZE_ZSCORE:
      y = (x - center) / scale * PARAMETER(NORMALIZE_SD) + PARAMETER(NORMALIZE_MEAN);
      return truncate ? cut(y, PARAMETER(NORMALIZE_FLOOR), PARAMETER(NORMALIZE_CEILING)) : y;
    case INNO_NORMALIZE_AMPI:
      return (x - center) / scale * 60.0 + 70.0;
    case INNO_NORMALIZE_FIXED_RANGE:
      return (x - center) / scale * PARAMETER(NORMALIZE_POINTS) + 0.0;
    case INNO_NORMALIZE_GOALPOSTS:
      y = (x - center) / scale * 1.0 + 0.0;
      return (truncate ? cut(y, 0.0, 1.0) : y) * PARAMETER(NORMALIZE_POINTS);
    case INNO_NORMALIZE_DISTANCE_TO_TARGET:
      y = (x - center) / scale * 1.0 + 0.0;
      return cap ? cut(y, -INFINITY, 1.0) : y;
    case INNO_NORMALIZE_DISTANCE_TO_MAX:
    case INNO_NORMALIZE_DISTANCE_TO_REFERENCE:
      y = 1.0 - (center - x) / scale;
      return cap ? cut(y, -INFINITY, 1.0) : y;
    case INNO_NORMALIZE_ABOVE_BELOW_MEAN:
      y = x / center;
      return y > 1.0 + PARAMETER(NORMALIZE_THRESHOLD)   ? direction
             : y < 1.0 - PARAMETER(NORMALIZE_THRESHOLD) ? -direction
                                                        : 0.0;
    default: /* ratios */
      return direction > 0.0 ? x / scale : scale / x;
  }
}

/* ---- aggregate ---- */

typedef struct {
  double x[256], weight[256];
  int64_t k;
} children;

/* Children of the record in the order of the tree, with the values that were computed again. */
static children children_of(const inno_analysis *a, int64_t record, const double *again) {
  children c = {.k = 0};
  for (int64_t i = record + 1; i < inno_analysis_record_count(a, INNO_RECORD_TRACE_NODE); i++) {
    if (NODE(i, PARENT) != NODE(record, NODE)) continue;
    assert_true(c.k < 256);
    c.x[c.k] = again[i];
    c.weight[c.k++] = NODE(i, WEIGHT);
  }
  assert_true((double)c.k == NODE(record, CHILDREN));
  return c;
}

static double arithmetic(const children *c) {
  double sum = 0.0, weights = 0.0, low = INFINITY, high = -INFINITY;
  for (int64_t i = 0; i < c->k; i++) {
    if (c->x[i] != c->x[i] || !(c->weight[i] > 0.0)) continue;
    sum += c->weight[i] * c->x[i];
    weights += c->weight[i];
    low = c->x[i] < low ? c->x[i] : low;
    high = c->x[i] > high ? c->x[i] : high;
  }
  double q = sum / weights;
  if (q != q) return NAN;
  return (q < low ? low : q > high ? high : q) + 0.0;
}

/* sum(w f(x)) and sum(w) of those that are there. */
static double transformed_sum(const children *c, int32_t rule, double p, double *weights) {
  double sum = 0.0;
  *weights = 0.0;
  for (int64_t i = 0; i < c->k; i++) {
    double x = c->x[i], f = x;
    if (x != x || !(c->weight[i] > 0.0)) continue;
    if (rule == INNO_AGGREGATE_GEOMETRIC || rule == INNO_AGGREGATE_WEIGHTED_PRODUCT) f = inno__log(x);
    if (rule == INNO_AGGREGATE_HARMONIC || (rule == INNO_AGGREGATE_POWER && p == -1.0)) f = 1.0 / x;
    if (rule == INNO_AGGREGATE_POWER && p != -1.0) f = p == 2.0 ? x * x : p == 0.5 ? sqrt(x) : inno__pow(x, p);
    sum += c->weight[i] * f;
    *weights += c->weight[i];
  }
  return sum;
}

static double mean_of_transformed(const children *c, int32_t rule, double p) {
  double weights, whole = 0.0, sum = transformed_sum(c, rule, p, &weights);
  for (int64_t i = 0; i < c->k; i++) whole += c->weight[i];
  if (!(weights > 0.0)) return NAN;
  switch (rule) {
    case INNO_AGGREGATE_GEOMETRIC:
      return inno__exp(sum / weights);
    case INNO_AGGREGATE_WEIGHTED_PRODUCT:
      return inno__exp(weights == whole ? sum : sum * (whole / weights));
    case INNO_AGGREGATE_HARMONIC:
      return 1.0 / (sum / weights);
    default:
      sum = sum / weights;
      return p == 2.0 ? sqrt(sum) : p == 0.5 ? sum * sum : p == -1.0 ? 1.0 / sum : inno__pow(sum, 1.0 / p);
  }
}

static double points(const children *c, int32_t missing) {
  double sum = 0.0, there = 0.0, whole = 0.0;
  for (int64_t i = 0; i < c->k; i++) {
    whole += c->weight[i];
    if (c->x[i] != c->x[i] || !(c->weight[i] > 0.0)) continue;
    sum += c->weight[i] * c->x[i];
    there += c->weight[i];
  }
  if (!(there > 0.0) || (missing == INNO_MISSING_PROPAGATE && there != whole)) return NAN;
  return sum * (there == whole || missing == INNO_MISSING_ZERO ? 1.0 : whole / there);
}

static double middle_or_least(const children *c, int32_t rule) {
  double x[256];
  int64_t n = 0;
  for (int64_t i = 0; i < c->k; i++)
    if (c->weight[i] > 0.0 && c->x[i] == c->x[i]) x[n++] = c->x[i];
  if (n == 0) return NAN;
  double median = median_of(x, n);
  return rule == INNO_AGGREGATE_MINIMUM ? x[0] : median;
}

static double aggregated(const inno_analysis *a, int64_t record, const double *again, double step) {
  children c = children_of(a, record, again);
  double node = NODE(record, NODE), power = parameter(step, node, INNO_KEY_AGGREGATE_POWER, 0), score;
  double policy = parameter(step, node, INNO_KEY_AGGREGATE_NONPOSITIVE, 0);
  double floor_at = parameter(step, node, INNO_KEY_AGGREGATE_FLOOR, 0);
  double shift = policy == INNO_NONPOSITIVE_SHIFT ? parameter(step, node, INNO_KEY_AGGREGATE_SHIFT, 0) : 0.0;
  int32_t rule = (int32_t)NODE(record, RULE), there = 0;
  for (int64_t i = 0; i < c.k; i++) {
    there += c.x[i] == c.x[i];
    if (policy == INNO_NONPOSITIVE_FLOOR && c.x[i] < floor_at) c.x[i] = floor_at;
    if (policy == INNO_NONPOSITIVE_SHIFT) c.x[i] += shift;
  }
  assert_true((double)there == NODE(record, AVAILABLE));
  if (rule == INNO_AGGREGATE_ARITHMETIC || (rule == INNO_AGGREGATE_POWER && power == 1.0))
    score = arithmetic(&c);
  else if (rule == INNO_AGGREGATE_SUM)
    score = points(&c, (int32_t)parameter(step, node, INNO_KEY_AGGREGATE_MISSING, 0));
  else if (rule == INNO_AGGREGATE_MEDIAN || rule == INNO_AGGREGATE_MINIMUM)
    score = middle_or_least(&c, rule);
  else
    score = mean_of_transformed(&c, rule, power);
  if (policy == INNO_NONPOSITIVE_SHIFT) score -= shift;
  assert_true(same_bits((double)there / (double)c.k, NODE(record, COVERAGE)));
  return (double)there / (double)c.k < parameter(step, node, INNO_KEY_AGGREGATE_MIN_COVERAGE, 0) ? NAN : score;
}

/* ---- everything ---- */

static double step_again(const inno_analysis *a, int64_t i, double x, int64_t units, retraced *counts) {
  counts->steps++;
  if (STEP(i, COMPARES) > 0.0) {
    counts->compared_steps++;
    return STEP(i, VALUE_AFTER);
  }
  switch ((int32_t)STEP(i, STEP_KIND)) {
    case INNO_STEP_DENOMINATE:
      return denominated(a, i, x);
    case INNO_STEP_SCREEN:
      return screened(a, i, x);
    case INNO_STEP_IMPUTE:
      return imputed(a, i, x, units, counts);
    case INNO_STEP_TREAT:
      return treated(a, i, x, counts);
    default:
      assert_int_equal((int32_t)STEP(i, STEP_KIND), INNO_STEP_NORMALIZE);
      return normalized(a, i, x);
  }
}

/* Through all steps of an indicator, from the raw value on. */
static double indicator_again(const inno_analysis *a, double node, int64_t units, retraced *counts) {
  double x = NAN;
  int begun = 0;
  for (int64_t i = 0; i < inno_analysis_record_count(a, INNO_RECORD_TRACE_STEP); i++) {
    if (STEP(i, NODE) != node) continue;
    if (!begun) x = STEP(i, VALUE_BEFORE);
    begun = 1;
    assert_true(same_bits(x, STEP(i, VALUE_BEFORE)));
    x = step_again(a, i, x, units, counts);
    if (!same_bits(x, STEP(i, VALUE_AFTER)))
      fail_msg("node %g, step %g, rule %g: %.17g again, %.17g in the record", node, STEP(i, STEP), STEP(i, RULE), x,
               STEP(i, VALUE_AFTER));
  }
  assert_true(begun);
  return x;
}

static double node_again(const inno_analysis *a, int64_t i, const double *again, double step, int64_t units,
                         retraced *counts) {
  counts->nodes++;
  if (NODE(i, CHILDREN) == 0.0) return indicator_again(a, NODE(i, NODE), units, counts);
  if (!(NODE(i, COMPARES) > 0.0)) return aggregated(a, i, again, step);
  counts->compared_nodes++;
  return NODE(i, SCORE);
}

static void check_result(const inno_analysis *a, int64_t i, double x, const inno_result *r, int64_t row) {
  int64_t rows = inno_result_unit_count(r) * inno_result_period_count(r), node = (int64_t)NODE(i, NODE);
  double *all = malloc((size_t)rows * sizeof *all);
  assert_int_equal(inno_result_scores(r, node, all, sizeof *all, NULL), INNO_OK);
  if (!same_bits(x, all[row]) || !same_bits(x, NODE(i, SCORE)))
    fail_msg("%s of %s: %.17g again, %.17g in the result", inno_result_node_code(r, node),
             inno_result_unit_code(r, row % inno_result_unit_count(r)), x, all[row]);
  assert_int_equal(inno_result_ranks(r, node, NULL, all, sizeof *all, NULL), INNO_OK);
  assert_true(same_bits(all[row], NODE(i, RANK)));
  free(all);
}

/* The parts of a score sum to it; the shares of those that are there to 1. */
static void check_parts(const inno_analysis *a, int64_t i) {
  double parts = 0.0, shares = 0.0;
  int64_t count = 0;
  for (int64_t c = i + 1; c < inno_analysis_record_count(a, INNO_RECORD_TRACE_NODE); c++) {
    if (NODE(c, PARENT) != NODE(i, NODE) || NODE(c, SCORE) != NODE(c, SCORE)) continue;
    parts += NODE(c, ADDS);
    shares += NODE(c, PRESENT_SHARE);
    count++;
  }
  if (count > 0) assert_true(fabs(shares - 1.0) < 1e-14 * (double)count);
  if (count == 0 || NODE(i, SCORE) != NODE(i, SCORE)) return;
  int32_t rule = (int32_t)NODE(i, RULE);
  if (rule == INNO_AGGREGATE_ARITHMETIC || rule == INNO_AGGREGATE_SUM)
    assert_true(fabs(parts - NODE(i, SCORE)) <= 1e-13 * fmax(fabs(NODE(i, SCORE)), 1.0));
  else if (rule != INNO_AGGREGATE_POWER)
    assert_true(parts != parts);
}

void retrace(const inno_method *method, const inno_dataset *data, const inno_result *result, int64_t unit,
             int64_t period, const char *node, retraced *counts) {
  inno_scheme *options = NULL;
  inno_analysis *a = NULL;
  assert_int_equal(inno_scheme_create(NULL, INNO_STEP_EXPLAIN, &options, NULL), INNO_OK);
  if (period >= 0)
    assert_int_equal(
        inno_scheme_set_f64(options, NULL, INNO_KEY_EXPLAIN_PERIOD, inno_result_period(result, period), NULL), INNO_OK);
  if (node != NULL) assert_int_equal(inno_scheme_set_text(options, NULL, INNO_KEY_EXPLAIN_NODE, node, NULL), INNO_OK);
  assert_int_equal(inno_analysis_create_trace(NULL, options, method, data, result, unit, &a, NULL), INNO_OK);
  int64_t units = inno_result_unit_count(result), latest = inno_result_period_count(result) - 1, step = 0;
  int64_t nodes = inno_analysis_record_count(a, INNO_RECORD_TRACE_NODE);
  while (inno_result_step(result, (int32_t)step) != INNO_STEP_AGGREGATE) step++;
  double *again = malloc((size_t)nodes * sizeof *again);
  read_parameters(a);
  for (int64_t i = nodes; i-- > 0;) { /* children come after their parents */
    again[i] = node_again(a, i, again, (double)step, units, counts);
    check_result(a, i, again[i], result, (period >= 0 ? period : latest) * units + unit);
    if (NODE(i, CHILDREN) > 0.0) check_parts(a, i);
  }
  free(again);
  free_parameters();
  inno_analysis_destroy(a);
  inno_scheme_destroy(options);
}

retraced retrace_all(const inno_method *method, const inno_dataset *data, const inno_result *result) {
  retraced counts = {0};
  int64_t periods = inno_result_period_count(result),
          named = inno_result_period(result, 0) == inno_result_period(result, 0);
  for (int64_t p = 0; p < periods; p++)
    for (int64_t u = 0; u < inno_result_unit_count(result); u++)
      retrace(method, data, result, u, named ? p : -1, NULL, &counts);
  return counts;
}
