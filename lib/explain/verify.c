#include "explain/verify.h"

#include <string.h>

#include "base/checked.h"

inno_status inno__verify_say(const inno__verification *v, int32_t finding, int64_t node, int64_t other, int64_t unit,
                             double value, double threshold) {
  const inno__finding f = {.finding = finding,
                           .node = (double)node,
                           .other = (double)other,
                           .unit = (double)unit,
                           .value = value,
                           .threshold = threshold};
  return inno__finding_add(v->a, &f, v->error);
}

const inno__step *inno__verify_aggregation(const inno__verification *v) {
  return v->method != NULL ? inno__method_aggregation(v->method) : NULL;
}

double inno__verify_weight(const inno__verification *v, int64_t node) {
  int64_t parent = v->p->tree->parent[node];
  const inno__weigh_rule *computed =
      v->method != NULL ? inno__method_weighting(v->method, parent - v->p->tree->indicators) : NULL;
  if (v->method != NULL && computed == NULL) return v->method->tree->weight[node];
  return v->result != NULL ? v->result->tree->weight[node] : inno__nan();
}

/* Where each printed unit is in the result; and who is not there. */
static inno_status match_units(inno__verification *v) {
  const inno_result *r = v->result;
  inno_status s = INNO_OK;
  for (int64_t i = 0; i < v->p->n && s == INNO_OK; i++) {
    const char *code = inno__names_at(v->p->units, i);
    int64_t unit = r != NULL ? inno__names_find_near(r->unit_codes, code, i) : -1;
    v->row[i] = unit >= 0 ? v->period * r->units + unit : -1;
    if (r != NULL && unit < 0) s = inno__verify_say(v, INNO_FINDING_UNIT_UNKNOWN, -1, -1, i, inno__nan(), inno__nan());
  }
  return s;
}

inno_status inno__verify(inno__verification *v) {
  size_t units = (size_t)v->p->n, marks, rows, most; /* two doubles a node and unit is the most that anything takes */
  if (!inno__mul_size((size_t)v->p->tree->count, units, &marks) || !inno__mul_size(units, sizeof *v->row, &rows) ||
      !inno__mul_size(marks, 2 * sizeof(double), &most))
    return inno__no_memory(v->error);
  v->row = inno__alloc(&v->a->allocator, rows);
  v->found = inno__alloc(&v->a->allocator, marks);
  inno_status s = v->row != NULL && v->found != NULL ? INNO_OK : inno__no_memory(v->error);
  if (s == INNO_OK) memset(v->found, 0, marks);
  if (s == INNO_OK) s = match_units(v);
  if (s == INNO_OK) s = inno__verify_scores(v);
  if (s == INNO_OK) s = inno__verify_parts(v);
  if (s == INNO_OK) s = inno__verify_ranks(v);
  inno__free(&v->a->allocator, v->row, rows);
  inno__free(&v->a->allocator, v->found, marks);
  return s;
}
