/* The trace of a unit: what the API calls, and what its files share. */
#ifndef INNO_EXPLAIN_TRACE_H
#define INNO_EXPLAIN_TRACE_H

#include "construct/analysis.h"
#include "construct/result.h"
#include "innoscore/trace.h"

extern const inno__record_kinds inno__trace_kinds;

/* The result is of this method, the dataset has its units; root is a node, row one of the result's. */
inno_status inno__explain_trace(inno_analysis *a, const inno_method *method, const inno_dataset *dataset,
                                const inno_result *r, int64_t root, int64_t row, inno_error *error);

/* ---- its parts ---- */

typedef struct {
  inno_analysis *a;
  const inno_method *method;
  const inno_dataset *dataset;
  const inno_result *r;
  int64_t row, unit, period;
  int64_t *order; /* nodes that are traced, each before its children */
  int64_t count;
  inno_error *error;
} inno__trace;

/* The records of an indicator: steps, stages, sources. *compares = 1 where a step compares units. */
inno_status inno__trace_indicator(const inno__trace *t, int64_t indicator, int *compares);

/* The sources of a value that a step of imputation filled, and what the step's record says of them. *compares = 1
 * where a model of all units filled it. */
inno_status inno__trace_sources(const inno__trace *t, int32_t step, int64_t indicator, int64_t record, int *compares);

/* The rows that share a frame with the row that is traced: all, or those of one period, as the spans of a run. */
void inno__trace_span(const inno__trace *t, int32_t frame, double base, int64_t *first, int64_t *n);

#endif
