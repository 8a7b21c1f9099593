/* The text of METHOD.ini as sections and entries. What they mean is recipe.c's business. */
#ifndef SCOREBOARD_INI_H
#define SCOREBOARD_INI_H

#include "session.h"

struct ini_entry {
  const char *key;
  const char *value; /* without comment and outer quotes */
  const char *list;  /* the same with its quotes, for values that are lists */
  size_t line;
};

/* [name], [name#2], [name.3] or [name:CODE] */
struct ini_section {
  const char *name;
  int32_t occurrence; /* 1 without # */
  int32_t level;      /* 0 = none */
  const char *code;   /* NULL = none */
  size_t line;
  struct ini_entry *entries;
  size_t entry_count;
};

struct ini {
  const char *file;
  struct ini_section *sections;
  size_t section_count;
};

/* false after a message. A section or a key that is there twice is refused: one of the two would be ignored. */
bool ini_read(const struct session *session, const char *file, struct ini *out);

/* The parts of a list "a, "b, c", d": false after a message. */
bool ini_list(const struct session *session, struct place place, const char *list, const char ***items, size_t *count);

const struct ini_section *ini_find(const struct ini *ini, const char *name); /* the first of this name, or NULL */

#endif
