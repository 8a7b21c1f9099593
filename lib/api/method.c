#include "innoscore/method.h"

#include <string.h>

#include "api/check.h"
#include "construct/method.h"

static inno_status check_inputs(const inno_indicator_set *set, const inno_scheme *const *steps, int32_t step_count,
                                inno_error *error) {
  if (set == NULL) return inno__null(error, "set");
  if (set->tree == NULL)
    return inno__fail(error, INNO_E_NOT_FROZEN, INNO__MSG_NOT_FROZEN, &(inno__where){.what = "set"});
  if (step_count < 0) return inno__bad_argument(error, "step_count", step_count);
  if (step_count > INNO_LIMIT_STEPS)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE, &(inno__where){.what = "steps", .value = INNO_LIMIT_STEPS});
  if (steps == NULL && step_count > 0) return inno__null(error, "steps");
  for (int32_t k = 0; k < step_count; k++)
    if (steps[k] == NULL) return inno__null(error, "steps");
  return INNO_OK;
}

inno_status INNO_CALL inno_method_create(const inno_allocator *allocator, const inno_indicator_set *set,
                                         const inno_weights *weights, const inno_scheme *const *steps,
                                         int32_t step_count, inno_method **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  inno_status s = check_inputs(set, steps, step_count, error);
  if (s != INNO_OK) return s;
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  if (step_count == 0) return inno__method_create_default(&a, set->tree, weights, out, error);
  return inno__method_create(&a, set->tree, weights, steps, step_count, out, error);
}

void INNO_CALL inno_method_destroy(inno_method *method) { inno__method_destroy(method); }

int32_t INNO_CALL inno_method_step_count(const inno_method *method) { return method != NULL ? method->step_count : 0; }

int32_t INNO_CALL inno_method_step(const inno_method *method, int32_t step) {
  return method != NULL && step >= 0 && step < method->step_count ? method->steps[step].kind : 0;
}

/* ---- canonical form and fingerprint ---- */

typedef struct {
  char *buffer; /* NULL: only count */
  size_t length;
} copier;

static void copy_piece(void *context, const char *text, size_t length) {
  copier *c = context;
  if (c->buffer != NULL) memcpy(c->buffer + c->length, text, length);
  c->length += length;
}

inno_status INNO_CALL inno_method_canonical(const inno_method *method, char *buffer, int64_t capacity, int64_t *needed,
                                            inno_error *error) {
  inno__error_clear(error);
  if (needed != NULL) *needed = 0;
  if (method == NULL) return inno__null(error, "method");
  if (capacity < 0) return inno__bad_argument(error, "capacity", (double)capacity);
  if (buffer == NULL && capacity > 0) return inno__null(error, "buffer");
  copier count = {NULL, 0};
  inno__method_canonical(method, copy_piece, &count);
  int64_t bytes = (int64_t)count.length + 1;
  if (needed != NULL) *needed = bytes;
  if (bytes > capacity || buffer == NULL) return inno__fail(error, INNO_E_BUFFER, INNO__MSG_BUFFER, &(inno__where){.count = bytes});
  copier copy = {buffer, 0};
  inno__method_canonical(method, copy_piece, &copy);
  buffer[copy.length] = '\0';
  return INNO_OK;
}

inno_status INNO_CALL inno_method_fingerprint(const inno_method *method, char *buffer, int64_t capacity,
                                              inno_error *error) {
  inno__error_clear(error);
  if (method == NULL) return inno__null(error, "method");
  if (buffer == NULL) return inno__null(error, "buffer");
  if (capacity < 0) return inno__bad_argument(error, "capacity", (double)capacity);
  if (capacity < INNO_FINGERPRINT_BYTES)
    return inno__fail(error, INNO_E_BUFFER, INNO__MSG_BUFFER, &(inno__where){.count = INNO_FINGERPRINT_BYTES});
  inno__method_fingerprint(method, buffer);
  return INNO_OK;
}
