/* The old and the new list against each other, every column against the rules. */
#include <math.h>

#include "base/text.h"
#include "construct/regroup.h"

/* Of the shares of one unit: what decimal shares that people write may lose. */
static const double SHARE_SUM = 1e-9;

static inno_status fail_list(const inno__regroup_task *t, inno_status status, int32_t message, inno__listing *list,
                             const char *unit) {
  return inno__fail(t->error, status, message,
                    &(inno__where){.unit = unit, .list = inno__listing_text(list), .count = list->count});
}

static int64_t first_row(const inno_regrouping *r, const char *unit) {
  int64_t f = inno__names_find(r->from, unit);
  return f < 0 ? -1 : r->first[f];
}

static inno_status check_old_units(const inno__regroup_task *t) {
  inno__listing unknown = {0}, unmapped = {0};
  const char *first = NULL;
  for (int64_t f = 0; f < inno__names_count(t->r->from); f++) {
    const char *code = inno__names_at(t->r->from, f);
    if (t->r->first[f] < 0 || inno__names_find(t->data->codes, code) >= 0) continue;
    if (first == NULL) first = code;
    inno__listing_add(&unknown, code);
  }
  if (first != NULL) return fail_list(t, INNO_E_CODE, INNO__MSG_REGROUP_UNKNOWN, &unknown, first);
  for (int64_t i = 0; i < inno__names_count(t->data->codes); i++) {
    const char *code = inno__names_at(t->data->codes, i);
    if (first_row(t->r, code) >= 0) continue;
    if (first == NULL) first = code;
    inno__listing_add(&unmapped, code);
  }
  return first != NULL ? fail_list(t, INNO_E_CODE, INNO__MSG_REGROUP_UNMAPPED, &unmapped, first) : INNO_OK;
}

static inno_status check_shares(const inno__regroup_task *t) {
  for (int64_t f = 0; f < inno__names_count(t->r->from); f++) {
    double sum = 0.0;
    for (int64_t k = t->r->first[f]; k >= 0; k = t->r->rows[k].next) sum += t->r->rows[k].share;
    if (t->r->first[f] >= 0 && !(fabs(sum - 1.0) <= SHARE_SUM))
      return inno__fail(t->error, INNO_E_VALUE, INNO__MSG_REGROUP_SHARES,
                        &(inno__where){.unit = inno__names_at(t->r->from, f), .value = sum});
  }
  return INNO_OK;
}

/* Names of a that are not in b. */
static inno_status check_subset(const inno__regroup_task *t, const inno__names *a, const inno__names *b,
                                int32_t message) {
  inno__listing list = {0};
  const char *first = NULL;
  for (int64_t i = 0; i < inno__names_count(a); i++) {
    const char *code = inno__names_at(a, i);
    if (inno__names_find(b, code) >= 0) continue;
    if (first == NULL) first = code;
    inno__listing_add(&list, code);
  }
  return first != NULL ? fail_list(t, INNO_E_CODE, message, &list, first) : INNO_OK;
}

static inno_status check_new_units(const inno__regroup_task *t) {
  if (inno__names_count(t->r->expected) == 0) return INNO_OK;
  inno_status s = check_subset(t, t->r->expected, t->r->to, INNO__MSG_REGROUP_NO_PARTS);
  return s != INNO_OK ? s : check_subset(t, t->r->to, t->r->expected, INNO__MSG_REGROUP_UNEXPECTED);
}

static inno_status check_reference(const inno__regroup_task *t, const char *column, int64_t reference, int summed) {
  if (reference < 0) return INNO_OK;
  const char *code = inno__names_at(t->r->references, reference);
  int64_t j = inno__regroup_reference(t, reference);
  if (j < 0)
    return inno__fail(t->error, INNO_E_MISSING_COLUMN, INNO__MSG_REGROUP_REFERENCE,
                      &(inno__where){.node = column, .what = code});
  int32_t rule = inno__regroup_rule_of(t, j)->rule;
  if (summed && rule != INNO__REGROUP_SUM && rule != INNO__REGROUP_LEAVE_OUT)
    return inno__fail(t->error, INNO_E_ORDER, INNO__MSG_REGROUP_NOT_SUMMED,
                      &(inno__where){.node = column, .what = code});
  return INNO_OK;
}

static inno_status check_rules(const inno__regroup_task *t) {
  inno__listing none = {0};
  const char *first = NULL;
  for (int64_t k = 0; k < inno__names_count(t->r->columns); k++) {
    const char *code = inno__names_at(t->r->columns, k);
    if (inno__names_find(t->data->column_codes, code) < 0)
      return inno__fail(t->error, INNO_E_CODE, INNO__MSG_REGROUP_NO_COLUMN, &(inno__where){.node = code});
  }
  for (int64_t j = 0; j < inno__names_count(t->data->column_codes); j++) {
    if (inno__regroup_rule_of(t, j)->rule != INNO__REGROUP_NONE) continue;
    const char *code = inno__names_at(t->data->column_codes, j);
    if (first == NULL) first = code;
    inno__listing_add(&none, code);
  }
  if (first != NULL)
    return inno__fail(t->error, INNO_E_MISSING_PARAMETER, INNO__MSG_REGROUP_NO_RULE,
                      &(inno__where){.node = first, .list = inno__listing_text(&none), .count = none.count});
  for (int64_t k = 0; k < inno__names_count(t->r->columns); k++) {
    const inno__regroup_rule *rule = &t->r->rules[k];
    const char *code = inno__names_at(t->r->columns, k);
    inno_status s = check_reference(t, code, rule->a, rule->rule == INNO__REGROUP_RATIO);
    if (s == INNO_OK) s = check_reference(t, code, rule->b, 1);
    if (s != INNO_OK) return s;
  }
  return INNO_OK;
}

static inno_status check_groups(const inno__regroup_task *t) {
  for (int64_t g = 0; g < inno__names_count(t->r->groups); g++) {
    const char *name = inno__names_at(t->r->groups, g);
    if (inno__names_find(t->data->group_names, name) < 0)
      return inno__fail(t->error, INNO_E_MISSING_GROUP, INNO__MSG_MISSING_GROUP, &(inno__where){.what = name});
  }
  return INNO_OK;
}

inno_status inno__regroup_check(const inno__regroup_task *t) {
  inno_status s = check_old_units(t);
  if (s == INNO_OK) s = check_shares(t);
  if (s == INNO_OK) s = check_new_units(t);
  if (s == INNO_OK) s = check_rules(t);
  return s == INNO_OK ? check_groups(t) : s;
}
