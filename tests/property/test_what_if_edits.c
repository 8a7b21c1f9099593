/* A what-if shows, bit for bit, the result that inno_result_create() makes of the edited dataset and method: after any
 * edits over any kinds of steps, after edits that fail, and after taking them back. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "explain/what_if.h"
#include "support/chance.h"
#include "support/golden.h"

enum { UNITS = 12, PERIODS = 3, ROWS = UNITS * PERIODS, INDICATORS = 9, COLUMNS = INDICATORS + 2, NODES = 13 };
enum { STEPS = 10, DEPTH = 24 };

/* ---- a world: what a caller would have, kept by hand ---- */

typedef struct {
  int count;
  golden_step step[STEPS];
} recipe;

typedef struct {
  double x[COLUMNS][ROWS];
  double weight[NODES];
  recipe method;
} state;

typedef struct {
  int units, periods;
  inno_indicator_set *set;
  state now, before[DEPTH];
  int depth;
} world;

static const char *const imputations[] = {"rule=median",
                                          "rule=mean;i1.rule=none",
                                          "rule=group_mean;group=g",
                                          "rule=sibling_mean",
                                          "rule=regression;too_few=skip",
                                          "rule=regression;level=0;too_few=skip",
                                          "rule=em;ridge=0.1;tolerance=0.001;max_iterations=20",
                                          "rule=nearest;level=0;neighbors=2",
                                          "rule=hot_deck;group=g",
                                          "rule=hot_deck_sequential;level=0;i2.rule=median"};
static const char *const times[] = {"rule=latest", "rule=linear_constant", "rule=constant;i2.rule=median"};
static const char *const screens[] = {"rule=coverage;min_coverage=0.7", "rule=both;min_coverage=0.5;min_nonzero=0.6",
                                      "rule=nonzero;min_nonzero=0.7;u2.force=include"};
static const char *const treatments[] = {"",
                                         "limit=2;skewness=1;kurtosis=1",
                                         "rules=log_ct;skewness=0.7;kurtosis=0.3",
                                         "rules=fence;test=fence",
                                         "rules=quantiles;force=1;frame=pooled",
                                         "rules=root;force=1",
                                         "rules=winsorize, boxcox;lambda=0.3;skewness=0.5;kurtosis=0;frame=pooled",
                                         "rules=log;force=1;i3.rules=none;i4.rules=none"};
static const char *const normalizations[] = {"lower=1",
                                             "frame=period",
                                             "rule=zscore;mean=50;sd=10",
                                             "rule=rank;frame=period",
                                             "rule=percentile_rank;i1.rule=minmax",
                                             "rule=minmax_inner",
                                             "rule=goalposts;lower=0;upper=30",
                                             "rule=distance_to_reference;reference=u3;frame=period",
                                             "rule=ampi",
                                             "rule=categorical;cuts=20, 60;scores=1, 2, 5"};
static const char *const weighings[] = {"rule=deviation", "rule=critic;@2.rule=given", "rule=equal;@3.rule=given",
                                        "rule=entropy;@3.rule=given", "rule=first_component;loadings=absolute"};
static const char *const aggregations[] = {"",
                                           "@3.rule=geometric;@3.nonpositive=floor;@3.floor=1",
                                           "rule=harmonic;nonpositive=shift;shift=1000",
                                           "rule=power;power=2;nonpositive=floor;floor=0.5;min_coverage=0.6",
                                           "rule=sum;missing=propagate",
                                           "rule=sum;@3.rule=median",
                                           "rule=mean_of_worst;count=2",
                                           "rule=mean_min;alpha=0.4;beta=5",
                                           "rule=mazziotta_pareto",
                                           "rule=penalized_cv;@3.rule=minimum",
                                           "rule=copeland;@3.rule=arithmetic",
                                           "@3.rule=topsis;min_coverage=0.4",
                                           "@2.rule=borda;@3.rule=vikor",
                                           "@3.rule=kemeny;@3.search_limit=500;@2.rule=promethee",
                                           "@2.rule=wroclaw",
                                           "@3.rule=benefit_of_doubt;@3.share_lower=0.1",
                                           "rule=factor_scores;@3.rule=arithmetic"};
static const char *const ties[] = {"", "ties=dense", "ties=fractional", "ties=modified"};

#define ONE_OF(list) list[below((int)(sizeof list / sizeof list[0]))]

static void add(recipe *r, int32_t step, const char *settings) { r->step[r->count++] = (golden_step){step, settings}; }

static void add_middle(recipe *r, int periods) {
  double u = uniform();
  if (u < 0.35)
    add(r, INNO_STEP_IMPUTE, periods > 1 && uniform() < 0.4 ? ONE_OF(times) : ONE_OF(imputations));
  else if (u < 0.55)
    add(r, INNO_STEP_SCREEN, ONE_OF(screens));
  else if (u < 0.9)
    add(r, INNO_STEP_TREAT, ONE_OF(treatments));
}

static void new_recipe(recipe *r, int periods) {
  r->count = 0;
  if (uniform() < 0.7) add(r, INNO_STEP_DENOMINATE, uniform() < 0.5 ? "" : "i0.rule=none");
  for (int k = 0; k < 3; k++) add_middle(r, periods);
  add(r, INNO_STEP_NORMALIZE, ONE_OF(normalizations));
  if (uniform() < 0.15) add(r, INNO_STEP_IMPUTE, ONE_OF(imputations));
  if (uniform() < 0.25) add(r, INNO_STEP_WEIGH, ONE_OF(weighings));
  add(r, INNO_STEP_AGGREGATE, ONE_OF(aggregations));
  if (uniform() < 0.5) add(r, INNO_STEP_RANK, ONE_OF(ties));
}

/* The same steps; what one of them is told changes. */
static void other_rules(recipe *r, int periods) {
  golden_step *s = &r->step[below(r->count)];
  if (s->step == INNO_STEP_IMPUTE) s->settings = periods > 1 && uniform() < 0.3 ? ONE_OF(times) : ONE_OF(imputations);
  if (s->step == INNO_STEP_SCREEN) s->settings = ONE_OF(screens);
  if (s->step == INNO_STEP_TREAT) s->settings = ONE_OF(treatments);
  if (s->step == INNO_STEP_NORMALIZE) s->settings = ONE_OF(normalizations);
  if (s->step == INNO_STEP_WEIGH) s->settings = ONE_OF(weighings);
  if (s->step == INNO_STEP_AGGREGATE) s->settings = ONE_OF(aggregations);
  if (s->step == INNO_STEP_RANK) s->settings = ONE_OF(ties);
}

static inno_indicator_set *new_set(void) {
  inno_indicator_set *set = pillars_of(3, INDICATORS);
  char code[16];
  for (int j = 0; j < INDICATORS; j++) {
    snprintf(code, sizeof code, "i%d", j);
    if (j % 4 == 3) inno_indicator_set_direction(set, code, -1, NULL);
    if (j % 5 == 0) inno_indicator_set_denominator(set, code, j == 0 ? "d0" : "d1", 10.0, NULL);
    inno_indicator_set_weight(set, code, 1.0 + j % 2, NULL);
  }
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  return set;
}

static double any_value(int column) {
  double u = uniform();
  if (uniform() < 0.06) return NAN;
  if (column >= INDICATORS) return 5.0 + floor(5.0 * u);
  return column % 3 == 0 ? 1.0 / (0.05 + u) : column % 3 == 1 ? floor(12.0 * u) : 100.0 * u + 1.0;
}

static void new_world(world *w) {
  w->units = 7 + below(UNITS - 6);
  w->periods = 1 + below(PERIODS);
  w->depth = 0;
  for (int c = 0; c < COLUMNS; c++)
    for (int i = 0; i < ROWS; i++) w->now.x[c][i] = any_value(c);
  for (int j = 0; j < NODES; j++) w->now.weight[j] = j < INDICATORS ? 1.0 + j % 2 : 1.0;
  new_recipe(&w->now.method, w->periods);
}

static inno_dataset *data_of(const world *w) {
  static const char *const codes[UNITS] = {"u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9", "u10", "u11"};
  static const char *const columns[COLUMNS] = {"i0", "i1", "i2", "i3", "i4", "i5", "i6", "i7", "i8", "d0", "d1"};
  static const double years[PERIODS] = {2019, 2020, 2022};
  const char *labels[ROWS];
  inno_dataset *d = NULL;
  inno_status s = w->periods == 1 ? inno_dataset_create(NULL, w->units, codes, &d, NULL)
                                  : inno_dataset_create_panel(NULL, w->units, codes, w->periods, years, &d, NULL);
  assert_int_equal(s, INNO_OK);
  for (int c = 0; c < COLUMNS; c++)
    assert_int_equal(inno_dataset_add_column(d, columns[c], w->now.x[c], sizeof(double), NULL), INNO_OK);
  for (int i = 0; i < w->units * w->periods; i++) labels[i] = i % w->units % 3 == 0 ? "a" : "b";
  assert_int_equal(inno_dataset_add_group(d, "g", labels, NULL), INNO_OK);
  return d;
}

static inno_status method_of(const world *w, inno_method **out, inno_error *error) {
  static const char *const codes[NODES] = {"i0", "i1", "i2", "i3", "i4", "i5",   "i6",
                                           "i7", "i8", "p0", "p1", "p2", "index"};
  inno_scheme *schemes[STEPS];
  inno_weights *weights = NULL;
  const recipe *r = &w->now.method;
  for (int k = 0; k < r->count; k++) schemes[k] = golden_scheme(r->step[k].step, r->step[k].settings);
  assert_int_equal(inno_weights_create_given(NULL, w->set, &weights, NULL), INNO_OK);
  for (int j = 0; j < NODES; j++)
    assert_int_equal(inno_weights_set(weights, codes[j], w->now.weight[j], NULL), INNO_OK);
  inno_status s = inno_method_create(NULL, w->set, weights, (const inno_scheme *const *)schemes, r->count, out, error);
  for (int k = 0; k < r->count; k++) inno_scheme_destroy(schemes[k]);
  inno_weights_destroy(weights);
  return s;
}

/* ---- comparison of everything that can be read ---- */

static void same_nodes(const inno_result *a, const inno_result *b, int64_t rows) {
  double x[ROWS], y[ROWS];
  size_t bytes = (size_t)rows * sizeof(double);
  for (int64_t j = 0; j < NODES; j++) {
    assert_int_equal(inno_result_scores(a, j, x, sizeof *x, NULL), INNO_OK);
    assert_int_equal(inno_result_scores(b, j, y, sizeof *y, NULL), INNO_OK);
    if (memcmp(x, y, bytes) != 0) fail_msg("scores of node %d", (int)j);
    assert_int_equal(inno_result_ranks(a, j, "g", x, sizeof *x, NULL), INNO_OK);
    assert_int_equal(inno_result_ranks(b, j, "g", y, sizeof *y, NULL), INNO_OK);
    if (memcmp(x, y, bytes) != 0) fail_msg("ranks of node %d", (int)j);
    assert_int_equal(inno_result_coverage(a, j, x, sizeof *x, NULL), INNO_OK);
    assert_int_equal(inno_result_coverage(b, j, y, sizeof *y, NULL), INNO_OK);
    if (memcmp(x, y, bytes) != 0) fail_msg("coverage of node %d", (int)j);
  }
}

static void same_step(const inno_result *a, const inno_result *b, int32_t k, int64_t rows) {
  double x[ROWS], y[ROWS];
  int32_t p[ROWS], q[ROWS];
  int64_t f[ROWS], g[ROWS];
  for (int64_t j = 0; j < INDICATORS; j++) {
    assert_int_equal(inno_result_values(a, k, j, x, sizeof *x, NULL), INNO_OK);
    assert_int_equal(inno_result_values(b, k, j, y, sizeof *y, NULL), INNO_OK);
    if (memcmp(x, y, (size_t)rows * sizeof *x) != 0) fail_msg("values of step %d, indicator %d", k, (int)j);
    if (k < 0) continue;
    assert_int_equal(inno_result_marks(a, k, j, p, NULL), INNO_OK);
    assert_int_equal(inno_result_marks(b, k, j, q, NULL), INNO_OK);
    if (memcmp(p, q, (size_t)rows * sizeof *p) != 0) fail_msg("marks of step %d, indicator %d", k, (int)j);
    assert_int_equal(inno_result_imputation_sources(a, k, j, f, NULL), INNO_OK);
    assert_int_equal(inno_result_imputation_sources(b, k, j, g, NULL), INNO_OK);
    if (memcmp(f, g, (size_t)rows * sizeof *f) != 0) fail_msg("sources of step %d, indicator %d", k, (int)j);
  }
}

static void same_records(const inno_result *a, const inno_result *b, int32_t kind) {
  int64_t count = inno_result_record_count(a, kind);
  assert_int_equal(inno_result_record_count(b, kind), count);
  for (int32_t i = 0; i < inno_field_count(kind); i++) {
    int32_t field = 0;
    const char *name = NULL;
    assert_int_equal(inno_field_info(kind, i, &field, &name, NULL), INNO_OK);
    for (int64_t k = 0; k < count; k++) {
      double x = 0.0, y = 0.0;
      assert_int_equal(inno_result_record(a, kind, k, field, &x, NULL), INNO_OK);
      assert_int_equal(inno_result_record(b, kind, k, field, &y, NULL), INNO_OK);
      if (memcmp(&x, &y, sizeof x) != 0) fail_msg("record %d of %d, %s: %.17g, not %.17g", (int)k, kind, name, x, y);
    }
  }
}

static void same_result(const inno_result *a, const inno_result *b) {
  static const int32_t kinds[] = {INNO_RECORD_WEIGHT, INNO_RECORD_SCREENING, INNO_RECORD_TREATMENT, INNO_RECORD_FRAME,
                                  INNO_RECORD_SEARCH};
  int64_t rows = inno_result_unit_count(b) * inno_result_period_count(b);
  assert_int_equal(inno_result_step_count(a), inno_result_step_count(b));
  same_nodes(a, b, rows);
  for (int32_t k = -1; k < inno_result_step_count(b); k++)
    if (k < 0 || (inno_result_step(b, k) != INNO_STEP_RANK && inno_result_step(b, k) != INNO_STEP_WEIGH))
      same_step(a, b, k, rows);
  for (int i = 0; i < 5; i++) same_records(a, b, kinds[i]);
}

/* ---- edits ---- */

static inno_error *said, *wanted;

/* What the result of the world is by the ordinary way. */
static inno_status expect(const world *w, inno_result **out) {
  inno_method *method = NULL;
  inno_dataset *data = data_of(w);
  *out = NULL;
  inno_status s = method_of(w, &method, wanted);
  if (s == INNO_OK) s = inno_result_create(NULL, method, data, INNO_KEEP_ALL, out, wanted);
  inno_method_destroy(method);
  inno_dataset_destroy(data);
  return s;
}

static void remember(world *w) { w->before[w->depth++] = w->now; }

static inno_status edit_value(world *w, inno_what_if *what_if) {
  int column = below(COLUMNS), row = below(w->units * w->periods);
  double value = any_value(column), u = uniform();
  if (u < 0.1) value = w->now.x[column][row];
  if (u > 0.97) value = -value;
  w->now.x[column][row] = value;
  return inno_what_if_set_value(what_if, row, column, value, said);
}

static inno_status edit_weight(world *w, inno_what_if *what_if) {
  int node = below(NODES);
  double weight = uniform() < 0.2 ? 0.0 : floor(4.0 * uniform()) + 0.5;
  w->now.weight[node] = weight;
  return inno_what_if_set_weight(what_if, node, weight, said);
}

static inno_status edit_method(world *w, inno_what_if *what_if, int *known) {
  inno_method *method = NULL;
  if (uniform() < 0.25)
    new_recipe(&w->now.method, w->periods);
  else
    other_rules(&w->now.method, w->periods);
  *known = method_of(w, &method, said) == INNO_OK;
  inno_status s = *known ? inno_what_if_set_method(what_if, method, said) : INNO_OK;
  inno_method_destroy(method);
  return s;
}

/* The what-if and its result carry the stamp of the data as a caller would have them. */
static void same_stamps(const world *w, const inno_what_if *what_if) {
  inno_dataset *data = data_of(w);
  assert_true(what_if->dataset->stamp == data->stamp && what_if->run->result->data_stamp == data->stamp);
  assert_true(what_if->method->stamp == what_if->run->result->stamp);
  inno_dataset_destroy(data);
}

static void check(const world *w, const inno_what_if *what_if) {
  inno_result *result = NULL;
  assert_int_equal(expect(w, &result), INNO_OK);
  same_result(inno_what_if_result(what_if), result);
  same_stamps(w, what_if);
  assert_int_equal(inno_what_if_edit_count(what_if), w->depth);
  inno_result_destroy(result);
}

static int accepted, refused;

/* One edit; what it makes of the what-if is what the ordinary way makes of the world. */
static void edit(world *w, inno_what_if *what_if) {
  double u = uniform();
  inno_result *result = NULL;
  int known = 1;
  remember(w);
  inno_status s = u < 0.75   ? edit_value(w, what_if)
                  : u < 0.88 ? edit_weight(w, what_if)
                             : edit_method(w, what_if, &known);
  inno_status want = expect(w, &result);
  int computed = s == INNO_E_ARGUMENT && u < 0.88; /* a weight that is not given */
  if (known && !computed) {
    if (s != want)
      fail_msg("%s (%s), not %s (%s)", inno_status_name(s), inno_error_message(said), inno_status_name(want),
               inno_error_message(wanted));
    if (s != INNO_OK) assert_string_equal(inno_error_message(said), inno_error_message(wanted));
  }
  int done = known && s == INNO_OK;
  if (done) {
    same_result(inno_what_if_result(what_if), result);
    same_stamps(w, what_if);
  }
  inno_result_destroy(result);
  accepted += done;
  refused += known && s != INNO_OK;
  if (done) return;
  w->now = w->before[--w->depth];
  check(w, what_if); /* as before */
}

static void take_back(world *w, inno_what_if *what_if) {
  int count = below(w->depth + 1);
  if (uniform() < 0.1) {
    assert_int_equal(inno_what_if_reset(what_if, said), INNO_OK);
    count = w->depth;
  } else {
    assert_int_equal(inno_what_if_undo(what_if, count, said), INNO_OK);
  }
  if (count > 0) w->now = w->before[w->depth -= count];
}

static int edit_world(world *w, int edits) {
  inno_what_if *what_if = NULL;
  inno_method *method = NULL;
  inno_dataset *data = data_of(w);
  int done = 0;
  if (method_of(w, &method, said) == INNO_OK &&
      inno_what_if_create(NULL, NULL, method, data, &what_if, said) == INNO_OK) {
    const inno_result *shown = inno_what_if_result(what_if);
    if (uniform() < 0.5) what_if->journal_limit = (size_t)(20000.0 * uniform()); /* much is undone by computing */
    inno_method_destroy(method);
    inno_dataset_destroy(data);
    method = NULL;
    data = NULL;
    check(w, what_if);
    for (; done < edits; done++) {
      edit(w, what_if);
      if (w->depth < DEPTH && uniform() > 0.1) continue;
      take_back(w, what_if);
      check(w, what_if);
      if (w->depth == DEPTH) break;
    }
    assert_ptr_equal(inno_what_if_result(what_if), shown);
  }
  inno_what_if_destroy(what_if);
  inno_method_destroy(method);
  inno_dataset_destroy(data);
  return done;
}

static void edits_are_the_ordinary_way(void **state_) {
  (void)state_;
  world *w = test_malloc(sizeof *w);
  const char *more = getenv("INNO_TEST_EDITS");
  int wanted_edits = more != NULL ? atoi(more) : 10000;
  w->set = new_set();
  assert_int_equal(inno_error_create(NULL, &said), INNO_OK);
  assert_int_equal(inno_error_create(NULL, &wanted), INNO_OK);
  int worlds = 0;
  for (int done = 0; done < wanted_edits;) {
    seed = (uint64_t)++worlds * 977;
    new_world(w);
    int edits = edit_world(w, 60);
    done += edits;
  }
  print_message("%d worlds, %d edits accepted, %d refused\n", worlds, accepted, refused);
  assert_true(accepted > 4 * refused && (refused > 100 || wanted_edits < 10000));
  inno_error_destroy(said);
  inno_error_destroy(wanted);
  inno_indicator_set_destroy(w->set);
  test_free(w);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(edits_are_the_ordinary_way)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
