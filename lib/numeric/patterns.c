#include "numeric/patterns.h"

#include <stddef.h>
#include <string.h>

static inline int has(const unsigned char *seen, int64_t n, int32_t c, int64_t row) {
  return seen[(size_t)c * (size_t)n + (size_t)row];
}

void inno__patterns_see(const double *const *x, int32_t k, int64_t n, const unsigned char *included,
                        unsigned char *seen) {
  for (int32_t c = 0; c < k; c++)
    for (int64_t i = 0; i < n; i++)
      seen[(size_t)c * (size_t)n + (size_t)i] = x[c][i] == x[c][i] && (included == NULL || included[i]);
}

/* A stable split by each column in turn, the last one first, sorts by all of them. */
int64_t inno__patterns_order(const unsigned char *seen, int32_t k, int64_t n, int64_t *order, int64_t *scratch) {
  int64_t count = 0;
  for (int64_t i = 0; i < n; i++) {
    int any = 0;
    for (int32_t c = 0; c < k && !any; c++) any = has(seen, n, c, i);
    if (any) order[count++] = i;
  }
  for (int32_t c = k - 1; c >= 0; c--) {
    int64_t with = 0, without = 0;
    for (int64_t p = 0; p < count; p++) {
      if (has(seen, n, c, order[p]))
        order[with++] = order[p];
      else
        scratch[without++] = order[p];
    }
    if (without > 0) memcpy(order + with, scratch, (size_t)without * sizeof *order);
  }
  return count;
}

int64_t inno__patterns_end(const unsigned char *seen, int32_t k, int64_t n, const int64_t *order, int64_t count,
                           int64_t begin) {
  int64_t end = begin + 1;
  for (; end < count; end++)
    for (int32_t c = 0; c < k; c++)
      if (has(seen, n, c, order[begin]) != has(seen, n, c, order[end])) return end;
  return end;
}

int32_t inno__patterns_columns(const unsigned char *seen, int32_t k, int64_t n, int64_t row, int there,
                               int32_t *columns) {
  int32_t count = 0;
  for (int32_t c = 0; c < k; c++)
    if (has(seen, n, c, row) == there) columns[count++] = c;
  return count;
}
