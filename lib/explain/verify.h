/* Verification of a publication, step by step; and the weights that it implies. */
#ifndef INNO_EXPLAIN_VERIFY_H
#define INNO_EXPLAIN_VERIFY_H

#include "construct/analysis.h"
#include "construct/explain.h"
#include "construct/finding.h"
#include "construct/result.h"
#include "explain/publication.h"
#include "numeric/missing.h"

/* verify_tables.c */
extern const inno__record_kinds inno__verification_kinds;

/* What a finding has spoken of already: a score or a rank of a node and unit. */
enum { INNO__FOUND_SCORE = 1, INNO__FOUND_RANK = 2 };

typedef struct {
  inno_analysis *a;
  const inno_publication *p;
  const inno_method *method; /* NULL = none */
  const inno_result *result; /* NULL = none */
  const inno__explain_rule *rule;
  int64_t period;       /* of the result */
  int64_t *row;         /* of each printed unit in that period of the result; -1 = the result does not have it */
  unsigned char *found; /* nodes x units */
  inno_error *error;
} inno__verification;

/* Both fill v->a; row and found are theirs. */
inno_status inno__verify(inno__verification *v);
inno_status inno__implied(inno__verification *v); /* implied.c */

/* One record more for each unit with something to say; all report. */
inno_status inno__verify_scores(inno__verification *v); /* verify_scores.c */
inno_status inno__verify_parts(inno__verification *v);  /* verify_parts.c */
inno_status inno__verify_ranks(inno__verification *v);  /* verify_ranks.c */

static inline unsigned char *inno__found(const inno__verification *v, int64_t node, int64_t unit) {
  return &v->found[node * v->p->n + unit];
}

/* A finding about a node and a printed unit; other -1 = none. */
inno_status inno__verify_say(const inno__verification *v, int32_t finding, int64_t node, int64_t other, int64_t unit,
                             double value, double threshold);

/* What the result has for a printed unit; NaN = nothing, and without a result. */
static inline double inno__verify_computed(const inno__verification *v, int64_t node, int64_t unit) {
  return v->row[unit] >= 0 ? v->result->final[node][v->row[unit]] : inno__nan();
}

/* The rules of the aggregates; NULL without a method. */
const inno__step *inno__verify_aggregation(const inno__verification *v);
/* Weight of a node inside its parent; NaN where a method computes it and no result says what came out. */
double inno__verify_weight(const inno__verification *v, int64_t node);

#endif
