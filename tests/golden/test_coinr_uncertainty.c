/* COINr's uncertainty analysis of ASEM: four assumptions, 100 replicates that COINr drew, replayed one by one. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "robust/tally.h"
#include "support/golden.h"

enum { SETS = 100, REPLICATES = 100, WINMAX = 5 };

#define FOLDER "coinr/11_sensitivity/"

typedef struct {
  inno_indicator_set *set;
  inno_dataset *dataset;
  inno_assumptions *assumptions;
  inno_uncertainty *uncertainty;
} vignette;

static void ok(inno_status s, inno_error *error) {
  if (s != INNO_OK) fail_msg("%s: %s", inno_status_name(s), inno_error_message(error));
}

static void assume_schemes(inno_assumptions *a, int64_t position, int32_t step, const char *const *settings, int count,
                           inno_error *error) {
  inno_scheme *schemes[WINMAX];
  for (int i = 0; i < count; i++) schemes[i] = golden_scheme(step, settings[i]);
  ok(inno_assumptions_add_schemes(a, position, (const inno_scheme *const *)schemes, count, NULL, error), error);
  for (int i = 0; i < count; i++) inno_scheme_destroy(schemes[i]);
}

static void assume_weights(inno_assumptions *a, const inno_indicator_set *set, inno_error *error) {
  csv t;
  inno_weights *sets[SETS];
  golden_read(&t, FOLDER "sa_noisy_weights.csv");
  for (int i = 0; i < SETS; i++) ok(inno_weights_create_given(NULL, set, &sets[i], error), error);
  for (int r = 0; r < t.rows; r++) {
    int i = (int)csv_number(&t, r, csv_column(&t, "alt")) - 1;
    ok(inno_weights_set(sets[i], csv_text(&t, r, csv_column(&t, "iCode")), csv_number(&t, r, csv_column(&t, "Weight")),
                        error),
       error);
  }
  ok(inno_assumptions_add_weight_sets(a, (const inno_weights *const *)sets, SETS, NULL, error), error);
  for (int i = 0; i < SETS; i++) inno_weights_destroy(sets[i]);
  csv_free(&t);
}

static vignette open_vignette(void) {
  static const struct {
    int32_t step;
    const char *settings;
  } steps[] = {{INNO_STEP_DENOMINATE, ""},
               {INNO_STEP_IMPUTE, "rule=group_mean;group=EurAsia_group"},
               {INNO_STEP_SCREEN, "min_coverage=0.9"},
               {INNO_STEP_TREAT, "rules=winsorize, log_ct;limit=5"},
               {INNO_STEP_NORMALIZE, "rule=minmax"},
               {INNO_STEP_AGGREGATE, "rule=arithmetic"}};
  enum { COUNT = sizeof steps / sizeof steps[0] };
  vignette v = {0};
  csv data;
  inno_error *error = NULL;
  inno_scheme *schemes[COUNT];
  golden_read(&data, "coinr/ASEM_iData.csv");
  inno_error_create(NULL, &error);
  v.set = golden_asem_set(1, NULL);
  v.dataset = golden_dataset(&data, &data);
  for (int k = 0; k < COUNT; k++) schemes[k] = golden_scheme(steps[k].step, steps[k].settings);
  ok(inno_assumptions_create(NULL, &v.assumptions, error), error);
  assume_schemes(v.assumptions, 3, INNO_STEP_TREAT,
                 (const char *const[]){"rules=winsorize, log_ct;limit=1", "rules=winsorize, log_ct;limit=2",
                                       "rules=winsorize, log_ct;limit=3", "rules=winsorize, log_ct;limit=4",
                                       "rules=winsorize, log_ct;limit=5"},
                 WINMAX, error);
  assume_schemes(v.assumptions, 4, INNO_STEP_NORMALIZE,
                 (const char *const[]){"rule=minmax;lower=1;upper=100", "rule=zscore;mean=10;sd=2"}, 2, error);
  assume_weights(v.assumptions, v.set, error);
  assume_schemes(v.assumptions, 5, INNO_STEP_AGGREGATE, (const char *const[]){"rule=arithmetic", "rule=geometric"}, 2,
                 error);
  ok(inno_uncertainty_create(NULL, v.set, NULL, (const inno_scheme *const *)schemes, COUNT, v.dataset, v.assumptions,
                             NULL, &v.uncertainty, error),
     error);
  for (int k = 0; k < COUNT; k++) inno_scheme_destroy(schemes[k]);
  csv_free(&data);
  inno_error_destroy(error);
  return v;
}

static void close_vignette(vignette *v) {
  inno_uncertainty_destroy(v->uncertainty);
  inno_assumptions_destroy(v->assumptions);
  inno_dataset_destroy(v->dataset);
  inno_indicator_set_destroy(v->set);
}

static void take_parameters(const csv *t, int r, double p[4]) {
  p[0] = csv_number(t, r, csv_column(t, "Winmax")) - 1.0;
  p[1] = strcmp(csv_text(t, r, csv_column(t, "Normalisation")), "n_minmax") == 0 ? 0.0 : 1.0;
  p[2] = csv_number(t, r, csv_column(t, "Weights_alt")) - 1.0;
  p[3] = strcmp(csv_text(t, r, csv_column(t, "Aggregation")), "a_amean") == 0 ? 0.0 : 1.0;
}

static double relative(double value, double expected) { return fabs(value - expected) / fmax(1.0, fabs(expected)); }

/* Every score of every replicate, and the mean absolute change of rank, which its ranks decide. */
static void replicates_of_coinr(void **state) {
  csv params, expected, first;
  double p[4], score[51], rank[51], nominal[51], worst = 0.0;
  (void)state;
  golden_read(&params, FOLDER "ua_N100_seed100_params.csv");
  golden_read(&expected, FOLDER "ua_N100_seed100_scores.csv");
  golden_read(&first, FOLDER "ua_N100_seed100_nominal.csv");
  vignette v = open_vignette();
  inno_error *error = NULL;
  inno_error_create(NULL, &error);
  assert_int_equal(inno_uncertainty_unit_count(v.uncertainty), 51);
  assert_int_equal(inno_uncertainty_parameter_count(v.uncertainty), 4);
  assert_int_equal(inno_uncertainty_dimension_count(v.uncertainty), 4);
  ok(inno_uncertainty_nominal(v.uncertainty, score, nominal, error), error);
  for (int i = 0; i < 51; i++) {
    int row = csv_row(&first, csv_column(&first, "uCode"), inno_uncertainty_unit_code(v.uncertainty, i));
    assert_true(relative(score[i], csv_number(&first, row, csv_column(&first, "Score"))) < 1e-12);
    assert_true(nominal[i] == csv_number(&first, row, csv_column(&first, "Rank")));
  }
  for (int r = 0; r < REPLICATES; r++) {
    char name[16];
    double moved = 0.0;
    snprintf(name, sizeof name, "r_%d", r + 1);
    take_parameters(&params, r, p);
    ok(inno_uncertainty_at_parameters(v.uncertainty, p, score, rank, error), error);
    for (int i = 0; i < 51; i++) {
      int row = csv_row(&expected, csv_column(&expected, "uCode"), inno_uncertainty_unit_code(v.uncertainty, i));
      double miss = relative(score[i], csv_number(&expected, row, csv_column(&expected, name)));
      if (!(miss <= 1e-12)) fail_msg("replicate %d, unit %d: off by %.3g", r + 1, i, miss);
      worst = fmax(worst, miss);
      moved += fabs(rank[i] - nominal[i]);
    }
    double change = csv_number(&params, r, csv_column(&params, "mean_abs_rank_change"));
    assert_true(relative(moved / 51.0, change) < 1e-14);
  }
  print_message("100 replicates of COINr: largest error of a score %.2g\n", worst);
  inno_error_destroy(error);
  close_vignette(&v);
  csv_free(&params);
  csv_free(&expected);
  csv_free(&first);
}

/* COINr's RankStats: a tally of the ranks of its replicates, quantiles of R's type. */
static void statistics_of_coinr(void **state) {
  static const double quantiles[3] = {0.5, 0.05, 0.95};
  static const char *const columns[3] = {"Median", "Q5", "Q95"};
  static int32_t ranks[51][REPLICATES];
  const inno__tally_shape shape = {.units = 51, .top = 10, .confidence = 0.9};
  csv params, expected;
  double p[4], rank[51], mean[51], out[51][3];
  inno__ranges with;
  inno_allocator a;
  inno_tally *t = NULL;
  (void)state;
  golden_read(&params, FOLDER "ua_N100_seed100_params.csv");
  golden_read(&expected, FOLDER "ua_N100_seed100_rankstats.csv");
  vignette v = open_vignette();
  for (int r = 0; r < REPLICATES; r++) {
    take_parameters(&params, r, p);
    ok(inno_uncertainty_at_parameters(v.uncertainty, p, NULL, rank, NULL), NULL);
    for (int i = 0; i < 51; i++) ranks[i][r] = isnan(rank[i]) ? 0 : (int32_t)(2.0 * rank[i]);
  }
  inno__allocator_resolve(NULL, &a);
  const inno__batch batch = {.count = REPLICATES, .stride = REPLICATES, .ranks = ranks[0]};
  ok(inno__tally_create(&a, &shape, NULL, &t, NULL), NULL);
  ok(inno__tally_open(t, 0, REPLICATES, &with, NULL), NULL);
  ok(inno__tally_count(t, &batch, NULL), NULL);
  inno__tally_close(t, &with);
  ok(inno_tally_unit_values(t, INNO_TALLY_MEAN, mean, 8, NULL), NULL);
  ok(inno_tally_rank_quantiles(t, quantiles, 3, 7, out[0], sizeof out[0], 8, NULL), NULL);
  for (int i = 0; i < 51; i++) {
    int row = csv_row(&expected, csv_column(&expected, "uCode"), inno_uncertainty_unit_code(v.uncertainty, i));
    assert_true(relative(mean[i], csv_number(&expected, row, csv_column(&expected, "Mean"))) < 1e-14);
    for (int k = 0; k < 3; k++) {
      double want = csv_number(&expected, row, csv_column(&expected, columns[k]));
      if (!(relative(out[i][k], want) < 1e-14))
        fail_msg("%s of unit %d: %.17g, not %.17g", columns[k], i, out[i][k], want);
    }
  }
  inno_tally_destroy(t);
  close_vignette(&v);
  csv_free(&params);
  csv_free(&expected);
}

/* B15: COINr cuts the range of the sample into equal parts, ours is the range of 0..1. Its rule gives its alternatives;
 * ours differ where the two cuts lie on different sides of a number, and only there. */
static void sample_of_coinr(void **state) {
  static const int alternatives[4] = {WINMAX, 2, SETS, 2}, other[4] = {6, 0, 83, 1};
  static const char *const columns[4] = {"V1", "V2", "V3", "V4"};
  double u[REPLICATES][4], coinr[REPLICATES][4], ours[REPLICATES][4];
  csv params, sample;
  (void)state;
  golden_read(&params, FOLDER "ua_N100_seed100_params.csv");
  golden_read(&sample, FOLDER "ua_N100_seed100_sample.csv");
  vignette v = open_vignette();
  for (int r = 0; r < REPLICATES; r++) {
    take_parameters(&params, r, coinr[r]);
    for (int j = 0; j < 4; j++) u[r][j] = csv_number(&sample, r, csv_column(&sample, columns[j]));
    ok(inno_uncertainty_at_point(v.uncertainty, u[r], ours[r], NULL, NULL, NULL), NULL);
  }
  for (int j = 0; j < 4; j++) {
    double low = 1.0, high = 0.0;
    int differ = 0;
    for (int r = 0; r < REPLICATES; r++) {
      low = fmin(low, u[r][j]);
      high = fmax(high, u[r][j]);
    }
    for (int r = 0; r < REPLICATES; r++) {
      double k = alternatives[j], part = (u[r][j] - low) / (high - low) * k;
      assert_true(coinr[r][j] == fmax(0.0, ceil(part) - 1.0)); /* closed on the right */
      assert_true(ours[r][j] == floor(u[r][j] * k));
      differ += ours[r][j] != coinr[r][j];
    }
    assert_int_equal(differ, other[j]);
  }
  close_vignette(&v);
  csv_free(&params);
  csv_free(&sample);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(replicates_of_coinr),
      cmocka_unit_test(statistics_of_coinr),
      cmocka_unit_test(sample_of_coinr),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
