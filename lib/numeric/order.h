/* Sorting, ranks, medians. NaN is missing: it sorts last and has no rank. -0 equals 0. */
#ifndef INNO_NUMERIC_ORDER_H
#define INNO_NUMERIC_ORDER_H

#include <stddef.h>
#include <stdint.h>

#define INNO__TIES_MIN 1     /* 1 2 2 4 */
#define INNO__TIES_MAX 2     /* 1 3 3 4 */
#define INNO__TIES_DENSE 3   /* 1 2 2 3 */
#define INNO__TIES_AVERAGE 4 /* 1 2.5 2.5 4 */

/* Bytes of scratch for n values; 8-byte aligned. */
size_t inno__rank_work_size(int64_t n);
/* Rank 1 is the smallest value, or the largest when descending. out may not be x. */
void inno__rank(const double *x, int64_t n, int32_t descending, int32_t ties, double *out, void *work);

/* Positions of values that are there, sorted by them; stable, so that sorting by several is sorting by the last first.
 * work: as for the ranks of count values. */
void inno__sort_positions(const double *x, int64_t *position, int64_t count, int32_t descending, void *work);

/* Ascending, in place, NaN last; work: n doubles. */
void inno__sort(double *x, int64_t n, double *work);

/* Of the values that are there: the middle one, or the mean of the two; NaN when there are none. work: 2 n doubles. */
double inno__median(const double *x, int64_t n, double *work);

#endif
