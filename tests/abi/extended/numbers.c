/* Every argument that is one of the headers' numbers, given a number that no release has: what a program of a far later
 * release would ask. It is refused with a status of the call, and outputs are as after a failure. */
#include <math.h>

#include "model.h"

enum { UNKNOWN = 77, UNKNOWN_FLAG = 1 << 20 };

static int asked;

static void refused(inno_status got, inno_status wanted, const char *call) {
  asked++;
  if (got == wanted) return;
  fprintf(stderr, "%s: %s where %s was wanted: %s\n", call, inno_status_name(got), inno_status_name(wanted),
          inno_error_message(error));
  exit(1);
}
#define REFUSED(status, call) refused(call, status, #call)

static double out[UNITS * UNITS];
static const double ones[] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

static void methods(const model *m, const inno_method *method) {
  inno_result *result = NULL;
  inno_scheme *scheme = NULL;
  double value = 0.0;
  REFUSED(INNO_E_ARGUMENT, inno_scheme_create(NULL, UNKNOWN, &scheme, error));
  REFUSED(INNO_E_KEY, inno_scheme_set_f64(m->schemes[0], NULL, UNKNOWN, 1.0, error));
  REFUSED(INNO_E_RULE, inno_scheme_set_i64(m->schemes[0], NULL, INNO_KEY_NORMALIZE_RULE, UNKNOWN, error));
  REFUSED(INNO_E_ARGUMENT, inno_error_set_language(error, UNKNOWN));
  REFUSED(INNO_E_ARGUMENT, inno_result_create(NULL, method, m->data, UNKNOWN_FLAG, &result, error));
  OK(inno_result_create(NULL, method, m->data, INNO_KEEP_ALL, &result, error));
  REFUSED(INNO_E_ARGUMENT, inno_result_record(result, 7777, 0, INNO_FIELD_NODE, &value, error));
  REFUSED(INNO_E_KEY, inno_result_record(result, INNO_RECORD_WEIGHT, 0, 7777, &value, error));
  CHECK(isnan(value) && inno_result_record_count(result, 7777) == 0);
  REFUSED(INNO_E_ARGUMENT, inno_field_info(7777, 0, NULL, NULL, NULL));
  inno_result_destroy(result);
}

static void weights(const model *m, const inno_method *method) {
  static const char *const children[] = {"a", "b"};
  inno_weights *made = NULL;
  OK(inno_weights_create_equal(NULL, m->set, &made, error));
  REFUSED(INNO_E_RULE, inno_weights_set_budget(made, m->set, "x", children, 2, ones, 1, 16, 8, 2.0, UNKNOWN, error));
  REFUSED(INNO_E_RULE,
          inno_weights_set_ahp(made, m->set, "x", children, 2, ones, 16, 8, UNKNOWN, 0.1, NULL, NULL, NULL, error));
  inno_weights_destroy(made);
  made = NULL;
  REFUSED(INNO_E_RULE, inno_weights_create_optimal(NULL, method, m->data, 2, UNKNOWN, NULL, NULL, 0, 100, &made, NULL,
                                                   NULL, NULL, NULL, error));
}

static void explanations(const model *m, const inno_method *method) {
  inno_analysis *analysis = NULL;
  inno_regrouping *regrouping = NULL;
  REFUSED(INNO_E_ARGUMENT, inno_analysis_create_climb(NULL, NULL, method, m->data, 0, UNKNOWN, 1.0, 0, NULL, 0, NULL, 0,
                                                      &analysis, error));
  OK(inno_regrouping_create(NULL, &regrouping, error));
  REFUSED(INNO_E_RULE, inno_regrouping_sum(regrouping, "a", UNKNOWN, error));
  inno_regrouping_destroy(regrouping);
}

static void tallies(const model *m) {
  inno_assumptions *assumptions = NULL;
  inno_uncertainty *u = uncertainty_of(m, NULL, INNO_KEY_UNCERTAINTY_PAIRS, 1);
  inno_tally *tally = tally_of(u, 0, 10);
  OK(inno_assumptions_create(NULL, &assumptions, error));
  REFUSED(INNO_E_RULE, inno_assumptions_add_error(assumptions, "a", NULL, UNKNOWN, 0.1, INNO_ERROR_ABSOLUTE, error));
  REFUSED(INNO_E_RULE, inno_assumptions_add_error(assumptions, "a", NULL, INNO_ERROR_NORMAL, 0.1, UNKNOWN, error));
  REFUSED(INNO_E_ARGUMENT, inno_tally_unit_values(tally, UNKNOWN, out, sizeof *out, error));
  REFUSED(INNO_E_ARGUMENT, inno_tally_matrix(tally, UNKNOWN, out, UNITS * sizeof *out, sizeof *out, error));
  REFUSED(INNO_E_ARGUMENT, inno_tally_rank_quantiles(tally, ones, 1, UNKNOWN, out, sizeof *out, sizeof *out, error));
  CHECK(inno_tally_number(tally, UNKNOWN) == 0 && inno_tally_column_count(tally, UNKNOWN) == 0);
  inno_assumptions_destroy(assumptions);
  inno_tally_destroy(tally);
  inno_uncertainty_destroy(u);
}

static void sensitivities(void) {
  inno_design *design = NULL, *walks = NULL;
  inno_sensitivity *made = NULL;
  double outputs[64], upper[2];
  int32_t done = 0;
  for (int i = 0; i < 64; i++) outputs[i] = (double)(i * i % 17);
  REFUSED(INNO_E_ARGUMENT,
          inno_design_create_matrices(NULL, 8, 2, NULL, INNO_SEQUENCE_PHILOX, 1, UNKNOWN_FLAG, &design, error));
  REFUSED(INNO_E_ARGUMENT, inno_design_create_matrices(NULL, 8, 2, NULL, UNKNOWN, 1, 0, &design, error));
  REFUSED(INNO_E_ARGUMENT, inno_design_create_walks(NULL, 4, 2, NULL, UNKNOWN, 4, 1, &walks, error));
  OK(inno_design_create_matrices(NULL, 8, 2, NULL, INNO_SEQUENCE_PHILOX, 1, 0, &design, error));
  OK(inno_design_create_walks(NULL, 4, 2, NULL, INNO_WALK_RADIAL, 4, 1, &walks, error));
  REFUSED(INNO_E_ARGUMENT, inno_design_effects(walks, outputs, sizeof *outputs, UNKNOWN, out, sizeof *out, error));
  REFUSED(INNO_E_ARGUMENT,
          inno_sensitivity_create(NULL, design, outputs, sizeof *outputs, UNKNOWN, 10, 1, &made, error));
  OK(inno_sensitivity_create(NULL, design, outputs, sizeof *outputs, INNO_ESTIMATOR_JANSEN, 10, 1, &made, error));
  while (!done) OK(inno_sensitivity_advance(made, 1 << 20, &done, error));
  REFUSED(INNO_E_ARGUMENT, inno_sensitivity_indices(made, UNKNOWN, out, sizeof *out, error));
  REFUSED(INNO_E_ARGUMENT, inno_sensitivity_intervals(made, INNO_SENSITIVITY_TOTAL, UNKNOWN, 0.9, out, sizeof *out,
                                                      upper, sizeof *upper, error));
  CHECK(isnan(inno_sensitivity_number(made, UNKNOWN)) && inno_estimator_name(UNKNOWN) == NULL);
  inno_sensitivity_destroy(made);
  inno_design_destroy(walks);
  inno_design_destroy(design);
}

static void bounds(void) {
  static const double values[] = {1, 2, 3, 4, 4, 1};
  inno_weight_set *set = NULL;
  inno_rank_bounds *made = NULL;
  double change = 0.0, violation = 0.0;
  int32_t done = 0;
  OK(inno_weight_set_create(NULL, 2, &set, error));
  OK(inno_rank_bounds_create(NULL, set, values, 3, 16, 8, NULL, &made, error));
  while (!done) OK(inno_rank_bounds_advance(made, 1 << 20, &done, error));
  REFUSED(INNO_E_ARGUMENT, inno_rank_bounds_values(made, UNKNOWN, out, sizeof *out, error));
  REFUSED(INNO_E_ARGUMENT, inno_rank_bounds_weights(made, 0, UNKNOWN, out, sizeof *out, &violation, error));
  REFUSED(INNO_E_ARGUMENT, inno_rank_bounds_dominance(made, UNKNOWN, out, 24, 8, error));
  REFUSED(INNO_E_ARGUMENT, inno_rank_bounds_swap(made, ones, 8, 0, 1, UNKNOWN, &change, out, sizeof *out, error));
  inno_rank_bounds_destroy(made);
  inno_weight_set_destroy(set);
}

static void frontiers(void) {
  static const double values[] = {1, 2, 3, 4, 4, 1};
  inno_frontier_options *options = NULL;
  inno_frontier *made = NULL;
  int32_t done = 0;
  OK(inno_frontier_options_create(NULL, &options, error));
  REFUSED(INNO_E_KEY, inno_frontier_options_set_f64(options, -1, UNKNOWN, 1.0, error));
  REFUSED(INNO_E_RULE, inno_frontier_options_set_i64(options, -1, INNO_KEY_FRONTIER_RULE, UNKNOWN, error));
  OK(inno_frontier_create(NULL, options, values, 3, 2, 16, 8, NULL, NULL, &made, error));
  while (!done) OK(inno_frontier_advance(made, 1 << 20, &done, error));
  REFUSED(INNO_E_ARGUMENT, inno_frontier_unit_values(made, UNKNOWN, out, sizeof *out, error));
  REFUSED(INNO_E_ARGUMENT, inno_frontier_indicator_values(made, UNKNOWN, out, 16, 8, error));
  inno_frontier_destroy(made);
  inno_frontier_options_destroy(options);
}

int main(void) {
  OK(inno_error_create(NULL, &error));
  model m = new_model();
  inno_method *method = method_of(&m);
  methods(&m, method);
  weights(&m, method);
  explanations(&m, method);
  tallies(&m);
  sensitivities();
  bounds();
  frontiers();
  inno_method_destroy(method);
  end_model(&m);
  inno_error_destroy(error);
  printf("%d numbers that no release has: refused\n", asked);
  return 0;
}
