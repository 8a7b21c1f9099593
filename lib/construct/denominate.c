#include "construct/denominate.h"

#include <stddef.h>

#include "innoscore/result.h"
#include "numeric/missing.h"

void inno__denominate(const double *x, const double *denominator, double scale, int64_t n, double *out,
                      unsigned char *marks) {
  const double nan = inno__nan();
  for (int64_t i = 0; i < n; i++) {
    double v = x[i], d = denominator[i];
    int missing = d != d, zero = d == 0.0, there = v == v;
    if (marks != NULL && there)
      marks[i] = (unsigned char)(marks[i] | (missing ? INNO_MARK_NO_DENOMINATOR : 0) |
                                 (zero ? INNO_MARK_ZERO_DENOMINATOR : 0));
    double q = v / (d / scale);
    q = q == q ? q : 0.0; /* 0 by a denominator that is too small for its scale */
    out[i] = there && !missing && !zero ? q : nan;
  }
}

double inno__undenominate(double quotient, double denominator, double scale, int32_t times) {
  double x = quotient;
  for (; times > 0; times--)
    x = denominator == denominator && denominator != 0.0 ? x * (denominator / scale) : inno__nan();
  return x - x == 0.0 ? x : inno__nan();
}
