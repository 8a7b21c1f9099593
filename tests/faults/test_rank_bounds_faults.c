/* Rank bounds: every pointer NULL, every allocation failing, no allocation after the creation. */
#include <math.h>
#include <string.h>

#include "innoscore/innoscore.h"
#include "support/faults.h"
#include "support/refusal.h"

enum { N = 5, COLUMNS = 3 };
static const double rows[N * COLUMNS] = {9, 1, 4, 3, 8, 2, 5, 5, 5, 1, 9, 6, 7, 2, 3};
static const char *const codes[N] = {"A", "B", "C", "D", "E"};
static const double from[COLUMNS] = {1, 1, 1};

typedef struct {
  inno_weight_set *set;
  inno_rank_bounds *bounds;
} everything;

static inno_status make(const inno_allocator *a, everything *e) {
  inno_status s = inno_weight_set_create(a, COLUMNS, &e->set, NULL);
  for (int c = 0; c < 20 && s == INNO_OK; c++) s = inno_weight_set_add_order(e->set, 0, 1, NULL);
  for (int c = 0; c < 20 && s == INNO_OK; c++) s = inno_weight_set_add_ratio(e->set, 1, 2, 0.2, 5.0, NULL);
  if (s == INNO_OK) s = inno_rank_bounds_create(a, e->set, rows, N, 8 * COLUMNS, 8, codes, &e->bounds, NULL);
  return s;
}

static void use(inno_rank_bounds *b) {
  double out[N * N], change;
  int64_t other;
  for (int32_t done = 0; !done;) assert_int_equal(inno_rank_bounds_advance(b, 1, &done, NULL), INNO_OK);
  assert_int_equal(inno_rank_bounds_dominance(b, INNO_DOMINANCE_POSSIBLE, out, 8 * N, 8, NULL), INNO_OK);
  assert_int_equal(
      inno_rank_bounds_place(b, from, 8, 0, INNO_PLACE_LOST, INNO_MEASURE_SUM, &change, &other, out, 8, NULL), INNO_OK);
}

static void every_allocation_may_fail(void **state) {
  (void)state;
  faults turn = {0};
  while (faults_again(&turn)) {
    everything e = {NULL, NULL};
    int made = faults_said(&turn, make(&turn.allocator, &e));
    int64_t calls = turn.counter.calls;
    if (made) use(e.bounds);
    assert_int_equal(turn.counter.calls, calls);
    inno_rank_bounds_destroy(e.bounds);
    inno_weight_set_destroy(e.set);
  }
  assert_true(turn.permitted > 5);
}

/* A list of restrictions that could not grow is as it was. */
static void restrictions_survive(void **state) {
  (void)state;
  counting counter;
  inno_allocator a = counting_allocator(&counter);
  inno_weight_set *set = NULL;
  double off, w[2] = {0.25, 0.75};
  assert_int_equal(inno_weight_set_create(&a, 2, &set, NULL), INNO_OK);
  for (int c = 0; c < 15; c++) assert_int_equal(inno_weight_set_add_order(set, 1, 0, NULL), INNO_OK);
  counter.permitted = counter.calls;
  assert_int_equal(inno_weight_set_add_ratio(set, 0, 1, 2.0, 3.0, NULL), INNO_E_NOMEM); /* room for one of two rows */
  assert_int_equal(inno_weight_set_violation(set, w, 8, &off, NULL), INNO_OK);
  assert_true(off == 0.0);
  inno_weight_set_destroy(set);
  assert_int_equal(counter.live_blocks, 0);
}

static void every_pointer_may_be_null(void **state) {
  (void)state;
  everything e = {NULL, NULL};
  inno_rank_bounds *b = NULL;
  double out[N * N], low = 0.0, high = 0.0;
  int64_t other = 0;
  int32_t done = 1;
  assert_int_equal(make(NULL, &e), INNO_OK);
  inno_rank_bounds_destroy(NULL);
  inno_weight_set_destroy(NULL);
  assert_int_equal(inno_weight_set_count(NULL), 0);
  assert_int_equal(inno_weight_set_count(e.set), COLUMNS);
  NULLED(inno_weight_set_create(NULL, 2, NULL, error));
  NULLED(inno_weight_set_bounds(NULL, 0, 0, 1, error));
  NULLED(inno_weight_set_around(NULL, from, 8, 0.1, error));
  NULLED(inno_weight_set_around(e.set, NULL, 8, 0.1, error));
  NULLED(inno_weight_set_add_order(NULL, 0, 1, error));
  NULLED(inno_weight_set_add_ratio(NULL, 0, 1, 1, 2, error));
  NULLED(inno_weight_set_violation(NULL, from, 8, out, error));
  assert_true(isnan(out[0]));
  NULLED(inno_weight_set_violation(e.set, NULL, 8, out, error));
  NULLED(inno_weight_set_violation(e.set, from, 8, NULL, error));
  NULLED(inno_rank_bounds_create(NULL, NULL, rows, N, 24, 8, NULL, &b, error));
  NULLED(inno_rank_bounds_create(NULL, e.set, NULL, N, 24, 8, NULL, &b, error));
  NULLED(inno_rank_bounds_create(NULL, e.set, rows, N, 24, 8, NULL, NULL, error));
  const char *const holes[N] = {"A", NULL, "C", "D", "E"}, *const twice[N] = {"A", "B", "A", "D", "E"};
  NULLED(inno_rank_bounds_create(NULL, e.set, rows, N, 24, 8, holes, &b, error));
  assert_int_equal(inno_rank_bounds_create(NULL, e.set, rows, N, 24, 8, twice, &b, error), INNO_E_DUPLICATE);
  assert_int_equal(inno_rank_bounds_create(NULL, e.set, rows, 0, 24, 8, NULL, &b, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_rank_bounds_create(NULL, e.set, rows, 10001, 24, 8, NULL, &b, error), INNO_E_SIZE);
  assert_int_equal(inno_rank_bounds_create(NULL, e.set, rows, N, 23, 8, NULL, &b, error), INNO_E_ALIGN);
  assert_int_equal(inno_rank_bounds_create(NULL, e.set, rows, N, PTRDIFF_MAX - 7, 8, NULL, &b, error), INNO_E_SIZE);
  assert_null(b);
  NULLED(inno_rank_bounds_create_result(NULL, NULL, NULL, NULL, 0, 0, 0, &b, error));
  NULLED(inno_rank_bounds_create_result(NULL, e.set, NULL, NULL, 0, 0, 0, &b, error));
  NULLED(inno_rank_bounds_create_result(NULL, e.set, NULL, NULL, 0, 0, 0, NULL, error));
  NULLED(inno_rank_bounds_advance(NULL, 1, &done, error));
  assert_int_equal(done, 0);
  NULLED(inno_rank_bounds_advance(e.bounds, 1, NULL, error));
  assert_int_equal(inno_rank_bounds_advance(e.bounds, 0, &done, error), INNO_E_ARGUMENT);
  NULLED(inno_rank_bounds_values(NULL, INNO_RANK_BEST_LOWER, out, 8, error));
  NULLED(inno_rank_bounds_values(e.bounds, INNO_RANK_BEST_LOWER, NULL, 8, error));
  assert_int_equal(inno_rank_bounds_values(e.bounds, 13, out, 8, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_rank_bounds_values(e.bounds, INNO_RANK_BEST_LOWER, out, 0, error), INNO_E_ARGUMENT);
  use(e.bounds);
  NULLED(inno_rank_bounds_weights(NULL, 0, INNO_RANK_BEST_UPPER, out, 8, NULL, error));
  NULLED(inno_rank_bounds_weights(e.bounds, 0, INNO_RANK_BEST_UPPER, NULL, 8, NULL, error));
  assert_int_equal(inno_rank_bounds_weights(e.bounds, N, INNO_RANK_BEST_UPPER, out, 8, NULL, error), INNO_E_ARGUMENT);
  assert_true(isnan(out[2]));
  assert_int_equal(inno_rank_bounds_weights(e.bounds, 0, INNO_RANK_BEST_LOWER, out, 8, NULL, error), INNO_E_ARGUMENT);
  NULLED(inno_rank_bounds_dominance(NULL, 1, out, 8 * N, 8, error));
  NULLED(inno_rank_bounds_dominance(e.bounds, 1, NULL, 8 * N, 8, error));
  assert_int_equal(inno_rank_bounds_dominance(e.bounds, 5, out, 8 * N, 8, error), INNO_E_ARGUMENT);
  NULLED(inno_rank_bounds_difference(NULL, 0, 1, &low, &high, NULL, 8, error));
  assert_true(isnan(low) && isnan(high));
  NULLED(inno_rank_bounds_difference(e.bounds, 0, 1, NULL, &high, NULL, 8, error));
  NULLED(inno_rank_bounds_difference(e.bounds, 0, 1, &low, NULL, NULL, 8, error));
  assert_int_equal(inno_rank_bounds_difference(e.bounds, 0, -1, &low, &high, NULL, 8, error), INNO_E_ARGUMENT);
  NULLED(inno_rank_bounds_swap(NULL, from, 8, 0, 1, 1, &low, NULL, 8, error));
  NULLED(inno_rank_bounds_swap(e.bounds, NULL, 8, 0, 1, 1, &low, NULL, 8, error));
  NULLED(inno_rank_bounds_swap(e.bounds, from, 8, 0, 1, 1, NULL, NULL, 8, error));
  NULLED(inno_rank_bounds_place(NULL, from, 8, 0, 1, 1, &low, &other, NULL, 8, error));
  assert_int_equal(other, -1);
  NULLED(inno_rank_bounds_place(e.bounds, NULL, 8, 0, 1, 1, &low, NULL, NULL, 8, error));
  NULLED(inno_rank_bounds_place(e.bounds, from, 8, 0, 1, 1, NULL, NULL, NULL, 8, error));
  assert_int_equal(inno_rank_bounds_place(e.bounds, from, 8, 0, 1, 1, &low, NULL, NULL, 8, error), INNO_OK);
  inno_rank_bounds_destroy(e.bounds);
  inno_weight_set_destroy(e.set);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(restrictions_survive),
      cmocka_unit_test(every_pointer_may_be_null),
  };
  return cmocka_run_group_tests(tests, make_error, end_error);
}
