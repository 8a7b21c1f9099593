/* Findings of an audit: from tables that are there. */
#ifndef INNO_ANALYZE_FINDINGS_H
#define INNO_ANALYZE_FINDINGS_H

#include "analyze/analyze.h"

/* What can be found, and how grave it is: 1 to know, 2 to look at, 3 to mend. Sentences: messages.def. */
#define INNO__FINDINGS(FINDING) \
  FINDING(COVERAGE, 2)          \
  FINDING(UNIT_COVERAGE, 2)     \
  FINDING(ZEROS, 1)             \
  FINDING(SAME_VALUES, 1)       \
  FINDING(OUTLIERS, 2)          \
  FINDING(CONSTANT, 3)          \
  FINDING(SILENT, 2)            \
  FINDING(WRONG_SIGN, 3)        \
  FINDING(DOMINANT, 1)          \
  FINDING(REDUNDANT, 2)         \
  FINDING(CONFLICT, 2)          \
  FINDING(BIAS, 2)              \
  FINDING(ALPHA, 2)             \
  FINDING(ADEQUACY, 1)          \
  FINDING(SINGULAR, 1)          \
  FINDING(DIMENSIONS, 1)        \
  FINDING(FIRST_SHARE, 1)       \
  FINDING(IMPORTANCE_HIGH, 2)   \
  FINDING(IMPORTANCE_LOW, 2)    \
  FINDING(ADDS_LITTLE, 1)       \
  FINDING(REMOVAL, 2)

/* Reads every table of the audit. */
inno_status inno__audit_findings(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r, int64_t period,
                                 inno_error *error);

int32_t inno__finding_severity(int32_t finding); /* 0 = no such finding */

#endif
