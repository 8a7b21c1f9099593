/* Scores against the logarithm of development: a curve by least squares, and whom it does not explain. */
#include <math.h>

#include "analyze/analyze.h"
#include "base/text.h"
#include "innoscore/keys.h"
#include "numeric/distribution.h"
#include "numeric/missing.h"
#include "numeric/ols_report.h"
#include "numeric/special.h"
#include "numeric/spline.h"

enum { MOST_KNOTS = 20 };

/* A residual below this share of the spread of the scores is a rounding: the unit is on the curve. */
static const double ON_CURVE = 1e-12;

typedef struct {
  inno_analysis *a;
  const inno__audit_rule *rule;
  const double *scores;
  int64_t n, count; /* units; those with both values */
  double *log;      /* of development; NaN = missing */
  double *x[MOST_KNOTS];
  int32_t p, knot_count;
  double knots[MOST_KNOTS];
  int64_t *rows;
  double *work; /* 2 n doubles, and what the fit needs */
  double *scratch;
  size_t size;
  inno__ols fit;
  inno__ols_report report;
} curve;

static int32_t columns_of(const inno__audit_rule *rule) {
  if (rule->curve == INNO_CURVE_LINEAR) return 1;
  return rule->curve == INNO_CURVE_QUADRATIC ? 2 : rule->knots - 1;
}

/* The fit, the covariances of the coefficients, the coefficients, and one more column. */
static size_t fit_size(int32_t p) {
  size_t coefficients = (size_t)p + 1;
  return inno__ols_work_size(p) / sizeof(double) + coefficients * coefficients + 2 * coefficients;
}

static inno_status begin(curve *c, inno_error *error) {
  const size_t n = (size_t)c->n, p = (size_t)c->p, rows = (n * sizeof *c->rows + sizeof(double) - 1) / sizeof(double);
  size_t work = 2 * n + fit_size(c->p);
  c->size = n + p * n + rows + work;
  c->scratch = inno__analysis_scratch(c->a, c->size, error);
  if (c->scratch == NULL) return INNO_E_NOMEM;
  c->log = c->scratch;
  c->x[0] = c->log + n;
  for (size_t i = 1; i < p; i++) c->x[i] = c->x[i - 1] + n;
  c->rows = (int64_t *)(void *)(c->log + n + p * n);
  c->work = c->log + n + p * n + rows;
  return INNO_OK;
}

static inno_status not_positive(const curve *c, int64_t unit, double value, inno_error *error) {
  char place[24];
  inno__text t;
  const char *code = c->a->units != NULL ? inno__names_at(c->a->units, unit) : NULL;
  inno__text_init(&t, place, sizeof place);
  inno__text_int(&t, unit + 1);
  return inno__fail(error, INNO_E_NONPOSITIVE, INNO__MSG_DEVELOPMENT_POSITIVE,
                    &(inno__where){.unit = code != NULL ? code : place, .value = value});
}

/* Logarithms, and the units that have both values. */
static inno_status take(curve *c, const double *development, inno_error *error) {
  double low = INFINITY, high = -INFINITY;
  for (int64_t i = 0; i < c->n; i++) {
    if (development[i] <= 0.0) return not_positive(c, i, development[i], error);
    c->log[i] = development[i] == development[i] ? inno__log(development[i]) : inno__nan();
    if (c->log[i] != c->log[i] || c->scores[i] != c->scores[i]) continue;
    low = c->log[i] < low ? c->log[i] : low;
    high = c->log[i] > high ? c->log[i] : high;
    c->rows[c->count++] = i;
  }
  if (c->count <= c->p + 1)
    return inno__fail(error, INNO_E_NODATA, INNO__MSG_DEVELOPMENT_FEW,
                      &(inno__where){.count = c->count, .value = c->p + 1});
  return low < high ? INNO_OK : inno__fail(error, INNO_E_CONSTANT, INNO__MSG_DEVELOPMENT_CONSTANT, NULL);
}

static inno_status knots_coincide(const curve *c, inno_error *error) {
  return inno__fail(error, INNO_E_DOMAIN, INNO__MSG_DEVELOPMENT_KNOTS,
                    &(inno__where){.count = c->rule->knots, .value = c->knot_count});
}

static inno_status make_columns(curve *c, inno_error *error) {
  double shares[MOST_KNOTS], *used = c->x[0];
  if (c->rule->curve != INNO_CURVE_SPLINE) {
    for (int64_t i = 0; i < c->n; i++) c->x[0][i] = c->log[i];
    for (int64_t i = 0; i < c->n && c->p == 2; i++) c->x[1][i] = c->log[i] * c->log[i];
    return INNO_OK;
  }
  for (int32_t i = 0; i < c->rule->knots; i++) shares[i] = (double)i / (double)(c->rule->knots - 1);
  for (int64_t i = 0; i < c->count; i++) used[i] = c->log[c->rows[i]];
  c->knot_count = inno__spline_knots(used, c->count, shares, c->rule->knots, c->knots, c->work);
  if (c->knot_count < c->rule->knots) return knots_coincide(c, error);
  inno__spline_basis(c->log, c->n, c->knots, c->knot_count, c->x);
  return INNO_OK;
}

static void put(const curve *c, int32_t kind, int64_t record, int32_t field, double value) {
  inno__analysis_put(c->a, kind, record, field, value);
}

static inno_status add_coefficients(const curve *c, double *work, inno_error *error) {
  const int32_t m = c->p + 1;
  double *coefficients = work, *covariance = coefficients + m, *column = covariance + (size_t)m * (size_t)m;
  int64_t at;
  inno_status s = inno__analysis_grow(c->a, INNO_RECORD_COEFFICIENT, m, &at, error);
  if (s != INNO_OK) return s;
  inno__ols_covariance(&c->fit, &c->report, coefficients, covariance, column);
  for (int32_t i = 0; i < m; i++, at++) {
    double variance = covariance[(size_t)i * (size_t)m + (size_t)i];
    put(c, INNO_RECORD_COEFFICIENT, at, INNO_FIELD_COMPONENT, i);
    put(c, INNO_RECORD_COEFFICIENT, at, INNO_FIELD_COEFFICIENT, coefficients[i]);
    put(c, INNO_RECORD_COEFFICIENT, at, INNO_FIELD_STANDARD_ERROR, sqrt(variance));
    put(c, INNO_RECORD_COEFFICIENT, at, INNO_FIELD_VALUE, i < c->knot_count ? c->knots[i] : inno__nan());
  }
  return INNO_OK;
}

static void put_expectation(const curve *c, int64_t record, int64_t unit, double width, double *work) {
  const double *const *x = (const double *const *)c->x;
  const double score = c->scores[unit];
  put(c, INNO_RECORD_EXPECTATION, record, INNO_FIELD_UNIT, (double)unit);
  put(c, INNO_RECORD_EXPECTATION, record, INNO_FIELD_SCORE, score);
  if (c->log[unit] != c->log[unit]) return;
  double expected = inno__ols_predict(&c->fit, x, unit), h = inno__ols_leverage(&c->fit, x, unit, c->count, work);
  double half = width * sqrt(1.0 + h);
  put(c, INNO_RECORD_EXPECTATION, record, INNO_FIELD_EXPECTED, expected);
  put(c, INNO_RECORD_EXPECTATION, record, INNO_FIELD_LOWER, expected - half);
  put(c, INNO_RECORD_EXPECTATION, record, INNO_FIELD_UPPER, expected + half);
  if (score != score) return;
  double off = score - expected, spread = sqrt(c->report.total / (double)c->count);
  int outside = fabs(off) > half && fabs(off) > ON_CURVE * spread;
  put(c, INNO_RECORD_EXPECTATION, record, INNO_FIELD_RESIDUAL, off);
  put(c, INNO_RECORD_EXPECTATION, record, INNO_FIELD_LEVERAGE, h);
  put(c, INNO_RECORD_EXPECTATION, record, INNO_FIELD_CLASS, !outside ? 0.0 : off > 0.0 ? 1.0 : -1.0);
}

static inno_status add_records(const curve *c, double *work, inno_error *error) {
  int64_t at, first;
  const double degrees = (double)c->report.freedom;
  const double width = c->report.sd * inno__student_critical((1.0 - c->rule->band) / 2.0, degrees);
  inno_status s = inno__analysis_grow(c->a, INNO_RECORD_DEVELOPMENT, 1, &at, error);
  if (s == INNO_OK) s = inno__analysis_grow(c->a, INNO_RECORD_EXPECTATION, c->n, &first, error);
  if (s != INNO_OK) return s;
  put(c, INNO_RECORD_DEVELOPMENT, at, INNO_FIELD_COUNT, (double)c->count);
  put(c, INNO_RECORD_DEVELOPMENT, at, INNO_FIELD_R_SQUARED, c->report.r2);
  put(c, INNO_RECORD_DEVELOPMENT, at, INNO_FIELD_R_SQUARED_ADJUSTED, c->report.adjusted);
  put(c, INNO_RECORD_DEVELOPMENT, at, INNO_FIELD_RESIDUAL_SD, c->report.sd);
  put(c, INNO_RECORD_DEVELOPMENT, at, INNO_FIELD_DEGREES, degrees);
  for (int64_t i = 0; i < c->n; i++) put_expectation(c, first + i, i, width, work);
  return add_coefficients(c, work, error);
}

static inno_status fit(curve *c, inno_error *error) {
  const double *const *x = (const double *const *)c->x;
  double *after = c->work + inno__ols_work_size(c->p) / sizeof(double);
  if (inno__ols_fit(&c->fit, x, c->p, c->scores, c->rows, c->count, c->work) >= 0)
    return inno__fail(error, INNO_E_DOMAIN, INNO__MSG_DEVELOPMENT_SINGULAR, &(inno__where){.count = c->count});
  inno__ols_report_of(&c->fit, x, c->scores, c->rows, c->count, &c->report);
  return add_records(c, after, error);
}

inno_status inno__analyze_development(inno_analysis *a, const inno__audit_rule *rule, const double *scores,
                                      const double *development, int64_t n, inno_error *error) {
  curve c = {.a = a, .rule = rule, .scores = scores, .n = n, .p = columns_of(rule)};
  inno_status s = begin(&c, error);
  if (s == INNO_OK) s = take(&c, development, error);
  if (s == INNO_OK) s = make_columns(&c, error);
  if (s == INNO_OK) s = fit(&c, error);
  inno__analysis_release(a, c.scratch, c.size);
  return s;
}
