/* Missing is NaN, and every NaN that we write has one bit pattern. */
#ifndef INNO_NUMERIC_MISSING_H
#define INNO_NUMERIC_MISSING_H

#include <stdint.h>
#include <string.h>

static inline double inno__nan(void) {
  const uint64_t bits = 0x7ff8000000000000u;
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

static inline int inno__is_missing(double x) { return x != x; }

#endif
