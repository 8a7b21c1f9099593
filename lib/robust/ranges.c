#include "robust/ranges.h"

#include "innoscore/limits.h"

static size_t bytes_of(int64_t count) { return (size_t)count * sizeof(inno__range); }

void inno__ranges_free(const inno_allocator *a, inno__ranges *r) {
  inno__free(a, r->at, bytes_of(r->count));
  *r = (inno__ranges){NULL, 0, 0};
}

void inno__ranges_replace(const inno_allocator *a, inno__ranges *old, inno__ranges *with) {
  inno__ranges_free(a, old);
  *old = *with;
  *with = (inno__ranges){NULL, 0, 0};
}

/* Merges into out (NULL = only counts). -1 = a replicate is in both; *twice says which. */
static int64_t merge(const inno__ranges *x, const inno__ranges *y, inno__range *out, int64_t *twice) {
  int64_t i = 0, j = 0, count = 0, end = -1;
  while (i < x->count || j < y->count) {
    int from_x = j == y->count || (i < x->count && x->at[i].first < y->at[j].first);
    inno__range next = from_x ? x->at[i++] : y->at[j++];
    if (next.first < end) {
      *twice = next.first;
      return -1;
    }
    if (next.first == end && out != NULL) out[count - 1].end = next.end;
    if (next.first != end) {
      if (out != NULL) out[count] = next;
      count++;
    }
    end = next.end;
  }
  return count;
}

inno_status inno__ranges_join(const inno_allocator *a, const inno__ranges *x, const inno__ranges *y, inno__ranges *out,
                              inno_error *error) {
  int64_t twice = 0, count = merge(x, y, NULL, &twice);
  *out = (inno__ranges){NULL, 0, 0};
  if (count < 0) return inno__fail(error, INNO_E_TALLY, INNO__MSG_TALLY_TWICE, &(inno__where){.count = twice});
  if (count > INNO_LIMIT_TALLY_RANGES)
    return inno__fail(error, INNO_E_SIZE, INNO__MSG_TALLY_RANGES, &(inno__where){.count = INNO_LIMIT_TALLY_RANGES});
  if (x->total > INNO__REPLICATE_COUNT - y->total)
    return inno__fail(error, INNO_E_OVERFLOW, INNO__MSG_TALLY_FULL, NULL);
  inno__range *at = inno__alloc(a, bytes_of(count));
  if (at == NULL) return inno__no_memory(error);
  merge(x, y, at, &twice);
  *out = (inno__ranges){at, count, x->total + y->total};
  return INNO_OK;
}

int64_t inno__ranges_complete(const inno__ranges *r) { return r->count > 0 && r->at[0].first == 0 ? r->at[0].end : 0; }

int inno__ranges_contain(const inno__ranges *r, int64_t replicate) {
  return inno__ranges_within(r, replicate, replicate + 1) == 1;
}

int64_t inno__ranges_within(const inno__ranges *r, int64_t first, int64_t end) {
  int64_t sum = 0;
  for (int64_t k = 0; k < r->count; k++) {
    int64_t from = r->at[k].first > first ? r->at[k].first : first, to = r->at[k].end < end ? r->at[k].end : end;
    if (to > from) sum += to - from;
  }
  return sum;
}
