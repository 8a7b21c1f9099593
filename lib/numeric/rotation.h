/* Rotation of loadings. Loadings are k x m, row after row: row i = indicator, column f = factor. */
#ifndef INNO_NUMERIC_ROTATION_H
#define INNO_NUMERIC_ROTATION_H

#include <stdint.h>

typedef struct {
  int32_t sweeps; /* through all pairs of factors */
  int32_t converged;
  double angle; /* sine of the largest turn of the last sweep */
} inno__rotation_report;

/* Varimax with Kaiser's normalization: rows are scaled to length 1, pairs of factors turned by the angle that maximizes
 * the variance of the squared loadings, until no turn of a sweep is beyond a sine of 1e-10 or limit sweeps are done;
 * then rows are scaled back. Factors come out in descending order of their sums of squares, each with inno__orient()'s
 * sign. Same optimum as psych and SPSS, which stop earlier (psych at 1e-5 of the criterion). turned: m x m, NULL = not
 * wanted; loadings given x turned = loadings out. A row of zeros stays. work: k doubles. */
void inno__varimax(double *loadings, int32_t k, int32_t m, int32_t limit, double *turned, inno__rotation_report *report,
                   double *work);

#endif
