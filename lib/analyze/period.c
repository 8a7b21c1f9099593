#include "analyze/analyze.h"

inno_status inno__analyze_period(const inno_result *r, const inno__audit_rule *rule, int64_t *period,
                                 inno_error *error) {
  *period = r->period_count - 1;
  if (rule->period != rule->period) return INNO_OK;
  for (int64_t p = 0; r->periods != NULL && p < r->period_count; p++)
    if (r->periods[p] == rule->period) {
      *period = p;
      return INNO_OK;
    }
  return inno__fail(error, INNO_E_VALUE, INNO__MSG_UNKNOWN_PERIOD,
                    &(inno__where){.what = "period", .value = rule->period});
}
