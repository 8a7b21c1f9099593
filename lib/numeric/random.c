#include "numeric/random.h"

#include "numeric/distribution.h"

enum { ROUNDS = 10 };

static const uint32_t multiplier[2] = {0xD2511F53u, 0xCD9E8D57u};
static const uint32_t weyl[2] = {0x9E3779B9u, 0xBB67AE85u}; /* golden ratio, root of 3 less 1 */

void inno__philox(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]) {
  uint32_t a = counter[0], b = counter[1], c = counter[2], d = counter[3], k0 = key[0], k1 = key[1];
  for (int round = 0; round < ROUNDS; round++) {
    uint64_t p = (uint64_t)multiplier[0] * a, q = (uint64_t)multiplier[1] * c;
    a = (uint32_t)(q >> 32) ^ b ^ k0;
    c = (uint32_t)(p >> 32) ^ d ^ k1;
    b = (uint32_t)q;
    d = (uint32_t)p;
    k0 += weyl[0];
    k1 += weyl[1];
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
}

static void block(const inno__random *r, uint32_t place, uint32_t out[4]) {
  const uint32_t counter[4] = {place, r->stream, (uint32_t)r->replicate, (uint32_t)(r->replicate >> 32)};
  const uint32_t key[2] = {(uint32_t)r->seed, (uint32_t)(r->seed >> 32)};
  inno__philox(counter, key, out);
}

static inline uint64_t half(const uint32_t *words, uint32_t which) {
  return words[2 * which] | (uint64_t)words[2 * which + 1] << 32;
}

static inline double uniform_of(uint64_t bits) { return (double)((bits >> 11) | 1u) * (1.0 / 9007199254740992.0); }

uint64_t inno__random_bits(const inno__random *r, uint32_t dimension) {
  uint32_t words[4];
  block(r, dimension >> 1, words);
  return half(words, dimension & 1u);
}

double inno__random_uniform(const inno__random *r, uint32_t dimension) {
  return uniform_of(inno__random_bits(r, dimension));
}

uint32_t inno__random_below(const inno__random *r, uint32_t dimension, uint32_t bound) {
  uint32_t words[4];
  uint64_t carry = 0;
  block(r, 0x80000000u | dimension, words);
  for (int w = 0; w < 4; w++) carry = (carry >> 32) + (uint64_t)words[w] * bound; /* from the lowest word */
  return (uint32_t)(carry >> 32);
}

double inno__random_normal(const inno__random *r, uint32_t dimension) {
  return inno__normal_quantile(inno__random_uniform(r, dimension));
}

void inno__random_uniforms(const inno__random *r, uint32_t first, int64_t count, double *out) {
  uint32_t words[4];
  for (int64_t i = 0; i < count; i++) {
    uint32_t dimension = first + (uint32_t)i;
    if (i == 0 || (dimension & 1u) == 0) block(r, dimension >> 1, words);
    out[i] = uniform_of(half(words, dimension & 1u));
  }
}

void inno__random_normals(const inno__random *r, uint32_t first, int64_t count, double *out) {
  inno__random_uniforms(r, first, count, out);
  for (int64_t i = 0; i < count; i++) out[i] = inno__normal_quantile(out[i]);
}
