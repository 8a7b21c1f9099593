/* One common factor of a correlation matrix. Matrices are k x k, row after row. */
#ifndef INNO_NUMERIC_FACTOR_H
#define INNO_NUMERIC_FACTOR_H

#include <stddef.h>
#include <stdint.h>

#define INNO__FACTOR_FOUND 0
#define INNO__FACTOR_HEYWOOD 1      /* a communality is above 1: the model does not hold for these data */
#define INNO__FACTOR_LIMIT 2        /* steps used up before the gradient vanished */
#define INNO__FACTOR_UNDETERMINED 3 /* below 3 indicators, or nothing off the diagonal, or a loading that is free */
#define INNO__FACTOR_INVALID 4      /* an entry is not finite */

typedef struct {
  int32_t status;
  int32_t steps;
  int32_t heywood; /* the indicator whose communality is the largest above 1; -1 = none */
  double residual; /* sum over the pairs of (correlation - product of loadings)^2 */
  double gradient; /* largest derivative of half of that, in size */
} inno__factor_report;

size_t inno__factor_work_size(int32_t k);

/* Loadings that minimize the sum of squared residuals off the diagonal (minres of Harman and Jones 1966, unweighted
 * least squares): from the leading component, Newton steps where the Hessian is positive definite and the sum falls,
 * else one loading after the other at its best. Communalities are free, also to exceed 1 (by more than 1e-9, which is
 * reported); psych's fa(fm = "minres") has the same minimum where none does, and holds them at 0.995 otherwise.
 * Converged when no derivative is beyond 1e-12 k. Loadings have inno__orient()'s sign; they are NaN when undetermined
 * or invalid, and where the search stopped otherwise. The diagonal of r is not read. */
void inno__factor_one(const double *r, int32_t k, int32_t limit, double *loadings, inno__factor_report *report,
                      void *work);

#endif
