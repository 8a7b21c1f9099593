/* Every smallest change is confirmed by a full computation of the edited data, and nothing smaller reaches the goal:
 * not on an even scan of the way, not at any value of another unit or beside it, not at the doubles before the answer.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/chance.h"
#include "support/golden.h"

enum { UNITS = 14, INDICATORS = 6, COLUMNS = INDICATORS + 1, SCAN = 2000, ULPS = 40 };

typedef struct {
  const char *name;
  golden_step steps[6];
} recipe;

static const recipe recipes[] = {
    {"minmax", {{INNO_STEP_DENOMINATE, ""}, {INNO_STEP_NORMALIZE, ""}, {0, NULL}}},
    {"minmax geometric",
     {{INNO_STEP_DENOMINATE, ""},
      {INNO_STEP_NORMALIZE, "lower=1"},
      {INNO_STEP_AGGREGATE, "rule=geometric"},
      {0, NULL}}},
    {"zscore", {{INNO_STEP_DENOMINATE, ""}, {INNO_STEP_NORMALIZE, "rule=zscore;mean=50;sd=10"}, {0, NULL}}},
    {"ranks",
     {{INNO_STEP_DENOMINATE, ""}, {INNO_STEP_NORMALIZE, "rule=rank"}, {INNO_STEP_RANK, "ties=fractional"}, {0, NULL}}},
    {"goalposts", {{INNO_STEP_DENOMINATE, ""}, {INNO_STEP_NORMALIZE, "rule=goalposts;lower=0.5;upper=12"}, {0, NULL}}},
    {"gii",
     {{INNO_STEP_DENOMINATE, ""},
      {INNO_STEP_TREAT, "limit=2;skewness=1;kurtosis=1"},
      {INNO_STEP_NORMALIZE, ""},
      {0, NULL}}},
    {"logs",
     {{INNO_STEP_DENOMINATE, ""},
      {INNO_STEP_TREAT, "rules=log_ct;skewness=0.7;kurtosis=0.3"},
      {INNO_STEP_NORMALIZE, ""},
      {INNO_STEP_AGGREGATE, "@2.rule=geometric;@2.nonpositive=floor;@2.floor=1"},
      {0, NULL}}},
    {"log minmax", {{INNO_STEP_NORMALIZE, "log=natural"}, {INNO_STEP_RANK, "ties=dense"}, {0, NULL}}},
    {"imputed",
     {{INNO_STEP_IMPUTE, "rule=median"},
      {INNO_STEP_DENOMINATE, ""},
      {INNO_STEP_TREAT, "limit=1;skewness=1.5;kurtosis=2"},
      {INNO_STEP_NORMALIZE, "rule=minmax_inner"},
      {0, NULL}}},
    {"siblings",
     {{INNO_STEP_DENOMINATE, ""}, {INNO_STEP_IMPUTE, "rule=sibling_mean"}, {INNO_STEP_NORMALIZE, ""}, {0, NULL}}},
    {"copeland",
     {{INNO_STEP_DENOMINATE, ""}, {INNO_STEP_NORMALIZE, ""}, {INNO_STEP_AGGREGATE, "@3.rule=copeland"}, {0, NULL}}},
    {"screened",
     {{INNO_STEP_DENOMINATE, ""},
      {INNO_STEP_SCREEN, "rule=both;min_coverage=0.6;min_nonzero=0.5"},
      {INNO_STEP_NORMALIZE, "rule=percentile_rank"},
      {INNO_STEP_AGGREGATE, "rule=mean_of_worst;count=2"},
      {INNO_STEP_RANK, "ties=modified"},
      {0, NULL}}},
};
enum { RECIPES = sizeof recipes / sizeof recipes[0] };

static const char *const codes[UNITS] = {"u0", "u1", "u2", "u3",  "u4",  "u5",  "u6",
                                         "u7", "u8", "u9", "u10", "u11", "u12", "u13"};
static const char *const columns[COLUMNS] = {"i0", "i1", "i2", "i3", "i4", "i5", "people"};

typedef struct {
  uint64_t number;
  const recipe *how;
  double x[COLUMNS][UNITS];
  inno_indicator_set *set;
  inno_method *method;
  int64_t unit;
  int32_t goal, ties, strict;
  double value;
} world;

static inno_indicator_set *new_set(void) {
  inno_indicator_set *set = pillars_of(2, INDICATORS);
  for (int j = 0; j < INDICATORS; j++) {
    if (j % 3 == 2) inno_indicator_set_direction(set, columns[j], -1, NULL);
    if (j % 3 == 1) inno_indicator_set_denominator(set, columns[j], "people", 10.0, NULL);
    inno_indicator_set_weight(set, columns[j], 1.0 + j % 2, NULL);
  }
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  return set;
}

static double any_value(int column) {
  double u = uniform();
  if (column == INDICATORS) return 5.0 + floor(10.0 * u);
  if (uniform() < 0.08) return NAN;
  return column % 3 == 0 ? 1.0 / (0.05 + u) : column % 3 == 1 ? 1.0 + floor(12.0 * u) : 20.0 * u + 0.5;
}

static inno_dataset *data_of(const world *w) {
  inno_dataset *d = NULL;
  assert_int_equal(inno_dataset_create(NULL, UNITS, codes, &d, NULL), INNO_OK);
  for (int c = 0; c < COLUMNS; c++)
    assert_int_equal(inno_dataset_add_column(d, columns[c], w->x[c], sizeof(double), NULL), INNO_OK);
  return d;
}

/* ---- the goal, in other words than the library's ---- */

static int reaches(const world *w, const inno_result *r) {
  double s[UNITS], rank[UNITS];
  const int64_t index = inno_result_node_count(r) - 1, u = w->unit;
  assert_int_equal(inno_result_scores(r, index, s, sizeof(double), NULL), INNO_OK);
  assert_int_equal(inno_result_ranks(r, index, NULL, rank, sizeof(double), NULL), INNO_OK);
  if (isnan(s[u])) return 0;
  if (w->goal == INNO_GOAL_SCORE) return s[u] >= w->value;
  if (w->goal == INNO_GOAL_UNIT) {
    double other = s[(int)w->value];
    return isnan(other) || (w->strict ? s[u] > other : s[u] >= other);
  }
  if (!w->strict) return rank[u] <= w->value;
  int ahead = 0;
  for (int i = 0; i < UNITS; i++) {
    int new = i != u &&s[i] >= s[u];
    for (int k = 0; k < i && w->ties == INNO_TIES_DENSE; k++) new = new && !(k != u && s[k] == s[i]);
    ahead += new;
  }
  return ahead + 1 <= w->value;
}

/* With a value of the unit in place of its own; what is computed is NULL where it cannot be. */
static int reaches_with(const world *w, int column, double value, double *score, double *rank) {
  world edited = *w;
  double s[UNITS], ranks[UNITS];
  inno_result *r = NULL;
  edited.x[column][w->unit] = value;
  inno_dataset *d = data_of(&edited);
  inno_status status = inno_result_create(NULL, w->method, d, 0, &r, NULL);
  int reached = status == INNO_OK && reaches(w, r);
  if (status == INNO_OK && score != NULL) {
    const int64_t index = inno_result_node_count(r) - 1;
    inno_result_scores(r, index, s, sizeof(double), NULL);
    inno_result_ranks(r, index, NULL, ranks, sizeof(double), NULL);
    *score = s[w->unit];
    *rank = ranks[w->unit];
  }
  inno_result_destroy(r);
  inno_dataset_destroy(d);
  return reached;
}

/* ---- scans: by a what-if, that another test holds to the full computation ---- */

static int reaches_in(const world *w, inno_what_if *f, int column, double value) {
  if (inno_what_if_set_value(f, w->unit, column, value, NULL) != INNO_OK) return 0;
  int reached = reaches(w, inno_what_if_result(f));
  assert_int_equal(inno_what_if_undo(f, 1, NULL), INNO_OK);
  return reached;
}

static int lies_before(double sign, double y, double from, double to) {
  return sign * y >= sign * from && sign * y < sign * to;
}

static double witness; /* a smaller value that reaches the goal */

static int is_smaller(const world *w, inno_what_if *f, int column, double sign, double y, double from, double to) {
  int found = lies_before(sign, y, from, to) && reaches_in(w, f, column, y);
  if (found) witness = y;
  return found;
}

/* Values that reach the goal between from (included) and to (not). */
static int count_smaller(const world *w, inno_what_if *f, int column, double sign, double from, double to) {
  int found = 0;
  const double unit = column % 3 == 1 ? w->x[INDICATORS][w->unit] / 10.0 : 1.0;
  for (int k = 0; k < SCAN; k++) {
    double y = from + (to - from) * ((double)k / SCAN);
    found += is_smaller(w, f, column, sign, y, from, to);
  }
  for (int i = 0; i < UNITS; i++) {
    double quotient = w->x[column][i] / (column % 3 == 1 ? w->x[INDICATORS][i] / 10.0 : 1.0), y = quotient * unit;
    for (int k = 0; k < 3; k++) y = nextafter(y, -INFINITY);
    for (int k = 0; k < 7; k++, y = nextafter(y, INFINITY)) found += is_smaller(w, f, column, sign, y, from, to);
  }
  double y = to;
  for (int k = 0; k < ULPS; k++) {
    y = nextafter(y, sign > 0 ? -INFINITY : INFINITY);
    found += is_smaller(w, f, column, sign, y, from, to);
  }
  return found;
}

/* ---- one world ---- */

static double cell(const inno_analysis *a, int32_t kind, int64_t at, int32_t field) {
  double v = NAN;
  assert_int_equal(inno_analysis_record(a, kind, at, field, &v, NULL), INNO_OK);
  return v;
}

static int64_t answers, refusals, missed, tried, moved, treated, plans, proven, beaten;

/* ---- what the steps do: from the records of two results ---- */

static double entry(const inno_result *r, int32_t kind, int64_t at, int32_t field) {
  double v = NAN;
  assert_int_equal(inno_result_record(r, kind, at, field, &v, NULL), INNO_OK);
  return v;
}

/* The stage whose values go on; 0 = untreated. */
static int stage_of(const inno_result *r, int node) {
  int stage = 0;
  for (int64_t k = 0; k < inno_result_record_count(r, INNO_RECORD_TREATMENT); k++)
    if (entry(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_NODE) == node &&
        entry(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_KEPT) == 1.0)
      stage = (int)entry(r, INNO_RECORD_TREATMENT, k, INNO_FIELD_STAGE);
  return stage;
}

static int frames_differ(const inno_result *a, const inno_result *b, int node, int any) {
  int differ = 0;
  for (int64_t k = 0; k < inno_result_record_count(a, INNO_RECORD_FRAME); k++)
    for (int field = INNO_FIELD_CENTER; field <= INNO_FIELD_SCALE; field++) {
      double x = entry(a, INNO_RECORD_FRAME, k, field), y = entry(b, INNO_RECORD_FRAME, k, field);
      int here = any || entry(a, INNO_RECORD_FRAME, k, INNO_FIELD_NODE) == node;
      differ |= here && !(x == y || (isnan(x) && isnan(y)));
    }
  return differ;
}

static void check_steps(const world *w, const inno_analysis *a, inno_what_if *f, int j, double value) {
  const inno_result *r = inno_what_if_result(f);
  inno_result *before = NULL;
  inno_dataset *d = data_of(w);
  assert_int_equal(inno_result_create(NULL, w->method, d, INNO_KEEP_ALL, &before, NULL), INNO_OK);
  if (inno_what_if_set_value(f, w->unit, j, value, NULL) == INNO_OK) {
    int was = stage_of(before, j), is = stage_of(r, j);
    int any = strcmp(w->how->name, "siblings") == 0 || strcmp(w->how->name, "screened") == 0;
    double flag = cell(a, INNO_RECORD_CLIMB, j, INNO_FIELD_TREATMENT_CHANGE);
    assert_true((flag == 1.0) == (was == 0 && is > 0) && (flag == -1.0) == (was > 0 && is == 0));
    if (flag == 0.0) assert_int_equal(was, is);
    assert_int_equal(cell(a, INNO_RECORD_CLIMB, j, INNO_FIELD_FRAME_MOVED), frames_differ(before, r, j, any));
    moved += (int)cell(a, INNO_RECORD_CLIMB, j, INNO_FIELD_FRAME_MOVED);
    treated += flag != 0.0;
    assert_int_equal(inno_what_if_undo(f, 1, NULL), INNO_OK);
  }
  inno_dataset_destroy(d);
  inno_result_destroy(before);
}

/* ---- combinations ---- */

/* Of random combinations that reach the goal, none is cheaper than one that is proved, and few than one that is not. */
static void check_plan(const world *w, const inno_analysis *a, inno_what_if *f, const double *costs) {
  const int32_t kind = INNO_RECORD_CLIMB_PLAN, parts = INNO_RECORD_CLIMB_MIX;
  int reached = (int)cell(a, kind, 0, INNO_FIELD_REACHED), proof = (int)cell(a, kind, 0, INNO_FIELD_PROVEN);
  double cost = cell(a, kind, 0, INNO_FIELD_COST), sum = 0.0, least = INFINITY;
  world edited = *w;
  for (int j = 0; j < INDICATORS; j++) {
    edited.x[j][w->unit] = cell(a, parts, j, INNO_FIELD_NEW_VALUE);
    double part = cell(a, parts, j, INNO_FIELD_COST), change = cell(a, parts, j, INNO_FIELD_VALUE_CHANGE);
    assert_true(!isnan(part) == !isnan(w->x[j][w->unit]) && !isnan(change) == !isnan(part));
    if (!isnan(part)) sum += part;
  }
  double score = NAN, rank = NAN;
  assert_int_equal(reaches_with(&edited, 0, edited.x[0][w->unit], &score, &rank), reached);
  assert_memory_equal(&(double){cell(a, kind, 0, INNO_FIELD_SCORE)}, &score, sizeof score);
  assert_memory_equal(&(double){cell(a, kind, 0, INNO_FIELD_RANK)}, &rank, sizeof rank);
  assert_true(fabs(sum - cost) <= 1e-12 * cost);
  for (int j = 0; j < INDICATORS; j++) {
    double single = cell(a, INNO_RECORD_CLIMB, j, INNO_FIELD_COST);
    if (cell(a, INNO_RECORD_CLIMB, j, INNO_FIELD_REACHED) == 0.0 || isnan(single)) continue;
    assert_true(reached && cost <= single * (1.0 + 1e-12));
  }
  for (int k = 0; k < 300; k++) {
    double all = 0.0, share = uniform();
    int edits = 0, possible = 1;
    for (int j = 0; j < INDICATORS; j++) {
      double now = w->x[j][w->unit], cap = cell(a, parts, j, INNO_FIELD_CAP), u = uniform();
      if (isnan(now) || isnan(cap) || uniform() > share) continue;
      possible =
          possible && inno_what_if_set_value(f, w->unit, j, u > 0.8 ? cap : now + (cap - now) * u, NULL) == INNO_OK;
      if (!possible) break;
      edits++;
      all += costs[j] * fabs(inno_what_if_value(f, w->unit, j) - now);
    }
    if (possible && all < least && reaches(w, inno_what_if_result(f))) least = all;
    assert_int_equal(inno_what_if_undo(f, edits, NULL), INNO_OK);
  }
  plans++;
  proven += proof;
  if (proof) assert_true(!(least < cost * (1.0 - 1e-9)) && (reached || isinf(least)));
  beaten += reached ? least < cost * (1.0 - 1e-9) : least < INFINITY;
}

static void check_record(const world *w, const inno_analysis *a, inno_what_if *f, int j) {
  const int32_t kind = INNO_RECORD_CLIMB;
  double value = cell(a, kind, j, INNO_FIELD_NEW_VALUE), now = w->x[j][w->unit], score = NAN, rank = NAN;
  double sign = j % 3 == 2 ? -1.0 : 1.0, cap = cell(a, kind, j, INNO_FIELD_CAP);
  int reached = (int)cell(a, kind, j, INNO_FIELD_REACHED);
  tried += (int64_t)cell(a, kind, j, INNO_FIELD_TRIES);
  if (isnan(value)) {
    assert_int_equal(reached, reaches_with(w, j, now, NULL, NULL)); /* 1: the present, which misses this one */
    return;
  }
  /* what the record says is what the data give */
  assert_int_equal(reaches_with(w, j, value, &score, &rank), reached);
  assert_memory_equal(&(double){cell(a, kind, j, INNO_FIELD_SCORE)}, &score, sizeof score);
  assert_memory_equal(&(double){cell(a, kind, j, INNO_FIELD_RANK)}, &rank, sizeof rank);
  if (!isnan(now)) assert_true(cell(a, kind, j, INNO_FIELD_VALUE_CHANGE) == value - now);
  assert_true(sign * value <= sign * cap);
  check_steps(w, a, f, j, value);
  double least = sign * INFINITY;
  for (int i = 0; i < UNITS; i++) {
    double q = j % 3 == 1 ? w->x[j][i] / (w->x[INDICATORS][i] / 10.0) * (w->x[INDICATORS][w->unit] / 10.0) : w->x[j][i];
    if (sign * q < sign * least) least = q;
  }
  double from = isnan(now) ? least : now;
  int smaller = reached ? (value == from ? 0 : count_smaller(w, f, j, sign, from, value))
                        : count_smaller(w, f, j, sign, from, nextafter(cap, sign * INFINITY));
  if (reached)
    answers++;
  else
    refusals++;
  if (smaller > 0) {
    missed++;
    print_message(
        "world %d, %s: goal %d, %g, i%d: %d smaller values than %.17g reach it, as %.17g, from %.17g, cap %.17g\n",
        (int)w->number, w->how->name, w->goal, w->value, j, smaller, value, witness, from, cap);
  }
}

static void check_world(uint64_t number) {
  world w = {0};
  inno_analysis *a = NULL;
  inno_what_if *f = NULL;
  seed = number * 77 + 5;
  for (int k = 0; k < 4; k++) uniform();
  w.number = number;
  w.how = &recipes[number % RECIPES];
  for (int c = 0; c < COLUMNS; c++)
    for (int i = 0; i < UNITS; i++) w.x[c][i] = any_value(c);
  w.set = new_set();
  w.method = golden_method(w.set, w.how->steps);
  inno_dataset *d = data_of(&w);
  w.unit = below(UNITS);
  w.goal = 1 + below(3);
  w.strict = below(2);
  w.ties = strstr(w.how->name, "log minmax") != NULL ? INNO_TIES_DENSE : INNO_TIES_COMPETITION;
  inno_result *r = NULL;
  if (inno_result_create(NULL, w.method, d, 0, &r, NULL) == INNO_OK) {
    double s[UNITS], rank[UNITS];
    const int64_t index = inno_result_node_count(r) - 1;
    inno_result_scores(r, index, s, sizeof(double), NULL);
    inno_result_ranks(r, index, NULL, rank, sizeof(double), NULL);
    int other = (int)(w.unit + 1 + below(UNITS - 1)) % UNITS;
    w.value = w.goal == INNO_GOAL_SCORE  ? s[w.unit] + 0.1 * uniform() * fabs(s[w.unit])
              : w.goal == INNO_GOAL_RANK ? fmax(1.0, floor(rank[w.unit] - 1.0 - 3.0 * uniform()))
                                         : other;
    inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, w.strict ? "" : "overtake=tie");
    inno_status status = INNO_E_NODATA;
    double costs[INDICATORS];
    for (int j = 0; j < INDICATORS; j++) costs[j] = uniform() < 0.05 ? 0.0 : 0.2 + 5.0 * uniform();
    if (!isnan(s[w.unit]) && !(w.goal == INNO_GOAL_UNIT && isnan(s[other]))) {
      status = inno_analysis_create_climb(
          NULL, options, w.method, d, w.unit, w.goal, w.goal == INNO_GOAL_UNIT ? NAN : w.value,
          w.goal == INNO_GOAL_UNIT ? other : -1, costs, sizeof(double), NULL, 0, &a, NULL);
      assert_int_equal(status, INNO_OK);
      assert_int_equal(inno_what_if_create(NULL, NULL, w.method, d, &f, NULL), INNO_OK);
      for (int j = 0; j < INDICATORS; j++) check_record(&w, a, f, j);
      check_plan(&w, a, f, costs);
    }
    inno_scheme_destroy(options);
  }
  inno_what_if_destroy(f);
  inno_analysis_destroy(a);
  inno_result_destroy(r);
  inno_dataset_destroy(d);
  inno_method_destroy(w.method);
  inno_indicator_set_destroy(w.set);
}

static void nothing_smaller_reaches(void **state) {
  (void)state;
  const char *more = getenv("INNO_CLIMB_WORLDS");
  int worlds = more != NULL ? atoi(more) : 240;
  for (int k = 0; k < worlds; k++) check_world((uint64_t)k);
  print_message("%lld answers, %lld that cannot, %lld results computed, %lld wrong\n", (long long)answers,
                (long long)refusals, (long long)tried, (long long)missed);
  print_message(
      "%lld move a frame, treatment differs in %lld; %lld combinations, %lld proved, %lld cheaper by chance\n",
      (long long)moved, (long long)treated, (long long)plans, (long long)proven, (long long)beaten);
  assert_true(answers > worlds && refusals > worlds / 4 && moved > worlds / 4 && treated > worlds / 40);
  assert_true(proven > worlds / 40 && plans > worlds / 2 && beaten <= plans / 50);
  assert_int_equal(missed, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_smaller_reaches),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
