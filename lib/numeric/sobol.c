#include "numeric/sobol.h"

#include "numeric/random.h"

enum {
  BITS = INNO__SOBOL_BITS,
  LEVELS = 7,
  BLOCKS = 8
}; /* levels of the tree of prefixes that a block of Philox holds */

/* ---- direction numbers ---- */

static uint32_t take_bits(uint32_t *at, uint32_t count) {
  uint32_t value = 0;
  for (uint32_t b = 0; b < count; b++, ++*at) value |= (inno__sobol_initial[*at >> 5] >> (*at & 31u) & 1u) << b;
  return value;
}

/* The degree of a dimension's polynomial, and where its initial numbers begin. */
static int32_t find_degree(int32_t dimension, uint32_t *at) {
  int32_t s = 1;
  *at = 0;
  while (dimension >= inno__sobol_degree_first[s + 1]) {
    *at += (uint32_t)((inno__sobol_degree_first[s + 1] - inno__sobol_degree_first[s]) * (s * (s - 1) / 2));
    s++;
  }
  *at += (uint32_t)((dimension - inno__sobol_degree_first[s]) * (s * (s - 1) / 2));
  return s;
}

void inno__sobol_directions(int32_t dimension, uint64_t directions[INNO__SOBOL_BITS]) {
  if (dimension == 0) {
    for (int32_t k = 0; k < BITS; k++) directions[k] = UINT64_C(1) << (BITS - 1 - k);
    return;
  }
  uint32_t at = 0;
  int32_t s = find_degree(dimension, &at);
  uint32_t inner = inno__sobol_polynomials[dimension];
  for (int32_t k = 0; k < s; k++) directions[k] = (uint64_t)(take_bits(&at, (uint32_t)k) << 1 | 1u) << (BITS - 1 - k);
  for (int32_t k = s; k < BITS; k++) {
    uint64_t v = directions[k - s] ^ directions[k - s] >> s;
    for (int32_t j = 1; j < s; j++)
      if (inner >> (s - 1 - j) & 1u) v ^= directions[k - j];
    directions[k] = v;
  }
}

uint64_t inno__sobol_digits(const uint64_t directions[INNO__SOBOL_BITS], uint64_t point) {
  uint64_t digits = 0;
  for (int32_t k = 0; point != 0 && k < BITS; k++, point >>= 1) digits ^= directions[k] & (0 - (point & 1u));
  return digits;
}

/* ---- scrambling ---- */

/* The place says dimension and block, the replicate the prefix, so every node of the tree has a bit of its own. A node
 * of a block is its path from the block's root with a 1 before it. */
uint64_t inno__owen_scramble(uint64_t digits, uint64_t seed, uint32_t dimension) {
  const uint32_t key[2] = {(uint32_t)seed, (uint32_t)(seed >> 32)};
  const uint64_t wide = digits << (LEVELS * BLOCKS - BITS);
  uint64_t flips = 0;
  for (uint32_t b = 0; b < BLOCKS; b++) {
    uint32_t below = LEVELS * (BLOCKS - 1 - b), words[4];
    uint64_t prefix = wide >> (below + LEVELS);
    uint32_t path = (uint32_t)(wide >> below) & 127u, found = 0;
    const uint32_t counter[4] = {dimension * BLOCKS + b, INNO__STREAM_OWEN, (uint32_t)prefix, (uint32_t)(prefix >> 32)};
    inno__philox(counter, key, words);
    for (uint32_t level = 0; level < LEVELS; level++) {
      uint32_t node = 1u << level | path >> (LEVELS - level);
      found = found << 1 | (words[node >> 5] >> (node & 31u) & 1u);
    }
    flips = flips << LEVELS | found;
  }
  return digits ^ flips >> (LEVELS * BLOCKS - BITS);
}

double inno__sobol_scrambled(uint64_t point, int32_t dimension, uint64_t seed) {
  uint64_t directions[BITS];
  inno__sobol_directions(dimension, directions);
  return inno__sobol_middle(inno__owen_scramble(inno__sobol_digits(directions, point), seed, (uint32_t)dimension));
}
