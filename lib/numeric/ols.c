#include "numeric/ols.h"

#include <math.h>

#include "numeric/linear.h"

size_t inno__ols_work_size(int32_t p) {
  size_t columns = (size_t)p;
  return (columns * columns + 2 * columns) * sizeof(double);
}

/* 0 when the column is constant. The mean of what the first mean left over is added: equal values have exactly their
 * value as mean. */
static int mean_of(const double *x, const int64_t *rows, int64_t count, double *mean) {
  double sum = 0.0, rest = 0.0;
  int varies = 0;
  for (int64_t i = 0; i < count; i++) {
    sum += x[rows[i]];
    varies |= x[rows[i]] != x[rows[0]];
  }
  *mean = sum / (double)count;
  for (int64_t i = 0; i < count; i++) rest += x[rows[i]] - *mean;
  *mean += rest / (double)count;
  return varies;
}

static double cross(const double *x, double x_mean, const double *y, double y_mean, const int64_t *rows,
                    int64_t count) {
  double sum = 0.0;
  for (int64_t i = 0; i < count; i++) sum += (x[rows[i]] - x_mean) * (y[rows[i]] - y_mean);
  return sum;
}

int32_t inno__ols_fit(inno__ols *fit, const double *const *x, int32_t p, const double *y, const int64_t *rows,
                      int64_t count, void *work) {
  double *products = work;
  const size_t columns = (size_t)p;
  *fit = (inno__ols){.p = p,
                     .means = products + columns * columns,
                     .slope = products + columns * columns + columns,
                     .factor = products};
  mean_of(y, rows, count, &fit->center);
  for (int32_t c = 0; c < p; c++)
    if (!mean_of(x[c], rows, count, &fit->means[c])) return c;
  for (size_t c = 0; c < columns; c++) {
    for (size_t d = 0; d <= c; d++)
      products[c * columns + d] = cross(x[c], fit->means[c], x[d], fit->means[d], rows, count);
    fit->slope[c] = cross(x[c], fit->means[c], y, fit->center, rows, count);
  }
  int32_t singular = inno__cholesky(products, p, INNO__SINGULAR);
  if (singular < 0) inno__cholesky_solve(products, p, fit->slope);
  return singular;
}

double inno__ols_predict(const inno__ols *fit, const double *const *x, int64_t row) {
  double y = fit->center;
  for (int32_t c = 0; c < fit->p; c++) y += fit->slope[c] * (x[c][row] - fit->means[c]);
  return y;
}
