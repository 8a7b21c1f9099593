#include "memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One malloc a piece, chained: a sanitizer then sees the bounds of each, which a bump allocator would hide. */
struct piece {
  struct piece *before, *after;
  max_align_t start[]; /* the caller's bytes */
};

struct arena {
  struct piece *first;
};

static _Noreturn void give_up(void) {
  fputs("scoreboard: out of memory / hết bộ nhớ\n", stderr);
  exit(2); /* the results beside DIR may be left unfinished; DIR itself is untouched */
}

static size_t piece_bytes(size_t count, size_t size) {
  if (size != 0 && count > (SIZE_MAX / 2 - sizeof(struct piece)) / size) {
    give_up();
  }
  return sizeof(struct piece) + count * size;
}

struct arena *arena_create(void) {
  struct arena *arena = calloc(1, sizeof *arena);
  if (arena == NULL) {
    give_up();
  }
  return arena;
}

void arena_destroy(struct arena *arena) {
  if (arena == NULL) {
    return;
  }
  for (struct piece *piece = arena->first, *after; piece != NULL; piece = after) {
    after = piece->after;
    free(piece);
  }
  free(arena);
}

static void link_piece(struct arena *arena, struct piece *piece, struct piece *before, struct piece *after) {
  piece->before = before;
  piece->after = after;
  if (after != NULL) {
    after->before = piece;
  }
  if (before != NULL) {
    before->after = piece;
  } else {
    arena->first = piece;
  }
}

void *arena_take(struct arena *arena, size_t count, size_t size) {
  struct piece *piece = calloc(1, piece_bytes(count, size));
  if (piece == NULL) {
    give_up();
  }
  link_piece(arena, piece, NULL, arena->first);
  return piece->start;
}

void *arena_grow(struct arena *arena, void *block, size_t count, size_t size) {
  if (block == NULL) {
    return arena_take(arena, count, size);
  }
  struct piece *piece = (struct piece *)(void *)((char *)block - offsetof(struct piece, start));
  struct piece *before = piece->before, *after = piece->after;
  struct piece *moved = realloc(piece, piece_bytes(count, size));
  if (moved == NULL) {
    give_up();
  }
  link_piece(arena, moved, before, after);
  return moved->start;
}

char *arena_text(struct arena *arena, const char *bytes, size_t length) {
  char *copy = arena_take(arena, length + 1, 1);
  if (length > 0) {
    memcpy(copy, bytes, length);
  }
  return copy;
}

static char *print_list(struct arena *arena, const char *format, va_list list, size_t *length) {
  va_list again;
  va_copy(again, list);
  int needed = vsnprintf(NULL, 0, format, list);
  if (needed < 0) {
    give_up();
  }
  char *out = arena_take(arena, (size_t)needed + 1, 1);
  if (vsnprintf(out, (size_t)needed + 1, format, again) != needed) {
    give_up();
  }
  va_end(again);
  *length = (size_t)needed;
  return out;
}

char *arena_print_list(struct arena *arena, const char *format, va_list list) {
  size_t length = 0;
  return print_list(arena, format, list, &length);
}

char *arena_print(struct arena *arena, const char *format, ...) {
  va_list list;
  va_start(list, format);
  size_t length = 0;
  char *out = print_list(arena, format, list, &length);
  va_end(list);
  return out;
}

void text_add(struct arena *arena, struct text *text, const char *bytes, size_t length) {
  if (text->length + length + 1 > text->capacity) {
    size_t capacity = (text->length + length + 1) * 2;
    text->bytes = arena_grow(arena, text->bytes, capacity, 1);
    text->capacity = capacity;
  }
  if (length > 0) {
    memcpy(text->bytes + text->length, bytes, length);
  }
  text->length += length;
  text->bytes[text->length] = '\0';
}

void text_put(struct arena *arena, struct text *text, const char *string) {
  text_add(arena, text, string, strlen(string));
}

void text_print(struct arena *arena, struct text *text, const char *format, ...) {
  va_list list;
  va_start(list, format);
  size_t length = 0;
  char *out = print_list(arena, format, list, &length);
  va_end(list);
  text_add(arena, text, out, length);
}
