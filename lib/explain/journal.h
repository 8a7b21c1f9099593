/* Bytes as they were, to be put back in the opposite order. */
#ifndef INNO_EXPLAIN_JOURNAL_H
#define INNO_EXPLAIN_JOURNAL_H

#include <stddef.h>

#include "base/memory.h"

typedef struct {
  unsigned char *bytes;
  size_t used, capacity;
} inno__journal;

/* Keeps a copy; NULL = no memory. The copy lives until the next one is kept. */
const void *inno__journal_keep(inno__journal *j, const inno_allocator *a, void *at, size_t bytes);

/* The copy after which used was mark; the last one when that is used now. */
const void *inno__journal_at(const inno__journal *j, size_t mark);

/* Puts back what was kept since used was mark. */
void inno__journal_back(inno__journal *j, size_t mark);

void inno__journal_destroy(inno__journal *j, const inno_allocator *a);

#endif
