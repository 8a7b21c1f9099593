/* Explanations of a result: what the functions of the API call, and the tables they fill. */
#ifndef INNO_EXPLAIN_EXPLAIN_H
#define INNO_EXPLAIN_EXPLAIN_H

#include "construct/analysis.h"
#include "construct/result.h"

extern const inno__record_kinds inno__trace_kinds;

/* The result is of this method, the dataset has its units; root is a node, row one of the result's. */
inno_status inno__explain_trace(inno_analysis *a, const inno_method *method, const inno_dataset *dataset,
                                const inno_result *r, int64_t root, int64_t row, inno_error *error);

#endif
