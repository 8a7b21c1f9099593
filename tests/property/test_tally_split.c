/* Any split into ranges, batches and merges gives the same bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "numeric/random.h"
#include "support/tallies.h"

enum { N = 2600, MOST = 40 };

static void must_equal(const inno_tally *t, const unsigned char *expected, int64_t size) {
  int64_t again;
  unsigned char *bytes = tallies_bytes(t, &again);
  assert_int_equal(again, size);
  assert_memory_equal(bytes, expected, (size_t)size);
  free(bytes);
}

/* Cuts 0 .. N - 1 at random places, runs the pieces apart, and merges random two until one is left; every second time
 * by way of bytes. */
static inno_tally *split_and_merge(uint64_t round, int32_t half) {
  inno__random r = {11, round, 0};
  uint32_t next = 0;
  inno_tally *piece[MOST];
  int pieces = 0;
  for (int64_t at = 0; at < N;) {
    int64_t count = pieces == MOST - 1 ? N - at : 1 + inno__random_below(&r, next++, N / 6);
    if (count > N - at) count = N - at;
    piece[pieces] = tallies_create(NULL, half);
    int64_t cut = inno__random_below(&r, next++, (uint32_t)count); /* a tally of two runs, the later one first */
    int64_t batch = 1 + inno__random_below(&r, next++, 200);
    assert_int_equal(tallies_run(piece[pieces], NULL, at + cut, count - cut, batch, 1, NULL), INNO_OK);
    assert_int_equal(tallies_run(piece[pieces], NULL, at, cut, batch + 1, 1, NULL), INNO_OK);
    pieces++;
    at += count;
  }
  while (pieces > 1) {
    int a = (int)inno__random_below(&r, next++, (uint32_t)pieces),
        b = (a + 1 + (int)inno__random_below(&r, next++, (uint32_t)pieces - 1)) % pieces;
    if (next % 2 == 0) {
      int64_t size;
      unsigned char *bytes = tallies_bytes(piece[b], &size);
      inno_tally_destroy(piece[b]);
      assert_int_equal(inno_tally_read(NULL, bytes, size, &piece[b], NULL), INNO_OK);
      free(bytes);
    }
    assert_int_equal(inno_tally_merge(piece[a], piece[b], NULL), INNO_OK);
    inno_tally_destroy(piece[b]);
    piece[b] = piece[--pieces];
    if (a == pieces) a = b;
  }
  return piece[0];
}

static void every_split_gives_the_same_bytes(void **state) {
  (void)state;
  for (int32_t half = 0; half < 2; half++) {
    int64_t size;
    inno_tally *t = tallies_create(NULL, half);
    assert_int_equal(tallies_run(t, NULL, 0, N, 16, 1, NULL), INNO_OK);
    unsigned char *expected = tallies_bytes(t, &size);
    for (uint64_t round = 0; round < 25; round++) {
      inno_tally *other = split_and_merge(round, half);
      must_equal(other, expected, size);
      inno_tally_destroy(other);
    }
    free(expected);
    inno_tally_destroy(t);
  }
}

/* (a + b) + c = a + (b + c), a + b = b + a, also with gaps between them and nothing among them. */
static void adding_up_is_associative_and_commutative(void **state) {
  (void)state;
  static const int64_t first[3] = {1000, 1u << 20, 3000}, count[3] = {90, 200, 0};
  int64_t size = 0;
  unsigned char *expected = NULL;
  for (int order = 0; order < 6; order++)
    for (int right = 0; right < 2; right++) {
      static const int orders[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
      inno_tally *t[3];
      for (int k = 0; k < 3; k++) {
        int which = orders[order][k];
        t[k] = tallies_create(NULL, 0);
        assert_int_equal(tallies_run(t[k], NULL, first[which], count[which], 32, 0, NULL), INNO_OK);
      }
      assert_int_equal(inno_tally_merge(t[right], t[right + 1], NULL), INNO_OK);
      assert_int_equal(inno_tally_merge(t[0], t[right ? 1 : 2], NULL), INNO_OK);
      if (expected == NULL) expected = tallies_bytes(t[0], &size);
      must_equal(t[0], expected, size);
      for (int k = 0; k < 3; k++) inno_tally_destroy(t[k]);
    }
  free(expected);
}

/* The bytes are the same on every machine. */
static void the_digest_is_known(void **state) {
  (void)state;
  char digest[65];
  inno_tally *t = tallies_create(NULL, 1);
  assert_int_equal(tallies_run(t, NULL, 0, 5000, 16, 1, NULL), INNO_OK);
  assert_int_equal(inno_tally_digest(t, digest, 65, NULL), INNO_OK);
  assert_string_equal(digest, "4deb026d8754e017c110fcb7299eba15aef7d3c1e2b1863c5f1d7e42019c601b");
  inno_tally_destroy(t);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(every_split_gives_the_same_bytes),
                                     cmocka_unit_test(adding_up_is_associative_and_commutative),
                                     cmocka_unit_test(the_digest_is_known)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
