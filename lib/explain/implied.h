/* The weights that the printed scores of one aggregate imply: its parts, and the programs about them. */
#ifndef INNO_EXPLAIN_IMPLIED_H
#define INNO_EXPLAIN_IMPLIED_H

#include "explain/verify.h"

enum { INNO__PARTS_MOST = 200 };

/* Units that have every number; of a geometric mean everything is a logarithm. */
typedef struct {
  int32_t k; /* parts */
  int64_t m; /* units */
  int64_t *unit;
  /* columns of m: the parts, and last the aggregate; as printed, and the ends of what was printed so */
  double **value, **low, **high;
} inno__implied_table;

/* How far beyond the ends the worst unit stays under these weights, in widths of the aggregate's interval. */
double inno__implied_excess(const inno__implied_table *t, const double *w);

/* The smallest excess that any weights have, and between which ends each weight can lie when it is at most 1e-6 (else
 * NaN). w: weights to begin with, k of them. INNO_E_CONVERGENCE, INNO_E_NOMEM. */
inno_status inno__implied_program(const inno_allocator *allocator, const inno__implied_table *t, const double *w,
                                  double *excess, double *lower, double *upper);

#endif
