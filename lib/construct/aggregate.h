/* Aggregation of the children of one node. */
#ifndef INNO_CONSTRUCT_AGGREGATE_H
#define INNO_CONSTRUCT_AGGREGATE_H

#include <stddef.h>
#include <stdint.h>

#include "construct/site.h"

typedef struct {
  int32_t rule; /* INNO_AGGREGATE_ */
  int32_t nonpositive; /* INNO_NONPOSITIVE_ */
  double power, min_coverage, floor, shift;
} inno__aggregate_rule;

/* for k children and n units at most */
size_t inno__aggregate_work_size(int32_t k, int64_t n);

/* columns: k children in the tree's order; weights >= 0. A missing child drops out of both sums; a share of available
 * children below min_coverage (strictly; children of weight 0 count) gives NaN. coverage: n shares or NULL. children:
 * k codes for a message, or NULL. site->node is the parent. out may be none of the columns. Fails with
 * INNO_E_NONPOSITIVE naming node, unit and cure, and with INNO_E_OVERFLOW when a mean is infinite: the caller, who
 * knows the step, says so. */
inno_status inno__aggregate(const double *const *columns, const double *weights, int32_t k, int64_t n,
                            const inno__aggregate_rule *rule, double *out, double *coverage, void *work,
                            const char *const *children, const inno__site *site);

#endif
