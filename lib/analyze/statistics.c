/* Statistics of columns, their quantiles, their outlying values, and what each unit has. */
#include <math.h>

#include "analyze/analyze.h"
#include "construct/screen.h"
#include "innoscore/keys.h"
#include "numeric/missing.h"
#include "numeric/moments.h"
#include "numeric/order.h"
#include "numeric/quantile.h"

/* One column: its values in the order of the units, and the m that are there in ascending order. */
typedef struct {
  const double *x, *sorted;
  int64_t n, m, record;
  double lower, upper; /* fences; NaN marks nothing */
} column;

static void put(inno_analysis *a, const column *c, int32_t field, double value) {
  inno__analysis_cells(a, INNO_RECORD_STATISTICS, field)[c->record] = value;
}

static double share(int64_t part, int64_t whole) { return whole > 0 ? (double)part / (double)whole : inno__nan(); }

/* A difference of huge values is no number. */
static double finite(double v) { return v - v == 0.0 ? v : inno__nan(); }

static int64_t nonzero_values(const column *c) {
  int64_t count = 0;
  for (int64_t i = 0; i < c->m; i++) count += c->sorted[i] != 0.0;
  return count;
}

static void distinct_values(const column *c, int64_t *distinct, int64_t *same) {
  *distinct = *same = 0;
  for (int64_t i = 0, end; i < c->m; i = end) {
    for (end = i + 1; end < c->m && c->sorted[end] == c->sorted[i];) end++;
    *distinct += 1;
    if (end - i > *same) *same = end - i;
  }
}

static void put_counts(inno_analysis *a, const inno__audit_rule *rule, const column *c) {
  int64_t nonzero = nonzero_values(c), distinct, same;
  distinct_values(c, &distinct, &same);
  double coverage = share(c->m, c->n);
  int of_units = rule->share_of == INNO_SHARE_OF_UNITS;
  put(a, c, INNO_FIELD_COUNT, (double)c->n);
  put(a, c, INNO_FIELD_AVAILABLE, (double)c->m);
  put(a, c, INNO_FIELD_NONZERO_COUNT, (double)nonzero);
  put(a, c, INNO_FIELD_DISTINCT, (double)distinct);
  put(a, c, INNO_FIELD_SAME, (double)same);
  put(a, c, INNO_FIELD_COVERAGE, coverage);
  put(a, c, INNO_FIELD_NONZERO, share(nonzero, c->m));
  put(a, c, INNO_FIELD_DISTINCT_SHARE, share(distinct, c->m));
  put(a, c, INNO_FIELD_SAME_SHARE, share(same, c->m));
  put(a, c, INNO_FIELD_NONZERO_OF_UNITS, share(nonzero, c->n));
  put(a, c, INNO_FIELD_DISTINCT_OF_UNITS, share(distinct, c->n));
  put(a, c, INNO_FIELD_LOW_COVERAGE, coverage < rule->min_coverage);
  put(a, c, INNO_FIELD_LOW_NONZERO, share(nonzero, of_units ? c->n : c->m) < rule->min_nonzero);
  put(a, c, INNO_FIELD_LOW_DISTINCT, share(distinct, of_units ? c->n : c->m) < rule->min_unique);
}

static void put_moments(inno_analysis *a, const inno__audit_rule *rule, const column *c) {
  inno__moments moments;
  inno__moments_of(c->x, c->n, &moments);
  double skewness = inno__skewness(&moments, rule->skewness_type);
  double kurtosis = inno__kurtosis(&moments, rule->kurtosis_type);
  put(a, c, INNO_FIELD_MEAN, finite(moments.mean));
  put(a, c, INNO_FIELD_SD, finite(inno__sd(&moments)));
  put(a, c, INNO_FIELD_SKEWNESS, skewness);
  put(a, c, INNO_FIELD_KURTOSIS, kurtosis);
  put(a, c, INNO_FIELD_OUTLYING, fabs(skewness) > rule->max_skewness && kurtosis > rule->max_kurtosis);
}

static int is_outlier(const column *c, double v) { return v < c->lower || v > c->upper; }

static void put_order(inno_analysis *a, const inno__audit_rule *rule, column *c) {
  int64_t low = 0, high = 0;
  double q1 = inno__quantile_sorted(c->sorted, c->m, 0.25, rule->quantile_type);
  double q3 = inno__quantile_sorted(c->sorted, c->m, 0.75, rule->quantile_type);
  c->lower = finite(q1 - rule->fence * (q3 - q1));
  c->upper = finite(q3 + rule->fence * (q3 - q1));
  for (int64_t i = 0; i < c->m; i++) {
    low += c->sorted[i] < c->lower;
    high += c->sorted[i] > c->upper;
  }
  put(a, c, INNO_FIELD_MINIMUM, c->m > 0 ? c->sorted[0] : inno__nan());
  put(a, c, INNO_FIELD_MAXIMUM, c->m > 0 ? c->sorted[c->m - 1] : inno__nan());
  put(a, c, INNO_FIELD_MEDIAN, inno__quantile_sorted(c->sorted, c->m, 0.5, INNO__QUANTILE_R));
  put(a, c, INNO_FIELD_LOWER_QUARTILE, q1);
  put(a, c, INNO_FIELD_UPPER_QUARTILE, q3);
  put(a, c, INNO_FIELD_OUTLIERS_LOW, (double)low);
  put(a, c, INNO_FIELD_OUTLIERS_HIGH, (double)high);
}

static inno_status add_quantiles(inno_analysis *a, const inno__audit_rule *rule, const column *c, int64_t node,
                                 const double *probabilities, int64_t count, inno_error *error) {
  int64_t at;
  inno_status s = inno__analysis_grow(a, INNO_RECORD_QUANTILE, count, &at, error);
  for (int64_t i = 0; s == INNO_OK && i < count; i++, at++) {
    inno__analysis_put(a, INNO_RECORD_QUANTILE, at, INNO_FIELD_NODE, (double)node);
    inno__analysis_put(a, INNO_RECORD_QUANTILE, at, INNO_FIELD_PROBABILITY, probabilities[i]);
    inno__analysis_put(a, INNO_RECORD_QUANTILE, at, INNO_FIELD_VALUE,
                       inno__quantile_sorted(c->sorted, c->m, probabilities[i], rule->quantile_type));
  }
  return s;
}

static inno_status add_outliers(inno_analysis *a, const column *c, int64_t node, inno_error *error) {
  int64_t at, count = 0;
  for (int64_t i = 0; i < c->m; i++) count += is_outlier(c, c->sorted[i]);
  inno_status s = inno__analysis_grow(a, INNO_RECORD_OUTLIER, count, &at, error);
  for (int64_t i = 0; s == INNO_OK && count > 0 && i < c->n; i++) {
    if (!is_outlier(c, c->x[i])) continue;
    inno__analysis_put(a, INNO_RECORD_OUTLIER, at, INNO_FIELD_NODE, (double)node);
    inno__analysis_put(a, INNO_RECORD_OUTLIER, at, INNO_FIELD_UNIT, (double)i);
    inno__analysis_put(a, INNO_RECORD_OUTLIER, at, INNO_FIELD_VALUE, c->x[i]);
    inno__analysis_put(a, INNO_RECORD_OUTLIER, at, INNO_FIELD_LOWER, c->lower);
    inno__analysis_put(a, INNO_RECORD_OUTLIER, at++, INNO_FIELD_UPPER, c->upper);
  }
  return s;
}

static inno_status add_coverage(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data,
                                inno_error *error) {
  int64_t first;
  inno_status s = inno__analysis_grow(a, INNO_RECORD_UNIT_COVERAGE, data->n, &first, error);
  if (s != INNO_OK || data->n == 0) return s;
  double *unit = inno__analysis_cells(a, INNO_RECORD_UNIT_COVERAGE, INNO_FIELD_UNIT) + first;
  double *node = inno__analysis_cells(a, INNO_RECORD_UNIT_COVERAGE, INNO_FIELD_NODE) + first;
  double *available = inno__analysis_cells(a, INNO_RECORD_UNIT_COVERAGE, INNO_FIELD_AVAILABLE) + first;
  double *count = inno__analysis_cells(a, INNO_RECORD_UNIT_COVERAGE, INNO_FIELD_COUNT) + first;
  double *coverage = inno__analysis_cells(a, INNO_RECORD_UNIT_COVERAGE, INNO_FIELD_COVERAGE) + first;
  double *low = inno__analysis_cells(a, INNO_RECORD_UNIT_COVERAGE, INNO_FIELD_LOW_COVERAGE) + first;
  for (int64_t i = 0; i < data->n; i++) available[i] = 0.0;
  for (int32_t c = 0; c < data->k; c++)
    for (int64_t i = 0; i < data->n; i++) available[i] += data->x[c][i] == data->x[c][i] ? 1.0 : 0.0;
  for (int64_t i = 0; i < data->n; i++) {
    unit[i] = (double)i;
    node[i] = -1.0;
    count[i] = data->k;
    coverage[i] = data->k > 0 ? inno__screen_coverage((int32_t)available[i], data->k) : inno__nan();
    low[i] = coverage[i] < rule->min_coverage;
  }
  return INNO_OK;
}

/* sorted: 2 n doubles */
static column take(const inno__sample *data, int32_t c, int64_t record, double *sorted) {
  column out = {.x = data->x[c], .sorted = sorted, .n = data->n, .record = record};
  for (int64_t i = 0; i < data->n; i++)
    if (out.x[i] == out.x[i]) sorted[out.m++] = out.x[i];
  inno__sort(sorted, out.m, sorted + data->n);
  return out;
}

inno_status inno__analyze_statistics(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data,
                                     const double *probabilities, int64_t count, inno_error *error) {
  const size_t doubles = 2 * (size_t)data->n + 1;
  int64_t first;
  double *sorted = inno__analysis_scratch(a, doubles, error);
  if (sorted == NULL) return INNO_E_NOMEM;
  inno_status s = inno__analysis_grow(a, INNO_RECORD_STATISTICS, data->k, &first, error);
  for (int32_t i = 0; s == INNO_OK && i < data->k; i++) {
    column c = take(data, i, first + i, sorted);
    put(a, &c, INNO_FIELD_NODE, (double)inno__sample_node(data, i));
    put_counts(a, rule, &c);
    put_moments(a, rule, &c);
    put_order(a, rule, &c);
    s = add_quantiles(a, rule, &c, inno__sample_node(data, i), probabilities, count, error);
    if (s == INNO_OK) s = add_outliers(a, &c, inno__sample_node(data, i), error);
  }
  if (s == INNO_OK) s = add_coverage(a, rule, data, error);
  inno__analysis_release(a, sorted, doubles);
  return s;
}
