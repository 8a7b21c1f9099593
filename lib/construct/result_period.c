#include "base/error.h"
#include "construct/result.h"

inno_status inno__result_find_period(const inno_result *r, double asked, int64_t *period, inno_error *error) {
  *period = r->period_count - 1;
  if (asked != asked) return INNO_OK;
  for (int64_t p = 0; r->periods != NULL && p < r->period_count; p++)
    if (r->periods[p] == asked) {
      *period = p;
      return INNO_OK;
    }
  return inno__fail(error, INNO_E_VALUE, INNO__MSG_UNKNOWN_PERIOD, &(inno__where){.what = "period", .value = asked});
}
