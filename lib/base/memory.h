/* The caller's allocator, resolved once and copied into each object. */
#ifndef INNO_BASE_MEMORY_H
#define INNO_BASE_MEMORY_H

#include <stddef.h>
#include <stdint.h>

#include "innoscore/allocator.h"
#include "innoscore/status.h"

/* NULL = malloc and free; INNO_E_ARGUMENT when a function is missing. */
inno_status inno__allocator_resolve(const inno_allocator *given, inno_allocator *out);

/* bytes = 0 asks for 1, so that NULL always means that there is no memory. */
void *inno__alloc(const inno_allocator *a, size_t bytes);
/* bytes as they were asked for; block may be NULL. */
void inno__free(const inno_allocator *a, void *block, size_t bytes);
/* Allocates, copies and frees; on failure returns NULL and the old block stays. block may be NULL. */
void *inno__grow(const inno_allocator *a, void *block, size_t old_bytes, size_t new_bytes);
/* Room for one item more than count: the items, moved when they were *capacity already. On failure NULL, and all stays
 * as it is. items may be NULL with capacity 0. */
void *inno__reserve(const inno_allocator *a, void *items, int64_t *capacity, int64_t count, size_t item_bytes);

#endif
