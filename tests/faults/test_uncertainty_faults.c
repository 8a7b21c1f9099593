/* Uncertainties when memory fails at every allocation, and with every pointer NULL. */
#include <math.h>
#include <string.h>

#include "innoscore/innoscore.h"
#include "support/faults.h"

static const char *const units[] = {"u", "v", "w", "x", "y"};
static const char *const codes[] = {"a", "b", "c"};

typedef struct {
  inno_indicator_set *set;
  inno_dataset *data;
  inno_weights *one, *other;
  inno_scheme *minmax, *zscore, *options;
} inputs;

static inputs make_inputs(void) {
  inputs in = {0};
  const double x[] = {1, 5, 2, 8, 3}, y[] = {9, 1, 4, 4, 7}, z[] = {2, 3, 5, 7, 1};
  inno_indicator_set_create(NULL, &in.set, NULL);
  inno_indicator_set_add(in.set, "index", NULL, NULL);
  inno_indicator_set_add(in.set, "p", "index", NULL);
  inno_indicator_set_add(in.set, "c", "index", NULL);
  inno_indicator_set_add(in.set, "a", "p", NULL);
  inno_indicator_set_add(in.set, "b", "p", NULL);
  inno_indicator_set_freeze(in.set, NULL);
  inno_dataset_create(NULL, 5, units, &in.data, NULL);
  inno_dataset_add_column(in.data, "a", x, sizeof *x, NULL);
  inno_dataset_add_column(in.data, "b", y, sizeof *y, NULL);
  inno_dataset_add_column(in.data, "c", z, sizeof *z, NULL);
  inno_dataset_add_group(in.data, "g", (const char *const[]){"k", "k", "m", "m", NULL}, NULL);
  inno_weights_create_equal(NULL, in.set, &in.one, NULL);
  inno_weights_create_equal(NULL, in.set, &in.other, NULL);
  inno_weights_set(in.other, "a", 3.0, NULL);
  inno_scheme_create(NULL, INNO_STEP_NORMALIZE, &in.minmax, NULL);
  inno_scheme_create(NULL, INNO_STEP_NORMALIZE, &in.zscore, NULL);
  inno_scheme_set_i64(in.zscore, NULL, INNO_KEY_NORMALIZE_RULE, INNO_NORMALIZE_ZSCORE, NULL);
  inno_scheme_create(NULL, INNO_STEP_UNCERTAINTY, &in.options, NULL);
  inno_scheme_set_i64(in.options, NULL, INNO_KEY_UNCERTAINTY_SEQUENCE, INNO_SEQUENCE_SOBOL, NULL);
  return in;
}

static void destroy_inputs(inputs *in) {
  inno_indicator_set_destroy(in->set);
  inno_dataset_destroy(in->data);
  inno_weights_destroy(in->one);
  inno_weights_destroy(in->other);
  inno_scheme_destroy(in->minmax);
  inno_scheme_destroy(in->zscore);
  inno_scheme_destroy(in->options);
}

/* Every kind once, in two lists, because two assumptions cannot be about one weight. */
static inno_status assume(inno_assumptions *a, const inputs *in, int which) {
  const double low[] = {0.1, 0.2}, high[] = {0.7, 0.9};
  inno_status s =
      inno_assumptions_add_schemes(a, 2, (const inno_scheme *const[]){in->minmax, in->zscore}, 2, NULL, NULL);
  if (s == INNO_OK && which == 0)
    s = inno_assumptions_add_weight_sets(a, (const inno_weights *const[]){in->one, in->other}, 2, low, NULL);
  if (s == INNO_OK && which == 1) s = inno_assumptions_add_bounded(a, "p", codes, low, high, 2, NULL);
  if (s == INNO_OK && which == 1) s = inno_assumptions_add_weight_noise(a, 2, 0.5, NULL);
  if (s == INNO_OK && which == 2) s = inno_assumptions_add_order(a, "p", codes, 2, NULL);
  if (s == INNO_OK && which == 2) s = inno_assumptions_add_dirichlet(a, "index", 5.0, NULL);
  if (s == INNO_OK && which == 2) s = inno_assumptions_add_removal(a, codes, 2, 1, NULL);
  if (s == INNO_OK && which == 3) s = inno_assumptions_add_simplex(a, "p", NULL);
  if (s == INNO_OK && which == 3) s = inno_assumptions_add_weight_range(a, "c", 0.5, 2.0, NULL);
  if (s == INNO_OK && which == 3)
    s = inno_assumptions_add_error(a, "a", NULL, INNO_ERROR_NORMAL, 0.1, INNO_ERROR_SD, NULL);
  if (s == INNO_OK && which == 3)
    s = inno_assumptions_add_error(a, "b", "v", INNO_ERROR_UNIFORM, 0.1, INNO_ERROR_ABSOLUTE, NULL);
  return s;
}

static inno_status everything(const inno_allocator *allocator, const inputs *in, int which) {
  inno_assumptions *a = NULL;
  inno_uncertainty *u = NULL;
  double score[5], rank[5], p[16];
  inno_status s = inno_assumptions_create(allocator, &a, NULL);
  if (s == INNO_OK) s = assume(a, in, which);
  if (s == INNO_OK)
    s = inno_uncertainty_create(allocator, in->set, NULL, NULL, 0, in->data, a, which % 2 ? in->options : NULL, &u,
                                NULL);
  if (s != INNO_OK) assert_null(u);
  if (s == INNO_OK) s = inno_uncertainty_replay(u, 3, p, score, rank, NULL);
  if (s == INNO_OK) s = inno_uncertainty_at_parameters(u, p, score, rank, NULL);
  inno_uncertainty_destroy(u);
  inno_assumptions_destroy(a);
  return s;
}

static void every_allocation_fails_in_turn(void **state) {
  inputs in = make_inputs();
  (void)state;
  for (int which = 0; which < 4; which++) {
    faults turn = {0};
    while (faults_again(&turn)) faults_said(&turn, everything(&turn.allocator, &in, which));
    assert_true(turn.permitted > 50);
  }
  destroy_inputs(&in);
}

static void every_pointer_may_be_null(void **state) {
  inputs in = make_inputs();
  inno_assumptions *a = NULL, *none = NULL;
  inno_uncertainty *u = NULL;
  const double one[] = {1.0, 1.0};
  (void)state;
  assert_int_equal(inno_assumptions_create(NULL, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_create(&(inno_allocator){0}, &none, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_assumptions_create(NULL, &a, NULL), INNO_OK);
  assert_int_equal(inno_assumptions_count(NULL), 0);
  inno_assumptions_destroy(NULL);
  inno_uncertainty_destroy(NULL);
  const inno_scheme *const schemes[] = {in.minmax, NULL};
  const inno_weights *const sets[] = {in.one, NULL};
  assert_int_equal(inno_assumptions_add_schemes(NULL, 0, schemes, 2, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_schemes(a, 0, NULL, 2, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_schemes(a, 0, schemes, 2, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_weight_sets(NULL, sets, 2, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_weight_sets(a, NULL, 2, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_weight_sets(a, sets, 2, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_weight_noise(NULL, 1, 0.1, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_simplex(NULL, "p", NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_simplex(a, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_dirichlet(NULL, "p", 1.0, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_dirichlet(a, NULL, 1.0, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_bounded(NULL, "p", codes, one, one, 2, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_bounded(a, NULL, codes, one, one, 2, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_bounded(a, "p", NULL, one, one, 2, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_bounded(a, "p", codes, NULL, one, 2, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_bounded(a, "p", codes, one, NULL, 2, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_order(NULL, "p", codes, 2, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_order(a, NULL, codes, 2, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_order(a, "p", NULL, 2, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_removal(NULL, codes, 2, 0, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_removal(a, NULL, 2, 0, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_error(NULL, "a", NULL, 1, 1.0, 1, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_error(a, NULL, NULL, 1, 1.0, 1, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_jrc(NULL, codes, one, one, 1, NULL, -1, 0, NULL, -1, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_jrc(a, NULL, one, one, 1, NULL, -1, 0, NULL, -1, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_jrc(a, codes, NULL, one, 1, NULL, -1, 0, NULL, -1, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_jrc(a, codes, one, NULL, 1, NULL, -1, 0, NULL, -1, NULL), INNO_E_NULL);
  assert_int_equal(inno_assumptions_add_jrc(a, codes, one, one, 1, in.minmax, 0, 2, NULL, -1, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_assumptions_count(a), 0);
  assert_int_equal(inno_assumptions_add_weight_noise(a, 1, 0.5, NULL), INNO_OK);
  assert_int_equal(inno_uncertainty_create(NULL, in.set, NULL, NULL, 0, in.data, a, NULL, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_uncertainty_create(NULL, NULL, NULL, NULL, 0, in.data, a, NULL, &u, NULL), INNO_E_NULL);
  assert_int_equal(inno_uncertainty_create(NULL, in.set, NULL, NULL, 1, in.data, a, NULL, &u, NULL), INNO_E_NULL);
  assert_int_equal(inno_uncertainty_create(NULL, in.set, NULL, NULL, 0, NULL, a, NULL, &u, NULL), INNO_E_NULL);
  assert_int_equal(inno_uncertainty_create(NULL, in.set, NULL, NULL, 0, in.data, NULL, NULL, &u, NULL), INNO_E_NULL);
  assert_int_equal(inno_uncertainty_create(NULL, in.set, NULL, NULL, 0, in.data, a, in.minmax, &u, NULL),
                   INNO_E_ARGUMENT);
  assert_int_equal(inno_uncertainty_create(NULL, in.set, NULL, NULL, 0, in.data, a, NULL, &u, NULL), INNO_OK);
  double point[3] = {0.5, 0.5, 0.5};
  assert_int_equal(inno_uncertainty_nominal(NULL, NULL, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_uncertainty_nominal(u, NULL, NULL, NULL), INNO_OK);
  assert_int_equal(inno_uncertainty_replay(NULL, 0, NULL, NULL, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_uncertainty_replay(u, 0, NULL, NULL, NULL, NULL), INNO_OK);
  assert_int_equal(inno_uncertainty_at_point(NULL, point, NULL, NULL, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_uncertainty_at_point(u, NULL, NULL, NULL, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_uncertainty_at_parameters(NULL, point, NULL, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_uncertainty_at_parameters(u, NULL, NULL, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_uncertainty_unit_count(NULL), 0);
  assert_int_equal(inno_uncertainty_dimension_count(NULL), 0);
  assert_int_equal(inno_uncertainty_parameter_count(NULL), 0);
  assert_null(inno_uncertainty_unit_code(NULL, 0));
  assert_null(inno_uncertainty_unit_code(u, 5));
  assert_int_equal(inno_uncertainty_dimension(NULL, 0, NULL, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_uncertainty_dimension(u, 99, NULL, NULL, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_uncertainty_parameter(NULL, 0, NULL, NULL, NULL, NULL), INNO_E_NULL);
  assert_int_equal(inno_uncertainty_parameter(u, -1, NULL, NULL, NULL, NULL), INNO_E_ARGUMENT);
  inno_uncertainty_destroy(u);
  inno_assumptions_destroy(a);
  destroy_inputs(&in);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(every_allocation_fails_in_turn),
                                     cmocka_unit_test(every_pointer_may_be_null)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
