/* Ordinary least squares with a constant term, on chosen rows. */
#ifndef INNO_NUMERIC_OLS_H
#define INNO_NUMERIC_OLS_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  int32_t p;
  double center;         /* mean of y */
  double *means, *slope; /* p each */
  const double *factor;  /* p x p, lower: L with L L' = cross products of deviations */
} inno__ols;

size_t inno__ols_work_size(int32_t p);

/* Fits y on p columns over the rows listed; every value there is present. Returns -1, or the first column that is
 * constant over these rows or follows from those before it. The fit lives in work. */
int32_t inno__ols_fit(inno__ols *fit, const double *const *x, int32_t p, const double *y, const int64_t *rows,
                      int64_t count, void *work);

double inno__ols_predict(const inno__ols *fit, const double *const *x, int64_t row);

#endif
