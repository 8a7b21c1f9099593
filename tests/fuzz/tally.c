/* Bytes of tallies and second passes: true ones with changes under a checksum that is right again, and any bytes. What
 * is read can be used without a crash, and is written byte by byte as it was. */
#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"
#include "fuzz/fuzz.h"
#include "support/allocator.h"
#include "support/tallies.h"

enum { MOST = 1 << 16, DIGEST = 64, COLUMNS = 64, KINDS = 3 };

static unsigned char *good[KINDS]; /* a tally, one in halves, a second pass */
static int64_t good_size[KINDS];
static inno_tally *first;
static const double asked[2] = {0.1, 0.5};

static inno_score_pass *make_pass(const inno_allocator *a) {
  inno_score_pass *p = NULL;
  inno_status s = inno_score_pass_create(a, first, asked, 2, 7, 5000, &p, NULL);
  FUZZ_CHECK(s == INNO_OK || s == INNO_E_NOMEM);
  return p;
}

static void make_world(void) {
  for (int32_t half = 0; half < 2; half++) {
    inno_tally *t = tallies_create(NULL, half);
    FUZZ_CHECK(tallies_run(t, NULL, 0, 200, 16, 0, NULL) == INNO_OK);
    FUZZ_CHECK(tallies_run(t, NULL, 1000, 100, 16, 0, NULL) == INNO_OK);
    good[half] = tallies_bytes(t, &good_size[half]);
    if (half == 0) first = t;
    if (half == 1) inno_tally_destroy(t);
  }
  inno_score_pass *p = make_pass(NULL);
  FUZZ_CHECK(tallies_run(NULL, p, 0, 50, 16, 0, NULL) == INNO_OK);
  FUZZ_CHECK(tallies_run(NULL, p, 1050, 50, 16, 0, NULL) == INNO_OK);
  FUZZ_CHECK(inno_score_pass_write(p, NULL, 0, &good_size[2], NULL) == INNO_OK);
  good[2] = malloc((size_t)good_size[2]);
  FUZZ_CHECK(good[2] != NULL);
  FUZZ_CHECK(inno_score_pass_write(p, good[2], good_size[2], &good_size[2], NULL) == INNO_OK);
  inno_score_pass_destroy(p);
}

static void sign(unsigned char *bytes, int64_t size) {
  inno__sha256 hash;
  char hex[DIGEST + 1];
  if (size < DIGEST) return;
  inno__sha256_init(&hash);
  inno__sha256_update(&hash, bytes, (size_t)size - DIGEST);
  inno__sha256_hex(&hash, hex);
  memcpy(bytes + size - DIGEST, hex, DIGEST);
}

/* Some numbers become others that are likely to hurt, or change a little, or move to a neighbour. */
static void spoil(fuzz_input *in, unsigned char *bytes, int64_t size) {
  static const uint64_t words[] = {0,
                                   1,
                                   UINT64_MAX,
                                   (uint64_t)1 << 53,
                                   (uint64_t)1 << 62,
                                   (uint64_t)1 << 63,
                                   0x7ff8000000000000u,
                                   0x7ff0000000000000u,
                                   4096,
                                   53};
  for (int32_t k = fuzz_below(in, 4); k >= 0; k--) {
    int64_t place = fuzz_one_in(in, 2) ? fuzz_byte(in) : fuzz_byte(in) * 256 + fuzz_byte(in), at = 8 * place;
    if (at + 16 > size - DIGEST) at = at % (size - DIGEST - 16) / 8 * 8;
    uint64_t x = 0, y = 0;
    for (int b = 7; b >= 0; b--) x = x << 8 | bytes[at + b];
    for (int b = 7; b >= 0; b--) y = y << 8 | bytes[at + 8 + b];
    int32_t how = fuzz_below(in, 4);
    if (how == 0) x = words[fuzz_below(in, 10)];
    if (how == 1) x ^= (uint64_t)1 << fuzz_below(in, 64);
    if (how >= 2) x++, y--; /* sums stay */
    for (int b = 0; b < 8; b++) bytes[at + b] = (unsigned char)(x >> 8 * b);
    for (int b = 0; b < 8; b++) bytes[at + 8 + b] = (unsigned char)(y >> 8 * b);
  }
}

/* Everything that can be asked of a tally. */
static void ask(const inno_tally *t) {
  int64_t n = inno_tally_number(t, INNO_TALLY_UNITS), replicates;
  double out[TALLIES_UNITS * COLUMNS], lower[TALLIES_UNITS], rank, top;
  FUZZ_CHECK(n >= 1 && n <= TALLIES_UNITS);
  for (int32_t f = INNO_TALLY_NOMINAL; f <= INNO_TALLY_UPPER; f++)
    if (inno_tally_unit_values(t, f, out, 8, NULL) == INNO_OK) fuzz_check_doubles(out, n);
  for (int32_t type = 1; type <= 9; type++) {
    FUZZ_CHECK(inno_tally_rank_quantiles(t, asked, 2, type, out, 16, 8, NULL) == INNO_OK);
    fuzz_check_doubles(out, 2 * n);
    if (inno_tally_score_quantiles(t, asked, 2, type, out, 16, 8, NULL, NULL) == INNO_OK)
      fuzz_check_doubles(out, 2 * n);
  }
  for (int32_t m = INNO_TALLY_RANK_COUNTS; m <= INNO_TALLY_SCORE_COUNTS; m++) {
    int64_t columns = inno_tally_column_count(t, m);
    if (columns == 0 || columns > COLUMNS) continue;
    FUZZ_CHECK(inno_tally_matrix(t, m, out, 8 * columns, 8, NULL) == INNO_OK);
    fuzz_check_doubles(out, n * columns);
  }
  FUZZ_CHECK(inno_tally_top(t, 1, 0.9, out, lower, NULL, 8, NULL) == INNO_OK);
  fuzz_check_doubles(lower, n);
  for (int64_t k = 0; k < inno_tally_number(t, INNO_TALLY_CHECKPOINTS); k++)
    FUZZ_CHECK(inno_tally_change(t, k, &replicates, &rank, &top) == INNO_OK && rank >= 0.0 && top >= 0.0);
}

static void use(inno_tally *t, const unsigned char *bytes, int64_t size) {
  int64_t again;
  unsigned char *other = tallies_bytes(t, &again);
  FUZZ_CHECK(again == size && memcmp(other, bytes, (size_t)size) == 0);
  free(other);
  ask(t);
  inno_score_pass *p = NULL;
  inno_score_pass_create(NULL, t, asked, 2, 7, 5000, &p, NULL);
  inno_score_pass_destroy(p);
  inno_tally *more = NULL;
  FUZZ_CHECK(inno_tally_read(NULL, good[0], good_size[0], &more, NULL) == INNO_OK);
  if (inno_tally_merge(t, more, NULL) == INNO_OK) ask(t);
  inno_tally_destroy(more);
}

static void read_tally(const inno_allocator *a, const unsigned char *bytes, int64_t size, inno_error *error) {
  static const inno_status documented[] = {INNO_OK, INNO_E_TALLY, INNO_E_NOMEM, -1};
  inno_tally *t = NULL;
  inno_status s = inno_tally_read(a, bytes, size, &t, error);
  FUZZ_CHECK(fuzz_is_among(s, documented) && (s == INNO_OK) == (t != NULL));
  fuzz_check_error(error, s);
  if (s == INNO_OK && inno_tally_number(t, INNO_TALLY_UNITS) <= TALLIES_UNITS) use(t, bytes, size);
  inno_tally_destroy(t);
}

static void read_pass(const inno_allocator *a, const unsigned char *bytes, int64_t size, inno_error *error) {
  static const inno_status documented[] = {INNO_OK, INNO_E_TALLY, INNO_E_SIZE, INNO_E_NOMEM, -1};
  double out[2 * TALLIES_UNITS];
  inno_score_pass *p = make_pass(a);
  if (p == NULL) return;
  int64_t before = inno__score_pass_size(p), seen = p->seen.total;
  inno_status s = inno_score_pass_merge_bytes(p, bytes, size, error);
  FUZZ_CHECK(fuzz_is_among(s, documented));
  fuzz_check_error(error, s);
  if (s != INNO_OK) FUZZ_CHECK(inno__score_pass_size(p) == before && p->seen.total == seen);
  if (inno_score_pass_quantiles(p, out, 16, 8, NULL) == INNO_OK) fuzz_check_doubles(out, 2 * TALLIES_UNITS);
  inno_score_pass_destroy(p);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  counting count;
  inno_allocator allocator = counting_allocator(&count);
  fuzz_input in = {data, size};
  inno_error *error = NULL;
  if (first == NULL) make_world();
  FUZZ_CHECK(inno_error_create(NULL, &error) == INNO_OK);
  if (fuzz_one_in(&in, 8)) count.permitted = fuzz_byte(&in) % 8;
  int32_t kind = fuzz_below(&in, KINDS);
  int64_t length = good_size[kind];
  int fresh = fuzz_one_in(&in, 16), right = !fuzz_one_in(&in, 16);
  if (fresh) length = (int64_t)in.left;
  unsigned char *bytes = malloc(length > 0 ? (size_t)length : 1);
  FUZZ_CHECK(bytes != NULL);
  if (fresh) {
    memcpy(bytes, in.at, (size_t)length);
  } else {
    memcpy(bytes, good[kind], (size_t)length);
    spoil(&in, bytes, length);
    if (fuzz_one_in(&in, 16)) length -= length / 256 * fuzz_byte(&in);
  }
  if (right) sign(bytes, length);
  (kind == 2 ? read_pass : read_tally)(&allocator, bytes, length, error);
  FUZZ_CHECK(count.live_blocks == 0 && count.live_bytes == 0 && !count.wrong_size);
  inno_error_destroy(error);
  free(bytes);
  return 0;
}
