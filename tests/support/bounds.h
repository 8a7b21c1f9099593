/* What the tests of rank bounds share: a set of weights, bounds over a small table, their making and their end. */
#ifndef TESTS_SUPPORT_BOUNDS_H
#define TESTS_SUPPORT_BOUNDS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "innoscore/innoscore.h"

enum { MOST = 64, K = 8 };

static inno_error *error;
static inno_weight_set *set;
static inno_rank_bounds *bounds;
static double x[MOST * K];
static uint64_t seed;

static int setup(void **state) {
  (void)state;
  return inno_error_create(NULL, &error) != INNO_OK;
}
static int teardown(void **state) {
  (void)state;
  inno_rank_bounds_destroy(bounds);
  inno_weight_set_destroy(set);
  inno_error_destroy(error);
  bounds = NULL;
  set = NULL;
  return 0;
}

static void ok(inno_status s) {
  if (s != INNO_OK) fail_msg("%s: %s", inno_status_name(s), inno_error_message(error));
}
static void refused(inno_status s, inno_status wanted, const char *word) {
  assert_int_equal(s, wanted);
  assert_int_equal(inno_error_status(error), wanted);
  if (strstr(inno_error_message(error), word) == NULL) fail_msg("'%s' is not in: %s", word, inno_error_message(error));
}
static double draw(void) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (double)(seed >> 11) / 9007199254740992.0;
}

static void make_set(int k) {
  inno_weight_set_destroy(set);
  ok(inno_weight_set_create(NULL, k, &set, error));
}
static void open_bounds(int n, int k) {
  inno_rank_bounds_destroy(bounds);
  ok(inno_rank_bounds_create(NULL, set, x, n, k * 8, 8, NULL, &bounds, error));
}

#endif
