#include "analyze/shift.h"

#include <math.h>

#include "numeric/missing.h"

void inno__shift_of(const double *before, const double *after, int64_t n, double places, inno__shift *out) {
  double sum = 0.0, most = -1.0;
  *out = (inno__shift){.unit = -1, .mean = inno__nan(), .max = inno__nan()};
  for (int64_t i = 0; i < n; i++) {
    double moved = fabs(after[i] - before[i]);
    if (inno__is_missing(moved)) continue;
    out->count++;
    out->different += moved >= places;
    sum += moved; /* of multiples of 1/2: exact */
    if (!(moved > most)) continue;
    most = moved;
    out->unit = i;
  }
  if (out->count == 0) return;
  out->mean = sum / (double)out->count;
  out->max = most;
}
