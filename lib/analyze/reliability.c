/* Cronbach's alpha, Guttman's lambdas, McDonald's omega. */
#include "analyze/reliability.h"

#include <float.h>
#include <math.h>

#include "analyze/analyze.h"
#include "base/block.h"
#include "base/checked.h"
#include "innoscore/keys.h"
#include "numeric/correlation.h"
#include "numeric/factor.h"
#include "numeric/linear.h"
#include "numeric/missing.h"

/* The time of the searches grows with the cube of the columns. */
enum { MOST_COLUMNS = INNO__FAMILY_MOST, FACTOR_STEPS = 1000 };

static inline const double *row(const double *a, int32_t k, int32_t i) { return a + (size_t)i * (size_t)k; }

/* ---- alpha ---- */

typedef struct {
  double trace, sum; /* of the diagonal, of all */
} sums;

static sums sums_of(const double *c, int32_t k, int32_t skip) {
  sums s = {0.0, 0.0};
  for (int32_t i = 0; i < k; i++) {
    if (i == skip) continue;
    double line = 0.0;
    for (int32_t j = 0; j < k; j++) line += j != skip ? row(c, k, i)[j] : 0.0;
    s.sum += line;
    s.trace += row(c, k, i)[i];
  }
  return s;
}

/* Whether the sum of the columns varies, beyond rounding. */
static int varies(sums s) { return s.sum > INNO__SINGULAR * s.trace; }

double inno__alpha_of(const double *covariances, int32_t k, int32_t skip) {
  const sums s = sums_of(covariances, k, skip);
  const double columns = skip >= 0 ? k - 1 : k;
  if (columns < 2.0 || !varies(s)) return inno__nan();
  double mean = (s.sum - s.trace) / (columns * (columns - 1.0));
  return columns * columns * mean / s.sum;
}

typedef struct {
  double *matrix, *column;
  unsigned char *keep;
} alpha_work;

static void place(alpha_work *w, inno__block *b, int32_t k, int64_t n) {
  size_t square = SIZE_MAX;
  if (!inno__mul_size((size_t)k * sizeof(double), (size_t)k, &square)) square = SIZE_MAX;
  w->matrix = inno__block_take(b, square, 8);
  w->column = inno__block_take(b, inno__correlation_matrix_work_size(n), 8);
  w->keep = inno__block_take(b, (size_t)n, 8);
}

size_t inno__cronbach_alpha_work_size(int32_t k, int64_t n) {
  alpha_work w;
  inno__block measure = {NULL, 0, 0};
  place(&w, &measure, k, n);
  return measure.used;
}

double inno__cronbach_alpha(const double *const *x, int32_t k, int64_t n, int32_t use, int32_t kind, void *work) {
  alpha_work w;
  inno__block b = {work, 0, SIZE_MAX};
  place(&w, &b, k, n);
  if (use == INNO_USE_COMPLETE) inno__complete_cases(x, k, n, w.keep);
  inno__correlation_matrix(x, k, n, use == INNO_USE_COMPLETE ? w.keep : NULL, kind, w.matrix, w.column);
  return inno__alpha_of(w.matrix, k, -1);
}

/* ---- a family ---- */

typedef struct {
  int32_t k;
  int64_t count;
  double *c, *r;    /* covariances as multiples of the largest variance; correlations */
  double *loadings; /* k */
  double *work;     /* what factors, splits and inverses need */
  inno_status status;
} family;

static size_t square_of(int32_t k) { return (size_t)k * (size_t)k; }
/* The inverse needs most: a factor and itself. */
static size_t work_count(int32_t k) { return 2 * square_of(k) + 3 * (size_t)k; }

/* The first thing that is wrong is the one that is told. */
static void note(family *f, inno_status s) {
  if (f->status == INNO_OK) f->status = s;
}

static int64_t units_with_a_value(const inno__sample *data) {
  int64_t count = 0;
  for (int64_t i = 0; i < data->n; i++) {
    int32_t j = 0;
    while (j < data->k && inno__is_missing(data->x[j][i])) j++;
    count += j < data->k;
  }
  return count;
}

/* Everything here is free of scale, and squares of covariances are not to leave the range of a double. */
static void unscale(family *f) {
  double largest = 0.0;
  int finite = 1, constant = 0, absent = 0;
  for (int32_t i = 0; i < f->k; i++) {
    double variance = row(f->c, f->k, i)[i];
    if (variance > largest) largest = variance;
    constant |= variance == 0.0;
    for (int32_t j = 0; j < f->k; j++) {
      double v = row(f->c, f->k, i)[j];
      absent |= v != v;
      finite &= fabs(v) <= DBL_MAX || v != v;
    }
  }
  if (!finite) note(f, INNO_E_OVERFLOW);
  if (absent) note(f, INNO_E_NODATA);
  if (constant) note(f, INNO_E_CONSTANT);
  for (size_t e = 0; e < square_of(f->k); e++) {
    if (largest > 0.0) f->c[e] = f->c[e] / largest;
    if (!finite) f->c[e] = f->r[e] = inno__nan();
  }
}

static void measure(family *f, const inno__sample *data, int32_t use, double *column, unsigned char *keep) {
  const unsigned char *taken = use == INNO_USE_COMPLETE ? keep : NULL;
  f->count =
      use == INNO_USE_COMPLETE ? inno__complete_cases(data->x, data->k, data->n, keep) : units_with_a_value(data);
  inno__correlation_matrix(data->x, f->k, data->n, taken, INNO__COVARIANCES, f->c, column);
  inno__correlation_matrix(data->x, f->k, data->n, taken, INNO__CORRELATIONS, f->r, column);
  unscale(f);
}

/* ---- lambdas ---- */

typedef struct {
  double lambda[7]; /* 1 to 6 */
} lambdas;

/* What each column has that the others do not explain, together: 1 over the diagonal of the inverse. */
static double unexplained(const family *f) {
  double *l = f->work, *inverse = l + square_of(f->k), sum = 0.0;
  for (size_t e = 0; e < square_of(f->k); e++) l[e] = f->c[e];
  if (inno__cholesky(l, f->k, INNO__SINGULAR) >= 0) return inno__nan();
  inno__cholesky_inverse(l, f->k, inverse);
  for (int32_t i = 0; i < f->k; i++) sum += 1.0 / row(inverse, f->k, i)[i];
  return sum;
}

static lambdas guttman(family *f) {
  const sums s = sums_of(f->c, f->k, -1);
  const double k = f->k;
  double squares = 0.0, largest = 0.0;
  lambdas g;
  for (int32_t i = 0; i < 7; i++) g.lambda[i] = inno__nan();
  if (!varies(s) || s.sum > DBL_MAX) {
    note(f, INNO_E_DOMAIN);
    return g;
  }
  for (int32_t i = 0; i < f->k; i++) {
    double line = 0.0;
    for (int32_t j = 0; j < f->k; j++) line += j != i ? row(f->c, f->k, i)[j] * row(f->c, f->k, i)[j] : 0.0;
    squares += line;
    if (line > largest) largest = line;
  }
  g.lambda[1] = (s.sum - s.trace) / s.sum;
  g.lambda[2] = g.lambda[1] + sqrt(k / (k - 1.0) * squares) / s.sum;
  g.lambda[3] = inno__alpha_of(f->c, f->k, -1);
  g.lambda[4] = 4.0 * inno__best_split(f->c, f->k, f->work) / s.sum;
  g.lambda[5] = g.lambda[1] + 2.0 * sqrt(largest) / s.sum;
  g.lambda[6] = 1.0 - unexplained(f) / s.sum;
  if (g.lambda[6] != g.lambda[6]) {
    g.lambda[6] = inno__nan();
    note(f, INNO_E_DOMAIN);
  }
  return g;
}

/* ---- omega ---- */

/* Of one common factor of the correlations: (sum of loadings)^2 over that plus the sum of uniquenesses. */
static double omega_of(family *f) {
  inno__factor_report report;
  double common = 0.0, unique = 0.0;
  inno__factor_one(f->r, f->k, FACTOR_STEPS, f->loadings, &report, f->work);
  if (report.status == INNO__FACTOR_LIMIT) note(f, INNO_E_CONVERGENCE);
  if (report.status != INNO__FACTOR_FOUND) {
    note(f, INNO_E_DOMAIN);
    return inno__nan();
  }
  for (int32_t i = 0; i < f->k; i++) {
    common += f->loadings[i];
    unique += 1.0 - f->loadings[i] * f->loadings[i];
  }
  double all = common * common + unique;
  return all > 0.0 ? common * common / all : inno__nan();
}

/* ---- records ---- */

static double mean_correlation(const family *f) {
  const sums s = sums_of(f->r, f->k, -1);
  return (s.sum - s.trace) / ((double)f->k * (f->k - 1.0));
}

/* With the sum of the others. */
static double item_total(const family *f, int32_t item) {
  const sums rest = sums_of(f->c, f->k, item);
  const double variance = row(f->c, f->k, item)[item];
  double covariance = 0.0;
  for (int32_t j = 0; j < f->k; j++) covariance += j != item ? row(f->c, f->k, item)[j] : 0.0;
  if (!varies(rest) || !(variance > 0.0)) return inno__nan();
  double r = covariance / (sqrt(variance) * sqrt(rest.sum));
  return r > 1.0 ? 1.0 : r < -1.0 ? -1.0 : r;
}

static inline void put(inno_analysis *a, int32_t kind, int32_t field, int64_t at, double value) {
  inno__analysis_put(a, kind, at, field, value == value ? value : inno__nan());
}

static void write_items(inno_analysis *a, const family *f, int64_t first) {
  for (int32_t j = 0; j < f->k; j++) {
    put(a, INNO_RECORD_ITEM, INNO_FIELD_ALPHA, first + j, inno__alpha_of(f->c, f->k, j));
    put(a, INNO_RECORD_ITEM, INNO_FIELD_ALPHA_STANDARDIZED, first + j, inno__alpha_of(f->r, f->k, j));
    put(a, INNO_RECORD_ITEM, INNO_FIELD_ITEM_TOTAL, first + j, item_total(f, j));
    put(a, INNO_RECORD_ITEM, INNO_FIELD_LOADING, first + j, f->loadings[j]);
    put(a, INNO_RECORD_ITEM, INNO_FIELD_COMMUNALITY, first + j, f->loadings[j] * f->loadings[j]);
  }
}

static void write_family(inno_analysis *a, family *f, int64_t at) {
  const int32_t kind = INNO_RECORD_RELIABILITY;
  static const int32_t fields[7] = {0,
                                    INNO_FIELD_LAMBDA1,
                                    INNO_FIELD_LAMBDA2,
                                    INNO_FIELD_LAMBDA3,
                                    INNO_FIELD_LAMBDA4,
                                    INNO_FIELD_LAMBDA5,
                                    INNO_FIELD_LAMBDA6};
  const lambdas g = guttman(f);
  for (int32_t i = 1; i < 7; i++) put(a, kind, fields[i], at, g.lambda[i]);
  put(a, kind, INNO_FIELD_ALPHA, at, g.lambda[3]);
  put(a, kind, INNO_FIELD_ALPHA_STANDARDIZED, at, inno__alpha_of(f->r, f->k, -1));
  put(a, kind, INNO_FIELD_MEAN_CORRELATION, at, mean_correlation(f));
  put(a, kind, INNO_FIELD_OMEGA, at, omega_of(f));
}

static inno_status fill(inno_analysis *a, family *f, const inno__audit_rule *rule, const inno__sample *data, int64_t at,
                        int64_t first_item, inno_error *error) {
  const size_t n = (size_t)data->n, marks = (n + sizeof(double) - 1) / sizeof(double);
  const size_t count = 2 * square_of(f->k) + (size_t)f->k + work_count(f->k) + n + marks;
  double *scratch = inno__analysis_scratch(a, count, error);
  if (scratch == NULL) return INNO_E_NOMEM;
  f->c = scratch;
  f->r = f->c + square_of(f->k);
  f->loadings = f->r + square_of(f->k);
  f->work = f->loadings + f->k;
  double *column = f->work + work_count(f->k);
  measure(f, data, rule->use, column, (unsigned char *)(column + n));
  write_family(a, f, at);
  write_items(a, f, first_item);
  inno__analysis_release(a, scratch, count);
  return INNO_OK;
}

inno_status inno__analyze_reliability(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data,
                                      inno_error *error) {
  int64_t at, item;
  family f = {.k = data->k, .count = data->n};
  inno_status s = inno__analysis_grow(a, INNO_RECORD_RELIABILITY, 1, &at, error);
  if (s == INNO_OK) s = inno__analysis_grow(a, INNO_RECORD_ITEM, data->k, &item, error);
  if (s != INNO_OK) return s;
  for (int32_t j = 0; j < data->k; j++) {
    put(a, INNO_RECORD_ITEM, INNO_FIELD_PARENT, item + j, (double)data->parent);
    put(a, INNO_RECORD_ITEM, INNO_FIELD_NODE, item + j, (double)inno__sample_node(data, j));
  }
  if (f.k < 2 || f.k > MOST_COLUMNS) {
    f.status = f.k < 2 ? INNO_E_DOMAIN : INNO_E_SIZE;
    f.count = units_with_a_value(data);
  } else {
    s = fill(a, &f, rule, data, at, item, error);
  }
  if (s != INNO_OK) return s;
  put(a, INNO_RECORD_RELIABILITY, INNO_FIELD_PARENT, at, (double)data->parent);
  put(a, INNO_RECORD_RELIABILITY, INNO_FIELD_ITEMS, at, f.k);
  put(a, INNO_RECORD_RELIABILITY, INNO_FIELD_COUNT, at, (double)f.count);
  put(a, INNO_RECORD_RELIABILITY, INNO_FIELD_STATUS, at, f.status);
  return INNO_OK;
}
