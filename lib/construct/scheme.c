#include "construct/scheme.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/parse.h"
#include "base/text.h"

inno_status inno__scheme_create(const inno_allocator *allocator, int32_t step, inno_scheme **out, inno_error *error) {
  *out = NULL;
  const inno__step_entry *entry = inno__step_find(step);
  if (entry == NULL)
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_ARGUMENT, &(inno__where){.what = "step", .value = step});
  inno_scheme *s = inno__alloc(allocator, sizeof *s);
  if (s == NULL) return inno__no_memory(error);
  memset(s, 0, sizeof *s);
  s->allocator = *allocator;
  s->entry = entry;
  s->general = -1;
  if (inno__names_create(allocator, &s->codes) != INNO_OK || inno__names_create(allocator, &s->texts) != INNO_OK) {
    inno__scheme_destroy(s);
    return inno__no_memory(error);
  }
  *out = s;
  return INNO_OK;
}

void inno__scheme_destroy(inno_scheme *s) {
  if (s == NULL) return;
  inno_allocator a = s->allocator;
  inno__names_destroy(s->codes);
  inno__names_destroy(s->texts);
  inno__free(&a, s->settings, (size_t)s->capacity * sizeof *s->settings);
  inno__free(&a, s->heads, (size_t)s->head_capacity * sizeof *s->heads);
  inno__free(&a, s, sizeof *s);
}

inno_status inno__scheme_copy(const inno_scheme *from, const inno_allocator *allocator, inno_scheme **out) {
  size_t bytes = (size_t)from->count * sizeof *from->settings;
  size_t codes = (size_t)inno__names_count(from->codes), head_bytes = codes * sizeof *from->heads;
  *out = NULL;
  inno_scheme *s = inno__alloc(allocator, sizeof *s);
  if (s == NULL) return INNO_E_NOMEM;
  memset(s, 0, sizeof *s);
  s->allocator = *allocator;
  s->entry = from->entry;
  s->general = from->general;
  if (bytes > 0) s->settings = inno__alloc(allocator, bytes);
  if (s->settings != NULL) s->capacity = s->count = from->count;
  if (head_bytes > 0) s->heads = inno__alloc(allocator, head_bytes);
  if (s->heads != NULL) s->head_capacity = (int64_t)codes;
  if (s->count != from->count || s->head_capacity != (int64_t)codes ||
      inno__names_copy(from->codes, allocator, &s->codes) != INNO_OK ||
      inno__names_copy(from->texts, allocator, &s->texts) != INNO_OK) {
    inno__scheme_destroy(s);
    return INNO_E_NOMEM;
  }
  if (bytes > 0) memcpy(s->settings, from->settings, bytes);
  if (head_bytes > 0) memcpy(s->heads, from->heads, head_bytes);
  *out = s;
  return INNO_OK;
}

/* ---- finding ---- */

static inno__setting *find_exact(const inno_scheme *s, int64_t code, int32_t level, int32_t key) {
  int64_t at = code >= 0 ? s->heads[code] : s->general;
  for (; at >= 0; at = s->settings[at].next)
    if (s->settings[at].key == key && s->settings[at].level == level) return &s->settings[at];
  return NULL;
}

static void mark(const inno_scheme *s, const inno__setting *found, unsigned char *used) {
  if (found != NULL && used != NULL) used[found - s->settings] = 1;
}

const inno__setting *inno__scheme_resolve(const inno_scheme *s, const char *code, int32_t level, int32_t key,
                                          unsigned char *used) {
  int64_t c = code != NULL ? inno__names_find(s->codes, code) : -1;
  const inno__setting *own = c >= 0 ? find_exact(s, c, 0, key) : NULL;
  const inno__setting *of_level = level > 0 ? find_exact(s, -1, level, key) : NULL;
  const inno__setting *general = find_exact(s, -1, 0, key);
  mark(s, own, used);
  mark(s, of_level, used);
  mark(s, general, used);
  return own != NULL ? own : of_level != NULL ? of_level : general;
}

/* ---- setting ---- */

/* Number of the code, which is new here perhaps; -1 = no memory. */
static int64_t intern_code(inno_scheme *s, const char *code) {
  int64_t c = inno__names_find(s->codes, code);
  if (c >= 0) return c;
  int64_t *heads =
      inno__reserve(&s->allocator, s->heads, &s->head_capacity, inno__names_count(s->codes), sizeof *heads);
  if (heads == NULL) return -1;
  s->heads = heads;
  c = inno__names_add(s->codes, code);
  if (c >= 0) s->heads[c] = -1;
  return c;
}

static inno_status put(inno_scheme *s, const char *code, int32_t level, int32_t key, double number, int64_t text,
                       inno_error *error) {
  inno__setting *settings = inno__reserve(&s->allocator, s->settings, &s->capacity, s->count, sizeof *settings);
  if (settings == NULL) return inno__no_memory(error);
  s->settings = settings;
  int64_t c = -1;
  if (code != NULL && (c = intern_code(s, code)) < 0) return inno__no_memory(error);
  inno__setting *old = find_exact(s, c, level, key);
  if (old != NULL) {
    old->number = number;
    old->text = text;
    return INNO_OK;
  }
  int64_t *head = c >= 0 ? &s->heads[c] : &s->general;
  s->settings[s->count] =
      (inno__setting){.key = key, .level = level, .code = c, .next = *head, .number = number, .text = text};
  *head = s->count++;
  return INNO_OK;
}

/* What a sentence about this setting speaks of: a unit where the key is one for units, else a node. */
static inno__where about(const char *code, const inno__key *key) {
  int unit = (key->scopes & INNO_SCOPE_UNIT) != 0;
  return (inno__where){.node = unit ? NULL : code, .unit = unit ? code : NULL, .what = key->name};
}

static inno_status check_scope(const char *code, int32_t level, const inno__key *key, inno_error *error) {
  int32_t wanted = level > 0      ? INNO_SCOPE_LEVEL
                   : code == NULL ? INNO_SCOPE_ALL
                                  : INNO_SCOPE_NODE | INNO_SCOPE_UNIT | INNO_SCOPE_CHILD;
  if (key->scopes & wanted) return INNO_OK;
  int32_t message = level > 0                        ? INNO__MSG_SCOPE_LEVEL
                    : code != NULL                   ? INNO__MSG_SCOPE_NODE
                    : key->scopes & INNO_SCOPE_CHILD ? INNO__MSG_SCOPE_CHILD
                                                     : INNO__MSG_SCOPE_ALL;
  inno__where where = about(code, key);
  where.count = level;
  return inno__fail(error, INNO_E_ARGUMENT, message, &where);
}

static int has_choice(const inno__key *key, double value) {
  for (int32_t i = 0; i < key->choice_count; i++)
    if (key->choices[i].number == value) return 1;
  return 0;
}

static int never_zero(const inno__key *key) { return key->key == INNO_KEY_AGGREGATE_POWER; }

/* Says the range as a person would: "above 0", not "from 4.9e-324 to inf". */
static inno_status out_of_bounds(const char *code, const inno__key *key, double value, inno_error *error) {
  int32_t message = never_zero(key)                     ? INNO__MSG_NOT_ZERO
                    : key->lower == INNO__ABOVE_ZERO    ? INNO__MSG_POSITIVE
                    : isfinite(key->lower + key->upper) ? INNO__MSG_BOUNDS
                    : isfinite(key->lower)              ? INNO__MSG_AT_LEAST
                                                        : INNO__MSG_FINITE;
  inno__where where = about(code, key);
  where.value = key->lower;
  where.value2 = key->upper;
  where.number = value;
  return inno__fail(error, INNO_E_VALUE, message, &where);
}

inno_status inno__scheme_set_number(inno_scheme *s, const char *code, int32_t level, const inno__key *key, double value,
                                    inno_error *error) {
  inno_status status = check_scope(code, level, key, error);
  if (status != INNO_OK) return status;
  if (key->type == INNO_TYPE_CHOICE) {
    inno__where where = about(code, key);
    where.value = value;
    if (!has_choice(key, value)) return inno__fail(error, INNO_E_RULE, INNO__MSG_CHOICE_NUMBER, &where);
  } else if (!isfinite(value) || value < key->lower || value > key->upper || (never_zero(key) && value == 0.0)) {
    return out_of_bounds(code, key, value, error);
  }
  return put(s, code, level, key->key, value, -1, error);
}

/* Number of the choice that the bytes name; 0 = none. */
static int32_t choice_of(const inno__key *key, const char *name, size_t length) {
  for (int32_t i = 0; i < key->choice_count; i++)
    if (strlen(key->choices[i].name) == length && memcmp(key->choices[i].name, name, length) == 0)
      return key->choices[i].number;
  return 0;
}

int32_t inno__chain_parse(const inno__key *key, const char *text, int32_t *rules, const char **bad,
                          int64_t *bad_length) {
  int32_t count = 0;
  for (const char *at = text;; at++) {
    while (*at == ' ') at++;
    const char *begin = at;
    while (*at != '\0' && *at != ',' && *at != ' ') at++;
    *bad = begin;
    *bad_length = at - begin;
    int32_t found = choice_of(key, begin, (size_t)(at - begin));
    if (found == 0 || count == INNO_LIMIT_CHAIN) return -1;
    if (count > 0 && (found == INNO_TREAT_NONE || rules[0] == INNO_TREAT_NONE)) return -1; /* none stands alone */
    rules[count++] = found;
    while (*at == ' ') at++;
    if (*at == '\0') return count;
    if (*at != ',') return -1;
  }
}

/* "a, b, c" of what a key accepts, for messages. */
static void list_choices(const inno__key *key, char *buffer, size_t size) {
  inno__text t;
  inno__text_init(&t, buffer, size);
  for (int32_t i = 0; i < key->choice_count; i++) {
    if (i > 0) inno__text_put(&t, ", ");
    inno__text_put(&t, key->choices[i].name);
  }
}

static inno_status unknown_choice(const char *code, const inno__key *key, const char *value, int64_t length,
                                  inno_error *error) {
  char known[300], given[64];
  inno__text t;
  inno__text_init(&t, given, sizeof given);
  inno__text_put_n(&t, value, (size_t)length);
  list_choices(key, known, sizeof known);
  inno__where where = about(code, key);
  where.given = given;
  where.list = known;
  return inno__fail(error, INNO_E_RULE, INNO__MSG_CHOICE, &where);
}

/* Either a name that is none, or names that are known but not strung together as a chain. */
static inno_status bad_chain(const char *code, const inno__key *key, const char *value, const char *bad,
                             int64_t bad_length, inno_error *error) {
  if (bad_length > 0 && choice_of(key, bad, (size_t)bad_length) == 0)
    return unknown_choice(code, key, bad, bad_length, error);
  inno__where where = about(code, key);
  where.given = value;
  where.count = INNO_LIMIT_CHAIN;
  return inno__fail(error, INNO_E_RULE, INNO__MSG_CHAIN, &where);
}

static inno_status keep_text(inno_scheme *s, const char *code, int32_t level, const inno__key *key, const char *value,
                             inno_error *error) {
  int64_t text = inno__names_find(s->texts, value);
  if (text < 0) text = inno__names_add(s->texts, value);
  return text < 0 ? inno__no_memory(error) : put(s, code, level, key->key, NAN, text, error);
}

static inno_status set_list(inno_scheme *s, const char *code, int32_t level, const inno__key *key, const char *value,
                            inno_error *error) {
  double numbers[INNO_LIMIT_LIST];
  int32_t count = inno__parse_list(value, numbers, INNO_LIMIT_LIST);
  inno__where where = about(code, key);
  where.given = value;
  where.count = INNO_LIMIT_LIST;
  if (count < 0) return inno__fail(error, INNO_E_VALUE, count == -2 ? INNO__MSG_BEYOND : INNO__MSG_LIST, &where);
  for (int32_t i = 0; i < count; i++)
    if (numbers[i] < key->lower || numbers[i] > key->upper) return out_of_bounds(code, key, numbers[i], error);
  return keep_text(s, code, level, key, value, error);
}

inno_status inno__scheme_set_text(inno_scheme *s, const char *code, int32_t level, const inno__key *key,
                                  const char *value, inno_error *error) {
  int32_t rules[INNO_LIMIT_CHAIN], choice = 0;
  const char *bad = NULL;
  int64_t bad_length = 0, integer = 0;
  double number = 0.0;
  inno_status status = check_scope(code, level, key, error);
  if (status != INNO_OK) return status;
  switch (key->type) {
    case INNO_TYPE_TEXT:
      return keep_text(s, code, level, key, value, error);
    case INNO_TYPE_LIST:
      return set_list(s, code, level, key, value, error);
    case INNO_TYPE_CHAIN:
      if (inno__chain_parse(key, value, rules, &bad, &bad_length) > 0)
        return keep_text(s, code, level, key, value, error);
      return bad_chain(code, key, value, bad, bad_length, error);
    case INNO_TYPE_CHOICE:
      if (inno__choice_named(key, value, &choice)) return put(s, code, level, key->key, choice, -1, error);
      return unknown_choice(code, key, value, (int64_t)strlen(value), error);
    case INNO_TYPE_I64:
      if (inno__parse_integer(value, &integer))
        return inno__scheme_set_number(s, code, level, key, (double)integer, error);
      break;
    default:
      if (inno__parse_number(value, &number)) return inno__scheme_set_number(s, code, level, key, number, error);
  }
  inno__where where = about(code, key);
  where.given = value;
  int32_t message = key->type == INNO_TYPE_I64  ? INNO__MSG_NOT_INTEGER
                    : inno__parse_beyond(value) ? INNO__MSG_BEYOND
                                                : INNO__MSG_NOT_NUMBER;
  return inno__fail(error, INNO_E_VALUE, message, &where);
}
