/* Columns for a regression on a natural cubic spline: cubic between its knots, a line outside them. */
#ifndef INNO_NUMERIC_SPLINE_H
#define INNO_NUMERIC_SPLINE_H

#include <stdint.h>

/* Knots at quantiles (type 7) of x, for ascending shares of 0..1; equal ones are one. Returns how many there are: 0
 * when x has no values. work: 2 n doubles. */
int32_t inno__spline_knots(const double *x, int64_t n, const double *shares, int32_t count, double *knots,
                           double *work);

/* count - 1 columns of n values (0 where count is below 2), for use with a constant: t = (x - first knot) / (last -
 * first), and for each knot but the last two d_j - d_last-but-one with d_j = ((t - t_j)+^3 - (t - 1)+^3) / (1 - t_j)
 * (Hastie, Tibshirani and Friedman 2009, 5.4 - 5.5), times what makes its slope beyond the last knot 1. So a fit is a
 * line outside the knots, and does not depend on the unit of x. Knots ascend strictly. NaN stays NaN. */
void inno__spline_basis(const double *x, int64_t n, const double *knots, int32_t count, double *const *columns);

#endif
