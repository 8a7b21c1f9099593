/* The library's own log, exp and pow: made of + - * / and sqrt only, so that every compiler and platform gives the same bits.
 * Errors against the exact value, measured over the tables of the tests: log, log10, exp, pow below 1 ulp (below 0.6 where the
 * result is normal, see tests/unit/test_numeric_special.c). Special cases as in annex F of C99; NaN has one pattern. */
#ifndef INNO_NUMERIC_SPECIAL_H
#define INNO_NUMERIC_SPECIAL_H

double inno__log(double x);
double inno__log10(double x);
double inno__exp(double x);
double inno__pow(double x, double y);

#endif
