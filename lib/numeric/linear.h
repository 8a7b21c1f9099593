/* Symmetric positive definite systems. Matrices are k x k, row after row. All sums run in ascending order. */
#ifndef INNO_NUMERIC_LINEAR_H
#define INNO_NUMERIC_LINEAR_H

#include <stdint.h>

/* For covariances and cross products: what is left of a column that earlier ones explain is about k 2^-52 of it. */
#define INNO__SINGULAR 1e-12

double inno__dot(const double *x, const double *y, int32_t count);

/* Replaces the lower triangle of a by L with a = L L'; the upper one is neither read nor written. Returns -1, or the
 * first column j that is singular: what the columns before it leave of a[j][j] is not above tolerance * a[j][j] (for a
 * covariance: 1 - R^2 of column j on those before it), or a[j][j] is not above 0, or something in it is not finite.
 * Then columns 0 .. j - 1 of L are right. */
int32_t inno__cholesky(double *a, int32_t k, double tolerance);

/* x with L L' x = b, in place of b. */
void inno__cholesky_solve(const double *l, int32_t k, double *b);

/* The inverse of L L', both triangles, into out, which may not be l. */
void inno__cholesky_inverse(const double *l, int32_t k, double *out);

#endif
