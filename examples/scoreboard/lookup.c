#include "lookup.h"

#include <string.h>

#include "memory.h"

/* Merge sort: stable, so that equal codes stay in file order, and needs no hidden state as qsort's callback would. */
static void sort_positions(const char *const *codes, size_t *items, size_t *scratch, size_t count) {
  if (count < 2) {
    return;
  }
  size_t half = count / 2, left = 0, right = half, out = 0;
  sort_positions(codes, items, scratch, half);
  sort_positions(codes, items + half, scratch, count - half);
  while (left < half && right < count) {
    scratch[out++] = strcmp(codes[items[right]], codes[items[left]]) < 0 ? items[right++] : items[left++];
  }
  while (left < half) {
    scratch[out++] = items[left++];
  }
  memcpy(items, scratch, out * sizeof *items); /* what is left on the right is in place */
}

struct lookup lookup_build(struct arena *arena, const char *const *codes, size_t count) {
  struct lookup lookup = {codes, arena_take(arena, count, sizeof(size_t)), count};
  size_t *scratch = arena_take(arena, count, sizeof(size_t));
  for (size_t i = 0; i < count; i++) {
    lookup.sorted[i] = i;
  }
  sort_positions(codes, lookup.sorted, scratch, count);
  return lookup;
}

size_t lookup_find(const struct lookup *lookup, const char *code) {
  size_t low = 0, high = lookup->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = strcmp(lookup->codes[lookup->sorted[middle]], code);
    if (order == 0) {
      return lookup->sorted[middle];
    }
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return NOT_FOUND;
}

size_t lookup_duplicate(const struct lookup *lookup, size_t *earlier) {
  size_t found = NOT_FOUND;
  for (size_t i = 1; i < lookup->count; i++) {
    size_t here = lookup->sorted[i];
    if (strcmp(lookup->codes[lookup->sorted[i - 1]], lookup->codes[here]) == 0 && (found == NOT_FOUND || here < found)) {
      found = here;
      *earlier = lookup->sorted[i - 1];
    }
  }
  return found;
}
