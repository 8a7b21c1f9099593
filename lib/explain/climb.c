/* The smallest change of every indicator alone: checks, tables, one search an indicator. */
#include "explain/climb.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "numeric/missing.h"
#include "numeric/order.h"

static const inno__field climb_fields[] = {
    INNO__I64(NODE, "node"),
    INNO__F64(VALUE, "value"),
    INNO__F64(NEW_VALUE, "new_value"),
    INNO__F64(VALUE_CHANGE, "value_change"),
    INNO__F64(SCORE, "score"),
    INNO__F64(RANK, "rank"),
    INNO__I64(REACHED, "reached"),
    INNO__I64(FRAME_MOVED, "frame_moved"),
    INNO__I64(TREATMENT_CHANGE, "treatment_change"),
    INNO__F64(COST, "cost"),
    INNO__F64(CAP, "cap"),
    INNO__I64(TRIES, "tries"),
    INNO__I64(STATUS, "status"),
};
static const inno__field mix_fields[] = {
    INNO__I64(NODE, "node"),           INNO__F64(VALUE, "value"),
    INNO__F64(NEW_VALUE, "new_value"), INNO__F64(VALUE_CHANGE, "value_change"),
    INNO__F64(COST, "cost"),           INNO__F64(CAP, "cap"),
};
static const inno__field plan_fields[] = {
    INNO__I64(NODE, "node"),
    INNO__I64(UNIT, "unit"),
    INNO__F64(SCORE_BEFORE, "score_before"),
    INNO__F64(RANK_BEFORE, "rank_before"),
    INNO__F64(COST, "cost"),
    INNO__F64(SCORE, "score"),
    INNO__F64(RANK, "rank"),
    INNO__I64(REACHED, "reached"),
    INNO__I64(PROVEN, "proven"),
    INNO__I64(TRIES, "tries"),
};
static const inno__record_kind kinds[] = {
    INNO__TABLE(CLIMB, climb_fields),
    INNO__TABLE(CLIMB_MIX, mix_fields),
    INNO__TABLE(CLIMB_PLAN, plan_fields),
};
const inno__record_kinds inno__climb_kinds = {kinds, (int32_t)(sizeof kinds / sizeof kinds[0])};

/* ---- what is asked ---- */

static inno_status check_score(const inno__climb *c, int64_t row, inno_error *error) {
  const inno_result *r = c->w->run->result;
  double score = r->final[c->ask->node][row];
  if (score == score) return INNO_OK;
  return inno__fail(error, INNO_E_NODATA, INNO__MSG_CLIMB_SCORE,
                    &(inno__where){.node = inno__names_at(r->tree->codes, c->ask->node),
                                   .unit = inno__names_at(r->unit_codes, row % r->units)});
}

static inno_status check_costs(const inno__climb *c, inno_error *error) {
  const double *costs = c->ask->costs;
  for (int64_t j = 0; costs != NULL && j < c->w->method->tree->indicators; j++)
    if (!(costs[j] >= 0.0 && costs[j] < INFINITY))
      return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_CLIMB_COST,
                        &(inno__where){.node = inno__names_at(c->w->method->tree->codes, j), .value = costs[j]});
  return INNO_OK;
}

/* ---- one indicator ---- */

/* 1 = a value of it can have to do with the node. */
static int concerns(const inno__climb *c, int64_t indicator) {
  int64_t node = indicator;
  while (node >= 0 && node != c->ask->node) node = c->w->method->tree->parent[node];
  return c->wide || node >= 0;
}

/* What the new value does to the steps; NaN in it leaves everything. */
static inno_status describe(inno__climb *c, const inno__climb_way *way, double value, double *frame_moved,
                            double *treatment) {
  int before = 0, after = 0;
  uint64_t frames = inno__climb_frames(c, way->indicator);
  uint64_t treated = inno__climb_treatment(c, way->indicator, &before);
  *frame_moved = *treatment = 0.0;
  if (value != value) return INNO_OK;
  inno_status s = inno__what_if_try(c->w, c->row, way->column, value, NULL);
  if (s != INNO_OK) return s == INNO_E_NOMEM ? s : INNO_OK;
  *frame_moved = frames != inno__climb_frames(c, way->indicator) ? 1.0 : 0.0;
  int differs = treated != inno__climb_treatment(c, way->indicator, &after);
  *treatment = after > before     ? INNO_TREATMENT_STARTS
               : after < before   ? INNO_TREATMENT_ENDS
               : after && differs ? INNO_TREATMENT_OTHER
                                  : INNO_TREATMENT_SAME;
  inno__what_if_take_back(c->w);
  return INNO_OK;
}

static inno_status record(inno__climb *c, const inno__climb_way *way, const inno__climb_point *p, int64_t tries,
                          inno_analysis *a) {
  const int32_t kind = INNO_RECORD_CLIMB;
  int64_t at = way->indicator;
  const inno_status failed = c->failed;
  int none = way->status != INNO_OK || p->score != p->score;
  double value = none ? inno__nan() : way->sign * p->y + 0.0, frame_moved, treatment;
  double change = value - way->present;
  inno_status s = describe(c, way, value, &frame_moved, &treatment);
  inno__analysis_put(a, kind, at, INNO_FIELD_NODE, (double)at);
  inno__analysis_put(a, kind, at, INNO_FIELD_VALUE, way->present);
  inno__analysis_put(a, kind, at, INNO_FIELD_NEW_VALUE, value);
  if (change == change) inno__analysis_put(a, kind, at, INNO_FIELD_VALUE_CHANGE, change);
  inno__analysis_put(a, kind, at, INNO_FIELD_SCORE, p->score);
  inno__analysis_put(a, kind, at, INNO_FIELD_RANK, p->rank);
  inno__analysis_put(a, kind, at, INNO_FIELD_REACHED, p->reached);
  inno__analysis_put(a, kind, at, INNO_FIELD_FRAME_MOVED, frame_moved);
  inno__analysis_put(a, kind, at, INNO_FIELD_TREATMENT_CHANGE, treatment);
  if (c->ask->costs != NULL && change == change)
    inno__analysis_put(a, kind, at, INNO_FIELD_COST, c->ask->costs[at] * fabs(change));
  if (way->status == INNO_OK) inno__analysis_put(a, kind, at, INNO_FIELD_CAP, way->sign * way->to + 0.0);
  inno__analysis_put(a, kind, at, INNO_FIELD_TRIES, (double)tries);
  inno__analysis_put(a, kind, at, INNO_FIELD_STATUS,
                     way->status != INNO_OK ? way->status
                     : p->reached           ? INNO_OK
                                            : failed);
  return s;
}

/* Nothing can or has to be changed: the present is the answer. */
static inno__climb_point as_it_is(const inno__climb *c, const inno__climb_way *way) {
  inno__climb_point p = inno__climb_look(c, way->indicator);
  p.y = way->present == way->present ? way->sign * way->present : inno__nan();
  return p;
}

static inno_status climb_one(inno__climb *c, const inno__climb_way *way, inno__climb_point *p) {
  *p = as_it_is(c, way);
  if (p->reached || way->status != INNO_OK || !concerns(c, way->indicator)) return INNO_OK;
  return inno__climb_first(c, way, p);
}

/* ---- all of them ---- */

static inno_status begin_plan(const inno__climb *c, inno_analysis *a, inno_error *error) {
  const int32_t kind = INNO_RECORD_CLIMB_PLAN;
  const inno__climb_point now = inno__climb_look(c, 0);
  int64_t at;
  inno_status s = inno__analysis_grow(a, kind, 1, &at, error);
  if (s != INNO_OK) return s;
  inno__analysis_put(a, kind, at, INNO_FIELD_NODE, (double)c->ask->node);
  inno__analysis_put(a, kind, at, INNO_FIELD_UNIT, (double)c->ask->unit);
  inno__analysis_put(a, kind, at, INNO_FIELD_SCORE_BEFORE, now.score);
  inno__analysis_put(a, kind, at, INNO_FIELD_RANK_BEFORE, now.rank);
  return INNO_OK;
}

static inno_status climb_all(inno__climb *c, inno__climb_way *ways, inno__climb_point *points, inno_analysis *a,
                             inno_error *error) {
  int64_t m = c->w->method->tree->indicators, first;
  inno_status s = begin_plan(c, a, error);
  for (int64_t j = 0; s == INNO_OK && j < m; j++) s = inno__climb_way_of(c, j, &ways[j], error);
  if (s == INNO_OK) s = inno__analysis_grow(a, INNO_RECORD_CLIMB, m, &first, error);
  for (int64_t j = 0; s == INNO_OK && j < m; j++) {
    int64_t tries = c->tries;
    c->failed = INNO_OK;
    s = climb_one(c, &ways[j], &points[j]);
    if (s == INNO_OK) s = record(c, &ways[j], &points[j], c->tries - tries, a);
    if (s != INNO_OK) return inno__fail(error, s, INNO__MSG_NOMEM, NULL);
  }
  c->tries = 0;
  return s == INNO_OK && c->ask->costs != NULL ? inno__climb_mix(c, ways, points, a, error) : s;
}

/* ---- room ---- */

static void place(inno__climb *c, inno__block *b) {
  size_t units = (size_t)c->w->run->result->units;
  c->breaks_most = inno__climb_breaks_most(c->w);
  c->others = inno__block_take(b, 2 * units * sizeof *c->others, 8);
  c->breaks = inno__block_take(b, 2 * (size_t)c->breaks_most * sizeof *c->breaks, 8);
}

static inno_status climb_with_room(inno__climb *c, const inno_allocator *allocator, void *block, size_t bytes,
                                   inno_analysis *a, inno_error *error) {
  size_t m = (size_t)c->w->method->tree->indicators;
  inno__block b = {block, 0, bytes};
  inno__climb_way *ways = inno__alloc(allocator, m * sizeof *ways);
  inno__climb_point *points = inno__alloc(allocator, m * sizeof *points);
  int there = ways != NULL && points != NULL;
  place(c, &b);
  inno_status s = there ? climb_all(c, ways, points, a, error) : inno__no_memory(error);
  inno__free(allocator, points, m * sizeof *points);
  inno__free(allocator, ways, m * sizeof *ways);
  return s;
}

static inno_status climb(inno__climb *c, const inno_allocator *allocator, inno_analysis *a, inno_error *error) {
  inno__block b = {NULL, 0, 0};
  inno_status s = check_score(c, c->row, error);
  if (s == INNO_OK && c->target >= 0) s = check_score(c, c->target, error);
  if (s == INNO_OK) s = check_costs(c, error);
  if (s != INNO_OK) return s;
  place(c, &b);
  void *block = inno__alloc(allocator, b.used);
  if (block == NULL) return inno__no_memory(error);
  s = climb_with_room(c, allocator, block, b.used, a, error);
  inno__free(allocator, block, b.used);
  return s;
}

inno_status inno__explain_climb(const inno_allocator *allocator, const inno__climb_ask *ask, const inno_method *method,
                                const inno_dataset *dataset, inno_analysis **out, inno_error *error) {
  inno_what_if *w = NULL;
  inno_status s = inno__what_if_create(allocator, ask->rule, method, dataset, &w, error);
  if (s != INNO_OK) return s;
  const int64_t first = ask->period * dataset->units;
  inno__climb c = {.ask = ask,
                   .w = w,
                   .row = first + ask->unit,
                   .target = ask->other >= 0 ? first + ask->other : -1,
                   .wide = inno__climb_is_wide(method),
                   .compares = inno__climb_compares(method)};
  s = inno__analysis_create(allocator, &inno__climb_kinds, method->tree->codes, dataset->codes, out, error);
  if (s == INNO_OK) s = climb(&c, allocator, *out, error);
  inno__what_if_destroy(w);
  return s;
}
