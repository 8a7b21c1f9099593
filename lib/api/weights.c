#include "innoscore/weights.h"

#include <math.h>

#include "api/arguments.h"
#include "construct/weigh.h"
#include "construct/weigh_judgement.h"
#include "numeric/missing.h"

static inno_status create(const inno_allocator *allocator, const inno_indicator_set *set, int equal, inno_weights **out,
                          inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (set == NULL) return inno__null(error, "set");
  if (set->tree == NULL)
    return inno__fail(error, INNO_E_NOT_FROZEN, INNO__MSG_NOT_FROZEN, &(inno__where){.what = "set"});
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  if (inno__weights_create(&a, set->tree, equal, out) != INNO_OK) return inno__no_memory(error);
  return INNO_OK;
}

inno_status INNO_CALL inno_weights_create_given(const inno_allocator *allocator, const inno_indicator_set *set,
                                                inno_weights **out, inno_error *error) {
  return create(allocator, set, 0, out, error);
}

inno_status INNO_CALL inno_weights_create_equal(const inno_allocator *allocator, const inno_indicator_set *set,
                                                inno_weights **out, inno_error *error) {
  return create(allocator, set, 1, out, error);
}

inno_status INNO_CALL inno_weights_create_equal_indicators(const inno_allocator *allocator,
                                                           const inno_indicator_set *set, inno_weights **out,
                                                           inno_error *error) {
  inno_status s = create(allocator, set, 1, out, error);
  if (s == INNO_OK) inno__weigh_by_indicators(set->tree, (*out)->values);
  return s;
}

void INNO_CALL inno_weights_destroy(inno_weights *weights) { inno__weights_destroy(weights); }

static inno_status find(const inno_weights *weights, const char *code, int64_t *index, inno_error *error) {
  inno__error_clear(error);
  if (weights == NULL) return inno__null(error, "weights");
  if (code == NULL) return inno__null(error, "code");
  *index = inno__names_find(weights->codes, code);
  if (*index >= 0) return INNO_OK;
  return inno__fail(error, INNO_E_CODE, INNO__MSG_UNKNOWN_CODE, &(inno__where){.node = code, .what = code});
}

inno_status INNO_CALL inno_weights_set(inno_weights *weights, const char *code, double weight, inno_error *error) {
  int64_t index = 0;
  inno_status s = find(weights, code, &index, error);
  if (s != INNO_OK) return s;
  if (!isfinite(weight) || weight < 0.0)
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_WEIGHT, &(inno__where){.node = code, .value = weight});
  weights->values[index] = weight;
  return INNO_OK;
}

inno_status INNO_CALL inno_weights_get(const inno_weights *weights, const char *code, double *weight,
                                       inno_error *error) {
  int64_t index = 0;
  inno__error_clear(error);
  if (weight == NULL) return inno__null(error, "weight");
  *weight = inno__nan();
  inno_status s = find(weights, code, &index, error);
  if (s == INNO_OK) *weight = weights->values[index];
  return s;
}

/* ---- shares ---- */

static inno_status spread(const inno_weights *weights, const inno_indicator_set *set, int effective, double *out,
                          ptrdiff_t stride_bytes, inno_error *error) {
  inno__error_clear(error);
  if (weights == NULL) return inno__null(error, "weights");
  if (set == NULL) return inno__null(error, "set");
  if (set->tree == NULL)
    return inno__fail(error, INNO_E_NOT_FROZEN, INNO__MSG_NOT_FROZEN, &(inno__where){.what = "set"});
  int64_t n = set->tree->count;
  inno_status s = inno__check_array(out, stride_bytes, n, 1, effective ? "effective" : "shares", error);
  if (s != INNO_OK) return s;
  size_t bytes = 3 * (size_t)n * sizeof(double);
  double *scratch = inno__alloc(&weights->allocator, bytes);
  if (scratch == NULL) return inno__no_memory(error);
  s = inno__weights_spread(weights, set->tree, scratch, scratch + n, scratch + 2 * n, error);
  if (s == INNO_OK) inno__scatter(scratch + (effective ? 2 : 1) * n, n, out, stride_bytes);
  inno__free(&weights->allocator, scratch, bytes);
  return s;
}

inno_status INNO_CALL inno_weights_shares(const inno_weights *weights, const inno_indicator_set *set, double *shares,
                                          ptrdiff_t stride_bytes, inno_error *error) {
  return spread(weights, set, 0, shares, stride_bytes, error);
}

inno_status INNO_CALL inno_weights_effective(const inno_weights *weights, const inno_indicator_set *set,
                                             double *effective, ptrdiff_t stride_bytes, inno_error *error) {
  return spread(weights, set, 1, effective, stride_bytes, error);
}
