/* The kernels of the construction steps, called directly, against COINr's outputs of single steps (reference folders
 * 01 to 07). test_coinr_variants.c asks the same of the public functions; here a difference is in the arithmetic and
 * nowhere else. */
#include <math.h>
#include <string.h>

#include "construct/node.h"
#include "construct/denominate.h"
#include "construct/impute.h"
#include "construct/normalize.h"
#include "construct/rank.h"
#include "construct/screen.h"
#include "numeric/missing.h"
#include "support/golden.h"

/* One node, all units at once, by the rule's own implementation. */
static inno_status aggregate_all(const double *const *columns, const double *weights, int32_t k, int64_t n,
                                 const inno__aggregate_rule *rule, double *out, double *coverage, void *work,
                                 const char *const *children, const inno__site *site) {
  inno__aggregate_rule full = *rule;
  full.aggregator = &inno__aggregator_means;
  inno__node node = {.columns = columns, .weights = weights, .k = k, .n = n, .rule = &full, .children = children,
                     .site = site, .out = out, .coverage = coverage, .work = work};
  return inno__aggregate(&node);
}

enum { ROWS = 64, NODES = 64, WORK = 65536 };

static const inno__site nowhere;
static double work[WORK];

/* ---- tables ---- */

static void take(const csv *t, const char *name, double *x) {
  int c = csv_column(t, name);
  if (c < 0) fail_msg("no column %s", name);
  assert_true(t->rows <= ROWS);
  for (int r = 0; r < t->rows; r++) x[r] = csv_number(t, r, c);
}

/* Fails beyond 1e-12 of max(|expected|, scale of the column); a missing value must be missing. worst collects the
 * error. */
static void compare(const csv *expected, const char *name, const double *got, double *worst) {
  double want[ROWS], scale = 0.0;
  take(expected, name, want);
  for (int r = 0; r < expected->rows; r++)
    if (fabs(want[r]) > scale) scale = fabs(want[r]);
  for (int r = 0; r < expected->rows; r++) {
    if (want[r] != want[r] && got[r] != got[r]) continue;
    double error = scale > 0.0 ? fabs(got[r] - want[r]) / scale : fabs(got[r] - want[r]);
    if (!(error <= 1e-12)) fail_msg("%s, row %d: got %.17g, expected %.17g", name, r, got[r], want[r]);
    if (error > *worst) *worst = error;
  }
}

static void report(const char *file, double worst) { print_message("%-48s largest error %.2g\n", file, worst); }

/* Numbers the labels of a column; rows follow the codes of values. */
static int32_t take_labels(const csv *values, const csv *units, const char *group, int32_t *label) {
  const char *seen[ROWS];
  int32_t count = 0;
  for (int r = 0; r < values->rows; r++) {
    int row = csv_row(units, csv_column(units, "uCode"), csv_text(values, r, csv_column(values, "uCode")));
    const char *text = csv_text(units, row, csv_column(units, group));
    label[r] = 0;
    while (label[r] < count && strcmp(seen[label[r]], text) != 0) label[r]++;
    if (label[r] == count) seen[count++] = text;
  }
  return count;
}

/* ---- 01 denominate ---- */

static void denominate_column(const csv *values, const csv *units, const csv *expected, const char *code,
                              const char *denominator, double scale, double *worst) {
  double x[ROWS], d[ROWS];
  unsigned char marks[ROWS] = {0}, there[ROWS];
  take(values, code, x);
  for (int r = 0; r < values->rows; r++) {
    there[r] = x[r] == x[r];
    int row = csv_row(units, csv_column(units, "uCode"), csv_text(values, r, csv_column(values, "uCode")));
    d[r] = csv_number(units, row, csv_column(units, denominator));
  }
  inno__denominate(x, d, scale, values->rows, x, marks);
  for (int r = 0; r < values->rows; r++)
    assert_int_equal(marks[r], there[r] && d[r] != d[r] ? INNO_MARK_NO_DENOMINATOR : 0);
  compare(expected, code, x, worst);
}

static void denominate(void **state) {
  csv raw, units, meta, expected, data, scaled;
  double worst = 0.0;
  (void)state;
  golden_read(&raw, "coinr/00_struct/raw.csv");
  golden_read(&units, "coinr/00_struct/units.csv");
  golden_read(&meta, "coinr/00_struct/iMeta_sorted.csv");
  golden_read(&expected, "coinr/01_denominate/denominated.csv");
  int done = 0;
  for (int r = 0; r < meta.rows; r++) {
    const char *denominator = csv_text(&meta, r, csv_column(&meta, "Denominator"));
    if (denominator[0] == '\0' || strcmp(denominator, "NA") == 0) continue;
    const char *code = csv_text(&meta, r, csv_column(&meta, "iCode"));
    denominate_column(&raw, &units, &expected, code, denominator, 1.0, &worst);
    done++;
  }
  assert_true(done > 0);
  report("denominated", worst);
  golden_read(&data, "coinr/ASEM_iData.csv");
  golden_read(&scaled, "coinr/01_denominate/denominated_df_scalefactor.csv");
  worst = 0.0;
  denominate_column(&data, &data, &scaled, "Goods", "GDP", 1.0, &worst);
  denominate_column(&data, &data, &scaled, "Flights", "Population", 1000.0, &worst);
  report("denominated_df_scalefactor", worst);
  csv_free(&raw), csv_free(&units), csv_free(&meta), csv_free(&expected), csv_free(&data), csv_free(&scaled);
}

/* ---- 02 impute ---- */

static void impute_columns(int32_t rule, const char *file) {
  csv in, units, expected;
  int32_t label[ROWS];
  double worst = 0.0;
  golden_read(&in, "coinr/01_denominate/denominated.csv");
  golden_read(&units, "coinr/00_struct/units.csv");
  golden_read(&expected, file);
  inno__grouping grouping = {label, take_labels(&in, &units, "EurAsia_group", label)};
  assert_true(inno__impute_work_size(in.rows, grouping.count) <= sizeof work);
  for (int c = 0; c < in.columns; c++) {
    const char *code = csv_text(&in, -1, c);
    double x[ROWS], out[ROWS];
    unsigned char marks[ROWS] = {0};
    if (strcmp(code, "uCode") == 0) continue;
    take(&in, code, x);
    inno__impute_column(x, in.rows, rule, &grouping, NULL, out, marks, work);
    compare(&expected, code, out, &worst);
    for (int r = 0; r < in.rows; r++) assert_int_equal(marks[r], x[r] == x[r] ? 0 : INNO_MARK_IMPUTED);
  }
  report(file, worst);
  csv_free(&in), csv_free(&units), csv_free(&expected);
}

/* parent NULL = all indicators are siblings */
static void impute_family(const csv *in, const csv *meta, const char *parent, const csv *expected, double *worst) {
  static double x[NODES][ROWS], out[NODES][ROWS];
  const double *columns[NODES];
  double *outs[NODES];
  const char *codes[NODES];
  int32_t directions[NODES], k = 0;
  unsigned char fill[NODES];
  for (int r = 0; r < meta->rows; r++) {
    if (csv_number(meta, r, csv_column(meta, "Level")) != 1.0) continue;
    if (parent != NULL && strcmp(csv_text(meta, r, csv_column(meta, "Parent")), parent) != 0) continue;
    codes[k] = csv_text(meta, r, csv_column(meta, "iCode"));
    take(in, codes[k], x[k]);
    columns[k] = x[k];
    outs[k] = out[k];
    directions[k] = (int32_t)csv_number(meta, r, csv_column(meta, "Direction"));
    fill[k++] = 1;
  }
  assert_true(inno__impute_siblings_work_size(in->rows, k) <= sizeof work);
  inno__impute_siblings(columns, directions, fill, k, in->rows, NULL, outs, NULL, work);
  for (int32_t c = 0; c < k; c++) compare(expected, codes[c], out[c], worst);
}

static void impute(void **state) {
  csv in, meta, expected;
  double worst = 0.0;
  (void)state;
  impute_columns(INNO_IMPUTE_MEAN, "coinr/02_impute/imp_mean.csv");
  impute_columns(INNO_IMPUTE_MEDIAN, "coinr/02_impute/imp_median.csv");
  impute_columns(INNO_IMPUTE_GROUP_MEAN, "coinr/02_impute/imp_mean_grp_EurAsia.csv");
  golden_read(&in, "coinr/01_denominate/denominated.csv");
  golden_read(&meta, "coinr/00_struct/iMeta_sorted.csv");
  golden_read(&expected, "coinr/02_impute/imp_row_mean_normfirst.csv");
  impute_family(&in, &meta, NULL, &expected, &worst);
  report("imp_row_mean_normfirst", worst);
  csv_free(&expected);
  golden_read(&expected, "coinr/02_impute/imp_row_mean_level2.csv");
  worst = 0.0;
  for (int r = 0; r < meta.rows; r++)
    if (csv_number(&meta, r, csv_column(&meta, "Level")) == 2.0)
      impute_family(&in, &meta, csv_text(&meta, r, csv_column(&meta, "iCode")), &expected, &worst);
  report("imp_row_mean_level2", worst);
  csv_free(&in), csv_free(&meta), csv_free(&expected);
}

/* ---- 03 screen ---- */

static void screen_table(const char *input, const char *file, int decided) {
  csv in, expected;
  int32_t available[ROWS] = {0}, zeros[ROWS] = {0}, k = 0;
  double worst = 0.0, coverage[ROWS], nonzero[ROWS];
  golden_read(&in, input);
  golden_read(&expected, file);
  for (int c = 0; c < in.columns; c++) {
    double x[ROWS];
    if (strcmp(csv_text(&in, -1, c), "uCode") == 0) continue;
    take(&in, csv_text(&in, -1, c), x);
    inno__screen_count(x, in.rows, available, zeros);
    k++;
  }
  for (int r = 0; r < in.rows; r++) {
    coverage[r] = inno__screen_coverage(available[r], k);
    nonzero[r] = inno__screen_nonzero(zeros[r], available[r]);
    assert_int_equal(k - available[r], (int)csv_number(&expected, r, csv_column(&expected, "N_missing")));
    assert_int_equal(zeros[r], (int)csv_number(&expected, r, csv_column(&expected, "N_zero")));
    static const struct {
      int32_t rule;
      const char *column;
      int kept; /* what TRUE means there */
    } tests[] = {{INNO_SCREEN_COVERAGE, "LowData", 0},
                 {INNO_SCREEN_NONZERO, "LowNonZero", 0},
                 {INNO_SCREEN_BOTH, "LowDatOrZeroFlag", 0},
                 {INNO_SCREEN_COVERAGE, "Included", 1}};
    for (int i = 0; decided && i < 4; i++) {
      inno__screen_rule rule = {tests[i].rule, 0.9, 0.05};
      int flag = (int)csv_number(&expected, r, csv_column(&expected, tests[i].column));
      assert_int_equal(inno__screen_keep(&rule, available[r], zeros[r], k, 0), tests[i].kept ? flag : !flag);
    }
  }
  compare(&expected, "Dat_Avail", coverage, &worst);
  compare(&expected, "Non_Zero", nonzero, &worst);
  report(file, worst);
  csv_free(&in), csv_free(&expected);
}

static void screen(void **state) {
  (void)state;
  screen_table("coinr/00_struct/raw.csv", "coinr/03_screen/screen_raw_byNA90_summary.csv", 1);
  screen_table("coinr/00_struct/raw.csv", "coinr/03_screen/data_avail_summary_raw.csv", 0);
  screen_table("coinr/02_impute/imp_mean_grp_EurAsia.csv", "coinr/03_screen/screen_pipeline_summary.csv", 1);
}

/* ---- 05 normalize ---- */

static inno__normalize_rule plain_rule(int32_t which, double direction) {
  return (inno__normalize_rule){.rule = which,
                                .direction = (int32_t)direction,
                                .log = INNO_LOG_NONE,
                                .ties = INNO_TIES_COMPETITION,
                                .truncate = which == INNO_NORMALIZE_GOALPOSTS,
                                .upper = 100.0,
                                .points = 100.0,
                                .sd = 1.0,
                                .target = inno__nan(),
                                .reference = -1};
}

static inno_status normalize_column(const double *x, int n, const inno__normalize_rule *rule, double *out,
                                    unsigned char *marks) {
  inno__frame frame;
  assert_true(inno__normalize_work_size(n) <= sizeof work);
  inno_status s = inno__normalize_fit(x, n, rule, &frame, work, &nowhere);
  return s != INNO_OK ? s : inno__normalize_apply(x, n, rule, &frame, out, marks, work, &nowhere);
}

/* What one column of one table asks for. */
typedef inno__normalize_rule (*chooser)(const char *code, double direction, const csv *parameters, int row);

static void normalize_table(const char *input, const char *file, chooser choose) {
  csv in, p, expected;
  double worst = 0.0;
  golden_read(&in, input);
  golden_read(&p, "coinr/05_normalise/params_iMeta.csv");
  golden_read(&expected, file);
  for (int r = 0; r < p.rows; r++) {
    const char *code = csv_text(&p, r, csv_column(&p, "iCode"));
    double x[ROWS], out[ROWS], want[ROWS];
    int defined = 0;
    inno__normalize_rule rule = choose(code, csv_number(&p, r, csv_column(&p, "Direction")), &p, r);
    take(&in, code, x);
    take(&expected, code, want);
    for (int i = 0; i < expected.rows; i++) defined |= isfinite(want[i]);
    inno_status s = normalize_column(x, in.rows, &rule, out, NULL);
    if (defined)
      assert_int_equal(s, INNO_OK);
    else
      assert_int_equal(s, INNO_E_DOMAIN); /* the reference unit is the worst: COINr gives NaN and infinities */
    if (defined) compare(&expected, code, out, &worst);
  }
  report(file, worst);
  csv_free(&in), csv_free(&p), csv_free(&expected);
}

#define CHOOSER(name, which, changes)                                                           \
  static inno__normalize_rule name(const char *code, double direction, const csv *p, int row) { \
    inno__normalize_rule rule = plain_rule(which, direction);                                   \
    (void)code, (void)p, (void)row;                                                             \
    changes;                                                                                    \
    return rule;                                                                                \
  }
#define PARAMETER(name) csv_number(p, row, csv_column(p, name))
CHOOSER(minmax, INNO_NORMALIZE_MINMAX, )
CHOOSER(minmax_1, INNO_NORMALIZE_MINMAX, rule.lower = 1.0)
CHOOSER(zscore, INNO_NORMALIZE_ZSCORE, )
CHOOSER(zscore_10_2, INNO_NORMALIZE_ZSCORE, rule.mean = 10.0; rule.sd = 2.0)
/* COINr turns a bad round before it applies 0..100; in the bad's own units that is -100..0 */
CHOOSER(scaled, INNO_NORMALIZE_FIXED_RANGE, rule.lower = direction < 0.0 ? -100.0 : 0.0;
        rule.upper = rule.lower + 100.0)
CHOOSER(to_max, INNO_NORMALIZE_DISTANCE_TO_MAX, )
CHOOSER(to_row_5, INNO_NORMALIZE_DISTANCE_TO_REFERENCE, rule.reference = 4)
CHOOSER(to_row_5_cap, INNO_NORMALIZE_DISTANCE_TO_REFERENCE, rule.reference = 4; rule.cap = 1)
CHOOSER(to_target, INNO_NORMALIZE_DISTANCE_TO_TARGET, rule.target = PARAMETER("Target"))
CHOOSER(ranked, INNO_NORMALIZE_RANK, )
CHOOSER(percentile, INNO_NORMALIZE_PERCENTILE_RANK, )
CHOOSER(percentile_average, INNO_NORMALIZE_PERCENTILE_RANK, rule.ties = INNO_TIES_FRACTIONAL)
CHOOSER(borda, INNO_NORMALIZE_BORDA, )
CHOOSER(goalposts, INNO_NORMALIZE_GOALPOSTS, rule.lower = PARAMETER("goalpost_lower");
        rule.upper = PARAMETER("goalpost_upper"); rule.points = PARAMETER("goalpost_scale");
        rule.truncate = (int32_t)PARAMETER("goalpost_trunc2posts"))

static inno__normalize_rule mixed(const char *code, double direction, const csv *p, int row) {
  inno__normalize_rule rule = minmax(code, direction, p, row);
  rule.upper = 1.0;
  if (strcmp(code, "LPI") == 0) rule.rule = INNO_NORMALIZE_ZSCORE;
  if (strcmp(code, "LPI") == 0) rule.mean = 5.0;
  if (strcmp(code, "CO2") == 0) rule.rule = INNO_NORMALIZE_RANK;
  if (strcmp(code, "Ship") == 0) rule.rule = INNO_NORMALIZE_NONE;
  return rule;
}

static void normalize(void **state) {
  static const struct {
    chooser choose;
    const char *file;
  } tables[] = {{minmax, "minmax_0_100"},
                {minmax_1, "minmax_1_100"},
                {zscore, "zscore_0_1"},
                {zscore_10_2, "zscore_10_2"},
                {scaled, "scaled_0_100"},
                {to_max, "dist2max"},
                {to_row_5, "dist2ref_5"},
                {to_row_5_cap, "dist2ref_5_cap"},
                {to_target, "dist2targ_iMeta"},
                {percentile, "prank"},
                {percentile_average, "prank_avg"},
                {ranked, "rank"},
                {borda, "borda"},
                {mixed, "mixed_indiv"}};
  (void)state;
  for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
    char file[96] = "coinr/05_normalise/";
    strcat(strcat(file, tables[i].file), "_treated.csv");
    normalize_table("coinr/07_pipeline/treated.csv", file, tables[i].choose);
  }
  normalize_table("coinr/00_struct/raw.csv", "coinr/05_normalise/goalposts_iMeta_raw.csv", goalposts);
}

/* COINr's defect B5: it divides -x by the maximum of -x, so that the worst bad scores highest. Goods agree; of bads
 * the best gets 1 and the others less, and a column with a 0 is refused. */
static void fraction_of_max(void **state) {
  csv in, p, expected;
  double worst = 0.0;
  int refused = 0;
  (void)state;
  golden_read(&in, "coinr/07_pipeline/treated.csv");
  golden_read(&p, "coinr/05_normalise/params_iMeta.csv");
  golden_read(&expected, "coinr/05_normalise/fracmax_treated.csv");
  for (int r = 0; r < p.rows; r++) {
    const char *code = csv_text(&p, r, csv_column(&p, "iCode"));
    double x[ROWS], out[ROWS], least = INFINITY, direction = csv_number(&p, r, csv_column(&p, "Direction"));
    inno__normalize_rule rule = plain_rule(INNO_NORMALIZE_FRACTION_OF_MAX, direction);
    take(&in, code, x);
    for (int i = 0; i < in.rows; i++) least = x[i] < least ? x[i] : least;
    inno_status s = normalize_column(x, in.rows, &rule, out, NULL);
    if (direction < 0.0 && least <= 0.0) {
      assert_int_equal(s, INNO_E_NONPOSITIVE);
      refused++;
      continue;
    }
    assert_int_equal(s, INNO_OK);
    if (direction > 0.0)
      compare(&expected, code, out, &worst);
    else
      for (int i = 0; i < in.rows; i++) assert_true(out[i] == least / x[i]);
  }
  assert_true(refused > 0);
  report("fracmax_treated (goods)", worst);
  csv_free(&in), csv_free(&p), csv_free(&expected);
}

static void target_capped(void **state) {
  csv in, p, expected;
  int cut = 0;
  (void)state;
  golden_read(&in, "coinr/07_pipeline/treated.csv");
  golden_read(&p, "coinr/05_normalise/params_iMeta.csv");
  golden_read(&expected, "coinr/05_normalise/dist2targ_iMeta_treated.csv");
  for (int r = 0; r < p.rows; r++) {
    const char *code = csv_text(&p, r, csv_column(&p, "iCode"));
    double x[ROWS], out[ROWS], want[ROWS];
    unsigned char marks[ROWS] = {0};
    inno__normalize_rule rule = to_target(code, csv_number(&p, r, csv_column(&p, "Direction")), &p, r);
    rule.cap = (int32_t)csv_number(&p, r, csv_column(&p, "dist2targ_cap_max"));
    take(&in, code, x);
    take(&expected, code, want);
    assert_int_equal(normalize_column(x, in.rows, &rule, out, marks), INNO_OK);
    for (int i = 0; i < in.rows; i++) {
      assert_int_equal(marks[i], want[i] > 1.0 ? INNO_MARK_TRUNCATED : 0);
      cut += marks[i] != 0;
      if (want[i] > 1.0)
        assert_true(out[i] == 1.0);
      else if (want[i] == want[i])
        assert_true(fabs(out[i] - want[i]) <= 1e-12 * fmax(1.0, fabs(want[i])));
    }
  }
  assert_true(cut > 0);
  csv_free(&in), csv_free(&p), csv_free(&expected);
}

/* ---- 06 aggregate: the tree of the table, level by level ---- */

typedef struct {
  csv meta, in;
  int row[NODES]; /* of meta; indicators and aggregates */
  double x[NODES][ROWS], weight[NODES];
  int count;
} asem_tree;

static const char *code_of(const asem_tree *t, int node) {
  return csv_text(&t->meta, t->row[node], csv_column(&t->meta, "iCode"));
}

static void tree_read(asem_tree *t, const char *input, const char *weights_file) {
  csv weights;
  golden_read(&t->meta, "coinr/00_struct/iMeta_sorted.csv");
  golden_read(&t->in, input);
  if (weights_file != NULL) golden_read(&weights, weights_file);
  t->count = 0;
  for (int r = 0; r < t->meta.rows; r++) {
    const char *type = csv_text(&t->meta, r, csv_column(&t->meta, "Type"));
    if (strcmp(type, "Indicator") != 0 && strcmp(type, "Aggregate") != 0) continue;
    int node = t->count++;
    t->row[node] = r;
    t->weight[node] = csv_number(&t->meta, r, csv_column(&t->meta, "Weight"));
    if (weights_file != NULL)
      t->weight[node] = csv_number(&weights, csv_row(&weights, csv_column(&weights, "iCode"), code_of(t, node)),
                                   csv_column(&weights, "Weight"));
    if (strcmp(type, "Indicator") == 0) take(&t->in, code_of(t, node), t->x[node]);
  }
  if (weights_file != NULL) csv_free(&weights);
}

static void aggregate_tree(asem_tree *t, const inno__aggregate_rule *rules) {
  int level_column = csv_column(&t->meta, "Level"), parent_column = csv_column(&t->meta, "Parent");
  for (int level = 2; level <= 4; level++)
    for (int a = 0; a < t->count; a++) {
      const double *columns[NODES];
      double weights[NODES], coverage[ROWS];
      int32_t k = 0;
      if ((int)csv_number(&t->meta, t->row[a], level_column) != level) continue;
      for (int c = 0; c < t->count; c++) {
        if (strcmp(csv_text(&t->meta, t->row[c], parent_column), code_of(t, a)) != 0) continue;
        columns[k] = t->x[c];
        weights[k++] = t->weight[c];
      }
      assert_true(inno__aggregator_means.work_size(k, INT64_MAX) <= sizeof work);
      inno_status s =
          aggregate_all(columns, weights, k, t->in.rows, &rules[level - 2], t->x[a], coverage, work, NULL, &nowhere);
      assert_int_equal(s, INNO_OK);
    }
}

static void aggregate_table(const char *input, const char *weights, const inno__aggregate_rule *rules,
                            const char *file) {
  static asem_tree t;
  csv expected;
  double worst = 0.0;
  tree_read(&t, input, weights);
  golden_read(&expected, file);
  aggregate_tree(&t, rules);
  for (int a = 0; a < t.count; a++)
    if (csv_column(&expected, code_of(&t, a)) >= 0) compare(&expected, code_of(&t, a), t.x[a], &worst);
  report(file, worst);
  csv_free(&t.meta), csv_free(&t.in), csv_free(&expected);
}

#define COMPLETE "coinr/06_aggregate/input_complete.csv"
#define WITH_MISSING "coinr/06_aggregate/input_withNA.csv"
#define FOLDER "coinr/06_aggregate/agg_"
#define ERROR_POLICY .nonpositive = INNO_NONPOSITIVE_ERROR
#define EVERY_LEVEL(...)                                                                    \
  {                                                                                         \
    {ERROR_POLICY, __VA_ARGS__}, {ERROR_POLICY, __VA_ARGS__}, { ERROR_POLICY, __VA_ARGS__ } \
  }

static void aggregate(void **state) {
  static const struct {
    inno__aggregate_rule rules[3];
    const char *equal, *unequal;
  } means[] = {
      {EVERY_LEVEL(.rule = INNO_AGGREGATE_ARITHMETIC), FOLDER "complete_amean.csv", FOLDER "complete_amean_wu.csv"},
      {EVERY_LEVEL(.rule = INNO_AGGREGATE_GEOMETRIC), FOLDER "complete_gmean.csv", FOLDER "complete_gmean_wu.csv"},
      {EVERY_LEVEL(.rule = INNO_AGGREGATE_HARMONIC), FOLDER "complete_hmean.csv", FOLDER "complete_hmean_wu.csv"},
      {EVERY_LEVEL(.rule = INNO_AGGREGATE_POWER, .power = 2.0), FOLDER "complete_genmean_p2.csv",
       FOLDER "complete_genmean_p2_wu.csv"},
      {EVERY_LEVEL(.rule = INNO_AGGREGATE_POWER, .power = -1.0), FOLDER "complete_genmean_pm1.csv",
       FOLDER "complete_genmean_pm1_wu.csv"},
      {EVERY_LEVEL(.rule = INNO_AGGREGATE_POWER, .power = 0.5), FOLDER "complete_genmean_p0.5.csv",
       FOLDER "complete_genmean_p0.5_wu.csv"},
      {{{ERROR_POLICY, .rule = INNO_AGGREGATE_ARITHMETIC},
        {ERROR_POLICY, .rule = INNO_AGGREGATE_GEOMETRIC},
        {ERROR_POLICY, .rule = INNO_AGGREGATE_HARMONIC}},
       FOLDER "complete_mixed_levels.csv",
       FOLDER "complete_mixed_levels_wu.csv"}};
  (void)state;
  for (size_t i = 0; i < sizeof means / sizeof means[0]; i++) {
    aggregate_table(COMPLETE, NULL, means[i].rules, means[i].equal);
    aggregate_table(COMPLETE, "coinr/06_aggregate/weights_unequal.csv", means[i].rules, means[i].unequal);
  }
  static const inno__aggregate_rule median[3] = EVERY_LEVEL(.rule = INNO_AGGREGATE_MEDIAN);
  static const inno__aggregate_rule covered[3] = EVERY_LEVEL(.rule = INNO_AGGREGATE_ARITHMETIC, .min_coverage = 0.75);
  aggregate_table(COMPLETE, NULL, median, FOLDER "complete_w_none_median.csv");
  aggregate_table(WITH_MISSING, NULL, means[0].rules, FOLDER "na_amean.csv");
  aggregate_table(WITH_MISSING, NULL, covered, FOLDER "na_amean_thresh0.75.csv");
}

/* ---- 07 ranks ---- */

static void rank_table(const char *group, const char *file) {
  csv in, units, expected;
  int32_t label[ROWS], columns = 0;
  golden_read(&in, "coinr/07_pipeline/aggregated.csv");
  golden_read(&units, "coinr/00_struct/units.csv");
  golden_read(&expected, file);
  inno__grouping grouping = {label, group != NULL ? take_labels(&in, &units, group, label) : 0};
  assert_true(inno__rank_units_work_size(in.rows, grouping.count) <= sizeof work);
  for (int c = 0; c < in.columns; c++) {
    const char *code = csv_text(&in, -1, c);
    double x[ROWS], out[ROWS];
    if (strcmp(code, "uCode") == 0 || csv_column(&expected, code) < 0) continue;
    take(&in, code, x);
    inno__rank_units(x, in.rows, INNO_TIES_COMPETITION, group != NULL ? &grouping : NULL, out, work);
    for (int r = 0; r < in.rows; r++) {
      int row = csv_row(&expected, csv_column(&expected, "uCode"), csv_text(&in, r, csv_column(&in, "uCode")));
      double want = csv_number(&expected, row, csv_column(&expected, code));
      if (out[r] != want) fail_msg("%s, row %d: rank %g, expected %g", code, r, out[r], want);
    }
    columns++;
  }
  assert_true(columns > 0);
  csv_free(&in), csv_free(&units), csv_free(&expected);
}

static void ranks(void **state) {
  (void)state;
  rank_table(NULL, "coinr/07_pipeline/ranks_all.csv");
  rank_table("GDP_group", "coinr/07_pipeline/results_Aggs_groupranks_GDP.csv");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(denominate), cmocka_unit_test(impute),          cmocka_unit_test(screen),
      cmocka_unit_test(normalize),  cmocka_unit_test(fraction_of_max), cmocka_unit_test(target_capped),
      cmocka_unit_test(aggregate),  cmocka_unit_test(ranks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
