/* Frontiers: every pointer NULL, every allocation failing, advancing without memory. */
#include <math.h>
#include <string.h>

#include "innoscore/innoscore.h"
#include "support/faults.h"
#include "support/refusal.h"

static const double rows[] = {2, 1, 1, 2, 1, 1};
static const char *const units[] = {"A", "B", "C"}, *const indicators[] = {"x", "y"};

typedef struct {
  inno_frontier_options *options;
  inno_frontier *frontier;
} everything;

static inno_status make(const inno_allocator *a, int32_t rule, everything *e) {
  inno_status s = inno_frontier_options_create(a, &e->options, NULL);
  if (s == INNO_OK) s = inno_frontier_options_set_i64(e->options, -1, INNO_KEY_FRONTIER_RULE, rule, NULL);
  for (int64_t j = 0; j < 20 && s == INNO_OK && rule != INNO_FRONTIER_MULTIDIRECTIONAL; j++)
    s = inno_frontier_options_set_f64(e->options, j % 2,
                                      j / 2 % 2 ? INNO_KEY_FRONTIER_SHARE_LOWER : INNO_KEY_FRONTIER_SHARE_UPPER,
                                      j / 2 % 2 ? 0.1 : 0.9, NULL);
  for (int64_t j = 0; j < 20 && s == INNO_OK && rule != INNO_FRONTIER_MULTIDIRECTIONAL; j++)
    s = inno_frontier_options_add_order(e->options, 0, 1, NULL);
  for (int64_t j = 0; j < 20 && s == INNO_OK && rule != INNO_FRONTIER_MULTIDIRECTIONAL; j++)
    s = inno_frontier_options_add_ratio(e->options, 0, 1, 0.1, 10.0, NULL);
  if (s == INNO_OK) s = inno_frontier_create(a, e->options, rows, 3, 2, 16, 8, units, indicators, &e->frontier, NULL);
  return s;
}

static void every_allocation_may_fail(void **state) {
  (void)state;
  static const int32_t rules[] = {INNO_FRONTIER_BENEFIT_OF_DOUBT, INNO_FRONTIER_DIRECTIONAL,
                                  INNO_FRONTIER_MULTIDIRECTIONAL, INNO_FRONTIER_COMMON_WEIGHTS};
  for (size_t r = 0; r < sizeof rules / sizeof rules[0]; r++) {
    faults turn = {0};
    while (faults_again(&turn)) {
      everything e = {NULL, NULL};
      int go = faults_said(&turn, make(&turn.allocator, rules[r], &e));
      int64_t calls = turn.counter.calls;
      int32_t done = 0;
      while (go && !done) assert_int_equal(inno_frontier_advance(e.frontier, 1, &done, NULL), INNO_OK);
      assert_int_equal(turn.counter.calls, calls); /* advancing takes none */
      inno_frontier_destroy(e.frontier);
      inno_frontier_options_destroy(e.options);
    }
    assert_true(turn.permitted > 5);
  }
}

static void every_pointer_may_be_null(void **state) {
  (void)state;
  everything e = {NULL, NULL};
  inno_frontier *f = NULL;
  double out[6];
  int32_t done = 1;
  int64_t peer = 0;
  assert_int_equal(make(NULL, INNO_FRONTIER_BENEFIT_OF_DOUBT, &e), INNO_OK);
  inno_frontier_destroy(NULL);
  inno_frontier_options_destroy(NULL);
  NULLED(inno_frontier_options_create(NULL, NULL, error));
  NULLED(inno_frontier_options_set_f64(NULL, -1, 910, 0.1, error));
  NULLED(inno_frontier_options_set_i64(NULL, -1, 900, 10, error));
  NULLED(inno_frontier_options_get(NULL, -1, 910, out, error));
  assert_true(isnan(out[0]));
  NULLED(inno_frontier_options_get(e.options, -1, 910, NULL, error));
  NULLED(inno_frontier_options_add_ratio(NULL, 0, 1, 1, 2, error));
  NULLED(inno_frontier_options_add_order(NULL, 0, 1, error));
  assert_int_equal(inno_frontier_key_info(0, NULL, NULL, NULL, NULL), INNO_OK);
  assert_int_equal(inno_frontier_key_info(-1, NULL, NULL, NULL, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_frontier_key_from_name(NULL), 0);
  assert_int_equal(inno_frontier_key_bounds(910, NULL, NULL, NULL), INNO_OK);
  assert_int_equal(inno_frontier_key_bounds(1, NULL, NULL, NULL), INNO_E_KEY);
  assert_int_equal(inno_frontier_choice_info(900, 0, NULL, NULL), INNO_OK);
  assert_int_equal(inno_frontier_choice_info(900, 99, NULL, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_frontier_choice_info(910, 0, NULL, NULL), INNO_E_KEY);
  NULLED(inno_frontier_create(NULL, NULL, rows, 3, 2, 16, 8, NULL, NULL, &f, error));
  NULLED(inno_frontier_create(NULL, e.options, NULL, 3, 2, 16, 8, NULL, NULL, &f, error));
  NULLED(inno_frontier_create(NULL, e.options, rows, 3, 2, 16, 8, NULL, NULL, NULL, error));
  const char *const holes[] = {"A", NULL, "C"}, *const twice[] = {"A", "B", "A"};
  NULLED(inno_frontier_create(NULL, e.options, rows, 3, 2, 16, 8, holes, NULL, &f, error));
  assert_int_equal(inno_frontier_create(NULL, e.options, rows, 3, 2, 16, 8, twice, NULL, &f, error), INNO_E_DUPLICATE);
  assert_int_equal(inno_frontier_create(NULL, e.options, rows, 3, 2, 15, 8, NULL, NULL, &f, error), INNO_E_ALIGN);
  assert_int_equal(inno_frontier_create(NULL, e.options, rows, 3, 2, PTRDIFF_MAX - 7, 8, NULL, NULL, &f, error),
                   INNO_E_SIZE);
  assert_null(f);
  NULLED(inno_frontier_advance(NULL, 1, &done, error));
  assert_int_equal(done, 0);
  NULLED(inno_frontier_advance(e.frontier, 1, NULL, error));
  assert_int_equal(inno_frontier_advance(e.frontier, 0, &done, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_frontier_unit_status(e.frontier, 0, error), INNO_E_UNFINISHED);
  while (!done) assert_int_equal(inno_frontier_advance(e.frontier, 100, &done, error), INNO_OK);
  NULLED(inno_frontier_unit_values(NULL, INNO_FRONTIER_SCORE, out, 8, error));
  NULLED(inno_frontier_unit_values(e.frontier, INNO_FRONTIER_SCORE, NULL, 8, error));
  assert_int_equal(inno_frontier_unit_values(e.frontier, 13, out, 8, error), INNO_E_ARGUMENT);
  assert_int_equal(inno_frontier_unit_values(e.frontier, INNO_FRONTIER_SCORE, out, 0, error), INNO_E_ARGUMENT);
  NULLED(inno_frontier_indicator_values(NULL, INNO_FRONTIER_SHARE, out, 16, 8, error));
  NULLED(inno_frontier_indicator_values(e.frontier, INNO_FRONTIER_SHARE, NULL, 16, 8, error));
  assert_int_equal(inno_frontier_indicator_values(e.frontier, 34, out, 16, 8, error), INNO_E_ARGUMENT);
  NULLED(inno_frontier_unit_status(NULL, 0, error));
  assert_int_equal(inno_frontier_peer_count(NULL, 0), 0);
  NULLED(inno_frontier_peer(NULL, 0, 0, &peer, out, error));
  NULLED(inno_frontier_peer(e.frontier, 0, 0, NULL, out, error));
  NULLED(inno_frontier_peer(e.frontier, 0, 0, &peer, NULL, error));
  assert_int_equal(peer, -1);
  NULLED(inno_frontier_change(NULL, e.frontier, 1, out, 8, error));
  NULLED(inno_frontier_change(e.frontier, NULL, 1, out, 8, error));
  assert_int_equal(inno_frontier_change(e.frontier, e.frontier, 1, out, 8, error), INNO_E_ARGUMENT);
  inno_frontier_destroy(e.frontier);
  inno_frontier_options_destroy(e.options);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(every_pointer_may_be_null),
  };
  return cmocka_run_group_tests(tests, make_error, end_error);
}
