/* Stamps tell objects of one process apart at no cost: equal contents, equal numbers. A fingerprint is for ever. */
#ifndef INNO_CONSTRUCT_STAMP_H
#define INNO_CONSTRUCT_STAMP_H

#include <stdint.h>
#include <string.h>

static inline uint64_t inno__mix(uint64_t h, uint64_t value) {
  h = (h ^ value) * UINT64_C(0x9E3779B97F4A7C15);
  return h ^ (h >> 32);
}

static inline uint64_t inno__mix_number(uint64_t h, double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return inno__mix(h, bits);
}

static inline uint64_t inno__mix_text(uint64_t h, const char *text) {
  for (; *text != '\0'; text++) h = inno__mix(h, (unsigned char)*text);
  return inno__mix(h, 256);
}

/* One term of a sum over cells: mixed until every bit counts, so that values that change places or signs are told.
 * Minus zero is zero, as in the fingerprint. */
static inline uint64_t inno__mix_cell(uint64_t column, int64_t row, double value) {
  return inno__mix(inno__mix(inno__mix_number(column, value == 0.0 ? 0.0 : value), (uint64_t)row), 0);
}

#endif
