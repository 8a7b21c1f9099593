/* A finished run aggregates again: under other weights, or without a node. What lies below is not touched. */
#ifndef INNO_CONSTRUCT_AGAIN_H
#define INNO_CONSTRUCT_AGAIN_H

#include "construct/pipeline.h"

/* One aggregate again, from the values that its children have now and the weights that the result's tree has now
 * (computed weights are computed again unless run->held). Reports nothing: the status says it. */
inno_status inno__again(inno_run *run, int64_t aggregate);

/* The node that really goes when this one does: itself where a sibling has weight, else the first ancestor of which
 * that is true; -1 = the index goes. */
int64_t inno__again_leaving(const inno__tree *tree, int64_t node);

/* Every ancestor of a node again, without it; its siblings share its weight. The node is one that leaves by itself.
 * The ancestors' final values are then those, the tree is as before. */
inno_status inno__again_without(inno_run *run, int64_t node);

#endif
