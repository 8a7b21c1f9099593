/* Weights of the children of one node from their values: one kernel a rule. */
#ifndef INNO_CONSTRUCT_WEIGH_CHILDREN_H
#define INNO_CONSTRUCT_WEIGH_CHILDREN_H

#include <stddef.h>
#include <stdint.h>

#include "construct/site.h"

typedef struct inno__weigher inno__weigher;

/* Parameters of a node: the fields are those of weigh.def. */
typedef struct {
#define INNO__DEF_FIELDS
#include "construct/weigh.def"
  const inno__weigher *weigher; /* NULL = given */
} inno__weigh_rule;

typedef struct {
  const double *const *columns; /* k columns of n units, NaN = missing, more is better */
  int32_t k;
  int64_t n;
  const inno__weigh_rule *rule;
  const char *const *children; /* codes; NULL = none */
  const inno__site *site;      /* node: the parent */
  void *work;                  /* as many bytes as work_size says, 8-byte aligned */
} inno__weigh_job;

/* A rule of weighting. It fills k weights and never allocates. */
struct inno__weigher {
  size_t (*work_size)(int32_t k, int64_t n);
  inno_status (*weigh)(const inno__weigh_job *job, double *weights);
};

#define INNO__DEF_DECLARATIONS inno__weigher
#include "construct/weigh.def"

/* By the rule's kernel: weights that are 0 or more and sum to 1. One child has weight 1, whatever its values. Where a
 * first component has entries of both signs and loadings are signed, the first negative one is refused by name. */
inno_status inno__weigh_children(const inno__weigh_job *job, double *weights);

/* ---- the kernels; each fills k weights, summing to 1 unless it says otherwise ---- */

inno_status inno__weigh_equal(const inno__weigh_job *job, double *weights);

/* Sample standard deviation. Scaled: a constant child is refused. Not scaled: its weight is 0. A child with fewer than
 * two values is refused, here and in the next two. */
inno_status inno__weigh_deviation(const inno__weigh_job *job, double *weights);

/* 1 - E with E = - sum p ln p / ln m, p = y / sum y over the m units with a value, 0 ln 0 = 0; computed as the sum of
 * p ln(m p), which does not cancel. Negative values are refused. Constant children as above. */
inno_status inno__weigh_entropy(const inno__weigh_job *job, double *weights);

/* Sum over all pairs |y_i - y_j| / (2 m^2 mean). Negative values are refused. Constant children as above. */
inno_status inno__weigh_gini(const inno__weigh_job *job, double *weights);

/* Standard deviation of the values scaled to 0..1, times the sum over the other children of 1 - correlation; pairs of
 * children over the units that have both; a correlation within 1e-12 of 1 is 1. A constant child is refused. */
inno_status inno__weigh_critic(const inno__weigh_job *job, double *weights);

/* S_i = ln(1 + mean over children |ln(min / y)|), S_ij the same with child j's term left out (the divisor stays k); the
 * sum over units of |S_ij - S_i|. Units with all values; two of them at least. Values must be above 0. */
inno_status inno__weigh_merec(const inno__weigh_job *job, double *weights);

/* First eigenvector of the correlations, over units with all values (three of them at least; a constant child is
 * refused, here and below). As it comes: length 1, sum >= 0, entries of either sign, not summing to 1. Absolute and
 * squared: scaled to sum 1. */
inno_status inno__weigh_first_component(const inno__weigh_job *job, double *weights);

/* Sum over all eigenvectors of the covariances of the values scaled to 0..1: |entry| times eigenvalue. */
inno_status inno__weigh_all_components(const inno__weigh_job *job, double *weights);

/* Principal components of the correlations that the rule retains, turned by varimax. A child belongs to the factor of
 * whose sum of squared loadings it makes the largest share; its weight is that share times the factor's part of the
 * variance that all of them explain. */
inno_status inno__weigh_factors(const inno__weigh_job *job, double *weights);

/* ---- scores on factors, for the aggregation rule of Compind's ci_factor ---- */

size_t inno__factor_scores_work_size(int32_t k, int64_t n);

/* Scores of mean 0 and variance 1 on the first m components of the correlations, turned by varimax when m > 1 (psych's
 * principal). scores: m columns; a unit with a missing value has none. share[f] = sum of squared loadings / k.
 * loadings: m of each child, or NULL. With m = 1 the sign is such that loadings sum to something positive: more is
 * better. job's rule: only sweeps is read. */
inno_status inno__factor_scores(const inno__weigh_job *job, int32_t m, double *const *scores, double *share,
                                double *loadings);

#endif
