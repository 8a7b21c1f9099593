/* Tallies: every allocation failing, every pointer NULL; whatever fails leaves the tally as it was. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "support/faults.h"
#include "support/tallies.h"

enum { U = TALLIES_UNITS };
static const double asked[2] = {0.05, 0.95};

static void must_equal(const inno_tally *t, const char *digest) {
  char now[65];
  assert_int_equal(inno_tally_digest(t, now, 65, NULL), INNO_OK);
  assert_string_equal(now, digest);
}

/* Makes, runs twice, merges, writes, reads, passes again; with an allocator that gives out at some point. */
static inno_status everything(const inno_allocator *a, const unsigned char *bytes, int64_t size) {
  inno_tally *t = tallies_create(a, 0), *from = NULL;
  inno_score_pass *p = NULL;
  char digest[65];
  double out[2 * U];
  inno_status s = t == NULL ? INNO_E_NOMEM : INNO_OK;
  for (int k = 0; k < 2 && s == INNO_OK; k++) {
    inno_tally_digest(t, digest, 65, NULL);
    s = tallies_run(t, NULL, 100 * k, 50, 16, 0, NULL);
    if (s != INNO_OK) must_equal(t, digest);
  }
  if (s == INNO_OK) s = inno_tally_read(a, bytes, size, &from, NULL);
  if (t != NULL) inno_tally_digest(t, digest, 65, NULL);
  if (s == INNO_OK) {
    s = inno_tally_merge(t, from, NULL);
    if (s != INNO_OK) must_equal(t, digest);
  }
  if (s == INNO_OK) s = inno_score_pass_create(a, t, asked, 2, 7, 5000, &p, NULL);
  for (int k = 0; k < 3 && s == INNO_OK; k++)
    s = tallies_run(NULL, p, k == 0 ? 0 : k == 1 ? 100 : 1000, 50, 16, 0, NULL);
  if (s == INNO_OK) s = inno_score_pass_quantiles(p, out, 16, 8, NULL);
  inno_score_pass_destroy(p);
  inno_tally_destroy(from);
  inno_tally_destroy(t);
  return s;
}

static void every_allocation_may_fail(void **state) {
  (void)state;
  int64_t size;
  inno_tally *t = tallies_create(NULL, 0);
  assert_int_equal(tallies_run(t, NULL, 1000, 50, 16, 0, NULL), INNO_OK);
  unsigned char *bytes = tallies_bytes(t, &size);
  inno_tally_destroy(t);
  faults turn = {0};
  while (faults_again(&turn)) faults_said(&turn, everything(&turn.allocator, bytes, size));
  assert_true(turn.permitted > 8);
  free(bytes);
}

/* Counting takes no memory but that of the list of ranges. */
static void memory_does_not_grow(void **state) {
  (void)state;
  counting counter;
  inno_allocator a = counting_allocator(&counter);
  inno_tally *t = tallies_create(&a, 0);
  for (int64_t k = 0; k < 50; k++) assert_int_equal(tallies_run(t, NULL, 100 * k, 100, 16, 0, NULL), INNO_OK);
  assert_int_equal(counter.live_blocks, 2);
  assert_int_equal(counter.calls, 51);
  inno_tally_destroy(t);
  assert_int_equal(counter.live_blocks, 0);
}

static void every_pointer_may_be_null(void **state) {
  (void)state;
  inno_tally *t = tallies_create(NULL, 0), *out = t;
  inno_score_pass *p = NULL;
  int64_t a = 7, b = 7;
  inno_status kind;
  double x[4 * U];
  char text[65] = "?";
  unsigned char byte = 0;
  assert_int_equal(inno_tally_create(NULL, NULL, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_create(NULL, NULL, &out, NULL), INNO_E_NULL);
  assert_null(out);
  inno_tally_destroy(NULL);
  assert_int_equal(inno_tally_run(NULL, NULL, 0, 1, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_run(t, NULL, 0, 1, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_merge(NULL, t, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_merge(t, NULL, NULL), INNO_E_NULL);
  for (int32_t n = -1; n < 99; n++) assert_int_equal(inno_tally_number(NULL, n), 0);
  assert_int_equal(inno_tally_range(NULL, 0, &a, &b), INNO_E_NULL);
  assert_true(a == -1 && b == 0);
  assert_int_equal(inno_tally_range(t, 0, NULL, &b), INNO_E_NULL);
  assert_int_equal(inno_tally_range(t, 0, &a, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_failure(NULL, 0, &kind, &a, &b), INNO_E_NULL);
  assert_int_equal(inno_tally_failure(t, 0, NULL, &a, &b), INNO_E_NULL);
  assert_int_equal(inno_tally_failure(t, 0, &kind, NULL, &b), INNO_E_NULL);
  assert_int_equal(inno_tally_failure(t, 0, &kind, &a, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_unit_values(NULL, INNO_TALLY_MEAN, x, 8, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_unit_values(t, INNO_TALLY_MEAN, NULL, 8, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_unit_values(t, INNO_TALLY_MEAN, x, 4, NULL), INNO_E_ALIGN);
  assert_int_equal(inno_tally_unit_values(t, INNO_TALLY_MEAN, x, 0, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_tally_rank_quantiles(NULL, asked, 2, 7, x, 16, 8, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_rank_quantiles(t, NULL, 2, 7, x, 16, 8, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_rank_quantiles(t, asked, 2, 7, NULL, 16, 8, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_rank_quantiles(t, NULL, 0, 7, NULL, 16, 8, NULL), INNO_OK);
  assert_int_equal(inno_tally_rank_quantiles(t, asked, -1, 7, x, 16, 8, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_tally_rank_quantiles(t, asked, 2, 0, x, 16, 8, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_tally_rank_quantiles(t, asked, 2, 7, x, PTRDIFF_MAX / 16 * 8, 8, NULL), INNO_E_SIZE);
  assert_int_equal(inno_tally_score_quantiles(NULL, asked, 2, 7, x, 16, 8, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_score_quantiles(t, asked, 2, 7, NULL, 16, 8, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_top(NULL, 1, 0.95, x, x, x, 8, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_top(t, 1, 0.95, NULL, NULL, NULL, 8, NULL), INNO_OK);
  assert_int_equal(inno_tally_top(t, 0, 0.95, x, NULL, NULL, 8, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_tally_top(t, U + 1, 0.95, x, NULL, NULL, 8, NULL), INNO_E_ARGUMENT);
  static const double wrong[] = {0.0, 1.0, -1.0, NAN, INFINITY};
  for (int k = 0; k < 5; k++) assert_int_equal(inno_tally_top(t, 1, wrong[k], x, NULL, NULL, 8, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_tally_column_count(NULL, INNO_TALLY_RANK_COUNTS), 0);
  assert_int_equal(inno_tally_column_count(t, 0), 0);
  assert_int_equal(inno_tally_matrix(NULL, INNO_TALLY_RANK_COUNTS, x, 8, 8, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_matrix(t, INNO_TALLY_RANK_COUNTS, NULL, 8, 8, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_change(NULL, 0, &a, x, x + 1), INNO_E_NULL);
  assert_int_equal(inno_tally_change(t, 0, NULL, NULL, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_tally_stable(NULL, 1.0, 1.0), 0);
  assert_int_equal(inno_tally_write(NULL, &byte, 1, &a, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_write(t, &byte, 1, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_read(NULL, NULL, 0, &out, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_read(NULL, &byte, 0, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_tally_read(NULL, &byte, -1, &out, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_tally_digest(NULL, text, 65, NULL), INNO_E_NULL);
  assert_string_equal(text, "");
  assert_int_equal(inno_tally_digest(t, NULL, 65, NULL), INNO_E_NULL);
  assert_int_equal(inno_score_pass_create(NULL, NULL, asked, 2, 7, 9, &p, NULL), INNO_E_NULL);
  assert_int_equal(inno_score_pass_create(NULL, t, NULL, 2, 7, 9, &p, NULL), INNO_E_NULL);
  assert_int_equal(inno_score_pass_create(NULL, t, asked, 2, 7, 9, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_score_pass_create(NULL, t, asked, 2, 7, -1, &p, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_score_pass_create(NULL, t, asked, 2, 7, 9, &p, NULL), INNO_OK); /* of nothing */
  assert_int_equal(inno_score_pass_run(NULL, NULL, 0, 1, NULL), INNO_E_NULL);
  assert_int_equal(inno_score_pass_run(p, NULL, 0, 1, NULL), INNO_E_NULL);
  assert_int_equal(inno_score_pass_merge(NULL, p, NULL), INNO_E_NULL);
  assert_int_equal(inno_score_pass_merge(p, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_score_pass_write(NULL, &byte, 1, &a, NULL), INNO_E_NULL);
  assert_int_equal(inno_score_pass_write(p, &byte, 1, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_score_pass_write(p, &byte, 1, &a, NULL), INNO_E_BUFFER);
  assert_int_equal(inno_score_pass_merge_bytes(NULL, &byte, 1, NULL), INNO_E_NULL);
  assert_int_equal(inno_score_pass_merge_bytes(p, NULL, 1, NULL), INNO_E_NULL);
  assert_int_equal(inno_score_pass_merge_bytes(p, &byte, -1, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_score_pass_quantiles(NULL, x, 16, 8, NULL), INNO_E_NULL);
  assert_int_equal(inno_score_pass_quantiles(p, NULL, 16, 8, NULL), INNO_E_NULL);
  assert_int_equal(inno_score_pass_quantiles(p, x, 16, 8, NULL), INNO_OK);
  for (int k = 0; k < 2 * U; k++) assert_true(x[k] != x[k]);
  inno_score_pass_destroy(NULL);
  inno_score_pass_destroy(p);
  inno_tally_destroy(t);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(every_allocation_may_fail),
                                     cmocka_unit_test(memory_does_not_grow),
                                     cmocka_unit_test(every_pointer_may_be_null)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
