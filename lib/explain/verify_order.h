/* Ranks and scores that ought to have the same order: the largest set of units in which they do. */
#ifndef INNO_EXPLAIN_VERIFY_ORDER_H
#define INNO_EXPLAIN_VERIFY_ORDER_H

#include "base/block.h"

/* Places are those of the list that the set was found in: by rank, then by descending score. */
typedef struct {
  int64_t *level;           /* of each place: which of the different scores, the highest first */
  int64_t *weight, *before; /* of the heaviest set that ends with the place's group; place of the group before */
  int64_t *heaviest;        /* of each level and those above, as a Fenwick tree: a place */
  int64_t *chosen;          /* places of the set's groups, ascending */
  int64_t groups;
  double *value;         /* the score at each place */
  unsigned char *inside; /* of each place */
  int64_t count;
  const int64_t *unit;
} inno__order;

void inno__order_place(inno__order *o, inno__block *b, int64_t most);

/* unit: count units by rank, then by descending score; stays the caller's. work: as for ranks of count values. In the
 * set, equal ranks have equal scores, and no lower rank number has a lower score. Of sets with equally many units the
 * one that is found first is taken. */
void inno__order_find(inno__order *o, const double *rank, const double *score, const int64_t *unit, int64_t count,
                      void *work);

/* A unit of the set that the unit at this place goes against: the one next to it; -1 = it is in the set. */
int64_t inno__order_against(const inno__order *o, const double *rank, const double *score, int64_t unit, int64_t place);

#endif
