#include "base/names.h"

#include <string.h>

struct inno__names {
  inno_allocator allocator;
  char *bytes; /* the texts, each with its NUL */
  size_t used, size;
  size_t *start; /* of each text in bytes */
  int64_t count, capacity;
  int64_t *slots; /* number of a text or -1; a power of two of them, at most half full */
  size_t slot_count;
};

inno_status inno__names_create(const inno_allocator *a, inno__names **out) {
  inno__names *n = inno__alloc(a, sizeof *n);
  *out = n;
  if (n == NULL) return INNO_E_NOMEM;
  memset(n, 0, sizeof *n);
  n->allocator = *a;
  return INNO_OK;
}

void inno__names_destroy(inno__names *n) {
  if (n == NULL) return;
  inno_allocator a = n->allocator;
  inno__free(&a, n->bytes, n->size);
  inno__free(&a, n->start, (size_t)n->capacity * sizeof *n->start);
  inno__free(&a, n->slots, n->slot_count * sizeof *n->slots);
  inno__free(&a, n, sizeof *n);
}

static void *duplicate(const inno_allocator *a, const void *from, size_t bytes) {
  void *to = inno__alloc(a, bytes);
  if (to != NULL) memcpy(to, from, bytes);
  return to;
}

inno_status inno__names_copy(const inno__names *from, const inno_allocator *a, inno__names **out) {
  inno_status s = inno__names_create(a, out);
  if (s != INNO_OK || from->count == 0) return s;
  inno__names *n = *out;
  n->bytes = duplicate(a, from->bytes, from->used);
  n->start = duplicate(a, from->start, (size_t)from->count * sizeof *n->start);
  n->slots = duplicate(a, from->slots, from->slot_count * sizeof *n->slots);
  if (n->bytes != NULL) n->used = n->size = from->used;
  if (n->start != NULL) n->count = n->capacity = from->count;
  if (n->slots != NULL) n->slot_count = from->slot_count;
  if (n->bytes != NULL && n->start != NULL && n->slots != NULL) return INNO_OK;
  inno__names_destroy(n);
  *out = NULL;
  return INNO_E_NOMEM;
}

/* FNV-1a, 64 bits: fixed, so that nothing depends on where or when it runs. */
static uint64_t hash(const char *text) {
  uint64_t h = 14695981039346656037u;
  for (const unsigned char *c = (const unsigned char *)text; *c != 0; c++) h = (h ^ *c) * 1099511628211u;
  return h ^ (h >> 29);
}

/* The slot of a text, or the empty one where it would go. */
static size_t slot_of(const inno__names *n, const char *text) {
  size_t mask = n->slot_count - 1, at = (size_t)hash(text) & mask;
  while (n->slots[at] >= 0 && strcmp(n->bytes + n->start[n->slots[at]], text) != 0) at = (at + 1) & mask;
  return at;
}

int64_t inno__names_find(const inno__names *n, const char *text) {
  return n->slot_count > 0 ? n->slots[slot_of(n, text)] : -1;
}

int64_t inno__names_find_near(const inno__names *n, const char *text, int64_t guess) {
  int hit = guess >= 0 && guess < n->count && strcmp(n->bytes + n->start[guess], text) == 0;
  return hit ? guess : inno__names_find(n, text);
}

static int grow_slots(inno__names *n) {
  if ((size_t)(n->count + 1) * 2 <= n->slot_count) return 1;
  size_t wanted = n->slot_count == 0 ? 32 : n->slot_count * 2;
  int64_t *slots = inno__alloc(&n->allocator, wanted * sizeof *slots);
  if (slots == NULL) return 0;
  inno__free(&n->allocator, n->slots, n->slot_count * sizeof *slots);
  n->slots = slots;
  n->slot_count = wanted;
  for (size_t k = 0; k < wanted; k++) slots[k] = -1;
  for (int64_t i = 0; i < n->count; i++) slots[slot_of(n, n->bytes + n->start[i])] = i;
  return 1;
}

static int grow_starts(inno__names *n) {
  size_t *start = inno__reserve(&n->allocator, n->start, &n->capacity, n->count, sizeof *start);
  if (start == NULL) return 0;
  n->start = start;
  return 1;
}

static int grow_bytes(inno__names *n, size_t more) {
  if (more <= n->size - n->used) return 1;
  size_t wanted = n->size < 256 ? 256 : n->size * 2;
  if (wanted - n->used < more) wanted = n->used + more;
  char *bytes = inno__grow(&n->allocator, n->bytes, n->size, wanted);
  if (bytes == NULL) return 0;
  n->bytes = bytes;
  n->size = wanted;
  return 1;
}

int64_t inno__names_add(inno__names *n, const char *text) {
  size_t length = strlen(text) + 1;
  if (!grow_slots(n) || !grow_starts(n) || !grow_bytes(n, length)) return -1;
  memcpy(n->bytes + n->used, text, length);
  n->start[n->count] = n->used;
  n->used += length;
  n->slots[slot_of(n, text)] = n->count;
  return n->count++;
}

/* It was the last to take a slot: without it the slots are as before it. */
void inno__names_drop_last(inno__names *n) {
  n->slots[slot_of(n, n->bytes + n->start[n->count - 1])] = -1;
  n->count--;
  n->used = n->start[n->count];
}

const char *inno__names_at(const inno__names *n, int64_t index) { return n->bytes + n->start[index]; }

int64_t inno__names_count(const inno__names *n) { return n->count; }
