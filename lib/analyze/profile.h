/* Strengths and weaknesses of one unit. */
#ifndef INNO_ANALYZE_PROFILE_H
#define INNO_ANALYZE_PROFILE_H

#include "analyze/analyze.h"

/* One number an indicator. */
typedef struct {
  double *worst;    /* last rank that a unit has in it */
  double *distinct; /* different values / units with a value */
  double *work;     /* 3 numbers an indicator */
} inno__profile_indicators;

/* Fills the sign of every node for one unit from its ranks and percentile ranks, one a node. Rules: those of the key
 * strengths; the number of each is the key's, but never more than half of the indicators that the unit has. The index
 * has no sign.
 * GII: an indicator at or above the n-th highest percentile rank among those of the unit is a strength, at or below the
 * n-th lowest a weakness, both or neither nothing; ranks 1 to 3 are strengths in any case, unless half of the others
 * are no worse. The same two bounds decide for aggregates.
 * COUNT and COINR: just n of each, by percentile rank and by rank; of equal ones those that stand first in the tree are
 * the better. COINR looks at no indicator in which the unit has the last rank or too few values differ. Aggregates have
 * no sign. */
void inno__profile_signs(const inno__audit_rule *rule, const inno__tree *tree,
                         const inno__profile_indicators *indicators, const double *rank, const double *percent,
                         double *sign);

#endif
