/* From a code to its position, in logarithmic time. */
#ifndef SCOREBOARD_LOOKUP_H
#define SCOREBOARD_LOOKUP_H

#include <stddef.h>

struct arena;

#define NOT_FOUND ((size_t)-1)

struct lookup {
  const char *const *codes; /* the caller's, in the caller's order */
  size_t *sorted;           /* positions in the order of the codes; equal codes in the order of positions */
  size_t count;
};

struct lookup lookup_build(struct arena *arena, const char *const *codes, size_t count); /* codes must outlive it */
size_t lookup_find(const struct lookup *lookup, const char *code);                       /* NOT_FOUND */

/* Position of the first code that is there before, with the earlier position; NOT_FOUND when all differ. */
size_t lookup_duplicate(const struct lookup *lookup, size_t *earlier);

#endif
