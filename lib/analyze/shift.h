/* How far ranks move between two rankings of the same units. */
#ifndef INNO_ANALYZE_SHIFT_H
#define INNO_ANALYZE_SHIFT_H

#include "innoscore/export.h"

#include <stdint.h>

typedef struct {
  int64_t count;     /* units with both ranks */
  int64_t different; /* of them, those that move by places or more */
  int64_t unit;      /* the first of those that move farthest; -1 = none has both */
  double mean, max;  /* of the absolute differences; NaN without units */
} inno__shift;

void inno__shift_of(const double *before, const double *after, int64_t n, double places, inno__shift *out);

#endif
