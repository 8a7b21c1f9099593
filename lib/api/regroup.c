#include "innoscore/regroup.h"

#include "api/arguments.h"
#include "construct/regroup.h"

inno_status INNO_CALL inno_regrouping_create(const inno_allocator *allocator, inno_regrouping **out,
                                             inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  return inno__regrouping_create(&a, out) == INNO_OK ? INNO_OK : inno__no_memory(error);
}

void INNO_CALL inno_regrouping_destroy(inno_regrouping *regrouping) { inno__regrouping_destroy(regrouping); }

inno_status INNO_CALL inno_regrouping_add(inno_regrouping *regrouping, const char *old_unit, const char *new_unit,
                                          double share, inno_error *error) {
  inno__error_clear(error);
  if (regrouping == NULL) return inno__null(error, "regrouping");
  inno_status s = inno__check_code(old_unit, "old_unit", error);
  if (s == INNO_OK) s = inno__check_code(new_unit, "new_unit", error);
  if (s != INNO_OK) return s;
  if (!(share > 0.0 && share <= 1.0)) return inno__bad_argument(error, "share", share);
  if (regrouping->row_count >= INNO_LIMIT_UNITS)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE, &(inno__where){.what = "rows", .value = INNO_LIMIT_UNITS});
  s = inno__regrouping_add(regrouping, old_unit, new_unit, share);
  if (s == INNO_E_DUPLICATE)
    return inno__fail(error, s, INNO__MSG_REGROUP_PAIR, &(inno__where){.unit = old_unit, .what = new_unit});
  return s == INNO_OK ? s : inno__no_memory(error);
}

/* A name in a list where it may stand once. */
static inno_status add_once(inno__names *names, const char *text, const char *argument, int32_t message,
                            inno_error *error) {
  inno_status s = inno__check_code(text, argument, error);
  if (s != INNO_OK) return s;
  if (inno__names_find(names, text) >= 0)
    return inno__fail(error, INNO_E_DUPLICATE, message, &(inno__where){.unit = text, .what = text});
  return inno__names_add(names, text) >= 0 ? INNO_OK : inno__no_memory(error);
}

inno_status INNO_CALL inno_regrouping_expect(inno_regrouping *regrouping, const char *new_unit, inno_error *error) {
  inno__error_clear(error);
  if (regrouping == NULL) return inno__null(error, "regrouping");
  return add_once(regrouping->expected, new_unit, "new_unit", INNO__MSG_DUPLICATE_UNIT, error);
}

inno_status INNO_CALL inno_regrouping_leave_out_group(inno_regrouping *regrouping, const char *group,
                                                      inno_error *error) {
  inno__error_clear(error);
  if (regrouping == NULL) return inno__null(error, "regrouping");
  return add_once(regrouping->groups, group, "group", INNO__MSG_DUPLICATE_CODE, error);
}

static inno_status add_rule(inno_regrouping *r, const char *column, inno__regroup_rule rule, const char *a,
                            const char *b, inno_error *error) {
  inno_status s = INNO_OK;
  if (column != NULL) s = inno__check_code(column, "column", error);
  if (s != INNO_OK) return s;
  if (rule.missing != INNO_REGROUP_MISSING && rule.missing != INNO_REGROUP_AVAILABLE)
    return inno__fail(error, INNO_E_RULE, INNO__MSG_ARGUMENT,
                      &(inno__where){.node = column, .what = "missing", .value = (double)rule.missing});
  s = inno__regrouping_rule(r, column, rule, a, b);
  if (s == INNO_E_DUPLICATE)
    return inno__fail(error, s, INNO__MSG_REGROUP_RULE_TWICE,
                      &(inno__where){.node = column, .what = column != NULL ? column : "(NULL)"});
  return s == INNO_OK ? s : inno__no_memory(error);
}

inno_status INNO_CALL inno_regrouping_sum(inno_regrouping *regrouping, const char *column, int32_t missing,
                                          inno_error *error) {
  inno__error_clear(error);
  if (regrouping == NULL) return inno__null(error, "regrouping");
  const inno__regroup_rule rule = {.rule = INNO__REGROUP_SUM, .missing = missing};
  return add_rule(regrouping, column, rule, NULL, NULL, error);
}

inno_status INNO_CALL inno_regrouping_mean(inno_regrouping *regrouping, const char *column, const char *weight,
                                           int32_t missing, inno_error *error) {
  inno__error_clear(error);
  if (regrouping == NULL) return inno__null(error, "regrouping");
  if (column == NULL) return inno__null(error, "column");
  inno_status s = inno__check_code(weight, "weight", error);
  if (s != INNO_OK) return s;
  const inno__regroup_rule rule = {.rule = INNO__REGROUP_MEAN, .missing = missing};
  return add_rule(regrouping, column, rule, weight, NULL, error);
}

inno_status INNO_CALL inno_regrouping_ratio(inno_regrouping *regrouping, const char *column, const char *numerator,
                                            const char *denominator, double scale, int32_t missing, inno_error *error) {
  inno__error_clear(error);
  if (regrouping == NULL) return inno__null(error, "regrouping");
  if (column == NULL) return inno__null(error, "column");
  inno_status s = inno__check_code(numerator, "numerator", error);
  if (s == INNO_OK) s = inno__check_code(denominator, "denominator", error);
  if (s != INNO_OK) return s;
  if (!(scale > 0.0 && scale - scale == 0.0)) return inno__bad_argument(error, "scale", scale);
  const inno__regroup_rule rule = {.rule = INNO__REGROUP_RATIO, .missing = missing, .scale = scale};
  return add_rule(regrouping, column, rule, numerator, denominator, error);
}

inno_status INNO_CALL inno_regrouping_leave_out(inno_regrouping *regrouping, const char *column, inno_error *error) {
  inno__error_clear(error);
  if (regrouping == NULL) return inno__null(error, "regrouping");
  const inno__regroup_rule rule = {.rule = INNO__REGROUP_LEAVE_OUT};
  return add_rule(regrouping, column, rule, NULL, NULL, error);
}

inno_status INNO_CALL inno_dataset_regroup(const inno_allocator *allocator, const inno_dataset *dataset,
                                           const inno_regrouping *regrouping, inno_dataset **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  if (dataset == NULL) return inno__null(error, "dataset");
  if (regrouping == NULL) return inno__null(error, "regrouping");
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  const inno__regroup_task task = {regrouping, dataset, &a, error};
  inno_status s = inno__regroup_check(&task);
  if (s != INNO_OK) return s;
  inno_dataset *d = NULL;
  int64_t units = inno__regroup_unit_count(regrouping);
  if (units > INNO_LIMIT_UNITS / dataset->period_count)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE, &(inno__where){.what = "units", .value = INNO_LIMIT_UNITS});
  if (inno__dataset_create(&a, units, dataset->periods, dataset->period_count, &d) != INNO_OK)
    return inno__no_memory(error);
  s = inno__regroup_run(&task, d);
  if (s != INNO_OK) {
    inno__dataset_destroy(d);
    return s;
  }
  *out = d;
  return INNO_OK;
}

static inno_status unknown(const char *code, inno_error *error) {
  return inno__fail(error, INNO_E_CODE, INNO__MSG_UNKNOWN_CODE, &(inno__where){.node = code, .what = code});
}

inno_status INNO_CALL inno_regrouping_parts(const inno_regrouping *regrouping, const inno_dataset *dataset,
                                            const char *column, const char *new_unit, int64_t period, int64_t *parts,
                                            int64_t *missing, inno_error *error) {
  inno__error_clear(error);
  if (parts == NULL) return inno__null(error, "parts");
  if (missing == NULL) return inno__null(error, "missing");
  *parts = *missing = 0;
  if (regrouping == NULL) return inno__null(error, "regrouping");
  if (dataset == NULL) return inno__null(error, "dataset");
  if (column == NULL) return inno__null(error, "column");
  if (new_unit == NULL) return inno__null(error, "new_unit");
  if (period < 0 || period >= dataset->period_count) return inno__bad_argument(error, "period", (double)period);
  const inno__regroup_task task = {regrouping, dataset, &regrouping->allocator, error};
  inno_status s = inno__regroup_check(&task);
  if (s != INNO_OK) return s;
  int64_t j = inno__names_find(dataset->column_codes, column), to = inno__names_find(regrouping->to, new_unit);
  if (j < 0 || inno__regroup_rule_of(&task, j)->rule == INNO__REGROUP_LEAVE_OUT) return unknown(column, error);
  if (to < 0) return unknown(new_unit, error);
  return inno__regroup_parts(&task, j, inno__regroup_place(regrouping, to), period, parts, missing);
}
