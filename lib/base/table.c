#include "base/table.h"

#include <string.h>

#include "base/checked.h"

enum { LANES = 8, LINE = 64 };

static int64_t padded(int64_t rows) { return (rows + LANES - 1) / LANES * LANES; }

int inno__table_bytes(int64_t rows, int64_t columns, size_t *bytes) {
  size_t cells = 0;
  if (rows < 0 || columns < 0 || rows > INT64_MAX - LANES) return 0;
  if ((uint64_t)padded(rows) > SIZE_MAX || (uint64_t)columns > SIZE_MAX) return 0;
  return inno__mul_size((size_t)padded(rows), (size_t)columns, &cells) && inno__mul_size(cells, sizeof(double), bytes);
}

void inno__table_place(inno__table *t, void *cells, int64_t rows, int64_t columns) {
  static const union {
    uint64_t bits;
    double value;
  } missing = {0x7ff8000000000000u};
  *t = (inno__table){.cells = cells, .rows = rows, .columns = columns, .stride = padded(rows)};
  for (int64_t j = 0; j < columns; j++)
    for (int64_t i = rows; i < t->stride; i++) t->cells[j * t->stride + i] = missing.value;
}

int inno__table_create(const inno_allocator *a, int64_t rows, int64_t columns, inno__table *t) {
  size_t bytes = 0;
  memset(t, 0, sizeof *t);
  if (!inno__table_bytes(rows, columns, &bytes) || !inno__add_size(bytes, LINE, &bytes)) return 0;
  unsigned char *block = inno__alloc(a, bytes);
  if (block == NULL) return 0;
  size_t skip = (LINE - (uintptr_t)block % LINE) % LINE;
  inno__table_place(t, block + skip, rows, columns);
  t->block = block;
  t->block_bytes = bytes;
  return 1;
}

void inno__table_destroy(const inno_allocator *a, inno__table *t) {
  inno__free(a, t->block, t->block_bytes);
  memset(t, 0, sizeof *t);
}
