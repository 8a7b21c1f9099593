/* Running replicates. They go in blocks of lanes; a lane knows nothing of its neighbours, so that replicate r is the
 * same to the bit in every block, alone too. */
#ifndef INNO_ROBUST_REPLICATE_H
#define INNO_ROBUST_REPLICATE_H

#include "robust/draw.h"

/* What a sink is given beside the ranks. */
enum {
  INNO__WANT_SCORES = 1,
  INNO__WANT_WEIGHTS = 2, /* weights of nodes as shares of their siblings' sum */
};

/* Arrays of things x lanes: thing t of lane l is at t * INNO__LANES + l. Lanes from count on hold nothing to be read.
 */
typedef struct {
  int64_t first;             /* number of the replicate in lane 0 */
  int32_t count;             /* lanes in use, 1 to INNO__LANES */
  int32_t failed;            /* lanes whose status is not INNO_OK */
  const inno_status *status; /* a lane */
  const int32_t *ranks;      /* units: twice the rank, so that 1.5 is whole; 0 = none, everywhere in a failed lane */
  const double *scores;      /* units, NaN = none; NULL when not wanted */
  const double *weights; /* nodes: share among siblings, 0 of a node that is left out; the index has 1; NULL when not
                            wanted. NaN in a failed lane */
} inno__replicate_block;

/* INNO_OK goes on; anything else ends the run and is returned. */
typedef inno_status (*inno__replicate_sink)(void *context, const inno__replicate_block *block);

/* Replicates first to first + count - 1, in order, to the sink. Fails with INNO_E_NOMEM before the first block (nothing
 * was given to the sink then), else with what the sink returns. A replicate that fails is no failure of the run. */
inno_status inno__replicates(const inno_uncertainty *u, int64_t first, int64_t count, int32_t wants,
                             inno__replicate_sink sink, void *context, inno_error *error);

/* The same by a kernel of the caller's choice, for tests: inno__replicates() takes the quickest. */
inno_status inno__replicates_by(const inno__kernel *kernel, const inno_uncertainty *u, int64_t first, int64_t count,
                                int32_t wants, inno__replicate_sink sink, void *context, inno_error *error);

/* One replicate by its number, its point (dimensions numbers) or its parameters: the first that is given. Outputs may
 * be NULL. The status is the replicate's. */
typedef struct {
  const double *parameters, *point;
  int64_t replicate;
} inno__replicate_input;

inno_status inno__replicate_one(const inno_uncertainty *u, const inno__replicate_input *in, double *parameters,
                                double *scores, double *ranks, inno_error *error);

#endif
