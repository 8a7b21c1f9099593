#include "innoscore/indicator_set.h"

#include "api/arguments.h"
#include "construct/tree.h"

inno_status INNO_CALL inno_indicator_set_create(const inno_allocator *allocator, inno_indicator_set **out,
                                                inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  return inno__set_create(&a, out, error);
}

void INNO_CALL inno_indicator_set_destroy(inno_indicator_set *set) { inno__set_destroy(set); }

/* An open set, or the reason why not. */
static inno_status check_open(const inno_indicator_set *set, inno_error *error) {
  inno__error_clear(error);
  if (set == NULL) return inno__null(error, "set");
  if (set->tree != NULL) return inno__fail(error, INNO_E_FROZEN, INNO__MSG_FROZEN, &(inno__where){.what = "set"});
  return INNO_OK;
}

static inno_status find_entry(const inno_indicator_set *set, const char *code, inno__node_entry **entry,
                              inno_error *error) {
  inno_status s = check_open(set, error);
  if (s != INNO_OK) return s;
  if (code == NULL) return inno__null(error, "code");
  int64_t i = inno__names_find(set->codes, code);
  if (i < 0) return inno__fail(error, INNO_E_CODE, INNO__MSG_UNKNOWN_CODE, &(inno__where){.node = code, .what = code});
  *entry = &set->entries[i];
  return INNO_OK;
}

inno_status INNO_CALL inno_indicator_set_add(inno_indicator_set *set, const char *code, const char *parent,
                                             inno_error *error) {
  inno_status s = check_open(set, error);
  if (s == INNO_OK) s = inno__check_code(code, "code", error);
  if (s == INNO_OK && parent != NULL && parent[0] != '\0') s = inno__check_code(parent, "parent", error);
  return s == INNO_OK ? inno__set_add(set, code, parent, error) : s;
}

inno_status INNO_CALL inno_indicator_set_direction(inno_indicator_set *set, const char *code, int32_t direction,
                                                   inno_error *error) {
  inno__node_entry *entry = NULL;
  inno_status s = find_entry(set, code, &entry, error);
  if (s != INNO_OK) return s;
  return inno__set_direction(entry, code, direction, error);
}

inno_status INNO_CALL inno_indicator_set_weight(inno_indicator_set *set, const char *code, double weight,
                                                inno_error *error) {
  inno__node_entry *entry = NULL;
  inno_status s = find_entry(set, code, &entry, error);
  if (s != INNO_OK) return s;
  return inno__set_weight(entry, code, weight, error);
}

inno_status INNO_CALL inno_indicator_set_denominator(inno_indicator_set *set, const char *code, const char *column,
                                                     double scale, inno_error *error) {
  inno__node_entry *entry = NULL;
  inno_status s = find_entry(set, code, &entry, error);
  if (s != INNO_OK) return s;
  int named = column != NULL && column[0] != '\0';
  s = inno__check_scale(code, scale, error);
  if (s == INNO_OK && named) s = inno__check_code(column, "column", error);
  return s == INNO_OK ? inno__set_denominator(set, entry, named ? column : NULL, scale, error) : s;
}

inno_status INNO_CALL inno_indicator_set_freeze(inno_indicator_set *set, inno_error *error) {
  inno__error_clear(error);
  if (set == NULL) return inno__null(error, "set");
  return set->tree != NULL ? INNO_OK : inno__tree_build(set, &set->tree, error);
}

int64_t INNO_CALL inno_indicator_set_node_count(const inno_indicator_set *set) {
  return set != NULL ? inno__names_count(set->codes) : 0;
}

int64_t INNO_CALL inno_indicator_set_indicator_count(const inno_indicator_set *set) {
  return set != NULL && set->tree != NULL ? set->tree->indicators : 0;
}

int64_t INNO_CALL inno_indicator_set_find(const inno_indicator_set *set, const char *code) {
  return set != NULL && set->tree != NULL && code != NULL ? inno__names_find(set->tree->codes, code) : -1;
}

static int has_node(const inno_indicator_set *set, int64_t node) {
  return set != NULL && set->tree != NULL && node >= 0 && node < set->tree->count;
}

const char *INNO_CALL inno_indicator_set_code(const inno_indicator_set *set, int64_t node) {
  return has_node(set, node) ? inno__names_at(set->tree->codes, node) : NULL;
}

int64_t INNO_CALL inno_indicator_set_parent(const inno_indicator_set *set, int64_t node) {
  return has_node(set, node) ? set->tree->parent[node] : -1;
}

int32_t INNO_CALL inno_indicator_set_level(const inno_indicator_set *set, int64_t node) {
  return has_node(set, node) ? set->tree->level[node] : 0;
}
