#include "numeric/trend.h"

#include <float.h>
#include <math.h>

#include "numeric/missing.h"
#include "numeric/special.h"

static double value_of(const inno__series *s, int64_t period) {
  return *(const double *)(const void *)((const char *)s->values + period * s->stride);
}

/* The window of the latest observations. */
typedef struct {
  int64_t first, last, count;
} window;

/* 0 when there are fewer than two, or than were asked for. */
static int find_window(const inno__series *s, int32_t latest, window *w) {
  *w = (window){-1, -1, 0};
  for (int64_t p = s->periods - 1; p >= 0 && (latest == 0 || w->count < latest); p--) {
    if (inno__is_missing(value_of(s, p))) continue;
    if (w->last < 0) w->last = p;
    w->first = p;
    w->count++;
  }
  return w->count >= (latest > 2 ? latest : 2);
}

static double none(int32_t why, int32_t *reason) {
  *reason = why;
  return inno__nan();
}

static double finite_or_none(double rate, int32_t *reason) {
  *reason = INNO__TREND_OK;
  return fabs(rate) <= DBL_MAX ? rate : none(INNO__TREND_OVERFLOW, reason);
}

double inno__trend_cagr(const inno__series *s, int32_t latest, int32_t *reason) {
  window w;
  if (!find_window(s, latest, &w)) return none(INNO__TREND_TOO_FEW, reason);
  double first = value_of(s, w.first), last = value_of(s, w.last);
  if (first == last) return finite_or_none(0.0, reason);
  if (first == 0.0) return none(INNO__TREND_FROM_ZERO, reason);
  if (last != 0.0 && (first < 0.0) != (last < 0.0)) return none(INNO__TREND_SIGN_CHANGE, reason);
  double span = s->times[w.last] - s->times[w.first];
  return finite_or_none(inno__pow(last / first, 1.0 / span) - 1.0, reason);
}

/* Least squares through the window: slope, and the line at the first and the last time. Times and values are taken from
 * their means, so that years as large as 2025 cost nothing. */
static void fit_line(const inno__series *s, const window *w, double *slope, double *first, double *last) {
  double t = 0.0, y = 0.0, tt = 0.0, ty = 0.0, n = (double)w->count, start = s->times[w->first];
  for (int64_t p = w->first; p <= w->last; p++) {
    double v = value_of(s, p);
    if (v != v) continue;
    t += s->times[p] - start;
    y += v / n; /* no overflow */
  }
  t /= n;
  for (int64_t p = w->first; p <= w->last; p++) {
    double v = value_of(s, p), d = s->times[p] - start - t;
    if (v != v) continue;
    tt += d * d;
    ty += d * (v - y);
  }
  *slope = ty / tt;
  *first = y - *slope * t;
  *last = *first + *slope * (s->times[w->last] - start);
}

static int all_equal(const inno__series *s, const window *w) {
  double first = value_of(s, w->first);
  for (int64_t p = w->first + 1; p <= w->last; p++) {
    double v = value_of(s, p);
    if (v == v && v != first) return 0;
  }
  return 1;
}

double inno__trend_percentage(const inno__series *s, int32_t latest, double per, int32_t *reason) {
  window w;
  if (!find_window(s, latest, &w)) return none(INNO__TREND_TOO_FEW, reason);
  if (all_equal(s, &w)) return finite_or_none(0.0, reason);
  double base = value_of(s, w.first), end = value_of(s, w.last);
  double slope = (end - base) / (s->times[w.last] - s->times[w.first]);
  if (w.count > 2) fit_line(s, &w, &slope, &base, &end);
  if (base == 0.0) return none(INNO__TREND_FROM_ZERO, reason);
  if (base < 0.0 && end > 0.0) return none(INNO__TREND_SIGN_CHANGE, reason);
  return finite_or_none(slope / base * 100.0 * per, reason);
}

double inno__trend_at(const inno__series *s, double time) {
  int64_t before = -1, after = -1;
  for (int64_t p = 0; p < s->periods && after < 0; p++) {
    if (inno__is_missing(value_of(s, p))) continue;
    if (s->times[p] <= time) before = p;
    if (s->times[p] >= time) after = p;
  }
  if (before < 0 || after < 0) return inno__nan();
  double a = value_of(s, before), b = value_of(s, after);
  if (a == b) return a;
  double share = (time - s->times[before]) / (s->times[after] - s->times[before]);
  return a * (1.0 - share) + b * share;
}
