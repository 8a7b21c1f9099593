/* Partial correlation, of correlation.h. */
#include <float.h>
#include <math.h>

#include "numeric/correlation.h"
#include "numeric/linear.h"
#include "numeric/missing.h"

/* What the given columns leave of an entry: in the rows of the triangular factor they are the first k. */
static double left_of(double entry, const double *row_i, const double *row_j, int32_t k) {
  return entry - inno__dot(row_i, row_j, k);
}

static int is_left(double left, double entry) { return left > INNO__SINGULAR * entry && left <= DBL_MAX; }

int32_t inno__partial_correlation(const double *matrix, int32_t size, int32_t x, int32_t y, const int32_t *given,
                                  int32_t k, double *out, double *work) {
  const int32_t count = k + 2;
  const double *of_x = matrix + (size_t)x * (size_t)size, *of_y = matrix + (size_t)y * (size_t)size;
  double *row_x = work + (size_t)k * (size_t)count, *row_y = row_x + count;
  *out = inno__nan();
  for (int32_t i = 0; i < count; i++) {
    const int32_t from = i < k ? given[i] : i == k ? x : y;
    for (int32_t j = 0; j <= i; j++) {
      const int32_t to = j < k ? given[j] : j == k ? x : y;
      work[(size_t)i * (size_t)count + (size_t)j] = matrix[(size_t)from * (size_t)size + (size_t)to];
    }
  }
  const int32_t singular = inno__cholesky(work, count, INNO__SINGULAR);
  if (singular >= 0 && singular < k) return given[singular];
  const double xx = left_of(of_x[x], row_x, row_x, k), yy = left_of(of_y[y], row_y, row_y, k);
  if (!is_left(xx, of_x[x])) return x;
  if (!is_left(yy, of_y[y])) return y;
  const double r = left_of(of_x[y], row_x, row_y, k) / (sqrt(xx) * sqrt(yy));
  if (r != r) return y;
  *out = r > 1.0 ? 1.0 : r < -1.0 ? -1.0 : r;
  return -1;
}
