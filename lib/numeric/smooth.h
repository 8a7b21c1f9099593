/* A cubic smoothing spline through points in the plane. */
#ifndef INNO_NUMERIC_SMOOTH_H
#define INNO_NUMERIC_SMOOTH_H

#include <stddef.h>
#include <stdint.h>

#define INNO__SMOOTH_NONE (-1) /* no points */
#define INNO__SMOOTH_MEAN 0    /* one distinct x */
#define INNO__SMOOTH_LINE 1    /* two or three distinct x: the line of least squares */
#define INNO__SMOOTH_CUBIC 3

typedef struct {
  int32_t order;    /* one of the above */
  int32_t at_end;   /* -1, 1 = the search ended at its least (largest) lambda: no minimum in between; else 0 */
  int64_t count;    /* points with both values */
  int64_t distinct; /* different x among them */
  double lambda;    /* for x scaled to 0..1; NaN unless cubic */
  double freedom;   /* trace of what leads y to fitted: 2 = a line, distinct = through the means of every x */
  double residual;  /* sum of squared residuals */
  double gcv;       /* (residual / count) / (1 - freedom / count)^2; NaN where freedom is not below count */
} inno__smooth_report;

size_t inno__smooth_work_size(int64_t n);

/* Minimizes the sum of (y - g(x))^2 plus lambda times the integral of g''^2, x scaled to 0..1 (Reinsch 1967; Green and
 * Silverman 1994, 2.3): a natural cubic spline with a knot at every x. Points with the same x count as their mean with
 * their number as weight; x nearer to the first of their group than 1e-8 of the range are the same. lambda: 0 or above;
 * NaN = the one that minimizes generalized cross-validation (Craven and Wahba 1979): 10^e times the number of points, e
 * from 3 down to -4 log10(pi distinct) - 2 in steps of 1/4, the first of the least (the smoothest), then golden section
 * between its neighbors to 1e-6 in e. Residuals whose squares sum to less than 1e-24 of those about the mean are none.
 * Time n log n, memory n. Points with a missing value are left out; fitted is NaN there and may be neither x nor y. x
 * and y up to 1e150. R's smooth.spline(all.knots = TRUE) minimizes the same for the same lambda, but has 0.333 where
 * the integral has 1/3 (freedom and fits differ by some 1e-4 of themselves), searches spar from -1.5 to 1.5 less
 * finely, and rounds x to 1e-6 of the interquartile range. */
void inno__smooth(const double *x, const double *y, int64_t n, double lambda, double *fitted,
                  inno__smooth_report *report, void *work);

#endif
