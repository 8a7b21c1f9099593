/* A second pass as bytes, to be added to another of the same tally:
 *   8 letters INNSCORE | format (1) | 64 digits: identity | number of ranges | ranges: first, end | of every slot:
 * scores gathered, then their bits | 64 digits: SHA-256 of all bytes before */
#include <string.h>

#include "innoscore/limits.h"
#include "robust/bytes.h"
#include "robust/score_pass.h"

enum { FORMAT = 1, MAGIC = 8, DIGEST = 64, HEAD = MAGIC + 8 + DIGEST + 8 };
static const char magic[MAGIC + 1] = "INNSCORE";

int64_t inno__score_pass_size(const inno_score_pass *p) {
  int64_t words = 2 * p->seen.count;
  for (int64_t i = 0; i < p->shape.units; i++)
    for (int64_t k = 0; k < p->slot_count[i]; k++) words += 1 + p->slot[i * p->slots_of_unit + k].filled;
  return HEAD + 8 * words + DIGEST;
}

void inno__score_pass_write(const inno_score_pass *p, unsigned char *out) {
  char hex[DIGEST + 1];
  inno__byte_sink s = {.out = out};
  inno__sha256_init(&s.hash);
  inno__put_bytes(&s, magic, MAGIC);
  inno__put(&s, FORMAT);
  inno__put_bytes(&s, p->identity, DIGEST);
  inno__put(&s, (uint64_t)p->seen.count);
  for (int64_t k = 0; k < p->seen.count; k++) {
    inno__put(&s, (uint64_t)p->seen.at[k].first);
    inno__put(&s, (uint64_t)p->seen.at[k].end);
  }
  for (int64_t i = 0; i < p->shape.units; i++)
    for (int64_t k = 0; k < p->slot_count[i]; k++) {
      const inno__score_slot *slot = &p->slot[i * p->slots_of_unit + k];
      inno__put(&s, (uint64_t)slot->filled);
      for (int64_t v = 0; v < slot->filled; v++) inno__put_double(&s, p->values[slot->offset + v]);
    }
  inno__sha256_hex(&s.hash, hex);
  memcpy(s.out, hex, DIGEST);
}

static inno_status unusable(inno_error *error, const char *what) {
  return inno__fail(error, INNO_E_TALLY, INNO__MSG_SCORE_PASS_BYTES, &(inno__where){.what = what});
}

/* Adds the ranges one by one to what was seen; every join sees whether they may be there. */
static inno_status join_ranges(const inno_score_pass *p, const unsigned char **at, int64_t count, inno__ranges *both,
                               inno_error *error) {
  inno__ranges none = {NULL, 0, 0};
  inno_status s = inno__ranges_join(&p->allocator, &p->seen, &none, both, error);
  for (int64_t k = 0; k < count && s == INNO_OK; k++) {
    inno__ranges more, one_more;
    int64_t first = inno__get_count(at, INNO__REPLICATE_END), end = inno__get_count(at, INNO__REPLICATE_END);
    if (first < 0 || end <= first) return unusable(error, "ranges");
    s = inno__score_pass_open(p, first, end - first, &one_more, error); /* is it of the tally? */
    inno__ranges_free(&p->allocator, &one_more);
    if (s != INNO_OK) return s;
    inno__range one = {first, end};
    s = inno__ranges_join(&p->allocator, both, &(inno__ranges){&one, 1, end - first}, &more, error);
    if (s == INNO_OK) inno__ranges_replace(&p->allocator, both, &more);
  }
  return s;
}

static inno_status gather_all(inno_score_pass *p, const unsigned char *at, const unsigned char *end,
                              inno_error *error) {
  for (int64_t i = 0; i < p->shape.units; i++)
    for (int64_t k = 0; k < p->slot_count[i]; k++) {
      const inno__score_slot *slot = &p->slot[i * p->slots_of_unit + k];
      if (end - at < 8) return unusable(error, "size");
      int64_t count = inno__get_count(&at, slot->expected);
      if (count < 0 || (end - at) / 8 < count) return unusable(error, "number of scores");
      for (int64_t v = 0; v < count; v++) {
        double score = inno__get_double(&at);
        int64_t steps = score == score ? inno__score_steps(&p->shape, score) : -1;
        if (steps < 0 || inno__score_bin(&p->shape, (uint64_t)steps) != slot->bin) return unusable(error, "scores");
        if (!inno__score_gather(p, i, score)) return unusable(error, "number of scores");
      }
    }
  return at == end ? INNO_OK : unusable(error, "size");
}

inno_status inno__score_pass_merge_bytes(inno_score_pass *into, const unsigned char *data, int64_t size,
                                         inno_error *error) {
  const unsigned char *at = data + MAGIC;
  inno__ranges both = {NULL, 0, 0};
  if (size < HEAD + DIGEST || memcmp(data, magic, MAGIC) != 0) return unusable(error, "beginning");
  uint64_t format = inno__get(&at);
  if (format > FORMAT && format <= INT32_MAX)
    return inno__fail(error, INNO_E_TALLY, INNO__MSG_TALLY_NEWER, &(inno__where){.count = (int64_t)format});
  if (format != FORMAT) return unusable(error, "format");
  if (!inno__bytes_whole(data, (size_t)size)) return unusable(error, "checksum");
  if (memcmp(at, into->identity, DIGEST) != 0) return inno__fail(error, INNO_E_TALLY, INNO__MSG_SCORE_PASS_OTHER, NULL);
  at += DIGEST;
  int64_t count = inno__get_count(&at, INNO_LIMIT_TALLY_RANGES);
  if (count < 0 || (size - HEAD - DIGEST) / 16 < count) return unusable(error, "ranges");
  inno_status s = join_ranges(into, &at, count, &both, error);
  if (s == INNO_OK) {
    s = gather_all(into, at, data + size - DIGEST, error);
    if (s != INNO_OK) inno__score_pass_undo(into, NULL);
  }
  if (s == INNO_OK) s = inno__score_pass_close(into, &both, error);
  if (s != INNO_OK) inno__ranges_free(&into->allocator, &both);
  return s;
}
