/* Random numbers by counting: Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011). A draw is a function of seed,
 * replicate, stream and dimension and of nothing else, so any of them can be recomputed alone, in any order, anywhere.
 * The key is the seed (low word first); the counter is, from its lowest word: place, stream, replicate low, replicate
 * high. Bits and uniform and normal deviates of dimension d are half d mod 2 of place d / 2; whole numbers take all 128
 * bits of place 2^31 + d. So both kinds are independent, and each takes one dimension, never more. */
#ifndef INNO_NUMERIC_RANDOM_H
#define INNO_NUMERIC_RANDOM_H

#include <stdint.h>

/* Dimensions are 0 .. INNO__DIMENSIONS - 1. */
#define INNO__DIMENSIONS ((int64_t)1 << 31)

typedef struct {
  uint64_t seed, replicate;
  uint32_t stream; /* the assumption, or what else must not share its draws */
} inno__random;

/* One block, as the paper has it. */
void inno__philox(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]);

uint64_t inno__random_bits(const inno__random *r, uint32_t dimension);

/* (2 j + 1) / 2^53 with j the upper 52 bits: exact, strictly within (0, 1), symmetric about 1/2; the least is 2^-53. */
double inno__random_uniform(const inno__random *r, uint32_t dimension);

/* 0 .. bound - 1, floor(bits * bound / 2^128): a probability is off 1 / bound by less than 2^-128, which is as near as
 * a fixed number of bits comes to none. bound 0 gives 0. */
uint32_t inno__random_below(const inno__random *r, uint32_t dimension, uint32_t bound);

/* The standard normal distribution's quantile of inno__random_uniform(). */
double inno__random_normal(const inno__random *r, uint32_t dimension);

/* Those of dimensions first .. first + count - 1, the same bits as one by one at half the price. */
void inno__random_uniforms(const inno__random *r, uint32_t first, int64_t count, double *out);
void inno__random_normals(const inno__random *r, uint32_t first, int64_t count, double *out);

#endif
