#include <math.h>
#include <string.h>

#include "api/arguments.h"
#include "frontier/options.h"
#include "innoscore/scheme.h"
#include "numeric/missing.h"

inno_status INNO_CALL inno_frontier_options_create(const inno_allocator *allocator, inno_frontier_options **out,
                                                   inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  inno_frontier_options *o = inno__alloc(&a, sizeof *o);
  if (o == NULL) return inno__no_memory(error);
  memset(o, 0, sizeof *o);
  o->allocator = a;
  *out = o;
  return INNO_OK;
}

void INNO_CALL inno_frontier_options_destroy(inno_frontier_options *options) {
  inno__frontier_options_destroy(options);
}

/* ---- setting ---- */

static inno_status stored(inno_status s, inno_error *error) {
  return s == INNO_OK ? s : inno__fail(error, s, INNO__MSG_NOMEM, NULL);
}

static inno_status find_key(const inno_frontier_options *options, int32_t number, const inno__frontier_key **key,
                            inno_error *error) {
  inno__error_clear(error);
  if (options == NULL) return inno__null(error, "options");
  *key = inno__frontier_key_find(number);
  if (*key != NULL) return INNO_OK;
  return inno__fail(error, INNO_E_KEY, INNO__MSG_FRONTIER_KEY, &(inno__where){.count = number});
}

static inno_status check_position(int64_t position, const char *argument, inno_error *error) {
  return position < 0 || position >= INNO_LIMIT_FRONTIER_INDICATORS
             ? inno__bad_argument(error, argument, (double)position)
             : INNO_OK;
}

static inno_status set(inno_frontier_options *o, int64_t indicator, const inno__frontier_key *key, double value,
                       inno_error *error) {
  inno__where where = {.what = key->name, .number = value, .value = key->lower, .value2 = key->upper};
  if (indicator != -1) {
    inno_status s = check_position(indicator, "indicator", error);
    if (s != INNO_OK) return s;
    if (!key->per_indicator) return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_FRONTIER_FOR_ALL, &where);
  }
  if (key->choices != NULL && !inno__frontier_has_choice(key, value))
    return inno__fail(error, INNO_E_RULE, INNO__MSG_FRONTIER_KEY_CHOICE, &where);
  if (!(value >= key->lower && value <= key->upper && fabs(value) < INFINITY))
    return inno__fail(error, INNO_E_VALUE, INNO__MSG_FRONTIER_KEY_RANGE, &where);
  return stored(inno__frontier_put(o, key->key, (int32_t)indicator, value), error);
}

inno_status INNO_CALL inno_frontier_options_set_f64(inno_frontier_options *options, int64_t indicator, int32_t key,
                                                    double value, inno_error *error) {
  const inno__frontier_key *k = NULL;
  inno_status s = find_key(options, key, &k, error);
  if (s != INNO_OK) return s;
  if (k->type != INNO_TYPE_F64)
    return inno__fail(error, INNO_E_TYPE, INNO__MSG_FRONTIER_KEY_TYPE, &(inno__where){.what = k->name});
  return set(options, indicator, k, value, error);
}

inno_status INNO_CALL inno_frontier_options_set_i64(inno_frontier_options *options, int64_t indicator, int32_t key,
                                                    int64_t value, inno_error *error) {
  const inno__frontier_key *k = NULL;
  inno_status s = find_key(options, key, &k, error);
  if (s != INNO_OK) return s;
  if (k->type == INNO_TYPE_F64)
    return inno__fail(error, INNO_E_TYPE, INNO__MSG_FRONTIER_KEY_TYPE, &(inno__where){.what = k->name});
  return set(options, indicator, k, (double)value, error);
}

inno_status INNO_CALL inno_frontier_options_get(const inno_frontier_options *options, int64_t indicator, int32_t key,
                                                double *value, inno_error *error) {
  const inno__frontier_key *k = NULL;
  inno__error_clear(error);
  if (value == NULL) return inno__null(error, "value");
  *value = inno__nan();
  inno_status s = find_key(options, key, &k, error);
  if (s == INNO_OK && indicator != -1) s = check_position(indicator, "indicator", error);
  if (s == INNO_OK) *value = inno__frontier_value(options, key, (int32_t)indicator);
  return s;
}

static inno_status check_pair(const inno_frontier_options *options, int64_t first, int64_t second, inno_error *error) {
  inno__error_clear(error);
  if (options == NULL) return inno__null(error, "options");
  inno_status s = check_position(first, "first", error);
  if (s == INNO_OK) s = check_position(second, "second", error);
  if (s == INNO_OK && first == second) s = inno__bad_argument(error, "second", (double)second);
  return s;
}

inno_status INNO_CALL inno_frontier_options_add_ratio(inno_frontier_options *options, int64_t first, int64_t second,
                                                      double lower, double upper, inno_error *error) {
  inno_status s = check_pair(options, first, second, error);
  if (s != INNO_OK) return s;
  if (!(lower >= 0.0 && lower < INFINITY && lower <= upper && upper > 0.0) || (lower == 0.0 && upper == INFINITY))
    return inno__fail(error, INNO_E_VALUE, INNO__MSG_FRONTIER_KEY_RANGE,
                      &(inno__where){.what = "ratio", .number = lower, .value = 0.0, .value2 = upper});
  inno__bod_ratio r = {(int32_t)first, (int32_t)second, lower, upper};
  return stored(inno__frontier_put_ratio(options, &r), error);
}

inno_status INNO_CALL inno_frontier_options_add_order(inno_frontier_options *options, int64_t first, int64_t second,
                                                      inno_error *error) {
  inno_status s = check_pair(options, first, second, error);
  if (s != INNO_OK) return s;
  inno__bod_order o = {(int32_t)first, (int32_t)second};
  return stored(inno__frontier_put_order(options, &o), error);
}

/* ---- introspection ---- */

int32_t INNO_CALL inno_frontier_key_count(void) { return inno__frontier_key_count(); }

inno_status INNO_CALL inno_frontier_key_info(int32_t index, int32_t *key, const char **name, int32_t *type,
                                             int32_t *per_indicator) {
  if (index < 0 || index >= inno__frontier_key_count()) return INNO_E_ARGUMENT;
  const inno__frontier_key *k = inno__frontier_key_at(index);
  if (key != NULL) *key = k->key;
  if (name != NULL) *name = k->name;
  if (type != NULL) *type = k->type;
  if (per_indicator != NULL) *per_indicator = k->per_indicator;
  return INNO_OK;
}

int32_t INNO_CALL inno_frontier_key_from_name(const char *name) {
  for (int32_t i = 0; i < inno__frontier_key_count() && name != NULL; i++)
    if (strcmp(inno__frontier_key_at(i)->name, name) == 0) return inno__frontier_key_at(i)->key;
  return 0;
}

inno_status INNO_CALL inno_frontier_key_bounds(int32_t key, double *lower, double *upper, double *fallback) {
  const inno__frontier_key *k = inno__frontier_key_find(key);
  if (k == NULL) return INNO_E_KEY;
  if (lower != NULL) *lower = k->lower;
  if (upper != NULL) *upper = k->upper;
  if (fallback != NULL) *fallback = k->fallback == k->fallback ? k->fallback : inno__nan();
  return INNO_OK;
}

inno_status INNO_CALL inno_frontier_choice_info(int32_t key, int32_t index, int32_t *choice, const char **name) {
  const inno__frontier_key *k = inno__frontier_key_find(key);
  if (k == NULL || k->choices == NULL) return INNO_E_KEY;
  int32_t count = 0;
  while (k->choices[count].number != 0) count++;
  if (index < 0 || index >= count) return INNO_E_ARGUMENT;
  if (choice != NULL) *choice = k->choices[index].number;
  if (name != NULL) *name = k->choices[index].name;
  return INNO_OK;
}

int32_t INNO_CALL inno_frontier_rule_uses(int32_t rule, int32_t key) {
  return inno__frontier_key_find(key) != NULL && inno__frontier_reads(rule, key);
}
