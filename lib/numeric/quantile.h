/* Quantiles of values that are there. */
#ifndef INNO_NUMERIC_QUANTILE_H
#define INNO_NUMERIC_QUANTILE_H

#include <stdint.h>

/* Types 1 to 9 of Hyndman and Fan (1996), numbered as in R: 1 the inverse of the empirical distribution, 2 the same
 * with means at its steps, 3 the nearest even order statistic (SAS), 4 to 9 interpolated with (a, b) = (0, 1), (1/2,
 * 1/2), (0, 0), (1, 1), (1/3, 1/3), (3/8, 3/8). 7 is R's and Excel's own (PERCENTILE.INC), 6 PERCENTILE.EXC and Stata's
 * altdef, 2 what Stata computes by default (summarize, pctile, xtile). */
#define INNO__QUANTILE_R 7
#define INNO__QUANTILE_STATA 2

/* sorted: ascending, m of them, none missing. p in 0..1. NaN when m is 0. A place nearer to a whole number than 4 units
 * in its last place (of 1 at least) is that number, as in R: 0.15 of 20 values is the third. */
double inno__quantile_sorted(const double *sorted, int64_t m, double p, int32_t type);

/* Which two of m values, m above 0, make the quantile: their places from 0, and what is taken of the second; 0 = the
 * first alone. For values that are not in memory one by one. */
typedef struct {
  int64_t low, high;
  double upper;
} inno__quantile_place;
inno__quantile_place inno__quantile_places(int64_t m, double p, int32_t type);
double inno__quantile_between(double low, double high, double upper);

/* Of x with missing values left out; work: 2 n doubles. */
double inno__quantile(const double *x, int64_t n, double p, int32_t type, double *work);

#endif
