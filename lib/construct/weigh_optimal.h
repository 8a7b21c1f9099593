/* Weights of a whole level, chosen for the correlations that its nodes then have with the index (COINr
 * get_opt_weights). */
#ifndef INNO_CONSTRUCT_WEIGH_OPTIMAL_H
#define INNO_CONSTRUCT_WEIGH_OPTIMAL_H

#include <stddef.h>
#include <stdint.h>

#include "construct/site.h"

/* Aggregates again: the index of n units under weights of the level's k nodes, which are 0 or more and sum to k. A
 * status other than INNO_OK says that there is no index under these (all weights of a family are 0, say): the search
 * avoids them. */
typedef inno_status (*inno__index_of)(void *context, const double *weights, double *index);

typedef struct {
  const double *const *columns; /* values of the level's k nodes, which do not depend on their weights; NaN = missing */
  int32_t k;
  int64_t n;
  const char *const *codes; /* of the nodes; NULL = none */
  int32_t kind;             /* INNO_OPTIMAL_ */
  const double *targets;    /* balance: one a node, in the order of the columns; any scale */
  inno__index_of index;
  void *context;
  double tolerance;       /* of the slopes: see minimize.h; 1e-8 is what differences of this function reach */
  int64_t limit;          /* most calls of index */
  const inno__site *site; /* node: the index */
  void *work;             /* inno__weigh_optimal_work_size() bytes, 8-byte aligned */
} inno__optimal_job;

typedef struct {
  int64_t evaluations, iterations;
  int32_t converged;
  double residual;
  /* balance: mean over nodes of (target - share of the correlation)^2, of which COINr's objective is the logarithm;
   * infomax: the sum of correlations, of which COINr's is the negative */
  double first, last;
} inno__optimal_report;

size_t inno__weigh_optimal_work_size(int32_t k, int64_t n);

/* From the weights given to weights that are 0 or more and sum to 1 over the level. Correlations are Pearson's over the
 * units with both values. With an arithmetic index both problems have one valley only (docs/handbook/weights.md), so
 * what the search finds is the best there is. When limit ends it, the status is INNO_OK and converged 0: calling again
 * with the weights found goes on. Refuses targets that are negative, not finite or all 0; a constant node; and weights
 * to start from under which the correlations do not sum to something positive. */
inno_status inno__weigh_optimal(const inno__optimal_job *job, double *weights, inno__optimal_report *report);

/* Correlation of each node with an index. */
void inno__weigh_correlations(const inno__optimal_job *job, const double *index, double *r);

#endif
