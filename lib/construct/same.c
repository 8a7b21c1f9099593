#include "construct/same.h"

#include <string.h>

#include "construct/compile.h"

static int same_text(const inno__names *a, int64_t i, const inno__names *b, int64_t j) {
  if (i < 0 || j < 0) return i == j;
  return strcmp(inno__names_at(a, i), inno__names_at(b, j)) == 0;
}

int inno__same_nodes(const inno__tree *a, const inno__tree *b) {
  if (a->count != b->count || a->indicators != b->indicators) return 0;
  for (int64_t j = 0; j < a->count; j++)
    if (a->parent[j] != b->parent[j] || !same_text(a->codes, j, b->codes, j)) return 0;
  return 1;
}

int inno__same_indicator(const inno__tree *a, const inno__tree *b, int64_t j) {
  return a->direction[j] == b->direction[j] && a->scale[j] == b->scale[j] &&
         same_text(a->denominators, a->denominator[j], b->denominators, b->denominator[j]);
}

int inno__same_steps(const inno_method *a, const inno_method *b) {
  if (a->step_count != b->step_count) return 0;
  for (int32_t k = 0; k < a->step_count; k++)
    if (a->steps[k].kind != b->steps[k].kind || a->steps[k].oriented != b->steps[k].oriented) return 0;
  return 1;
}

static int same_list(const inno__list *a, const inno__list *b) {
  if (a->count != b->count) return 0;
  return a->count <= 0 || memcmp(a->values, b->values, (size_t)a->count * sizeof *a->values) == 0;
}

static int same_chain(const inno__treat_rule *a, const inno__treat_rule *b) {
  return a->rule_count == b->rule_count && memcmp(a->rules, b->rules, (size_t)a->rule_count * sizeof a->rules[0]) == 0;
}

static int same_value(const inno__step *a, const inno__step *b, const inno__binding *at, const char *p, const char *q) {
  const void *x = p + at->offset, *y = q + at->offset;
  switch (at->storage) {
    case INNO__AS_F64:
      return memcmp(x, y, sizeof(double)) == 0;
    case INNO__AS_I32:
      return memcmp(x, y, sizeof(int32_t)) == 0;
    case INNO__AS_TEXT:
      return same_text(a->texts, *(const int64_t *)x, b->texts, *(const int64_t *)y);
    case INNO__AS_LIST:
      return same_list(x, y);
    default:
      return same_chain((const inno__treat_rule *)(const void *)p, (const inno__treat_rule *)(const void *)q);
  }
}

int inno__same_rule(const inno__step *a, const inno__step *b, int64_t i) {
  const char *p = (const char *)a->rules.any + (size_t)i * a->rule_size;
  const char *q = (const char *)b->rules.any + (size_t)i * b->rule_size;
  int32_t count = 0;
  const inno__binding *at = inno__bindings(a->kind, &count);
  for (int32_t k = 0; k < count; k++)
    if (!same_value(a, b, &at[k], p, q)) return 0;
  if (a->kind == INNO_STEP_TREAT) return a->rules.treat[i].direction == b->rules.treat[i].direction;
  if (a->kind == INNO_STEP_NORMALIZE) return a->rules.normalize[i].direction == b->rules.normalize[i].direction;
  return 1;
}

int inno__same_forced(const inno__step *a, const inno__step *b) {
  if (a->forced_count != b->forced_count) return 0;
  for (int64_t c = 0; c < a->forced_count; c++)
    if (inno__step_forced(b, inno__names_at(a->texts, c)) != a->forced[c]) return 0;
  return 1;
}

int inno__same_own(const inno__step *a, const inno__step *b, int64_t node) {
  const char *p = (const char *)&a->own[node], *q = (const char *)&b->own[node];
  int32_t count = 0;
  const inno__binding *at = inno__own_bindings(&count);
  for (int32_t k = 0; k < count; k++)
    if (memcmp(p + at[k].offset, q + at[k].offset, sizeof(double)) != 0) return 0;
  return 1;
}
