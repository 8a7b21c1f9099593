#include "construct/uncertainty.h"

#include "base/error.h"
#include "construct/options.h"

static const inno__option_reader readers[] = {
    {INNO_KEY_UNCERTAINTY_SCORE_LOW, INNO_KEY_UNCERTAINTY_SCORE_BINS, 0},
    {INNO_KEY_UNCERTAINTY_SCORE_HIGH, INNO_KEY_UNCERTAINTY_SCORE_BINS, 0},
};

inno_status inno__uncertainty_read(const inno_scheme *scheme, inno__uncertainty_rule *out, inno_error *error) {
  if (scheme != NULL && scheme->entry->step != INNO_STEP_UNCERTAINTY)
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_UNCERTAINTY_SCHEME,
                      &(inno__where){.what = scheme->entry->section});
  inno__options_fill(scheme, INNO_STEP_UNCERTAINTY, out, sizeof *out);
  out->node_code = inno__option_text(scheme, INNO_KEY_UNCERTAINTY_NODE);
  inno_status s = inno__options_check(scheme, readers, sizeof readers / sizeof readers[0], error);
  if (s != INNO_OK || out->score_bins == 0) return s;
  if (out->score_low != out->score_low) return inno__option_missing(INNO_KEY_UNCERTAINTY_SCORE_LOW, error);
  if (out->score_high != out->score_high) return inno__option_missing(INNO_KEY_UNCERTAINTY_SCORE_HIGH, error);
  double wide = out->score_high - out->score_low; /* steps of a score, and their squares, are numbers */
  if (wide >= 1e-290 && wide <= 1e300 && out->score_low >= -1e300 && out->score_high <= 1e300) return INNO_OK;
  return inno__fail(error, INNO_E_VALUE, INNO__MSG_UNCERTAINTY_SCALE,
                    &(inno__where){.value = out->score_low, .value2 = out->score_high});
}
