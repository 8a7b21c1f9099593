/* Memory of one run of the program: taken piece by piece, given back all at once. */
#ifndef SCOREBOARD_MEMORY_H
#define SCOREBOARD_MEMORY_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* Every function below ends the program with status 2 and a message when memory runs out, so no caller has to check. */
struct arena *arena_create(void);
void arena_destroy(struct arena *arena); /* NULL is allowed */

void *arena_take(struct arena *arena, size_t count, size_t size);              /* zeroed; count 0 gives a valid pointer */
void *arena_grow(struct arena *arena, void *block, size_t count, size_t size); /* like realloc; the new part is not zeroed */
char *arena_text(struct arena *arena, const char *bytes, size_t length);       /* a copy with a NUL */

#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
char *arena_print(struct arena *arena, const char *format, ...);
char *arena_print_list(struct arena *arena, const char *format, va_list list);

/* A text that grows at its end. Start with {0}. bytes is NUL-terminated once anything was added. */
struct text {
  char *bytes;
  size_t length, capacity;
};
void text_add(struct arena *arena, struct text *text, const char *bytes, size_t length);
void text_put(struct arena *arena, struct text *text, const char *string);
#if defined(__GNUC__)
__attribute__((format(printf, 3, 4)))
#endif
void text_print(struct arena *arena, struct text *text, const char *format, ...);

#endif
