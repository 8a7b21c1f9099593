#include "construct/weigh.h"

#include <string.h>

#include "base/error.h"

void inno__weights_destroy(inno_weights *w) {
  if (w == NULL) return;
  inno_allocator a = w->allocator;
  inno__names_destroy(w->codes);
  inno__free(&a, w->values, (size_t)w->count * sizeof *w->values);
  inno__free(&a, w, sizeof *w);
}

inno_status inno__weights_create(const inno_allocator *allocator, const inno__tree *tree, int equal,
                                 inno_weights **out) {
  *out = NULL;
  inno_weights *w = inno__alloc(allocator, sizeof *w);
  if (w == NULL) return INNO_E_NOMEM;
  memset(w, 0, sizeof *w);
  w->allocator = *allocator;
  w->count = tree->count;
  w->values = inno__alloc(allocator, (size_t)w->count * sizeof *w->values);
  if (w->values == NULL || inno__names_copy(tree->codes, allocator, &w->codes) != INNO_OK) {
    inno__weights_destroy(w);
    return INNO_E_NOMEM;
  }
  for (int64_t j = 0; j < w->count; j++) w->values[j] = equal ? 1.0 : tree->weight[j];
  *out = w;
  return INNO_OK;
}

inno_status inno__weights_copy(const inno_weights *from, const inno_allocator *allocator, inno_weights **out) {
  size_t bytes = (size_t)from->count * sizeof *from->values;
  *out = NULL;
  inno_weights *w = inno__alloc(allocator, sizeof *w);
  if (w == NULL) return INNO_E_NOMEM;
  memset(w, 0, sizeof *w);
  w->allocator = *allocator;
  w->count = from->count;
  w->values = inno__alloc(allocator, bytes);
  if (w->values == NULL || inno__names_copy(from->codes, allocator, &w->codes) != INNO_OK) {
    inno__weights_destroy(w);
    return INNO_E_NOMEM;
  }
  memcpy(w->values, from->values, bytes);
  *out = w;
  return INNO_OK;
}

static inno_status take_weights(const inno__tree *tree, const inno_weights *weights, double *weight,
                                inno_error *error) {
  for (int64_t j = 0; j < tree->count; j++) {
    const char *code = inno__names_at(tree->codes, j);
    int64_t k = inno__names_find(weights->codes, code);
    if (k < 0) return inno__fail(error, INNO_E_CODE, INNO__MSG_WEIGHT_MISSING, &(inno__where){.node = code});
    weight[j] = weights->values[k];
  }
  for (int64_t k = 0; k < weights->count; k++) {
    const char *code = inno__names_at(weights->codes, k);
    if (inno__names_find(tree->codes, code) < 0)
      return inno__fail(error, INNO_E_CODE, INNO__MSG_UNKNOWN_CODE, &(inno__where){.node = code, .what = code});
  }
  return INNO_OK;
}

static inno_status spread_down(const inno__tree *tree, const double *weight, double *share, double *effective,
                               inno_error *error) {
  share[tree->count - 1] = effective[tree->count - 1] = 1.0;
  /* parents have higher numbers than their children: downward is backward */
  for (int64_t a = tree->count - tree->indicators - 1; a >= 0; a--) {
    const int64_t *child = tree->children + tree->first_child[a];
    int64_t k = inno__child_count(tree, a);
    double sum = 0.0;
    for (int64_t c = 0; c < k; c++) sum += weight[child[c]];
    if (!(sum > 0.0) || sum > 1.7976931348623157e308)
      return inno__fail(error, INNO_E_WEIGHTS, INNO__MSG_WEIGHTS_SUM_ZERO,
                        &(inno__where){.node = inno__names_at(tree->codes, tree->indicators + a)});
    for (int64_t c = 0; c < k; c++) {
      share[child[c]] = weight[child[c]] / sum;
      effective[child[c]] = share[child[c]] * effective[tree->indicators + a];
    }
  }
  return INNO_OK;
}

inno_status inno__weigh(inno__tree *tree, const inno_weights *weights, inno_error *error) {
  inno_status s = weights != NULL ? take_weights(tree, weights, tree->weight, error) : INNO_OK;
  return s != INNO_OK ? s : spread_down(tree, tree->weight, tree->share, tree->effective, error);
}

inno_status inno__weights_spread(const inno_weights *weights, const inno__tree *tree, double *weight, double *share,
                                 double *effective, inno_error *error) {
  inno_status s = take_weights(tree, weights, weight, error);
  return s != INNO_OK ? s : spread_down(tree, weight, share, effective, error);
}
