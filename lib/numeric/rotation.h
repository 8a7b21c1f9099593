/* Rotation of loadings. Loadings are k x m, row after row: row i = indicator, column f = factor. */
#ifndef INNO_NUMERIC_ROTATION_H
#define INNO_NUMERIC_ROTATION_H

#include <stddef.h>
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

/* Doubles of scratch. */
size_t inno__promax_work_count(int32_t m);

/* Promax (Hendrickson and White 1964) of loadings that varimax has turned: by least squares towards themselves with
 * every size raised to a power (1 or above; 4 is usual) and signs kept, then scaled so that each factor has variance 1.
 * loadings become the pattern; structure (k x m) = pattern x factors holds correlations of indicators and factors;
 * factors (m x m) their correlations among each other, 1 on the diagonal. Order and signs are found anew, by varimax's
 * rule, for pattern, structure and factors alike. turned: m x m, NULL = not wanted; loadings given x turned = pattern.
 * Returns -1; or the first factor that can not be told from those before it, and then only loadings may have changed.
 * With m = 1, or a power of 1, nothing turns. R's stats::promax turns by varimax first
 * (stopping early), leaves columns and signs as they come and gives no factors; its pattern is the same otherwise. */
int32_t inno__promax(double *loadings, int32_t k, int32_t m, double power, double *structure, double *factors,
                     double *turned, double *work);

#endif
