/* A table of columns: each begins on a cache line, padded to whole groups of eight with missing values. */
#ifndef INNO_BASE_TABLE_H
#define INNO_BASE_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/memory.h"

typedef struct {
  double *cells;
  int64_t rows, columns;
  int64_t stride; /* cells from one column to the next */
  void *block;    /* what was allocated; NULL when the cells lie in somebody else's block */
  size_t block_bytes;
} inno__table;

/* Bytes of the cells; 0 = too many. */
int inno__table_bytes(int64_t rows, int64_t columns, size_t *bytes);
/* cells: 64-byte aligned, inno__table_bytes() long. Pads each column; the values themselves are not written. */
void inno__table_place(inno__table *t, void *cells, int64_t rows, int64_t columns);
/* A table of its own; 0 when there is no memory. */
int inno__table_create(const inno_allocator *a, int64_t rows, int64_t columns, inno__table *t);
void inno__table_destroy(const inno_allocator *a, inno__table *t);

static inline double *inno__column(const inno__table *t, int64_t j) { return t->cells + j * t->stride; }

#endif
