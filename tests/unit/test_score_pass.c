/* Exact quantiles of scores by a second pass, in any split, also by way of bytes; refusals. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/sha256.h"
#include "numeric/order.h"
#include "numeric/quantile.h"
#include "support/tallies.h"

enum { U = TALLIES_UNITS, N = 1500, P = 5 };

static const double asked[P] = {0.05, 0.25, 0.5, 0.95, 1.0};
static inno_error *error;
static inno_tally *first;

static inno_score_pass *make(int32_t type) {
  inno_score_pass *p = NULL;
  assert_int_equal(inno_score_pass_create(NULL, first, asked, P, type, 4000, &p, error), INNO_OK);
  return p;
}

static void must_be_exact(const inno_score_pass *p, int32_t type) {
  static double x[N], work[2 * N];
  double out[U * P];
  assert_int_equal(inno_score_pass_quantiles(p, out, 8, 8 * U, error), INNO_OK);
  for (int i = 0; i < U; i++) {
    int64_t m = 0;
    for (int r = 0; r < N; r++) {
      tallies_replicate y = tallies_replicate_of(r, 0, 0);
      if (y.status == INNO_OK && !isnan(y.rank[i])) x[m++] = y.score[i];
    }
    inno__sort(x, m, work);
    for (int k = 0; k < P; k++) assert_true(out[k * U + i] == inno__quantile_sorted(x, m, asked[k], type));
  }
}

static void exact_for_every_type(void **state) {
  (void)state;
  for (int32_t type = 1; type <= 9; type++) {
    inno_score_pass *p = make(type);
    assert_int_equal(tallies_run(NULL, p, 0, N, 100, 0, error), INNO_OK);
    must_be_exact(p, type);
    assert_true(p->value_count < N * U / 3); /* and few of them were kept */
    inno_score_pass_destroy(p);
  }
}

static unsigned char *bytes_of(const inno_score_pass *p, int64_t *size) {
  assert_int_equal(inno_score_pass_write(p, NULL, 0, size, error), INNO_OK);
  unsigned char *bytes = malloc((size_t)*size);
  assert_non_null(bytes);
  assert_int_equal(inno_score_pass_write(p, bytes, *size, size, error), INNO_OK);
  return bytes;
}

static void any_split(void **state) {
  (void)state;
  for (int by_bytes = 0; by_bytes < 2; by_bytes++) {
    inno_score_pass *p = make(7), *q = make(7), *r = make(7);
    double out[U * P];
    assert_int_equal(tallies_run(NULL, p, 1000, 500, 64, 0, error), INNO_OK);
    assert_int_equal(tallies_run(NULL, q, 300, 700, 33, 0, error), INNO_OK);
    assert_int_equal(tallies_run(NULL, r, 100, 200, 1, 0, error), INNO_OK);
    assert_int_equal(tallies_run(NULL, r, 0, 100, 7, 0, error), INNO_OK);
    assert_int_equal(inno_score_pass_quantiles(p, out, 8, 8 * U, error), INNO_E_UNFINISHED);
    assert_non_null(strstr(inno_error_message(error), "500"));
    inno_score_pass *parts[2] = {q, r};
    for (int k = 0; k < 2; k++) {
      if (!by_bytes) {
        assert_int_equal(inno_score_pass_merge(p, parts[k], error), INNO_OK);
        continue;
      }
      int64_t size;
      unsigned char *bytes = bytes_of(parts[k], &size);
      assert_int_equal(inno_score_pass_merge_bytes(p, bytes, size, error), INNO_OK);
      assert_int_equal(inno_score_pass_merge_bytes(p, bytes, size, error), INNO_E_TALLY); /* twice */
      free(bytes);
    }
    must_be_exact(p, 7);
    assert_int_equal(inno_score_pass_merge(p, r, error), INNO_E_TALLY);
    assert_int_equal(tallies_run(NULL, p, 0, 1, 1, 0, error), INNO_E_TALLY);
    must_be_exact(p, 7);
    inno_score_pass_destroy(p);
    inno_score_pass_destroy(q);
    inno_score_pass_destroy(r);
  }
}

static void refusals(void **state) {
  (void)state;
  inno_score_pass *p = NULL;
  assert_int_equal(inno_score_pass_create(NULL, first, asked, P, 7, 100, &p, error), INNO_E_SIZE);
  assert_null(p);
  static const double wrong[] = {0.5, 1.5};
  assert_int_equal(inno_score_pass_create(NULL, first, wrong, 2, 7, 4000, &p, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_score_pass_create(NULL, first, asked, 0, 7, 4000, &p, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_score_pass_create(NULL, first, asked, 1, 10, 4000, &p, error), INNO_E_ARGUMENT);
  inno_tally *wild = tallies_create(NULL, 0);
  assert_int_equal(tallies_run(wild, NULL, 0, N, 100, 1, error), INNO_OK);
  assert_int_equal(inno_score_pass_create(NULL, wild, asked + 4, 1, 7, 4000, &p, error), INNO_E_DOMAIN);
  assert_non_null(strstr(inno_error_message(error), "scale"));
  /* other scores than those of the first pass; replicates that are not in it; another tally */
  p = make(7);
  inno_score_pass *q = NULL;
  assert_int_equal(tallies_run(NULL, p, 0, N, 100, 1, error), INNO_E_TALLY);
  assert_int_equal(tallies_run(NULL, p, N - 1, 2, 100, 0, error), INNO_E_TALLY);
  assert_non_null(strstr(inno_error_message(error), "1500"));
  assert_int_equal(inno_score_pass_create(NULL, first, asked, P, 6, 4000, &q, error), INNO_OK);
  assert_int_equal(inno_score_pass_merge(p, q, error), INNO_E_TALLY);
  inno_score_pass_destroy(q);
  assert_int_equal(tallies_run(NULL, p, 0, N, 100, 0, error), INNO_OK); /* as before, in spite of all */
  must_be_exact(p, 7);
  inno_score_pass_destroy(p);
  inno_tally_destroy(wild);
}

static void bytes_that_are_none(void **state) {
  (void)state;
  inno_score_pass *p = make(7), *q = make(7);
  int64_t size;
  assert_int_equal(tallies_run(NULL, q, 10, 30, 16, 0, error), INNO_OK);
  assert_int_equal(tallies_run(NULL, p, 40, N - 40, 64, 0, error), INNO_OK);
  unsigned char *bytes = bytes_of(q, &size);
  for (int64_t length = 0; length < size; length++) {
    unsigned char *cut = malloc(length > 0 ? (size_t)length : 1);
    assert_non_null(cut);
    memcpy(cut, bytes, (size_t)length);
    assert_int_equal(inno_score_pass_merge_bytes(p, cut, length, error), INNO_E_TALLY);
    free(cut);
  }
  for (int64_t at = 0; at < size; at++)
    for (int signs = 0; signs < 2; signs++) { /* with a checksum that is right: a wrong score may pass as another one */
      inno__sha256 hash;
      char hex[65];
      unsigned char kept[64 + 1];
      if (signs && (at >= size - 64 || (at >= 104 && at % 8 < 6))) continue;
      kept[64] = bytes[at];
      memcpy(kept, bytes + size - 64, 64);
      bytes[at] ^= 0x80;
      inno__sha256_init(&hash);
      inno__sha256_update(&hash, bytes, (size_t)size - 64);
      inno__sha256_hex(&hash, hex);
      if (signs) memcpy(bytes + size - 64, hex, 64);
      inno_status s = inno_score_pass_merge_bytes(p, bytes, size, error);
      if (s != INNO_E_TALLY) fail_msg("byte %d: status %d", (int)at, s);
      memcpy(bytes + size - 64, kept, 64);
      bytes[at] = kept[64];
    }
  assert_int_equal(inno_score_pass_merge_bytes(p, bytes, size, error), INNO_OK);
  assert_int_equal(tallies_run(NULL, p, 0, 10, 100, 0, error), INNO_OK);
  must_be_exact(p, 7);
  free(bytes);
  inno_score_pass_destroy(p);
  inno_score_pass_destroy(q);
}

static int begin(void **state) {
  (void)state;
  first = tallies_create(NULL, 0);
  return tallies_run(first, NULL, 0, N, 100, 0, NULL) + inno_error_create(NULL, &error);
}

static int end(void **state) {
  (void)state;
  inno_tally_destroy(first);
  inno_error_destroy(error);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(exact_for_every_type), cmocka_unit_test(any_split),
                                     cmocka_unit_test(refusals), cmocka_unit_test(bytes_that_are_none)};
  return cmocka_run_group_tests(tests, begin, end);
}
