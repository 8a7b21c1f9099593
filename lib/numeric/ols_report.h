/* How good a least squares fit is, and how sure its coefficients and predictions are. */
#ifndef INNO_NUMERIC_OLS_REPORT_H
#define INNO_NUMERIC_OLS_REPORT_H

#include <stdint.h>

#include "numeric/ols.h"

typedef struct {
  int64_t count, freedom; /* rows; rows less coefficients with the constant, 0 when there is nothing left */
  double residual, total; /* squares about the fit, about the mean */
  double sd;              /* root of residual / freedom; NaN where freedom is 0 */
  double r2, adjusted;    /* 1 - residual / total, and with both divided by their freedom; NaN for a constant y */
} inno__ols_report;

/* x, y, rows and count as they were given to inno__ols_fit(), which found no column at fault. */
void inno__ols_report_of(const inno__ols *fit, const double *const *x, const double *y, const int64_t *rows,
                         int64_t count, inno__ols_report *out);

/* 1 / count + the distance of a row, any row, from the means in the metric of the columns: for a row of the fit its
 * leverage h. sd sqrt(h) is the standard error of the fit there (confidence), sd sqrt(1 + h) that of a new value
 * (prediction). work: p doubles. */
double inno__ols_leverage(const inno__ols *fit, const double *const *x, int64_t row, int64_t count, double *work);

/* Covariances of the p + 1 coefficients, (p + 1) x (p + 1), the constant (at x = 0) first. NaN where sd is.
 * coefficients: p + 1 values in that order, NULL = not wanted. work: p doubles. */
void inno__ols_covariance(const inno__ols *fit, const inno__ols_report *report, double *coefficients, double *out,
                          double *work);

#endif
