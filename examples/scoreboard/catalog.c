#include "catalog.h"

#include <math.h>
#include <string.h>

#include "number.h"
#include "utf8.h"

int32_t catalog_step_count(void) {
  return inno_step_count();
}

struct catalog_step catalog_step_at(int32_t index) {
  struct catalog_step step = {0, "", ""};
  (void)inno_step_info(index, &step.number, &step.verb, &step.section);
  return step;
}

bool catalog_step_by_section(const char *section, struct catalog_step *out) {
  for (int32_t i = 0; i < inno_step_count(); i++) {
    *out = catalog_step_at(i);
    if (strcmp(out->section, section) == 0) {
      return true;
    }
  }
  return false;
}

bool catalog_step_by_number(int32_t number, struct catalog_step *out) {
  for (int32_t i = 0; i < inno_step_count(); i++) {
    *out = catalog_step_at(i);
    if (out->number == number) {
      return true;
    }
  }
  return false;
}

static bool key_at(int32_t step, int32_t index, struct catalog_key *out) {
  out->step = step;
  return inno_key_info(step, index, &out->number, &out->name, &out->type, &out->scopes) == INNO_OK;
}

static bool exact_key(int32_t step, const char *name, struct catalog_key *out) {
  for (int32_t i = 0; i < inno_key_count(step); i++) {
    if (key_at(step, i, out) && strcmp(out->name, name) == 0) {
      return true;
    }
  }
  return false;
}

bool catalog_key(int32_t step, const char *name, struct catalog_key *out) {
  return exact_key(step, name, out) || (strcmp(name, "rule") == 0 && exact_key(step, "rules", out));
}

int32_t catalog_keys_named(const char *name, int32_t scope, struct catalog_key *out) {
  int32_t found = 0;
  for (int32_t i = 0; i < inno_step_count(); i++) {
    struct catalog_key key;
    if (exact_key(catalog_step_at(i).number, name, &key) && (key.scopes & scope) != 0) {
      *out = key;
      found++;
    }
  }
  return found;
}

const char **catalog_keys(const struct session *session, int32_t step, int32_t scope, size_t *count) {
  const char **names = arena_take(session->arena, (size_t)inno_key_count(step), sizeof *names);
  *count = 0;
  for (int32_t i = 0; i < inno_key_count(step); i++) {
    struct catalog_key key;
    if (key_at(step, i, &key) && (key.scopes & scope) != 0) {
      names[(*count)++] = key.name;
    }
  }
  return names;
}

const char *catalog_join(const struct session *session, const char *const *names, size_t count) {
  struct text list = {0};
  text_put(session->arena, &list, "");
  for (size_t i = 0; i < count; i++) {
    text_print(session->arena, &list, "%s%s", i > 0 ? ", " : "", names[i]);
  }
  return list.bytes;
}

/* ---- setting a key from text ---------------------------------------------------------------------------------------- */

static const char **choices(const struct session *session, int32_t key, size_t *count) {
  *count = (size_t)inno_choice_count(key);
  const char **names = arena_take(session->arena, *count, sizeof *names);
  for (size_t i = 0; i < *count; i++) {
    names[i] = "";
    (void)inno_choice_info(key, (int32_t)i, NULL, &names[i]);
  }
  return names;
}

static bool check_choice(const struct session *session, struct place place, const struct catalog_key *key, const char *value) {
  size_t count = 0;
  const char **names = choices(session, key->number, &count);
  for (size_t i = 0; i < count; i++) {
    if (strcmp(names[i], value) == 0) {
      return true;
    }
  }
  struct catalog_step step = {0};
  (void)catalog_step_by_number(key->step, &step);
  return fail(session, place, "unknown %s of %s \"%s\"; expected one of %s.%s",
              "không có %s của %s tên \"%s\"; cần một trong %s.%s", key->name, step.section, utf8_shown(session->arena, value),
              catalog_join(session, names, count), did_you_mean(session, value, names, count));
}

static bool check_chain(const struct session *session, struct place place, const struct catalog_key *key, const char *value) {
  for (const char *at = value; at != NULL;) {
    const char *comma = strchr(at, ',');
    size_t length = comma != NULL ? (size_t)(comma - at) : strlen(at);
    while (length > 0 && *at == ' ') {
      at++;
      length--;
    }
    while (length > 0 && at[length - 1] == ' ') {
      length--;
    }
    if (!check_choice(session, place, key, arena_text(session->arena, at, length))) {
      return false;
    }
    at = comma != NULL ? comma + 1 : NULL;
  }
  return true;
}

static bool check_number(const struct session *session, struct place place, const struct catalog_key *key, const char *value,
                         bool decimal_comma, double *number) {
  double lower = -INFINITY, upper = INFINITY, fallback = NAN;
  if (!number_read(session, place, value, decimal_comma, number)) {
    return false;
  }
  (void)inno_key_bounds(key->number, &lower, &upper, &fallback);
  if (*number < lower || *number > upper) {
    return fail(session, place, "%s = %s is outside %g to %g", "%s = %s nằm ngoài khoảng %g đến %g", key->name,
                utf8_shown(session->arena, value), lower, upper);
  }
  if (key->type == INNO_TYPE_I64 && *number != floor(*number)) {
    return fail(session, place, "%s = %s is not a whole number; expected one from %g to %g",
                "%s = %s không phải số nguyên; cần số nguyên từ %g đến %g", key->name, utf8_shown(session->arena, value), lower,
                upper);
  }
  return true;
}

bool catalog_set(const struct session *session, struct place place, inno_scheme *scheme, const struct catalog_key *key,
                 const char *code, int32_t level, const char *value, bool decimal_comma) {
  double number = 0;
  bool is_number = key->type == INNO_TYPE_F64 || key->type == INNO_TYPE_I64;
  if ((key->type == INNO_TYPE_CHOICE && !check_choice(session, place, key, value)) ||
      (key->type == INNO_TYPE_CHAIN && !check_chain(session, place, key, value)) ||
      (is_number && !check_number(session, place, key, value, decimal_comma, &number))) {
    return false;
  }
  const char *text = is_number ? arena_print(session->arena, key->type == INNO_TYPE_I64 ? "%.0f" : "%.17g", number) : value;
  inno_status status = level > 0 ? inno_scheme_set_level_text(scheme, level, key->number, text, session->error)
                                 : inno_scheme_set_text(scheme, code, key->number, text, session->error);
  return status == INNO_OK || fail_library(session, place);
}
