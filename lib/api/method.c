#include "innoscore/method.h"

#include "api/arguments.h"
#include "api/written.h"
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

static void write_canonical(const void *object, inno__sink sink, void *context) {
  inno__method_canonical(object, sink, context);
}

inno_status INNO_CALL inno_method_canonical(const inno_method *method, char *buffer, int64_t capacity, int64_t *needed,
                                            inno_error *error) {
  return inno__write_object(write_canonical, method, "method", buffer, capacity, needed, error);
}

inno_status INNO_CALL inno_method_fingerprint(const inno_method *method, char *buffer, int64_t capacity,
                                              inno_error *error) {
  inno__error_clear(error);
  if (method == NULL) return inno__null(error, "method");
  inno_status s = inno__check_hex(buffer, capacity, error);
  if (s == INNO_OK) inno__method_fingerprint(method, buffer);
  return s;
}
