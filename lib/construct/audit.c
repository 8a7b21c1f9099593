#include "construct/audit.h"

#include "base/error.h"
#include "construct/options.h"
#include "numeric/distribution.h"

static const inno__option_reader readers[] = {
    {INNO_KEY_AUDIT_PROMAX_POWER, INNO_KEY_AUDIT_ROTATION, INNO_ROTATION_PROMAX},
    {INNO_KEY_AUDIT_COMPONENTS, INNO_KEY_AUDIT_RETAIN, INNO_COMPONENTS_COUNT},
    {INNO_KEY_AUDIT_PARALLEL_QUANTILE, INNO_KEY_AUDIT_PARALLEL_DRAWS, 0},
    {INNO_KEY_AUDIT_SEED, INNO_KEY_AUDIT_PARALLEL_DRAWS, 0},
    {INNO_KEY_AUDIT_MIN_DISTINCT, INNO_KEY_AUDIT_STRENGTHS, INNO_STRENGTHS_COINR},
    {INNO_KEY_AUDIT_KNOTS, INNO_KEY_AUDIT_CURVE, INNO_CURVE_SPLINE},
};

inno_status inno__audit_read(const inno_scheme *scheme, inno__audit_rule *out, inno_error *error) {
  if (scheme != NULL && scheme->entry->step != INNO_STEP_AUDIT)
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_AUDIT_SCHEME, &(inno__where){.what = scheme->entry->section});
  inno__options_fill(scheme, INNO_STEP_AUDIT, out, sizeof *out);
  out->normal = inno__normal_critical((1.0 - out->confidence) / 2.0);
  out->group_name = inno__option_text(scheme, INNO_KEY_AUDIT_GROUP);
  out->development_code = inno__option_text(scheme, INNO_KEY_AUDIT_DEVELOPMENT);
  inno_status s = inno__options_check(scheme, readers, sizeof readers / sizeof readers[0], error);
  if (s != INNO_OK) return s;
  if (out->retain == INNO_COMPONENTS_COUNT && out->components == 0)
    return inno__option_missing(INNO_KEY_AUDIT_COMPONENTS, error);
  if (out->retain == INNO_COMPONENTS_PARALLEL && out->parallel_draws == 0)
    return inno__option_missing(INNO_KEY_AUDIT_PARALLEL_DRAWS, error);
  return INNO_OK;
}
