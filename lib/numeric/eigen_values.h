/* Eigenvalues alone, where vectors are not wanted and matrices are many. Matrices are k x k, row after row. */
#ifndef INNO_NUMERIC_EIGEN_VALUES_H
#define INNO_NUMERIC_EIGEN_VALUES_H

#include <stddef.h>
#include <stdint.h>

/* Doubles of scratch. */
size_t inno__eigen_values_work_count(int32_t k);

/* Eigenvalues of a symmetric matrix, descending: reflections (Householder) make it tridiagonal, rotations with
 * Wilkinson's shift (implicit QR) make it diagonal. The lower triangle is read. Each value is within a few times
 * k 2^-53 of the largest in size; small ones are known no better, which inno__eigen_symmetric() would do. Returns the
 * steps that it took; -1 and NaN for what is not finite. */
int32_t inno__eigen_values(const double *a, int32_t k, double *values, double *work);

#endif
