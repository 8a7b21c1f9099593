/* Explanations of a result: what the functions of the API call, and the tables they fill. */
#ifndef INNO_EXPLAIN_EXPLAIN_H
#define INNO_EXPLAIN_EXPLAIN_H

#include "construct/analysis.h"
#include "construct/explain.h"
#include "construct/result.h"

extern const inno__record_kinds inno__contributions_kinds;
extern const inno__record_kinds inno__change_kinds;

/* Positions; -1 = no such unit is asked for. */
typedef struct {
  const inno__explain_rule *rule;
  int64_t node, period, unit, other;
} inno__contributions;

/* What a change is between; in change.h. */
typedef struct inno__change_ask inno__change_ask;
inno_status inno__explain_change(inno_analysis *a, const inno__change_ask *ask, inno_error *error);

/* The result is of this method. */
inno_status inno__explain_contributions(inno_analysis *a, const inno_method *method, const inno_result *r,
                                        const inno__contributions *ask, inno_error *error);

#endif
