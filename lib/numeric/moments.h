/* Sums over the units of a column. NaN is missing and omitted. Every reduction has one order, whatever the compiler or
 * the processor: value i goes to lane i mod 8, the lanes are combined as ((0+4)+(2+6))+((1+5)+(3+7)). */
#ifndef INNO_NUMERIC_MOMENTS_H
#define INNO_NUMERIC_MOMENTS_H

#include <stdint.h>

typedef struct {
  int64_t count;
  double mean;
  double s2, s3, s4; /* sums of (x - mean)^k; a constant column has exactly 0 */
} inno__moments;

/* 1 = no infinity among them. */
int inno__all_finite(const double *x, int64_t n);
/* Both NaN when there are no values. */
void inno__range(const double *x, int64_t n, double *min, double *max, int64_t *count);
double inno__sum(const double *x, int64_t n, int64_t *count);
/* NaN when there are no values; a constant column's is its value exactly. */
double inno__mean(const double *x, int64_t n, int64_t *count);

/* Two passes. Values up to 1e150 in size give a finite mean and s2. s3 and s4, and with them skewness and kurtosis,
 * need a root of s2 between 1e-72 and 1e72: beyond, fourth powers leave the range of a double, and both are NaN. */
void inno__moments_of(const double *x, int64_t n, inno__moments *out);

double inno__sd(const inno__moments *m); /* divisor count - 1; NaN below 2 values */

/* Joanes and Gill (1998): type 1 g1, type 2 G1 (SAS, Excel, COINr), type 3 b1; excess kurtosis likewise. NaN for a
 * constant column, and below 3 (skewness) or 4 (kurtosis) values for type 2. */
double inno__skewness(const inno__moments *m, int32_t type);
double inno__kurtosis(const inno__moments *m, int32_t type);

#endif
