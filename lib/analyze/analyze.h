/* Every analysis: fills tables of an object that is there. A sample's columns have no infinite value. On failure the
 * tables may be half filled; the object is then thrown away. */
#ifndef INNO_ANALYZE_ANALYZE_H
#define INNO_ANALYZE_ANALYZE_H

#include "construct/analysis.h"
#include "construct/audit.h"
#include "construct/dataset.h"
#include "construct/result.h"

/* The tables that they fill; all of them are there in every object, most without records. tables.c */
extern const inno__record_kinds inno__audit_kinds;

/* Columns of a family, beyond which time that grows with their cube is no longer an answer. */
#define INNO__FAMILY_MOST 1000

/* Columns of numbers and what they are called. */
typedef struct {
  const double *const *x; /* k columns of n values; NaN = missing */
  int32_t k;
  int64_t n;
  const int64_t *node; /* what the field NODE says of a column; NULL = its position */
  int64_t parent;      /* what the field PARENT says; -1 = no family */
} inno__sample;

static inline int64_t inno__sample_node(const inno__sample *s, int32_t column) {
  return s->node != NULL ? s->node[column] : column;
}

/* ---- of columns ---- */

/* statistics.c; probabilities: count of them, in 0..1 */
inno_status inno__analyze_statistics(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data,
                                     const double *probabilities, int64_t count, inno_error *error);
/* correlation.c; weights: one a unit or NULL */
inno_status inno__analyze_correlations(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data,
                                       const double *weights, inno_error *error);
/* correlation.c; the last held columns are held, -1 = all others */
inno_status inno__analyze_partial(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data,
                                  int64_t held, inno_error *error);
/* reliability.c: one record a call, and one an item */
inno_status inno__analyze_reliability(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data,
                                      inno_error *error);
/* components.c; lenient: what would be refused is a record of NaN with the reason in STATUS */
inno_status inno__analyze_components(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data,
                                     int lenient, inno_error *error);
/* development.c */
inno_status inno__analyze_development(inno_analysis *a, const inno__audit_rule *rule, const double *scores,
                                      const double *development, int64_t n, inno_error *error);

/* ---- of results; the period is a position ---- */

/* Final values of a node in a period: r->units of them. */
static inline const double *inno__analyze_column(const inno_result *r, int64_t period, int64_t node) {
  return r->final[node] + period * r->units;
}

inno_status inno__analyze_coherence(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r,
                                    int64_t period, int32_t step, const inno_dataset *dataset, inno_error *error);
inno_status inno__analyze_families(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r, int64_t period,
                                   inno_error *error);
inno_status inno__analyze_influence(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r,
                                    int64_t period, inno_error *error);
inno_status inno__analyze_removal(inno_analysis *a, const inno__audit_rule *rule, const inno_method *method,
                                  const inno_dataset *dataset, const inno_result *r, int64_t period, inno_error *error);
inno_status inno__analyze_profile(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r, int64_t period,
                                  inno_error *error);
/* Makes the object too: its nodes and units are those of all results. */
inno_status inno__analyze_comparison(const inno_allocator *allocator, const inno__audit_rule *rule,
                                     const inno_result *const *results, int64_t count, inno_analysis **out,
                                     inno_error *error);
inno_status inno__analyze_audit(inno_analysis *a, const inno__audit_rule *rule, const inno_method *method,
                                const inno_dataset *dataset, const inno_result *r, int64_t period, inno_error *error);
#endif
