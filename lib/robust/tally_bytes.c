/* A tally as bytes: whole numbers of 8 bytes, low byte first on every machine; SHA-256 of them at the end. Equal
 * tallies are equal bytes, and what is read is what would be written.
 *
 *   8 letters INNTALLY | format (1) | units | top | flags: 1 halves, 2 scores, 4 pairs | bins | low, high, confidence
 *   (bits of the doubles) | central weights | 64 digits: digest of the uncertainty | number of ranges, of failures, of
 * octaves | ranges: first, end | failures: status, lowest replicate, count | counters in the order of inno_tally |
 * octaves | 64 digits: SHA-256 of all bytes before */
#include <string.h>

#include "base/checked.h"
#include "innoscore/limits.h"
#include "robust/bytes.h"
#include "robust/tally.h"

enum { FORMAT = 1, MAGIC = 8, DIGEST = 64, NUMBERS = 12, HEAD = MAGIC + 8 * NUMBERS + DIGEST };
static const char magic[MAGIC + 1] = "INNTALLY";

/* ---- writing ---- */

static int64_t octave_words(const inno_tally *t) { return inno__tally_octaves(t) * t->octave_words; }

static void put_tally(inno__byte_sink *s, const inno_tally *t) {
  const inno__tally_shape *shape = &t->shape;
  inno__sha256_init(&s->hash);
  inno__put_bytes(s, magic, MAGIC);
  inno__put(s, FORMAT);
  inno__put(s, (uint64_t)shape->units);
  inno__put(s, (uint64_t)shape->top);
  inno__put(s, (uint64_t)(shape->half | shape->scores << 1 | shape->pairs << 2));
  inno__put(s, (uint64_t)shape->bins);
  inno__put_double(s, shape->score_low);
  inno__put_double(s, shape->score_high);
  inno__put_double(s, shape->confidence);
  inno__put(s, (uint64_t)shape->shares);
  inno__put_bytes(s, shape->digest, DIGEST);
  inno__put(s, (uint64_t)t->ranges.count);
  inno__put(s, (uint64_t)t->failure_count);
  inno__put(s, (uint64_t)inno__tally_octaves(t));
  for (int64_t k = 0; k < t->ranges.count; k++) {
    inno__put(s, (uint64_t)t->ranges.at[k].first);
    inno__put(s, (uint64_t)t->ranges.at[k].end);
  }
  for (int32_t k = 0; k < t->failure_count; k++) {
    inno__put(s, (uint64_t)t->failure[k].status);
    inno__put(s, (uint64_t)t->failure[k].first);
    inno__put(s, t->failure[k].count);
  }
  int64_t words = t->octave - t->words + octave_words(t);
  for (int64_t k = 0; k < words; k++) inno__put(s, t->words[k]);
}

int64_t inno__tally_size(const inno_tally *t) {
  int64_t words = 2 * t->ranges.count + 3 * (int64_t)t->failure_count + (t->octave - t->words) + octave_words(t);
  return HEAD + 8 * words + DIGEST;
}

void inno__tally_digest(const inno_tally *t, char *out) {
  inno__byte_sink s = {.out = NULL};
  put_tally(&s, t);
  inno__sha256_hex(&s.hash, out);
}

void inno__tally_write(const inno_tally *t, unsigned char *out) {
  char hex[DIGEST + 1];
  inno__byte_sink s = {.out = out};
  put_tally(&s, t);
  inno__sha256_hex(&s.hash, hex);
  memcpy(s.out, hex, DIGEST);
}

/* ---- reading ---- */

static inno_status unusable(inno_error *error, const char *what) {
  return inno__fail(error, INNO_E_TALLY, INNO__MSG_TALLY_BYTES, &(inno__where){.what = what});
}

typedef struct {
  inno__tally_shape shape;
  int64_t ranges, failures, octaves;
} header;

/* NULL, or what is wrong. */
static const char *get_header(const unsigned char **at, header *h) {
  *h = (header){.ranges = 0};
  h->shape.units = inno__get_count(at, INNO_LIMIT_UNITS);
  h->shape.top = inno__get_count(at, INNO_LIMIT_UNITS);
  int64_t flags = inno__get_count(at, 7);
  if (flags < 0) return "flags";
  h->shape.half = (int32_t)(flags & 1);
  h->shape.scores = (int32_t)(flags >> 1 & 1);
  h->shape.pairs = (int32_t)(flags >> 2 & 1);
  h->shape.bins = inno__get_count(at, INNO_LIMIT_TALLY_BINS);
  h->shape.score_low = inno__get_double(at);
  h->shape.score_high = inno__get_double(at);
  h->shape.confidence = inno__get_double(at);
  h->shape.shares = inno__get_count(at, INNO_LIMIT_UNITS);
  for (int k = 0; k < DIGEST; k++) {
    char c = (char)*(*at)++;
    if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return "digest";
    h->shape.digest[k] = c;
  }
  h->ranges = inno__get_count(at, INNO_LIMIT_TALLY_RANGES);
  h->failures = inno__get_count(at, INNO__FAILURE_KINDS);
  h->octaves = inno__get_count(at, INNO__OCTAVES);
  if (h->ranges < 0 || h->failures < 0 || h->octaves < 0) return "size";
  return inno__tally_shape_fault(&h->shape);
}

/* Bytes that a tally with this header has; 0 = more than there can be. */
static int size_of(const header *h, size_t *bytes) {
  size_t words = 0, octaves = (1 + 4 * (size_t)h->shape.units) * (size_t)h->octaves;
  size_t lists = 2 * (size_t)h->ranges + 3 * (size_t)h->failures;
  return inno__tally_counters(&h->shape, &words) && inno__add_size(words, octaves, &words) &&
         inno__add_size(words, lists, &words) && inno__mul_size(words, 8, bytes) &&
         inno__add_size(*bytes, HEAD + DIGEST, bytes);
}

static int get_ranges(const unsigned char **at, inno_tally *t, int64_t count) {
  if (count == 0) return 1;
  t->ranges.at = inno__alloc(&t->allocator, (size_t)count * sizeof *t->ranges.at);
  if (t->ranges.at == NULL) return 0;
  t->ranges.count = count;
  for (int64_t k = 0; k < count; k++) {
    inno__range *r = &t->ranges.at[k];
    r->first = inno__get_count(at, INNO__REPLICATE_END);
    r->end = inno__get_count(at, INNO__REPLICATE_END);
    /* a range or a total that cannot be is seen by inno__tally_fault() */
    int plausible = r->first >= 0 && r->end > r->first && t->ranges.total <= INNO__REPLICATE_COUNT;
    t->ranges.total += plausible ? r->end - r->first : 0;
  }
  return 1;
}

static inno_status get_body(const unsigned char **at, inno_tally *t, const header *h, inno_error *error) {
  if (!get_ranges(at, t, h->ranges)) return inno__no_memory(error);
  for (int64_t k = 0; k < h->failures; k++) {
    t->failure[k].status = inno__get_count(at, INT32_MAX);
    t->failure[k].first = inno__get_count(at, INNO__REPLICATE_END);
    t->failure[k].count = inno__get(at);
    if (t->failure[k].first < 0 || t->failure[k].count > (uint64_t)INNO__REPLICATE_COUNT)
      return unusable(error, "failures");
    t->failed += t->failure[k].count;
  }
  t->failure_count = (int32_t)h->failures;
  int64_t words = t->octave - t->words + h->octaves * t->octave_words;
  for (int64_t k = 0; k < words; k++) t->words[k] = inno__get(at);
  const char *fault = inno__tally_fault(t);
  if (fault == NULL && inno__tally_octaves(t) != h->octaves) fault = "octaves";
  return fault == NULL ? INNO_OK : unusable(error, fault);
}

inno_status inno__tally_read(const inno_allocator *a, const unsigned char *data, int64_t size, inno_tally **out,
                             inno_error *error) {
  const unsigned char *at = data + MAGIC;
  header h;
  size_t expected = 0;
  *out = NULL;
  if (size < MAGIC + 8 || memcmp(data, magic, MAGIC) != 0) return unusable(error, "beginning");
  uint64_t format = inno__get(&at);
  if (format > FORMAT && format <= INT32_MAX)
    return inno__fail(error, INNO_E_TALLY, INNO__MSG_TALLY_NEWER, &(inno__where){.count = (int64_t)format});
  if (format != FORMAT) return unusable(error, "format");
  if (size < HEAD + DIGEST) return unusable(error, "size");
  if (!inno__bytes_whole(data, (size_t)size)) return unusable(error, "checksum");
  const char *fault = get_header(&at, &h);
  if (fault != NULL) return unusable(error, fault);
  if (!size_of(&h, &expected) || expected != (uint64_t)size) return unusable(error, "size");
  inno_status s = inno__tally_create(a, &h.shape, NULL, out, error);
  if (s == INNO_OK) s = get_body(&at, *out, &h, error);
  if (s == INNO_OK) return s;
  inno__tally_destroy(*out);
  *out = NULL;
  return s;
}
