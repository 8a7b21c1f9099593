/* The ratio test of the simplex: the loop that every constraint passes through in every iteration. */
#ifndef INNO_NUMERIC_SIMPLEX_RATIO_H
#define INNO_NUMERIC_SIMPLEX_RATIO_H

#include <stdint.h>

/* A rate up to this is none: the constraint stands still. */
double inno__simplex_pivot(const double *rate, int64_t n);

/* ratio[i] = how far one may go before constraint i stops, infinite when it never does. violated > 0: constraints that
 * are beyond a bound by more than that (relative) stop where they come back to it, and nowhere else. Returns the
 * largest length that violates no constraint by more than a hair: every ratio up to it may be taken. */
double inno__simplex_ratios(const double *value, const double *rate, const double *low, const double *high, int64_t n,
                            double violated, double *ratio);

#endif
