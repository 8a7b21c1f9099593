#include "robust/assumptions.h"

#include <string.h>

inno_status inno__assumptions_create(const inno_allocator *allocator, inno_assumptions **out) {
  *out = inno__alloc(allocator, sizeof **out);
  if (*out == NULL) return INNO_E_NOMEM;
  memset(*out, 0, sizeof **out);
  (*out)->allocator = *allocator;
  return INNO_OK;
}

const char *inno__assumption_name(int32_t kind) {
  static const char *const names[] = {"schemes",   "weight_sets", "weight_range", "weight_noise", "simplex",
                                      "dirichlet", "bounded",     "order",        "removal",      "error"};
  return names[kind - INNO_ASSUME_SCHEMES];
}

static void clear(const inno_allocator *al, inno__assumption *s) {
  size_t n = (size_t)s->count;
  for (size_t i = 0; s->schemes != NULL && i < n; i++) inno__scheme_destroy(s->schemes[i]);
  for (size_t i = 0; s->sets != NULL && i < n; i++) inno__weights_destroy(s->sets[i]);
  inno__free(al, s->schemes, n * sizeof(void *));
  inno__free(al, s->sets, n * sizeof(void *));
  inno__free(al, s->probabilities, n * sizeof *s->probabilities);
  inno__free(al, s->lower, n * sizeof *s->lower);
  inno__free(al, s->upper, n * sizeof *s->upper);
  inno__names_destroy(s->codes);
  inno__names_destroy(s->unit);
  memset(s, 0, sizeof *s);
}

void inno__assumptions_cut(inno_assumptions *a, int64_t count) {
  while (a->count > count) clear(&a->allocator, &a->list[--a->count]);
}

void inno__assumptions_destroy(inno_assumptions *a) {
  if (a == NULL) return;
  inno_allocator al = a->allocator;
  inno__assumptions_cut(a, 0);
  inno__free(&al, a->list, (size_t)a->capacity * sizeof *a->list);
  inno__free(&al, a, sizeof *a);
}

/* ---- adding: a half-made assumption is cleared again ---- */

/* Room for one more, blank; NULL = no memory. */
static inno__assumption *next(inno_assumptions *a) {
  inno__assumption *list = inno__reserve(&a->allocator, a->list, &a->capacity, a->count, sizeof *list);
  if (list == NULL) return NULL;
  a->list = list;
  memset(&a->list[a->count], 0, sizeof *a->list);
  return &a->list[a->count];
}

static inno_status finish(inno_assumptions *a, inno__assumption *s, int whole) {
  if (whole) {
    a->count++;
    return INNO_OK;
  }
  if (s != NULL) clear(&a->allocator, s);
  return INNO_E_NOMEM;
}

static double *copy_numbers(const inno_allocator *al, const double *from, int64_t count) {
  double *out = inno__alloc(al, (size_t)count * sizeof *out);
  if (out != NULL) memcpy(out, from, (size_t)count * sizeof *out);
  return out;
}

/* NULL = all the same. */
static double *probabilities_of(const inno_allocator *al, const double *given, int64_t count) {
  double *out = inno__alloc(al, (size_t)count * sizeof *out), sum = 0.0;
  for (int64_t i = 0; out != NULL && i < count; i++) sum += out[i] = given != NULL ? given[i] : 1.0;
  for (int64_t i = 0; out != NULL && i < count; i++) out[i] /= sum;
  return out;
}

inno_status inno__assume_schemes(inno_assumptions *a, int64_t position, const inno_scheme *const *schemes,
                                 int64_t count, const double *probabilities) {
  const inno_allocator *al = &a->allocator;
  inno__assumption *s = next(a);
  int whole = s != NULL;
  if (!whole) return INNO_E_NOMEM;
  s->kind = INNO_ASSUME_SCHEMES;
  s->position = position;
  s->count = count;
  s->probabilities = probabilities_of(al, probabilities, count);
  s->schemes = inno__alloc(al, (size_t)count * sizeof(void *));
  whole = s->probabilities != NULL && s->schemes != NULL;
  for (int64_t i = 0; s->schemes != NULL && i < count; i++) s->schemes[i] = NULL;
  for (int64_t i = 0; whole && i < count; i++) whole = inno__scheme_copy(schemes[i], al, &s->schemes[i]) == INNO_OK;
  return finish(a, s, whole);
}

inno_status inno__assume_sets(inno_assumptions *a, const inno_weights *const *sets, int64_t count,
                              const double *probabilities) {
  const inno_allocator *al = &a->allocator;
  inno__assumption *s = next(a);
  int whole = s != NULL;
  if (!whole) return INNO_E_NOMEM;
  s->kind = INNO_ASSUME_WEIGHT_SETS;
  s->count = count;
  s->probabilities = probabilities_of(al, probabilities, count);
  s->sets = inno__alloc(al, (size_t)count * sizeof(void *));
  whole = s->probabilities != NULL && s->sets != NULL;
  for (int64_t i = 0; s->sets != NULL && i < count; i++) s->sets[i] = NULL;
  for (int64_t i = 0; whole && i < count; i++) whole = inno__weights_copy(sets[i], al, &s->sets[i]) == INNO_OK;
  return finish(a, s, whole);
}

inno_status inno__assume_level(inno_assumptions *a, int32_t level, double share) {
  inno__assumption *s = next(a);
  if (s == NULL) return INNO_E_NOMEM;
  s->kind = INNO_ASSUME_WEIGHT_NOISE;
  s->level = level;
  s->size = share;
  return finish(a, s, 1);
}

inno_status inno__assume_nodes(inno_assumptions *a, const inno__assumption *model, const char *first, const char *unit,
                               const char *const *codes, int64_t count, const double *lower, const double *upper) {
  const inno_allocator *al = &a->allocator;
  inno__assumption *s = next(a);
  if (s == NULL) return INNO_E_NOMEM;
  *s = *model;
  s->count = count;
  int whole = inno__names_create(al, &s->codes) == INNO_OK;
  if (whole && first != NULL) whole = inno__names_add(s->codes, first) >= 0;
  for (int64_t i = 0; whole && codes != NULL && i < count; i++) whole = inno__names_add(s->codes, codes[i]) >= 0;
  if (whole && unit != NULL) whole = inno__names_create(al, &s->unit) == INNO_OK && inno__names_add(s->unit, unit) >= 0;
  if (whole && lower != NULL) whole = (s->lower = copy_numbers(al, lower, count)) != NULL;
  if (whole && upper != NULL) whole = (s->upper = copy_numbers(al, upper, count)) != NULL;
  return finish(a, s, whole);
}
