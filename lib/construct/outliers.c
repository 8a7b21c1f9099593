#include "construct/outliers.h"

#include "numeric/moments.h"
#include "numeric/order.h"
#include "numeric/quantile.h"

int64_t inno__sort_present(const double *x, int64_t n, double *work) {
  int64_t m = 0;
  for (int64_t i = 0; i < n; i++)
    if (x[i] == x[i]) work[m++] = x[i];
  inno__sort(work, m, work + n);
  return m;
}

void inno__fence_limits(const double *x, int64_t n, double reach, int32_t quantile_type, double *work, double *low,
                        double *high) {
  int64_t m = inno__sort_present(x, n, work);
  double first = inno__quantile_sorted(work, m, 0.25, quantile_type);
  double third = inno__quantile_sorted(work, m, 0.75, quantile_type);
  *low = first - reach * (third - first);
  *high = third + reach * (third - first);
}

void inno__sd_limits(const double *x, int64_t n, double sds, double *low, double *high) {
  inno__moments m;
  inno__moments_of(x, n, &m);
  *low = m.mean - sds * inno__sd(&m);
  *high = m.mean + sds * inno__sd(&m);
}
