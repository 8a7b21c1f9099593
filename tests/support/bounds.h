/* What the tests of rank bounds share: a set of weights, bounds over a small table, their making and their end. */
#ifndef TESTS_SUPPORT_BOUNDS_H
#define TESTS_SUPPORT_BOUNDS_H

#include "innoscore/innoscore.h"
#include "support/chance.h"
#include "support/refusal.h"

enum { MOST = 64, K = 8 };

static inno_weight_set *set;
static inno_rank_bounds *bounds;
static double x[MOST * K];

static int teardown(void **state) {
  inno_rank_bounds_destroy(bounds);
  inno_weight_set_destroy(set);
  bounds = NULL;
  set = NULL;
  return end_error(state);
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
