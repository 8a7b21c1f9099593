/* Distributions of test statistics. lower is the share of the distribution at or below a value, upper the one above
 * it; both are computed by themselves, so that a share of 1e-300 has as many digits as one of 0.3: for degrees of
 * freedom from 0.1 to 1e6 the relative error is below 1e-13, and below 1e-11 up to 1e10
 * (tests/golden/distribution_reference.h has the measurements). NaN for NaN and for degrees of freedom that are not
 * above 0 or lie between 1e10 and infinity. */
#ifndef INNO_NUMERIC_DISTRIBUTION_H
#define INNO_NUMERIC_DISTRIBUTION_H

double inno__normal_lower(double z);
double inno__normal_upper(double z);

/* Student's t; infinite degrees of freedom are the normal distribution. */
double inno__student_lower(double t, double df);
double inno__student_upper(double t, double df);

/* Of chi squared; below 0 there is nothing. NaN for infinite degrees of freedom. */
double inno__chi_squared_lower(double x, double df);
double inno__chi_squared_upper(double x, double df);

/* F of Fisher and Snedecor. Infinite df2: chi squared of df1 over df1; infinite df1: df2 over chi squared of df2; both:
 * all of it is at 1. */
double inno__f_lower(double f, double df1, double df2);
double inno__f_upper(double f, double df1, double df2);

/* quantile: the smallest value whose lower share is at least p; critical: the smallest whose upper share is at most q.
 * 0 and 1 give the ends of the range. NaN for a share outside 0..1, and as above. The normal one is right to 2e-15 of
 * itself for shares from 1e-300, the others are where the computed share passes p, found by halving the doubles between
 * the ends. */
double inno__normal_quantile(double p);
double inno__normal_critical(double q);
double inno__student_quantile(double p, double df);
double inno__student_critical(double q, double df);
double inno__chi_squared_quantile(double p, double df);
double inno__chi_squared_critical(double q, double df);
double inno__f_quantile(double p, double df1, double df2);
double inno__f_critical(double q, double df1, double df2);

#endif
