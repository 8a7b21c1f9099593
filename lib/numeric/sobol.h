/* Points of the Sobol' sequence by number, in any of 1024 dimensions, with 52 binary digits and nested uniform (Owen)
 * scrambling. Nothing is kept between points: x(point, dimension) is a function.
 *
 * Direction numbers: Joe and Kuo (2008), new-joe-kuo-6. Points are numbered in binary, not in Gray code: the first 2^m
 * are the same set in another order.
 *
 * Scrambling is Owen's (1995) own and no approximation of it: whether a digit is flipped is a random bit that belongs
 * to the seed, the dimension and all the digits before it. The bits of seven levels of that tree of prefixes (127
 * nodes) are one block of Philox, so eight blocks make a coordinate. Hashes that permute a word at once (Laine and
 * Karras 2011, Burley 2020) are a few times faster, but mix the low digits badly, are tuned for 32 bits and have no
 * proof of the variance that Owen's has. */
#ifndef INNO_NUMERIC_SOBOL_H
#define INNO_NUMERIC_SOBOL_H

#include <stdint.h>

enum { INNO__SOBOL_DIMENSIONS = 1024, INNO__SOBOL_BITS = 52, INNO__SOBOL_DEGREES = 13 };

/* The stream of inno__random that scrambling draws from; nothing else may. */
#define INNO__STREAM_OWEN UINT32_C(0xFFFFFFFF)

/* The direction numbers of a dimension, 0 .. 1023, as 52-bit fractions: directions[k] belongs to bit k of the number of
 * the point. */
void inno__sobol_directions(int32_t dimension, uint64_t directions[INNO__SOBOL_BITS]);

/* The 52 digits of a coordinate, the first the highest; point below 2^52. */
uint64_t inno__sobol_digits(const uint64_t directions[INNO__SOBOL_BITS], uint64_t point);

/* The same digits scrambled. */
uint64_t inno__owen_scramble(uint64_t digits, uint64_t seed, uint32_t dimension);

/* The middle of the cell of 2^-52 that the digits name: strictly within (0, 1). */
static inline double inno__sobol_middle(uint64_t digits) {
  return (double)(2 * digits + 1) * (1.0 / 9007199254740992.0);
}

/* All of that for who needs few points: a scrambled coordinate from its number. */
double inno__sobol_scrambled(uint64_t point, int32_t dimension, uint64_t seed);

/* Tables (sobol_directions.c): for dimension d of 1 .. 1023 the inner coefficients of its primitive polynomial; and the
 * initial numbers of all dimensions as a string of bits, lowest bit first: m_j without its last digit, which is 1,
 * takes j - 1 bits. Dimensions are in order of degree; degree_first[s] is the first of degree s. */
extern const uint16_t inno__sobol_polynomials[INNO__SOBOL_DIMENSIONS];
extern const uint16_t inno__sobol_degree_first[INNO__SOBOL_DEGREES + 2];
extern const uint32_t inno__sobol_initial[];

#endif
