/* Tallies as bytes: whole, cut, changed, foreign, newer, and contradicting themselves under a checksum that is right.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/sha256.h"
#include "support/allocator.h"
#include "support/tallies.h"

enum { DIGEST = 64 };

static inno_error *error;

static void sign(unsigned char *bytes, int64_t size) {
  inno__sha256 hash;
  char hex[65];
  inno__sha256_init(&hash);
  inno__sha256_update(&hash, bytes, (size_t)size - DIGEST);
  inno__sha256_hex(&hash, hex);
  memcpy(bytes + size - DIGEST, hex, DIGEST);
}

static unsigned char *small(int64_t *size) {
  inno_tally *t = tallies_create(NULL, 0);
  assert_int_equal(tallies_run(t, NULL, 5, 60, 16, 0, NULL), INNO_OK);
  assert_int_equal(tallies_run(t, NULL, 900, 40, 16, 0, NULL), INNO_OK);
  assert_true(inno_tally_number(t, INNO_TALLY_FAILED) > 0);
  unsigned char *bytes = tallies_bytes(t, size);
  inno_tally_destroy(t);
  return bytes;
}

static void refused(const unsigned char *bytes, int64_t size, const char *what) {
  inno_tally *t = NULL;
  unsigned char *exact = malloc(size > 0 ? (size_t)size : 1); /* so that a sanitizer sees every byte behind it */
  assert_non_null(exact);
  memcpy(exact, bytes, (size_t)size);
  inno_status s = inno_tally_read(NULL, exact, size, &t, error);
  free(exact);
  if (s != INNO_E_TALLY) fail_msg("status %d, expected a refusal for %s", s, what);
  assert_null(t);
  if (strstr(inno_error_message(error), what) == NULL) fail_msg("%s: %s", what, inno_error_message(error));
}

static void reading_gives_what_was_written(void **state) {
  (void)state;
  int64_t size, again;
  unsigned char *bytes = small(&size);
  char digest[65];
  inno_tally *t = NULL;
  assert_int_equal(inno_tally_read(NULL, bytes, size, &t, error), INNO_OK);
  unsigned char *other = tallies_bytes(t, &again);
  assert_int_equal(size, again);
  assert_memory_equal(bytes, other, (size_t)size);
  assert_int_equal(inno_tally_digest(t, digest, 65, error), INNO_OK);
  assert_memory_equal(digest, bytes + size - DIGEST, DIGEST);
  memset(other, 0x5a, (size_t)size);
  assert_int_equal(inno_tally_write(t, other, size - 1, &again, error), INNO_E_BUFFER);
  assert_true(again == size && other[0] == 0x5a);
  assert_int_equal(inno_tally_write(t, NULL, 1, &again, error), INNO_E_NULL);
  assert_int_equal(inno_tally_write(t, other, -1, &again, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_tally_digest(t, digest, 64, error), INNO_E_BUFFER);
  assert_string_equal(digest, "");
  inno_tally_destroy(t);
  free(other);
  /* of nothing */
  t = tallies_create(NULL, 1);
  other = tallies_bytes(t, &again);
  inno_tally_destroy(t);
  assert_int_equal(inno_tally_read(NULL, other, again, &t, error), INNO_OK);
  assert_int_equal(inno_tally_number(t, INNO_TALLY_REPLICATES), 0);
  inno_tally_destroy(t);
  free(other);
  free(bytes);
}

static void every_cut_and_every_byte_is_seen(void **state) {
  (void)state;
  int64_t size;
  unsigned char *bytes = small(&size);
  for (int64_t length = 0; length < size; length += length < 300 || length > size - 300 ? 1 : 97)
    refused(bytes, length, "changed");
  for (int64_t at = 0; at < size; at++) {
    unsigned char kept = bytes[at];
    bytes[at] ^= (unsigned char)(1u << at % 8);
    refused(bytes, size, at >= 8 && at < 12 ? "format" : "changed");
    bytes[at] = kept;
  }
  bytes = realloc(bytes, (size_t)size + 8);
  assert_non_null(bytes);
  memset(bytes + size, 0, 8);
  refused(bytes, size + 8, "checksum"); /* more than there should be */
  sign(bytes, size + 8);
  refused(bytes, size + 8, "size");
  free(bytes);
}

/* Every number that is one off, below a checksum that is right, contradicts another one: nothing is counted once only.
 * Left over are choices that nothing else knows of (ends of the scale, confidence, digest, nominal ranks, which
 * replicate failed first), and what is known within bounds: pairs of units that had no rank at times, who was first,
 * sums of scores and weights. */
static void every_number_is_checked(void **state) {
  (void)state;
  enum {
    N = TALLIES_UNITS,
    NUMBERS = 8 + 8 * 9,
    LISTS = NUMBERS + DIGEST + 8 * 3,
    NOMINAL = LISTS + 8 * (2 * 2 + 3 * 2)
  };
  enum { RANKS = NOMINAL + 8 * N, WINS = RANKS + 8 * (N * (N + 1) + 2 * N + 50 * N) };
  enum { OCTAVES = WINS + 8 * (N * N + N * (N - 1) / 2 + N + 4 * N + 2 * N * TALLIES_SHARES) };
  static const struct {
    int64_t from, to;
  } open_to_choice[] = {{48, 72}, {80, 80 + DIGEST}, {LISTS + 32, RANKS}, {WINS, OCTAVES}};
  int64_t size, refusals = 0;
  unsigned char *bytes = small(&size), *copy = malloc((size_t)size);
  assert_non_null(copy);
  assert_int_equal(size, OCTAVES + 8 * (1 + 4 * N) + DIGEST); /* one octave: none is above 1023 */
  for (int64_t at = 8; at + 8 <= size - DIGEST; at += 8)
    for (int up = 0; up < 2; up++) {
      inno_tally *t = NULL;
      memcpy(copy, bytes, (size_t)size);
      for (int k = 0; k < 8; k++) { /* plus or minus one, with what is carried */
        copy[at + k] = (unsigned char)(copy[at + k] + (up ? 1 : 255));
        if (copy[at + k] != (up ? 0 : 255)) break;
      }
      sign(copy, size);
      inno_status s = inno_tally_read(NULL, copy, size, &t, error);
      inno_tally_destroy(t);
      refusals += s == INNO_E_TALLY;
      if (s == INNO_E_TALLY) continue;
      assert_int_equal(s, INNO_OK);
      int choice = 0;
      for (int k = 0; k < 4; k++) choice |= at >= open_to_choice[k].from && at < open_to_choice[k].to;
      if (!choice) fail_msg("number at %d is not checked", (int)at);
    }
  assert_true(refusals > 2 * (WINS - RANKS) / 8);
  free(copy);
  free(bytes);
}

static void newer_and_foreign(void **state) {
  (void)state;
  int64_t size;
  unsigned char *bytes = small(&size);
  bytes[8] = 2;
  sign(bytes, size);
  refused(bytes, size, "newer");
  bytes[8] = 0;
  refused(bytes, size, "format");
  bytes[8] = 1;
  memcpy(bytes, "INNSCORE", 8);
  refused(bytes, size, "beginning");
  free(bytes);
}

/* A header that asks for more than there is does not make the reader ask for memory. */
static void sizes_are_not_believed(void **state) {
  (void)state;
  int64_t size;
  unsigned char *bytes = small(&size);
  counting counter;
  inno_allocator a = counting_allocator(&counter);
  inno_tally *t = NULL;
  static const int fields[] = {2, 3, 5, 9, 18, 19, 20}; /* units, top, bins, weights, lists */
  for (size_t k = 0; k < sizeof fields / sizeof fields[0]; k++)
    for (int byte = 0; byte < 8; byte++) {
      unsigned char kept = bytes[8 * fields[k] + byte];
      bytes[8 * fields[k] + byte] ^= 0x40;
      sign(bytes, size);
      assert_int_equal(inno_tally_read(&a, bytes, size, &t, error), INNO_E_TALLY);
      bytes[8 * fields[k] + byte] = kept;
      assert_true(counter.peak_bytes < 200000);
    }
  assert_int_equal(counter.live_blocks, 0);
  free(bytes);
}

static int begin(void **state) {
  (void)state;
  return inno_error_create(NULL, &error);
}

static int end(void **state) {
  (void)state;
  inno_error_destroy(error);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(reading_gives_what_was_written),
                                     cmocka_unit_test(every_cut_and_every_byte_is_seen),
                                     cmocka_unit_test(every_number_is_checked), cmocka_unit_test(newer_and_foreign),
                                     cmocka_unit_test(sizes_are_not_believed)};
  return cmocka_run_group_tests(tests, begin, end);
}
