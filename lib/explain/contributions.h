/* Contributions to a score: what is asked, and the tables of the answer. */
#ifndef INNO_EXPLAIN_CONTRIBUTIONS_H
#define INNO_EXPLAIN_CONTRIBUTIONS_H

#include "construct/analysis.h"
#include "construct/explain.h"
#include "construct/result.h"

extern const inno__record_kinds inno__contributions_kinds;

/* Positions; -1 = no such unit is asked for. */
typedef struct {
  const inno__explain_rule *rule;
  int64_t node, period, unit, other;
} inno__contributions;

/* The result is of this method. */
inno_status inno__explain_contributions(inno_analysis *a, const inno_method *method, const inno_result *r,
                                        const inno__contributions *ask, inno_error *error);

#endif
