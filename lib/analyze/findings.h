/* Findings of an audit: from tables that are there. */
#ifndef INNO_ANALYZE_FINDINGS_H
#define INNO_ANALYZE_FINDINGS_H

#include "analyze/analyze.h"

/* Reads every table of the audit. */
inno_status inno__audit_findings(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r, int64_t period,
                                 inno_error *error);

#endif
