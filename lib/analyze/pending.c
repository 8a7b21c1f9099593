/* Temporary: definitions that are being written. Each goes as its file comes. */
#pragma GCC diagnostic ignored "-Wunused-parameter"
#include "analyze/analyze.h"

#define PENDING \
  { return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_ARGUMENT, NULL); }

inno_status inno__analyze_reliability(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data,
                              inno_error *error) PENDING

inno_status inno__analyze_components(inno_analysis *a, const inno__audit_rule *rule, const inno__sample *data, int lenient,
                             inno_error *error) PENDING

inno_status inno__analyze_development(inno_analysis *a, const inno__audit_rule *rule, const double *scores,
                              const double *development, int64_t n, inno_error *error) PENDING

inno_status inno__analyze_families(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r, int64_t period,
                           inno_error *error) PENDING

inno_status inno__analyze_audit(inno_analysis *a, const inno__audit_rule *rule, const inno_method *method,
                        const inno_dataset *dataset, const inno_result *r, int64_t period,
                        inno_error *error) PENDING

int64_t inno__analyze_sentence(const inno_analysis *a, int64_t finding, int32_t language, char *out) {
  out[0] = 0;
  return 0;
}
