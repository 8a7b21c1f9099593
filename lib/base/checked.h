/* Size arithmetic that notices overflow. */
#ifndef INNO_BASE_CHECKED_H
#define INNO_BASE_CHECKED_H

#include <stddef.h>
#include <stdint.h>

static inline int inno__mul_size(size_t a, size_t b, size_t *out) {
  if (a != 0 && b > SIZE_MAX / a) return 0;
  *out = a * b;
  return 1;
}

static inline int inno__add_size(size_t a, size_t b, size_t *out) {
  if (b > SIZE_MAX - a) return 0;
  *out = a + b;
  return 1;
}

#endif
