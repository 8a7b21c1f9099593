/* Ranks by scores in single precision, where only ranks are wanted: neighbours that are farther apart than both errors
 * together are in the right order, the others are summed again in double precision. The ranks are the same. */
#ifndef INNO_ROBUST_ROUGH_H
#define INNO_ROBUST_ROUGH_H

#include "robust/kernel.h"

struct inno__rough {
  int64_t units, terms;
  float *term;    /* a unit's lie together: each less the middle of its indicator, over the largest reach of any */
  float *weights; /* room for terms x lanes */
  double error;   /* |rough score - (score - what is the same for all units) / reach| is at most this */
};

/* Cells of term and of weights. */
size_t inno__rough_terms(const inno__table *terms);
size_t inno__rough_weights(const inno__table *terms);

/* Fills r, whose arrays are there. 0 = these terms have no use of it. */
int inno__rough_fill(inno__rough *r, const inno__table *terms, const inno__table *columns);

/* Sets scale and nearness for rough scores. */
void inno__rough_scale(const inno__rough *r, inno__ranking *k);

/* Puts the ranks of a lane right where keys are near: 0 = it cannot. weights: effective ones, x lanes. */
int inno__rough_settle(const inno__ranking *k, const inno__table *terms, const double *weights, int32_t lane,
                       const int32_t *keys, int32_t *ranks);

#endif
