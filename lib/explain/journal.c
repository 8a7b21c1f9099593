#include "explain/journal.h"

#include <stdint.h>
#include <string.h>

/* Behind each copy: the journal is read from its end. */
typedef struct {
  void *at;
  size_t bytes;
} entry;

static size_t padded(size_t bytes) { return (bytes + 7) & ~(size_t)7; }

static int reserve(inno__journal *j, const inno_allocator *a, size_t more) {
  if (more <= j->capacity - j->used) return 1;
  if (j->capacity > SIZE_MAX / 4 || more > SIZE_MAX / 4) return 0;
  size_t capacity = 2 * j->capacity > j->used + more ? 2 * j->capacity : j->used + more;
  unsigned char *bytes = inno__grow(a, j->bytes, j->capacity, capacity);
  if (bytes == NULL) return 0;
  j->bytes = bytes;
  j->capacity = capacity;
  return 1;
}

const void *inno__journal_keep(inno__journal *j, const inno_allocator *a, void *at, size_t bytes) {
  size_t room = padded(bytes);
  if (!reserve(j, a, room + sizeof(entry))) return NULL;
  const entry e = {at, bytes};
  memcpy(j->bytes + j->used, at, bytes);
  memcpy(j->bytes + j->used + room, &e, sizeof e);
  j->used += room + sizeof e;
  return j->bytes + j->used - sizeof e - room;
}

static entry entry_at(const inno__journal *j, size_t mark) {
  entry e;
  memcpy(&e, j->bytes + mark - sizeof e, sizeof e);
  return e;
}

const void *inno__journal_at(const inno__journal *j, size_t mark) {
  return j->bytes + mark - sizeof(entry) - padded(entry_at(j, mark).bytes);
}

void inno__journal_back(inno__journal *j, size_t mark) {
  while (j->used > mark) {
    const entry e = entry_at(j, j->used);
    j->used -= sizeof e + padded(e.bytes);
    memcpy(e.at, j->bytes + j->used, e.bytes);
  }
}

void inno__journal_destroy(inno__journal *j, const inno_allocator *a) { inno__free(a, j->bytes, j->capacity); }
