/* A method from JSON: an indicator set and schemes are made of the text and become a method in the usual way, so that
 * all checks of that way hold. Nothing of the text is trusted. */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/json.h"
#include "construct/json.h"
#include "construct/method.h"
#include "construct/scheme.h"

#define LENGTH(names) ((int32_t)(sizeof names / sizeof names[0]))

typedef struct {
  inno_allocator allocator;
  inno__json json;
  inno_indicator_set *set;
  inno_scheme *schemes[INNO_LIMIT_STEPS];
  int32_t count;
  inno_error *error;
} reader;

static inno_status refuse(const reader *r, int64_t node, int32_t message, const char *what, const char *given) {
  return inno__json_fail(&r->json, node, message, what, given, r->error);
}

/* ---- nodes ---- */

static inno_status fill_node(const reader *r, inno__node_entry *entry, const char *code, const int64_t *values) {
  enum { CODE, DENOMINATOR, DIRECTION, PARENT, SCALE, WEIGHT };
  char column[INNO__JSON_TEXT_BYTES];
  double direction = 1.0, weight = 1.0, scale = 1.0;
  if (values[DIRECTION] >= 0 &&
      inno__json_number(&r->json, values[DIRECTION], "direction", &direction, NULL) != INNO_OK)
    return refuse(r, values[DIRECTION], INNO__MSG_JSON_DIRECTION, NULL, code);
  inno_status s = inno__set_direction(entry, code, direction, r->error);
  if (s == INNO_OK && values[WEIGHT] >= 0) s = inno__json_number(&r->json, values[WEIGHT], "weight", &weight, r->error);
  if (s == INNO_OK) s = inno__set_weight(entry, code, weight, r->error);
  if (s == INNO_OK && values[SCALE] >= 0) s = inno__json_number(&r->json, values[SCALE], "scale", &scale, r->error);
  if (s == INNO_OK) s = inno__check_scale(code, scale, r->error);
  if (s != INNO_OK) return s;
  if (values[DENOMINATOR] < 0)
    return values[SCALE] < 0 ? INNO_OK : refuse(r, values[SCALE], INNO__MSG_JSON_ALONE, "denominator", "scale");
  s = inno__json_text(&r->json, values[DENOMINATOR], "denominator", column, r->error);
  return s == INNO_OK ? inno__set_denominator(r->set, entry, column, scale, r->error) : s;
}

static inno_status read_node(const reader *r, int64_t node) {
  static const char *const names[] = {"code", "denominator", "direction", "parent", "scale", "weight"};
  char code[INNO__JSON_TEXT_BYTES], parent[INNO__JSON_TEXT_BYTES];
  int64_t values[LENGTH(names)] = {0};
  inno_status s = inno__json_object(&r->json, node, "a node", r->error);
  if (s == INNO_OK) s = inno__json_members(&r->json, node, names, LENGTH(names), 1, values, r->error);
  if (s == INNO_OK) s = inno__json_text(&r->json, values[0], "code", code, r->error);
  if (s == INNO_OK && values[3] >= 0) s = inno__json_text(&r->json, values[3], "parent", parent, r->error);
  if (s == INNO_OK) s = inno__set_add(r->set, code, values[3] >= 0 ? parent : NULL, r->error);
  if (s != INNO_OK) return s;
  return fill_node(r, &r->set->entries[inno__names_count(r->set->codes) - 1], code, values);
}

static inno_status read_nodes(reader *r, int64_t list) {
  inno_status s = inno__json_list(&r->json, list, "nodes", r->error);
  if (s == INNO_OK) s = inno__set_create(&r->allocator, &r->set, r->error);
  for (int64_t at = list + 1; s == INNO_OK && at < r->json.nodes[list].next; at = r->json.nodes[at].next)
    s = read_node(r, at);
  return s == INNO_OK ? inno__tree_build(r->set, &r->set->tree, r->error) : s;
}

/* ---- settings ---- */

/* "a, b" of a list of names, which the scheme checks. */
static inno_status chain_of(const reader *r, int64_t list, const char *what, inno__text *text) {
  char name[INNO__JSON_TEXT_BYTES];
  inno_status s = inno__json_list(&r->json, list, what, r->error);
  for (int64_t at = list + 1; s == INNO_OK && at < r->json.nodes[list].next; at = r->json.nodes[at].next) {
    if (at > list + 1) inno__text_put(text, ", ");
    s = inno__json_text(&r->json, at, what, name, r->error);
    if (s == INNO_OK) inno__text_put(text, name);
    if (s == INNO_OK && text->cut) s = refuse(r, at, INNO__MSG_JSON_UNKNOWN, NULL, name);
  }
  return s;
}

/* "0.5, 0.3" of a list of numbers; the scheme reads back the same doubles. */
static inno_status numbers_of(const reader *r, int64_t list, const char *what, inno__text *text) {
  double value = 0.0;
  inno_status s = inno__json_list(&r->json, list, what, r->error);
  for (int64_t at = list + 1; s == INNO_OK && at < r->json.nodes[list].next; at = r->json.nodes[at].next) {
    if (at > list + 1) inno__text_put(text, ",");
    s = inno__json_number(&r->json, at, what, &value, r->error);
    if (s == INNO_OK) inno__text_shortest(text, value);
  }
  if (s == INNO_OK && r->json.nodes[list].size > INNO_LIMIT_LIST)
    s = inno__fail(r->error, INNO_E_SIZE, INNO__MSG_SIZE, &(inno__where){.what = what, .value = INNO_LIMIT_LIST});
  return s;
}

static inno_status set_number(const reader *r, inno_scheme *scheme, const char *code, const inno__key *key,
                              int64_t node) {
  double value = 0.0;
  inno_status s = inno__json_number(&r->json, node, key->name, &value, r->error);
  if (s == INNO_OK && key->type == INNO_TYPE_I64 && floor(value) != value)
    s = refuse(r, node, INNO__MSG_JSON_WANTS_INTEGER, key->name, NULL);
  return s == INNO_OK ? inno__scheme_set_number(scheme, code, 0, key, value, r->error) : s;
}

static inno_status set_value(const reader *r, inno_scheme *scheme, const char *code, const inno__key *key,
                             int64_t node) {
  char buffer[INNO_LIMIT_LIST * 26 + 1];
  inno__text text;
  inno_status s = INNO_OK;
  inno__text_init(&text, buffer, sizeof buffer);
  if (key->type == INNO_TYPE_F64 || key->type == INNO_TYPE_I64) return set_number(r, scheme, code, key, node);
  if (key->type == INNO_TYPE_CHAIN)
    s = chain_of(r, node, key->name, &text);
  else if (key->type == INNO_TYPE_LIST)
    s = numbers_of(r, node, key->name, &text);
  else
    s = inno__json_text(&r->json, node, key->name, buffer, r->error);
  return s == INNO_OK ? inno__scheme_set_text(scheme, code, 0, key, buffer, r->error) : s;
}

/* An object of keys and values, for a code or (NULL) for all. */
static inno_status read_settings(const reader *r, inno_scheme *scheme, const char *code, int64_t object) {
  char name[INNO__JSON_TEXT_BYTES];
  inno_status s = inno__json_object(&r->json, object, "settings", r->error);
  if (s != INNO_OK) return s;
  for (int64_t at = object + 1; s == INNO_OK && at < r->json.nodes[object].next; at = r->json.nodes[at + 1].next) {
    s = inno__json_text(&r->json, at, "the name of a setting", name, r->error);
    if (s != INNO_OK) return s;
    const inno__key *key = inno__key_named(scheme->entry->step, name);
    if (key == NULL) return refuse(r, at, INNO__MSG_JSON_UNKNOWN, NULL, name);
    int64_t before = scheme->count;
    s = set_value(r, scheme, code, key, at + 1);
    if (s == INNO_OK && scheme->count == before) s = refuse(r, at, INNO__MSG_JSON_TWICE, NULL, name);
  }
  return s;
}

/* {"code": ..., "settings": ...} */
static inno_status read_item(const reader *r, inno_scheme *scheme, int64_t node) {
  static const char *const names[] = {"code", "settings"};
  char code[INNO__JSON_TEXT_BYTES];
  int64_t values[LENGTH(names)] = {0};
  inno_status s = inno__json_object(&r->json, node, "an element", r->error);
  if (s == INNO_OK) s = inno__json_members(&r->json, node, names, 2, 2, values, r->error);
  if (s == INNO_OK) s = inno__json_text(&r->json, values[0], "code", code, r->error);
  return s == INNO_OK ? read_settings(r, scheme, code, values[1]) : s;
}

/* {"nodes": [...], "settings": ...} */
static inno_status read_rule(const reader *r, inno_scheme *scheme, int64_t node) {
  static const char *const names[] = {"nodes", "settings"};
  char code[INNO__JSON_TEXT_BYTES];
  int64_t values[LENGTH(names)] = {0};
  inno_status s = inno__json_object(&r->json, node, "a rule", r->error);
  if (s == INNO_OK) s = inno__json_members(&r->json, node, names, 2, 2, values, r->error);
  if (s == INNO_OK) s = inno__json_list(&r->json, values[0], "nodes", r->error);
  if (s != INNO_OK) return s;
  for (int64_t at = values[0] + 1; s == INNO_OK && at < r->json.nodes[values[0]].next; at = r->json.nodes[at].next) {
    s = inno__json_text(&r->json, at, "a node's code", code, r->error);
    if (s == INNO_OK) s = read_settings(r, scheme, code, values[1]);
  }
  return s;
}

static inno_status read_each(const reader *r, inno_scheme *scheme, int64_t list, const char *what,
                             inno_status (*read_one)(const reader *, inno_scheme *, int64_t)) {
  inno_status s = list >= 0 ? inno__json_list(&r->json, list, what, r->error) : INNO_OK;
  for (int64_t at = list + 1; list >= 0 && s == INNO_OK && at < r->json.nodes[list].next; at = r->json.nodes[at].next)
    s = read_one(r, scheme, at);
  return s;
}

/* ---- steps ---- */

static inno_status step_named(const reader *r, int64_t node, int32_t *step) {
  char name[INNO__JSON_TEXT_BYTES];
  inno_status s = inno__json_text(&r->json, node, "step", name, r->error);
  if (s != INNO_OK) return s;
  for (int32_t k = 0; k < inno__step_entry_count(); k++)
    if (strcmp(inno__step_entry_at(k)->name, name) == 0) {
      *step = inno__step_entry_at(k)->step;
      return INNO_OK;
    }
  return refuse(r, node, INNO__MSG_JSON_UNKNOWN, NULL, name);
}

static inno_status read_step(reader *r, int64_t node) {
  static const char *const names[] = {"step", "settings", "rules", "children", "units"};
  int64_t values[LENGTH(names)] = {0};
  int32_t step = 0;
  inno_status s = inno__json_object(&r->json, node, "a step", r->error);
  if (s == INNO_OK) s = inno__json_members(&r->json, node, names, LENGTH(names), 1, values, r->error);
  if (s == INNO_OK) s = step_named(r, values[0], &step);
  if (s == INNO_OK) s = inno__scheme_create(&r->allocator, step, &r->schemes[r->count], r->error);
  if (s != INNO_OK) return s;
  inno_scheme *scheme = r->schemes[r->count++];
  if (values[1] >= 0) s = read_settings(r, scheme, NULL, values[1]);
  if (s == INNO_OK) s = read_each(r, scheme, values[2], "rules", read_rule);
  if (s == INNO_OK) s = read_each(r, scheme, values[3], "children", read_item);
  return s == INNO_OK ? read_each(r, scheme, values[4], "units", read_item) : s;
}

static inno_status read_steps(reader *r, int64_t list) {
  inno_status s = inno__json_list(&r->json, list, "steps", r->error);
  if (s == INNO_OK && r->json.nodes[list].size > INNO_LIMIT_STEPS)
    s = inno__fail(r->error, INNO_E_SIZE, INNO__MSG_SIZE, &(inno__where){.what = "steps", .value = INNO_LIMIT_STEPS});
  for (int64_t at = list + 1; s == INNO_OK && at < r->json.nodes[list].next; at = r->json.nodes[at].next)
    s = read_step(r, at);
  return s;
}

/* ---- the whole ---- */

static inno_status check_fingerprint(const reader *r, int64_t node, const inno_method *m) {
  char given[INNO__JSON_TEXT_BYTES], own[INNO_FINGERPRINT_BYTES];
  inno_status s = inno__json_text(&r->json, node, "fingerprint", given, r->error);
  if (s != INNO_OK) return s;
  inno__method_fingerprint(m, own);
  return strcmp(given, own) == 0 ? INNO_OK : refuse(r, node, INNO__MSG_JSON_FINGERPRINT, NULL, own);
}

static inno_status read_method(reader *r, inno_method **out) {
  static const char *const names[] = {"format", "nodes", "steps", "fingerprint"};
  char format[INNO__JSON_TEXT_BYTES];
  int64_t values[LENGTH(names)] = {0};
  inno_status s = inno__json_object(&r->json, 0, "a method", r->error);
  if (s == INNO_OK) s = inno__json_members(&r->json, 0, names, LENGTH(names), 3, values, r->error);
  if (s == INNO_OK) s = inno__json_text(&r->json, values[0], "format", format, r->error);
  if (s == INNO_OK && strcmp(format, INNO__JSON_METHOD) != 0)
    s = refuse(r, values[0], INNO__MSG_JSON_FORMAT, INNO__JSON_METHOD, format);
  if (s == INNO_OK) s = read_nodes(r, values[1]);
  if (s == INNO_OK) s = read_steps(r, values[2]);
  if (s == INNO_OK)
    s = inno__method_create(&r->allocator, r->set->tree, NULL, (const inno_scheme *const *)r->schemes, r->count, out,
                            r->error);
  if (s == INNO_OK && values[3] >= 0) s = check_fingerprint(r, values[3], *out);
  return s;
}

inno_status inno__method_read_json(const inno_allocator *a, const char *text, size_t length, inno_method **out,
                                   inno_error *error) {
  reader r = {.allocator = *a, .error = error};
  *out = NULL;
  inno_status s = inno__json_parse(a, text, length, &r.json, error);
  if (s != INNO_OK) return s;
  s = read_method(&r, out);
  if (s != INNO_OK) {
    inno__method_destroy(*out);
    *out = NULL;
  }
  for (int32_t k = 0; k < r.count; k++) inno__scheme_destroy(r.schemes[k]);
  inno__set_destroy(r.set);
  inno__json_free(&r.json);
  return s;
}
