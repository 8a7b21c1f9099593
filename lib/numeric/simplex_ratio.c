#include "numeric/simplex_ratio.h"

#include <math.h>

#include "numeric/lanes.h"

static const double hair = 1e-13;

double inno__simplex_pivot(const double *rate, int64_t n) {
  inno__two most = inno__two_of(0.0);
  double pair[2], last = 0.0;
  int64_t i = 0;
  for (; i + 2 <= n; i += 2) most = inno__two_max(inno__two_abs(inno__two_load(rate + i)), most);
  inno__two_store(pair, most);
  if (i < n) last = fabs(rate[i]);
  double largest = pair[0] > pair[1] ? pair[0] : pair[1];
  return 1e-10 * (last > largest ? last : largest);
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

double inno__simplex_length(double value, double rate, double low, double high, double violated) {
  double room = room_of(value, rate, low, high, violated);
  return room > 0.0 ? room / fabs(rate) : 0.0;
}

int inno__simplex_stops(double reach, double rate, double least) {
  double size = fabs(rate);
  return reach < INFINITY && reach * size <= least * size + hair;
}

static double reach_of(double value, double rate, double low, double high, double violated, double pivot) {
  if (!(fabs(rate) > pivot)) return INFINITY;
  double room = room_of(value, rate, low, high, violated);
  return ((room > 0.0 ? room : 0.0) + hair) / fabs(rate);
}

/* Nothing is violated: one side at a time, a rate of 0 being a bound that is never reached. */
static double all_within(const double *value, const double *rate, const double *low, const double *high, int64_t n,
                         double pivot, double *reach) {
  const inno__two none = inno__two_of(0.0), more = inno__two_of(hair), least_rate = inno__two_of(pivot);
  inno__two least = inno__two_of(INFINITY);
  double pair[2];
  int64_t i = 0;
  for (; i + 2 <= n; i += 2) {
    inno__two r = inno__two_load(rate + i), v = inno__two_load(value + i), back = inno__two_sub(none, r);
    inno__two up = inno__two_max(inno__two_sub(inno__two_load(high + i), v), none);
    inno__two down = inno__two_max(inno__two_sub(v, inno__two_load(low + i)), none);
    up = inno__two_div(inno__two_add(up, more), inno__two_where_above(r, least_rate, r));
    down = inno__two_div(inno__two_add(down, more), inno__two_where_above(back, least_rate, back));
    up = inno__two_min(up, down);
    inno__two_store(reach + i, up);
    least = inno__two_min(up, least);
  }
  inno__two_store(pair, least);
  double out = pair[0] < pair[1] ? pair[0] : pair[1];
  for (; i < n; i++) {
    reach[i] = reach_of(value[i], rate[i], low[i], high[i], 0.0, pivot);
    if (reach[i] < out) out = reach[i];
  }
  return out;
}

double inno__simplex_reach(const double *value, const double *rate, const double *low, const double *high, int64_t n,
                           double violated, double *reach) {
  double least = INFINITY, pivot = inno__simplex_pivot(rate, n);
  if (!(violated > 0.0)) return all_within(value, rate, low, high, n, pivot, reach);
  for (int64_t i = 0; i < n; i++) {
    reach[i] = reach_of(value[i], rate[i], low[i], high[i], violated, pivot);
    if (reach[i] < least) least = reach[i];
  }
  return least;
}
