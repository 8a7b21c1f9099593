/* What the eigenvectors of a correlation matrix are made into. Vector f is row f, k long; loadings are k x m, row after
 * row: row i = indicator, column f = factor. */
#ifndef INNO_NUMERIC_COMPONENTS_H
#define INNO_NUMERIC_COMPONENTS_H

#include <stdint.h>

/* Leading eigenvalues that are more than rounding: no loadings can be made of the others. */
int32_t inno__component_rank(const double *values, int32_t k);

/* Of the first m components: vector times the root of its eigenvalue. */
void inno__component_loadings(const double *values, const double *vectors, int32_t k, int32_t m, double *loadings);

/* squares[f] = sum of the squared loadings on factor f. */
void inno__factor_squares(const double *loadings, int32_t k, int32_t m, double *squares);

/* OECD/JRC Handbook, step 6: an indicator belongs to the factor of whose sum of squared loadings it makes the largest
 * share, the first of equals; its weight is that share times the factor's part of the variance that all factors
 * explain. The part's divisor is the same for all, and is left to the caller, who scales to sum 1: what comes out is
 * the squared loading on the factor. squares: of inno__factor_squares(). factor: the factor of each indicator, or NULL.
 */
void inno__factor_weights(const double *loadings, const double *squares, int32_t k, int32_t m, double *weights,
                          int32_t *factor);

/* Coefficients, one an indicator, that give the score on factor f from standardized values: V / sqrt(lambda) x turn,
 * turn m x m: the rotation, times the correlations of the factors where there are any. */
void inno__score_coefficients(const double *values, const double *vectors, int32_t k, int32_t m, const double *turn,
                              int32_t f, double *out);

#endif
