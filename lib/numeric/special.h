/* The library's own log, exp and pow: made of + - * / only, so that every compiler and platform gives the same bits.
 * Errors against the exact value, in ulp: log below 0.87, log10 0.51, exp 0.65, pow 0.65; exp and pow below 0.85 where
 * the result is subnormal and is rounded a second time. The worst that a search over 6e7 arguments found, 0.842, 0.500,
 * 0.622 and 0.628, are in tests/golden/special_reference.h. Special cases as in annex F of C99; NaN has one pattern. */
#ifndef INNO_NUMERIC_SPECIAL_H
#define INNO_NUMERIC_SPECIAL_H

#include "numeric/twofold.h"

double inno__log(double x);
double inno__log10(double x);
double inno__exp(double x);
double inno__pow(double x, double y);

/* Logarithm of a twofold number, to 2^-67 of the result; the exponential of one, as accurate as inno__exp. */
inno__twofold inno__twofold_log(inno__twofold x);
double inno__twofold_exp(inno__twofold x);

#endif
