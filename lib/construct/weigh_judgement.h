/* Weights from the judgements of experts, and equal weights of indicators. */
#ifndef INNO_CONSTRUCT_WEIGH_JUDGEMENT_H
#define INNO_CONSTRUCT_WEIGH_JUDGEMENT_H

#include <stddef.h>
#include <stdint.h>

#include "construct/site.h"
#include "construct/tree.h"

/* ---- budget allocation ---- */

/* points: experts x k, row after row. Each row must be 0 or more and sum to total within 1e-9 of it; the first expert
 * (from 1) whose row is not is refused by number. Mean or median of the experts, child by child, scaled to sum 1. rule:
 * INNO_BUDGET_. work: 3 * experts doubles. site: node = the parent. */
inno_status inno__weigh_budget(const double *points, int64_t experts, int32_t k, double total, int32_t rule,
                               const char *const *children, const inno__site *site, double *weights, double *work);

/* ---- analytic hierarchy process ---- */

enum { INNO__AHP_MOST = 15 };

/* How far the judgements are from a_ih = w_i / w_h. */
typedef struct {
  double lambda; /* mean over i of (A w)_i / w_i; for the eigenvector the largest eigenvalue */
  double index;  /* (lambda - k) / (k - 1); 0 for k = 1 */
  double ratio;  /* index over that of random judgements; 0 for k <= 2, which cannot contradict themselves */
} inno__ahp_consistency;

/* a: k x k, row after row; a[i][h] = how many times more i matters than h. Entries from 1e-6 to 1e6, 1 on the diagonal,
 * a[i][h] a[h][i] within 1e-3 of 1 (so four decimals will do for a third). k from 1 to 15. rule: INNO_AHP_. Weights sum
 * to 1. A ratio above limit is refused; consistency is filled all the same. site: node = the parent. work: k doubles.
 */
inno_status inno__weigh_ahp(const double *a, int32_t k, int32_t rule, double limit, const char *const *children,
                            const inno__site *site, double *weights, inno__ahp_consistency *consistency, double *work);

/* Saaty's mean consistency index of random judgements. k from 1 to 15. */
double inno__ahp_random_index(int32_t k);

/* ---- equal over indicators ---- */

/* Weight of every node: the indicators below it, so that each indicator has the same effective weight. */
void inno__weigh_by_indicators(const inno__tree *tree, double *weights);

#endif
