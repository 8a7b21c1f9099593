#include "numeric/quantile.h"

#include <float.h>
#include <math.h>

#include "numeric/missing.h"
#include "numeric/order.h"

/* Splits a place among the order statistics into a whole number and a rest of 0 to 1. */
static double split(double place, double *rest) {
  double fuzz = 4.0 * DBL_EPSILON * (place > 1.0 ? place : 1.0);
  double whole = floor(place + fuzz);
  *rest = place - whole;
  if (*rest < fuzz) *rest = 0.0;
  return whole;
}

/* What is taken of the upper of two neighbours. */
static double share_of_upper(double whole, double rest, int32_t type) {
  if (type == 1) return rest > 0.0 ? 1.0 : 0.0;
  if (type == 2) return rest > 0.0 ? 1.0 : 0.5;
  if (type == 3) return rest > 0.0 || ((int64_t)whole & 1) != 0 ? 1.0 : 0.0;
  return rest;
}

static double place_of(double n, double p, int32_t type) {
  static const double a[] = {0.0, 0.5, 0.0, 1.0, 1.0 / 3.0, 0.375}, b[] = {1.0, 0.5, 0.0, 1.0, 1.0 / 3.0, 0.375};
  if (type == 3) return n * p - 0.5;
  if (type < 3) return n * p;
  return a[type - 4] + p * (n + 1.0 - a[type - 4] - b[type - 4]);
}

inno__quantile_place inno__quantile_places(int64_t m, double p, int32_t type) {
  double rest;
  double whole = split(place_of((double)m, p, type), &rest);
  int64_t at = (int64_t)whole;
  return (inno__quantile_place){at < 1   ? 0
                                : at > m ? m - 1
                                         : at - 1,
                                at < 0    ? 0
                                : at >= m ? m - 1
                                          : at,
                                share_of_upper(whole, rest, type)};
}

double inno__quantile_between(double low, double high, double upper) {
  if (low == high || upper == 0.0) return low;
  return upper == 1.0 ? high : (1.0 - upper) * low + upper * high;
}

double inno__quantile_sorted(const double *sorted, int64_t m, double p, int32_t type) {
  if (m == 0) return inno__nan();
  inno__quantile_place place = inno__quantile_places(m, p, type);
  return inno__quantile_between(sorted[place.low], sorted[place.high], place.upper);
}

double inno__quantile(const double *x, int64_t n, double p, int32_t type, double *work) {
  int64_t m = 0;
  for (int64_t i = 0; i < n; i++)
    if (x[i] == x[i]) work[m++] = x[i];
  inno__sort(work, m, work + n);
  return inno__quantile_sorted(work, m, p, type);
}
