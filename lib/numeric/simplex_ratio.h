/* The ratio test of the simplex: the loop that every constraint passes through in every iteration. */
#ifndef INNO_NUMERIC_SIMPLEX_RATIO_H
#define INNO_NUMERIC_SIMPLEX_RATIO_H

#include <stdint.h>

/* A rate up to this is none: the constraint stands still. */
double inno__simplex_pivot(const double *rate, int64_t n);

/* reach[i] = how far one may go before constraint i is violated by a hair, infinite when it never is. violated > 0:
 * constraints that are beyond a bound by more than that (relative) stop where they come back to it, and nowhere else.
 * Returns the least of them. */
double inno__simplex_reach(const double *value, const double *rate, const double *low, const double *high, int64_t n,
                           double violated, double *reach);

/* Constraint i stops at its bound within the least reach: it may be the one to stop at. */
int inno__simplex_stops(double reach, double rate, double least);
/* How far it is to the bound that stops it, at least 0. */
double inno__simplex_length(double value, double rate, double low, double high, double violated);

#endif
