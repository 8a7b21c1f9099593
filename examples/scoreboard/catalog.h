/* Names of steps, sections, keys and rules, as the library lists them. Nothing here knows a single rule: what a later version of the
 * library adds, the program accepts. */
#ifndef SCOREBOARD_CATALOG_H
#define SCOREBOARD_CATALOG_H

#include "session.h"

struct catalog_step {
  int32_t number;
  const char *verb;    /* "normalize": in [pipeline] */
  const char *section; /* "normalization" */
};

struct catalog_key {
  int32_t step, number, type, scopes;
  const char *name;
};

int32_t catalog_step_count(void);
struct catalog_step catalog_step_at(int32_t index);
bool catalog_step_by_section(const char *section, struct catalog_step *out);
bool catalog_step_by_number(int32_t number, struct catalog_step *out);

/* A key of one step. "rule" also finds the key "rules" where a step has a chain of them. */
bool catalog_key(int32_t step, const char *name, struct catalog_key *out);

/* In how many steps a key of this name can be set in this scope; out is the last one found. */
int32_t catalog_keys_named(const char *name, int32_t scope, struct catalog_key *out);

/* Names for messages and for did_you_mean(). The arrays have *count texts. */
const char **catalog_keys(const struct session *session, int32_t step, int32_t scope, size_t *count);
const char *catalog_join(const struct session *session, const char *const *names, size_t count);

/* Checks a text and sets it: for a code, for a level, or (NULL, 0) for all. false after a message that says what was expected. */
bool catalog_set(const struct session *session, struct place place, inno_scheme *scheme, const struct catalog_key *key,
                 const char *code, int32_t level, const char *value, bool decimal_comma);

#endif
