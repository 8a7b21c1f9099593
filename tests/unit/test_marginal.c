/* Marginal points against results of datasets in which the one value was changed by hand. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "support/analysis.h"
#include "support/chance.h"
#include "support/golden.h"

enum { UNITS = 11, PERIODS = 2, ROWS = UNITS * PERIODS, INDICATORS = 4, COLUMNS = 5, NODES = 7, MOVES = 4 };

typedef struct {
  double x[COLUMNS][ROWS]; /* the last is the denominator of the third */
  inno_indicator_set *set;
  inno_method *method;
} world;

static void open_world(world *w, const golden_step *steps) {
  static const char *const nodes[NODES][2] = {{"index", NULL}, {"p", "index"}, {"q", "index"}, {"a", "p"},
                                              {"b", "p"},      {"c", "q"},     {"d", "q"}};
  for (int j = 0; j < COLUMNS; j++)
    for (int i = 0; i < ROWS; i++) w->x[j][i] = j == 0 ? 1.0 / (0.05 + uniform()) : floor(3.0 + 30.0 * uniform());
  w->x[1][UNITS + 2] = w->x[3][UNITS + 2] = w->x[2][UNITS + 5] = w->x[4][UNITS + 6] = NAN;
  w->x[4][UNITS + 7] = 0.0;
  assert_int_equal(inno_indicator_set_create(NULL, &w->set, NULL), INNO_OK);
  for (int i = 0; i < NODES; i++)
    assert_int_equal(inno_indicator_set_add(w->set, nodes[i][0], nodes[i][1], NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_direction(w->set, "b", -1, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_denominator(w->set, "c", "people", 100.0, NULL), INNO_OK);
  assert_int_equal(inno_indicator_set_freeze(w->set, NULL), INNO_OK);
  w->method = golden_method(w->set, steps);
}

static void close_world(world *w) {
  inno_method_destroy(w->method);
  inno_indicator_set_destroy(w->set);
}

static inno_dataset *data_of(world *w) {
  static const char *const units[UNITS] = {"u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9", "u10"};
  static const char *const columns[COLUMNS] = {"d", "c", "b", "a", "people"};
  static const double years[PERIODS] = {2023, 2024};
  static const int from[COLUMNS] = {3, 2, 1, 0, 4}; /* columns stand in another order than nodes */
  inno_dataset *data = NULL;
  assert_int_equal(inno_dataset_create_panel(NULL, UNITS, units, PERIODS, years, &data, NULL), INNO_OK);
  for (int c = 0; c < COLUMNS; c++)
    assert_int_equal(inno_dataset_add_column(data, columns[c], w->x[from[c]], sizeof(double), NULL), INNO_OK);
  return data;
}

static inno_status result_of(world *w, inno_result **out) {
  inno_dataset *data = data_of(w);
  *out = NULL;
  inno_status s = inno_result_create(NULL, w->method, data, INNO_KEEP_SCORES, out, NULL);
  inno_dataset_destroy(data);
  return s;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* Type 7: straight lines between the values at k / (m - 1). */
static double quantile(const double *sorted, int m, double p) {
  int k = (int)((m - 1) * p);
  double part = (m - 1) * p - k;
  return part > 0.0 ? sorted[k] + part * (sorted[k + 1] - sorted[k]) : sorted[k];
}

/* What the values of an indicator are compared by, in the second period. */
static double compared(const world *w, int j, int unit) {
  double v = w->x[j][UNITS + unit], d = w->x[4][UNITS + unit];
  if (j != 2) return v;
  return d == 0.0 ? NAN : v / (d / 100.0);
}

static double target_of(const world *w, int j, int unit, int move) {
  double sorted[UNITS], sign = j == 1 ? -1.0 : 1.0, from = sign * compared(w, j, unit), to = NAN;
  int m = 0;
  for (int i = 0; i < UNITS; i++)
    if (!isnan(compared(w, j, i))) sorted[m++] = sign * compared(w, j, i); /* more is better now */
  qsort(sorted, (size_t)m, sizeof *sorted, by_size);
  if (move == INNO_MOVE_STEP) to = from + 0.01 * (sorted[m - 1] - sorted[0]);
  if (move == INNO_MOVE_MEDIAN) to = quantile(sorted, m, 0.5);
  if (move == INNO_MOVE_BEST) to = sorted[m - 1];
  for (int q = 3; move == INNO_MOVE_QUARTILE && q > 0; q--)
    if (isnan(from) || quantile(sorted, m, 0.25 * q) > from) to = quantile(sorted, m, 0.25 * q);
  if (to <= from) return NAN;
  if (j != 2) return sign * to;
  return w->x[4][UNITS + unit] != 0.0 ? sign * to * (w->x[4][UNITS + unit] / 100.0) : NAN;
}

static int others_moved(const inno_result *a, const inno_result *b, int row) {
  double x[ROWS], y[ROWS];
  int moved = 0;
  for (int64_t j = 0; j < INDICATORS; j++) {
    inno_result_scores(a, j, x, sizeof *x, NULL);
    inno_result_scores(b, j, y, sizeof *y, NULL);
    for (int i = 0; i < ROWS; i++) moved |= i != row && memcmp(&x[i], &y[i], sizeof *x) != 0;
  }
  return moved;
}

static void check_move(world *w, const inno_analysis *a, int64_t record, const inno_result *before, int64_t node) {
  static const int32_t kind = INNO_RECORD_MARGINAL;
  double score[ROWS], rank[ROWS], score_after[ROWS], rank_after[ROWS];
  int unit = (int)cell(a, kind, record, INNO_FIELD_UNIT), j = (int)cell(a, kind, record, INNO_FIELD_NODE);
  int move = (int)cell(a, kind, record, INNO_FIELD_MOVE), row = UNITS + unit;
  double value = w->x[j][row], target = cell(a, kind, record, INNO_FIELD_NEW_VALUE),
         wanted = target_of(w, j, unit, move);
  inno_result_scores(before, node, score, sizeof *score, NULL);
  inno_result_ranks(before, node, NULL, rank, sizeof *rank, NULL);
  assert_true(same(cell(a, kind, record, INNO_FIELD_VALUE), value));
  assert_true(same(cell(a, kind, record, INNO_FIELD_SCORE_BEFORE), score[row]));
  assert_true(same(cell(a, kind, record, INNO_FIELD_RANK_BEFORE), rank[row]));
  if (!(isnan(target) && isnan(wanted)) && !near(target, wanted, 1e-14))
    fail_msg("indicator %d of unit %d, move %d: %.17g, not %.17g", j, unit, move, target, wanted);
  double points = cell(a, kind, record, INNO_FIELD_DIFFERENCE), shift = cell(a, kind, record, INNO_FIELD_SHIFT);
  if (isnan(target)) {
    assert_true(isnan(points) && isnan(shift) && isnan(cell(a, kind, record, INNO_FIELD_PER_UNIT)));
    return;
  }
  inno_result *after = NULL;
  w->x[j][row] = target;
  inno_status s = result_of(w, &after);
  w->x[j][row] = value;
  assert_int_equal(s, cell(a, kind, record, INNO_FIELD_STATUS));
  if (s != INNO_OK) {
    assert_true(isnan(points) && isnan(shift));
    return;
  }
  inno_result_scores(after, node, score_after, sizeof *score, NULL);
  inno_result_ranks(after, node, NULL, rank_after, sizeof *rank, NULL);
  assert_true(same(points, score_after[row] - score[row]));
  assert_true(same(shift, rank_after[row] - rank[row]));
  assert_true(same(cell(a, kind, record, INNO_FIELD_SCORE), score_after[row]));
  assert_true(same(cell(a, kind, record, INNO_FIELD_RANK), rank_after[row]));
  assert_true(same(cell(a, kind, record, INNO_FIELD_PER_UNIT), points / fabs(target - value)));
  assert_int_equal(cell(a, kind, record, INNO_FIELD_MOVED), others_moved(before, after, row));
  inno_result_destroy(after);
}

static const golden_step plain[] = {
    {INNO_STEP_DENOMINATE, ""}, {INNO_STEP_NORMALIZE, ""}, {INNO_STEP_AGGREGATE, ""}, {0, NULL}};
static const golden_step treated[] = {{INNO_STEP_DENOMINATE, ""},
                                      {INNO_STEP_IMPUTE, "rule=mean;d.rule=none"},
                                      {INNO_STEP_TREAT, "limit=2;skewness=1;kurtosis=0.5"},
                                      {INNO_STEP_NORMALIZE, "rule=zscore"},
                                      {INNO_STEP_AGGREGATE, "rule=arithmetic;@2.min_coverage=0.6"},
                                      {0, NULL}};

static void moves_are_results(void **state) {
  (void)state;
  const golden_step *const methods[] = {plain, treated};
  for (int k = 0; k < 2; k++) {
    world w;
    inno_result *before = NULL;
    inno_analysis *a = NULL, *one = NULL;
    open_world(&w, methods[k]);
    inno_scheme *options =
        golden_scheme(INNO_STEP_EXPLAIN, k == 0 ? "move_step=0.01" : "move_step=0.01;node=p;period=2024");
    int64_t node = k == 0 ? NODES - 1 : 4, moved = 0, count = (int64_t)UNITS * INDICATORS * MOVES;
    inno_dataset *data = data_of(&w);
    assert_int_equal(result_of(&w, &before), INNO_OK);
    assert_int_equal(inno_analysis_create_marginal(NULL, options, w.method, data, -1, &a, NULL), INNO_OK);
    assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_MARGINAL), count);
    for (int64_t r = 0; r < count; r++) {
      check_move(&w, a, r, before, node);
      moved += cell(a, INNO_RECORD_MARGINAL, r, INNO_FIELD_MOVED) == 1.0;
    }
    assert_true(moved > 5 && moved < count - 5);
    /* one unit alone has the same records */
    assert_int_equal(inno_analysis_create_marginal(NULL, options, w.method, data, 3, &one, NULL), INNO_OK);
    assert_int_equal(inno_analysis_record_count(one, INNO_RECORD_MARGINAL), INDICATORS * MOVES);
    for (int64_t r = 0; r < INDICATORS * MOVES; r++)
      for (int32_t f = 0; f < inno_field_count(INNO_RECORD_MARGINAL); f++) {
        int32_t field = 0;
        inno_field_info(INNO_RECORD_MARGINAL, f, &field, NULL, NULL);
        assert_true(same(cell(one, INNO_RECORD_MARGINAL, r, field),
                         cell(a, INNO_RECORD_MARGINAL, 3 * INDICATORS * MOVES + r, field)));
      }
    inno_analysis_destroy(one);
    inno_analysis_destroy(a);
    inno_scheme_destroy(options);
    inno_result_destroy(before);
    inno_dataset_destroy(data);
    close_world(&w);
  }
}

static void what_cannot_be_is_refused(void **state) {
  (void)state;
  world w;
  inno_analysis *a = NULL;
  open_world(&w, plain);
  inno_dataset *data = data_of(&w);
  const struct {
    const char *settings;
    int64_t unit;
    inno_status status;
  } cases[] = {{"node=nobody", 0, INNO_E_CODE},
               {"period=1999", 0, INNO_E_VALUE},
               {"", UNITS, INNO_E_ARGUMENT},
               {"", -2, INNO_E_ARGUMENT}};
  for (int k = 0; k < 4; k++) {
    inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, cases[k].settings);
    a = (inno_analysis *)&w;
    assert_int_equal(inno_analysis_create_marginal(NULL, options, w.method, data, cases[k].unit, &a, NULL),
                     cases[k].status);
    assert_null(a);
    inno_scheme_destroy(options);
  }
  inno_dataset_destroy(data);
  close_world(&w);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(moves_are_results),
      cmocka_unit_test(what_cannot_be_is_refused),
  };
  seed = 11;
  return cmocka_run_group_tests(tests, NULL, NULL);
}
