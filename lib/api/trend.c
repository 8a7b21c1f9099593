#include "innoscore/trend.h"

#include "api/arguments.h"
#include "numeric/missing.h"
#include "numeric/trend.h"

_Static_assert(INNO_TREND_OK == INNO__TREND_OK && INNO_TREND_TOO_FEW == INNO__TREND_TOO_FEW &&
                   INNO_TREND_FROM_ZERO == INNO__TREND_FROM_ZERO && INNO_TREND_SIGN_CHANGE == INNO__TREND_SIGN_CHANGE &&
                   INNO_TREND_OVERFLOW == INNO__TREND_OVERFLOW,
               "reasons keep their numbers on the way out");

/* What every function here is given. */
typedef struct {
  const double *values;
  ptrdiff_t unit_stride, period_stride;
  int64_t units;
  const double *times;
  int64_t periods;
} panel;

static inno_status check_count(int64_t count, const char *argument, inno_error *error) {
  if (count < 0) return inno__bad_argument(error, argument, (double)count);
  if (count > INNO_LIMIT_UNITS)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE, &(inno__where){.what = argument, .value = INNO_LIMIT_UNITS});
  return INNO_OK;
}

static inno_status check_times(const double *times, int64_t count, int ascend, const char *argument,
                               inno_error *error) {
  inno_status s = inno__check_array(times, (ptrdiff_t)sizeof *times, count, 0, argument, error);
  for (int64_t p = 0; p < count && s == INNO_OK; p++) {
    if (times[p] - times[p] != 0.0 || (ascend && p > 0 && !(times[p] > times[p - 1])))
      s = inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_TIMES,
                     &(inno__where){.what = argument, .value = times[p], .count = p});
  }
  return s;
}

static inno__series series_of(const panel *p, int64_t unit) {
  const char *first = (const char *)p->values + unit * p->unit_stride;
  return (inno__series){(const double *)(const void *)first, p->period_stride, p->times, p->periods};
}

static inno_status check_panel(const panel *p, inno_error *error) {
  inno_status s = check_count(p->units, "unit_count", error);
  if (s == INNO_OK) s = check_count(p->periods, "period_count", error);
  if (s != INNO_OK) return s;
  int empty = p->units == 0 || p->periods == 0;
  s = inno__check_array(p->values, p->unit_stride, empty ? 0 : p->units, 0, "values", error);
  if (s == INNO_OK) s = inno__check_array(p->values, p->period_stride, empty ? 0 : p->periods, 0, "values", error);
  if (s == INNO_OK) s = check_times(p->times, p->periods, 1, "times", error);
  for (int64_t u = 0; u < p->units && s == INNO_OK; u++) {
    const char *at = (const char *)p->values + u * p->unit_stride;
    for (int64_t k = 0; k < p->periods && s == INNO_OK; k++) {
      double v = *(const double *)(const void *)(at + k * p->period_stride);
      if (v == v && v - v != 0.0)
        s = inno__fail(error, INNO_E_INFINITE, INNO__MSG_SERIES_INFINITE,
                       &(inno__where){.count = u, .value = p->times[k]});
    }
  }
  return s;
}

static inno_status check_latest(int32_t latest, inno_error *error) {
  return latest == 0 || latest >= 2 ? INNO_OK : inno__bad_argument(error, "latest", (double)latest);
}

static void put(double *out, ptrdiff_t stride, int64_t at, double value) {
  *(double *)(void *)((char *)out + at * stride) = value;
}

/* per NaN = the growth rate, else the percentage. */
static inno_status each_unit(const panel *p, int32_t latest, double per, double *out, ptrdiff_t out_stride,
                             int32_t *reasons, inno_error *error) {
  inno_status s = check_panel(p, error);
  if (s == INNO_OK) s = check_latest(latest, error);
  if (s == INNO_OK) s = inno__check_array(out, out_stride, p->units, 1, "out", error);
  for (int64_t u = 0; u < p->units && s == INNO_OK; u++) {
    inno__series series = series_of(p, u);
    int32_t reason = 0;
    double rate =
        per == per ? inno__trend_percentage(&series, latest, per, &reason) : inno__trend_cagr(&series, latest, &reason);
    put(out, out_stride, u, rate);
    if (reasons != NULL) reasons[u] = reason;
  }
  return s;
}

inno_status INNO_CALL inno_trend_cagr(const double *values, ptrdiff_t unit_stride, ptrdiff_t period_stride,
                                      int64_t unit_count, const double *times, int64_t period_count, int32_t latest,
                                      double *out, ptrdiff_t out_stride, int32_t *reasons, inno_error *error) {
  const panel p = {values, unit_stride, period_stride, unit_count, times, period_count};
  inno__error_clear(error);
  return each_unit(&p, latest, inno__nan(), out, out_stride, reasons, error);
}

inno_status INNO_CALL inno_trend_percentage_change(const double *values, ptrdiff_t unit_stride, ptrdiff_t period_stride,
                                                   int64_t unit_count, const double *times, int64_t period_count,
                                                   int32_t latest, double per, double *out, ptrdiff_t out_stride,
                                                   int32_t *reasons, inno_error *error) {
  const panel p = {values, unit_stride, period_stride, unit_count, times, period_count};
  inno__error_clear(error);
  if (!(per > 0.0 && per - per == 0.0)) return inno__bad_argument(error, "per", per);
  return each_unit(&p, latest, per, out, out_stride, reasons, error);
}

inno_status INNO_CALL inno_trend_interpolate(const double *values, ptrdiff_t unit_stride, ptrdiff_t period_stride,
                                             int64_t unit_count, const double *times, int64_t period_count,
                                             const double *at, int64_t at_count, double *out, ptrdiff_t out_unit_stride,
                                             ptrdiff_t out_at_stride, inno_error *error) {
  const panel p = {values, unit_stride, period_stride, unit_count, times, period_count};
  inno__error_clear(error);
  inno_status s = check_panel(&p, error);
  if (s == INNO_OK) s = check_count(at_count, "at_count", error);
  if (s == INNO_OK) s = check_times(at, at_count, 0, "at", error);
  int empty = s != INNO_OK || unit_count == 0 || at_count == 0;
  if (s == INNO_OK) s = inno__check_array(out, out_unit_stride, empty ? 0 : unit_count, 1, "out", error);
  if (s == INNO_OK) s = inno__check_array(out, out_at_stride, empty ? 0 : at_count, 1, "out", error);
  for (int64_t u = 0; u < unit_count && s == INNO_OK; u++) {
    inno__series series = series_of(&p, u);
    for (int64_t a = 0; a < at_count; a++)
      put((double *)(void *)((char *)out + u * out_unit_stride), out_at_stride, a, inno__trend_at(&series, at[a]));
  }
  return s;
}

/* ---- one series, for a cell ---- */

double INNO_CALL inno_flat_cagr(const double *values, const double *times, int32_t n, int32_t latest) {
  double out = inno__nan();
  const ptrdiff_t one = (ptrdiff_t)sizeof out;
  inno_trend_cagr(values, 0, one, 1, times, n, latest == INT32_MIN ? 0 : latest, &out, one, NULL, NULL);
  return out;
}

double INNO_CALL inno_flat_percentage_change(const double *values, const double *times, int32_t n, int32_t latest,
                                             double per) {
  double out = inno__nan();
  const ptrdiff_t one = (ptrdiff_t)sizeof out;
  inno_trend_percentage_change(values, 0, one, 1, times, n, latest == INT32_MIN ? 0 : latest, per == per ? per : 1.0,
                               &out, one, NULL, NULL);
  return out;
}

double INNO_CALL inno_flat_interpolate(const double *values, const double *times, int32_t n, double at) {
  double out = inno__nan();
  const ptrdiff_t one = (ptrdiff_t)sizeof out;
  inno_trend_interpolate(values, 0, one, 1, times, n, &at, 1, &out, one, one, NULL);
  return out;
}
