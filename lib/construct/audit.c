#include "construct/audit.h"

#include <string.h>

#include "base/error.h"
#include "construct/compile.h"
#include "numeric/distribution.h"

/* A key that only one choice of another key reads, or (choice 0) only a number above 0. */
static const struct {
  int32_t key, decides, choice;
} readers[] = {
    {INNO_KEY_AUDIT_PROMAX_POWER, INNO_KEY_AUDIT_ROTATION, INNO_ROTATION_PROMAX},
    {INNO_KEY_AUDIT_COMPONENTS, INNO_KEY_AUDIT_RETAIN, INNO_COMPONENTS_COUNT},
    {INNO_KEY_AUDIT_PARALLEL_QUANTILE, INNO_KEY_AUDIT_PARALLEL_DRAWS, 0},
    {INNO_KEY_AUDIT_SEED, INNO_KEY_AUDIT_PARALLEL_DRAWS, 0},
    {INNO_KEY_AUDIT_MIN_DISTINCT, INNO_KEY_AUDIT_STRENGTHS, INNO_STRENGTHS_COINR},
    {INNO_KEY_AUDIT_KNOTS, INNO_KEY_AUDIT_CURVE, INNO_CURVE_SPLINE},
};

static double number(const inno_scheme *scheme, int32_t key) {
  const inno__setting *s = scheme != NULL ? inno__scheme_resolve(scheme, NULL, 0, key, NULL) : NULL;
  return s != NULL ? s->number : inno__key_find(key)->fallback;
}

static const char *text(const inno_scheme *scheme, int32_t key) {
  const inno__setting *s = scheme != NULL ? inno__scheme_resolve(scheme, NULL, 0, key, NULL) : NULL;
  return s != NULL ? inno__names_at(scheme->texts, s->text) : NULL;
}

static inno_status missing(int32_t key, inno_error *error) {
  return inno__fail(error, INNO_E_MISSING_PARAMETER, INNO__MSG_AUDIT_NEEDS,
                    &(inno__where){.what = inno__key_find(key)->name});
}

static inno_status check(const inno_scheme *scheme, const inno__audit_rule *r, inno_error *error) {
  for (size_t i = 0; scheme != NULL && i < sizeof readers / sizeof readers[0]; i++) {
    if (inno__scheme_resolve(scheme, NULL, 0, readers[i].key, NULL) == NULL) continue;
    double decides = number(scheme, readers[i].decides);
    if (readers[i].choice == 0 ? decides > 0.0 : decides == readers[i].choice) continue;
    return inno__fail(error, INNO_E_VALUE, INNO__MSG_AUDIT_UNREAD,
                      &(inno__where){.what = inno__key_find(readers[i].key)->name,
                                     .given = inno__key_find(readers[i].decides)->name});
  }
  if (r->retain == INNO_COMPONENTS_COUNT && r->components == 0) return missing(INNO_KEY_AUDIT_COMPONENTS, error);
  if (r->retain == INNO_COMPONENTS_PARALLEL && r->parallel_draws == 0)
    return missing(INNO_KEY_AUDIT_PARALLEL_DRAWS, error);
  return INNO_OK;
}

inno_status inno__audit_read(const inno_scheme *scheme, inno__audit_rule *out, inno_error *error) {
  int32_t count = 0;
  const inno__binding *b = inno__bindings(INNO_STEP_AUDIT, &count);
  if (scheme != NULL && scheme->entry->step != INNO_STEP_AUDIT)
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_AUDIT_SCHEME, &(inno__where){.what = scheme->entry->section});
  memset(out, 0, sizeof *out);
  for (int32_t i = 0; i < count; i++) {
    char *at = (char *)out + b[i].offset;
    if (b[i].storage == INNO__AS_TEXT) continue;
    double value = number(scheme, b[i].key);
    if (b[i].storage == INNO__AS_F64) memcpy(at, &value, sizeof value);
    if (b[i].storage == INNO__AS_I32 && value == value) *(int32_t *)(void *)at = (int32_t)value;
  }
  out->normal = inno__normal_critical((1.0 - out->confidence) / 2.0);
  out->group_name = text(scheme, INNO_KEY_AUDIT_GROUP);
  out->development_code = text(scheme, INNO_KEY_AUDIT_DEVELOPMENT);
  return check(scheme, out, error);
}
