/* What-ifs: what is held, batches, what is refused, and the object by itself. That edits are the ordinary way is in
 * tests/property. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/chance.h"
#include "support/golden.h"

enum { UNITS = 12, INDICATORS = 5, NODES = 8, INDEX = NODES - 1, EDITS = 150 };

typedef double values[INDICATORS][UNITS];

static double any_value(int column) { return column % 2 == 0 ? 1.0 / (0.03 + uniform()) : 10.0 + 90.0 * uniform(); }

static void fill(values x, uint64_t start) {
  seed = start;
  for (int j = 0; j < INDICATORS; j++)
    for (int i = 0; i < UNITS; i++) x[j][i] = any_value(j);
}

static inno_indicator_set *new_set_with(double weight_of_b) {
  static const char *const nodes[NODES][2] = {{"index", NULL}, {"p", "index"}, {"q", "index"}, {"a", "p"},
                                              {"b", "p"},      {"c", "p"},     {"d", "q"},     {"e", "q"}};
  inno_indicator_set *set = NULL;
  assert_int_equal(inno_indicator_set_create(NULL, &set, NULL), INNO_OK);
  for (int i = 0; i < NODES; i++)
    assert_int_equal(inno_indicator_set_add(set, nodes[i][0], nodes[i][1], NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_direction(set, "c", -1, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_weight(set, "b", weight_of_b, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(set, NULL), INNO_OK);
  return set;
}

static inno_indicator_set *new_set(void) { return new_set_with(1.0); }

static inno_dataset *new_data(values x) {
  static const char *const units[UNITS] = {"u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9", "u10", "u11"};
  static const char *const columns[INDICATORS] = {"a", "b", "c", "d", "e"};
  inno_dataset *data = NULL;
  assert_int_equal(inno_dataset_create(NULL, UNITS, units, &data, NULL), INNO_OK);
  for (int j = 0; j < INDICATORS; j++)
    assert_int_equal(inno_dataset_add_column(data, columns[j], x[j], sizeof(double), NULL), INNO_OK);
  return data;
}

static inno_what_if *new_what_if(const inno_method *method, values x, const char *settings) {
  inno_what_if *w = NULL;
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, settings);
  inno_dataset *data = new_data(x);
  assert_int_equal(inno_what_if_create(NULL, options, method, data, &w, NULL), INNO_OK);
  inno_scheme_destroy(options);
  inno_dataset_destroy(data);
  return w;
}

static void same_nodes(const inno_result *a, const inno_result *b) {
  double x[UNITS], y[UNITS];
  for (int64_t j = 0; j < NODES; j++) {
    assert_int_equal(inno_result_scores(a, j, x, sizeof *x, NULL), INNO_OK);
    assert_int_equal(inno_result_scores(b, j, y, sizeof *y, NULL), INNO_OK);
    if (memcmp(x, y, sizeof x) != 0) fail_msg("node %d", (int)j);
  }
}

static void step_values(const inno_result *r, int32_t step, values out) {
  for (int64_t j = 0; j < INDICATORS; j++)
    assert_int_equal(inno_result_values(r, step, j, out[j], sizeof(double), NULL), INNO_OK);
}

static inno_frames *frames_of(const inno_method *method, values x) {
  inno_frames *frames = NULL;
  inno_dataset *data = new_data(x);
  inno_result *r = golden_result(method, data);
  assert_int_equal(inno_frames_create_from_result(NULL, r, method, &frames, NULL), INNO_OK);
  inno_result_destroy(r);
  inno_dataset_destroy(data);
  return frames;
}

static inno_status held_result(const inno_method *method, values x, const inno_frames *frames, inno_result **out) {
  inno_dataset *data = new_data(x);
  inno_status s = inno_result_create_with_frames(NULL, method, data, frames, INNO_KEEP_ALL, out, NULL);
  inno_dataset_destroy(data);
  return s;
}

static const golden_step treated[] = {{INNO_STEP_TREAT, "limit=3;skewness=1;kurtosis=1"},
                                      {INNO_STEP_NORMALIZE, ""},
                                      {INNO_STEP_AGGREGATE, ""},
                                      {0, NULL}};
static const golden_step only_treated[] = {{INNO_STEP_TREAT, "limit=3;skewness=1;kurtosis=1"},
                                           {INNO_STEP_NORMALIZE, "rule=none"},
                                           {INNO_STEP_AGGREGATE, ""},
                                           {0, NULL}};
static const golden_step untreated[] = {{INNO_STEP_NORMALIZE, ""}, {INNO_STEP_AGGREGATE, ""}, {0, NULL}};

/* Two programs put behind each other: treatment with or without frames, then normalization with or without. */
typedef struct {
  inno_method *whole, *first, *second;
  inno_frames *treatment, *normalization; /* NULL = not held */
} held;

static inno_status by_hand(const held *h, values x, inno_result **out) {
  inno_result *between = NULL;
  values y;
  *out = NULL;
  inno_dataset *data = new_data(x);
  inno_status s = h->treatment != NULL ? held_result(h->first, x, h->treatment, &between)
                                       : inno_result_create(NULL, h->first, data, INNO_KEEP_ALL, &between, NULL);
  inno_dataset_destroy(data);
  if (s != INNO_OK) return s;
  step_values(between, 0, y);
  inno_result_destroy(between);
  if (h->normalization != NULL) return held_result(h->second, y, h->normalization, out);
  data = new_data(y);
  s = inno_result_create(NULL, h->second, data, INNO_KEEP_ALL, out, NULL);
  inno_dataset_destroy(data);
  return s;
}

static void check_held(const held *h, values x, const char *settings) {
  inno_what_if *w = new_what_if(h->whole, x, settings);
  int accepted = 0;
  for (int e = 0; e < EDITS; e++) {
    int row = (int)(UNITS * uniform()), column = (int)(INDICATORS * uniform());
    double before = x[column][row];
    inno_result *r = NULL;
    x[column][row] = any_value(column) * (uniform() < 0.2 ? 1.5 : 1.0);
    inno_status s = inno_what_if_set_value(w, row, column, x[column][row], NULL);
    assert_int_equal(s, by_hand(h, x, &r));
    if (s == INNO_OK)
      same_nodes(inno_what_if_result(w), r);
    else
      x[column][row] = before;
    accepted += s == INNO_OK;
    inno_result_destroy(r);
  }
  assert_true(accepted > EDITS / 2);
  inno_what_if_destroy(w);
}

static void what_is_held_stays(void **state) {
  (void)state;
  static const char *const settings[] = {"hold_treatment=1", "hold_normalization=1",
                                         "hold_treatment=1;hold_normalization=1", ""};
  inno_indicator_set *set = new_set();
  held h = {.whole = golden_method(set, treated),
            .first = golden_method(set, only_treated),
            .second = golden_method(set, untreated)};
  for (int k = 0; k < 4; k++) {
    values x, y;
    fill(x, 5);
    inno_dataset *data = new_data(x);
    inno_result *r = golden_result(h.first, data);
    step_values(r, 0, y);
    h.treatment = k == 0 || k == 2 ? frames_of(h.first, x) : NULL;
    h.normalization = k == 1 || k == 2 ? frames_of(h.second, y) : NULL;
    check_held(&h, x, settings[k]);
    inno_frames_destroy(h.treatment);
    inno_frames_destroy(h.normalization);
    inno_result_destroy(r);
    inno_dataset_destroy(data);
  }
  inno_method_destroy(h.whole);
  inno_method_destroy(h.first);
  inno_method_destroy(h.second);
  inno_indicator_set_destroy(set);
}

/* Filled cells keep their values: as if these were the data. */
static void filled_values_are_held(void **state) {
  (void)state;
  static const golden_step filling[] = {
      {INNO_STEP_IMPUTE, "rule=regression;level=0"}, {INNO_STEP_NORMALIZE, ""}, {INNO_STEP_AGGREGATE, ""}, {0, NULL}};
  inno_indicator_set *set = new_set();
  inno_method *method = golden_method(set, filling), *plain = golden_method(set, untreated);
  values x, y;
  fill(x, 9);
  x[1][4] = x[3][0] = x[3][7] = NAN;
  inno_what_if *w = new_what_if(method, x, "hold_imputation=1");
  step_values(inno_what_if_result(w), 0, y);
  assert_true(y[1][4] == y[1][4] && y[3][7] == y[3][7]);
  const struct {
    int row, column;
    double value, stands;
  } edits[] = {{2, 0, 3.5, 3.5}, {4, 1, 50.0, 50.0}, {4, 1, NAN, y[1][4]}, {5, 2, NAN, NAN}, {5, 2, 4.0, 4.0}};
  for (int e = 0; e < 5; e++) {
    y[edits[e].column][edits[e].row] = edits[e].stands;
    assert_int_equal(inno_what_if_set_value(w, edits[e].row, edits[e].column, edits[e].value, NULL), INNO_OK);
    inno_dataset *data = new_data(y);
    inno_result *r = golden_result(plain, data);
    same_nodes(inno_what_if_result(w), r);
    inno_result_destroy(r);
    inno_dataset_destroy(data);
  }
  int32_t marks[UNITS];
  assert_int_equal(inno_result_marks(inno_what_if_result(w), 0, 1, marks, NULL), INNO_OK);
  assert_int_equal(marks[4], INNO_MARK_IMPUTED);
  inno_what_if_destroy(w);
  inno_method_destroy(method);
  inno_method_destroy(plain);
  inno_indicator_set_destroy(set);
}

/* Each edit of a batch is what it is alone; arrays backwards and with gaps. */
static void batches_are_single_edits(void **state) {
  (void)state;
  enum { COUNT = 40 };
  inno_indicator_set *set = new_set();
  inno_method *method = golden_method(set, treated);
  values x;
  int64_t rows[COUNT], columns[COUNT];
  double value[COUNT], score[2 * COUNT], rank[COUNT], all[UNITS];
  int32_t status[COUNT];
  fill(x, 3);
  for (int i = 0; i < UNITS; i++) x[4][i] = i == 0 ? 2.0 : 1.0; /* constant without the first */
  inno_what_if *w = new_what_if(method, x, "");
  for (int e = 0; e < COUNT; e++) {
    rows[e] = e % UNITS;
    columns[e] = e % INDICATORS;
    value[COUNT - 1 - e] = columns[e] == 4 ? 1.0 : any_value((int)columns[e]);
  }
  assert_int_equal(inno_what_if_try_values(w, COUNT, rows, columns, value + COUNT - 1, -(ptrdiff_t)sizeof(double),
                                           INDEX, score, 2 * sizeof(double), rank, sizeof(double), status, NULL),
                   INNO_OK);
  assert_int_equal(inno_what_if_edit_count(w), 0);
  int failed = 0;
  for (int e = 0; e < COUNT; e++) {
    inno_status s = inno_what_if_set_value(w, rows[e], columns[e], value[COUNT - 1 - e], NULL);
    assert_int_equal(s, status[e]);
    failed += s != INNO_OK;
    if (s != INNO_OK) {
      assert_true(isnan(score[2 * e]) && isnan(rank[e]));
      continue;
    }
    inno_result_scores(inno_what_if_result(w), INDEX, all, sizeof *all, NULL);
    assert_memory_equal(&all[rows[e]], &score[2 * e], sizeof(double));
    inno_result_ranks(inno_what_if_result(w), INDEX, NULL, all, sizeof *all, NULL);
    assert_true(all[rows[e]] == rank[e]);
    assert_int_equal(inno_what_if_undo(w, 1, NULL), INNO_OK);
  }
  assert_true(failed > 0 && failed < COUNT / 2);
  assert_int_equal(inno_what_if_try_values(w, 0, NULL, NULL, NULL, 8, 0, NULL, 8, NULL, 8, NULL, NULL), INNO_OK);
  assert_int_equal(inno_what_if_try_values(w, COUNT, rows, columns, value, 8, INDEX, NULL, 0, NULL, 0, NULL, NULL),
                   INNO_OK);
  inno_what_if_destroy(w);
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
}

/* ---- the present state, for functions that want more than the result ---- */

static char *json_of(const inno_result *r, const inno_method *method, const inno_dataset *data) {
  int64_t needed = 0;
  if (inno_result_write_json(r, method, data, NULL, 0, &needed, NULL) != INNO_E_BUFFER) return NULL;
  char *text = test_malloc((size_t)needed);
  assert_int_equal(inno_result_write_json(r, method, data, text, needed, NULL, NULL), INNO_OK);
  return text;
}

static void same_tables(const inno_analysis *a, const inno_analysis *b, int32_t kind) {
  int64_t count = inno_analysis_record_count(b, kind);
  assert_int_equal(inno_analysis_record_count(a, kind), count);
  for (int32_t i = 0; i < inno_field_count(kind); i++) {
    int32_t field = 0;
    assert_int_equal(inno_field_info(kind, i, &field, NULL, NULL), INNO_OK);
    for (int64_t k = 0; k < count; k++) {
      double one = 0.0, two = 0.0;
      assert_int_equal(inno_analysis_record(a, kind, k, field, &one, NULL), INNO_OK);
      assert_int_equal(inno_analysis_record(b, kind, k, field, &two, NULL), INNO_OK);
      if (memcmp(&one, &two, sizeof one) != 0) fail_msg("kind %d, field %d, record %d", kind, field, (int)k);
    }
  }
}

typedef struct {
  const inno_result *result;
  const inno_method *method;
  const inno_dataset *data;
} asked;

/* Every table of the traces and contributions of all units, and the text, are the same. */
static void same_answers(const asked *a, const asked *b) {
  const asked *const both[] = {a, b};
  inno_analysis *out[2] = {NULL, NULL};
  for (int64_t unit = 0; unit < UNITS; unit++) {
    for (int i = 0; i < 2; i++)
      assert_int_equal(
          inno_analysis_create_trace(NULL, NULL, both[i]->method, both[i]->data, both[i]->result, unit, &out[i], NULL),
          INNO_OK);
    assert_true(inno_analysis_record_count(out[0], INNO_RECORD_TRACE_STEP) > 0);
    for (int32_t kind = INNO_RECORD_TRACE_NODE; kind <= INNO_RECORD_TRACE_SOURCE; kind++)
      same_tables(out[0], out[1], kind);
    for (int i = 0; i < 2; i++) inno_analysis_destroy(out[i]);
  }
  for (int i = 0; i < 2; i++)
    assert_int_equal(
        inno_analysis_create_contributions(NULL, NULL, both[i]->method, both[i]->result, -1, 3, &out[i], NULL),
        INNO_OK);
  assert_true(inno_analysis_record_count(out[0], INNO_RECORD_CONTRIBUTION) > 0);
  same_tables(out[0], out[1], INNO_RECORD_CONTRIBUTION_UNIT);
  same_tables(out[0], out[1], INNO_RECORD_CONTRIBUTION);
  for (int i = 0; i < 2; i++) inno_analysis_destroy(out[i]);
  char *texts[] = {json_of(a->result, a->method, a->data), json_of(b->result, b->method, b->data)};
  assert_non_null(texts[0]);
  assert_string_equal(texts[0], texts[1]);
  for (int i = 0; i < 2; i++) test_free(texts[i]);
}

/* What is asked about the what-if is what is asked about a plain result of these data and this method. The data stand
 * for each other's, those of other values are refused. */
static void asked_as(const inno_what_if *w, const inno_method *method, values now, values other) {
  inno_dataset *data = new_data(now), *others = new_data(other);
  inno_result *r = golden_result(method, data);
  const asked plain = {r, method, data};
  const asked shown = {inno_what_if_result(w), inno_what_if_method(w), inno_what_if_dataset(w)};
  inno_analysis *a = NULL;
  same_answers(&shown, &plain);
  same_answers(&(asked){shown.result, method, data}, &(asked){r, shown.method, shown.data});
  assert_null(json_of(shown.result, shown.method, others));
  assert_int_equal(inno_analysis_create_trace(NULL, NULL, shown.method, others, shown.result, 0, &a, NULL),
                   INNO_E_ARGUMENT);
  for (int64_t node = 0; node < NODES; node++) {
    double weight = 0.0;
    assert_int_equal(inno_result_record(r, INNO_RECORD_WEIGHT, node, INNO_FIELD_WEIGHT, &weight, NULL), INNO_OK);
    assert_true(inno_what_if_weight(w, node) == weight);
  }
  inno_result_destroy(r);
  inno_dataset_destroy(data);
  inno_dataset_destroy(others);
}

static void the_present_state_can_be_asked(void **state) {
  (void)state;
  static const golden_step others[] = {
      {INNO_STEP_NORMALIZE, "rule=zscore;mean=50;sd=10"}, {INNO_STEP_WEIGH, "@2.rule=deviation"}, {0, NULL}};
  inno_indicator_set *set = new_set(), *heavy = new_set_with(2.5);
  inno_method *method = golden_method(set, treated), *other = golden_method(set, others);
  inno_method *weighted = golden_method(heavy, treated);
  values x, y;
  fill(x, 12);
  memcpy(y, x, sizeof y);
  inno_what_if *w = new_what_if(method, x, "");
  y[0][4] = x[0][5]; /* values that changed places */
  y[0][5] = x[0][4];
  asked_as(w, method, x, y);
  memcpy(y, x, sizeof y);
  y[0][4] = 17.0;
  assert_int_equal(inno_what_if_set_value(w, 4, 0, 17.0, NULL), INNO_OK);
  asked_as(w, method, y, x);
  assert_int_equal(inno_what_if_set_weight(w, 1, 2.5, NULL), INNO_OK);
  asked_as(w, weighted, y, x);
  assert_int_equal(inno_what_if_set_method(w, other, NULL), INNO_OK);
  asked_as(w, other, y, x);
  assert_int_equal(inno_what_if_undo(w, 2, NULL), INNO_OK); /* by computing */
  asked_as(w, method, y, x);
  assert_int_equal(inno_what_if_undo(w, 1, NULL), INNO_OK);
  asked_as(w, method, x, y);
  assert_int_equal(inno_what_if_set_value(w, 4, 0, 17.0, NULL), INNO_OK);
  assert_int_equal(inno_what_if_reset(w, NULL), INNO_OK); /* from memory */
  asked_as(w, method, x, y);
  assert_null(inno_what_if_method(NULL));
  assert_null(inno_what_if_dataset(NULL));
  assert_true(isnan(inno_what_if_weight(NULL, 0)) && isnan(inno_what_if_weight(w, NODES)) &&
              isnan(inno_what_if_weight(w, -1)));
  inno_what_if_destroy(w);
  inno_method_destroy(method);
  inno_method_destroy(other);
  inno_method_destroy(weighted);
  inno_indicator_set_destroy(heavy);
  inno_indicator_set_destroy(set);
}

/* What is held depends on the first data too, and the text says so. */
static void a_text_says_what_is_held(void **state) {
  (void)state;
  static const char *const settings[] = {"", "hold_treatment=1", "hold_normalization=1", "hold_imputation=1"};
  inno_indicator_set *set = new_set();
  inno_method *method = golden_method(set, treated);
  values x;
  fill(x, 5);
  for (int k = 0; k < 4; k++) {
    inno_what_if *w = new_what_if(method, x, settings[k]);
    for (int again = 0; again < 2; again++) {
      char *text = json_of(inno_what_if_result(w), inno_what_if_method(w), inno_what_if_dataset(w));
      assert_non_null(text);
      assert_non_null(strstr(text, k > 0 ? "\"held_frames\":true" : "\"held_frames\":false"));
      test_free(text);
      assert_int_equal(inno_what_if_set_method(w, method, NULL), INNO_OK);
    }
    inno_what_if_destroy(w);
  }
  inno_method_destroy(method);
  inno_indicator_set_destroy(set);
}

static inno_error *error;

#define REFUSED(call, status, word)                                                                 \
  do {                                                                                              \
    assert_int_equal((call), status);                                                               \
    assert_int_equal(inno_error_status(error), status);                                             \
    if (strstr(inno_error_message(error), word) == NULL) fail_msg("%s", inno_error_message(error)); \
  } while (0)

static void what_cannot_be_is_refused(void **state) {
  (void)state;
  static const golden_step ranks[] = {{INNO_STEP_NORMALIZE, "rule=rank"}, {INNO_STEP_AGGREGATE, ""}, {0, NULL}};
  static const golden_step weighed[] = {
      {INNO_STEP_NORMALIZE, ""}, {INNO_STEP_WEIGH, "@2.rule=deviation"}, {INNO_STEP_AGGREGATE, ""}, {0, NULL}};
  static const golden_step logs[] = {{INNO_STEP_NORMALIZE, "log=natural"}, {INNO_STEP_AGGREGATE, ""}, {0, NULL}};
  static const golden_step other[] = {{INNO_STEP_NORMALIZE, "a.upper=10"}, {INNO_STEP_AGGREGATE, ""}, {0, NULL}};
  values x;
  inno_indicator_set *set = new_set(), *small = NULL;
  inno_what_if *w = NULL;
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  fill(x, 4);
  inno_method *by_rank = golden_method(set, ranks), *by_data = golden_method(set, weighed);
  inno_method *by_log = golden_method(set, logs), *plain = golden_method(set, untreated),
              *changed = golden_method(set, other);
  inno_dataset *data = new_data(x);
  inno_scheme *hold = golden_scheme(INNO_STEP_EXPLAIN, "hold_normalization=1");
  REFUSED(inno_what_if_create(NULL, hold, by_rank, data, &w, error), INNO_E_FRAMES, "rank");
  assert_null(w);

  w = new_what_if(by_data, x, "");
  REFUSED(inno_what_if_set_weight(w, 0, 2.0, error), INNO_E_ARGUMENT, "'a'");
  assert_int_equal(inno_what_if_set_weight(w, 5, 2.0, error), INNO_OK); /* a pillar's is given */
  inno_what_if_destroy(w);

  w = new_what_if(by_log, x, "");
  REFUSED(inno_what_if_set_value(w, 3, 1, -1.0, error), INNO_E_NONPOSITIVE, "u3");
  REFUSED(inno_what_if_set_value(w, 3, 1, INFINITY, error), INNO_E_INFINITE, "u3");
  REFUSED(inno_what_if_set_value(w, UNITS, 1, 1.0, error), INNO_E_ARGUMENT, "row");
  REFUSED(inno_what_if_set_value(w, 0, -1, 1.0, error), INNO_E_ARGUMENT, "column");
  REFUSED(inno_what_if_set_weight(w, NODES, 1.0, error), INNO_E_ARGUMENT, "node");
  REFUSED(inno_what_if_set_weight(w, 0, -1.0, error), INNO_E_ARGUMENT, "'a'");
  REFUSED(inno_what_if_undo(w, 1, error), INNO_E_ARGUMENT, "count");
  static const int64_t two[] = {0, 1};
  double y[2] = {7.0, 7.0};
  REFUSED(inno_what_if_try_values(w, 2, two, two, x[0], 0, INDEX, y, 0, y, 8, NULL, error), INNO_E_ARGUMENT,
          "scores: a stride of 0 bytes");
  REFUSED(inno_what_if_try_values(w, 2, two, two, x[0], 0, INDEX, NULL, 0, y, 0, NULL, error), INNO_E_ARGUMENT,
          "ranks: a stride of 0 bytes");
  assert_true(y[0] == 7.0 && y[1] == 7.0);
  assert_int_equal(inno_what_if_set_weight(w, 3, 0.0, error), INNO_OK);
  REFUSED(inno_what_if_set_weight(w, 4, 0.0, error), INNO_E_WEIGHTS, "'q'");
  assert_int_equal(inno_what_if_edit_count(w), 1);
  assert_true(inno_what_if_value(w, 3, 1) == x[1][3] && isnan(inno_what_if_value(w, 3, INDICATORS)));
  inno_what_if_destroy(w);

  assert_int_equal(inno_what_if_create(NULL, hold, plain, data, &w, error), INNO_OK);
  REFUSED(inno_what_if_set_method(w, changed, error), INNO_E_FRAMES, "'a'");
  REFUSED(inno_what_if_set_method(w, by_data, error), INNO_E_FRAMES, "hold_normalization");
  assert_int_equal(inno_indicator_set_create(NULL, &small, NULL), INNO_OK);
  inno_indicator_set_add(small, "index", NULL, NULL);
  inno_indicator_set_add(small, "a", "index", NULL);
  inno_indicator_set_freeze(small, NULL);
  inno_method *tiny = golden_method(small, untreated);
  REFUSED(inno_what_if_set_method(w, tiny, error), INNO_E_ARGUMENT, "tree");
  inno_what_if_destroy(w);

  inno_method *const methods[] = {by_rank, by_data, by_log, plain, changed, tiny};
  for (int k = 0; k < 6; k++) inno_method_destroy(methods[k]);
  inno_indicator_set_destroy(small);
  inno_indicator_set_destroy(set);
  inno_dataset_destroy(data);
  inno_scheme_destroy(hold);
  inno_error_destroy(error);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_held_stays),       cmocka_unit_test(filled_values_are_held),
      cmocka_unit_test(batches_are_single_edits), cmocka_unit_test(the_present_state_can_be_asked),
      cmocka_unit_test(a_text_says_what_is_held), cmocka_unit_test(what_cannot_be_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
