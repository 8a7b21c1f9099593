#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "construct/tree.h"

inno_status inno__set_create(const inno_allocator *allocator, inno_indicator_set **out, inno_error *error) {
  inno_indicator_set *set = inno__alloc(allocator, sizeof *set);
  if (set == NULL) return inno__no_memory(error);
  memset(set, 0, sizeof *set);
  set->allocator = *allocator;
  if (inno__names_create(allocator, &set->codes) != INNO_OK || inno__names_create(allocator, &set->texts) != INNO_OK) {
    inno__set_destroy(set);
    return inno__no_memory(error);
  }
  *out = set;
  return INNO_OK;
}

void inno__set_destroy(inno_indicator_set *set) {
  if (set == NULL) return;
  inno_allocator a = set->allocator;
  inno__tree_destroy(set->tree);
  inno__names_destroy(set->codes);
  inno__names_destroy(set->texts);
  inno__free(&a, set->entries, (size_t)set->capacity * sizeof *set->entries);
  inno__free(&a, set, sizeof *set);
}

inno_status inno__set_add(inno_indicator_set *set, const char *code, const char *parent, inno_error *error) {
  int64_t count = inno__names_count(set->codes), up = -1;
  if (count >= INNO_LIMIT_NODES)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_SIZE,
                      &(inno__where){.node = code, .what = "nodes", .value = INNO_LIMIT_NODES});
  if (inno__names_find(set->codes, code) >= 0)
    return inno__fail(error, INNO_E_DUPLICATE, INNO__MSG_DUPLICATE_CODE, &(inno__where){.node = code, .what = code});
  inno__node_entry *entries = inno__reserve(&set->allocator, set->entries, &set->capacity, count, sizeof *entries);
  if (entries == NULL) return inno__no_memory(error);
  set->entries = entries;
  if (parent != NULL && parent[0] != '\0') {
    up = inno__names_find(set->texts, parent);
    if (up < 0) up = inno__names_add(set->texts, parent);
    if (up < 0) return inno__no_memory(error);
  }
  if (inno__names_add(set->codes, code) < 0) return inno__no_memory(error);
  set->entries[count] =
      (inno__node_entry){.parent = up, .denominator = -1, .weight = 1.0, .scale = 1.0, .direction = 1};
  return INNO_OK;
}

inno_status inno__set_direction(inno__node_entry *entry, const char *code, double direction, inno_error *error) {
  if (direction != 1.0 && direction != -1.0)
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_DIRECTION, /* 1.0000001 must not read as 1 */
                      &(inno__where){.node = code, .value = direction, .figures = 17});
  entry->direction = (int32_t)direction;
  return INNO_OK;
}

inno_status inno__set_weight(inno__node_entry *entry, const char *code, double weight, inno_error *error) {
  if (!isfinite(weight) || weight < 0.0)
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_WEIGHT, &(inno__where){.node = code, .value = weight});
  entry->weight = weight;
  return INNO_OK;
}

inno_status inno__check_scale(const char *code, double scale, inno_error *error) {
  if (isfinite(scale) && scale > 0.0) return INNO_OK;
  return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_SCALE, &(inno__where){.node = code, .value = scale});
}

inno_status inno__set_denominator(inno_indicator_set *set, inno__node_entry *entry, const char *column, double scale,
                                  inno_error *error) {
  int64_t text = -1;
  if (column != NULL) {
    text = inno__names_find(set->texts, column);
    if (text < 0) text = inno__names_add(set->texts, column);
    if (text < 0) return inno__no_memory(error);
  }
  entry->denominator = text;
  entry->scale = scale;
  return INNO_OK;
}
