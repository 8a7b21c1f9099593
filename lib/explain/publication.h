/* A printed table: scores and ranks of nodes for units that it names itself. */
#ifndef INNO_EXPLAIN_PUBLICATION_H
#define INNO_EXPLAIN_PUBLICATION_H

#include "base/error.h"
#include "construct/tree.h"
#include "innoscore/verification.h"

/* Of one node: a value a unit, NaN = not printed; NULL = nothing of it was printed. */
typedef struct {
  double *score;
  int32_t *decimals; /* of each score */
  double *rank;
} inno__printed;

struct inno_publication {
  inno_allocator allocator;
  inno__tree *tree;
  inno__names *units;
  int64_t n; /* units */
  inno__printed *nodes;
};

/* INNO_E_NOMEM without a report. */
inno_status inno__publication_create(const inno_allocator *allocator, const inno__tree *tree, int64_t units,
                                     inno_publication **out);
void inno__publication_destroy(inno_publication *p);

/* Room for the scores, or the ranks, of a node, none printed yet; what is there stays. 0 = no memory. */
int inno__publication_scores(inno_publication *p, int64_t node);
int inno__publication_ranks(inno_publication *p, int64_t node);

/* Sets the decimals of every score of the node; INNO_DECIMALS_FIND = as many as one of them needs. */
void inno__publication_decimals(const inno_publication *p, int64_t node, int32_t decimals);

static inline int inno__is_printed(const inno_publication *p, int64_t node, int64_t unit) {
  const double *score = p->nodes[node].score;
  return score != NULL && score[unit] == score[unit];
}

#endif
