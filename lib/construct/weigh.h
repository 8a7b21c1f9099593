/* Weights of nodes: as given, their share among siblings, their share of the index. */
#ifndef INNO_CONSTRUCT_WEIGH_H
#define INNO_CONSTRUCT_WEIGH_H

#include "construct/tree.h"
#include "innoscore/weights.h"

struct inno_weights {
  inno_allocator allocator;
  inno__names *codes;
  double *values;
  int64_t count;
};

inno_status inno__weights_create(const inno_allocator *allocator, const inno__tree *tree, int equal,
                                 inno_weights **out);
void inno__weights_destroy(inno_weights *w);
inno_status inno__weights_copy(const inno_weights *from, const inno_allocator *allocator, inno_weights **out);

/* Takes the weights (NULL = the tree's own) into the tree and fills share and effective. Fails with INNO_E_WEIGHTS when the
 * children of a node sum to zero, with INNO_E_CODE when a node has no weight or a weight no node. */
inno_status inno__weigh(inno__tree *tree, const inno_weights *weights, inno_error *error);

/* The same into arrays of one place a node, in the tree's order. */
inno_status inno__weights_spread(const inno_weights *weights, const inno__tree *tree, double *weight, double *share,
                                 double *effective, inno_error *error);

#endif
