/* Every family of a tree: the children of each aggregate that has two or more. */
#include "analyze/analyze.h"

static int64_t largest_family(const inno__tree *t) {
  int64_t most = 0;
  for (int64_t g = 0; g < t->count - t->indicators; g++)
    if (inno__child_count(t, g) > most) most = inno__child_count(t, g);
  return most;
}

static inno_status analyze(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r, int64_t period,
                           const double **x, inno_error *error) {
  const inno__tree *t = r->tree;
  inno_status s = INNO_OK;
  for (int64_t g = 0; s == INNO_OK && g < t->count - t->indicators; g++) {
    const int64_t k = inno__child_count(t, g), *children = t->children + t->first_child[g];
    if (k < 2) continue;
    for (int64_t j = 0; j < k; j++) x[j] = inno__analyze_column(r, period, children[j]);
    const inno__sample family = {.x = x, .k = (int32_t)k, .n = r->units, .node = children, .parent = t->indicators + g};
    s = inno__analyze_reliability(a, rule, &family, error);
    if (s == INNO_OK) s = inno__analyze_components(a, rule, &family, 1, error);
  }
  return s;
}

inno_status inno__analyze_families(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r, int64_t period,
                                   inno_error *error) {
  const size_t bytes = (size_t)largest_family(r->tree) * sizeof(double *);
  const double **x = inno__alloc(&a->allocator, bytes);
  if (x == NULL) return inno__no_memory(error);
  inno_status s = analyze(a, rule, r, period, x, error);
  inno__free(&a->allocator, (void *)x, bytes);
  return s;
}
