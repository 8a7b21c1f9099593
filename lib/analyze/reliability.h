/* How well columns measure one thing. Matrices are k x k, row after row. */
#ifndef INNO_ANALYZE_RELIABILITY_H
#define INNO_ANALYZE_RELIABILITY_H

#include <stddef.h>
#include <stdint.h>

/* Cronbach's alpha of a matrix of covariances (or correlations: the standardized alpha): k^2 c / S, where c is the mean
 * off the diagonal and S the sum of all entries; the same as k / (k - 1) (1 - trace / S). skip: a column that is left
 * out, -1 = none. NaN below two columns, where an entry is NaN, and where S is not above 1e-12 of the trace: then the
 * sum of the columns does not vary. */
double inno__alpha_of(const double *covariances, int32_t k, int32_t skip);

/* Bytes; SIZE_MAX when a size_t cannot say it. */
size_t inno__cronbach_alpha_work_size(int32_t k, int64_t n);

/* Of k columns of n units; kind: INNO__COVARIANCES, or INNO__CORRELATIONS for the standardized one; use:
 * INNO_USE_PAIRWISE (each covariance over the units that have both values, as COINr's get_cronbach) or
 * INNO_USE_COMPLETE. */
double inno__cronbach_alpha(const double *const *x, int32_t k, int64_t n, int32_t use, int32_t kind, void *work);

/* The split of columns into two parts whose sums have the largest covariance, and that covariance. Up to
 * INNO__SPLIT_ALL columns of all 2^(k - 1) - 1 splits. Above, from min(k, 32) beginnings: columns in their order from
 * the first, the second, ... on (round the end), each put to the side with whose sum it has the smaller covariance,
 * the first where they are equal; then, as long as it gains: the column whose move to the other side gains most, and
 * where none gains the two that gain most by changing sides. k is 2 or more and every entry finite. work: 3 k doubles.
 */
#define INNO__SPLIT_ALL 16
double inno__best_split(const double *covariances, int32_t k, double *work);

#endif
