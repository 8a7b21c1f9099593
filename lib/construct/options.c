#include "construct/options.h"

#include <string.h>

#include "base/error.h"
#include "construct/compile.h"

double inno__option_number(const inno_scheme *scheme, int32_t key) {
  const inno__setting *s = scheme != NULL ? inno__scheme_resolve(scheme, NULL, 0, key, NULL) : NULL;
  return s != NULL ? s->number : inno__key_find(key)->fallback;
}

const char *inno__option_text(const inno_scheme *scheme, int32_t key) {
  const inno__setting *s = scheme != NULL ? inno__scheme_resolve(scheme, NULL, 0, key, NULL) : NULL;
  return s != NULL ? inno__names_at(scheme->texts, s->text) : NULL;
}

void inno__options_fill(const inno_scheme *scheme, int32_t step, void *out, size_t size) {
  int32_t count = 0;
  const inno__binding *b = inno__bindings(step, &count);
  memset(out, 0, size);
  for (int32_t i = 0; i < count; i++) {
    char *at = (char *)out + b[i].offset;
    if (b[i].storage == INNO__AS_TEXT) continue;
    double value = inno__option_number(scheme, b[i].key);
    if (b[i].storage == INNO__AS_F64) memcpy(at, &value, sizeof value);
    if (b[i].storage == INNO__AS_I32 && value == value) *(int32_t *)(void *)at = (int32_t)value;
  }
}

inno_status inno__options_check(const inno_scheme *scheme, const inno__option_reader *readers, size_t count,
                                inno_error *error) {
  for (size_t i = 0; scheme != NULL && i < count; i++) {
    if (inno__scheme_resolve(scheme, NULL, 0, readers[i].key, NULL) == NULL) continue;
    double decides = inno__option_number(scheme, readers[i].decides);
    if (readers[i].choice == 0 ? decides > 0.0 : decides == readers[i].choice) continue;
    return inno__fail(error, INNO_E_VALUE, INNO__MSG_AUDIT_UNREAD,
                      &(inno__where){.what = inno__key_find(readers[i].key)->name,
                                     .given = inno__key_find(readers[i].decides)->name});
  }
  return INNO_OK;
}

inno_status inno__option_missing(int32_t key, inno_error *error) {
  return inno__fail(error, INNO_E_MISSING_PARAMETER, INNO__MSG_AUDIT_NEEDS,
                    &(inno__where){.what = inno__key_find(key)->name});
}
