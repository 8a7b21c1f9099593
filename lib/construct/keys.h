/* The table of steps, keys and choices: what a scheme can be told. A new rule is a row here. */
#ifndef INNO_CONSTRUCT_KEYS_H
#define INNO_CONSTRUCT_KEYS_H

#include <stdint.h>

/* Smallest double above 0: lower bound of the keys that must be positive. */
#define INNO__ABOVE_ZERO 4.9406564584124654e-324

/* Among the scopes of a NUMBER, an INTEGER or a CHOICE that came later than the first release. At its default it changes
 * nothing and is not said: methods of programs and texts from before keep their canonical form, fingerprint and stamp.
 * So its default never changes. */
#define INNO__ADDED 0x10000

/* Most keys that a rule reads. */
#define INNO__RULE_KEYS 15

typedef struct {
  int32_t number;
  const char *name;
  const void *implementation;        /* of a rule whose step calls it through a table; else NULL */
  int32_t keys[INNO__RULE_KEYS + 1]; /* of a rule: what it reads, 0-terminated */
} inno__choice;

typedef struct {
  int32_t key;
  const char *name;
  int32_t type;   /* INNO_TYPE_ */
  int32_t scopes; /* INNO_SCOPE_ and INNO__ADDED */
  double lower, upper, fallback;
  const char *text_fallback; /* TEXT, CHAIN; NULL = unset */
  const inno__choice *choices;
  int32_t choice_count;
} inno__key;

typedef struct {
  int32_t step;
  const char *name, *section;
  const inno__key *keys;
  int32_t key_count;
} inno__step_entry;

int32_t inno__step_entry_count(void);
const inno__step_entry *inno__step_entry_at(int32_t index);
const inno__step_entry *inno__step_find(int32_t step); /* NULL when unknown */
const inno__key *inno__key_find(int32_t key);          /* NULL when unknown */
const inno__key *inno__key_named(int32_t step, const char *name);
int inno__choice_named(const inno__key *key, const char *name, int32_t *number); /* 1 = found */
const char *inno__choice_name(int32_t key, int32_t number);                      /* NULL when unknown */
/* 1 = the rule (a choice of the step's rule key, or a member of its chain) reads the key. The rule key itself is always
 * read. */
int inno__rule_uses(int32_t step, int32_t rule, int32_t key);
/* 1 = a number that means something when it is not set, though a rule reads it */
int inno__key_is_optional(int32_t key);
const char *inno__rule_name(int32_t step, int32_t rule);           /* NULL when unknown */
const void *inno__rule_implementation(int32_t step, int32_t rule); /* NULL = none */

#endif
