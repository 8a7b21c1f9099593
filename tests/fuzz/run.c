/* A whole run from bytes: tree, weights, dataset, steps and rules; then everything that the result says is read and
 * held against what must be so for any data. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "support/allocator.h"

enum { AGGREGATES = 4, INDICATORS = 8, NODES = AGGREGATES + INDICATORS, UNITS = 12, STEPS = 9, GROUPS = 3 };

typedef struct {
  fuzz_input in;
  counting counter;
  inno_allocator allocator;
  inno_error *error;
  inno_indicator_set *set;
  inno_dataset *data;
  inno_weights *weights;
  inno_method *method;
  inno_scheme *steps[STEPS];
  int32_t step_count, aggregates, indicators, units, ties;
  int level_settings; /* a rule may come from a level: it cannot be read from its scheme by code */
  double x[INDICATORS][UNITS];
  int32_t label[UNITS]; /* -1 = in no group */
} world;

/* ---- what goes in ---- */

static double any_weight(fuzz_input *in) {
  static const double weights[] = {1.0, 1.0, 2.0, 0.25, 0.0, 0x1p-1074, 1e300, 1e-300};
  return weights[fuzz_below(in, 8)];
}

static const char *node_code(char kind, int32_t k) {
  static char codes[4][16];
  static int next;
  char *code = codes[next = (next + 1) % 4];
  snprintf(code, sizeof codes[0], "%c%d", kind, (int)k);
  return code;
}

/* a0 is the index; the first indicators give every aggregate a child. */
static void make_set(world *w) {
  FUZZ_CHECK(inno_indicator_set_create(&w->allocator, &w->set, w->error) == INNO_OK);
  w->aggregates = 1 + fuzz_below(&w->in, AGGREGATES);
  w->indicators = w->aggregates + fuzz_below(&w->in, INDICATORS - w->aggregates + 1);
  for (int32_t k = 0; k < w->aggregates; k++) {
    const char *parent = k > 0 ? node_code('a', fuzz_below(&w->in, k)) : NULL;
    FUZZ_CHECK(inno_indicator_set_add(w->set, node_code('a', k), parent, w->error) == INNO_OK);
    FUZZ_CHECK(inno_indicator_set_weight(w->set, node_code('a', k), any_weight(&w->in), w->error) == INNO_OK);
  }
  for (int32_t j = 0; j < w->indicators; j++) {
    const char *parent = node_code('a', j < w->aggregates ? j : fuzz_below(&w->in, w->aggregates)),
               *code = node_code('i', j);
    FUZZ_CHECK(inno_indicator_set_add(w->set, code, parent, w->error) == INNO_OK);
    FUZZ_CHECK(inno_indicator_set_weight(w->set, code, any_weight(&w->in), w->error) == INNO_OK);
    FUZZ_CHECK(inno_indicator_set_direction(w->set, code, fuzz_one_in(&w->in, 3) ? -1 : 1, w->error) == INNO_OK);
    if (!fuzz_one_in(&w->in, 4)) continue;
    double scale = fuzz_one_in(&w->in, 4) ? 1e300 : 1000.0;
    const char *column = fuzz_one_in(&w->in, 16) ? "nowhere" : node_code('i', fuzz_below(&w->in, w->indicators));
    FUZZ_CHECK(inno_indicator_set_denominator(w->set, code, column, scale, w->error) == INNO_OK);
  }
  FUZZ_CHECK(inno_indicator_set_freeze(w->set, w->error) == INNO_OK);
  if (fuzz_one_in(&w->in, 4))
    FUZZ_CHECK(inno_weights_create_equal(&w->allocator, w->set, &w->weights, w->error) == INNO_OK);
}

static void make_data(world *w) {
  static const char *const units[UNITS] = {"u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9", "u10", "u11"};
  static const char *const labels[GROUPS + 1] = {"", "north", "south", "west"};
  const char *group[UNITS];
  w->units = 1 + fuzz_below(&w->in, UNITS);
  FUZZ_CHECK(inno_dataset_create(&w->allocator, w->units, units, &w->data, w->error) == INNO_OK);
  for (int32_t j = 0; j < w->indicators; j++) {
    int infinite = 0;
    for (int32_t i = 0; i < w->units; i++) {
      w->x[j][i] = fuzz_one_in(&w->in, 64) ? fuzz_number(&w->in) : fuzz_cell(&w->in);
      infinite |= isinf(w->x[j][i]);
    }
    inno_status s = inno_dataset_add_column(w->data, node_code('i', j), w->x[j], sizeof w->x[j][0], w->error);
    FUZZ_CHECK(s == (infinite ? INNO_E_INFINITE : INNO_OK));
    fuzz_check_error(w->error, s);
  }
  for (int32_t i = 0; i < w->units; i++) {
    w->label[i] = fuzz_below(&w->in, GROUPS + 1) - 1;
    group[i] = labels[w->label[i] + 1];
  }
  FUZZ_CHECK(inno_dataset_add_group(w->data, "side", group, w->error) == INNO_OK);
}

static void set(world *w, inno_scheme *scheme) {
  char value[256];
  int32_t step = inno_scheme_step(scheme), key = 0, type = 0, where = fuzz_below(&w->in, 4);
  int aggregates = step == INNO_STEP_AGGREGATE;
  FUZZ_CHECK(inno_key_info(step, fuzz_below(&w->in, inno_key_count(step)), &key, NULL, &type, NULL) == INNO_OK);
  fuzz_value(&w->in, key, type, value, sizeof value);
  if (aggregates && where == 3) {
    int32_t level = 2 + fuzz_below(&w->in, 3);
    w->level_settings |= inno_scheme_set_level_text(scheme, level, key, value, w->error) == INNO_OK;
    return;
  }
  char kind = key == INNO_KEY_SCREEN_FORCE ? 'u' : aggregates ? 'a' : 'i';
  const char *code = where >= 2 || kind == 'u'
                         ? node_code(kind, fuzz_below(&w->in, aggregates ? w->aggregates : w->indicators))
                         : NULL;
  inno_scheme_set_text(scheme, code, key, value, w->error);
}

static void add_step(world *w, int32_t step) {
  inno_scheme *scheme = NULL;
  FUZZ_CHECK(inno_scheme_create(&w->allocator, step, &scheme, w->error) == INNO_OK);
  w->steps[w->step_count++] = scheme;
  for (int32_t k = fuzz_below(&w->in, 4); k > 0; k--) set(w, scheme);
}

/* Any steps in any order, then mostly what a method cannot do without. */
static void make_steps(world *w) {
  static const int32_t kinds[] = {INNO_STEP_DENOMINATE, INNO_STEP_SCREEN,    INNO_STEP_IMPUTE, INNO_STEP_TREAT,
                                  INNO_STEP_NORMALIZE,  INNO_STEP_AGGREGATE, INNO_STEP_RANK};
  int32_t free_choice = fuzz_one_in(&w->in, 16) ? 7 : 5;
  for (int32_t k = fuzz_below(&w->in, 6); k > 0; k--) add_step(w, kinds[fuzz_below(&w->in, free_choice)]);
  add_step(w, INNO_STEP_NORMALIZE);
  add_step(w, INNO_STEP_AGGREGATE);
  if (fuzz_one_in(&w->in, 2)) add_step(w, INNO_STEP_RANK);
}

static int make_method(world *w) {
  static const inno_status documented[] = {
      INNO_OK, INNO_E_CODE, INNO_E_VALUE, INNO_E_MISSING_PARAMETER, INNO_E_ORDER, INNO_E_WEIGHTS, -1};
  int default_method = fuzz_one_in(&w->in, 8);
  if (!default_method) make_steps(w);
  inno_status s = inno_method_create(&w->allocator, w->set, w->weights, (const inno_scheme *const *)w->steps,
                                     w->step_count, &w->method, w->error);
  FUZZ_CHECK(fuzz_is_among(s, documented));
  fuzz_check_error(w->error, s);
  w->ties = INNO_TIES_COMPETITION;
  for (int32_t k = 0; k < w->step_count; k++) {
    int64_t ties = 0;
    if (inno_scheme_step(w->steps[k]) != INNO_STEP_RANK) continue;
    FUZZ_CHECK(inno_scheme_get_i64(w->steps[k], NULL, INNO_KEY_RANK_TIES, &ties, NULL) == INNO_OK);
    w->ties = (int32_t)ties;
  }
  return s == INNO_OK;
}

/* ---- what comes out ---- */

static double field(const inno_result *r, int32_t kind, int64_t index, int32_t which) {
  double value = 0.0;
  FUZZ_CHECK(inno_result_record(r, kind, index, which, &value, NULL) == INNO_OK);
  return value;
}

static void scores_of(const inno_result *r, int64_t node, double *out) {
  FUZZ_CHECK(inno_result_scores(r, node, out, sizeof *out, NULL) == INNO_OK);
}

/* The rank by its definition: how many are better, how many are equal. */
static double rank_of(const world *w, const double *x, int32_t i, int grouped) {
  int32_t better = 0, equal = 0, distinct = 0;
  if (isnan(x[i]) || (grouped && w->label[i] < 0)) return NAN;
  for (int32_t k = 0; k < w->units; k++) {
    if (grouped && w->label[k] != w->label[i]) continue;
    equal += x[k] == x[i];
    if (!(x[k] > x[i])) continue;
    better++;
    int first = 1;
    for (int32_t l = 0; l < k; l++) first &= x[l] != x[k] || (grouped && w->label[l] != w->label[i]);
    distinct += first;
  }
  if (w->ties == INNO_TIES_MODIFIED) return better + equal;
  if (w->ties == INNO_TIES_DENSE) return distinct + 1;
  return w->ties == INNO_TIES_FRACTIONAL ? better + (equal + 1) / 2.0 : better + 1;
}

static void check_ranks(const world *w, const inno_result *r) {
  double x[UNITS], rank[UNITS];
  for (int64_t j = 0; j < inno_result_node_count(r); j++)
    for (int grouped = 0; grouped < 2; grouped++) {
      scores_of(r, j, x);
      fuzz_check_doubles(x, w->units);
      FUZZ_CHECK(inno_result_ranks(r, j, grouped ? "side" : NULL, rank, sizeof *rank, NULL) == INNO_OK);
      fuzz_check_doubles(rank, w->units);
      for (int32_t i = 0; i < w->units; i++) {
        double expected = rank_of(w, x, i, grouped);
        FUZZ_CHECK(isnan(expected) ? isnan(rank[i]) : rank[i] == expected);
      }
    }
}

static void check_weights(const inno_result *r) {
  double share[NODES] = {0.0}, effective = 0.0;
  int64_t count = inno_result_node_count(r), indicators = inno_result_indicator_count(r);
  FUZZ_CHECK(inno_result_record_count(r, INNO_RECORD_WEIGHT) == count);
  for (int64_t j = 0; j < count; j++) {
    int64_t parent = inno_result_node_parent(r, j);
    double own = field(r, INNO_RECORD_WEIGHT, j, INNO_FIELD_SHARE);
    FUZZ_CHECK(own >= 0.0 && own <= 1.0);
    FUZZ_CHECK((parent < 0) == (j == count - 1));
    if (parent >= 0)
      share[parent] += own;
    else
      FUZZ_CHECK(own == 1.0);
    if (j < indicators) effective += field(r, INNO_RECORD_WEIGHT, j, INNO_FIELD_EFFECTIVE);
  }
  for (int64_t j = indicators; j < count; j++) FUZZ_CHECK(fabs(share[j] - 1.0) <= 1e-14);
  FUZZ_CHECK(fabs(effective - 1.0) <= 1e-13);
}

/* Of values of its children: no points, penalties, places or distances. */
static int is_mean(int64_t rule) {
  return rule <= INNO_AGGREGATE_POWER || (rule >= INNO_AGGREGATE_MEDIAN && rule <= INNO_AGGREGATE_MEAN_MIN);
}

/* A mean that moves no value lies between the smallest and the largest of its children. */
static void check_between(const world *w, const inno_result *r, int64_t node) {
  double low[UNITS], high[UNITS], x[UNITS];
  int64_t policy = INNO_NONPOSITIVE_ERROR, rule = INNO_AGGREGATE_ARITHMETIC;
  const char *code = inno_result_node_code(r, node);
  for (int32_t k = 0; k < w->step_count; k++)
    if (inno_scheme_step(w->steps[k]) == INNO_STEP_AGGREGATE) {
      FUZZ_CHECK(inno_scheme_get_i64(w->steps[k], code, INNO_KEY_AGGREGATE_NONPOSITIVE, &policy, NULL) == INNO_OK);
      FUZZ_CHECK(inno_scheme_get_i64(w->steps[k], code, INNO_KEY_AGGREGATE_RULE, &rule, NULL) == INNO_OK);
    }
  if (policy != INNO_NONPOSITIVE_ERROR || w->level_settings || !is_mean(rule)) return;
  for (int32_t i = 0; i < w->units; i++) {
    low[i] = INFINITY;
    high[i] = -INFINITY;
  }
  for (int64_t j = 0; j < node; j++) {
    if (inno_result_node_parent(r, j) != node) continue;
    scores_of(r, j, x);
    for (int32_t i = 0; i < w->units; i++) {
      low[i] = x[i] < low[i] ? x[i] : low[i];
      high[i] = x[i] > high[i] ? x[i] : high[i];
    }
  }
  scores_of(r, node, x);
  for (int32_t i = 0; i < w->units; i++) {
    double slack = 1e-9 * fmax(fabs(low[i]), fabs(high[i])) + 0x1p-1070;
    FUZZ_CHECK(isnan(x[i]) || (x[i] >= low[i] - slack && x[i] <= high[i] + slack));
  }
}

static void check_coverage(const world *w, const inno_result *r, int32_t keep) {
  double coverage[UNITS], x[UNITS];
  for (int64_t j = 0; j < inno_result_node_count(r); j++) {
    inno_status s = inno_result_coverage(r, j, coverage, sizeof *coverage, NULL);
    FUZZ_CHECK(s == (keep & INNO_KEEP_COVERAGE ? INNO_OK : INNO_E_NOT_KEPT));
    if (s != INNO_OK) continue;
    scores_of(r, j, x);
    for (int32_t i = 0; i < w->units; i++) {
      FUZZ_CHECK(coverage[i] >= 0.0 && coverage[i] <= 1.0);
      FUZZ_CHECK(coverage[i] > 0.0 || isnan(x[i]));
      if (j < w->indicators) FUZZ_CHECK((coverage[i] == 1.0) == !isnan(x[i]));
    }
  }
}

/* What a mark says of the value before and after, and what no mark says. */
static void check_mark(int32_t kind, int32_t mark, double before, double after) {
  int same = before == after || (isnan(before) && isnan(after));
  if (mark & (INNO_MARK_NO_DENOMINATOR | INNO_MARK_ZERO_DENOMINATOR))
    FUZZ_CHECK(kind == INNO_STEP_DENOMINATE && isnan(after));
  if (mark & INNO_MARK_SCREENED_OUT) FUZZ_CHECK(kind == INNO_STEP_SCREEN && isnan(after));
  if (mark & INNO_MARK_IMPUTED) FUZZ_CHECK(kind == INNO_STEP_IMPUTE && isnan(before) && !isnan(after));
  int treated = mark & (INNO_MARK_WINSORIZED_HIGH | INNO_MARK_WINSORIZED_LOW | INNO_MARK_TRANSFORMED);
  if (treated) FUZZ_CHECK(kind == INNO_STEP_TREAT && !isnan(before));
  if (treated == INNO_MARK_WINSORIZED_HIGH) FUZZ_CHECK(after < before);
  if (treated == INNO_MARK_WINSORIZED_LOW) FUZZ_CHECK(after > before);
  if (mark & INNO_MARK_TRUNCATED) FUZZ_CHECK(kind == INNO_STEP_NORMALIZE && !isnan(after));
  if (kind != INNO_STEP_NORMALIZE && kind != INNO_STEP_DENOMINATE && mark == 0) FUZZ_CHECK(same);
  if (kind != INNO_STEP_IMPUTE && isnan(before)) FUZZ_CHECK(isnan(after));
  if (kind == INNO_STEP_IMPUTE && !isnan(before)) FUZZ_CHECK(same);
}

static void check_steps(const world *w, const inno_result *r, int32_t keep) {
  double before[UNITS], after[UNITS];
  int32_t marks[UNITS];
  int64_t sources[UNITS];
  for (int64_t j = 0; j < w->indicators; j++) {
    inno_status s = inno_result_values(r, -1, j, before, sizeof *before, NULL);
    FUZZ_CHECK(s == (keep & INNO_KEEP_STEPS ? INNO_OK : INNO_E_NOT_KEPT));
    if (s != INNO_OK) return;
    for (int32_t i = 0; i < w->units; i++) FUZZ_CHECK(isnan(w->x[j][i]) ? isnan(before[i]) : before[i] == w->x[j][i]);
    for (int32_t k = 0; k < inno_result_step_count(r); k++) {
      int32_t kind = inno_result_step(r, k);
      FUZZ_CHECK(inno_result_values(r, k, j, after, sizeof *after, NULL) == INNO_OK);
      FUZZ_CHECK(inno_result_marks(r, k, j, marks, NULL) == INNO_OK);
      FUZZ_CHECK(inno_result_imputation_sources(r, k, j, sources, NULL) == INNO_OK);
      for (int32_t i = 0; i < w->units; i++)
        FUZZ_CHECK(sources[i] == -1 || (sources[i] >= 0 && sources[i] < w->units && marks[i] == INNO_MARK_IMPUTED));
      fuzz_check_doubles(after, w->units);
      for (int32_t i = 0; i < w->units; i++) check_mark(kind, marks[i], before[i], after[i]);
      memcpy(before, after, sizeof before);
    }
    scores_of(r, j, after);
    FUZZ_CHECK(memcmp(before, after, (size_t)w->units * sizeof *after) == 0);
  }
}

/* As many points are marked at each end as the records of the column's stages say, at most. */
static void check_points(const world *w, const inno_result *r) {
  int32_t marks[UNITS];
  int64_t i = 0, count = inno_result_record_count(r, INNO_RECORD_TREATMENT);
  while (i < count) {
    double points[2] = {0.0, 0.0}, marked[2] = {0.0, 0.0};
    double step = field(r, INNO_RECORD_TREATMENT, i, INNO_FIELD_STEP),
           node = field(r, INNO_RECORD_TREATMENT, i, INNO_FIELD_NODE);
    do {
      points[0] += field(r, INNO_RECORD_TREATMENT, i, INNO_FIELD_POINTS_HIGH);
      points[1] += field(r, INNO_RECORD_TREATMENT, i, INNO_FIELD_POINTS_LOW);
    } while (++i < count && field(r, INNO_RECORD_TREATMENT, i, INNO_FIELD_STAGE) > 0.0);
    FUZZ_CHECK(inno_result_marks(r, (int32_t)step, (int64_t)node, marks, NULL) == INNO_OK);
    for (int32_t u = 0; u < w->units; u++) {
      marked[0] += (marks[u] & INNO_MARK_WINSORIZED_HIGH) != 0;
      marked[1] += (marks[u] & INNO_MARK_WINSORIZED_LOW) != 0;
    }
    FUZZ_CHECK(marked[0] <= points[0] && marked[1] <= points[1]);
  }
}

/* Every field can be read; exactly one stage of each treated column goes on; frames hold their column. */
static void check_records(const inno_result *r) {
  static const int32_t kinds[] = {INNO_RECORD_WEIGHT, INNO_RECORD_SCREENING, INNO_RECORD_TREATMENT, INNO_RECORD_FRAME,
                                  INNO_RECORD_SEARCH};
  for (int k = 0; k < 5; k++)
    for (int64_t i = 0; i < inno_result_record_count(r, kinds[k]); i++)
      for (int32_t f = 0; f < inno_field_count(kinds[k]); f++) {
        int32_t which = 0, type = 0;
        FUZZ_CHECK(inno_field_info(kinds[k], f, &which, NULL, &type) == INNO_OK);
        double value = field(r, kinds[k], i, which);
        FUZZ_CHECK(!isinf(value) && (type != INNO_TYPE_I64 || value == floor(value)));
      }
  int kept = 1;
  for (int64_t i = 0; i < inno_result_record_count(r, INNO_RECORD_TREATMENT); i++) {
    if (field(r, INNO_RECORD_TREATMENT, i, INNO_FIELD_STAGE) == 0.0) {
      FUZZ_CHECK(kept == 1);
      kept = 0;
    }
    kept += field(r, INNO_RECORD_TREATMENT, i, INNO_FIELD_KEPT) == 1.0;
  }
  FUZZ_CHECK(kept == 1);
  for (int64_t i = 0; i < inno_result_record_count(r, INNO_RECORD_FRAME); i++) {
    double low = field(r, INNO_RECORD_FRAME, i, INNO_FIELD_MINIMUM),
           high = field(r, INNO_RECORD_FRAME, i, INNO_FIELD_MAXIMUM);
    FUZZ_CHECK(low <= high && field(r, INNO_RECORD_FRAME, i, INNO_FIELD_AVAILABLE) >= 1.0);
  }
}

static void compare(const world *w, const inno_result *a, const inno_result *b) {
  double x[UNITS], y[UNITS];
  size_t bytes = (size_t)w->units * sizeof *x;
  for (int64_t j = 0; j < inno_result_node_count(a); j++) {
    scores_of(a, j, x);
    scores_of(b, j, y);
    FUZZ_CHECK(memcmp(x, y, bytes) == 0);
  }
}

/* In pieces of any size, whatever is kept: the same status, node and bits. */
static void check_pieces(world *w, const inno_result *whole, inno_status expected) {
  char node[128];
  inno_run *run = NULL;
  inno_result *r = NULL;
  int32_t done = 0, keep = fuzz_below(&w->in, INNO_KEEP_ALL + 1);
  snprintf(node, sizeof node, "%s", inno_error_node(w->error));
  inno_status s = inno_run_create(&w->allocator, w->method, w->data, keep, &run, w->error);
  while (s == INNO_OK && !done) {
    int64_t calls = w->counter.calls;
    s = inno_run_advance(run, 1 + fuzz_below(&w->in, 100), &done, w->error);
    FUZZ_CHECK(calls == w->counter.calls); /* advancing never allocates */
  }
  FUZZ_CHECK(s == expected && strcmp(node, inno_error_node(w->error)) == 0);
  fuzz_check_error(w->error, s);
  if (s == INNO_OK) {
    FUZZ_CHECK(inno_run_finish(run, &r, w->error) == INNO_OK);
    compare(w, whole, r);
  } else if (run != NULL) {
    FUZZ_CHECK(inno_run_advance(run, 1, &done, w->error) == s && done == 0);
    FUZZ_CHECK(inno_run_finish(run, &r, w->error) == INNO_E_UNFINISHED && r == NULL);
  }
  inno_run_destroy(run);
  inno_result_destroy(r);
}

static void compute(world *w) {
  static const inno_status documented[] = {INNO_OK,
                                           INNO_E_MISSING_COLUMN,
                                           INNO_E_MISSING_GROUP,
                                           INNO_E_CODE,
                                           INNO_E_NODATA,
                                           INNO_E_CONSTANT,
                                           INNO_E_NONPOSITIVE,
                                           INNO_E_DOMAIN,
                                           INNO_E_OVERFLOW,
                                           INNO_E_WEIGHTS,
                                           INNO_E_VALUE,
                                           -1};
  inno_result *r = NULL;
  int32_t keep = fuzz_one_in(&w->in, 4) ? fuzz_below(&w->in, INNO_KEEP_ALL) : INNO_KEEP_ALL;
  inno_status s = inno_result_create(&w->allocator, w->method, w->data, keep, &r, w->error);
  FUZZ_CHECK(fuzz_is_among(s, documented) && (s == INNO_OK) == (r != NULL));
  fuzz_check_error(w->error, s);
  check_pieces(w, r, s);
  if (s != INNO_OK) return;
  check_weights(r);
  check_ranks(w, r);
  check_coverage(w, r, keep);
  check_steps(w, r, keep);
  check_records(r);
  if (keep & INNO_KEEP_STEPS) check_points(w, r);
  for (int64_t j = w->indicators; j < inno_result_node_count(r); j++) check_between(w, r, j);
  inno_result_destroy(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static world w;
  memset(&w, 0, sizeof w);
  w.in = (fuzz_input){data, size};
  w.allocator = counting_allocator(&w.counter);
  FUZZ_CHECK(inno_error_create(&w.allocator, &w.error) == INNO_OK);
  make_set(&w);
  make_data(&w);
  if (make_method(&w)) compute(&w);
  inno_method_destroy(w.method);
  for (int32_t k = 0; k < w.step_count; k++) inno_scheme_destroy(w.steps[k]);
  inno_weights_destroy(w.weights);
  inno_dataset_destroy(w.data);
  inno_indicator_set_destroy(w.set);
  inno_error_destroy(w.error);
  FUZZ_CHECK(w.counter.live_blocks == 0 && !w.counter.wrong_size);
  return 0;
}
