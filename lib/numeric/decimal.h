/* Decimals of doubles, exactly: a double is m 2^e, so how it rounds to so many decimals, and how far it is from a
 * printed number, are questions of whole numbers. Nothing here rounds but what is said to. */
#ifndef INNO_NUMERIC_DECIMAL_H
#define INNO_NUMERIC_DECIMAL_H

#include <stdint.h>

/* Bits, one a rounding. Of the size of a number; the sign stays. */
#define INNO__HALF_UP 1   /* to the nearest, ties away from 0 */
#define INNO__HALF_EVEN 2 /* to the nearest, ties to the even digit */
#define INNO__TRUNCATED 4 /* toward 0 */

enum { INNO__DECIMALS_MOST = 340, INNO__ULPS_MOST = 1000000 };

typedef struct {
  /* Roundings that give the printed number from the computed one, or from what it may stand for: the tie (for
   * truncation the whole last digit) that lies within the ulps. */
  int32_t explains;
  int32_t firm;    /* roundings that give it from every number within the ulps */
  int32_t near;    /* roundings that give it from some number within the ulps */
  double distance; /* printed - computed in units of the last digit; exact, then rounded to a double */
} inno__print;

/* The printed number is the one with so many decimals that is nearest to the double. Both are finite. Two equal doubles
 * agree under every rounding. decimals 0 .. INNO__DECIMALS_MOST, ulps (of the computed number) 0 .. INNO__ULPS_MOST. */
void inno__print_compare(double computed, double printed, int32_t decimals, int32_t ulps, inno__print *out);

/* The fewest decimals that read back as x, which is finite; at most INNO__DECIMALS_MOST. */
int32_t inno__decimals_of(double x);

/* Ends of what may have been printed so: half a last digit on both sides, after truncation a whole one away from 0 (of
 * a printed 0 on both sides). Within one ulp outward. */
void inno__print_interval(double printed, int32_t decimals, int32_t rounding, double *lower, double *upper);

/* 10^-decimals, correctly rounded up to 22 decimals, else within a few ulps. */
double inno__last_digit(int32_t decimals);

#endif
