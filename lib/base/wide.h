/* Whole numbers of 128 bits, for sums that must be exact: two words, no type that a compiler may lack. */
#ifndef INNO_BASE_WIDE_H
#define INNO_BASE_WIDE_H

#include <stdint.h>

typedef struct {
  uint64_t high, low;
} inno__wide;

static inline inno__wide inno__wide_of(uint64_t x) { return (inno__wide){0, x}; }

static inline int inno__wide_less(inno__wide a, inno__wide b) {
  return a.high != b.high ? a.high < b.high : a.low < b.low;
}

/* 0 = it does not fit. */
static inline int inno__wide_add(inno__wide *a, inno__wide b) {
  uint64_t low = a->low + b.low, carry = low < b.low, high = a->high + b.high;
  int fits = high >= b.high && high <= UINT64_MAX - carry;
  *a = (inno__wide){high + carry, low};
  return fits;
}

/* 0 = it would be below zero. */
static inline int inno__wide_subtract(inno__wide *a, inno__wide b) {
  int fits = !inno__wide_less(*a, b);
  *a = (inno__wide){a->high - b.high - (a->low < b.low), a->low - b.low};
  return fits;
}

static inline inno__wide inno__wide_product(uint64_t a, uint64_t b) {
  uint64_t a0 = (uint32_t)a, a1 = a >> 32, b0 = (uint32_t)b, b1 = b >> 32;
  uint64_t low = a0 * b0, middle = a1 * b0 + (low >> 32), other = a0 * b1 + (uint32_t)middle;
  return (inno__wide){a1 * b1 + (middle >> 32) + (other >> 32), other << 32 | (uint32_t)low};
}

/* 0 = it does not fit. */
static inline int inno__wide_times(inno__wide a, uint64_t b, inno__wide *out) {
  inno__wide high = inno__wide_product(a.high, b);
  *out = inno__wide_product(a.low, b);
  return high.high == 0 && inno__wide_add(out, (inno__wide){high.low, 0});
}

/* Whole part of a / b and what is left; b above 0, and the whole part must fit into a word: a.high < b. */
static inline uint64_t inno__wide_divide(inno__wide a, uint64_t b, uint64_t *rest) {
  uint64_t quotient = 0, left = a.high;
  for (int bit = 63; bit >= 0; bit--) {
    uint64_t over = left >> 63;
    left = left << 1 | (a.low >> bit & 1);
    quotient <<= 1;
    if (over || left >= b) {
      left -= b;
      quotient |= 1;
    }
  }
  *rest = left;
  return quotient;
}

/* Within one unit in the last place. */
static inline double inno__wide_double(inno__wide a) { return (double)a.high * 18446744073709551616.0 + (double)a.low; }

#endif
