#include "construct/regroup.h"

#include <string.h>

inno_status inno__regrouping_create(const inno_allocator *allocator, inno_regrouping **out) {
  *out = NULL;
  inno_regrouping *r = inno__alloc(allocator, sizeof *r);
  if (r == NULL) return INNO_E_NOMEM;
  memset(r, 0, sizeof *r);
  r->allocator = *allocator;
  inno__names **const lists[] = {&r->from, &r->to, &r->expected, &r->columns, &r->references, &r->groups};
  for (int i = 0; i < 6; i++) {
    if (inno__names_create(allocator, lists[i]) == INNO_OK) continue;
    inno__regrouping_destroy(r);
    return INNO_E_NOMEM;
  }
  *out = r;
  return INNO_OK;
}

void inno__regrouping_destroy(inno_regrouping *r) {
  if (r == NULL) return;
  inno_allocator a = r->allocator;
  inno__names *const lists[] = {r->from, r->to, r->expected, r->columns, r->references, r->groups};
  for (int i = 0; i < 6; i++) inno__names_destroy(lists[i]);
  inno__free(&a, r->rows, (size_t)r->row_capacity * sizeof *r->rows);
  inno__free(&a, r->first, (size_t)r->first_capacity * sizeof *r->first);
  inno__free(&a, r->rules, (size_t)r->rule_capacity * sizeof *r->rules);
  inno__free(&a, r, sizeof *r);
}

/* Number of a text, added when it is new; -1 = no memory. */
static int64_t number_of(inno__names *names, const char *text) {
  int64_t at = inno__names_find(names, text);
  return at >= 0 ? at : inno__names_add(names, text);
}

/* Room first; after a failure an old name without a row is the worst that stays behind, and counts as not there. */
inno_status inno__regrouping_add(inno_regrouping *r, const char *from, const char *to, double share) {
  void *rows = inno__reserve(&r->allocator, r->rows, &r->row_capacity, r->row_count, sizeof *r->rows);
  if (rows == NULL) return INNO_E_NOMEM;
  r->rows = rows;
  int64_t olds = inno__names_count(r->from);
  void *first = inno__reserve(&r->allocator, r->first, &r->first_capacity, olds, sizeof *r->first);
  if (first == NULL) return INNO_E_NOMEM;
  r->first = first;
  int64_t f = number_of(r->from, from);
  if (f < 0) return INNO_E_NOMEM;
  if (f == olds) r->first[f] = -1;
  int64_t t = number_of(r->to, to);
  if (t < 0) return INNO_E_NOMEM;
  for (int64_t k = r->first[f]; k >= 0; k = r->rows[k].next)
    if (r->rows[k].to == t) return INNO_E_DUPLICATE;
  r->rows[r->row_count] = (inno__regroup_row){f, t, r->first[f], share};
  r->first[f] = r->row_count++;
  return INNO_OK;
}

inno_status inno__regrouping_rule(inno_regrouping *r, const char *column, inno__regroup_rule rule, const char *a,
                                  const char *b) {
  if (column == NULL ? r->fallback.rule != INNO__REGROUP_NONE : inno__names_find(r->columns, column) >= 0)
    return INNO_E_DUPLICATE;
  rule.a = a != NULL ? number_of(r->references, a) : -1;
  rule.b = b != NULL ? number_of(r->references, b) : -1;
  if ((a != NULL && rule.a < 0) || (b != NULL && rule.b < 0)) return INNO_E_NOMEM;
  if (column == NULL) {
    r->fallback = rule;
    return INNO_OK;
  }
  int64_t count = inno__names_count(r->columns);
  void *rules = inno__reserve(&r->allocator, r->rules, &r->rule_capacity, count, sizeof *r->rules);
  if (rules == NULL) return INNO_E_NOMEM;
  r->rules = rules;
  if (inno__names_add(r->columns, column) < 0) return INNO_E_NOMEM;
  r->rules[count] = rule;
  return INNO_OK;
}

const inno__regroup_rule *inno__regroup_rule_of(const inno__regroup_task *t, int64_t column) {
  int64_t own = inno__names_find(t->r->columns, inno__names_at(t->data->column_codes, column));
  return own >= 0 ? &t->r->rules[own] : &t->r->fallback;
}

int64_t inno__regroup_reference(const inno__regroup_task *t, int64_t reference) {
  return reference < 0 ? -1 : inno__names_find(t->data->column_codes, inno__names_at(t->r->references, reference));
}

static const inno__names *order_of(const inno_regrouping *r) {
  return inno__names_count(r->expected) > 0 ? r->expected : r->to;
}

int64_t inno__regroup_unit_count(const inno_regrouping *r) { return inno__names_count(order_of(r)); }

const char *inno__regroup_unit_code(const inno_regrouping *r, int64_t unit) {
  return inno__names_at(order_of(r), unit);
}

int64_t inno__regroup_place(const inno_regrouping *r, int64_t to) {
  return order_of(r) == r->to ? to : inno__names_find(r->expected, inno__names_at(r->to, to));
}
