#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#include "base/checked.h"

static void *INNO_CALL standard_allocate(void *context, size_t bytes) {
  (void)context;
  return malloc(bytes);
}

static void INNO_CALL standard_release(void *context, void *block, size_t bytes) {
  (void)context;
  (void)bytes;
  free(block);
}

inno_status inno__allocator_resolve(const inno_allocator *given, inno_allocator *out) {
  if (given == NULL) {
    *out = (inno_allocator){standard_allocate, standard_release, NULL};
    return INNO_OK;
  }
  if (given->allocate == NULL || given->release == NULL) return INNO_E_ARGUMENT;
  *out = *given;
  return INNO_OK;
}

/* No object is larger than PTRDIFF_MAX, and an allocator may add a header of its own to what it is asked for. */
void *inno__alloc(const inno_allocator *a, size_t bytes) {
  return bytes < SIZE_MAX / 2 ? a->allocate(a->context, bytes > 0 ? bytes : 1) : NULL;
}

void inno__free(const inno_allocator *a, void *block, size_t bytes) {
  if (block != NULL) a->release(a->context, block, bytes > 0 ? bytes : 1);
}

void *inno__grow(const inno_allocator *a, void *block, size_t old_bytes, size_t new_bytes) {
  void *grown = inno__alloc(a, new_bytes);
  if (grown == NULL) return NULL;
  if (block != NULL) memcpy(grown, block, old_bytes < new_bytes ? old_bytes : new_bytes);
  inno__free(a, block, old_bytes);
  return grown;
}

void *inno__reserve(const inno_allocator *a, void *items, int64_t *capacity, int64_t count, size_t item_bytes) {
  if (count < *capacity) return items;
  int64_t wanted = *capacity < 16 ? 16 : 2 * *capacity;
  size_t bytes;
  if (!inno__mul_size((size_t)wanted, item_bytes, &bytes)) return NULL;
  void *grown = inno__grow(a, items, (size_t)*capacity * item_bytes, bytes);
  if (grown != NULL) *capacity = wanted;
  return grown;
}
