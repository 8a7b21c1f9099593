#include "numeric/ols_report.h"

#include <math.h>

#include "numeric/linear.h"
#include "numeric/missing.h"

void inno__ols_report_of(const inno__ols *fit, const double *const *x, const double *y, const int64_t *rows,
                         int64_t count, inno__ols_report *out) {
  int64_t freedom = count - 1 - fit->p;
  *out = (inno__ols_report){count, freedom > 0 ? freedom : 0, 0.0, 0.0, inno__nan(), inno__nan(), inno__nan()};
  for (int64_t i = 0; i < count; i++) {
    double off = y[rows[i]] - inno__ols_predict(fit, x, rows[i]), about = y[rows[i]] - fit->center;
    out->residual += off * off;
    out->total += about * about;
  }
  if (freedom > 0) out->sd = sqrt(out->residual / (double)freedom);
  if (!(out->total > 0.0)) return;
  out->r2 = 1.0 - out->residual / out->total;
  if (freedom > 0) out->adjusted = 1.0 - (out->residual / (double)freedom) / (out->total / (double)(count - 1));
}

double inno__ols_leverage(const inno__ols *fit, const double *const *x, int64_t row, int64_t count, double *work) {
  double sum = 1.0 / (double)count;
  for (int32_t c = 0; c < fit->p; c++) { /* L^-1 of the deviation, and its length */
    const double *l = fit->factor + (size_t)c * (size_t)fit->p;
    double v = x[c][row] - fit->means[c];
    for (int32_t d = 0; d < c; d++) v -= l[d] * work[d];
    work[c] = v / l[c];
    sum += work[c] * work[c];
  }
  return sum;
}

void inno__ols_covariance(const inno__ols *fit, const inno__ols_report *report, double *coefficients, double *out,
                          double *work) {
  const int32_t p = fit->p, m = p + 1;
  const double variance = report->sd * report->sd;
  double constant = fit->center, corner = 1.0 / (double)report->count;
  for (int32_t c = 0; c < p; c++) {
    double sum = 0.0;
    for (int32_t d = 0; d < p; d++) work[d] = d == c ? 1.0 : 0.0;
    inno__cholesky_solve(fit->factor, p, work);
    for (int32_t d = 0; d < p; d++) {
      sum += work[d] * fit->means[d];
      if (d <= c)
        out[(size_t)(d + 1) * (size_t)m + (size_t)(c + 1)] = out[(size_t)(c + 1) * (size_t)m + (size_t)(d + 1)] =
            variance * work[d];
    }
    out[c + 1] = out[(size_t)(c + 1) * (size_t)m] = 0.0 - variance * sum;
    corner += fit->means[c] * sum;
    constant -= fit->slope[c] * fit->means[c];
  }
  out[0] = variance * corner;
  if (coefficients == NULL) return;
  coefficients[0] = constant;
  for (int32_t c = 0; c < p; c++) coefficients[c + 1] = fit->slope[c];
}
