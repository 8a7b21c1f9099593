#include "numeric/spline.h"

#include "numeric/order.h"
#include "numeric/quantile.h"

int32_t inno__spline_knots(const double *x, int64_t n, const double *shares, int32_t count, double *knots,
                           double *work) {
  int64_t m = 0;
  int32_t found = 0;
  for (int64_t i = 0; i < n; i++)
    if (x[i] == x[i]) work[m++] = x[i];
  if (m == 0) return 0;
  inno__sort(work, m, work + n);
  for (int32_t j = 0; j < count; j++) {
    double knot = inno__quantile_sorted(work, m, shares[j], INNO__QUANTILE_R);
    if (found == 0 || knot > knots[found - 1]) knots[found++] = knot;
  }
  return found;
}

static inline double cube(double t) { return t > 0.0 || t != t ? t * t * t : 0.0; }

/* Above knot and up to 1 the cube, beyond 1 a square: the difference is written so that nothing cancels there. */
static double ramp(double t, double knot) {
  double length = 1.0 - knot, over = t - 1.0;
  if (!(over > 0.0)) return cube(t - knot) / length;
  return length * length + 3.0 * over * (length + over);
}

void inno__spline_basis(const double *x, int64_t n, const double *knots, int32_t count, double *const *columns) {
  if (count < 2) return;
  const double low = knots[0], range = knots[count - 1] - low, last = (knots[count - 2] - low) / range;
  for (int64_t i = 0; i < n; i++) columns[0][i] = (x[i] - low) / range;
  for (int32_t j = 0; j + 2 < count; j++) {
    const double knot = (knots[j] - low) / range;
    /* beyond 1 a ramp's slope is 3 (length + 2 over), so that the difference has 3 (last - knot) */
    for (int64_t i = 0; i < n; i++)
      columns[j + 1][i] = (ramp(columns[0][i], knot) - ramp(columns[0][i], last)) / (3.0 * (last - knot));
  }
}
