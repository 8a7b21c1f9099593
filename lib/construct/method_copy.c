/* A method of one's own: for objects that outlive the one they were given, or change its weights. */
#include <string.h>

#include "construct/compile.h"

/* Rules point into the numbers of their step: into those of the copy now. */
static void point_lists(const inno__step *from, inno__step *to) {
  int32_t count = 0;
  const inno__binding *b = inno__bindings(to->kind, &count);
  for (int64_t i = 0; i < to->rule_count; i++)
    for (int32_t k = 0; k < count; k++) {
      if (b[k].storage != INNO__AS_LIST) continue;
      inno__list *list = (inno__list *)(void *)((char *)to->rules.any + (size_t)i * to->rule_size + b[k].offset);
      if (list->values != NULL) list->values = to->numbers + (list->values - from->numbers);
    }
}

/* NULL of nothing; *failed = 1 when there is no memory. */
static void *copy_of(const inno_allocator *a, const void *from, size_t bytes, int *failed) {
  if (from == NULL) return NULL;
  void *to = inno__alloc(a, bytes);
  if (to != NULL) memcpy(to, from, bytes);
  *failed |= to == NULL;
  return to;
}

/* On failure what was made is there for inno__step_clear(). */
static inno_status copy_step(const inno__step *from, const inno_allocator *a, inno__step *to) {
  int failed = 0;
  *to = *from;
  to->texts = to->lists = NULL;
  to->rules.any = copy_of(a, from->rules.any, (size_t)from->rule_count * from->rule_size, &failed);
  to->forced = copy_of(a, from->forced, (size_t)from->forced_count * sizeof *from->forced, &failed);
  to->own = copy_of(a, from->own, (size_t)from->own_count * sizeof *from->own, &failed);
  to->numbers = copy_of(a, from->numbers, (size_t)from->number_count * sizeof *from->numbers, &failed);
  if (failed || inno__names_copy(from->texts, a, &to->texts) != INNO_OK ||
      inno__names_copy(from->lists, a, &to->lists) != INNO_OK)
    return INNO_E_NOMEM;
  point_lists(from, to);
  return INNO_OK;
}

inno_status inno__method_copy(const inno_method *from, const inno_allocator *allocator, inno_method **out) {
  *out = NULL;
  inno_method *m = inno__alloc(allocator, sizeof *m);
  if (m == NULL) return INNO_E_NOMEM;
  *m = *from;
  m->allocator = *allocator;
  m->tree = NULL;
  m->step_count = 0;
  m->weighting = NULL;
  m->steps = inno__alloc(allocator, (size_t)from->step_count * sizeof *m->steps);
  inno_status s = INNO_E_NOMEM;
  if (m->steps != NULL) {
    m->step_count = from->step_count;
    memset(m->steps, 0, (size_t)m->step_count * sizeof *m->steps);
    s = inno__tree_copy(from->tree, allocator, &m->tree);
  }
  for (int32_t k = 0; k < m->step_count && s == INNO_OK; k++) {
    s = copy_step(&from->steps[k], allocator, &m->steps[k]);
    if (&from->steps[k] == from->weighting) m->weighting = &m->steps[k];
  }
  if (s != INNO_OK) {
    inno__method_destroy(m);
    return s;
  }
  *out = m;
  return INNO_OK;
}
