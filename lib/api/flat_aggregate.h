/* Aggregation rules of the flat tier: a rule with its defaults, then one run over a small matrix. */
#ifndef INNO_API_FLAT_AGGREGATE_H
#define INNO_API_FLAT_AGGREGATE_H

#include "api/flat.h"
#include "construct/keys.h"
#include "construct/node.h"

/* Units x children as the caller gave them. */
typedef struct {
  const double *x;
  int32_t rows, columns, column_major;
  const double *weights;
} inno__flat_children;

/* The rule with every parameter at its default; what has none is to be set, else the run refuses it. */
inno__aggregate_rule inno__flat_aggregate_rule(inno_status *s, int32_t which, double min_coverage);

/* option: the status of the options that are in the rule already. The second: one unit; NaN on any failure. */
int32_t inno__flat_aggregate(const inno__flat_children *c, const inno__aggregate_rule *rule, inno_status option,
                             double *out);
double inno__flat_aggregate_one(const double *x, const double *weights, int32_t n, const inno__aggregate_rule *rule,
                                inno_status option);

#endif
