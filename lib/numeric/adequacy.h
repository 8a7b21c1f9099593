/* Whether a correlation matrix is worth factoring. Matrices are k x k, row after row. */
#ifndef INNO_NUMERIC_ADEQUACY_H
#define INNO_NUMERIC_ADEQUACY_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  double kmo;             /* Kaiser (1970, 1974), 0 .. 1; NaN where no two indicators correlate, also partially */
  double log_determinant; /* natural logarithm */
  double bartlett;        /* -(n - 1 - (2 k + 5) / 6) log_determinant; NaN where that factor is not above 0 */
  double freedom;         /* k (k - 1) / 2; 0 = nothing to test */
} inno__adequacy;

size_t inno__adequacy_work_size(int32_t k);

/* n: units that the correlations r come from. each: k values, KMO of each indicator (its measure of sampling adequacy),
 * NULL = not wanted. KMO = sum of r_ij^2 / (sum of r_ij^2 + sum of q_ij^2) over i != j, with q_ij the correlation of i
 * and j given all others, which the inverse of r has. Returns -1; or the first indicator that follows from those before
 * it, or has no finite correlations, and then everything but freedom is NaN. */
int32_t inno__adequacy_of(const double *r, int32_t k, int64_t n, double *each, inno__adequacy *out, void *work);

#endif
