/* Where replicates spend their time, for all lanes together: numbers, shares of weights, scores that are one sum,
 * ranks. There is a plain form and, chosen when it runs, one in wider registers. Both give the same bits: sums go child
 * by child in the order of the numbers, products are rounded before they are added. */
#ifndef INNO_ROBUST_KERNEL_H
#define INNO_ROBUST_KERNEL_H

#include "robust/draw.h"

/* Most units whose ranks are found by a network of comparisons. */
enum { INNO__NETWORK_MOST = 256 };

/* Scores of a lane lie between its low and high, up to rounding. A score becomes a whole number, 0 at high; the low
 * bits of the key say whose it is; the network sorts keys. Scores with the same number are looked at again. */
typedef struct {
  int32_t n, bits;         /* units; bits of their numbers */
  int32_t comparisons;     /* pairs of the network */
  const uint32_t *network; /* places of keys: row x lanes */
  int32_t near;            /* numbers that differ by this or less are doubtful: 0 = equal ones */
  double last;
  double high[INNO__LANES], scale[INNO__LANES]; /* scale 0 = the lane is doubtful */
} inno__ranking;

typedef struct inno__rough inno__rough;

struct inno__kernel {
  /* inno__random_uniforms() of dimensions 0 .. count - 1 for replicate first + l of every lane. */
  void (*numbers)(uint64_t seed, uint64_t first, uint32_t stream, int64_t count, double *out);
  /* out = middle + reach (2 u - 1), for count weights. */
  void (*noise)(const double *middle, const double *reach, int64_t count, const double *u, double *out);
  /* A family: effective = weight / sum of its weights * above. Returns a bit for each lane whose sum is not above 0 and
   * finite. */
  uint32_t (*family)(const double *weights, const int64_t *child, int64_t k, const double *above, double *effective,
                     double *sum);
  /* scores of every unit = sum over indicators of its term times the lane's weight. */
  void (*sums)(const inno__table *terms, const double *weights, double *scores);
  /* Twice the ranks. keys: n x lanes of room. Returns a bit for each lane in which scores were too near to each other:
   * its ranks mean nothing. */
  uint32_t (*ranks)(const inno__ranking *r, const double *scores, int32_t *keys, int32_t *ranks);
  /* Rough scores (rough.h), not the same bits everywhere; NULL = not quicker here. */
  void (*rough)(const inno__rough *r, const double *weights, double *scores);
};

extern const inno__kernel inno__kernel_plain;

/* The quickest that this processor has. */
const inno__kernel *inno__kernel_best(void);

/* sums() for one lane alone, to the bit: columns are the indicators, weights one each, scores one a unit, with room up
 * to the next multiple of 8. */
void inno__kernel_sum_lane(const inno__table *columns, const double *weights, double *scores);

/* Batcher's network of odd and even merges for n rows of lanes: where the keys of two rows begin that are to be put
 * in order, first the smaller. Returns the number of pairs; pairs NULL = only count. */
int32_t inno__network(int32_t n, uint32_t *pairs);

/* A scale for scores of a lane between low and high; 0 where there is none. */
void inno__ranking_scale(inno__ranking *r, int32_t lane, double low, double high);

#endif
