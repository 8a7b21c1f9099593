/* Denomination: x / (d / scale), COINr's order of operations. */
#ifndef INNO_CONSTRUCT_DENOMINATE_H
#define INNO_CONSTRUCT_DENOMINATE_H

#include <stdint.h>

/* A value whose denominator is missing or zero becomes missing and is marked INNO_MARK_NO_DENOMINATOR or
 * INNO_MARK_ZERO_DENOMINATOR; a value that was missing is not marked. out may be x. marks: n bytes, ORed into; may be NULL. */
void inno__denominate(const double *x, const double *denominator, double scale, int64_t n, double *out,
                      unsigned char *marks);

/* The way back: what so many divisions by one denominator made into the quotient. NaN where nothing does, and where it
 * is infinite. */
double inno__undenominate(double quotient, double denominator, double scale, int32_t times);

#endif
