/* Horn's parallel analysis: how many components of a correlation matrix stand out from those of pure noise. */
#ifndef INNO_NUMERIC_PARALLEL_H
#define INNO_NUMERIC_PARALLEL_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  int64_t n; /* units, 2 or more */
  int32_t k; /* indicators, 1 or more; n k below INNO__DIMENSIONS */
  uint64_t seed;
  uint32_t stream;
} inno__parallel;

/* 0 where n or k is out of range, or what they need is more than a size_t can say. */
size_t inno__parallel_work_size(const inno__parallel *p);

/* Eigenvalues, descending, of the correlation matrices of draws first .. first + count - 1: n units of k independent
 * normal indicators, where unit i and indicator j have dimension i k + j of the replicate whose number is the draw's.
 * values: k a draw, row after row. Any cut of the draws gives the same bits. Those beyond n - 1 are exactly 0. Where
 * n < k the matrix of products of units is taken, which has the others. */
void inno__parallel_draws(const inno__parallel *p, uint64_t first, int64_t count, double *values, void *work);

/* For each eigenvalue its mean and its quantile (type 7) over the draws, of which there is one at least. Either may be
 * NULL. work: 2 draws doubles. */
void inno__parallel_reference(const double *values, int64_t draws, int32_t k, double share, double *mean, double *upper,
                              double *work);

/* How many leading eigenvalues are above their references: it ends at the first that is not. */
int32_t inno__parallel_count(const double *observed, const double *reference, int32_t k);

#endif
