/* Minimum of a smooth function of k variables that are 0 or more, without its derivatives. */
#ifndef INNO_NUMERIC_MINIMIZE_H
#define INNO_NUMERIC_MINIMIZE_H

#include <stddef.h>
#include <stdint.h>

/* May be INFINITY where the function is not defined: no step ends there. Never NaN. The variables should be about 1 in
 * size, and so should the function's changes. */
typedef double (*inno__function)(const double *x, void *context);

typedef struct {
  int64_t
      limit; /* most evaluations (the 2 k + 1 of the start are always made); no iteration begins that may exceed it */
  double tolerance; /* of the residual; what differences can see is about 1e-10 */
} inno__minimize_options;

typedef struct {
  int64_t evaluations, iterations;
  double value;
  double residual; /* largest |max(x - gradient, 0) - x|: 0 where no allowed direction leads down */
  /* 1 = residual within the tolerance, or as low as rounding of the function lets one see (within 1000 times of it).
   * 0 = limit reached, or no step found; calling again from where it stopped goes on. */
  int32_t converged;
} inno__minimize_report;

size_t inno__minimize_work_size(int32_t k);

/* From x (finite, >= 0, where the function is finite) down to a point where no allowed direction leads down:
 * quasi-Newton (BFGS) steps projected on x >= 0, gradients from differences. The value never rises by more than its
 * rounding, so for a function whose only such points are its minima the search ends in one. */
void inno__minimize(inno__function f, void *context, int32_t k, const inno__minimize_options *options, double *x,
                    inno__minimize_report *report, void *work);

#endif
