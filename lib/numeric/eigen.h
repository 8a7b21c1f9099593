/* Eigenvalues and eigenvectors. Matrices are k x k, row after row. */
#ifndef INNO_NUMERIC_EIGEN_H
#define INNO_NUMERIC_EIGEN_H

#include <stdint.h>

/* Every pair of a symmetric matrix by cyclic Jacobi rotations, which find small eigenvalues of a correlation matrix as
 * exactly as large ones. a is destroyed (both triangles are read). values: descending, equal ones in the order of their
 * columns. vectors: vector j is row j, of length 1, with inno__orient()'s sign. Returns the sweeps that it took; -1
 * when 60 were not enough, which happens for values that are not finite only. Equal eigenvalues have vectors that span
 * the right space but are one choice of many. */
int32_t inno__eigen_symmetric(double *a, int32_t k, double *values, double *vectors);

/* Turns a vector round so that its entries sum to something positive; where the sum is within 1e-12 of 0, so that the
 * first entry beyond 1e-12 in size is positive. */
void inno__orient(double *x, int32_t k, int32_t stride);

/* Largest eigenvalue and its vector (positive, sum 1) of a matrix of positive entries, by powers. Stops when the bounds
 * of Collatz and Wielandt, min and max of (A v)_i / v_i, are within a factor 1 + 1e-14 k of each other: the eigenvalue
 * is between them. Returns the iterations, or -1 when limit of them were not enough. work: k doubles. */
int32_t inno__eigen_positive(const double *a, int32_t k, int32_t limit, double *value, double *vector, double *work);

#endif
