/* Weights against COINr (reference folder 10_weights) and Compind: components, effective weights, optimal weights,
 * factor scores. Kernels are called directly. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "construct/weigh.h"
#include "construct/weigh_children.h"
#include "construct/weigh_optimal.h"
#include "support/golden.h"

enum { ROWS = 64, MOST = 64, WORK = 1 << 16 };

static double work[WORK];
static inno__site site = {NULL, "node", NULL};

typedef struct {
  double data[MOST][ROWS];
  const double *columns[MOST];
  const char *codes[MOST];
  int32_t k;
  int64_t n;
} family;

static void take(family *f, const csv *t, const char *code) {
  int c = csv_column(t, code);
  if (c < 0) fail_msg("no column %s", code);
  assert_true(t->rows <= ROWS && f->k < MOST);
  for (int r = 0; r < t->rows; r++) f->data[f->k][r] = csv_number(t, r, c);
  f->columns[f->k] = f->data[f->k];
  f->codes[f->k++] = csv_text(t, -1, c);
  f->n = t->rows;
}

/* Children of a node in the order of ASEM_iMeta. */
static void take_children(family *f, const csv *t, const csv *meta, const char *parent) {
  f->k = 0;
  for (int r = 0; r < meta->rows; r++)
    if (strcmp(csv_text(meta, r, csv_column(meta, "Parent")), parent) == 0)
      take(f, t, csv_text(meta, r, csv_column(meta, "iCode")));
}

static inno__weigh_job job_of(const family *f, const inno__weigh_rule *rule) {
  assert_true(inno__factor_scores_work_size(f->k, f->n) <= sizeof work);
  return (inno__weigh_job){f->columns, f->k, f->n, rule, f->codes, &site, work};
}

static void near(double got, double want, double tolerance, const char *what, double *worst) {
  double error = fabs(got - want);
  if (!(error <= tolerance)) fail_msg("%s: got %.17g, expected %.17g", what, got, want);
  if (error > *worst) *worst = error;
}

/* ---- principal components ---- */

static void first_components(const csv *t, const csv *meta, const char *file, const char *const *parents) {
  static family f;
  const inno__weigh_rule rule = {.rule = INNO_WEIGH_FIRST_COMPONENT, .loadings = INNO_LOADINGS_SIGNED};
  csv expected;
  double worst = 0.0;
  int negative = 0;
  golden_read(&expected, file);
  for (; *parents != NULL; parents++) {
    double got[MOST], want[MOST], turn = 0.0, sum = 0.0;
    take_children(&f, t, meta, *parents);
    inno__weigh_job job = job_of(&f, &rule);
    assert_int_equal(inno__weigh_first_component(&job, got), INNO_OK);
    for (int j = 0; j < f.k; j++) {
      want[j] = csv_number(&expected, csv_row(&expected, 0, f.codes[j]), csv_column(&expected, "Weight"));
      turn += got[j] * want[j];
      sum += got[j];
      negative += want[j] < 0.0;
    }
    assert_true(sum >= -1e-12); /* our rule; the sign of COINr's is LAPACK's */
    for (int j = 0; j < f.k; j++) near(got[j], turn < 0.0 ? -want[j] : want[j], 1e-12, f.codes[j], &worst);
  }
  print_message("%-48s largest error %.2g, %d negative in COINr\n", file, worst, negative);
  csv_free(&expected);
}

static const char *const level2[] = {"Physical", "ConEcFin", "Political", "Instit", "P2P",
                                     "Environ",  "Social",   "SusEcFin",  NULL};
static const char *const level3[] = {"Conn", "Sust", NULL};

static void components_of_normalized_indicators(void **state) {
  csv t, meta;
  (void)state;
  golden_read(&t, "coinr/07_pipeline/normalised.csv");
  golden_read(&meta, "coinr/ASEM_iMeta.csv");
  first_components(&t, &meta, "coinr/10_weights/pca_norm_L1_weights.csv", level2);
  csv_free(&t);
  csv_free(&meta);
}

static void components_of_aggregates(void **state) {
  csv t, meta;
  (void)state;
  golden_read(&t, "coinr/07_pipeline/aggregated.csv");
  golden_read(&meta, "coinr/ASEM_iMeta.csv");
  first_components(&t, &meta, "coinr/10_weights/pca_agg_L2_weights.csv", level3);
  csv_free(&t);
  csv_free(&meta);
}

/* Every vector and every variance, through factor scores: without a turn, coefficients are vectors over roots, so that
 * the sum of squared loadings of all components is what all variances are. Here directly. */
#include "numeric/correlation.h"
#include "numeric/eigen.h"

static void spectra(const csv *t, const csv *meta, const char *file, const char *rotation, const char *const *parents) {
  static family f;
  csv variance, vectors;
  double worst = 0.0, worst_vector = 0.0;
  golden_read(&variance, file);
  if (rotation != NULL) golden_read(&vectors, rotation);
  for (; *parents != NULL; parents++) {
    double matrix[MOST * 4], values[MOST], vector[MOST * 4];
    take_children(&f, t, meta, *parents);
    assert_true(f.k * f.k <= MOST * 4);
    inno__correlation_matrix(f.columns, f.k, f.n, NULL, INNO__CORRELATIONS, matrix, work);
    assert_true(inno__eigen_symmetric(matrix, f.k, values, vector) >= 0);
    for (int r = 0; r < variance.rows; r++) {
      if (strcmp(csv_text(&variance, r, 0), *parents) != 0) continue;
      int pc = (int)csv_number(&variance, r, 1) - 1;
      near(values[pc], csv_number(&variance, r, csv_column(&variance, "variance")), 1e-12 * f.k, *parents, &worst);
    }
    for (int pc = 0; rotation != NULL && pc < f.k; pc++) {
      double want[MOST], turn = 0.0;
      char name[16];
      snprintf(name, sizeof name, "PC%d", pc + 1);
      for (int j = 0; j < f.k; j++) {
        want[j] = NAN;
        for (int r = 0; r < vectors.rows; r++)
          if (strcmp(csv_text(&vectors, r, 1), f.codes[j]) == 0 && strcmp(csv_text(&vectors, r, 2), name) == 0)
            want[j] = csv_number(&vectors, r, 3);
        turn += want[j] * vector[pc * f.k + j];
      }
      for (int j = 0; j < f.k; j++)
        near(vector[pc * f.k + j], turn < 0.0 ? -want[j] : want[j], 1e-12, f.codes[j], &worst_vector);
    }
  }
  print_message("%-48s largest error %.2g, of vectors %.2g\n", file, worst, worst_vector);
  csv_free(&variance);
  if (rotation != NULL) csv_free(&vectors);
}

static void variances_and_rotations(void **state) {
  csv t, a, meta;
  (void)state;
  golden_read(&t, "coinr/07_pipeline/normalised.csv");
  golden_read(&a, "coinr/07_pipeline/aggregated.csv");
  golden_read(&meta, "coinr/ASEM_iMeta.csv");
  spectra(&t, &meta, "coinr/10_weights/pca_norm_L1_variance.csv", NULL, level2);
  spectra(&a, &meta, "coinr/10_weights/pca_agg_L2_variance.csv", "coinr/10_weights/pca_agg_L2_rotation.csv", level3);
  csv_free(&t);
  csv_free(&a);
  csv_free(&meta);
}

/* ---- optimal weights ---- */

/* An arithmetic index of the eight sub-pillars (or the two pillars), families with the weight 1 each. */
typedef struct {
  const family *f;
  int family[MOST];
  int families;
} arithmetic;

static inno_status arithmetic_index(void *context, const double *weights, double *index) {
  const arithmetic *a = context;
  double sum[MOST] = {0};
  for (int j = 0; j < a->f->k; j++) sum[a->family[j]] += weights[j];
  for (int p = 0; p < a->families; p++)
    if (!(sum[p] > 0.0)) return INNO_E_WEIGHTS;
  for (int64_t i = 0; i < a->f->n; i++) {
    index[i] = 0.0;
    for (int j = 0; j < a->f->k; j++) index[i] += weights[j] / sum[a->family[j]] * a->f->columns[j][i] / a->families;
  }
  return INNO_OK;
}

static inno__optimal_job optimal_job(const family *f, const arithmetic *a, int32_t kind, const double *targets) {
  assert_true(inno__weigh_optimal_work_size(f->k, f->n) <= sizeof work);
  return (inno__optimal_job){.columns = f->columns,
                             .k = f->k,
                             .n = f->n,
                             .codes = f->codes,
                             .kind = kind,
                             .targets = targets,
                             .index = arithmetic_index,
                             .context = (void *)(uintptr_t)a,
                             .tolerance = 1e-8,
                             .limit = 100000,
                             .site = &site,
                             .work = work};
}

/* COINr's objective: log of the mean of squares, or minus the sum. */
static double coinr_objective(const inno__optimal_job *job, const double *weights) {
  double index[ROWS], r[MOST], sum = 0.0, out = 0.0, target = 0.0;
  assert_int_equal(job->index(job->context, weights, index), INNO_OK);
  inno__weigh_correlations(job, index, r);
  for (int j = 0; j < job->k; j++) {
    sum += r[j];
    target += job->kind == INNO_OPTIMAL_BALANCE ? job->targets[j] : 0.0;
  }
  if (job->kind == INNO_OPTIMAL_INFOMAX) return -sum;
  for (int j = 0; j < job->k; j++) out += pow(job->targets[j] / target - r[j] / sum, 2) / job->k;
  return log(out);
}

/* Returns our objective less COINr's, both by COINr's formula. */
static double beat(const inno__optimal_job *job, const csv *coinr, double *found) {
  double theirs[MOST];
  inno__optimal_report report;
  for (int j = 0; j < job->k; j++) {
    theirs[j] = csv_number(coinr, csv_row(coinr, 0, job->codes[j]), csv_column(coinr, "OptWeight"));
    found[j] = 1.0;
  }
  assert_int_equal(inno__weigh_optimal(job, found, &report), INNO_OK);
  double ours = coinr_objective(job, found), peer = coinr_objective(job, theirs), sum = 0.0;
  for (int j = 0; j < job->k; j++) {
    assert_true(found[j] >= 0.0);
    sum += found[j];
  }
  assert_true(fabs(sum - 1.0) < 1e-14);
  assert_true(report.converged && report.last == report.last);
  print_message("objective %.15g, COINr's %.15g; %d evaluations, %d iterations, residual %.1g\n", ours, peer,
                (int)report.evaluations, (int)report.iterations, report.residual);
  if (!(ours <= peer + 1e-14 * fabs(peer))) fail_msg("COINr's is lower");
  return ours - peer;
}

static void families_of_level2(family *f, arithmetic *a, const csv *t, const csv *meta) {
  f->k = 0;
  *a = (arithmetic){.f = f, .families = 2};
  for (int p = 0; p < 2; p++)
    for (int r = 0; r < meta->rows; r++) {
      if (strcmp(csv_text(meta, r, csv_column(meta, "Parent")), level3[p]) != 0) continue;
      a->family[f->k] = p;
      take(f, t, csv_text(meta, r, csv_column(meta, "iCode")));
    }
}

static void optimal_weights(void **state) {
  static family f;
  arithmetic a = {.f = &f, .families = 1};
  static const double equal[] = {1.0, 1.0};
  double found[MOST];
  csv t, meta, coinr;
  (void)state;
  golden_read(&t, "coinr/07_pipeline/aggregated.csv");
  golden_read(&meta, "coinr/ASEM_iMeta.csv");

  golden_read(&coinr, "coinr/10_weights/opt_balance_equal_L3.csv");
  take(&f, &t, "Conn");
  take(&f, &t, "Sust");
  inno__optimal_job job = optimal_job(&f, &a, INNO_OPTIMAL_BALANCE, equal);
  beat(&job, &coinr, found);
  /* two nodes balance where their standard deviations do: corr(x, w x + v y) = corr(y, ..) when w sd(x) = v sd(y) */
  inno__pair p;
  inno__pair_of(f.columns[0], f.columns[1], f.n, &p);
  assert_true(fabs(found[0] / found[1] - sqrt(p.yy / p.xx)) < 1e-6);
  csv_free(&coinr);

  golden_read(&coinr, "coinr/10_weights/opt_infomax_L2_tol1e-6.csv");
  families_of_level2(&f, &a, &t, &meta);
  job = optimal_job(&f, &a, INNO_OPTIMAL_INFOMAX, NULL);
  beat(&job, &coinr, found);
  csv_free(&coinr);
  csv_free(&t);
  csv_free(&meta);
}

/* COINr gives unequal targets to the wrong nodes when its two orders differ (level 2). Ours are bound to codes: double
 * importance of ConEcFin is given to ConEcFin, and the bound at 0 is where the rest of the misfit comes from. */
static void targets_reach_their_nodes(void **state) {
  static family f;
  arithmetic a;
  double found[MOST], index[ROWS], r[MOST], targets[MOST], sum = 0.0;
  inno__optimal_report report;
  csv t, meta;
  (void)state;
  golden_read(&t, "coinr/07_pipeline/aggregated.csv");
  golden_read(&meta, "coinr/ASEM_iMeta.csv");
  families_of_level2(&f, &a, &t, &meta);
  for (int j = 0; j < f.k; j++) {
    targets[j] = strcmp(f.codes[j], "ConEcFin") == 0 ? 2.0 : 1.0;
    found[j] = 1.0;
  }
  inno__optimal_job job = optimal_job(&f, &a, INNO_OPTIMAL_BALANCE, targets);
  assert_int_equal(inno__weigh_optimal(&job, found, &report), INNO_OK);
  assert_true(report.converged);
  assert_int_equal(arithmetic_index(&a, found, index), INNO_OK);
  inno__weigh_correlations(&job, index, r);
  for (int j = 0; j < f.k; j++) sum += r[j];
  for (int j = 0; j < f.k; j++) {
    print_message("%-10s target %.4f, share of correlation %.4f, weight %.4f\n", f.codes[j], targets[j] / (f.k + 1),
                  r[j] / sum, found[j]);
    assert_true(strcmp(f.codes[j], "ConEcFin") == 0 || r[j] / sum < 0.16); /* the doubled one is alone at the top */
    if (strcmp(f.codes[j], "ConEcFin") == 0) assert_true(r[j] / sum > 0.19);
  }
  print_message("mean square %.3g from %.3g; %d evaluations, residual %.1g\n", report.last, report.first,
                (int)report.evaluations, report.residual);
  double best = coinr_objective(&job, found);
  assert_true(fabs(best - log(report.last)) < 1e-9);
  for (int j = 0; j < f.k; j++) /* nothing that one node gives to another makes it better */
    for (int h = 0; h < f.k; h++) {
      double moved[MOST], step = found[j] < 1e-4 ? found[j] : 1e-4;
      memcpy(moved, found, sizeof moved);
      moved[j] -= step;
      moved[h] += step;
      assert_true(coinr_objective(&job, moved) >= best - 1e-9);
    }
  for (int start = 0; start < 4; start++) { /* one valley: every start ends in the same place */
    double other[MOST];
    for (int j = 0; j < f.k; j++) other[j] = 0.02 + (double)((j * 37 + start * 53) % 11);
    assert_int_equal(inno__weigh_optimal(&job, other, &report), INNO_OK);
    assert_true(report.converged && fabs(coinr_objective(&job, other) - best) < 1e-8);
  }
  csv_free(&t);
  csv_free(&meta);
}

/* The same through the public function: normalized ASEM, arithmetic means. */
static void optimal_weights_of_a_method(void **state) {
  static const struct {
    int32_t level, aim;
    const char *file;
  } cases[] = {{3, INNO_OPTIMAL_BALANCE, "coinr/10_weights/opt_balance_equal_L3.csv"},
               {2, INNO_OPTIMAL_INFOMAX, "coinr/10_weights/opt_infomax_L2_tol1e-6.csv"}};
  const golden_step steps[] = {{0, NULL}};
  csv t;
  (void)state;
  golden_read(&t, "coinr/07_pipeline/normalised.csv");
  inno_indicator_set *set = golden_asem_set(0, NULL);
  inno_method *method = golden_method(set, steps);
  inno_dataset *data = golden_dataset(&t, NULL);
  for (int k = 0; k < 2; k++) {
    csv coinr;
    inno_weights *found = NULL;
    double first, last, theirs = 0.0, node_count = 0.0;
    int64_t evaluations;
    int32_t converged;
    golden_read(&coinr, cases[k].file);
    inno_error *error = NULL;
    assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
    inno_status s = inno_weights_create_optimal(NULL, method, data, cases[k].level, cases[k].aim, NULL, NULL, 0, 10000,
                                                &found, &first, &last, &evaluations, &converged, error);
    if (s != INNO_OK) fail_msg("%s", inno_error_message(error));
    assert_true(converged == 1);
    for (int r = 0; r < coinr.rows; r++) {
      double c = csv_number(
          &coinr, r,
          csv_column(&coinr, cases[k].aim == INNO_OPTIMAL_BALANCE ? "corr_at_optimum_norm" : "corr_at_optimum"));
      theirs += cases[k].aim == INNO_OPTIMAL_BALANCE ? (0.5 - c) * (0.5 - c) : c;
      node_count++;
    }
    if (cases[k].aim == INNO_OPTIMAL_BALANCE)
      assert_true(last <= theirs / node_count && last <= first);
    else
      assert_true(last >= theirs && last >= first);
    print_message("level %d: %.15g from %.15g, COINr's %.15g; %d evaluations\n", cases[k].level, last, first,
                  cases[k].aim == INNO_OPTIMAL_BALANCE ? theirs / node_count : theirs, (int)evaluations);
    inno_weights_destroy(found);
    inno_error_destroy(error);
    csv_free(&coinr);
  }
  inno_dataset_destroy(data);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
  csv_free(&t);
}

/* ---- effective weights ---- */

static void effective_weights(void **state) {
  static const char *const files[] = {"coinr/10_weights/eff_weights.csv", "coinr/10_weights/eff_weights_unequal.csv"};
  (void)state;
  for (int k = 0; k < 2; k++) {
    csv expected;
    inno_error *error = NULL;
    inno_weights *weights = NULL;
    double effective[128], worst = 0.0;
    golden_read(&expected, files[k]);
    inno_indicator_set *set = golden_asem_set(0, &expected);
    assert_int_equal(inno_weights_create_given(NULL, set, &weights, error), INNO_OK);
    assert_int_equal(inno_weights_effective(weights, set, effective, sizeof *effective, error), INNO_OK);
    for (int r = 0; r < expected.rows; r++) {
      int64_t node = inno_indicator_set_find(set, csv_text(&expected, r, 0));
      double want = csv_number(&expected, r, csv_column(&expected, "EffWeight"));
      near(effective[node] / want, 1.0, 1e-12, csv_text(&expected, r, 0), &worst);
    }
    print_message("%-48s largest relative error %.2g\n", files[k], worst);
    inno_weights_destroy(weights);
    inno_indicator_set_destroy(set);
    csv_free(&expected);
  }
}

/* ---- Compind ---- */

static void factor_scores(void **state) {
  static family f;
  const inno__weigh_rule rule = {.sweeps = 100};
  double got[ROWS], share = 0.0, worst = 0.0, turn = 0.0;
  double *scores[] = {got};
  csv t, expected, weight;
  (void)state;
  golden_read(&t, "compind/BLI_2017.csv");
  golden_read(&expected, "compind/factor_bli_ONE.csv");
  golden_read(&weight, "compind/factor_bli_ONE_weights.csv");
  for (int c = 1; c < t.columns; c++) take(&f, &t, csv_text(&t, -1, c));
  inno__weigh_job job = job_of(&f, &rule);
  assert_int_equal(inno__factor_scores(&job, 1, scores, &share, NULL), INNO_OK);
  for (int r = 0; r < t.rows; r++) turn += got[r] * csv_number(&expected, r, 1);
  for (int r = 0; r < t.rows; r++)
    near(got[r], (turn < 0.0 ? -1.0 : 1.0) * csv_number(&expected, r, 1), 1e-9, csv_text(&expected, r, 0), &worst);
  near(share, csv_number(&weight, 0, 0), 1e-12, "share", &worst);
  print_message("compind/factor_bli_ONE: largest error %.2g, sign %g\n", worst, turn < 0.0 ? -1.0 : 1.0);
  csv_free(&t);
  csv_free(&expected);
  csv_free(&weight);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(components_of_normalized_indicators),
      cmocka_unit_test(components_of_aggregates),
      cmocka_unit_test(variances_and_rotations),
      cmocka_unit_test(optimal_weights),
      cmocka_unit_test(targets_reach_their_nodes),
      cmocka_unit_test(optimal_weights_of_a_method),
      cmocka_unit_test(effective_weights),
      cmocka_unit_test(factor_scores),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
