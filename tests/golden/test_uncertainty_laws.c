/* Laws of weights against outside numbers: acceptabilities of two criteria in closed form, and COINr's noise. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/golden.h"

enum { UNITS = 34, REPLICATES = 1 << 16, NOISY = 10 };

static void ok(inno_status s, inno_error *error) {
  if (s != INNO_OK) fail_msg("%s: %s", inno_status_name(s), inno_error_message(error));
}

static inno_indicator_set *two_criteria(inno_error *error) {
  static const char *const codes[3] = {"index", "roads", "trains"};
  inno_indicator_set *set = NULL;
  ok(inno_indicator_set_create(NULL, &set, error), error);
  for (int j = 0; j < 3; j++) ok(inno_indicator_set_add(set, codes[j], j == 0 ? NULL : "index", error), error);
  ok(inno_indicator_set_freeze(set, error), error);
  return set;
}

static inno_dataset *regions(const csv *t, inno_error *error) {
  const char *codes[UNITS];
  double x[UNITS];
  inno_dataset *d = NULL;
  assert_int_equal(t->rows, UNITS);
  for (int i = 0; i < UNITS; i++) codes[i] = csv_text(t, i, csv_column(t, "unit"));
  ok(inno_dataset_create(NULL, UNITS, codes, &d, error), error);
  for (int j = 1; j < 3; j++) {
    for (int i = 0; i < UNITS; i++) x[i] = csv_number(t, i, j);
    ok(inno_dataset_add_column(d, j == 1 ? "roads" : "trains", x, 8, error), error);
  }
  return d;
}

/* Uniform over the simplex of two weights, by Sobol' points: each of 2^16 equal cells of 0..1 has one point, so a share
 * is off by less than a cell for each end of each interval in which it has the rank. */
static void acceptabilities_in_closed_form(void **state) {
  static double share[UNITS][UNITS];
  double mean[UNITS], worst = 0.0, worst_mean = 0.0;
  csv data, exact;
  inno_error *error = NULL;
  inno_assumptions *a = NULL;
  inno_uncertainty *u = NULL;
  inno_tally *t = NULL;
  (void)state;
  golden_read(&data, "compind/nuts1_norm_minmax_pospos.csv");
  golden_read(&exact, "compind/smaa_exact_nuts1_minmax.csv");
  inno_error_create(NULL, &error);
  inno_indicator_set *set = two_criteria(error);
  inno_dataset *d = regions(&data, error);
  inno_scheme *options = golden_scheme(INNO_STEP_UNCERTAINTY, "sequence=sobol");
  inno_scheme *steps[2] = {golden_scheme(INNO_STEP_NORMALIZE, "rule=none"),
                           golden_scheme(INNO_STEP_AGGREGATE, "rule=arithmetic")};
  ok(inno_assumptions_create(NULL, &a, error), error);
  ok(inno_assumptions_add_simplex(a, "index", error), error);
  ok(inno_uncertainty_create(NULL, set, NULL, (const inno_scheme *const *)steps, 2, d, a, options, &u, error), error);
  ok(inno_tally_create(NULL, u, &t, error), error);
  ok(inno_tally_run(t, u, 0, REPLICATES, error), error);
  ok(inno_tally_matrix(t, INNO_TALLY_RANK_SHARES, share[0], sizeof share[0], 8, error), error);
  ok(inno_tally_unit_values(t, INNO_TALLY_MEAN, mean, 8, error), error);
  for (int i = 0; i < UNITS; i++) {
    int row = csv_row(&exact, csv_column(&exact, "unit"), csv_text(&data, i, csv_column(&data, "unit")));
    for (int k = 0; k < UNITS; k++) {
      char name[8];
      snprintf(name, sizeof name, "b%d", k + 1);
      worst = fmax(worst, fabs(share[i][k] - csv_number(&exact, row, csv_column(&exact, name))));
    }
    worst_mean = fmax(worst_mean, fabs(mean[i] - csv_number(&exact, row, csv_column(&exact, "avg_rank_simplex"))));
  }
  print_message("acceptabilities: largest error %.2g, of a mean rank %.2g\n", worst, worst_mean);
  assert_true(worst < 4.0 / REPLICATES && worst_mean < 2.0 * UNITS / REPLICATES);
  inno_tally_destroy(t);
  inno_uncertainty_destroy(u);
  inno_assumptions_destroy(a);
  for (int k = 0; k < 2; k++) inno_scheme_destroy(steps[k]);
  inno_scheme_destroy(options);
  inno_dataset_destroy(d);
  inno_indicator_set_destroy(set);
  inno_error_destroy(error);
  csv_free(&data);
  csv_free(&exact);
}

/* The place of a weight among the numbers that COINr drew for a repetition: rows of levels 2 and 3 in their order. */
static int drawn_row(const csv *noisy, int repetition, const char *code, int *place) {
  *place = 0;
  for (int r = 0; r < noisy->rows; r++) {
    int level = (int)csv_number(noisy, r, csv_column(noisy, "Level"));
    if ((int)csv_number(noisy, r, csv_column(noisy, "rep")) != repetition || (level != 2 && level != 3)) continue;
    if (strcmp(csv_text(noisy, r, csv_column(noisy, "iCode")), code) == 0) return r;
    (*place)++;
  }
  fail_msg("%s was not drawn", code);
  return -1;
}

/* COINr's uniform numbers through our law are COINr's weights. */
static void noise_of_coinr(void **state) {
  double point[NOISY], p[NOISY];
  csv data, noisy, uniforms;
  inno_error *error = NULL;
  inno_assumptions *a = NULL;
  inno_uncertainty *u = NULL;
  (void)state;
  golden_read(&data, "coinr/ASEM_iData.csv");
  golden_read(&noisy, "coinr/10_weights/noisy_weights_seed123.csv");
  golden_read(&uniforms, "coinr/10_weights/runif_seed123_stream.csv");
  inno_error_create(NULL, &error);
  inno_indicator_set *set = golden_asem_set(1, NULL);
  inno_dataset *d = golden_dataset(&data, &data);
  ok(inno_assumptions_create(NULL, &a, error), error);
  for (int32_t level = 2; level <= 3; level++) ok(inno_assumptions_add_weight_noise(a, level, 0.25, error), error);
  ok(inno_uncertainty_create(NULL, set, NULL, NULL, 0, d, a, NULL, &u, error), error);
  assert_int_equal(inno_uncertainty_dimension_count(u), NOISY);
  assert_int_equal(inno_uncertainty_parameter_count(u), NOISY);
  for (int repetition = 1; repetition <= 10; repetition++) {
    double want[NOISY];
    for (int k = 0; k < NOISY; k++) {
      const char *code = NULL;
      int place = 0;
      ok(inno_uncertainty_parameter(u, k, NULL, NULL, &code, NULL), error);
      want[k] = csv_number(&noisy, drawn_row(&noisy, repetition, code, &place), csv_column(&noisy, "Weight"));
      point[k] = csv_number(&uniforms, (repetition - 1) * NOISY + place, 0);
    }
    ok(inno_uncertainty_at_point(u, point, p, NULL, NULL, error), error);
    for (int k = 0; k < NOISY; k++)
      if (!(fabs(p[k] - want[k]) <= 4e-16)) fail_msg("weight %d of %d: %.17g, not %.17g", k, repetition, p[k], want[k]);
  }
  inno_uncertainty_destroy(u);
  inno_assumptions_destroy(a);
  inno_dataset_destroy(d);
  inno_indicator_set_destroy(set);
  inno_error_destroy(error);
  csv_free(&data);
  csv_free(&noisy);
  csv_free(&uniforms);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(acceptabilities_in_closed_form),
      cmocka_unit_test(noise_of_coinr),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
