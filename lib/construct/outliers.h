/* Limits beyond which a value counts as an outlier. */
#ifndef INNO_CONSTRUCT_OUTLIERS_H
#define INNO_CONSTRUCT_OUTLIERS_H

#include <stdint.h>

/* Values that are there, ascending, in the first of 2 n doubles; returns their number. */
int64_t inno__sort_present(const double *x, int64_t n, double *work);

/* The quartiles less and plus reach times their distance (Tukey); work: 2 n doubles. NaN without values. */
void inno__fence_limits(const double *x, int64_t n, double reach, int32_t quantile_type, double *work, double *low,
                        double *high);
/* mean -+ sds times the standard deviation, divisor m - 1; NaN below two values. */
void inno__sd_limits(const double *x, int64_t n, double sds, double *low, double *high);

#endif
