/* Reliability and components of families: against tables computed anew (families_reference.py), COINr's get_cronbach
 * and get_PCA, and the OECD/JRC Handbook. Kernels below them are compared elsewhere; here everything goes through the
 * public functions. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "golden/families_reference.h"
#include "support/golden.h"

enum { MOST = 64 };

static double field(const inno_analysis *a, int32_t kind, int64_t index, int32_t which) {
  double value = 0.0;
  assert_int_equal(inno_analysis_record(a, kind, index, which, &value, NULL), INNO_OK);
  return value;
}

static void near(double got, double want, double tolerance, const char *what, double *worst) {
  double error = fabs(got - want);
  if (!(error <= tolerance)) fail_msg("%s: got %.17g, expected %.17g", what, got, want);
  if (error > *worst) *worst = error;
}

#define REL(f) field(a, INNO_RECORD_RELIABILITY, 0, INNO_FIELD_##f)

typedef inno_status(INNO_CALL *analysis_of_matrix)(const inno_allocator *, const inno_scheme *, const double *, int64_t,
                                                   int64_t, ptrdiff_t, ptrdiff_t, const char *const *, inno_analysis **,
                                                   inno_error *);

/* Of columns that lie one after the other. */
static inno_analysis *analyze(analysis_of_matrix create, const char *options, const double *x, int64_t n, int64_t k,
                              ptrdiff_t row, ptrdiff_t column, const char *const *codes) {
  inno_analysis *a = NULL;
  inno_error *error = NULL;
  inno_scheme *scheme = golden_scheme(INNO_STEP_AUDIT, options);
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  if (create(NULL, scheme, x, n, k, row, column, codes, &a, error) != INNO_OK)
    fail_msg("%s", inno_error_message(error));
  inno_error_destroy(error);
  inno_scheme_destroy(scheme);
  return a;
}

/* ---- computed anew ---- */

static void reliability_of_full_data(void **state) {
  static const int32_t lambda[6] = {INNO_FIELD_LAMBDA1, INNO_FIELD_LAMBDA2, INNO_FIELD_LAMBDA3,
                                    INNO_FIELD_LAMBDA4, INNO_FIELD_LAMBDA5, INNO_FIELD_LAMBDA6};
  static const int32_t of_item[4] = {INNO_FIELD_ALPHA, INNO_FIELD_ALPHA_STANDARDIZED, INNO_FIELD_ITEM_TOTAL,
                                     INNO_FIELD_LOADING};
  double worst = 0.0;
  (void)state;
  inno_analysis *a = analyze(inno_analysis_create_reliability, "", full_table, 25, 5, 40, 8, NULL);
  for (int i = 0; i < 6; i++)
    near(field(a, INNO_RECORD_RELIABILITY, 0, lambda[i]), full_lambdas[i], 1e-13, "lambda", &worst);
  near(REL(ALPHA), full_lambdas[2], 1e-13, "alpha", &worst);
  near(REL(ALPHA_STANDARDIZED), full_alpha_standardized[0], 1e-13, "standardized", &worst);
  near(REL(MEAN_CORRELATION), full_mean_correlation[0], 1e-13, "mean correlation", &worst);
  near(REL(OMEGA), full_omega[0], 1e-13, "omega", &worst);
  for (int j = 0; j < 5; j++) {
    double loading = field(a, INNO_RECORD_ITEM, j, INNO_FIELD_LOADING);
    for (int i = 0; i < 4; i++)
      near(field(a, INNO_RECORD_ITEM, j, of_item[i]), full_items[4 * j + i], 1e-13, "item", &worst);
    near(field(a, INNO_RECORD_ITEM, j, INNO_FIELD_COMMUNALITY), loading * loading, 0.0, "communality", &worst);
  }
  assert_true(REL(COUNT) == 25 && REL(ITEMS) == 5 && REL(PARENT) == -1 && REL(STATUS) == INNO_OK);
  print_message("reliability: largest error %.2g\n", worst);
  inno_analysis_destroy(a);
}

static void reliability_with_gaps(void **state) {
  static const struct {
    const char *use;
    const double *want;
  } cases[] = {{"use=pairwise", gaps_pairwise}, {"use=complete", gaps_complete}};
  double worst = 0.0;
  (void)state;
  for (int c = 0; c < 2; c++) {
    inno_analysis *a = analyze(inno_analysis_create_reliability, cases[c].use, gaps_table, 30, 4, 32, 8, NULL);
    near(REL(ALPHA), cases[c].want[0], 1e-13, cases[c].use, &worst);
    near(REL(ALPHA_STANDARDIZED), cases[c].want[1], 1e-13, cases[c].use, &worst);
    near(REL(OMEGA), cases[c].want[2], 1e-13, cases[c].use, &worst);
    assert_true(REL(COUNT) == cases[c].want[3]);
    inno_analysis_destroy(a);
  }
  print_message("gaps: largest error %.2g\n", worst);
}

/* Twelve tables: a search that stops early is seen in some. */
static void factor_to_the_end(void **state) {
  double worst = 0.0;
  (void)state;
  for (int t = 0; t < 12; t++) {
    inno_analysis *a = analyze(inno_analysis_create_reliability, "", several_tables + 120 * t, 30, 4, 32, 8, NULL);
    assert_true(!isnan(REL(OMEGA)) == !isnan(several_omegas[t]));
    if (!isnan(several_omegas[t])) near(REL(OMEGA), several_omegas[t], 1e-13, "omega", &worst);
    inno_analysis_destroy(a);
  }
  print_message("omega of 12 tables: largest error %.2g\n", worst);
}

/* The search of twenty columns finds the best of all 524287 splits. */
static void best_split_of_many(void **state) {
  double worst = 0.0;
  (void)state;
  inno_analysis *a = analyze(inno_analysis_create_reliability, "", wide_table, 40, 20, 160, 8, NULL);
  near(REL(LAMBDA4), wide_lambda4[0], 1e-13, "lambda 4", &worst);
  inno_analysis_destroy(a);
}

static void adequacy_of_full_data(void **state) {
  const int32_t kind = INNO_RECORD_COMPONENTS;
  double worst = 0.0;
  (void)state;
  inno_analysis *a = analyze(inno_analysis_create_components, "", full_table, 25, 5, 40, 8, NULL);
  near(field(a, kind, 0, INNO_FIELD_ADEQUACY), full_kmo[0], 1e-13, "KMO", &worst);
  near(field(a, kind, 0, INNO_FIELD_CHI_SQUARED), full_bartlett[0], 1e-11, "chi squared", &worst);
  near(field(a, kind, 0, INNO_FIELD_P_VALUE), full_bartlett[2], 1e-9 * full_bartlett[2], "p", &worst);
  assert_true(field(a, kind, 0, INNO_FIELD_DEGREES) == full_bartlett[1]);
  for (int j = 0; j < 5; j++) {
    near(field(a, INNO_RECORD_COMPONENT_ITEM, j, INNO_FIELD_ADEQUACY), full_kmo_each[j], 1e-13, "KMO of one", &worst);
    near(field(a, INNO_RECORD_COMPONENT, j, INNO_FIELD_EIGENVALUE), full_eigenvalues[j], 1e-13, "eigenvalue", &worst);
  }
  inno_analysis_destroy(a);
  a = analyze(inno_analysis_create_components, "", full_table, 25, 3, 40, 8, NULL);
  near(field(a, kind, 0, INNO_FIELD_CHI_SQUARED), three_bartlett[0], 1e-11, "chi squared", &worst);
  near(field(a, kind, 0, INNO_FIELD_P_VALUE), three_bartlett[2], 1e-9 * three_bartlett[2], "p", &worst);
  print_message("adequacy: largest error %.2g\n", worst);
  inno_analysis_destroy(a);
}

/* ---- COINr ---- */

typedef struct {
  double *x;
  const char *codes[MOST];
  int64_t n, k;
} matrix;

/* Whether a node of the tree is below another one. */
static int is_below(const csv *meta, const char *code, const char *group) {
  int row = csv_row(meta, csv_column(meta, "iCode"), code);
  if (row < 0) return 0;
  const char *parent = csv_text(meta, row, csv_column(meta, "Parent"));
  return strcmp(parent, group) == 0 || is_below(meta, parent, group);
}

/* The nodes of a level below a group. */
static matrix take(const csv *t, const csv *meta, const char *group, int level) {
  matrix m = {malloc((size_t)t->rows * MOST * sizeof(double)), {NULL}, t->rows, 0};
  assert_non_null(m.x);
  for (int r = 0; r < meta->rows; r++) {
    const char *code = csv_text(meta, r, csv_column(meta, "iCode"));
    if (!is_below(meta, code, group) || (int)csv_number(meta, r, csv_column(meta, "Level")) != level) continue;
    int column = csv_column(t, code);
    assert_true(column >= 0 && m.k < MOST);
    m.codes[m.k] = code;
    for (int i = 0; i < t->rows; i++) m.x[m.k * m.n + i] = csv_number(t, i, column);
    m.k++;
  }
  return m;
}

static void cronbach(void **state) {
  static const char *const sets[3] = {"Raw", "Normalised", "Aggregated"};
  static const char *const files[3] = {"coinr/00_struct/raw.csv", "coinr/07_pipeline/normalised.csv",
                                       "coinr/07_pipeline/aggregated.csv"};
  csv expected, meta;
  double worst = 0.0;
  int compared = 0;
  (void)state;
  golden_read(&expected, "coinr/09_corr/cronbach.csv");
  golden_read(&meta, "coinr/ASEM_iMeta.csv");
  for (int s = 0; s < 3; s++) {
    csv t;
    golden_read(&t, files[s]);
    for (int r = 0; r < expected.rows; r++) {
      if (strcmp(csv_text(&expected, r, 0), sets[s]) != 0) continue;
      matrix m = take(&t, &meta, csv_text(&expected, r, 1), (int)csv_number(&expected, r, 2));
      inno_analysis *a = analyze(inno_analysis_create_reliability, "", m.x, m.n, m.k, 8, 8 * m.n, m.codes);
      near(REL(ALPHA), csv_number(&expected, r, 3), 1e-12, csv_text(&expected, r, 1), &worst);
      compared++;
      inno_analysis_destroy(a);
      free(m.x);
    }
    csv_free(&t);
  }
  assert_int_equal(compared, expected.rows);
  print_message("coinr/09_corr/cronbach: %d alphas, largest error %.2g\n", compared, worst);
  csv_free(&expected);
  csv_free(&meta);
}

typedef struct {
  inno_analysis *a;
  inno_result *result;
} families;

/* Of the example's normalized indicators, aggregated again. */
static families families_of_asem(const csv *weights) {
  csv t;
  inno_analysis *a = NULL;
  golden_read(&t, "coinr/07_pipeline/normalised.csv");
  inno_indicator_set *set = golden_asem_set(0, weights);
  inno_dataset *data = golden_dataset(&t, NULL);
  const golden_step steps[] = {{0, NULL}};
  inno_method *method = golden_method(set, steps);
  inno_result *result = golden_result(method, data);
  assert_int_equal(inno_analysis_create_families(NULL, NULL, result, &a, NULL), INNO_OK);
  inno_method_destroy(method);
  inno_dataset_destroy(data);
  inno_indicator_set_destroy(set);
  csv_free(&t);
  return (families){a, result};
}

static void release(families *f) {
  inno_analysis_destroy(f->a);
  inno_result_destroy(f->result);
}

/* The record of a kind that has these numbers; component -1 = any. */
static int64_t find(const inno_analysis *a, int32_t kind, int64_t parent, int64_t node, int64_t component) {
  for (int64_t i = 0; i < inno_analysis_record_count(a, kind); i++)
    if (field(a, kind, i, INNO_FIELD_PARENT) == (double)parent &&
        (node < 0 || field(a, kind, i, INNO_FIELD_NODE) == (double)node) &&
        (component < 0 || field(a, kind, i, INNO_FIELD_COMPONENT) == (double)component))
      return i;
  fail_msg("no record of kind %d with parent %d, node %d, component %d", (int)kind, (int)parent, (int)node,
           (int)component);
  return -1;
}

static int64_t node_of(const families *f, const char *code) { return inno_result_find_node(f->result, code); }

/* Alphas of the children of every node: of pillars those of normalized indicators, above those of aggregates. */
static void cronbach_of_families(void **state) {
  csv expected;
  double worst = 0.0;
  int compared = 0;
  (void)state;
  families f = families_of_asem(NULL);
  golden_read(&expected, "coinr/09_corr/cronbach.csv");
  for (int r = 0; r < expected.rows; r++) {
    const char *set = csv_text(&expected, r, 0), *group = csv_text(&expected, r, 1);
    int level = (int)csv_number(&expected, r, 2), top = strcmp(group, "Index") == 0 ? 3 : 2;
    int pillar = strcmp(group, "Index") != 0 && strcmp(group, "Conn") != 0 && strcmp(group, "Sust") != 0;
    if (!(pillar ? strcmp(set, "Normalised") == 0 : strcmp(set, "Aggregated") == 0 && level == top)) continue;
    int64_t at = find(f.a, INNO_RECORD_RELIABILITY, node_of(&f, group), -1, -1);
    near(field(f.a, INNO_RECORD_RELIABILITY, at, INNO_FIELD_ALPHA), csv_number(&expected, r, 3), 1e-12, group, &worst);
    compared++;
  }
  assert_int_equal(compared, 11);
  assert_int_equal(inno_analysis_record_count(f.a, INNO_RECORD_RELIABILITY), 11);
  assert_int_equal(inno_analysis_record_count(f.a, INNO_RECORD_COMPONENTS), 11);
  print_message("alphas of 11 families: largest error %.2g\n", worst);
  csv_free(&expected);
  release(&f);
}

static void variances(const families *f, const char *file) {
  csv expected;
  double worst = 0.0;
  golden_read(&expected, file);
  for (int r = 0; r < expected.rows; r++) {
    const int64_t parent = node_of(f, csv_text(&expected, r, 0));
    int64_t at = find(f->a, INNO_RECORD_COMPONENT, parent, -1, (int64_t)csv_number(&expected, r, 1) - 1);
    int64_t family = find(f->a, INNO_RECORD_COMPONENTS, parent, -1, -1);
    near(field(f->a, INNO_RECORD_COMPONENT, at, INNO_FIELD_EIGENVALUE),
         csv_number(&expected, r, csv_column(&expected, "variance")), 1e-11, file, &worst);
    near(field(f->a, INNO_RECORD_COMPONENT, at, INNO_FIELD_VARIANCE_SHARE),
         csv_number(&expected, r, csv_column(&expected, "prop")), 1e-12, file, &worst);
    near(field(f->a, INNO_RECORD_COMPONENT, at, INNO_FIELD_CUMULATIVE),
         csv_number(&expected, r, csv_column(&expected, "cumprop")), 1e-12, file, &worst);
    near(field(f->a, INNO_RECORD_COMPONENTS, family, INNO_FIELD_COUNT),
         csv_number(&expected, r, csv_column(&expected, "nrows")), 0.0, file, &worst);
  }
  print_message("%-44s %d variances, largest error %.2g\n", file, expected.rows, worst);
  csv_free(&expected);
}

/* Vectors as COINr has them up to the sign of each: the sign that makes ours like it is found from the whole vector. */
static void vectors(const families *f, const char *const *groups, const char *file, const char *value) {
  csv expected;
  double worst = 0.0;
  int compared = 0;
  golden_read(&expected, file);
  const int code = csv_column(&expected, "iCode"), pc = csv_column(&expected, "PC");
  for (; *groups != NULL; groups++) {
    const int64_t parent = node_of(f, *groups);
    for (int component = 0; component < (pc >= 0 ? MOST : 1); component++) {
      double got[MOST], want[MOST], turn = 0.0;
      int k = 0;
      char name[16];
      snprintf(name, sizeof name, "PC%d", component + 1);
      for (int r = 0; r < expected.rows; r++) {
        const int64_t node = node_of(f, csv_text(&expected, r, code));
        if (pc >= 0 && strcmp(csv_text(&expected, r, pc), name) != 0) continue;
        int64_t i = 0, count = inno_analysis_record_count(f->a, INNO_RECORD_LOADING);
        while (i < count && (field(f->a, INNO_RECORD_LOADING, i, INNO_FIELD_PARENT) != (double)parent ||
                             field(f->a, INNO_RECORD_LOADING, i, INNO_FIELD_NODE) != (double)node ||
                             field(f->a, INNO_RECORD_LOADING, i, INNO_FIELD_COMPONENT) != component))
          i++;
        if (i == count) continue; /* of another family */
        got[k] = field(f->a, INNO_RECORD_LOADING, i, INNO_FIELD_VECTOR);
        want[k] = csv_number(&expected, r, csv_column(&expected, value));
        turn += got[k] * want[k];
        k++;
      }
      for (int j = 0; j < k; j++) near(got[j], turn < 0.0 ? -want[j] : want[j], 1e-9, file, &worst);
      compared += k;
    }
  }
  assert_true(compared > 0);
  print_message("%-44s %d entries, largest error %.2g\n", file, compared, worst);
  csv_free(&expected);
}

static void components_of_asem(void **state) {
  static const char *const pillars[] = {"Physical", "ConEcFin", "Political", "Instit", "P2P",
                                        "Environ",  "Social",   "SusEcFin",  NULL};
  static const char *const above[] = {"Conn", "Sust", NULL};
  (void)state;
  families f = families_of_asem(NULL);
  variances(&f, "coinr/10_weights/pca_norm_L1_variance.csv");
  variances(&f, "coinr/10_weights/pca_agg_L2_variance.csv");
  vectors(&f, above, "coinr/10_weights/pca_agg_L2_rotation.csv", "loading");
  vectors(&f, pillars, "coinr/10_weights/pca_norm_L1_weights.csv", "Weight");
  vectors(&f, above, "coinr/10_weights/pca_agg_L2_weights.csv", "Weight");
  release(&f);
}

/* What a result says of its own weights. */
static void effective_weights(void **state) {
  static const char *const files[2] = {"coinr/10_weights/eff_weights.csv", "coinr/10_weights/eff_weights_unequal.csv"};
  (void)state;
  for (int k = 0; k < 2; k++) {
    csv expected;
    double worst = 0.0, got = 0.0;
    golden_read(&expected, files[k]);
    families f = families_of_asem(&expected);
    for (int r = 0; r < expected.rows; r++) {
      assert_int_equal(inno_result_record(f.result, INNO_RECORD_WEIGHT, node_of(&f, csv_text(&expected, r, 0)),
                                          INNO_FIELD_EFFECTIVE, &got, NULL),
                       INNO_OK);
      near(got / csv_number(&expected, r, csv_column(&expected, "EffWeight")), 1.0, 1e-12, files[k], &worst);
    }
    print_message("%-44s %d nodes, largest relative error %.2g\n", files[k], expected.rows, worst);
    csv_free(&expected);
    release(&f);
  }
}

/* ---- the Handbook's example ---- */

enum { K = 8, N = 23, F = 4 };
static const char *const tai[K] = {"PATENTS",        "ROYALTIES",       "INTERNET",  "EXPORTS",
                                   "TELEPHONES_LOG", "ELECTRICITY_LOG", "SCHOOLING", "UNIVERSITY"};

static void read_tai(double x[K][N]) {
  csv t;
  golden_read(&t, "published/tai_oecd_handbook_raw.csv");
  assert_int_equal(t.rows, N);
  for (int j = 0; j < K; j++)
    for (int i = 0; i < N; i++) x[j][i] = csv_number(&t, i, csv_column(&t, tai[j]));
  csv_free(&t);
}

/* Columns of got (K x m) against those of the table that they are most like. The printed logarithms have two decimals,
 * which test_weigh_tai.c explains; all cells are held to 0.02, and how many are within the print is counted. */
static int columns_agree(const csv *t, const double *got, int m) {
  int within = 0, used = 0;
  for (int f = 0; f < m; f++) {
    double best = 0.0;
    int at = 0;
    for (int c = 0; c < m; c++) {
      double dot = 0.0;
      for (int j = 0; j < K; j++) dot += got[j * m + f] * csv_number(t, j, c + 1);
      if (fabs(dot) <= fabs(best)) continue;
      best = dot;
      at = c;
    }
    assert_false(used & 1 << at);
    used |= 1 << at;
    for (int j = 0; j < K; j++) {
      double error = fabs(got[j * m + f] - csv_number(t, j, at + 1) * (best < 0.0 ? -1.0 : 1.0));
      if (error > 0.02) fail_msg("%s, factor %d: %.4f", tai[j], at + 1, got[j * m + f]);
      within += error <= 0.005 + 1e-9;
    }
  }
  return within;
}

static void handbook_components(void **state) {
  static const int rounded[K] = {0, 0, 0, 0, 1, 1, 0, 0};
  static double x[K][N];
  double loading[K * K], rotated[K * F];
  csv t;
  (void)state;
  read_tai(x);
  inno_analysis *a =
      analyze(inno_analysis_create_components, "retain=count;components=4", &x[0][0], N, K, 8, 8 * N, tai);
  golden_read(&t, "published/tai_oecd_handbook_eigen.csv");
  for (int f = 0; f < K; f++) {
    assert_true(fabs(100.0 * field(a, INNO_RECORD_COMPONENT, f, INNO_FIELD_VARIANCE_SHARE) - csv_number(&t, f, 2)) <=
                0.15);
    assert_true(fabs(100.0 * field(a, INNO_RECORD_COMPONENT, f, INNO_FIELD_CUMULATIVE) - csv_number(&t, f, 3)) <= 0.15);
    assert_true(fabs(field(a, INNO_RECORD_COMPONENT, f, INNO_FIELD_EIGENVALUE) - csv_number(&t, f, 1)) <= 0.06);
  }
  csv_free(&t);
  for (int i = 0; i < K * K; i++) {
    loading[i] = field(a, INNO_RECORD_LOADING, i, INNO_FIELD_LOADING);
    double turned = field(a, INNO_RECORD_LOADING, i, INNO_FIELD_ROTATED);
    assert_int_equal(isnan(turned) != 0, i % K >= F);
    if (i % K < F) rotated[i / K * F + i % K] = turned;
  }
  golden_read(&t, "published/tai_oecd_handbook_pca_loadings.csv");
  int within = columns_agree(&t, loading, K);
  csv_free(&t);
  golden_read(&t, "published/tai_oecd_handbook_varimax.csv");
  int turned_within = columns_agree(&t, rotated, F);
  for (int j = 0; j < K; j++)
    assert_true(fabs(field(a, INNO_RECORD_COMPONENT_ITEM, j, INNO_FIELD_COMMUNALITY) - csv_number(&t, j, F + 1)) <=
                0.02);
  csv_free(&t);
  print_message("Handbook: %d of 64 loadings and %d of 32 rotated ones within the print\n", within, turned_within);
  assert_true(within >= 39 && turned_within >= 20);
  golden_read(&t, "published/tai_oecd_handbook_weights.csv");
  int as_printed = 0;
  for (int j = 0; j < K; j++) {
    double printed = csv_number(&t, csv_row(&t, 0, "FA"), csv_column(&t, tai[j]));
    double error = fabs(field(a, INNO_RECORD_COMPONENT_ITEM, j, INNO_FIELD_WEIGHT) - printed);
    as_printed += error <= 0.005;
    assert_true(error <= 0.005 || rounded[j] || strcmp(tai[j], "SCHOOLING") == 0); /* see test_weigh_tai.c */
    assert_true(error <= 0.0115);
  }
  assert_int_equal(as_printed, 5);
  csv_free(&t);
  inno_analysis_destroy(a);
}

/* The alpha that the printed correlations give: k m / (1 + (k - 1) m), m their mean; skip -1 = of all. */
static double alpha_of_print(const csv *t, int skip) {
  double sum = 0.0, k = skip < 0 ? K : K - 1;
  for (int i = 0; i < K; i++)
    for (int j = i + 1; j < K; j++)
      if (i != skip && j != skip) sum += csv_number(t, i, j + 1);
  double mean = sum / (k * (k - 1) / 2);
  return k * mean / (1.0 + (k - 1) * mean);
}

/* Against the printed table of correlations, whose 28 entries are right to 0.005 each (to 0.02 where the data are
 * rounded); the book's text has 0.70. */
static void handbook_alpha(void **state) {
  static double x[K][N];
  double worst = 0.0;
  csv t;
  (void)state;
  read_tai(x);
  golden_read(&t, "published/tai_oecd_handbook_correlations.csv");
  inno_analysis *a = analyze(inno_analysis_create_reliability, "", &x[0][0], N, K, 8, 8 * N, tai);
  near(REL(ALPHA_STANDARDIZED), alpha_of_print(&t, -1), 0.005, "standardized alpha", &worst);
  near(REL(ALPHA_STANDARDIZED), 0.70, 0.005, "standardized alpha", &worst);
  for (int j = 0; j < K; j++)
    near(field(a, INNO_RECORD_ITEM, j, INNO_FIELD_ALPHA_STANDARDIZED), alpha_of_print(&t, j), 0.005, tai[j], &worst);
  print_message("Handbook: alphas %.2g from those of the printed correlations\n", worst);
  csv_free(&t);
  inno_analysis_destroy(a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reliability_of_full_data), cmocka_unit_test(reliability_with_gaps),
      cmocka_unit_test(factor_to_the_end),        cmocka_unit_test(best_split_of_many),
      cmocka_unit_test(adequacy_of_full_data),    cmocka_unit_test(cronbach),
      cmocka_unit_test(cronbach_of_families),     cmocka_unit_test(components_of_asem),
      cmocka_unit_test(handbook_components),      cmocka_unit_test(handbook_alpha),
      cmocka_unit_test(effective_weights),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
