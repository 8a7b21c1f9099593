/* Change over time of one series with gaps. The caller has checked that times ascend strictly and all is finite. */
#ifndef INNO_NUMERIC_TREND_H
#define INNO_NUMERIC_TREND_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const double *values;
  ptrdiff_t stride; /* bytes from one period to the next */
  const double *times;
  int64_t periods;
} inno__series;

#define INNO__TREND_OK 0
#define INNO__TREND_TOO_FEW 1
#define INNO__TREND_FROM_ZERO 2
#define INNO__TREND_SIGN_CHANGE 3
#define INNO__TREND_OVERFLOW 4

/* (last / first)^(1 / (t_last - t_first)) - 1 over the latest observations (0 = all); NaN and a reason when there is
 * none. */
double inno__trend_cagr(const inno__series *s, int32_t latest, int32_t *reason);

/* Slope in percent of the first value, or of the line's first value from three observations on, per `per` units of
 * time. */
double inno__trend_percentage(const inno__series *s, int32_t latest, double per, int32_t *reason);

/* On the line between the observations around a time; NaN outside them. */
double inno__trend_at(const inno__series *s, double time);

#endif
