/* Computes a unit's scores again from the records of a trace alone, by the formulas of docs/handbook/trace.md. */
#ifndef TESTS_SUPPORT_RETRACE_H
#define TESTS_SUPPORT_RETRACE_H

#include "innoscore/innoscore.h"

/* What was computed again, and what the records say cannot be. */
typedef struct {
  int64_t steps, nodes, compared_steps, compared_nodes, imputed, treated;
} retraced;

/* Traces one unit of one period (its position; -1 = without the key) below a node (NULL = the index), computes
 * everything again, and fails the test at the first bit that differs from records or result. Adds to the counts. */
void retrace(const inno_method *method, const inno_dataset *data, const inno_result *result, int64_t unit,
             int64_t period, const char *node, retraced *counts);

/* Every unit in every period. */
retraced retrace_all(const inno_method *method, const inno_dataset *data, const inno_result *result);

#endif
