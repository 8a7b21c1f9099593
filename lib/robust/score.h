/* From weights and values to the scores of one node, aggregate by aggregate: any method. */
#ifndef INNO_ROBUST_SCORE_H
#define INNO_ROBUST_SCORE_H

#include "base/block.h"
#include "construct/node.h"
#include "robust/uncertainty.h"

/* Room for it; belongs to one thread. */
typedef struct {
  double *aggregates;     /* aggregates x rows */
  const double **columns; /* children of one node */
  const char **codes;
  double *weights;
  inno__own_rule *own;
  inno__outcome *outcomes;
  void *work;
} inno__scorer;

void inno__scorer_place(const inno_uncertainty *u, inno__scorer *s, inno__block *b);

typedef struct {
  const inno_method *method;
  const inno__table *values; /* of the indicators, over the rows at work */
  double *weights;           /* of the nodes; those that a rule computes are written here */
  int64_t removed;           /* node that is left out; -1 = none */
  double *out;               /* units */
  inno_error *error;         /* NULL = only the status is wanted */
} inno__score_job;

inno_status inno__score(const inno_uncertainty *u, inno__scorer *s, const inno__score_job *job);

/* Ranks of scores that were made under this method. work: inno__rank_units_work_size(units, 0). */
void inno__score_ranks(const inno_uncertainty *u, const inno_method *method, const double *scores, double *ranks,
                       void *work);

#endif
