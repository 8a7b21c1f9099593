/* Every score of every ASEM unit again from the records of its trace: the same bits. */
#include "support/golden.h"
#include "support/retrace.h"

#include <math.h>
#include <string.h>

/* GAPS: the raw data with holes. STEPS, NODES: some cannot be computed from a unit's own records. The others: it is
 * done at all. What is not there is none. */
enum { GAPS = 1, STEPS = 2, NODES = 4, IMPUTED = 8, TREATED = 16 };

typedef struct {
  const char *name;
  golden_step steps[7];
  int expected;
} variant;

#define DENOMINATE \
  { INNO_STEP_DENOMINATE, "" }
#define TREAT_AND_SCORE \
  {INNO_STEP_TREAT, "rules=winsorize, log_ct"}, {INNO_STEP_NORMALIZE, ""}, { INNO_STEP_AGGREGATE, "" }

static const variant variants[] = {
    {"coinr",
     {DENOMINATE,
      {INNO_STEP_IMPUTE, "rule=group_mean;group=EurAsia_group"},
      {INNO_STEP_SCREEN, "min_coverage=0.9"},
      TREAT_AND_SCORE},
     IMPUTED | TREATED},
    {"gii", {DENOMINATE, {INNO_STEP_TREAT, ""}, {INNO_STEP_NORMALIZE, ""}, {INNO_STEP_AGGREGATE, ""}}, TREATED},
    {"zscore", {DENOMINATE, {INNO_STEP_NORMALIZE, "rule=zscore;mean=50;sd=10"}, {INNO_STEP_AGGREGATE, ""}}, 0},
    {"zscore cut",
     {DENOMINATE,
      {INNO_STEP_NORMALIZE, "rule=zscore;mean=50;sd=25;truncate=1"},
      {INNO_STEP_AGGREGATE, "rule=power;power=2"}},
     0},
    {"goalposts",
     {DENOMINATE,
      {INNO_STEP_NORMALIZE, "rule=goalposts;lower=0.01;upper=20"},
      {INNO_STEP_AGGREGATE, "rule=power;power=0.5"}},
     0},
    {"ranks", {DENOMINATE, {INNO_STEP_NORMALIZE, "rule=percentile_rank"}, {INNO_STEP_AGGREGATE, ""}}, STEPS},
    {"geometric",
     {DENOMINATE,
      {INNO_STEP_TREAT, "rules=winsorize, log_ct_plus;limit=2"},
      {INNO_STEP_NORMALIZE, "lower=1;upper=100"},
      {INNO_STEP_AGGREGATE, "rule=geometric"}},
     TREATED},
    {"harmonic",
     {DENOMINATE,
      {INNO_STEP_TREAT, "rules=log_ct_orig;force=1"},
      {INNO_STEP_NORMALIZE, "rule=distance_to_max"},
      {INNO_STEP_AGGREGATE, "rule=harmonic;nonpositive=floor;floor=0.1"}},
     TREATED},
    {"product",
     {DENOMINATE,
      {INNO_STEP_TREAT, "rules=winsorize, log_ct;combine=1;limit=2"},
      {INNO_STEP_NORMALIZE, "rule=ampi"},
      {INNO_STEP_AGGREGATE, "rule=weighted_product"}},
     TREATED},
    {"shift",
     {DENOMINATE,
      {INNO_STEP_TREAT, "rules=fence, boxcox;lambda=0.3;combine=1;test=fence"},
      {INNO_STEP_NORMALIZE, "rule=minmax_percentile"},
      {INNO_STEP_AGGREGATE, "rule=geometric;nonpositive=shift;shift=1"}},
     TREATED},
    {"points", {DENOMINATE, {INNO_STEP_NORMALIZE, "rule=minmax_inner"}, {INNO_STEP_AGGREGATE, "rule=sum"}}, GAPS},
    {"median",
     {DENOMINATE, {INNO_STEP_NORMALIZE, "rule=minmax_sd"}, {INNO_STEP_AGGREGATE, "rule=median;@3.rule=minimum"}},
     GAPS},
    {"copeland", {DENOMINATE, {INNO_STEP_NORMALIZE, ""}, {INNO_STEP_AGGREGATE, "@3.rule=copeland"}}, NODES},
    {"classes",
     {DENOMINATE,
      {INNO_STEP_NORMALIZE, "rule=categorical;cuts=25,50,75;scores=0,30,60,100"},
      {INNO_STEP_AGGREGATE, ""}},
     STEPS},
    {"around the mean", {DENOMINATE, {INNO_STEP_NORMALIZE, "rule=above_below_mean"}, {INNO_STEP_AGGREGATE, ""}}, 0},
    {"reference",
     {DENOMINATE,
      {INNO_STEP_NORMALIZE,
       "Flights.rule=distance_to_reference;Flights.reference=SGP;Flights.cap=1;Ship.rule=ratio_to_mean;"
       "Bord.rule=fraction_of_max;FDI.rule=distance_to_target;FDI.target=30;FDI.cap=1;Goods.log=natural;"
       "Services.rule=fixed_range;Embs.rule=none"},
      {INNO_STEP_AGGREGATE, ""}},
     0},
    {"gaps", {DENOMINATE, TREAT_AND_SCORE}, GAPS | TREATED},
    {"gaps refused",
     {DENOMINATE, {INNO_STEP_TREAT, ""}, {INNO_STEP_NORMALIZE, ""}, {INNO_STEP_AGGREGATE, "min_coverage=0.8"}},
     GAPS | TREATED},
    {"screened",
     {DENOMINATE, {INNO_STEP_SCREEN, "rule=both;min_coverage=0.7;min_nonzero=0.9"}, TREAT_AND_SCORE},
     GAPS | TREATED},
    {"mean", {DENOMINATE, {INNO_STEP_IMPUTE, "rule=mean"}, TREAT_AND_SCORE}, GAPS | IMPUTED | TREATED},
    {"median of the column",
     {DENOMINATE,
      {INNO_STEP_SCREEN, "min_coverage=0.6"},
      {INNO_STEP_IMPUTE, "rule=median;Flights.rule=group_median;Flights.group=Pop_group"},
      TREAT_AND_SCORE},
     GAPS | IMPUTED | TREATED},
    {"group mean",
     {DENOMINATE, {INNO_STEP_IMPUTE, "rule=group_mean;group=GDP_group"}, TREAT_AND_SCORE},
     GAPS | IMPUTED | TREATED},
    {"siblings", {DENOMINATE, {INNO_STEP_IMPUTE, "rule=sibling_mean"}, TREAT_AND_SCORE}, GAPS | IMPUTED | TREATED},
    {"siblings later",
     {DENOMINATE,
      {INNO_STEP_TREAT, ""},
      {INNO_STEP_NORMALIZE, ""},
      {INNO_STEP_IMPUTE, "rule=sibling_mean;level=3"},
      {INNO_STEP_AGGREGATE, ""}},
     GAPS | IMPUTED | TREATED},
    {"nearest",
     {DENOMINATE, {INNO_STEP_IMPUTE, "rule=nearest;level=3;neighbors=4;weighting=distance"}, TREAT_AND_SCORE},
     GAPS | IMPUTED | TREATED},
    {"nearest of those left",
     {DENOMINATE,
      {INNO_STEP_SCREEN, "min_coverage=0.7"},
      {INNO_STEP_IMPUTE, "rule=nearest;level=0;neighbors=3"},
      TREAT_AND_SCORE},
     GAPS | IMPUTED | TREATED},
    {"hot deck",
     {DENOMINATE, {INNO_STEP_IMPUTE, "rule=hot_deck;group=EurAsia_group;level=2"}, TREAT_AND_SCORE},
     GAPS | IMPUTED | TREATED},
    {"hot deck in order",
     {DENOMINATE, {INNO_STEP_IMPUTE, "rule=hot_deck_sequential;group=GDP_group"}, TREAT_AND_SCORE},
     GAPS | IMPUTED | TREATED},
    {"regression",
     {DENOMINATE, {INNO_STEP_IMPUTE, "rule=regression;level=2;too_few=skip"}, TREAT_AND_SCORE},
     GAPS | STEPS | TREATED},
    {"weights from the data",
     {DENOMINATE,
      {INNO_STEP_TREAT, "rules=sd_fence, quantiles, root"},
      {INNO_STEP_NORMALIZE, "lower=1"},
      {INNO_STEP_WEIGH, "rule=deviation"},
      {INNO_STEP_AGGREGATE, "@4.rule=geometric"}},
     TREATED},
};

/* Raw data in which about one value in six is missing, by a fixed rule that leaves two units bare. */
static void make_gaps(const csv *t, inno_dataset *data, const inno_indicator_set *set) {
  double x[64];
  for (int64_t j = 0; j < inno_indicator_set_indicator_count(set); j++) {
    const char *code = inno_indicator_set_code(set, j);
    int column = csv_column(t, code);
    for (int r = 0; r < t->rows; r++) {
      int bare = r == 7 || r == 30;
      int missing = (r * 31 + (int)j * 17 + r * (int)j) % 6 == 0 || (bare && (r + j) % 3 != 0);
      x[r] = missing ? NAN : csv_number(t, r, column);
    }
    assert_int_equal(inno_dataset_add_column(data, code, x, sizeof *x, NULL), INNO_OK);
  }
}

/* As golden_dataset(), the indicators with gaps. */
static inno_dataset *dataset_with_gaps(const csv *t, const inno_indicator_set *set) {
  static const char *const groups[] = {"GDP_group", "GDPpc_group", "Pop_group", "EurAsia_group"};
  static const char *const others[] = {"Area", "Energy", "GDP", "Population"};
  const char *codes[64];
  double x[64];
  inno_dataset *data = NULL;
  assert_true(t->rows <= 64);
  for (int r = 0; r < t->rows; r++) codes[r] = csv_text(t, r, csv_column(t, "uCode"));
  assert_int_equal(inno_dataset_create(NULL, t->rows, codes, &data, NULL), INNO_OK);
  make_gaps(t, data, set);
  for (int c = 0; c < 4; c++) {
    for (int r = 0; r < t->rows; r++) x[r] = csv_number(t, r, csv_column(t, others[c]));
    if (c == 2) x[12] = NAN; /* a denominator that is missing */
    assert_int_equal(inno_dataset_add_column(data, others[c], x, sizeof *x, NULL), INNO_OK);
    for (int r = 0; r < t->rows; r++) codes[r] = csv_text(t, r, csv_column(t, groups[c]));
    assert_int_equal(inno_dataset_add_group(data, groups[c], codes, NULL), INNO_OK);
  }
  return data;
}

static void again(const variant *v) {
  csv t;
  inno_indicator_set *set = golden_asem_set(1, NULL);
  golden_read(&t, "coinr/ASEM_iData.csv");
  inno_dataset *data = v->expected & GAPS ? dataset_with_gaps(&t, set) : golden_dataset(&t, &t);
  inno_method *method = golden_method(set, v->steps);
  inno_result *result = golden_result(method, data);
  retraced counts = retrace_all(method, data, result);
  print_message(
      "%s: %lld steps and %lld nodes again, %lld values imputed, %lld stages; %lld steps, %lld nodes compare\n",
      v->name, (long long)counts.steps, (long long)counts.nodes, (long long)counts.imputed, (long long)counts.treated,
      (long long)counts.compared_steps, (long long)counts.compared_nodes);
  assert_int_equal(counts.nodes, t.rows * inno_result_node_count(result));
  assert_int_equal(counts.compared_steps > 0, (v->expected & STEPS) != 0);
  assert_int_equal(counts.compared_nodes > 0, (v->expected & NODES) != 0);
  assert_int_equal(counts.imputed > 0, (v->expected & IMPUTED) != 0);
  assert_int_equal(counts.treated > 0, (v->expected & TREATED) != 0);
  inno_result_destroy(result);
  inno_method_destroy(method);
  inno_dataset_destroy(data);
  inno_indicator_set_destroy(set);
  csv_free(&t);
}

static void every_unit_and_node(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof variants / sizeof variants[0]; i++) again(&variants[i]);
}

/* Below every node by itself: the same as in the whole. */
static void every_subtree(void **state) {
  csv t;
  (void)state;
  inno_indicator_set *set = golden_asem_set(1, NULL);
  golden_read(&t, "coinr/ASEM_iData.csv");
  inno_dataset *data = golden_dataset(&t, &t);
  inno_method *method = golden_method(set, variants[0].steps);
  inno_result *result = golden_result(method, data);
  for (int64_t node = 0; node < inno_result_node_count(result); node++) {
    retraced counts = {0};
    retrace(method, data, result, node % t.rows, -1, inno_result_node_code(result, node), &counts);
    assert_true(node < inno_result_indicator_count(result) ? counts.nodes == 1 : counts.nodes > 1);
  }
  inno_result_destroy(result);
  inno_method_destroy(method);
  inno_dataset_destroy(data);
  inno_indicator_set_destroy(set);
  csv_free(&t);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_unit_and_node),
      cmocka_unit_test(every_subtree),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
