/* COINr's outputs of single steps with other rules: reference folders 01 to 06. Each case is one row of a table. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/golden.h"

/* ---- cases: an input table, one step, the table it must give ---- */

typedef struct {
  const char *name;
  const char *input; /* NULL = the raw ASEM data */
  int raw;           /* directions and denominators of ASEM, or all 1 */
  golden_step steps[4];
  int32_t compared; /* step of the method, -2 = final values */
  const char *expected;
  golden_skip skip;
} golden_case;

static inno_result *run_case(const golden_case *k, const char *weights_file) {
  csv data, input, weights;
  golden_read(&data, "coinr/ASEM_iData.csv");
  if (k->input != NULL) golden_read(&input, k->input);
  if (weights_file != NULL) golden_read(&weights, weights_file);
  inno_indicator_set *set = golden_asem_set(k->raw, weights_file != NULL ? &weights : NULL);
  inno_dataset *dataset = golden_dataset(k->input != NULL ? &input : &data, &data);
  inno_method *method = golden_method(set, k->steps);
  inno_result *result = golden_result(method, dataset);
  inno_method_destroy(method);
  inno_dataset_destroy(dataset);
  inno_indicator_set_destroy(set);
  if (weights_file != NULL) csv_free(&weights);
  if (k->input != NULL) csv_free(&input);
  csv_free(&data);
  return result;
}

static void check_case(const golden_case *k, const char *weights_file, const char *expected_file) {
  csv expected;
  golden_read(&expected, expected_file);
  inno_result *result = run_case(k, weights_file);
  double error = golden_compare(result, k->compared, &expected, 1e-12, k->skip);
  print_message("%s: largest error %.2g\n", expected_file, error);
  inno_result_destroy(result);
  csv_free(&expected);
}

/* Directions -1 of ASEM. */
static int is_bad(const char *code) {
    static const char *const bads[] = {"CostImpEx", "Tariff", "TBTs", "PrimEner", "CO2", "MatCon", "Forest",
                                     "Poverty", "Palma", "FreePress", "TolMin", "PubDebt", "PrivDebt", "NEET"};
  for (size_t i = 0; i < sizeof bads / sizeof bads[0]; i++)
    if (strcmp(code, bads[i]) == 0) return 1;
  return 0;
}

#define DENOMINATED "coinr/01_denominate/denominated.csv"
#define TREATED "coinr/07_pipeline/treated.csv"
#define COMPLETE "coinr/06_aggregate/input_complete.csv"
#define IMPUTE(name, settings, file) {name, DENOMINATED, 1, {{INNO_STEP_IMPUTE, settings}}, 0, "coinr/02_impute/" file, NULL}
#define TREAT(name, settings, file) {name, NULL, 1, {{INNO_STEP_TREAT, settings}}, 0, "coinr/04_treat/" file, NULL}
#define NORMALIZE(name, settings, file, skip) \
  {name, TREATED, 1, {{INNO_STEP_NORMALIZE, settings}}, 0, "coinr/05_normalise/" file, skip}

static const golden_case cases[] = {
    IMPUTE("column mean", "rule=mean", "imp_mean.csv"),
    IMPUTE("column median", "rule=median", "imp_median.csv"),
    IMPUTE("group mean", "rule=group_mean;group=EurAsia_group", "imp_mean_grp_EurAsia.csv"),
    IMPUTE("mean over all indicators", "rule=sibling_mean;level=0", "imp_row_mean_normfirst.csv"),
    IMPUTE("mean over siblings", "rule=sibling_mean;level=2", "imp_row_mean_level2.csv"),
    {"screening", NULL, 1, {{INNO_STEP_SCREEN, "rule=coverage;min_coverage=0.9"}}, 0,
     "coinr/03_screen/screen_raw_byNA90_data.csv", NULL},
    TREAT("two points, combined", "rules=winsorize, log_ct;limit=2;combine=1", "treat_raw_win2_combine_data.csv"),
    TREAT("one point, log_ct_plus", "rules=winsorize, log_ct_plus;limit=1", "treat_raw_win1_logCTplus_data.csv"),
    TREAT("log_ct of every column", "rules=log_ct;force=1", "fn_log_CT.csv"),
    TREAT("log_ct_plus of every column", "rules=log_ct_plus;force=1", "fn_log_CT_plus.csv"),
    TREAT("log_ct_orig of every column", "rules=log_ct_orig;force=1", "fn_log_CT_orig.csv"),
    TREAT("boxcox of every column", "rules=boxcox;lambda=0.5;force=1", "fn_boxcox_0.5.csv"),
    TREAT("three points", "rules=winsorize;limit=3", "fn_winsorise_3.csv"),
    NORMALIZE("minmax 0 to 100", "rule=minmax", "minmax_0_100_treated.csv", NULL),
    NORMALIZE("minmax 1 to 100", "lower=1;upper=100", "minmax_1_100_treated.csv", NULL),
    NORMALIZE("zscore", "rule=zscore", "zscore_0_1_treated.csv", NULL),
    NORMALIZE("zscore 10 2", "rule=zscore;mean=10;sd=2", "zscore_10_2_treated.csv", NULL),
    /* COINr turns bads before it applies bounds that were meant for goods; ours stay in the indicator's own direction */
    NORMALIZE("fixed range", "rule=fixed_range;lower=0;upper=100;points=100", "scaled_0_100_treated.csv", is_bad),
    NORMALIZE("distance to maximum", "rule=distance_to_max", "dist2max_treated.csv", NULL),
    NORMALIZE("rank", "rule=rank", "rank_treated.csv", NULL),
    NORMALIZE("percentile rank", "rule=percentile_rank", "prank_treated.csv", NULL),
    NORMALIZE("percentile rank, average ties", "rule=percentile_rank;ties=fractional", "prank_avg_treated.csv", NULL),
    NORMALIZE("borda", "rule=borda", "borda_treated.csv", NULL),
    /* COINr's defect B5: for bads it divides -x by its maximum, so that the worst scores highest */
    NORMALIZE("fraction of maximum", "rule=fraction_of_max;Tariff.rule=minmax;CostImpEx.rule=minmax;Forest.rule=minmax;"
              "Poverty.rule=minmax;TBTs.rule=minmax;PrimEner.rule=minmax", "fracmax_treated.csv", is_bad),
    NORMALIZE("one rule an indicator",
              "rule=minmax;lower=0;upper=1;LPI.rule=zscore;LPI.mean=5;LPI.sd=1;CO2.rule=rank;Ship.rule=none",
              "mixed_indiv_treated.csv", NULL),
};

static void steps(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) check_case(&cases[i], NULL, cases[i].expected);
}

/* ---- parameters of single indicators, from a table ---- */

static void append(char *text, size_t size, const char *code, const char *key, const char *value) {
  size_t used = strlen(text);
  snprintf(text + used, size - used, "%s%s.%s=%s", used > 0 ? ";" : "", code, key, value);
}

static void goalposts(void **state) {
  static char settings[16384];
  csv p;
  (void)state;
  golden_read(&p, "coinr/05_normalise/params_iMeta.csv");
  snprintf(settings, sizeof settings, "rule=goalposts");
  for (int r = 0; r < p.rows; r++) {
    const char *code = csv_text(&p, r, csv_column(&p, "iCode"));
    append(settings, sizeof settings, code, "lower", csv_text(&p, r, csv_column(&p, "goalpost_lower")));
    append(settings, sizeof settings, code, "upper", csv_text(&p, r, csv_column(&p, "goalpost_upper")));
    append(settings, sizeof settings, code, "points", csv_text(&p, r, csv_column(&p, "goalpost_scale")));
    int cut = strcmp(csv_text(&p, r, csv_column(&p, "goalpost_trunc2posts")), "TRUE") == 0;
    append(settings, sizeof settings, code, "truncate", cut ? "1" : "0");
  }
  golden_case k = {"goalposts", NULL, 1, {{INNO_STEP_NORMALIZE, settings}}, 0, NULL, NULL};
  check_case(&k, NULL, "coinr/05_normalise/goalposts_iMeta_raw.csv");
  csv_free(&p);
}

static void targets(void **state) {
  static char settings[16384];
  csv p;
  (void)state;
  golden_read(&p, "coinr/05_normalise/params_iMeta.csv");
  snprintf(settings, sizeof settings, "rule=distance_to_target");
  for (int r = 0; r < p.rows; r++) {
    const char *code = csv_text(&p, r, csv_column(&p, "iCode"));
    append(settings, sizeof settings, code, "target", csv_text(&p, r, csv_column(&p, "Target")));
  }
  golden_case k = {"targets", TREATED, 1, {{INNO_STEP_NORMALIZE, settings}}, 0, NULL, NULL};
  check_case(&k, NULL, "coinr/05_normalise/dist2targ_iMeta_treated.csv");
  csv_free(&p);
}

/* Reference unit: row 5 of the table. Where it has no value, or the worst one, COINr gives NA or NaN; we refuse. */
static void references(void **state) {
  char settings[2048];
  csv input, expected;
  (void)state;
  golden_read(&input, TREATED);
  const char *unit = csv_text(&input, 4, csv_column(&input, "uCode"));
  for (int cap = 0; cap <= 1; cap++) {
    const char *file = cap ? "coinr/05_normalise/dist2ref_5_cap_treated.csv" : "coinr/05_normalise/dist2ref_5_treated.csv";
    golden_read(&expected, file);
    snprintf(settings, sizeof settings, "rule=distance_to_reference;reference=%s;cap=%d", unit, cap);
    for (int c = 0; c < expected.columns; c++) {
      int finite = 0, numeric = c != csv_column(&expected, "uCode");
      for (int r = 0; numeric && r < expected.rows; r++) finite |= isfinite(csv_number(&expected, r, c));
      if (numeric && !finite) append(settings, sizeof settings, csv_text(&expected, -1, c), "rule", "none");
    }
    golden_case k = {"reference", TREATED, 1, {{INNO_STEP_NORMALIZE, settings}}, 0, NULL, NULL};
    inno_result *result = run_case(&k, NULL);
    double *got = test_malloc(sizeof(double) * (size_t)expected.rows);
    for (int c = 0; c < expected.columns; c++) {
      int64_t node = inno_result_find_node(result, csv_text(&expected, -1, c));
      if (node < 0) continue;
      inno_result_values(result, 0, node, got, sizeof *got, NULL);
      for (int r = 0; r < expected.rows; r++) {
        double want = csv_number(&expected, r, c);
        int64_t i = inno_result_find_unit(result, csv_text(&expected, r, csv_column(&expected, "uCode")));
        if (isfinite(want) && !(fabs(got[i] - want) <= 1e-12 * fmax(1.0, fabs(want))))
          fail_msg("%s: got %.17g, expected %.17g", csv_text(&expected, -1, c), got[i], want);
      }
    }
    test_free(got);
    inno_result_destroy(result);
    csv_free(&expected);
  }
  csv_free(&input);
}

/* ---- aggregation: every rule with the weights of the example and with unequal ones ---- */

static void aggregation(void **state) {
  static const struct {
    const char *settings, *file;
  } rules[] = {
      {"rule=arithmetic", "amean"},
      {"rule=geometric", "gmean"},
      {"rule=harmonic", "hmean"},
      {"rule=power;power=2", "genmean_p2"},
      {"rule=power;power=-1", "genmean_pm1"},
      {"rule=power;power=0.5", "genmean_p0.5"},
      {"rule=arithmetic;@3.rule=geometric;@4.rule=harmonic", "mixed_levels"},
  };
  (void)state;
  for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
    char file[128];
    golden_case k = {"means", COMPLETE, 0, {{INNO_STEP_NORMALIZE, "rule=none"}}, -2, NULL, NULL};
    k.steps[1] = (golden_step){INNO_STEP_AGGREGATE, rules[i].settings};
    snprintf(file, sizeof file, "coinr/06_aggregate/agg_complete_%s.csv", rules[i].file);
    check_case(&k, NULL, file);
    snprintf(file, sizeof file, "coinr/06_aggregate/agg_complete_%s_wu.csv", rules[i].file);
    check_case(&k, "coinr/06_aggregate/weights_unequal.csv", file);
  }
}

static void aggregation_with_missing(void **state) {
  static const golden_case missing[] = {
      {"means", "coinr/06_aggregate/input_withNA.csv", 0, {{INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, ""}}, -2,
       "coinr/06_aggregate/agg_na_amean.csv", NULL},
      {"minimum coverage", "coinr/06_aggregate/input_withNA.csv", 0,
       {{INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, "min_coverage=0.75"}}, -2,
       "coinr/06_aggregate/agg_na_amean_thresh0.75.csv", NULL},
      {"median", COMPLETE, 0, {{INNO_STEP_NORMALIZE, "rule=none"}, {INNO_STEP_AGGREGATE, "rule=median"}}, -2,
       "coinr/06_aggregate/agg_complete_w_none_median.csv", NULL},
  };
  (void)state;
  for (int i = 0; i < 3; i++) check_case(&missing[i], NULL, missing[i].expected);
}

/* ---- screening report, winsorized points, statistics ---- */

static void screening_report(void **state) {
  csv expected;
  (void)state;
  golden_case k = {"screening", NULL, 1, {{INNO_STEP_SCREEN, "rule=coverage;min_coverage=0.9"}}, 0, NULL, NULL};
  golden_read(&expected, "coinr/03_screen/screen_raw_byNA90_summary.csv");
  inno_result *result = run_case(&k, NULL);
  static const struct {
    const char *column;
    int32_t field;
  } pairs[] = {{"N_zero", INNO_FIELD_ZEROS}, {"Dat_Avail", INNO_FIELD_COVERAGE}, {"Non_Zero", INNO_FIELD_NONZERO},
               {"Included", INNO_FIELD_INCLUDED}};
  assert_int_equal(inno_result_record_count(result, INNO_RECORD_SCREENING), expected.rows);
  for (int r = 0; r < expected.rows; r++) {
    int64_t unit = inno_result_find_unit(result, csv_text(&expected, r, csv_column(&expected, "uCode")));
    for (int p = 0; p < 4; p++) {
      double got = 0.0, want = csv_number(&expected, r, csv_column(&expected, pairs[p].column));
      assert_int_equal(inno_result_record(result, INNO_RECORD_SCREENING, unit, pairs[p].field, &got, NULL), INNO_OK);
      if (!(fabs(got - want) <= 1e-12)) fail_msg("%s: got %.17g, expected %.17g", pairs[p].column, got, want);
    }
  }
  inno_result_destroy(result);
  csv_free(&expected);
}

/* Values of the treatment records of one stage against two columns of a table. */
static void check_stage(const inno_result *r, int stage, const csv *expected, const char *skewness, const char *kurtosis,
                        const char *points) {
  int compared = 0;
  for (int64_t k = 0; k < inno_result_record_count(r, INNO_RECORD_TREATMENT); k++) {
    double node, at, skew, kurt, high, low;
    inno_result_record(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_NODE, &node, NULL);
    inno_result_record(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_STAGE, &at, NULL);
    inno_result_record(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_SKEWNESS, &skew, NULL);
    inno_result_record(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_KURTOSIS, &kurt, NULL);
    inno_result_record(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_POINTS_HIGH, &high, NULL);
    inno_result_record(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_POINTS_LOW, &low, NULL);
    int row = csv_row(expected, csv_column(expected, "iCode"), inno_result_node_code(r, (int64_t)node));
    if ((int)at != stage || row < 0) continue;
    if (skewness != NULL) {
      double s = csv_number(expected, row, csv_column(expected, skewness));
      double q = csv_number(expected, row, csv_column(expected, kurtosis));
      if (!(fabs(skew - s) <= 1e-12 * fmax(1.0, fabs(s))) || !(fabs(kurt - q) <= 1e-12 * fmax(1.0, fabs(q))))
        fail_msg("%s stage %d: %.17g %.17g, expected %.17g %.17g", csv_text(expected, row, 0), stage, skew, kurt, s, q);
    }
    if (points != NULL) assert_int_equal((int)(high + low), (int)csv_number(expected, row, csv_column(expected, points)));
    compared++;
  }
  assert_true(compared > 0);
}

static void treatment_details(void **state) {
  csv expected;
  (void)state;
  golden_case k = {"combined", NULL, 1, {{INNO_STEP_TREAT, "rules=winsorize, log_ct;limit=2;combine=1"}}, 0, NULL, NULL};
  golden_read(&expected, "coinr/04_treat/treat_raw_win2_combine_details.csv");
  inno_result *result = run_case(&k, NULL);
  check_stage(result, 0, &expected, "check_SkewKurt0.Skew", "check_SkewKurt0.Kurt", NULL);
  check_stage(result, 1, &expected, "check_SkewKurt1.Skew", "check_SkewKurt1.Kurt", "winsorise.nwin");
  check_stage(result, 2, &expected, "check_SkewKurt2.Skew", "check_SkewKurt2.Kurt", NULL);
  inno_result_destroy(result);
  csv_free(&expected);

  k.steps[0].settings = "rules=winsorize, log_ct_plus;limit=1";
  golden_read(&expected, "coinr/04_treat/treat_raw_win1_logCTplus_details.csv");
  result = run_case(&k, NULL);
  check_stage(result, 0, &expected, "check_SkewKurt0.Skew", "check_SkewKurt0.Kurt", NULL);
  check_stage(result, 1, &expected, "check_SkewKurt1.Skew", "check_SkewKurt1.Kurt", "winsorise.nwin");
  check_stage(result, 2, &expected, "check_SkewKurt2.Skew", "check_SkewKurt2.Kurt", NULL);
  inno_result_destroy(result);
  csv_free(&expected);

  k.steps[0].settings = "rules=winsorize;limit=3";
  golden_read(&expected, "coinr/04_treat/fn_winsorise_3_nwin.csv");
  result = run_case(&k, NULL);
  check_stage(result, 1, &expected, NULL, NULL, "nwin");
  inno_result_destroy(result);
  csv_free(&expected);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(steps),
      cmocka_unit_test(goalposts),
      cmocka_unit_test(targets),
      cmocka_unit_test(references),
      cmocka_unit_test(aggregation),
      cmocka_unit_test(aggregation_with_missing),
      cmocka_unit_test(screening_report),
      cmocka_unit_test(treatment_details),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
