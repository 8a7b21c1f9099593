/* Designs and indices: every pointer NULL, every argument out of range, every allocation failing, sizes that overflow.
 */
#include <math.h>
#include <string.h>

#include "innoscore/innoscore.h"
#include "support/faults.h"
#include "support/refusal.h"

enum { N = 4, D = 3, RUNS = N * (2 + 2 * D) };
static const int32_t groups[D] = {0, 1, 1};
static double y[RUNS];
static inno_design *design, *walks;
static inno_sensitivity *sensitivity;

typedef struct {
  inno_design *design, *walks;
  inno_sensitivity *sensitivity;
} everything;

static inno_status make(const inno_allocator *a, everything *e) {
  inno_status s = inno_design_create_matrices(a, N, D, NULL, INNO_SEQUENCE_SOBOL, 1, 1, &e->design, error);
  if (s == INNO_OK) s = inno_design_create_walks(a, N, D, groups, INNO_WALK_TRAJECTORY, 4, 1, &e->walks, error);
  if (s == INNO_OK)
    s = inno_sensitivity_create(a, e->design, y, 8, INNO_ESTIMATOR_CENTERED, 5, 1, &e->sensitivity, error);
  return s;
}

static int setup(void **state) {
  everything e = {NULL, NULL, NULL};
  if (make_error(state) != 0) return 1;
  for (int r = 0; r < RUNS; r++) y[r] = (double)(r * r % 17);
  inno_status s = make(NULL, &e);
  design = e.design;
  walks = e.walks;
  sensitivity = e.sensitivity;
  return s == INNO_OK ? 0 : 1;
}

static int teardown(void **state) {
  inno_sensitivity_destroy(sensitivity);
  inno_design_destroy(design);
  inno_design_destroy(walks);
  return end_error(state);
}

static void every_allocation_may_fail(void **state) {
  (void)state;
  faults turn = {0};
  while (faults_again(&turn)) {
    everything e = {NULL, NULL, NULL};
    inno_status s = make(&turn.allocator, &e);
    int made = FAULTS_MADE(&turn, s, e.sensitivity);
    assert_int_equal(inno_error_status(error), s);
    int64_t calls = turn.counter.calls;
    int32_t done = 0;
    double low[D], high[D], x[D];
    while (made && !done) assert_int_equal(inno_sensitivity_advance(e.sensitivity, 1, &done, error), INNO_OK);
    if (made) {
      inno_design_destroy(e.design); /* the analysis does not need it any more */
      e.design = NULL;
      assert_int_equal(inno_sensitivity_intervals(e.sensitivity, 1, 1, 0.5, low, 8, high, 8, error), INNO_OK);
      assert_int_equal(inno_design_points(e.walks, 1, 1, x, 8, 8, error), INNO_OK);
    }
    assert_int_equal(turn.counter.calls, calls);
    inno_sensitivity_destroy(e.sensitivity);
    inno_design_destroy(e.design);
    inno_design_destroy(e.walks);
  }
  assert_int_equal(turn.permitted, 6);
}

static void pointers(void **state) {
  double out[D], x[D];
  int32_t done = 1;
  inno_design *d = NOT_AN_OBJECT;
  inno_sensitivity *s = NOT_AN_OBJECT;
  inno_allocator broken = {NULL, NULL, NULL};
  (void)state;
  inno_design_destroy(NULL);
  inno_sensitivity_destroy(NULL);
  NULLED(inno_design_create_matrices(NULL, N, D, NULL, 1, 0, 0, NULL, error));
  NULLED(inno_design_create_walks(NULL, N, D, NULL, 1, 4, 0, NULL, error));
  REFUSED(inno_design_create_matrices(&broken, N, D, NULL, 1, 0, 0, &d, error), INNO_E_ARGUMENT);
  assert_null(d);
  assert_int_equal(inno_design_run_count(NULL), 0);
  assert_int_equal(inno_design_input_count(NULL), 0);
  assert_int_equal(inno_design_group_count(NULL), 0);
  NULLED(inno_design_points(NULL, 0, 1, x, 24, 8, error));
  NULLED(inno_design_points(design, 0, 1, NULL, 24, 8, error));
  assert_int_equal(inno_design_points(design, RUNS, 0, NULL, 24, 8, error), INNO_OK);
  NULLED(inno_design_effects(NULL, y, 8, INNO_EFFECT_MEAN, out, 8, error));
  NULLED(inno_design_effects(walks, NULL, 8, INNO_EFFECT_MEAN, out, 8, error));
  NULLED(inno_design_effects(walks, y, 8, INNO_EFFECT_MEAN, NULL, 8, error));
  assert_int_equal(inno_estimator_from_name(NULL), 0);
  NULLED(inno_sensitivity_create(NULL, design, y, 8, 1, 0, 0, NULL, error));
  NULLED(inno_sensitivity_create(NULL, NULL, y, 8, 1, 0, 0, &s, error));
  assert_null(s);
  NULLED(inno_sensitivity_create(NULL, design, NULL, 8, 1, 0, 0, &s, error));
  REFUSED(inno_sensitivity_create(&broken, design, y, 8, 1, 0, 0, &s, error), INNO_E_ARGUMENT);
  NULLED(inno_sensitivity_advance(NULL, 1, &done, error));
  assert_int_equal(done, 0);
  NULLED(inno_sensitivity_advance(sensitivity, 1, NULL, error));
  assert_true(isnan(inno_sensitivity_number(NULL, INNO_SENSITIVITY_MEAN)));
  NULLED(inno_sensitivity_indices(NULL, 1, out, 8, error));
  NULLED(inno_sensitivity_indices(sensitivity, 1, NULL, 8, error));
  NULLED(inno_sensitivity_second(NULL, 0, 1, out, error));
  assert_true(isnan(out[0]));
  NULLED(inno_sensitivity_second(sensitivity, 0, 1, NULL, error));
  NULLED(inno_sensitivity_intervals(NULL, 1, 1, 0.9, out, 8, x, 8, error));
  NULLED(inno_sensitivity_second_interval(NULL, 0, 1, 1, 0.9, out, x, error));
  NULLED(inno_sensitivity_second_interval(sensitivity, 0, 1, 1, 0.9, NULL, x, error));
  NULLED(inno_sensitivity_second_interval(sensitivity, 0, 1, 1, 0.9, out, NULL, error));
}

static void matrices(int64_t base, int64_t inputs, const int32_t *g, int32_t sequence, int64_t seed, int32_t flags,
                     inno_status status) {
  inno_design *d = NOT_AN_OBJECT;
  REFUSED(inno_design_create_matrices(NULL, base, inputs, g, sequence, seed, flags, &d, error), status);
  assert_null(d);
}

static void ranges_of_designs(void **state) {
  static const int32_t gap[D] = {0, 2, 2}, negative[D] = {0, -1, 1}, beyond[D] = {0, 1, 3};
  inno_design *d = NULL;
  double x[D];
  (void)state;
  matrices(1, D, NULL, 1, 0, 0, INNO_E_ARGUMENT);
  matrices(-5, D, NULL, 1, 0, 0, INNO_E_ARGUMENT);
  matrices(INT64_MAX, D, NULL, 1, 0, 0, INNO_E_SIZE);
  matrices(N, 0, NULL, 1, 0, 0, INNO_E_ARGUMENT);
  matrices(N, INT64_MAX, NULL, 1, 0, 0, INNO_E_SIZE);
  matrices(N, D, NULL, 0, 0, 0, INNO_E_ARGUMENT);
  matrices(N, D, NULL, 4, 0, 0, INNO_E_ARGUMENT);
  matrices(N, D, NULL, 1, 0, 4, INNO_E_ARGUMENT);
  matrices(N, D, NULL, 1, 0, -1, INNO_E_ARGUMENT);
  matrices(N, D, NULL, INNO_SEQUENCE_SOBOL_PLAIN, 1, 0, INNO_E_ARGUMENT);
  matrices(N, INNO_LIMIT_SOBOL_INPUTS + 1, NULL, INNO_SEQUENCE_SOBOL, 1, 0, INNO_E_SIZE);
  assert_non_null(strstr(inno_error_message(error), "513"));
  matrices(N, D, gap, 1, 0, 0, INNO_E_ARGUMENT);
  assert_non_null(strstr(inno_error_message(error), "group 1"));
  matrices(N, D, negative, 1, 0, 0, INNO_E_ARGUMENT);
  matrices(N, D, beyond, 1, 0, 0, INNO_E_ARGUMENT);
  assert_non_null(strstr(inno_error_message(error), "input 2"));
  REFUSED(inno_design_create_walks(NULL, 0, D, NULL, 1, 4, 0, &d, error), INNO_E_ARGUMENT);
  REFUSED(inno_design_create_walks(NULL, INT64_MAX, D, NULL, 1, 4, 0, &d, error), INNO_E_SIZE);
  REFUSED(inno_design_create_walks(NULL, N, D, NULL, 0, 4, 0, &d, error), INNO_E_ARGUMENT);
  REFUSED(inno_design_create_walks(NULL, N, D, NULL, 3, 4, 0, &d, error), INNO_E_ARGUMENT);
  REFUSED(inno_design_create_walks(NULL, N, D, NULL, 1, 5, 0, &d, error), INNO_E_ARGUMENT);
  REFUSED(inno_design_create_walks(NULL, N, D, NULL, 1, 0, 0, &d, error), INNO_E_ARGUMENT);
  REFUSED(inno_design_create_walks(NULL, N, D, NULL, 1, INT32_MIN, 0, &d, error), INNO_E_ARGUMENT);
  REFUSED(inno_design_create_walks(NULL, N, D, gap, 1, 4, 0, &d, error), INNO_E_ARGUMENT);
  REFUSED(inno_design_points(design, -1, 1, x, 24, 8, error), INNO_E_ARGUMENT);
  REFUSED(inno_design_points(design, RUNS + 1, 0, x, 24, 8, error), INNO_E_ARGUMENT);
  REFUSED(inno_design_points(design, 1, RUNS, x, 24, 8, error), INNO_E_ARGUMENT);
  REFUSED(inno_design_points(design, 1, INT64_MAX, x, 24, 8, error), INNO_E_ARGUMENT);
  REFUSED(inno_design_points(design, 1, -1, x, 24, 8, error), INNO_E_ARGUMENT);
  REFUSED(inno_design_points(design, 0, 1, x, 24, 4, error), INNO_E_ALIGN);
  REFUSED(inno_design_points(design, 0, 2, x, 0, 8, error), INNO_E_ARGUMENT);
  REFUSED(inno_design_points(design, 0, 2, x, PTRDIFF_MAX - 7, 8, error), INNO_E_SIZE);
}

/* The largest that the limits allow: numbers of runs fit, and what does not fit into memory is refused. */
static void the_largest(void **state) {
  inno_design *d = NULL;
  double x[2];
  (void)state;
  assert_int_equal(
      inno_design_create_matrices(NULL, INNO_LIMIT_BASE_POINTS, INNO_LIMIT_INPUTS, NULL, 1, -1, 1, &d, error), INNO_OK);
  assert_true(inno_design_run_count(d) == (int64_t)INNO_LIMIT_BASE_POINTS * (2 + 2 * (int64_t)INNO_LIMIT_INPUTS));
  inno_design_destroy(d);
  assert_int_equal(inno_design_create_matrices(NULL, INNO_LIMIT_BASE_POINTS, 1, NULL, 3, 0, 0, &d, error), INNO_OK);
  assert_int_equal(inno_design_points(d, inno_design_run_count(d) - 1, 1, x, 8, 8, error), INNO_OK);
  assert_true(x[0] > 0.0 && x[0] < 1.0);
  inno_design_destroy(d);
  counting counter;
  inno_allocator a = counting_allocator(&counter);
  counter.permitted = 1; /* 4e13 bytes: a system that promises memory it does not have may not be asked */
  REFUSED(inno_design_create_walks(&a, INNO_LIMIT_BASE_POINTS, INNO_LIMIT_INPUTS, NULL, 1, 4, 0, &d, error),
          INNO_E_NOMEM);
  assert_null(d);
  assert_int_equal(counter.live_bytes, 0);
}

static void ranges_of_analyses(void **state) {
  double out[D], x[D];
  int32_t done = 1;
  inno_sensitivity *s = NULL, *plain = NULL;
  inno_design *first_only = NULL;
  (void)state;
  REFUSED(inno_design_effects(design, y, 8, INNO_EFFECT_MEAN, out, 8, error), INNO_E_ARGUMENT);
  assert_non_null(strstr(inno_error_message(error), "inno_design_create_walks"));
  REFUSED(inno_design_effects(walks, y, 8, 0, out, 8, error), INNO_E_ARGUMENT);
  REFUSED(inno_design_effects(walks, y, 8, 5, out, 8, error), INNO_E_ARGUMENT);
  REFUSED(inno_design_effects(walks, y, 4, 1, out, 8, error), INNO_E_ALIGN);
  REFUSED(inno_design_effects(walks, y, 8, 1, out, 0, error), INNO_E_ARGUMENT);
  REFUSED(inno_sensitivity_create(NULL, walks, y, 8, 1, 0, 0, &s, error), INNO_E_ARGUMENT);
  REFUSED(inno_sensitivity_create(NULL, design, y, 8, 0, 0, 0, &s, error), INNO_E_ARGUMENT);
  REFUSED(inno_sensitivity_create(NULL, design, y, 8, 4, 0, 0, &s, error), INNO_E_ARGUMENT);
  REFUSED(inno_sensitivity_create(NULL, design, y, 8, 1, -1, 0, &s, error), INNO_E_ARGUMENT);
  REFUSED(inno_sensitivity_create(NULL, design, y, 8, 1, INT64_MAX, 0, &s, error), INNO_E_SIZE);
  REFUSED(inno_sensitivity_create(NULL, design, y, 7, 1, 0, 0, &s, error), INNO_E_ALIGN);
  REFUSED(inno_sensitivity_create(NULL, design, y, PTRDIFF_MAX - 7, 1, 0, 0, &s, error), INNO_E_SIZE);
  REFUSED(inno_sensitivity_create(NULL, design, y, 0, 1, 0, 0, &s, error), INNO_E_CONSTANT); /* one output for all */
  assert_null(s);
  REFUSED(inno_sensitivity_advance(sensitivity, 0, &done, error), INNO_E_ARGUMENT);
  assert_int_equal(done, 0);
  REFUSED(inno_sensitivity_intervals(sensitivity, 1, 1, 0.9, out, 8, x, 8, error), INNO_E_UNFINISHED);
  REFUSED(inno_sensitivity_second_interval(sensitivity, 0, 1, 1, 0.9, out, x, error), INNO_E_UNFINISHED);
  assert_true(isnan(out[0]) && isnan(x[0]));
  assert_int_equal(inno_sensitivity_advance(sensitivity, 100, &done, error), INNO_OK);
  REFUSED(inno_sensitivity_intervals(sensitivity, 3, 1, 0.9, out, 8, x, 8, error), INNO_E_ARGUMENT);
  REFUSED(inno_sensitivity_intervals(sensitivity, 1, 3, 0.9, out, 8, x, 8, error), INNO_E_ARGUMENT);
  for (int k = 0; k < 4; k++) {
    static const double levels[] = {0.0, 1.0, -0.5, NAN};
    REFUSED(inno_sensitivity_intervals(sensitivity, 1, 1, levels[k], out, 8, x, 8, error), INNO_E_ARGUMENT);
  }
  NULLED(inno_sensitivity_intervals(sensitivity, 1, 1, 0.9, NULL, 8, x, 8, error));
  NULLED(inno_sensitivity_intervals(sensitivity, 1, 1, 0.9, out, 8, NULL, 8, error));
  REFUSED(inno_sensitivity_intervals(sensitivity, 1, 1, 0.9, out, 0, x, 8, error), INNO_E_ARGUMENT);
  REFUSED(inno_sensitivity_indices(sensitivity, 0, out, 8, error), INNO_E_ARGUMENT);
  REFUSED(inno_sensitivity_indices(sensitivity, 1, out, 4, error), INNO_E_ALIGN);
  REFUSED(inno_sensitivity_second(sensitivity, 1, 1, out, error), INNO_E_ARGUMENT);
  REFUSED(inno_sensitivity_second(sensitivity, -1, 1, out, error), INNO_E_ARGUMENT);
  REFUSED(inno_sensitivity_second(sensitivity, 0, D, out, error), INNO_E_ARGUMENT);
  assert_true(isnan(inno_sensitivity_number(sensitivity, 0)));
  assert_int_equal(inno_design_create_matrices(NULL, N, D, NULL, 1, 0, 0, &first_only, error), INNO_OK);
  assert_int_equal(inno_sensitivity_create(NULL, first_only, y, 8, 1, 1, 0, &plain, error), INNO_OK);
  REFUSED(inno_sensitivity_second(plain, 0, 1, out, error), INNO_E_NOT_KEPT);
  REFUSED(inno_sensitivity_intervals(plain, 1, 1, 0.9, out, 8, x, 8, error), INNO_E_ARGUMENT);
  assert_non_null(strstr(inno_error_message(error), "2 resamples"));
  inno_sensitivity_destroy(plain);
  inno_design_destroy(first_only);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail), cmocka_unit_test(pointers),
      cmocka_unit_test(ranges_of_designs),         cmocka_unit_test(the_largest),
      cmocka_unit_test(ranges_of_analyses),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
