/* One allocation, many pieces: run the same layout twice, first to measure (base NULL), then to place. */
#ifndef INNO_BASE_BLOCK_H
#define INNO_BASE_BLOCK_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  unsigned char *base; /* NULL when measuring */
  size_t used;
  size_t size; /* 0 = only measure */
} inno__block;

/* align is a power of two up to 64. Offsets keep room for aligning the base itself, so the pieces are aligned whatever the
 * allocator returned. Measuring (size 0), an overflow makes used SIZE_MAX, which no allocation can satisfy; what was
 * measured is placed without asking again. */
static inline void *inno__block_take(inno__block *b, size_t bytes, size_t align) {
  size_t pad = align - 1;
  if (b->size == 0) {
    int fits = b->used <= SIZE_MAX - pad && bytes <= SIZE_MAX - pad - b->used;
    b->used = fits ? b->used + pad + bytes : SIZE_MAX; /* the worst case of any base */
    return NULL;
  }
  uintptr_t at = ((uintptr_t)b->base + b->used + pad) & ~(uintptr_t)pad;
  b->used = (size_t)(at - (uintptr_t)b->base) + bytes;
  return b->base + (at - (uintptr_t)b->base);
}

#endif
