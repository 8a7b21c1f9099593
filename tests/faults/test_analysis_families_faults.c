/* Reliability, components and families: every pointer NULL, every allocation failing. */
#include "support/faults.h"
#include "support/golden.h"
#include "support/refusal.h"

enum { N = 12, K = 4 };
static double x[K][N];
static inno_result *result;

static int setup(void **state) {
  static const char *const codes[K] = {"a", "b", "c", "d"};
  static const char *const units[N] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"};
  inno_indicator_set *set = NULL;
  inno_dataset *data = NULL;
  if (make_error(state) != 0) return 1;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_add(set, "I", NULL, NULL), INNO_OK);
  assert_int_equal(inno_dataset_create(NULL, N, units, &data, NULL), INNO_OK);
  for (int j = 0; j < K; j++) {
    for (int i = 0; i < N; i++) x[j][i] = 1.0 + (double)((i * i * (2 * j + 1) + 7 * i * (j + 2) + 5 * j) % 31);
    assert_int_equal(inno_indicator_set_add(set, codes[j], "I", NULL), INNO_OK);
    assert_int_equal(inno_dataset_add_column(data, codes[j], x[j], 8, NULL), INNO_OK);
  }
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  const golden_step steps[] = {{0, NULL}};
  inno_method *method = golden_method(set, steps);
  result = golden_result(method, data);
  inno_method_destroy(method);
  inno_dataset_destroy(data);
  inno_indicator_set_destroy(set);
  return 0;
}

static int teardown(void **state) {
  inno_result_destroy(result);
  return end_error(state);
}

static inno_status make(int which, const inno_allocator *a, const inno_scheme *scheme, inno_analysis **out,
                        inno_error *e) {
  if (which == 0) return inno_analysis_create_reliability(a, scheme, &x[0][0], N, K, 8, sizeof x[0], NULL, out, e);
  if (which == 1) return inno_analysis_create_components(a, scheme, &x[0][0], N, K, 8, sizeof x[0], NULL, out, e);
  return inno_analysis_create_families(a, scheme, result, out, e);
}

/* Also where a refusal of a family would be swallowed: memory is no refusal. */
static void every_allocation_may_fail(void **state) {
  static const char *const options[2] = {"", "parallel_draws=5;rotation=promax;retain=count;components=2"};
  (void)state;
  for (int which = 0; which < 3; which++)
    for (int o = 0; o < 2; o++) {
      inno_scheme *scheme = golden_scheme(INNO_STEP_AUDIT, options[o]);
      faults turn = {0};
      while (faults_again(&turn)) {
        inno_analysis *out = NOT_AN_OBJECT;
        inno_status s = make(which, &turn.allocator, scheme, &out, error);
        assert_int_equal(inno_error_status(error), s);
        FAULTS_MADE(&turn, s, out);
        inno_analysis_destroy(out);
      }
      assert_true(turn.permitted >= 5);
      inno_scheme_destroy(scheme);
    }
}

static void a_refusal_leaves_nothing(void **state) {
  double flat[2][3] = {{1, 2, 3}, {4, 4, 4}};
  counting counter;
  inno_allocator a = counting_allocator(&counter);
  inno_analysis *out = NULL;
  (void)state;
  counter.permitted = -1;
  assert_int_equal(inno_analysis_create_components(&a, NULL, &flat[0][0], 3, 2, 8, 24, NULL, &out, NULL),
                   INNO_E_CONSTANT);
  assert_null(out);
  assert_int_equal(counter.live_blocks, 0);
  assert_int_equal(counter.wrong_size, 0);
}

static void every_pointer_may_be_null(void **state) {
  static const char *const holes[K] = {"a", NULL, "c", "d"};
  inno_analysis *out = NULL;
  (void)state;
  for (int which = 0; which < 3; which++) {
    NULLED(make(which, NULL, NULL, NULL, error));
    assert_int_equal(make(which, NULL, NULL, &out, NULL), INNO_OK);
    inno_analysis_destroy(out);
  }
  const double *v = &x[0][0];
  NOT_MADE(out, inno_analysis_create_reliability(NULL, NULL, NULL, N, K, 8, 96, NULL, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_components(NULL, NULL, NULL, N, K, 8, 96, NULL, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_reliability(NULL, NULL, v, N, K, 8, 96, holes, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_components(NULL, NULL, v, N, K, 8, 96, holes, &out, error), INNO_E_NULL);
  NOT_MADE(out, inno_analysis_create_families(NULL, NULL, NULL, &out, error), INNO_E_NULL);
  assert_int_equal(inno_analysis_create_reliability(NULL, NULL, NULL, 0, 0, 8, 8, NULL, &out, error), INNO_OK);
  inno_analysis_destroy(out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_allocation_may_fail),
      cmocka_unit_test(a_refusal_leaves_nothing),
      cmocka_unit_test(every_pointer_may_be_null),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
