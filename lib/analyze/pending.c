/* Temporary: definitions that are being written. Each goes as its file comes. */
#pragma GCC diagnostic ignored "-Wunused-parameter"
#include "analyze/analyze.h"

#define PENDING \
  { return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_ARGUMENT, NULL); }

inno_status inno__analyze_statistics(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data,
                                     const double *probabilities, int64_t count, inno_error *error) PENDING inno_status
    inno__analyze_correlations(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data,
                               const double *weights, inno_error *error) PENDING inno_status
    inno__analyze_partial(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data, int64_t held,
                          inno_error *error) PENDING inno_status
    inno__analyze_reliability(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data,
                              inno_error *error) PENDING inno_status
    inno__analyze_components(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data, int lenient,
                             inno_error *error) PENDING inno_status
    inno__analyze_development(inno_analysis *a, const inno__audit_rule *rule, const double *scores,
                              const double *development, int64_t n, inno_error *error) PENDING inno_status
    inno__analyze_coherence(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r, int64_t period,
                            int32_t step, const inno_dataset *dataset, inno_error *error) PENDING inno_status
    inno__analyze_families(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r, int64_t period,
                           inno_error *error) PENDING inno_status
    inno__analyze_influence(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r, int64_t period,
                            inno_error *error) PENDING inno_status
    inno__analyze_removal(inno_analysis *a, const inno__audit_rule *rule, const inno_method *method,
                          const inno_dataset *dataset, const inno_result *r, int64_t period,
                          inno_error *error) PENDING inno_status
    inno__analyze_profile(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r, int64_t period,
                          inno_error *error) PENDING inno_status
    inno__analyze_comparison(const inno_allocator *allocator, const inno__audit_rule *rule,
                             const inno_result *const *results, int64_t count, inno_analysis **out,
                             inno_error *error) PENDING
