#include "numeric/simplex_ratio.h"

#include <math.h>

static const double hair = 1e-13;

double inno__simplex_pivot(const double *x, int64_t n) {
  double most = 0.0;
  for (int64_t i = 0; i < n; i++) most = fabs(x[i]) > most ? fabs(x[i]) : most;
  return 1e-10 * most;
}

/* How far value is from where it stops; violated values come back. */
static double room_of(double value, double rate, double low, double high, double violated) {
  if (violated > 0.0) {
    int below = value<low - violated *(1.0 + fabs(low)), above = value> high + violated * (1.0 + fabs(high));
    if (below) return rate > 0.0 ? low - value : INFINITY;
    if (above) return rate < 0.0 ? value - high : INFINITY;
  }
  return rate > 0.0 ? high - value : value - low;
}

double inno__simplex_ratios(const double *value, const double *rate, const double *low, const double *high, int64_t n,
                            double violated, double *ratio) {
  double least = INFINITY, pivot = inno__simplex_pivot(rate, n);
  for (int64_t i = 0; i < n; i++) {
    double size = fabs(rate[i]);
    ratio[i] = INFINITY;
    if (!(size > pivot)) continue;
    double room = room_of(value[i], rate[i], low[i], high[i], violated);
    if (!(room < INFINITY)) continue;
    ratio[i] = (room > 0.0 ? room : 0.0) / size;
    double reach = ratio[i] + hair / size;
    if (reach < least) least = reach;
  }
  return least;
}
