/* Marginal points: what an improvement of one value would bring. */
#ifndef INNO_EXPLAIN_MARGINAL_H
#define INNO_EXPLAIN_MARGINAL_H

#include "construct/analysis.h"
#include "explain/what_if.h"
#include "innoscore/marginal.h"

extern const inno__record_kinds inno__marginal_kinds;

/* Of one unit, or of all (-1). */
inno_status inno__marginal(inno_analysis *a, inno_what_if *w, int64_t node, int64_t period, int64_t unit,
                           inno_error *error);

#endif
