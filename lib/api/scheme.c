#include "innoscore/scheme.h"

#include <math.h>
#include <string.h>

#include "api/arguments.h"
#include "construct/scheme.h"
#include "numeric/missing.h"

inno_status INNO_CALL inno_scheme_create(const inno_allocator *allocator, int32_t step, inno_scheme **out,
                                         inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  inno_allocator a;
  if (inno__allocator_resolve(allocator, &a) != INNO_OK) return inno__bad_argument(error, "allocator", 0.0);
  return inno__scheme_create(&a, step, out, error);
}

void INNO_CALL inno_scheme_destroy(inno_scheme *scheme) { inno__scheme_destroy(scheme); }

int32_t INNO_CALL inno_scheme_step(const inno_scheme *scheme) { return scheme != NULL ? scheme->entry->step : 0; }

/* A key of this scheme's step. */
static inno_status find_key(const inno_scheme *scheme, int32_t number, const inno__key **key, inno_error *error) {
  inno__error_clear(error);
  if (scheme == NULL) return inno__null(error, "scheme");
  *key = inno__key_find(number);
  if (*key != NULL && number / 100 * 100 == scheme->entry->step) return INNO_OK;
  return inno__fail(error, INNO_E_KEY, INNO__MSG_KEY, &(inno__where){.what = scheme->entry->section, .count = number});
}

static inno_status wrong_type(const inno__key *key, inno_error *error) {
  return inno__fail(error, INNO_E_TYPE, INNO__MSG_TYPE, &(inno__where){.what = key->name});
}

static int is_integer(const inno__key *key) { return key->type == INNO_TYPE_I64 || key->type == INNO_TYPE_CHOICE; }

static inno_status check_set(const inno_scheme *scheme, const char *code, int32_t number, const inno__key **key,
                             inno_error *error) {
  inno_status s = find_key(scheme, number, key, error);
  return s == INNO_OK && code != NULL ? inno__check_code(code, "code", error) : s;
}

inno_status INNO_CALL inno_scheme_set_f64(inno_scheme *scheme, const char *code, int32_t key, double value,
                                          inno_error *error) {
  const inno__key *k = NULL;
  inno_status s = check_set(scheme, code, key, &k, error);
  if (s != INNO_OK) return s;
  if (k->type != INNO_TYPE_F64) return wrong_type(k, error);
  return inno__scheme_set_number(scheme, code, 0, k, value, error);
}

inno_status INNO_CALL inno_scheme_set_i64(inno_scheme *scheme, const char *code, int32_t key, int64_t value,
                                          inno_error *error) {
  const inno__key *k = NULL;
  inno_status s = check_set(scheme, code, key, &k, error);
  if (s != INNO_OK) return s;
  if (!is_integer(k)) return wrong_type(k, error);
  return inno__scheme_set_number(scheme, code, 0, k, (double)value, error);
}

inno_status INNO_CALL inno_scheme_set_text(inno_scheme *scheme, const char *code, int32_t key, const char *value,
                                           inno_error *error) {
  const inno__key *k = NULL;
  inno_status s = check_set(scheme, code, key, &k, error);
  if (s == INNO_OK) s = inno__check_code(value, "value", error);
  return s == INNO_OK ? inno__scheme_set_text(scheme, code, 0, k, value, error) : s;
}

inno_status INNO_CALL inno_scheme_set_level_text(inno_scheme *scheme, int32_t level, int32_t key, const char *value,
                                                 inno_error *error) {
  const inno__key *k = NULL;
  inno_status s = find_key(scheme, key, &k, error);
  if (s == INNO_OK && (level < 2 || level > INNO_LIMIT_LEVELS)) s = inno__bad_argument(error, "level", level);
  if (s == INNO_OK) s = inno__check_code(value, "value", error);
  return s == INNO_OK ? inno__scheme_set_text(scheme, NULL, level, k, value, error) : s;
}

/* ---- reading back ---- */

inno_status INNO_CALL inno_scheme_get_f64(const inno_scheme *scheme, const char *code, int32_t key, double *value,
                                          inno_error *error) {
  const inno__key *k = NULL;
  inno__error_clear(error);
  if (value == NULL) return inno__null(error, "value");
  *value = inno__nan();
  inno_status s = find_key(scheme, key, &k, error);
  if (s != INNO_OK) return s;
  if (k->type != INNO_TYPE_F64) return wrong_type(k, error);
  const inno__setting *found = inno__scheme_resolve(scheme, code, 0, key, NULL);
  *value = found != NULL ? found->number : k->fallback;
  return INNO_OK;
}

inno_status INNO_CALL inno_scheme_get_i64(const inno_scheme *scheme, const char *code, int32_t key, int64_t *value,
                                          inno_error *error) {
  const inno__key *k = NULL;
  inno__error_clear(error);
  if (value == NULL) return inno__null(error, "value");
  *value = 0;
  inno_status s = find_key(scheme, key, &k, error);
  if (s != INNO_OK) return s;
  if (!is_integer(k)) return wrong_type(k, error);
  const inno__setting *found = inno__scheme_resolve(scheme, code, 0, key, NULL);
  double number = found != NULL ? found->number : k->fallback;
  *value = number == number ? (int64_t)number : 0;
  return INNO_OK;
}

inno_status INNO_CALL inno_scheme_get_text(const inno_scheme *scheme, const char *code, int32_t key, char *buffer,
                                           int64_t capacity, int64_t *needed, inno_error *error) {
  const inno__key *k = NULL;
  if (needed != NULL) *needed = 0;
  inno_status s = find_key(scheme, key, &k, error);
  if (s != INNO_OK) return s;
  if (k->type != INNO_TYPE_TEXT && k->type != INNO_TYPE_CHAIN && k->type != INNO_TYPE_LIST) return wrong_type(k, error);
  if (capacity < 0) return inno__bad_argument(error, "capacity", (double)capacity);
  if (buffer == NULL && capacity > 0) return inno__null(error, "buffer");
  const inno__setting *found = inno__scheme_resolve(scheme, code, 0, key, NULL);
  const char *text = found != NULL ? inno__names_at(scheme->texts, found->text) : k->text_fallback;
  if (text == NULL) text = "";
  int64_t bytes = (int64_t)strlen(text) + 1;
  if (needed != NULL) *needed = bytes;
  if (bytes > capacity) return inno__fail(error, INNO_E_BUFFER, INNO__MSG_BUFFER, &(inno__where){.count = bytes});
  memcpy(buffer, text, (size_t)bytes);
  return INNO_OK;
}

/* ---- introspection ---- */

int32_t INNO_CALL inno_step_count(void) { return inno__step_entry_count(); }

inno_status INNO_CALL inno_step_info(int32_t index, int32_t *step, const char **name, const char **section) {
  if (index < 0 || index >= inno__step_entry_count()) return INNO_E_ARGUMENT;
  const inno__step_entry *e = inno__step_entry_at(index);
  if (step != NULL) *step = e->step;
  if (name != NULL) *name = e->name;
  if (section != NULL) *section = e->section;
  return INNO_OK;
}

int32_t INNO_CALL inno_key_count(int32_t step) {
  const inno__step_entry *e = inno__step_find(step);
  return e != NULL ? e->key_count : 0;
}

inno_status INNO_CALL inno_key_info(int32_t step, int32_t index, int32_t *key, const char **name, int32_t *type,
                                    int32_t *scopes) {
  if (index < 0 || index >= inno_key_count(step)) return INNO_E_ARGUMENT;
  const inno__key *k = &inno__step_find(step)->keys[index];
  if (key != NULL) *key = k->key;
  if (name != NULL) *name = k->name;
  if (type != NULL) *type = k->type;
  if (scopes != NULL) *scopes = k->scopes & ~INNO__ADDED;
  return INNO_OK;
}

int32_t INNO_CALL inno_key_from_name(int32_t step, const char *name) {
  const inno__key *k = name != NULL ? inno__key_named(step, name) : NULL;
  return k != NULL ? k->key : 0;
}

inno_status INNO_CALL inno_key_bounds(int32_t key, double *lower, double *upper, double *fallback) {
  const inno__key *k = inno__key_find(key);
  if (k == NULL) return INNO_E_KEY;
  if (k->type != INNO_TYPE_F64 && k->type != INNO_TYPE_I64) return INNO_E_TYPE;
  if (lower != NULL) *lower = k->lower;
  if (upper != NULL) *upper = k->upper;
  if (fallback != NULL) *fallback = k->fallback;
  return INNO_OK;
}

int32_t INNO_CALL inno_choice_count(int32_t key) {
  const inno__key *k = inno__key_find(key);
  return k != NULL ? k->choice_count : 0;
}

inno_status INNO_CALL inno_choice_info(int32_t key, int32_t index, int32_t *choice, const char **name) {
  if (index < 0 || index >= inno_choice_count(key)) return INNO_E_ARGUMENT;
  const inno__choice *c = &inno__key_find(key)->choices[index];
  if (choice != NULL) *choice = c->number;
  if (name != NULL) *name = c->name;
  return INNO_OK;
}

const char *INNO_CALL inno_choice_name(int32_t key, int32_t choice) { return inno__choice_name(key, choice); }
