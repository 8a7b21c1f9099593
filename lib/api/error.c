#include "innoscore/error.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"

inno_status INNO_CALL inno_error_create(const inno_allocator *allocator, inno_error **out) {
  if (out == NULL) return INNO_E_NULL;
  *out = NULL;
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return INNO_E_ARGUMENT;
  inno_error *error = inno__alloc(&a, sizeof *error);
  if (error == NULL) return INNO_E_NOMEM;
  memset(error, 0, sizeof *error);
  error->allocator = a;
  *out = error;
  return INNO_OK;
}

void INNO_CALL inno_error_destroy(inno_error *error) {
  if (error == NULL) return;
  inno_allocator a = error->allocator;
  inno__free(&a, error, sizeof *error);
}

inno_status INNO_CALL inno_error_set_language(inno_error *error, int32_t language) {
  if (error == NULL) return INNO_E_NULL;
  if (language != INNO_LANGUAGE_EN && language != INNO_LANGUAGE_VI) return INNO_E_ARGUMENT;
  error->language = language;
  return INNO_OK;
}

inno_status INNO_CALL inno_error_status(const inno_error *error) { return error != NULL ? error->status : INNO_OK; }

const char *INNO_CALL inno_error_message(const inno_error *error) { return error != NULL ? error->message : ""; }

const char *INNO_CALL inno_error_node(const inno_error *error) { return error != NULL ? error->node : ""; }

const char *INNO_CALL inno_error_unit(const inno_error *error) { return error != NULL ? error->unit : ""; }
