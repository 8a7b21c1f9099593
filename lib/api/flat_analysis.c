/* The flat tier: quantiles, correlations, reliability, adequacy. */
#include <string.h>

#include "analyze/adequacy.h"
#include "analyze/correlation.h"
#include "analyze/reliability.h"
#include "api/flat.h"
#include "construct/audit.h"
#include "numeric/correlation.h"
#include "numeric/quantile.h"

/* ---- one column ---- */

static size_t two_columns(int64_t rows, int32_t columns) {
  (void)columns;
  return 2 * (size_t)rows * sizeof(double);
}

double INNO_CALL inno_flat_quantile(const double *x, int32_t n, double p, int32_t type) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, x, n, 1, 0, two_columns);
  type = inno__flat_i32(&s, type, INNO_KEY_AUDIT_QUANTILE_TYPE);
  double out = s == INNO_OK && p >= 0.0 && p <= 1.0 ? inno__quantile(t.column[0], n, p, type, t.work) : inno__nan();
  inno__flat_drop(&t);
  return out;
}

/* ---- two columns ---- */

static size_t pair_work(int64_t rows, int32_t columns) {
  (void)columns;
  return inno__association_work_size(rows) * sizeof(double);
}

static inno__association associate(const double *x, const double *y, int32_t n, int32_t rule) {
  inno__flat_table a, b;
  inno__audit_rule r;
  inno__association out = {.r = inno__nan(), .p = inno__nan()};
  memset(&r, 0, sizeof r);
  inno__flat_defaults(INNO_STEP_AUDIT, &r);
  inno_status s = inno__flat_take(&a, x, n, 1, 0, pair_work);
  s = inno__first(s, inno__flat_take(&b, y, n, 1, 0, NULL));
  r.correlation = inno__flat_i32(&s, rule, INNO_KEY_AUDIT_CORRELATION);
  if (s == INNO_OK) inno__associate(&r, a.column[0], b.column[0], NULL, n, a.work, &out);
  inno__flat_drop(&b);
  inno__flat_drop(&a);
  return out;
}

double INNO_CALL inno_flat_correlation(const double *x, const double *y, int32_t n, int32_t rule) {
  return associate(x, y, n, rule).r;
}

double INNO_CALL inno_flat_correlation_p(const double *x, const double *y, int32_t n, int32_t rule) {
  return associate(x, y, n, rule).p;
}

/* ---- a family ---- */

static int is_family(int32_t columns) { return columns >= 2 && columns <= INNO__FAMILY_MOST; }

static size_t alpha_work(int64_t rows, int32_t columns) {
  return is_family(columns) ? inno__cronbach_alpha_work_size(columns, rows) : 0;
}

double INNO_CALL inno_flat_alpha(const double *x, int32_t rows, int32_t columns, int32_t column_major,
                                 int32_t standardized) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, x, rows, columns, column_major, alpha_work);
  if (standardized == INT32_MIN) standardized = 0;
  if (standardized != 0 && standardized != 1) s = inno__first(s, INNO_E_ARGUMENT);
  double out = inno__nan();
  if (s == INNO_OK && is_family(columns))
    out = inno__cronbach_alpha((const double *const *)t.column, columns, rows, INNO_USE_PAIRWISE,
                               standardized ? INNO__CORRELATIONS : INNO__COVARIANCES, t.work);
  inno__flat_drop(&t);
  return out - out == 0.0 ? out : inno__nan();
}

static size_t adequacy_work(int64_t rows, int32_t columns) {
  return is_family(columns) ? inno__sampling_adequacy_work_size(columns, rows) : 0;
}

double INNO_CALL inno_flat_kmo(const double *x, int32_t rows, int32_t columns, int32_t column_major) {
  inno__flat_table t;
  inno_status s = inno__flat_take(&t, x, rows, columns, column_major, adequacy_work);
  double out = inno__nan();
  if (s == INNO_OK && is_family(columns))
    out = inno__sampling_adequacy((const double *const *)t.column, columns, rows, t.work);
  inno__flat_drop(&t);
  return out;
}
