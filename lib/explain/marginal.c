#include "explain/marginal.h"

#include <math.h>
#include <string.h>

#include "construct/denominate.h"
#include "numeric/missing.h"
#include "numeric/order.h"
#include "numeric/quantile.h"

static const inno__field fields[] = {
    INNO__I64(UNIT, "unit"),
    INNO__I64(NODE, "node"),
    INNO__I64(MOVE, "move"),
    INNO__F64(VALUE, "value"),
    INNO__F64(NEW_VALUE, "new_value"),
    INNO__F64(SCORE_BEFORE, "score_before"),
    INNO__F64(SCORE, "score"),
    INNO__F64(DIFFERENCE, "difference"),
    INNO__F64(RANK_BEFORE, "rank_before"),
    INNO__F64(RANK, "rank"),
    INNO__F64(SHIFT, "shift"),
    INNO__F64(PER_UNIT, "per_unit"),
    INNO__I64(MOVED, "moved"),
    INNO__I64(STATUS, "status"),
};
static const inno__record_kind kinds[] = {INNO__TABLE(MARGINAL, fields)};
const inno__record_kinds inno__marginal_kinds = {kinds, 1};

enum { MOVES = 4, QUARTILES = 3 };

typedef struct {
  inno_analysis *a;
  inno_what_if *w;
  int64_t node, first, begin, end; /* first row of the period; units */
  double *compared, *sorted;       /* values of the indicator at work, as they are compared; 2 n doubles to sort */
  double *score, *rank;            /* of each unit before */
  /* of the indicator at work */
  int64_t j;
  int32_t direction, divisions;
  double best, worst;
  double quartile[QUARTILES]; /* from the worst */
} marginal;

static const double *raw(const inno_what_if *w, int64_t j) {
  return inno__column(&w->dataset->columns[w->run->column[j]], 0);
}

static const double *denominator(const inno_what_if *w, int64_t j) {
  return inno__column(&w->dataset->columns[w->run->denominator[w->method->tree->denominator[j]]], 0);
}

/* Where the units of the period stand. */
static void look(marginal *g, int64_t j) {
  const inno_what_if *w = g->w;
  int64_t n = w->dataset->units, m = 0;
  g->j = j;
  g->direction = w->method->tree->direction[j];
  g->divisions = inno__method_divisions(w->method, w->method->step_count, j);
  memcpy(g->compared, raw(w, j) + g->first, (size_t)n * sizeof *g->compared);
  for (int32_t k = g->divisions; k > 0; k--)
    inno__denominate(g->compared, denominator(w, j) + g->first, w->method->tree->scale[j], n, g->compared, NULL);
  for (int64_t i = 0; i < n; i++)
    if (g->compared[i] == g->compared[i]) g->sorted[m++] = g->compared[i];
  inno__sort(g->sorted, m, g->sorted + n);
  double low = m > 0 ? g->sorted[0] : inno__nan(), high = m > 0 ? g->sorted[m - 1] : inno__nan();
  g->best = g->direction > 0 ? high : low;
  g->worst = g->direction > 0 ? low : high;
  for (int q = 0; q < QUARTILES; q++) {
    double p = 0.25 * (g->direction > 0 ? q + 1 : QUARTILES - q);
    g->quartile[q] = inno__quantile_sorted(g->sorted, m, p, INNO__QUANTILE_R);
  }
}

/* A missing value is worse than any. */
static int is_better(const marginal *g, double x, double than) {
  if (than != than) return x == x;
  return g->direction > 0 ? x > than : x < than;
}

/* The compared value that a move ends at; NaN = there is none. */
static double aim(const marginal *g, int32_t move, double from) {
  double to = move == INNO_MOVE_BEST ? g->best : g->quartile[1];
  if (move == INNO_MOVE_STEP) to = from + (g->best - g->worst) * g->w->rule.move_step;
  for (int q = 0; move == INNO_MOVE_QUARTILE && q < QUARTILES; q++) {
    to = g->quartile[q];
    if (is_better(g, to, from)) break;
  }
  return is_better(g, to, from) ? to : inno__nan();
}

/* The raw value of a unit whose compared value would be x. */
static double as_raw(const marginal *g, double x, int64_t row) {
  double by = g->divisions > 0 ? denominator(g->w, g->j)[row] : 1.0;
  return inno__undenominate(x, by, g->w->method->tree->scale[g->j], g->divisions);
}

static double *cell(const marginal *g, int32_t field, int64_t record) {
  return inno__analysis_cell(g->a, INNO_RECORD_MARGINAL, record, field);
}

static void try_move(const marginal *g, int64_t unit, int64_t record, double value, double target) {
  int64_t row = g->first + unit;
  inno_status s = inno__what_if_try(g->w, row, g->w->run->column[g->j], target, NULL);
  *cell(g, INNO_FIELD_STATUS, record) = s;
  if (s != INNO_OK) return;
  const inno__rows reach = g->w->reach;
  double score = g->w->run->result->final[g->node][row], points = score - g->score[unit];
  double rank = inno__what_if_rank(g->w, g->node, row);
  if (score == score) *cell(g, INNO_FIELD_SCORE, record) = score;
  if (points == INFINITY || points == -INFINITY) {
    *cell(g, INNO_FIELD_STATUS, record) = INNO_E_OVERFLOW;
    points = inno__nan();
  }
  if (points == points) *cell(g, INNO_FIELD_DIFFERENCE, record) = points;
  *cell(g, INNO_FIELD_RANK, record) = rank;
  *cell(g, INNO_FIELD_SHIFT, record) = rank - g->rank[unit];
  double per_unit = points / fabs(target - value);
  *cell(g, INNO_FIELD_PER_UNIT, record) = per_unit - per_unit == 0.0 ? per_unit : inno__nan();
  *cell(g, INNO_FIELD_MOVED, record) = reach.low < reach.high && (reach.low != row || reach.high != row + 1);
  inno__what_if_take_back(g->w);
}

static inno_status move_unit(const marginal *g, int64_t unit, int64_t record) {
  double value = raw(g->w, g->j)[g->first + unit];
  for (int32_t move = INNO_MOVE_STEP; move <= MOVES; move++, record++) {
    double target = as_raw(g, aim(g, move, g->compared[unit]), g->first + unit);
    *cell(g, INNO_FIELD_UNIT, record) = (double)unit;
    *cell(g, INNO_FIELD_NODE, record) = (double)g->j;
    *cell(g, INNO_FIELD_MOVE, record) = move;
    *cell(g, INNO_FIELD_VALUE, record) = value;
    *cell(g, INNO_FIELD_SCORE_BEFORE, record) = g->score[unit];
    *cell(g, INNO_FIELD_RANK_BEFORE, record) = g->rank[unit];
    *cell(g, INNO_FIELD_NEW_VALUE, record) = target;
    *cell(g, INNO_FIELD_MOVED, record) = *cell(g, INNO_FIELD_STATUS, record) = 0.0;
    if (target == target) try_move(g, unit, record, value, target);
    if (*cell(g, INNO_FIELD_STATUS, record) == INNO_E_NOMEM) return INNO_E_NOMEM;
  }
  return INNO_OK;
}

static inno_status every_move(marginal *g, inno_error *error) {
  int64_t m = g->w->method->tree->indicators, units = g->end - g->begin, first = 0;
  inno_status s = inno__analysis_grow(g->a, INNO_RECORD_MARGINAL, units * m * MOVES, &first, error);
  for (int64_t i = g->begin; s == INNO_OK && i < g->end; i++) {
    g->score[i] = g->w->run->result->final[g->node][g->first + i];
    g->rank[i] = inno__what_if_rank(g->w, g->node, g->first + i);
  }
  for (int64_t j = 0; s == INNO_OK && j < m; j++) {
    look(g, j);
    for (int64_t i = g->begin; s == INNO_OK && i < g->end; i++)
      if (move_unit(g, i, ((i - g->begin) * m + j) * MOVES) != INNO_OK)
        s = inno__fail(error, INNO_E_NOMEM, INNO__MSG_NOMEM, NULL);
  }
  return s;
}

inno_status inno__marginal(inno_analysis *a, inno_what_if *w, int64_t node, int64_t period, int64_t unit,
                           inno_error *error) {
  size_t n = (size_t)w->dataset->units, count = 5 * n;
  double *scratch = inno__analysis_scratch(a, count, error);
  if (scratch == NULL) return INNO_E_NOMEM;
  marginal g = {.a = a,
                .w = w,
                .node = node,
                .first = period * w->dataset->units,
                .begin = unit < 0 ? 0 : unit,
                .end = unit < 0 ? w->dataset->units : unit + 1,
                .compared = scratch,
                .sorted = scratch + n,
                .score = scratch + 3 * n,
                .rank = scratch + 4 * n};
  inno_status s = every_move(&g, error);
  inno__analysis_release(a, scratch, count);
  return s;
}
