/* What every part of the program needs to know, and how it says that something is wrong. */
#ifndef SCOREBOARD_SESSION_H
#define SCOREBOARD_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "innoscore/innoscore.h"
#include "memory.h"

struct session {
  struct arena *arena;
  inno_error *error;
  int32_t language; /* INNO_LANGUAGE_EN or INNO_LANGUAGE_VI */
  bool decimal_comma;
  bool regroups; /* units of the data are not those of the result: only declared groupings are read */
  bool may_lack;      /* the data are of another year: indicators may be missing altogether */
  const char *period; /* the one to show; NULL = the latest */
  char separator; /* 0 = look at the header line */
};

/* Where something is wrong. line 0 and column NULL = not known or not meaningful. */
struct place {
  const char *file;
  size_t line;
  const char *column;
};

/* The sentence in the session's language. */
const char *pick(const struct session *session, const char *english, const char *vietnamese);

/* Prints "FILE:LINE: column "X": sentence" to stderr. Both sentences take the same arguments in the same order. Always false, so that
 * a caller can return it. */
#if defined(__GNUC__)
__attribute__((format(printf, 3, 5), format(printf, 4, 5)))
#endif
bool fail(const struct session *session, struct place place, const char *english, const char *vietnamese, ...);

/* The same with the library's own sentence. */
bool fail_library(const struct session *session, struct place place);

/* " Did you mean "X"?" for the candidate nearest to a name, or "" when none is near. */
const char *did_you_mean(const struct session *session, const char *name, const char *const *candidates, size_t count);

#endif
