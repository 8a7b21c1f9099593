#include "numeric/linear.h"

#include <float.h>
#include <math.h>
#include <stddef.h>

/* row i of the triangle */
static inline double *row(double *a, int32_t k, int32_t i) { return a + (size_t)i * (size_t)k; }
static inline const double *row_of(const double *a, int32_t k, int32_t i) { return a + (size_t)i * (size_t)k; }

double inno__dot(const double *x, const double *y, int32_t count) {
  double sum = 0.0;
  for (int32_t i = 0; i < count; i++) sum += x[i] * y[i];
  return sum;
}

int32_t inno__cholesky(double *a, int32_t k, double tolerance) {
  for (int32_t j = 0; j < k; j++) {
    double *pivot_row = row(a, k, j), given = pivot_row[j];
    double left = given - inno__dot(pivot_row, pivot_row, j);
    if (!(given > 0.0) || !(left > tolerance * given) || !(left <= DBL_MAX)) return j;
    pivot_row[j] = sqrt(left);
    for (int32_t i = j + 1; i < k; i++) {
      double *r = row(a, k, i);
      r[j] = (r[j] - inno__dot(r, pivot_row, j)) / pivot_row[j];
    }
  }
  return -1;
}

void inno__cholesky_solve(const double *l, int32_t k, double *b) {
  for (int32_t i = 0; i < k; i++) {
    const double *r = row_of(l, k, i);
    b[i] = (b[i] - inno__dot(r, b, i)) / r[i];
  }
  for (int32_t i = k - 1; i >= 0; i--) {
    double sum = b[i];
    for (int32_t m = i + 1; m < k; m++) sum -= row_of(l, k, m)[i] * b[m];
    b[i] = sum / row_of(l, k, i)[i];
  }
}

void inno__cholesky_inverse(const double *l, int32_t k, double *out) {
  for (int32_t c = 0; c < k; c++) {
    double *column = row(out, k, c); /* symmetric: a row will do */
    for (int32_t i = 0; i < k; i++) column[i] = i == c ? 1.0 : 0.0;
    inno__cholesky_solve(l, k, column);
  }
  for (int32_t i = 0; i < k; i++)
    for (int32_t j = 0; j < i; j++) row(out, k, i)[j] = row(out, k, j)[i]; /* the same bits on both sides */
}
