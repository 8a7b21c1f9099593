/* The stamp of a method: a result remembers it, so that frames are not taken with another method's name. The canonical
 * form says the same things at length. */
#include "construct/stamp.h"

#include "construct/compile.h"

static uint64_t mix_tree(uint64_t h, const inno_method *m) {
  const inno__tree *t = m->tree;
  for (int64_t j = 0; j < t->count; j++) {
    h = inno__mix_text(h, inno__names_at(t->codes, j));
    h = inno__mix(inno__mix(h, (uint64_t)t->parent[j]), (uint64_t)t->direction[j]);
    if (inno__weight_is_chosen(m, j)) h = inno__mix_number(h, t->weight[j]);
    if (j >= t->indicators || t->denominator[j] < 0) continue;
    h = inno__mix_number(inno__mix_text(h, inno__names_at(t->denominators, t->denominator[j])), t->scale[j]);
  }
  return h;
}

/* One value of a rule. */
static uint64_t mix_value(uint64_t h, const inno__step *step, const inno__binding *b, const char *at) {
  const inno__list *list = (const inno__list *)(const void *)at;
  const inno__treat_rule *chain = (const inno__treat_rule *)(const void *)(at - b->offset);
  switch (b->storage) {
    case INNO__AS_F64:
      return inno__mix_number(h, *(const double *)(const void *)at);
    case INNO__AS_I32:
      return inno__mix(h, (uint64_t) * (const int32_t *)(const void *)at);
    case INNO__AS_TEXT:
      return *(const int64_t *)(const void *)at < 0
                 ? inno__mix(h, 257)
                 : inno__mix_text(h, inno__names_at(step->texts, *(const int64_t *)(const void *)at));
    case INNO__AS_LIST:
      for (int64_t i = 0; i < list->count; i++) h = inno__mix_number(h, list->values[i]);
      return inno__mix(h, (uint64_t)list->count);
    default: /* a chain */
      for (int32_t i = 0; i < chain->rule_count; i++) h = inno__mix(h, (uint64_t)chain->rules[i]);
      return inno__mix(h, (uint64_t)chain->rule_count);
  }
}

static uint64_t mix_step(uint64_t h, const inno__step *step) {
  int32_t count = 0, owns = 0;
  const inno__binding *b = inno__bindings(step->kind, &count), *own = inno__own_bindings(&owns);
  h = inno__mix(h, (uint64_t)step->kind);
  for (int64_t i = 0; i < step->rule_count; i++) {
    const char *rule = (const char *)step->rules.any + (size_t)i * step->rule_size;
    for (int32_t k = 0; k < count; k++)
      if (inno__rule_reads(step->kind, rule, b[k].key) && !inno__is_silent(&b[k], rule + b[k].offset))
        h = mix_value(inno__mix(h, (uint64_t)b[k].key), step, &b[k], rule + b[k].offset);
  }
  for (int64_t node = 0; node < step->own_count; node++)
    for (int32_t k = 0; k < owns; k++) {
      double value = *(const double *)(const void *)((const char *)&step->own[node] + own[k].offset);
      if (value != value || value == inno__key_find(own[k].key)->fallback) continue; /* as if it were not there */
      h = inno__mix_number(inno__mix(inno__mix(h, (uint64_t)node), (uint64_t)own[k].key), value);
    }
  for (int64_t c = 0; c < step->forced_count; c++) /* the order in which units were forced does not count */
    h += inno__mix(inno__mix_text(0, inno__names_at(step->texts, c)), (uint64_t)step->forced[c]);
  return h;
}

uint64_t inno__method_stamp(const inno_method *m) {
  uint64_t h = mix_tree(1, m);
  for (int32_t k = 0; k < m->step_count; k++) h = mix_step(h, &m->steps[k]);
  return inno__mix(h, (uint64_t)m->ties);
}
