/* Optimal weights of a level inside a method: the run that aggregates again and again. */
#ifndef INNO_CONSTRUCT_WEIGH_LEVEL_H
#define INNO_CONSTRUCT_WEIGH_LEVEL_H

#include "construct/dataset.h"
#include "construct/method.h"
#include "construct/weigh_optimal.h"

/* Nodes of a level in the order of the tree; nodes NULL = only count. */
int64_t inno__level_nodes(const inno__tree *tree, int32_t level, int64_t *nodes);

typedef struct {
  int32_t level, kind;
  const double *targets; /* balance: one a node of the level, in the tree's order */
  int64_t limit;
} inno__level_aim;

/* Runs the method once, then only its aggregates above the level, under candidate weights. out: the method's weights
 * with those of the level replaced. Correlations are over all rows. Refuses a level that has a sibling of another level
 * in one of its families, or whose weights the method computes. */
inno_status inno__weigh_level(const inno_allocator *allocator, const inno_method *method, const inno_dataset *dataset,
                              const inno__level_aim *aim, inno_weights **out, inno__optimal_report *report,
                              inno_error *error);

#endif
